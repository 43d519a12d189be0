"""Links of carried actions and of the draft, and what they wait for."""

import attrs
import pytest

from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, Status
from customs_coop.model.link import Target
from customs_coop.references import ActionCitation
from customs_coop.rollover import Carry, Disposition, Drop, MergeInto, Rollover, roll_over

DRAFT = ActionPlan(id="AP2", title="Second Action Plan")


def waits_for(target: Target, kind: LinkKind = LinkKind.DEPENDS_ON, text: str = "") -> Link:
    return Link(kind=kind, target=target, text=text)


def rolled(
    *links: Link,
    codes: str = "1 2 3 4 6",
    into: ActionPlan = DRAFT,
    missing: Disposition | None = None,
    **decided: Disposition,
) -> Rollover:
    """A plan of bare codes; the first action has the links, and 5 is missing."""
    actions = [Action(code=code, title=f"Step {code}") for code in codes.split()]
    actions[0] = attrs.evolve(actions[0], links=links)
    return roll_over(
        ActionPlan(id="AP1", title="First Action Plan", number=1, actions=actions),
        into=into,
        decide=lambda action: decided.get(f"a{action.code}", Carry()),
        missing={} if missing is None else {"5": missing},
    )


def targets(result: Rollover, code: str = "1") -> list[Target]:
    return [one.target for one in result.plan[code].links if one.kind is LinkKind.DEPENDS_ON]


def told(result: Rollover) -> list[str]:
    return [str(one) for one in result.report if one.code not in {"CC610", "CC611"}]


@pytest.mark.parametrize("target", [ActionRef("AP1", "5"), ActionCitation(None, "5")])
def test_what_waits_for_a_missing_code_never_waits_for_another_action(target: Target) -> None:
    link = waits_for(target, text="depends on action 5")
    dropped = rolled(link, missing=Drop("given up"))
    assert targets(dropped) == [ActionRef("AP1", "5")]
    assert dropped.plan["5"].title == "Step 6"
    assert told(dropped) == [
        "warning CC601: AP2/1: it depends on AP1/5, which is dropped",
        'warning CC617: AP2/1: "depends on action 5" means AP1/5, which AP1 does not have',
    ]
    assert [one[:14] for one in told(rolled(link))] == ["warning CC617:"]
    merged = rolled(link, missing=MergeInto("6"))
    assert targets(merged) == [ActionRef("AP2", "5")]
    assert told(merged) == []


@pytest.mark.parametrize("plan", [None, 1])
def test_a_citation_follows_as_an_address_does(plan: int | None) -> None:
    link = waits_for(ActionCitation(plan, "6"))
    assert targets(rolled(link)) == [ActionRef("AP2", "5")]
    assert "CC601" in str(rolled(link, a6=Drop("no money")).report)


@pytest.mark.parametrize("target", [ActionCitation(2, "6"), ActionCitation(None, "9")])
def test_a_citation_of_something_else_stays(target: ActionCitation) -> None:
    assert targets(rolled(waits_for(target))) == [target]


def test_a_citation_that_the_draft_would_give_another_meaning_names_the_old_plan() -> None:
    into = attrs.evolve(DRAFT, actions=[Action(code="9", title="New")])
    assert targets(rolled(waits_for(ActionCitation(None, "9")), into=into)) == [
        ActionRef("AP1", "9")
    ]


def test_links_that_tell_of_the_past_stay_with_the_old_plan() -> None:
    links = [
        Link(kind=LinkKind.MERGED_FROM, target=ActionCitation(None, "5")),
        Link(kind=LinkKind.CONTINUES, target=ActionCitation(None, "3.9")),
        Link(kind=LinkKind.SUPERSEDES, target=ActionCitation(1, "6")),
    ]
    new = rolled(*links).plan["1"]
    assert [one.target for one in new.links[:3]] == [
        ActionRef("AP1", "5"),
        ActionCitation(None, "3.9"),
        ActionCitation(1, "6"),
    ]


def test_an_action_that_waits_for_what_went_into_it_is_told() -> None:
    result = rolled(waits_for(ActionRef("AP1", "2"), LinkKind.AWAITS), a2=MergeInto("1"))
    assert told(result) == [
        "info CC627: AP2/1: it awaits AP1/2, which is now AP2/1 itself",
    ]


def test_a_code_that_stands_twice_leads_to_what_goes_on_and_is_told() -> None:
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(code="1", title="Done", status=Status.COMPLETED),
            Action(code="1", title="Open"),
            Action(code="2", title="Two", links=[waits_for(ActionRef("AP1", "1"))]),
        ],
    )
    result = roll_over(plan, into=DRAFT)
    assert targets(result, "2") == [ActionRef("AP2", "1")]
    assert told(result) == [
        "warning CC628: AP2/2: it depends on AP1/1, and that code stands twice: AP2/1"
    ]


def test_what_an_action_of_the_draft_waits_for_follows() -> None:
    own = Action(
        code="9",
        title="New",
        links=[
            waits_for(ActionRef("AP1", "2"), LinkKind.AWAITS),
            waits_for(ActionRef("AP1", "6"), LinkKind.AWAITS),
            waits_for(ActionRef("AP1", "6"), LinkKind.CITES),
            waits_for(ActionCitation(None, "6")),
        ],
    )
    result = rolled(into=attrs.evolve(DRAFT, actions=[own]), a2=Drop("no money"))
    assert [one.target for one in result.plan["9"].links] == [
        ActionRef("AP1", "2"),
        ActionRef("AP2", "4"),
        ActionRef("AP1", "6"),
        ActionCitation(None, "6"),  # of the draft itself
    ]
    assert told(result) == ["warning CC601: AP2/9: it awaits AP1/2, which is dropped"]
