"""The heads of the two plans, and what the new one is made of."""

import attrs

from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
from customs_coop.model import Action, ActionPlan, Indicator, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    Carry,
    Disposition,
    Drop,
    ItemKind,
    Ledger,
    MergeInto,
    Rollover,
    Settle,
    SplitInto,
    ledger_from_json,
    ledger_to_json,
    roll_over,
)

DONE = Indicator(text="Survey made", status=Status.COMPLETED)
PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    period="2004-07-01/2006-12-31",
    document=DocumentNumber(5053, 2005, revision=3),
    actions=[
        Action(code="1.1", title="Train", indicators=[DONE, Indicator(text="Course held")]),
        Action(code="1.2", title="Guide", indicators=[Indicator(text="Guide printed")]),
        Action(code="1.3", title="Report"),
        Action(code="1.4", title="Meet", status=Status.COMPLETED),
    ],
)
DRAFT = ActionPlan(
    id="AP2", title="Second Action Plan", actions=[Action(code="7.1", title="Buy ships")]
)


def by_number(numbers: dict[str, Disposition]) -> Rollover:
    return roll_over(PLAN, into=DRAFT, decide=lambda a: numbers.get(str(a.code), Carry()))


def told(result: Rollover, code: str) -> list[str]:
    return [f"{one.subject}: {one.message}" for one in result.report if one.code == code]


def test_the_new_plan_is_reconciled_from_the_ledger() -> None:
    ledger = by_number({"1.2": SplitInto(["Law", "Print"]), "1.3": MergeInto("1.1")}).ledger
    assert ledger.composition == (("carried", 2), ("parts", 2), ("merged", 0), ("new", 1))
    assert str(ledger).endswith("\n\nnew plan: 2 carried + 2 parts + 1 new = 5")
    assert [(str(one.action), one.title) for one in ledger.added] == [("AP2/7.1", "Buy ships")]
    rows = [row for row in ledger.rows if row.kind is ItemKind.NEW_ACTION]
    assert [(row.item, row.words, row.disposition) for row in rows] == [
        ("AP2/7.1", "Buy ships", "new")
    ]
    read, report = ledger_from_json(ledger_to_json(ledger))
    assert report.ok
    assert read == ledger
    lost = attrs.evolve(ledger, added=())
    assert lost.faults == ("AP2 has 5 actions, and 4 are told",)
    assert ledger_from_json(ledger_to_json(lost))[0] is None


def test_the_ledger_says_which_plans_it_is_about() -> None:
    ledger = by_number({}).ledger
    first = "AP1: First Action Plan, 2004-07-01 to 2006-12-31, 5053/3/05 REV 3"
    assert first in str(ledger).splitlines()
    assert "AP2: Second Action Plan" in str(ledger).splitlines()
    page = str(export(ledger, "ledger-markdown"))
    assert f"Old plan: {first}" in page
    assert "## New actions" in page
    assert "Actions of the new plan: 4 carried + 1 new = 5" in page.replace("\\+", "+")
    assert Ledger(old=ledger.old, new=ledger.new).old_head is None


def test_a_split_by_titles_tells_what_stands_in_the_first_part_alone() -> None:
    result = by_number({"1.2": SplitInto(["Law", "Print"])})
    assert told(result, "CC631") == [
        'AP2/1.2: only this first part of the split has indicator 1 "Guide printed"'
    ]
    assert told(by_number({"1.2": SplitInto(["Law"])}), "CC631") == []
    settled = SplitInto(["Law", "Print"], indicators=[Settle(1, Drop("no money"))])
    assert told(by_number({"1.2": settled}), "CC631") == []


def test_what_is_closed_and_decided_otherwise_is_told() -> None:
    dropped = Carry(indicators=[Settle(1, Drop("no money"))])
    assert told(by_number({"1.1": dropped}), "CC632") == [
        "AP1/1.1: indicator 1 is completed, and it is dropped",
        "AP1/1.4: the action is completed, and it is carried",
    ]
    assert told(by_number({"1.4": Drop("no money")}), "CC632") == [
        "AP1/1.4: the action is completed, and it is dropped"
    ]


def test_two_indicators_of_one_time_are_told_apart() -> None:
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(
                code="1.1",
                title="Train",
                indicators=[
                    Indicator(text=text, deadlines=[parse_deadline("by end 1997")])
                    for text in ("One", "Two")
                ],
            )
        ],
    )
    draft = ActionPlan(id="AP2", title="", period="2007-01-01/2008-06-30")
    assert told(roll_over(plan, into=draft), "CC604") == [
        f'AP2/1.1: the time "by end 1997" of indicator {number} is over before 2007-01-01'
        for number in (1, 2)
    ]
