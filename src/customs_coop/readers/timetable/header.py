"""The header of a timetable: its columns, and the cells and codes of the rows below it."""

import itertools
import re
from collections.abc import Sequence

import attrs

from customs_coop.deadline import Undetermined, parse_deadline
from customs_coop.formats.columns import Column, column_of, columns_of
from customs_coop.readers.base import Line, Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.text.markup import read_cell
from customs_coop.readers.timetable.sections import is_heading, is_named_section
from customs_coop.readers.workplan.codes import read_code, read_doubtful_code
from customs_coop.readers.workplan.tables import find_header

__all__ = [
    "INDICATED",
    "TimetableHeader",
    "carries_on",
    "cell_words",
    "find_timetable",
    "item_code",
    "read_header",
    "split_row",
]

# What says a time in a timetable without any other heading of a plan beside it.
_TIMES = frozenset(
    (
        *("time limit", "timing", "time frame", "timeframe", "time scale", "schedule", "date"),
        *("by when", "when", "due", "due date", "completion", "completion date", "target"),
        *("terme", "bis wann", "wann", "date", "datum", "quand", "pour quand"),
    )
)
_LAST_TIMES = frozenset(("date", "datum"))  # where no other column says a time
_OF_TITLES = frozenset(("what", "quoi", "was"))
_OF_PARTIES = frozenset(("who", "by whom", "qui", "wer"))
# What a title of the whole table says; a heading of a section has none of it.
_TABLE_TITLE = re.compile(
    r"\b(?:time-?\s?table|programme|calendar|schedule|plan|annexe?|anhang|anlage|calendrier|échéancier"
    r"|(?:zeit|aktions|arbeits)plan|arbeitsprogramm|resolution|résolution|entschliessung|council|conseil)\b",
    re.IGNORECASE,
)
# Several columns of times: "First deadline", "Deadline for the report", "Deadline 2".
_ONE_OF_SEVERAL = re.compile(
    r"(?:(?:first|second|third|1st|2nd|3rd|last|final|interim|intermediate|original|initial|new|revised"
    r"|latest|premier|dernier|erste|zweite)\s{1,3})(?:deadlines?|dead-line|target\sdate|time\slimit|due\sdate"
    r"|date|délai|frist)|(?:deadline|target\sdate|due\sdate)\s{1,3}(?:[1-9]|(?:for|of)\s[a-z\s]{3,40})"
)
INDICATED = frozenset((Column.INDICATORS, Column.RESPONSIBLE, Column.PRIORITY, Column.OBJECTIVES))
"""Columns that make a work plan of a table with a column of codes."""
_OPENING = r"(?:\s|<(?:p|b|strong|i|em|u|div|span|td|li|ul|ol)\b[^<>]{0,80}>|[*_#|•]){0,24}"
_CODE = re.compile(
    rf"{_OPENING}(?:(?:Item|Action|Measure|No\.?|N[°º]|Mesure|Point|Maßnahme|Nr\.?|Punkt)\s{{1,3}})?(?P<code>\(?(?:"
    r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:\.?[a-z]|[\s-]?(?:bis|ter|quater))?|[A-Z]{1,2}[.-]?[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}(?:\.?[a-z])?"
    r"|[a-z]|[A-Z]|[ivxl]{2,6})(?:\)|\.\)?|:)"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:\.[0-9]{1,3}|\.[a-z]|(?<=\.[0-9])[a-z]|(?<=\.[0-9][0-9])[a-z])(?=\s)"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:-?(?:bis|ter|quater)|\s(?:ter|quater))(?=\s)"
    r"|[A-Z]{1,2}[.-]?[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}(?:\.?[a-z])?(?=\s))[*_]{0,3}(?:</(?:b|strong)>)?(?:\s{1,8}|(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ]))(?=\S)"
)
_CODE_ALONE = re.compile(
    r"(?P<code>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:[a-z]|[\s-]?(?:bis|ter|quater))?|[A-Z]{1,2}[.-]?[0-9]{0,3}(?:\.[0-9]{1,3}){0,2}(?:\.[a-z])?|[IVXL]{1,7}|[a-z]|[ivxl]{2,6})[.)]?"
)
_TAB = re.compile("\t")
_GAP = re.compile(r"\s{3,200}")
_PIECE = re.compile(r"(?:\A|(?<=\s\s))\S")
_WIDE = 9  # characters by which a cell may stand left of its heading in a text laid out by blanks
_LONGEST_HEADING = 120
_MOST_COLUMNS = 12
_ENOUGH = 3  # items with times behind them make a table
_ITEMS_WITHIN = 60  # lines below a header within which its first two items stand
_NEAR = 200  # lines above an item within which the header of its table stands


