"""The country matrix as a workbook: the matrix, its cells with all that is known, what misses."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from customs_coop.exporters.ledger.tones import GROUNDS
from customs_coop.exporters.spreadsheets.facts import long_texts
from customs_coop.exporters.spreadsheets.headings import Fact, continued_words, fact_heading
from customs_coop.exporters.state.administrations import (
    cell_words,
    deciding_reports,
    key_of,
    tone_of,
)
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.page import marking_of_state, plan_lines
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.sheet import Language
from customs_coop.formats.xlsx import SheetColumn, SheetRow, WorkSheet, workbook_bytes
from customs_coop.monitoring import Cell, CellState, DutyState, Matrix, StateOfPlay
from customs_coop.references import Reference

__all__ = ["MatrixXlsx"]

_Evidence: TypeAlias = tuple[Reference, ...]

_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@attrs.frozen(kw_only=True)
class MatrixXlsx:
    """The country matrix of a state of play as a workbook (.xlsx).

    The first sheet has a row for each item and a column for each administration; items and
    headings stay in sight. The second has a row for each cell, with the words and the days, and
    where reports contradict each other, one for each of these; the third what is missing, by
    administration, and the last the plans, the day, the marking, who is silent, what contradicts
    itself, and a key. Colours only help: the words stand in each cell. No cell is a formula, and
    the same state of play gives the same bytes. It needs the extra "xlsx".

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
            plainer="matrix-csv",
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
                status,
                on,
                one.earliest,
                one.due,
                words.label(Label.YES) if one.late else "",
                _missing_words(one, words),
                text,
                words.documents(evidence),
            ),
            fills=("", "", "", GROUNDS[tone_of(one)], *[""] * 8),
        )
        for one in matrix.cells
        for status, on, text, evidence in _said(one, words)
    )
    return _sheet(Label.SHEET_REPORTED, headings, rows, words)


def _said(one: Cell, words: Wording) -> Iterator[tuple[str, dt.date | None, str, _Evidence]]:
    """What a cell says; of reports that contradict each other, what each of them says."""
    if one.state is CellState.CONTRADICTORY:
        for report in deciding_reports(one):
            yield words.said(report), report.on, report.text, report.evidence
        return
    # What does not concern anybody has no status.
    applies = one.state is not CellState.NOT_APPLICABLE
    status = words.status(one.status) if one.status is not None and applies else ""
    yield status, one.on, one.text, one.evidence


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
    rows += [SheetRow(line) for line in _to_look_at(state, words)]
    rows += [
        SheetRow((words.label(Label.KEY), told), fills=("", GROUNDS[tone]))
        for told, tone in key_of(words)
    ]
    columns = (
        SheetColumn(fact_heading(Fact.FACT, words.language), 16),
        SheetColumn(fact_heading(Fact.VALUE, words.language), 80),
    )
    return WorkSheet(name=words.label(Label.ABOUT), columns=columns, rows=tuple(rows))


def _to_look_at(state: StateOfPlay, words: Wording) -> Iterator[tuple[str, str]]:
    """Who is silent, and who contradicts itself of what; that there is nobody is told, too."""
    nobody = words.label(Label.NONE)
    silent = words.listed(map(words.named, state.matrix.silent_parties))
    yield words.label(Label.NO_REPORTS_FROM), silent or nobody
    conflicts = [
        f"{words.named(one.party)}, {words.code(one.subject)}: {told}"
        for one in state.matrix.conflicts
        for told in [words.listed(words.said(report) for report in deciding_reports(one))]
    ]
    for conflict in conflicts or [nobody]:
        yield words.title("contradictions"), conflict


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
