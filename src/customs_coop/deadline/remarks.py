"""Remarks behind a time that change what it says: "(previously: June 2009)", "(extended to ...)".

A time that was given up is left out of what is read. Where a further time takes the place of the
one before, two times stand in one deadline, and it is for a reader of the document to say which.
"""

from typing import Final

from customs_coop.deadline.grammar import read_deadline
from customs_coop.deadline.kinds import By, During
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.rhythms import read_number, read_unit
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set

__all__ = ["skip_further_time", "skip_replaced", "skip_superseded"]

_SUPERSEDED: Final = phrase_set(*ENGLISH.superseded)
_REPLACED: Final = phrase_set(*ENGLISH.replaced)
_RENEWED: Final = phrase_set(*ENGLISH.renewed)
_UNKNOWN: Final = phrase_set(*ENGLISH.unknown)
_BEFORE_TIME: Final = phrase_set(*ENGLISH.to, *ENGLISH.by, "for", ":")
_TO: Final = phrase_set(*ENGLISH.to)

_OPENING: Final = frozenset("([")
_CLOSING: Final = frozenset(")]")
_SIGNS: Final = frozenset(",;.-–—‑")
_DASHES: Final = frozenset("-–—‑/")
_LONGEST_AUXILIARIES = 4
# A remark may hold another one; the look ahead must still be bounded.
_LONGEST_REMARK = 200


def _opening(words: Words, index: int) -> tuple[bool, int]:
    """Whether a bracket opens a remark, and the place of its first word."""
    opened = words.at(index) in _OPENING
    return opened, index + (opened or words.at(index) in _SIGNS)


def _closing(words: Words, index: int) -> int | None:
    """The place after the bracket that closes the one at a place."""
    depth = 0
    for place in range(index, min(len(words), index + _LONGEST_REMARK)):
        depth += (words.at(place) in _OPENING) - (words.at(place) in _CLOSING)
        if depth == 0:
            return place + 1
    return None


def skip_superseded(words: Words, index: int) -> int | None:
    """Step over a remark about a time that no longer holds: "(previously: June 2009)".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The place after the remark, or None where there is none.
    """
    opened, place = _opening(words, index)
    found = _SUPERSEDED.match(words, place)
    if found is None:
        return None
    if opened:
        return _closing(words, index)
    # Without a bracket, "previously agreed" is no such remark.
    time = read_deadline(words, found[1] + (words.at(found[1]) == ":"))
    return time[1] if time is not None and isinstance(time[0], By | During) else None


def skip_replaced(words: Words, index: int) -> int | None:
    """Step over a remark that sets a further time: "(extended to 31.12.2010)", "– now June 2011".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The place after the remark, or None where there is none.
    """
    opened, place = _opening(words, index)
    found = None if words.at(index) == "." else _RENEWED.match(words, place)
    time = None if found is None else _new_time(words, found[1])
    for further in range(place, place + _LONGEST_AUXILIARIES + 1):
        if time is not None:
            break
        if found := _REPLACED.match(words, further):
            time = _new_time(words, found[1])
            break
        if words.at(further) not in ENGLISH.auxiliaries:
            break
    if time is None:
        return None
    return (_closing(words, index) if opened else None) or time


def _new_time(words: Words, index: int) -> int | None:
    """The place after the time to which, or the length by which, another one was moved."""
    place = _BEFORE_TIME.skip(words, index)
    if found := read_moment(words, place) or _UNKNOWN.match(words, place):
        return found[1]
    number = read_number(words, place)
    unit = read_unit(words, number[1]) if number else None
    return None if unit is None else unit[2]


def skip_further_time(words: Words, after: int) -> int | None:
    """Step over a second end that was not read with a time: "2012/2013".

    Args:
        words: The text.
        after: The place after the time.

    Returns:
        The place after the further time, or None where there is none.
    """
    sign = _TO.match(words, after)
    if sign is None:
        return None
    if moment := read_moment(words, sign[1]):
        return moment[1]
    # "2012/2013" and "2012/13": these figures alone are read as no year.
    figure = words.number(sign[1]) is not None
    glued = words.at(after) in _DASHES and words.glued(after - 1, sign[1])
    return sign[1] + 1 if figure and glued else None
