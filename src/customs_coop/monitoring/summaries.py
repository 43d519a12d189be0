"""A state of play in a page of text: how many things stand how, and those to look at."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from customs_coop.deadline import Recurring, Relative, day_in_words
from customs_coop.diagnostics.shortening import shortened
from customs_coop.monitoring.contradicting import contradictions_in
from customs_coop.monitoring.duties import DueReport
from customs_coop.monitoring.states import Standing, StateItem
from customs_coop.monitoring.tallies import Count, Tally
from customs_coop.monitoring.tallying import reports_received

if TYPE_CHECKING:
    from customs_coop.monitoring.play import PlanState, StateOfPlay

__all__ = [
    "ORDER",
    "has_something",
    "owed_groups",
    "same_words",
    "summary_of",
]

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


def same_words(one: str, other: str) -> bool:
    """Whether two names differ in capitals, hyphens and blanks only.

    Example:
        >>> same_words("PROJECT-GROUP", "Project Group"), same_words("AT", "Austria")
        (True, False)
    """
    first, second = ("".join(filter(str.isalnum, text.casefold())) for text in (one, other))
    return first == second


def has_something(tally: Tally) -> bool:
    """Whether anything is counted: things, or reports that are owed.

    Args:
        tally: The counts.
    """
    return bool(tally.total or tally.reported.whole)


def summary_of(state: "StateOfPlay", width: int = _WIDTH) -> str:
    """The state of play for people.

    Args:
        state: The state of play.
        width: How many columns a line has; where they are more than 100, all names are told.

    Returns:
        Lines without a line feed at the end: the plans, the counts, and the things that are
        overdue, possibly overdue, due and waiting, and the reports that are missing.
    """
    end = state.on + min(state.horizon, dt.date.max - state.on)
    lines = [
        f"State of play on {day_in_words(state.on)}",
        f'"Due" is what falls due by {day_in_words(end)}.',
        "",
        *(_plan_line(plan, width) for plan in state.plans),
        *([""] if state.plans else []),
        *_counts(state, width),
    ]
    doubtful_items, doubtful = state.possibly_overdue, state.possibly_missing
    waiting, missing = state.waiting, state.missing
    disputed = list(_disputed_rows(state))
    sections: tuple[tuple[str, int, Iterable[_Row]], ...] = (
        ("Contradictions", len(disputed), disputed),
        ("Overdue", len(state.overdue), (_dated_row(one, width) for one in state.overdue)),
        (
            "Possibly overdue",
            len(doubtful_items),
            (_doubtful_row(one, width) for one in doubtful_items),
        ),
        ("Due", len(state.due), (_dated_row(one, width) for one in state.due)),
        ("Waiting", len(waiting), _waiting_rows(waiting)),
        ("Reports that did not come", len(missing), _owed_rows(missing)),
        ("Reports that may be late", len(doubtful), _owed_rows(doubtful)),
        ("Duties on which nothing came", len(state.undone), _owed_rows(state.undone)),
    )
    for title, count, rows in sections:
        lines += _section(title, count, rows, width)
    return "\n".join(lines)


def _disputed_rows(state: "StateOfPlay") -> Iterator[_Row]:
    """Who said two things of one day, of what, and which."""
    reports = [report for item in state.items for report in item.reports]
    reports += [report for cell in state.matrix.cells for report in cell.reports]
    found = contradictions_in(reports)
    for one in found:
        yield one.party, str(one.subject), str(one.on), one.words
    told = {report for one in found for report in one.reports}
    for cell in state.matrix.conflicts:
        # A service and its state contradict each other, and each of them is of one mind.
        if told.isdisjoint(cell.reports):
            yield cell.party, str(cell.subject), str(cell.on or "-"), "contradictory reports"


def _plan_line(plan: "PlanState", width: int) -> str:
    told = [str(part) for part in (plan.period, plan.document) if part is not None]
    behind = f" ({', '.join(told)})" if told else ""
    title = shortened(plan.title, max(width - len(plan.id) - len(behind) - _GAP, _FEWEST))
    return f"{plan.id}  {title}{behind}"


def _counts(state: "StateOfPlay", width: int) -> Iterator[str]:
    total = len(state.items)
    if not total:
        yield "There is nothing to be done in it."
        return
    counts = {one: len(state.standing(one)) for one in ORDER}
    told = [f"{count} {one.value}" for one, count in counts.items() if count]
    things = "1 thing" if total == 1 else f"{total} things"
    yield from _wrapped(f"{things}: {', '.join(told)}.", width)
    still = sum(item.standing.open for item in state.items)
    to_measure = sum(item.measured is not None for item in state.items)
    received = reports_received(state)
    is_asked = bool(state.missing or state.possibly_missing)
    no_report = "no report is known" if is_asked else "no report was due"
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
        (
            "reports",
            received.part,
            received.whole,
            "of those that were due came",
            no_report,
        ),
    ):
        count = Count(part, whole)
        yield f"  {label:<10}{count}: {of_what if whole else nothing}"
    matrix = state.matrix
    if matrix.items and matrix.parties:
        silent = f"; silent: {', '.join(matrix.silent_parties)}" if matrix.silent_parties else ""
        size = f"items {len(matrix.items)}, administrations {len(matrix.parties)}{silent}"
        yield f"  {'matrix':<10}{shortened(size, width - 12)}"
    if state.slippage:
        yield f"  {'deadlines':<10}{len(state.slippage)} changed by then"


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width, subsequent_indent="  ")


def _section(title: str, count: int, rows: Iterable[_Row], width: int) -> list[str]:
    return ["", f"{title} ({count})", *_aligned(list(rows), width)] if count else []


def _doubtful_row(item: StateItem, width: int) -> _Row:
    """An item, and why it is not certain that it is overdue."""
    subject, day, parties, words = _dated_row(item, width)
    return subject, day, _reason(item), parties, words


def _reason(item: StateItem) -> str:
    if isinstance(item.deadline, Recurring):
        return "no report on a round" if item.missed < 2 else "no report on rounds"
    if isinstance(item.deadline, Relative):
        return "its event has no certain day"
    printed = "" if item.deadline is None else " ".join(item.deadline.text.split())
    return f'"{printed}" names no last day' if printed else "the words name no last day"


def _dated_row(item: StateItem, width: int) -> tuple[str, str, str, str]:
    first = "" if item.earliest is None else f"{item.earliest}/"
    day = f"{first}{item.due or ('..' if first else '-')}"
    rounds = f" ({item.missed} rounds)" if item.missed > 1 else ""
    words = item.text or item.title
    return str(item.subject), f"{day}{rounds}", _named(item.parties, width), words


def _named(parties: Sequence[str], width: int) -> str:
    """The first of some parties, and how many more there are; all where there is room."""
    if width > _WIDTH:
        return ", ".join(parties) or "-"
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


def _aligned(rows: Sequence[_Row], width: int) -> list[str]:
    """Rows as lines, column under column; the last column takes what is left of the line."""
    if not rows:
        return []
    columns = len(rows[0])
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widest = _WIDEST * width // _WIDTH
    widths = [min(max(len(row[at]) for row in cells), widest) for at in range(columns - 1)]
    while sum(widths) > width - _FEWEST - _GAP * columns:
        widths[widths.index(max(widths))] -= 1
    left = max(width - sum(widths) - _GAP * columns, _FEWEST)
    lines = []
    for row in cells:
        start = [
            (cell if len(cell) <= room else shortened(cell, room)).ljust(room)
            for cell, room in zip(row[:-1], widths, strict=True)
        ]
        gap = " " * _GAP
        lines.append(f"{gap}{gap.join([*start, shortened(row[-1], left)])}".rstrip())
    return lines
