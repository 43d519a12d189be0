"""What stands on a page: characters and rulings, measured from its top left corner in points."""

import attrs

__all__ = ["Glyph", "PageMarks", "Ruling"]


@attrs.frozen
class Glyph:
    """One character, or the few that a ligature stands for.

    Args:
        text: What it says.
        x0: Its left edge.
        x1: Its right edge.
        top: Its upper edge.
        bottom: Its lower edge.
        size: The size of its font.
        bold: Whether its font is a bold one.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@attrs.frozen
class Ruling:
    """One line that runs across or down a page; `start` and `end` lie along it.

    Args:
        at: Its height if it runs across, else its distance from the left edge.
        start: Where it begins.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


@attrs.frozen(kw_only=True)
class PageMarks:
    """What one page shows.

    Args:
        number: The number of the page, from 1.
        width: Its width as it is read.
        height: Its height.
        glyphs: Its characters.
        across: The rulings from left to right.
        down: The rulings from top to bottom.
        pictures: How many pictures it has.
        unread: How many characters have no meaning that the file would tell.
        turned: How many characters run in another direction than the page.
        outside: How many characters lie outside of the page.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()
    pictures: int = 0
    unread: int = 0
    turned: int = 0
    outside: int = 0
