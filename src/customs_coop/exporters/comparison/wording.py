"""What a printed comparison says beside the table: what is compared, and what changed where."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.comparison import Changed, Moved, PlanDiff
from customs_coop.comparison.printing import change_as_text, says_descent
from customs_coop.formats.redline import IN_NO_COLUMN, MarkedRow, MarkedTable, plans_of
from customs_coop.model import ActionPlan, PlanRef

__all__ = [
    "NOTATION",
    "ListedChange",
    "anchor",
    "counts",
    "field_in_words",
    "further_changes",
    "further_fields",
    "listed_changes",
    "plan_fields",
    "what_is_compared",
]

NOTATION: Final = (
    "[-Words-] were deleted and {+words+} are new; an arrow leads from the old value to the new"
    " one. In a list, + is new, - was deleted, and ~ was changed."
)
"""How the changes that no table shows are written."""

_MOST_CODES: Final = 8

# Where the name of a field is no word of the trade.
_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "involved": "parties",
        "links": "links to other actions",
        "origin": "action that it comes from",
        "earlier": "places in earlier plans",
        "status_text": "status in words",
        "aliases": "further codes",
        "extra": "other columns",
        "id": "short name",
        "previous": "plans before this one",
        "revision": "facts on the revision",
        "strategy": "strategy to which it belongs",
    }
)


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
        words = [] if row.told in ("", "changed", IN_NO_COLUMN) else [row.told]
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
            found.setdefault(change.place, []).append(field_in_words(change.field))
    return found


def plan_fields(difference: PlanDiff) -> tuple[str, ...]:
    """The fields of the plan itself that changed."""
    return tuple(
        field_in_words(change.field)
        for change in difference.changed
        if isinstance(change.after, PlanRef)
    )


def further_changes(table: MarkedTable) -> tuple[tuple[str, str], ...]:
    """The changes that the table does not show, or not wholly: where, and what.

    Those that only say where an action comes from are left out, as in the text.
    """
    return tuple(_in_words(change) for change in table.unseen)


def _in_words(change: Changed | Moved) -> tuple[str, str]:
    place, what = change_as_text(change)
    if isinstance(change, Changed):
        name = field_in_words(change.field)
        return place, f"{name}: {what.removeprefix(f'{change.field}: ')}"
    return place, what


def further_fields(table: MarkedTable) -> tuple[str, ...]:
    """What such changes are about, each thing once, with the codes of the actions."""
    found: dict[str, list[str]] = {}
    for change in table.unseen:
        name = field_in_words(change.field) if isinstance(change, Changed) else "order"
        found.setdefault(name, []).append(change_as_text(change)[0])
    return tuple(f"{name} ({_some(places)})" for name, places in found.items())


def _some(places: Sequence[str]) -> str:
    more = len(places) - _MOST_CODES
    words = ", ".join(places[:_MOST_CODES])
    return words if more <= 0 else f"{words} and {more} more"


def field_in_words(field: str) -> str:
    """What a field holds, in the words of a reader.

    Example:
        >>> field_in_words("terms_of_reference"), field_in_words("earlier")
        ('terms of reference', 'places in earlier plans')
    """
    return _FIELDS.get(field) or field.replace("_", " ")
