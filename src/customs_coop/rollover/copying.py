"""Copies of actions for the next plan, without checking again what was checked before."""

from collections.abc import Sequence
from operator import is_
from typing import Any

import attrs

from customs_coop.model import Action, ActionRef, Appearance, Code, Indicator, IndicatorRef, Link
from customs_coop.model.descent import deadline_places

__all__ = ["moved_to", "with_first_places", "with_origins"]


class _Open(Action):
    """An action on its way, whose fields can still be set.

    `attrs.evolve` runs every converter and every validator again. Even to set the fields of a
    frozen object one by one, past its guard, takes six times as long as to set these, and would
    be a sixth of the time of a rollover of many actions.
    """

    # Without slots of its own it has the layout of an action, and can become one.
    __slots__ = ()
    # Only with both of them Python sets a field without looking for a method of the class.
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class _OpenIndicator(Indicator):
    """An indicator on its way, in the same way."""

    __slots__ = ()
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


def moved_to(
    code: Code,
    action: Action,
    *,
    origin: ActionRef | None,
    earlier: tuple[Appearance, ...],
    work_area: Code | None,
    notes: tuple[str, ...],
    links: tuple[Link, ...],
) -> Action:
    """The action as it stands in another plan; all values come from actions that were checked.

    Its aliases and its span belong to the plan that it leaves.

    Args:
        code: Its code in that plan.
        action: The action; it is not changed.
        origin: Where it first appeared.
        earlier: Where it stood before.
        work_area: The code of its work area in that plan, or None.
        notes: The ids of its notes in that plan.
        links: Its links, as they are in that plan.

    Example:
        >>> old = Action(code="7.3", title="Train", aliases=["7.4"])
        >>> new = moved_to(
        ...     Code("7.2"), old, origin=None, earlier=(), work_area=None, notes=(), links=()
        ... )
        >>> new == Action(code="7.2", title="Train")
        True
    """
    new = _opened(action)
    new.code = code
    new.aliases = ()
    new.origin = origin
    new.earlier = earlier
    new.work_area = work_area
    new.links = links
    new.notes = notes
    new.span = None
    return _closed(new)


def with_origins(action: Action, places: Sequence[IndicatorRef | None]) -> Action:
    """The action with indicators that know where they first stood.

    Args:
        action: The action; it is not changed.
        places: The origin of each of its indicators, in their order.

    Example:
        >>> from customs_coop.model import Indicator
        >>> old = Action(code="7.3", title="Train", indicators=[Indicator(text="Guide")])
        >>> new = with_origins(old, [IndicatorRef.parse("AP1/7.3 indicator 1")])
        >>> str(new.indicators[0].origin), new == old
        ('AP1/7.3 indicator 1', True)
    """
    indicators = tuple(
        [
            one if one.origin is place else _placed(one, place)
            for one, place in zip(action.indicators, places, strict=True)
        ]
    )
    if all(map(is_, indicators, action.indicators)):
        return action
    new = _opened(action)
    new.indicators = indicators
    return _closed(new)


def with_first_places(action: Action, places: Sequence[IndicatorRef], here: ActionRef) -> Action:
    """The action with indicators that know where they first stood, and so with its deadlines.

    Deadlines that stand as they first stood need not say it; where some say it, all do.

    Args:
        action: The action; it is not changed.
        places: Where each of its indicators first stood, in their order.
        here: Its address.
    """
    known = with_origins(action, places)
    if not (_is_told_in_part(known) or any(map(_is_told_in_part, known.indicators))):
        return known
    origins = known.deadline_origins
    return attrs.evolve(
        known,
        indicators=[
            attrs.evolve(one, deadline_origins=deadline_places(one, place, IndicatorRef(here, at)))
            if _is_told_in_part(one)
            else one
            for at, (one, place) in enumerate(zip(known.indicators, places, strict=True), 1)
        ],
        deadline_origins=deadline_places(known, known.origin or here, here) if origins else (),
    )


def _is_told_in_part(item: Action | Indicator) -> bool:
    told = item.deadline_origins
    return bool(told) and (None in told or len(told) != len(item.deadlines))


# Any: for type checkers the fields are read-only, as in every action.
def _opened(action: Action) -> Any:  # noqa: ANN401 - see above
    """A copy whose fields can be set, until it is closed."""
    new: Any = object.__new__(_Open)
    new.code = action.code
    new.title = action.title
    new.aliases = action.aliases
    new.origin = action.origin
    new.earlier = action.earlier
    new.work_area = action.work_area
    new.objectives = action.objectives
    new.priority = action.priority
    new.status = action.status
    new.status_text = action.status_text
    new.indicators = action.indicators
    new.outcomes = action.outcomes
    new.involved = action.involved
    new.terms_of_reference = action.terms_of_reference
    new.deadlines = action.deadlines
    new.deadline_origins = action.deadline_origins
    new.references = action.references
    new.links = action.links
    new.funding = action.funding
    new.notes = action.notes
    new.extra = action.extra
    new.span = action.span
    return new


def _closed(new: Any) -> Action:  # noqa: ANN401 - see above
    new.__class__ = Action
    action: Action = new
    return action


def _placed(indicator: Indicator, origin: IndicatorRef | None) -> Indicator:
    # Any: as above.
    new: Any = object.__new__(_OpenIndicator)
    new.text = indicator.text
    new.code = indicator.code
    new.deadlines = indicator.deadlines
    new.status = indicator.status
    new.evidence = indicator.evidence
    new.measure = indicator.measure
    new.origin = origin
    new.deadline_origins = indicator.deadline_origins
    new.__class__ = Indicator
    placed: Indicator = new
    return placed
