"""What a calendar holds: its entries, and what stands in them."""

import datetime as dt
import enum
import uuid
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.characters import replace_illegal

__all__ = [
    "Attendee",
    "Calendar",
    "CalendarEntry",
    "Citation",
    "EntryKind",
    "EntryStatus",
    "MonthEnds",
    "Omission",
    "OmissionKind",
    "Participation",
    "Relation",
    "RelationKind",
    "Role",
    "stable_uid",
]

# Never to be changed: all identifiers that calendars hold are derived from it.
_NAMESPACE: Final = uuid.UUID("6d5a8c7e-3b0f-5d0e-9a63-2f6d1c8b4e71")
_WEEK: Final = dt.timedelta(days=7)


class EntryKind(enum.Enum):
    """What an entry is."""

    EVENT = "VEVENT"
    TASK = "VTODO"


class EntryStatus(enum.Enum):
    """The statuses of RFC 5545, section 3.8.1.11.

    The first three are for tasks, the next two for events, the last for both.
    """

    NEEDS_ACTION = "NEEDS-ACTION"
    IN_PROCESS = "IN-PROCESS"
    COMPLETED = "COMPLETED"
    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class Role(enum.Enum):
    """What an attendee is asked for: RFC 5545, section 3.2.16."""

    REQUIRED = "REQ-PARTICIPANT"
    OPTIONAL = "OPT-PARTICIPANT"
    INFORMED = "NON-PARTICIPANT"


class Participation(enum.Enum):
    """How far an attendee is: RFC 5545, section 3.2.12. The last two are for tasks only."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    IN_PROCESS = "IN-PROCESS"
    COMPLETED = "COMPLETED"


class RelationKind(enum.Enum):
    """How another entry is related: RFC 5545, section 3.2.15, and RFC 9253, sections 4 and 5."""

    PARENT = "PARENT"
    DEPENDS_ON = "DEPENDS-ON"
    FINISH_TO_START = "FINISHTOSTART"


@attrs.frozen
class Attendee:
    """A party that has an electronic mail address.

    Args:
        name: Its name, as printed.
        address: Its address, such as "customs@example.org"; "mailto:" before it is allowed.
        role: What it is asked for; of an organizer it is not written.
        participation: How far it is, or None if that is not known.
    """

    name: str
    address: str
    role: Role = Role.REQUIRED
    participation: Participation | None = None


def _only_in_time(relation: "Relation", _attribute: object, value: dt.timedelta | None) -> None:
    if value is not None and relation.kind is not RelationKind.FINISH_TO_START:
        raise InvalidValueError(f"a relation {relation.kind.value} has no gap")


@attrs.frozen
class Relation:
    """Another entry of the same calendar to which an entry is related.

    Args:
        uid: The identifier of the other.
        kind: PARENT: the other is the parent. DEPENDS_ON: this one depends on the other.
            FINISH_TO_START: the other starts when this one has finished.
        gap: How long after that it starts; only for FINISH_TO_START (RFC 9253, section 6.2).
    """

    uid: str
    kind: RelationKind = RelationKind.PARENT
    gap: dt.timedelta | None = attrs.field(default=None, validator=_only_in_time)


@attrs.frozen
class Citation:
    """A document that describes an entry.

    Args:
        label: How it is cited.
        url: Where it stands, or None; without it there is nothing to link to.
    """

    label: str
    url: str | None = None


@attrs.frozen
class MonthEnds:
    """The only rule of recurrence that all calendar programs read alike.

    Args:
        months: The months on whose last day the event takes place: 1 to 12.
        until: The last day on which it may.
    """

    months: tuple[int, ...]
    until: dt.date


@attrs.frozen(kw_only=True)
class CalendarEntry:
    """One day on which something is due, or one task that may have such a day.

    Args:
        uid: Its identifier, the same in every export.
        kind: An event or a task.
        summary: Its one line.
        language: The language of the one line, as RFC 5646 names it, or empty.
        description: Its text, with line breaks.
        start: The first day of an event of several days, or of a task; None for none.
        day: The last acceptable day, or None for a task without one.
        created: The day on which it first appeared, or None.
        stamp: The day on which it was last changed; never today.
        sequence: How often it has changed.
        status: Its status, or None.
        percent: How far a task is, 0 to 100, if known.
        completed: The day on which a task was completed, if known.
        priority: 1 (high) to 9 (low), or None.
        categories: Words to sort by.
        contacts: The parties, as printed.
        organizer: The responsible party, if its address is known.
        attendees: The other parties whose addresses are known.
        confidential: Whether it is marked CLASS:CONFIDENTIAL, which informs and protects nothing.
        edtf: The deadline in ISO 8601-2, or empty.
        wording: The deadline as printed.
        alarms: How long before the last acceptable day a reminder is shown.
        relations: The entries to which it is related.
        url: Where more is said of it; None for the first of the links.
        links: The documents that describe it.
        concepts: URIs of what it is about (RFC 9253, section 8.1).
        refids: Keys that it shares with others (RFC 9253, section 8.3).
        rule: The other days of an event, whose `day` is then the first of them.
        item: The address of the action, such as "AP1/5.1", or empty.
        indicator: The number of the indicator from 1, or None.
        parties: The identifiers of the parties.
        exported_status: The status in words, to tell later what somebody has changed.
        color: A colour by its CSS name, or None.
    """

    uid: str
    kind: EntryKind
    summary: str
    language: str = ""
    description: str = ""
    start: dt.date | None = None
    day: dt.date | None = None
    created: dt.date | None = None
    stamp: dt.date
    sequence: int = 0
    status: EntryStatus | None = None
    percent: int | None = None
    completed: dt.date | None = None
    priority: int | None = None
    categories: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    confidential: bool = False
    edtf: str = ""
    wording: str = ""
    alarms: tuple[dt.timedelta, ...] = ()
    relations: tuple[Relation, ...] = ()
    url: str | None = None
    links: tuple[Citation, ...] = ()
    concepts: tuple[str, ...] = ()
    refids: tuple[str, ...] = ()
    rule: MonthEnds | None = None
    item: str = ""
    indicator: int | None = None
    parties: tuple[str, ...] = ()
    exported_status: str = ""
    color: str | None = None


@attrs.frozen(kw_only=True)
class Calendar:
    """A calendar as of RFC 7986.

    Args:
        name: Its name.
        description: What it holds; may be empty.
        stamp: The day on which it was last changed, or None; never today.
        entries: Its entries, in the order in which they are written.
        feed_url: Where it can be subscribed to, or None.
        refresh: How often a subscriber looks for changes; of no meaning without `feed_url`.
        color: A colour by its CSS name, or None.
    """

    name: str
    description: str = ""
    stamp: dt.date | None = None
    entries: tuple[CalendarEntry, ...] = ()
    feed_url: str | None = None
    refresh: dt.timedelta | None = _WEEK
    color: str | None = None


class OmissionKind(enum.Enum):
    """What could not be written."""

    ENTRY = "entry"
    PART = "part"
    RELATION = "relation"
    CHARACTERS = "characters"


@attrs.frozen
class Omission:
    """What of an entry, or of a calendar, could not be written.

    Args:
        uid: The identifier of the entry; empty of the calendar as a whole.
        kind: What it is.
        reason: Why, in words.
    """

    uid: str
    kind: OmissionKind
    reason: str


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
