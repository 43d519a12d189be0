"""A plan and an edit of it with every kind of change, for the tests of marked tables."""

import attrs

from customs_coop.comparison import PlanDiff, diff
from customs_coop.deadline import parse_deadline
from customs_coop.model import Action, ActionPlan, Indicator, Status, WorkArea
from customs_coop.references import DocumentNumber
from sample_plans import work_plan


def old_plan() -> ActionPlan:
    """The sample work plan with two rows more in its first area."""
    plan = work_plan()
    more = [
        Action(code="1.3", title="Compare the registers of all ports", work_area="1"),
        Action(code="1.4", title="Exchange officers", work_area="1", priority="Medium"),
    ]
    return attrs.evolve(plan, actions=[*plan.actions[:2], *more, *plan.actions[2:]])


def edited_plan() -> ActionPlan:
    """That plan with rows added, one removed, one moved, and words changed."""
    plan = old_plan()
    first, _, third, fourth, *others = plan.actions
    indicators = [
        attrs.evolve(first.indicators[0], text="Survey of all users"),
        Indicator(text="Report on the survey", deadlines=[parse_deadline("by mid-2006")]),
    ]
    changed = attrs.evolve(
        first,
        title="Keep close watch over the use of the register",
        indicators=indicators,
        priority="Low",
        status=Status.COMPLETED,
    )
    moved = attrs.evolve(fourth, title="Exchange young officers")
    new = Action(code="3.1", title="Train the crews <b>of patrol boats</b>", work_area="3")
    newest = attrs.evolve(new, code="4.1", work_area="4")
    return attrs.evolve(
        plan,
        title="Sample Work Plan, revised",
        document=DocumentNumber.parse("14680/1/05 REV 1 ENFOCUSTOM 74"),
        work_areas=[*plan.work_areas, WorkArea(code="4", title="New area")],
        actions=[moved, changed, third, *others, new, newest],
    )


def edit() -> PlanDiff:
    """The differences between the two."""
    return diff(old_plan(), edited_plan())
