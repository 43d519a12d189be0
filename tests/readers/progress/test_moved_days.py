"""Due days that somebody moved are told; what an entry without its identifier may be is offered."""

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest

from customs_coop.deadline import Recurring, parse_deadline
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import Action, ActionPlan, Dossier, Indicator, Involvement, Role
from customs_coop.readers import ProgressReading
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.rollover import next_plan, roll_over
from folded import every_case

CCWP = Involvement(party="CCWP", role=Role.RESPONSIBLE)
JULY = dt.date(2006, 7, 14)


def action(code: str, words: str = "", **fields: Any) -> Action:  # noqa: ANN401 - fields of an action
    deadlines = [parse_deadline(words)] if words else []
    known = {"code": code, "title": f"Train {code}", "involved": [CCWP], "deadlines": deadlines}
    return Action(**(known | fields))


YEARLY = Recurring(Recurrence(Frequency.YEARLY))
PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-12-31",
    actions=[
        action("1.1", "by 30.6.2006"),
        action("1.2"),
        action("1.3", deadlines=[YEARLY]),
        action("1.4", "early 2006"),
        action("1.5", "since 2005"),
        action("1.6", "2.1.2006 to 3.2.2006"),
        action(
            "1.7",
            indicators=[
                Indicator(text="Guide.", deadlines=[parse_deadline("by 31.3.2005")]),
                Indicator(text="Course", deadlines=[parse_deadline("by 31.3.2005")]),
            ],
        ),
    ],
)
Edit = Callable[[Any], None]


@pytest.fixture(autouse=True, scope="module")
def _in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - a fixture
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("days"))
        yield


@functools.cache
def exported(subject: ActionPlan | Dossier, *options: tuple[str, object]) -> bytes:
    return bytes(export(subject, "icalendar", **({"profile": "tasks"} | dict(options))))


def kept(
    edit: Edit,
    *items: str,
    bare: bool = False,
    subject: ActionPlan | Dossier = PLAN,
    **options: object,
) -> Path:
    """A calendar in which entries of some items, by their addresses, were edited."""
    calendar = icalendar.Calendar.from_ical(exported(subject, *sorted(options.items())))
    for entry in [*calendar.walk("VTODO"), *calendar.walk("VEVENT")]:
        if str(entry["X-CUSTOMS-COOP-ITEM"]) in items:
            edit(entry)
        for name in [name for name in entry if name.startswith("X-CUSTOMS")] if bare else []:
            del entry[name]
    path = Path("kept.ics")
    path.write_bytes(calendar.to_ical())
    return path


def put(name: str, day: dt.date | dt.datetime | None) -> Edit:
    def edit(entry: Any) -> None:  # noqa: ANN401 - a component answers to names
        entry.pop(name, None)
        if day is not None:
            entry.add(name, day)

    return edit


def told(reading: ProgressReading) -> list[tuple[str, str, str]]:
    return [(one.code, one.subject, one.message) for one in reading.report]


@every_case("has_dossier", [True, False])
def test_a_day_that_was_moved_is_told_and_not_taken_over(has_dossier: bool) -> None:  # noqa: FBT001 - a case
    path = kept(put("DUE", JULY), "AP1/1.1", "AP1/1.4")
    reading = read_progress(path, dossier=PLAN if has_dossier else None)
    assert (reading.reports, reading.ticked) == ((), ())
    assert told(reading) == [
        ("CC173", "AP1/1.1", "its day was moved in the calendar from 2006-06-30 to 2006-07-14"),
        ("CC173", "AP1/1.4", "its day was moved in the calendar from 2006-04-30 to 2006-07-14"),
    ]
    assert next(iter(reading.report)).hint == (
        "the deadline stays as it is; change the plan if it is to move"
    )


def test_a_day_may_be_given_or_taken_away() -> None:
    path = kept(put("DUE", JULY), "AP1/1.2", "AP1/1.5")
    given = "it was given a day in the calendar: 2006-07-14"
    assert told(read_progress(path, dossier=PLAN)) == [
        ("CC173", "AP1/1.2", given),
        ("CC173", "AP1/1.5", given),
    ]
    path = kept(put("DUE", None), "AP1/1.1")
    away = "its day was taken away in the calendar: 2006-06-30"
    assert told(read_progress(path, dossier=PLAN)) == [("CC173", "AP1/1.1", away)]


def test_where_a_server_dropped_ours_the_dossier_has_the_day() -> None:
    path = kept(put("DUE", JULY), "AP1/1.1", "AP1/1.2", bare=True)
    assert told(read_progress(path, dossier=PLAN)) == [
        (
            "CC173",
            "AP1/1.1",
            "its day is 2006-07-14 in the calendar, and 2006-06-30 in the dossier",
        ),
        ("CC173", "AP1/1.2", "its day is 2006-07-14 in the calendar, and none in the dossier"),
    ]


