"""Days that somebody moved in a calendar: told as a suggestion, and never taken over."""

import datetime as dt
import re

from customs_coop.deadline import deadline_from_edtf
from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import CalendarItem, EntryKind
from customs_coop.formats.occasions import Occasion

__all__ = ["exported_day", "moved_day"]

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)


def exported_day(item: CalendarItem) -> dt.date | None:
    """The last day with which an entry says that it was exported.

    Args:
        item: The entry.

    Returns:
        The day; None where it was exported without one, or does not say.

    Example:
        >>> exported_day(CalendarItem(uid="1", kind=EntryKind.TASK, edtf="[..2006-06-30]"))
        datetime.date(2006, 6, 30)
    """
    try:
        return _noted_day(item) if item.edtf else None
    except InvalidValueError:
        return None


def moved_day(item: CalendarItem, occasion: Occasion | None) -> str:
    """Tell that the day of an entry is another one than that with which it was exported.

    Args:
        item: The entry.
        occasion: What it is in the dossier, or None where that has no such time of it.

    Returns:
        What is told, with both days; empty where the day is the same, or the one that the dossier
        has now, or where nothing tells how it was.

    Example:
        >>> days = (dt.date(2006, 7, 14),)
        >>> task = CalendarItem(
        ...     uid="1", kind=EntryKind.TASK, last_days=days, item="AP1/5.1", edtf="[..2006-06-30]"
        ... )
        >>> moved_day(task, None)
        'its day was moved in the calendar from 2006-06-30 to 2006-07-14'
    """
    now = item.last_days
    if now is None or (item.recurs and item.kind is EntryKind.TASK):
        return ""  # programs put a task that recurs forward themselves
    of_round = bool(item.recurrence_id)
    held = () if occasion is None or of_round else _days(occasion.time.day)
    says = of_round or bool(item.item or item.edtf)
    try:
        then = _days(_day_before(item)) if says else held
    except (InvalidValueError, ValueError):
        return ""
    is_known = says or occasion is not None
    if not is_known or _same(now, then) or (occasion is not None and _same(now, held)):
        return ""
    if not says:
        return f"its day is {_said(now)} in the calendar, and {_said(then)} in the dossier"
    if not then:
        told = f"it was given a day in the calendar: {now[0]}"
    elif not now:
        told = f"its day was taken away in the calendar: {then[0]}"
    else:
        told = f"its day was moved in the calendar from {then[0]} to {now[0]}"
    if occasion is None or held == then or of_round:
        return told
    return f"{told}; the dossier has {_said(held)}"


def _day_before(item: CalendarItem) -> dt.date | None:
    if item.recurrence_id:
        match = _DAY.match(item.recurrence_id)
        if match is None:
            raise InvalidValueError(f"no day: {item.recurrence_id[:40]!r}")
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    return _noted_day(item) if item.edtf else None


def _noted_day(item: CalendarItem) -> dt.date | None:
    # Of rounds that are one event, the notation names the first and the last one.
    text = item.edtf.partition("/")[0] if item.recurs else item.edtf
    return deadline_from_edtf(text).latest


def _days(day: dt.date | None) -> tuple[dt.date, ...]:
    return () if day is None else (day,)


def _same(now: tuple[dt.date, ...], then: tuple[dt.date, ...]) -> bool:
    """Whether both have no day, or the one may be the other."""
    return not (now or then) or any(day in now for day in then)


def _said(days: tuple[dt.date, ...]) -> str:
    return str(days[0]) if days else "none"
