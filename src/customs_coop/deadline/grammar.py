"""Reading one deadline at a place in a row of words.

Each rule looks at a bounded number of words and gives a deadline with the place after it, or
None. The rules are tried in a fixed order; the first that fits is taken.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from customs_coop.dates import Period
from customs_coop.deadline.kinds import By, Deadline, During, Recurring, Relative
from customs_coop.deadline.moments import read_moment, read_range
from customs_coop.deadline.rhythms import read_number, read_rhythm, read_unit
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set, phrases
from customs_coop.errors import UnknownPresidencyError
from customs_coop.presidency import Presidency

__all__ = ["Found", "read_by", "read_deadline", "read_event", "read_trailing", "read_words"]

Found = tuple[Deadline, int]
Rule = Callable[[Words, int, Period | None], Found | None]

_BY: Final = phrase_set(*ENGLISH.by, *ENGLISH.until)
_AT_THE_LATEST: Final = phrase_set(*ENGLISH.at_the_latest)
_BEFORE: Final = phrase_set(*ENGLISH.before)
_AFTER: Final = phrase_set(*ENGLISH.after)
_SINCE: Final = phrase_set(*ENGLISH.since)
_ONWARDS: Final = phrase_set(*ENGLISH.onwards)
_DURING: Final = phrase_set(*ENGLISH.during)
_ON: Final = phrase_set(*ENGLISH.on)
_WITHIN: Final = phrase_set(*ENGLISH.within)
_OF_ANCHOR: Final = phrase_set(*ENGLISH.of_anchor)
_BEFORE_ANCHOR: Final = phrase_set(*ENGLISH.before_anchor)
_AT_LEAST: Final = phrase_set(*ENGLISH.at_least)
_AWAITING: Final = phrase_set(*ENGLISH.awaiting)
_ARTICLES: Final = phrase_set(*ENGLISH.articles)
_PARTS: Final = phrases(ENGLISH.parts)

_DAY = timedelta(days=1)
_ENDS_OF_ANCHOR: Final = frozenset(".,;:()[]<>")
_LONGEST_ANCHOR = 25


def _in_window(moment: Moment, window: Period | None) -> tuple[Period, str] | None:
    """Give a time its year, or a Presidency its half-year, where only one fits the window."""
    if window is None:
        return None
    if moment.grain is Grain.PRESIDENCY:
        try:
            return Presidency.parse(moment.name, within=window).period, "presidency-in-window"
        except UnknownPresidencyError:
            return None
    fits = []
    # A plan runs for a few years; in a longer window no year would be the only one anyway.
    for year in range(window.start.year, min(window.end.year, window.start.year + 20) + 1):
        whole = _with_year(moment, year).whole()
        if whole is not None and whole.start >= window.start and whole.end <= window.end:
            fits.append(whole)
    return (fits[0], "year-from-window") if len(fits) == 1 else None


def _with_year(moment: Moment, year: int) -> Moment:
    return Moment(
        grain=moment.grain,
        year=year,
        months=moment.months,
        day=moment.day,
        part=moment.part,
        convention=moment.convention,
    )


def _settled(moment: Moment, window: Period | None) -> tuple[Moment, str | None] | None:
    """The time with its year, and the convention that finding it took."""
    if moment.year is not None:
        return moment, None
    found = _in_window(moment, window)
    if found is None:
        return None
    period, convention = found
    if moment.grain is Grain.PRESIDENCY:
        months = (period.start.month, period.end.month)
        part = moment.part
        return Moment(
            grain=Grain.PART, year=period.start.year, months=months, part=part
        ), convention
    return _with_year(moment, period.start.year), convention


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
    while after > index and words.at(after - 1) in {",", "-", "–", "and", "or"}:
        after -= 1
    return (words.text(index, after), after) if after > index else None


def read_event(words: Words, index: int) -> tuple[str, int] | None:
    """Read an event that is still to come: "the next conference", "each meeting"."""
    place = _ARTICLES.skip(words, index)
    marked = words.at(place) in ENGLISH.upcoming or words.at(place) in ENGLISH.every
    if marked and any(words.at(place + n) in ENGLISH.occasions for n in range(1, 5)):
        return read_words(words, index)
    return None


def _by(last: date, words: Words, index: int, after: int, convention: str | None) -> Found:
    end = _AT_THE_LATEST.skip(words, after)
    return By(last, words.text(index, end), convention), end


def read_by(words: Words, index: int, window: Period | None) -> Found | None:
    """Read "by", "no later than", "(at the latest)" and the time after it.

    Args:
        words: The text.
        index: The place of its first word.
        window: The window for times without a year.

    Returns:
        The deadline and the place after it, or None.
    """
    found = _BY.match(words, index)
    if found is None:
        return None
    # "Target date: by end of 1998": a second such word adds nothing.
    place = _BY.skip(words, found[1])
    if recurring := _every_last_day(words, index, place):
        return recurring
    if read := read_range(words, place):
        return _by(read[0].period.end, words, index, read[1], read[0].convention)
    if moment := read_moment(words, place):
        settled = _settled(moment[0], window)
        if settled is None:
            return _unsettled(words, index, moment, "P0D")
        point = settled[0].point()
        return point and _by(point[0], words, index, moment[1], settled[1] or point[1])
    event = read_event(words, place)
    return event and (Relative(event[0], "P0D", text=words.text(index, event[1])), event[1])


def _every_last_day(words: Words, index: int, place: int) -> Found | None:
    """By the end of each year, by 31 March each year."""
    part = _PARTS.match(words, _ARTICLES.skip(words, place))
    rhythm = read_rhythm(words, part[1]) if part else None
    if rhythm is None:
        moment = read_moment(words, place)
        bare = moment is not None and moment[0].year is None
        rhythm = read_rhythm(words, moment[1]) if moment and bare else None
    if rhythm is None or rhythm[0] is None:
        return None
    return Recurring(rhythm[0], words.text(index, rhythm[1])), rhythm[1]


def _unsettled(
    words: Words, index: int, moment: tuple[Moment, int], offset: str | None
) -> Found | None:
    """A Presidency without a year hangs on the day when it is known; a month is not readable."""
    if moment[0].grain is not Grain.PRESIDENCY:
        return None
    anchor = moment[0].name
    return Relative(anchor, offset, text=words.text(index, moment[1])), moment[1]


def _before(words: Words, index: int, window: Period | None) -> Found | None:
    found = _BEFORE.match(words, index)
    if found is None:
        return None
    moment = read_moment(words, found[1])
    if moment is None:
        anchor = read_words(words, found[1])
        if anchor is None:
            return None
        return Relative(anchor[0], "-P1D", text=words.text(index, anchor[1])), anchor[1]
    settled = _settled(moment[0], window)
    if settled is None:
        return _unsettled(words, index, moment, "-P1D")
    last = _last_before(settled[0])
    return last and _by(last[0], words, index, moment[1], settled[1] or last[1])


def _last_before(time: Moment) -> tuple[date, str | None] | None:
    """The last day before a time begins, and the convention that this took."""
    if time.part in {"end", "mid"}:
        # "Before the end of 1998" still leaves its last day; a moment later it is over.
        return time.point()
    whole = time.whole()
    if time.part == "start":
        return None if whole is None else (whole.start - _DAY, None)
    stretch = time.stretch()
    return None if stretch is None else (stretch.period.start - _DAY, stretch.convention)


def _length(words: Words, index: int) -> tuple[str, int] | None:
    """Read a length of time, as an ISO 8601 duration: "1 year", "six-month", "10 days"."""
    number = read_number(words, index)
    if number is None:
        return None
    place = number[1] + (words.at(number[1]) in {"-", "‑"})
    found = read_unit(words, place)
    if found is None:
        return None
    designator, each, after = found
    count = number[0] * each
    return (f"P{count}{designator}", after) if count <= 9999 else None


def _after_length(words: Words, index: int, window: Period | None) -> Found | None:
    """Within 1 year, within six months of adoption, at least one month before the conference."""
    del window  # lengths have no year to look for
    opened = _WITHIN.match(words, index)
    start = opened[1] if opened else _AT_LEAST.skip(words, index)
    length = _length(words, start)
    if length is None:
        return None
    before = None if opened else _BEFORE_ANCHOR.match(words, length[1])
    joint = before or _OF_ANCHOR.match(words, length[1])
    anchor = read_words(words, joint[1]) if joint else None
    if anchor is not None:
        offset = f"-{length[0]}" if before else length[0]
        return Relative(anchor[0], offset, text=words.text(index, anchor[1])), anchor[1]
    if opened is None:
        return None  # "eighteen months" alone is a length, not a deadline
    return Relative("", length[0], text=words.text(index, length[1])), length[1]


def _awaiting(words: Words, index: int, window: Period | None) -> Found | None:
    """Await the outcome of 2.1, after the conference: it begins with the event, without a term."""
    found = _AWAITING.match(words, index) or _AFTER.match(words, index)
    if found is None:
        return None
    if found[1] < len(words) and _AFTER.match(words, index):
        moment = read_moment(words, found[1])
        settled = _settled(moment[0], window) if moment else None
        over = _last_of(settled[0]) if settled else None
        if moment and settled and over and over[0] < date.max:
            text = words.text(index, moment[1])
            return During(over[0] + _DAY, None, text, settled[1] or over[1]), moment[1]
    anchor = None if _counts(words, index) else read_words(words, found[1])
    if anchor is None:
        return None
    return Relative(anchor[0], None, text=words.text(index, anchor[1])), anchor[1]


def _last_of(time: Moment) -> tuple[date, str | None] | None:
    """The last day of a time, and the convention that this took."""
    whole = time.whole()
    if time.part is not None or whole is None:
        return time.point()
    return whole.end, None


def _counts(words: Words, index: int) -> bool:
    """Whether "once" says how often: "once only", "once in 2012"; not "once it is adopted"."""
    if words.at(index) not in ENGLISH.counts:
        return False
    following = words.at(index + 1)
    if following in ENGLISH.articles:
        return False
    counted = ENGLISH.not_events | ENGLISH.prepositions - {"the", "as", "if"}
    return (
        not following.isalpha()
        or following in counted
        or read_rhythm(words, index + 1) is not None
        or read_moment(words, index + 1) is not None
    )


def _since(words: Words, index: int, window: Period | None) -> Found | None:
    found = _SINCE.match(words, index)
    moment = read_moment(words, found[1] if found else index)
    if moment is None:
        return None
    onwards = _ONWARDS.match(words, moment[1])
    if found is None and onwards is None:
        return None
    after = onwards[1] if onwards else moment[1]
    settled = _settled(moment[0], window)
    stretch = settled[0].begin() if settled else None
    if settled is None or stretch is None:
        return None
    text = words.text(index, after)
    return During(stretch.period.start, None, text, settled[1] or stretch.convention), after


def _range(words: Words, index: int, window: Period | None) -> Found | None:
    del window  # a range without a year is not read
    start = _DURING.skip(words, index)
    found = read_range(words, index, gap=True) or read_range(words, start)
    if found is None:
        return None
    stretch, after = found
    text = words.text(index, after)
    return During(stretch.period.start, stretch.period.end, text, stretch.convention), after


def _during(words: Words, index: int, window: Period | None) -> Found | None:
    """During 1997, in June 1998, on 30 June 1998; the same without the first word."""
    opened = _DURING.match(words, index)
    on = None if opened else _ON.match(words, index)
    moment = read_moment(words, (opened or on or (True, index))[1])
    if moment is None:
        return None
    settled = _settled(moment[0], window)
    if settled is None:
        return _unsettled(words, index, moment, "P0D")
    time, convention = settled
    stretch = time.begin() if time.convention == "about" else time.stretch()
    if stretch is None:
        return None
    after, how = moment[1], convention or stretch.convention
    alone = opened is None
    point = time.part == "end" or (alone and stretch.grain is Grain.DAY)
    if how != "about" and ((alone and _AT_THE_LATEST.match(words, after)) or point):
        last = time.point()
        return last and _by(last[0], words, index, after, convention or last[1])
    named = {Grain.MONTH: "bare-month", Grain.YEAR: "bare-year"}.get(stretch.grain)
    if alone and named and how in {None, "year-from-window"}:
        return _by(stretch.period.end, words, index, after, how or named)
    text = words.text(index, after)
    return During(stretch.period.start, stretch.period.end, text, how), after


def read_trailing(words: Words, index: int, window: Period | None) -> Found | None:
    """Read a time with "at the latest" after it."""
    moment = read_moment(words, index)
    if moment is None or _AT_THE_LATEST.match(words, moment[1]) is None:
        return None
    return _during(words, index, window)


def _rhythm(words: Words, index: int, window: Period | None) -> Found | None:
    del window  # a rhythm has no year to look for
    found = read_rhythm(words, index)
    return found and (Recurring(found[0], words.text(index, found[1])), found[1])


_RULES: Final[tuple[Rule, ...]] = (
    _after_length,
    _rhythm,
    read_by,
    _range,
    _before,
    _since,
    _during,
    _awaiting,
)


def read_deadline(words: Words, index: int, window: Period | None = None) -> Found | None:
    """Read the deadline that begins at a place.

    Args:
        words: The text.
        index: The place of its first word.
        window: The window for times without a year.

    Returns:
        The deadline, with its own words as text, and the place after it; None where none begins.
    """
    for rule in _RULES:
        if found := rule(words, index, window):
            return found
    return None
