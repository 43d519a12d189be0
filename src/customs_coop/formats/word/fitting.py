"""Tables fitted to the page of their document: widths of columns, and rows that stay together."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from customs_coop.formats.word.documents import text_width
from customs_coop.formats.word.keeping import hold_rows, row_height, text_height
from customs_coop.formats.word.measuring import Measure, lettering_of, printed_text
from customs_coop.formats.word.widths import column_needs, share_width
from customs_coop.formats.word.writing import TableRow, WordCell

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["PageFitter"]


class PageFitter:
    """Fits tables to the page and the letters of a document.

    Args:
        document: The document, with its page and its styles.
        bold: Whether words in the rows may be bold, as new words are in a marked table.
    """

    def __init__(self, document: "WordDocument", *, bold: bool = False) -> None:
        self._bold = bold
        self._width, self._height = text_width(document), text_height(document)
        self._lettering = lettering_of(document)
        self._measure = Measure()

    def widths(self, rows: Iterable[TableRow]) -> tuple[int, ...]:
        """The widths of the columns, by the words of all tables that are to have the same ones.

        Args:
            rows: The rows of the tables; the first one has the headings, without which no cells
                stand in columns.

        Returns:
            The width of each column, in twentieths of a point.
        """
        first, *others = rows
        headings = ["".join(_texts(cell)) for cell in first.cells]
        cells = ([_texts(cell) for cell in row.cells] for row in others if not _is_box(row))
        needs = column_needs(headings, cells, self._lettering, self._measure, bold=self._bold)
        return share_width(needs, self._width)

    def held(self, rows: Sequence[TableRow], widths: Sequence[int]) -> Iterator[TableRow]:
        """The rows of a table, each with what holds it to its page.

        Args:
            rows: The rows: those of the headings, and actions with the boxes below them.
            widths: The widths of the columns, in twentieths of a point.
        """
        heights = [self._row_height(row, widths) for row in rows]
        heads = sum(height for row, height in zip(rows, heights, strict=True) if row.heading)
        room = self._height - heads
        starts = [at for at, row in enumerate(rows) if not _is_box(row)]
        for start, end in zip(starts, [*starts, len(rows)][1:], strict=True):
            holds = hold_rows(heights[start:end], room)
            for row, hold in zip(rows[start:end], holds, strict=True):
                yield attrs.evolve(row, keeps=hold.keeps, splits=hold.splits and not row.heading)

    def _row_height(self, row: TableRow, widths: Sequence[int]) -> int:
        first = 0
        cells: list[tuple[int, list[str]]] = []
        for cell in row.cells:
            cells.append((sum(widths[first : first + cell.span]), _texts(cell)))
            first += cell.span
        return row_height(cells, self._lettering, self._measure)


def _is_box(row: TableRow) -> bool:
    """Whether a row is a box of full width, which belongs to the row above it."""
    return len(row.cells) == 1 and row.cells[0].span > 1


def _texts(cell: WordCell) -> list[str]:
    """The paragraphs of a cell, as they are seen."""
    heading = [cell.heading] if cell.heading else []
    return heading + [printed_text(one, bracketed=cell.bracketed) for one in cell.paragraphs]
