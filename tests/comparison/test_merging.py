"""Edits of several authors: what is taken, and what is a conflict."""

import attrs
import pytest

from customs_coop.comparison import BASE as STAYS
from customs_coop.comparison import Conflict, Taken, diff, merge
from customs_coop.errors import CustomsCoopError, InvalidValueError, MergeConflictError
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, PlanRef, Priority

ONE = Action(code="1.1", title="Train officers")
TWO = Action(code="1.2", title="Fight fraud")
THREE = Action(code="1.3", title="Report on seizures")
NEW = Action(code="1.4", title="Survey laboratories")
BASE = ActionPlan(id="AP1", title="Plan", actions=[ONE, TWO, THREE])


def edited(*actions: Action, title: str = "Plan") -> ActionPlan:
    return attrs.evolve(BASE, actions=actions, title=title)


def titles(plan: ActionPlan) -> list[str]:
    return [f"{action.code} {action.title}" for action in plan]


def test_without_edits_the_base_stays() -> None:
    merged = merge(BASE, {})
    assert (merged.plan, merged.conflicts, merged.changes, merged.ok) == (BASE, (), (), True)
    assert str(merged) == "AP1: no changes"
    merged.raise_for_conflicts()


def test_what_one_author_changed_is_taken() -> None:
    german = edited(attrs.evolve(ONE, priority="High"), TWO, THREE)
    french = edited(attrs.evolve(ONE, title="Train trainers"), TWO, NEW, title="First plan")
    merged = merge(Dossier.of(BASE), {"FR": Dossier.of(french), "DE": german})
    assert merged.ok
    assert merged.plan == edited(
        attrs.evolve(ONE, priority="High", title="Train trainers"), TWO, NEW, title="First plan"
    )
    assert str(merged) == (
        "AP1: 5 changes\n"
        "taken:\n"
        "  plan  title: Plan -> First plan (FR)\n"
        "  1.3  removed: Report on seizures (FR)\n"
        "  1.1  title: Train [-officers-]{+trainers+} (FR)\n"
        "  1.1  priority: none -> High (DE)\n"
        "  1.4  added: Survey laboratories (FR)"
    )


def test_what_several_changed_alike_is_taken_once() -> None:
    plan = edited(THREE, attrs.evolve(ONE, code="1.5", priority="High"), NEW)
    merged = merge(BASE, {"DE": plan, "FR": plan})
    assert merged.plan == plan
    assert [taken.change for taken in merged.changes] == list(diff(BASE, plan))
    assert {taken.authors for taken in merged.changes} == {("DE", "FR")}


def test_a_cell_that_was_changed_unalike_is_a_conflict_and_the_base_stays() -> None:
    german = edited(attrs.evolve(ONE, priority="High", status="ongoing"), TWO, THREE)
    french = edited(attrs.evolve(ONE, priority="Low"), TWO, THREE)
    dutch = edited(attrs.evolve(ONE, priority="High"), TWO, THREE)
    merged = merge(BASE, {"NL": dutch, "FR": french, "DE": german})
    assert merged.plan == edited(attrs.evolve(ONE, status="ongoing"), TWO, THREE)
    high, low = Priority.HIGH, Priority.LOW
    assert merged.conflicts == (
        Conflict(
            place=ActionRef("AP1", "1.1"),
            field="priority",
            base=None,
            proposals=(("DE", high), ("FR", low), ("NL", high)),
        ),
    )
    assert [taken.authors for taken in merged.changes] == [("DE",)]


def test_fields_of_the_plan_can_be_in_conflict() -> None:
    merged = merge(BASE, {"DE": attrs.evolve(BASE, number=1), "FR": attrs.evolve(BASE, number=2)})
    assert merged.plan == BASE
    assert [(one.place, one.field) for one in merged.conflicts] == [(PlanRef("AP1"), "number")]


def test_what_one_removes_and_another_edits_is_a_conflict() -> None:
    gone = edited(ONE, THREE)
    changed = edited(ONE, attrs.evolve(TWO, priority="High"), THREE)
    merged = merge(BASE, {"DE": gone, "FR": changed, "NL": BASE})
    assert merged.plan == BASE
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.base) == ("action", TWO)
    assert conflict.proposals == (("DE", None), ("FR", attrs.evolve(TWO, priority="High")))
    assert str(merged).endswith(
        "  1.2  action: 1.2 Fight fraud\n    DE: removed\n    FR: priority: none -> High"
    )


