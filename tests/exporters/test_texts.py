"""What is printed, as files."""

from pathlib import Path

import pytest

from customs_coop.errors import UnsuitableExporterError
from customs_coop.exporters import export, write
from marked_plans import edit
from sample_ledgers import small_ledger
from sample_plans import work_plan


def test_a_text_file_has_what_is_printed(tmp_path: Path) -> None:
    assert export(edit(), "diff-text") == f"{edit()}\n"
    assert export(small_ledger(), "ledger-text") == f"{small_ledger()}\n"
    path = write(edit(), tmp_path / "changes.txt")
    assert path.read_text(encoding="utf-8") == f"{edit()}\n"


def test_a_plan_has_no_such_text() -> None:
    with pytest.raises(UnsuitableExporterError):
        export(work_plan(), "ledger-text")
