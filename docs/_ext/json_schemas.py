# ruff: noqa: INP001 - a script beside those that make pages, found by its path
"""Makes the JSON Schemas that the package publishes from the classes that are written.

A test says when they are stale. Then run this file with the Python that has customs_coop; what
changes is a change of the format, which docs/reference/json-format.md tells how to treat.
"""

import datetime as dt
import enum
import functools
import inspect
import json
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

import attrs

from customs_coop.comparison.difference import ACTION_FIELDS, PLAN_FIELDS
from customs_coop.comparison.recording import _SCHEMA as DIFF_FILE
from customs_coop.comparison.recording import _Record as DiffRecord
from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import Deadline
from customs_coop.graph import Baseline
from customs_coop.graph.recording import _SCHEMA as BASELINE_FILE
from customs_coop.model import Code, Dossier
from customs_coop.model.identity import UNSEEN
from customs_coop.model.link import Identity, Target
from customs_coop.monitoring import StateOfPlay
from customs_coop.monitoring.recording import _SCHEMA as STATE_FILE
from customs_coop.references import Reference
from customs_coop.references.council.codes import STEM
from customs_coop.rollover import Disposition, Ledger
from customs_coop.rollover.ledger.recording import _SCHEMA as LEDGER_FILE
from customs_coop.serialization import Schema
from customs_coop.serialization.files import _SCHEMA as DOSSIER_FILE

FOLDER = Path(__file__).resolve().parents[2] / "src" / "customs_coop" / "schema"

# JSON and annotations are of every type, hence Any.
Json: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: The kinds of file: the class of the record, the schema it names, and what it is.
FILES: Mapping[str, tuple[type, Schema, str]] = MappingProxyType(
    {
        "baseline": (Baseline, BASELINE_FILE, "A baseline of links"),
        "diff": (DiffRecord, DIFF_FILE, "A comparison of two plans"),
        "dossier": (Dossier, DOSSIER_FILE, "A dossier of strategies and action plans"),
        "ledger": (Ledger, LEDGER_FILE, "The ledger of a rollover"),
        "state": (StateOfPlay, STATE_FILE, "A state of play"),
    }
)

#: Unions that have a name in the library.
UNIONS: tuple[tuple[str, Any, str], ...] = (
    ("Deadline", Deadline, "A time by which, or in which, something is to happen."),
    ("Reference", Reference, "What a document can cite, as it was cited."),
    ("Identity", Identity, "What a dossier knows by name."),
    ("Target", Target, "What a link points at: an identity, or a reference as it was cited."),
    ("Disposition", Disposition, "What became of an action at a rollover."),
)

# A place in a source is true of that source only.
UNWRITTEN = "span"

# Without a blank at either end, and not empty.
_NAME = r"^\S(?:[\s\S]*\S)?$"
_PLAN_ID = rf"^[^\s/{UNSEEN}](?:[^/{UNSEEN}]*[^\s/{UNSEEN}])?$"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SUBJECT = [
    {"type": "string", "pattern": f"^(?:{STEM.source})$"},
    {"type": "integer", "minimum": 0, "maximum": 9999},
]

#: What is written as text: a description and a form.
TEXT_FORMS: Mapping[type, Json] = MappingProxyType(
    {
        dt.date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
        dt.timedelta: {
            "title": "Length",
            "description": "A number of days, as a duration of ISO 8601.",
            "type": "string",
            "pattern": r"^P(?:0|[1-9][0-9]{0,6})D$",
            "examples": ["P90D"],
        },
        Decimal: {
            "title": "Decimal",
            "description": "A decimal number as text, so that no digit of it is lost.",
            "type": "string",
            "pattern": r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:E[+-][0-9]+)?$",
            "examples": ["12.5"],
        },
        Code: {
            "title": "Code",
            "description": (
                "A code as printed, without blanks around it: text, never a number, so that"
                ' "5.1" and "5.10" are two codes.'
            ),
            "type": "string",
            "pattern": _NAME,
            "examples": ["5.10"],
        },
        Period: {
            "title": "Period",
            "description": "Two days, the first and the last one, with a stroke between them.",
            "type": "string",
            "pattern": f"^{_DAY}/{_DAY}$",
            "examples": ["2011-07-01/2012-12-31"],
        },
        PartialDate: {
            "title": "PartialDate",
            "description": (
                'The earliest and the latest day, ".." for an open end, or one day that is both.'
                " Other dates of ISO 8601-2 (EDTF) are read and written in this form."
            ),
            "type": "string",
            "pattern": r"^[0-9XYES?~%.,/\[\]{}-]+$",
            "examples": ["2008-01-01/2008-12-31", "2008-06-30", "2008-01-01/.."],
        },
    }
)

_PRIMITIVES: Mapping[type, str] = MappingProxyType(
    {str: "string", int: "integer", bool: "boolean", float: "number"}
)

