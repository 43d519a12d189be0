"""Footnotes below a table: each text is held once, and rows point at it by its mark."""

import re

from customs_coop.model import Note
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = ["Footnotes", "plain_mark", "split_note"]

_NOTE = re.compile(
    r"\s{0,20}(?P<mark>[⁰¹²³⁴-⁹]{1,3}|\*{1,3}(?=\s)|[†‡]"
    r"|\([0-9a-z]{1,2}\)(?=\s)|\[[0-9a-z]{1,2}\](?=\s)|[0-9]{1,2}\)(?=\s))\s{0,8}(?=\S)"
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "()[]⁽⁾ ")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹⁽⁾]")


def plain_mark(mark: str) -> str:
    """A mark without its form, so that "¹" in a row finds "(1)" below the table.

    Example:
        >>> plain_mark("¹"), plain_mark("(1)"), plain_mark("*")
        ('1', '1', '*')
    """
    return mark.translate(_PLAIN)


def split_note(line: Excerpt) -> tuple[Excerpt, Excerpt] | None:
    """The mark and the text of a line that begins a note; None for any other line.

    Example:
        >>> mark, text = split_note(Excerpt.of("¹ Subject to agreement."))
        >>> mark.text, text.text
        ('¹', 'Subject to agreement.')
    """
    cell = read_cell(line)
    if not cell.paragraphs:
        return None
    content = cell.content
    match = _NOTE.match(content.text)
    if match is None:
        return None
    return content.cut(match.start("mark"), match.end("mark")), content.cut(match.end())


class Footnotes:
    """The notes of a plan while it is read: by table and mark."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}
        self._tables: dict[int, dict[str, tuple[str, str]]] = {}

    def add(self, table: int, mark: str, text: str) -> None:
        """Enter a note that stands below a table; the same text is the same note."""
        note = self._notes.setdefault(
            text, Note(id=f"n{len(self._notes) + 1}", mark=mark, text=text)
        )
        held = self._tables.setdefault(table, {})
        held.setdefault(plain_mark(mark), (mark, note.id))

    def find(self, table: int, mark: str) -> str | None:
        """The id of the note that a mark in a row of a table points at, if it is there."""
        found = self._tables.get(table, {}).get(plain_mark(mark))
        return found[1] if found else None

    def has(self, table: int, mark: str) -> bool:
        """Whether a mark in a row has its note.

        Raised figures find "1", "(1)" and "[1]"; a figure in brackets, which may as well count
        the parts of a sentence, only a note whose mark has brackets too.
        """
        found = self._tables.get(table, {}).get(plain_mark(mark))
        if found is None:
            return False
        return bool(_RAISED.search(mark)) or not _RAISED.search(found[0])

    def count(self, table: int) -> int:
        """How many marks have a note below a table."""
        return len(self._tables.get(table, ()))

    def below(self, table: int) -> tuple[str, ...]:
        """The ids of all notes below a table."""
        return tuple(dict.fromkeys(note for _, note in self._tables.get(table, {}).values()))

    def text(self, note: str) -> str:
        """What a note says, by its id; empty where there is no such note."""
        return next((held.text for held in self._notes.values() if held.id == note), "")

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note once."""
        return tuple(self._notes.values())
