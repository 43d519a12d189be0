"""Rule: the graph says what the links say, whatever order they stand in, and nothing else."""

import itertools
import json
from collections.abc import Iterator

import attrs
import networkx as nx
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from customs_coop.graph import (
    ORDER,
    WAITING,
    Baseline,
    Node,
    OpenCitation,
    coverage,
    cycles,
    dependency_graph,
    dependents,
    is_cyclic,
    orphans,
    plain_graph,
    prerequisites,
    resolve,
    suspect_links,
    waves,
    why,
)
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
    Named,
    PartyRef,
    Place,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Status,
    Target,
)
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation
from customs_coop.testing import dossiers

_CODES = ["1", "2", "2.1", "3.1", "3.10", "14b"]
_PLANS = ["AP1", "AP2", "AP3"]
_REPORT = DocumentNumber(8351, 2009, revision=2)
_TARGETS: st.SearchStrategy[Target] = st.one_of(
    st.builds(ActionRef, st.sampled_from([*_PLANS, "AP4"]), st.sampled_from(_CODES)),
    st.builds(ActionCitation, st.sampled_from([None, 1, 2, 4]), st.sampled_from(_CODES[:-1])),
    st.builds(RecommendationCitation, st.sampled_from([None, _REPORT]), st.just("12")),
    st.sampled_from(
        [
            _REPORT,
            PlanRef("AP1"),
            PartyRef("CCWP"),
            RecommendationRef("R1"),
            Named("second Action Plan", "plan"),
            Named("review of nets"),
        ]
    ),
)
_LINKS = st.builds(
    Link,
    kind=st.sampled_from(LinkKind),
    target=_TARGETS,
    text=st.sampled_from(["", "see it", "awaits it"]),
    inferred=st.booleans(),
)
_RECOMMENDATIONS = st.lists(
    st.builds(
        Recommendation,
        id=st.sampled_from(["R1", "R2", "R3"]),
        text=st.just("Count"),
        number=st.sampled_from(["", "12"]),
        document=st.none() | st.just(_REPORT),
        arising_from=st.none() | st.just(ActionRef("AP1", "1")),
        status=st.sampled_from(Status),
    ),
    max_size=3,
    unique_by=lambda item: item.id,
)


@st.composite
def linked(draw: st.DrawFn, *, doubles: bool = False) -> Dossier:
    """Dossiers in which each code stands once, or may stand more often."""
    plans = []
    names = draw(st.lists(st.sampled_from(_PLANS), unique=not doubles, max_size=4))
    for number, name in enumerate(names, 1):
        codes = draw(st.lists(st.sampled_from(_CODES), unique=not doubles, max_size=5))
        plans.append(
            ActionPlan(
                id=name,
                title=f"Plan {name}",
                number=draw(st.none() | st.just(number)),
                previous=draw(st.lists(st.sampled_from(_PLANS), unique=True, max_size=2)),
                actions=[
                    Action(
                        code=code,
                        title=draw(st.sampled_from(["", "Swim"]))
                        if doubles
                        else f"Do {code} of {name}",
                        aliases=draw(st.lists(st.sampled_from(_CODES), max_size=2 * doubles)),
                        status=draw(st.sampled_from(Status)),
                        links=draw(st.lists(_LINKS, max_size=3)),
                    )
                    for code in codes
                ],
            )
        )
    items = draw(_RECOMMENDATIONS)
    more = draw(_RECOMMENDATIONS) if doubles else []
    return Dossier(plans=plans, recommendations=[*items, *more])


def chain(actions: int, edges: list[tuple[int, int]]) -> ActionPlan:
    """A plan in which action a waits for action b, for each (a, b)."""
    return ActionPlan(
        id="P",
        title="",
        actions=[
            Action(
                code=str(one),
                title=f"Do {one}",
                links=[
                    Link(kind="awaits", target=ActionRef("P", str(b)), text=f"{a} after {b}")
                    for a, b in edges
                    if a == one
                ],
            )
            for one in range(actions)
        ],
    )


_EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16)


def further(dossier: Dossier) -> Iterator[tuple[Node, Node, LinkKind]]:
    """The edges that come from fields and not from links."""
    for plan in dossier.plans:
        for previous in plan.previous:
            if previous != plan.id:
                yield PlanRef(previous), PlanRef(plan.id), LinkKind.CONTINUES
    for item in dossier.recommendations:
        for origin in (item.document, item.arising_from):
            if origin is not None:
                yield origin, RecommendationRef(item.id), LinkKind.ARISES_FROM
        if item.document is not None and item.arising_from is not None:
            yield item.arising_from, item.document, LinkKind.ARISES_FROM