#: Texts of which more than one class has a field.
FORMS: Mapping[str, Json] = MappingProxyType(
    {
        "Name": {
            "title": "Name",
            "description": "A text that is not blank and has no blanks around it.",
            "type": "string",
            "pattern": _NAME,
        },
        "PlanId": {
            "title": "PlanId",
            "description": (
                'The id of a plan: not blank, without blanks around it, and without "/", line'
                " breaks and characters that steer what is shown."
            ),
            "type": "string",
            "pattern": _PLAN_ID,
            "examples": ["AP5"],
        },
    }
)

#: What a validator or a converter asks for, by where it is written: a form, or keywords.
CHECKS: Mapping[str, Json] = MappingProxyType(
    {
        "customs_coop.model.identity._require_text": {"form": "Name"},
        "customs_coop.model.identity._require_plan": {"form": "PlanId"},
        "customs_coop.model.plan._require_plan_id": {"form": "PlanId"},
        "customs_coop.recurrence._at_least_one": {"minimum": 1},
        "customs_coop.recurrence._count": {"minimum": 1},
        "customs_coop.rollover.ledger.balance._require_count": {"minimum": 0},
        "customs_coop.rollover.dispositions._require_reason": {"pattern": r"\S"},
        "customs_coop.rollover.dispositions._as_number": {"minimum": 1},
        "customs_coop.rollover.dispositions._as_item": {"minimum": 1, "pattern": r"\S"},
    }
)

#: What a reader asks for beyond the type of a field.
FIELDS: Mapping[tuple[str, str], Json] = MappingProxyType(
    {
        ("ActionChanged", "field"): {"enum": list(ACTION_FIELDS)},
        ("PlanChanged", "field"): {"enum": list(PLAN_FIELDS)},
        ("DocumentNumber", "subjects"): {"uniqueItems": True},
        ("Recurrence", "interval"): {"maximum": 9999},
        ("Recurrence", "month"): {"maximum": 12},
        ("Recurrence", "day"): {"maximum": 31},
    }
)


