"""Tab tables: the header row, the numbered row below it, and rows broken over lines."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.columns import Column, column_of
from customs_coop.readers.base import Line, Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = [
    "Header",
    "begins_row",
    "find_header",
    "is_code",
    "is_numbered_row",
    "join_broken_row",
    "read_code",
    "split_cells",
]

_CODE = re.compile(
    r"(?:[A-Za-z]{1,4}[.\s-]?)?[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}\.?[a-z]?|[A-Z]{1,2}(?:\.[0-9]{1,3})?"
)
_CODE_CELL = re.compile(
    rf"(?P<open>[\[(])?(?P<code>{_CODE.pattern})(?(open)[\])])\.?"
    r"(?:\s{0,3}(?P<remark>[(\[][^()\[\]]{1,60}[)\]]))?"
)
_MARKS = re.compile(r"[⁰¹²³⁴-⁹⁽⁾†‡]{1,8}")
_LONGEST_HEADER = 6  # lines
_LONGEST_HEADER_LINE = 2000  # characters
_LONGEST_ROW = 40  # lines
_LONGEST_CODE_CELL = 200  # characters


@attrs.frozen
class Header:
    """The columns of a table: what each holds, where that is known, and its heading.

    Args:
        columns: Each column with its heading as printed; a column that comes twice, or is not
            known, is None.
        lines: How many lines the header takes.
    """

    columns: tuple[tuple[Column | None, str], ...]
    lines: int = 1

    @property
    def known(self) -> frozenset[Column]:
        """The columns that were recognised."""
        return frozenset(column for column, _ in self.columns if column is not None)


def is_code(text: str) -> bool:
    """Whether a cell looks like the code of an action: "5.10", "8", "A", "B.2", "1.2.3".

    Example:
        >>> [is_code(text) for text in ("5.10", "B2", "Code", "")]
        [True, True, False, False]
    """
    return _CODE.fullmatch(text) is not None


def read_code(cell: str) -> tuple[str, str] | None:
    """The code in a cell, and a remark in brackets behind it; None where it holds no code.

    Tags, stars, footnote marks and square brackets around the code are left out.

    Example:
        >>> read_code("<b>1.10</b>"), read_code("1.6 (new)"), read_code("Total")
        (('1.10', ''), ('1.6', '(new)'), None)
    """
    if len(cell) > _LONGEST_CODE_CELL:
        return None
    if not is_code(cell.strip()):
        cell = read_cell(Excerpt.of(cell)).text if "<" in cell or "&" in cell else cell
        cell = _MARKS.sub("", cell.strip("*_ \f\t\u00a0")).strip("*_ \f\u00a0")
    match = _CODE_CELL.fullmatch(cell.strip().rstrip("."))
    return None if match is None else (match["code"], match["remark"] or "")


def split_cells(source: Source, start: int, end: int) -> tuple[Excerpt, ...]:
    """The cells between tabs of a piece of the source."""
    cells: list[Excerpt] = []
    while True:
        tab = source.text.find("\t", start, end)
        if tab < 0:
            cells.append(Excerpt.of(source.text, start, end))
            return tuple(cells)
        cells.append(Excerpt.of(source.text, start, tab))
        start = tab + 1


def find_header(source: Source, lines: Sequence[Line], index: int) -> Header | None:
    """Read a header row that begins on a line, alone or with the lines after it.

    A row is a header where it has a column for codes, one for titles and at least one other that
    is known, and at least half of its columns are known.

    Args:
        source: The source.
        lines: Its lines.
        index: The line, as an index into `lines`.
    """
    first = lines[index]
    if len(first.text) > _LONGEST_HEADER_LINE or begins_row(first):
        return None
    if "\t" not in first.text and not _broken_heading(lines, index):
        return None
    best: Header | None = None
    for count in range(1, _LONGEST_HEADER + 1):
        if index + count > len(lines):
            break
        last = lines[index + count - 1]
        if count > 1 and (not last.text.strip() or begins_row(last)):
            break
        header = _header(source, first.start, last.end, count)
        if header is not None and (best is None or len(header.known) > len(best.known)):
            best = header
    return best


def _broken_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without a tab begins a heading that the next one ends before its tab."""
    if index + 1 >= len(lines):
        return False
    rest, tab, _ = lines[index + 1].text.partition("\t")
    words = f"{lines[index].text.strip(' *_')} {rest.strip(' *_')}"
    return bool(tab) and len(words) < 80 and column_of(words) is not None


def _header(source: Source, start: int, end: int, count: int) -> Header | None:
    columns: list[tuple[Column | None, str]] = []
    seen: set[Column] = set()
    for cell in split_cells(source, start, end):
        heading = read_cell(cell).text.strip("*_ ")
        column = column_of(heading)
        if column in seen:
            column = None
        if column is not None:
            seen.add(column)
        columns.append((column, heading))
    while columns and not columns[-1][1]:
        columns.pop()
    enough = len(seen) >= 3 and 2 * len(seen) >= len(columns)
    if not enough or Column.CODE not in seen or Column.TITLE not in seen:
        return None
    return Header(tuple(columns), count)


def begins_row(line: Line) -> bool:
    """Whether the first cell of a line is a code."""
    first, tab, _ = line.text.partition("\t")
    return bool(tab) and read_code(first) is not None


def is_numbered_row(line: Line) -> bool:
    r"""Whether a line numbers the columns: 1, 2, 3 and so on.

    Example:
        >>> is_numbered_row(Line(2, 0, 5, "1\t2\t3"))
        True
    """
    cells = [cell.strip(" ().*") for cell in line.text.strip().split("\t")]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def join_broken_row(lines: Sequence[Line], index: int, columns: int) -> int:
    """How many lines a row takes that has too few tabs on its first one.

    Args:
        lines: The lines of the source.
        index: Where the row begins.
        columns: How many cells it should have.

    Returns:
        The number of lines; 1 where the lines after it do not complete it.
    """
    tabs = lines[index].text.count("\t")
    for count in range(1, _LONGEST_ROW):
        if index + count >= len(lines) or tabs >= columns - 1:
            break
        line = lines[index + count]
        if not line.text.strip() or begins_row(line):
            break
        tabs += line.text.count("\t")
        if tabs == columns - 1:
            return count + 1
    return 1
