"""Every relation that a dossier states is an edge with its evidence."""

import itertools
import json

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import OpenCitation, dependency_graph, resolve
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Event,
    LinkKind,
    Named,
    Party,
    PartyRef,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Strategy,
    Target,
)
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation
from folded import every_case
from linked_plans import action, link, plan

REPORT = DocumentNumber.parse("8351/2/09 REV 2")
OTHER = DocumentNumber(1, 2010)


def edges(subject: Dossier | ActionPlan) -> list[str]:
    graph = dependency_graph(subject)
    return [f"{one} -> {other}: {kind.value}" for one, other, kind in graph.edges(keys=True)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("depends on", "P/2 -> P/1: depends on"),
        ("completed by", "P/1 -> P/2: completed by"),
        ("handled with", "P/1 -> P/2: handled with"),
    ],
)
def test_edges_run_from_the_earlier_to_the_later(kind: str, expected: str) -> None:
    assert edges(plan("P", action("1", link(kind, "P/2")), action("2"))) == [expected]


def test_an_edge_tells_what_states_it() -> None:
    graph = dependency_graph(plan("P", action("1", link("awaits", "P/2", "after 2")), action("2")))
    one, other = ActionRef("P", "2"), ActionRef("P", "1")
    assert graph.edges[one, other, LinkKind.AWAITS] == {
        "kind": "awaits",
        "place": "before",
        "evidence": ["after 2"],
        "inferred": False,
        "stated_by": ["P/1"],
        "source": "P/1",
        "target": "P/2",
    }


def test_one_edge_gathers_all_sentences_and_none_twice() -> None:
    links = [link("awaits", "P/2", text) for text in ("b", "a", "b", "")]
    graph = dependency_graph(plan("P", action("1", *links, link("cites", "P/2", "c")), action("2")))
    found = graph.get_edge_data(ActionRef("P", "2"), ActionRef("P", "1"))
    assert found is not None
    assert {kind: edge["evidence"] for kind, edge in found.items()} == {
        LinkKind.AWAITS: ["b", "a"],
        LinkKind.CITES: ["c"],
    }


def test_an_edge_is_inferred_where_nothing_states_it_outright() -> None:
    fifth = plan("AP5", action("5.1", link("awaits", ActionCitation(None, "4.9"))), number=5)
    (edge,) = (edge for _, _, edge in dependency_graph(fifth).edges(data=True))
    assert edge["inferred"]
    stated = action("5.1", link("awaits", ActionCitation(None, "4.9")), link("awaits", "AP4/4.9"))
    (edge,) = (
        edge for _, _, edge in dependency_graph(plan("AP5", stated, number=5)).edges(data=True)
    )
    assert not edge["inferred"]


def test_what_the_dossier_holds_is_there_linked_or_not() -> None:
    dossier = Dossier(
        plans=[plan("P", action("1"))],
        strategies=[Strategy(id="S", title="Ropes")],
        recommendations=[Recommendation(id="R", text="Splice", status="completed")],
        documents=[Document(reference=REPORT, title="On ropes")],
        events=[Event(id="E", title="Regatta")],
        parties=[Party(id="CREW", name="Crew")],
    )
    graph = dependency_graph(dossier)
    assert [
        (about["kind"], about["label"], about["title"]) for _, about in graph.nodes(data=True)
    ] == [
        ("action", "P/1", ""),
        ("recommendation", "R", "Splice"),
        ("document", "8351/2/09 REV 2", "On ropes"),
        ("plan", "P", ""),
        ("strategy", "S", "Ropes"),
        ("event", "E", "Regatta"),
    ]
    assert not any(about["mentioned"] for _, about in graph.nodes(data=True))
    assert graph.nodes[RecommendationRef("R")]["status"] == "completed"
    assert graph.nodes[ActionRef("P", "1")]["plan"] == "P"


def test_parties_come_with_the_edges_that_need_them() -> None:
    asks = action(
        "1",
        link("reports to", PartyRef("CREW")),
        link("reports to", PartyRef("CCWP")),
        link("reports to", PartyRef("NOBODY")),
    )
    dossier = Dossier(plans=[plan("P", asks)], parties=[Party(id="CREW", name="Crew")])
    nodes = dependency_graph(dossier).nodes
    assert (nodes[PartyRef("CREW")]["title"], nodes[PartyRef("CREW")]["mentioned"]) == (
        "Crew",
        False,
    )
    assert nodes[PartyRef("CCWP")]["title"]
    assert nodes[PartyRef("NOBODY")]["mentioned"]


def test_what_is_known_by_mention_only_says_so() -> None:
    asks = action("1", link("takes up", "AP3/3.6"), link("continues", PlanRef("AP3")))
    nodes = dependency_graph(plan("P", asks)).nodes
    for node in (ActionRef("AP3", "3.6"), PlanRef("AP3")):
        assert nodes[node]["mentioned"]
        assert nodes[node]["plan"] == "AP3"


