"""What a person should look at after a revision: CC6xx."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, LinkKind, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import Carry, Defer, Drop, SplitInto
from customs_coop.rollover.findings import about_deadlines
from customs_coop.rollover.ledger import Ledger
from customs_coop.rollover.revision.rows import RevisedRow
from customs_coop.rollover.succession import merger_differences

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
    for row in rows:
        old = plan.actions[row.position]
        subject = str(plan.ref(row.action))
        if row.uncapped is not None:
            yield from about_deadlines(subject, row.uncapped, row.action, None)
        if row.is_further_part:
            continue
        if isinstance(decided.dispositions[row.position], Carry | SplitInto):
            yield from _still_open(plan, old, decided, positions, subject)
        for other in decided.mergers.get(row.position, ()):
            merged = plan.actions[other]
            for difference in merger_differences(old, merged):
                message = f"merged with {plan.ref(merged)}: {difference}"
                yield diagnose("CC607", message, subject=subject)


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
    old: Action,
    decided: Decided,
    positions: Mapping[str, int],
    subject: str,
) -> Iterator[Diagnostic]:
    if old.status is Status.TO_DECIDE:
        words = f' ("{old.status_text}")' if old.status_text else ""
        yield diagnose("CC602", f"a decision on it is still due{words}", subject=subject)
    for link in old.links:
        target = link.target
        if link.kind in _WAITING and isinstance(target, ActionRef) and target.plan == plan.id:
            there = positions.get(target.code.text)
            if there is None:
                continue
            ended = decided.dispositions[there]
            if isinstance(ended, Drop | Defer):
                message = f"it {link.kind.value} {target}, which is {ended.word}"
                yield diagnose("CC601", message, subject=subject)
