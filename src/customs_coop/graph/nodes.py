"""What stands in the graph: identities and references, each with its kind, label and place."""

import enum
import re
from collections.abc import Iterable
from typing import TypeAlias

import attrs
from attrs.validators import instance_of

from customs_coop.model import (
    ActionRef,
    Identity,
    Named,
    PartyRef,
    PlanRef,
    RecommendationRef,
)
from customs_coop.references import ActionCitation, RecommendationCitation, Reference

__all__ = [
    "Natural",
    "Node",
    "NodeKind",
    "OpenCitation",
    "hands_on",
    "in_order",
    "is_proper",
    "kind_of",
    "label_of",
    "natural_order",
    "party",
    "place_of",
    "plan_node",
    "recommendation",
    "thing",
]

Citation: TypeAlias = ActionCitation | RecommendationCitation | Named


# A graph asks for the hash of a node at every edge.
@attrs.frozen(cache_hash=True)
class OpenCitation:
    """A citation of which nobody can say what it means, in the plan that has it.

    "Action 9" of one plan is not "Action 9" of another one, so each has a node of its own.

    Args:
        source: The id of the plan in which it stands, or the label of the report or
            recommendation.
        citation: The citation as the link has it.

    Example:
        >>> str(OpenCitation("AP1", ActionCitation(None, "9")))
        'Action 9 (cited in AP1)'
    """

    source: str = attrs.field(validator=instance_of(str))
    citation: Citation = attrs.field(validator=instance_of(Citation))

    def __str__(self) -> str:
        return f"{self.citation} (cited in {self.source or '?'})"


Node: TypeAlias = Identity | Reference | OpenCitation
"""A node of the graph: what a dossier knows by name, or a reference as it was cited."""


class NodeKind(enum.Enum):
    """What sort of thing a node is; the graph is sorted in this order.

    Example:
        >>> NodeKind("plan").name
        'PLAN'
    """

    ACTION = "action"
    RECOMMENDATION = "recommendation"
    DOCUMENT = "document"
    PLAN = "plan"
    STRATEGY = "strategy"
    PARTY = "party"
    EVENT = "event"
    OTHER = "other"


_RANKS = {kind: rank for rank, kind in enumerate(NodeKind)}
_CLASSES: dict[type, NodeKind] = {
    ActionRef: NodeKind.ACTION,
    ActionCitation: NodeKind.ACTION,
    RecommendationRef: NodeKind.RECOMMENDATION,
    RecommendationCitation: NodeKind.RECOMMENDATION,
    PlanRef: NodeKind.PLAN,
    PartyRef: NodeKind.PARTY,
}
# What is only named says itself what it is; other words than these are nothing certain.
_NAMED = (
    dict.fromkeys(
        ("act", "conclusions", "document", "manual", "report", "study"), NodeKind.DOCUMENT
    )
    | dict.fromkeys(("group", "parties", "party"), NodeKind.PARTY)
    | dict.fromkeys(("conference", "event", "meeting"), NodeKind.EVENT)
    | {"plan": NodeKind.PLAN, "strategy": NodeKind.STRATEGY}
)
_HELD = frozenset(("event", "plan", "strategy"))
# These have names of their own, which mean the same wherever they stand.
_PROPER = frozenset(("act", "conclusions", "document", "manual", "programme"))
_PARTS = re.compile(r"[0-9]+|[^0-9]+")

Natural: TypeAlias = tuple[tuple[tuple[bool, int, str], ...], str]


def kind_of(node: Node) -> NodeKind:
    """What sort of thing a node is, from the node alone.

    Example:
        >>> kind_of(ActionRef("AP5", "5.10")).value, kind_of(Named("GDANSK", "event")).value
        ('action', 'event')
    """
    if isinstance(node, OpenCitation):
        return kind_of(node.citation)
    if isinstance(node, Named):
        return _NAMED.get(node.kind, NodeKind.OTHER)
    return _CLASSES.get(type(node), NodeKind.DOCUMENT)


def is_proper(named: Named) -> bool:
    """Whether a name means the same in all plans: that of an act, a programme or a standard.

    Example:
        >>> is_proper(Named("Naples II Convention", "act")), is_proper(Named("new act", "act"))
        (True, False)
    """
    return named.kind in _PROPER and named.text[:1].isupper()


