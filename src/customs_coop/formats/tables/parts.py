"""What a Council table is made of: cover, columns, groups, rows, boxes and notes."""

from collections.abc import Sequence

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.columns import Column
from customs_coop.formats.cover import Cover
from customs_coop.formats.notes import Footnote
from customs_coop.formats.sheet import Language
from customs_coop.model import Code

__all__ = [
    "Box",
    "CouncilTable",
    "Group",
    "Objectives",
    "Row",
    "TableColumn",
    "title_place",
]


@attrs.frozen(kw_only=True)
class TableColumn:
    """One column.

    Args:
        heading: The words above it.
        width: Its width in relation to the others.
        column: What it holds, or None for a column that the model has no field for.
    """

    heading: str
    width: int
    column: Column | None = None


def title_place(columns: Sequence[TableColumn]) -> int:
    """Where the titles stand, among the cells of a row.

    Example:
        >>> title_place([TableColumn(heading="Action", width=9, column=Column.TITLE)])
        0
    """
    return [one.column for one in columns].index(Column.TITLE)


@attrs.frozen(kw_only=True)
class Box:
    """A cell of full width below a row, such as the terms of reference."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@attrs.frozen(kw_only=True)
class Row:
    """One action.

    Args:
        code: Its code.
        cells: The paragraphs of each cell.
        boxes: What stands below it in full width.
        greyed: Whether it is completed, so that the row is printed in grey.
        state: The word for one in which nothing remains to be done, "completed" or "obsolete",
            or empty.
    """

    code: str
    cells: tuple[tuple[Paragraph, ...], ...]
    boxes: tuple[Box, ...] = ()
    greyed: bool = False
    state: str = ""


@attrs.frozen(kw_only=True)
class Group:
    """The rows of one work area, printed as a table of its own.

    Args:
        heading: The heading, or empty.
        area: The code of the work area, or None.
        rows: The rows; there may be none.
        places: The positions of their actions in the plan, from 0.
        notes: The notes that its rows are marked with, each once.
    """

    heading: str
    area: Code | None
    rows: tuple[Row, ...]
    places: tuple[int, ...]
    notes: tuple[Footnote, ...] = ()


@attrs.frozen(kw_only=True)
class Objectives:
    """The objectives of the strategy, as they stand above the table.

    Args:
        heading: The heading.
        lines: Each objective with its code in brackets.
    """

    heading: str
    lines: tuple[str, ...]


@attrs.frozen(kw_only=True)
class CouncilTable:
    """A whole plan as it is printed.

    Args:
        cover: What stands above the table.
        objectives: The objectives of the strategy, or None.
        name: The name of the column set that was chosen.
        columns: The columns of every group.
        numbered: Whether a second row of headings counts the columns.
        groups: The groups, in their printed order.
        notes: The notes to which no row points, each as a line with its mark, above the table.
        language: The language of headings and labels.
    """

    cover: Cover
    objectives: Objectives | None
    name: str
    columns: tuple[TableColumn, ...]
    numbered: bool
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()
    language: Language = "en"
