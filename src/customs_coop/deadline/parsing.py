"""Reading a text that is known to be a deadline."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from customs_coop.dates import Period, as_period
from customs_coop.deadline.grammar import Found, read_deadline
from customs_coop.deadline.kinds import By, Deadline, During, Undetermined
from customs_coop.deadline.labels import read_label, skip_item
from customs_coop.deadline.mentions import scan
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.remarks import skip_replaced, skip_superseded
from customs_coop.deadline.rhythms import read_unit
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set, phrases

__all__ = ["parse_deadline"]

_UNKNOWN: Final = phrase_set(*ENGLISH.unknown)
_PARTS: Final = phrases(ENGLISH.parts)
_ARTICLES: Final = phrase_set(*ENGLISH.articles)
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
    words = _as_it_stands(words)
    after = len(words)
    while after and words.at(after - 1) in _EDGES:
        after -= 1
    # "(at the latest)" may open the text, so the brackets go second.
    first = 0
    for _ in range(2):
        part = words.part(first, after)
        label = read_label(part, 0)
        start = skip_item(part, label.after) if label else 0
        if (unknown := _UNKNOWN.match(part, start)) and unknown[1] == len(part):
            return None
        found = read_deadline(part, start, window)
        if found is not None and _ends_well(part, found):
            return found[0]
        while first < after and words.at(first) in _EDGES:
            first += 1
    return _only_one(words.part(first, after), window)


def _as_it_stands(words: Words) -> Words:
    """The words without a last remark about a time that was given up: "(previously: ...)"."""
    for place in range(len(words)):
        if place and words.at(place) not in _BREAKS:
            continue
        after = skip_superseded(words, place)
        if after is not None:
            ended = all(words.at(further) in _EDGES for further in range(after, len(words)))
            return words.part(0, place) if ended else words
    return words


def _ends_well(words: Words, found: Found) -> bool:
    """Whether the text ends here, or goes on with a remark that has no time of its own."""
    deadline, after = found
    if after == len(words):
        return True
    if words.at(after) not in _BREAKS | _EDGES or skip_replaced(words, after) is not None:
        return False
    if any(True for _ in _times(words, after, len(words))):
        return False
    whole = deadline.convention in {"bare-year", "bare-month", "by-month"}
    return not (whole and any(_narrows(words, n) for n in range(after, len(words))))


def _narrows(words: Words, place: int) -> bool:
    """Whether the words name a part of the time before them: "2012 (early)", "2012, spring"."""
    if words.at(place) in ENGLISH.seasons:
        return True
    part = _PARTS.match(words, place)
    if part is None:
        return False
    after = _ARTICLES.skip(words, part[1])
    return not words.at(after).isalpha() or read_unit(words, after) is not None


def _times(words: Words, first: int, after: int) -> Iterator[tuple[int, Moment]]:
    """The times named in a stretch of words that may be deadlines, each with its place."""
    place = first
    while place < after:
        moment = read_moment(words, place)
        if moment is None:
            place += 1
            continue
        if not _is_no_deadline(words, place, *moment):
            yield place, moment[0]
        place = moment[1]


def _is_no_deadline(words: Words, place: int, moment: Moment, after: int) -> bool:
    """Whether a time is a Presidency or a verb, or tells which act or event is meant."""
    if moment.year is None:
        # "May" with a capital is the month.
        unsure = moment.grain is Grain.MONTH and not words.capital(place)
        return unsure or moment.grain is Grain.PRESIDENCY
    if moment.grain is Grain.DAY and words.at(place - 1) in ENGLISH.act_joints:
        return words.at(place - 2) not in ENGLISH.not_acts  # "the Decision of 12 May 2009"
    the_year = (
        moment.grain is Grain.YEAR and words.at(place - (after - place == 1)) in ENGLISH.articles
    )
    following = words.at(after)
    return (
        the_year  # "the 2009 operation"
        and following.isalpha()
        and following not in ENGLISH.prepositions | ENGLISH.duties
    )


def _only_one(words: Words, window: Period | None) -> Deadline | None:
    """The deadline that a sentence sets, unless it sets several."""
    hits = scan(words, guarded=False)
    if hits:
        readings = [evolve(hit.deadline, text="") for hit in hits]
        if any(one != readings[0] for one in readings):
            return None
        if not isinstance(hits[0].deadline, By | During):
            return hits[0].deadline  # "the next conference, held in 2008"
        outside = zip(
            (0, *(hit.after for hit in hits)),
            (*(hit.first for hit in hits), len(words)),
            strict=True,
        )
        others = any(
            moment.year is not None
            for first, after in outside
            for _, moment in _times(words, first, after)
        )
        return None if others else hits[0].deadline
    # "Report: June 1998": what follows the last colon is the time, if nothing before it is one.
    colons = [place for place in range(len(words)) if words.at(place) == ":"]
    if not colons or any(True for _ in _times(words, 0, colons[-1])):
        return None
    if any(_is_unknown(words, place) for place in range(colons[-1])):
        return None
    rest = words.part(colons[-1] + 1, len(words))
    found = read_deadline(rest, 0, window)
    return found[0] if found is not None and found[1] == len(rest) else None


def _is_unknown(words: Words, place: int) -> bool:
    """Whether words for a time that is still to be set stand here on their own."""
    unknown = _UNKNOWN.match(words, place)
    return unknown is not None and not words.at(unknown[1]).isalpha()
