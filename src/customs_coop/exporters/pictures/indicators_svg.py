"""What was measured, as a drawing: a small panel for each quantitative indicator."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import attrs

from customs_coop.dates import Period
from customs_coop.exporters.pictures.chart_paint import hatched
from customs_coop.exporters.pictures.chart_sheet import MARGIN, PAGE, Heading, plan_names
from customs_coop.exporters.pictures.indicator_panels import (
    Scale,
    drawable,
    figure,
    has_own_target,
    last_values,
    period_name,
    point_words,
    range_words,
    tick_names,
    told,
)
from customs_coop.exporters.pictures.lettering import fitted, one_line, room_for, wrapped
from customs_coop.exporters.pictures.palette import INK, PAPER, QUIET
from customs_coop.exporters.pictures.placing import Placing, Spot, box_of
from customs_coop.exporters.pictures.svg import drawing, element, group, label, rectangle, stroke
from customs_coop.exporters.pictures.things import counted
from customs_coop.formats.sheet import day_in
from customs_coop.monitoring import Count, Point, Series, StateOfPlay

__all__ = ["IndicatorsSvg"]

_COLUMNS: Final = 3
_GAP: Final = 18.0
_WIDE: Final = (PAGE - 2 * MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
_HIGH: Final = 262.0
_TOP: Final = 94.0
_BOTTOM: Final = 206.0
_AXIS: Final = 46.0
_GRID: Final = "#cbd5e1"
_BAR: Final = "#a9cdee"
_EDGE: Final = "#1e4f7a"
_TARGET: Final = "#9a3412"
_SMALL: Final = 8.5
_NUMBER: Final = 9.0
_PARTY: Final = 7.5
_LEGEND: Final = (
    "value of a period",
    "value of one party",
    "a part of it",
    "target",
    "target of a period",
    "baseline",
)
_DISPUTED: Final = ("a disputed value", "disputed part")


@attrs.frozen(kw_only=True)
class IndicatorsSvg:
    """What was measured of each quantitative indicator, as panels in one SVG drawing.

    A bar is the value of a period as a whole; where several parties reported, or a party broke its
    value down, each of their values is a mark on it. Values that cannot be added, as shares, have
    no bar. Where a party gave several values for one thing on one day, each of them is a cross,
    and what nobody knows of the bar is hatched. Lines show the baseline and the targets, and words
    the last value, what it is of the target, and who reported it. A panel without a value says so.
    """

    suffix = ".svg"
    media_type = "image/svg+xml"
    accepts = ("state",)

    def render(self, subject: StateOfPlay, /) -> str:
        """Draw the panels.

        Args:
            subject: The state of play.

        Returns:
            The text of an .svg file.
        """
        title = f"What was measured, {day_in(subject.on)}"
        panels = [_Panel.of(one) for one in subject.series]
        about = _about(subject, panels)
        heading = Heading.of(title, about)
        top = heading.height + 10
        parts = list(heading.drawn())
        for place, panel in enumerate(panels):
            row, column = divmod(place, _COLUMNS)
            left = MARGIN + column * (_WIDE + _GAP)
            parts.append(panel.drawn(left, top + row * (_HIGH + _GAP)))
        rows = -(-len(panels) // _COLUMNS)
        bottom = top + rows * (_HIGH + _GAP)
        if panels:
            parts += _legend(bottom + 8, disputed=any(one.series.disputed for one in panels))
            bottom += 16
        words = " ".join([about, *(f"{panel.words}." for panel in panels)])
        return drawing(PAGE, bottom + 10, title=title, about=words, parts=parts)


def _about(state: StateOfPlay, panels: "Sequence[_Panel]") -> str:
    plans = plan_names(tuple(plan.id for plan in state.plans))
    if not panels:
        return f"No indicator of {plans} counts anything."
    valued = sum(bool(panel.series.periods) for panel in panels)
    met = [panel.series.met for panel in panels if panel.series.met is not None]
    last = " (of the last period)" if any(has_own_target(one.series) for one in panels) else ""
    disputed = sum(one.series.met is None and bool(one.series.disputed_latest) for one in panels)
    doubt = f"; of {disputed} the last value is disputed" if disputed else ""
    return (
        f"{counted(len(panels), 'indicator')} of {plans} with a number; of {valued} a value was"
        f" reported; targets met{last}: {Count(sum(met), len(met))}{doubt}."
    )


@attrs.frozen(kw_only=True)
class _Panel:
    """One indicator."""

    series: Series
    left_out: int
    slots: tuple[Period, ...]

    @classmethod
    def of(cls, series: Series) -> "_Panel":
        kept, left_out = drawable(series)
        periods = {*kept.periods, *(one.period for one in kept.measure.targets)}
        slots = tuple(sorted(periods, key=lambda one: (one.end, one.start)))
        return cls(series=kept, left_out=left_out, slots=slots)

    @property
    def name(self) -> str:
        """The indicator, with the objectives of its action."""
        codes = ", ".join(map(str, self.series.objectives))
        noun = "objective" if len(self.series.objectives) == 1 else "objectives"
        return one_line(f"{self.series.indicator}{f' ({noun} {codes})' if codes else ''}")

    @property
    def words(self) -> str:
        """All that is said of it."""
        return f"{self.name}, {one_line(self.series.text)}: {'; '.join(self._facts())}"

    def _facts(self) -> Iterator[str]:
        yield from told(self.series)
        if self.left_out:
            yield f"{counted(self.left_out, 'value')} that cannot be drawn"

    def drawn(self, left: float, top: float) -> str:
        parts = [
            rectangle(left, top, _WIDE, _HIGH, fill="none", stroke=_GRID),
            *self._head(left + 10, top, _WIDE - 20),
            *self._chart(left + _AXIS, top, _WIDE - _AXIS - 12),
            *self._foot(left + 10, top + _BOTTOM + 31, _WIDE - 20),
        ]
        return group(parts, tip=self.words)

    def _head(self, x: float, y: float, room: float) -> Iterator[str]:
        yield label(x, y + 15, fitted(self.name, room / 1.06, 10), bold=True)
        for place, line in enumerate(wrapped(self.series.text, room, 9, 2)):
            yield label(x, y + 28 + 11 * place, line, size=9, fill=QUIET)
        first, *others = self._facts()
        yield label(x, y + 53, fitted(first, room / 1.06, 10), bold=True)
        if others:
            for place, line in enumerate(wrapped("; ".join(others), room, 9, 2)):
                yield label(x, y + 65 + 11 * place, line, size=9)

    def _chart(self, left: float, top: float, room: float) -> Iterator[str]:
        scale = Scale.of(self._values(), top + _TOP + 8, top + _BOTTOM)
        placing = Placing()
        names = tick_names(scale.ticks, _AXIS - 8, 8)
        for tick, words in zip(scale.ticks, names, strict=True):
            y = scale.y(tick)
            ink = INK if tick == 0 else _GRID
            yield stroke(left, y, left + room, y, ink, width=0.8 if tick == 0 else 0.5)
            yield label(left - 4, y + 3, words, size=8, fill=QUIET, anchor="end")
            placing.fixed(words, Spot(left - 4, y + 3, "end"), 8)
        wide = room / max(len(self.slots), 1)
        # Below the chart stand the names of periods.
        placing.line(left, left + room, scale.y(Decimal(0)))
        for place, slot in enumerate(self.slots):
            yield from self._slot(slot, left + wide * place, wide, scale, placing)
        yield from self._lines(left, room, scale, placing)
        yield from self._dates(left, wide, top + _BOTTOM + 13, placing)
        # What tells most has the first choice of a place.
        for place in reversed(range(len(self.slots))):
            yield from self._number(self.slots[place], left + wide * place, wide, scale, placing)
        if not self.series.periods:
            placing.fixed("no value", Spot(left + room / 2, top + 157, "middle"), 12)
        yield from self._line_names(left, room, scale, placing)
        for place, slot in enumerate(self.slots):
            yield from self._parties(slot, left + wide * place, wide, scale, placing)
        if not self.series.periods:
            middle = left + room / 2
            words = "no value"
            half = room_for(words, 12) / 2
            yield rectangle(middle - half - 4, top + 144, 2 * half + 8, 17, fill=PAPER)
            yield label(middle, top + 157, words, size=12, fill=QUIET, anchor="middle")

    def _values(self) -> list[Decimal]:
        series, measure = self.series, self.series.measure
        wholes = [one for period in series.periods for one in series.value_range_in(period) or ()]
        bounds = [measure.baseline, measure.target, *(one.value for one in measure.targets)]
        found = [*wholes, *bounds, *(one.value for one in (*series.points, *series.disputed))]
        return [one for one in found if one is not None]

    def _slot(
        self, slot: Period, left: float, wide: float, scale: Scale, placing: Placing
    ) -> Iterator[str]:
        whole, middle = self.series.value_range_in(slot), left + wide / 2
        if whole is not None:
            bar = _bar(whole, middle, min(wide * 0.36, 20), scale)
            doubt = ", disputed" if whole[0] != whole[1] else ""
            yield group(bar, tip=f"{period_name(slot)}: {range_words(whole)}{doubt}")
        for point, x, y in self._marked(slot, left, wide, scale):
            tip = f"{point_words(point)}: {figure(point.value)} ({period_name(point.period)},"
            doubt = ", disputed" if point in self.series.disputed else ""
            mark = _cross(x, y) if doubt else _diamond(x, y, hollow=bool(point.dimension))
            yield group([mark], tip=f"{tip} reported on {point.on}{doubt})")
        for one in self.series.measure.targets:
            if one.period == slot:
                y, half = scale.y(one.value), wide * 0.46
                placing.line(middle - half, middle + half, y)
                line = stroke(middle - half, y, middle + half, y, _TARGET, width=2.2)
                yield group([line], tip=f"target of {period_name(slot)}: {figure(one.value)}")

    def _marked(
        self, slot: Period, left: float, wide: float, scale: Scale
    ) -> Iterator[tuple[Point, float, float]]:
        """The values of a period that have marks of their own, and where these stand."""
        reported = (*self.series.points, *self.series.disputed)
        points = [one for one in reported if one.period == slot]
        if len(points) == 1 and self.series.value_in(slot) is not None:
            return
        step = min(wide * 0.8 / max(len(points), 1), 30)
        for place, point in enumerate(points):
            x = left + wide / 2 + step * (place - (len(points) - 1) / 2)
            yield point, x, scale.y(point.value)

    def _parties(
        self, slot: Period, left: float, wide: float, scale: Scale, placing: Placing
    ) -> Iterator[str]:
        """Who reported each value, where there is room for it; the words below tell all."""
        for point, x, y in self._marked(slot, left, wide, scale):
            words, wider = one_line(point.party), wide * 0.8
            if room_for(words, _PARTY) > wider:
                continue
            spots = [
                *(Spot(x, at, "middle") for at in (y + 12, y - 7) if scale.top < at < scale.bottom),
                *(Spot(x + 7, y + 2.5), Spot(x - 7, y + 2.5, "end")),
            ]
            spot = placing.place(words, spots, _PARTY)
            if spot is not None:
                yield _plated(spot, words, INK, size=_PARTY)

    def _number(
        self, slot: Period, left: float, wide: float, scale: Scale, placing: Placing
    ) -> Iterator[str]:
        """The value of a period, on top of all lines; that of the last one always."""
        whole = self.series.value_range_in(slot)
        if whole is None:
            return
        words = range_words(whole)
        if room_for(words, 9) <= wide or slot == self.series.periods[-1]:
            y, x = scale.y(whole[1]) + (-4 if whole[1] >= 0 else -3), left + wide / 2
            spots = [Spot(x, y + further, "middle") for further in (0, -5, -10, 14, 20, -20)]
            spot = placing.place(words, spots, _NUMBER, bold=True)
            if spot is not None:
                yield _plated(spot, words, INK, bold=True)

    def _lines(self, left: float, room: float, scale: Scale, placing: Placing) -> Iterator[str]:
        measure, right = self.series.measure, left + room
        for value, ink, width, dash in (
            (measure.target, _TARGET, 1.4, "6 3"),
            (measure.baseline, INK, 1.2, "1.5 2.5"),
        ):
            if value is not None:
                y = scale.y(value)
                placing.line(left, right, y)
                yield stroke(left, y, right, y, ink, width=width, dash=dash)

    def _line_names(
        self, left: float, room: float, scale: Scale, placing: Placing
    ) -> Iterator[str]:
        """What the lines are; above or below them, at whichever end there is room."""
        measure, right = self.series.measure, left + room
        of_end = "target at the end" if measure.targets else "target"
        for name, value, ink, first in (
            (of_end, measure.target, _TARGET, "end"),
            ("baseline", measure.baseline, INK, "start"),
        ):
            if value is None:
                continue
            words, y = f"{name} {figure(value)}", scale.y(value)
            ends = [Spot(left, y, "start"), Spot(right, y, "end")]
            ends = ends if first == "start" else ends[::-1]
            spots = [
                attrs.evolve(spot, y=y + further)
                for further in (-3.5, 10.5, -14, 21)
                for spot in ends
                if y + further < scale.bottom + 1
            ]
            spot = placing.place(words, spots, _NUMBER)
            if spot is not None:
                yield _plated(spot, words, ink)

    def _dates(self, left: float, wide: float, y: float, placing: Placing) -> Iterator[str]:
        """The names of periods, as many as there is room for; the last one always."""
        end = float("inf")
        for place in reversed(range(len(self.slots))):
            words = period_name(self.slots[place])
            half = room_for(words, _SMALL) / 2
            x = left + wide * (place + 0.5)
            if place == len(self.slots) - 1:
                x = min(x, left + wide * len(self.slots) + 10 - half)
            x = max(x, left - _AXIS + 6 + half)
            if x + half + 4 <= end:
                yield label(x, y, words, size=_SMALL, fill=QUIET, anchor="middle")
                placing.fixed(words, Spot(x, y, "middle"), _SMALL)
                end = x - half

    def _foot(self, x: float, y: float, room: float) -> Iterator[str]:
        last = self.series.periods[-1:]
        if not last:
            return
        words = f"{period_name(last[0])}: {last_values(self.series)}"
        for place, line in enumerate(wrapped(words, room, _SMALL, 2)):
            yield label(x, y + 10.5 * place, line, size=_SMALL, fill=QUIET)


def _bar(whole: tuple[Decimal, Decimal], middle: float, half: float, scale: Scale) -> Iterator[str]:
    """The bar of a period; what is disputed of it is hatched."""
    low, high = whole
    # Up to where it reaches in any case.
    sure = low if low > 0 else high if high < 0 else Decimal(0)
    top, bottom = sorted((scale.y(sure), scale.y(Decimal(0))))
    if sure or low == high:
        yield rectangle(middle - half, top, 2 * half, bottom - top, fill=_BAR, stroke=_EDGE)
    if low != high:
        top, bottom = scale.y(high), scale.y(low)
        size = (2 * half, bottom - top)
        yield hatched(middle - half, top, size, lines=_EDGE, dash="3 2")


def _cross(x: float, y: float) -> str:
    path = f"M{x - 3.5:.2f} {y - 3.5:.2f}l7 7M{x - 3.5:.2f} {y + 3.5:.2f}l7 -7"
    return element("path", d=path, stroke=PAPER, stroke_width=4.2) + element(
        "path", d=path, stroke=_EDGE, stroke_width=1.8
    )


def _diamond(x: float, y: float, *, hollow: bool) -> str:
    return element(
        "path",
        d=f"M{x:.2f} {y - 4:.2f}l4 4l-4 4l-4 -4z",
        fill=PAPER if hollow else _EDGE,
        stroke=_EDGE,
        stroke_width=1.1,
    )


def _plated(spot: Spot, words: str, fill: str, *, size: float = _NUMBER, bold: bool = False) -> str:
    """Words on a plate, so that no line runs through them."""
    left, top, right, bottom = box_of(words, spot, size, bold=bold)
    plate = rectangle(left - 1, top - 1, right - left + 2, bottom - top + 1, fill=PAPER)
    anchor = None if spot.anchor == "start" else spot.anchor
    return plate + label(spot.x, spot.y, words, size=size, fill=fill, anchor=anchor, bold=bold)


def _legend(y: float, *, disputed: bool) -> Iterator[str]:
    x = MARGIN
    for words in (*_LEGEND, *(_DISPUTED if disputed else ())):
        yield from _sample(words, x, y - 3)
        yield label(x + 30, y, words, size=9)
        x += 46 + room_for(words, 9)


def _sample(words: str, x: float, y: float) -> Iterator[str]:
    if words == "value of a period":
        yield rectangle(x + 4, y - 5, 16, 10, fill=_BAR, stroke=_EDGE)
    elif words in ("value of one party", "a part of it"):
        yield _diamond(x + 12, y, hollow=words == "a part of it")
    elif words == _DISPUTED[0]:
        yield _cross(x + 12, y)
    elif words == _DISPUTED[1]:
        yield hatched(x + 4, y - 5, (16, 10), lines=_EDGE, dash="3 2")
    elif words == "target":
        yield stroke(x, y, x + 24, y, _TARGET, width=1.4, dash="6 3")
    elif words == "target of a period":
        yield stroke(x, y, x + 24, y, _TARGET, width=2.2)
    else:
        yield stroke(x, y, x + 24, y, INK, width=1.2, dash="1.5 2.5")
