"""The account of a rollover as a page of text, not wider than a terminal of 100 columns."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from customs_coop.model import ActionRef, PlanRef
from customs_coop.references import Reference
from customs_coop.rollover.dispositions import MergeInto, Reschedule
from customs_coop.rollover.ledger.balance import Balance
from customs_coop.rollover.ledger.entries import (
    GOES_ON,
    Announced,
    Entry,
    IndicatorEntry,
    MilestoneEntry,
    MissingCode,
    RecommendationEntry,
    Waiting,
)
from customs_coop.rollover.ledger.plans import NewAction, PlanHead, printed_sum
from customs_coop.rollover.ledger.resuming import WaitingEntry

__all__ = ["printed_ledger"]

_WIDTH: Final = 100
_CODES_WIDTH: Final = 24
_REASON_WIDTH: Final = 28
_LEAST_WIDTH: Final = 20
# What steers a terminal or turns the direction of a line; the value keeps it, the page does not.
_STEERING: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printed_ledger(
    heading: str,
    *,
    entries: Sequence[Entry],
    missing: Sequence[MissingCode],
    announced: Announced | None,
    recommendations: Sequence[RecommendationEntry],
    balance: Balance,
    heads: Sequence[tuple[PlanRef, PlanHead | None]] = (),
    added: Sequence[NewAction] = (),
    waiting: Sequence[Waiting] = (),
    settled: Sequence[WaitingEntry] = (),
    composition: Sequence[tuple[str, int]] = (),
) -> str:
    """The account as text: every action, and whatever else does not go its way.

    What would steer a terminal is shown as U+FFFD.
    """
    since = any(entry.earlier or entry.split_from for entry in entries)
    lines = [" ".join(heading.split()), *_heads(heads)]
    lines += _table(_action_rows(entries, since=since))
    items = [cells for entry in entries for cells in _item_rows(entry)]
    if items:
        head = ("item", "disposition", "new code", "reason", "words")
        lines += ["", "what goes another way than its action", *_table([head, *items])]
    times = [cells for entry in entries for cells in _new_times(entry)]
    if times:
        titles = ("item", "new code", "reason", "new time")
        lines += ["", "new times that were set", *_table([titles, *times])]
    lines += _codes_left_out(missing)
    if announced is not None:
        lines += ["", *_wrapped(f"before its revision: {announced}")]
    if recommendations:
        head = ("recommendation", "outcome", "new code", "reason", "text")
        rows = [_recommendation_row(entry) for entry in recommendations]
        lines += ["", *_table(_reasoned([head, *rows]))]
    lines += [*_beyond(added, settled, waiting), "", str(balance)]
    if any(count for _, count in composition):
        lines += ["", f"new plan: {printed_sum(composition)}"]
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", "\n".join(lines))


def _heads(heads: Iterable[tuple[PlanRef, PlanHead | None]]) -> Iterator[str]:
    for plan, head in heads:
        if head is not None and str(head):
            yield from _wrapped(f"{plan}: {head}")


def _codes_left_out(missing: Sequence[MissingCode]) -> Iterator[str]:
    explained = [found for found in missing if found.disposition is not None]
    unexplained = [str(found.code) for found in missing if found.disposition is None]
    if missing:
        yield ""
    if explained:
        head = ("missing", "disposition", "new code", "reason")
        yield from _table([head, *_missing(explained)])
    if unexplained:
        yield from _wrapped(f"missing in the numbering, unexplained: {', '.join(unexplained)}")


def _beyond(
    added: Sequence[NewAction], settled: Sequence[WaitingEntry], waiting: Sequence[Waiting]
) -> Iterator[str]:
    """What is no part of the old plan: the new actions, and what was waiting from before."""
    if any(one.continues for one in added):
        rows = ((str(one.action.code), _listed(one.continues), one.title) for one in added)
        yield from ("", *_table([("new action", "continues", "title"), *rows]))
    elif added:
        new = ((str(one.action.code), one.title) for one in added)
        yield from ("", *_table([("new action", "title"), *new]))
    if settled:
        head = ("waited", "outcome", "new code", "reason", "words")
        yield from ("", *_table(_reasoned([head, *map(_settled_row, settled)])))
    if waiting:
        head = ("waiting", "left", "by", "reason", "words")
        yield from ("", *_table([head, *_waiting(waiting)]))


def _action_rows(entries: Iterable[Entry], *, since: bool) -> Iterator[tuple[str, ...]]:
    head = ("code", "disposition", "new code", "reason", "title")
    yield (*head[:3], "since", *head[3:]) if since else head
    for entry in entries:
        disposition = entry.disposition
        row = (
            str(entry.action.code),
            disposition.word,
            _codes(entry.successors),
            _reason(disposition.reason, disposition.authority),
            entry.title,
        )
        yield (*row[:3], _since(entry), *row[3:]) if since else row


def _since(entry: Entry) -> str:
    """Where it first appeared and how often it was carried; empty where this is its first plan."""
    if not (entry.earlier or entry.split_from):
        return ""
    times = entry.times_carried
    part = " (split)" if entry.split_from else ""
    return f"{entry.first}{part}, {times} time{'' if times == 1 else 's'}"


def _waiting(waiting: Iterable[Waiting]) -> Iterator[tuple[str, ...]]:
    for one in waiting:
        reason = _reason(one.reason, one.authority)
        yield one.item, one.left, f"{one.old} -> {one.new}", reason, one.words


def _item_rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The indicators and milestones that do not go the way of their action."""
    for item in entry.items:
        if _differs(entry, item):
            yield _item_row(entry, item)


