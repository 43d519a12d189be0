"""Whether the day of a thing has passed, for certain or by one reading of its words."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Due, Recurring, Relative
from customs_coop.model import Event, ProgressReport
from customs_coop.monitoring.events import EventNames, hanging_window, stated_window
from customs_coop.monitoring.owed.rounds import Round, rounds_of
from customs_coop.monitoring.reports.statements import status_said
from customs_coop.monitoring.states import Standing

__all__ = ["Clock", "Timing"]


@attrs.frozen(kw_only=True)
class Timing:
    """How a deadline stands on a day, as long as nothing closed it.

    Args:
        due: The last day by which it is due at the latest; of what recurs, that of the first
            round without a report that has passed, else of the next one. None where none is known.
        earliest: The first day by which it may have been due, where that is open, or None.
        standing: OVERDUE, POSSIBLY_OVERDUE or DUE; None where it is none of these.
        missed: How many rounds have passed without a report.
    """

    due: dt.date | None = None
    earliest: dt.date | None = None
    standing: Standing | None = None
    missed: int = 0


class Clock:
    """Tells how deadlines stand on one day.

    Args:
        on: The day.
        horizon: How far ahead of it a thing counts as due.
        events: The events on which deadlines may hang.
    """

    def __init__(self, on: dt.date, horizon: dt.timedelta, events: Iterable[Event]) -> None:
        self.on = on
        self.horizon = horizon
        self.events = EventNames(events)

    def timing(
        self, deadline: Deadline | None, period: Period | None, reports: Sequence[ProgressReport]
    ) -> Timing:
        """How a deadline stands.

        Args:
            deadline: The deadline, or None.
            period: The period of its plan, inside which rounds are counted, or None.
            reports: The reports that may answer a round, by their days.
        """
        if deadline is None:
            return Timing()
        if isinstance(deadline, Recurring):
            return self._recurring(deadline, period, reports)
        if isinstance(deadline, Relative) and deadline.anchor_date is None:
            event = self.events.meant(deadline)
            window = (None, None) if event is None else hanging_window(deadline, event.when)
            earliest, latest = window
            is_possible = earliest is not None and self.on > earliest
            is_over = latest is not None and self.on > latest
        else:
            earliest, latest = stated_window(deadline)
            stands = deadline.status_on(self.on)
            is_over = stands is Due.OVERDUE
            # What is due within a term of a known day is not late before its end.
            is_possible = stands is Due.POSSIBLY_OVERDUE and earliest is not None
        standing = self._said(latest, is_over=is_over, is_possible=is_possible)
        return Timing(due=latest, earliest=earliest, standing=standing)

    def names(self, deadline: Deadline | None, period: Period | None, day: dt.date) -> bool:
        """Whether a report that was asked for by a day was asked for by this deadline."""
        if isinstance(deadline, Recurring):
            return _named(self._rounds(deadline, period), day) is not None
        timing = self.timing(deadline, period, ())
        return day in (timing.earliest, timing.due)

    def finished(
        self, deadline: Deadline, period: Period | None, reports: Sequence[ProgressReport]
    ) -> ProgressReport | None:
        """The last report on the rounds of what recurs, where each round was said to be done.

        Args:
            deadline: The deadline.
            period: The period of its plan; without it nobody knows which round is the last.
            reports: The reports on it, by their days.

        Returns:
            The report; None for what does not recur, and while a round is left.
        """
        if not isinstance(deadline, Recurring) or period is None:
            return None
        last: dict[Round, ProgressReport] = {}
        rounds = self._rounds(deadline, period)
        for report in reports:
            named = _named(rounds, report.due)
            if named is None or status_said(report) is None:
                continue
            same_day = named in last and last[named].on == report.on
            if not same_day or _says_left(report):
                last[named] = report
        done = rounds and all(one in last and not _says_left(last[one]) for one in rounds)
        return max(last.values(), key=lambda one: one.on) if done else None

    def _said(self, due: dt.date | None, *, is_over: bool, is_possible: bool) -> Standing | None:
        if is_over:
            return Standing.OVERDUE
        if is_possible:
            return Standing.POSSIBLY_OVERDUE
        return Standing.DUE if self.is_near(due) else None

    def is_near(self, due: dt.date | None) -> bool:
        """Whether a day lies within the horizon."""
        return due is not None and dt.timedelta(0) <= due - self.on <= self.horizon

    def _rounds(self, deadline: Recurring, period: Period | None) -> tuple[Round, ...]:
        """The rounds of a plan whose days are known; without a period, those that are near.

        Nothing tells since when a thing recurs in a plan without a period.
        """
        window = period
        if window is None:
            first = min(self.on, deadline.first or self.on)
            ahead = min(self.horizon, dt.date.max - self.on)
            window = Period(first, self.on + ahead)
        return tuple(one for one in rounds_of(deadline, window) if one.due is not None)

    def _recurring(
        self, deadline: Recurring, period: Period | None, reports: Sequence[ProgressReport]
    ) -> Timing:
        rounds = self._rounds(deadline, period)
        if not rounds:
            # Nothing tells of which round; after the end of it all something may be left.
            is_over = deadline.until is not None and self.on > deadline.until and not reports
            standing = Standing.POSSIBLY_OVERDUE if is_over else None
            return Timing(due=deadline.until, standing=standing)
        done = _answered(rounds, reports)
        left = [one.due for one in rounds if one not in done and one.due is not None]
        missed = [day for day in left if day < self.on]
        if missed:
            certain = [day for day in missed if _is_left(day, reports)]
            return Timing(
                due=(certain or missed)[0],
                standing=Standing.OVERDUE if certain else Standing.POSSIBLY_OVERDUE,
                missed=len(missed),
            )
        following = left[0] if left else None
        return Timing(due=following, standing=Standing.DUE if self.is_near(following) else None)


def _named(rounds: Sequence[Round], day: dt.date | None) -> Round | None:
    """The round that is due on a day, or that reports about it."""
    if day is None:
        return None
    exact = (one for one in rounds if one.due == day)
    about = (one for one in rounds if one.period is not None and day in one.period)
    return next(exact, None) or next(about, None)


def _answered(rounds: Sequence[Round], reports: Sequence[ProgressReport]) -> frozenset[Round]:
    """The rounds that are answered: the one that a report names, else the first that had begun.

    A report that names its round and says that something is left does not answer it.
    """
    done: set[Round] = set()
    unnamed = []
    for report in reports:
        named = _named(rounds, report.due)
        if named is None:
            unnamed.append(report)
        elif not _says_left(report):
            done.add(named)
    for report in unnamed:
        begun = (
            one
            for one in rounds
            if one not in done and (one.period is None or one.period.start <= report.on)
        )
        first = next(begun, None)
        if first is not None and report.due is None:
            done.add(first)
    return frozenset(done)


def _says_left(report: ProgressReport) -> bool:
    status = status_said(report)
    return status is not None and not status.closed


def _is_left(day: dt.date, reports: Sequence[ProgressReport]) -> bool:
    """Whether the last word on a round, after its last day, is that something is left of it."""
    named = [report for report in reports if report.due == day and report.on > day]
    said = [report for report in named if status_said(report) is not None]
    return bool(said) and _says_left(said[-1])
