from decimal import Decimal

import attrs
import pytest

from charted_states import HALVES, hostile_state, small_state, words_outside
from customs_coop.dates import Period
from customs_coop.exporters import export
from customs_coop.exporters.pictures.indicator_panels import Scale, figure, period_name, tick_names
from customs_coop.model import ActionRef, IndicatorRef, Measure, PeriodTarget
from customs_coop.monitoring import Point, Series, StateOfPlay
from drawn_files import read_drawing, tips_of, words_of


def point(value: str, party: str = "PL", half: int = 1, dimension: str = "") -> Point:
    return Point(
        period=HALVES[half],
        value=Decimal(value),
        party=party,
        dimension=dimension,
        on="2032-01-09",
    )


def state_with(
    *points: Point, unit: str = "posts", disputed: tuple[Point, ...] = (), **measure: object
) -> StateOfPlay:
    series = Series(
        indicator=IndicatorRef(ActionRef("P", "1.1"), 2),
        text="Border posts that were closed",
        measure=Measure(unit=unit, **measure),  # type: ignore[arg-type]  # each test says which
        points=points,
        disputed=disputed,
    )
    return attrs.evolve(small_state(), series=(series,))


def drawn(state: StateOfPlay) -> list[str]:
    root = read_drawing(export(state, "indicators-svg"))
    assert words_outside(root) == []
    return words_of(root)


def test_a_panel_says_what_was_reached() -> None:
    state = state_with(
        point("2", half=0),
        point("3"),
        point("2", "DE"),
        baseline=Decimal(2),
        target=Decimal(6),
    )
    words = drawn(state)
    for word in (
        *("P/1.1 indicator 2", "Border posts that were closed"),
        *("5 of 6 posts (2031, 2nd half, added)", "75 % of the way from 2; the target is not met"),
        *("target 6", "baseline 2", "2031, 1st half", "2031, 2nd half", "DE", "PL"),
        "2031, 2nd half: PL 3, DE 2",
    ):
        assert word in words
    tips = tips_of(read_drawing(export(state, "indicators-svg")))
    assert "DE: 2 (2031, 2nd half, reported on 2032-01-09)" in tips
    assert "2031, 2nd half: 5" in tips


def test_a_panel_without_a_value_says_so() -> None:
    words = drawn(state_with(target=Decimal(6)))
    assert "No value was reported" in words
    assert "target 6 posts" in words
    assert "1 indicator of P with a number; of 0 a value was reported; targets met: n/a." in words
    assert "no target is set" in drawn(state_with())


def test_shares_of_several_parties_are_not_added() -> None:
    words = drawn(state_with(point("30"), point("50", "DE"), unit="% of posts"))
    assert "2 values of % of posts, which cannot be added" in words
    assert "80" not in words


@pytest.mark.parametrize(
    ("value", "said"),
    [("5.99", "99 % of the target; the target is not met"), ("6", "100 % of the target;")],
)
def test_what_is_nearly_reached_is_not_reached(value: str, said: str) -> None:
    words = drawn(state_with(point(value), target=Decimal(6)))
    assert any(word.startswith(said) for word in words)


def test_what_is_to_become_less_and_targets_of_periods() -> None:
    state = state_with(
        point("8"),
        ascending=False,
        baseline=Decimal(10),
        targets=[PeriodTarget(period=HALVES[1], value=Decimal(5))],
    )
    assert "8 posts, to fall to 5 (2031, 2nd half; target of the period)" in drawn(state)
    tips = tips_of(read_drawing(export(state, "indicators-svg")))
    assert "target of 2031, 2nd half: 5" in tips


def test_values_that_are_disputed_are_shown_with_what_they_leave_open() -> None:
    state = state_with(
        point("5"), disputed=(point("4", "DE"), point("6", "DE")), target=Decimal(10)
    )
    words = drawn(state)
    for word in (
        "9 to 11 of 10 posts (2031, 2nd half, added)",
        "disputed: DE 4 or 6; it is not decided whether the target is met",
        "2031, 2nd half: PL 5, DE 4 or 6 (disputed)",
        *("9 to 11", "a disputed value", "disputed part"),
    ):
        assert word in words
    assert any(
        word.endswith("targets met: n/a; of 1 the last value is disputed.") for word in words
    )
    tips = tips_of(read_drawing(export(state, "indicators-svg")))
    assert "2031, 2nd half: 9 to 11, disputed" in tips
    assert "DE: 6 (2031, 2nd half, reported on 2032-01-09, disputed)" in tips
    assert "disputed part" not in drawn(state_with(point("5")))


