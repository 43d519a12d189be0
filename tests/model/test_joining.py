"""Several dossiers as one."""

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.diagnostics import Span
from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, ActionPlan, Dossier, Strategy, join_dossiers

FIRST = ActionPlan(id="AP1", title="First", actions=[Action(code="1", title="Swim")])
SECOND = ActionPlan(id="AP2", title="Second")


def test_one_dossier_stays_as_it_is() -> None:
    assert join_dossiers([bundled_dossier()]) == bundled_dossier()
    assert join_dossiers([]) == Dossier()


def test_everything_of_all_is_there_in_order() -> None:
    strategy = Strategy(id="S", title="Strategy")
    joined = join_dossiers([SECOND, Dossier(plans=[FIRST], strategies=[strategy])])
    assert joined == Dossier(plans=[SECOND, FIRST], strategies=[strategy])


def test_what_an_earlier_one_holds_comes_once() -> None:
    bundled = bundled_dossier()
    twice = join_dossiers([bundled, bundled, SECOND])
    assert twice == attrs.evolve(bundled, plans=(*bundled.plans, SECOND))


def test_where_an_action_stood_makes_no_plan_another_one() -> None:
    moved = attrs.evolve(
        FIRST, actions=[attrs.evolve(FIRST["1"], span=Span(source="plan.txt", line=7))]
    )
    assert join_dossiers([FIRST, moved]) == Dossier(plans=[FIRST])


def test_what_one_dossier_holds_twice_stays_twice() -> None:
    double = Dossier(plans=[FIRST, attrs.evolve(FIRST, title="Again")], strategies=[])
    assert join_dossiers([SECOND, double]).plans == (SECOND, *double.plans)
    same = Dossier(plans=[FIRST, FIRST])
    assert join_dossiers([same]) == same


def test_different_descriptions_of_one_strategy_both_stay() -> None:
    one, other = Strategy(id="S", title="Short"), Strategy(id="S", title="Long")
    joined = join_dossiers([Dossier(strategies=[one]), Dossier(strategies=[other])])
    assert joined.strategies == (one, other)


def test_two_different_plans_of_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="two different plans 'AP1'"):
        join_dossiers([FIRST, attrs.evolve(FIRST, title="Revised")])


def test_only_dossiers_and_plans_are_joined() -> None:
    with pytest.raises(TypeError, match="str"):
        join_dossiers(["AP1"])  # type: ignore[list-item]  # what is refused
