"""New actions from recommendations."""

import pytest

from customs_coop import bundled_dossier
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionPlan, LinkKind, Recommendation, RecommendationRef
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Outcome, draft_actions, roll_over

REPORT = DocumentNumber.parse("11801/4/10 REV 4")
OTHER = DocumentNumber.parse("8351/2/09 REV 2")
ASKED = (
    Recommendation(id="R1", text="Train together", number="1", document=REPORT),
    Recommendation(id="Q", text="Share costs", number="12", document=OTHER),
    Recommendation(id="R3", text="Write  a\nguide", number="3", document=REPORT),
    Recommendation(id="S", text="Ask why"),
)


def test_those_of_one_report_make_one_action() -> None:
    first, second, third = draft_actions(ASKED, first="5.9", work_area="5")
    assert [str(one.code) for one in (first, second, third)] == ["5.9", "5.10", "5.11"]
    assert first.title == "Recommendations 1 and 3 of 11801/4/10 REV 4"
    assert (second.title, third.title) == ("Share costs", "Ask why")
    assert first.terms_of_reference == (
        "Recommendation 1 of 11801/4/10 REV 4: Train together\n"
        "Recommendation 3 of 11801/4/10 REV 4: Write  a\nguide"
    )
    assert third.terms_of_reference == "Recommendation S: Ask why"
    assert (first.references, third.references) == ((REPORT,), ())
    assert [(one.kind, one.target) for one in first.links] == [
        (LinkKind.TAKES_UP, RecommendationRef("R1")),
        (LinkKind.TAKES_UP, RecommendationRef("R3")),
    ]
    assert first.work_area == "5"


def test_a_function_groups_and_leaves_out() -> None:
    made = draft_actions(ASKED, by=lambda one: "all" if one.document else None)
    assert [one.title for one in made] == [
        "Recommendations 1 and 3 of 11801/4/10 REV 4; Recommendation 12 of 8351/2/09 REV 2"
    ]


def test_groups_can_be_given_with_their_titles() -> None:
    made = draft_actions(ASKED, by={"Train and ask": ["S", "R1"], "Share": ["Q"]})
    assert [one.title for one in made] == ["Train and ask", "Share"]
    assert made[0].terms_of_reference.startswith("Recommendation S: Ask why\nRecommendation 1")
    with pytest.raises(InvalidValueError, match="no recommendation R9 was handed in"):
        draft_actions(ASKED, by={"Train": ["R9"]})
    with pytest.raises(TypeError, match="a group is a list of ids"):
        draft_actions(ASKED, by={"Train": "R1"})
    with pytest.raises(InvalidValueError, match="a figure at its end"):
        draft_actions(ASKED, first="5.a")


def test_numbers_that_are_not_known_are_counted() -> None:
    bare = [Recommendation(id=name, text="", document=REPORT) for name in ("A", "B")]
    assert draft_actions(bare)[0].title == "2 recommendations of 11801/4/10 REV 4"
    assert draft_actions(bare[:1])[0].title == "Recommendation of 11801/4/10 REV 4"
    long = [Recommendation(id="A", text="word " * 100)]
    assert len(draft_actions(long)[0].title) == len("word " * 60)


def test_what_no_action_takes_up_stays_open_in_the_ledger() -> None:
    asked = bundled_dossier().recommendations
    drafted = draft_actions(asked, by=lambda one: one.document if one.number else None)
    into = ActionPlan(id="AP6", title="Sixth", actions=drafted)
    rolled = roll_over(ActionPlan(id="AP5", title=""), into=into, recommendations=asked)
    taken = [one for one in rolled.ledger.recommendations if one.outcome is Outcome.TAKEN_UP]
    assert [str(one.recommendation) for one in taken] == ["8351/2/09-12", "8351/2/09-14b"]
    assert len(rolled.ledger.recommendations) == len(asked)
    assert rolled.ledger.balance["recommendations"]["open"] == len(asked) - len(taken)
