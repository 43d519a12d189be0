"""The differences between two plans as a Word document, marked as the Council marks them."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import attrs
from attrs.validators import min_len

from customs_coop.comparison import PlanDiff, WordsKind
from customs_coop.errors import InvalidValueError
from customs_coop.exporters.base import COUNCIL_FIELDS, WORD_MEDIA_TYPE
from customs_coop.exporters.comparison.wording import (
    NOTATION,
    further_changes,
    further_fields,
    what_is_compared,
)
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.provenance import day_of
from customs_coop.formats.redline import (
    IN_NO_COLUMN,
    MarkedBox,
    MarkedGroup,
    MarkedParagraph,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    marked_table,
    plans_of,
)
from customs_coop.formats.tables import ColumnsName, title_place
from customs_coop.formats.word.fitting import PageFitter
from customs_coop.formats.word.marked import (
    MarkedTableRow,
    MarkedWordCell,
    Marks,
    PrintedMarks,
    TrackedMarks,
    add_marked_lines,
    add_marked_paragraph,
    add_marked_table,
    mark_page_head,
)
from customs_coop.formats.word.styles import ASIDE_HEADING, ASIDE_STYLE
from customs_coop.formats.word.writing import (
    TableRow,
    WordCell,
    add_paragraph,
    empty_document,
    stable_bytes,
)
from customs_coop.model import Dossier

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["DiffDocx"]

_HOW: Final = MappingProxyType(
    {
        "council": "new text is bold and underlined, deleted text is struck through",
        "tracked": (
            "the changes are tracked: all accepted give the new plan, all rejected the old one"
        ),
    }
)
_LEFT_OUT: Final = "Rows without a change are left out."
_FURTHER: Final = "Also changed, but in no column of the table"


@attrs.frozen(kw_only=True)
class DiffDocx:
    """The table of the new plan with what changed, as a Word document in landscape.

    Each page says at its head which plans are compared, and how changes are shown. The columns
    are those that either plan needs. What changed in none of them is listed at the end; where
    changes are tracked, the head of the first page names it, as the text is that of the plans.
    The same plans give the same bytes.

    Args:
        marking: "council" prints new text bold and underlined and deleted text struck through,
            leaves out what stands in a table only to be read back, and says of a row that moved
            where it stood; "tracked" makes tracked changes, rows included: accepted, they give
            the table of the new plan, and rejected, that of the old one.
        author: Whose changes a word processor says they are, where they are tracked.
        date: The day that it says for them; None for none.
        columns: The column set; None chooses it by what the plans hold.
        only_changes: Whether rows and paragraphs without a change are left out, and headings
            below which nothing is left; not where changes are tracked.
    """

    suffix = ".docx"
    media_type = WORD_MEDIA_TYPE
    carries = COUNCIL_FIELDS
    accepts = ("diff",)

    marking: Literal["council", "tracked"] = "council"
    author: str = attrs.field(default="customs-coop", validator=min_len(1))
    date: dt.date | None = None
    columns: ColumnsName | None = None
    only_changes: bool = False

    def __attrs_post_init__(self) -> None:
        if self.only_changes and self.marking == "tracked":
            raise InvalidValueError(
                "only_changes goes with marking=council alone: where changes are tracked, all"
                " accepted have to give the whole table"
            )

    def render(self, subject: PlanDiff, /) -> bytes:
        """Write the document.

        Args:
            subject: The differences.

        Returns:
            The content of a .docx file.

        Raises:
            InvalidValueError: The differences were read from a file, which does not hold the
                plans.
        """
        _, after = plans_of(subject)
        tracked = self.marking == "tracked"
        table = marked_table(subject, columns=self.columns, plain=not tracked)
        marks: Marks = TrackedMarks(self.author, self.date) if tracked else PrintedMarks()
        number, marking = (
            "".join(one.text(without=WordsKind.DELETED) for one in paragraphs)
            for paragraphs in (table.number, table.marking)
        )
        document = empty_document(
            title=table.title.text(without=WordsKind.DELETED),
            number=number,
            marking=marking,
            day=day_of(after, Dossier.of(after)),
        )
        legend = f"Changes {what_is_compared(subject)}. In this document, {_HOW[self.marking]}."
        # Asked before rows are left out: those that stay keep the headings.
        groups = [(group, _kind_of_headings(group)) for group in table.groups]
        if self.only_changes:
            legend += f" {_LEFT_OUT}"
            table = _changed_head(table)
            groups = [(_changed_rows(group), kind) for group, kind in groups if group.changed]
        further = further_fields(table)
        more = f"{_FURTHER}: {', '.join(further)}." if tracked and further else ""
        mark_page_head(document, table.number, table.marking, legend, marks, first_page=more)
        _add_head(document, table, marks)
        fitter = PageFitter(document, bold=not tracked)
        told = None if tracked else title_place(table.columns)
        bodies = [tuple(_rows(group, len(table.columns), told)) for group, _ in groups]
        headings = map(_measured, _headings(table, WordsKind.SAME))
        measured = [tuple(map(_measured, body)) for body in bodies]
        widths = fitter.widths(itertools.chain(headings, *measured))
        for (group, kind), body in zip(groups, bodies, strict=True):
            _add_all(document, group.heading, marks, "Heading1")
            if group.rows:
                rows = (*_headings(table, kind), *body)
                add_marked_table(document, _held(rows, fitter, widths), widths, marks)
            _add_all(document, group.notes, marks, "Note")
        add_paragraph(document, "", style="Note")  # no document ends with a table
        if further and not tracked:
            _add_all(document, (_said(_FURTHER),), marks, ASIDE_HEADING)
            lines = [f"{place}: {what}" for place, what in further_changes(table)]
            _add_all(document, map(_said, (NOTATION, *lines)), marks, ASIDE_STYLE)
        return stable_bytes(document)


def _changed_head(table: MarkedTable) -> MarkedTable:
    """A table without the paragraphs above its rows that are the same in both plans."""
    objectives = _changed(table.objectives)
    return attrs.evolve(
        table,
        objectives=objectives,
        objectives_heading=table.objectives_heading if objectives else (),
        notes=_changed(table.notes),
    )


def _changed_rows(group: MarkedGroup) -> MarkedGroup:
    """A group without the rows and notes that are the same in both plans."""
    rows = tuple(row for row in group.rows if row.told)
    return attrs.evolve(group, rows=rows, notes=_changed(group.notes))


def _changed(paragraphs: tuple[MarkedParagraph, ...]) -> tuple[MarkedParagraph, ...]:
    return tuple(paragraph for paragraph in paragraphs if paragraph.changed)


def _add_head(document: "WordDocument", table: MarkedTable, marks: Marks) -> None:
    """Everything above the first table of actions."""
    numbers = (*table.number, *table.marking, *table.subjects)
    _add_all(document, numbers, marks, "DocumentNumber")
    rows = tuple(
        MarkedTableRow(
            kind=line.kind,
            cells=(
                MarkedWordCell(paragraphs=(_plain(f"{line.label}:", line.kind),)),
                MarkedWordCell(paragraphs=(line.text,)),
            ),
        )
        for line in table.lines
    )
    add_marked_lines(document, rows, marks)
    _add_all(document, (table.title,), marks, "Title")
    _add_all(document, table.objectives_heading, marks, "Heading2")
    _add_all(document, table.objectives, marks, "Objective")
    _add_all(document, table.notes, marks, "Note")


def _add_all(
    document: "WordDocument", paragraphs: Iterable[MarkedParagraph], marks: Marks, style: str
) -> None:
    for paragraph in paragraphs:
        add_marked_paragraph(document, paragraph, marks, style)


def _said(text: str) -> MarkedParagraph:
    return _plain(text, WordsKind.SAME)


def _plain(text: str, kind: WordsKind) -> MarkedParagraph:
    return MarkedParagraph((MarkedRun(kind, text),), kind)


def _kind_of_headings(group: MarkedGroup) -> WordsKind:
    """What becomes of the headings of the columns: they come and go with all rows."""
    for kind in (WordsKind.INSERTED, WordsKind.DELETED):
        if all(row.kind is kind for row in group.rows):
            return kind
    return WordsKind.SAME


def _headings(table: MarkedTable, kind: WordsKind) -> Iterator[MarkedTableRow]:
    words = tuple(
        MarkedWordCell(paragraphs=(_plain(column.heading, kind),), bold=1)
        for column in table.columns
    )
    yield MarkedTableRow(kind=kind, cells=words, heading=True)
    if table.numbered:
        figures = tuple(
            MarkedWordCell(paragraphs=(_plain(str(number), kind),), centred=True)
            for number in range(1, len(table.columns) + 1)
        )
        yield MarkedTableRow(kind=kind, cells=figures, heading=True)


def _rows(group: MarkedGroup, width: int, told_at: int | None) -> Iterator[MarkedTableRow]:
    """The rows of a group, those that need it with a remark in one of their cells."""
    for row in group.rows:
        cells = tuple(
            MarkedWordCell(paragraphs=cell, aside=_remark(row) if at == told_at else ())
            for at, cell in enumerate(row.cells)
        )
        yield _row(row, row.kind, cells)
        for box in row.boxes:
            yield _row(row, box.kind, (_box_cell(box, width),))


def _remark(row: MarkedRow) -> tuple[MarkedParagraph, ...]:
    """What happened to a row, where its marks do not say it."""
    if row.told in ("", "added", "removed", "changed"):
        return ()
    told = f"{row.told}, see the end" if row.told == IN_NO_COLUMN else row.told
    return (MarkedParagraph((MarkedRun(WordsKind.SAME, f"[{told}]", label=True),)),)


def _row(row: MarkedRow, kind: WordsKind, cells: tuple[MarkedWordCell, ...]) -> MarkedTableRow:
    return MarkedTableRow(kind=kind, cells=cells, greyed=row.greyed, was_greyed=row.was_greyed)


def _measured(row: MarkedTableRow) -> TableRow:
    """A row as it is measured: with the words of both plans, which are both seen."""
    return TableRow(
        heading=row.heading,
        cells=tuple(
            WordCell(
                span=cell.span,
                bracketed=True,
                paragraphs=tuple(
                    Paragraph("".join(run.text for run in one.runs))
                    for one in (*cell.paragraphs, *cell.aside)
                ),
            )
            for cell in row.cells
        ),
    )


def _held(
    rows: tuple[MarkedTableRow, ...], fitter: PageFitter, widths: tuple[int, ...]
) -> Iterator[MarkedTableRow]:
    """The rows of a table, each with what holds it to its page."""
    held = fitter.held(tuple(map(_measured, rows)), widths)
    for row, one in zip(rows, held, strict=True):
        yield attrs.evolve(row, keeps=one.keeps, splits=one.splits)


def _box_cell(box: MarkedBox, width: int) -> MarkedWordCell:
    heading = _plain(box.heading, box.kind)
    return MarkedWordCell(paragraphs=(heading, *box.paragraphs), bold=1, span=width)
