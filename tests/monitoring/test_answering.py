"""Which reports answer what is owed, and how that stands on a day."""

import datetime as dt

from customs_coop.dates import Period
from customs_coop.deadline import By, Deadline, Due, During, Recurring, Relative
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    IndicatorRef,
    Obligation,
    PlanRef,
    ProgressReport,
)
from customs_coop.model.link import Identity
from customs_coop.model.progress import Subject
from customs_coop.monitoring import DueReport, answered, due_reports
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber
from folded import every_case

ITEM = ActionRef("P9", "1")
OTHER = ActionRef("P9", "2")
WINDOW = Period("2012-01-01", "2012-12-31")
QUARTERS = Recurring(Recurrence(Frequency.MONTHLY, 3))


def owed(
    *deadlines: Deadline | None, subject: Identity | None = ITEM, to: str | None = None
) -> tuple[DueReport, ...]:
    duties = [
        Obligation(text="Report", party="AA", to=to, subject=subject, deadline=deadline)
        for deadline in deadlines
    ]
    return due_reports(Dossier(obligations=duties), within=WINDOW)


def report(
    on: str, *, subject: Subject = ITEM, party: str = "AA", due: str | None = None
) -> ProgressReport:
    return ProgressReport(party=party, subject=subject, on=on, due=due)


def told(found: tuple[DueReport, ...]) -> list[str]:
    return [
        " ".join([one.state.value if one.state else "-", *(str(r.on) for r in one.answers)])
        for one in found
    ]


# States.


@every_case(
    ("day", "state"),
    [
        ("2012-01-01", "not due"),
        ("2012-03-31", "not due"),
        ("2012-04-01", "due"),
        ("2012-06-30", "due"),
        ("2012-07-01", "missing"),
        ("9999-12-31", "missing"),
    ],
)
def test_how_a_certain_day_stands(day: str, state: str) -> None:
    found = answered(owed(By("2012-06-30")), [], on=day)
    assert told(found) == [state]


def test_the_horizon_is_what_is_asked_for() -> None:
    duties = owed(By("2012-06-30"))
    assert told(answered(duties, [], on="2012-06-20", horizon=dt.timedelta(9))) == ["not due"]
    assert told(answered(duties, [], on="2012-06-20", horizon=dt.timedelta(10))) == ["due"]


@every_case(
    ("earliest", "due", "day", "state"),
    [
        ("2012-03-01", "2012-06-30", "2012-03-01", "not due"),
        ("2012-03-01", "2012-06-30", "2012-03-02", "possibly missing"),
        ("2012-03-01", "2012-06-30", "2012-07-01", "missing"),
        ("2012-03-01", None, "2012-03-01", "not due"),
        ("2012-03-01", None, "2012-03-02", "possibly missing"),
        (None, None, "2012-03-02", "no day"),
    ],
)
def test_how_a_day_stands_that_is_not_certain(
    earliest: str | None, due: str | None, day: str, state: str
) -> None:
    one = DueReport(
        obligation=Obligation(text="Report"),
        party="AA",
        deadline=Relative("the regatta", "-P1M"),
        subject=ITEM,
        earliest=dt.date.fromisoformat(earliest) if earliest else None,
        due=dt.date.fromisoformat(due) if due else None,
    )
    assert told(answered([one], [], on=day)) == [state]
    assert one.state is None


def test_how_a_day_stands_that_rests_on_a_convention() -> None:
    duties = owed(During("2012-01-01", "2012-04-30", "early 2012", "early"))
    for day, state in (("2011-12-31", "not due"), ("2012-01-01", "possibly missing")):
        assert told(answered(duties, [], on=day, horizon=dt.timedelta(9))) == [state]
        assert duties[0].deadline is not None
        is_doubtful = duties[0].deadline.status_on(day) is Due.POSSIBLY_OVERDUE
        assert is_doubtful is (state == "possibly missing")


