"""What is open while the body of a Word file is read: paragraphs, runs and tables."""

import attrs

from customs_coop.formats.pages.content import Block, GridCell, GridRow, Place, TextLine

__all__ = ["OpenParagraph", "OpenRun", "OpenTable"]


@attrs.define
class OpenParagraph:
    """A paragraph that is being read."""

    pieces: list[str] = attrs.Factory(list)
    style: str = ""
    number: str = ""
    level: int | None = None
    inserted: bool = False  # its end, which parts it from the next one
    deleted: bool = False
    notes: list[TextLine] = attrs.Factory(list)
    beside: list[Block] = attrs.Factory(list)  # text boxes that are anchored in it


@attrs.define
class OpenRun:
    """How the characters of a run look."""

    raised: bool = False
    hidden: bool = False


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
