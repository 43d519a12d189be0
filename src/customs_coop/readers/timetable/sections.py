"""Headings of sections inside a table: their titles, and the codes that they print or get."""

import re

import attrs

from customs_coop.model import Code, WorkArea
from customs_coop.readers.base import Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = ["Section", "Sections", "is_heading", "is_named_section", "read_section"]

_BOLD = re.compile(
    r"\s{0,8}(?:<p>\s{0,4})?(?:<(?P<tag>b|strong|h[1-6])>.{1,300}</(?P=tag)>|\*\*[^*]{1,300}\*\*|#{1,6}\s.{1,300})"
    r"(?:\s{0,4}</p>)?\s{0,8}",
    re.IGNORECASE | re.DOTALL,
)
_AREA = (
    r"(?:section|part|chapter|work\s{1,3}area|area|theme|pillar"
    r"|(?:domaine|secteur)(?:\s{1,3}(?:de\s{1,3}travail|d\s?['’]\s?action))?|partie|chapitre|volet"
    r"|thème|(?:arbeits|themen)?bereich|abschnitt|kapitel|teil)\s{1,3}"
)
_NAMED = re.compile(rf"{_AREA}(?=[A-Z0-9])", re.IGNORECASE)
_CODED = re.compile(
    rf"(?:{_AREA}(?P<named>[A-Z]|[IVX]{{1,5}}|[0-9]{{1,3}})(?![A-Za-z0-9])\s{{0,3}}[.:)–—-]{{0,2}}\s{{0,3}}"
    r"|(?P<bare>(?:[A-Z]|[IVX]{1,5}|[0-9]{1,3})(?:\s(?:bis|ter|quater))?)(?:[.:)]|\s[–—-])\s{1,3})(?P<title>.{0,300})",
    re.IGNORECASE | re.DOTALL,
)
_CONTINUED = re.compile(
    r"\s{0,3}[(\[]?\b(?:continued|cont['’]?d\.?|ctd\.?|suite|fortsetzung|forts\.)[)\]]?\s{0,3}\Z",
    re.IGNORECASE,
)
_BIS = re.compile(r"\s(?:bis|ter|quater)\b")
_LONGEST = 200


@attrs.frozen
class Section:
    """The heading of a section; the code is empty where it prints none."""

    code: str
    title: str


def is_heading(cell: Excerpt, *, numbered: bool = False) -> bool:
    """Whether a cell looks like a heading by itself: in capitals, in bold, or named a section.

    Args:
        cell: The cell.
        numbered: Whether it begins with what may be the code of an item; then only capitals and
            the name count.

    Example:
        >>> is_heading(Excerpt.of("<b>Boats and rafts</b>")), is_heading(Excerpt.of("Boats float."))
        (True, False)
    """
    text = _CONTINUED.sub("", read_cell(cell).text.strip("*_# \u00a0"))
    if not text or len(text) > _LONGEST:
        return False
    bare = _BIS.sub("", text)
    if sum(map(str.isalpha, bare)) >= 3 and bare == bare.upper():
        return True
    if _NAMED.match(text) and _CODED.fullmatch(text) and not text.endswith("."):
        return True
    return not numbered and _BOLD.fullmatch(cell.text) is not None and not text.endswith((".", ";"))


def is_named_section(line: str) -> bool:
    """Whether a line says that it is a heading, as in "Section A: Boats"."""
    text = line.strip("*_# \t\u00a0")
    return len(text) <= _LONGEST and bool(_NAMED.match(text) and _CODED.fullmatch(text))


def read_section(content: Excerpt) -> Section:
    """Read the heading of a section.

    Example:
        >>> read_section(Excerpt.of("B. BOATS")), read_section(Excerpt.of("BOATS (continued)"))
        (Section(code='B', title='BOATS'), Section(code='', title='BOATS'))
    """
    text = _CONTINUED.sub("", content.text.strip("*_# \u00a0"))
    match = _CODED.fullmatch(text)
    if match is None:
        return Section("", text)
    return Section(match["named"] or match["bare"], match["title"].strip("*_ "))


class Sections:
    """The sections of a table while it is read; a heading that is repeated goes on."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.current = -1
        self.counted_at: int | None = None
        self._found: dict[Section, int] = {}

    def take(self, section: Section, start: int) -> None:
        """Enter a heading that stands at an index of the text."""
        if section in self._found:
            self.current = self._found[section]
            return
        if not section.code and self.counted_at is None:
            self.counted_at = start
        self.current = self._found[section] = len(self._found)

    @property
    def work_areas(self) -> tuple[WorkArea, ...]:
        """The sections with their codes, or else with their places in the printed order."""
        printed = {section.code for section in self._found}
        areas: list[WorkArea] = []
        used: set[str] = set()
        for place, section in enumerate(self._found, start=1):
            code = section.code or str(place)
            while code in used or (not section.code and code in printed):
                code = (
                    f"{code}a" if code[-1].isdecimal() else f"{code[:-1]}{chr(ord(code[-1]) + 1)}"
                )
            used.add(code)
            areas.append(WorkArea(code=Code(code), title=section.title))
        return tuple(areas)
