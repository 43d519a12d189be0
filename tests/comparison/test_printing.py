"""Values that changed, as a reader sees them: always told apart, and short."""

import datetime as dt

import attrs

from customs_coop.comparison import diff
from customs_coop.deadline import By, Deadline, Undetermined, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    WorkArea,
)
from folded import every_case

END_2006 = By(latest=dt.date(2006, 12, 31), text="by end 2006")
AWAITS = Link(kind="awaits", target=ActionRef("AP1", "2.1"), text="after two")


def printed(old: dict[str, object], new: dict[str, object]) -> str:
    """What is printed for the one field that differs, without the headline and the place."""
    plans = [
        ActionPlan(
            id="AP1",
            title="Plan",
            # The tests name fields of several types.
            actions=[Action(**{"code": "1", "title": "Title", **fields})],  # type: ignore[arg-type]
        )
        for fields in (old, new)
    ]
    line = str(diff(*plans)).splitlines()[1]
    return line.partition(": ")[2]


@every_case(
    ("old", "new", "expected"),
    [
        ("Train officers", "Train customs officers", "Train {+customs +}officers"),
        ("Train officers", "Fight fraud", "Train officers -> Fight fraud"),
        ("Train  officers", "Train officers", "Train[-  -]{+ +}officers"),
        ("Train\xa0officers", "Train officers", r"Train[-\xa0-]{+ +}officers"),
        ("\xe9tude sur", "e\u0301tude sur", r"[-\xe9tude-]{+e\u0301tude+} sur"),
        ("\xe9tude", "e\u0301tude", r"'\xe9tude' -> 'e\u0301tude'"),
        (" ", "\n", r"' ' -> '\n'"),
        ("", "Train officers", "none -> Train officers"),
        (
            "Word " * 40 + "old end",
            "Word " * 40 + "new end",
            "... Word Word Word Word Word [-old-]{+new+} end",
        ),
        ("x" * 99 + "a", "x" * 99 + "b", f"...{'x' * 30}a -> ...{'x' * 30}b"),
    ],
)
def test_texts_are_told_word_by_word(old: str, new: str, expected: str) -> None:
    assert printed({"title": old}, {"title": new}) == expected


def test_a_long_change_is_shortened_in_its_middle() -> None:
    shown = printed({"title": "Begin here"}, {"title": f"Begin {'new ' * 400}here"})
    assert shown.startswith("Begin {+new new")
    assert " ... " in shown
    assert len(shown) < 250


@every_case(
    ("old", "new", "expected"),
    [
        (
            END_2006,
            By(latest=dt.date(2007, 12, 31), text="by end 2006"),
            "~ by end 2006 (latest: 2006-12-31 -> 2007-12-31)",
        ),
        (
            END_2006,
            Undetermined(text="by end 2006"),
            "~ by end 2006 (type: By -> Undetermined, latest: 2006-12-31 -> none)",
        ),
        (
            END_2006,
            parse_deadline("by end 2007"),
            "~ by end [-2006-]{+2007+} (latest: 2006-12-31 -> 2007-12-31)",
        ),
        (END_2006, parse_deadline("ongoing"), "- by end 2006; + ongoing"),
    ],
)
def test_a_deadline_shows_what_differs(old: Deadline, new: Deadline, expected: str) -> None:
    assert printed({"deadlines": [old]}, {"deadlines": [new]}) == expected


