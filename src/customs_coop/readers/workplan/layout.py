"""The work plan: tab tables of actions, one row each, by work area, as in 14680/05."""

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
from customs_coop.model import ActionPlan
from customs_coop.readers.base import Fit, Line, Reading, Source
from customs_coop.readers.document.cover import Cover, is_own_number, read_cover
from customs_coop.readers.document.description import describe_plan
from customs_coop.readers.document.footnotes import Footnotes, join_lines, raised_figures
from customs_coop.readers.document.gathering import gathered_dossier
from customs_coop.readers.document.heading_notes import with_heading_notes
from customs_coop.readers.document.own_cells import without_additions
from customs_coop.readers.document.sheet import own_heading
from customs_coop.readers.flow.notes import find_notes
from customs_coop.readers.flow.objectives import find_objectives
from customs_coop.readers.mentions import PlanContext
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture
from customs_coop.readers.text.markup import read_cell
from customs_coop.readers.text.quoting import begun_with
from customs_coop.readers.workplan.areas import WorkAreas
from customs_coop.readers.workplan.codes import (
    doubtful_code,
    own_code,
    read_code,
    read_doubtful_code,
)
from customs_coop.readers.workplan.doubts import other_plans, repeated_codes
from customs_coop.readers.workplan.fitting import fit_of
from customs_coop.readers.workplan.foreign import ForeignRows
from customs_coop.readers.workplan.headings import (
    WorkAreaHeading,
    is_area_column,
    label_length,
    read_area,
    read_heading,
)
from customs_coop.readers.workplan.lettered import lettered_rows
from customs_coop.readers.workplan.rows import RowContext, TableRow, read_row
from customs_coop.readers.workplan.tables import (
    Header,
    find_header,
    is_numbered_row,
    join_broken_row,
    row_cells,
)

__all__ = ["WORK_PLAN_LAYOUT", "WorkPlanLayout"]

_SIGNS = (Column.CODE, Column.TITLE)


@attrs.frozen
class WorkPlanLayout:
    """Tables whose rows are lines and whose cells are set apart by tabs."""

    name: str = "work-plan"

    def fits(self, source: Source) -> Fit:
        """Look for a header row with a code, a title and a column of a work plan."""
        return fit_of(source)

    def read(self, source: Source) -> Reading:
        """Read every table of the source into one plan."""
        return _WorkPlanReader(source).read()


WORK_PLAN_LAYOUT = WorkPlanLayout()
"""The layout, under the name "work-plan"."""