@every_case(
    ("name", "day"),
    [
        # Midnight in Vienna, the end of that day in London, and noon.
        ("DUE", dt.datetime(2006, 6, 29, 22, tzinfo=dt.UTC)),
        ("DUE", dt.datetime(2006, 6, 30, 22, 59, tzinfo=dt.UTC)),
        ("DUE", dt.datetime(2006, 6, 30, 12, tzinfo=dt.UTC)),
        ("DUE", dt.datetime(2006, 6, 30, 23, 59)),  # noqa: DTZ001 - without a zone, as written
    ],
)
def test_the_same_day_in_another_form_was_not_moved(name: str, day: dt.datetime) -> None:
    for bare in (False, True):
        path = kept(put(name, day), "AP1/1.1", bare=bare)
        assert told(read_progress(path, dossier=PLAN)) == []


def test_a_day_that_the_plan_moved_itself_was_not_moved_in_the_calendar() -> None:
    later = attrs.evolve(PLAN, actions=[action("1.1", "by 14.7.2006"), *PLAN.actions[1:]])
    # The calendar is as it was exported, or has the new day already.
    for day in (dt.date(2006, 6, 30), JULY):
        path = kept(put("DUE", day), "AP1/1.1")
        assert told(read_progress(path, dossier=later)) == []
    path = kept(put("DUE", dt.date(2006, 8, 1)), "AP1/1.1")
    message = "its day was moved in the calendar from 2006-06-30 to 2006-08-01"
    message += "; the dossier has 2006-07-14"
    assert told(read_progress(path, dossier=later)) == [("CC173", "AP1/1.1", message)]


