"""What a burn-down shows: the days on which things were closed, and those by which they had to."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Recurring
from customs_coop.errors import UnknownPlanError
from customs_coop.model import ProgressReport, Status
from customs_coop.monitoring import (
    CellState,
    Count,
    PlanState,
    Standing,
    StateItem,
    StateOfPlay,
)
from customs_coop.monitoring.matrix.columns import has_administrations
from customs_coop.monitoring.reports.statements import status_said

__all__ = ["Burn", "Closing", "burns_of"]

_LATE: Final = (Standing.OVERDUE, Standing.POSSIBLY_OVERDUE)
# A day far from the window would leave the window no room; it stands at the edge.
_REACH: Final = dt.timedelta(days=3 * 366)


@attrs.frozen
class Closing:
    """A thing that is closed.

    Args:
        day: The first day on which that is known.
        item: The thing.
        reported: Whether a report says so; else the day is that of a document, or of the review.
    """

    day: dt.date
    item: StateItem
    reported: bool


@attrs.frozen(kw_only=True)
class Burn:
    """The things of one plan in time.

    Args:
        plan: The plan.
        span: The time that is shown, in whole half-years.
        total: How many things there are.
        closings: Those that are closed, by their days.
        asked: The last days of those that have one, in order.
        late: How many are overdue, and possibly overdue.
        cells: Of the cells of the matrix on its items, without those that do not apply, those
            that are implemented.
    """

    plan: PlanState
    span: Period
    total: int
    closings: tuple[Closing, ...]
    asked: tuple[dt.date, ...]
    late: tuple[tuple[Standing, int], ...]
    cells: Count

    def open_on(self, day: dt.date) -> int:
        """How many were open at the end of a day."""
        return self.total - sum(one.day <= day for one in self.closings)

    def asked_on(self, day: dt.date) -> int:
        """How many may be open at the end of a day, by the deadlines; also those without any."""
        return self.total - sum(one <= day for one in self.asked)

    @property
    def undated(self) -> int:
        """How many have no day."""
        return self.total - len(self.asked)

    @property
    def closed(self) -> tuple[tuple[Standing, int], ...]:
        """How many are closed in which way."""
        standings = [one.item.standing for one in self.closings]
        return tuple((one, standings.count(one)) for one in Standing if one in standings)


def burns_of(state: StateOfPlay, name: str | None = None) -> tuple[Burn, ...]:
    """Gather what is shown of each plan.

    Args:
        state: The state of play.
        name: The id of one plan, or None for all.

    Raises:
        UnknownPlanError: The plan was not reviewed.
    """
    known = [plan.id for plan in state.plans]
    if name is not None and name not in known:
        raise UnknownPlanError(
            f"no plan {name!r} was reviewed; plans that were are {', '.join(known) or 'none'}"
        )
    return tuple(_burn(state, plan) for plan in state.plans if name in (None, plan.id))


def _burn(state: StateOfPlay, plan: PlanState) -> Burn:
    items = [item for item in state.items if item.action.plan == plan.id]
    closings = [_closing(item, plan, state.on) for item in items if not item.standing.open]
    standings = [item.standing for item in items]
    asked = [day for day in (_last_day(item, plan) for item in items) if day is not None]
    return Burn(
        plan=plan,
        span=_span(state, plan, [*asked, *(one.day for one in closings)]),
        total=len(items),
        closings=tuple(sorted(closings, key=lambda one: (one.day, not one.reported))),
        asked=tuple(sorted(asked)),
        late=tuple((one, standings.count(one)) for one in _LATE if one in standings),
        cells=_cells(state, {item.subject for item in items}),
    )


def _cells(state: StateOfPlay, subjects: Container[object]) -> Count:
    """What the matrix says of some items, where it has several administrations."""
    if len(state.matrix.parties) < 2 or not has_administrations(state):
        return Count(0, 0)
    cells = [one for one in state.matrix.cells if one.subject in subjects]
    concerned = [one for one in cells if one.state is not CellState.NOT_APPLICABLE]
    return Count(sum(one.state is CellState.IMPLEMENTED for one in concerned), len(concerned))


def _closing(item: StateItem, plan: PlanState, on: dt.date) -> Closing:
    if item.source is not None:
        return Closing(_closed_since(item, item.source), item, reported=True)
    printed = plan.printed
    return Closing(on if printed is None else min(printed, on), item, reported=False)


def _closed_since(item: StateItem, source: ProgressReport) -> dt.date:
    """The day of the first of the reports that say so one after the other, up to the last."""
    own = [
        one
        for one in item.reports
        if one.party == source.party and one.subject == source.subject and one.on <= source.on
    ]
    day = source.on
    for one in reversed(own):
        # A report may be open and close a thing, as where it tells the last stage.
        if one is not source and one != source and not _closes(one):
            break
        day = one.on
    return day


def _closes(report: ProgressReport) -> bool:
    said = status_said(report)
    return said is not None and (said.closed or said is Status.DEFERRED)


def _last_day(item: StateItem, plan: PlanState) -> dt.date | None:
    """The last day by which a thing has to be done; of what recurs, that of the last round."""
    deadline = item.deadline
    if not isinstance(deadline, Recurring):
        return item.due
    days = () if plan.period is None else deadline.last_days(within=plan.period)
    return days[-1] if days else deadline.until


def _span(state: StateOfPlay, plan: PlanState, days: Sequence[dt.date]) -> Period:
    ahead = state.on + min(state.horizon, dt.date.max - state.on)
    window = plan.period or Period(state.on, state.on)
    near = [window.start, window.end, *_near([*days, state.on, ahead], window)]
    first, last = min(near), max(near)
    start = dt.date(first.year, 1 if first.month <= 6 else 7, 1)
    end = dt.date(last.year, 6, 30) if last.month <= 6 else dt.date(last.year, 12, 31)
    return Period(start, end)


def _near(days: Iterable[dt.date], window: Period) -> Iterator[dt.date]:
    # By differences: a sum could lead out of the calendar.
    for day in days:
        if window.start - day <= _REACH and day - window.end <= _REACH:
            yield day
