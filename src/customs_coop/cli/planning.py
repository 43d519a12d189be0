"""The commands that make the next plan out of the last one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from customs_coop.cli.decided import (
    DECISIONS,
    WRITE_DECISIONS,
    decisions_of,
    hand_out_decisions,
    refuse_decisions,
    source_words,
)
from customs_coop.cli.options import FILE, FORCE, LEDGER, OUT, PLAN, parsed
from customs_coop.cli.outputs import PlanOutputs, refuse_outputs
from customs_coop.cli.records import ledger_of
from customs_coop.cli.streams import dossier_of, plan_of, say

if TYPE_CHECKING:
    from customs_coop.model import ActionPlan, Dossier, Recommendation
    from customs_coop.rollover import DeadlinePolicy, Decisions, Rollover

__all__ = ["roll_over"]


@click.command("roll-over")
@FILE
@PLAN
@click.option(
    "--into", "period", metavar="START/END", help="The new window; needed without --decisions."
)
@click.option("--id", "new_id", metavar="ID", help="The id of the new plan.")
@click.option(
    "--document",
    metavar="NUMBER",
    help='The document of the new plan, with its marking, such as "11167/08 LIMITE".',
)
@click.option(
    "--deadlines",
    type=click.Choice(["keep", "cap", "shift", "blank"]),
    help="What becomes of deadlines.  [default: keep]",
)
@WRITE_DECISIONS
@DECISIONS
@click.option(
    "--recommendations",
    "wanted",
    metavar="WHICH",
    multiple=True,
    help="Account for recommendations, too: none, plan, all, or an id; may be given again.",
)
@click.option(
    "--earlier",
    metavar="FILE",
    multiple=True,
    help="A file with older plans, to find where actions first stood; may be given again.",
)
@click.option(
    "--recommendations-from",
    "asking",
    metavar="FILE",
    multiple=True,
    help="A file with recommendations, besides those of FILE; may be given again.",
)
@click.option(
    "--earlier-ledger",
    "former",
    metavar="FILE",
    multiple=True,
    help="The ledger of a rollover or a revision before, in JSON; may be given again.",
)
@LEDGER
@click.option("--to", metavar="FORMAT", help="The format of the new plan; else from --out.")
@OUT
@click.option("--dry-run", is_flag=True, help="Write no file; say what would be written.")
@FORCE
def roll_over(
    *,
    file: str | None,
    plan: str | None,
    period: str | None,
    new_id: str | None,
    document: str | None,
    deadlines: str | None,
    proposal: Path | None,
    decided: Path | None,
    wanted: tuple[str, ...],
    earlier: tuple[str, ...],
    asking: tuple[str, ...],
    former: tuple[str, ...],
    account: Path | None,
    to: str | None,
    out: Path | None,
    dry_run: bool,
    force: bool,
) -> None:
    """Roll a plan over into a new window, and print the ledger that accounts for everything."""
    from customs_coop.rollover import DeadlinePolicy

    asked = _Asked(
        file=file,
        plan=plan,
        period=period,
        new_id=new_id,
        document=document,
        deadlines=None if deadlines is None else DeadlinePolicy(deadlines),
        wanted=wanted,
        earlier=earlier,
        asking=asking,
        former=former,
        dry_run=dry_run,
    )
    read = [file, *earlier, *asking, *former]
    beside = {"--ledger": account, "--to": to, "--out": out}
    refuse_decisions(proposal, decided, read, beside=beside, force=force)
    if proposal is not None:
        asked.propose(proposal)
        return
    if period is None and decided is None:
        raise click.UsageError("Missing option '--into', or '--decisions' with an edited file.")
    refuse_outputs([out, account], [decided, *read], force=force)
    asked.roll(decided, PlanOutputs.asked(to=to, out=out, account=account))


def _tell_of_ledger(rolled: "Rollover") -> None:
    """Say that only the ledger knows of what is deferred, where something is."""
    from customs_coop.rollover.leftovers.leaving import left_by

    if rolled.ledger.waiting or any(one.left == "deferred" for one in left_by(rolled.ledger)):
        say(
            "only the ledger knows of what is deferred: write it with --ledger FILE.json, and give"
            " it to the next rollover with --earlier-ledger",
            err=True,
        )


@attrs.frozen(kw_only=True)
class _Asked:
    """What the options ask for."""

    file: str | None
    plan: str | None
    period: str | None
    new_id: str | None
    document: str | None
    deadlines: "DeadlinePolicy | None"
    wanted: tuple[str, ...]
    earlier: tuple[str, ...]
    asking: tuple[str, ...]
    former: tuple[str, ...]
    dry_run: bool

    def propose(self, path: Path) -> None:
        """Write a decisions file, and tell what to do next."""
        from customs_coop.rollover import KEEP, decisions_text
        from customs_coop.rollover.leftovers.waiting import former_ledgers, still_waiting

        if self.period is None:
            raise click.UsageError("Missing option '--into'.")
        dossier = dossier_of(self.file, takes_plan=True)
        old = plan_of(dossier, self.plan)
        recommendations = self._recommendations(dossier, old)
        earlier = list(self._earlier(dossier, old))
        ledgers = former_ledgers(map(ledger_of, self.former), old)
        text = decisions_text(
            old,
            into=self._draft(dossier, old, None),
            recommendations=recommendations,
            deadlines=self.deadlines or KEEP,
            earlier=earlier,
            ledgers=ledgers,
        )
        asked = [one.id for one in recommendations]
        command = ["roll-over", *source_words(self.file, self.plan)]
        for option, files in (
            ("--earlier", self.earlier),
            ("--recommendations-from", self.asking),
            ("--earlier-ledger", self.former),
        ):
            for file in files:
                command += [option, file]
        hand_out_decisions(
            text,
            path,
            on=old,
            recommendations=recommendations,
            waiting=len(still_waiting(ledgers, (old, *earlier), asked)),
            command=command,
            dry_run=self.dry_run,
        )

    def roll(self, decided: Path | None, outputs: PlanOutputs) -> None:
        """Roll over, write all files or none, and print the ledger."""
        from customs_coop.formats.provenance import as_marked
        from customs_coop.rollover import KEEP

        dossier = dossier_of(self.file, takes_plan=True)
        old = as_marked(plan_of(dossier, self.plan), dossier)
        decisions = None
        if decided is not None:
            handed_in = (
                self._recommendations(dossier, old)
                if self.wanted
                else (*self._further(), *dossier.recommendations)
            )
            decisions = decisions_of(decided, old, handed_in)
        deadlines = self.deadlines or (decisions and decisions.deadlines) or KEEP
        rolled = self._rolled(dossier, old, decisions, deadlines)
        outputs.write(
            rolled.dossier_with(dossier, *map(dossier_of, self.asking)),
            rolled.ledger,
            name=rolled.plan.id,
            report=rolled.report,
            told=str(rolled.ledger),
            dry_run=self.dry_run,
        )
        if outputs.account_to != "json":
            _tell_of_ledger(rolled)

    def _rolled(
        self,
        dossier: "Dossier",
        old: "ActionPlan",
        decisions: "Decisions | None",
        deadlines: "DeadlinePolicy",
    ) -> "Rollover":
        from customs_coop.rollover import carry_open_actions
        from customs_coop.rollover import roll_over as roll

        return roll(
            old,
            into=self._draft(dossier, old, decisions),
            decide=carry_open_actions if decisions is None else decisions,
            recommendations=self._recommendations(dossier, old, decisions),
            deadlines=deadlines,
            earlier=list(self._earlier(dossier, old)),
            ledgers=list(map(ledger_of, self.former)),
        )

    def _draft(
        self, dossier: "Dossier", old: "ActionPlan", decisions: "Decisions | None"
    ) -> "ActionPlan":
        """The draft of the new plan: what the options say, else what the file says."""
        from customs_coop.dates import Period
        from customs_coop.references import DocumentNumber
        from customs_coop.rollover import next_plan

        period = self.period if decisions is None else self.period or decisions.period
        if period is None:
            raise click.UsageError("Missing option '--into'; the decisions name no period, either.")
        if isinstance(period, str):
            hint = "; write both days, as in 2007-01-01/2008-06-30"
            period = parsed(Period.parse, period, option="--into", hint=hint)
        number = None if decisions is None else decisions.new_document
        if self.document is not None:
            number = parsed(DocumentNumber.parse, self.document, option="--document")
            if number == old.document:
                message = f"{old.id} stands in {number}; a new plan is a new document"
                raise click.BadParameter(message, param_hint="--document")
        draft = next_plan(
            old,
            period=period,
            id=self.new_id or (None if decisions is None else decisions.new_id),
            title=None if decisions is None else decisions.new_title,
            document=number,
            strategy=None if decisions is None else decisions.new_strategy,
        )
        if draft.id == old.id:
            raise click.BadParameter(
                f"the old plan is called {old.id!r} already", param_hint="--id"
            )
        if self.new_id is not None and self.new_id in [plan.id for plan in dossier.plans]:
            message = f"there is a plan {self.new_id!r} already; choose another id"
            raise click.BadParameter(message, param_hint="--id")
        return draft

    def _files(self) -> str:
        """The files in which recommendations are looked for, as the subject of a sentence."""
        names = [self.file or "standard input", *self.asking]
        return f"{', '.join(names)} {'holds' if len(names) == 1 else 'hold'}"

    def _further(self) -> "list[Recommendation]":
        """The recommendations of further files."""
        return [one for file in self.asking for one in dossier_of(file).recommendations]

    def _recommendations(
        self, dossier: "Dossier", old: "ActionPlan", decisions: "Decisions | None" = None
    ) -> "Sequence[Recommendation]":
        """Those that are asked for; else those that the decisions name, or of further files all."""
        further = self._further()
        known = {one.id: one for one in (*further, *dossier.recommendations)}
        if not self.wanted and decisions is None and further:
            return list({one.id: known[one.id] for one in further}.values())
        if not self.wanted and decisions is not None:
            named = {one.recommendation for one in decisions.answered}
            named |= {name for draft in decisions.drafts for name in draft.recommendations}
            return [one for name, one in known.items() if name in named]
        chosen: set[str] = set()
        for word in self.wanted:
            if word == "all":
                chosen |= known.keys()
            elif word == "plan":
                chosen |= set(_of_plan(known.values(), old))
            elif word in known:
                chosen.add(word)
            elif word != "none":
                from customs_coop.rollover.decisions.words import did_you_mean

                near = did_you_mean(word, known)
                if not known:
                    near = f"; {self._files()} no recommendations"
                    near += ", and --recommendations-from FILE names a file that does"
                raise click.BadParameter(
                    f"there is no recommendation {word!r}{near}", param_hint="--recommendations"
                )
        return [one for name, one in known.items() if name in chosen]

    def _earlier(self, dossier: "Dossier", old: "ActionPlan") -> "Iterator[ActionPlan]":
        """The other plans of the dossier and those of further files, but for later ones."""
        plans = list(dossier.plans)
        for file in self.earlier:
            plans += dossier_of(file).plans
        for plan in plans:
            is_later = old.period and plan.period and plan.period.start > old.period.start
            if plan.id != old.id and not is_later:
                yield plan


def _of_plan(recommendations: "Iterable[Recommendation]", plan: "ActionPlan") -> "Iterator[str]":
    """The recommendations that arise from the actions of a plan, or that these point at."""
    from customs_coop.model import ActionRef, RecommendationRef

    targets = {link.target for action in plan for link in action.links}
    for one in recommendations:
        sources = [one.arising_from, *(link.target for link in one.links)]
        if RecommendationRef(one.id) in targets or any(
            isinstance(source, ActionRef) and source.plan == plan.id for source in sources
        ):
            yield one.id
