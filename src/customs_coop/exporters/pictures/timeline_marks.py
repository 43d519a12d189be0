"""How each deadline looks on the axis; what is imprecise looks imprecise."""

import enum
from collections.abc import Iterator
from typing import Final

from customs_coop.exporters.pictures.palette import QUIET, paint_of
from customs_coop.exporters.pictures.svg import element, group, label, rectangle, stroke
from customs_coop.exporters.pictures.timeline_axis import Axis
from customs_coop.exporters.pictures.timeline_rows import Mark, MarkKind

__all__ = ["Shape", "bar", "diamond", "drawn_mark", "fading", "shapes_of"]

_STEPS: Final = 8


class Shape(enum.Enum):
    """What a legend has to explain."""

    DAY = "day"
    LAST_DAY = "last day"
    AGREED_DAY = "agreed day"
    STRETCH = "stretch"
    AGREED_STRETCH = "agreed stretch"
    OPEN = "open"
    ROUNDS = "rounds"


def shapes_of(mark: Mark, axis: Axis) -> tuple[Shape, ...]:
    """Tell which shapes a deadline has in the picture.

    Args:
        mark: The deadline.
        axis: Where days stand.

    Returns:
        The shapes; none where it lies outside the axis, or is only words.
    """
    if mark.kind in (MarkKind.ROUND, MarkKind.THROUGHOUT):
        return () if mark.start is None or mark.end is None else (Shape.ROUNDS,)
    if mark.kind is MarkKind.WORDS or _side(mark, axis):
        return ()
    if mark.kind is MarkKind.STRETCH:
        agreed = Shape.AGREED_STRETCH if mark.convention else Shape.STRETCH
        return (Shape.OPEN if mark.end is None else agreed,)
    last = (Shape.LAST_DAY,) if mark.kind is MarkKind.LAST_DAY else ()
    if mark.convention:
        return (*last, Shape.AGREED_DAY)
    return last or (Shape.DAY,)


def drawn_mark(mark: Mark, axis: Axis, y: float) -> str:
    """Draw one deadline, in a group whose title has the words as printed.

    Args:
        mark: The deadline.
        axis: Where days stand.
        y: The middle of its row.

    Returns:
        Its elements; "" for one that is only words.
    """
    parts = list(_parts(mark, axis, y))
    return group(parts, tip=mark.tip) if parts else ""


def _parts(mark: Mark, axis: Axis, y: float) -> Iterator[str]:
    colour = paint_of(mark.status.value).mark
    if mark.kind is MarkKind.WORDS:
        return
    if mark.kind in (MarkKind.ROUND, MarkKind.THROUGHOUT):
        yield from _recurring(mark, axis, y, colour)
        return
    day = mark.end if mark.start is None else mark.start
    side = _side(mark, axis)
    if side:
        yield _beyond(axis.right if side > 0 else axis.left, y, right=side > 0)
    elif mark.kind is MarkKind.STRETCH:
        yield from _stretch(mark, axis, y, colour)
    elif day is not None:
        x = (axis.begin(day) + axis.end(day)) / 2
        if mark.kind is MarkKind.LAST_DAY:
            yield from fading(max(axis.left, x - 60), x, y, colour, to_left=True)
        yield diamond(x, y, colour, hollow=mark.convention)


def _side(mark: Mark, axis: Axis) -> int:
    """-1 for what lies before the axis, 1 for what lies after it, else 0."""
    day = mark.end if mark.start is None else mark.start
    first, last = (mark.start, mark.end) if mark.kind is MarkKind.STRETCH else (day, day)
    if first is not None and first > axis.span.end:
        return 1
    return -1 if last is not None and last < axis.span.start else 0


def _recurring(mark: Mark, axis: Axis, y: float, colour: str) -> Iterator[str]:
    if mark.start is None or mark.end is None:
        return
    left, right = axis.begin(mark.start), axis.end(mark.end)
    yield stroke(left, y, right, y, colour, dash="2 3")
    if mark.kind is MarkKind.THROUGHOUT:
        return
    last = float("-inf")
    for day in mark.rounds:
        x = axis.end(day)
        if x - last >= 2.5:  # closer ticks would run together
            yield stroke(x, y - 4, x, y + 4, colour, width=1.4)
            last = x


def _stretch(mark: Mark, axis: Axis, y: float, colour: str) -> Iterator[str]:
    left = axis.left if mark.start is None else axis.begin(mark.start)
    if mark.end is None:
        yield from fading(left, axis.right, y, colour, to_left=False)
        return
    right = max(axis.end(mark.end), left + 2)
    yield bar(left, right, y, colour, dashed=mark.convention)


def bar(left: float, right: float, y: float, colour: str, *, dashed: bool = False) -> str:
    """Draw a bar: an earliest and a latest day.

    Args:
        left: Its left end.
        right: Its right end.
        y: Its middle.
        colour: Its colour.
        dashed: Whether its ends rest on a convention.

    Returns:
        Its element.
    """
    return rectangle(
        left,
        y - 3.5,
        right - left,
        7,
        rx=2.0,
        fill=colour,
        fill_opacity=0.35 if dashed else 0.75,
        stroke=colour,
        stroke_dasharray="3 2" if dashed else None,
    )


def fading(left: float, right: float, y: float, colour: str, *, to_left: bool) -> Iterator[str]:
    """Draw a bar that fades towards its open end.

    Steps rather than a gradient: a gradient needs a name, and two drawings in one page would
    share it.

    Args:
        left: Its left end.
        right: Its right end.
        y: Its middle.
        colour: Its colour.
        to_left: Whether the left end is the open one.

    Yields:
        Its elements.
    """
    wide = (right - left) / _STEPS
    for step in range(_STEPS):
        strength = (step + 1 if to_left else _STEPS - step) / _STEPS
        opacity = round(0.7 * strength, 2)
        yield rectangle(left + step * wide, y - 2, wide, 4, fill=colour, fill_opacity=opacity)


def diamond(x: float, y: float, colour: str, *, hollow: bool = False) -> str:
    """Draw a diamond: one exact day.

    Args:
        x: Its middle.
        y: Its middle.
        colour: Its colour.
        hollow: Whether the day rests on a convention.

    Returns:
        Its element.
    """
    return element(
        "path",
        d=f"M{x:.2f} {y - 5:.2f}l5 5l-5 5l-5 -5Z",
        fill="#ffffff" if hollow else colour,
        stroke=colour if hollow else "#ffffff",
        stroke_width=1.4 if hollow else 0.6,
    )


def _beyond(x: float, y: float, *, right: bool) -> str:
    """A sign that a deadline lies outside the axis."""
    sign = "»" if right else "«"
    return label(
        x - 2 if right else x + 2, y + 3.5, sign, fill=QUIET, anchor="end" if right else None
    )
