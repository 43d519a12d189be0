"""What a rollover tells about the plans and the actions that it carried: CC6xx."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.model import Action, ActionPlan, ActionRef, Code, Indicator, Status
from customs_coop.rollover.accounting import Decided
from customs_coop.rollover.dispositions import Complete, Defer, Drop, MergeInto, SplitInto
from customs_coop.rollover.drafted import Drafted
from customs_coop.rollover.ledger.entries import Announced
from customs_coop.rollover.relinking import about_links
from customs_coop.rollover.renumbering import begins_with_plan_number
from customs_coop.rollover.settling import folded
from customs_coop.rollover.splitting import about_split
from customs_coop.rollover.succession import Row, merger_differences, split_parts
from customs_coop.rollover.whereabouts import Whereabouts
from customs_coop.rollover.windows import Window

__all__ = ["about_actions", "about_deadlines", "about_draft", "about_plans"]


def about_plans(
    plan: ActionPlan, into: ActionPlan, missing: Sequence[Code], announced: Announced | None
) -> Iterator[Diagnostic]:
    """What is told once for the whole rollover."""
    if missing:
        listed = ", ".join(map(str, missing))
        yield diagnose("CC610", f"missing codes: {listed}", subject=plan.id)
    if announced is not None and announced.unaccounted:
        yield diagnose("CC620", str(announced), subject=plan.id)
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
    plan: ActionPlan, decided: Decided, rows: Sequence[Row], whereabouts: Whereabouts
) -> Iterator[Diagnostic]:
    """What is told about single actions of the old plan, in its order."""
    parts = split_parts(rows, decided)
    for position, old in enumerate(plan.actions):
        there = whereabouts.successors[position]
        if not there:
            continue
        if old.status is Status.TO_DECIDE:
            words = f' ("{old.status_text}")' if old.status_text else ""
            message = f"a decision on it is still due{words}"
            yield diagnose("CC602", message, subject=str(there[0]))
        if old.status is Status.DEFERRED:
            yield diagnose("CC603", f"{plan.id} deferred it", subject=str(there[0]))
        if old.links:
            yield from about_links(old.links, here=there[0], whereabouts=whereabouts)
        for other in decided.mergers.get(position, ()):
            merged = plan.actions[other]
            for difference in merger_differences(old, merged):
                message = f"merged with {plan.ref(merged)}: {difference}"
                yield diagnose("CC607", message, subject=str(there[0]))
        disposition = decided.dispositions[position]
        if isinstance(disposition, SplitInto):
            settlement = decided.settlement(position)
            subject = str(there[0])
            yield from about_split(old, disposition, parts[position], settlement, subject)


def about_draft(
    plan: ActionPlan,
    into: ActionPlan,
    *,
    decided: Decided,
    drafted: Drafted,
    rows: Sequence[Row],
    window: Window,
) -> Iterator[Diagnostic]:
    """Where actions of the draft go on with the old plan otherwise than was decided."""
    if not drafted:
        return
    used: set[tuple[int, int]] = set()
    firsts: dict[int, int] = {}
    for row in rows:
        there = row.drafted
        if there is None:
            continue
        used.add((row.position, id(there)))
        subject = str(into.ref(there))
        told = list(_left_out_of_draft(row.action, there, window))
        if not row.is_further_part:
            firsts[row.position] = id(there)
            told += [
                f"the draft does not say that {plan.ref(plan.actions[other])} is in it"
                for other in decided.mergers.get(row.position, ())
                if not any(one is there for one in drafted.merging.get(other, ()))
            ]
        for message in told:
            yield diagnose("CC616", message, subject=subject)
    for survivor, others in decided.mergers.items():
        used |= {(other, firsts[survivor]) for other in others if survivor in firsts}
    yield from _about_claims(plan, into, decided, drafted, used)


def _about_claims(
    plan: ActionPlan,
    into: ActionPlan,
    decided: Decided,
    drafted: Drafted,
    used: Collection[tuple[int, int]],
) -> Iterator[Diagnostic]:
    """Which actions of the draft claim an old one that was not to go on there.

    Args:
        plan: The old plan.
        into: The draft.
        decided: What was decided.
        drafted: The claims.
        used: Those that agree with the decisions, by the position and the id of the action.
    """
    for position, disposition in enumerate(decided.dispositions):
        old = str(plan.ref(plan.actions[position]))
        merging = drafted.merging.get(position, [])
        claimants = [*drafted.claimants(position), *merging]
        for action in {id(one): one for one in claimants}.values():
            subject = str(into.ref(action))
            is_used = (position, id(action)) in used
            if isinstance(disposition, Complete | Defer | Drop):
                message = f"it goes on with {old}, which is {disposition.word}"
                yield diagnose("CC619", message, subject=subject)
            elif isinstance(disposition, MergeInto):
                if not is_used:
                    message = f"it goes on with {old}, which goes into {disposition.code}"
                    yield diagnose("CC619", message, subject=subject)
            elif not is_used:
                message = f"another action of {into.id} continues {old}, too"
                yield diagnose("CC614", message, subject=subject)
            elif any(one is action for one in merging):
                message = f"it is merged from {old}, which is {disposition.word}"
                yield diagnose("CC619", message, subject=subject)


def _left_out_of_draft(old: Action, there: Action, window: Window) -> Iterator[str]:
    """What an action of the draft lacks that the old plan would bring into it, in words."""
    moved = window.move_action(old)
    if old.status.closed != there.status.closed:
        yield f"the draft has it as {there.status.value}, and it was {old.status.value}"
    if not old.status.closed:
        for words in _lacking(old.deadlines, moved.deadlines, there.deadlines):
            yield f"the draft does not have {words}"
    indicators: dict[str, list[Indicator]] = {}
    for one in there.indicators:
        indicators.setdefault(folded(one.text), []).append(one)
    for before, after in zip(old.indicators, moved.indicators, strict=True):
        same = indicators.get(folded(before.text), [])
        yield from _otherwise_in_draft(before, after.deadlines, same)


def _otherwise_in_draft(
    old: Indicator, moved: Sequence[Deadline], there: Sequence[Indicator]
) -> Iterator[str]:
    """What an indicator of the old plan lacks in the draft, in words."""
    name = f'the indicator "{shortened(old.text, 200)}"'
    if there and all(one.status.closed != old.status.closed for one in there):
        yield f"the draft has {name} as {there[0].status.value}, and it was {old.status.value}"
    if old.status.closed:
        return
    if not there:
        yield f"the draft does not have {name}"
        return
    deadlines = [deadline for one in there for deadline in one.deadlines]
    for words in _lacking(old.deadlines, moved, deadlines):
        yield f"the draft does not have {words} of {name}"


def _lacking(
    old: Sequence[Deadline], moved: Sequence[Deadline], there: Sequence[Deadline]
) -> Iterator[str]:
    """The deadlines that are there neither as they were nor as they would be moved."""
    has = {folded(one.text) for one in there}
    for before, after in zip(old, moved, strict=True):
        if folded(before.text) not in has and folded(after.text) not in has:
            yield f'the deadline "{shortened(before.text, 200)}"'


def about_deadlines(
    subject: ActionRef | str, before: Action, after: Action, window: Period | None
) -> Iterator[Diagnostic]:
    """Which deadlines were moved, and which lie outside the new plan."""
    if before is not after:
        for old, new in zip(before.all_deadlines, after.all_deadlines, strict=True):
            if old != new:
                message = f'the deadline "{old.text}" is now "{new.text}"'
                yield diagnose("CC606", message, subject=str(subject))
    if window is not None and not after.status.closed:
        for deadline, where in _open_deadlines(after):
            outside = _outside(deadline, window)
            if outside is not None:
                code, how = outside
                message = f'the time "{deadline.text}"{where} {how}'
                yield diagnose(code, message, subject=str(subject))


def _open_deadlines(action: Action) -> Iterator[tuple[Deadline, str]]:
    """The deadlines of what is not closed, each with the words that say whose it is."""
    for deadline in action.deadlines:
        yield deadline, ""
    for number, indicator in enumerate(action.indicators, 1):
        if indicator.deadlines and not indicator.status.closed:
            for deadline in indicator.deadlines:
                yield deadline, f" of indicator {number}"


def _outside(deadline: Deadline, window: Period) -> tuple[str, str] | None:
    """How a time lies outside a plan: the code of the finding and the words; None where not."""
    latest = deadline.latest
    start = deadline.first if isinstance(deadline, Recurring) else deadline.earliest
    if latest is not None and latest < window.start:
        return "CC604", f"is over before {window.start}"
    if start is not None and start > window.end:
        return "CC605", f"begins after {window.end}"
    if start is not None and start < window.start:
        return "CC618", f"begins before {window.start}"
    if latest is not None and latest > window.end:
        return "CC613", f"ends after {window.end}"
    return None
