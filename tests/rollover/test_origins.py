"""Where an indicator first stood: it is the same one, wherever rollovers and revisions bring it."""

import attrs
import pytest

from customs_coop.comparison import diff
from customs_coop.deadline import parse_deadline
from customs_coop.model import Action, ActionPlan, Code, Dossier, Indicator, IndicatorRef, WorkArea
from customs_coop.model.descent import first_places
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
    ledger_from_json,
    ledger_to_json,
    parse_decisions,
    revise,
    roll_over,
)
from customs_coop.serialization import from_json, to_json

GUIDE = Indicator(text="Guide sent", deadlines=[parse_deadline("by December 2008")])
COURSE = Indicator(text="Course held")
REPORT = Indicator(text="Report")
TRAIN = Action(code="1.1", title="Train", work_area="1", indicators=[GUIDE, COURSE, REPORT])
MEET = Action(code="1.2", title="Meet", work_area="1", indicators=[REPORT])
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


def origins(plan: ActionPlan, code: str) -> list[tuple[str, str]]:
    return [(one.text, str(one.origin or "")) for one in plan[code].indicators]


def test_what_is_carried_keeps_its_number_whatever_is_taken_out_before_it() -> None:
    made = Carry(indicators=[Settle(1, Drop("no money")), Settle(2, Complete("seen"))])
    rolled = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=made))
    assert origins(rolled.plan, "1.1") == [
        ("Course held", "AP1/1.1 indicator 2"),
        ("Report", "AP1/1.1 indicator 3"),
    ]
    assert all(one.origin is None for one in PLAN["1.1"].indicators)


def test_a_new_time_is_no_new_indicator() -> None:
    later = Settle(1, Reschedule("by March 2008", "agreed", deadline=1))
    rolled = roll_over(
        PLAN, into=next_of(2), decide=deciding(a1_1=Carry(indicators=[later])), deadlines=CAP
    )
    assert origins(rolled.plan, "1.1")[0] == ("Guide sent", "AP1/1.1 indicator 1")


def test_what_is_merged_keeps_the_place_in_its_own_action() -> None:
    rolled = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=MergeInto("1.2")))
    assert origins(rolled.plan, "1.1") == [
        ("Report", "AP1/1.2 indicator 1"),
        ("Guide sent", "AP1/1.1 indicator 1"),
        ("Course held", "AP1/1.1 indicator 2"),
        ("Report", "AP1/1.1 indicator 3"),
    ]


def test_the_first_place_stays_through_a_chain() -> None:
    second = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=MergeInto("1.2"))).plan
    # What somebody adds to the new plan first stands there.
    action = second["1.1"]
    added = attrs.evolve(action, indicators=[*action.indicators, Indicator(text="Award")])
    second = attrs.evolve(second, actions=[added])
    gone = Carry(indicators=[Settle(1, Drop("done elsewhere"))])
    third = roll_over(second, into=next_of(3), decide=deciding(a1_1=gone)).plan
    fourth = roll_over(third, into=next_of(4), decide=deciding()).plan
    assert origins(fourth, "1.1") == [
        ("Guide sent", "AP1/1.1 indicator 1"),
        ("Course held", "AP1/1.1 indicator 2"),
        ("Report", "AP1/1.1 indicator 3"),
        ("Award", "AP2/1.1 indicator 5"),
    ]


def test_a_split_by_titles_leaves_them_all_to_the_first_part() -> None:
    split = SplitInto(["At sea", Action(code="9", title="On land", indicators=[REPORT])])
    rolled = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=split)).plan
    assert [place for _, place in origins(rolled, "1.1")] == [
        f"AP1/1.1 indicator {number}" for number in (1, 2, 3)
    ]
    # The same words in a further part are a copy, and only one may claim to be the old one.
    further = next(one for one in rolled if one.title == "On land")
    assert [one.origin for one in further.indicators] == [None]


def test_what_goes_into_a_part_that_is_filled_in_keeps_its_place() -> None:
    split = SplitInto(
        [
            Action(code="9", title="At sea", indicators=[Indicator(text="Boats"), REPORT]),
            Action(code="9", title="On land", indicators=[attrs.evolve(GUIDE), COURSE, REPORT]),
        ]
    )
    for plan, new in (
        # It says that it is new: else it would be taken for what stood there at first.
        (roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=split)).plan, "AP2/1.1 indicator 1"),
        (revise(PLAN, decide=deciding(a1_1=split)).plan, ""),
    ):
        sea, land = (
            next(one for one in plan if one.title == title) for title in ("At sea", "On land")
        )
        assert [str(one.origin or "") for one in sea.indicators] == [new, "AP1/1.1 indicator 3"]
        assert [str(one.origin or "") for one in land.indicators] == [
            "AP1/1.1 indicator 1",
            "AP1/1.1 indicator 2",
            "",
        ]


