"""Dates of which only the bounds are known."""

from datetime import date
from typing import Self

from attrs import field, frozen
from attrs.converters import optional

from customs_coop.dates.days import as_date
from customs_coop.dates.units import unit_in_edtf
from customs_coop.errors import InvalidValueError

__all__ = ["PartialDate", "as_partial_date"]

_OPEN = ".."
_UNKNOWN = "XXXX"


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
        """Read the text that `str()` gives, and any other text in EDTF of levels 0 to 2.

        A set ("[1998..2000]", "{1998,2000}") or an interval gives the bounds of the whole. What a
        qualifier says ("1998~", about 1998) has no place here and is left out: the bounds are the
        strict ones.

        Args:
            text: For example "2004-02-25", "2004-02-25/2004-02-26", "2004-02-25/..", "2008-06",
                "1998-37", "199X", "[..1998-06-30]".

        Returns:
            The partial date.

        Raises:
            InvalidValueError: The text is something else; the message says what is wrong.
            TypeError: `text` is no text.

        Example:
            >>> PartialDate.parse("2008-06")
            PartialDate('2008-06-01', '2008-06-30')
            >>> PartialDate.parse("[..1998-06-30]")
            PartialDate(None, '1998-06-30')
        """
        from customs_coop.dates.edtf import read_edtf  # late: keeps import light

        found = read_edtf(text)
        return cls(found.earliest, found.latest)

    @property
    def edtf(self) -> str:
        """The date in ISO 8601-2 (EDTF level 2), which `parse` reads back.

        A day, month, year, quarter, third or half-year as such; otherwise one date of a set, in
        days. An interval ("../1998-06-30") would say something else: a time that goes on all the
        while. Where nothing is known it is a year of which no digit is given.

        Example:
            >>> PartialDate("1998-01-01", "1998-04-30").edtf, PartialDate(None, "1998-06-30").edtf
            ('1998-37', '[..1998-06-30]')
        """
        if self.earliest is None and self.latest is None:
            return _UNKNOWN
        if self.earliest is not None and self.latest is not None:
            unit = unit_in_edtf(self.earliest, self.latest)
            if unit is not None:
                return unit
        return f"[{self.earliest or ''}..{self.latest or ''}]"

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
