"""A state of play in a page of text: how many things stand how, and those to look at."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from customs_coop.deadline import Recurring, Relative, day_in_words
from customs_coop.diagnostics.shortening import shortened
from customs_coop.monitoring.matrix.columns import has_administrations
from customs_coop.monitoring.matrix.matrices import CellState, Matrix
from customs_coop.monitoring.owed.duties import DueReport
from customs_coop.monitoring.reports.contradicting import contradictions_of
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
    """Whether anything is counted: things, or reports that are owed, now or later.

    Args:
        tally: The counts.
    """
    return bool(tally.total or tally.owed)


def summary_of(state: "StateOfPlay", width: int = _WIDTH) -> str:
    """The state of play for people.

    Args:
        state: The state of play.
        width: How many columns a line has; where they are more than 100, all names are told.

    Returns:
        Lines without a line feed at the end: the plans, the counts, and the things that are
        overdue, possibly overdue, due and waiting, and the reports that are due or missing.
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
        ("Reports that are due", len(state.reports_due), _owed_rows(state.reports_due)),
        ("Reports that did not come", len(missing), _owed_rows(missing)),
        ("Reports that may be late", len(doubtful), _owed_rows(doubtful)),
        ("Duties on which nothing came", len(state.undone), _owed_rows(state.undone)),
    )
    for title, count, rows in sections:
        lines += _section(title, count, rows, width)
    return "\n".join(lines)


def _disputed_rows(state: "StateOfPlay") -> Iterator[_Row]:
    """Who said two things of one day, of what, and which."""
    for one in contradictions_of(state):
        yield one.party, str(one.subject), str(one.on), one.words


def _plan_line(plan: "PlanState", width: int) -> str:
    told = [str(part) for part in (plan.period, plan.document) if part is not None]
    behind = f" ({', '.join(told)})" if told else ""
    title = shortened(plan.title, max(width - len(plan.id) - len(behind) - _GAP, _FEWEST))
    return f"{plan.id}  {title}{behind}"


def _counts(state: "StateOfPlay", width: int) -> Iterator[str]:
    total = len(state.items)
    if total:
        counts = {one: len(state.standing(one)) for one in ORDER}
        told = [f"{count} {one.value}" for one, count in counts.items() if count]
        things = "1 thing" if total == 1 else f"{total} things"
        yield from _wrapped(f"{things}: {', '.join(told)}.", width)
        still = Count(len(state.waiting), sum(item.standing.open for item in state.items))
        yield _count_line("waiting", still, "of what is still to be done", "nothing is left")
        silent = Count(len(state.silent), total)
        yield _count_line("silent", silent, "no status printed, no report", "nothing is there")
        yield _measured_line(state)
    elif state.owed:
        yield "There is nothing to be done in it but to report."
    else:
        yield "There is nothing to be done in it."
        return
    yield from _wrapped(_reports_line(state), width, indent=12)
    matrix = state.matrix
    if has_administrations(state):
        yield f"  {'matrix':<10}{shortened(_matrix_size(matrix), width - 12)}"
    if state.slippage:
        yield f"  {'deadlines':<10}{len(state.slippage)} changed by then"


def _count_line(label: str, count: Count, of_what: str, nothing: str) -> str:
    """A count with what it is counted against, or why there is nothing to count."""
    return f"  {label:<10}{count}: {of_what if count.whole else nothing}"


def _measured_line(state: "StateOfPlay") -> str:
    needed = sum(item.measured is not None for item in state.items)
    count = Count(needed - len(state.unmeasured), needed)
    nothing = "nothing was to be measured by then"
    line = _count_line("measured", count, "of what was measured or had to be by then", nothing)
    later = len(state.to_measure)
    return f"{line}; {later} still to be measured" if later else line


def _reports_line(state: "StateOfPlay") -> str:
    """The reports that came, of those that are due by now or came before; and what is to come."""
    is_asked = bool(state.missing or state.possibly_missing)
    nothing = "no report is known" if is_asked else "no report was due"
    count = reports_received(state)
    line = _count_line("reports", count, "of those due or sent by then came", nothing)
    if state.to_come:
        line += f"; {len(state.to_come)} still to come{_next_day(state.to_come)}"
    doubtful = len(state.possibly_missing)
    # Where no report is known at all, each of them may have been sent.
    return f"{line}; {doubtful} may be late" if doubtful and count.whole else line


def _next_day(owed: Iterable[DueReport]) -> str:
    """The day by which reports are due, of several days the next one; empty without any."""
    days = sorted({one.due for one in owed if one.due is not None})
    if not days:
        return ", no day is known"
    return f", {'the next ' if len(days) > 1 else ''}by {day_in_words(days[0])}"


def _matrix_size(matrix: Matrix) -> str:
    """How large the matrix is, and who says nothing; of one administration what it said."""
    if len(matrix.parties) == 1:
        said = Counter(cell.state for cell in matrix.cells)
        silent_last = sorted(CellState, key=lambda state: state is CellState.NO_REPORT)
        told = ", ".join(f"{said[state]} {state.value}" for state in silent_last if said[state])
        return f"items {len(matrix.items)}, {matrix.parties[0]}: {told}"
    silent = f"; silent: {', '.join(matrix.silent_parties)}" if matrix.silent_parties else ""
    return f"items {len(matrix.items)}, administrations {len(matrix.parties)}{silent}"


def _wrapped(text: str, width: int, indent: int = 2) -> list[str]:
    import textwrap

    # The gap behind a label stays.
    head = text[:indent] if text.startswith(" ") else ""
    rest = text.removeprefix(head)
    return textwrap.wrap(rest, width, initial_indent=head, subsequent_indent=" " * indent)


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
