"""Reading what hangs on an event: how it is named, and how long before or after it."""

from customs_coop.dates import Period
from customs_coop.deadline.kinds import Relative
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.rhythms import read_number, read_unit
from customs_coop.deadline.times import Grain
from customs_coop.deadline.words import Words
from customs_coop.errors import InvalidValueError

__all__ = [
    "Found",
    "read_before_event",
    "read_end",
    "read_event",
    "read_lasting",
    "read_offset",
    "read_words",
]

Found = tuple[Relative, int]

_ENDS_OF_ANCHOR = frozenset(".,;:()[]<>")
_LAST_IN_ANCHOR = frozenset(",-–")
_LONGEST_ANCHOR = 25
_LONGEST_NAME = 5


def _in_figure(words: Words, index: int) -> bool:
    """Whether a full stop stands inside a figure: "2.1"."""
    between = words.number(index - 1) is not None and words.number(index + 1) is not None
    return words.at(index) == "." and between and words.glued(index - 1, index + 1)


def read_words(words: Words, index: int) -> tuple[str, int] | None:
    """Read the words of an event: up to the next sign or cell, and not too many."""
    last = min(len(words), index + _LONGEST_ANCHOR)
    after = index
    while after < last and (words.at(after) not in _ENDS_OF_ANCHOR or _in_figure(words, after)):
        if after > index and words.broken(after):
            break
        after += 1
    after = _before_another(words, index, after)
    language = words.language
    while after > index and (
        words.at(after - 1) in _LAST_IN_ANCHOR
        or language.joined.match(words, after - 1)
        or language.either.match(words, after - 1)
    ):
        after -= 1
    return (words.text(index, after), after) if after > index else None


def _before_another(words: Words, index: int, after: int) -> int:
    """The end of the event where something else with a last day follows: "and a list by June"."""
    language = words.language
    joint = index
    for place in range(index + 1, after):
        if language.joined.match(words, place):
            joint = place
        by = language.by.match(words, place) if joint > index else None
        if by and read_moment(words, language.articles.skip(words, by[1])):
            return joint
    return after


def read_event(words: Words, index: int) -> tuple[str, int] | None:
    """Read an event that is still to come: "the next conference", "each meeting"."""
    language = words.language
    place = language.articles.skip(words, index)
    marked = words.at(place) in language.upcoming or words.at(place) in language.every.firsts
    if marked and any(words.at(place + n) in language.occasions for n in range(1, 5)):
        return read_words(words, index)
    return None


def read_lasting(words: Words, index: int) -> tuple[str, int] | None:
    """Read the name of what lasts: "the project", "the fifth Action Plan"."""
    language = words.language
    place = language.articles.skip(words, index)
    for after in range(place, min(len(words), place + _LONGEST_NAME)):
        word = words.at(after)
        if word in language.lasting and words.at(after + 1) not in language.lasting:
            return words.text(index, after + 1), after + 1
        # "the report to the conference" is no name of a conference.
        joined = word in language.prepositions and not language.articles.match(words, after)
        if joined or not word.isalpha() or (after > index and words.broken(after)):
            break
    return None


def read_end(words: Words, index: int) -> tuple[str, int] | None:
    """Read the end of what lasts: "the end of the project"; the end itself is not in the name."""
    part = words.language.parts.match(words, words.language.articles.skip(words, index))
    return read_lasting(words, part[1]) if part and part[0] == "end" else None


def _length(words: Words, index: int) -> tuple[str, int] | None:
    """Read a length of time, as an ISO 8601 duration: "1 year", "six-month", "10 days"."""
    number = read_number(words, index)
    if number is None:
        return None
    place = number[1] + (words.at(number[1]) == "-")
    found = read_unit(words, place)
    if found is None:
        return None
    designator, each, after = found
    count = number[0] * each
    return (f"P{count}{designator}", after) if count <= 9999 else None


def read_before_event(words: Words, index: int) -> Found | None:
    """One month before the next conference: of an event that is still to come."""
    length = _length(words, index)
    joint = words.language.before_anchor.match(words, length[1]) if length else None
    event = read_event(words, joint[1]) if joint else None
    if length is None or event is None:
        return None
    return Relative(event[0], f"-{length[0]}", text=words.text(index, event[1])), event[1]


def _from_a_day(words: Words, index: int, place: int, offset: str) -> Found | None:
    """What hangs on a day that is printed: "within six months of 1 January 2013"."""
    moment = read_moment(words, place)
    day = moment[0].whole() if moment and moment[0].grain is Grain.DAY else None
    if moment is None or day is None:
        return None
    after = moment[1]
    following = words.at(after)
    if following.isalpha() and following not in words.language.goes_on:
        return None  # "of the 1 January 2013 meeting": the event has a name
    name, text = words.text(place, after), words.text(index, after)
    try:
        return Relative(name, offset, day.end, text, moment[0].convention), after
    except InvalidValueError:
        return None  # it leads out of the calendar


def read_offset(words: Words, index: int, window: Period | None) -> Found | None:
    """Within 1 year, within six months of adoption, at least one month before the conference."""
    del window  # lengths have no year to look for
    language = words.language
    opened = language.within.match(words, index)
    start = opened[1] if opened else language.at_least.skip(words, index)
    length = _length(words, start)
    if length is None:
        return None
    before = None if opened else language.before_anchor.match(words, length[1])
    joint = before or language.of_anchor.match(words, length[1])
    offset = f"-{length[0]}" if before else length[0]
    if joint and (counted := _from_a_day(words, index, joint[1], offset)):
        return counted
    anchor = read_words(words, joint[1]) if joint else None
    if anchor is not None:
        return Relative(anchor[0], offset, text=words.text(index, anchor[1])), anchor[1]
    if opened is None:
        return None  # "eighteen months" alone is a length, not a deadline
    return Relative("", length[0], text=words.text(index, length[1])), length[1]
