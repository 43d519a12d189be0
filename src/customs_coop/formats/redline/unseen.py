"""The changes of which a marked table shows nothing, or not all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

import attrs

from customs_coop.comparison import Changed, Moved, PlanDiff
from customs_coop.comparison.items import pair_items
from customs_coop.comparison.printing import says_descent
from customs_coop.formats.redline.parts import MarkedGroup
from customs_coop.formats.tables import CouncilTable, Row, RowPrinter, council_table
from customs_coop.model import Action, ActionPlan

__all__ = ["unseen_changes"]

# The words of one part of a table, such as a cell, by what tells it from the others.
_Parts: TypeAlias = Mapping[tuple[object, ...], object]


class _Printer(Protocol):
    def __call__(self, field: str, value: object, /) -> _Parts:
        """The parts of a table with another value of one field."""
        ...


def unseen_changes(
    difference: PlanDiff, old: CouncilTable, new: CouncilTable, groups: Iterable[MarkedGroup]
) -> Iterator[Changed | Moved]:
    """The changes that no word of the table shows.

    A change shows where the new words would be others, had it not been made, and the table marks
    something there. Of a field with several items, each that changed has to show. What only says
    where an action comes from is left out, as in the text of the comparison.

    Args:
        difference: The comparison, with its plans.
        old: The table of the old plan.
        new: That of the new one, with the same columns.
        groups: The marked groups.
    """
    before, after = difference.before, difference.after
    assert before is not None  # noqa: S101 - for type checkers; a table was made of both
    assert after is not None  # noqa: S101 - as above
    olds, news = _rows(old), _rows(new)
    marked = {row.place: row for group in groups for row in group.rows if row.place is not None}
    printer = RowPrinter.of(new, after)
    for change in difference.changes:
        if isinstance(change, Moved):
            if not marked[change.place].moves:
                yield change
        elif isinstance(change, Changed) and not says_descent(change):
            if change.place is None:
                was, words = _frame(before, new.name), _frame(after, new.name)
                show = _plan_printer(after, new.name)
            else:
                row = marked[change.place]
                partner = row.was if row.moved is None else row.moved.was
                was = {} if partner is None else _row(olds[partner])
                words = _row(news[change.place])
                show = _action_printer(printer, after.actions[change.place])
            differ = {part for part in {**was, **words} if was.get(part) != words.get(part)}
            if not differ or not all(
                differ & {part for part in {**other, **words} if other.get(part) != words.get(part)}
                for other in (show(change.field, value) for value in _without(change))
            ):
                yield change


def _rows(table: CouncilTable) -> Mapping[int, Row]:
    return {
        place: row
        for group in table.groups
        for place, row in zip(group.places, group.rows, strict=True)
    }


def _row(row: Row) -> _Parts:
    return {
        **{("cell", at): cell for at, cell in enumerate(row.cells)},
        **{("box", box.heading): box.paragraphs for box in row.boxes},
    }


def _action_printer(printer: RowPrinter, action: Action) -> _Printer:
    def show(field: str, value: object) -> _Parts:
        return _row(printer.row(attrs.evolve(action, **{field: value})))  # type: ignore[arg-type]  # a value of that field

    return show


def _plan_printer(plan: ActionPlan, name: str) -> _Printer:
    def show(field: str, value: object) -> _Parts:
        return _frame(attrs.evolve(plan, **{field: value}), name)  # type: ignore[arg-type]  # as above

    return show


def _frame(plan: ActionPlan, name: str) -> _Parts:
    """What a table prints of the plan itself: the cover, the headings and the notes."""
    bare = [
        Action(code=action.code, title="-", work_area=action.work_area, notes=action.notes)
        for action in plan
    ]
    table = council_table(attrs.evolve(plan, actions=bare), columns=name)
    cover = table.cover
    parts: dict[tuple[object, ...], object] = {
        ("title",): cover.title,
        ("number",): cover.number,
        ("subjects",): cover.subjects,
        ("marking",): cover.marking,
        ("subject",): cover.subject,
        ("lines",): cover.lines,
        ("objectives",): table.objectives,
        ("notes",): table.notes,
    }
    for at, group in enumerate(table.groups):
        parts["heading", at] = group.heading
        parts["notes", at] = group.notes
        parts["rows", at] = group.rows
    return parts


def _without(change: Changed) -> Iterator[object]:
    """The new value as it would be without each part of the change."""
    old, new = change.old, change.new
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        yield old
        return
    pairs = pair_items(old, new)
    for pair in pairs:
        if pair.unchanged:
            continue
        if pair.place is None:
            yield _with(new, len(new) if pair.was is None else min(pair.was, len(new)), pair.old)
        elif pair.was is None:
            yield (*new[: pair.place], *new[pair.place + 1 :])
        else:
            yield (*new[: pair.place], pair.old, *new[pair.place + 1 :])
    if all(pair.unchanged for pair in pairs):
        yield old  # the same items in another order


def _with(items: Sequence[object], at: int, item: object) -> tuple[object, ...]:
    return (*items[:at], item, *items[at:])
