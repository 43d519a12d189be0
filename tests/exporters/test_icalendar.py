import datetime as dt
import re
from typing import Any

import attrs
import icalendar
import pytest

from customs_coop.deadline import By, Deadline, Recurring, Undetermined
from customs_coop.exporters import export
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Indicator, Status
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case
from sample_plans import hostile_plan, timetable, work_plan, work_plan_dossier


def entries(subject: Dossier | ActionPlan, name: str = "VEVENT", **options: object) -> list[Any]:
    # Any: the components of the icalendar library answer to property names.
    calendar = icalendar.Calendar.from_ical(export(subject, "icalendar", **options))
    return list(calendar.walk(name))


def days(subject: Dossier | ActionPlan) -> list[tuple[str, str]]:
    return [(str(e["SUMMARY"]), e["DTSTART"].dt.isoformat()) for e in entries(subject)]


def one(*deadlines: Deadline, **fields: Any) -> ActionPlan:  # noqa: ANN401 - fields of an action
    action = Action(**({"code": "5.1", "title": "Try", "deadlines": deadlines} | fields))
    return ActionPlan(id="AP5", title="Fifth", period="2011-07-01/2012-12-31", actions=[action])


def test_every_deadline_with_a_day_is_an_event_on_its_last_acceptable_day() -> None:
    watch = "1.1 Keep watch over the use of the register"
    assert days(work_plan()) == [
        (watch, "2006-12-31"),
        (watch, "2004-06-30"),
        (watch, "2004-12-31"),
        (watch, "2005-06-30"),
        (watch, "2005-12-31"),
        (watch, "2006-06-30"),
        (watch, "2006-12-31"),
        ("1.2 Draw up a manual", "2005-06-30"),
        ("2.1 Joint exercise at sea", "2006-06-30"),
    ]


