"""From one plan to the next."""

import attrs
import pytest

from customs_coop.diagnostics import Severity
from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Indicator,
    Link,
    LinkKind,
    Note,
    Status,
    WorkArea,
)
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Rollover,
    SplitInto,
    roll_over,
)
from folded import every_case

DRAFT = ActionPlan(id="AP2", title="Second Action Plan", number=2)


def by_code(**decisions: Disposition) -> Policy:
    """A policy from codes ("a7_2" for 7.2) to dispositions; what is not named is carried."""
    table = {name[1:].replace("_", "."): decided for name, decided in decisions.items()}
    return lambda action: table.get(str(action.code), Carry())


def plan_of(*actions: Action) -> ActionPlan:
    return ActionPlan(id="AP1", title="First Action Plan", actions=actions)


def link(code: str, kind: LinkKind = LinkKind.DEPENDS_ON, plan: str = "AP1") -> Link:
    return Link(kind=kind, target=ActionRef(plan, code), text="as agreed")


def targets(action: Action, kind: LinkKind) -> list[str]:
    return [str(found.target) for found in action.links if found.kind is kind]


def told(rolled: Rollover) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in rolled.report]


def test_a_carried_action_is_the_same_action_under_a_new_code() -> None:
    old = Action(code="7.2", title="Train", work_area="7", aliases=["7.4"], priority="High")
    rolled = roll_over(plan_of(old), into=DRAFT)
    (new,) = rolled.plan
    assert new.code == Code("7.1")
    assert new.origin == ActionRef("AP1", "7.2")
    assert new.aliases == ()
    assert targets(new, LinkKind.CONTINUES) == ["AP1/7.2"]
    assert new.links[-1].inferred
    kept = attrs.evolve(new, code="7.2", origin=None, earlier=(), aliases=["7.4"], links=())
    assert kept == old
    assert rolled.plan.previous == ("AP1",)


def test_an_origin_is_kept_through_the_plans() -> None:
    first = roll_over(plan_of(Action(code="7.2", title="Train")), into=DRAFT).plan
    third = roll_over(first, into=ActionPlan(id="AP3", title="Third")).plan
    (action,) = third
    assert action.origin == ActionRef("AP1", "7.2")
    assert targets(action, LinkKind.CONTINUES) == ["AP1/7.2", "AP2/7.1"]


def test_links_follow_and_those_to_what_ended_stay() -> None:
    plan = plan_of(
        Action(code="1.1", title="One", status=Status.COMPLETED),
        Action(code="1.2", title="Two", aliases=["1.9"]),
        Action(
            code="1.3",
            title="Three",
            links=[link("1.1"), link("1.2"), link("1.9"), link("9.9"), link("3", plan="AP0")],
        ),
    )
    rolled = roll_over(plan, into=DRAFT)
    assert targets(rolled.plan["1.2"], LinkKind.DEPENDS_ON) == [
        "AP1/1.1",
        "AP2/1.1",
        "AP1/9.9",
        "AP0/3",
    ]
    assert rolled.plan["1.2"].links[1].text == "as agreed"


def test_what_was_given_up_is_told_to_whatever_waits_for_it() -> None:
    plan = plan_of(
        Action(code="1", title="One"),
        Action(code="2", title="Two"),
        Action(code="3", title="Three", links=[link("1"), link("2", LinkKind.AWAITS)]),
    )
    decide = by_code(a1=Drop("no money"), a2=Defer("not ready"))
    rolled = roll_over(plan, into=DRAFT, decide=decide)
    assert told(rolled) == [("CC601", "AP2/1"), ("CC601", "AP2/1")]
    assert "AP1/1, which is dropped" in str(rolled.report)
    completed = roll_over(plan, into=DRAFT, decide=by_code(a1=Complete(), a2=Complete()))
    assert told(completed) == []


def test_undecided_and_deferred_actions_are_carried_and_told() -> None:
    plan = plan_of(
        Action(code="1", title="One", status=Status.TO_DECIDE, status_text="Potential to defer"),
        Action(code="2", title="Two", status=Status.DEFERRED),
    )
    rolled = roll_over(plan, into=DRAFT)
    assert told(rolled) == [("CC602", "AP2/1"), ("CC603", "AP2/2")]
    assert rolled.report.diagnostics[1].severity is Severity.INFO
    assert rolled.plan["2"].status is Status.DEFERRED


