"""Tables with headings, as a ledger is printed, as values without a file format."""

import datetime as dt
from typing import Literal, TypeAlias

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.sheet import Language

__all__ = ["Cell", "Heading", "Line", "Numbered", "Page", "Sheet", "Tone"]

Cell = tuple[Paragraph, ...]
"""The paragraphs of one cell."""

Tone: TypeAlias = Literal["", "good", "plain", "warn", "bad", "clash", "none"]
"""How a cell is coloured, beside its words, which say the same; "" for not at all."""


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
        tones: The colours of the cells, one for each column; empty where none has any.
    """

    cells: tuple[Cell, ...]
    below: bool = False
    done: bool = False
    open: bool = False
    tones: tuple[Tone, ...] = ()


@attrs.frozen
class Numbered:
    """A paragraph with its number, which is counted through the whole page.

    Args:
        number: The number.
        text: The words.
    """

    number: int
    text: str


@attrs.frozen(kw_only=True)
class Sheet:
    """One table with its heading.

    Args:
        heading: Its heading.
        headings: Those of its columns.
        lines: Its rows; without any, there are only paragraphs.
        paragraphs: What is said above the table.
        below: Whether it is a part of the one above it.
    """

    heading: str
    headings: tuple[Heading, ...] = ()
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[Numbered, ...] = ()
    below: bool = False


@attrs.frozen(kw_only=True)
class Page:
    """All that is printed: a head, tables, and a sentence below them.

    Args:
        title: The heading of all.
        head: Label and text of each line below it.
        sheets: The tables, in order; none of them is without rows and paragraphs.
        summary: What it comes to, in a sentence or two; may be empty.
        number: The number of the document, for the head of each page; may be empty.
        marking: Its marking; may be empty.
        language: The language of the headings.
        day: The day for the properties of a file; None for none.
    """

    title: str
    head: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    summary: str = ""
    number: str = ""
    marking: str = ""
    language: Language = "en"
    day: dt.date | None = None

    def labelled(self, label: str) -> str:
        """A label with the colon of the language behind it.

        Example:
            >>> Page(title="Note", head=(), sheets=()).labelled("Plan")
            'Plan:'
        """
        return f"{label}\u00a0:" if self.language == "fr" else f"{label}:"
