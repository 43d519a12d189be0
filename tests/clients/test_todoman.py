"""todoman lists every task with its due day, and what it ticks off comes back as progress."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from calendar_clients import Made, client, todoman
from customs_coop import read_progress
from customs_coop.model import Dossier, Status
from due_days import alone, due


def test_every_task_is_listed_with_its_due_day(
    dossiers: Mapping[str, Dossier], made: Made, tmp_path: Path
) -> None:
    client("todo")
    folders = made(layout="vdir", profile="tasks", color="teal")
    events = made(layout="vdir")
    called = {(path / "displayname").read_text("utf-8"): name for name, path in folders.items()}
    got: dict[str, list[tuple[str, str]]] = {name: [] for name in folders}
    # It shows a task once only, and one plan is in two of the calendars.
    for group in (("timetable", "work-plan", "difficult"), ("bundled",)):
        home = tmp_path / group[0]
        for name in group:
            shutil.copytree(folders[name], home / "lists" / name)
            # Two lists of one name are too much for it, and a folder of events is a list as well.
            shutil.copytree(events[name], home / "lists" / f"{name}-events")
        # Without a status, what is completed or cancelled is left out.
        for task in json.loads(todoman(home / "lists", home, "list", "--status", "ANY")):
            got[called[task["list"]]].append((task["summary"], _day(task["due"])))
    wanted = {name: [one.shown for one in due(it, "tasks")] for name, it in dossiers.items()}
    assert {name: sorted(listed) for name, listed in got.items()} == {
        name: sorted(listed) for name, listed in wanted.items()
    }


def test_what_is_ticked_off_comes_back_as_progress(
    dossiers: Mapping[str, Dossier], made: Made, tmp_path: Path
) -> None:
    client("todo")
    lists, name = tmp_path / "lists", "bundled"
    shutil.copytree(made(layout="vdir", profile="tasks")[name], lists / name)
    ref, wanted = alone(dossiers[name])
    listed = json.loads(todoman(lists, tmp_path, "list"))
    (number,) = [str(task["id"]) for task in listed if task["summary"] == wanted.summary]
    before = read_progress(lists / name, dossier=dossiers[name], party="BE")
    assert before.reports == ()
    todoman(lists, tmp_path, "done", number)
    day = re.search(
        r"^COMPLETED:(\d{8})T",
        (lists / name / f"{wanted.uid}.ics").read_text("utf-8"),
        re.MULTILINE,
    )
    assert day is not None
    for known in (dossiers[name], None):
        # The only indicator of an action closes it, too.
        *_, report = read_progress(lists / name, dossier=known, party="BE").reports
        # Who is named besides does not report for the party that the entry names.
        assert (report.subject, report.party) == (ref, "CCWP")
        assert (report.status, report.on) == (Status.COMPLETED, dt.date.fromisoformat(day[1]))


def _day(seconds: int | None) -> str:
    """The day of a due time, which is told as midnight of the zone."""
    if seconds is None:
        return ""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
