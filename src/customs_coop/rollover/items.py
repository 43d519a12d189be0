"""The entries of single actions, with those of their indicators and milestones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from customs_coop.deadline import Deadline
from customs_coop.model import Action, ActionPlan, ActionRef, Appearance, Indicator, Status
from customs_coop.references import Reference
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.appearances import History
from customs_coop.rollover.dispositions import Carry, Complete, Defer, Disposition, Drop, MergeInto
from customs_coop.rollover.ledger.entries import (
    Entry,
    IndicatorEntry,
    ItemOutcome,
    MilestoneEntry,
    Wording,
)
from customs_coop.rollover.settling import NOTHING_SETTLED, End, NewTimes, Settlement, folded
from customs_coop.rollover.splitting import lost_words
from customs_coop.rollover.spreading import Spread
from customs_coop.rollover.windows import KEEP, Window

__all__ = ["entries_of"]

_Fate: TypeAlias = tuple[ItemOutcome, str, Reference | None]

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
    before: Sequence[tuple[Appearance, ...]],
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
        before: Where each of them stood before.
        parts: The parts of each action that was split, by its position.
        closed: The new addresses under which nothing remains to be done; no time moves there.
        window: What becomes of deadlines.
        history: The older plans.
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
            rewritten = {ref: written[ref] for ref in there if ref in written} if written else {}
            stays = isinstance(disposition, Carry) and window.policy is KEEP
            if (
                (stays or isinstance(disposition, _ENDING))
                and settlement is NOTHING_SETTLED
                and not rewritten
            ):
                indicators = _indicators_as_a_whole(action, disposition, there)
                milestones = _milestones_as_a_whole(action, disposition, there)
            else:
                items = _Items(
                    action=action,
                    disposition=disposition,
                    settlement=settlement,
                    there=there,
                    parts=parts.get(position, ()),
                    closed=closed,
                    window=window,
                    written=rewritten,
                )
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
            earlier=before[position],
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


def _indicators_as_a_whole(
    action: Action, disposition: Disposition, there: tuple[ActionRef, ...]
) -> tuple[IndicatorEntry, ...]:
    """The indicators of an action that is carried or ends as it is: the quick way for most."""
    outcome = _OUTCOMES[disposition.word]
    reason, authority = _said_of_items(disposition)
    found = []
    for number, item in enumerate(action.indicators, 1):
        done = _DONE.get(item.status)
        found.append(
            IndicatorEntry(
                number=number,
                indicator=item,
                outcome=done or outcome,
                successors=there,
                reason="" if done else reason,
                authority=None if done else authority,
            )
        )
    return tuple(found)


def _milestones_as_a_whole(
    action: Action, disposition: Disposition, there: tuple[ActionRef, ...]
) -> tuple[MilestoneEntry, ...]:
    """The deadlines of such an action; one that is over has no place in a new plan."""
    outcome = _OUTCOMES[disposition.word]
    reason, authority = _said_of_items(disposition)
    return tuple(
        [
            MilestoneEntry(
                number=number,
                deadline=item,
                outcome=outcome,
                successors=there if outcome in _GOING_ON else (),
                reason=reason,
                authority=authority,
            )
            for number, item in enumerate(action.deadlines, 1)
        ]
    )


def _said_of_items(disposition: Disposition) -> tuple[str, Reference | None]:
    """Why an action ends, which goes for its items; why it goes on is said of the action alone."""
    if isinstance(disposition, _ENDING):
        return disposition.reason, disposition.authority
    return "", None


@attrs.define(kw_only=True)
class _Items:
    """One action and what was decided about it."""

    action: Action
    disposition: Disposition
    settlement: Settlement
    there: tuple[ActionRef, ...]
    parts: Sequence[Action]
    closed: frozenset[ActionRef]
    window: Window
    written: Mapping[ActionRef, Action]

    def indicators(self) -> Iterator[IndicatorEntry]:
        items = self.action.indicators
        ends = self.settlement.indicators
        # What is put off or given up stands in no part, so it takes no place from its like.
        gone = {place for place, end in ends.items() if not isinstance(end, Complete)}
        spread = None
        if self.parts:
            places = [[folded(one.text) for one in part.indicators] for part in self.parts]
            staying = (one for place, one in enumerate(items) if place not in gone)
            spread = Spread([folded(one.text) for one in staying], places)
        for place, item in enumerate(items):
            times = self.settlement.indicator_times.get(place)
            outcome, reason, authority = self._fate(ends.get(place), item.status, times)
            where: tuple[ActionRef, ...] = ()
            if place not in gone:
                where = self.there if spread is None else spread.next(folded(item.text), self.there)
            moved = self.settlement.indicator_in_time(place, item).deadlines
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
        settled = self.settlement
        fates = [
            self._fate(settled.milestones.get(n), Status.OPEN, settled.milestone_times.get(n))
            for n in range(len(items))
        ]
        in_time = [settled.milestone_in_time(n, item) for n, item in enumerate(items)]
        # A deadline cannot be marked as done, so none stays that is over.
        stays = [outcome in _GOING_ON for outcome, _, _ in fates]
        spread = None
        if self.parts:
            staying = (one for one, going_on in zip(in_time, stays, strict=True) if going_on)
            spread = Spread([folded(one.text) for one in staying], self._places_of_milestones())
        found: list[tuple[tuple[ActionRef, ...], Deadline]] = []
        for item, (outcome, _, _), going_on in zip(in_time, fates, stays, strict=True):
            where: tuple[ActionRef, ...] = ()
            if going_on:
                where = self.there if spread is None else spread.next(folded(item.text), self.there)
            moved = self.window.move_all((item,))[0] if self._is_open(outcome, where) else item
            found.append((where, moved))
        if self.written:
            found = self._milestones_there(found)
        numbered = enumerate(zip(items, fates, found, strict=True), 1)
        for number, (item, fate, (where, moved)) in numbered:
            outcome, reason, authority = fate if where else self._left_behind(fate)
            yield MilestoneEntry(
                number=number,
                deadline=item,
                outcome=outcome,
                moved=None if moved == item else moved,
                successors=where,
                reason=reason,
                authority=authority,
            )

    def _left_behind(self, fate: _Fate) -> _Fate:
        """What became of a deadline that has no place: what is done may leave its times behind."""
        action = self.action
        if fate[0] not in _GOING_ON or not action.status.closed:
            return fate
        return _DONE[action.status], action.status_text.strip() or action.status.value, None

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
            was = self.action.deadlines[place]
            wanted = [one for one in (deadline, was) if one in there]
            if not wanted:
                words = (folded(deadline.text), folded(was.text))
                wanted = [one for one in there if folded(one.text) in words]
            if wanted:
                found[place] = wanted[0]
        taken = list(found.values())
        others = [one for one in action.deadlines if one not in taken]
        open_places = [place for place in expected if place not in found]
        if not isinstance(self.disposition, MergeInto) and len(others) >= len(open_places):
            # In what is merged, a deadline without a like may be that of another action.
            found.update(zip(open_places, others, strict=False))
        return found

    def _fate(self, end: End | None, status: Status, times: NewTimes | None) -> _Fate:
        """What became of an item, why, and by which document."""
        disposition = self.disposition
        if times is not None:
            return _OUTCOMES[disposition.word], times.reason, times.authority
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