def test_of_indicators_with_the_same_words_each_part_has_the_one_it_was_given() -> None:
    first, second = Indicator(text="Report"), Indicator(text="Report")
    plan = attrs.evolve(PLAN, actions=[Action(code="1", title="Tell", indicators=[first, second])])
    split = SplitInto(
        [
            Action(code="9", title="Later", indicators=[second]),
            Action(code="9", title="Now", indicators=[first]),
        ]
    )
    later, now = roll_over(plan, into=next_of(2), decide=lambda _: split).plan
    assert str(later.indicators[0].origin) == "AP1/1 indicator 2"
    assert str(now.indicators[0].origin) == "AP1/1 indicator 1"
    # In the next plan the origins tell them apart, also where they were written anew.
    again = SplitInto(
        [
            Action(code="9", title="Whole", indicators=[Indicator(text="Report")]),
            Action(code="9", title="Copy", indicators=[attrs.evolve(later.indicators[0])]),
        ]
    )
    third = ActionPlan(id="AP2", title="", actions=[later])
    whole, copy = roll_over(third, into=next_of(3), decide=lambda _: again).plan
    assert str(whole.indicators[0].origin) == "AP3/1 indicator 1"
    assert str(copy.indicators[0].origin) == "AP1/1 indicator 2"


def test_a_part_that_a_file_fills_in_has_them_by_their_numbers() -> None:
    decide = parse_decisions(
        'plan = "AP1"\n[[action]]\ncode = "1.1"\ndecision = "split"\n'
        '[[action.part]]\ntitle = "At sea"\n'
        '[[action.part]]\ntitle = "On land"\nindicators = [2]\n'
        '[[action]]\ncode = "1.2"\ndecision = "carry"\n'
    )
    plan = roll_over(PLAN, into=next_of(2), decide=decide).plan
    further = next(one for one in plan if one.title == "On land")
    assert [str(one.origin) for one in further.indicators] == ["AP1/1.1 indicator 2"]


def test_a_revision_numbers_nothing_anew() -> None:
    made = Carry(indicators=[Settle(1, Drop("no money"))])
    once = revise(PLAN, decide=deciding(a1_1=made))
    assert origins(once.plan, "1.1") == [
        ("Course held", "AP1/1.1 indicator 2"),
        ("Report", "AP1/1.1 indicator 3"),
    ]
    twice = revise(once.plan, decide=deciding(a1_2=MergeInto("1.1")))
    kept = [
        ("Course held", "AP1/1.1 indicator 2"),
        ("Report", "AP1/1.1 indicator 3"),
        ("Report", "AP1/1.2 indicator 1"),
    ]
    assert origins(twice.plan, "1.1") == kept
    assert origins(roll_over(twice.plan, into=next_of(2)).plan, "1.1") == kept


def test_a_revision_sets_them_also_in_rows_that_stay_and_tells_nothing_of_it() -> None:
    for fate in (Carry(), Complete("seen"), Defer("later"), Drop("no money")):
        revision = revise(PLAN, decide=deciding(a1_2=fate))
        assert origins(revision.plan, "1.2") == [("Report", "AP1/1.2 indicator 1")]
        assert "indicators" not in {change.field for change in revision}
    assert revise(PLAN, decide=lambda _: Carry()).plan == PLAN


def test_a_rollover_into_its_own_result_changes_no_origin() -> None:
    first = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=MergeInto("1.2")))
    again = roll_over(PLAN, into=first.plan, decide=deciding(a1_1=MergeInto("1.2")))
    assert repr(again.plan) == repr(first.plan)


def test_no_comparison_tells_of_an_origin_and_a_file_keeps_it() -> None:
    new = roll_over(PLAN, into=next_of(2), decide=deciding()).plan
    assert "indicators" not in {change.field for change in diff(PLAN, new).changed}
    assert new["1.2"].indicators == MEET.indicators
    text = to_json(Dossier.of(new))
    read, report = from_json(text)
    assert report.ok
    assert read is not None
    assert origins(read.plan, "1.2") == [("Report", "AP1/1.2 indicator 1")]
    assert to_json(read) == text
    old, _ = from_json(to_json(Dossier.of(PLAN)))
    assert old is not None
    assert '"origin"' not in to_json(old)


