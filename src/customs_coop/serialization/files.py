"""A dossier as JSON text and back."""

import contextlib
import json

from customs_coop.diagnostics import Report, Span, diagnose
from customs_coop.errors import InvalidValueError
from customs_coop.model import Dossier
from customs_coop.serialization.converter import make_converter, quoted, shown

__all__ = ["SCHEMA", "SCHEMA_VERSION", "from_json", "from_values", "to_json", "to_values"]

SCHEMA = "customs_coop"
"""The name of the schema, as written into each file."""

SCHEMA_VERSION = 1
"""The version that is written; every version up to it can be read."""


def to_values(dossier: Dossier) -> dict[str, object]:
    """The dossier as values that JSON can hold.

    Args:
        dossier: What is to be written.

    Returns:
        A new dictionary of dictionaries, lists, texts, numbers and truth values.

    Example:
        >>> to_values(Dossier())
        {'schema': 'customs_coop/1'}
    """
    values: dict[str, object] = make_converter(detailed=False).unstructure(dossier)
    return {"schema": f"{SCHEMA}/{SCHEMA_VERSION}"} | values


def to_json(dossier: Dossier) -> str:
    """The dossier as JSON text, the same text for equal dossiers.

    Args:
        dossier: What is to be written.

    Returns:
        The text, indented, in the order of the fields, with a line feed at its end.

    Raises:
        InvalidValueError: A text holds half of a surrogate pair, which no UTF-8 file can hold.
    """
    text = json.dumps(to_values(dossier), ensure_ascii=False, indent=1) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 20) : error.start]
        raise InvalidValueError(
            f"a text holds a lone surrogate, which UTF-8 cannot express, behind {around!r}"
        ) from None
    return text


def from_json(text: str, source: str = "<json>") -> tuple[Dossier, Report]:
    """Read a dossier from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The dossier and the findings. Where there is an error, the dossier is empty and the
        report holds every fault, each with its JSON path.

    Example:
        >>> dossier, report = from_json('{"schema": "customs_coop/1", "plans": [{"id": 1}]}')
        >>> for finding in report:
        ...     print(finding)
        <json>: $.plans[0].id: error CC104: a text is wanted, not the number 1
        <json>: $.plans[0].title: error CC106: the member "title" is missing
    """
    try:
        values = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_no_member_twice,
            parse_constant=_no_such_number,
        )
    except json.JSONDecodeError as error:
        span = Span(source=source, line=error.lineno, column=error.colno, start=error.pos)
        return Dossier(), Report([diagnose("CC103", f"this is no JSON: {error.msg}", span=span)])
    except (ValueError, RecursionError) as error:
        fault = str(error)
        if isinstance(error, RecursionError):
            fault = "it is nested too deeply"
        elif "integer string" in fault:  # the interpreter's own limit on figures
            fault = "a number has too many figures"
        span = Span(source=source)
        return Dossier(), Report([diagnose("CC103", f"this is no JSON: {fault}", span=span)])
    return from_values(values, source)


def from_values(values: object, source: str = "<values>") -> tuple[Dossier, Report]:
    """Read a dossier from values, as `json.loads` gives them.

    Args:
        values: What was read; it is not changed.
        source: The name of the source, for the findings.

    Returns:
        The dossier and the findings, as `from_json` gives them.
    """
    faults = _schema_faults(values)
    if faults or not isinstance(values, dict):
        return Dossier(), _report(faults, source)
    members = {name: value for name, value in values.items() if name != "schema"}
    # Quick first; whatever goes wrong, the second and slower pass says what and where.
    with contextlib.suppress(Exception):
        return make_converter(detailed=False).structure(members, Dossier), Report()
    try:
        dossier = make_converter(detailed=True).structure(members, Dossier)
    except RecursionError:
        return Dossier(), _report([("CC104", "the values are nested too deeply", "$")], source)
    except Exception as error:  # noqa: BLE001 - cattrs groups faults of any class
        return Dossier(), _report(_faults(error), source)
    return dossier, Report()


# A fault: the code, the message and the JSON path.
_Fault = tuple[str, str, str]


def _report(faults: list[_Fault], source: str) -> Report:
    return Report(
        [
            diagnose(code, message, span=Span(source=source, path=path))
            for code, message, path in faults
        ]
    )


def _schema_faults(values: object) -> list[_Fault]:
    if not isinstance(values, dict):
        return [("CC104", f"an object is wanted, not {shown(values)}", "$")]
    schema = values.get("schema")
    if schema is None:
        message = f'the member "schema" is missing; it should be "{SCHEMA}/{SCHEMA_VERSION}"'
        return [("CC107", message, "$.schema")]
    name, _, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if name != SCHEMA or not (version.isascii() and version.isdecimal()) or len(version) > 9:
        return [("CC107", f"{shown(schema)} is no schema of this library", "$.schema")]
    if not 1 <= int(version) <= SCHEMA_VERSION:
        message = f"version {version} is not known; versions 1 to {SCHEMA_VERSION} can be read"
        return [("CC107", message, "$.schema")]
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
