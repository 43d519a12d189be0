"""Which reports answer what is owed, and how that stands on a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from customs_coop.dates import as_date
from customs_coop.deadline import Relative
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, IndicatorRef, Obligation, PlanRef, ProgressReport, Subject
from customs_coop.model.link import Identity
from customs_coop.monitoring.duties import DueReport, DutyState

__all__ = ["HORIZON", "answered", "check_horizon", "is_about"]

HORIZON = dt.timedelta(90)
"""How far ahead of a day a thing counts as due, where nobody says otherwise."""

_Series: TypeAlias = list[int]
"""The places of the rounds of one obligation of one party."""


def answered(
    owed: Sequence[DueReport],
    reports: Iterable[ProgressReport],
    *,
    on: dt.date | str,
    horizon: dt.timedelta = HORIZON,
) -> tuple[DueReport, ...]:
    """Find the reports that answer what is owed, and tell how each stands on a day.

    A report answers an obligation of the same party about the same thing, and one that names
    nobody, whoever sends it; one on an action or an
    indicator also answers for the plan or the action to which that belongs. Of several rounds it
    answers the one that its `due` names, else the earliest one that had begun on its day and has
    no answer yet; where all those have one, it adds to the last of them. What has no day is only
    answered by what answers no dated round of the same party about the same thing. What sums up
    the actions of a plan is answered by a report on the plan, else once all of these are.

    Args:
        owed: What is owed, see `due_reports`; answers and states that it has are found anew.
        reports: The reports that came; those of a later day do not count.
        on: The day that is asked about.
        horizon: How far ahead of it a report counts as due.

    Returns:
        The same, in the same order, with `answers` and `state`. A report is only missing where
        its last day has certainly passed. It is possibly missing after `earliest` where it hangs
        on an event, else from `earliest` on, as in `Deadline.status_on`.

    Example:
        >>> from customs_coop.deadline import By
        >>> item = ActionRef("AP1", "5.1")
        >>> duty = Obligation(text="Report", party="CCWP", subject=item, deadline=By("2006-03-31"))
        >>> due = dt.date(2006, 3, 31)
        >>> owed = DueReport(obligation=duty, party="CCWP", subject=item, due=due)
        >>> answered([owed], [], on="2006-04-01")[0].state.value
        'missing'
        >>> came = ProgressReport(party="CCWP", subject=item, on="2006-04-10")
        >>> answered([owed], [came], on="2006-05-01")[0].state.value
        'sent late'
    """
    day = as_date(on)
    came = sorted((one for one in reports if one.on <= day), key=lambda one: one.on)
    answers = _Answers(owed)
    for report in came:
        answers.take(report)
    return tuple(
        _stated(one, found, complete, day, horizon)
        for one, found, complete in zip(owed, *answers.found(), strict=True)
    )


def check_horizon(horizon: dt.timedelta) -> None:
    """Check how far ahead of a day a thing is to count as due.

    Raises:
        InvalidValueError: It is below zero, or no number of whole days.
        TypeError: It is no timedelta.

    Example:
        >>> check_horizon(HORIZON)
    """
    if not isinstance(horizon, dt.timedelta):
        raise TypeError(f"the horizon is a timedelta, not {type(horizon).__name__}")
    if horizon < dt.timedelta(0) or horizon != dt.timedelta(days=horizon.days):
        raise InvalidValueError(f"the horizon is a number of whole days from 0 on, not {horizon}")


def is_about(subject: Subject, asked: Identity) -> bool:
    """Whether a report on something is one on what is asked about.

    Example:
        >>> is_about(ActionRef("AP5", "5.9"), PlanRef("AP5"))
        True
        >>> is_about(PlanRef("AP5"), ActionRef("AP5", "5.9"))
        False
    """
    return asked in _wholes(subject)


def _wholes(subject: Subject) -> tuple[Subject, ...]:
    """A subject, and what it is a part of: the action of an indicator, the plan of an action."""
    if isinstance(subject, IndicatorRef):
        return subject, *_wholes(subject.action)
    return (subject, PlanRef(subject.plan)) if isinstance(subject, ActionRef) else (subject,)


@attrs.frozen
class _Key:
    """What the rounds of one obligation of one party have in common."""

    obligation: Obligation
    party: str | None
    to: str | None
    subject: Identity


class _Answers:
    """Who has answered what, report by report in the order of their days."""

    def __init__(self, owed: Sequence[DueReport]) -> None:
        self.owed = owed
        self.answers: list[list[ProgressReport]] = [[] for _ in owed]
        series: dict[_Key, _Series] = {}
        for place, one in enumerate(owed):
            if one.subject is not None:
                key = _Key(one.obligation, one.party, one.to, one.subject)
                series.setdefault(key, []).append(place)
        # By party and subject: a dossier may have any number of either.
        self.asked: dict[tuple[str | None, Subject], list[_Series]] = {}
        for key, places in series.items():
            ordered = sorted(places, key=lambda place: owed[place].due or dt.date.max)
            self.asked.setdefault((key.party, key.subject), []).append(ordered)

    def take(self, report: ProgressReport) -> None:
        """Let a report answer whatever it can."""
        rest: list[_Series] = []
        is_taken = False
        for places in self._asked(report):
            first = self.owed[places[0]]
            if first.sums_up and report.subject != first.subject:
                continue  # see `found`
            if first.due is None and first.earliest is None:
                rest.append(places)
                continue
            place = self._round(places, report)
            if place is not None:
                self.answers[place].append(report)
                is_taken = is_taken or not first.sums_up
        for places in () if is_taken else rest:
            self.answers[places[0]].append(report)

    def _asked(self, report: ProgressReport) -> list[_Series]:
        """What is asked of a party, or of nobody in particular, about the subject of a report."""
        about = _wholes(report.subject)
        return [
            places
            for party in (report.party, None)
            for subject in about
            for places in self.asked.get((party, subject), ())
        ]

    def _round(self, places: _Series, report: ProgressReport) -> int | None:
        """The round that a report answers; None where it belongs to none of them."""
        if report.due is not None:
            named = [place for place in places if self._names(place, report.due)]
            if named:
                return named[0]
            if self.owed[places[0]].period is not None:
                return None  # it is of a round outside the window
        begun = [place for place in places if self._has_begun(place, report.on)]
        free = [place for place in begun if not self.answers[place]]
        return free[0] if free else begun[-1] if begun else None

    def _names(self, place: int, due: dt.date) -> bool:
        one = self.owed[place]
        return due == one.due or (one.period is not None and due in one.period)

    def _has_begun(self, place: int, day: dt.date) -> bool:
        period = self.owed[place].period
        return period is None or period.start <= day

    def found(self) -> tuple[list[tuple[ProgressReport, ...]], list[dt.date | None]]:
        """The answers to each, and the day on which each was complete, None where it is not."""
        answers = [tuple(one) for one in self.answers]
        complete = [one[0].on if one else None for one in answers]
        items: dict[object, list[int]] = {}
        for place, one in enumerate(self.owed):
            if isinstance(one.subject, ActionRef):
                items.setdefault(_common(one, one.subject.plan), []).append(place)
        for place, one in enumerate(self.owed):
            if not one.sums_up or answers[place] or not isinstance(one.subject, PlanRef):
                continue
            below = items.get(_common(one, one.subject.plan), [])
            days = [day for day in (complete[each] for each in below) if day is not None]
            if below and len(days) == len(below):
                complete[place] = max(days)
                parts = dict.fromkeys(report for each in below for report in answers[each])
                answers[place] = tuple(sorted(parts, key=lambda report: report.on))
        return answers, complete


def _common(one: DueReport, plan: str) -> tuple[object, ...]:
    """What a report on a plan has in common with those on its actions that it sums up."""
    return plan, one.party, one.to, one.deadline, one.due, one.number


def _stated(
    one: DueReport,
    answers: tuple[ProgressReport, ...],
    complete: dt.date | None,
    day: dt.date,
    horizon: dt.timedelta,
) -> DueReport:
    if complete is not None:
        is_late = one.due is not None and complete > one.due
        state = DutyState.LATE if is_late else DutyState.SENT
    elif one.due is not None and day > one.due:
        state = DutyState.MISSING
    elif one.earliest is not None and day >= _doubtful_from(one, one.earliest):
        state = DutyState.POSSIBLY_MISSING
    elif one.due is None:
        state = DutyState.NO_DAY if one.earliest is None else DutyState.NOT_DUE
    else:
        state = DutyState.DUE if one.due - day <= horizon else DutyState.NOT_DUE
    return attrs.evolve(one, answers=answers, state=state)


def _doubtful_from(one: DueReport, earliest: dt.date) -> dt.date:
    """The first day on which a report without a certain day may be late."""
    hangs = isinstance(one.deadline, Relative) and one.deadline.anchor_date is None
    return earliest + dt.timedelta(1) if hangs and earliest < dt.date.max else earliest
