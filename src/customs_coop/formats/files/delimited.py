"""Tables that a spreadsheet wrote as text, with commas, semicolons or quoted tabs."""

import csv
import io
import re
from collections.abc import Iterator

from customs_coop.formats.columns import Column
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.formulas import rearmed
from customs_coop.formats.pages.content import (
    Block,
    Count,
    Grid,
    GridCell,
    GridRow,
    LineRole,
    Opened,
    Place,
    TextLine,
)
from customs_coop.formats.pages.grids import known_columns
from customs_coop.formats.pages.headings import is_code

__all__ = ["find_delimiter", "read_delimited"]

_HEADER_WITHIN = 60  # lines
_LONGEST_HEADER = 4000  # characters
_MOST_COLUMNS = 200
_OURS = re.compile(r"\s{0,9}\"?# ")  # how a table of ours begins
_SAYS = re.compile(r"sep=(?P<sign>[;,\t|])\r?\n")  # what Excel writes for itself
# How a note of ours begins: its words may begin like the label of a text below a row.
_NOTE = re.compile(
    r"\s{0,9}(?:[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡]|\([0-9a-z]{1,2}\)|\[[0-9a-z]{1,2}\]|[0-9]{1,2})\s"
)
_QUOTED = re.compile(r"(?:\A|[\t\n\r])\"")


def find_delimiter(text: str) -> str | None:
    r"""The sign between the cells of a table, told by a row of headings that it makes.

    Tabs count only where cells are quoted: without quotes the text can be read as it is.

    Example:
        >>> find_delimiter("Code;Action;Priority\n1;Swim, far;High\n")
        ';'
        >>> find_delimiter("Code\tAction\tPriority\n1\tSwim\tHigh\n") is None
        True
    """
    said = _SAYS.match(text)
    if said is not None:
        return said["sign"]
    signs = [sign for sign in (";", ",", "|") if sign in text]
    if "\t" in text and _QUOTED.search(text) and _is_sound(text, "\t"):
        signs.append("\t")
    best: tuple[int, str] | None = None
    for sign in signs:
        known = _known(text, sign)
        if known >= 3 and (best is None or known > best[0]):
            best = (known, sign)
    return best[1] if best else None


def _known(text: str, sign: str) -> int:
    """How many headings the best of the first rows has."""
    found = 0
    head = text[: _HEADER_WITHIN * _LONGEST_HEADER]
    try:
        for number, cells in enumerate(_rows(head, sign)):
            if number == _HEADER_WITHIN:
                break
            headings = tuple(" ".join(cell.split()) for cell in cells)
            known = {column for column in known_columns(headings) if column is not None}
            filled = sum(bool(heading) for heading in headings)
            if Column.TITLE in known and 2 * len(known) >= filled:
                found = max(found, len(known))
    except csv.Error:
        pass  # what came before counts
    return found


def _is_sound(text: str, sign: str) -> bool:
    """Whether every quotation mark that opens a cell also closes it before a sign."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)


def read_delimited(text: str, sign: str) -> Opened:
    """Open a table that a spreadsheet wrote.

    Args:
        text: The text.
        sign: The sign between cells.

    Returns:
        Its rows; those with one cell only are paragraphs, as titles and headings of sheets are.

    Raises:
        RefusedFileError: A cell is too long, or a row too wide.
    """
    said = _SAYS.match(text)
    skipped = 1 if said is not None else 0
    if said is not None:
        text = text[said.end() :]
    blocks: list[Block] = []
    rows: list[GridRow] = []
    count = Count()
    # What our own files have before a sign of a formula is none of the words.
    ours = _OURS.match(text.removeprefix("\ufeff")) is not None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    line = 1 + skipped
    width = 0
    head: list[str] = []
    try:
        for printed in reader:
            cells = list(map(rearmed, printed)) if ours else printed
            filled = [n for n, cell in enumerate(cells) if cell.strip()]
            place = Place("", line)
            line = reader.line_num + 1 + skipped
            if len(cells) > _MOST_COLUMNS:
                message = f"a row has more than {_MOST_COLUMNS} cells"
                raise RefusedFileError("CC185", message)
            alone = filled == [0] and not (ours and _begins_action(cells[0]))
            if alone and len(cells) > 1 and rows:
                width = max(width, len(cells))
                role: LineRole = "note" if ours and _NOTE.match(cells[0]) else ""
                whole = GridCell(
                    blocks=_lines(cells[0], place, count, role), place=place, span=width
                )
                rows.append(GridRow(cells=(whole,), place=place))
            elif len(filled) <= 1 and not rows:
                blocks += [line for n in filled for line in _lines(cells[n], place, count)]
            elif filled:
                if rows and cells == head:
                    # Headings again: a further table, below the heading that stands above them.
                    titled = len(rows[-1].cells) == 1
                    blocks += _ended(rows[:-1] if titled else rows)
                    blocks += rows[-1].cells[0].blocks if titled else ()
                    rows = []
                width = max(width, len(cells))
                head = head if rows else cells
                made = []
                for cell in cells:
                    count.cell()
                    made.append(GridCell(blocks=_lines(cell, place, count), place=place))
                rows.append(GridRow(cells=tuple(made), place=place))
    except csv.Error as error:
        message = f"line {line} cannot be read as a row of a spreadsheet: {error}"
        raise RefusedFileError("CC185", message) from error
    return Opened(blocks=(*blocks, *_ended(rows)))


def _begins_action(cell: str) -> bool:
    """Whether a cell of our own, alone in its row, is an action with nothing but its title."""
    lines = cell.split("\n", 1)
    return is_code(lines[0])


def _ended(rows: list[GridRow]) -> list[Block]:
    return [Grid(rows=tuple(rows), place=rows[0].place)] if rows else []


def _lines(cell: str, place: Place, count: Count, role: LineRole = "") -> tuple[TextLine, ...]:
    found: list[TextLine] = []
    gap = False
    for line in cell.splitlines():
        if words := line.strip():
            count.line()
            found.append(TextLine(text=words, place=place, role=role, gap=gap and bool(found)))
        gap = not words
    return tuple(found)
