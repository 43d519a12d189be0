"""Headings of work areas between the tables of a plan."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.base import Line, Source
from customs_coop.readers.workplan.tables import find_header, read_code

__all__ = ["WorkAreaHeading", "read_heading"]

_NAMED = re.compile(
    r"(?:work\s{1,4}area|priority\s{1,4}area|area|section|chapter|pillar|theme)\s{1,4}"
    r"(?P<code>[A-Za-z]|[0-9]{1,3}|[IVX]{1,5})(?![A-Za-z0-9])\s{0,4}[.:)–—-]?\s{0,4}(?P<title>.{0,200})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<code>[0-9]{1,3}|[A-Z]|[IVX]{1,5})[.)]\s{1,4}(?P<title>[A-Z].{0,100})")


@attrs.frozen
class WorkAreaHeading:
    """The number and the title of a work area."""

    code: str
    title: str


def read_heading(source: Source, lines: Sequence[Line], index: int) -> WorkAreaHeading | None:
    """Read the heading of a work area.

    A line that begins with "Work Area 2." or the like is one; so is "2. Border management" where
    a header row, or a row whose code begins with that figure, is the next thing.

    Args:
        source: The source.
        lines: Its lines.
        index: The line, as an index into `lines`.
    """
    cells = [cell.strip("*_# \f\u00a0") for cell in lines[index].text.split("\t")]
    filled = [cell for cell in cells if cell]
    if len(filled) != 1 or len(filled[0]) > 250:
        return None
    text = " ".join(filled[0].split())
    match = _NAMED.fullmatch(text)
    if match and (
        not match["title"] or match["title"][0].isupper() or match["title"][0] in "“\"'("
    ):
        return WorkAreaHeading(match["code"], match["title"].strip("*_ "))
    match = _NUMBERED.fullmatch(text)
    if (
        match
        and not text.endswith((".", ";", ":"))
        and _table_follows(source, lines, index + 1, match["code"])
    ):
        return WorkAreaHeading(match["code"], match["title"].strip("*_ "))
    return None


def _table_follows(source: Source, lines: Sequence[Line], index: int, area: str) -> bool:
    for place in range(index, min(index + 5, len(lines))):
        first, tab, _ = lines[place].text.partition("\t")
        if first.strip() or tab:
            if find_header(source, lines, place) is not None:
                return True
            code = read_code(first) if tab else None
            return code is not None and code[0].startswith(f"{area}.")
    return False
