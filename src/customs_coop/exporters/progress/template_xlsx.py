"""A template of progress as a workbook, with lists to choose from and notes."""

from typing import Final

import attrs

from customs_coop.exporters.progress.base import ProgressTemplate, cells_of, paper_day
from customs_coop.formats.progress import NOTES, Field
from customs_coop.formats.xlsx import SheetColumn, SheetRow, WorkSheet, workbook_bytes
from customs_coop.model import Dossier, Stage, Status

__all__ = ["ProgressXlsx"]

_WIDTHS: Final = {
    Field.PARTY: 18,
    Field.PARTY_NAME: 20,
    Field.SUBJECT: 20,
    Field.TITLE: 45,
    Field.ASKED: 35,
    Field.TEXT: 50,
    Field.DOCUMENTS: 24,
}
_WIDTH: Final = 14
_CHOICES: Final[dict[Field, tuple[str, ...]]] = {
    Field.STATUS: tuple(one.value for one in Status),
    Field.STAGE: tuple(one.value for one in Stage),
    Field.NOT_APPLICABLE: ("yes",),
}
# What a spreadsheet would make a number or a day of.
_AS_TEXT: Final = frozenset(
    {
        *(Field.PARTY, Field.SUBJECT, Field.STATUS, Field.STAGE, Field.TEXT, Field.DOCUMENTS),
        *(Field.PERIOD, Field.UNIT, Field.DIMENSION),
    }
)


@attrs.frozen(kw_only=True)
class ProgressXlsx(ProgressTemplate):
    """A template of progress as a workbook: one row for each report that is owed.

    Where no obligation asks for anything, there is a row for each open action and
    indicator. What was reported already stands filled in. Status and stage are chosen from lists,
    and a second sheet says what to write where. No cell is a formula. It needs the extra "xlsx".
    """

    suffix = ".progress.xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def render(self, subject: Dossier, /) -> bytes:
        """Write the workbook.

        Args:
            subject: The dossier.

        Returns:
            The content of an .xlsx file.

        Raises:
            UnknownPlanError: The dossier has no such plan.
            InvalidValueError: The party owes nothing there.
            ExportOptionError: The library that writes workbooks is not there.
        """
        columns = tuple(
            SheetColumn(
                field.value,
                _WIDTHS.get(field, _WIDTH),
                as_text=field in _AS_TEXT,
                is_filled=field in NOTES,
                choices=_CHOICES.get(field, ()),
            )
            for field in Field
        )
        rows = tuple(
            SheetRow(tuple(cells[field] for field in Field))
            for cells in (cells_of(row, subject) for row in self.rows(subject))
        )
        return workbook_bytes(
            (WorkSheet(name="Progress", columns=columns, rows=rows), _notes()),
            title="Progress",
            day=paper_day(subject),
            rest=_LONG,
            continued="[goes on in row {row} of Long texts]",
            plainer="progress-csv",
        )


def _notes() -> WorkSheet:
    columns = (SheetColumn("Column", 20), SheetColumn("What to write there", 100))
    rows = [SheetRow((field.value, note)) for field, note in NOTES.items()]
    rows += [
        SheetRow((field.value, "as it stands there; by it the row is known"))
        for field in (Field.PARTY, Field.SUBJECT)
    ]
    return WorkSheet(name="Notes", columns=columns, rows=tuple(rows))


_LONG: Final = WorkSheet(
    name="Long texts",
    columns=(SheetColumn("Cell", 25), SheetColumn("Part", 10), SheetColumn("Words", 90)),
    rows=(),
)
