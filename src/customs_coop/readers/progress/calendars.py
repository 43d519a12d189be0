"""From the entries of calendars to reports on progress: only what somebody has changed."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, Report, Span, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.calendars import EntryKind, EntryStatus, ReadCalendar
from customs_coop.model import ActionRef, Dossier, PlanRef, ProgressReport, Status
from customs_coop.readers.progress.addresses import Holdings
from customs_coop.readers.progress.changes import DAY_HINT, change_of, changed_on, looks_done
from customs_coop.readers.progress.copies import comment_told, without_doubles
from customs_coop.readers.progress.doubts import doubtful_day, other_words
from customs_coop.readers.progress.joining import reports_of
from customs_coop.readers.progress.moved import moved_day
from customs_coop.readers.progress.owed import read_owed
from customs_coop.readers.progress.placing import placing_of
from customs_coop.readers.progress.recognising import recognised
from customs_coop.readers.progress.reporting import (
    naming_hint,
    party_id,
    reporting_party,
    wholes_of,
)
from customs_coop.readers.progress.ticks import Placed, Read, Tick, Unclaimed
from customs_coop.readers.progress.values import ProgressReading, TickedItem

__all__ = ["progress_of_calendars"]

_MOST_NAMED = 3


def progress_of_calendars(
    calendars: Sequence[tuple[str, ReadCalendar]],
    *,
    dossier: Dossier | None = None,
    party: str | None = None,
    on: dt.date | None = None,
) -> ProgressReading:
    """Tell what somebody ticked off in calendars of plans.

    Args:
        calendars: What was read of each file, with the name of the file.
        dossier: The plans; an entry is found there by its identifier.
        party: The id or a name of the party that reports where an entry, or the dossier, does not
            name exactly one; None leaves such entries without a report.
        on: The day of what was changed without a day; None leaves that without a report.

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
    holdings = None if dossier is None else Holdings(dossier)
    reads, replaced = recognised(reads, holdings)
    told += replaced
    standing_reads, doubles = without_doubles(reads, who, wholes)
    told += doubles
    placing = placing_of(standing_reads, dossier, holdings)
    told += placing.told
    ticks: list[Tick] = []
    for entry in placing.placed:
        told += _moved(entry)
        ticks += _ticks(entry, who, wholes, told, on)
    owed = [read_owed(read, asked, who, wholes, on) for read, asked in placing.owed]
    told += [finding for one in owed for finding in one.told]
    if calendars and not any(read.item.kind is EntryKind.TASK for read in reads):
        told += _without_tasks(reads, calendars, told)
    changed = [(one.placed.read, one.item) for one in ticks]
    for (read, _), one in zip(placing.owed, owed, strict=True):
        changed += [(read, ticked) for ticked in one.ticked]
    told += _doubtful_days(changed, dossier)
    unclaimed = [one.claim for one in ticks if one.party is None]
    told += _without_party([*unclaimed, *(one for each in owed for one in each.unclaimed)], dossier)
    if ticks and dossier is None:
        message = (
            "no dossier was handed in: an action counts as completed where all its entries in the"
            " calendar are"
        )
        told.append(diagnose("CC175", message, span=Span(source=ticks[0].placed.read.source)))
    reports, by_tick = reports_of(ticks, placing.placed, holdings)
    reports += [one.report for _, one in changed if one.report is not None]
    reports.sort(key=lambda one: one.on)
    known = frozenset(() if dossier is None else dossier.progress)
    for report in [one for one in reports if one in known]:
        message = f"the dossier has this report of {report.on} already"
        told.append(diagnose("CC175", message, subject=str(report.subject)))
    resting = {id(one.item): by_tick.get(id(one)) for one in ticks}
    places = {id(read): place for place, read in enumerate(standing_reads)}
    changed.sort(key=lambda pair: places[id(pair[0])])
    return ProgressReading(
        reports=tuple(one for one in reports if one not in known),
        report=Report(told),
        ticked=tuple(
            _with_report(one, resting.get(id(one), one.report), known) for _, one in changed
        ),
    )


