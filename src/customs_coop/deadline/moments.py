"""Reading the times themselves: days, months, years, parts of them, and ranges."""

from datetime import date
from typing import Final

from attrs import evolve

from customs_coop.dates import Period
from customs_coop.deadline.times import Grain, Moment, Stretch
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Phrases, Words, phrase_set, phrases
from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.presidency import Presidency

__all__ = ["read_moment", "read_range"]

_ARTICLES: Final = phrase_set(*ENGLISH.articles)
_LINKING: Final = phrase_set(*ENGLISH.linking)
_PARTS: Final = phrases(ENGLISH.parts)
_ABOUT: Final = phrase_set(*ENGLISH.about)
_QUARTERS: Final = phrases(dict.fromkeys(ENGLISH.quarters, 3))
_HALVES: Final = phrases(dict.fromkeys(ENGLISH.halves, 6))
_TO: Final = phrase_set(*ENGLISH.to)
_JOINED: Final = phrase_set(*ENGLISH.joined)
_BETWEEN: Final = phrase_set(*ENGLISH.between)
_OPENED: Final = phrase_set(*ENGLISH.opened)

_DASHES: Final = frozenset("-–—‑/")
_ROMAN: Final = {
    word: number
    for number, word in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1
    )
}
_YEARS: Final = range(1900, 2100)
_FIRST_YEAR_OF_LAST_CENTURY = 50


def _year(words: Words, index: int) -> int | None:
    year = words.number(index)
    return year if year in _YEARS and len(words.at(index)) == 4 else None


def _short_year(words: Words, index: int) -> tuple[int, str | None] | None:
    """A year of four figures, or of two."""
    if (year := _year(words, index)) is not None:
        return year, None
    two = words.number(index)
    if two is None or len(words.at(index)) != 2:
        return None
    century = 1900 if two >= _FIRST_YEAR_OF_LAST_CENTURY else 2000
    return century + two, "two-digit-year"


def _ordinal(words: Words, index: int) -> tuple[int, int] | None:
    """An ordinal: "first", "1st" or "1 st"."""
    if (value := ENGLISH.ordinals.get(words.at(index))) is not None:
        return value, index + 1
    figure = words.number(index)
    if figure is not None and words.at(index + 1) in ENGLISH.ordinal_endings:
        return figure, index + 2
    return None


def _after_month(words: Words, index: int) -> int:
    """Step over the full stop of "Dec." where a figure or a dash follows it."""
    goes_on = words.number(index + 1) is not None or words.at(index + 1) in _DASHES
    return index + 1 if words.at(index) == "." and goes_on else index


def _year_after(words: Words, index: int) -> tuple[int | None, int]:
    """The year after a month or a part of a year, with "of" or a comma before it or not."""
    for place in (index, _LINKING.skip(words, index)):
        if (year := _year(words, _ARTICLES.skip(words, place))) is not None:
            return year, _ARTICLES.skip(words, place) + 1
    return None, index


def _figures(words: Words, index: int) -> tuple[Moment, int] | None:
    """28.02.2006, 30/6/2004, 31.12.06, 2.XII.2010 (the day first) and 2006-02-28."""
    after = index + 5
    sign = words.at(index + 1)
    if sign not in {".", "/", "-"} or words.at(index + 3) != sign:
        return None
    if not words.glued(index, index + 4) or _runs_on(words, index, after):
        return None
    first, second = words.number(index), words.number(index + 2)
    if len(words.at(index)) == 4 and sign == "-":
        day, month, year, how = words.number(index + 4), second, _year(words, index), None
    else:
        short = _short_year(words, index + 4)
        if short is None:
            return None
        day, month, (year, how) = first, second, short
        if month is None:
            month = _ROMAN.get(words.at(index + 2))
    if day is None or month is None or year is None or not 1 <= month <= 12:
        return None
    moment = Moment(grain=Grain.DAY, year=year, months=(month, month), day=day, convention=how)
    return (moment, after) if moment.whole() else None


def _runs_on(words: Words, index: int, after: int) -> bool:
    """Whether the figures belong to a longer number such as 1.2.3.2004 or 1.2.2004.5."""
    before = words.number(index - 2) is not None and words.at(index - 1) in {".", "/"}
    further = words.at(after) in {".", "/"} and words.number(after + 1) is not None
    return (before and words.glued(index - 2, index)) or (
        further and words.glued(after - 1, after + 1)
    )


def _day_first(words: Words, index: int) -> tuple[Moment, int] | None:
    """30 June 1998, 1st July, 15 of June 2010."""
    ordinal = _ordinal(words, index)
    day, place = ordinal or (words.number(index), index + 1)
    if words.at(place) == "." and words.at(place + 1) in ENGLISH.months:
        place += 1
    place = _LINKING.skip(words, place) if words.at(place) != "," else place
    month = ENGLISH.months.get(words.at(place))
    if day is None or not 1 <= day <= 31 or month is None:
        return None
    year, after = _year_after(words, _after_month(words, place + 1))
    moment = Moment(grain=Grain.DAY, year=year, months=(month, month), day=day)
    return (moment, after) if year is None or moment.whole() else None