def test_an_open_citation_stays_and_names_what_it_could_mean() -> None:
    asks = plan("C", action("2", link("awaits", ActionCitation(None, "9"))), previous=("A", "B"))
    others = plan("A", action("9")), plan("B", action("9"))
    nodes = dependency_graph(Dossier(plans=[asks, *others])).nodes
    about = nodes[OpenCitation("C", ActionCitation(None, "9"))]
    assert (about["kind"], about["label"]) == ("action", "Action 9 (cited in C)")
    assert (about["candidates"], about["mentioned"]) == (["A/9", "B/9"], True)


@every_case(
    ("cited", "kind"),
    [
        (ActionCitation(None, "9"), "action"),
        (RecommendationCitation(None, "12"), "recommendation"),
        (Named("Project Group", "group"), "party"),
        (Named("final report", "report"), "document"),
        (Named("new instrument", "act"), "document"),
        (Named("Work Area 6", "work area"), "other"),
    ],
)
def test_what_two_plans_cite_and_nobody_can_find_is_two_things(cited: Target, kind: str) -> None:
    one, other = (plan(name, action("1", link("awaits", cited))) for name in ("A", "B"))
    graph = dependency_graph(Dossier(plans=[one, other]))
    found = [node for node in graph if isinstance(node, OpenCitation)]
    assert [str(node) for node in found] == [f"{cited} (cited in A)", f"{cited} (cited in B)"]
    assert {graph.nodes[node]["kind"] for node in found} == {kind}


@every_case(
    "cited",
    [
        RecommendationCitation(REPORT, "12"),
        Named("Naples II Convention", "act"),
        Named("Hercule II", "programme"),
        PartyRef("EUROPOL"),
        ActionCitation(7, "1"),
    ],
)
def test_what_has_a_name_of_its_own_is_one_thing_in_all_plans(cited: Target) -> None:
    one, other = (plan(name, action("1", link("awaits", cited))) for name in ("A", "B"))
    graph = dependency_graph(Dossier(plans=[one, other]))
    asking = ActionRef("A", "1"), ActionRef("B", "1")
    (hub,) = {earlier for earlier, later in graph.edges() if later in asking}
    assert not isinstance(hub, OpenCitation)


def test_the_candidates_of_one_plan_are_not_those_of_another() -> None:
    asks = action("1", link("awaits", ActionCitation(None, "9")))
    plans = plan("X", asks), plan("Z", asks, previous=("A", "B"))
    holders = plan("A", action("9")), plan("B", action("9"))
    nodes = dependency_graph(Dossier(plans=[*plans, *holders])).nodes
    assert nodes[OpenCitation("X", ActionCitation(None, "9"))]["candidates"] == []
    assert nodes[OpenCitation("Z", ActionCitation(None, "9"))]["candidates"] == ["A/9", "B/9"]


def test_a_recommendation_arises_from_an_action_under_its_former_code() -> None:
    item = Recommendation(id="R", text="", arising_from=ActionRef("AP1", "5.3"))
    first = plan("AP1", action("5.1", aliases=("5.3",)))
    assert edges(Dossier(plans=[first], recommendations=[item])) == [
        "AP1/5.1 -> R: arises from",
    ]


def test_what_a_report_cites_and_nobody_can_find_is_of_that_report() -> None:
    cited = link("arises from", ActionCitation(None, "9"), "on action 9")
    documents = [Document(reference=one, title="", links=[cited]) for one in (REPORT, OTHER)]
    graph = dependency_graph(Dossier(documents=documents))
    assert [str(node) for node in graph if isinstance(node, OpenCitation)] == [
        "Action 9 (cited in 1/10)",
        "Action 9 (cited in 8351/2/09 REV 2)",
    ]


def test_recommendations_arise_from_reports_and_actions() -> None:
    item = Recommendation(id="R", text="", document=REPORT, arising_from=ActionRef("AP3", "3.1"))
    assert edges(Dossier(recommendations=[item])) == [
        "AP3/3.1 -> R: arises from",
        "AP3/3.1 -> 8351/2/09 REV 2: arises from",
        "8351/2/09 REV 2 -> R: arises from",
    ]


def test_a_recommendation_that_is_cited_arises_from_the_report_that_is_cited_with_it() -> None:
    cited = RecommendationCitation(REPORT, "12")
    graph = dependency_graph(plan("P", action("1", link("takes up", cited, "take up 12"))))
    edge = graph.edges[REPORT, cited, LinkKind.ARISES_FROM]
    assert (edge["evidence"], edge["stated_by"], edge["source"]) == (
        ["take up 12"],
        ["P/1"],
        "recommendation 12 of 8351/2/09 REV 2",
    )


def test_what_several_actions_state_stands_in_the_order_of_the_actions() -> None:
    cited = RecommendationCitation(REPORT, "12")
    actions = [action(code, link("takes up", cited, f"{code} takes it")) for code in ("10", "9")]
    edge = dependency_graph(plan("P", *actions)).edges[REPORT, cited, LinkKind.ARISES_FROM]
    assert edge["stated_by"] == ["P/9", "P/10"]
    assert edge["evidence"] == ["9 takes it", "10 takes it"]


