"""The codes of the new plan."""

import pytest

from customs_coop.model import Action, ActionPlan
from customs_coop.rollover import SplitInto, roll_over
from customs_coop.validation import validate
from folded import every_case


def renumbered(
    codes: str,
    *,
    number: int | None = None,
    into_number: int | None = None,
    area: str | None = None,
    draft: str = "",
) -> str:
    """Roll over actions with these codes, and give the codes of the carried ones, in order."""
    old = ActionPlan(
        id="OLD",
        title="",
        number=number,
        actions=[Action(code=code, title="", work_area=area) for code in codes.split()],
    )
    into = ActionPlan(
        id="NEW",
        title="",
        number=into_number,
        actions=[Action(code=code, title="") for code in draft.split()],
    )
    ledger = roll_over(old, into=into).ledger
    return " ".join(str(successor.code) for entry in ledger for successor in entry.successors)


@every_case(
    ("old", "new"),
    [
        ("7.2 7.3", "7.1 7.2"),
        ("8.2 8.3 8.5 8.7 9.1", "8.1 8.2 8.3 8.4 9.1"),
        ("1.9 1.10 1.12", "1.1 1.2 1.3"),
        ("2 5 43", "1 2 3"),
        ("13 14a 14b 15", "1 2a 2b 3"),
        ("14 14a", "1 1a"),
        ("A C", "A C"),
        ("5.A 5.2", "5.A 5.1"),
        ("1.2.3 1.2.5 1.3.2", "1.2.1 1.2.2 1.3.1"),
        ("5.01 5.1", "5.1 5.2"),
        ("1 1 A A A", "1 2 A A-2 A-3"),
        ("A-2 A A", "A-2 A A-3"),
        ("99999999", "99999999"),
        ("5. .5 .", "5. .1 ."),
    ],
)
def test_gaps_are_closed_and_odd_codes_stay(old: str, new: str) -> None:
    assert renumbered(old) == new


def test_the_number_of_the_plan_becomes_that_of_the_new_one() -> None:
    assert renumbered("5.1 5.3 5.10 5.A", number=5, into_number=6) == "6.1 6.2 6.3 6.A"
    assert renumbered("5.3", number=5, into_number=6, area="2") == "6.1"


def test_a_work_area_with_the_number_of_the_plan_stays() -> None:
    assert renumbered("1.1 1.3 2.2", number=1, into_number=2) == "1.1 1.2 2.1"
    assert renumbered("1.1 1.3", number=1, into_number=2, area="1") == "1.1 1.2"


def test_without_a_number_of_the_new_plan_the_first_figure_stays() -> None:
    assert renumbered("5.2 5.3", number=5) == "5.1 5.2"


def test_codes_of_the_draft_are_skipped() -> None:
    assert renumbered("1.1 1.2 A", draft="1.2 A 1.3b") == "1.1 1.4 A-2"


def test_parts_are_numbered_one_after_the_other() -> None:
    old = ActionPlan(id="OLD", title="", actions=[Action(code=c, title="") for c in ("14a", "15")])
    rolled = roll_over(
        old, into=ActionPlan(id="NEW", title=""), decide=lambda _: SplitInto(["X", "Y"])
    )
    assert [str(action.code) for action in rolled.plan] == ["1a", "2", "3", "4"]


@pytest.mark.parametrize("codes", ["7.2 8.2 8.5", "1 2004", "A 3b", "1 2 3", "5.01 5.4", ""])
def test_missing_codes_are_the_same_for_ledger_and_validation(codes: str) -> None:
    actions = [Action(code=code, title="") for code in codes.split()]
    plan = ActionPlan(id="OLD", title="", actions=actions)
    unexplained = roll_over(plan, into=ActionPlan(id="NEW", title="")).ledger.unexplained
    told = [found.message for found in validate(plan) if found.code == "CC208"]
    assert told == ([f"missing codes: {', '.join(map(str, unexplained))}"] if unexplained else [])


def test_the_gaps_of_a_revised_plan_that_no_alias_explains() -> None:
    codes = "5.1 5.2 7.2 7.3 8.2 8.3 8.5 8.7 9.1 9.2 9.3 9.4 9.6 9.7".split()  # noqa: SIM905 - as in a table
    former = {"5.1": ["5.3"], "5.2": ["8.6"]}
    actions = [Action(code=code, title="", aliases=former.get(code, ())) for code in codes]
    plan = ActionPlan(id="AP1", title="", number=1, actions=actions)
    ledger = roll_over(plan, into=ActionPlan(id="AP2", title="")).ledger
    assert [str(code) for code in ledger.unexplained] == ["7.1", "8.1", "8.4", "9.5"]
