"""The reports that are owed in the plans under review, and how each stands on a day."""

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Recurring
from customs_coop.model import ActionPlan, ActionRef, Dossier, Obligation, PlanRef, ProgressReport
from customs_coop.monitoring.answering import answered
from customs_coop.monitoring.choosing import printed_on
from customs_coop.monitoring.duties import DueReport
from customs_coop.monitoring.owing import due_reports
from customs_coop.monitoring.speaking import Speakers

__all__ = ["owed_on"]


def owed_on(
    dossier: Dossier,
    plans: Sequence[ActionPlan],
    speakers: Speakers,
    *,
    on: dt.date,
    horizon: dt.timedelta,
    members: Mapping[str, Sequence[str]] | None,
) -> tuple[DueReport, ...]:
    """What is owed, each with its answers and its state.

    What has one time is listed whenever that is, so that a report does not vanish where its event
    is put off. What recurs is listed by the end of the plans, or of the horizon. What belongs to
    another plan of the dossier is left out; what belongs to no plan is not.

    Args:
        dossier: The dossier, as it was on the day.
        plans: The plans under review.
        speakers: Who is who: a report may call a party by another name.
        on: The day.
        horizon: How far ahead of it a report counts as due.
        members: The members of collectives, by the id of the collective.
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
    owing = {speakers.identified(one.party): one.party for one in found if one.party is not None}
    came = {_of_owing(report, owing, speakers): report for report in reversed(dossier.progress)}
    states = answered(found, reversed(came), on=on, horizon=horizon)
    return tuple(
        attrs.evolve(one, answers=tuple(came[answer] for answer in one.answers)) for one in states
    )


def _of_owing(
    report: ProgressReport, owing: Mapping[str, str], speakers: Speakers
) -> ProgressReport:
    """A report as one of the party that owes it, for which it may speak, as customs for a state."""
    party = speakers.identified(report.party)
    owed_by = owing.get(party) or owing.get(speakers.state(party), report.party)
    return report if owed_by == report.party else attrs.evolve(report, party=owed_by)


def _plan_of(duty: Obligation) -> str:
    return duty.subject.plan if isinstance(duty.subject, PlanRef | ActionRef) else ""


def _start(plan: ActionPlan, dossier: Dossier) -> dt.date | None:
    return printed_on(plan, dossier) if plan.period is None else plan.period.start
