"""Tables as rows of texts by column, and what kind of table they are."""

import enum
import re

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import Grid, Labels, Place, paragraphs_of
from customs_coop.formats.pages.headings import (
    PlainCell,
    PlainRow,
    code_column,
    fold_headings,
    is_code,
    known_columns,
    label_of,
    label_with_code,
    leading_code,
)

__all__ = [
    "Kind",
    "PlainCell",
    "PlainRow",
    "PlainTable",
    "as_labels",
    "begins_with_code",
    "known_columns",
    "label_of",
    "plain_table",
    "under_headings",
]

_LONGEST_LABEL = 40
_HEADER_WITHIN = 12  # rows
_COVER_LABEL = re.compile(
    r"(?:from|to|date|subject|no\.?\s{0,3}prev\.?\s{0,3}doc\.?|previous\s{1,3}documents?"
    r"|no\.?\s{0,3}cion\s{1,3}(?:prop|doc)\.?)\s{0,3}:?",
    re.IGNORECASE,
)
_CODE_HEADING = "Code"


class Kind(enum.Enum):
    """What kind of table it is."""

    ROWS = "rows"
    """One row for each action, with a column for its code."""
    BOXES = "boxes"
    """Labels with the texts of an action below or beside them, mostly without one for the code."""
    PLAIN = "plain"
    """Anything else."""


@attrs.frozen(kw_only=True)
class PlainTable:
    """A table whose kind is known.

    Args:
        kind: The kind.
        rows: The rows that hold anything.
        width: How many columns it has.
        header: The index of the row of headings, or None.
        headings: The headings of the columns; empty where it has no such row.
    """

    kind: Kind
    rows: tuple[PlainRow, ...]
    width: int
    header: int | None = None
    headings: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[Column | None, ...]:
        """What each column holds; None where that is not known, or another one holds it."""
        return known_columns(self.headings)


def as_labels(grid: Grid) -> Labels | None:
    """Labels and texts in two columns, as on a cover; None for any other table."""
    pairs: list[tuple[str, str, Place]] = []
    for row in grid.rows:
        cells = [" ".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells]
        if not any(cells):
            continue
        # A colon may have a column of its own.
        filled = [cell for cell in cells[1:] if cell.strip(" :")]
        label = cells[0]
        is_label = label.endswith(":") or (len(cells) > 1 and cells[1].strip() == ":")
        if not 0 < len(label) <= _LONGEST_LABEL or len(filled) > 1:
            return None
        if not (is_label or _COVER_LABEL.fullmatch(label)):
            return None
        if label_of(label) is not None:
            return None
        pairs.append((label.rstrip(": "), filled[0] if filled else "", row.place))
    return Labels(pairs=tuple(pairs)) if pairs else None


def plain_table(grid: Grid, *, titled: bool = False) -> PlainTable:
    """Lay a table out by columns and tell its kind by its headings.

    Args:
        grid: The table.
        titled: Whether code and title of its only action stand above it.

    Returns:
        The table without empty rows and cells.
    """
    rows: list[PlainRow] = []
    width = 0
    for row in grid.rows:
        cells: list[PlainCell] = []
        column = 0
        for cell in row.cells:
            lines = tuple(paragraphs_of(cell.blocks))
            if lines or cell.above:
                cells.append(
                    PlainCell(
                        lines=lines,
                        place=cell.place,
                        column=column,
                        span=cell.span,
                        above=cell.above and not lines,
                    )
                )
            column += cell.span
        width = max(width, column)
        if any(cell.lines for cell in cells):
            rows.append(PlainRow(cells=tuple(cells), place=row.place, width=column))
    return _with_kind(tuple(rows), width, titled=titled)


