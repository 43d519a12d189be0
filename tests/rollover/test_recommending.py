"""Recommendations: each has one entry, and is taken up as the graph counts it."""

import pytest

from customs_coop.errors import RolloverError
from customs_coop.graph import coverage
from customs_coop.model import (
    Action,
    ActionPlan,
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
from customs_coop.rollover import Complete, Drop, Outcome, RecommendationEntry, Rollover, roll_over

REPORT = DocumentNumber.parse("11801/4/10 REV 4")
BARE = DocumentNumber.parse("11801/10")
OLD = ActionPlan(id="AP1", title="")
R1 = Recommendation(id="R1", text="Train")


def rolled(*links: Link, asked: Recommendation = R1, status: Status = Status.OPEN) -> Rollover:
    action = Action(code="1", title="Train", links=links, status=status)
    return roll_over(
        OLD, into=ActionPlan(id="AP2", title="", actions=[action]), recommendations=[asked]
    )


def entry(
    *links: Link, asked: Recommendation = R1, status: Status = Status.OPEN
) -> RecommendationEntry:
    """The entry, which agrees with what the graph of the new plan counts."""
    result = rolled(*links, asked=asked, status=status)
    (found,) = result.ledger.recommendations
    counted = coverage(Dossier(plans=[result.plan], recommendations=[asked]))
    assert bool(counted.taken_up) == (found.outcome is Outcome.TAKEN_UP)
    assert bool(counted.implemented) == (found.outcome is Outcome.CARRIED_OUT)
    assert bool(counted.rejected) == (found.outcome is Outcome.TURNED_DOWN)
    assert bool(counted.open or counted.dropped) == (found.outcome is Outcome.OPEN)
    assert result.ledger.faults == ()
    return found


def link(kind: LinkKind, target: Target) -> Link:
    return Link(kind=kind, target=target)


@pytest.mark.parametrize(
    "kind",
    [LinkKind.CITES, LinkKind.HANDLED_WITH, LinkKind.SUPERSEDES, LinkKind.REPORTS_TO],
)
def test_what_only_names_a_recommendation_does_not_take_it_up(kind: LinkKind) -> None:
    found = entry(link(kind, RecommendationRef("R1")))
    assert (found.outcome, found.successors) == (Outcome.OPEN, ())


def test_who_takes_up_the_report_or_starts_from_it_is_inferred() -> None:
    asked = Recommendation(
        id="R1", text="Train", number="3", document=REPORT, arising_from=ActionRef("AP0", "2")
    )
    used = link(LinkKind.USES_RECOMMENDATIONS_OF, REPORT)
    named = link(LinkKind.TAKES_UP, RecommendationRef("R1"))
    for links, inferred in (
        ([used], True),
        ([link(LinkKind.STARTS_FROM, RecommendationRef("R1"))], True),
        ([link(LinkKind.USES_RECOMMENDATIONS_OF, ActionRef("AP0", "2"))], True),
        ([named], False),
        ([used, named], False),
    ):
        found = entry(*links, asked=asked)
        assert (found.outcome, found.inferred) == (Outcome.TAKEN_UP, inferred)
        assert found.successors == (ActionRef("AP2", "1"),)


def test_the_state_of_things_counts_as_in_the_graph() -> None:
    taking = link(LinkKind.TAKES_UP, RecommendationRef("R1"))
    assert entry(taking, status=Status.OBSOLETE).outcome is Outcome.OPEN
    assert entry(taking, status=Status.COMPLETED).outcome is Outcome.CARRIED_OUT
    refused = Recommendation(id="R1", text="Train", status=Status.OBSOLETE)
    found = entry(taking, asked=refused)
    assert (found.outcome, found.successors) == (Outcome.TURNED_DOWN, (ActionRef("AP2", "1"),))


@pytest.mark.parametrize(("cited", "held"), [(BARE, REPORT), (REPORT, BARE)])
def test_a_report_is_meant_in_another_revision_where_one_alone_is_there(
    cited: DocumentNumber, held: DocumentNumber
) -> None:
    asked = Recommendation(id="R1", text="Train", number="3", document=held)
    taking = link(LinkKind.TAKES_UP, RecommendationCitation(document=cited, number="3"))
    found = entry(taking, asked=asked)
    assert (found.outcome, found.inferred) == (Outcome.TAKEN_UP, True)
    exact = link(LinkKind.TAKES_UP, RecommendationCitation(document=held, number="3"))
    assert not entry(exact, asked=asked).inferred
    result = rolled(taking, asked=asked)
    assert "CC625" not in str(result.report)
    assert "taken up, inferred" in str(result.ledger)


def test_a_citation_that_can_mean_several_or_none_is_told() -> None:
    items = [
        Recommendation(id=f"R{revision}", text="Train", number="3", document=document)
        for revision, document in (
            (3, DocumentNumber.parse("11801/3/10 REV 3")),
            (4, REPORT),
            (5, DocumentNumber.parse("11801/10 ADD 1")),
            (6, DocumentNumber.parse("11802/10")),
        )
    ]
    for number in ("3", "4"):
        cited = RecommendationCitation(document=BARE, number=number)
        action = Action(code="1", title="", links=[link(LinkKind.TAKES_UP, cited)])
        into = ActionPlan(id="AP2", title="", actions=[action])
        result = roll_over(OLD, into=into, recommendations=items)
        assert {one.outcome for one in result.ledger.recommendations} == {Outcome.OPEN}
        (told,) = [one for one in result.report if one.code == "CC625"]
        assert told.subject == "AP2/1"
        assert told.message.endswith("handed in are those of 11801/3/10 REV 3, 11801/4/10 REV 4")
    # Of another report nobody can say anything.
    assert "CC625" not in str(roll_over(OLD, into=into, recommendations=items[3:]).report)


def test_a_recommendation_that_is_handed_in_twice_has_one_entry() -> None:
    into = ActionPlan(id="AP2", title="")
    ledger = roll_over(OLD, into=into, recommendations=[R1, R1]).ledger
    assert len(ledger.recommendations) == ledger.balance["recommendations"].opening == 1
    other = Recommendation(id="R1", text="Other words")
    with pytest.raises(RolloverError, match="not equal: R1; give each an id of its own"):
        roll_over(OLD, into=into, recommendations=[R1, other])


def test_two_answers_to_one_recommendation_are_an_error() -> None:
    into = ActionPlan(id="AP2", title="")
    reference = RecommendationRef("R1")
    answers: dict[RecommendationRef | str, Complete | Drop] = {
        reference: Drop("no money"),
        "R1": Complete(),
    }
    with pytest.raises(RolloverError, match=r"answers says two things of R1: Drop.* and Complete"):
        roll_over(OLD, into=into, recommendations=[R1], answers=answers)
    same: dict[RecommendationRef | str, Drop] = {reference: Drop("no"), "R1": Drop("no")}
    ledger = roll_over(OLD, into=into, recommendations=[R1], answers=same).ledger
    assert ledger.recommendations[0].reason == "no"
