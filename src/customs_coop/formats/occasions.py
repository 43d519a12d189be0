"""What a calendar of a plan shows: each time of each action and indicator, with its key."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.formats.calendars import stable_uid
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, IndicatorRef
from customs_coop.model.descent import deadline_places, first_places

__all__ = ["Occasion", "Profile", "Time", "occasions_of", "origins_of", "times_of"]

Profile: TypeAlias = Literal["events", "tasks"]
"""What an occasion is shown as; it has another identifier as the one than as the other."""


@attrs.frozen
class Time:
    """One time of a deadline.

    Args:
        occurrence: What tells it from the other times of its deadline: of a round its day, else
            empty.
        day: The last acceptable day, or None.
        start: The first day of a stretch of several, or None.
    """

    occurrence: str = ""
    day: dt.date | None = None
    start: dt.date | None = None


@attrs.frozen(kw_only=True)
class Occasion:
    """One time at which something of a plan is due, or one thing that has no time.

    Args:
        action: The action.
        ref: Its address.
        indicator: The indicator, or None where the time is that of the action itself.
        number: The number of the indicator in its action, from 1, or None.
        index: The place of the action in its plan, from 0.
        origin: Where the action, or the indicator, first stood; where the deadline came from
            another one, as by a merger, where that one first stood.
        place: Which of the deadlines there it was, from 0.
        deadline: The deadline, or None without any.
        time: The time.
        copy: How many have the same origin before it, as where a plan has a code twice.
    """

    action: Action
    ref: ActionRef
    index: int
    indicator: Indicator | None = None
    number: int | None = None
    origin: str
    place: int = 0
    deadline: Deadline | None = None
    time: Time = Time()
    copy: int = 0

    @property
    def item(self) -> str:
        """The address of the action or of the indicator, such as "AP1/5.1 indicator 2"."""
        return str(self.ref) if self.number is None else f"{self.ref} indicator {self.number}"

    def key(self, profile: Profile) -> str:
        """What the identifier is made from.

        It holds neither words nor days, but the day of a round: an entry whose deadline moves, or
        is set at last, is the same entry. A round is known by its day and not by counting, because
        the next plan begins with other rounds.

        Args:
            profile: What it is shown as.
        """
        again = f"/{self.copy}" if self.copy else ""
        return f"{self.origin}/{self.place}/{self.time.occurrence}/{profile}{again}"

    def uid(self, profile: Profile) -> str:
        """The identifier that it has in every calendar.

        Args:
            profile: What it is shown as.

        Example:
            >>> action = Action(code="5.1", title="Train")
            >>> plan = ActionPlan(id="AP1", title="", actions=[action])
            >>> moved = attrs.evolve(action, code="6.3", title="Teach", origin=plan.ref(action))
            >>> later = ActionPlan(id="AP2", title="", actions=[moved])
            >>> {one.uid("tasks") for one in occasions_of(plan) + occasions_of(later)}
            {'4442dcd4-24ab-553d-a3b4-c578462fd28b'}
        """
        return stable_uid(self.key(profile))


def occasions_of(plan: ActionPlan) -> tuple[Occasion, ...]:
    """List what a calendar of a plan can show, dated or not.

    A deadline gives one occasion, one that recurs gives one for each round inside the period of
    the plan. Without a deadline, an indicator gives one without a time, and so does an action
    that has no indicators.

    Args:
        plan: The plan.

    Returns:
        The occasions, in the order of the plan: first those of an action itself.

    Example:
        >>> done = Indicator(text="Report", deadlines=[Recurring()])
        >>> action = Action(code="5.1", title="", indicators=[done, Indicator(text="Manual")])
        >>> found = occasions_of(ActionPlan(id="AP1", title="", actions=[action]))
        >>> [(one.item, one.time.day) for one in found]
        [('AP1/5.1 indicator 1', None), ('AP1/5.1 indicator 2', None)]
    """
    return tuple(_occasions(plan))


def origins_of(plan: ActionPlan) -> tuple[str, ...]:
    """List where the actions and the indicators of a plan first stood.

    Args:
        plan: The plan.

    Returns:
        The origins of all occasions of the plan, as these have them, and of all actions.
    """
    found = [_origin(plan, action) for action in plan.actions]
    found += [origin for _, keys in _placed(plan) for origin, _, _ in keys]
    return tuple(dict.fromkeys(found))


def times_of(deadline: Deadline, period: Period | None) -> tuple[Time, ...]:
    """List the times of a deadline.

    Args:
        deadline: The deadline.
        period: The period of the plan, inside which rounds are listed, or None.

    Returns:
        One time; of what recurs the rounds inside the period, else the days that are stated.
        What has no day gives one time without any.

    Example:
        >>> from customs_coop.recurrence import Frequency, Recurrence
        >>> yearly = Recurring(Recurrence(Frequency.YEARLY))
        >>> [str(one.day) for one in times_of(yearly, Period("2011-07-01", "2012-12-31"))]
        ['2011-12-31', '2012-12-31']
    """
    if not isinstance(deadline, Recurring):
        earliest, latest = deadline.earliest, deadline.latest
        lasts = earliest is not None and (latest is None or earliest < latest)
        return (Time("", latest, earliest if lasts else None),)
    days = () if period is None else deadline.last_days(within=period)
    stated = [day for day in (deadline.first, deadline.until) if day is not None]
    return tuple([Time(day.isoformat(), day) for day in dict.fromkeys(days or stated)]) or (Time(),)


def _origin(plan: ActionPlan, action: Action) -> str:
    return str(action.origin or plan.ref(action))


@attrs.frozen
class _Thing:
    """An action or an indicator that has occasions, and where it first stood and stands."""

    occasion: Occasion
    item: Action | Indicator
    first: ActionRef | IndicatorRef
    here: ActionRef | IndicatorRef


_Key: TypeAlias = tuple[str, int, int]
"""The origin, the place and the copy of an occasion."""


def _occasions(plan: ActionPlan) -> Iterator[Occasion]:
    for thing, keys in _placed(plan):
        yield from _dated(thing, keys, plan.period)


def _placed(plan: ActionPlan) -> Iterator[tuple[_Thing, tuple[_Key, ...]]]:
    """Everything that has occasions, with a key for each deadline, or for its first one."""
    taken: set[_Key] = set()
    things = tuple(_things(plan))
    # Deadlines that have moved keep their places, whatever stands before them in the plan.
    moved = [
        _once(_places_said(thing), taken)
        if thing.item.deadline_origins and thing.item.deadlines
        else None
        for thing in things
    ]
    for thing, said in zip(things, moved, strict=True):
        yield thing, said or _once(_places_held(thing), taken)


def _things(plan: ActionPlan) -> Iterator[_Thing]:
    copies: dict[str, int] = {}
    for index, (action, places) in enumerate(zip(plan.actions, first_places(plan), strict=True)):
        here = plan.ref(action)
        whole = Occasion(action=action, ref=here, index=index, origin=_origin(plan, action))
        if action.deadlines or not action.indicators:
            base = attrs.evolve(whole, copy=_copy(whole.origin, copies))
            yield _Thing(base, action, action.origin or here, here)
        for number, indicator in enumerate(action.indicators, 1):
            first = places[number - 1]
            base = attrs.evolve(
                whole,
                indicator=indicator,
                number=number,
                origin=str(first),
                copy=_copy(str(first), copies),
            )
            yield _Thing(base, indicator, first, IndicatorRef(here, number))


def _copy(origin: str, copies: dict[str, int]) -> int:
    count = copies.get(origin, 0)
    copies[origin] = count + 1
    return count


def _places_said(thing: _Thing) -> Iterator[_Key]:
    for place in deadline_places(thing.item, thing.first, thing.here):
        copy = thing.occasion.copy if place.item == thing.first else 0
        yield str(place.item), place.number - 1, copy


def _places_held(thing: _Thing) -> Iterator[_Key]:
    """As they stand; without a deadline that of a first one: a task stays the same with a day."""
    for place in range(max(len(thing.item.deadlines), 1)):
        yield thing.occasion.origin, place, thing.occasion.copy


def _once(keys: Iterable[_Key], taken: set[_Key]) -> tuple[_Key, ...]:
    """The keys, each with the next number of a copy that nothing has."""
    found = []
    for origin, place, first in keys:
        copy = first
        while (origin, place, copy) in taken:
            copy += 1
        taken.add((origin, place, copy))
        found.append((origin, place, copy))
    return tuple(found)


def _dated(thing: _Thing, keys: tuple[_Key, ...], period: Period | None) -> Iterator[Occasion]:
    # Without a deadline there is one occasion, which has no time.
    for deadline, (origin, place, copy) in zip(thing.item.deadlines or (None,), keys, strict=True):
        for time in (Time(),) if deadline is None else times_of(deadline, period):
            yield attrs.evolve(
                thing.occasion, origin=origin, place=place, copy=copy, deadline=deadline, time=time
            )
