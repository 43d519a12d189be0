"""Remarks around a time that change what it says.

A time that was given up ("previously: June 2009") is left out of what is read. A new time
("extended to June 2010") holds instead of the one before it, where it can be read to the end of
the remark; otherwise two times stand in one deadline, and it is for a reader of the document to
say which. A time may be marked as not settled ("tbc").
"""

from typing import Final

from attrs import evolve, frozen

from customs_coop.dates import Period
from customs_coop.deadline.events import read_words
from customs_coop.deadline.figures import DASHES
from customs_coop.deadline.grammar import read_deadline
from customs_coop.deadline.kinds import By, Deadline, During
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.rhythms import read_number, read_unit
from customs_coop.deadline.words import Words

__all__ = [
    "match_provisional",
    "read_provisional",
    "read_renewed",
    "skip_further_time",
    "skip_provisional",
    "skip_replaced",
    "skip_superseded",
]

_OPENING: Final = frozenset("([")
_CLOSING: Final = frozenset(")]")
_SIGNS: Final = frozenset(",;.-–—")
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


def match_provisional(words: Words, index: int) -> int | None:
    """Find words that mark a time as not settled.

    Args:
        words: The text.
        index: The place of the first word.

    Returns:
        The place after them, or None.
    """
    language = words.language
    found = language.unconfirmed.match(words, index) or language.provisional.match(words, index)
    return None if found is None else found[1]


def skip_provisional(words: Words, index: int) -> int | None:
    """Step over a remark that a time is not settled: "(tbc)", ", to be confirmed by all", "?".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The place after the remark, or None where there is none.
    """
    opened, place = _opening(words, index)
    after = match_provisional(words, place)
    if after is None:
        return None
    closed = words.at(after) in _CLOSING
    # The bracket at the end of a text may be cut off already.
    if after == len(words) or (opened and closed):
        return after + (opened and closed)
    if words.language.unconfirmed.match(words, place) is None:
        # "June 2010 (provisional list)", ", provisional list": it says something of the list.
        return None if opened or words.at(after).isalpha() else after
    if not opened and words.at(after) not in words.language.prepositions:
        return after
    said = read_words(words, place)
    after = said[1] if said else after
    times = (read_moment(words, further) for further in range(place, after))
    if any(time is not None and time[0].year is not None for time in times):
        return None  # "(tbc: June or December 2011)"
    return after + (opened and words.at(after) in _CLOSING)


def skip_superseded(words: Words, index: int) -> int | None:
    """Step over a remark about a time that no longer holds: "(previously: June 2009)".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The place after the remark, or None where there is none.
    """
    opened, place = _opening(words, index)
    found = words.language.superseded.match(words, place)
    if found is None or _moved_from(words, place):
        return None
    if opened:
        return _closing(words, index)
    # Without a bracket, "previously agreed" is no such remark.
    time = read_deadline(words, found[1] + (words.at(found[1]) == ":"))
    return time[1] if time is not None and isinstance(time[0], By | During) else None


@frozen
class _Renewal:
    """A remark on a new time: whether in brackets, with a verb, and where its time begins."""

    opened: bool
    verb: bool
    place: int


def _moved_from(words: Words, index: int) -> int | None:
    """The place behind "extended from December 2012", where "to September 2013" follows."""
    language = words.language
    found = language.superseded.match(words, index)
    if found is None or language.replaced.match(words, index) is None:
        return None
    old = read_moment(words, found[1])
    return old[1] if old and language.moved_to.match(words, old[1]) else None


def _renewal(words: Words, index: int) -> _Renewal | None:
    opened, place = _opening(words, index)
    language = words.language
    if words.at(index) != "." and (found := language.renewed.match(words, place)):
        return _Renewal(opened, verb=False, place=found[1])
    for further in range(place, place + _LONGEST_AUXILIARIES + 1):
        if moved := _moved_from(words, further):
            return _Renewal(opened, verb=True, place=moved)
        if found := language.replaced.match(words, further):
            return _Renewal(opened, verb=True, place=found[1])
        if words.at(further) not in language.auxiliaries:
            break
    return None


