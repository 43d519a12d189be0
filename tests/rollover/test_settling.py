"""Decisions on single indicators and deadlines, and splits that leave something out."""

import pytest

from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import InvalidValueError, RolloverError
from customs_coop.model import Action, ActionPlan, Indicator, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    ItemOutcome,
    MergeInto,
    Rollover,
    Settle,
    SplitInto,
    roll_over,
)

DRAFT = ActionPlan(id="AP2", title="Second Action Plan")
SHOWN = DocumentNumber(7863, 2005)
TRAINING = Action(
    code="1",
    title="Train",
    indicators=[
        Indicator(text="Course\nheld", code="a"),
        Indicator(text="Guide printed"),
        Indicator(text="Report adopted"),
        Indicator(text="Study made", status=Status.COMPLETED),
    ],
    deadlines=[By("2006-06-30"), By("2006-12-31")],
)


def rolled(decided: Disposition, *others: Action) -> Rollover:
    plan = ActionPlan(id="AP1", title="First Action Plan", actions=[TRAINING, *others])
    return roll_over(
        plan,
        into=DRAFT,
        decide=lambda action: decided if action.code == "1" else Carry(),
    )


def outcomes(result: Rollover) -> list[tuple[str, bool]]:
    entry = result.ledger.entries[0]
    return [(one.outcome.value, bool(one.successors)) for one in entry.indicators]


def test_what_is_done_stays_and_is_marked_and_what_is_given_up_goes() -> None:
    carry = Carry(
        indicators=[
            Settle("a", Complete("held in May", authority=SHOWN)),
            Settle(2, Drop("no printer")),
            Settle("REPORT  adopted", Defer("after the study")),
        ],
        milestones=[Settle(1, Complete("met"))],
    )
    result = rolled(carry)
    (new,) = result.plan
    assert [(one.text, one.status) for one in new.indicators] == [
        ("Course\nheld", Status.COMPLETED),
        ("Study made", Status.COMPLETED),
    ]
    assert new.indicators[0].evidence == (SHOWN,)
    assert new.deadlines == (By("2006-12-31"),)
    assert outcomes(result) == [
        ("completed", True),
        ("dropped", False),
        ("deferred", False),
        ("completed", True),
    ]
    entry = result.ledger.entries[0]
    assert [one.reason for one in entry.indicators] == [
        "held in May",
        "no printer",
        "after the study",
        "",
    ]
    assert entry.indicators[0].authority == SHOWN
    assert [one.outcome for one in entry.milestones] == [
        ItemOutcome.COMPLETED,
        ItemOutcome.CARRIED,
    ]
    printed = str(result.ledger)
    rows = [line.split() for line in printed.splitlines()]
    assert ["1", "indicator", "2", "dropped", "no", "printer", "Guide", "printed"] in rows
    assert "1 milestone 1" in printed
    assert "1 milestone 2" not in printed
    assert max(map(len, printed.splitlines())) <= 100


@pytest.mark.parametrize(
    ("carry", "message"),
    [
        (Carry(indicators=[Settle(9, Complete())]), "1 has no indicator 9; it has 4"),
        (Carry(indicators=[Settle("Nothing", Complete())]), "no indicator 'Nothing'"),
        (
            Carry(indicators=[Settle(1, Complete()), Settle("a", Drop("no"))]),
            "indicator 1 is settled twice",
        ),
        (Carry(milestones=[Settle(3, Complete())]), "1 has no deadline 3; it has 2"),
    ],
)
def test_an_item_that_is_not_there_is_an_error(carry: Carry, message: str) -> None:
    with pytest.raises(RolloverError, match=message):
        rolled(carry)


def test_words_that_two_items_have_name_neither() -> None:
    twice = Action(code="1", title="", indicators=[Indicator(text="Report")] * 2)
    plan = ActionPlan(id="AP1", title="", actions=[twice])
    with pytest.raises(RolloverError, match="name it by its number: 1, 2"):
        roll_over(
            plan, into=DRAFT, decide=lambda _: Carry(indicators=[Settle("report", Complete())])
        )


def test_what_a_settlement_takes() -> None:
    for item in (0, -1, " "):
        with pytest.raises(InvalidValueError):
            Settle(item, Complete())
    with pytest.raises(TypeError):
        Settle(True, Complete())  # noqa: FBT003 - what the test is about
    with pytest.raises(TypeError):
        Settle(1, Carry())  # type: ignore[arg-type] # what the test is about


