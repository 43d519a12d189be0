"""What is open while the body of a Word file is read: paragraphs, runs and tables."""

import attrs

from customs_coop.formats.pages.content import Block, GridCell, GridRow, Place, TextLine

__all__ = ["OpenParagraph", "OpenRun", "OpenTable"]

_BETWEEN = " | "  # a sign that joins no times


@attrs.define
class OpenParagraph:
    """A paragraph that is being read."""

    pieces: list[str] = attrs.Factory(list)
    style: str = ""
    number: str = ""
    level: int | None = None
    inserted: bool = False  # its end, which parts it from the next one
    deleted: bool = False
    change: int = 0  # of the text read last: 1 where it was inserted, -1 where it was deleted
    notes: list[TextLine] = attrs.Factory(list)
    beside: list[Block] = attrs.Factory(list)  # text boxes that are anchored in it

    def part_changes(self, change: int) -> None:
        """Set a deleted and an inserted text apart where they touch, as "June | July".

        Both together are no words that anybody wrote; without a sign between them, two times
        would look like a period.

        Args:
            change: Of the text that comes next: 1 where it was inserted, -1 where it was deleted.
        """
        if change and self.change == -change:
            self.pieces.append(_BETWEEN)
        self.change = change


@attrs.define
class OpenRun:
    """How the characters of a run look."""

    raised: bool = False
    hidden: bool = False
    struck: bool = False


@attrs.define
class OpenTable:
    """A table that is being read."""

    name: str
    place: Place
    rows: list[GridRow] = attrs.Factory(list)
    notes: list[TextLine] = attrs.Factory(list)
    cells: list[GridCell] = attrs.Factory(list)
    column: int = 0
    inserted: bool = False
    deleted: bool = False
    span: int = 1
    above: bool = False
    cell_inserted: bool = False
    cell_deleted: bool = False

    def begin_row(self) -> None:
        """Forget the cells and the changes of the row before."""
        self.cells = []
        self.column = 0
        self.inserted = self.deleted = False

    def begin_cell(self) -> None:
        """Forget the width and the changes of the cell before."""
        self.span = 1
        self.above = self.cell_inserted = self.cell_deleted = False
