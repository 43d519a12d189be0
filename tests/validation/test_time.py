"""CC3xx: what a plan promises should fall into the time for which it is."""

import attrs

from customs_coop.deadline import Deadline, parse_deadline
from customs_coop.diagnostics import Span
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Link
from customs_coop.references import DocumentNumber
from customs_coop.validation import validate
from customs_coop.validation.time import times_fit_the_order
from folded import every_case


def plan_with(*deadlines: Deadline) -> ActionPlan:
    """A plan with the first deadline at its action and the others at an indicator."""
    indicator = Indicator(text="Report", deadlines=deadlines[1:])
    action = Action(code="1", title="Do", deadlines=deadlines[:1], indicators=[indicator])
    return ActionPlan(id="AP1", title="Plan", period="2004-01-01/2006-12-31", actions=[action])


@every_case(
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


@every_case(
    ("awaited", "waiting", "code"),
    [
        ("second half of 2005", "by June 2005", "CC307"),
        ("by December 2005", "by June 2005", "CC308"),
        ("second half of 2007", "", "CC309"),
        ("by June 2007", "", "CC310"),
        ("by June 2005", "by December 2005", None),
        ("by June 2005", "", None),
    ],
)
def test_times_fit_the_order(awaited: str, waiting: str, code: str | None) -> None:
    link = Link(kind="awaits", target=ActionRef("AP1", "1"), text="outcome of 1")
    span = Span(source="plan.txt", line=7)
    actions = [
        Action(code="1", title="Study", deadlines=[parse_deadline(awaited)]),
        Action(
            code="2",
            title="Act",
            deadlines=[parse_deadline(waiting)] if waiting else [],
            links=[link],
            span=span,
        ),
    ]
    plan = ActionPlan(id="AP1", title="", period="2004-01-01/2006-12-31", actions=actions)
    found = list(validate(plan, rules=[times_fit_the_order]))
    assert [finding.code for finding in found] == ([code] if code else [])
    for finding in found:
        assert (finding.subject, finding.span) == ("AP1/2", span)
        assert f'"{awaited}"' in finding.message
        assert finding.message.endswith('; AP1/1 -> AP1/2 (awaits): "outcome of 1"')
        assert not finding.message.startswith("AP1/2")


def test_a_report_may_lie_between_and_a_long_chain_is_cut() -> None:
    report = DocumentNumber.parse("8351/2/09 REV 2")
    first = Action(
        code="1",
        title="",
        deadlines=[parse_deadline("2005")],
        links=[Link(kind="completed by", target=report)],
    )
    last = Action(
        code="9",
        title="",
        deadlines=[parse_deadline("2004")],
        links=[Link(kind="starts from", target=report)],
    )
    plan = ActionPlan(id="P", title="", period="2004-01-01/2006-12-31", actions=[first, last])
    assert [one.code for one in validate(plan, rules=[times_fit_the_order])] == ["CC308"]
    between = [
        Action(
            code=str(n),
            title="",
            links=[Link(kind="awaits", target=ActionRef("P", str(n - 1)))],
        )
        for n in range(2, 9)
    ]
    last = attrs.evolve(last, links=[Link(kind="awaits", target=ActionRef("P", "8"))])
    plan = attrs.evolve(plan, actions=[first, *between, last])
    (found,) = validate(plan, rules=[times_fit_the_order])
    assert "; ... P/5 -> P/6 (awaits); " in found.message
    assert found.message.endswith("P/8 -> P/9 (awaits)")