def test_a_split_that_leaves_open_work_out_lists_all_of_it() -> None:
    parts = [
        Action(code="1", title="A", indicators=[Indicator(text="course held")]),
        Action(code="1", title="B", deadlines=[By("2006-06-30")]),
    ]
    with pytest.raises(RolloverError) as caught:
        rolled(SplitInto(parts))
    assert str(caught.value).splitlines()[1:] == [
        '  no part of 1 has indicator 2, "Guide printed"',
        '  no part of 1 has indicator 3, "Report adopted"',
        '  no part of 1 has the deadline "by 31 December 2006"',
    ]


def test_a_split_may_settle_what_its_parts_do_not_have() -> None:
    parts = [
        Action(
            code="1",
            title="A",
            indicators=[Indicator(text="Course held"), Indicator(text="Guide printed")],
            deadlines=[By("2006-06-30")],
        ),
        Action(code="1", title="B", indicators=[Indicator(text="Course held")]),
    ]
    split = SplitInto(
        parts,
        indicators=[Settle(3, Drop("not wanted")), Settle(2, Complete("printed", authority=SHOWN))],
        milestones=[Settle(2, Drop("not wanted"))],
    )
    result = rolled(split)
    entry = result.ledger.entries[0]
    assert [[str(ref) for ref in one.successors] for one in entry.indicators] == [
        ["AP2/1", "AP2/2"],
        ["AP2/1"],
        [],
        [],
    ]
    assert [one.outcome.value for one in entry.milestones] == ["split", "dropped"]
    assert result.plan["1"].indicators[1].status is Status.COMPLETED
    assert [found.code for found in result.report] == ["CC608"]  # the study, which is done
    assert result.plan["2"].links[-1].text == "Train"


def test_a_part_may_not_have_what_is_given_up() -> None:
    part = Action(code="1", title="A", indicators=TRAINING.indicators, deadlines=TRAINING.deadlines)
    with pytest.raises(RolloverError, match="indicator 2 is dropped, and a part has it"):
        rolled(SplitInto([part], indicators=[Settle(2, Drop("no"))]))


def test_a_merger_takes_what_is_left_and_says_whose_words_are_whose() -> None:
    survivor = Action(code="2", title="Find rooms")
    result = rolled(MergeInto("2", indicators=[Settle(1, Drop("no"))]), survivor)
    (new,) = result.plan
    assert [one.text for one in new.indicators] == [
        "Guide printed",
        "Report adopted",
        "Study made",
    ]
    assert outcomes(result) == [
        ("dropped", False),
        ("merged", True),
        ("merged", True),
        ("completed", True),
    ]
    (merged,) = [link for link in new.links if link.text]
    assert (str(merged.target), merged.text) == ("AP1/1", "Train")


def test_a_merged_action_that_is_done_brings_nothing_open() -> None:
    done = Action(
        code="1",
        title="Train",
        status=Status.COMPLETED,
        status_text="Done",
        terms_of_reference="As agreed.",
        outcomes=["A guide"],
        indicators=[Indicator(text="Course held")],
        deadlines=[parse_deadline("June 2006")],
    )
    plan = ActionPlan(id="AP1", title="", actions=[done, Action(code="2", title="Report")])
    result = roll_over(
        plan, into=DRAFT, decide=lambda one: MergeInto("2") if one.code == "1" else Carry()
    )
    (new,) = result.plan
    assert [one.status for one in new.indicators] == [Status.COMPLETED]
    assert new.deadlines == ()
    entry = result.ledger.entries[0]
    assert [one.outcome.value for one in entry.indicators] == ["completed"]
    assert [(one.outcome.value, one.successors) for one in entry.milestones] == [("completed", ())]
    assert [(one.field, one.text) for one in entry.wordings] == [
        ("status", "completed"),
        ("status_text", "Done"),
        ("terms_of_reference", "As agreed."),
        ("outcomes", "A guide"),
    ]


@pytest.mark.parametrize("ending", [Complete("seen"), Defer("later"), Drop("no money")])
def test_what_ends_an_action_ends_its_items(ending: Disposition) -> None:
    result = rolled(ending)
    entry = result.ledger.entries[0]
    assert [one.outcome.value for one in entry.indicators] == [*[ending.word] * 3, "completed"]
    assert [one.reason for one in entry.milestones] == [ending.reason] * 2
    assert result.ledger.balance.balanced
