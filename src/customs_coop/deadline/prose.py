"""What begins a deadline amid prose without a label, and what is history."""

from typing import Final

from customs_coop.deadline.events import (
    read_before_event,
    read_end,
    read_event,
    read_offset,
)
from customs_coop.deadline.grammar import Found, read_by, read_deadline
from customs_coop.deadline.kinds import By, Recurring, Relative
from customs_coop.deadline.rhythms import kept_of, read_rhythm
from customs_coop.deadline.rounds import with_bounds
from customs_coop.deadline.statements import follows_its_noun
from customs_coop.deadline.words import Words

__all__ = [
    "before_the_latest",
    "is_history",
    "read_duty",
    "read_last_day",
    "read_recurrence",
    "read_term",
]

_SENTENCE_ENDS: Final = frozenset(".;:•<>")
_LOOK_BACK = 25
_NEAR = 5
_LONGEST_TIME = 12


def _sentence_start(words: Words, index: int) -> int:
    """The place where the sentence begins, not more than a few words back."""
    first = max(0, index - _LOOK_BACK)
    for place in range(index - 1, first - 1, -1):
        if words.broken(place + 1):
            return place + 1
        if words.at(place) in _SENTENCE_ENDS and not words.glued(place, place + 1):
            return place + 1
    return first


def is_history(words: Words, index: int, after: int) -> bool:
    """Say whether the sentence tells what was.

    Args:
        words: The text.
        index: The place of the first word of a time.
        after: The place after the time.

    Returns:
        True where a word of the past stands before the time that no later word of duty
        overrules, or right behind it.
    """
    language = words.language
    for place in range(after, min(len(words), after + _NEAR)):
        if words.at(place) in language.past_behind:
            return True
        if words.at(place) in _SENTENCE_ENDS or words.broken(place):
            break
    start = _sentence_start(words, index)
    if words.at(start) in language.done:
        return True
    for place in range(index - 1, start - 1, -1):
        word = words.at(place)
        if word in language.past:
            return True
        # "May" with a capital is the month.
        if word in language.duties and not (word in language.months and words.capital(place)):
            return False
    return False


def before_the_latest(words: Words) -> set[int]:
    """The places from which "at the latest" is near enough to end a time.

    Args:
        words: The text.

    Returns:
        The places of words.
    """
    at_the_latest = words.language.at_the_latest
    firsts = at_the_latest.firsts
    return {
        place
        for index, word in enumerate(words.words)
        if word in firsts and at_the_latest.match(words, index)
        for place in range(max(0, index - _LONGEST_TIME), index)
    }


def read_last_day(words: Words, index: int) -> Found | None:
    """Read a last day: "by June 1998", "no later than the end of 1998".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The deadline and the place after it, or None.
    """
    by = words.language.by.match(words, index)
    if by is None or _by_a_presidency(words, by[1]):
        return None
    found = read_by(words, index, None)
    if found is None or not isinstance(found[0], By):
        return found
    following = words.at(found[1])
    bare_year = words.number(found[1] - 1) is not None and found[1] - index == 2
    if bare_year and following.isalpha() and following not in words.language.goes_on:
        return None
    return found


def _by_a_presidency(words: Words, index: int) -> bool:
    """Whether a Presidency follows: in "prepared by the UK Presidency" it acts, it is no time."""
    place = words.language.articles.skip(words, index)
    if read_end(words, place):
        return False
    return any(words.at(place + n) in words.language.presidency for n in (0, 1, 2))


def read_term(words: Words, index: int) -> Found | None:
    """Read a term: "within 1 year", "one month before the next conference".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The deadline and the place after it, or None.
    """
    language = words.language
    if language.within.match(words, index) or language.at_least.match(words, index):
        return read_offset(words, index, None)
    if found := read_before_event(words, index):
        return found
    before = language.before.match(words, index)
    # "three working days before the next meeting": a length that cannot be read
    if before is None or language.units.match(words, index - 1):
        return None
    event = read_event(words, before[1])
    return event and (Relative(event[0], "-P1D", text=words.text(index, event[1])), event[1])


def read_recurrence(words: Words, index: int) -> Found | None:
    """Read a rhythm: "every two years", "annually", "Monthly updates".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The deadline and the place after it, or None.
    """
    found = read_rhythm(words, index)
    if found is None or found[0] is None:
        return None
    recurrence, after = found
    language = words.language
    every = language.every.match(words, index)
    if every and words.at(index) in language.rates:
        # "3 000 cases per year" is a rate.
        if words.at(index + 1) not in language.presidency:
            return None
    elif (
        words.at(after - 1) not in language.adverbs
        and _describes(words, index, after)
        and not follows_its_noun(words, index, after)
    ):
        return None
    rhythm = Recurring(recurrence, words.text(index, after), kept_of(words, index, found))
    return with_bounds(words, index, rhythm, after)


def _describes(words: Words, index: int, after: int) -> bool:
    """Whether a rhythm is an adjective amid a sentence: "the annual report on"."""
    language = words.language
    last = words.at(after - 1)
    if last not in language.rhythms.words and last not in language.rhythmic:
        return False
    if index == _sentence_start(words, index):
        nouns = {words.at(after), words.at(after + 1)}
        if nouns & language.reports:
            return False
    if last in language.adjectives:
        return True
    following = words.at(after)
    return following.isalpha() and following not in language.prepositions


def read_duty(words: Words, index: int) -> Found | None:
    """Read a time that follows closely on a duty: "to be reported in December 1998".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The deadline and the place after it, or None.
    """
    language = words.language
    ranged = language.during_or_on.match(words, index) is None
    if ranged and not (language.between.match(words, index) or language.opened.match(words, index)):
        return None
    near = range(max(0, index - _NEAR), index)
    last = index if language.verbs_last else index - 1
    if not any((to_be := language.to_be.match(words, n)) and to_be[1] <= last for n in near):
        return None
    found = read_deadline(words, index)
    if found is None or isinstance(found[0], (Relative, Recurring)):
        return None
    following = words.at(found[1])
    # "to be applied from 2012", "to be financed from the 2010-2013 budget"
    loose = found[0].latest is None or (following.isalpha() and following not in language.goes_on)
    return None if ranged and loose else found
