"""What comes first: prerequisites, dependents, circles, and waves of work."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.building import collected
from customs_coop.graph.components import circle_through, strong_components
from customs_coop.graph.finding import find_node
from customs_coop.graph.nodes import Node, hands_on, label_of, place_of
from customs_coop.graph.resolution import Resolution, resolve
from customs_coop.graph.steps import ORDER, WAITING, Step, step_between
from customs_coop.graph.tables import check_graph, is_among, predecessors_of, successors_of
from customs_coop.model import ActionPlan, Dossier, LinkKind

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "ORDER",
    "WAITING",
    "Cycle",
    "Wave",
    "cycles",
    "dependents",
    "is_cyclic",
    "prerequisites",
    "waves",
]


@attrs.frozen(kw_only=True)
class Cycle:
    """Things of which each one waits for the next, so that none can come first.

    Args:
        nodes: A shortest circle, from the earlier to the later; the last comes before the first.
        steps: Its edges with the sentences that state them, in the same order.
        members: All that is caught in the same knot, in the order of the graph.
    """

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    members: tuple[Node, ...]

    def __str__(self) -> str:
        names = " -> ".join(map(label_of, (*self.nodes, self.nodes[0])))
        return "\n".join([names, *(f"  {step}" for step in self.steps)])


@attrs.frozen(kw_only=True)
class Wave:
    """Things that can begin together, once the waves before are done.

    Args:
        nodes: The things, in the order of the graph.
        cyclic: Those of them that wait for each other in a circle, so that nobody can say which
            comes first; `cycles` tells why.
    """

    nodes: tuple[Node, ...]
    cyclic: tuple[Node, ...] = ()

    def __str__(self) -> str:
        told = f" (in a circle: {', '.join(map(label_of, self.cyclic))})" if self.cyclic else ""
        return ", ".join(map(label_of, self.nodes)) + told


def prerequisites(
    graph: "nx.MultiDiGraph[Node]", node: Node | str, *, kinds: Iterable[LinkKind] = WAITING
) -> tuple[Node, ...]:
    """Everything for which a thing waits, directly or not.

    Nothing waits through a party or an open citation, for these only have a name in common.

    Args:
        graph: What `dependency_graph` gave.
        node: The thing, or its label such as "AP5/5.10".
        kinds: The kinds of links that count; `ORDER` has what is only cited, too.

    Returns:
        What it rests on: the nearest first, and at the same distance in the order of the graph.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> [str(one) for one in prerequisites(dependency_graph(bundled_dossier()), "AP1/2.2")]
        ['AP1/2.1', 'EXPERTS-GROUP']
    """
    return _reached(graph, find_node(graph, node), kinds, back=True)


def dependents(
    graph: "nx.MultiDiGraph[Node]", node: Node | str, *, kinds: Iterable[LinkKind] = WAITING
) -> tuple[Node, ...]:
    """Everything that waits for a thing, directly or not: what a delay would reach.

    Nothing waits through a party or an open citation, for these only have a name in common.

    Args:
        graph: What `dependency_graph` gave.
        node: The thing, or its label such as "AP5/5.10".
        kinds: The kinds of links that count; `ORDER` has what is only cited, too.

    Returns:
        What rests on it: the nearest first, and at the same distance in the order of the graph.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> [str(one) for one in dependents(dependency_graph(bundled_dossier()), "AP3/3.16")]
        ['AP5/5.10', '6026/1/10', '6026/1/10 REV 1']
    """
    return _reached(graph, find_node(graph, node), kinds, back=False)


def cycles(
    graph: "nx.MultiDiGraph[Node]", *, kinds: Iterable[LinkKind] = ORDER
) -> tuple[Cycle, ...]:
    """What waits for itself: each knot told as one circle, with the sentences that made it.

    A knot is a strongly connected component. It may hold more circles than anybody can read, so
    one is told: the shortest through the member that comes first in the graph. No circle leads
    through a party or an open citation.

    Args:
        graph: What `dependency_graph` gave.
        kinds: The kinds of links that count; `WAITING` leaves out what is only cited.

    Returns:
        The circles, in the order of the graph; none where work can be put in order.

    Example:
        >>> from customs_coop.graph import dependency_graph
        >>> from customs_coop.model import Action, ActionRef, Link
        >>> def waits(code, other):
        ...     link = Link(kind="awaits", target=ActionRef("P", other), text=f"after {other}")
        ...     return Action(code=code, title="", links=[link])
        >>> plan = ActionPlan(id="P", title="", actions=[waits("1", "2"), waits("2", "1")])
        >>> print(cycles(dependency_graph(plan))[0])
        P/1 -> P/2 -> P/1
          P/1 -> P/2 (awaits): "after 1"
          P/2 -> P/1 (awaits): "after 2"
    """
    check_graph(graph)
    wanted = frozenset(kinds)
    nodes, successors, _ = _ordered(graph, wanted)
    found = []
    for group in strong_components(successors):
        way = circle_through(group[0], group, successors)
        if way:
            members = tuple([nodes[number] for number in group])
            found.append((group[0], tuple([nodes[number] for number in way]), members))
    return tuple(
        Cycle(
            nodes=circle,
            steps=tuple(
                [
                    step_between(graph, one, other, kinds=wanted)
                    for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)
                ]
            ),
            members=members,
        )
        for _, circle, members in sorted(found, key=lambda one: one[0])
    )


def is_cyclic(subject: Dossier | ActionPlan, *, kinds: Iterable[LinkKind] = ORDER) -> bool:
    """Whether anything in a dossier waits for itself; quicker than to make the graph and look.

    Args:
        subject: A dossier or a bare plan.
        kinds: The kinds of links that count.

    Example:
        >>> is_cyclic(ActionPlan(id="P", title=""))
        False
    """
    return has_circle(resolve(subject), kinds)


def has_circle(meant: Resolution, kinds: Iterable[LinkKind]) -> bool:
    """The same as `is_cyclic`, where it is known what the links mean."""
    found, _ = collected(meant)
    return any(len(group) > 1 for group in strong_components(found.successors(frozenset(kinds))))


def waves(
    graph: "nx.MultiDiGraph[Node]",
    nodes: Iterable[Node | str] | None = None,
    *,
    kinds: Iterable[LinkKind] = WAITING,
) -> tuple[Wave, ...]:
    """Which things can begin together: each wave waits for something in the wave before it.

    What lies between, such as a report on which an action waits and that another one completes,
    carries the order on and stands in no wave itself. A party or an open citation carries none
    on: where it is to be put in order, it comes after what leads to it.

    Args:
        graph: What `dependency_graph` gave.
        nodes: The things that are to be put in order; all actions where none are given.
        kinds: The kinds of links that count; for what is only cited nothing waits.

    Returns:
        The waves; together they hold each of the things once. What waits for itself comes in
        one wave and is told in `Wave.cyclic`.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.
        TypeError: A single text stands for the things.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> graph = dependency_graph(bundled_dossier())
        >>> for wave in waves(graph, ["AP1/2.1", "AP1/2.2", "AP1/2.3"]):
        ...     print(wave)
        AP1/2.1, AP1/2.3
        AP1/2.2
    """
    check_graph(graph)
    if isinstance(nodes, str):
        raise TypeError(f"several things are wanted, such as [{nodes!r}], not {nodes!r}")
    if nodes is None:
        wanted = {node for node, about in graph.nodes(data=True) if about["kind"] == "action"}
    else:
        wanted = {find_node(graph, node) for node in nodes}
    order, successors, ends = _ordered(graph, kinds)
    chosen = [node in wanted for node in order]
    begins = [0] * len(order)  # the wave in which a node can begin
    follows = [0] * len(order)  # the wave in which what waits for it can begin
    placed: dict[int, list[int]] = {}
    cyclic: dict[int, list[int]] = {}
    for group in strong_components(successors):
        begin = max([begins[number] for number in group])
        picked = [number for number in group if chosen[number]]
        if picked and group[0] not in ends:
            placed.setdefault(begin, []).extend(picked)
            if len(group) > 1:
                cyclic.setdefault(begin, []).extend(picked)
        after = begin + bool(picked)
        for number in group:
            begins[number] = begin
            follows[number] = after
            for other in successors[number]:
                begins[other] = max(begins[other], after)
    for number, before in ends.items():
        if chosen[number]:
            begin = max((follows[other] for other in before), default=0)
            placed.setdefault(begin, []).append(number)
    return tuple(
        Wave(
            nodes=tuple([order[number] for number in sorted(placed[begin])]),
            cyclic=tuple([order[number] for number in sorted(cyclic.get(begin, ()))]),
        )
        for begin in sorted(placed)
    )


def _ordered(
    graph: "nx.MultiDiGraph[Node]", kinds: Iterable[LinkKind]
) -> tuple[list[Node], list[list[int]], dict[int, list[int]]]:
    """The nodes in their order, for each those that come after it, and the ends of order.

    An end, such as a party, comes after nothing in the first table, so that no order passes
    through it; the second one has what leads to it.
    """
    nodes = list(graph)
    numbers = {node: number for number, node in enumerate(nodes)}
    words = {kind.value for kind in kinds}
    ends: dict[int, list[int]] = {
        number: [] for number, node in enumerate(nodes) if not hands_on(node)
    }
    successors: list[list[int]] = []
    for number, others in enumerate(successors_of(graph).values()):
        after = [numbers[other] for other, edges in others.items() if is_among(edges, words)]
        if ends:
            for other in after:
                if other in ends:
                    ends[other].append(number)
            after = [other for other in after if other not in ends]
        successors.append(after)
    return nodes, successors, ends


def _reached(
    graph: "nx.MultiDiGraph[Node]", start: Node, kinds: Iterable[LinkKind], *, back: bool
) -> tuple[Node, ...]:
    table = predecessors_of(graph) if back else successors_of(graph)
    words = {kind.value for kind in kinds}
    depths = {start: 0}
    level = [start]
    depth = 0
    while level:
        depth += 1
        nearer, level = level, []
        for node in nearer:
            for other, edges in table[node].items():
                if other not in depths and is_among(edges, words):
                    depths[other] = depth
                    if hands_on(other):
                        level.append(other)
    del depths[start]
    return tuple(_by_depth(graph, depths, depth))


def _by_depth(graph: "nx.MultiDiGraph[Node]", depths: dict[Node, int], deepest: int) -> list[Node]:
    """Nodes by their depth, then by their place in the graph."""
    if len(depths) * 8 < len(graph):
        return sorted(depths, key=lambda node: (depths[node], place_of(node)))
    levels: list[list[Node]] = [[] for _ in range(deepest + 1)]
    for node in graph:
        depth = depths.get(node)
        if depth is not None:
            levels[depth].append(node)
    return [node for level in levels for node in level]
