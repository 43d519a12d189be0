"""What the deadlines of an action, and the events of a dossier, say of the day on which it ends."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from customs_coop.dates import PartialDate
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.deadline.notation import season_begins
from customs_coop.errors import InvalidValueError
from customs_coop.graph.scheduling.intervals import Bounds
from customs_coop.model import Event

__all__ = ["NONE_DUE", "NO_START", "UNKNOWN", "Events", "Stated", "read_times"]

UNKNOWN: Bounds = (-math.inf, math.inf)
"""A day that is somewhere, and nobody says where."""
NO_START: Bounds = (-math.inf, -math.inf)
"""A first day that nothing sets."""
NONE_DUE: Bounds = (math.inf, math.inf)
"""A last day that nothing sets."""

# A deadline with its first and its last day; it may set no last one.
_Part: TypeAlias = tuple[Deadline, Bounds, Bounds | None]

# Any day shows whether a deadline that hangs on an event has a first day.
_SOME_DAY = date(2000, 1, 1)


@attrs.frozen(kw_only=True)
class Stated:
    """What is stated of the day on which something is finished.

    Args:
        begins: It is not finished before this day.
        due: It is to be finished by this day; several deadlines count as the last of them.
        first_words: The words that say the first.
        due_words: The words that say the last.
        ready: Nothing of it is finished before this day: of several deadlines the first counts.
        ready_words: The words that say so.
        staged: Whether there are several deadlines, for different parts of it.
        due_event: The id of the event on which its last day hangs; "" for none.
        due_hangs: The deadlines that hang on that event.
        due_else: The last day of all that does not.
        ready_event: The id of the event before which nothing of it is finished; "" for none.

    Example:
        >>> from customs_coop.deadline import parse_deadline
        >>> read_times([parse_deadline("by 30 June 1998")], Events.of([])).due
        (729570, 729570)
    """

    begins: Bounds = NO_START
    due: Bounds = NONE_DUE
    first_words: str = ""
    due_words: str = ""
    ready: float = -math.inf
    ready_words: str = ""
    staged: bool = False
    due_hangs: tuple[Relative, ...] = ()
    due_event: str = ""
    due_else: float = -math.inf
    ready_event: str = ""


@attrs.frozen
class Events:
    """The events on which deadlines hang, by name.

    Args:
        when: The time of each by its folded id and title; None where two have one name.
        ids: The id of each by the same names, "" where two have one name.
    """

    when: dict[str, PartialDate | None]
    ids: dict[str, str]

    @classmethod
    def of(cls, events: Iterable[Event]) -> "Events":
        """Make the events of a dossier ready for looking up.

        Example:
            >>> event = Event(id="C2008", title="Next conference", when="2008-06-12")
            >>> Events.of([event]).called("the  next conference")
            PartialDate('2008-06-12', '2008-06-12')
        """
        times: dict[str, PartialDate | None] = {}
        owners: dict[str, str] = {}
        for event in events:
            for name in {_folded(event.id): None, _folded(event.title): None}:
                known = owners.setdefault(name, event.id)
                times[name] = event.when if known == event.id else None
                if known != event.id:
                    owners[name] = ""
        times.pop("", None)
        return cls(times, owners)

    def called(self, name: str) -> PartialDate | None:
        """The time of the event that has this id or title; None where that is not certain."""
        return self.when.get(_folded(name))

    def meant(self, name: str) -> str:
        """The id of that event; "" where it is not certain.

        Example:
            >>> Events.of([Event(id="C", title="Next conference")]).meant("the next conference")
            'C'
        """
        return self.ids.get(_folded(name), "")


def read_times(deadlines: Iterable[Deadline], events: Events) -> Stated:
    """Put the deadlines of one action together.

    Each tells in which stretch some part of the action is done, and the action is finished when
    all of that is: not before the last of the first days, and by the last of the last days. What
    waits for the action may wait for any part, so it can begin after the first of the first days.
    A rhythm sets no end, unless it has a last day of all, and neither does what only begins after
    all the last days; words without a time set one that is not known.

    The day by which it is due is as precise as `Deadline.status_on`: a last day as such, and all
    days that are "possibly overdue" where the bounds rest on a convention or on an event.

    Args:
        deadlines: The deadlines of the action and of its indicators.
        events: The events of the dossier.

    Returns:
        The bounds of both, as the numbers of days.
    """
    parts = [(deadline, *_read(deadline, events)) for deadline in deadlines]
    if not parts:
        return Stated()
    begins, due = NO_START, NONE_DUE
    first_words = due_words = ""
    for deadline, first, last in parts:
        if first[0] > begins[0]:
            first_words = deadline.text
        begins = max(begins[0], first[0]), max(begins[1], first[1])
        if last is None:
            continue
        if due == NONE_DUE:
            due, due_words = last, deadline.text
        else:
            if last[1] > due[1]:
                due_words = deadline.text
            due = max(due[0], last[0]), max(due[1], last[1])
    if begins[0] > due[1]:
        due, due_words = NONE_DUE, ""  # "by March, and from July on": the last part has no end
    ready = min(parts, key=lambda part: part[1][0])
    due_event, hangs, due_else = _due_with(parts, due, events)
    return Stated(
        begins=begins,
        due=due,
        first_words=first_words,
        due_words=due_words,
        ready=ready[1][0],
        ready_words=ready[0].text,
        staged=any(part[1:] != parts[0][1:] for part in parts),
        due_hangs=hangs,
        due_event=due_event,
        due_else=due_else,
        ready_event=_ready_with(parts, ready, events),
    )


def _due_with(
    parts: Sequence[_Part], due: Bounds, events: Events
) -> tuple[str, tuple[Relative, ...], float]:
    """The event on which the last of the last days hangs, with what is due with it and without."""
    limits = [(deadline, last) for deadline, _, last in parts if last is not None]
    final = [deadline for deadline, last in limits if last[1] == due[1]]
    event = _event_of(final[0], events) if final else ""
    if not event:
        return "", (), -math.inf
    hangs = [one for one, _ in limits if _event_of(one, events) == event]
    others = [last[1] for one, last in limits if _event_of(one, events) != event]
    return (
        event,
        tuple([one for one in hangs if isinstance(one, Relative)]),
        max(others, default=-math.inf),
    )


def _ready_with(parts: Sequence[_Part], ready: _Part, events: Events) -> str:
    """The event before which no part is done, whenever it is."""
    event = _event_of(ready[0], events)
    if not event or ready[1] == NO_START:
        return ""
    for deadline, first, _ in parts:
        with_it = first != NO_START and _event_of(deadline, events) == event
        if not with_it and first[0] < ready[1][1]:
            return ""
    return event


def _event_of(deadline: Deadline, events: Events) -> str:
    """The id of the event on which a deadline hangs, "" where there is none."""
    if isinstance(deadline, Relative) and deadline.anchor_date is None:
        return events.meant(deadline.anchor)
    return ""


def _read(deadline: Deadline, events: Events) -> tuple[Bounds, Bounds | None]:
    """The first and the last day of one deadline; None for a last day that it does not set."""
    match deadline:
        case Recurring():
            # A rhythm sets no end, unless it has a last day of all.
            return NO_START, None if deadline.until is None else _exactly(deadline.until)
        case Undetermined():
            return NO_START, UNKNOWN
        case Relative(anchor_date=None):
            return _hanging(deadline, events.called(deadline.anchor))
        case By() | During() | Relative():
            first = NO_START if deadline.earliest is None else _exactly(deadline.earliest)
            if deadline.latest is None:
                return first, None
            return first, (_soonest_due(deadline, deadline.latest), deadline.latest.toordinal())


def _soonest_due(deadline: By | During | Relative, latest: date) -> float:
    """The first day after which it may be late: the last day, unless that is an agreed one."""
    first = deadline.earliest
    if not isinstance(deadline, Relative) and deadline.convention is None:
        first = None
    if deadline.convention == "season":
        text = deadline.text if isinstance(deadline, By) else deadline.edtf or ""
        first = season_begins(latest, text) or first
    return latest.toordinal() if first is None else min(first, latest).toordinal()


def _hanging(deadline: Relative, when: PartialDate | None) -> tuple[Bounds, Bounds | None]:
    """What a deadline says that hangs on an event whose day is only known by its bounds."""
    low = _anchored(deadline, None if when is None else when.earliest)
    high = _anchored(deadline, None if when is None else when.latest)
    pattern = _anchored(deadline, _SOME_DAY)
    no_first = pattern is not None and pattern.earliest is None
    first = NO_START
    if not no_first:
        first = (
            -math.inf if low is None or low.earliest is None else low.earliest.toordinal(),
            math.inf if high is None or high.earliest is None else high.earliest.toordinal(),
        )
    if deadline.offset is None:
        return first, None
    soonest = -math.inf
    if low is not None and low.latest is not None:
        soonest = _soonest_due(low, low.latest)
    last = math.inf if high is None or high.latest is None else high.latest.toordinal()
    return first, (soonest, last)


def _anchored(deadline: Relative, day: date | None) -> Relative | None:
    if day is None:
        return None
    try:
        return deadline.anchored(day)
    except InvalidValueError:
        return None  # it leads out of the calendar


def _exactly(day: date) -> Bounds:
    number = day.toordinal()
    return number, number


def _folded(name: str) -> str:
    """A name without what does not tell events apart: capitals, blanks, a first article."""
    return " ".join(name.casefold().split()).removeprefix("the ")
