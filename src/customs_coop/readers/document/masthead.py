"""The lines of a cover that bear no label: number, date, marking, codes, type of document.

One line may hold several of them, where two columns of the page came out as one line.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

import attrs

from customs_coop.formats.titles.days import parse_day
from customs_coop.readers.document.labels import MASTHEADS, is_kind
from customs_coop.readers.document.markings import MARKING, folded_marking
from customs_coop.readers.text.furniture import is_furniture

__all__ = ["Part", "PartKind", "masthead_parts"]

PartKind: TypeAlias = Literal["date", "number", "word", "marking", "kind", "other"]
"""What a part of a line is; "word" is REV 1, LIMITE or a code such as ENFOCUSTOM 74."""

_LONGEST = 200  # characters; no line of a masthead is longer
_BETWEEN = re.compile(r"[\s*_/+;,\ufeff\u00a0]{1,200}|[-–—](?=\s|\Z)")
_HEADS = "|".join(
    re.escape(words).replace(r"\ ", r"\s{1,3}") for row in MASTHEADS.values() for words in row
)
_LANGUAGES = r"[A-Za-z]{2}(?:\s{0,2}[/,+]\s{0,2}[A-Za-z]{2}){0,5}"
# What is no code of a subject, though a figure follows.
_NO_CODE = (
    r"ANNEX|APPENDIX|ARTICLE|ART|CHAPTER|SECTION|TITLE|PART|PAGE|POINT|ITEM|TABLE|ACTION|PARAGRAPH"
    r"|NO|NR|STEP|PHASE|GOAL|OBJECTIVE|MEASURE|RECOMMENDATION|THE|AND|OF|BRUSSELS|LUXEMBOURG"
)
_PARTS: Mapping[PartKind, re.Pattern[str]] = MappingProxyType(
    {
        "date": re.compile(
            r"(?:[A-Z][a-zà-ÿ]{2,20}(?:,\s{0,4}|\s{1,4})(?:(?:the|le|den)\s{1,3})?)?(?P<value>[0-3]?[0-9](?:st|nd|rd|th|er)?"
            r"\.?\s{1,3}[^\W\d_]{3,10}\.?,?\s{1,3}[12][0-9]{3}"
            r"|[0-3]?[0-9]\.\s?[01]?[0-9]\.\s?[12][0-9]{3})(?![\w/])"
        ),
        "number": re.compile(
            r"(?P<value>(?:(?:ST|CM|DS|SN|WK|PE-CONS|PE)\s{1,3})?[0-9]{1,5}(?:/[0-9]{1,2})?/(?:[0-9]{4}|[0-9]{2})"
            r"|(?:ST|CM|DS|SN|WK)\s{1,3}[0-9]{1,5}(?:/[0-9]{1,2})?\s[12][0-9]{3})(?![\w/.])"
        ),
        "marking": re.compile(MARKING),
        "word": re.compile(
            rf"(?P<value>INIT|(?:REV|ADD|COR)\s{{0,3}}[0-9]{{1,2}}(?:\s{{0,2}}\({_LANGUAGES}\))?"
            rf"|(?!(?:REV|ADD|COR|{_NO_CODE})\b)[A-Z][A-Z-]{{1,15}}\s{{1,3}}[0-9]{{1,4}})(?![\w/.])"
        ),
        "other": re.compile(
            rf"(?:(?i:{_HEADS})(?=[\s*_]|\Z)"
            rf"|\((?:[0-3]?[0-9][./][01]?[0-9](?:[./](?:[12][0-9])?[0-9]{{2}})?)\)"
            rf"|\((?i:or)\.?\s{{0,3}}:?\s{{0,2}}{_LANGUAGES}\)"
            rf"|(?:[12][0-9]{{3}}/[0-9]{{4}}(?:/[A-Z])?\s{{0,3}}(?:[(]\s?[A-Z]{{3}}\s?[)]|\b[A-Z]{{3}}\b)))"
        ),
    }
)
_ORDER: tuple[PartKind, ...] = ("date", "other", "number", "marking", "word")


@attrs.frozen
class Part:
    """One thing on a line: what it is, and its words."""

    kind: PartKind
    text: str


def masthead_parts(line: str) -> tuple[Part, ...] | None:
    """What a line of a cover without a label holds; None where it holds anything else.

    Example:
        >>> [(part.kind, part.text) for part in masthead_parts("COUNCIL OF   Brussels, 5 May 2011")]
        [('other', 'COUNCIL OF'), ('date', '5 May 2011')]
        >>> masthead_parts("14680/05 was discussed") is None
        True
    """
    if len(line) > _LONGEST:
        return None
    if is_kind(line):
        return (Part("kind", line.strip(" *_\t\f")),)
    found: list[Part] = []
    at, end = 0, len(line.rstrip())
    while at < end:
        gap = _BETWEEN.match(line, at)
        if gap:
            at = gap.end()
            continue
        part = _part_at(line, at)
        if part is None:
            rest = line[at:].strip(" *_\t\f")
            if found and is_kind(rest):
                return (*found, Part("kind", rest))
            return (Part("other", line.strip()),) if is_furniture(line) else None
        found.append(part[0])
        at = part[1]
    # What holds no letter and no figure is a rule.
    return tuple(found) or ((Part("other", line.strip()),) if line.strip() else None)


def _part_at(line: str, at: int) -> tuple[Part, int] | None:
    for kind in _ORDER:
        match = _PARTS[kind].match(line, at)
        if match is None:
            continue
        text = " ".join((match["value"] if kind != "other" else match[0]).split())
        if kind == "date" and parse_day(text) is None:
            continue
        if kind == "marking":
            text = folded_marking(text)
        return Part(kind, text), match.end()
    return None
