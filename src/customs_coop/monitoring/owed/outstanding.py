"""The reports that are owed in the plans under review, and how each stands on a day."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Recurring
from customs_coop.model import ActionPlan, ActionRef, Dossier, Obligation, PlanRef, Status
from customs_coop.monitoring.choosing import printed_on
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.owed.owing import due_reports
from customs_coop.monitoring.owed.vouching import answered_for
from customs_coop.monitoring.parties.speaking import Speakers

__all__ = ["owed_on", "still_asked"]

_CLOSED: Final = (Status.COMPLETED, Status.OBSOLETE, Status.DEFERRED)


def owed_on(
    dossier: Dossier,
    plans: Sequence[ActionPlan],
    speakers: Speakers,
    *,
    on: dt.date,
    horizon: dt.timedelta,
    members: Mapping[str, Sequence[str]] | None,
    status: Callable[[ActionRef], Status | None],
) -> tuple[DueReport, ...]:
    """What is owed, each with its answers and its state.

    What has one time is listed whenever that is, so that a report does not vanish where its event
    is put off. What recurs is listed by the end of the plans, or of the horizon. What belongs to
    another plan of the dossier is left out; what belongs to no plan is not. Nor is more asked about
    what is closed, see `still_asked`.

    Args:
        dossier: The dossier, as it was on the day.
        plans: The plans under review.
        speakers: Who reports for whom.
        on: The day.
        horizon: How far ahead of it a report counts as due.
        members: The members of collectives, by the id of the collective.
        status: How far an action is on the day.
    """
    names = {plan.id for plan in plans}
    others = {plan.id for plan in dossier.plans} - names
    duties = tuple(one for one in dossier.obligations if _plan_of(one) not in others)
    ahead = on + min(horizon, dt.date.max - on)
    ends = [plan.period.end for plan in plans if plan.period is not None]
    once = Period(dt.date.min, dt.date.max)
    # Nothing tells since when a thing recurs that has no period.
    starts = [_start(plan, dossier) for plan in plans]
    rounds = Period(min([day for day in starts if day is not None] or [on]), max([ahead, *ends]))
    found: list[DueReport] = []
    for window, recurs in ((once, False), (rounds, True)):
        kept = [one for one in duties if isinstance(one.deadline, Recurring) is recurs]
        part = attrs.evolve(dossier, obligations=kept)
        found += due_reports(part, within=window, members=members)
    order = {one: place for place, one in reversed([*enumerate(duties)])}
    found.sort(key=lambda one: (one.due or dt.date.max, order[one.obligation]))
    states = answered_for(found, dossier.progress, speakers, on=on, horizon=horizon)
    return tuple(
        one
        for one in still_asked(dossier, states)
        if not (_is_open(one) and _status_of(one, status) is Status.OBSOLETE)
    )


def still_asked(dossier: Dossier, owed: Sequence[DueReport]) -> tuple[DueReport, ...]:
    """What is owed, without what nobody has to send any more.

    That is what is printed as completed, obsolete or deferred: what the plan itself tells needs no
    further report. What came all the same stays.

    Args:
        dossier: The dossier.
        owed: What is owed, with its states.
    """
    printed: dict[ActionRef, Status] = {}
    for plan in dossier.plans:
        for action in plan.actions:
            printed.setdefault(plan.ref(action), action.status)
    return tuple(
        one for one in owed if not (_is_open(one) and _status_of(one, printed.get) in _CLOSED)
    )


def _status_of(one: DueReport, status: Callable[[ActionRef], Status | None]) -> Status | None:
    """How far the action is on which a report is owed; None where it is owed on something else."""
    return status(one.subject) if isinstance(one.subject, ActionRef) else None


def _is_open(one: DueReport) -> bool:
    return one.state is None or one.state.open


def _plan_of(duty: Obligation) -> str:
    return duty.subject.plan if isinstance(duty.subject, PlanRef | ActionRef) else ""


def _start(plan: ActionPlan, dossier: Dossier) -> dt.date | None:
    return printed_on(plan, dossier) if plan.period is None else plan.period.start
