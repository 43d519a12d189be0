"""What contradicts itself in an account: so that a balance is a proof, and not two sums."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias, TypeVar

from customs_coop.model import ActionRef, PlanRef, Status
from customs_coop.rollover.dispositions import Carry, MergeInto, SplitInto
from customs_coop.rollover.ledger.balance import Opening
from customs_coop.rollover.ledger.entries import (
    GOES_ON,
    Announced,
    Entry,
    IndicatorEntry,
    ItemOutcome,
    MilestoneEntry,
    MissingCode,
    Outcome,
    RecommendationEntry,
    Waiting,
)
from customs_coop.rollover.ledger.resuming import WaitingEntry, WaitingOutcome

__all__ = ["Fault", "contradictions"]

H = TypeVar("H", bound=Hashable)

Fault: TypeAlias = tuple[str, str]
"""Where in an account something is wrong, as a JSON path, and what, in words."""

_GOING_ON: Final = (ItemOutcome.CARRIED, ItemOutcome.MERGED, ItemOutcome.SPLIT)
_NEEDS_REASON: Final = (ItemOutcome.DEFERRED, ItemOutcome.DROPPED)


def contradictions(
    old: PlanRef,
    new: PlanRef,
    *,
    entries: Sequence[Entry],
    recommendations: Sequence[RecommendationEntry],
    missing: Sequence[MissingCode],
    announced: Announced | None,
    opening: Opening,
    waiting: Sequence[Waiting] = (),
    settled: Sequence[WaitingEntry] = (),
    arrived: Sequence[tuple[str, int]] = (),
    new_actions: int | None = None,
) -> Iterator[Fault]:
    """Find what cannot be true of a rollover, whatever was decided.

    Args:
        old: The old plan.
        new: The new plan; of a revision, the same one.
        entries: What became of its actions.
        recommendations: What became of the recommendations.
        missing: The codes that the old plan leaves out.
        announced: What the old plan says that it held.
        opening: What there was to account for.
        waiting: What rollovers before left, and what waits on.
        settled: What of it waits no more.
        arrived: Where the actions of the new plan come from, counted.
        new_actions: How many actions the new plan has; None where that is not known.

    Yields:
        Each fault; none of them is a mere difference of numbers, which the balance shows.
    """
    yield from _addresses(entries)
    for place, entry in enumerate(entries):
        path = f"$.entries[{place}]"
        for words in _entry_faults(entry, old, new):
            yield path, f"{entry.action}: {words}"
    for name, words in _twice((one.recommendation for one in recommendations), "recommendation"):
        yield "$.recommendations", f"{words} {name}"
    for place, one in enumerate(recommendations):
        for words in _recommendation_faults(one, new):
            yield f"$.recommendations[{place}]", f"{one.recommendation}: {words}"
    yield from _codes_left_out(missing, entries, old, new)
    if announced is not None and announced.printed != opening.actions:
        yield (
            "$.announced.printed",
            f"the plan prints {announced.printed} actions, and {opening.actions} were there",
        )
    yield from _waiting_faults(waiting, settled, new)
    told = sum(count for _, count in arrived)
    if new_actions is not None and old != new and new_actions != told:
        yield "$.new_head.actions", f"{new} has {new_actions} actions, and {told} are told"


def _codes_left_out(
    missing: Sequence[MissingCode], entries: Sequence[Entry], old: PlanRef, new: PlanRef
) -> Iterator[Fault]:
    codes = {entry.action.code.text for entry in entries}
    for name, words in _twice((one.code for one in missing), "missing code"):
        yield "$.missing", f"{words} {name}"
    for place, found in enumerate(missing):
        for words in _missing_faults(found, new, codes):
            yield f"$.missing[{place}]", f"{old}/{found.code}: {words}"


def _waiting_faults(
    waiting: Sequence[Waiting], settled: Sequence[WaitingEntry], new: PlanRef
) -> Iterator[Fault]:
    all_of_it = [*(entry.waiting for entry in settled), *waiting]
    for (_, item), words in _twice(((one.kind, one.item) for one in all_of_it), "waiting item"):
        yield "$.waiting", f"{words} {item}"
    for place, entry in enumerate(settled):
        for words in _settled_faults(entry, new):
            yield f"$.settled[{place}]", f"{entry.waiting.item}: {words}"


def _settled_faults(entry: WaitingEntry, new: PlanRef) -> Iterator[str]:
    word = entry.outcome.value
    yield from _elsewhere(entry.successors, new)
    if entry.outcome is WaitingOutcome.TAKEN_UP:
        if not entry.successors:
            yield f"it is {word}, and by no action"
    elif entry.successors:
        yield f"it is {word}, and goes on as {_listed(entry.successors)}"
    if entry.outcome is WaitingOutcome.DROPPED and not entry.reason.strip():
        yield f"it is {word}, and no reason is given"


def _twice(names: Iterable[H], what: str) -> Iterator[tuple[H, str]]:
    for name, count in Counter(names).items():
        if count > 1:
            yield name, f"there are {count} entries for the {what}"


def _addresses(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Each action once and in its order: by its number, else by its address.

    A code may stand twice in a faulty plan, so that the address alone proves nothing there.
    """
    for place, entry in enumerate(entries, 1):
        if entry.number is not None and entry.number != place:
            words = f"{entry.action}: it is action {entry.number} of its plan, and entry {place}"
            yield f"$.entries[{place - 1}]", words
    unnumbered = (entry.action for entry in entries if entry.number is None)
    for name, words in _twice(unnumbered, "action"):
        yield "$.entries", f"{words} {name}"


