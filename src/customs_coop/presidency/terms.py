"""One Presidency, the table of all of them, and questions to the table."""

import re
from datetime import date
from typing import Final, Self

from attrs import field, frozen

from customs_coop.dates import Period, as_date, as_period
from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.presidency.rotation import ROTATIONS

__all__ = ["Presidency", "presidencies", "presidency_on"]

_CODES: Final = frozenset(code for rotation in ROTATIONS for code in rotation.order)
_ISO_TO_EU: Final = {"GB": "UK", "GR": "EL"}
_LONGEST_NAME = 120
_HALVES: Final = {1: "first", 2: "second"}
_EDTF = re.compile(r"(?P<year>[0-9]{4})-(?P<half>40|41)")
# As error messages and reports write it.
_LISTED = re.compile(r"(?P<year>[0-9]{4})-H(?P<half>[12])")
# Since then Presidencies come in groups of three, for eighteen months each.
_FIRST_OF_TRIOS: Final = (2007, 1)


def _eu_code(value: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"an EU code such as EL is wanted, not {type(value).__name__}")
    if value in _CODES:
        return value
    if value in _ISO_TO_EU:
        raise InvalidValueError(f"EU documents write {_ISO_TO_EU[value]}, not {value}")
    raise InvalidValueError(f"no Member State with the EU code {value[:40]!r}")


@frozen
class Presidency:
    """One Presidency of the Council of the European Union: six months, from January or July.

    What is stated is kept, also where the table says otherwise: a document of 2009 may well
    name a UK Presidency in the second half of 2017. `presidency_on` tells who held it.

    Args:
        year: Four digits.
        half: 1 for January to June, 2 for July to December.
        country: The EU code of the Member State ("EL" and "UK", not the ISO codes).

    Raises:
        InvalidValueError: No such year, half or country.
        TypeError: The year or the half is no whole number, or the country no text.

    Example:
        >>> print(Presidency(2011, 1, "HU"))
        Hungarian Presidency, first half of 2011
    """

    year: int
    half: int
    country: str = field(converter=_eu_code)

    def __attrs_post_init__(self) -> None:
        for name, number in (("year", self.year), ("half", self.half)):
            if type(number) is not int:
                raise TypeError(
                    f"the {name} is a whole number, as in Presidency(2011, 1, 'HU'), "
                    f"not {type(number).__name__}",
                )
        if not 1000 <= self.year <= date.max.year:
            raise InvalidValueError(f"a year has four digits: {self.year}")
        if self.half not in _HALVES:
            raise InvalidValueError(f"the half of a year is 1 or 2, not {self.half}")

    def __str__(self) -> str:
        from customs_coop.presidency.names import NAMES  # late: keeps import light

        name = NAMES[self.country].english[0]
        return f"{name} Presidency, {_HALVES[self.half]} half of {self.year}"

    @property
    def period(self) -> Period:
        """The six months."""
        return Period.of_months(self.year, self.half * 6 - 5, self.half * 6)

    @property
    def edtf(self) -> str:
        """The half-year in ISO 8601-2 (EDTF level 2): "2011-40" for the first, "-41"."""
        return f"{self.year}-{39 + self.half}"

    @property
    def trio(self) -> "tuple[Presidency, Presidency, Presidency] | None":
        """The group of three Presidencies, in order, that this one belongs to.

        There are such groups since 2007, each for eighteen months (Council Decision 2009/908/EU,
        recital 2). None before, and for a Presidency that the table does not have.

        Example:
            >>> [one.country for one in Presidency(2011, 1, "HU").trio or ()]
            ['ES', 'BE', 'HU']
        """
        first = _index(*_FIRST_OF_TRIOS)
        index = _index(self.year, self.half)
        if not first <= index < len(_TABLE) or _TABLE[index] != self:
            return None
        start = index - (index - first) % 3
        one, two, three = _TABLE[start : start + 3]
        return one, two, three

    @classmethod
    def parse(cls, text: str, *, within: Period | str | None = None) -> Self:
        """Read a Presidency from its name, or from its half-year.

        Where text gives name, half and year, it is taken at its word. Where the half or the year
        is missing, the table decides, provided that only one entry fits. Names are read in
        English, French and German; codes ("BE Presidency", "PRES BE") are the EU's, in capitals.

        Args:
            text: For example "UK Presidency in 2005", "Hungarian Presidency, first half of
                2011", "Presidency of Belgium", "présidence belge (2010)", "unter deutschem
                Vorsitz", "2011-40", or "2011-H1", as the errors list them.
            within: A window, such as that of a plan; only the Presidencies that touch it are
                thought of where the text has no year.

        Returns:
            The Presidency.

        Raises:
            InvalidValueError: The text does not name a Presidency.
            UnknownPresidencyError: None in the table fits, or several do; these are listed.
            TypeError: `text` is no text.

        Example:
            >>> print(Presidency.parse("UK Presidency in 2005"))
            UK Presidency, second half of 2005
        """
        from customs_coop.presidency.wording import read_name  # late: keeps import light

        if not isinstance(text, str):
            raise TypeError(f"a text is wanted, not {type(text).__name__}")
        if edtf := _EDTF.fullmatch(text):
            return cls._of_half(int(edtf["year"]), int(edtf["half"]) - 39)
        if half := _LISTED.fullmatch(text):
            return cls._of_half(int(half["year"]), int(half["half"]))
        named = read_name(text)
        if named is None and (code := _misnamed(text)):
            raise InvalidValueError(
                f"EU documents write {_ISO_TO_EU[code]}, not {code}: {text[:40]!r}",
            )
        if named is None:
            raise InvalidValueError(
                f"not the name of a Presidency: {text[:40]!r}; "
                "names are such as 'UK Presidency in 2005' or 'PL PRES', half-years 2011-41",
            )
        country, year = named.country, named.year
        if year is not None and named.half is not None:
            return cls(year, named.half, country)
        window = None if within is None else as_period(within)
        held = [one for one in _TABLE if one.country == country]
        fits = [
            one
            for one in held
            if (
                one.year == year
                if year is not None
                else window is None or _touch(one.period, window)
            )
        ]
        if len(fits) > 1:
            advice = "name the year" + ("" if window else ", or give `within`")
            raise UnknownPresidencyError(f"{text!r} can be any of {_listed(fits)}; {advice}")
        if not fits:
            where = f"lies in the window {window}" if year is None else "is in the table"
            raise UnknownPresidencyError(
                f"{text!r}: no such Presidency {where}; its country has {_listed(held)}",
            )
        return cls(fits[0].year, fits[0].half, country)

    @classmethod
    def _of_half(cls, year: int, half: int) -> Self:
        found = _from_table(year, half)
        return cls(found.year, found.half, found.country)


