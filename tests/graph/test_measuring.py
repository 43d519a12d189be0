"""Figures about recommendations and actions."""

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import Coverage, coverage, dependency_graph, most_depended_on, orphans
from customs_coop.model import (
    Action,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Status,
    Target,
)
from customs_coop.references import DocumentNumber, RecommendationCitation
from folded import every_case
from linked_plans import action, link, plan

REPORT = DocumentNumber(1, 2009)
ITEM = Recommendation(
    id="R", text="", number="4", document=REPORT, arising_from=ActionRef("O", "1")
)


def covered(
    status: Status, *takers: tuple[str, Target, Status], item: Recommendation = ITEM
) -> str:
    actions = [
        Action(code=str(n), title="", status=done, links=[Link(kind=LinkKind(kind), target=target)])
        for n, (kind, target, done) in enumerate(takers)
    ]
    found = coverage(
        Dossier(plans=[plan("P", *actions)], recommendations=[attrs.evolve(item, status=status)])
    )
    assert found.total == 1
    return next(name for name in attrs.asdict(found) if getattr(found, name))


TAKES = ("takes up", RecommendationRef("R"), Status.OPEN)
DONE = ("takes up", RecommendationRef("R"), Status.COMPLETED)
LOST = ("takes up", RecommendationRef("R"), Status.OBSOLETE)
STARTS = ("starts from", REPORT, Status.OPEN)


@every_case(
    ("status", "takers", "expected"),
    [
        (Status.OPEN, [], "open"),
        (Status.COMPLETED, [], "implemented"),
        (Status.OBSOLETE, [], "rejected"),
        (Status.OBSOLETE, [DONE], "rejected"),
        (Status.OPEN, [TAKES], "taken_up"),
        (Status.OPEN, [TAKES, DONE], "taken_up"),
        (Status.OPEN, [DONE, DONE], "implemented"),
        (Status.OPEN, [("takes up", RecommendationCitation(REPORT, "4"), Status.OPEN)], "taken_up"),
        (Status.OPEN, [("takes up", RecommendationCitation(REPORT, "5"), Status.OPEN)], "open"),
        (Status.OPEN, [("uses the recommendations of", REPORT, Status.OPEN)], "taken_up"),
        (
            Status.OPEN,
            [("uses the recommendations of", ActionRef("O", "1"), Status.OPEN)],
            "taken_up",
        ),
        (Status.OPEN, [LOST], "dropped"),
        (Status.OPEN, [LOST, LOST], "dropped"),
        (Status.OPEN, [LOST, DONE], "implemented"),
        (Status.OPEN, [LOST, TAKES], "taken_up"),
        (Status.OBSOLETE, [LOST], "rejected"),
        (Status.COMPLETED, [LOST], "implemented"),
        (Status.OPEN, [STARTS], "taken_up"),
        (Status.OPEN, [("starts from", ActionRef("O", "1"), Status.OPEN)], "taken_up"),
        (Status.OPEN, [("starts from", RecommendationRef("R"), Status.OPEN)], "taken_up"),
        (Status.OPEN, [("starts from", DocumentNumber(2, 2009), Status.OPEN)], "open"),
        (Status.OPEN, [("starts from", REPORT, Status.COMPLETED)], "taken_up"),
        (Status.OPEN, [("starts from", REPORT, Status.OBSOLETE)], "dropped"),
        (Status.OPEN, [STARTS, DONE], "implemented"),
        (Status.OPEN, [STARTS, LOST], "taken_up"),
        (Status.OPEN, [("cites", RecommendationRef("R"), Status.OPEN)], "open"),
    ],
)
def test_each_recommendation_has_one_fate(
    status: Status, takers: list[tuple[str, Target, Status]], expected: str
) -> None:
    assert covered(status, *takers) == expected


def test_what_only_starts_from_a_report_is_inferred_and_counted_once() -> None:
    report = DocumentNumber(2, 2009)
    other = attrs.evolve(ITEM, id="S", document=report)
    actions = plan(
        "P",
        action("1", link("starts from", REPORT)),
        action("2", link("takes up", RecommendationRef("S")), link("starts from", report)),
    )
    found = coverage(Dossier(plans=[actions], recommendations=[ITEM, other]))
    assert [str(ref) for ref in found.taken_up] == ["R", "S"]
    assert [str(ref) for ref in found.inferred] == ["R"]
    assert (found.total, found.rate) == (2, 1.0)
    assert str(found).splitlines()[1] == "taken up: 2 of 2 (1 of them inferred)"


