"""Reads the names that places in the Official Journal have in addresses."""

import re

from customs_coop.references.base import Pattern
from customs_coop.references.eurlex import address_end, search_address
from customs_coop.references.journal.issue import Printed
from customs_coop.references.journal.titles import YEAR_PATTERN

__all__ = ["read_name"]

# The names of places in addresses: of an act, of a page, and two that were in use until 2013.
_COLON = r"(?::|%3[Aa])"
_NAME = (
    rf"(?:OJ{_COLON}(?P<act_series>[LC])_(?P<act_year>20[0-4][0-9])(?P<act>[0-9]{{5}})"
    rf"|(?:uriserv{_COLON})?OJ\.(?P<series>[LCSP])(?P<part>[_AEIM])\.(?P<year>{YEAR_PATTERN})"
    r"\.(?P<number>[0-9]{3,4})\.[0-9]{2}\.(?P<page>[0-9]{4})\.[0-9]{2}\.[A-Z]{3}"
    rf"|OJ{_COLON}(?P<lex_series>[LCSP])(?P<lex_part>[AEIM])?{_COLON}(?P<lex_year>{YEAR_PATTERN}){_COLON}"
    rf"(?P<lex_number>[0-9]{{3,4}})[AEIM]?{_COLON}(?P<lex_page>[0-9]{{4}})"
    rf"(?:{_COLON}(?P<lex_last>[0-9]{{4}}))?(?:{_COLON}[A-Za-z]{{2}}{_COLON}[A-Za-z]{{3,5}})?"
    rf"|OJ{_COLON}JO(?P<file_series>[LC])(?P<file_part>[AEIM])?_(?P<file_year>{YEAR_PATTERN})_"
    r"(?P<file_number>[0-9]{1,4})_R_(?P<file_page>[0-9]{4})_[0-9]{2})(?![\w/])"
)
_PLACE_NAME = Pattern(_NAME)
_IN_ADDRESS = Pattern(
    rf"(?<=uri=){_NAME}|/eli/(?P<eli_series>C)/(?P<eli_year>20[2-4][0-9])/(?P<eli>[0-9]{{1,5}})"
    r"(?![0-9])"
)
_ELI = Pattern(
    r"https?://data\.europa\.eu/eli/(?P<series>C)/(?P<year>20[2-4][0-9])/(?P<number>[0-9]{1,5})"
    r"(?![0-9])(?:/oj(?:/[a-z]{3}(?:/[a-z]{3,5})?)?)?(?![\w/])"
)


def read_name(text: str, start: int) -> Printed | None:
    """Read the name of a place, alone or in the address in which it stands.

    Args:
        text: The text.
        start: Where the name or the address begins.

    Returns:
        What the name says, or None.

    Example:
        >>> read_name("uriserv:OJ.C_.2009.260.01.0001.01.ENG", 0).page
        1
    """
    match = _ELI.match(text, start)
    if match is not None:
        return Printed(match["series"], int(match["number"]), match.end(), year=int(match["year"]))
    match = _PLACE_NAME.match(text, start)
    if match is not None:
        return _named(match, match.end())
    match = search_address(text, start, _IN_ADDRESS)
    if match is None:
        return None
    end = address_end(text, match.end())
    if match["eli"]:
        return Printed(match["eli_series"], int(match["eli"]), end, year=int(match["eli_year"]))
    return _named(match, end)


def _named(match: re.Match[str], end: int) -> Printed:
    if match["act"]:
        return Printed(match["act_series"], int(match["act"]), end, year=int(match["act_year"]))
    form = next(name for name in ("", "lex_", "file_") if match[f"{name}page"])
    return Printed(
        match[f"{form}series"] + (match[f"{form}part"] or "").strip("_"),
        int(match[f"{form}number"]),
        end,
        page=int(match[f"{form}page"]),
        last_page=int(match["lex_last"]) if match["lex_last"] else None,
        year=int(match[f"{form}year"]),
    )
