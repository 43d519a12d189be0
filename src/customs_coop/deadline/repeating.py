"""A rhythm with its first round, or its last day, elsewhere in the sentence.

"By June 2014 and annually thereafter", "every six months on the use of the boats, for the first
time by June 2014", "quarterly to the Presidency until June 2014": each sets one deadline.
"""

from typing import Final

from attrs import evolve

from customs_coop.deadline.grammar import read_deadline
from customs_coop.deadline.kinds import By, Deadline, During, Recurring
from customs_coop.deadline.rhythms import read_rhythm
from customs_coop.deadline.rounds import read_bounds, rounds_from
from customs_coop.deadline.words import Words

__all__ = ["read_again", "with_begin_or_end"]

_BREAKS: Final = frozenset("(,;:–—[")
_ENDS: Final = frozenset(".•<>")
_HALTS: Final = frozenset(";:")
_NEAR = 4
_FAR = 20  # words between a rhythm and its first day
_NEARER = 8  # words between a rhythm and its last day
_NOUNS = 2


def read_again(words: Words, deadline: Deadline, index: int) -> tuple[Recurring, int] | None:
    """Read the rhythm behind a time: "by June 2014 and annually thereafter", "2014 (annual)".

    Args:
        words: The text.
        deadline: The time.
        index: The place after it.

    Returns:
        The rounds and the place after them; None where no rhythm follows.
    """
    language = words.language
    joints = language.auxiliaries | language.joined.firsts
    if not isinstance(deadline, By | During) or language.at_the_latest.match(words, index):
        return None
    place = index + (words.at(index) in _BREAKS)
    for _ in range(_NEAR):
        # "and then", "und dann"
        place += words.at(place) in joints
    rhythm = read_rhythm(words, place)
    if rhythm is None or rhythm[0] is None:
        return None
    after = language.onwards.skip(words, rhythm[1])
    rounds = rounds_from(deadline, rhythm[0])
    last = read_bounds(words, Recurring(rhythm[0]), after)
    if last is not None and last[0].until and (rounds.first or last[0].until) <= last[0].until:
        rounds, after = evolve(rounds, until=last[0].until), last[1]
    return rounds, after


def with_begin_or_end(words: Words, rhythm: Deadline, after: int) -> tuple[Recurring, int] | None:
    """Give a rhythm the first or the last day that its sentence states further on.

    Args:
        words: The text.
        rhythm: What was read; only a rhythm without such a day gets one.
        after: The place after it.

    Returns:
        The rhythm with the day, and the place after that; None where the sentence states none.
    """
    if not isinstance(rhythm, Recurring) or rhythm.recurrence is None:
        return None
    if rhythm.first is not None or rhythm.until is not None:
        return None
    until = True
    for place in range(after, min(len(words), after + _FAR)):
        word = words.at(place)
        if word in _ENDS or words.broken(place) or (word in _HALTS and place > after):
            return None
        if found := _first_round(words, rhythm, place):
            return found
        until = until and word not in words.language.valid and place < after + _NEARER
        if until and place > after and (found := _last_day(words, rhythm, place)):
            return found
    return None


def _first_round(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """For the first time by June 2014; the first report in June 2014."""
    language = words.language
    cue = language.first_round.match(words, index)
    place = cue[1] if cue else index
    while cue and place < cue[1] + _NOUNS and words.at(place) in language.reports:
        place += 1
    time = read_deadline(words, place) if cue else None
    if time is None or rhythm.recurrence is None or not isinstance(time[0], By | During):
        return None
    if time[0].latest is None:
        return None
    return rounds_from(By(time[0].latest), rhythm.recurrence), time[1]


def _last_day(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """Until June 2014, behind those to whom something is reported."""
    if words.language.until.match(words, index) is None:
        return None
    found = read_bounds(words, rhythm, index)
    return found if found and found[0].until else None
