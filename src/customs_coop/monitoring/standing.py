"""How each thing of a plan stands on a day: what was said of it last, and its deadlines."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.graph import resolve
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    ProgressReport,
    Status,
    Subject,
)
from customs_coop.model.vocabulary import joint_status
from customs_coop.monitoring.awaiting import Waits
from customs_coop.monitoring.deliverables.chains import Deliverable
from customs_coop.monitoring.measures.measured import is_measured
from customs_coop.monitoring.measures.series import Series
from customs_coop.monitoring.parties.speaking import Speakers
from customs_coop.monitoring.reports.statements import (
    Reported,
    Stated,
    disputes,
    most_left,
)
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.timing import Clock, Timing

__all__ = ["Standings"]

_CLOSED: Final = {
    Status.COMPLETED: Standing.COMPLETED,
    Status.OBSOLETE: Standing.OBSOLETE,
    Status.DEFERRED: Standing.DEFERRED,
}
_UNDER_WAY: Final = (Status.ONGOING, Status.STANDING, Status.PARTLY_COMPLETED)


@attrs.frozen
class _Thing:
    """An action, or an indicator of it, in its plan."""

    plan: ActionPlan
    action: Action
    number: int | None = None

    @property
    def ref(self) -> ActionRef:
        return self.plan.ref(self.action)

    @property
    def subject(self) -> ActionRef | IndicatorRef:
        return self.ref if self.number is None else IndicatorRef(self.ref, self.number)

    @property
    def indicator(self) -> Indicator | None:
        return None if self.number is None else self.action.indicators[self.number - 1]

    @property
    def parts(self) -> tuple["_Thing", ...]:
        """The indicators of an action."""
        numbers = range(1, len(self.action.indicators) + 1) if self.number is None else ()
        return tuple(_Thing(self.plan, self.action, number) for number in numbers)


class Standings:
    """How the things of a dossier stand on a day.

    Args:
        dossier: The dossier as it was on the day, see `as_of`.
        on: The day.
        horizon: How far ahead of it a thing counts as due.
        members: The members of collectives, by the id of the collective.
        measured: What was measured of its quantitative indicators.
        passed: What its qualitative indicators ask for, and what was passed of it.
    """

    def __init__(
        self,
        dossier: Dossier,
        on: dt.date,
        horizon: dt.timedelta,
        *,
        members: Mapping[str, Sequence[str]] | None,
        measured: Iterable[Series],
        passed: Iterable[Deliverable],
    ) -> None:
        self.on = on
        self._series: dict[Subject, Series] = {one.indicator: one for one in measured}
        self._complete: dict[Subject, Deliverable] = {
            one.indicator: one for one in passed if one.shows_completion
        }
        self.meant = resolve(dossier)
        self.speakers = Speakers(dossier, members)
        self.reported = Reported(dossier.progress, self.speakers)
        self._clock = Clock(on, horizon, dossier.events)
        self._waits = Waits(dossier, on, self.meant, self.action_status)
        self._actions: dict[ActionRef, _Thing] = {}
        for plan in dossier.plans:
            for action in plan.actions:
                self._actions.setdefault(plan.ref(action), _Thing(plan, action))
        self._known: dict[ActionRef, Status] = {}
        self.conflicts: dict[ActionRef | IndicatorRef, tuple[ProgressReport, ...]] = {}

    def items(self, plan: ActionPlan) -> Iterator[StateItem]:
        """The items of a plan: each deadline, and what has none, in the order of the plan.

        An action is an item of its own where it has deadlines, or no indicators.
        """
        for action in plan.actions:
            whole = _Thing(plan, action)
            if action.deadlines or not action.indicators:
                for deadline in action.deadlines or (None,):
                    yield self._item(whole, deadline)
            for part, indicator in zip(whole.parts, action.indicators, strict=True):
                for deadline in indicator.deadlines or (None,):
                    yield self._item(part, deadline)

    def action_status(self, ref: ActionRef) -> Status | None:
        """How far an action is; None for one that the dossier does not have.

        An action without a deadline of its own is done when all its indicators are.
        """
        thing = self._actions.get(ref)
        if thing is None:
            return None
        if ref not in self._known:
            said = [self._said(part, None) for part in thing.parts]
            status = _of_parts(self._said(thing, None), said).status
            parts = [part.status for part in said]
            if parts and not thing.action.deadlines and all(part.closed for part in parts):
                status = joint_status(parts, status)
            self._known[ref] = status
        return self._known[ref]

    def action(self, ref: ActionRef) -> Action | None:
        """The action at an address; None where the dossier has none."""
        thing = self._actions.get(ref)
        return None if thing is None else thing.action

    def counted(self, item: StateItem) -> tuple[ProgressReport, ...]:
        """The reports on an item that come from those whose word counts for it."""
        action = self.action(item.action)
        return () if action is None else self.reported.counted(item.reports, action)

    def _item(self, thing: _Thing, deadline: Deadline | None) -> StateItem:
        action, indicator = thing.action, thing.indicator
        stated = self._stated(thing, deadline)
        reports = self._on(thing)
        heard = self.reported.counted(reports, action)
        timing = self._clock.timing(deadline, thing.plan.period, heard)
        is_open = stated.status not in _CLOSED
        waiting = self._waits.of(thing.ref, action, deadline, stated.status) if is_open else ()
        if stated.conflict:
            self.conflicts.setdefault(thing.subject, stated.conflict)
        statuses = {action.status, action.status if indicator is None else indicator.status}
        printed = statuses != {Status.OPEN} or bool(action.status_text)
        return StateItem(
            subject=thing.subject,
            title=action.title,
            text="" if indicator is None else indicator.text,
            work_area=action.work_area,
            objectives=action.objectives,
            parties=self.speakers.responsible(action),
            deadline=deadline,
            due=timing.due,
            earliest=timing.earliest,
            status=stated.status,
            source=stated.source,
            standing=_standing(stated.status, timing, is_waiting=bool(waiting)),
            waiting_on=waiting,
            reports=reports,
            measured=self._measured(thing, timing, stated.status),
            silent=not printed and not reports,
            status_text=action.status_text,
            missed=timing.missed if is_open else 0,
            printed=printed,
        )

    def _measured(self, thing: _Thing, timing: Timing, status: Status) -> bool | None:
        series = self._series.get(thing.subject)
        if series is None or status in (Status.OBSOLETE, Status.DEFERRED):
            return None
        period = thing.plan.period
        end = timing.due or (None if period is None else period.end)
        within = period
        if period is not None and timing.due is not None:
            within = Period(min(period.start, timing.due), max(period.end, timing.due))
        return is_measured(series, on=self.on, end=end, within=within)

    def _stated(self, thing: _Thing, deadline: Deadline | None) -> Stated:
        """How far an item is; of an action itself also by what was said of its indicators."""
        said = self._said(thing, deadline)
        parts = [self._said(part, None) for part in thing.parts]
        if said.source is not None or said.status in _CLOSED:
            return _of_parts(said, parts)
        if all(part.source is None for part in parts):
            return said
        # Nobody has reported on the action itself, so that something of it is left.
        statuses = [said.status, *(part.status for part in parts)]
        return attrs.evolve(said, status=joint_status(statuses, said.status))

    def _said(self, thing: _Thing, deadline: Deadline | None) -> Stated:
        """How far an action is said to be; or an indicator, by itself or with its whole action."""
        action, period = thing.action, thing.plan.period
        asked = self._asked(thing.ref, action.all_deadlines, deadline, period)
        whole = self.reported.stated(asked, action, action.status)
        indicator = thing.indicator
        if indicator is None:
            return self._through(thing, deadline, whole)
        asked = self._asked(thing.subject, indicator.deadlines, deadline, period)
        own = self.reported.stated(asked, action, indicator.status)
        sources = (own.source, whole.source) if disputes(own, whole) else ()
        conflict = dict.fromkeys((*own.conflict, *whole.conflict, *sources))
        told = tuple(one for one in conflict if one is not None)
        found = attrs.evolve(_of_both(own, whole), conflict=told)
        found = found if found.status in _CLOSED else self._passed(thing, found)
        return self._through(thing, deadline, found)

    def _through(self, thing: _Thing, deadline: Deadline | None, said: Stated) -> Stated:
        """The same; or completed, where what recurs was done in every round of the plan."""
        indicator = thing.indicator
        own = thing.action.deadlines if indicator is None else indicator.deadlines
        asked = own if deadline is None else (deadline,)
        recurs = bool(asked) and all(isinstance(one, Recurring) for one in asked)
        if not recurs or said.status in (*_CLOSED, Status.STANDING):
            return said
        voices = self.reported.voices(self._on(thing), thing.action)
        period = thing.plan.period
        last = [self._clock.finished(one, period, told) for one in asked for told in voices]
        found = max((one for one in last if one is not None), key=lambda one: one.on, default=None)
        if found is None or None in last or found.on <= said.on:
            return said
        return Stated(status=Status.COMPLETED, source=found, conflict=said.conflict)

    def _passed(self, thing: _Thing, said: Stated) -> Stated:
        """The same; or completed by the report after which every stage was passed."""
        indicator = thing.indicator
        if indicator is not None and any(isinstance(d, Recurring) for d in indicator.deadlines):
            return said  # a report on one round does not close the others
        deliverable = self._complete.get(thing.subject)
        last = None if deliverable is None else deliverable.steps[-1]
        if last is None or last.on is None or last.on < said.on:
            return said
        reports = (*self.reported.on(thing.subject), *self.reported.on(thing.ref))
        responsible = self.speakers.responsible(thing.action)
        for report in reports:
            is_last = report.stage is not None and report.on == last.on
            if is_last and self.speakers.speaks(report.party, responsible):
                return attrs.evolve(said, status=Status.COMPLETED, source=report)
        return said

    def _on(self, thing: _Thing) -> tuple[ProgressReport, ...]:
        """The reports on a thing by their days, those on the action of an indicator first."""
        own = self.reported.on(thing.subject)
        return own if thing.number is None else _by_day(self.reported.on(thing.ref), own)

    def _asked(
        self,
        subject: ActionRef | IndicatorRef,
        deadlines: Sequence[Deadline],
        deadline: Deadline | None,
        period: Period | None,
    ) -> tuple[ProgressReport, ...]:
        """The reports on a thing without those on one round, or on another deadline, alone.

        A report that says by which day it was asked for speaks of what is due on that day.
        """
        return tuple(
            report
            for report in self.reported.on(subject)
            if self._is_asked(report.due, deadlines, deadline, period)
        )

    def _is_asked(
        self,
        day: dt.date | None,
        deadlines: Sequence[Deadline],
        deadline: Deadline | None,
        period: Period | None,
    ) -> bool:
        """Whether a report that was asked for by a day speaks of a deadline as a whole."""
        if day is None:
            return True
        named = [one for one in deadlines if self._clock.names(one, period, day)]
        once = [one for one in named if not isinstance(one, Recurring)]
        if not once:
            return not named  # else it is of one round
        return deadline in once or (deadline is None and len(deadlines) == 1)


def _by_day(*groups: Sequence[ProgressReport]) -> tuple[ProgressReport, ...]:
    return tuple(sorted((one for group in groups for one in group), key=lambda one: one.on))


def _of_parts(said: Stated, parts: Sequence[Stated]) -> Stated:
    """How far an action is; where it was said to be done, but one of its parts not, is that one."""
    disputing = [part for part in parts if disputes(part, said)]
    if said.source is None or not disputing:
        return said
    reports = (*said.conflict, said.source, *(part.source for part in disputing))
    conflict = dict.fromkeys(one for one in reports if one is not None)
    return attrs.evolve(most_left(disputing), conflict=tuple(conflict))


def _of_both(own: Stated, whole: Stated) -> Stated:
    """How far an indicator is: as was said of it, unless its whole action was closed after that.

    What is printed of it holds where it is done, and where nothing was reported of the action. One
    that was closed before its action, or with it, stays as it was closed.
    """
    if own.source is not None and (own.on > whole.on or own.status.closed):
        return own
    if disputes(own, whole):
        return own
    if whole.status.closed:
        return whole
    if own.source is None:
        is_news = whole.source is not None and not own.status.closed
        return whole if is_news or own.status is Status.OPEN else own
    return whole if whole.status is Status.DEFERRED and not own.status.closed else own


def _standing(status: Status, timing: Timing, *, is_waiting: bool) -> Standing:
    closed = _CLOSED.get(status)
    if closed is not None:
        return closed
    if timing.standing is not None:
        return timing.standing
    if is_waiting or status is Status.AWAITING:
        return Standing.WAITING
    return Standing.ONGOING if status in _UNDER_WAY else Standing.OPEN
