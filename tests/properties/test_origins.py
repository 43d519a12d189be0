"""Rule: through any chain of rollovers and revisions, an indicator is the one that it was."""

from collections.abc import Mapping

import attrs
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.model import Action, ActionPlan, Code, Indicator, IndicatorRef
from customs_coop.model.descent import first_places
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
    revise,
    roll_over,
)

_CODES = ("1.1", "1.2", "2.1", "7")
# Each has words of its own, by which the test knows it again.
_WORDS = tuple("abcdefgh")


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    words = iter(_WORDS)
    actions = [
        Action(
            code=code,
            title=f"Action {code}",
            indicators=[Indicator(text=next(words)) for _ in range(draw(st.integers(0, 2)))],
        )
        for code in _CODES[: draw(st.integers(1, 4))]
    ]
    return ActionPlan(id="AP1", title="Plan", actions=actions)


def _splits(action: Action, number: int) -> st.SearchStrategy[Disposition]:
    """Parts that are given as titles, and parts among which the indicators are dealt out."""
    items = action.indicators
    halves = [Action(code="1", title=title, indicators=items) for title in ("Whole", "Copy")]
    written = tuple(attrs.evolve(one, origin=None) for one in items)
    anew = Action(
        code="1", title="Anew", indicators=(*written[::-1], Indicator(text=f"new in {number}"))
    )
    last = Action(code="1", title="Last", indicators=items[-1:])
    return st.sampled_from(
        [
            SplitInto(["Whole", "Rest"]),
            SplitInto(["Whole", anew]),
            SplitInto(halves),
            SplitInto([anew, last]),
            SplitInto([attrs.evolve(halves[0], indicators=items[:-1]), last]),
        ]
    )


@st.composite
def decisions(draw: st.DrawFn, plan: ActionPlan, number: int) -> dict[Code, Disposition]:
    ends = (Complete("seen"), Defer("later"), Drop("no money"))
    made: dict[Code, Disposition] = {}
    for action in plan:
        settles = [Carry(), *(Carry(indicators=[Settle(1, end)]) for end in ends)]
        fates: st.SearchStrategy[Disposition] = st.sampled_from(
            [*(settles if action.indicators else settles[:1]), *ends]
        )
        made[action.code] = draw(fates | _splits(action, number))
    survivors = [code for code, one in made.items() if isinstance(one, Carry | SplitInto)]
    for code, one in made.items():
        if not isinstance(one, Carry | SplitInto) and survivors and draw(st.booleans()):
            made[code] = MergeInto(survivors[0])
    return made


def places(plan: ActionPlan) -> dict[IndicatorRef, str]:
    """The words of every indicator by its first place, which is that of no other."""
    found = [
        (place, one.text)
        for action, refs in zip(plan, first_places(plan), strict=True)
        for one, place in zip(action.indicators, refs, strict=True)
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def origins(plan: ActionPlan) -> list[tuple[IndicatorRef, str]]:
    """What a plan itself records."""
    return [
        (one.origin, one.text)
        for action in plan
        for one in action.indicators
        if one.origin is not None
    ]


def _step(plan: ActionPlan, made: Mapping[Code, Disposition], number: int | None) -> ActionPlan:
    if number is None:
        return revise(plan, decide=lambda action: made[action.code]).plan
    into = ActionPlan(id=f"AP{number}", title="Plan")
    return roll_over(plan, into=into, decide=lambda action: made[action.code]).plan


@given(st.data())
def test_an_origin_never_changes_once_it_is_set(data: st.DataObject) -> None:
    plan = data.draw(plans(), label="plan")
    for number in range(2, 5):
        made = data.draw(decisions(plan, number), label="made")
        is_revised = data.draw(st.booleans(), label="is_revised")
        before = places(plan)
        plan = _step(plan, made, None if is_revised else number)
        after = origins(plan)
        # No two share one, copies in the parts of a split included: one of them is the old one.
        assert len({origin for origin, _ in after}) == len(after)
        assert set(after) <= before.items()
        # Whatever is still there is recorded, and without an end for anything all is.
        there = {one.text for action in plan for one in action.indicators}
        recorded = {text for _, text in after}
        assert recorded == there.intersection(before.values())
        if all(one == Carry() or isinstance(one, MergeInto | SplitInto) for one in made.values()):
            assert recorded == set(before.values())
