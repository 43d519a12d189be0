"""vobject, icalendar and recurring-ical-events read all, and find the same rounds of rules."""

from collections.abc import Mapping
from typing import Any

import pytest

from calendar_clients import Made, in_json, python_with
from customs_coop.model import Dossier
from due_days import due, found, shown

PROGRAM = """
import json, pathlib, sys, icalendar, recurring_ical_events, vobject
first, last, *files = sys.argv[1:]
def days(event):
    if "rrule" in event.contents:
        return [day.date().isoformat() for day in event.getrruleset(addRDate=True)]
    return [event.dtstart.value.isoformat()]
def line(one):
    return [str(one["UID"]), str(one["SUMMARY"])]
def look(file):
    content = pathlib.Path(file).read_bytes()
    old = vobject.readOne(content.decode())
    old.validate(raiseException=True)
    top = icalendar.Calendar.from_ical(content)
    return {
        "vobject": {
            "events": [[one.uid.value, one.summary.value, day]
                for one in old.contents.get("vevent", []) for day in days(one)],
            "tasks": [[one.uid.value, one.summary.value,
                one.due.value.isoformat() if "due" in one.contents else ""]
                for one in old.contents.get("vtodo", [])],
        },
        "icalendar": {
            "events": [[*line(one), one["DTSTART"].dt.isoformat()]
                for one in recurring_ical_events.of(top).between(first, last)],
            "tasks": [[*line(one), one["DUE"].dt.isoformat() if "DUE" in one else ""]
                for one in top.walk("VTODO")],
        },
        "errors": [str(one.errors) for one in top.walk() if one.errors],
    }
print(json.dumps([look(file) for file in files]))
"""
KINDS = ("events", "tasks", "rules", "everything")
LIBRARIES = ("vobject", "icalendar")


@pytest.fixture(scope="module")
def read(
    made: Made, everything: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Any]]:
    # Any: what a JSON text holds.
    python = python_with("icalendar", "recurring_ical_events", "vobject")
    files = [
        made(),
        made(profile="tasks"),
        made(recurrence="rule"),
        made(**everything | {"relations": "rfc9253"}),
    ]
    rows = iter(
        in_json(
            tmp_path_factory.mktemp("libraries"),
            python,
            "-c",
            PROGRAM,
            "19970101",
            "20140101",
            *[path for made_ in files for path in made_.values()],
        )
    )
    return {
        kind: {name: next(rows) for name in made_} for kind, made_ in zip(KINDS, files, strict=True)
    }


def test_nothing_is_wrong_with_any_part(read: dict[str, dict[str, Any]]) -> None:
    wrong = {kind: [one["errors"] for one in files.values()] for kind, files in read.items()}
    assert wrong == {kind: [[]] * len(read[kind]) for kind in KINDS}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("kind", ["events", "tasks"])
def test_every_entry_is_read(
    dossiers: Mapping[str, Dossier], read: dict[str, dict[str, Any]], library: str, kind: str
) -> None:
    for name, dossier in dossiers.items():
        assert found(read[kind][name][library][kind]) == due(dossier, kind)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_round_of_a_rule_is_found(
    dossiers: Mapping[str, Dossier], read: dict[str, dict[str, Any]], library: str
) -> None:
    for name, dossier in dossiers.items():
        listed = found(read["rules"][name][library]["events"])
        assert shown(listed) == shown(due(dossier, "events"))
        assert len({one.uid for one in listed}) < len(listed)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_task_is_read_with_all_that_can_stand_beside_it(
    dossiers: Mapping[str, Dossier], read: dict[str, dict[str, Any]], library: str
) -> None:
    for name, seen in read["everything"].items():
        assert set(found(seen[library]["tasks"])) >= set(due(dossiers[name], "tasks"))
