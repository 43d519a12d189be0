"""Days, windows and dates of which only the bounds are known.

Dates go in as `datetime.date` or as ISO text ("2011-07-01"), never as `datetime.datetime`: plans
are made in days, and a time of day would silently be dropped.
"""

import re
from datetime import date, datetime, timedelta
from typing import Self

from attrs import field, frozen
from attrs.converters import optional

from customs_coop.errors import InvalidValueError

__all__ = ["PartialDate", "Period", "as_date", "as_partial_date", "as_period"]

# date.fromisoformat alone would also take "20110701", "2011-W26-5" and, from 3.13 on, more.
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_YEAR = re.compile(r"[0-9]{4}")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_OPEN = ".."
_DAY = timedelta(days=1)


def as_date(value: date | str) -> date:
    """Take a day as it is, or read it from ISO 8601 text.

    Args:
        value: A `date`, or text of the form "2011-07-01".

    Returns:
        The day.

    Raises:
        InvalidValueError: The text is not an ISO date, or names a day that does not exist.
        TypeError: The value is a `datetime`, or neither a date nor text.

    Example:
        >>> as_date("2011-07-01")
        datetime.date(2011, 7, 1)
    """
    if isinstance(value, datetime):
        raise TypeError("a date is needed, not a datetime; use .date()")
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a date or ISO text is needed, not {type(value).__name__}")
    if not _ISO_DATE.fullmatch(value):
        raise InvalidValueError(f"not an ISO date such as 2011-07-01: {value[:40]!r}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValueError(f"no such day: {value!r}") from None


@frozen(repr=False)
class Period:
    """A window of days, both ends included.

    Args:
        start: The first day, or its ISO text.
        end: The last day, or its ISO text; not before `start`.

    Raises:
        InvalidValueError: The period ends before it starts, or a text is no ISO date.

    Example:
        >>> Period("2011-07-01", "2012-12-31").months
        18
    """

    start: date = field(converter=as_date)
    end: date = field(converter=as_date)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError(f"the period {self} ends before it starts")

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"Period({str(self.start)!r}, {str(self.end)!r})"

    def __contains__(self, day: date | str) -> bool:
        return self.start <= as_date(day) <= self.end

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text that `str()` gives: an ISO 8601 interval of two days.

        Args:
            text: For example "2011-07-01/2012-12-31".

        Returns:
            The period.

        Raises:
            InvalidValueError: The text is something else.

        Example:
            >>> print(Period.parse("2011-07-01/2012-12-31"))
            2011-07-01/2012-12-31
        """
        start, slash, end = text.partition("/")
        if not slash:
            raise InvalidValueError(
                f"not a period such as 2011-07-01/2012-12-31: {text[:40]!r}",
            )
        return cls(start, end)

    @classmethod
    def of_months(cls, year: int, first: int, last: int | None = None) -> Self:
        """Make the period of whole months inside one year.

        Args:
            year: Four digits.
            first: The first month, 1 to 12.
            last: The last month, `first` where it is not given.

        Returns:
            The period from the first day of `first` to the last day of `last`.

        Raises:
            InvalidValueError: No such year or month.

        Example:
            >>> print(Period.of_months(1998, 1, 6))
            1998-01-01/1998-06-30
        """
        last = first if last is None else last
        try:
            end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - _DAY
            return cls(date(year, first, 1), end)
        except (ValueError, OverflowError):
            raise InvalidValueError(f"no such months: {first} to {last} of {year}") from None

    @property
    def months(self) -> int:
        """The length in complete months; days that do not fill a further month are left out.

        A plan that runs from 1 July 2011 to 31 December 2012 has 18; one that stops a day
        earlier has 17. A period shorter than a month has 0.
        """
        from dateutil.relativedelta import relativedelta  # late: keeps import light

        # The length is counted to the day after the end, which after 31.12.9999 does not exist.
        if self.end == date.max:
            whole = (date.max.year + 1 - self.start.year) * 12 + 1 - self.start.month
            return whole if self.start.day == 1 else whole - 1
        length = relativedelta(self.end + _DAY, self.start)
        return length.years * 12 + length.months

    def next(self, months: int) -> Self:
        """Make the period that starts on the day after this one.

        Args:
            months: Its length in months, at least 1.

        Returns:
            A period without a gap to this one.

        Raises:
            InvalidValueError: Fewer than one month, or an end after the year 9999.

        Example:
            >>> print(Period("2004-01-01", "2006-12-31").next(18))
            2007-01-01/2008-06-30
        """
        from dateutil.relativedelta import relativedelta  # late: keeps import light

        if months < 1:
            raise InvalidValueError(f"a period needs at least one month, not {months}")
        try:
            start = self.end + _DAY
            # For whole months not by way of the day after the end: it may be beyond the year 9999.
            if start.day == 1:
                last = start + relativedelta(months=months - 1)
                end = self.of_months(last.year, last.month).end
            else:
                end = start + relativedelta(months=months) - _DAY
        except (OverflowError, ValueError):
            raise InvalidValueError(f"{months} months after {self.end} there is no date") from None
        return type(self)(start, end)


def as_period(value: Period | str) -> Period:
    """Take a period as it is, or read it from its text.

    Args:
        value: A `Period`, or text of the form "2011-07-01/2012-12-31".

    Returns:
        The period.

    Raises:
        InvalidValueError: The text is no period.
        TypeError: The value is neither.

    Example:
        >>> as_period("2011-07-01/2012-12-31").months
        18
    """
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        return Period.parse(value)
    raise TypeError(f"a Period or its text is needed, not {type(value).__name__}")


@frozen(repr=False)
class PartialDate:
    """A date of which only the bounds are known, and perhaps only one of them.

    Two such dates have no order: the one may or may not come first. So there is no `<`;
    ask `certainly_before` or `possibly_before`.

    Args:
        earliest: The first day on which it can be, or None.
        latest: The last day on which it can be, or None.

    Raises:
        InvalidValueError: The latest day comes before the earliest.

    Example:
        >>> conference = PartialDate("2008-01-01", "2008-12-31")
        >>> conference.certainly_before("2009-01-01"), conference.possibly_before("2008-05-01")
        (True, True)
    """

    earliest: date | None = field(default=None, converter=optional(as_date))
    latest: date | None = field(default=None, converter=optional(as_date))

    def __attrs_post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise InvalidValueError(f"the bounds {self} are reversed")

    def __str__(self) -> str:
        if self.earliest is not None and self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest or _OPEN}/{self.latest or _OPEN}"

    def __repr__(self) -> str:
        bounds = (None if day is None else str(day) for day in (self.earliest, self.latest))
        return "PartialDate({!r}, {!r})".format(*bounds)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text that `str()` gives; also a year or a month.

        The notation is that of an ISO 8601-2 interval, ".." for an open end.

        Args:
            text: For example "2004-02-25", "2004-02-25/2004-02-26", "2004-02-25/..", "2008-06".

        Returns:
            The partial date.

        Raises:
            InvalidValueError: The text is something else.

        Example:
            >>> PartialDate.parse("2008-06")
            PartialDate('2008-06-01', '2008-06-30')
        """
        earliest, slash, latest = text.partition("/")
        if slash:
            return cls(*(None if day == _OPEN else as_date(day) for day in (earliest, latest)))
        if _ISO_YEAR.fullmatch(text):
            whole = Period.of_months(int(text), 1, 12)
        elif month := _ISO_MONTH.fullmatch(text):
            whole = Period.of_months(int(month[1]), int(month[2]))
        else:
            whole = Period(text, text)
        return cls(whole.start, whole.end)

    def certainly_before(self, other: "date | str | PartialDate") -> bool:
        """Say whether this comes before the other, wherever the two lie in their bounds.

        Args:
            other: A day, its ISO text, or another partial date.

        Returns:
            False also where a bound is missing, for then nothing is certain.

        Example:
            >>> PartialDate(latest="2008-12-31").certainly_before("2009-01-01")
            True
        """
        start = as_partial_date(other).earliest
        return self.latest is not None and start is not None and self.latest < start

    def possibly_before(self, other: "date | str | PartialDate") -> bool:
        """Say whether this can come before the other.

        Args:
            other: A day, its ISO text, or another partial date.

        Returns:
            True also where a bound is missing, for then nothing is excluded.

        Example:
            >>> PartialDate("2008-06-01", None).possibly_before("2008-06-01")
            False
        """
        end = as_partial_date(other).latest
        return self.earliest is None or end is None or self.earliest < end


def as_partial_date(value: date | str | PartialDate) -> PartialDate:
    """Take a partial date as it is, or make one from a day or from text.

    Args:
        value: A `PartialDate`, a day, or text that `PartialDate.parse` reads.

    Returns:
        The partial date; a single day has itself for both bounds.

    Raises:
        InvalidValueError: The text is no partial date.
        TypeError: The value is of another type.

    Example:
        >>> as_partial_date("2004-02-25/..")
        PartialDate('2004-02-25', None)
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        return PartialDate.parse(value)
    day = as_date(value)
    return PartialDate(day, day)
