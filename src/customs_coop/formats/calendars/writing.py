"""Calendars as of RFC 5545, RFC 7986 and RFC 9253: the same bytes every time."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from customs_coop.collector import collector_paused
from customs_coop.formats.calendars.components import component_of
from customs_coop.formats.calendars.entries import (
    Calendar,
    CalendarEntry,
    Omission,
    OmissionKind,
    Relation,
    stable_uid,
)
from customs_coop.formats.calendars.head import add_head, empty_calendar
from customs_coop.formats.calendars.lines import (
    as_duration,
    as_text,
    clean_line,
    restore_backslashes,
)
from customs_coop.formats.calendars.octets import enclosed, octets_of, written_properties
from customs_coop.formats.calendars.relating import Relations, kept_relations
from customs_coop.formats.calendars.rules import refusal

if TYPE_CHECKING:
    from icalendar import Event, Todo

__all__ = ["calendar_bytes", "calendar_files", "jcal_text", "omissions"]

_FILE_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@-]{0,99}")


def calendar_bytes(calendar: Calendar, *, relations: Relations = "rfc5545") -> bytes:
    """Write a calendar as one file.

    There is no METHOD, which would make it a message to somebody, and no clock is asked. What
    cannot be written is left out; `omissions` tells it.

    Args:
        calendar: The calendar.
        relations: "none", "rfc5545" (only parents) or "rfc9253" (also dependencies, links and
            concepts, which libical 3 and the programs that use it do not know).

    Returns:
        The content of an .ics file: UTF-8, lines of at most 75 octets ended by CR LF.
    """
    whole = empty_calendar()
    add_head(whole, calendar)  # what it leaves out is told by `omissions`
    entries = [item.octets for item in _built(calendar, relations).items]
    return enclosed(whole, [*written_properties(whole).values(), *entries])


def calendar_files(calendar: Calendar, *, relations: Relations = "rfc5545") -> dict[str, bytes]:
    """Write a calendar as files of one entry each, which is what a vdir holds.

    The name and the address of the calendar are in none of them: they belong to the folder.

    Args:
        calendar: The calendar.
        relations: As for `calendar_bytes`.

    Returns:
        The contents by file name: the identifier of the entry and ".ics".
    """
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    empty = empty_calendar()
    head = list(written_properties(empty).values())
    for item in _built(calendar, relations).items:
        name = item.entry.uid
        # Some file systems take capitals for small letters.
        if _FILE_NAME.fullmatch(name) is None or name.casefold() in taken:
            name = stable_uid(name)
        taken.add(name.casefold())
        files[f"{name}.ics"] = enclosed(empty, [*head, item.octets])
    return files


def jcal_text(calendar: Calendar, *, relations: Relations = "rfc5545") -> str:
    """Write a calendar as jCal (RFC 7265).

    Args:
        calendar: The calendar.
        relations: As for `calendar_bytes`.

    Returns:
        JSON with a line for each property, and a line feed at its end.
    """
    whole = empty_calendar()
    add_head(whole, calendar)
    for item in _built(calendar, relations).items:
        whole.add_component(item.component)
    lines = _jcal_lines(whole.to_jcal(), "")
    return restore_backslashes("\n".join(lines)) + "\n"


def omissions(calendar: Calendar, *, relations: Relations = "rfc5545") -> tuple[Omission, ...]:
    """What of a calendar the functions above leave out.

    Args:
        calendar: The calendar.
        relations: As for `calendar_bytes`.

    Returns:
        What is left out: first of the calendar, then of its entries in their order, and at last
        the relations.
    """
    built = _built(calendar, relations)
    return (*add_head(empty_calendar(), calendar), *built.omitted)


@attrs.define
class _Item:
    entry: CalendarEntry
    component: "Event | Todo"
    properties: dict[str, bytes]
    octets: bytes


@attrs.frozen
class _Built:
    items: tuple[_Item, ...]
    omitted: tuple[Omission, ...]


@collector_paused()  # the library makes no circles
def _built(calendar: Calendar, relations: Relations) -> _Built:
    found: dict[str, _Item] = {}
    omitted: list[Omission] = []
    for entry in calendar.entries:
        reason = "another entry has its identifier" if entry.uid in found else refusal(entry)
        if not reason:
            try:
                component, parts = component_of(entry, further=relations == "rfc9253")
                properties = written_properties(component)
                octets = octets_of(component, properties)
            except Exception as wrong:  # noqa: BLE001 - what one entry breaks must not end the file
                reason = f"it cannot be written: {clean_line(str(wrong)) or type(wrong).__name__}"
            else:
                found[entry.uid] = _Item(entry, component, properties, octets)
                omitted += parts
        if reason:
            omitted.append(Omission(entry.uid, OmissionKind.ENTRY, reason))
    kept, unrelated = kept_relations((item.entry for item in found.values()), relations)
    _relate(found, kept)
    return _Built(tuple(found.values()), (*omitted, *unrelated))


def _relate(found: Mapping[str, _Item], kept: Mapping[str, tuple[Relation, ...]]) -> None:
    from icalendar import vText

    for uid, relations in kept.items():
        item = found[uid]
        for relation in relations:
            parameters = {"RELTYPE": relation.kind.value}
            if relation.gap is not None:
                parameters["GAP"] = as_duration(relation.gap)
            item.component.add("RELATED-TO", vText(as_text(relation.uid)), parameters=parameters)
        item.octets = octets_of(item.component, item.properties)


def _jcal_lines(component: Any, margin: str) -> Iterator[str]:  # noqa: ANN401 - nested lists
    """A component of jCal: its name, its properties, and the components in it."""
    name, properties, parts = component
    yield f'{margin}["{name}", ['
    yield ",\n".join(f"{margin} {json.dumps(prop, ensure_ascii=False)}" for prop in properties)
    yield f"{margin}], ["
    if parts:
        yield ",\n".join("\n".join(_jcal_lines(part, f"{margin}  ")) for part in parts)
    yield f"{margin}]]"
