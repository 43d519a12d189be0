"""The ledger of a rollover as a Word document, to be put behind a plan as its annex."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.ledger.page import PrintedLedger
from customs_coop.exporters.ledger.sheets import Page, Sheet
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.word.writing import (
    TableRow,
    WordCell,
    add_lines,
    add_paragraph,
    add_table,
    empty_document,
    stable_bytes,
)
from customs_coop.rollover import Ledger

__all__ = ["LedgerDocx", "page_as_word"]

# A page has no day of its own; any fixed one does, so long as no clock is asked.
_NO_DAY: Final = dt.date(1970, 1, 1)


@attrs.frozen(kw_only=True)
class LedgerDocx(PrintedLedger):
    """A ledger as a Word document in landscape, with one table for each kind of thing.

    The headings of the columns are repeated on each page, no row is torn apart, rows that are
    over are greyed, and those of which somebody has still to say what becomes of them begin in
    bold.
    The same ledger gives the same bytes.
    """

    suffix = ".docx"
    media_type = WORD_MEDIA_TYPE

    def render(self, subject: Ledger, /) -> bytes:
        """Write the document.

        Args:
            subject: The ledger.

        Returns:
            The content of a .docx file.
        """
        return page_as_word(self.page(subject), whole=self.items == "differing")


def page_as_word(page: Page, *, whole: bool, marking: str = "") -> bytes:
    """A page with its tables, as the content of a .docx file.

    Args:
        page: The page.
        whole: Whether no row is torn apart at the end of a page.
        marking: The marking for the head of each page; may be empty.
    """
    document = empty_document(title=page.title, number=page.title, marking=marking, day=_NO_DAY)
    add_paragraph(document, page.title, style="Title")
    add_lines(document, tuple((f"{label}:", text) for label, text in page.head))
    for sheet in page.sheets:
        add_paragraph(document, sheet.heading, style="Heading 1")
        widths = tuple(heading.width for heading in sheet.headings)
        add_table(document, tuple(_rows(sheet, whole=whole)), widths)
    add_paragraph(document, page.summary, style="Note")
    return stable_bytes(document)


def _rows(sheet: Sheet, *, whole: bool) -> Iterator[TableRow]:
    yield TableRow(
        cells=tuple(
            WordCell(paragraphs=(Paragraph(heading.text),), bold=True, centred=heading.figures)
            for heading in sheet.headings
        ),
        heading=True,
    )
    for line in sheet.lines:
        yield TableRow(
            cells=tuple(
                WordCell(paragraphs=cell, bold=line.open and place == 0, centred=heading.figures)
                for place, (heading, cell) in enumerate(
                    zip(sheet.headings, line.cells, strict=True)
                )
            ),
            greyed=line.done,
            # With the further texts of an action a row may be longer than a page.
            splits=not whole,
        )
