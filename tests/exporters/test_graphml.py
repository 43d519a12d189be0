import io
from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
from hypothesis import given, settings

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export
from customs_coop.graph import dependency_graph
from customs_coop.model import ActionPlan, Dossier
from customs_coop.testing import dossiers
from drawn_files import hostile_dossier, small_dossier, turned


# Any: the attributes that networkx reads.
def read_back(dossier: Dossier | ActionPlan, **options: object) -> Any:  # noqa: ANN401 - see above
    content = str(export(dossier, "graphml", **options)).encode()
    return nx.read_graphml(io.BytesIO(content), force_multigraph=True)


def test_the_graph_is_read_back_with_all_that_it_knows() -> None:
    dossier = bundled_dossier()
    graph, again = dependency_graph(dossier), read_back(dossier)
    assert again.is_directed()
    told = [about for _, about in graph.nodes(data=True)]
    found = [about for _, about in again.nodes(data=True)]
    for name in ("label", "title", "kind", "plan", "status", "mentioned"):
        assert [about[name] for about in found] == [about[name] for about in told]
    ends = Counter(
        (graph.nodes[one]["label"], graph.nodes[other]["label"], about["kind"])
        for one, other, about in graph.edges(data=True)
    )
    assert ends == Counter(
        (again.nodes[one]["label"], again.nodes[other]["label"], about["kind"])
        for one, other, about in again.edges(data=True)
    )


def test_sentences_are_joined() -> None:
    edges = [about for _, _, about in read_back(small_dossier()).edges(data=True)]
    (awaits,) = [about for about in edges if about["kind"] == "awaits"]
    assert awaits["evidence"] == "Await outcome of 1.1"
    assert awaits["order"] is True
    assert awaits["stated_by"] == "AP1/1.2"
    (beside,) = [about for about in edges if about["kind"] == "handled with"]
    assert beside["order"] is False


def test_each_edge_has_an_id_of_its_own() -> None:
    root = ET.fromstring(export(bundled_dossier(), "graphml"))  # noqa: S314 - our own file
    ids = [e.get("id") for e in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(ids)) == len(ids) > 100


def test_what_has_no_link_is_there_unless_it_is_left_out() -> None:
    assert "Nobody waits" in export(small_dossier(), "graphml")
    assert "Nobody waits" not in export(small_dossier(), "graphml", unlinked=False)


def test_the_order_of_the_plans_in_the_dossier_does_not_matter() -> None:
    assert export(small_dossier(), "graphml") == export(turned(small_dossier()), "graphml")


def test_hostile_words_are_words() -> None:
    labels = [about["title"] for _, about in read_back(hostile_dossier()).nodes(data=True)]
    assert any("<script>alert('x')</script> & \"quoted\"" in label for label in labels)


@settings(max_examples=12)
@given(dossiers())
def test_every_dossier_can_be_read_back(dossier: Dossier) -> None:
    graph = dependency_graph(dossier)
    if len(graph):  # networkx itself refuses to read a graph without nodes and keys
        again = read_back(dossier)
        assert len(again) == len(graph)
        assert again.number_of_edges() == graph.number_of_edges()