@pytest.mark.parametrize(
    ("disputed", "said"),
    [
        (("-4", "7"), "-4 to 7 posts (2031, 2nd half)"),
        (("-9", "-7"), "-9 to -7 posts (2031, 2nd half)"),
        (("1", "NaN"), "1 posts (2031, 2nd half)"),
    ],
)
def test_a_value_that_is_disputed_alone_is_a_value(disputed: tuple[str, ...], said: str) -> None:
    words = drawn(state_with(disputed=tuple(map(point, disputed))))
    assert said in words
    assert "no value" not in words


def test_disputed_shares_are_not_added() -> None:
    state = state_with(
        point("30"), disputed=(point("50", "DE"), point("60", "DE")), unit="% of posts"
    )
    words = drawn(state)
    assert "3 values of % of posts, which cannot be added" in words
    assert "disputed: DE 50 or 60" in words


def test_numbers_of_an_axis_are_never_cut() -> None:
    words = drawn(state_with(point("1250000.5"), target=Decimal(2500000), baseline=Decimal(-3)))
    assert {"-1\N{NO-BREAK SPACE}m", "0", "3\N{NO-BREAK SPACE}m"} <= {*words}
    assert not [word for word in words if "…" in word]
    billions = tuple(Decimal(one).scaleb(9) for one in (-10, -5, 0, 5))
    assert tick_names(billions, 38, 8) == tuple(
        f"{one}\N{NO-BREAK SPACE}bn" if one else "0" for one in (-10, -5, 0, 5)
    )
    assert tick_names((Decimal(0), Decimal(500)), 38, 8) == ("0", "500")


def test_what_is_no_number_is_left_out_and_told() -> None:
    words = drawn(state_with(point("NaN"), point("1E+999999", "DE"), target=Decimal("1E+99")))
    assert "No value was reported" in words
    assert "no target is set; 2 values that cannot be drawn" in words


def test_many_values_and_panels_stay_inside() -> None:
    many = [
        attrs.evolve(
            point(str(-(10**9) * year), party), period=Period(f"{year}-01-01", f"{year}-12-31")
        )
        for year in range(2001, 2031)
        for party in ("PL", "DE", "FR")
    ]
    state = state_with(*many, target=Decimal("123456789.5"))
    drawn(attrs.evolve(state, series=state.series * 20))


def test_without_a_quantitative_indicator_it_says_so() -> None:
    assert "No indicator of P counts anything." in drawn(small_state())


def test_a_scale_holds_all_values_and_zero() -> None:
    scale = Scale.of([Decimal(-3), Decimal(17)], 0, 100)
    assert scale.ticks == tuple(map(Decimal, (-5, 0, 5, 10, 15, 20)))
    assert scale.y(Decimal(0)) == 80
    assert Scale.of([], 0, 100).ticks == (Decimal(0), Decimal(1))


def test_numbers_and_periods_in_short() -> None:
    assert figure(Decimal("-1234567.50")) == "-1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567.5"
    assert figure(Decimal("0E+50")) == "0"
    names = {
        "2031-01-01/2031-12-31": "2031",
        "2031-04-01/2031-06-30": "2031, Q2",
        "2032-02-01/2032-02-29": "2032-02",
        "2032-02-01/2032-02-28": "2032-02-01 to 2032-02-28",
        "2031-07-01/2032-06-30": "2031-07-01 to 2032-06-30",
    }
    assert {one: period_name(Period.parse(one)) for one in names} == names


def test_hostile_words_are_words_and_stay_inside() -> None:
    assert words_outside(read_drawing(export(hostile_state(), "indicators-svg"))) == []
