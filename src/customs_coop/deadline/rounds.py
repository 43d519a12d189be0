"""Reading the days that go with a rhythm: its first and last one, and its day of the year."""

from datetime import date, timedelta
from typing import Final

from attrs import evolve

from customs_coop.dates import Period
from customs_coop.deadline.figures import DASHES
from customs_coop.deadline.kinds import By, During, Recurring
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.ranges import read_range
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words
from customs_coop.recurrence import Frequency, Recurrence

__all__ = ["is_named_month", "on_a_day", "read_bounds", "rounds_from", "with_bounds"]

_FROM_FIRST: Final = "rounds-from-first"
_BREAKS: Final = frozenset(",;(:")
_NEAR: Final = 4
_LEAP_YEAR: Final = 2000
_STRETCHES: Final = frozenset({Grain.YEAR, Grain.PART})
_DAY: Final = timedelta(days=1)


def rounds_from(deadline: By | During, recurrence: Recurrence) -> Recurring:
    """Put a time and the rhythm behind it together: "June 2013 and annually".

    Args:
        deadline: The time, by which the first round is due; a stretch holds all rounds, unless it
            is no longer than one of them.
        recurrence: The rhythm.

    Returns:
        The rounds. What has no last day gives none for the first round either: "rhythm-only".
    """
    if deadline.latest is None:
        return Recurring(recurrence, convention="rhythm-only")
    if isinstance(deadline, During):
        ends = recurrence.rounds_inside(Period(deadline.earliest, deadline.latest))
        if len(ends) > 1:
            return Recurring(
                recurrence, convention=_FROM_FIRST, first=ends[0], until=deadline.latest
            )
    return Recurring(recurrence, convention=_FROM_FIRST, first=deadline.latest)


def on_a_day(
    recurrence: Recurrence | None, moment: Moment, *, last: bool = True, before: bool = False
) -> tuple[Recurrence, str | None] | None:
    """Give the rounds of a rhythm of years their day of the year.

    Args:
        recurrence: The rhythm.
        moment: A day or a month without a year.
        last: Whether a word such as "by" makes a month its last day; else it stands alone.
        before: Whether the time itself is too late.

    Returns:
        The rhythm, and the convention that this took; None where the time is not so plain, or
        the rhythm has another unit.
    """
    plain = moment.part in {None, "end"} and moment.grain in {Grain.DAY, Grain.MONTH}
    if recurrence is None or recurrence.frequency is not Frequency.YEARLY or not plain:
        return None
    # "twice a year by 31 March" says nothing of the second time.
    if moment.year is not None or moment.convention or (recurrence.minimum or 1) > 1:
        return None
    month, day = moment.months[0], moment.day
    if before and moment.part is None:
        try:
            eve = date(_LEAP_YEAR, month, day or 1) - _DAY
        except ValueError:
            return None
        # The day before 1 March is the last one of February, whatever the year.
        whole = (eve + _DAY).day == 1
        return evolve(recurrence, month=eve.month, day=None if whole else eve.day), None
    try:
        date(_LEAP_YEAR, month, day or 1)
    except ValueError:
        return None
    how = None
    if day is None and moment.part is None:
        how = "by-month" if last else "bare-month"
    return evolve(recurrence, month=month, day=day), how


def is_named_month(words: Words, first: int, after: int) -> bool:
    """Whether a month stands in a stretch of words, and not the verb "may"."""
    language = words.language
    return any(
        words.at(place) in language.months
        and (words.capital(place) or not language.months_have_capitals)
        for place in range(first, after)
    )


