"""Gathering edges: one for each kind between two nodes, with all that is said for it."""

from collections.abc import Container, Iterator
from typing import TypeAlias, TypedDict

from customs_coop.graph.nodes import Natural, Node, hands_on, in_order, label_of, natural_order
from customs_coop.model import LinkKind

__all__ = ["Collection", "Edge", "EdgeAttributes"]


class EdgeAttributes(TypedDict):
    """What hangs on an edge; nothing that JSON does not have."""

    kind: str
    place: str
    evidence: list[str]
    inferred: bool
    stated_by: list[str]
    source: str
    target: str


Edge: TypeAlias = tuple[int, int, LinkKind, EdgeAttributes]

_KINDS = tuple(LinkKind)
# By the very member: the hash of a name among values is computed each time it is asked for.
_TRAITS = {id(kind): (number, kind.value, kind.place.value) for number, kind in enumerate(_KINDS)}
# A key is made of the number of a node and of a kind: small integers are quick to look up and sort.
_KIND_BITS = 6
_KIND_MASK = (1 << _KIND_BITS) - 1


class Collection:
    """Nodes and edges while a graph is being made.

    Nodes are counted off, for the hash of an identity is computed each time it is asked for.
    """

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._labels: list[str] = []
        self._numbers: dict[Node, int] = {}
        # By the very object: `_nodes` keeps it alive, so that no other one can be taken for it.
        self._same: dict[int, int] = {}
        # For each that comes earlier: the others with the kind, each pair as one number.
        self._after: dict[int, dict[int, EdgeAttributes]] = {}

    def number(self, node: Node) -> int:
        """The number of a node, which is added where it is new."""
        number = self._same.get(id(node))
        if number is None:
            new = len(self._nodes)
            number = self._numbers.setdefault(node, new)
            if number == new:
                self._same[id(node)] = new
                self._nodes.append(node)
                self._labels.append(label_of(node))
        return number

    def label(self, number: int) -> str:
        """The label of a node by its number."""
        return self._labels[number]

    def add(
        self,
        source: int,
        target: int,
        kind: LinkKind,
        text: str = "",
        *,
        inferred: bool = False,
        stated_by: int | None = None,
    ) -> None:
        """Add what is stated of two nodes.

        Args:
            source: The number of the node that has the relation.
            target: The number of the node to which it has it.
            kind: The relation; it says which of the two comes first.
            text: The words that state it; none for what stands in a field.
            inferred: The words do not say it outright.
            stated_by: The number of what states it, where that is not the source.
        """
        number, value, place = _TRAITS[id(kind)]
        earlier, later = (target, source) if place == "before" else (source, target)
        after = self._after.get(earlier)
        if after is None:
            after = self._after[earlier] = {}
        key = later << _KIND_BITS | number
        labels = self._labels
        edge = after.get(key)
        if edge is None:
            after[key] = {
                "kind": value,
                "place": place,
                "evidence": [text],
                "inferred": inferred,
                "stated_by": [labels[source if stated_by is None else stated_by]],
                "source": labels[source],
                "target": labels[target],
            }
            return
        edge["evidence"].append(text)
        edge["inferred"] = edge["inferred"] and inferred
        edge["stated_by"].append(labels[source if stated_by is None else stated_by])

    def order(self) -> list[Node]:
        """The nodes in the order of the graph."""
        return in_order(self._nodes)

    def successors(self, kinds: Container[LinkKind]) -> list[list[int]]:
        """For each node by its number, the numbers of those that come after it.

        What order does not pass through, such as a party, comes after nothing here.

        Args:
            kinds: The kinds of edges that count.
        """
        passed = [hands_on(node) for node in self._nodes]
        wanted = {number for number, kind in enumerate(_KINDS) if kind in kinds}
        found: list[list[int]] = [[] for _ in self._nodes]
        for earlier, after in self._after.items():
            for key in after:
                later = key >> _KIND_BITS
                if key & _KIND_MASK in wanted and passed[later]:
                    found[earlier].append(later)
        return found

    def edges(self, order: list[Node]) -> Iterator[Edge]:
        """The edges, by the places of the earlier and the later node, then by kind.

        Args:
            order: The nodes in their order.

        Yields:
            The places of both nodes in that order, the key, and what hangs on the edge; words
            that come twice stand once.
        """
        numbers = [self._same[id(node)] for node in order]
        ranks = [0] * len(order)
        for rank, number in enumerate(numbers):
            ranks[number] = rank
        for earlier, number in enumerate(numbers):
            after = self._after.get(number)
            if after is None:
                continue
            places = [
                (ranks[key >> _KIND_BITS] << _KIND_BITS | key & _KIND_MASK, key) for key in after
            ]
            if len(places) > 1:
                places.sort()
            for place, key in places:
                edge = after[key]
                if len(edge["stated_by"]) > 1:
                    _gather(edge)
                elif not edge["evidence"][0]:
                    edge["evidence"] = []
                yield earlier, place >> _KIND_BITS, _KINDS[place & _KIND_MASK], edge


def _gather(edge: EdgeAttributes) -> None:
    """Put the words of an edge into the order of what states them, each of them once."""
    pairs = list(zip(edge["stated_by"], edge["evidence"], strict=True))
    if len(set(edge["stated_by"])) > 1:
        pairs.sort(key=_by_label)
    edge["stated_by"] = list(dict.fromkeys(label for label, _ in pairs))
    edge["evidence"] = list(dict.fromkeys(text for _, text in pairs if text))


def _by_label(pair: tuple[str, str]) -> Natural:
    return natural_order(pair[0])
