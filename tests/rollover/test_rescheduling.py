"""New times for single indicators and deadlines of an action that goes on."""

import pytest

from customs_coop.deadline import By, Deadline, Undetermined, parse_deadline
from customs_coop.errors import DecisionsError, InvalidValueError, RolloverError
from customs_coop.model import Action, ActionPlan, Indicator, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    SHIFT,
    Carry,
    Complete,
    DeadlinePolicy,
    Disposition,
    Drop,
    MergeInto,
    Reschedule,
    RevisionKind,
    Rollover,
    Settle,
    SplitInto,
    decisions_text,
    ledger_from_json,
    ledger_to_json,
    next_plan,
    parse_decisions,
    revise,
    roll_over,
)
from customs_coop.rollover.windows import KEEP

SHOWN = DocumentNumber(7863, 2005)
TRAIN = Action(
    code="5.1",
    title="Train officers",
    indicators=[
        Indicator(text="Course held", deadlines=[parse_deadline("Dec 2006")]),
        Indicator(text="Guide written"),
        Indicator(text="Two rounds", deadlines=[By("2005-12-31"), By("2006-12-31")]),
        Indicator(text="Study made", status=Status.COMPLETED, deadlines=[By("2005-06-30")]),
    ],
    deadlines=[parse_deadline("end of 2005"), By("2006-06-30")],
)
OTHER = Action(code="5.2", title="Find rooms", deadlines=[By("2007-12-31")])
PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    period="2004-01-01/2006-12-31",
    document=DocumentNumber(1, 2004),
    actions=[TRAIN, OTHER],
)
DRAFT = next_plan(PLAN, period="2007-01-01/2008-06-30")


def rolled(decided: Disposition, deadlines: DeadlinePolicy = KEEP) -> Rollover:
    return roll_over(
        PLAN,
        into=DRAFT,
        decide=lambda action: decided if action.code == "5.1" else Carry(),
        deadlines=deadlines,
    )


def texts(deadlines: tuple[Deadline, ...]) -> list[str]:
    return [one.text for one in deadlines]


def later(text: str = "by June 2008", **more: int) -> Reschedule:
    return Reschedule(text, "agreed at the review", SHOWN, deadline=more.get("deadline"))


CARRY = Carry(
    indicators=[
        Settle("course held", later()),
        Settle(2, later("by May 2007")),
        Settle(3, later("by March 2007", deadline=2)),
        Settle(3, later("by Feb 2007", deadline=1)),
    ],
    milestones=[Settle("end of 2005", later())],
)


def test_a_new_time_keeps_the_old_words_and_no_policy_moves_it() -> None:
    result = rolled(CARRY, SHIFT)
    new = result.plan.actions[0]
    assert [texts(one.deadlines) for one in new.indicators] == [
        ["by June 2008 (previously: Dec 2006)"],
        ["by May 2007"],
        [
            "by Feb 2007 (previously: by 31 December 2005)",
            "by March 2007 (previously: by 31 December 2006)",
        ],
        ["by 30 June 2005"],
    ]
    assert texts(new.deadlines) == [
        "by June 2008 (previously: end of 2005)",
        "by 30 June 2009 (previously: by 30 June 2006)",  # what nobody set follows the policy
    ]
    assert new.indicators[0].deadlines[0].edtf == "[..2008-06-30]"
    first, second, third, done = result.ledger.entries[0].indicators
    assert (texts(first.moved), first.reason, first.authority) == (
        ["by June 2008 (previously: Dec 2006)"],
        "agreed at the review",
        SHOWN,
    )
    assert (first.outcome.value, first.indicator) == ("carried", TRAIN.indicators[0])
    assert texts(second.moved) == ["by May 2007"]
    assert texts(third.moved) == texts(new.indicators[2].deadlines)
    assert (done.moved, done.reason) == ((), "")
    milestone = result.ledger.entries[0].milestones[0]
    assert milestone.moved == new.deadlines[0]
    assert (milestone.reason, milestone.authority) == ("agreed at the review", SHOWN)
    assert result.ledger.balance.balanced
    printed = str(result.ledger)
    rows = [
        line.split("  ")[0]
        for line in printed[printed.index("new times that were set") :].splitlines()[2:]
        if line.startswith("5.1 ")
    ]
    assert rows == ["5.1 indicator 1", "5.1 indicator 2", "5.1 indicator 3", "5.1 milestone 1"]
    assert list(result.ledger.contradictions()) == []
    told = [one for one in result.report if one.code == "CC606"]
    assert not any("Dec 2006" in one.message for one in told)


def test_findings_are_about_the_new_time() -> None:
    before = {one.code for one in rolled(Carry()).report}
    outside = [one.message for one in rolled(CARRY).report if one.code in ("CC604", "CC613")]
    assert "CC604" in before
    assert outside == [
        'the time "by 30 June 2006" is over before 2007-01-01',
    ]
    beyond = Carry(milestones=[Settle(1, later("by 2010"))])
    assert any(one.code == "CC613" and "by 2010" in one.message for one in rolled(beyond).report)


