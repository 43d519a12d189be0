"""The commands that gather reports on progress."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from customs_coop.cli.monitoring.owing import MEMBER, members_given, members_in
from customs_coop.cli.monitoring.templates import template
from customs_coop.cli.options import FORCE, OUT, parsed
from customs_coop.cli.outputs import content_of, refuse_outputs, write_together
from customs_coop.cli.streams import Findings, dossier_of, hand_over, print_report, say

if TYPE_CHECKING:
    from customs_coop.model import Dossier, ProgressReport
    from customs_coop.monitoring import ProgressAddition
    from customs_coop.readers.progress.values import ProgressReading

__all__ = ["PROGRESS"]

_ASKS_FOR_A_LOOK: Final = ("CC830", "CC831", "CC832")
"""Contradictions, and what the dossier does not know."""


@click.command()
@click.argument("file")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@click.option(
    "--party",
    metavar="ID",
    help="The party that reports, where a REPORT does not name exactly one.",
)
@MEMBER
@click.option(
    "--on", "day", metavar="DATE", help="The day of filled rows and of ticks that have none."
)
@click.option("--dry-run", is_flag=True, help="Tell what would be added, and write nothing.")
@OUT
@FORCE
def add(
    *,
    file: str,
    reports: tuple[str, ...],
    party: str | None,
    members: tuple[str, ...],
    day: str | None,
    dry_run: bool,
    out: Path | None,
    force: bool,
) -> None:
    """Add what came back in each REPORT to the dossier FILE.

    A REPORT is a file in which progress was filled in: a template or a questionnaire that "progress
    template" wrote, or a calendar; or a folder of such files. The dossier with the reports is
    written as JSON. What is there already is not added again; where reports of one party contradict
    each other, both are added, that is told, and the exit status is 1.
    """
    from customs_coop.dates import as_date

    refuse_outputs([out], [file, *reports], force=force)
    if out is not None and out.suffix.casefold() != ".json":
        raise click.UsageError(
            f"{out}: a dossier is written as JSON; name a file that ends in .json"
        )
    on = None if day is None else parsed(as_date, day, option="--on")
    given = members_given(members)
    before = dossier_of(file)
    named = members_in(before, given, answers=True)
    readings = [_reading_of(name, before, party, on) for name in reports]
    addition = _added(before, reports, readings, named)
    is_shown = out is None and not dry_run
    is_read = all(reading.report.ok for reading in readings)
    # A file without anything new would look like one in which everything is.
    is_written = is_read or bool(addition.added)
    content = content_of(addition.dossier, "json") if is_written and not dry_run else b""
    if content and out is not None:
        write_together({out: content})
    elif content:
        hand_over(content)
    say(_told(addition), err=is_shown)
    if out is not None:
        _tell_written(out, is_written=is_written, dry_run=dry_run)
    print_report(addition.report)
    if not is_read or any(one.code in _ASKS_FOR_A_LOOK for one in addition.report):
        raise Findings


def _reading_of(
    name: str, dossier: "Dossier", party: str | None, on: dt.date | None
) -> "ProgressReading":
    """What was filled in in a file; its findings are printed."""
    import attrs

    from customs_coop.loading import read_progress

    # What is known already is read as well: whom it contradicts is told each time.
    known = attrs.evolve(dossier, progress=())
    reading = read_progress(name, dossier=known, party=party, on=on)
    print_report(reading.report)
    return reading


def _added(
    before: "Dossier",
    names: Sequence[str],
    readings: "Sequence[ProgressReading]",
    members: "Mapping[str, Sequence[str]]",
) -> "ProgressAddition":
    """The dossier with all reports.

    Raises:
        Findings: A file has a number for an indicator that counts nothing.
    """
    from customs_coop.errors import QualitativeIndicatorError
    from customs_coop.monitoring import add_progress

    wrong = False
    for name, reading in zip(names, readings, strict=True):
        try:
            add_progress(before, reading)
        except QualitativeIndicatorError as error:
            say(f"{name}: {error}", err=True)
            wrong = True
    if wrong:
        say("nothing was added; take out the number, and add the file again", err=True)
        raise Findings
    reports = [one for reading in readings for one in reading.reports]
    return add_progress(before, reports, members=members)


def _told(addition: "ProgressAddition") -> str:
    """What was added, one report a line, and how much was known."""
    from customs_coop.cli.tables import columns, counted

    added = addition.added
    # By its due day, one round is told from another.
    has_due = any(one.due is not None for one in added)
    head = ("party", "subject", *(["due"] if has_due else []), "on", "status", "text")
    rows: list[tuple[str, ...]] = [head] if added else []
    rows += [
        (
            one.party,
            str(one.subject),
            *([str(one.due or "-")] if has_due else []),
            str(one.on),
            _status(one),
            " ".join(one.text.split()),
        )
        for one in added
    ]
    counts = f"{counted(len(added), 'report')} added"
    known = f", {len(addition.known)} known before" if addition.known else ""
    return "\n".join([*columns(rows), f"{counts}{known}"])


def _status(report: "ProgressReport") -> str:
    """What a report says of how far the work is; "-" where it speaks of other things only."""
    from customs_coop.monitoring.reports.statements import status_said

    if not report.applicable:
        return "not applicable"
    said = (status_said(report), report.stage)
    return ", ".join(one.value for one in said if one is not None) or "-"


def _tell_written(out: Path, *, is_written: bool, dry_run: bool) -> None:
    if not is_written:
        say(f"{out} is not written, for nothing could be read that is new", err=True)
    elif dry_run:
        say(f"would write {out}")


PROGRESS = click.Group(
    "progress",
    help="Gather what administrations report on progress.",
    commands=[template, add],
)
