"""Tables with headings, as a ledger is printed, as values without a file format."""

import attrs

from customs_coop.formats.cells import Paragraph

__all__ = ["Cell", "Heading", "Line", "Page", "Sheet"]

Cell = tuple[Paragraph, ...]
"""The paragraphs of one cell."""


@attrs.frozen
class Heading:
    """The head of one column.

    Args:
        text: Its words; may be empty above the names of rows.
        width: Its share of the width of the page.
        figures: Whether the column holds figures, which stand at the right.
    """

    text: str
    width: int
    figures: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class Line:
    """One row of a table.

    Args:
        cells: One for each column.
        below: Whether it is about a part of the row above it.
        done: Whether the work is done or over; such rows are greyed.
        open: Whether somebody has still to say what becomes of it; such rows are marked.
    """

    cells: tuple[Cell, ...]
    below: bool = False
    done: bool = False
    open: bool = False


@attrs.frozen(kw_only=True)
class Sheet:
    """One table with its heading.

    Args:
        heading: Its heading.
        headings: Those of its columns.
        lines: Its rows.
    """

    heading: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]


@attrs.frozen(kw_only=True)
class Page:
    """All that is printed: a head, tables, and a sentence below them.

    Args:
        title: The heading of all.
        head: Label and text of each line below it.
        sheets: The tables, in order; none of them is without rows.
        summary: What it comes to, in a sentence or two.
    """

    title: str
    head: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    summary: str
