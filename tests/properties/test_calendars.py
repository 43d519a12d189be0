"""Calendars of any words and days: what is written is legal, and is read back the same."""

import datetime as dt
import json
from collections import Counter
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import split_on_unescaped_comma, unescape_backslash

from customs_coop.formats.calendars import (
    Attendee,
    Calendar,
    CalendarEntry,
    Citation,
    EntryKind,
    EntryStatus,
    MonthEnds,
    OmissionKind,
    Relation,
    RelationKind,
    Relations,
    calendar_bytes,
    calendar_files,
    jcal_text,
    omissions,
)
from customs_coop.formats.calendars.lines import as_text, clean_line

_PIECES = st.sampled_from(
    [
        "Ελλάδα ",
        "\N{FAMILY}\u200d\N{GIRL}",
        "\N{REGIONAL INDICATOR SYMBOL LETTER B}",
        "e\u0301\u0323",
        "\r",
        "\r\n",
        "\n",
        "\x00",
        "\x1b",
        "\x85",
        "\u2028",
        "\ud800",
        "\ufffe",
        "\ufeff",
        "\\",
        "\\n",
        "\\N",
        '"',
        "^",
        "^n",
        "%2C",
        ";",
        ":",
        ",",
        " ",
        "\t",
        "BEGIN:VEVENT",
        "x" * 2000,
        "é" * 70,
        "\\" * 71,
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=6).map("".join)
_DAYS = st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2012, 6, 30)])
_UIDS = st.sampled_from(["a", "b", "c", "d", "e", "\\N", ""])
_RELATIONS = st.builds(Relation, _UIDS, st.sampled_from(RelationKind))
_ATTENDEES = st.builds(Attendee, _TEXTS, st.sampled_from(["a@example.org", "b"]) | _TEXTS)
_FEW = 2
_ENTRIES = st.builds(
    CalendarEntry,
    uid=_UIDS,
    kind=st.sampled_from(EntryKind),
    summary=_TEXTS,
    description=_TEXTS,
    start=st.sampled_from([None, None, dt.date.min, dt.date.max]) | _DAYS,
    day=_DAYS | st.none(),
    created=st.none() | _DAYS,
    stamp=_DAYS,
    status=st.sampled_from([None, None, EntryStatus.CANCELLED, *EntryStatus]),
    completed=st.none() | _DAYS,
    categories=st.lists(_TEXTS, max_size=_FEW).map(tuple),
    contacts=st.lists(_TEXTS, max_size=_FEW).map(tuple),
    organizer=st.none() | _ATTENDEES,
    attendees=st.lists(_ATTENDEES, max_size=_FEW).map(tuple),
    wording=_TEXTS,
    alarms=st.lists(st.timedeltas(), max_size=_FEW).map(tuple),
    relations=st.lists(_RELATIONS, max_size=3).map(tuple),
    links=st.lists(
        st.builds(Citation, _TEXTS, st.sampled_from(["a:b", None]) | _TEXTS), max_size=_FEW
    ).map(tuple),
    concepts=st.lists(_TEXTS, max_size=1).map(tuple),
    refids=st.lists(_TEXTS, max_size=1).map(tuple),
    rule=st.sampled_from([None, None, None, MonthEnds((6, 12), dt.date.max)]),
    color=st.none() | _TEXTS,
)
_CALENDARS = st.builds(
    Calendar,
    name=_TEXTS,
    description=_TEXTS,
    stamp=st.none() | _DAYS,
    entries=st.lists(_ENTRIES, max_size=4).map(tuple),
    feed_url=st.none() | st.just("https://example.org/"),
    color=st.none() | _TEXTS,
)
_SOME_RELATIONS: st.SearchStrategy[Relations] = st.sampled_from(("none", "rfc5545", "rfc9253"))


def read(content: bytes) -> Any:  # noqa: ANN401 - components answer to property names
    return icalendar.Calendar.from_ical(content)


def printed(text: str) -> str:
    """A text as it can be written, with the backslashes that are held back for the library."""
    return as_text(text).replace("\ufffe", "\\")


