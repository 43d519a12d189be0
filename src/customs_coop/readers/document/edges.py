"""Heads and feet of pages: the number and the marking of the document, and nothing else."""

import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.readers.document.markings import (
    HOUSE,
    PUBLIC,
    marking_alone,
    marking_in,
)
from customs_coop.references import DocumentNumber

__all__ = ["EdgeWords", "edge_words"]

_LONGEST = 300  # characters; what is longer is prose, but for a marking in it
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
_PUBLIC = re.compile(rf"\b{PUBLIC}\b")
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

    A number counts where a part of a line holds nothing but it and what stands beside it there:
    initials, pages, languages and units; a marking in capitals counts beside any words. The first
    number counts, as the first page shows it, and the first marking that keeps a document back.

    Args:
        lines: The lines in the order of the pages.

    Example:
        >>> found = edge_words(["14680/05 JPW/kg 3", "DG H 2 LIMITE EN", "3/12"])
        >>> found.number, found.marking
        ('14680/05', 'LIMITE')
        >>> edge_words(["as 14680/05 has it", "Plan for 2011/12", "PUBLIC HEALTH"]).number
        ''
        >>> edge_words(["Draft of our house, LIMITE"]).marking
        'LIMITE'
    """
    once = tuple(dict.fromkeys(" ".join(line.split(" ")) for line in lines))
    parts = [part for line in once for part in _parts(line)]
    markings = [part.marking for part in parts if part.marking]
    kept_back = (marking for marking in markings if marking != PUBLIC)
    return EdgeWords(
        number=next((part.words for part in parts if part.number is not None), ""),
        marking=next(kept_back, markings[0] if markings else ""),
        lines=once,
    )


def _parts(line: str) -> Iterator[_Part]:
    if len(line) > _LONGEST:
        kept_back = marking_in(line)
        yield _Part(marking=kept_back[0] if kept_back else "", others=True)
        return
    for text in _PARTS.split(line):
        if text and text.strip():
            yield _part(text.strip())


def _part(text: str) -> _Part:
    if alone := marking_alone(text):
        return _Part(marking=alone)
    found = marking_in(text)
    if found is None:
        return _bare_part(text)
    marking, start, end = found
    rest = text[:start].rstrip(" (") + " " + text[end:].lstrip(" )")
    house = HOUSE.match(rest)
    part = _bare_part(rest[house.end() if house else 0 :].strip(), marked=True)
    return attrs.evolve(part, marking=marking, others=part.others or house is not None)


def _bare_part(text: str, *, marked: bool = False) -> _Part:
    """A part without a marking that keeps a document back, or what is left of one with it."""
    label = _LABEL.match(text)
    match = _NUMBER.match(text, label.end() if label else 0)
    rest = text if match is None else text[match.end() :]
    public = _PUBLIC.search(rest)
    if public is not None:
        rest = rest[: public.start()] + " " + rest[public.end() :]
    tokens = rest.split()
    others = any(_LETTER.search(token) and not _PAGE.fullmatch(token) for token in tokens)
    number, words = None, ""
    if match is not None:
        signs = marked or public is not None or bool(label and label[0].strip()) or others
        number = _number(match["number"], signs=signs)
        if number is None:
            return _Part(others=True)
        words = " ".join(match["number"].split())
    allowed = _CAPITALS if number is not None else _CODES
    if not all(allowed.fullmatch(token) for token in tokens):
        return _Part(others=True)
    return _Part(number, words, "" if public is None else PUBLIC, others)


def _number(words: str, *, signs: bool) -> DocumentNumber | None:
    """The number that words print; two years in a row are none.

    Any two years need signs beside them that they are a number: "2004/06" alone is a period.
    """
    years = _YEARS.fullmatch(words)
    if years is not None and (not signs or (int(years["first"]) + 1) % 100 == int(years["second"])):
        return None
    try:
        return DocumentNumber.parse(words)
    except InvalidValueError:
        return None
