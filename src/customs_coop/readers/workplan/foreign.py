"""Rows that belong to no plan, such as those of a list of abbreviations below the tables."""

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.readers.base import Line, Source
from customs_coop.readers.workplan.codes import code_form, read_code
from customs_coop.readers.workplan.tables import find_header

__all__ = ["ForeignRows"]

_LETTERS = (True, False, 0)  # the form of a code such as "A"


class ForeignRows:
    """Tells the rows of the plan from those of other tables, by the form of their codes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Diagnostic] = []
        self._forms: set[tuple[bool, bool, int]] = set()  # of the codes of the plan
        self._foreign = False  # the rows are those of a table that belongs to no plan

    def begin_table(self) -> None:
        """Note that a table of the plan begins."""
        self._foreign = False

    def take_code(self, code: str) -> None:
        """Note the code of a row of the plan."""
        self._forms.add(code_form(code))

    def is_of_plan(self, code: str) -> bool:
        """Whether a code can be one of the plan: letters alone only where it has such."""
        if any(character.isdecimal() for character in code):
            return True
        return not self._forms or _LETTERS in self._forms

    def is_foreign(self, index: int, place: int, *, gap: bool) -> bool:
        """Whether a line is a row of another table, such as a list of abbreviations.

        Such a table begins behind a gap with two rows without a code; it ends with the next
        row whose code has the form of those before.

        Args:
            index: The line, as an index.
            place: Where the code stands in a row of the table.
            gap: Whether the line before was no row.
        """
        lines = self.source.lines
        cell, code = _code_on(lines[index], place)
        if self._foreign:
            self._foreign = code is None or not self._has_form(code)
        elif gap and self._forms and cell and (code is None or not self.is_of_plan(code)):
            below = index + 1
            while below < len(lines) and not lines[below].text.strip():
                below += 1
            if (
                below < len(lines)
                and "\t" in lines[below].text.strip(" \f")
                and find_header(self.source, lines, below) is None
            ):
                _, after = _code_on(lines[below], place)
                self._foreign = after is None or not self._has_form(after)
            if self._foreign:
                message = "a table begins whose rows bear no codes of the plan"
                span = self.source.span(lines[index].start, lines[index].end)
                self.findings.append(diagnose("CC127", message, span=span))
        return self._foreign

    def _has_form(self, code: str) -> bool:
        return code_form(code) in self._forms


def _code_on(line: Line, place: int) -> tuple[str, str | None]:
    """What stands where the code should, and the code."""
    cells = line.text.split("\t")
    cell = cells[place].strip() if place < len(cells) else ""
    found = read_code(cell)
    return cell, found[0] if found else None
