"""How far the work is as a drawing: a bar for each objective, party, work area, plan or action."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.errors import InvalidValueError
from customs_coop.exporters.pictures.chart_paint import STANDING_PAINT, filled, legend
from customs_coop.exporters.pictures.chart_sheet import MARGIN, PAGE, Heading, plan_names
from customs_coop.exporters.pictures.lettering import room_for, wrapped
from customs_coop.exporters.pictures.palette import INK, QUIET
from customs_coop.exporters.pictures.progress_rows import BY, ProgressRow, rows_of, whole_row
from customs_coop.exporters.pictures.svg import drawing, group, label, stroke
from customs_coop.exporters.pictures.things import counted
from customs_coop.formats.sheet import day_in
from customs_coop.monitoring import Standing, StateOfPlay, TalliedBy

__all__ = ["ProgressSvg"]

_NAMES: Final = 286.0
_LEFT: Final = MARGIN + _NAMES + 10
_BAR: Final = 432.0
_HIGH: Final = 17.0
_TYPE: Final = 10.0
_NOTE: Final = 8.5
_COLUMN: Final = 68.0
_GAP: Final = 14.0
_COLUMNS: Final = (
    ("Completed", "of all"),
    ("Waiting", "of open ones"),
    ("Silent", "of all"),
    ("Measured", "of those due"),
    ("Reports", "of those due"),
)
_HEAD: Final = 34.0
_LONG: Final = 30
_GRID: Final = "#cbd5e1"


def _known(_exporter: object, _field: object, value: str) -> None:
    if value not in BY:
        raise InvalidValueError(f"things are counted by {', '.join(BY)}, not by {value!r:.40}")


@attrs.frozen(kw_only=True)
class ProgressSvg:
    """How far the work is, as one SVG drawing: a stacked bar for each group of things.

    A bar is all things of its group: what is closed at the left, what is late at the right. Each
    part has its number on it; where it is too narrow, the number stands below the bar. Parts
    differ by pattern, not by colour alone. Beside the bar stand counts with what they are counted
    against, or "n/a" where there is nothing to count.

    Args:
        by: "objective", "work_area", "party", "plan" or "action".
    """

    suffix = ".svg"
    media_type = "image/svg+xml"
    accepts = ("state",)

    by: TalliedBy = attrs.field(default="objective", validator=_known)

    def render(self, subject: StateOfPlay, /) -> str:
        """Draw the bars.

        Args:
            subject: The state of play.

        Returns:
            The text of an .svg file.
        """
        whole, rows = whole_row(subject), rows_of(subject, self.by)
        title = f"Progress by {BY[self.by][0]}, {day_in(subject.on)}"
        about = _about(subject, whole, self.by, has_rows=bool(rows))
        if whole.total and not rows:
            about += f" None of them has a {BY[self.by][0]}, so that there is one bar."
        heading = Heading.of(title, about)
        top = heading.height + _HEAD
        bars = [_Bar.of(one) for one in (whole, *rows)]
        bottom = top + sum(bar.height for bar in bars)
        is_long = len(bars) > _LONG
        shown = [standing for standing in STANDING_PAINT if standing in dict(whole.standings)]
        words = {one: f"{one.value} ({dict(whole.standings)[one]})" for one in shown}
        room = PAGE - 2 * MARGIN
        explained, last = legend(words, MARGIN, bottom + (36 if is_long else 26), room)
        if any(not count.whole for bar in bars for count in bar.row.counts):
            last += 16
            none = "n/a: there is nothing to count"
            explained.append(label(MARGIN, last, none, size=9.5, fill=QUIET))
        parts = [
            *heading.drawn(),
            *_scale(top, bottom, is_long=is_long),
            *_drawn(bars, top),
            *explained,
        ]
        if any(not count.whole for bar in bars for count in bar.row.counts):
            last += 16
            words_of = "n/a: there is nothing to count"
            explained.append(label(MARGIN, last, words_of, size=9.5, fill=QUIET))
        told = f"{about} {'. '.join(row.told for row in (whole, *rows))}."
        return drawing(PAGE, last + 16, title=title, about=told, parts=parts)


@attrs.frozen(kw_only=True)
class _Bar:
    """A row, laid out."""

    row: ProgressRow
    name: tuple[str, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, row: ProgressRow) -> "_Bar":
        narrow = [(one, count) for one, count in row.standings if not _fits(count, row.total)]
        told = ", ".join(f"{count} {one.value}" for one, count in narrow)
        return cls(
            row=row,
            name=wrapped(row.name, _NAMES, _TYPE, 2),
            notes=wrapped(told, _BAR, _NOTE, 3) if told else (),
        )

    @property
    def height(self) -> float:
        return max(12.5 * len(self.name), _HIGH + 11 * len(self.notes)) + 8

    def drawn(self, top: float, *, bold: bool) -> Iterator[str]:
        row = self.row
        y = top + (15 if len(self.name) == 1 else 11)
        for line in self.name:
            yield label(MARGIN, y, line, size=_TYPE, bold=bold)
            y += 12.5
        if not row.total:
            words = "n/a: nothing belongs to it"
            yield label(_LEFT + 4, top + 15, words, size=_TYPE, fill=QUIET, style="italic")
        x = _LEFT
        for standing, count in row.standings:
            width = _BAR * count / row.total
            number = count if _fits(count, row.total) else None
            box = filled(x, top + 3, (width, _HIGH), standing, number)
            yield group([box], tip=f"{count} of {row.total} {standing.value}")
            x += width
        for place, line in enumerate(self.notes):
            at = top + _HIGH + 12 + 11 * place
            yield label(_LEFT, at, line, size=_NOTE, fill=QUIET)
        for place, told in enumerate(row.counts):
            right = _LEFT + _BAR + _GAP + _COLUMN * (place + 1)
            fill = INK if told.whole else QUIET
            yield label(right, top + 15, str(told), size=9.5, fill=fill, anchor="end", bold=bold)


def _fits(count: int, total: int) -> bool:
    """Whether a part of a bar is wide enough for its number."""
    return _BAR * count / total >= room_for(str(count), 9.5) + 5


def _drawn(bars: Sequence[_Bar], top: float) -> Iterator[str]:
    for place, bar in enumerate(bars):
        yield group(bar.drawn(top, bold=not place), tip=bar.row.told)
        top += bar.height
        yield stroke(MARGIN, top, PAGE - MARGIN, top, _GRID, width=0.5 if place else 1.2)


def _scale(top: float, bottom: float, *, is_long: bool) -> Iterator[str]:
    for quarter in range(5):
        x = _LEFT + _BAR * quarter / 4
        yield stroke(x, top - 4, x, bottom, _GRID, width=0.8)
        words = f"{25 * quarter} %"
        yield label(x, top - 8, words, size=8.5, fill=QUIET, anchor="middle")
        if is_long:
            yield label(x, bottom + 11, words, size=8.5, fill=QUIET, anchor="middle")
    for place, (name, against) in enumerate(_COLUMNS):
        right = _LEFT + _BAR + _GAP + _COLUMN * (place + 1)
        yield label(right, top - 18, name, size=9, anchor="end", bold=True)
        yield label(right, top - 8, against, size=8, fill=QUIET, anchor="end")
    yield stroke(MARGIN, top, PAGE - MARGIN, top, _GRID)


def _about(state: StateOfPlay, whole: ProgressRow, by: TalliedBy, *, has_rows: bool) -> str:
    plans = plan_names(tuple(plan.id for plan in state.plans))
    if not whole.total:
        return f"There is nothing to be done in {plans}."
    words = f"How {counted(whole.total, 'thing')} of {plans} stood on {day_in(state.on)}."
    if Standing.DUE in dict(whole.standings):
        ahead = min(state.horizon, dt.date.max - state.on)
        words += f" Due is what has its last day by {day_in(state.on + ahead)}."
    several: Mapping[str, str] = {"objective": "objectives", "party": "responsible parties"}
    if by in several and has_rows:
        words += f" A thing of several {several[by]} counts under each of them."
    left = ((len(state.to_measure), "value"), (len(state.to_come), "report"))
    later = [counted(number, noun) for number, noun in left if number]
    if later:
        words += f" Still to come, and not counted here: {' and '.join(later)}."
    return words
