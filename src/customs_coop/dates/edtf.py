"""Reading EDTF: the profile of ISO 8601-2:2019 (annex A), levels 0, 1 and 2.

What is read is the text of one date, interval or set; what comes out are its strict bounds. The
specification is that of the Library of Congress, of 4 February 2019. Three things are refused
because no day of the calendar answers to them: years before 0001, years after 9999 ("Y170000002",
"Y17E8"), and times of day.

The seasons, 21 to 32, have no agreed days, so their bounds are the widest that anybody would name:
the whole year, and for a winter (24, 28) and a southern summer (30), which run over the turn of the
year, to the end of the next March. Where no hemisphere is given (21 to 24), the northern one is
meant.
"""

import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from typing import Final, NoReturn

from attrs import evolve, frozen

from customs_coop.dates.units import PARTS
from customs_coop.errors import InvalidValueError

__all__ = ["EdtfBounds", "EdtfForm", "read_edtf"]

_DAY = timedelta(days=1)
_OPEN = ".."
# Nothing that a plan prints comes near; it bounds the work that a hostile text can ask for.
_LONGEST = 1000
_EXAMPLES = "EDTF is written as in 1998, 1998-06, 1998-06-30, 1998-37, [..1998-06-30], 1997/.."
_NEARLY: Final = frozenset("0123456789Xxu-")
_SEASONS: Final = range(21, 33)
_OVER_THE_TURN: Final = frozenset({24, 28, 30})
_END_OF_WINTER: Final = (3, 31)


class EdtfForm(Enum):
    """What an EDTF text is, besides its bounds."""

    DATE = "a date"
    INTERVAL = "an interval"
    ONE_OF = "one of a set"
    ALL_OF = "all of a set"


@frozen(kw_only=True)
class EdtfBounds:
    """The strict bounds of an EDTF text, and how it was qualified.

    Args:
        earliest: The first day, None where the start is open or unknown.
        latest: The last day, None where the end is open or unknown.
        form: What the text is.
        season: Whether a bound is that of a season, which nobody has fixed.
        approximate: Whether "~" or "%" stands anywhere in it.
        uncertain: Whether "?" or "%" stands anywhere in it.
    """

    earliest: date | None
    latest: date | None
    form: EdtfForm = EdtfForm.DATE
    season: bool = False
    approximate: bool = False
    uncertain: bool = False


