"""Reading one time: a day, a month, a year, a part of one, a Presidency."""

from attrs import evolve

from customs_coop.dates import Period
from customs_coop.deadline.figures import (
    DASHES,
    HYPHENS,
    is_no_year,
    ordinal,
    read_day,
    read_month,
    short_year_behind,
    year_after,
    year_at,
)
from customs_coop.deadline.parts import read_part, read_season, read_week
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words
from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.presidency import Presidency

__all__ = ["read_moment"]

_LONGEST_NAME = 6


def _after_month(words: Words, index: int) -> int:
    """Step over the full stop of "Dec." where a figure, a dash or a short year follows it."""
    following = words.at(index + 1)
    goes_on = words.number(index + 1) is not None or following in {*HYPHENS, "/", "'"}
    return index + 1 if words.at(index) == "." and goes_on else index


def _day_first(words: Words, index: int) -> tuple[Moment, int] | None:
    """30 June 1998, 1st July, 15 of June 2010, 1. Juli 2011, 30-Jun-06."""
    months = words.language.months
    day, place = ordinal(words, index) or (words.number(index), index + 1)
    if words.at(place) == "." and words.at(place + 1) in months:
        place += 1
    hyphen = words.at(place) in HYPHENS and words.glued(place - 1, place + 1)
    if not hyphen and words.at(place) != ",":
        place = words.language.linking.skip(words, place)
    month = months.get(words.at(place + hyphen))
    if day is None or not 1 <= day <= 31 or month is None:
        return None
    moment = Moment(grain=Grain.DAY, months=(month, month), day=day)
    place = _after_month(words, place + hyphen + 1)
    place += hyphen and words.at(place) in HYPHENS and words.glued(place - 1, place + 1)
    year, after = year_after(words, place)
    if year is not None:
        moment = evolve(moment, year=year)
    elif short := short_year_behind(words, place):
        moment, after = evolve(moment, year=short[0], convention="two-digit-year"), short[1]
    elif hyphen:
        return None
    return (moment, after) if moment.year is None or moment.whole() else None


def _month(words: Words, index: int) -> tuple[Moment, int] | None:
    """June 1998, Dec. 2006, Dec. '06, Jun-06, June 30, 1998, June."""
    month = words.language.months.get(words.at(index))
    if month is None:
        return None
    moment = Moment(grain=Grain.MONTH, months=(month, month))
    place = _after_month(words, index + 1)
    year, after = year_after(words, place)
    if year is not None:
        return evolve(moment, year=year), after
    joined = words.at(place) in DASHES and words.glued(place - 1, place + 1)
    if joined and (year := year_at(words, place + 1)) and not is_no_year(words, place + 1):
        return evolve(moment, year=year), place + 2  # "June-2006", "June/2006"
    if short := _month_with_short_year(words, place):
        return evolve(moment, year=short[0], convention="two-digit-year"), short[1]
    counted = ordinal(words, place)
    day, after = counted or (words.number(place), place + 1)
    if day is not None and 1 <= day <= 31:
        year, after = year_after(words, after)
        moment_with_day = evolve(moment, grain=Grain.DAY, year=year, day=day)
        if year is not None:
            return (moment_with_day, after) if moment_with_day.whole() else None
    return moment, place


def _month_with_short_year(words: Words, index: int) -> tuple[int, int] | None:
    """A year of two figures where it cannot be a day: "Dec. '06", "Jun-06"."""
    hyphen = words.at(index) in HYPHENS and words.glued(index - 1, index + 1)
    if words.at(index) != "'" and not hyphen:
        return None
    short = short_year_behind(words, index + hyphen)
    # "June-12 2006", "June 12-14"
    if short is None or (hyphen and year_after(words, short[1])[0] is not None):
        return None
    return short


def _presidency(words: Words, index: int) -> tuple[Moment, int] | None:
    """UK Presidency in 2005, Hungarian Presidency, first half of 2011, Belgian Presidency."""
    known = words.language.presidency
    place = index + (year_at(words, index) is not None)
    if words.at(place) in known:
        # "présidence belge", "Vorsitz der Niederlande": the state stands behind.
        ends = range(place + 2, min(len(words), place + _LONGEST_NAME) + 1)
    else:
        after = next((place + n + 1 for n in (1, 2) if words.at(place + n) in known), None)
        ends = range(after, after + 1) if after else range(0)
    for after in ends:
        if words.broken(after - 1):
            break
        if found := _one_presidency(words, index, place, after):
            return found
    return None


