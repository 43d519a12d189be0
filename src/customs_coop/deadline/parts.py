"""Reading parts of a year: quarters, halves, weeks, their codes, and seasons."""

from attrs import evolve

from customs_coop.deadline.figures import (
    DASHES,
    ROMAN,
    ordinal,
    short_year,
    short_year_behind,
    year_after,
    year_at,
)
from customs_coop.deadline.times import WEEK_CODES, WINTER, Grain, Moment
from customs_coop.deadline.words import Words

__all__ = ["read_part", "read_season", "read_week"]

_HALVES = (1, 2)
_LONGEST_WEEK = 2


def read_part(words: Words, index: int) -> tuple[Moment, int] | None:
    """Second quarter of 2006, first half of 1997, Q3 2011, H1/2011, Quarter 1 2011."""
    if coded := _coded(words, index):
        return coded
    counted = ordinal(words, index) or _roman_ordinal(words, index)
    language = words.language
    if counted is None:
        return _numbered_behind(words, index)
    number, place = counted
    quarter = language.quarters.match(words, place)
    found = quarter or language.halves.match(words, place)
    if found is None:
        return None
    length, after = 3 if quarter else 6, found[1]
    number = number or 12 // length
    if not 1 <= number <= 12 // length:
        return None
    return _with_year(words, after, ((number - 1) * length + 1, number * length))


def _numbered_behind(words: Words, index: int) -> tuple[Moment, int] | None:
    """Quarter 1 2014, Semester 2, 2014, Q 3 2014: the number behind its word, and the year."""
    language = words.language
    quarter = language.quarters.match(words, index)
    found = quarter or language.halves.match(words, index)
    code = words.capital(index) and language.codes.get(words.at(index)) == 3
    if found is None and not code:
        return None
    place = found[1] if found else index + 1
    length = 6 if found and not quarter else 3
    number = words.number(place)
    if number is None or len(words.at(place)) != 1 or not 1 <= number <= 12 // length:
        return None
    part = _with_year(words, place + 1, ((number - 1) * length + 1, number * length))
    return part if part[0].year is not None and part[0].convention is None else None


def _with_year(words: Words, index: int, months: tuple[int, int]) -> tuple[Moment, int]:
    """A part with the year behind it, which may have two figures or be missing."""
    part = Moment(grain=Grain.PART, months=months)
    dash = words.at(index) in DASHES and words.glued(index - 1, index + 1)
    year, after = year_after(words, index + dash)
    if year is not None:
        return evolve(part, year=year), after
    if short := short_year_behind(words, index + dash):
        return evolve(part, year=short[0], convention="two-digit-year"), short[1]
    return part, index


def _roman_ordinal(words: Words, index: int) -> tuple[int, int] | None:
    """A number before "half" or "quarter": "II half", "IV. quarter"."""
    number = ROMAN.get(words.at(index))
    if number is None or number > 4 or not words.capital(index):
        return None
    return number, index + 1 + (words.at(index + 1) == ".")


def _coded(words: Words, index: int) -> tuple[Moment, int] | None:
    if (year := year_at(words, index)) is not None:
        dash = words.at(index + 1) in DASHES and words.glued(index, index + 2)
        place = index + 1 + dash
        code = _letter_code(words, place) or _roman_code(words, place)
        if code is None:
            return _behind(words, index, year)
        months, after, how = code
        return Moment(grain=Grain.PART, year=year, months=months, convention=how), after
    if code := _letter_code(words, index):
        return _with_year(words, code[1], code[0])
    # "II/2005"; a blank instead of the stroke may follow anything, such as an annex.
    stroke = words.at(index + 1) == "/" and words.glued(index, index + 2)
    code = _roman_code(words, index) if stroke else None
    year = year_at(words, index + 2) if code else None
    if code is None or year is None or words.at(index - 1) in words.language.numbered:
        return None
    return Moment(grain=Grain.PART, year=year, months=code[0], convention=code[2]), index + 3


def _letter_code(words: Words, index: int) -> tuple[tuple[int, int], int, None] | None:
    """The months of "Q3" and "H2", also of "3Q"."""
    codes = words.language.codes
    if not words.glued(index, index + 1):
        return None
    letter, figure = (index, index + 1) if words.at(index) in codes else (index + 1, index)
    length, number = codes.get(words.at(letter)), words.number(figure)
    if length is None or number is None or len(words.at(figure)) != 1:
        return None
    if not 1 <= number <= 12 // length:
        return None
    return ((number - 1) * length + 1, number * length), index + 2, None


