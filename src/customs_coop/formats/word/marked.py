"""Marked tables in Word: printed as the Council marks changes, or as tracked changes.

Tracked changes are those of ISO/IEC 29500-1, 17.13.5: runs in `w:ins` and `w:del`, the ends of
paragraphs marked in the properties of their paragraphs, and rows in those of the row.
"""

import copy
import datetime as dt
import html
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from customs_coop.comparison import WordsKind
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.redline import MarkedParagraph, MarkedRun
from customs_coop.formats.word.styles import ASIDE_STYLE
from customs_coop.formats.word.writing import (
    COVER_STYLE,
    COVER_WIDTHS,
    GREY_SHADE,
    GRID_STYLE,
    HEADING_SHADE,
    NAMESPACE,
    TABLE_WIDTH,
    append_xml,
    table_head,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import _Footer as FooterOfPages
    from docx.section import _Header as HeaderOfPages

__all__ = [
    "MarkedTableRow",
    "MarkedWordCell",
    "Marks",
    "PrintedMarks",
    "TrackedMarks",
    "add_marked_lines",
    "add_marked_paragraph",
    "add_marked_table",
    "mark_page_head",
]

_BELOW: Final = '<w:spacing w:before="40" w:after="80"/>'
_ELEMENTS: Final = {WordsKind.INSERTED: "ins", WordsKind.DELETED: "del"}


class Marks(Protocol):
    """How changes are shown."""

    between: str
    """What stands between deleted words and those that were inserted in their place, as XML."""

    def run(self, run: MarkedRun, look: str) -> str:
        """A run of words, with the look that it has anyway, as XML."""
        ...

    def change(self, kind: WordsKind) -> str:
        """What the properties of a row or of the end of a paragraph say, as XML."""
        ...

    def cell(self, properties: str, was: str) -> str:
        """The properties of a cell, which were others in the old plan, as XML."""
        ...


class PrintedMarks:
    """New words bold and underlined, deleted ones struck through."""

    def __init__(self) -> None:
        self.between = _run(" ", "")

    def run(self, run: MarkedRun, look: str) -> str:
        """A run of words; see `Marks`."""
        if run.kind is WordsKind.SAME:
            return _run(run.text, look)
        # The order of the properties is prescribed: bold, italics, strike, underline.
        if run.kind is WordsKind.DELETED:
            marked = f"{look}<w:strike/>"
        else:
            marked = f'{"" if "<w:b/>" in look else "<w:b/>"}{look}<w:u w:val="single"/>'
        # Lines under and through blanks at the ends look like words.
        words = run.text.strip()
        if not words:
            return _run(run.text, marked)
        lead, tail = run.text.split(words, 1)
        blanks = [_run(blank, look) if blank else "" for blank in (lead, tail)]
        return f"{blanks[0]}{_run(words, marked)}{blanks[1]}"

    def change(self, kind: WordsKind) -> str:  # noqa: ARG002 - the words alone show it
        """Nothing; see `Marks`."""
        return ""

    def cell(self, properties: str, was: str) -> str:  # noqa: ARG002 - the new plan counts
        """The properties of a cell; see `Marks`."""
        return properties


class TrackedMarks:
    """The changes as a word processor tracks them.

    Args:
        author: Who made them, as a word processor names an author; it may not be empty.
        date: The day that is given for all of them, or None for none.
    """

    def __init__(self, author: str, date: dt.date | None = None) -> None:
        self.between = ""  # else it would be a part of both plans
        when = "" if date is None else f' w:date="{date.isoformat()}T00:00:00Z"'
        self._by = f'w:author="{html.escape(replace_illegal(author))}"{when}'
        # Each change has a number of its own in a document.
        self._numbers = count(1)

    def run(self, run: MarkedRun, look: str) -> str:
        """A run of words; see `Marks`."""
        if run.kind is WordsKind.SAME:
            return _run(run.text, look)
        element = _ELEMENTS[run.kind]
        text = "delText" if run.kind is WordsKind.DELETED else "t"
        return f"<w:{element} {self._values()}>{_run(run.text, look, text)}</w:{element}>"

    def change(self, kind: WordsKind) -> str:
        """An element that says what became of a row or an end; see `Marks`."""
        return "" if kind is WordsKind.SAME else f"<w:{_ELEMENTS[kind]} {self._values()}/>"

    def cell(self, properties: str, was: str) -> str:
        """The properties of a cell; see `Marks`."""
        if properties == was:
            return properties
        old = f"<w:tcPr>{was}</w:tcPr>"
        return f"{properties}<w:tcPrChange {self._values()}>{old}</w:tcPrChange>"

    def _values(self) -> str:
        return f'w:id="{next(self._numbers)}" {self._by}'


def _run(text: str, look: str, element: str = "t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    words = html.escape(text, quote=False)
    return f'<w:r>{properties}<w:{element} xml:space="preserve">{words}</w:{element}></w:r>'


@attrs.frozen(kw_only=True)
class MarkedWordCell:
    """One cell of a marked table.

    Args:
        paragraphs: Its paragraphs; a label is set in italics.
        aside: What is said behind them and belongs to no plan.
        bold: How many paragraphs at the beginning are bold.
        centred: Whether the words stand in the middle.
        span: How many columns it takes.
    """

    paragraphs: tuple[MarkedParagraph, ...]
    aside: tuple[MarkedParagraph, ...] = ()
    bold: int = 0
    centred: bool = False
    span: int = 1


@attrs.frozen(kw_only=True)
class MarkedTableRow:
    """One row of a marked table.

    Args:
        kind: Whether both plans have it.
        cells: Its cells.
        heading: Whether it is repeated at the head of each page.
        greyed: Whether it is printed on grey.
        was_greyed: Whether the old plan printed it on grey.
        splits: Whether the end of a page may tear it apart.
        keeps: Whether it stays on the page of the row after it; rows of headings always do.
    """

    kind: WordsKind
    cells: tuple[MarkedWordCell, ...]
    heading: bool = False
    greyed: bool = False
    was_greyed: bool = False
    splits: bool = False
    keeps: bool = False


def add_marked_paragraph(
    document: "WordDocument", paragraph: MarkedParagraph, marks: Marks, style: str
) -> None:
    """Add a paragraph at the end.

    Args:
        document: The document.
        paragraph: The paragraph.
        marks: How changes are shown.
        style: The id of its style, such as "Heading1".
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    append_xml(document, _paragraph(paragraph, marks, properties, namespace=f" {NAMESPACE}"))


def _paragraph(
    paragraph: MarkedParagraph, marks: Marks, properties: str, look: str = "", namespace: str = ""
) -> str:
    change = marks.change(paragraph.kind)
    properties += f"<w:rPr>{change}</w:rPr>" if change else ""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p{namespace}>{head}{_words(paragraph, marks, look)}</w:p>"


def _words(paragraph: MarkedParagraph, marks: Marks, look: str) -> str:
    parts = []
    before: MarkedRun | None = None
    for run in paragraph.runs:
        if before is not None and _touch(before, run):
            parts.append(marks.between)
        parts.append(marks.run(run, look + "<w:i/>" * run.label))
        before = run
    return "".join(parts)


def _touch(one: MarkedRun, other: MarkedRun) -> bool:
    """Whether deleted words stand before inserted ones without a blank."""
    changes = (one.kind, other.kind) == (WordsKind.DELETED, WordsKind.INSERTED)
    return changes and not (one.text[-1:].isspace() or other.text[:1].isspace())


def add_marked_lines(
    document: "WordDocument", rows: tuple[MarkedTableRow, ...], marks: Marks
) -> None:
    """Add label and text in two columns without borders.

    Args:
        document: The document.
        rows: Rows of two cells.
        marks: How changes are shown.
    """
    append_xml(document, _table(rows, COVER_WIDTHS, COVER_STYLE, marks))


def add_marked_table(
    document: "WordDocument",
    rows: Iterable[MarkedTableRow],
    widths: tuple[int, ...],
    marks: Marks,
) -> None:
    """Add a table with borders.

    Args:
        document: The document.
        rows: The rows; those of the heading come first.
        widths: The width of each column, in relation to the others.
        marks: How changes are shown.
    """
    append_xml(document, _table(rows, widths, GRID_STYLE, marks))


def _table(
    rows: Iterable[MarkedTableRow], widths: tuple[int, ...], style: str, marks: Marks
) -> str:
    points, head = table_head(widths, style)
    body = "".join(part for row in rows for part in _row(row, points, marks))
    return f"<w:tbl {NAMESPACE}>{head}{body}</w:tbl>"


def _row(row: MarkedTableRow, points: list[int], marks: Marks) -> Iterator[str]:
    whole = "" if row.splits else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row.heading else ""
    yield f"<w:tr><w:trPr>{whole}{head}{marks.change(row.kind)}</w:trPr>"
    shade, was = _shade(row, greyed=row.greyed), _shade(row, greyed=row.was_greyed)
    first = 0
    for cell in row.cells:
        width = sum(points[first : first + cell.span])
        first += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}'
        yield f"<w:tc><w:tcPr>{marks.cell(size + shade, size + was)}</w:tcPr>"
        # Else the headings of the columns could stand alone at the foot of a page.
        keeps = "<w:keepNext/>" * (row.keeps or row.heading)
        style = keeps + '<w:jc w:val="center"/>' * cell.centred
        for number, paragraph in enumerate(cell.paragraphs):
            yield _paragraph(paragraph, marks, style, "<w:b/>" * (number < cell.bold))
        aside = f'<w:pStyle w:val="{ASIDE_STYLE}"/>{keeps}'
        yield from (_paragraph(paragraph, marks, aside) for paragraph in cell.aside)
        # A cell without a paragraph is no valid cell.
        filled = cell.paragraphs or cell.aside
        yield "</w:tc>" if filled else f"{_paragraph(_nothing(row), marks, keeps)}</w:tc>"
    yield "</w:tr>"


def _nothing(row: MarkedTableRow) -> MarkedParagraph:
    return MarkedParagraph((), row.kind)


def _shade(row: MarkedTableRow, *, greyed: bool) -> str:
    fill = HEADING_SHADE if row.heading else GREY_SHADE if greyed else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def mark_page_head(
    document: "WordDocument",
    left: Iterable[MarkedParagraph],
    right: Iterable[MarkedParagraph],
    legend: str,
    marks: Marks,
    *,
    first_page: str = "",
) -> None:
    """Fill the head of each page: the number and the marking, and what is shown how.

    The number at the foot is marked as well: it is that of one of the plans, too.

    What a page repeats is no part of the text, and readers leave it out.

    Args:
        document: The document.
        left: The number.
        right: The marking.
        legend: A line of plain text below them.
        marks: How changes are shown.
        first_page: A further line, on the first page alone.
    """
    left = tuple(left)
    section = document.sections[0]
    _mark_foot(section.footer, left, marks)
    _fill_head(section.header, left, right, (legend,), marks)
    if first_page:
        section.different_first_page_header_footer = True
        _fill_head(section.first_page_header, left, right, (legend, first_page), marks)
        foot = section.first_page_footer.paragraphs[0]._p  # noqa: SLF001 - see below
        foot.addprevious(copy.deepcopy(section.footer.paragraphs[0]._p))  # noqa: SLF001 - as above
        foot.getparent().remove(foot)


def _mark_foot(foot: "FooterOfPages", number: Iterable[MarkedParagraph], marks: Marks) -> None:
    """Put the marked number in the place of the plain one, before the tab."""
    from docx.oxml import parse_xml

    there = foot.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way to the element
    tab = there.xpath("./w:r[w:tab]")[0]
    for plain in tab.xpath("preceding-sibling::w:r"):
        there.remove(plain)
    words = "".join(_words(one, marks, "") for one in number)
    for part in parse_xml(replace_illegal(f"<w:p {NAMESPACE}>{words}</w:p>")):
        tab.addprevious(part)


def _fill_head(
    head: "HeaderOfPages",
    left: Iterable[MarkedParagraph],
    right: Iterable[MarkedParagraph],
    legend: Iterable[str],
    marks: Marks,
) -> None:
    from docx.oxml import parse_xml

    numbers = "".join(_words(one, marks, "") for one in left)
    markings = "".join(_words(one, marks, "<w:b/>") for one in right)
    first = (
        '<w:pPr><w:pStyle w:val="Header"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{TABLE_WIDTH}"/></w:tabs></w:pPr>'
        f"{numbers}<w:r><w:tab/></w:r>{markings}"
    )
    lines = [
        first,
        *(f'<w:pPr><w:pStyle w:val="Note"/>{_BELOW}</w:pPr>{_run(line, "")}' for line in legend),
    ]
    there = head.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way to the element
    for line in lines:
        there.addprevious(parse_xml(replace_illegal(f"<w:p {NAMESPACE}>{line}</w:p>")))
    there.getparent().remove(there)
