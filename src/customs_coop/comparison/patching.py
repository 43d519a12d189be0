"""A comparison as a patch: apply it to the old plan, or turn it round."""

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
from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS, PlanDiff
from customs_coop.comparison.order import StayingPlaces
from customs_coop.comparison.values import value_change
from customs_coop.errors import PatchError
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier

__all__ = ["apply", "invert"]

T = TypeVar("T", Action, ActionPlan)

_MOST_FAULTS: Final = 50


def apply(difference: PlanDiff, plan: ActionPlan | Dossier) -> ActionPlan:
    """Make the new plan from the old one and what has changed.

    `apply(diff(old, new), old) == new` holds for any two plans. Nothing is searched for: each
    action has to stand where the differences say, with the values that they name. For edits of
    a plan that was changed by others in the meantime, there is `merge`.

    Args:
        difference: What `diff` found, or what was read from a file.
        plan: The old plan, or a dossier with one plan.

    Returns:
        The new plan.

    Raises:
        PatchError: The plan is not the one that the differences expect; every place where it
            differs is listed.
        TypeError: The plan is neither a plan nor a dossier.
        UnknownPlanError: A dossier does not have exactly one plan.

    Example:
        >>> from customs_coop.comparison import diff
        >>> old = ActionPlan(id="AP2", title="Plan", actions=[Action(code="8", title="Evaluate")])
        >>> new = attrs.evolve(old, title="Revised plan", actions=[])
        >>> apply(diff(old, new), old) == new
        True
        >>> apply(diff(old, new), new)
        Traceback (most recent call last):
        ...
        customs_coop.errors.PatchError: the differences do not fit this plan (expected -> found)
          plan: title: Plan -> Revised plan
          place 1: 8 -> no action
    """
    before = Dossier.of(plan).plan
    places = _Places(difference)
    wrong = tuple(_contradictions(difference, places))
    if wrong:
        raise PatchError("the differences contradict themselves", wrong[:_MOST_FAULTS])
    # Where actions are missing there is no room for others either; that would tell nothing new.
    faults = tuple(_faults(difference, before, places)) or tuple(
        _beyond(difference, _length(before, places))
    )
    if faults:
        more = len(faults) - _MOST_FAULTS
        listed = faults[:_MOST_FAULTS] + ((f"and {more} more",) if more > 0 else ())
        raise PatchError("the differences do not fit this plan (expected -> found)", listed)
    return _patched(difference, before, places)


def invert(difference: PlanDiff) -> PlanDiff:
    """Turn differences round, so that they lead from the new plan to the old one.

    What was added is removed, what was split off is merged again, and so on; turned round twice
    they are the same as before. The reasons for pairs stay, so the result may differ from what
    `diff(new, old)` finds.

    Args:
        difference: What `diff` found.

    Returns:
        The differences from the new plan to the old one.

    Example:
        >>> from customs_coop.comparison import diff
        >>> old = ActionPlan(id="AP2", title="Plan", actions=[Action(code="8", title="Evaluate")])
        >>> new = attrs.evolve(old, actions=[])
        >>> print(invert(diff(old, new)))
        AP2: 1 added
          8  added: Evaluate
        >>> invert(diff(old, new)) == diff(new, old)
        True
    """
    places = _Places(difference)
    turned = [_inverted(change, places) for change in difference.changes]
    # The plan itself, what goes in the old order, what comes or changes in the new one. The
    # sort is stable, so the fields of one action keep their order.
    turned.sort(key=_rank)
    return PlanDiff(
        old=difference.new,
        new=difference.old,
        changes=tuple(turned),
        pairings=tuple(
            Pairing(before=pair.after, after=pair.before, by=pair.by, confidence=pair.confidence)
            for pair in difference.pairings
        ),
        before=difference.after,
        after=difference.before,
    )


class _Places:
    """Which old position belongs to which new one, as the differences imply it."""

    def __init__(self, difference: PlanDiff) -> None:
        self.gone = {c.place: c for c in difference if isinstance(c, Removed | Merged)}
        self.come = {c.place: c for c in difference if isinstance(c, Added | Split)}
        self.moved = {c.place: c.was for c in difference if isinstance(c, Moved)}
        self._here = StayingPlaces({*self.gone, *self.moved.values()})
        self._there = StayingPlaces({*self.come, *self.moved})

    def old(self, new: int) -> int:
        """The old position of an action that both plans have."""
        was = self.moved.get(new)
        return self._here.place_of(self._there.number_of(new)) if was is None else was


def _inverted(change: Change, places: _Places) -> Change:
    match change:
        case Added(after=here, action=action, place=place):
            turned: Change = Removed(before=here, action=action, place=place)
        case Removed(before=here, action=action, place=place):
            turned = Added(after=here, action=action, place=place)
        case Split(before=whole, after=part, action=action, place=place):
            turned = Merged(before=part, after=whole, action=action, place=place)
        case Merged(before=part, after=whole, action=action, place=place):
            turned = Split(before=whole, after=part, action=action, place=place)
        case Moved(before=before, after=after, was=was, place=place):
            turned = Moved(before=after, after=before, was=place, place=was)
        case Renumbered(before=before, after=after, place=place):
            here, was = after, places.old(place)
            turned = attrs.evolve(change, before=here, after=before, place=was)
        case Changed(before=old_ref, after=new_ref, old=old, new=new, place=at):
            place_was = None if at is None else places.old(at)
            turned = attrs.evolve(
                change, before=new_ref, after=old_ref, old=new, new=old, place=place_was
            )
    return turned


_RANKS: Final = {Moved: 0, Renumbered: 1, Changed: 2}


