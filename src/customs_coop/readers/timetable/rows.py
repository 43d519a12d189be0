"""The rows of a timetable: its sections and its numbered items, in tables over several pages."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.deadline import Undetermined, parse_deadline
from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.formats.columns import Column
from customs_coop.readers.base import Line, Source
from customs_coop.readers.document.footnotes import Footnotes, raised_figures
from customs_coop.readers.document.further import further_columns
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.text.markup import read_cell
from customs_coop.readers.text.quoting import begun_with
from customs_coop.readers.timetable.counting import code_form, counts_on, usual_form
from customs_coop.readers.timetable.header import (
    TimetableHeader,
    carries_on,
    cell_words,
    item_code,
    read_header,
    split_row,
)
from customs_coop.readers.timetable.sections import Sections, is_heading, read_section
from customs_coop.readers.workplan.codes import (
    code_without_mark,
    doubtful_code,
    own_code,
    read_code,
    read_doubtful_code,
)

__all__ = ["TimetableRow", "TimetableRows", "read_rows"]

_PIPES = re.compile(r"[\s|:+=\-–—]{3,2000}")
_JOINT = re.compile(r"(?:(?:and|then|et|puis|und|dann)\s{1,3}){1,2}", re.IGNORECASE)
_LONGEST_HEADING = 120


@attrs.frozen(kw_only=True)
class TimetableRow:
    """One item: its code, its cells, and where it stands."""

    code: str
    cells: tuple[tuple[Column | None, str, Excerpt], ...]
    section: int
    block: int
    span: Span


@attrs.frozen(kw_only=True)
class TimetableRows:
    """The rows of all tables, with their sections, in order."""

    rows: tuple[TimetableRow, ...]
    sections: Sections
    findings: tuple[Diagnostic, ...] = ()


def read_rows(
    source: Source,
    account: Account,
    header: TimetableHeader,
    footnotes: Footnotes,
    *,
    ours: bool = False,
) -> TimetableRows:
    """Read every row below a header.

    Args:
        source: The document.
        account: Headings, footnotes and rules are entered here; the cells of items are not.
        header: The header of the first table.
        footnotes: The notes below the tables are entered here.
        ours: Whether the table is one of our own, whose further columns are known.

    Returns:
        The rows with their sections.
    """
    reader = _Rows(source, account, header, footnotes)
    reader.ours = ours
    reader.read()
    rows = [
        row if ours else attrs.evolve(row, code=_without_mark(row, footnotes))
        for row in reader.rows
    ]
    return TimetableRows(
        rows=tuple(rows), sections=reader.sections, findings=tuple(reader.findings)
    )


def _without_mark(row: TimetableRow, footnotes: Footnotes) -> str:
    """The code of an item without the mark of a note, which its cell is read for again."""
    code, _ = code_without_mark(row.code, lambda mark: footnotes.has(row.block, mark))
    return code


class _Rows:
    def __init__(
        self, source: Source, account: Account, header: TimetableHeader, footnotes: Footnotes
    ) -> None:
        self.source = source
        self.account = account
        self.header = header
        self.footnotes = footnotes
        self.rows: list[TimetableRow] = []
        self.findings: list[Diagnostic] = []
        self.ours = False
        self._told: tuple[tuple[Column | None, str], ...] = ()
        self.sections = Sections(source)
        self._block = 0
        self._noted = False
        self._note: tuple[str, list[str]] | None = None
        self._open: tuple[str, list[list[Excerpt]], Line] | None = None
        self._last: Line | None = None
        self._gap = False
        self._form = usual_form(source, header)

    def read(self) -> None:
        for index in range(max(0, self.header.line), len(self.source.lines)):
            self._take(index, self.source.lines[index])
        self._end_row()
        self._end_note()

    def _take(self, index: int, line: Line) -> None:
        if not line.text.strip():
            self._gap = True
            self._end_note()
            return
        again = read_header(self.source, index)
        if again is not None:
            self._end_row()
            self.header = again
            self._take_header(line)
        elif _PIPES.fullmatch(line.text) or is_furniture(line.text):
            # A page may end here; what stands on the next one need not go on with the row.
            self.account.use_furniture(line.start, line.end)
            self._gap = True
            return
        else:
            self._take_text(index, line)
        self._gap = False

    def _take_header(self, line: Line) -> None:
        self.account.use_furniture(line.start, line.end)
        if self.header.columns != self._told and not self.ours:
            self._told = self.header.columns
            # No field takes the objectives of an item.
            columns = [(None if one is Column.OBJECTIVES else one, h) for one, h in self._told]
            self.findings += further_columns(columns, self.source.span(line.start, line.end))
        if self.header.section:
            cells = split_row(self.source, line, self.header.starts)
            self.account.use(cells[0])
            self.sections.take(read_section(read_cell(cells[0]).content), line.start)

    def _take_text(self, index: int, line: Line) -> None:
        cells = split_row(self.source, line, self.header.starts)
        if index == self.header.line + 1 and carries_on(cells, self.header):
            self.account.use_furniture(line.start, line.end)
            return
        found = self._code_on(cells)
        filled = [cell for cell in cells if cell_words(cell)]
        alone = len(filled) == 1
        titled = bool(filled) and filled[0] in [cells[at] for at in self._titles if at < len(cells)]
        note = self._note_on(line)
        ours = self.ours and note is not None  # it may be in capitals, like a heading
        if alone and titled and not ours and self._is_section(filled[0], len(cells), found):
            self._end_row()
            self._end_note()
            self.account.use_span(line.start, line.end)
            self.sections.take(read_section(read_cell(filled[0]).content), line.start)
        elif found is not None and self._begins_item(found, len(cells)):
            self._end_row()
            self._end_note()
            self._open = (found[0], [[cell] for cell in cells], line)
            self._use_bars(line)
            self._last = line
            self._block += self._noted
            self._noted = False
        elif note is not None:
            self._end_row()
            self._end_note()
            self._noted = True
            self._note = (note[0].text, [note[1].text])
            self.account.use_span(line.start, line.end)
        elif self._note is not None and len(cells) == 1:
            self._note[1].append(read_cell(cells[0]).text)
            self.account.use_span(line.start, line.end)
        elif self._goes_on(cells):
            self._join(cells, line)
        else:
            self._end_row()
            self._stray(cells, line)

    def _code_on(self, cells: Sequence[Excerpt]) -> tuple[str, bool] | None:
        """The code of the item that a line begins, and whether it has a cell of its own."""
        columns = [column for column, _ in self.header.columns[: len(cells)]]
        if self.ours and len(cells) > 1 and Column.CODE in columns:
            printed = own_code(cells[columns.index(Column.CODE)].text)
            if printed is not None and not printed[1]:
                return printed[0], True
        return item_code(cells, self.header)

    def _is_section(self, cell: Excerpt, cells: int, found: tuple[str, bool] | None) -> bool:
        if found is None and is_heading(cell):
            return True
        if found is not None and is_heading(cell, numbered=True):
            return True
        if found is not None and code_form(found[0]) == self._form:
            return False
        # A row with one cell filled that begins like a title and does not end like a sentence.
        words = cell_words(cell)
        whole = self._open is None or _ends(self._open[1])
        return (
            cells > 1
            and whole
            and (words[:1].isupper() or words[:1].isdecimal())
            and len(words) <= _LONGEST_HEADING
            and words[-1] not in ".;,:?!"
        )

    def _begins_item(self, found: tuple[str, bool], cells: int) -> bool:
        """Whether a figure begins an item: in a row of several cells, or where it counts on."""
        code, in_cell = found
        if self.ours and in_cell:
            return True
        if code_form(code) != self._form:
            return cells > 1 and not self.header.starts and any(map(str.isdecimal, code))
        if cells > 1 and not self.header.starts:
            return True
        if self._open is not None:
            return counts_on(self._open[0], code)
        return not self.rows or counts_on(self.rows[-1].code, code)

    def _note_on(self, line: Line) -> tuple[Excerpt, Excerpt] | None:
        # No line of a spreadsheet is empty, so that ours has no gap above its notes.
        apart = self._gap or self.ours or self._note is not None or self._noted
        if "\t" in line.text or not apart:
            return None
        excerpt = Excerpt.of(self.source.text, line.start, line.end)
        figure = self.ours and line.text.lstrip()[:1].isdecimal()
        borne = self._marks_borne() if figure else frozenset()
        return self.footnotes.begin(self._block, excerpt, self._note, borne, ours=self.ours)

    def _marks_borne(self) -> frozenset[str]:
        """The figures of the marks in the rows of the table above."""
        held = [
            cell.text for row in self.rows if row.block == self._block for _, _, cell in row.cells
        ]
        held += [part.text for cell in (self._open[1] if self._open else ()) for part in cell]
        return frozenset(mark for text in held for mark in raised_figures(text))

    def _goes_on(self, cells: Sequence[Excerpt]) -> bool:
        if self._open is None or len(cells) > len(self.header.columns):
            return False
        if len(cells) > 1 and len(self._open[1]) > 1 and not self.header.starts:
            # Behind a row that has its cells, a new title and a time are another row.
            titles = {at for at in self._titles if at < len(cells)}
            filled = {at for at, cell in enumerate(cells) if cell_words(cell)}
            new = any(not cell_words(cells[at])[:1].islower() for at in filled & titles)
            if new and filled - titles:
                return False
        if not self._gap:
            return True
        words = cell_words(cells[0])
        return not _ends(self._open[1]) and words[:1].islower()

    def _join(self, cells: Sequence[Excerpt], line: Line) -> None:
        if self._open is None:
            return
        held = self._open[1]
        while len(held) < len(cells):
            held.append([])
        for place, cell in enumerate(cells):
            if cell.text.strip():
                held[self._place(place, cells)].append(cell)
        self._use_bars(line)
        self._last = line

    def _place(self, place: int, cells: Sequence[Excerpt]) -> int:
        """Where a cell of a further line belongs: a time behind a full stop, to the times.

        Text out of a PDF has one tab before "and annually", however many columns it leaves out.
        """
        times = len(self.header.columns) - 1
        if self._open is None or place + 1 < len(cells) or place >= times or self.header.starts:
            return place
        held = self._open[1]
        words = cell_words(cells[place])
        if (
            any(cell_words(cell) for cell in cells[:place])
            or len(cells) == 1
            or self.header.columns[place][0] is not Column.TITLE
            or self.header.columns[times][0] is not Column.DEADLINES
            or len(held) <= times
            or not (held[times] and held[place] and words[:1].islower())
            or not cell_words(held[place][-1]).endswith(".")
            or isinstance(parse_deadline(_JOINT.sub("", words)), Undetermined)
        ):
            return place
        return times

    def _use_bars(self, line: Line) -> None:
        """Enter the bars between the cells of a row as furniture."""
        if "\t" not in line.text and line.text.lstrip().startswith("|"):
            for index, sign in enumerate(line.text, line.start):
                if sign == "|":
                    self.account.use_furniture(index, index + 1)

    @property
    def _titles(self) -> tuple[int, ...]:
        """Where in a row a heading may stand: below the titles, or in the first cell."""
        columns = enumerate(self.header.columns)
        return (0, *(place for place, (column, _) in columns if column is Column.TITLE))

    def _stray(self, cells: Sequence[Excerpt], line: Line) -> None:
        times = [
            cell
            for (column, _), cell in zip(self.header.columns, cells, strict=False)
            if column is Column.DEADLINES and cell_words(cell)
        ]
        if times and len(cells) > 1:
            span = self.source.span(line.start, line.end)
            words = begun_with("the row", " ".join(map(cell_words, cells)))
            message = f"{words} has a time and no code; it stands in the residue; add the code"
            self.findings.append(diagnose("CC114", message, span=span))

    def _end_row(self) -> None:
        if self._open is None:
            return
        code, held, first = self._open
        last = self._last or first
        self._open = None
        span = self.source.span(first.start, last.end)
        if last is not first and not self.header.starts:
            lines = last.number - first.number + 1
            message = f"the row stands on {lines} lines"
            self.findings.append(diagnose("CC116", message, subject=code, span=span))
        if read_code(code) is None and read_doubtful_code(code) is not None:
            self.findings.append(doubtful_code(code, span))
        cells = [Excerpt.join(parts, "\n") for parts in held]
        wanted = len(self.header.columns)
        while len(cells) > wanted and not cells[-1].text.strip():
            cells.pop()
        if len(cells) > wanted:
            message = f"the row has {len(cells)} cells where the table has {wanted} columns"
            self.findings.append(diagnose("CC113", message, subject=code, span=span))
            titled = next(
                place
                for place, (column, _) in enumerate(self.header.columns)
                if column is Column.TITLE
            )
            cells = cells[: titled + 1]
        self.rows.append(
            TimetableRow(
                code=code,
                cells=tuple(
                    (column, heading, cell)
                    for (column, heading), cell in zip(self.header.columns, cells, strict=False)
                ),
                section=self.sections.current,
                block=self._block,
                span=span,
            )
        )

    def _end_note(self) -> None:
        if self._note is not None:
            mark, texts = self._note
            self.footnotes.add(self._block, mark, "\n".join(texts))
            self._note = None


def _ends(held: Sequence[Sequence[Excerpt]]) -> bool:
    """Whether the first cell of an item ends like a sentence, or its row has further cells."""
    text = cell_words(held[0][-1]) if held[0] else ""
    return text.endswith((".", "!", "?", ":", ";", ")", "”", '"')) or any(
        part.text.strip() for cell in held[1:] for part in cell
    )
