"""Deadlines of a plan whose window stays."""

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.errors import RolloverError
from customs_coop.rollover.windows import CAP, KEEP, DeadlinePolicy, Window

__all__ = ["window_of"]


@attrs.frozen(kw_only=True)
class _SameWindow(Window):
    """A policy inside one plan."""

    def move(self, deadline: Deadline) -> Deadline:
        """One deadline where it belongs.

        A rhythm without an end is a duty that runs on, not work that is to be done within the
        plan; and rounds before the plan belong to it, as it does not begin anew.
        """
        if not isinstance(deadline, Recurring) or self.new is None:
            return Window.move(self, deadline)
        first, until = deadline.first, deadline.until
        if until is None or until <= self.new.end:
            return deadline
        start = self.new.start if first is None else min(first, self.new.start)
        period = Period(start, self.new.end)
        return Window(policy=self.policy, old=self.old, new=period).move(deadline)


def window_of(deadlines: DeadlinePolicy, period: Period | None, plan: str) -> Window:
    """What becomes of deadlines.

    Args:
        deadlines: The choice.
        period: The period of the plan, or None.
        plan: The id of the plan, for the message.

    Raises:
        RolloverError: The plan has no period to cap deadlines at, or they would move with a
            window that stays.
        TypeError: It is no policy for deadlines.
    """
    if not isinstance(deadlines, DeadlinePolicy):
        raise TypeError(f"deadlines takes KEEP or CAP, not {deadlines!r:.80}")
    if deadlines not in (KEEP, CAP):
        name = deadlines.name
        raise RolloverError(f"a revision does not move its window, so no {name}: use KEEP or CAP")
    if deadlines is CAP and period is None:
        raise RolloverError(f"CAP needs the period of {plan}")
    return _SameWindow(policy=deadlines, old=period, new=period)
