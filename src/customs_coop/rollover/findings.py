"""What a rollover tells about the plans and the actions that it carried: CC6xx."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from customs_coop.dates import Period
from customs_coop.deadline import Deadline
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.model import Action, ActionPlan, ActionRef, Code, LinkKind, Status
from customs_coop.rollover.accounting import Decisions
from customs_coop.rollover.dispositions import Defer, Drop, SplitInto
from customs_coop.rollover.renumbering import begins_with_plan_number
from customs_coop.rollover.succession import merger_differences

__all__ = ["about_actions", "about_deadlines", "about_plans"]

_WAITING: Final = frozenset({LinkKind.DEPENDS_ON, LinkKind.AWAITS})


def about_plans(
    plan: ActionPlan, into: ActionPlan, missing: Sequence[Code]
) -> Iterator[Diagnostic]:
    """What is told once for the whole rollover."""
    if missing:
        listed = ", ".join(map(str, missing))
        yield diagnose("CC610", f"missing codes: {listed}", subject=plan.id)
    if into.number is None and begins_with_plan_number(plan):
        message = f"the codes still begin with {plan.number}, the number of {plan.id}"
        yield diagnose("CC611", message, subject=into.id)
    if plan.period and into.period:
        first = plan.period.end + timedelta(days=1)
        if into.period.start != first:
            message = f"it begins on {into.period.start}, and {plan.id} ends on {plan.period.end}"
            yield diagnose("CC612", message, subject=into.id)
    if plan.document and plan.document.limite and not (into.document and into.document.limite):
        message = f"{plan.id} is marked LIMITE and {into.id} is not, though it has its words"
        yield diagnose("CC615", message, subject=into.id)


def about_actions(
    plan: ActionPlan,
    into: ActionPlan,
    decisions: Decisions,
    positions: dict[str, int],
    successors: Sequence[Sequence[ActionRef]],
) -> Iterator[Diagnostic]:
    """What is told about single actions of the old plan, in its order."""
    continued = {
        link.target
        for action in into.actions
        for link in action.links
        if link.kind is LinkKind.CONTINUES
    }
    for position, old in enumerate(plan.actions):
        if not successors[position]:
            continue
        subject = str(successors[position][0])
        if old.status is Status.TO_DECIDE:
            words = f' ("{old.status_text}")' if old.status_text else ""
            yield diagnose("CC602", f"a decision on it is still due{words}", subject=subject)
        if old.status is Status.DEFERRED:
            yield diagnose("CC603", f"{plan.id} deferred it", subject=subject)
        yield from _given_up(plan, old, decisions, positions, subject)
        for other in decisions.mergers.get(position, ()):
            merged = plan.actions[other]
            for difference in merger_differences(old, merged):
                message = f"merged with {plan.ref(merged)}: {difference}"
                yield diagnose("CC607", message, subject=subject)
        disposition = decisions.dispositions[position]
        if isinstance(disposition, SplitInto):
            yield from _lost_indicators(old, disposition, subject)
        if continued and plan.ref(old) in continued:
            message = f"another action of {into.id} continues {plan.ref(old)}, too"
            yield diagnose("CC614", message, subject=subject)


def about_deadlines(
    subject: str, before: Action, after: Action, window: Period | None
) -> Iterator[Diagnostic]:
    """Which deadlines were moved, and which lie outside the new plan."""
    if before is not after:
        for old, new in zip(before.all_deadlines, after.all_deadlines, strict=True):
            if old != new:
                message = f'the deadline "{old.text}" is now "{new.text}"'
                yield diagnose("CC606", message, subject=subject)
    if window is not None and not after.status.closed:
        for deadline in after.deadlines:
            yield from _outside(subject, deadline, window)
        for indicator in after.indicators:
            if not indicator.status.closed:
                for deadline in indicator.deadlines:
                    yield from _outside(subject, deadline, window)


def _outside(subject: str, deadline: Deadline, window: Period) -> Iterator[Diagnostic]:
    earliest, latest = deadline.earliest, deadline.latest
    if latest is not None and latest < window.start:
        code, what = "CC604", f"is over before {window.start}"
    elif earliest is not None and earliest > window.end:
        code, what = "CC605", f"begins after {window.end}"
    elif latest is not None and latest > window.end:
        code, what = "CC613", f"ends after {window.end}"
    else:
        return
    yield diagnose(code, f'the time "{deadline.text}" {what}', subject=subject)


def _given_up(
    plan: ActionPlan,
    old: Action,
    decisions: Decisions,
    positions: dict[str, int],
    subject: str,
) -> Iterator[Diagnostic]:
    for link in old.links:
        target = link.target
        if link.kind in _WAITING and isinstance(target, ActionRef) and target.plan == plan.id:
            there = positions.get(target.code.text)
            if there is not None and isinstance(decisions.dispositions[there], Drop | Defer):
                word = decisions.dispositions[there].word
                message = f"it {link.kind.value} {target}, which is {word}"
                yield diagnose("CC601", message, subject=subject)


def _lost_indicators(old: Action, disposition: SplitInto, subject: str) -> Iterator[Diagnostic]:
    if isinstance(disposition.parts[0], str):
        return  # the first part has everything
    kept = {
        indicator
        for part in disposition.parts
        if isinstance(part, Action)
        for indicator in part.indicators
    }
    for indicator in old.indicators:
        if indicator not in kept:
            words = " ".join(indicator.text[:200].split())
            yield diagnose("CC608", f'no part has the indicator "{words}"', subject=subject)
