"""Calendars that come back from programs and servers, sound or not."""

import datetime as dt
import json

import pytest

from customs_coop.formats.calendars import (
    Calendar,
    CalendarEntry,
    CalendarItem,
    EntryKind,
    EntryStatus,
    calendar_bytes,
    jcal_text,
    read_calendar,
)
from customs_coop.formats.files.refusal import RefusedFileError
from folded import every_case

ENTRY = CalendarEntry(
    uid="one",
    kind=EntryKind.TASK,
    summary="5.1 Train, and teach; É\\N",
    stamp=dt.date(2005, 12, 1),
    sequence=101,
    day=dt.date(2006, 6, 30),
    status=EntryStatus.COMPLETED,
    completed=dt.date(2006, 5, 31),
    item="AP1/5.1, new; \\old",
    indicator=2,
    parties=("CCWP", "A, B"),
    exported_status="partly completed",
)


def whole(*lines: str) -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode()


def task(*lines: str) -> list[str]:
    return ["BEGIN:VTODO", *lines, "END:VTODO"]


def faults(content: bytes) -> list[str]:
    return [fault.reason for fault in read_calendar(content).faults]


def test_what_is_written_is_read_in_either_form() -> None:
    calendar = Calendar(name="Plan", entries=(ENTRY,))
    (item,) = read_calendar(calendar_bytes(calendar)).items
    assert item == CalendarItem(
        uid="one",
        kind=EntryKind.TASK,
        summary=ENTRY.summary,
        status=EntryStatus.COMPLETED,
        status_text="COMPLETED",
        percent=100,
        completed=dt.datetime(2006, 5, 31, tzinfo=dt.UTC),
        last_modified=dt.datetime(2005, 12, 1, tzinfo=dt.UTC),
        stamp=dt.datetime(2005, 12, 1, tzinfo=dt.UTC),
        sequence=101,
        due=dt.date(2006, 6, 30),
        last_days=(dt.date(2006, 6, 30),),
        item=ENTRY.item,
        indicator=2,
        parties=ENTRY.parties,
        exported_status=ENTRY.exported_status,
        line=item.line,
    )
    (again,) = read_calendar(jcal_text(calendar).encode()).items
    assert (again.item, again.parties, again.summary) == (item.item, item.parties, item.summary)
    assert (again.completed, again.percent, again.due) == (item.completed, 100, item.due)
    assert again.path == "$[2][0]"


@every_case(
    ("kind", "lines", "days"),
    [
        ("VTODO", "DUE;VALUE=DATE:20060630", ["30"]),
        ("VTODO", "DUE:20060630T235959", ["30"]),
        ("VTODO", "DUE;TZID=Europe/Vienna:20060630T000000", ["30"]),
        # In Brussels, this is the midnight with which 30 June begins.
        ("VTODO", "DUE:20060629T220000Z", ["29", "30"]),
        ("VTODO", "DUE:20060630T110000Z", ["30", "29", "01"]),
        ("VTODO", "DUE:20060630T120000Z", ["30", "01"]),
        ("VTODO", "SUMMARY:x", []),
        ("VTODO", "DTSTART:20060629T080000Z\nDURATION:P1D", None),
        ("VTODO", "DUE:soon", None),
        ("VTODO", "DUE:00010101T000000Z", ["01"]),
        ("VEVENT", "DTSTART:20060630", ["30"]),
        ("VEVENT", "DTSTART:20060629\nDTEND:20060701", ["30"]),
        ("VEVENT", "DTSTART:20060630T090000\nDTEND:20060630T100000", ["30"]),
        ("VEVENT", "DTSTART:20060629T220000Z\nDTEND:20060630T220000Z", ["30", "01"]),
        ("VEVENT", "DTSTART:20060630\nDTEND:20060630", ["30"]),
        ("VEVENT", "DTSTART:20060630\nDTEND:later", None),
        ("VEVENT", "DTSTART:20060630\nDURATION:P2D", None),
    ],
)
def test_the_last_day_is_read_whatever_the_zone(
    kind: str, lines: str, days: list[str] | None
) -> None:
    content = whole(f"BEGIN:{kind}", "UID:1", *lines.split("\n"), f"END:{kind}")
    (item,) = read_calendar(content).items
    found = item.last_days
    assert (found if found is None else [f"{day:%d}" for day in found]) == days


