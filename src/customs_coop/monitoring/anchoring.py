"""Events that get their day: every deadline that hangs on one gets it too, and gives it back."""

import datetime as dt
from collections.abc import Callable

import attrs

from customs_coop.dates import PartialDate, as_partial_date
from customs_coop.deadline import By, Deadline, During, Relative, Undetermined
from customs_coop.errors import UnknownEventError
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
    Subject,
)
from customs_coop.monitoring.events import EventNames, certain_day, event_called, unlisted_events
from customs_coop.monitoring.recorded import recorded_subject
from customs_coop.references import DocumentNumber

__all__ = [
    "Hanging",
    "anchor_event",
    "hanging_on",
    "recorded_time",
    "release_event",
]

_KIND = "event"


@attrs.frozen(kw_only=True)
class Hanging:
    """One deadline that hangs on an event.

    Args:
        subject: The action, the indicator by its place, or what the obligation is about; for an
            obligation about nothing, who owes it, else its words.
        deadline: The deadline.
        obligation: The obligation, or None where the deadline is one of a plan.
    """

    subject: Subject
    deadline: Relative
    obligation: Obligation | None = None


def hanging_on(dossier: Dossier, event_id: str) -> tuple[Hanging, ...]:
    """List the deadlines that hang on an event.

    Args:
        dossier: The dossier.
        event_id: The id of the event, or its title; capitals and a first article do not matter.
            Of an event that the dossier does not list, the words of the deadlines.

    Returns:
        The deadlines of actions, indicators and obligations, in the order of the dossier.

    Raises:
        UnknownEventError: No event, or several, have that name; or a deadline hangs on a name
            that this event has together with another one.

    Example:
        >>> dossier = Dossier(
        ...     events=[Event(id="C2008", title="The conference")],
        ...     obligations=[Obligation(text="Report", deadline=Relative("conference", "-P1M"))],
        ... )
        >>> [str(one.subject) for one in hanging_on(dossier, "C2008")]
        ['Report']
    """
    event = _meant(dossier, event_id)
    found: list[Hanging] = []

    def note(subject: Subject, deadline: Relative, duty: Obligation | None) -> Relative:
        found.append(Hanging(subject=subject, deadline=deadline, obligation=duty))
        return deadline

    _Walk(_listing(dossier, event), event, note).dossier()
    return tuple(found)


def anchor_event(
    dossier: Dossier,
    event_id: str,
    when: PartialDate | dt.date | str,
    *,
    document: DocumentNumber | None = None,
    on: dt.date | str | None = None,
    reason: str = "",
) -> Dossier:
    """Give an event its day, and every deadline that hangs on it.

    Each deadline that changes is recorded in `Dossier.deadline_changes`, and so is the time of the
    event itself, under its name. An event that has a day already is moved. Where only bounds are
    given, such as "2008-06", deadlines have no day, and `window_of` tells their bounds.

    An event that only deadlines name, as in "one month before the next conference" without a date,
    is made: its id is their words. Its time before is recorded by these words, too.

    Args:
        dossier: The dossier.
        event_id: The id of the event, or its title, or the words of the deadlines.
        when: Its day. Of an event of several days give the one from which is counted, the first
            one for what is due before it.
        document: The document that says so, or None.
        on: The day of the change, or None.
        reason: Why, in the words of whoever changed it.

    Returns:
        A new dossier; the same one where nothing changes.

    Raises:
        UnknownEventError: See `hanging_on`.
        InvalidValueError: A deadline would lie outside the calendar, or `when` is no date.

    Example:
        >>> report = Obligation(text="Report", deadline=Relative("the next conference", "-P1M"))
        >>> event = Event(id="C2008", title="Next conference", when="2008")
        >>> before = Dossier(events=[event], obligations=[report])
        >>> after = anchor_event(before, "C2008", "2008-06-12")
        >>> print(after.obligations[0].deadline.latest, len(after.deadline_changes))
        2008-05-12 2
    """
    event = _meant(dossier, event_id)
    said = _Said(document=document, on=on, reason=reason)
    return _changed(dossier, event, as_partial_date(when), said)