def _month(words: Words, index: int) -> tuple[Moment, int] | None:
    """June 1998, Dec. 2006, June 30, 1998, June."""
    month = ENGLISH.months.get(words.at(index))
    if month is None:
        return None
    place = _after_month(words, index + 1)
    year, after = _year_after(words, place)
    if year is not None:
        return Moment(grain=Grain.MONTH, year=year, months=(month, month)), after
    ordinal = _ordinal(words, place)
    day, after = ordinal or (words.number(place), place + 1)
    if day is not None and 1 <= day <= 31:
        year, after = _year_after(words, after)
        moment = Moment(grain=Grain.DAY, year=year, months=(month, month), day=day)
        if year is not None:
            return (moment, after) if moment.whole() else None
    return Moment(grain=Grain.MONTH, months=(month, month)), place


def _part_of_year(words: Words, index: int) -> tuple[Moment, int] | None:
    """Second quarter of 2006, first half of 1997, Q3 2011, H1/2011, 2011 Q3."""
    if coded := _coded_part(words, index):
        return coded
    ordinal = _ordinal(words, index)
    if ordinal is None:
        return None
    number, place = ordinal
    found = _QUARTERS.match(words, place) or _HALVES.match(words, place)
    if found is None:
        return None
    length, after = found
    number = number or 12 // length
    if not 1 <= number <= 12 // length:
        return None
    year, after = _year_after(words, after)
    months = ((number - 1) * length + 1, number * length)
    return Moment(grain=Grain.PART, year=year, months=months), after


def _coded_part(words: Words, index: int) -> tuple[Moment, int] | None:
    if (year := _year(words, index)) is not None:
        place = index + 1 + (words.at(index + 1) in _DASHES)
        code = _letter_code(words, place)
        if code is None:
            return _part_behind(words, index, year)
        return Moment(grain=Grain.PART, year=year, months=code), place + 2
    if code := _letter_code(words, index):
        place = index + 2 + (words.at(index + 2) in _DASHES)
        year, after = _year_after(words, place)
        return Moment(grain=Grain.PART, year=year, months=code), after if year else index + 2
    return None


def _part_behind(words: Words, index: int, year: int) -> tuple[Moment, int] | None:
    """The part of a year where it stands behind the year: "2012 (June)", "2012, 2nd quarter"."""
    sign = words.at(index + 1)
    place = _ARTICLES.skip(words, index + 2)
    # Another year would have a part of its own to follow it.
    if sign not in {",", "("} or _year(words, place) is not None:
        return None
    found = _part_of_year(words, place)
    if found is None and sign == "(":
        found = _month(words, place)
    if found is None or found[0].year is not None or found[0].day is not None:
        return None
    closed = words.at(found[1]) == ")"
    # A bracket at the end of the text may be cut off already.
    if sign == "(" and not closed and found[1] < len(words):
        return None
    return evolve(found[0], year=year), found[1] + (sign == "(" and closed)


def _letter_code(words: Words, index: int) -> tuple[int, int] | None:
    length = {"q": 3, "h": 6}.get(words.at(index))
    number = words.number(index + 1)
    if length is None or number is None or not words.glued(index, index + 1):
        return None
    if not 1 <= number <= 12 // length:
        return None
    return (number - 1) * length + 1, number * length


def _presidency(words: Words, index: int) -> tuple[Moment, int] | None:
    """UK Presidency in 2005, Hungarian Presidency, first half of 2011, Belgian Presidency."""
    place = index + (_year(words, index) is not None)
    after = next(
        (place + n + 1 for n in (1, 2) if words.at(place + n) in ENGLISH.presidency),
        None,
    )
    if after is None:
        return None
    name = words.text(index, after)
    in_brackets = words.at(after) == "("
    part = _part_of_year(words, _ARTICLES.skip(words, after + (words.at(after) in {",", "("})))
    year, end = (part[0].year, part[1]) if part else _year_after(words, after + in_brackets)
    if year is not None:
        end += in_brackets and words.at(end) == ")"
        name = words.text(index, end)
    try:
        found = Presidency.parse(name)
    except InvalidValueError:
        return None
    except UnknownPresidencyError:
        # Several may fit where no year is printed; with a year, the text contradicts the table.
        ambiguous = year is None and place == index
        return (Moment(grain=Grain.PRESIDENCY, name=name), after) if ambiguous else None
    if year is None and place == index:
        return Moment(grain=Grain.PRESIDENCY, name=name), after
    months = (found.half * 6 - 5, found.half * 6)
    return Moment(grain=Grain.PART, year=found.year, months=months), end if year else after


