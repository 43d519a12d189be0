"""The decisions of a revision: those of the policy, and those on whole work areas."""

from collections.abc import Callable, Iterable, Mapping

from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan
from customs_coop.rollover.dispositions import Carry, Disposition, Drop, MergeInto, SplitInto
from customs_coop.rollover.policies import Policy
from customs_coop.rollover.settling import folded

__all__ = ["decided_by_area", "dropped_areas", "goes_with_area", "reason_of_area"]


def dropped_areas(plan: ActionPlan, areas: Mapping[str, str]) -> dict[str, str]:
    """The reasons by the codes of the work areas, in the order of the plan.

    Args:
        plan: The plan before its revision.
        areas: Reasons by the code or the title of a work area.

    Raises:
        RolloverError: The plan has no such work area, or a reason is blank; all are listed.
    """
    faults = []
    codes = _codes(plan)
    found: dict[str, str] = {}
    for name, reason in areas.items():
        words = str(name)
        code = words.strip() if words.strip() in codes else _codes_by_title(plan).get(folded(words))
        if code is None:
            listed = ", ".join(codes) or "none"
            faults.append(f"{plan.id} has no work area {words!r:.80}; it has {listed}")
        elif not isinstance(reason, str) or not reason.strip():
            faults.append(f"work area {code} is deleted without a reason")
        elif code in found:
            faults.append(f"work area {code} is deleted twice")
        else:
            found[code] = reason.strip()
    if faults:
        raise RolloverError(
            "\n  ".join([f"the work areas to delete do not fit {plan.id}", *faults])
        )
    return {code: found[code] for code in codes if code in found}


def _codes(plan: ActionPlan) -> tuple[str, ...]:
    headed = [area.code.text for area in plan.work_areas]
    used = [action.work_area.text for action in plan.actions if action.work_area is not None]
    return tuple(dict.fromkeys([*headed, *used]))


def _codes_by_title(plan: ActionPlan) -> dict[str, str]:
    """The codes of work areas by their titles, in small letters; only where a title is alone."""
    found: dict[str, list[str]] = {}
    for area in plan.work_areas:
        found.setdefault(folded(area.title), []).append(area.code.text)
    return {title: codes[0] for title, codes in found.items() if title and len(codes) == 1}


def decided_by_area(decide: Policy, areas: Mapping[str, str]) -> Callable[[Action], object]:
    """The policy, with everything in a deleted work area dropped that goes nowhere else.

    What is completed or deferred is still said to be so, and what is merged into a row of
    another work area goes there. The parts of a split would have no work area.
    """

    def decide_with_areas(action: Action) -> object:
        decided: object = decide(action)
        area = None if action.work_area is None else action.work_area.text
        if area is None or area not in areas:
            return decided
        if isinstance(decided, SplitInto):
            return _Impossible(f"a split in work area {area}, which is deleted,")
        if not isinstance(decided, Carry):
            return decided
        if decided.indicators or decided.milestones:
            return _Impossible(f"a settled row in work area {area}, which is deleted,")
        return Drop(reason_of_area(area, areas), decided.authority)

    return decide_with_areas if areas else decide


def reason_of_area(area: str, areas: Mapping[str, str]) -> str:
    """Why a row is dropped that goes with its work area alone."""
    return f"work area {area} is deleted: {areas[area]}"


class _Impossible:
    """Something that is no disposition, so that the account of faults names it."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


def goes_with_area(action: Action, decided: Disposition, areas: Iterable[str]) -> bool:
    """Whether a row is gone because its work area is."""
    if action.work_area is None or isinstance(decided, MergeInto):
        return False
    return action.work_area.text in areas
