"""Where a cell stands, for the findings on what it holds."""

import attrs

from customs_coop.diagnostics import Span
from customs_coop.readers.base import Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

__all__ = ["cell_span"]


def cell_span(source: Source, cell: Excerpt | None, heading: str, row: Span) -> Span:
    r"""The place of the words of a cell; of its row, where it has none.

    Args:
        source: The source.
        cell: The cell, or None where the row has none.
        heading: The heading of its column.
        row: Where the row stands.

    Example:
        >>> source = Source("a.txt", "1.1\tSwim\tsoon")
        >>> cell = Excerpt.of(source.text, 9)
        >>> print(cell_span(source, cell, "Deadline", source.span(0)))
        a.txt:1:10: cell "Deadline"
    """
    # The tags before the words stand where the cell before it ends, in files of other kinds.
    content = read_cell(cell).content if cell else None
    if not content:
        return attrs.evolve(row, cell=heading)
    return source.span(content.start, max(content.places) + 1, cell=heading)
