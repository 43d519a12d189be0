import datetime as dt

from customs_coop.formats.calendars import (
    CalendarEntry,
    EntryKind,
    OmissionKind,
    Relation,
    RelationKind,
)
from customs_coop.formats.calendars.relating import kept_relations

DAY = dt.date(2012, 6, 30)
PARENT, DEPENDS, STARTS = RelationKind


def entry(uid: str, *relations: Relation) -> CalendarEntry:
    return CalendarEntry(uid=uid, kind=EntryKind.TASK, summary=uid, stamp=DAY, relations=relations)


def test_parents_come_first_and_dependencies_only_when_asked_for() -> None:
    entries = (
        entry("a"),
        entry("b"),
        entry("c", Relation("a", DEPENDS), Relation("b"), Relation("d", STARTS, dt.timedelta(2))),
        entry("d"),
    )
    assert kept_relations(entries, "none") == ({}, ())
    assert kept_relations(entries, "rfc5545") == ({"c": (Relation("b"),)}, ())
    kept, omitted = kept_relations(entries, "rfc9253")
    assert [relation.uid for relation in kept["c"]] == ["b", "a", "d"]
    assert not omitted


def test_what_is_never_written_is_told() -> None:
    entries = (
        entry("a", Relation("b", DEPENDS), Relation("a", DEPENDS), Relation("x")),
        entry("b", Relation("a"), Relation("c"), Relation("a", STARTS)),
        entry("c"),
    )
    kept, omitted = kept_relations(entries, "rfc9253")
    assert kept == {"b": (Relation("a"),)}
    assert {one.kind for one in omitted} == {OmissionKind.RELATION}
    assert [(one.uid, one.reason) for one in omitted] == [
        ("a", "a relation to 'x', which is not in the calendar"),
        ("b", "a second parent"),
        ("a", "a second relation to 'b'"),
        ("a", "a relation to itself"),
        ("b", "a second relation to 'a'"),
    ]
