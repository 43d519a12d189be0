"""Rule: a comparison finds what was edited, makes the new plan of the old one, and turns round."""

from itertools import cycle, pairwise

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from customs_coop.comparison import (
    BASE,
    Changed,
    WordsKind,
    apply,
    diff,
    diff_from_json,
    diff_to_json,
    invert,
    merge,
    pair_items,
    restore,
    word_changes,
)
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Link, LinkKind, Status
from customs_coop.testing import plans

_CODES = st.sampled_from(["1.1", "1.2", "1.3", "2.1", "8", "14b", "A"])
_TITLES = st.sampled_from(
    ["Train officers", "Train customs officers", "Fight fraud", "Report on fraud", "", "..."]
)
_TEXTS = st.text(st.sampled_from("ab1 \n.,-\u0301\xe9"), max_size=30)
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
def test_the_changes_make_the_new_plan_of_the_old_one_and_back(
    old: ActionPlan, new: ActionPlan
) -> None:
    found = diff(old, new)
    assert apply(found, old) == new
    assert apply(invert(found), new) == old
    assert invert(invert(found)) == found


@settings(max_examples=15)
@given(old=plans(), new=plans())
def test_plans_with_every_field_are_patched_also_from_a_file(
    old: ActionPlan, new: ActionPlan
) -> None:
    new = attrs.evolve(new, actions=[*new.actions, *old.actions[:2]])
    found = diff(old, new)
    read, report = diff_from_json(diff_to_json(found))
    assert read is not None, report
    assert read == found
    assert apply(read, old) == new
    assert apply(invert(found), new) == old
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


@given(old=_TEXTS, new=_TEXTS)
def test_the_runs_of_words_give_both_texts(old: str, new: str) -> None:
    runs = word_changes(old, new)
    assert "".join(run.text for run in runs if run.kind is not WordsKind.INSERTED) == old
    assert "".join(run.text for run in runs if run.kind is not WordsKind.DELETED) == new
    assert all(run.text for run in runs)
    kinds = [run.kind for run in runs]
    assert all(one is not other for one, other in pairwise(kinds))
    assert (WordsKind.DELETED, WordsKind.INSERTED) not in pairwise(reversed(kinds))


@given(old=st.lists(st.sampled_from("abcd")), new=st.lists(st.sampled_from("abcd")))
def test_every_item_is_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = pair_items(old, new)
    assert sorted(pair.was for pair in pairs if pair.was is not None) == list(range(len(old)))
    assert [pair.place for pair in pairs if pair.place is not None] == list(range(len(new)))


@st.composite
def _edits(draw: st.DrawFn, base: ActionPlan) -> ActionPlan:
    """A plan as one author may leave it: some actions added, removed, edited, moved, renumbered."""
    actions = list(base.actions)
    for kind in draw(
        st.lists(st.sampled_from(["add", "drop", "edit", "move", "number"]), max_size=3)
    ):
        place = draw(st.integers(0, max(0, len(actions) - 1)))
        if kind == "add":
            actions.insert(place, draw(_ACTIONS))
        elif actions:
            action = actions.pop(place)
            if kind == "edit":
                action = attrs.evolve(action, priority=draw(st.sampled_from(["High", "Low"])))
            elif kind == "number":
                action = attrs.evolve(action, code=draw(_CODES))
            elif kind == "move":
                place = draw(st.integers(0, len(actions)))
            if kind != "drop":
                actions.insert(place, action)
    return attrs.evolve(base, actions=actions, number=draw(st.sampled_from([None, 1, 2])))


@given(data=st.data(), base=_PLANS)
def test_a_merge_takes_one_author_whole_and_agreement_once(
    data: st.DataObject, base: ActionPlan
) -> None:
    edit = data.draw(_edits(base))
    assert merge(base, {}).plan == base
    for edits in ({"A": edit}, {"A": edit, "B": base}, {"A": edit, "B": edit}):
        merged = merge(base, edits)
        assert merged.plan == edit
        assert merged.ok


@given(data=st.data(), base=_PLANS)
def test_a_merge_does_not_depend_on_order_or_names(data: st.DataObject, base: ActionPlan) -> None:
    one, two, three = (data.draw(_edits(base)) for _ in range(3))
    merged = merge(base, {"A": one, "B": two, "C": three})
    assert merge(base, {"C": three, "B": two, "A": one}) == merged
    renamed = merge(base, {"A": three, "B": one, "C": two})
    assert renamed.plan == merged.plan
    assert len(renamed.conflicts) == len(merged.conflicts)
    assert all(taken.authors for taken in merged.changes)
    assert str(merged)
    # Where the base stays by conflict, it stays by decision.
    stays = {conflict.address: BASE for conflict in merged.conflicts}
    settled = merge(base, {"A": one, "B": two, "C": three}, prefer=stays)
    assert settled.ok
    assert settled.plan == merged.plan


