"""Conclusions without a number are nodes by their title."""

from customs_coop.graph import dependency_graph
from customs_coop.model import Named
from customs_coop.readers import parse


def test_the_recommendations_of_conclusions_without_a_number_come_from_them() -> None:
    text = (
        "Conclusions of the seminar on buoys\n3 May 2011, Riga\n\n"
        "1. INVITES the Commission to publish a map of buoys.\n\n"
        "2. INVITES the Member States to paint their buoys.\n"
    )
    dossier = parse(text).dossier
    graph = dependency_graph(dossier)
    own = Named("Conclusions of the seminar on buoys", "conclusions")
    assert own in graph
    asked = next(node for node, held in graph.nodes(data=True) if held["kind"] == "recommendation")
    assert graph.has_edge(own, asked) or graph.has_edge(asked, own)
