"""How each standing looks in a chart: a colour and a pattern of its own, and its words beside it.

The patterns tell standings apart in print and for those who do not see colours. They are drawn as
lines, because Word does not show the pattern fills of SVG everywhere.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from customs_coop.exporters.pictures.lettering import room_for
from customs_coop.exporters.pictures.palette import INK, PAPER
from customs_coop.exporters.pictures.svg import element, group, label, rectangle, stroke
from customs_coop.monitoring import Standing

__all__ = ["STANDING_PAINT", "StandingPaint", "filled", "hatched", "legend", "numbered", "swatch"]

_NUMBER: Final = 9.5
_PITCH: Final = 6.0


@attrs.frozen(kw_only=True)
class StandingPaint:
    """The look of one standing.

    Args:
        ground: The colour of its ground.
        lines: The colour of its edge and of its pattern.
        pattern: "", "rising" or "falling" for slanted lines, "upright", "level", "grid" or "dots".
    """

    ground: str
    lines: str
    pattern: str = ""

    @property
    def is_dark(self) -> bool:
        """Whether words on it are light."""
        return self.ground == self.lines


STANDING_PAINT: Final[Mapping[Standing, StandingPaint]] = {
    Standing.COMPLETED: StandingPaint(ground="#1e4f7a", lines="#1e4f7a"),
    Standing.OBSOLETE: StandingPaint(ground="#e5e7eb", lines="#6b7280", pattern="dots"),
    Standing.DEFERRED: StandingPaint(ground="#f3f4f6", lines="#6b7280", pattern="level"),
    Standing.ONGOING: StandingPaint(ground="#a9cdee", lines="#1d4ed8"),
    Standing.OPEN: StandingPaint(ground="#ffffff", lines="#475569"),
    Standing.WAITING: StandingPaint(ground="#efe7fb", lines="#6d28d9", pattern="grid"),
    Standing.DUE: StandingPaint(ground="#ffe9a8", lines="#8a5a00", pattern="upright"),
    Standing.POSSIBLY_OVERDUE: StandingPaint(ground="#fdeae4", lines="#b4532f", pattern="falling"),
    Standing.OVERDUE: StandingPaint(ground="#f4b6a8", lines="#9f1f10", pattern="rising"),
}
"""The look of each standing; first what is closed, last what is late, as a bar shows them."""


def filled(
    x: float, y: float, size: tuple[float, float], standing: Standing, number: int | None = None
) -> str:
    """Draw a box in the look of a standing.

    Args:
        x: Its left side.
        y: Its upper side.
        size: Its width and its height.
        standing: The standing.
        number: A number that stands in the middle of it, or None.

    Returns:
        Its elements.
    """
    paint = STANDING_PAINT[standing]
    width, height = size
    parts = [
        rectangle(x, y, width, height, fill=paint.ground),
        *_pattern(paint, x, y, width, height),
        rectangle(x, y, width, height, fill="none", stroke=paint.lines, stroke_width=0.8),
    ]
    if number is not None:
        parts += numbered(x + width / 2, y + height / 2, number, paint)
    return "".join(parts)


def hatched(
    x: float, y: float, size: tuple[float, float], *, lines: str, dash: str | None = None
) -> str:
    """Draw a box of slanted lines on white.

    Args:
        x: Its left side.
        y: Its upper side.
        size: Its width and its height.
        lines: The colour of its lines and of its edge.
        dash: The pattern of its edge; None for a whole line.

    Returns:
        Its elements.
    """
    width, height = size
    slants = "".join(_slants(x, y, width, height, rising=True))
    parts = [rectangle(x, y, width, height, fill=PAPER)]
    if slants:
        parts.append(element("path", d=slants, stroke=lines, stroke_width=0.9, fill="none"))
    parts.append(rectangle(x, y, width, height, fill="none", stroke=lines, stroke_dasharray=dash))
    return "".join(parts)


def numbered(x: float, y: float, number: int, paint: StandingPaint) -> Iterator[str]:
    """Write a number on a box, on a plate of its own where a pattern would blur it.

    Args:
        x: The middle of the number.
        y: The middle of the number.
        number: The number.
        paint: The look of the box.

    Yields:
        Its elements.
    """
    text = str(number)
    if paint.pattern:
        room = room_for(text, _NUMBER) + 3
        yield rectangle(x - room / 2, y - 5.5, room, 11, fill=PAPER)
    fill = PAPER if paint.is_dark else INK
    yield label(x, y + 3.5, text, size=_NUMBER, fill=fill, anchor="middle", bold=True)


def _pattern(
    paint: StandingPaint, x: float, y: float, width: float, height: float
) -> Iterator[str]:
    if paint.pattern in ("rising", "falling"):
        lines = "".join(_slants(x, y, width, height, rising=paint.pattern == "rising"))
        if lines:
            yield element("path", d=lines, stroke=paint.lines, stroke_width=1.1, fill="none")
    if paint.pattern in ("upright", "grid") and width > 3:
        # One thick dashed line is as many thin ones, and takes less room in the file.
        yield stroke(
            x + 2, y + height / 2, x + width, y + height / 2, paint.lines, width=height, dash="1 5"
        )
    if paint.pattern in ("level", "grid"):
        for part in (0.25, 0.5, 0.75):
            at = y + height * part
            yield stroke(x, at, x + width, at, paint.lines, width=0.8)
    if paint.pattern == "dots":
        for part in (0.25, 0.75):
            at = y + height * part
            yield stroke(x + 2, at, x + width, at, paint.lines, width=1.6, dash="1.6 4")


def _slants(x: float, y: float, width: float, height: float, *, rising: bool) -> Iterator[str]:
    """Slanted lines across a box, cut at its sides."""
    start = -height + _PITCH / 2
    while start < width:
        left, right = max(start, 0.0), min(start + height, width)
        first, last = left - start, right - start  # how far up the line begins and ends
        if right - left > 0.5:
            up = (y + height - first, y + height - last)
            down = (y + first, y + last)
            begin, end = up if rising else down
            yield f"M{x + left:.1f} {begin:.1f}L{x + right:.1f} {end:.1f}"
        start += _PITCH


def swatch(x: float, y: float, standing: Standing) -> str:
    """Draw the box of a legend.

    Args:
        x: Its left side.
        y: The base line of the words beside it.
        standing: The standing.
    """
    return filled(x, y - 9.5, (22, 12), standing)


def legend(
    entries: Mapping[Standing, str], left: float, y: float, room: float
) -> tuple[list[str], float]:
    """Explain looks in words, in as many lines as there is need of.

    Args:
        entries: The words of each standing that is shown.
        left: Where the lines begin.
        y: The base of the first line.
        room: How long a line may be.

    Returns:
        The elements, and the base of the last line.
    """
    found: list[str] = []
    x = left
    for standing, words in entries.items():
        needed = 28 + room_for(words, 9.5)
        if x > left and x + needed > left + room:
            x, y = left, y + 17
        found.append(group([swatch(x, y, standing), label(x + 28, y, words, size=9.5)]))
        x += needed + 16
    return found, y
