"""The country matrix as a workbook: the matrix, its cells with all that is known, what misses."""

from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.exporters.ledger.tones import GROUNDS
from customs_coop.exporters.spreadsheets.facts import long_texts
from customs_coop.exporters.spreadsheets.headings import Fact, continued_words, fact_heading
from customs_coop.exporters.state.administrations import cell_words, key_of, tone_of
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.page import marking_of_state, plan_lines
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.sheet import Language
from customs_coop.formats.xlsx import SheetColumn, SheetRow, WorkSheet, workbook_bytes
from customs_coop.monitoring import Cell, DutyState, Matrix, StateOfPlay

__all__ = ["MatrixXlsx"]

_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@attrs.frozen(kw_only=True)
class MatrixXlsx:
    """The country matrix of a state of play as a workbook (.xlsx).

    The first sheet has a row for each item and a column for each administration; items and
    headings stay in sight. The second has a row for each cell, with the words and the days, the
    third what is missing, by administration, and the last the plans, the day, the marking and a
    key. Colours only help: the words stand in each cell. No cell is a formula, and the same state
    of play gives the same bytes. It needs the extra "xlsx".

    Args:
        language: The language of headings and words: "en", "fr" or "de".
    """

    suffix = ".xlsx"
    media_type = _MEDIA_TYPE
    accepts = ("state",)

    language: Language = "en"

    def render(self, subject: StateOfPlay, /) -> bytes:
        """Write the workbook.

        Args:
            subject: The state of play.

        Returns:
            The content of an .xlsx file.

        Raises:
            ExportOptionError: The library that writes workbooks is not there.
        """
        words = Wording.of(subject, self.language)
        matrix = subject.matrix
        return workbook_bytes(
            (
                _matrix(matrix, words),
                _cells(matrix, words),
                _missing(matrix, words),
                _about(subject, words),
            ),
            title=words.title("matrix-title", words.day(subject.on)),
            day=subject.on,
            rest=long_texts(self.language),
            continued=continued_words(self.language),
        )


def _matrix(matrix: Matrix, words: Wording) -> WorkSheet:
    columns = (
        SheetColumn(words.label(Label.ITEM), 10, as_text=True),
        SheetColumn(words.label(Label.NAME), 40),
        *(SheetColumn(words.named(party), 20) for party in matrix.parties),
    )
    rows = []
    for item in matrix.items:
        cells = matrix.row(item.subject)
        texts = (_words(one, words) for one in cells)
        grounds = (GROUNDS[tone_of(one)] for one in cells)
        row = (words.code(item.subject), item.title, *texts)
        rows.append(SheetRow(row, fills=("", "", *grounds)))
    return WorkSheet(
        name=words.label(Label.SHEET_MATRIX), columns=columns, rows=tuple(rows), frozen=2
    )


def _words(one: Cell, words: Wording) -> str:
    return "\n".join(paragraph.text for paragraph in cell_words(one, words))


def _cells(matrix: Matrix, words: Wording) -> WorkSheet:
    headings = (
        (Label.ITEM, 10),
        (Label.NAME, 40),
        (Label.ADMINISTRATION, 16),
        (Label.STATE, 16),
        (Label.STATUS, 16),
        (Label.DAY, 12),
        (Label.DUE_FROM, 12),
        (Label.DUE, 12),
        (Label.IS_LATE, 10),
        (Label.IS_MISSING, 12),
        (Label.IN_WORDS, 60),
        (Label.DOCUMENTS, 24),
    )
    titles = {item.subject: item.title for item in matrix.items}
    rows = tuple(
        SheetRow(
            (
                words.code(one.subject),
                titles.get(one.subject, ""),
                words.party(one.party),
                words.cell_state(one.state),
                None if one.status is None else words.status(one.status),
                one.on,
                one.earliest,
                one.due,
                words.label(Label.YES) if one.late else "",
                _missing_words(one, words),
                one.text,
                words.documents(one.evidence),
            )
        )
        for one in matrix.cells
    )
    return _sheet(Label.SHEET_REPORTED, headings, rows, words)


def _missing_words(one: Cell, words: Wording) -> str:
    if one.missing:
        return words.label(Label.YES)
    return words.label(Label.MAYBE) if one.possibly_missing else ""


def _missing(matrix: Matrix, words: Wording) -> WorkSheet:
    headings = (
        (Label.ADMINISTRATION, 16),
        (Label.ITEM, 10),
        (Label.REPORT, 60),
        (Label.DEADLINE, 30),
        (Label.DUE_FROM, 12),
        (Label.DUE, 12),
        (Label.IS_MISSING, 12),
    )
    return _sheet(Label.SHEET_MISSING, headings, tuple(_owed(matrix, words)), words)


def _owed(matrix: Matrix, words: Wording) -> Iterator[SheetRow]:
    for party, owed in matrix.missing.items():
        for one in owed:
            is_missing = one.state is DutyState.MISSING
            yield SheetRow(
                (
                    words.party(party) or words.label(Label.NOBODY),
                    "" if one.subject is None else words.code(one.subject),
                    one.obligation.text,
                    "" if one.deadline is None else one.deadline.text,
                    one.earliest,
                    one.due,
                    words.label(Label.YES if is_missing else Label.MAYBE),
                )
            )


def _about(state: StateOfPlay, words: Wording) -> WorkSheet:
    """What the workbook is about, and what the colours of the matrix stand for."""
    marking = marking_of_state(state)
    rows = [SheetRow(line) for line in plan_lines(state, words)]
    rows.append(SheetRow((words.label(Label.DAY), state.on)))
    if marking:
        rows.append(SheetRow((fact_heading(Fact.MARKING, words.language), marking)))
    rows += [
        SheetRow((words.label(Label.KEY), told), fills=("", GROUNDS[tone]))
        for told, tone in key_of(words)
    ]
    columns = (
        SheetColumn(fact_heading(Fact.FACT, words.language), 16),
        SheetColumn(fact_heading(Fact.VALUE, words.language), 80),
    )
    return WorkSheet(name=words.label(Label.ABOUT), columns=columns, rows=tuple(rows))


def _sheet(
    name: Label,
    headings: tuple[tuple[Label, int], ...],
    rows: tuple[SheetRow, ...],
    words: Wording,
) -> WorkSheet:
    columns = tuple(
        SheetColumn(words.label(heading), width, as_text=heading is Label.ITEM)
        for heading, width in headings
    )
    return WorkSheet(name=words.label(name), columns=columns, rows=rows)
