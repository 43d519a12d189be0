"""Where the indicators of a plan first stood."""

from itertools import chain, count

from customs_coop.model.action import Action
from customs_coop.model.identity import ActionRef, IndicatorRef
from customs_coop.model.plan import ActionPlan

__all__ = ["first_places"]


def first_places(plan: ActionPlan) -> tuple[tuple[IndicatorRef, ...], ...]:
    """Where each indicator first stood, as far as the plan tells: by this it stays the same one.

    That is its origin. Without one, it is its place in the action where that first appeared; or
    its place in this plan, where other indicators of the action have an origin, because then a
    rollover did not know it. No two that have no origin get one place, and none gets the origin
    of another: where others were taken out before it, it gets the next number that is free.

    Args:
        plan: The plan.

    Returns:
        The places of the indicators of each action, in the order of the plan.

    Example:
        >>> from customs_coop.model import Indicator
        >>> action = Action(
        ...     code="5.1",
        ...     title="Train",
        ...     indicators=[
        ...         Indicator(text="Guide", origin=IndicatorRef.parse("AP1/2.3 indicator 2")),
        ...         Indicator(text="Course"),
        ...     ],
        ... )
        >>> found = first_places(ActionPlan(id="AP2", title="", actions=[action]))
        >>> [str(place) for place in found[0]]
        ['AP1/2.3 indicator 2', 'AP2/5.1 indicator 2']
    """
    taken = {
        one.origin for action in plan.actions for one in action.indicators if one.origin is not None
    }
    return tuple(
        [
            _places(action, plan.ref(action), taken) if action.indicators else ()
            for action in plan.actions
        ]
    )


def _places(action: Action, here: ActionRef, taken: set[IndicatorRef]) -> tuple[IndicatorRef, ...]:
    is_known = any(one.origin is not None for one in action.indicators)
    first = here if is_known or action.origin is None else action.origin
    found = []
    for number, indicator in enumerate(action.indicators, 1):
        place = indicator.origin
        if place is None:
            place = IndicatorRef(first, number)
            if place in taken:
                place = _free(number, len(action.indicators), here, taken)
            taken.add(place)
        found.append(place)
    return tuple(found)


def _free(number: int, last: int, here: ActionRef, taken: set[IndicatorRef]) -> IndicatorRef:
    """The place of an indicator in this plan; where that is another one's, the next behind all."""
    places = (IndicatorRef(here, one) for one in chain([number], count(last + 1)))
    return next(place for place in places if place not in taken)
