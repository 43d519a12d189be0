"""What a revision tells of decisions that lose something, as a rollover does."""

import pytest

from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Status,
)
from customs_coop.rollover import (
    Carry,
    Complete,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Settle,
    SplitInto,
    propose_revision,
    revise,
)

GUIDE = Indicator(text="Guide printed")
SHOWN = Indicator(text="Film shown", status=Status.COMPLETED)
PLAN = ActionPlan(
    id="AP1",
    title="",
    actions=[
        Action(
            code="1.1",
            title="Train",
            priority="High",
            indicators=[GUIDE, SHOWN],
            outcomes=["A guide"],
            terms_of_reference="Ask the states.",
            involved=[Involvement(party="CCWP", role="concerned")],
        ),
        Action(code="1.2", title="Print", indicators=[GUIDE], status=Status.COMPLETED),
        Action(code="1.3", title="Meet", status=Status.OBSOLETE),
    ],
)


def told(plan: ActionPlan, decide: Policy, code: str) -> list[str]:
    report = revise(plan, decide=decide).report
    return [f"{one.subject}: {one.message}" for one in report if one.code == code]


def decided(code: str, disposition: Disposition) -> Policy:
    return lambda action: disposition if action.code.text == code else Carry()


def test_indicators_that_end_with_their_action_are_told() -> None:
    assert told(PLAN, decided("1.1", Complete()), "CC624") == [
        "AP1/1.1: indicator 1 is open, and the action is completed"
    ]
    assert told(PLAN, decided("1.2", MergeInto("1.1")), "CC624") == [
        "AP1/1.2: indicator 1 is open, and the action is completed and goes into 1.1"
    ]


def test_what_is_closed_and_decided_otherwise_is_told() -> None:
    assert told(PLAN, decided("1.2", Drop("no money")), "CC632") == [
        "AP1/1.2: the action is completed, and it is dropped"
    ]
    assert told(PLAN, decided("1.3", SplitInto(["Meet", "Talk"])), "CC632") == [
        "AP1/1.3: the action is obsolete, and it is split"
    ]
    dropped = Carry(indicators=[Settle(2, Drop("no money"))])
    assert told(PLAN, decided("1.1", dropped), "CC632") == [
        "AP1/1.1: indicator 2 is completed, and it is dropped"
    ]


def test_a_closed_row_that_stays_is_not_told() -> None:
    for decide in (propose_revision, decided("1.2", Complete())):
        assert told(PLAN, decide, "CC632") == []


def test_what_no_part_of_a_split_has_is_told() -> None:
    part = Action(code="1.1", title="Train officers", indicators=[GUIDE])
    split = decided("1.1", SplitInto([part, "Train others"]))
    assert told(PLAN, split, "CC608") == ['AP1/1.1: no part has the indicator "Film shown"']
    assert told(PLAN, split, "CC629") == [
        f"AP1/1.1: no part has its {what}"
        for what in ('terms_of_reference: "Ask the states."', 'outcomes: "A guide"')
    ]
    alone = decided("1.1", SplitInto([part]))
    assert told(PLAN, alone, "CC629") == [
        f"AP1/1.1: no part has its {what}"
        for what in (
            'priority: "High"',
            'terms_of_reference: "Ask the states."',
            'outcomes: "A guide"',
            'involved: "CCWP (concerned)"',
        )
    ]


def test_that_the_first_part_has_everything_is_told() -> None:
    assert told(PLAN, decided("1.1", SplitInto(["x", "y"])), "CC631") == [
        (
            'AP1/1.1: only this first part of the split has indicator 1 "Guide printed",'
            ' indicator 2 "Film shown"'
        )
    ]
    assert told(PLAN, decided("1.1", SplitInto(["x"])), "CC631") == []


def test_a_code_that_stands_twice_still_leads_to_the_row_that_stays() -> None:
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.1"))
    plan = ActionPlan(
        id="AP1",
        title="",
        actions=[
            Action(code="1.1", title="a"),
            Action(code="1.1", title="b"),
            Action(code="1.2", title="c", links=[link]),
        ],
    )

    def decide(action: Action) -> Disposition:
        return MergeInto("1.2") if action.title == "a" else Carry()

    stays, survivor = revise(plan, decide=decide).plan
    assert (stays.title, survivor.aliases) == ("b", ())
    assert link in survivor.links
    assert told(plan, decide, "CC628") == ["AP1/1.2: it awaits AP1/1.1, and that code stands twice"]
    # Where the row of the other one goes as well, the former code is free for an alias.
    (only,) = revise(
        plan, decide=lambda one: Carry() if one.code == "1.2" else MergeInto("1.2")
    ).plan
    assert [code.text for code in only.aliases] == ["1.1"]
    assert link not in only.links


def test_a_policy_that_splits_again_is_told() -> None:
    split = decided("1.1", SplitInto(["Train", "Train others"]))
    once = revise(PLAN, decide=split)
    assert [one for one in once.report if one.code == "CC633"] == []
    assert told(once.plan, split, "CC633") == [
        "AP1/1.1: it was split in this way before: AP1/1.4 has the same title"
    ]
    other = decided("1.1", SplitInto(["Train", "Train managers"]))
    assert told(once.plan, other, "CC633") == []


def test_a_policy_by_words_is_refused_by_the_next_version_and_one_by_number_is_not() -> None:
    for item, again in ((1, False), ("Guide printed", True)):
        settled = decided("1.1", Carry(indicators=[Settle(item, Drop("no money"))]))
        plan = revise(PLAN, decide=settled).plan
        assert plan["1.1"].indicators == (SHOWN,)
        if again:
            with pytest.raises(RolloverError, match="Guide printed"):
                revise(plan, decide=settled)
        else:
            assert revise(plan, decide=settled).plan["1.1"].indicators == ()
