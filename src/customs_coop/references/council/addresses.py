"""Reads the names and addresses under which the register keeps a document."""

import re

from customs_coop.references.base import LANGUAGES, Pattern, full_year
from customs_coop.references.council.reading import Parts, read_named_parts, read_suffixes

__all__ = ["ADDRESS_HINT", "address_start", "read_address", "read_name"]

#: Every address of the register holds these letters.
ADDRESS_HINT = "consilium.e"

_HOST = r"(?:https?://)?(?:[a-z0-9-]{1,20}\.){0,3}"
_BEFORE_HINT = Pattern(rf"(?<![a-z0-9.-]){_HOST}\Z", re.IGNORECASE)
_ADDRESS = Pattern(
    _HOST + r"consilium\.(?:europa\.eu|eu\.int)(?P<path>/[^\s<>\"'(){}|\\^`\[\]]{1,400})",
    re.IGNORECASE,
)
_LANGUAGE = rf"(?:{'|'.join(LANGUAGES)})"
# EXT is the part of a document that the public may read, DCL its declassified text.
_NAME_IN_PATH = Pattern(
    r"[/=](?P<series>ST|CM|DS|AD|SN|PE(?:-CONS)?)(?P<blank>[ _-])(?P<number>[0-9]{1,5})(?P=blank)"
    r"(?P<year>(?:19[5-9]|20[0-4])[0-9])"
    r"(?P<parts>(?:[ _-](?:INIT|(?:REV|ADD|COR|EXT|DCL)[ _-]?[0-9]{1,2})){0,5})"
    rf"(?:[_-]{_LANGUAGE})?(?:\.(?:pdf|docx?|html?))?(?=[/&?#]|\Z)",
    re.IGNORECASE,
)
_VERSION = r"(?i:[ _-](?:EXT|DCL)[ _-]?[0-9]{1,2})"
# With strokes in the lists of EUR-Lex: "ST/8720/2022/INIT".
_NAME = Pattern(
    r"(?P<series>ST|CM|DS|AD|SN|PE(?:-CONS)?)(?P<blank>[ _/-])(?P<number>[0-9]{1,5})(?P=blank)"
    r"(?P<year>(?:19[5-9]|20[0-4])[0-9])(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_FILE_ENDING = Pattern(rf"[_-]{_LANGUAGE}(?:\.(?:pdf|docx?|html?))?(?![0-9A-Za-z])", re.IGNORECASE)
# The old register: "st14469-re04.en05.pdf" is 14469/4/05 REV 4 in English.
_OLD_NAME = Pattern(
    r"(?P<series>st|cm|ds|ad|sn)(?P<number>[0-9]{5})"
    r"(?P<parts>(?:-?(?:re|ad|co|ex|dc)[0-9]{2}){0,4})"
    rf"\.{_LANGUAGE}(?P<year>[0-9]{{2}})(?:\.(?:pdf|docx?|html?)(?![0-9A-Za-z])|(?![0-9A-Za-z]))",
    re.IGNORECASE,
)
_OLD_PART = Pattern(r"-?(?P<part>re|ad|co)(?P<figure>[0-9]{2})", re.IGNORECASE)
_OLD_PARTS = {"re": "REV", "ad": "ADD", "co": "COR"}
_AT_END = ".,;:!?"


def address_start(text: str, hint: int, done: int) -> int:
    """Give the index at which an address begins.

    Args:
        text: The text.
        hint: Where `ADDRESS_HINT` stands.
        done: Where what was read before ends.

    Returns:
        The index of the scheme or of the host.

    Example:
        >>> address_start("see https://data.consilium.europa.eu", 17, 0)
        4
    """
    match = _BEFORE_HINT.search(text, max(done, hint - 72), hint)
    return hint if match is None else match.start()


def read_address(text: str, start: int) -> Parts | None:
    """Read an address of the register, today's or an earlier one.

    The language in it is not kept, nor whether it leads to the whole document or to the part that
    the public may read.

    Args:
        text: The text.
        start: Where the address begins.

    Returns:
        The parts with the end of the whole address, or None.

    Example:
        >>> address = "http://register.consilium.europa.eu/pdf/en/13/st16/st16394-re02.en13.pdf"
        >>> parts = read_address(address, 0)
        >>> parts.number, parts.year, parts.stated
        (16394, 2013, {'REV': 2})
    """
    match = _ADDRESS.match(text, start)
    if match is None:
        return None
    # Imported late: few texts hold an address.
    from urllib.parse import unquote

    path = match["path"].rstrip(_AT_END)
    end = match.start("path") + len(path)
    plain = unquote(path.replace("+", " "))
    name = _NAME_IN_PATH.search(plain)
    if name is not None:
        parts = _named(name, 0)
        codes = re.sub(_VERSION, "", name["parts"])
        read_named_parts(codes, parts)
        if parts.end < len(codes):
            return None
        parts.end = end
        return parts
    old = read_old_name(plain, plain.rfind("/") + 1)
    if old is None or old.end < len(plain):
        return None
    old.end = end
    return old


def read_name(text: str, start: int) -> Parts | None:
    """Read the name of a document or file in the register, such as "ST-14583-2009-REV-3".

    Args:
        text: The text.
        start: Where the name begins.

    Returns:
        The parts, or None.

    Example:
        >>> read_name("st_12004_2007_init_en.pdf", 0).end
        25
    """
    match = _NAME.match(text, start)
    if match is None:
        return read_old_name(text, start)
    parts = _named(match, match.end())
    parts.certain = False
    read_named_parts(text, parts)
    series, blank = match["series"], match["blank"]
    if not parts.certain and (
        not series.isupper()
        or series == "PE"
        or blank == "/"
        or (blank == " " and not parts.unmistakable)
    ):
        return None
    if series != "PE-CONS" and parts.series == "PE-CONS" and blank == " ":
        # Parliament numbers its papers so.
        return None
    parts.certain = True
    ending = _FILE_ENDING.match(text, parts.end)
    if ending is not None:
        parts.end = ending.end()
    elif blank == " ":
        read_suffixes(text, parts, strict=True)
    return parts


def read_old_name(text: str, start: int) -> Parts | None:
    """Read the name of a file in the register as it was before 2014.

    Args:
        text: The text.
        start: Where the name begins.

    Returns:
        The parts, or None.

    Example:
        >>> read_old_name("st14583-re03.en09.pdf", 0).stated
        {'REV': 3}
    """
    match = _OLD_NAME.match(text, start)
    if match is None:
        return None
    stated: dict[str, int] = {}
    for part in _OLD_PART.finditer(match["parts"]):
        name = _OLD_PARTS[part["part"].lower()]
        if name in stated or part["figure"] == "00":
            return None
        stated[name] = int(part["figure"])
    year = full_year(match["year"])
    series = match["series"].upper()
    parts = Parts(int(match["number"]), year, match.end(), series=series, certain=True)
    parts.stated = stated
    return parts


def _named(match: re.Match[str], end: int) -> Parts:
    series = match["series"].upper()
    series = "PE-CONS" if series.startswith("PE") else series
    return Parts(int(match["number"]), int(match["year"]), end, series=series, certain=True)
