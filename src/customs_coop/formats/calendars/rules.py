"""What RFC 5545 forbids of an entry, and what programs disagree on."""

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Final

from customs_coop.formats.calendars.entries import CalendarEntry, EntryKind, EntryStatus, MonthEnds
from customs_coop.formats.calendars.lines import clean_line

__all__ = ["refusal"]

_STATUSES: Final = {
    EntryKind.EVENT: (EntryStatus.TENTATIVE, EntryStatus.CONFIRMED, EntryStatus.CANCELLED),
    EntryKind.TASK: (
        EntryStatus.NEEDS_ACTION,
        EntryStatus.IN_PROCESS,
        EntryStatus.COMPLETED,
        EntryStatus.CANCELLED,
    ),
}
_LARGEST: Final = 2**31 - 1  # RFC 5545, section 3.3.8


def refusal(entry: CalendarEntry) -> str:
    """Why an entry cannot be written.

    Args:
        entry: The entry.

    Returns:
        The reason, or an empty text.
    """
    return next((reason for wrong, reason in _rules(entry) if wrong), "")


def _rules(entry: CalendarEntry) -> Iterator[tuple[bool, str]]:
    yield not entry.uid or clean_line(entry.uid) != entry.uid, "its identifier is no line of text"
    yield (
        entry.status is not None and entry.status not in _STATUSES[entry.kind],
        f"{entry.kind.value} has no status {entry.status.value if entry.status else ''}",
    )
    yield not 0 <= entry.sequence <= _LARGEST, f"{entry.sequence} is no number of a revision"
    yield (
        entry.priority is not None and not 0 <= entry.priority <= 9,
        f"{entry.priority} is no priority",
    )
    yield (
        entry.percent is not None and not 0 <= entry.percent <= 100,
        f"{entry.percent} is no percentage",
    )
    if entry.kind is EntryKind.TASK:
        yield entry.rule is not None, "programs disagree on tasks that recur"
        return
    yield entry.percent is not None, "an event has no percentage"
    if entry.day is None:
        yield True, "an event without a day"
        return
    yield entry.start is not None and entry.start > entry.day, "it starts after its last day"
    yield (
        entry.start is not None and entry.start < entry.day == dt.date.max,
        "the day after its last day cannot be written",
    )
    if entry.rule is not None:
        yield from _rules_of_rounds(entry.rule, entry.start, entry.day)


def _rules_of_rounds(
    rule: MonthEnds, start: dt.date | None, day: dt.date
) -> Iterator[tuple[bool, str]]:
    yield (
        not rule.months or not all(1 <= month <= 12 for month in rule.months),
        f"{rule.months} are no months",
    )
    yield start not in (None, day), "an event of several days does not recur"
    last = calendar.monthrange(day.year, day.month)[1]
    yield (
        day.day != last or day.month not in rule.months,
        f"{day} is not one of the days of its rule",
    )
    yield rule.until < day, "its rule ends before it begins"
