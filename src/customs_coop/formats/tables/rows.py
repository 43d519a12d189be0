"""The row of one action in a table whose columns are known."""

import functools
import re
from collections.abc import Iterator, Mapping

import attrs

from customs_coop.formats.additions import Added, addition
from customs_coop.formats.cells import Context, Paragraph, cell_of
from customs_coop.formats.cells.words import counted, paragraphs, spaced
from customs_coop.formats.columns import (
    ACTION_PLAN,
    COLUMN_SETS,
    Column,
    ColumnSet,
    columns_of,
    same_heading,
)
from customs_coop.formats.notes import note_marks
from customs_coop.formats.sheet import NO_HEADING, Language
from customs_coop.formats.tables.parts import Box, CouncilTable, Row
from customs_coop.model import Action, ActionPlan, Status

__all__ = ["RowPrinter", "boxes_of"]

# In which words without a heading say what becomes of the work.
_OF_PARTIES = (Column.RESPONSIBLE, Column.CONCERNED)
# Columns in which readers know by themselves what is no code, and what names nobody.
_TOLD_APART = frozenset((Column.OBJECTIVES, *_OF_PARTIES))
# Words that begin like the code of an objective.
_SHORT = re.compile(r"(?:[A-Za-z]{0,2}[0-9][0-9.]{0,4}|[A-Za-z]|[IVX]{1,4}|[ivx]{1,4})(?!\w)")


def boxes_of(chosen: ColumnSet) -> tuple[tuple[Column, str], ...]:
    """What may stand below a row in full width."""
    return tuple(dict.fromkeys((*chosen.boxes, *ACTION_PLAN.boxes)))


@attrs.frozen(kw_only=True)
class RowPrinter:
    """Makes the rows of one table.

    Args:
        fields: The columns that hold a field of the model, each with the heading by which the
            columns are chosen.
        names: Their headings as they are printed, which may be in another language.
        extra: The headings of the others.
        boxes: What may stand below a row.
        marks: The marks of the notes, by the ids of the notes.
        language: The language of labels in the cells.
    """

    fields: tuple[tuple[Column, str], ...]
    names: tuple[str, ...]
    extra: tuple[str, ...]
    boxes: tuple[tuple[Column, str], ...]
    marks: Mapping[str, str]
    language: Language

    @functools.cached_property
    def _further(self) -> tuple[Column | None, ...]:
        """What readers take the further columns for."""
        return columns_of((*self.names, *self.extra))[len(self.names) :]

    @classmethod
    def of(cls, table: CouncilTable, plan: ActionPlan) -> "RowPrinter":
        """The one that made the rows of a table.

        Args:
            table: The table.
            plan: Its plan.
        """
        fields = tuple((one.column, one.heading) for one in table.columns if one.column)
        return cls(
            fields=fields,
            names=tuple([heading for _, heading in fields]),
            extra=tuple(
                "" if one.heading == NO_HEADING else one.heading
                for one in table.columns
                if one.column is None
            ),
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
                    _with_rest(action, field, name, cell_of(action, field[0], context))
                    for field, name in zip(self.fields, self.names, strict=True)
                ),
                *(
                    _extra(action, heading, column)
                    for heading, column in zip(self.extra, self._further, strict=True)
                ),
            ),
            boxes=tuple(below),
            # The originals grey what is done, and no more.
            greyed=action.status is Status.COMPLETED,
            state=action.status.value if action.status.closed else "",
        )


def _with_rest(
    action: Action, field: tuple[Column, str], name: str, cell: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """A cell with what stood under its heading and fitted no field.

    Args:
        action: The action.
        field: What the cell holds, and the heading by which its column was chosen.
        name: The heading as it is printed.
        cell: What the cell prints of the fields.
    """
    if not action.extra:
        return cell
    column, heading = field
    rest: list[Paragraph] = []
    for own in dict.fromkeys(c.heading for c in action.extra if same_heading(c.heading, heading)):
        named = "" if own == name else own
        for text in (c.text for c in action.extra if c.heading == own):
            # Beside codes, and where they begin like one, nothing tells words from them.
            apart = column not in _TOLD_APART or (
                column is Column.OBJECTIVES and (bool(cell) or _SHORT.match(text) is not None)
            )
            lines = paragraphs(text)
            if column in _OF_PARTIES and (apart or len(lines) > 1):
                named = own
            rest += _marked(lines, named, apart=apart)
    return (*cell, *rest)


def _marked(lines: tuple[Paragraph, ...], named: str, *, apart: bool) -> Iterator[Paragraph]:
    """The lines of words in the cell of a field, so that readers know that they are none of it.

    Args:
        lines: The lines.
        named: The heading of the words, where it is not that of the column; else empty.
        apart: Whether nothing else tells them from what the column holds.
    """
    heading = f" {addition(Added.HEADING, named)}" if named else ""
    if apart or len(lines) > 1:
        words = tuple([Paragraph(addition(Added.WORDS, p.text), plain=p.text) for p in lines])
    else:
        words = lines
    for one in counted(words):
        yield attrs.evolve(one, text=f"{one.text}{heading}", plain=one.said) if heading else one


def _extra(action: Action, heading: str, column: Column | None) -> tuple[Paragraph, ...]:
    """The cell of a further column, whose heading may be one of a field in other words."""
    texts = [c.text for c in action.extra if c.heading == heading]
    if column is None or column is Column.STATUS:
        return tuple([paragraph for text in texts for paragraph in spaced(text)])
    named = heading if column in _OF_PARTIES else ""
    return tuple([p for text in texts for p in _marked(paragraphs(text), named, apart=True)])
