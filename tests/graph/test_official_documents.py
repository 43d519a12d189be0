"""The real documents: each relation that a text states is an edge with its evidence."""

import functools
from pathlib import Path

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import cycles, dependency_graph, lineage, prerequisites, resolve, why
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
    Named,
    Place,
    PlanRef,
    RecommendationRef,
    Target,
)
from folded import every_case
from real_documents import parsed

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = {
    1997: "1997-strategic-action-programme.txt",
    2005: "2005-revised-work-plan.txt",
    2006: "2006-naples-conclusions.txt",
    2011: "2011-fifth-action-plan.txt",
}


@functools.cache
def read(year: int) -> ActionPlan:
    return parsed(FILES[year]).dossier.plan


def stated(year: int) -> list[tuple[str, str, str, bool]]:
    """Code, kind and target as printed, and whether it is inferred: one line each."""
    lines = (GOLDEN / f"links-{year}.txt").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return [(code, kind, target, bool(rest)) for code, kind, target, *rest in cells]


@pytest.mark.parametrize("years", [(), tuple(FILES)])
@pytest.mark.parametrize("year", FILES)
def test_each_relation_that_is_stated_is_an_edge_with_its_evidence(
    year: int, years: tuple[int, ...]
) -> None:
    plan = read(year)
    dossier = Dossier(plans=[read(other) for other in years] or [plan])
    graph, meant = dependency_graph(dossier), resolve(dossier)
    links = [(action, link) for action in plan for link in action.links]
    for (action, link), (code, kind, target, _) in zip(links, stated(year), strict=True):
        assert (str(action.code), link.kind.value) == (code, kind)
        if not isinstance(link.target, Named):
            assert str(link.target) == target
        end = meant.end(plan.ref(action), link)
        assert end is not None
        ends = (end.node, plan.ref(action))
        earlier, later = ends if link.kind.place is Place.BEFORE else ends[::-1]
        edge = graph.edges[earlier, later, link.kind]
        assert link.text in edge["evidence"]
        assert edge["stated_by"] == [f"{plan.id}/{code}"]


def others(dossier: Dossier) -> list[tuple[str, Link]]:
    """The links of documents and recommendations; which report is on which action is told below."""
    return [
        (shown(thing), link)
        for thing, links in (
            *((document.reference, document.links) for document in dossier.documents),
            *((RecommendationRef(item.id), item.links) for item in dossier.recommendations),
        )
        for link in links
        if link.kind is not LinkKind.ARISES_FROM
    ]


def shown(target: Target) -> str:
    words = str(target).split()
    return str(target) if len(words) <= 6 else f"{' '.join(words[:6])} …"


def test_each_relation_around_the_actions_is_a_link_with_its_words_and_an_edge() -> None:
    names = {**FILES, 2019: "2019-risk-management-conclusions.txt"}
    found: list[str] = []
    for year, name in names.items():
        dossier = parsed(name).dossier
        words = {
            (kind, text)
            for _, _, kind, edge in dependency_graph(dossier).edges(keys=True, data=True)
            for text in edge["evidence"]
        }
        for thing, link in others(dossier):
            assert (link.kind, link.text) in words
            cells = [str(year), thing, link.kind.value, shown(link.target)]
            found.append("\t".join(cells + ["inferred"] * link.inferred))
    assert found == (GOLDEN / "links-documents.txt").read_text("utf-8").splitlines()


@every_case("year", FILES)
def test_no_edge_between_actions_recommendations_and_documents_is_more_than_stated(
    year: int,
) -> None:
    plan = read(year)
    graph = dependency_graph(plan)
    assert all(
        edge["evidence"]
        for _, _, kind, edge in graph.edges(keys=True, data=True)
        if kind not in (LinkKind.IMPLEMENTS, LinkKind.PRINTS) and edge["stated_by"] != [plan.id]
    )


def test_the_documents_that_print_the_plans_before_are_linked_with_them() -> None:
    graph = dependency_graph(parsed(FILES[2011]).dossier)
    printed = {
        (str(plan), str(document)): edge["evidence"]
        for plan, document, kind, edge in graph.edges(keys=True, data=True)
        if kind is LinkKind.PRINTS and isinstance(plan, PlanRef)
    }
    assert list(printed)[:4] == [
        ("AP1", "15315/2/03 REV 2"),
        ("AP2", "13424/2/06 REV 2"),
        ("AP3", "8284/1/08 REV 1"),
        ("AP4", "16445/09"),
    ]
    # The document has no number, and prints its own plan under its title.
    ((plan, document),) = list(printed)[4:]
    assert (plan, document) == ("AP5", read(2011).title)
    assert all(printed.values())


def test_the_recommendations_of_conclusions_cite_the_report_that_these_are_on() -> None:
    dossier = parsed("2019-risk-management-conclusions.txt").dossier
    graph = dependency_graph(dossier)
    (report,) = [
        node
        for node, about in graph.nodes(data=True)
        if about["kind"] == "document" and "second progress report" in about["label"]
    ]
    cited = [
        (str(later), edge["evidence"], edge["inferred"])
        for _, later, edge in graph.out_edges(report, data=True)
        if isinstance(later, RecommendationRef)
    ]
    (conclusions,) = dossier.documents
    assert graph.has_edge(report, conclusions.reference, LinkKind.CITES)
    assert [name for name, _, _ in cited] == [item.id for item in dossier.recommendations]
    assert all("second progress report" in words[0] for _, words, _ in cited)
    assert not any(inferred for _, _, inferred in cited)


