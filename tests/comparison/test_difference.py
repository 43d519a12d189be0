"""What has changed from one plan to another."""

import attrs
import pytest

from customs_coop.comparison import (
    Added,
    Changed,
    Merged,
    Moved,
    PairedBy,
    Removed,
    Renumbered,
    Split,
    diff,
)
from customs_coop.diagnostics import Span
from customs_coop.errors import UnknownPlanError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Dossier,
    Indicator,
    Link,
    LinkKind,
    PlanRef,
    Priority,
)
from customs_coop.rollover import MergeInto, carry_open_actions, roll_over


def plan_of(*actions: Action, name: str = "AP1", title: str = "Plan") -> ActionPlan:
    return ActionPlan(id=name, title=title, actions=actions)


ONE = Action(code="1.1", title="Compare the legal bases of controls")
TWO = Action(code="1.2", title="Train officers in the use of scanners")
THREE = Action(code="1.3", title="Report on seizures of tobacco")


def test_the_same_plan_has_no_changes() -> None:
    found = diff(plan_of(ONE, TWO), plan_of(ONE, TWO))
    assert not found
    assert len(found) == 0
    assert list(found) == []
    assert str(found) == "AP1: no changes"


def test_where_it_stood_is_never_compared() -> None:
    moved = attrs.evolve(ONE, span=Span(source="other.txt", line=7))
    assert not diff(plan_of(ONE), plan_of(moved))


def test_one_field_is_one_change_with_both_values() -> None:
    found = diff(plan_of(ONE, TWO), plan_of(ONE, attrs.evolve(TWO, priority="High")))
    ref = ActionRef("AP1", "1.2")
    expected = Changed(
        before=ref, after=ref, field="priority", old=None, new=Priority.HIGH, place=1
    )
    assert found.changes == (expected,)
    assert found.changed == found.changes
    assert str(found) == "AP1: 1 field changed\n  1.2  priority: none -> High"


def test_fields_of_the_plan_itself() -> None:
    found = diff(plan_of(ONE), plan_of(ONE, title="Revised plan"))
    ref = PlanRef("AP1")
    expected = Changed(before=ref, after=ref, field="title", old="Plan", new="Revised plan")
    assert list(found) == [expected]
    assert "plan  title: Plan -> Revised plan" in str(found)


def test_what_was_added_and_removed() -> None:
    found = diff(plan_of(ONE, TWO), plan_of(TWO, THREE))
    assert found.removed == (Removed(before=ActionRef("AP1", "1.1"), action=ONE, place=0),)
    assert found.added == (Added(after=ActionRef("AP1", "1.3"), action=THREE, place=1),)
    assert len(found) == 2
    assert str(found).splitlines()[0] == "AP1: 1 added, 1 removed"


def test_an_action_that_stands_elsewhere_has_moved() -> None:
    found = diff(plan_of(ONE, TWO, THREE), plan_of(THREE, ONE, TWO))
    third = ActionRef("AP1", "1.3")
    assert found.changes == (Moved(before=third, after=third, was=2, place=0),)
    assert found.moved == found.changes
    assert str(found) == "AP1: 1 moved\n  1.3  moved: in front of all"


def test_what_others_pushed_along_has_not_moved() -> None:
    assert not diff(plan_of(ONE, TWO, THREE), plan_of(TWO, THREE)).moved
    assert not diff(plan_of(TWO, THREE), plan_of(ONE, TWO, THREE)).moved


def test_as_few_as_possible_have_moved() -> None:
    many = [attrs.evolve(ONE, code=str(number)) for number in range(6)]
    order = [1, 0, 2, 4, 5, 3]
    found = diff(plan_of(*many), plan_of(*(many[at] for at in order)))
    assert [(change.was, change.place) for change in found.moved] == [(1, 0), (3, 5)]


def test_an_origin_pairs_across_plans_whatever_code_and_title_say() -> None:
    later = Action(code="8", title="Something else", origin=ActionRef("AP1", "1.1"))
    found = diff(plan_of(ONE), plan_of(later, name="AP2"))
    assert found.renumbered == (
        Renumbered(
            before=ActionRef("AP1", "1.1"),
            after=ActionRef("AP2", "8"),
            by=PairedBy.IDENTITY,
            place=0,
        ),
    )
    assert [change.field for change in found.changed] == ["id", "title", "origin"]
    assert found.pairings[0].confidence == 1.0


def test_a_link_that_continues_pairs_across_plans() -> None:
    link = Link(kind=LinkKind.CONTINUES, target=ActionRef("AP1", "1.1"))
    later = Action(code="8", title="Something else", links=[link])
    found = diff(plan_of(ONE), plan_of(later, name="AP2"))
    assert [pairing.by for pairing in found.pairings] == [PairedBy.IDENTITY]


def test_the_same_code_pairs_in_versions_of_one_plan_only() -> None:
    other = Action(code="1.1", title="Wholly new wording", origin=ActionRef("AP0", "4"))
    same_plan = diff(plan_of(ONE), plan_of(other))
    assert [change.field for change in same_plan.changed] == ["title", "origin"]
    assert same_plan.changes == same_plan.changed
    other_plan = diff(plan_of(ONE), plan_of(other, name="AP2"))
    assert [type(change) for change in other_plan] == [Changed, Removed, Added]