def _doubtful_days(
    changed: Iterable[tuple[Read, TickedItem]], dossier: Dossier | None
) -> Iterator[Diagnostic]:
    periods = {} if dossier is None else {one.id: one.period for one in dossier.plans}
    for read, one in changed:
        plan = one.subject.plan if isinstance(one.subject, ActionRef | PlanRef) else None
        told = "" if one.on is None or plan is None else doubtful_day(one.on, periods.get(plan))
        if told:
            yield diagnose("CC175", told, subject=one.item, span=read.span)


def _with_report(
    item: TickedItem, report: ProgressReport | None, known: Collection[ProgressReport]
) -> TickedItem:
    return attrs.evolve(item, report=None if report in known else report)


def _told_of_file(source: str, read: ReadCalendar) -> Iterator[Diagnostic]:
    for remark in read.remarks:
        yield diagnose(remark.code, remark.message, span=Span(source=source))
    for fault in read.faults:
        span = Span(source=source, line=fault.line, path=fault.path)
        yield diagnose("CC169", fault.reason, subject=shortened(fault.uid), span=span)


def _moved(placed: Placed) -> Iterator[Diagnostic]:
    place = placed.place
    told = moved_day(placed.read.item, None if place.other_time else place.occasion)
    if told:
        hint = "the deadline stays as it is; change the plan if it is to move"
        span = placed.read.span
        yield diagnose("CC173", told, subject=placed.subject, span=span, hint=hint)


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
    placed: Placed,
    who: str | None,
    wholes: Mapping[str, str],
    told: list[Diagnostic],
    otherwise: dt.date | None,
) -> Iterator[Tick]:
    """The change of an entry, if there is one; what is told of it is added."""
    read, place = placed.read, placed.place
    item = read.item
    change = change_of(item, placed.before)
    subject, span = placed.subject, read.span
    if change.doubt:
        hint = "export it as a task" if item.kind is EntryKind.EVENT else ""
        is_lost = looks_done(item) and placed.before is not Status.COMPLETED
        code = "CC170" if is_lost else "CC173"
        told.append(diagnose(code, change.doubt, subject=subject, span=span, hint=hint))
        return
    if change.status is None:
        if item.comments:
            told.append(diagnose("CC173", comment_told(item), subject=subject, span=span))
        return
    if change.remark:
        told.append(diagnose("CC175", change.remark, subject=subject, span=span))
    if place.told:
        told.append(diagnose("CC175", place.told, subject=subject, span=span))
    words = "" if place.occasion is None else other_words(item, place.occasion)
    if words:
        hint = "look which of the two was done; a code that changed hands needs an origin"
        told.append(diagnose("CC175", words, subject=subject, span=span, hint=hint))
    if change.status is Status.OBSOLETE and item.status is EntryStatus.CANCELLED:
        message = "it was cancelled, which was taken as overtaken by events"
        told.append(diagnose("CC175", message, subject=subject, span=span))
    on = changed_on(item, change.status) or otherwise
    if on is None:
        message = f"it is {change.status.value} now, and nothing tells since which day"
        told.append(diagnose("CC171", message, subject=subject, span=span, hint=DAY_HINT))
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


def _without_party(unclaimed: Iterable[Unclaimed], dossier: Dossier | None) -> Iterator[Diagnostic]:
    groups: dict[tuple[str, ...], list[Unclaimed]] = {}
    for one in unclaimed:
        groups.setdefault(one.parties, []).append(one)
    for parties, found in groups.items():
        named = shortened(", ".join(parties), 80)
        whose = f"{len(parties)} parties share it ({named})" if parties else "it names none"
        message = f"it is not known which party reports: {whose}{_like_it(found[1:])}"
        yield diagnose(
            "CC172",
            message,
            subject=found[0].subject,
            span=found[0].span,
            hint=naming_hint(parties, dossier),
        )


def _like_it(others: Sequence[Unclaimed]) -> str:
    """The further entries of which the same is told; of many only the first."""
    if not others:
        return ""
    subjects = [*dict.fromkeys(one.subject for one in others)]
    told = ", ".join(subjects[:_MOST_NAMED])
    more = ", ..." if len(subjects) > _MOST_NAMED else ""
    return f"; the same holds for {len(others)} more: {told}{more}"
