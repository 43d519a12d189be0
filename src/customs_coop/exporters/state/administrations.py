"""The country matrix as tables: items against administrations, and what they said."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell as Paragraphs
from customs_coop.exporters.ledger.sheets import Heading, Line, Sheet, Tone
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.model import ProgressReport
from customs_coop.monitoring import (
    Cell,
    CellState,
    Matrix,
    MatrixItem,
    StateOfPlay,
    contradictions_in,
)
from customs_coop.monitoring.matrix.columns import has_administrations

__all__ = [
    "TONES",
    "cell_words",
    "deciding_reports",
    "key_of",
    "matrix_section",
    "matrix_sentences",
    "reported_sheet",
    "tone_of",
]

# As many administrations as a page across has room for, beside the items.
_MOST_COLUMNS: Final = 8

TONES: Final = MappingProxyType[CellState, Tone](
    {
        CellState.NO_REPORT: "",
        CellState.REPORTED: "plain",
        CellState.IMPLEMENTED: "good",
        CellState.NOT_APPLICABLE: "none",
        CellState.CONTRADICTORY: "clash",
    }
)
"""The colours of the cells; a report that is missing has one of its own."""


def matrix_section(state: StateOfPlay, words: Wording) -> Iterator[tuple[Sheet, tuple[str, ...]]]:
    """The matrix, cut where it has more administrations than a page has room for."""
    matrix = state.matrix
    if not has_administrations(state):
        return
    groups = [*_groups(matrix.parties)]
    for place, parties in enumerate(groups):
        heading = words.title("matrix")
        if len(groups) > 1:
            heading += f" ({words.party(parties[0])} – {words.party(parties[-1])})"
        sentences = matrix_sentences(matrix, words) if place == 0 else ()
        yield _sheet(matrix, parties, heading, words), sentences
    reported = reported_sheet(matrix, words)
    if reported.lines:
        yield reported, ()


def _groups(parties: Sequence[str]) -> Iterator[Sequence[str]]:
    """Equal parts, none of them longer than a page is wide."""
    count = -(-len(parties) // _MOST_COLUMNS)
    size = -(-len(parties) // count)
    for start in range(0, len(parties), size):
        yield parties[start : start + size]


def matrix_sentences(matrix: Matrix, words: Wording) -> tuple[str, ...]:
    """What the cells mean, who is silent, and who contradicts itself."""
    states = ", ".join(words.cell_state(state) for state in CellState)
    found = [words.sentence(Said.MATRIX, states=states)]
    named = [words.named(one) for one in matrix.parties if words.named(one) != words.party(one)]
    if named:
        found.append(words.sentence(Said.NAMES, words.listed(named)))
    if matrix.silent_parties:
        found.append(words.sentence(Said.SILENT_PARTIES, words.parties(matrix.silent_parties)))
    if matrix.conflicts:
        listed = words.listed(
            f"{words.party(one.party)}, {words.code(one.subject)}" for one in matrix.conflicts
        )
        found.append(words.sentence(Said.CONFLICTS, listed))
    return tuple(found)


def _sheet(matrix: Matrix, parties: Sequence[str], heading: str, words: Wording) -> Sheet:
    width = 80 // len(parties)
    headings = (
        Heading(words.label(Label.ITEM), 100 - width * len(parties)),
        *(Heading(words.party(party), width) for party in parties),
    )
    lines = []
    for item in matrix.items:
        cells = [matrix.cell(item.subject, party) for party in parties]
        lines.append(
            Line(
                cells=(_item(item, words), *(cell_words(one, words) for one in cells)),
                tones=("", *map(tone_of, cells)),
            )
        )
    return Sheet(heading=heading, headings=headings, lines=tuple(lines))


def _item(item: MatrixItem, words: Wording) -> Paragraphs:
    code = words.code(item.subject)
    return cell(code if item.title in ("", code) else f"{code} {item.title}")


def tone_of(one: Cell) -> Tone:
    """The colour of a cell."""
    if one.state is CellState.NO_REPORT and one.missing:
        return "bad"
    if one.state is CellState.NO_REPORT and one.possibly_missing:
        return "warn"
    return TONES[one.state]


def cell_words(one: Cell, words: Wording) -> Paragraphs:
    """What stands in a cell: what was said, how far the work is, and the days."""
    said = words.cell_state(one.state)
    is_open = one.state in (CellState.REPORTED, CellState.CONTRADICTORY)
    further = _how_far(one, words) if is_open else ""
    told = cell(f"{words.labelled(said)} {further}" if further else said)
    if one.on is not None:
        late = f" ({words.label(Label.LATE)})" if one.late else ""
        told += cell(f"{words.day(one.on)}{late}")
    elif one.due is not None or one.earliest is not None:
        day = words.between(one.earliest, one.due)
        label = Label.IS_DUE
        if one.missing:
            label = Label.DUE_SINCE
        elif one.possibly_missing:
            label = Label.MAY_BE_DUE
        told += cell(words.label(label, day))
    return (*told, *cell(words.documents(one.evidence)))


def _how_far(one: Cell, words: Wording) -> str:
    """The status, else the stage or the values of the last reports; empty without any."""
    last = deciding_reports(one)
    if one.state is CellState.CONTRADICTORY:
        return words.listed(words.said(report) for report in last)
    stages = [words.word(report.stage.value) for report in last if report.stage is not None]
    if one.status is not None:
        return ", ".join(dict.fromkeys([words.status(one.status), *stages]))
    said = [words.said(report) for report in last]
    return words.listed(words_ for words_ in said if words_ != words.cell_state(one.state))


def deciding_reports(one: Cell) -> tuple[ProgressReport, ...]:
    """The reports by which a cell is what it is: those of the last day, and that are in dispute."""
    # A service and its state speak with one voice.
    voices = {report: attrs.evolve(report, party="") for report in one.reports}
    disputed: set[ProgressReport] = set()
    if one.state is CellState.CONTRADICTORY:
        for each in contradictions_in(voices.values()):
            disputed.update(each.reports)
    return tuple(
        report for report, voice in voices.items() if report.on == one.on or voice in disputed
    )


def reported_sheet(matrix: Matrix, words: Wording) -> Sheet:
    """The words of each last report, and of all that contradict each other."""
    lines = [line for one in matrix.cells for line in _reported(one, words)]
    headings = (
        Heading(words.label(Label.ITEM), 10),
        Heading(words.label(Label.ADMINISTRATION), 12),
        Heading(words.label(Label.DAY), 12),
        Heading(words.label(Label.STATE), 12),
        Heading(words.label(Label.IN_WORDS), 38),
        Heading(words.label(Label.DOCUMENTS), 16),
    )
    return fitting(words.label(Label.WORDS_REPORTED), headings, lines)


def _reported(one: Cell, words: Wording) -> Iterator[Line]:
    """The last reports of a cell, where they say more than the cell."""
    conflicting = one.state is CellState.CONTRADICTORY
    for report in deciding_reports(one):
        if not (report.text or report.evidence or conflicting):
            continue
        said = words.said(report)
        if conflicting:
            said += f" ({words.cell_state(CellState.CONTRADICTORY)})"
        yield Line(
            cells=(
                cell(words.code(one.subject)),
                cell(words.party(one.party)),
                cell(words.day(report.on)),
                cell(said),
                cell(report.text),
                cell(words.documents(report.evidence)),
            ),
            tones=("", "", "", "clash" if conflicting else "", "", ""),
            open=conflicting,
        )


def key_of(words: Wording) -> tuple[tuple[str, Tone], ...]:
    """What each colour stands for, in words."""
    missing = f"{words.cell_state(CellState.NO_REPORT)}, {words.label(Label.DUE_SINCE, '…')}"
    maybe = f"{words.cell_state(CellState.NO_REPORT)}, {words.label(Label.MAY_BE_DUE, '…')}"
    told: list[tuple[str, Tone]] = [(words.cell_state(state), TONES[state]) for state in CellState]
    return (*told, (missing, "bad"), (maybe, "warn"))
