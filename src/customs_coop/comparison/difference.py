"""The comparison of two plans, and its result."""

from collections.abc import Iterator
from typing import Final, TypeVar

import attrs

from customs_coop.comparison.changes import (
    Added,
    Change,
    Changed,
    Merged,
    Moved,
    Pairing,
    Removed,
    Renumbered,
    Split,
)
from customs_coop.comparison.order import moved_places
from customs_coop.comparison.pairs import Pairs, action_targets, pair_actions
from customs_coop.comparison.printing import diff_as_text
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, LinkKind, PlanRef

__all__ = ["ACTION_FIELDS", "PLAN_FIELDS", "PlanDiff", "diff", "difference_of"]

C = TypeVar("C", bound=Change)

# What `==` compares, so that the two never disagree; `span` is not among it. The actions are
# compared one by one, and a new code is a renumbering.
PLAN_FIELDS: Final = tuple(
    field.name for field in attrs.fields(ActionPlan) if field.eq and field.name != "actions"
)
ACTION_FIELDS: Final = tuple(
    field.name for field in attrs.fields(Action) if field.eq and field.name != "code"
)


@attrs.frozen(kw_only=True)
class PlanDiff:
    """What has changed from one plan to another.

    It is true where anything has changed, can be iterated over, and prints as a list.

    Args:
        old: The old plan, by its id.
        new: The new plan, by its id.
        changes: First those of the plan itself, then what went away, in the old order, then
            what came, moved or changed, in the new order.
        pairings: The pairs of actions whose address is not the same on both sides, with what
            showed that they belong together.
        before: The old plan itself; None where the differences were read from a file. It is
            neither compared nor printed.
        after: The new plan itself, in the same way.
    """

    old: PlanRef
    new: PlanRef
    changes: tuple[Change, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    before: ActionPlan | None = attrs.field(default=None, eq=False, repr=False)
    after: ActionPlan | None = attrs.field(default=None, eq=False, repr=False)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __str__(self) -> str:
        return diff_as_text(self.old, self.new, self.changes, self.pairings, self.after)

    @property
    def added(self) -> tuple[Added, ...]:
        """The actions that only the new plan has."""
        return self._of(Added)

    @property
    def removed(self) -> tuple[Removed, ...]:
        """The actions that only the old plan has."""
        return self._of(Removed)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """The fields with another value, of the plan and of its actions."""
        return self._of(Changed)

    @property
    def renumbered(self) -> tuple[Renumbered, ...]:
        """The actions that bear another code."""
        return self._of(Renumbered)

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The actions that stand elsewhere."""
        return self._of(Moved)

    @property
    def merged(self) -> tuple[Merged, ...]:
        """The old actions that went into others."""
        return self._of(Merged)

    @property
    def split(self) -> tuple[Split, ...]:
        """The new actions that came out of old ones."""
        return self._of(Split)

    def _of(self, kind: type[C]) -> tuple[C, ...]:
        return tuple(change for change in self.changes if isinstance(change, kind))


def diff(old: ActionPlan | Dossier, new: ActionPlan | Dossier) -> PlanDiff:
    """Tell what has changed from one plan to another.

    Actions are paired by identity (the same origin or address, or a link that says that the
    one continues the other); in two versions of one plan by code, then by former code; and
    what is left by the likeness of titles, with a stated confidence. Each pair is then
    compared field by field. Nothing is listed exactly where the two plans are equal.

    Args:
        old: A plan, or a dossier with one plan; of a dossier only the plan is compared.
        new: The same.

    Returns:
        The differences.

    Raises:
        TypeError: One of the two is neither a plan nor a dossier.
        UnknownPlanError: A dossier does not have exactly one plan.

    Example:
        >>> old = ActionPlan(id="AP2", title="Plan", actions=[Action(code="8", title="Evaluate")])
        >>> new = ActionPlan(
        ...     id="AP2", title="Plan", actions=[Action(code="8", title="Evaluate", priority="Low")]
        ... )
        >>> print(diff(old, new))
        AP2: 1 field changed
          8  priority: none -> Low
        >>> bool(diff(old, old))
        False
    """
    before, after = Dossier.of(old).plan, Dossier.of(new).plan
    return difference_of(before, after, pair_actions(before, after))


def difference_of(before: ActionPlan, after: ActionPlan, pairs: Pairs) -> PlanDiff:
    """Tell what has changed from one plan to another whose actions are already paired."""
    changes: list[Change] = list(_plan_changes(before, after))
    changes += _gone(before, after, pairs)
    changes += _come_or_changed(before, after, pairs)
    return PlanDiff(
        old=PlanRef(before.id),
        new=PlanRef(after.id),
        changes=tuple(changes),
        pairings=_pairings(before, after, pairs),
        before=before,
        after=after,
    )


def _plan_changes(before: ActionPlan, after: ActionPlan) -> Iterator[Changed]:
    for name in PLAN_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Changed(
                before=PlanRef(before.id), after=PlanRef(after.id), field=name, old=old, new=new
            )


def _gone(before: ActionPlan, after: ActionPlan, pairs: Pairs) -> Iterator[Removed | Merged]:
    """The old actions without a partner: taken up by another action, or removed."""
    if len(pairs.olds) == len(before.actions):
        return
    takers = _takers(before, after)
    paired = set(pairs.olds.values())
    for position, action in enumerate(before.actions):
        if position not in paired:
            here = before.ref(action)
            taker = takers.get(action.code.text)
            if taker is None:
                yield Removed(before=here, action=action, place=position)
            else:
                taken_up = after.ref(taker)
                yield Merged(before=here, after=taken_up, action=action, place=position)


def _takers(before: ActionPlan, after: ActionPlan) -> dict[str, Action]:
    """The new actions by the old codes that they say they took up."""
    takers: dict[str, Action] = {}
    for action in after.actions:
        for code in action_targets(action, LinkKind.MERGED_FROM, before.id):
            takers.setdefault(code, action)
        if before.id == after.id:
            for alias in action.aliases:
                takers.setdefault(alias.text, action)
    return takers


def _come_or_changed(before: ActionPlan, after: ActionPlan, pairs: Pairs) -> Iterator[Change]:
    old_codes = {action.code.text for action in before.actions}
    moved = moved_places([pairs.olds[position] for position in sorted(pairs.olds)])
    for position, action in enumerate(after.actions):
        was = pairs.olds.get(position)
        if was is None:
            yield _come(before, after, position, old_codes)
            continue
        old = before.actions[was]
        if was in moved:
            here, there = before.ref(old), after.ref(action)
            yield Moved(before=here, after=there, was=was, place=position)
        if not (old is action or old == action):
            here, there = before.ref(old), after.ref(action)
            if old.code != action.code:
                by, confidence = pairs.sign(position)
                yield Renumbered(
                    before=here, after=there, by=by, confidence=confidence, place=position
                )
            for name in ACTION_FIELDS:
                value, new = getattr(old, name), getattr(action, name)
                if not (value is new or value == new):
                    yield Changed(
                        before=here, after=there, field=name, old=value, new=new, place=position
                    )


def _come(before: ActionPlan, after: ActionPlan, position: int, codes: set[str]) -> Change:
    action = after.actions[position]
    there = after.ref(action)
    for code in action_targets(action, LinkKind.SPLIT_FROM, before.id):
        if code in codes:
            whole = ActionRef(before.id, code)
            return Split(before=whole, after=there, action=action, place=position)
    return Added(after=there, action=action, place=position)


def _pairings(before: ActionPlan, after: ActionPlan, pairs: Pairs) -> tuple[Pairing, ...]:
    found = []
    same_plan = before.id == after.id
    # Most pairs are none of these, so no more is looked up for them than the two codes.
    old_codes = [action.code.text for action in before.actions]
    new_codes = [action.code.text for action in after.actions]
    for position in sorted(pairs.olds):
        was = pairs.olds[position]
        if not (same_plan and old_codes[was] == new_codes[position]):
            old, new = before.actions[was], after.actions[position]
            by, confidence = pairs.sign(position)
            found.append(
                Pairing(before=before.ref(old), after=after.ref(new), by=by, confidence=confidence)
            )
    return tuple(found)
