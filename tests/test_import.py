"""What `import customs_coop` costs: nothing heavy is loaded by it."""

import json
import subprocess
import sys

from customs_coop.rooms import VERBS

HEAVY = (
    "cattrs",
    "click",
    "dateutil.rrule",
    "docx",
    "hypothesis",
    "icalendar",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "networkx",
    "pdfplumber",
)


def loaded_by(program: str) -> set[str]:
    ask = f"""
import json, sys
before = set(sys.modules)
{program}
print(json.dumps(sorted(set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_the_import_loads_nothing_heavy() -> None:
    assert loaded_by("import customs_coop").isdisjoint(HEAVY)


def test_the_rooms_of_the_verbs_are_loaded_when_they_are_asked_for() -> None:
    rooms = {f"customs_coop.{room}" for room in VERBS}
    assert loaded_by("import customs_coop as cc; cc.ActionPlan(id='A', title='')").isdisjoint(rooms)
    assert "customs_coop.comparison" in loaded_by("from customs_coop import diff")


def test_plain_work_loads_nothing_heavy() -> None:
    program = """
import customs_coop as cc
cc.parse("nothing")
cc.parse_deadline("by end 1997")
plan = cc.ActionPlan(id="A", title="")
cc.diff(plan, plan)
cc.validate(plan)
"""
    assert loaded_by(program).isdisjoint(set(HEAVY) - {"importlib.metadata"})


def test_listing_the_formats_imports_none_of_them() -> None:
    loaded = loaded_by("import customs_coop as cc; cc.exporter_names()")
    assert loaded.isdisjoint(set(HEAVY) - {"importlib.metadata"})
    assert not {name for name in loaded if name.startswith("customs_coop.exporters.council")}


def test_importing_opens_no_connection_and_asks_no_clock() -> None:
    guard = (
        "import socket, time, datetime; socket.socket = None; time.time = None;"
        "import customs_coop as cc; cc.bundled_dossier()"
    )
    assert "customs_coop.datasets" in loaded_by(guard)
