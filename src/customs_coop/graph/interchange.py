"""Graphs for other programs: GraphML."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

__all__ = ["Attributes", "graphml_text"]

Attributes: TypeAlias = Mapping[str, str | bool | int]


def graphml_text(
    nodes: Iterable[tuple[str, Attributes]], edges: Iterable[tuple[str, str, Attributes]]
) -> str:
    """Write a directed graph as GraphML 1.0.

    Args:
        nodes: The name of each node, and what hangs on it.
        edges: The names of both ends of each edge, and what hangs on it. Each becomes an edge of
            its own with an id of its own, also where several have the same ends.

    Returns:
        The text of a .graphml file, the same for the same nodes and edges. Its characters are
        those that were given; whoever calls sees to it that XML can hold them.

    Example:
        >>> text = graphml_text([("n0", {"label": "5.10"})], [("n0", "n0", {"kind": "cites"})])
        >>> '<node id="n0">' in text, 'id="e0"' in text
        (True, True)
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, about in nodes:
        graph.add_node(name, **about)
    for number, (source, target, about) in enumerate(edges):
        graph.add_edge(source, target, f"e{number}", **about)
    lines = "\n".join(nx.generate_graphml(graph))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{lines}\n'
