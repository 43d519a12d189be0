"""Where indicators first stood, as far as a plan tells."""

from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, IndicatorRef
from customs_coop.model.descent import first_places

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