def test_what_the_reading_of_days_adds_is_told_once() -> None:
    assert faults(whole(*task("UID:1", "DUE:20060630", "DUE:20060701"))) == [
        "DUE stands there with several values, of which the first counts"
    ]
    (item,) = read_calendar(
        whole(*task("UID:1", "RELATED-TO:2", "RELATED-TO;RELTYPE=CHILD:3"))
    ).items
    assert item.related == ("2", "3")


def test_lines_may_end_and_be_folded_in_any_way() -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:one\nSUMMARY:Caf\n é au\n\n\t lait\nEND:VTODO\n"
    text += "END:VCALENDAR\n"
    for content in (
        text.encode(),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        # Inside a character, and with a name in small letters.
        text.encode().replace(b"\xc3\xa9", b"\xc3\n \xa9").replace(b"SUMMARY", b"Summary"),
    ):
        read = read_calendar(content)
        assert [item.summary for item in read.items] == ["Café au lait"]
        assert read.faults == ()


def test_another_encoding_is_told() -> None:
    read = read_calendar(whole(*task("UID:1", "SUMMARY:Café")).decode().encode("cp1252"))
    assert [item.summary for item in read.items] == ["Café"]
    assert [remark.code for remark in read.remarks] == ["CC110"]
    with pytest.raises(RefusedFileError, match=r"byte 34 .* in line 4"):
        read_calendar(b"BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\n\x81")


def test_several_calendars_and_what_stands_in_none() -> None:
    content = whole(*task("UID:1")) + whole(*task("UID:2")) + "\n".join(task("UID:3")).encode()
    assert [item.uid for item in read_calendar(content).items] == ["1", "2", "3"]
    one = json.loads(jcal_text(Calendar(name="Plan", entries=(ENTRY,))))
    assert len(read_calendar(json.dumps([one, one]).encode()).items) == 2


def test_a_file_that_is_cut_off_says_so() -> None:
    lines = ["BEGIN:VCALENDAR", *task("UID:1"), *task("UID:2"), "END:VCALENDAR"]
    reasons = {}
    for count in range(1, len(lines) + 1):
        read = read_calendar("\n".join(lines[:count]).encode())
        assert len(read.faults) <= 1
        reasons[count] = [fault.reason for fault in read.faults]
    between, inside = (
        ["the file is cut off: its calendar has no end"],
        ["the file is cut off inside a VTODO"],
    )
    assert [*reasons.values()] == [
        *(between, inside, inside, between, inside, inside, between),
        [],
    ]


@every_case(
    "bad, reason",
    [
        (["BEGIN:VTODO", "UID:bad"], "a VTODO has no end of its own"),
        (["BEGIN:VEVENT", "UID:bad", "END:VTODO"], "a VEVENT has no end of its own"),
        (["BEGIN:VTODO", "BEGIN:VALARM", "END:VTODO"], "a VTODO has no end of its own"),
        (task("STATUS:COMPLETED"), "a VTODO has no identifier"),
        (task("UID: "), "a VTODO has no identifier"),
    ],
)
def test_one_bad_entry_spoils_no_other(bad: list[str], reason: str) -> None:
    for lines in (
        [*task("UID:1"), *bad, *task("UID:2")],
        [*bad, *task("UID:1"), *task("UID:2")],
        [*task("UID:1"), *task("UID:2"), *bad],
    ):
        read = read_calendar(whole(*lines))
        assert [item.uid for item in read.items] == ["1", "2"]
        assert [fault.reason for fault in read.faults] == [reason]


@every_case(
    "line, reason",
    [
        ("COMPLETED:yesterday", "COMPLETED is no time: 'yesterday'"),
        ("COMPLETED:20060231T000000Z", "COMPLETED is no time: '20060231T000000Z'"),
        ("PERCENT-COMPLETE:101", "PERCENT-COMPLETE is no number that can stand there: '101'"),
        ("PERCENT-COMPLETE:half", "PERCENT-COMPLETE is no number that can stand there: 'half'"),
        (
            "STATUS:COMPLETED\nSTATUS:CANCELLED",
            "STATUS stands there with several values, of which the first counts",
        ),
        ("no property", "a line is no property and left out"),
    ],
)
def test_a_bad_value_is_told_and_the_rest_is_read(line: str, reason: str) -> None:
    read = read_calendar(whole(*task("UID:1", *line.split("\n"), "SUMMARY:Train")))
    assert [fault.reason for fault in read.faults] == [reason]
    assert [fault.uid for fault in read.faults] == ["1"]
    assert [fault.line for fault in read.faults] == [2]
    (item,) = read.items
    assert (item.summary, item.percent, item.completed) == ("Train", None, None)


