"""The order of a merged plan: of two actions, whoever turned their order is followed.

Each author leaves any two actions in the order of the base or turns it, so two authors can never
disagree on a pair. They can on three: who puts the first behind the second, and who puts the
second behind the third, may not both be followed. Then the order of the base stays among the
actions concerned. An action that several moved to unlike places stays where the base has it:
otherwise whoever moved it farthest would be followed without a word.
"""

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from customs_coop.comparison.order import moved_places
from customs_coop.model import Code

__all__ = ["NewKey", "Order", "joined_order", "joined_runs", "put_back"]

NewKey: TypeAlias = tuple[Code, int]
"""A new action: its code, and how many new ones of that code stand before it."""

# Pairs that are looked at; above it, orders that differ are one conflict as a whole.
_MOST_PAIRS: Final = 4_000_000


@attrs.frozen
class Order:
    """The order of the actions that stay.

    Args:
        positions: Their positions in the base, in the merged order.
        moved: What each author moved, as positions in the base.
        circles: The positions in the base of those whose order is in conflict, in groups.
        disputed: Those that several moved to unlike places, with the authors who did.
    """

    positions: tuple[int, ...]
    moved: Mapping[str, Collection[int]]
    circles: tuple[tuple[int, ...], ...] = ()
    disputed: Mapping[int, tuple[str, ...]] = attrs.Factory(dict)


def joined_order(stay: Sequence[int], orders: Mapping[str, Sequence[int]]) -> Order:
    """Join the orders of several authors.

    Args:
        stay: The positions in the base of the actions that stay, ascending.
        orders: The same, in the order of each author; an author may lack some.

    Returns:
        The order of all that stay.
    """
    moved = {author: moved_places(order) for author, order in orders.items()}
    disputed = _disputed(stay, orders, moved)
    if disputed:
        orders = {
            author: put_back(stay, order, moved[author], moved[author] & disputed.keys())
            for author, order in orders.items()
        }
        moved = {author: moved_places(order) for author, order in orders.items()}
    return attrs.evolve(_joined(stay, orders, moved), disputed=disputed)


def _joined(
    stay: Sequence[int],
    orders: Mapping[str, Sequence[int]],
    moved: Mapping[str, Collection[int]],
) -> Order:
    turned = [tuple(orders[author]) for author in orders if moved[author]]
    if not turned:
        return Order(tuple(stay), moved)
    if len(turned[0]) == len(stay) and all(order == turned[0] for order in turned):
        return Order(turned[0], moved)
    if sum(len(some) for some in moved.values()) * len(stay) > _MOST_PAIRS:
        return Order(tuple(stay), moved, (tuple(stay),))
    scores = {position: rank for rank, position in enumerate(stay)}
    for earlier, later in _turned_pairs(orders, moved):
        scores[earlier] += 1
        scores[later] -= 1
    ranked = sorted(stay, key=lambda position: (scores[position], position))
    positions: list[int] = []
    circles: list[tuple[int, ...]] = []
    for group in _groups(ranked, scores):
        positions += sorted(group)
        if len(group) > 1:
            circles.append(tuple(sorted(group)))
    return Order(tuple(positions), moved, tuple(circles))


def _disputed(
    stay: Sequence[int],
    orders: Mapping[str, Sequence[int]],
    moved: Mapping[str, Collection[int]],
) -> dict[int, tuple[str, ...]]:
    """What several moved to unlike places, seen from the actions that nobody moved."""
    movers: dict[int, list[str]] = {}
    for author in orders:
        for position in moved[author]:
            movers.setdefault(position, []).append(author)
    several = {position for position, authors in movers.items() if len(authors) > 1}
    if not several:
        return {}
    fixed = set(stay).difference(movers)
    places: dict[int, set[int]] = {position: set() for position in several}
    for order in orders.values():
        fixed.intersection_update(order)
    for author, order in orders.items():
        before = 0
        for position in order:
            if position in fixed:
                before += 1
            elif position in several and position in moved[author]:
                places[position].add(before)
    return {at: tuple(movers[at]) for at in sorted(several) if len(places[at]) > 1}


def put_back(
    stay: Sequence[int], order: Sequence[int], moved: Collection[int], back: Collection[int]
) -> list[int]:
    """An author's order in which some of what was moved follows what it follows in the base."""
    present = set(order)
    behind: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for position in stay:
        if position in back:
            behind.setdefault(anchor, []).append(position)
        elif position in present and position not in moved:
            anchor = position
    joined = behind.get(None, [])
    for position in order:
        if position not in back:
            joined.append(position)
            joined += behind.get(position, ())
    return joined


def _turned_pairs(
    orders: Mapping[str, Sequence[int]], moved: Mapping[str, Collection[int]]
) -> set[tuple[int, int]]:
    """The pairs, as they stand in the base, whose order somebody turned."""
    pairs: set[tuple[int, int]] = set()
    for author, order in orders.items():
        places = {position: place for place, position in enumerate(order)}
        # Of two actions that did not move, the order is that of the base.
        for one in moved[author]:
            for other, place in places.items():
                if (one < other) != (places[one] < place):
                    pairs.add((min(one, other), max(one, other)))
    return pairs


def _groups(ranked: Sequence[int], scores: Mapping[int, int]) -> Iterator[list[int]]:
    """Those that cannot be put in order, together; all others alone.

    The scores count how many come before each. Where all is in order they are 0, 1, 2 and so
    on; the first k stand apart from the rest exactly where their scores add up to k(k-1)/2.
    """
    group: list[int] = []
    total = 0
    for count, position in enumerate(ranked, start=1):
        group.append(position)
        total += scores[position]
        if total == count * (count - 1) // 2:
            yield group
            group = []


def joined_runs(runs: Sequence[Sequence[NewKey]]) -> tuple[list[NewKey], tuple[NewKey, ...]]:
    """Join runs of new actions that go to one place; each comes once.

    Every author's order is kept, and where it leaves a choice, the lowest code goes first.

    Args:
        runs: For each author the new actions in order.

    Returns:
        The new actions in the joined order, and the last of them for which no order follows
        all authors; these stand by their codes.

    Example:
        >>> a, b, c = (Code("1.1"), 0), (Code("1.2"), 0), (Code("1.3"), 0)
        >>> joined_runs([[b], [c, a]]) == ([b, c, a], ())
        True
        >>> joined_runs([[a, b], [b, a]]) == ([a, b], (a, b))
        True
    """
    after: dict[NewKey, list[NewKey]] = {}
    left: dict[NewKey, int] = {}
    for run in runs:
        for key in run:
            left.setdefault(key, 0)
        for one, other in pairwise(run):
            after.setdefault(one, []).append(other)
            left[other] += 1
    ready = [key for key, waits in left.items() if waits == 0]
    heapq.heapify(ready)
    joined: list[NewKey] = []
    while ready:
        key = heapq.heappop(ready)
        del left[key]
        joined.append(key)
        for other in after.get(key, ()):
            left[other] -= 1
            if left[other] == 0:
                heapq.heappush(ready, other)
    circle = sorted(left)
    return joined + circle, tuple(circle)