def _new_times(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The indicators and milestones that go on with a time that somebody set."""
    disposition = entry.disposition
    if not isinstance(disposition, GOES_ON):
        return
    fates = (one.disposition for one in (*disposition.indicators, *disposition.milestones))
    given = tuple([fate.to.text for fate in fates if isinstance(fate, Reschedule)])
    if not given:
        return
    for item in entry.items:
        # A policy may have moved the others.
        if any(deadline.text.startswith(given) for deadline in item.moved_to):
            yield (
                f"{entry.action.code} {item.kind.value} {item.number}",
                _codes(item.successors),
                _reason(item.reason, item.authority),
                "; ".join(deadline.text for deadline in item.moved_to),
            )


def _differs(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> bool:
    same = item.outcome.value == entry.disposition.word
    return not same or (bool(entry.successors) and not item.successors)


def _item_row(entry: Entry, item: IndicatorEntry | MilestoneEntry) -> tuple[str, ...]:
    return (
        f"{entry.action.code} {item.kind.value} {item.number}",
        item.outcome.value,
        _codes(item.successors),
        _reason(item.reason, item.authority),
        item.words,
    )


def _missing(missing: Iterable[MissingCode]) -> Iterator[tuple[str, ...]]:
    for found in missing:
        disposition = found.disposition
        if disposition is not None:
            reason = _reason(disposition.reason, disposition.authority)
            word = disposition.word
            if isinstance(disposition, MergeInto):
                word += f" into {disposition.code}"
            yield str(found.code), word, _codes(found.successors), reason


def _recommendation_row(entry: RecommendationEntry) -> tuple[str, ...]:
    return (
        str(entry.recommendation),
        entry.outcome.value + ", inferred" * entry.inferred,
        _codes(entry.successors),
        _reason(entry.reason, entry.authority),
        entry.text,
    )


def _settled_row(entry: WaitingEntry) -> tuple[str, ...]:
    reason = _reason(entry.reason, entry.authority)
    outcome, words = entry.outcome.value, entry.waiting.words
    return entry.waiting.item, outcome, _codes(entry.successors), reason, words


def _listed(refs: Iterable[ActionRef]) -> str:
    return ", ".join(map(str, refs))


def _codes(refs: Iterable[ActionRef]) -> str:
    return ", ".join(str(ref.code) for ref in refs)


def _reason(reason: str, authority: Reference | None) -> str:
    if authority is None:
        return reason
    return f"{reason} ({authority.cite()})" if reason else authority.cite()


def _reasoned(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows below their head, without the column of reasons where none is given."""
    place = rows[0].index("reason")
    if any(row[place] for row in rows[1:]):
        return list(rows)
    return [(*row[:place], *row[place + 1 :]) for row in rows]


def _table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Columns side by side; the last one gets what is left of the width."""
    table = [[" ".join(cell[: 4 * _WIDTH].split()) for cell in row] for row in rows]
    widths = []
    for column in list(zip(*table, strict=True))[:-1]:
        most = _REASON_WIDTH if column[0] == "reason" else _CODES_WIDTH
        widths.append(min(most, max(map(len, column))))
    widths.append(max(_LEAST_WIDTH, _WIDTH - sum(widths) - 2 * len(widths)))
    lines = []
    for row in table:
        cells = [_short(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(map(str.ljust, cells, widths)).rstrip())
    return lines


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, subsequent_indent="  ")


def _short(line: str, width: int) -> str:
    """At most so many characters; the table is for the eye, the value has it all."""
    return line if len(line) <= width else f"{line[: width - 3].rstrip()}..."
