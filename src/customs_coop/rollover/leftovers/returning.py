"""What plans, and the entries of ledgers, go on with of that which was left."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    LinkKind,
    RecommendationRef,
)
from customs_coop.references import ActionCitation
from customs_coop.rollover.ledger.entries import Entry, ItemKind, Waiting
from customs_coop.rollover.leftovers.leaving import ITEMS
from customs_coop.rollover.settling import folded

__all__ = ["GoingOn"]

_NAMING: Final = frozenset(
    {
        LinkKind.CONTINUES,
        LinkKind.MERGED_FROM,
        LinkKind.SPLIT_FROM,
        LinkKind.SUPERSEDES,
        LinkKind.TAKES_UP,
    }
)

_Words: TypeAlias = Counter[tuple[ItemKind, str]]


class GoingOn:
    """What the actions at hand go on with.

    Args:
        plans: The plans whose actions are looked at.
        known: All plans whose numbers are known.
        entries: Entries of ledgers, for the actions of plans that are not at hand.
    """

    def __init__(
        self,
        plans: Iterable[ActionPlan],
        known: Iterable[ActionPlan] = (),
        entries: Iterable[Entry] = (),
    ) -> None:
        numbered = [(plan.number, plan.id) for plan in known if plan.number is not None]
        ids = dict(reversed(numbered))
        self._recommendations: dict[str, dict[ActionRef, None]] = {}
        # Which actions go on with others, by the addresses of these, and under which titles.
        self._takers: dict[ActionRef, dict[ActionRef, set[str]]] = {}
        self._taken_up: dict[ActionRef, dict[ActionRef, None]] = {}
        self._words: dict[ActionRef, _Words] = {}
        for plan in plans:
            for action in plan.actions:
                here = plan.ref(action)
                self._words.setdefault(here, Counter()).update(_words_in(action))
                for ref, title in _named_by(action, ids):
                    titles = self._takers.setdefault(ref, {}).setdefault(here, set())
                    titles |= {folded(title), folded(action.title)}
                self._read_links(action, here)
        for entry in entries:
            self._read(entry)

    def _read_links(self, action: Action, here: ActionRef) -> None:
        for link in action.links:
            if link.kind is LinkKind.TAKES_UP and isinstance(link.target, RecommendationRef):
                self._recommendations.setdefault(link.target.recommendation, {})[here] = None
            elif link.kind is LinkKind.TAKES_UP and isinstance(link.target, ActionRef):
                self._taken_up.setdefault(link.target, {})[here] = None

    def _read(self, entry: Entry) -> None:
        here = entry.action
        words = self._words.setdefault(here, Counter())
        words.update((item.kind, folded(item.words)) for item in entry.items)
        for former in (*entry.split_from, *entry.earlier):
            if isinstance(former.action, ActionRef):
                titles = self._takers.setdefault(former.action, {}).setdefault(here, set())
                titles |= {folded(former.title), folded(entry.title)}

    def lineage(self, one: Waiting) -> tuple[ActionRef, ...]:
        """The action of an item, where it is at hand, and those that go on with it."""
        if one.address is None:
            return ()
        own = [one.address] if one.address in self._words else []
        return tuple(dict.fromkeys((*own, *self._takers.get(one.address, ()))))

    def takers(self, address: ActionRef) -> int:
        """How many actions of a plan say that they go on with an address."""
        return _most(dict.fromkeys(self._takers.get(address, ()), 1))

    def seen(self, one: Waiting) -> Waiting:
        """The same, counted anew: what stands there now is no return of it."""
        return attrs.evolve(one, standing=_most(self._standing(one, ())))

    def returned(
        self,
        waiting: Sequence[Waiting],
        named: Collection[str] = (),
        without: Mapping[str, Collection[str]] | None = None,
    ) -> dict[int, tuple[ActionRef, ...]]:
        """What waits no more, and the actions that go on with it.

        An item has returned where its words stand once more than they stood when it was left:
        of several with the same words as many as there are more, first those that are named.

        Args:
            waiting: What waits.
            named: The names of what somebody says that new actions continue.
            without: The plans in which the words of an item mean nothing, by its name.

        Returns:
            The actions, by the place of what waits.
        """
        found: dict[int, tuple[ActionRef, ...]] = {}
        alike: dict[Hashable, list[int]] = {}
        for place, one in enumerate(waiting):
            if one.kind is ItemKind.RECOMMENDATION:
                there = tuple(self._recommendations.get(one.item, ()))
                if there:
                    found[place] = there
            else:
                # One action may go on with several: an item of any of them may be the one there.
                what = folded(one.words) if one.kind in ITEMS else one.address
                alike.setdefault((one.kind, what), []).append(place)
        for places in alike.values():
            # What is named comes first; the order is else that of time.
            places.sort(key=lambda place: waiting[place].item not in named)
            if waiting[places[0]].kind in ITEMS:
                found |= self._items_returned(waiting, places, named, without or {})
            else:
                found |= self._wholes_returned(waiting, places, named)
        return found

    def _items_returned(
        self,
        waiting: Sequence[Waiting],
        places: Iterable[int],
        named: Collection[str],
        without: Mapping[str, Collection[str]],
    ) -> Iterator[tuple[int, tuple[ActionRef, ...]]]:
        taken: list[ActionRef] = []
        for place in places:
            one = waiting[place]
            hidden = without.get(one.item, ())
            standing = self._standing(one, hidden)
            more = _most(standing) - one.standing - sum(ref in standing for ref in taken)
            explicit = () if one.address is None else tuple(self._taken_up.get(one.address, ()))
            is_said = one.item in named and bool(explicit)
            if more > 0 or is_said:
                there = tuple([ref for ref in standing if ref in explicit])
                there = there or (explicit if is_said else tuple(standing))
                yield place, there
                if more > 0:
                    spare = [ref for ref in there if standing.get(ref, 0) > taken.count(ref)]
                    taken += spare[:1] or there[:1]

    def _wholes_returned(
        self, waiting: Sequence[Waiting], places: Sequence[int], named: Collection[str]
    ) -> Iterator[tuple[int, tuple[ActionRef, ...]]]:
        """Actions and missing codes; where a code stood twice, their titles tell them apart."""
        address = waiting[places[0]].address
        there = {} if address is None else self._takers.get(address, {})
        by_title = {
            place: tuple(
                [ref for ref, titles in there.items() if folded(waiting[place].words) in titles]
            )
            for place in places
            if len(places) > 1
        }
        said = [place for place in places if waiting[place].item in named]
        most = _most(dict.fromkeys(there, 1))
        for place in places:
            # Others of its code may have come back before it, and go on there.
            if most <= waiting[place].standing:
                continue
            if len(places) == 1 or (place in said and not by_title[place]):
                yield place, tuple(there)
            elif by_title[place] or (not said and not any(by_title.values())):
                yield place, by_title[place] or tuple(there)

    def _standing(self, one: Waiting, without: Collection[str]) -> dict[ActionRef, int]:
        """Where the words of an item stand, and how often; a whole stands once in each taker."""
        if one.kind is ItemKind.RECOMMENDATION or one.address is None:
            return {}
        if one.kind not in ITEMS:
            return dict.fromkeys(self._takers.get(one.address, ()), 1)
        wanted = (one.kind, folded(one.words))
        there = [ref for ref in self.lineage(one) if ref.plan not in without]
        counts = {ref: self._words[ref][wanted] for ref in there}
        return {ref: count for ref, count in counts.items() if count}


def _most(counts: Mapping[ActionRef, int]) -> int:
    """The sum in the plan that has most."""
    sums: Counter[str] = Counter()
    for ref, count in counts.items():
        sums[ref.plan] += count
    return max(sums.values(), default=0)


def _words_in(action: Action) -> _Words:
    """The words of the indicators and the deadlines of an action, and how often they stand."""
    found: _Words = Counter((ItemKind.INDICATOR, folded(one.text)) for one in action.indicators)
    found.update((ItemKind.MILESTONE, folded(one.text)) for one in action.deadlines)
    return found


def _named_by(action: Action, ids: Mapping[int, str]) -> Iterator[tuple[ActionRef, str]]:
    """The addresses that an action goes on with, as it records them or as its links say."""
    if action.origin is not None:
        yield action.origin, ""
    for former in action.earlier:
        if isinstance(former.action, ActionRef):
            yield former.action, former.title
    for link in action.links:
        if link.kind not in _NAMING:
            continue
        target = link.target
        if isinstance(target, ActionRef):
            yield target, link.text
        elif isinstance(target, ActionCitation) and target.plan is not None:
            yield ActionRef(ids.get(target.plan, f"AP{target.plan}"), Code(target.code)), link.text
