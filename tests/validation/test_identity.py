"""CC2xx: whatever is named must be there, and only once."""

import pytest

from customs_coop.diagnostics import Severity
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
    Note,
    Recommendation,
    WorkArea,
)
from customs_coop.validation import RULES, validate


def plan_of(*actions: Action, **fields: object) -> ActionPlan:
    plan = ActionPlan(id="AP1", title="Plan", period="2004-01-01/2006-12-31", actions=actions)
    return ActionPlan(
        **{  # type: ignore[arg-type] # the fields of a test are of many types
            "id": plan.id,
            "title": plan.title,
            "period": plan.period,
            "actions": plan.actions,
            **fields,
        }
    )


def found(subject: ActionPlan | Dossier) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in validate(subject)]


def test_a_plan_in_order_has_no_findings() -> None:
    plan = plan_of(
        Action(code="1.1", title="One", work_area="1"),
        Action(code="1.2", title="Two", work_area="1", aliases=["1.3"]),
        Action(code="1.4", title="Three", work_area="1"),
        work_areas=[WorkArea(code="1", title="Area")],
    )
    assert found(plan) == []
    assert str(validate(plan)) == "no findings"


def test_a_code_given_twice_is_an_error() -> None:
    plan = plan_of(*(Action(code=code, title="Do") for code in ("1", "2", "2", "2")))
    report = validate(plan)
    assert found(plan) == [("CC201", "AP1/2")]
    assert "3 actions" in str(report)
    assert not report.ok


def test_a_plan_id_given_twice_is_an_error() -> None:
    dossier = Dossier(plans=[plan_of(Action(code="1", title="Do")), plan_of()])
    assert found(dossier) == [("CC202", "AP1")]
    assert validate(dossier).errors


def test_an_alias_that_is_the_code_of_another_action() -> None:
    plan = plan_of(Action(code="1", title="One", aliases=["2"]), Action(code="2", title="Two"))
    assert found(plan) == [("CC203", "AP1/1")]


def test_an_alias_of_its_own_code_is_harmless() -> None:
    assert found(plan_of(Action(code="1", title="One", aliases=["1"]))) == []


def test_an_alias_of_two_actions() -> None:
    plan = plan_of(
        Action(code="1", title="One", aliases=["3", "3"]),
        Action(code="2", title="Two", aliases=["3"]),
    )
    assert found(plan) == [("CC204", "AP1/2")]


def test_a_work_area_that_the_plan_does_not_list() -> None:
    plan = plan_of(Action(code="1", title="One", work_area="7"))
    assert found(plan) == [("CC205", "AP1/1")]


def test_an_action_without_a_work_area_among_others_that_have_one() -> None:
    plan = plan_of(
        Action(code="1", title="One", work_area="A"),
        Action(code="2", title="Two"),
        work_areas=[WorkArea(code="A", title="Area")],
    )
    assert found(plan) == [("CC206", "AP1/2")]


def test_a_plan_that_assigns_no_action_to_its_work_areas_is_left_alone() -> None:
    plan = plan_of(Action(code="1", title="One"), work_areas=[WorkArea(code="A", title="Area")])
    assert found(plan) == []


def test_a_link_to_an_action_that_its_plan_does_not_have() -> None:
    def awaits(code: str) -> Link:
        return Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", code))

    plan = plan_of(
        Action(code="1", title="One", links=[awaits("2"), awaits("9.9"), awaits("3")]),
        Action(code="2", title="Two", aliases=["3"]),
    )
    assert found(plan) == [("CC207", "AP1/1")]
    assert "9.9" in validate(plan).diagnostics[0].message


def test_missing_codes_are_worth_knowing() -> None:
    plan = plan_of(
        *(Action(code=code, title="Do") for code in ("7.2", "8.2", "8.3", "8.5", "14b", "13")),
        Action(code="8.7", title="Do", aliases=["8.6"]),
    )
    report = validate(plan)
    gaps = "1, 2, 3, 4, 5, 6, 7, 7.1, 8, 8.1, 8.4, 9, 10, 11, 12"
    assert [(d.code, d.severity, d.message) for d in report] == [
        ("CC208", Severity.INFO, f"missing codes: {gaps}")
    ]


def test_figures_that_do_not_count_leave_no_gaps() -> None:
    codes = ("1", "2004", "2005", "999999", "9999999999", "A")
    assert found(plan_of(*(Action(code=code, title="Do") for code in codes))) == []


@pytest.mark.parametrize(
    "dossier",
    [
        Dossier(
            recommendations=[Recommendation(id="R1", text="Do"), Recommendation(id="R1", text="")]
        ),
        Dossier.of(
            plan_of(work_areas=[WorkArea(code="1", title=""), WorkArea(code="1", title="")])
        ),
        Dossier.of(plan_of(notes=[Note(id="1", text="If agreed"), Note(id="1", text="")])),
    ],
)
def test_a_name_given_twice_is_an_error(dossier: Dossier) -> None:
    report = validate(dossier)
    assert [finding.code for finding in report] == ["CC209"]
    assert not report.ok


def test_a_note_that_is_not_there() -> None:
    plan = plan_of(
        Action(code="1", title="One", notes=["1", "2"]), notes=[Note(id="1", text="If agreed")]
    )
    assert found(plan) == [("CC210", "AP1/1")]


def test_findings_stand_in_the_order_of_plans_actions_and_codes() -> None:
    def plan(name: str) -> ActionPlan:
        return ActionPlan(
            id=name,
            title="Plan",
            actions=[
                Action(code="10", title="Ten", work_area="7", notes=["1"]),
                Action(code="9", title="Nine", work_area="7"),
            ],
        )

    dossier = Dossier(
        plans=[plan("B"), plan("A")],
        recommendations=[Recommendation(id="R", text=""), Recommendation(id="R", text="")],
    )
    of_a_plan = [("CC208", ""), ("CC305", ""), ("CC205", "/10"), ("CC210", "/10"), ("CC205", "/9")]
    expected = [("CC209", "")]
    expected += [(code, name + rest) for name in ("B", "A") for code, rest in of_a_plan]
    assert found(dossier) == expected
    assert validate(dossier) == validate(dossier, rules=RULES[::-1])


def test_rules_can_be_chosen_and_stay_what_they_are() -> None:
    plan = plan_of(Action(code="2", title="Two"))
    assert len(validate(plan, rules=())) == 0
    assert len(validate(plan, rules=[validate])) == 1
    assert isinstance(RULES, tuple)
    assert all(rule.__doc__ for rule in RULES)


def test_neither_a_plan_nor_a_dossier_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="dossier"):
        validate("AP1")  # type: ignore[arg-type] # what the test is about