# Which document is the report on which action: both numbers stand in the Fifth Action Plan.
REPORTS = [
    ("AP1/1.2", "6285/06 COR 1"),
    ("AP1/6.6", "7863/05"),
    ("AP2/8", "8282/3/08 REV 3"),
    ("AP3/3.1", "8351/2/09 REV 2"),
    ("AP3/3.5", "16759/1/09 REV 1"),
    ("AP3/3.6", "14583/3/09 REV 3"),
    ("AP3/3.9", "14585/2/09 REV 2"),
    ("AP3/3.16", "6026/1/10 REV 1"),
    ("AP4/4.1", "15653/1/10 REV 1 COR 1"),
    ("AP4/4.10", "11684/10"),
]


@functools.cache
def whole(*years: int) -> Dossier:
    """All that was read of some documents, in one dossier."""
    parts = [parsed(FILES[year]).dossier for year in years]
    return Dossier(
        plans=[plan for part in parts for plan in part.plans],
        recommendations=[one for part in parts for one in part.recommendations],
        documents=[one for part in parts for one in part.documents],
        events=[one for part in parts for one in part.events],
    )


@pytest.mark.parametrize("years", [(2011,), tuple(FILES)])
def test_reports_arise_from_the_actions_that_the_text_names_with_them(
    years: tuple[int, ...],
) -> None:
    graph = dependency_graph(whole(*years))
    read = {
        (str(action), str(report)): edge
        for action, report, kind, edge in graph.edges(keys=True, data=True)
        if kind is LinkKind.ARISES_FROM
        and graph.nodes[action]["kind"] == "action"
        and graph.nodes[report]["kind"] == "document"
    }
    assert sorted(read) == sorted(REPORTS)
    for (action, report), edge in read.items():
        number = report.partition("/")[0]
        code = action.partition("/")[2]
        assert edge["evidence"]
        assert all(number in words and code in words for words in edge["evidence"])
        assert edge["stated_by"] == [report]
    # Of two the text says "final report"; of the others what is in it, and of what.
    stated = [ends for ends, edge in read.items() if not edge["inferred"]]
    assert sorted(stated) == [("AP2/8", "8282/3/08 REV 3"), ("AP4/4.10", "11684/10")]
    assert cycles(graph) == ()


def test_guidelines_of_which_nobody_says_which_they_are_stay_open_and_are_told() -> None:
    graph, meant = dependency_graph(whole(1997)), resolve(whole(1997))
    (node,) = [one for one in graph if str(one) == "the guidelines (cited in P1997)"]
    ((_, later, edge),) = graph.out_edges(node, data=True)
    assert str(later) == "P1997/29"
    assert edge["evidence"]
    told = [one for one in meant.report if one.code == "CC505" and one.subject == "P1997/29"]
    assert ["the guidelines" in one.message for one in told] == [True]


@every_case(("action", "report"), REPORTS)
def test_in_the_bundled_dossier_reports_arise_from_their_actions(action: str, report: str) -> None:
    (step,) = why(dependency_graph(bundled_dossier()), action, f"document {report}")
    assert step.kind is LinkKind.ARISES_FROM
    assert step.evidence
    assert not step.inferred


def test_in_the_bundled_dossier_every_document_is_linked_and_every_link_has_words() -> None:
    graph = dependency_graph(bundled_dossier())
    bare = [
        str(node)
        for node, about in graph.nodes(data=True)
        if about["kind"] in ("document", "recommendation", "plan", "strategy")
        and not graph.degree(node)
    ]
    assert bare == []
    wordless = {
        kind for _, _, kind, edge in graph.edges(keys=True, data=True) if not edge["evidence"]
    }
    # What a field alone holds: covers, and the heads of plans and strategies.
    assert wordless == {
        LinkKind.CITES,
        LinkKind.CONTINUES,
        LinkKind.IMPLEMENTS,
        LinkKind.PRINTS,
    }


@pytest.mark.parametrize("years", [(2011,), (2005, 2011)])
def test_the_tenth_action_comes_from_all_four_plans_before(years: tuple[int, ...]) -> None:
    dossier = Dossier(plans=[read(year) for year in years])
    found = lineage(dependency_graph(dossier), "AP5/5.10")
    own = {str(node) for node in found.sources}
    assert own == {"AP4/4.10", "AP2/8", "AP1/6.6", "AP3/3.16"}


def test_a_code_without_a_plan_is_read_by_the_numbering_and_marked() -> None:
    graph = dependency_graph(Dossier(plans=[read(2005), read(2011)]))
    third = ActionRef("AP3", "3.1")
    assert graph.nodes[third]["mentioned"]
    assert graph.edges[third, ActionRef("AP5", "5.3"), LinkKind.USES_RECOMMENDATIONS_OF]["inferred"]
    assert ActionRef("AP1", "3.1") not in prerequisites(graph, "AP5/5.3")


def test_no_real_plan_waits_for_itself() -> None:
    assert cycles(dependency_graph(Dossier(plans=[read(2005), read(2011)]))) == ()


@every_case(
    "name",
    [
        *FILES.values(),
        "2019-risk-management-conclusions.txt",
    ],
)
def test_each_document_gives_a_graph(name: str) -> None:
    dossier = parsed(name).dossier
    graph = dependency_graph(dossier)
    actions = [ref for plan in dossier.plans for ref in map(plan.ref, plan)]
    assert set(actions) <= set(graph)
    assert graph.number_of_edges() >= 1 or not any(
        action.links for plan in dossier.plans for action in plan
    )
