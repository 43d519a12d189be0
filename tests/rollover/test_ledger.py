"""The account of a rollover."""

import pytest

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Link,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Status,
    Target,
)
from customs_coop.references import DocumentNumber, RecommendationCitation
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    Ledger,
    MergeInto,
    Outcome,
    SplitInto,
    roll_over,
)

REPORT = DocumentNumber(8351, 2009, revision=2)


def ledger_of_all_six() -> Ledger:
    decisions: dict[str, Disposition] = {
        "1.1": Carry(),
        "1.2": Complete("report adopted", authority=DocumentNumber(7863, 2005)),
        "1.3": Defer("the law is not ready"),
        "1.4": Drop("overtaken by events"),
        "1.5": MergeInto("1.1"),
        "1.7": SplitInto(["At sea", "In the air"]),
    }
    actions = [
        Action(code=code, title=f"Work on\n{code}", indicators=[Indicator(text=code)])
        for code in decisions
    ]
    plan = ActionPlan(id="AP1", title="First", actions=actions)
    return roll_over(
        plan,
        into=ActionPlan(id="AP2", title="Second"),
        decide=lambda action: decisions[str(action.code)],
    ).ledger


def test_every_old_action_has_one_entry_in_order() -> None:
    ledger = ledger_of_all_six()
    assert [str(entry.action) for entry in ledger] == [
        f"AP1/{code}" for code in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.7")
    ]
    assert [[str(ref) for ref in entry.successors] for entry in ledger] == [
        ["AP2/1.1"],
        [],
        [],
        [],
        ["AP2/1.1"],
        ["AP2/1.2", "AP2/1.3"],
    ]
    assert all(entry.indicators[0].text == str(entry.action.code) for entry in ledger)
    assert len(ledger) == 6


def test_the_balance_adds_up() -> None:
    balance = ledger_of_all_six().balance
    assert balance == dict.fromkeys(balance, 1)
    assert sum(balance.values()) == 6


def test_it_prints_as_a_table() -> None:
    assert str(ledger_of_all_six()).splitlines() == [
        "AP1 -> AP2",
        "code  disposition  new code  reason                    title",
        "1.1   carried      1.1                                 Work on 1.1",
        "1.2   completed              report adopted (7863/05)  Work on 1.2",
        "1.3   deferred               the law is not ready      Work on 1.3",
        "1.4   dropped                overtaken by events       Work on 1.4",
        "1.5   merged       1.1                                 Work on 1.5",
        "1.7   split        1.2, 1.3                            Work on 1.7",
        "total 6: 1 carried, 1 completed, 1 deferred, 1 dropped, 1 merged, 1 split",
        "missing in the numbering: 1.6",
    ]


def test_an_empty_plan_has_an_account() -> None:
    ledger = roll_over(ActionPlan(id="A", title=""), into=ActionPlan(id="B", title="")).ledger
    assert ledger
    assert list(ledger) == []
    assert "total 0" in str(ledger)


@pytest.mark.parametrize(
    "target", [RecommendationRef("R1"), RecommendationCitation(document=REPORT, number="14b")]
)
@pytest.mark.parametrize("is_in_draft", [False, True])
def test_a_recommendation_is_taken_up_by_whatever_links_to_it(
    target: Target, *, is_in_draft: bool
) -> None:
    recommendation = Recommendation(id="R1", text="Train", number="14b", document=REPORT)
    links = [Link(kind=LinkKind.TAKES_UP, target=target)]
    action = Action(code="1", title="Train", links=links)
    plan = ActionPlan(id="AP1", title="", actions=[] if is_in_draft else [action])
    into = ActionPlan(id="AP2", title="", actions=[action] if is_in_draft else [])
    ledger = roll_over(plan, into=into, recommendations=[recommendation]).ledger
    (entry,) = ledger.recommendations
    assert entry.outcome is Outcome.TAKEN_UP
    assert entry.successors == (ActionRef("AP2", "1"),)
    assert str(ledger).splitlines()[-1].split() == ["R1", "taken", "up", "1", "Train"]


def test_every_recommendation_handed_in_has_one_entry() -> None:
    taker = Action(
        code="1",
        title="Train",
        status=Status.COMPLETED,
        links=[Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("R1"))],
    )
    recommendations = [
        Recommendation(id="R1", text="Its taker is completed and not carried"),
        Recommendation(id="R2", text="Done", status=Status.COMPLETED),
        Recommendation(id="R3", text="Refused", status=Status.OBSOLETE, number="(*) odd"),
        Recommendation(id="R1", text="The same name again"),
    ]
    plan = ActionPlan(id="AP1", title="", actions=[taker])
    into = ActionPlan(id="AP2", title="")
    entries = roll_over(
        plan, into=into, recommendations=iter(recommendations)
    ).ledger.recommendations
    assert [(str(entry.recommendation), entry.outcome) for entry in entries] == [
        ("R1", Outcome.OPEN),
        ("R2", Outcome.CARRIED_OUT),
        ("R3", Outcome.TURNED_DOWN),
        ("R1", Outcome.OPEN),
    ]