def test_a_merged_action_loses_nothing() -> None:
    survivor = Action(
        code="5.1",
        title="Train officers.",
        priority="High",
        objectives=["A"],
        indicators=[Indicator(text="Course held")],
        links=[link("5.3"), link("5.2")],
    )
    merged = Action(
        code="5.2",
        title="Train trainers.",
        priority="Low",
        objectives=["A", "B"],
        status_text="Started",
        terms_of_reference="As before.",
        indicators=[Indicator(text="Course held"), Indicator(text="Guide printed")],
        outcomes=["A guide"],
        links=[link("5.3"), link("5.1")],
    )
    plan = plan_of(survivor, merged, Action(code="5.3", title="Find rooms", links=[link("5.2")]))
    rolled = roll_over(plan, into=DRAFT, decide=by_code(a5_2=MergeInto("5.1")))
    new = rolled.plan["5.1"]
    assert new.title == "Train officers.\nTrain trainers."
    assert new.objectives == (Code("A"), Code("B"))
    assert (new.status_text, new.terms_of_reference) == ("Started", "As before.")
    assert [i.text for i in new.indicators] == ["Course held", "Course held", "Guide printed"]
    assert new.outcomes == ("A guide",)
    assert targets(new, LinkKind.MERGED_FROM) == ["AP1/5.2"]
    # what depended on each other stays in the past: an action does not depend on itself
    assert targets(new, LinkKind.DEPENDS_ON) == ["AP2/5.2", "AP1/5.2", "AP1/5.1"]
    assert targets(rolled.plan["5.2"], LinkKind.DEPENDS_ON) == ["AP2/5.1"]
    assert [entry.successors for entry in rolled.ledger] == [
        (ActionRef("AP2", "5.1"),),
        (ActionRef("AP2", "5.1"),),
        (ActionRef("AP2", "5.2"),),
    ]
    assert told(rolled) == [("CC627", "AP2/5.1"), ("CC607", "AP2/5.1"), ("CC627", "AP2/5.1")]
    assert "priority Low gives way to High" in str(rolled.report)


def test_a_merger_may_name_an_alias_of_the_survivor() -> None:
    plan = plan_of(Action(code="1", title="One", aliases=["9"]), Action(code="2", title="Two"))
    rolled = roll_over(plan, into=DRAFT, decide=by_code(a2=MergeInto("9")))
    assert [action.title for action in rolled.plan] == ["One\nTwo"]


def test_an_action_split_by_titles_keeps_everything_in_its_first_part() -> None:
    old = Action(
        code="7.2",
        title="Train everybody",
        priority="High",
        indicators=[Indicator(text="Course held")],
        links=[link("7.3")],
    )
    plan = plan_of(old, Action(code="7.3", title="Find rooms", links=[link("7.2")]))
    decide = by_code(a7_2=SplitInto(["Train officers", "Train trainers"]))
    rolled = roll_over(plan, into=DRAFT, decide=decide)
    first, second, third = rolled.plan
    assert [(str(a.code), a.title) for a in (first, second)] == [
        ("7.1", "Train officers"),
        ("7.2", "Train trainers"),
    ]
    assert first.indicators == old.indicators
    assert second.indicators == ()
    assert second.priority == old.priority
    assert (first.origin, second.origin) == (ActionRef("AP1", "7.2"), None)
    assert (
        targets(first, LinkKind.SPLIT_FROM) == targets(second, LinkKind.SPLIT_FROM) == ["AP1/7.2"]
    )
    assert targets(first, LinkKind.DEPENDS_ON) == ["AP2/7.3"]
    assert targets(third, LinkKind.DEPENDS_ON) == ["AP2/7.1", "AP2/7.2"]


def test_an_action_split_into_actions_is_told_which_done_work_was_left_out() -> None:
    kept = Indicator(text="Course held")
    lost = Indicator(text="Guide printed", status=Status.COMPLETED)
    old = Action(code="7.2", title="Train", work_area="7", indicators=[kept, lost])
    parts = [
        Action(code="1", title="Officers", indicators=[kept]),
        Action(code="1", title="Trainers", work_area="8"),
    ]
    rolled = roll_over(plan_of(old), into=DRAFT, decide=by_code(a7_2=SplitInto(parts)))
    assert [str(action.code) for action in rolled.plan] == ["7.1", "8.1"]
    assert [str(action.work_area) for action in rolled.plan] == ["7", "8"]
    findings = [finding for finding in rolled.report if finding.code == "CC608"]
    assert [finding.subject for finding in findings] == ["AP2/7.1"]
    assert "Guide printed" in findings[0].message


