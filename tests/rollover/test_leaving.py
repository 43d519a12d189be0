"""What waits is never lost: among revisions, among equal words, and whatever the order is."""

import itertools

import attrs
import pytest

from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Link,
    LinkKind,
    Recommendation,
)
from customs_coop.references import DocumentNumber, parse_reference
from customs_coop.rollover import (
    Carry,
    Defer,
    Disposition,
    Drop,
    Ledger,
    Settle,
    decisions_text,
    ledger_from_json,
    ledger_to_json,
    parse_decisions,
    revise,
    roll_over,
)

LATER = Defer("later")


def plan_of(*actions: Action, name: str = "AP1", document: str = "") -> ActionPlan:
    number = DocumentNumber.parse(document) if document else None
    return ActionPlan(id=name, title="Plan", document=number, actions=actions)


def with_items(*words: str) -> Action:
    return Action(code="1.1", title="Train", indicators=[Indicator(text=one) for one in words])


def first_later(action: Action) -> Disposition:
    return Carry(indicators=[Settle(1, LATER)]) if action.indicators else Carry()


def left(ledger: Ledger) -> list[tuple[str, str]]:
    return [(one.item, one.words) for one in ledger.waiting]


@pytest.mark.parametrize("document", ["", "1234/05"])
def test_what_several_ledgers_left_under_one_number_waits_apart(document: str) -> None:
    plan = plan_of(with_items("first", "second", "third"), document=document)
    one = revise(plan, decide=first_later)
    two = revise(one.plan, decide=first_later)
    rolled = roll_over(two.plan, into=plan_of(name="AP2"), decide=first_later)
    name = "AP1/1.1 indicator 1"
    apart = [(name, "first"), (f"{name} (2)", "second"), (f"{name} (3)", "third")]
    for ledgers in itertools.permutations([one.ledger, two.ledger]):
        last = roll_over(two.plan, into=plan_of(name="AP2"), ledgers=ledgers)
        assert left(last.ledger) == apart[:2]
    for three in itertools.permutations([one.ledger, two.ledger, rolled.ledger]):
        last = roll_over(rolled.plan, into=plan_of(name="AP3"), ledgers=three)
        assert left(last.ledger) == apart
        assert last.ledger.balance.balanced
        # A name that was read once stays, also where the ledgers before are handed in again.
        again = roll_over(last.plan, into=plan_of(name="AP4"), ledgers=[*three, last.ledger])
        assert left(again.ledger) == apart


def test_each_of_one_name_is_decided_on_by_itself() -> None:
    one = revise(plan_of(with_items("first", "second", "third")), decide=first_later)
    two = revise(one.plan, decide=first_later)
    ledgers = [one.ledger, two.ledger]
    text = decisions_text(two.plan, ledgers=ledgers)
    name = "AP1/1.1 indicator 1 (2)"
    assert f'item = "{name}"\n# deferred when AP1 was revised, later: second' in text
    head, _, tail = text.partition(f'item = "{name}"')
    file = head + f'item = "{name}"' + tail.replace('"wait"', '"draft"', 1)
    file += f'\n[[draft]]\ntitle = "Course"\ncontinues = "{name}"\n'
    decisions = parse_decisions(file, source="d.toml", plan=two.plan)
    rolled = roll_over(two.plan, into=plan_of(name="AP2"), decide=decisions, ledgers=ledgers)
    assert [(one.waiting.item, one.successors) for one in rolled.ledger.settled] == [
        (name, (ActionRef("AP2", "1.2"),))
    ]
    assert [one.text for one in rolled.plan["1.2"].indicators] == ["second"]
    assert left(rolled.ledger) == [("AP1/1.1 indicator 1", "first")]
    given = roll_over(
        two.plan, into=plan_of(name="AP2"), ledgers=ledgers, waiting={name: Drop("no")}
    )
    assert left(given.ledger) == [("AP1/1.1 indicator 1", "first")]


