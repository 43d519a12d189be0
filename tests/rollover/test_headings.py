"""Headings of work areas that claim one code are told, and none goes without a word."""

from customs_coop.model import Action, ActionPlan, WorkArea
from customs_coop.rollover import roll_over


def told(areas: list[tuple[str, str]], draft: list[tuple[str, str]]) -> list[str]:
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[Action(code="3.1", title="One", work_area="3")],
        work_areas=[WorkArea(code=code, title=title) for code, title in areas],
    )
    into = ActionPlan(
        id="AP2",
        title="",
        work_areas=[WorkArea(code=code, title=title) for code, title in draft],
    )
    return [one.message for one in roll_over(plan, into=into).report if one.code == "CC609"]


def test_a_row_under_a_heading_that_it_never_had_is_told() -> None:
    assert told([], [("3", "Borders")]) == [
        'work area 3 is "Borders", and AP1 has no heading for it'
    ]
    assert told([], [("4", "Borders")]) == told([], [("3", "")]) == []


def test_two_headings_of_one_code_are_told() -> None:
    assert told([("3", "Law"), ("3", "Borders")], []) == [
        'AP1 has two work areas 3: "Law" stays, and "Borders" is left out'
    ]
    assert told([("3", "Law"), ("3", "law")], []) == []
