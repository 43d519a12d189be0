"""What is told where reports of one day do not go together, and who is one party."""

import datetime as dt
import itertools
from decimal import Decimal

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
    Obligation,
    Party,
    PeriodTarget,
    ProgressReport,
    Role,
    Status,
)
from customs_coop.monitoring import (
    Standing,
    StateOfPlay,
    add_progress,
    contradictions_in,
    matrix_of,
    review,
    series_of,
)

REF = ActionRef("P", "1")
MEMBERS = {"COAST": ["AL", "ME"], "HILL": ["MK", "RS"]}
YEAR = "2006-01-01/2006-12-31"


def plan_of(action: Action) -> ActionPlan:
    return ActionPlan(id="P", title="Plan of the Sheds", period=YEAR, actions=[action])


def shed(
    *by: str,
    deadline: str = "1 May 2006",
    status: Status = Status.OPEN,
    indicators: tuple[Indicator, ...] = (),
) -> Action:
    return Action(
        code="1",
        title="Count the sheds",
        status=status,
        deadlines=[parse_deadline(deadline)] if deadline else [],
        indicators=indicators,
        involved=[Involvement(party=party, role=Role.RESPONSIBLE) for party in by],
    )


def said(
    party: str,
    status: Status | str = Status.COMPLETED,
    *,
    on: str = "2006-05-02",
    subject: ActionRef | IndicatorRef = REF,
    **fields: object,
) -> ProgressReport:
    # The other fields of a report are of many types.
    return ProgressReport(party=party, subject=subject, on=on, status=status, **fields)  # type: ignore[arg-type]


def state_of(action: Action, *reports: ProgressReport, on: str = "2006-06-15") -> StateOfPlay:
    return review(Dossier(plans=[plan_of(action)], progress=reports), on=on, members=MEMBERS)


def told(state: StateOfPlay) -> list[str]:
    return [one.message for one in state.report if one.code == "CC812"]


# One day.

PART = IndicatorRef(REF, 1)


@pytest.mark.parametrize("whole", [Status.COMPLETED, Status.DEFERRED])
@pytest.mark.parametrize("is_first", [True, False])
def test_an_indicator_is_not_closed_with_its_action_on_the_day_on_which_it_goes_on(
    whole: Status,
    is_first: bool,  # noqa: FBT001 - a case
) -> None:
    action = shed("EUROPOL", indicators=(Indicator(text="List", deadlines=[By("2006-05-01")]),))
    reports = [said("EUROPOL", whole), said("EUROPOL", Status.ONGOING, subject=PART)]
    state = state_of(action, *(reports if is_first else reversed(reports)))
    assert [one.status for one in state.items] == [Status.ONGOING, Status.ONGOING]
    assert len(told(state)) == 2
    assert f"EUROPOL says ongoing, EUROPOL says {whole.value} of P/1" in told(state)[1]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (Status.ONGOING, Status.COMPLETED),  # something else of it is left
        (Status.COMPLETED, Status.COMPLETED),
        (Status.ONGOING, Status.OPEN),
    ],
)
def test_a_part_may_be_further_than_the_whole_and_not_begun_while_the_whole_is(
    whole: Status, part: Status
) -> None:
    action = shed("EUROPOL", indicators=(Indicator(text="List", deadlines=[By("2006-05-01")]),))
    state = state_of(action, said("EUROPOL", whole), said("EUROPOL", part, subject=PART))
    assert [one.status for one in state.items] == [whole, part]
    assert told(state) == []


@pytest.mark.parametrize("body", ["CCWP", "COAST"])
def test_what_a_member_has_not_done_is_not_done_on_that_day_whatever_the_whole_says(
    body: str,
) -> None:
    going_on = said("ME", Status.ONGOING)
    state = state_of(shed("COAST"), said(body), going_on)
    (item,) = state.items
    assert (item.status, item.source) == (Status.PARTLY_COMPLETED, going_on)
    (message,) = told(state)
    assert f"{body} says completed, ME says ongoing" in message
    later = state_of(shed("COAST"), said(body, on="2006-05-03"), going_on)
    assert (later.items[0].standing, told(later)) == (Standing.COMPLETED, [])


def test_a_member_that_is_done_or_not_concerned_contradicts_nobody() -> None:
    state = state_of(shed("COAST"), said("COAST"), said("AL"), said("ME", applicable=False))
    assert (state.items[0].standing, told(state)) == (Standing.COMPLETED, [])


def test_contradictions_of_two_days_are_told_day_by_day() -> None:
    reports = [
        said(party, status, on=on)
        for party, on in (("AL", "2006-05-02"), ("ME", "2006-05-03"))
        for status in (Status.COMPLETED, Status.ONGOING)
    ]
    assert [one[:13] for one in told(state_of(shed("COAST"), *reports))] == [
        "on 2006-05-02",
        "on 2006-05-03",
    ]


# Several collectives.