@st.composite
def _orders(draw: st.DrawFn, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The orders of a base and of three authors, of actions with codes of one figure.

    Those with the codes 7, 8 and 9 are new.
    """
    base = "012345"[: draw(st.integers(2, 6))]
    orders = [base]
    for _ in "ABC":
        codes = base
        for kind in draw(st.lists(st.sampled_from(kinds), max_size=3)):
            if kind == "add":
                code = draw(st.sampled_from("789"))
                codes = codes.replace(code, "")
            elif codes:
                code = draw(st.sampled_from(codes))
                codes = codes.replace(code, "")
            else:
                continue
            if kind != "drop":
                place = draw(st.integers(0, len(codes)))
                codes = codes[:place] + code + codes[place:]
        orders.append(codes)
    return tuple(orders)


def _in_order(codes: str) -> ActionPlan:
    actions = [Action(code=code, title=f"{code * 3} {code * 4} {code * 5}") for code in codes]
    return ActionPlan(id="AP1", title="Plan", actions=actions)


def _turned(plan: ActionPlan) -> set[tuple[int, int]]:
    codes = [int(action.code.text) for action in plan]
    return {(two, one) for at, one in enumerate(codes) for two in codes[at:] if two < one}


@given(orders=_orders(("move",)))
def test_what_authors_move_is_followed_or_told(orders: tuple[str, ...]) -> None:
    base, *edits = map(_in_order, orders)
    merged = merge(base, dict(zip("ABC", edits, strict=True)))
    assert sorted(merged.plan, key=lambda action: action.code) == list(base.actions)
    if merged.ok:
        assert _turned(merged.plan) == set().union(*map(_turned, edits))


_SEVERAL = st.lists(st.sampled_from(["A", "B", "C", BASE]), min_size=8, max_size=8)


# A moves 2, and C moves 4: a circle. B and C put 0 behind 3; where 4 is denied to C and stands
# behind 3 again, this must not be read anew, and B and C found to disagree.
@example(orders=("01234", "20134", "12304", "14230"), preferred=[BASE] * 8)
@given(orders=_orders(("move", "move", "drop", "add")), preferred=_SEVERAL)
def test_all_conflicts_of_order_are_told_at_once(
    orders: tuple[str, ...], preferred: list[str]
) -> None:
    base, *wanted = map(_in_order, orders)
    edits = dict(zip("ABC", wanted, strict=True))
    merged = merge(base, edits)
    addresses = list(dict.fromkeys(conflict.address for conflict in merged.conflicts))
    # Whoever is preferred, and be it another one in each, no further conflict comes up.
    assert merge(base, edits, prefer=dict(zip(addresses, cycle(preferred), strict=False))).ok
    # Where the base stays by conflict, it stays by decision.
    settled = merge(base, edits, prefer=dict.fromkeys(addresses, BASE))
    assert settled.ok
    assert settled.plan == merged.plan


@given(data=st.data(), base=_PLANS.filter(len))
def test_cells_merge_where_they_do_not_overlap_and_are_in_conflict_where_they_do(
    data: st.DataObject, base: ActionPlan
) -> None:
    unique = {action.code: action for action in base.actions}
    base = attrs.evolve(base, actions=[attrs.evolve(a, origin=None) for a in unique.values()])
    cells = st.tuples(
        st.integers(0, len(base) - 1), st.sampled_from(["status_text", "terms_of_reference"])
    )
    (here, field), (there, other) = data.draw(cells), data.draw(cells)

    def edited(plan: ActionPlan, place: int, name: str, value: str) -> ActionPlan:
        actions = list(plan.actions)
        # The names are those of fields that hold texts.
        actions[place] = attrs.evolve(actions[place], **{name: value})  # type: ignore[arg-type]
        return attrs.evolve(plan, actions=actions)

    first, second = edited(base, here, field, "one"), edited(base, there, other, "two")
    merged = merge(base, {"A": first, "B": second})
    if (here, field) == (there, other):
        (conflict,) = merged.conflicts
        assert (conflict.place, conflict.field) == (base.ref(base.actions[here]), field)
        assert conflict.proposals == (("A", "one"), ("B", "two"))
        assert merged.plan == base
    else:
        assert merged.ok
        assert merged.plan == edited(first, there, other, "two")


@given(base=_PLANS, edit=_PLANS)
def test_what_a_table_cannot_carry_is_in_the_base(base: ActionPlan, edit: ActionPlan) -> None:
    assert restore(edit, base=base, table=base) == edit
    unique = {action.code: attrs.evolve(action, origin=None) for action in base}
    base = attrs.evolve(base, actions=unique.values())
    bare = [attrs.evolve(action, links=(), aliases=(), status="open") for action in base]
    table = attrs.evolve(base, actions=bare)
    assert restore(table, base=base, table=table) == base
    assert merge(base, {"A": table}, tables={"A": table}).changes == ()


_INDICATORS = st.lists(
    st.builds(
        Indicator,
        text=st.sampled_from(["List sent", "List sent to all", "Report", "Course held"]),
        status=st.sampled_from([Status.OPEN, Status.COMPLETED]),
    ),
    max_size=3,
)


@given(lists=st.lists(_INDICATORS, min_size=4, max_size=4))
def test_items_are_merged_alike_whatever_the_authors_are_called(
    lists: list[list[Indicator]],
) -> None:
    base, *others = (
        ActionPlan(
            id="AP1", title="Plan", actions=[Action(code="1", title="Train", indicators=some)]
        )
        for some in lists
    )
    one, two, three = others
    merged = merge(base, {"A": one, "B": two, "C": three})
    renamed = merge(base, {"A": three, "B": one, "C": two})
    assert renamed.plan == merged.plan
    assert len(renamed.conflicts) == len(merged.conflicts)
    assert all(taken.authors for taken in merged.changes)
    if merged.ok:
        # Whatever is new was wanted by somebody, and what nobody touched is still there.
        wanted = {item for plan in others for item in plan["1"].indicators}
        found = set(merged.plan["1"].indicators)
        assert found <= wanted
        assert set.intersection(*(set(plan["1"].indicators) for plan in (base, *others))) <= found