def test_parameters_escapes_and_alarms_are_no_values() -> None:
    (item,) = read_calendar(
        whole(
            *task(
                'SUMMARY;LANGUAGE="en:GB;x":Train\\, and\\nteach\\; or\\\\not',
                "DUE;VALUE=DATE:20060630",
                "COMPLETED;TZID=Europe/Brussels:20060601T010203",
                "BEGIN:VALARM",
                "UID:alarm",
                "SUMMARY:Alarm",
                "END:VALARM",
                "UID:1",
                "COMMENT:First",
                "COMMENT:Second",
                "RRULE:FREQ=DAILY",
                "STATUS: in-process",
            )
        )
    ).items
    assert (item.uid, item.summary) == ("1", "Train, and\nteach; or\\not")
    assert item.due == dt.date(2006, 6, 30)
    assert item.completed == dt.datetime(2006, 6, 1, 1, 2, 3, tzinfo=dt.UTC)
    assert item.comments == ("First", "Second")
    assert item.recurs
    assert item.status is EntryStatus.IN_PROCESS


def test_a_quotation_mark_that_is_never_closed_quotes_nothing() -> None:
    (item,) = read_calendar(whole(*task("UID:1", 'SUMMARY;X="a:Train'))).items
    assert item.summary == "Train"


def test_a_status_that_is_unknown_is_kept_as_written() -> None:
    (item,) = read_calendar(whole(*task("UID:1", "STATUS:Done"))).items
    assert (item.status, item.status_text) == (None, "DONE")


@every_case(
    "content, code",
    [
        (b"", "CC168"),
        (b"Dear all", "CC168"),
        (b"\0" * 99, "CC168"),
        (b"[", "CC168"),
        (b"[1, 2]", "CC168"),
        (b'["vcard", []]', "CC168"),
        (b"[" * 50_000, "CC168"),
        (b"BEGIN:VTODO\n" * 50_002, "CC185"),
        (b" " * 8_000_001, "CC185"),
        (b"BEGIN:VCALENDAR\n\x81", "CC111"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", None),
    ],
)
def test_what_is_no_calendar_is_refused(content: bytes, code: str | None) -> None:
    if code is None:
        assert read_calendar(content).items == ()
        return
    with pytest.raises(RefusedFileError) as refused:
        read_calendar(content)
    assert refused.value.code == code


@every_case(
    "part, reason",
    [
        ("7", "it is no component"),
        ('["vtodo"]', "a component has no list of properties"),
        ('["vtodo", [["uid", {}, "text"]]]', "a property is no list of four"),
        ('["vtodo", [["status", {}, "text", "COMPLETED"]], []]', "a VTODO has no identifier"),
    ],
)
def test_one_bad_component_of_jcal_spoils_no_other(part: str, reason: str) -> None:
    good = '["vtodo", [["uid", {}, "text", "1"], ["comment", {}, "unknown", "a\\\\,b"]], []]'
    read = read_calendar(f'["vcalendar", [], [{part}, {good}]]'.encode())
    assert [(item.uid, item.comments) for item in read.items] == [("1", ("a,b",))]
    assert [(fault.reason, fault.path) for fault in read.faults] == [(reason, "$[2][0]")]


def test_long_and_twisted_files_are_read_in_one_go() -> None:
    """Anything worse than linear would hang here."""
    assert read_calendar(whole() + b"\n \n" * 90_000).items == ()
    assert faults(whole("BEGIN:VTODO", *["BEGIN:X"] * 40_000, *["END:Y"] * 9))
    assert faults(whole(*task('UID;A="' + '":"' * 300_000)))
    assert faults(whole(*task("UID:1", *["STATUS:A", "STATUS:B"] * 9_000)))
    assert faults(whole(*task("UID:1", "COMMENT:" + "\\" * 300_000)))