def _roman_code(words: Words, index: int) -> tuple[tuple[int, int], int, str] | None:
    """The half-year of "II/2005" and "2005 II"; a word behind it would make it a number."""
    number = ROMAN.get(words.at(index))
    if number not in _HALVES or not words.capital(index):
        return None
    following = words.at(index + 1)
    if following.isalpha() or (following == "." and words.number(index + 2) is not None):
        return None
    return (number * 6 - 5, number * 6), index + 1, "roman-half"


def _behind(words: Words, index: int, year: int) -> tuple[Moment, int] | None:
    """The part of a year where it stands behind the year: "2012, 2nd quarter", "2012 (June)"."""
    sign = words.at(index + 1)
    place = words.language.articles.skip(words, index + 2)
    # Another year would have a part of its own to follow it.
    if sign not in {",", "("} or year_at(words, place) is not None:
        return None
    found = read_part(words, place) or read_season(words, place)
    if found is None and sign == "(":
        found = _lone_month(words, place)
    if found is None or found[0].year is not None or found[0].day is not None:
        return None
    closed = words.at(found[1]) == ")"
    # A bracket at the end of the text may be cut off already.
    if sign == "(" and not closed and found[1] < len(words):
        return None
    return evolve(found[0], year=year), found[1] + (sign == "(" and closed)


def _lone_month(words: Words, index: int) -> tuple[Moment, int] | None:
    month = words.language.months.get(words.at(index))
    if month is None:
        return None
    after = index + 1 + (words.at(index + 1) == ".")
    return Moment(grain=Grain.MONTH, months=(month, month)), after


def read_week(words: Words, index: int) -> tuple[Moment, int] | None:
    """Week 23 of 2027, W23 2027, KW 23/2027, 2027-W23, 23. KW 2027, with a year of four figures."""
    year = year_at(words, index)
    if year is not None:
        dash = words.at(index + 1) in {"-", ","}
        counted = _week_number(words, index + 1 + dash)
        after = counted[1] if counted else index
    else:
        counted = _week_number(words, index) or _counted_week(words, index)
        if counted is None:
            return None
        dash = words.at(counted[1]) in DASHES and year_at(words, counted[1] + 1) is not None
        year, after = year_after(words, counted[1] + dash)
    if counted is None or year is None:
        return None
    if words.at(after) in {".", *DASHES} and words.number(after + 1) is not None:
        return None  # "2027-W23-4", "week 23 2027/28"
    week = Moment(grain=Grain.WEEK, year=year, week=counted[0], convention="iso-week")
    return (week, after) if week.whole() else None


def _is_week(words: Words, index: int) -> int | None:
    """The place behind the word for a week, or its code."""
    if words.at(index) in WEEK_CODES:
        return index + 1 + (words.at(index + 1) == ".")
    found = words.language.weeks.match(words, index)
    return found[1] if found else None


def _week_number(words: Words, index: int) -> tuple[int, int] | None:
    """A number behind the word: "week 23", "W23"."""
    place = _is_week(words, index)
    number = words.number(place) if place else None
    if place is None or number is None or len(words.at(place)) > _LONGEST_WEEK:
        return None
    return number, place + 1


def _counted_week(words: Words, index: int) -> tuple[int, int] | None:
    """An ordinal before the word: "23. KW", "23rd week"."""
    counted = ordinal(words, index)
    if counted is None and words.at(index + 1) == "." and (number := words.number(index)):
        counted = number, index + 2
    place = _is_week(words, counted[1]) if counted and counted[0] else None
    return (counted[0], place) if counted and place else None


def read_season(words: Words, index: int) -> tuple[Moment, int] | None:
    """Spring 1998, the summer of 1998, winter 1998/99."""
    season = words.language.seasons.get(words.at(index))
    if season is None:
        return None
    year, after = year_after(words, index + 1)
    moment = Moment(grain=Grain.SEASON, year=year, season=season)
    if year is None or words.at(after) not in DASHES or not words.glued(after - 1, after + 1):
        return moment, after
    second = short_year(words, after + 1)
    if second is None:
        return moment, after
    # "summer 1998/99" is no season; "winter 1999/00" turns the century.
    if season != WINTER or (second[0] - year) % 100 != 1:
        return None
    return evolve(moment, until=year + 1), after + 2
