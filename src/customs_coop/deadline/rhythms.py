"""Reading what recurs: annually, every two years, once per Presidency, each meeting."""

from typing import Final

from attrs import evolve

from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set, phrases
from customs_coop.recurrence import Frequency, Recurrence

__all__ = ["FIRSTS", "read_number", "read_rhythm", "read_unit"]

_UNITS: Final = phrases(ENGLISH.units)
_EVERY: Final = phrase_set(*ENGLISH.every)
_ALTERNATE: Final = phrases(dict.fromkeys(ENGLISH.alternate, 2))
_COUNTS: Final = phrases(ENGLISH.counts)
_TIMES: Final = phrase_set(*ENGLISH.times)
_PER: Final = phrase_set(*ENGLISH.per)
_RHYTHMS: Final = phrases(ENGLISH.rhythms)
_BASIS: Final = tuple((phrase_set(before), after) for before, after in ENGLISH.basis)
_ONGOING: Final = phrase_set(*ENGLISH.ongoing)
_AT_LEAST: Final = phrase_set(*ENGLISH.at_least)
_ARTICLES: Final = phrase_set(*ENGLISH.articles)
_LIMITS: Final = phrase_set(*ENGLISH.limits)
_LONGEST_LIMIT = 4

_DESIGNATORS: Final = {
    "W": (Frequency.WEEKLY, 1),
    "M": (Frequency.MONTHLY, 1),
    "Y": (Frequency.YEARLY, 1),
}
# Between "at least four" and "each year" there is the name of what is counted.
_LONGEST_NAME = 8


def read_number(words: Words, index: int) -> tuple[int, int] | None:
    """Read a count of at most four figures, or a number word."""
    number = words.number(index)
    if number is None:
        number = ENGLISH.numbers.get(words.at(index))
    return None if not number else (number, index + 1)


def read_unit(words: Words, index: int) -> tuple[str, int, int] | None:
    """Read a unit of time: its ISO 8601 designator, how many of it, and the place after it."""
    found = _UNITS.match(words, index)
    return None if found is None else (*found[0], found[1])


def _every(designator: str, count: int) -> Recurrence | None:
    if designator not in _DESIGNATORS:
        return None  # "every 10 days": no rhythm of a plan
    frequency, _ = _DESIGNATORS[designator]
    return Recurrence(frequency, count) if count <= 9999 else None


def _round(words: Words, index: int, count: int = 1) -> tuple[Recurrence, int] | None:
    """A unit, or a number of units, as the length of a round."""
    if words.at(index) in ENGLISH.presidency:
        return Recurrence(Frequency.PRESIDENCY, count), index + 1
    if found := read_unit(words, index):
        designator, each, after = found
        recurrence = _every(designator, each * count)
        return None if recurrence is None else (recurrence, after)
    return None


def _per_unit(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Every two years, each year, every other month, every six months, per Presidency."""
    every = _EVERY.match(words, index)
    if every is None:
        return None
    place = _ARTICLES.skip(words, every[1])
    if alternate := _ALTERNATE.match(words, place):
        return _round(words, alternate[1], alternate[0])
    if number := read_number(words, place):
        # "each 1998" is no rhythm, because no unit follows.
        return _round(words, number[1], number[0])
    return _round(words, place)


def _counted(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Once per Presidency, twice a year, three times each month."""
    count = _COUNTS.match(words, index)
    if count is None and (number := read_number(words, index)):
        times = _TIMES.match(words, number[1])
        count = (number[0], times[1]) if times else None
    per = None if count is None else _PER.match(words, count[1])
    if count is None or per is None:
        return None
    found = _round(words, per[1]) or _per_unit(words, count[1])
    if found is None:
        return None
    # "once" states the rhythm and no minimum beyond it.
    return (found[0] if count[0] == 1 else evolve(found[0], minimum=count[0])), found[1]


def _minimum(words: Words, index: int) -> tuple[Recurrence, int] | None:
    """Read a minimum: at least four operations each year, at least once a year."""
    at_least = _AT_LEAST.match(words, index)
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
    if found := _RHYTHMS.match(words, index):
        recurrence = _every(*found[0])
        return None if recurrence is None else (recurrence, found[1])
    if number := read_number(words, index):
        place = number[1] + (words.at(number[1]) in {"-", "‑"})
        designator = ENGLISH.rhythmic.get(words.at(place))
        if designator and number[0] <= 99:
            return Recurrence(_DESIGNATORS[designator][0], number[0]), place + 1
    return None


def _on_a_basis(words: Words, index: int) -> tuple[Recurrence | None, int] | None:
    """On an annual basis, at six-monthly intervals, on a regular basis."""
    for before, after in _BASIS:
        opened = before.match(words, index)
        if opened is None:
            continue
        found = _adverb(words, opened[1]) or _ONGOING.match(words, opened[1])
        if found and words.at(found[1]) == after:
            recurrence = found[0] if isinstance(found[0], Recurrence) else None
            return recurrence, found[1] + 1
    return None


# The words with which a rhythm can begin, apart from figures.
FIRSTS: Final = (
    _AT_LEAST.firsts
    | _COUNTS.firsts
    | _EVERY.firsts
    | _RHYTHMS.firsts
    | _ONGOING.firsts
    | frozenset(ENGLISH.numbers)
    | frozenset().union(*(before.firsts for before, _ in _BASIS))
)


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
    if word not in FIRSTS and not word.isdecimal():
        return None
    found = _unlimited(words, index)
    return None if found is None or _is_limited(words, index, found[1]) else found


def _is_limited(words: Words, index: int, after: int) -> bool:
    """Whether a rhythm is a maximum or is denied: "at most twice a year", "not annually"."""
    behind = _LIMITS.match(words, after)
    if behind is not None and not words.at(behind[1]).isalpha() and words.at(after) != "not":
        return True
    return any(
        (limit := _LIMITS.match(words, index - length)) is not None and limit[1] == index
        for length in range(1, _LONGEST_LIMIT + 1)
    )


def _unlimited(words: Words, index: int) -> tuple[Recurrence | None, int] | None:
    found = (
        _minimum(words, index)
        or _counted(words, index)
        or _per_unit(words, index)
        or _adverb(words, index)
        or _on_a_basis(words, index)
    )
    if found is not None:
        return found
    if ongoing := _ONGOING.match(words, index):
        return None, ongoing[1]
    every = _EVERY.match(words, index)
    if every is not None and words.at(every[1]) in ENGLISH.occasions:
        return None, every[1] + 1
    return None
