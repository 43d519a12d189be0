"""Names that hold commas: "Ministry of Economy, Finance and Industry" is one body."""

import bisect
import functools
import re

from customs_coop.model import KNOWN_PARTIES
from customs_coop.readers.parties.names import body
from customs_coop.references.base import Pattern

__all__ = ["find_titles", "in_title", "is_title", "last_comma"]

_FIELD = (
    r"(?:(?:the|l[ae]s?|d[eu]s?|der|die|das)\s{1,3})?"
    r"(?!(?:and|et|und)\b)[^\W\d_][\w’'-]{1,30}(?:\s{1,3}(?!(?:and|et|und|or|ou|oder)\b)"
    r"[^\W\d_][\w’'-]{1,30}){0,3}?"
)
# An office, what it is for, and at least two more fields, the last of them behind an "and".
_TITLE = Pattern(
    r"\b(?:Minist(?:ry|ries|er)|Department|Directorate(?:[-\s]General)?|DG|Committee|(?:State\s)?Secretariat"
    r"|Secretary(?:\sof\sState)?|Office|Division|Bureau|Agency|Minist[eè]re|D[ée]partement"
    r"|(?:Bundes)?[Mm]inisterium|Direction(?:\s[Gg][ée]n[ée]rale)?|Generaldirektion|Ausschuss)"
    r"\s{1,3}(?:of|for|on|de|des|du|der|für|de\s(?:la|l['’]))\s{0,3}"
    rf"(?P<fields>{_FIELD}(?:,\s{{1,3}}{_FIELD}){{1,4}},?\s{{1,3}}(?:and|et|und|&)\s{{1,3}}{_FIELD})"
    r"(?=\s{0,3}(?:[,;.:()\n/]|\Z)|\s{1,3}(?-i:[a-z&]))"
)
_BETWEEN = r",?\s{1,3}(?:and|et|und|&)\s{1,3}|,\s{1,3}"
# What is a body by itself, so that the comma before it parts two of them.
_BODY = Pattern(
    r"(?:guards?|service|services|navy|police|customs|agenc(?:y|ies)|administrations?|office|ministry"
    r"|ministries|department|committee|council|commission|groups?|units?|forces?|inspectorate"
    r"|authorit(?:y|ies)|secretariat|presidency|states?|party|parties|association)\Z",
    re.IGNORECASE,
)


@functools.cache
def _known() -> re.Pattern[str]:
    """The known names that hold a comma."""
    names = {
        name
        for party in KNOWN_PARTIES
        for name in (party.name, *(other.text for other in party.names))
        if "," in name
    }
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = (re.escape(name).replace(r"\ ", r"\s{1,3}") for name in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or '(?!)'})(?!\w)")


def find_titles(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names that hold commas begin and end, in order.

    Example:
        >>> text = "FR, Ministry of Economy, Finance and Industry, Europol"
        >>> [text[start:end] for start, end in find_titles(text)]
        ['Ministry of Economy, Finance and Industry']
        >>> find_titles("Ministry of Finance, Coast Guard and Navy")
        ()
    """
    if "," not in text:
        return ()
    found = [match.span() for match in _known().finditer(text)]
    for match in _TITLE.finditer(text):
        fields = re.split(_BETWEEN, match["fields"])
        if any(body(field) is not None or _BODY.search(field) for field in fields):
            continue
        if not any(start < match.end() and match.start() < end for start, end in found):
            found.append(match.span())
    return tuple(sorted(found))


def is_title(text: str) -> bool:
    """Whether a text is one name that holds a comma and nothing more."""
    return find_titles(text) == ((0, len(text)),)


def in_title(titles: tuple[tuple[int, int], ...], place: int) -> bool:
    """Whether a place lies inside one of the names."""
    number = bisect.bisect_right(titles, place, key=lambda title: title[0]) - 1
    return number >= 0 and place < titles[number][1]


def last_comma(text: str) -> int:
    """The last comma before a blank that stands in no name; -1 where there is none.

    Example:
        >>> last_comma("In May, the Ministry of Economy, Finance and Industry")
        6
    """
    titles = find_titles(text)
    place = text.rfind(", ")
    while place >= 0 and in_title(titles, place):
        place = text.rfind(", ", 0, place)
    return place
