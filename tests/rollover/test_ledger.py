"""The account of a rollover."""

import attrs
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
    ItemKind,
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
    assert all(entry.indicators[0].indicator.text == str(entry.action.code) for entry in ledger)
    assert len(ledger) == 6


def test_the_balance_adds_up() -> None:
    balance = ledger_of_all_six().balance
    assert balance.balanced
    assert balance["actions"].opening == balance["indicators"].opening == 6
    assert dict(balance["actions"].counts) == dict.fromkeys(
        ("carried", "completed", "deferred", "dropped", "merged", "split"), 1
    )
    assert balance["missing codes"]["unexplained"] == 1
    assert balance[ItemKind.MILESTONE].opening == 0
    with pytest.raises(KeyError, match="actions, indicators"):
        balance["people"]
    with pytest.raises(KeyError, match="carried, completed"):
        balance["actions"]["lost"]


def test_an_account_that_lacks_an_entry_does_not_balance() -> None:
    ledger = ledger_of_all_six()
    short = attrs.evolve(ledger, entries=ledger.entries[1:])
    assert not short.balance.balanced
    assert not short.balance["actions"].balanced
    assert short.balance["missing codes"].balanced
    assert str(short.balance).count("does not balance") == 2


def test_it_prints_as_a_table() -> None:
    assert str(ledger_of_all_six()).splitlines() == [
        "AP1 -> AP2",
        "AP1: First",
        "AP2: Second",
        "code  disposition  new code  reason                    title",
        "1.1   carried      1.1                                 Work on 1.1",
        "1.2   completed              report adopted (7863/05)  Work on 1.2",
        "1.3   deferred               the law is not ready      Work on 1.3",
        "1.4   dropped                overtaken by events       Work on 1.4",
        "1.5   merged       1.1                                 Work on 1.5",
        "1.7   split        1.2, 1.3                            Work on 1.7",
        "",
        "missing in the numbering, unexplained: 1.6",
        "",
        "               opening  carried  completed  deferred  dropped  merged  split  unexplained",
        "actions              6        1          1         1        1       1      1            -",
        "indicators           6        1          1         1        1       1      1            -",
        "missing codes        1        -          -         -        -       -      -            1",
        "",
        "new plan: 1 carried + 2 parts = 3",
    ]


def test_nothing_in_its_words_steers_a_terminal() -> None:
    title = "Seal \x1b[31mred\x07 \u202eabc\u202c, cus\xadtoms"
    plan = ActionPlan(id="AP1", title="", actions=[Action(code="1", title=title)])
    ledger = roll_over(plan, into=ActionPlan(id="AP2", title="")).ledger
    assert "Seal \ufffd[31mred\ufffd \ufffdabc\ufffd, cus\xadtoms" in str(ledger)
    assert ledger.entries[0].title == title


def test_an_empty_plan_has_an_account() -> None:
    ledger = roll_over(ActionPlan(id="A", title=""), into=ActionPlan(id="B", title="")).ledger
    assert ledger
    assert list(ledger) == []
    assert ledger.balance.balanced
    assert str(ledger).splitlines()[-1].split() == ["actions", "0"]


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
    assert ["R1", "taken", "up", "1", "Train"] in [
        line.split() for line in str(ledger).splitlines()
    ]


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
    ]
