"""A merge as plain text, for people."""

from collections.abc import Iterator, Sequence

from customs_coop.comparison.difference import ACTION_FIELDS
from customs_coop.comparison.merging.cells import Conflict, Taken
from customs_coop.comparison.printing import change_as_text
from customs_coop.comparison.values import shown_value, value_change
from customs_coop.model import Action, ActionPlan, ActionRef

__all__ = ["headline_of", "merge_as_text", "proposal_of"]


def merge_as_text(plan: ActionPlan, conflicts: Sequence[Conflict], changes: Sequence[Taken]) -> str:
    """Print a headline with the counts, what was taken and from whom, and the conflicts."""
    counts = [
        f"{len(some)} {word}{'' if len(some) == 1 else 's'}"
        for some, word in ((changes, "change"), (conflicts, "conflict"))
        if some
    ]
    lines = [f"{plan.id}: {', '.join(counts) or 'no changes'}"]
    if changes:
        lines.append("taken:")
        lines += [_taken(taken, plan) for taken in changes]
    if conflicts:
        lines.append("where the base stays:")
        for conflict in conflicts:
            lines += _lines(conflict)
    return "\n".join(lines)


def _taken(taken: Taken, plan: ActionPlan) -> str:
    place, what = change_as_text(taken.change, plan)
    return f"  {place}  {what} ({', '.join(taken.authors)})"


def _lines(conflict: Conflict) -> Iterator[str]:
    place = conflict.place.code if isinstance(conflict.place, ActionRef) else "plan"
    yield f"  {place}  {headline_of(conflict)}"
    for author, value in conflict.proposals:
        yield f"    {author}: {proposal_of(conflict, value)}"


def headline_of(conflict: Conflict) -> str:
    """The field of a conflict and what the base has there, in one short line."""
    base = conflict.base
    if conflict.field == "move":
        return f"move: {_standing(base)}"
    if base is None and conflict.field in ("action", "place"):
        ways = "with different contents" if conflict.field == "action" else "at different places"
        return f"{conflict.field}: added {ways}"
    if conflict.field == "order" and base == ():
        return "order: of the actions that are added"
    return f"{conflict.field}: {_value(base)}"


def _unlike_fields(conflict: Conflict) -> tuple[str, ...]:
    """The fields in which several versions of a new action are not alike."""
    versions = [value for _, value in conflict.proposals if isinstance(value, Action)]
    return tuple(
        name
        for name in ("code", *ACTION_FIELDS)
        if any(getattr(one, name) != getattr(versions[0], name) for one in versions)
    )


def proposal_of(conflict: Conflict, value: object) -> str:
    """What an author wants, in one line: how it differs from the base."""
    base = conflict.base
    if conflict.field in ("place", "move"):
        return _standing(value)
    if value is None and (conflict.field == "action" or conflict.item is not None):
        return "removed"
    if isinstance(value, Action):
        return _version(conflict, value, _unlike_fields(conflict))
    if conflict.item is not None:
        olds = () if base is None else (base,)
        return value_change(olds, (value,))
    return _value(value) if conflict.field == "order" else value_change(base, value)


def _version(conflict: Conflict, value: Action, unlike: Sequence[str]) -> str:
    if conflict.field != "action":
        return _value(value)
    if isinstance(conflict.base, Action):
        return _edit(conflict.base, value) or "moved"
    named = [(name, getattr(value, name)) for name in unlike if name != "title"]
    others = ", ".join(f"{name}: {_whole(one)}" for name, one in named)
    return f"{_value(value)} ({others})" if others else _value(value)


def _whole(value: object) -> str:
    """A value of a new action; of items also what their words do not say."""
    if isinstance(value, tuple) and value:
        return value_change((), value)
    return shown_value(value)


def _standing(value: object) -> str:
    return f"behind {value.code}" if isinstance(value, ActionRef) else "in front of all"


def _edit(base: Action, action: Action) -> str:
    names = ("code", *ACTION_FIELDS)
    values = [(name, getattr(base, name), getattr(action, name)) for name in names]
    return ", ".join(f"{n}: {value_change(old, new)}" for n, old, new in values if old != new)


def _value(value: object) -> str:
    if isinstance(value, Action):
        return shown_value(f"{value.code} {value.title}")
    if isinstance(value, tuple) and value and all(isinstance(ref, ActionRef) for ref in value):
        return shown_value(", ".join(str(ref.code) for ref in value))
    return shown_value(value)