def test_what_one_removes_and_another_moves_is_a_conflict() -> None:
    merged = merge(BASE, {"DE": edited(ONE, TWO), "FR": edited(THREE, ONE, TWO)})
    assert [(one.field, one.base) for one in merged.conflicts] == [("action", THREE)]
    assert str(merged).endswith("    DE: removed\n    FR: moved")


def test_what_several_remove_is_removed() -> None:
    merged = merge(BASE, {"DE": edited(ONE, THREE), "FR": edited(ONE)})
    assert merged.plan == edited(ONE)
    assert [taken.authors for taken in merged.changes] == [("DE", "FR"), ("FR",)]


def test_new_actions_of_several_are_all_taken_by_code() -> None:
    five, six = attrs.evolve(NEW, code="1.5"), attrs.evolve(NEW, code="1.10")
    merged = merge(
        BASE, {"DE": edited(ONE, six, TWO, THREE), "FR": edited(ONE, NEW, five, TWO, THREE)}
    )
    assert [str(action.code) for action in merged.plan] == [
        "1.1", "1.4", "1.5", "1.10", "1.2", "1.3",
    ]  # fmt: skip


def test_one_new_code_with_two_contents_is_a_conflict() -> None:
    other = attrs.evolve(NEW, title="Survey scanners")
    merged = merge(BASE, {"DE": edited(*BASE, NEW), "FR": edited(*BASE, other)})
    assert merged.plan == BASE
    assert merged.conflicts == (
        Conflict(
            place=ActionRef("AP1", "1.4"),
            field="action",
            base=None,
            proposals=(("DE", NEW), ("FR", other)),
        ),
    )


def test_one_new_action_at_two_places_is_taken_and_its_place_told() -> None:
    merged = merge(BASE, {"DE": edited(ONE, NEW, TWO, THREE), "FR": edited(*BASE, NEW)})
    assert merged.plan == edited(ONE, NEW, TWO, THREE)
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.proposals) == (
        "place",
        (("DE", ActionRef("AP1", "1.1")), ("FR", ActionRef("AP1", "1.3"))),
    )
    assert str(merged).endswith("    DE: behind 1.1\n    FR: behind 1.3")


def test_one_code_for_two_actions_is_a_conflict() -> None:
    german = edited(attrs.evolve(ONE, code="1.4"), TWO, THREE)
    french = edited(ONE, TWO, attrs.evolve(THREE, code="1.4"))
    merged = merge(BASE, {"DE": german, "FR": french, "NL": edited(*BASE, NEW)})
    assert merged.plan == BASE
    (conflict,) = merged.conflicts
    assert (str(conflict.place), conflict.field) == ("AP1/1.4", "code")
    assert [author for author, _ in conflict.proposals] == ["DE", "FR", "NL"]


def test_what_is_undone_can_be_in_the_way_of_others() -> None:
    # DE removes 1.1 and closes the gap; FR wants another number for what DE makes 1.1.
    two, three = (attrs.evolve(one, origin=BASE.ref(one)) for one in (TWO, THREE))
    german = edited(attrs.evolve(two, code="1.1"), attrs.evolve(three, code="1.2"))
    assert titles(merge(BASE, {"DE": german, "FR": edited(*BASE, NEW)}).plan) == [
        "1.1 Fight fraud",
        "1.2 Report on seizures",
        "1.4 Survey laboratories",
    ]
    french = edited(ONE, attrs.evolve(two, code="1.9"), THREE)
    merged = merge(BASE, {"DE": german, "FR": french})
    assert titles(merged.plan) == ["1.2 Fight fraud", "1.3 Report on seizures"]
    assert [(str(one.place), one.field) for one in merged.conflicts] == [
        ("AP1/1.2", "code"),
        ("AP1/1.2", "code"),
    ]
    assert [author for author, _ in merged.conflicts[1].proposals] == ["DE"]


def test_a_code_that_an_author_has_twice_is_no_conflict() -> None:
    plan = edited(ONE, attrs.evolve(TWO, code="1.1"), THREE)
    merged = merge(BASE, {"DE": plan, "FR": BASE})
    assert merged.ok
    assert merged.plan == plan


def test_moves_of_several_are_all_followed_where_they_go_together() -> None:
    merged = merge(BASE, {"DE": edited(THREE, ONE, TWO), "FR": edited(TWO, ONE, THREE)})
    assert merged.ok
    assert merged.plan == edited(THREE, TWO, ONE)


