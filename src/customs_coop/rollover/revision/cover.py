"""The note before a revised plan: what was done to it, in paragraphs."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import TYPE_CHECKING, Final

from customs_coop.dates import Period
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    LinkKind,
    PlanRef,
    Priority,
    Status,
    WorkArea,
)
from customs_coop.rollover.dispositions import Defer, Drop, MergeInto
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind
from customs_coop.rollover.revision.proposing import defers

if TYPE_CHECKING:
    from customs_coop.rollover.revision.revising import Revision

__all__ = ["cover_note", "revision_words"]

_INDENT: Final = "   "


def revision_words(plan: ActionPlan, areas: Mapping[str, str]) -> str:
    """The sentences on the version before, which a later reader of the plan needs to know.

    Args:
        plan: The plan before its revision.
        areas: Why work areas are deleted, by their codes.
    """
    lines = [f"The plan contained {_held(plan)} before this revision."]
    for code, name in _names(plan, areas).items():
        lines.append(f"The work area {name} is deleted: {areas[code].rstrip(' .')}.")
    return "\n".join(lines)


def cover_note(revision: "Revision") -> str:
    """The note as numbered paragraphs; each fact has one of its own.

    Args:
        revision: The revision.
    """
    plan, before = revision.plan, revision.before
    head = [plan.title or plan.id]
    if revision.document is not None:
        head.append(f"Document: {revision.document.reference}")
        if revision.document.previous:
            head.append(f"No. prev. doc.: {', '.join(map(str, revision.document.previous))}")
    what = f"{_held(plan)}" if revision.changes_of_content else "the same"
    period = "" if before.period is None else f" for {_spelled(before.period)}"
    told = [
        f"The plan {before.id}{period} contained {_held(before)}; this revision contains {what}.",
        *_paragraphs(revision),
    ]
    if not revision.changes_of_content:
        told.append("Nothing else has changed.")
    numbered = [f"{number}. {text}" for number, text in enumerate(told, 1)]
    return "\n".join(head) + "\n\n" + "\n".join(numbered)


def _paragraphs(revision: "Revision") -> Iterator[str]:
    yield from _completed(revision)
    yield from _deleted(revision)
    yield from _merged_and_split(revision)
    yield from _together(revision.plan)
    yield from _deferred_and_dropped(revision)
    yield from _capped(revision)
    yield from _settled(revision)
    yield from _left(revision)


def _completed(revision: "Revision") -> Iterator[str]:
    """Which rows are grey, and which of them were not before."""
    new = _codes(revision.of(RevisionKind.COMPLETED, "status"))
    done = [action.code for action in revision.plan if action.status is Status.COMPLETED]
    marked_now = set(new)
    earlier = [code for code in done if code not in marked_now]
    if new:
        yield f"{_counted(len(new), 'action')} {_are(new)} marked as completed: {_listed(new)}."
    if earlier:
        also = "also " if new else ""
        yield (
            f"{_counted(len(earlier), 'action')} {_are(earlier)} {also}completed, and marked as"
            f" such before: {_listed(earlier)}."
        )


def _deleted(revision: "Revision") -> Iterator[str]:
    gone: dict[str, list[Code]] = {}
    for entry, old in zip(revision.ledger, revision.before, strict=True):
        if not entry.successors and old.work_area is not None:
            gone.setdefault(old.work_area.text, []).append(old.code)
    for code, name in _names(revision.before, revision.deleted_areas).items():
        rows = gone.get(code, [])
        told = f", and with it {_counted(len(rows), 'action')}: {_listed(rows)}" if rows else ""
        reason = revision.deleted_areas[code].rstrip(" .")
        yield f"The work area {name} is deleted{told}. The reason: {reason}."


def _names(plan: ActionPlan, codes: Iterable[str]) -> dict[str, str]:
    """How work areas are called, by their codes; one without a heading by its code alone."""
    headed = {area.code.text: area for area in reversed(plan.work_areas)}
    return {code: _named(headed[code]) if code in headed else code for code in codes}


def _merged_and_split(revision: "Revision") -> Iterator[str]:
    merged = [
        f"{entry.action.code} into {_listed([ref.code for ref in entry.successors])}"
        f"{_because(entry.disposition.reason)}"
        for entry in revision.ledger
        if isinstance(entry.disposition, MergeInto)
    ]
    if merged:
        yield (
            f"{_counted(len(merged), 'action')} {_are(merged)} merged with a related one, whose row"
            f" has the words of both and the former code: {'; '.join(merged)}."
        )
    split: dict[ActionRef, list[Code]] = {}
    for change in revision.of(RevisionKind.SPLIT, ""):
        if isinstance(change.place, ActionRef):
            split.setdefault(change.into[0], []).append(change.place.code)
    if split:
        told = "; ".join(
            f"{ref.code} into {_listed([ref.code, *new])}" for ref, new in split.items()
        )
        yield f"{_counted(len(split), 'action')} {_are(split)} split: {told}."


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
            ):
                other = plan[target.code]
                if not (action.status.closed and other.status.closed):
                    one, two = sorted((action.code, other.code))
                    pairs[one, two] = None
    if pairs:
        told = ", ".join(f"{one} with {two}" for one, two in pairs)
        yield f"Those who work on one action also deal with a related one: {told}."


def _deferred_and_dropped(revision: "Revision") -> Iterator[str]:
    now = dict.fromkeys(_codes(revision.of(RevisionKind.DEFERRED)))
    if now:
        was = {
            change.place.code: change.before or "no priority"
            for change in revision.of(RevisionKind.DEFERRED, "priority")
            if isinstance(change.place, ActionRef)
        }
        told = "; ".join(
            f"{entry.action.code}{_was(was.get(entry.action.code))}"
            f"{_because(entry.disposition.reason)}"
            for entry in revision.ledger
            if isinstance(entry.disposition, Defer) and entry.action.code in now
        )
        yield (
            f"{_counted(len(now), 'action')} {_are(now)} deferred, and marked so in the column for"
            f" priorities: {told}."
        )
    earlier = [
        f"{action.code}{'' if defers(action.priority) else _unmarked(action)}"
        for action in revision.plan
        if action.status is Status.DEFERRED and action.code not in now
    ]
    if earlier:
        yield f"Deferred before, and still so: {', '.join(earlier)}."
    dropped = dict.fromkeys(_codes(revision.of(RevisionKind.DROPPED)))
    if dropped:
        told = "; ".join(
            f"{entry.action.code}{_because(entry.disposition.reason)}"
            for entry in revision.ledger
            if isinstance(entry.disposition, Drop) and entry.action.code in dropped
        )
        yield f"{_counted(len(dropped), 'action')} {_are(dropped)} obsolete: {told}."


def _capped(revision: "Revision") -> Iterator[str]:
    capped = _codes(revision.of(RevisionKind.DEADLINE))
    period = revision.before.period
    if capped and period is not None:
        yield (
            f"{_counted(len(capped), 'action')} that would have ended later now {_have(capped)} a"
            f" deadline of {_day(period.end)} at the latest, the end of the plan:"
            f" {_listed(capped)}."
        )


def _settled(revision: "Revision") -> Iterator[str]:
    settled = _codes(revision.of(RevisionKind.SETTLED))
    if settled:
        yield f"Single indicators or deadlines were decided on in {_listed(settled)}."


def _left(revision: "Revision") -> Iterator[str]:
    """What is still to be decided, and what nobody knows."""
    if revision.proposals:
        told = "\n".join(f"{_INDENT}{proposal}" for proposal in revision.proposals)
        yield f"The words of these rows call for a decision on whether they are deferred:\n{told}"
    unexplained = revision.ledger.unexplained
    if unexplained:
        yield f"The numbering leaves out codes of which nothing is known: {_listed(unexplained)}."


def _held(plan: ActionPlan) -> str:
    actions = _counted(len(plan), "action")
    areas = f" in {_counted(len(plan.work_areas), 'work area')}" if plan.work_areas else ""
    return actions + areas


def _spelled(period: Period) -> str:
    return f"{_day(period.start)} to {_day(period.end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _are(things: Sized) -> str:
    return "is" if len(things) == 1 else "are"


def _have(things: Sized) -> str:
    return "has" if len(things) == 1 else "have"


def _was(priority: str | None) -> str:
    return "" if priority is None else f" (until now {priority})"


def _unmarked(action: Action) -> str:
    priority = action.priority
    if priority is None:
        return " (without a priority)"
    word = priority.value if isinstance(priority, Priority) else " ".join(priority.split())
    return f" (priority {word})"


def _because(reason: str) -> str:
    words = " ".join(reason.split()).rstrip(" .;")
    return f" ({words})" if words else ""


def _named(area: WorkArea) -> str:
    title = " ".join(area.title.split())
    return f'{area.code} ("{title}")' if title else str(area.code)


def _listed(codes: Iterable[Code]) -> str:
    return ", ".join(map(str, codes))


def _codes(changes: Iterable[RevisionChange]) -> list[Code]:
    """The codes of the rows that changes are about, each once, in their order."""
    return list(
        dict.fromkeys(
            change.place.code for change in changes if not isinstance(change.place, PlanRef)
        )
    )


_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
