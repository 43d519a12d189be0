"""A dossier as it was: which deadlines are taken back, and which are not."""

import datetime as dt

from customs_coop.deadline import By, Deadline, Recurring, Relative, Undetermined
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Named,
    Obligation,
    PartyRef,
    Subject,
)
from customs_coop.monitoring import anchor_event, review
from customs_coop.monitoring.rewinding import as_of, undone_changes
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

REF = ActionRef("P9", "1")
OLD, NEW = By("2006-03-31"), By("2006-07-31")
BEFORE = dt.date(2006, 4, 1)


def changed(
    *duties: Obligation,
    deadline: Deadline = NEW,
    subject: Subject = REF,
    new: Deadline | None = NEW,
    indicators: tuple[Indicator, ...] = (),
) -> Dossier:
    action = Action(code="1", title="Mend nets", deadlines=[deadline], indicators=indicators)
    change = DeadlineChange(subject=subject, old=OLD, new=new, on="2006-04-15")
    return Dossier(
        plans=[ActionPlan(id="P9", title="Ninth plan", actions=[action])],
        obligations=duties,
        deadline_changes=[change],
    )


def latest(dossier: Dossier) -> list[str]:
    return [str(one.deadline.latest) for one in dossier.obligations if one.deadline is not None]


@every_case(
    ("duty", "subject", "expected"),
    [
        # It has the same day, and is about something else, or about nothing.
        ({"party": "COM"}, REF, "2006-07-31"),
        ({"party": "COM", "subject": ActionRef("P9", "2")}, REF, "2006-07-31"),
        ({"party": "COM"}, PartyRef("CCWP"), "2006-07-31"),
        ({"party": "COM", "subject": REF}, PartyRef("COM"), "2006-07-31"),
        ({"party": "COM", "subject": REF}, REF, "2006-03-31"),
        ({"party": "COM"}, PartyRef("COM"), "2006-03-31"),
        ({}, Named("Send the report", "obligation"), "2006-03-31"),
    ],
)
def test_a_duty_is_taken_back_by_what_it_is_about(
    duty: dict[str, object], subject: Subject, expected: str
) -> None:
    one = Obligation(text="Send the report", deadline=NEW, **duty)  # type: ignore[arg-type]  # a table of fields
    assert latest(as_of(changed(one, subject=subject), BEFORE)) == [expected]


def test_a_duty_that_hangs_on_an_event_is_taken_back_with_it_alone() -> None:
    ahead = Relative("the regatta", "-P1M")
    dossier = Dossier(
        events=[Event(id="R9", title="The regatta", when="2008")],
        obligations=[
            Obligation(text="Report", party="COM", deadline=ahead),
            Obligation(text="Report", party="COM", deadline=By("2008-05-12")),
        ],
    )
    fixed = anchor_event(dossier, "R9", "2008-06-12", on="2008-02-01")
    assert as_of(fixed, dt.date(2008, 1, 31)).obligations == dossier.obligations


@every_case(
    ("words", "expected"),
    [
        ("Nets  mended", "2006-03-31"),
        ("Boats mended", "2006-07-31"),
    ],
)
def test_a_slip_of_an_indicator_is_one_of_the_duty_drawn_from_it(words: str, expected: str) -> None:
    part = Indicator(text=words, deadlines=[NEW])
    duty = Obligation(text="Nets mended", party="COM", subject=REF, deadline=NEW)
    whole = changed(duty, subject=IndicatorRef(REF, 1), indicators=(part,))
    then = as_of(whole, BEFORE)
    assert latest(then) == [expected]
    assert then.plans[0].actions[0].indicators[0].deadlines == (OLD,)


@every_case(
    ("there", "recorded", "is_undone"),
    [
        (By("2006-07-31", "July 2006"), By("2006-07-31", "by end of July"), True),
        (
            Recurring(Recurrence(Frequency.YEARLY), text="annually"),
            Recurring(Recurrence(Frequency.YEARLY), text="each year"),
            True,
        ),
        (Undetermined("tbc"), Undetermined("tbc"), True),
        (Undetermined("tbc"), Undetermined("open"), False),
        (By("2006-07-30"), By("2006-07-31"), False),
    ],
)
def test_a_change_is_told_as_undone_only_where_it_is(
    there: Deadline, recorded: Deadline, *, is_undone: bool
) -> None:
    whole = changed(deadline=there, new=recorded)
    assert undone_changes(whole, BEFORE) == (whole.deadline_changes if is_undone else ())
    state = review(whole, on=BEFORE)
    assert (state.items[0].deadline == OLD) is is_undone
    (finding,) = [one for one in state.report if one.code == "CC815"]
    assert ("on 2006-04-01 it was" in finding.message) is is_undone
    assert ("taken as it stands" in finding.message) is not is_undone


def test_of_two_deadlines_that_mean_the_same_none_is_guessed() -> None:
    twice = Action(
        code="1", title="", deadlines=[By("2006-07-31", "July"), By("2006-07-31", "end of July")]
    )
    change = DeadlineChange(subject=REF, old=OLD, new=By("2006-07-31", "31 July"), on="2006-04-15")
    plan = ActionPlan(id="P9", title="", actions=[twice])
    whole = Dossier(plans=[plan], deadline_changes=[change])
    assert as_of(whole, BEFORE).plans == whole.plans
    assert undone_changes(whole, BEFORE) == ()


def test_each_of_many_changes_is_recorded_once() -> None:
    ahead = Relative("the regatta", "-P1M")
    duties = [Obligation(text="Report", party=f"A{n}", deadline=ahead) for n in range(3000)]
    dossier = Dossier(events=[Event(id="R9", title="The regatta")], obligations=[*duties, *duties])
    fixed = anchor_event(dossier, "R9", "2008-06-12", on="2008-02-01")
    assert len(fixed.deadline_changes) == 3001
    assert as_of(fixed, dt.date(2008, 1, 31)).obligations == dossier.obligations