def test_a_recommendation_whose_words_say_where_it_comes_from_is_taken_up_there() -> None:
    item = Recommendation(id="R", text="", links=[link("arises from", "O/1")])
    user = plan("P", action("1", link("uses the recommendations of", "O/1")))
    assert coverage(Dossier(plans=[user], recommendations=[item])).taken_up


def test_a_share_has_its_denominator_and_of_nothing_there_is_none() -> None:
    refs = tuple(RecommendationRef(str(n)) for n in range(4))
    some = Coverage(implemented=refs[:1], taken_up=refs[1:2], open=refs[2:])
    assert some.rate == 0.5
    assert str(some).splitlines() == [
        "implemented: 1 of 4",
        "taken up: 1 of 4",
        "dropped: 0 of 4",
        "rejected: 0 of 4",
        "open: 2 of 4",
    ]
    assert coverage(Dossier()).rate is None
    assert "n/a" in str(coverage(Dossier()))


def test_orphans_are_actions_without_order_and_recommendations_that_nobody_uses() -> None:
    actions = plan(
        "P",
        action("1", link("awaits", "P/2")),
        action("2", link("takes up", RecommendationRef("R"))),
        action("3", link("handled with", "P/1")),
        action("4"),
    )
    dossier = Dossier(
        plans=[actions], recommendations=[ITEM, Recommendation(id="S", text="", document=REPORT)]
    )
    assert [str(node) for node in orphans(dependency_graph(dossier))] == ["P/3", "P/4", "S"]


@pytest.mark.parametrize(
    ("kind", "target", "alone"),
    [
        ("uses the recommendations of", REPORT, False),
        ("takes up", REPORT, False),
        ("starts from", "O/1", False),
        ("cites", REPORT, True),
        ("awaits", "O/1", True),
        ("takes up", RecommendationCitation(REPORT, "5"), True),
    ],
)
def test_a_recommendation_that_is_taken_up_with_its_report_is_no_orphan(
    kind: str, target: Target | str, *, alone: bool
) -> None:
    dossier = Dossier(plans=[plan("P", action("1", link(kind, target)))], recommendations=[ITEM])
    recommendation = RecommendationRef("R")
    assert (recommendation in orphans(dependency_graph(dossier))) is alone
    assert (recommendation in coverage(dossier).open) is alone


def test_an_action_takes_up_nothing_from_itself() -> None:
    own = plan("O", action("1", link("uses the recommendations of", "O/1")))
    dossier = Dossier(plans=[own], recommendations=[ITEM])
    assert coverage(dossier).open == (RecommendationRef("R"),)
    assert RecommendationRef("R") in orphans(dependency_graph(dossier))


def test_the_actions_for_which_most_wait_come_first() -> None:
    waiting = plan(
        "P",
        action("1"),
        action("2", link("awaits", "P/1"), link("depends on", "P/1")),
        action("3", link("awaits", "P/2")),
        action("4", link("awaits", "P/2"), link("completed by", REPORT)),
    )
    found = most_depended_on(dependency_graph(waiting))
    assert [str(one) for one in found] == ["P/2: 2 directly, 2 in all", "P/1: 1 directly, 3 in all"]
    assert most_depended_on(dependency_graph(waiting), 1) == found[:1]
    assert most_depended_on(dependency_graph(waiting), -1) == ()


def test_nobody_waits_for_what_is_only_cited() -> None:
    citing = plan(
        "P",
        action("1"),
        action("2", link("cites", "P/1")),
        action("3", link("awaits", "P/2")),
        action("4", link("cites", "P/2"), link("awaits", "P/2")),
        action("5", link("cites", "P/4")),
    )
    found = most_depended_on(dependency_graph(citing))
    assert [str(one) for one in found] == ["P/2: 2 directly, 2 in all"]


def test_the_recommendations_of_the_bundled_dossier_are_all_accounted_for() -> None:
    assert coverage(bundled_dossier()).total == len(bundled_dossier().recommendations)
