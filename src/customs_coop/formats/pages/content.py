"""What a file shows: paragraphs, lists of labels and tables, each with its place.

Word files, web pages and spreadsheets are opened into these values, so that everything behind
them has to know one shape only.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias, Union

import attrs

from customs_coop.formats.files.refusal import RefusedFileError

__all__ = [
    "Block",
    "Count",
    "Grid",
    "GridCell",
    "GridRow",
    "Labels",
    "LineRole",
    "Opened",
    "Place",
    "Remark",
    "TextLine",
    "paragraphs_of",
    "raised",
]

_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")

LineRole: TypeAlias = Literal["", "title", "item", "note", "term", "definition", "follows"]

_MOST_LINES = 100_000
_MOST_CELLS = 100_000


class Count:
    """Counts what a file gives, and refuses what would fill the memory."""

    def __init__(self) -> None:
        self._lines = 0
        self._cells = 0

    def line(self) -> None:
        """Count one paragraph.

        Raises:
            RefusedFileError: There are too many.
        """
        self._lines += 1
        if self._lines > _MOST_LINES:
            message = f"the file has more than {_MOST_LINES} paragraphs"
            raise RefusedFileError("CC185", message)

    def cell(self) -> None:
        """Count one cell.

        Raises:
            RefusedFileError: There are too many.
        """
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise RefusedFileError("CC185", f"the file has more than {_MOST_CELLS} cells")


@attrs.frozen
class Place:
    """A place in a file that has no lines to count, or other lines than its text.

    Args:
        path: Words such as "table 2, row 3, cell 4".
        line: The line of the file, counted from 1, or None where a file has none.
    """

    path: str
    line: int | None = None


@attrs.frozen
class Remark:
    """Something worth telling about a file that could be opened."""

    code: str
    message: str
    place: Place | None = None


@attrs.frozen(kw_only=True)
class TextLine:
    """One paragraph, without line breaks.

    Args:
        text: Its words.
        place: Where it stands.
        role: "title" for that of the document, "item" in a list, "note" for a footnote, "term"
            and "definition" in a list of labels, "follows" directly below the line before it.
        gap: Whether an empty line stands above it in its cell.
    """

    text: str
    place: Place
    role: LineRole = ""
    gap: bool = False


@attrs.frozen(kw_only=True)
class Labels:
    """Labels with their texts, as on a cover.

    Args:
        pairs: Label, text and place of each.
    """

    pairs: tuple[tuple[str, str, Place], ...]


@attrs.frozen(kw_only=True)
class GridCell:
    """One cell of a table.

    Args:
        blocks: What stands in it.
        place: Where it stands.
        span: How many columns it takes.
        above: Whether it only carries on the cell above it.
    """

    blocks: tuple["Block", ...]
    place: Place
    span: int = 1
    above: bool = False


@attrs.frozen(kw_only=True)
class GridRow:
    """One row of a table."""

    cells: tuple[GridCell, ...]
    place: Place


@attrs.frozen(kw_only=True)
class Grid:
    """A table."""

    rows: tuple[GridRow, ...]
    place: Place


Block: TypeAlias = Union[TextLine, Labels, Grid]  # noqa: UP007 - "Grid" is named before it exists


@attrs.frozen(kw_only=True)
class Opened:
    """What stands in a file, in order, and what is worth telling about it.

    Args:
        blocks: Its paragraphs, labels and tables.
        remarks: What is worth telling.
        asides: Words that one of our own files says beside those of the plan; no layout reads
            them.
        edges: Heads and feet of pages, where a file keeps them apart from its text.
        left: The words of heads, feet and menus that were left out, as a remark tells.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    asides: tuple[TextLine, ...] = ()
    edges: tuple[TextLine, ...] = ()
    left: tuple[str, ...] = ()


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[TextLine]:
    """Every paragraph; a row of a table within becomes one, with blanks between its cells."""
    for block in blocks:
        if isinstance(block, TextLine):
            yield block
        elif isinstance(block, Labels):
            for label, text, place in block.pairs:
                yield TextLine(text=f"{label} {text}", place=place)
        else:
            for row in block.rows:
                words = [line.text for cell in row.cells for line in paragraphs_of(cell.blocks)]
                if any(words):
                    yield TextLine(text=" ".join(words), place=row.place)


def raised(text: str) -> str:
    """Figures and brackets as raised characters, as which footnote marks are known.

    Example:
        >>> raised("1)"), raised("st")
        ('¹⁾', 'st')
    """
    return text.translate(_RAISED)
