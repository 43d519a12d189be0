"""Where a deadline first stood: it is the same one, whatever is taken out or put in beside it."""

from collections.abc import Callable

import attrs

from customs_coop.comparison import diff
from customs_coop.deadline import By, Deadline, parse_deadline
from customs_coop.exporters import export, losses
from customs_coop.formats.occasions import occasions_of
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    DeadlineRef,
    Dossier,
    Indicator,
    IndicatorRef,
    WorkArea,
)
from customs_coop.rollover import (
    CAP,
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Reschedule,
    Settle,
    SplitInto,
    decisions_text,
    parse_decisions,
    revise,
    roll_over,
)
from customs_coop.serialization import from_json, to_json

JANUARY, FEBRUARY, MARCH, MAY = (
    parse_deadline(f"by {month} 2005") for month in ("January", "February", "March", "May")
)
GUIDE = Indicator(text="Guide", deadlines=[JANUARY, MAY])
TRAIN = Action(
    code="1.1",
    title="Train",
    work_area="1",
    deadlines=[JANUARY, FEBRUARY, MARCH],
    indicators=[GUIDE],
)
MEET = Action(code="1.2", title="Meet", work_area="1", deadlines=[MARCH, MAY])
PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-06-30",
    work_areas=[WorkArea(code="1", title="Training")],
    actions=[TRAIN, MEET],
)


def next_of(number: int) -> ActionPlan:
    years = f"{2004 + 2 * number}-01-01/{2005 + 2 * number}-06-30"
    return ActionPlan(id=f"AP{number}", title="Next", period=years)


def deciding(**made: Disposition) -> Policy:
    """A policy for codes written as `a1_1`; everything else is carried."""
    return lambda action: made.get(f"a{action.code.text.replace('.', '_')}", Carry())


def places(plan: ActionPlan, title: str) -> list[tuple[str, str]]:
    """The words of each deadline of an action, with what its entry in a calendar is made from."""
    return [
        ("" if one.deadline is None else one.deadline.text, f"{one.origin} {one.place + 1}")
        for one in occasions_of(plan)
        if one.action.title.startswith(title) and one.indicator is None
    ]


def both_ways(**made: Disposition) -> list[ActionPlan]:
    rolled = roll_over(PLAN, into=next_of(2), decide=deciding(**made)).plan
    return [rolled, revise(PLAN, decide=deciding(**made)).plan]


def test_what_stays_as_it_stands_says_nothing() -> None:
    for plan in both_ways():
        assert all(not one.deadline_origins for one in plan)
        assert places(plan, "Train") == places(PLAN, "Train")
    later = roll_over(PLAN, into=next_of(2), deadlines=CAP).plan
    assert [place for _, place in places(later, "Train")] == [
        place for _, place in places(PLAN, "Train")
    ]


def test_what_is_taken_out_takes_its_place_with_it() -> None:
    gone = Carry(milestones=[Settle(1, Drop("no money")), Settle(3, Reschedule("by June 2008"))])
    for plan in both_ways(a1_1=gone):
        assert places(plan, "Train") == [
            ("by February 2005", "AP1/1.1 2"),
            ("by June 2008 (previously: by March 2005)", "AP1/1.1 3"),
        ]
        # The last one that is taken out is not given its place back.
        again = roll_over(
            plan,
            into=next_of(3),
            decide=deciding(a1_1=Carry(milestones=[Settle(2, Complete("seen"))])),
        ).plan
        assert places(again, "Train") == [("by February 2005", "AP1/1.1 2")]
        more = attrs.evolve(again["1.1"], deadlines=[FEBRUARY, By("2009-01-31")])
        assert places(attrs.evolve(again, actions=[more]), "Train") == [
            ("by February 2005", "AP1/1.1 2"),
            ("by 31 January 2009", "AP3/1.1 2"),
        ]


def test_what_is_merged_keeps_the_place_in_its_own_action() -> None:
    made = MergeInto("1.2", milestones=[Settle(1, Drop("no money"))])
    for plan in both_ways(a1_1=made):
        # March stands in both; that of the survivor is the one.
        assert places(plan, "Meet") == [
            ("by March 2005", "AP1/1.2 1"),
            ("by May 2005", "AP1/1.2 2"),
            ("by February 2005", "AP1/1.1 2"),
        ]
        assert places(roll_over(plan, into=next_of(3)).plan, "Meet") == places(plan, "Meet")
    empty = attrs.evolve(PLAN, actions=[TRAIN, attrs.evolve(MEET, deadlines=[])])
    plan = revise(empty, decide=deciding(a1_1=MergeInto("1.2"))).plan
    assert places(plan, "Meet") == places(PLAN, "Train")


def test_what_is_done_brings_no_deadline_into_another_row() -> None:
    done = attrs.evolve(TRAIN, status="completed", deadline_origins=[None])
    plan = attrs.evolve(PLAN, actions=[done, MEET])
    merged = roll_over(plan, into=next_of(2), decide=deciding(a1_1=MergeInto("1.2"))).plan
    assert places(merged, "Meet") == places(PLAN, "Meet")
    assert merged["1.1"].deadline_origins == ()


