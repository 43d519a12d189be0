"""What was measured, against what is to be reached, by indicator and by objective."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from customs_coop.errors import InvalidValueError, QualitativeIndicatorError, UnknownActionError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Measurement,
    Objective,
    PeriodTarget,
    ProgressReport,
    Strategy,
)
from customs_coop.model.progress import Subject
from customs_coop.monitoring import (
    Series,
    all_series,
    impact_by_objective,
    measure_of,
    review,
    series_of,
)

FIRST, SECOND = "2011-07-01/2011-12-31", "2012-01-01/2012-06-30"
REF = ActionRef("AP5", "5.1")


def counted(
    unit: str = "lanterns",
    *,
    baseline: Decimal | None = None,
    target: Decimal | None = None,
    targets: Sequence[PeriodTarget] = (),
    ascending: bool = True,
) -> Indicator:
    measure = Measure(
        unit=unit, baseline=baseline, target=target, targets=targets, ascending=ascending
    )
    return Indicator(text=f"Number of {unit}", measure=measure)


def plan_with(*indicators: Indicator) -> ActionPlan:
    action = Action(code="5.1", title="Lanterns", indicators=indicators, objectives=["1", "2"])
    return ActionPlan(id="AP5", title="", strategy="S", actions=[action])


def sent(
    party: str,
    value: int,
    *,
    period: str = FIRST,
    on: str = "2012-01-09",
    unit: str = "lanterns",
    dimension: str = "",
    subject: Subject = REF,
) -> ProgressReport:
    one = Measurement(period=period, value=Decimal(value), unit=unit, dimension=dimension)
    return ProgressReport(party=party, subject=subject, on=on, measurements=[one])


def series(indicator: Indicator, *reports: ProgressReport, on: str | None = None) -> Series:
    dossier = Dossier(plans=[plan_with(indicator)], progress=reports)
    return series_of(dossier, "AP5/5.1 indicator 1", on=on)


def test_a_target_without_values_and_values_without_a_target_say_what_they_say() -> None:
    aimed = series(counted(target=Decimal(8)))
    found = series(counted(), sent("PL", 3))

    assert (aimed.value, aimed.target, aimed.reached, aimed.met) == (None, Decimal(8), None, None)
    assert (found.value, found.target, found.reached, found.met) == (Decimal(3), None, None, None)


def test_the_way_from_the_baseline_is_the_share_that_is_reached() -> None:
    up = series(counted(baseline=Decimal(2), target=Decimal(10)), sent("PL", 4))
    down = series(counted(baseline=Decimal(30), target=Decimal(10), ascending=False), sent("PL", 5))
    bare = series(counted(target=Decimal(10)), sent("PL", 4))

    assert (up.reached, up.met) == (Fraction(1, 4), False)
    assert (down.reached, down.met) == (Fraction(5, 4), True)
    assert bare.reached == Fraction(2, 5)


@pytest.mark.parametrize(
    "measure",
    [
        {"target": Decimal(5), "ascending": False},
        {"target": Decimal(0)},
        {"target": Decimal(5), "baseline": Decimal(5)},
    ],
)
def test_where_the_way_cannot_be_told_no_share_is_given(measure: dict[str, Any]) -> None:
    one = series(counted(**measure), sent("PL", 4))

    assert one.reached is None
    assert one.met is not None


def test_a_period_has_its_own_target_or_that_of_the_end() -> None:
    steps = [PeriodTarget(period=FIRST, value=Decimal(3))]
    one = series(counted(target=Decimal(9), targets=steps), sent("PL", 3))

    assert (one.target, one.met) == (Decimal(3), True)
    assert one.target_in(SECOND) == Decimal(9)


def test_values_of_several_parties_are_added_and_that_is_told() -> None:
    one = series(counted(), sent("PL", 3), sent("DE", 4))

    assert (one.value, one.summed) == (Decimal(7), True)
    assert one.parties == ("DE", "PL")


@pytest.mark.parametrize("unit", ["%", "per cent of lanterns", "seizure rate", "Prozent", "taux"])
def test_shares_are_not_added(unit: str) -> None:
    one = series(counted(unit), sent("PL", 3, unit=unit), sent("DE", 4, unit=unit))

    assert (one.value, one.summed, one.met) == (None, False, None)
    assert len(one.latest) == 2


def test_what_a_party_breaks_down_is_a_part_of_its_whole() -> None:
    one = series(
        counted(),
        sent("PL", 9),
        sent("PL", 5, dimension="brass"),
        sent("DE", 2, dimension="brass"),
        sent("DE", 1, dimension="glass"),
    )

    assert one.value == Decimal(12)


def test_the_last_report_of_a_party_on_a_period_holds_in_whatever_order_they_stand() -> None:
    early, late = sent("PL", 3), sent("PL", 4, on="2012-02-01")

    assert series(counted(), early, late) == series(counted(), late, early)
    assert series(counted(), early, late).value == Decimal(4)
    assert series(counted(), early, late, on="2012-01-31").value == Decimal(3)


def test_the_last_period_counts_and_every_one_can_be_asked_for() -> None:
    one = series(counted(), sent("PL", 3), sent("PL", 5, period=SECOND, on="2012-07-02"))

    assert [str(period) for period in one.periods] == [FIRST, SECOND]
    assert (one.value, one.value_in(FIRST)) == (Decimal(5), Decimal(3))
    assert one.value_in("2013-01-01/2013-06-30") is None


def test_in_a_report_on_the_action_the_unit_tells_the_indicator() -> None:
    plan = plan_with(counted("lanterns"), counted("oil lamps"), counted("wicks"), counted("wicks"))
    reports = [
        sent("PL", 3, unit="oil lamps"),
        sent("PL", 4, unit="wicks"),
        sent("PL", 5, unit="wicks", subject=IndicatorRef(REF, 4)),
    ]

    values = [one.value for one in all_series(Dossier(plans=[plan], progress=reports))]

    # Of "wicks" nobody knows which indicator the report on the action means.
    assert values == [None, Decimal(3), None, Decimal(5)]


def test_a_qualitative_indicator_refuses_numbers_and_says_what_to_do() -> None:
    asked = Indicator(text="Report adopted by the CCWP")

    with pytest.raises(QualitativeIndicatorError, match="give it a measure with a unit, or report"):
        measure_of(asked)
    with pytest.raises(QualitativeIndicatorError, match="Report adopted by the CCWP"):
        series(asked)
    assert measure_of(counted()).unit == "lanterns"


def test_an_indicator_that_is_not_there_is_told() -> None:
    plan = plan_with(counted())

    with pytest.raises(UnknownActionError, match="has 1 indicator, so there is no indicator 2"):
        series_of(plan, IndicatorRef(REF, 2))
    with pytest.raises(InvalidValueError):
        series_of(plan, "AP5/5.1")


def test_objectives_have_the_indicators_of_their_actions_with_what_they_are_counted_against() -> (
    None
):
    strategy = Strategy(id="S", title="", objectives=[Objective(code="1", text="See at night")])
    actions = [
        Action(
            code="5.1",
            title="",
            objectives=["1", "2"],
            indicators=[counted(target=Decimal(3)), counted("wicks"), Indicator(text="Manual")],
        ),
        Action(code="5.2", title="", objectives=["3"]),
        Action(code="5.3", title="", indicators=[counted("oil lamps")]),
    ]
    plan = ActionPlan(id="AP5", title="", strategy="S", actions=actions)
    dossier = Dossier(strategies=[strategy], plans=[plan], progress=[sent("PL", 4)])

    found = impact_by_objective(dossier)

    assert [(str(one.objective), one.label) for one in found] == [
        ("1", "See at night"),
        ("2", ""),
        ("3", ""),
        ("None", ""),
    ]
    assert [(str(one.measured), str(one.met)) for one in found] == [
        ("1 of 2", "1 of 1"),
        ("1 of 2", "1 of 1"),
        ("n/a", "n/a"),
        ("0 of 1", "n/a"),
    ]
    assert next(str(one.measured) for one in impact_by_objective(dossier, on="2011-01-01")) == (
        "0 of 2"
    )


def test_numbers_in_another_unit_do_not_count_whatever_they_are_reported_on() -> None:
    one = series(
        counted(),
        sent("PL", 3, unit="Lanterns "),
        sent("DE", 4, unit="wicks", subject=IndicatorRef(REF, 1)),
    )

    assert one.value == Decimal(3)


def test_of_two_values_of_one_day_nobody_chooses() -> None:
    both = [sent("PL", 3), sent("PL", 4), sent("DE", 2)]

    one = series(counted(), *both)

    assert (one.value, one.value_range) == (None, (Decimal(5), Decimal(6)))
    assert [point.value for point in one.disputed] == [Decimal(3), Decimal(4)]
    assert [point.value for point in one.latest] == [Decimal(2)]
    assert one.disputed_latest == one.disputed
    assert one.summed
    assert one == series(counted(), *both[::-1])
    later = series(counted(), *both, sent("PL", 5, on="2012-02-01"))
    assert (later.value, later.disputed) == (Decimal(7), ())
    assert later.value_range == (Decimal(7), Decimal(7))


@pytest.mark.parametrize(
    ("target", "ascending", "met"),
    [(5, True, True), (6, True, None), (7, True, False), (4, False, False), (6, False, True)],
)
def test_a_disputed_value_decides_where_both_say_the_same(
    target: int, *, ascending: bool, met: bool | None
) -> None:
    indicator = counted(target=Decimal(target), ascending=ascending)

    one = series(indicator, sent("PL", 3), sent("PL", 4), sent("DE", 2))

    assert (one.met, one.reached) == (met, None)


def test_a_disputed_part_of_a_whole_leaves_the_value_as_it_is() -> None:
    parts = [sent("PL", value, dimension="red") for value in (1, 2)]

    one = series(counted(target=Decimal(9)), sent("PL", 10), *parts)

    assert (one.value, one.met, len(one.disputed)) == (Decimal(10), True, 2)
    whole = series(counted(), sent("PL", 10), sent("PL", 12), sent("PL", 3, dimension="red"))
    assert (whole.value_range, whole.summed) == ((Decimal(10), Decimal(12)), False)


def test_the_last_period_is_the_last_one_also_where_all_of_it_is_disputed() -> None:
    target = PeriodTarget(period=SECOND, value=Decimal(5))
    disputed = [sent("PL", value, period=SECOND, on="2012-07-02") for value in (4, 6)]

    one = series(counted(targets=[target]), sent("PL", 9), *disputed)

    assert (len(one.periods), one.target, one.value, one.met) == (2, Decimal(5), None, None)
    assert one.value_in(FIRST) == Decimal(9)
    assert one.latest == ()
    shares = series(
        counted("% of lanterns"), *(sent("PL", one, unit="% of lanterns") for one in (4, 6))
    )
    assert shares.value_range == (Decimal(4), Decimal(6))


def test_what_is_disputed_is_measured_by_nobody() -> None:
    reports = [sent("PL", value) for value in (4, 6)]
    dossier = Dossier(plans=[plan_with(counted(target=Decimal(5)))], progress=reports)

    assert {(str(one.measured), str(one.met)) for one in impact_by_objective(dossier)} == {
        ("0 of 1", "n/a")
    }
    assert [item.measured for item in review(dossier, on="2012-08-01", plans=["AP5"]).items] == [
        None
    ]
