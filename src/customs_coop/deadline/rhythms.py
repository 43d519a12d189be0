"""Reading what recurs: annually, every two years, once per Presidency, each meeting."""

from typing import Final

from attrs import evolve

from customs_coop.deadline.figures import ordinal
from customs_coop.deadline.phrases import Phrases
from customs_coop.deadline.words import Words
from customs_coop.recurrence import Frequency, Recurrence

__all__ = ["kept_of", "read_number", "read_rhythm", "read_unit"]

_LONGEST_LIMIT = 4

_DESIGNATORS: Final = {
    "W": (Frequency.WEEKLY, 1),
    "M": (Frequency.MONTHLY, 1),
    "Y": (Frequency.YEARLY, 1),
}
_YEARLY: Final = Recurrence(Frequency.YEARLY)
_BIANNUAL: Final = frozenset({"biannual", "biannually", "bi"})  # "bi-annual"
# Between "at least four" and "each year" there is the name of what is counted.
_LONGEST_NAME = 8
_LONGEST_OCCASION = 4


def read_number(words: Words, index: int) -> tuple[int, int] | None:
    """Read a count of at most four figures, or a number word."""
    number = words.number(index)
    if number is None:
        number = words.language.numbers.get(words.at(index))
    if not number:
        return None
    # "six (6)", as contracts write it
    again = words.number(index + 2) if words.at(index + 1) == "(" else None
    return number, index + 1 + 3 * (again == number and words.at(index + 3) == ")")


def read_unit(words: Words, index: int) -> tuple[str, int, int] | None:
    """Read a unit of time: its ISO 8601 designator, how many of it, and the place after it."""
    found = words.language.units.match(words, index)
    return None if found is None else (*found[0], found[1])


def _every(designator: str, count: int) -> Recurrence | None:
    if designator not in _DESIGNATORS:
        return None  # "every 10 days": no rhythm of a plan
    frequency, _ = _DESIGNATORS[designator]
    return Recurrence(frequency, count) if count <= 9999 else None


def _round(words: Words, index: int, count: int = 1) -> tuple[Recurrence, int] | None:
    """A unit, or a number of units, as the length of a round."""
    if words.at(index) in words.language.presidency:
        return Recurrence(Frequency.PRESIDENCY, count), index + 1
    if found := read_unit(words, index):
        designator, each, after = found
        recurrence = _every(designator, each * count)
        return None if recurrence is None else (recurrence, after)
    return None


