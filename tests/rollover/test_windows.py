"""Deadlines move by a named choice only."""

import pytest

from customs_coop.deadline import (
    By,
    Deadline,
    During,
    Recurring,
    Relative,
    Undetermined,
    parse_deadline,
)
from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan, Indicator, Status
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.rollover import BLANK, CAP, KEEP, SHIFT, DeadlinePolicy, Rollover, roll_over
from folded import every_case

OLD, NEW = "2004-01-01/2006-12-31", "2007-01-01/2008-06-30"


def rolled(deadline: Deadline, policy: DeadlinePolicy, old: str = OLD, new: str = NEW) -> Rollover:
    action = Action(code="1", title="One", indicators=[Indicator(text="", deadlines=[deadline])])
    plan = ActionPlan(id="AP1", title="", period=old, actions=[action])
    return roll_over(plan, into=ActionPlan(id="AP2", title="", period=new), deadlines=policy)


def moved(deadline: Deadline, policy: DeadlinePolicy) -> Deadline:
    (new,) = rolled(deadline, policy).plan["1"].all_deadlines
    return new


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("December 2006", "CC604"),
        ("during 2009", "CC605"),
        ("June 2009", "CC613"),
        ("December 2007", None),
        ("tbc", None),
    ],
)
def test_by_default_deadlines_stay_and_what_lies_outside_is_told(
    text: str, code: str | None
) -> None:
    deadline = parse_deadline(text)
    result = rolled(deadline, KEEP)
    assert result.plan["1"].all_deadlines == (deadline,)
    assert [found.code for found in result.report] == ([code] if code else [])


def test_a_cap_ends_what_ends_after_the_new_plan() -> None:
    assert moved(parse_deadline("June 2009"), CAP) == By(
        "2008-06-30", "by 30 June 2008 (previously: June 2009)"
    )
    capped = moved(During("2008-01-01", "2009-12-31", "2008-09"), CAP)
    assert (str(capped.earliest), str(capped.latest)) == ("2008-01-01", "2008-06-30")
    for text in ("December 2006", "during 2009", "ongoing", "tbc"):
        assert moved(parse_deadline(text), CAP) == parse_deadline(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [("2006-12-31", "2009-12-31"), ("2004-02-29", "2007-02-28"), ("2006-06-30", "2009-06-30")],
)
def test_a_shift_moves_by_the_distance_of_the_starts(before: str, after: str) -> None:
    assert str(moved(By(before), SHIFT).latest) == after


def test_the_last_day_of_a_month_stays_one() -> None:
    result = rolled(By("2007-06-30"), SHIFT, "2007-01-01/2007-06-30", "2007-07-01/2008-06-30")
    assert str(result.plan["1"].all_deadlines[0].latest) == "2007-12-31"


def test_starts_on_unlike_days_shift_by_days() -> None:
    result = rolled(By("2007-01-31"), SHIFT, "2007-01-01/2007-06-30", "2007-07-02/2008-06-30")
    assert str(result.plan["1"].all_deadlines[0].latest) == "2007-08-01"


def test_both_ends_shift() -> None:
    shifted = moved(parse_deadline("Early 2006"), SHIFT)
    assert isinstance(shifted, During)
    assert (str(shifted.earliest), str(shifted.latest)) == ("2009-01-01", "2009-04-30")
    assert shifted.text.endswith("(previously: Early 2006)")


def test_a_blank_keeps_the_words() -> None:
    result = rolled(parse_deadline("December 2006"), BLANK)
    assert result.plan["1"].all_deadlines == (
        Undetermined("to be determined (previously: December 2006)"),
    )
    assert [found.code for found in result.report] == ["CC606"]
    assert 'is now "to be determined (' in str(result.report)


def test_a_move_is_told_and_can_be_read_again() -> None:
    result = rolled(parse_deadline("December 2006"), SHIFT)
    (deadline,) = result.plan["1"].all_deadlines
    assert parse_deadline(deadline.text) == deadline
    assert "CC606" in [found.code for found in result.report]
    assert 'the deadline "December 2006" is now "by 31 December 2009 (previously' in str(
        result.report
    )


def test_what_was_printed_first_survives_a_second_move() -> None:
    first = rolled(parse_deadline("December 2006"), SHIFT).plan
    into = ActionPlan(id="AP3", title="", period="2008-07-01/2009-12-31")
    (deadline,) = roll_over(first, into=into, deadlines=SHIFT).plan["1"].all_deadlines
    assert deadline.text == "by 30 June 2011 (previously: December 2006)"


