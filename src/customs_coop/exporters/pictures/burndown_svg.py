"""The burn-down of plans as a drawing: what was still open each day, and what deadlines ask for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from customs_coop.exporters.pictures.burndown_days import Burn, Closing, burns_of
from customs_coop.exporters.pictures.chart_sheet import MARGIN, PAGE, Heading, plan_names
from customs_coop.exporters.pictures.lettering import fitted, one_line, room_for, wrapped
from customs_coop.exporters.pictures.palette import INK, PAPER, QUIET
from customs_coop.exporters.pictures.svg import drawing, element, group, label, rectangle, stroke
from customs_coop.exporters.pictures.things import counted
from customs_coop.exporters.pictures.timeline_axis import HEIGHT, Axis
from customs_coop.formats.sheet import day_in
from customs_coop.monitoring import StateOfPlay

__all__ = ["BurndownSvg"]

_OPEN: Final = "#1e4f7a"
_ASKED: Final = "#b4532f"
_REVIEW: Final = "#b91c1c"
_AHEAD: Final = "#fde9b8"
_GRID: Final = "#cbd5e1"
_SIDE: Final = 214.0
_LEFT: Final = MARGIN + 40
_ROOM: Final = PAGE - MARGIN - _SIDE - _LEFT
_CHART: Final = 230.0
_NAME: Final = 24.0
_FOOT: Final = 30.0
_MOST_NAMED: Final = 12
_EXPLAINED: Final = (
    "A thing is open until it is completed, obsolete, or deferred to a later plan. Deadlines leave"
    " open what has no last day; of what recurs, the last round counts."
)
_JOINT: Final = " What several administrations have to do closes when all of them have closed it."


@attrs.frozen(kw_only=True)
class BurndownSvg:
    """The burn-down of each plan under review, as one SVG drawing.

    The thick line is what was still open, from the first day of the plan to the day of the
    review; the dashed line is what the deadlines leave open, if each is kept. A thing is closed on
    the day of the report that says so (a dot). Where nobody told the day, the thing is closed on
    the day that is printed on the document of the plan, else on that of the review: the line is
    dashed there, and the mark hollow. What several administrations have to do is closed when all
    of them have closed it; words tell in how many cells of the matrix it is implemented. The days
    after the review up to its horizon are shaded.

    Args:
        plan: The id of one plan; None takes all that were reviewed, one below the other.
    """

    suffix = ".svg"
    media_type = "image/svg+xml"
    accepts = ("state",)

    plan: str | None = None

    def render(self, subject: StateOfPlay, /) -> str:
        """Draw the lines.

        Args:
            subject: The state of play.

        Returns:
            The text of an .svg file.

        Raises:
            UnknownPlanError: The plan was not reviewed.
        """
        burns = burns_of(subject, self.plan)
        panels = [_Panel.of(burn, subject) for burn in burns]
        title = f"What is still open of {plan_names(tuple(one.plan.id for one in burns))}"
        title += f", {day_in(subject.on)}"
        told = " ".join(panel.about for panel in panels) or "No plan was reviewed."
        is_drawn = any(burn.total for burn in burns)
        explained = _EXPLAINED + (_JOINT if any(burn.cells.whole for burn in burns) else "")
        heading = Heading.of(title, explained if is_drawn else told)
        top = heading.height + 4
        parts = list(heading.drawn())
        for panel in panels:
            parts += panel.drawn(top)
            top += panel.height
        if is_drawn:
            parts += _legend(burns, subject, top + 8)
            top += 26
        return drawing(PAGE, top + 10, title=title, about=told, parts=parts)


@attrs.frozen(kw_only=True)
class _Panel:
    """The lines of one plan."""

    burn: Burn
    axis: Axis
    on: dt.date
    ahead: dt.date

    @classmethod
    def of(cls, burn: Burn, state: StateOfPlay) -> "_Panel":
        ahead = state.on + min(state.horizon, dt.date.max - state.on)
        return cls(burn=burn, axis=Axis(burn.span, _LEFT, _ROOM), on=state.on, ahead=ahead)

    @property
    def height(self) -> float:
        return _NAME + (HEIGHT + _CHART + _FOOT if self.burn.total else 22)

    @property
    def about(self) -> str:
        """What it shows in words."""
        burn = self.burn
        if not burn.total:
            return f"{burn.plan.id}: there is nothing to be done in it."
        return f"{burn.plan.id}: {'; '.join(self._facts())}."

    def _facts(self) -> Iterator[str]:
        burn = self.burn
        left, asked = burn.open_on(self.on), burn.asked_on(self.on)
        yield f"{left} of {burn.total} open on {day_in(self.on)}"
        yield f"{asked} of {burn.total} may be open by the deadlines"
        for standing, count in burn.late:
            yield f"{count} {standing.value}"
        if burn.closings:
            kinds = ", ".join(f"{count} {one.value}" for one, count in burn.closed)
            yield f"{len(burn.closings)} closed: {kinds}"
            known = sum(one.reported for one in burn.closings)
            yield f"the day is known of {known} of {counted(len(burn.closings), 'closing')}"
        if burn.cells.whole:
            yield f"{burn.cells} cells of the matrix that apply are implemented"
        if burn.undated:
            yield f"{burn.undated} of {burn.total} without a day"
        late = sum(one > burn.span.end for one in burn.asked)
        if late:
            yield f"{late} due after the time shown"

    def drawn(self, top: float) -> Iterator[str]:
        plan = self.burn.plan
        name = one_line(f"{plan.id} {plan.title}")
        room = (PAGE - 2 * MARGIN) / 1.06
        words = label(MARGIN, top + 12, fitted(name, room, 11), size=11, bold=True)
        yield group([words], tip=name)
        top += _NAME
        if not self.burn.total:
            yield label(
                MARGIN, top + 6, "There is nothing to be done in it.", fill=QUIET, style="italic"
            )
            return
        bottom = top + HEIGHT + _CHART
        yield from self._ground(top, bottom)
        yield from self._asked(bottom)
        yield from self._open(bottom)
        yield from self._review(top, bottom)
        y = top + HEIGHT + 12
        for place, fact in enumerate(self._facts()):
            for line in wrapped(fact, _SIDE - 16, 10, 3):
                yield label(self.axis.right + 16, y, line, bold=place < 2)
                y += 13
            y += 5

    def _y(self, count: int, bottom: float) -> float:
        return bottom - (_CHART - 10) * count / self.burn.total

    def _ground(self, top: float, bottom: float) -> Iterator[str]:
        axis, window = self.axis, self.burn.plan.period
        begin, end = axis.end(self.on), axis.end(self.ahead)
        yield from axis.drawn(top, bottom)
        if self.on <= axis.span.end and end > begin:
            shade = rectangle(begin, top + HEIGHT, end - begin, _CHART, fill=_AHEAD)
            yield group([shade], tip=f"due by {self.ahead}")
        ticks = _ticks(self.burn.total)
        is_apart = 2 * (self.burn.total - ticks[-1]) > ticks.step
        for count in [*ticks, *([self.burn.total] if is_apart else [])]:
            y = self._y(count, bottom)
            yield stroke(axis.left, y, axis.right, y, _GRID, width=0.6)
            yield label(axis.left - 6, y + 3.5, str(count), size=9, anchor="end")
        yield stroke(axis.left, bottom, axis.right, bottom, INK)
        if window is not None:
            for x in (axis.begin(window.start), axis.end(window.end)):
                yield stroke(x, top + HEIGHT, x, bottom, QUIET, dash="1 2")

    def _asked(self, bottom: float) -> Iterator[str]:
        axis, burn = self.axis, self.burn
        left, path = burn.total, f"M{axis.left:.2f} {self._y(burn.total, bottom):.2f}"
        for day, found in groupby(one for one in burn.asked if one <= axis.span.end):
            left -= len(list(found))
            path += f"H{axis.end(day):.2f}V{self._y(left, bottom):.2f}"
        line = element(
            "path",
            d=f"{path}H{axis.right:.2f}",
            fill="none",
            stroke=_ASKED,
            stroke_width=1.6,
            stroke_dasharray="7 3",
        )
        yield group([line], tip="what the deadlines leave open")

    def _open(self, bottom: float) -> Iterator[str]:
        axis, burn = self.axis, self.burn
        left, path = burn.total, f"M{axis.left:.2f} {self._y(burn.total, bottom):.2f}"
        marks: list[str] = []
        for day, of_day in groupby(burn.closings, key=lambda one: one.day):
            for reported, found in groupby(of_day, key=lambda one: one.reported):
                closed = list(found)
                x, high = axis.begin(day), self._y(left, bottom)
                left -= len(closed)
                low = self._y(left, bottom)
                # Where the day is not known, the line is broken.
                path += f"H{x:.2f}{'V' if reported else f'M{x:.2f} '}{low:.2f}"
                marks.append(_mark(x, high, low, closed))
        yield element(
            "path",
            d=f"{path}H{axis.begin(min(self.on, axis.span.end)):.2f}",
            fill="none",
            stroke=_OPEN,
            stroke_width=2.4,
        )
        yield from marks

    def _review(self, top: float, bottom: float) -> Iterator[str]:
        axis = self.axis
        if not axis.holds(self.on):
            return
        x, y = axis.begin(self.on), self._y(self.burn.open_on(self.on), bottom)
        yield stroke(x, top + HEIGHT - 4, x, bottom, _REVIEW, width=1.0)
        words = f"review: {day_in(self.on)}"
        half = room_for(words, 9) / 2
        middle = min(max(x, axis.left + half), axis.right - half)
        yield label(middle, bottom + 12, words, size=9, fill=_REVIEW, anchor="middle")
        left = f"{self.burn.open_on(self.on)} open"
        wide = room_for(left, 10)
        start = x + 6 if x + 6 + wide < axis.right else x - 6 - wide
        yield rectangle(start - 2, y - 16, wide + 4, 13, fill=PAPER, fill_opacity=0.85)
        yield label(start, y - 6, left, fill=_OPEN, bold=True)


def _mark(x: float, high: float, low: float, closed: Sequence[Closing]) -> str:
    """The mark of what is closed on one day, and where that is not known, its dashed line."""
    first = closed[0]
    subjects = [f"{one.item.subject} {one.item.standing.value}" for one in closed]
    more = f" and {len(subjects) - _MOST_NAMED} more" if len(subjects) > _MOST_NAMED else ""
    how = "reported" if first.reported else "the day is not known; as printed"
    tip = one_line(f"{first.day} ({how}): {', '.join(subjects[:_MOST_NAMED])}{more}")
    parts = []
    if not first.reported:
        parts.append(stroke(x, high, x, low, _OPEN, width=1.6, dash="2 3"))
    parts.append(_dot(x, low, hollow=not first.reported))
    return group(parts, tip=tip)


def _dot(x: float, y: float, *, hollow: bool = False) -> str:
    """A dot for a day that was reported; a hollow square for one that nobody told."""
    if hollow:
        return rectangle(x - 3.5, y - 3.5, 7, 7, fill=PAPER, stroke=_OPEN, stroke_width=1.5)
    return element(
        "path", d=f"M{x - 3.5:.2f} {y:.2f}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0", fill=_OPEN
    )


def _ticks(total: int) -> range:
    step, further = 1, (2, 2.5, 2)
    for place in range(60):
        if total / step <= 6:
            break
        step = int(step * further[place % 3])
    return range(0, total + 1, step)


def _legend(burns: Sequence[Burn], state: StateOfPlay, y: float) -> Iterator[str]:
    closings = [one for burn in burns for one in burn.closings]
    x = MARGIN
    for words, is_shown in (
        ("still open", True),
        ("what the deadlines leave open", True),
        ("closed by a report of that day", any(one.reported for one in closings)),
        ("closed, nobody told the day", any(not one.reported for one in closings)),
        ("begin and end of the plan", any(burn.plan.period is not None for burn in burns)),
        (f"{state.horizon.days} days after the review", state.horizon.days > 0),
    ):
        if is_shown:
            yield from _sample(words, x, y - 3)
            yield label(x + 30, y, words, size=9)
            x += 46 + room_for(words, 9)


def _sample(words: str, x: float, y: float) -> Iterator[str]:
    if words.startswith("still"):
        yield stroke(x, y, x + 24, y, _OPEN, width=2.4)
    elif words.startswith("what"):
        yield stroke(x, y, x + 24, y, _ASKED, width=1.6, dash="7 3")
    elif words.startswith("closed"):
        yield _dot(x + 14, y, hollow="nobody" in words)
    elif words.startswith("begin"):
        yield stroke(x + 14, y - 6, x + 14, y + 6, QUIET, dash="1 2")
    else:
        yield rectangle(x, y - 5, 24, 10, fill=_AHEAD, stroke=_GRID)
