"""What adding reports does with numbers that nothing counts, whatever file they stand in."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from customs_coop.cli.entry import run
from customs_coop.model import ActionRef, IndicatorRef, Measurement, ProgressReport
from customs_coop.readers.progress.values import ProgressReading

FILES = Path(__file__).parent / "files"


def test_a_number_for_an_indicator_that_counts_nothing_stops_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(FILES / "small.txt", tmp_path)
    monkeypatch.chdir(tmp_path)
    count = Measurement(period="2030-01-01/2030-12-31", value=Decimal(3), unit="lists")
    right = ProgressReport(party="CCWP", subject=ActionRef("AP7", "1.1"), on="2031-03-10")
    wrong = ProgressReport(
        party="CCWP",
        subject=IndicatorRef(ActionRef("AP7", "1.1"), 1),
        on="2031-03-10",
        measurements=[count],
    )
    # No file that stands for a number is needed to see what becomes of one.
    given = {"right.csv": right, "wrong.csv": wrong}
    monkeypatch.setattr(
        "customs_coop.loading.read_progress",
        lambda name, **_: ProgressReading(reports=(given[name],)),
    )
    command = ["progress", "add", "small.txt", "right.csv", "wrong.csv", "--out", "new.json"]
    assert run(command) == 1
    assert not Path("new.json").exists()
    first, last = capsys.readouterr().err.splitlines()
    assert first.startswith("wrong.csv: CCWP reports 3 lists on AP7/1.1 indicator 1 (2031-03-10)")
    assert last == "nothing was added; take out the number, and add the file again"
