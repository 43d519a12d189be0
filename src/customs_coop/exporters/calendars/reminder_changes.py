"""When what is owed was last changed, and how often: by documents and by what is recorded."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from customs_coop.deadline import Deadline
from customs_coop.model import (
    ActionRef,
    DeadlineChange,
    IndicatorRef,
    Named,
    PlanRef,
    Subject,
)
from customs_coop.monitoring import (
    DueReport,
    DutyState,
    PlanState,
    Standing,
    StateItem,
    StateOfPlay,
    recorded_subject,
)

__all__ = ["Changes", "plan_of"]

# As of a plan of which no document and no period is known.
_NO_DAY: Final = dt.date(1970, 1, 1)
_DAY: Final = dt.timedelta(days=1)


class Changes:
    """What a state of play tells of when things changed.

    Args:
        state: The state of play.
        source_date: The day that takes the place of all others, or None.
    """

    def __init__(self, state: StateOfPlay, source_date: dt.date | None) -> None:
        self._state = state
        self._source_date = source_date
        self._days = {plan.id: _day_of(plan) for plan in reversed(state.plans)}

    def created(self, subject: object) -> dt.date | None:
        """The day of the plan to which something belongs; None for what belongs to none."""
        day = self._days.get(plan_of(subject))
        return None if day in (None, _NO_DAY) else self._source_date or day

    def of_report(self, owed: DueReport) -> tuple[int, dt.date]:
        """How often the day of a report was changed, and the day on which that was last said.

        A report that is late since a day is another one since then, for its line says so.
        """
        duty = owed.obligation
        own = [*self._chain(recorded_subject(duty), duty.deadline)]
        moved = [
            one for one in self._state.slippage if owed.event and _is_event(one.subject, owed.event)
        ]
        late = None
        if owed.state is DutyState.MISSING:
            late = owed.due
        elif owed.state is DutyState.POSSIBLY_MISSING:
            late = owed.earliest
        # A move of the event is recorded of the event, and of each deadline that hangs on it.
        return max(len(own), len(moved)), self._stamp(owed.subject, [*own, *moved], late)

    def of_item(self, item: StateItem) -> tuple[int, dt.date]:
        """How often the deadline of a thing was changed, and when that was last said of it."""
        own = [*self._chain(item.subject, item.deadline)]
        late = item.due if item.standing is Standing.OVERDUE else None
        if item.standing is Standing.POSSIBLY_OVERDUE:
            late = item.earliest or item.due
        sources = [] if item.source is None else [item.source.on]
        return len(own), max([self._stamp(item.subject, own, late), *self._kept(sources)])

    def _chain(
        self, subject: Subject | None, deadline: Deadline | None
    ) -> Iterator[DeadlineChange]:
        """The changes that led to a deadline, the last one first."""
        for change in reversed(self._state.slippage):
            if change.subject == subject and change.new == deadline:
                yield change
                deadline = change.old

    def _stamp(
        self, subject: object, changes: list[DeadlineChange], late: dt.date | None
    ) -> dt.date:
        if self._source_date is not None:
            return self._source_date
        # A change of which no day is known was made by the day of the review, or it were not there;
        # with an earlier one, the entry would be older than before the change.
        days = [one.on or self._state.on for one in changes]
        if late is not None and late < dt.date.max:
            days.append(late + _DAY)
        plan = self._days.get(plan_of(subject))
        known = list(self._days.values()) if plan is None else [plan]
        return max([*known, *days], default=_NO_DAY)

    def _kept(self, days: list[dt.date]) -> list[dt.date]:
        return [] if self._source_date is not None else days


def _is_event(subject: Subject, event: str) -> bool:
    return isinstance(subject, Named) and (subject.text, subject.kind) == (event, "event")


def plan_of(subject: object) -> str:
    """The id of the plan to which something belongs; empty for what belongs to none.

    Args:
        subject: What is asked about.
    """
    if isinstance(subject, IndicatorRef):
        return subject.action.plan
    return subject.plan if isinstance(subject, PlanRef | ActionRef) else ""


def _day_of(plan: PlanState) -> dt.date:
    """The day that stands for a plan, as `formats.provenance` has it for a dossier."""
    if plan.printed is not None:
        return plan.printed
    if plan.document is not None:
        return dt.date(plan.document.year, 1, 1)
    return _NO_DAY if plan.period is None else plan.period.start
