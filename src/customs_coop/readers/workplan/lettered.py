"""Rows whose codes bear a letter in brackets: the part of an action, or the mark of a note."""

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.workplan.codes import code_without_mark
from customs_coop.readers.workplan.rows import TableRow

__all__ = ["lettered_rows"]

_LETTER = re.compile(r"\((?:[a-z]|[ivx]{2,4})\)")


def lettered_rows(rows: Sequence[TableRow], footnotes: Footnotes) -> list[TableRow]:
    """The rows, with each letter in brackets behind a code as what it is.

    Behind a blank it is a remark, unless several rows have the same code and differ in the letter
    alone. Where a note below the table has it for its mark, it is that mark.

    Args:
        rows: The rows of a plan, in order.
        footnotes: The notes below its tables.
    """
    lettered = [bool(_LETTER.fullmatch(row.remark)) for row in rows]
    codes = Counter(row.code for row in rows)
    letters = Counter(
        code
        for code, _ in {
            (row.code, row.remark)
            for row, is_letter in zip(rows, lettered, strict=True)
            if is_letter
        }
    )
    found: list[TableRow] = []
    for row, is_letter in zip(rows, lettered, strict=True):
        known = _Known(footnotes, row.table)
        code, mark = code_without_mark(row.code, known.has)
        if mark:
            found.append(attrs.evolve(row, code=code, remark=mark))
        elif is_letter and not known.has(row.remark) and codes[row.code] == letters[row.code] > 1:
            found.append(attrs.evolve(row, code=f"{row.code} {row.remark}", remark=""))
        else:
            found.append(row)
    return found


@attrs.frozen
class _Known:
    """The notes below one table."""

    footnotes: Footnotes
    table: int

    def has(self, mark: str) -> bool:
        """Whether a mark has its note."""
        return self.footnotes.has(self.table, mark)
