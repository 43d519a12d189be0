"""What the authors want the order of a plan to be, and where they cannot all be followed.

Each author leaves any two actions in the order of the base or turns it, so two authors can never
disagree on a pair, and whoever turned it is followed. They can on three: who puts the first
behind the second, and who puts the second behind the third, may not both be followed. Such a
circle is a conflict. So is an action that several moved to unlike places: otherwise whoever moved
it farthest would be followed without a word.

Nothing here depends on whom anybody prefers. What is in dispute is left out before circles are
looked for, so that the circles are the same whoever is followed in a dispute, and the disputes
are the same whoever is followed in a circle.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.comparison.order import moved_places

__all__ = ["Wishes", "least_wrong_place", "read_wishes"]

# Pairs that are looked at; above it, orders that differ are one conflict as a whole.
_MOST_PAIRS: Final = 4_000_000


@attrs.frozen(kw_only=True)
class Wishes:
    """The orders that authors want. Actions are named by their positions in the base.

    Args:
        stay: The actions that stay, ascending.
        places: For each author the place of every one of them in the author's order.
        moved: What each author moved.
        fixed: What nobody moved and nobody lacks.
        disputed: What several moved to unlike places, with the authors who did.
        groups: All that is not in dispute, in the order that follows everybody; those of a group
            stand one behind another, and in a group of more than one no order follows everybody.
    """

    stay: tuple[int, ...]
    places: Mapping[str, Mapping[int, int]]
    moved: Mapping[str, frozenset[int]]
    fixed: frozenset[int]
    disputed: Mapping[int, tuple[str, ...]]
    groups: tuple[tuple[int, ...], ...]

    @property
    def circles(self) -> tuple[tuple[int, ...], ...]:
        """The groups in which no order follows everybody, each in the order of the base."""
        return tuple(group for group in self.groups if len(group) > 1)

    def order(self, author: str | None) -> list[int]:
        """All that stay in the order of an author; of None, in that of the base."""
        if author is None:
            return list(self.stay)
        return sorted(self.stay, key=self.places[author].__getitem__)

    def turns(self, author: str, one: int, other: int) -> bool:
        """Whether an author has two actions the other way round than the base."""
        places = self.places[author]
        return (one < other) != (places[one] < places[other])


def read_wishes(stay: Sequence[int], orders: Mapping[str, Sequence[int]]) -> Wishes:
    """Read what authors want from their orders.

    Args:
        stay: The positions in the base of the actions that stay, ascending.
        orders: The same, in the order of each author; an author may lack some.

    Returns:
        The wishes, and where they are in conflict.
    """
    moved = {author: moved_places(order) for author, order in orders.items()}
    whole = {author: _completed(stay, orders[author], moved[author]) for author in orders}
    movers: dict[int, list[str]] = {}
    for author, positions in moved.items():
        for position in positions:
            movers.setdefault(position, []).append(author)
    fixed = set(stay).difference(movers)
    for order in orders.values():
        fixed.intersection_update(order)
    disputed: dict[int, tuple[str, ...]] = {}
    groups: list[tuple[int, ...]]
    turned = [whole[author] for author in orders if moved[author]]
    if all(order == turned[0] for order in turned):
        groups = [(position,) for position in (turned[0] if turned else stay)]
    elif sum(len(some) for some in moved.values()) * len(stay) > _MOST_PAIRS:
        groups = [tuple(stay)]
    else:
        disputed = _disputed(whole, movers, fixed)
        rest = [position for position in stay if position not in disputed]
        groups = list(_groups(rest, whole, moved))
    return Wishes(
        stay=tuple(stay),
        places={
            author: {position: place for place, position in enumerate(order)}
            for author, order in whole.items()
        },
        moved=moved,
        fixed=frozenset(fixed),
        disputed=disputed,
        groups=tuple(groups),
    )


def least_wrong_place(others: Sequence[int], is_behind: Callable[[int], bool]) -> int:
    """Where one more has to be put so that it is on the wrong side of the fewest others.

    Example:
        >>> least_wrong_place([5, 2, 7], lambda other: other < 6)
        2
    """
    behind = [is_behind(other) for other in others]
    wrong = fewest = sum(behind)
    found = 0
    for place, is_before_it in enumerate(behind, start=1):
        wrong += -1 if is_before_it else 1
        if wrong < fewest:
            fewest, found = wrong, place
    return found


def _completed(stay: Sequence[int], order: Sequence[int], moved: frozenset[int]) -> list[int]:
    """An author's order with what the author lacks between its neighbours of the base."""
    missing = sorted(set(stay).difference(order))
    if not missing:
        return list(order)
    firm = [position for position in order if position not in moved]
    # What follows each of those that did not move, and, first, what comes before all of them.
    runs: list[list[int]] = [[]]
    for position in order:
        if position in moved:
            runs[-1].append(position)
        else:
            runs.append([position])
    gaps: dict[tuple[int, int], list[int]] = {}
    for lost in missing:
        number = bisect_left(firm, lost)
        place = least_wrong_place(runs[number], lost.__gt__)
        gaps.setdefault((number, place), []).append(lost)
    whole: list[int] = []
    for number, run in enumerate(runs):
        for place, position in enumerate(run):
            whole += (*gaps.get((number, place), ()), position)
        whole += gaps.get((number, len(run)), ())
    return whole


def _disputed(
    orders: Mapping[str, Sequence[int]], movers: Mapping[int, Sequence[str]], fixed: set[int]
) -> dict[int, tuple[str, ...]]:
    """What several moved to unlike places, seen from the actions that nobody moved."""
    several = {position for position, authors in movers.items() if len(authors) > 1}
    places: dict[int, set[int]] = {position: set() for position in several}
    for author, order in orders.items():
        before = 0
        for position in order:
            if position in fixed:
                before += 1
            elif position in several and author in movers[position]:
                places[position].add(before)
    return {at: tuple(movers[at]) for at in sorted(several) if len(places[at]) > 1}


def _groups(
    rest: Sequence[int], orders: Mapping[str, Sequence[int]], moved: Mapping[str, frozenset[int]]
) -> Iterator[tuple[int, ...]]:
    """Those that cannot be put in order, together; all others alone.

    The scores count how many come before each. Where all is in order they are 0, 1, 2 and so
    on; the first k stand apart from the rest exactly where their scores add up to k(k-1)/2.
    """
    scores = _scores(rest, orders, moved)
    group: list[int] = []
    total = 0
    ranked = sorted(rest, key=lambda position: (scores[position], position))
    for count, position in enumerate(ranked, start=1):
        group.append(position)
        total += scores[position]
        if total == count * (count - 1) // 2:
            yield tuple(sorted(group))
            group = []


def _scores(
    rest: Sequence[int], orders: Mapping[str, Sequence[int]], moved: Mapping[str, frozenset[int]]
) -> dict[int, int]:
    """How many come before each, where whoever turned two of them is followed."""
    scores = {position: rank for rank, position in enumerate(rest)}
    wanted = [
        (
            {position: place for place, position in enumerate(order) if position in scores},
            moved[author].intersection(scores),
        )
        for author, order in orders.items()
        if moved[author]
    ]
    movers = {position for _, some in wanted for position in some}
    for one in movers:
        turned: set[int] = set()
        for places, some in wanted:
            here = places[one]
            # Of two actions that an author did not move, the order is that of the base.
            others = places if one in some else some
            turned.update(other for other in others if (one < other) != (here < places[other]))
        for other in turned:
            later = 1 if one < other else -1
            scores[one] += later
            if other not in movers:
                scores[other] -= later
    return scores
