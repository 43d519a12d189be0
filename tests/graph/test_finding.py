"""From the words of a user to a node."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import UnknownActionError, UnknownNodeError
from customs_coop.graph import (
    Node,
    OpenCitation,
    cycles,
    dependency_graph,
    dependents,
    find_node,
    impact,
    lineage,
    most_depended_on,
    orphans,
    plain_graph,
    prerequisites,
    waves,
    why,
)
from customs_coop.model import (
    ActionRef,
    Dossier,
    Named,
    PartyRef,
    PlanRef,
    RecommendationRef,
    Strategy,
)
from customs_coop.references import ActionCitation, DocumentNumber
from folded import every_case
from linked_plans import action, link, plan

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[Node]"
GRAPH = dependency_graph(bundled_dossier())
NUMBER = DocumentNumber(11684, 2010)


def test_a_label_names_its_node() -> None:
    assert find_node(GRAPH, "AP5/5.10") == ActionRef("AP5", "5.10")
    assert find_node(GRAPH, " AP5/5.10 ") == ActionRef("AP5", "5.10")
    assert find_node(GRAPH, "OLAF") == PartyRef("OLAF")


def test_a_node_is_handed_back() -> None:
    assert find_node(GRAPH, NUMBER) is NUMBER
    with pytest.raises(LookupError, match="99/10"):
        find_node(GRAPH, DocumentNumber(99, 2010))


def test_a_reference_is_found_in_another_spelling() -> None:
    assert str(find_node(GRAPH, "8351/2/09 ENFOCUSTOM 42 REV 2")) == "8351/2/09 REV 2"


def test_the_name_of_several_things_is_refused_with_the_way_out() -> None:
    with pytest.raises(LookupError, match='"document 11684/10" or "recommendation 11684/10"'):
        find_node(GRAPH, "11684/10")
    assert find_node(GRAPH, "document 11684/10") == NUMBER
    assert find_node(GRAPH, "recommendation 11684/10") == RecommendationRef("11684/10")


@every_case(
    ("text", "near"),
    [("ap5/5.10", "AP5/5.10"), ("AP5/5.1O", "AP5/5.10"), ("5.10", "AP5/5.10"), ("OLAFF", "OLAF")],
)
def test_an_unknown_name_is_answered_with_what_comes_near(text: str, near: str) -> None:
    with pytest.raises(LookupError, match=near):
        find_node(GRAPH, text)


def test_an_unknown_action_of_a_known_plan_is_an_unknown_action() -> None:
    with pytest.raises(UnknownNodeError, match="nothing in the graph is called ''"):
        find_node(dependency_graph(plan("P", action("1"))), "")


def why_this(graph: Graph, node: Node | str) -> object:
    return why(graph, node, "AP5/5.10")


def why_that(graph: Graph, node: Node | str) -> object:
    return why(graph, "AP5/5.10", node)


def waves_of(graph: Graph, node: Node | str) -> object:
    return waves(graph, [node])


@every_case(
    "ask", [find_node, lineage, impact, prerequisites, dependents, why_this, why_that, waves_of]
)
@every_case(
    ("node", "error"),
    [
        *(
            (name, UnknownActionError)
            for name in ("AP5/77", "AP77/1", "action AP5/77", "8.88", "Action 99", "WP-3")
        ),
        *((name, UnknownNodeError) for name in ("OLAFF", "plan AP77", "99/10", "1/2/09 REV 2", "")),
        (ActionRef("AP77", "x y"), UnknownActionError),
        (ActionCitation(None, "99"), UnknownActionError),
        (PlanRef("AP77"), UnknownNodeError),
        (DocumentNumber(99, 2010), UnknownNodeError),
        ("11684/10", UnknownNodeError),  # the name of several things
    ],
)
def test_every_question_refuses_an_unknown_name_in_the_same_way(
    ask: Callable[[Graph, Node | str], object], node: Node | str, error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        ask(GRAPH, node)
    assert caught.type is error
    told = "did you mean|it has names such as|; write "
    assert re.search(told, str(caught.value))
    assert isinstance(caught.value, LookupError)


def test_a_label_is_found_however_its_blanks_are_set() -> None:
    graph = dependency_graph(Dossier(strategies=[Strategy(id="a  b\nc", title="")]))
    (node,) = graph
    for text in ("a  b\nc", "a b c", "strategy a  b\nc"):
        assert find_node(graph, text) == node


def test_an_open_citation_is_found_by_its_label_and_by_its_words() -> None:
    nine = ActionCitation(None, "9")
    asks = action("1", link("awaits", nine))
    one = dependency_graph(plan("A", asks))
    node = OpenCitation("A", nine)
    for text in ("Action 9 (cited in A)", "action Action 9 (cited in A)", "Action 9", "action 9"):
        assert find_node(one, text) == node
    assert find_node(one, nine) == node
    both = dependency_graph(Dossier(plans=[plan("A", asks), plan("B", asks)]))
    assert find_node(both, "Action 9 (cited in A)") == node
    told = '"Action 9 \\(cited in A\\)" or "Action 9 \\(cited in B\\)"'
    for unclear in ("Action 9", nine):
        with pytest.raises(LookupError, match=told):
            find_node(both, unclear)


@every_case("text", ["", "XX", "\u2603" * 9, "no such thing at all"])
def test_an_unknown_name_is_always_answered_with_names_that_are_known(text: str) -> None:
    told = "did you mean|it has names such as action AP1/1.1, recommendation 5932/1/06, document "
    with pytest.raises(LookupError, match=told):
        find_node(GRAPH, text)


def test_an_empty_graph_says_so() -> None:
    with pytest.raises(LookupError, match="the graph is empty"):
        find_node(dependency_graph(Dossier()), "AP1/1")


def test_two_things_of_one_kind_and_name_have_to_be_given_themselves() -> None:
    named = Named("P", "plan")
    dossier = Dossier(plans=[plan("P")], strategies=[Strategy(id="P", title="")])
    graph = dependency_graph(dossier)
    assert find_node(graph, "plan P") == PlanRef("P")
    graph.add_node(named, **dict(graph.nodes[PlanRef("P")]))
    with pytest.raises(LookupError, match="give the node itself"):
        find_node(graph, "plan P")
    assert find_node(graph, named) == named


@every_case("ask", [cycles, orphans, waves, most_depended_on, plain_graph])
def test_a_dossier_is_no_graph(ask: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="a graph is wanted, as dependency_graph"):
        ask(bundled_dossier())
    with pytest.raises(TypeError, match="not Dossier"):
        lineage(bundled_dossier(), "AP5/5.10")  # type: ignore[arg-type]  # the mistake in question
