"""One step from an earlier thing to a later one, with the words that state it."""

from collections.abc import Container
from typing import TYPE_CHECKING, Any

import attrs

from customs_coop.graph.nodes import Node, label_of
from customs_coop.model import LinkKind, Place

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ORDER", "WAITING", "Step", "indent_of", "step_between", "step_of"]

ORDER = frozenset(kind for kind in LinkKind if kind.place is not Place.BESIDE)
"""The kinds of links that say what comes first."""

WAITING = ORDER - {LinkKind.CITES, LinkKind.PRINTS}
"""Those that make something wait: two texts may well cite each other, and a plan is on paper."""

# A chain of 100,000 actions is a tree of that depth, and its indents alone would fill a disk.
_DEEPEST = 12


@attrs.frozen(kw_only=True)
class Step:
    """One edge of the graph, told for people.

    Args:
        earlier: What comes first.
        later: What rests on it.
        kind: The relation between them.
        evidence: The sentences that state it, as printed.
        inferred: No sentence says it outright.
        depth: How many steps away from what was asked for; 1 is next to it.

    Example:
        >>> from customs_coop.model import ActionRef
        >>> one, other = ActionRef("AP1", "2.1"), ActionRef("AP1", "2.2")
        >>> words = ("Await outcome of 2.1",)
        >>> print(Step(earlier=one, later=other, kind=LinkKind.AWAITS, evidence=words))
        AP1/2.1 -> AP1/2.2 (awaits): "Await outcome of 2.1"
    """

    earlier: Node
    later: Node
    kind: LinkKind
    evidence: tuple[str, ...] = ()
    inferred: bool = False
    depth: int = 1

    def __str__(self) -> str:
        return f"{label_of(self.earlier)} -> {label_of(self.later)} {self.reason}"

    @property
    def reason(self) -> str:
        """The kind of the step and the words that state it, without its ends."""
        mark = ", inferred" if self.inferred else ""
        words = "; ".join(f'"{" ".join(text.split())}"' for text in self.evidence)
        return f"({self.kind.value}{mark})" + (f": {words}" if words else "")


def indent_of(depth: int) -> str:
    """What stands before a line of a tree; far down a number takes the place of the blanks.

    Example:
        >>> indent_of(2) + "AP1/6.6", indent_of(70).lstrip() + "AP1/6.6"
        ('    AP1/6.6', '(70) AP1/6.6')
    """
    return "  " * min(depth, _DEEPEST) + (f"({depth}) " if depth > _DEEPEST else "")


def step_between(
    graph: "nx.MultiDiGraph[Node]",
    earlier: Node,
    later: Node,
    *,
    depth: int = 1,
    kinds: Container[LinkKind] = ORDER,
) -> Step:
    """The edge from one node to another that says most: stated rather than inferred.

    Args:
        graph: What `dependency_graph` gave.
        earlier: Where the edge begins.
        later: Where it ends.
        depth: The depth that the step gets.
        kinds: The kinds that count.

    Raises:
        LookupError: There is none.
    """
    edges = graph.get_edge_data(earlier, later) or {}
    found = [
        (kind, edge) for kind, edge in edges.items() if isinstance(kind, LinkKind) and kind in kinds
    ]
    if not found:
        raise LookupError(f"nothing leads from {label_of(earlier)} to {label_of(later)}")
    # The kinds are sorted, and min takes the first of equals.
    kind, edge = min(found, key=lambda pair: (pair[1]["inferred"], not pair[1]["evidence"]))
    return step_of(earlier, later, kind, edge, depth)


def step_of(
    earlier: Node, later: Node, kind: LinkKind, edge: "dict[str, Any]", depth: int = 1
) -> Step:
    """An edge with its attributes as a step."""
    return Step(
        earlier=earlier,
        later=later,
        kind=kind,
        evidence=tuple(edge["evidence"]),
        inferred=edge["inferred"],
        depth=depth,
    )
