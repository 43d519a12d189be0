"""What a page holds, from top to bottom: lines, ruled tables, and columns without rulings."""

import bisect
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from customs_coop.formats.pdf.lines import Line, lines_of
from customs_coop.formats.pdf.marks import Glyph, PageMarks
from customs_coop.formats.pdf.rulings import RuledTable, find_ruled_tables

__all__ = ["CellLines", "PageTable", "Region", "TableRow", "read_page"]


@attrs.frozen(kw_only=True)
class CellLines:
    """The lines of a cell, and from where to where it reaches.

    Args:
        lines: Its lines.
        x0: Its left edge.
        x1: Its right edge.
        above: Whether it only carries on a cell above it.
    """

    lines: tuple[Line, ...]
    x0: float
    x1: float
    above: bool = False


@attrs.frozen(kw_only=True)
class TableRow:
    """One row of a table on a page."""

    cells: tuple[CellLines, ...]
    page: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(" ".join(line.text for line in cell.lines) for cell in self.cells)


@attrs.frozen(kw_only=True)
class PageTable:
    """A table as far as it stands on one page.

    Args:
        columns: The edges of its columns.
        rows: Its rows.
        top: Its upper edge.
        bottom: Its lower edge.
        page: The number of the page.
        ruled: Whether rulings draw it.
        crowded: Its headings that had to share a column with another one.
    """

    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    top: float
    bottom: float
    page: int
    ruled: bool = True
    crowded: tuple[str, ...] = ()


Region: TypeAlias = Line | PageTable


def read_page(marks: PageMarks) -> tuple[list[Line], list[PageTable]]:
    """Find the lines and the ruled tables of a page.

    Args:
        marks: What stands on it.

    Returns:
        The lines that stand in no table, counted, and the tables.

    Raises:
        RefusedFileError: There are more rulings than on any page.
    """
    found = find_ruled_tables(marks.across, marks.down)
    inside: list[dict[int, list[Glyph]]] = [{} for _ in found]
    free: list[Glyph] = []
    grids = [_grid(table) for table in found]
    for glyph in marks.glyphs:
        middle = (glyph.x0 + glyph.x1) / 2
        for number, table in enumerate(found):
            if (
                table.columns[0] <= middle <= table.columns[-1]
                and table.rows[0] <= glyph.middle <= table.rows[-1]
            ):
                column = max(0, bisect.bisect_left(table.columns, middle) - 1)
                row = max(0, bisect.bisect_left(table.rows, glyph.middle) - 1)
                box = grids[number].get((row, column))
                if box is not None:
                    inside[number].setdefault(box, []).append(glyph)
                    break
        else:
            free.append(glyph)
    lines = lines_of(free, marks.number)
    counted = [attrs.evolve(line, number=number) for number, line in enumerate(lines, 1)]
    tables = [
        _page_table(table, glyphs, marks.number)
        for table, glyphs in zip(found, inside, strict=True)
        if any(glyphs.values())
    ]
    return counted, tables


def _grid(table: RuledTable) -> dict[tuple[int, int], int]:
    return {
        (row, column): number
        for number, box in enumerate(table.boxes)
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
    }


def _page_table(table: RuledTable, glyphs: dict[int, list[Glyph]], page: int) -> PageTable:
    held: dict[int, list[tuple[int, CellLines]]] = {}
    for number, box in enumerate(table.boxes):
        lines = tuple(lines_of(glyphs.get(number, ()), page))
        for row in range(box.row, box.row + box.rows):
            first = row == box.row
            cell = CellLines(lines=lines if first else (), x0=box.x0, x1=box.x1, above=not first)
            held.setdefault(row, []).append((box.column, cell))
    rows: Sequence[TableRow] = [
        TableRow(cells=tuple(cell for _, cell in sorted(cells, key=lambda c: c[0])), page=page)
        for _, cells in sorted(held.items())
    ]
    return PageTable(
        columns=table.columns,
        rows=tuple(row for row in rows if any(cell.lines for cell in row.cells)),
        top=table.rows[0],
        bottom=table.rows[-1],
        page=page,
    )
