"""Word files: a landscape document with a table of any length, the same bytes every time.

The table is built as XML text inside a python-docx document: python-docx looks up the whole
grid for each cell, so that a table filled through it takes time in the square of its rows.
"""

import datetime as dt
import html
import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.word.styles import CELL_MARGIN, FONTS, LANGUAGE, STYLES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

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
    "landscape_document",
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
"""The widths of their labels and texts."""

# Twentieths of a point: the width of A4 across (297 mm) without two margins of 15 mm.
_PAGE_WIDTH: Final = 16838
_PAGE_HEIGHT: Final = 11906
_MARGIN: Final = 850
TABLE_WIDTH: Final = _PAGE_WIDTH - 2 * _MARGIN
"""The width of a table, in twentieths of a point."""

# The first date that a zip archive can hold.
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
"""The namespace of the elements, as an attribute."""

# Parts of the template that no page needs: a picture, and lists and effects for its own styles.
_UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/webSettings", "/numbering", "/customXml")


@attrs.frozen(kw_only=True)
class WordCell:
    """One cell of a table.

    Args:
        paragraphs: Its paragraphs; a label is set in italics.
        heading: A first paragraph in bold; may be empty.
        bold: Whether its words are bold.
        centred: Whether they stand in the middle.
        span: How many columns it takes.
    """

    paragraphs: tuple[Paragraph, ...]
    heading: str = ""
    bold: bool = False
    centred: bool = False
    span: int = 1


@attrs.frozen(kw_only=True)
class TableRow:
    """One row of a table.

    Args:
        cells: Its cells.
        heading: Whether it is repeated at the head of each page.
        greyed: Whether it is printed on grey.
        splits: Whether the end of a page may tear it apart.
    """

    cells: tuple[WordCell, ...]
    heading: bool = False
    greyed: bool = False
    splits: bool = False