def _per_unit(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Every two years, each year, every other month, every third year, each June."""
    language = words.language
    every = language.every.match(words, index)
    if every is None:
        return None
    place = language.articles.skip(words, every[1])
    if alternate := language.alternate.match(words, place):
        return _round(words, alternate[1], 2)
    if (
        (counted := ordinal(words, place))
        and counted[0]
        and (found := _round(words, counted[1], counted[0]))
    ):
        return found
    if number := read_number(words, place):
        # "each 1998" is no rhythm, because no unit follows.
        return _round(words, number[1], number[0])
    named = words.capital(place) or not language.months_have_capitals
    month = language.months.get(words.at(place)) if named else None
    if (month or words.at(place) in language.seasons) and words.at(index) not in language.rates:
        return Recurrence(Frequency.YEARLY, month=month), place + 1
    return _round(words, place)


def _counted(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Once per Presidency, twice a year, three times each month, twice yearly."""
    language = words.language
    count = language.counts.match(words, index)
    if count is None and (number := read_number(words, index)):
        times = language.times.match(words, number[1])
        count = (number[0], times[1]) if times else None
    if count is None:
        return None
    per = language.per.match(words, count[1])
    found = (per and _round(words, per[1])) or _per_unit(words, count[1])
    found = found or _adverb(words, count[1])
    if found is None:
        return None
    # "once" states the rhythm and no minimum beyond it.
    return (found[0] if count[0] == 1 else evolve(found[0], minimum=count[0])), found[1]


def _spread(recurrence: Recurrence) -> Recurrence:
    """Twice a year is every six months; "five times a year" has no whole months and stays."""
    times = recurrence.minimum
    if times is None or 12 % times or evolve(recurrence, minimum=None) != _YEARLY:
        return recurrence
    return Recurrence(Frequency.MONTHLY, 12 // times)


def _minimum(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Read a minimum: at least four operations each year, at least once a year."""
    at_least = words.language.at_least.match(words, index)
    if at_least is None:
        return None
    if counted := _counted(words, at_least[1]):
        recurrence = counted[0]
        return evolve(recurrence, minimum=recurrence.minimum or 1), counted[1]
    number = read_number(words, at_least[1])
    if number is None or number[0] > 99:
        return None
    for place in range(number[1], number[1] + _LONGEST_NAME + 1):
        if words.at(place) in {".", ";", ":", ""}:
            return None
        if found := _per_unit(words, place):
            return evolve(found[0], minimum=number[0]), found[1]
    return None


def _adverb(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Annually, monthly, six monthly, two-yearly."""
    if found := words.language.rhythms.match(words, index):
        recurrence = _every(*found[0])
        return None if recurrence is None else (recurrence, found[1])
    if number := read_number(words, index):
        place = number[1] + (words.at(number[1]) == "-")
        designator = words.language.rhythmic.get(words.at(place))
        if designator and number[0] <= 99:
            return Recurrence(_DESIGNATORS[designator][0], number[0]), place + 1
    return None


def _on_a_basis(words: Words, index: int) -> tuple[Recurrence | None, int] | None:
    """On an annual basis, at six-monthly intervals, on a regular basis."""
    for before, after in words.language.basis:
        opened = before.match(words, index)
        if opened is None:
            continue
        found = _adverb(words, opened[1]) or words.language.ongoing.match(words, opened[1])
        if found and words.at(found[1]) == after:
            recurrence = found[0] if isinstance(found[0], Recurrence) else None
            return recurrence, found[1] + 1
    return None


def read_rhythm(words: Words, index: int) -> tuple[Recurrence | None, int] | None:
    """Read what recurs at a place.

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The recurrence, None for one without a rhythm ("ongoing", "each meeting"), with the place
        after it; or None where nothing of the kind begins here.
    """
    word = words.at(index)
    if word not in words.language.rhythm_firsts and not word.isdecimal():
        return None
    found = _unlimited(words, index)
    return None if found is None or _is_limited(words, index, found[1]) else found


def kept_of(words: Words, first: int, found: tuple[Recurrence | None, int]) -> str | None:
    """The convention where a rhythm names its month or season, or is "biannual".

    Args:
        words: The text.
        first: The place of the first word of the rhythm.
        found: The rhythm, and the place after it.

    Returns:
        "rhythm-only" for a season ("every spring" is kept as yearly), "bare-month" for a month,
        "biannual" for that word, or None.
    """
    recurrence, after = found
    # "bi-monthly" has no rhythm at all.
    if recurrence is not None and not _BIANNUAL.isdisjoint(words.words[first:after]):
        return "biannual"
    if recurrence is not None and recurrence.month is not None:
        return "bare-month"
    seasons = words.language.seasons
    return "rhythm-only" if any(words.at(n) in seasons for n in range(first, after)) else None


def _is_limited(words: Words, index: int, after: int) -> bool:
    """Whether a rhythm is a maximum or is denied: "at most twice a year", "not annually"."""
    language = words.language
    behind = language.limits.match(words, after)
    if (
        behind is not None
        and not words.at(behind[1]).isalpha()
        and words.at(after) not in language.negations
    ):
        return True
    starts = [index]
    # "at most twice yearly", seen from "yearly"
    starts += [n for n in (index - 1, index - 2) if _ends(language.counts, words, n, index)]
    return any(
        _ends(language.limits, words, start - length, start)
        for start in starts
        for length in range(1, _LONGEST_LIMIT + 1)
    )


def _ends(phrases: Phrases[int] | Phrases[bool], words: Words, first: int, after: int) -> bool:
    """Whether a phrase stands exactly between two places."""
    found = phrases.match(words, first)
    return found is not None and found[1] == after


def _unlimited(words: Words, index: int) -> tuple[Recurrence | None, int] | None:
    found = (
        _minimum(words, index)
        or ((counted := _counted(words, index)) and (_spread(counted[0]), counted[1]))
        or _per_unit(words, index)
        or _adverb(words, index)
        or _on_a_basis(words, index)
    )
    if found is not None:
        return found
    language = words.language
    if ongoing := language.ongoing.match(words, index):
        return None, ongoing[1]
    every = language.every.match(words, index)
    for place in range(every[1], every[1] + _LONGEST_OCCASION) if every else ():
        if words.at(place) in language.occasions and words.at(place + 1) not in language.occasions:
            return None, place + 1
        if not words.at(place).isalpha() or words.at(place) in language.prepositions:
            break
    return None