def read_renewed(words: Words, index: int) -> tuple[By, int] | None:
    """Read the last day that a remark sets anew: "(extended to 31.12.2010)", ", now June 2011".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The new last day and the place after the remark; None where there is none, or where the
        remark says more than a day.
    """
    renewal = _renewal(words, index)
    if renewal is None:
        return None
    found = _new_day(words, renewal)
    if found is None:
        return None
    after = found[1]
    if renewal.opened:
        closed = words.at(after) in _CLOSING
        return (found[0], after + closed) if closed or after == len(words) else None
    goes_on = words.at(after).isalpha() or skip_further_time(words, after) is not None
    return None if goes_on else (found[0], after)


def _new_day(words: Words, renewal: _Renewal) -> tuple[By, int] | None:
    """The last day in such a remark: "extended to June 2011", "now: 31.12.2010"."""
    language = words.language
    colon = words.at(renewal.place) == ":"
    place = renewal.place + colon
    joint = language.moved_to.match(words, place)
    if joint is None and not renewal.verb:
        joint = language.by_or_until.match(words, place)
    if joint is None:
        # "revised June 2011", "changed by June 2011": when it was, or is to be, revised
        found = None if renewal.verb and not colon else read_deadline(words, place)
        return (found[0], found[1]) if found and isinstance(found[0], By) else None
    moment = read_moment(words, joint[1])
    last = moment[0].point() if moment else None
    if moment is None or last is None:
        return None
    after = language.at_the_latest.skip(words, moment[1])
    return By(last[0], words.text(place, after), last[1]), after


def skip_replaced(words: Words, index: int) -> int | None:
    """Step over a remark that sets a further time: "(extended to 31.12.2010)", "– now June 2011".

    Args:
        words: The text.
        index: The place of its bracket, of another sign, or of its first word.

    Returns:
        The place after the remark, or None where there is none.
    """
    renewal = _renewal(words, index)
    time = None if renewal is None else _new_time(words, renewal.place)
    if renewal is None or time is None:
        return None
    return (_closing(words, index) if renewal.opened else None) or time


def _new_time(words: Words, index: int) -> int | None:
    """The place after the time to which, or the length by which, another one was moved."""
    language = words.language
    place = index + (words.at(index) == ":")
    joint = language.moved_to.match(words, place) or language.by_or_until.match(words, place)
    place = (joint or language.longer_by.match(words, place) or (True, place))[1]
    if found := read_moment(words, place) or language.unknown.match(words, place):
        return found[1]
    number = read_number(words, place)
    unit = read_unit(words, number[1]) if number else None
    return None if unit is None else unit[2]


def skip_further_time(words: Words, after: int) -> int | None:
    """Step over a second time that was not read with a time: "2012/2013", ", later June 2013".

    Args:
        words: The text.
        after: The place after the time.

    Returns:
        The place after the further time, or None where there is none.
    """
    if later := words.language.later.match(words, after + (words.at(after) in _SIGNS)):
        second = read_deadline(words, later[1])
        bounded = second is not None and isinstance(second[0], By | During)
        return second[1] if second and bounded and words.at(after) != "." else None
    sign = words.language.to.match(words, after)
    if sign is None:
        return None
    if moment := read_moment(words, sign[1]):
        return moment[1]
    # "2012/2013" and "2012/13": these figures alone are read as no year.
    figure = words.number(sign[1]) is not None
    glued = words.at(after) in DASHES and words.glued(after - 1, sign[1])
    return sign[1] + 1 if figure and glued else None


def read_provisional(
    words: Words, index: int, window: Period | None = None
) -> tuple[Deadline, int] | None:
    """Read a time that words before it mark as not settled: "tbc (June 2010)".

    Args:
        words: The text.
        index: The place of its first word.
        window: The window for times without a year.

    Returns:
        The deadline with the convention "provisional" and the place after it, or None.
    """
    place = match_provisional(words, index)
    if place is None:
        return None
    opened = words.at(place) in _OPENING
    signed = opened or words.at(place) in {":", ",", *DASHES}
    if not signed and words.language.unconfirmed.match(words, index):
        return None  # "to be confirmed in June 2010"
    place += signed
    time = read_deadline(words, place, window)
    if time is None or not isinstance(time[0], By | During):
        return None
    after = time[1]
    if opened:
        if after < len(words) and words.at(after) not in _CLOSING:
            return None
        after = min(after + 1, len(words))
    text = words.text(index, after)
    return evolve(time[0], text=text, convention="provisional"), after
