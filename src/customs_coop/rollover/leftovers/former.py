"""What is known of the plans before the old one: what waits, and what could go on."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    DeadlineRef,
    Indicator,
    IndicatorRef,
    LinkKind,
    Recommendation,
)
from customs_coop.model.descent import deadline_places, first_places
from customs_coop.rollover.appearances import History
from customs_coop.rollover.copying import with_first_places
from customs_coop.rollover.ledger.entries import Entry, ItemKind, ItemOutcome, Waiting
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.ledger.rows import item_name
from customs_coop.rollover.leftovers.leaving import base_name
from customs_coop.rollover.leftovers.waiting import still_waiting

__all__ = ["Former", "Past"]


@attrs.frozen(kw_only=True)
class Former:
    """Something of an earlier plan that a new action can go on with.

    Args:
        ref: The address of the action that it is, or is a part of; None for a recommendation.
        title: The title of that action; empty where nobody knows it.
        earlier: Where that action stood before, the oldest first.
        action: The action, where its plan is at hand.
        period: The period of that plan, or None.
        indicator: The indicator, where it is one that was deferred alone.
        milestone: The deadline, where it is one that was deferred alone.
        milestone_origin: Where that first stood; None where nobody knows it.
        recommendation: The recommendation, where it is one that waits, with its words.
    """

    ref: ActionRef | None
    title: str = ""
    earlier: tuple[Appearance, ...] = ()
    action: Action | None = None
    period: Period | None = None
    indicator: Indicator | None = None
    milestone: Deadline | None = None
    milestone_origin: DeadlineRef | None = None
    recommendation: Recommendation | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole action: no single item of one, and no recommendation."""
        return self.ref is not None and self.indicator is None and self.milestone is None


class Past:
    """The plans and the ledgers before, to be asked what waits and what can be continued.

    Args:
        plan: The plan that ends.
        older: Plans before it.
        ledgers: The ledgers of the rollovers before, the oldest first.
        answered: The ids of the recommendations that are handed in.
    """

    def __init__(
        self,
        plan: ActionPlan,
        older: Sequence[ActionPlan],
        ledgers: Sequence[Ledger],
        answered: Iterable[str] = (),
    ) -> None:
        self.plan = plan
        self.answered = frozenset(answered)
        self.waiting = still_waiting(ledgers, (plan, *older), self.answered)
        self._items = {one.item: one for one in self.waiting}
        self._older = {one.id: one for one in reversed(older) if one.id != plan.id}
        self._history = History(plan, older)
        self._entries: dict[ActionRef, list[Entry]] = {}
        for ledger in ledgers:
            for entry in ledger.entries:
                self._entries.setdefault(entry.action, []).append(entry)

    @property
    def names(self) -> Mapping[str, Waiting]:
        """What is waiting, by its name."""
        return self._items

    def find(self, name: str) -> Former | None:
        """What a name means; None where nobody knows it, or where it is of the old plan."""
        waiting = self._items.get(name)
        if waiting is None:
            return self._by_address(name)
        if waiting.address is None:
            return Former(
                ref=None, recommendation=Recommendation(id=waiting.item, text=waiting.words)
            )
        found = self._at(waiting.address) or Former(ref=waiting.address)
        if waiting.address.plan == self.plan.id:  # a revision of the plan that ends has left it
            found = attrs.evolve(found, period=self.plan.period)
        if waiting.kind is ItemKind.INDICATOR:
            return attrs.evolve(found, indicator=self._indicator(waiting))
        if waiting.kind is ItemKind.MILESTONE:
            return attrs.evolve(
                found,
                milestone=parse_deadline(waiting.words),
                milestone_origin=_place_of_milestone(waiting, found),
            )
        return attrs.evolve(
            found,
            title=waiting.words or found.title,
            earlier=found.earlier or waiting.earlier,
        )

    def goes_on_as(self, ref: ActionRef) -> ActionRef | None:
        """The action of the old plan that goes on with one of a plan before; None without one."""
        for action in self.plan.actions:
            continued = [link.target for link in action.links if link.kind is LinkKind.CONTINUES]
            own = [action.origin, *(one.action for one in action.earlier), *continued]
            if ref in own:
                return self.plan.ref(action)
        return None

    def waits_as(self, ref: ActionRef) -> str:
        """The name under which an action waits that stood there once; empty without one."""
        for one in self.waiting:
            if any(former.action == ref for former in one.earlier):
                return one.item
        return ""

    def _by_address(self, name: str) -> Former | None:
        try:
            ref = ActionRef.parse(name)
        except InvalidValueError:
            return None
        return None if ref.plan == self.plan.id else self._at(ref)

    def _at(self, ref: ActionRef) -> Former | None:
        """An action of a plan that is at hand, also by an alias, or of which a ledger tells."""
        plan = self._older.get(ref.plan)
        if plan is not None and ref.code in plan:
            action = plan[ref.code]
            here = plan.ref(action)
            return Former(
                ref=here,
                title=action.title,
                earlier=self._history.before(here, action),
                action=_with_origins(plan, action),
                period=plan.period,
            )
        if ref not in self._entries:
            return None
        entry = self._entries[ref][0]
        return Former(ref=ref, title=entry.title, earlier=(*entry.split_from, *entry.earlier))

    def _indicator(self, waiting: Waiting) -> Indicator:
        """The indicator as a ledger at hand has it, else with its words alone."""
        entries = [] if waiting.address is None else self._entries.get(waiting.address, [])
        name = base_name(waiting.item)
        same = [
            (item_name(entry, one) != name, entry, one)
            for entry in entries
            for one in entry.indicators
            if one.indicator.text == waiting.words and one.outcome is ItemOutcome.DEFERRED
        ]
        if not same:
            # What bears a figure behind its name has the name of another one.
            place = _place_of(name) if name == waiting.item else None
            at_hand = None if place is None else self._place_at_hand(place, waiting.words)
            return Indicator(text=waiting.words, origin=at_hand or place)
        _, entry, found = min(same, key=lambda one: one[0])
        place = IndicatorRef(entry.action, found.number)
        at_hand = self._place_at_hand(place, waiting.words)
        origin = found.indicator.origin or at_hand or _place_in_entry(entry, found.number)
        return attrs.evolve(found.indicator, origin=origin)

    def _place_at_hand(self, place: IndicatorRef, words: str) -> IndicatorRef | None:
        """Where an indicator first stood, where a plan at hand still has it in that place."""
        former = self._at(place.action)
        if former is None or former.action is None or former.ref != place.action:
            return None
        there = former.action.indicators[place.number - 1 : place.number]
        return there[0].origin if there and there[0].text == words else None