def test_a_rollover_into_its_own_result_changes_nothing() -> None:
    for policy in (KEEP, SHIFT):
        result = rolled(CARRY, policy)
        again = roll_over(
            PLAN,
            into=result.plan,
            decide=lambda action: CARRY if action.code == "5.1" else Carry(),
            deadlines=policy,
        )
        assert again.plan == result.plan
        assert again.ledger.entries == result.ledger.entries
    text = ledger_to_json(result.ledger)
    ledger, report = ledger_from_json(text)
    assert report.ok
    assert ledger == result.ledger


def test_what_is_merged_or_split_gets_its_new_times_as_well() -> None:
    merge = MergeInto("5.2", milestones=[Settle(1, later())])
    (row,) = rolled(merge).plan.actions
    assert "by June 2008 (previously: end of 2005)" in texts(row.deadlines)
    split = SplitInto(["A", "B"], indicators=[Settle(1, later())], milestones=[Settle(1, later())])
    result = rolled(split, SHIFT)
    first = result.plan.actions[0]
    assert texts(first.indicators[0].deadlines) == ["by June 2008 (previously: Dec 2006)"]
    entry = result.ledger.entries[0]
    assert entry.milestones[0].moved == first.deadlines[0]
    assert [str(ref) for ref in entry.milestones[0].successors] == ["AP2/5.1"]
    filled = SplitInto(
        [
            Action(code="1", title="A", indicators=TRAIN.indicators),
            Action(code="1", title="B", deadlines=TRAIN.deadlines),
        ],
        indicators=[Settle(1, later()), Settle(2, later("by May 2007"))],
        milestones=[Settle(1, later())],
    )
    result = rolled(filled)
    one, other = result.plan.actions[:2]
    assert texts(one.indicators[0].deadlines) == ["by June 2008 (previously: Dec 2006)"]
    assert texts(one.indicators[1].deadlines) == ["by May 2007"]
    assert texts(other.deadlines)[0] == "by June 2008 (previously: end of 2005)"
    assert [str(ref) for ref in result.ledger.entries[0].milestones[0].successors] == ["AP2/5.2"]
    assert not [one for one in result.report if one.code == "CC629" and "deadline" in one.message]


@pytest.mark.parametrize(
    ("decided", "message"),
    [
        (Carry(indicators=[Settle(3, later())]), 'has these deadlines: 1 "by 31 December 2005", 2'),
        (Carry(indicators=[Settle(1, later(deadline=2))]), 'has these deadlines: 1 "Dec 2006"; s'),
        (Carry(milestones=[Settle(1, later(deadline=1))]), "a single deadline; leave deadline = 1"),
        (Carry(indicators=[Settle(4, later())]), "indicator 4 is completed, so there is no new"),
        (Carry(indicators=[Settle(1, later("soon"))]), '"soon" is no time that can be read; write'),
        (Carry(indicators=[Settle(1, later()), Settle(1, later())]), "indicator 1 is settled twic"),
        (
            Carry(indicators=[Settle(1, later()), Settle(1, Complete())]),
            "indicator 1 is settled twice",
        ),
        (Carry(milestones=[Settle(1, Drop("x")), Settle(1, later())]), "deadline 1 is settled twi"),
        (Carry(indicators=[Settle(9, later())]), "5.1 has no indicator 9; it has 4"),
    ],
)
def test_a_new_time_that_cannot_be_set_is_an_error(decided: Disposition, message: str) -> None:
    with pytest.raises(RolloverError) as caught:
        rolled(decided)
    assert message in str(caught.value)


def test_words_may_be_wanted_as_they_are_and_deadlines_be_given() -> None:
    words = Reschedule("as agreed with the states", as_words=True)
    result = rolled(Carry(indicators=[Settle(1, words), Settle(2, Reschedule(By("2008-03-31")))]))
    first, second, *_ = result.plan.actions[0].indicators
    assert isinstance(first.deadlines[0], Undetermined)
    assert texts(first.deadlines) == ["as agreed with the states (previously: Dec 2006)"]
    assert second.deadlines == (By("2008-03-31"),)
    # A half-year without its year is one of the new plan.
    danish = Carry(indicators=[Settle(1, Reschedule("during the Slovenian Presidency"))])
    assert rolled(danish).plan.actions[0].indicators[0].deadlines[0].edtf == "2008-40"


def test_what_a_new_time_takes() -> None:
    with pytest.raises(InvalidValueError, match="needs a time"):
        Reschedule(" ")
    with pytest.raises(InvalidValueError, match="counted from 1"):
        Reschedule("by 2008", deadline=0)
    with pytest.raises(TypeError, match="text or a deadline, not 2008"):
        Reschedule(2008)  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError, match="a number or None"):
        Reschedule("by 2008", deadline=True)
    with pytest.raises(TypeError, match="parse_reference"):
        Reschedule("by 2008", "", "14680/05")  # type: ignore[arg-type]  # that is the point


