"""The order of actions: which of them moved, and where those stand that did not."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

__all__ = ["StayingPlaces", "moved_places"]


def moved_places(olds: Sequence[int]) -> frozenset[int]:
    """Find the least set of members without which numbers ascend; of several, always the same.

    It takes the longest ascending run by sorting into piles (patience sorting), in n log n steps.

    Args:
        olds: The old positions, all different, in the new order.

    Returns:
        The old positions of those that moved.

    Example:
        >>> sorted(moved_places([3, 0, 1, 2]))
        [3]
    """
    if all(one < other for one, other in pairwise(olds)):
        return frozenset()
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for old in olds:
        pile = bisect_left(tops, old)
        below[old] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [old]
    kept: set[int] = set()
    top: int | None = tops[-1]
    while top is not None:
        kept.add(top)
        top = below[top]
    return frozenset(olds) - kept


class StayingPlaces:
    """The positions that are left when some are taken out.

    Args:
        others: The positions that are taken out.
    """

    def __init__(self, others: Collection[int]) -> None:
        self._others = sorted(others)
        # How many of those left stand before each: ascending, so it can be searched.
        self._before = [place - at for at, place in enumerate(self._others)]

    def number_of(self, place: int) -> int:
        """How many of those left stand before a position."""
        return place - bisect_left(self._others, place)

    def place_of(self, number: int) -> int:
        """The position of the one before which so many others are left."""
        return number + bisect_right(self._before, number)
