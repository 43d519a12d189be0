"""The kinds of change, each a value; `before` is an address in the old plan, `after` in the new.

An address alone does not say which action is meant where a code stands twice, so each change
says its position, too. Positions count from 0, like the indexes of `ActionPlan.actions`.
"""

import enum
from typing import TypeAlias

import attrs

from customs_coop.model import Action, ActionRef, PlanRef

__all__ = [
    "Added",
    "Change",
    "Changed",
    "Merged",
    "Moved",
    "PairedBy",
    "Pairing",
    "Removed",
    "Renumbered",
    "Split",
]


class PairedBy(enum.Enum):
    """What showed that an old and a new action are the same one, the surest first."""

    IDENTITY = "identity"
    """The origin or the address is the same, or a link says that the new continues the old."""
    CODE = "code"
    """The code is the same, in two versions of one plan."""
    ALIAS = "alias"
    """The one gives the code of the other as its former code, in two versions of one plan."""
    TITLE = "title"
    """The titles are alike; a guess, with its confidence."""


@attrs.frozen(kw_only=True)
class Pairing:
    """An old and a new action that were taken for the same one.

    Args:
        before: The address in the old plan.
        after: The address in the new plan.
        by: What showed it.
        confidence: From 0 to 1; less than 1 only where the titles are merely alike.
    """

    before: ActionRef
    after: ActionRef
    by: PairedBy
    confidence: float = 1.0


@attrs.frozen(kw_only=True)
class Added:
    """An action that only the new plan has.

    Args:
        after: Its address.
        action: The action itself.
        place: Its position in the new plan.
    """

    after: ActionRef
    action: Action
    place: int


@attrs.frozen(kw_only=True)
class Removed:
    """An action that only the old plan has.

    Args:
        before: Its address.
        action: The action itself.
        place: Its position in the old plan.
    """

    before: ActionRef
    action: Action
    place: int


@attrs.frozen(kw_only=True)
class Changed:
    """One field of one action, or of the plan itself, with another value.

    Args:
        before: The address in the old plan.
        after: The address in the new plan.
        field: The name of the field, such as "priority".
        old: The value in the old plan.
        new: The value in the new plan.
        place: The position of the action in the new plan; None for a field of the plan itself.
    """

    before: ActionRef | PlanRef
    after: ActionRef | PlanRef
    field: str
    old: object
    new: object
    place: int | None = None


@attrs.frozen(kw_only=True)
class Renumbered:
    """An action that bears another code than before.

    Args:
        before: Its address in the old plan.
        after: Its address in the new plan.
        by: What showed that it is the same action.
        confidence: From 0 to 1, as in `Pairing`.
        place: Its position in the new plan.
    """

    before: ActionRef
    after: ActionRef
    by: PairedBy
    confidence: float = 1.0
    place: int


@attrs.frozen(kw_only=True)
class Merged:
    """An old action that went into another one, as a link or an alias of that one says.

    Args:
        before: The address of the action that is no longer there.
        after: The address of the one that took it up.
        action: The old action itself.
        place: Its position in the old plan.
    """

    before: ActionRef
    after: ActionRef
    action: Action
    place: int


@attrs.frozen(kw_only=True)
class Split:
    """A new action that came out of an old one, as its link says.

    The first part of a split is paired with the old action; this is one of the others.

    Args:
        before: The address of the old action.
        after: The address of the new one.
        action: The new action itself.
        place: Its position in the new plan.
    """

    before: ActionRef
    after: ActionRef
    action: Action
    place: int


@attrs.frozen(kw_only=True)
class Moved:
    """An action that stands elsewhere among those that both plans have.

    As few as possible are called moved: those outside the longest run that kept its order.

    Args:
        before: Its address in the old plan.
        after: Its address in the new plan.
        was: Its position in the old plan.
        place: Its position in the new plan.
    """

    before: ActionRef
    after: ActionRef
    was: int
    place: int


Change: TypeAlias = Added | Removed | Changed | Renumbered | Merged | Split | Moved
"""Everything that a comparison can find."""
