"""Entries that stand in several files: copies of one, or what several parties have of one."""

from collections.abc import Iterable, Mapping, Sequence

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.calendars import CalendarItem, EntryKind
from customs_coop.readers.progress.reporting import reporting_party
from customs_coop.readers.progress.ticks import Read

__all__ = ["comment_told", "entry_name", "state_said", "without_doubles"]


def without_doubles(
    reads: Iterable[Read], who: str | None, wholes: Mapping[str, str]
) -> tuple[list[Read], list[Diagnostic]]:
    """The entries, each once for each party that reports on it: the last version of each.

    A calendar that was exported for a party names that party alone, so that of two of them each
    tells how far its own party is.

    Args:
        reads: The entries of all files.
        who: The party that reports where an entry does not name exactly one, or None.
        wholes: The body of which each party is a part.

    Returns:
        The entries that count, and what is told of copies in other states.
    """
    groups: dict[tuple[str, EntryKind, str], list[Read]] = {}
    for read in reads:
        item = read.item
        groups.setdefault((item.uid, item.kind, item.recurrence_id), []).append(read)
    found: list[Read] = []
    told: list[Diagnostic] = []
    for group in groups.values():
        several = _by_party(group, who, wholes) if len(group) > 1 else [group]
        found += [_last(copies, told) for copies in several]
    return found, told


def _by_party(
    group: Sequence[Read], who: str | None, wholes: Mapping[str, str]
) -> list[list[Read]]:
    """The copies of an entry that are of the same party."""
    parties = [_parties(read.item, who, wholes) for read in group]
    named = [one for one in dict.fromkeys(parties) if one]
    found: dict[tuple[str, ...], list[Read]] = {}
    for read, own in zip(group, parties, strict=True):
        # Servers drop what the export says: a copy without a party is of the only one there is.
        found.setdefault(named[0] if len(named) == 1 else own, []).append(read)
    return list(found.values())


def _parties(item: CalendarItem, who: str | None, wholes: Mapping[str, str]) -> tuple[str, ...]:
    one = reporting_party(item.parties, who, wholes) if item.parties else None
    return item.parties if one is None else (one,)


def _last(copies: Sequence[Read], told: list[Diagnostic]) -> Read:
    """The last version of an entry; what is told of the others is added."""
    last = copies[0]
    for read in copies[1:]:
        later, earlier = (
            (read, last) if _version(read.item) >= _version(last.item) else (last, read)
        )
        if _state(read.item) != _state(last.item):
            message = (
                f"it stands there twice in two states: {state_said(later.item)} counts, and"
                f" {state_said(earlier.item)} does not"
            )
            name = entry_name(read.item)
            told.append(diagnose("CC174", message, subject=name, span=earlier.span))
        last = later
    return last


def _version(item: CalendarItem) -> tuple[int, str]:
    times = [time.isoformat() for time in (item.last_modified, item.stamp) if time is not None]
    return item.sequence, max(times, default="")


def _state(item: CalendarItem) -> tuple[object, ...]:
    return item.status_text, item.percent, item.completed


def state_said(item: CalendarItem) -> str:
    """How far an entry is, in its own words.

    Args:
        item: The entry.
    """
    if item.status_text:
        return shortened(item.status_text, 40)
    if item.completed is not None:
        return "COMPLETED"
    return f"{item.percent} per cent done" if item.percent else "without a status"


def comment_told(item: CalendarItem) -> str:
    """That there is only a comment.

    Args:
        item: An entry with one.
    """
    return f"a comment was written on it and nothing changed: “{shortened(item.comments[0])}”"


def entry_name(item: CalendarItem) -> str:
    """What an entry is called in findings.

    Args:
        item: The entry.
    """
    return shortened(item.summary) or shortened(item.uid)
