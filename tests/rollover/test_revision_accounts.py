"""The account of a revision: it balances, it can be read back, and it leads back to where
everything came from."""

from collections.abc import Mapping

import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.errors import RolloverError
from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind, Status
from customs_coop.rollover import (
    CAP,
    Carry,
    Complete,
    Disposition,
    Drop,
    Ledger,
    MergeInto,
    Policy,
    SplitInto,
    ledger_from_json,
    ledger_to_json,
    revise,
    roll_over,
)
from customs_coop.rollover.revision import account

SPLIT = SplitInto(["x", "y"])


def plan_of(*actions: Action, name: str = "AP1") -> ActionPlan:
    return ActionPlan(id=name, title="", period="2004-01-01/2006-12-31", actions=actions)


def draft(name: str = "AP2") -> ActionPlan:
    return ActionPlan(id=name, title="", period="2007-01-01/2008-06-30")


def by_code(decided: Mapping[str, Disposition]) -> Policy:
    return lambda action: decided.get(action.code.text, Carry())


def timed(code: str, *deadlines: str, status: Status = Status.OPEN, title: str = "") -> Action:
    return Action(
        code=code,
        title=title or f"Train {code}",
        status=status,
        deadlines=[parse_deadline(words) for words in deadlines],
    )


def check(ledger: Ledger) -> None:
    assert ledger.faults == ()
    assert ledger.balance.balanced
    assert ledger_from_json(ledger_to_json(ledger))[0] == ledger


def test_a_split_under_a_cap_is_told_by_the_words_of_the_old_plan() -> None:
    plan = plan_of(timed("1.1", "December 2008"), timed("1.2", "May 2009"))
    filled = SplitInto([timed("1.1", "December 2008"), "y"])
    for split in (SPLIT, filled):
        decided: dict[str, Disposition] = {"1.1": split, "1.2": MergeInto("1.1")}
        revision = revise(plan, decide=by_code(decided), deadlines=CAP)
        check(revision.ledger)
        for entry in revision.ledger:
            (milestone,) = entry.milestones
            assert milestone.moved in revision.plan["1.1"].deadlines
            assert milestone.successors == (ActionRef("AP1", "1.1"),)


def test_an_account_that_does_not_balance_is_never_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(account, "entries_of", lambda *_, **__: [])
    with pytest.raises(RolloverError, match="revision of AP1 does not balance"):
        revise(plan_of(timed("1.1")))


def test_what_a_survivor_has_twice_it_keeps_twice() -> None:
    plan = plan_of(timed("1.1", "tbc", "tbc"), timed("1.2", "tbc", "tbd"))
    for survivor in (Carry(), SPLIT):
        decide = by_code({"1.1": survivor, "1.2": MergeInto("1.1")})
        rolled = roll_over(plan, into=draft(), decide=decide)
        revision = revise(plan, decide=decide)
        for result in (rolled, revision):
            check(result.ledger)
            words = [one.text for one in result.plan["1.1"].deadlines]
            assert words == ["tbc", "tbc", "tbd"]


def test_what_is_done_may_leave_its_times_behind() -> None:
    for status, outcome in ((Status.COMPLETED, "completed"), (Status.OBSOLETE, "dropped")):
        plan = plan_of(timed("1.1", "tbc", "during 2005", status=status))
        decide = by_code({"1.1": SplitInto([timed("1.1", "tbc"), "y"])})
        for ledger in (
            revise(plan, decide=decide).ledger,
            roll_over(plan, into=draft(), decide=decide).ledger,
        ):
            check(ledger)
            assert [one.outcome.value for one in ledger.entries[0].milestones] == ["split", outcome]


def test_a_repeated_code_does_not_hide_what_a_split_wrote() -> None:
    plan = plan_of(timed("1.1", "tbc"), timed("1.1", "during 2005"))
    split = SplitInto([timed("1.1", "tbc"), "y"])
    revision = revise(plan, decide=lambda one: split if one == plan.actions[0] else Carry())
    check(revision.ledger)


def test_a_deadline_is_found_in_a_part_however_it_is_spelled() -> None:
    plan = plan_of(timed("1.1", "May 2005", "tbc"))
    written = SplitInto([timed("1.1", "MAY 2005"), timed("1.1", "TBC", title="y")])
    check(revise(plan, decide=by_code({"1.1": written}), deadlines=CAP).ledger)


def test_a_part_that_a_revision_made_is_led_back_through_what_it_was_a_part_of() -> None:
    first = roll_over(plan_of(timed("1.1")), into=draft())
    revision = revise(first.plan, decide=lambda _: SPLIT)
    rolled = roll_over(revision.plan, into=draft("AP3"), ledgers=[revision.ledger])
    before = ["AP1/1.1 Train 1.1", "AP2/1.1 Train 1.1"]
    whole, part = rolled.ledger
    assert whole.split_from == ()
    assert [f"{one.action} {one.title}" for one in part.split_from] == before
    assert part.first == whole.first == ActionRef("AP1", "1.1")
    assert part.first_wording == "Train 1.1"
    assert part.times_carried == whole.times_carried == 2
    # The next rollover still knows it, and counts no plan twice.
    later = roll_over(rolled.plan, into=draft("AP4"), earlier=[revision.plan]).ledger.entries[1]
    assert [f"{one.action} {one.title}" for one in later.split_from] == before
    assert later.times_carried == 3


def test_the_part_that_went_into_another_action_does_not_make_that_one_a_part() -> None:
    plan = revise(plan_of(timed("1.1"), timed("1.2")), decide=by_code({"1.1": SPLIT})).plan
    assert [action.title for action in plan] == ["x", "Train 1.2", "y"]
    merged = by_code({"1.3": MergeInto("1.2")})
    rolled = roll_over(plan, into=draft(), decide=merged).plan
    assert any(link.kind is LinkKind.SPLIT_FROM for link in rolled["1.2"].links)
    assert [one.split_from for one in roll_over(rolled, into=draft("AP3")).ledger] == [(), ()]
    revised = revise(plan, decide=merged).plan
    assert [one.split_from for one in roll_over(revised, into=draft()).ledger] == [(), ()]


def test_a_plan_where_the_code_is_not_known_tells_nothing_of_a_split() -> None:
    links = [
        Link(kind=LinkKind.CONTINUES, target=ActionRef("AP1", "1.1")),
        Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP1", "1.1")),
    ]
    part = Action(code="1.1", title="x", links=links)
    (entry,) = roll_over(plan_of(part, name="AP2"), into=draft("AP3")).ledger
    assert entry.split_from == ()


def test_what_a_revised_plan_is_made_of() -> None:
    plan = plan_of(*(timed(f"1.{n}") for n in range(1, 6)))
    decided: dict[str, Disposition] = {
        "1.2": Complete(),
        "1.3": Drop("no"),
        "1.4": SPLIT,
        "1.5": MergeInto("1.1"),
    }
    revision = revise(plan, decide=by_code(decided))
    made = dict(revision.ledger.composition)
    assert made == {"carried": 1, "parts": 2, "merged": 0, "marked": 2, "new": 0}
    assert sum(made.values()) == len(revision.plan)
