"""A dossier as it was on a day: without later reports, and with deadlines as they were then."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from customs_coop.deadline import Deadline, Recurring, Relative
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
    Obligation,
    ProgressReport,
    Subject,
)
from customs_coop.monitoring.anchoring import recorded_time
from customs_coop.monitoring.recorded import recorded_under

__all__ = ["as_of", "later_changes", "undone_changes"]

_Dated = TypeVar("_Dated", Action, Indicator)


def later_changes(dossier: Dossier, on: dt.date) -> tuple[DeadlineChange, ...]:
    """The changes of deadlines after a day, in their order."""
    return tuple(one for one in dossier.deadline_changes if one.on is not None and one.on > on)


def as_of(dossier: Dossier, on: dt.date) -> Dossier:
    """The dossier without reports after a day, and with the deadlines that held on it.

    Events have the days that they had then, for these are recorded with the deadlines that hang on
    them. A change without a day holds from the beginning. What the plans print stays, for nobody
    knows when it was first printed. A change is undone where what it is recorded under has its new
    deadline, also in other words; an obligation that has the words of an indicator goes with it.
    The reports stand in an order of their own, each once, whatever
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
    later = later_changes(dossier, on)
    meant = resolve(dossier)
    there = {_addressed(one, meant): None for one in dossier.progress if one.on <= on}
    known = attrs.evolve(dossier, progress=sorted(there, key=_place))
    if not later:
        return known
    rewinding = _Rewinding(dossier, later)
    return attrs.evolve(
        known,
        plans=rewinding.plans(),
        events=rewinding.events(),
        obligations=rewinding.obligations(),
        deadline_changes=[
            one for one in dossier.deadline_changes if one.on is None or one.on <= on
        ],
    )


def undone_changes(dossier: Dossier, on: dt.date) -> tuple[DeadlineChange, ...]:
    """The later changes that `as_of` undoes; not those whose new deadline is not there any more.

    Args:
        dossier: The dossier.
        on: The day.

    Returns:
        These changes, in their order.
    """
    later = later_changes(dossier, on)
    if not later:
        return ()
    rewinding = _Rewinding(dossier, later)
    rewinding.plans()
    rewinding.events()
    rewinding.obligations()
    return tuple([later[place] for place in sorted(rewinding.effective)])


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


class _Rewinding:
    """The changes that are undone, by what they are recorded under."""

    def __init__(self, dossier: Dossier, undone: Sequence[DeadlineChange]) -> None:
        self._dossier = dossier
        self._undone: dict[Subject, list[tuple[int, DeadlineChange]]] = {}
        for place, change in enumerate(undone):
            self._undone.setdefault(change.subject, []).append((place, change))
        self.effective: set[int] = set()  # the places of those that could be undone
        self._texts: dict[ActionRef, list[tuple[str, IndicatorRef]]] = {}

    def plans(self) -> tuple[ActionPlan, ...]:
        """The plans with the deadlines that they had."""
        return tuple([self._plan(plan) for plan in self._dossier.plans])

    def events(self) -> tuple[Event, ...]:
        """The events with the days that they had."""
        return tuple([self._event(event) for event in self._dossier.events])

    def obligations(self) -> tuple[Obligation, ...]:
        """The obligations with the deadlines that they had."""
        for plan in self._dossier.plans:
            for action in plan.actions:
                ref = plan.ref(action)
                own = self._texts.setdefault(ref, [])
                for number, one in enumerate(action.indicators, 1):
                    own.append((_words(one.text), IndicatorRef(ref, number)))
        return tuple([self._obligation(duty) for duty in self._dossier.obligations])

    def _event(self, event: Event) -> Event:
        own = [
            (place, one)
            for place, one in self._undone.get(Named(event.id, "event"), ())
            if one.event == event.id and not isinstance(one.new, Relative)
        ]
        self.effective.update(place for place, _ in own)
        return attrs.evolve(event, when=recorded_time(own[0][1].old)) if own else event

    def _plan(self, plan: ActionPlan) -> ActionPlan:
        actions = []
        for action in plan.actions:
            ref = plan.ref(action)
            indicators = tuple(
                [
                    self._dated(one, IndicatorRef(ref, number))
                    for number, one in enumerate(action.indicators, 1)
                ]
            )
            is_same = all(
                new is old for new, old in zip(indicators, action.indicators, strict=True)
            )
            whole = action if is_same else attrs.evolve(action, indicators=indicators)
            actions.append(self._dated(whole, ref))
        is_same = all(new is old for new, old in zip(actions, plan.actions, strict=True))
        return plan if is_same else attrs.evolve(plan, actions=actions)

    def _dated(self, thing: _Dated, subject: Subject) -> _Dated:
        own = self._undone.get(subject)
        if own is None:
            return thing
        deadlines = list(thing.deadlines)
        for number, change in reversed(own):
            place = _place_of(change.new, deadlines)
            if change.new is None:
                deadlines += [change.old] if change.old is not None else []
            elif place is not None:
                deadlines[place : place + 1] = [] if change.old is None else [change.old]
            else:
                continue
            self.effective.add(number)
        is_same = tuple(deadlines) == thing.deadlines
        return thing if is_same else attrs.evolve(thing, deadlines=deadlines)

    def _obligation(self, duty: Obligation) -> Obligation:
        found: list[tuple[int, DeadlineChange]] = []
        for subject in self._subjects(duty):
            found += self._undone.get(subject, ())
        deadline = duty.deadline
        for number, change in sorted(found, key=lambda one: one[0], reverse=True):
            if deadline is None or _place_of(change.new, (deadline,)) is None:
                continue  # what has lost its deadline may never have had the one of its action
            deadline = change.old
            self.effective.add(number)
        return duty if deadline is duty.deadline else attrs.evolve(duty, deadline=deadline)

    def _subjects(self, duty: Obligation) -> Iterator[Subject]:
        """What the changes of an obligation may be recorded under."""
        if duty.subject is None:
            yield from recorded_under(duty)
            return
        yield duty.subject
        if isinstance(duty.subject, ActionRef):
            # What was drawn from an indicator has its words, and its deadline.
            words = _words(duty.text)
            for text, indicator in self._texts.get(duty.subject, ()):
                if text == words:
                    yield indicator


def _words(text: str) -> str:
    return " ".join(text.split())


def _place_of(deadline: Deadline | None, among: Sequence[Deadline]) -> int | None:
    """The place of a deadline, however it is worded there where only one means the same."""
    if deadline is None:
        return None
    if deadline in among:
        return among.index(deadline)
    meaning = _meaning(deadline)
    same = [place for place, one in enumerate(among) if _meaning(one) == meaning is not None]
    return same[0] if len(same) == 1 else None


def _meaning(deadline: Deadline) -> tuple[object, ...] | None:
    """What a deadline says, without its words; None where its words are all that it has."""
    match deadline:
        case Relative():
            return "", deadline.anchor, deadline.offset, deadline.anchor_date
        case Recurring():
            return deadline.recurrence, deadline.first, deadline.until
        case _:
            days = deadline.earliest, deadline.latest
            return None if days == (None, None) else days
