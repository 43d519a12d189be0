"""A CalDAV server takes every calendar, and clients find there what was written."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import icalendar
import pytest

from calendar_clients import Made, Server, client, in_json, python_with, radicale, vdirsyncer
from customs_coop import read_progress
from customs_coop.model import Dossier, Status
from due_days import alone, due, found, shown

PROGRAM = """
import datetime as dt, json, sys, caldav
root, *names = sys.argv[1:]
def line(one, day):
    part = one.icalendar_component
    return [str(part["UID"]), str(part["SUMMARY"]), part[day].dt.isoformat() if day in part else ""]
with caldav.DAVClient(url=root, username="test", password="x") as client:
    found = []
    for name in names:
        calendar = client.calendar(url=f"{root}{name}/")
        if name.endswith("-tasks"):
            tasks = calendar.search(todo=True, include_completed=True)
            found.append([line(one, "DUE") for one in tasks])
        else:
            window = {"start": dt.datetime(1997, 1, 1), "end": dt.datetime(2014, 1, 1)}
            events = calendar.search(event=True, expand=True, **window)
            found.append([line(one, "DTSTART") for one in events])
json.dump(found, sys.stdout)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as one:
        yield one


@pytest.fixture(scope="module")
def stored(made: Made, server: Server) -> dict[str, Path]:
    """The calendars, each in the collection of its name."""
    files = {f"{name}-rules": path for name, path in made(recurrence="rule").items()}
    files |= {f"{name}-tasks": path for name, path in made(profile="tasks").items()}
    for name, path in files.items():
        assert server.call("PUT", f"{name}/", path.read_bytes()) == (201, b"")
    return files


def parts(content: bytes) -> dict[str, bytes]:
    """Each entry of a calendar, in one and the same form, by its identifier."""
    top = icalendar.Calendar.from_ical(content)
    return {str(part["UID"]): part.to_ical() for part in top.subcomponents}


def test_the_server_keeps_every_entry(server: Server, stored: Mapping[str, Path]) -> None:
    for name, path in stored.items():
        status, content = server.call("GET", f"{name}/")
        assert status == 200
        assert parts(content) == parts(path.read_bytes()) != {}


def test_the_server_would_refuse_what_is_wrong(server: Server) -> None:
    assert server.call("PUT", "wrong/", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")[0] == 400


def test_the_client_finds_every_task_and_every_round(
    dossiers: Mapping[str, Dossier], server: Server, stored: Mapping[str, Path], tmp_path: Path
) -> None:
    rows = in_json(tmp_path, python_with("caldav"), "-c", PROGRAM, server.root, *stored)
    seen = {collection: found(row) for collection, row in zip(stored, rows, strict=True)}
    for name, dossier in dossiers.items():
        rounds = seen[f"{name}-rules"]
        assert shown(rounds) == shown(due(dossier, "events"))
        assert len({one.uid for one in rounds}) < len(rounds)
        assert seen[f"{name}-tasks"] == due(dossier, "tasks")


TICK_OFF = """
import json, sys, caldav
url, uid = sys.argv[1:]
with caldav.DAVClient(url=url, username="test", password="x") as client:
    task = client.calendar(url=url).todo_by_uid(uid)
    task.complete()
    json.dump(task.icalendar_component["COMPLETED"].dt.date().isoformat(), sys.stdout)
"""


def test_what_the_client_completes_on_the_server_comes_back_as_progress(
    dossiers: Mapping[str, Dossier], made: Made, server: Server, tmp_path: Path
) -> None:
    python = python_with("caldav")
    name, file = "timetable", tmp_path / "came-back.ics"
    content = made(profile="tasks")[name].read_bytes()
    assert server.call("PUT", "ticked/", content)[0] == 201
    ref, wanted = alone(dossiers[name])
    url = f"{server.root}ticked/"
    day = in_json(tmp_path, python, "-c", TICK_OFF, url, wanted.uid)
    file.write_bytes(server.call("GET", "ticked/")[1])
    # The only indicator of an action closes it, too.
    *_, report = read_progress(file, dossier=dossiers[name], party="BE").reports
    assert (report.subject, report.party) == (ref, "BE")
    assert (report.status, str(report.on)) == (Status.COMPLETED, day)


def test_a_folder_is_synchronised_to_the_server_and_from_there(
    made: Made, server: Server, tmp_path: Path
) -> None:
    client("vdirsyncer")
    up, down = tmp_path / "up", tmp_path / "down"
    events = made(layout="vdir", recurrence="rule")
    # The first plan of the bundled dossier is the work plan again, with the same identifiers.
    fifth = made(layout="vdir", profile="tasks", names=("bundled",), plan="AP5")["bundled"]
    folders = (events["timetable"], events["work-plan"], fifth, events["difficult"])
    for folder in folders:
        shutil.copytree(folder, up, dirs_exist_ok=True)
    down.mkdir()
    assert server.call("MKCALENDAR", "synchronised/") == (201, b"")
    vdirsyncer(server, {"up": up, "down": down}, "synchronised", tmp_path)
    assert len([*up.glob("*.ics")]) == sum(len([*each.glob("*.ics")]) for each in folders)
    sent = {path.name: parts(path.read_bytes()) for path in up.glob("*.ics")}
    assert {path.name: parts(path.read_bytes()) for path in down.iterdir()} == sent
    assert all([f"{uid}.ics" for uid in entries] == [name] for name, entries in sent.items())
    again = parts(server.call("GET", "synchronised/")[1])
    assert again == {uid: part for entries in sent.values() for uid, part in entries.items()}
