"""What was written once can be read for ever.

The files in tests/golden/json stay as they are: they stand for those that users keep. Where the
model gains a field, full_files.py gains it, and NEW_GOLDEN_FILES=1 in the environment writes a
further file beside the others.
"""

import hashlib
import os
from pathlib import Path

import pytest

from customs_coop.comparison import diff_from_json, diff_to_json
from customs_coop.diagnostics import Severity
from customs_coop.graph import baseline_from_json, baseline_to_json
from customs_coop.monitoring import state_from_json, state_to_json
from customs_coop.rollover import ledger_from_json, ledger_to_json
from customs_coop.serialization import from_json, to_json
from json_kinds import KINDS, RECORDS, TEXTS, Uses, known_uses, record_of, uses_of

FOLDER = Path(__file__).parents[1] / "golden" / "json"
DIGESTS = FOLDER / "SHA256SUMS"
READERS = {
    "baseline": (baseline_from_json, baseline_to_json),
    "diff": (diff_from_json, diff_to_json),
    "dossier": (from_json, to_json),
    "ledger": (ledger_from_json, ledger_to_json),
    "state": (state_from_json, state_to_json),
}
# A change of code is a renumbering, and actions are compared one by one; nothing compares where
# deadlines first stood.
NEVER = {("ActionValues", "code"), ("ActionValues", "deadline_origins"), ("PlanValues", "actions")}


def files_of(kind: str) -> list[Path]:
    """The golden files of a kind, such as ledger-1-1.json: its version, and a running number."""
    return sorted(FOLDER.glob(f"{kind}-*.json"))


def unused(kind: str) -> Uses:
    """What no golden file of a kind has in use."""
    found = NEVER.copy()
    for path in files_of(kind):
        record, _ = record_of(kind, path.read_text(encoding="utf-8"))
        found |= uses_of(record)
    return known_uses(kind) - found


def write_further(kind: str) -> None:
    """Write a file with every field beside those that are there."""
    name = f"{kind}-{RECORDS[kind][1].version}-{len(files_of(kind)) + 1}.json"
    content = TEXTS[kind]().encode()
    (FOLDER / name).write_bytes(content)
    with DIGESTS.open("a", encoding="utf-8", newline="\n") as digests:
        digests.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n")


def test_no_file_is_changed_or_gone() -> None:
    lines = DIGESTS.read_text(encoding="utf-8").splitlines()
    kept = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*-*")
    }
    assert there == kept


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_read_and_written_again(kind: str) -> None:
    read, write = READERS[kind]
    today = RECORDS[kind][1].version
    for path in files_of(kind):
        text = path.read_text(encoding="utf-8")
        value, report = read(text, path.name)
        assert report.ok, str(report)
        assert value is not None
        if int(path.name.split("-")[1]) == today:
            assert list(report) == []
            assert write(value) == text  # type: ignore[operator] # each kind has its own class
        else:
            assert [(one.code, one.severity) for one in report] == [("CC167", Severity.INFO)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_have_every_field_and_every_word_in_use(kind: str) -> None:
    if unused(kind) and os.environ.get("NEW_GOLDEN_FILES"):
        write_further(kind)
    missing = sorted(unused(kind))
    assert not missing, f"put it into full_files.py; then NEW_GOLDEN_FILES=1 pytest {__file__}"