def release_event(
    dossier: Dossier,
    event_id: str,
    *,
    document: DocumentNumber | None = None,
    on: dt.date | str | None = None,
    reason: str = "",
) -> Dossier:
    """Take the day of an event back, and with it the day of every deadline that hangs on it.

    The event has again the time that it had before `anchor_event` was first called; one that was
    made then is listed no more. Nothing else is different then from the dossier before, unless a
    deadline had a day already. What was recorded stays, and that the days were taken back is
    recorded, too.

    Args:
        dossier: The dossier.
        event_id: The id of the event, or its title.
        document: The document that says so, or None.
        on: The day of the change, or None.
        reason: Why.

    Returns:
        A new dossier; the same one where nothing changes.

    Raises:
        UnknownEventError: See `hanging_on`.

    Example:
        >>> before = Dossier(events=[Event(id="C2008", title="Conference", when="2008")])
        >>> after = release_event(anchor_event(before, "C2008", "2008-06-12"), "C2008")
        >>> after.events == before.events
        True
    """
    event = _meant(dossier, event_id)
    said = _Said(document=document, on=on, reason=reason)
    first = _first_time(dossier, event)
    when = recorded_time(first) if first != _as_deadline(event.when) else event.when
    made = first == _unlisted(event)
    return _changed(dossier, event, None if made else when, said, take_back=True, made=made)


def _meant(dossier: Dossier, name: str) -> Event:
    """The event that a name means: one of the dossier, or one that only deadlines name."""
    unlisted = EventNames(unlisted_events(dossier)).called(name)
    return unlisted[0] if len(unlisted) == 1 else event_called(dossier, name)


def _listing(dossier: Dossier, event: Event) -> Dossier:
    """The dossier with an event that it need not list."""
    if any(one is event for one in dossier.events):
        return dossier
    return attrs.evolve(dossier, events=(*dossier.events, event))


@attrs.frozen(kw_only=True)
class _Said:
    """What is recorded with each change."""

    document: DocumentNumber | None
    on: dt.date | str | None
    reason: str


def _changed(
    dossier: Dossier,
    event: Event,
    when: PartialDate | None,
    said: _Said,
    *,
    take_back: bool = False,
    made: bool = False,
) -> Dossier:
    whole = _listing(dossier, event)
    day = None if take_back else certain_day(when)
    changes: dict[DeadlineChange, None] = {}  # each once: one report may go to two receivers

    def record(subject: Subject, old: Deadline | None, new: Deadline | None) -> None:
        if old != new:
            change = DeadlineChange(
                subject=subject,
                old=old,
                new=new,
                document=said.document,
                on=said.on,
                reason=said.reason,
                event=event.id,
            )
            changes.setdefault(change)

    def anchor(subject: Subject, deadline: Relative, _duty: Obligation | None) -> Relative:
        found = deadline.anchored(day)
        record(subject, deadline, found)
        return found

    old = _as_deadline(event.when) if whole is dossier else _unlisted(event)
    record(_name_of(event), old, _unlisted(event) if made else _as_deadline(when))
    moved = _Walk(whole, event, anchor).dossier()
    if not changes:
        return dossier
    dated = () if made else (attrs.evolve(event, when=when),)
    return attrs.evolve(
        moved,
        events=[new for one in whole.events for new in (dated if one is event else (one,))],
        deadline_changes=(*dossier.deadline_changes, *changes),
    )


def _name_of(event: Event) -> Named:
    if not event.id.strip() or event.id != event.id.strip():
        raise UnknownEventError(f"the event {event.title!r} needs an id by which it is recorded")
    return Named(event.id, _KIND)


def _unlisted(event: Event) -> Undetermined:
    """What is recorded as the time of an event while only deadlines name it."""
    return Undetermined(event.id)


def _as_deadline(when: PartialDate | None) -> Deadline | None:
    """The time of an event as changes are recorded; `recorded_time` reads it back."""
    if when is None:
        return None
    if when.earliest is not None:
        return During(when.earliest, when.latest, when.edtf)
    return Undetermined(when.edtf) if when.latest is None else By(when.latest, when.edtf)


