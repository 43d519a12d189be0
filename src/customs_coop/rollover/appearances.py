"""Where an action stood before: as rollovers, links and older plans tell it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    LinkKind,
    PlanRef,
)
from customs_coop.references import ActionCitation

__all__ = ["History", "recorded"]

_Place: TypeAlias = ActionRef | PlanRef


def recorded(action: Action) -> tuple[Appearance, ...]:
    """What the action itself records of the plans before; its origin, where that is all."""
    if action.earlier or action.origin is None:
        return action.earlier
    return (Appearance(action=action.origin),)


def _continues(action: Action) -> bool:
    links = action.links
    return bool(links) and any(link.kind is LinkKind.CONTINUES for link in links)


class History:
    """Older plans, to be asked where an action stood before.

    Args:
        plan: The plan that ends.
        earlier: Plans before it, in any order.
    """

    def __init__(self, plan: ActionPlan, earlier: Iterable[ActionPlan]) -> None:
        self._plans: dict[str, ActionPlan] = {}
        for one in (plan, *earlier):
            self._plans.setdefault(one.id, one)
        self._ids_by_number = {
            one.number: one.id for one in reversed(self._plans.values()) if one.number is not None
        }
        self._starts = {
            one.id: one.period.start for one in self._plans.values() if one.period is not None
        }

    def before(self, here: ActionRef, action: Action) -> tuple[Appearance, ...]:
        """Where the action of that address stood before, the oldest first, each plan once."""
        if not action.earlier and action.origin is None and not _continues(action):
            return ()
        order, titles = self._walk(here, action)
        found: dict[str, Appearance] = {}
        # What the action records is surer than a link, and an address than a plan alone.
        sure = [one.action for one in recorded(action) if isinstance(one.action, ActionRef)]
        for place in (*sure, *sorted(order, key=lambda one: isinstance(one, PlanRef))):
            if place.plan != here.plan and place.plan not in found:
                found[place.plan] = Appearance(action=place, title=titles.get(place, ""))
        plans = dict.fromkeys(place.plan for place in order if place.plan in found)
        return tuple(found[plan] for plan in plans)

    def before_each(
        self, actions: Sequence[Action], addresses: Sequence[ActionRef]
    ) -> list[tuple[Appearance, ...]]:
        """The same for each of several actions, in their order."""
        return [self.before(here, one) for here, one in zip(addresses, actions, strict=True)]

    def split_from(self, here: ActionRef, action: Action) -> tuple[Appearance, ...]:
        """The places of the action that a further part of a split was a part of, oldest first.

        The first part has these places as its own; for a further one only its link knows them.
        Where a revision split it, both stood in one plan: the one in which the part began.
        """
        if not action.links:
            return ()
        targets = [link for link in action.links if link.kind is LinkKind.SPLIT_FROM]
        if not targets:
            return ()
        places: tuple[_Place, ...] = (*(one.action for one in self.before(here, action)), here)
        own = {one.plan for one in places}
        for link in targets:
            place = link.target
            if not isinstance(place, ActionRef):
                continue
            if place.plan in own and not self._began_beside(place, places, action):
                continue
            whole = self._action_at(place)
            if whole is None:
                return (Appearance(action=place, title=link.text),)
            former = [one for one in self.before(place, whole) if one.action.plan not in own]
            # In a revised plan that place has the title of the first part by now.
            title = (place.plan in own and link.text) or whole.title
            return (*former, Appearance(action=place, title=title))
        return ()

    def _began_beside(self, place: ActionRef, own: Sequence[_Place], action: Action) -> bool:
        """Whether an action began as a part of another one of its own first plan.

        Args:
            place: What a link says that it was split from.
            own: All its own places, the oldest first.
            action: The action.
        """
        first = own[0]
        if place.plan != first.plan or not isinstance(first, ActionRef) or place == first:
            return False
        # What was merged into it there brought its links along, so the link may tell of that.
        return not any(
            link.kind is LinkKind.MERGED_FROM
            and isinstance(link.target, ActionRef)
            and link.target.plan == place.plan
            for link in action.links
        )

    def _walk(self, here: ActionRef, action: Action) -> tuple[list[_Place], dict[_Place, str]]:
        """All places, each behind what comes before it, and the titles known there."""
        titles: dict[_Place, str] = {}
        order: list[_Place] = []
        stack: list[tuple[_Place, bool]] = [(here, False)]
        met: set[_Place] = set()  # so that a circle ends
        while stack:
            place, done = stack.pop()
            if done:
                order.append(place)
                continue
            if place in met:
                continue
            met.add(place)
            stack.append((place, True))
            there = action if place == here else self._action_at(place)
            if there is not None:
                titles.setdefault(place, there.title)
                for former in recorded(there):
                    if former.title:
                        titles.setdefault(former.action, former.title)
                stack += [(one, False) for one in reversed(self._places_before(place, there))]
        return order, titles

    def _places_before(self, place: _Place, action: Action) -> list[_Place]:
        """The places that an action names as its own in older plans, the oldest first."""
        places: dict[_Place, None] = {}
        for link in action.links:
            if link.kind is not LinkKind.CONTINUES:
                continue
            target = link.target
            if isinstance(target, ActionCitation) and target.plan is not None:
                named = self._ids_by_number.get(target.plan, f"AP{target.plan}")
                target = ActionRef(named, target.code)
            if isinstance(target, ActionRef | PlanRef) and target.plan != place.plan:
                places[target] = None
        trusted = [one.action for one in recorded(action)]
        sure = {one.plan for one in trusted if isinstance(one, ActionRef)}
        # A link to another action of such a plan tells of something that was merged into it.
        places = {one: None for one in places if one.plan not in sure}
        starts = self._starts
        known = all(one.plan in starts for one in places)

        def age(one: _Place) -> tuple[dt.date, Code, bool]:
            start = starts[one.plan] if known else dt.date.min
            return start, Code(one.plan), isinstance(one, PlanRef)

        linked = sorted((one for one in places if one not in trusted), key=age)
        # An origin is the first place of all; what earlier rollovers recorded has no gap behind it.
        return [*linked, *trusted] if action.earlier else [*trusted, *linked]

    def _action_at(self, place: _Place) -> Action | None:
        plan = self._plans.get(place.plan)
        if plan is None or isinstance(place, PlanRef) or place.code not in plan:
            return None
        return plan[place.code]
