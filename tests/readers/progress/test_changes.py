"""What a state says against the one that was exported, for each way in which programs write it."""

import datetime as dt

from customs_coop.formats.calendars import CalendarItem, EntryKind, EntryStatus
from customs_coop.model import Status
from customs_coop.readers.progress.changes import change_of, changed_on
from folded import every_case

NOON = dt.datetime(2006, 5, 7, 12, tzinfo=dt.UTC)
LATER = dt.datetime(2006, 6, 1, tzinfo=dt.UTC)
STAMP = dt.datetime(2005, 12, 1, tzinfo=dt.UTC)


def task(status: str = "", **fields: object) -> CalendarItem:
    known = next((one for one in EntryStatus if one.value == status), None)
    values = {"uid": "1", "kind": EntryKind.TASK, "status": known, "status_text": status} | fields
    return CalendarItem(**values)  # type: ignore[arg-type]  # fields of any type


@every_case(
    "before, item, after",
    [
        # Ticked: all three, STATUS alone, or what is left where STATUS was not written.
        ("open", task("COMPLETED", percent=100, completed=NOON), "completed"),
        ("open", task("COMPLETED"), "completed"),
        ("open", task("NEEDS-ACTION", percent=100), "completed"),
        ("open", task("NEEDS-ACTION", completed=NOON), "completed"),
        ("open", task(percent=100), "completed"),
        ("obsolete", task("CANCELLED", completed=NOON), "completed"),
        # Begun.
        ("open", task("IN-PROCESS"), "ongoing"),
        ("open", task("NEEDS-ACTION", percent=30), "ongoing"),
        ("awaiting", task(percent=30), "ongoing"),
        ("ongoing", task("IN-PROCESS", percent=30), "ongoing"),
        ("partly completed", task("IN-PROCESS", percent=30), "partly completed"),
        # Opened again; what is left of the tick does not count.
        ("completed", task("NEEDS-ACTION"), "open"),
        ("completed", task("NEEDS-ACTION", percent=100), "open"),
        ("completed", task(), "open"),
        ("completed", task("IN-PROCESS", percent=90), "ongoing"),
        ("obsolete", task(), "open"),
        ("ongoing", task("NEEDS-ACTION"), "open"),
        # Cancelled.
        ("open", task("CANCELLED"), "obsolete"),
        ("completed", task("CANCELLED", percent=100), "obsolete"),
        # Nothing was changed.
        ("open", task("NEEDS-ACTION"), None),
        ("open", task("NEEDS-ACTION", percent=0), None),
        ("deferred", task("NEEDS-ACTION"), None),
        ("ongoing", task(), None),
        ("standing", task("IN-PROCESS"), None),
        ("completed", task("COMPLETED", percent=100, completed=NOON), None),
        ("completed", task(percent=100), None),
        ("obsolete", task("CANCELLED"), None),
    ],
)
def test_what_was_changed_decides(before: str, item: CalendarItem, after: str | None) -> None:
    change = change_of(item, Status(before))
    assert change.doubt == ""
    assert change.status == (None if after is None else Status(after))


@every_case(
    "before, item, after, words",
    [
        ("open", task("COMPLETED", percent=20), "completed", "PERCENT-COMPLETE 20 says otherwise"),
        ("open", task("IN-PROCESS", percent=100), "ongoing", "PERCENT-COMPLETE 100 says"),
        ("open", task("IN-PROCESS", completed=NOON), "ongoing", "COMPLETED 2006-05-07 says"),
        (
            "open",
            task("NEEDS-ACTION", percent=30, completed=NOON),
            "completed",
            "PERCENT-COMPLETE 30 says otherwise: it was taken as completed",
        ),
        ("obsolete", task("CANCELLED", percent=100), "completed", "STATUS CANCELLED says"),
        ("standing", task("NEEDS-ACTION", percent=100), "open", "PERCENT-COMPLETE 100 says"),
        (
            "completed",
            task("NEEDS-ACTION", percent=100, completed=NOON),
            "open",
            "PERCENT-COMPLETE 100 and COMPLETED 2006-05-07 say otherwise: it was taken as open",
        ),
        ("completed", task(percent=40), "open", "PERCENT-COMPLETE 40 says otherwise"),
    ],
)
def test_a_property_that_says_otherwise_is_remarked(
    before: str, item: CalendarItem, after: str, words: str
) -> None:
    change = change_of(item, Status(before))
    assert change.status is Status(after)
    assert words in change.remark


@every_case(
    "before, item",
    [
        ("open", task("COMPLETED", percent=100, completed=NOON)),
        ("open", task("NEEDS-ACTION", percent=100)),
        ("ongoing", task("IN-PROCESS", completed=NOON)),
        ("open", task("IN-PROCESS", percent=30)),
        ("completed", task("NEEDS-ACTION", percent=0)),
        ("completed", task()),
        ("completed", task("CANCELLED", percent=100, completed=NOON)),
    ],
)
def test_what_agrees_needs_no_remark(before: str, item: CalendarItem) -> None:
    change = change_of(item, Status(before))
    assert (change.status is not None, change.remark) == (True, "")


@every_case(
    "before, item, words",
    [
        ("completed", task("COMPLETED", percent=40), "40 per cent of it are done"),
        ("open", task("DONE"), "no task has the status 'DONE'"),
        ("open", task("CONFIRMED"), "no task has the status 'CONFIRMED'"),
        ("open", task("COMPLETED", recurs=True), "made to recur"),
        ("open", task("COMPLETED", recurrence_id="20060101"), "made to recur"),
        ("open", task("CANCELLED", kind=EntryKind.EVENT), "the event was cancelled"),
        ("obsolete", task("CONFIRMED", kind=EntryKind.EVENT), "not cancelled any more"),
        ("open", task("CONFIRMED", kind=EntryKind.EVENT, percent=100), "only a task"),
        ("open", task("CONFIRMED", kind=EntryKind.EVENT, completed=NOON), "only a task"),
    ],
)
def test_what_says_nothing_certain_is_no_change(
    before: str, item: CalendarItem, words: str
) -> None:
    change = change_of(item, Status(before))
    assert change.status is None
    assert words in change.doubt


@every_case(
    "item, status, day",
    [
        (task(completed=NOON, last_modified=LATER), "completed", "2006-05-07"),
        # A day of completion tells nothing of what is not completed.
        (task(completed=NOON, last_modified=LATER, stamp=STAMP), "ongoing", "2006-06-01"),
        (task(last_modified=NOON, stamp=STAMP), "completed", "2006-05-07"),
        (task(last_modified=STAMP, stamp=NOON), "completed", "2006-05-07"),
        (task(stamp=NOON), "completed", "2006-05-07"),
        # Both as they were exported, or one of them left out.
        (task(last_modified=STAMP, stamp=STAMP), "completed", None),
        (task(stamp=STAMP), "completed", None),
        (task(), "completed", None),
    ],
)
def test_the_day_is_that_of_the_change(item: CalendarItem, status: str, day: str | None) -> None:
    on = changed_on(item, Status(status))
    assert on == (None if day is None else dt.date.fromisoformat(day))
