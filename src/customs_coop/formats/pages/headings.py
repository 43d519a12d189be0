"""The row of headings of a table: one row, or several whose cells are merged or wrapped."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.columns import Column, column_of, columns_of
from customs_coop.formats.pages.content import Place, TextLine

__all__ = [
    "PlainCell",
    "PlainRow",
    "code_column",
    "counts_columns",
    "fold_headings",
    "headings_of",
    "is_code",
    "is_spread",
    "known_columns",
    "label_of",
    "label_with_code",
    "leading_code",
]

_LONGEST_HEADING = 120  # characters
_MOST_ROWS = 3  # of headings
_TWO_LEVELS = 2
_LONGEST_NAME = 30  # characters of a heading below another one
_FIRST_COLUMNS = 8  # among which that of the codes stands, if it has no heading
_CODE_WORD = r"(?:(?:Action|Activity|Measure|Item|Mesure|Ma(?:ß|ss)nahme|No|Nr|N°)\.?\s{1,4})?"
# What was put in later: "1.1bis", "3 ter"; in German, "bis" goes on to another code.
_LATER = r"(?:(?<=[0-9])[\s-]?(?:bis|ter|quater|quinquies))?"
_CODE = re.compile(
    rf"{_CODE_WORD}[\[(]?(?:(?:[A-Za-z]{{1,4}}[.\s-]?)?[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,4}}[a-z]?"
    rf"|[A-Z]{{1,2}}(?:\.[0-9]{{1,3}})?|[IVX]{{1,6}}|[a-z](?=\))){_LATER}[\])]?\.?"
)
_LABEL_WITH_CODE = re.compile(
    r"(?P<label>[^\d\[(]{3,60}?)[\s:]{1,8}(?P<code>\[?(?:[A-Za-z]{1,4}[.-])?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?(?:[\s-]?(?:bis|ter|quater))?\]?)"
)
_LATER_BEFORE_WORDS = (
    r"(?:-?(?:bis|ter|quater)\b|\s(?:ter|quater)\b|\sbis(?=[\])]?(?:[.:)]|\s{1,3}[:–—-])))?"
)
_DOTTED = r"(?:[A-Za-z]{1,4}[.-]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}[a-z]?" + _LATER_BEFORE_WORDS
_PREFIXED = rf"[A-Za-z]{{1,4}}[.-][0-9]{{1,3}}[a-z]?{_LATER_BEFORE_WORDS}"
_BEHIND = r"(?:\s{0,3}:\s{0,3}|\s{1,3}[–—-]\s{1,3}|[.)]?\s{1,8})"
_CAPITAL = r"(?=[“”\"‘’'(\[]?[^\W\d_])(?![a-z])"
_UNIT = r"(?!(?:million|billion|thousand|per|times|km|tonne|year|month|hour|euro|EUR|%))"
# A code before the words of a title; "1.5 million" and "12 boxes" begin with none.
_LEADING = re.compile(
    rf"(?:Action|Activity|Measure|Item|Mesure|Ma(?:ß|ss)nahme|No\.?|Nr\.?|N°)\s{{1,4}}[\[(]?"
    rf"({_DOTTED}|{_PREFIXED}|[0-9]{{1,3}}[a-z]?{_LATER_BEFORE_WORDS}(?![\w/])|[A-Z](?=\s{{0,3}}(?:[:.)\]–—]|\Z)))"
    rf"[\])]?(?:\.?\s{{0,3}}\Z|{_BEHIND})"
    rf"|[\[(]?({_DOTTED})[\])]?{_BEHIND}{_UNIT}(?=\S)"
    rf"|({_PREFIXED}){_BEHIND}{_CAPITAL}"
    rf"|[\[(]?([0-9]{{1,3}}[a-z]?(?:[\s-]?(?:bis|ter|quater))?|[A-Z])(?:[.)\]]{{1,2}}\s{{1,8}}|\s{{0,3}}:\s{{1,3}}){_CAPITAL}"
)


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
    """One row; empty cells are left out.

    Args:
        cells: The cells that hold anything, or carry on the one above.
        place: Where it stands.
        width: How many columns it takes, with its empty cells.
    """

    cells: tuple[PlainCell, ...]
    place: Place
    width: int = 0

    @property
    def filled(self) -> tuple[PlainCell, ...]:
        """The cells that hold words."""
        return tuple(cell for cell in self.cells if cell.lines)

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """The words of each cell that holds any, with its column."""
        return tuple((cell.column, cell.text) for cell in self.filled)

    def at(self, column: int) -> PlainCell | None:
        """The cell that covers a column, or None."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None


def label_of(text: str) -> Column | None:
    """The column that a text names, if it is short enough for a heading."""
    return column_of(text.strip(" *_:")) if 0 < len(text) <= _LONGEST_HEADING else None


def known_columns(headings: tuple[str, ...]) -> tuple[Column | None, ...]:
    """What columns with these headings hold; the second of a kind is not known.

    Example:
        >>> [column and column.value for column in known_columns(("Code", "Action", "Cost"))]
        ['code', 'title', None]
    """
    return columns_of(
        [words.strip(" *_:") if len(words) <= _LONGEST_HEADING else "" for words in headings]
    )


def is_code(text: str) -> bool:
    """Whether a cell holds the code of an action and nothing else.

    Example:
        >>> [is_code(text) for text in ("5.1", "Action 12", "WP-3", "[3.9]", "3 boxes")]
        [True, True, True, True, False]
        >>> [is_code(text) for text in ("1.1bis", "3 ter", "3 bis 4", "ter")]
        [True, True, False, False]
    """
    return _CODE.fullmatch(text.strip()) is not None


