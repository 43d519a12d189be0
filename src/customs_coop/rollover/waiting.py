"""What rollovers before this one put off or left open, and what has become of it since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.errors import RolloverError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    LinkKind,
    PlanRef,
    RecommendationRef,
)
from customs_coop.references import ActionCitation
from customs_coop.rollover.dispositions import Defer
from customs_coop.rollover.entries import (
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
from customs_coop.rollover.ledger import Ledger
from customs_coop.rollover.settling import folded

__all__ = ["about_waiting", "former_ledgers", "still_waiting"]

_NAMING: Final = frozenset(
    {
        LinkKind.CONTINUES,
        LinkKind.MERGED_FROM,
        LinkKind.SPLIT_FROM,
        LinkKind.SUPERSEDES,
        LinkKind.TAKES_UP,
    }
)
_ITEMS: Final = (ItemKind.INDICATOR, ItemKind.MILESTONE)
_UNANSWERED: Final = (Outcome.DEFERRED, Outcome.OPEN)


def former_ledgers(ledgers: Iterable[Ledger], plan: ActionPlan) -> tuple[Ledger, ...]:
    """The ledgers of rollovers before, the oldest first, whatever their order was.

    Raises:
        RolloverError: One of them is the account of the plan that ends now.
        TypeError: Something else was given.
    """
    wanted = "ledgers takes the ledgers of rollovers before"
    if isinstance(ledgers, Ledger):
        raise TypeError(f"{wanted}, not a single one; write ledgers=[ledger]")
    try:
        found = tuple(ledgers)
    except TypeError:
        raise TypeError(
            f"{wanted}, not {ledgers!r:.80}; leave it out where there are none"
        ) from None
    for one in found:
        if not isinstance(one, Ledger):
            raise TypeError(f"{wanted}, not {one!r:.80} among them; ledger_from_json reads one")
        if one.old.plan == plan.id and one.new != one.old:
            raise RolloverError(
                f"the ledger {one.old} to {one.new} tells what became of {plan.id} itself; hand in"
                " those of the rollovers before"
            )
    return tuple(sorted(found, key=lambda one: (Code(one.old.plan), Code(one.new.plan))))


def still_waiting(
    ledgers: Sequence[Ledger],
    plans: Sequence[ActionPlan],
    recommendations: Iterable[RecommendationEntry],
) -> tuple[Waiting, ...]:
    """What earlier rollovers left and nothing has become of since.

    Args:
        ledgers: Their ledgers, the oldest first.
        plans: The old plan, the new one, and any plans before.
        recommendations: What is said to recommendations now; these are no longer waiting.

    Returns:
        What is waiting, the oldest first, each once.
    """
    if not ledgers:
        return ()
    found: dict[tuple[ItemKind, str], Waiting] = {}
    for ledger in ledgers:
        for answered in ledger.recommendations:
            found.pop((ItemKind.RECOMMENDATION, str(answered.recommendation)), None)
        for one in ledger.waiting:
            found.setdefault((one.kind, one.item), one)
        for one in _left(ledger):
            found[one.kind, one.item] = one
    for entry in recommendations:
        found.pop((ItemKind.RECOMMENDATION, str(entry.recommendation)), None)
    going_on = _GoingOn(ledgers, plans)
    return tuple([one for one in found.values() if not going_on.has(one)])


def about_waiting(waiting: Iterable[Waiting]) -> Iterator[Diagnostic]:
    """Tell of each thing that is still waiting."""
    for one in waiting:
        left = one.left if one.left == "deferred" else f"left {one.left}"
        message = f"it was {left} when {one.old} became {one.new}, and nothing has become of it"
        if one.words.strip():
            message += f': "{" ".join(one.words[:200].split())}"'
        yield diagnose("CC630", message, subject=one.item)


def _left(ledger: Ledger) -> Iterator[Waiting]:
    """What one rollover put off or left open."""
    old, new = ledger.old, ledger.new
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
            )
        elif entry.successors:
            yield from _left_items(entry, old, new)
    for missing in ledger.missing:
        if missing.disposition is None or isinstance(missing.disposition, Defer):
            yield _left_code(missing, old, new)
    for one in ledger.recommendations:
        if one.outcome in _UNANSWERED:
            yield Waiting(
                kind=ItemKind.RECOMMENDATION,
                item=str(one.recommendation),
                words=one.text,
                left=one.outcome.value,
                reason=one.reason,
                authority=one.authority,
                old=old,
                new=new,
            )


def _left_items(entry: Entry, old: PlanRef, new: PlanRef) -> Iterator[Waiting]:
    """The indicators and deadlines that were deferred alone, while their action went on."""
    items: list[tuple[ItemKind, IndicatorEntry | MilestoneEntry, str]] = [
        *((ItemKind.INDICATOR, one, one.indicator.text) for one in entry.indicators),
        *((ItemKind.MILESTONE, one, one.deadline.text) for one in entry.milestones),
    ]
    for kind, item, words in items:
        if item.outcome is ItemOutcome.DEFERRED and not item.successors:
            yield Waiting(
                kind=kind,
                item=f"{entry.action} {kind.value} {item.number}",
                words=words,
                left=item.outcome.value,
                reason=item.reason,
                authority=item.authority,
                address=entry.action,
                old=old,
                new=new,
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


class _GoingOn:
    """What the plans at hand, and the ledgers between them, go on with.

    Args:
        ledgers: The ledgers of rollovers before.
        plans: The plans.
    """

    def __init__(self, ledgers: Sequence[Ledger], plans: Sequence[ActionPlan]) -> None:
        ids = {plan.number: plan.id for plan in reversed(plans) if plan.number is not None}
        self._recommendations: set[str] = set()
        # The words of indicators and deadlines, by the former addresses of their actions.
        self._words: dict[ActionRef, set[tuple[ItemKind, str]]] = {}
        for plan in plans:
            for action in plan.actions:
                words = _words_of(action)
                for ref in _named_by(action, ids):
                    self._words.setdefault(ref, set()).update(words)
                self._recommendations.update(
                    link.target.recommendation
                    for link in action.links
                    if link.kind is LinkKind.TAKES_UP and isinstance(link.target, RecommendationRef)
                )
        # An action may have come and gone between two plans that are not at hand.
        for ledger in ledgers:
            for entry in ledger.entries:
                items = {(ItemKind.INDICATOR, folded(i.indicator.text)) for i in entry.indicators}
                items |= {(ItemKind.MILESTONE, folded(m.deadline.text)) for m in entry.milestones}
                for former in entry.earlier:
                    if isinstance(former.action, ActionRef):
                        self._words.setdefault(former.action, set()).update(items)

    def has(self, one: Waiting) -> bool:
        """Whether something goes on with it; with an item, where its words stand again."""
        if one.kind is ItemKind.RECOMMENDATION:
            return one.item in self._recommendations
        if one.address is None or one.address not in self._words:
            return False
        return one.kind not in _ITEMS or (one.kind, folded(one.words)) in self._words[one.address]


def _words_of(action: Action) -> set[tuple[ItemKind, str]]:
    return {
        *((ItemKind.INDICATOR, folded(one.text)) for one in action.indicators),
        *((ItemKind.MILESTONE, folded(one.text)) for one in action.deadlines),
    }


def _named_by(action: Action, ids: Mapping[int, str]) -> Iterator[ActionRef]:
    """The addresses that an action goes on with, as it records them or as its links say."""
    if action.origin is not None:
        yield action.origin
    for former in action.earlier:
        if isinstance(former.action, ActionRef):
            yield former.action
    for link in action.links:
        if link.kind not in _NAMING:
            continue
        target = link.target
        if isinstance(target, ActionRef):
            yield target
        elif isinstance(target, ActionCitation) and target.plan is not None:
            yield ActionRef(ids.get(target.plan, f"AP{target.plan}"), Code(target.code))
