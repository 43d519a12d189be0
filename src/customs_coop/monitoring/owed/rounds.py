"""The rounds of what recurs: when each is due, and the time about which it reports."""

import datetime as dt

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Recurring
from customs_coop.recurrence import Frequency, Recurrence

__all__ = ["Round", "rounds_of"]

_DAY = dt.timedelta(days=1)
_MONTHS = {Frequency.MONTHLY: 1, Frequency.PRESIDENCY: 6, Frequency.YEARLY: 12}
_WEEK = 7
# Any two whole years: a rhythm that has no round in them has none in the calendar.
_SOME_YEARS = Period("2001-01-01", "2002-12-31")


@attrs.frozen(kw_only=True)
class Round:
    """One time at which a report is owed.

    Args:
        due: Its last day, or None where none is known.
        earliest: The first day by which it may have been due, or None where the day is certain.
        period: The time about which it reports, or None.
        number: Its place among the rounds of the window, from 1, or None.
    """

    due: dt.date | None = None
    earliest: dt.date | None = None
    period: Period | None = None
    number: int | None = None


def rounds_of(deadline: Recurring, window: Period) -> tuple[Round, ...]:
    """List the rounds that are due in a window.

    Args:
        deadline: What recurs.
        window: The window.

    Returns:
        The rounds; a single one without a day where nothing tells when rounds are due, and none
        where no round is due in the window.

    Example:
        >>> twice = Recurring(Recurrence(Frequency.MONTHLY, 6))
        >>> [str(one.period) for one in rounds_of(twice, Period("2011-10-01", "2012-06-30"))]
        ['2011-07-01/2011-12-31', '2012-01-01/2012-06-30']
    """
    days = deadline.last_days(within=window)
    if deadline.recurrence is None or (not days and not _lies_in_the_calendar(deadline)):
        is_over = deadline.until is not None and deadline.until < window.start
        return () if is_over else (Round(),)
    found = []
    before: dt.date | None = None
    for number, day in enumerate(days, 1):
        start = _begin(deadline, deadline.recurrence, day) if before is None else before + _DAY
        found.append(Round(due=day, period=Period(start, day), number=number))
        before = day
    return tuple(found)


def _lies_in_the_calendar(deadline: Recurring) -> bool:
    """Whether a rhythm has rounds whose days are known, in the window or outside it."""
    if deadline.first is not None or deadline.recurrence is None:
        return deadline.first is not None
    return bool(deadline.recurrence.last_days(within=_SOME_YEARS))


def _begin(deadline: Recurring, recurrence: Recurrence, day: dt.date) -> dt.date:
    """The first day of the round that is due on a day: the day after the round before it."""
    back = _before(recurrence, day)
    if back is None:
        return day
    earlier = deadline.last_days(within=Period(back, day))
    if len(earlier) > 1:
        return earlier[-2] + _DAY
    # The first round of all: it is as long as the others, as far as the calendar reaches.
    return min(back + _DAY, day)


def _before(recurrence: Recurrence, day: dt.date) -> dt.date | None:
    """The day one round before a day; None before the year 1."""
    from dateutil.relativedelta import relativedelta  # late: keeps import light

    try:
        if recurrence.frequency is Frequency.WEEKLY:
            return day - dt.timedelta(days=_WEEK * recurrence.interval)
        months = _MONTHS[recurrence.frequency] * recurrence.interval
        is_last = (day + _DAY).day == 1
        back = (day + _DAY if is_last else day) - relativedelta(months=months)
        return back - _DAY if is_last else back
    except (OverflowError, ValueError):
        return None
