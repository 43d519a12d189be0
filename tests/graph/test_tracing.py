"""Where things come from, and why."""

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import dependency_graph, lineage, why
from customs_coop.model import Action, Document, Dossier, PlanRef
from customs_coop.references import DocumentNumber
from linked_plans import action, link, plan

REPORT = DocumentNumber(1, 2009)
PLAN = plan(
    "P",
    action("1", link("completed by", REPORT, "done: 1/09")),
    action("2", link("starts from", REPORT, "starts from 1/09"), link("continues", PlanRef("O"))),
    action("3", link("awaits", "P/2", "after 2"), link("cites", "P/1", "see 1")),
    action("4", link("handled with", "P/3")),
)


def test_the_tenth_action_of_the_fifth_plan_comes_from_all_four_plans_before() -> None:
    found = lineage(dependency_graph(bundled_dossier()), "AP5/5.10")
    assert {str(node) for node in found.sources} == {"AP4/4.10", "AP2/8", "AP1/6.6", "AP3/3.16"}
    assert all(step.evidence for step in found.steps if step.later == found.node)


def test_a_lineage_leads_over_reports_and_not_over_plans() -> None:
    found = lineage(dependency_graph(PLAN), "P/3")
    assert [str(node) for node in found.sources] == ["P/1", "P/2"]
    assert [(str(step.earlier), str(step.later), step.depth) for step in found.steps] == [
        ("P/1", "P/3", 1),
        ("P/2", "P/3", 1),
        ("1/09", "P/2", 2),
        ("P/1", "1/09", 3),
    ]


def test_a_lineage_prints_as_a_tree() -> None:
    assert str(lineage(dependency_graph(PLAN), "P/3")).splitlines() == [
        "P/3",
        '  P/1 (cites): "see 1"',
        '  P/2 (awaits): "after 2"',
        '    1/09 (starts from): "starts from 1/09"',
        '      P/1 (completed by): "done: 1/09"',
    ]


def test_a_lineage_tells_the_title_of_each_thing_once() -> None:
    report = Document(reference=REPORT, title="All\n about nets, " + "and on " * 20)
    actions = (
        Action(code="1", title="Swim", links=[link("completed by", REPORT, "done")]),
        Action(code="2", title="", links=[link("starts from", REPORT, "from it")]),
        Action(code="3", title="Dive", links=[link("awaits", "P/2"), link("awaits", "P/1")]),
    )
    found = lineage(
        dependency_graph(Dossier(plans=[plan("P", *actions)], documents=[report])), "P/3"
    )
    assert str(found).splitlines() == [
        "P/3  Dive",
        "  P/1  Swim (awaits)",
        "  P/2 (awaits)",
        f'    1/09  All about nets,{" and on" * 9} ... (starts from): "from it"',
        '      P/1 (completed by): "done"',
    ]
    assert [str(node) for node, _ in found.titles] == ["P/1", "P/3", "1/09"]


def test_a_circle_ends_the_tree() -> None:
    loop = plan("P", action("1", link("awaits", "P/2")), action("2", link("awaits", "P/1")))
    found = lineage(dependency_graph(loop), "P/1")
    assert [str(node) for node in found.sources] == ["P/2"]
    assert str(found).splitlines() == ["P/1", "  P/2 (awaits)", "    P/1 (awaits) (above)"]


def test_why_tells_a_shortest_chain_either_way_round() -> None:
    graph = dependency_graph(PLAN)
    chain = why(graph, "P/2", "P/1")
    assert [str(step) for step in chain] == [
        'P/1 -> 1/09 (completed by): "done: 1/09"',
        '1/09 -> P/2 (starts from): "starts from 1/09"',
    ]
    assert why(graph, "P/1", "P/2") == chain
    assert [step.depth for step in chain] == [1, 2]


def test_where_nothing_leads_from_one_to_the_other_there_is_no_chain() -> None:
    graph = dependency_graph(PLAN)
    assert why(graph, "P/4", "P/1") == ()
    assert why(graph, "P/3", "P/4") == ()
    assert why(graph, "P/1", "P/1") == ()


def test_of_several_edges_the_one_that_says_most_is_told() -> None:
    two = plan("P", action("1", link("awaits", "P/2"), link("cites", "P/2", "see 2")), action("2"))
    (step,) = why(dependency_graph(two), "P/1", "P/2")
    assert str(step) == 'P/2 -> P/1 (cites): "see 2"'


def test_lines_of_a_sentence_are_joined_in_print() -> None:
    two = plan("P", action("1", link("awaits", "P/2", "after\n  2")), action("2"))
    (step,) = why(dependency_graph(two), "P/1", "P/2")
    assert step.evidence == ("after\n  2",)
    assert step.reason == '(awaits): "after 2"'


def test_a_deep_tree_is_printed_with_numbers_instead_of_indents() -> None:
    actions = [action("0"), *(action(str(n), link("awaits", f"P/{n - 1}")) for n in range(1, 2001))]
    lines = str(lineage(dependency_graph(plan("P", *actions)), "P/2000")).splitlines()
    assert len(lines) == 2001
    assert lines[12] == "  " * 12 + "P/1988 (awaits)"
    assert lines[-1] == "  " * 12 + "(2000) P/0 (awaits)"
