"""The published JSON Schemas (draft 2020-12) of the files that this library writes.

They are made from the classes that are written, and lie in this package as files.
"""

from customs_coop.schema.published import SCHEMA_KINDS, schema_text

__all__ = ["SCHEMA_KINDS", "schema_text"]