# Most words of a text begin no time; one look tells.
_FIRSTS: Final = frozenset({"q", "h", "year", *ENGLISH.months, *ENGLISH.ordinals}) | _PARTS.firsts


def _may_begin(words: Words, index: int) -> bool:
    word = words.at(index)
    return (
        word in _FIRSTS
        or word[:1].isdecimal()
        or words.at(index + 1) in ENGLISH.presidency
        or words.at(index + 2) in ENGLISH.presidency
    )


def _core(words: Words, index: int) -> tuple[Moment, int] | None:
    word = words.at(index)
    if word in ENGLISH.months:
        return _month(words, index)
    if found := _presidency(words, index) or _part_of_year(words, index):
        return found
    if word[:1].isdecimal() or word in ENGLISH.ordinals:
        found = _figures(words, index) or _day_first(words, index)
    if found is not None:
        return found
    index += words.at(index) == "year"
    year = _year(words, index)
    if year is None or _is_no_year(words, index):
        return None
    return Moment(grain=Grain.YEAR, year=year), index + 1


def _is_no_year(words: Words, index: int) -> bool:
    """Whether four figures belong to a document number or an act: 2003/170, 10237/2005."""
    sign, further = words.at(index + 1), words.number(index + 2)
    # A dash and a further year make a range; a dash and less may mean months (2004-06).
    range_of_years = sign in _DASHES and _year(words, index + 2) is not None
    following = sign in {".", *_DASHES} and further is not None and not range_of_years
    preceding = words.at(index - 1) in {"/", "."} and words.number(index - 2) is not None
    return (following and words.glued(index, index + 2)) or (
        preceding and words.glued(index - 2, index)
    )


def read_moment(words: Words, index: int) -> tuple[Moment, int] | None:
    """Read one time at a place.

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The time and the place after it, or None where no time begins here.
    """
    start = _ARTICLES.skip(words, index)
    about = _ABOUT.match(words, start)
    start = start if about is None else _ARTICLES.skip(words, about[1])
    if not _may_begin(words, start):
        return None
    found = _core(words, start)
    if found is None and (part := _PARTS.match(words, start)):
        core = _core(words, _ARTICLES.skip(words, part[1]))
        if core is None or (part[0] not in {"end", "start"} and core[0].grain is Grain.PART):
            return None
        found = evolve(core[0], part=part[0]), core[1]
    if found is None or about is None:
        return found
    return evolve(found[0], convention="about"), found[1]


def _years(words: Words, index: int) -> tuple[Stretch, int] | None:
    """1997-98: years. 2004-06 may be June as well, so it is not read."""
    first, second = _year(words, index), words.number(index + 2)
    if first is None or words.at(index + 1) not in _DASHES or len(words.at(index + 2)) != 2:
        return None
    if not words.glued(index, index + 2) or second is None or second <= 12:
        return None
    last = first - first % 100 + second
    further = words.glued(index + 2, index + 3) and words.at(index + 3) in {"-", "/"}
    if last <= first or further:
        return None
    return Stretch(Period(date(first, 1, 1), date(last, 12, 31)), Grain.YEAR), index + 3


def _ends(words: Words, index: int, sign: Phrases[bool]) -> tuple[Moment, Moment, int] | None:
    """Two times with a sign between them; the first may borrow its year or month."""
    left = read_moment(words, index)
    figure = _ordinal(words, index) or (words.number(index), index + 1)
    for first, place in (left or (None, 0), (None, figure[1])):
        joint = sign.match(words, place) if place else None
        right = read_moment(words, joint[1]) if joint else None
        if right is None:
            continue
        if first is not None:
            return first, right[0], right[1]
        if figure[0] is not None and right[0].day is not None:
            return evolve(right[0], day=figure[0]), right[0], right[1]
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
    if found := _years(words, index):
        return found
    if between := _BETWEEN.match(words, index):
        pair, convention = _ends(words, between[1], _JOINED), None
    else:
        start = _OPENED.skip(words, index)
        if found := _years(words, start):
            return found
        pair, convention = _ends(words, start, _TO), None
        if pair is None and gap:
            left = read_moment(words, start)
            right = read_moment(words, left[1]) if left else None
            if left and right and left[0].grain is right[0].grain and left[0].year:
                pair, convention = (left[0], right[0], right[1]), "lost-dash"
    if pair is None:
        return None
    first, last, after = pair
    if first.year is None:
        first = evolve(first, year=last.year)
    begins, ends = first.begin(), last.stretch()
    if begins is None or ends is None or ends.period.end < begins.period.start:
        return None
    period = Period(begins.period.start, ends.period.end)
    how = convention or begins.convention or ends.convention
    return Stretch(period, Grain.PART, how), after
