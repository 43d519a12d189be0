"""Actions of the draft that go on with old ones: what they are, and what they lack."""

import attrs
import pytest

from customs_coop.deadline import By
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Link, LinkKind, Status
from customs_coop.rollover import (
    KEEP,
    SHIFT,
    Carry,
    Complete,
    DeadlinePolicy,
    Disposition,
    Drop,
    MergeInto,
    Rollover,
    SplitInto,
    roll_over,
)

DRAFT = ActionPlan(id="AP2", title="Second", period="2007-01-01/2008-06-30")
OLD = ActionPlan(id="AP1", title="First", period="2005-01-01/2006-12-31")


def of(plan: ActionPlan, *actions: Action) -> ActionPlan:
    return attrs.evolve(plan, actions=actions)


def link(kind: LinkKind, code: str) -> Link:
    return Link(kind=kind, target=ActionRef("AP1", code))


def told(result: Rollover) -> list[str]:
    return [f"{one.code} {one.message}" for one in result.report]


def test_codes_that_stand_twice_roll_over_into_their_own_result() -> None:
    plan = of(
        OLD,
        Action(code="1", title="Train"),
        Action(code="1", title="Report"),
        Action(code="1", title="Report"),
        Action(code="2", title="Meet"),
    )
    first = roll_over(plan, into=DRAFT)
    again = roll_over(plan, into=first.plan)
    assert (again.plan, again.ledger) == (first.plan, first.ledger)
    assert [str(entry.successors[0]) for entry in again.ledger] == [
        "AP2/1",
        "AP2/2",
        "AP2/3",
        "AP2/4",
    ]


@pytest.mark.parametrize("decided", ["co", "oc", "cco", "oco", "cocom", "sco", "dso", "mc", "moc"])
def test_of_codes_that_stand_twice_the_one_that_goes_on_is_in_the_result(decided: str) -> None:
    ends: dict[str, Disposition] = {
        "c": Complete(),
        "d": Drop("no money"),
        "m": MergeInto("2"),
        "o": Carry(),
        "s": SplitInto(["At sea", "Train"]),
    }
    # The objectives tell the policy which is which; codes and titles are the same.
    twins = [Action(code="1", title="Train", objectives=[letter]) for letter in decided]
    plan = of(OLD, *twins, Action(code="2", title="Meet", objectives=["o"]))
    decide = lambda action: ends[action.objectives[0].text]  # noqa: E731 - of one test
    first = roll_over(plan, into=DRAFT, decide=decide)
    again = roll_over(plan, into=first.plan, decide=decide)
    assert (again.plan, again.ledger) == (first.plan, first.ledger)
    assert told(again) == told(first)


def test_the_parts_of_codes_that_stand_twice_stay_with_their_first_part() -> None:
    plan = of(OLD, Action(code="1", title="Train"), Action(code="1", title="Train"))
    decide = lambda _: SplitInto(["At sea", "On land"])  # noqa: E731 - the policy of one test
    first = roll_over(plan, into=DRAFT, decide=decide)
    again = roll_over(plan, into=first.plan, decide=decide)
    assert (again.plan, again.ledger) == (first.plan, first.ledger)


def test_an_action_of_the_draft_that_an_old_one_went_into_is_its_successor() -> None:
    mine = Action(
        code="1",
        title="Both",
        links=[link(LinkKind.CONTINUES, "1"), link(LinkKind.MERGED_FROM, "2")],
    )
    plan = of(OLD, Action(code="1", title="One"), Action(code="2", title="Two"))
    result = roll_over(plan, into=of(DRAFT, mine))
    assert [action.title for action in result.plan] == ["Both"]
    assert [entry.successors for entry in result.ledger] == [(ActionRef("AP2", "1"),)] * 2
    assert told(result) == ["CC619 it is merged from AP1/2, which is carried"]
    agreed = roll_over(
        plan,
        into=of(DRAFT, mine),
        decide=lambda one: MergeInto("1") if one.code == "2" else Carry(),
    )
    assert told(agreed) == []
    assert len(agreed.plan) == 1


def test_a_merger_that_the_old_plan_tells_of_is_no_claim() -> None:
    before = Action(code="1", title="One", links=[link(LinkKind.MERGED_FROM, "2")])
    plan = of(OLD, before, Action(code="2", title="Two"))
    first = roll_over(plan, into=DRAFT)
    kept = attrs.evolve(first.plan, actions=[first.plan["1"]])
    assert [action.title for action in roll_over(plan, into=kept).plan] == ["One", "Two"]


@pytest.mark.parametrize("ending", [Drop("no"), Complete()])
def test_a_merger_of_what_ends_is_told(ending: Disposition) -> None:
    mine = Action(code="1", title="Both", links=[link(LinkKind.MERGED_FROM, "2")])
    result = roll_over(
        of(OLD, Action(code="2", title="Two")), into=of(DRAFT, mine), decide=lambda _: ending
    )
    assert f"CC619 it goes on with AP1/2, which is {ending.word}" in told(result)


CONTINUED = Action(
    code="1",
    title="Train",
    deadlines=[By("2006-12-31")],
    indicators=[
        Indicator(text="Course held", deadlines=[By("2006-12-31")]),
        Indicator(text="Guide printed"),
        Indicator(text="Report adopted"),
    ],
)


def continuing(**changes: object) -> Action:
    action = attrs.evolve(CONTINUED, links=[link(LinkKind.CONTINUES, "1")])
    return attrs.evolve(action, **changes)  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize("deadlines", [KEEP, SHIFT])
def test_a_draft_that_has_everything_is_not_told(deadlines: DeadlinePolicy) -> None:
    assert (
        told(roll_over(of(OLD, CONTINUED), into=of(DRAFT, continuing()), deadlines=deadlines)) == []
    )
    own = roll_over(of(OLD, CONTINUED), into=DRAFT, deadlines=deadlines).plan
    again = roll_over(of(OLD, CONTINUED), into=own, deadlines=deadlines)
    assert told(again) == []


def test_a_draft_without_deadlines_and_with_other_states_is_told() -> None:
    mine = continuing(
        deadlines=[],
        indicators=[
            Indicator(text="Course held"),
            Indicator(text="Guide printed", status=Status.COMPLETED),
        ],
    )
    result = roll_over(of(OLD, CONTINUED), into=of(DRAFT, mine))
    date = '"by 31 December 2006"'
    assert told(result) == [
        f"CC616 the draft does not have the deadline {date}",
        f'CC616 the draft does not have the deadline {date} of the indicator "Course held"',
        'CC616 the draft has the indicator "Guide printed" as completed, and it was open',
        'CC616 the draft does not have the indicator "Report adopted"',
    ]
    (entry,) = result.ledger
    assert [bool(one.successors) for one in entry.milestones] == [False]
    assert [bool(one.successors) for one in entry.indicators] == [True, True, False]
    closed = roll_over(of(OLD, CONTINUED), into=of(DRAFT, continuing(status=Status.OBSOLETE)))
    assert told(closed) == ["CC616 the draft has it as obsolete, and it was open"]


def test_the_ledger_says_which_deadlines_the_draft_has() -> None:
    mine = continuing(
        deadlines=[By("2007-03-31")],
        indicators=[
            Indicator(text="Course held", deadlines=[By("2007-04-30")]),
            *CONTINUED.indicators[1:],
        ],
    )
    (entry,) = roll_over(of(OLD, CONTINUED), into=of(DRAFT, mine), deadlines=SHIFT).ledger
    assert [one.moved for one in entry.milestones] == [By("2007-03-31")]
    assert [one.moved for one in entry.indicators] == [(By("2007-04-30"),), (), ()]
