"""What comes first: prerequisites, dependents, circles, waves."""

import pytest

from customs_coop.errors import UnknownActionError
from customs_coop.graph import (
    ORDER,
    WAITING,
    Impact,
    cycles,
    dependency_graph,
    dependents,
    impact,
    is_cyclic,
    lineage,
    prerequisites,
    waves,
    why,
)
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    LinkKind,
    Named,
    PartyRef,
    Target,
)
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation
from folded import every_case
from linked_plans import action, link, plan

REPORT = DocumentNumber(1, 2009)
ONE = ActionRef("AP1", "1")
CHAIN = plan(
    "P",
    action("1"),
    action("2", link("awaits", "P/1", "after 1")),
    action("3", link("awaits", "P/2", "after 2"), link("handled with", "P/9")),
    action("4", link("depends on", "P/1"), link("depends on", "P/3")),
    action("9"),
)
KNOT = plan(
    "P",
    action("1", link("awaits", "P/3", "one after three")),
    action("2", link("awaits", "P/1", "two after one")),
    action("3", link("depends on", "P/2", "three on two"), link("awaits", "P/4")),
    action("4", link("awaits", "P/3"), link("awaits", "P/5")),
    action("5"),
    action("6", link("awaits", "P/4")),
)


def test_what_comes_before_is_told_from_near_to_far() -> None:
    graph = dependency_graph(CHAIN)
    assert [str(node) for node in prerequisites(graph, "P/4")] == ["P/1", "P/3", "P/2"]
    assert [str(node) for node in dependents(graph, "P/1")] == ["P/2", "P/4", "P/3"]
    assert prerequisites(graph, ActionRef("P", "1")) == ()


def test_beside_is_no_order() -> None:
    assert dependents(dependency_graph(CHAIN), "P/9") == ()


def test_small_and_large_parts_of_a_graph_have_the_same_order() -> None:
    links = [link("awaits", f"P/{n}") for n in (11, 2, 10, 1)]
    others = [action(str(n)) for n in range(1, 200)]
    expected = ["P/1", "P/2", "P/10", "P/11"]
    for more in (others, others[:11]):
        graph = dependency_graph(plan("P", action("0", *links), *more))
        assert [str(node) for node in prerequisites(graph, "P/0")] == expected


def test_an_action_in_a_circle_does_not_come_before_itself() -> None:
    found = [str(node) for node in prerequisites(dependency_graph(KNOT), "P/2")]
    assert found == ["P/1", "P/3", "P/4", "P/5"]


def hub(cited: Target) -> Dossier:
    """Two plans that wait for nothing of each other and name one thing."""
    return Dossier(
        plans=[
            plan("AP1", action("1", link("followed up by", cited))),
            plan("AP4", action("4", link("awaits", cited), link("followed up by", cited))),
        ]
    )


HUBS = [
    PartyRef("EUROPOL"),
    ActionCitation(None, "9"),
    RecommendationCitation(None, "12"),
    Named("Project Group", "group"),
    Named("Naples II Convention", "act"),
    Named("next meeting", "event"),
]


@every_case("cited", HUBS)
def test_no_order_passes_through_a_party_or_what_nobody_can_find(cited: Target) -> None:
    graph = dependency_graph(hub(cited))
    assert ActionRef("AP4", "4") not in dependents(graph, "AP1/1")
    assert prerequisites(graph, "AP1/1") == ()
    assert ActionRef("AP1", "1") not in prerequisites(graph, "AP4/4")
    assert cycles(graph) == ()
    assert not is_cyclic(hub(cited))
    assert why(graph, "AP1/1", "AP4/4") == ()
    assert impact(graph, "AP1/1").steps == why(graph, "AP1/1", next(iter(graph.successors(ONE))))
    assert ActionRef("AP1", "1") not in lineage(graph, "AP4/4").sources
    found = waves(graph, ["AP1/1", "AP4/4"])
    assert [str(wave) for wave in found] == ["AP1/1, AP4/4"]


@every_case("cited", HUBS)
def test_the_ends_of_order_keep_their_edges(cited: Target) -> None:
    graph = dependency_graph(hub(cited))
    (end,) = prerequisites(graph, "AP4/4")
    assert [step.kind.value for step in why(graph, end, "AP4/4")] == ["awaits"]
    assert ActionRef("AP4", "4") in dependents(graph, end)
    assert impact(graph, end).steps
    assert dependents(graph, "AP1/1") == tuple(graph.successors(ONE))


def test_within_one_plan_no_order_passes_through_an_open_citation_either() -> None:
    nine = ActionCitation(None, "9")
    both = plan("P", action("1", link("followed up by", nine)), action("2", link("awaits", nine)))
    graph = dependency_graph(both)
    assert why(graph, "P/1", "P/2") == ()
    assert [str(node) for node in graph] == ["P/1", "P/2", "Action 9 (cited in P)", "P"]
    assert [str(wave) for wave in waves(graph)] == ["P/1", "P/2, Action 9 (cited in P)"]


