"""The deadlines that one revision of a plan changed."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import attrs

from customs_coop.comparison.difference import difference_of
from customs_coop.comparison.introductions import PlanVersion, Slip
from customs_coop.comparison.items import pair_items
from customs_coop.comparison.pairs import Pairs
from customs_coop.deadline import Deadline
from customs_coop.model import Action, ActionRef, Indicator

__all__ = ["slips_between"]


def slips_between(old: PlanVersion, new: PlanVersion, pairs: Pairs) -> Iterator[Slip]:
    """Every deadline that changed from one revision to the next, in the order of the new plan.

    What came unchanged from a row that was merged into another, or went to one that was split
    off, is no change.
    """
    merged, split = _other_rows(old, new, pairs)
    for place, was in sorted(pairs.olds.items()):
        before, after = old.plan.actions[was], new.plan.actions[place]
        if before == after:
            continue
        ref = new.plan.ref(after)
        own = list(_deadline_slips(ref, "", before.deadlines, after.deadlines, new))
        slips = _joined(own, list(_indicator_slips(ref, before, after, new)))
        sources = _times(merged.get(after.code.text, ()))
        targets = _times(split.get(before.code.text, ()))
        yield from _without_transfers(slips, sources, targets)


def _other_rows(
    old: PlanVersion, new: PlanVersion, pairs: Pairs
) -> tuple[dict[str, list[Action]], dict[str, list[Action]]]:
    """The old rows by the new one that took them up, and the new rows by the one they left."""
    merged: dict[str, list[Action]] = {}
    split: dict[str, list[Action]] = {}
    if len(pairs.olds) == len(old.plan.actions) == len(new.plan.actions):
        return merged, split
    found = difference_of(old.plan, new.plan, pairs)
    for gone in found.merged:
        merged.setdefault(gone.after.code.text, []).append(gone.action)
    for come in found.split:
        split.setdefault(come.before.code.text, []).append(come.action)
    return merged, split


def _times(actions: Iterable[Action]) -> list[tuple[str, Deadline]]:
    """The deadlines of some rows, with the words of the indicator that has them."""
    return [
        (words, deadline)
        for action in actions
        for words, deadlines in (
            ("", action.deadlines),
            *((indicator.text, indicator.deadlines) for indicator in action.indicators),
        )
        for deadline in deadlines
    ]


def _without_transfers(
    slips: Iterable[Slip], sources: list[tuple[str, Deadline]], targets: list[tuple[str, Deadline]]
) -> Iterator[Slip]:
    """The slips; what came from a merged row or went to one split off is compared with it there."""
    for slip in slips:
        told = slip
        if slip.old is None and slip.new is not None:
            told = attrs.evolve(slip, old=_taken(sources, slip.indicator, slip.new))
        elif slip.new is None and slip.old is not None:
            told = attrs.evolve(slip, new=_taken(targets, slip.indicator, slip.old))
        if told.old != told.new:
            yield told


def _taken(
    times: list[tuple[str, Deadline]], indicator: str, deadline: Deadline
) -> Deadline | None:
    """The same deadline in other rows, else that of the same indicator; each is taken once."""
    same = [one for one in times if one[1] == deadline]
    # Of two deadlines of one row without other words nobody can tell that they are one.
    same += [one for one in times if indicator and one[0] == indicator]
    if not same:
        return None
    times.remove(same[0])
    return same[0][1]


def _indicator_slips(
    ref: ActionRef, before: Action, after: Action, revision: PlanVersion
) -> Iterator[Slip]:
    here, there = before.indicators, after.indicators
    if len(here) == len(there) == 1:
        # However its words were changed, it is the one by which the action is measured.
        yield from _pair_slips(ref, here[0], there[0], revision, 1)
        return
    for pair in pair_items(here, there):
        if not pair.unchanged:
            old = None if pair.was is None else here[pair.was]
            new = None if pair.place is None else there[pair.place]
            number = None if pair.place is None else pair.place + 1
            yield from _pair_slips(ref, old, new, revision, number)


def _pair_slips(
    ref: ActionRef,
    old: Indicator | None,
    new: Indicator | None,
    revision: PlanVersion,
    number: int | None,
) -> Iterator[Slip]:
    words = new or old
    olds, news = (() if one is None else one.deadlines for one in (old, new))
    text = "" if words is None else words.text
    for slip in _deadline_slips(ref, text, olds, news, revision):
        yield attrs.evolve(slip, number=number)


def _joined(own: list[Slip], of_indicators: list[Slip]) -> Iterator[Slip]:
    """The slips; a deadline that went from an indicator to the action, or back, is one.

    Where only its place is another, it did not slip.
    """
    left = list(of_indicators)
    for slip in own:
        other = _other_half(slip, left)
        if other is None:
            yield slip
            continue
        left.remove(other)
        old, new = slip.old or other.old, slip.new or other.new
        if old != new:
            to = slip if other.new is None else other
            yield attrs.evolve(slip, indicator=to.indicator, number=to.number, old=old, new=new)
    yield from left


def _other_half(slip: Slip, others: list[Slip]) -> Slip | None:
    """What went where this came, or came where this went; first the same deadline."""
    if slip.old is None:
        fitting = [one for one in others if one.new is None]
        same = [one for one in fitting if one.old == slip.new]
    elif slip.new is None:
        fitting = [one for one in others if one.old is None]
        same = [one for one in fitting if one.new == slip.old]
    else:
        return None
    return next(iter([*same, *fitting]), None)


def _deadline_slips(
    ref: ActionRef,
    indicator: str,
    olds: tuple[Deadline, ...],
    news: tuple[Deadline, ...],
    revision: PlanVersion,
) -> Iterator[Slip]:
    """What changed; what went and what came, without words in common, are taken together."""
    pairs = [pair for pair in pair_items(olds, news) if not pair.unchanged]
    gone = [pair.was for pair in pairs if pair.place is None]
    come = [pair.place for pair in pairs if pair.was is None]
    both = [(pair.was, pair.place) for pair in pairs if None not in (pair.was, pair.place)]
    both += zip_longest(gone, come)
    for was, place in both:
        yield Slip(
            action=ref,
            indicator=indicator,
            old=None if was is None else olds[was],
            new=None if place is None else news[place],
            revision=revision,
        )
