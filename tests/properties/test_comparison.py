"""Rule: a comparison is empty exactly where the plans are equal, and finds what was edited."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.comparison import Changed, diff
from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, Status

_CODES = st.sampled_from(["1.1", "1.2", "1.3", "2.1", "8", "14b", "A"])
_TITLES = st.sampled_from(
    ["Train officers", "Train customs officers", "Fight fraud", "Report on fraud", "", "..."]
)
_LINKS = st.builds(
    Link,
    kind=st.sampled_from([LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM]),
    target=st.builds(ActionRef, st.sampled_from(["AP1", "AP2"]), _CODES),
)
_ACTIONS = st.builds(
    Action,
    code=_CODES,
    title=_TITLES,
    aliases=st.lists(_CODES, max_size=1),
    origin=st.none() | st.builds(ActionRef, st.just("AP1"), _CODES),
    status=st.sampled_from(Status),
    links=st.lists(_LINKS, max_size=2),
)
_PLANS = st.builds(
    ActionPlan,
    id=st.sampled_from(["AP1", "AP2"]),
    title=st.just("Plan"),
    actions=st.lists(_ACTIONS, max_size=6),
)


@given(plan=_PLANS)
def test_a_plan_does_not_differ_from_itself(plan: ActionPlan) -> None:
    again = attrs.evolve(plan, actions=[attrs.evolve(action) for action in plan.actions])
    assert diff(plan, again).changes == ()


@given(old=_PLANS, new=_PLANS)
def test_there_are_changes_exactly_where_plans_are_unequal(
    old: ActionPlan, new: ActionPlan
) -> None:
    found = diff(old, new)
    assert bool(found) == (old != new)
    assert found == diff(old, new)
    assert str(found)


@given(old=_PLANS, new=_PLANS)
def test_every_action_is_accounted_for_once(old: ActionPlan, new: ActionPlan) -> None:
    found = diff(old, new)
    assert len(old) - len(found.removed) - len(found.merged) == (
        len(new) - len(found.added) - len(found.split)
    )


@given(old=_PLANS, new=_PLANS)
def test_the_confidence_is_a_share(old: ActionPlan, new: ActionPlan) -> None:
    for pairing in diff(old, new).pairings:
        assert 0.6 <= pairing.confidence <= 1


@given(data=st.data(), plan=_PLANS.filter(len))
def test_it_finds_exactly_the_edited_field(data: st.DataObject, plan: ActionPlan) -> None:
    unique = {action.code: action for action in plan.actions}
    plan = attrs.evolve(plan, actions=[attrs.evolve(a, origin=None) for a in unique.values()])
    place = data.draw(st.integers(0, len(plan) - 1))
    old = plan.actions[place]
    edits = {
        "title": attrs.evolve(old, title="New"),
        "priority": attrs.evolve(old, priority="Urgent"),
        "status_text": attrs.evolve(old, status_text="See note"),
    }
    field = data.draw(st.sampled_from(sorted(edits)))
    actions = [*plan.actions[:place], edits[field], *plan.actions[place + 1 :]]
    (change,) = diff(plan, attrs.evolve(plan, actions=actions))
    assert isinstance(change, Changed)
    assert (change.field, change.new) == (field, getattr(edits[field], field))
    assert change.old == getattr(old, field)
    assert change.after == plan.ref(plan.actions[place])
