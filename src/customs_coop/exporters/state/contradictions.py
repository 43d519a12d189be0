"""The section of a note on what contradicts itself."""

from collections.abc import Sequence

from customs_coop.exporters.ledger.cells import cell, fitting
from customs_coop.exporters.ledger.sheets import Cell, Heading, Line
from customs_coop.exporters.state.items import Section
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.sentences import Said
from customs_coop.exporters.state.wording import Wording
from customs_coop.model import ProgressReport
from customs_coop.monitoring import CellState, Contradiction, StateOfPlay
from customs_coop.monitoring.reports.contradicting import contradictions_of
from customs_coop.monitoring.reports.statements import status_said

__all__ = ["contradicting_reports", "contradictions_section"]


def contradictions_section(state: StateOfPlay, words: Wording) -> Section:
    """Who said two things of one day, of what, and which."""
    groups = contradicting_reports(state)
    if not groups:
        return
    headings = (
        Heading(words.label(Label.PARTY), 14),
        Heading(words.label(Label.ABOUT), 14),
        Heading(words.label(Label.DAY), 12),
        Heading(words.label(Label.WHAT_WAS_SAID), 60),
    )
    lines = [
        Line(
            cells=(
                cell(words.party(one.party)),
                cell(words.code(one.subject)),
                cell(words.day(one.on)),
                told_apart(reports, words),
            ),
            tones=("", "", "", "clash"),
        )
        for one, reports in groups
    ]
    heading = f"{words.title('contradictions')} ({len(lines)})"
    yield fitting(heading, headings, lines), (words.sentence(Said.CONTRADICTIONS),)


def contradicting_reports(
    state: StateOfPlay,
) -> tuple[tuple[Contradiction, tuple[ProgressReport, ...]], ...]:
    """The contradictions, those of a party and a day on one thing together, with their reports."""
    groups: dict[tuple[object, ...], tuple[Contradiction, dict[ProgressReport, None]]] = {}
    for one in contradictions_of(state):
        _, reports = groups.setdefault((one.party, one.subject, one.on), (one, {}))
        reports.update(dict.fromkeys(one.reports))
    return tuple((one, tuple(reports)) for one, reports in groups.values())


def told_apart(reports: Sequence[ProgressReport], words: Wording) -> Cell:
    """What each of some reports says in which they differ, with its words and documents."""
    told: dict[str, None] = {}
    for report, said in zip(reports, _differing(reports, words), strict=True):
        head, text = ", ".join(said), words.quoted(report.text)
        head = f"{words.labelled(head)} {text}" if head and text else head or text
        told[words.listed([head, words.documents(report.evidence)])] = None
    return tuple(part for text in told for part in cell(text))


def _differing(reports: Sequence[ProgressReport], words: Wording) -> list[list[str]]:
    """What each report says of status, stage and values, without what all of them say alike."""
    each = [_statements(report, words) for report in reports]
    about = dict.fromkeys(key for said in each for key in said)
    apart = [key for key in about if len({said[key] for said in each if key in said}) > 1]
    return [[said[key] for key in apart if key in said] for said in each]


def _statements(report: ProgressReport, words: Wording) -> dict[object, str]:
    found: dict[object, str] = {}
    status = status_said(report)
    if not report.applicable:
        found["status"] = words.cell_state(CellState.NOT_APPLICABLE)
    elif status is not None:
        found["status"] = words.status(status)
    if report.stage is not None:
        found["stage"] = words.word(report.stage.value)
    for one in report.measurements:
        found[one.period, one.unit, one.dimension] = words.measured(one)
    return found
