"""What a merge leaves alone: where indicators and deadlines first stood."""

import attrs

from customs_coop.comparison import merge, restore
from customs_coop.deadline import By
from customs_coop.formats.occasions import occasions_of
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, IndicatorRef

JANUARY, MAY, JUNE, JULY = (By(f"2005-0{month}-01") for month in (1, 5, 6, 7))
LIST = Indicator(text="List of laboratories sent", deadlines=[JANUARY])
COURSE = Indicator(text="Two courses held", deadlines=[JANUARY, MAY])
AWARD = Indicator(text="Award for the best of them", deadlines=[JULY])
TRAIN = Action(code="1.1", title="Train", deadlines=[JANUARY, MAY], indicators=[LIST, COURSE])
BASE = ActionPlan(id="AP1", title="Plan", actions=[TRAIN])


def edited(plan: ActionPlan = BASE, **values: object) -> ActionPlan:
    action = attrs.evolve(plan.actions[0], **values)  # type: ignore[arg-type]  # named by the tests
    return attrs.evolve(plan, actions=[action])


def places(plan: ActionPlan) -> list[str]:
    return [f"{one.origin}/{one.place}" for one in occasions_of(plan)]


OWN, OF_LIST, OF_COURSE = "AP1/1.1", "AP1/1.1 indicator 1", "AP1/1.1 indicator 2"


def test_what_was_put_in_front_of_others_is_told_from_them() -> None:
    course = attrs.evolve(COURSE, deadlines=[JUNE, JANUARY, MAY])
    anew = edited(deadlines=[JUNE, JANUARY, MAY], indicators=[AWARD, LIST, course])
    merged = merge(BASE, {"DE": anew}).plan
    assert merged == anew
    assert places(merged) == [
        *("AP1/1.1/3", f"{OWN}/0", f"{OWN}/1"),
        "AP1/1.1 indicator 4/0",
        f"{OF_LIST}/0",
        *(f"{OF_COURSE}/3", f"{OF_COURSE}/0", f"{OF_COURSE}/1"),
    ]
    # Without the version before, they would have the places of others.
    assert places(anew)[:2] == [f"{OWN}/0", f"{OWN}/1"]


def test_what_only_changed_its_words_stays_as_it_is_and_says_nothing() -> None:
    late = attrs.evolve(LIST, text="Study", deadlines=[JULY])
    anew = edited(deadlines=[JUNE, MAY, JULY], indicators=[late, COURSE, AWARD])
    action = merge(BASE, {"DE": anew}).plan.actions[0]
    assert action.deadline_origins == ()
    assert all(one.origin is None and not one.deadline_origins for one in action.indicators)


def test_what_was_taken_out_takes_its_place_with_it() -> None:
    anew = edited(deadlines=[MAY], indicators=[attrs.evolve(COURSE, deadlines=[MAY])])
    assert places(merge(BASE, {"DE": anew}).plan) == [f"{OWN}/1", f"{OF_COURSE}/1"]
    last = merge(BASE, {"DE": edited(deadlines=[JANUARY])}).plan
    assert [str(one) for one in last.actions[0].deadline_origins] == ["AP1/1.1 deadline 1"]


def test_a_table_loses_no_place_that_the_plan_told() -> None:
    told = merge(
        BASE,
        {"DE": edited(deadlines=[MAY, JANUARY], indicators=[COURSE, LIST])},
    ).plan
    lost = edited(
        told,
        deadline_origins=(),
        indicators=[attrs.evolve(one, origin=None) for one in told.actions[0].indicators],
    )
    wanted = [f"{OWN}/1", f"{OWN}/0", f"{OF_COURSE}/0", f"{OF_COURSE}/1", f"{OF_LIST}/0"]
    assert places(told) == wanted
    more = edited(lost, deadlines=[MAY, JANUARY, JUNE], indicators=[COURSE, LIST, AWARD])
    for plan in (
        restore(more, base=told, table=lost),
        merge(told, {"DE": more}, tables={"DE": lost}).plan,
        merge(told, {"DE": more}).plan,
    ):
        assert places(plan) == [
            *wanted[:2],
            "AP1/1.1/2",
            *wanted[2:],
            "AP1/1.1 indicator 3/0",
        ]


def test_a_plan_that_was_rolled_over_keeps_what_it_brought() -> None:
    first = ActionRef("AP0", "4")
    here = attrs.evolve(
        TRAIN,
        origin=first,
        indicators=[
            attrs.evolve(one, origin=IndicatorRef(first, number))
            for number, one in enumerate((LIST, COURSE), 2)
        ],
    )
    base = attrs.evolve(BASE, actions=[here])
    anew = edited(base, deadlines=[JUNE, JANUARY, MAY], indicators=[AWARD, LIST, COURSE])
    assert places(merge(base, {"DE": anew}).plan) == [
        *("AP1/1.1/0", "AP0/4/0", "AP0/4/1", "AP1/1.1 indicator 1/0"),
        *("AP0/4 indicator 2/0", "AP0/4 indicator 3/0", "AP0/4 indicator 3/1"),
    ]
