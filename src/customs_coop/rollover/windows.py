"""What becomes of deadlines at a rollover. They never move unless a policy is named."""

import datetime as dt
import enum
import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import By, Deadline, During, Recurring, Undetermined
from customs_coop.deadline.languages import told
from customs_coop.deadline.words import Words
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.errors import InvalidValueError, RolloverError
from customs_coop.model import Action

__all__ = [
    "BLANK",
    "CAP",
    "KEEP",
    "SHIFT",
    "DeadlinePolicy",
    "Window",
    "about_unread",
    "told_before",
]

_BEFORE: Final = " (previously: "
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class DeadlinePolicy(enum.Enum):
    """What becomes of the deadlines of actions that are carried over.

    All of them leave alone what has no day of its own (relative, undetermined, "since"), what
    belongs to a completed or obsolete action or indicator, and what recurs in words that say
    more than was read ("monthly from 2030"), which is told. A deadline that moves says so
    in its words: "by 30 June 2008 (previously: December 2006)".
    """

    KEEP = "keep"
    """They stay as they are."""
    CAP = "cap"
    """What ends after the new plan ends with it; what recurs is cut to the new plan."""
    SHIFT = "shift"
    """They move by the distance from the start of the old plan to that of the new one.

    Of what recurs, the first and the last day move; a rhythm alone has nothing to move.
    """
    BLANK = "blank"
    """They become undetermined: "to be determined (previously: December 2006)".

    What recurs keeps its rhythm, without its first and its last day.
    """


KEEP = DeadlinePolicy.KEEP
CAP = DeadlinePolicy.CAP
SHIFT = DeadlinePolicy.SHIFT
BLANK = DeadlinePolicy.BLANK


