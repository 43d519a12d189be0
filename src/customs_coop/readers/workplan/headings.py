"""Headings of work areas between the tables of a plan."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.base import Line, Source
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.workplan.codes import read_code
from customs_coop.readers.workplan.tables import find_header, is_area_column

__all__ = ["WorkAreaHeading", "is_area_column", "label_length", "read_area", "read_heading"]

_NAMED = re.compile(
    r"(?:work\s{1,4}area|priority\s{1,4}area|area|section|chapter|pillar|theme"
    r"|domaine(?:\s{1,4}(?:de\s{1,4}travail|d\s?['’]\s?action|d\s?['’]\s?activité|prioritaire))?"
    r"|secteur(?:\s{1,4}d\s?['’]\s?activité)?|partie|chapitre|volet|thème"
    r"|(?:arbeits|tätigkeits|themen|schwerpunkt|aktions)?bereich|arbeitsgebiet|abschnitt|kapitel)\s{1,4}"
    r"(?:(?:no\.?|n[°º]|nr\.?)\s{0,4})?(?P<code>[A-Za-z]|[0-9]{1,3}|[IVX]{1,5})(?![A-Za-z0-9])\s{0,4}[.:)–—-]?\s{0,4}(?P<title>.{0,200})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<code>[0-9]{1,3}|[A-Z]|[IVX]{1,5})[.)]\s{1,4}(?P<title>[A-ZÀ-ÖØ-Þ].{0,100})"
)
_AREA = re.compile(
    r"(?P<code>[0-9]{1,3}|[A-Z]|[IVX]{1,5})(?:[.):]|\s{1,2}[–—-])?(?:\s{1,4}(?P<title>[^\W\d_].{0,200}))?"
)
_FULL_LINE = 40  # characters of a line that goes on below
_RAGGED = 20  # characters by which a line may be longer than the first one of its title
_MOST_LINES = 8  # of a title
_NO_REST = re.compile(r"\A[#|(\d\W]|[\t:]|[.;]\Z")


@attrs.frozen
class WorkAreaHeading:
    """The number and the title of a work area, and on how many lines they stand."""

    code: str
    title: str
    lines: int = attrs.field(default=1, repr=False)


def label_length(line: str) -> int:
    """How long the words are that say before a code that it is one of a work area.

    Example:
        >>> label_length("Work area 3. Boats"), label_length("B. Boats")
        (10, 0)
    """
    head = len(line) - len(line.lstrip("*_# \t\f\u00a0"))
    named = _NAMED.match(line, head)
    return named.start("code") if named else head


def read_area(text: str) -> WorkAreaHeading | None:
    """The work area in a cell: its code with its title, or its code alone.

    Example:
        >>> read_area("2. Boxes"), read_area("Boxes")
        (WorkAreaHeading(code='2', title='Boxes'), None)
    """
    text = " ".join(text.split()).strip("*_ ")
    match = _NAMED.fullmatch(text) or _AREA.fullmatch(text)
    if match is None:
        return None
    return WorkAreaHeading(match["code"], (match["title"] or "").strip("*_ "))


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
        not match["title"] or match["title"][0].isupper() or match["title"][0] in "“„«\"'("
    ):
        whole = _with_rest(source, lines, index, match)
        return whole or WorkAreaHeading(match["code"], match["title"].strip("*_ "))
    match = _NUMBERED.fullmatch(text)
    if match is None or text.endswith((".", ";", ":")):
        return None
    if _table_follows(source, lines, index + 1, match["code"]):
        return WorkAreaHeading(match["code"], match["title"].strip("*_ "))
    return _with_rest(source, lines, index, match)


def _with_rest(
    source: Source, lines: Sequence[Line], index: int, match: re.Match[str]
) -> WorkAreaHeading | None:
    """A heading with the lines below on which its title goes on, right before its table.

    A line goes on below where it is a full one, or where the next begins within a sentence. The
    lines end with an empty one. None where there is nothing of the kind.
    """
    title = match["title"].strip("*_ ")
    parts = [title] if title else []
    above, place = match[0], index + 1
    while parts and place < min(index + _MOST_LINES, len(lines)):
        rest = " ".join(lines[place].text.strip(" *_\f\u00a0").split())
        if not rest:
            break
        if (
            above.endswith((".", ";", ":"))
            or not (len(above) >= _FULL_LINE or rest[0].islower())
            or len(rest) > len(match[0]) + (_RAGGED if rest[0].islower() else 0)
            or _NO_REST.search(lines[place].text.strip(" *_\f\u00a0"))
            or _NAMED.fullmatch(rest)
            or is_furniture(rest)
            or find_header(source, lines, place) is not None
        ):
            return None
        parts.append(rest)
        above = rest
        place += 1
    ended = place == len(lines) or not lines[place].text.strip()
    if len(parts) < 2 or not ended or not _table_follows(source, lines, place, match["code"]):
        return None
    return WorkAreaHeading(match["code"], " ".join(parts), len(parts))


def _table_follows(source: Source, lines: Sequence[Line], index: int, area: str) -> bool:
    for place in range(index, min(index + 5, len(lines))):
        first, tab, _ = lines[place].text.partition("\t")
        if first.strip() or tab:
            if find_header(source, lines, place) is not None:
                return True
            code = read_code(first) if tab else None
            return code is not None and code[0].startswith(f"{area}.")
    return False
