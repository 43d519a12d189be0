"""What a revision did and what was decided, as changes in the order of the plan."""

from collections.abc import Iterator, Sequence

from customs_coop.model import ActionPlan, ActionRef
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import Disposition, MergeInto
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind
from customs_coop.rollover.revision.reasons import has_own_reason
from customs_coop.rollover.revision.rows import RevisedRow

__all__ = ["explanations", "row_changes"]


def row_changes(
    plan: ActionPlan,
    rows: Sequence[RevisedRow],
    decided: Decided,
    addresses: Sequence[ActionRef],
    successors: Sequence[tuple[ActionRef, ...]],
) -> Iterator[RevisionChange]:
    """What became of each row, in the old order; new rows behind the one that they came from.

    Args:
        plan: The plan before its revision.
        rows: The rows as they are now.
        decided: What was decided.
        addresses: The addresses of the old actions.
        successors: Where each old action is now.
    """
    by_position: dict[int, list[RevisedRow]] = {}
    for row in rows:
        by_position.setdefault(row.position, []).append(row)
    for position, old in enumerate(plan.actions):
        there = by_position.get(position)
        disposition = decided.dispositions[position]
        if there is None:
            merged = isinstance(disposition, MergeInto)
            yield RevisionChange(
                place=addresses[position],
                kind=RevisionKind.MERGED if merged else RevisionKind.DELETED,
                before=" ".join(old.title.split()),
                into=successors[position],
                reason=disposition.reason,
                authority=disposition.authority,
            )
            continue
        told = [
            change
            for row in sorted(there, key=lambda row: row.is_further_part)
            for change in row.net_changes(old)
        ]
        yield from told
        why = (disposition.reason, disposition.authority)
        if has_own_reason(old, disposition) and why not in [
            (change.reason, change.authority) for change in told
        ]:
            yield _only_decided(addresses[position], disposition)


def _only_decided(
    place: ActionRef, decided: Disposition, into: tuple[ActionRef, ...] = ()
) -> RevisionChange:
    """What was decided and changes nothing, with its reason."""
    return RevisionChange(
        place=place,
        kind=RevisionKind.DECIDED,
        after=decided.word,
        into=into,
        reason=decided.reason,
        authority=decided.authority,
    )


def explanations(plan: ActionPlan, ledger: Ledger) -> Iterator[RevisionChange]:
    """What was found out about codes that the numbering leaves out."""
    for missing in ledger.missing:
        if missing.disposition is not None:
            place = ActionRef(plan.id, missing.code)
            yield _only_decided(place, missing.disposition, missing.successors)
