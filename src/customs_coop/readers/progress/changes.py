"""What the state of an entry says against the one with which it was exported."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.formats.calendars import CalendarItem, EntryKind, EntryStatus
from customs_coop.formats.crosswalk import TASK_STATUS
from customs_coop.model import Status

__all__ = [
    "DAY_HINT",
    "Change",
    "change_of",
    "changed_on",
    "looks_done",
    "says_something",
]

DAY_HINT: Final = 'name it: --on 2006-05-07, or on="2006-05-07" in Python'
"""How to give the day of what tells none itself."""

_MEANT: Final = {
    EntryStatus.NEEDS_ACTION: Status.OPEN,
    EntryStatus.IN_PROCESS: Status.ONGOING,
    EntryStatus.COMPLETED: Status.COMPLETED,
    EntryStatus.CANCELLED: Status.OBSOLETE,
}
_DONE: Final = 100
_DONE_WORDS: Final = ("COMPLETED", "DONE")  # the second is no status of RFC 5545, but meant so
_MIDNIGHT: Final = dt.time(0, 0, 0)


@attrs.frozen
class Change:
    """What was changed.

    Args:
        status: The status now; None where nothing was changed, or nothing is said of progress.
        doubt: What is not to be understood, in words, or empty.
        remark: That the properties contradict each other, and which of them counts; or empty.
    """

    status: Status | None = None
    doubt: str = ""
    remark: str = ""


def says_something(item: CalendarItem) -> bool:
    """Whether somebody may have changed an entry of which nothing tells how it was exported.

    Args:
        item: The entry.
    """
    is_begun = item.status in (
        EntryStatus.IN_PROCESS,
        EntryStatus.COMPLETED,
        EntryStatus.CANCELLED,
    )
    return is_begun or bool(item.percent) or item.completed is not None


def looks_done(item: CalendarItem) -> bool:
    """Whether somebody ticked off an entry, by whatever is said of it.

    Args:
        item: The entry.
    """
    says_done = item.status_text.upper() in _DONE_WORDS
    return says_done or item.percent == _DONE or item.completed is not None


def change_of(item: CalendarItem, before: Status) -> Change:
    """Tell what somebody changed.

    Where STATUS was changed, it decides: some programs leave an old PERCENT-COMPLETE behind.
    Where it was not, the others do: some programs change only them. Where one of them says
    otherwise, that is remarked.

    Args:
        item: The entry.
        before: The status with which it was exported.

    Example:
        >>> task = CalendarItem(uid="1", kind=EntryKind.TASK, status=EntryStatus.COMPLETED)
        >>> change_of(task, Status.OPEN).status, change_of(task, Status.COMPLETED).status
        (<Status.COMPLETED: 'completed'>, None)
    """
    if item.kind is EntryKind.EVENT:
        return _of_event(item, before)
    doubt = _doubt(item)
    if doubt:
        return Change(doubt=doubt)
    exported = TASK_STATUS[before]
    if item.status is not None and item.status is not exported:
        return _remarked(item, _MEANT[item.status])
    is_done = item.completed is not None or item.percent == _DONE
    if exported is EntryStatus.COMPLETED:
        return _of_completed(item, is_done=is_done)
    return _remarked(item, Status.COMPLETED) if is_done else Change(_begun(item, before))


def _remarked(item: CalendarItem, status: Status) -> Change:
    """A change of which it is told where a property says otherwise."""
    told = [*_against(item, status)]
    says = "say" if len(told) > 1 else "says"
    remark = f"{' and '.join(told)} {says} otherwise: it was taken as {status.value}"
    return Change(status, remark=remark if told else "")


def _against(item: CalendarItem, status: Status) -> Iterator[str]:
    """The properties that say otherwise than a status.

    Of what was cancelled, that much of it was done before contradicts nothing.
    """
    percent = item.percent
    if status is Status.COMPLETED:
        if item.status is EntryStatus.CANCELLED:
            yield f"STATUS {item.status.value}"
        if percent not in (None, _DONE):
            yield f"PERCENT-COMPLETE {percent}"
    elif status is not Status.OBSOLETE:
        is_said = percent == _DONE if status is Status.ONGOING else bool(percent)
        if is_said:
            yield f"PERCENT-COMPLETE {percent}"
        if item.completed is not None:
            yield f"COMPLETED {item.completed.date()}"


def _begun(item: CalendarItem, before: Status) -> Status | None:
    """The status of what is not completed, and whose STATUS was not changed."""
    exported = TASK_STATUS[before]
    if exported is EntryStatus.CANCELLED:
        return Status.OPEN if item.status is None else None
    if not item.percent:
        return None
    # Whatever it was called before, it is under way; what was so already stays.
    return before if exported is EntryStatus.IN_PROCESS else Status.ONGOING


def _doubt(item: CalendarItem) -> str:
    """Why a task cannot be understood, or an empty text."""
    if item.recurs or item.recurrence_id:
        told = "it was made to recur, and a round of it is not the whole"
        return told if says_something(item) else ""
    if item.status_text and item.status not in _MEANT:
        return f"no task has the status {item.status_text[:40]!r}"
    return ""


def _of_completed(item: CalendarItem, *, is_done: bool) -> Change:
    if item.status is None:
        # Thunderbird takes away all three properties where a tick is taken back.
        return Change() if is_done else _remarked(item, Status.OPEN)
    if item.percent not in (None, _DONE):
        return Change(doubt=f"it is completed, and {item.percent} per cent of it are done")
    return Change()


def _of_event(item: CalendarItem, before: Status) -> Change:
    if item.completed is not None or item.percent or item.status_text == "COMPLETED":
        told = "it is an event, and only a task can be completed (RFC 5545, section 3.6.1)"
        return Change(doubt=told)
    cancelled = item.status is EntryStatus.CANCELLED
    if cancelled and before is not Status.OBSOLETE:
        return Change(doubt="the event was cancelled, which says nothing of the work")
    if before is Status.OBSOLETE and not cancelled and item.status is not None:
        return Change(doubt="it is not cancelled any more, which says nothing of the work")
    return Change()


def changed_on(item: CalendarItem, status: Status) -> dt.date | None:
    """The day of a change.

    Entries are exported with midnight as the time of their last change, the same twice; such a
    time is not that of a change.

    Args:
        item: The entry.
        status: Its status now.

    Returns:
        The day of COMPLETED for what was completed, else that of LAST-MODIFIED or DTSTAMP, where
        these were changed; None where nothing tells it.
    """
    if status is Status.COMPLETED and item.completed is not None:
        return item.completed.date()
    for time, other in ((item.last_modified, item.stamp), (item.stamp, item.last_modified)):
        later = time is not None and other is not None and time > other
        if time is not None and (later or time.time() != _MIDNIGHT):
            return time.date()
    return None