def _with_origins(plan: ActionPlan, action: Action) -> Action:
    """An action of a plan with indicators and deadlines that know where they first stood."""
    if not action.indicators and not action.deadline_origins:
        return action
    at = next(place for place, one in enumerate(plan.actions) if one is action)
    return with_first_places(action, first_places(plan)[at], plan.ref(action))


def _place_of(name: str) -> IndicatorRef | None:
    """The place that a ledger names; None where somebody has written another name into it."""
    try:
        return IndicatorRef.parse(name)
    except InvalidValueError:
        return None


def _place_of_milestone(waiting: Waiting, found: Former) -> DeadlineRef | None:
    """Where a deadline first stood, where a plan at hand still has it in the place it is named by.

    A ledger alone does not tell whether others stood before it, so that it may have moved.
    """
    action, here = found.action, found.ref
    if action is None or here is None:
        return None
    places = deadline_places(action, action.origin or here, here)
    for number, (deadline, place) in enumerate(zip(action.deadlines, places, strict=True), 1):
        name = f"{here} {ItemKind.MILESTONE.value} {number}"
        if (waiting.item, waiting.words) == (name, deadline.text):
            return place
    return None


def _place_in_entry(entry: Entry, number: int) -> IndicatorRef:
    """Where an indicator first stood, as far as the entry of its action tells."""
    known = [one.action for one in entry.earlier if isinstance(one.action, ActionRef)]
    action = Action(
        code=entry.action.code,
        title=entry.title,
        origin=known[0] if known else None,
        indicators=[one.indicator for one in entry.indicators],
    )
    plan = ActionPlan(id=entry.action.plan, title="", actions=[action])
    places = [one.number for one in entry.indicators]
    return first_places(plan)[0][places.index(number)]
