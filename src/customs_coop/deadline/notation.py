"""How bounds are written: in ISO 8601-2 (EDTF) and in plain words."""

import functools
import re
from datetime import date, timedelta
from typing import Final

from customs_coop.dates.units import unit_in_edtf
from customs_coop.deadline.languages import vocabularies

__all__ = ["bounds_in_edtf", "bounds_in_words", "day_in_words", "season_begins"]

_DAY = timedelta(days=1)
_PART_WORDS: Final = {
    **{
        (3 * n - 2, 3 * n): f"the {word} quarter of "
        for n, word in enumerate(("first", "second", "third", "fourth"), 1)
    },
    **{(4 * n - 3, 4 * n): f"{word} " for n, word in enumerate(("early", "mid", "late"), 1)},
    (1, 6): "the first half of ",
    (7, 12): "the second half of ",
}
_WORD = re.compile(r"[^\W\d_]{3,12}")
# A day in figures, or one before or after the name of a month; ordinals may stand off ("3 rd").
_DAY_IN_FIGURES = re.compile(
    r"(?<![0-9])[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|-[0-9]{2}-[0-9]{2}"
)
_DAY_OF_MONTH = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?: ?(?:st|nd|rd|th|er))?\.? (?:of )?([^\W\d_]{3,12})"
)
_SEASON_CODE = re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-2])")
_CODE_IN_TEXT = re.compile(r"(?<![0-9-])[0-9]{4}-(2[1-9]|3[0-2])(?![0-9-])", re.ASCII)
_TWO_YEARS = re.compile(r"(?<![0-9])[0-9]{4} ?[/–-] ?[0-9]{2}", re.ASCII)
# The months in which anybody in Europe lets spring, summer and autumn begin at the earliest. (A
# winter may have begun before its year.)
_SEASON_BEGINS: Final = {21: 2, 22: 5, 23: 8, 25: 2, 26: 5, 27: 8}
_WINTER: Final = 24
_LAST_MONTH_OF_WINTER: Final = 3


def _month_name(day: date) -> str:
    """The English name of the month: canonical words are English."""
    return vocabularies()[0].month_names[day.month - 1]


@functools.cache
def _months() -> frozenset[str]:
    """The names of months in every language that deadlines are read in."""
    return frozenset().union(*(one.months for one in vocabularies()))


@functools.cache
def _seasons() -> dict[str, int]:
    """The codes 21 to 24 of ISO 8601-2, by the words for seasons in every language."""
    return {word: 20 + number for one in vocabularies() for word, number in one.seasons.items()}


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and (end == date.max or (end + _DAY).day == 1)


def _names_a_day(text: str) -> bool:
    if _DAY_IN_FIGURES.search(text):
        return True
    return any(match[1].lower() in _months() for match in _DAY_OF_MONTH.finditer(text))


def _names_a_month(text: str) -> bool:
    return any(word.lower() in _months() for word in _WORD.findall(text))


def bounds_in_edtf(start: date, end: date | None, text: str, convention: str | None = None) -> str:
    """Write a stretch of time in ISO 8601-2, as precisely as its words.

    Args:
        start: The first day.
        end: The last day, or None for an open end.
        text: The words: a range is written in days where they name a day, otherwise in months
            or years; the season, where the convention is "season", is taken from them.
        convention: The row of the table of conventions that reading the words took.

    Returns:
        For example "1997", "1998-37", "1997-07/1998-12", "2011-07-01/2012-12-31", "1997/..",
        "1998-21" (spring), "1998-06~" (about). A stretch of one day is an interval,
        "1998-06-30/1998-06-30": the day alone would be a date to keep.
    """
    if convention == "season" and (season := _season_in_edtf(start, end, text)):
        return season
    if end is not None and (unit := unit_in_edtf(start, end)):
        if convention == "about" and not unit[5:7] > "12":
            return f"{unit}~"  # which a part of a year such as 1998-33 does not take
        return f"{unit}/{unit}" if start == end else unit
    days = _names_a_day(text)
    years = not days and not _names_a_month(text)
    if days or start.day != 1 or not (end is None or _whole_months(start, end)):
        first, last = start.isoformat(), end and end.isoformat()
    elif years and start.month == 1 and (end is None or end.month == 12):
        first, last = f"{start.year:04}", end and f"{end.year:04}"
    else:
        first, last = start.isoformat()[:7], end and end.isoformat()[:7]
    return f"{first}/{last or '..'}"


def _season_in_edtf(start: date, end: date | None, text: str) -> str | None:
    """The season that the words name, provided that the bounds are those of its code."""
    from customs_coop.dates.edtf import read_edtf  # late: keeps import light

    if _SEASON_CODE.fullmatch(text):
        written = text
    else:
        words = (word.lower() for word in _WORD.findall(text))
        codes = {_seasons()[word] for word in words if word in _seasons()}
        if len(codes) != 1:
            return None
        written = f"{start.year:04}-{codes.pop()}"
    found = read_edtf(written)
    return written if (found.earliest, found.latest) == (start, end) else None


def season_begins(last: date, text: str) -> date | None:
    """Tell the first day that anybody gives to a season of which only the last day is kept.

    Args:
        last: The last day: of the season, before it, or that no reading of it leaves, which is
            31 December, for a winter 31 March.
        text: The words, or the notation, with the season.

    Returns:
        The day, for several seasons that of the first one; None where the text names none.

    Example:
        >>> season_begins(date(2012, 5, 31), "by spring 2012")
        datetime.date(2012, 2, 1)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    codes = [_seasons()[word] for word in words if word in _seasons()]
    written = [int(code) for code in _CODE_IN_TEXT.findall(text)]
    codes += written
    if not codes:
        return None
    # Only a winter ends in the year after its own.
    year = last.year - (_WINTER in codes and last.month <= _LAST_MONTH_OF_WINTER)
    if codes == [_WINTER] and not written and _TWO_YEARS.search(text):
        return date(year, 10, 1)
    return date(year, min(_SEASON_BEGINS.get(code, 1) for code in codes), 1)


def day_in_words(day: date) -> str:
    """Write a day the way Council documents do, whatever the locale of the machine.

    Example:
        >>> day_in_words(date(1998, 6, 30))
        '30 June 1998'
    """
    return f"{day.day} {_month_name(day)} {day.year:04}"


def bounds_in_words(start: date, end: date | None) -> str:
    """Write a stretch of time in canonical words, which `parse_deadline` reads back.

    Args:
        start: The first day.
        end: The last day, or None for an open end.

    Returns:
        For example "during 1997", "early 1998", "since 15 June 2010".
    """
    if end is None:
        return f"since {day_in_words(start)}"
    if start == end:
        return f"during {day_in_words(start)}"
    if start.year == end.year and _whole_months(start, end):
        months = (start.month, end.month)
        if months == (1, 12):
            return f"during {start.year:04}"
        if start.month == end.month:
            return f"during {_month_name(start)} {start.year:04}"
        if words := _PART_WORDS.get(months):
            during = "during " if words.startswith("the") else ""
            return f"{during}{words}{start.year:04}"
    return f"from {day_in_words(start)} to {day_in_words(end)}"