@pytest.mark.parametrize("is_inverted", [False, True])
def test_an_alias_pairs_in_versions_of_one_plan(*, is_inverted: bool) -> None:
    old = plan_of(Action(code="5.3", title="Fight fraud"))
    new = plan_of(Action(code="5.1", title="Patrol the coast", aliases=["5.3"]))
    found = diff(new, old) if is_inverted else diff(old, new)
    assert [change.by for change in found.renumbered] == [PairedBy.ALIAS]
    assert not found.added
    assert not found.removed


def test_an_alias_of_an_action_that_was_there_tells_of_a_merger() -> None:
    three = Action(code="5.3", title="Train trainers")
    old = plan_of(Action(code="5.1", title="Train officers"), three)
    new = plan_of(Action(code="5.1", title="Train officers", aliases=["5.3"]))
    found = diff(old, new)
    assert found.merged == (
        Merged(
            before=ActionRef("AP1", "5.3"), after=ActionRef("AP1", "5.1"), action=three, place=1
        ),
    )
    assert [change.field for change in found.changed] == ["aliases"]
    assert not found.removed
    assert "5.3  merged into 5.1: Train trainers" in str(found)


def test_a_link_tells_of_a_split() -> None:
    link = Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP1", "1.1"))
    part = Action(code="1.4", title="Compare the legal bases of fines", links=[link])
    found = diff(plan_of(ONE), plan_of(ONE, part))
    assert found.changes == (
        Split(before=ActionRef("AP1", "1.1"), after=ActionRef("AP1", "1.4"), action=part, place=1),
    )
    assert "1.4  split off from 1.1" in str(found)


def test_like_titles_pair_with_a_confidence_below_one() -> None:
    later = Action(code="3.7", title="Train officers in the use of mobile scanners")
    found = diff(plan_of(ONE, TWO), plan_of(later, name="AP2"))
    (renumbered,) = found.renumbered
    assert renumbered.by is PairedBy.TITLE
    assert renumbered.before == ActionRef("AP1", "1.2")
    assert 0.8 < renumbered.confidence < 1
    assert f"(by title, confidence {renumbered.confidence:.2f})" in str(found)


def test_the_most_alike_titles_pair_first() -> None:
    first = Action(code="1", title="Report on seizures of tobacco at sea")
    second = Action(code="2", title="Report on seizures of tobacco")
    found = diff(plan_of(THREE), plan_of(first, second, name="AP2"))
    assert [pairing.after.code for pairing in found.pairings] == [Code("2")]
    assert [change.after.code for change in found.added] == [Code("1")]


def test_unlike_titles_do_not_pair() -> None:
    found = diff(plan_of(ONE), plan_of(attrs.evolve(THREE, code="9"), name="AP2"))
    assert [type(change) for change in found] == [Changed, Removed, Added]


def test_titles_without_words_do_not_pair() -> None:
    blank = plan_of(Action(code="1", title=""), Action(code="2", title="..."))
    assert not diff(blank, attrs.evolve(blank, id="AP2")).pairings


def test_a_code_that_stands_twice_is_paired_in_order() -> None:
    old = plan_of(ONE, attrs.evolve(TWO, code="1.1"), THREE)
    assert not diff(old, plan_of(*old.actions))
    found = diff(old, plan_of(old.actions[0], THREE))
    assert [change.action.title for change in found.removed] == [TWO.title]


def test_tuples_print_what_went_and_what_came() -> None:
    old = attrs.evolve(ONE, indicators=[Indicator(text="Draft"), Indicator(text="Report")])
    new = attrs.evolve(ONE, indicators=[Indicator(text="Report"), Indicator(text="Study")])
    assert "indicators: - Draft; + Study" in str(diff(plan_of(old), plan_of(new)))


def test_a_rolled_over_plan_prints_what_a_reader_wants_to_know() -> None:
    old = plan_of(ONE, TWO, THREE)

    def decide(action: Action) -> MergeInto | object:
        return MergeInto("1.1") if action.code == Code("1.2") else carry_open_actions(action)

    new = roll_over(old, into=ActionPlan(id="AP2", title="Plan"), decide=decide).plan  # type: ignore[arg-type] # any function may decide
    found = diff(old, new)
    assert [change.before.code for change in found.merged] == [Code("1.2")]
    assert [(r.before.code, r.after.code) for r in found.renumbered] == [(Code("1.3"), Code("1.2"))]
    printed = str(found)
    assert printed.splitlines()[0].startswith("AP1 -> AP2: 1 renumbered, 1 merged, ")
    assert "1.3 -> 1.2  renumbered" in printed
    assert "origin:" not in printed
    assert "not listed: 6 changes that only say where an action comes from" in printed


def test_a_dossier_with_one_plan_passes_for_it() -> None:
    assert not diff(Dossier.of(plan_of(ONE)), plan_of(ONE))
    with pytest.raises(UnknownPlanError):
        diff(Dossier(), plan_of(ONE))
    with pytest.raises(TypeError):
        diff("AP1", plan_of(ONE))  # type: ignore[arg-type] # what the test is about


def test_long_titles_stay_on_one_line() -> None:
    long = Action(code="1", title="Word\n" * 1000)
    printed = str(diff(plan_of(), plan_of(long)))
    assert len(printed.splitlines()) == 2
    assert printed.endswith("...")