@attrs.frozen(kw_only=True)
class Window:
    """One policy between two periods.

    Args:
        policy: The choice.
        old: The period of the old plan, or None.
        new: The period of the new plan, or None.
        fixed: The new times that were set for single items, which no policy moves, by their
            `id`: another deadline may have the same words.

    Raises:
        RolloverError: The policy needs a period that is not there.
    """

    policy: DeadlinePolicy
    old: Period | None
    new: Period | None
    fixed: Mapping[int, Deadline] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if self.policy is CAP and self.new is None:
            raise RolloverError("CAP needs the period of the new plan")
        if self.policy is SHIFT and (self.old is None or self.new is None):
            raise RolloverError("SHIFT needs the periods of both plans")

    def move_action(self, action: Action) -> Action:
        """The action with its deadlines, and those of its indicators, where they belong."""
        if self.policy is KEEP or action.status.closed:
            return action
        deadlines = self.move_all(action.deadlines)
        indicators = tuple(
            [
                indicator
                if indicator.status.closed or not indicator.deadlines
                else attrs.evolve(indicator, deadlines=self.move_all(indicator.deadlines))
                for indicator in action.indicators
            ]
        )
        if deadlines == action.deadlines and indicators == action.indicators:
            return action
        return attrs.evolve(action, deadlines=deadlines, indicators=indicators)

    def move_all(self, deadlines: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
        """Several deadlines where they belong, in their order."""
        if self.policy is KEEP or not deadlines:
            return deadlines
        fixed = self.fixed
        return tuple([one if id(one) in fixed else self.move(one) for one in deadlines])

    def move(self, deadline: Deadline) -> Deadline:
        """One deadline where it belongs; the same one where the policy does not touch it."""
        if isinstance(deadline, Recurring):
            return self._recurring(deadline)
        if not isinstance(deadline, By | During) or deadline.latest is None:
            return deadline
        if self.policy is CAP:
            return self._capped(deadline, deadline.latest)
        if self.policy is SHIFT:
            return self._shifted(deadline, deadline.latest)
        if self.policy is BLANK:
            return told_before(Undetermined(), deadline)
        return deadline

    def _capped(self, deadline: By | During, latest: dt.date) -> Deadline:
        if self.new is None or latest <= self.new.end:
            return deadline
        if isinstance(deadline, By):
            return told_before(By(self.new.end), deadline)
        if deadline.earliest > self.new.end:
            return deadline  # it cannot begin in the new plan; that is reported, not mended
        return told_before(During(deadline.earliest, self.new.end), deadline)

    def _recurring(self, deadline: Recurring) -> Deadline:
        """What recurs: cut, shifted as a whole, or left with its rhythm alone."""
        first, until = deadline.first, deadline.until
        if self.policy is KEEP or _says_more(deadline):
            return deadline
        if self.policy is CAP and self.new is not None:
            return self._cut(deadline, self.new)
        if first is None and until is None:
            return deadline
        if self.policy is SHIFT:
            return self._shifted_rounds(deadline)
        if deadline.recurrence is None:
            return told_before(Undetermined(), deadline)
        return told_before(Recurring(deadline.recurrence, convention=deadline.convention), deadline)

    def _cut(self, deadline: Recurring, window: Period) -> Deadline:
        """The rounds that are due within the new plan."""
        first, until = deadline.first, deadline.until
        if first is not None and first > window.end:
            return deadline  # it cannot begin in the new plan; that is reported, not mended
        if until is not None and until < window.start:
            return deadline  # it is over; that is reported as well
        if deadline.recurrence is None and until is None:
            return deadline  # "ongoing" has no rounds that could be cut
        end = window.end if until is None else min(until, window.end)
        if first is not None and first < window.start:
            due = deadline.last_days(within=Period(window.start, end))
            first = due[0] if due else first
        if (first, end) == (deadline.first, until):
            return deadline
        moved = Recurring(
            deadline.recurrence, first=first, until=end, convention=deadline.convention
        )
        return told_before(moved, deadline)

    def _shifted_rounds(self, deadline: Recurring) -> Deadline:
        if self.old is None or self.new is None or self.old.start == self.new.start:
            return deadline
        old, new = self.old.start, self.new.start
        try:
            first = None if deadline.first is None else _shift(deadline.first, old, new)
            until = None if deadline.until is None else _shift(deadline.until, old, new)
        except (OverflowError, ValueError):
            raise RolloverError(f'"{deadline.text}" would leave the calendar') from None
        moved = Recurring(
            deadline.recurrence, first=first, until=until, convention=deadline.convention
        )
        return told_before(moved, deadline)

    def _shifted(self, deadline: By | During, latest: dt.date) -> Deadline:
        if self.old is None or self.new is None or self.old.start == self.new.start:
            return deadline
        try:
            end = _shift(latest, self.old.start, self.new.start)
            if isinstance(deadline, By):
                return told_before(By(end), deadline)
            start = _shift(deadline.earliest, self.old.start, self.new.start)
            return told_before(During(start, end), deadline)
        except (OverflowError, ValueError):
            raise RolloverError(f'"{deadline.text}" would leave the calendar') from None


def told_before(moved: Deadline, old: Deadline) -> Deadline:
    """The moved deadline, with the words that were printed first."""
    first = _printed_first(old)
    text = old.text if first is None else first  # no nest of brackets
    return attrs.evolve(moved, text=f"{moved.text}{_BEFORE}{text})")


def _printed_first(deadline: Deadline) -> str | None:
    """The words that were printed before a policy moved it; None where none has.

    Only what a policy itself wrote is taken apart. Others print such remarks as well: "June 2005
    (previously: May 2004)".
    """
    text = deadline.text
    if _BEFORE not in text or not text.endswith(")"):
        return None
    head = f"{_own_words(deadline)}{_BEFORE}"
    first = text[len(head) : -1]
    return first if text.startswith(head) and _is_whole(first) else None


def _own_words(deadline: Deadline) -> str:
    """The words that a deadline has where none were printed."""
    if isinstance(deadline, By):
        return By(deadline.latest).text
    if isinstance(deadline, During):
        return During(deadline.earliest, deadline.latest).text
    if isinstance(deadline, Recurring):
        return Recurring(deadline.recurrence, first=deadline.first, until=deadline.until).text
    return Undetermined().text


def _is_whole(text: str) -> bool:
    """Whether every bracket in a text is closed in it, so that the one around it is its own."""
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


def _says_more(deadline: Recurring) -> bool:
    """Whether the words of what recurs name a time that was not read: "monthly from 2030"."""
    if deadline.first is not None:
        return False
    text = deadline.text if _printed_first(deadline) is None else _own_words(deadline)
    if deadline.convention == "rhythm-only":
        return True
    if deadline.until is None and _YEAR.search(text):
        return True
    return _names_a_start(text)


@functools.lru_cache(maxsize=1024)  # one timetable prints the same few rhythms again and again
def _names_a_start(text: str) -> bool:
    words = told(Words.of(text))
    return any(words.language.since.match(words, place) for place in range(len(words)))


def about_unread(subject: str, action: Action, window: Window) -> Iterator[Diagnostic]:
    """Tell which recurring times a policy leaves alone, because their words say more."""
    if window.policy is KEEP or action.status.closed:
        return
    deadlines = [*action.deadlines]
    for indicator in action.indicators:
        if not indicator.status.closed:
            deadlines += indicator.deadlines
    for deadline in deadlines:
        is_free = id(deadline) not in window.fixed
        if is_free and isinstance(deadline, Recurring) and _says_more(deadline):
            message = f'"{deadline.text}" was not read in full, and stays as it is'
            yield diagnose("CC626", message, subject=subject)


def _shift(day: dt.date, old: dt.date, new: dt.date) -> dt.date:
    """Move a day as far as from one start to the other: by months, where both begin alike."""
    if old.day != new.day:
        return day + (new - old)
    months = (new.year - old.year) * 12 + new.month - old.month
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise InvalidValueError(f"there is no year {year}")
    last = _last_day(year, month + 1)
    # The last day of a month stays one: the end of June moves to the end of December.
    is_last = day.day == _last_day(day.year, day.month)
    return dt.date(year, month + 1, last if is_last else min(day.day, last))


def _last_day(year: int, month: int) -> int:
    return Period.of_months(year, month).end.day