@every_case(
    ("on", "told_of"),
    [
        ("2012-06-30", "sent 2012-06-30"),
        ("2012-07-01", "sent late 2012-07-01"),
        ("2012-07-03", "missing"),
    ],
)
def test_a_report_counts_from_its_day_on(on: str, told_of: str) -> None:
    assert told(answered(owed(By("2012-06-30")), [report(on)], on="2012-07-02")) == [told_of]


def test_the_first_of_several_reports_tells_whether_it_was_late() -> None:
    reports = [report("2012-08-01"), report("2012-06-01")]
    found = answered(owed(By("2012-06-30")), reports, on="2012-12-31")
    assert told(found) == ["sent 2012-06-01 2012-08-01"]


def test_states_that_were_found_before_are_found_anew() -> None:
    first = answered(owed(By("2012-06-30")), [report("2012-06-01")], on="2012-12-31")
    assert told(answered(first, [], on="2012-12-31")) == ["missing"]


# What answers what.


@every_case(
    ("subject", "asked", "answers"),
    [
        (ITEM, ITEM, True),
        (IndicatorRef(ITEM, 2), ITEM, True),
        (ITEM, PlanRef("P9"), True),
        (IndicatorRef(ITEM, 2), PlanRef("P9"), True),
        (OTHER, ITEM, False),
        (PlanRef("P9"), ITEM, False),
        (ITEM, PlanRef("P1"), False),
        (ITEM, None, False),
    ],
)
def test_what_a_report_is_about(subject: Subject, asked: Identity | None, answers: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    duties = owed(By("2012-06-30"), subject=asked)
    found = answered(duties, [report("2012-05-01", subject=subject)], on="2012-05-02")
    assert bool(found[0].answers) is answers


def test_a_report_of_another_party_answers_nothing() -> None:
    reports = [report("2012-05-01", party="BB")]
    assert told(answered(owed(By("2012-06-30")), reports, on="2012-07-02")) == ["missing"]


def test_what_nobody_is_named_for_is_answered_by_whoever_reports() -> None:
    duty = Obligation(text="Report", subject=ITEM, deadline=By("2012-06-30"))
    duties = due_reports(Dossier(obligations=[duty]), within=WINDOW)
    assert told(answered(duties, [report("2012-05-01")], on="2012-07-02")) == ["sent 2012-05-01"]


def test_a_report_answers_each_receiver() -> None:
    duties = (*owed(By("2012-06-30"), to="MS"), *owed(By("2012-06-30"), to="COM"))
    found = answered(duties, [report("2012-05-01")], on="2012-07-02")
    assert told(found) == ["sent 2012-05-01", "sent 2012-05-01"]


# Rounds.


@every_case(
    ("reports", "expected"),
    [
        ("2012-03-10", "sent 2012-03-10, missing, due, not due"),
        # A late one answers its round, for the next one had not to be answered yet.
        ("2012-04-10", "sent late 2012-04-10, missing, due, not due"),
        ("2012-02-10 2012-05-10", "sent 2012-02-10, sent 2012-05-10, due, not due"),
        # An update of the same round does not answer the next one.
        ("2012-02-10 2012-03-10", "sent 2012-02-10 2012-03-10, missing, due, not due"),
        ("2011-12-10", "missing, missing, due, not due"),
        ("2012-05-10>2012-06-30", "missing, sent 2012-05-10, due, not due"),
        ("2012-05-10>2012-05-31", "missing, sent 2012-05-10, due, not due"),
        # It names a round that lies outside the window.
        ("2012-02-10>2011-12-31", "missing, missing, due, not due"),
    ],
)
def test_which_round_a_report_answers(reports: str, expected: str) -> None:
    came = [
        report(on, due=due or None)
        for on, _, due in (one.partition(">") for one in reports.split())
    ]
    assert told(answered(owed(QUARTERS), came, on="2012-07-02")) == expected.split(", ")


def test_a_single_deadline_that_was_moved_is_answered_all_the_same() -> None:
    came = [report("2012-05-10", due="2012-05-31")]
    found = answered(owed(By("2012-06-30")), came, on="2012-07-02")
    assert told(found) == ["sent 2012-05-10"]


def test_what_has_no_day_is_answered_by_what_answers_no_round() -> None:
    duties = owed(QUARTERS, None)
    assert told(answered(duties, [report("2012-02-10")], on="2012-03-01")) == [
        "sent 2012-02-10",
        "not due",
        "not due",
        "not due",
        "no day",
    ]
    alone = answered(owed(None), [report("2012-02-10")], on="2012-03-01")
    assert told(alone) == ["sent 2012-02-10"]


def test_a_rhythm_without_bounds_is_missed_for_certain_where_it_is_kept() -> None:
    assert told(answered(owed(QUARTERS), [], on="2012-07-02")) == [
        *("possibly missing", "possibly missing", "due", "not due")
    ]
    other = [report("2012-02-10", subject=OTHER), report("2012-02-10", party="BB")]
    assert told(answered(owed(QUARTERS), other, on="2012-07-02"))[0] == "possibly missing"
    stated = Recurring(Recurrence(Frequency.MONTHLY, 3), first="2012-03-31")
    assert told(answered(owed(stated), [], on="2012-07-02"))[:2] == ["missing", "missing"]
    until = Recurring(Recurrence(Frequency.MONTHLY, 3), until="2012-12-31")
    assert told(answered(owed(until), [], on="2012-07-02"))[:2] == ["missing", "missing"]


# Several reports of one party on one thing.


@every_case(
    ("reports", "expected"),
    [
        ("2012-04-20>2012-05-01", "sent 2012-04-20, missing"),
        ("2012-04-20>2012-10-01", "missing, sent 2012-04-20"),
        ("2012-04-20", "sent 2012-04-20, missing"),
        # An update of the first report is not the second one.
        ("2012-04-20 2012-04-25", "sent 2012-04-20 2012-04-25, missing"),
        ("2012-04-20 2012-09-25", "sent 2012-04-20, sent 2012-09-25"),
        ("2012-05-20", "sent late 2012-05-20, missing"),
        # It names a day that neither has any more.
        ("2012-04-20>2012-04-30", "sent 2012-04-20, missing"),
    ],
)
def test_which_of_two_reports_came(reports: str, expected: str) -> None:
    came = [
        report(on, due=due or None)
        for on, _, due in (one.partition(">") for one in reports.split())
    ]
    for duties in (
        owed(By("2012-05-01"), By("2012-10-01")),
        owed(By("2012-10-01"), By("2012-05-01"))[::-1],
    ):
        in_order = sorted(duties, key=lambda one: str(one.due))
        assert told(answered(in_order, came, on="2012-11-01")) == expected.split(", ")


def test_a_report_that_names_one_duty_answers_no_other() -> None:
    duties = (*owed(By("2012-05-01"), to="MS"), *owed(By("2012-10-01"), to="COM"))
    named = answered(duties, [report("2012-04-20", due="2012-10-01")], on="2012-11-01")
    assert told(named) == ["missing", "sent 2012-04-20"]
    # Two reports that are due on one day may be one paper.
    same = answered(
        owed(By("2012-05-01"), By("2012-05-01", "May")), [report("2012-04-20")], on="2012-11-01"
    )
    assert told(same) == ["sent 2012-04-20", "sent 2012-04-20"]


@every_case(
    ("period", "on", "state"),
    [
        (None, "1990-05-02", "missing"),
        (None, "2011-06-29", "missing"),
        (None, "2011-06-30", "sent"),
        ("2010-01-01/2012-12-31", "2010-01-01", "sent"),
        ("2010-01-01/2012-12-31", "2009-12-31", "missing"),
        ("2012-04-01/2012-12-31", "2012-03-31", "missing"),
        # The plan is younger than the day.
        ("2012-08-01/2012-12-31", "2012-03-31", "sent"),
    ],
)
def test_an_old_report_answers_nothing_new(period: str | None, on: str, state: str) -> None:
    plan = ActionPlan(id="P9", title="", period=period, actions=[Action(code="1", title="")])
    duty = Obligation(text="Report", party="AA", subject=ITEM, deadline=By("2012-06-30"))
    duties = due_reports(Dossier(plans=[plan], obligations=[duty]), within=WINDOW)
    (found,) = answered(duties, [report(on)], on="2012-07-02")
    assert found.state is not None
    assert found.state.value == state
    (named,) = answered(duties, [report(on, due="2012-06-30")], on="2012-07-02")
    assert named.answers == (report(on, due="2012-06-30"),)


def test_the_document_tells_when_a_plan_without_a_period_began() -> None:
    number = DocumentNumber.parse("11167/08")
    plan = ActionPlan(id="P9", title="", document=number, actions=[Action(code="1", title="")])
    printed = Document(reference=number, title="", date="2009-03-01")
    duty = Obligation(text="Report", party="AA", subject=ITEM, deadline=By("2012-06-30"))
    whole = Dossier(plans=[plan], documents=[printed], obligations=[duty])
    (due,) = due_reports(whole, within=WINDOW)
    assert due.since == dt.date(2009, 3, 1)
    assert told(answered([due], [report("2009-03-01")], on="2012-07-02")) == ["sent 2009-03-01"]
    assert told(answered([due], [report("2009-02-28")], on="2012-07-02")) == ["missing"]


# What asks for a report.


@every_case(
    ("words", "asks"),
    [
        ("Monthly updates on the use of the boats", True),
        ("Provide details on the crews", True),
        ("The administrations shall inform the group", True),
        ("Presentation of the results", True),
        ("Elle rend compte des patrouilles", True),
        ("Elle présente un bilan annuel", True),
        ("Die Gruppe legt der Versammlung eine Liste vor", True),
        ("Jahresbericht über die Boote", True),
        ("Sie unterrichtet die Gruppe", True),
        ("", True),
        ("Join the harbour information system", False),
        ("Adhérer au système d’information des ports", False),
        ("Further boats should be bought", False),
        ("The group returns to the matter of crews", False),
        ("Meet the news agencies of the detained crews", False),
        ("Die Boote sind anzumelden", False),
    ],
)
def test_which_words_ask_for_a_report(words: str, asks: bool) -> None:  # noqa: FBT001 - a parameter of the table above
    assert DueReport(obligation=Obligation(text=words)).reports is asks
    assert DueReport(obligation=Obligation(text=words), to="MS").reports


# What sums up.


def summed() -> tuple[DueReport, ...]:
    by = By("2012-06-30")
    duties = [
        Obligation(text="Report", party="AA", subject=subject, deadline=by)
        for subject in (ITEM, OTHER, PlanRef("P9"))
    ]
    return due_reports(Dossier(obligations=duties), within=WINDOW)


@every_case(
    ("reports", "expected"),
    [
        ([], "missing, missing, missing"),
        ([("2012-05-01", ITEM)], "sent 2012-05-01, missing, missing"),
        (
            [("2012-05-01", ITEM), ("2012-06-01", OTHER)],
            "sent 2012-05-01, sent 2012-06-01, sent 2012-05-01 2012-06-01",
        ),
        (
            [("2012-05-01", ITEM), ("2012-07-01", OTHER)],
            "sent 2012-05-01, sent late 2012-07-01, sent late 2012-05-01 2012-07-01",
        ),
        ([("2012-05-01", PlanRef("P9"))], "missing, missing, sent 2012-05-01"),
    ],
)
def test_the_plan_is_answered_once_all_its_actions_are(
    reports: list[tuple[str, Subject]], expected: str
) -> None:
    came = [report(on, subject=subject) for on, subject in reports]
    assert told(answered(summed(), came, on="2012-07-02")) == expected.split(", ")
