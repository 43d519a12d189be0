import json
from decimal import Decimal

import pytest

from customs_coop.comparison import diff_from_json
from customs_coop.deadline import By, Relative
from customs_coop.diagnostics import Span
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Indicator,
    Link,
    LinkKind,
    Measure,
    PlanRef,
)
from customs_coop.references import DocumentNumber
from customs_coop.serialization import from_json, from_values, to_json, to_values
from folded import every_case

DOSSIER = Dossier.of(
    ActionPlan(
        id="AP5",
        title="Fifth Action Plan",
        period="2011-07-01/2012-12-31",
        document=DocumentNumber(14680, 2005, subjects=(("ENFOCUSTOM", 74),), limite=True),
        actions=[
            Action(
                code="5.10",
                title="Étude « comparée »",
                priority="Potential to defer",
                deadlines=[Relative("the next conference", "-P1M")],
                indicators=[
                    Indicator(
                        text="Report",
                        deadlines=[By("2012-12-31")],
                        measure=Measure(unit="reports", target=Decimal("10.50")),
                    )
                ],
                links=[Link(kind=LinkKind.CONTINUES, target=PlanRef("AP4"), text="continues")],
                span=Span(source="/home/somebody/plan.txt", line=3),
            )
        ],
    )
)


def test_the_file_says_its_schema_and_stays_readable() -> None:
    text = to_json(DOSSIER)
    assert text.startswith('{\n "schema": "customs_coop/1",\n')
    assert text.endswith("}\n")
    assert "Étude « comparée »" in text
    assert '"period": "2011-07-01/2012-12-31"' in text
    assert '"target": "10.50"' in text


def test_members_of_unions_bear_their_class_name() -> None:
    action = json.loads(to_json(DOSSIER))["plans"][0]["actions"][0]
    assert action["deadlines"][0]["type"] == "Relative"
    assert action["links"][0]["target"] == {"type": "PlanRef", "plan": "AP4"}


def test_the_place_in_the_source_is_not_written() -> None:
    assert "somebody" not in to_json(DOSSIER)
    values = to_values(DOSSIER)
    assert from_values(values)[0] == DOSSIER


def test_what_equality_does_not_compare_is_written_all_the_same() -> None:
    read, _ = from_json(to_json(DOSSIER))
    document = read.plan.document
    assert document is not None
    assert document.limite
    assert document.subjects == (("ENFOCUSTOM", 74),)


def findings(text: str) -> list[str]:
    dossier, report = from_json(text, "plan.json")
    assert dossier == Dossier()
    return [str(finding) for finding in report]


def plan_with(members: str) -> str:
    return f'{{"schema": "customs_coop/1", "plans": [{{"id": "AP1", "title": "", {members}}}]}}'


