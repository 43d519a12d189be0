"""Words of carried rows that still name the codes of the old plan."""

import pytest

from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Link, LinkKind, Status
from customs_coop.rollover import SplitInto, carry_open_actions, roll_over
from folded import every_case


def told(text: str, *links: Link) -> list[str]:
    """What is told about a row with these words; 1.1 is done, 1.2 is split, 1.4 was 1.3 first."""
    plan = ActionPlan(
        id="AP1",
        title="",
        number=1,
        actions=[
            Action(code="1.1", title="One", status=Status.COMPLETED),
            Action(code="1.2", title="Two"),
            Action(code="1.4", title="Four", aliases=["1.3"]),
            Action(code="1.5", title="Five", indicators=[Indicator(text=text)], links=links),
            Action(code="2.1", title="Six"),
        ],
    )
    rolled = roll_over(
        plan,
        into=ActionPlan(id="AP2", title="", number=2),
        decide=lambda action: (
            SplitInto(["A", "B"]) if action.code == "1.2" else carry_open_actions(action)
        ),
    )
    assert rolled.plan["1.4"].indicators[0].text == text
    return [
        finding.message
        for finding in rolled.report
        if finding.code == "CC617" and finding.subject == "AP2/1.4"
    ]


@every_case(
    ("text", "messages"),
    [
        ("see action 1.4", ['"action 1.4" means AP1/1.4, which is now 1.3']),
        ("see action 1.3", ['"action 1.3" means AP1/1.3, which is now 1.3']),
        ("Actions 1.2", ['"Actions 1.2" means AP1/1.2, which is now 1.1 and 1.2']),
        ("after Action [1.1]", ['"Action [1.1]" means AP1/1.1, which does not go on']),
        ("this action 1.5", ['"action 1.5" means AP1/1.5, which is now 1.4']),
        ("see action 2.1", []),  # the same in the new plan
        ("see action 9.9", []),  # no action of the plan
        ("see Action 1.4 of the first Action Plan", []),
        ("at least 1.4 million", []),
        ("under 1.4", []),
    ],
)
def test_old_codes_in_words_are_told_with_what_they_are_now(text: str, messages: list[str]) -> None:
    if "action 1.3" in text:
        messages = []  # the former code is by chance the new one
    assert told(text) == messages


@pytest.mark.parametrize(
    ("words", "messages"),
    [
        ("await outcome of 1.4", ['"await outcome of 1.4" means AP1/1.4, which is now 1.3']),
        ("await the outcome", []),
        ("await 11.4 and 1.40", []),
        ("await 1.4.2", []),
    ],
)
def test_the_evidence_of_a_link_names_codes_by_figures_alone(
    words: str, messages: list[str]
) -> None:
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.4"), text=words)
    assert told(words, link) == messages


def test_a_citation_and_its_link_are_told_once() -> None:
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.4"), text="await action 1.4")
    assert len(told("we await action 1.4", link)) == 1


def test_words_of_an_earlier_plan_are_told_again() -> None:
    """AP1/1.3 waits for 1.2; both move up by one at each rollover, and the words stay."""
    awaits = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.2"), text="Await outcome of 1.2")
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(code="1.1", title="One", status=Status.COMPLETED),
            Action(code="1.2", title="Two"),
            Action(code="1.3", title="Three", links=[awaits]),
        ],
    )
    second = roll_over(plan, into=ActionPlan(id="AP2", title="")).plan
    third = roll_over(second, into=ActionPlan(id="AP3", title=""))
    words = '"Await outcome of 1.2" means AP2/1.1, which is now 1.1; its code is one of AP1'
    found = [str(one) for one in third.report if one.code == "CC617"]
    assert found == [f"warning CC617: AP3/1.2: {words}"]
