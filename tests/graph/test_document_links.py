"""Links of recommendations and documents: edges like those of actions."""

from customs_coop.graph import dependency_graph, resolve, why
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Link,
    LinkKind,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Strategy,
)
from customs_coop.references import ActionCitation, DocumentNumber
from customs_coop.serialization import from_json, to_json

REPORT = DocumentNumber(8351, 2009)
ORIGIN = ActionRef("AP3", "3.1")


def test_a_report_arises_from_the_action_behind_its_recommendation_by_inference() -> None:
    item = Recommendation(id="R", text="", document=REPORT, arising_from=ORIGIN)
    edge = dependency_graph(Dossier(recommendations=[item])).edges[
        ORIGIN, REPORT, LinkKind.ARISES_FROM
    ]
    assert (edge["inferred"], edge["evidence"], edge["stated_by"]) == (True, [], ["R"])


def test_a_link_of_the_report_says_so_outright() -> None:
    item = Recommendation(id="R", text="", document=REPORT, arising_from=ORIGIN)
    link = Link(kind="arises from", target=ORIGIN, text="report on Action 3.1")
    held = Document(reference=REPORT, title="", links=[link])
    graph = dependency_graph(Dossier(recommendations=[item], documents=[held]))
    (step,) = why(graph, ORIGIN, REPORT)
    assert (step.inferred, step.evidence) == (False, ("report on Action 3.1",))


def test_the_words_of_a_recommendation_stand_on_its_edges() -> None:
    links = [
        Link(kind="arises from", target=ORIGIN, text="recommendations of Action 3.1"),
        Link(kind="arises from", target=REPORT, text="(8351/09)"),
    ]
    item = Recommendation(id="R", text="", document=REPORT, arising_from=ORIGIN, links=links)
    graph = dependency_graph(Dossier(recommendations=[item]))
    ref = RecommendationRef("R")
    assert [
        graph.edges[one, ref, LinkKind.ARISES_FROM]["evidence"] for one in (ORIGIN, REPORT)
    ] == [
        ["recommendations of Action 3.1"],
        ["(8351/09)"],
    ]


def test_documents_print_plans_and_strategies() -> None:
    plan = ActionPlan(id="AP3", title="", document=DocumentNumber(1, 2008))
    strategy = Strategy(id="S2003", title="", reference=DocumentNumber(2, 2003))
    link = Link(kind=LinkKind.PRINTS, target=PlanRef("AP2"), text="Second Action Plan")
    held = Document(reference=REPORT, title="", links=[link])
    graph = dependency_graph(Dossier(plans=[plan], strategies=[strategy], documents=[held]))
    printed = [
        (str(one), str(other), edge["evidence"])
        for one, other, edge in graph.edges(data=True)
        if edge["kind"] == "prints"
    ]
    assert printed == [
        ("AP2", "8351/09", ["Second Action Plan"]),
        ("AP3", "1/08", []),
        ("S2003", "2/03", []),
    ]


def test_an_open_citation_of_a_document_is_told() -> None:
    plans = [
        ActionPlan(id=name, title="", actions=[Action(code="9", title="Count")]) for name in "AB"
    ]
    link = Link(kind="arises from", target=ActionCitation(None, "9"), text="report on Action 9")
    dossier = Dossier(plans=plans, documents=[Document(reference=REPORT, title="", links=[link])])
    (finding,) = resolve(dossier).report
    assert (finding.code, finding.subject) == ("CC505", "8351/09")
    assert "report on Action 9" in finding.message
    alone = Dossier(plans=plans[:1], documents=dossier.documents)
    assert not resolve(alone).report.diagnostics
    assert dependency_graph(alone).has_edge(ActionRef("A", "9"), REPORT)


def test_links_of_documents_and_recommendations_are_written_and_read() -> None:
    link = Link(kind="prints", target=PlanRef("AP2"), text="Second Action Plan")
    dossier = Dossier(
        documents=[Document(reference=REPORT, title="", links=[link])],
        recommendations=[Recommendation(id="R", text="", links=[link])],
    )
    again, report = from_json(to_json(dossier), "x.json")
    assert report.ok
    assert again == dossier
