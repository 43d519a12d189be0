"""The ledger of a rollover as rows for spreadsheets, in which no cell is a formula."""

import csv
import io
import re
from typing import Final, Literal

import attrs

from customs_coop.formats.characters import replace_illegal
from customs_coop.rollover import Ledger, LedgerRow

__all__ = ["LedgerCsv", "defused"]

_COLUMNS: Final = tuple(field.name for field in attrs.fields(LedgerRow))
# What makes a spreadsheet take a cell for a formula, also in the full width of East Asian scripts.
# It may stand behind blanks and invisible characters, which some programs skip, and behind signs
# at which a program splits a cell that expects other signs than ours.
_FORMULA = re.compile(
    r"(\A|[;,|\t\r\n])"
    r"([ \"\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]{0,999})"
    r"(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"
)


def defused(text: str) -> str:
    r"""A text that no spreadsheet takes for a formula, wherever it splits the line.

    An apostrophe is put before an equals sign, a plus, a minus or an at sign that begins the
    text, a line of it, or what stands behind a tab, comma, semicolon or bar in it; and before a
    text that begins with a tab or a line break, as OWASP recommends against CSV injection.

    Example:
        >>> defused("=1+1"), defused("ports; -2"), defused("by mid-1998")
        ("'=1+1", "ports;' -2", 'by mid-1998')
    """
    found = _FORMULA.sub(r"\1'\2", text)
    return f"'{found}" if found[:1] in ("\t", "\r", "\n") else found


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
