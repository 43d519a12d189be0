import datetime as dt
import json
from typing import Any

import attrs
import icalendar

from customs_coop.formats.calendars import (
    Attendee,
    Calendar,
    CalendarEntry,
    Citation,
    EntryKind,
    EntryStatus,
    MonthEnds,
    Omission,
    OmissionKind,
    Participation,
    Relation,
    RelationKind,
    Relations,
    Role,
    calendar_bytes,
    calendar_files,
    jcal_text,
    omissions,
    stable_uid,
)
from folded import every_case

DAY = dt.date(2012, 6, 30)
STAMP = dt.date(2011, 11, 14)
EVENT = CalendarEntry(uid="e", kind=EntryKind.EVENT, summary="5.1 Try", day=DAY, stamp=STAMP)
TASK = attrs.evolve(EVENT, uid="t", kind=EntryKind.TASK)


def lines(*entries: CalendarEntry, relations: Relations = "rfc5545", **head: Any) -> list[str]:  # noqa: ANN401 - fields of a calendar
    calendar = attrs.evolve(Calendar(name="", entries=entries), **head)
    content = calendar_bytes(calendar, relations=relations)
    return content.decode().replace("\r\n ", "").split("\r\n")


def has(written: list[str], *names: str) -> list[str]:
    return [line for line in written if line.replace(":", ";").split(";")[0] in names]


def told(*entries: CalendarEntry, **head: Any) -> list[str]:  # noqa: ANN401 - as above
    return [
        one.reason for one in omissions(attrs.evolve(Calendar(name="", entries=entries), **head))
    ]


def test_the_calendar_as_a_whole() -> None:
    head: dict[str, Any] = {
        "name": "Plan; the\nfifth",
        "description": "All\r\ndeadlines",
        "stamp": STAMP,
        "color": "SteelBlue",
        "feed_url": "https://example.org/plan.ics",
    }
    assert lines(**head) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//customs_coop//Customs cooperation plans//EN",
        "CALSCALE:GREGORIAN",
        r"DESCRIPTION:All\ndeadlines",
        r"X-WR-CALDESC:All\ndeadlines",
        r"NAME:Plan\; the fifth",
        r"X-WR-CALNAME:Plan\; the fifth",
        "COLOR:steelblue",
        "LAST-MODIFIED:20111114T000000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:P7D",
        "SOURCE;VALUE=URI:https://example.org/plan.ics",
        "URL:https://example.org/plan.ics",
        "X-PUBLISHED-TTL:P7D",
        "END:VCALENDAR",
        "",
    ]


