"""Which rows of a table stay on one page: an action and the boxes below it, where they can.

Word goes by two properties: a row that may not be torn apart (`w:cantSplit`), and paragraphs that
keep with the next one (`w:keepNext`), which hold their row to the row after it. LibreOffice goes
by the same, of each row by the first paragraph of its first cell (seen in 7.4). What no page can
hold has to be torn apart; said to be whole, it would leave the rest of a page white before it.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.word.measuring import Lettering, Measure

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Hold", "hold_rows", "row_height", "text_height"]

_EDGES: Final = 80  # above and below the words of a cell, with the border


@attrs.frozen(kw_only=True)
class Hold:
    """How a row is held to its page.

    Args:
        keeps: Whether it stays on the page of the row after it.
        splits: Whether the end of a page may tear it apart.
    """

    keeps: bool = False
    splits: bool = False


def hold_rows(heights: Sequence[int], room: int) -> tuple[Hold, ...]:
    """Say of a row and the boxes below it how they are held to their page.

    Args:
        heights: The height of each, from the first to the last.
        room: What a page has for them.

    Returns:
        How each is held. On one page all stay together. If one page does not hold them, the boxes
        may be torn apart, and the row stays with the beginning of the first box. If the row alone
        is longer than a page, only what is longer than a page is torn apart.

    Example:
        >>> [(hold.keeps, hold.splits) for hold in hold_rows([400, 900], 8000)]
        [(True, False), (False, False)]
        >>> [(hold.keeps, hold.splits) for hold in hold_rows([400, 9000], 8000)]
        [(True, False), (False, True)]
    """
    if sum(heights) <= room:
        return (*([Hold(keeps=True)] * (len(heights) - 1)), Hold())
    first, *boxes = heights
    # Held to a box, a row that no page holds would begin on a new page nevertheless.
    long = first > room
    return (
        Hold(keeps=bool(boxes) and not long, splits=long),
        *(Hold(splits=not long or height > room) for height in boxes),
    )


def row_height(
    cells: Iterable[tuple[int, Sequence[str]]], lettering: Lettering, measure: Measure
) -> int:
    """About how high a row is, in twentieths of a point.

    Args:
        cells: The width and the paragraphs of each cell.
        lettering: The letters of the cells.
        measure: The lengths of words.
    """
    highest = lettering.line
    for width, paragraphs in cells:
        lines = [lettering.lines(measure.of(text)[0], width) for text in paragraphs]
        highest = max(highest, sum(lines) * lettering.line + len(lines) * lettering.after)
    return highest + _EDGES


def text_height(document: "WordDocument") -> int:
    """The height between the margins, in twentieths of a point.

    Args:
        document: The document.
    """
    section = document.sections[-1]
    sides = (section.page_height, section.top_margin, section.bottom_margin)
    # A negative margin is one that a long header does not move.
    page, top, bottom = (0 if side is None else abs(side.twips) for side in sides)
    return page - top - bottom
