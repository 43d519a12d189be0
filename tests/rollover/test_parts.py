"""The parts of a split, filled in by a decisions file."""

import attrs
import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.errors import DecisionsError
from customs_coop.model import Action, ActionPlan, Indicator, Involvement, Role, WorkArea
from customs_coop.rollover import Rollover, decisions_text, parse_decisions, revise, roll_over

PLAN = ActionPlan(
    id="AP1",
    title="First",
    work_areas=[WorkArea(code="6", title="Scanners"), WorkArea(code="7", title="Laboratories")],
    actions=[
        Action(
            code="6.9",
            title="Survey equipment",
            work_area="6",
            priority="High",
            involved=[
                Involvement(party="COM", role=Role.RESPONSIBLE),
                Involvement(party="EUROPOL", role=Role.CONCERNED),
            ],
            terms_of_reference="All of it.",
            indicators=[
                Indicator(text="Scanners listed", deadlines=[parse_deadline("by May 2006")]),
                Indicator(text="Laboratories listed"),
                Indicator(text="Report sent"),
            ],
            deadlines=[parse_deadline("by June 2006"), parse_deadline("by July 2006")],
        )
    ],
)
HEAD = 'plan = "AP1"\n[[action]]\ncode = "6.9"\ndecision = "split"\n'
PARTS = """\
[[action.part]]
title = "Survey scanners"
indicators = [1]
[[action.part]]
title = "Survey laboratories"
indicators = [2]
deadlines = [2]
terms_of_reference = "Laboratories alone."
responsible = ["CCWP"]
work_area = "7"
"""
SETTLED = """\
[[action.indicator]]
item = 3
decision = "drop"
reason = "no report"
"""


def rolled(text: str) -> Rollover:
    into = ActionPlan(id="AP2", title="Next")
    return roll_over(PLAN, into=into, decide=parse_decisions(HEAD + text, source="d.toml"))


def test_each_part_gets_what_it_names_and_the_first_one_the_rest() -> None:
    result = rolled(PARTS)
    first, second = result.plan
    assert [one.title for one in (first, second)] == ["Survey scanners", "Survey laboratories"]
    assert [one.text for one in first.indicators] == ["Scanners listed", "Report sent"]
    assert first.indicators == (PLAN.actions[0].indicators[0], PLAN.actions[0].indicators[2])
    assert [one.text for one in first.deadlines] == ["by June 2006"]
    assert (first.terms_of_reference, str(first.work_area)) == ("All of it.", "6")
    assert [one.text for one in second.indicators] == ["Laboratories listed"]
    assert [one.text for one in second.deadlines] == ["by July 2006"]
    assert (second.terms_of_reference, str(second.work_area)) == ("Laboratories alone.", "7")
    assert [one.party for one in second.involved] == ["CCWP", "EUROPOL"]
    assert (second.priority, second.origin) == (first.priority, None)
    assert str(first.origin) == "AP1/6.9"
    assert result.ledger.balance.balanced
    assert not [one for one in result.report if one.code in ("CC608", "CC629", "CC631")]


def test_what_is_settled_goes_into_no_part() -> None:
    result = rolled(PARTS + SETTLED)
    assert [one.text for one in result.plan.actions[0].indicators] == ["Scanners listed"]
    assert result.ledger.balance["indicators"]["dropped"] == 1


