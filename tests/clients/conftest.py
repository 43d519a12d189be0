"""The calendars that the programs are shown: three real plans, and one of difficult texts."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from calendar_clients import Made
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By, Recurring
from customs_coop.exporters import write
from customs_coop.model import Action, ActionPlan, Dossier, Indicator
from customs_coop.readers import parse
from customs_coop.recurrence import Frequency, Recurrence
from real_documents import parsed

_FOLDER = Path(__file__).parent
_SUFFIXES = {"icalendar": ".ics", "jcal": ".jcal"}


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark all tests of this folder, each of which shows a calendar to a program."""
    for item in items:
        if _FOLDER in item.path.parents:
            item.add_marker("client")


def _real_or(name: str, other: Callable[[], Dossier]) -> Dossier:
    try:
        return parsed(name).dossier
    except pytest.skip.Exception:
        return other()


def _invented_timetable() -> Dossier:
    text = Path(__file__).with_name("invented-timetable.txt").read_text("utf-8")
    return parse(text).dossier


def _second_plan() -> Dossier:
    return Dossier.of(bundled_dossier().plan_by_id("AP1"))


DIFFICULT = (
    "comma, semicolon; colon: \\ \\n \"quoted\" 'so' ^n",
    "Zoll 🛃👩‍👩‍👧 Grenzüberschreitung e\u0301\u0323 Τελωνεία שלום مرحبا 税関",
    "before\rafter\r\nlast\x00end\tword\x85next\u2028line",
    "w" * 400 + "é" * 200,
    "BEGIN:VEVENT\nEND:VCALENDAR\nSUMMARY:x",
)


def _difficult_texts() -> Dossier:
    rounds = Recurring(Recurrence(Frequency.MONTHLY, 3), text=DIFFICULT[2])
    actions = [
        Action(
            code=f"1.{number}",
            title=text,
            deadlines=[By("2012-06-15", text)],
            outcomes=[text],
            indicators=[Indicator(text=text[::-1], deadlines=[rounds])] if number == 1 else [],
        )
        for number, text in enumerate(DIFFICULT, 1)
    ]
    plan = ActionPlan(
        id="P2011", title=DIFFICULT[0], period="2011-07-01/2012-12-31", actions=actions
    )
    return Dossier(plans=[plan])


@pytest.fixture(scope="session")
def dossiers() -> dict[str, Dossier]:
    return {
        "timetable": _real_or("1997-strategic-action-programme.txt", _invented_timetable),
        "work-plan": _real_or("2005-revised-work-plan.txt", _second_plan),
        "bundled": bundled_dossier(),
        "difficult": _difficult_texts(),
    }


@pytest.fixture(scope="session")
def made(dossiers: Mapping[str, Dossier], tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("made")
    known: dict[str, dict[str, Path]] = {}

    def make(
        to: str = "icalendar", names: Sequence[str] = tuple(dossiers), **options: object
    ) -> dict[str, Path]:
        key = f"{to} {names} {sorted(options.items())}"
        if key not in known:
            folder = root / str(len(known))
            folder.mkdir()
            # Whole lines: what is cut is worked out nowhere else.
            wanted = {"summary_length": None} | options
            suffix = "" if options.get("layout") == "vdir" else _SUFFIXES[to]
            known[key] = {
                name: write(dossiers[name], folder / f"{name}{suffix}", to=to, **wanted)
                for name in names
            }
        return known[key]

    return make


@pytest.fixture(scope="session")
def everything() -> dict[str, object]:
    """Options that fill as many properties as there are, of the two calendars that have most."""
    return {
        "names": ("bundled", "difficult"),
        "profile": "both",
        "recurrence": "rule",
        "window": "span",
        "also": ("presidencies", "obligations", "plans"),
        "alarms": ("P30D", "P1W"),
        "addresses": ("COM=customs@example.org", "CCWP=group@example.org"),
        "feed_url": "https://example.org/plan.ics",
        "color": "teal",
        "text_language": "en",
    }
