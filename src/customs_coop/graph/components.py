"""Groups of nodes that can all be reached from each other, in linear time."""

from collections.abc import Iterator, Sequence

__all__ = ["circle_through", "strong_components"]


def strong_components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components, each sorted; a node before everything that follows it.

    Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972, with a stack of
    its own, so that a chain of any length can be followed.

    Args:
        successors: For each node, which are the numbers 0, 1, 2 ..., those that come after it.

    Returns:
        The components in an order in which all edges between two of them run forward.

    Example:
        >>> strong_components([[1], [2], [1], [0]])
        [[3], [0], [1, 2]]
    """
    search = _Search(successors)
    for root in range(len(successors)):
        if not search.met[root]:
            search.follow(root)
    return search.found[::-1]


class _Search:
    """One search through a graph, which keeps what it has met."""

    def __init__(self, successors: Sequence[Sequence[int]]) -> None:
        self.successors = successors
        self.met = [0] * len(successors)  # when a node was met, counted from 1
        self.low = [0] * len(successors)  # the earliest open node that can be reached from it
        self.found: list[list[int]] = []
        self._closed = [False] * len(successors)
        self._open: list[int] = []
        self._clock = 0

    def follow(self, root: int) -> None:
        """Find the components of all that can be reached from a node."""
        low, met, closed = self.low, self.met, self._closed
        work = [self._enter(root)]
        while work:
            node, rest = work[-1]
            for other in rest:
                if not met[other]:
                    work.append(self._enter(other))
                    break
                if not closed[other] and met[other] < low[node]:
                    low[node] = met[other]
            else:
                work.pop()
                if low[node] == met[node]:
                    self._close(node)
                else:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])

    def _enter(self, node: int) -> tuple[int, Iterator[int]]:
        self._clock += 1
        self.met[node] = self.low[node] = self._clock
        self._open.append(node)
        return node, iter(self.successors[node])

    def _close(self, node: int) -> None:
        """Take a component off: all that was met since a node that leads to nothing earlier."""
        group: list[int] = []
        while not group or group[-1] != node:
            group.append(self._open.pop())
            self._closed[group[-1]] = True
        self.found.append(sorted(group))


def circle_through(
    start: int, group: Sequence[int], successors: Sequence[Sequence[int]]
) -> list[int]:
    """The shortest way from a node of a component back to itself.

    Args:
        start: The node.
        group: The component.
        successors: For each node those that come after it.

    Returns:
        The nodes on the way, `start` first and once; empty where there is no way back.

    Example:
        >>> circle_through(1, [0, 1, 2], [[1], [2, 0], [0]])
        [1, 0]
    """
    inside = set(group)
    before: dict[int, int] = {}
    waiting = [start]
    for node in waiting:
        for other in successors[node]:
            if other == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if other in inside and other not in before:
                before[other] = node
                waiting.append(other)
    return []
