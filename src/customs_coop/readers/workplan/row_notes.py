"""The notes at which the cells of a row point: by their marks, or by "see note"."""

import re
from collections.abc import Callable, Iterable

import attrs

from customs_coop.diagnostics import Span
from customs_coop.formats.columns import Column
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.text.excerpts import Account
from customs_coop.readers.text.markup import Cell, Paragraph, footnote_marks

__all__ = ["RowNotes"]

_SEE_NOTE = re.compile(
    r"\b(?:see\s{1,4}(?:the\s{1,4})?(?:foot)?note|voir\s{1,4}(?:la\s{1,4}|les\s{1,4})?note"
    r"|siehe\s{1,4}(?:die\s{1,4})?fu(?:ß|ss)note)(?P<all>s|n)?\b(?:\s{1,2}de\s{1,2}bas\s{1,2}de\s{1,2}page)?"
    r"(?:\s{0,2}(?P<mark>[0-9]{1,2}(?![\w.])|[(\[][0-9a-z]{1,2}[)\]]|[⁰¹²³⁴-⁹]{1,2}|\*{1,3}))?",
    re.IGNORECASE,
)
_MOST_NOTES = 12  # that "see notes" may mean; beyond it nothing says which


class RowNotes:
    """The notes of one row, as its cells are read.

    Args:
        footnotes: The notes below the tables.
        table: The number of the table.
        account: What is used is entered here.
        tell: Takes the code, the message and the place of a finding.
    """

    def __init__(
        self,
        footnotes: Footnotes,
        table: int,
        account: Account,
        tell: Callable[[str, str, Span], None],
    ) -> None:
        self.footnotes = footnotes
        self.table = table
        self.account = account
        self.tell = tell
        self._found: dict[str, None] = {}

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of the notes, each once."""
        return tuple(self._found)

    @property
    def texts(self) -> list[str]:
        """What they say."""
        return [self.footnotes.text(note) for note in self._found]

    def without_marks(self, cell: Cell, heading: str, column: Column | None) -> tuple[Cell, bool]:
        """The cell without the marks of notes, and whether it has any."""
        paragraphs: list[Paragraph] = []
        marked = False
        for paragraph in cell.paragraphs:
            content, marks, unknown = footnote_marks(
                paragraph.content,
                lambda mark: self.footnotes.has(self.table, mark),
                powers=column is not Column.CODE,
            )
            marked = marked or bool(marks or unknown)
            for mark in marks:
                self.account.use(mark)
                self._point_at((self.footnotes.find(self.table, mark.text) or "",))
            for mark in unknown:
                message = f'no note with the mark "{mark.text}" stands below the table'
                self.tell("CC115", message, self.account.source.span(mark.start, cell=heading))
            if content:
                same = content is paragraph.content  # as nearly always
                paragraphs.append(paragraph if same else attrs.evolve(paragraph, content=content))
        return attrs.evolve(cell, paragraphs=tuple(paragraphs)), marked

    def see(self, text: str, place: Callable[[], Span]) -> None:
        """Point at the notes that a cell names, or at the only one, or at the few of them."""
        for match in _SEE_NOTE.finditer(text):
            self._see(match, place())

    def _see(self, match: re.Match[str], span: Span) -> None:
        count = self.footnotes.count(self.table)
        if match["mark"]:
            note = self.footnotes.find(self.table, match["mark"])
            if note is None:
                message = f'no note with the mark "{match["mark"]}" stands below the table'
                self.tell("CC115", message, span)
            else:
                self._point_at((note,))
        elif count <= 1 or (match["all"] and count <= _MOST_NOTES):
            self._point_at(self.footnotes.below(self.table))
        else:
            message = f'"{match[0]}" does not say which of {count} notes is meant'
            self.tell("CC128", message, span)

    def _point_at(self, notes: Iterable[str]) -> None:
        for note in notes:
            self._found.setdefault(note)
