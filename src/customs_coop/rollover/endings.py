"""What ends with its action though nobody has said that it is done."""

from collections.abc import Iterator

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, Status
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import Complete, Disposition, MergeInto

__all__ = ["about_endings"]


def about_endings(plan: ActionPlan, decided: Decided) -> Iterator[Diagnostic]:
    """Tell which indicators are open and end as completed, because their action does.

    Args:
        plan: The old plan.
        decided: What was decided.

    Yields:
        One finding for each action that has such indicators.
    """
    for position, action in enumerate(plan.actions):
        fate = _fate(action, decided.dispositions[position])
        if not fate or not action.indicators:
            continue
        settled = decided.settlement(position).indicators
        still_open = [
            str(place + 1)
            for place, one in enumerate(action.indicators)
            if not one.status.closed and place not in settled
        ]
        if still_open:
            many = len(still_open) > 1
            names = f"indicator{'s' * many} {', '.join(still_open)} {'are' if many else 'is'} open"
            yield diagnose("CC624", f"{names}, and {fate}", subject=str(plan.ref(action)))


def _fate(action: Action, disposition: Disposition) -> str:
    """How an action ends its open indicators as done; empty where it does not."""
    if isinstance(disposition, Complete):
        return "the action is completed"
    if isinstance(disposition, MergeInto) and action.status is Status.COMPLETED:
        return f"the action is completed and goes into {disposition.code}"
    return ""