def schema_of(kind: str) -> Json:
    """The schema of one kind of file.

    Args:
        kind: One of the names in `FILES`.
    """
    record, named, title = FILES[kind]
    definitions = _Definitions()
    root = definitions.record(record)
    head = {"$schema": {"type": "string", "description": "Of use to editors; readers skip it."}}
    head["schema"] = {
        "const": str(named),
        "description": "The kind of file and the version of its form.",
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:customs-coop:schema:{kind}:{named.version}",
        "title": title,
        "description": root["description"],
        "type": "object",
        "properties": head | root["properties"],
        "required": ["schema", *root["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.made.items())),
    }


class _Definitions:
    """The classes of one file, each described once."""

    def __init__(self) -> None:
        self.made: Json = {}

    def _refer(self, name: str, make: Callable[[], Json]) -> Json:
        if name not in self.made:
            self.made[name] = {}  # taken, for classes that hold themselves
            self.made[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def record(self, kind: type, *, typed: bool = False) -> Json:
        """An object with a member for each field; a member of a union says its class."""
        attrs.resolve_types(kind)
        words = field_words(kind)
        fields = [field for field in attrs.fields(kind) if field.name != UNWRITTEN]
        properties = {"type": {"const": kind.__name__}} if typed else {}
        for field in fields:
            described = {"description": words[field.name]} | self._value(field, kind)
            if field.default is attrs.NOTHING:
                pass
            elif field.default is None or isinstance(field.default, str | bool | int | float):
                described["default"] = field.default
            elif isinstance(field.default, enum.Enum):
                described["default"] = field.default.value
            elif field.default == ():
                described["default"] = []
            properties[field.name] = described
        needed = [field.name for field in fields if field.default is attrs.NOTHING]
        return {
            "title": kind.__name__,
            "description": class_words(kind),
            "type": "object",
            "properties": properties,
            "required": ["type", *needed] if typed else needed,
            "additionalProperties": False,
        }

    def _value(self, field: "attrs.Attribute[Any]", kind: type) -> Json:
        checks = _checked(field.validator) | _checked(field.converter)
        if (form := checks.get("form")) is not None:
            return self._refer(form, lambda: dict(FORMS[form]))
        return _narrowed(self.of(field.type), checks | FIELDS.get((kind.__name__, field.name), {}))

    def of(self, kind: Any) -> Json:  # noqa: ANN401, PLR0911 - annotations are of any class
        """The form of a value, by its annotation."""
        if kind in _PRIMITIVES:
            return {"type": _PRIMITIVES[kind]}
        if kind is dt.date:
            return dict(TEXT_FORMS[kind])
        if kind in TEXT_FORMS:
            return self._refer(TEXT_FORMS[kind]["title"], lambda: dict(TEXT_FORMS[kind]))
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return self._refer(kind.__name__, lambda: _enumeration(kind))
        if isinstance(kind, type) and attrs.has(kind):
            return self._refer(kind.__name__, lambda: self.record(kind))
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind))
        if get_origin(kind) in (Union, UnionType):
            return self._union(get_args(kind))
        raise TypeError(f"nothing says how {kind} is written")

    def _tuple(self, members: tuple[Any, ...]) -> Json:
        if members[-1] is Ellipsis:
            return {"type": "array", "items": self.of(members[0])}
        if members == (str, int):
            pair = {"type": "array", "prefixItems": _SUBJECT, "items": False}
            return pair | {"minItems": len(_SUBJECT)}
        raise TypeError(f"nothing says how a tuple of {members} is written")

    def _union(self, members: tuple[Any, ...]) -> Json:
        others = [member for member in members if member is not type(None)]
        if len(others) == 1:
            found = self.of(others[0])
        elif all(attrs.has(member) for member in others):
            found = self._records(others)
        else:
            found = {"anyOf": [self.of(member) for member in others]}
        if len(others) == len(members):
            return found
        if isinstance(found.get("type"), str):
            return found | {"type": [found["type"], "null"]}
        choices = found["anyOf"] if set(found) == {"anyOf"} else [found]
        return {"anyOf": [*choices, {"type": "null"}]}

    def _records(self, members: list[type]) -> Json:
        def choices(**head: str) -> Json:
            typed = [
                self._refer(
                    f"Typed{member.__name__}", functools.partial(self.record, member, typed=True)
                )
                for member in members
            ]
            return {**head, "anyOf": typed}

        for name, union, words in UNIONS:
            if set(get_args(union)) == set(members):
                make = functools.partial(choices, title=name, description=words)
                return self._refer(name, make)
        return choices()


def _checked(check: Any) -> Json:  # noqa: ANN401 - a validator or a converter, of any class
    """What a validator or a converter of a field asks for, in the words of JSON Schema."""
    if isinstance(check, type) or not inspect.isfunction(check):
        inner = getattr(check, "validator", None)
        return {} if inner is None else _checked(inner)
    known = CHECKS.get(f"{check.__module__}.{check.__qualname__}")
    if known is not None:
        return dict(known)
    # What the makers of validators in references.base have bound.
    bound = inspect.getclosurevars(check).nonlocals
    if "smallest" in bound:
        return {"minimum": bound["smallest"], "maximum": bound["largest"]}
    if "pattern" in bound:
        return {"pattern": f"^(?:{portable(bound['pattern'].source)})$"}
    return _checked(bound["check"]) if "check" in bound else {}


def portable(pattern: str) -> str:
    """A pattern of Python as one of ECMA-262, which JSON Schema means."""
    found = re.sub(r"\(\?P<\w+>", "(?:", pattern)
    if "(?P" in found:
        raise ValueError(f"a pattern that only Python knows: {pattern}")
    return found


_OF_TEXTS, _OF_NUMBERS = ("pattern",), ("minimum", "maximum")


def _narrowed(form: Json, narrower: Json) -> Json:
    """Put what a check asks for where it belongs: of several choices, into those of its type."""
    if not narrower:
        return form
    if "anyOf" not in form:
        return form | narrower
    choices = []
    for choice in form["anyOf"]:
        names = {"string": _OF_TEXTS, "integer": _OF_NUMBERS}.get(choice.get("type"), ())
        choices.append(choice | {name: narrower[name] for name in names if name in narrower})
    return form | {"anyOf": choices}


def _enumeration(kind: type[enum.Enum]) -> Json:
    return {
        "title": kind.__name__,
        "description": class_words(kind),
        "type": "string",
        "enum": [member.value for member in kind],
    }


_SECTION = re.compile(r"^(?:Args|Returns|Raises|Example|Attributes|Yields):$", re.MULTILINE)
_ARGUMENT = re.compile(r"^    (\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)


_OF_PYTHON = {"None": "null", "True": "true", "False": "false"}


def _in_json(words: str) -> str:
    """Words of a docstring in one line, with the values of JSON instead of those of Python."""
    line = " ".join(words.split())
    return re.sub(r"\b(?:None|True|False)\b", lambda found: _OF_PYTHON[found[0]], line)


def class_words(kind: type) -> str:
    """What the docstring of a class says before its sections."""
    doc = inspect.cleandoc(vars(kind).get("__doc__") or "")
    words = _SECTION.split(doc, maxsplit=1)[0]
    if not words.strip():
        raise LookupError(f"nothing says what {kind.__name__} is")
    return "\n\n".join(_in_json(part) for part in words.strip().split("\n\n"))


def field_words(kind: type) -> dict[str, str]:
    """What the docstrings of a class and of those that it builds on say of each field."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        doc = inspect.cleandoc(vars(base).get("__doc__") or "")
        _, _, rest = doc.partition("Args:\n")
        section = _SECTION.split(rest, maxsplit=1)[0]
        for name, words in _ARGUMENT.findall(section):
            found[name] = _in_json(words)
    missing = [field.name for field in attrs.fields(kind) if field.name not in found]
    if missing:
        raise LookupError(f"nothing says what {missing} of {kind.__name__} are")
    return found


def text_of(kind: str) -> str:
    """The schema of one kind of file, as it stands in the package."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def write(kinds: Iterable[str] = FILES) -> None:
    """Write the schemas into the package."""
    for kind in kinds:
        path = FOLDER / f"{kind}.schema.json"
        path.write_text(text_of(kind), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
