"""Splits into actions that are filled in: what they keep, and what is told."""

import attrs
import pytest

from customs_coop.deadline import By, Undetermined
from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Role,
    Status,
)
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    SHIFT,
    Carry,
    Defer,
    Drop,
    Rollover,
    Settle,
    SplitInto,
    roll_over,
)

DRAFT = ActionPlan(id="AP2", title="Second", period="2007-01-01/2008-06-30")
SHOWN = DocumentNumber(7863, 2005)
FULL = Action(
    code="1",
    title="Train",
    objectives=["A", "B"],
    priority="High",
    status=Status.DEFERRED,
    status_text="Waits",
    outcomes=["A guide"],
    involved=[
        Involvement(party="DE", role=Role.RESPONSIBLE),
        Involvement(party="FR", role=Role.CONCERNED, text="France"),
    ],
    terms_of_reference="As agreed.",
    references=[SHOWN],
    links=[
        Link(kind=LinkKind.CONTINUES, target=ActionRef("AP0", "7")),
        Link(kind=LinkKind.DEPENDS_ON, target=ActionRef("AP1", "2")),
        Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "3")),
    ],
    funding=[Funding(programme="Oisin", amount="ECU 1")],
    notes=["a"],
    extra=[ExtraCell(heading="Remarks", text="Soon")],
)


def rolled(old: Action, *parts: Action, **decided: Drop) -> Rollover:
    others = [Action(code=code, title=f"Action {code}") for code in "23"]
    plan = ActionPlan(
        id="AP1", title="First", period="2005-01-01/2006-12-31", actions=[old, *others]
    )
    split = SplitInto(parts)
    return roll_over(
        plan,
        into=DRAFT,
        decide=lambda one: split if one.code == "1" else decided.get(f"a{one.code}", Carry()),
        deadlines=SHIFT,
    )


def told(result: Rollover, code: str) -> list[str]:
    return [one.message for one in result.report if one.code == code]


def links(result: Rollover, code: str) -> list[str]:
    return [f"{one.kind.value} {one.target}" for one in result.plan[code].links]


def test_what_no_part_has_is_told_and_the_ledger_keeps_the_words() -> None:
    part = Action(
        code="1",
        title="Officers",
        objectives=["A"],
        involved=[Involvement(party="DE", role=Role.RESPONSIBLE)],
    )
    result = rolled(FULL, part, Action(code="1", title="Trainers"))
    assert told(result, "CC629") == [
        'no part has its objectives: "B"',
        'no part has its priority: "High"',
        'no part has its status: "deferred"',
        'no part has its status_text: "Waits"',
        'no part has its terms_of_reference: "As agreed."',
        'no part has its outcomes: "A guide"',
        'no part has its involved: "France"',
        'no part has its references: "7863/05"',
        'no part has its funding: "Oisin ECU 1"',
        'no part has its notes: "a"',
        'no part has its extra: Remarks: "Soon"',
    ]
    kept = {one.field: one.text for one in result.ledger.entries[0].wordings}
    assert (kept["priority"], kept["references"], kept["involved"], kept["funding"]) == (
        "High",
        "7863/05",
        "France",
        "Oisin ECU 1",
    )


def test_parts_that_have_everything_between_them_are_not_told() -> None:
    first = attrs.evolve(FULL, title="Officers", objectives=["A"], outcomes=[])
    second = Action(code="1", title="Trainers", objectives=["B"], outcomes=["a  GUIDE"])
    assert told(rolled(FULL, first, second), "CC629") == []


def test_the_first_part_keeps_the_links_that_no_part_has() -> None:
    awaits = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "3"), text="as agreed")
    result = rolled(
        FULL, Action(code="1", title="Officers"), Action(code="1", title="Trainers", links=[awaits])
    )
    assert links(result, "1") == ["continues AP0/7", "depends on AP2/3", "split from AP1/1"]
    assert links(result, "2") == ["awaits AP2/4", "split from AP1/1"]


def test_a_further_part_starts_anew_though_it_was_copied_from_the_old_action() -> None:
    result = rolled(
        FULL, attrs.evolve(FULL, title="Officers"), attrs.evolve(FULL, title="Trainers")
    )
    assert "continues AP0/7" in links(result, "1")
    assert links(result, "2") == ["depends on AP2/3", "awaits AP2/4", "split from AP1/1"]
    later = roll_over(result.plan, into=ActionPlan(id="AP3", title="Third")).ledger
    assert [str(entry.first) for entry in later][:2] == ["AP0/7", "AP1/1"]
    further = later.entries[1]
    assert further.earlier == ()
    assert [str(one.action) for one in further.split_from] == ["AP1/1"]
    assert further.times_carried == 2
    assert "AP1/1 (split), 2 times" in str(later)


