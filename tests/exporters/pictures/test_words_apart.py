from decimal import Decimal

import attrs
import pytest

from charted_states import HALVES, small_plan, small_state, words_on_words, words_outside
from customs_coop.exporters import export
from customs_coop.exporters.pictures.placing import Placing, Spot, box_of
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    IndicatorRef,
    Measure,
    Party,
    PeriodTarget,
)
from customs_coop.monitoring import Point, Series, StateOfPlay, review
from drawn_files import read_drawing, words_of


def measured(values: dict[str, str], measure: Measure) -> StateOfPlay:
    points = [
        Point(period=HALVES[1], value=Decimal(value), party=party, on="2032-01-09")
        for party, value in values.items()
    ]
    series = Series(
        indicator=IndicatorRef(ActionRef("P", "1.1"), 1),
        text="Seizures",
        measure=measure,
        points=points,
    )
    return attrs.evolve(small_state(), series=(series,))


@pytest.mark.parametrize(
    "values",
    [
        {"AT": "65"},
        {"AT": "0", "IT": "1"},
        {"AT": "32", "IT": "33"},
        {"AT": "1", "IT": "1", "DE": "1", "EUROPOL": "1", "FR": "66"},
        {},
    ],
)
@pytest.mark.parametrize("unit", ["seizures", "% of seizures"])
@pytest.mark.parametrize("target", ["66", "1", "400"])
def test_no_words_lie_on_other_words(values: dict[str, str], unit: str, target: str) -> None:
    measure = Measure(
        unit=unit,
        baseline=Decimal(65),
        target=Decimal(target),
        targets=[PeriodTarget(period=half, value=Decimal(66)) for half in HALVES],
    )
    root = read_drawing(export(measured(values, measure), "indicators-svg"))
    assert words_on_words(root) == []
    assert words_outside(root) == []
    if values and unit == "seizures":
        assert str(sum(map(int, values.values()))) in words_of(root)


def test_the_target_of_a_period_is_told_from_that_of_the_end() -> None:
    targets = [PeriodTarget(period=HALVES[1], value=Decimal(100))]
    measure = Measure(unit="seizures", target=Decimal(400), targets=targets)
    words = words_of(read_drawing(export(measured({"AT": "100"}, measure), "indicators-svg")))
    assert "100 of 100 seizures (2031, 2nd half; target of the period)" in words
    told = "100 % of it; the target of the period is met; target at the end 400"
    assert told in words
    assert "target at the end 400" in words
    alone = attrs.evolve(measure, targets=[])
    words = words_of(read_drawing(export(measured({"AT": "100"}, alone), "indicators-svg")))
    assert "25 % of the target; the target is not met" in words
    assert "target 400" in words


def test_words_take_the_first_spot_that_is_free_and_shun_lines() -> None:
    placing = Placing()
    spots = [Spot(0, 10), Spot(0, 30), Spot(0, 50)]
    placing.line(0, 100, 8)
    assert placing.place("some words", spots, 10) == spots[1]
    assert placing.place("some words", spots, 10) == spots[2]
    # Better on a line than on words; and better nowhere than on words.
    assert placing.place("some words", spots, 10) == spots[0]
    assert placing.place("some words", spots, 10) is None
    assert box_of("ab", Spot(50, 10, "end"), 10)[2] == 50


def test_a_plan_without_objectives_has_one_bar_and_says_so() -> None:
    bare = [attrs.evolve(action, objectives=()) for action in small_plan().actions]
    state = review(attrs.evolve(small_plan(), actions=bare), on="2031-07-15")
    words = words_of(read_drawing(export(state, "progress-svg")))
    assert "All together" in words
    assert "No strategic objective" not in words
    assert any("None of them has a strategic objective" in line for line in words)
    words = words_of(read_drawing(export(small_state(), "progress-svg")))
    assert "No strategic objective" in words


def test_a_name_that_is_the_id_in_other_letters_is_printed_once() -> None:
    (first, *others) = small_plan().actions
    involved = [attrs.evolve(first.involved[0], party=party) for party in ("EUROPOL", "AT")]
    plan: ActionPlan = attrs.evolve(
        small_plan(), actions=[attrs.evolve(first, involved=involved), *others]
    )
    parties = [Party(id="EUROPOL", name="Europol"), Party(id="AT", name="Austria")]
    state = review(Dossier(plans=[plan], parties=parties), on="2031-07-15")
    words = words_of(read_drawing(export(state, "progress-svg", by="party")))
    assert {"Europol", "AT Austria"} <= {*words}
