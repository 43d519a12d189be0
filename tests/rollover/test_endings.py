"""What ends as completed because its action does, and what gives way in a merger."""

import pytest

from customs_coop.model import Action, ActionPlan, Indicator, Status, WorkArea
from customs_coop.rollover import (
    Carry,
    Complete,
    Disposition,
    Drop,
    MergeInto,
    Settle,
    Wording,
    carry_open_actions,
    roll_over,
)

INTO = ActionPlan(id="AP2", title="")
OPEN = Indicator(text="Course")
DONE = Indicator(text="Guide", status=Status.COMPLETED)


def done(*indicators: Indicator, status: Status = Status.COMPLETED) -> ActionPlan:
    actions = [
        Action(code="1", title="One"),
        Action(code="2", title="Two", status=status, indicators=indicators),
    ]
    return ActionPlan(id="AP1", title="", actions=actions)


def told(plan: ActionPlan, decision: Disposition | None = None) -> list[tuple[str | None, str]]:
    report = roll_over(
        plan,
        into=INTO,
        decide=lambda action: (
            decision if decision and action.code == "2" else carry_open_actions(action)
        ),
    ).report
    return [(one.subject, one.message) for one in report if one.code == "CC624"]


@pytest.mark.parametrize(
    ("decision", "fate"),
    [
        (None, "the action is completed"),
        (Complete("so they say"), "the action is completed"),
        (MergeInto("1"), "the action is completed and goes into 1"),
    ],
)
def test_open_indicators_of_completed_work_are_told(
    decision: Disposition | None, fate: str
) -> None:
    assert told(done(OPEN, DONE), decision) == [("AP1/2", f"indicator 1 is open, and {fate}")]
    assert told(done(OPEN, DONE, OPEN), decision) == [
        ("AP1/2", f"indicators 1, 3 are open, and {fate}")
    ]
    assert told(done(DONE), decision) == []


def test_what_is_settled_or_dropped_or_open_is_not_told() -> None:
    settled = MergeInto("1", indicators=[Settle(1, Complete("held"))])
    assert told(done(OPEN), settled) == []
    assert told(done(OPEN), Drop("no money")) == []
    assert told(done(OPEN, status=Status.OPEN)) == []


def test_what_gives_way_in_a_merger_stays_in_the_ledger() -> None:
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(code="1.1", title="One", work_area="1"),
            Action(code="1.2", title="Two", work_area="1", priority="High"),
            Action(code="2.1", title="Three", work_area="2", status=Status.DEFERRED),
        ],
        work_areas=[WorkArea(code="1", title="Law"), WorkArea(code="2", title="Borders")],
    )
    ledger = roll_over(
        plan,
        into=INTO,
        decide=lambda action: Carry() if action.code == "1.1" else MergeInto("1.1"),
    ).ledger
    assert [entry.wordings for entry in ledger] == [
        (),
        (Wording(field="priority", text="High"),),
        (
            Wording(field="status", text="deferred"),
            Wording(field="work_area", text="2 Borders"),
        ),
    ]
