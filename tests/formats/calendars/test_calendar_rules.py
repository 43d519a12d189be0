import datetime as dt
from typing import Any

import attrs

from customs_coop.formats.calendars import (
    Calendar,
    CalendarEntry,
    EntryKind,
    EntryStatus,
    MonthEnds,
    OmissionKind,
    calendar_bytes,
    calendar_files,
    jcal_text,
    omissions,
)
from customs_coop.formats.calendars.rules import refusal
from folded import every_case

DAY = dt.date(2012, 6, 30)
EVENT = CalendarEntry(uid="e", kind=EntryKind.EVENT, summary="Event", day=DAY, stamp=DAY)
TASK = attrs.evolve(EVENT, uid="t", kind=EntryKind.TASK, summary="Task")
ENDS = MonthEnds((6, 12), dt.date(2013, 12, 31))


@every_case(
    ("entry", "changes"),
    [
        (EVENT, {}),
        (EVENT, {"status": EntryStatus.CANCELLED}),
        (EVENT, {"start": DAY}),
        (EVENT, {"start": dt.date.min}),
        (EVENT, {"day": dt.date.max}),
        (EVENT, {"rule": ENDS}),
        (EVENT, {"rule": ENDS, "start": DAY}),
        (EVENT, {"rule": MonthEnds((6,), DAY)}),
        (EVENT, {"rule": MonthEnds((2,), DAY), "day": dt.date(2012, 2, 29)}),
        (TASK, {"day": None}),
        (TASK, {"start": dt.date.max}),
        (TASK, {"percent": 100, "priority": 9, "status": EntryStatus.IN_PROCESS}),
    ],
)
def test_what_can_be_written(entry: CalendarEntry, changes: dict[str, Any]) -> None:
    assert refusal(attrs.evolve(entry, **changes)) == ""


@every_case(
    ("entry", "changes", "reason"),
    [
        (EVENT, {"uid": ""}, "identifier"),
        (EVENT, {"uid": "a\nb"}, "identifier"),
        (EVENT, {"uid": "a\x00"}, "identifier"),
        (EVENT, {"day": None}, "an event without a day"),
        (EVENT, {"status": EntryStatus.COMPLETED}, "VEVENT has no status COMPLETED"),
        (EVENT, {"percent": 50}, "no percentage"),
        (EVENT, {"priority": 10}, "10 is no priority"),
        (EVENT, {"sequence": -1}, "-1 is no number"),
        (EVENT, {"sequence": 2**31}, "no number"),
        (EVENT, {"start": DAY + dt.timedelta(days=1)}, "after its last day"),
        (EVENT, {"start": DAY, "day": dt.date.max}, "cannot be written"),
        (EVENT, {"rule": MonthEnds((), ENDS.until)}, "no months"),
        (EVENT, {"rule": MonthEnds((6, 13), ENDS.until)}, "no months"),
        (EVENT, {"rule": MonthEnds((12,), ENDS.until)}, "not one of the days"),
        (EVENT, {"rule": ENDS, "day": dt.date(2012, 6, 29)}, "not one of the days"),
        (EVENT, {"rule": MonthEnds((2,), DAY), "day": dt.date(2012, 2, 28)}, "not one of"),
        (EVENT, {"rule": MonthEnds((6,), dt.date(2012, 6, 29))}, "ends before it begins"),
        (EVENT, {"rule": ENDS, "start": dt.date(2012, 6, 1)}, "several days"),
        (TASK, {"rule": ENDS}, "programs disagree"),
        (TASK, {"status": EntryStatus.TENTATIVE}, "VTODO has no status TENTATIVE"),
        (TASK, {"percent": 101}, "101 is no percentage"),
    ],
)
def test_what_is_refused(entry: CalendarEntry, changes: dict[str, Any], reason: str) -> None:
    assert reason in refusal(attrs.evolve(entry, **changes))


def test_one_bad_entry_never_spoils_the_file() -> None:
    # The second one is wrong for its type, and breaks while it is written.
    wrong: Any = "2012-06-30"
    broken = (
        attrs.evolve(EVENT, uid="b", day=None),
        attrs.evolve(EVENT, uid="c", stamp=wrong),
        EVENT,
    )
    calendar = Calendar(name="All", entries=(EVENT, *broken, TASK))
    good = Calendar(name="All", entries=(EVENT, TASK))
    assert calendar_bytes(calendar) == calendar_bytes(good)
    assert calendar_files(calendar) == calendar_files(good)
    assert jcal_text(calendar) == jcal_text(good)
    assert omissions(good) == ()
    told = omissions(calendar)
    assert [(one.uid, one.kind) for one in told] == [(e.uid, OmissionKind.ENTRY) for e in broken]
    assert told[0].reason == "an event without a day"
    assert told[1].reason.startswith("it cannot be written: ")
    assert told[2].reason == "another entry has its identifier"
