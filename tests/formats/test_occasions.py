"""What a calendar shows of a plan, and by what it stays the same entry."""

import attrs
import pytest

from customs_coop.deadline import By, Deadline
from customs_coop.formats.occasions import occasions_of, origins_of
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineRef,
    Indicator,
    IndicatorRef,
)

HERE, THERE = ActionRef("AP1", "5.1"), ActionRef("AP1", "7.2")
FIRST, SECOND, THIRD = By("2005-01-31"), By("2005-02-28"), By("2005-03-31")


def plan_of(*actions: Action) -> ActionPlan:
    return ActionPlan(id="AP1", title="Plan", actions=actions)


def train(*deadlines: Deadline, code: str = "5.1", **values: object) -> Action:
    action = Action(code=code, title="Train", deadlines=deadlines)
    return attrs.evolve(action, **values)  # type: ignore[arg-type]  # named by the tests


def keys(plan: ActionPlan) -> list[str]:
    found = occasions_of(plan)
    assert {one.origin for one in found} <= {*origins_of(plan)}
    assert len({one.uid("tasks") for one in found}) == len(found)
    return [one.key("tasks") for one in found]


def test_deadlines_stand_as_they_stand_unless_they_say_otherwise() -> None:
    assert keys(plan_of(train(FIRST, SECOND))) == ["AP1/5.1/0//tasks", "AP1/5.1/1//tasks"]
    moved = train(THIRD, FIRST, deadline_origins=[DeadlineRef(HERE, 3), DeadlineRef(THERE, 1)])
    assert keys(plan_of(moved)) == ["AP1/5.1/2//tasks", "AP1/7.2/0//tasks"]
    assert keys(plan_of(train())) == ["AP1/5.1/0//tasks"]


def test_a_length_that_does_not_fit_counts_as_far_as_it_goes() -> None:
    told = [DeadlineRef(HERE, 2), DeadlineRef(HERE, 3)]
    # What was put behind them is new; it takes no number that another one has.
    assert keys(plan_of(train(SECOND, THIRD, FIRST, deadline_origins=told))) == [
        "AP1/5.1/1//tasks",
        "AP1/5.1/2//tasks",
        "AP1/5.1/3//tasks",
    ]
    assert keys(plan_of(train(SECOND, deadline_origins=told))) == ["AP1/5.1/1//tasks"]
    # Without any deadline it is the task that still waits for its day.
    assert keys(plan_of(train(deadline_origins=told))) == ["AP1/5.1/0//tasks"]


def test_what_is_new_in_a_later_plan_first_stands_there() -> None:
    new = train(FIRST, SECOND, origin=ActionRef("AP0", "2"), deadline_origins=[None])
    assert keys(plan_of(new)) == ["AP1/5.1/0//tasks", "AP1/5.1/1//tasks"]


def test_an_indicator_says_the_same_of_its_deadlines() -> None:
    origin = IndicatorRef(THERE, 2)
    report = Indicator(
        text="Report",
        deadlines=[SECOND, FIRST],
        origin=origin,
        deadline_origins=[DeadlineRef(origin, 2), DeadlineRef(HERE, 1)],
    )
    assert keys(plan_of(train(SECOND, THIRD, indicators=[report]))) == [
        "AP1/5.1/0//tasks/1",
        "AP1/5.1/1//tasks",
        "AP1/7.2 indicator 2/1//tasks",
        "AP1/5.1/0//tasks",
    ]


@pytest.mark.parametrize("is_first", [True, False])
def test_what_says_where_it_stood_keeps_the_place_that_another_one_has(*, is_first: bool) -> None:
    moved = train(FIRST, code="7.2", deadline_origins=[DeadlineRef(HERE, 1)])
    both = (moved, train(SECOND)) if is_first else (train(SECOND), moved)
    found = keys(plan_of(*both))
    assert found == (
        ["AP1/5.1/0//tasks", "AP1/5.1/0//tasks/1"]
        if is_first
        else ["AP1/5.1/0//tasks/1", "AP1/5.1/0//tasks"]
    )


def test_a_code_that_stands_twice_gives_other_identifiers() -> None:
    told = [DeadlineRef(HERE, 2)]
    assert keys(plan_of(train(FIRST, SECOND), train(SECOND, deadline_origins=told))) == [
        "AP1/5.1/0//tasks",
        "AP1/5.1/1//tasks",
        "AP1/5.1/1//tasks/1",
    ]
    assert keys(plan_of(*[train(SECOND, deadline_origins=told * 2)])) == [
        "AP1/5.1/1//tasks",
    ]
    assert keys(plan_of(train(SECOND, SECOND, deadline_origins=told * 2))) == [
        "AP1/5.1/1//tasks",
        "AP1/5.1/1//tasks/1",
    ]
