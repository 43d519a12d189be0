"""From a path to values: bytes, kind of file, text, layout.

A path is always a path: a text goes to `customs_coop.readers.parse`.
"""

from customs_coop.loading.progress import read_progress
from customs_coop.loading.reading import (
    LARGEST_FILE,
    Changes,
    as_table,
    content_of,
    load,
    load_plan,
    read,
    read_bytes,
)

__all__ = [
    "LARGEST_FILE",
    "Changes",
    "as_table",
    "content_of",
    "load",
    "load_plan",
    "read",
    "read_bytes",
    "read_progress",
]
