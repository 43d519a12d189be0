"""What of the graph a picture shows: a choice of things and links, and what they are."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.graph import Node, NodeKind, dependency_graph, find_node, waves
from customs_coop.graph.nodes import natural_order
from customs_coop.model import Dossier, LinkKind, PlanRef

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["GRAPH_FIELDS", "Arrow", "GraphOptions", "Picture", "Thing", "check_kinds"]

GRAPH_FIELDS: frozenset[str] = frozenset(
    {
        "plan.id",
        "plan.title",
        "plan.document",
        "plan.strategy",
        "plan.actions",
        "plan.previous",
        "action.code",
        "action.title",
        "action.status",
        "action.links",
        "link.kind",
        "link.target",
        "link.text",
        "link.inferred",
        "recommendation.id",
        "recommendation.text",
        "recommendation.document",
        "recommendation.arising_from",
        "recommendation.links",
        "recommendation.status",
        "document.reference",
        "document.title",
        "document.links",
        "document.previous",
        "strategy.id",
        "strategy.reference",
        "strategy.title",
        "party.id",
        "party.name",
        "event.id",
        "event.title",
    }
)
"""The fields of the model that a graph shows, whatever the file format."""


@attrs.frozen(kw_only=True)
class Thing:
    """One node of a picture.

    Args:
        id: Its name inside the file: a letter and a number.
        label: Its short name.
        title: What is known of it; may be empty.
        kind: The value of its `NodeKind`.
        plan: The id of its plan; empty where it belongs to none.
        status: The value of its `Status`; empty where it has none.
        mentioned: Whether the dossier knows it by mention only.
        candidates: What it could mean, where that is open.
    """

    id: str
    label: str
    title: str
    kind: str
    plan: str
    status: str
    mentioned: bool
    candidates: tuple[str, ...]

    @property
    def code(self) -> str:
        """The label without the plan, for a thing that stands under the name of its plan."""
        return self.label.removeprefix(f"{one_line(self.plan)}/") if self.plan else self.label

    @property
    def state(self) -> str:
        """How it stands, in words; a thing that is open, and nothing more, says nothing."""
        told = [self.status, "only mentioned" if self.mentioned else ""]
        if self.candidates:
            told.append(f"could be {', '.join(self.candidates)}")
        return "; ".join(word for word in told if word)


@attrs.frozen(kw_only=True)
class Arrow:
    """One edge of a picture, from what comes first to what rests on it.

    Args:
        source: The id of the thing where it begins.
        target: The id of the thing where it ends.
        kind: The value of its `LinkKind`.
        beside: Whether it says nothing of order.
        evidence: The sentences that state it.
        inferred: Whether no sentence says it outright.
        stated_by: The labels of what states it.
    """

    source: str
    target: str
    kind: str
    beside: bool
    evidence: tuple[str, ...]
    inferred: bool
    stated_by: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Picture:
    """What a picture shows.

    Args:
        title: What it is a picture of.
        things: The nodes, in the order of the graph.
        arrows: The edges, in the order of the graph.
        plans: The ids of the plans that have things in it, the earlier first.
        left_out: How many things of the dossier it does not show.
    """

    title: str
    things: tuple[Thing, ...]
    arrows: tuple[Arrow, ...]
    plans: tuple[str, ...]
    left_out: int

    def in_plan(self, plan: str) -> tuple[Thing, ...]:
        """The plan itself, where it is shown, then its actions."""
        here = [thing for thing in self.things if thing.plan == plan]
        return tuple(sorted(here, key=lambda thing: thing.kind != "plan"))

    def alone(self) -> tuple[Thing, ...]:
        """What belongs to no plan."""
        return tuple(thing for thing in self.things if not thing.plan)


def _known(value: str | None, known: Iterable[str], what: str) -> frozenset[str]:
    """The members of a list such as "action, plan"; all where there is none."""
    names = tuple(known)
    if value is None:
        return frozenset(names)
    found = frozenset(part.strip().casefold() for part in value.split(",")) - {""}
    unknown = sorted(found - set(names))
    if unknown:
        raise InvalidValueError(
            f"there is no kind of {what} {unknown[0]!r}; there are {', '.join(names)}"
        )
    return found


def _node_kinds(value: str | None) -> frozenset[str]:
    return _known(value, (kind.value for kind in NodeKind), "thing")


def _link_kinds(value: str | None) -> frozenset[str]:
    return _known(value, (kind.value for kind in LinkKind), "link")


def check_kinds(_options: object, _attribute: object, value: str | None) -> None:
    """Refuse a list that names an unknown kind of things."""
    _node_kinds(value)


def _check_links(_options: object, _attribute: object, value: str | None) -> None:
    _link_kinds(value)


def _check_depth(_options: object, _attribute: object, value: int) -> None:
    if value < 0:
        raise InvalidValueError(f"a depth counts steps from 0 on, not {value}")


@attrs.frozen(kw_only=True)
class GraphOptions:
    """The options that all pictures of the graph share.

    Args:
        plan: The id of one plan; shown are its actions and what they are linked with.
        kinds: The kinds of things that are shown, such as "action, document"; None shows all.
        links: The kinds of links that are shown, such as "awaits, depends on"; None shows all.
        around: One thing, such as "AP5/5.10"; shown is what can be reached from it.
        depth: How many links away from `around` a thing may be.
        unlinked: Whether things without a link are shown as well.
    """

    plan: str | None = None
    kinds: str | None = attrs.field(default=None, validator=check_kinds)
    links: str | None = attrs.field(default=None, validator=_check_links)
    around: str | None = None
    depth: int = attrs.field(default=2, validator=_check_depth)
    unlinked: bool = False

    def picture(self, dossier: Dossier) -> Picture:
        """Choose what the picture shows.

        Args:
            dossier: The dossier.

        Returns:
            The things and links that the options ask for.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: It has nothing of the name in `around`.
        """
        graph = dependency_graph(dossier)
        links = _link_kinds(self.links)
        kinds = _node_kinds(self.kinds)
        centre = self._centre(graph)
        chosen = {node for node, about in graph.nodes(data=True) if about["kind"] in kinds}
        if centre is not None:
            chosen &= _near(graph, centre, self.depth, links)
            chosen.add(centre)
        if self.plan is not None:
            chosen &= _of_plan(graph, plan_of(dossier, self.plan).id, links)
        edges = [
            (earlier, later, about)
            for earlier, later, about in graph.edges(data=True)
            if earlier in chosen and later in chosen and about["kind"] in links
        ]
        if not self.unlinked:
            linked = {node for earlier, later, _ in edges for node in (earlier, later)}
            # An own plan and what was asked for are shown even alone.
            chosen = {
                node
                for node in chosen
                if node in linked
                or node == centre
                or (isinstance(node, PlanRef) and node.plan == self.plan)
            }
        return _drawn(graph, chosen, edges, self._title(dossier))

    def _centre(self, graph: "nx.MultiDiGraph[Node]") -> Node | None:
        if self.around is None:
            return None
        try:
            return find_node(graph, self.around)
        except LookupError as cause:
            raise ExportOptionError(f"around what? {cause}") from cause

    def _title(self, dossier: Dossier) -> str:
        if self.around is not None:
            return f"What {one_line(self.around)} is linked with"
        if self.plan is not None or len(dossier.plans) == 1:
            plan = plan_of(dossier, self.plan)
            return f"What builds on what in {one_line(plan.title) or plan.id}"
        return "What builds on what"


def _near(
    graph: "nx.MultiDiGraph[Node]", centre: Node, depth: int, links: frozenset[str]
) -> set[Node]:
    """What lies within so many links of a node, whichever way they run."""
    found = {centre}
    level = [centre]
    for _ in range(depth):
        if not level:
            break
        beyond = []
        edges = [*graph.out_edges(level, data=True), *graph.in_edges(level, data=True)]
        for earlier, later, about in edges:
            if about["kind"] not in links:
                continue
            for node in (earlier, later):
                if node not in found:
                    found.add(node)
                    beyond.append(node)
        level = beyond
    return found


def _of_plan(graph: "nx.MultiDiGraph[Node]", plan: str, links: frozenset[str]) -> set[Node]:
    """The things of a plan, and what they are linked with."""
    own = [node for node, about in graph.nodes(data=True) if about["plan"] == plan]
    found = set(own)
    for earlier, later, about in (
        *graph.out_edges(own, data=True),
        *graph.in_edges(own, data=True),
    ):
        if about["kind"] in links:
            found.update((earlier, later))
    return found


# Any: the attributes of an edge, as the graph has them.
def _drawn(
    graph: "nx.MultiDiGraph[Node]",
    chosen: set[Node],
    edges: Iterable[tuple[Node, Node, dict[str, Any]]],
    title: str,
) -> Picture:
    names: dict[Node, str] = {}
    things = []
    for node, about in graph.nodes(data=True):
        if node not in chosen:
            continue
        names[node] = f"n{len(names)}"
        things.append(
            Thing(
                id=names[node],
                label=one_line(about["label"]),
                title=one_line(about["title"]),
                kind=about["kind"],
                plan=about["plan"],
                status=about["status"],
                mentioned=about["mentioned"],
                candidates=tuple(one_line(text) for text in about["candidates"]),
            )
        )
    arrows = tuple(
        Arrow(
            source=names[earlier],
            target=names[later],
            kind=about["kind"],
            beside=about["place"] == "beside",
            evidence=tuple(one_line(text) for text in about["evidence"]),
            inferred=about["inferred"],
            stated_by=tuple(one_line(text) for text in about["stated_by"]),
        )
        for earlier, later, about in edges
    )
    return Picture(
        title=title,
        things=tuple(things),
        arrows=arrows,
        plans=_in_order(graph, {thing.plan for thing in things}),
        left_out=len(graph) - len(things),
    )


def _in_order(graph: "nx.MultiDiGraph[Node]", plans: set[str]) -> tuple[str, ...]:
    """The plans of a picture, what continues another one after it."""
    nodes = [
        node
        for node, about in graph.nodes(data=True)
        if about["kind"] == "plan" and about["plan"] in plans and about["plan"]
    ]
    ordered = [graph.nodes[node]["plan"] for wave in waves(graph, nodes) for node in wave.nodes]
    # A plan of which only an action is named has no node of its own.
    first: dict[str, Node] = {}
    for node, about in graph.nodes(data=True):
        if about["plan"] in plans and about["plan"] and about["plan"] not in ordered:
            first.setdefault(about["plan"], node)
    return tuple(_merged(ordered, list(first)))


def _merged(ordered: list[str], others: list[str]) -> list[str]:
    """Put each plan without a node before the first one that counts after it."""
    found = list(ordered)
    for plan in others:
        later = (
            place for place, other in enumerate(found) if natural_order(other) > natural_order(plan)
        )
        found.insert(next(later, len(found)), plan)
    return found
