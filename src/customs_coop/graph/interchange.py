"""Graphs for other programs: GraphML, and a copy with nothing but texts and truth values."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from customs_coop.graph.nodes import Node
from customs_coop.graph.tables import check_graph

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Attributes", "graphml_text", "plain_graph"]

Attributes: TypeAlias = Mapping[str, str | bool | int]

# What XML 1.0 cannot hold; line ends are blanks by then.
_ILLEGAL = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# networkx writes the ends of an edge under these names.
_ENDS = frozenset(("source", "target"))


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


def plain_graph(graph: "nx.MultiDiGraph[Node]") -> "nx.MultiDiGraph[str]":
    """Copy a graph so that the writers of networkx take it: GraphML, GML, GEXF and JSON.

    Nodes are texts: the label of each, with its kind before it where several share a label, as
    `find_node` takes it ("document 11684/10"). Edges have "e0", "e1" and so on as their keys,
    because files want an id for each, and say their kind in an attribute. Attributes are texts on
    one line, numbers and truth values: lists are joined with " | ", nothing becomes an empty
    text, and U+FFFD stands for characters that XML cannot hold. The ends of an edge are no
    attributes of it; `place` tells which of them has the link: "before" the later one.

    Args:
        graph: What `dependency_graph` gave, or a part of it; it is not changed.

    Returns:
        A graph of your own, in the same order.

    Example:
        >>> import json
        >>> import networkx as nx
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> plain = plain_graph(dependency_graph(bundled_dossier()))
        >>> [edge["kind"] for edge in plain["AP1/2.1"]["AP1/2.2"].values()]
        ['awaits']
        >>> text = json.dumps(nx.node_link_data(plain, edges="edges"))
        >>> len(json.loads(text)["nodes"]) == len(plain)
        True
    """
    import networkx as nx

    check_graph(graph)
    names = _names(graph)
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, about in graph.nodes(data=True):
        plain.add_node(names[node], **{str(key): _plain(value) for key, value in about.items()})
    for number, (earlier, later, edge) in enumerate(graph.edges(data=True)):
        about = {str(key): _plain(value) for key, value in edge.items() if key not in _ENDS}
        plain.add_edge(names[earlier], names[later], f"e{number}", **about)
    return plain


def _names(graph: "nx.MultiDiGraph[Node]") -> dict[Node, str]:
    """A name of its own for each node."""
    labels = {
        node: _one_line(str(about.get("label", node))) for node, about in graph.nodes(data=True)
    }
    often = Counter(labels.values())
    found: dict[Node, str] = {}
    taken = {label for label, count in often.items() if count == 1}
    for node, label in labels.items():
        name = label
        if often[label] > 1:
            stem = name = f"{graph.nodes[node].get('kind', 'other')} {label}"
            count = 1
            while name in taken:
                count += 1
                name = f"{stem} ({count})"
            taken.add(name)
        found[node] = name
    return found


def _plain(value: object) -> str | bool | int | float:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return " | ".join(_one_line(str(one)) for one in value)
    return "" if value is None else _one_line(str(value))


def _one_line(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", " ".join(text.split()))
