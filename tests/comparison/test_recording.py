"""Comparisons as JSON files."""

import json

import attrs

from customs_coop.comparison import apply, diff, diff_from_json, diff_to_json
from customs_coop.model import Action, ActionPlan, ActionRef, Link, LinkKind
from folded import every_case

ONE = Action(code="1.1", title="Train officers")
TWO = Action(code="1.2", title="Fight fraud")
PART = Action(
    code="1.4",
    title="Train trainers",
    links=[Link(kind=LinkKind.SPLIT_FROM, target=ActionRef("AP1", "1.1"))],
)
OLD = ActionPlan(id="AP1", title="Plan", actions=[ONE, TWO, attrs.evolve(TWO, code="1.3")])
NEW = ActionPlan(
    id="AP1",
    title="",
    period="2004-01-01/2006-12-31",
    actions=[
        attrs.evolve(TWO, code="1.3", aliases=["1.2"]),
        PART,
        attrs.evolve(ONE, priority="urgent", title=""),
        Action(code="2", title="Seize"),
    ],
)


def test_a_comparison_of_every_kind_of_change_comes_back() -> None:
    found = diff(OLD, NEW)
    assert {type(change).__name__ for change in found} == {
        "Added", "Changed", "Merged", "Moved", "Split",
    }  # fmt: skip
    text = diff_to_json(found)
    again, report = diff_from_json(text)
    assert report.ok
    assert again is not None
    assert again == found
    assert (again.before, again.after) == (None, None)
    assert diff_to_json(again) == text
    assert apply(again, OLD) == NEW


def test_a_value_stands_under_the_name_of_its_field() -> None:
    values = json.loads(diff_to_json(diff(OLD, attrs.evolve(OLD, title=""))))
    assert values["schema"] == "customs_coop.diff/1"
    assert values["changes"] == [
        {
            "type": "PlanChanged",
            "before": {"plan": "AP1"},
            "after": {"plan": "AP1"},
            "field": "title",
            "old": {"title": "Plan"},
        }
    ]


@every_case(
    ("right", "wrong", "finding"),
    [
        ('"title": "Plan"', '"titel": "Plan"', "$.changes[0].old.titel: error CC105"),
        (
            '"title": "Plan"',
            '"title": "Plan", "status": "ongoing"',
            '$.changes[0].old.status: error CC105: "status" is no value of the field "title"',
        ),
        ('"title": "Plan"', '"title": 3', "$.changes[0].old.title: error CC104"),
        ('"field": "title"', '"field": "code"', "$.changes[0].field: error CC104: no field is"),
        ('"PlanChanged"', '"Gone"', "$.changes[0]: error CC104"),
        ("customs_coop.diff/1", "customs_coop/1", "$.schema: error CC107"),
        ('"schema"', "schema", "edit.json:2:2: error CC103"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(right: str, wrong: str, finding: str) -> None:
    text = diff_to_json(diff(OLD, attrs.evolve(OLD, title=""))).replace(right, wrong, 1)
    again, report = diff_from_json(text, "edit.json")
    assert again is None
    assert not report.ok
    assert finding in "\n".join(map(str, report))
    assert "edit.json" in str(next(iter(report)))
