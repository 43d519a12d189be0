"""Several parties tick off the same things, each in a calendar of its own."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest

from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Indicator,
    Involvement,
    ProgressReport,
    Role,
)

PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-12-31",
    actions=[
        Action(
            code="3.1",
            title="Train officers",
            involved=[Involvement(party=one, role=Role.RESPONSIBLE) for one in ("EUROPOL", "OLAF")],
            indicators=[Indicator(text="Guide"), Indicator(text="Course")],
        )
    ],
)


def ticked(
    *numbers: int,
    on: int = 7,
    status: str = "COMPLETED",
    party: str | None = None,
    bare: bool = False,
) -> bytes:
    """A calendar in which indicators are ticked off; `bare` as if a server dropped ours."""
    content = export(PLAN, "icalendar", profile="tasks", party=party)
    calendar = icalendar.Calendar.from_ical(content)
    for task in calendar.todos:
        if int(str(task["X-CUSTOMS-COOP-INDICATOR"])) in numbers:
            task["STATUS"] = status
            task["PERCENT-COMPLETE"] = 100
            for name in ("COMPLETED", "LAST-MODIFIED", "DTSTAMP"):
                task.pop(name, None)
                task.add(name, dt.datetime(2006, 5, on, 10, 30, tzinfo=dt.UTC))
        for name in [name for name in task if name.startswith("X-CUSTOMS")] if bare else []:
            del task[name]
    return bytes(calendar.to_ical())


def brief(reports: tuple[ProgressReport, ...]) -> list[tuple[str, str, str]]:
    return [
        (one.party, str(one.subject), one.status.value if one.status else "") for one in reports
    ]


@pytest.mark.parametrize("dossier", [PLAN, None], ids=["dossier", "alone"])
@pytest.mark.parametrize("day", [7, 8])
def test_each_party_reports_for_itself(
    tmp_path: Path, day: int, dossier: ActionPlan | None
) -> None:
    (tmp_path / "a.ics").write_bytes(ticked(1, party="EUROPOL"))
    (tmp_path / "b.ics").write_bytes(ticked(1, on=day, party="OLAF"))
    reading = read_progress(tmp_path, dossier=dossier)
    assert brief(reading.reports) == [
        ("EUROPOL", "AP1/3.1 indicator 1", "completed"),
        ("OLAF", "AP1/3.1 indicator 1", "completed"),
    ]
    assert [str(one.on) for one in reading.reports] == ["2006-05-07", f"2006-05-0{day}"]
    assert [one.report for one in reading.ticked] == list(reading.reports)
    # No copy was left out, so that nothing is told of one.
    assert [one.code for one in reading.report] == ([] if dossier else ["CC175"])


def test_what_one_party_has_done_is_not_done_by_another_one(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(ticked(1, 2, party="EUROPOL"))
    (tmp_path / "b.ics").write_bytes(ticked(2, on=8, status="CANCELLED", party="OLAF"))
    reading = read_progress(tmp_path, dossier=PLAN)
    assert brief(reading.reports) == [
        ("EUROPOL", "AP1/3.1 indicator 1", "completed"),
        ("EUROPOL", "AP1/3.1 indicator 2", "completed"),
        ("EUROPOL", "AP1/3.1", "completed"),
        ("OLAF", "AP1/3.1 indicator 2", "obsolete"),
    ]


def test_copies_of_one_party_are_one_entry(tmp_path: Path) -> None:
    # Of the later one, a server dropped what the export says.
    (tmp_path / "a.ics").write_bytes(ticked(1, party="OLAF"))
    (tmp_path / "b.ics").write_bytes(
        ticked(1, on=8, status="CANCELLED", bare=True).replace(b"SEQUENCE:0", b"SEQUENCE:1")
    )
    reading = read_progress(tmp_path, dossier=PLAN, party="OLAF")
    assert brief(reading.reports) == [("OLAF", "AP1/3.1 indicator 1", "obsolete")]
    assert [one.code for one in reading.report] == ["CC174", "CC175"]


def test_a_whole_calendar_beside_that_of_a_party_contradicts_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(ticked())
    (tmp_path / "b.ics").write_bytes(ticked(1, party="OLAF"))
    reading = read_progress(tmp_path, dossier=Dossier.of(PLAN))
    assert brief(reading.reports) == [("OLAF", "AP1/3.1 indicator 1", "completed")]
    assert list(reading.report) == []
    # Who is named for all that is shared has one entry with its own calendar.
    again = read_progress(tmp_path, dossier=Dossier.of(PLAN), party="OLAF")
    assert brief(again.reports) == brief(reading.reports)
    assert [one.code for one in again.report] == ["CC174"]
