"""Tables that go on over pages: headings that come again, and rows that a page breaks."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.grids import begins_with_code, known_columns, label_of
from customs_coop.formats.pdf.regions import CellLines, PageTable, TableRow

__all__ = ["JoinedTable", "goes_on", "join_tables"]

_SAME_EDGE = 6.0  # points
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]{0,2}$")
_HEADER_WITHIN = 4  # rows
_LOOK_BACK = 50  # rows


@attrs.frozen(kw_only=True)
class JoinedTable:
    """A table with all its pages.

    Args:
        columns: The edges of its columns.
        rows: Its rows.
        broken: How many rows were joined over a page break.
        repeated: How many rows of headings that came again were left out.
    """

    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    broken: tuple[int, ...] = ()
    repeated: int = 0


def goes_on(table: PageTable, after: PageTable) -> bool:
    """Whether a table at the head of a page carries on that at the foot of the page before.

    Its outer edges are the same, and the columns of one are also columns of the other.
    """
    if table.ruled != after.ruled or after.page != table.page + 1:
        return False
    ends = zip((table.columns[0], table.columns[-1]), (after.columns[0], after.columns[-1]),
               strict=True)  # fmt: skip
    if table.ruled and any(abs(one - other) > _SAME_EDGE for one, other in ends):
        return False
    few, many = sorted((table.columns[:-1], after.columns[:-1]), key=len)
    return all(any(abs(one - other) <= _SAME_EDGE for other in many) for one in few)


def join_tables(parts: Sequence[PageTable]) -> JoinedTable:
    """Join the parts of a table.

    Args:
        parts: The parts, page by page.

    Returns:
        One table without repeated headings, its broken rows joined.
    """
    columns: list[float] = []
    for edge in sorted(edge for part in parts for edge in part.columns):
        if not columns or edge - columns[-1] > _SAME_EDGE:
            columns.append(edge)
    rows: list[TableRow] = list(parts[0].rows)
    broken: list[int] = []
    repeated = 0
    header = _header_length(rows)
    for part in parts[1:]:
        fresh = list(part.rows)
        skipped = 0
        while (
            skipped < min(header, len(fresh), len(rows))
            and fresh[skipped].texts == rows[skipped].texts
        ):
            skipped += 1
        repeated += skipped
        fresh = fresh[skipped:]
        if fresh and rows and len(rows) > header and _is_broken(rows, fresh[0], header):
            rows[-1] = _joined(rows[-1], fresh[0])
            broken.append(part.page)
            fresh = fresh[1:]
        rows += fresh
    return JoinedTable(
        columns=tuple(columns), rows=tuple(rows), broken=tuple(broken), repeated=repeated
    )


def _header_length(rows: Sequence[TableRow]) -> int:
    """How many rows from the top are headings, with the row that counts the columns."""
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        known = [column for column in _known(row) if column is not None]
        if len(known) >= 2:
            below = rows[place + 1].texts if place + 1 < len(rows) else ()
            figures = [text.strip("() .") for text in below]
            counts = len(figures) > 1 and figures == [str(n) for n in range(1, len(figures) + 1)]
            return place + (2 if counts else 1)
    return 1


def _known(row: TableRow) -> tuple[Column | None, ...]:
    """What the cells of a row of headings name; a narrow cell may cut even "Code"."""
    texts = []
    for cell, text in zip(row.cells, row.texts, strict=True):
        whole = "".join(line.text for line in cell.lines)
        is_cut = len(cell.lines) > 1 and label_of(text) is None and label_of(whole) is not None
        texts.append(whole if is_cut else text)
    return known_columns(tuple(texts))


def _key(rows: Sequence[TableRow], header: int) -> tuple[float, bool]:
    """The left edge of the column that begins a row, and whether it holds bare codes."""
    for row in rows[:header]:
        known = _known(row)
        for column in (Column.CODE, Column.TITLE):
            if column in known:
                return row.cells[known.index(column)].x0, column is Column.CODE
    return rows[0].cells[0].x0, False


def _is_broken(rows: Sequence[TableRow], row: TableRow, header: int) -> bool:
    """Whether the first row of a page carries on the last one of the page before."""
    last = rows[-1]
    filled = [cell for cell in row.cells if cell.lines]
    if not filled:
        return False
    if len(row.cells) == 1 or len(last.cells) == 1:
        # A text in full width goes on where its sentence has not ended.
        same = len(row.cells) == len(last.cells)
        return same and bool(last.texts[0]) and not _ENDED.search(last.texts[0])
    edge, bare = _key(rows, header)
    key = next((cell for cell in row.cells if abs(cell.x0 - edge) <= _SAME_EDGE), None)
    if key is None or len(row.cells) != len(last.cells):
        return False
    if not key.lines:
        return True
    text = " ".join(line.text for line in key.lines)
    if bare or begins_with_code(key.lines[0].text):
        return False
    # A code that stands with the title is only in the first part of the row.
    codes = [
        begins_with_code(cell.lines[0].text)
        for held in rows[max(header, len(rows) - _LOOK_BACK) :]
        for cell in held.cells
        if abs(cell.x0 - edge) <= _SAME_EDGE and cell.lines and len(held.cells) > 1
    ]
    return (len(codes) > 1 and all(codes)) or (bool(codes) and all(codes) and text[:1].islower())


def _joined(row: TableRow, more: TableRow) -> TableRow:
    cells: list[CellLines] = [
        attrs.evolve(cell, lines=(*cell.lines, *other.lines))
        for cell, other in zip(row.cells, more.cells, strict=True)
    ]
    return attrs.evolve(row, cells=tuple(cells))
