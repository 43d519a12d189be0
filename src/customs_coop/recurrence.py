"""What comes round again: every month, every two years, once per Presidency.

A recurrence here counts calendar time (the report *for* each half-year), not intervals from a
first day. So its occurrences are periods, aligned with the calendar, and each has its own end.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Final, Self

from attrs import field, frozen

from customs_coop.dates import Period, as_period
from customs_coop.errors import InvalidValueError

__all__ = ["Frequency", "Recurrence"]


class Frequency(Enum):
    """The unit of time that a recurrence counts."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    PRESIDENCY = "presidency"


_MONTHS: Final = {Frequency.MONTHLY: 1, Frequency.YEARLY: 12, Frequency.PRESIDENCY: 6}
# The word for one unit, for several, and the word that Recurrence.parse goes by.
_UNITS: Final = {
    Frequency.WEEKLY: ("week", "weeks"),
    Frequency.MONTHLY: ("month", "months"),
    Frequency.YEARLY: ("year", "years"),
    Frequency.PRESIDENCY: ("Presidency", "Presidencies"),
}
_FREQUENCY_OF: Final = {word: unit for unit, words in _UNITS.items() for word in words}
_TEXT = re.compile(
    r"every (?:(?P<interval>[1-9][0-9]{0,3}) )?"
    rf"(?P<unit>{'|'.join(sorted(_FREQUENCY_OF, reverse=True))})"
    r"(?:, at least (?P<minimum>[1-9][0-9]{0,5}) times?)?"
    r"(?:, by (?:(?P<day>[1-9][0-9]?) |the end of )(?P<month>[A-Z][a-z]{2,8}))?",
)
# Written out: the words of the calendar module follow the locale of the machine.
_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LEAP_YEAR: Final = 2000
_SUNDAY: Final = 6
_LONGEST_INTERVAL = 9999


