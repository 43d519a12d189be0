"""Which work area the rows of a work plan belong to: by the headings, or by their codes."""

from collections.abc import Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Code, WorkArea
from customs_coop.readers.base import Line, Source
from customs_coop.readers.workplan.headings import WorkAreaHeading
from customs_coop.readers.workplan.rows import TableRow

__all__ = ["WorkAreas"]


class WorkAreas:
    """The work areas of a plan while it is read.

    A row belongs to the heading above it. Where the first figures of the codes name the areas, a
    heading with another figure does not count: its table has ended, or another heading was lost.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Diagnostic] = []
        self._told: set[tuple[Code, str]] = set()
        self._areas: dict[Code, tuple[int, WorkArea]] = {}
        self._heading: Code | None = None  # named above the table that comes next
        self._current: Code | None = None  # the heading of the present table
        self._rows: list[tuple[Line, Code | None]] = []

    @property
    def found(self) -> tuple[WorkArea, ...]:
        """The work areas in the order of the document."""
        return tuple(area for _, area in sorted(self._areas.values(), key=lambda placed: placed[0]))

    def begin_table(self) -> None:
        """Note that a header row follows."""
        self._current, self._heading = self._heading, None

    def take_heading(self, heading: WorkAreaHeading, start: int, *, in_table: bool) -> None:
        """Note a heading, for the next table and, inside a table, for the rows below it."""
        code = Code(heading.code)
        if code not in self._areas or not self._areas[code][1].title:
            self._areas[code] = (start, WorkArea(code=code, title=heading.title))
        self._heading = code
        if in_table:
            self._current = code

    def take_row(self, line: Line) -> None:
        """Note a row by the line on which it begins."""
        self._rows.append((line, self._current))

    def assign(
        self, rows: Sequence[TableRow], number: int | None = None, *, printed: bool = False
    ) -> list[TableRow]:
        """Give each row, in the order in which they were noted, its work area.

        Args:
            rows: The rows.
            number: The number of the plan. Codes that begin with it say nothing of the area where
                none is named: the later action plans number their actions 5.1, 5.2 and so on.
            printed: Whether every area has its heading, so that codes say nothing of it.
        """
        if printed:
            return [
                attrs.evolve(row, work_area=heading)
                for row, (_, heading) in zip(rows, self._rows, strict=True)
            ]
        firsts = {_first(row.code) for row in rows}
        if not self._areas and firsts == {str(number)}:
            return list(rows)
        # Else the first figure may be the number of the plan, which says nothing of the area.
        named = any(str(code) in firsts for code in self._areas)
        area: Code | None = None
        given: list[TableRow] = []
        for row, (line, heading) in zip(rows, self._rows, strict=True):
            first = _first(row.code)
            if heading is None:
                area = self._by_code(first, line) if first else area
            elif named and first and str(heading).isdecimal() and first != str(heading):
                area = self._by_code(first, line, heading)
            else:
                area = heading
            given.append(attrs.evolve(row, work_area=area))
        return given

    def _by_code(self, first: str, line: Line, heading: Code | None = None) -> Code:
        area = Code(first)
        if heading is not None:
            message = f"its rows stand under the heading of work area {heading}"
        else:
            message = "no heading of this work area stands above its rows"
        known = area in self._areas
        if not known:
            self._areas[area] = (line.start, WorkArea(code=area, title=""))
        if not known or heading is not None:
            span = self.source.span(line.start, line.end)
            finding = diagnose("CC112", message, subject=f"work area {area}", span=span)
            if (area, message) not in self._told:
                self._told.add((area, message))
                self.findings.append(finding)
        return area


def _first(code: str) -> str:
    """The first part of a code that has several, else nothing."""
    parts = Code(code).parts
    return parts[0] if len(parts) > 1 else ""
