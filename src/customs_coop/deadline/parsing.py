"""Reading a text that is known to be a deadline."""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import evolve

from customs_coop.dates import Period, as_period
from customs_coop.deadline.figures import DASHES, ordinal
from customs_coop.deadline.grammar import Found, read_deadline
from customs_coop.deadline.kinds import By, Deadline, During, Recurring, Undetermined
from customs_coop.deadline.labels import read_label, skip_item
from customs_coop.deadline.languages import told
from customs_coop.deadline.mentions import scan
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.ranges import read_range
from customs_coop.deadline.remarks import (
    read_provisional,
    read_renewed,
    skip_provisional,
    skip_replaced,
    skip_superseded,
)
from customs_coop.deadline.repeating import read_again, with_begin_or_end
from customs_coop.deadline.rhythms import read_unit
from customs_coop.deadline.rounds import is_named_month
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words
from customs_coop.deadline.yearly_days import read_yearly_days
from customs_coop.errors import InvalidValueError

if TYPE_CHECKING:
    from customs_coop.deadline.vocabulary import Vocabulary

__all__ = ["parse_deadline"]

_EDGES: Final = frozenset("()[]{}.,;:!\"'“”«»*_•|")
_BREAKS: Final = frozenset("(,;:–—[")
# No cell of a timetable comes near; it bounds what a whole document, handed in by mistake, costs.
_LONGEST_CELL = 20_000
_LONGEST_NOTATION = 60
_BEGINS: Final = frozenset("0123456789X[{./~%")
_NEAR = 4


def parse_deadline(text: str, *, within: Period | str | None = None) -> Deadline:
    """Read a deadline from its words.

    The wordings are those of the timetables in Council documents. English is read in full, of
    French and German the names of months and the common wordings; the language is told from the
    words. The notation of ISO 8601-2:2019 (EDTF) is read, too. In short:

    - points: "by", "no later than" or "before" a day, a month, a year or the end of one, or such
      a time alone: `By`. Numeric dates have the day first;
    - parts and ranges: "early 1998", "spring 1998", "second half of 1998", "during 1998",
      "1997-1998", "since 1997": `During`;
    - rhythms: "annually", "every two years", "once per Presidency", "ongoing": `Recurring`;
    - terms: "within 1 year", "one month before the next conference", and Presidencies without
      a year, unless `within` tells it: `Relative`.

    What words alone do not settle is read by the table `CONVENTIONS`, and the deadline then names
    the row. So it does where only a rhythm is kept of a rhythm and a time ("annually, in spring":
    "rhythm-only"). Nothing depends on today's date.

    Args:
        text: The words, such as a cell of a timetable; a label before them does no harm, nor
            does the sentence that they qualify ("Report to be circulated by December 1998").
            More than 20,000 characters are no cell and Undetermined.
        within: The window of the plan: it gives a time without a year its year, and a Presidency
            its half-year, where only one fits.

    Returns:
        The deadline, with `text` exactly as it came. What cannot be read, or sets several
        deadlines at once, is Undetermined; for the latter there is `find_deadlines`.

    Raises:
        InvalidValueError: `within` is no period. No text is refused.
        TypeError: `text` is no text, or `within` neither a period nor text.

    Example:
        >>> parse_deadline("no later than the end of 1998").edtf
        '[..1998-12-31]'
        >>> parse_deadline("d'ici fin 1997").edtf, parse_deadline("bis Ende 1997").edtf
        ('[..1997-12-31]', '[..1997-12-31]')
        >>> print(parse_deadline("every two years").recurrence)
        every 2 years
        >>> parse_deadline("during the Danish Presidency", within="2011-07-01/2012-12-31").edtf
        '2012-40'
        >>> parse_deadline("tbc")
        Undetermined(text='tbc', convention=None)
    """
    if not isinstance(text, str):
        raise TypeError(f"text is needed, not {type(text).__name__}")
    window = None if within is None else as_period(within)
    if len(text.strip()) > _LONGEST_CELL:
        return Undetermined(text)
    found = _notation(text) or _read(told(Words.of(text)), window)
    return Undetermined(text) if found is None else evolve(found, text=text)


