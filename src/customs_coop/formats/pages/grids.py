"""Tables as rows of texts by column, and what kind of table they are."""

import enum
import re
from collections.abc import Iterator, Mapping

import attrs

from customs_coop.formats.columns import Column, column_of
from customs_coop.formats.pages.content import Grid, Labels, Place, TextLine, paragraphs_of

__all__ = [
    "Kind",
    "PlainCell",
    "PlainRow",
    "PlainTable",
    "as_labels",
    "known_columns",
    "label_of",
    "plain_table",
]

_LONGEST_HEADING = 120  # characters
_LONGEST_LABEL = 40
_HEADER_WITHIN = 12  # rows
_COVER_LABEL = re.compile(
    r"(?:from|to|date|subject|no\.?\s{0,3}prev\.?\s{0,3}doc\.?|previous\s{1,3}documents?"
    r"|no\.?\s{0,3}cion\s{1,3}(?:prop|doc)\.?)\s{0,3}:?",
    re.IGNORECASE,
)
_OWN_CODE = re.compile(
    r"[\[(]?(?:[A-Za-z]{1,2}[.\s-]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?[\])]?\.?"
)
_LEADING_CODE = re.compile(r"[\[(]?[A-Za-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?[\])]?[.:]?\s")


class Kind(enum.Enum):
    """What kind of table it is."""

    ROWS = "rows"
    """One row for each action, with a column for its code."""
    BOXES = "boxes"
    """Labels with the texts of an action below them; the code stands with the title."""
    PLAIN = "plain"
    """Anything else."""


@attrs.frozen(kw_only=True)
class PlainCell:
    """One cell that holds something, or carries on the cell above it."""

    lines: tuple[TextLine, ...]
    place: Place
    column: int
    span: int = 1
    above: bool = False

    @property
    def text(self) -> str:
        """Its words, with blanks between the paragraphs."""
        return " ".join(line.text for line in self.lines)


@attrs.frozen(kw_only=True)
class PlainRow:
    """One row; empty cells are left out."""

    cells: tuple[PlainCell, ...]
    place: Place

    @property
    def filled(self) -> tuple[PlainCell, ...]:
        """The cells that hold words."""
        return tuple(cell for cell in self.cells if cell.lines)

    def at(self, column: int) -> PlainCell | None:
        """The cell that covers a column, or None."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None


@attrs.frozen(kw_only=True)
class PlainTable:
    """A table whose kind is known.

    Args:
        kind: The kind.
        rows: The rows that hold anything.
        width: How many columns it has.
        header: The index of the row of headings, or None.
        headings: The headings of the columns; empty where it has no such row.
        tabular: Whether all labels stand in the row of headings or in cells of full width.
    """

    kind: Kind
    rows: tuple[PlainRow, ...]
    width: int
    header: int | None = None
    headings: tuple[str, ...] = ()
    tabular: bool = True

    @property
    def columns(self) -> tuple[Column | None, ...]:
        """What each column holds; None where that is not known, or another one holds it."""
        return known_columns(self.headings)


def known_columns(headings: tuple[str, ...]) -> tuple[Column | None, ...]:
    """What columns with these headings hold; the second of a kind is not known.

    Example:
        >>> [column and column.value for column in known_columns(("Code", "Action", "Cost"))]
        ['code', 'title', None]
    """
    found: list[Column | None] = []
    for heading in headings:
        column = label_of(heading)
        found.append(None if column in found else column)
    return tuple(found)


def label_of(text: str) -> Column | None:
    """The column that a text names, if it is short enough for a heading."""
    return column_of(text.strip(" *_:")) if 0 < len(text) <= _LONGEST_HEADING else None


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


def plain_table(grid: Grid) -> PlainTable:
    """Lay a table out by columns and tell its kind by its headings.

    Args:
        grid: The table.

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
            rows.append(PlainRow(cells=tuple(cells), place=row.place))
    return _with_kind(tuple(rows), width)


def _with_kind(rows: tuple[PlainRow, ...], width: int) -> PlainTable:
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        headings = _headings(row, width)
        known = {column for column in known_columns(headings) if column is not None}
        enough = len(known) >= 3 and 2 * len(known) >= len(row.filled)
        if enough and {Column.CODE, Column.TITLE} <= known:
            return PlainTable(
                kind=Kind.ROWS, rows=rows, width=width, header=index, headings=headings
            )
        if enough and Column.TITLE in known and _has_codes(rows[index + 1 :], headings):
            return PlainTable(
                kind=Kind.BOXES,
                rows=rows,
                width=width,
                header=index,
                headings=headings,
                tabular=not any(_is_labels(other, row) for other in rows[index + 1 :]),
            )
    if _are_boxes(rows):
        return PlainTable(kind=Kind.BOXES, rows=rows, width=width, tabular=False)
    return PlainTable(kind=Kind.PLAIN, rows=rows, width=width)


def _headings(row: PlainRow, width: int) -> tuple[str, ...]:
    headings = [""] * width
    for cell in row.filled:
        for column in range(cell.column, min(cell.column + cell.span, width)):
            headings[column] = cell.text
    return tuple(headings)


def _is_labels(row: PlainRow, header: PlainRow) -> bool:
    """Whether a row holds only labels, and not those of the headings once more."""
    texts = [cell.text for cell in row.filled]
    again = texts == [cell.text for cell in header.filled]
    return not again and all(label_of(text) is not None for text in texts)


def _has_codes(rows: tuple[PlainRow, ...], headings: tuple[str, ...]) -> bool:
    place = known_columns(headings).index(Column.TITLE)
    return any(
        (cell := row.at(place)) is not None and cell.lines and begins_with_code(cell.lines[0].text)
        for row in rows
    )


def begins_with_code(text: str) -> bool:
    """Whether a text is a code, or begins with one that has a point.

    Example:
        >>> [begins_with_code(text) for text in ("5.1", "5.1 Share data", "12 boxes")]
        [True, True, False]
    """
    return _OWN_CODE.fullmatch(text.strip()) is not None or _LEADING_CODE.match(text) is not None


def _labels_in(rows: tuple[PlainRow, ...]) -> Iterator[tuple[Column, str]]:
    for row in rows:
        for cell in row.filled:
            column = label_of(cell.text) or label_of(cell.lines[0].text)
            if column is not None:
                yield column, cell.text


def _are_boxes(rows: tuple[PlainRow, ...]) -> bool:
    """Whether labels and texts take turns, with one label for the title among three."""
    found: Mapping[Column, str] = dict(_labels_in(rows))
    return Column.TITLE in found and Column.CODE not in found and len(found) >= 3
