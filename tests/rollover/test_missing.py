"""Codes that the old plan leaves out, what it announces, and answers to recommendations."""

from collections.abc import Mapping

import attrs
import pytest

from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Link,
    LinkKind,
    PlanRevision,
    Recommendation,
    RecommendationRef,
)
from customs_coop.rollover import (
    Announced,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Outcome,
    SplitInto,
    roll_over,
)
from folded import every_case

PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    actions=[
        Action(code="1.2", title="Train", aliases=["1.5"]),
        Action(code="1.4", title="Report"),
    ],
)
DRAFT = ActionPlan(id="AP2", title="Second Action Plan")


def test_missing_codes_stand_in_the_ledger_until_somebody_explains_them() -> None:
    told = roll_over(PLAN, into=DRAFT)
    assert [str(one.code) for one in told.ledger.missing] == ["1.1", "1.3"]
    assert told.ledger.unexplained == (Code("1.1"), Code("1.3"))
    assert [found.code for found in told.report] == ["CC610"]
    missing: dict[Code | str, Disposition] = {Code("1.3"): MergeInto("1.4", "its second half")}
    part = roll_over(PLAN, into=DRAFT, missing=missing)
    assert part.ledger.unexplained == (Code("1.1"),)
    assert [str(ref) for ref in part.ledger.missing[1].successors] == ["AP2/1.2"]
    assert part.plan == told.plan
    missing["1.1"] = Drop("standard procedure")
    settled = roll_over(PLAN, into=DRAFT, missing=missing)
    assert settled.ledger.unexplained == ()
    assert [found.code for found in settled.report] == []
    assert dict(settled.ledger.balance["missing codes"].counts) == {
        "completed": 0,
        "deferred": 0,
        "dropped": 1,
        "merged": 1,
    }
    rows = [row for row in settled.ledger.rows if row.item in ("AP1/1.1", "AP1/1.3")]
    assert [(row.disposition, row.reason) for row in rows] == [
        ("dropped", "standard procedure"),
        ("merged", "its second half"),
    ]
    assert "1.3      merged into 1.4  1.2       its second half" in str(settled.ledger)


@every_case(
    ("missing", "message"),
    [
        ({"1.2": Complete()}, "1.2 is not missing; AP1 has it"),
        ({"1.5": Complete()}, "1.5 is not missing; AP1 has it"),
        ({"9.9": Complete()}, "AP1 does not miss 9.9; missing are 1.1, 1.3"),
        ({"1.1": Carry()}, "1.1 is carried, and AP1 has no words of it"),
        ({"1.1": SplitInto(["A"])}, "1.1 is split, and AP1 has no words of it"),
        ({"1.1": MergeInto("9")}, "1.1 goes into 9, which the plan does not have"),
        ({"1.1": None}, "1.1: None is no disposition"),
        ({" ": Complete()}, "' ' is no code"),
    ],
)
def test_a_wrong_explanation_is_an_error(
    missing: Mapping[Code | str, Disposition], message: str
) -> None:
    with pytest.raises(RolloverError, match=message):
        roll_over(PLAN, into=DRAFT, missing=missing)


def test_a_missing_code_does_not_go_into_an_action_that_ends() -> None:
    def decide(action: Action) -> Disposition:
        return Drop("no money") if action.code == "1.4" else Carry()

    with pytest.raises(RolloverError, match=r"missing: 1\.3 goes into 1\.4, which is dropped"):
        roll_over(PLAN, into=DRAFT, decide=decide, missing={"1.3": MergeInto("1.4")})
    told = roll_over(PLAN, into=DRAFT, missing={"1.3": MergeInto("1.4")})
    row = next(row for row in told.ledger.rows if row.item == "AP1/1.3")
    assert (row.words, row.successors) == ("merged into AP1/1.4", (ActionRef("AP2", "1.2"),))


