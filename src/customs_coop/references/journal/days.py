"""The date of publication, as citations of the journal print it in all official languages."""

import datetime as dt
import re
from typing import NamedTuple

from customs_coop.references.base import Pattern, full_year
from customs_coop.references.journal.titles import MONTHS, YEAR_PATTERN

__all__ = ["Day", "is_unread_day", "read_day"]

_BETWEEN = (
    r"(?:of|dated|du|de|del|vom|v\.|van|af|av|din|z\s{1,4}dnia|z|ze\s{1,4}dne|ze|zo\s{1,4}dňa|zo|dne"
    r"|της)"
)
# "L 119., 2016.5.4.": only Hungarian puts a full stop behind the number.
_GAP = Pattern(
    rf"(?:\.(?=,))?[\s,]{{1,20}}(?:[–—-]\s{{1,4}})?(?P<bracket>\()?"
    rf"(?:{_BETWEEN}\s{{1,20}}|(?:dell|d)['’])?"
)
_END = r"(?![\w/]|[.-][0-9])"
_DAY_FIRST = Pattern(
    # EUR-Lex has blanks around the full stops in old texts: "12 . 3 . 2003"
    r"(?P<day>[0-9]{1,2})(?P<gap>\s{0,2}\.\s{0,4}|[/-])(?P<month>[0-9]{1,2})"
    r"(?:\s{0,2}\.\s{0,4}|[/-])"
    rf"(?P<year>{YEAR_PATTERN}|[0-9]{{2}}){_END}"
)
_YEAR_FIRST = Pattern(
    rf"(?P<year>{YEAR_PATTERN})(?P<gap>\.\s{{0,4}}|-|\s)(?P<month>[0-9]{{1,2}})(?:\.\s{{0,4}}|-|\s)"
    rf"(?P<day>[0-9]{{1,2}}){_END}"
)
_IN_WORDS = Pattern(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s{1,20}(?:de\s{1,20})?"
    rf"(?P<month>[^\W\d_]{{3,10}})\.?\s{{1,20}}(?:de\s{{1,20}})?(?P<year>{YEAR_PATTERN})(?!\w)"
)
# A date or a year that no field can hold: "31.2.2003", "October 2003", "2003", "(2003)".
_UNREAD = Pattern(
    rf"[\s,]{{0,20}}(?:{_BETWEEN}\s{{1,20}})?\(?(?:[0-9]{{1,2}}\s{{0,2}}[./-]\s{{0,4}}[0-9]{{1,2}}\s{{0,2}}"
    r"[./-]\s{0,4}[0-9]{2}"
    r"|(?:[0-9]{1,2}(?:st|nd|rd|th)?\s{1,20})?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,20})?"
    rf"{YEAR_PATTERN}(?![\w/]))"
)
# The full stop that belongs to the date, and the abbreviated word for year.
_DOT = Pattern(r"\.(?=\s{0,4},)|\s{0,4}(?:г|r)\.")
_ANY_DOT = Pattern(r"\.")
_DOTTED = frozenset({"HL", "OV", "SL"})


class Day(NamedTuple):
    """A date and where it ends."""

    date: dt.date
    end: int


def read_day(text: str, at: int, title: str, *, apart: bool = True) -> Day | None:
    """Read a date of publication.

    Args:
        text: The text.
        at: Where the date begins, or the gap before it.
        title: The title of the journal; its language may have a form of its own.
        apart: Whether there is a gap before the date.

    Returns:
        The date and its end, or None.

    Example:
        >>> read_day("ABl. C 247 vom 15.10.2003", 10, "ABl.").date.isoformat()
        '2003-10-15'
    """
    gap = _GAP.match(text, at) if apart else None
    if gap is not None:
        at = gap.end()
    elif apart:
        return None
    match = _DAY_FIRST.match(text, at) or _YEAR_FIRST.match(text, at) or _IN_WORDS.match(text, at)
    date = None if match is None else _date(text, match, title)
    if match is None or date is None:
        return None
    end = match.end()
    if gap is not None and gap["bracket"]:
        return Day(date, end + 1) if text[end : end + 1] == ")" else None
    dot = (_ANY_DOT if title in _DOTTED else _DOT).match(text, end)
    return Day(date, end if dot is None else dot.end())


def _date(text: str, match: re.Match[str], title: str) -> dt.date | None:
    gap, month = match.groupdict().get("gap"), MONTHS.get(match["month"].lower(), 0)
    if gap is not None:
        month = int(match["month"])
        # "2016 5 4" is a date in Lithuanian only, and "15. 10. 03" one where it ends there.
        ends = text[match.end() : match.end() + 1] in {"", ",", ")", ";"}
        if gap.isspace() and title != "OL":
            return None
        if len(match["year"]) == 2 and len(gap) > 1 and not ends:
            return None
    try:
        return dt.date(full_year(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def is_unread_day(text: str, at: int) -> bool:
    """Tell whether a year is printed behind a citation that was read without it.

    Args:
        text: The text.
        at: Where the citation ends.

    Returns:
        Whether a date or a year stands there.

    Example:
        >>> is_unread_day("OJ C 247, 31.2.2003", 8)
        True
    """
    return _UNREAD.match(text, at) is not None
