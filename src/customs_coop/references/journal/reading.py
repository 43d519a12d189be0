"""Reads a citation of the Official Journal, whatever its form, at an index of a text."""

import re

from customs_coop.references.base import Pattern, full_year
from customs_coop.references.journal.days import read_day
from customs_coop.references.journal.issue import Printed, read_titled
from customs_coop.references.journal.names import read_name
from customs_coop.references.journal.titles import LONG_TITLE_PATTERN, TITLE_PATTERN, YEAR_PATTERN

__all__ = ["read_citation"]

_YEAR_BEFORE = Pattern(rf"[\[(](?P<year>{YEAR_PATTERN})[\])]\s{{0,4}}(?={TITLE_PATTERN})")
_NOTICE = Pattern(
    rf"(?P<year>{YEAR_PATTERN}|[5-9][0-9])/(?P<series>[LCS])(?P<sub>[AEIM])?\s{{0,4}}"
    r"(?P<number>[0-9]{1,4})(?:\s?(?P<part>[AEIM]))?/(?P<notice>[0-9]{1,3})(?![\w/])"
)
# The heads of pages: "15.10.2003 EN Official Journal of the European Union C 247/1" and, on even
# pages, the other way round. The cells of a table stand for the blanks in texts from HTML.
_GAP = r"[\s|]{1,20}"
_DAY = r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
_PLACE = r"(?P<series>[LC])\s?(?P<number>[0-9]{1,4})\s?(?P<part>[AEIM])?/(?P<page>[0-9]{1,4})"
_ODD_HEAD = Pattern(
    rf"(?P<day>{_DAY}){_GAP}(?:[A-Z]{{2}}{_GAP})?(?:{LONG_TITLE_PATTERN}){_GAP}{_PLACE}(?![\w/]|[.-][0-9])"
)
_EVEN_HEAD = Pattern(
    rf"{_PLACE}{_GAP}(?:[A-Z]{{2}}{_GAP})?(?:{LONG_TITLE_PATTERN}){_GAP}(?P<day>{_DAY})(?![\w/]|[.][0-9])"
)


def read_citation(text: str, start: int) -> Printed | None:
    """Read a citation at an index.

    Args:
        text: The text.
        start: Where the citation begins.

    Returns:
        What is printed, or None.

    Example:
        >>> read_citation("2009/C 260/01", 0).notice
        1
    """
    first = text[start : start + 1]
    if first.isdecimal():
        return _read_notice(text, start) or _read_head(text, _ODD_HEAD.match(text, start))
    if first in {"[", "("}:
        before = _YEAR_BEFORE.match(text, start)
        return None if before is None else read_titled(text, before.end(), int(before["year"]))
    printed = read_titled(text, start) or read_name(text, start)
    if printed is None and first in {"L", "C"}:
        return _read_head(text, _EVEN_HEAD.match(text, start))
    return printed


def _read_notice(text: str, start: int) -> Printed | None:
    match = _NOTICE.match(text, start)
    if match is None:
        return None
    return Printed(
        match["series"] + (match["sub"] or match["part"] or ""),
        int(match["number"]),
        match.end(),
        year=full_year(match["year"]),
        notice=int(match["notice"]),
    )


def _read_head(text: str, match: re.Match[str] | None) -> Printed | None:
    day = None if match is None else read_day(text, match.start("day"), "OJ", apart=False)
    if match is None or day is None:
        return None
    series = match["series"] + (match["part"] or "")
    return Printed(series, int(match["number"]), match.end(), day.date, int(match["page"]))