def test_what_several_collectives_have_to_do_is_done_by_all_in_any_order() -> None:
    first = [said("AL"), said("ME")]
    cases = [
        (first, Status.PARTLY_COMPLETED),
        ([*first, said("MK", Status.ONGOING, on="2006-04-02")], Status.PARTLY_COMPLETED),
        ([*first, said("MK", on="2006-04-02"), said("RS", on="2006-04-09")], Status.COMPLETED),
        ([*first, said("MK", applicable=False), said("RS", applicable=False)], Status.COMPLETED),
        ([said("CCWP")], Status.COMPLETED),
    ]
    for reports, status in cases:
        items = [
            attrs.evolve(state_of(shed(*by), *reports).items[0], parties=())
            for by in itertools.permutations(("COAST", "HILL"))
        ]
        assert items[0] == items[1]
        assert items[0].status is status


# Rounds.


def rounds(last: Status = Status.COMPLETED) -> list[ProgressReport]:
    ends = [dt.date(2006, month + 1, 1) - dt.timedelta(1) for month in range(1, 12)]
    ends.append(dt.date(2006, 12, 31))
    done = [said("EUROPOL", on=str(day), due=day) for day in ends]
    return [*done[:-1], attrs.evolve(done[-1], status=last)]


def test_what_recurs_is_completed_when_each_round_of_the_plan_is() -> None:
    action = shed("EUROPOL", deadline="monthly")
    (item,) = state_of(action, *rounds(), on="2007-02-01").items
    assert (item.standing, item.source) == (Standing.COMPLETED, rounds()[-1])
    assert state_of(action, *rounds(), on="2006-11-30").items[0].standing is Standing.DUE
    again = said("EUROPOL", Status.ONGOING, on="2007-01-20")
    assert state_of(action, *rounds(), again, on="2007-02-01").items[0].status is Status.ONGOING


@pytest.mark.parametrize(
    "reports",
    [rounds()[1:], rounds(Status.ONGOING), [], rounds()[:-1]],
    ids=["first", "going on", "all", "last"],
)
def test_one_round_that_is_left_leaves_it_open(reports: list[ProgressReport]) -> None:
    action = shed("EUROPOL", deadline="monthly")
    assert not state_of(action, *reports, on="2007-02-01").items[0].status.closed


def test_of_what_recurs_for_several_each_member_has_to_do_each_round() -> None:
    action = shed("COAST", deadline="monthly")
    mine = [attrs.evolve(one, party="AL") for one in rounds()]
    theirs = [attrs.evolve(one, party="ME", applicable=False) for one in rounds()]
    for reports, status in (
        (mine, Status.OPEN),
        ([*mine, *theirs[:-1]], Status.OPEN),
        ([*mine, *theirs], Status.COMPLETED),
        ([attrs.evolve(one, party="COAST") for one in rounds()], Status.COMPLETED),
    ):
        assert state_of(action, *reports, on="2007-02-01").items[0].status is status


def test_a_standing_duty_stays_one_and_an_indicator_recurs_like_an_action() -> None:
    standing = shed("EUROPOL", deadline="monthly", status=Status.STANDING)
    assert state_of(standing, *rounds(), on="2007-02-01").items[0].standing is Standing.ONGOING
    monthly = Indicator(text="List", deadlines=[parse_deadline("monthly")])
    of_part = [attrs.evolve(one, subject=PART) for one in rounds()]
    state = state_of(shed("EUROPOL", deadline="", indicators=(monthly,)), *of_part, on="2007-02-01")
    assert state.items[0].standing is Standing.COMPLETED


# Values.


def counted(measure: Measure) -> Action:
    return shed(deadline="", indicators=(Indicator(text="Sheds", measure=measure),))


def value(
    number: str, party: str = "PL", *, period: str = YEAR, on: str = "2006-05-02"
) -> ProgressReport:
    found = Measurement(period=period, value=Decimal(number), unit="sheds")
    return said(party, Status.OPEN, on=on, subject=PART, measurements=[found])


@pytest.mark.parametrize(
    ("period", "measured"),
    [
        ("2003-01-01/2003-12-31", False),
        ("2005-07-01/2006-06-30", True),
        ("2006-07-01/2006-12-31", True),
        ("2007-01-01/2007-12-31", False),
    ],
)
def test_a_value_of_another_time_measures_nothing(period: str, *, measured: bool) -> None:
    report = value("7", period=period)
    state = state_of(counted(Measure(unit="sheds")), report, on="2007-02-01")
    assert [one.measured for one in state.items] == [measured]


