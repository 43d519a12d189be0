"""What a person should look at after a revision: CC6xx."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, LinkKind, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import Carry, Defer, Drop, SplitInto
from customs_coop.rollover.endings import about_endings
from customs_coop.rollover.findings import about_deadlines
from customs_coop.rollover.ledger.ledger import Ledger
from customs_coop.rollover.relinking import HISTORY
from customs_coop.rollover.revision.reasons import has_own_reason
from customs_coop.rollover.revision.relinking import code_in
from customs_coop.rollover.revision.rows import RevisedRow, parts_of_rows
from customs_coop.rollover.settling import folded
from customs_coop.rollover.splitting import about_split
from customs_coop.rollover.succession import merger_differences
from customs_coop.rollover.whereabouts import repeated_codes

__all__ = ["findings_of"]

_WAITING: Final = frozenset({LinkKind.DEPENDS_ON, LinkKind.AWAITS})


def findings_of(
    plan: ActionPlan,
    decided: Decided,
    rows: Sequence[RevisedRow],
    positions: Mapping[str, int],
    *,
    ledger: Ledger,
    number: DocumentNumber | None,
) -> Iterator[Diagnostic]:
    """Tell what was found, first of the whole plan, then row by row.

    Args:
        plan: The plan before its revision.
        decided: What was decided.
        rows: The rows as they are now.
        positions: The positions of the old actions, by code and alias.
        ledger: The account.
        number: The number of the new document, or None.
    """
    yield from _about_the_plan(plan, ledger, number)
    addresses = [entry.action for entry in ledger]
    yield from about_endings(plan, decided, addresses=addresses, is_revision=True)
    yield from _about_repeated_codes(plan, ledger)
    parts = parts_of_rows(rows, decided)
    for row in rows:
        old = plan.actions[row.position]
        subject = str(row.ref)
        if row.uncapped is not None:
            yield from about_deadlines(subject, row.uncapped, row.action, None)
        if row.is_further_part:
            continue
        if isinstance(decided.dispositions[row.position], Carry | SplitInto):
            yield from _still_open(plan, row.position, decided, positions, subject)
        for other in decided.mergers.get(row.position, ()):
            merged = plan.actions[other]
            for difference in merger_differences(old, merged):
                message = f"merged with {plan.ref(merged)}: {difference}"
                yield diagnose("CC607", message, subject=subject)
        disposition = decided.dispositions[row.position]
        if isinstance(disposition, SplitInto):
            settlement = decided.settlement(row.position)
            yield from about_split(old, disposition, parts[row.position], settlement, subject)
            yield from _split_before(plan, row.ref, disposition)


def _about_repeated_codes(plan: ActionPlan, ledger: Ledger) -> Iterator[Diagnostic]:
    """Which links of rows that go on lead to a code that stands twice."""
    repeated = repeated_codes(plan)
    if not repeated:
        return
    for old, entry in zip(plan.actions, ledger, strict=True):
        for link in old.links:
            code = None if link.kind in HISTORY else code_in(plan, link.target)
            if code in repeated and entry.successors:
                message = f"it {link.kind.value} {plan.id}/{code}, and that code stands twice"
                yield diagnose("CC628", message, subject=str(entry.successors[0]))


def _split_before(plan: ActionPlan, whole: ActionRef, split: SplitInto) -> Iterator[Diagnostic]:
    """Which further parts the plan has already, by their titles: a policy that ran before."""
    titles = {folded(one.title if isinstance(one, Action) else one) for one in split.parts[1:]}
    for action in plan.actions:
        if folded(action.title) in titles and any(
            link.kind is LinkKind.SPLIT_FROM and link.target == whole for link in action.links
        ):
            message = f"it was split in this way before: {plan.ref(action)} has the same title"
            yield diagnose("CC633", message, subject=str(whole))


def _about_the_plan(
    plan: ActionPlan, ledger: Ledger, number: DocumentNumber | None
) -> Iterator[Diagnostic]:
    if ledger.unexplained:
        listed = ", ".join(map(str, ledger.unexplained))
        yield diagnose("CC610", f"missing codes: {listed}", subject=plan.id)
    if ledger.announced is not None and ledger.announced.unaccounted:
        yield diagnose("CC620", str(ledger.announced), subject=plan.id)
    if plan.document and plan.document.limite and not (number and number.limite):
        message = f"{plan.document} is marked LIMITE and {number} is not, though it has its words"
        yield diagnose("CC615", message, subject=plan.id)


def _still_open(
    plan: ActionPlan,
    position: int,
    decided: Decided,
    positions: Mapping[str, int],
    subject: str,
) -> Iterator[Diagnostic]:
    old, disposition = plan.actions[position], decided.dispositions[position]
    if old.status is Status.TO_DECIDE and not has_own_reason(old, disposition):
        words = f' ("{old.status_text}")' if old.status_text else ""
        yield diagnose("CC602", f"a decision on it is still due{words}", subject=subject)
    for link in old.links:
        code = code_in(plan, link.target) if link.kind in _WAITING else None
        there = None if code is None else positions.get(code)
        if there is not None:
            ended = decided.dispositions[there]
            if isinstance(ended, Drop | Defer):
                message = f"it {link.kind.value} {plan.id}/{code}, which is {ended.word}"
                yield diagnose("CC601", message, subject=subject)
