"""A comparison as a patch: applied, turned round, and refused where it does not fit."""

import attrs
import pytest

from customs_coop.comparison import (
    Added,
    Changed,
    Merged,
    Moved,
    PlanDiff,
    Removed,
    Split,
    apply,
    diff,
    invert,
)
from customs_coop.errors import PatchError
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Link, LinkKind, PlanRef
from folded import every_case

ONE = Action(code="1.1", title="Train officers")
TWO = Action(code="1.2", title="Fight fraud")
THREE = Action(code="1.3", title="Report on seizures")
AGAIN = Action(code="1.1", title="Survey laboratories", priority="High")
PART = Action(
    code="1.4",
    title="Train trainers",
    links=[Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP1", "1.1"))],
)


def plan_of(*actions: Action, name: str = "AP1", title: str = "Plan") -> ActionPlan:
    return ActionPlan(id=name, title=title, actions=actions)


PLANS = {
    "none": plan_of(),
    "some": plan_of(ONE, TWO, THREE),
    "turned": plan_of(THREE, TWO, ONE),
    "renamed": plan_of(attrs.evolve(ONE, code="4"), TWO, attrs.evolve(THREE, code="1.1")),
    "edited": plan_of(attrs.evolve(TWO, priority="Low"), ONE, title="Revised plan"),
    "merged": plan_of(attrs.evolve(ONE, aliases=["1.2", "1.3"])),
    "split": plan_of(PART, ONE, TWO),
    "twice": plan_of(ONE, AGAIN, TWO, AGAIN),
    "twice, turned": plan_of(AGAIN, TWO, AGAIN, attrs.evolve(ONE, status="completed")),
    "next": plan_of(attrs.evolve(TWO, code="1.1", origin=ActionRef("AP1", "1.2")), name="AP2"),
}


@every_case("new", PLANS)
@every_case("old", PLANS)
def test_what_differs_makes_the_one_plan_of_the_other(old: str, new: str) -> None:
    before, after = PLANS[old], PLANS[new]
    found = diff(before, after)
    assert apply(found, before) == after
    assert apply(invert(found), after) == before
    assert invert(invert(found)) == found


def test_the_plans_themselves_go_with_a_comparison_and_do_not_count() -> None:
    found = diff(PLANS["some"], PLANS["edited"])
    assert (found.before, found.after) == (PLANS["some"], PLANS["edited"])
    assert attrs.evolve(found, before=None, after=None) == found
    assert "before=" not in repr(found).partition("changes=")[0]
    turned = invert(found)
    assert (turned.before, turned.after) == (PLANS["edited"], PLANS["some"])


def test_what_was_added_is_removed_and_what_was_split_off_is_merged_again() -> None:
    found = invert(diff(PLANS["some"], plan_of(ONE, PART, TWO, THREE, AGAIN)))
    assert [type(change) for change in found] == [Merged, Removed]
    merged, removed = found
    assert isinstance(merged, Merged)
    assert (str(merged.before), str(merged.after), merged.place) == ("AP1/1.4", "AP1/1.1", 1)
    assert isinstance(removed, Removed)
    assert removed.place == 4
    again = invert(found)
    assert [type(change) for change in again] == [Split, Added]


def test_a_dossier_with_one_plan_can_be_patched() -> None:
    found = diff(PLANS["some"], PLANS["edited"])
    assert apply(found, Dossier.of(PLANS["some"])) == PLANS["edited"]


def test_every_place_that_does_not_fit_is_told() -> None:
    found = diff(PLANS["some"], plan_of(attrs.evolve(ONE, priority="High"), TWO, title="New"))
    other = plan_of(attrs.evolve(ONE, priority="Low"), TWO, name="AP9", title="Other")
    with pytest.raises(PatchError) as caught:
        apply(found, other)
    assert caught.value.faults == (
        "plan: id: AP1 -> AP9",
        "plan: title: Plan -> Other",
        "place 3: 1.3 -> no action",
        "1.1: priority: none -> Low",
    )
    assert str(caught.value).splitlines()[-1] == "  1.1: priority: none -> Low"


def test_an_action_that_was_edited_is_not_removed() -> None:
    found = diff(PLANS["some"], plan_of(ONE, TWO))
    with pytest.raises(PatchError, match=r"1\.3: status: open -> completed"):
        apply(found, plan_of(ONE, TWO, attrs.evolve(THREE, status="completed")))


def test_an_action_is_not_searched_for_elsewhere() -> None:
    found = diff(plan_of(ONE, TWO), plan_of(ONE, attrs.evolve(TWO, priority="High")))
    with pytest.raises(PatchError, match=r"place 2: 1\.2 -> 1\.1"):
        apply(found, plan_of(TWO, ONE))


def test_of_many_faults_the_first_are_listed() -> None:
    many = [Action(code=str(number), title="Train") for number in range(80)]
    found = diff(plan_of(*many), plan_of())
    with pytest.raises(PatchError) as caught:
        apply(found, plan_of())
    assert len(caught.value.faults) == 51
    assert caught.value.faults[-1] == "and 30 more"


def made_up(*changes: Added | Removed | Changed | Moved) -> PlanDiff:
    return PlanDiff(old=PlanRef("AP1"), new=PlanRef("AP1"), changes=changes)


REF = ActionRef("AP1", "1.1")
FIELD = Changed(before=REF, after=REF, field="priority", old=None, new="High", place=0)


@every_case(
    ("difference", "fault"),
    [
        (made_up(FIELD, FIELD), "1.1: priority is told twice"),
        (made_up(attrs.evolve(FIELD, field="color")), "1.1: there is no field 'color'"),
        (made_up(attrs.evolve(FIELD, field="code")), "1.1: there is no field 'code'"),
        (made_up(attrs.evolve(FIELD, place=-1)), "1.1: there is no place 0"),
        (made_up(attrs.evolve(FIELD, place=10**15)), "1.1: place 1000000000000001 -> 3 actions"),
        (made_up(Added(after=REF, action=ONE, place=0), FIELD), "1.1: what is new has not"),
        (made_up(*2 * [Added(after=REF, action=ONE, place=0)]), "1.1: the action is told twice"),
        (made_up(*2 * [Removed(before=REF, action=ONE, place=0)]), "the action is told twice"),
        (
            made_up(Added(after=REF, action=TWO, place=0)),
            "1.1: the action itself has the code 1.2",
        ),
        (
            attrs.evolve(made_up(), new=PlanRef("AP2")),
            "plan: AP1 and AP2 are named, the id is AP1",
        ),
        (made_up(Moved(before=REF, after=REF, was=9, place=0)), "place 10: 1.1 -> no action"),
    ],
)
def test_a_made_up_comparison_is_refused(difference: PlanDiff, fault: str) -> None:
    with pytest.raises(PatchError) as caught:
        apply(difference, PLANS["some"])
    assert fault in str(caught.value)
    invert(difference)