def test_moves_that_no_order_can_follow_are_a_conflict() -> None:
    four = attrs.evolve(NEW, code="0.1")
    base = attrs.evolve(BASE, actions=[four, *BASE])
    german = attrs.evolve(base, actions=[four, TWO, ONE, THREE])
    french = attrs.evolve(base, actions=[four, ONE, THREE, TWO])
    merged = merge(base, {"DE": german, "FR": french})
    assert merged.plan == base
    (conflict,) = merged.conflicts
    assert (conflict.place, conflict.field) == (PlanRef("AP1"), "order")
    assert [str(ref.code) for ref in conflict.base] == ["1.1", "1.2", "1.3"]  # type: ignore[attr-defined] # an order holds addresses
    assert "    DE: 1.2, 1.1, 1.3\n    FR: 1.1, 1.3, 1.2" in str(merged)


def test_an_action_that_two_move_to_unlike_places_stays() -> None:
    many = [Action(code=str(number), title=f"Train group {number}") for number in range(1, 7)]
    base = attrs.evolve(BASE, actions=many)

    def ordered(codes: str) -> ActionPlan:
        return attrs.evolve(base, actions=[base[code] for code in codes])

    german, french = ordered("231456"), ordered("234651")
    merged = merge(base, {"DE": german, "FR": french, "NL": ordered("612345")})
    (conflict, other) = merged.conflicts
    assert (str(conflict.place), conflict.field, conflict.base) == ("AP1/1", "move", None)
    assert conflict.proposals == (("DE", ActionRef("AP1", "3")), ("FR", ActionRef("AP1", "5")))
    assert "1  move: in front of all\n    DE: behind 3\n    FR: behind 5" in str(merged)
    # Of the last two, FR moved the one that NL moved, too.
    assert (str(other.place), other.field) == ("AP1/6", "move")
    assert merged.plan == base
    alike = merge(base, {"DE": german, "FR": attrs.evolve(german, number=1)})
    assert alike.ok
    assert [taken.authors for taken in alike.changes] == [("FR",), ("DE", "FR")]


def test_only_what_is_in_dispute_is_put_back() -> None:
    many = [Action(code=str(number), title=f"Train group {number}") for number in range(1, 10)]
    base = attrs.evolve(BASE, actions=many)

    def ordered(codes: str, *new: Action) -> ActionPlan:
        return attrs.evolve(base, actions=[*new, *(base[code] for code in codes)])

    merged = merge(base, {"DE": ordered("231456798", NEW), "FR": ordered("234561789")})
    assert [str(action.code) for action in merged.plan] == ["1.4", *"123456798"]
    assert [(str(one.place), one.field) for one in merged.conflicts] == [("AP1/1", "move")]


def test_another_plan_is_no_edit() -> None:
    with pytest.raises(InvalidValueError, match=r"^DE sends AP9, the base is AP1$"):
        merge(BASE, {"DE": attrs.evolve(BASE, id="AP9"), "FR": BASE})


def test_new_actions_in_turned_orders_are_taken_and_their_order_told() -> None:
    other = attrs.evolve(NEW, code="1.5", title="Survey scanners")
    last = attrs.evolve(NEW, code="1.6", title="Survey dogs")
    german, french = edited(*BASE, NEW, other, last), edited(*BASE, other, NEW)
    merged = merge(BASE, {"DE": german, "FR": french})
    assert merged.plan == german
    (conflict,) = merged.conflicts
    assert (conflict.place, conflict.field, conflict.base) == (PlanRef("AP1"), "order", ())
    assert str(merged).endswith(
        "  plan  order: of the actions that are added\n    DE: 1.4, 1.5, 1.6\n    FR: 1.5, 1.4"
    )


def test_a_new_action_does_not_follow_one_that_another_moved() -> None:
    merged = merge(BASE, {"DE": edited(ONE, TWO, NEW, THREE), "FR": edited(TWO, ONE, THREE)})
    assert merged.ok
    places = titles(merged.plan)
    assert places.index("1.4 Survey laboratories") < places.index("1.3 Report on seizures")


def test_conflicts_can_be_raised() -> None:
    german, french = edited(*BASE, title="A"), edited(*BASE, title="B")
    merged = merge(BASE, {"DE": german, "FR": french, "NL": edited(*BASE, NEW)})
    with pytest.raises(MergeConflictError) as caught:
        merged.raise_for_conflicts()
    assert isinstance(caught.value, CustomsCoopError)
    assert str(caught.value) == (
        "AP1: 1 conflict\n"
        "where the base stays:\n"
        "  plan  title: Plan\n"
        "    DE: Plan -> A\n"
        "    FR: Plan -> B"
    )


