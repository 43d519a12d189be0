"""Reading a text that is known to be a deadline."""

from typing import Final

from attrs import evolve

from customs_coop.dates import Period, as_period
from customs_coop.deadline.grammar import read_deadline
from customs_coop.deadline.kinds import Deadline, Undetermined
from customs_coop.deadline.mentions import read_label, scan
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set

__all__ = ["parse_deadline"]

_UNKNOWN: Final = phrase_set(*ENGLISH.unknown)
_EDGES: Final = frozenset("()[]{}.,;:!\"'“”‘’«»*_•|")
_BREAKS: Final = frozenset("(,;:–—[")


def parse_deadline(text: str, *, within: Period | str | None = None) -> Deadline:
    """Read a deadline from its words.

    Numeric dates have the day first. What words alone do not settle is read by the table
    `CONVENTIONS`, and the deadline then names the row. Nothing depends on today's date.

    Args:
        text: The words, such as a cell of a timetable; a label before them does no harm, nor
            does the sentence that they qualify ("Report to be circulated by December 1998").
        within: The window of the plan: it gives a time without a year its year, and a Presidency
            its half-year, where only one fits.

    Returns:
        The deadline, with `text` exactly as it came. What cannot be read, or sets several
        deadlines at once, is Undetermined; for the latter there is `find_deadlines`.

    Raises:
        InvalidValueError: `within` is no period. No text is refused.

    Example:
        >>> parse_deadline("no later than the end of 1998").edtf
        '[..1998-12-31]'
        >>> parse_deadline("tbc")
        Undetermined(text='tbc', convention=None)
    """
    window = None if within is None else as_period(within)
    found = _read(Words.of(text), window)
    return Undetermined(text) if found is None else evolve(found, text=text)


def _read(words: Words, window: Period | None) -> Deadline | None:
    after = len(words)
    while after and words.at(after - 1) in _EDGES:
        after -= 1
    # "(at the latest)" may open the text, so the brackets go second.
    first = 0
    for _ in range(2):
        part = words.part(first, after)
        label = read_label(part, 0)
        start = label[0] if label else 0
        if (unknown := _UNKNOWN.match(part, start)) and unknown[1] == len(part):
            return None
        found = read_deadline(part, start, window)
        if found is not None and _ends_well(part, found[1]):
            return found[0]
        while first < after and words.at(first) in _EDGES:
            first += 1
    return _only_one(words.part(first, after), window)


def _ends_well(words: Words, after: int) -> bool:
    """Whether the text ends here, or goes on with a remark that has no time of its own."""
    if after == len(words):
        return True
    if words.at(after) not in _BREAKS | _EDGES:
        return False
    return not any(_has_year(words, place) for place in range(after, len(words)))


def _has_year(words: Words, place: int) -> bool:
    moment = read_moment(words, place)
    return moment is not None and moment[0].year is not None


def _only_one(words: Words, window: Period | None) -> Deadline | None:
    """The deadline that a sentence sets, unless it sets several."""
    hits = scan(words, guarded=False)
    if hits:
        readings = [evolve(hit.deadline, text="") for hit in hits]
        return hits[0].deadline if all(one == readings[0] for one in readings) else None
    # "Report: June 1998": what follows the last colon is the time.
    colons = [place for place in range(len(words)) if words.at(place) == ":"]
    if not colons:
        return None
    rest = words.part(colons[-1] + 1, len(words))
    found = read_deadline(rest, 0, window)
    return found[0] if found is not None and found[1] == len(rest) else None
