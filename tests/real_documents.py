"""The official documents for the tests that read them: where they lie, and how they read."""

import functools
import os
from pathlib import Path

import pytest

from customs_coop.readers import Reading, parse

_FOLDER = Path(
    os.environ.get("CUSTOMS_COOP_DOCUMENTS")
    or Path(__file__).resolve().parents[2] / "shared" / "documents"
)


def document(name: str) -> Path:
    """The path of an official document; the test is skipped where the documents are not there."""
    path = _FOLDER / name
    if not path.is_file():
        pytest.skip(f"the official document {name} is not there (CUSTOMS_COOP_DOCUMENTS)")
    return path


# Many tests ask the same documents. What is read is frozen, so each is read once in a process.


@functools.cache
def parsed(name: str) -> Reading:
    """What the text of an official document says."""
    return parse(document(name).read_text("utf-8"))
