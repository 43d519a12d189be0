"""Years, days and months that are written in figures."""

from typing import Final

from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words

__all__ = [
    "DASHES",
    "HYPHENS",
    "ROMAN",
    "is_no_year",
    "ordinal",
    "read_day",
    "read_month",
    "short_year",
    "short_year_behind",
    "year_after",
    "year_at",
]

DASHES: Final = frozenset("-–—/")
HYPHENS: Final = frozenset("-–—")
ROMAN: Final = {
    word: number
    for number, word in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1
    )
}
_YEARS: Final = range(1900, 2100)
_FIRST_YEAR_OF_LAST_CENTURY = 50
# "(EU) 12/2006", "(EC) 8/2006": the number of an act.
_UNIONS: Final = frozenset({"eu", "ec", "eec", "ue", "ce", "cee", "eg", "ewg", "euratom"})


def year_at(words: Words, index: int) -> int | None:
    """The year of four figures at a place."""
    year = words.number(index)
    # To look for None in a range takes a step for each of its numbers.
    return year if year is not None and year in _YEARS and len(words.words[index]) == 4 else None


def short_year(words: Words, index: int) -> tuple[int, str | None] | None:
    """A year of four figures, or of two, with the convention that this took."""
    if (year := year_at(words, index)) is not None:
        return year, None
    two = words.number(index)
    if two is None or len(words.at(index)) != 2:
        return None
    century = 1900 if two >= _FIRST_YEAR_OF_LAST_CENTURY else 2000
    return century + two, "two-digit-year"


def short_year_behind(words: Words, index: int) -> tuple[int, int] | None:
    """A year of two figures after a month or a day: "'06"; the place after it, too."""
    place = index + (words.at(index) == "'" and words.glued(index, index + 1))
    found = short_year(words, place)
    if found is None or found[1] is None:
        return None
    following, after = words.at(place + 1), place + 1
    goes_on = following in {":", ".", ",", "%", *DASHES} and words.number(after + 1) is not None
    if following.isalpha() or (goes_on and words.glued(place, after + 1)):
        return None
    return found[0], after


def ordinal(words: Words, index: int) -> tuple[int, int] | None:
    """An ordinal: "first", "1st" or "1 st"."""
    if (value := words.language.ordinals.get(words.at(index))) is not None:
        return value, index + 1
    figure = words.number(index)
    if figure is not None and words.at(index + 1) in words.language.ordinal_endings:
        return figure, index + 2
    return None


def year_after(words: Words, index: int) -> tuple[int | None, int]:
    """The year after a month or a part of a year, with "of" or a comma before it or not."""
    language = words.language
    for start in (index, language.linking.skip(words, index)):
        place = language.year_words.skip(words, language.articles.skip(words, start))
        if (year := year_at(words, place)) is not None:
            return year, place + 1
    return None, index


def read_day(words: Words, index: int) -> tuple[Moment, int] | None:
    """28.02.2006, 30/6/2004, 31.12.06, 2.XII.2010 (the day first) and 2006-02-28.

    A time of day behind it, as spreadsheets write it, is stepped over.
    """
    after = index + 5
    sign = words.at(index + 1)
    if sign not in {".", "/", "-"} or words.at(index + 3) != sign:
        return None
    if _runs_on(words, index, after):
        return None
    # "28. 02. 2006" and "28 .02.2006": only with full stops and a whole year is that a date.
    if not words.glued(index, index + 4) and not (
        sign == "." and year_at(words, index + 4) and not _over_lines(words, index, index + 4)
    ):
        return None
    first, second = words.number(index), words.number(index + 2)
    if len(words.at(index)) == 4:
        day, month, year, how = words.number(index + 4), second, year_at(words, index), None
    else:
        short = short_year(words, index + 4)
        if short is None:
            return None
        day, month, (year, how) = first, second, short
        if month is None:
            month = ROMAN.get(words.at(index + 2))
    if day is None or month is None or year is None or not 1 <= month <= 12:
        return None
    moment = Moment(grain=Grain.DAY, year=year, months=(month, month), day=day, convention=how)
    return (moment, _after_clock(words, after)) if moment.whole() else None


