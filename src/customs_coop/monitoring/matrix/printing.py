"""The country matrix in a page of text: a mark for each cell, and what is missing below."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from customs_coop.deadline import day_in_words
from customs_coop.diagnostics.shortening import shortened
from customs_coop.monitoring.owed.duties import DueReport, DutyState

if TYPE_CHECKING:
    from customs_coop.monitoring.matrix.matrices import Cell, Matrix

__all__ = ["mark_of", "printed_matrix"]

_WIDTH: Final = 100
_GAP: Final = "  "
_FEWEST: Final = 20  # characters of a title, or there is none
_MARKS: Final = {
    "no report": "-",
    "reported": "R",
    "implemented": "I",
    "not applicable": "n/a",
    "contradictory": "C",
}
_MISSING, _POSSIBLY, _LATE = "!", "?", "*"


def mark_of(cell: "Cell") -> str:
    """A cell in a few characters.

    Args:
        cell: The cell.

    Returns:
        A letter for its state; "!" behind it where a report is missing, "?" where one is possibly
        missing, "*" where the report came late.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> from customs_coop.monitoring.matrix.matrices import Cell
        >>> mark_of(Cell(subject=ActionRef("P9", "1"), party="AL", missing=True))
        '-!'
    """
    behind = _MISSING if cell.missing else _POSSIBLY if cell.possibly_missing else ""
    return _MARKS[cell.state.value] + (behind or (_LATE if cell.late else ""))


def printed_matrix(matrix: "Matrix") -> str:
    """The matrix for people.

    Args:
        matrix: The matrix.

    Returns:
        Lines without a line feed at the end: the marks and what they mean, what is missing or
        possibly missing by administration, who is silent, and who contradicts itself.
    """
    items, parties = len(matrix.items), len(matrix.parties)
    head = (
        f"Country matrix on {day_in_words(matrix.on)}:"
        f" {items} {'item' if items == 1 else 'items'},"
        f" {parties} {'administration' if parties == 1 else 'administrations'}"
    )
    if not matrix.cells:
        return head
    lines = [head, "", *_table(matrix), "", *_legend(matrix)]
    for title, state in (
        ("Missing", DutyState.MISSING),
        ("Possibly missing", DutyState.POSSIBLY_MISSING),
    ):
        rows = [row for owed in matrix.missing.values() for row in _owed_rows(owed, state)]
        lines += ["", title, *rows] if rows else []
    if matrix.silent_parties:
        silent = _wrapped(f"Silent: {', '.join(matrix.silent_parties)}")
        lines += ["", *(line.removeprefix(_GAP) for line in silent)]
    if matrix.conflicts:
        lines += ["", "Contradictory", *map(_conflict, matrix.conflicts)]
    return "\n".join(lines)


def _table(matrix: "Matrix") -> Iterator[str]:
    marks = [[mark_of(cell) for cell in matrix.row(item.subject)] for item in matrix.items]
    names = [str(item.subject) for item in matrix.items]
    first = max(len(name) for name in names)
    widths = [
        max(len(party), *(len(row[place]) for row in marks))
        for place, party in enumerate(matrix.parties)
    ]
    left = _WIDTH - first - sum(width + len(_GAP) for width in widths) - len(_GAP)
    yield _line("", first, matrix.parties, widths)
    for name, row, item in zip(names, marks, matrix.items, strict=True):
        title = shortened(item.title, left) if left >= _FEWEST else ""
        yield f"{_line(name, first, row, widths)}{_GAP}{title}".rstrip()


def _line(name: str, first: int, cells: Sequence[str], widths: Sequence[int]) -> str:
    found = [name.ljust(first), *(c.ljust(w) for c, w in zip(cells, widths, strict=True))]
    return _GAP.join(found)


def _legend(matrix: "Matrix") -> Iterator[str]:
    shown = {cell.state.value for cell in matrix.cells}
    told = [f"{mark} {word}" for word, mark in _MARKS.items() if word in shown]
    marks = [mark_of(cell) for cell in matrix.cells]
    for mark, word in (
        (_MISSING, "a report is missing"),
        (_POSSIBLY, "a report is possibly missing"),
        (_LATE, "it came late"),
    ):
        told += [f"{mark} {word}"] if any(one.endswith(mark) for one in marks) else []
    yield "; ".join(told)


def _owed_rows(owed: Sequence[DueReport], state: DutyState) -> Iterator[str]:
    """What one administration owes, all that is due on a day together."""
    by_day: dict[str, list[str]] = {}
    for one in owed:
        if one.state is state:
            by_day.setdefault(_day(one, state), []).append(str(one.subject))
    for day, subjects in by_day.items():
        words = f"{owed[0].party}, {day}: {', '.join(dict.fromkeys(subjects))}"
        yield from _wrapped(words)


def _day(owed: DueReport, state: DutyState) -> str:
    if state is DutyState.MISSING or owed.earliest is None:
        return str(owed.due)
    return f"{owed.earliest}/{owed.due or '..'}"


def _wrapped(words: str) -> list[str]:
    import textwrap

    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=_GAP,
        subsequent_indent=_GAP * 2,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _conflict(cell: "Cell") -> str:
    return f"{_GAP}{cell.party}: {cell.subject} ({cell.on})"
