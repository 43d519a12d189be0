"""What earlier rollovers put off or left open, three plans later."""

import attrs
import pytest

from customs_coop.errors import RolloverError
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Link,
    LinkKind,
    PlanRef,
    Recommendation,
    RecommendationRef,
)
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    ItemKind,
    Ledger,
    Rollover,
    Settle,
    ledger_from_json,
    ledger_to_json,
    roll_over,
)
from folded import every_case

FIRST = ActionPlan(
    id="AP1",
    title="First",
    actions=[
        Action(
            code="1.1",
            title="Train",
            indicators=[Indicator(text="Course held"), Indicator(text="Second course held")],
        ),
        Action(code="1.3", title="Draw up a guide", aliases=["1.6"]),
        Action(code="1.5", title="Report"),
    ],
)
ASKED = [
    Recommendation(id="R1", text="Train more"),
    Recommendation(id="R2", text="Train together"),
    Recommendation(id="R3", text="Buy ships"),
]
LATER = Defer("the law is not ready")
ANSWERS: dict[str, Complete | Defer | Drop] = {"R2": LATER, "R3": Drop("no money")}


def decided(action: Action) -> Disposition:
    if action.code == "1.3":
        return LATER
    return Carry(indicators=[Settle(2, LATER)]) if action.code == "1.1" else Carry()


def one() -> Rollover:
    return roll_over(
        FIRST,
        into=ActionPlan(id="AP2", title="Second"),
        decide=decided,
        recommendations=ASKED,
        missing={"1.2": LATER},
        answers=ANSWERS,
    )


def two(*actions: Action, ledgers: tuple[Ledger, ...] = ()) -> Rollover:
    first = one()
    return roll_over(
        first.plan,
        into=ActionPlan(id="AP3", title="Third", actions=actions),
        ledgers=ledgers or [first.ledger],
    )


def told(rolled: Rollover) -> list[str]:
    return [str(finding) for finding in rolled.report if finding.code == "CC630"]


LEFT = "it was deferred when AP1 became AP2, and nothing has become of it"


def test_what_was_left_is_told_and_waits_in_the_ledger() -> None:
    assert told(one()) == []
    rolled = two()
    assert told(rolled) == [
        f'warning CC630: AP1/1.1 indicator 2: {LEFT}: "Second course held"',
        f'warning CC630: AP1/1.3: {LEFT}: "Draw up a guide"',
        f"warning CC630: AP1/1.2: {LEFT}",
        f"warning CC630: AP1/1.4: {LEFT.replace('deferred', 'left unexplained')}",
        f'warning CC630: R1: {LEFT.replace("deferred", "left open")}: "Train more"',
        f'warning CC630: R2: {LEFT}: "Train together"',
    ]
    waiting = rolled.ledger.waiting[1]
    assert (waiting.address, waiting.left, waiting.reason) == (
        ActionRef("AP1", "1.3"),
        "deferred",
        "the law is not ready",
    )
    rows = [row.item for row in rolled.ledger.rows if row.kind is ItemKind.WAITING]
    assert rows == [item.item for item in rolled.ledger.waiting]
    assert rolled.ledger.balance.balanced
    assert "AP1/1.3              deferred     AP1 -> AP2  the law is not ready" in str(
        rolled.ledger
    )
    for name in ("ledger-markdown", "ledger-html", "ledger-csv"):
        assert "Draw up a guide" in str(export(rolled.ledger, name))


def test_it_goes_on_waiting_through_the_ledgers_and_their_files() -> None:
    before = two().ledger
    read, report = ledger_from_json(ledger_to_json(before))
    assert report.ok
    assert read == before
    third = two().plan
    last = roll_over(third, into=ActionPlan(id="AP4", title="Fourth"), ledgers=[before])
    assert last.ledger.waiting[: len(before.waiting)] == before.waiting
    both = roll_over(
        third, into=ActionPlan(id="AP4", title="Fourth"), ledgers=[before, one().ledger]
    )
    assert both.ledger.waiting == last.ledger.waiting
    again = roll_over(third, into=last.plan, ledgers=[before])
    assert again.ledger.waiting == last.ledger.waiting


