"""What has moved between two schedules: a plan before and after, or two assumptions about it."""

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.graph.nodes import label_of
from customs_coop.graph.scheduling.intervals import told
from customs_coop.graph.scheduling.slots import Schedule, Slot
from customs_coop.model import ActionRef

__all__ = ["Move", "compare_schedules"]


@attrs.frozen(kw_only=True)
class Move:
    """What two schedules say differently of one action.

    Args:
        action: The action.
        old: Its slot in the older schedule, or None where that has none for it.
        new: Its slot in the newer one, or None.

    Raises:
        InvalidValueError: Neither schedule has a slot.
    """

    action: ActionRef
    old: Slot | None
    new: Slot | None

    def __attrs_post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise InvalidValueError(f"nothing can have moved where {self.action} has no time")

    def __str__(self) -> str:
        name = label_of(self.action)
        if self.old is None:
            return f"now has a time: {self.new}"
        if self.new is None:
            return f"no longer has a time: {self.old}"
        old, new = self.old, self.new
        pairs = (
            ("earliest finish", told(old.earliest_finish), told(new.earliest_finish)),
            ("latest finish", told(old.latest_finish), told(new.latest_finish)),
            ("slack", str(old.slack), str(new.slack)),
            ("free", str(old.free), str(new.free)),
            ("critical", old.critical, new.critical),
            ("notes", "; ".join(old.notes) or "none", "; ".join(new.notes) or "none"),
        )
        changes = [f"{what} {before} -> {now}" for what, before, now in pairs if before != now]
        return f"{name}: {', '.join(changes)}"


def compare_schedules(old: Schedule, new: Schedule) -> tuple[Move, ...]:
    """Tell which actions two schedules put differently in time.

    Values do not change, so a schedule that is kept is a baseline, and any number of them can be
    compared: those of two versions of a plan, or of one plan with other durations. Actions are
    compared by plan and code; why a date is what it is does not count.

    Args:
        old: A schedule.
        new: Another one.

    Returns:
        A move for each action that differs: first those of the newer schedule in its order, then
        those that only the older one has.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> from customs_coop.graph import schedule
        >>> from customs_coop.model import Action, ActionPlan
        >>> def put(words):
        ...     action = Action(code="1", title="", deadlines=[parse_deadline(words)])
        ...     return schedule(ActionPlan(id="P", title="", actions=[action]))
        >>> for move in compare_schedules(put("by 30.6.2005"), put("by 31.12.2005")):
        ...     print(move)
        P/1: latest finish 2005-06-30 -> 2005-12-31
    """
    before = {slot.action: slot for slot in old}
    moves = []
    for slot in new:
        earlier = before.pop(slot.action, None)
        if earlier != slot:
            moves.append(Move(action=slot.action, old=earlier, new=slot))
    moves += [Move(action=action, old=slot, new=None) for action, slot in before.items()]
    return tuple(moves)
