"""The account of a rollover as flat rows, for tables and for files."""

from collections.abc import Iterable, Iterator

import attrs

from customs_coop.model import ActionRef, PlanRef
from customs_coop.references import Reference
from customs_coop.rollover.dispositions import MergeInto
from customs_coop.rollover.ledger.balance import UNEXPLAINED
from customs_coop.rollover.ledger.entries import (
    Entry,
    IndicatorEntry,
    ItemKind,
    MilestoneEntry,
    MissingCode,
    RecommendationEntry,
    Waiting,
)
from customs_coop.rollover.ledger.plans import NewAction
from customs_coop.rollover.ledger.resuming import WaitingEntry

__all__ = [
    "LedgerRow",
    "action_rows",
    "item_name",
    "missing_rows",
    "new_rows",
    "recommendation_rows",
    "waiting_rows",
]


@attrs.frozen(kw_only=True)
class LedgerRow:
    """One line of the account.

    Args:
        kind: What it is about.
        item: Its name: "AP1/5.1", "AP1/5.1 indicator 2", the id of a recommendation, or the
            address that a missing code would have.
        words: Its title or its text as printed; of a missing code that was merged, into what.
        disposition: What became of it, in one word: "carried", "dropped", "taken up", ...; of
            what waits on, how it was left; "new" of a new action.
        successors: The actions of the new plan in which it goes on.
        reason: Why; may be empty.
        authority: The document that says so, or None.
        times_carried: From how many plans into a later one an action went; None for others.
        first: Where an action first appeared; the plan alone where its code there is not known.
        first_wording: Its title there; empty where that is not known.
        moved: The words of its new deadline, where a policy moved it; those of several deadlines
            of an indicator with a semicolon between them.
    """

    kind: ItemKind
    item: str
    words: str = ""
    disposition: str
    successors: tuple[ActionRef, ...] = ()
    reason: str = ""
    authority: Reference | None = None
    times_carried: int | None = None
    first: ActionRef | PlanRef | None = None
    first_wording: str = ""
    moved: str = ""


def item_name(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> str:
    """What an indicator or a milestone is called, such as "AP1/5.1 indicator 2"."""
    return f"{entry.action} {item.kind.value} {item.number}"


def action_rows(entry: Entry) -> Iterator[LedgerRow]:
    """The row of an action, then those of its indicators and its milestones."""
    disposition = entry.disposition
    yield LedgerRow(
        kind=ItemKind.ACTION,
        item=str(entry.action),
        words=entry.title,
        disposition=disposition.word,
        successors=entry.successors,
        reason=disposition.reason,
        authority=disposition.authority,
        times_carried=entry.times_carried,
        first=entry.first,
        first_wording=entry.first_wording,
    )
    for one in entry.items:
        yield LedgerRow(
            kind=one.kind,
            item=item_name(entry, one),
            words=one.words,
            disposition=one.outcome.value,
            successors=one.successors,
            reason=one.reason,
            authority=one.authority,
            moved="; ".join(deadline.text for deadline in one.moved_to),
        )


def recommendation_rows(entries: Iterable[RecommendationEntry]) -> Iterator[LedgerRow]:
    """The rows of recommendations."""
    for entry in entries:
        yield LedgerRow(
            kind=ItemKind.RECOMMENDATION,
            item=str(entry.recommendation),
            words=entry.text,
            disposition=entry.outcome.value,
            successors=entry.successors,
            reason=entry.reason,
            authority=entry.authority,
        )


def missing_rows(old: PlanRef, missing: Iterable[MissingCode]) -> Iterator[LedgerRow]:
    """The rows of codes that the old plan leaves out."""
    for found in missing:
        disposition = found.disposition
        yield LedgerRow(
            kind=ItemKind.MISSING_CODE,
            item=f"{old}/{found.code}",
            words=(
                f"merged into {old}/{disposition.code}"
                if isinstance(disposition, MergeInto)
                else ""
            ),
            disposition=UNEXPLAINED if disposition is None else disposition.word,
            successors=found.successors,
            reason="" if disposition is None else disposition.reason,
            authority=None if disposition is None else disposition.authority,
        )


def new_rows(added: Iterable[NewAction]) -> Iterator[LedgerRow]:
    """The rows of actions of the new plan that go on with none of the old one."""
    for one in added:
        yield LedgerRow(
            kind=ItemKind.NEW_ACTION,
            item=str(one.action),
            words=one.title,
            disposition="new",
            times_carried=len(one.earlier) or None,
            first=one.earlier[0].action if one.earlier else None,
            first_wording=one.earlier[0].title if one.earlier else "",
        )


def waiting_rows(
    settled: Iterable[WaitingEntry], waiting: Iterable[Waiting]
) -> Iterator[LedgerRow]:
    """The rows of what rollovers before left: what waits no more, then what waits on."""
    for entry in settled:
        yield LedgerRow(
            kind=ItemKind.WAITING,
            item=entry.waiting.item,
            words=entry.waiting.words,
            disposition=entry.outcome.value,
            successors=entry.successors,
            reason=entry.reason,
            authority=entry.authority,
            first=entry.waiting.address,
        )
    for one in waiting:
        yield LedgerRow(
            kind=ItemKind.WAITING,
            item=one.item,
            words=one.words,
            disposition=one.left,
            reason=one.reason,
            authority=one.authority,
            first=one.address,
        )
