"""The row of one action in a table whose columns are known."""

from collections.abc import Mapping

import attrs

from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells import Context, Paragraph, cell_of
from customs_coop.formats.columns import (
    ACTION_PLAN,
    COLUMN_SETS,
    Column,
    ColumnSet,
    same_heading,
)
from customs_coop.formats.notes import note_marks
from customs_coop.formats.sheet import Language
from customs_coop.formats.tables.parts import Box, CouncilTable, Row
from customs_coop.model import Action, ActionPlan

__all__ = ["RowPrinter", "boxes_of"]


def boxes_of(chosen: ColumnSet) -> tuple[tuple[Column, str], ...]:
    """What may stand below a row in full width."""
    return tuple(dict.fromkeys((*chosen.boxes, *ACTION_PLAN.boxes)))


@attrs.frozen(kw_only=True)
class RowPrinter:
    """Makes the rows of one table.

    Args:
        fields: The columns that hold a field of the model, each with its heading.
        extra: The headings of the others.
        boxes: What may stand below a row.
        marks: The marks of the notes, by the ids of the notes.
        language: The language of labels in the cells.
    """

    fields: tuple[tuple[Column, str], ...]
    extra: tuple[str, ...]
    boxes: tuple[tuple[Column, str], ...]
    marks: Mapping[str, str]
    language: Language

    @classmethod
    def of(cls, table: CouncilTable, plan: ActionPlan) -> "RowPrinter":
        """The one that made the rows of a table.

        Args:
            table: The table.
            plan: Its plan.
        """
        return cls(
            fields=tuple((one.column, one.heading) for one in table.columns if one.column),
            extra=tuple(one.heading for one in table.columns if one.column is None),
            boxes=boxes_of(COLUMN_SETS[table.name]),
            marks=note_marks(plan),
            language=table.language,
        )

    def row(self, action: Action) -> Row:
        """The row of an action.

        Args:
            action: The action.
        """
        columns = frozenset([column for column, _ in self.fields])
        context = Context.of(action, columns, self.marks, self.language)
        below = [
            Box(heading=heading, paragraphs=paragraphs)
            for column, heading in self.boxes
            if (paragraphs := cell_of(action, column, context))
        ]
        return Row(
            code=action.code.text,
            cells=(
                *(
                    _with_rest(action, column, name, cell_of(action, column, context))
                    for column, name in self.fields
                ),
                *(_extra(action, heading) for heading in self.extra),
            ),
            boxes=tuple(below),
            greyed=action.status.closed,
            state=action.status.value if action.status.closed else "",
        )


def _with_rest(
    action: Action, column: Column, name: str, cell: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """A cell with what stood under its heading and fitted no field."""
    if not action.extra:
        return cell
    headings = dict.fromkeys(c.heading for c in action.extra if same_heading(c.heading, name))
    rest = tuple([paragraph for heading in headings for paragraph in _extra(action, heading)])
    if column is not Column.OBJECTIVES or not rest or not cell:
        return cell + rest
    # Else nothing could tell the codes from the words.
    return (*cell, *(Paragraph(addition(Added.WORDS, one.text), plain=one.text) for one in rest))


def _extra(action: Action, heading: str) -> tuple[Paragraph, ...]:
    lines = (line for c in action.extra if c.heading == heading for line in c.text.splitlines())
    return tuple([Paragraph(line.strip()) for line in lines if line.strip()])