def read_edtf(text: str) -> EdtfBounds:
    """Read a text in EDTF, of level 0, 1 or 2.

    A date may lack digits ("199X", "1998-06-XX", "1998-X1-31"): the bounds are the first and the
    last day that it can be. Where no digit of the year is given, nothing bounds it. With
    significant digits ("1950S2") it is any year that agrees in these. Qualifiers move no bound.

    Args:
        text: For example "1998-06", "1998-37", "1997-07/1998-12", "[..1998-06-30]", "1998~".

    Returns:
        The bounds and the form.

    Raises:
        InvalidValueError: The text is no EDTF, or names what the calendar does not have; the
            message says what is wrong, and how the date is written if it is one in other notation.
        TypeError: `text` is no text.

    Example:
        >>> found = read_edtf("1998-06-XX~")
        >>> print(found.earliest, found.latest, found.approximate)
        1998-06-01 1998-06-30 True
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is wanted, not {type(text).__name__}")
    if len(text) > _LONGEST:
        raise InvalidValueError(f"longer than any date: {len(text)} characters")
    if not text:
        _refuse("the text is empty", text)
    if text[0] in "[{":
        found = _read_set(text)
    elif "/" in text:
        found = _read_interval(text)
    else:
        found = _read_date(text, text)
    if set("?~%").isdisjoint(text):
        return found
    return evolve(
        found,
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
    )


def _refuse(fault: str, text: str) -> NoReturn:
    shown = repr(text if len(text) <= 40 else f"{text[:37]}...")
    raise InvalidValueError(f"{fault}: {shown}. {_likely(text) or _EXAMPLES}")


@functools.cache
def _otherwise() -> re.Pattern[str]:
    """How dates are written elsewhere; days come before months."""
    return re.compile(
        r"(?P<d>[0-9]{1,2})(?P<s>[./-])(?P<m>[0-9]{1,2})(?P=s)(?P<y>[0-9]{4})"
        r"|(?P<m1>[0-9]{1,2})[./-](?P<y1>[0-9]{4})"
        r"|(?P<y2>[0-9]{4})(?P<s2>[./])(?P<m2>[0-9]{1,2})(?:(?P=s2)(?P<d2>[0-9]{1,2}))?"
        r"|(?P<y3>[0-9]{4})(?P<m3>[0-9]{2})(?P<d3>[0-9]{2})"
        r"|(?P<y4>[0-9]{4})-?W(?P<week>[0-9]{2})(?:-?[1-7])?",
        re.ASCII,
    )


def _likely(text: str) -> str | None:
    """How a date is written in ISO 8601 that stands there in another notation."""
    start, slash, end = text.partition("/")
    if slash and ("P" in (start[:1], end[:1])):
        return "A length of time is not read: name both ends, as in 1998-06-30/1998-09-30"
    match = _otherwise().fullmatch(text)
    if match is None:
        return None
    printed = {
        name[0]: int(figure)
        for name, figure in match.groupdict().items()
        if (figure and name[0] in "ymdw")
    }
    year = printed["y"]
    try:
        if "w" in printed:
            monday = date.fromisocalendar(year, printed["w"], 1)
            return f"A week is written by its days, {monday}/{monday + 6 * _DAY}"
        day = date(year, printed["m"], printed.get("d", 1))
    except (ValueError, OverflowError):
        return None
    iso = day.isoformat()
    return f"ISO dates are written {iso if 'd' in printed else iso[:7]}"


def _read_interval(text: str) -> EdtfBounds:
    start, end, *more = text.split("/")
    if more:
        _refuse("an interval has one slash", text)
    first = None if start in {"", _OPEN} else _read_date(start, text)
    last = None if end in {"", _OPEN} else _read_date(end, text)
    # "../.." is what str() writes of a date without bounds; with an empty end it is a slip.
    if first is None and last is None and text != f"{_OPEN}/{_OPEN}":
        _refuse("an interval needs a date on one side", text)
    return _between(first, last, EdtfForm.INTERVAL, text)


def _read_set(text: str) -> EdtfBounds:
    closing, form = ("]", EdtfForm.ONE_OF) if text[0] == "[" else ("}", EdtfForm.ALL_OF)
    if text[-1] != closing or len(text) == 1:
        _refuse(f"{text[0]} is not closed by {closing}", text)
    members = text[1:-1].split(",")
    spans = []
    for place, member in enumerate(members):
        start, dots, end = member.removeprefix(" " if place else "").partition(_OPEN)
        if not start and not end:
            _refuse("a member of the set is empty", text)
        if not start and place > 0:
            _refuse("only the first member of a set can begin with ..", text)
        if dots and not end and place < len(members) - 1:
            _refuse("only the last member of a set can end with ..", text)
        first = _read_date(start, text) if start else None
        last = _read_date(end, text) if end else None
        spans.append(_between(first, last if dots else first, form, text))
    firsts = [span.earliest for span in spans if span.earliest is not None]
    lasts = [span.latest for span in spans if span.latest is not None]
    return EdtfBounds(
        earliest=min(firsts) if len(firsts) == len(spans) else None,
        latest=max(lasts) if len(lasts) == len(spans) else None,
        form=form,
        season=any(span.season for span in spans),
    )


def _between(
    first: EdtfBounds | None, last: EdtfBounds | None, form: EdtfForm, text: str
) -> EdtfBounds:
    earliest = None if first is None else first.earliest
    latest = None if last is None else last.latest
    if earliest is not None and latest is not None and latest < earliest:
        _refuse("the end comes before the start", text)
    season = any(one is not None and one.season for one in (first, last))
    return EdtfBounds(earliest=earliest, latest=latest, form=form, season=season)


@functools.cache
def _pattern() -> re.Pattern[str]:
    """A date of any level; each part with a qualifier to its left or to its right."""
    sign = "[?~%]"
    month, day = (rf"(?P<{part}>{sign}?[0-9X]{{2}}{sign}?)" for part in ("month", "day"))
    return re.compile(
        rf"(?P<year>{sign}?[0-9X]{{4}}(?:S(?P<known>[0-9]))?{sign}?)(?:-{month}(?:-{day})?)?"
    )


def _read_date(part: str, text: str) -> EdtfBounds:
    match = _pattern().fullmatch(part)
    if match is None:
        _refuse(_fault(part), text)
    year, month, day = (_digits(match[name], text) for name in ("year", "month", "day"))
    if match["known"] is not None:
        if month or "X" in year:
            _refuse("significant digits are for a whole year", text)
        year = _significant(year[:4], int(match["known"]), text)
    if year == "0000":
        _refuse("the calendar begins with the year 0001", text)
    if month.isdecimal() and int(month) > 12:
        if day:
            _refuse("a part of a year has no days", text)
        if match["month"] != month or match["year"] != year or "X" in year:
            # The readers in use take neither "1998-33~" nor "199X-33".
            _refuse("a part of a year takes no qualifier and no X", text)
        return _read_part(int(year), int(month), text)
    if year == "XXXX":
        # Any year at all; the month and the day must still be possible, as in 2000.
        _first_day("2000", month, day, text)
        return EdtfBounds(earliest=None, latest=None)
    return EdtfBounds(
        earliest=_first_day(year, month, day, text), latest=_last_day(year, month, day, text)
    )


def _digits(part: str | None, text: str) -> str:
    if part is None:
        return ""
    bare = part.strip("?~%")
    if len(part) - len(bare) > 1:
        _refuse("a qualifier stands before or after a part, not on both sides", text)
    return bare


def _significant(year: str, known: int, text: str) -> str:
    if not 1 <= known <= 4:
        _refuse("a year has one to four significant digits", text)
    return year[:known] + "X" * (4 - known)


def _read_part(year: int, code: int, text: str) -> EdtfBounds:
    if code in _SEASONS:
        end = date(year, 12, 31)
        if code in _OVER_THE_TURN and year < date.max.year:
            end = date(year + 1, *_END_OF_WINTER)
        return EdtfBounds(earliest=date(year, 1, 1), latest=end, season=True)
    if code not in PARTS:
        _refuse(f"no month, season or part of a year has the number {code:02}", text)
    first, last = PARTS[code]
    return EdtfBounds(earliest=date(year, first, 1), latest=_month_end(year, last))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - _DAY


def _first_day(year: str, month: str, day: str, text: str) -> date:
    for found in _days(year, month, day, latest_first=False):
        return found
    _refuse("no such day" if day else "no such month", text)


def _last_day(year: str, month: str, day: str, text: str) -> date:
    for found in _days(year, month, day, latest_first=True):
        return found
    _refuse("no such day" if day else "no such month", text)


def _days(year: str, month: str, day: str, *, latest_first: bool) -> Iterator[date]:
    """The days that the digits allow, in order; X is any digit, an empty part any number."""
    step = -1 if latest_first else 1
    for y in _numbers(year, date.max.year)[::step]:
        for m in _numbers(month or "XX", 12)[::step]:
            last = _month_end(y, m).day
            for d in _numbers(day or "XX", last)[::step]:
                yield date(y, m, d)


@functools.lru_cache(maxsize=256)
def _numbers(digits: str, highest: int) -> tuple[int, ...]:
    """The numbers from 1 on that the digits can be: "1X" below 12 is 10, 11, 12."""
    numbers = [0]
    for digit in digits:
        choices = range(10) if digit == "X" else (int(digit),)
        numbers = [10 * number + choice for number in numbers for choice in choices]
    return tuple(number for number in numbers if 1 <= number <= highest)


def _fault(part: str) -> str:
    """Say what is wrong with something that is not a date."""
    faults = (
        (not part, "a date is missing"),
        (part[:1] == "Y", "the calendar ends with the year 9999"),
        (part[:1] == "-", "the calendar begins with the year 0001"),
        ("T" in part, "a time of day is not read, only days are"),
        (part.strip() != part, "a blank does not belong there"),
        (part[:1] in {"[", "{"} or part[-1:] in {"]", "}"}, "a set stands alone"),
        (set("xu") & set(part) and set(part) <= _NEARLY, "an unspecified digit is a capital X"),
        (_OPEN in part, ".. stands in brackets or beside a slash"),
        (part in {"open", "unknown"}, "an open end is written as .., an unknown one is left out"),
        (_has_words(part), "not a date in figures; parse_deadline reads words"),
        (
            part[:4].isdecimal() and len(part) > 4,
            "not a date, which is YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (part[:1].isdecimal(), "not a date, which begins with a year of four digits"),
    )
    return next((fault for found, fault in faults if found), "not a date")


def _has_words(part: str) -> bool:
    return any(first.isalpha() and second.isalpha() for first, second in pairwise(part))
