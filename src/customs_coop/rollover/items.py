"""The entries of single actions, with those of their indicators and milestones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import Action, ActionPlan, ActionRef, Indicator, Status
from customs_coop.references import Reference
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.appearances import History
from customs_coop.rollover.dispositions import Carry, Complete, Defer, Disposition, Drop, MergeInto
from customs_coop.rollover.entries import (
    Entry,
    IndicatorEntry,
    ItemOutcome,
    MilestoneEntry,
    Wording,
)
from customs_coop.rollover.settling import End, folded
from customs_coop.rollover.splitting import lost_words
from customs_coop.rollover.windows import KEEP, Window

__all__ = ["entries_of"]

_OUTCOMES: Final = {outcome.value: outcome for outcome in ItemOutcome}
_DONE: Final = {Status.COMPLETED: ItemOutcome.COMPLETED, Status.OBSOLETE: ItemOutcome.DROPPED}
_GOING_ON: Final = (ItemOutcome.CARRIED, ItemOutcome.MERGED, ItemOutcome.SPLIT)
_ENDING: Final = (Complete, Defer, Drop)


def entries_of(
    plan: ActionPlan,
    decided: Decided,
    successors: Sequence[tuple[ActionRef, ...]],
    *,
    addresses: Sequence[ActionRef],
    parts: Mapping[int, Sequence[Action]],
    closed: frozenset[ActionRef],
    window: Window,
    history: History,
    written: Mapping[ActionRef, Action] = MappingProxyType({}),
) -> Iterator[Entry]:
    """Make one entry for each action of the old plan.

    Args:
        plan: The old plan.
        decided: What was decided.
        successors: The new addresses of each old action.
        addresses: The addresses of the old actions.
        parts: The parts of each action that was split, by its position.
        closed: The new addresses under which nothing remains to be done; no time moves there.
        window: What becomes of deadlines.
        history: Where actions stood before.
        written: The new actions that somebody wrote, in the draft or as parts of a split: what
            stands there is not what the decisions alone would bring.

    Yields:
        The entries, in the order of the plan.
    """
    for position, action in enumerate(plan.actions):
        here = addresses[position]
        there = successors[position]
        disposition = decided.dispositions[position]
        indicators: tuple[IndicatorEntry, ...] = ()
        milestones: tuple[MilestoneEntry, ...] = ()
        if action.indicators or action.deadlines:
            settlement = decided.settlement(position)
            items = _Items(
                action=action,
                disposition=disposition,
                indicator_ends=settlement.indicators,
                milestone_ends=settlement.milestones,
                there=there,
                parts=parts.get(position, ()),
                closed=closed,
                window=window,
                written={ref: written[ref] for ref in there if ref in written},
            )
            if (
                isinstance(disposition, Carry)
                and window.policy is KEEP
                and not settlement
                and not items.written
            ):
                indicators = items.carried_indicators()
            else:
                indicators = tuple(items.indicators())
            milestones = tuple(items.milestones())
        is_moved = position in parts or isinstance(disposition, MergeInto)
        yield Entry(
            action=here,
            disposition=disposition,
            successors=there,
            indicators=indicators,
            milestones=milestones,
            title=action.title,
            earlier=history.before(here, action),
            wordings=(
                *_given_way(plan, position, decided),
                *_wordings(action, parts.get(position, ())),
            )
            if is_moved
            else (),
            aliases=action.aliases,
            split_from=history.split_from(here, action),
            number=position + 1,
        )


@attrs.define(kw_only=True)
class _Items:
    """One action and what was decided about it."""

    action: Action
    disposition: Disposition
    indicator_ends: Mapping[int, End]
    milestone_ends: Mapping[int, End]
    there: tuple[ActionRef, ...]
    parts: Sequence[Action]
    closed: frozenset[ActionRef]
    window: Window
    written: Mapping[ActionRef, Action]

    def carried_indicators(self) -> tuple[IndicatorEntry, ...]:
        """The indicators of an action that is carried as it is: the quick way for most."""
        return tuple(
            [
                IndicatorEntry(
                    number=number,
                    indicator=item,
                    outcome=_DONE.get(item.status, ItemOutcome.CARRIED),
                    successors=self.there,
                )
                for number, item in enumerate(self.action.indicators, 1)
            ]
        )

    def indicators(self) -> Iterator[IndicatorEntry]:
        items = self.action.indicators
        places = [[folded(one.text) for one in part.indicators] for part in self.parts]
        spread = _Spread([folded(one.text) for one in items], places) if self.parts else None
        for place, item in enumerate(items):
            where = self.there if spread is None else spread.next(folded(item.text), self.there)
            end = self.indicator_ends.get(place)
            outcome, reason, authority = self._fate(end, item.status)
            if end is not None and not isinstance(end, Complete):
                where = ()
            moved = item.deadlines
            if self._is_open(outcome, where):
                moved = self.window.move_all(moved)
            if self.written:
                where, moved = self._indicator_there(item, moved, where)
            yield IndicatorEntry(
                number=place + 1,
                indicator=item,
                outcome=outcome,
                successors=where,
                moved=() if moved == item.deadlines else moved,
                reason=reason,
                authority=authority,
            )

    def milestones(self) -> Iterator[MilestoneEntry]:
        items = self.action.deadlines
        fates = [self._fate(self.milestone_ends.get(n), Status.OPEN) for n in range(len(items))]
        places = self._places_of_milestones()
        spread = _Spread([folded(one.text) for one in items], places) if self.parts else None
        found: list[tuple[tuple[ActionRef, ...], Deadline]] = []
        for item, (outcome, _, _) in zip(items, fates, strict=True):
            where = self.there if spread is None else spread.next(folded(item.text), self.there)
            if outcome not in _GOING_ON:
                where = ()  # a deadline cannot be marked as done, so none stays that is over
            moved = self.window.move(item) if self._is_open(outcome, where) else item
            found.append((where, moved))
        if self.written:
            found = self._milestones_there(found)
        numbered = enumerate(zip(items, fates, found, strict=True), 1)
        for number, (item, (outcome, reason, authority), (where, moved)) in numbered:
            yield MilestoneEntry(
                number=number,
                deadline=item,
                outcome=outcome,
                moved=None if moved == item else moved,
                successors=where,
                reason=reason,
                authority=authority,
            )

    def _places_of_milestones(self) -> list[list[str]]:
        """The words of the deadlines of each part: its own, else those of its indicators."""
        own = [[folded(one.text) for one in part.deadlines] for part in self.parts]
        known = {words for part in own for words in part}
        return [
            [
                *words,
                *(
                    folded(one.text)
                    for indicator in part.indicators
                    for one in indicator.deadlines
                    if folded(one.text) not in known
                ),
            ]
            for words, part in zip(own, self.parts, strict=True)
        ]

    def _indicator_there(
        self, item: Indicator, expected: tuple[Deadline, ...], where: Sequence[ActionRef]
    ) -> tuple[tuple[ActionRef, ...], tuple[Deadline, ...]]:
        """Which of the actions that somebody wrote have an indicator, and its deadlines there."""
        words = folded(item.text)
        kept: list[ActionRef] = []
        moved: list[tuple[Deadline, ...]] = []
        for ref in where:
            action = self.written.get(ref)
            if action is None:
                kept.append(ref)
                moved.append(expected)
                continue
            same = [one.deadlines for one in action.indicators if folded(one.text) == words]
            if same:
                kept.append(ref)
                moved.append(
                    next((one for one in (expected, item.deadlines) if one in same), same[0])
                )
        return tuple(kept), next((one for one in moved if one != item.deadlines), item.deadlines)

    def _milestones_there(
        self, found: Sequence[tuple[tuple[ActionRef, ...], Deadline]]
    ) -> list[tuple[tuple[ActionRef, ...], Deadline]]:
        """The same for all deadlines of the action itself."""
        items = self.action.deadlines
        kept: list[list[ActionRef]] = [[] for _ in items]
        moved: list[list[Deadline]] = [[] for _ in items]
        for ref in dict.fromkeys(ref for where, _ in found for ref in where):
            places = [place for place, (where, _) in enumerate(found) if ref in where]
            action = self.written.get(ref)
            if action is None:
                there = {place: found[place][1] for place in places}
            else:
                there = self._matched({place: found[place][1] for place in places}, action)
            for place, deadline in there.items():
                kept[place].append(ref)
                moved[place].append(deadline)
        return [
            (tuple(refs), next((one for one in own if one != item), item))
            for item, refs, own in zip(items, kept, moved, strict=True)
        ]

    def _matched(self, expected: Mapping[int, Deadline], action: Action) -> dict[int, Deadline]:
        """The deadline of a written action for each that is expected there, by its place."""
        there = action.all_deadlines if self.parts else action.deadlines
        found: dict[int, Deadline] = {}
        for place, deadline in expected.items():
            wanted = [one for one in (deadline, self.action.deadlines[place]) if one in there]
            if wanted:
                found[place] = wanted[0]
        taken = list(found.values())
        others = [one for one in action.deadlines if one not in taken]
        open_places = [place for place in expected if place not in found]
        if not isinstance(self.disposition, MergeInto) and len(others) >= len(open_places):
            # In what is merged, a deadline without a like may be that of another action.
            found.update(zip(open_places, others, strict=False))
        return found

    def _fate(self, end: End | None, status: Status) -> tuple[ItemOutcome, str, Reference | None]:
        """What became of an item, why, and by which document."""
        disposition = self.disposition
        if end is not None:
            return _OUTCOMES[end.word], end.reason, end.authority
        if status.closed:
            return _DONE[status], "", None
        if isinstance(disposition, _ENDING):
            return _OUTCOMES[disposition.word], disposition.reason, disposition.authority
        if isinstance(disposition, MergeInto) and self.action.status.closed:
            # What is done brings nothing open into the row that it is merged into.
            return _DONE[self.action.status], "", None
        return _OUTCOMES[disposition.word], "", None

    def _is_open(self, outcome: ItemOutcome, where: Iterable[ActionRef]) -> bool:
        return outcome in _GOING_ON and not self.closed.issuperset(where)


class _Spread:
    """In which parts of a split each item stands, found by its words.

    Where several items have the same words, each takes one place, and the last one the rest.

    Args:
        items: The words of the items of the old action.
        places: The words of the items of each part.
    """

    def __init__(self, items: Iterable[str], places: Iterable[Sequence[str]]) -> None:
        self._wanted = Counter(items)
        self._parts: dict[str, list[int]] = {}
        for number, words_of_part in enumerate(places):
            for words in words_of_part:
                self._parts.setdefault(words, []).append(number)

    def next(self, words: str, there: Sequence[ActionRef]) -> tuple[ActionRef, ...]:
        """The addresses of the parts in which the next item of these words stands."""
        self._wanted[words] -= 1
        left = self._parts.get(words, [])
        taken = left[:1] if self._wanted[words] else left
        self._parts[words] = left[len(taken) :]
        return tuple(there[number] for number in dict.fromkeys(taken))


def _given_way(plan: ActionPlan, position: int, decided: Decided) -> Iterator[Wording]:
    """What a merged action has otherwise than its survivor in fields that hold one value."""
    disposition = decided.dispositions[position]
    if not isinstance(disposition, MergeInto):
        return
    action = plan.actions[position]
    survivor = plan[disposition.code]
    if action.priority is not None and action.priority != survivor.priority:
        yield Wording(
            field="priority", text=str(getattr(action.priority, "value", action.priority))
        )
    if action.status is not survivor.status:
        yield Wording(field="status", text=action.status.value)
    area = action.work_area
    if area is not None and area != survivor.work_area:
        heading = next((one.title for one in plan.work_areas if one.code == area), "")
        yield Wording(field="work_area", text=f"{area} {heading}".strip())


def _wordings(action: Action, parts: Sequence[Action]) -> tuple[Wording, ...]:
    """The texts that a merger puts among those of others, and a split behind another title.

    Whatever else no part of a split has is kept here as well.
    """
    found: dict[Wording, None] = {}
    if action.status_text.strip():
        found[Wording(field="status_text", text=action.status_text)] = None
    if action.terms_of_reference.strip():
        found[Wording(field="terms_of_reference", text=action.terms_of_reference)] = None
    for text in action.outcomes:
        found[Wording(field="outcomes", text=text)] = None
    for cell in action.extra:
        found[Wording(field=f"extra: {cell.heading}", text=cell.text)] = None
    if parts:
        for name, text in lost_words(action, parts):
            found[Wording(field=name, text=text)] = None
    return tuple(found)
