"""Which reports answer what is owed, and how that stands on a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from customs_coop.dates import as_date
from customs_coop.deadline import Recurring, Relative
from customs_coop.errors import InvalidValueError
from customs_coop.model import ActionRef, IndicatorRef, Obligation, PlanRef, ProgressReport, Subject
from customs_coop.model.link import Identity
from customs_coop.monitoring.owed.duties import DueReport, DutyState

__all__ = ["HORIZON", "answered", "check_horizon", "is_about", "wholes_of"]

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
    no answer yet; where all those have one, it adds to the last of them. Several reports that one
    party owes one receiver about one thing by different days are like rounds: each begins on the
    day after the one before it was due; so are several duties to do something, apart from the
    reports. The first one, and a single one, begins with its plan, or
    a year before its day where nothing tells when the plan begins; what came before that answers
    it only where it names its day. What has no day is only answered by what answers no dated round
    of the same party about the same thing. What sums up the actions of a plan is answered by a
    report on the plan, else once all of these are.

    Args:
        owed: What is owed, see `due_reports`; answers and states that it has are found anew.
        reports: The reports that came; those of a later day do not count.
        on: The day that is asked about.
        horizon: How far ahead of it a report counts as due.

    Returns:
        The same, in the same order, with `answers` and `state`. A report is only missing where
        its last day has certainly passed. A round of a rhythm without a first or a last day is
        possibly missing after its day, as long as the party never reported on the thing, and
        missing where it did. What hangs on an event is possibly missing after `earliest`,
        other things from `earliest` on, as in `Deadline.status_on`.

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
        _stated(one, _Answer(found, complete, is_heard), day, horizon)
        for one, found, complete, is_heard in zip(
            owed, *answers.found(), answers.heard, strict=True
        )
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
    return asked in wholes_of(subject)


def wholes_of(subject: Subject) -> tuple[Subject, ...]:
    """A subject, and what it is a part of: the action of an indicator, the plan of an action.

    Example:
        >>> [str(one) for one in wholes_of(IndicatorRef(ActionRef("AP5", "5.9"), 1))]
        ['AP5/5.9 indicator 1', 'AP5/5.9', 'AP5']
    """
    if isinstance(subject, IndicatorRef):
        return subject, *wholes_of(subject.action)
    return (subject, PlanRef(subject.plan)) if isinstance(subject, ActionRef) else (subject,)


@attrs.frozen
class _Key:
    """What rounds have in common, or single reports of one party on one thing to one receiver."""

    obligation: Obligation | None
    party: str | None
    to: str | None
    subject: Identity
    sums_up: bool
    reports: bool  # what is to be done by one day is no round of what is to be reported by another


class _Answers:
    """Who has answered what, report by report in the order of their days."""

    def __init__(self, owed: Sequence[DueReport]) -> None:
        self.owed = owed
        self.answers: list[list[ProgressReport]] = [[] for _ in owed]
        self.heard = [False] * len(owed)  # whether the party ever reported on the thing
        self._begins: list[dt.date] = [_begin(one) for one in owed]
        series: dict[_Key, _Series] = {}
        for place, one in enumerate(owed):
            if one.subject is not None:
                once = one.period is None and _is_dated(one)
                duty = None if once else one.obligation
                key = _Key(duty, one.party, one.to, one.subject, one.sums_up, one.reports)
                series.setdefault(key, []).append(place)
        # By party and subject: a dossier may have any number of either.
        self.asked: dict[tuple[str | None, Subject], list[_Series]] = {}
        for key, places in series.items():
            ordered = sorted(places, key=lambda place: owed[place].due or dt.date.max)
            self.asked.setdefault((key.party, key.subject), []).append(ordered)
            if key.obligation is None:
                self._follow(ordered)

    def _follow(self, places: _Series) -> None:
        """Let each report that is asked for once begin where the one before it was due."""
        last, before = self.owed[places[0]].due, None
        for place in places:
            one = self.owed[place]
            if one.due != last:
                last, before = one.due, last
            if before is not None and before < dt.date.max:
                begin = before + dt.timedelta(1)
                begin = begin if one.earliest is None else min(begin, one.earliest)
                self._begins[place] = max(self._begins[place], begin)

    def take(self, report: ProgressReport) -> None:
        """Let a report answer whatever it can."""
        rest: list[_Series] = []
        is_taken = False
        asked = self._asked(report)
        is_named = any(
            report.due is not None and self.owed[place].due == report.due
            for places in asked
            for place in places
        )
        for places in asked:
            for place in places:
                self.heard[place] = True
            first = self.owed[places[0]]
            if not _is_dated(first):
                rest.append(places)
                continue
            found = self._rounds(places, report, is_named=is_named)
            for place in found:
                self.answers[place].append(report)
            is_taken = is_taken or bool(found and not first.sums_up)
        for places in () if is_taken else rest:
            if self._begins[places[0]] <= report.on:
                self.answers[places[0]].append(report)

    def _asked(self, report: ProgressReport) -> list[_Series]:
        """What is asked of a party, or of nobody in particular, about the subject of a report."""
        return [
            places
            for party in (report.party, None)
            for subject in wholes_of(report.subject)
            for places in self.asked.get((party, subject), ())
            # What sums up is answered by a report on the whole plan alone, see `found`.
            if not self.owed[places[0]].sums_up or report.subject == subject
        ]

    def _rounds(self, places: _Series, report: ProgressReport, *, is_named: bool) -> _Series:
        """The round that a report answers, or several of one day; none where it belongs to none."""
        if report.due is not None:
            named = [place for place in places if self.owed[place].due == report.due]
            if named or is_named:
                return named
            if self.owed[places[0]].period is not None:
                # None of them where it is of a round outside the window.
                return [place for place in places if self._holds(place, report.due)][:1]
        begun = [place for place in places if self._begins[place] <= report.on]
        free = [place for place in begun if not self.answers[place]]
        chosen = free[:1] or begun[-1:]
        return [place for place in begun if self.owed[place].due == self.owed[chosen[0]].due]

    def _holds(self, place: int, due: dt.date) -> bool:
        period = self.owed[place].period
        return period is not None and due in period

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


@attrs.frozen
class _Answer:
    """What answers one report that is owed, when that was complete, and whether anything came."""

    reports: tuple[ProgressReport, ...]
    complete: dt.date | None
    is_heard: bool


def _is_dated(one: DueReport) -> bool:
    return one.due is not None or one.earliest is not None


def _begin(one: DueReport) -> dt.date:
    """The first day whose reports answer: of a round its own, else that of the plan.

    Where nothing tells it, or the plan came after the day, it is a year before the day.
    """
    if one.period is not None:
        return one.period.start
    first = one.earliest or one.due
    if one.since is not None and (first is None or one.since <= first):
        return one.since
    if first is None or first.year == dt.MINYEAR:
        return dt.date.min
    is_leap_day = (first.month, first.day) == (2, 29)
    return first.replace(year=first.year - 1, day=28 if is_leap_day else first.day)


def _is_loose(one: DueReport) -> bool:
    """Whether nothing tells when the first round is due, or the last one."""
    rhythm = one.deadline
    return isinstance(rhythm, Recurring) and rhythm.first is None and rhythm.until is None


def _stated(one: DueReport, answer: _Answer, day: dt.date, horizon: dt.timedelta) -> DueReport:
    if answer.complete is not None:
        is_late = one.due is not None and answer.complete > one.due
        state = DutyState.LATE if is_late else DutyState.SENT
    elif one.due is not None and day > one.due:
        # Who keeps a rhythm has left a gap; of another one nobody knows whether it leaves papers.
        is_certain = answer.is_heard or not _is_loose(one)
        state = DutyState.MISSING if is_certain else DutyState.POSSIBLY_MISSING
    elif one.earliest is not None and day >= _doubtful_from(one, one.earliest):
        state = DutyState.POSSIBLY_MISSING
    elif one.due is None:
        state = DutyState.NO_DAY if one.earliest is None else DutyState.NOT_DUE
    else:
        state = DutyState.DUE if one.due - day <= horizon else DutyState.NOT_DUE
    return attrs.evolve(one, answers=answer.reports, state=state)


def _doubtful_from(one: DueReport, earliest: dt.date) -> dt.date:
    """The first day on which a report without a certain day may be late."""
    hangs = isinstance(one.deadline, Relative) and one.deadline.anchor_date is None
    return earliest + dt.timedelta(1) if hangs and earliest < dt.date.max else earliest
