"""Several days of every year: "on 1 June and 1 December each year" sets two deadlines."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from customs_coop.deadline.kinds import Recurring
from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.rhythms import read_rhythm
from customs_coop.deadline.rounds import on_a_day
from customs_coop.deadline.times import Grain, Moment
from customs_coop.deadline.words import Words
from customs_coop.recurrence import Recurrence

__all__ = ["read_yearly_days"]

_MOST: Final = 12
_LONGEST_JOINT: Final = 4
_OPENINGS: Final = frozenset(",(:")


@frozen
class _Day:
    """A day without a year, with the places of its first word and of the word after it."""

    moment: Moment
    first: int
    after: int
    before: bool


def read_yearly_days(words: Words, index: int) -> list[tuple[Recurring, int, int]]:
    """Read two or more days that come round each year, with the rhythm before or behind them.

    Args:
        words: The text.
        index: The place of the first word.

    Returns:
        Of each day the rounds with its own words, the place of its first word and that after its
        last one; nothing where the words are others.
    """
    rhythm = read_rhythm(words, index)
    if rhythm is not None:
        place = rhythm[1] + (words.at(rhythm[1]) in _OPENINGS)
        days = list(_days(words, place)) if _opens(words, place) else []
        end = days[-1].after if days else place
    elif _opens(words, index) or (words.number(index) and not _is_amid(words, index)):
        days = list(_days(words, index))
        joint = words.language.linking.skip(words, days[-1].after) if days else index
        rhythm = read_rhythm(words, joint) if len(days) > 1 else None
        end = rhythm[1] if rhythm else index
    else:
        return []
    if rhythm is None or len(days) < 2:
        return []
    return _rounds(words, rhythm[0], days, index, end)


def _rounds(
    words: Words, recurrence: Recurrence | None, days: list[_Day], first: int, end: int
) -> list[tuple[Recurring, int, int]]:
    """The rounds of each day; nothing where one of them cannot be that of a rhythm of years."""
    found: list[tuple[Recurring, int, int]] = []
    before = days[0].before
    for day in days:
        dated = on_a_day(recurrence, day.moment, before=before or day.before)
        if dated is None:
            return []
        start = day.first if found else first
        after = end if day is days[-1] else day.after
        text = words.text(start, after)
        found.append((Recurring(dated[0], text, dated[1]), start, after))
    return found


def _opens(words: Words, index: int) -> bool:
    language = words.language
    return any(one.match(words, index) for one in (language.on, language.by, language.before))


def _is_amid(words: Words, index: int) -> bool:
    """Whether what stands before a day belongs to it: "between", a denied "on", another day."""
    language = words.language
    joints = (language.on, language.by, language.before, language.between, language.opened)
    return (
        words.at(index - 1) == ","
        or words.at(index - 1) in language.joined.firsts
        or any(
            (found := one.match(words, index - length)) is not None and found[1] == index
            for one in joints
            for length in range(1, _LONGEST_JOINT + 1)
        )
    )


def _days(words: Words, index: int) -> Iterator[_Day]:
    """Days without a year that "and" or a comma joins: "on 1 June and on 1 December"."""
    language = words.language
    place = index
    for _ in range(_MOST):
        before = language.before.match(words, place)
        joint = before or language.by.match(words, place) or language.on.match(words, place)
        moment = read_moment(words, joint[1] if joint else place)
        if moment is None or moment[0].grain is not Grain.DAY or moment[0].year is not None:
            return
        yield _Day(moment[0], place, moment[1], before is not None)
        place = moment[1] + (words.at(moment[1]) == ",")
        further = language.joined.skip(words, place)
        if further == moment[1]:
            return
        place = further
