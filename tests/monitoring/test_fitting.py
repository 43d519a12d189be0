"""Reports that nobody asked for: of a party that owes nothing there, or for another day."""

import attrs
import pytest

from customs_coop.dates import Period
from customs_coop.deadline import By, Recurring
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Indicator,
    IndicatorRef,
    Involvement,
    Measurement,
    Obligation,
    Party,
    PlanRef,
    ProgressReport,
    Role,
    Subject,
)
from customs_coop.monitoring import add_progress
from customs_coop.recurrence import Frequency, Recurrence

ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
FIRST = IndicatorRef(ONE, 1)
BY = By("2008-05-31")
GUARD = Involvement(party="REEF", role=Role.CONCERNED)
ACTIONS = [
    Action(code="1", title="Cut nets", involved=[GUARD], indicators=[Indicator(text="Nets")]),
    Action(code="2", title="Count boats", deadlines=[By("2008-09-30")]),
]
PLAN = ActionPlan(id="P9", title="", period="2008-01-01/2009-12-31", actions=ACTIONS)
COAST = Party(id="COAST", name="Coast countries")
OUTSIDE = Party(id="OUTSIDE", name="non-EU countries of the coast")


def duty(party: str | None = "COAST", subject: Subject = ONE, **fields: object) -> Obligation:
    given = {"text": "Tell", "deadline": BY} | fields
    return Obligation(party=party, subject=subject, **given)  # type: ignore[arg-type]  # a table


def dossier(*duties: Obligation) -> Dossier:
    return Dossier(plans=[PLAN], parties=[COAST, OUTSIDE], obligations=duties or [duty()])


def said(party: str = "AL", subject: Subject = ONE, **fields: object) -> ProgressReport:
    given = {"on": "2008-05-02", "status": "ongoing"} | fields
    return ProgressReport(party=party, subject=subject, **given)  # type: ignore[arg-type]  # same


def codes(
    *reports: ProgressReport, of: Dossier | None = None, **members: list[str]
) -> list[tuple[str, str]]:
    addition = add_progress(of or dossier(), reports, members=members)
    assert len(addition.added) == len(reports)
    return [(one.code, one.subject) for one in addition.report]


# Who is asked.


@pytest.mark.parametrize("party", ["AL", "AL-CUSTOMS", "COAST", "REEF", "CCWP", "PRESIDENCY"])
def test_a_party_that_may_be_meant_is_not_told(party: str) -> None:
    known = attrs.evolve(dossier(), parties=[COAST, Party(id="REEF", name="Reef")])
    assert codes(said(party), of=known) == []


def test_a_body_is_no_country_of_a_collective() -> None:
    assert codes(said("EUROPOL")) == [("CC834", "EUROPOL")]


@pytest.mark.parametrize(
    ("party", "on", "is_told"),
    [
        ("SK", "2008-05-02", True),
        ("SK-CUSTOMS", "2008-05-02", True),
        ("SK", "2004-04-30", False),
        ("HR", "2008-05-02", False),
        ("HR", "2013-07-01", True),
        ("AL", "2008-05-02", False),
    ],
)
def test_a_member_state_is_no_country_outside_the_union(
    party: str, on: str, *, is_told: bool
) -> None:
    found = codes(said(party, on=on), of=dossier(duty("OUTSIDE")))
    assert found == [("CC834", party)] * is_told


def test_of_a_collective_whose_members_are_named_all_others_are_told() -> None:
    reports = [said(party) for party in ("AL", "BA", "HR-CUSTOMS", "RS")]
    assert codes(*reports, COAST=["AL", "BA", "HR"]) == [("CC834", "RS")]
    by_names = add_progress(
        dossier(), reports, members={"coast countries": ["Albania", "BA", "Croatia"]}
    )
    assert [one.subject for one in by_names.report] == ["RS"]
    parts = [attrs.evolve(COAST, id=one, name=one, part_of="COAST") for one in ("AL", "BA")]
    known = attrs.evolve(dossier(), parties=[COAST, *parts])
    assert codes(*reports, of=known) == [("CC834", "HR-CUSTOMS"), ("CC834", "RS")]