def test_a_party_that_is_put_in_order_comes_after_what_leads_to_it() -> None:
    graph = dependency_graph(hub(PartyRef("EUROPOL")))
    found = waves(graph, ["AP1/1", "AP4/4", "EUROPOL"])
    assert [str(wave) for wave in found] == ["AP1/1", "AP4/4", "EUROPOL"]


def test_for_what_is_only_cited_nothing_waits() -> None:
    cites = plan("P", action("1"), action("2", link("cites", "P/1")))
    graph = dependency_graph(cites)
    assert dependents(graph, "P/1") == prerequisites(graph, "P/2") == ()
    assert impact(graph, "P/1") == Impact(node=ActionRef("P", "1"), dependents=(), steps=())
    assert [str(wave) for wave in waves(graph)] == ["P/1, P/2"]
    assert dependents(graph, "P/1", kinds=ORDER) == (ActionRef("P", "2"),)
    assert prerequisites(graph, "P/2", kinds=ORDER) == (ActionRef("P", "1"),)
    assert len(impact(graph, "P/1", kinds=ORDER).steps) == 1
    assert [str(wave) for wave in waves(graph, kinds=ORDER)] == ["P/1", "P/2"]
    assert len(why(graph, "P/1", "P/2")) == len(lineage(graph, "P/2").steps) == 1


def test_an_unknown_thing_is_refused() -> None:
    with pytest.raises(UnknownActionError, match="P/99"):
        dependents(dependency_graph(CHAIN), "P/99")


def test_a_knot_is_told_as_one_circle_with_its_sentences() -> None:
    (cycle,) = cycles(dependency_graph(KNOT))
    assert str(cycle).splitlines() == [
        "P/1 -> P/2 -> P/3 -> P/1",
        '  P/1 -> P/2 (awaits): "two after one"',
        '  P/2 -> P/3 (depends on): "three on two"',
        '  P/3 -> P/1 (awaits): "one after three"',
    ]
    assert [str(node) for node in cycle.members] == ["P/1", "P/2", "P/3", "P/4"]


def test_knots_are_told_in_the_order_of_the_graph() -> None:
    def pair(one: str, other: str) -> ActionPlan:
        return plan(one, action("1", link("awaits", f"{other}/1")))

    dossier = Dossier(plans=[pair("D", "C"), pair("C", "D"), pair("B", "A"), pair("A", "B")])
    found = cycles(dependency_graph(dossier))
    assert [str(cycle.nodes[0]) for cycle in found] == ["A/1", "C/1"]


def test_texts_that_cite_each_other_wait_for_nothing() -> None:
    both = plan("P", action("1", link("cites", "P/2")), action("2", link("cites", "P/1")))
    graph = dependency_graph(both)
    assert len(cycles(graph)) == 1
    assert cycles(graph, kinds=WAITING) == ()
    assert is_cyclic(both)
    assert not is_cyclic(both, kinds=WAITING)
    assert LinkKind.CITES in ORDER


def test_a_circle_may_lead_through_a_report() -> None:
    loop = plan("P", action("1", link("completed by", REPORT), link("awaits", REPORT)))
    (cycle,) = cycles(dependency_graph(loop))
    assert [str(node) for node in cycle.nodes] == ["P/1", "1/09"]


def test_a_long_chain_has_no_circle_and_a_closed_one_has_one() -> None:
    length = 3_000
    links = [action(str(n), link("awaits", f"P/{n - 1}")) for n in range(1, length)]
    assert cycles(dependency_graph(plan("P", action("0"), *links))) == ()
    closed = plan("P", action("0", link("awaits", f"P/{length - 1}")), *links)
    (cycle,) = cycles(dependency_graph(closed))
    assert len(cycle.nodes) == len(cycle.steps) == length


def test_each_wave_waits_for_the_one_before() -> None:
    assert [str(wave) for wave in waves(dependency_graph(CHAIN))] == [
        "P/1, P/9",
        "P/2",
        "P/3",
        "P/4",
    ]


def test_what_lies_between_carries_the_order_on() -> None:
    through = plan(
        "P", action("1", link("awaits", REPORT)), action("2", link("completed by", REPORT))
    )
    assert [str(wave) for wave in waves(dependency_graph(through))] == ["P/2", "P/1"]


def test_some_nodes_can_be_put_in_order() -> None:
    graph = dependency_graph(CHAIN)
    found = waves(graph, ["P/4", ActionRef("P", "1"), "P/4"])
    assert [str(wave) for wave in found] == ["P/1", "P/4"]
    assert waves(graph, []) == ()
    with pytest.raises(TypeError, match="not 'P/4'"):
        waves(graph, "P/4")


def test_members_of_a_circle_come_in_one_wave_and_are_told() -> None:
    assert [str(wave) for wave in waves(dependency_graph(KNOT))] == [
        "P/5",
        "P/1, P/2, P/3, P/4 (in a circle: P/1, P/2, P/3, P/4)",
        "P/6",
    ]
