"""The axis of a timeline: years, half-years and the Presidencies that fall into them."""

import datetime as dt
from collections.abc import Iterator

import attrs

from customs_coop.dates import Period
from customs_coop.errors import UnknownPresidencyError
from customs_coop.exporters.pictures.lettering import room_for
from customs_coop.exporters.pictures.palette import QUIET
from customs_coop.exporters.pictures.svg import group, label, rectangle, stroke
from customs_coop.presidency import presidency_on

__all__ = ["HEIGHT", "Axis"]

HEIGHT = 44.0
"""How high the axis is: years, half-years, Presidencies."""

_NAMED = 12.0
_BAND = "#eef2f7"
_GRID = "#cbd5e1"
_FAINT = "#e5e9f0"


@attrs.frozen
class Axis:
    """Where days stand.

    Args:
        span: The time that it covers, in whole half-years.
        left: Where the first day begins.
        width: How wide the whole time is.
    """

    span: Period
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    def begin(self, day: dt.date) -> float:
        """Where a day begins; outside the span, its nearer end."""
        days = (self.span.end - self.span.start).days + 1
        share = (day - self.span.start).days / days
        return self.left + self.width * min(max(share, 0.0), 1.0)

    def end(self, day: dt.date) -> float:
        """Where a day ends."""
        return self.begin(day) + self.width / ((self.span.end - self.span.start).days + 1)

    def holds(self, day: dt.date) -> bool:
        """Whether a day is on the axis."""
        return self.span.start <= day <= self.span.end

    @property
    def tells_halves(self) -> bool:
        """Whether a half-year is wide enough for the name of a Presidency."""
        return self.width / sum(1 for _ in self._halves()) >= _NAMED

    def drawn(self, top: float, bottom: float) -> Iterator[str]:
        """Draw the axis, and the grid below it.

        Args:
            top: The upper end of the axis.
            bottom: The lower end of the grid.

        Yields:
            Its elements.
        """
        halves = list(self._halves())
        wide = self.width / len(halves)
        step = 1 if wide >= 3 else -(-int(3 / wide) // 2) * 2
        for number, (year, half) in enumerate(halves):
            x = self.begin(dt.date(year, 1 if half == 1 else 7, 1))
            if half == 1 and step == 1 and year % 2 == 0:
                yield rectangle(x, top, min(2 * wide, self.right - x), bottom - top, fill=_BAND)
            if number % step == 0:
                yield stroke(x, top + (0 if half == 1 else 15), x, bottom, _GRID, width=0.8)
            if wide >= _NAMED:
                yield from self._half(year, half, x + wide / 2, wide, top)
        yield from self._months(wide, top + HEIGHT, bottom)
        yield from self._years(wide, top)
        yield stroke(self.right, top, self.right, bottom, _GRID, width=0.8)
        for y in (top, top + 15, top + HEIGHT):
            yield stroke(self.left, y, self.right, y, _GRID, width=0.8)

    def _halves(self) -> Iterator[tuple[int, int]]:
        first = 2 * self.span.start.year + (self.span.start.month > 6)
        last = 2 * self.span.end.year + (self.span.end.month > 6)
        for number in range(first, last + 1):
            yield number // 2, number % 2 + 1

    def _half(self, year: int, half: int, middle: float, wide: float, top: float) -> Iterator[str]:
        name = f"{'first' if half == 1 else 'second'} half"
        if wide >= room_for("second half", 8) + 6:
            yield label(middle, top + 25, name, size=8, fill=QUIET, anchor="middle")
        try:
            presidency = presidency_on(dt.date(year, 1 if half == 1 else 7, 1))
        except UnknownPresidencyError:
            return  # the table ends; nothing is guessed
        words = label(middle, top + 38, presidency.country, size=9, anchor="middle", bold=True)
        yield group([words], tip=str(presidency))

    def _months(self, wide: float, top: float, bottom: float) -> Iterator[str]:
        if wide < 90:
            return
        for year in range(self.span.start.year, self.span.end.year + 1):
            for month in (2, 3, 4, 5, 6, 8, 9, 10, 11, 12):
                day = dt.date(year, month, 1)
                if self.holds(day):
                    x = self.begin(day)
                    yield stroke(x, top, x, bottom, _FAINT, width=0.6)

    def _years(self, wide: float, top: float) -> Iterator[str]:
        first, last = self.span.start.year, self.span.end.year
        step = 1
        while 2 * wide * step < 30:
            step *= 10
        for year in range(first, last + 1):
            if step > 1 and year % step:
                continue
            start = max(dt.date(year, 1, 1), self.span.start)
            if step > 1:
                x = self.begin(start) + 2
                if x + room_for(str(year), 9) <= self.right:
                    yield label(x, top + 11, str(year), size=9, bold=True)
                continue
            end = min(dt.date(year, 12, 31), self.span.end)
            middle = (self.begin(start) + self.end(end)) / 2
            yield label(middle, top + 11, str(year), size=10, anchor="middle", bold=True)