@every_case(
    ("field", "old", "new", "expected"),
    [
        (
            "indicators",
            [Indicator(text="Draft report adopted")],
            [Indicator(text="Final report adopted", status="completed")],
            "~ [-Draft-]{+Final+} report adopted (status: open -> completed)",
        ),
        (
            "indicators",
            [Indicator(text="Report", code="2")],
            [Indicator(text="Report", code="2", deadlines=[END_2006])],
            "~ 2 Report (deadlines: + by end 2006)",
        ),
        (
            "links",
            [AWAITS],
            [attrs.evolve(AWAITS, text="after the second")],
            "~ awaits AP1/2.1: after [-two-]{+the second+}",
        ),
        (
            "links",
            [AWAITS],
            [attrs.evolve(AWAITS, inferred=True)],
            "~ awaits AP1/2.1 (inferred: False -> True)",
        ),
        (
            "links",
            [AWAITS],
            [attrs.evolve(AWAITS, target=ActionRef("AP2", "2.1"))],
            "~ awaits AP2/2.1 (target: AP1/2.1 -> AP2/2.1)",
        ),
        (
            "links",
            [Link(kind="awaits", target=ActionRef("AP1", "2.1"))],
            [Link(kind="awaits", target=ActionRef("AP1", "2.4"))],
            "~ awaits AP1/2.4 (target: AP1/2.1 -> AP1/2.4)",
        ),
        (
            "extra",
            [ExtraCell(heading="Costs", text="one report")],
            [ExtraCell(heading="Costs", text="two report")],
            "~ Costs: [-one-]{+two+} report",
        ),
        (
            "funding",
            [Funding(programme="Oisin", amount="1")],
            [Funding(programme="Oisin", amount="2")],
            "~ Oisin (amount: 1 -> 2)",
        ),
        ("outcomes", ["One", "Two"], ["Two", "One"], "in another order"),
        ("outcomes", ["One", "Two", "A"], ["Two", "One", "B"], "- A; + B; in another order"),
        ("outcomes", ["a", "b", "a"], ["a", "b"], "- a"),
        ("aliases", ["5.3"], ["5.4"], "- 5.3; + 5.4"),
    ],
)
def test_an_item_that_changed_in_part_is_shown_once(
    field: str, old: list[object], new: list[object], expected: str
) -> None:
    assert printed({field: old}, {field: new}) == expected


def test_what_only_says_where_an_action_comes_from_is_not_listed() -> None:
    old = ActionPlan(id="AP1", title="", actions=[Action(code="1", title="Train")])
    earlier = Appearance(action=ActionRef("AP0", "4"), title="Train")
    new = attrs.evolve(old, actions=[attrs.evolve(old["1"], earlier=[earlier])])
    assert str(diff(old, new)).splitlines() == [
        "AP1: no changes",
        "  not listed: 1 change that only says where an action comes from",
    ]


def test_what_came_is_told_with_its_role_and_its_deadlines() -> None:
    europol = Involvement(party="EUROPOL", role="concerned", text="Europol")
    assert printed({}, {"involved": [europol]}) == "+ Europol (concerned)"
    study = Indicator(text="Study adopted", deadlines=[END_2006])
    assert printed({}, {"indicators": [study]}) == "+ Study adopted (by end 2006)"


def test_the_title_of_a_work_area_is_told_word_by_word() -> None:
    plan = ActionPlan(id="AP1", title="Plan", work_areas=[WorkArea(code="2", title="Risk")])
    new = attrs.evolve(plan, work_areas=[WorkArea(code="2", title="Risk analysis")])
    assert str(diff(plan, new)).endswith("plan  work_areas: ~ 2: Risk{+ analysis+}")


def test_a_pair_that_rests_on_titles_is_told_also_where_the_code_stayed() -> None:
    old = ActionPlan(id="AP1", title="Plan", actions=[Action(code="1.1", title="Train officers")])
    action = Action(code="1.1", title="Train all officers")
    assert str(diff(old, attrs.evolve(old, id="AP2", actions=[action]))).splitlines()[2:] == [
        "  1.1   taken for the same action (by title, confidence 0.80)",
        "  1.1   title: Train {+all +}officers",
    ]
    # In two versions of one plan, the code shows it.
    assert "taken for" not in str(diff(old, attrs.evolve(old, actions=[action])))


def test_an_action_without_a_title_is_told_by_its_code() -> None:
    plan = ActionPlan(id="AP1", title="Plan", actions=[])
    new = attrs.evolve(plan, actions=[Action(code="1.1", title="")])
    assert str(diff(plan, new)).splitlines()[1:] == ["  1.1  added"]
