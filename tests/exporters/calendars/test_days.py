"""On which days entries stand: last acceptable days, stretches, rounds, rules."""

import datetime as dt

import attrs
import pytest

from customs_coop.deadline import By, During, Recurring, Relative, Undetermined
from customs_coop.exporters import export
from customs_coop.exporters.calendars.icalendar import ICalendar
from customs_coop.model import Action, Indicator, Status
from customs_coop.recurrence import Frequency, Recurrence
from exported_calendars import days, entries, one
from folded import every_case
from sample_plans import work_plan

TWICE = Recurring(Recurrence(Frequency.MONTHLY, 6), "Six monthly review")


def test_every_deadline_with_a_day_is_an_event_on_its_last_acceptable_day() -> None:
    watch = "Keep watch over the use of the register"
    twice = f"1.1 Review twice a year – {watch}"
    assert days(work_plan()) == [
        (f"1.1 Survey of users – {watch}", "2006-12-31"),
        (twice, "2004-06-30"),
        (twice, "2004-12-31"),
        (twice, "2005-06-30"),
        (twice, "2005-12-31"),
        (twice, "2006-06-30"),
        (twice, "2006-12-31"),
        (
            "1.2 Manual issued (Completed: 5472/3/05 ENFOCUSTOM 6 REV 3) – Draw up a manual",
            "2005-06-30",
        ),
        ("2.1 Joint exercise at sea", "2006-06-30"),
    ]