class _WorkPlanReader:
    """One pass over the lines, which sorts them, and a second one over the rows."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.account = Account(source)
        self.findings: list[Diagnostic] = []
        self.rows: list[TableRow] = []
        self.areas = WorkAreas(source)
        self.footnotes = Footnotes()
        self._header: Header | None = None
        self._gap = False  # the last line was no row of the table
        self._foreign = ForeignRows(source)
        self._between: list[Line] = []  # headings, and what was not read, between the tables
        self._table = -1
        self._intro_end = len(source.text)
        self._own = False  # it is one of our own tables
        self._note: tuple[str, list[str]] | None = None

    def read(self) -> Reading:
        cover = read_cover(self.source, self.account)
        self._own = cover.sheet is not None
        self._sort_lines(cover)
        if not self._own:
            self.rows = lettered_rows(self.rows, self.footnotes)
        intro_start = (
            self.source.lines[cover.end].start if cover.end < len(self.source.lines) else 0
        )
        notes = find_notes(
            self.source,
            self.account,
            (cover.end, self.source.line_at(self._intro_end) - 1),
            marked=True,
        )
        for note in notes:
            self.footnotes.add(-1, note.mark, note.text)
        described = describe_plan(
            self.source,
            self.account,
            cover,
            (intro_start, self._intro_end),
            {note.mark: note.text for note in notes},
        )
        number = described.plan.number
        context = RowContext(
            plan=PlanContext(described.plan.id, number, frozenset(row.code for row in self.rows)),
            objectives=(
                find_objectives(self.source, self.account, self._intro_end)
                if cover.sheet is None
                else cover.sheet.objectives
            ),
            own=self._own,
            period=described.plan.period,
        )
        rows = self.areas.assign(self.rows, number, printed=self._own)
        read = [read_row(row, context, self.account, self.footnotes) for row in rows]
        findings = [*described.findings, *self.findings, *self.areas.findings]
        findings += [
            *self._foreign.findings,
            *other_plans(self.source, self._between, number, described.plan.id),
            *repeated_codes(self.rows, described.plan.id),
        ]
        findings += [finding for row in read for finding in row.findings]
        plan: ActionPlan = attrs.evolve(
            described.plan,
            work_areas=self.areas.found,
            actions=tuple(
                with_heading_notes(one.action, row.cells, self.footnotes, row.table)
                for one, row in zip(read, rows, strict=True)
            ),
            notes=(*described.plan.notes, *self.footnotes.notes),
        )
        strategy = described.strategy
        dossier = gathered_dossier(
            plan,
            cover,
            self.account,
            text=self._introduction(cover, intro_start),
            notes=notes,
            unknown=(row.unknown for row in read),
            obligations=(duty for row in read for duty in row.obligations),
            strategy=strategy and attrs.evolve(strategy, objectives=context.objectives),
            documents=described.documents,
        )
        return self.account.reading(dossier, findings)

    def _introduction(self, cover: Cover, start: int) -> str:
        """What stands before the tables; nothing of our own tables does."""
        return (
            "" if cover.sheet else f"{cover.subject}\n\n{self.source.text[start : self._intro_end]}"
        )

    def _sort_lines(self, cover: Cover) -> None:
        lines = self.source.lines
        index = cover.end
        numbered_may_follow = False
        while index < len(lines):
            line = lines[index]
            text = line.text.strip(" \t\f")
            count, row = 1, False
            if not text:
                self._end_note()
            elif (header := find_header(self.source, lines, index)) is not None:
                self._begin_table(header, line, lines[index + header.lines - 1])
                numbered_may_follow = True
                index += header.lines
                continue
            elif numbered_may_follow and is_numbered_row(line):
                self.account.use_furniture(line.start, line.end)
            elif heading := self._heading_on(index):
                count = heading.lines
                self._take_heading(heading, line, lines[index + count - 1])
            elif self._header is not None and "\t" in line.text.strip(" \f"):
                self._end_note()
                place = _place(self._header)
                if self._own or not self._foreign.is_foreign(index, place, gap=self._gap):
                    count = self._take_row(index)
                row = True
            elif is_furniture(line.text) or is_own_number(line.text, cover.document):
                self.account.use_furniture(line.start, line.end)
            else:
                self._take_note(line)
            if text:
                numbered_may_follow = False
            self._gap = not row
            index += count
        self._end_note()

    def _heading_on(self, index: int) -> WorkAreaHeading | None:
        found = own_heading(self.source.lines[index].text) if self._own else None
        return (
            WorkAreaHeading(*found)
            if found
            else read_heading(self.source, self.source.lines, index)
        )

    def _begin_table(self, header: Header, first: Line, last: Line) -> None:
        self._end_note()
        self._intro_end = min(self._intro_end, first.start)
        self.account.use_furniture(first.start, last.end)
        if not self._own:
            self.findings += header.further(self._header, self.source.span(first.start, last.end))
        self._header = header
        self._table += 1
        self._gap = False
        self._foreign.begin_table()
        self.areas.begin_table()

    def _take_heading(self, heading: WorkAreaHeading, line: Line, last: Line) -> None:
        self._end_note()
        self._intro_end = min(self._intro_end, line.start)
        self._between += [line] if self._header is not None else []
        begin = line.start + label_length(line.text)
        self.account.use_furniture(line.start, begin)
        self.account.use_span(begin, last.end)
        # Some tables go on below a heading without a header row of their own.
        self.areas.take_heading(heading, line.start, in_table=self._header is not None)

    def _take_row(self, index: int) -> int:
        header = self._header
        lines = self.source.lines
        if header is None:
            return 1
        wanted = len(header.columns)
        joined = join_broken_row(lines, index, wanted)
        first, last = joined[0], joined[-1]
        count = last.number - first.number + 1
        for line in lines[index : index + count]:
            if line not in joined:  # of the page that ends within the row
                self.account.use_furniture(line.start, line.end)
        cells = list(row_cells(self.source, joined))
        while len(cells) > wanted and not cells[-1].text.strip():
            cells.pop()
        place = _place(header)
        words = cells[place].text if place < len(cells) else ""
        found = own_code(without_additions(words)) if self._own else read_code(words)
        doubtful = read_doubtful_code(words) if found is None else None
        found = (doubtful, "") if doubtful is not None else found
        span = self.source.span(first.start, last.end)
        if found is None or not (self._own or self._foreign.is_of_plan(found[0])):
            self._unusable(first, last, cells, wanted)
            return count
        code, remark = found
        if doubtful is not None:
            self.findings.append(doubtful_code(code, span))
        if len(joined) > 1:
            message = f"the row stands on {len(joined)} lines"
            self.findings.append(diagnose("CC116", message, subject=code, span=span))
        pairs = [(*header.columns[number], cell) for number, cell in enumerate(cells[:wanted])]
        if len(cells) != wanted:
            pairs = self._certain(pairs, cells, first, code)
        self.account.use_span(cells[place].start, cells[place].start + len(cells[place]))
        pairs = self._without_area(pairs, first)
        self.rows.append(
            TableRow(
                code=code,
                cells=tuple(pairs),
                span=span,
                table=self._table,
                remark=remark,
            )
        )
        self.areas.take_row(first)
        if doubtful is None:
            self._foreign.take_code(code)
        return count

    def _without_area(
        self, pairs: list[tuple[Column | None, str, Excerpt]], line: Line
    ) -> list[tuple[Column | None, str, Excerpt]]:
        """The cells but for that of the work area; an empty one goes on with the area above."""
        for number, (column, heading, cell) in enumerate(pairs):
            if column is not None or not is_area_column(heading):
                continue
            words = read_cell(cell).content
            area = read_area(words.text)
            if area is not None:
                self.account.use_furniture(cell.start, cell.start + len(cell))
                self.account.use(words)
                self.areas.take_heading(area, line.start, in_table=True)
            if area is not None or not words:
                return [*pairs[:number], *pairs[number + 1 :]]
        return pairs

    def _certain(
        self,
        pairs: list[tuple[Column | None, str, Excerpt]],
        cells: list[Excerpt],
        line: Line,
        code: str,
    ) -> list[tuple[Column | None, str, Excerpt]]:
        """Of a row with a wrong number of cells: the code, and the title where it follows it."""
        header = self._header
        wanted = len(header.columns) if header else 0
        kept = [pair for pair in pairs[:2] if pair[0] in _SIGNS]
        at = cells[min(len(cells), wanted) - 1]
        heading = pairs[-1][1] if pairs else ""
        message = f"the row has {len(cells)} cells where the table has {wanted} columns"
        span = attrs.evolve(self.source.span(line.start, line.end), cell=heading)
        if at.places:
            span = self.source.span(at.start, line.end, cell=heading)
        self.findings.append(diagnose("CC113", message, subject=code, span=span))
        return kept

    def _unusable(self, first: Line, last: Line, cells: list[Excerpt], wanted: int) -> None:
        span = self.source.span(first.start, last.end)
        words = begun_with("the row", " ".join(read_cell(cell).content.text for cell in cells))
        if len(cells) == wanted:
            message = f"{words} has no code, or one that cannot be read; add the code"
        else:
            message = (
                f"{words} has no code, and {len(cells)} cells where the table has {wanted} columns;"
                " add the code"
            )
        self.findings.append(diagnose("CC114", message, span=span))

    def _take_note(self, line: Line) -> None:
        excerpt = Excerpt.of(self.source.text, line.start, line.end)
        borne = self._marks_borne(line) if self._header is not None else frozenset()
        found = self.footnotes.begin(self._table, excerpt, self._note, borne, ours=self._own)
        if found is not None:
            self._end_note()
            mark, text = found
            self._note = (mark.text, [text.folded().text])
        elif self._note is not None:
            self._note[1].append(excerpt.folded().text)
        else:
            if self._header is not None:
                self._between.append(line)
            return
        self.account.use_span(line.start, line.end)

    def _marks_borne(self, line: Line) -> frozenset[str]:
        """The figures of the marks in the rows of the table above.

        A line right above the next table is a note only where it reads as one by itself.
        """
        lines = self.source.lines
        below = line.number  # the index of the next line
        while below < len(lines) and not lines[below].text.strip():
            below += 1
        if (
            not self._own
            and below < len(lines)
            and find_header(self.source, lines, below) is not None
        ):
            return frozenset()
        cells = (
            cell.text for row in self.rows if row.table == self._table for _, _, cell in row.cells
        )
        return frozenset(mark for text in cells for mark in raised_figures(text))

    def _end_note(self) -> None:
        if self._note is not None:
            mark, texts = self._note
            # Our own tables break no line of a note.
            joined = "\n".join(texts) if self._own else join_lines(texts)
            self.footnotes.add(self._table, mark, joined)
            self._note = None


def _place(header: Header | None) -> int:
    """Where the code stands in a row."""
    columns = header.columns if header else ()
    return next((number for number, (column, _) in enumerate(columns) if column is Column.CODE), 0)