def _entry_faults(entry: Entry, old: PlanRef, new: PlanRef) -> Iterator[str]:
    disposition = entry.disposition
    goes_on = isinstance(disposition, GOES_ON)
    if entry.action.plan != old.plan:
        yield f"it is no action of {old}"
    yield from _elsewhere(entry.successors, new)
    if goes_on and not entry.successors:
        yield f"it is {disposition.word}, and goes nowhere"
    # What ends in a revision stays in its row, where it is marked.
    if not goes_on and entry.successors and old != new:
        yield f"it is {disposition.word}, and goes on as {_listed(entry.successors)}"
    there = frozenset(entry.successors)
    both: tuple[Sequence[IndicatorEntry | MilestoneEntry], ...] = (
        entry.indicators,
        entry.milestones,
    )
    for items in both:
        for number, item in enumerate(items, 1):
            name = f"{item.kind.value} {item.number}"
            for words in _item_faults(entry, item, there, revised=old == new):
                yield f"{name} {words}"
            if item.number != number:
                yield f"{name} stands in the place of number {number}"


def _item_faults(
    entry: Entry,
    item: IndicatorEntry | MilestoneEntry,
    there: frozenset[ActionRef],
    *,
    revised: bool,
) -> Iterator[str]:
    word = item.outcome.value
    if not there.issuperset(item.successors):
        yield f"goes on as {_listed(item.successors)}, and its action does not"
    if item.outcome in _GOING_ON:
        if not item.successors:
            yield f"is {word}, and goes nowhere"
        if word != entry.disposition.word:
            yield f"is {word}, and its action is {entry.disposition.word}"
    elif not revised and item.successors and not _may_stay(entry, item):
        yield f"is {word}, and goes on as {_listed(item.successors)}"
    if item.outcome in _NEEDS_REASON and not item.reason.strip() and not _was_over(entry, item):
        yield f"is {word}, and no reason is given"


def _may_stay(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> bool:
    """Whether something that is over may stay in the new action, marked as what it is."""
    if isinstance(item, MilestoneEntry):
        return False  # a deadline has no status
    return item.outcome is ItemOutcome.COMPLETED or _was_over(entry, item)


def _was_over(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> bool:
    """Whether it needs no reason: it was obsolete before, or so was all that was merged."""
    obsolete = isinstance(item, IndicatorEntry) and item.indicator.status is Status.OBSOLETE
    return obsolete or isinstance(entry.disposition, MergeInto)


def _recommendation_faults(entry: RecommendationEntry, new: PlanRef) -> Iterator[str]:
    word = entry.outcome.value
    yield from _elsewhere(entry.successors, new)
    if entry.outcome is Outcome.TAKEN_UP and not entry.successors:
        yield f"it is {word}, and by no action"
    if entry.outcome in (Outcome.OPEN, Outcome.DEFERRED) and entry.successors:
        yield f"it is {word}, and {_listed(entry.successors)} takes it up"
    if entry.outcome is Outcome.DEFERRED and not entry.reason.strip():
        yield f"it is {word}, and no reason is given"


def _missing_faults(found: MissingCode, new: PlanRef, codes: set[str]) -> Iterator[str]:
    yield from _elsewhere(found.successors, new)
    if found.code.text in codes:
        yield "it is missing, and has an entry"
    if isinstance(found.disposition, Carry | SplitInto):
        yield f"it is {found.disposition.word}, and the plan has no words of it"
    if found.successors and not isinstance(found.disposition, MergeInto):
        yield f"it is merged into nothing, and goes on as {_listed(found.successors)}"


def _elsewhere(successors: Sequence[ActionRef], new: PlanRef) -> Iterator[str]:
    foreign = [ref for ref in successors if ref.plan != new.plan]
    if foreign:
        yield f"{_listed(foreign)} is no action of {new}"
    if len(set(successors)) != len(successors):
        yield f"it goes on twice in one action: {_listed(successors)}"


def _listed(refs: Iterable[ActionRef]) -> str:
    return ", ".join(map(str, refs))