def landscape_document(*, title: str, number: str, marking: str, day: dt.date) -> "WordDocument":
    """Make an empty document: A4 across, British English, number and page on each page.

    Args:
        title: The title, for the properties of the file.
        number: The number of the document, for header and footer; may be empty.
        marking: The marking, for the header; may be empty.
        day: The day for the properties of the file; never today.

    Returns:
        A python-docx document without paragraphs.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.shared import Twips

    document = docx.Document()
    package = document.part.package
    assert package is not None  # noqa: S101 - for type checkers; a new document has a package
    for relations in (document.part.rels, package.rels):
        for name in [
            n for n, rel in relations.items() if rel.reltype.endswith((*_UNUSED, "/fontTable"))
        ]:
            del relations[name]
    fonts = Part(
        PackURI("/word/fontTable.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
        FONTS.encode(),
        package,
    )
    document.part.relate_to(
        fonts, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
    )
    styles = document.styles.element
    styles[:] = list(parse_xml(STYLES))
    for theme in document.settings.element.xpath("w:themeFontLang"):
        theme.getparent().remove(theme)  # American English

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(_PAGE_WIDTH), Twips(_PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = Twips(_MARGIN)
    section.bottom_margin = Twips(_MARGIN)
    section.header_distance = section.footer_distance = Twips(400)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    _fill(head, "Header", number, marking)
    _fill(foot, "Footer", number, None)

    properties = document.core_properties
    stamp = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    properties.created = properties.modified = stamp
    properties.title, properties.identifier = _short(title), _short(number)
    properties.language = LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = _short(marking)
    properties.revision = 1
    return document


def _short(text: str) -> str:
    """What a property of a file can hold: 255 characters."""
    text = replace_illegal(text)
    return text if len(text) <= 255 else text[:254] + "…"


def _fill(paragraph: "WordParagraph", style: str, left: str, right: str | None) -> None:
    """Put one text at the left, another (or, for None, page and number of pages) at the right."""
    from docx.oxml import parse_xml

    end = (
        f"{_field('PAGE')}{_run('/')}{_field('NUMPAGES')}"
        if right is None
        else _run(right, "<w:b/>")
    )
    body = (
        f"<w:p {NAMESPACE}>"
        f'<w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{TABLE_WIDTH}"/></w:tabs></w:pPr>'
        f"{_run(left)}<w:r><w:tab/></w:r>{end}</w:p>"
    )
    filled = parse_xml(replace_illegal(body))
    there = paragraph._p  # noqa: SLF001 - python-docx has no other way to the element
    there.getparent().replace(there, filled)


def _run(text: str, properties: str = "") -> str:
    # Blanks at the ends are kept; quotation marks need no escape between tags.
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>'


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def add_paragraph(document: "WordDocument", text: str, style: str = "Normal") -> None:
    """Add a paragraph at the end.

    Args:
        document: The document.
        text: Its words; what XML cannot hold becomes U+FFFD.
        style: "Normal", "Title", "Document Number", "Objective", "Note", or "Heading 1" to
            "Heading 3".
    """
    document.add_paragraph(replace_illegal(text), style=style)


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
    append_xml(document, _table_xml(rows, COVER_WIDTHS, COVER_STYLE))


def add_table(
    document: "WordDocument", rows: tuple[TableRow, ...], widths: tuple[int, ...]
) -> None:
    """Add a table with borders, in time that grows with its rows.

    Args:
        document: The document.
        rows: The rows; those of the heading come first.
        widths: The relative width of each column.
    """
    append_xml(document, _table_xml(rows, widths, GRID_STYLE))


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


def _table_xml(rows: tuple[TableRow, ...], widths: tuple[int, ...], style: str) -> str:
    points, head = table_head(widths, style)
    body = "".join(part for row in rows for part in _row_xml(row, points))
    return f"<w:tbl {NAMESPACE}>{head}{body}</w:tbl>"


def table_head(widths: tuple[int, ...], style: str) -> tuple[list[int], str]:
    """What stands in a table before its rows.

    Args:
        widths: The relative width of each column.
        style: `GRID_STYLE` or `COVER_STYLE`.

    Returns:
        The width of each column in twentieths of a point, and the XML.
    """
    total = sum(widths)
    points = [TABLE_WIDTH * width // total for width in widths]
    points[-1] += TABLE_WIDTH - sum(points)
    indent = CELL_MARGIN if style == GRID_STYLE else 0
    grid = "".join(f'<w:gridCol w:w="{point}"/>' for point in points)
    # Without an indent, the words and not the borders stand at the margin.
    head = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return points, head


def _row_xml(row: TableRow, points: list[int]) -> Iterator[str]:
    whole = "" if row.splits else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row.heading else ""
    yield f"<w:tr><w:trPr>{whole}{head}</w:trPr>"
    fill = HEADING_SHADE if row.heading else GREY_SHADE if row.greyed else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    first = 0
    for cell in row.cells:
        width = sum(points[first : first + cell.span])
        first += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
        style = '<w:pPr><w:jc w:val="center"/></w:pPr>' if cell.centred else ""
        if cell.heading:
            yield f"<w:p>{_run(cell.heading, '<w:b/>')}</w:p>"
        for paragraph in cell.paragraphs:
            letters = "<w:b/>" * cell.bold + "<w:i/>" * paragraph.label
            yield f"<w:p>{style}{_run(paragraph.text, letters)}</w:p>"
        # A cell without a paragraph is no valid cell.
        yield "</w:tc>" if cell.paragraphs or cell.heading else "<w:p/></w:tc>"
    yield "</w:tr>"


def stable_bytes(document: "WordDocument") -> bytes:
    """Write a document so that the same content always gives the same bytes.

    python-docx stamps each part with the time of day; the archive is written again with one fixed
    date, in the same order.

    Args:
        document: The document.

    Returns:
        The content of the file.
    """
    written = io.BytesIO()
    document.save(written)
    stable = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(stable, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the system on which it is written
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return stable.getvalue()