def _listed(found: "list[Presidency]") -> str:
    return ", ".join(f"{one.year}-H{one.half}" for one in found)


def _misnamed(text: str) -> str | None:
    """The ISO code of a text that would name a Presidency by the code that the EU has."""
    from customs_coop.presidency.wording import read_name  # late: keeps import light

    for iso, code in _ISO_TO_EU.items():
        if read_name(re.sub(rf"\b{iso}\b", code, text[:_LONGEST_NAME])) is not None:
            return iso
    return None


def _touch(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


_TABLE: Final = tuple(
    Presidency(rotation.first_year + index // 2, index % 2 + 1, country)
    for rotation in ROTATIONS
    for index, country in enumerate(rotation.order, rotation.first_half - 1)
)


def _index(year: int, half: int) -> int:
    return (year - _TABLE[0].year) * 2 + half - 1


def _from_table(year: int, half: int) -> Presidency:
    index = _index(year, half)
    if not 0 <= index < len(_TABLE):
        raise UnknownPresidencyError(
            f"{year}-H{half} is outside the table, which runs from {_TABLE[0].year} "
            f"to {_TABLE[-1].year}",
        )
    return _TABLE[index]


def presidency_on(day: date | str) -> Presidency:
    """Tell which Presidency a day falls in.

    Args:
        day: A day, or its ISO text.

    Returns:
        The Presidency.

    Raises:
        UnknownPresidencyError: The day is before 1997 or after 2030.

    Example:
        >>> presidency_on("2005-12-01").country
        'UK'
    """
    when = as_date(day)
    return _from_table(when.year, 1 if when.month <= 6 else 2)


def presidencies(within: Period | str) -> tuple[Presidency, ...]:
    """List the Presidencies that a window touches, in order.

    Args:
        within: The window; it may begin or end in the middle of a Presidency.

    Returns:
        At least one Presidency.

    Raises:
        UnknownPresidencyError: The window reaches outside the table.

    Example:
        >>> [one.country for one in presidencies("2011-07-01/2012-12-31")]
        ['PL', 'DK', 'CY']
    """
    window = as_period(within)
    first, last = presidency_on(window.start), presidency_on(window.end)
    return _TABLE[_TABLE.index(first) : _TABLE.index(last) + 1]
