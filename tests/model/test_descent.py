"""Where indicators and deadlines first stood, as far as a plan tells."""

import pytest

from customs_coop.deadline import By
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineRef,
    Indicator,
    IndicatorRef,
)
from customs_coop.model.descent import deadline_places, first_places

OLD = ActionRef("AP1", "2.3")


def texts(*indicators: Indicator, origin: ActionRef | None = None) -> list[str]:
    action = Action(code="5.1", title="Train", origin=origin, indicators=indicators)
    plan = ActionPlan(id="AP2", title="", actions=[Action(code="4", title="Meet"), action])
    none, found = first_places(plan)
    assert none == ()
    return [str(place) for place in found]


def at(number: int, action: ActionRef = OLD) -> Indicator:
    return Indicator(text="Report", origin=IndicatorRef(action, number))


NEW = Indicator(text="Report")


def test_without_origins_they_stand_where_their_action_first_appeared() -> None:
    assert texts(NEW, NEW) == ["AP2/5.1 indicator 1", "AP2/5.1 indicator 2"]
    assert texts(NEW, NEW, origin=OLD) == ["AP1/2.3 indicator 1", "AP1/2.3 indicator 2"]


def test_an_origin_stands_and_what_has_none_beside_it_is_new() -> None:
    assert texts(at(3), NEW, origin=OLD) == ["AP1/2.3 indicator 3", "AP2/5.1 indicator 2"]


def test_none_gets_the_place_of_another_one() -> None:
    here = ActionRef("AP2", "5.1")
    # A revision took the first two out, and then somebody added one.
    assert texts(at(2, here), at(3, here), NEW, NEW) == [
        "AP2/5.1 indicator 2",
        "AP2/5.1 indicator 3",
        "AP2/5.1 indicator 5",
        "AP2/5.1 indicator 4",
    ]


def test_nor_where_it_stands_in_another_action_or_under_the_same_code() -> None:
    part = Action(code="5.2", title="", indicators=[at(1, ActionRef("AP2", "5.1"))])
    first = Action(code="5.1", title="", indicators=[NEW])
    found = first_places(ActionPlan(id="AP2", title="", actions=[first, first, part]))
    assert [str(place) for places in found for place in places] == [
        "AP2/5.1 indicator 2",
        "AP2/5.1 indicator 3",
        "AP2/5.1 indicator 1",
    ]


HERE = ActionRef("AP2", "5.1")


def timed(*told: DeadlineRef | None) -> Action:
    days = [By(f"2008-0{month}-01") for month in (1, 2, 3)]
    return Action(code="5.1", title="Train", deadlines=days, deadline_origins=told)


def numbers(action: Action, first: ActionRef, before: Action | None = None) -> list[str]:
    return [str(place) for place in deadline_places(action, first, HERE, before=before)]


def test_deadlines_stand_as_they_stand_unless_they_tell() -> None:
    assert numbers(timed(), OLD) == [f"{OLD} deadline {number}" for number in (1, 2, 3)]
    told = timed(DeadlineRef(OLD, 3), None)
    assert numbers(told, OLD) == [
        f"{OLD} deadline 3",
        f"{HERE} deadline 2",
        f"{HERE} deadline 3",
    ]


def test_a_new_deadline_gets_no_number_of_another_one() -> None:
    told = timed(DeadlineRef(HERE, 2), None, DeadlineRef(HERE, 4))
    assert numbers(told, HERE)[1] == f"{HERE} deadline 5"
    assert numbers(told, HERE, before=timed())[1] == f"{HERE} deadline 5"
    gone = timed(DeadlineRef(HERE, 1), DeadlineRef(HERE, 6))
    assert numbers(told, HERE, before=gone)[1] == f"{HERE} deadline 7"


def test_where_an_indicator_stands_now_another_one_may_have_stood() -> None:
    first = IndicatorRef(OLD, 1)
    days = [By("2008-01-01"), By("2008-02-01")]
    report = Indicator(
        text="Report", deadlines=days, deadline_origins=[None, DeadlineRef(first, 1)]
    )
    found = deadline_places(report, first, IndicatorRef(HERE, 2))
    assert found == (DeadlineRef(first, 3), DeadlineRef(first, 1))


def test_what_tells_nothing_of_deadlines_is_refused() -> None:
    with pytest.raises(TypeError, match="deadline_origins takes members of DeadlineRef"):
        timed(HERE)  # type: ignore[arg-type]  # what is refused here
    with pytest.raises(TypeError, match="bare text"):
        Indicator(text="", deadline_origins="AP1")  # type: ignore[arg-type]  # as above
