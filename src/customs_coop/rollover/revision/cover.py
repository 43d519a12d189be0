"""The note before a revised plan: what was done to it, in paragraphs."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import TYPE_CHECKING, Final

import attrs

from customs_coop.dates import Period
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Document,
    LinkKind,
    Marking,
    PlanRef,
    Priority,
    Status,
    WorkArea,
)
from customs_coop.rollover.dispositions import (
    Carry,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
)
from customs_coop.rollover.revision.changes import RevisionChange, RevisionKind
from customs_coop.rollover.revision.deciding import reason_of_area
from customs_coop.rollover.revision.proposing import defers

if TYPE_CHECKING:
    from customs_coop.rollover.revision.revising import Revision

__all__ = ["CoverNote", "cover_note", "revision_words"]

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


@attrs.frozen(kw_only=True)
class CoverNote:
    """The note before a revised plan; as text its paragraphs are numbered.

    Args:
        title: The title of the plan.
        head: Lines below it, as label and text: the document, its day, those before it.
        paragraphs: The paragraphs, each with the lines of the list behind it.
        marking: Who may see it, for the head of each page; empty where nothing is said.

    Example:
        >>> told = (("These call for it:", "AP1/5.2"), ("End.",))
        >>> print(CoverNote(title="Plan", paragraphs=told))
        Plan
        <BLANKLINE>
        1. These call for it:
           AP1/5.2
        2. End.
    """

    title: str
    head: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[tuple[str, ...], ...] = ()
    marking: str = ""

    def __str__(self) -> str:
        head = [self.title, *(f"{label}: {text}" for label, text in self.head)]
        numbered = [
            f"{number}. {text}" + "".join(f"\n{_INDENT}{line}" for line in lines)
            for number, (text, *lines) in enumerate(self.paragraphs, 1)
        ]
        return "\n".join(head) + "\n\n" + "\n".join(numbered)


def cover_note(revision: "Revision") -> CoverNote:
    """The note; each fact has a paragraph of its own.

    Args:
        revision: The revision.
    """
    plan, before = revision.plan, revision.before
    head = []
    if revision.document is not None:
        head.append(("Document", str(revision.document.reference)))
        if revision.document.date is not None:
            head.append(("Date", _day(revision.document.date)))
        if revision.document.previous:
            head.append(("No. prev. doc.", ", ".join(map(str, revision.document.previous))))
    what = f"{_held(plan)}" if revision.changes_of_content else "the same"
    period = "" if before.period is None else f" for {_spelled(before.period)}"
    told = [
        f"The plan {before.id}{period} contained {_held(before)}; this revision contains {what}.",
        *_paragraphs(revision),
    ]
    if not revision.changes_of_content:
        told.append("Nothing else has changed.")
    return CoverNote(
        title=" ".join(plan.title.split()) or plan.id,
        head=tuple(head),
        paragraphs=tuple([tuple(text.split("\n")) for text in told]),
        marking=_marking(revision.document),
    )


def _marking(document: Document | None) -> str:
    marking = None if document is None else document.marking
    return marking.value if isinstance(marking, Marking) else marking or ""


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
    reasons = {entry.action.code: _because(entry.disposition) for entry in revision.ledger}
    done = [action.code for action in revision.plan if action.status is Status.COMPLETED]
    marked_now = set(new)
    earlier = [code for code in done if code not in marked_now]
    if new:
        yield (
            f"{_counted(len(new), 'action')} {_are(new)} marked as completed:"
            f" {_reasoned(new, reasons)}."
        )
    if earlier:
        also = "also " if new else ""
        yield (
            f"{_counted(len(earlier), 'action')} {_are(earlier)} {also}completed, and marked as"
            f" such before: {_listed(earlier)}."
        )


def _deleted(revision: "Revision") -> Iterator[str]:
    gone: dict[str, list[str]] = {}
    for entry, old in zip(revision.ledger, revision.before, strict=True):
        if not entry.successors and old.work_area is not None:
            area, end = old.work_area.text, entry.disposition
            word = ""
            if end.reason != reason_of_area(area, revision.deleted_areas):
                word = f" {end.word}"
            gone.setdefault(area, []).append(f"{old.code}{word}{_because(end) if word else ''}")
    for code, name in _names(revision.before, revision.deleted_areas).items():
        rows = gone.get(code, [])
        told = f", and with it {_counted(len(rows), 'action')}: {', '.join(rows)}" if rows else ""
        reason = revision.deleted_areas[code].rstrip(" .")
        yield f"The work area {name} is deleted{told}. The reason: {reason}."


def _names(plan: ActionPlan, codes: Iterable[str]) -> dict[str, str]:
    """How work areas are called, by their codes; one without a heading by its code alone."""
    headed = {area.code.text: area for area in reversed(plan.work_areas)}
    return {code: _named(headed[code]) if code in headed else code for code in codes}


def _merged_and_split(revision: "Revision") -> Iterator[str]:
    merged = [
        f"{entry.action.code} into {_listed([ref.code for ref in entry.successors])}"
        f"{_because(entry.disposition)}"
        for entry in revision.ledger
        if isinstance(entry.disposition, MergeInto)
    ]
    if merged:
        yield (
            f"{_counted(len(merged), 'action')} {_are(merged)} merged with a related one, whose row"
            f" has the words of both and the former code: {'; '.join(merged)}."
        )
    split = [
        f"{entry.action.code} into"
        f" {' and '.join(_titled(revision.plan, ref.code) for ref in entry.successors)}"
        f"{_because(entry.disposition)}"
        for entry in revision.ledger
        if isinstance(entry.disposition, SplitInto) and len(entry.successors) > 1
    ]
    if split:
        yield (
            f"{_counted(len(split), 'action')} {_are(split)} split, and the first part keeps the"
            f" code: {'; '.join(split)}."
        )


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


def _deferred_and_dropped(revision: "Revision") -> Iterator[str]:
    now = dict.fromkeys(_codes(revision.of(RevisionKind.DEFERRED)))
    if now:
        was = {
            change.place.code: change.before or "no priority"
            for change in revision.of(RevisionKind.DEFERRED, "priority")
            if isinstance(change.place, ActionRef)
        }
        told = "; ".join(
            f"{entry.action.code}{_was(was.get(entry.action.code))}{_because(entry.disposition)}"
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
            f"{entry.action.code}{_because(entry.disposition)}"
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
    return f"{item} {one.disposition.word}{_because(one.disposition)}"


def _left(revision: "Revision") -> Iterator[str]:
    """What is still to be decided, and what nobody knows."""
    if revision.proposals:
        told = "\n".join(map(str, revision.proposals))
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


def _because(end: Disposition) -> str:
    words = [" ".join(end.reason.split()).rstrip(" .;")]
    # a reason often names the document already
    if end.authority is not None and str(end.authority) not in words[0]:
        words.append(str(end.authority))
    told = "; ".join(filter(None, words))
    return f" ({told})" if told else ""


def _reasoned(codes: Iterable[Code], reasons: Mapping[Code, str]) -> str:
    return ", ".join(f"{code}{reasons.get(code, '')}" for code in codes)


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
