"""Parties on the command line: by their ids and by any of their names; the unknown is told."""

import csv
from pathlib import Path

import pytest

from customs_coop.cli.entry import run
from customs_coop.deadline import By
from customs_coop.exporters import export, write
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Involvement,
    Obligation,
    Party,
    ProgressReport,
    Role,
)

COAST = Involvement(party="COAST", role=Role.RESPONSIBLE)
PLAN = ActionPlan(
    id="P9",
    title="Nets",
    period="2031-01-01/2031-12-31",
    actions=[Action(code="1", title="Cut nets", involved=[COAST])],
)
ONE = ActionRef("P9", "1")
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast countries")],
    obligations=[Obligation(text="Tell", party="COAST", subject=ONE, deadline=By("2031-05-31"))],
)
MEMBERS = "coast countries=AL,Croatia,tr"
WITHIN = ["--within", "2031-01-01/2031-12-31"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(DOSSIER, "known.json")


def parties(path: str) -> list[str]:
    with Path(path).open(encoding="utf-8", newline="") as lines:
        return [row["Party"] for row in csv.DictReader(lines)]


@pytest.mark.parametrize(
    ("party", "found"),
    [(None, ["AL", "HR", "TR"]), ("Croatia", ["HR"]), ("Coast Countries", ["AL", "HR", "TR"])],
)
def test_a_template_is_for_parties_by_any_of_their_names(
    party: str | None, found: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [] if party is None else ["--party", party]
    command = ["progress", "template", "known.json", "--member", MEMBERS, *chosen]
    assert run([*command, "--out", "form.csv"]) == 0
    assert parties("form.csv") == found
    assert capsys.readouterr().err == ""


def test_a_template_knows_names_in_python_too() -> None:
    text = export(DOSSIER, "progress-csv", members=MEMBERS, party="Croatia")
    Path("form.csv").write_text(text, "utf-8")
    assert parties("form.csv") == ["HR"]


@pytest.mark.parametrize(
    "command",
    [
        ["obligations", "known.json", *WITHIN],
        ["review", "known.json", "--on", "2031-06-30"],
    ],
)
def test_lists_are_of_parties_by_any_of_their_names(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--member", MEMBERS, "--party", "Croatia"]) == 0
    by_name = capsys.readouterr()
    assert run([*command, "--member", "COAST=AL,HR,TR", "--party", "HR"]) == 0
    assert capsys.readouterr() == by_name
    assert "P9/1" in by_name.out
    assert run([*command, "--party", "coast countries"]) == 0


@pytest.mark.parametrize(
    "command",
    [
        ["obligations", "known.json", *WITHIN],
        ["review", "known.json", "--on", "2031-06-30"],
        ["progress", "template", "known.json"],
        ["progress", "add", "known.json", "known.csv", "--dry-run"],
    ],
)
def test_a_member_that_nobody_knows_is_told(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("known.csv").write_text(export(DOSSIER, "progress-csv"), "utf-8")
    assert run([*command, "--member", "COAST=AL,QQ,ZZ"]) == 0
    told = "--member COAST: nobody is known as QQ, ZZ; each counts as an id"
    assert told in capsys.readouterr().err.splitlines()
    assert run([*command, "--member", "COAST=AL,Ruritania"]) == 2
    assert "no party is known as 'Ruritania'" in capsys.readouterr().err
    assert run([*command, "--member", "COAST=AL,Macedonia"]) == 2
    assert "near it are MK (North Macedonia)" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ["obligations", "known.json", *WITHIN],
        ["review", "known.json", "--on", "2031-06-30"],
        ["progress", "template", "known.json"],
    ],
)
def test_a_party_that_nobody_knows_is_an_error(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--party", "Ruritania"]) != 0
    told = capsys.readouterr()
    assert "'Ruritania'" in told.err
    assert "nothing there" in told.err
    assert told.out == ""


def test_who_is_no_member_is_told_where_reports_are_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sent = ProgressReport(party="RS", subject=ONE, on="2031-05-02", status="ongoing")
    write(Dossier(plans=[PLAN], progress=[sent]), "came.progress.csv", to="progress-csv")
    command = ["progress", "add", "known.json", "came.progress.csv", "--out", "new.json"]
    assert run(command) == 0
    assert "CC834" not in capsys.readouterr().err
    assert run([*command, "--force", "--member", MEMBERS]) == 0
    assert "warning CC834: RS: it reports on P9/1" in capsys.readouterr().err
