"""Tab tables: the header row, the numbered row below it, and rows broken over lines."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Span
from customs_coop.formats.columns import Column, column_of, columns_of
from customs_coop.readers.base import Line, Source
from customs_coop.readers.document.further import further_columns
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.text.markup import read_cell
from customs_coop.readers.workplan.codes import read_code

__all__ = [
    "Header",
    "begins_row",
    "find_header",
    "is_area_column",
    "is_numbered_row",
    "join_broken_row",
    "row_cells",
    "split_cells",
]

_AREA_COLUMN = re.compile(
    r"(?:work|priority|policy|action)\s{1,4}areas?|areas?(?:\s{1,4}of\s{1,4}work)?|pillars?|themes?"
    r"|chapters?|sections?|domaines?(?:\s{1,4}(?:de\s{1,4}travail|d['’]action|prioritaires?))?|axes?|volets?"
    r"|(?:arbeits|tätigkeits|themen|schwerpunkt|aktions)?bereiche?|kapitel",
    re.IGNORECASE,
)
_LONGEST_HEADER = 6  # lines
_LONGEST_HEADER_LINE = 2000  # characters
_LONGEST_ROW = 40  # lines
_LONGEST_PAGE_END = 12  # lines
_ROWS_BELOW = 6  # lines below a header within which its first row stands
_MOST_CELLS = 200


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

    def further(self, before: "Header | None", span: Span) -> tuple[Diagnostic, ...]:
        """Tell which columns are kept as they are, where the table before had other columns.

        Args:
            before: The header of the table before.
            span: Where this header stands.
        """
        if before is not None and before.columns == self.columns:
            return ()
        return further_columns([one for one in self.columns if not is_area_column(one[1])], span)

    def carries_on(self, other: "Header") -> bool:
        """Whether this is another header with more words in the same known columns."""
        return [column for column, _ in self.columns] == [column for column, _ in other.columns]


def is_area_column(heading: str) -> bool:
    """Whether a column names the work area of each row.

    Example:
        >>> is_area_column("Work Areas"), is_area_column("Area of risk")
        (True, False)
    """
    return _AREA_COLUMN.fullmatch(heading.strip(" *_:#")) is not None


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
    is known, and at least half of its columns are known or a code stands below it. The heading of
    the codes may be empty, if codes stand below it.

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
        codes = _codes_below(lines, index + count)
        header = _header(source, first.start, last.end, count, codes)
        if header is None:
            continue
        # What only carries on a known heading counts too: "Responsible" and below it "party".
        if best is None or len(header.known) > len(best.known) or header.carries_on(best):
            best = header
    return best


def _broken_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without a tab begins a heading that the next one ends before its tab."""
    if index + 1 >= len(lines):
        return False
    rest, tab, _ = lines[index + 1].text.partition("\t")
    words = f"{lines[index].text.strip(' *_')} {rest.strip(' *_')}"
    return bool(tab) and len(words) < 80 and column_of(words) is not None


def _codes_below(lines: Sequence[Line], index: int) -> frozenset[int]:
    """The cells of the next row with words in them that hold a code."""
    for line in lines[index : index + _ROWS_BELOW]:
        cells = line.text.split("\t")
        if len(cells) < 3 or is_numbered_row(line):
            continue
        return frozenset(
            number for number, cell in enumerate(cells[:_MOST_CELLS]) if read_code(cell) is not None
        )
    return frozenset()


def _header(
    source: Source, start: int, end: int, count: int, codes: frozenset[int]
) -> Header | None:
    headings = [_bare(read_cell(cell).text) for cell in split_cells(source, start, end)]
    columns = list(zip(columns_of(headings), headings, strict=True))
    seen = {column for column, _ in columns if column is not None}
    while columns and not columns[-1][1]:
        columns.pop()
    if Column.CODE not in seen and len(seen) >= 2:
        for number, (_, heading) in enumerate(columns):
            if number in codes and not heading.strip("#. "):
                columns[number] = (Column.CODE, heading)
                seen.add(Column.CODE)
                break
    at = next((n for n, (column, _) in enumerate(columns) if column is Column.CODE), -1)
    enough = len(seen) >= 3 and (2 * len(seen) >= len(columns) or at in codes)
    if not enough or Column.CODE not in seen or Column.TITLE not in seen:
        return None
    return Header(tuple(columns), count)


def _bare(heading: str) -> str:
    """A heading without stars around it; one behind it is the mark of a note."""
    text = heading.strip()
    return text.strip("*_ ") if text[:1] in ("*", "_") else text.rstrip("_ ")


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


def join_broken_row(lines: Sequence[Line], index: int, columns: int) -> tuple[Line, ...]:
    """The lines of a row that has too few tabs on its first one.

    Where a page ends within the row, the lines at its end and at the beginning of the next page
    are left out.

    Args:
        lines: The lines of the source.
        index: Where the row begins.
        columns: How many cells it should have.

    Returns:
        The lines; only the first one where those after it do not complete it.
    """
    first = lines[index]
    found = [first]
    tabs = first.text.count("\t")
    place = index + 1
    while place < min(index + _LONGEST_ROW, len(lines)) and tabs < columns - 1:
        line = lines[place]
        if not line.text.strip() or is_furniture(line.text):
            following = _behind_page_end(lines, place)
            if following is None:
                break
            place = following
            line = lines[place]
        if begins_row(line):
            break
        found.append(line)
        tabs += line.text.count("\t")
        place += 1
    return tuple(found) if tabs == columns - 1 else (first,)


def _behind_page_end(lines: Sequence[Line], index: int) -> int | None:
    """The first line of the next page, where a page ends here; None where only a line is empty."""
    ended = False
    for place in range(index, min(index + _LONGEST_PAGE_END, len(lines))):
        line = lines[place]
        if line.text.strip() and not is_furniture(line.text):
            return place if ended else None
        ended = ended or bool(line.text.strip()) or "\f" in line.text
    return None


def row_cells(source: Source, lines: Sequence[Line]) -> tuple[Excerpt, ...]:
    """The cells between the tabs of the lines of a row."""
    if len(lines) == 1:
        return split_cells(source, lines[0].start, lines[0].end)
    row = Excerpt.join((Excerpt.of(source.text, line.start, line.end) for line in lines), "\n")
    return row.split((at, at + 1) for at, sign in enumerate(row.text) if sign == "\t")