@pytest.mark.parametrize(
    "text",
    [
        "June 2005 (previously: May 2004)",
        "December 2006 (previously: June 2006), or later (tbc)",
        "by 31 December 2006 (previously: a) or (b)",
        "by 30 June 2006 (previously: May 2006)",
    ],
)
def test_remarks_that_others_printed_are_no_words_of_a_policy(text: str) -> None:
    first = moved(By("2006-12-31", text), SHIFT)
    assert first.text == f"by 31 December 2009 (previously: {text})"
    assert moved(first, SHIFT).text == f"by 31 December 2012 (previously: {text})"
    assert parse_deadline(first.text) == first


@every_case("policy", [CAP, SHIFT, BLANK])
@every_case(
    "text",
    [
        "every month as of 1 January 2030",
        "monthly from the entry into force",
        "every spring",
    ],
)
def test_what_recurs_in_words_that_say_more_stays_and_is_told(
    policy: DeadlinePolicy, text: str
) -> None:
    deadline = parse_deadline(text)
    result = rolled(deadline, policy)
    assert result.plan["1"].all_deadlines == (deadline,)
    assert [(one.code, one.subject) for one in result.report] == [("CC626", "AP2/1")]
    assert f'"{text}" was not read in full' in str(result.report)
    assert not [one for one in rolled(deadline, KEEP).report if one.code == "CC626"]


@every_case(
    "policy, first, codes",
    [
        (CAP, "2030-12-31", ["CC605"]),
        (SHIFT, "2033-12-31", ["CC606", "CC605"]),
        (BLANK, "None", ["CC606"]),
    ],
)
@every_case("text", ["annually from 2030", "jährlich ab 2030"])
def test_what_recurs_from_a_year_on_moves_with_it(
    policy: DeadlinePolicy, first: str, codes: list[str], text: str
) -> None:
    result = rolled(parse_deadline(text), policy)
    (deadline,) = result.plan["1"].all_deadlines
    assert isinstance(deadline, Recurring)
    assert str(deadline.first) == first
    assert text in deadline.text
    assert [one.code for one in result.report] == codes


@pytest.mark.parametrize(
    "text", ["annually", "Report annually", "once per Presidency", "every year until June 2010"]
)
def test_what_recurs_in_words_that_were_read_is_cut(text: str) -> None:
    result = rolled(parse_deadline(text), CAP)
    assert [one.code for one in result.report] == ["CC606"]
    (deadline,) = result.plan["1"].all_deadlines
    assert str(deadline.latest) == "2008-06-30"
    again = moved(deadline, BLANK)
    assert again.text.endswith(f" (previously: {text})")


@every_case("policy", [CAP, SHIFT, BLANK])
@every_case("text", ["ongoing", "tbc", "since 15 June 2010"])
def test_what_has_no_last_day_of_its_own_stays(policy: DeadlinePolicy, text: str) -> None:
    assert moved(parse_deadline(text), policy) == parse_deadline(text)
    anchored = Relative("the conference", "-P1M", "2020-06-30")
    assert moved(anchored, policy) == anchored


YEARLY = Recurrence(Frequency.YEARLY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Recurring(YEARLY, text="Annually"), (None, "2008-06-30")),
        (Recurring(YEARLY, first="2005-10-31"), ("2007-10-31", "2008-06-30")),
        (Recurring(YEARLY, first="2007-03-31", until="2010-03-31"), ("2007-03-31", "2008-06-30")),
        (Recurring(YEARLY, first="2005-10-31", until="2007-12-31"), ("2007-10-31", "2007-12-31")),
    ],
)
def test_a_cap_cuts_what_recurs_to_the_new_plan(
    before: Recurring, after: tuple[str | None, str]
) -> None:
    cut = moved(before, CAP)
    assert isinstance(cut, Recurring)
    assert cut.recurrence == before.recurrence
    assert (cut.first and str(cut.first), str(cut.until)) == after
    assert cut.text.endswith(f"(previously: {before.text})")
    days = before.last_days(within=NEW)
    left = cut.last_days(within="2007-01-01/2030-12-31")
    # Without a first day, the round that the new end cuts short is due on it, as it says so now.
    assert left == (days if before.first else (*days, cut.until))
    assert moved(before, KEEP) == before


