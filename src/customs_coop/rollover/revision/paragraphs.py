"""The paragraphs of the note before a revised plan: one for each kind of decision."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    LinkKind,
    PlanRef,
    Priority,
    Status,
)
from customs_coop.rollover.dispositions import (
    Carry,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Reschedule,
    Settle,
    SplitInto,
)
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind
from customs_coop.rollover.revision.deciding import reason_of_area
from customs_coop.rollover.revision.proposing import defers
from customs_coop.rollover.revision.reasons import has_own_reason
from customs_coop.rollover.revision.wording import (
    are,
    because,
    bracketed,
    counted,
    day_in_full,
    have,
    listed,
    names_of_areas,
    why,
)

if TYPE_CHECKING:
    from customs_coop.rollover.revision.revising import Revision

__all__ = ["paragraphs_of"]

_MARKS = ("priority", "status")
# Rows of which a list says how they stand, with the reason of each.
_LISTED = (Status.COMPLETED, Status.DEFERRED, Status.OBSOLETE)


def paragraphs_of(revision: "Revision") -> Iterator[str]:
    """The paragraphs behind the first one, which tells how much the plan holds.

    Args:
        revision: The revision.
    """
    yield from _completed(revision)
    yield from _deleted(revision)
    yield from _merged_and_split(revision)
    yield from _together(revision.plan)
    yield from _deferred(revision)
    yield from _dropped(revision)
    yield from _going_on(revision)
    yield from _capped(revision)
    yield from _settled(revision)
    yield from _found_out(revision)
    yield from _left(revision)


def _completed(revision: "Revision") -> Iterator[str]:
    """Which rows are grey, and which of them were not before."""
    new = _codes(revision.of(RevisionKind.COMPLETED, "status"))
    reasons = {entry.action.code: because(entry.disposition) for entry in revision.ledger}
    if new:
        told = ", ".join(f"{code}{reasons.get(code, '')}" for code in new)
        yield f"{counted(len(new), 'action')} {are(new)} marked as completed: {told}."
    earlier = _before(revision, Status.COMPLETED, new)
    if earlier:
        also = "also " if new else ""
        yield (
            f"{counted(len(earlier), 'action')} {are(earlier)} {also}completed, and marked as"
            f" such before: {', '.join(earlier)}."
        )


def _before(revision: "Revision", status: Status, now: Iterable[Code]) -> list[str]:
    """The rows that had a mark before, each with the reason that was given now."""
    given = _given(revision)
    told = set(now)
    return [
        f"{action.code}{bracketed(_unmarked(action), given.get(action.code, ''))}"
        for action in revision.plan
        if action.status is status and action.code not in told
    ]


def _given(revision: "Revision") -> dict[Code, str]:
    """The reasons that somebody gave for what became of single rows, by their codes."""
    return {
        old.code: why(entry.disposition)
        for entry, old in zip(revision.ledger, revision.before, strict=True)
        if has_own_reason(old, entry.disposition)
    }


def _unmarked(action: Action) -> str:
    """What is said of a deferred row whose priority does not say so."""
    priority = action.priority
    if action.status is not Status.DEFERRED or defers(priority):
        return ""
    if priority is None:
        return "without a priority"
    word = priority.value if isinstance(priority, Priority) else " ".join(priority.split())
    return f"priority {word}"


def _deleted(revision: "Revision") -> Iterator[str]:
    gone: dict[str, list[str]] = {}
    for entry, old in zip(revision.ledger, revision.before, strict=True):
        if not entry.successors and old.work_area is not None:
            area, end = old.work_area.text, entry.disposition
            word = ""
            if end.reason != reason_of_area(area, revision.deleted_areas):
                word = f" {end.word}{because(end)}"
            gone.setdefault(area, []).append(f"{old.code}{word}")
    for code, name in names_of_areas(revision.before, revision.deleted_areas).items():
        rows = gone.get(code, [])
        told = f", and with it {counted(len(rows), 'action')}: {', '.join(rows)}" if rows else ""
        reason = revision.deleted_areas[code].rstrip(" .")
        yield f"The work area {name} is deleted{told}. The reason: {reason}."


def _merged_and_split(revision: "Revision") -> Iterator[str]:
    merged = [
        f"{entry.action.code} into {listed([ref.code for ref in entry.successors])}"
        f"{because(entry.disposition)}"
        for entry in revision.ledger
        if isinstance(entry.disposition, MergeInto)
    ]
    if merged:
        yield (
            f"{counted(len(merged), 'action')} {are(merged)} merged with a related one, whose row"
            f" has the words of both and the former code: {'; '.join(merged)}."
        )
    split, renamed = [], []
    for entry in revision.ledger:
        if isinstance(entry.disposition, SplitInto):
            parts = " and ".join(_titled(revision.plan, ref.code) for ref in entry.successors)
            if len(entry.successors) > 1:
                split.append(f"{entry.action.code} into {parts}{because(entry.disposition)}")
            else:
                renamed.append(f"{parts}{because(entry.disposition)}")
    if split:
        yield (
            f"{counted(len(split), 'action')} {are(split)} split, and the first part keeps the"
            f" code: {'; '.join(split)}."
        )
    if renamed:
        what = "another title" if len(renamed) == 1 else "other titles"
        yield f"{counted(len(renamed), 'action')} {have(renamed)} {what}: {'; '.join(renamed)}."


def _titled(plan: ActionPlan, code: Code) -> str:
    title = " ".join(plan[code].title.split())
    return f'{code} ("{title}")' if title else str(code)


def _together(plan: ActionPlan) -> Iterator[str]:
    """Where one project group deals with a related activity as well."""
    pairs: dict[tuple[Code, Code], None] = {}
    for action in plan:
        for link in action.links:
            target = link.target
            if (
                link.kind is LinkKind.HANDLED_WITH
                and isinstance(target, ActionRef)
                and target.plan == plan.id
                and target.code in plan
                and plan[target.code] is not action
            ):
                other = plan[target.code]
                if not (action.status.closed and other.status.closed):
                    one, two = sorted((action.code, other.code))
                    pairs[one, two] = None
    if pairs:
        told = ", ".join(f"{one} with {two}" for one, two in pairs)
        yield f"Those who work on one action also deal with a related one: {told}."


def _deferred(revision: "Revision") -> Iterator[str]:
    # Words alone may change where the mark itself was there before.
    marked = (change for change in revision.of(RevisionKind.DEFERRED) if change.field in _MARKS)
    now = dict.fromkeys(_codes(marked))
    if now:
        was = {
            change.place.code: f"until now {change.before or 'no priority'}"
            for change in revision.of(RevisionKind.DEFERRED, "priority")
            if isinstance(change.place, ActionRef)
        }
        told = [
            f"{entry.action.code}"
            f"{bracketed(was.get(entry.action.code, ''), why(entry.disposition))}"
            for entry in revision.ledger
            if isinstance(entry.disposition, Defer) and entry.action.code in now
        ]
        yield (
            f"{counted(len(now), 'action')} {are(now)} deferred, and marked so in the column for"
            f" priorities: {'; '.join(told)}."
        )
    earlier = _before(revision, Status.DEFERRED, now)
    if earlier:
        yield f"Deferred before, and still so: {', '.join(earlier)}."


def _dropped(revision: "Revision") -> Iterator[str]:
    now = dict.fromkeys(_codes(revision.of(RevisionKind.DROPPED)))
    if now:
        told = [
            f"{entry.action.code}{because(entry.disposition)}"
            for entry in revision.ledger
            if isinstance(entry.disposition, Drop) and entry.action.code in now
        ]
        yield f"{counted(len(now), 'action')} {are(now)} obsolete: {'; '.join(told)}."
    earlier = _before(revision, Status.OBSOLETE, now)
    if earlier:
        yield f"Obsolete before, and still so: {', '.join(earlier)}."


def _going_on(revision: "Revision") -> Iterator[str]:
    """The rows of which somebody said why they stay; the other ones that stay need no word."""
    plan = revision.plan
    told = [
        f"{entry.action.code}{because(entry.disposition)}"
        for entry, old in zip(revision.ledger, revision.before, strict=True)
        if isinstance(entry.disposition, Carry)
        and has_own_reason(old, entry.disposition)
        and plan[entry.action.code].status not in _LISTED
    ]
    if told:
        yield f"Of {counted(len(told), 'action')} it was decided to go on: {'; '.join(told)}."


def _capped(revision: "Revision") -> Iterator[str]:
    capped = _codes(revision.of(RevisionKind.DEADLINE))
    period = revision.before.period
    if capped and period is not None:
        yield (
            f"{counted(len(capped), 'action')} that would have ended later now {have(capped)} a"
            f" deadline of {day_in_full(period.end)} at the latest, the end of the plan:"
            f" {listed(capped)}."
        )


def _settled(revision: "Revision") -> Iterator[str]:
    told = []
    for entry in revision.ledger:
        end = entry.disposition
        if isinstance(end, Carry | MergeInto | SplitInto):
            items = [
                *(f"indicator {_settlement(one)}" for one in end.indicators),
                *(f"deadline {_settlement(one)}" for one in end.milestones),
            ]
            if items:
                told.append(f"{entry.action.code} {', '.join(items)}")
    if told:
        yield f"Single indicators or deadlines were decided on: {'; '.join(told)}."


def _settlement(one: Settle) -> str:
    item = str(one.item) if isinstance(one.item, int) else f'"{" ".join(one.item.split())}"'
    fate = one.disposition
    if isinstance(fate, Reschedule):
        which = "" if fate.deadline is None else f" (deadline {fate.deadline})"
        time = " ".join(fate.to.text.split())
        return f'{item}{which} {fate.word} to "{time}"{because(fate)}'
    return f"{item} {fate.word}{because(fate)}"


def _found_out(revision: "Revision") -> Iterator[str]:
    """What became of the codes that the numbering leaves out, as far as somebody knows."""
    told = [
        f"{missing.code} {_fate(missing.disposition)}"
        for missing in revision.ledger.missing
        if missing.disposition is not None
    ]
    if told:
        codes = "a code" if len(told) == 1 else "codes"
        yield f"The numbering leaves out {codes} of which this is known: {'; '.join(told)}."


def _fate(decided: Disposition) -> str:
    into = f" into {decided.code}" if isinstance(decided, MergeInto) else ""
    return f"{decided.word}{into}{because(decided)}"


def _left(revision: "Revision") -> Iterator[str]:
    """What is still to be decided, and what nobody knows."""
    if revision.proposals:
        told = "\n".join(f"{one.action.code}: {one.words}" for one in revision.proposals)
        yield f"The words of these rows call for a decision on whether they are deferred:\n{told}"
    unexplained = revision.ledger.unexplained
    if unexplained:
        yield f"The numbering leaves out codes of which nothing is known: {listed(unexplained)}."


def _codes(changes: Iterable[RevisionChange]) -> list[Code]:
    """The codes of the rows that changes are about, each once, in their order."""
    return list(
        dict.fromkeys(
            change.place.code for change in changes if not isinstance(change.place, PlanRef)
        )
    )
