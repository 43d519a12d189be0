"""The decisions on all actions, checked: whether they account for every one."""

from collections.abc import Callable, Sequence

import attrs

from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan
from customs_coop.rollover.dispositions import (
    DISPOSITIONS,
    Carry,
    Disposition,
    MergeInto,
    SplitInto,
)

__all__ = ["Decisions", "decide_all", "positions_by_code"]


@attrs.frozen(kw_only=True)
class Decisions:
    """What was decided on each action.

    Args:
        dispositions: One for each action of the old plan, in its order.
        mergers: The positions of the actions that go into another one, by that one's position.
    """

    dispositions: tuple[Disposition, ...]
    mergers: dict[int, list[int]]


def positions_by_code(plan: ActionPlan) -> dict[str, int]:
    """Where each action stands, by its code, else by an alias; of two alike, the first."""
    found: dict[str, int] = {}
    for position, action in enumerate(plan.actions):
        found.setdefault(action.code.text, position)
    for position, action in enumerate(plan.actions):
        for alias in action.aliases:
            found.setdefault(alias.text, position)
    return found


def decide_all(
    plan: ActionPlan, decide: Callable[[Action], object], positions: dict[str, int]
) -> Decisions:
    """Ask the policy about every action once, in order, and check what it says.

    Raises:
        RolloverError: The decisions do not account for every action; all faults are listed.
    """
    dispositions: list[Disposition] = []
    faults: list[str] = []
    for action in plan.actions:
        decided = decide(action)
        if isinstance(decided, DISPOSITIONS):
            dispositions.append(decided)
            if isinstance(decided, SplitInto) and not decided.parts:
                faults.append(f"{action.code} is split into no parts")
        else:
            dispositions.append(Carry())  # so that the other faults are found as well
            faults.append(f"{action.code}: {decided!r:.80} is no disposition")
    mergers: dict[int, list[int]] = {}
    for position, decided in enumerate(dispositions):
        if isinstance(decided, MergeInto):
            survivor = positions.get(decided.code.text)
            fault = _merger_fault(position, survivor, dispositions, positions)
            if fault:
                faults.append(f"{plan.actions[position].code} goes into {decided.code}, {fault}")
            elif survivor is not None:
                mergers.setdefault(survivor, []).append(position)
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise RolloverError(f"the decisions on {plan.id} do not account for every action{listed}")
    return Decisions(dispositions=tuple(dispositions), mergers=mergers)


def _merger_fault(
    position: int,
    survivor: int | None,
    dispositions: Sequence[Disposition],
    positions: dict[str, int],
) -> str:
    """Why an action cannot go into another one; empty where it can."""
    if survivor is None:
        return "which the plan does not have"
    if survivor == position:
        return "which is itself"
    decided = dispositions[survivor]
    if isinstance(decided, MergeInto):
        if positions.get(decided.code.text) == position:
            return "which goes into it in turn"
        return f"which itself goes into {decided.code}; name the last one"
    if not isinstance(decided, Carry | SplitInto):
        return f"which is {decided.word}"
    return ""
