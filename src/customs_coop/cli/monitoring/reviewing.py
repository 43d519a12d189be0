"""The command that tells how plans stand on a day."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from customs_coop.cli.monitoring.owing import MEMBER, members_given, members_in, party_in
from customs_coop.cli.options import FILE, FORCE, OPTIONS, PLACE, named_options, parsed
from customs_coop.cli.outputs import deliver, refuse_outputs
from customs_coop.cli.streams import Findings, dossier_of, print_report, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from customs_coop.monitoring import StateOfPlay, TalliedBy, Tally

__all__ = ["review"]

_BY: Final = ("action", "party", "objective", "work-area", "plan")
_HORIZON: Final = "P90D"
_PAGE: Final = 100
_SOME_DAY: Final = dt.date(2000, 1, 1)  # far from both ends of the calendar


@click.command()
@FILE
@click.option("--on", "day", metavar="DAY", required=True, help="The day, such as 2006-09-30.")
@click.option(
    "--horizon",
    metavar="DURATION",
    default=_HORIZON,
    show_default=True,
    help="How far ahead a thing counts as due, such as P90D, P3M or P1Y.",
)
@click.option(
    "--plan",
    "plans",
    metavar="ID",
    multiple=True,
    help="A plan to review, also one of another time; may be given again.",
)
@click.option("--party", metavar="ID", help="Only what this party answers for or owes.")
@click.option("--by", type=click.Choice(_BY), help="Print counts by this, instead of lists.")
@MEMBER
@click.option("--json", "for_programs", is_flag=True, help='The same as "--to json".')
@click.option("--to", metavar="FORMAT", help="Write the state of play in this format.")
@PLACE
@OPTIONS
@click.option(
    "--strict", is_flag=True, help="Exit with 1 where a thing is overdue or a report is missing."
)
@click.option("--report", "is_report", is_flag=True, help="Print what is in doubt, one a line.")
@FORCE
def review(
    *,
    file: str | None,
    day: str,
    horizon: str,
    plans: tuple[str, ...],
    party: str | None,
    by: str | None,
    members: tuple[str, ...],
    for_programs: bool,
    to: str | None,
    out: Path | None,
    options: tuple[str, ...],
    strict: bool,
    is_report: bool,
    force: bool,
) -> None:
    """Tell how plans stand on a day: what is overdue, due, waiting and done.

    Without --plan, the plans are reviewed whose period holds the day.
    """
    from customs_coop.dates import as_date
    from customs_coop.monitoring import review as review_of

    if for_programs and to not in (None, "json"):
        raise click.UsageError("--json and --to name two formats; one is enough")
    to = "json" if for_programs else to
    is_written = to is not None or out is not None
    if by is not None and is_written:
        raise click.UsageError("--by prints counts; it does not go with --json, --to and --out")
    given = named_options(options)
    if given and not is_written:
        raise click.UsageError("-O is for a format: name one with --to or --out")
    on = parsed(as_date, day, option="--on")
    ahead = _length(horizon, on)
    given_members = members_given(members)
    refuse_outputs([out], [file], force=force, folders=True)
    dossier = dossier_of(file, takes_plan=True)
    named = members_in(dossier, given_members, answers=True)
    whole = review_of(dossier, on=on, horizon=ahead, members=named, plans=plans or None)
    state = whole if party is None else _of_party(whole, party_in(dossier, party))
    if is_written:
        deliver(state, to, out, given)
    else:
        say(_summary(state) if by is None else _counted(state, by))
    _tell(whole, is_report=is_report)
    if strict and (state.overdue or state.missing):
        raise Findings


def _summary(state: "StateOfPlay") -> str:
    """The state in words; wider than a page where the terminal is."""
    import shutil

    from customs_coop.monitoring.summaries import summary_of

    return summary_of(state, max(_PAGE, shutil.get_terminal_size((_PAGE, 24)).columns))


def _length(horizon: str, on: dt.date) -> dt.timedelta:
    """The days from a day to the end of a duration that begins on it, or to that of the calendar.

    Raises:
        click.BadParameter: It is no duration of ISO 8601, is negative, or is longer than the
            calendar.
    """
    from customs_coop.deadline import Relative
    from customs_coop.errors import InvalidValueError

    words = horizon.strip().upper()

    def ahead(first: dt.date) -> dt.timedelta:
        end = Relative("", words).anchored(first).latest
        if end is None or end < first:
            raise InvalidValueError(f"{horizon} leads back")
        return end - first

    try:
        return ahead(on)
    except InvalidValueError as error:
        fault = click.BadParameter(str(error), param_hint="--horizon")
    try:
        ahead(_SOME_DAY)
    except InvalidValueError:
        raise fault from None
    return dt.date.max - on  # only the day was at fault: it lies at the end of the calendar


def _of_party(state: "StateOfPlay", party: str) -> "StateOfPlay":
    """What concerns one party.

    Raises:
        click.BadParameter: Nothing does.
    """
    found = state.of_party(party)
    if not found.items and not found.owed:
        ids = {one for item in state.items for one in item.parties}
        ids |= {one.party for one in state.owed if one.party is not None}
        ids |= {member for one in state.collectives for member in one.members}
        known = f"parties are {', '.join(sorted(ids)) or 'none'}"
        wholes = [one.subject for one in state.report if one.code == "CC817"]
        way_out = "".join(f"; the members of {one} are named with --member" for one in wholes)
        raise click.BadParameter(
            f"{party!r} answers for nothing there; {known}{way_out}", param_hint="--party"
        )
    return found


def _counted(state: "StateOfPlay", by: str) -> str:
    """The counts as a table: a column for each standing that is there."""
    from customs_coop.cli.tables import columns
    from customs_coop.monitoring.summaries import ORDER, has_something

    # The names of the options have hyphens, those of the library low lines.
    tallies = state.tallies(cast("TalliedBy", by.replace("-", "_")))
    if by == "party":
        tallies = tuple(one for one in tallies if has_something(one))
    shown = [one for one in ORDER if any(tally.count(one).part for tally in tallies)]
    counted: list[tuple[str, Sequence[object]]] = [
        (by, [_key(one) for one in tallies]),
        ("things", [one.total for one in tallies]),
        *((each.value, [one.count(each).part for one in tallies]) for each in shown),
        ("silent", [one.silent for one in tallies]),
        ("measured", [one.measured for one in tallies]),
        *_unless_none("to measure", [one.to_measure for one in tallies]),
        ("reports", [one.reported for one in tallies]),
        *_unless_none("to come", [one.to_come for one in tallies]),
        *_unless_none("may be late", [one.possibly_missing for one in tallies]),
        ("name", [one.label for one in tallies]),
    ]
    cells = zip(*(map(str, (head, *column)) for head, column in counted), strict=True)
    return "\n".join(columns([*cells]))


def _key(tally: "Tally") -> str:
    return f"{tally.within}: {tally.key}" if tally.within else tally.key or "-"


def _unless_none(head: str, numbers: "Sequence[int]") -> "Iterator[tuple[str, Sequence[object]]]":
    """A column in which something stands."""
    if any(numbers):
        yield head, numbers


def _tell(state: "StateOfPlay", *, is_report: bool) -> None:
    """What is in doubt: each finding, or the plans of another time and how much else there is."""
    from customs_coop.cli.tables import findings

    if is_report:
        print_report(state.report)
        return
    for finding in state.report:
        if finding.code == "CC810":
            say(f"{finding.subject}: {finding.message} (--plan {finding.subject})", err=True)
        elif finding.code == "CC817":
            say(f"{finding.message} (--member {finding.subject}=ID,ID)", err=True)
    if state.report.warnings:
        say(f"{findings(state.report)} (--report shows all)", err=True)