def hands_on(node: Node) -> bool:
    """Whether order passes through a node, so that what comes before it comes before what follows.

    Two plans that name one party, or cite one thing that nobody can find, do not wait for each
    other. So an open citation, a party and what is only named are ends of order.

    Example:
        >>> hands_on(ActionRef("AP1", "2.1")), hands_on(PartyRef("EUROPOL"))
        (True, False)
    """
    if isinstance(node, Named):
        # Held strategies and events, and plans, are called by their ids.
        return node.kind in _HELD
    return not isinstance(node, OpenCitation | PartyRef)


def label_of(node: Node) -> str:
    """The short name of a node, by which `find_node` finds it.

    Example:
        >>> label_of(ActionRef("AP5", "5.10"))
        'AP5/5.10'
    """
    return str(node)


def natural_order(text: str) -> Natural:
    """A key that sorts texts as people count: "AP10" after "AP9", "5.10" after "5.9".

    Figures are compared by their length and never become numbers, so they may be of any length.

    Example:
        >>> sorted(["AP10", "AP9"], key=natural_order)
        ['AP9', 'AP10']
    """
    parts = []
    for part in _PARTS.findall(text):
        if "0" <= part[0] <= "9":
            figures = part.lstrip("0")
            parts.append((False, len(figures), figures))
        else:
            parts.append((True, 0, part))
    # The text comes last, so that "5.1" and "5.01" have an order although they count alike.
    return tuple(parts), text


def place_of(node: Node) -> tuple[int, int, Natural, Natural, str]:
    """Where a node stands in the order of the graph.

    Kinds stand in the order of `NodeKind`, actions by plan and code, all else by label. The order
    depends on nothing but the node, so it is the same however a dossier is arranged.

    Example:
        >>> sorted([ActionRef("AP1", "5.10"), ActionRef("AP1", "5.9")], key=place_of)[0].code
        Code('5.9')
    """
    rank = _RANKS[kind_of(node)]
    if isinstance(node, ActionRef):
        return rank, 0, natural_order(node.plan), natural_order(node.code.text), ""
    sort = type(node).__name__
    cited = node.citation if isinstance(node, OpenCitation) else node
    if isinstance(cited, Named):
        sort += f" {cited.kind}"
    return rank, 1, natural_order(label_of(node)), ((), ""), sort


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Nodes in the order of the graph, as `place_of` has it; quicker where they are many actions.

    Actions come before all else, so each plan is looked at once, and its actions for themselves.

    Example:
        >>> nodes = [PlanRef("AP1"), ActionRef("AP10", "1"), ActionRef("AP9", "2")]
        >>> [str(node) for node in in_order(nodes)]
        ['AP9/2', 'AP10/1', 'AP1']
    """
    plans: dict[str, list[ActionRef]] = {}
    others: list[Node] = []
    for node in nodes:
        if isinstance(node, ActionRef):
            plans.setdefault(node.plan, []).append(node)
        else:
            others.append(node)
    found: list[Node] = []
    for plan in sorted(plans, key=natural_order):
        actions = sorted(plans[plan], key=_code_order)
        found += actions
    return found + sorted(others, key=place_of)


def _code_order(ref: ActionRef) -> Natural:
    return natural_order(ref.code.text)


def thing(name: str, kind: str) -> Named:
    """The node of a strategy or an event, by its id.

    An id may be any text, a node not: blanks around it go, and without an id it is "?".

    Example:
        >>> thing("S2003", "strategy"), thing("", "event").text
        (Named(text='S2003', kind='strategy'), '?')
    """
    return Named(_filled(name), kind)


def party(name: str) -> PartyRef:
    """The node of a party, by its id."""
    return PartyRef(_filled(name))


def recommendation(name: str) -> RecommendationRef:
    """The node of a recommendation, by its id."""
    return RecommendationRef(_filled(name))


def plan_node(name: str) -> PlanRef | Named:
    """The node of a plan, by its id; by its name alone, where no plan can have that id.

    Example:
        >>> plan_node("AP4"), plan_node("4/1998")
        (PlanRef(plan='AP4'), Named(text='4/1998', kind='plan'))
    """
    name = _filled(name)
    return Named(name, "plan") if "/" in name else PlanRef(name)


def _filled(name: str) -> str:
    return name.strip() or "?"
