"""PDF files: the one border at which whatever goes wrong with a file becomes a finding."""

import logging
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Opened, Place, Remark
from customs_coop.formats.pdf.assembling import PageContent, assemble
from customs_coop.formats.pdf.furniture import find_furniture
from customs_coop.formats.pdf.lines import Line
from customs_coop.formats.pdf.regions import PageTable, read_page
from customs_coop.formats.pdf.streams import damaged, too_much
from customs_coop.formats.word_breaks import Vocabulary

if TYPE_CHECKING:
    from customs_coop.formats.pdf.marks import PageMarks

__all__ = ["LARGEST_PDF", "looks_like_pdf", "read_pdf"]

LARGEST_PDF = 32 * 1024 * 1024
"""The largest PDF file that is read, in bytes."""

_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024  # bytes, before which other programs may have written something
_ENCRYPTED = ("PDFPasswordIncorrect", "PDFEncryptionError")
_MOST_TOLD = 4


def looks_like_pdf(content: bytes) -> bool:
    """Whether the bytes are a PDF file, with whatever stands before its beginning.

    Example:
        >>> looks_like_pdf(b"%PDF-1.7"), looks_like_pdf(b"on %PDF- files")
        (True, False)
    """
    if content.startswith(_SIGNATURE):
        return True
    start = content[:_SIGNATURE_WITHIN]
    place = start.find(b"\n" + _SIGNATURE)
    return place >= 0 and b"startxref" in content[-_SIGNATURE_WITHIN:]


def read_pdf(content: bytes) -> Opened:
    """Open a PDF file.

    Args:
        content: The bytes of the file.

    Returns:
        Its paragraphs and tables in reading order, without the heads and feet of its pages.

    Raises:
        RefusedFileError: The file is damaged, hostile or protected, has no text, or pdfplumber is
            not there.
    """
    if len(content) > LARGEST_PDF:
        raise too_much(f"is larger than {LARGEST_PDF // (1024 * 1024)} MB")
    return _opened(_marks(content))


def _marks(content: bytes) -> "list[PageMarks]":
    """What stands on the pages; nothing that pdfplumber raises goes further than here."""
    try:
        from customs_coop.formats.pdf.drawing import open_pages
        from customs_coop.formats.pdf.measuring import measure
    except ImportError as error:
        message = (
            'reading PDF needs pdfplumber; get it with pip install "customs-coop[pdf]", '
            'or in a clone with pip install ".[pdf]"'
        )
        raise RefusedFileError("CC193", message) from error
    # What pdfminer finds odd goes to its log, which without a handler would be printed.
    log, silent = logging.getLogger("pdfminer"), logging.NullHandler()
    log.addHandler(silent)
    pages: list[PageMarks] = []
    try:
        for page in open_pages(content):
            pages.append(measure(page))
            page.close()
    except RefusedFileError:
        raise
    except Exception as error:  # pdfminer raises nearly anything for a broken file
        if type(error).__name__ in _ENCRYPTED:
            message = "the document is protected by a password"
            raise RefusedFileError("CC183", message) from error
        where = f"page {len(pages) + 1} cannot be read" if pages else "its pages cannot be found"
        raise damaged(where) from error
    finally:
        log.removeHandler(silent)
    if not pages:
        raise damaged("it has no pages")
    return pages


def _opened(pages: "Sequence[PageMarks]") -> Opened:
    if not any(page.glyphs for page in pages):
        what = "it may be a scan" if any(page.pictures for page in pages) else "its pages are empty"
        raise RefusedFileError("CC194", f"the PDF file holds no text; {what}")
    read: list[tuple[list[Line], list[PageTable]]] = [read_page(page) for page in pages]
    inner = [
        (min(table.top for table in tables), max(table.bottom for table in tables))
        if tables
        else None
        for _, tables in read
    ]
    furniture = find_furniture([lines for lines, _ in read], [page.height for page in pages], inner)
    every = [*_all_lines(read)]
    sizes = Counter(round(line.size * 2) / 2 for line in every for _ in line.text.split())
    size = max(sizes, key=lambda one: (sizes[one], one)) if sizes else 0.0
    contents = [
        PageContent(
            lines=tuple(line for line in lines if line not in furniture.lines),
            tables=tuple(tables),
            width=page.width,
        )
        for page, (lines, tables) in zip(pages, read, strict=True)
    ]
    blocks, remarks = assemble(contents, Vocabulary(line.text for line in every), size)
    return Opened(
        blocks=blocks,
        remarks=(*_told(pages), *_told_furniture(furniture.told), *remarks),
        left=tuple(text for text, _ in furniture.told),
    )


def _all_lines(read: Sequence[tuple[list[Line], list[PageTable]]]) -> list[Line]:
    found: list[Line] = []
    for lines, tables in read:
        found += lines
        found += [
            line for table in tables for row in table.rows for c in row.cells for line in c.lines
        ]
    return found


def _told(pages: "Sequence[PageMarks]") -> list[Remark]:
    found: list[Remark] = []
    for page in pages:
        place = Place(f"page {page.number}")
        if not page.glyphs and page.pictures:
            message = "the page holds no text; it may be a scan"
            found.append(Remark("CC195", message, place))
        for count, what in (
            (page.unread, "have no meaning that the file would tell"),
            (page.turned, "run in another direction than the page"),
            (page.outside, "lie outside of the page"),
        ):
            if count:
                noun = "1 character was" if count == 1 else f"{count} characters were"
                message = f"{noun} not read: they {what}"
                found.append(Remark("CC197", message, place))
    return found


def _told_furniture(told: Sequence[tuple[str, int]]) -> list[Remark]:
    if not told:
        return []
    shown = [f'"{text}" on {count} pages' for text, count in told[:_MOST_TOLD]]
    if len(told) > _MOST_TOLD:
        shown.append(f"{len(told) - _MOST_TOLD} more")
    message = f"heads and feet of pages were left out: {', '.join(shown)}"
    return [Remark("CC196", message)]