def test_what_is_asked_of_somebody_is_told_once_for_all_things() -> None:
    duties = [duty("REEF", one) for one in (ONE, TWO)]
    reports = [said("SK", TWO), said("SK", FIRST), said("SK", TWO, on="2008-05-03")]
    (finding,) = add_progress(dossier(*duties), reports).report
    assert (finding.code, finding.subject) == ("CC834", "SK")
    assert finding.message == (
        "it reports on P9/2, P9/1 indicator 1, and that is asked of REEF only"
    )
    assert "copied" in finding.hint


def test_where_nobody_or_anybody_is_asked_anybody_may_report() -> None:
    assert codes(said("SK", TWO)) == []
    assert codes(said("SK"), of=dossier(duty("REEF"), duty(None))) == []


def test_who_reports_on_a_whole_plan_hears_of_its_actions_from_others() -> None:
    known = dossier(duty("CCWP", PlanRef("P9")))
    assert codes(said("SK"), of=known) == []
    assert codes(said("SK", PlanRef("P9")), of=known) == [("CC834", "SK")]


# By when.


@pytest.mark.parametrize(
    ("subject", "due", "is_told"),
    [
        (ONE, "2008-05-31", False),
        (FIRST, "2008-05-31", False),
        (ONE, "2008-06-30", True),
        (TWO, "2008-09-30", False),
        (TWO, "2008-05-31", True),
        (ActionRef("P10", "1"), "2008-05-31", False),
    ],
)
def test_a_day_on_which_nothing_is_due_is_told(
    subject: Subject, due: str, *, is_told: bool
) -> None:
    found = codes(said(subject=subject, due=due))
    assert [one for one in found if one[0] == "CC835"] == [("CC835", str(subject))] * is_told


def test_the_days_that_are_known_are_told() -> None:
    (finding,) = add_progress(dossier(), [said(due="2009-05-31")]).report
    assert finding.message == "AL reports on it for 2009-05-31, and nothing is due then"
    assert finding.hint == "it is due on 2008-05-31"


def test_a_day_is_told_once_for_all_that_report_for_it() -> None:
    reports = [
        said(party, subject, due="2009-05-31") for party in ("AL", "BA") for subject in (ONE, TWO)
    ]
    (finding,) = add_progress(dossier(), reports).report
    assert (finding.code, finding.subject) == ("CC835", "P9/1, P9/2")
    assert finding.message == "AL, BA report on it for 2009-05-31, and nothing is due then"


def test_the_rounds_of_what_recurs_are_days() -> None:
    often = Recurring(Recurrence(Frequency.MONTHLY, interval=6), text="every six months")
    known = dossier(duty(deadline=often))
    assert codes(said(due="2008-06-30"), of=known) == []
    assert codes(said(due="2008-07-01"), of=known) == [("CC835", "P9/1")]


def test_a_day_that_was_changed_counts_too() -> None:
    change = DeadlineChange(subject=ONE, old=By("2008-03-31"), new=BY)
    known = attrs.evolve(dossier(), deadline_changes=[change])
    assert codes(said(due="2008-03-31"), of=known) == []


def test_a_day_of_reports_before_counts_too() -> None:
    known = attrs.evolve(dossier(), progress=[said("BA", due="2008-04-30")])
    assert codes(said(due="2008-04-30"), of=known) == []


# What was there before.


def test_blanks_make_no_other_report() -> None:
    figure = Measurement(period=Period("2008-01-01", "2008-12-31"), value=7, unit="nets ")
    sent = said(text="Two  boats \n", measurements=[figure])
    back = said(text="Two boats", measurements=[attrs.evolve(figure, unit="nets")])
    once = add_progress(dossier(), [sent])
    twice = add_progress(once.dossier, [back])
    assert (twice.added, twice.known) == ((), (sent,))
    assert twice.dossier is once.dossier
    assert add_progress(dossier(), [sent, back]).known == (sent,)
    other = said(text="Two boats, red", measurements=[figure])
    assert add_progress(once.dossier, [other]).added == (other,)


def test_what_contradicts_a_report_with_other_blanks_is_told_each_time() -> None:
    whole = attrs.evolve(dossier(), progress=[said(text="A "), said(status="completed")])
    found = add_progress(whole, [said(text="A")])
    assert [one.code for one in found.report] == ["CC830"]
