"""Making the graph: every relation that a dossier states becomes an edge with its evidence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from customs_coop.collector import collector_paused
from customs_coop.graph.collecting import Collection
from customs_coop.graph.describing import bodies_of, described, mentioned
from customs_coop.graph.meanings import Meaning
from customs_coop.graph.nodes import (
    Node,
    OpenCitation,
    natural_order,
    plan_node,
    recommendation,
    thing,
)
from customs_coop.graph.resolution import Resolution, resolve
from customs_coop.graph.tables import Table, nodes_of, predecessors_of, successors_of
from customs_coop.model import ActionPlan, ActionRef, Dossier, Link, LinkKind
from customs_coop.references import RecommendationCitation

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["collected", "dependency_graph"]

CouldMean: TypeAlias = dict[Node, tuple[str, ...]]


@collector_paused()
def dependency_graph(subject: Dossier | ActionPlan) -> "nx.MultiDiGraph[Node]":
    """Make the graph of what builds on what, across all plans of a dossier.

    Nodes are values: `ActionRef("AP5", "5.10")`, `DocumentNumber`, `PlanRef`, `PartyRef`, `Named`;
    `OpenCitation` where nobody can say what a plan cites. Each has the attributes `kind`, `label`,
    `title`, `plan`, `status`, `mentioned` (the dossier knows it by mention only) and `candidates`
    (what a citation could mean, where that is open). Every action, plan, recommendation,
    strategy, document and event is there, linked or not; a party only where something is linked
    with it.

    Edges run from the earlier to the later, one for each kind of link between two nodes. The
    key is the `LinkKind`. Each has `kind`, `place` ("before", "after" or "beside", as the
    action that has the link sees it; "beside" is no order), `evidence` (the sentences that
    state it), `inferred` (no sentence says it outright), `stated_by` (the labels of what
    states it), and `source` and `target` as the link has them.

    Besides links there are edges from the report and the action to a recommendation that
    arises from them (and from that action to that report, which is inferred), from a strategy to
    the plan that implements it, from a plan to the one that continues it, from plans and
    strategies to the documents that print them, and from a document to the one whose cover lists
    it as a previous one.

    Args:
        subject: A dossier or a bare plan; it is not changed.

    Returns:
        A graph of your own; changing it changes nothing else. Nodes and edges stand in an order
        that does not depend on how the dossier is arranged.

    Raises:
        TypeError: The subject is neither a dossier nor a plan.

    Example:
        >>> from customs_coop.model import Action, ActionRef, Link
        >>> link = Link(kind="awaits", target=ActionRef("AP1", "2.1"), text="await 2.1")
        >>> actions = [Action(code="2.2", title="Swim", links=[link]), Action(code="2.1", title="")]
        >>> graph = dependency_graph(ActionPlan(id="AP1", title="First", actions=actions))
        >>> [str(node) for node in graph]
        ['AP1/2.1', 'AP1/2.2', 'AP1']
        >>> edge = ActionRef("AP1", "2.1"), ActionRef("AP1", "2.2"), LinkKind.AWAITS
        >>> graph.edges[edge]["evidence"]
        ['await 2.1']
    """
    import networkx as nx

    meant = resolve(subject)
    held = described(meant.known)
    found, candidates = collected(meant, held)
    bodies = bodies_of(meant.dossier)
    order = found.order()
    graph: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    about, after, before = nodes_of(graph), successors_of(graph), predecessors_of(graph)
    for node in order:
        # As `add_node` does, but what hangs on the node is not copied.
        about[node] = held.get(node) or mentioned(node, candidates.get(node, ()), bodies)
        after[node], before[node] = {}, {}
    _add_edges(order, found, after, before)
    return graph


def _add_edges(order: list[Node], found: Collection, after: Table, before: Table) -> None:
    """Add the edges to the tables of a graph that has the nodes.

    `add_edge` asks eight times for the hash of an identity, which is computed each time; here it
    is asked for twice.
    """
    successors = list(after.values())
    predecessors = list(before.values())
    ends = -1, -1
    for earlier, later, kind, edge in found.edges(order):
        if ends == (earlier, later):
            successors[earlier][order[later]][kind] = edge
        else:
            ends = earlier, later
            keys = {kind: edge}
            successors[earlier][order[later]] = predecessors[later][order[earlier]] = keys


def collected(meant: Resolution, nodes: Iterable[Node] = ()) -> tuple[Collection, CouldMean]:
    """Gather what the graph of a dossier is made of.

    Args:
        meant: What its links mean.
        nodes: What is to be a node, linked or not.

    Returns:
        Nodes and edges, and what the open citations among the nodes could mean.
    """
    dossier = meant.dossier
    found = Collection()
    for node in nodes:
        found.number(node)
    candidates = _add_links(found, meant)
    _add_recommendations(found, meant, candidates)
    _add_documents(found, meant, candidates)
    _add_plans(found, dossier)
    return found, candidates


def _add_links(found: Collection, meant: Resolution) -> CouldMean:
    """Add the links of all actions, and give what the open citations among them could mean."""
    could_mean: CouldMean = {}
    held = meant.known.plans
    # By plan and code: most links name an action that is held, and of these nothing is open.
    numbers: dict[str, dict[str, int]] = {name: {} for name in held}
    for plan, actions in meant.known.rows:
        for action in actions:
            if not action.links:
                continue
            ref = meant.known.action(plan.id, action.code.text)
            if ref is None:  # never: each action is held under its code
                continue
            source = found.number(ref)
            for link in action.links:
                aim = link.target
                if isinstance(aim, ActionRef) and aim.plan in numbers:
                    text, known = aim.code.text, numbers[aim.plan]
                    number = known.get(text)
                    if number is None and text in held[aim.plan].codes:
                        number = known[text] = found.number(held[aim.plan].codes[text])
                    if number is not None and number != source:
                        found.add(source, number, link.kind, link.text, inferred=link.inferred)
                        continue
                end = meant.end(ref, link)
                if end is not None:  # else it is linked to itself; the report tells of it
                    _add_end(found, source, link, end, could_mean)
    return could_mean


def _add_end(
    found: Collection, source: int, link: Link, end: Meaning, could_mean: CouldMean
) -> None:
    """Add a link of an action with what it was found to mean."""
    node = end.node
    target = found.number(node)
    found.add(source, target, link.kind, link.text, inferred=link.inferred or end.inferred)
    if isinstance(node, ActionRef):
        return
    _add_candidates(could_mean, end)
    cited = node.citation if isinstance(node, OpenCitation) else node
    if isinstance(cited, RecommendationCitation) and cited.document is not None:
        report = found.number(cited.document)
        found.add(target, report, LinkKind.ARISES_FROM, link.text, stated_by=source)


def _add_candidates(could_mean: CouldMean, end: Meaning) -> None:
    if end.candidates:
        names = {*could_mean.get(end.node, ()), *end.candidates}
        could_mean[end.node] = tuple(sorted(names, key=natural_order))


def _add_others(
    found: Collection,
    meant: Resolution,
    source: int,
    links: Iterable[Link],
    could_mean: CouldMean,
) -> None:
    """Add the links of a recommendation or a document."""
    label = found.label(source)
    for link in links:
        end = meant.outside(link.target, label)
        target = found.number(end.node)
        if target != source:
            inferred = link.inferred or end.inferred
            found.add(source, target, link.kind, link.text, inferred=inferred)
            _add_candidates(could_mean, end)


def _add_recommendations(found: Collection, meant: Resolution, could_mean: CouldMean) -> None:
    for item in meant.known.recommendations:
        source = found.number(recommendation(item.id))
        _add_others(found, meant, source, item.links, could_mean)
        arising = None if item.arising_from is None else meant.address(item.arising_from)
        if item.document is not None and arising is not None:
            # A report that holds what an action led to is the report of that action.
            report, action = found.number(item.document), found.number(arising)
            found.add(report, action, LinkKind.ARISES_FROM, inferred=True, stated_by=source)
        for origin in (item.document, arising):
            if origin is not None:
                found.add(source, found.number(origin), LinkKind.ARISES_FROM)


def _add_documents(found: Collection, meant: Resolution, could_mean: CouldMean) -> None:
    for document in meant.known.documents:
        source = found.number(document.reference)
        _add_others(found, meant, source, document.links, could_mean)
        for previous in document.previous:
            target = found.number(previous)
            if target != source:
                found.add(source, target, LinkKind.CITES)


def _add_plans(found: Collection, dossier: Dossier) -> None:
    for one in dossier.strategies:
        if one.reference is not None:
            printed = found.number(thing(one.id, "strategy"))
            document = found.number(one.reference)
            found.add(document, printed, LinkKind.PRINTS, stated_by=printed)
    for plan in dossier.plans:
        source = found.number(plan_node(plan.id))
        if plan.document is not None:
            document = found.number(plan.document)
            found.add(document, source, LinkKind.PRINTS, stated_by=source)
        if plan.strategy is not None:
            strategy = found.number(thing(plan.strategy, "strategy"))
            found.add(source, strategy, LinkKind.IMPLEMENTS)
        for previous in plan.previous:
            target = found.number(plan_node(previous))
            if target != source:
                found.add(source, target, LinkKind.CONTINUES)
