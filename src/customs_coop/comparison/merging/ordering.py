"""The order of a merged plan, when it is known who is followed where wishes are in conflict.

What is in no conflict stands as its authors want it, whoever is followed elsewhere. A circle is
in the order of one author or of the base, and what is in dispute goes where one author or the base
has it. No further conflict can come of that: so all of them are told at once.
"""

import heapq
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from customs_coop.comparison.merging.wishes import Wishes, least_wrong_place
from customs_coop.model import Code

__all__ = ["NewKey", "Order", "joined_order", "joined_runs"]

NewKey: TypeAlias = tuple[Code, int]
"""A new action: its code, and how many new ones of that code stand before it."""


@attrs.frozen(kw_only=True)
class Order:
    """The order of the actions that stay.

    Args:
        positions: Their positions in the base, in the merged order.
        wishes: What the authors want.
        followed: Of what each author moved, that which is not put back.
    """

    positions: tuple[int, ...]
    wishes: Wishes
    followed: Mapping[str, frozenset[int]]

    def movers(self, position: int) -> tuple[str, ...]:
        """The authors to whom it is due that an action moved."""
        wishes = self.wishes
        moved = self.followed if position in wishes.disputed else wishes.moved
        found = tuple(author for author in moved if position in moved[author])
        # Where edits are joined, one may have to move that nobody moved alone.
        return found or tuple(author for author in moved if wishes.moved[author])

    def common_anchors(self, author: str) -> frozenset[int]:
        """What a new action may follow that others have, too: the same, whoever is preferred.

        What somebody else moved would take the new one along, and what is in conflict may be put
        back.
        """
        wishes = self.wishes
        moved: set[int] = set().union(*wishes.moved.values())
        moved -= wishes.moved[author]
        moved.update(wishes.disputed)
        for circle in wishes.circles:
            moved.update(wishes.moved[author].intersection(circle))
        return frozenset(self.positions) - moved

    def own_anchors(self, author: str) -> frozenset[int]:
        """What a new action may follow that no other author has: what is where this one has it."""
        moved: set[int] = set().union(*self.followed.values(), self.wishes.moved[author])
        return frozenset(self.positions) - (moved - self.followed[author])


def joined_order(
    wishes: Wishes,
    takers: Mapping[int, str],
    leaders: Mapping[tuple[int, ...], str],
) -> Order:
    """Join the orders of several authors.

    Args:
        wishes: What the authors want.
        takers: Who is followed in what is in dispute; where nobody is, it stays.
        leaders: Who is followed in a circle; where nobody is, the order of the base stays.

    Returns:
        The order of all that stay.

    Example:
        >>> from customs_coop.comparison.merging.wishes import read_wishes
        >>> wishes = read_wishes(range(4), {"DE": [1, 2, 0, 3], "FR": [1, 2, 3, 0]})
        >>> wishes.disputed
        {0: ('DE', 'FR')}
        >>> joined_order(wishes, {}, {}).positions
        (0, 1, 2, 3)
        >>> joined_order(wishes, {0: "DE"}, {}).positions
        (1, 2, 0, 3)
    """
    back: dict[str, set[int]] = {author: set() for author in wishes.moved}
    for position, authors in wishes.disputed.items():
        for author in authors:
            if author != takers.get(position):
                back[author].add(position)
    joined: list[int] = []
    for group in wishes.groups:
        leader = leaders.get(group)
        joined += group if leader is None else sorted(group, key=wishes.places[leader].__getitem__)
        if len(group) > 1:
            for author, some in back.items():
                if author != leader:
                    some.update(wishes.moved[author].intersection(group))
    if wishes.disputed:
        joined = _with_disputed(joined, wishes, takers, back)
    followed = {author: moved - back[author] for author, moved in wishes.moved.items()}
    return Order(positions=tuple(joined), wishes=wishes, followed=followed)


def _with_disputed(
    joined: Sequence[int],
    wishes: Wishes,
    takers: Mapping[int, str],
    put_back: Mapping[str, Collection[int]],
) -> list[int]:
    """Put what is in dispute between the same unmoved neighbours as whoever is followed."""
    # Each run begins with what nobody moved. It is never wrong to be behind that one.
    runs: list[list[int]] = [[]]
    numbers: dict[int, int] = {}
    for position in joined:
        if position in wishes.fixed:
            numbers[position] = len(runs)
            runs.append([position])
        else:
            runs[-1].append(position)
    for source in (None, *wishes.moved):
        run = runs[0]
        for position in wishes.order(source):
            if position in wishes.fixed:
                run = runs[numbers[position]]
            elif position in wishes.disputed and takers.get(position) == source:
                is_behind = _behind(position, wishes, put_back)
                run.insert(least_wrong_place(run, is_behind), position)
    return [position for run in runs for position in run]


def _behind(
    position: int, wishes: Wishes, put_back: Mapping[str, Collection[int]]
) -> Callable[[int], bool]:
    """Whether an action is behind others, by the authors of whom neither of both is put back."""
    authors = [author for author, some in put_back.items() if position not in some]

    def is_behind(other: int) -> bool:
        is_turned = any(
            other not in put_back[author] and wishes.turns(author, position, other)
            for author in authors
        )
        return (other < position) != is_turned

    return is_behind


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
