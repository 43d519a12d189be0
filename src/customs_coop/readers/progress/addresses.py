"""Which action an entry is of: by its identifier in the dossier, else by what it says itself."""

from collections.abc import Iterator

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.formats.calendars import CalendarItem, stable_uid
from customs_coop.formats.occasions import Occasion, Profile, Time, occasions_of
from customs_coop.formats.provenance import day_of
from customs_coop.model import ActionPlan, ActionRef, Dossier

__all__ = ["Holdings", "Place", "stated_address"]

_PROFILES: tuple[Profile, ...] = ("tasks", "events")
_MOST_PLACES = 5  # deadlines of one thing


@attrs.frozen(kw_only=True)
class Place:
    """Where an entry belongs.

    Args:
        ref: The action.
        number: The number of the indicator, or None.
        occasion: What it is in the dossier; None where only the entry itself tells.
        told: Why it is another address than the entry says, or empty.
    """

    ref: ActionRef
    number: int | None
    occasion: Occasion | None = None
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


class Holdings:
    """The identifiers that the entries of a dossier have.

    Args:
        dossier: The dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._by_uid: dict[str, list[Occasion]] = {}
        self._by_ref: dict[ActionRef, list[Occasion]] = {}
        self._by_former: dict[ActionRef, list[Occasion]] = {}
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
        that have it, the one counts that the entry names, else the last.

        Args:
            item: The entry.

        Returns:
            The place, or None where the dossier has no such thing.
        """
        stated = stated_address(item)
        found = self._by_uid.get(item.uid, [])
        if not found:
            if stated is None:
                return None
            occasion = self._at_another_time(item, stated)
            if occasion is None:
                return None
            told = "the dossier has no such time of it any more"
            if (occasion.ref, occasion.number) != (stated, item.indicator):
                told += f"; it was exported as {_address(stated, item.indicator)}"
            return Place(ref=occasion.ref, number=occasion.number, occasion=occasion, told=told)
        exact = [one for one in found if one.ref == stated]
        exact = [one for one in exact if one.number == item.indicator] or exact
        same_plan = [one for one in found if stated is not None and one.ref.plan == stated.plan]
        occasion = (exact or same_plan or found)[-1]
        told = ""
        if stated is not None and (occasion.ref, occasion.number) != (stated, item.indicator):
            told = f"it was exported as {_address(stated, item.indicator)}"
        return Place(ref=occasion.ref, number=occasion.number, occasion=occasion, told=told)

    def parts(self, occasion: Occasion) -> tuple[Occasion, ...]:
        """All occasions of the same action, as tasks show them.

        Args:
            occasion: One of them.
        """
        return tuple(one for one in self._by_ref[occasion.ref] if one.index == occasion.index)

    def _at_another_time(self, item: CalendarItem, stated: ActionRef) -> Occasion | None:
        """The occasion of the action that an entry names whose deadline was another one then.

        The action may stand elsewhere by now, as a round of the plan before is none of the next.
        """
        days = ("",) if item.due is None else ("", item.due.isoformat())
        candidates = (*self._by_former.get(stated, ()), *self._by_ref.get(stated, ()))
        things: dict[tuple[str, int], Occasion] = {
            (one.origin, one.copy): one for one in candidates
        }
        for one in things.values():
            for place in range(_MOST_PLACES):
                for day in days:
                    then = attrs.evolve(one, place=place, time=Time(day))
                    if item.uid in _identifiers(then):
                        return one
        return None


def _identifiers(occasion: Occasion) -> Iterator[str]:
    for profile in _PROFILES:
        yield occasion.uid(profile)
    if occasion.time.occurrence:
        # Rounds that are shown as one event have the key of the first.
        yield stable_uid(f"{occasion.key('events')}/rounds")


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
