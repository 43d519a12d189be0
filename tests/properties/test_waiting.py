"""Rule: what is put off waits until it returns, through rollovers and revisions in any order."""

from collections import Counter

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.model import Action, ActionPlan, Indicator
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    Carry,
    Defer,
    Ledger,
    Policy,
    Settle,
    ledger_from_json,
    ledger_to_json,
    revise,
    roll_over,
)

_WORDS = st.lists(st.sampled_from(["Report", "Guide"]), min_size=1, max_size=4)
# Whether a step is a revision, which places it puts off, and whether it is told of the past.
_STEPS = st.lists(
    st.tuples(st.booleans(), st.sets(st.integers(1, 3), max_size=2), st.booleans()),
    min_size=1,
    max_size=4,
)


def _putting_off(places: set[int]) -> Policy:
    def decide(action: Action) -> Carry:
        there = [place for place in sorted(places) if place <= len(action.indicators)]
        return Carry(indicators=[Settle(place, Defer("later")) for place in there])

    return decide


def _words(plan: ActionPlan) -> Counter[str]:
    return Counter(one.text for action in plan.actions for one in action.indicators)


def _waiting(ledger: Ledger) -> Counter[str]:
    names = [one.item for one in ledger.waiting]
    assert len(set(names)) == len(names)
    assert ledger.balance.balanced
    return Counter(one.words for one in ledger.waiting)


@settings(max_examples=25)
@given(data=st.data(), words=_WORDS, steps=_STEPS, is_numbered=st.booleans())
def test_nothing_that_waits_is_lost_or_doubled(
    data: st.DataObject,
    words: list[str],
    steps: list[tuple[bool, set[int], bool]],
    is_numbered: bool,  # noqa: FBT001  # Hypothesis gives it by its name
) -> None:
    items = [Indicator(text=text) for text in words]
    plan = ActionPlan(
        id="AP9",
        title="Plan",
        document=DocumentNumber.parse("1234/05") if is_numbered else None,
        actions=[Action(code="1.1", title="Train", indicators=items)],
    )
    all_of_it = _words(plan)
    ledgers: list[Ledger] = []
    is_known = True
    for number, (is_revision, places, is_told) in enumerate(steps):
        told = ledgers if is_told else []
        is_known = is_known and (is_told or not ledgers)
        decide = _putting_off(places)
        if is_revision:
            revised = revise(plan, decide=decide, ledgers=told)
            plan, ledger = revised.plan, revised.ledger
        else:
            # Newer plans have smaller figures, so that their names tell no order.
            into = ActionPlan(id=f"AP{8 - number}", title="Plan")
            rolled = roll_over(plan, into=into, decide=decide, ledgers=told)
            plan, ledger = rolled.plan, rolled.ledger
        assert ledger_from_json(ledger_to_json(ledger))[0] == ledger
        ledgers = [*ledgers, ledger]
    into = ActionPlan(id="AP1", title="Plan")
    shuffled = data.draw(st.permutations(ledgers))
    last = roll_over(plan, into=into, ledgers=shuffled)
    assert _waiting(last.ledger) + _words(last.plan) == all_of_it
    if is_known:
        newest = roll_over(plan, into=into, ledgers=ledgers[-1:])
        assert _waiting(newest.ledger) == _waiting(last.ledger)
    # What returns waits no more, as often as it returns.
    back = data.draw(st.lists(st.sampled_from(words), max_size=2))
    action = plan.actions[0]
    more = [*action.indicators, *(Indicator(text=text) for text in back)]
    plan = attrs.evolve(plan, actions=[attrs.evolve(action, indicators=more)])
    returned = roll_over(plan, into=into, ledgers=shuffled)
    assert _waiting(returned.ledger) == _waiting(last.ledger) - Counter(back)
