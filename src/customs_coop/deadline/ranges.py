"""Reading ranges: two times, or two years, with something between them."""

from datetime import date, timedelta

from attrs import evolve

from customs_coop.dates import Period
from customs_coop.deadline.figures import DASHES, ordinal, year_at
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.phrases import Phrases
from customs_coop.deadline.times import Grain, Moment, Stretch
from customs_coop.deadline.words import Words

__all__ = ["read_range"]

# The figures of two digits that in ISO 8601-2 stand for a season or a part of a year.
_CODES = frozenset({*range(21, 25), *range(33, 42)})
_LONGEST_WITH_CODE = 10


def _years(words: Words, index: int) -> tuple[Stretch, int] | None:
    """1997-98, 2005–08, 2006/07: two years, the second one in two figures."""
    first, second = year_at(words, index), words.number(index + 2)
    sign = words.at(index + 1)
    if first is None or sign not in DASHES or len(words.at(index + 2)) != 2:
        return None
    if not words.glued(index, index + 2) or second is None:
        return None
    further = words.glued(index + 2, index + 3) and words.at(index + 3) in {"-", "/", "~"}
    last = first - first % 100 + second
    last += 100 * (last <= first and second == (first + 1) % 100)  # 1999-00
    if last <= first or further or last > date.max.year:
        return None
    how = None
    if 1 <= second <= 12:
        # A hyphen makes a month of it; a stroke may do so, unless the years follow each other.
        if sign == "-" or (sign == "/" and last != first + 1):
            return None
        how = "short-range"
    elif sign == "-" and second in _CODES:
        if last - first > _LONGEST_WITH_CODE:
            return None
        how = "short-range"
    return Stretch(Period(date(first, 1, 1), date(last, 12, 31)), Grain.YEAR, how), index + 3


def _two_years(words: Words, index: int) -> tuple[Stretch, int] | None:
    """2012/2013; with more behind it, the number of a document: "2012/2013(INI)"."""
    first, after = year_at(words, index), index + 3
    if first is None or words.at(index + 1) != "/" or year_at(words, index + 2) != first + 1:
        return None
    further = words.at(after) in {"(", ".", *DASHES} and words.glued(after - 1, after + 1)
    if further or not words.glued(index, index + 2):
        return None
    days = Period(date(first, 1, 1), date(first + 1, 12, 31))
    return Stretch(days, Grain.YEAR, "short-range"), after


_Read = tuple[Moment, int] | None


def _ends(
    words: Words, index: int, left: _Read, sign: Phrases[bool]
) -> tuple[Moment, Moment, int] | None:
    """Two times with a sign between them; the first may borrow its year or month."""
    if left and (joint := sign.match(words, left[1])):
        right = read_moment(words, joint[1])
        if right is not None:
            return left[0], right[0], right[1]
    day, after = ordinal(words, index) or (words.number(index), index + 1)
    if day is None:
        return None
    # "18.-24. März": the stop of the first day.
    after += words.at(after) == "." and words.at(after + 1) in DASHES
    joint = sign.match(words, after)
    right = read_moment(words, joint[1]) if joint else None
    if right is None or right[0].day is None:
        return None
    return evolve(right[0], day=day), right[0], right[1]


def _next_day(first: Moment, second: Moment) -> bool:
    """Whether the second of two days follows the first one."""
    if first.day is None or second.day is None:
        return False
    one, other = evolve(first, year=first.year or second.year).whole(), second.whole()
    if one is None or other is None or one.end == date.max:
        return False
    return one.end + timedelta(days=1) == other.start


def _are_two_days(words: Words, left: _Read, pair: tuple[Moment, Moment, int]) -> bool:
    """Whether a stroke stands between two whole days, each a date to keep."""
    if left is None or words.at(left[1]) != "/":
        return False
    whole = all(time.grain is Grain.DAY and time.year is not None for time in (left[0], pair[1]))
    return whole and not _next_day(*pair[:2])


def _pair(
    words: Words, index: int, *, gap: bool, strokes: bool
) -> tuple[tuple[Moment, Moment, int], str | None] | None:
    """Two times, with the convention that putting them together took.

    Of `strokes`, "30 June 2027 / 31 December 2027" is two deadlines and no range.
    """
    language = words.language
    left = read_moment(words, index)
    if left is None and not words.at(index).isdecimal():
        return None
    if pair := _ends(words, index, left, language.to):
        return None if strokes and _are_two_days(words, left, pair) else (pair, None)
    # "24 and 25 June" is one event; "1 and 30 June", "1 June 2006 and 2 June 2006" are two dates.
    borrows = left is None or left[0].year is None
    both = _ends(words, index, left, language.joined) if borrows else None
    if both and _next_day(*both[:2]):
        return both, None
    if pair := _ends(words, index, left, language.either):
        return pair, "either"
    right = read_moment(words, left[1]) if left and gap else None
    if left and right and left[0].grain is right[0].grain and left[0].year:
        return (left[0], right[0], right[1]), "lost-dash"
    return None


def read_range(words: Words, index: int, *, gap: bool = False) -> tuple[Stretch, int] | None:
    """Read a range of times at a place.

    Args:
        words: The text.
        index: The place of its first word.
        gap: Whether two times with nothing between them are a range, too.

    Returns:
        The days from the first of the one to the last of the other, with the place after them,
        or None where no range begins here or its ends are reversed.
    """
    if found := _two_years(words, index) or _years(words, index):
        return found
    language = words.language
    convention = None
    if between := language.between.match(words, index):
        pair = _ends(words, between[1], read_moment(words, between[1]), language.joined)
    else:
        start = language.opened.skip(words, index)
        if found := _two_years(words, start) or _years(words, start):
            return found
        both = _pair(words, start, gap=gap, strokes=start == index)
        pair, convention = both or (None, None)
    if pair is None:
        return None
    first, last, after = pair
    if first.year is None:
        if last.grain is Grain.YEAR:
            return None  # "June – 2013" is one month
        first = evolve(first, year=last.year)
    begins, ends = first.begin(), last.stretch()
    if begins is None or ends is None or ends.period.end < begins.period.start:
        return None
    period = Period(begins.period.start, ends.period.end)
    how = convention or begins.convention or ends.convention
    return Stretch(period, Grain.PART, how), after
