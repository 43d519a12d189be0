"""The ledger of a rollover as rows for spreadsheets, in which no cell is a formula."""

import csv
import io
from typing import Final, Literal

import attrs

from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.formulas import defused
from customs_coop.rollover import Ledger, LedgerRow

__all__ = ["LedgerCsv"]

_COLUMNS: Final = tuple(field.name for field in attrs.fields(LedgerRow))


@attrs.frozen(kw_only=True)
class LedgerCsv:
    """A ledger as CSV (RFC 4180), one row for each thing that is accounted for.

    Texts that a spreadsheet would take for a formula begin with an apostrophe; the JSON file of
    the ledger has all words as they are.

    Args:
        separator: What stands between the cells; spreadsheets in much of Europe expect ";".
        bom: Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    """

    suffix = ".csv"
    media_type = "text/csv"
    accepts = ("ledger",)

    separator: Literal[",", ";"] = ","
    bom: bool = False

    def render(self, subject: Ledger, /) -> str:
        r"""Write the rows.

        Args:
            subject: The ledger.

        Returns:
            The text of a .csv file; its lines end with "\r\n".
        """
        written = io.StringIO()
        writer = csv.writer(
            written, delimiter=self.separator, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC
        )
        writer.writerow(_COLUMNS)
        for row in subject.rows:
            writer.writerow(
                (
                    row.kind.value,
                    *map(
                        _text,
                        (
                            row.item,
                            row.words,
                            row.disposition,
                            "; ".join(map(str, row.successors)),
                            row.reason,
                            "" if row.authority is None else row.authority.cite(),
                        ),
                    ),
                    "" if row.times_carried is None else row.times_carried,
                    _text("" if row.first is None else str(row.first)),
                    _text(row.first_wording),
                    _text(row.moved),
                )
            )
        return "\ufeff" * self.bom + written.getvalue()


def _text(text: str) -> str:
    return defused(replace_illegal(text))
