import attrs
import pytest

from charted_states import hostile_state, small_plan, small_state, words_outside
from customs_coop.errors import ExportOptionError
from customs_coop.exporters import export
from customs_coop.exporters.pictures.chart_paint import STANDING_PAINT
from customs_coop.model import Action, ActionPlan, Dossier
from customs_coop.monitoring import Standing, review
from drawn_files import read_drawing, tips_of, words_of
from sample_states import country_dossier


def test_each_bar_tells_its_numbers_and_what_they_are_counted_against() -> None:
    root = read_drawing(export(small_state(), "progress-svg"))
    words, tips = words_of(root), tips_of(root)
    assert "Progress by strategic objective, 15 July 2031" in words
    assert [word for word in words if word in ("All together", "A", "B")] == [
        *("All together", "A", "B"),
    ]
    assert "No strategic objective" in words
    for tip in (
        "All together: of 4, 1 completed, 1 open, 1 due, 1 overdue",
        "A: of 2, 1 completed, 1 overdue",
        "1 of 2 completed",
        "No strategic objective: of 1, 1 due",
    ):
        assert tip in tips
    assert "1 of 4" in words  # completed, beside the bar of all
    assert words.count("n/a") == 2 * 4  # nothing was to be measured, no report was due
    assert "n/a: there is nothing to count" in words


def test_the_legend_explains_the_looks_that_are_there_and_each_has_its_own() -> None:
    words = words_of(read_drawing(export(small_state(), "progress-svg")))
    explained = [word for word in words if word.endswith("(1)")]
    assert explained == ["completed (1)", "open (1)", "due (1)", "overdue (1)"]
    assert set(STANDING_PAINT) == set(Standing)
    looks = [(paint.pattern, paint.is_dark) for paint in STANDING_PAINT.values()]
    # Two are plain and light, and differ by how light: white and a middle blue.
    assert len(set(looks)) == len(looks) - 1


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("work_area", ["1 On land", "2 At sea", "3 In the air"]),
        ("party", ["CCWP Customs Cooperation Working Party"]),
        ("plan", ["P Small plan"]),
        ("action", ["P/1.1 Count the sheds", "P/2.2 Write to the ports"]),
    ],
)
def test_things_are_counted_by_what_is_asked_for(by: str, names: list[str]) -> None:
    words = words_of(read_drawing(export(small_state(), "progress-svg", by=by)))
    assert set(names) <= set(words)
    assert ("n/a: nothing belongs to it" in words) is (by == "work_area")


def test_nothing_else_can_be_counted_by() -> None:
    with pytest.raises(ExportOptionError):
        export(small_state(), "progress-svg", by="weather")


def test_a_part_that_is_too_narrow_has_its_number_below_the_bar() -> None:
    plan = small_plan()
    more = [Action(code=f"3.{number}", title="Wait") for number in range(300)]
    state = review(attrs.evolve(plan, actions=[*plan.actions, *more]), on="2031-07-15")
    root = read_drawing(export(state, "progress-svg", by="plan"))
    assert "1 due, 2 overdue" in words_of(root)
    assert words_outside(root) == []


def test_several_plans_are_told_apart() -> None:
    other = attrs.evolve(small_plan(), id="Q", title="Other plan")
    state = review(Dossier(plans=[small_plan(), other]), on="2031-07-15")
    words = words_of(read_drawing(export(state, "progress-svg", by="work_area")))
    assert "P: 1 On land" in words
    assert "Q: 1 On land" in words


def test_without_anything_to_do_it_says_so() -> None:
    state = review(ActionPlan(id="P", title=""), on="2031-07-15")
    assert "There is nothing to be done in P." in words_of(
        read_drawing(export(state, "progress-svg"))
    )


def test_hundreds_of_rows_have_the_scale_below_them_too() -> None:
    actions = [Action(code=str(number), title="Do it " * 30) for number in range(400)]
    state = review(ActionPlan(id="P", title="", actions=actions), on="2031-07-15")
    root = read_drawing(export(state, "progress-svg", by="action"))
    assert words_of(root).count("50 %") == 2
    assert words_outside(root) == []


@pytest.mark.parametrize("by", ["objective", "party", "action"])
def test_hostile_words_are_words_and_stay_inside(by: str) -> None:
    root = read_drawing(export(hostile_state(), "progress-svg", by=by))
    assert words_outside(root) == []


def test_what_has_still_to_come_is_told_and_not_counted() -> None:
    early = review(country_dossier(), on="2031-11-05")
    told = "Still to come, and not counted here: 24 reports."
    drawn = " ".join(words_of(read_drawing(export(early, "progress-svg", by="party"))))
    assert told in drawn
    late = review(country_dossier(), on="2031-11-20")
    assert "Still to come" not in export(late, "progress-svg")
