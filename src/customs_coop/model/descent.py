"""Where the indicators and the deadlines of a plan first stood."""

from collections.abc import Iterable
from itertools import chain, count

from customs_coop.model.action import Action
from customs_coop.model.identity import ActionRef, DeadlineRef, IndicatorRef
from customs_coop.model.indicator import Indicator
from customs_coop.model.plan import ActionPlan

__all__ = ["deadline_places", "first_places", "known_deadlines"]


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


def known_deadlines(
    item: Action | Indicator, first: ActionRef | IndicatorRef
) -> tuple[DeadlineRef | None, ...]:
    """Where each deadline of an action itself, or of an indicator, first stood; None if it is new.

    Where the item does not tell, its deadlines stand as they stood where it first appeared.

    Args:
        item: The action or the indicator.
        first: Where it first appeared.
    """
    known = item.deadline_origins
    count_of = len(item.deadlines)
    if not known:
        return tuple([DeadlineRef(first, number) for number in range(1, count_of + 1)])
    return (*known[:count_of], *[None] * (count_of - len(known)))


def deadline_places(
    item: Action | Indicator,
    first: ActionRef | IndicatorRef,
    here: ActionRef | IndicatorRef,
    *,
    before: Action | Indicator | None = None,
    elsewhere: Iterable[DeadlineRef] = (),
) -> tuple[DeadlineRef, ...]:
    """Where each deadline of an action itself, or of an indicator, first stood.

    One that is new first stands here; that of an indicator counts with those that it had first.
    None gets the number of another one: where that is taken, it gets the next one that is free
    behind all.

    Args:
        item: The action or the indicator.
        first: Where it first appeared.
        here: Where it stands in its plan.
        before: What the item was before it was changed: where it says that deadlines first stood
            here, no new one gets the number of one of them, though it may be gone.
        elsewhere: Where the deadlines of other items first stood, whose numbers are not free
            either.

    Example:
        >>> from customs_coop.deadline import By
        >>> here, first = ActionRef("AP2", "5.1"), ActionRef("AP1", "7.3")
        >>> action = Action(
        ...     code="5.1",
        ...     title="Train",
        ...     deadlines=[By("2008-06-30"), By("2008-12-31")],
        ...     deadline_origins=[DeadlineRef(first, 2)],
        ... )
        >>> [str(place) for place in deadline_places(action, first, here)]
        ['AP1/7.3 deadline 2', 'AP2/5.1 deadline 2']
    """
    if isinstance(first, IndicatorRef):
        here = first  # where an indicator stands now, another one may have stood
    known = known_deadlines(item, first)
    taken = {place for place in known if place is not None}
    used = 0 if before is None else _used(before, first, here)
    used = max([used, *(one.number for one in elsewhere if one.item == here)])
    found = []
    for number, place in enumerate(known, 1):
        at = place
        if at is None:
            numbers = chain([number] if number > used else [], count(max(len(known), used) + 1))
            at = next(
                one for one in (DeadlineRef(here, free) for free in numbers) if one not in taken
            )
            taken.add(at)
        found.append(at)
    return tuple(found)


def _used(
    item: Action | Indicator, first: ActionRef | IndicatorRef, here: ActionRef | IndicatorRef
) -> int:
    """The highest number that a deadline of an item has here."""
    places = known_deadlines(item, first)
    return max((one.number for one in places if one is not None and one.item == here), default=0)


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