@attrs.frozen
class TimetableHeader:
    """The columns, each with its heading, and how the cells of a row are told apart.

    Args:
        columns: What each column holds, where that is known, and its heading as printed.
        starts: Where the columns begin in a text laid out by blanks; empty with tabs or bars.
        line: The index of the line.
        section: Whether the first cell is the heading of a section.
        guessed: Whether no heading named the column of the times.
    """

    columns: tuple[tuple[Column | None, str], ...]
    starts: tuple[int, ...]
    line: int
    section: bool = False
    guessed: bool = False


def _columns(headings: Sequence[str]) -> list[Column | None]:
    """What the columns hold; of times there may be several."""
    known = columns_of(headings)
    return [
        _of_times(heading, known) if column is None else column
        for column, heading in zip(known, headings, strict=True)
    ]


def _of_times(heading: str, known: Sequence[Column | None]) -> Column | None:
    """What a column holds by the words that a timetable may print above it."""
    folded = " ".join(heading.casefold().split()).strip(" .:*_")
    if column_of(heading) is Column.DEADLINES or _ONE_OF_SEVERAL.fullmatch(folded):
        return Column.DEADLINES
    timed = Column.DEADLINES in known and folded in _LAST_TIMES
    if folded in _TIMES and not timed:
        return Column.DEADLINES
    for column, words in ((Column.TITLE, _OF_TITLES), (Column.RESPONSIBLE, _OF_PARTIES)):
        if folded in words and column not in known:
            return column
    return None


def cell_words(cell: Excerpt) -> str:
    """The words of a cell without tags and stars."""
    return read_cell(cell).text.strip("*_# \u00a0")


def split_row(source: Source, line: Line, starts: Sequence[int] = ()) -> tuple[Excerpt, ...]:
    """The cells of a line: between tabs, between bars, or below the headings."""
    text = line.text
    if "\t" in text:
        marks = [match.start() for match in _TAB.finditer(text)]
    elif text.count("|") >= 2 and text.lstrip().startswith("|"):
        marks = [index for index, sign in enumerate(text) if sign == "|"]
        bounds = [*marks, *([] if text.rstrip().endswith("|") else [len(text)])]
        return tuple(
            Excerpt.of(source.text, line.start + left + 1, line.start + right)
            for left, right in itertools.pairwise(bounds)
        )
    elif starts:
        return _below(source, line, starts)
    else:
        marks = []
    edges = [-1, *marks, len(text)]
    return tuple(
        Excerpt.of(source.text, line.start + left + 1, line.start + right)
        for left, right in itertools.pairwise(edges)
    )


def _below(source: Source, line: Line, starts: Sequence[int]) -> tuple[Excerpt, ...]:
    """The cells of a line laid out by blanks: each piece belongs to the heading it stands below."""
    edges = [len(line.text)] * (len(starts) + 1)
    edges[0] = 0
    place = 0
    for match in _PIECE.finditer(line.text):
        while place + 1 < len(starts) and match.start() >= _edge(starts, place + 1):
            place += 1
            edges[place] = match.start()
    for number in range(len(starts) - 1, 0, -1):
        if number > place:
            edges[number] = len(line.text)
    return tuple(
        Excerpt.of(source.text, line.start + left, line.start + right)
        for left, right in itertools.pairwise(edges)
    )


