"""One entry as a component of RFC 5545."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from customs_coop.formats.calendars.colors import as_color
from customs_coop.formats.calendars.details import add_documents, add_parties
from customs_coop.formats.calendars.entries import (
    CalendarEntry,
    EntryKind,
    EntryStatus,
    Omission,
    OmissionKind,
    stable_uid,
)
from customs_coop.formats.calendars.lines import (
    as_line,
    as_parameter,
    as_text,
    replaced_characters,
    shown,
)

if TYPE_CHECKING:
    from icalendar import Event, Todo

__all__ = ["component_of", "replaced", "utc"]

_DAY: Final = dt.timedelta(days=1)
_ZERO: Final = dt.timedelta(0)
_NAMED: Final = "SUMMARY"  # the only property that is in one language: others have labels as well


def component_of(
    entry: CalendarEntry, *, further: bool
) -> tuple["Event | Todo", tuple[Omission, ...]]:
    """Make the component of an entry that no rule forbids, without its relations.

    Args:
        entry: The entry.
        further: Whether the properties of RFC 9253 are written as well.

    Returns:
        The component, and what of the entry is not in it.
    """
    from icalendar import Event, Todo, vText

    component: Event | Todo = Event() if entry.kind is EntryKind.EVENT else Todo()
    component.add("UID", vText(as_text(entry.uid)))
    _add_history(component, entry)
    _add_words(component, entry)
    reasons = (
        *_add_state(component, entry),
        *_add_color(component, entry.color),
        *_add_days(component, entry),
        *add_parties(component, entry),
        *add_documents(component, entry, further=further),
    )
    return component, (
        *(Omission(entry.uid, OmissionKind.PART, reason) for reason in reasons),
        *replaced(entry.uid, _texts(entry), _parameters(entry)),
    )


def utc(day: dt.date) -> dt.datetime:
    """The beginning of a day, as most times of RFC 5545 are asked for.

    Args:
        day: The day.
    """
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def replaced(
    uid: str, texts: Iterable[str], parameters: Iterable[str] = ()
) -> tuple[Omission, ...]:
    """Tell how many characters of some texts are replaced, if any.

    Args:
        uid: Whose texts these are.
        texts: Values of properties.
        parameters: Values of parameters.
    """
    count = sum(replaced_characters(text, as_text(text)) for text in texts)
    count += sum(replaced_characters(text, as_parameter(text)) for text in parameters)
    if not count:
        return ()
    reason = f"{count} character{' is' if count == 1 else 's are'} replaced"
    return (Omission(uid, OmissionKind.CHARACTERS, reason),)


def _texts(entry: CalendarEntry) -> Iterator[str]:
    yield from (entry.summary, entry.description, entry.edtf, entry.wording, entry.item)
    yield from (*entry.categories, *entry.contacts, *entry.parties, *entry.refids)
    yield entry.exported_status


def _parameters(entry: CalendarEntry) -> Iterator[str]:
    for attendee in (entry.organizer, *entry.attendees):
        if attendee is not None:
            yield attendee.name
    for link in entry.links:
        yield link.label
    yield entry.language


def _language(entry: CalendarEntry) -> dict[str, str]:
    known = as_parameter(entry.language)
    return {"LANGUAGE": known} if known else {}


def _add_history(component: "Event | Todo", entry: CalendarEntry) -> None:
    from icalendar import vDDDTypes

    stamp = vDDDTypes(utc(entry.stamp))
    component.add("DTSTAMP", stamp)
    component.add("LAST-MODIFIED", stamp)
    if entry.created is not None:
        component.add("CREATED", utc(entry.created))
    component.add("SEQUENCE", entry.sequence)


def _add_words(component: "Event | Todo", entry: CalendarEntry) -> None:
    from icalendar import vCategory, vText

    found: dict[str, list[vText]] = {}
    for name, text in (
        (_NAMED, as_line(entry.summary)),
        ("DESCRIPTION", as_text(entry.description)),
        *(("CONTACT", as_line(contact)) for contact in entry.contacts),
        ("X-CUSTOMS-COOP-EDTF", as_line(entry.edtf)),
        ("X-CUSTOMS-COOP-WORDING", as_text(entry.wording)),
        ("X-CUSTOMS-COOP-ITEM", as_line(entry.item)),
        ("X-CUSTOMS-COOP-INDICATOR", "" if entry.indicator is None else str(entry.indicator)),
        *(("X-CUSTOMS-COOP-PARTY", as_line(party)) for party in entry.parties),
        ("X-CUSTOMS-COOP-STATUS", as_line(entry.exported_status)),
    ):
        # The library would not escape the texts whose names it does not know.
        if text.strip():
            parameters = _language(entry) if name == _NAMED else None
            found.setdefault(name, []).append(vText(text, params=parameters))
    for name, texts in found.items():
        # What `add` leaves there after it has looked at each of them in turn, which takes long.
        component[name] = texts if len(texts) > 1 else texts[0]
    if categories := [text for text in map(as_line, entry.categories) if text]:
        component.add("CATEGORIES", vCategory(categories))


def _add_state(component: "Event | Todo", entry: CalendarEntry) -> Iterator[str]:
    percent = entry.percent
    if entry.status is not None:
        component.add("STATUS", entry.status.value)
    if entry.kind is EntryKind.EVENT:
        # A deadline does not make anybody busy.
        component.add("TRANSP", "TRANSPARENT")
    elif entry.status is EntryStatus.COMPLETED and percent is None:
        percent = 100
    if percent is not None:
        component.add("PERCENT-COMPLETE", percent)
    if entry.priority is not None:
        component.add("PRIORITY", entry.priority)
    if entry.confidential:
        component.add("CLASS", "CONFIDENTIAL")
    if entry.completed is not None:
        if entry.status is EntryStatus.COMPLETED:
            component.add("COMPLETED", utc(entry.completed))
        else:
            yield "a day of completion of what is not completed"


def _add_color(component: "Event | Todo", color: str | None) -> Iterator[str]:
    from icalendar import vText

    name = None if color is None else as_color(color)
    if name is not None:
        component.add("COLOR", vText(name))
    elif color is not None:
        yield f"{shown(color)} is no colour of CSS"


def _add_days(component: "Event | Todo", entry: CalendarEntry) -> Iterator[str]:
    start, day = entry.start, entry.day
    if entry.kind is EntryKind.TASK:
        # DUE is the last day itself, and must come after DTSTART (RFC 5545, section 3.8.2.3).
        if start is not None and (day is None or start < day):
            component.add("DTSTART", start)
        if day is not None:
            component.add("DUE", day)
    elif day is not None:
        component.add("DTSTART", start or day)
        # The end is exclusive. The last day of all has no next one; without end it is one day.
        if day < dt.date.max:
            component.add("DTEND", day + _DAY)
    if entry.rule is not None:
        months = sorted(dict.fromkeys(entry.rule.months))
        component.add(
            "RRULE",
            {"FREQ": "MONTHLY", "BYMONTH": months, "BYMONTHDAY": -1, "UNTIL": entry.rule.until},
        )
    for alarm in dict.fromkeys(entry.alarms):
        if day is None:
            yield "a reminder of no day"
        elif alarm < _ZERO:
            yield "a reminder that would come afterwards"
        else:
            _add_alarm(component, entry, alarm)


def _add_alarm(component: "Event | Todo", entry: CalendarEntry, before: dt.timedelta) -> None:
    from icalendar import Alarm, vText

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    # Reminders must have words; the identifier is better than none.
    alarm.add(
        "DESCRIPTION", vText(as_line(entry.summary) or as_line(entry.item) or as_text(entry.uid))
    )
    related = {}
    trigger = -before
    if entry.kind is EntryKind.TASK:
        related["RELATED"] = "END"
    elif entry.start is not None and entry.day is not None and entry.start < entry.day:
        # The end of an event is the day after its last one.
        related["RELATED"] = "END"
        trigger -= _DAY
    alarm.add("TRIGGER", trigger, parameters=related)
    alarm.add("UID", stable_uid(f"{entry.uid}/alarm/{before // dt.timedelta(seconds=1)}"))
    component.add_component(alarm)