def test_the_authors_are_named() -> None:
    with pytest.raises(TypeError, match="a mapping of authors to plans"):
        merge(BASE, [BASE])  # type: ignore[arg-type] # what the test is about
    with pytest.raises(TypeError, match="an author is named by a text"):
        merge(BASE, {1: BASE})  # type: ignore[dict-item] # what the test is about


def test_a_merge_holds_its_changes_as_a_comparison_would() -> None:
    plan = edited(TWO, attrs.evolve(ONE, priority="High"))
    merged = merge(BASE, {"DE": plan})
    assert merged.changes == tuple(
        Taken(change=change, authors=("DE",)) for change in diff(BASE, plan)
    )


def test_every_conflict_can_be_settled_for_the_base() -> None:
    four = Action(code="1.5", title="Buy scanners")
    first = edited(
        attrs.evolve(ONE, title="Train all"), attrs.evolve(THREE, priority="High"), NEW, four
    )
    second = edited(
        attrs.evolve(ONE, title="Train some"),
        attrs.evolve(TWO, priority="High"),
        four,
        attrs.evolve(NEW, title="Survey"),
    )
    edits = {"DE": first, "FR": second}
    conflicts = merge(BASE, edits).conflicts
    assert {conflict.field for conflict in conflicts} == {"title", "action", "place"}
    settled = merge(BASE, edits, prefer={conflict.address: STAYS for conflict in conflicts})
    assert settled.ok
    assert settled.plan == merge(BASE, edits).plan
    assert [action for action in settled.plan if action != four] == [ONE, TWO, THREE]


def test_orders_can_be_settled_for_the_base() -> None:
    other = Action(code="1.5", title="Buy scanners")
    edits = (
        {"DE": edited(*BASE, NEW, other), "FR": edited(*BASE, other, NEW)},
        {"DE": edited(ONE, NEW, TWO, THREE), "FR": edited(ONE, TWO, THREE, NEW)},
        {"DE": edited(TWO, ONE, THREE), "FR": edited(ONE, THREE, TWO)},
    )
    for some in edits:
        merged = merge(BASE, some)
        settled = merge(BASE, some, prefer={one.address: STAYS for one in merged.conflicts})
        assert merged.conflicts
        assert settled.ok
        assert settled.plan == merged.plan


def test_no_author_can_be_called_like_the_base() -> None:
    with pytest.raises(InvalidValueError, match="no author can be called BASE"):
        merge(BASE, {STAYS: BASE})
    with pytest.raises(InvalidValueError, match="there are DE, and BASE for the base"):
        merge(BASE, {"DE": BASE}, prefer={"1.1": "base"})
    with pytest.raises(InvalidValueError, match=r"no conflict at 1\.1"):
        merge(BASE, {"DE": BASE}, prefer={"1.1": STAYS})


def in_order(codes: str, *new: Action) -> ActionPlan:
    """A plan with actions of one figure, and with new ones where letters stand."""
    added = dict(zip("abc", new, strict=False))
    actions = [added.get(code) or Action(code=code, title=f"Train {code * 5}") for code in codes]
    return attrs.evolve(BASE, actions=actions)


def urgent(action: Action) -> Action:
    return attrs.evolve(action, priority="Urgent")


def codes_of(plan: ActionPlan) -> str:
    return " ".join(str(action.code) for action in plan)


def test_whoever_is_preferred_in_a_circle_has_these_actions_in_that_order() -> None:
    base = in_order("01234")
    edits = {"DE": in_order("20134"), "FR": in_order("12304"), "NL": in_order("14230")}
    merged = merge(base, edits)
    (conflict,) = merged.conflicts
    assert conflict.address == "plan/order"
    assert str(merged).endswith("order: 1, 2, 4\n    DE: 2, 1, 4\n    NL: 1, 4, 2")
    assert codes_of(merged.plan) == "1 2 4 3 0"
    followed = {
        author: codes_of(merge(base, edits, prefer={"plan/order": author}).plan)
        for author in ("DE", "FR", "NL", STAYS)
    }
    # FR leaves the three as they stand in the base; NL has all that NL wants.
    assert followed == {
        "DE": "2 1 4 3 0", "FR": "1 2 4 3 0", "NL": "1 4 2 3 0", STAYS: "1 2 4 3 0",
    }  # fmt: skip


