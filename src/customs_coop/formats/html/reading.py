"""Web pages as paragraphs, labels and tables."""

import bisect
import html
import re
from collections.abc import Iterator

import attrs

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.files.tracked import STRUCK, tracked_changes
from customs_coop.formats.html.marks import Marks
from customs_coop.formats.html.notes import PageNotes
from customs_coop.formats.html.shown import Shown
from customs_coop.formats.html.tags import Tag, tokenise
from customs_coop.formats.pages.content import (
    Block,
    Count,
    Grid,
    GridCell,
    GridRow,
    LineRole,
    Opened,
    Place,
    Remark,
    TextLine,
    raised,
)

__all__ = ["looks_like_html", "read_html"]

_DEEPEST_TABLE = 12
_MOST_COLUMNS = 200
_MOST_ROWS_SPANNED = 65_534  # what HTML allows
_BEGINS = re.compile(
    r"\s{0,2000}(?:<\?xml[^>]{0,300}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,4}+"
    r"<(?:!doctype\s{1,9}html|html|head|body|meta|table)\b",
    re.IGNORECASE,
)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_BREAKING = frozenset(
    (
        "p", "div", "br", "hr", "ul", "ol", "li", "dl", "h1", "h2", "h3", "h4", "h5", "h6",
        "pre", "section", "article", "header", "footer", "main", "aside", "nav", "address",
        "blockquote", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "dt",
        "dd", "body", "form", "figure", "figcaption", "center", "fieldset", "details", "summary",
        "html", "head", "option",
    )
)  # fmt: skip
_WINDOW = re.compile(r"<title[^>]{0,200}>([^<]{1,500})</title>", re.IGNORECASE)
_HEAD = 20_000  # characters in which the title of the window stands
_BETWEEN = " | "  # a sign that joins no times
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLANKS = re.compile(r"\s+")


def looks_like_html(text: str) -> bool:
    r"""Whether a text is a web page or a piece of one, and not a text with some tags in it.

    Example:
        >>> looks_like_html("<!DOCTYPE html><p>1"), looks_like_html("1.1\t<p>Agreed</p>")
        (True, False)
    """
    if _BEGINS.match(text):
        return True
    return _TABLE.search(text) is not None and _CELL.search(text) is not None


def read_html(text: str, changes: Changes = "accept") -> Opened:
    """Open a web page.

    Menus, the foot of the page and what is hidden are left out.

    Args:
        text: The page.
        changes: How deleted and inserted words (`<del>`, `<ins>`) are read.

    Returns:
        Its paragraphs, labels and tables, and what was left out of them.

    Raises:
        RefusedFileError: Its tables are nested too deeply or too wide.
    """
    page = _Page(text, changes)
    shown = Shown()
    for token in shown.of(tokenise(text)):
        if isinstance(token, Tag):
            page.take_tag(token)
        else:
            page.take_text(*token)
    blocks = tuple(page.close())
    return Opened(
        blocks=blocks,
        remarks=(*page.remarks(), *_left_out(page, shown)),
        asides=tuple(
            TextLine(text=_BLANKS.sub(" ", words).strip(), place=Place("", page.line(start)))
            for words, start in shown.asides
        ),
        left=tuple(_BLANKS.sub(" ", words).strip() for words in shown.menu_words),
    )


def _left_out(page: "_Page", shown: Shown) -> Iterator[Remark]:
    if shown.hidden:
        message = "the page holds hidden text, which is not shown and was left out"
        yield Remark("CC192", message, Place("", page.line(shown.hidden[0])))
    if shown.menus:
        message = "the menu or the foot of the page was left out"
        yield Remark("CC196", message, Place("", page.line(shown.menus[0])))


@attrs.define
class _Table:
    """A table that is being read."""

    name: str
    place: Place
    container: int  # how many containers were open before it
    rows: list[GridRow] = attrs.Factory(list)
    cells: list[GridCell] = attrs.Factory(list)
    row_place: Place | None = None
    cell: Tag | None = None
    column: int = 0
    down: dict[int, int] = attrs.Factory(dict)  # rows that a cell above still reaches down
    greyed: bool = False


