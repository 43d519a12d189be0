"""The day on which conclusions were adopted, as their title or their own words tell it."""

import datetime as dt
import re
from collections.abc import Iterable

from customs_coop.formats.titles.days import parse_day
from customs_coop.formats.titles.words import MONTH

__all__ = ["find_adoption"]

_TITLE = 300  # characters in which a title names its act
_OPENING = 600  # characters in which a text says when it was adopted
_DAY = (
    r"(?:[0-3]?[0-9]\s?(?:[-–—&/]|and|et|und)\s?)?"
    rf"(?P<day>[0-3]?[0-9](?:st|nd|rd|th|er|\.)?\s{{1,3}}{MONTH}\s{{1,3}}(?:19|20)[0-9]{{2}}"
    r"|[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2})(?![0-9])"
)
_ACT = (
    r"\b(?:conclusions?|resolution|recommendations?|decision|minutes|declaration|résolution"
    r"|recommandations?|décision|schlussfolgerungen|entschlie(?:ß|ss)ung|empfehlung(?:en)?)\b"
)
_BY = r"(?:by\s{1,3}[^.;:,0-9]{1,80}?\s{1,3})?"
_THIS = (
    r"(?:these|this|the\s{1,3}(?:following|present|attached))\s{1,3}(?:[a-z]{4,20}\s{1,3}){1,3}?"
)
# The first act in a title is that of the document; what it is on comes behind.
_FIRST_ACT = re.compile(
    rf"\A(?:(?!{_ACT})[^.;:]){{0,80}}{_ACT}(?:(?!\b(?:on|to|sur|über|zu|zur|zum)\b|ing\b)"
    rf"[^.;:0-9]){{0,120}}?\b(?:of|dated|du|vom)\s{{1,3}}(?:the\s{{1,3}})?{_DAY}",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"[,(–—-]\s{{0,3}}(?:as\s{{1,3}})?adopted\s{{1,3}}{_BY}on\s{{1,3}}{_DAY}", re.IGNORECASE
)
_OWN = (
    re.compile(rf"\badopted\s{{1,3}}{_THIS}on\s{{1,3}}{_DAY}", re.IGNORECASE),
    re.compile(
        rf"\b{_THIS}(?:was|were)\s{{1,3}}adopted\s{{1,3}}{_BY}on\s{{1,3}}{_DAY}", re.IGNORECASE
    ),
    re.compile(
        r"\bAt\s{1,3}(?:the|its|their)\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,4}?(?:meeting|session)\s{1,3}"
        rf"(?:in\s{{1,3}}[A-Z]\w{{1,30}}\s{{1,3}})?(?:on|of)\s{{1,3}}(?i:{_DAY}),?\s{{1,3}}[^.;:0-9]{{1,120}}?"
        r"\b(?:adopted|approved|agreed)\s{1,3}(?:\w{2,20}\s{1,3}){0,3}?(?i:conclusions|recommendations)\b"
    ),
)
_DONE = re.compile(
    r"\b(?:Done\s{1,3}at|Fait\s{1,3}à|Geschehen\s{1,3}zu)(?:\s{1,3}[^\W\d]{2,30}){1,3}?"
    rf"\s{{0,3}},?\s{{1,3}}(?:(?:on|le|am)\s{{1,3}})?{_DAY}",
    re.IGNORECASE,
)


def find_adoption(titles: Iterable[str], text: str) -> dt.date | None:
    """The day on which a document was adopted, by its title or by what it says of itself.

    A day of another act, or of a meeting, is none: "having regard to the Resolution of ...".

    Args:
        titles: What may be its title.
        text: Its words, folded.

    Example:
        >>> find_adoption(["Council conclusions of 5 May 2012 on ferries"], "")
        datetime.date(2012, 5, 5)
        >>> find_adoption(["Conclusions on the follow-up to the Resolution of 5 May 2004"], "")
        >>> find_adoption([], "The Council adopted these conclusions on 4 May 2014.")
        datetime.date(2014, 5, 4)
    """
    for title in titles:
        for pattern in (_FIRST_ACT, _TITLED):
            if (day := _day(pattern.search(title[:_TITLE]))) is not None:
                return day
    for pattern in _OWN:
        if (day := _day(pattern.search(text[:_OPENING]))) is not None:
            return day
    return _day(_DONE.search(text))


def _day(match: re.Match[str] | None) -> dt.date | None:
    return parse_day(match["day"]) if match else None
