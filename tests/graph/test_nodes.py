"""What stands in the graph, and in which order."""

import pytest

from customs_coop.graph.nodes import (
    Node,
    in_order,
    kind_of,
    natural_order,
    party,
    place_of,
    plan_node,
    recommendation,
    thing,
)
from customs_coop.model import ActionRef, Code, Named, PartyRef, PlanRef, RecommendationRef
from customs_coop.references import ActionCitation, RecommendationCitation, parse_reference
from folded import every_case


@every_case(
    ("node", "kind"),
    [
        (ActionRef("AP1", "1"), "action"),
        (ActionCitation(None, "3.6"), "action"),
        (RecommendationRef("R"), "recommendation"),
        (RecommendationCitation(None, "12"), "recommendation"),
        (parse_reference("8351/2/09 REV 2"), "document"),
        (parse_reference("OJ C 247, 15.10.2003, p. 1"), "document"),
        (PlanRef("AP1"), "plan"),
        (PartyRef("CCWP"), "party"),
        (Named("Ropes Group", "group"), "party"),
        (Named("next Action Plan", "plan"), "plan"),
        (Named("Ropes Convention", "act"), "document"),
        (Named("S2003", "strategy"), "strategy"),
        (Named("GDANSK", "event"), "event"),
        (Named("Work Area 6", "work area"), "other"),
        (Named("review of nets"), "other"),
    ],
)
def test_each_node_is_of_one_kind(node: Node, kind: str) -> None:
    assert kind_of(node).value == kind


def test_nodes_stand_by_kind_then_as_people_count() -> None:
    nodes: list[Node] = [
        PartyRef("CCWP"),
        PlanRef("AP10"),
        PlanRef("AP9"),
        parse_reference("10238/04"),
        parse_reference("9335/04"),
        ActionRef("AP10", "1"),
        ActionCitation(None, "1"),
        ActionRef("AP9", "5.10"),
        ActionRef("AP9", "5.9"),
    ]
    assert [str(node) for node in sorted(nodes, key=place_of)] == [
        "AP9/5.9",
        "AP9/5.10",
        "AP10/1",
        "Action 1",
        "9335/04",
        "10238/04",
        "AP9",
        "AP10",
        "CCWP",
    ]


@pytest.mark.parametrize(
    "codes", [["5.9", "5.10", "14", "14b", "A", "5.01", "5.1", "", "x9", "x10"]]
)
def test_texts_sort_as_codes_do(codes: list[str]) -> None:
    kept = [code for code in codes if code]
    assert sorted(kept, key=natural_order) == [str(code) for code in sorted(map(Code, kept))]
    assert min(codes, key=natural_order) == ""


def test_figures_of_any_length_have_an_order() -> None:
    long = "9" * 10_000
    assert natural_order(long) < natural_order("1" + long)


def test_ids_that_no_identity_can_have_become_nodes_all_the_same() -> None:
    assert (thing(" S ", "strategy").text, party("").party) == ("S", "?")
    assert recommendation(" ").recommendation == "?"
    assert plan_node("4/98") == Named("4/98", "plan")


def test_many_nodes_are_put_in_the_same_order_as_by_their_places() -> None:
    nodes: list[Node] = [
        PlanRef("AP1"),
        ActionCitation(None, "1"),
        ActionRef("AP10", "1"),
        ActionRef("AP9", "5.10"),
        ActionRef("AP9", "5.9"),
        ActionRef("AP09", "14b"),
        ActionRef("AP9", "5.09"),
    ]
    assert in_order(nodes) == sorted(nodes, key=place_of)
    assert in_order(nodes)[0] == ActionRef("AP09", "14b")
