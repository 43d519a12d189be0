"""The account of a revision: what became of everything that the plan holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.errors import RolloverError
from customs_coop.model import ActionPlan, ActionRef, Code, PlanRef, Status
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.announcing import announced_of
from customs_coop.rollover.appearances import History
from customs_coop.rollover.dispositions import MergeInto
from customs_coop.rollover.items import entries_of
from customs_coop.rollover.ledger.balance import Opening
from customs_coop.rollover.ledger.entries import GOES_ON, Entry, MissingCode
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.ledger.plans import head_of
from customs_coop.rollover.revision.rows import RevisedRow, parts_of_rows
from customs_coop.rollover.whereabouts import repeated_codes
from customs_coop.rollover.windows import Window

__all__ = ["account_of"]


def account_of(
    plan: ActionPlan,
    decided: Decided,
    rows: Sequence[RevisedRow],
    *,
    new: ActionPlan,
    gaps: Sequence[Code],
    positions: Mapping[str, int],
    addresses: Sequence[ActionRef],
    successors: Sequence[tuple[ActionRef, ...]],
    window: Window,
    earlier: Iterable[ActionPlan],
) -> Ledger:
    """Account for every action, indicator, deadline and missing code; the account balances.

    Both plans of this ledger have one id, and a row that stays is its own successor, whatever
    is marked in it; only what is deleted has none.

    Args:
        plan: The plan before its revision.
        decided: What was decided.
        rows: The rows as they are now.
        new: The revised plan.
        gaps: The codes that the numbering leaves out.
        positions: The positions of the old actions, by code and alias.
        addresses: The addresses of the old actions.
        successors: Where each old action is now.
        window: What becomes of deadlines.
        earlier: Older plans, in which first wordings are looked up.

    Raises:
        RolloverError: The account does not balance, so a wrong one leaves nothing behind it.
    """
    # A deadline moves neither in a row that is closed nor in one that is deferred.
    held = frozenset(
        row.ref for row in rows if row.action.status.closed or row.action.status is Status.DEFERRED
    )
    # In a faulty plan an address leads to several rows, so it does not tell what stands there.
    repeated = repeated_codes(plan)
    written = {
        row.ref: row.action
        for row in rows
        if row.is_written and row.action.code.text not in repeated
    }
    history = History(plan, earlier)
    ledger = Ledger(
        old=PlanRef(plan.id),
        new=PlanRef(plan.id),
        entries=tuple(
            _with_places(entry)
            for entry in entries_of(
                plan,
                decided,
                successors,
                addresses=addresses,
                before=history.before_each(plan.actions, addresses),
                parts=parts_of_rows(rows, decided),
                closed=held,
                window=window,
                history=history,
                written=written,
            )
        ),
        missing=tuple(_missing(gaps, decided, positions, successors)),
        announced=announced_of(plan, gaps),
        opening=Opening.counted(plan, missing_codes=len(gaps)),
        old_head=head_of(plan),
        new_head=head_of(new),
    )
    balance = ledger.balance
    if not balance.balanced:
        listed = "".join(f"\n  {fault}" for fault in balance.faults)
        raise RolloverError(f"the account of the revision of {plan.id} does not balance{listed}")
    return ledger


def _with_places(entry: Entry) -> Entry:
    """The entry with its deadlines where they stand: a row that is marked keeps them."""
    if isinstance(entry.disposition, GOES_ON) or not entry.successors:
        return entry
    milestones = [attrs.evolve(one, successors=entry.successors) for one in entry.milestones]
    return attrs.evolve(entry, milestones=tuple(milestones))


def _missing(
    gaps: Iterable[Code],
    decided: Decided,
    positions: Mapping[str, int],
    successors: Sequence[tuple[ActionRef, ...]],
) -> Iterator[MissingCode]:
    for code in gaps:
        disposition = decided.missing.get(code)
        there: tuple[ActionRef, ...] = ()
        if isinstance(disposition, MergeInto):
            there = successors[positions[disposition.code.text]]
        yield MissingCode(code=code, disposition=disposition, successors=there)