def test_what_stands_in_front_of_others_is_told_from_them() -> None:
    whole = attrs.evolve(TRAIN, deadlines=[By("2005-12-31"), *TRAIN.deadlines])
    for plan in both_ways(a1_1=SplitInto([whole])):
        here = "AP1/1.1 5" if plan.id == "AP1" else "AP2/1.1 1"
        assert places(plan, "Train") == [("by 31 December 2005", here), *places(PLAN, "Train")]
        assert places(roll_over(plan, into=next_of(3)).plan, "Train") == places(plan, "Train")


def test_nothing_new_gets_the_place_of_what_is_gone() -> None:
    reports = [Indicator(text=word, deadlines=[JANUARY]) for word in ("One", "Two", "Three")]
    old = attrs.evolve(TRAIN, indicators=reports)
    plan = attrs.evolve(PLAN, actions=[old, MEET])
    before = {one.uid("tasks") for one in occasions_of(plan)}
    new = attrs.evolve(reports[1], text="New")
    part = attrs.evolve(
        old,
        deadlines=[JANUARY, By("2005-12-31"), MARCH],
        indicators=[reports[0], new, reports[2]],
    )
    gone = [Settle(2, Drop("no money"))]
    split = SplitInto([part], indicators=gone, milestones=gone)
    for later in (
        roll_over(plan, into=next_of(2), decide=deciding(a1_1=split)).plan,
        revise(plan, decide=deciding(a1_1=split)).plan,
    ):
        found = [one for one in occasions_of(later) if one.action.title == "Train"]
        kept = [one for one in found if one.uid("tasks") in before]
        assert [one.deadline for one in kept] == [JANUARY, MARCH, JANUARY, JANUARY]
        assert [str(one.indicator and one.indicator.text) for one in kept] == [
            *("None", "None", "One", "Three")
        ]
        assert len(found) == len(kept) + 2


def _sea_and_land(*, deadlines: tuple[Deadline, ...]) -> SplitInto:
    report = Indicator(text="Report", deadlines=[parse_deadline(FEBRUARY.text)])
    guide = attrs.evolve(GUIDE, deadlines=deadlines)
    return SplitInto(
        [
            Action(code="9", title="Sea", deadlines=[MARCH], indicators=[guide]),
            Action(code="9", title="Land", deadlines=[JANUARY, MARCH], indicators=[report]),
        ]
    )


def test_each_part_of_a_split_has_what_it_was_given() -> None:
    for plan in both_ways(a1_1=_sea_and_land(deadlines=(MAY, JANUARY))):
        assert places(plan, "Sea") == [("by March 2005", "AP1/1.1 3")]
        # A copy of what another part has is new there.
        land = plan.ref(next(one for one in plan if one.title == "Land"))
        assert places(plan, "Land") == [
            ("by January 2005", "AP1/1.1 1"),
            ("by March 2005", f"{land} 2"),
        ]
        keys = {
            one.deadline: f"{one.origin} {one.place + 1}"
            for one in occasions_of(plan)
            if one.indicator is not None
        }
        assert keys == {
            MAY: "AP1/1.1 indicator 1 2",
            JANUARY: "AP1/1.1 indicator 1 1",
            # What was a deadline of the action itself hangs on a new indicator.
            parse_deadline(FEBRUARY.text): "AP1/1.1 2",
        }


def test_an_indicator_in_a_part_keeps_a_deadline_that_moved() -> None:
    moved = By("2005-12-31")
    for plan in both_ways(a1_1=_sea_and_land(deadlines=(MAY, moved, By("2006-01-31")))):
        guide = next(one for one in plan if one.title == "Sea").indicators[0]
        first = IndicatorRef(ActionRef("AP1", "1.1"), 1)
        new = DeadlineRef(first, 3) if plan.id == "AP1" else None
        assert guide.deadline_origins == (DeadlineRef(first, 2), DeadlineRef(first, 1), new)


def test_titles_leave_all_to_the_first_part() -> None:
    copy = Action(code="9", title="Land", deadlines=[MARCH])
    split = SplitInto(["Sea", copy], milestones=[Settle(1, Drop("no money"))])
    for plan in both_ways(a1_1=split):
        assert places(plan, "Sea") == [
            ("by February 2005", "AP1/1.1 2"),
            ("by March 2005", "AP1/1.1 3"),
        ]
        assert "AP1/1.1 " not in places(plan, "Land")[0][1]


def test_a_place_that_is_only_told_in_part_is_told_in_full() -> None:
    here = ActionRef("AP1", "1.1")
    first = IndicatorRef(here, 1)
    guide = attrs.evolve(GUIDE, deadline_origins=[DeadlineRef(first, 2)])
    added = attrs.evolve(TRAIN, deadline_origins=[DeadlineRef(here, 2)], indicators=[guide])
    plan = roll_over(attrs.evolve(PLAN, actions=[added]), into=next_of(2)).plan
    assert [str(one) for one in plan["1.1"].deadline_origins] == [
        f"AP1/1.1 deadline {number}" for number in (2, 4, 3)
    ]
    assert [str(one) for one in plan["1.1"].indicators[0].deadline_origins] == [
        "AP1/1.1 indicator 1 deadline 2",
        "AP1/1.1 indicator 1 deadline 3",
    ]


