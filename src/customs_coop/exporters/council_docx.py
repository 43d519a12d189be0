"""The Council table as a Word document."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import attrs

from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.council import PrintedPlan
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.provenance import day_of
from customs_coop.formats.tables import CouncilTable, Footnote, Group
from customs_coop.formats.word.documents import fill_edges, set_properties
from customs_coop.formats.word.fitting import PageFitter
from customs_coop.formats.word.seal import write_seal
from customs_coop.formats.word.styles import LANGUAGE_TAGS
from customs_coop.formats.word.templates import from_template
from customs_coop.formats.word.writing import (
    TableRow,
    WordCell,
    add_lines,
    add_paragraph,
    add_table,
    empty_document,
    stable_bytes,
)
from customs_coop.model import Dossier

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["CouncilDocx"]

# Number and marking stand at the head of each page, too.
_OF_COVER: Final = frozenset(
    {
        "document.date",
        "document.title",
        "document.origin",
        "document.addressee",
        "document.previous",
    }
)


@attrs.frozen(kw_only=True)
class CouncilDocx(PrintedPlan):
    """A plan as a Word document in landscape, with the columns of a Council table.

    The headings of the columns are repeated on each page, and completed rows are greyed. A row
    stays on one page with the boxes of prose below it, in Word and in LibreOffice; only what is
    longer than a page is torn apart. The widths of the columns follow what stands in them. What a
    row tells only to be read back is hidden beside its words. The same plan gives the same bytes.

    Args:
        plan: The id of the plan, where the dossier has more than one.
        columns: The column set; None chooses it by what the plan holds.
        language: The language of the headings, and of the document: "en", "fr" or "de".
        cover: Whether number, marking, sender, addressee and previous documents stand above the
            table; without them title and period remain, and number and marking where the header
            of a template has no room for them.
        page_numbers: Whether each page tells its number and how many there are; of a template
            with a footer of its own, that one is used.
        remarks: "hidden" hides what stands in a row only to be read back; "brackets" prints it in
            square brackets, so that a PDF made of the document can be read back, too.
        template: The path of a .docx or .dotx file without words of its own, whose styles, page,
            header and footer are used; None for A4 across with our own.
    """

    suffix = ".docx"
    media_type = WORD_MEDIA_TYPE

    cover: bool = True
    page_numbers: bool = True
    remarks: Literal["hidden", "brackets"] = "hidden"
    template: Path | None = None

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the model that the document holds."""
        left_out = frozenset() if self.cover else _OF_COVER
        return super().carries - left_out

    def render(self, subject: Dossier, /) -> bytes:
        """Write the document.

        Args:
            subject: The dossier.

        Returns:
            The content of a .docx file.

        Raises:
            UnknownPlanError: The dossier has no such plan, or more than one and none is named.
            InvalidValueError: The template cannot be used.
        """
        plan, table = self.printed_plan(subject), self.table(subject)
        document, headed = self._document(table, subject)
        bracketed = self.remarks == "brackets"
        if not self.cover:
            # Title and period stay: by them readers know a table of ours.
            cover = table.cover
            bare = attrs.evolve(subject, plans=(attrs.evolve(plan, document=None),))
            table = attrs.evolve(self, plan=None).table(bare)
            above = " ".join(text for text in (cover.number, cover.marking) if text)
            if above and not headed:
                add_paragraph(document, above, style="Document Number")
        _add_head(document, table)
        fitter, headings = PageFitter(document), _headings(table)
        bodies = [
            tuple(_rows(group, len(table.columns), bracketed=bracketed)) for group in table.groups
        ]
        widths = fitter.widths(itertools.chain(headings, *bodies))
        before = 0
        for group, body in zip(table.groups, bodies, strict=True):
            if group.heading:
                # The areas that no action has are a list, in smaller letters.
                style = "Heading 1" if group.rows else "Heading 3"
                add_paragraph(document, group.heading, style=style)
            if group.rows:
                rows = list(fitter.held((*headings, *body), widths))
                if group.notes:
                    # Else a note could stand alone at the head of the next page.
                    rows[-1] = attrs.evolve(rows[-1], keeps=True)
                caption = group.heading or table.cover.title
                add_table(document, tuple(rows), widths, before=before, caption=caption)
                before += len(group.rows)
            _add_notes(document, group.notes)
        if not table.groups[-1].notes:
            add_paragraph(document, "", style="Note")  # no document ends with a table
        write_seal(document, before)
        return stable_bytes(document)

    def _document(self, table: CouncilTable, subject: Dossier) -> tuple["WordDocument", bool]:
        """The document without its words, and whether its pages tell number and marking."""
        cover, day = table.cover, day_of(self.printed_plan(subject), subject)
        tag = LANGUAGE_TAGS[self.language]
        if self.template is None:
            document = empty_document(
                title=cover.title,
                number=cover.number,
                marking=cover.marking,
                day=day,
                language=tag,
                page_numbers=self.page_numbers,
            )
            return document, True
        document = from_template(self.template, tag)
        headed = fill_edges(
            document, number=cover.number, marking=cover.marking, page_numbers=self.page_numbers
        )
        set_properties(
            document,
            title=cover.title,
            number=cover.number,
            marking=cover.marking,
            day=day,
            language=tag,
        )
        return document, headed


def _add_head(document: "WordDocument", table: CouncilTable) -> None:
    """Everything above the first table of actions."""
    cover = table.cover
    for text in (cover.number, cover.marking, *cover.subjects):
        if text:
            add_paragraph(document, text, style="Document Number")
    lines = [(f"{label}:", text) for label, text in cover.lines]
    if cover.subject:
        lines.append((f"{cover.subject_label}:", cover.subject))
    if lines:
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


def _rows(group: Group, width: int, *, bracketed: bool) -> Iterator[TableRow]:
    for row in group.rows:
        cells = tuple(WordCell(paragraphs=cell, bracketed=bracketed) for cell in row.cells)
        yield TableRow(cells=cells, greyed=row.greyed, code=row.code)
        for box in row.boxes:
            cell = WordCell(
                heading=box.heading,
                paragraphs=box.paragraphs,
                span=width,
                bracketed=bracketed,
            )
            yield TableRow(cells=(cell,), greyed=row.greyed)


def _add_notes(document: "WordDocument", notes: tuple[Footnote, ...]) -> None:
    for note in notes:
        for index, paragraph in enumerate(note.paragraphs):
            mark = note.mark if index == 0 else ""
            add_paragraph(document, f"{mark} {paragraph.text}".strip(), style="Note")