def read_bounds(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """Read the time behind a rhythm that bounds it, or gives it its day.

    "Monthly until June 2014", "annually 2013-2016", "every year by 31 March".

    Args:
        words: The text.
        rhythm: The rhythm.
        index: The place after it.

    Returns:
        The rhythm with the time, and the place after that; None where no such time follows.
    """
    if rhythm.recurrence is None or rhythm.first or rhythm.until:
        return None
    if rhythm.convention not in {None, "biannual"}:
        return None
    opened = words.at(index) == "("
    place = index + (words.at(index) in _BREAKS)
    found = _last(words, rhythm, place) or _day_of_year(words, rhythm, place)
    found = found or _inside(words, rhythm, place) or _starting(words, rhythm, place)
    if found is not None and found[0].first is None and found[0].until is None:
        further = found[1] + (words.at(found[1]) in _BREAKS)
        found = _starting(words, found[0], further) or found
    if found is None or not opened:
        return found
    if words.at(found[1]) not in {")", ""}:
        return None
    return found[0], found[1] + (words.at(found[1]) == ")")


def with_bounds(words: Words, first: int, rhythm: Recurring, after: int) -> tuple[Recurring, int]:
    """The rhythm with the time behind it, where no noun follows to which the time belongs.

    Args:
        words: The text.
        first: The place of the first word of the rhythm.
        rhythm: The rhythm.
        after: The place after it.

    Returns:
        The same rhythm and place where there is no such time.
    """
    bounded = read_bounds(words, rhythm, after)
    # "annually, 2004-2006 figures" names the figures
    following = words.at(bounded[1]) if bounded else ""
    if bounded is None or (following.isalpha() and following not in words.language.goes_on):
        return rhythm, after
    return evolve(bounded[0], text=words.text(first, bounded[1])), bounded[1]


def _last(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """A last day of all: "until June 2014". "By June 2014" may be the first one."""
    language = words.language
    until = language.to.match(words, index)
    if until is None or words.at(index) in DASHES or not language.by_or_until.match(words, index):
        return None
    moment = read_moment(words, until[1])
    last = moment[0].point() if moment else None
    if moment is None or last is None:
        return None
    return evolve(rhythm, until=last[0], convention=last[1] or rhythm.convention), moment[1]


def _day_of_year(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    language = words.language
    before = language.before.match(words, index)
    by = language.by.match(words, index)
    joint = before or by or language.during.match(words, index) or language.on.match(words, index)
    moment = read_moment(words, joint[1]) if joint else None
    if joint is None or moment is None or not is_named_month(words, joint[1], moment[1]):
        return None
    if _goes_on(words, moment[1]):
        return None
    found = on_a_day(rhythm.recurrence, moment[0], last=by is not None, before=before is not None)
    return found and (evolve(rhythm, recurrence=found[0], convention=found[1]), moment[1])


def _goes_on(words: Words, after: int) -> bool:
    """Whether a second month follows: "in June and December", "by 1 May, 1 July"."""
    language = words.language
    joint = language.joined.match(words, after) or language.either.match(words, after)
    if joint is None and words.at(after) not in {",", *DASHES}:
        return False
    return is_named_month(words, after + 1, min(len(words), after + 1 + _NEAR))


def _inside(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """A stretch that holds all rounds: "from January 2013 to June 2014"."""
    stretch = read_range(words, index)
    if stretch is None or rhythm.recurrence is None:
        return None
    days = stretch[0].period
    rounds = rounds_from(During(days.start, days.end), rhythm.recurrence)
    return (rounds, stretch[1]) if rounds.until else None


def _starting(words: Words, rhythm: Recurring, index: int) -> tuple[Recurring, int] | None:
    """The time with which the rounds begin: "starting in 2025".

    Of "annually from June 2013" nobody knows where the first round ends.
    """
    language, recurrence = words.language, rhythm.recurrence
    starting = language.starting.match(words, index)
    moment = read_moment(words, starting[1]) if starting else None
    whole = moment[0].whole() if moment else None
    if moment is None or whole is None or recurrence is None:
        return None
    if moment[0].part is not None or moment[0].grain not in _STRETCHES:
        return None
    days = recurrence.last_days(within=whole)
    # Every two years has no rounds in the calendar; that year is the first one.
    years = recurrence.frequency is Frequency.YEARLY and recurrence.month is None
    if not days and not (years and moment[0].grain is Grain.YEAR):
        return None
    rounds = evolve(rhythm, first=days[0] if days else whole.end, convention=_FROM_FIRST)
    after = language.onwards.skip(words, moment[1])
    last = _last(words, rhythm, after + (words.at(after) in _BREAKS))
    if last is None or last[0].until is None or last[0].until < (rounds.first or whole.end):
        return rounds, after
    return evolve(rounds, until=last[0].until), last[1]
