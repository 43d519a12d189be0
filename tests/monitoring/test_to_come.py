"""What is not due yet is counted beside what came, and is never taken for done."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from customs_coop.deadline import By, Deadline, Relative, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Measure,
    Measurement,
    Obligation,
    ProgressReport,
    Status,
)
from customs_coop.monitoring import (
    Count,
    DutyState,
    StateOfPlay,
    due_reports,
    impact_by_objective,
    review,
    state_from_json,
)
from customs_coop.monitoring.recording import state_to_json
from customs_coop.monitoring.summaries import has_something

DAY = dt.date(2031, 5, 25)
COAST: Mapping[str, Sequence[str]] = {"COAST": ["AA", "BB", "CC"]}
BUOYS, NETS = ActionRef("P9", "1"), ActionRef("P9", "2")


def coast(*reports: ProgressReport, deadline: Deadline | None) -> Dossier:
    """Two items on which each of three services reports by one day."""
    plan = ActionPlan(
        id="P9",
        title="Meeting on the quay",
        period="2030-01-01/2032-12-31",
        actions=[
            Action(code="1", title="Count the buoys"),
            Action(code="2", title="Mend the nets"),
        ],
    )
    duties = [
        Obligation(text=f"Report on {ref.code}", party="COAST", subject=ref, deadline=deadline)
        for ref in (BUOYS, NETS)
    ]
    return Dossier(plans=[plan], obligations=duties, progress=reports)


def sent(party: str, subject: ActionRef | IndicatorRef = BUOYS) -> ProgressReport:
    return ProgressReport(party=party, subject=subject, on="2031-05-05", status=Status.ONGOING)


CAME = (sent("AA"), sent("AA", NETS), sent("BB"))


def reports_line(state: StateOfPlay) -> str:
    (line,) = [one for one in str(state).splitlines() if one.startswith("  reports")]
    return line.strip()


def test_a_report_that_is_not_due_yet_is_still_to_come() -> None:
    state = review(coast(*CAME, deadline=By("2031-06-12")), on=DAY, members=COAST)
    assert reports_line(state) == (
        "reports   3 of 3: of those due or sent by then came; 3 still to come, by 12 June 2031"
    )
    assert [(one.party, str(one.subject)) for one in state.to_come] == [
        ("CC", "P9/1"),
        ("BB", "P9/2"),
        ("CC", "P9/2"),
    ]
    assert state.reports_due == state.to_come
    assert str(state).endswith("""
