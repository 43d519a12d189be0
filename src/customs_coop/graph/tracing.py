"""Where a thing comes from, what waits for it, and why one thing rests on another."""

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.finding import find_node
from customs_coop.graph.nodes import Node, NodeKind, hands_on, kind_of, label_of, place_of
from customs_coop.graph.ordering import dependents
from customs_coop.graph.steps import ORDER, WAITING, Step, indent_of, step_between, step_of
from customs_coop.graph.tables import is_among, predecessors_of, successors_of
from customs_coop.model import LinkKind

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Impact", "Lineage", "impact", "lineage", "why"]

# What hands work on; plans, parties and events stand around it.
_CARRIERS = frozenset(("action", "recommendation", "document"))
_ORDER = frozenset(kind.value for kind in ORDER)


# A recommendation has no title, and its text may be long.
_LONGEST_TITLE = 80


@attrs.frozen(kw_only=True)
class Lineage:
    """What a thing comes from, across all plans.

    Printed, it is a tree: below each thing what it comes from, with the words that say so, and
    where a thing has a title, with that.

    Args:
        node: The thing.
        sources: The actions that it comes from, the nearest first.
        steps: The edges on the way, from the thing backwards; `depth` counts from it.
        titles: The titles, or the texts, of all of these that have one.

    Example:
        >>> from customs_coop.graph import dependency_graph
        >>> from customs_coop.model import Action, ActionPlan, ActionRef, Link
        >>> link = Link(kind="awaits", target=ActionRef("P", "2"), text="after action 2")
        >>> actions = [Action(code="1", title="Swim", links=[link]), Action(code="2", title="Dive")]
        >>> graph = dependency_graph(ActionPlan(id="P", title="", actions=actions))
        >>> print(lineage(graph, "P/1"))
        P/1  Swim
          P/2  Dive (awaits): "after action 2"
    """

    node: Node
    sources: tuple[Node, ...]
    steps: tuple[Step, ...]
    titles: tuple[tuple[Node, str], ...] = ()

    def __str__(self) -> str:
        below: dict[Node, list[Step]] = {}
        for step in self.steps:
            below.setdefault(step.later, []).append(step)
        titles = {node: f"  {_shortened(title)}" for node, title in self.titles}
        lines = [f"{label_of(self.node)}{titles.get(self.node, '')}"]
        told = {self.node}
        work = [(1, step) for step in reversed(below.get(self.node, ()))]
        while work:
            depth, step = work.pop()
            again = step.earlier in told and step.earlier in below
            # What was told above needs no title again.
            title = "" if step.earlier in told else titles.get(step.earlier, "")
            line = f"{label_of(step.earlier)}{title} {step.reason}{' (above)' * again}"
            lines.append(f"{indent_of(depth)}{line}")
            if step.earlier not in told:
                told.add(step.earlier)
                work += [(depth + 1, one) for one in reversed(below.get(step.earlier, ()))]
        return "\n".join(lines)


def _shortened(title: str) -> str:
    text = " ".join(title.split())
    if len(text) <= _LONGEST_TITLE:
        return text
    part = text[: _LONGEST_TITLE + 1].rpartition(" ")[0] or text[:_LONGEST_TITLE]
    return f"{part.rstrip(' ,;:')} ..."


@attrs.frozen(kw_only=True)
class Impact:
    """What waits for a thing.

    Args:
        node: The thing.
        dependents: What waits for it, the nearest first.
        steps: The edges on the way; `depth` counts from the thing.
    """

    node: Node
    dependents: tuple[Node, ...]
    steps: tuple[Step, ...]