LATER = Defer("no trainers")
WAIT: dict[str, Disposition] = {
    "a1_1": Carry(indicators=[Settle(1, Drop("no money")), Settle(3, LATER)]),
    "a1_2": LATER,
}


def test_what_waited_is_the_same_indicator_when_it_comes_back() -> None:
    one = roll_over(PLAN, into=next_of(2), decide=deciding(**WAIT))
    drafts = (
        '[[draft]]\ncontinues = "AP1/1.2"\ncode = "1.2"\n'
        '[[draft]]\ntitle = "Tell"\nwork_area = "1"\ncode = "1.3"\n'
        'continues = "AP1/1.1 indicator 3"\n'
        '[[draft.indicator]]\ntext = "Award"\n'
    )
    read, _ = ledger_from_json(ledger_to_json(one.ledger))
    assert read is not None
    for earlier, ledger in (([PLAN], one.ledger), ([], read)):
        plan = roll_over(
            one.plan,
            into=next_of(3),
            decide=parse_decisions(decisions_text(one.plan) + drafts),
            earlier=earlier,
            ledgers=[ledger],
        ).plan
        assert origins(plan, "1.3") == [("Award", ""), ("Report", "AP1/1.1 indicator 3")]
        # The ledger alone does not have what else an action held.
        assert origins(plan, "1.2") == [("Report", "AP1/1.2 indicator 1")] * len(earlier)


def test_what_waits_through_several_plans_is_known_by_its_name() -> None:
    one = roll_over(PLAN, into=next_of(2), decide=deciding(**WAIT))
    two = roll_over(one.plan, into=next_of(3), ledgers=[one.ledger])
    draft = '[[draft]]\ntitle = "Tell"\ncontinues = "AP1/1.1 indicator 3"\ncode = "7"\n'
    plan = roll_over(
        two.plan,
        into=next_of(4),
        decide=parse_decisions(decisions_text(two.plan) + draft),
        ledgers=[two.ledger],
    ).plan
    assert origins(plan, "7") == [("Report", "AP1/1.1 indicator 3")]


def test_one_put_off_in_a_later_plan_comes_back_with_its_first_place() -> None:
    second = roll_over(PLAN, into=next_of(2), decide=deciding(a1_1=MergeInto("1.2"))).plan
    later = Carry(indicators=[Settle(3, LATER)])
    third = roll_over(second, into=next_of(3), decide=deciding(a1_1=later))
    draft = '[[draft]]\ntitle = "Again"\ncontinues = "AP2/1.1 indicator 3"\ncode = "7"\n'
    plan = roll_over(
        third.plan,
        into=next_of(4),
        decide=parse_decisions(decisions_text(third.plan) + draft),
        ledgers=[third.ledger],
    ).plan
    assert [one.origin for one in plan["7"].indicators] == [
        IndicatorRef.parse("AP1/1.1 indicator 2")
    ]


def head_of(plan: ActionPlan) -> str:
    """Where the first indicator of the action "Head" first stood."""
    found = dict(zip((one.title for one in plan), first_places(plan), strict=True))
    return str(found["Head"][0])


@pytest.mark.parametrize("is_rolled", [True, False])
def test_a_new_indicator_is_none_that_has_moved_away(is_rolled: bool) -> None:  # noqa: FBT001 - a parameter
    """The place of one that went into another row is not free again, there or in the next plan."""
    plan = attrs.evolve(PLAN, actions=[Action(code="1.1", title="Tell", indicators=[REPORT])])
    head, rest = Action(code="9", title="Head"), Action(code="9", title="Rest", indicators=[REPORT])
    split = SplitInto([head, rest])
    rolled = (
        roll_over(plan, into=next_of(2), decide=lambda _: split).plan
        if is_rolled
        else revise(plan, decide=lambda _: split).plan
    )
    first, second = rolled
    new = attrs.evolve(first, indicators=[Indicator(text="Survey")])
    made: dict[Code, Disposition] = {first.code: SplitInto([new]), second.code: Drop("no money")}
    again = roll_over(rolled, into=next_of(3), decide=lambda one: made[one.code]).plan
    revised = revise(rolled, decide=lambda one: made[one.code]).plan
    assert "AP1/1.1 indicator 1" not in (head_of(again), head_of(revised))