def under_headings(table: PlainTable, above: PlainTable) -> PlainTable | None:
    """A table without headings that carries on another one, with the headings of that.

    Args:
        table: The table.
        above: The last table before it that has headings.

    Returns:
        The table with a row of headings, or None where it is of another width, or its rows have
        no codes.
    """
    columns = above.columns
    if table.kind is not Kind.PLAIN or table.width != above.width or above.header is None:
        return None
    if Column.CODE not in columns and Column.TITLE not in columns:
        return None
    place = columns.index(Column.CODE if Column.CODE in columns else Column.TITLE)
    cells = [
        cell
        for row in table.rows
        if len(row.filled) > 1 and (cell := row.at(place)) is not None and cell.lines
    ]
    if above.kind is Kind.ROWS:
        codes = [is_code(cell.text) for cell in cells]
    else:
        codes = [begins_with_code(cell.lines[0].text) for cell in cells]
    if 2 * sum(codes) <= len(codes) or not cells:
        return None
    rows = (above.rows[above.header], *table.rows)
    return attrs.evolve(above, rows=rows, header=0)


def begins_with_code(text: str) -> bool:
    """Whether a text is a code, or begins with one that cannot be a figure of its words.

    Example:
        >>> texts = ("5.1", "5.1 Share data", "Action 12: Share", "12 boxes")
        >>> [begins_with_code(text) for text in texts]
        [True, True, True, False]
    """
    return is_code(text) or leading_code(text) is not None


def _with_kind(rows: tuple[PlainRow, ...], width: int, *, titled: bool) -> PlainTable:
    title = frozenset((Column.TITLE,)) if titled else frozenset()
    for index in range(min(len(rows), _HEADER_WITHIN)):
        if len(rows[index].filled) < 2:
            continue
        row, count, headings = fold_headings(rows, index, width)
        below = rows[index + count :]
        known = {column for column in known_columns(headings) if column is not None}
        if Column.CODE not in known and len(known) >= 2:
            place = code_column(below, headings)
            if place is not None:
                headings = (*headings[:place], _CODE_HEADING, *headings[place + 1 :])
                known.add(Column.CODE)
        if len(known | title) < 3 or Column.TITLE not in known | title:
            continue
        half = 2 * len(known) >= len(row.filled)
        table = PlainTable(
            kind=Kind.ROWS if Column.CODE in known else Kind.BOXES,
            rows=_with_header(rows, index, count, row),
            width=width,
            header=index,
            headings=headings,
        )
        if Column.CODE in known and (half or _has_codes(below, headings)):
            return table
        if half and Column.CODE not in known:
            return table
    if _are_boxes(rows, title):
        return PlainTable(kind=Kind.BOXES, rows=rows, width=width)
    return PlainTable(kind=Kind.PLAIN, rows=rows, width=width)


def _with_header(
    rows: tuple[PlainRow, ...], index: int, count: int, header: PlainRow
) -> tuple[PlainRow, ...]:
    """The rows with one row for the headings, wherever these come again."""
    wanted = [row.texts for row in rows[index : index + count]]
    found: list[PlainRow] = list(rows[:index])
    place = index
    while place < len(rows):
        if [row.texts for row in rows[place : place + count]] == wanted:
            found.append(attrs.evolve(header, place=rows[place].place))
            place += count
        else:
            found.append(rows[place])
            place += 1
    return tuple(found)


def _has_codes(rows: tuple[PlainRow, ...], headings: tuple[str, ...]) -> bool:
    """Whether most cells of the column for codes hold one."""
    place = known_columns(headings).index(Column.CODE)
    cells = [cell for row in rows if (cell := row.at(place)) is not None and cell.lines]
    return 2 * sum(is_code(cell.text) for cell in cells) > len(cells)


def _are_boxes(rows: tuple[PlainRow, ...], title: frozenset[Column]) -> bool:
    """Whether labels and texts take turns, with one label for the title among three."""
    found: set[Column] = set(title)
    for row in rows:
        for cell in row.filled:
            column = label_of(cell.text) or label_of(cell.lines[0].text)
            if column is None and label_with_code(cell.text) is not None:
                column = Column.TITLE
            if column is not None:
                found.add(column)
    return Column.TITLE in found and len(found) >= 3
