"""The notes below a table to which the headings of its columns point."""

from collections.abc import Iterable

import attrs

from customs_coop.formats.columns import Column, heading_mark
from customs_coop.model import Action
from customs_coop.readers.document.footnotes import Footnotes
from customs_coop.readers.text.excerpts import Excerpt

__all__ = ["with_heading_notes"]


def with_heading_notes(
    action: Action,
    cells: Iterable[tuple[Column | None, str, Excerpt]],
    footnotes: Footnotes,
    table: int,
) -> Action:
    """An action with the notes of the headings above the cells that it fills.

    What a note says of a column, as behind "Deadline¹", it says of each cell below.

    Args:
        action: The action.
        cells: The cells of its row: what their columns hold, their headings, their words.
        footnotes: The notes of the plan.
        table: The number of the table.

    Returns:
        The action; the same one where no heading has the mark of a note.
    """
    found: list[str] = []
    for _, heading, cell in cells:
        mark = heading_mark(heading) if cell.text.strip() else ""
        note = footnotes.find(table, mark) if mark else None
        found += [note] if note is not None else []
    if not found:
        return action
    return attrs.evolve(action, notes=tuple(dict.fromkeys((*action.notes, *found))))