@pytest.mark.parametrize(
    ("measure", "rises"),
    [
        (Measure(unit="sheds", baseline=Decimal(10), target=Decimal(2)), False),
        (Measure(unit="sheds", baseline=Decimal(2), target=Decimal(9), ascending=False), True),
        (Measure(unit="sheds", baseline=Decimal(2), target=Decimal(2), ascending=False), False),
        (Measure(unit="sheds", target=Decimal(2)), True),
        (
            Measure(
                unit="sheds",
                baseline=Decimal(10),
                targets=[
                    PeriodTarget(period="2006-07-01/2006-12-31", value=Decimal(4)),
                    PeriodTarget(period="2006-01-01/2006-06-30", value=Decimal(12)),
                ],
            ),
            False,
        ),
    ],
)
def test_baseline_and_target_tell_the_direction(measure: Measure, *, rises: bool) -> None:
    assert measure.rises is rises


@pytest.mark.parametrize(("number", "met"), [("30", False), ("3", False), ("2", True), ("1", True)])
def test_what_descends_is_met_below_its_target(number: str, *, met: bool) -> None:
    measure = Measure(unit="sheds", baseline=Decimal(10), target=Decimal(2))
    report = value(number)
    dossier = Dossier(plans=[plan_of(counted(measure))], progress=[report])
    found = series_of(dossier, PART)
    assert found.met is met
    assert found.reached is not None
    assert (found.reached >= 1) is met


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_no_value(number: str) -> None:
    given = Decimal(number)
    with pytest.raises(InvalidValueError, match="value takes a finite number"):
        Measurement(period=YEAR, value=given, unit="sheds")
    with pytest.raises(InvalidValueError, match="value takes a finite number"):
        PeriodTarget(period=YEAR, value=given)
    with pytest.raises(InvalidValueError, match="baseline takes a finite number"):
        Measure(unit="sheds", baseline=given)
    with pytest.raises(InvalidValueError, match="target takes a finite number"):
        Measure(unit="sheds", target=given)


def test_a_number_is_a_decimal() -> None:
    with pytest.raises(TypeError):
        Measure(unit="sheds", target=2.5)  # type: ignore[arg-type] # that is what is refused


# One party.


def test_one_party_is_one_under_all_its_names() -> None:
    reports = [value("5", "CCWG"), value("6", "CCWP", on="2006-05-03")]
    found = series_of(
        Dossier(plans=[plan_of(counted(Measure(unit="sheds")))], progress=reports),
        PART,
    )
    assert [(str(one.value), one.party) for one in found.points] == [("6", "CCWP")]


def test_what_is_an_id_in_the_dossier_is_that_party() -> None:
    reports = [said("CCWG"), said("CCWP", Status.ONGOING)]
    assert len(contradictions_in(reports)) == 1
    assert contradictions_in(reports, parties=[Party(id="CCWG", name="Coast Group")]) == ()


def test_a_state_and_its_customs_contradict_each_other_when_reports_are_added() -> None:
    reports = [said("HR-CUSTOMS"), said("HR", Status.ONGOING)]
    first = add_progress(plan_of(shed()), reports[:1])
    second = add_progress(first.dossier, reports[1:])
    assert [(one.party, one.words) for one in second.conflicts] == [("HR", "completed and ongoing")]
    later = add_progress(second.dossier, [said("HR-CUSTOMS", on="2006-05-09")])
    assert later.conflicts == ()
    assert contradictions_in(later.dossier.progress) == ()


def test_a_state_and_its_customs_share_a_column() -> None:
    duty = Obligation(text="Tell", party="COAST", subject=REF, deadline=By("2006-05-01"))
    dossier = Dossier(
        plans=[plan_of(shed())],
        obligations=[duty],
        progress=[said("HR-CUSTOMS"), said("HR", on="2006-05-03"), said("BA-CUSTOMS")],
    )
    matrix = matrix_of(dossier, on="2006-06-15", members=MEMBERS)
    assert matrix.parties == ("AL", "ME", "BA-CUSTOMS", "HR")


def test_the_part_of_a_party_is_asked_for_by_any_of_its_names() -> None:
    state = state_of(shed("CCWP"))
    assert len(state.of_party("CCWP").items) == 1
    assert state.of_party("CCWG") == state.of_party("CCWP")
    assert state.of_party("COM").items == ()


# Many.


def test_many_changes_and_many_reports_of_others_are_reviewed_in_linear_time() -> None:
    count = 2000
    actions = [
        Action(code=str(number), title="Shed", deadlines=[By("2006-05-01")])
        for number in range(1, count + 1)
    ]
    plan = ActionPlan(id="P", title="Sheds", period=YEAR, actions=actions)
    changes = [
        DeadlineChange(
            subject=plan.ref(one), old=By("2006-04-01"), new=By("2006-05-01"), on="2006-11-01"
        )
        for one in actions
    ]
    state = review(Dossier(plans=[plan], deadline_changes=changes), on="2006-10-01")
    assert {one.due for one in state.items} == {dt.date(2006, 4, 1)}
    reports = [said("OLAF", Status.ONGOING, text=str(number)) for number in range(count)]
    (item,) = state_of(shed("EUROPOL"), *reports).items
    assert (len(item.reports), item.status) == (count, Status.OPEN)
