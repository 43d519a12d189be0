"""Presidencies of the Council: who held, or holds, which half-year.

The table runs from 1997 to 2030. Outside it nothing is guessed: `UnknownPresidencyError`.
The order is decided by the Council, and has been changed: the United Kingdom gave up the second
half of 2017, Croatia was put in at the first half of 2020.
"""

import re
from datetime import date
from typing import Final, Self

from attrs import field, frozen

from customs_coop.dates import Period, as_date, as_period
from customs_coop.errors import InvalidValueError, UnknownPresidencyError

__all__ = ["ROTATIONS", "Presidency", "Rotation", "presidencies", "presidency_on"]


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@frozen
class Rotation:
    """A run of Presidencies that one legal act set in order.

    Args:
        first_year: The year in whose first half it begins.
        act: The act, or None where the table does not name one.
        order: EU codes with spaces between them, one for each half-year; kept as a tuple.
    """

    first_year: int
    act: str | None
    order: tuple[str, ...] = field(converter=_codes)


ROTATIONS: Final = (
    Rotation(
        1997,
        None,
        "NL LU UK AT DE FI PT FR SE BE ES DK EL IT IE NL LU UK AT FI",
    ),
    Rotation(
        2007,
        "Council Decisions 2007/5/EC and 2009/908/EU",
        "DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK",
    ),
    Rotation(
        2017,
        "Council Decision (EU) 2016/1316",
        "MT EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK MT",
    ),
)

# How Council documents call the Presidency of each state; the first name is the one written.
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "AT": ("Austrian", "Austria"),
    "BE": ("Belgian", "Belgium"),
    "BG": ("Bulgarian", "Bulgaria"),
    "CY": ("Cyprus", "Cypriot"),
    "CZ": ("Czech", "Czechia", "Czech Republic"),
    "DE": ("German", "Germany"),
    "DK": ("Danish", "Denmark"),
    "EE": ("Estonian", "Estonia"),
    "EL": ("Greek", "Greece", "Hellenic"),
    "ES": ("Spanish", "Spain"),
    "FI": ("Finnish", "Finland"),
    "FR": ("French", "France"),
    "HR": ("Croatian", "Croatia"),
    "HU": ("Hungarian", "Hungary"),
    "IE": ("Irish", "Ireland"),
    "IT": ("Italian", "Italy"),
    "LT": ("Lithuanian", "Lithuania"),
    "LU": ("Luxembourg",),
    "LV": ("Latvian", "Latvia"),
    "MT": ("Maltese", "Malta"),
    "NL": ("Netherlands", "Dutch"),
    "PL": ("Polish", "Poland"),
    "PT": ("Portuguese", "Portugal"),
    "RO": ("Romanian", "Romania"),
    "SE": ("Swedish", "Sweden"),
    "SI": ("Slovenian", "Slovene", "Slovenia"),
    "SK": ("Slovak", "Slovakia"),
    "UK": ("UK", "British", "United Kingdom"),
}
_COUNTRY_OF: Final = {name.lower(): code for code, names in _NAMES.items() for name in names}
_ISO_TO_EU: Final = {"GB": "UK", "GR": "EL"}
_HALVES: Final = {1: "first", 2: "second"}
_HALF_OF: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2}

_NAME = "|".join(re.escape(name) for name in sorted(_COUNTRY_OF, key=len, reverse=True))
_TEXT = re.compile(
    rf"(?:the )?(?:(?P<year_before>[0-9]{{4}}) )?(?P<name>{_NAME}) presidency"
    r"(?:,? \(?(?:(?:in|during|of|for) )?(?:the )?"
    r"(?:(?P<half>first|second|1st|2nd) half (?:of )?)?(?P<year>[0-9]{4})\)?)?",
    re.IGNORECASE | re.ASCII,
)
_EDTF = re.compile(r"(?P<year>[0-9]{4})-(?P<half>40|41)")


def _eu_code(value: str) -> str:
    if value in _NAMES:
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

    Example:
        >>> print(Presidency(2011, 1, "HU"))
        Hungarian Presidency, first half of 2011
    """

    year: int
    half: int
    country: str = field(converter=_eu_code)

    def __attrs_post_init__(self) -> None:
        if not 1000 <= self.year <= date.max.year:
            raise InvalidValueError(f"a year has four digits: {self.year}")
        if self.half not in _HALVES:
            raise InvalidValueError(f"the half of a year is 1 or 2, not {self.half}")

    def __str__(self) -> str:
        return f"{_NAMES[self.country][0]} Presidency, {_HALVES[self.half]} half of {self.year}"

    @property
    def period(self) -> Period:
        """The six months."""
        return Period.of_months(self.year, self.half * 6 - 5, self.half * 6)

    @property
    def edtf(self) -> str:
        """The half-year in ISO 8601-2 (EDTF level 2): "2011-40" for the first, "-41"."""
        return f"{self.year}-{39 + self.half}"

    @classmethod
    def parse(cls, text: str, *, within: Period | str | None = None) -> Self:
        """Read a Presidency from its name, or from the half-year in EDTF.

        Where text gives name, half and year, it is taken at its word. Where the half or the year
        is missing, the table decides, provided that only one entry fits.

        Args:
            text: For example "UK Presidency in 2005", "Hungarian Presidency, first half of
                2011" or "2011-40".
            within: A window, such as that of a plan; only the Presidencies that touch it are
                thought of where the text has no year.

        Returns:
            The Presidency.

        Raises:
            InvalidValueError: The text does not name a Presidency.
            UnknownPresidencyError: None in the table fits, or several do; these are listed.

        Example:
            >>> print(Presidency.parse("UK Presidency in 2005"))
            UK Presidency, second half of 2005
        """
        if edtf := _EDTF.fullmatch(text):
            found = _from_table(int(edtf["year"]), int(edtf["half"]) - 39)
            return cls(found.year, found.half, found.country)
        # Only the beginning can match, and no name of a Presidency is longer than this.
        match = _TEXT.fullmatch(" ".join(text[:120].split())) if len(text) <= 120 else None
        if match is None:
            raise InvalidValueError(f"not the name of a Presidency: {text[:40]!r}")
        country = _COUNTRY_OF[match["name"].lower()]
        year = match["year"] or match["year_before"]
        if year and match["half"]:
            return cls(int(year), _HALF_OF[match["half"].lower()], country)
        window = None if within is None else as_period(within)
        held = [one for one in _TABLE if one.country == country]
        fits = [
            one
            for one in held
            if (one.year == int(year) if year else window is None or _touch(one.period, window))
        ]
        if len(fits) != 1:
            listed = ", ".join(f"{one.year}-H{one.half}" for one in fits or held)
            what = "can be any of" if fits else "is not in the table; its country has"
            raise UnknownPresidencyError(f"{text!r} {what} {listed}")
        return cls(fits[0].year, fits[0].half, country)


def _touch(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


_TABLE: Final = tuple(
    Presidency(rotation.first_year + index // 2, index % 2 + 1, country)
    for rotation in ROTATIONS
    for index, country in enumerate(rotation.order)
)


def _from_table(year: int, half: int) -> Presidency:
    index = (year - _TABLE[0].year) * 2 + half - 1
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
