"""Which actions took up a recommendation, and which sentences say so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from customs_coop.graph import Node, Step

__all__ = ["takers"]


def takers(graph: "nx.MultiDiGraph[Node]", recommendation: "Node") -> "tuple[Step, ...]":
    """The steps from a recommendation to actions, or from its report or the action behind it.

    Args:
        graph: What `dependency_graph` gave.
        recommendation: A recommendation of the graph.

    Returns:
        Steps of the kinds that `coverage` counts, in the order of the graph; those that only
        start from something are inferred.
    """
    from customs_coop.graph import Step
    from customs_coop.graph.measuring import TAKING_UP
    from customs_coop.model import LinkKind

    found = []
    origins = [
        earlier
        for earlier, _, kind in graph.in_edges(recommendation, keys=True)
        if kind is LinkKind.ARISES_FROM
    ]
    for node in (recommendation, *origins):
        for _, later, kind, edge in graph.out_edges(node, keys=True, data=True):
            if kind in TAKING_UP and graph.nodes[later]["kind"] == "action":
                step = Step(
                    earlier=node,
                    later=later,
                    kind=kind,
                    evidence=tuple(edge["evidence"]),
                    inferred=edge["inferred"] or kind is LinkKind.STARTS_FROM,
                )
                found.append(step)
    return tuple(found)