def _edge(starts: Sequence[int], place: int) -> int:
    """From where on a piece belongs to a heading: left of it, within its half of the gap."""
    return starts[place] - min(_WIDE, (starts[place] - starts[place - 1]) // 2)


def carries_on(cells: Sequence[Excerpt], header: TimetableHeader) -> bool:
    """Whether the cells of a line only carry on headings that are laid out by blanks.

    Args:
        cells: The cells of the line below the header.
        header: The header, as "Responsible" above "party".
    """
    words = [cell_words(cell) for cell in cells]
    held = zip(header.columns, words, strict=False)
    return bool(header.starts and any(words)) and all(
        not more or (column is not None and column_of(f"{heading} {more}") is column)
        for (column, heading), more in held
    )


def read_header(source: Source, index: int) -> TimetableHeader | None:
    """Read the header on a line: one with a column of times, and none of a work plan.

    Args:
        source: The document.
        index: The line, as an index into its lines.
    """
    line = source.lines[index]
    if len(line.text) > _MOST_COLUMNS * _LONGEST_HEADING:
        return None
    cells, starts = _headings(source, line)
    if _CODE.match(line.text) and not is_heading(cells[0], numbered=True):
        return None
    headings = _heading_words(cells)
    if not headings:
        return None
    columns = list(zip(_columns(headings), headings, strict=True))
    known = {column for column, _ in columns}
    # With tabs it is a work plan, for whose reader there have to be some.
    indicated = Column.CODE in known and INDICATED.intersection(columns_of(headings))
    if Column.DEADLINES not in known or (indicated and "\t" in line.text):
        return None
    section = False
    if Column.TITLE not in known:
        # The heading of the first section may stand where the heading of the titles should.
        place = int(columns[0][0] is Column.CODE)
        if columns[place][0] is not None:
            return None
        # Beside a column of codes a plain word is the heading of the titles.
        section = bool(columns[place][1]) and (not place or is_heading(cells[place]))
        columns[place] = (Column.TITLE, "" if section else columns[place][1])
    return TimetableHeader(tuple(columns), starts, index, section)


def _heading_words(cells: Sequence[Excerpt]) -> list[str]:
    """The words of several cells; none where they are too many or too long for headings."""
    found: list[str] = []
    for cell in cells if 2 <= len(cells) <= _MOST_COLUMNS else ():
        found.append(cell_words(cell))
        if len(found[-1]) > _LONGEST_HEADING:
            return []
    return found


def _headings(source: Source, line: Line) -> tuple[tuple[Excerpt, ...], tuple[int, ...]]:
    """The headings on a line, and where they begin where blanks set them apart."""
    cells = split_row(source, line)
    gaps = [gap.end() for gap in _GAP.finditer(line.text.rstrip()) if gap.start()]
    if len(cells) > 1 or not gaps:
        return cells, ()
    starts = (0, *gaps)
    edges = (*starts, len(line.text))
    return (
        tuple(
            Excerpt.of(source.text, line.start + left, line.start + right)
            for left, right in itertools.pairwise(edges)
        ),
        starts,
    )


def find_timetable(source: Source, start: int = 0) -> TimetableHeader | None:
    """Find the header of a timetable, or else the first of three items with times behind them.

    Args:
        source: The document.
        start: The line from which on it is looked for, as an index.

    Returns:
        The header, or None where nothing looks like a timetable.
    """
    timed: list[int] = []
    for index in range(start, len(source.lines)):
        line = source.lines[index]
        if "\t" in line.text or "|" in line.text or _GAP.search(line.text.strip()):
            header = read_header(source, index)
            if header is not None and _items_follow(source, header):
                return header
            if _is_timed_item(source, line):
                timed.append(index)
    if len(timed) < _ENOUGH or _has_codes(source, timed[0]):
        return None
    columns = ((Column.TITLE, ""), (Column.DEADLINES, ""))
    return TimetableHeader(columns, (), _first_row(source, start, timed[0]), guessed=True)


def _has_codes(source: Source, index: int) -> bool:
    """Whether the header of another kind of table stands on or above a line."""
    lines = source.lines
    above = range(max(0, index - _NEAR), index + 1)
    return any("\t" in lines[i].text and find_header(source, lines, i) for i in above)


def _first_row(source: Source, start: int, index: int) -> int:
    """The line on which the table begins: that of the first item, or of a heading above it."""
    first = index
    for place in range(index - 1, max(start, index - _NEAR) - 1, -1):
        line = source.lines[place]
        if not line.text.strip() or is_furniture(line.text):
            continue
        if "\t" not in line.text and not is_named_section(line.text):
            return place if place + 1 == first and _is_capital_heading(line) else first
        first = place
    return first


def _is_capital_heading(line: Line) -> bool:
    """Whether a line is in capitals and does not name the table or the document."""
    cell = Excerpt.of(line.text)
    return is_heading(cell, numbered=True) and not _TABLE_TITLE.search(line.text)


def _is_timed_item(source: Source, line: Line) -> bool:
    cells = split_row(source, line)
    return len(cells) == 2 and _CODE.match(line.text) is not None and _is_time(cells[1])


def _is_time(cell: Excerpt) -> bool:
    words = cell_words(cell)
    return bool(words) and not isinstance(parse_deadline(words), Undetermined)


def _items_follow(source: Source, header: TimetableHeader) -> bool:
    found = 0
    for line in source.lines[header.line + 1 : header.line + _ITEMS_WITHIN]:
        if not line.text.strip():
            continue
        cells = split_row(source, line, header.starts)
        if item_code(cells, header) is not None:
            found += 1
            if found == 2:
                return True
    return False


def item_code(cells: Sequence[Excerpt], header: TimetableHeader) -> tuple[str, bool] | None:
    """The code of the item that a line begins, and whether it has a cell of its own."""
    for place, (column, _) in enumerate(header.columns[: len(cells)]):
        if column is Column.CODE:
            match = _CODE_ALONE.fullmatch(cell_words(cells[place]))
            if match:
                return match["code"].rstrip("."), True
            words = cells[place].text
            if len(cells) > 1 and not header.starts:
                found = read_code(words)
                code = found[0] if found else read_doubtful_code(words)
                if code is not None:
                    return code, True
        elif column is Column.TITLE:
            match = _CODE.match(cells[place].text)
            if match:
                return match["code"].strip("().: "), False
            return None
    return None
