"""What a timeline shows: plans with their rows, and each deadline as a mark in time or as words."""

import datetime as dt
import enum
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.dates import Period
from customs_coop.deadline import Deadline, Recurring
from customs_coop.exporters.pictures.lettering import one_line
from customs_coop.graph.nodes import natural_order
from customs_coop.model import Action, ActionPlan, Indicator, Status

__all__ = ["Mark", "MarkKind", "Row", "Section", "sections_of", "span_of"]

# A deadline far from all plans would leave the plans no room; it stands at the edge.
_REACH = dt.timedelta(days=3 * 366)


class MarkKind(enum.Enum):
    """How a deadline is drawn."""

    DAY = "day"
    LAST_DAY = "last day"
    STRETCH = "stretch"
    ROUND = "round"
    THROUGHOUT = "throughout"
    WORDS = "words"


@attrs.frozen(kw_only=True)
class Mark:
    """One deadline.

    Args:
        kind: How it is drawn.
        words: The words as printed.
        tip: The words with what they belong to and what was made of them.
        status: The status of what is due.
        start: The first day; None for an open begin.
        end: The last day; None for an open end.
        rounds: The last days of the rounds of a recurring deadline.
        convention: Whether its bounds rest on a convention, or on the day of another event.
    """

    kind: MarkKind
    words: str
    tip: str
    status: Status
    start: dt.date | None = None
    end: dt.date | None = None
    rounds: tuple[dt.date, ...] = ()
    convention: bool = False


@attrs.frozen(kw_only=True)
class Row:
    """One action.

    Args:
        code: Its code.
        title: Its title.
        status: Its status.
        status_text: The words that say so.
        marks: Its deadlines and those of its indicators.
    """

    code: str
    title: str
    status: Status
    status_text: str
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Section:
    """One plan.

    Args:
        id: Its id.
        title: Its title.
        window: Its period, or None.
        groups: The headings of its work areas, each with its rows; "" where there is none.
    """

    id: str
    title: str
    window: Period | None
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return tuple(row for _, rows in self.groups for row in rows)


def sections_of(plans: Sequence[ActionPlan]) -> tuple[Section, ...]:
    """Lay out plans, the earlier first.

    Args:
        plans: The plans, in any order.

    Returns:
        A section for each.
    """
    ordered = sorted(
        plans,
        key=lambda plan: (
            plan.period is None,
            plan.period.start if plan.period else dt.date.min,
            natural_order(plan.id),
            one_line(plan.title),
        ),
    )
    return tuple(
        Section(
            id=one_line(plan.id),
            title=one_line(plan.title),
            window=plan.period,
            groups=tuple(_groups(plan)),
        )
        for plan in ordered
    )


def _groups(plan: ActionPlan) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows by work area: the known areas in their order, then the others as they come."""
    titles = {area.code: one_line(area.title) for area in plan.work_areas}
    areas = [*titles, *(action.work_area for action in plan if action.work_area is not None)]
    for area in (None, *dict.fromkeys(areas)):
        rows = tuple(_row(action, plan) for action in plan if action.work_area == area)
        if rows:
            name = "" if area is None else one_line(f"{area} {titles.get(area, '')}")
            yield name, rows


def _row(action: Action, plan: ActionPlan) -> Row:
    marks = [_mark(deadline, action, None, plan.period) for deadline in action.deadlines]
    marks += [
        _mark(deadline, action, indicator, plan.period)
        for indicator in action.indicators
        for deadline in indicator.deadlines
    ]
    return Row(
        code=one_line(action.code.text),
        title=one_line(action.title),
        status=action.status,
        status_text=one_line(action.status_text),
        marks=tuple(marks),
    )


def _mark(
    deadline: Deadline, action: Action, indicator: Indicator | None, window: Period | None
) -> Mark:
    status = action.status
    if indicator is not None and not status.closed and indicator.status is not Status.OPEN:
        status = indicator.status
    rounds: tuple[dt.date, ...] = ()
    words = one_line(deadline.text)
    if isinstance(deadline, Recurring):
        kind = MarkKind.THROUGHOUT if window is not None else MarkKind.WORDS
        if deadline.recurrence is not None and window is not None:
            kind = MarkKind.ROUND
            rounds = deadline.last_days(within=window)
        start, end = (None, None) if window is None else (window.start, window.end)
    else:
        start, end = deadline.earliest, deadline.latest
        if start is None and end is None:
            kind = MarkKind.WORDS
        elif start is None:
            kind = MarkKind.LAST_DAY
        else:
            kind = MarkKind.DAY if start == end else MarkKind.STRETCH
    told = f"{action.code} “{words}”"
    if indicator is not None and indicator.text.strip():
        told += f": {one_line(indicator.text)}"
    bounds = _bounds(kind, start, end)
    return Mark(
        kind=kind,
        words=words,
        tip=one_line(f"{told} ({', '.join(part for part in (bounds, status.value) if part)})"),
        status=status,
        start=start,
        end=end,
        rounds=rounds,
        convention=deadline.convention is not None,
    )


def _bounds(kind: MarkKind, start: dt.date | None, end: dt.date | None) -> str:
    if kind is MarkKind.WORDS:
        return "no day known"
    if kind in (MarkKind.ROUND, MarkKind.THROUGHOUT):
        return "recurring"
    if start is None:
        return f"by {end}"
    if end is None:
        return f"from {start}"
    return str(start) if start == end else f"{start} to {end}"


def span_of(sections: Sequence[Section]) -> Period | None:
    """The time that an axis has to cover.

    Args:
        sections: The plans.

    Returns:
        Whole half-years around all windows and the deadlines near them; None where there is no
        day at all.
    """
    days = [
        day
        for section in sections
        for row in section.rows
        for mark in row.marks
        for day in (mark.start, mark.end)
        if day is not None
    ]
    windows = [section.window for section in sections if section.window is not None]
    if windows:
        first = min(window.start for window in windows)
        last = max(window.end for window in windows)
        near = [day for day in days if _near(day, first, last)]
    else:
        near = sorted(days)[: 1 + len(days) // 2]
        if not near:
            return None
        first = last = near[-1]
        near = [day for day in days if _near(day, first, last)]
    first, last = min([first, *near]), max([last, *near])
    start = dt.date(first.year, 1 if first.month <= 6 else 7, 1)
    end = dt.date(last.year, 6, 30) if last.month <= 6 else dt.date(last.year, 12, 31)
    return Period(start, end)


def _near(day: dt.date, first: dt.date, last: dt.date) -> bool:
    # By differences: a sum could lead out of the calendar.
    return first - day <= _REACH and day - last <= _REACH
