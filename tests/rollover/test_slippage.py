"""The deadlines that a revision or a rollover moved, with the reasons that were given."""

import datetime as dt

from customs_coop.deadline import By
from customs_coop.model import Action, ActionPlan, Indicator
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    CAP,
    Carry,
    Drop,
    Reschedule,
    Settle,
    next_plan,
    revise,
    roll_over,
)

NUMBER = DocumentNumber.parse("7001/12")


def lantern_plan() -> ActionPlan:
    report = Indicator(text="Report", deadlines=[By("2012-03-31", "March 2012")])
    actions = [
        Action(code="5.1", title="Light lanterns", indicators=[report]),
        Action(code="5.2", title="Buy oil", deadlines=[By("2012-06-30"), By("2012-09-30")]),
    ]
    return ActionPlan(
        id="AP5",
        title="Lanterns",
        period="2011-07-01/2012-12-31",
        document=NUMBER,
        actions=actions,
    )


def settle_later(action: Action) -> Carry:
    if action.code.text != "5.1":
        return Carry()
    later = Reschedule("by June 2012", reason="the oil came late")
    return Carry(indicators=[Settle(1, later)])


def test_a_revision_records_what_it_moved_and_why() -> None:
    revised = revise(lantern_plan(), decide=settle_later, date="2012-02-01")

    (change,) = revised.dossier.deadline_changes

    assert str(change.subject) == "AP5/5.1"
    assert change.old is not None
    assert change.new is not None
    assert change.old.text == "March 2012"
    assert (change.new.latest, change.days) == (dt.date(2012, 6, 30), 91)
    assert change.reason == "the oil came late"
    assert str(change.document) == "7001/1/12 REV 1"
    assert str(change.on) == "2012-02-01"


def test_a_revision_that_moves_nothing_records_nothing() -> None:
    assert revise(lantern_plan(), date="2012-02-01").dossier.deadline_changes == ()


def test_a_deadline_that_ends_is_no_change_of_the_other() -> None:
    def drop_first(action: Action) -> Carry:
        if action.code.text != "5.2":
            return Carry()
        return Carry(milestones=[Settle(1, Drop("nobody needs it"))])

    assert revise(lantern_plan(), decide=drop_first).ledger.deadline_changes() == ()


def test_a_rollover_tells_what_its_policy_moved() -> None:
    plan = lantern_plan()
    short = next_plan(plan, period="2012-01-01/2012-06-30")

    changes = roll_over(plan, into=short, deadlines=CAP).ledger.deadline_changes(on=None)

    assert [str(one.subject) for one in changes] == ["AP6/5.2"]
    assert [one.new.latest for one in changes if one.new] == [dt.date(2012, 6, 30)]


def test_a_rollover_that_keeps_deadlines_tells_nothing() -> None:
    plan = lantern_plan()
    rolled = roll_over(plan, into=next_plan(plan, period="2013-01-01/2013-12-31"))

    assert rolled.ledger.deadline_changes() == ()
