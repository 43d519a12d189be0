"""The tables inside a graph: networkx shows them through views, which cost most of the time."""

from collections.abc import Container, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, TypeAlias

from customs_coop.graph.nodes import Node
from customs_coop.model import LinkKind

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Table", "check_graph", "is_among", "nodes_of", "predecessors_of", "successors_of"]

# Any: users may hang on an edge whatever they like.
Table: TypeAlias = MutableMapping[Node, MutableMapping[Node, MutableMapping[LinkKind, Any]]]
"""For each node its neighbours, and for each of them the edges by their keys."""


def check_graph(graph: object) -> None:
    """Refuse what is no graph: some questions are asked of a dossier, and those of a graph are not.

    Raises:
        TypeError: It is no graph of the library.
    """
    from networkx import MultiDiGraph

    if not isinstance(graph, MultiDiGraph):
        raise TypeError(
            f"a graph is wanted, as dependency_graph(dossier) makes it, not {type(graph).__name__}"
        )


def successors_of(graph: "nx.MultiDiGraph[Node]") -> Table:
    """The table of what comes after each node.

    The algorithms of networkx itself read it under this name.
    """
    check_graph(graph)
    inside: Any = graph  # Any: the declared types of networkx leave the tables out
    table: Table = inside._succ  # noqa: SLF001 - see above
    return table


def predecessors_of(graph: "nx.MultiDiGraph[Node]") -> Table:
    """The table of what comes before each node; see `successors_of`."""
    check_graph(graph)
    inside: Any = graph  # Any: the declared types of networkx leave the tables out
    table: Table = inside._pred  # noqa: SLF001 - see `successors_of`
    return table


def nodes_of(graph: "nx.MultiDiGraph[Node]") -> MutableMapping[Node, Any]:
    """The table of what hangs on each node; see `successors_of`."""
    check_graph(graph)
    inside: Any = graph  # Any: the declared types of networkx leave the tables out
    table: MutableMapping[Node, Any] = inside._node  # noqa: SLF001 - see `successors_of`
    return table


def is_among(edges: Mapping[LinkKind, Any], words: Container[str]) -> bool:
    """Whether any of the edges between two nodes is of a kind that counts."""
    for edge in edges.values():  # noqa: SIM110 - a generator costs more than the edge it looks at
        if edge["kind"] in words:
            return True
    return False
