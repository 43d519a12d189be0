"""What one rollover or revision puts off or leaves open, as its ledger tells."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import Final

import attrs

from customs_coop.model import ActionRef, PlanRef
from customs_coop.rollover.dispositions import Defer
from customs_coop.rollover.ledger.entries import (
    Entry,
    IndicatorEntry,
    ItemKind,
    ItemOutcome,
    MilestoneEntry,
    MissingCode,
    Outcome,
    RecommendationEntry,
    Waiting,
)
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.ledger.rows import item_name
from customs_coop.rollover.settling import folded

__all__ = ["ITEMS", "Standing", "base_name", "items_in", "key_of", "left_by"]

ITEMS: Final = (ItemKind.INDICATOR, ItemKind.MILESTONE)
"""What is a part of an action, and can be put off alone."""

_UNANSWERED: Final = (Outcome.DEFERRED, Outcome.OPEN)


def base_name(name: str) -> str:
    """A name without the figure that tells it from others of the same name.

    Example:
        >>> base_name("AP1/1.1 indicator 1 (2)")
        'AP1/1.1 indicator 1'
    """
    head, separator, tail = name.rpartition(" (")
    return head if separator and tail[-1:] == ")" and tail[:-1].isdecimal() else name


def key_of(one: Waiting) -> Hashable:
    """What makes two records one thing, whatever it is called and where it is now.

    A recommendation and a missing code are their names. All else is its number, its words, how it
    was left, why, and between which plans: when one item is gone, another has its number.
    """
    if one.kind is ItemKind.RECOMMENDATION:
        return one.kind, one.item
    if one.kind is ItemKind.MISSING_CODE:
        return one.kind, one.address
    return attrs.evolve(one, item=base_name(one.item), standing=0)


class Standing:
    """How often words stand in the new plan of a ledger, as far as its entries tell.

    Args:
        ledger: The ledger.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def at(self, places: Iterable[ActionRef], kind: ItemKind, words: str) -> int:
        """How often the words of an item stand in some actions of the new plan, taken together."""
        folded_words = folded(words)
        return sum(self.counts[ref, kind, folded_words] for ref in dict.fromkeys(places))

    def after(self, places: Iterable[ActionRef], kind: ItemKind, words: str) -> int:
        """The same for the actions in which some actions of the old plan go on."""
        there = [ref for place in places for ref in self._successors.get(place, ())]
        return self.at(there, kind, words)

    @cached_property
    def _successors(self) -> dict[ActionRef, tuple[ActionRef, ...]]:
        found: dict[ActionRef, tuple[ActionRef, ...]] = {}
        for entry in self._ledger.entries:
            found[entry.action] = (*found.get(entry.action, ()), *entry.successors)
        return found

    @cached_property
    def counts(self) -> Counter[tuple[ActionRef, ItemKind, str]]:
        """How often, by the action, by what it is, and by its words."""
        found: Counter[tuple[ActionRef, ItemKind, str]] = Counter()
        for entry in self._ledger.entries:
            own = Counter(
                (ref, item.kind, folded(_words_there(item)))
                for item in entry.items
                for ref in item.successors
            )
            for place, count in own.items():
                # A merged row has each indicator, and each deadline of the others only once.
                both = found[place] + count, max(found[place], count)
                found[place] = both[0] if place[1] is ItemKind.INDICATOR else both[1]
        return found


def items_in(ledger: Ledger) -> Counter[tuple[ActionRef, ItemKind, str]]:
    """How often words stood in the old plan of a ledger."""
    return Counter(
        (entry.action, item.kind, folded(item.words))
        for entry in ledger.entries
        for item in entry.items
    )


def left_by(ledger: Ledger) -> Iterator[Waiting]:
    """What one rollover or revision put off or left open; none of it is called as another.

    Args:
        ledger: Its ledger.

    Yields:
        Actions with their items, missing codes, then recommendations.
    """
    old, new = ledger.old, ledger.new
    standing = Standing(ledger)
    for entry in ledger.entries:
        disposition = entry.disposition
        # What a revision defers stays in its row.
        if isinstance(disposition, Defer) and not entry.successors:
            yield Waiting(
                kind=ItemKind.ACTION,
                item=str(entry.action),
                words=entry.title,
                left=disposition.word,
                reason=disposition.reason,
                authority=disposition.authority,
                address=entry.action,
                old=old,
                new=new,
                earlier=(*entry.split_from, *entry.earlier),
                standing=entry.standing,
            )
        elif entry.successors and not isinstance(disposition, Defer):
            yield from _left_items(entry, old, new, standing)
    for missing in ledger.missing:
        if missing.disposition is None or isinstance(missing.disposition, Defer):
            yield _left_code(missing, old, new)
    for one in ledger.recommendations:
        if one.outcome in _UNANSWERED:
            yield _left_recommendation(one, old, new)


def _left_items(entry: Entry, old: PlanRef, new: PlanRef, standing: Standing) -> Iterator[Waiting]:
    """The indicators and deadlines that were deferred alone, while their action went on."""
    for item in entry.items:
        if item.outcome is ItemOutcome.DEFERRED and not item.successors:
            yield Waiting(
                kind=item.kind,
                item=item_name(entry, item),
                words=item.words,
                left=item.outcome.value,
                reason=item.reason,
                authority=item.authority,
                address=entry.action,
                old=old,
                new=new,
                standing=standing.at(entry.successors, item.kind, item.words),
            )


def _left_code(missing: MissingCode, old: PlanRef, new: PlanRef) -> Waiting:
    address = ActionRef(old.plan, missing.code)
    decided = missing.disposition
    return Waiting(
        kind=ItemKind.MISSING_CODE,
        item=str(address),
        left="unexplained" if decided is None else decided.word,
        reason="" if decided is None else decided.reason,
        authority=None if decided is None else decided.authority,
        address=address,
        old=old,
        new=new,
    )


def _left_recommendation(one: RecommendationEntry, old: PlanRef, new: PlanRef) -> Waiting:
    return Waiting(
        kind=ItemKind.RECOMMENDATION,
        item=str(one.recommendation),
        words=one.text,
        left=one.outcome.value,
        reason=one.reason,
        authority=one.authority,
        old=old,
        new=new,
    )


def _words_there(item: IndicatorEntry | MilestoneEntry) -> str:
    """The words of an item in the new plan: those of a deadline may be others there."""
    if isinstance(item, MilestoneEntry) and item.moved is not None:
        return item.moved.text
    return item.words
