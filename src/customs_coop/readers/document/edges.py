"""Heads and feet of pages: the number and the marking of the document, and nothing else."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.readers.document.masthead import MARKING
from customs_coop.references import DocumentNumber

__all__ = ["EdgeWords", "edge_words"]

_LONGEST = 300  # characters; what is longer is prose
_PARTS = re.compile(r"[\t\n]|\s{3,40}|\s[-–—|•]\s")
_LABEL = re.compile(
    r"(?:(?:doc(?:ument)?|dok(?:ument)?|r[eé]f(?:[eé]rence)?|n[or°º])\b\.?\s{0,2}){0,3}:?\s{0,3}",
    re.IGNORECASE,
)
# Without a series the number has four figures at least: "3/12" is a page, "12/05/06" a day.
_NUMBER = re.compile(
    r"(?P<number>(?:(?:ST|CM|DS|SN|WK|PE-CONS|PE)\s{1,3}[0-9]{1,5}|[0-9]{4,5})"
    r"(?:/[0-9]{1,2})?/(?:[0-9]{4}|[0-9]{2})"
    r"(?:\s{1,3}(?:REV|ADD|COR)\s{0,3}[0-9]{1,2}){0,3})(?![\w/.])"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)[0-9]{2})/(?:19|20)?(?P<second>[0-9]{2})")
# Initials of a typist, figures of pages, codes of languages and of units: "JPW/kg", "DG H 2B".
_CODE = (
    r"[A-Z]{1,3}[0-9]{0,3}[A-Z]?|[A-Z]{1,4}\.[0-9]{1,2}|[0-9]{1,4}[A-Z]?(?:/[0-9]{1,4})?"
    r"|[A-Za-z]{1,4}(?:/[A-Za-z]{1,4}){1,3}|(?i:pages?|seite|of|sur|von)|[-–—|/,;()]"
)
_CODES = re.compile(rf"(?:{_CODE})")
_CAPITALS = re.compile(rf"(?:{_CODE}|[A-ZÀ-Þ][A-Z0-9À-Þ.+()-]{{0,30}})")
_MARKING = re.compile(MARKING)
_MARKING_ALONE = re.compile(
    rf"(?:(?:marking|classification|distribution|diffusion|einstufung|verteilung)\s{{0,2}}:\s{{0,3}})?{MARKING}",
    re.IGNORECASE,
)
_PUBLIC = "PUBLIC"
_LETTER = re.compile(r"[^\W\d_]")
_PAGE = re.compile(r"(?i:pages?|seite|of|sur|von)")


@attrs.frozen
class _Part:
    """One part of a line: what it tells, and whether it holds other words."""

    number: DocumentNumber | None = None
    words: str = ""  # of the number
    marking: str = ""
    others: bool = False


@attrs.frozen(kw_only=True)
class EdgeWords:
    """What heads and feet of pages tell of a document.

    Args:
        number: Its number as printed, or empty.
        marking: Its marking, or empty.
        lines: The lines, each once.
    """

    number: str = ""
    marking: str = ""
    lines: tuple[str, ...] = ()

    def others(self, number: object, marking: str) -> tuple[str, ...]:
        """The lines that hold more than that number, that marking and pages.

        Args:
            number: The number of the document, or None.
            marking: Its marking, or empty.
        """
        return tuple(
            line
            for line in self.lines
            if any(
                part.others
                or (part.number is not None and part.number != number)
                or part.marking not in ("", marking)
                for part in _parts(line)
            )
        )


def edge_words(lines: Iterable[str]) -> EdgeWords:
    r"""Find number and marking in heads and feet of pages.

    A part of a line counts where it holds nothing but them and what stands beside them there:
    initials, pages, languages and units. The first number counts, as the first page shows it, and
    the first marking that keeps a document back.

    Args:
        lines: The lines in the order of the pages.

    Example:
        >>> found = edge_words(["14680/05 JPW/kg 3", "DG H 2 LIMITE EN", "3/12"])
        >>> found.number, found.marking
        ('14680/05', 'LIMITE')
        >>> edge_words(["as 14680/05 has it", "Plan for 2011/12", "PUBLIC HEALTH"]).number
        ''
    """
    once = tuple(dict.fromkeys(" ".join(line.split(" ")) for line in lines))
    parts = [part for line in once for part in _parts(line)]
    markings = [part.marking for part in parts if part.marking]
    kept_back = (marking for marking in markings if marking != _PUBLIC)
    return EdgeWords(
        number=next((part.words for part in parts if part.number is not None), ""),
        marking=next(kept_back, markings[0] if markings else ""),
        lines=once,
    )


def _parts(line: str) -> Iterator[_Part]:
    if len(line) > _LONGEST:
        yield _Part(others=True)
        return
    for text in _PARTS.split(line):
        if text and text.strip():
            yield _part(text.strip())


def _part(text: str) -> _Part:
    alone = _MARKING_ALONE.fullmatch(text)
    if alone is not None:
        return _Part(marking=" ".join(alone["value"].upper().split()))
    label = _LABEL.match(text)
    match = _NUMBER.match(text, label.end() if label else 0)
    number, rest = None, text
    if match is not None:
        number, rest = _number(match["number"]), text[match.end() :]
    marking = _MARKING.search(rest)
    told = marking["value"] if marking is not None else ""
    if marking is not None:
        rest = rest[: marking.start()] + " " + rest[marking.end() :]
    tokens = rest.split()
    allowed = _CAPITALS if number is not None else _CODES
    if not all(allowed.fullmatch(token) for token in tokens):
        return _Part(others=True)
    others = any(_LETTER.search(token) and not _PAGE.fullmatch(token) for token in tokens)
    words = " ".join(match["number"].split()) if match is not None and number is not None else ""
    return _Part(number, words, " ".join(told.split()), others)


def _number(words: str) -> DocumentNumber | None:
    """The number that words print; two years in a row are none."""
    years = _YEARS.fullmatch(words)
    if years is not None and (int(years["first"]) + 1) % 100 == int(years["second"]):
        return None
    try:
        return DocumentNumber.parse(words)
    except InvalidValueError:
        return None
