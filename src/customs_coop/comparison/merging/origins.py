"""Where indicators and deadlines first stood, which no table holds and no author edits."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TypeVar

import attrs

from customs_coop.comparison.items import pair_items
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, IndicatorRef
from customs_coop.model.descent import deadline_places, first_places

__all__ = ["Origins"]

T = TypeVar("T", Action, Indicator)


class Origins:
    """Where the items of a plan first stood.

    Args:
        plan: The plan from which all began.
    """

    def __init__(self, plan: ActionPlan) -> None:
        self._plan = plan
        self._places: tuple[tuple[IndicatorRef, ...], ...] | None = None

    def kept(self, position: int, values: Mapping[str, object]) -> dict[str, object]:
        """New values of an action, with the origins that its items have lost.

        Items that stand as they stood need not say where that was; where others came before
        them, or were taken out, they do.

        Args:
            position: Where the action stands in the plan.
            values: Its new values, by the names of the fields; others have not changed.
        """
        found = {**values}
        action = self._plan.actions[position]
        here = self._plan.ref(action)
        indicators, deadlines = values.get("indicators"), values.get("deadlines")
        if isinstance(indicators, tuple):
            if self._places is None:
                self._places = first_places(self._plan)
            found["indicators"] = _indicators(action, indicators, self._places[position], here)
        if isinstance(deadlines, tuple):
            changed = attrs.evolve(action, deadlines=deadlines)
            first = action.origin or here
            found["deadline_origins"] = _with_deadlines(
                action, changed, first, here
            ).deadline_origins
        return found


def _indicators(
    action: Action, items: Sequence[object], places: Sequence[IndicatorRef], here: ActionRef
) -> tuple[object, ...]:
    base = action.indicators
    olds = _paired(base, items)
    between = _between(olds, len(base), len(items))
    # What has an origin has been known for long: other words at its place are another one.
    olds |= {at: was for at, was in between.items() if base[was].origin is None}
    has_moved = any(was != at for at, was in olds.items()) or any(
        at not in olds and at < len(base) and base[at].origin is None for at in range(len(items))
    )
    known = {one.origin for one in items if isinstance(one, Indicator)}
    numbers = count(max(len(base), len(items), *(p.number for p in places if p.action == here)) + 1)
    kept: list[object] = []
    for at, item in enumerate(items):
        was = olds.get(at)
        if not isinstance(item, Indicator):
            kept.append(item)
            continue
        one, origin = item, item.origin
        if was is not None:
            one = _with_deadlines(base[was], item, places[was], IndicatorRef(here, was + 1))
            place = places[was] if has_moved else base[was].origin
            origin = place if origin is None and place not in known else origin
        elif has_moved and origin is None and IndicatorRef(here, at + 1) in places:
            origin = IndicatorRef(here, next(numbers))
        kept.append(one if one.origin == origin else attrs.evolve(one, origin=origin))
    return tuple(kept)


def _with_deadlines(
    old: T, new: T, first: ActionRef | IndicatorRef, here: ActionRef | IndicatorRef
) -> T:
    """An item with deadlines that are those of the base, as far as they are alike."""
    before, after = old.deadlines, new.deadlines
    olds = _paired(before, after)
    olds |= _between(olds, len(before), len(after))
    if not old.deadline_origins and all(olds.get(at) == at for at in range(len(before))):
        return attrs.evolve(new, deadline_origins=()) if new.deadline_origins else new
    places = deadline_places(old, first, here)
    told = [places[olds[at]] if at in olds else None for at in range(len(after))]
    changed = attrs.evolve(new, deadline_origins=told)
    if None in told:
        found = deadline_places(changed, first, here, before=old)
        changed = attrs.evolve(changed, deadline_origins=found)
    return changed


def _paired(base: Sequence[object], items: Sequence[object]) -> dict[int, int]:
    """The positions of what both sides have, by those of the new side."""
    found = ((pair.place, pair.was) for pair in pair_items(base, items))
    return {at: was for at, was in found if at is not None and was is not None}


def _between(olds: Mapping[int, int], before: int, after: int) -> dict[int, int]:
    """What has other words between the same neighbours, one by one, in the same way."""
    free = sorted({*range(before)}.difference(olds.values()))
    ends = [before] * after
    for at in reversed(range(after - 1)):
        ends[at] = olds.get(at + 1, ends[at + 1])
    found: dict[int, int] = {}
    start = -1
    for at in range(after):
        if at in olds:
            start = olds[at]
            continue
        nearest = bisect_right(free, start)
        if nearest < len(free) and free[nearest] < ends[at]:
            start = found[at] = free[nearest]
    return found
