"""Conferences and meetings that running text names with a date."""

import re
from collections.abc import Iterable

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import Deadline, Relative
from customs_coop.model import Event
from customs_coop.readers.document.planning import parse_day

__all__ = ["find_meetings", "read_date_line"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_WHEN = (
    rf"(?:(?P<first>[0-3]?[0-9])(?:\s{{1,3}}(?P<month>{_MONTH}))?\s{{0,3}}"
    rf"(?:&|-|–|—|/|\band\b|\bto\b)\s{{0,3}})?(?P<last>[0-3]?[0-9](?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?"
    rf"\s{{1,3}}{_YEAR})(?![0-9])"
    rf"|(?P<span>{_MONTH},?\s{{1,3}}{_YEAR})(?![0-9])"
    rf"|(?P<half>first|second)\s{{1,3}}half\s{{1,3}}of\s{{1,3}}(?P<halved>{_YEAR})"
    rf"|(?P<year>{_YEAR})(?![0-9/-])"
)
_NOUN = (
    r"(?:conference|meeting|seminar|workshop|session|summit|plenary|forum|round\s?table|assembly)"
)
_HELD = (
    r"(?:,?\s{1,3}(?:which|that)\s{1,3}|,?\s{1,3})?(?:(?:took|will\s{1,3}take|takes|is\s{1,3}to\s{1,3}take|taking)"
    r"\s{1,3}place|(?:(?:was|were|will\s{1,3}be|is\s{1,3}to\s{1,3}be|to\s{1,3}be)\s{1,3})?(?:held|organi[sz]ed|scheduled|planned))"
    r"(?:\s{1,3}in\s{1,3}[A-Z][\w-]{1,30})?"
)
_WORD = (
    r"(?!(?:after|an?|at|before|by|for|from|in|its|of|on|our|the|their|this|to|until)\b)"
    r"[^\W_][\w’'-]{0,30}"
)
_MEETING = re.compile(
    r"\b(?:the|an?|its|their|our|this)\s{1,3}"
    rf"(?P<name>(?:{_WORD}\s{{1,3}}){{0,6}}?(?i:{_NOUN})\b"
    r"(?:\s{1,3}(?!of\s{1,3}[0-9]|on\s{1,3}[0-9])[^.;:()\n]{1,160}?)??)"
    rf"(?:{_HELD})?\s{{1,3}}(?:on|of|in|from|for|during)\s{{1,3}}(?:the\s{{1,3}})?(?:{_WHEN})"
)
_PLACE = r"[A-Z][\w’' -]{1,30}(?:\([A-Z][\w ]{1,30}\))?"
_DATE_LINE = re.compile(
    rf"[(*]{{0,2}}(?:{_PLACE},\s{{0,3}})?(?:on\s{{1,3}})?"
    rf"(?:{_WHEN})(?:\s{{0,3}},\s{{0,3}}{_PLACE}|\s{{1,3}}\([A-Z][\w ]{{1,30}}\))?[)*.]{{0,3}}"
)
_ARTICLE = re.compile(r"(?:the|an?|its|their|our|this)\s", re.IGNORECASE)
_LONGEST_LINE = 120


def read_date_line(text: str) -> PartialDate | None:
    """The date of a line that holds nothing but a place and a date; None for other lines.

    Example:
        >>> read_date_line("Riga, 3-4 May 2011")
        PartialDate('2011-05-03', '2011-05-04')
        >>> read_date_line("12 May 2011 was a Thursday") is None
        True
    """
    match = _DATE_LINE.fullmatch(text.strip()) if len(text) <= _LONGEST_LINE else None
    return None if match is None or match["year"] else _when(match)


def find_meetings(text: str, deadlines: Iterable[Deadline] = ()) -> tuple[Event, ...]:
    """The meetings that a text names with a date, once each.

    Args:
        text: The text, folded.
        deadlines: Those of the document; a meeting on which one hangs bears the words of that
            deadline as its id, so that the two find each other.

    Returns:
        The meetings in the order of the text.

    Example:
        >>> words = "before the next meeting, which will be held in 2010"
        >>> meeting, = find_meetings(words, [Relative("the next meeting", "-P1D")])
        >>> meeting.id, meeting.when
        ('the next meeting', PartialDate('2010-01-01', '2010-12-31'))
    """
    anchors = {
        _ARTICLE.sub("", deadline.anchor, count=1).casefold(): deadline.anchor
        for deadline in deadlines
        if isinstance(deadline, Relative) and deadline.anchor
    }
    found: dict[str, Event] = {}
    for match in _MEETING.finditer(text):
        name = " ".join(match["name"].split()).rstrip(" ,")
        when = _when(match)
        if when is not None:
            title = (
                name
                if " " in name
                else " ".join(match[0][match.start("name") - match.start() :].split())
            )
            known = anchors.get(name.casefold(), title)
            if known in found and found[known].when != when:
                known = f"{known} ({when.earliest})"
            found.setdefault(known, Event(id=known, title=title, when=when))
    return tuple(found.values())


def _when(match: "re.Match[str]") -> PartialDate | None:
    if match["year"]:
        return _of(Period.parse(f"{match['year']}-01-01/{match['year']}-12-31"))
    if match["half"]:
        year = int(match["halved"])
        months = ("01-01", "06-30") if match["half"] == "first" else ("07-01", "12-31")
        return _of(Period.parse(f"{year}-{months[0]}/{year}-{months[1]}"))
    if match["span"]:
        start = parse_day(f"1 {match['span']}")
        return _of(Period.of_months(start.year, start.month)) if start else None
    return _days(match)


def _days(match: "re.Match[str]") -> PartialDate | None:
    """One day, or the first and the last of a meeting."""
    last = parse_day(match["last"])
    if last is None:
        return None
    _, month, year = match["last"].replace(",", " ").split()
    first = parse_day(f"{match['first']} {match['month'] or month} {year}")
    return PartialDate(first if first and first <= last else last, last)


def _of(period: Period) -> PartialDate:
    return PartialDate(period.start, period.end)
