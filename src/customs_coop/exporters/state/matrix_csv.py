"""The country matrix as rows for spreadsheets, in which no cell is a formula."""

import csv
import io
from collections.abc import Iterator
from typing import Final, Literal

import attrs

from customs_coop.exporters.state.administrations import cell_words
from customs_coop.exporters.state.labels import Label
from customs_coop.exporters.state.wording import Wording
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.formulas import defused
from customs_coop.formats.sheet import Language
from customs_coop.monitoring import Matrix, StateOfPlay

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
)


@attrs.frozen(kw_only=True)
class MatrixCsv:
    """The country matrix of a state of play as CSV (RFC 4180).

    Texts that a spreadsheet would take for a formula begin with an apostrophe.

    Args:
        layout: "cells" has one row for each item of each administration, with English names of
            columns and words that programs know; "matrix" has one row for each item and one
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
        yield (
            str(one.subject),
            titles.get(one.subject, ""),
            one.party,
            names.get(one.party, ""),
            one.state.value,
            "" if one.status is None else one.status.value,
            *("" if day is None else day.isoformat() for day in (one.on, one.earliest, one.due)),
            *(str(sign).lower() for sign in (one.late, one.missing, one.possibly_missing)),
            one.text,
            "; ".join(reference.cite() for reference in one.evidence),
            len(one.reports),
        )


def _printed(matrix: Matrix, words: Wording) -> Iterator[tuple[str | int, ...]]:
    yield (words.label(Label.ITEM), words.label(Label.NAME), *map(words.named, matrix.parties))
    for item in matrix.items:
        cells = (cell_words(one, words) for one in matrix.row(item.subject))
        texts = ("\n".join(paragraph.text for paragraph in cell) for cell in cells)
        yield (words.code(item.subject), item.title, *texts)
