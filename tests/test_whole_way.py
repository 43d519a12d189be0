"""The main job from a real document to the next plan, as a user's script does it."""

import json
import shutil
from pathlib import Path

import pytest
from icalendar import Calendar

import customs_coop as cc
from real_documents import document

SMALL = Path(__file__).parent / "cli" / "files" / "small.txt"


def run_script(path: Path, folder: Path) -> cc.Rollover:
    plan = cc.load_plan(path)
    cc.validate(plan).raise_for_errors()
    draft = cc.ActionPlan(id="NEXT", title="Next Action Plan", period="2007-01-01/2008-06-30")
    rolled = cc.roll_over(plan, into=draft)
    assert str(rolled.ledger).startswith(f"{plan.id} -> NEXT")
    assert "renumbered" in str(cc.diff(plan, rolled.plan))
    assert cc.write(rolled.plan, folder / "next.docx").stat().st_size > 0
    assert cc.write(rolled.plan, folder / "next.ics", alarm_days=30).stat().st_size > 0
    return rolled


def test_the_script_of_a_user_on_the_real_work_plan(tmp_path: Path) -> None:
    path = tmp_path / "14680-05.txt"
    shutil.copyfile(document("2005-revised-work-plan.txt"), path)
    rolled = run_script(path, tmp_path)
    assert len(rolled.ledger) == 35
    assert [str(code) for code in rolled.ledger.unexplained] == ["7.1", "8.1", "8.4", "9.5"]
    calendar = Calendar.from_ical((tmp_path / "next.ics").read_bytes())
    entries = [e for e in calendar.walk("VEVENT") if e["UID"]]
    assert entries
    assert all(entry.walk("VALARM") for entry in entries)


def test_the_same_script_on_a_small_invented_plan(tmp_path: Path) -> None:
    rolled = run_script(SMALL, tmp_path)
    assert [str(entry.action.code) for entry in rolled.ledger] == ["1.1", "1.2", "1.4"]
    assert [str(action.code) for action in rolled.plan] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("name", "plan", "codes"),
    [
        ("2005-revised-work-plan.txt", "AP1", 35),
        ("2011-fifth-action-plan.txt", "AP5", 10),
    ],
)
def test_a_real_document_goes_to_json_and_back(name: str, plan: str, codes: int) -> None:
    dossier = cc.load(document(name))
    text = cc.export(dossier, "json")
    assert json.loads(text)["schema"] == "customs_coop/1"
    again = cc.parse(text)
    assert again.report.ok
    assert again.dossier == dossier
    assert len(again.dossier.plan_by_id(plan)) == codes
    assert cc.export(again.dossier, "json") == text
