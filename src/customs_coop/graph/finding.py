"""From the words of a user to a node of the graph."""

import difflib
from typing import TYPE_CHECKING

from customs_coop.errors import ReferenceSyntaxError, UnknownActionError
from customs_coop.graph.nodes import Node, NodeKind, label_of
from customs_coop.references import parse_reference

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["find_node"]

_KINDS = frozenset(kind.value for kind in NodeKind)
_NEAR = 5
_LONGEST = 80
_MOST = 2000


def find_node(graph: "nx.MultiDiGraph[Node]", node: Node | str) -> Node:
    """The node of a graph that a text names.

    Args:
        graph: What `dependency_graph` gave.
        node: A label such as "AP5/5.10", "8351/2/09 REV 2" or "CCWP"; where a label is that of
            things of several kinds, with the kind before it, as in "document 11684/10"; a
            reference in another spelling; or a node, which is handed back.

    Returns:
        The node.

    Raises:
        UnknownActionError: The text has the form of an action and the graph has none of that
            name; the message names the ones that come near.
        LookupError: The graph has no such thing, or the text names several.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> graph = dependency_graph(bundled_dossier())
        >>> find_node(graph, "AP5/5.10")
        ActionRef(plan='AP5', code=Code('5.10'))
        >>> str(find_node(graph, "st08351-re02.en09.pdf"))
        '8351/2/09 REV 2'
        >>> find_node(graph, "5.10")
        Traceback (most recent call last):
        ...
        LookupError: nothing in the graph is called '5.10'; near it are AP5/5.10
    """
    if not isinstance(node, str):
        if node in graph:
            return node
        raise _unknown(graph, label_of(node))
    text = " ".join(node.split())
    first, _, rest = text.partition(" ")
    found = _labelled(graph, text)
    if not found and first in _KINDS:
        found = [one for one in _labelled(graph, rest) if graph.nodes[one]["kind"] == first]
    if not found:
        reference = _reference(text)
        found = [reference] if reference is not None and reference in graph else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(graph, text)
    kinds = {graph.nodes[one]["kind"] for one in found}
    if len(kinds) < len(found):
        raise LookupError(f"{text!r} is the name of several things; give the node itself")
    ways = " or ".join(f'"{kind} {text}"' for kind in sorted(kinds))
    raise LookupError(f"{text!r} is the name of several things; write {ways}")


def _labelled(graph: "nx.MultiDiGraph[Node]", text: str) -> list[Node]:
    return [node for node, about in graph.nodes(data=True) if about["label"] == text]


def _reference(text: str) -> Node | None:
    try:
        return parse_reference(text)
    except ReferenceSyntaxError:
        return None


def _unknown(graph: "nx.MultiDiGraph[Node]", text: str) -> LookupError:
    labels: list[str] = [about["label"] for _, about in graph.nodes(data=True)]
    folded = text.casefold()
    near = [label for label in labels if label.casefold() == folded]
    near += [label for label in labels if label.endswith(f"/{text}")]
    if not near:
        # To compare with all labels of a large graph takes minutes.
        alike = [label for label in labels if label.casefold().startswith(folded[:2])]
        near = difflib.get_close_matches(text[:_LONGEST], alike[:_MOST], n=_NEAR)
    told = f"; near it are {', '.join(dict.fromkeys(near[:_NEAR]))}" if near else ""
    kind = UnknownActionError if "/" in text and _is_plan(graph, text) else LookupError
    return kind(f"nothing in the graph is called {text!r}{told}")


def _is_plan(graph: "nx.MultiDiGraph[Node]", text: str) -> bool:
    """Whether a text begins like an action of a plan of the graph."""
    name = text.partition("/")[0]
    return any(about["plan"] == name for _, about in graph.nodes(data=True))