@every_case(
    ("text", "expected"),
    [
        ("", "plan.json:1:1: error CC103: this is no JSON: Expecting value"),
        ("{", "plan.json:1:2: error CC103: this is no JSON: Expecting property name"),
        (
            '{"schema": "customs_coop/1",\n "plans": [,]}',
            "plan.json:2:12: error CC103: this is no JSON: Expecting value",
        ),
        ('{"a": 1, "a": 2}', 'an object has the member "a" twice'),
        ("[NaN]", "NaN is no number of JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("7", "$: error CC104: an object is wanted, not the number 7"),
        ("{}", '$.schema: error CC107: the member "schema" is missing'),
        (
            '{"schema": "other/1"}',
            'the text "other/1" is not the schema that is wanted here, "customs_coop/1"',
        ),
        (
            '{"schema": "customs_coop/1", "\\ud800": 1}',
            '$["\\ud800"]: error CC105: the member "\\ud800" is unknown',
        ),
        ('{"schema": "customs_coop/1", "a b": 1}', '$["a b"]: error CC105'),
        ('{"schema": 1}', "the number 1 is not the schema that is wanted here"),
        ('{"schema": "customs_coop/99"}', "version 99 is not known; versions 1 to 1"),
        ('{"schema": "customs_coop/0"}', "version 0 is not known"),
        (
            '{"schema": "customs_coop/1", "future": 1}',
            '$.future: error CC105: the member "future" is unknown',
        ),
        (
            plan_with('"number": "5"'),
            '.number: error CC104: a whole number is wanted, not the text "5"',
        ),
        (plan_with('"number": 5.0'), "a whole number is wanted, not the number 5.0"),
        (plan_with('"number": true'), "a whole number is wanted, not true"),
        (
            plan_with('"actions": "5.1"'),
            '.actions: error CC104: a list is wanted, not the text "5.1"',
        ),
        (plan_with('"actions": {}'), "a list is wanted, not an object"),
        (plan_with('"actions": [null]'), ".actions[0]: error CC104: an object is wanted, not null"),
        (plan_with('"period": "2012-12-31/2011-07-01"'), "ends before it starts"),
        (plan_with('"status": "done"'), '"completed"'),
        (plan_with('"approvals": [{"party": "CATS", "on": "soon"}]'), ".approvals[0].on"),
        (
            plan_with('"actions": [{"code": "1", "title": "", "deadlines": [{"latest": "x"}]}]'),
            'deadlines[0]: error CC104: the member "type" has to be one of "By", "During"',
        ),
        (
            plan_with('"actions": [{"code": "1", "title": "", "deadlines": [{"type": "By"}]}]'),
            'deadlines[0].latest: error CC106: the member "latest" is missing',
        ),
        (
            plan_with('"actions": [{"code": "1", "title": "", "span": null}]'),
            '$.plans[0].actions[0].span: error CC105: the member "span" is unknown',
        ),
        (plan_with('"strategy": "\\ud800"'), "the text holds a lone surrogate"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, expected: str) -> None:
    found = findings(text)
    assert len(found) == 1
    assert expected in found[0]


def test_all_faults_are_told_at_once() -> None:
    text = '{"schema": "customs_coop/1", "plans": [{"id": 1, "x": 0}, {"title": []}], "y": 0}'
    assert [line.split(": ")[1] for line in findings(text)] == [
        "$.plans[0].id",
        "$.plans[0].title",
        "$.plans[0].x",
        "$.plans[1].id",
        "$.plans[1].title",
        "$.y",
    ]


def test_a_decimal_number_is_written_as_it_is() -> None:
    for bad in ("1,5", "NaN", "Infinity", " 1", "0x10"):
        text = plan_with(
            '"actions": [{"code": "1", "title": "", "indicators": '
            f'[{{"text": "", "measure": {{"unit": "", "target": "{bad}"}}}}]}}]'
        )
        assert "a decimal number as text" in findings(text)[0]


def test_a_number_is_neither_a_text_nor_too_large() -> None:
    place = '"before": {"plan": "AP1", "code": "1"}, "after": {"plan": "AP2", "code": "1"}'
    for value, finding in (
        ("0.5", None),
        ("1", None),
        ('"0.5"', 'a number is wanted, not the text "0.5"'),
        ("true", "a number is wanted, not true"),
        ("1e999", "the number is too large"),
        ("9" * 400, "the number is too large"),
    ):
        pairing = f'{{{place}, "by": "code", "confidence": {value}}}'
        text = (
            '{"schema": "customs_coop.diff/1", "old": {"plan": "AP1"}, "new": {"plan": "AP2"},'
            f' "pairings": [{pairing}]}}'
        )
        found, report = diff_from_json(text)
        assert (found is None) == (finding is not None)
        assert finding is None or finding in str(report)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert from_json("\ufeff" + to_json(DOSSIER))[0] == DOSSIER


def test_half_a_surrogate_pair_cannot_be_written() -> None:
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        to_json(Dossier.of(ActionPlan(id="AP1", title="\ud800")))