def test_a_round_that_was_moved_is_told_with_its_day() -> None:
    def of_2005(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if task["DUE"].dt.year == 2005:
            put("DUE", JULY)(task)

    path = kept(of_2005, "AP1/1.3")
    message = "its day was moved in the calendar from 2005-12-31 to 2006-07-14"
    assert told(read_progress(path, dossier=PLAN)) == [("CC173", "AP1/1.3", message)]
    # The next plan has no such round, and the entry still knows which one it was.
    rolled = roll_over(PLAN, into=next_plan(PLAN, period="2007-01-01/2008-12-31")).plan
    reading = read_progress(path, dossier=rolled)
    assert ("CC173", "AP2/1.3", message) in told(reading)


def test_days_of_events_end_where_they_end() -> None:
    for window in ("day", "span"):
        options: Any = {"profile": "events", "window": window}  # Any: they have values of any kind
        untouched = kept(put("DTEND", None), **options)
        assert [code for code, *_ in told(read_progress(untouched, dossier=PLAN))] == ["CC175"]
        path = kept(put("DTEND", dt.date(2006, 7, 15)), "AP1/1.6", **options)
        message = "its day was moved in the calendar from 2006-02-03 to 2006-07-14"
        assert told(read_progress(path, dossier=PLAN))[0] == ("CC173", "AP1/1.6", message)


def test_a_series_is_moved_by_its_first_day_or_by_a_round() -> None:
    def move(event: Any) -> None:  # noqa: ANN401 - a component answers to names
        put("DTSTART", JULY)(event)
        put("DTEND", JULY + dt.timedelta(days=1))(event)

    path = kept(move, "AP1/1.3", profile="events", recurrence="rule")
    message = "its day was moved in the calendar from {} to 2006-07-14"
    assert ("CC173", "AP1/1.3", message.format("2004-12-31")) in told(
        read_progress(path, dossier=PLAN)
    )

    def of_a_round(event: Any) -> None:  # noqa: ANN401 - a component answers to names
        move(event)
        event.pop("RRULE")
        event.add("RECURRENCE-ID", dt.date(2005, 12, 31))

    path = kept(of_a_round, "AP1/1.3", profile="events", recurrence="rule")
    assert ("CC173", "AP1/1.3", message.format("2005-12-31")) in told(
        read_progress(path, dossier=PLAN)
    )


def test_a_series_that_nobody_moved_stands_on_its_first_day_in_jcal_too() -> None:
    text = str(export(PLAN, "jcal", profile="events", recurrence="rule"))
    assert '"rrule"' in text
    Path("series.jcal").write_text(text, "utf-8")
    for dossier in (PLAN, None):
        assert [one.code for one in read_progress("series.jcal", dossier=dossier).report] == [
            "CC175"  # no task is in it
        ]


def test_what_was_made_to_recur_is_put_forward_by_the_program() -> None:
    def every_month(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        put("DUE", JULY)(task)
        task.add("RRULE", {"FREQ": "MONTHLY"})

    assert told(read_progress(kept(every_month, "AP1/1.1"), dossier=PLAN)) == []


def lost(task: Any) -> None:  # noqa: ANN401 - a component answers to names
    """Ticked off, and with an identifier that a server made."""
    task["UID"] = "made-by-a-server"
    task["STATUS"] = "COMPLETED"
    for name in [name for name in task if name.startswith("X-CUSTOMS")]:
        del task[name]


def hints(path: Path, dossier: ActionPlan | Dossier = PLAN) -> list[str]:
    reading = read_progress(path, dossier=dossier)
    assert reading.ticked == ()
    found = [one for one in reading.report if one.message.endswith("has its identifier")]
    # What may be of the plan is a tick that is lost; of anything else nobody knows.
    assert all(one.code in ({"CC170"} if one.hint else {"CC170", "CC175"}) for one in found)
    return [one.hint for one in found]


def lost_as(summary: str, **changed: Any) -> Edit:  # noqa: ANN401 - values of properties
    def edit(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        lost(task)
        task["SUMMARY"] = summary
        for name, value in changed.items():
            put(name, value)(task)

    return edit


@every_case(
    ("item", "summary", "hint"),
    [
        ("AP1/1.1", "1.1 Train 1.1", "AP1/1.1: it has that code and the same day, 2006-06-30"),
        ("AP1/1.1", "AP1/1.1: train", "AP1/1.1: it has that code and the same day, 2006-06-30"),
        ("AP1/1.2", "1.2 Train 1.2", "AP1/1.2: it has that code and no day either"),
        # Another plan, another code, another day, or none.
        ("AP1/1.1", "AP7/1.1 Train", ""),
        ("AP1/1.1", "1.3 Train", ""),
        ("AP1/1.1", "1.2 Train", ""),
        ("AP1/1.1", "1.11 Train", ""),
        ("AP1/1.1", "Train 1.1", ""),
        ("AP1/1.1", "", ""),
    ],
)
def test_a_code_and_a_day_are_a_hint(item: str, summary: str, hint: str) -> None:
    path = kept(lost_as(summary), item)
    assert hints(path) == [f"it may be {hint}" if hint else ""]


def test_the_words_of_an_indicator_tell_it_from_another_one_of_that_day() -> None:
    def of_course(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        if "Course" in task["SUMMARY"]:
            lost(task)

    (hint,) = hints(kept(of_course, "AP1/1.7"))
    assert hint.startswith("it may be AP1/1.7 indicator 2: it has that code")

    def with_number(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        number = task["X-CUSTOMS-COOP-INDICATOR"]
        lost_as("1.7 Something")(task)
        task["UID"] = f"made-for-{number}"

    assert hints(kept(with_number, "AP1/1.7")) == ["", ""]


def test_what_has_its_own_entry_is_no_hint() -> None:
    # A task of somebody's own, called after the action, on the same day.
    path = kept(lost)
    own = "BEGIN:VTODO\r\nUID:own\r\nSUMMARY:1.1 Call Vienna\r\nDUE;VALUE=DATE:20060630\r\n"
    own += "STATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR"
    path.write_text(path.read_text("utf-8").replace("END:VCALENDAR", own), "utf-8")
    assert hints(path) == [""]


def test_the_code_of_an_earlier_plan_is_a_hint_too() -> None:
    rolled = roll_over(PLAN, into=next_plan(PLAN, period="2006-01-01/2008-12-31")).plan
    moved = [attrs.evolve(one, code=f"9.{number}") for number, one in enumerate(rolled, 1)]
    later = attrs.evolve(rolled, actions=moved, work_areas=())
    path = kept(lost, "AP1/1.1")
    assert hints(path, later) == [
        "it may be AP2/9.1: it has that code and the same day, 2006-06-30"
    ]
    # The same thing in two plans is one thing.
    assert hints(path, Dossier(plans=[PLAN, later])) == hints(path, later)


def test_an_address_or_a_relation_is_a_hint() -> None:
    def renamed(task: Any) -> None:  # noqa: ANN401 - a component answers to names
        task["UID"] = "made-by-a-server"
        task["STATUS"] = "COMPLETED"
        task["SUMMARY"] = "Call Vienna"

    assert hints(kept(renamed, "AP1/1.1")) == [
        "it may be AP1/1.1: it has that address and the same day, 2006-06-30"
    ]

    def event(entry: Any) -> None:  # noqa: ANN401 - a component answers to names
        if entry.name == "VEVENT":
            lost(entry)
            entry["SUMMARY"] = "Do not forget"

    path = kept(event, "AP1/1.1", profile="both")
    assert hints(path) == [
        "it may be AP1/1.1: it has a relation to it and the same day, 2006-06-30"
    ]