def test_a_merger_into_a_split_action_goes_to_its_first_part() -> None:
    plan = plan_of(Action(code="1", title="One"), Action(code="2", title="Two"))
    decide = by_code(a1=SplitInto(["A", "B"]), a2=MergeInto("1"))
    rolled = roll_over(plan, into=DRAFT, decide=decide)
    assert [action.title for action in rolled.plan] == ["A\nTwo", "B"]
    assert [len(entry.successors) for entry in rolled.ledger] == [2, 1]


@every_case(
    ("decide", "message"),
    [
        (by_code(a1=MergeInto("9")), "1 goes into 9, which the plan does not have"),
        (by_code(a1=MergeInto("1")), "1 goes into 1, which is itself"),
        (by_code(a1=MergeInto("2"), a2=Complete()), "1 goes into 2, which is completed"),
        (by_code(a1=MergeInto("2"), a2=Drop("no")), "1 goes into 2, which is dropped"),
        (
            by_code(a1=MergeInto("2"), a2=MergeInto("1")),
            "1 goes into 2, which goes into it in turn",
        ),
        (by_code(a1=MergeInto("2"), a2=MergeInto("3")), "which itself goes into 3"),
        (by_code(a3=SplitInto([])), "3 is split into no parts"),
        (by_code(a3=SplitInto(["A", "B", "a "])), "3: parts 1 and 3 have one title"),
        (
            by_code(a3=SplitInto(["A", Action(code="9", title=" A")])),
            "3: parts 1 and 2 have one title",
        ),
        (lambda _: None, "1: None is no disposition"),
        (lambda _: Carry, "is no disposition"),
    ],
)
def test_decisions_that_do_not_account_for_every_action(decide: Policy, message: str) -> None:
    plan = plan_of(*(Action(code=code, title=f"Action {code}") for code in "123"))
    with pytest.raises(RolloverError) as caught:
        roll_over(plan, into=DRAFT, decide=decide)
    assert message in str(caught.value)


def test_all_faults_are_listed_at_once() -> None:
    plan = plan_of(*(Action(code=code, title="") for code in "12"))
    decide = by_code(a1=MergeInto("9"), a2=SplitInto([]))
    with pytest.raises(RolloverError, match=r"(?s)2 is split.*1 goes into 9"):
        roll_over(plan, into=DRAFT, decide=decide)


def test_arguments_of_another_kind() -> None:
    plan = plan_of()
    with pytest.raises(RolloverError, match="both called AP1"):
        roll_over(plan, into=plan)
    with pytest.raises(TypeError, match="action plan"):
        roll_over(plan, into="2007-01-01/2008-06-30")  # type: ignore[arg-type] # the fault meant
    with pytest.raises(TypeError, match="KEEP"):
        roll_over(plan, into=DRAFT, deadlines="cap")  # type: ignore[arg-type] # the fault meant


def test_work_areas_come_along_where_actions_still_stand_in_them() -> None:
    plan = attrs.evolve(
        plan_of(
            Action(code="1.1", title="One", work_area="1", status=Status.COMPLETED),
            Action(code="2.1", title="Two", work_area="2"),
            Action(code="3.1", title="Three", work_area="3"),
            Action(code="4.2", title="Four", work_area="4"),
        ),
        work_areas=[
            WorkArea(code=code, title=title)
            for code, title in (("1", "Law"), ("2", "Risk"), ("3", "Training"), ("4", "Borders"))
        ],
    )
    into = attrs.evolve(
        DRAFT, work_areas=[WorkArea(code="2", title="Drugs"), WorkArea(code="5", title="training")]
    )
    rolled = roll_over(plan, into=into)
    assert [(str(area.code), area.title) for area in rolled.plan.work_areas] == [
        ("2", "Drugs"),
        ("4", "Borders"),
        ("5", "training"),
    ]
    assert [(str(action.code), action.title) for action in rolled.plan] == [
        ("2.1", "Two"),
        ("5.1", "Three"),
        ("4.1", "Four"),
    ]
    assert ("CC609", "AP2") in told(rolled)
    assert 'work area 2 is "Drugs", and was "Risk"' in str(rolled.report)


def test_actions_of_the_draft_stay_and_carried_ones_stand_among_them() -> None:
    mine = Action(code="1.2", title="New", work_area="1", links=[link("1.1", LinkKind.CITES)])
    into = attrs.evolve(DRAFT, actions=[mine], work_areas=[WorkArea(code="1", title="")])
    plan = plan_of(
        Action(code="1.1", title="One", work_area="1"),
        Action(code="1.2", title="Two", work_area="1"),
    )
    rolled = roll_over(plan, into=into)
    assert [(str(action.code), action.title) for action in rolled.plan] == [
        ("1.1", "One"),
        ("1.2", "New"),
        ("1.3", "Two"),
    ]
    assert rolled.plan["1.2"] == mine


