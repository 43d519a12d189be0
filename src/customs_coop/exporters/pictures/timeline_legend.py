"""What the colours and marks of a timeline mean: those that are in the picture."""

from collections.abc import Iterator, Sequence
from typing import Final

from customs_coop.exporters.pictures.lettering import room_for
from customs_coop.exporters.pictures.palette import STATUS_PAINT
from customs_coop.exporters.pictures.svg import label, rectangle, stroke
from customs_coop.exporters.pictures.timeline_axis import Axis
from customs_coop.exporters.pictures.timeline_marks import Shape, bar, diamond, fading, shapes_of
from customs_coop.exporters.pictures.timeline_rows import Section

__all__ = ["legend"]


def legend(sections: Sequence[Section], axis: Axis | None, left: float, y: float) -> Iterator[str]:
    """Draw two lines: the statuses, and below them the shapes.

    Args:
        sections: What the picture shows.
        axis: Where days stand; None where no shape is drawn.
        left: Where the lines begin.
        y: The base of the first line.

    Yields:
        Its elements.
    """
    rows = [row for section in sections for row in section.rows]
    statuses = {row.status.value for row in rows}
    x = left
    for status, paint in STATUS_PAINT.items():
        if status in statuses:
            yield rectangle(x, y - 7, 8, 8, fill=paint.ground, stroke=paint.mark)
            yield label(x + 12, y, status, size=9)
            x += 26 + room_for(status, 9)
    if axis is None:
        return
    x, y = left, y + 16
    colour = STATUS_PAINT["open"].mark
    shown = {shape for row in rows for mark in row.marks for shape in shapes_of(mark, axis)}
    for shape, words, sample in _SAMPLES:
        if shape in shown:
            yield from sample(x, y - 3, colour)
            yield label(x + 32, y, words, size=9)
            x += 48 + room_for(words, 9)


def _sample_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield diamond(x + 20, y, colour)


def _sample_last_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield from fading(x, x + 20, y, colour, to_left=True)
    yield diamond(x + 20, y, colour)


def _sample_agreed_day(x: float, y: float, colour: str) -> Iterator[str]:
    yield diamond(x + 20, y, colour, hollow=True)


def _sample_stretch(x: float, y: float, colour: str) -> Iterator[str]:
    yield bar(x, x + 26, y, colour)


def _sample_agreed_stretch(x: float, y: float, colour: str) -> Iterator[str]:
    yield bar(x, x + 26, y, colour, dashed=True)


def _sample_open(x: float, y: float, colour: str) -> Iterator[str]:
    yield from fading(x, x + 26, y, colour, to_left=False)


def _sample_rounds(x: float, y: float, colour: str) -> Iterator[str]:
    yield stroke(x, y, x + 26, y, colour, dash="2 3")
    for place in (5, 13, 21):
        yield stroke(x + place, y - 4, x + place, y + 4, colour, width=1.4)


_SAMPLES: Final = (
    (Shape.DAY, "exact day", _sample_day),
    (Shape.LAST_DAY, "last day, sooner if possible", _sample_last_day),
    (Shape.AGREED_DAY, "day by convention", _sample_agreed_day),
    (Shape.STRETCH, "earliest to latest day", _sample_stretch),
    (Shape.AGREED_STRETCH, "earliest to latest day by convention", _sample_agreed_stretch),
    (Shape.OPEN, "open end", _sample_open),
    (Shape.ROUNDS, "recurring", _sample_rounds),
)
