"""Entries to which a program gave identifiers of its own are read by what they say."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest

from customs_coop.deadline import Recurring, parse_deadline
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import Action, ActionPlan, Indicator, Involvement, Role
from customs_coop.readers import ProgressReading
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

CCWP = Involvement(party="CCWP", role=Role.RESPONSIBLE)
DEADLINES = [
    Recurring(Recurrence(Frequency.YEARLY), "every year"),
    parse_deadline("by December 2006"),
]
PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-12-31",
    actions=[
        Action(code="1.1", title="Train divers", involved=[CCWP], deadlines=DEADLINES),
        Action(
            code="1.2",
            title="Write",
            involved=[CCWP],
            indicators=[Indicator(text="Guide to seals"), Indicator(text="Course")],
        ),
    ],
)


@pytest.fixture(autouse=True, scope="module")
def _in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - a fixture
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("calendars"))
        yield


def read(
    edit: Callable[[Any], None] = lambda _: None,
    *,
    dossier: ActionPlan = PLAN,
    stamps: str = "made-{}",
    **options: object,
) -> ProgressReading:
    """Read tasks that all have other identifiers, and of which those of some items are done."""
    calendar = icalendar.Calendar.from_ical(
        export(PLAN, "icalendar", **{"profile": "tasks"} | options)
    )
    for number, task in enumerate(calendar.walk("VTODO")):
        task["UID"] = stamps.format(number)
        edit(task)
    path = Path("replaced.ics")
    path.write_bytes(calendar.to_ical())
    return read_progress(path, dossier=dossier)


def done(task: Any) -> None:  # noqa: ANN401 - a component answers to names
    task["STATUS"] = "COMPLETED"
    task.add("COMPLETED", dt.datetime(2006, 5, 7, 10, 15, tzinfo=dt.UTC))


def reports(reading: ProgressReading) -> list[tuple[str, str, str | None]]:
    return [
        (
            str(one.subject),
            one.status.value if one.status else "",
            None if one.due is None else one.due.isoformat(),
        )
        for one in reading.reports
    ]


def test_a_tick_is_read_and_told_once() -> None:
    def guide(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if "Guide" in task["SUMMARY"]:
            done(task)

    reading = read(guide)
    assert reports(reading) == [("AP1/1.2 indicator 1", "completed", None)]
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC175", "")
    assert found.message.startswith(
        "6 entries have identifiers that a program gave, and they were read by what they say of"
        " themselves: 1.1 every year"
    )
    # A line that was cut still agrees.
    assert reports(read(guide, summary_length=20)) == reports(reading)


def test_rounds_and_a_deadline_on_the_same_day_are_told_by_their_words() -> None:
    def everything(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task["SUMMARY"].startswith("1.1"):
            done(task)

    assert reports(read(everything)) == [
        ("AP1/1.1", "completed", "2004-12-31"),
        ("AP1/1.1", "completed", "2005-12-31"),
        ("AP1/1.1", "completed", "2006-12-31"),
        ("AP1/1.1", "completed", None),
    ]


@every_case(
    "name, value",
    [
        ("SUMMARY", "1.2 Paint the fence"),
        ("SUMMARY", "1.3 Guide to seals – Write"),
        ("SUMMARY", "Guide to seals"),
        ("X-CUSTOMS-COOP-ITEM", "AP1/1.3"),
        ("X-CUSTOMS-COOP-ITEM", "AP9/1.2"),
        ("X-CUSTOMS-COOP-ITEM", ""),
        ("X-CUSTOMS-COOP-INDICATOR", "3"),
        ("DUE", "20060630"),
        # One of ours that the dossier does not know is of something else.
        ("UID", "00000000-0000-5000-8000-000000000000"),
    ],
)
def test_what_does_not_agree_is_in_no_report_and_told(name: str, value: str) -> None:
    def changed(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if "Guide" in task["SUMMARY"]:
            done(task)
            task.pop(name, None)
            task[name] = value

    reading = read(changed)
    assert (reading.reports, reading.ticked) == ((), ())
    assert [one.code for one in reading.report if one.severity.value != "info"] == ["CC170"]


def test_what_has_its_own_entry_is_not_given_to_another_one() -> None:
    actions = [attrs.evolve(PLAN.actions[1], indicators=[])]
    plan = attrs.evolve(PLAN, actions=actions)
    content = bytes(export(plan, "icalendar", profile="tasks")).decode()
    task = content[content.index("BEGIN:VTODO") : content.index("END:VCALENDAR")]
    copy = task.replace("UID:", "UID:copy-").replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED")
    path = Path("copied.ics")
    path.write_text(content.replace("END:VCALENDAR", f"{copy}END:VCALENDAR"), newline="")
    reading = read_progress(path, dossier=plan)
    assert reading.reports == ()
    assert [one.code for one in reading.report] == ["CC170"]


@pytest.mark.parametrize(
    ("line", "code"),
    [("10 bottles of milk", "CC175"), ("10: Train the crew", "CC170"), ("10 divers", "CC170")],
)
def test_a_task_of_ones_own_may_begin_with_a_number_that_is_a_code(line: str, code: str) -> None:
    action = Action(code="10", title="Train divers", involved=[CCWP])
    plan = attrs.evolve(PLAN, actions=[action])
    Path("own.ics").write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//o//o//\r\nBEGIN:VTODO\r\nUID:own\r\n"
        f"DTSTAMP:20060501T100000Z\r\nSUMMARY:{line}\r\nSTATUS:COMPLETED\r\n"
        "COMPLETED:20060501T100000Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        newline="",
    )
    reading = read_progress(Path("own.ics"), dossier=plan)
    assert reading.reports == ()
    assert next(iter(reading.report)).code == code
