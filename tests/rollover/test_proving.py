"""An account proves itself: one that contradicts itself does not balance, and is not read."""

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, ActionPlan, ActionRef, Code, Indicator, Recommendation
from customs_coop.rollover import (
    Announced,
    Balance,
    BalanceRow,
    Carry,
    Complete,
    Disposition,
    Drop,
    ItemKind,
    ItemOutcome,
    Ledger,
    MergeInto,
    Opening,
    Outcome,
    ledger_from_json,
    ledger_to_json,
    roll_over,
)
from folded import every_case

ELSEWHERE = ActionRef("AP9", "77")


def ledger() -> Ledger:
    decisions: dict[str, Disposition] = {
        "1.1": Carry(),
        "1.2": Complete("done"),
        "1.3": MergeInto("1.1"),
    }
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(
                code=code,
                title=f"Work on {code}",
                indicators=[Indicator(text="Course")],
                deadlines=[parse_deadline("June 2009")],
            )
            for code in decisions
        ],
    )
    return roll_over(
        plan,
        into=ActionPlan(id="AP2", title=""),
        decide=lambda action: decisions[action.code.text],
        recommendations=[Recommendation(id="R1", text="Train")],
    ).ledger


def with_entry(account: Ledger, number: int, **changes: object) -> Ledger:
    entries = list(account.entries)
    # attrs cannot tell the types of fields that are named at run time
    entries[number - 1] = attrs.evolve(entries[number - 1], **changes)  # type: ignore[arg-type]
    return attrs.evolve(account, entries=tuple(entries))


def first_indicator(account: Ledger, **changes: object) -> Ledger:
    indicator = attrs.evolve(account.entries[0].indicators[0], **changes)  # type: ignore[arg-type] # as above
    return with_entry(account, 1, indicators=(indicator,))


def first_milestone(account: Ledger, **changes: object) -> Ledger:
    milestone = attrs.evolve(account.entries[0].milestones[0], **changes)  # type: ignore[arg-type] # as above
    return with_entry(account, 1, milestones=(milestone,))


def first_recommendation(account: Ledger, **changes: object) -> Ledger:
    entry = attrs.evolve(account.recommendations[0], **changes)  # type: ignore[arg-type] # as above
    return attrs.evolve(account, recommendations=(entry,))


CONTRADICTIONS: tuple[tuple[Callable[[Ledger], Ledger], str], ...] = (
    (
        lambda one: attrs.evolve(one, entries=(one.entries[0], *one.entries[:2])),
        "AP1/1.1: it is action 1 of its plan, and entry 2",
    ),
    (
        lambda one: attrs.evolve(
            one, entries=tuple(attrs.evolve(one.entries[0], number=None) for _ in range(3))
        ),
        "there are 3 entries for the action AP1/1.1",
    ),
    (lambda one: attrs.evolve(one, entries=one.entries[::-1]), "AP1/1.3: it is action 3"),
    (lambda one: with_entry(one, 1, successors=()), "AP1/1.1: it is carried, and goes nowhere"),
    (
        lambda one: with_entry(one, 2, successors=one.entries[0].successors),
        "AP1/1.2: it is completed, and goes on as AP2/1.1",
    ),
    (lambda one: with_entry(one, 1, action=ELSEWHERE), "AP9/77: it is no action of AP1"),
    (lambda one: with_entry(one, 1, successors=(ELSEWHERE,)), "AP9/77 is no action of AP2"),
    (
        lambda one: with_entry(one, 1, successors=one.entries[0].successors * 2),
        "goes on twice in one action",
    ),
    (
        lambda one: first_indicator(one, outcome=ItemOutcome.DROPPED),
        "AP1/1.1: indicator 1 is dropped, and goes on as AP2/1.1",
    ),
    (
        lambda one: first_indicator(one, outcome=ItemOutcome.DROPPED, successors=()),
        "AP1/1.1: indicator 1 is dropped, and no reason is given",
    ),
    (lambda one: first_indicator(one, successors=()), "indicator 1 is carried, and goes nowhere"),
    (
        lambda one: first_indicator(one, outcome=ItemOutcome.SPLIT),
        "indicator 1 is split, and its action is carried",
    ),
    (
        lambda one: first_indicator(one, successors=(ELSEWHERE,)),
        "indicator 1 goes on as AP9/77, and its action does not",
    ),
    (
        lambda one: first_indicator(one, number=2),
        "indicator 2 stands in the place of number 1",
    ),
    (
        lambda one: first_milestone(one, outcome=ItemOutcome.COMPLETED),
        "milestone 1 is completed, and goes on as AP2/1.1",
    ),
    (
        lambda one: attrs.evolve(one, recommendations=one.recommendations * 2),
        "there are 2 entries for the recommendation R1",
    ),
    (
        lambda one: first_recommendation(one, outcome=Outcome.TAKEN_UP),
        "R1: it is taken up, and by no action",
    ),
    (
        lambda one: first_recommendation(one, successors=one.entries[0].successors),
        "R1: it is open, and AP2/1.1 takes it up",
    ),
    (
        lambda one: first_recommendation(one, outcome=Outcome.DEFERRED),
        "R1: it is deferred, and no reason is given",
    ),
    (
        lambda one: attrs.evolve(one, announced=Announced(printed=7)),
        "the plan prints 7 actions, and 3 were there",
    ),
)


