"""The parties and the documents of an entry, as far as somebody can be written to or linked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from customs_coop.formats.calendars.entries import (
    Attendee,
    CalendarEntry,
    EntryKind,
    Participation,
)
from customs_coop.formats.calendars.lines import as_line, as_mailto, as_parameter, as_uri, shown

if TYPE_CHECKING:
    from icalendar import Event, Todo

__all__ = ["add_documents", "add_parties"]

_ONLY_TASKS: Final = (Participation.IN_PROCESS, Participation.COMPLETED)


def add_parties(component: "Event | Todo", entry: CalendarEntry) -> Iterator[str]:
    """Add the organizer and the attendees.

    Args:
        component: The component of the entry.
        entry: The entry.

    Yields:
        Why one of them is left out.
    """
    from icalendar import vCalAddress

    seen: dict[str, None] = {}
    for attendee in (entry.organizer, *entry.attendees):
        if attendee is None:
            continue
        address = as_mailto(attendee.address)
        if address is None:
            yield f"{shown(attendee.address)} is no electronic mail address"
            continue
        named = {"CN": name} if (name := as_parameter(attendee.name)) else {}
        if attendee is entry.organizer:
            component.add("ORGANIZER", vCalAddress(address), parameters=named)
        elif address in seen:
            yield f"{address} is an attendee already"
        else:
            seen[address] = None
            component.add(
                "ATTENDEE", vCalAddress(address), parameters=named | _asked(attendee, entry.kind)
            )


def _asked(attendee: Attendee, kind: EntryKind) -> dict[str, str]:
    asked = {"CUTYPE": "GROUP", "ROLE": attendee.role.value, "RSVP": "FALSE"}
    how_far = attendee.participation
    if how_far is not None and not (kind is EntryKind.EVENT and how_far in _ONLY_TASKS):
        asked["PARTSTAT"] = how_far.value
    return asked


def add_documents(
    component: "Event | Todo", entry: CalendarEntry, *, further: bool
) -> Iterator[str]:
    """Add the address of an entry, its links, and what it is about.

    Args:
        component: The component of the entry.
        entry: The entry.
        further: Whether the properties of RFC 9253 are written, not only URL.

    Yields:
        Why one of them is left out.
    """
    from icalendar import vText, vUri

    places = [] if entry.url is None else [("", entry.url)]
    places += [(link.label, link.url) for link in entry.links if link.url is not None]
    first = True
    for place, (label, url) in enumerate(places):
        uri = as_uri(url)
        if uri is None:
            yield f"{shown(url)} is no URI"
            continue
        if first:
            # Also of a link: many programs drop LINK.
            component.add("URL", uri)
            first = False
        if further and (place or entry.url is None):
            component.add("LINK", vUri(uri), parameters=_link(label))
    if not further:
        return
    for concept in entry.concepts:
        uri = as_uri(concept)
        if uri is None:
            yield f"{shown(concept)} is no URI"
        else:
            component.add("CONCEPT", vUri(uri))
    for key in filter(None, map(as_line, entry.refids)):
        component.add("REFID", vText(key))


def _link(label: str) -> dict[str, str]:
    """The parameters of LINK (RFC 9253, section 8.2), which has no type of its own."""
    cleaned = as_parameter(label)
    named = {"LABEL": cleaned} if cleaned else {}
    return {"VALUE": "URI", "LINKREL": "describedby"} | named