def test_plans_carry_out_strategies_and_continue_plans_and_documents_have_previous_ones() -> None:
    second = ActionPlan(id="AP2", title="", strategy="S", previous=["AP1", "AP2", "1/98"])
    earlier = DocumentNumber(1, 2009)
    document = Document(reference=REPORT, title="", previous=[earlier, REPORT])
    graph = dependency_graph(Dossier(plans=[second], documents=[document]))
    assert [f"{one} -> {other}: {kind.value}" for one, other, kind in graph.edges(keys=True)] == [
        "1/09 -> 8351/2/09 REV 2: cites",
        "1/98 -> AP2: continues",
        "AP1 -> AP2: continues",
        "S -> AP2: implements",
    ]
    assert graph.nodes[Named("S", "strategy")]["mentioned"]


def test_a_link_to_itself_is_no_edge() -> None:
    assert edges(plan("P", action("1", link("awaits", "P/1")))) == []


def test_what_was_merged_comes_from_its_former_code() -> None:
    merged = action("5.1", link("merged from", "P/5.3"), aliases=("5.3",))
    later = action("5.4", link("awaits", "P/5.3"))
    assert edges(plan("P", merged, later)) == [
        "P/5.1 -> P/5.4: awaits",
        "P/5.3 -> P/5.1: merged from",
    ]


def test_of_several_with_one_name_the_same_is_described_wherever_it_stands() -> None:
    doubles = (
        action("1", link("awaits", "P/2", "a waits"), title="a"),
        action("1", link("awaits", "P/2", "b waits"), title="b", aliases=("0",)),
        action("1"),
        action("2", aliases=("0",)),
    )
    for actions in itertools.permutations(doubles):
        for halves in ((actions[:1], actions[1:]), (actions[1:], actions[:1]), (actions, ())):
            dossier = Dossier(plans=[plan("P", *some) for some in halves])
            graph = dependency_graph(dossier)
            assert [str(node) for node in graph] == ["P/1", "P/2", "P"]
            (edge,) = (edge for _, _, edge in graph.edges(data=True))
            assert sorted(edge["evidence"]) == ["a waits", "b waits"]
            found = resolve(dossier).address(ActionRef("P", "0"))
            assert found == ActionRef("P", "1")
        graph = dependency_graph(plan("P", *actions))
        assert graph.nodes[ActionRef("P", "1")]["title"] == "a"
        (edge,) = (edge for _, _, edge in graph.edges(data=True))
        assert edge["evidence"] == ["a waits", "b waits"]


def test_doubles_of_all_sorts_are_described_alike_however_they_stand() -> None:
    one = Dossier(
        plans=[ActionPlan(id="P", title=title) for title in ("b", "a")],
        strategies=[Strategy(id="S", title=title) for title in ("b", "", "a")],
        recommendations=[Recommendation(id="R", text=text) for text in ("b", "a")],
        documents=[Document(reference=REPORT, title=title) for title in ("", "b", "a")],
        events=[Event(id="E", title=title) for title in ("b", "a")],
        parties=[Party(id="Q", name=name) for name in ("b", "a")],
    )
    asks = plan("T", action("1", link("reports to", PartyRef("Q"))))
    names = "plans", "strategies", "recommendations", "documents", "events", "parties"
    turned = attrs.evolve(one, **{name: getattr(one, name)[::-1] for name in names})
    for several in (one, turned):
        nodes = dependency_graph(attrs.evolve(several, plans=[*several.plans, asks])).nodes
        titles = {about["label"]: about["title"] for _, about in nodes(data=True)}
        assert {titles[name] for name in ("P", "S", "R", "E", "Q", str(REPORT))} == {"a"}


def test_blank_ids_stop_nothing() -> None:
    dossier = Dossier(
        plans=[ActionPlan(id="P", title="", strategy=" ", previous=[""])],
        strategies=[Strategy(id="", title="")],
        recommendations=[Recommendation(id=" ", text="")],
        events=[Event(id="", title="")],
        parties=[Party(id="", name="")],
    )
    assert "?" in [str(node) for node in dependency_graph(dossier)]


def test_nothing_hangs_on_the_graph_that_json_does_not_have() -> None:
    graph = dependency_graph(bundled_dossier())
    for values in (
        [about for _, about in graph.nodes(data=True)],
        [about for _, _, about in graph.edges(data=True)],
        graph.graph,
    ):
        assert json.loads(json.dumps(values)) == values


def test_the_graph_is_the_own_one_of_the_caller() -> None:
    dossier = bundled_dossier()
    graph = dependency_graph(dossier)
    for _, about in graph.nodes(data=True):
        about["candidates"].append("changed")
    graph.clear()
    assert not any(about["candidates"] for _, about in dependency_graph(dossier).nodes(data=True))


def test_an_empty_dossier_has_an_empty_graph() -> None:
    assert len(dependency_graph(Dossier())) == 0


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="dossier or an action plan"):
        dependency_graph("AP5")  # type: ignore[arg-type]  # what a caller might try
