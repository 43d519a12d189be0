"""Values as people write them: numbers, subjects, periods and deadlines, and what is refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    ActionRef,
    DeadlineChange,
    IndicatorRef,
    Measure,
    Measurement,
    PeriodTarget,
    ProgressReport,
)

YEAR = "2024-01-01/2024-12-31"


def measurement(period: str = "2024", value: object = 3) -> Measurement:
    return Measurement(period=period, value=value, unit="nets")  # type: ignore[arg-type] # hostile


def change(new: object) -> DeadlineChange:
    return DeadlineChange(subject="P7/1", old=None, new=new)  # type: ignore[arg-type] # hostile


def report(subject: object) -> ProgressReport:
    return ProgressReport(party="HR", subject=subject, on="2024-05-03")  # type: ignore[arg-type] # hostile


def test_whole_numbers_count_as_decimals() -> None:
    measure = Measure(unit="nets", baseline=0, target=400)
    assert (measure.baseline, measure.target) == (Decimal(0), Decimal(400))
    assert {type(one) for one in (measure.baseline, measure.target)} == {Decimal}
    assert measurement() == measurement(YEAR, Decimal(3))
    assert type(PeriodTarget(period="2024", value=3).value) is Decimal


@pytest.mark.parametrize("kind", ["measurement", "measure", "target"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (4.5, r"takes a Decimal or a whole number, not the float 4\.5; write Decimal\('4\.5'\)"),
        (True, "takes a Decimal or a whole number, not True"),
        ("3", "takes a Decimal or a whole number, not '3'"),
    ],
)
def test_what_is_no_exact_number_is_refused_in_one_sentence(
    kind: str, value: object, message: str
) -> None:
    made: dict[str, Callable[[], object]] = {
        "measurement": lambda: measurement(value=value),
        "measure": lambda: Measure(unit="nets", target=value),  # type: ignore[arg-type] # hostile
        "target": lambda: PeriodTarget(period="2024", value=value),  # type: ignore[arg-type] # hostile
    }
    with pytest.raises(TypeError, match=message) as caught:
        made[kind]()
    assert len(caught.value.args) == 1


def test_a_value_that_is_missing_is_no_number() -> None:
    with pytest.raises(TypeError, match="value takes a Decimal or a whole number, not None"):
        measurement(value=None)
    assert Measure(unit="nets", target=None).target is None


def test_a_measure_counts_something() -> None:
    for unit in ("", "  "):
        with pytest.raises(InvalidValueError, match="unit must say something"):
            Measure(unit=unit)
    with pytest.raises(TypeError, match="unit takes a text, not 3"):
        Measure(unit=3)  # type: ignore[arg-type] # hostile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", YEAR),
        ("2024-02", "2024-02-01/2024-02-29"),
        (YEAR, YEAR),
    ],
)
def test_a_year_and_a_month_are_periods(text: str, expected: str) -> None:
    assert str(measurement(text).period) == expected
    assert str(PeriodTarget(period=text, value=1).period) == expected


@pytest.mark.parametrize("text", ["2024-13", "0000", "24", "2024-2", "2024-02-03", "", "year 2024"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        measurement(text)


def test_a_subject_may_be_written_as_its_address() -> None:
    one = ActionRef("P7", "1")
    assert report("P7/1").subject == one
    assert report("P7/1 indicator 2").subject == IndicatorRef(one, 2)
    assert change(parse_deadline("30 June 2025")).subject == one
    with pytest.raises(InvalidValueError, match=r"not 'P7'; a plan is written PlanRef\('P7'\)"):
        report("P7")
    with pytest.raises(InvalidValueError, match="an indicator is named by"):
        report("P7/1 indicator two")
    with pytest.raises(TypeError, match=r"subject takes an address such as .*, not int"):
        report(7)


def test_a_deadline_in_words_names_what_reads_it() -> None:
    message = r"new takes a deadline or None, not '1 June 2025'; write parse_deadline\('1 June"
    with pytest.raises(TypeError, match=message) as caught:
        change("1 June 2025")
    assert len(caught.value.args) == 1
    with pytest.raises(TypeError, match=r"new takes a deadline or None, not 7$"):
        change(7)
