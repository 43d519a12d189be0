"""Word files: a document with tables of any length, the same bytes every time.

The table is built as XML text inside a python-docx document: python-docx looks up the whole
grid for each cell, so that a table filled through it takes time in the square of its rows.
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.characters import replace_illegal, runs_from_right
from customs_coop.formats.word.documents import empty_document, stable_bytes, text_width
from customs_coop.formats.word.paper import TABLE_WIDTH
from customs_coop.formats.word.runs import NAMESPACE, paragraph_runs, run_xml
from customs_coop.formats.word.seal import bookmark
from customs_coop.formats.word.styles import CELL_MARGIN

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = [
    "COVER_STYLE",
    "COVER_WIDTHS",
    "GREY_SHADE",
    "GRID_STYLE",
    "HEADING_SHADE",
    "NAMESPACE",
    "TABLE_WIDTH",
    "TableRow",
    "WordCell",
    "add_lines",
    "add_paragraph",
    "add_table",
    "append_xml",
    "empty_document",
    "stable_bytes",
    "table_head",
]

HEADING_SHADE: Final = "E4E7ED"
"""The ground of headings of columns."""

GREY_SHADE: Final = "CFCFCF"
"""The ground of rows in which nothing remains to be done."""

GRID_STYLE: Final = "TableGrid"
"""The style of a table with borders."""

COVER_STYLE: Final = "TableNormal"
"""The style of the lines of the cover, which have none."""

COVER_WIDTHS: Final = (12, 88)
"""The widths of their labels and texts, in a document across."""

# Its properties stand before all else in it.
_FIRST_PARAGRAPH: Final = re.compile(r"<w:p>(?:<w:pPr>.{0,200}?</w:pPr>)?")
_KEPT: Final = "<w:keepNext/>"


@attrs.frozen(kw_only=True)
class WordCell:
    """One cell of a table.

    Args:
        paragraphs: Its paragraphs; a label is set in italics.
        heading: A first paragraph in bold; may be empty.
        bold: Whether its words are bold.
        centred: Whether they stand in the middle.
        span: How many columns it takes.
        bracketed: Whether what stands in it only to be read back is printed in square brackets,
            for the sake of forms in which no text can be hidden; else it is hidden.
        fill: The colour of its ground, as six hexadecimal figures; empty for that of its row.
    """

    paragraphs: tuple[Paragraph, ...]
    heading: str = ""
    bold: bool = False
    centred: bool = False
    span: int = 1
    bracketed: bool = False
    fill: str = ""


@attrs.frozen(kw_only=True)
class TableRow:
    """One row of a table.

    Args:
        cells: Its cells.
        heading: Whether it is repeated at the head of each page.
        greyed: Whether it is printed on grey.
        splits: Whether the end of a page may tear it apart.
        keeps: Whether it stays on the page of the row after it; rows of headings always do.
        code: The code of the action that begins here, for a bookmark; None where none does.
    """

    cells: tuple[WordCell, ...]
    heading: bool = False
    greyed: bool = False
    splits: bool = False
    keeps: bool = False
    code: str | None = None


def add_paragraph(
    document: "WordDocument", text: str, style: str = "Normal", *, keeps: bool = False
) -> None:
    """Add a paragraph at the end.

    Args:
        document: The document.
        text: Its words; what XML cannot hold becomes U+FFFD.
        style: "Normal", "Title", "Document Number", "Objective", "Note", or "Heading 1" to
            "Heading 3".
        keeps: Whether it stays on the page of what follows; headings always do.
    """
    # python-docx would look through all styles for each paragraph.
    identity = style.replace(" ", "")
    # The headings of a template need not keep with the table below them.
    kept = _KEPT * (keeps or style.startswith("Heading"))
    named = "" if style == "Normal" else f'<w:pStyle w:val="{identity}"/>'
    properties = f"{named}{kept}{_direction(text)}"
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    run = run_xml(text) if text else ""
    append_xml(document, f"<w:p {NAMESPACE}>{look}{run}</w:p>")


def add_lines(document: "WordDocument", lines: tuple[tuple[str, str], ...]) -> None:
    """Add label and text in two columns without borders.

    Args:
        document: The document.
        lines: Pairs of label and text.
    """
    rows = tuple(
        TableRow(
            cells=(
                WordCell(paragraphs=(Paragraph(label),)),
                WordCell(paragraphs=(Paragraph(text),)),
            )
        )
        for label, text in lines
    )
    # The labels need the same room, however wide the paper is.
    label_width = TABLE_WIDTH * COVER_WIDTHS[0] // sum(COVER_WIDTHS)
    width = text_width(document)
    widths = (label_width, width - label_width)
    append_xml(document, _table_xml(rows, widths, COVER_STYLE, width))


def add_table(
    document: "WordDocument",
    rows: tuple[TableRow, ...],
    widths: tuple[int, ...],
    *,
    before: int = 0,
    caption: str = "",
) -> None:
    """Add a table with borders, in time that grows with its rows.

    Args:
        document: The document.
        rows: The rows; those of the heading come first.
        widths: The width of each column, in relation to the others.
        before: How many rows with a bookmark stand in the tables before.
        caption: What the table holds, for those to whom it is read out.
    """
    xml = _table_xml(rows, widths, GRID_STYLE, text_width(document), before=before, caption=caption)
    append_xml(document, xml)


def append_xml(document: "WordDocument", xml: str) -> None:
    """Add a paragraph or a table at the end.

    Args:
        document: The document.
        xml: The element with its namespaces; what XML cannot hold becomes U+FFFD.
    """
    from docx.oxml import parse_xml

    body = document.element.body
    # The properties of the page stand last in the body.
    body.insert(len(body) - 1, parse_xml(replace_illegal(xml)))


def _table_xml(
    rows: tuple[TableRow, ...],
    widths: tuple[int, ...],
    style: str,
    width: int,
    *,
    before: int = 0,
    caption: str = "",
) -> str:
    points, head = table_head(widths, style, width)
    if caption:
        told = html.escape(" ".join(caption.split()))
        head = head.replace("</w:tblPr>", f'<w:tblCaption w:val="{told}"/></w:tblPr>')
    written = ["".join(_row_xml(row, points)) for row in rows]
    starts = [at for at, row in enumerate(rows) if row.code is not None]
    for number, (at, end) in enumerate(zip(starts, [*starts, len(rows)][1:], strict=True)):
        mark = bookmark(before + number, rows[at].code or "", written[at:end])
        if first := _FIRST_PARAGRAPH.search(written[at]):
            row, place = written[at], first.end()
            written[at] = f"{row[:place]}{mark}{row[place:]}"
    return f"<w:tbl {NAMESPACE}>{head}{''.join(written)}</w:tbl>"


def table_head(
    widths: tuple[int, ...], style: str, width: int = TABLE_WIDTH
) -> tuple[list[int], str]:
    """What stands in a table before its rows.

    Args:
        widths: The relative width of each column.
        style: `GRID_STYLE` or `COVER_STYLE`.
        width: The width of the table, in twentieths of a point.

    Returns:
        The width of each column in twentieths of a point, and the XML.
    """
    total = sum(widths)
    points = [width * share // total for share in widths]
    points[-1] += width - sum(points)
    indent = CELL_MARGIN if style == GRID_STYLE else 0
    grid = "".join(f'<w:gridCol w:w="{point}"/>' for point in points)
    # Without an indent, the words and not the borders stand at the margin.
    head = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return points, head


def _row_xml(row: TableRow, points: list[int]) -> Iterator[str]:
    whole = "" if row.splits else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row.heading else ""
    yield f"<w:tr><w:trPr>{whole}{head}</w:trPr>"
    ground = HEADING_SHADE if row.heading else GREY_SHADE if row.greyed else ""
    # Else the headings of the columns could stand alone at the foot of a page.
    keeps = row.keeps or row.heading
    first = 0
    for cell in row.cells:
        width = sum(points[first : first + cell.span])
        first += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        fill = cell.fill or ground
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
        style = _paragraph_style(keeps=keeps, centred=cell.centred)
        if cell.heading:
            kept = _paragraph_style(cell.heading, keeps=keeps, centred=False)
            yield f"<w:p>{kept}{run_xml(cell.heading, '<w:b/>')}</w:p>"
        for paragraph in cell.paragraphs:
            letters = "<w:b/>" * cell.bold + "<w:i/>" * paragraph.label
            if cell.bracketed:
                runs = run_xml(paragraph.text, letters)
            else:
                runs = paragraph_runs(paragraph, letters)
            look = _paragraph_style(paragraph.text, keeps=keeps, centred=cell.centred)
            yield f"<w:p>{look}{runs}</w:p>"
        # A cell without a paragraph is no valid cell.
        if not (cell.paragraphs or cell.heading):
            yield f"<w:p>{style}</w:p>" if style else "<w:p/>"
        yield "</w:tc>"
    yield "</w:tr>"


def _paragraph_style(text: str = "", *, keeps: bool, centred: bool) -> str:
    direction, across = _direction(text), '<w:jc w:val="center"/>' * centred
    # In the order that the schema prescribes.
    properties = f"{_KEPT * keeps}{direction}{across}"
    return f"<w:pPr>{properties}</w:pPr>" if properties else ""


def _direction(text: str) -> str:
    """What makes a paragraph of a script from right to left run that way."""
    return "<w:bidi/>" if runs_from_right(text) else ""
