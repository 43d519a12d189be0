"""One value as a JSON file that names its schema first, and back: for every kind of file."""

import contextlib
import json
from typing import TypeVar

from customs_coop.diagnostics import Report, Span, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.serialization.converter import make_converter, quoted, shown
from customs_coop.serialization.versions import Schema, StepFailedError, brought_up_to_date

__all__ = ["record_from_json", "record_from_values", "record_to_json", "record_to_values"]

_Record = TypeVar("_Record")

# Editors look there for the JSON Schema of a file. It says nothing of what the file holds.
_EDITORS = "$schema"
# The members that are about the file itself.
_HEAD = ("schema", _EDITORS)

# The kinds of file of this library, and what reads each of them.
_FILES = {
    "customs_coop": "a dossier, which load() reads",
    "customs_coop.baseline": "a baseline of links, which baseline_from_json reads",
    "customs_coop.diff": "a comparison of two plans, which diff_from_json reads",
    "customs_coop.ledger": (
        "the ledger of a rollover and holds no plan; ledger_from_json reads it, and in a shell"
        " show, export and roll-over --earlier-ledger"
    ),
    "customs_coop.state": (
        "a state of play and holds no plan; state_from_json reads it, and in a shell show and"
        " export"
    ),
}


def record_to_values(record: object, schema: Schema) -> dict[str, object]:
    """A value as values that JSON can hold, with the schema as the first member.

    Args:
        record: An attrs value.
        schema: The kind of file that it is written to.

    Returns:
        A new dictionary of dictionaries, lists, texts, numbers and truth values.
    """
    values: dict[str, object] = make_converter(detailed=False).unstructure(record)
    return {"schema": str(schema)} | values


def record_to_json(record: object, schema: Schema) -> str:
    """A value as JSON text, the same text for equal values.

    Args:
        record: An attrs value.
        schema: The kind of file that it is written to.

    Returns:
        The text, indented, in the order of the fields, with a line feed at its end.

    Raises:
        InvalidValueError: A text holds half of a surrogate pair, which no UTF-8 file can hold.
    """
    text = json.dumps(record_to_values(record, schema), ensure_ascii=False, indent=1) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 20) : error.start]
        raise InvalidValueError(
            f"a text holds a lone surrogate, which UTF-8 cannot express, behind {around!r}"
        ) from None
    return text


def record_from_json(
    text: str, kind: type[_Record], schema: Schema, source: str
) -> tuple[_Record | None, Report]:
    """Read a value from JSON text.

    Args:
        text: The content of the file.
        kind: The class of the value.
        schema: The kind of file that is wanted.
        source: The name of the file, for the findings.

    Returns:
        The value and the findings. Where there is an error, the value is None and the report
        holds every fault, each with its JSON path.
    """
    try:
        values = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_no_member_twice,
            parse_constant=_no_such_number,
        )
    except json.JSONDecodeError as error:
        span = Span(source=source, line=error.lineno, column=error.colno, start=error.pos)
        return None, Report([diagnose("CC103", f"this is no JSON: {error.msg}", span=span)])
    except (ValueError, RecursionError) as error:
        fault = str(error)
        if isinstance(error, RecursionError):
            fault = "it is nested too deeply"
        elif "integer string" in fault:  # the interpreter's own limit on figures
            fault = "a number has too many figures"
        span = Span(source=source)
        return None, Report([diagnose("CC103", f"this is no JSON: {fault}", span=span)])
    return record_from_values(values, kind, schema, source)