@functools.cache
def _is_notation() -> re.Pattern[str]:
    """What ISO 8601-2 writes and no words do: open ends, sets, "about" and "some year of"."""
    date = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~%?]?"
    return re.compile(
        # A year, a month and a day are read as words.
        r"(?![0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z)"
        r"(?:[~%][0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]{4}-[~%][0-9]{2}(?:-[0-9]{2})?"
        r"|[\[{][0-9.,X-]*(?:\.\.|,)[0-9.,X-]*[\]}]|[0-9X]{4}(?:-[0-9X]{2}){0,2}[~%]?"
        rf"|(?:{date}|\.\.)?/{date}|{date}/(?:\.\.)?|[0-9]{{4}}[~%?]?/(?:\.\.)?|\.\./[0-9]{{4}})"
    )


def _notation(text: str) -> Deadline | None:
    """What is written in ISO 8601-2, where it is more than a year, a month or a day."""
    notation = text.strip() if len(text) <= _LONGEST_NOTATION else ""
    # Words begin with letters; one look tells.
    if not notation or notation[0] not in _BEGINS or not _is_notation().fullmatch(notation):
        return None
    if read_range(Words.of(notation), 0):
        return None  # "2021-27" are years
    from customs_coop.deadline.edtf import deadline_from_edtf  # late: few texts need it

    try:
        return deadline_from_edtf(notation)
    except InvalidValueError:
        return None


def _read(words: Words, window: Period | None) -> Deadline | None:
    words = _as_it_stands(words)
    after = len(words)
    while after and _is_edge(words.at(after - 1)):
        after -= 1
    # "(at the latest)" may open the text, so the brackets go second.
    first = 0
    for _ in range(2):
        part = words.part(first, after)
        label = read_label(part, 0)
        start = skip_item(part, label.after) if label else 0
        unknown = part.language.unknown.match(part, start)
        if unknown and unknown[1] == len(part):
            return None
        found = _whole(part, start, window)
        if found is not None:
            soft = label is not None and label.provisional
            return evolve(found, convention="provisional") if soft else found
        while first < after and words.at(first) in _EDGES:
            first += 1
    return _only_one(words.part(first, after), window)


def _is_edge(word: str) -> bool:
    """Whether a word is a sign around a text, or the mark of a footnote."""
    return word in _EDGES or (not word.isascii() and word.isdigit())


def _whole(words: Words, start: int, window: Period | None) -> Deadline | None:
    """The deadline that begins at a place, provided that all behind it are remarks."""
    found = read_provisional(words, start, window) or read_deadline(words, start, window)
    if found is None or read_yearly_days(words, start):
        return None
    if isinstance(found[0], By) and (renewed := read_renewed(words, found[1])):
        found = renewed
    if (repeated := _repeated(words, found)) is not None:
        return repeated
    if begun := with_begin_or_end(words, *found):
        found = begun
    if isinstance(found[0], Recurring) and _has_time(words, found[1]):
        found = evolve(found[0], convention="rhythm-only"), found[1]
    if soft := skip_provisional(words, found[1]):
        found = evolve(found[0], convention="provisional"), soft
    return found[0] if _ends_well(words, found) else None


def _has_time(words: Words, first: int) -> bool:
    """Whether a time without a year follows a rhythm: "(Danish Presidency)", ", in spring"."""
    for place in range(first, len(words)):
        moment = read_moment(words, place)
        if moment is not None:
            return moment[0].grain is not Grain.MONTH or is_named_month(words, place, moment[1])
        if words.at(place) in words.language.seasons:
            return words.at(place - 1) in _before_a_time(words.language)
    return False


def _before_a_time(language: "Vocabulary") -> frozenset[str]:
    return language.by.firsts | language.during.firsts | language.articles.firsts


def _repeated(words: Words, found: Found) -> Recurring | None:
    """What is done again after a time: "by June 2014 and annually thereafter", "2014 (annual)"."""
    again = read_again(words, *found)
    if again is None:
        return None
    ended = all(_is_edge(words.at(further)) for further in range(again[1], len(words)))
    return again[0] if ended else None


def _as_it_stands(words: Words) -> Words:
    """The words without a last remark about a time that was given up: "(previously: ...)"."""
    for place in range(len(words)):
        if place and words.at(place) not in _BREAKS:
            continue
        after = skip_superseded(words, place)
        if after is not None:
            ended = all(_is_edge(words.at(further)) for further in range(after, len(words)))
            return words.part(0, place) if ended else words
    return words


