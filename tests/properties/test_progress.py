"""Properties of adding reports: nothing is lost, order counts nothing, twice is once."""

import datetime as dt
from collections import Counter
from decimal import Decimal

import attrs
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.deadline import By
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Measurement,
    Obligation,
    Party,
    PlanRef,
    ProgressReport,
    Stage,
    Status,
)
from customs_coop.monitoring import (
    CellState,
    DutyState,
    add_progress,
    contradictions_in,
    matrix_of,
)
from customs_coop.testing import progress_reports

ITEMS = (ActionRef("P9", "1"), ActionRef("P9", "2"))
COUNTED = IndicatorRef(ITEMS[0], 1)
PLAN = ActionPlan(
    id="P9",
    title="",
    actions=[
        Action(
            code="1", title="", indicators=[Indicator(text="Nets", measure=Measure(unit="nets"))]
        ),
        Action(code="2", title="", aliases=["2a"]),
    ],
)
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast")],
    obligations=[
        Obligation(text="", party="COAST", subject=one, deadline=By("2008-05-02")) for one in ITEMS
    ],
)
MEMBERS = {"COAST": ["AL", "HR"]}
DAYS = st.sampled_from([dt.date(2008, 5, day) for day in (1, 2, 3)])


def _measured(value: int) -> Measurement:
    return Measurement(period="2008-01-01/2008-12-31", value=Decimal(value), unit="nets")


def _state(party: str) -> str:
    """A customs administration speaks for its state."""
    return party.removesuffix("-CUSTOMS")


# Few parties, things and days, so that reports meet and contradict each other.
NEAR = st.builds(
    ProgressReport,
    party=st.sampled_from(("AL", "HR", "AL-CUSTOMS", "XX")),
    subject=st.sampled_from((*ITEMS, COUNTED, ActionRef("P9", "2a"), PlanRef("P9"))),
    on=DAYS,
    status=st.sampled_from((Status.OPEN, Status.ONGOING, Status.COMPLETED)),
    text=st.sampled_from(("", "We met")),
    measurements=st.lists(st.builds(_measured, st.integers(1, 2)), max_size=1),
    stage=st.none() | st.sampled_from((Stage.DRAFTED, Stage.ADOPTED)),
    applicable=st.sampled_from((True, True, False)),
    due=st.none() | DAYS,
)
REPORTS = st.lists(NEAR, max_size=6)


@given(first=REPORTS, second=REPORTS)
def test_nothing_is_lost_and_nothing_is_there_twice(
    first: list[ProgressReport], second: list[ProgressReport]
) -> None:
    before = add_progress(DOSSIER, first).dossier
    addition = add_progress(before, second)
    assert Counter(addition.dossier.progress) == Counter({*first, *second})
    assert set(addition.added) == set(second) - set(first)
    assert Counter([*addition.added, *addition.known]) == Counter(second)
    assert attrs.evolve(addition.dossier, progress=()) == DOSSIER


@given(reports=REPORTS, data=st.data())
def test_the_order_in_which_reports_come_counts_nothing(
    reports: list[ProgressReport], data: st.DataObject
) -> None:
    whole = add_progress(DOSSIER, reports)
    other = data.draw(st.permutations(reports))
    cut = data.draw(st.integers(0, len(reports)))
    parts = add_progress(add_progress(DOSSIER, other[:cut]).dossier, other[cut:])
    assert parts.dossier == whole.dossier
    assert add_progress(DOSSIER, other).conflicts == whole.conflicts
    on = dt.date(2008, 5, 3)
    matrix = matrix_of(whole.dossier, on=on, members=MEMBERS)
    shuffled = attrs.evolve(DOSSIER, progress=other)
    assert matrix_of(shuffled, on=on, members=MEMBERS) == matrix


@given(reports=REPORTS)
def test_adding_twice_is_adding_once(reports: list[ProgressReport]) -> None:
    once = add_progress(DOSSIER, reports)
    twice = add_progress(once.dossier, reports)
    assert twice.dossier is once.dossier
    assert (twice.added, twice.known) == ((), tuple(reports))
    assert twice.conflicts == once.conflicts
    assert twice.report == once.report


@given(reports=st.lists(progress_reports(), max_size=2))
def test_any_reports_can_be_added(reports: list[ProgressReport]) -> None:
    assert set(add_progress(DOSSIER, reports).dossier.progress) == set(reports)


@given(reports=REPORTS, later=st.sampled_from(Status))
def test_a_contradiction_is_between_reports_of_one_day_and_ends_with_a_later_one(
    reports: list[ProgressReport], later: Status
) -> None:
    for one in contradictions_in(reports):
        assert set(one.reports) <= set(reports)
        assert {(_state(each.party), each.subject, each.on) for each in one.reports} == {
            (_state(one.party), one.subject, one.on)
        }
    last = {
        ProgressReport(party=one.party, subject=one.subject, on="2008-06-01", status=later)
        for one in reports
    }
    said = [attrs.evolve(one, measurements=(), stage=None) for one in reports]
    assert contradictions_in([*said, *last]) == ()


@given(reports=REPORTS, on=DAYS)
def test_a_matrix_has_each_cell_once_and_shows_no_more_than_was_reported(
    reports: list[ProgressReport], on: dt.date
) -> None:
    matrix = matrix_of(attrs.evolve(DOSSIER, progress=reports), on=on, members=MEMBERS)
    assert [(one.subject, one.party) for one in matrix.cells] == [
        (item.subject, party) for item in matrix.items for party in matrix.parties
    ]
    assert matrix.parties[:2] == ("AL", "HR")
    for cell in matrix.cells:
        assert (cell.state is CellState.NO_REPORT) is (not cell.reports)
        assert all(one.on <= on for one in cell.reports)
        if cell.state is CellState.IMPLEMENTED:
            assert any(
                one.status is Status.COMPLETED and one.applicable and one.subject == cell.subject
                for one in cell.reports
            )
        if cell.missing:
            owed = matrix.missing[cell.party]
            assert any(one.subject == cell.subject and one.due == cell.due for one in owed)
    for owed in matrix.missing.values():
        for one in owed:
            assert one.state is DutyState.MISSING
            assert one.due is not None
            assert one.due < on
            assert not one.answers
    assert str(matrix).startswith(f"Country matrix on {on.day} May 2008")
