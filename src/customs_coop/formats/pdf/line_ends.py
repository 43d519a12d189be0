"""What the ends of lines tell: whether a blank is printed there, and how much room was left.

Many programs print the blank at which they broke a line. In their files a line without one ends
a paragraph, or was broken inside of a word that was wider than its cell.
"""

from collections.abc import Iterable

import attrs

from customs_coop.formats.pdf.lines import Line
from customs_coop.formats.word_breaks import PARTED

__all__ = ["BLANK", "LineEnds", "Wrapped", "has_room_for_blank"]

BLANK = 0.4
"""What holds the blank of any font, in shares of the size of the font."""

# Of the lines that go on. What begins with a small letter may be a paragraph of its own, and a
# program that prints no blanks prints none at all.
_SHARE = 0.66
_FEW = 3  # lines that tell more than chance


@attrs.frozen(kw_only=True)
class Wrapped:
    """A line that goes on in the next one, for certain.

    Args:
        line: The line.
        room: How much room is behind it, in points.
    """

    line: Line
    room: float


@attrs.frozen(kw_only=True)
class LineEnds:
    """Whether the blanks at the ends of lines are printed.

    Args:
        printed: Whether they are where there is room for them.
        always: Whether they are even beyond the edge.
        closing: Whether one stands at the end of paragraphs, too, as Word prints it.
    """

    printed: bool = False
    always: bool = False
    closing: bool = False

    @classmethod
    def of(cls, wrapped: Iterable[Wrapped], last: Iterable[Line]) -> "LineEnds":
        """Learn from lines.

        Args:
            wrapped: Lines that go on in the next one.
            last: The last lines of cells.

        Returns:
            What they tell; a few lines tell nothing.

        Example:
            >>> from customs_coop.formats.pdf.lines import Words
            >>> words = (Words(text="the", x0=0, x1=18),)
            >>> line = Line(parts=words, top=0, bottom=10, size=10, first=18, page=1, blank=True)
            >>> LineEnds.of([Wrapped(line=line, room=9.0)] * 3, [])
            LineEnds(printed=True, always=False, closing=False)
        """
        wide: list[bool] = []
        tight: list[bool] = []
        for one in wrapped:
            if one.line.blank is not None and not PARTED.search(one.line.text[-2:]):
                held = wide if has_room_for_blank(one.line, one.room) else tight
                held.append(one.line.blank)
        always = _are_blanks(tight)
        printed = always or _are_blanks(wide)
        ends = [line.blank for line in last if line.blank is not None]
        return cls(
            printed=printed,
            always=always,
            closing=printed and _are_blanks(ends),
        )

    def goes_on(self, line: Line) -> bool:
        """Whether a line has a blank as only lines that go on have it here."""
        return self.printed and not self.closing and line.blank is True

    def is_last(self, line: Line, room: float) -> bool:
        """Whether a line has no blank where one would be printed if the line went on.

        Args:
            line: The line.
            room: How much room is behind it, in points.
        """
        if not self.printed or line.blank is not False or PARTED.search(line.text[-2:]):
            return False
        return self.always or has_room_for_blank(line, room)


def has_room_for_blank(line: Line, room: float) -> bool:
    """Whether a blank finds room behind a line."""
    return room > BLANK * line.size


def _are_blanks(ends: list[bool]) -> bool:
    return len(ends) >= _FEW and sum(ends) >= _SHARE * len(ends)
