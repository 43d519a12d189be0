"""From entries that were changed to reports: on what each is of, and on what that closes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import attrs

from customs_coop.formats.calendars import CalendarItem, EntryKind
from customs_coop.model import ActionRef, IndicatorRef, ProgressReport, Status
from customs_coop.readers.progress.addresses import Holdings
from customs_coop.readers.progress.standing import Whole, known_whole, stated_whole
from customs_coop.readers.progress.ticks import Placed, Tick

__all__ = ["reports_of"]

_Numbers: TypeAlias = Mapping[int | None, Status]
"""How far an action is (None), and each of its indicators."""


@attrs.frozen
class _Dated:
    """A change of which the day and the party are known."""

    on: dt.date
    ref: ActionRef
    party: str
    tick: Tick


@attrs.frozen(kw_only=True)
class _Day:
    """What was changed on one day of one action, and how far that was before."""

    on: dt.date
    ref: ActionRef
    whole: Whole
    before: _Numbers

    def turned(self, number: int | None) -> bool:
        """Whether an indicator, or the action itself, was closed, or is so no longer."""
        before, now = self.before[number], self.whole.standing(number).status()
        return before is not now and (before.closed or now.closed)

    def report(
        self,
        party: str,
        number: int | None,
        status: Status,
        ticks: Iterable[Tick] = (),
        due: dt.date | None = None,
    ) -> ProgressReport:
        """A report with the comments on some entries."""
        return ProgressReport(
            party=party,
            subject=self.ref if number is None else IndicatorRef(self.ref, number),
            on=self.on,
            status=status,
            text="\n".join(dict.fromkeys(one.item.text for one in ticks if one.item.text)),
            due=due,
        )


def reports_of(
    ticks: Sequence[Tick], placed: Sequence[Placed], holdings: Holdings | None
) -> tuple[list[ProgressReport], dict[int, ProgressReport]]:
    """The reports that some entries give, day by day.

    Args:
        ticks: The entries that were changed.
        placed: All entries of which it is known what they are of.
        holdings: The entries of the dossier, or None without one.

    Returns:
        The reports, and which of them rests on which entry, by the `id` of its tick. The report on
        an action that the last of its entries closed rests on none alone.
    """
    dated = [
        _Dated(one.item.on, one.placed.place.ref, one.party, one)
        for one in ticks
        if one.item.on is not None and one.party is not None
    ]
    first: dict[ActionRef, int] = {}
    for each in dated:
        first.setdefault(each.ref, len(first))
    dated.sort(key=lambda each: (each.on, first[each.ref]))
    tasks: dict[ActionRef, list[tuple[CalendarItem, Status]]] = {}
    for entry in placed:
        if entry.read.item.kind is EntryKind.TASK:
            tasks.setdefault(entry.place.ref, []).append((entry.read.item, entry.before))
    wholes: dict[tuple[ActionRef, str], Whole] = {}
    reports: list[ProgressReport] = []
    by_tick: dict[int, ProgressReport] = {}
    for (on, ref), group in groupby(dated, key=lambda each: (each.on, each.ref)):
        by_party: dict[str, list[Tick]] = {}
        for each in group:
            by_party.setdefault(each.party, []).append(each.tick)
        for party, own in by_party.items():
            # What one party has done of an action, no other one has done by that.
            if (ref, party) not in wholes:
                occasion = own[0].placed.place.occasion
                wholes[ref, party] = (
                    stated_whole(_copies(tasks[ref], party))
                    if occasion is None or holdings is None
                    else known_whole(holdings.parts(occasion))
                )
            whole = wholes[ref, party]
            numbers = (None, *(one.item.indicator for one in own))
            before = {number: whole.standing(number).status() for number in numbers}
            for one in own:
                whole.change(one.item.uid, one.item.indicator, one.item.status)
            day = _Day(on=on, ref=ref, whole=whole, before=before)
            for report, rests in _of_party(day, party, own):
                reports.append(report)
                by_tick |= {id(tick): report for tick in rests}
    return reports, by_tick


def _copies(
    tasks: Iterable[tuple[CalendarItem, Status]], party: str
) -> list[tuple[CalendarItem, Status]]:
    """The tasks of an action, each once: of several copies that of the party."""
    chosen: dict[str, tuple[CalendarItem, Status]] = {}
    for item, before in tasks:
        if item.uid not in chosen or party in item.parties:
            chosen[item.uid] = (item, before)
    return list(chosen.values())


def _of_party(
    day: _Day, party: str, ticks: Sequence[Tick]
) -> Iterator[tuple[ProgressReport, Sequence[Tick]]]:
    """What one party reports on one day on one action, and the entries on which that rests."""
    by_number: dict[int | None, list[Tick]] = {}
    for one in ticks:
        by_number.setdefault(one.item.indicator, []).append(one)
    turned = day.turned(None)
    whole = day.whole.standing(None).status()
    for number, found in by_number.items():
        status = day.whole.standing(number).status()
        # What closes the action closes its indicators; that is said once.
        is_said = number is not None and turned and status is whole
        turns = day.turned(number) and not is_said
        dues = {id(one): day.whole.due(one.item.uid) for one in found}
        is_joint = turns or None in dues.values()
        named: dict[tuple[dt.date, Status], list[Tick]] = {}
        rest: list[Tick] = []
        for one in found:
            due = dues[id(one)]
            said = None if due is None else day.whole.on_its_day(one.item.uid)
            # Beside a report on the whole thing, one on a round that says otherwise would
            # contradict it.
            if due is None or said is None or (is_joint and said is not status):
                rest.append(one)
            else:
                named.setdefault((due, said), []).append(one)
        for (due, said), own in named.items():
            yield day.report(party, number, said, own, due), own
        if is_joint:
            yield day.report(party, number, status, rest), rest
    if turned and None not in by_number:
        yield day.report(party, None, whole), ()
