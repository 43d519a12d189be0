"""A state of play in a page of text: how many things stand how, and those to look at."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from customs_coop.deadline import day_in_words
from customs_coop.diagnostics.shortening import shortened
from customs_coop.monitoring.duties import DueReport, DutyState
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.tallies import Count

if TYPE_CHECKING:
    from customs_coop.monitoring.play import PlanState, StateOfPlay

__all__ = ["ORDER", "owed_groups", "summary_of"]

_WIDTH: Final = 100
_GAP: Final = 2
# A column that is wider than this would leave nothing for the words behind it.
_WIDEST: Final = 40
_FEWEST: Final = 20
_LONGEST_NAME: Final = 24
ORDER: Final = (
    Standing.OVERDUE,
    Standing.POSSIBLY_OVERDUE,
    Standing.DUE,
    Standing.WAITING,
    Standing.ONGOING,
    Standing.OPEN,
    Standing.COMPLETED,
    Standing.DEFERRED,
    Standing.OBSOLETE,
)
"""The standings in the order in which people look at them: what has to be done comes first."""

_Row: TypeAlias = tuple[str, ...]


def summary_of(state: "StateOfPlay") -> str:
    """The state of play for people.

    Args:
        state: The state of play.

    Returns:
        Lines without a line feed at the end: the plans, the counts, and the things that are
        overdue, possibly overdue, due and waiting, and the reports that are missing.
    """
    end = state.on + min(state.horizon, dt.date.max - state.on)
    lines = [
        f"State of play on {day_in_words(state.on)}",
        f'"Due" is what falls due by {day_in_words(end)}.',
        "",
        *map(_plan_line, state.plans),
        *([""] if state.plans else []),
        *_counts(state),
    ]
    for title, items in (
        ("Overdue", state.overdue),
        ("Possibly overdue", state.possibly_overdue),
        ("Due", state.due),
    ):
        lines += _section(title, len(items), map(_dated_row, items))
    waiting = state.waiting
    lines += _section("Waiting", len(waiting), _waiting_rows(waiting))
    missing = state.missing
    lines += _section("Reports that did not come", len(missing), _owed_rows(missing))
    doubtful = state.possibly_missing
    lines += _section("Reports that may be late", len(doubtful), _owed_rows(doubtful))
    return "\n".join(lines)


def _plan_line(plan: "PlanState") -> str:
    told = [str(part) for part in (plan.period, plan.document) if part is not None]
    behind = f" ({', '.join(told)})" if told else ""
    title = shortened(plan.title, max(_WIDTH - len(plan.id) - len(behind) - _GAP, _FEWEST))
    return f"{plan.id}  {title}{behind}"


def _counts(state: "StateOfPlay") -> Iterator[str]:
    total = len(state.items)
    if not total:
        yield "There is nothing to be done in it."
        return
    counts = {one: len(state.standing(one)) for one in ORDER}
    told = [f"{count} {one.value}" for one, count in counts.items() if count]
    things = "1 thing" if total == 1 else f"{total} things"
    yield from _wrapped(f"{things}: {', '.join(told)}.")
    still = sum(item.standing.open for item in state.items)
    to_measure = sum(item.measured is not None for item in state.items)
    came = sum(one.state in (DutyState.SENT, DutyState.LATE) for one in state.owed_once)
    passed = came + len(state.missing) + len(state.possibly_missing)
    for label, part, whole, of_what, nothing in (
        ("waiting", len(state.waiting), still, "of what is still to be done", "nothing is left"),
        ("silent", len(state.silent), total, "no status printed, no report", "nothing is there"),
        (
            "measured",
            to_measure - len(state.unmeasured),
            to_measure,
            "of what was to be measured by then",
            "nothing was to be measured by then",
        ),
        ("reports", came, passed, "of those that were due came", "no report was due"),
    ):
        count = Count(part, whole)
        yield f"  {label:<10}{count}: {of_what if whole else nothing}"
    matrix = state.matrix
    if matrix.items and matrix.parties:
        silent = f"; silent: {', '.join(matrix.silent_parties)}" if matrix.silent_parties else ""
        size = f"items {len(matrix.items)}, administrations {len(matrix.parties)}{silent}"
        yield f"  {'matrix':<10}{shortened(size, _WIDTH - 12)}"
    if state.slippage:
        yield f"  {'deadlines':<10}{len(state.slippage)} changed by then"


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, _WIDTH, subsequent_indent="  ")


def _section(title: str, count: int, rows: Iterable[_Row]) -> list[str]:
    return ["", f"{title} ({count})", *_aligned(list(rows))] if count else []


def _dated_row(item: StateItem) -> _Row:
    first = "" if item.earliest is None else f"{item.earliest}/"
    day = f"{first}{item.due or ('..' if first else '-')}"
    rounds = f" ({item.missed} rounds)" if item.missed > 1 else ""
    words = item.text or item.title
    return str(item.subject), f"{day}{rounds}", _named(item.parties), words


def _named(parties: Sequence[str]) -> str:
    """The first of some parties, and how many more there are."""
    more = f" +{len(parties) - 1}" if len(parties) > 1 else ""
    return f"{parties[0]}{more}" if parties else "-"


def _waiting_rows(items: Sequence[StateItem]) -> Iterator[_Row]:
    """What each action waits for, once for all its indicators that wait for the same."""
    told: dict[tuple[str, str], None] = {}
    for item in items:
        awaited = "; ".join(str(one) for one in item.waiting_on)
        told[str(item.action), awaited or "it is not said for what"] = None
    yield from told


def owed_groups(owed: Iterable[DueReport]) -> tuple[tuple[DueReport, ...], ...]:
    """Reports that are owed, the rounds of one obligation of one party together.

    Args:
        owed: The reports.

    Returns:
        The groups in the order of their first reports.
    """
    groups: dict[tuple[object, str | None], list[DueReport]] = {}
    for one in owed:
        groups.setdefault((one.obligation, one.party), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def _owed_rows(owed: Sequence[DueReport]) -> Iterator[_Row]:
    """What each party owes by one day in a line, the rounds of one obligation as a stretch."""
    told: dict[tuple[str, str], list[DueReport]] = {}
    for group in owed_groups(owed):
        first, last = group[0], group[-1]
        days = _day(first)
        if len(group) > 1:
            days = f"{days} to {_day(last)} ({len(group)} rounds)"
        told.setdefault((first.party or "-", days), []).append(first)
    for (party, days), reports in told.items():
        yield shortened(party, _LONGEST_NAME), days, _on_what(reports)


def _on_what(reports: Sequence[DueReport]) -> str:
    """The subjects of some reports; of a single one its words, too."""
    subjects = list(dict.fromkeys(str(one.subject or "") for one in reports))
    on = ", ".join(subject for subject in subjects if subject)
    if len(reports) > 1:
        return f"{len(reports)} reports{f': {on}' if on else ''}"
    words = " ".join(reports[0].obligation.text.split())
    return f"{on}: {words}" if on else words


def _day(owed: DueReport) -> str:
    if owed.earliest is None:
        return str(owed.due)
    return f"{owed.earliest}/{owed.due or '..'}"


def _aligned(rows: Sequence[_Row]) -> list[str]:
    """Rows as lines, column under column; the last column takes what is left of the line."""
    if not rows:
        return []
    columns = len(rows[0])
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [min(max(len(row[at]) for row in cells), _WIDEST) for at in range(columns - 1)]
    while sum(widths) > _WIDTH - _FEWEST - _GAP * columns:
        widths[widths.index(max(widths))] -= 1
    left = max(_WIDTH - sum(widths) - _GAP * columns, _FEWEST)
    lines = []
    for row in cells:
        start = [
            (cell if len(cell) <= width else shortened(cell, width)).ljust(width)
            for cell, width in zip(row[:-1], widths, strict=True)
        ]
        gap = " " * _GAP
        lines.append(f"{gap}{gap.join([*start, shortened(row[-1], left)])}".rstrip())
    return lines
