"""When entries stand in a calendar: how sure a day is, and rounds as a rule."""

import calendar
import datetime as dt
from collections.abc import Sequence

from customs_coop.deadline import Deadline, During, Recurring, Relative
from customs_coop.formats.calendars import MonthEnds
from customs_coop.formats.occasions import Time

__all__ = ["edtf_of", "is_exact", "rule_of"]


def is_exact(deadline: Deadline) -> bool:
    """Whether the words of a deadline themselves name its last day.

    A day that rests on a convention, on the date of another event, or on the rounds of the
    calendar is not certain; nor is a day of which only the stretch is stated that it ends.

    Args:
        deadline: The deadline.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> [is_exact(parse_deadline(text)) for text in ("30.6.2004", "during 1997")]
        [True, False]
    """
    if deadline.convention is not None or isinstance(deadline, Relative):
        return False
    if isinstance(deadline, During):
        return deadline.earliest == deadline.latest
    if isinstance(deadline, Recurring):
        stated = deadline.recurrence is not None and deadline.recurrence.month is not None
        return stated or deadline.first is not None or deadline.until is not None
    return True


def edtf_of(deadline: Deadline, time: Time, rule: MonthEnds | None = None) -> str:
    """The time of a deadline in ISO 8601-2; empty where nothing is known of it.

    Args:
        deadline: The deadline.
        time: One of its times.
        rule: The rule by which other rounds follow this time, or None.

    Example:
        >>> edtf_of(Recurring(), Time("2011-12-31", dt.date(2011, 12, 31)))
        '[..2011-12-31]'
    """
    if rule is not None:
        return f"{time.day}/{rule.until}"
    if deadline.edtf is None and time.day is not None:
        # What recurs has no notation of its own, but each round has its last day.
        return f"[..{time.day}]"
    return deadline.edtf or ""


def rule_of(days: Sequence[dt.date]) -> MonthEnds | None:
    """The rule that gives just these days, in the only form that all programs read alike.

    Args:
        days: The days of rounds, in order.

    Returns:
        The rule; None where the days are fewer than two, or not all the last days of the same
        months of each year.

    Example:
        >>> days = [dt.date(2011, 12, 31), dt.date(2012, 6, 30), dt.date(2012, 12, 31)]
        >>> rule_of(days)
        MonthEnds(months=(6, 12), until=datetime.date(2012, 12, 31))
        >>> rule_of([dt.date(2011, 12, 31), dt.date(2013, 12, 31)]) is None
        True
    """
    if len(days) < 2 or any(day.day != _last(day.year, day.month) for day in days):
        return None
    months = tuple(sorted({day.month for day in days}))
    expected = [
        dt.date(year, month, _last(year, month))
        for year in range(days[0].year, days[-1].year + 1)
        for month in months
    ]
    inside = [day for day in expected if days[0] <= day <= days[-1]]
    return MonthEnds(months, days[-1]) if inside == list(days) else None


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
