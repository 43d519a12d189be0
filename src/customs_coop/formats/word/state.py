"""What is open while the body of a Word file is read: paragraphs, runs and tables."""

import itertools
import re
from collections.abc import Iterator

import attrs

from customs_coop.formats.cells import may_hide
from customs_coop.formats.pages.content import Block, GridCell, GridRow, Place, TextLine
from customs_coop.formats.word.styles import (
    ASIDE_HEADING,
    ASIDE_STYLE,
    BRACKET_STYLE,
    HIDDEN_STYLE,
)

__all__ = ["OpenParagraph", "OpenRun", "OpenTable"]

_ASIDES = frozenset((ASIDE_STYLE, ASIDE_HEADING))
_SQUARED = str.maketrans("()", "[]")
# The hidden or squared brackets of words that somebody deleted.
_EMPTIED = re.compile(r"\s?\[(?:In words: )?\s?\]")
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
    hiding: bool = False  # it holds what one of our files hides beside its words
    hidden: set[int] = attrs.Factory(set)  # which pieces
    doubted: str = ""  # what was hidden and is none of ours
    shown: bool = False  # it holds anything else

    def take_property(self, name: str, value: str) -> None:
        """Take its style, or its place in a list.

        Args:
            name: The name of the element.
            value: Its value.
        """
        if name == "pStyle":
            self.style = value
        elif name == "numId":
            self.number = value
        elif name == "ilvl" and value.isdecimal():
            self.level = int(value[:3])

    def words(self) -> str:
        """What was read; nothing where what is hidden has lost the words that it stood beside."""
        if not self.hiding:
            return "".join(self.pieces)
        kept: list[str] = []
        for hidden, group in itertools.groupby(
            enumerate(self.pieces), lambda one: one[0] in self.hidden
        ):
            text = "".join([piece for _, piece in group])
            if hidden and not may_hide(text):
                self.doubted = text
            else:
                kept.append(text)
        return _EMPTIED.sub("", "".join(kept)) if self.shown else ""

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

    def cut_aside(self, place: Place) -> Iterator[TextLine]:
        """Take out the words, where their style says that they belong to no plan.

        Args:
            place: Where the paragraph stands.
        """
        if self.style in _ASIDES:
            words = " ".join("".join(self.pieces).split())
            self.pieces.clear()
            if words:
                yield TextLine(text=words, place=place)


@attrs.define
class OpenRun:
    """How the characters of a run look."""

    raised: bool = False
    hidden: bool = False
    struck: bool = False
    style: str = ""

    @property
    def beside(self) -> bool:
        """Whether it holds what one of our files hides beside its words."""
        return self.style == HIDDEN_STYLE

    @property
    def marks(self) -> bool:
        """Whether it holds no words, but what is hidden, or a bracket of ours."""
        return self.style in (HIDDEN_STYLE, BRACKET_STYLE)

    def as_written(self, text: str) -> str:
        """The characters as they were before one of our files printed them.

        Args:
            text: Characters of the run.
        """
        return text.translate(_SQUARED) if self.style == BRACKET_STYLE else text


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
