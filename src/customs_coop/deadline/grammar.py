"""Reading one deadline at a place in a row of words.

Each rule looks at a bounded number of words and gives a deadline with the place after it, or
None. The rules are tried in a fixed order; the first that fits is taken.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from customs_coop.dates import Period
from customs_coop.deadline.events import (
    read_end,
    read_event,
    read_lasting,
    read_offset,
    read_words,
)
from customs_coop.deadline.kinds import By, Deadline, During, Recurring, Relative
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.ranges import read_range
from customs_coop.deadline.rhythms import kept_of, read_rhythm
from customs_coop.deadline.rounds import is_named_month, on_a_day, with_bounds
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words
from customs_coop.errors import UnknownPresidencyError
from customs_coop.presidency import Presidency

__all__ = ["Found", "read_by", "read_deadline", "read_trailing"]

Found = tuple[Deadline, int]
Rule = Callable[[Words, int, Period | None], Found | None]

_DAY = timedelta(days=1)


def _in_window(moment: Moment, window: Period | None) -> tuple[Period, str] | None:
    """Give a time its year, or a Presidency its half-year, where only one fits the window."""
    if window is None:
        return None
    if moment.grain is Grain.SEASON:
        return None  # its days are not known well enough to tell which one lies in the window
    if moment.grain is Grain.PRESIDENCY:
        try:
            return Presidency.parse(moment.name, within=window).period, "presidency-in-window"
        except UnknownPresidencyError:
            return None
    fits = []
    # A plan runs for a few years; in a longer window no year would be the only one anyway.
    for year in range(window.start.year, min(window.end.year, window.start.year + 20) + 1):
        whole = evolve(moment, year=year).whole()
        if whole is not None and whole.start >= window.start and whole.end <= window.end:
            fits.append(whole)
    return (fits[0], "year-from-window") if len(fits) == 1 else None


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
    return evolve(moment, year=period.start.year), convention


def _by(last: date, words: Words, index: int, after: int, convention: str | None) -> Found:
    end = words.language.at_the_latest.skip(words, after)
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
    by = words.language.by_or_until
    found = by.match(words, index)
    # "Target date: by end of 1998": a second such word adds nothing. Three are a list of words.
    place = by.skip(words, found[1]) if found else index
    if found is None or by.match(words, place):
        return None
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
    return _at_event(words, index, read_event(words, place) or read_end(words, place))


def _at_event(words: Words, index: int, event: tuple[str, int] | None) -> Found | None:
    """What is due with an event, or with the end of one that lasts."""
    return event and (Relative(event[0], "P0D", text=words.text(index, event[1])), event[1])


def _every_last_day(
    words: Words, index: int, place: int, *, last: bool = True, before: bool = False
) -> Found | None:
    """By the end of each year, by 31 March each year; of "mid-March" the rhythm alone is kept."""
    language = words.language
    part = language.parts.match(words, language.articles.skip(words, place))
    rhythm, convention = (read_rhythm(words, part[1]) if part else None), None
    if part is not None and part[0] != "end":
        convention = "rhythm-only"
    if rhythm is None:
        moment = read_moment(words, place)
        bare = moment is not None and moment[0].year is None
        joint = language.linking.skip(words, moment[1]) if moment and bare else 0
        rhythm, convention = (read_rhythm(words, joint) if joint else None), "rhythm-only"
        if rhythm and moment:
            day = on_a_day(rhythm[0], moment[0], last=last, before=before)
            rhythm, convention = ((day[0], rhythm[1]), day[1]) if day else (rhythm, convention)
    if rhythm is None or rhythm[0] is None:
        return None
    return Recurring(rhythm[0], words.text(index, rhythm[1]), convention), rhythm[1]


def _unsettled(
    words: Words, index: int, moment: tuple[Moment, int], offset: str | None
) -> Found | None:
    """A Presidency without a year hangs on the day when it is known; a month is not readable."""
    time, after = moment
    if time.grain is not Grain.PRESIDENCY:
        return None
    anchor = time.name
    if time.part == "end":
        offset = "P0D"  # before the end, the last day is still open
    elif time.part == "start":
        # "the beginning of" it is another day than that of the Presidency itself, its last one.
        first = next(n for n in range(index, after) if words.language.parts.match(words, n))
        anchor = words.text(first, after)
    return Relative(anchor, offset, text=words.text(index, after)), after


def _yearly(words: Words, index: int, window: Period | None) -> Found | None:
    """31 March each year, in June of every year, before 1 June each year."""
    del window  # a day of every year has none to look for
    language = words.language
    before = language.before.match(words, index)
    joint = before or language.during.match(words, index) or language.on.match(words, index)
    place = joint[1] if joint else index
    moment = read_moment(words, place)
    if moment is None or not is_named_month(words, place, moment[1]):
        return None
    return _every_last_day(words, index, place, last=False, before=before is not None)


def _before(words: Words, index: int, window: Period | None) -> Found | None:
    found = words.language.before.match(words, index)
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
    if eve := time.eve_of_season():
        return eve, "season"
    whole = time.whole()
    if time.part == "start":
        return None if whole is None else (whole.start - _DAY, None)
    stretch = time.stretch()
    return None if stretch is None else (stretch.period.start - _DAY, stretch.convention)


def _awaiting(words: Words, index: int, window: Period | None) -> Found | None:
    """Await the outcome of 2.1, after the conference: it begins with the event, without a term."""
    found = words.language.awaiting.match(words, index) or words.language.after.match(words, index)
    if found is None:
        return None
    if found[1] < len(words) and words.language.after.match(words, index):
        moment = read_moment(words, found[1])
        settled = _settled(moment[0], window) if moment else None
        over = _last_of(settled[0]) if settled else None
        if moment and settled and over and over[0] < date.max:
            text = words.text(index, moment[1])
            if settled[0].season and (whole := settled[0].whole()):
                return During(whole.start, None, text, "season"), moment[1]
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
    return whole.end, time.convention


def _counts(words: Words, index: int) -> bool:
    """Whether "once" says how often: "once only", "once in 2012"; not "once it is adopted"."""
    language = words.language
    count = language.counts.match(words, index)
    if count is None or language.articles.match(words, count[1]):
        return False
    following = words.at(count[1])
    return (
        not following.isalpha()
        or following in language.not_events
        or read_rhythm(words, count[1]) is not None
        or read_moment(words, count[1]) is not None
    )


def _since(words: Words, index: int, window: Period | None) -> Found | None:
    found = words.language.since.match(words, index)
    moment = read_moment(words, found[1] if found else index)
    if moment is None:
        return None
    onwards = words.language.onwards.match(words, moment[1])
    if found is None and onwards is None:
        return None
    after = onwards[1] if onwards else moment[1]
    if found and onwards is None:
        # "from July 2011 on": nothing that would be "on" something follows.
        on = words.language.on.skip(words, after)
        after = after if words.at(on).isalnum() else on
    settled = _settled(moment[0], window)
    stretch = settled[0].begin() if settled else None
    if settled is None or stretch is None:
        return None
    text = words.text(index, after)
    return During(stretch.period.start, None, text, settled[1] or stretch.convention), after


def _going_on(words: Words, index: int, window: Period | None) -> Found | None:
    """Ongoing from 2010, continuous until 2016, ongoing 2013-2016: the time bounds it."""
    language = words.language
    ongoing = language.ongoing.match(words, index)
    if ongoing is None:
        return None
    opened = words.at(ongoing[1]) == "("
    place = ongoing[1] + (opened or words.at(ongoing[1]) == ",")
    found = _since(words, place, window) or _range(words, place, window)
    if found is None and language.to.match(words, place):
        found = read_by(words, place, window)  # "until", not "by" and not "to"
    if found is None or not isinstance(found[0], By | During):
        return None
    after = found[1]
    if opened and words.at(after) not in {")", ""}:
        return None
    after += opened and words.at(after) == ")"
    return evolve(found[0], text=words.text(index, after)), after


def _range(words: Words, index: int, window: Period | None) -> Found | None:
    del window  # a range without a year is not read
    start = words.language.during.skip(words, index)
    found = read_range(words, index, gap=True) or read_range(words, start)
    if found is None:
        return None
    stretch, after = found
    text = words.text(index, after)
    return During(stretch.period.start, stretch.period.end, text, stretch.convention), after


def _during(words: Words, index: int, window: Period | None) -> Found | None:
    """During 1997, in June 1998, on 30 June 1998; the same without the first word."""
    opened = words.language.during.match(words, index)
    on = None if opened else words.language.on.match(words, index)
    moment = read_moment(words, (opened or on or (True, index))[1])
    if moment is None:
        return _with_event(words, index, (opened or on or (True, index))[1])
    settled = _settled(moment[0], window)
    if settled is None:
        return _unsettled(words, index, moment, "P0D")
    time, convention = settled
    stretch = time.begin() if time.convention == "about" else time.stretch()
    if stretch is None:
        return None
    after, how = moment[1], convention or stretch.convention
    alone = opened is None
    point = time.part == "end" or (alone and stretch.grain in {Grain.DAY, Grain.WEEK})
    latest = alone and words.language.at_the_latest.match(words, after)
    if how != "about" and (latest or point):
        last = time.point()
        return last and _by(last[0], words, index, after, convention or last[1])
    named = {Grain.MONTH: "bare-month", Grain.YEAR: "bare-year"}.get(stretch.grain)
    if alone and named and time.part is None and how != "about":
        return _by(stretch.period.end, words, index, after, how or named)
    text = words.text(index, after)
    return During(stretch.period.start, stretch.period.end, text, how), after


def _with_event(words: Words, index: int, place: int) -> Found | None:
    """At the next meeting, during each Presidency, during the project, at its end."""
    if end := read_end(words, place):
        return _at_event(words, index, end)
    if place == index:
        return None
    language = words.language
    rhythm = read_rhythm(words, place)
    each = rhythm is not None and language.every.match(words, place) is not None
    if rhythm and (each or (rhythm[0] is None and words.at(rhythm[1] - 1) in language.occasions)):
        kept = kept_of(words, place, rhythm)
        return Recurring(rhythm[0], words.text(index, rhythm[1]), kept), rhythm[1]
    event = read_event(words, place)
    if event is None and language.throughout.match(words, index):
        event = read_lasting(words, place)
    return _at_event(words, index, event)


def read_trailing(words: Words, index: int, window: Period | None) -> Found | None:
    """Read a time with "at the latest" after it."""
    moment = read_moment(words, index)
    if moment is None or words.language.at_the_latest.match(words, moment[1]) is None:
        return None
    return _during(words, index, window)


def _rhythm(words: Words, index: int, window: Period | None) -> Found | None:
    del window  # a rhythm has no year to look for
    found = read_rhythm(words, index)
    if found is None:
        return None
    recurrence, after = found
    rhythm = Recurring(recurrence, words.text(index, after), kept_of(words, index, found))
    return with_bounds(words, index, rhythm, after)


_RULES: Final[tuple[Rule, ...]] = (
    read_offset,
    _going_on,
    _rhythm,
    read_by,
    _yearly,
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
