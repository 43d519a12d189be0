"""What is new in a row of a revised plan: it takes the place of nothing that is gone."""

from collections.abc import Sequence
from itertools import count

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, DeadlineRef, IndicatorRef
from customs_coop.model.descent import deadline_places

__all__ = ["OldPlaces", "with_new_places"]


@attrs.frozen
class OldPlaces:
    """Where the items of a plan say that they first stood, in whatever row they stand now.

    Args:
        indicators: The places of indicators.
        deadlines: Those of deadlines.
    """

    indicators: frozenset[IndicatorRef]
    deadlines: frozenset[DeadlineRef]

    @classmethod
    def of(cls, plan: ActionPlan) -> "OldPlaces":
        """The places that a plan tells.

        Args:
            plan: The plan before its revision.
        """
        indicators = [one for action in plan for one in action.indicators]
        told = [one.deadline_origins for one in plan.actions]
        told += [one.deadline_origins for one in indicators]
        return cls(
            indicators=frozenset(one.origin for one in indicators if one.origin is not None),
            deadlines=frozenset(place for places in told for place in places if place is not None),
        )


def with_new_places(
    part: Action,
    old: Action,
    parts: Sequence[Action],
    here: ActionRef,
    known: OldPlaces,
) -> Action:
    """The first part of a split row, in which new items first stand where nothing has stood.

    The row keeps its address, so that the number of what is gone would be free again; but what
    is gone is still known by it to whoever has an older calendar.

    Args:
        part: The first part, as somebody wrote it.
        old: The row before, with items that know where they first stood.
        parts: All parts, this one included.
        here: The address of the row.
        known: What the plan before tells of the places of all its items.
    """
    olds = {one.origin: one for one in old.indicators}
    going_on = {one.origin for each in parts for one in each.indicators}
    before = known.indicators.union(one for one in olds if one is not None)
    here_before = [one.number for one in before if one.action == here]
    numbers = count(max(len(part.indicators), *here_before, 0) + 1)
    indicators = []
    for number, one in enumerate(part.indicators, 1):
        place = IndicatorRef(here, number)
        kept = one
        if one.origin is None and place in before and place not in going_on:
            kept = attrs.evolve(one, origin=IndicatorRef(here, next(numbers)))
        elif one.origin is not None and None in one.deadline_origins:
            told = deadline_places(
                one,
                one.origin,
                place,
                before=olds.get(one.origin),
                elsewhere=known.deadlines,
            )
            kept = attrs.evolve(one, deadline_origins=told)
        indicators.append(kept)
    origins = part.deadline_origins
    if None in origins:
        origins = deadline_places(
            part, old.origin or here, here, before=old, elsewhere=known.deadlines
        )
    return attrs.evolve(part, indicators=indicators, deadline_origins=origins)
