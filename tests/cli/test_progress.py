"""What adding reports does with numbers that nothing counts, whatever file they stand in."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from customs_coop.cli.entry import run
from customs_coop.deadline import By
from customs_coop.exporters import write
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    IndicatorRef,
    Involvement,
    Measurement,
    Obligation,
    ProgressReport,
    Role,
)
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


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["obligations", "--within", "2031-01-01/2031-12-31"], "is asked for nothing; others are"),
        (["review", "--on", "2031-06-30"], "is asked and answers for nothing; others are"),
        (["progress", "template", "--out", "form.csv"], "is asked and answers for nothing;"),
    ],
)
def test_members_of_a_party_that_nothing_asks_are_told(
    command: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    crew = Involvement(party="CREW", role=Role.RESPONSIBLE)
    action = Action(code="1", title="Cut nets", involved=[crew])
    plan = ActionPlan(id="P9", title="Nets", period="2031-01-01/2031-12-31", actions=[action])
    duty = Obligation(
        text="Tell", party="ALPS", subject=ActionRef("P9", "1"), deadline=By("2031-05-31")
    )
    write(Dossier(plans=[plan], obligations=[duty]), "known.json")
    name, *options = command if command[0] != "progress" else [" ".join(command[:2]), *command[2:]]
    given = [*name.split(), "known.json", *options]
    assert run([*given, "--member", "ALPINE=AL,HR", "--member", "ALPS=AL,HR"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "--member" in line]
    assert len(told) == 1
    assert told[0].startswith(f"--member ALPINE: that party {words}")
    assert "ALPS" in told[0]
    assert run([*given, "--member", "ALPS=AL,HR", *(["--force"] * ("--out" in given))]) == 0
    assert "--member" not in capsys.readouterr().err