@pytest.mark.parametrize(
    "outside",
    [
        Recurring(YEARLY, first="2009-10-31"),
        Recurring(YEARLY, until="2006-12-31"),
        Recurring(YEARLY, first="2007-10-31", until="2008-06-30"),
    ],
)
def test_a_cap_leaves_what_recurs_only_outside_the_new_plan_or_only_in_it(
    outside: Recurring,
) -> None:
    assert moved(outside, CAP) == outside


def test_the_days_of_what_recurs_shift_and_a_rhythm_alone_stays() -> None:
    shifted = moved(Recurring(YEARLY, first="2005-10-31", until="2006-12-31"), SHIFT)
    assert isinstance(shifted, Recurring)
    assert (str(shifted.first), str(shifted.until)) == ("2008-10-31", "2009-12-31")
    for policy in (SHIFT, BLANK):
        assert moved(Recurring(YEARLY), policy) == Recurring(YEARLY)
    with pytest.raises(RolloverError, match="calendar"):
        rolled(Recurring(YEARLY, until="9999-12-31"), SHIFT)


def test_a_blank_keeps_the_rhythm() -> None:
    blank = moved(Recurring(YEARLY, first="2005-10-31", text="from 2005, yearly"), BLANK)
    assert blank == Recurring(YEARLY, text="every year (previously: from 2005, yearly)")
    ended = moved(Recurring(None, until="2006-12-31"), BLANK)
    assert isinstance(ended, Undetermined)


@pytest.mark.parametrize(
    ("deadline", "code"),
    [
        (During("2006-07-01", "2007-12-31"), "CC618"),
        (Recurring(YEARLY, first="2005-10-31"), "CC618"),
        (Recurring(YEARLY, first="2009-10-31"), "CC605"),
        (Recurring(YEARLY, until="2006-10-31"), "CC604"),
        (Recurring(YEARLY, first="2007-10-31"), None),
    ],
)
def test_a_start_outside_the_new_plan_is_told(deadline: Deadline, code: str | None) -> None:
    assert [found.code for found in rolled(deadline, KEEP).report] == ([code] if code else [])


@pytest.mark.parametrize("policy", [CAP, SHIFT, BLANK])
def test_the_ledger_holds_each_move(policy: DeadlinePolicy) -> None:
    late = parse_deadline("June 2009")
    action = Action(
        code="1",
        title="One",
        deadlines=[late, parse_deadline("tbc")],
        indicators=[Indicator(text="Report", deadlines=[late]), Indicator(text="Guide")],
    )
    plan = ActionPlan(id="AP1", title="", period=OLD, actions=[action])
    into = ActionPlan(id="AP2", title="", period=NEW)
    result = roll_over(plan, into=into, deadlines=policy)
    (entry,) = result.ledger
    (new,) = result.plan
    first, second = entry.milestones
    assert (first.deadline, first.moved) == (late, new.deadlines[0])
    assert first.moved != late
    assert second.moved is None
    assert [one.moved for one in entry.indicators] == [new.indicators[0].deadlines, ()]


def test_what_is_completed_stays() -> None:
    past = By("2004-06-30", "30.6.2004")
    action = Action(
        code="1",
        title="One",
        deadlines=[past],
        indicators=[Indicator(text="", deadlines=[past], status=Status.COMPLETED)],
    )
    plan = ActionPlan(id="AP1", title="", period=OLD, actions=[action])
    into = ActionPlan(id="AP2", title="", period=NEW)
    result = roll_over(plan, into=into, deadlines=BLANK)
    assert result.plan["1"].deadlines == (Undetermined("to be determined (previously: 30.6.2004)"),)
    assert result.plan["1"].indicators == action.indicators


def test_a_policy_without_the_periods_that_it_needs() -> None:
    plan = ActionPlan(id="AP1", title="")
    for policy, into in ((CAP, None), (SHIFT, NEW), (SHIFT, None)):
        with pytest.raises(RolloverError, match="period"):
            roll_over(plan, into=ActionPlan(id="AP2", title="", period=into), deadlines=policy)
    roll_over(plan, into=ActionPlan(id="AP2", title=""), deadlines=BLANK)


def test_a_shift_out_of_the_calendar() -> None:
    with pytest.raises(RolloverError, match="calendar"):
        rolled(By("9999-12-31"), SHIFT)
    with pytest.raises(RolloverError, match="calendar"):
        rolled(By("9999-12-31"), SHIFT, OLD, "2007-01-02/2008-06-30")
