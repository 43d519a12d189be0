"""The commands that make the next plan out of the last one."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from customs_coop.cli.decided import decisions_of, refuse_decisions
from customs_coop.cli.options import FILE, FORCE, OUT, PLAN, STANDARD_OUTPUT
from customs_coop.cli.outputs import content_of, refuse_outputs, write_together
from customs_coop.cli.records import ledger_of
from customs_coop.cli.streams import (
    Findings,
    dossier_of,
    hand_over,
    plan_of,
    print_report,
    say,
)

if TYPE_CHECKING:
    from customs_coop.dates import Period
    from customs_coop.model import ActionPlan, Dossier, Recommendation
    from customs_coop.rollover import DeadlinePolicy, Decisions, Rollover

__all__ = ["roll_over"]

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("roll-over")
@FILE
@PLAN
@click.option(
    "--into", "period", metavar="START/END", help="The new window; needed without --decisions."
)
@click.option("--id", "new_id", metavar="ID", help="The id of the new plan.")
@click.option(
    "--deadlines",
    type=click.Choice(["keep", "cap", "shift", "blank"]),
    help="What becomes of deadlines.  [default: keep]",
)
@click.option(
    "--write-decisions",
    "proposal",
    type=_PATH,
    metavar="FILE",
    help="Write the decisions to a file for you to edit, and roll nothing over.",
)
@click.option(
    "--decisions", "decided", type=_PATH, metavar="FILE", help="Decide as this edited file says."
)
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
    help="The ledger of a rollover before, in JSON, for what it left; may be given again.",
)
@click.option(
    "--ledger",
    "account",
    type=_PATH,
    metavar="FILE",
    help="Write the ledger to a file, in the format of its suffix.",
)
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

    out = None if out == STANDARD_OUTPUT else out
    asked = _Asked(
        file=file,
        plan=plan,
        period=period,
        new_id=new_id,
        deadlines=None if deadlines is None else DeadlinePolicy(deadlines),
        wanted=wanted,
        earlier=earlier,
        asking=asking,
        former=former,
        dry_run=dry_run,
    )
    read = [file, *earlier, *asking, *former]
    refuse_decisions(proposal, decided, read)
    if proposal is not None:
        if any(value is not None for value in (decided, account, to, out)):
            raise click.UsageError(
                "--write-decisions rolls nothing over, so it goes without --decisions, --ledger,"
                " --to and --out"
            )
        refuse_outputs([None if proposal == STANDARD_OUTPUT else proposal], read, force=force)
        asked.propose(proposal)
        return
    if period is None and decided is None:
        raise click.UsageError("Missing option '--into', or '--decisions' with an edited file.")
    refuse_outputs([out, account], [decided, *read], force=force)
    asked.roll(decided, to=_format(to, out), out=out, account=account)


def _format(to: str | None, out: Path | None) -> str | None:
    """The format of the new plan; None where it is not asked for."""
    if to is not None or out is None:
        return to
    from customs_coop.exporters import exporter_for

    return exporter_for(out.name)


@attrs.frozen(kw_only=True)
class _Asked:
    """What the options ask for."""

    file: str | None
    plan: str | None
    period: str | None
    new_id: str | None
    deadlines: "DeadlinePolicy | None"
    wanted: tuple[str, ...]
    earlier: tuple[str, ...]
    asking: tuple[str, ...]
    former: tuple[str, ...]
    dry_run: bool

    def propose(self, path: Path) -> None:
        """Write a decisions file, and tell what to do next."""
        from customs_coop.rollover import KEEP, decisions_text

        if self.period is None:
            raise click.UsageError("Missing option '--into'.")
        dossier = dossier_of(self.file)
        old = plan_of(dossier, self.plan)
        recommendations = self._recommendations(dossier, old)
        text = decisions_text(
            old,
            into=self._draft(dossier, old, None),
            recommendations=recommendations,
            deadlines=self.deadlines or KEEP,
            earlier=list(self._earlier(dossier, old)),
            ledgers=list(map(ledger_of, self.former)),
        )
        if self.dry_run or path == STANDARD_OUTPUT:
            hand_over(text)
        else:
            write_together({path: text.encode()})
        name = "FILE" if path == STANDARD_OUTPUT else shlex.quote(str(path))
        would = "would write" if self.dry_run else "wrote"
        if path != STANDARD_OUTPUT:
            say(f"{would} {path}: {_counted(old, recommendations)}", err=self.dry_run)
        words = ["customs-coop roll-over"]
        words += [] if self.file is None else [shlex.quote(self.file)]
        words += [] if self.plan is None else ["--plan", shlex.quote(self.plan)]
        for option, files in (
            ("--earlier", self.earlier),
            ("--recommendations-from", self.asking),
            ("--earlier-ledger", self.former),
        ):
            words += [f"{option} {shlex.quote(one)}" for one in files]
        command = " ".join([*words, "--decisions", name])
        told_apart = self.dry_run or path == STANDARD_OUTPUT
        say(f"edit it, and then: {command}", err=told_apart)

    def roll(
        self, decided: Path | None, *, to: str | None, out: Path | None, account: Path | None
    ) -> None:
        """Roll over, write all files or none, and print the ledger."""
        from customs_coop.exporters import exporter_for
        from customs_coop.rollover import KEEP

        account_format = None if account is None else exporter_for(account.name, "ledger")
        dossier = dossier_of(self.file)
        old = plan_of(dossier, self.plan)
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
        contents: dict[Path, bytes] = {}
        formats: dict[Path, str] = {}
        shown = b""
        if to is not None and out is not None:
            contents[out], formats[out] = content_of(rolled.plan, to), f"{rolled.plan.id} as {to}"
        elif to is not None:
            shown = content_of(rolled.plan, to)
        if account is not None and account_format is not None:
            contents[account] = content_of(rolled.ledger, account_format)
            formats[account] = f"the ledger as {account_format}"
        if not self.dry_run:
            write_together(contents)
        if shown:
            hand_over(shown)
        print_report(rolled.report)
        # The ledger goes to standard error where the plan itself went to standard output.
        say(str(rolled.ledger), err=bool(shown))
        if self.dry_run:
            for path, what in formats.items():
                say(f"would write {path}: {what}", err=bool(shown))
        if not rolled.report.ok:
            raise Findings

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
        from customs_coop.rollover import next_plan

        period = self.period if decisions is None else self.period or decisions.period
        if period is None:
            raise click.UsageError("Missing option '--into'; the decisions name no period, either.")
        if isinstance(period, str):
            period = _period(period)
        draft = next_plan(
            old,
            period=period,
            id=self.new_id or (None if decisions is None else decisions.new_id),
            title=None if decisions is None else decisions.new_title,
        )
        if draft.id == old.id:
            raise click.BadParameter(
                f"the old plan is called {old.id!r} already", param_hint="--id"
            )
        if self.new_id is not None and self.new_id in [plan.id for plan in dossier.plans]:
            message = f"there is a plan {self.new_id!r} already; choose another id"
            raise click.BadParameter(message, param_hint="--id")
        return draft

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
                raise click.BadParameter(
                    f"there is no recommendation {word!r}{near}", param_hint="--recommendations"
                )
        return [one for name, one in known.items() if name in chosen]

    def _earlier(self, dossier: "Dossier", old: "ActionPlan") -> "Iterator[ActionPlan]":
        """The other plans of the dossier and those of further files, but for later ones."""
        plans = [plan for plan in dossier.plans if plan is not old]
        for file in self.earlier:
            plans += dossier_of(file).plans
        for plan in plans:
            is_later = old.period and plan.period and plan.period.start > old.period.start
            if plan.id != old.id and not is_later:
                yield plan


def _period(words: str) -> "Period":
    from customs_coop.dates import Period
    from customs_coop.errors import InvalidValueError

    try:
        return Period.parse(words)
    except InvalidValueError as error:
        message = f"{error}; write both days, as in 2007-01-01/2008-06-30"
        raise click.BadParameter(message, param_hint="--into") from None


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


def _counted(plan: "ActionPlan", recommendations: "Sequence[Recommendation]") -> str:
    from customs_coop.cli.tables import counted
    from customs_coop.model.numbering import missing_codes

    parts = [counted(len(plan), "action")]
    if gaps := missing_codes(plan):
        parts.append(counted(len(gaps), "missing code"))
    if recommendations:
        parts.append(counted(len(recommendations), "recommendation"))
    return ", ".join(parts)
