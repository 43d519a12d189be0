"""Where the cells of a table begin and end inside, measured by the lines of whole columns."""

import statistics
from collections.abc import Iterable, Sequence

from customs_coop.formats.pdf.regions import CellLines, TableRow

__all__ = ["InnerEdges"]

_WIDEST_INSET = 8.0  # points


class InnerEdges:
    """The inner edges of the columns of a table.

    Programs leave the same room on both sides of a cell, and mostly in all cells of a table. A
    column whose texts are all centred is told by the others.

    Args:
        rows: The rows of the table.

    Example:
        >>> from customs_coop.formats.pdf.lines import Line, Words
        >>> line = Line(parts=(Words(text="a", x0=44, x1=50),), top=0, bottom=10, size=10, first=6,
        ...             page=1)
        >>> cell = CellLines(lines=(line,), x0=40, x1=90)
        >>> InnerEdges([TableRow(cells=(cell,), page=1)]).of(cell)
        (44.0, 86.0)
    """

    def __init__(self, rows: Sequence[TableRow]) -> None:
        self._insets: dict[int, float] = {}
        self._ends: dict[int, float] = {}
        for cell in _filled(rows):
            inset = max(0.0, min(line.x0 for line in cell.lines) - cell.x0)
            left, right = round(cell.x0), round(cell.x1)
            self._insets[left] = min(inset, self._insets.get(left, _WIDEST_INSET))
            end = cell.x1 - min(cell.x1, max(line.x1 for line in cell.lines))
            self._ends[right] = min(end, self._ends.get(right, _WIDEST_INSET))
        self._usual = statistics.median_low(self._insets.values()) if self._insets else 0.0

    def of(self, cell: CellLines) -> tuple[float, float]:
        """Where the text of a cell may begin and must end, in points from the left edge."""
        inset = min(self._insets.get(round(cell.x0), self._usual), self._usual)
        end = min(self._ends.get(round(cell.x1), inset), inset)
        return float(cell.x0 + inset), float(cell.x1 - end)


def _filled(rows: Iterable[TableRow]) -> Iterable[CellLines]:
    return (cell for row in rows for cell in row.cells if cell.lines)
