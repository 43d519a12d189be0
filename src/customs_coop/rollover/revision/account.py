"""The account of a revision: what became of everything that the plan holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from customs_coop.model import Action, ActionPlan, ActionRef, Code, PlanRef, Status
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.announcing import announced_of
from customs_coop.rollover.appearances import History
from customs_coop.rollover.balance import Opening
from customs_coop.rollover.dispositions import MergeInto, SplitInto
from customs_coop.rollover.entries import GOES_ON, Entry, MissingCode
from customs_coop.rollover.items import entries_of
from customs_coop.rollover.ledger import Ledger
from customs_coop.rollover.revision.rows import RevisedRow
from customs_coop.rollover.windows import Window

__all__ = ["account_of"]


def account_of(
    plan: ActionPlan,
    decided: Decided,
    rows: Sequence[RevisedRow],
    *,
    gaps: Sequence[Code],
    positions: Mapping[str, int],
    successors: Sequence[tuple[ActionRef, ...]],
    window: Window,
    earlier: Iterable[ActionPlan],
) -> Ledger:
    """Account for every action, indicator, deadline and missing code.

    Both plans of this ledger have one id, and a row that stays is its own successor, whatever
    is marked in it; only what is deleted has none.

    Args:
        plan: The plan before its revision.
        decided: What was decided.
        rows: The rows as they are now.
        gaps: The codes that the numbering leaves out.
        positions: The positions of the old actions, by code and alias.
        successors: Where each old action is now.
        window: What becomes of deadlines.
        earlier: Older plans, in which first wordings are looked up.
    """
    parts: dict[int, list[Action]] = {}
    for row in sorted(rows, key=lambda row: row.is_further_part):
        if isinstance(decided.dispositions[row.position], SplitInto):
            parts.setdefault(row.position, []).append(row.action)
    # A deadline moves neither in a row that is closed nor in one that is deferred.
    held = frozenset(
        plan.ref(row.action)
        for row in rows
        if row.action.status.closed or row.action.status is Status.DEFERRED
    )
    return Ledger(
        old=PlanRef(plan.id),
        new=PlanRef(plan.id),
        entries=tuple(
            _with_places(entry)
            for entry in entries_of(
                plan,
                decided,
                successors,
                addresses=[plan.ref(action) for action in plan.actions],
                parts=parts,
                closed=held,
                window=window,
                history=History(plan, earlier),
            )
        ),
        missing=tuple(_missing(gaps, decided, positions, successors)),
        announced=announced_of(plan, gaps),
        opening=Opening(
            actions=len(plan.actions),
            indicators=sum(len(action.indicators) for action in plan.actions),
            milestones=sum(len(action.deadlines) for action in plan.actions),
            missing_codes=len(gaps),
        ),
    )


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
