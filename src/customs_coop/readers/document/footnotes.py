"""Footnotes below a table: each text is held once, and rows point at it by its mark."""

import itertools
import re
from collections.abc import Sequence

from customs_coop.deadline import Undetermined, parse_deadline
from customs_coop.formats.notes import plain_mark
from customs_coop.model import Note
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = ["Footnotes", "join_lines", "raised_figures", "split_note"]

_NOTE = re.compile(
    r"\s{0,20}(?P<mark>[⁰¹²³⁴-⁹]{1,3}|\*{1,3}(?=\s)|[†‡]"
    r"|\([0-9a-z]{1,2}\)(?=\s)|\[[0-9a-z]{1,2}\](?=\s)|[0-9]{1,2}\)(?=\s)"
    # As Markdown has them: "[^1]: Subject to agreement."
    r"|\[\^[0-9A-Za-z]{1,8}\](?=:\s)):?\s{0,8}(?=\S)"
)
# A raised figure may have lost its form: "1 Subject to agreement."
_FIGURE_NOTE = re.compile(
    r"(?P<mark>[1-9][0-9]?)\s{1,8}(?P<text>[„“«\"'(]?(?P<first>[A-ZÀ-ÖØ-Þ]\S*)\s.*)", re.DOTALL
)
# Where a row bears the mark, the note may be as short as one word.
_SHORT_NOTE = re.compile(
    r"(?P<mark>[1-9][0-9]?)\s{1,8}(?P<text>[„“«\"'(]?(?P<first>[^\W\d_]\S*)(?:\s.*)?)", re.DOTALL
)
_OWN_NOTE = re.compile(r"(?P<mark>[1-9][0-9]?)\s(?P<text>\S.*)", re.DOTALL)
_ENDED = re.compile(r"[.;:!?][”’\"')\]]{0,2}\Z")
_ITEM = re.compile(r"[-–—•*]\s|\(?(?:[0-9]{1,2}|[a-z]{1,4})[.)]\s")
_FEWEST_WORDS = 3
_FULL_LINE = 60  # characters of a line that goes on below
_RAISED = re.compile(r"[⁰¹²³⁴-⁹⁽⁾]")
_RAISED_FIGURE = re.compile(
    r"(?P<raised>[⁰¹²³⁴-⁹]{1,2})|<sup>\s{0,4}\(?(?P<tagged>[0-9]{1,2})\)?\s{0,4}</sup>"
)


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


def _own_note(line: Excerpt, borne: frozenset[str]) -> tuple[Excerpt, Excerpt] | None:
    """The figure and the text of a line of our own tables that begins with the mark of a row."""
    content = line.folded()
    match = _OWN_NOTE.fullmatch(content.text)
    if match is None or match["mark"] not in borne:
        return None
    return content.cut(0, match.end("mark")), content.cut(match.start("text"))


def raised_figures(text: str) -> tuple[str, ...]:
    """The figures that stand raised in a cell, without their form.

    Example:
        >>> raised_figures("Map¹ the sheds<sup>12</sup> of 2013")
        ('1', '12')
    """
    return tuple(
        plain_mark(match["raised"] or match["tagged"]) for match in _RAISED_FIGURE.finditer(text)
    )


def join_lines(lines: Sequence[str]) -> str:
    r"""The words of a note; a line goes on below unless a sentence or an item begins there.

    Example:
        >>> join_lines(["Only after the agreement of", "Malta.", "Nets are dear."])
        'Only after the agreement of Malta.\nNets are dear.'
    """
    parts = list(lines[:1])
    for before, line in itertools.pairwise(lines):
        parts.append("\n" if _ENDED.search(before) or _ITEM.match(line) else " ")
        parts.append(line)
    return "".join(parts)


def _opens_sentence(match: re.Match[str]) -> bool:
    """Whether a sentence follows a figure."""
    whole = match[0].endswith((".", ";", ":", ")", "”", '"')) or len(match[0]) >= _FULL_LINE
    return whole and len(match["text"].split()) >= _FEWEST_WORDS


def _is_day(match: re.Match[str]) -> bool:
    """Whether a figure is that of a day: "1 June 2005"."""
    day = parse_deadline(f"{match['mark']} {match['first']} 2000")
    return not isinstance(day, Undetermined)


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

    def begin(
        self,
        table: int,
        line: Excerpt,
        above: tuple[str, Sequence[str]] | None = None,
        borne: frozenset[str] = frozenset(),
        *,
        ours: bool = False,
    ) -> tuple[Excerpt, Excerpt] | None:
        """The mark and the text of a line below a table that begins a note; None for any other.

        A plain figure is a mark where it counts on from the notes above, and where a sentence
        follows it, or where a row bears it; "1 June 2005" and, without such a row, a heading such
        as "2 Training" are none.

        Args:
            table: The number of the table; below 0 where none stands above.
            line: The line.
            above: The mark and the lines of the note above that is not entered yet, or None.
            borne: The figures of the marks that the rows of the table bear.
            ours: Whether it is one of our own tables, where such a figure is always a mark if no
                mark is raised.
        """
        if table < 0:
            return None
        found = split_note(line)
        if found is None and ours and not self._has_raised(table, above):
            found = _own_note(line, borne)
        if found is not None or ours:
            return found
        content = line.folded()
        match = _FIGURE_NOTE.fullmatch(content.text)
        if match is None or not _opens_sentence(match):
            match = _SHORT_NOTE.fullmatch(content.text)
            if match is None or match["mark"] not in borne:
                return None
        if _is_day(match):
            return None
        if int(match["mark"]) not in self._following(table, above[0] if above else ""):
            return None
        return content.cut(match.start("mark"), match.end("mark")), content.cut(match.start("text"))

    def _has_raised(self, table: int, above: tuple[str, Sequence[str]] | None) -> bool:
        """Whether a note of the table has a raised mark, as then have all that are figures."""
        marks = [mark for mark, _ in self._tables.get(table, {}).values()]
        return any(map(_RAISED.search, [*marks, above[0] if above else ""]))

    def _following(self, table: int, mark: str) -> tuple[int, int]:
        """The figures that the next note may have: counted by the table, or all through."""
        below = [*self._tables.get(table, ()), plain_mark(mark)]
        everywhere = [*(one for held in self._tables.values() for one in held), plain_mark(mark)]
        first, second = (
            max((int(one) for one in marks if one.isdecimal()), default=0) + 1
            for marks in (below, everywhere)
        )
        return first, second

    def find(self, table: int, mark: str) -> str | None:
        """The id of the note that a mark in a row of a table points at, if it is there."""
        found = self._tables.get(table, {}).get(plain_mark(mark))
        return found[1] if found else None

    def has(self, table: int, mark: str) -> bool:
        """Whether a mark in a row has its note.

        Raised figures find "1", "(1)" and "[1]"; a figure in brackets, which may as well count
        the parts of a sentence, only a note whose mark has brackets too; and a plain figure,
        which may count anything, only a note with a plain figure.
        """
        found = self._tables.get(table, {}).get(plain_mark(mark))
        if found is None:
            return False
        if mark.isascii() and mark.isdecimal():
            return found[0] == mark
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
