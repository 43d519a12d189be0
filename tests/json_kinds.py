"""The kinds of JSON file, with how each is written and read, and what a file has in use."""

import enum
import json
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from customs_coop.comparison import diff_to_json
from customs_coop.comparison.recording import _SCHEMA as DIFF_SCHEMA
from customs_coop.comparison.recording import _Record
from customs_coop.diagnostics import Report
from customs_coop.graph import Baseline, baseline_to_json
from customs_coop.graph.recording import _SCHEMA as BASELINE_SCHEMA
from customs_coop.model import Dossier
from customs_coop.monitoring import StateOfPlay, state_to_json
from customs_coop.monitoring.recording import _SCHEMA as STATE_SCHEMA
from customs_coop.rollover import Ledger, ledger_to_json
from customs_coop.rollover.ledger.recording import _SCHEMA as LEDGER_SCHEMA
from customs_coop.schema import schema_text
from customs_coop.serialization import Schema, record_from_json, to_json
from customs_coop.serialization.converter import make_converter
from customs_coop.serialization.files import _SCHEMA as DOSSIER_SCHEMA
from full_files import full_baseline, full_diff, full_dossier, full_ledger, full_state

# Records are of any class, hence Any.
RECORDS: dict[str, tuple[type[Any], Schema]] = {
    "baseline": (Baseline, BASELINE_SCHEMA),
    "diff": (_Record, DIFF_SCHEMA),
    "dossier": (Dossier, DOSSIER_SCHEMA),
    "ledger": (Ledger, LEDGER_SCHEMA),
    "state": (StateOfPlay, STATE_SCHEMA),
}
TEXTS: dict[str, Callable[[], str]] = {
    "baseline": lambda: baseline_to_json(full_baseline()),
    "diff": lambda: diff_to_json(full_diff()),
    "dossier": lambda: to_json(full_dossier()),
    "ledger": lambda: ledger_to_json(full_ledger()),
    "state": lambda: state_to_json(full_state()),
}
KINDS = tuple(RECORDS)

Uses = set[tuple[str, str]]


def record_of(kind: str, text: str) -> tuple[Any, Report]:
    """The record that a file holds, before what is beyond its form is looked at."""
    record, schema = RECORDS[kind]
    return record_from_json(text, record, schema, f"{kind}.json")


def published(kind: str) -> dict[str, Any]:
    """The schema in the package."""
    schema: dict[str, Any] = json.loads(schema_text(kind))
    return schema


def parts_of(value: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Every record and every word of a vocabulary in a value, itself included."""
    if isinstance(value, tuple):
        for member in value:
            yield from parts_of(member)
    elif isinstance(value, enum.Enum):
        yield value
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts_of(getattr(value, field.name))


def uses_of(record: object) -> Uses:
    """The fields of classes, and the words of vocabularies, that a record has in use."""
    converter = make_converter(detailed=False)
    found: Uses = set()
    for part in parts_of(record):
        if isinstance(part, enum.Enum):
            found.add((type(part).__name__, part.value))
            continue
        written = converter.unstructure(part)
        if isinstance(written, dict):
            found.update((type(part).__name__, name) for name in written)
    return found


def known_uses(kind: str) -> Uses:
    """What there is to use, as the published schema has it."""
    schema = published(kind)
    described = [(one["title"], one) for one in schema["$defs"].values()]
    described.append((RECORDS[kind][0].__name__, schema))
    return {
        (title, name)
        for title, one in described
        for name in (*one.get("properties", ()), *one.get("enum", ()))
        if name not in ("type", "schema", "$schema")
    }
