"""Rule: no spreadsheet executes a cell of a ledger, wherever it splits the lines (CWE-1236)."""

import csv
import io
import re
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from customs_coop.exporters.ledger.csv import LedgerCsv
from sample_ledgers import hostile_ledger

FORMULA = re.compile('[ "\xa0\u200b\ufeff\u202e]{0,99}[=+\\-@\uff1d\uff0b\uff0d\uff20]')


def cells(text: str, separator: str) -> list[str]:
    """What a program makes of the file that splits it at this sign."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [cell for row in rows for cell in row]


@given(
    words=st.text(alphabet="=+-@\uff1d;,|\t\r\n\" '\u200b\xa0x1\x00", max_size=30),
    written=st.sampled_from([",", ";"]),
)
def test_no_cell_is_a_formula_at_whatever_sign_the_line_is_split(
    words: str, written: Literal[",", ";"]
) -> None:
    text = LedgerCsv(separator=written).render(hostile_ledger(words))
    for separator in (",", ";", "\t", "|"):
        assert not [cell for cell in cells(text, separator) if FORMULA.match(cell)]
    assert not [cell for cell in cells(text, written) if cell.startswith(("\t", "\r", "\n"))]