def test_an_earlier_origin_that_comes_to_light_changes_no_entry() -> None:
    former = Appearance(action=ActionRef("AP0", "4"), title="Train")
    known = attrs.evolve(TRAIN, earlier=[former])
    plan = roll_over(attrs.evolve(PLAN, actions=[known]), into=next_of(2)).plan
    assert str(plan["1.1"].origin) == "AP0/4"
    assert places(plan, "Train") == places(PLAN, "Train")


def test_a_revision_tells_nothing_of_it_and_a_comparison_neither() -> None:
    gone = Carry(milestones=[Settle(1, Drop("no money"))])
    once = revise(PLAN, decide=deciding(a1_1=gone))
    assert {change.field for change in once} == {"deadlines", "revision"}
    plain = attrs.evolve(
        once.plan, actions=[attrs.evolve(one, deadline_origins=()) for one in once.plan]
    )
    assert not diff(plain, once.plan).changes
    text = to_json(Dossier.of(once.plan))
    read, report = from_json(text)
    assert report.ok
    assert read is not None
    assert places(read.plan, "Train") == places(once.plan, "Train")
    assert to_json(read) == text
    assert "deadline_origins" not in to_json(Dossier.of(plain))


LATER = Defer("no trainers")


def _back(draft: str, earlier: list[ActionPlan], **made: Disposition) -> ActionPlan:
    one = roll_over(earlier[0], into=next_of(2), decide=deciding(**made))
    return roll_over(
        one.plan,
        into=next_of(3),
        decide=parse_decisions(decisions_text(one.plan) + draft),
        earlier=earlier,
        ledgers=[one.ledger],
    ).plan


def test_an_action_that_comes_back_has_its_deadlines_again() -> None:
    draft = '[[draft]]\ncontinues = "AP1/1.1"\ncode = "1.7"\n'
    origins: list[Callable[[Action], Action]] = [
        lambda action: action,
        lambda action: attrs.evolve(action, origin=ActionRef("AP0", "4")),
        lambda action: attrs.evolve(
            action, earlier=[Appearance(action=ActionRef("AP0", "4"), title="Train")]
        ),
    ]
    for told in origins:
        plan = attrs.evolve(PLAN, actions=[told(TRAIN), MEET])
        assert places(_back(draft, [plan], a1_1=LATER), "Train") == places(plan, "Train")
    again = _back(draft + 'deadlines = ["by June 2009"]\n', [PLAN], a1_1=LATER)
    assert places(again, "Train") == [("by June 2009", "AP1/1.1 1")]


def test_a_deadline_that_waited_alone_is_the_same_one_when_it_comes_back() -> None:
    made = Carry(milestones=[Settle(2, LATER)])
    draft = (
        '[[draft]]\ntitle = "Again"\ncode = "1.7"\ncontinues = "AP1/1.1 milestone 2"\n'
        'deadlines = ["by June 2009"]\n'
    )
    plan = _back(draft, [PLAN], a1_1=made)
    assert places(plan, "Again") == [
        ("by June 2009", "AP3/1.7 1"),
        ("by February 2005", "AP1/1.1 2"),
    ]
    # Where the plan is not at hand, it cannot be told from what stood beside it.
    one = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=made))
    alone = roll_over(
        one.plan,
        into=next_of(3),
        decide=parse_decisions(decisions_text(one.plan) + draft),
        ledgers=[one.ledger],
    ).plan
    assert places(alone, "Again")[1] == ("by February 2005", "AP3/1.7 2")


def test_a_calendar_of_both_plans_has_each_deadline_once() -> None:
    gone = Carry(milestones=[Settle(1, Drop("no money"))])
    later = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=gone, a1_2=MergeInto("1.1"))).plan
    both = Dossier(plans=[PLAN, later])
    content = export(both, "icalendar")
    assert isinstance(content, bytes)
    days = [line for line in content.splitlines() if line.startswith(b"DTSTART")]
    # Those of each action and of the indicator. In the later plan March stands for both actions;
    # the entry of the other one is that of the old plan, as is the one that was dropped.
    assert len(days) == 3 + 2 + 2
    told = [(one.subject, one.message) for one in losses(both, "icalendar") if one.code == "CC705"]
    assert told == [
        ("AP1/1.1", "its 2 entries stand under AP2/1.1, what it became in a later plan"),
        (
            "AP1/1.1 indicator 1",
            "its 2 entries stand under AP2/1.1 indicator 1, what it became in a later plan",
        ),
        ("AP1/1.2", "its entry stands under AP2/1.1, what it became in a later plan"),
    ]
