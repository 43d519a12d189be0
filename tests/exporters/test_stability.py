"""The same plan gives the same bytes, on every call and in every process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from customs_coop.exporters import export
from folded import every_case
from sample_plans import hostile_plan, work_plan_dossier

TESTS = Path(__file__).resolve().parents[1]
FORMATS = (
    "council-csv",
    "council-docx",
    "council-html",
    "council-markdown",
    "council-text",
    "icalendar",
    "json",
    "xlsx",
)
PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from sample_plans import work_plan_dossier
from customs_coop.exporters import export
for name in sys.argv[2:]:
    content = export(work_plan_dossier(), name)
    content = content.encode() if isinstance(content, str) else content
    print(hashlib.sha256(content).hexdigest())
"""


def digest(name: str) -> str:
    content = export(work_plan_dossier(), name)
    raw = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize("name", FORMATS)
def test_two_calls_give_the_same(name: str) -> None:
    assert digest(name) == digest(name)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Auckland"), ("77", "America/Lima")])
def test_another_process_with_other_settings_gives_the_same(
    seed: str, zone: str, tmp_path: Path
) -> None:
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    output = subprocess.run(
        [sys.executable, "-c", PROGRAM, TESTS, *FORMATS],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, **settings},
    ).stdout
    assert output.split() == [digest(name) for name in FORMATS]


@every_case("name", ["council-docx", "council-html", "council-markdown", "icalendar"])
def test_hostile_words_stop_no_format(name: str) -> None:
    assert export(hostile_plan(), name)