Reports that are due (3)
  CC  2031-06-12  2 reports: P9/1, P9/2
  BB  2031-06-12  P9/2: Report on 2""")
    counts = {one.key: one for one in state.tallies("party")}
    assert [(key, str(one.reported), one.to_come, one.owed) for key, one in counts.items()] == [
        ("AA", "2 of 2", 0, 2),
        ("BB", "1 of 1", 1, 2),
        ("CC", "n/a", 2, 2),
        ("", "n/a", 0, 0),
    ]
    assert has_something(counts["CC"])


def test_from_the_day_after_it_is_missing_and_no_more_to_come() -> None:
    dossier = coast(*CAME, deadline=By("2031-06-12"))
    states = [review(dossier, on=on, members=COAST) for on in ("2031-06-12", "2031-06-13")]
    assert [len(one.to_come) for one in states] == [3, 0]
    assert [len(one.missing) for one in states] == [0, 3]
    assert reports_line(states[1]) == "reports   3 of 6: of those due or sent by then came"
    (plan,) = states[1].tallies("plan")
    assert (plan.reported, plan.to_come, plan.owed) == (Count(3, 6), 0, 6)


def test_beyond_the_horizon_it_is_to_come_and_not_due() -> None:
    dossier = coast(deadline=By("2032-06-12"))
    state = review(dossier, on=DAY, members=COAST)
    assert (len(state.to_come), state.reports_due) == (6, ())
    assert reports_line(state) == (
        "reports   n/a: no report was due; 6 still to come, by 12 June 2032"
    )
    assert "Reports that are due" not in str(state)


def test_of_several_days_the_next_one_is_told_and_without_one_that_none_is_known() -> None:
    first, *others = coast(deadline=By("2031-06-12")).obligations
    later = [attrs.evolve(one, deadline=By("2031-07-01")) for one in others]
    two = attrs.evolve(coast(deadline=None), obligations=[*later, first])
    assert reports_line(review(two, on=DAY)) == (
        "reports   n/a: no report was due; 2 still to come, the next by 12 June 2031"
    )
    undated = coast(deadline=None)
    assert reports_line(review(undated, on=DAY)) == (
        "reports   n/a: no report was due; 2 still to come, no day is known"
    )


def test_what_may_be_late_is_neither_to_come_nor_missing() -> None:
    yearly = parse_deadline("annually")
    reports = [sent("AA"), sent("AA", NETS)]
    state = review(coast(*reports, deadline=yearly), on=DAY, members=COAST)
    (plan,) = state.tallies("plan")
    assert plan.possibly_missing == len(state.possibly_missing) == 4
    assert plan.reported.whole + plan.to_come + plan.possibly_missing == plan.owed
    line = str(state).partition("  reports")[2].partition("\n  matrix")[0]
    assert " ".join(line.split()).endswith("; 4 may be late")
    # Where no report is known at all, nobody can tell.
    silent = review(coast(deadline=yearly), on=DAY, members=COAST)
    assert "may be late" not in reports_line(silent)


def test_a_duty_to_act_is_no_report_that_is_to_come() -> None:
    duty = Obligation(text="The crews shall paint the boats", party="AA", deadline=By("2031-06-12"))
    state = review(attrs.evolve(coast(deadline=None), obligations=[duty]), on=DAY)
    assert (state.to_come, state.reports_due) == ((), ())
    assert [one.owed for one in state.tallies("party")] == [0, 0]


def test_a_party_that_only_reports_has_its_counts() -> None:
    whole = coast(*CAME, deadline=By("2031-06-12"))
    part = review(attrs.evolve(whole, plans=[]), on=DAY, members=COAST).of_party("BB")
    assert part.items == ()
    assert "There is nothing to be done in it but to report.\n  reports   1 of 1" in str(part)


def measured_plan() -> Dossier:
    """Four indicators that count something: one with a value, two without, one given up."""
    indicators = [
        Indicator(text=text, measure=Measure(unit="nets"), deadlines=days, status=status)
        for text, days, status in (
            ("Nets mended", [], Status.OPEN),
            ("Nets sold", [By("2031-03-31")], Status.OPEN),
            ("Nets bought", [], Status.OPEN),
            ("Nets lent", [], Status.OBSOLETE),
        )
    ]
    action = Action(code="1", title="Nets", objectives=["A"], indicators=indicators)
    plan = ActionPlan(id="P9", title="", period="2030-01-01/2032-12-31", actions=[action])
    value = Measurement(period="2031-01-01/2031-03-31", value=Decimal(3), unit="nets")
    report = attrs.evolve(sent("AA", IndicatorRef(BUOYS, 1)), measurements=[value])
    return Dossier(plans=[plan], progress=[report])


def test_what_needs_no_value_yet_is_still_to_be_measured() -> None:
    state = review(measured_plan(), on=DAY)
    assert [str(one.subject) for one in state.to_measure] == ["P9/1 indicator 3"]
    assert "  measured  1 of 2: of what was measured or had to be by then; 1 still to be" in str(
        state
    )
    (plan,) = state.tallies("plan")
    assert (str(plan.measured), plan.to_measure) == ("1 of 2", 1)
    # All but what was given up: what the objectives count.
    (impact,) = impact_by_objective(measured_plan())
    assert str(impact.measured) == "1 of 4"


def test_the_counts_survive_the_way_through_a_file() -> None:
    state = review(coast(*CAME, deadline=By("2031-06-12")), on=DAY, members=COAST)
    again, report = state_from_json(state_to_json(state))
    assert again == state
    assert report.ok
    assert again is not None
    assert again.tallies("party") == state.tallies("party")


def test_within_a_term_of_a_known_day_nothing_is_late() -> None:
    term = Relative("the regatta", "P3M")
    event = Event(id="R", title="The regatta", when="2031-10-14")
    action = Action(code="1", title="Sum up", deadlines=[term.anchored("2031-10-14")])
    duty = Obligation(text="Report", party="CCWP", subject=ActionRef("P", "1"), deadline=term)
    whole = Dossier(
        plans=[ActionPlan(id="P", title="", actions=[action])], events=[event], obligations=[duty]
    )
    (owed,) = due_reports(whole, within="2031-01-01/2032-12-31")
    assert (owed.earliest, str(owed.due)) == (None, "2032-01-14")
    state = review(whole, on="2031-11-20")
    assert [item.standing.value for item in state.items] == ["due"]
    assert [one.state for one in state.owed] == [DutyState.DUE]
    late = review(whole, on="2032-01-15")
    assert [item.standing.value for item in late.items] == ["overdue"]
    assert [one.state for one in late.owed] == [DutyState.MISSING]
