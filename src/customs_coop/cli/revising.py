"""The command that revises a plan at its mid-term review."""

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
from customs_coop.cli.options import (
    FILE,
    FILE_PATH,
    FORCE,
    LEDGER,
    OUT,
    PLAN,
    named_values,
    parsed,
    unless_standard_output,
)
from customs_coop.cli.outputs import PlanOutputs, refuse_outputs
from customs_coop.cli.records import ledger_of
from customs_coop.cli.streams import dossier_of, plan_of

if TYPE_CHECKING:
    from customs_coop.model import Dossier, Subject
    from customs_coop.rollover import DeadlinePolicy, Revision

__all__ = ["revise"]


@click.command()
@FILE
@PLAN
@click.option(
    "--document", metavar="NUMBER", help="The new document; without it, the next revision."
)
@click.option(
    "--previous",
    metavar="NUMBER",
    multiple=True,
    help="A previous document besides the plan, such as the review; may be given again.",
)
@click.option("--date", "day", metavar="DATE", help="The day of the new document.")
@click.option(
    "--deadlines",
    type=click.Choice(["keep", "cap"]),
    help="What becomes of deadlines.  [default: as --decisions says, else keep]",
)
@click.option(
    "--drop-area",
    "areas",
    metavar="AREA=REASON",
    multiple=True,
    help="Delete a work area, by its code or title; may be given again.",
)
@WRITE_DECISIONS
@DECISIONS
@click.option(
    "--cover-note",
    "note",
    type=FILE_PATH,
    callback=unless_standard_output,
    metavar="FILE",
    help="Write the cover note to a file, as its suffix says: .docx, .html, .md or .txt.",
)
@click.option(
    "--earlier-ledger",
    "former",
    metavar="FILE",
    multiple=True,
    help="The ledger of a rollover or a revision before, in JSON; may be given again.",
)
@LEDGER
@click.option("--to", metavar="FORMAT", help="The format of the revised plan; else from --out.")
@OUT
@click.option("--public", is_flag=True, help="Refuse what is marked LIMITE.")
@FORCE
def revise(
    *,
    file: str | None,
    plan: str | None,
    document: str | None,
    previous: tuple[str, ...],
    day: str | None,
    deadlines: str | None,
    areas: tuple[str, ...],
    proposal: Path | None,
    decided: Path | None,
    note: Path | None,
    former: tuple[str, ...],
    account: Path | None,
    to: str | None,
    out: Path | None,
    public: bool,
    force: bool,
) -> None:
    """Revise a plan at its mid-term review, and print the cover note that lists each change."""
    from customs_coop.dates import as_date
    from customs_coop.exporters.cover_notes import cover_note_for, written_cover_note
    from customs_coop.formats.provenance import as_marked
    from customs_coop.model.joining import dossier_of_plan
    from customs_coop.references import DocumentNumber
    from customs_coop.rollover import DeadlinePolicy, propose_revision
    from customs_coop.rollover import revise as revised

    policy = None if deadlines is None else DeadlinePolicy(deadlines)
    beside = {
        "--document": document,
        "--previous": previous,
        "--date": day,
        "--drop-area": areas,
        "--cover-note": note,
        "--earlier-ledger": former,
        "--ledger": account,
        "--to": to,
        "--out": out,
        "--public": public,
    }
    refuse_decisions(proposal, decided, [file], beside=beside, force=force)
    if proposal is not None:
        _propose(proposal, file=file, plan=plan, deadlines=policy)
        return
    refuse_outputs([out, note, account], [file, decided, *former], force=force)
    outputs = PlanOutputs.asked(to=to, out=out, account=account)
    form = None if note is None else parsed(cover_note_for, note.name, option="--cover-note")
    date = None if day is None else parsed(as_date, day, option="--date")
    parse = DocumentNumber.parse
    named = named_values(areas, "AREA=REASON", option="--drop-area")
    dossier = dossier_of(file, takes_plan=True)
    old = as_marked(plan_of(dossier, plan), dossier)
    revision = revised(
        old,
        decide=propose_revision if decided is None else decisions_of(decided, old),
        document=None if document is None else parsed(parse, document, option="--document"),
        previous=[parsed(parse, words, option="--previous") for words in previous],
        date=date,
        deadlines=policy,
        ledgers=list(map(ledger_of, former)),
        drop_areas={area: reason.strip() for area, reason in named.items()},
    )
    written = _written(revision, dossier)
    if public:
        _refuse_marked(dossier_of_plan(dossier, old), written)
    further: dict[Path, bytes] = {}
    if note is not None and form is not None:
        further[note] = written_cover_note(revision.cover, form, day=date, public=public)
    outputs.write(
        written,
        revision.ledger,
        name=revision.plan.id,
        report=revision.report,
        told=revision.cover_note() if note is None else None,
        further=further,
    )


def _refuse_marked(before: "Dossier", after: "Dossier") -> None:
    """Stop where one of the two plans is not for the public: the revised one has its words."""
    from customs_coop.errors import MarkingError
    from customs_coop.exporters.subjects import not_public

    fault = not_public(before) or not_public(after)
    if fault:
        raise MarkingError(fault)


def _written(revision: "Revision", dossier: "Dossier") -> "Dossier":
    """The revised plan with its document, before the documents of the plan until now.

    What was reported on the plan, and which of its deadlines were changed, stays with it.
    """
    from customs_coop.model.joining import dossier_of_plan

    papers = dossier_of_plan(dossier, revision.before)
    own = revision.dossier
    older = [one for one in papers.documents if one.reference != revision.plan.document]
    plan = revision.before.id
    changes = [one for one in dossier.deadline_changes if _plan_of(one.subject) == plan]
    return attrs.evolve(
        papers,
        plans=own.plans,
        documents=[*own.documents, *older],
        progress=[one for one in dossier.progress if _plan_of(one.subject) == plan],
        deadline_changes=[*dict.fromkeys((*changes, *own.deadline_changes))],
    )


def _plan_of(subject: "Subject") -> str:
    from customs_coop.model import ActionRef, IndicatorRef, PlanRef

    if isinstance(subject, IndicatorRef):
        return subject.action.plan
    return subject.plan if isinstance(subject, PlanRef | ActionRef) else ""


def _propose(
    path: Path, *, file: str | None, plan: str | None, deadlines: "DeadlinePolicy | None"
) -> None:
    """Write a decisions file, with what the words of the plan call for, and tell what is next."""
    from customs_coop.rollover import KEEP, decisions_text, propose_revision

    old = plan_of(dossier_of(file, takes_plan=True), plan)
    text = decisions_text(
        old, decide=propose_revision, deadlines=deadlines or KEEP, purpose="revision"
    )
    hand_out_decisions(text, path, on=old, command=["revise", *source_words(file, plan)])
