"""Graphs for the writers of networkx."""

import json
from pathlib import Path

import networkx as nx
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import Node, dependency_graph, plain_graph
from customs_coop.model import ActionRef, Dossier, Named, Recommendation, Strategy
from customs_coop.references import ActionCitation, DocumentNumber
from linked_plans import action, link, plan

BUNDLED = dependency_graph(bundled_dossier())
REPORT = DocumentNumber(11684, 2010)
ODD = dependency_graph(
    Dossier(
        plans=[
            plan(
                "P",
                action("1", link("awaits", "P/2", "a\n b"), link("cites", "P/2", "c")),
                action("2", title='<"\x00\ud800&">'),
                action("3", link("awaits", ActionCitation(None, "9"), "d")),
                previous=("A", "B"),
            ),
            plan("A", action("9")),
            plan("B", action("9")),
        ],
        strategies=[Strategy(id="P", title="")],
        recommendations=[Recommendation(id="R", text="", document=REPORT)],
    )
)


@pytest.mark.parametrize("graph", [BUNDLED, ODD])
def test_the_writers_of_networkx_take_it_and_lose_nothing(
    graph: "nx.MultiDiGraph[Node]", tmp_path: Path
) -> None:
    plain = plain_graph(graph)
    assert (len(plain), plain.number_of_edges()) == (len(graph), graph.number_of_edges())
    data = json.loads(json.dumps(nx.node_link_data(plain, edges="edges")))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), plain)
    path = str(tmp_path / "graph")
    nx.write_graphml(plain, path)
    again: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_graphml(path, force_multigraph=True))
    assert list(again) == list(plain)
    assert sorted(again.edges(keys=True)) == sorted(plain.edges(keys=True))
    assert [about["title"] for _, about in again.nodes(data=True)] == [
        about["title"] for _, about in plain.nodes(data=True)
    ]
    nx.write_gml(plain, path)
    gml: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_gml(path))
    assert list(gml) == list(plain)
    assert sorted(gml.edges(keys=True)) == sorted(plain.edges(keys=True))
    nx.write_gexf(plain, path)
    assert sorted(nx.read_gexf(path)) == sorted(plain)


def test_nodes_are_called_as_find_node_calls_them() -> None:
    plain = plain_graph(ODD)
    assert {"plan P", "strategy P", "P/1", "Action 9 (cited in P)"} <= set(plain)
    assert plain.nodes["plan P"]["label"] == "P"


def test_two_nodes_of_one_kind_and_label_have_two_names() -> None:
    graph = dependency_graph(Dossier(plans=[plan("P")]))
    for node in (Named("P", "plan"), Named("P", "x")):
        graph.add_node(node, kind="plan", label="P")
    graph.add_node(ActionRef("Q", "1"), kind="other", label="plan P")
    assert list(plain_graph(graph)) == ["plan P (2)", "plan P (3)", "plan P (4)", "plan P"]


def test_lists_are_joined_and_lines_and_odd_characters_go() -> None:
    plain = plain_graph(ODD)
    assert plain.nodes["Action 9 (cited in P)"]["candidates"] == "A/9 | B/9"
    assert plain.nodes["P/2"]["title"] == '<"\ufffd\ufffd&">'
    awaits, cites = plain["P/2"]["P/1"].values()
    assert (awaits["evidence"], cites["evidence"]) == ("a b", "c")
    assert (awaits["kind"], awaits["place"], awaits["inferred"]) == ("awaits", "before", False)


def test_the_graph_itself_stays_and_what_a_user_hung_on_it_comes_along() -> None:
    graph = dependency_graph(plan("P", action("1")))
    graph.nodes[ActionRef("P", "1")].update(weight=2, none=None, where=("a", "b"))
    graph.add_edge(ActionRef("P", "1"), Named("own"), own=[1])
    plain = plain_graph(graph)
    about = plain.nodes["P/1"]
    assert (about["weight"], about["none"], about["where"]) == (2, "", "a | b")
    assert plain["P/1"]["own"]["e0"] == {"own": "1"}
    plain.nodes["P/1"].clear()
    assert graph.nodes[ActionRef("P", "1")]["candidates"] == []
