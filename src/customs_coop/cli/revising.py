"""The command that revises a plan at its mid-term review."""

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from customs_coop.cli.decided import decisions_of, refuse_decisions
from customs_coop.cli.options import FILE, FORCE, OUT, PLAN, STANDARD_OUTPUT
from customs_coop.cli.outputs import content_of, refuse_outputs, write_together
from customs_coop.cli.streams import (
    Findings,
    dossier_of,
    hand_over,
    plan_of,
    print_report,
    say,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from customs_coop.model import ActionPlan, Dossier
    from customs_coop.references import DocumentNumber
    from customs_coop.rollover import Revision

__all__ = ["revise"]

_PATH = click.Path(path_type=Path, dir_okay=False)


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
@click.option(
    "--write-decisions",
    "proposal",
    type=_PATH,
    metavar="FILE",
    help="Write the decisions to a file for you to edit, and revise nothing.",
)
@click.option(
    "--decisions", "decided", type=_PATH, metavar="FILE", help="Decide as this edited file says."
)
@click.option(
    "--cover-note",
    "note",
    type=_PATH,
    metavar="FILE",
    help="Write the cover note to a file, as its suffix says: .docx, .html, .md or .txt.",
)
@click.option(
    "--ledger",
    "account",
    type=_PATH,
    metavar="FILE",
    help="Write the ledger to a file, in the format of its suffix.",
)
@click.option("--to", metavar="FORMAT", help="The format of the revised plan; else from --out.")
@OUT
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
    account: Path | None,
    to: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Revise a plan at its mid-term review, and print the cover note that lists each change."""
    from customs_coop.exporters import exporter_for
    from customs_coop.exporters.cover_notes import cover_note_for, written_cover_note
    from customs_coop.rollover import DeadlinePolicy, propose_revision
    from customs_coop.rollover import revise as revised

    out = None if out == STANDARD_OUTPUT else out
    note = None if note == STANDARD_OUTPUT else note
    policy = None if deadlines is None else DeadlinePolicy(deadlines)
    refuse_decisions(proposal, decided, [file])
    if proposal is not None:
        given = (decided, note, account, to, out, document, previous or None, day, areas or None)
        if any(value is not None for value in given):
            raise click.UsageError(
                "--write-decisions revises nothing; of the other options only --plan, --deadlines"
                " and --force go with it"
            )
        refuse_outputs([None if proposal == STANDARD_OUTPUT else proposal], [file], force=force)
        _propose(proposal, file=file, plan=plan, deadlines=policy)
        return
    refuse_outputs([out, note, account], [file, decided], force=force)
    form = exporter_for(out.name) if to is None and out is not None else to
    account_format = None if account is None else exporter_for(account.name, "ledger")
    note_form = None if note is None else _noted(note, cover_note_for)
    date = None if day is None else _day(day)
    dossier = dossier_of(file)
    old = plan_of(dossier, plan)
    revision = revised(
        old,
        decide=propose_revision if decided is None else decisions_of(decided, old),
        document=None if document is None else _number(document, "--document"),
        previous=[_number(words, "--previous") for words in previous],
        date=date,
        deadlines=policy,
        drop_areas=_areas(areas),
    )
    written = _written(revision, dossier)
    contents: dict[Path, bytes] = {}
    if form is not None and out is not None:
        contents[out] = content_of(written, form)
    if note is not None and note_form is not None:
        contents[note] = written_cover_note(revision.cover, note_form, day=date)
    if account is not None and account_format is not None:
        contents[account] = content_of(revision.ledger, account_format)
    shown = content_of(written, form) if form is not None and out is None else b""
    write_together(contents)
    _print(revision, shown, with_note=note is None)


def _noted(path: Path, suffix_of: "Callable[[str], str]") -> str:
    from customs_coop.errors import InvalidValueError

    try:
        return suffix_of(path.name)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="--cover-note") from None


def _day(words: str) -> "dt.date":
    from customs_coop.dates import as_date
    from customs_coop.errors import InvalidValueError

    try:
        return as_date(words)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="--date") from None


def _written(revision: "Revision", dossier: "Dossier") -> "Dossier":
    """The revised plan with its document, before the documents of the plan until now."""
    from customs_coop.model.joining import dossier_of_plan

    papers = dossier_of_plan(dossier, revision.before)
    own = revision.dossier
    older = [one for one in papers.documents if one.reference != revision.plan.document]
    return attrs.evolve(papers, plans=own.plans, documents=[*own.documents, *older])


def _print(revision: "Revision", shown: bytes, *, with_note: bool) -> None:
    if shown:
        hand_over(shown)
    print_report(revision.report)
    if with_note:
        # The note goes to standard error where the plan itself went to standard output.
        say(revision.cover_note(), err=bool(shown))
    if not revision.report.ok:
        raise Findings


def _propose(path: Path, *, file: str | None, plan: str | None, deadlines: object) -> None:
    """Write a decisions file, with what the words of the plan call for, and tell what is next."""
    from customs_coop.rollover import KEEP, DeadlinePolicy, decisions_text, propose_revision

    old = plan_of(dossier_of(file), plan)
    text = _called_for(old) + decisions_text(
        old,
        decide=propose_revision,
        deadlines=deadlines if isinstance(deadlines, DeadlinePolicy) else KEEP,
        purpose="revision",
    )
    told_apart = path == STANDARD_OUTPUT
    if told_apart:
        hand_over(text)
    else:
        write_together({path: text.encode()})
        say(f"wrote {path}")
    words = ["customs-coop revise"]
    words += [] if file is None else [shlex.quote(file)]
    words += [] if plan is None else ["--plan", shlex.quote(plan)]
    name = "FILE" if told_apart else shlex.quote(str(path))
    say(f"edit it, and then: {' '.join([*words, '--decisions', name])}", err=told_apart)


def _called_for(plan: "ActionPlan") -> str:
    """The proposals as comments, for whoever edits the file."""
    from customs_coop.rollover import propose_deferrals

    proposals = propose_deferrals(plan)
    if not proposals:
        return ""
    lines = ["The words of these rows call for a decision on whether they are deferred:"]
    lines += [f"  {proposal}" for proposal in proposals]
    # What shows nothing or breaks the line has no place in a comment.
    safe = ["".join(c if c.isprintable() else " " for c in line) for line in lines]
    return "".join(f"# {line}\n" for line in safe) + "\n"


def _number(words: str, option: str) -> "DocumentNumber":
    from customs_coop.errors import ReferenceSyntaxError
    from customs_coop.references import DocumentNumber

    try:
        return DocumentNumber.parse(words)
    except ReferenceSyntaxError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _areas(options: Iterable[str]) -> dict[str, str]:
    """The reasons by the names of work areas.

    Raises:
        click.BadParameter: One has no name, no equals sign, or no reason; or one is named twice.
    """
    areas: dict[str, str] = {}
    for option in options:
        name, _, reason = option.partition("=")
        if not name.strip() or not reason.strip():
            raise click.BadParameter(f"{option!r} is not AREA=REASON", param_hint="--drop-area")
        if name.strip() in areas:
            raise click.BadParameter(f"{name.strip()!r} is there twice", param_hint="--drop-area")
        areas[name.strip()] = reason.strip()
    return areas
