"""The regions of all pages as paragraphs and tables, in reading order."""

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from customs_coop.formats.pages.content import (
    Block,
    Count,
    Grid,
    GridCell,
    GridRow,
    Labels,
    LineRole,
    Place,
    Remark,
    TextLine,
)
from customs_coop.formats.pdf.columns import arrange
from customs_coop.formats.pdf.edges import InnerEdges
from customs_coop.formats.pdf.joining import goes_on, join_tables
from customs_coop.formats.pdf.line_ends import LineEnds, Wrapped
from customs_coop.formats.pdf.lines import Line, split_apart
from customs_coop.formats.pdf.paragraphs import (
    Paragraph,
    ends_of,
    leading_of,
    paragraphs_in,
    runs_over,
)
from customs_coop.formats.pdf.regions import CellLines, PageTable, Region, TableRow
from customs_coop.formats.word_breaks import Vocabulary

__all__ = ["PageContent", "assemble"]

_NOTE = re.compile(r"[⁰¹²³⁴-⁹]{1,3}\s?\S")
_SMALLER = 0.95  # than the text, where notes are in small print
_LARGER = 1.15  # than the text, where a title is


@attrs.frozen(kw_only=True)
class PageContent:
    """What a page holds that is not furniture.

    Args:
        lines: Its lines outside of tables, from top to bottom.
        tables: Its ruled tables, from top to bottom.
        width: The width of the page.
    """

    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    width: float


class _Assembly:
    def __init__(
        self,
        words: Vocabulary,
        ends: LineEnds,
        size: float,
        rights: Mapping[int, float],
        *,
        ruled: bool,
    ) -> None:
        self.words = words
        self.ends = ends
        self.rights = rights  # where the text of each page ends
        self.size = size  # of most of the text
        self.ruled = ruled  # some table is drawn
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self.lines: list[Line] = []
        self.tables: list[PageTable] = []
        self.notes: list[Line] = []
        self.counted = 0
        self.page = 0
        self.count = Count()

    def take_line(self, line: Line) -> None:
        self._end_table()
        if self.notes and not (self.lines and self._carries_on(line)):
            self._end_lines()
        self.lines.append(line)

    def take_table(self, table: PageTable) -> None:
        if self.tables and goes_on(self.tables[-1], table) and not self.lines:
            self.tables.append(table)
            return
        self._end_lines(notes=not self.tables)
        self._end_table()
        self.tables.append(table)

    def take_notes(self, lines: Sequence[Line]) -> None:
        self.notes += lines

    def close(self) -> None:
        self._end_table()
        self._end_lines()

    def _carries_on(self, line: Line) -> bool:
        return len(self._paragraphs((self.lines[-1], line))) == 1

    def _paragraphs(self, lines: Sequence[Line]) -> list[Paragraph]:
        return paragraphs_in(lines, self.rights, self.words, ends=self.ends)

    def _end_lines(self, *, notes: bool = True) -> None:
        if self.lines:
            for run in _runs(self.lines):
                self._give(self._paragraphs(run))
            self.lines = []
        if notes and self.notes:
            held, self.notes = self.notes, []
            self._give(self._paragraphs(held))

    def _give(self, paragraphs: Sequence[Paragraph]) -> None:
        pairs: list[tuple[str, str, Place]] = []
        for paragraph in paragraphs:
            place = Place(_place_of(paragraph.first))
            if paragraph.first.page == 1 and paragraph.first.label:
                label = paragraph.first.label
                text = paragraph.text.removeprefix(label).lstrip(": ")
                pairs.append((label.rstrip(": "), text, place))
                continue
            if pairs:
                self.blocks.append(Labels(pairs=tuple(pairs)))
                pairs = []
            self.count.line()
            self.blocks.append(
                TextLine(text=self._text(paragraph), place=place, role=self._role(paragraph))
            )
        if pairs:
            self.blocks.append(Labels(pairs=tuple(pairs)))

    def _text(self, paragraph: Paragraph) -> str:
        """The words; readers of a flow want to know where a page begins."""
        page = paragraph.first.page
        begins = page != self.page and bool(self.blocks) and not isinstance(self.blocks[-1], Grid)
        self.page = page
        return f"\f{paragraph.text}" if begins else paragraph.text

    def _role(self, paragraph: Paragraph) -> LineRole:
        if _NOTE.match(paragraph.text):
            return "note"
        if (
            paragraph.first.size > _LARGER * self.size
            and self.blocks
            and isinstance(self.blocks[-1], Labels)
        ):
            return "title"
        # Who draws tables writes paragraphs, as in Word, and needs no gaps to part them; in plain
        # text on pages, a label stands directly above its words.
        last = self.blocks[-1] if self.blocks else None
        of_note = isinstance(last, TextLine) and last.role in ("note", "follows")
        return "follows" if paragraph.directly and (of_note or not self.ruled) else ""

    def _end_table(self) -> None:
        if not self.tables:
            return
        joined = join_tables(self.tables)
        crowded = [(table.page, text) for table in self.tables for text in table.crowded]
        self.tables = []
        self.counted += 1
        leading = leading_of(cell.lines for row in joined.rows for cell in row.cells)
        name = f"table {self.counted}"
        inner = InnerEdges(joined.rows)
        rows = tuple(
            self._row(row, joined.columns, f"page {row.page}, {name}, row {number}", leading, inner)
            for number, row in enumerate(joined.rows, 1)
        )
        if rows:
            self.blocks.append(Grid(rows=rows, place=Place(f"page {joined.rows[0].page}, {name}")))
        for page in joined.broken:
            message = "a row goes on from the page before; its parts were joined"
            self.remarks.append(Remark("CC198", message, Place(f"page {page}, {name}")))
        for page, text in crowded:
            message = (
                f'the column "{text}" could not be told from the one before it, whose words leave '
                "no gap: draw the lines of the table, or compare the rows with the document"
            )
            self.remarks.append(Remark("CC178", message, Place(f"page {page}, {name}")))
        self._end_lines()

    def _row(
        self, row: TableRow, columns: Sequence[float], path: str, leading: float, inner: InnerEdges
    ) -> GridRow:
        cells: list[GridCell] = []
        for cell in row.cells:
            first = _nearest(columns, cell.x0)
            span = max(1, _nearest(columns, cell.x1) - first)
            place = Place(f"{path}, cell {sum(one.span for one in cells) + 1}")
            self.count.cell()
            blocks = tuple(self._cell_blocks(cell, place, leading, inner))
            cells.append(GridCell(blocks=blocks, place=place, span=span, above=cell.above))
        return GridRow(cells=tuple(cells), place=Place(path))

    def _cell_blocks(
        self, cell: CellLines, place: Place, leading: float, inner: InnerEdges
    ) -> Iterator[TextLine]:
        if not cell.lines:
            return
        left, right = inner.of(cell)
        for paragraph in paragraphs_in(
            cell.lines, right, self.words, leading, left=left, ends=self.ends
        ):
            self.count.line()
            yield TextLine(text=paragraph.text, place=place)