def test_the_file_reads_back_and_running_it_twice_changes_nothing() -> None:
    decisions = parse_decisions(HEAD + PARTS + SETTLED)
    text = decisions_text(PLAN, decide=decisions)
    again = parse_decisions(text, plan=PLAN)
    assert again.decided[0].parts == decisions.decided[0].parts
    assert decisions_text(PLAN, decide=again) == text
    first = roll_over(PLAN, into=ActionPlan(id="AP2", title=""), decide=decisions)
    second = roll_over(PLAN, into=first.plan, decide=again)
    assert (second.plan, second.ledger) == (first.plan, first.ledger)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PARTS.replace("[1]", "[4]"), "d.toml:5: 6.9 has no indicator 4; it has 3"),
        (PARTS.replace("[1]", "[2]"), "d.toml:8: parts 1 and 2 name indicator 2; leave it to one"),
        (PARTS.replace("[1]", "1"), "d.toml:7: indicators takes a list of numbers, such as"),
        (PARTS.replace("[1]", '["1"]'), "d.toml:7: indicators takes numbers, such as"),
        (PARTS.replace("[1]", "[3]") + SETTLED, "d.toml:5: indicator 3 is dropped, and part 1 na"),
        (PARTS.replace('"7"', '"8"'), "d.toml:8: there is no work area 8; there is 6, 7"),
        (PARTS.replace('"Survey scanners"', '""'), "d.toml:6: title is missing; write title = "),
        (PARTS.replace("scanners", "laboratories"), "d.toml:8: parts 1 and 2 have one title"),
        (PARTS.replace("deadlines", "deadline"), "d.toml:11: there is no key 'deadline' here; did"),
        ("".join(PARTS.partition("[1]\n")[:2]), "d.toml:5: a split needs at least two parts; wri"),
        ('parts = ["A", "B"]\n' + PARTS, "d.toml:5: parts and [[action.part]] say the same; take"),
    ],
)
def test_faults_are_told_with_their_lines(text: str, words: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        rolled(text)
    assert any(fault.startswith(words) for fault in caught.value.faults), caught.value.faults
    with pytest.raises(DecisionsError, match="goes with split, and the decision is carry"):
        parse_decisions(HEAD.replace("split", "carry") + PARTS)


def test_a_part_in_another_work_area_gets_the_next_code_there() -> None:
    surveys = attrs.evolve(
        PLAN,
        actions=[
            Action(code="6.1", title="Guide", work_area="6"),
            *PLAN.actions,
            Action(code="6.10", title="Report", work_area="6"),
            Action(code="7.3", title="Test", work_area="7"),
        ],
    )
    others = "".join(
        f'[[action]]\ncode = "{code}"\ndecision = "carry"\n' for code in ("6.1", "6.10", "7.3")
    )
    head = 'plan = "AP1"\n' + others + HEAD.partition("\n")[2]

    def codes(text: str, into: ActionPlan) -> Rollover:
        return roll_over(surveys, into=into, decide=parse_decisions(head + text, source="d.toml"))

    draft = ActionPlan(id="AP2", title="Next")
    result = codes(PARTS, draft)
    assert [(str(one.code), one.title, str(one.work_area)) for one in result.plan] == [
        ("6.1", "Guide", "6"),
        ("6.2", "Survey scanners", "6"),
        ("6.3", "Report", "6"),
        ("7.1", "Test", "7"),
        ("7.2", "Survey laboratories", "7"),
    ]
    split = next(one for one in result.ledger if str(one.action) == "AP1/6.9")
    assert [str(one) for one in split.successors] == ["AP2/6.2", "AP2/7.2"]
    assert result.ledger.balance.balanced
    again = codes(PARTS, result.plan)
    assert (again.plan, again.ledger) == (result.plan, result.ledger)
    # The first part may go, too; the heading of the new plan gives the head of the code.
    whole = PARTS.replace("[1]", '[1]\nwork_area = "7"')
    into = attrs.evolve(draft, work_areas=[WorkArea(code="2", title="Laboratories")])
    away = codes(whole, into)
    assert sorted(str(one.code) for one in away.plan) == ["2.1", "2.2", "2.3", "6.1", "6.2"]
    # Rows that stay keep their order, and a work area without rows gets its place.
    plan = attrs.evolve(surveys, actions=surveys.actions[:3])
    back = attrs.evolve(plan, work_areas=plan.work_areas[::-1])
    decided = head.replace('[[action]]\ncode = "7.3"\ndecision = "carry"\n', "") + PARTS
    for one, order in ((plan, ["6.1", "6.2", "6.3", "7.1"]), (back, ["7.1", "6.1", "6.2", "6.3"])):
        moved = roll_over(one, into=draft, decide=parse_decisions(decided))
        assert [str(action.code) for action in moved.plan] == order


def test_a_part_keeps_its_head_where_codes_do_not_begin_with_their_work_area() -> None:
    plan = attrs.evolve(
        PLAN, number=6, actions=[*PLAN.actions, Action(code="6.10", title="Test", work_area="7")]
    )
    text = HEAD + PARTS + '[[action]]\ncode = "6.10"\ndecision = "carry"\n'
    into = ActionPlan(id="AP7", title="Next", number=7)
    result = roll_over(plan, into=into, decide=parse_decisions(text))
    assert [(str(one.code), str(one.work_area)) for one in result.plan] == [
        ("7.1", "6"),
        ("7.2", "7"),
        ("7.3", "7"),
    ]


def test_a_party_of_a_part_that_nobody_knows_is_told() -> None:
    text = PARTS.replace('"CCWP"', '"CCWP", "EUROPOL", "XYZZY"')
    assert [str(one) for one in rolled(text).report if one.code == "CC642"] == [
        "warning CC642: AP1: d.toml:8 names 'XYZZY', and nobody is known by that name"
    ]
    assert "CC642" not in {one.code for one in rolled(PARTS).report}
    revised = revise(PLAN, decide=parse_decisions(HEAD + text, source="d.toml"))
    assert "CC642" in {one.code for one in revised.report}
