"""CC4xx: who acts."""

from customs_coop.model import Action, ActionPlan, Involvement, Role, Status
from customs_coop.validation import validate


def codes(*actions: Action) -> list[tuple[str, str]]:
    plan = ActionPlan(id="AP1", title="Plan", period="2004-01-01/2006-12-31", actions=actions)
    return [(finding.code, finding.subject) for finding in validate(plan)]


def by(party: str, role: Role = Role.RESPONSIBLE, text: str = "", **more: bool) -> Involvement:
    return Involvement(party=party, role=role, text=text, **more)


def test_an_open_action_without_a_responsible_party_among_others_that_have_one() -> None:
    found = codes(
        Action(code="1", title="One", involved=[by("CCWP")]),
        Action(code="2", title="Two", involved=[by("COM", Role.CONCERNED)]),
        Action(code="3", title="Three", status=Status.OBSOLETE),
    )
    assert found == [("CC401", "AP1/2")]


def test_a_plan_that_names_no_responsible_party_at_all_is_left_alone() -> None:
    assert codes(Action(code="1", title="One", involved=[by("COM", Role.CONCERNED)])) == []


def test_a_party_that_the_text_doubts() -> None:
    doubted = [by(party, text="Groups?", confirmed=False) for party in ("CCWP", "COM")]
    action = Action(code="1", title="One", involved=[*doubted, by("EUROPOL")])
    assert codes(action) == [("CC402", "AP1/1")]


def test_a_party_named_twice_in_one_role_or_in_opposed_roles() -> None:
    twice = Action(code="1", title="One", involved=[by("COM"), by("COM", text="Commission")])
    opposed = Action(code="2", title="Two", involved=[by("COM"), by("COM", Role.CONCERNED)])
    both = Action(code="3", title="Three", involved=[by("COM"), by("COM", Role.HOST)])
    others = Action(code="4", title="Four", involved=[by("COM"), by("EUROPOL", Role.CONCERNED)])
    assert codes(twice, opposed, both, others) == [("CC403", "AP1/1"), ("CC403", "AP1/2")]
