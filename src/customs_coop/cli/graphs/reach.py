"""What waits for a thing, with the steps that lead there."""

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import networkx as nx

    from customs_coop.graph import Node, Step

__all__ = ["Onward", "onward"]


@attrs.frozen(kw_only=True)
class Onward:
    """What waits for a thing.

    Args:
        node: The thing.
        dependents: What waits for it, the nearest first.
        steps: The edges on the way; `depth` counts from the thing.
    """

    node: "Node"
    dependents: "tuple[Node, ...]"
    steps: "tuple[Step, ...]"


def onward(graph: "nx.MultiDiGraph[Node]", node: "Node") -> Onward:
    """Follow a thing to all that waits for it.

    Args:
        graph: What `dependency_graph` gave.
        node: The thing, a node of the graph.
    """
    from customs_coop.graph import Step, dependents

    found = dependents(graph, node)
    depths = {node: 1}
    steps = []
    for earlier in (node, *found):  # the nearest first, so what comes later has its depth already
        for _, later, kind, edge in graph.out_edges(earlier, keys=True, data=True):
            if edge["place"] == "beside":
                continue
            depths.setdefault(later, depths[earlier] + 1)
            steps.append(
                Step(
                    earlier=earlier,
                    later=later,
                    kind=kind,
                    evidence=tuple(edge["evidence"]),
                    inferred=edge["inferred"],
                    depth=depths[earlier],
                )
            )
    return Onward(node=node, dependents=found, steps=tuple(steps))