@attrs.frozen
class Table:
    """A policy that has more to say than what becomes of actions."""

    missing: Mapping[str, Disposition]
    recommendations: Mapping[str, Disposition]

    def __call__(self, action: Action) -> Disposition:
        return Carry(f"as {action.code} is not done")


def test_a_policy_may_have_explanations_and_answers_itself() -> None:
    asked = [Recommendation(id="R1", text="Train more")]
    table = Table({"1.1": Drop("old"), "1.3": Drop("old")}, {"R1": Drop("no money")})
    told = roll_over(
        PLAN, into=DRAFT, decide=table, recommendations=asked, missing={"1.3": Complete("done")}
    )
    assert [one.disposition for one in told.ledger.missing] == [Drop("old"), Complete("done")]
    assert told.ledger.recommendations[0].outcome is Outcome.TURNED_DOWN


def test_answers_to_recommendations_stand_in_the_ledger() -> None:
    asked = [Recommendation(id=name, text="Do") for name in ("R1", "R2", "R3", "R4")]
    answers: dict[RecommendationRef | str, Complete | Defer | Drop] = {
        RecommendationRef("R1"): Drop("no money"),
        "R2": Complete("in force"),
        "R3": Defer("after the review"),
    }
    ledger = roll_over(PLAN, into=DRAFT, recommendations=asked, answers=answers).ledger
    assert [(one.outcome.value, one.reason) for one in ledger.recommendations] == [
        ("turned down", "no money"),
        ("carried out", "in force"),
        ("deferred", "after the review"),
        ("open", ""),
    ]
    assert ledger.balance["recommendations"]["open"] == 1
    rows = [line.split() for line in str(ledger).splitlines()]
    assert ["R1", "turned", "down", "no", "money", "Do"] in rows


def test_wrong_answers_are_an_error() -> None:
    asked = [Recommendation(id="R1", text="Do")]
    with pytest.raises(RolloverError, match="'R9' was not handed in"):
        roll_over(PLAN, into=DRAFT, recommendations=asked, answers={"R9": Complete()})
    answers: dict[str, Drop] = {"R1": Carry()}  # type: ignore[dict-item] # what the test is about
    with pytest.raises(RolloverError, match="is no answer"):
        roll_over(PLAN, into=DRAFT, recommendations=asked, answers=answers)
    link = Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("R1"))
    taker = attrs.evolve(DRAFT, actions=[Action(code="5", title="", links=[link])])
    with pytest.raises(RolloverError, match="R1 is dropped, and AP2/5 takes it up"):
        roll_over(PLAN, into=taker, recommendations=asked, answers={"R1": Drop("no")})


def test_what_a_revised_plan_announced_is_set_against_what_it_prints() -> None:
    revision = PlanRevision(actions=7, deleted_areas=["Cooperation"], text="There were seven.")
    told = roll_over(attrs.evolve(PLAN, revision=revision), into=DRAFT)
    announced = told.ledger.announced
    assert announced == Announced(
        actions=7,
        printed=2,
        aliases=1,
        missing=2,
        deleted_areas=("Cooperation",),
        text="There were seven.",
    )
    assert announced is not None
    assert announced.unaccounted == 2
    assert ("CC620", "AP1") in [(found.code, found.subject) for found in told.report]
    assert "before its revision: 7 announced; 2 printed; 1 under" in str(told.ledger)
    assert max(map(len, str(told.ledger).splitlines())) <= 100


@pytest.mark.parametrize(
    ("actions", "words"), [(4, "4 announced; 2"), (1, "1 more than announced"), (None, "2 printed")]
)
def test_what_was_announced_may_add_up_or_not_be_told(actions: int | None, words: str) -> None:
    plan = attrs.evolve(PLAN, revision=PlanRevision(actions=actions, text="Before."))
    told = roll_over(plan, into=DRAFT)
    assert told.ledger.announced is not None
    assert words in str(told.ledger.announced)
    assert ("CC620" in [found.code for found in told.report]) == (actions == 1)
