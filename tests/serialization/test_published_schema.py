"""The published schemas say what the readers say, as far as a schema can."""

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.model import PlanRef, Strategy
from customs_coop.schema import SCHEMA_KINDS, schema_text
from customs_coop.serialization.converter import make_converter
from json_kinds import KINDS, TEXTS, parts_of, published, record_of

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "src" / "customs_coop" / "schema"
DATASETS = ROOT / "src" / "customs_coop" / "datasets"
STALE = "make them anew with: python docs/_ext/json_schemas.py"


@cache
def generator() -> ModuleType:
    path = ROOT / "docs" / "_ext" / "json_schemas.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Any: the library for schemas tells no types.
@cache
def validator(kind: str) -> Any:  # noqa: ANN401 - as above
    return jsonschema.Draft202012Validator(published(kind))


@cache
def records(kind: str) -> dict[str, Any]:
    """One record of each class that a file with every field holds; the richest one."""
    found: dict[str, Any] = {}
    record, _ = record_of(kind, TEXTS[kind]())
    for part in parts_of(record):
        name = type(part).__name__
        if attrs.has(type(part)) and (
            name not in found or len(members_of(part)) > len(members_of(found[name]))
        ):
            found[name] = part
    return found


def members_of(record: object) -> Any:  # noqa: ANN401 - a code is a text, a record an object
    return make_converter(detailed=False).unstructure(record)


