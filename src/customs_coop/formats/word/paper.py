"""The paper of Word files."""

from typing import Final

import attrs

__all__ = ["LANDSCAPE", "PORTRAIT", "TABLE_WIDTH", "PaperSize"]


@attrs.frozen
class PaperSize:
    """The paper of a document, in twentieths of a point.

    Args:
        width: From the left to the right.
        height: From the top to the bottom.
        margin: What stays empty on each side.
    """

    width: int
    height: int
    margin: int

    @property
    def text_width(self) -> int:
        """What the margins leave for text."""
        return self.width - 2 * self.margin


# A4 is 210 by 297 mm; across it holds a table between margins of 15 mm.
LANDSCAPE: Final = PaperSize(16838, 11906, 850)
"""A4 across, for tables."""

PORTRAIT: Final = PaperSize(11906, 16838, 1134)
"""A4 upright, for running text."""

TABLE_WIDTH: Final = LANDSCAPE.text_width
"""The width of a table in a document across, in twentieths of a point."""