def test_the_account_of_a_rollover_holds() -> None:
    account = ledger()
    assert account.faults == ()
    assert account.balance.balanced
    assert [entry.number for entry in account] == [1, 2, 3]


@every_case(("forge", "words"), CONTRADICTIONS)
def test_an_account_that_contradicts_itself_does_not_balance(
    forge: Callable[[Ledger], Ledger], words: str
) -> None:
    forged = forge(ledger())
    assert any(words in fault for fault in forged.faults), forged.faults
    assert not forged.balance.balanced
    assert words in str(forged.balance)
    read, report = ledger_from_json(ledger_to_json(forged), "ledger.json")
    assert read is None
    assert {found.code for found in report} == {"CC623"}
    assert words in str(report)
    assert "ledger.json" in str(report)


@pytest.mark.parametrize(
    ("disposition", "successors", "words"),
    [
        (Carry(), (), "AP1/1.2: it is carried, and the plan has no words of it"),
        (Drop("old"), (ActionRef("AP2", "1.1"),), "it is merged into nothing"),
    ],
)
def test_what_is_said_of_missing_codes_is_checked(
    disposition: Disposition, successors: tuple[ActionRef, ...], words: str
) -> None:
    plan = ActionPlan(
        id="AP1", title="", actions=[Action(code=code, title="") for code in ("1.1", "1.3")]
    )
    account = roll_over(plan, into=ActionPlan(id="AP2", title="")).ledger
    found = attrs.evolve(account.missing[0], disposition=disposition, successors=successors)
    forged = attrs.evolve(account, missing=(found,))
    assert any(words in fault for fault in forged.faults)
    assert not forged.balance.balanced
    double = attrs.evolve(account, missing=account.missing * 2)
    assert "there are 2 entries for the missing code 1.2" in double.faults
    there = attrs.evolve(account, missing=(attrs.evolve(found, code=Code("1.1")),))
    assert "AP1/1.1: it is missing, and has an entry" in there.faults


def test_an_account_without_its_opening_is_none() -> None:
    account = ledger()
    assert attrs.evolve(account, opening=None).opening == Opening()
    assert not attrs.evolve(account, opening=None).balance.balanced
    assert not attrs.evolve(account, entries=account.entries[:1], opening=None).balance.balanced


@pytest.mark.parametrize("member", ["opening", "entries"])
def test_a_file_that_lacks_something_is_told(member: str) -> None:
    values: dict[str, Any] = json.loads(ledger_to_json(ledger()))  # Any: as json gives it
    if member == "entries":
        values[member].pop()
    else:
        del values[member]
    read, report = ledger_from_json(json.dumps(values))
    assert read is None
    assert "actions: " in str(report)
    assert "$.opening" in str(report)


def test_a_code_that_stands_twice_in_a_faulty_plan_has_two_entries() -> None:
    plan = ActionPlan(id="AP1", title="", actions=[Action(code="1", title="One")] * 2)
    account = roll_over(plan, into=ActionPlan(id="AP2", title="")).ledger
    assert account.balance.balanced
    assert ledger_from_json(ledger_to_json(account))[0] == account
    assert not attrs.evolve(account, entries=(account.entries[0],) * 2).balance.balanced


def test_an_indicator_that_was_obsolete_goes_on_without_a_reason() -> None:
    old = Indicator(text="Course", status="obsolete")
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(code="1", title="One", indicators=[old]),
            Action(code="2", title="Two", status="obsolete", indicators=[Indicator(text="Guide")]),
        ],
    )
    account = roll_over(
        plan,
        into=ActionPlan(id="AP2", title=""),
        decide=lambda action: Carry() if action.code == "1" else MergeInto("1"),
    ).ledger
    assert account.faults == ()


def test_rows_of_a_balance_are_no_mere_sums() -> None:
    kind = ItemKind.ACTION
    with pytest.raises(InvalidValueError, match="there cannot be -1 actions"):
        BalanceRow(kind=kind, opening=1, counts=(("carried", 2), ("dropped", -1)))
    with pytest.raises(InvalidValueError, match="counted twice"):
        BalanceRow(kind=kind, opening=2, counts=(("carried", 1), ("carried", 1)))
    assert not BalanceRow(kind=kind, opening=5, unexplained=5).balanced
    assert BalanceRow(kind=ItemKind.MISSING_CODE, opening=5, unexplained=5).balanced
    assert not BalanceRow(kind=kind, opening=1, counts=(("lost", 1),)).balanced
    assert not Balance(rows=()).balanced
    row = BalanceRow(kind=kind, opening=0)
    with pytest.raises(InvalidValueError, match="two rows"):
        Balance(rows=(row, row))


def test_the_former_codes_of_an_action_stand_in_its_entry() -> None:
    plan = ActionPlan(
        id="AP1", title="", actions=[Action(code="1", title="One", aliases=["2", "3"])]
    )
    account = roll_over(plan, into=ActionPlan(id="AP2", title="")).ledger
    (entry,) = account
    assert entry.aliases == (Code("2"), Code("3"))
    assert ledger_from_json(ledger_to_json(account))[0] == account