def _ends_well(words: Words, found: Found) -> bool:
    """Whether the text ends here, or goes on with a remark that has no time of its own."""
    deadline, after = found
    if after == len(words):
        return True
    if words.at(after) in DASHES and after + 1 == len(words):
        return False  # "2014–": a range of which the end is missing
    if words.at(after) not in _BREAKS | _EDGES or skip_replaced(words, after) is not None:
        return False
    if any(True for _ in _times(words, after, len(words))):
        return False
    whole = deadline.convention in {"bare-year", "bare-month", "by-month"}
    return not (whole and any(_narrows(words, n) for n in range(after, len(words))))


def _narrows(words: Words, place: int) -> bool:
    """Whether the words name a part of the time before them: "2012 (early)", "2012, spring"."""
    language = words.language
    if words.at(place) in language.seasons or words.at(place) in language.holidays:
        return True
    part = language.parts.match(words, place)
    if part is None:
        return False
    after = language.articles.skip(words, part[1])
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
    language = words.language
    if moment.year is None:
        # "May" with a capital is the month.
        small = language.months_have_capitals and not words.capital(place)
        unsure = moment.grain is Grain.MONTH and small
        return unsure or moment.grain in {Grain.PRESIDENCY, Grain.SEASON}
    if moment.grain is Grain.DAY and words.at(place - 1) in language.act_joints:
        return words.at(place - 2) not in language.not_acts  # "the Decision of 12 May 2009"
    in_figures = moment.grain is Grain.YEAR or moment.convention == "iso-month"
    article = words.at(place - (after - place == 1)) in language.articles.firsts
    following = words.at(after)
    return (
        in_figures  # "the 2009 operation"
        and article
        and following.isalpha()
        and following not in language.goes_on
    )


def _only_one(words: Words, window: Period | None) -> Deadline | None:
    """The deadline that a sentence sets, unless it sets several."""
    if hits := scan(words, guarded=False):
        readings = [evolve(hit.deadline, text="") for hit in hits]
        if _is_bounded(readings) and hits[1].first == hits[0].after:
            return evolve(readings[0], convention="rhythm-only")
        if any(one != readings[0] for one in readings):
            return None
        outside = zip(
            (0, *(hit.after for hit in hits)),
            (*(hit.first for hit in hits), len(words)),
            strict=True,
        )
        others = [moment for stretch in outside for _, moment in _times(words, *stretch)]
        return _beside(words, hits[0].first, hits[0].deadline, others)
    # "Report: June 1998": what follows the last colon is the time, if nothing before it is one.
    colons = [place for place in range(len(words)) if words.at(place) == ":"]
    if not colons or any(True for _ in _times(words, 0, colons[-1])):
        return None
    if any(_is_unknown(words, place) for place in range(colons[-1])):
        return None
    return _whole(words.part(colons[-1] + 1, len(words)), 0, window)


def _is_bounded(readings: list[Deadline]) -> bool:
    """Whether a rhythm and one last day were read: "jährlich bis 2016", "annually by ..."."""
    return len(readings) == 2 and isinstance(readings[0], Recurring) and isinstance(readings[1], By)


def _beside(words: Words, first: int, deadline: Deadline, others: list[Moment]) -> Deadline | None:
    """What other times in the sentence leave of a deadline that was found in it."""
    if isinstance(deadline, Recurring):
        if deadline.first is not None and not others:
            return deadline  # "for the first time by June 2014 and then annually"
        cut = others or _narrows_rhythm(words, first)
        return evolve(deadline, convention="rhythm-only") if cut else deadline
    if not isinstance(deadline, By | During):
        return deadline  # "the next conference, held in 2008"
    return None if any(moment.year is not None for moment in others) else deadline


def _narrows_rhythm(words: Words, first: int) -> bool:
    """Whether a rhythm is that of a day: "1st of each month", "beginning of each quarter"."""
    parts, seasons = words.language.parts, words.language.seasons
    return any(
        ordinal(words, place)
        or words.at(place) in seasons
        or ((part := parts.match(words, place)) and part[0] != "end")
        for place in range(max(0, first - _NEAR), first)
    )


def _is_unknown(words: Words, place: int) -> bool:
    """Whether words for a time that is still to be set stand here on their own."""
    unknown = words.language.unknown.match(words, place)
    return unknown is not None and not words.at(unknown[1]).isalpha()
