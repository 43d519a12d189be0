"""A template of progress as CSV, which every spreadsheet opens."""

import csv
import io
from decimal import Decimal
from typing import Literal

import attrs

from customs_coop.exporters.progress.base import Cell, ProgressTemplate, cells_of
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.formulas import defused
from customs_coop.formats.progress import NOTES, Field
from customs_coop.model import Dossier

__all__ = ["ProgressCsv"]


@attrs.frozen(kw_only=True)
class ProgressCsv(ProgressTemplate):
    """A template of progress as CSV (RFC 4180): one row for each report that is owed.

    Where no obligation asks for anything, there is a row for each open action and
    indicator. What was reported already stands filled in. Texts that a spreadsheet would take for
    a formula begin with an apostrophe, which is taken away when the file is read back.

    Args:
        separator: What stands between the cells; spreadsheets in much of Europe expect ";".
        bom: Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    """

    suffix = ".progress.csv"
    media_type = "text/csv"

    separator: Literal[",", ";"] = ","
    bom: bool = False

    def render(self, subject: Dossier, /) -> str:
        r"""Write the rows.

        Args:
            subject: The dossier.

        Returns:
            The text of a .csv file; its lines end with "\r\n".

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
        """
        written = io.StringIO()
        writer = csv.writer(
            written, delimiter=self.separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL
        )
        writer.writerow(map(_heading, Field))
        for row in self.rows(subject):
            cells = cells_of(row, subject)
            writer.writerow([defused(replace_illegal(_text(cells[field]))) for field in Field])
        return "\ufeff" * self.bom + written.getvalue()


def _heading(field: Field) -> str:
    return f"{field.value} ({NOTES[field]})" if field in NOTES else field.value


def _text(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"  # not "1E+3", which spreadsheets show in their own way
    return "" if cell is None else str(cell)