def everything(dossier: Dossier) -> object:
    graph = dependency_graph(dossier)
    return (
        list(graph.nodes(data=True)),
        [
            (one, other, kind, {**edge, "evidence": sorted(edge["evidence"])})
            for one, other, kind, edge in graph.edges(keys=True, data=True)
        ],
    )


@st.composite
def rearranged(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """A dossier, and the same with its plans, actions and links in another order.

    Ids and codes may come several times.
    """
    dossier = draw(linked(doubles=draw(st.booleans())))
    plans = [
        attrs.evolve(
            plan,
            actions=draw(
                st.permutations(
                    [
                        attrs.evolve(action, links=draw(st.permutations(action.links)))
                        for action in plan
                    ]
                )
            ),
        )
        for plan in dossier.plans
    ]
    other = attrs.evolve(
        dossier,
        plans=draw(st.permutations(plans)),
        recommendations=draw(st.permutations(dossier.recommendations)),
    )
    return dossier, other


@given(both=rearranged())
def test_the_graph_does_not_depend_on_the_order_of_the_dossier(
    both: tuple[Dossier, Dossier],
) -> None:
    assert everything(both[0]) == everything(both[1])


@given(dossier=linked(doubles=True))
def test_a_plain_copy_has_all_nodes_and_edges_and_json_takes_it(dossier: Dossier) -> None:
    graph = dependency_graph(dossier)
    plain = plain_graph(graph)
    assert (len(plain), plain.number_of_edges()) == (len(graph), graph.number_of_edges())
    data = json.loads(json.dumps(nx.node_link_data(plain, edges="edges")))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), plain)
    assert list(nx.generate_graphml(plain))


@given(dossier=linked(), data=st.data())
def test_no_chain_leads_through_a_party_or_an_open_citation(
    dossier: Dossier, data: st.DataObject
) -> None:
    graph = dependency_graph(dossier)
    assume(len(graph) > 1)
    ends = {node for node in graph if isinstance(node, OpenCitation | PartyRef)}
    start = data.draw(st.sampled_from(list(graph)))
    inner: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    for one, other, kind in graph.edges(keys=True):
        if kind in WAITING and (one == start or one not in ends):
            inner.add_edge(one, other)
    inner.add_node(start)
    assert set(dependents(graph, start)) == nx.descendants(inner, start)
    for node in dependents(graph, start):
        way = why(graph, start, node)
        assert way
        assert not ends & {step.later for step in way[:-1]}
    for cycle in cycles(graph):
        assert not ends & set(cycle.members)


@given(dossier=linked())
def test_each_link_is_an_edge_with_its_words_and_each_edge_is_stated(dossier: Dossier) -> None:
    graph = dependency_graph(dossier)
    meant = resolve(dossier)
    expected = set(further(dossier))
    for plan in dossier.plans:
        for action, link in [(one, link) for one in plan for link in one.links]:
            end = meant.end(plan.ref(action), link)
            if end is None:
                continue
            ends = (end.node, plan.ref(action))
            earlier, later = ends if link.kind.place is Place.BEFORE else ends[::-1]
            edge = graph.edges[earlier, later, link.kind]
            assert not link.text or link.text in edge["evidence"]
            assert len(set(edge["evidence"])) == len(edge["evidence"])
            assert edge["inferred"] <= (link.inferred or end.inferred)
            expected.add((earlier, later, link.kind))
            node = end.node
            cited = node.citation if isinstance(node, OpenCitation) else node
            if isinstance(cited, RecommendationCitation) and cited.document is not None:
                expected.add((cited.document, node, LinkKind.ARISES_FROM))
    assert set(graph.edges(keys=True)) == expected


@given(dossier=linked())
def test_the_tables_of_the_graph_are_those_that_networkx_makes(dossier: Dossier) -> None:
    graph = dependency_graph(dossier)
    plain: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    for node, about in graph.nodes(data=True):
        plain.add_node(node, **about)
    for one, other, kind, edge in graph.edges(keys=True, data=True):
        plain.add_edge(one, other, kind, **edge)
    assert nx.utils.graphs_equal(graph, plain)
    assert list(graph.edges(keys=True)) == list(plain.edges(keys=True))
    assert list(graph.in_edges(keys=True)) == list(plain.in_edges(keys=True))
    copied = graph.copy()
    copied.remove_nodes_from(list(graph)[::2])
    assert len(copied) == len(graph) // 2
    assert nx.utils.graphs_equal(graph, plain)


@settings(max_examples=15)
@given(dossier=dossiers())
def test_any_dossier_has_a_graph(dossier: Dossier) -> None:
    graph = dependency_graph(dossier)
    assert len({str(about["label"]) for _, about in graph.nodes(data=True)}) <= len(graph)
    cycles(graph)
    waves(graph)
    assert coverage(dossier).total == len(dossier.recommendations)
    assert suspect_links(dossier, Baseline.of(dossier)) == ()


