"""The deadlines that one revision of a plan changed."""

from collections.abc import Iterator
from itertools import zip_longest

from customs_coop.comparison.introductions import PlanVersion, Slip
from customs_coop.comparison.items import pair_items
from customs_coop.comparison.pairs import Pairs
from customs_coop.deadline import Deadline
from customs_coop.model import Action, ActionRef, Indicator

__all__ = ["slips_between"]


def slips_between(old: PlanVersion, new: PlanVersion, pairs: Pairs) -> Iterator[Slip]:
    """Every deadline that changed from one revision to the next, in the order of the new plan."""
    for place, was in sorted(pairs.olds.items()):
        before, after = old.plan.actions[was], new.plan.actions[place]
        if before == after:
            continue
        ref = new.plan.ref(after)
        yield from _deadline_slips(ref, "", before.deadlines, after.deadlines, new)
        yield from _indicator_slips(ref, before, after, new)


def _indicator_slips(
    ref: ActionRef, before: Action, after: Action, revision: PlanVersion
) -> Iterator[Slip]:
    for pair in pair_items(before.indicators, after.indicators):
        if isinstance(pair.old, Indicator) and isinstance(pair.new, Indicator):
            here, there = pair.old.deadlines, pair.new.deadlines
            yield from _deadline_slips(ref, pair.new.text, here, there, revision)


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
