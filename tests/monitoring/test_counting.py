"""Counts with what they are counted against, and the state of play in a page of text."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Indicator,
    IndicatorRef,
    Involvement,
    Measure,
    Measurement,
    Objective,
    Obligation,
    Party,
    PartyKind,
    PeriodTarget,
    PlanRef,
    ProgressReport,
    Role,
    Stage,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.monitoring import (
    Cell,
    Count,
    Matrix,
    MatrixItem,
    Standing,
    StateItem,
    StateOfPlay,
    TalliedBy,
    Tally,
    review,
    state_from_json,
)

DAY = dt.date(2006, 9, 30)
FIRST, SECOND = "2006-01-01/2006-06-30", "2006-07-01/2006-12-31"


def lead(party: str) -> Involvement:
    return Involvement(party=party, role=Role.RESPONSIBLE)


def dossier() -> Dossier:
    """Three actions in two of three work areas, for two of three objectives."""
    actions = [
        Action(
            code="1",
            title="Count the sheds",
            work_area="A",
            objectives=["X", "Y"],
            deadlines=[By("2006-06-30")],
            involved=[lead("CCWP"), lead("SHEDS")],
        ),
        Action(
            code="2",
            title="Paint the sheds",
            work_area="B",
            objectives=["X"],
            status=Status.COMPLETED,
            involved=[lead("CCWP")],
        ),
        Action(code="3", title="Sell the sheds", deadlines=[By("2006-12-01")]),
    ]
    plan = ActionPlan(
        id="P",
        title="Plan of the Sheds",
        period="2004-01-01/2006-12-31",
        strategy="S",
        work_areas=[WorkArea(code=code, title=f"Area {code}") for code in "ABC"],
        actions=actions,
    )
    objectives = [Objective(code=code, text=f"Objective {code}") for code in "XYZ"]
    duties = [
        Obligation(text="Tell", party=party, subject=subject, deadline=By(day))
        for party, subject, day in (
            ("SHEDS", ActionRef("P", "1"), "2006-05-31"),
            ("COM", PlanRef("P"), "2006-06-30"),
            ("COM", None, "2006-11-30"),
        )
    ]
    sent = ProgressReport(
        party="SHEDS", subject=ActionRef("P", "1"), on="2006-06-02", status="ongoing"
    )
    return Dossier(
        strategies=[Strategy(id="S", title="Strategy", objectives=objectives)],
        plans=[plan],
        parties=[Party(id="SHEDS", name="Keepers of the sheds", kind=PartyKind.GROUP)],
        obligations=duties,
        progress=[sent],
    )


STATE = review(dossier(), on=DAY)


def rows(by: TalliedBy) -> list[tuple[str, str, int, str, str]]:
    return [
        (one.within, one.key, one.total, str(one.count(Standing.OVERDUE)), str(one.reported))
        for one in STATE.tallies(by)
    ]


def test_things_are_counted_by_what_they_belong_to() -> None:
    assert rows("action") == [
        ("", "P/1", 1, "1 of 1", "1 of 1"),
        ("", "P/2", 1, "0 of 1", "n/a"),
        ("", "P/3", 1, "0 of 1", "n/a"),
        # A report on the plan is on none of its actions.
        ("", "", 0, "n/a", "0 of 1"),
    ]
    assert rows("party") == [
        ("", "CCWP", 2, "1 of 2", "n/a"),
        ("", "SHEDS", 1, "1 of 1", "1 of 1"),
        ("", "COM", 0, "n/a", "0 of 1"),
        ("", "", 1, "0 of 1", "n/a"),
    ]
    assert rows("objective") == [
        ("S", "X", 2, "1 of 2", "1 of 1"),
        ("S", "Y", 1, "1 of 1", "1 of 1"),
        ("S", "Z", 0, "n/a", "n/a"),
        ("", "", 1, "0 of 1", "0 of 1"),
    ]
    assert rows("work_area") == [
        ("P", "A", 1, "1 of 1", "1 of 1"),
        ("P", "B", 1, "0 of 1", "n/a"),
        ("P", "C", 0, "n/a", "n/a"),
        ("", "", 1, "0 of 1", "0 of 1"),
    ]
    assert rows("plan") == [
        ("", "P", 3, "1 of 3", "1 of 2"),
        # A report about nothing, which is not due yet.
        ("", "", 0, "n/a", "n/a"),
    ]


def test_counts_have_names_and_their_shares() -> None:
    labels = [one.label for by in ("party", "objective") for one in STATE.tallies(by)]
    assert labels == [
        *("Customs Cooperation Working Party", "Keepers of the sheds", "European Commission", ""),
        *("Objective X", "Objective Y", "Objective Z", ""),
    ]
    plan, _ = STATE.tallies("plan")
    assert plan.label == "Plan of the Sheds"
    assert plan.standings == (
        (Standing.COMPLETED, 1),
        (Standing.OVERDUE, 1),
        (Standing.DUE, 1),
    )
    assert plan.silent == Count(1, 3)
    assert (plan.silent.share, plan.measured.share) == (Fraction(1, 3), None)
    assert (str(plan.waiting), str(plan.measured)) == ("0 of 2", "n/a")


def test_nothing_is_counted_by_something_else() -> None:
    with pytest.raises(InvalidValueError, match="by action, party, objective, work_area, plan"):
        STATE.tallies("work-area")  # type: ignore[arg-type] # that is the point


def test_codes_of_two_plans_are_kept_apart() -> None:
    one = dossier().plan
    other = attrs.evolve(one, id="Q", strategy=None)
    state = review(Dossier(plans=[one, other]), on=DAY)
    keys = [(tally.within, tally.key) for tally in state.tallies("objective")]
    # Without a strategy a code is one of the plan; the first plan names one that is not there.
    assert keys == [("S", "X"), ("S", "Y"), ("Q", "X"), ("Q", "Y"), ("", "")]
    assert [one.within for one in state.tallies("work_area")] == ["P"] * 3 + ["Q"] * 3 + [""]


def test_a_tally_without_anything_has_no_share() -> None:
    empty = Tally(key="", label="", total=0)
    assert empty.count(Standing.DUE).share is None
    state = review(ActionPlan(id="P", title="Plan"), on=DAY)
    assert state.items == ()
    assert "There is nothing to be done in it." in str(state)


# What is measured, and what is known.


def measured(
    *values: str, targets: tuple[str, ...] = (), on: str = "2006-09-30", days: str = ""
) -> bool | None:
    measure = Measure(
        unit="sheds", targets=[PeriodTarget(period=one, value=Decimal(1)) for one in targets]
    )
    indicator = Indicator(
        text="Sheds", measure=measure, deadlines=[parse_deadline(days)] if days else []
    )
    action = Action(code="1", title="", indicators=[indicator])
    plan = ActionPlan(id="P", title="", period="2006-01-01/2006-12-31", actions=[action])
    reports = [
        ProgressReport(
            party="DE",
            subject=IndicatorRef(ActionRef("P", "1"), 1),
            on="2006-07-10",
            measurements=[Measurement(period=one, value=Decimal(3), unit="sheds")],
        )
        for one in values
    ]
    (item,) = review(Dossier(plans=[plan], progress=reports), on=on).items
    return item.measured


def test_only_what_is_over_has_to_be_measured() -> None:
    assert measured() is None  # the plan is not over
    assert measured(on="2007-01-01") is False
    assert measured(days="June 2006") is False
    assert measured(days="June 2006", on="2006-06-30") is None
    assert measured(FIRST) is True
    assert measured(targets=(FIRST, SECOND)) is False
    assert measured(FIRST, targets=(FIRST, SECOND)) is True
    assert measured(SECOND, targets=(FIRST, SECOND)) is False
    assert measured(FIRST, targets=(FIRST, SECOND), on="2007-01-01") is False
    assert measured(FIRST, SECOND, targets=(FIRST, SECOND), on="2007-01-01") is True
    # A value that covers both halves is one of each; a later report is not there yet.
    assert measured("2006-01-01/2006-12-31", targets=(FIRST, SECOND), on="2007-01-01") is True
    assert measured(FIRST, targets=(FIRST,), on="2006-07-09") is False


def test_the_unmeasured_are_listed_and_what_is_qualitative_is_not() -> None:
    counted = Indicator(text="Sheds", measure=Measure(unit="sheds"))
    action = Action(code="1", title="", indicators=[counted, Indicator(text="Report")])
    plan = ActionPlan(id="P", title="", period="2004-01-01/2005-12-31", actions=[action])
    state = review(plan, on=DAY)
    assert [str(item.subject) for item in state.unmeasured] == ["P/1 indicator 1"]
    assert [item.measured for item in state.items] == [False, None]
    assert str(state.tallies("plan")[0].measured) == "0 of 1"
    assert len(state.series) == 1


def test_silent_is_that_of_which_nothing_is_printed_and_nothing_reported() -> None:
    def silent(action: Action, *reports: ProgressReport) -> bool:
        plan = ActionPlan(id="P", title="", actions=[action])
        (item,) = review(Dossier(plans=[plan], progress=reports), on=DAY).items
        return item.silent

    plain = Action(code="1", title="")
    assert silent(plain)
    assert not silent(attrs.evolve(plain, status=Status.TO_DECIDE))
    assert not silent(attrs.evolve(plain, status_text="see below"))
    # Also a report that does not count for the status is a word.
    other = ProgressReport(party="DE", subject=ActionRef("P", "1"), on="2006-01-01", text="begun")
    assert not silent(attrs.evolve(plain, involved=[lead("CCWP")]), other)
    assert silent(plain, attrs.evolve(other, on="2006-10-01"))


def test_the_last_stage_of_a_deliverable_completes_it() -> None:
    asked = Indicator(
        text="Report presented to and adopted by the CCWP", deadlines=[By("2006-06-30")]
    )
    action = Action(code="1", title="", indicators=[asked], involved=[lead("CCWP")])
    plan = ActionPlan(id="P", title="", actions=[action])

    def item_with(*reports: ProgressReport) -> StateItem:
        (item,) = review(Dossier(plans=[plan], progress=reports), on=DAY).items
        return item

    ref = IndicatorRef(ActionRef("P", "1"), 1)
    adopted = ProgressReport(party="CCWP", subject=ref, on="2006-06-02", stage=Stage.ADOPTED)
    presented = attrs.evolve(adopted, stage=Stage.PRESENTED)
    assert item_with(presented).standing is Standing.OVERDUE
    done = item_with(presented, adopted)
    assert (done.standing, done.source) == (Standing.COMPLETED, adopted)
    # Not by the word of somebody else, nor where more is said later.
    assert item_with(attrs.evolve(adopted, party="DE")).standing is Standing.OVERDUE
    again = ProgressReport(party="CCWP", subject=ref, on="2006-07-01", status="ongoing")
    assert item_with(adopted, again).standing is Standing.OVERDUE


# The part of one party, and the page.


def test_the_part_of_a_party_holds_what_it_answers_for_and_owes() -> None:
    part = STATE.of_party("SHEDS")
    assert [str(item.subject) for item in part.items] == ["P/1"]
    assert [one.party for one in part.owed] == ["SHEDS"]
    assert list(part.report) == []
    shown = attrs.evolve(
        STATE,
        matrix=Matrix(
            on=DAY,
            items=(MatrixItem(subject=ActionRef("P", "1"), title=""),),
            parties=("AL", "MK"),
            cells=tuple(Cell(subject=ActionRef("P", "1"), party=one) for one in ("AL", "MK")),
        ),
    ).of_party("MK")
    assert [cell.party for cell in shown.matrix.cells] == ["MK"]
    assert shown.matrix.parties == ("MK",)
    assert len(shown.matrix.items) == 1


def test_the_page_has_the_counts_and_what_to_look_at() -> None:
    change = DeadlineChange(
        subject=ActionRef("P", "1"), old=By("2006-03-31"), new=By("2006-06-30"), on="2006-03-01"
    )
    state = review(attrs.evolve(dossier(), deadline_changes=[change]), on=DAY)
    assert (
        str(state)
        == """\