def recorded_time(deadline: Deadline | None) -> PartialDate | None:
    """The time of an event, from the deadline by which its change is recorded.

    Args:
        deadline: The old or the new deadline of a `DeadlineChange` of the event.

    Example:
        >>> str(recorded_time(During("2008-01-01", "2008-12-31")))
        '2008-01-01/2008-12-31'
    """
    match deadline:
        case During():
            return PartialDate(deadline.earliest, deadline.latest)
        case By():
            return PartialDate(None, deadline.latest)
        case None:
            return None
        case _:
            # Else it holds the words of an event that was not listed.
            return PartialDate() if deadline.text == PartialDate().edtf else None


def _first_time(dossier: Dossier, event: Event) -> Deadline | None:
    """The time that an event had before it was given one, as it is recorded."""
    is_listed = any(one is event for one in dossier.events)
    now = _as_deadline(event.when) if is_listed else _unlisted(event)
    first, is_changed = now, False
    for change in dossier.deadline_changes:
        if change.subject != Named(event.id, _KIND) or change.event != event.id:
            continue
        if not is_changed:
            first = change.old
        is_changed = change.new != first
    return first if is_changed else now


class _Walk:
    """Every deadline of a dossier that hangs on an event, each replaced by what a function says."""

    def __init__(
        self,
        dossier: Dossier,
        event: Event,
        replace: Callable[[Subject, Relative, Obligation | None], Relative],
    ) -> None:
        self._dossier = dossier
        self._event = event
        self._names = EventNames(dossier.events)
        self._replace = replace

    def dossier(self) -> Dossier:
        """The dossier with the deadlines replaced."""
        plans = tuple([self._plan(plan) for plan in self._dossier.plans])
        duties = tuple([self._obligation(duty) for duty in self._dossier.obligations])
        return attrs.evolve(self._dossier, plans=plans, obligations=duties)

    def _plan(self, plan: ActionPlan) -> ActionPlan:
        actions = [self._action(plan, action) for action in plan.actions]
        same = all(new is old for new, old in zip(actions, plan.actions, strict=True))
        return plan if same else attrs.evolve(plan, actions=actions)

    def _action(self, plan: ActionPlan, action: Action) -> Action:
        ref = plan.ref(action)
        own = self._deadlines(ref, action.deadlines)
        indicators = tuple(
            [
                self._indicator(IndicatorRef(ref, number), indicator)
                for number, indicator in enumerate(action.indicators, 1)
            ]
        )
        if own is action.deadlines and all(
            new is old for new, old in zip(indicators, action.indicators, strict=True)
        ):
            return action
        return attrs.evolve(action, deadlines=own, indicators=indicators)

    def _indicator(self, ref: IndicatorRef, indicator: Indicator) -> Indicator:
        deadlines = self._deadlines(ref, indicator.deadlines)
        if deadlines is indicator.deadlines:
            return indicator
        return attrs.evolve(indicator, deadlines=deadlines)

    def _deadlines(
        self, subject: ActionRef | IndicatorRef, deadlines: tuple[Deadline, ...]
    ) -> tuple[Deadline, ...]:
        if not any(isinstance(one, Relative) for one in deadlines):
            return deadlines
        return tuple([self._deadline(subject, one, None) for one in deadlines])

    def _obligation(self, duty: Obligation) -> Obligation:
        if not isinstance(duty.deadline, Relative):
            return duty
        deadline = self._deadline(
            recorded_subject(duty) or _name_of(self._event), duty.deadline, duty
        )
        return duty if deadline is duty.deadline else attrs.evolve(duty, deadline=deadline)

    def _deadline(self, subject: Subject, deadline: Deadline, duty: Obligation | None) -> Deadline:
        if not isinstance(deadline, Relative):
            return deadline
        meant = self._names.called(deadline.anchor)
        if not any(event is self._event for event in meant):
            return deadline
        if len(meant) > 1:
            which = ", ".join(repr(event.id) for event in meant)
            raise UnknownEventError(
                f"{subject}: {deadline.anchor!r} can be any of {which}; give them other titles, or"
                " the deadline the id of one of them"
            )
        return self._replace(subject, deadline, duty)
