"""Arithmetic on bounds: numbers of days and calendar days of which only the bounds are known."""

import math
from datetime import date
from typing import TypeAlias

import attrs

from customs_coop.dates import PartialDate
from customs_coop.errors import InvalidValueError

__all__ = ["Bounds", "Days", "as_day", "as_days", "as_moment", "days_between", "less", "told"]

Bounds: TypeAlias = tuple[float, float]
"""The least and the most that a number can be; infinite where nothing bounds it.

Calendar days are counted as `date.toordinal` counts them. For a last day, an infinite upper bound
means that there may be none, and an infinite lower bound that nothing is known.
"""

_LAST = date.max.toordinal()
# Days are added up as floating point numbers, which end somewhere.
_LONGEST = 10**15


@attrs.frozen
class Days:
    """A number of days of which only the bounds are known, and perhaps only one of them.

    Args:
        least: The least that it can be, or None where nothing bounds it; below zero it is what is
            wanting.
        most: The most that it can be, or None.

    Raises:
        InvalidValueError: The most is less than the least.

    Example:
        >>> print(Days(0, 30), Days(None, 548), Days(7, 7), Days(None, None), sep="; ")
        0 to 30 days; at most 548 days; 7 days; no telling
    """

    least: int | None = None
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.least is not None and self.most is not None and self.most < self.least:
            raise InvalidValueError(f"at most {self.most} days cannot be at least {self.least}")

    def __str__(self) -> str:
        least, most = self.least, self.most
        if least is None and most is None:
            return "no telling"
        if least is None:
            return f"at most {_counted(most)}"
        if most is None:
            return f"at least {_counted(least)}"
        return _counted(most) if least == most else f"{least} to {_counted(most)}"


Length: TypeAlias = Days | int | tuple[int, int | None]
"""How long something takes: exactly so many days, the least and the most, or `Days`."""


def as_days(value: Length) -> Days:
    """Take how long something takes, in any of the forms in which callers give it.

    Args:
        value: A number of days, the least and the most of it, or `Days`. Nothing that begins and
            ends on one day takes any: that is 0.

    Returns:
        The bounds; the least is a number, 0 where it is not known.

    Raises:
        InvalidValueError: A number is negative or beyond all counting (above 10**15), or the
            most is less than the least.
        TypeError: The value has another form.

    Example:
        >>> as_days(30), as_days((5, None))
        (Days(least=30, most=30), Days(least=5, most=None))
    """
    if isinstance(value, Days):
        first, most = value.least, value.most
    elif isinstance(value, tuple) and len(value) == 2:
        first, most = value
    elif isinstance(value, int):
        first = most = value
    else:
        raise TypeError(f"a number of days is wanted, or the least and the most, not {value!r}")
    least = 0 if first is None else first
    if not (_is_number(least) and (most is None or _is_number(most))):
        raise TypeError(f"days are counted in whole numbers, not as in {value!r}")
    if least < 0:
        raise InvalidValueError(f"nothing takes {least} days")
    if max(least, most or 0) > _LONGEST:
        raise InvalidValueError(f"a length has at most {_LONGEST} days")
    return Days(least, most)


def as_moment(bounds: Bounds) -> PartialDate:
    """Two bounds as a date of which only the bounds are known; outside the calendar none.

    Example:
        >>> as_moment((729390, math.inf))
        PartialDate('1998-01-01', None)
    """
    return PartialDate(as_day(bounds[0]), as_day(bounds[1]))


def as_day(number: float) -> date | None:
    """A day by its number, None where there is no such day in the calendar.

    Example:
        >>> as_day(729390), as_day(math.inf)
        (datetime.date(1998, 1, 1), None)
    """
    return date.fromordinal(int(number)) if 1 <= number <= _LAST else None


def days_between(bounds: Bounds) -> Days:
    """Two bounds as a number of days.

    Example:
        >>> days_between((-math.inf, 5))
        Days(least=None, most=5)
    """
    least, most = bounds
    return Days(
        None if math.isinf(least) else int(least),
        None if math.isinf(most) else int(most),
    )


def less(day: float, days: float) -> float:
    """So many days before a day; where there is no last day, there is none before it either.

    Example:
        >>> less(10, 3), less(math.inf, math.inf), less(10, math.inf)
        (7, inf, -inf)
    """
    return day if math.isinf(day) else day - days


def told(day: PartialDate) -> str:
    """A date of which only the bounds are known, in words.

    Example:
        >>> told(PartialDate(None, "1998-01-01")), told(PartialDate(None, None))
        ('1998-01-01 or before', 'unknown')
    """
    if day.earliest is None and day.latest is None:
        return "unknown"
    if day.earliest is None:
        return f"{day.latest} or before"
    if day.latest is None:
        return f"{day.earliest} or later"
    return str(day)


def _counted(days: int | None) -> str:
    return f"{days} day" if days in (1, -1) else f"{days} days"


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