def test_whoever_is_preferred_in_a_move_has_the_action_there_and_the_rest_stays_merged() -> None:
    base = in_order("123456")
    edits = {"DE": in_order("231456"), "FR": in_order("234516"), "NL": in_order("124356")}
    merged = merge(base, edits)
    assert [conflict.address for conflict in merged.conflicts] == ["1/move"]
    assert codes_of(merged.plan) == "1 2 4 3 5 6"
    assert [taken.authors for taken in merged.changes] == [("NL",)]
    # DE has it behind 3, in front of which NL has put 4.
    german = merge(base, edits, prefer={"1/move": "DE"})
    assert (german.ok, codes_of(german.plan)) == (True, "2 4 3 1 5 6")
    assert [taken.authors for taken in german.changes] == [("NL",), ("DE",)]
    french = merge(base, edits, prefer={"1/move": "FR"})
    assert (french.ok, codes_of(french.plan)) == (True, "2 4 3 5 1 6")
    # NL left it alone.
    assert merge(base, edits, prefer={"1/move": "NL"}).plan == merged.plan


def test_a_move_past_what_its_author_removes_is_no_conflict_of_order() -> None:
    base = in_order("01234")
    edits = {"DE": in_order("1340"), "FR": in_order("01a34", urgent(base["2"]))}
    merged = merge(base, edits)
    assert [conflict.address for conflict in merged.conflicts] == ["2/action"]
    assert codes_of(merged.plan) == "1 2 3 4 0"
    assert codes_of(merge(base, edits, prefer={"2/action": "DE"}).plan) == "1 3 4 0"


def test_what_is_removed_by_preference_leaves_no_preference_without_a_conflict() -> None:
    base = in_order("0123")
    edits = {"DE": in_order("1203"), "FR": in_order("1230"), "NL": in_order("123")}
    addresses = [conflict.address for conflict in merge(base, edits).conflicts]
    assert addresses == ["0/action", "0/move"]
    settled = merge(base, edits, prefer={"0/action": "NL", "0/move": "DE"})
    assert (settled.ok, codes_of(settled.plan)) == (True, "1 2 3")
    assert codes_of(merge(base, edits, prefer=dict.fromkeys(addresses, "DE")).plan) == "1 2 0 3"
    # It is gone, so where it would go is told no more.
    assert merge(base, edits, prefer={"0/action": "NL"}).ok


def test_a_circle_that_loses_a_member_by_preference_is_none() -> None:
    base = in_order("012")
    french = in_order("a21", urgent(base["0"]))
    edits = {"DE": in_order("102"), "FR": french, "NL": in_order("12")}
    merged = merge(base, edits)
    assert [one.address for one in merged.conflicts] == ["0/action", "plan/order"]
    without = merge(base, edits, prefer={"0/action": "NL"})
    assert (without.ok, codes_of(without.plan)) == (True, "2 1")
    both = merge(base, edits, prefer={"0/action": "NL", "plan/order": STAYS})
    assert (both.ok, codes_of(both.plan)) == (True, "1 2")


def test_a_new_action_stays_with_the_one_that_its_author_moved() -> None:
    base = in_order("123456")
    edits = {"DE": in_order("231a456", NEW), "FR": in_order("234516")}
    assert codes_of(merge(base, edits).plan) == "1 2 3 1.4 4 5 6"
    settled = merge(base, edits, prefer={"1/move": "DE"})
    assert (settled.ok, codes_of(settled.plan)) == (True, "2 3 1 1.4 4 5 6")
    # Where both have it, it goes to where both have it, whoever is followed in the other.
    edits["FR"] = in_order("23a4516", NEW)
    settled = merge(base, edits, prefer={"1/move": "DE"})
    assert (settled.ok, codes_of(settled.plan)) == (True, "2 3 1.4 1 4 5 6")


def test_whoever_is_preferred_in_a_new_action_is_followed_in_its_place() -> None:
    base, other = in_order("123"), attrs.evolve(NEW, title="Survey scanners")
    edits = {"DE": in_order("1a23", NEW), "FR": in_order("123a", other)}
    assert [one.address for one in merge(base, edits).conflicts] == ["1.4/action"]
    for author, codes in (("DE", "1 1.4 2 3"), ("FR", "1 2 3 1.4")):
        settled = merge(base, edits, prefer={"1.4/action": author})
        assert (settled.ok, codes_of(settled.plan)) == (True, codes)


def test_too_many_moves_are_one_conflict_of_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("customs_coop.comparison.merging.wishes._MOST_PAIRS", 40)
    base, turned, other = in_order("01234567"), in_order("76543210"), in_order("12345670")
    merged = merge(base, {"DE": turned, "FR": other})
    assert merged.plan == base
    assert [one.address for one in merged.conflicts] == ["plan/order"]
    assert merge(base, {"DE": turned, "FR": other}, prefer={"plan/order": "FR"}).plan == other
    assert merge(base, {"DE": turned, "FR": turned}).plan == turned
