"""A dossier as JSON text and back."""

from customs_coop.diagnostics import Report
from customs_coop.model import Dossier
from customs_coop.serialization.records import (
    record_from_json,
    record_from_values,
    record_to_json,
    record_to_values,
)
from customs_coop.serialization.versions import Schema

__all__ = ["SCHEMA", "SCHEMA_VERSION", "from_json", "from_values", "to_json", "to_values"]

SCHEMA = "customs_coop"
"""The name of the schema, as written into each file."""

SCHEMA_VERSION = 1
"""The version that is written; every version up to it can be read."""

_SCHEMA = Schema(SCHEMA, SCHEMA_VERSION)


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
    return record_to_values(dossier, _SCHEMA)


def to_json(dossier: Dossier) -> str:
    """The dossier as JSON text, the same text for equal dossiers.

    Args:
        dossier: What is to be written.

    Returns:
        The text, indented, in the order of the fields, with a line feed at its end.

    Raises:
        InvalidValueError: A text holds half of a surrogate pair, which no UTF-8 file can hold.
    """
    return record_to_json(dossier, _SCHEMA)


def from_json(text: str, source: str = "<json>") -> tuple[Dossier, Report]:
    """Read a dossier from JSON text.

    Args:
        text: The content of the file.
        source: The name of the file, for the findings.

    Returns:
        The dossier and the findings. Where there is an error, the dossier is empty and the
        report holds every fault, each with its JSON path. A file of an older version is brought
        up to date, which the report tells (CC167).

    Example:
        >>> dossier, report = from_json('{"schema": "customs_coop/1", "plans": [{"id": 1}]}')
        >>> for finding in report:
        ...     print(finding)
        <json>: $.plans[0].id: error CC104: a text is wanted, not the number 1
        <json>: $.plans[0].title: error CC106: the member "title" is missing
    """
    dossier, report = record_from_json(text, Dossier, _SCHEMA, source)
    return Dossier() if dossier is None else dossier, report


def from_values(values: object, source: str = "<values>") -> tuple[Dossier, Report]:
    """Read a dossier from values, as `json.loads` gives them.

    Args:
        values: What was read; it is not changed.
        source: The name of the source, for the findings.

    Returns:
        The dossier and the findings, as `from_json` gives them.
    """
    dossier, report = record_from_values(values, Dossier, _SCHEMA, source)
    return Dossier() if dossier is None else dossier, report
