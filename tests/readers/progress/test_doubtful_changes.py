"""What speaks against a report is told, and the report stays."""

from pathlib import Path
from typing import Any

import attrs
import pytest

from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Involvement, Role, Status
from customs_coop.model.action import Appearance
from customs_coop.readers import ProgressReading
from folded import every_case

OFFICE = [Involvement(party="EUROPOL", role=Role.RESPONSIBLE)]
PLAN = ActionPlan(
    id="AP2",
    title="Draft",
    period="2004-01-01/2006-12-31",
    actions=[
        Action(code="5.1", title="Train the inspectors", involved=OFFICE),
        Action(code="5.2", title="Write the manual", involved=OFFICE),
    ],
)


def ticked(
    path: Path, dossier: ActionPlan, *, day: str = "20060507", line: str = "", **options: object
) -> ProgressReading:
    """The first entry of the plan, completed on a day, and read with another version of it."""
    done = f"STATUS:COMPLETED\r\nCOMPLETED:{day}T101500Z".encode()
    content = bytes(export(PLAN, "icalendar", profile="tasks", **options))
    content = content.replace(b"STATUS:NEEDS-ACTION", done, 1)
    if line:
        content = content.replace(b"5.1 Train the inspectors", line.encode())
    path.write_bytes(content)
    return read_progress(path, dossier=dossier)


def first(**fields: Any) -> ActionPlan:  # noqa: ANN401 - fields of an action
    """The plan with another first action."""
    return attrs.evolve(PLAN, actions=[attrs.evolve(PLAN.actions[0], **fields), PLAN.actions[1]])


def test_codes_that_were_swapped_by_hand_are_told(tmp_path: Path) -> None:
    one, two = PLAN.actions
    swapped = [attrs.evolve(two, code="5.1"), attrs.evolve(one, code="5.2")]
    reading = ticked(tmp_path / "a.ics", attrs.evolve(PLAN, actions=swapped))
    assert [str(report.subject) for report in reading.reports] == ["AP2/5.1"]
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC175", "AP2/5.1")
    assert found.message == (
        "it is called “5.1 Train the inspectors”, and what it is of, “Write the manual”"
    )


@every_case(
    "fields",
    [
        {},
        {"title": "TRAINING OF ALL INSPECTORS"},
        {"title": "An inspector in each port"},
        # What it is, or was, called otherwise.
        {
            "title": "Teach",
            "indicators": [Indicator(text="Inspectors are taught")],
            "deadlines": [By("2006-06-30")],
        },
        {
            "title": "Teach",
            "earlier": [Appearance(action=ActionRef("AP1", "2.1"), title="Train them all")],
        },
        # Nothing can be compared.
        {"title": ""},
        {"title": "7 + 7"},
    ],
)
def test_a_word_in_common_is_enough(fields: dict[str, Any]) -> None:
    reading = ticked(Path("a.ics"), first(**fields))
    assert len(reading.reports) == 1
    assert list(reading.report) == []


@every_case("line", ["5.1", "5.1 Ins", "Inspectors!", "5.1 Tra…", "of the for"])
def test_a_line_that_was_cut_is_no_other_one(line: str) -> None:
    assert list(ticked(Path("a.ics"), PLAN, line=line).report) == []


def test_small_words_and_codes_are_nothing_in_common(tmp_path: Path) -> None:
    for title in ("The manual of the port", "5.1 Ports"):
        reading = ticked(tmp_path / "a.ics", first(title=title))
        assert [one.code for one in reading.report] == ["CC175"]
    # Nobody ticked it off, so that there is nothing to doubt.
    path = tmp_path / "a.ics"
    path.write_bytes(bytes(export(PLAN, "icalendar", profile="tasks")))
    assert list(read_progress(path, dossier=first(title="Ports")).report) == []


@every_case(
    ("day", "count"),
    [
        ("18500507", 1),
        ("19931231", 1),
        ("19940101", 0),
        ("20060507", 0),
        ("20361228", 0),
        ("20370101", 1),
        ("99990507", 1),
    ],
)
def test_a_day_that_cannot_be_meant_is_told(day: str, count: int) -> None:
    reading = ticked(Path("a.ics"), PLAN, day=day)
    assert [f"{one.on:%Y%m%d}" for one in reading.reports] == [day]
    assert [(one.code, one.subject) for one in reading.report] == [("CC175", "AP2/5.1")] * count
    assert count == 0 or f"its day is {reading.reports[0].on}, and the plan is of 2004 to" in str(
        reading.report
    )
    # Without a period, nobody knows.
    assert list(ticked(Path("a.ics"), attrs.evolve(PLAN, period=None), day=day).report) == []


@every_case("period", ["0001-01-01/0002-02-28", "9990-02-28/9999-12-31", "2004-02-29/2008-02-29"])
def test_the_first_and_the_last_years_are_years(period: str) -> None:
    plan = attrs.evolve(PLAN, period=period)
    start = plan.period.start if plan.period else None
    assert start is not None
    day = f"{start:%Y%m%d}".rjust(8, "0")
    assert [one.code for one in ticked(Path("a.ics"), plan, day=day).report] == []


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_state_that_contradicts_itself_is_told_and_read(tmp_path: Path) -> None:
    content = bytes(export(PLAN, "icalendar", profile="tasks"))
    begun = b"STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:100"
    content = content.replace(b"STATUS:NEEDS-ACTION", begun, 1)
    path = tmp_path / "begun.ics"
    path.write_bytes(content.replace(b"DTSTAMP:20040101T000000Z", b"DTSTAMP:20060507T101500Z", 1))
    reading = read_progress(path, dossier=PLAN)
    assert [one.status for one in reading.reports] == [Status.ONGOING]
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC175", "AP2/5.1")
    assert found.message == "PERCENT-COMPLETE 100 says otherwise: it was taken as ongoing"


@every_case(
    ("state", "code"),
    [
        ("STATUS:COMPLETED\r\nRRULE:FREQ=DAILY", "CC170"),
        ("STATUS:DONE", "CC170"),
        ("STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:50\r\nRRULE:FREQ=DAILY", "CC173"),
        ("STATUS:CONFIRMED", "CC173"),
        ("STATUS:NEEDS-ACTION\r\nCOMMENT:Soon", "CC173"),
    ],
)
def test_a_tick_that_is_in_no_report_is_an_error(state: str, code: str) -> None:
    content = bytes(export(PLAN, "icalendar", profile="tasks"))
    path = Path("lost.ics")
    path.write_bytes(content.replace(b"STATUS:NEEDS-ACTION", state.encode(), 1))
    reading = read_progress(path, dossier=PLAN)
    assert reading.reports == ()
    assert code in [one.code for one in reading.report]
    assert reading.report.ok is (code == "CC173")
