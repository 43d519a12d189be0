"""Word documents without words: our own styles or those of a template, head, foot, properties."""

import datetime as dt
import functools
import io
import zipfile
from typing import TYPE_CHECKING, Final

from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.word.paper import LANDSCAPE, PaperSize
from customs_coop.formats.word.runs import NAMESPACE, field_xml, run_xml
from customs_coop.formats.word.styles import FONTS, LANGUAGE, STYLES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

__all__ = ["empty_document", "fill_edges", "set_properties", "stable_bytes", "text_width"]

# The first date that a zip archive can hold.
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)

# What fills a header or a footer.
_HELD: Final = ".//w:t|.//w:drawing|.//w:pict|.//w:object|.//w:fldSimple|.//w:instrText"

# Parts of the template that no page needs: a picture, and lists and effects for its own styles.
_UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/webSettings", "/numbering", "/customXml")


def empty_document(
    *,
    title: str,
    number: str,
    marking: str,
    day: dt.date,
    paper: PaperSize = LANDSCAPE,
    language: str = LANGUAGE,
    page_numbers: bool = True,
) -> "WordDocument":
    """Make an empty document: number, marking and page on each page.

    Args:
        title: The title, for the properties of the file.
        number: The number of the document, for header and footer; may be empty.
        marking: The marking, for the header; may be empty.
        day: The day for the properties of the file; never today.
        paper: `LANDSCAPE` or `PORTRAIT`.
        language: The language of the document, as a tag of BCP 47.
        page_numbers: Whether each page tells its number.

    Returns:
        A python-docx document without paragraphs.
    """
    import docx

    document = docx.Document(io.BytesIO(_bare_file(paper, language)))
    fill_edges(document, number=number, marking=marking, page_numbers=page_numbers)
    set_properties(
        document, title=title, number=number, marking=marking, day=day, language=language
    )
    return document


def set_properties(
    document: "WordDocument", *, title: str, number: str, marking: str, day: dt.date, language: str
) -> None:
    """Set what the file says of itself; nothing of it comes from a clock.

    Args:
        document: The document.
        title: The title.
        number: The number of the document; may be empty.
        marking: The marking; may be empty.
        day: The day.
        language: The language of the document, as a tag of BCP 47.
    """
    properties = document.core_properties
    stamp = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    properties.created = properties.modified = stamp
    properties.title, properties.identifier = _short(title), _short(number)
    properties.language = language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = _short(marking)
    properties.revision = 1


def fill_edges(
    document: "WordDocument", *, number: str, marking: str, page_numbers: bool = True
) -> bool:
    """Put number, marking and page into header and footer, where they have no words yet.

    Args:
        document: The document.
        number: The number of the document; may be empty.
        marking: The marking; may be empty.
        page_numbers: Whether each page tells its number.

    Returns:
        Whether the header of every page is ours.
    """
    section, width = document.sections[0], text_width(document)
    pages = f"{field_xml('PAGE')}{run_xml('/')}{field_xml('NUMPAGES')}" if page_numbers else ""
    edges = (
        (section.header, "Header", run_xml(marking, "<w:b/>")),
        (section.footer, "Footer", pages),
    )
    filled: set[str] = set()
    for edge, style, right in edges:
        if not edge._element.xpath(_HELD):  # noqa: SLF001 - python-docx has no other way to the element
            _fill(edge.paragraphs[0], style, number, right, width)
            filled.add(style)
    # Else the first page, or every second one, has a header of its own.
    others = (
        section.different_first_page_header_footer,
        document.settings.odd_and_even_pages_header_footer,
    )
    return "Header" in filled and not any(others)


# Kept, because python-docx takes longer to open its own template than to write a small plan.
@functools.cache
def _bare_file(paper: PaperSize, language: str) -> bytes:
    """A Word file without content, with our styles, on such paper."""
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
    styles[:] = list(parse_xml(STYLES.replace(f'"{LANGUAGE}"', f'"{language}"')))
    for theme in document.settings.element.xpath("w:themeFontLang"):
        theme.getparent().remove(theme)  # American English

    section = document.sections[0]
    is_across = paper.width > paper.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(paper.width), Twips(paper.height)
    section.left_margin = section.right_margin = section.top_margin = Twips(paper.margin)
    section.bottom_margin = Twips(paper.margin)
    section.header_distance = section.footer_distance = Twips(400)
    bare = io.BytesIO()
    document.save(bare)
    return bare.getvalue()


def _short(text: str) -> str:
    """What a property of a file can hold: 255 characters."""
    text = replace_illegal(text)
    return text if len(text) <= 255 else text[:254] + "…"


def _fill(paragraph: "WordParagraph", style: str, left: str, right: str, width: int) -> None:
    """Put one text at the left, and something else at the right."""
    from docx.oxml import parse_xml

    body = (
        f"<w:p {NAMESPACE}>"
        f'<w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
        f"{run_xml(left)}<w:r><w:tab/></w:r>{right}</w:p>"
    )
    filled = parse_xml(replace_illegal(body))
    there = paragraph._p  # noqa: SLF001 - python-docx has no other way to the element
    there.getparent().replace(there, filled)


def text_width(document: "WordDocument") -> int:
    """The width between the margins, in twentieths of a point.

    Args:
        document: The document.
    """
    section = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (0 if side is None else side.twips for side in sides)
    return page - left - right


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
