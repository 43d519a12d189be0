"""Figures: recommendations that were taken up, actions without ties, and what much rests on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from customs_coop.graph.nodes import Node, label_of, recommendation
from customs_coop.graph.ordering import dependents
from customs_coop.graph.resolution import resolve
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

__all__ = ["Coverage", "Dependence", "coverage", "most_depended_on", "orphans"]

_TAKING_UP = (LinkKind.TAKES_UP, LinkKind.USES_RECOMMENDATIONS_OF)


@attrs.frozen(kw_only=True)
class Coverage:
    """What became of the recommendations of a dossier; each stands in one place only.

    Args:
        implemented: Carried out, by what it says itself or by every action that takes it up.
        rejected: Turned down or overtaken.
        taken_up: Taken up by an action, and not carried out yet.
        open: Nothing is known of it.

    Example:
        >>> print(Coverage())
        taken up: n/a, no recommendations
    """

    implemented: tuple[RecommendationRef, ...] = ()
    rejected: tuple[RecommendationRef, ...] = ()
    taken_up: tuple[RecommendationRef, ...] = ()
    open: tuple[RecommendationRef, ...] = ()

    @property
    def total(self) -> int:
        """How many recommendations there are."""
        return len(self.implemented) + len(self.rejected) + len(self.taken_up) + len(self.open)

    @property
    def rate(self) -> float | None:
        """The part of all that was taken up or implemented; None where there are none."""
        return (len(self.taken_up) + len(self.implemented)) / self.total if self.total else None

    def __str__(self) -> str:
        if not self.total:
            return "taken up: n/a, no recommendations"
        parts = (
            ("implemented", self.implemented),
            ("taken up", self.taken_up),
            ("rejected", self.rejected),
            ("open", self.open),
        )
        return "\n".join(f"{name}: {len(found)} of {self.total}" for name, found in parts)


@attrs.frozen(kw_only=True)
class Dependence:
    """How much waits for an action.

    Args:
        node: The action.
        direct: How many actions have an edge from it.
        all: How many actions come after it in any way.
    """

    node: Node
    direct: int
    all: int

    def __str__(self) -> str:
        return f"{label_of(self.node)}: {self.direct} directly, {self.all} in all"


def coverage(subject: Dossier | ActionPlan) -> Coverage:
    """Count what became of the recommendations of a dossier.

    A recommendation is taken up by an action that has a link "takes up" or "uses the
    recommendations of" to it, to its report, or to the action from which it arises.

    Args:
        subject: A dossier or a bare plan.

    Returns:
        The recommendations in four parts, in the order of the dossier.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> print(coverage(bundled_dossier()))
        implemented: 0 of 17
        taken up: 17 of 17
        rejected: 0 of 17
        open: 0 of 17
    """
    dossier = Dossier.of(subject)
    takers: dict[Node, list[Status]] = {}
    for target, status in _taken_up(dossier):
        takers.setdefault(target, []).append(status)
    found: dict[str, list[RecommendationRef]] = {}
    for item in dossier.recommendations:
        ref = recommendation(item.id)
        statuses = [
            status
            for node in (ref, item.document, item.arising_from)
            if node is not None
            for status in takers.get(node, ())
        ]
        found.setdefault(_fate(item, statuses), []).append(ref)
    return Coverage(**{name: tuple(refs) for name, refs in found.items()})


def orphans(graph: "nx.MultiDiGraph[Node]") -> tuple[Node, ...]:
    """Actions that nothing comes before or after, and recommendations on which nothing rests.

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
    tied: set[Node] = set()
    used: set[Node] = set()
    for earlier, later, edge in graph.edges(data=True):
        if edge["place"] != "beside":
            used.add(earlier)
            tied.add(later)
    tied |= used
    return tuple(
        node
        for node, about in graph.nodes(data=True)
        if (about["kind"] == "action" and node not in tied)
        or (about["kind"] == "recommendation" and node not in used)
    )


def most_depended_on(graph: "nx.MultiDiGraph[Node]", limit: int = 10) -> tuple[Dependence, ...]:
    """The actions for which most other actions wait directly.

    Args:
        graph: What `dependency_graph` gave.
        limit: How many are wanted at most; what waits in any way is counted for these alone.

    Returns:
        The actions, the one with most dependents first; those without any are left out.

    Example:
        >>> from customs_coop.datasets import bundled_dossier
        >>> from customs_coop.graph import dependency_graph
        >>> print(most_depended_on(dependency_graph(bundled_dossier()), 1)[0])
        AP3/3.1: 2 directly, 2 in all
    """
    actions = {node for node, about in graph.nodes(data=True) if about["kind"] == "action"}
    direct = {
        node: sum(
            other in actions and any(edge["place"] != "beside" for edge in edges.values())
            for other, edges in others.items()
        )
        for node, others in graph.adjacency()
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


def _taken_up(dossier: Dossier) -> Iterator[tuple[Node, Status]]:
    """What actions take up or use, each with the status of the action."""
    meant = resolve(dossier)
    for plan in dossier.plans:
        for action in plan.actions:
            source = ActionRef(plan.id, action.code)
            for node in dict.fromkeys(
                meant.target(source, link.target)
                for link in action.links
                if link.kind in _TAKING_UP
            ):
                yield node, action.status


def _fate(item: Recommendation, statuses: list[Status]) -> str:
    if item.status is Status.OBSOLETE:
        return "rejected"
    if item.status is Status.COMPLETED:
        return "implemented"
    if statuses:
        done = all(status is Status.COMPLETED for status in statuses)
        return "implemented" if done else "taken_up"
    return "open"
