"""CC3xx: what a plan promises should fall into the time for which it is."""

import pytest

from customs_coop.deadline import Deadline, parse_deadline
from customs_coop.model import Action, ActionPlan, Indicator
from customs_coop.validation import validate


def plan_with(*deadlines: Deadline) -> ActionPlan:
    """A plan with the first deadline at its action and the others at an indicator."""
    indicator = Indicator(text="Report", deadlines=deadlines[1:])
    action = Action(code="1", title="Do", deadlines=deadlines[:1], indicators=[indicator])
    return ActionPlan(id="AP1", title="Plan", period="2004-01-01/2006-12-31", actions=[action])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("December 2006", None),
        ("31.12.2006", None),
        ("June 2007", "CC301"),
        ("July 2006 to June 2007", "CC301"),
        ("during 2007", "CC302"),
        ("30.6.2003", "CC306"),
        ("Annually", None),
        ("tbc", "CC303"),
        ("in the near future", "CC303"),
        ("Q17 of 20004", "CC304"),
    ],
)
def test_where_a_deadline_lies(text: str, code: str | None) -> None:
    report = validate(plan_with(parse_deadline("2005-01-01"), parse_deadline(text)))
    assert [finding.code for finding in report] == ([code] if code else [])
    assert report.ok
    assert all(text in finding.message for finding in report)


def test_deadlines_of_the_action_itself_count_as_well() -> None:
    report = validate(plan_with(parse_deadline("tbc")))
    assert [(finding.code, finding.subject) for finding in report] == [("CC303", "AP1/1")]


def test_a_plan_without_a_period() -> None:
    report = validate(ActionPlan(id="AP1", title="Plan"))
    assert [(finding.code, finding.subject) for finding in report] == [("CC305", "AP1")]
