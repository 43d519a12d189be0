"""Actions in tables: one row each, or a box of labels with their texts below or beside them."""

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.beside import BesideTaker, label_column
from customs_coop.formats.pages.grids import (
    Kind,
    PlainCell,
    PlainRow,
    PlainTable,
    known_columns,
    label_of,
)
from customs_coop.formats.pages.headings import counts_columns, is_code, leading_code
from customs_coop.formats.pages.labels import own_label
from customs_coop.formats.pages.records import CODE, TITLE, Key, Record, Section
from customs_coop.formats.pages.taking import ActionTaker

__all__ = ["read_section"]


def read_section(table: PlainTable) -> Section:
    """Take the actions of a table apart.

    Args:
        table: A table whose rows or boxes are actions.

    Returns:
        The actions, and the lines between them; the code of a box may still be missing.
    """
    assert table.kind is not Kind.PLAIN  # noqa: S101 - such tables hold no actions
    place = label_column(table.rows) if table.header is None else None
    return _RowTaker(table).read() if place is None else BesideTaker(table, place).read()


class _RowTaker(ActionTaker):
    """Rows of texts below their labels."""

    def __init__(self, table: PlainTable) -> None:
        super().__init__(table)
        self.labels: dict[int, Key] = {}
        self.above: dict[int, PlainCell] = {}

    def read(self) -> Section:
        """Read every row."""
        first = 0
        if self.table.header is not None:
            first = self.table.header + 1
            for row in self.table.rows[: self.table.header]:
                self.add_line(row)
            self._take_header()
        below_header = self.header is not None
        for row in self.table.rows[first:]:
            if self.header is not None and row.texts == self.header.texts:
                self._take_header()
                below_header = True
            elif not (below_header and counts_columns(row)):
                self._take(row)
                below_header = False
        return self.section

    def _take_header(self) -> None:
        self.labels = self._keys(dict(enumerate(self.table.headings)))
        self.whole = None
        if self.section.boxes:
            self.record = None

    def _keys(self, headings: dict[int, str]) -> dict[int, Key]:
        """What each column holds; a heading that comes twice counts once for what it names."""
        found: dict[int, Key] = {}
        columns = known_columns(tuple(headings.values()))
        for (column, heading), known in zip(headings.items(), columns, strict=True):
            key: Key = (known, "", 0)
            if known is None or key in found.values():
                words = heading.strip()
                same = sum(other[1] == words and other[0] is None for other in found.values())
                key = (None, words, same)
            found[column] = key
            self.section.headings.setdefault(key, heading.strip(" *_:"))
        return found

    def _take(self, row: PlainRow) -> None:
        whole = self._whole(row)
        if whole is not None:
            self.take_whole(row, whole)
        elif self._is_labels(row):
            self.whole = None
            self.labels = self._keys(
                {
                    column: cell.text
                    for cell in row.filled
                    for column in range(cell.column, cell.column + min(cell.span, 200))
                }
            )
            if TITLE in self.labels.values():
                self.record = None
        else:
            self.whole = None
            self._take_cells(row)

    def _whole(self, row: PlainRow) -> PlainCell | None:
        """The only cell of a row, where it is as wide as the table or can be no cell of it."""
        if len(row.cells) != 1 or row.cells[0].column != 0 or not row.cells[0].lines:
            return None
        cell = row.cells[0]
        if cell.span >= max(2, self.table.width - 1):
            return cell
        if self.header is None or cell.span > 1:
            return None
        label = own_label(cell.lines, inline=True)
        if label is not None and label[0] is not Column.CODE:
            return cell
        no_code = not is_code(cell.text) and leading_code(cell.text) is None
        in_code = self.labels.get(0) == CODE
        # A code alone in the column of the titles stands above its row.
        return cell if (in_code and no_code) or (not in_code and is_code(cell.text)) else None

    def _is_labels(self, row: PlainRow) -> bool:
        """Whether a row holds only labels."""
        if not self.section.boxes and len(row.filled) < 2:
            return False
        return all(label_of(cell.text) is not None for cell in row.filled)

    def _take_cells(self, row: PlainRow) -> None:
        """A row of texts below their labels."""
        begins = self._begins(row)
        column = next((c for c, key in self.labels.items() if key == begins), None)
        held = row.at(column) if column is not None else None
        if held is not None and held.above and self.record is not None:
            for cell in row.filled:
                self._give(cell, self.record)
            self.section.merged = self.section.merged or row.place
            return
        if begins is not None:
            self.begin(row)
            self._tell_if_short(row)
        if self.record is None:
            self.add_line(row)
            return
        beside: Key | None = None
        for cell in row.cells:
            words = self._copied(cell)
            if not words.lines:
                continue
            label = label_of(words.text) if self.header is None else None
            if beside is not None and label is None:
                self.record.texts.setdefault(beside, []).extend(words.lines)
                beside = None
            elif label is not None:
                beside = self.key(label, words.text)
            else:
                self._give(words, self.record)

    def _tell_if_short(self, row: PlainRow) -> None:
        """Note a row that ends before the last heading: its cells may be those of others."""
        filled = (number for number, text in enumerate(self.table.headings, 1) if text)
        wanted = max(filled, default=0)
        if not self.section.boxes and row.width < wanted:
            self.section.short.append((row.place, row.width, wanted))

    def _begins(self, row: PlainRow) -> Key | None:
        """The label with whose text a row begins an action; None where it goes on with one."""
        held = self.labels.values()
        if CODE in held or TITLE in held:
            return CODE if CODE in held else TITLE
        if self.header is not None and TITLE not in self.section.headings:
            return next(iter(held), None)  # the title stands above the table
        found = (own_label(cell.lines, inline=True) for cell in row.filled)
        own = any(label is not None and label[0] is Column.TITLE for label in found)
        return TITLE if self.header is None and own else None

    def _copied(self, cell: PlainCell) -> PlainCell:
        """A cell, or the one above that it carries on."""
        if cell.above:
            self.section.merged = self.section.merged or cell.place
            return attrs.evolve(self.above.get(cell.column, cell), column=cell.column)
        self.above[cell.column] = cell
        if cell.span > 1 and self.header is not None:
            self.section.merged = self.section.merged or cell.place
        return cell

    def _give(self, cell: PlainCell, record: Record) -> None:
        """Add a cell to an action: to its own label, or to that above it."""
        key = self.labels.get(cell.column)
        if self.section.boxes:
            own = own_label(cell.lines, inline=self.header is None)
            if own is not None and own[2]:
                column, heading, lines = own
                record.texts.setdefault(self.key(column, heading), []).extend(lines)
                return
        if key is None:
            key = self.key(None, "")
        record.texts.setdefault(key, []).extend(cell.lines)