def _over_lines(words: Words, first: int, last: int) -> bool:
    return "\n" in words.source[words.starts[first] : words.starts[last]]


def _after_clock(words: Words, index: int) -> int:
    """The place after a time of day: "T00:00:00Z", " 00:00"."""
    place = index + (words.at(index) == "t" and words.glued(index - 1, index + 1))
    after = place
    for count in range(3):
        if count and words.at(after) not in {":", "."}:
            break
        figure = after + bool(count)
        if words.number(figure) is None or not words.glued(place, figure):
            return index if count < 2 else after
        after = figure + 1
    if after < place + 3 or words.at(place + 1) != ":" or len(words.at(place)) > 2:
        return index
    if words.at(after) == "." and words.at(after + 1).isdecimal():
        after += 2  # parts of a second
    return after + (words.at(after) == "z")


def _runs_on(words: Words, index: int, after: int) -> bool:
    """Whether the figures belong to a longer number such as 1.2.3.2004 or 1.2.2004.5."""
    before = words.number(index - 2) is not None and words.at(index - 1) in {".", "/"}
    further = words.at(after) in {".", "/"} and words.number(after + 1) is not None
    return (before and words.glued(index - 2, index)) or (
        further and words.glued(after - 1, after + 1)
    )


def read_month(words: Words, index: int) -> tuple[Moment, int] | None:
    """12/2006, 12.2006, 06-2006, and the ISO month 2005-08."""
    sign, after = words.at(index + 1), index + 3
    if sign not in {".", "/", "-"} or not words.glued(index, index + 2):
        return None
    further = words.at(after) in {".", *DASHES} and words.number(after + 1) is not None
    before = words.at(index - 1) in {".", *DASHES} and words.glued(index - 1, index)
    if before and not _alike(words, index - 4, index):
        return None
    if further and words.glued(after - 1, after + 1) and not _alike(words, index, after + 1):
        return None
    if sign == "-" and len(words.at(index + 2)) == 2 and words.at(after) not in {"/", "~"}:
        year, month, how = year_at(words, index), words.number(index + 2), "iso-month"
    else:
        year, month, how = year_at(words, index + 2), words.number(index), None
        if year is None or len(words.at(index)) > 2 or _is_numbered(words, index):
            return None
    if year is None or month is None or not 1 <= month <= 12:
        return None
    return Moment(grain=Grain.MONTH, year=year, months=(month, month), convention=how), after


def _alike(words: Words, first: int, second: int) -> bool:
    """Whether a dash joins two months that are written alike: "01/2014-12/2014"."""
    sign = words.at(first + 1)
    return (
        words.at(first + 3) in HYPHENS
        and sign not in {"", words.at(first + 3)}
        and words.at(second + 1) == sign
        and [len(words.at(first + n)) for n in (0, 2)]
        == [len(words.at(second + n)) for n in (0, 2)]
        and words.glued(first, second + 2)
        and not (words.at(second + 3) in DASHES and words.glued(second + 2, second + 3))
    )


def _is_numbered(words: Words, index: int) -> bool:
    """Whether words before figures make them the number of an act: "Regulation (EU) 12/2006"."""
    before = index - 1
    if words.at(before) in {".", "°", "º"}:
        before -= 1
    if words.at(before) == ")":
        return words.at(before - 1) in _UNIONS
    return words.at(before) in words.language.numbered


def is_no_year(words: Words, index: int) -> bool:
    """Whether four figures belong to a document number or an act: 2003/170, 10237/2005."""
    sign, further = words.at(index + 1), words.number(index + 2)
    # A dash and a further year make a range; a dash and less may mean months (2004-06).
    range_of_years = sign in DASHES and year_at(words, index + 2) is not None
    following = sign in {".", *DASHES} and further is not None and not range_of_years
    preceding = words.at(index - 1) in {"/", "."} and words.number(index - 2) is not None
    return (following and words.glued(index, index + 2)) or (
        preceding and words.glued(index - 2, index)
    )
