"""Where the official documents lie, for the tests that read them."""

import os
from pathlib import Path

import pytest

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
