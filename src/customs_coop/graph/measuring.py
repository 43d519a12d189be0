"""Figures: recommendations that were taken up, actions without ties, and what much rests on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import attrs

from customs_coop.graph.nodes import Node, label_of, recommendation
from customs_coop.graph.ordering import dependents
from customs_coop.graph.resolution import Resolution, resolve
from customs_coop.graph.steps import WAITING
from customs_coop.graph.tables import check_graph, is_among, successors_of
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Status,
)

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "TAKING_UP",
    "Coverage",
    "Dependence",
    "coverage",
    "most_depended_on",
    "origins_of",
    "orphans",
]

TAKING_UP = (LinkKind.TAKES_UP, LinkKind.USES_RECOMMENDATIONS_OF, LinkKind.STARTS_FROM)
"""The kinds of links by which recommendations are taken up; what only starts is inferred."""


@attrs.frozen(kw_only=True)
class Coverage:
    """What became of the recommendations of a dossier; each stands in one place only.

    Args:
        implemented: Carried out, by what it says itself or by every action that takes it up.
        rejected: Turned down or overtaken.
        taken_up: Taken up by an action, and not carried out yet.
        open: Nothing is known of it.
        dropped: Taken up by actions of which none goes on: all of them are obsolete.
        inferred: Those of the taken up, told once more, of which no action says so outright: it
            only starts from them, from their report or from the action behind it.

    Example:
        >>> print(Coverage())
        taken up: n/a, no recommendations
    """

    implemented: tuple[RecommendationRef, ...] = ()
    rejected: tuple[RecommendationRef, ...] = ()
    taken_up: tuple[RecommendationRef, ...] = ()
    open: tuple[RecommendationRef, ...] = ()
    dropped: tuple[RecommendationRef, ...] = ()
    inferred: tuple[RecommendationRef, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, tuple[RecommendationRef, ...]], ...]:
        """The places in which a recommendation can stand, each with its name."""
        return (
            ("implemented", self.implemented),
            ("taken up", self.taken_up),
            ("dropped", self.dropped),
            ("rejected", self.rejected),
            ("open", self.open),
        )

    @property
    def total(self) -> int:
        """How many recommendations there are."""
        return sum(len(refs) for _, refs in self.parts)

    @property
    def rate(self) -> float | None:
        """The part of all that was taken up or implemented; None where there are none."""
        return (len(self.taken_up) + len(self.implemented)) / self.total if self.total else None

    def __str__(self) -> str:
        if not self.total:
            return "taken up: n/a, no recommendations"
        return "\n".join(map(self.told, self.parts))

    def told(self, part: tuple[str, tuple[RecommendationRef, ...]]) -> str:
        """How many of all stand in one of the parts, in words.

        Example:
            >>> found = Coverage(open=[RecommendationRef("R")])
            >>> found.told(found.parts[-1])
            'open: 1 of 1'
        """
        name, refs = part
        inferred = len(self.inferred) if name == "taken up" else 0
        return f"{name}: {len(refs)} of {self.total}" + (
            f" ({inferred} of them inferred)" if inferred else ""
        )


@attrs.frozen(kw_only=True)
class Dependence:
    """How much waits for an action.

    Args:
        node: The action.
        direct: How many actions wait for it themselves.
        all: How many actions wait for it, directly or not.
    """

    node: Node
    direct: int
    all: int

    def __str__(self) -> str:
        return f"{label_of(self.node)}: {self.direct} directly, {self.all} in all"


def coverage(subject: Dossier | ActionPlan) -> Coverage:
    """Count what became of the recommendations of a dossier.

    A recommendation is taken up by an action that has a link "takes up" or "uses the
    recommendations of" to it, to its report, or to the action from which it arises. A link
    "starts from" counts as well where there is no other, and is inferred: the work begins with
    the recommendation, and to be done with the work is not to carry it out. An action that is
    obsolete takes up nothing.

    Args:
        subject: A dossier or a bare plan.

    Returns:
        The recommendations in five parts, in the order of the dossier.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> print(coverage(bundled_dossier()))
        implemented: 0 of 17
        taken up: 17 of 17
        dropped: 0 of 17
        rejected: 0 of 17
        open: 0 of 17
    """
    dossier = Dossier.of(subject)
    meant = resolve(dossier)
    takers: dict[Node, list[_Taker]] = {}
    for target, taker in _taken_up(meant):
        takers.setdefault(target, []).append(taker)
    found: dict[str, list[RecommendationRef]] = {}
    for item in dossier.recommendations:
        ref = recommendation(item.id)
        mine = [taker for node in (ref, *origins_of(item, meant)) for taker in takers.get(node, ())]
        for fate in _fates(item, mine):
            found.setdefault(fate, []).append(ref)
    return Coverage(**{name: tuple(refs) for name, refs in found.items()})


def origins_of(item: Recommendation, meant: Resolution) -> tuple[Node, ...]:
    """What a recommendation arises from: its report, and the action behind it.

    Args:
        item: The recommendation.
        meant: What the links of its dossier mean.

    Example:
        >>> item = Recommendation(id="R", text="", arising_from=ActionRef("AP3", "3.6"))
        >>> [str(node) for node in origins_of(item, resolve(Dossier(recommendations=[item])))]
        ['AP3/3.6']
    """
    found: list[Node] = [] if item.document is None else [item.document]
    if item.arising_from is not None:
        found.append(meant.address(item.arising_from))
    arising = [link.target for link in item.links if link.kind is LinkKind.ARISES_FROM]
    found += [meant.outside(target, item.id).node for target in arising]
    return tuple(dict.fromkeys(found))


def orphans(graph: "nx.MultiDiGraph[Node]") -> tuple[Node, ...]:
    """Actions that nothing comes before or after, and recommendations on which nothing rests.

    A recommendation does not stand alone where it is only taken up with its report, or with the
    action from which it arises: what `coverage` counts as taken up is no orphan.

    Args:
        graph: What `dependency_graph` gave.

    Returns:
        The actions, then the recommendations, in the order of the graph.

    Example:
        >>> from customs_coop.graph import dependency_graph
        >>> from customs_coop.model import Action
        >>> plan = ActionPlan(id="AP1", title="", actions=[Action(code="8", title="")])
        >>> [str(node) for node in orphans(dependency_graph(plan))]
        ['AP1/8']
    """
    check_graph(graph)
    kinds = {node: about["kind"] for node, about in graph.nodes(data=True)}
    taking_up = {kind.value for kind in TAKING_UP}
    tied: set[Node] = set()
    used: set[Node] = set()
    taken: set[Node] = set()
    arising: dict[Node, list[Node]] = {}
    for earlier, later, edge in graph.edges(data=True):
        if edge["place"] == "beside":
            continue
        used.add(earlier)
        tied.add(later)
        if edge["kind"] in taking_up and kinds[later] == "action":
            taken.add(earlier)
        elif edge["kind"] == LinkKind.ARISES_FROM.value and kinds[later] == "recommendation":
            arising.setdefault(earlier, []).append(later)
    tied |= used
    used.update(item for origin in arising if origin in taken for item in arising[origin])
    return tuple(
        node
        for node, kind in kinds.items()
        if (kind == "action" and node not in tied)
        or (kind == "recommendation" and node not in used)
    )


def most_depended_on(graph: "nx.MultiDiGraph[Node]", limit: int = 10) -> tuple[Dependence, ...]:
    """The actions for which most other actions wait directly.

    To be cited makes nobody wait, so links "cites" do not count.

    Args:
        graph: What `dependency_graph` gave.
        limit: How many are wanted at most; what waits in any way is counted for these alone.

    Returns:
        The actions, the one with most dependents first; those without any are left out.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> print(most_depended_on(dependency_graph(bundled_dossier()), 1)[0])
        AP3/3.1: 2 directly, 3 in all
    """
    check_graph(graph)
    actions = {node for node, about in graph.nodes(data=True) if about["kind"] == "action"}
    after = successors_of(graph)
    words = frozenset(kind.value for kind in WAITING)
    direct = {
        node: sum(
            other in actions and is_among(edges, words) for other, edges in after[node].items()
        )
        for node in graph
        if node in actions
    }
    # Sorting keeps the order of the graph among equals.
    most = sorted((node for node in direct if direct[node]), key=lambda node: -direct[node])
    return tuple(
        Dependence(
            node=node,
            direct=direct[node],
            all=sum(other in actions for other in dependents(graph, node)),
        )
        for node in most[: max(0, limit)]
    )


class _Taker(NamedTuple):
    """The status of an action that takes something up, and whether it says so outright."""

    status: Status
    outright: bool


def _taken_up(meant: Resolution) -> Iterator[tuple[Node, _Taker]]:
    """What actions take up, use or start from."""
    for plan in meant.dossier.plans:
        for action in plan.actions:
            source = ActionRef(plan.id, action.code)
            for link in action.links:
                end = meant.end(source, link) if link.kind in TAKING_UP else None
                if end is not None:  # an action takes nothing up from itself
                    outright = link.kind is not LinkKind.STARTS_FROM
                    yield end.node, _Taker(action.status, outright)


def _fates(item: Recommendation, takers: list[_Taker]) -> tuple[str, ...]:
    """The parts of the coverage in which a recommendation stands."""
    if item.status is Status.OBSOLETE:
        return ("rejected",)
    if item.status is Status.COMPLETED:
        return ("implemented",)
    alive = [taker for taker in takers if taker.status is not Status.OBSOLETE]
    outright = [taker for taker in alive if taker.outright]
    if outright:
        done = all(taker.status is Status.COMPLETED for taker in outright)
        return ("implemented" if done else "taken_up",)
    if alive:
        return "taken_up", "inferred"
    return ("dropped" if takers else "open",)