def record_from_values(
    values: object, kind: type[_Record], schema: Schema, source: str
) -> tuple[_Record | None, Report]:
    """Read a value from values, as `json.loads` gives them.

    Args:
        values: What was read; it is not changed.
        kind: The class of the value.
        schema: The kind of file that is wanted.
        source: The name of the source, for the findings.

    Returns:
        The value and the findings, as `record_from_json` gives them.
    """
    faults = _schema_faults(values, schema)
    if faults or not isinstance(values, dict):
        return None, _report(faults, source)
    version = int(values["schema"].rpartition("/")[2])
    members = {name: value for name, value in values.items() if name not in _HEAD}
    told: list[_Fault] = []
    try:
        if version < schema.version:
            told.append(_older(version, schema))
            members = brought_up_to_date(members, version, schema)
        # Quick first; whatever goes wrong, the second and slower pass says what and where.
        with contextlib.suppress(Exception):
            return make_converter(detailed=False).structure(members, kind), _report(told, source)
        record = make_converter(detailed=True).structure(members, kind)
    except RecursionError:
        told.append(("CC104", "the values are nested too deeply", "$"))
    except StepFailedError as error:
        told.append(("CC104", str(error), "$"))
    except Exception as error:  # noqa: BLE001 - cattrs groups faults of any class
        told += _faults(error)
    else:
        return record, _report(told, source)
    return None, _report(told, source)


# A fault: the code, the message and the JSON path.
_Fault = tuple[str, str, str]


def _report(faults: list[_Fault], source: str) -> Report:
    return Report(
        [
            diagnose(code, message, span=Span(source=source, path=path))
            for code, message, path in faults
        ]
    )


def _older(version: int, schema: Schema) -> _Fault:
    message = f"version {version} was read as version {schema.version}"
    return "CC167", f"{message}; paths are those of version {schema.version}", "$.schema"


def _schema_faults(values: object, wanted: Schema) -> list[_Fault]:
    if not isinstance(values, dict):
        return [("CC104", f"an object is wanted, not {shown(values)}", "$")]
    schema = values.get("schema")
    if schema is None:
        message = f'the member "schema" is missing; it should be "{wanted}"'
        return [("CC107", message, "$.schema")]
    name, _, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if name != wanted.name or not (version.isascii() and version.isdecimal()) or len(version) > 9:
        message = f'{shown(schema)} is not the schema that is wanted here, "{wanted}"'
        if name in _FILES and name != wanted.name:
            message += f"; this is {_FILES[name]}"
        return [("CC107", message, "$.schema")]
    if not 1 <= int(version) <= wanted.version:
        message = f"version {version} is not known; versions 1 to {wanted.version} can be read"
        if int(version) > wanted.version:
            message += ", and a newer customs_coop reads this one"
        return [("CC107", message, "$.schema")]
    if not isinstance(values.get(_EDITORS, ""), str):
        fault = f"a text is wanted, not {shown(values[_EDITORS])}"
        return [("CC104", fault, f"$.{_EDITORS}")]
    return []


def _no_member_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise ValueError(f"an object has the member {quoted(name)} twice")
            seen.add(name)
    return values


def _no_such_number(text: str) -> object:
    raise ValueError(f"{text} is no number of JSON")


def _faults(error: BaseException) -> list[_Fault]:
    """Flatten what cattrs collected into code, message and path."""
    from cattrs import transform_error
    from cattrs.errors import ForbiddenExtraKeysError

    def described(fault: BaseException, _type: type | None) -> str:
        if isinstance(fault, ForbiddenExtraKeysError):
            return f"CC105 {json.dumps(sorted(fault.extra_fields))}"
        if isinstance(fault, KeyError):
            return f'CC106 the member "{fault.args[0]}" is missing'
        return f"CC104 {fault}".replace("\n", " ")

    found: list[_Fault] = []
    for line in transform_error(error, format_exception=described):
        # The path stands last, so a message that holds " @ " does no harm.
        message, _, path = line.rpartition(" @ ")
        code, _, message = message.partition(" ")
        if code == "CC105":
            for name in json.loads(message):
                where = f".{name}" if name.isidentifier() else f"[{quoted(name)}]"
                found.append((code, f"the member {quoted(name)} is unknown", path + where))
        else:
            found.append((code, message, path))
    return found
