import datetime as dt

import attrs
import pytest

from charted_states import hostile_state, small_plan, small_state, words_outside
from customs_coop.deadline import parse_deadline
from customs_coop.errors import UnknownPlanError
from customs_coop.exporters import export
from customs_coop.exporters.pictures.burndown_days import Burn, burns_of
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    ProgressReport,
    Status,
)
from customs_coop.monitoring import CellState, StateOfPlay, review
from customs_coop.references import DocumentNumber
from drawn_files import SVG, read_drawing, tips_of, words_of
from sample_states import country_state


def burn_of(state: StateOfPlay) -> Burn:
    (burn,) = burns_of(state)
    return burn


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_what_is_open_falls_on_the_day_of_the_report() -> None:
    burn = burn_of(small_state())
    assert [burn.open_on(day(one)) for one in ("2031-03-19", "2031-03-20", "2031-07-15")] == [
        *(4, 3, 3),
    ]
    assert [one.reported for one in burn.closings] == [True]


def test_what_the_deadlines_ask_for_falls_on_their_last_days() -> None:
    burn = burn_of(small_state())
    days = ("2031-03-30", "2031-03-31", "2031-06-30", "2031-12-31")
    assert [burn.asked_on(day(one)) for one in days] == [4, 3, 2, 1]
    assert burn.undated == 1


def test_a_thing_that_is_said_to_be_done_again_was_done_before() -> None:
    ref = ActionRef("P", "1.1")
    again = ProgressReport(party="CCWP", subject=ref, on="2031-05-01", status="completed")
    assert burn_of(small_state(again)).closings[0].day == day("2031-03-20")
    # It was taken back in between.
    back = ProgressReport(party="CCWP", subject=ref, on="2031-04-01", status="ongoing")
    assert burn_of(small_state(back, again)).closings[0].day == day("2031-05-01")


def printed(on: str | None) -> StateOfPlay:
    """The small plan, which prints that 2.2 is obsolete, in a document of a day."""
    number = DocumentNumber(number=71, year=2031)
    plan = small_plan()
    *others, last = plan.actions
    actions = [*others, attrs.evolve(last, status=Status.OBSOLETE)]
    papers = [Document(reference=number, title="Plan", date=on)]
    plan = attrs.evolve(plan, actions=actions, document=number)
    return review(Dossier(plans=[plan], documents=papers), on="2031-07-15")


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2031-02-03", "2031-02-03"), (None, "2031-07-15"), ("2031-09-01", "2031-07-15")],
)
def test_where_nobody_told_the_day_that_of_the_document_or_the_review_is_marked(
    on: str | None, expected: str
) -> None:
    (closing,) = burn_of(printed(on)).closings
    assert (str(closing.day), closing.reported) == (expected, False)
    root = read_drawing(export(printed(on), "burndown-svg"))
    tip = f"{expected} (the day is not known; as printed): P/2.2 obsolete"
    assert tip in tips_of(root)
    words = words_of(root)
    assert "closed, nobody told the day" in words
    assert "closed by a report of that day" not in words
    assert "the day is known of 0 of 1 closing" in words


def test_what_recurs_is_asked_for_by_its_last_round() -> None:
    plan = small_plan()
    action = attrs.evolve(plan.actions[0], deadlines=[parse_deadline("every six months")])
    state = review(attrs.evolve(plan, actions=[action]), on="2031-07-15")
    assert burn_of(state).asked == (day("2031-12-31"),)


def test_the_drawing_says_in_words_how_far_it_is() -> None:
    root = read_drawing(export(small_state(), "burndown-svg"))
    words = words_of(root)
    for word in (
        *("What is still open of P, 15 July 2031", "P Small plan", "review: 15 July 2031"),
        *("3 of 4 open on 15 July 2031", "2 of 4 may be open by the deadlines", "1 overdue"),
        *("3 open", "1 closed: 1 completed", "1 of 4 without a day", "90 days after the review"),
    ):
        assert word in words
    assert "2031-03-20 (reported): P/1.1 completed" in tips_of(root)
    assert "due by 2031-10-13" in tips_of(root)
    assert words_outside(root) == []


def test_the_open_line_ends_at_the_review_and_the_other_with_the_plan() -> None:
    root = read_drawing(export(small_state(), "burndown-svg"))
    lines = {one.get("stroke-width"): one.get("d", "") for one in root.iter(f"{SVG}path")}
    last_open = float(lines["2.4"].rsplit("H", 1)[1])
    last_asked = float(lines["1.6"].rsplit("H", 1)[1])
    (review_line,) = [one for one in root.iter(f"{SVG}line") if one.get("stroke") == "#b91c1c"]
    assert last_open == pytest.approx(float(review_line.get("x1", "")), abs=0.01)
    assert last_asked > last_open + 100


def test_each_plan_has_lines_of_its_own_and_one_can_be_chosen() -> None:
    empty = ActionPlan(id="Q", title="Empty plan", period="2031-01-01/2031-12-31")
    state = review(Dossier(plans=[small_plan(), empty]), on="2031-07-15")
    words = words_of(read_drawing(export(state, "burndown-svg")))
    assert "Q Empty plan" in words
    assert "There is nothing to be done in it." in words
    words = words_of(read_drawing(export(state, "burndown-svg", plan="P")))
    assert "Q Empty plan" not in words
    with pytest.raises(UnknownPlanError, match="plans that were are P, Q"):
        export(state, "burndown-svg", plan="R")


@pytest.mark.parametrize("on", ["0001-01-01", "2031-12-31", "9999-12-31"])
def test_a_review_of_any_day_can_be_drawn(on: str) -> None:
    root = read_drawing(export(small_state(on=on), "burndown-svg"))
    assert words_outside(root) == []
    assert ("review: 31 December 2031" in words_of(root)) is (on == "2031-12-31")


def test_hostile_words_are_words_and_stay_inside() -> None:
    assert words_outside(read_drawing(export(hostile_state(), "burndown-svg"))) == []


def test_what_several_have_to_do_says_how_many_of_them_have_done_it() -> None:
    state = country_state()
    cells = state.matrix.cells
    done = sum(one.state is CellState.IMPLEMENTED for one in cells)
    void = sum(one.state is CellState.NOT_APPLICABLE for one in cells)
    assert (done > 0, void) == (True, 1)
    assert str(burn_of(state).cells) == f"{done} of {len(cells) - 1}"
    words = " ".join(words_of(read_drawing(export(state, "burndown-svg"))))
    assert f"{done} of {len(cells) - 1} cells of the matrix that apply are implemented" in words
    assert "closes when all of them have closed it" in words
    alone = export(small_state(), "burndown-svg")
    assert "matrix" not in alone
    assert "closes when all" not in alone
