"""How many plans lie between the one in which a thing first stood and one that has it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from customs_coop.model import ActionPlan, ActionRef, Indicator, LinkKind, PlanRef
from customs_coop.model.action import Action

__all__ = ["Generations"]

_MOST_FIGURES: Final = 4  # as of a year; longer ones are days or numbers of papers
_CAME_FROM: Final = (LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM)


class Generations:
    """The order of plans, as they and their actions tell it.

    An action knows the plans in which it stood, but what was merged into a younger one, or went to
    a new part of a split, stood in more of them. So the longest way counts that any plan, action,
    indicator, deadline or link tells of.

    Args:
        plans: All plans that are known.

    Example:
        >>> first = ActionPlan(id="Old", title="")
        >>> second = ActionPlan(id="Middle", title="", previous=["Old"])
        >>> third = ActionPlan(id="New", title="", previous=["Middle"])
        >>> Generations([first, second, third]).between("Old", "New")
        2
        >>> Generations([third]).between("AP1", "AP4")
        3
    """

    def __init__(self, plans: Iterable[ActionPlan]) -> None:
        after: dict[str, dict[str, None]] = {}
        for plan in plans:
            for before, then in _steps(plan):
                after.setdefault(before, {})[then] = None
        self._after = after
        self._order = _in_order(after)
        self._known: dict[str, dict[str, int]] = {}

    def between(self, first: str, plan: str) -> int:
        """How many steps lead from one plan to another one.

        Numbers at the end of both ids count, where all else in them is the same: a plan that is
        looked at alone does not name all those before it.

        Args:
            first: The id of the plan in which something first stood.
            plan: The id of the one in which it stands.

        Returns:
            0 for the same plan, else at least 1.
        """
        if first == plan:
            return 0
        # By the last plan, because there are few of them, while any action may name a first one.
        if plan not in self._known:
            self._known[plan] = self._ways(plan)
        return max(self._known[plan].get(first, 0), _step(first, plan))

    def _ways(self, last: str) -> dict[str, int]:
        """The longest way to one plan from each that leads to it."""
        longest = {last: 0}
        for plan in reversed(self._order):
            ways = [
                longest[then] + _step(plan, then)
                for then in self._after.get(plan, ())
                if then in longest
            ]
            if ways and plan != last:
                longest[plan] = max(ways)
        return longest


def _step(before: str, then: str) -> int:
    """How far one plan is from another one: the difference of their numbers, or 1."""
    head = before.rstrip("0123456789")
    if head != then.rstrip("0123456789"):
        return 1
    figures = before[len(head) :], then[len(head) :]
    if not all(0 < len(figure) <= _MOST_FIGURES for figure in figures):
        return 1
    return max(int(figures[1]) - int(figures[0]), 1)


def _steps(plan: ActionPlan) -> Iterator[tuple[str, str]]:
    for chain in _chains(plan):
        for before, then in pairwise(chain):
            if before != then:
                yield before, then


def _chains(plan: ActionPlan) -> Iterator[list[str]]:
    """Ids of plans that follow each other, of which this one is the last."""
    here = plan.id
    for former in plan.previous:
        yield [former, here]
    for action in plan:
        former_ids = [one.action.plan for one in action.earlier]
        if action.origin is not None and action.origin.plan not in former_ids:
            former_ids.insert(0, action.origin.plan)
        yield [*former_ids, here]
        for link in action.links:
            if link.kind in _CAME_FROM and isinstance(link.target, ActionRef | PlanRef):
                yield [link.target.plan, here]
        items: list[Action | Indicator] = [action, *action.indicators]
        for item in items:
            places = [one.item for one in item.deadline_origins if one is not None]
            if isinstance(item, Indicator) and item.origin is not None:
                places.append(item.origin)
            for place in places:
                yield [place.plan if isinstance(place, ActionRef) else place.action.plan, here]


def _in_order(after: dict[str, dict[str, None]]) -> tuple[str, ...]:
    """Plans behind all that lead to them, without those that a circle leads to."""
    waiting: dict[str, int] = dict.fromkeys(after, 0)
    for following in after.values():
        for then in following:
            waiting[then] = waiting.get(then, 0) + 1
    found = [plan for plan, count in waiting.items() if not count]
    for plan in found:  # grows while it is read
        for then in after.get(plan, ()):
            waiting[then] -= 1
            if not waiting[then]:
                found.append(then)
    return tuple(found)