def test_two_actions_of_one_code_both_wait_and_come_back_by_their_titles() -> None:
    plan = plan_of(Action(code="1.1", title="Train"), Action(code="1.1", title="Report"))
    one = roll_over(plan, into=plan_of(name="AP2"), decide=lambda _: LATER)
    two = roll_over(one.plan, into=plan_of(name="AP3"), ledgers=[one.ledger])
    assert left(two.ledger) == [("AP1/1.1", "Train"), ("AP1/1.1 (2)", "Report")]
    link = Link(kind=LinkKind.CONTINUES, target=ActionRef("AP1", "1.1"))
    draft = plan_of(Action(code="1.1", title="Report", links=[link]), name="AP3")
    back = roll_over(one.plan, into=draft, ledgers=[one.ledger])
    assert left(back.ledger) == [("AP1/1.1", "Train")]
    assert left(roll_over(back.plan, into=plan_of(name="AP4"), ledgers=[back.ledger]).ledger) == [
        ("AP1/1.1", "Train")
    ]


GAP = plan_of(Action(code="1.1", title="Train"), Action(code="1.3", title="Report"))
FOUND: dict[str, Disposition] = {"1.2": Drop("standard")}


def test_a_code_that_is_explained_waits_no_more() -> None:
    revised = revise(GAP)
    rolled = roll_over(
        revised.plan, into=plan_of(name="AP2"), missing=FOUND, ledgers=[revised.ledger]
    )
    assert rolled.ledger.waiting == ()
    assert [str(one) for one in rolled.report if one.code == "CC630"] == []
    for ledgers in itertools.permutations([revised.ledger, rolled.ledger]):
        later = roll_over(rolled.plan, into=plan_of(name="AP3"), ledgers=ledgers)
        assert left(later.ledger) == []
    # What is unexplained still is told as missing in the old plan, and waits after it alone.
    silent = roll_over(revised.plan, into=plan_of(name="AP2"), ledgers=[revised.ledger])
    assert (left(silent.ledger), [str(one) for one in silent.ledger.unexplained]) == ([], ["1.2"])
    last = roll_over(silent.plan, into=plan_of(name="AP3"), ledgers=[silent.ledger])
    assert left(last.ledger) == [("AP1/1.2", "")]


def test_what_one_of_two_revisions_found_out_stays_found_out() -> None:
    for first, second in ((None, FOUND), (FOUND, None)):
        one = revise(GAP, missing=first)  # type: ignore[arg-type]  # the keys of a mapping
        two = revise(one.plan, missing=second)  # type: ignore[arg-type]  # the same
        rolled = roll_over(two.plan, into=plan_of(name="AP2"))
        for ledgers in itertools.permutations([one.ledger, two.ledger]):
            last = roll_over(rolled.plan, into=plan_of(name="AP3"), ledgers=ledgers)
            assert left(last.ledger) == []


def test_the_chain_of_plans_gives_the_order_and_not_their_names() -> None:
    asked = [Recommendation(id="R1", text="Train more")]
    old = plan_of(Action(code="1.1", title="Train"), name="P2004")
    one = roll_over(old, into=plan_of(name="AP2"), recommendations=asked, answers={"R1": LATER})
    two = roll_over(
        one.plan, into=plan_of(name="AP3"), recommendations=asked, answers={"R1": Drop("no")}
    )
    for ledgers in itertools.permutations([one.ledger, two.ledger]):
        assert left(roll_over(two.plan, into=plan_of(name="AP4"), ledgers=ledgers).ledger) == []


def test_ledgers_that_contradict_each_other_are_told() -> None:
    plan = attrs.evolve(GAP, document=DocumentNumber.parse("1234/05"))
    there = roll_over(plan, into=plan_of(name="AP2"))
    back = roll_over(there.plan, into=plan_of(name="AP1"))
    other = roll_over(plan, into=plan_of(name="AP2"), decide=lambda _: LATER)
    revised = revise(plan)
    for ledgers, words in (
        ([there.ledger, back.ledger], "AP1 to AP2, AP2 to AP1 go round in a circle"),
        ([there.ledger, other.ledger], "two ledgers tell of AP1 to AP2, and not the same"),
        (
            [revised.ledger, revise(plan, missing=FOUND).ledger],  # type: ignore[arg-type]  # keys
            "two ledgers tell of the revision of AP1 in 1234/1/05 REV 1",
        ),
    ):
        with pytest.raises(RolloverError, match=words):
            roll_over(plan_of(name="AP9"), into=plan_of(name="AP10"), ledgers=ledgers)
    with pytest.raises(RolloverError, match="as it stands in 1234/05, which is this plan"):
        roll_over(plan, into=plan_of(name="AP2"), ledgers=[revised.ledger])