def test_an_event_lasts_the_whole_day_and_blocks_nothing() -> None:
    (event,) = entries(one(By("2012-12-31")))
    assert event["DTSTART"].dt == dt.date(2012, 12, 31)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].dt == dt.date(2013, 1, 1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "RRULE" not in event


@every_case("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_all_can_be_written(day: str) -> None:
    deadline = During("0001-01-01", day) if day.startswith("9") else By(day)
    for window in ("day", "span"):
        (event,) = entries(one(deadline), window=window)
        assert event["DTSTART"].dt.isoformat() == day
    (task,) = entries(one(deadline), profile="tasks")
    assert task["DUE"].dt.isoformat() == day


def test_a_task_is_due_on_the_day_itself() -> None:
    tasks = entries(work_plan(), profile="tasks")
    assert [task["DUE"].dt.isoformat() for task in tasks][:2] == ["2006-12-31", "2004-06-30"]
    assert tasks[0]["DUE"].params["VALUE"] == "DATE"
    assert all("DTSTART" not in task for task in tasks)
    assert entries(work_plan(), "VEVENT") != []


def test_a_task_starts_where_a_stretch_does_and_an_event_only_on_request() -> None:
    plan = one(During("2012-01-01", "2012-04-30"))
    (task,) = entries(plan, profile="tasks")
    assert (task["DTSTART"].dt.isoformat(), task["DUE"].dt.isoformat()) == (
        "2012-01-01",
        "2012-04-30",
    )
    (event,) = entries(plan)
    assert event["DTSTART"].dt.isoformat() == "2012-04-30"
    (event,) = entries(plan, window="span")
    assert (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) == (
        "2012-01-01",
        "2012-05-01",
    )
    # Nothing says when work for a last day begins.
    (event,) = entries(one(By("2012-04-30")), window="span")
    assert event["DTSTART"].dt.isoformat() == "2012-04-30"


def test_every_action_is_a_task_also_without_a_time() -> None:
    bare = [Action(code="1", title="Nothing said"), Action(code="2", title="Told")]
    bare[1] = attrs.evolve(bare[1], indicators=[Indicator(text="Report"), Indicator(text="Form")])
    plan = attrs.evolve(one(), actions=bare)
    tasks = entries(plan, profile="tasks")
    assert [str(task["SUMMARY"]) for task in tasks] == [
        "1: Nothing said",
        "2: Report – Told",
        "2: Form – Told",
    ]
    assert not [task for task in tasks if "DUE" in task or "DTSTART" in task]
    assert entries(plan) == []


def test_a_deadline_without_a_day_is_a_task_without_due() -> None:
    known = Relative("the conference", "P1M")
    plan = one(Undetermined("tbc"), Recurring(None, "regularly"), known)
    tasks = entries(plan, profile="tasks")
    assert [str(task["X-CUSTOMS-COOP-WORDING"]) for task in tasks] == [
        "tbc",
        "regularly",
        known.text,
    ]
    assert all("DUE" not in task for task in tasks)
    assert entries(plan) == []
    (event,) = entries(one(known.anchored("2012-01-31")))
    assert (event["DTSTART"].dt.isoformat(), event["STATUS"]) == ("2012-02-29", "TENTATIVE")


def test_a_recurrence_needs_a_period() -> None:
    plan = attrs.evolve(one(Recurring(Recurrence(Frequency.YEARLY))), period=None)
    assert entries(plan) == []
    assert len(entries(plan, profile="tasks")) == 1


@every_case(
    ("deadline", "expected"),
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
def test_the_days_of_rounds_with_bounds(deadline: Recurring, expected: list[str]) -> None:
    assert [day for _, day in days(one(deadline))] == expected


def test_a_rule_is_one_event_where_the_rounds_are_the_last_days_of_months() -> None:
    (event,) = entries(one(TWICE), recurrence="rule")
    assert event["DTSTART"].dt.isoformat() == "2011-12-31"
    assert event["RRULE"].to_ical() == (b"FREQ=MONTHLY;UNTIL=20121231;BYMONTHDAY=-1;BYMONTH=6,12")
    assert event["X-CUSTOMS-COOP-EDTF"] == "2011-12-31/2012-12-31"
    assert "taken as" not in event["DESCRIPTION"]
    # No rule is written for tasks, for other days, or for a single round.
    assert len(entries(one(TWICE), profile="tasks", recurrence="rule")) == 3
    weekly = Recurring(Recurrence(Frequency.WEEKLY, 26))
    yearly = Recurring(Recurrence(Frequency.YEARLY, month=3, day=31))
    for deadline in (weekly, yearly):
        for found in entries(one(deadline), recurrence="rule"):
            assert "RRULE" not in found


@every_case(
    ("deadline", "status"),
    [
        (By("2012-06-30"), "CONFIRMED"),
        (During("2012-06-30", "2012-06-30"), "CONFIRMED"),
        (During("2012-01-01", "2012-12-31"), "TENTATIVE"),
        (By("2012-06-30", "June 2012", "bare-month"), "TENTATIVE"),
        (Recurring(Recurrence(Frequency.YEARLY, month=3, day=31)), "CONFIRMED"),
        (Recurring(Recurrence(Frequency.YEARLY), until="2012-06-30"), "CONFIRMED"),
        (Recurring(Recurrence(Frequency.YEARLY)), "TENTATIVE"),
    ],
)
def test_a_day_that_is_only_understood_is_tentative(deadline: By, status: str) -> None:
    assert {event["STATUS"] for event in entries(one(deadline))} == {status}


def test_reminders_come_so_long_before() -> None:
    (event,) = entries(one(By("2012-06-30")), alarm_days=30, alarms="P1W, P1DT9H")
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [
        dt.timedelta(days=-30),
        dt.timedelta(days=-7),
        dt.timedelta(days=-1, hours=-9),
    ]
    (event,) = entries(one(By("2012-06-30")), alarms="P3660D", alarm_days=0)
    assert [alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")] == [-3660, 0]
    (task,) = entries(one(By("2012-06-30")), profile="tasks", alarm_days="7")
    (alarm,) = task.walk("VALARM")
    assert alarm["TRIGGER"].params["RELATED"] == "END"
    assert entries(one(By("2012-06-30")), "VALARM") == []


def test_nobody_is_reminded_of_what_is_done_or_has_no_day() -> None:
    done = one(By("2012-06-30"), status=Status.COMPLETED)
    assert entries(done, "VALARM", alarm_days=30) == []
    plan = one(Undetermined("tbc"))
    assert export(plan, "icalendar", profile="tasks", alarm_days=30).count(b"VALARM") == 0


@every_case(
    ("options", "words"),
    [
        ({"alarms": ("P1M",)}, "no fixed length"),
        ({"alarms": ("P",)}, "P30D"),
        ({"alarms": ("P999W",)}, "at most 3660 days before the day, not P999W"),
        ({"alarms": ("P3661D",)}, "at most 3660"),
        ({"alarms": ("P3660DT1M",)}, "at most 3660"),
        ({"alarms": ("P99999D",)}, "at most 3660 days before the day, not P99999D"),
        ({"alarms": (f"PT{'9' * 80}H",)}, "at most 3660 days before the day, not PT999"),
        ({"alarms": (f"P{'9' * 5000}D",)}, "P30D, P1W or P1DT9H"),
        ({"alarm_days": 3661}, "0 to 3660"),
        ({"color": "steelblu"}, "not 'steelblu'; did you mean steelblue"),
        ({"color": "#008080"}, "not '#008080'; did you mean teal?"),
        ({"color": "#123456"}, "not '#123456', such as teal or steelblue"),
        ({"text_language": "English"}, "RFC 5646 does it, as in en or de-AT, not 'English'"),
        ({"text_language": "en;X=1"}, "RFC 5646"),
        ({"alarms": "P1W"}, "not the text"),
        ({"alarm_days": -1}, "0 to 3660"),
        ({"profile": "alarms"}, "events, tasks, both"),
        ({"layout": "zip"}, "file and vdir"),
        ({"also": ("weather",)}, "not weather"),
        ({"addresses": ("BE",)}, "BE=customs@example.org"),
        ({"addresses": ("BE=a@b@c",)}, "BE=customs@example.org"),
        ({"summary_length": 5}, "20 characters"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(options: dict[str, object], words: str) -> None:
    with pytest.raises((ValueError, TypeError), match=words):
        # Any value: what is tried is what a caller may get wrong.
        ICalendar(**options)  # type: ignore[arg-type]
