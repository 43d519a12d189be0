"""The model as JSON values and back: lossless, strict, and the same bytes every time.

A file is one object: `"schema"` with the name and version of the schema, then the members of
the dossier. Members that have their default value are left out. Codes, days, periods and
decimal numbers are written as text; a member of a union carries `"type"`, the name of its
class. What the schema does not know is refused with its place, never dropped. A file of an older
version is brought up to date, step by step, before it is read.
"""

from customs_coop.serialization.files import (
    SCHEMA,
    SCHEMA_VERSION,
    from_json,
    from_values,
    to_json,
    to_values,
)
from customs_coop.serialization.records import record_from_json, record_to_json
from customs_coop.serialization.versions import Schema, Step

__all__ = [
    "SCHEMA",
    "SCHEMA_VERSION",
    "Schema",
    "Step",
    "from_json",
    "from_values",
    "record_from_json",
    "record_to_json",
    "to_json",
    "to_values",
]