class _Page:
    def __init__(self, text: str, changes: Changes) -> None:
        found = _WINDOW.search(text[:_HEAD])
        self._marks = Marks(changes)
        self._ends = [match.start() for match in re.finditer(r"\n", text)]
        self._containers: list[list[Block]] = [[]]
        self._tables: list[_Table] = []
        self._tables_seen = 0
        self._pieces: list[str] = []
        self._at: int | None = None
        self._role: LineRole = ""
        self._raised = 0
        self._notes = 0  # open elements inside, and with, one that holds notes
        self._numbered = PageNotes()
        self._item = False  # an item of a list has begun and has no words yet
        self._state = False  # a word on the state of a row, which our own pages add to its grey
        # Some programs mark the title of a document in the title of the window only.
        self._window = _BLANKS.sub(" ", html.unescape(found[1])).strip() if found else ""
        self._titled = False
        self._preformatted = False
        self._listed: LineRole = ""  # of the words in a list of terms
        self._headings: set[str] = set()
        self._in_heading = False
        self._caption = False
        self._gap = False  # an empty line stands before what comes next
        self._begun = 0  # how much stood before the paragraph that is open
        self._count = Count()

    def close(self) -> list[Block]:
        """End whatever is open, and give everything."""
        while self._tables:
            self._end_table()
        self._end_paragraph()
        return self._numbered.placed(self._containers[0])

    def remarks(self) -> Iterator[Remark]:
        """What is worth telling of the marks in the text."""
        yield from tracked_changes(self._marks.changed, self._marks.changes)
        if self._marks.struck is not None:
            yield Remark("CC179", STRUCK, Place("", self.line(self._marks.struck)))

    def line(self, at: int) -> int:
        """The line in which an index of the text stands."""
        return bisect.bisect_left(self._ends, at) + 1

    def take_text(self, text: str, start: int) -> None:
        """Take text between tags."""
        if not self._marks.keeps(text, start):
            return
        if self._marks.parts(text):
            self._pieces.append(_BETWEEN)
        if self._tables and self._tables[-1].cell is None and not self._caption and text.strip():
            # Browsers put words between the cells before the table; here they keep their place.
            self._open_stray(start)
        if self._at is None and text.strip():
            self._at = start
        words = self._numbered.words(text.replace("\u00ad", ""))
        self._pieces.append(raised(words) if self._raised else words)

    def take_tag(self, tag: Tag) -> None:
        """Take one tag."""
        name = tag.name
        if name == "sup":
            self._raised = max(0, self._raised + (-1 if tag.closing else 1))
            return
        if name not in _BREAKING:
            if name == "a":
                self._numbered.take_link(tag, len(self._containers[0]))
            self._marks.take(tag, len(self._containers))
            return
        empty = not any(piece.strip() for piece in self._pieces)
        self._end_paragraph()
        self._numbered.take(tag, len(self._containers[0]))
        self._note_gap(tag, empty=empty)
        self._role = ""
        if name in ("table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"):
            self._take_table_tag(tag)
        elif name in ("dl", "dt", "dd"):
            self._take_term_tag(tag)
        elif name == "div":
            self._take_div(tag)
        elif not tag.closing:
            self._item = name == "li" or (self._item and name in ("p", "div"))
            self._role = "item" if self._item else "title" if name == "h1" else ""
            self._state = name == "p" and self._is_state(tag)
        if name in _HEADINGS:
            self._in_heading = not tag.closing
        elif name == "pre":
            self._preformatted = not tag.closing

    def _note_gap(self, tag: Tag, *, empty: bool) -> None:
        """Note an empty line: a break with no words before it, or a paragraph without any."""
        held = len(self._containers[-1])
        if tag.name == "p" and not tag.closing:
            self._begun = held
        elif empty and (tag.name == "br" or (tag.name == "p" and held == self._begun)):
            self._gap = True

    def _is_state(self, tag: Tag) -> bool:
        """Whether our own page says in words what the grey of a row means."""
        greyed = bool(self._tables) and self._tables[-1].greyed
        return greyed and tag.values.get("class") == "state"

    def _take_div(self, tag: Tag) -> None:
        if self._notes:
            self._notes += -1 if tag.closing else 1
        elif not tag.closing and tag.values.get("role") in ("note", "doc-footnote"):
            self._notes = 1

    def _place(self) -> Place:
        line = None if self._at is None else self.line(self._at)
        if not self._tables:
            return Place("", line)
        table = self._tables[0]
        row = f", row {len(table.rows) + 1}" if table.row_place is not None else ""
        cell = f", cell {table.column + 1}" if row and table.cell is not None else ""
        return Place(f"{table.name}{row}{cell}", line)

    def _end_paragraph(self) -> None:
        raw = "".join(self._pieces)
        self._pieces.clear()
        place = self._place()
        self._at = None
        self._marks.end_paragraph()
        self._item = self._item and not raw.strip()
        state, self._state = self._state, False
        lines = raw.split("\n") if self._preformatted else [raw]
        for line in lines:
            if not (words := _BLANKS.sub(" ", line).strip()) or state:
                continue
            role = self._role or ("note" if self._notes else self._listed)
            if words == self._window and not role and not self._tables:
                role, self._window, self._titled = "title", "", True
            elif role == "title":
                role, self._window = "" if self._titled else role, ""
            if self._caption and words in self._headings:
                continue  # for those who do not see the heading above
            if self._in_heading:
                self._headings.add(words)
            self._count.line()
            gap, self._gap = self._gap and bool(self._containers[-1]), False
            made = TextLine(text=words, place=place, role=role, gap=gap)
            if self._numbered.open and not self._tables:
                self._numbered.line(made)
            else:
                self._containers[-1].append(made)

    def _open_stray(self, start: int) -> None:
        """Begin a row and a cell for words that stand in none."""
        tag = Tag(name="td", values={}, start=start)
        if self._tables[-1].row_place is None:
            self._begin_row(start)
        self._begin_cell(tag)

    def _take_term_tag(self, tag: Tag) -> None:
        roles: dict[str, LineRole] = {"dt": "term", "dd": "definition"}
        self._listed = "" if tag.closing else roles.get(tag.name, "")

    def _take_table_tag(self, tag: Tag) -> None:
        name, tables = tag.name, self._tables
        if name == "table" and not tag.closing:
            self._begin_table(tag)
        elif not tables:
            return
        elif name == "table":
            self._end_table()
        elif name == "caption":
            self._caption = not tag.closing
        elif name in ("thead", "tbody", "tfoot"):
            self._end_row()
            tables[-1].greyed = not tag.closing and "greyed" in tag.values.get("class", "").split()
        elif name == "tr":
            self._end_row()
            if not tag.closing:
                self._begin_row(tag.start)
        else:
            self._end_cell()
            if not tag.closing:
                if tables[-1].row_place is None:
                    self._begin_row(tag.start)
                self._begin_cell(tag)

    def _begin_table(self, tag: Tag) -> None:
        if len(self._tables) == _DEEPEST_TABLE:
            message = f"more than {_DEEPEST_TABLE} tables stand in one another"
            raise RefusedFileError("CC187", message)
        if self._tables and self._tables[-1].cell is None:
            self._open_stray(tag.start)
        if not self._tables:
            self._tables_seen += 1
        name = f"table {self._tables_seen}"
        self._at = tag.start
        place = Place(name, self._place().line)
        self._at = None
        self._tables.append(_Table(name, place, len(self._containers)))

    def _begin_row(self, start: int) -> None:
        table = self._tables[-1]
        table.cells, table.column = [], 0
        self._at = start
        line = self._place().line
        self._at = None
        table.row_place = Place(f"{table.name}, row {len(table.rows) + 1}", line)

    def _begin_cell(self, tag: Tag) -> None:
        table = self._tables[-1]
        self._fill_from_above(table)
        table.cell = tag
        self._containers.append([])

    def _fill_from_above(self, table: _Table) -> None:
        while table.down.get(table.column, 0):
            table.down[table.column] -= 1
            place = Place(f"{table.name}, row {len(table.rows) + 1}, cell {table.column + 1}")
            self._count.cell()
            table.cells.append(GridCell(blocks=(), place=place, above=True))
            table.column += 1

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is None:
            return
        # A mark that is never closed ends with its cell.
        self._marks.leave(len(self._containers))
        blocks = tuple(self._containers.pop())
        span = min(_whole(table.cell.values.get("colspan", "")), _MOST_COLUMNS + 1)
        rows = min(_whole(table.cell.values.get("rowspan", "")), _MOST_ROWS_SPANNED)
        self._at = table.cell.start
        place = self._place()
        self._at = None
        self._count.cell()
        table.cells.append(GridCell(blocks=blocks, place=place, span=span))
        if table.column + span > _MOST_COLUMNS:
            message = f"a table has more than {_MOST_COLUMNS} columns"
            raise RefusedFileError("CC185", message)
        if rows > 1:
            for column in range(table.column, table.column + span):
                table.down[column] = rows - 1
        table.column += span
        table.cell = None

    def _end_row(self) -> None:
        table = self._tables[-1]
        self._end_cell()
        if table.row_place is None:
            return
        self._fill_from_above(table)
        if table.cells:
            table.rows.append(GridRow(cells=tuple(table.cells), place=table.row_place))
        table.row_place = None

    def _end_table(self) -> None:
        self._end_paragraph()
        self._end_row()
        table = self._tables.pop()
        self._caption = False
        if table.rows:
            self._containers[-1].append(Grid(rows=tuple(table.rows), place=table.place))


def _whole(text: str) -> int:
    text = text.strip()
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 7 else 1
