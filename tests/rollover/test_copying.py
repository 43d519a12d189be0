"""Copies of actions for the next plan, which are made past the checks of the constructor."""

import copy
import pickle

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from customs_coop import bundled_dossier
from customs_coop.diagnostics import Span
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    DeadlineRef,
    Funding,
    Link,
    LinkKind,
)
from customs_coop.rollover.copying import moved_to

PLACE = ActionRef("AP1", "7.3")
DESCENT = (Link(kind=LinkKind.CONTINUES, target=PLACE, inferred=True),)
EARLIER = (Appearance(action=PLACE, title="Train"),)


def moved(action: Action) -> Action:
    return moved_to(
        Code("7.2"),
        action,
        origin=PLACE,
        earlier=EARLIER,
        work_area=Code("7"),
        notes=("a",),
        links=DESCENT,
    )


@pytest.fixture(scope="module")
def actions() -> tuple[Action, ...]:
    plans = bundled_dossier().plans
    told = [DeadlineRef(PLACE, 2)]
    funded = attrs.evolve(
        plans[0].actions[0], funding=[Funding(programme="Oisin")], deadline_origins=told
    )
    return (funded, *(action for plan in plans for action in plan))


def test_a_copy_is_what_the_constructor_would_make(actions: tuple[Action, ...]) -> None:
    for action in actions:
        expected = attrs.evolve(
            action,
            code="7.2",
            aliases=(),
            origin=PLACE,
            earlier=EARLIER,
            work_area="7",
            notes=("a",),
            links=DESCENT,
            span=None,
        )
        # The repr names every field, and a field that was forgotten would raise.
        assert repr(moved(action)) == repr(expected)
        assert moved(action) == expected
        assert hash(moved(action)) == hash(expected)
    # No field that is taken over unseen is empty in all of them.
    taken = {field.name for field in attrs.fields(Action)} - {
        *("code", "aliases", "origin", "earlier", "work_area", "notes", "links", "span"),
    }
    default = Action(code="1", title="")
    for name in taken:
        assert any(getattr(one, name) != getattr(default, name) for one in actions), name


def test_a_copy_is_an_action_like_any_other() -> None:
    old = Action(code="7.3", title="Train", aliases=["7.4"], span=Span(source="plan.txt"))
    new = moved(old)
    assert type(new) is Action
    assert new.span is None
    assert old.aliases == (Code("7.4"),)
    with pytest.raises(FrozenInstanceError):
        new.title = "Teach"  # type: ignore[misc]  # that it is refused is the point
    with pytest.raises(FrozenInstanceError):
        delattr(new, "title")  # checkers of types refuse `del new.title`
    assert attrs.evolve(new, title="Teach").title == "Teach"
    assert pickle.loads(pickle.dumps(new)) == new  # noqa: S301 - our own bytes
    assert copy.copy(new) == new
    assert ActionPlan(id="AP2", title="", actions=[new])["7.2"] is new
