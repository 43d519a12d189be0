"""A copy of an action for the next plan, without checking again what was checked before."""

from typing import Any

from customs_coop.model import Action, ActionRef, Appearance, Code, Link

__all__ = ["moved_to"]


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
    # Any: for type checkers the fields are read-only, as in every action.
    copy: Any = object.__new__(_Open)
    copy.code = code
    copy.title = action.title
    copy.aliases = ()
    copy.origin = origin
    copy.earlier = earlier
    copy.work_area = work_area
    copy.objectives = action.objectives
    copy.priority = action.priority
    copy.status = action.status
    copy.status_text = action.status_text
    copy.indicators = action.indicators
    copy.outcomes = action.outcomes
    copy.involved = action.involved
    copy.terms_of_reference = action.terms_of_reference
    copy.deadlines = action.deadlines
    copy.references = action.references
    copy.links = links
    copy.funding = action.funding
    copy.notes = notes
    copy.extra = action.extra
    copy.span = None
    copy.__class__ = Action
    moved: Action = copy
    return moved
