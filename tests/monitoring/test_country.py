"""The country matrix: rows, columns, what a cell says, what is missing, and the text of it all."""

import datetime as dt

import pytest

from customs_coop.deadline import By, Deadline, Recurring, Relative
from customs_coop.errors import InvalidValueError, UnknownActionError, UnknownCellError
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
    Party,
    PartyRef,
    PlanRef,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Stage,
    Status,
    Subject,
)
from customs_coop.model.link import Identity
from customs_coop.monitoring import (
    Cell,
    CellState,
    DutyState,
    Matrix,
    anchor_event,
    matrix_of,
    review,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber
from folded import every_case
from real_documents import parsed

ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
COAST = Party(id="COAST", name="Countries of the coast")
MEMBERS = {"COAST": ["AL", "RS"]}
PLAN = ActionPlan(
    id="P9",
    title="Work of the coast",
    actions=[
        Action(code="1", title="Patrol the bay", aliases=["1a"], indicators=[Indicator(text="")]),
        Action(code="2", title="Count the nets"),
    ],
)
DUE = By("2008-05-12")


def duty(
    subject: Subject | None = ONE, deadline: Deadline | None = DUE, **fields: object
) -> Obligation:
    values = {"text": "Report", "party": "COAST", "subject": subject, "deadline": deadline}
    return Obligation(**(values | fields))  # type: ignore[arg-type]  # a table of fields


def said(on: str, party: str = "AL", subject: Subject = ONE, **fields: object) -> ProgressReport:
    return ProgressReport(party=party, subject=subject, on=on, **fields)  # type: ignore[arg-type]  # a table of fields


def coast(*progress: ProgressReport, **fields: object) -> Dossier:
    values = {"plans": [PLAN], "parties": [COAST], "obligations": [duty(), duty(TWO)]}
    return Dossier(progress=progress, **(values | fields))  # type: ignore[arg-type]  # a table of fields


def cell(*reports: ProgressReport, on: str = "2008-12-31") -> Cell:
    return matrix_of(coast(*reports), on=on, members=MEMBERS).cell(ONE, "AL")


# Rows and columns.


def test_items_are_what_several_owe_reports_on() -> None:
    alone = Named("Buoys")
    dossier = coast(obligations=[duty(TWO), duty(ONE), duty(alone, party="COM"), duty(None)])
    matrix = matrix_of(dossier, on="2008-01-01", members=MEMBERS)
    assert [(str(one.subject), one.title) for one in matrix.items] == [
        ("P9/2", "Count the nets"),
        ("P9/1", "Patrol the bay"),
    ]
    assert matrix.parties == ("AL", "RS")
    assert [(str(one.subject), one.party) for one in matrix.cells] == [
        ("P9/2", "AL"),
        ("P9/2", "RS"),
        ("P9/1", "AL"),
        ("P9/1", "RS"),
    ]
    assert matrix_of(Dossier(), on="2008-01-01") == Matrix(on=dt.date(2008, 1, 1))


def test_two_obligations_of_two_bodies_make_an_item() -> None:
    dossier = Dossier(obligations=[duty(party="COM"), duty(party="CCWP")])
    matrix = matrix_of(dossier, on="2008-01-01")
    assert (matrix.parties, len(matrix.items)) == (("COM", "CCWP"), 1)


def test_the_plan_is_no_item_beside_its_actions() -> None:
    dossier = coast(obligations=[duty(), duty(PlanRef("P9"))])
    matrix = matrix_of(dossier, on="2008-01-01", members=MEMBERS)
    assert [one.subject for one in matrix.items] == [ONE]
    asked = matrix_of(dossier, on="2008-01-01", members=MEMBERS, items=[PlanRef("P9")])
    assert [(one.subject, one.title) for one in asked.items] == [
        (PlanRef("P9"), "Work of the coast")
    ]
    assert [one.sums_up for one in asked.owed] == [True, True]
    # What was said of an action was not said of the plan.
    told = coast(said("2008-01-01"), obligations=[duty(PlanRef("P9"))])
    assert matrix_of(told, on="2008-02-01", members=MEMBERS).silent_parties == ("AL", "RS")


def test_items_can_be_given() -> None:
    recommended = Recommendation(id="R1", text="Mend the nets")
    dossier = coast(recommendations=[recommended])
    items: list[Identity | str] = [
        "P9/1a",
        ONE,
        RecommendationRef("R1"),
        RecommendationRef("R2"),
        PartyRef("COM"),
    ]
    matrix = matrix_of(dossier, on="2008-01-01", members=MEMBERS, items=items)
    assert [(str(one.subject), one.title) for one in matrix.items] == [
        ("P9/1", "Patrol the bay"),
        ("R1", "Mend the nets"),
        ("R2", ""),
        ("COM", "COM"),
    ]
    assert {one.subject for one in matrix.owed} == {ONE}
    with pytest.raises(UnknownActionError, match="no action 7"):
        matrix_of(dossier, on="2008-01-01", items=["P9/7"])
    with pytest.raises(InvalidValueError, match="P9"):
        matrix_of(dossier, on="2008-01-01", items=["P9"])
    with pytest.raises(TypeError, match="bare text 'P9/1'"):
        matrix_of(dossier, on="2008-01-01", items="P9/1")
    with pytest.raises(TypeError, match="counts for its action"):
        matrix_of(dossier, on="2008-01-01", items=[IndicatorRef(ONE, 1)])  # type: ignore[list-item]  # what is refused


def test_parties_can_be_given_and_are_members_where_nobody_lists_these() -> None:
    dossier = coast(said("2008-01-01", "XK"))
    matrix = matrix_of(dossier, on="2008-06-01", parties=["Albania", "RS", "AL", "COM"])
    assert matrix.parties == ("AL", "RS", "COM")
    assert {one.party for one in matrix.owed} == {"AL", "RS"}
    # Who are members is known here, and nobody else owes anything.
    known = coast(parties=[COAST, Party(id="AL", name="Albania", part_of="COAST")])
    matrix = matrix_of(known, on="2008-06-01", parties=["AL", "RS"])
    assert {one.party for one in matrix.owed} == {"AL"}
    with pytest.raises(TypeError, match="bare text 'AL'"):
        matrix_of(dossier, on="2008-06-01", parties="AL")


def test_columns_are_those_that_reported_where_nobody_lists_the_members() -> None:
    reports = [said("2008-01-01", "RS"), said("2008-01-02", "AL"), said("2008-01-03", "COM")]
    matrix = matrix_of(coast(*reports), on="2008-06-01")
    assert matrix.parties == ("RS", "AL", "COM")
    assert set(matrix.missing) == {"RS", "AL"}
    nobody = matrix_of(coast(), on="2008-06-01")
    assert (nobody.parties, len(nobody.items)) == (("COAST",), 2)


def test_who_reports_without_being_asked_has_a_column_behind_the_others() -> None:
    matrix = matrix_of(coast(said("2008-01-01", "XK")), on="2008-06-01", members=MEMBERS)
    assert matrix.parties == ("AL", "RS", "XK")
    assert matrix.cell(ONE, "XK").state is CellState.REPORTED
    assert matrix.cell(ONE, "XK").due is None
    assert "XK" not in matrix.missing


def test_only_the_items_of_some_plans() -> None:
    other = ActionPlan(id="P8", title="", actions=[Action(code="1", title="")])
    dossier = coast(plans=[PLAN, other], obligations=[duty(), duty(ActionRef("P8", "1"))])
    matrix = matrix_of(dossier, on="2008-01-01", members=MEMBERS, plans=["P8"])
    assert [str(one.subject) for one in matrix.items] == ["P8/1"]


# Cells.


@every_case(
    ("fields", "state", "status"),
    [
        ({}, CellState.REPORTED, None),
        ({"status": "open"}, CellState.REPORTED, Status.OPEN),
        ({"status": "open", "text": "Not begun"}, CellState.REPORTED, Status.OPEN),
        ({"status": "ongoing"}, CellState.REPORTED, Status.ONGOING),
        ({"status": "partly completed"}, CellState.REPORTED, Status.PARTLY_COMPLETED),
        ({"status": "completed"}, CellState.IMPLEMENTED, Status.COMPLETED),
        ({"status": "obsolete"}, CellState.REPORTED, Status.OBSOLETE),
        ({"applicable": False}, CellState.NOT_APPLICABLE, None),
        ({"applicable": False, "status": "completed"}, CellState.NOT_APPLICABLE, Status.COMPLETED),
        ({"text": "We met"}, CellState.REPORTED, None),
        ({"subject": IndicatorRef(ONE, 1), "status": "completed"}, CellState.REPORTED, None),
        ({"subject": ActionRef("P9", "1a"), "status": "completed"}, CellState.IMPLEMENTED, ...),
        ({"party": "AL-CUSTOMS", "status": "completed"}, CellState.IMPLEMENTED, ...),
        ({"party": "Albania"}, CellState.REPORTED, None),
        ({"on": "2009-01-01"}, CellState.NO_REPORT, None),
        ({"subject": PlanRef("P9"), "status": "completed"}, CellState.NO_REPORT, None),
    ],
)
def test_what_a_cell_says(fields: dict[str, object], state: CellState, status: object) -> None:
    found = cell(said(**({"on": "2008-05-01"} | fields)))  # type: ignore[arg-type]  # a table of fields
    assert found.state is state
    assert status is ... or found.status is status
    assert (found.on is None) is (state is CellState.NO_REPORT) is (not found.reports)


def test_a_later_report_takes_the_place_of_an_earlier_one() -> None:
    first = said("2008-05-01", status="completed", text="Done", evidence=[DocumentNumber(7, 2008)])
    then = said("2008-05-09", status="ongoing", text="Not quite")
    found = cell(then, first)
    assert (found.state, found.text, str(found.on)) == (
        CellState.REPORTED,
        "Not quite",
        "2008-05-09",
    )
    assert (found.evidence, found.reports) == ((), (first, then))
    # Before the later one came, the earlier one held.
    assert cell(then, first, on="2008-05-08").state is CellState.IMPLEMENTED


def test_what_says_nothing_of_the_status_leaves_it_as_it_was() -> None:
    done = said("2008-05-01", status="completed", text="Done", evidence=[DocumentNumber(7, 2008)])
    found = cell(done, said("2008-05-09", text="Two more boats came"))
    assert (found.state, found.status) == (CellState.IMPLEMENTED, Status.COMPLETED)
    assert (found.text, str(found.on)) == ("Two more boats came", "2008-05-09")
    assert found.evidence == (DocumentNumber(7, 2008),)


@every_case(
    ("first", "second", "contradict"),
    [
        ({"status": "completed"}, {"status": "ongoing"}, True),
        ({"status": "completed"}, {"status": "completed", "text": "At last"}, False),
        ({"status": "completed"}, {"text": "We met twice"}, False),
        ({"status": "completed"}, {"applicable": False}, True),
        ({"status": "completed"}, {"status": "ongoing", "party": "AL-CUSTOMS"}, True),
        ({"status": "completed"}, {"status": "ongoing", "subject": IndicatorRef(ONE, 1)}, False),
        ({"stage": Stage.PRESENTED}, {"stage": Stage.ADOPTED}, True),
        (
            {"stage": Stage.PRESENTED, "evidence": [DocumentNumber(7, 2008)]},
            {"stage": Stage.ADOPTED, "evidence": [DocumentNumber(8, 2008)]},
            False,
        ),
        (
            {"status": "completed", "due": "2007-12-31"},
            {"status": "open", "due": DUE.latest},
            False,
        ),
        ({"status": "completed", "due": "2007-12-31"}, {"status": "ongoing"}, True),
    ],
)
def test_two_reports_of_one_day_that_cannot_both_be_true(
    first: dict[str, object], second: dict[str, object], contradict: object
) -> None:
    both = [said(**({"on": "2008-05-01"} | one)) for one in (first, second)]  # type: ignore[arg-type]  # a table of fields
    for order in (both, both[::-1]):
        found = cell(*order)
        assert (found.state is CellState.CONTRADICTORY) is contradict
        assert len(found.reports) == 2
        if contradict:
            assert found.status is None


def test_both_wordings_of_a_contradiction_stay_and_a_later_report_settles_it() -> None:
    both = [
        said("2008-05-01", status="completed", text="All is done"),
        said("2008-05-01", status="ongoing", text="Half is done"),
    ]
    found = matrix_of(coast(*both), on="2008-12-31", members=MEMBERS)
    (conflict,) = found.conflicts
    assert set(conflict.text.split("\n")) == {"All is done", "Half is done"}
    # A remark does not settle it, a status does.
    assert cell(*both, said("2008-05-02", text="Sorry")).state is CellState.CONTRADICTORY
    assert cell(*both, said("2008-05-02", status="ongoing")).state is CellState.REPORTED


def test_of_two_rounds_reported_on_one_day_the_later_one_tells_the_status() -> None:
    early = said("2008-07-01", status="completed", due="2007-12-31")
    late = said("2008-07-01", status="ongoing", due="2008-06-30")
    assert cell(early, late).status is cell(late, early).status is Status.ONGOING


# Days.


@every_case(
    ("reports", "on", "expected"),
    [
        ([], "2008-05-12", (DUE.latest, False, False)),
        ([], "2008-05-13", (DUE.latest, True, False)),
        (["2008-05-12"], "2008-05-13", (DUE.latest, False, False)),
        (["2008-05-14"], "2008-05-14", (DUE.latest, False, True)),
        (["2008-05-14"], "2008-05-13", (DUE.latest, True, False)),
    ],
)
def test_what_is_missing_and_what_came_late(
    reports: list[str], on: str, expected: tuple[object, ...]
) -> None:
    found = cell(*map(said, reports), on=on)
    assert (found.due, found.missing, found.late) == expected
    assert not found.possibly_missing


def test_a_conference_of_which_only_the_year_is_known_gives_possibly_missing_reports() -> None:
    conference = Event(id="C", title="next conference", when="2008")
    hangs = duty(deadline=Relative("the next conference", "-P1M"))
    dossier = coast(said("2008-03-01", "RS"), obligations=[hangs], events=[conference])
    for on, state in (
        ("2007-11-30", None),
        ("2008-03-01", DutyState.POSSIBLY_MISSING),
        ("2008-12-01", DutyState.MISSING),
    ):
        matrix = matrix_of(dossier, on=on, members=MEMBERS)
        owed = [one for party in ("AL",) for one in matrix.missing.get(party, ())]
        assert [(str(one.due), one.state) for one in owed] == (
            [] if state is None else [("2008-11-30", state)]
        )
        found = matrix.cell(ONE, "AL")
        assert (str(found.earliest), str(found.due)) == ("2007-12-01", "2008-11-30")
        assert found.missing is (state is DutyState.MISSING)
        assert found.possibly_missing is (state is DutyState.POSSIBLY_MISSING)
        assert "AL" in matrix.outstanding
    dated = anchor_event(dossier, "C", "2008-04-20")
    (owed_one,) = matrix_of(dated, on="2008-03-21", members=MEMBERS).missing["AL"]
    assert (str(owed_one.due), owed_one.state) == ("2008-03-20", DutyState.MISSING)


def test_of_what_recurs_the_first_round_that_is_missing_counts() -> None:
    yearly = duty(deadline=Recurring(Recurrence(Frequency.YEARLY)))
    plan = ActionPlan(id="P9", title="", period="2006-01-01/2009-12-31", actions=PLAN.actions)
    reports = [said("2006-12-01"), said("2008-12-01", due="2008-12-31")]
    matrix = matrix_of(
        coast(*reports, plans=[plan], obligations=[yearly]), on="2009-01-15", members=MEMBERS
    )
    assert [str(one.due) for one in matrix.missing["AL"]] == ["2007-12-31"]
    assert [str(one.due) for one in matrix.outstanding["AL"]] == ["2007-12-31", "2009-12-31"]
    found = matrix.cell(ONE, "AL")
    assert (str(found.due), found.missing) == ("2007-12-31", True)
    # Without a period nobody knows since when; the next round is told.
    lone = coast(obligations=[yearly])
    found = matrix_of(lone, on="2009-01-15", members=MEMBERS).cell(ONE, "AL")
    assert (str(found.due), found.missing) == ("2009-12-31", False)


def test_the_first_round_of_all_is_told_however_far_it_is() -> None:
    far = Recurring(Recurrence(Frequency.YEARLY), first="2030-03-31")
    matrix = matrix_of(coast(obligations=[duty(deadline=far)]), on="2009-01-15", members=MEMBERS)
    assert str(matrix.cell(ONE, "AL").due) == "2030-03-31"


def test_what_is_missing_for_certain_counts_before_what_may_be() -> None:
    conference = Event(id="C", title="conference", when="2008")
    hangs = duty(deadline=Relative("conference", "-P1M"), text="Report again")
    dossier = coast(obligations=[hangs, duty()], events=[conference])
    found = matrix_of(dossier, on="2008-06-01", members=MEMBERS).cell(ONE, "AL")
    assert (found.due, found.missing, found.possibly_missing) == (DUE.latest, True, False)


def test_what_is_due_soon_is_told_by_the_horizon() -> None:
    for days, state in ((11, DutyState.DUE), (10, DutyState.NOT_DUE)):
        horizon = dt.timedelta(days)
        matrix = matrix_of(coast(), on="2008-05-01", horizon=horizon, members=MEMBERS)
        assert {one.state for one in matrix.owed} == {state}
        again = review(coast(), on="2008-05-01", horizon=horizon, members=MEMBERS)
        assert again.matrix == matrix
    with pytest.raises(InvalidValueError, match="whole days from 0 on"):
        matrix_of(coast(), on="2008-05-01", horizon=dt.timedelta(-1))


def test_deadlines_are_taken_as_they_were_on_the_day() -> None:
    later = By("2008-09-30")
    change = DeadlineChange(subject=ONE, old=DUE, new=later, on="2008-06-01")
    dossier = coast(obligations=[duty(deadline=later)], deadline_changes=[change])
    for on, due in (("2008-05-31", DUE), ("2008-06-02", later)):
        assert matrix_of(dossier, on=on, members=MEMBERS).cell(ONE, "AL").due == due.latest


def test_what_has_no_day_is_owed_and_never_missing() -> None:
    matrix = matrix_of(coast(obligations=[duty(deadline=None)]), on="2030-01-01", members=MEMBERS)
    assert not matrix.missing
    assert [one.state for one in matrix.outstanding["RS"]] == [DutyState.NO_DAY]
    assert matrix.cell(ONE, "RS").due is None


def test_a_report_under_a_former_code_or_of_the_administration_answers() -> None:
    reports = [said("2008-05-01", "AL-CUSTOMS"), said("2008-05-01", "RS", ActionRef("P9", "1a"))]
    dossier = coast(*reports, obligations=[duty(ActionRef("P9", "1a"))])
    matrix = matrix_of(dossier, on="2008-06-01", members=MEMBERS)
    assert [one.subject for one in matrix.items] == [ONE]
    answers = [one.answers[0] for one in matrix.owed]
    assert [(one.party, one.subject) for one in answers] == [("AL-CUSTOMS", ONE), ("RS", ONE)]
    assert [one.reports for one in matrix.row(ONE)] == [(one,) for one in answers]
    assert not matrix.missing


# Asking.


def test_rows_columns_and_cells_are_found_by_id_and_by_text() -> None:
    matrix = matrix_of(coast(said("2008-05-01")), on="2008-06-01", members=MEMBERS)
    assert matrix.cell("P9/1", "AL") is matrix.cell(ONE, "AL")
    assert [one.party for one in matrix.row("P9/2")] == ["AL", "RS"]
    assert [one.subject for one in matrix.column("AL")] == [ONE, TWO]
    assert matrix.silent_parties == ("RS",)
    assert {party: len(owed) for party, owed in matrix.missing.items()} == {"AL": 1, "RS": 2}
    with pytest.raises(UnknownCellError, match="no item 'P9/3'; it has P9/1, P9/2"):
        matrix.row("P9/3")
    with pytest.raises(UnknownCellError, match="no administration 'XX'; it has AL, RS"):
        matrix.column("XX")
    with pytest.raises(UnknownCellError, match="it has none"):
        Matrix(on=dt.date(2008, 1, 1)).cell(ONE, "AL")


def test_the_text_shows_marks_and_lists_what_is_missing() -> None:
    reports = [
        said("2008-05-01", status="completed"),
        said("2008-05-01", subject=TWO, status="completed"),
        said("2008-05-01", subject=TWO, status="ongoing"),
        said("2008-06-01", "RS", applicable=False),
    ]
    text = str(matrix_of(coast(*reports), on="2008-06-02", members={"COAST": ["AL", "RS", "MK"]}))
    assert text == (
        "Country matrix on 2 June 2008: 2 items, 3 administrations\n"
        "\n"
        "      AL  RS    MK\n"
        "P9/1  I   n/a*  -!  Patrol the bay\n"
        "P9/2  C   -!    -!  Count the nets\n"
        "\n"
        "- no report; I implemented; n/a not applicable; C contradictory; ! a report is missing;"
        " * it came late\n"
        "\n"
        "Missing\n"
        "  RS, 2008-05-12: P9/2\n"
        "  MK, 2008-05-12: P9/1, P9/2\n"
        "\n"
        "Silent: MK\n"
        "\n"
        "Contradictory\n"
        "  AL: P9/2 (2008-05-01)"
    )


def test_a_matrix_of_many_administrations_still_has_its_marks() -> None:
    many = [f"X{number:02}" for number in range(40)]
    text = str(matrix_of(coast(), on="2008-06-02", members={"COAST": many}))
    assert text.splitlines()[3].count("-!") == 40
    assert "Patrol" not in text


# Real documents.


def test_seven_items_of_eight_administrations_before_the_conference() -> None:
    dossier = parsed("2006-naples-conclusions.txt").dossier
    states = ["AL", "BA", "HR", "MD", "MK", "RS", "TR", "UA"]
    matrix = matrix_of(dossier, on="2008-12-15", members={"NON-EU-COUNTRIES": states})
    assert [str(one.subject) for one in matrix.items] == [f"P2006/{n}" for n in range(1, 8)]
    assert matrix.parties == tuple(states)
    assert {party: len(owed) for party, owed in matrix.missing.items()} == dict.fromkeys(states, 7)
    assert {str(one.due) for owed in matrix.missing.values() for one in owed} == {"2008-11-30"}
