"""What stands in a calendar that comes back: the entries, as far as they can be read.

The library is not asked: it refuses a whole file for one bad line, and of an entry that comes back
only a dozen properties count.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

import attrs

from customs_coop.formats.calendars.content_lines import (
    Component,
    Fault,
    Property,
    components_of,
    decoded_lines,
)
from customs_coop.formats.calendars.entries import EntryKind, EntryStatus
from customs_coop.formats.calendars.json_lines import json_components, looks_like_json
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.files.encodings import decode
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Remark

__all__ = ["CalendarItem", "ReadCalendar", "read_calendar"]

_LONGEST: Final = 8_000_000  # bytes
_LONGEST_VALUE: Final = 100_000  # characters
_MOST: Final = 50_000  # components
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(?:\.\d{1,9})?Z?)?", re.ASCII | re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.0{1,9})?", re.ASCII)
_OWN: Final = "X-CUSTOMS-COOP-"
_WANTED: Final = frozenset(
    {
        *("UID", "SUMMARY", "STATUS", "PERCENT-COMPLETE", "COMPLETED", "LAST-MODIFIED", "DTSTAMP"),
        *("SEQUENCE", "RECURRENCE-ID", "RRULE", "RDATE", "COMMENT", "DUE", "DTSTART", "DTEND"),
        *("DURATION", "RELATED-TO"),
        *(f"{_OWN}{name}" for name in ("ITEM", "INDICATOR", "PARTY", "STATUS", "EDTF")),
    }
)
_SEVERAL: Final = frozenset({"COMMENT", "RDATE", "RRULE", "RELATED-TO", f"{_OWN}PARTY"})
# How far the local time of a place is from UTC, at most: Baker Island, and Kiritimati.
_BEHIND: Final = dt.timedelta(hours=12)
_AHEAD: Final = dt.timedelta(hours=14)
_DAY: Final = dt.timedelta(days=1)
_MIDNIGHT: Final = dt.time(0)


@attrs.frozen(kw_only=True)
class CalendarItem:
    """An entry of a calendar that came back.

    Times are those of UTC; one without a zone, or with a zone of its own, counts as written.

    Args:
        uid: Its identifier.
        kind: An event or a task.
        summary: Its one line.
        status: Its status, or None where it has none that RFC 5545 knows.
        status_text: Its status as written, or empty.
        percent: How far it is, 0 to 100, or None.
        completed: When it was completed, or None.
        last_modified: When it was last changed, or None.
        stamp: DTSTAMP, or None.
        sequence: How often it has changed.
        recurrence_id: Which of several rounds it is, as written, or empty.
        recurs: Whether it has a rule or a list of rounds.
        comments: What somebody wrote on it.
        due: The last day of a task, or the first of an event, or None.
        last_days: The last day; of a time in UTC also each day that it is elsewhere, behind that
            in UTC. Empty where it has none, None where that cannot be told.
        related: The identifiers of other entries to which it is related.
        item: The address of the action, such as "AP1/5.1", or empty.
        indicator: The number of the indicator from 1, or None.
        parties: The identifiers of the parties.
        exported_status: The status with which it was exported, or empty.
        edtf: The deadline with which it was exported, in ISO 8601-2, or empty.
        line: The line on which it begins, or None.
        path: Its JSON path, or empty.
    """

    uid: str
    kind: EntryKind
    summary: str = ""
    status: EntryStatus | None = None
    status_text: str = ""
    percent: int | None = None
    completed: dt.datetime | None = None
    last_modified: dt.datetime | None = None
    stamp: dt.datetime | None = None
    sequence: int = 0
    recurrence_id: str = ""
    recurs: bool = False
    comments: tuple[str, ...] = ()
    due: dt.date | None = None
    last_days: tuple[dt.date, ...] | None = ()
    related: tuple[str, ...] = ()
    item: str = ""
    indicator: int | None = None
    parties: tuple[str, ...] = ()
    exported_status: str = ""
    edtf: str = ""
    line: int | None = None
    path: str = ""


@attrs.frozen(kw_only=True)
class ReadCalendar:
    """What was read of a file.

    Args:
        items: The entries, in order.
        faults: What could not be read.
        remarks: What is told of the encoding.
    """

    items: tuple[CalendarItem, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_calendar(content: bytes) -> ReadCalendar:
    r"""Read the entries of a calendar: an iCalendar file, with one or more calendars, or jCal.

    One bad entry spoils no other: it is told and left out. So is a value that makes no sense.

    Args:
        content: The bytes of the file.

    Returns:
        The entries, and what could not be read.

    Raises:
        RefusedFileError: There is no calendar in the file (CC168), it is larger than any (CC185),
            or its bytes are no text (CC111).

    Example:
        >>> text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSTATUS:completed\nEND:VTODO\nEND:VCALENDAR"
        >>> read_calendar(text.encode()).items[0].status
        <EntryStatus.COMPLETED: 'COMPLETED'>
    """
    if len(content) > _LONGEST:
        raise RefusedFileError("CC185", f"the calendar has more than {_LONGEST} bytes")
    remarks: tuple[Remark, ...]
    found: list[Component | Fault] = []
    if looks_like_json(content):
        decoded = decode(content)
        remarks = decoded.remarks
        try:
            _collect(json_components(decoded.text.lstrip("\ufeff"), _WANTED), found)
        except ValueError as wrong:
            raise RefusedFileError("CC168", f"the file is no calendar in JSON: {wrong}") from wrong
    else:
        lines, remarks = decoded_lines(content)
        _collect(components_of(lines, _WANTED), found)
        if not found and not any(_begins(line) for _, line in lines):
            raise RefusedFileError("CC168", "no line of the file begins a calendar")
    items: list[CalendarItem] = []
    faults: list[Fault] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(attrs.evolve(one, uid=_clean(one.uid)[:200]))
        else:
            item, wrong_values = _item(one)
            items += [] if item is None else [item]
            faults += wrong_values
    return ReadCalendar(items=tuple(items), faults=tuple(faults), remarks=remarks)


def _begins(line: str) -> bool:
    return line.lstrip("\ufeff").strip().upper() == "BEGIN:VCALENDAR"


def _collect(parts: Iterable[Component | Fault], found: list[Component | Fault]) -> None:
    for one in parts:
        found.append(one)
        if len(found) > _MOST:
            raise RefusedFileError("CC185", f"the calendar has more than {_MOST} entries")


def _clean(text: str) -> str:
    return replace_illegal(text.replace("\r\n", "\n").replace("\r", "\n"))


def _text(one: Property) -> str:
    """The value of a text, without its escapes (RFC 5545, section 3.3.11)."""
    value = one.value
    if one.escaped and "\\" in value:
        value = _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return _clean(value).strip()


@attrs.define
class _Values:
    """The values of a component, and what is wrong with them."""

    component: Component
    uid: str = ""
    reasons: list[str] = attrs.Factory(list)
    by_name: dict[str, list[str]] = attrs.Factory(dict)

    def __attrs_post_init__(self) -> None:
        for one in self.component.properties:
            if len(one.value) > _LONGEST_VALUE:
                self.reasons.append(f"{one.name} has more than {_LONGEST_VALUE} characters")
                continue
            self.by_name.setdefault(one.name, []).append(_text(one))
        self.uid = self.text("UID")

    def text(self, name: str) -> str:
        found = [text for text in self.by_name.get(name, ()) if text]
        if name not in _SEVERAL and len(dict.fromkeys(found)) > 1:
            self.reasons.append(
                f"{name} stands there with several values, of which the first counts"
            )
        return found[0] if found else ""

    def written(self, name: str) -> str:
        """The same, and nothing is said of several values."""
        return next((text for text in self.by_name.get(name, ()) if text), "")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for text in self.by_name.get(name, ()) if text))

    def number(self, name: str, least: int, most: int) -> int | None:
        text = self.text(name)
        if not text:
            return None
        value = int(text.partition(".")[0]) if _NUMBER.fullmatch(text) else None
        if value is None or not least <= value <= most:
            self.reasons.append(f"{name} is no number that can stand there: {text[:40]!r}")
            return None
        return value

    def time(self, name: str) -> dt.datetime | None:
        text = self.text(name)
        if not text:
            return None
        match = _TIME.fullmatch(text)
        try:
            if match is not None:
                year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
                # A leap second is as good as the one before.
                return dt.datetime(year, month, day, hour, minute, min(second, 59), tzinfo=dt.UTC)
        except ValueError:
            pass
        self.reasons.append(f"{name} is no time: {text[:40]!r}")
        return None


def _last_days(
    values: _Values, kind: EntryKind, due: dt.datetime | None
) -> tuple[dt.date, ...] | None:
    """The days that may be meant as the last one of an entry."""
    written = values.written("DUE" if kind is EntryKind.TASK else "DTSTART")
    end = values.time("DTEND") if kind is EntryKind.EVENT else None
    if "DURATION" in values.by_name or ("DTEND" in values.by_name and end is None):
        return None
    if due is None:
        return None if written else ()
    last = due
    if end is not None and end > due:
        # The end of an event is the moment after it, and the day after its last day.
        written, last = values.written("DTEND"), end
        if end.time() == _MIDNIGHT:
            last = end - _DAY
    try:
        around = (last, last - _BEHIND, last + _AHEAD) if _is_utc(written) else (last,)
    except OverflowError:
        around = (last,)
    return tuple(dict.fromkeys(one.date() for one in around))


def _is_utc(written: str) -> bool:
    return written[-1:] in ("Z", "z")


def _item(component: Component) -> tuple[CalendarItem | None, list[Fault]]:
    values = _Values(component)
    if not values.uid:
        reason = f"a {component.kind} has no identifier"
        return None, [Fault(reason=reason, line=component.line, path=component.path)]
    word = values.text("STATUS").upper()
    status = next((one for one in EntryStatus if one.value == word), None)
    kind = EntryKind(component.kind)
    due = values.time("DUE" if kind is EntryKind.TASK else "DTSTART")
    item = CalendarItem(
        uid=values.uid,
        kind=kind,
        summary=values.text("SUMMARY"),
        status=status,
        status_text=word,
        percent=values.number("PERCENT-COMPLETE", 0, 100),
        completed=values.time("COMPLETED"),
        last_modified=values.time("LAST-MODIFIED"),
        stamp=values.time("DTSTAMP"),
        sequence=values.number("SEQUENCE", 0, 999_999_999) or 0,
        recurrence_id=values.text("RECURRENCE-ID"),
        recurs=any(name in values.by_name for name in ("RRULE", "RDATE")),
        comments=values.texts("COMMENT"),
        due=None if due is None else due.date(),
        last_days=_last_days(values, kind, due),
        related=values.texts("RELATED-TO"),
        item=values.text(f"{_OWN}ITEM"),
        indicator=values.number(f"{_OWN}INDICATOR", 1, 999_999_999),
        parties=values.texts(f"{_OWN}PARTY"),
        exported_status=values.text(f"{_OWN}STATUS"),
        edtf=values.text(f"{_OWN}EDTF"),
        line=component.line,
        path=component.path,
    )
    return item, [
        Fault(reason=reason, uid=values.uid[:200], line=component.line, path=component.path)
        for reason in values.reasons
    ]
