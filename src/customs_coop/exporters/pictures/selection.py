"""What of the graph a picture shows: a choice of things and links, and what they are."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters.base import plan_of
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.exporters.pictures.public import not_public, public_plan
from customs_coop.exporters.pictures.things import GRAPH_FIELDS, Arrow, Picture, Thing, counted
from customs_coop.formats.provenance import without_restricted
from customs_coop.graph import Node, NodeKind, dependency_graph, find_node, waves
from customs_coop.graph.nodes import natural_order
from customs_coop.model import Dossier, LinkKind, PartyRef, PlanRef, RecommendationRef

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["GraphOptions", "check_kinds"]

_DEPTH: Final = 2
# Any: the attributes of an edge, as the graph has them.
_Edge: TypeAlias = "tuple[Node, Node, dict[str, Any]]"


def _known(value: str | None, known: Iterable[str], what: str) -> frozenset[str]:
    """The members of a list such as "action, plan"; all where there is none."""
    names = tuple(known)
    if value is None:
        return frozenset(names)
    found = frozenset(part.strip().casefold() for part in value.split(",")) - {""}
    if not found:
        raise InvalidValueError(f"no kind of {what} is named; there are {', '.join(names)}")
    unknown = sorted(found - set(names))
    if unknown:
        raise InvalidValueError(
            f"there is no kind of {what} {unknown[0]!r}; there are {', '.join(names)}"
        )
    return found


def _things(graph: "nx.MultiDiGraph[Node]") -> str:
    """How many things there are of each kind."""
    counts = Counter(str(about["kind"]) for _, about in graph.nodes(data=True))
    return ", ".join(counted(number, kind) for kind, number in counts.items())


def _links(graph: "nx.MultiDiGraph[Node]") -> str:
    """How many links there are of each kind."""
    counts = Counter(str(about["kind"]) for _, _, about in graph.edges(data=True))
    return ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "none"


def _node_kinds(value: str | None) -> frozenset[str]:
    return _known(value, (kind.value for kind in NodeKind), "thing")


def _link_kinds(value: str | None) -> frozenset[str]:
    return _known(value, (kind.value for kind in LinkKind), "link")


def check_kinds(_options: object, _attribute: object, value: str | None) -> None:
    """Refuse a list that names an unknown kind of things."""
    _node_kinds(value)


def _check_links(_options: object, _attribute: object, value: str | None) -> None:
    _link_kinds(value)


def _check_depth(_options: object, _attribute: object, value: int | None) -> None:
    if value is not None and value < 0:
        raise InvalidValueError(f"a depth counts steps from 0 on, not {value}")


@attrs.frozen(kw_only=True)
class GraphOptions:
    """The options that all pictures of the graph share.

    Args:
        plan: The id of one plan; shown are its actions and what they are linked with.
        kinds: The kinds of things that are shown, such as "action, document"; None shows all.
        links: The kinds of links that are shown, such as "awaits, depends on"; None shows all.
        around: One thing, such as "AP5/5.10"; shown is what can be reached from it.
        depth: How many links away from `around` a thing may be: 2 where None; only with `around`.
        unlinked: Whether things without a link are shown as well.
    """

    plan: str | None = None
    kinds: str | None = attrs.field(default=None, validator=check_kinds)
    links: str | None = attrs.field(default=None, validator=_check_links)
    around: str | None = None
    depth: int | None = attrs.field(default=None, validator=_check_depth)
    unlinked: bool = False

    def __attrs_post_init__(self) -> None:
        if self.depth is not None and self.around is None:
            raise InvalidValueError("a depth counts steps from the thing in around; name one")

    @property
    def carries(self) -> frozenset[str]:
        """The fields of the things that are shown; a thing that is not shown has none."""
        hidden = {kind.value for kind in NodeKind} - _node_kinds(self.kinds)
        return frozenset(f for f in GRAPH_FIELDS if f.partition(".")[0] not in hidden)

    def public_part(self, dossier: Dossier) -> Dossier:
        """Leave away what is not for the public, where the options name what is to be shown.

        Args:
            dossier: A dossier that holds papers that are not for the public.

        Returns:
            The dossier without them; all of it where the options name neither a thing nor a plan.

        Raises:
            MarkingError: What the options name is not for the public itself.
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: It has nothing of the name in `around`.
        """
        if self.around is None:
            return dossier if self.plan is None else public_plan(dossier, self.plan)
        part = without_restricted(dossier)
        whole, graph = dependency_graph(dossier), dependency_graph(part)
        centre = self._centre(whole)
        known = centre is not None and centre in graph
        if centre is not None and known and not whole.nodes[centre]["mentioned"]:
            known = not graph.nodes[centre]["mentioned"]
        if not known:
            raise not_public(one_line(self.around), dossier)
        return part if self.plan is None else public_plan(dossier, self.plan)

    def picture(self, dossier: Dossier) -> Picture:
        """Choose what the picture shows.

        Args:
            dossier: The dossier.

        Returns:
            The things and links that the options ask for.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: It has nothing of the name in `around`, or nothing that fits the
                other options.
        """
        graph = dependency_graph(dossier)
        chosen, edges, shown = self._selection(dossier, graph)
        if not shown and len(graph):
            self._check_fit(graph, chosen)
        title = self._title(dossier)
        if not shown and len(graph):
            title += f": nothing is linked; unlinked=true shows {counted(len(graph), 'thing')}"
        return _drawn(graph, shown, edges, title)

    def carried_part(self, dossier: Dossier) -> Dossier:
        """The dossier without what is left out because nothing is linked with it.

        Args:
            dossier: The dossier.

        Returns:
            What the other options leave out was not asked for, and stays.

        Raises:
            CustomsCoopError: As of `picture`.
        """
        chosen, _, shown = self._selection(dossier, dependency_graph(dossier))
        hidden = chosen - shown
        if not hidden:
            return dossier
        plans = [
            attrs.evolve(plan, actions=[a for a in plan if plan.ref(a) not in hidden])
            for plan in dossier.plans
            if PlanRef(plan.id) not in hidden or any(plan.ref(a) not in hidden for a in plan)
        ]
        return attrs.evolve(
            dossier,
            plans=plans,
            recommendations=[
                r for r in dossier.recommendations if RecommendationRef(r.id) not in hidden
            ],
            documents=[d for d in dossier.documents if d.reference not in hidden],
            parties=[p for p in dossier.parties if PartyRef(p.id) not in hidden],
        )

    def _selection(
        self, dossier: Dossier, graph: "nx.MultiDiGraph[Node]"
    ) -> tuple[set[Node], list[_Edge], set[Node]]:
        """What the options choose, the links between it, and what of it is shown."""
        links = _link_kinds(self.links)
        kinds = _node_kinds(self.kinds)
        centre = self._centre(graph)
        plan = None if self.plan is None else plan_of(dossier, self.plan).id
        chosen = {node for node, about in graph.nodes(data=True) if about["kind"] in kinds}
        if centre is not None:
            chosen &= _near(graph, centre, _DEPTH if self.depth is None else self.depth, links)
        if plan is not None:
            chosen &= _of_plan(graph, plan, links)
        if centre is not None:
            chosen.add(centre)
        edges = [
            (earlier, later, about)
            for earlier, later, about in graph.edges(data=True)
            if earlier in chosen and later in chosen and about["kind"] in links
        ]
        shown = chosen
        if not self.unlinked:
            linked = {node for earlier, later, _ in edges for node in (earlier, later)}
            # An own plan and what was asked for are shown even alone.
            shown = {
                node
                for node in chosen
                if node in linked
                or node == centre
                or (isinstance(node, PlanRef) and node.plan == plan)
            }
        return chosen, edges, shown

    def _check_fit(self, graph: "nx.MultiDiGraph[Node]", chosen: set[Node]) -> None:
        """Refuse a choice that nothing fits: an empty picture would pass for an answer.

        Raises:
            ExportOptionError: The user chose, and there is something that was not chosen.
        """
        default = attrs.fields_dict(type(self))["kinds"].default
        given = [
            f"{name}={value!r}"
            for name, value in (("plan", self.plan), ("kinds", self.kinds), ("links", self.links))
            if value is not None and not (name == "kinds" and value == default)
        ]
        if not given:
            return
        told = " and ".join(given)
        if not chosen:
            raise ExportOptionError(f"nothing fits {told}; there are {_things(graph)}")
        raise ExportOptionError(
            f"nothing that fits {told} is linked with another such thing; unlinked=true shows"
            f" {counted(len(chosen), 'thing')} without links; the links are {_links(graph)}"
        )

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


def _drawn(
    graph: "nx.MultiDiGraph[Node]",
    chosen: set[Node],
    edges: Iterable[_Edge],
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
