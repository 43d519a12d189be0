"""What a printed comparison says beside the table: what is compared, and what changed where."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from customs_coop.comparison import Changed, PlanDiff
from customs_coop.comparison.printing import change_as_text, says_descent
from customs_coop.exporters.base import COUNCIL_FIELDS
from customs_coop.formats.redline import MarkedRow, MarkedTable, plans_of
from customs_coop.model import ActionPlan, PlanRef

__all__ = [
    "ListedChange",
    "anchor",
    "counts",
    "listed_changes",
    "plan_fields",
    "unprinted_changes",
    "unprinted_fields",
    "what_is_compared",
]


@attrs.frozen(kw_only=True)
class ListedChange:
    """One row of the list of changes.

    Args:
        anchor: Where its row stands in the table.
        code: The code of the action.
        title: Its title.
        what: What happened to it, and which fields changed.
    """

    anchor: str
    code: str
    title: str
    what: str


def what_is_compared(difference: PlanDiff) -> str:
    """The two plans, with the numbers of their documents where these tell them apart.

    Example:
        >>> from customs_coop.comparison import diff
        >>> from customs_coop.references import DocumentNumber
        >>> plan = ActionPlan(id="AP1", title="Plan", document=DocumentNumber.parse("11167/05"))
        >>> old, new = plan, attrs.evolve(plan, document=DocumentNumber.parse("11167/1/05 REV 1"))
        >>> what_is_compared(diff(old, new)), what_is_compared(diff(old, old))
        ('from AP1 (11167/05) to AP1 (11167/1/05 REV 1)', 'in AP1 (11167/05)')
    """
    old, new = map(_name, plans_of(difference))
    return f"in {new}" if old == new else f"from {old} to {new}"


def _name(plan: ActionPlan) -> str:
    return plan.id if plan.document is None else f"{plan.id} ({plan.document})"


def counts(difference: PlanDiff) -> str:
    """How many changes of each kind there are, as in the text of the comparison."""
    return str(difference).partition("\n")[0].partition(": ")[2]


def anchor(row: MarkedRow) -> str:
    """A name for the place of a row, unlike that of any other row."""
    return f"old-{row.was}" if row.place is None else f"new-{row.place}"


def listed_changes(difference: PlanDiff, table: MarkedTable) -> Iterator[ListedChange]:
    """The rows of which the comparison tells anything, in the order of the table.

    Yields:
        One for each row, with its code, what happened, and the names of the fields that changed.
    """
    fields = _fields_by_place(difference)
    order = {change.place for change in difference.moved}
    for row in table.rows:
        if row.moves and row.moved is None:
            continue  # told where it stands now
        words = [] if row.told in ("", "changed") else [row.told]
        if row.place is not None:
            if row.place in order and not any("moved" in word for word in words):
                words.append("moved in the order of the plan")
            words += fields.get(row.place, [])
        if words:
            yield ListedChange(
                anchor=anchor(row), code=row.code, title=row.title, what=", ".join(words)
            )


def _fields_by_place(difference: PlanDiff) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for change in difference.changed:
        if change.place is not None and not says_descent(change):
            found.setdefault(change.place, []).append(change.field.replace("_", " "))
    return found


def plan_fields(difference: PlanDiff) -> tuple[str, ...]:
    """The fields of the plan itself that changed."""
    return tuple(
        change.field.replace("_", " ")
        for change in difference.changed
        if isinstance(change.after, PlanRef)
    )


def unprinted_changes(difference: PlanDiff) -> tuple[tuple[str, str], ...]:
    """Changes of which a Council table shows nothing: where, and what.

    Those that only say where an action comes from are left out, as in the text.
    """
    return tuple(change_as_text(change) for change in _unprinted(difference))


def unprinted_fields(difference: PlanDiff) -> tuple[str, ...]:
    """The fields of such changes, each once, with the number of places."""
    found: dict[str, int] = {}
    for change in _unprinted(difference):
        found[change.field] = found.get(change.field, 0) + 1
    return tuple(f"{field.replace('_', ' ')} ({number})" for field, number in found.items())


def _unprinted(difference: PlanDiff) -> Sequence[Changed]:
    return [
        change
        for change in difference.changed
        if not says_descent(change)
        and f"{'plan' if change.place is None else 'action'}.{change.field}" not in COUNCIL_FIELDS
    ]
