"""The pages of an issue, as citations of the journal print them in all official languages."""

import datetime as dt
from typing import NamedTuple

from customs_coop.references.base import Pattern

__all__ = ["Pages", "read_pages"]

_DASH = r"[–—‐‑‒−-]"
_TO = rf"(?:\.?\s{{0,4}}{_DASH}\s{{0,4}}|\s{{1,4}}(?:to|à|bis|tot)\s{{1,4}})"
_FIGURES = (
    rf"(?P<page>[0-9]{{1,4}})(?:{_TO}(?P<last>[0-9]{{1,4}}))?"
    # Until 1967 the pages were counted through the year, which follows: "p. 2553/62".
    r"(?:/(?P<year>[0-9]{2})(?![0-9/]))?(?!\w)"
)
_GAP = r"(?:\.(?=,))?[\s,]{1,20}(?:[–—-]\s{1,4})?"
_ENGLISH = Pattern(rf"{_GAP}(?:[Pp]{{1,2}}(?:\s?\.)?|[Pp]ages?|PAGES?)\s{{0,20}}{_FIGURES}")
_ANY = Pattern(
    rf"{_GAP}(?:[Pp]{{1,2}}(?:\s?\.)?|[Pp]ages?|PAGES?|[Pp][aá]gs?\.|[Ss]{{1,2}}\s?\.|[Ss]eiten?|[Bb]lz\.?"
    rf"|[Bb]ladzijden?|[Ss]tr\.|lk\.?|lch\.?|[Ss]id\.|[Ss]idan?|σ\.|σελ\.|стр\.|с\.)\s{{0,20}}"
    rf"{_FIGURES}"
)
_BEHIND = Pattern(rf"{_GAP}{_FIGURES}\.?\s{{0,4}}(?:lpp|o)\.")
_AND_MORE = Pattern(
    r"\s{1,4}(?:et\s{1,4}seqq?\.?|et\s{1,4}s(?:uiv)?\.|e\s{1,4}segg?\.|ff\.?|f\.)(?!\w)"
)
_ENGLISH_TITLES = ("OJ", "O.", "Official")
_PAGES_BEHIND = frozenset({"HL", "OV"})


class Pages(NamedTuple):
    """The first page, the last one where a range is printed, and where they end."""

    page: int
    last: int | None
    end: int


def read_pages(text: str, at: int, title: str, date: dt.date | None) -> Pages | None:
    """Read the pages behind an issue or its date.

    Of several pages, "p. 1 and 5", the first is read, and the citation ends there.

    Args:
        text: The text.
        at: Where the gap before the pages begins.
        title: The title of the journal. English ones have "p." only, for "s. 5" is a section.
        date: The date of the issue.

    Returns:
        The pages, or None.

    Example:
        >>> read_pages("OJ C 247, pp. 1 to 3", 8, "OJ", None)
        Pages(page=1, last=3, end=20)
    """
    if title in _PAGES_BEHIND:
        match = _BEHIND.match(text, at) or _ANY.match(text, at)
    else:
        match = (_ENGLISH if title.startswith(_ENGLISH_TITLES) else _ANY).match(text, at)
    if match is None:
        return None
    page, last, end = int(match["page"]), match["last"], match.end()
    if page == 0 or (last is not None and int(last) < page):
        # There is no such page; the issue is still cited.
        return None
    if match["year"] is not None and (date is None or date.year % 100 != int(match["year"])):
        end = match.end("last" if last else "page")
    else:
        more = None if last else _AND_MORE.match(text, end)
        end = end if more is None else more.end()
    return Pages(page, None if last is None else int(last), end)
