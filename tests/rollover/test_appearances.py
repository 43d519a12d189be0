"""How often an action was carried, where it first appeared, and its first words."""

import pytest

from customs_coop.model import Action, ActionPlan, ActionRef, Appearance, Link, LinkKind, PlanRef
from customs_coop.model.link import Target
from customs_coop.references import ActionCitation
from customs_coop.rollover import Carry, Complete, Entry, MergeInto, roll_over


def continues(target: Target) -> Link:
    return Link(kind=LinkKind.CONTINUES, target=target)


def plan_of(name: str, action: Action, period: str | None = None) -> ActionPlan:
    return ActionPlan(id=name, title="Plan", actions=[action], period=period)


def entry_of(plan: ActionPlan, *earlier: ActionPlan) -> Entry:
    draft = ActionPlan(id="AP9", title="Ninth")
    return roll_over(plan, into=draft, earlier=earlier).ledger.entries[0]


def places(entry: Entry) -> list[str]:
    return [str(one.action) for one in entry.earlier]


def test_an_action_that_is_carried_again_and_again_remembers_every_plan() -> None:
    plan = plan_of("AP1", Action(code="7.2", title="Train officers"))
    for number, title in ((2, "Second"), (3, "Third"), (4, "Fourth")):
        rolled = roll_over(plan, into=ActionPlan(id=f"AP{number}", title=title))
        (entry,) = rolled.ledger
        assert entry.times_carried == number - 1
        assert (entry.first, entry.first_wording) == (ActionRef("AP1", "7.2"), "Train officers")
        plan = rolled.plan
    assert [str(one.action) for one in plan["7.1"].earlier] == ["AP1/7.2", "AP2/7.1", "AP3/7.1"]
    (entry,) = roll_over(
        plan, into=ActionPlan(id="AP5", title=""), decide=lambda _: Complete()
    ).ledger
    assert entry.times_carried == 3
    assert "AP1/7.2, 3 times" in str(rolled.ledger)


def test_a_new_action_appears_for_the_first_time() -> None:
    entry = entry_of(plan_of("AP1", Action(code="1", title="Train")))
    assert (entry.times_carried, entry.first, entry.first_wording) == (
        1,
        ActionRef("AP1", "1"),
        "Train",
    )


@pytest.mark.parametrize("target", [ActionRef("AP4", "4.7"), ActionCitation(4, "4.7")])
def test_links_and_older_plans_make_a_chain(target: ActionRef | ActionCitation) -> None:
    third = plan_of("AP3", Action(code="3.9", title="Meet once a year"))
    fourth = plan_of(
        "AP4", Action(code="4.7", title="Meet", links=[continues(ActionRef("AP3", "3.9"))])
    )
    fifth = plan_of("AP5", Action(code="5.9", title="Meet often", links=[continues(target)]))
    assert places(entry_of(fifth)) == ["AP4/4.7"]
    entry = entry_of(fifth, fourth, third)
    assert places(entry) == ["AP3/3.9", "AP4/4.7"]
    assert (entry.times_carried, entry.first_wording) == (3, "Meet once a year")
    assert entry == entry_of(fifth, third, fourth)


def test_a_plan_that_is_named_without_a_code_counts_once() -> None:
    action = Action(
        code="5.9",
        title="Meet",
        links=[
            continues(PlanRef("AP4")),
            continues(PlanRef("AP3")),
            continues(ActionRef("AP3", "3.9")),
        ],
    )
    entry = entry_of(plan_of("AP5", action))
    assert places(entry) == ["AP3/3.9", "AP4"]
    assert entry.first_wording == ""


def test_plans_stand_in_the_order_of_their_periods_where_these_are_known() -> None:
    action = Action(
        code="1",
        title="Meet",
        links=[continues(ActionRef("AP2", "1")), continues(ActionRef("P1997", "1"))],
    )
    second = plan_of("AP2", Action(code="1", title="Meet"), "2007-01-01/2008-06-30")
    first = plan_of("P1997", Action(code="1", title="Meet"), "1997-01-01/1998-12-31")
    assert places(entry_of(plan_of("AP5", action), second, first)) == ["P1997/1", "AP2/1"]


