"""Where words of a chart stand, so that none lies on others."""

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from customs_coop.exporters.pictures.lettering import room_for

__all__ = ["Placing", "Spot", "box_of"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@attrs.frozen
class Spot:
    """Where words may stand.

    Args:
        x: The place of their anchor.
        y: Their base line.
        anchor: What of them stands at `x`: "start", "middle" or "end".
    """

    x: float
    y: float
    anchor: str = "start"


def box_of(words: str, spot: Spot, size: float, *, bold: bool = False) -> Box:
    """The room that words take, by the estimate of their width.

    Args:
        words: The words.
        spot: Where they stand.
        size: The size of the type.
        bold: Whether they are bold.
    """
    room = room_for(words, size) * (1.06 if bold else 1)
    left = spot.x - {"end": room, "middle": room / 2}.get(spot.anchor, 0.0)
    return left, spot.y - 0.78 * size, left + room, spot.y + 0.22 * size


@attrs.define
class Placing:
    """The words that stand in a chart already, and the lines that they had better not cross."""

    _words: list[Box] = attrs.field(factory=list)
    _lines: list[Box] = attrs.field(factory=list)

    def line(self, left: float, right: float, y: float) -> None:
        """Tell of a line across the chart.

        Args:
            left: Where it begins.
            right: Where it ends.
            y: Where it stands.
        """
        self._lines.append((left, y - 0.5, right, y + 0.5))

    def fixed(self, words: str, spot: Spot, size: float) -> None:
        """Tell of words that stand where they have to.

        Args:
            words: The words.
            spot: Where they stand.
            size: The size of the type.
        """
        self._words.append(box_of(words, spot, size))

    def place(
        self, words: str, spots: Iterable[Spot], size: float, *, bold: bool = False
    ) -> Spot | None:
        """Find the first spot that is free, at best one that no line crosses.

        Args:
            words: The words.
            spots: The spots, the best one first.
            size: The size of the type.
            bold: Whether the words are bold.

        Returns:
            The spot, which is taken now; None where each of them lies on other words.
        """
        found = [(spot, box_of(words, spot, size, bold=bold)) for spot in spots]
        free = [pair for pair in found if not _meets(pair[1], self._words)]
        clear = [pair for pair in free if not _meets(pair[1], self._lines)]
        for spot, box in (clear or free)[:1]:
            self._words.append(box)
            return spot
        return None


def _meets(box: Box, others: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    return any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in others
    )
