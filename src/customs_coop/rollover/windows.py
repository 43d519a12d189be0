"""What becomes of deadlines at a rollover. They never move unless a policy is named."""

import datetime as dt
import enum

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import By, Deadline, During, Undetermined
from customs_coop.errors import InvalidValueError, RolloverError
from customs_coop.model import Action

__all__ = ["BLANK", "CAP", "KEEP", "SHIFT", "DeadlinePolicy", "Window"]

_BEFORE = " (previously: "


class DeadlinePolicy(enum.Enum):
    """What becomes of the deadlines of actions that are carried over.

    All of them leave alone what has no last day of its own (recurring, relative, undetermined,
    "since"), and what belongs to a completed or obsolete action or indicator. A deadline that
    moves says so in its words: "by 30 June 2008 (previously: December 2006)".
    """

    KEEP = "keep"
    """They stay as they are."""
    CAP = "cap"
    """What ends after the new plan ends with it."""
    SHIFT = "shift"
    """They move by the distance from the start of the old plan to that of the new one."""
    BLANK = "blank"
    """They become undetermined: "to be determined (previously: December 2006)"."""


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

    Raises:
        RolloverError: The policy needs a period that is not there.
    """

    policy: DeadlinePolicy
    old: Period | None
    new: Period | None

    def __attrs_post_init__(self) -> None:
        if self.policy is CAP and self.new is None:
            raise RolloverError("CAP needs the period of the new plan")
        if self.policy is SHIFT and (self.old is None or self.new is None):
            raise RolloverError("SHIFT needs the periods of both plans")

    def move_action(self, action: Action) -> Action:
        """The action with its deadlines, and those of its indicators, where they belong."""
        if self.policy is KEEP or action.status.closed:
            return action
        deadlines = tuple([self.move(deadline) for deadline in action.deadlines])
        indicators = tuple(
            [
                indicator
                if indicator.status.closed or not indicator.deadlines
                else attrs.evolve(
                    indicator, deadlines=[self.move(deadline) for deadline in indicator.deadlines]
                )
                for indicator in action.indicators
            ]
        )
        if deadlines == action.deadlines and indicators == action.indicators:
            return action
        return attrs.evolve(action, deadlines=deadlines, indicators=indicators)

    def move(self, deadline: Deadline) -> Deadline:
        """One deadline where it belongs; the same one where the policy does not touch it."""
        if not isinstance(deadline, By | During) or deadline.latest is None:
            return deadline
        if self.policy is CAP:
            return self._capped(deadline, deadline.latest)
        if self.policy is SHIFT:
            return self._shifted(deadline, deadline.latest)
        if self.policy is BLANK:
            return _told(Undetermined(), deadline)
        return deadline

    def _capped(self, deadline: By | During, latest: dt.date) -> Deadline:
        if self.new is None or latest <= self.new.end:
            return deadline
        if isinstance(deadline, By):
            return _told(By(self.new.end), deadline)
        if deadline.earliest > self.new.end:
            return deadline  # it cannot begin in the new plan; that is reported, not mended
        return _told(During(deadline.earliest, self.new.end), deadline)

    def _shifted(self, deadline: By | During, latest: dt.date) -> Deadline:
        if self.old is None or self.new is None or self.old.start == self.new.start:
            return deadline
        try:
            end = _shift(latest, self.old.start, self.new.start)
            if isinstance(deadline, By):
                return _told(By(end), deadline)
            start = _shift(deadline.earliest, self.old.start, self.new.start)
            return _told(During(start, end), deadline)
        except (OverflowError, ValueError):
            raise RolloverError(f'"{deadline.text}" would leave the calendar') from None


def _told(moved: By | During | Undetermined, old: By | During) -> Deadline:
    """The moved deadline, with the words that were printed first."""
    text = old.text
    at = text.find(_BEFORE)
    if at >= 0 and text.endswith(")"):
        # Moved before: what was printed at the very first stays, not a nest of brackets.
        text = text[at + len(_BEFORE) : -1]
    return attrs.evolve(moved, text=f"{moved.text}{_BEFORE}{text})")


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
