"""Who decides what becomes of an action: any function from an action to a disposition."""

from collections.abc import Callable
from typing import Final, TypeAlias

from customs_coop.model import Action, Status
from customs_coop.rollover.dispositions import Carry, Complete, Disposition, Drop

__all__ = ["Policy", "carry_open_actions"]

Policy: TypeAlias = Callable[[Action], Disposition]
"""It is asked once for each action of the old plan, in order."""


_CARRIED: Final = Carry()


def carry_open_actions(action: Action) -> Disposition:
    """Carry over whatever is neither completed nor obsolete.

    Deferred actions are carried, because a plan that defers an action names the next plan as
    the time for it; so are those on which a decision is still due, for nobody has decided
    against them. `roll_over` reports both.

    Args:
        action: An action of the old plan.

    Returns:
        `Complete` for a completed action and `Drop` for an obsolete one, each with the words
        of its status as the reason; otherwise `Carry`.

    Example:
        >>> carry_open_actions(Action(code="8.5", title="Evaluate", status=Status.OBSOLETE))
        Drop(reason='obsolete in the old plan', authority=None)
    """
    words = action.status_text.strip()
    if action.status is Status.COMPLETED:
        return Complete(words)
    if action.status is Status.OBSOLETE:
        return Drop(words or "obsolete in the old plan")
    return _CARRIED
