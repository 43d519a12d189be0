"""Which action an entry is of: by its identifier in the dossier, else by what it says itself."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import CalendarItem, stable_uid
from customs_coop.formats.crosswalk import rounds_key
from customs_coop.formats.occasions import Occasion, Profile, Time, occasions_of
from customs_coop.formats.provenance import day_of
from customs_coop.model import ActionPlan, ActionRef, Dossier
from customs_coop.readers.progress.moved import exported_day

__all__ = ["Holdings", "Place", "is_ours", "stated_address"]

_PROFILES: tuple[Profile, ...] = ("tasks", "events")
_MOST_PLACES = 5  # deadlines of one thing
# Days of which the identifiers of all rounds are made; nobody lost the names of more entries.
_MOST_DAYS = 400
# What `stable_uid` makes. The tasks of somebody else have other identifiers.
_OUR_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@attrs.frozen(kw_only=True)
class Place:
    """Where an entry belongs.

    Args:
        ref: The action.
        number: The number of the indicator, or None.
        occasion: What it is in the dossier; None where only the entry itself tells.
        other_time: Whether the dossier has no such time of it any more.
        told: What is to be told of the address, or empty.
    """

    ref: ActionRef
    number: int | None
    occasion: Occasion | None = None
    other_time: bool = False
    told: str = ""


def stated_address(item: CalendarItem) -> ActionRef | None:
    """The action that an entry names, or None.

    Args:
        item: The entry.
    """
    try:
        return ActionRef.parse(item.item)
    except InvalidValueError:
        return None


def is_ours(item: CalendarItem) -> bool:
    """Whether an entry has an identifier such as exports give.

    Args:
        item: The entry.
    """
    return _OUR_UID.fullmatch(item.uid) is not None


class Holdings:
    """The identifiers that the entries of a dossier have.

    Args:
        dossier: The dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._by_uid: dict[str, list[Occasion]] = {}
        self._by_ref: dict[ActionRef, list[Occasion]] = {}
        self._by_former: dict[ActionRef, list[Occasion]] = {}
        self._by_day: dict[dt.date | None, dict[str, Occasion]] = {}
        for plan in _in_time(dossier):
            for occasion in occasions_of(plan):
                self._by_ref.setdefault(occasion.ref, []).append(occasion)
                for former in _former(occasion):
                    self._by_former.setdefault(former, []).append(occasion)
                for uid in _identifiers(occasion):
                    self._by_uid.setdefault(uid, []).append(occasion)

    def find(self, item: CalendarItem) -> Place | None:
        """Find what an entry is of.

        Its identifier decides, which renumbering and rollover leave as it is. Of several plans
        that have it, the one counts that the entry names, else the last one, which is the one
        whose entry an export of them all shows.

        Args:
            item: The entry.

        Returns:
            The place, or None where the dossier has no such thing.
        """
        stated = stated_address(item)
        found = self._by_uid.get(item.uid, [])
        if not found:
            occasion = self._at_another_time(item, stated)
            if occasion is None:
                return None
            told = ["the dossier has no such time of it any more", *_moved_from(occasion, item)]
            return _place(occasion, "; ".join(told), other_time=True)
        exact = [one for one in found if one.ref == stated]
        exact = [one for one in exact if one.number == item.indicator] or exact
        same_plan = [one for one in found if stated is not None and one.ref.plan == stated.plan]
        occasion = (exact or same_plan or found)[-1]
        told = _moved_from(occasion, item)
        others = [one for one in found if one.ref.plan != occasion.ref.plan]
        if others and stated is None:
            told = [f"{others[-1].item} has the same entry; what the later plan has of it counts"]
        elif others and found[-1].ref.plan != occasion.ref.plan:
            told = [*told, f"it counts for the plan that it names, and is {found[-1].item} by now"]
        return _place(occasion, "; ".join(told))

    def __contains__(self, ref: object) -> bool:
        """Whether the dossier has an action, or something of it, at an address."""
        return ref in self._by_ref

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """All that the dossier has, the later plans last."""
        return tuple([one for found in self._by_ref.values() for one in found])

    def parts(self, occasion: Occasion) -> tuple[Occasion, ...]:
        """All occasions of the same action, as tasks show them.

        Args:
            occasion: One of them.
        """
        return tuple(one for one in self._by_ref[occasion.ref] if one.index == occasion.index)

    def _at_another_time(self, item: CalendarItem, stated: ActionRef | None) -> Occasion | None:
        """The thing of an entry whose deadline was another one then: its identifier has the day.

        The action may stand elsewhere by now, as a round of the plan before is none of the next.
        """
        noted = exported_day(item)
        written = item.last_days or ()
        days: dict[dt.date | None, None] = dict.fromkeys((None, *written, noted))
        if stated is None:
            return self._at_any_time(item, days) if is_ours(item) else None
        candidates = (*self._by_former.get(stated, ()), *self._by_ref.get(stated, ()))
        things: dict[tuple[str, int], Occasion] = {
            (one.origin, one.copy): one for one in candidates
        }
        for one in things.values():
            for day in days:
                if item.uid in _then(one, day):
                    return one
        return None

    def _at_any_time(self, item: CalendarItem, days: Iterable[dt.date | None]) -> Occasion | None:
        """The same of an entry that does not say what it is of, among everything there is."""
        for day in days:
            if day not in self._by_day:
                if len(self._by_day) == _MOST_DAYS:
                    return None
                things = {(one.origin, one.copy): one for one in self.occasions}
                self._by_day[day] = {uid: one for one in things.values() for uid in _then(one, day)}
            if item.uid in self._by_day[day]:
                return self._by_day[day][item.uid]
        return None


def _place(occasion: Occasion, told: str, *, other_time: bool = False) -> Place:
    return Place(
        ref=occasion.ref,
        number=occasion.number,
        occasion=occasion,
        other_time=other_time,
        told=told,
    )


def _moved_from(occasion: Occasion, item: CalendarItem) -> list[str]:
    """That an entry was exported under another address."""
    stated = stated_address(item)
    if stated is None or (occasion.ref, occasion.number) == (stated, item.indicator):
        return []
    return [f"it was exported as {_address(stated, item.indicator)}"]


def _then(occasion: Occasion, day: dt.date | None) -> Iterator[str]:
    """The identifiers that a thing would have with its times on another day, or on none."""
    time = Time() if day is None else Time(day.isoformat())
    for place in range(_MOST_PLACES):
        yield from _identifiers(attrs.evolve(occasion, place=place, time=time))


def _identifiers(occasion: Occasion) -> Iterator[str]:
    for profile in _PROFILES:
        yield occasion.uid(profile)
    if occasion.time.occurrence:
        yield stable_uid(rounds_key(occasion))


def _former(occasion: Occasion) -> Iterator[ActionRef]:
    action = occasion.action
    places = (action.origin, *(one.action for one in action.earlier))
    for one in dict.fromkeys(places):
        if isinstance(one, ActionRef) and one != occasion.ref:
            yield one


def _in_time(dossier: Dossier) -> list[ActionPlan]:
    return sorted(
        dossier.plans,
        key=lambda plan: day_of(plan, dossier) if plan.period is None else plan.period.start,
    )


def _address(ref: ActionRef, number: int | None) -> str:
    return str(ref) if number is None else f"{ref} indicator {number}"