@given(_CALENDARS, _SOME_RELATIONS)
def test_any_calendar_is_legal(calendar: Calendar, relations: Relations) -> None:
    content = calendar_bytes(calendar, relations=relations)
    assert content == calendar_bytes(calendar, relations=relations)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        assert not set(line.decode()) & {"\n", "\r", "\x00", "\x1b", "\x85", "\u2028", "\ufffe"}
    whole = read(content)
    for component in whole.walk():
        assert component.errors == []
        assert set(component.required) <= set(component)
        for name in component.singletons:
            assert not isinstance(component.get(name), list), name
        assert not {"DUE", "DURATION"} <= set(component)
    written = {str(part["UID"]) for part in whole.subcomponents}
    refused = [one for one in omissions(calendar) if one.kind is OmissionKind.ENTRY]
    assert len(whole.subcomponents) + len(refused) == len(calendar.entries)
    pairs: Counter[frozenset[str]] = Counter()
    for part in whole.subcomponents:
        related = part.get("RELATED-TO", [])
        for other in related if isinstance(related, list) else [related]:
            assert str(other) in written - {str(part["UID"])}
            pairs[frozenset((str(other), str(part["UID"])))] += 1
    assert set(pairs.values()) <= {1}
    assert not (relations == "none" and pairs)


@given(_CALENDARS)
def test_any_words_are_read_back_the_same(calendar: Calendar) -> None:
    whole = read(calendar_bytes(calendar, relations="rfc9253"))
    name = clean_line(calendar.name)
    assert unescape_backslash(whole.get("X-WR-CALNAME", "")) == name
    by_uid: dict[str, CalendarEntry] = {}
    written = {str(part["UID"]) for part in whole.subcomponents}
    refused = [one.uid for one in omissions(calendar) if "another entry" not in one.reason]
    for entry in calendar.entries:
        by_uid.setdefault(entry.uid, entry)
    for part in whole.subcomponents:
        entry = by_uid[str(part["UID"])]
        if entry.uid in refused:
            continue  # a later one may have taken its place
        assert part.get("SUMMARY", "") == clean_line(entry.summary)
        expected = printed(entry.description)
        assert part.get("DESCRIPTION", "") == (expected if expected.strip() else "")
        wording = printed(entry.wording)
        found = unescape_backslash(part.get("X-CUSTOMS-COOP-WORDING", ""))
        assert found == (wording if wording.strip() else "")
        assert part.categories == [text for text in map(clean_line, entry.categories) if text]
        contacts = part.get("CONTACT", [])
        assert (contacts if isinstance(contacts, list) else [contacts]) == [
            text for text in map(clean_line, entry.contacts) if text.strip()
        ]
    assert written <= set(by_uid)


@given(_CALENDARS, _SOME_RELATIONS)
def test_folders_and_jcal_hold_the_same(calendar: Calendar, relations: Relations) -> None:
    whole = read(calendar_bytes(calendar, relations=relations))
    files = calendar_files(calendar, relations=relations)
    assert [read(content).subcomponents for content in files.values()] == [
        [part] for part in whole.subcomponents
    ]
    text = jcal_text(calendar, relations=relations)
    assert text == jcal_text(calendar, relations=relations)
    _, _, parts = json.loads(text.encode())
    kept = [{prop[0]: prop[3] for prop in part[1]} for part in parts]
    for part, properties in zip(whole.subcomponents, kept, strict=True):
        assert properties["uid"] == part["UID"]
        assert properties.get("summary", "") == part.get("SUMMARY", "")
        assert properties.get("description", "") == part.get("DESCRIPTION", "")


def test_a_value_of_several_words_is_split_where_they_end() -> None:
    entry = CalendarEntry(
        uid="a",
        kind=EntryKind.TASK,
        summary="a",
        stamp=dt.date(2012, 6, 30),
        categories=("a\\,b", "\\N,"),
    )
    content = calendar_bytes(Calendar(name="", entries=(entry,))).decode()
    (line,) = [line for line in content.split("\r\n") if line.startswith("CATEGORIES:")]
    assert split_on_unescaped_comma(line.removeprefix("CATEGORIES:")) == ["a\\,b", "\\N,"]
