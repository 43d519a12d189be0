"""What cannot be used is refused with what to write instead."""

from collections.abc import Callable
from typing import Any

import pytest

from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan, Code, Recommendation
from customs_coop.rollover import (
    Carry,
    Complete,
    Disposition,
    Drop,
    MergeInto,
    SplitInto,
    roll_over,
)
from folded import every_case

PLAN = ActionPlan(
    id="AP1", title="", actions=[Action(code="1", title=""), Action(code="3", title="")]
)
INTO = ActionPlan(id="AP2", title="")


@every_case(
    ("arguments", "words"),
    [
        ({"recommendations": "R1"}, "such as dossier.recommendations, not the text 'R1'"),
        ({"recommendations": [1]}, "not 1 among them"),
        ({"recommendations": None}, "such as dossier.recommendations, not None"),
        (
            {"recommendations": Recommendation(id="R1", text="")},
            r"not a single one; write recommendations=\[recommendation\]",
        ),
        ({"earlier": PLAN}, r"not a single one; write earlier=\[plan\]"),
        ({"earlier": ["AP0"]}, "not 'AP0' among them; dossier.plan_by_id"),
        ({"earlier": None}, "leave it out where there are none"),
        ({"missing": ["2"]}, r'such as \{"7.1": Drop\("standard procedure"\)\}, not \[\'2\'\]'),
        ({"answers": [("R1", Drop("x"))]}, r'mapping of ids, such as \{"R1": Drop'),
        ({"decide": Carry()}, r"write carry_open_actions, or lambda action: Carry\(\)"),
        ({"decide": {"1": Carry()}}, r"write lambda action: decided\[action.code.text\]"),
        ({"decide": Carry}, "reason takes a text, not Action"),
    ],
)
def test_a_wrong_argument_is_refused_with_a_way_out(
    arguments: dict[str, Any],  # Any: what the test is about
    words: str,
) -> None:
    with pytest.raises(TypeError, match=words):
        roll_over(PLAN, into=INTO, **arguments)


def test_what_is_no_code_and_what_is_no_disposition_is_told() -> None:
    wrong: dict[Any, Any] = {3: Drop("x")}  # Any: what the test is about
    with pytest.raises(RolloverError, match=r'3 is no code; a code is a text, such as "7\.1"'):
        roll_over(PLAN, into=INTO, missing=wrong)
    with pytest.raises(RolloverError, match=r"a disposition is Carry\(\), Complete\(\), Defer"):
        roll_over(PLAN, into=INTO, decide=lambda _: None)  # type: ignore[arg-type,return-value] # what the test is about


def test_two_explanations_of_one_code_are_an_error() -> None:
    missing: dict[Code | str, Drop] = {Code("2"): Drop("old"), "2": Drop("old")}
    ledger = roll_over(PLAN, into=INTO, missing=missing).ledger
    assert [one.disposition for one in ledger.missing] == [Drop("old")]


@pytest.mark.parametrize(
    "make",
    [Carry, Complete, lambda reason: MergeInto("1", reason), lambda reason: SplitInto((), reason)],
    ids=["carry", "complete", "merge", "split"],
)
def test_a_reason_is_a_text(make: Callable[[Any], Disposition]) -> None:  # Any: not a text
    with pytest.raises(TypeError, match="reason takes a text, not 5"):
        make(5)
    assert make("why").reason == "why"