def test_a_circle_of_links_ends() -> None:
    one = plan_of("AP1", Action(code="1", title="A", links=[continues(ActionRef("AP2", "1"))]))
    two = plan_of("AP2", Action(code="1", title="B", links=[continues(ActionRef("AP1", "1"))]))
    assert places(entry_of(two, one)) == ["AP1/1"]


def test_an_origin_alone_is_an_appearance() -> None:
    action = Action(code="2", title="Meet", origin=ActionRef("AP0", "7"))
    rolled = roll_over(plan_of("AP1", action), into=ActionPlan(id="AP2", title=""))
    (new,) = rolled.plan
    assert new.earlier == (
        Appearance(action=ActionRef("AP0", "7")),
        Appearance(action=ActionRef("AP1", "2"), title="Meet"),
    )
    assert rolled.ledger.entries[0].times_carried == 2


def test_a_merged_action_keeps_the_history_of_its_survivor() -> None:
    first = ActionPlan(
        id="AP1",
        title="",
        actions=[Action(code="1", title="Other first"), Action(code="2", title="Survivor first")],
    )
    second = roll_over(first, into=ActionPlan(id="AP2", title="")).plan
    merged = roll_over(
        second,
        into=ActionPlan(id="AP3", title=""),
        decide=lambda one: MergeInto("2") if one.code == "1" else Carry(),
    ).plan
    (action,) = merged
    came_from = [(link.kind.value, str(link.target)) for link in action.links]
    assert came_from == [
        ("continues", "AP1/2"),
        ("merged from", "AP1/1"),
        ("continues", "AP2/2"),
        ("merged from", "AP2/1"),
    ]
    (entry,) = roll_over(merged, into=ActionPlan(id="AP4", title="")).ledger
    assert (str(entry.first), entry.first_wording) == ("AP1/2", "Survivor first")


def test_a_young_survivor_stays_young() -> None:
    old = Action(code="1", title="Old", links=[continues(ActionRef("AP1", "7"))])
    plan = ActionPlan(id="AP2", title="", actions=[old, Action(code="2", title="Young")])
    rolled = roll_over(
        plan,
        into=ActionPlan(id="AP3", title=""),
        decide=lambda one: MergeInto("2") if one.code == "1" else Carry(),
    )
    (action,) = rolled.plan
    assert action.origin == ActionRef("AP2", "2")
    (entry,) = roll_over(rolled.plan, into=ActionPlan(id="AP4", title="")).ledger
    assert (str(entry.first), entry.first_wording) == ("AP2/2", "Young")


def test_what_is_recorded_is_surer_than_a_link() -> None:
    action = Action(
        code="1",
        title="Meet",
        earlier=[Appearance(action=ActionRef("AP1", "2"), title="Meet once")],
        links=[continues(ActionRef("AP1", "1"))],
    )
    first = plan_of(
        "AP1", Action(code="1", title="Train", links=[continues(ActionRef("AP0", "1"))])
    )
    entry = entry_of(plan_of("AP2", action), first)
    assert (places(entry), entry.first_wording) == (["AP1/2"], "Meet once")


def test_what_older_plans_tell_is_kept_in_the_new_one() -> None:
    third = plan_of("AP3", Action(code="3.9", title="Study the legal bases"))
    fourth = plan_of(
        "AP4", Action(code="4.10", title="Compare", links=[continues(ActionRef("AP3", "3.9"))])
    )
    rolled = roll_over(fourth, into=ActionPlan(id="AP5", title=""), earlier=[third])
    (action,) = rolled.plan
    (entry,) = rolled.ledger
    assert action.origin == entry.first == ActionRef("AP3", "3.9")
    assert action.earlier[0].title == entry.first_wording == "Study the legal bases"
    (later,) = roll_over(rolled.plan, into=ActionPlan(id="AP6", title="")).ledger
    assert (later.first, later.first_wording) == (entry.first, entry.first_wording)
    assert later.times_carried == 3
