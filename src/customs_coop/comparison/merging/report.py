"""A merge as plain text, for people."""

from collections.abc import Iterator, Sequence

from customs_coop.comparison.difference import ACTION_FIELDS
from customs_coop.comparison.merging.cells import Conflict, Taken
from customs_coop.comparison.printing import change_as_text
from customs_coop.comparison.values import shown_value, value_change
from customs_coop.model import Action, ActionRef

__all__ = ["merge_as_text"]


def merge_as_text(plan: str, conflicts: Sequence[Conflict], changes: Sequence[Taken]) -> str:
    """Print a headline with the counts, what was taken and from whom, and the conflicts."""
    counts = [
        f"{len(some)} {word}{'' if len(some) == 1 else 's'}"
        for some, word in ((changes, "change"), (conflicts, "conflict"))
        if some
    ]
    lines = [f"{plan}: {', '.join(counts) or 'no changes'}"]
    if changes:
        lines.append("taken:")
        lines += [_taken(taken) for taken in changes]
    if conflicts:
        lines.append("where the base stays:")
        for conflict in conflicts:
            lines += _lines(conflict)
    return "\n".join(lines)


def _taken(taken: Taken) -> str:
    place, what = change_as_text(taken.change)
    return f"  {place}  {what} ({', '.join(taken.authors)})"


def _lines(conflict: Conflict) -> Iterator[str]:
    place = conflict.place.code if isinstance(conflict.place, ActionRef) else "plan"
    base = _standing(conflict.base) if conflict.field == "move" else _value(conflict.base)
    yield f"  {place}  {conflict.field}: {base}"
    for author, value in conflict.proposals:
        yield f"    {author}: {_proposal(conflict, value)}"


def _proposal(conflict: Conflict, value: object) -> str:
    base = conflict.base
    if conflict.field in ("place", "move"):
        return _standing(value)
    if conflict.field == "action" and value is None:
        return "removed"
    if isinstance(value, Action):
        if conflict.field != "action" or not isinstance(base, Action):
            return _value(value)
        return _edit(base, value) or "moved"
    return _value(value) if conflict.field == "order" else value_change(base, value)


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
