"""The country matrix as rows for spreadsheets, in which no cell is a formula."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import attrs

from customs_coop.exporters.state.administrations import cell_words, deciding_reports
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.formulas import defused
from customs_coop.formats.sheet import Language
from customs_coop.model import Measurement, ProgressReport
from customs_coop.monitoring import Cell, CellState, Matrix, StateOfPlay

__all__ = ["MatrixCsv"]

_COLUMNS: Final = (
    "item",
    "title",
    "party",
    "name",
    "state",
    "status",
    "on",
    "due_from",
    "due",
    "late",
    "missing",
    "possibly_missing",
    "text",
    "documents",
    "reports",
    "stage",
    "values",
)


@attrs.frozen(kw_only=True)
class MatrixCsv:
    """The country matrix of a state of play as CSV (RFC 4180).

    Texts that a spreadsheet would take for a formula begin with an apostrophe.

    Args:
        layout: "cells" has one row for each item of each administration, and where reports
            contradict each other, one for each of these, with English names of columns and words
            that programs know; "matrix" has one row for each item and one
            column for each administration, as it is printed.
        language: The language of what is printed in the layout "matrix": "en", "fr" or "de".
        separator: What stands between the cells; spreadsheets in much of Europe expect ";".
        bom: Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    """

    suffix = ".csv"
    media_type = "text/csv"
    accepts = ("state",)

    layout: Literal["cells", "matrix"] = "cells"
    language: Language = "en"
    separator: Literal[",", ";"] = ","
    bom: bool = False

    def render(self, subject: StateOfPlay, /) -> str:
        r"""Write the rows.

        Args:
            subject: The state of play.

        Returns:
            The text of a .csv file; its lines end with "\r\n".
        """
        written = io.StringIO()
        writer = csv.writer(
            written, delimiter=self.separator, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC
        )
        if self.layout == "cells":
            rows = _cells(subject)
        else:
            rows = _printed(subject.matrix, Wording.of(subject, self.language))
        for row in rows:
            writer.writerow(
                [one if isinstance(one, int) else defused(replace_illegal(one)) for one in row]
            )
        return "\ufeff" * self.bom + written.getvalue()


def _cells(state: StateOfPlay) -> Iterator[tuple[str | int, ...]]:
    yield _COLUMNS
    titles = {item.subject: item.title for item in state.matrix.items}
    names = {party.id: party.name for party in state.parties}
    for one in state.matrix.cells:
        for reports in _rows_of(one):
            yield (
                str(one.subject),
                titles.get(one.subject, ""),
                one.party,
                names.get(one.party, ""),
                one.state.value,
                *_told(one, reports),
                len(one.reports),
                "; ".join(dict.fromkeys(r.stage.value for r in reports if r.stage is not None)),
                "; ".join(
                    dict.fromkeys(_value(found) for r in reports for found in r.measurements)
                ),
            )


def _rows_of(one: Cell) -> Iterator[Sequence[ProgressReport]]:
    """The reports of each row: of those that contradict each other, each stands in its own."""
    reports = deciding_reports(one)
    if one.state is CellState.CONTRADICTORY:
        yield from ([report] for report in reports)
    else:
        yield reports


def _told(one: Cell, reports: Sequence[ProgressReport]) -> Iterator[str]:
    """What stands between the state and the number of reports."""
    status, on, text, evidence = one.status, one.on, one.text, one.evidence
    applies = one.state is not CellState.NOT_APPLICABLE
    if one.state is CellState.CONTRADICTORY:
        (report,) = reports
        status, on, text, evidence = report.status, report.on, report.text, report.evidence
        applies = report.applicable
    if applies:
        yield "" if status is None else status.value
    else:
        # What does not concern anybody has no status; beside another report, that is what it says.
        yield CellState.NOT_APPLICABLE.value if one.state is CellState.CONTRADICTORY else ""
    yield from ("" if day is None else day.isoformat() for day in (on, one.earliest, one.due))
    yield from (str(sign).lower() for sign in (one.late, one.missing, one.possibly_missing))
    yield text
    yield "; ".join(reference.cite() for reference in evidence)


def _value(found: Measurement) -> str:
    where = f" ({found.dimension})" if found.dimension else ""
    return f"{found.value:f} {found.unit} {found.period}{where}"


def _printed(matrix: Matrix, words: Wording) -> Iterator[tuple[str | int, ...]]:
    yield (words.label(Label.ITEM), words.label(Label.NAME), *map(words.named, matrix.parties))
    for item in matrix.items:
        cells = (cell_words(one, words) for one in matrix.row(item.subject))
        texts = ("\n".join(paragraph.text for paragraph in cell) for cell in cells)
        yield (words.code(item.subject), item.title, *texts)
