"""Boxes whose labels stand beside their texts, each action below or beside the other."""

from collections.abc import Sequence

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.grids import PlainCell, PlainRow, PlainTable, begins_with_code
from customs_coop.formats.pages.headings import is_code, label_of, label_with_code
from customs_coop.formats.pages.records import CODE, TITLE, Key, Record, Section
from customs_coop.formats.pages.taking import ActionTaker

__all__ = ["BesideTaker", "label_column"]


def label_column(rows: Sequence[PlainRow]) -> int | None:
    """The column in which labels stand, with their texts in the one behind it; None without one.

    Args:
        rows: The rows of a table without a row of headings.
    """
    beside: dict[int, int] = {}
    above = 0
    for row in rows:
        labels = [label_of(cell.text) is not None for cell in row.filled]
        above += len(labels) > 1 and all(labels)
        for number, cell in enumerate(row.filled[:2]):
            if labels[number]:
                if number + 1 < len(labels) and not labels[number + 1]:
                    beside[cell.column] = beside.get(cell.column, 0) + 1
                break
    best = max(beside, key=lambda column: (beside[column], -column), default=None)
    return best if best is not None and beside[best] >= 2 and beside[best] > above else None


class BesideTaker(ActionTaker):
    """Rows that begin with their label.

    Args:
        table: The table.
        place: The column of the labels; a code may stand before it.
    """

    def __init__(self, table: PlainTable, place: int) -> None:
        super().__init__(table)
        self.place = place
        self.first: Key | None = None  # the label with which each box begins
        self.last: Key = TITLE
        self.columns: dict[int, Record] = {}  # of actions that stand beside each other

    def read(self) -> Section:
        """Read every row."""
        for row in self.table.rows:
            whole = row.cells[0] if len(row.cells) == 1 else None
            if (
                whole is not None
                and whole.column == 0
                and whole.span >= max(2, self.table.width - 1)
            ):
                self.columns.clear()
                self.take_whole(row, whole)
            else:
                self.whole = None
                self._take(row)
        return self.section

    def _take(self, row: PlainRow) -> None:
        before = [cell for cell in row.filled if cell.column < self.place]
        cells = [cell for cell in row.filled if cell.column >= self.place]
        if before and is_code(before[0].text):
            self.begin(row).texts[CODE] = list(before[0].lines)
            self.first = self.first or CODE
            self.seen.add(CODE)
        elif before:
            cells = [*before, *cells]
        label = row.at(self.place)
        if label is not None and label.lines and cells[:1] == [label]:
            cells.pop(0)
            self._take_label(row, label, cells)
        key = self.last
        for cell in cells:
            column = label_of(cell.text)
            if column is not None and len(cells) > 1:
                key = self.key(column, cell.text)
                self.seen.add(key)
                continue
            self.last = key
            if not self._give(cell, key):
                self.add_line(row)
                return

    def _give(self, cell: PlainCell, key: Key) -> bool:
        """Add a text to its action; whether there is one."""
        beside = [
            record
            for column, record in self.columns.items()
            if cell.column <= column < cell.column + cell.span
        ]
        for record in beside or ([self.record] if self.record is not None else []):
            record.texts.setdefault(key, []).extend(cell.lines)
        return bool(beside) or self.record is not None

    def _take_label(self, row: PlainRow, first: PlainCell, cells: Sequence[PlainCell]) -> None:
        """Take the label of a row; a new action begins where its first label comes again."""
        text = first.text.strip(" *_:")
        found = label_with_code(text)
        code = ""
        column: Column | None
        if label_of(text) is None and is_code(text):
            code, column, text = text, Column.TITLE, "Action"
        elif found is not None:
            column = Column.TITLE
            text, code = found
        else:
            column = label_of(text) or label_of(first.lines[0].text)
        key = self.key(column, text)
        if self.first is None:
            self.first = key
        starts = key in (CODE, TITLE, self.first)
        if self.record is None or (starts and key in self.seen):
            self._begin_all(row, key, cells)
        self.seen.add(key)
        self.last = key
        if code and self.record is not None:
            self.record.texts.setdefault(CODE, [attrs.evolve(first.lines[0], text=code)])

    def _begin_all(self, row: PlainRow, key: Key, cells: Sequence[PlainCell]) -> None:
        """Begin an action, or one for each cell where each of them has a code."""
        self.columns.clear()
        codes = [begins_with_code(cell.lines[0].text) for cell in cells]
        if key in (CODE, TITLE) and len(codes) > 1 and all(codes):
            for cell in cells:
                self.columns[cell.column] = self.begin(row)
        else:
            self.begin(row)
