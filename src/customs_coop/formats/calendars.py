"""Calendars as of RFC 5545 and RFC 7986: dated entries in, the same bytes every time out."""

import datetime as dt
import enum
import uuid
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.formats.characters import replace_illegal

if TYPE_CHECKING:
    from icalendar import Event, Todo

__all__ = ["CalendarEntry", "EntryKind", "EntryStatus", "calendar_bytes", "stable_uid"]

_PRODID: Final = "-//customs_coop//Customs cooperation plans//EN"
# Never to be changed: all identifiers that calendars hold are derived from it.
_NAMESPACE: Final = uuid.UUID("6d5a8c7e-3b0f-5d0e-9a63-2f6d1c8b4e71")
_DAY: Final = dt.timedelta(days=1)


class EntryKind(enum.Enum):
    """What an entry is."""

    EVENT = "VEVENT"
    TASK = "VTODO"


class EntryStatus(enum.Enum):
    """The statuses of RFC 5545, section 3.8.1.11: the first three for tasks, the last for all."""

    NEEDS_ACTION = "NEEDS-ACTION"
    IN_PROCESS = "IN-PROCESS"
    COMPLETED = "COMPLETED"
    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@attrs.frozen(kw_only=True)
class CalendarEntry:
    """One day on which something is due, or one task that may have such a day.

    Args:
        uid: Its identifier, the same in every export.
        kind: An event or a task.
        summary: Its one line.
        description: Its text, with line breaks.
        day: The last acceptable day, or None for a task without one.
        stamp: The day on which the entry was last changed; never today.
        status: Its status.
        priority: 1 (high) to 9 (low), or None.
        categories: Words to sort by.
        contacts: The parties, as printed.
        confidential: Whether it is marked CLASS:CONFIDENTIAL.
        edtf: The deadline in ISO 8601-2, or empty.
        wording: The deadline as printed.
        alarm_days: How many days before the day a reminder is shown, or None.
    """

    uid: str
    kind: EntryKind
    summary: str
    description: str
    day: dt.date | None
    stamp: dt.date
    status: EntryStatus
    priority: int | None = None
    categories: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    confidential: bool = False
    edtf: str = ""
    wording: str = ""
    alarm_days: int | None = None


def stable_uid(key: str) -> str:
    """Make an identifier that is the same wherever and whenever it is made.

    Args:
        key: What the entry is, such as "AP1/5.1/0/0//events".

    Returns:
        A UUID of version 5.

    Example:
        >>> stable_uid("AP1/5.1") == stable_uid("AP1/5.1") != stable_uid("AP1/5.2")
        True
    """
    return str(uuid.uuid5(_NAMESPACE, replace_illegal(key)))


def calendar_bytes(
    entries: tuple[CalendarEntry, ...], *, name: str, description: str = ""
) -> bytes:
    """Write entries as one calendar.

    There is no METHOD, which would make it a message to somebody, and no clock is asked.

    Args:
        entries: The entries.
        name: The name of the calendar.
        description: What it holds; may be empty.

    Returns:
        The content of an .ics file: UTF-8, lines ended by CR LF.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    # RFC 7986 has NAME and DESCRIPTION; most programs still look for the older names. The library
    # does not know that these are texts, and would not escape them.
    for prop in ("NAME", "X-WR-CALNAME"):
        calendar.add(prop, vText(_line(name)))
    if description:
        for prop in ("DESCRIPTION", "X-WR-CALDESC"):
            calendar.add(prop, vText(_text(description)))
    for entry in entries:
        calendar.add_component(_component(entry))
    content: bytes = calendar.to_ical()
    return content


def _text(text: str) -> str:
    """A text as a property can hold it: a line break is a line feed, controls are replaced."""
    return replace_illegal(text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _component(entry: CalendarEntry) -> "Event | Todo":
    from icalendar import Event, Todo, vText

    component = Event() if entry.kind is EntryKind.EVENT else Todo()
    add = component.add
    stamp = dt.datetime(entry.stamp.year, entry.stamp.month, entry.stamp.day, tzinfo=dt.UTC)
    add("UID", entry.uid)
    add("DTSTAMP", stamp)
    add("SUMMARY", _line(entry.summary))
    add("STATUS", entry.status.value)
    if entry.kind is EntryKind.EVENT:
        add("TRANSP", "TRANSPARENT")
    if entry.status is EntryStatus.COMPLETED:
        # When it was completed is not known, so there is no COMPLETED property.
        add("PERCENT-COMPLETE", 100)
    if entry.confidential:
        add("CLASS", "CONFIDENTIAL")
    for contact in entry.contacts:
        add("CONTACT", _line(contact))
    for name, value in (
        ("DESCRIPTION", _text(entry.description)),
        ("PRIORITY", entry.priority),
        ("CATEGORIES", [_line(category) for category in entry.categories]),
        # Texts to RFC 5545, section 3.8.8.2, which the library would not escape by itself.
        ("X-CUSTOMS-COOP-EDTF", vText(_line(entry.edtf))),
        ("X-CUSTOMS-COOP-WORDING", vText(_line(entry.wording))),
    ):
        if value:
            add(name, value)
    if entry.day is not None:
        _add_day(component, entry.day, entry.kind)
        if entry.alarm_days is not None:
            _add_alarm(component, entry, entry.alarm_days)
    return component


def _add_day(component: "Event | Todo", day: dt.date, kind: EntryKind) -> None:
    if kind is EntryKind.TASK:
        component.add("DUE", day)
        return
    component.add("DTSTART", day)
    # The end is exclusive. The last day of all has no next one; an event without end has one day.
    if day < dt.date.max:
        component.add("DTEND", day + _DAY)


def _add_alarm(component: "Event | Todo", entry: CalendarEntry, days: int) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _line(entry.summary))
    # A task has no start to count from.
    related = {"RELATED": "END"} if entry.kind is EntryKind.TASK else {}
    alarm.add("TRIGGER", dt.timedelta(days=-days), parameters=related)
    alarm.add("UID", stable_uid(f"{entry.uid}/alarm"))
    component.add_component(alarm)
