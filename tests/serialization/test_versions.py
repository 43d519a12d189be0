"""Older versions of a file are brought up to date before they are read; later ones are refused."""

import copy
import json

import attrs
import pytest

from customs_coop.diagnostics import Report, Severity
from customs_coop.errors import InvalidValueError
from customs_coop.serialization import Schema, from_json, record_from_json, record_to_json
from customs_coop.serialization.records import record_from_values
from customs_coop.serialization.versions import Step, brought_up_to_date
from folded import every_case

Members = dict[str, object]


@attrs.frozen
class Lamp:
    """What a file holds today."""

    name: str
    posts: tuple[str, ...] = ()


def named(members: Members) -> Members:
    """From 1 to 2: "title" became "name"."""
    return {{"title": "name"}.get(key, key): value for key, value in members.items()}


def listed(members: Members) -> Members:
    """From 2 to 3: one post, which might be missing, became several."""
    members = dict(members)
    post = members.pop("post", None)
    return members if post is None else members | {"posts": [post]}


LAMP = Schema("lamp", 3, steps=[named, listed])


def read(text: str, schema: Schema = LAMP) -> tuple[Lamp | None, Report]:
    return record_from_json(text, Lamp, schema, "lamp.json")


@every_case(
    ("text", "expected"),
    [
        ('{"schema": "lamp/1", "title": "L", "post": "P"}', Lamp("L", ("P",))),
        ('{"schema": "lamp/1", "title": "L"}', Lamp("L")),
        ('{"schema": "lamp/2", "name": "L", "post": "P"}', Lamp("L", ("P",))),
        ('{"schema": "lamp/3", "name": "L", "posts": ["P", "Q"]}', Lamp("L", ("P", "Q"))),
    ],
)
def test_each_version_is_read_as_the_one_of_today(text: str, expected: Lamp) -> None:
    lamp, report = read(text)
    assert lamp == expected
    assert report.ok
    version = json.loads(text)["schema"][-1]
    told = [(str(one), one.severity) for one in report]
    line = (
        f"lamp.json: $.schema: info CC167: version {version} was read as version 3;"
        " paths are those of version 3"
    )
    assert told == ([] if version == "3" else [(line, Severity.INFO)])


def test_it_is_written_in_the_version_of_today() -> None:
    lamp, _ = read('{"schema": "lamp/1", "title": "L"}')
    assert json.loads(record_to_json(lamp, LAMP)) == {"schema": "lamp/3", "name": "L"}


def test_a_form_of_another_version_is_a_fault() -> None:
    lamp, report = read('{"schema": "lamp/2", "title": "L"}')
    assert lamp is None
    assert [(one.code, one.span and one.span.path) for one in report] == [
        ("CC167", "$.schema"),
        ("CC106", "$.name"),
        ("CC105", "$.title"),
    ]


def test_a_later_version_is_refused_and_says_what_to_do() -> None:
    lamp, report = read('{"schema": "lamp/4", "name": "L"}')
    assert lamp is None
    (told,) = report
    assert str(told) == (
        "lamp.json: $.schema: error CC107: version 4 is not known; versions 1 to 3 can be read,"
        " and a newer customs_coop reads this one"
    )


def test_the_values_of_the_caller_stay_even_if_a_step_is_careless() -> None:
    def careless(members: Members) -> Members:
        posts = members["posts"]
        assert isinstance(posts, list)
        posts.append("Q")
        return members

    values = {"schema": "lamp/1", "name": "L", "posts": ["P"]}
    before = copy.deepcopy(values)
    lamp, _ = record_from_values(values, Lamp, Schema("lamp", 2, steps=[careless]), "lamp")
    assert lamp == Lamp("L", ("P", "Q"))
    assert values == before


def test_a_step_that_fails_is_a_fault_of_the_file() -> None:
    def fails(members: Members) -> Members:
        return {"name": members["title"]}

    lamp, report = read('{"schema": "lamp/1"}', Schema("lamp", 2, steps=[fails]))
    assert lamp is None
    assert [one.code for one in report] == ["CC167", "CC104"]
    assert "version 1 cannot be brought to version 2 (KeyError: 'title')" in str(report)


def test_an_old_file_that_is_nested_too_deeply_is_a_fault() -> None:
    deep: object = "L"
    for _ in range(5_000):
        deep = [deep]
    values = {"schema": "lamp/1", "title": deep}
    _, report = record_from_values(values, Lamp, LAMP, "lamp")
    assert "nested too deeply" in str(report)


@every_case(
    ("version", "steps"),
    [(1, [named]), (2, []), (3, [named]), (2, [named, listed])],
)
def test_every_version_has_a_step_to_the_next(version: int, steps: list[Step]) -> None:
    with pytest.raises(InvalidValueError, match="steps from older versions"):
        Schema("lamp", version, steps=steps)


def test_steps_are_taken_in_order() -> None:
    assert brought_up_to_date({"title": "L", "post": "P"}, 1, LAMP) == {"name": "L", "posts": ["P"]}


def test_a_step_that_gives_no_members_is_a_fault_of_the_file() -> None:
    steps: list[Step] = [lambda members: members["title"]]  # type: ignore[list-item, return-value] # on purpose
    lamp, report = read('{"schema": "lamp/1", "title": "L"}', Schema("lamp", 2, steps=steps))
    assert lamp is None
    assert "an object is wanted, not the text" in str(report)


def test_a_file_may_name_its_schema_for_editors() -> None:
    place = '"$schema": "dossier.schema.json"'
    dossier, report = from_json(f'{{{place}, "schema": "customs_coop/1", "plans": []}}')
    assert list(report) == []
    assert dossier.plans == ()
    for wrong in ("1", "null"):
        _, report = from_json(f'{{"$schema": {wrong}, "schema": "customs_coop/1"}}')
        assert [(one.code, one.span and one.span.path) for one in report] == [
            ("CC104", "$.$schema")
        ]
    _, report = from_json('{"schema": "customs_coop/1", "plans": [{"$schema": "x"}]}')
    assert "CC105" in {one.code for one in report}
