"""The Council table as a Word document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from customs_coop.exporters.base import COUNCIL_FIELDS, plan_of
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.provenance import day_of
from customs_coop.formats.tables import (
    ColumnsName,
    CouncilTable,
    Footnote,
    Group,
    council_table,
)
from customs_coop.formats.word.writing import (
    TableRow,
    WordCell,
    add_lines,
    add_paragraph,
    add_table,
    landscape_document,
    stable_bytes,
)
from customs_coop.model import Dossier

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["CouncilDocx"]


@attrs.frozen(kw_only=True)
class CouncilDocx:
    """A plan as a Word document in landscape, with the columns of a Council table.

    The headings of the columns are repeated on each page, no row is torn apart (the boxes of
    prose below a row may be), and completed rows are greyed. The same plan gives the same bytes.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
    """

    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    carries = COUNCIL_FIELDS

    plan: str | None = None
    columns: ColumnsName | None = None

    def render(self, subject: Dossier, /) -> bytes:
        """Write the document.

        Args:
            subject: The dossier.

        Returns:
            The content of a .docx file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
        """
        plan = plan_of(subject, self.plan)
        table = council_table(plan, dossier=subject, columns=self.columns)
        cover = table.cover
        document = landscape_document(
            title=cover.title, number=cover.number, marking=cover.marking, day=day_of(plan, subject)
        )
        _add_head(document, table)
        widths = tuple(column.width for column in table.columns)
        for group in table.groups:
            if group.heading:
                add_paragraph(document, group.heading, style="Heading 1")
            if group.rows:
                add_table(document, (*_headings(table), *_rows(group, len(widths))), widths)
            _add_notes(document, group.notes)
        if not table.groups[-1].notes:
            add_paragraph(document, "", style="Note")  # no document ends with a table
        return stable_bytes(document)


def _add_head(document: "WordDocument", table: CouncilTable) -> None:
    """Everything above the first table of actions."""
    cover = table.cover
    for text in (cover.number, cover.marking, *cover.subjects):
        if text:
            add_paragraph(document, text, style="Document Number")
    lines = [(f"{label}:", text) for label, text in cover.lines]
    if cover.subject:
        lines.append(("Subject:", cover.subject))
    add_lines(document, tuple(lines))
    add_paragraph(document, cover.title, style="Title")
    if table.objectives:
        add_paragraph(document, table.objectives.heading, style="Heading 2")
        for line in table.objectives.lines:
            add_paragraph(document, line, style="Objective")
    for line in table.notes:
        add_paragraph(document, line, style="Note")


def _headings(table: CouncilTable) -> tuple[TableRow, ...]:
    words = tuple(
        WordCell(paragraphs=(Paragraph(column.heading),), bold=True) for column in table.columns
    )
    if not table.numbered:
        return (TableRow(cells=words, heading=True),)
    figures = tuple(
        WordCell(paragraphs=(Paragraph(str(number)),), centred=True)
        for number in range(1, len(table.columns) + 1)
    )
    return (TableRow(cells=words, heading=True), TableRow(cells=figures, heading=True))


def _rows(group: Group, width: int) -> Iterator[TableRow]:
    for row in group.rows:
        cells = tuple(WordCell(paragraphs=cell) for cell in row.cells)
        yield TableRow(cells=cells, greyed=row.greyed)
        for box in row.boxes:
            cell = WordCell(heading=box.heading, paragraphs=box.paragraphs, span=width)
            # Prose of a page or more: kept whole, it would leave half of a page white.
            yield TableRow(cells=(cell,), greyed=row.greyed, splits=True)


def _add_notes(document: "WordDocument", notes: tuple[Footnote, ...]) -> None:
    for note in notes:
        for index, paragraph in enumerate(note.paragraphs):
            mark = note.mark if index == 0 else ""
            add_paragraph(document, f"{mark} {paragraph.text}".strip(), style="Note")
