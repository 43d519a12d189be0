"""The ledger of a rollover as a Word document, to be put behind a plan as its annex."""

import datetime as dt
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import attrs

from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.ledger.page import PrintedLedger
from customs_coop.exporters.ledger.sheets import Page, Sheet
from customs_coop.exporters.ledger.tones import GROUNDS
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.word.fitting import PageFitter
from customs_coop.formats.word.styles import LANGUAGE_TAGS
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


def page_as_word(page: Page, *, whole: bool, marking: str = "", fitted: bool = False) -> bytes:
    """A page with its tables, as the content of a .docx file.

    Args:
        page: The page.
        whole: Whether no row is torn apart at the end of a page.
        marking: The marking for the head of each page, where the page has none; may be empty.
        fitted: Whether the widths of columns follow what stands in them.
    """
    shown = page.marking or marking
    document = empty_document(
        title=page.title,
        number=page.number or page.title,
        marking=shown,
        day=page.day or _NO_DAY,
        language=LANGUAGE_TAGS[page.language],
    )
    # The head of each page has the marking; the first one of a note does not say it twice.
    for text in (page.number, "" if fitted else page.marking):
        if text:
            add_paragraph(document, text, style="Document Number")
    add_paragraph(document, page.title, style="Title")
    add_lines(document, tuple((page.labelled(label), text) for label, text in page.head))
    fitter = PageFitter(document) if fitted else None
    for sheet, further in zip_longest(page.sheets, page.sheets[1:]):
        add_paragraph(document, sheet.heading, style="Heading 2" if sheet.below else "Heading 1")
        # What is said of a table, or of those below it, does not stand alone at the end of a page.
        keeps = bool(sheet.lines) or (further is not None and further.below)
        for one in sheet.paragraphs:
            text = f"{one.number}. {one.text}"
            add_paragraph(document, text, style="Objective", keeps=keeps)
        if not sheet.lines:
            continue
        rows = tuple(_rows(sheet, whole=whole))
        widths = tuple(heading.width for heading in sheet.headings)
        if fitter is not None:
            widths = fitter.widths(rows)
            rows = tuple(fitter.held(rows, widths))
        add_table(document, rows, widths, caption=sheet.heading)
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
                WordCell(
                    paragraphs=cell,
                    bold=line.open and place == 0,
                    centred=heading.figures,
                    fill=GROUNDS[line.tones[place]] if line.tones else "",
                )
                for place, (heading, cell) in enumerate(
                    zip(sheet.headings, line.cells, strict=True)
                )
            ),
            greyed=line.done,
            # With the further texts of an action a row may be longer than a page.
            splits=not whole,
        )