@every_case(
    ("head", "reason"),
    [
        ({"color": "#fff"}, "'#fff' is no colour of CSS"),
        ({"color": "reddish"}, "'reddish' is no colour of CSS"),
        ({"feed_url": "plan.ics"}, "'plan.ics' is no URI"),
        ({"feed_url": "a:b", "refresh": dt.timedelta(0)}, "nobody can look for changes that often"),
        ({"name": "a\x00", "description": "\x07\x08"}, "3 characters are replaced"),
    ],
)
def test_what_of_the_calendar_is_left_out(head: dict[str, Any], reason: str) -> None:
    assert told(**head) == [reason]
    assert not has(lines(**head), "COLOR", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE")[1:]


def test_nothing_is_said_of_a_feed_without_an_address() -> None:
    written = lines(refresh=dt.timedelta(days=1))
    assert not has(written, "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "URL", "METHOD")
    assert not has(lines(feed_url="a:b", refresh=None), "REFRESH-INTERVAL", "X-PUBLISHED-TTL")


@every_case(
    ("entry", "start", "day", "written"),
    [
        (EVENT, None, DAY, ["DTSTART;VALUE=DATE:20120630", "DTEND;VALUE=DATE:20120701"]),
        (EVENT, STAMP, DAY, ["DTSTART;VALUE=DATE:20111114", "DTEND;VALUE=DATE:20120701"]),
        (EVENT, None, dt.date.max, ["DTSTART;VALUE=DATE:99991231"]),
        (EVENT, None, dt.date.min, ["DTSTART;VALUE=DATE:00010101", "DTEND;VALUE=DATE:00010102"]),
        (TASK, STAMP, DAY, ["DTSTART;VALUE=DATE:20111114", "DUE;VALUE=DATE:20120630"]),
        (TASK, DAY, DAY, ["DUE;VALUE=DATE:20120630"]),
        (TASK, DAY, STAMP, ["DUE;VALUE=DATE:20111114"]),
        (TASK, STAMP, None, ["DTSTART;VALUE=DATE:20111114"]),
        (TASK, None, None, []),
    ],
)
def test_days(
    entry: CalendarEntry, start: dt.date | None, day: dt.date | None, written: list[str]
) -> None:
    found = lines(attrs.evolve(entry, start=start, day=day))
    assert has(found, "DTSTART", "DTEND", "DUE", "DURATION") == written
    assert has(found, "TRANSP") == ["TRANSP:TRANSPARENT"] * (entry is EVENT)


def test_the_rule_that_all_programs_read_alike() -> None:
    rule = MonthEnds((12, 6, 12), dt.date(2013, 12, 31))
    (written,) = has(lines(attrs.evolve(EVENT, rule=rule)), "RRULE")
    assert sorted(written.removeprefix("RRULE:").split(";")) == [
        "BYMONTH=6,12",
        "BYMONTHDAY=-1",
        "FREQ=MONTHLY",
        "UNTIL=20131231",
    ]


def test_the_history_of_an_entry() -> None:
    written = lines(attrs.evolve(EVENT, created=dt.date(2009, 1, 2), sequence=201))
    assert has(written, "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE") == [
        "DTSTAMP:20111114T000000Z",
        "SEQUENCE:201",
        "CREATED:20090102T000000Z",
        "LAST-MODIFIED:20111114T000000Z",
    ]
    assert has(lines(EVENT), "CREATED", "SEQUENCE") == ["SEQUENCE:0"]


@every_case(
    ("fields", "written"),
    [
        ({}, []),
        ({"status": EntryStatus.NEEDS_ACTION}, ["STATUS:NEEDS-ACTION"]),
        ({"percent": 0}, ["PERCENT-COMPLETE:0"]),
        ({"status": EntryStatus.COMPLETED}, ["PERCENT-COMPLETE:100", "STATUS:COMPLETED"]),
        (
            {"status": EntryStatus.COMPLETED, "percent": 90, "completed": DAY},
            ["COMPLETED:20120630T000000Z", "PERCENT-COMPLETE:90", "STATUS:COMPLETED"],
        ),
    ],
)
def test_how_far_a_task_is(fields: dict[str, Any], written: list[str]) -> None:
    task = attrs.evolve(TASK, **fields)
    assert has(lines(task), "STATUS", "PERCENT-COMPLETE", "COMPLETED") == written
    assert told(task) == []


def test_only_what_is_completed_has_a_day_of_completion() -> None:
    task = attrs.evolve(TASK, status=EntryStatus.IN_PROCESS, completed=DAY)
    assert not has(lines(task), "COMPLETED")
    assert told(task) == ["a day of completion of what is not completed"]


def test_words_are_escaped_and_their_backslashes_stay() -> None:
    entry = attrs.evolve(
        EVENT,
        summary=" a;\nb ",
        description="C:\\New\\n\r\nline, two\x00",
        categories=("x,y", " ", "\\N"),
        contacts=("A\nB", ""),
        edtf="2012-06",
        wording="by\nmid; 2012",
        item="AP5/5.1",
        indicator=2,
        parties=("BE", "FR"),
        exported_status="open",
        priority=1,
        confidential=True,
        color="red",
    )
    written = lines(entry)
    for line in (
        r"SUMMARY:a\; b",
        r"DESCRIPTION:C:\\New\\n\nline\, two" + "\ufffd",
        r"CATEGORIES:x\,y,\\N",
        "CONTACT:A B",
        "X-CUSTOMS-COOP-EDTF:2012-06",
        r"X-CUSTOMS-COOP-WORDING:by\nmid\; 2012",
        "X-CUSTOMS-COOP-ITEM:AP5/5.1",
        "X-CUSTOMS-COOP-INDICATOR:2",
        "X-CUSTOMS-COOP-PARTY:BE",
        "X-CUSTOMS-COOP-PARTY:FR",
        "X-CUSTOMS-COOP-STATUS:open",
        "PRIORITY:1",
        "CLASS:CONFIDENTIAL",
        "COLOR:red",
    ):
        assert written.count(line) == 1, line
    assert omissions(Calendar(name="", entries=(entry,))) == (
        Omission("e", OmissionKind.CHARACTERS, "1 character is replaced"),
    )


def test_only_the_summary_names_its_language() -> None:
    entry = attrs.evolve(EVENT, summary="Zöllner; alle", description="Wie", language="de-AT")
    written = lines(entry)
    assert r"SUMMARY;LANGUAGE=de-AT:Zöllner\; alle" in written
    assert "DESCRIPTION:Wie" in written
    calendar = Calendar(name="", entries=(entry,))
    assert ["summary", {"language": "de-AT"}, "text", "Zöllner; alle"] in json.loads(
        jcal_text(calendar)
    )[2][0][1]
    # Whatever a caller gives, the line stays one line.
    hostile = attrs.evolve(entry, language='x":\nBEGIN:VEVENT')
    assert calendar_bytes(Calendar(name="", entries=(hostile,))).count(b"\nBEGIN:VEVENT") == 1


def test_what_is_empty_is_not_written() -> None:
    bare = attrs.evolve(EVENT, summary=" ", wording="\n", categories=("",), contacts=(" ",))
    names = {line.replace(":", ";").split(";")[0] for line in lines(bare)}
    assert names == {
        *("BEGIN", "END", "", "VERSION", "PRODID", "CALSCALE", "UID", "SEQUENCE", "TRANSP"),
        *("DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"),
    }


def test_parties_with_addresses() -> None:
    fields: dict[str, Any] = {
        "organizer": Attendee('The "lead", é', "lead@example.org", Role.OPTIONAL),
        "attendees": (
            Attendee("A: b", "mailto:a@example.org", Role.INFORMED, Participation.IN_PROCESS),
            Attendee("", "b@example.org", participation=Participation.ACCEPTED),
            Attendee("Again", "a@example.org"),
            Attendee("Unknown", "somewhere"),
        ),
    }
    asked = "CUTYPE=GROUP;ROLE=NON-PARTICIPANT;RSVP=FALSE:mailto:a@example.org"
    lead = """ORGANIZER;CN="The ^'lead^', é":mailto:lead@example.org"""
    second = "CUTYPE=GROUP;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:b@example.org"
    assert has(lines(attrs.evolve(EVENT, **fields)), "ATTENDEE", "ORGANIZER") == [
        f'ATTENDEE;CN="A: b";{asked}',
        f"ATTENDEE;{second}",
        lead,
    ]
    # Only a task can be in process.
    task = has(lines(attrs.evolve(TASK, **fields)), "ATTENDEE", "ORGANIZER")
    assert task[0] == f'ATTENDEE;CN="A: b";{asked.replace(";ROLE", ";PARTSTAT=IN-PROCESS;ROLE")}'
    assert told(attrs.evolve(EVENT, **fields)) == [
        "mailto:a@example.org is an attendee already",
        "'somewhere' is no electronic mail address",
    ]


def test_documents_are_linked_and_the_first_of_them_is_the_address() -> None:
    fields: dict[str, Any] = {
        "links": (
            Citation("ST 1/97"),
            Citation('ST 2/97 "REV"', "https://example.org/2"),
            Citation("", "https://example.org/3"),
            Citation("ST 4/97", "4"),
        ),
        "concepts": ("https://example.org/concept", "none"),
        "refids": ("AP5", ""),
    }
    entry = attrs.evolve(EVENT, **fields)
    names = ("URL", "LINK", "CONCEPT", "REFID")
    assert has(lines(entry), *names) == ["URL:https://example.org/2"]
    assert has(lines(entry, relations="rfc9253"), *names) == [
        "CONCEPT:https://example.org/concept",
        """LINK;LABEL=ST 2/97 ^'REV^';LINKREL="describedby";VALUE=URI:https://example.org/2""",
        'LINK;LINKREL="describedby";VALUE=URI:https://example.org/3',
        "REFID:AP5",
        "URL:https://example.org/2",
    ]
    own = attrs.evolve(entry, url="https://example.org/own", links=fields["links"][1:2])
    assert has(lines(own, relations="rfc9253"), "URL") == ["URL:https://example.org/own"]
    assert len(has(lines(own, relations="rfc9253"), "LINK")) == 1
    assert told(entry) == ["'4' is no URI"]


def test_related_entries() -> None:
    entries = (
        attrs.evolve(EVENT, relations=(Relation("t"),)),
        attrs.evolve(
            TASK,
            relations=(
                Relation("u", RelationKind.FINISH_TO_START, dt.timedelta(days=14)),
                Relation("left out", RelationKind.DEPENDS_ON),
            ),
        ),
        attrs.evolve(TASK, uid="u"),
        attrs.evolve(TASK, uid="left out", percent=200),
    )
    assert not has(lines(*entries, relations="none"), "RELATED-TO")
    assert has(lines(*entries), "RELATED-TO") == ["RELATED-TO;RELTYPE=PARENT:t"]
    assert has(lines(*entries, relations="rfc9253"), "RELATED-TO") == [
        "RELATED-TO;RELTYPE=PARENT:t",
        "RELATED-TO;GAP=P14D;RELTYPE=FINISHTOSTART:u",
    ]


@every_case(
    ("entry", "alarms", "triggers"),
    [
        (EVENT, (30,), ["TRIGGER:-P30D"]),
        (EVENT, (7, 30, 7), ["TRIGGER:-P7D", "TRIGGER:-P30D"]),
        (TASK, (7,), ["TRIGGER;RELATED=END:-P7D"]),
        # a day more, because the event ends on the day after
        (attrs.evolve(EVENT, start=STAMP), (7,), ["TRIGGER;RELATED=END:-P8D"]),
        (attrs.evolve(EVENT, start=DAY), (7,), ["TRIGGER:-P7D"]),
        (attrs.evolve(TASK, day=None), (7,), []),
        (attrs.evolve(TASK, day=None, start=STAMP), (7,), []),
        (EVENT, (-1,), []),
    ],
)
def test_reminders(entry: CalendarEntry, alarms: tuple[int, ...], triggers: list[str]) -> None:
    entry = attrs.evolve(entry, alarms=tuple(dt.timedelta(days=days) for days in alarms))
    written = lines(entry)
    assert has(written, "TRIGGER") == triggers
    assert has(written, "ACTION", "DESCRIPTION") == ["ACTION:DISPLAY", "DESCRIPTION:5.1 Try"] * len(
        triggers
    )
    uids = has(written, "UID")
    assert len(uids) == len(set(uids)) == len(triggers) + 1
    assert len(told(entry)) == (not triggers)


def test_a_folder_has_one_file_an_entry() -> None:
    odd = attrs.evolve(TASK, uid="../a b")
    capital = attrs.evolve(TASK, uid="T")
    calendar = Calendar(name="All", entries=(EVENT, TASK, odd, capital))
    files = calendar_files(calendar)
    assert [*files] == [
        "e.ics",
        "t.ics",
        f"{stable_uid('../a b')}.ics",
        f"{stable_uid('T')}.ics",
    ]
    whole = icalendar.Calendar.from_ical(calendar_bytes(calendar))
    for content, component in zip(files.values(), whole.subcomponents, strict=True):
        (one,) = icalendar.Calendar.from_ical(content).subcomponents
        assert one == component
        assert b"X-WR-CALNAME" not in content


def test_jcal_is_the_same_calendar() -> None:
    entry = attrs.evolve(EVENT, summary="C:\\New", alarms=(dt.timedelta(days=1),))
    calendar = Calendar(name="All", entries=(entry, TASK), color="red")
    text = jcal_text(calendar)
    assert text.endswith("]]\n")
    name, head, parts = json.loads(text)
    assert (name, [part[0] for part in parts]) == ("vcalendar", ["vevent", "vtodo"])
    assert ["color", {}, "text", "red"] in head
    assert ["summary", {}, "text", "C:\\New"] in parts[0][1]
    assert ["dtstart", {}, "date", "2012-06-30"] in parts[0][1]
    assert parts[0][2][0][0] == "valarm"
    # What jCal tells of the types of X- properties is all that differs.
    again = icalendar.Calendar.from_jcal(text).to_ical().replace(b";VALUE=TEXT", b"")
    assert again == icalendar.Calendar.from_ical(calendar_bytes(calendar)).to_ical()
    assert json.loads(jcal_text(Calendar(name="")))[2] == []