State of play on 30 September 2006
"Due" is what falls due by 29 December 2006.

P  Plan of the Sheds (2004-01-01/2006-12-31)

3 things: 1 overdue, 1 due, 1 completed.
  waiting   0 of 2: of what is still to be done
  silent    1 of 3: no status printed, no report
  measured  n/a: nothing was to be measured by then
  reports   1 of 2: of those due or sent by then came; 1 still to come, by 30 November 2006
  deadlines 1 changed by then

Overdue (1)
  P/1  2006-06-30  CCWP +1  Count the sheds

Due (1)
  P/3  2006-12-01  -  Sell the sheds

Reports that are due (1)
  COM  2006-11-30  Tell

Reports that did not come (1)
  COM  2006-06-30  P: Tell"""
    )


def test_what_is_missing_is_told_by_party_and_day() -> None:
    whole = dossier()
    duties = [
        Obligation(text=f"Tell {code}", party="MS", subject=ActionRef("P", code), deadline=deadline)
        for code, deadline in (
            ("1", By("2006-06-30")),
            ("2", By("2006-06-30")),
            ("3", parse_deadline("once per Presidency")),
        )
    ]
    members = {"MS": ["DE", "FR"]}
    silent = attrs.evolve(whole, obligations=duties, progress=[])
    state = review(silent, on=DAY, members=members)
    page = str(state)
    assert page.endswith("""