def test_an_action_of_the_draft_that_continues_an_old_one_is_its_successor() -> None:
    mine = Action(code="2", title="New", links=[link("1", LinkKind.CONTINUES)])
    into = attrs.evolve(DRAFT, actions=[mine])
    plan = plan_of(
        Action(code="1", title="One"),
        Action(code="3", title="Three", links=[link("1")]),
    )
    rolled = roll_over(plan, into=into)
    assert [(str(action.code), action.title) for action in rolled.plan] == [
        ("1", "Three"),
        ("2", "New"),
    ]
    assert rolled.ledger.entries[0].successors == (ActionRef("AP2", "2"),)
    assert targets(rolled.plan["1"], LinkKind.DEPENDS_ON) == ["AP2/2"]
    assert told(rolled) == [("CC610", "AP1")]


def test_what_a_draft_leaves_out_or_has_twice_is_told() -> None:
    mine = Action(code="2", title="New", links=[link("1", LinkKind.CONTINUES)])
    other = Action(code="3", title="Newer", links=[link("1", LinkKind.CONTINUES)])
    into = attrs.evolve(DRAFT, actions=[mine, other])
    done = Indicator(text="Guide printed", status=Status.COMPLETED)
    plan = plan_of(
        Action(code="1", title="One", indicators=[Indicator(text="Course held"), done]),
        Action(code="2", title="Two"),
    )
    rolled = roll_over(plan, into=into, decide=by_code(a2=MergeInto("1")))
    assert told(rolled) == [("CC616", "AP2/2"), ("CC616", "AP2/2"), ("CC614", "AP2/3")]
    assert "Course held" in str(rolled.report)
    assert "does not say that AP1/2 is in it" in str(rolled.report)
    assert [str(ref) for ref in rolled.ledger.entries[0].successors] == ["AP2/2", "AP2/3"]


@pytest.mark.parametrize("decided", [Complete(), Drop("no"), Defer("later"), MergeInto("2")])
def test_a_draft_that_goes_on_with_what_ends_is_told(decided: Disposition) -> None:
    mine = Action(code="7", title="New", links=[link("1", LinkKind.CONTINUES)])
    plan = plan_of(Action(code="1", title="One"), Action(code="2", title="Two"))
    rolled = roll_over(plan, into=attrs.evolve(DRAFT, actions=[mine]), decide=by_code(a1=decided))
    assert ("CC619", "AP2/7") in told(rolled)


def test_a_part_that_the_draft_has_already_is_not_made_again() -> None:
    mine = Action(code="5", title="train  Trainers", links=[link("1", LinkKind.SPLIT_FROM)])
    into = attrs.evolve(DRAFT, actions=[mine])
    decide = by_code(a1=SplitInto(["Train officers", "Train trainers"]))
    rolled = roll_over(plan_of(Action(code="1", title="Train all")), into=into, decide=decide)
    assert [(str(action.code), action.title) for action in rolled.plan] == [
        ("1", "Train officers"),
        ("5", "train  Trainers"),
    ]
    assert [str(ref) for ref in rolled.ledger.entries[0].successors] == ["AP2/1", "AP2/5"]


def test_notes_come_along_with_the_actions_that_point_at_them() -> None:
    plan = attrs.evolve(
        plan_of(Action(code="1", title="One", notes=["a", "b", "gone"])),
        notes=[Note(id="a", text="If agreed"), Note(id="b", text="Yearly"), Note(id="c", text="")],
    )
    into = attrs.evolve(DRAFT, notes=[Note(id="a", text="Mine"), Note(id="b", text="Yearly")])
    new = roll_over(plan, into=into).plan
    assert [(note.id, note.text) for note in new.notes] == [
        ("a", "Mine"),
        ("b", "Yearly"),
        ("AP1-a", "If agreed"),
    ]
    assert new["1"].notes == ("AP1-a", "b", "gone")


def test_what_is_told_about_the_plans() -> None:
    plan = ActionPlan(
        id="AP5",
        title="Fifth",
        number=5,
        period="2011-07-01/2012-12-31",
        actions=[Action(code="5.2", title="One")],
    )
    late = ActionPlan(id="AP6", title="Sixth", period="2013-07-01/2014-12-31")
    rolled = roll_over(plan, into=late)
    assert told(rolled) == [("CC610", "AP5"), ("CC611", "AP6"), ("CC612", "AP6")]
    in_time = attrs.evolve(late, number=6, period="2013-01-01/2014-06-30")
    assert told(roll_over(plan, into=in_time)) == [("CC610", "AP5")]