def _one_presidency(words: Words, index: int, place: int, after: int) -> tuple[Moment, int] | None:
    """The Presidency whose name ends before a place, with the year on either side of it."""
    first = year_at(words, index) if place > index else None
    bracket = words.at(after) == "("
    start = after + (words.at(after) in {",", "("})
    part = read_part(words, words.language.articles.skip(words, start))
    behind, end = (part[0].year, part[1]) if part else year_after(words, after + bracket)
    if behind is None:
        end = after
    else:
        end += bracket and words.at(end) == ")"
    year, name = first or behind, words.text(place, after)
    try:
        found = _held(words.text(index, end), name, year)
    except UnknownPresidencyError:
        # Several may fit where no year is printed; with a year, the text contradicts the table.
        return None if year else (Moment(grain=Grain.PRESIDENCY, name=name), after)
    except InvalidValueError:
        return None
    if year is None:
        return Moment(grain=Grain.PRESIDENCY, name=name), after
    months = (found.half * 6 - 5, found.half * 6)
    if part and behind is not None and part[0].months != months:
        return None
    return Moment(grain=Grain.PART, year=found.year, months=months), end


def _held(text: str, name: str, year: int | None) -> Presidency:
    try:
        return Presidency.parse(text)
    except InvalidValueError:
        # The year may be joined to the name in words that are not those of English.
        within = None if year is None else Period.of_months(year, 1, 12)
        return Presidency.parse(name, within=within)


def _may_begin(words: Words, index: int) -> bool:
    word = words.at(index)
    language = words.language
    return (
        word in language.moment_firsts
        or word[:1].isdecimal()
        or words.at(index + 1) in language.presidency
        or words.at(index + 2) in language.presidency
    )


def _core(words: Words, index: int) -> tuple[Moment, int] | None:
    word = words.at(index)
    language = words.language
    if word in language.months:
        return _month(words, index)
    if word in language.seasons:
        return _season(words, index)
    if found := (_presidency(words, index) or read_part(words, index) or read_week(words, index)):
        return found
    if word[:1].isdecimal() or word in language.ordinals:
        found = read_day(words, index) or read_month(words, index) or _day_first(words, index)
    if found is not None:
        return found
    index = language.year_words.skip(words, index)
    year = year_at(words, index)
    if year is None or is_no_year(words, index):
        return None
    return Moment(grain=Grain.YEAR, year=year), index + 1


def _season(words: Words, index: int) -> tuple[Moment, int] | None:
    """A season with its year, or before another one: "spring or summer 2006"."""
    found = read_season(words, index)
    if found is None or found[0].year is not None:
        return found
    language = words.language
    signs = (language.to, language.either, language.joined)
    joints = [joint[1] for sign in signs if (joint := sign.match(words, found[1]))]
    return found if any(words.at(place) in language.seasons for place in joints) else None


def _after_weekday(words: Words, index: int) -> int:
    """Step over the name of a day before a date: "Friday, 30 June"."""
    if words.at(index) not in words.language.weekdays:
        return index
    place = index + 1 + (words.at(index + 1) in {",", "."})
    place += words.at(place) == ","
    place = words.language.articles.skip(words, place)
    goes_on = words.number(place) is not None or words.at(place) in words.language.months
    return place if goes_on else index


def read_moment(words: Words, index: int) -> tuple[Moment, int] | None:
    """Read one time at a place.

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The time and the place after it, or None where no time begins here.
    """
    language = words.language
    start = language.articles.skip(words, index)
    about = language.about.match(words, start)
    start = start if about is None else language.articles.skip(words, about[1])
    if not _may_begin(words, start):
        return None
    start = _after_weekday(words, start)
    found = _core(words, start)
    if found is None and (part := language.parts.match(words, start)):
        core = _core(words, language.articles.skip(words, part[1]))
        if core is None or (part[0] not in {"end", "start"} and core[0].grain is Grain.PART):
            return None
        found = evolve(core[0], part=part[0]), core[1]
    if found is None or about is None:
        return found
    return evolve(found[0], convention="about"), found[1]
