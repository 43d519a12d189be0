"""A dossier as it was on a day: without later reports, and with deadlines as they were then."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

import attrs

from customs_coop.deadline import Deadline
from customs_coop.graph import Resolution, resolve
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Named,
    ProgressReport,
    Subject,
)
from customs_coop.monitoring.anchoring import recorded_time

__all__ = ["as_of", "later_changes"]

_Dated = TypeVar("_Dated", Action, Indicator)


def later_changes(dossier: Dossier, on: dt.date) -> tuple[DeadlineChange, ...]:
    """The changes of deadlines after a day, in their order."""
    return tuple(one for one in dossier.deadline_changes if one.on is not None and one.on > on)


def as_of(dossier: Dossier, on: dt.date) -> Dossier:
    """The dossier without reports after a day, and with the deadlines that held on it.

    Events have the days that they had then, for these are recorded with the deadlines that hang on
    them. A change without a day holds from the beginning. What the plans print stays, for nobody
    knows when it was first printed. The reports stand in an order of their own, each once, whatever
    the order in which they came; those on a former code of an action are on that action.

    Args:
        dossier: The dossier.
        on: The day.

    Returns:
        Another dossier.

    Example:
        >>> from customs_coop.deadline import By
        >>> old, new = By("2006-03-31"), By("2006-07-31")
        >>> action = Action(code="1", title="", deadlines=[new])
        >>> plan = ActionPlan(id="AP1", title="", actions=[action])
        >>> change = DeadlineChange(subject=plan.ref(action), old=old, new=new, on="2006-03-20")
        >>> dossier = Dossier(plans=[plan], deadline_changes=[change])
        >>> print(as_of(dossier, dt.date(2006, 3, 1)).plan["1"].deadlines[0].latest)
        2006-03-31
    """
    undone = later_changes(dossier, on)
    meant = resolve(dossier)
    there = {_addressed(one, meant): None for one in dossier.progress if one.on <= on}
    kept = tuple(one for one in dossier.deadline_changes if one not in undone)
    plans = [_plan_as_of(plan, undone) for plan in dossier.plans] if undone else dossier.plans
    obligations = [
        attrs.evolve(one, deadline=_before(one.deadline, one.subject, undone)) if undone else one
        for one in dossier.obligations
    ]
    return attrs.evolve(
        dossier,
        plans=plans,
        events=[_event_as_of(one, undone) for one in dossier.events],
        obligations=obligations,
        progress=sorted(there, key=_place),
        deadline_changes=kept,
    )


def _addressed(report: ProgressReport, meant: Resolution) -> ProgressReport:
    """The same report, on an action under the code that it has in its plan."""
    subject = report.subject
    if isinstance(subject, ActionRef):
        own: Subject = meant.address(subject)
    elif isinstance(subject, IndicatorRef):
        own = attrs.evolve(subject, action=meant.address(subject.action))
    else:
        return report
    return report if own == subject else attrs.evolve(report, subject=own)


# The text of a record has all its fields, so that the order in which reports came counts nothing.
def _place(report: ProgressReport) -> tuple[dt.date, str, str]:
    return report.on, report.party, repr(report)


def _event_as_of(event: Event, undone: Sequence[DeadlineChange]) -> Event:
    own = [
        one for one in undone if one.event == event.id and one.subject == Named(event.id, "event")
    ]
    return attrs.evolve(event, when=recorded_time(own[0].old)) if own else event


def _plan_as_of(plan: ActionPlan, undone: Sequence[DeadlineChange]) -> ActionPlan:
    actions = []
    for action in plan.actions:
        ref = plan.ref(action)
        indicators = [
            _dated_as_of(one, IndicatorRef(ref, number), undone)
            for number, one in enumerate(action.indicators, 1)
        ]
        actions.append(_dated_as_of(attrs.evolve(action, indicators=indicators), ref, undone))
    return attrs.evolve(plan, actions=actions)


def _dated_as_of(thing: _Dated, subject: Subject, undone: Sequence[DeadlineChange]) -> _Dated:
    deadlines = list(thing.deadlines)
    for change in reversed(undone):
        if change.subject != subject:
            continue
        if change.new is None:
            deadlines += [change.old] if change.old is not None else []
        elif change.new in deadlines:
            place = deadlines.index(change.new)
            deadlines[place : place + 1] = [] if change.old is None else [change.old]
    return (
        thing if tuple(deadlines) == thing.deadlines else attrs.evolve(thing, deadlines=deadlines)
    )


def _before(
    deadline: Deadline | None, subject: object, undone: Sequence[DeadlineChange]
) -> Deadline | None:
    """The deadline of an obligation; one about nothing is recorded under who owes it."""
    for change in reversed(undone):
        if change.new == deadline and (subject is None or change.subject == subject):
            deadline = change.old
    return deadline
