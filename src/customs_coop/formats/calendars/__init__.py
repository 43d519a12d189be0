"""Calendars as of RFC 5545, RFC 7265, RFC 7986 and RFC 9253."""

from customs_coop.formats.calendars.colors import as_color, near_colors
from customs_coop.formats.calendars.entries import (
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
    Role,
    stable_uid,
)
from customs_coop.formats.calendars.folder import folder_marks
from customs_coop.formats.calendars.reading import CalendarItem, ReadCalendar, read_calendar
from customs_coop.formats.calendars.relating import Relations
from customs_coop.formats.calendars.writing import (
    calendar_bytes,
    calendar_files,
    jcal_text,
    omissions,
)

__all__ = [
    "Attendee",
    "Calendar",
    "CalendarEntry",
    "CalendarItem",
    "Citation",
    "EntryKind",
    "EntryStatus",
    "MonthEnds",
    "Omission",
    "OmissionKind",
    "Participation",
    "ReadCalendar",
    "Relation",
    "RelationKind",
    "Relations",
    "Role",
    "as_color",
    "calendar_bytes",
    "calendar_files",
    "folder_marks",
    "jcal_text",
    "near_colors",
    "omissions",
    "read_calendar",
    "stable_uid",
]