FILE = """\
plan = "AP1"

[into]
period = "2007-01-01/2008-06-30"

[[action]]
code = "5.1"
decision = "carry"

[[action.indicator]]
item = 3
decision = "reschedule"
deadline = 2
to = "by June 2008"
reason = "agreed"
authority = "7863/05"

[[action.deadline]]
item = 1
decision = "reschedule"
to = "when they wish"
as_words = true

[[action]]
code = "5.2"
decision = "carry"
"""


def test_a_file_sets_new_times_and_is_written_as_it_was_read() -> None:
    decisions = parse_decisions(FILE, plan=PLAN)
    result = roll_over(PLAN, into=decisions.next_plan(PLAN), decide=decisions)
    new = result.plan.actions[0]
    assert texts(new.indicators[2].deadlines)[1] == "by June 2008 (previously: by 31 December 2006)"
    assert texts(new.deadlines)[0] == "when they wish (previously: end of 2005)"
    entry = result.ledger.entries[0].indicators[2]
    assert (entry.reason, entry.authority) == ("agreed", SHOWN)
    written = decisions_text(PLAN, decide=decisions)
    assert parse_decisions(written)(TRAIN) == decisions(TRAIN)
    with pytest.raises(InvalidValueError, match="means something else than its words do"):
        decisions_text(
            PLAN, decide=lambda _: Carry(milestones=[Settle(1, Reschedule(By("2008-01-31", "x")))])
        )


@pytest.mark.parametrize(
    ("there", "instead", "message"),
    [
        ('to = "by June 2008"', 'to = "soon"', '14: 5.1: "soon" is no time that can be read; writ'),
        ('to = "by June 2008"', 'to = " "', "14: reschedule needs a new time; write to ="),
        ('to = "by June 2008"', "to = 2008", "14: to takes a text in quotation marks, not 2008"),
        ("deadline = 2\n", "", "11: 5.1: indicator 3 has these deadlines: 1"),
        ("deadline = 2\n", "deadline = 0\n", "13: deadlines are counted from 1"),
        ("deadline = 2\n", 'deadline = "2"\n', "13: deadline takes the number of a deadline; w"),
        ("as_words = true", "as_words = 1", "22: as_words takes true or false"),
        ("as_words = true\n", "", '21: 5.1: "when they wish" is no time that can be read'),
        (
            'decision = "reschedule"\ndeadline',
            'decision = "complete"\ndeadline',
            "14: to goes with reschedule, and the decision is complete",
        ),
    ],
)
def test_a_fault_of_a_new_time_has_its_line(there: str, instead: str, message: str) -> None:
    assert FILE.count(there) == 1
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(FILE.replace(there, instead), source="d.toml", plan=PLAN)
    assert any(one.startswith(f"d.toml:{message}") for one in caught.value.faults)


def test_a_time_that_only_a_window_makes_clear_waits_for_it() -> None:
    text = FILE.replace('[into]\nperiod = "2007-01-01/2008-06-30"\n', "")
    text = text.replace("by June 2008", "end of January")
    decisions = parse_decisions(text, plan=PLAN)
    with pytest.raises(DecisionsError, match='"end of January" is no time that can be read'):
        roll_over(PLAN, into=DRAFT, decide=decisions)


def test_a_revision_sets_new_times_within_the_plan() -> None:
    decided = Carry(indicators=[Settle(1, later("by June 2006"))], milestones=[Settle(1, later())])
    revision = revise(
        PLAN,
        decide=lambda action: decided if action.code == "5.1" else Carry(),
        deadlines=DeadlinePolicy.CAP,
    )
    new = revision.plan["5.1"]
    assert texts(new.indicators[0].deadlines) == ["by June 2006 (previously: Dec 2006)"]
    # What a person set is not cut to the end of the plan; what nobody set is.
    assert texts(new.deadlines)[0] == "by June 2008 (previously: end of 2005)"
    assert revision.plan["5.2"].deadlines[0].latest == By("2006-12-31").latest
    assert {change.field for change in revision.of(RevisionKind.SETTLED)} == {
        "indicators",
        "deadlines",
    }
    entry = revision.ledger.entries[0].indicators[0]
    assert (texts(entry.moved), entry.reason) == (
        ["by June 2006 (previously: Dec 2006)"],
        "agreed at the review",
    )
    assert 'indicator 1 rescheduled to "by June 2006" (agreed at the review' in str(revision)
    assert list(revision.ledger.contradictions()) == []


def test_two_new_times_of_one_indicator_keep_both_reasons_and_documents() -> None:
    other = Reschedule("by Feb 2007", "rooms", DocumentNumber(1, 2006), deadline=1)
    result = rolled(Carry(indicators=[Settle(3, later(deadline=2)), Settle(3, other)]))
    entry = result.ledger.entries[0].indicators[2]
    assert (entry.reason, entry.authority) == ("agreed at the review; rooms; 1/06", SHOWN)