def test_an_event_lasts_the_whole_day_and_blocks_nothing() -> None:
    (event,) = entries(one(By("2012-12-31")))
    assert event["DTSTART"].dt == dt.date(2012, 12, 31)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].dt == dt.date(2013, 1, 1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "RRULE" not in event


def test_the_last_day_of_all_has_no_end() -> None:
    (event,) = entries(one(By("9999-12-31")))
    assert "DTEND" not in event


def test_a_task_is_due_on_the_day_itself() -> None:
    tasks = entries(work_plan(), "VTODO", profile="tasks")
    assert [task["DUE"].dt.isoformat() for task in tasks][:2] == ["2006-12-31", "2004-06-30"]
    assert tasks[0]["DUE"].params["VALUE"] == "DATE"
    assert all("DTSTART" not in task for task in tasks)
    assert entries(work_plan(), profile="tasks") == []


def test_a_deadline_without_a_day_is_no_event_and_a_task_without_due() -> None:
    plan = one(Undetermined("tbc"), Recurring(None, "regularly"))
    assert entries(plan) == []
    tasks = entries(plan, "VTODO", profile="tasks")
    assert [str(task["X-CUSTOMS-COOP-WORDING"]) for task in tasks] == ["tbc", "regularly"]
    assert all("DUE" not in task for task in tasks)


def test_a_recurrence_needs_a_period() -> None:
    plan = attrs.evolve(one(Recurring(Recurrence(Frequency.YEARLY))), period=None)
    assert entries(plan) == []
    assert len(entries(plan, "VTODO", profile="tasks")) == 1


@every_case(
    ("deadline", "days"),
    [
        (Recurring(Recurrence(Frequency.YEARLY), until="2011-10-15"), ["2011-10-15"]),
        (Recurring(Recurrence(Frequency.YEARLY, month=3, day=31)), ["2012-03-31"]),
        (Recurring(Recurrence(Frequency.MONTHLY, 6), first="2011-09-30"),
         ["2011-09-30", "2012-03-31", "2012-09-30"]),
        # outside of the plan the stated days are shown, as those of other deadlines are
        (Recurring(Recurrence(Frequency.YEARLY), first="2013-06-30"), ["2013-06-30"]),
        (Recurring(None, until="2012-06-30"), ["2012-06-30"]),
    ],
)  # fmt: skip
def test_the_days_of_rounds_with_bounds(deadline: Recurring, days: list[str]) -> None:
    assert [event["DTSTART"].dt.isoformat() for event in entries(one(deadline))] == days


def test_the_calendar_has_a_name_and_no_method() -> None:
    content = export(work_plan(), "icalendar")
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Sample Work Plan"
    assert b"METHOD" not in content
    assert b"PRODID:-//customs_coop//" in content


def test_an_entry_tells_the_words_and_the_notation_of_its_deadline() -> None:
    event = entries(timetable())[0]
    assert event["X-CUSTOMS-COOP-WORDING"] == "Early 1998"
    assert event["X-CUSTOMS-COOP-EDTF"] == "1998-37"
    assert "“Early 1998”" in event["DESCRIPTION"]
    assert event["DTSTART"].dt == dt.date(1998, 4, 30)
    assert event["STATUS"] == "TENTATIVE"


def test_an_entry_tells_the_indicator_the_parties_and_the_area() -> None:
    event = entries(work_plan())[0]
    assert event["DESCRIPTION"].splitlines()[0] == "Survey of users"
    assert [str(contact) for contact in event["CONTACT"]] == [
        "CCWG (Project Group?)",
        "Commission",
        "EUROPOL",
    ]
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event
    assert event.categories == ["AP1", "Data on traffic", "Objective A", "Objective B"]


@every_case(
    ("priority", "figure"), [("High", 1), ("Medium", 5), ("Low", 9), ("Defer", None), (None, None)]
)
def test_priorities_are_figures_and_other_words_categories(
    priority: str | None, figure: int | None
) -> None:
    (event,) = entries(one(By("2012-06-30"), priority=priority))
    assert event.get("PRIORITY") == figure
    assert ("Defer" in event.categories) is (priority == "Defer")


@every_case(
    ("status", "task", "event"),
    [
        (Status.OPEN, "NEEDS-ACTION", "CONFIRMED"),
        (Status.ONGOING, "IN-PROCESS", "CONFIRMED"),
        (Status.STANDING, "IN-PROCESS", "CONFIRMED"),
        (Status.AWAITING, "NEEDS-ACTION", "CONFIRMED"),
        (Status.PARTLY_COMPLETED, "IN-PROCESS", "CONFIRMED"),
        (Status.COMPLETED, "COMPLETED", "CONFIRMED"),
        (Status.DEFERRED, "NEEDS-ACTION", "CONFIRMED"),
        (Status.TO_DECIDE, "NEEDS-ACTION", "CONFIRMED"),
        (Status.OBSOLETE, "CANCELLED", "CANCELLED"),
    ],
)
def test_the_status_of_tasks_and_events(status: Status, task: str, event: str) -> None:
    plan = one(By("2012-06-30"), status=status)
    (found,) = entries(plan, "VTODO", profile="tasks")
    assert found["STATUS"] == task
    assert ("PERCENT-COMPLETE" in found) is (task == "COMPLETED")
    assert "COMPLETED" not in found
    (found,) = entries(plan)
    assert found["STATUS"] == event


def test_an_indicator_has_its_own_status_unless_the_action_is_closed() -> None:
    done = Indicator(text="Done", status=Status.COMPLETED, deadlines=[By("2012-06-30")])
    (task,) = entries(one(indicators=[done]), "VTODO", profile="tasks")
    assert task["STATUS"] == "COMPLETED"
    plan = one(indicators=[attrs.evolve(done, status=Status.ONGOING)], status=Status.OBSOLETE)
    (task,) = entries(plan, "VTODO", profile="tasks")
    assert task["STATUS"] == "CANCELLED"


def test_limite_is_confidential_and_nothing_else_is() -> None:
    assert {str(e["CLASS"]) for e in entries(work_plan_dossier())} == {"CONFIDENTIAL"}
    assert not [e for e in entries(work_plan_dossier("PUBLIC")) if "CLASS" in e]


def test_the_stamp_is_that_of_the_plan_or_the_one_given() -> None:
    stamps = {e["DTSTAMP"].dt for e in entries(work_plan_dossier())}
    assert stamps == {dt.datetime(2005, 11, 29, tzinfo=dt.UTC)}
    for given in (dt.date(2006, 1, 2), "2006-01-02"):
        (stamp,) = {e["DTSTAMP"].dt for e in entries(work_plan(), source_date=given)}
        assert stamp == dt.datetime(2006, 1, 2, tzinfo=dt.UTC)
    assert b"DTSTAMP:20110701T000000Z" in export(one(By("2012-06-30")), "icalendar")


def test_a_reminder_comes_so_many_days_before() -> None:
    (event,) = entries(one(By("2012-06-30")), alarm_days=30)
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == dt.timedelta(days=-30)
    (task,) = entries(one(By("2012-06-30")), "VTODO", profile="tasks", alarm_days="7")
    (alarm,) = task.walk("VALARM")
    assert alarm["TRIGGER"].params["RELATED"] == "END"
    assert entries(one(By("2012-06-30")), "VALARM") == []


def test_nobody_is_reminded_of_what_is_done_or_has_no_day() -> None:
    done = one(By("2012-06-30"), status=Status.COMPLETED)
    assert entries(done, "VALARM", alarm_days=30) == []
    plan = one(Undetermined("tbc"))
    assert entries(plan, "VALARM", profile="tasks", alarm_days=30) == []


def uids(subject: Dossier | ActionPlan, name: str = "VEVENT", **options: object) -> list[str]:
    return [str(entry["UID"]) for entry in entries(subject, name, **options)]


def test_every_identifier_is_unique_also_where_a_code_stands_twice() -> None:
    found = uids(work_plan())
    assert len(set(found)) == len(found)
    twice = attrs.evolve(one(), actions=one(By("2012-06-30")).actions * 2)
    assert len(set(uids(twice))) == 2


def test_identifiers_survive_new_words_dates_and_codes() -> None:
    old = one(By("2012-06-30"))
    assert uids(old) == uids(one(By("2012-12-31"), title="Reworded"))
    origin = ActionRef("AP5", "5.1")
    moved = one(By("2012-06-30"), code="6.3", origin=origin)
    assert uids(attrs.evolve(moved, id="AP6")) == uids(old)
    assert uids(one(By("2012-06-30"), code="5.2")) != uids(old)


def test_events_and_tasks_have_different_identifiers() -> None:
    plan = one(By("2012-06-30"))
    assert uids(plan) != uids(plan, "VTODO", profile="tasks")


def test_a_round_keeps_its_identifier_when_the_plan_grows() -> None:
    plan = one(Recurring(Recurrence(Frequency.PRESIDENCY)))
    longer = attrs.evolve(plan, period="2011-01-01/2013-06-30")
    assert uids(longer)[1:4] == uids(plan)


def test_all_plans_are_taken_unless_one_is_named() -> None:
    dossier = Dossier(plans=[timetable(), one(By("2012-06-30"))])
    assert len(entries(dossier)) == 2
    assert len(entries(dossier, plan="AP5")) == 1
    assert b"\r\nNAME:Sample Timetable\\; Fifth\r\n" in export(dossier, "icalendar")


def test_lines_end_with_cr_lf_and_hold_at_most_75_octets() -> None:
    content = export(hostile_plan(), "icalendar", alarm_days=1)
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
    for line in lines:
        line.decode("utf-8")  # no character is torn


def test_hostile_words_come_back_as_words() -> None:
    (event,) = entries(hostile_plan())
    assert "<script>alert('x')</script>" in event["SUMMARY"]
    assert "שלום مرحبا 😀" in event["SUMMARY"]
    assert b"\r\nX-CUSTOMS-COOP-WORDING:a\\;b\\,c\\\\n\r\n" in export(
        one(By("2012-06-30", "a;b,c\\n")), "icalendar"
    )
    text = "a\r\nEND:VEVENT\rBEGIN:VALARM\n;,\\n"
    (event,) = entries(one(By("2012-06-30", text), title=text))
    assert event["SUMMARY"] == "5.1 a END:VEVENT BEGIN:VALARM ;,\\n"
    assert event.walk("VALARM") == []


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ValueError, match="'events' or 'tasks'"):
        export(work_plan(), "icalendar", profile="both")
