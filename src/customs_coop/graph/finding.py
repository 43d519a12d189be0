"""From the words of a user to a node of the graph."""

import difflib
from typing import TYPE_CHECKING, NoReturn

from customs_coop.errors import ReferenceSyntaxError, UnknownActionError, UnknownNodeError
from customs_coop.graph.meanings import listed
from customs_coop.graph.nodes import (
    Node,
    NodeKind,
    OpenCitation,
    kind_of,
    label_of,
    natural_order,
)
from customs_coop.graph.tables import check_graph
from customs_coop.references import ActionCitation, parse_reference
from customs_coop.references.base import Pattern

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["find_node"]

_KINDS = frozenset(kind.value for kind in NodeKind)
_NEAR = 5
_LONGEST = 80
_MOST = 2000
# "AP5/77", "action 5.77" and "77"; the number of a document begins with a figure and has a stroke.
_ADDRESS = Pattern(
    r"(?:action )?(?:[^\W\d_][\w-]{0,30}/)?"
    r"(?:[A-Z]{1,3}[-.]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?"
)


def find_node(graph: "nx.MultiDiGraph[Node]", node: Node | str) -> Node:
    """The node of a graph that a text names.

    Args:
        graph: What `dependency_graph` gave.
        node: A label such as "AP5/5.10", "8351/2/09 REV 2" or "CCWP"; where a label is that of
            things of several kinds, with the kind before it, as in "document 11684/10"; a
            reference in another spelling; the words of an open citation, where only one plan
            has it; or a node, which is handed back.

    Returns:
        The node.

    Raises:
        UnknownActionError: The graph has nothing of that name, which is that of an action:
            "AP5/77", or a code alone. The message names what comes near, or else a thing of
            each kind that the graph has.
        UnknownNodeError: The same of any other name, or the text names several things; then the
            message says what can be written. Both are LookupErrors.
        TypeError: What was given is no graph.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> graph = dependency_graph(bundled_dossier())
        >>> find_node(graph, "AP5/5.10")
        ActionRef(plan='AP5', code=Code('5.10'))
        >>> str(find_node(graph, "st08351-re02.en09.pdf"))
        '8351/2/09 REV 2'
        >>> find_node(graph, "5.10")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        customs_coop.errors.UnknownActionError: ... called '5.10'; did you mean AP5/5.10?
    """
    check_graph(graph)
    if not isinstance(node, str):
        if node in graph:
            return node
        text = label_of(node)
        found: list[Node] = [
            one for one in graph if isinstance(one, OpenCitation) and one.citation == node
        ]
    else:
        text = _folded(node)
        found = _named(graph, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(graph, node, text)
    return _refused(graph, text, found)


def _named(graph: "nx.MultiDiGraph[Node]", text: str) -> list[Node]:
    """What a text may mean: by a label, by kind and label, or by another spelling."""
    found = _labelled(graph, text)
    first, _, rest = text.partition(" ")
    if not found and first in _KINDS:
        found = [one for one in _labelled(graph, rest) if graph.nodes[one]["kind"] == first]
    if not found:
        reference = _reference(text)
        if reference is not None:
            found = [reference] if reference in graph else _cited(graph, str(reference))
    return found


def _refused(graph: "nx.MultiDiGraph[Node]", text: str, found: list[Node]) -> NoReturn:
    """Tell what else can be written where a text names several things.

    Raises:
        UnknownNodeError: Always.
    """
    labels = {_folded(graph.nodes[one]["label"]) for one in found}
    if len(labels) == len(found) and text not in labels:
        told = " or ".join(f'"{label}"' for label in sorted(labels, key=natural_order)[:_NEAR])
        raise UnknownNodeError(f"{text!r} is the name of several things; write {told}")
    kinds = {graph.nodes[one]["kind"] for one in found}
    if len(kinds) < len(found):
        raise UnknownNodeError(f"{text!r} is the name of several things; give the node itself")
    ways = " or ".join(f'"{kind} {text}"' for kind in sorted(kinds))
    raise UnknownNodeError(f"{text!r} is the name of several things; write {ways}")


def _labelled(graph: "nx.MultiDiGraph[Node]", text: str) -> list[Node]:
    """What has a label, however its blanks are set; else the open citations of these words."""
    found = [node for node, about in graph.nodes(data=True) if about["label"] == text]
    if not found:
        found = [node for node, about in graph.nodes(data=True) if _folded(about["label"]) == text]
    return found or _cited(graph, text)


def _cited(graph: "nx.MultiDiGraph[Node]", text: str) -> list[Node]:
    """The open citations of these words, of whatever plan."""
    return [
        node
        for node in graph
        if isinstance(node, OpenCitation) and _folded(str(node.citation)) == text
    ]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _reference(text: str) -> Node | None:
    try:
        return parse_reference(text)
    except ReferenceSyntaxError:
        return None


def _unknown(graph: "nx.MultiDiGraph[Node]", node: Node | str, text: str) -> LookupError:
    """What to raise for a name that nothing has, with what comes near."""
    labels: list[str] = [about["label"] for _, about in graph.nodes(data=True)]
    folded = text.casefold()
    near = [label for label in labels if label.casefold() == folded]
    near += [label for label in labels if label.endswith(f"/{text}")]
    if not near:
        # To compare with all labels of a large graph takes minutes.
        alike = [label for label in labels if label.casefold().startswith(folded[:2])]
        near = difflib.get_close_matches(text[:_LONGEST], (alike or labels)[:_MOST], n=_NEAR)
    near = [*dict.fromkeys(map(_folded, near))][:_NEAR]
    told = f"did you mean {listed(near, ' or ')}?" if near else _known(graph)
    kind = UnknownActionError if _is_action(graph, node, text) else UnknownNodeError
    return kind(f"nothing in the graph is called {text!r}; {told}")


def _known(graph: "nx.MultiDiGraph[Node]") -> str:
    """How things are called here: the first one of each kind, rather one that is held."""
    first: dict[tuple[str, bool], str] = {}
    for _, about in graph.nodes(data=True):
        first.setdefault((about["kind"], about["mentioned"]), _folded(about["label"])[:_LONGEST])
    told = [
        f"{kind} {label}"
        for (kind, mentioned), label in first.items()
        if not mentioned or (kind, False) not in first
    ]
    return f"it has names such as {', '.join(told)}" if told else "the graph is empty"


def _is_action(graph: "nx.MultiDiGraph[Node]", node: Node | str, text: str) -> bool:
    """Whether a name is that of an action: of a plan of the graph, or by its form."""
    if not isinstance(node, str):
        return kind_of(node) is NodeKind.ACTION
    if _ADDRESS.fullmatch(text) or isinstance(_reference(text), ActionCitation):
        return True
    plan, slash, _ = text.partition("/")
    return bool(slash) and any(about["plan"] == plan for _, about in graph.nodes(data=True))