def lineage(graph: "nx.MultiDiGraph[Node]", node: Node | str) -> Lineage:
    """What a thing comes from: backwards over actions, recommendations and documents.

    Args:
        graph: What `dependency_graph` gave.
        node: The thing, or its label such as "AP5/5.10".

    Returns:
        The actions that it comes from, and every edge on the way with its sentences.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> found = lineage(dependency_graph(bundled_dossier()), "AP5/5.10")
        >>> [str(action) for action in found.sources]
        ['AP1/6.6', 'AP2/8', 'AP3/3.16', 'AP4/4.10']
    """
    start = find_node(graph, node)
    before = predecessors_of(graph)
    steps: list[Step] = []
    met = {start}
    sources: list[Node] = []
    level = [start]
    depth = 0
    while level:
        depth += 1
        found: list[Node] = []
        for later in level:
            for earlier, edges in before[later].items():
                if earlier not in met:
                    if kind_of(earlier).value not in _CARRIERS or not is_among(edges, _ORDER):
                        continue
                    met.add(earlier)
                    found.append(earlier)
                steps += [
                    step_of(earlier, later, kind, edge, depth)
                    for kind, edge in edges.items()
                    if edge["place"] != "beside"
                ]
        found.sort(key=place_of)
        sources += [one for one in found if kind_of(one) is NodeKind.ACTION]
        level = [one for one in found if hands_on(one)]
    titles = [(one, str(graph.nodes[one]["title"])) for one in sorted(met, key=place_of)]
    return Lineage(
        node=start,
        sources=tuple(sources),
        steps=tuple(steps),
        titles=tuple([pair for pair in titles if pair[1].strip()]),
    )


def impact(
    graph: "nx.MultiDiGraph[Node]", node: Node | str, *, kinds: Iterable[LinkKind] = WAITING
) -> Impact:
    """What waits for a thing, directly or not, with the steps that lead there.

    Args:
        graph: What `dependency_graph` gave.
        node: The thing, or its label such as "AP5/5.10".
        kinds: The kinds of links that count; `ORDER` has what is only cited, too.

    Returns:
        All that a delay would reach, and every edge on the way with its sentences.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> found = impact(dependency_graph(bundled_dossier()), "AP1/2.1")
        >>> str(found.dependents[0]), found.steps[0].kind.value
        ('AP1/2.2', 'awaits')
    """
    start = find_node(graph, node)
    wanted = frozenset(kinds)
    words = {kind.value for kind in wanted}
    found = dependents(graph, start, kinds=wanted)
    after = successors_of(graph)
    depths = {start: 1}
    steps: list[Step] = []
    for earlier in (start, *found):  # the nearest first, so that each has its depth already
        if earlier != start and not hands_on(earlier):
            continue
        for later, edges in after[earlier].items():
            if is_among(edges, words):
                depths.setdefault(later, depths[earlier] + 1)
                steps += [
                    step_of(earlier, later, kind, edge, depths[earlier])
                    for kind, edge in edges.items()
                    if edge["kind"] in words
                ]
    return Impact(node=start, dependents=found, steps=tuple(steps))


def why(graph: "nx.MultiDiGraph[Node]", one: Node | str, other: Node | str) -> tuple[Step, ...]:
    """Why one thing rests on another: a shortest chain between them, with the sentences.

    No chain leads through a party or an open citation, though it may begin or end there.

    Args:
        graph: What `dependency_graph` gave.
        one: A thing, or its label.
        other: Another one; which of the two comes first does not matter.

    Returns:
        The chain from the earlier to the later; empty where none leads from one to the other.

    Raises:
        UnknownActionError: The graph has no such action.
        UnknownNodeError: The graph has no such thing, or the label is that of several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> for step in why(dependency_graph(bundled_dossier()), "AP5/5.10", "AP3/3.16"):
        ...     print(step)
        AP3/3.16 -> AP5/5.10 (uses the recommendations of): "recommendations of Action 3.16"
    """
    first, second = find_node(graph, one), find_node(graph, other)
    if first == second:
        return ()
    way = _way(graph, first, second) or _way(graph, second, first)
    return tuple(
        step_between(graph, earlier, later, depth=depth)
        for depth, (earlier, later) in enumerate(itertools.pairwise(way), 1)
    )


def _way(graph: "nx.MultiDiGraph[Node]", start: Node, end: Node) -> list[Node]:
    """The nodes on a shortest way in the direction of order; none where there is no way."""
    after = successors_of(graph)
    before: dict[Node, Node] = {start: start}
    level = [start]
    while level and end not in before:
        found: list[Node] = []
        for earlier in level:
            for later, edges in after[earlier].items():
                if later not in before and is_among(edges, _ORDER):
                    before[later] = earlier
                    if hands_on(later):
                        found.append(later)
        level = found
    if end not in before:
        return []
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