@given(edges=_EDGES)
def test_circles_are_found_exactly_where_networkx_finds_them(edges: list[tuple[int, int]]) -> None:
    plan = chain(8, edges)
    graph = dependency_graph(plan)
    knots = [group for group in nx.strongly_connected_components(graph) if len(group) > 1]
    found = cycles(graph)
    assert {frozenset(cycle.members) for cycle in found} == set(map(frozenset, knots))
    assert is_cyclic(plan) == bool(knots)
    for cycle in found:
        ends = [*cycle.nodes, cycle.nodes[0]]
        assert [(step.earlier, step.later) for step in cycle.steps] == list(
            itertools.pairwise(ends)
        )
        assert all(step.evidence and step.kind in ORDER for step in cycle.steps)
        through = nx.shortest_path_length(graph, ends[1], ends[0])
        shortest = min(
            nx.shortest_path_length(graph, other, ends[0])
            for other in graph.successors(ends[0])
            if other in cycle.members
        )
        assert len(cycle.nodes) == through + 1 == shortest + 1


@given(edges=_EDGES)
def test_waves_respect_the_order_and_hold_each_action_once(edges: list[tuple[int, int]]) -> None:
    graph = dependency_graph(chain(8, edges))
    found = waves(graph)
    placed = {node: number for number, wave in enumerate(found) for node in wave.nodes}
    assert len(placed) == sum(len(wave.nodes) for wave in found) == 8
    knotted = {node for cycle in cycles(graph) for node in cycle.members}
    assert {node for wave in found for node in wave.cyclic} == knotted
    for one, other in graph.edges():
        assert placed[one] < placed[other] or {one, other} <= knotted
    for node, number in placed.items():
        before = [placed[one] for one in graph.predecessors(node)]
        assert number == 0 or node in knotted or number - 1 in before


@given(edges=_EDGES, start=st.integers(0, 7))
def test_what_comes_before_and_after_is_what_networkx_finds(
    edges: list[tuple[int, int]], start: int
) -> None:
    graph = dependency_graph(chain(8, edges))
    node = ActionRef("P", str(start))
    for found, expected, towards in (
        (prerequisites(graph, node), nx.ancestors(graph, node), True),
        (dependents(graph, node), nx.descendants(graph, node), False),
    ):
        assert set(found) == expected
        assert len(found) == len(expected)
        far = [
            nx.shortest_path_length(graph, one, node)
            if towards
            else nx.shortest_path_length(graph, node, one)
            for one in found
        ]
        assert far == sorted(far)


@given(dossier=linked())
def test_each_recommendation_stands_in_one_part_of_the_coverage(dossier: Dossier) -> None:
    found = coverage(dossier)
    parts = [ref for _, refs in found.parts for ref in refs]
    assert sorted(parts) == sorted(RecommendationRef(item.id) for item in dossier.recommendations)
    graph = dependency_graph(dossier)
    alone = orphans(graph)
    assert not {*found.taken_up, *found.dropped}.intersection(alone)
    for ref in found.open:
        rests = any(about["place"] != "beside" for *_, about in graph.out_edges(ref, data=True))
        assert (ref in alone) is not rests


@given(edges=_EDGES, codes=st.permutations(range(8)))
def test_new_codes_make_no_link_suspect(edges: list[tuple[int, int]], codes: list[int]) -> None:
    old = chain(8, edges)
    new = ActionPlan(
        id="Q",
        title="",
        actions=[
            attrs.evolve(
                action,
                code=str(codes[int(action.code.text)]),
                links=[
                    attrs.evolve(
                        link, target=ActionRef("Q", str(codes[int(link.target.code.text)]))
                    )
                    for link in action.links
                    if isinstance(link.target, ActionRef)
                ],
            )
            for action in old
        ],
    )
    assert suspect_links(new, Baseline.of(old)) == ()


@given(edges=_EDGES, changed=st.integers(0, 7))
def test_new_words_make_each_link_at_either_end_suspect(
    edges: list[tuple[int, int]], changed: int
) -> None:
    edges = [(a, b) for a, b in edges if a != b]
    assume(edges)
    old = chain(8, edges)
    touched = attrs.evolve(
        old,
        actions=[
            attrs.evolve(action, title="Do something else")
            if action.code == str(changed)
            else action
            for action in old
        ],
    )
    found = suspect_links(touched, Baseline.of(old))
    expected = sum(changed in edge for edge in edges)
    assert len(found) == expected
    ends = {str(changed)}
    labels = [(one.new.source, one.new.target) for one in found]
    assert all(ends & {label.partition("/")[2] for label in pair} for pair in labels)