def test_of_two_with_the_same_words_the_other_is_no_return() -> None:
    plan = plan_of(with_items("Report", "Report"))
    one = roll_over(plan, into=plan_of(name="AP2"), decide=first_later)
    name = "AP1/1.1 indicator 1"
    two = roll_over(one.plan, into=plan_of(name="AP3"), ledgers=[one.ledger], earlier=[plan])
    assert left(two.ledger) == [(name, "Report")]
    read, _ = ledger_from_json(ledger_to_json(two.ledger))
    assert read == two.ledger
    for ledgers in ([two.ledger], [one.ledger], [two.ledger, one.ledger]):
        again = attrs.evolve(two.plan, actions=[attrs.evolve(two.plan["1.1"])])
        fourth = roll_over(
            again, into=plan_of(name="AP4"), ledgers=ledgers, earlier=[plan, one.plan]
        )
        assert left(fourth.ledger) == [(name, "Report")]
        twice = [Indicator(text="report"), Indicator(text="Report")]
        back = attrs.evolve(again, actions=[attrs.evolve(again["1.1"], indicators=twice)])
        returned = roll_over(
            back, into=plan_of(name="AP4"), ledgers=ledgers, earlier=[plan, one.plan]
        )
        assert left(returned.ledger) == []


def test_of_two_that_wait_one_returns() -> None:
    plan = plan_of(with_items("Report", "Report"))
    both = Carry(indicators=[Settle(1, LATER), Settle(2, LATER)])
    one = roll_over(plan, into=plan_of(name="AP2"), decide=lambda _: both)
    more = [Indicator(text="Report")]
    back = attrs.evolve(one.plan, actions=[attrs.evolve(one.plan["1.1"], indicators=more)])
    two = roll_over(back, into=plan_of(name="AP3"), ledgers=[one.ledger])
    name = "AP1/1.1 indicator 2"
    assert left(two.ledger) == [(name, "Report")]
    for ledgers in ([two.ledger], [one.ledger, two.ledger]):
        three = roll_over(two.plan, into=plan_of(name="AP4"), ledgers=ledgers)
        assert left(three.ledger) == [(name, "Report")]
    # The one that came back is put off again: two wait, and one of them returns.
    again = roll_over(two.plan, into=plan_of(name="AP4"), decide=first_later, ledgers=[two.ledger])
    now = attrs.evolve(again.plan, actions=[attrs.evolve(again.plan["1.1"], indicators=more)])
    assert len(roll_over(now, into=plan_of(name="AP5"), ledgers=[again.ledger]).ledger.waiting) == 1


def test_a_revision_carries_on_what_waits() -> None:
    old = plan_of(Action(code="1.1", title="Train"), Action(code="1.2", title="Report"))
    one = roll_over(
        old, into=plan_of(name="AP2"), decide=lambda a: LATER if a.code == "1.1" else Carry()
    )
    revised = revise(one.plan, ledgers=[one.ledger])
    words = 'it was deferred when AP1 became AP2, and nothing has become of it: "Train"'
    assert [str(one) for one in revised.report if one.code == "CC630"] == [
        f"warning CC630: AP1/1.1: {words}"
    ]
    assert revised.ledger.balance.balanced
    assert ledger_from_json(ledger_to_json(revised.ledger))[0] == revised.ledger
    rolled = roll_over(revised.plan, into=plan_of(name="AP3"), ledgers=[revised.ledger])
    assert left(rolled.ledger) == [("AP1/1.1", "Train")]
    with pytest.raises(RolloverError, match="tells what became of AP1 itself"):
        revise(old, ledgers=[one.ledger])
    with pytest.raises(TypeError, match="not a single one"):
        revise(one.plan, ledgers=one.ledger)  # type: ignore[arg-type]  # what is refused


def test_what_a_revision_put_off_is_told_as_such() -> None:
    authority = parse_reference("1234/05")
    late = Carry(indicators=[Settle(1, Defer("no money", authority=authority))])
    revised = revise(plan_of(with_items("Report")), decide=lambda _: late)
    rolled = roll_over(revised.plan, into=plan_of(name="AP2"), ledgers=[revised.ledger])
    words = "it was deferred when AP1 was revised, and nothing has become of it"
    assert [str(one) for one in rolled.report if one.code == "CC630"] == [
        f'warning CC630: AP1/1.1 indicator 1: {words}: "Report"'
    ]
    text = decisions_text(revised.plan, ledgers=[revised.ledger])
    assert "# deferred when AP1 was revised, no money (1234/05): Report" in text
