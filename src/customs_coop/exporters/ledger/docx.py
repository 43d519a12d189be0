"""The ledger of a rollover as a Word document, to be put behind a plan as its annex."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.exporters.ledger.page import Items, ledger_page
from customs_coop.exporters.ledger.sheets import Sheet
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.word.writing import (
    TableRow,
    WordCell,
    add_lines,
    add_paragraph,
    add_table,
    landscape_document,
    stable_bytes,
)
from customs_coop.rollover import Ledger

__all__ = ["LedgerDocx"]

# A ledger has no day of its own; any fixed one does, so long as no clock is asked.
_NO_DAY: Final = dt.date(1970, 1, 1)


@attrs.frozen(kw_only=True)
class LedgerDocx:
    """A ledger as a Word document in landscape, with one table for each kind of thing.

    The headings of the columns are repeated on each page, no row is torn apart, rows that are
    over are greyed, and those of which somebody has still to say what becomes of them begin in
    bold.
    The same ledger gives the same bytes.

    Args:
        items: "differing" shows the indicators and milestones that do not simply go the way of
            their action; "all" shows every one, and the further texts of merged and split actions.
    """

    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    accepts = ("ledger",)

    items: Items = "differing"

    def render(self, subject: Ledger, /) -> bytes:
        """Write the document.

        Args:
            subject: The ledger.

        Returns:
            The content of a .docx file.
        """
        page = ledger_page(subject, self.items)
        document = landscape_document(title=page.title, number=page.title, marking="", day=_NO_DAY)
        add_paragraph(document, page.title, style="Title")
        add_lines(document, tuple((f"{label}:", text) for label, text in page.head))
        for sheet in page.sheets:
            add_paragraph(document, sheet.heading, style="Heading 1")
            widths = tuple(heading.width for heading in sheet.headings)
            add_table(document, tuple(_rows(sheet, whole=self.items == "differing")), widths)
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
