"""Windows: from one day to another, both included."""

from datetime import date, timedelta
from typing import Self

from attrs import field, frozen

from customs_coop.dates.days import as_date
from customs_coop.errors import InvalidValueError

__all__ = ["Period", "as_period"]

_DAY = timedelta(days=1)


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
            TypeError: `text` is no text.

        Example:
            >>> print(Period.parse("2011-07-01/2012-12-31"))
            2011-07-01/2012-12-31
        """
        if not isinstance(text, str):
            raise TypeError(f"a text is wanted, not {type(text).__name__}")
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