def _rank(change: Change) -> tuple[int, int, int]:
    if isinstance(change, Removed | Merged):
        return 1, change.place, 0
    if change.place is None:
        return 0, 0, 0
    return 2, change.place, _RANKS.get(type(change), 0)


def _contradictions(difference: PlanDiff, places: _Places) -> Iterator[str]:
    """What no comparison finds, but a file may say."""
    taken: set[tuple[str, int, str]] = set()
    for change in difference:
        for side, place, field in _claims(change):
            if (side, place, field) in taken:
                yield f"{_where(change)}: {field or 'the action'} is told twice"
            if place < 0:
                yield f"{_where(change)}: there is no place {place + 1}"
            if side == "new" and field and place in places.come:
                yield f"{_where(change)}: what is new has not changed"
            taken.add((side, place, field))
        if isinstance(change, Changed):
            known = PLAN_FIELDS if change.place is None else ACTION_FIELDS
            if change.field not in known:
                yield f"{_where(change)}: there is no field {change.field!r}"
    yield from _misnamed(difference)


def _misnamed(difference: PlanDiff) -> Iterator[str]:
    """Where the names that are printed are not those of what is applied."""
    ids: tuple[object, object] = difference.old.plan, difference.old.plan
    for change in difference:
        if isinstance(change, Changed):
            if change.place is None and change.field == "id":
                ids = change.old, change.new
        elif isinstance(change, Added | Split | Removed | Merged):
            code = change.action.code
            if _where(change) != code.text:
                yield f"{_where(change)}: the action itself has the code {code}"
    if ids != (difference.old.plan, difference.new.plan):
        yield f"plan: {difference.old} and {difference.new} are named, the id is {ids[1]}"


def _claims(change: Change) -> tuple[tuple[str, int, str], ...]:
    """What a change alone may speak of: the side, the position there, and the field."""
    match change:
        case Removed(place=place) | Merged(place=place):
            return (("old", place, ""),)
        case Moved(was=was, place=place):
            return ("old", was, ""), ("new", place, "")
        case Changed(place=None, field=field):
            return (("plan", 0, field),)
        case Changed(place=int(place), field=field):
            return (("new", place, field),)
        case _:
            field = "code" if isinstance(change, Renumbered) else ""
            return (("new", change.place or 0, field),)


def _where(change: Change) -> str:
    ref = change.before if isinstance(change, Removed | Merged) else change.after
    return str(ref.code) if isinstance(ref, ActionRef) else "plan"


def _faults(difference: PlanDiff, plan: ActionPlan, places: _Places) -> Iterator[str]:
    """Every place where the plan is not what the differences expect."""
    if plan.id != difference.old.plan:
        yield f"plan: id: {difference.old} -> {plan.id}"
    length = _length(plan, places)
    told: set[int] = set()
    for change in difference:
        if isinstance(change, Changed) and change.place is None:
            found = getattr(plan, change.field)
            # The id is told above.
            if change.field != "id" and found != change.old:
                yield f"plan: {change.field}: {value_change(change.old, found)}"
        elif isinstance(change, Removed | Merged) or (
            not isinstance(change, Added | Split) and (change.place or 0) < length
        ):
            yield from _action_faults(change, plan, places, told)


def _length(plan: ActionPlan, places: _Places) -> int:
    """How many actions the new plan has."""
    return len(plan.actions) - len(places.gone) + len(places.come)


def _beyond(difference: PlanDiff, length: int) -> Iterator[str]:
    """What would stand behind the end of the new plan."""
    for change in difference:
        place = change.place
        if not isinstance(change, Removed | Merged) and place is not None and place >= length:
            yield f"{_where(change)}: place {place + 1} -> {length} actions in all"


def _action_faults(
    change: Removed | Merged | Moved | Renumbered | Changed,
    plan: ActionPlan,
    places: _Places,
    told: set[int],
) -> Iterator[str]:
    match change:
        case Removed(place=place) | Merged(place=place):
            was = place
        case Moved(was=place):
            was = place
        case _:
            was = places.old(change.place or 0)
    found = plan.actions[was] if was < len(plan.actions) else None
    code = change.before.code if isinstance(change.before, ActionRef) else None
    if found is None or found.code != code:
        if was not in told:
            told.add(was)
            yield f"place {was + 1}: {code} -> {'no action' if found is None else found.code}"
    elif isinstance(change, Removed | Merged):
        for name in ACTION_FIELDS:
            old, here = getattr(change.action, name), getattr(found, name)
            if old != here:
                yield f"{code}: {name}: {value_change(old, here)}"
    elif isinstance(change, Changed):
        here = getattr(found, change.field)
        if here != change.old:
            yield f"{code}: {change.field}: {value_change(change.old, here)}"


def _patched(difference: PlanDiff, plan: ActionPlan, places: _Places) -> ActionPlan:
    edits: dict[int | None, dict[str, object]] = {}
    for change in difference:
        if isinstance(change, Changed):
            edits.setdefault(change.place, {})[change.field] = change.new
        elif isinstance(change, Renumbered):
            edits.setdefault(change.place, {})["code"] = change.after.code
    actions: list[Action] = []
    for place in range(_length(plan, places)):
        new = places.come.get(place)
        action = plan.actions[places.old(place)] if new is None else new.action
        edit = edits.get(place)
        actions.append(_edited(action, edit) if edit else action)
    whole = edits.get(None, {})
    return _edited(plan, {**whole, "actions": tuple(actions)})


def _edited(value: T, edit: dict[str, object]) -> T:
    # Values come from a comparison by the names of their fields, so their types are not seen.
    return attrs.evolve(value, **edit)  # type: ignore[arg-type]