@pytest.mark.parametrize(
    ("kind", "target", "gone"),
    [
        (LinkKind.CONTINUES, ActionRef("AP1", "1.3"), "AP1/1.3"),
        (LinkKind.TAKES_UP, ActionRef("AP1", "1.3"), "AP1/1.3"),
        (LinkKind.CONTINUES, ActionRef("AP1", "1.2"), "AP1/1.2"),
        (LinkKind.TAKES_UP, RecommendationRef("R2"), "R2"),
        (LinkKind.DEPENDS_ON, ActionRef("AP1", "1.3"), ""),
    ],
)
def test_what_an_action_goes_on_with_no_longer_waits(
    kind: LinkKind, target: ActionRef | RecommendationRef, gone: str
) -> None:
    draft = Action(code="7.1", title="Guide", links=[Link(kind=kind, target=target)])
    names = {item.item for item in two().ledger.waiting}
    assert names - {item.item for item in two(draft).ledger.waiting} == ({gone} if gone else set())


def test_an_indicator_waits_until_its_words_stand_in_the_action_again() -> None:
    first = one()
    guide = attrs.evolve(
        first.plan.actions[0],
        indicators=[*first.plan.actions[0].indicators, Indicator(text="second course\nheld")],
    )
    plan = attrs.evolve(first.plan, actions=[guide, *first.plan.actions[1:]])
    rolled = roll_over(plan, into=ActionPlan(id="AP3", title=""), ledgers=[first.ledger])
    assert "AP1/1.1 indicator 2" not in {item.item for item in rolled.ledger.waiting}


def test_a_recommendation_that_is_handed_in_again_has_its_own_entry() -> None:
    first = one()
    rolled = roll_over(
        first.plan,
        into=ActionPlan(id="AP3", title=""),
        ledgers=[first.ledger],
        recommendations=ASKED[:1],
        answers={"R1": Drop("no money")},
    )
    assert "R1" not in {item.item for item in rolled.ledger.waiting}
    last = roll_over(
        rolled.plan, into=ActionPlan(id="AP4", title=""), ledgers=[rolled.ledger, first.ledger]
    )
    assert "R1" not in {item.item for item in last.ledger.waiting}


def test_what_is_no_ledger_of_a_rollover_before_is_refused() -> None:
    first = one()
    with pytest.raises(RolloverError, match="tells what became of AP1 itself"):
        roll_over(FIRST, into=ActionPlan(id="AP2", title=""), ledgers=[first.ledger])
    for wrong, words in (
        (first.ledger, "not a single one"),
        ([first], "among them"),
        (None, "leave it out"),
    ):
        with pytest.raises(TypeError, match=words):
            roll_over(first.plan, into=ActionPlan(id="AP3", title=""), ledgers=wrong)  # type: ignore[arg-type]  # what is refused


def test_a_ledger_does_not_let_one_thing_wait_twice() -> None:
    ledger = two().ledger
    twice = attrs.evolve(ledger, waiting=ledger.waiting[:1] * 2)
    assert twice.faults == ("there are 2 entries for the waiting item AP1/1.1 indicator 2",)
    assert twice.waiting[0].old == PlanRef("AP1")


@every_case(
    "kind",
    [
        LinkKind.CONTINUES,
        LinkKind.MERGED_FROM,
        LinkKind.SPLIT_FROM,
        LinkKind.SUPERSEDES,
        LinkKind.TAKES_UP,
    ],
)
def test_a_link_that_is_older_than_the_deferral_is_no_return(kind: LinkKind) -> None:
    older = Link(kind=kind, target=ActionRef("AP1", "1.1"))
    plan = ActionPlan(
        id="AP1",
        title="Plan",
        actions=[
            Action(code="1.1", title="Train"),
            Action(code="1.2", title="Teach", links=[older]),
        ],
    )
    first = roll_over(
        plan,
        into=ActionPlan(id="AP2", title="Second"),
        decide=lambda action: Defer("no staff") if action.code == "1.1" else Carry(),
    )
    third = ActionPlan(id="AP3", title="Third")
    rolled = roll_over(first.plan, into=third, ledgers=[first.ledger])
    assert [one.item for one in rolled.ledger.waiting] == ["AP1/1.1"]
    again = Action(
        code="9.1",
        title="Train again",
        links=[Link(kind=LinkKind.CONTINUES, target=ActionRef("AP1", "1.1"))],
    )
    back = roll_over(first.plan, into=attrs.evolve(third, actions=[again]), ledgers=[first.ledger])
    assert back.ledger.waiting == ()
    assert [entry.waiting.item for entry in back.ledger.settled] == ["AP1/1.1"]