def test_what_a_part_itself_waits_for_and_was_given_up_is_told() -> None:
    part = Action(code="1", title="Officers")
    own = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "2"))
    result = rolled(
        Action(code="1", title="Train"),
        part,
        Action(code="1", title="Trainers", links=[own]),
        a2=Drop("no money"),
    )
    assert [str(one) for one in result.report if one.code == "CC601"] == [
        "warning CC601: AP2/2: it awaits AP1/2, which is dropped"
    ]


def test_the_date_of_an_indicator_does_not_stand_for_the_deadline_of_the_action() -> None:
    course = Indicator(text="Course held", deadlines=[By("2006-12-31")])
    old = Action(code="1", title="Train", indicators=[course], deadlines=[By("2006-12-31")])
    with pytest.raises(RolloverError, match="no part of 1 has the deadline"):
        rolled(old, Action(code="1", title="Officers", indicators=[course]))
    # An indicator that is new may take it over.
    exam = Indicator(text="Exam held", deadlines=[By("2006-12-31")])
    result = rolled(old, Action(code="1", title="Officers", indicators=[course, exam]))
    (timed,) = result.ledger.entries[0].milestones
    assert [str(ref) for ref in timed.successors] == ["AP2/1"]


def test_a_deadline_stands_in_the_part_that_has_it_and_not_in_that_of_an_indicator() -> None:
    course = Indicator(text="Course held", deadlines=[By("2006-12-31")])
    old = Action(code="1", title="Train", indicators=[course], deadlines=[By("2006-12-31")])
    result = rolled(
        old,
        Action(code="1", title="Officers", indicators=[course]),
        Action(code="1", title="Trainers", deadlines=[By("2006-12-31")]),
    )
    (timed,) = result.ledger.entries[0].milestones
    assert [str(ref) for ref in timed.successors] == ["AP2/2"]


def test_an_indicator_that_a_part_has_otherwise_is_told_and_the_ledger_says_what_is_there() -> None:
    old = Action(
        code="1",
        title="Train",
        indicators=[
            Indicator(text="Course held", deadlines=[By("2006-12-31")]),
            Indicator(text="Guide printed", status=Status.COMPLETED, evidence=[SHOWN]),
            Indicator(text="Report adopted"),
        ],
    )
    part = Action(
        code="1",
        title="Officers",
        indicators=[
            Indicator(text="Course held", deadlines=[By("2006-06-30")]),
            Indicator(text="Guide printed"),
            Indicator(text="Report adopted", status=Status.COMPLETED),
        ],
    )
    result = rolled(old, part)
    assert told(result, "CC629") == [
        'the indicator "Course held" has lost its deadline "by 31 December 2006"',
        'the indicator "Guide printed" was completed, and a part has it as open',
        'the indicator "Guide printed" has lost its evidence "7863/05"',
        'the indicator "Report adopted" was open, and a part has it as completed',
    ]
    there = result.plan["1"].indicators[0].deadlines
    assert there[0].latest == By("2008-06-30").latest
    assert result.ledger.entries[0].indicators[0].moved == there


def test_an_item_that_is_put_off_takes_no_place_from_its_like_in_the_parts() -> None:
    action = Action(
        code="1.1",
        title="Survey",
        indicators=[Indicator(text="Report"), Indicator(text="report")],
        deadlines=[Undetermined("tbc"), Undetermined("TBC")],
    )
    plan = ActionPlan(id="AP1", title="Plan", actions=[action])
    later = [Settle(1, Defer("no staff"))]
    rolled = roll_over(
        plan,
        into=ActionPlan(id="AP2", title="Next"),
        decide=lambda _: SplitInto(
            ["Survey ports", "Survey airports"], indicators=later, milestones=later
        ),
    )
    (entry,) = rolled.ledger
    assert [len(item.successors) for item in entry.indicators] == [0, 1]
    assert [len(item.successors) for item in entry.milestones] == [0, 1]
    assert rolled.ledger.balance.balanced


def test_a_part_may_not_have_what_is_put_off_beside_its_like() -> None:
    twice = [Indicator(text="Report"), Indicator(text="report")]
    plan = ActionPlan(
        id="AP1", title="Plan", actions=[Action(code="1.1", title="Survey", indicators=twice)]
    )
    later = [Settle(2, Defer("no staff"))]

    def split(*parts: list[Indicator]) -> Rollover:
        written = [
            Action(code="1", title=f"Survey {number}", indicators=own)
            for number, own in enumerate(parts)
        ]
        return roll_over(
            plan,
            into=ActionPlan(id="AP2", title="Next"),
            decide=lambda _: SplitInto(written, indicators=later),
        )

    with pytest.raises(RolloverError, match="indicator 2 is deferred, and a part has it"):
        split(twice, [])
    # What remains may be shared by both parts.
    assert split(twice[:1], twice[:1]).ledger.balance.balanced