def _at_least_one(value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a whole number is needed, not {type(value).__name__}")
    if value < 1:
        raise InvalidValueError(f"at least 1 is needed, not {value}")
    return value


def _count(value: int | None) -> int | None:
    return None if value is None else _at_least_one(value)


@frozen
class Recurrence:
    """A rhythm: so often, every so many weeks, months, years or Presidencies.

    Args:
        frequency: The unit.
        interval: How many units make one round.
        minimum: How often at least in each round, None where no number is stated.
        month: The month, 1 to 12, by the end of which each round of years is due; None where
            each round has its whole time.
        day: The day of that month by which it is due; None for the last one. 29 February is
            28 February in other years.

    Raises:
        InvalidValueError: The interval or the minimum is less than one, the interval is more
            than 9999, a month goes with other rounds than of years, or no year has the day.

    Example:
        >>> print(Recurrence(Frequency.MONTHLY, 6))
        every 6 months
    """

    frequency: Frequency = field(converter=Frequency)
    interval: int = field(default=1, converter=_at_least_one)
    minimum: int | None = field(default=None, converter=_count)
    month: int | None = field(default=None, converter=_count)
    day: int | None = field(default=None, converter=_count)

    def __attrs_post_init__(self) -> None:
        if self.interval > _LONGEST_INTERVAL:
            raise InvalidValueError(f"an interval of {self.interval} has no use in a calendar")
        if self.month is None:
            if self.day is not None:
                raise InvalidValueError(f"the day {self.day} needs its month")
            return
        if self.frequency is not Frequency.YEARLY:
            raise InvalidValueError(f"rounds that are {self.frequency.value} have no month")
        if self.month > 12 or (self.day or 1) > monthrange(_LEAP_YEAR, self.month)[1]:
            raise InvalidValueError(f"no year has month {self.month}, day {self.day}")

    def __str__(self) -> str:
        one, several = _UNITS[self.frequency]
        text = f"every {one}" if self.interval == 1 else f"every {self.interval} {several}"
        if self.minimum is not None:
            text += f", at least {self.minimum} time{'' if self.minimum == 1 else 's'}"
        if self.month is None:
            return text
        day = "the end of" if self.day is None else self.day
        return f"{text}, by {day} {_NAMES[self.month - 1]}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text that `str()` gives; for words as printed there is `parse_deadline`.

        Args:
            text: For example "every 6 months", "every year, at least 4 times" or "every year, by
                31 March".

        Returns:
            The recurrence.

        Raises:
            InvalidValueError: The text is something else.
            TypeError: `text` is no text.

        Example:
            >>> Recurrence.parse("every Presidency").rrule
            'FREQ=MONTHLY;INTERVAL=6'
        """
        if not isinstance(text, str):
            raise TypeError(f"a text is wanted, not {type(text).__name__}")
        match = _TEXT.fullmatch(text)
        if match is None:
            raise InvalidValueError(
                f"not a recurrence such as 'every 6 months': {text[:40]!r}; "
                "words as printed are read by parse_deadline",
            )
        minimum, day, name = match["minimum"], match["day"], match["month"]
        if name is not None and name not in _NAMES:
            raise InvalidValueError(f"no month is called {name}")
        found = cls(
            _FREQUENCY_OF[match["unit"]],
            int(match["interval"] or 1),
            int(minimum) if minimum else None,
            _NAMES.index(name) + 1 if name else None,
            int(day) if day else None,
        )
        if str(found) != text:
            raise InvalidValueError(f"not a recurrence: {text[:40]!r}; it is written {found}")
        return found

    @property
    def rrule(self) -> str:
        """The rhythm as a recurrence rule of RFC 5545, section 3.3.10.

        A Presidency has six months. The rule has no way to state `minimum`, nor the alignment
        with the calendar: that comes from the DTSTART that goes with it.
        """
        if self.frequency is Frequency.PRESIDENCY:
            return f"FREQ=MONTHLY;INTERVAL={6 * self.interval}"
        rule = f"FREQ={self.frequency.name}"
        if self.interval > 1:
            rule += f";INTERVAL={self.interval}"
        if self.month is None:
            return rule
        last = self.day is None or (self.month, self.day) == (2, 29)
        return f"{rule};BYMONTH={self.month};BYMONTHDAY={-1 if last else self.day}"

    def occurrences(self, *, within: Period | str) -> tuple[Period, ...]:
        """List the rounds in a window, each cut to the window.

        Rounds of one, two, three, four or six months lie as the calendar has them, so six months
        are January to June or July to December. Rounds of whole years begin on 1 January; where
        several years make a round, the first round begins in the year in which the window does.
        Other rounds are counted from the month, or the Monday, in which the window begins.

        Args:
            within: The window, usually that of a plan.

        Returns:
            Periods without gaps that cover the window.

        Example:
            >>> once = Recurrence(Frequency.PRESIDENCY)
            >>> [str(one.end) for one in once.occurrences(within="2011-07-01/2012-12-31")]
            ['2011-12-31', '2012-06-30', '2012-12-31']
        """
        window = as_period(within)
        starts = [max(start, window.start) for start in self._starts(window)]
        ends = [start - timedelta(days=1) for start in starts[1:]]
        return tuple(map(Period, starts, [*ends, window.end]))

    def last_days(self, *, within: Period | str) -> tuple[date, ...]:
        """List the days in a window by which a round is due, where the calendar alone tells them.

        Each month, quarter, half-year, Presidency and year ends with the calendar, each week with
        its Sunday; rounds of a year may have their own day. Nobody knows in which year or month
        ends what comes every two years, every five months or every three Presidencies, unless its
        first round is stated: see `Recurring.last_days`. A round that goes on behind the window
        is due behind it.

        Args:
            within: The window, usually that of a plan.

        Returns:
            The days in the window, in order; none of a rhythm that may begin anywhere.

        Example:
            >>> yearly = Recurrence(Frequency.YEARLY, month=3, day=31)
            >>> list(map(str, yearly.last_days(within="2011-07-01/2013-12-31")))
            ['2012-03-31', '2013-03-31']
            >>> Recurrence(Frequency.YEARLY, 2).last_days(within="2011-07-01/2013-12-31")
            ()
        """
        window = as_period(within)
        if not self._lies_in_the_calendar:
            return ()
        days = self.rounds_inside(window)
        return days if self.month is not None else tuple(filter(self._ends_a_round, days))

    def rounds_inside(self, stretch: Period | str) -> tuple[date, ...]:
        """List the last days of the rounds of a stretch that is stated itself, as in "2013-2017".

        The first round of several years, or of five months, then begins with the stretch, and the
        last one is over with it, whatever is left of it.

        Args:
            stretch: The stretch.

        Returns:
            The days in the stretch, in order.

        Example:
            >>> every_two = Recurrence(Frequency.YEARLY, 2)
            >>> list(map(str, every_two.rounds_inside("2013-01-01/2017-12-31")))
            ['2014-12-31', '2016-12-31', '2017-12-31']
        """
        whole = as_period(stretch)
        if self.month is None:
            return tuple(one.end for one in self.occurrences(within=whole))
        years = (start.year + self.interval - 1 for start in self._starts(whole))
        days = (self._day_in(year, self.month) for year in years if year <= date.max.year)
        return tuple(day for day in days if whole.start <= day <= whole.end)

    @property
    def _lies_in_the_calendar(self) -> bool:
        """Whether rounds begin where the calendar has a beginning: of a week, a half-year, a year.

        Two Presidencies are as long as a year, and may begin with either of its halves.
        """
        if self.frequency in (Frequency.WEEKLY, Frequency.PRESIDENCY):
            return self.interval == 1
        return 12 % (_MONTHS[self.frequency] * self.interval) == 0

    def _ends_a_round(self, day: date) -> bool:
        """Whether a round that lies in the calendar ends on a day."""
        if self.frequency is Frequency.WEEKLY:
            return day.weekday() == _SUNDAY
        length = _MONTHS[self.frequency] * self.interval
        return day.month % length == 0 and day.day == monthrange(day.year, day.month)[1]

    def _day_in(self, year: int, month: int) -> date:
        last = monthrange(year, month)[1]
        return date(year, month, min(self.day or last, last))

    def rounds_after(self, first: date) -> Iterator[date]:
        """The last days of rounds of which the first one is due on a day, that day included.

        Where it is the last day of a month, the others are, too.

        Args:
            first: The last day of the first round.

        Yields:
            The days in order, up to the end of the calendar.

        Example:
            >>> days = Recurrence(Frequency.MONTHLY, 6).rounds_after(date(2013, 6, 30))
            >>> [str(next(days)) for _ in range(3)]
            ['2013-06-30', '2013-12-31', '2014-06-30']
        """
        if self.frequency is Frequency.WEEKLY:
            for ordinal in range(first.toordinal(), date.max.toordinal() + 1, 7 * self.interval):
                yield date.fromordinal(ordinal)
            return
        length = _MONTHS[self.frequency] * self.interval
        at_the_end = first.day == monthrange(first.year, first.month)[1]
        begin = first.year * 12 + first.month - 1
        for index in range(begin, (date.max.year + 1) * 12, length):
            last = monthrange(index // 12, index % 12 + 1)[1]
            yield date(index // 12, index % 12 + 1, last if at_the_end else min(first.day, last))

    def _starts(self, window: Period) -> Iterator[date]:
        """The first day of each round that touches the window; the first may lie before it."""
        if self.frequency is Frequency.WEEKLY:
            # By ordinals: the next round may begin after 31.12.9999, which is no date.
            first = window.start.toordinal() - window.start.weekday()
            for ordinal in range(first, window.end.toordinal() + 1, 7 * self.interval):
                yield date.fromordinal(max(ordinal, 1))
            return
        length = _MONTHS[self.frequency] * self.interval
        first = window.start.year * 12 + window.start.month - 1
        if length % 12 == 0:
            first -= first % 12
        elif 12 % length == 0:
            first -= first % length
        last = window.end.year * 12 + window.end.month - 1
        for index in range(first, last + 1, length):
            yield date(index // 12, index % 12 + 1, 1)
