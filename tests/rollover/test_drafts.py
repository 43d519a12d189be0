"""The draft of the plan that follows another one."""

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, ActionPlan, Status, WorkArea
from customs_coop.rollover import next_plan, roll_over
from folded import every_case

PERIOD = "2007-01-01/2008-06-30"


def test_a_draft_takes_over_what_goes_on() -> None:
    plan = ActionPlan(
        id="AP1",
        title="First Action Plan",
        number=1,
        strategy="S2003",
        period="2004-01-01/2006-12-31",
        work_areas=[WorkArea(code="1", title="Law"), WorkArea(code="2", title="Risk")],
        actions=[
            Action(code="1.1", title="Done", work_area="1", status=Status.COMPLETED),
            Action(code="2.1", title="Open", work_area="2"),
        ],
    )
    draft = next_plan(plan, period=PERIOD)
    assert draft == ActionPlan(
        id="AP2",
        title="Second Action Plan",
        number=2,
        strategy="S2003",
        period=PERIOD,
        work_areas=[WorkArea(code="2", title="Risk")],
        previous=["AP1"],
    )
    rolled = roll_over(plan, into=draft).plan
    assert rolled.previous == ("AP1",)
    assert [action.title for action in rolled] == ["Open"]


@every_case(
    ("old", "new"),
    [
        ("AP1", "AP2"),
        ("AP9", "AP10"),
        ("AP009", "AP010"),
        ("AP99", "AP100"),
        ("7", "8"),
        ("P1997", "P2007"),
        ("P2007", "P2007-next"),
        ("PLAN2004", "PLAN2004-next"),
        ("Naples", "Naples-next"),
    ],
)
def test_the_id_goes_up_by_one(old: str, new: str) -> None:
    assert next_plan(ActionPlan(id=old, title=""), period=PERIOD).id == new


@every_case(
    ("old", "number", "new"),
    [
        ("Fifth Action Plan", 5, "Sixth Action Plan"),
        ("the fifth plan", 5, "the sixth plan"),
        ("FIFTH PLAN", 5, "SIXTH PLAN"),
        ("5th Action Plan", 5, "6th Action Plan"),
        ("12th plan", 12, "13th plan"),
        ("21st plan", 21, "22nd plan"),
        ("Twelfth plan", 12, "13th plan"),
        ("Second plan under the Third Pillar", 2, "Third plan under the Third Pillar"),
        ("Work under the Third Pillar", 1, "Second Action Plan"),
        ("Fifth Action Plan (1.7.2011-31.12.2012)", 5, "Sixth Action Plan"),
        ("Work plan", None, "Plan that follows AP"),
    ],
)
def test_the_ordinal_in_the_title_goes_up_by_one(old: str, number: int | None, new: str) -> None:
    assert next_plan(ActionPlan(id="AP", title=old, number=number), period=PERIOD).title == new


def test_the_figure_of_the_id_stands_in_for_a_number() -> None:
    draft = next_plan(ActionPlan(id="AP1", title="First Action Plan"), period=PERIOD)
    assert (draft.title, draft.number) == ("Second Action Plan", None)


def test_id_and_title_can_be_given() -> None:
    draft = next_plan(ActionPlan(id="AP1", title="First"), period=PERIOD, id="B", title="Next")
    assert (draft.id, draft.title) == ("B", "Next")


def test_a_period_that_cannot_be_read() -> None:
    with pytest.raises(InvalidValueError):
        next_plan(ActionPlan(id="AP1", title=""), period="2007")