Reports that did not come (2)
  DE  2006-06-30  P/1: Tell 1
  FR  2006-06-30  P/1: Tell 1

Reports that may be late (10)
  DE  2004-06-30 to 2006-06-30 (5 rounds)  P/3: Tell 3
  FR  2004-06-30 to 2006-06-30 (5 rounds)  P/3: Tell 3""")
    assert "  matrix    items 3, administrations 2; silent: DE, FR\n" in page


def test_what_customs_report_answers_for_its_state() -> None:
    duty = Obligation(
        text="Tell", party="AL", subject=ActionRef("P", "1"), deadline=By("2006-06-30")
    )
    sent = ProgressReport(
        party="AL-CUSTOMS", subject=ActionRef("P", "1"), on="2006-06-02", text="we counted"
    )
    other = attrs.evolve(dossier(), obligations=[duty], progress=[sent])
    (owed,) = review(other, on=DAY).owed
    assert owed.answers == (sent,)
    (owed,) = review(attrs.evolve(other, progress=[]), on=DAY).owed
    assert owed.answers == ()


def test_no_line_of_the_page_is_longer_than_a_terminal() -> None:
    long = "word " * 60
    actions = [
        Action(
            code=f"{number}" * 30,
            title=long,
            deadlines=[By("2006-06-30")],
            involved=[lead("A-VERY-LONG-PROJECT-GROUP-ON-EVERYTHING-THAT-HAS-A-NAME")],
        )
        for number in range(1, 4)
    ]
    state = review(ActionPlan(id="P" * 90, title=long, actions=actions), on=DAY)
    lines = str(state).splitlines()
    # The id of a plan is never cut; nor is a line broken by what a title holds.
    assert max(len(line) for line in lines if not line.startswith("PPP")) <= 100
    assert len(lines) == 15


def test_a_state_of_play_with_faults_is_none() -> None:
    state, report = state_from_json('{"schema": "customs_coop.state/1", "on": "30.9.2006"}')
    assert state is None
    assert [one.code for one in report] == ["CC104", "CC106", "CC106"]
    state, report = state_from_json('{"schema": "customs_coop.ledger/1"}')
    assert [one.code for one in report] == ["CC107"]


def test_equal_states_are_equal() -> None:
    again: StateOfPlay = review(dossier(), on="2006-09-30")
    assert again == STATE
    assert hash(again) == hash(STATE)