def objects(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The definitions of records, by their name in the schema."""
    for name, one in published(kind)["$defs"].items():
        if one.get("type") == "object":
            yield name, one


def test_every_kind_has_a_schema() -> None:
    assert sorted(SCHEMA_KINDS) == sorted(KINDS) == sorted(generator().FILES)
    assert schema_text() == schema_text("dossier")
    with pytest.raises(InvalidValueError, match="there are dossier, ledger, diff, baseline, state"):
        schema_text("../dossier")


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_what_the_classes_are_today(kind: str) -> None:
    assert schema_text(kind) == generator().text_of(kind), STALE


@pytest.mark.parametrize("kind", KINDS)
def test_each_class_has_its_fields_and_asks_for_those_without_a_default(kind: str) -> None:
    classes = {name: type(record) for name, record in records(kind).items()}
    for name, one in objects(kind):
        typed = ["type"] if name.startswith("Typed") else []
        fields = [field for field in attrs.fields(classes[one["title"]]) if field.name != "span"]
        assert list(one["properties"]) == [*typed, *(field.name for field in fields)], name
        needed = [field.name for field in fields if field.default is attrs.NOTHING]
        assert one["required"] == [*typed, *needed], name
        assert one["additionalProperties"] is False


def test_a_field_that_is_new_is_in_the_schema() -> None:
    @attrs.frozen(kw_only=True)
    class Wider(Strategy):
        """A strategy.

        Args:
            motto: What stands above it, or None.
        """

        motto: str | None = None

    described = generator()._Definitions().record(Wider)["properties"]
    assert described["motto"] == {
        "description": "What stands above it, or null.",
        "type": ["string", "null"],
        "default": None,
    }
    assert described["title"]["description"] == "Its title."


def test_a_field_without_words_is_refused() -> None:
    @attrs.frozen
    class Mute:
        """A class."""

        motto: str

    with pytest.raises(LookupError, match="nothing says what"):
        generator()._Definitions().record(Mute)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_described(kind: str) -> None:
    schema = published(kind)
    for name, one in [("the file", schema), *schema["$defs"].items()]:
        assert one["title"], name
        assert one["description"], name
        for member, value in one.get("properties", {}).items():
            assert member == "type" or value["description"], f"{name}.{member}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_every_field_is_valid(kind: str) -> None:
    validator(kind).validate(json.loads(TEXTS[kind]()))


def shortened(value: Any, most: int) -> Any:  # noqa: ANN401 - values of JSON
    """A value with no more than the first members of each list, as all are of one kind."""
    if isinstance(value, dict):
        return {name: shortened(member, most) for name, member in value.items()}
    if isinstance(value, list) and any(isinstance(member, dict) for member in value):
        return [shortened(member, most) for member in value[:most]]
    return value


def classes_of_all_kinds() -> dict[str, tuple[str, dict[str, Any]]]:
    """Each class once, with a kind of file that has it; one that only unions have, as theirs."""
    found = {name: (kind, one) for kind in KINDS for name, one in objects(kind)}
    return {
        name: (kind, one)
        for name, (kind, one) in found.items()
        if not name.startswith("Typed") or one["title"] not in found
    }


# What the schema takes and the reader refuses: an author stands before a kind only, and what was
# changed is not the same before and after.
BEYOND = [("LegalAct", False, {"kind": None}), ("DeadlineChange", False, {"new": None})]
# What is no value of any field, and what no vocabulary has.
NO_VALUE = {"?": 1}


def spoilt(members: dict[str, Any], one: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The members of a record, each time with one fault."""
    yield members | {"future": 1}
    for name, value in members.items():
        if name in one["required"]:
            yield {key: other for key, other in members.items() if key != name}
        if name == "type":
            yield members | {"type": "Nothing"}
            continue
        yield members | {name: NO_VALUE}
        yield members | {name: {"type": "Nothing"}}
        if type(value) is not bool:
            yield members | {name: True}
        if type(value) is not str:
            yield members | {name: "..."}
        if type(value) not in (int, float):
            yield members | {name: 0}
        if "default" not in one["properties"][name] or one["properties"][name]["default"]:
            yield members | {name: None}


def test_the_schema_refuses_what_the_reader_refuses_and_nothing_else() -> None:
    converter = make_converter(detailed=False)
    found = []
    for name, (kind, one) in classes_of_all_kinds().items():
        definitions = published(kind)["$defs"]
        check = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": definitions})
        record = records(kind)[one["title"]]
        members = shortened(members_of(record), 1)
        wanted: Any = type(record)
        if name.startswith("Typed"):
            members = {"type": one["title"]} | members
            wanted = wanted | PlanRef  # a union, so that the class is asked for
        assert check.is_valid(members), name
        for fault in spoilt(members, one):
            try:
                converter.structure(fault, wanted)
            except Exception:  # noqa: BLE001 - cattrs groups faults of any class
                read = False
            else:
                read = True
            if check.is_valid(fault) != read:
                other = {key: value for key, value in fault.items() if members.get(key) != value}
                found.append((one["title"], read, other))
    assert found == BEYOND


@cache
def text_of_some(kind: str) -> str:
    """A file with every field, and no more than the first members of each list."""
    return json.dumps(shortened(json.loads(TEXTS[kind]()), 4))


def taken_by(kind: str, path: str, value: object) -> tuple[bool, bool]:
    """Whether the schema and the reader take a file in which one member has another value."""
    values: Any = json.loads(text_of_some(kind))
    *way, last = path.split(".")
    holder = values
    for step in way:
        holder = holder[int(step) if isinstance(holder, list) else step]
    holder[int(last) if isinstance(holder, list) else last] = value
    _, report = record_of(kind, json.dumps(values))
    return validator(kind).is_valid(values), report.ok


@pytest.mark.parametrize(
    ("kind", "path", "value", "taken"),
    [
        ("dossier", "schema", "customs_coop/2", False),
        ("dossier", "$schema", "dossier.schema.json", True),
        ("dossier", "$schema", 1, False),
        ("dossier", "plans.0.id", "AP5/1", False),
        ("dossier", "plans.0.id", "A\nP", False),
        ("dossier", "plans.0.period", "2031-01-01", False),
        ("dossier", "plans.0.status", "done", False),
        ("dossier", "plans.0.actions.0.code", " 5.1", False),
        ("dossier", "plans.0.actions.0.code", "", False),
        ("dossier", "plans.0.actions.0.priority", "See note", True),
        ("dossier", "plans.0.actions.0.priority", 1, False),
        ("dossier", "plans.0.actions.0.deadlines.0.type", "During", False),
        ("dossier", "plans.0.actions.0.deadlines.0.latest", "30.06.2031", False),
        ("dossier", "plans.0.actions.0.deadlines.3.recurrence.month", 13, False),
        ("dossier", "plans.0.actions.0.origin.type", "ActionRef", False),
        ("dossier", "plans.0.actions.0.indicators.0.measure.target", 100, False),
        ("dossier", "plans.0.actions.0.indicators.0.measure.target", "1,5", False),
        ("dossier", "plans.0.actions.0.indicators.0.measure.target", "-0.50", True),
        ("dossier", "plans.0.document.number", 0, False),
        ("dossier", "plans.0.document.year", 31, False),
        ("dossier", "plans.0.document.series", "XX", False),
        ("dossier", "plans.0.document.subjects.0", ["enfocustom", 1], False),
        ("dossier", "plans.0.document.subjects.0", ["ENFOCUSTOM", 1, 2], False),
        ("dossier", "plans.0.actions.0.references.3.notice", 0, False),
        ("dossier", "events.0.when", "2031-06", True),
        ("dossier", "events.0.when", "[..2031-06-30]", True),
        ("dossier", "events.0.when", "by June", False),
        ("ledger", "entries.2.disposition.reason", "  ", False),
        ("ledger", "entries.0.disposition.indicators.0.item", 0, False),
        ("ledger", "entries.0.disposition.indicators.0.item", "the second one", True),
        ("ledger", "entries.0.disposition.indicators.0.item", " ", False),
        ("ledger", "opening.actions", -1, False),
        ("diff", "pairings.0.confidence", 1, True),
        ("diff", "pairings.0.confidence", "0.5", False),
        ("diff", "pairings.0.confidence", True, False),
        ("diff", "changes.0.type", "Replaced", False),
        ("baseline", "links.0.kind", "leads to", False),
        ("state", "horizon", "P0D", True),
        ("state", "horizon", "P3M", False),
        ("state", "horizon", "P090D", False),
        ("state", "horizon", 90, False),
        ("state", "items.0.standing", "late", False),
        ("state", "report.diagnostics.0.severity", "fatal", False),
    ],
)
def test_schema_and_reader_agree(kind: str, path: str, value: object, taken: bool) -> None:  # noqa: FBT001 - a case
    assert taken_by(kind, path, value) == (taken, taken)


def test_a_change_of_a_field_that_nothing_has_is_not_in_the_schema() -> None:
    schema = published("diff")["$defs"]
    assert "span" not in schema["TypedActionChanged"]["properties"]["field"]["enum"]
    assert "code" not in schema["TypedActionChanged"]["properties"]["field"]["enum"]
    assert "period" in schema["TypedPlanChanged"]["properties"]["field"]["enum"]


def check_jsonschema(*arguments: str) -> tuple[int, str]:
    """Run the checker that users have, and give its exit status and what it prints."""
    client = pytest.importorskip("check_jsonschema")
    from click.testing import CliRunner

    checked = CliRunner().invoke(client.main, arguments)
    return checked.exit_code, checked.output


@pytest.mark.parametrize("kind", KINDS)
def test_check_jsonschema_takes_each_schema_for_one(kind: str) -> None:
    path = SCHEMAS / f"{kind}.schema.json"
    assert check_jsonschema("--check-metaschema", str(path)) == (0, "ok -- validation done\n")


def test_check_jsonschema_takes_the_bundled_dossier_and_no_other_file(tmp_path: Path) -> None:
    schema, bundled = SCHEMAS / "dossier.schema.json", DATASETS / "customs_cooperation.json"
    status, told = check_jsonschema("--schemafile", str(schema), str(bundled))
    assert status == 0, told
    path = tmp_path / "wrong.json"
    path.write_text('{"schema": "customs_coop/1", "plan": []}', encoding="utf-8")
    status, told = check_jsonschema("--schemafile", str(schema), str(path))
    assert status == 1
    assert "'plan' was unexpected" in told
