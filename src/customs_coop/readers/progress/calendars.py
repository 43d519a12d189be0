"""From the entries of calendars to reports on progress: only what somebody has changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.calendars import CalendarItem, EntryKind, EntryStatus, ReadCalendar
from customs_coop.formats.crosswalk import effective_status
from customs_coop.model import Dossier, ProgressReport, Status
from customs_coop.readers.progress.addresses import Holdings, Place, stated_address
from customs_coop.readers.progress.changes import (
    Change,
    change_of,
    changed_on,
    says_something,
)
from customs_coop.readers.progress.copies import entry_name, state_said, without_doubles
from customs_coop.readers.progress.joining import reports_of
from customs_coop.readers.progress.likely import Clues
from customs_coop.readers.progress.moved import moved_day
from customs_coop.readers.progress.reporting import (
    naming_hint,
    party_id,
    reporting_party,
    wholes_of,
)
from customs_coop.readers.progress.ticks import Placed, Read, Tick
from customs_coop.readers.progress.values import ProgressReading, TickedItem

__all__ = ["progress_of_calendars"]

_MOST_NAMED = 3


def progress_of_calendars(
    calendars: Sequence[tuple[str, ReadCalendar]],
    *,
    dossier: Dossier | None = None,
    party: str | None = None,
) -> ProgressReading:
    """Tell what somebody ticked off in calendars of plans.

    Args:
        calendars: What was read of each file, with the name of the file.
        dossier: The plans; an entry is found there by its identifier.
        party: The id or a name of the party that reports where an entry, or the dossier, does not
            name exactly one; None leaves such entries without a report.

    Returns:
        The reports, the findings and the entries that were changed.

    Raises:
        InvalidValueError: The party is blank, or the dossier has none of that name.
        TypeError: The party is no text.

    Example:
        >>> progress_of_calendars([]).reports
        ()
    """
    who = None if party is None else party_id(party, dossier)
    told = [one for source, read in calendars for one in _told_of_file(source, read)]
    reads = [Read(item, source) for source, read in calendars for item in read.items]
    wholes = wholes_of(dossier)
    standing_reads, doubles = without_doubles(reads, who, wholes)
    told += doubles
    holdings = None if dossier is None else Holdings(dossier)
    clues = None if holdings is None else Clues(holdings.occasions, {r.item.uid for r in reads})
    placed: list[Placed] = []
    for read in standing_reads:
        found = _placed(read, holdings, clues)
        if isinstance(found, Placed):
            placed.append(found)
        elif found is not None:
            told.append(found)
    if reads and not placed:
        told.append(_nothing_known(reads, dossier))
    ticks: list[Tick] = []
    for one in placed:
        told += _moved(one)
        ticks += _ticks(one, who, wholes, told)
    if calendars and not any(read.item.kind is EntryKind.TASK for read in reads):
        told += _without_tasks(reads, calendars, told)
    told += _without_party(ticks, dossier)
    if ticks and dossier is None:
        message = (
            "no dossier was handed in: an action counts as completed where all its entries in the"
            " calendar are"
        )
        told.append(diagnose("CC175", message, span=Span(source=ticks[0].placed.read.source)))
    reports, by_tick = reports_of(ticks, placed, holdings)
    known = frozenset(() if dossier is None else dossier.progress)
    for report in [one for one in reports if one in known]:
        message = f"the dossier has this report of {report.on} already"
        told.append(diagnose("CC175", message, subject=str(report.subject)))
    return ProgressReading(
        reports=tuple(one for one in reports if one not in known),
        report=Report(told),
        ticked=tuple(_with_report(one, by_tick.get(id(one)), known) for one in ticks),
    )


def _with_report(
    tick: Tick, report: ProgressReport | None, known: Collection[ProgressReport]
) -> TickedItem:
    return tick.item if report in known else attrs.evolve(tick.item, report=report)


def _told_of_file(source: str, read: ReadCalendar) -> Iterator[Diagnostic]:
    for remark in read.remarks:
        yield diagnose(remark.code, remark.message, span=Span(source=source))
    for fault in read.faults:
        span = Span(source=source, line=fault.line, path=fault.path)
        yield diagnose("CC169", fault.reason, subject=shortened(fault.uid), span=span)


def _placed(
    read: Read, holdings: Holdings | None, clues: Clues | None
) -> Placed | Diagnostic | None:
    """What an entry is of; a finding where that is not known and somebody changed it."""
    item = read.item
    place: Place | None
    if holdings is not None:
        place, missing = holdings.find(item), "no action of the dossier has its identifier"
    else:
        stated = stated_address(item)
        place = None if stated is None else Place(ref=stated, number=item.indicator)
        missing = "it does not say of which action it is"
    before = _exported(item)
    if before is None and place is not None:
        occasion = place.occasion
        missing = "nothing tells the status with which it was exported"
        before = None if occasion is None else effective_status(occasion.action, occasion.indicator)
    if place is not None and before is not None:
        return Placed(read=read, place=place, before=before)
    if not (says_something(item) if before is None else change_of(item, before) != Change()):
        return None
    hint = "hand in the dossier from which it was exported"
    if clues is not None:
        hint = clues.hint(item) if place is None else ""
    message = f"it is {state_said(item)}, and {missing}"
    return diagnose("CC170", message, subject=entry_name(item), span=read.span, hint=hint)


def _exported(item: CalendarItem) -> Status | None:
    return next((one for one in Status if one.value == item.exported_status), None)


def _moved(placed: Placed) -> Iterator[Diagnostic]:
    place = placed.place
    told = moved_day(placed.read.item, None if place.other_time else place.occasion)
    if told:
        hint = "the deadline stays as it is; change the plan if it is to move"
        span = placed.read.span
        yield diagnose("CC173", told, subject=placed.subject, span=span, hint=hint)


def _nothing_known(reads: Sequence[Read], dossier: Dossier | None) -> Diagnostic:
    count = len(reads)
    where = "that says so itself" if dossier is None else "of the dossier"
    message = (
        f"none of {count} entries is of a plan {where}"
        if count > 1
        else f"the only entry is not of a plan {where}"
    )
    return diagnose("CC175", message, span=Span(source=reads[0].source))


def _without_tasks(
    reads: Sequence[Read],
    calendars: Sequence[tuple[str, ReadCalendar]],
    told: Sequence[Diagnostic],
) -> Iterator[Diagnostic]:
    """That nothing could be ticked off there, unless what is told tells that already."""
    if {"CC169", "CC170", "CC173"}.isdisjoint(one.code for one in told):
        count = len(calendars)
        where = "it" if count == 1 else f"the {count} calendars"
        message = (
            f"there is no task in {where}: only tasks can be ticked off"
            if reads
            else f"there is no entry in {where}"
        )
        hint = "export the plan as tasks, and read the calendar in which these were kept"
        yield diagnose("CC175", message, span=Span(source=calendars[0][0]), hint=hint)


def _ticks(
    placed: Placed, who: str | None, wholes: Mapping[str, str], told: list[Diagnostic]
) -> Iterator[Tick]:
    """The change of an entry, if there is one; what is told of it is added."""
    read, place = placed.read, placed.place
    item = read.item
    change = change_of(item, placed.before)
    subject, span = placed.subject, read.span
    if change.doubt:
        hint = "export it as a task" if item.kind is EntryKind.EVENT else ""
        told.append(diagnose("CC173", change.doubt, subject=subject, span=span, hint=hint))
        return
    if change.status is None:
        if item.comments:
            message = (
                f"a comment was written on it and nothing changed: “{shortened(item.comments[0])}”"
            )
            told.append(diagnose("CC173", message, subject=subject, span=span))
        return
    if place.told:
        told.append(diagnose("CC175", place.told, subject=subject, span=span))
    if change.status is Status.OBSOLETE and item.status is EntryStatus.CANCELLED:
        message = "it was cancelled, which was taken as overtaken by events"
        told.append(diagnose("CC175", message, subject=subject, span=span))
    on = changed_on(item, change.status)
    if on is None:
        message = f"it is {change.status.value} now, and nothing tells since which day"
        told.append(diagnose("CC171", message, subject=subject, span=span))
    parties = item.parties
    if not parties and place.occasion is not None:
        parties = tuple(dict.fromkeys(one.party for one in place.occasion.action.responsible))
    party = reporting_party(parties, who, wholes)
    ticked = TickedItem(
        uid=item.uid,
        subject=place.ref,
        indicator=place.number,
        due=item.due,
        before=placed.before,
        status=change.status,
        percent=item.percent,
        on=on,
        text="\n".join(item.comments),
    )
    yield Tick(placed=placed, item=ticked, party=party, parties=parties)


def _without_party(ticks: Iterable[Tick], dossier: Dossier | None) -> Iterator[Diagnostic]:
    groups: dict[tuple[str, ...], list[Tick]] = {}
    for one in ticks:
        if one.party is None:
            groups.setdefault(one.parties, []).append(one)
    for parties, found in groups.items():
        named = shortened(", ".join(parties), 80)
        whose = f"{len(parties)} parties share it ({named})" if parties else "it names none"
        message = f"it is not known which party reports: {whose}{_like_it(found[1:])}"
        yield diagnose(
            "CC172",
            message,
            subject=found[0].placed.subject,
            span=found[0].placed.read.span,
            hint=naming_hint(parties, dossier),
        )


def _like_it(others: Sequence[Tick]) -> str:
    """The further entries of which the same is told; of many only the first."""
    if not others:
        return ""
    subjects = [*dict.fromkeys(one.placed.subject for one in others)]
    told = ", ".join(subjects[:_MOST_NAMED])
    more = ", ..." if len(subjects) > _MOST_NAMED else ""
    return f"; the same holds for {len(others)} more: {told}{more}"
