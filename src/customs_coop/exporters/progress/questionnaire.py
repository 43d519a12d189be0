"""Questionnaires on progress as Word files: one for each administration, to be filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.deadline import day_in_words
from customs_coop.exporters.base import WORD_MEDIA_TYPE
from customs_coop.exporters.progress.base import Cell, ProgressTemplate, cells_of, paper_day
from customs_coop.exporters.progress.rows import TemplateRow, party_name
from customs_coop.formats.cells import Paragraph
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.progress import FIGURES, Field
from customs_coop.formats.progress.wording import (
    HELP,
    HELP_WITH_FIGURES,
    NOTHING_OWED,
    RECEIVER,
    TITLE,
)
from customs_coop.formats.provenance import marking_of
from customs_coop.formats.word.paper import PORTRAIT
from customs_coop.formats.word.writing import (
    NAMESPACE,
    TableRow,
    WordCell,
    add_lines,
    add_paragraph,
    add_table,
    append_xml,
    empty_document,
    stable_bytes,
)
from customs_coop.model import Dossier, Marking

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["QuestionnaireDocx"]

_WIDTHS: Final = (17, 33, 17, 33)
# Lines that are left free for the words of a report.
_FREE_LINES: Final = 4
_FREE_FIGURES: Final = 2
_LONGEST_NAME: Final = 60
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._@+-]")


@attrs.frozen(kw_only=True)
class QuestionnaireDocx(ProgressTemplate):
    """A questionnaire on progress as a Word document, one table for each report that is owed.

    Written to disk, it is a folder with a file for each administration; one file where a party is
    chosen. What was reported already stands filled in. The same dossier gives the same bytes.
    """

    suffix = ".questionnaire.docx"
    media_type = WORD_MEDIA_TYPE

    def render(self, subject: Dossier, /) -> bytes:
        """Write the questionnaires of all administrations, one after the other.

        Args:
            subject: The dossier.

        Returns:
            The content of a .docx file.

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
        """
        return self._document(self._by_party(subject), subject)

    def render_files(self, subject: Dossier, /) -> Mapping[str, bytes] | None:
        """Write a file for each administration; None where one is chosen.

        Args:
            subject: The dossier.

        Returns:
            The contents by the names of the files, such as "AL.questionnaire.docx", or None.

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
        """
        found = self._by_party(subject)
        if self.party is not None and len(found) < 2:
            return None
        files: dict[str, bytes] = {}
        taken: set[str] = set()
        for party, rows in found.items():
            name = _file_name(party, taken)
            files[f"{name}{self.suffix}"] = self._document({party: rows}, subject)
        return files

    def _by_party(self, dossier: Dossier) -> dict[str | None, list[TemplateRow]]:
        found: dict[str | None, list[TemplateRow]] = {}
        for row in self.rows(dossier):
            found.setdefault(row.party, []).append(row)
        return found

    def _document(
        self, parties: Mapping[str | None, Sequence[TemplateRow]], dossier: Dossier
    ) -> bytes:
        document = empty_document(
            title=TITLE,
            number=TITLE,
            marking=self._marking(dossier),
            day=paper_day(dossier),
            paper=PORTRAIT,
        )
        if not parties:
            add_paragraph(document, TITLE, style="Title")
            add_paragraph(document, NOTHING_OWED)
        for place, (party, rows) in enumerate(parties.items()):
            if place:
                append_xml(document, f'<w:p {NAMESPACE}><w:r><w:br w:type="page"/></w:r></w:p>')
            _add_head(document, party, rows, dossier)
            for block in _blocks(rows):
                lines = tuple(_lines(block, dossier))
                add_table(document, lines, _WIDTHS, caption=block[0].title)
                add_paragraph(document, "")
        return stable_bytes(document)

    def _marking(self, dossier: Dossier) -> str:
        for plan in dossier.plans:
            if self.plan in (None, plan.id) and (marking := marking_of(plan, dossier)) is not None:
                return marking.value if isinstance(marking, Marking) else marking
        return ""


def _file_name(party: str | None, taken: set[str]) -> str:
    """A name that every file system takes, and no other file of the folder has."""
    plain = _UNSAFE.sub("_", party or "unnamed")[:_LONGEST_NAME].lstrip(".@+-") or "party"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}_{number}"
    taken.add(name.casefold())
    return name


def _add_head(
    document: "WordDocument", party: str | None, rows: Sequence[TemplateRow], dossier: Dossier
) -> None:
    """Who is asked, to whom it goes and by when, and how to fill it in."""
    add_paragraph(document, TITLE, style="Title")
    name = party_name(party, dossier)
    receivers = dict.fromkeys(row.to for row in rows if row.to is not None)
    days = sorted({row.due for row in rows if row.due is not None and row.report is None})
    lines = [
        (f"{Field.PARTY.value}:", party or ""),
        (f"{Field.PARTY_NAME.value}:", name),
        (f"{RECEIVER}:", ", ".join(party_name(one, dossier) or one for one in receivers)),
        (f"{Field.DUE.value}:", ", ".join(map(day_in_words, days))),
    ]
    shown = [(label, text) for label, text in lines if text or label.startswith("Party:")]
    add_lines(document, tuple(shown))
    is_measured = any(row.is_measured for row in rows)
    for text in (*HELP, *([HELP_WITH_FIGURES] if is_measured else ())):
        add_paragraph(document, text)
    add_paragraph(document, "")


def _blocks(rows: Sequence[TemplateRow]) -> Iterator[list[TemplateRow]]:
    """The rows of each report: the first one, and those with its further numbers."""
    block: list[TemplateRow] = []
    for row in rows:
        if block and not row.is_further:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _lines(block: Sequence[TemplateRow], dossier: Dossier) -> Iterator[TableRow]:
    first = block[0]
    cells = cells_of(first, dossier)
    # Repeated where the table goes on on the next page, so that the subject stands there, too.
    yield TableRow(cells=_pairs(cells, Field.SUBJECT, Field.DUE, bold=True), heading=True)
    for field in (Field.TITLE, Field.ASKED):
        if cells[field]:
            yield _row(_label(field), _value(cells, field, span=3))
    for left, right in ((Field.ON, Field.STATUS), (Field.STAGE, Field.NOT_APPLICABLE)):
        yield _row(*_pairs(cells, left, right))
    yield _row(_label(Field.DOCUMENTS), _value(cells, Field.DOCUMENTS, span=3))
    answer = _value(cells, Field.TEXT, span=3)
    if not cells[Field.TEXT]:
        answer = attrs.evolve(answer, paragraphs=(Paragraph(""),) * _FREE_LINES)
    yield TableRow(cells=(_label(Field.TEXT), answer), splits=True)
    if first.is_measured:
        yield _row(*map(_label, FIGURES))
        for row in block:
            figures = cells_of(row, dossier)
            yield _row(*(_value(figures, field) for field in FIGURES))
        for _ in range(_FREE_FIGURES - 1 if first.figure is None else 0):
            yield _row(*(WordCell(paragraphs=()) for _ in FIGURES))


def _pairs(
    cells: Mapping[Field, Cell], left: Field, right: Field, *, bold: bool = False
) -> tuple[WordCell, ...]:
    one, other = _value(cells, left, bold=bold), _value(cells, right, bold=bold)
    return _label(left), one, _label(right), other


def _row(*cells: WordCell) -> TableRow:
    return TableRow(cells=cells, keeps=True)


def _label(field: Field) -> WordCell:
    return WordCell(paragraphs=(Paragraph(field.value),), bold=True)


def _value(
    cells: Mapping[Field, Cell], field: Field, *, span: int = 1, bold: bool = False
) -> WordCell:
    return WordCell(paragraphs=_paragraphs(cells[field]), span=span, bold=bold)


def _paragraphs(cell: Cell) -> tuple[Paragraph, ...]:
    text = "" if cell is None else replace_illegal(str(cell))
    return tuple(Paragraph(line) for line in text.splitlines())