def assemble(
    pages: Sequence[PageContent], words: Vocabulary, size: float
) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """Put the regions of all pages together.

    Args:
        pages: What each page holds.
        words: What tells the hyphens.
        size: The size of most of the text.

    Returns:
        The blocks in reading order, and what is worth telling.
    """
    ruled = any(table.ruled for page in pages for table in page.tables)
    rights = _rights(pages)
    ends = LineEnds.of(_wrapped(pages, rights), _last_lines(pages))
    made = _Assembly(words, ends, size, rights, ruled=ruled)
    earlier: PageTable | None = None
    for page in pages:
        lines, notes = _without_notes(page, size)
        regions = _regions(lines, page.tables, earlier)
        for region in regions:
            if isinstance(region, PageTable):
                made.take_table(region)
                earlier = region
            else:
                made.take_line(region)
        made.take_notes(notes)
    made.close()
    return tuple(made.blocks), tuple(made.remarks)


def _rights(pages: Sequence[PageContent]) -> dict[int, float]:
    """Where the text ends on each page: at the same place on all pages of the same width."""
    held: dict[int, list[Line]] = {}
    for page in pages:
        held.setdefault(round(page.width), []).extend(page.lines)
    ends = {width: ends_of(lines, width / 2) for width, lines in held.items()}
    return {line.page: ends[round(page.width)] for page in pages for line in page.lines}


def _wrapped(pages: Sequence[PageContent], rights: Mapping[int, float]) -> Iterator[Wrapped]:
    """The lines whose words go on in the next one, as these words tell."""
    for page in pages:
        texts = [(page.lines, rights[line.page]) for line in page.lines[:1]]
        for table in page.tables:
            inner = InnerEdges(table.rows)
            texts += [(c.lines, inner.of(c)[1]) for row in table.rows for c in row.cells]
        for lines, right in texts:
            for above, below in itertools.pairwise(lines):
                room = right - above.x1
                # What is a word by itself may have been cut.
                if (
                    len(above.parts) == 1
                    and " " in above.text
                    and runs_over(above, below)
                    and room <= below.first + below.size
                ):
                    yield Wrapped(line=above, room=room)


def _last_lines(pages: Sequence[PageContent]) -> Iterator[Line]:
    for page in pages:
        for table in page.tables:
            for row in table.rows:
                yield from (cell.lines[-1] for cell in row.cells if cell.lines)


def _regions(
    lines: Sequence[Line], tables: Sequence[PageTable], earlier: PageTable | None
) -> Iterator[Region]:
    """Lines and tables from top to bottom; lines between tables are arranged by columns."""
    waiting = list(lines)
    for table in tables:
        before = [line for line in waiting if line.middle < table.top]
        waiting = [line for line in waiting if line.middle >= table.top]
        yield from arrange(before, earlier)
        yield table
        earlier = table
    yield from arrange(waiting, earlier)


def _without_notes(page: PageContent, size: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and apart from them its footnotes at the bottom."""
    floor = max((table.bottom for table in page.tables), default=0.0)
    lines = list(page.lines)
    start = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.top < floor - 1 or line.size > size * (1 if _NOTE.match(line.text) else _SMALLER):
            break
        if _NOTE.match(line.text):
            start = place
    return lines[:start], lines[start:]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines whose wide gaps part them are taken piece by piece."""
    run: list[Line] = []
    for line in lines:
        run += split_apart(line)
    yield run


def _nearest(edges: Sequence[float], value: float) -> int:
    place = bisect.bisect_left(edges, value)
    if place == len(edges) or (place and value - edges[place - 1] <= edges[place] - value):
        return place - 1
    return place


def _place_of(line: Line) -> str:
    return f"page {line.page}, line {line.number}" if line.number else f"page {line.page}"
