"""What ends with its action though nobody has said that it is done."""

from collections.abc import Iterator, Sequence
from types import UnionType

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, Status
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    SplitInto,
)

__all__ = ["about_endings"]


def about_endings(
    plan: ActionPlan,
    decided: Decided,
    *,
    addresses: Sequence[ActionRef],
    is_revision: bool = False,
) -> Iterator[Diagnostic]:
    """Tell which indicators end as completed with their action, and what was closed before.

    Args:
        plan: The old plan.
        decided: What was decided.
        addresses: The addresses of its actions.
        is_revision: The plan stays the same one, and so does a closed row that is carried.

    Yields:
        One finding for each action that has such indicators; and others for what is closed
        already, and is decided otherwise.
    """
    for position, action in enumerate(plan.actions):
        settled = decided.settlement(position).indicators
        if settled or action.status.closed:
            goes_on = SplitInto if is_revision else Carry | SplitInto
            yield from _about_closed(plan, position, decided, str(addresses[position]), goes_on)
        if action.indicators:
            yield from _about_open_indicators(plan, position, decided, addresses[position])


def _about_open_indicators(
    plan: ActionPlan, position: int, decided: Decided, address: ActionRef
) -> Iterator[Diagnostic]:
    """Tell which indicators of one action end as completed with it, though they are open."""
    action = plan.actions[position]
    fate = _fate(action, decided.dispositions[position])
    if not fate:
        return
    settled = decided.settlement(position).indicators
    still_open = [
        str(place + 1)
        for place, one in enumerate(action.indicators)
        if not one.status.closed and place not in settled
    ]
    if still_open:
        many = len(still_open) > 1
        names = f"indicator{'s' * many} {', '.join(still_open)} {'are' if many else 'is'} open"
        yield diagnose("CC624", f"{names}, and {fate}", subject=str(address))


def _about_closed(
    plan: ActionPlan,
    position: int,
    decided: Decided,
    subject: str,
    goes_on: type[Disposition] | UnionType,
) -> Iterator[Diagnostic]:
    """Tell of an action that is closed and goes on, and of what is done and is given up."""
    action = plan.actions[position]
    disposition = decided.dispositions[position]
    if action.status.closed and isinstance(disposition, goes_on):
        message = f"the action is {action.status.value}, and it is {disposition.word}"
        yield diagnose("CC632", message, subject=subject)
    elif action.status is Status.COMPLETED and isinstance(disposition, Defer | Drop):
        message = f"the action is completed, and it is {disposition.word}"
        yield diagnose("CC632", message, subject=subject)
    for place, end in decided.settlement(position).indicators.items():
        status = action.indicators[place].status
        if status is Status.COMPLETED and not isinstance(end, Complete):
            message = f"indicator {place + 1} is {status.value}, and it is {end.word}"
            yield diagnose("CC632", message, subject=subject)


def _fate(action: Action, disposition: Disposition) -> str:
    """How an action ends its open indicators as done; empty where it does not."""
    if isinstance(disposition, Complete):
        return "the action is completed"
    if isinstance(disposition, MergeInto) and action.status is Status.COMPLETED:
        return f"the action is completed and goes into {disposition.code}"
    return ""