def leading_code(text: str) -> tuple[str, int] | None:
    """The code with which a title begins, and where the title itself begins.

    A figure without a point may be one of its words, so it needs "Action" before it, or a full
    stop or bracket behind it.

    Example:
        >>> leading_code("5.1 Map the sheds"), leading_code("Action 12: Map the sheds")
        (('5.1', 4), ('12', 11))
        >>> leading_code("1.5 million sheds"), leading_code("12 boxes")
        (None, None)
        >>> leading_code("5.1bis Map the sheds"), leading_code("5.1 bis Ende Juni")
        (('5.1bis', 7), ('5.1', 4))
    """
    match = _LEADING.match(text)
    if match is None:
        return None
    code = next(group for group in match.groups() if group)
    return code, match.end()


def label_with_code(text: str) -> tuple[str, str] | None:
    """The label of a title and the code that stands with it; None for any other text.

    Example:
        >>> label_with_code("Proposed action 5.1"), label_with_code("Budget 2012")
        (('Proposed action', '5.1'), None)
    """
    match = _LABEL_WITH_CODE.fullmatch(text.strip(" *_:"))
    if match is None or label_of(match["label"]) is not Column.TITLE or " " not in match["label"]:
        return None
    return match["label"], match["code"]


def counts_columns(row: PlainRow) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 and so on."""
    texts = [cell.text.strip("() .") for cell in row.filled]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def headings_of(row: PlainRow, width: int) -> tuple[str, ...]:
    """The heading above each column, by a single row; empty where there is none."""
    headings = [""] * width
    for cell in row.filled:
        for column in range(cell.column, min(cell.column + cell.span, width)):
            headings[column] = cell.text
    return tuple(headings)


def fold_headings(
    rows: Sequence[PlainRow], index: int, width: int
) -> tuple[PlainRow, int, tuple[str, ...]]:
    """The row of headings that begins with a row, with those below it that it takes.

    A row below belongs to it where its words stand under a heading of several columns, or carry
    on the words above them to a known heading.

    Args:
        rows: The rows of the table.
        index: The first row of headings.
        width: How many columns the table has.

    Returns:
        One row for all of them, how many they are, and the heading of each column.
    """
    row = rows[index]
    headings = headings_of(row, width)
    spans = is_spread(row)
    best, taken = headings, 1
    for count in range(2, _MOST_ROWS + 1):
        if index + count > len(rows):
            break
        joined = _joined(headings, spans, rows[index + count - 1], width)
        if joined is None:
            break
        headings = joined
        # Below every heading of several columns stand those of the columns.
        split = bool(spans) and count == _TWO_LEVELS and spans <= _filled(rows[index + 1])
        if _count(headings) > _count(best) or (split and _count(headings) == _count(best)):
            best, taken = headings, count
    if taken == 1:
        return row, 1, best
    cells = tuple(
        PlainCell(
            lines=(TextLine(text=heading, place=row.place),),
            place=row.place,
            column=column,
        )
        for column, heading in enumerate(best)
        if heading
    )
    return PlainRow(cells=cells, place=row.place), taken, best


def is_spread(row: PlainRow) -> frozenset[int]:
    """The columns that share their cell of a row with others."""
    return frozenset(
        column
        for cell in row.filled
        if cell.span > 1
        for column in range(cell.column, cell.column + min(cell.span, 200))
    )


def _count(headings: tuple[str, ...]) -> int:
    return sum(column is not None for column in known_columns(headings))


def _joined(
    headings: tuple[str, ...], spread: frozenset[int], below: PlainRow, width: int
) -> tuple[str, ...] | None:
    """The headings with the words below them; None where those are no headings."""
    found = list(headings)
    for cell in below.filled:
        if cell.column >= width or len(cell.text) > _LONGEST_HEADING:
            return None
        above = headings[cell.column]
        both = f"{above} {cell.text}".strip()
        known, named = label_of(cell.text) is not None, label_of(above) is not None
        if (known and not named) or (cell.column in spread and (known or not named)):
            # "Notes" below "Parties" says nothing without it.
            words = cell.text if known or not above else f"{above} / {cell.text}"
        elif cell.column in spread and named and _is_name(cell.text):
            words = f"{above} / {cell.text}"
        elif above and label_of(both) is not None:
            words = both
        else:
            return None
        for column in range(cell.column, min(cell.column + cell.span, width)):
            found[column] = words
    return tuple(found)


def _filled(row: PlainRow) -> frozenset[int]:
    """The columns whose cells of a row hold words."""
    return frozenset(
        column
        for cell in row.filled
        for column in range(cell.column, cell.column + min(cell.span, 200))
    )


def _is_name(text: str) -> bool:
    """Whether words may be the heading of a column below that of several: short, no figures."""
    return len(text) <= _LONGEST_NAME and text[:1].isupper() and not any(map(str.isdigit, text))


def code_column(rows: Sequence[PlainRow], headings: tuple[str, ...]) -> int | None:
    """The column that no heading names and that holds a code in each row that fills it.

    Args:
        rows: The rows below the headings.
        headings: The headings.

    Returns:
        The column, or None where there is no such one.
    """
    for column, heading in enumerate(headings[:_FIRST_COLUMNS]):
        if heading.strip(" #.:"):
            continue
        cells = [
            cell
            for row in rows
            if len(row.filled) > 1 and (cell := row.at(column)) is not None and cell.lines
        ]
        codes = [cell.text for cell in cells]
        if codes and all(map(is_code, codes)) and len(set(codes)) == len(codes):
            return column
    return None
