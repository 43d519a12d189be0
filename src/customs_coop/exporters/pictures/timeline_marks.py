"""How each deadline looks on the axis; what is imprecise looks imprecise."""

from collections.abc import Iterator
from typing import Final

from customs_coop.exporters.pictures.palette import QUIET, paint_of
from customs_coop.exporters.pictures.svg import element, group, label, rectangle, stroke
from customs_coop.exporters.pictures.timeline_axis import Axis
from customs_coop.exporters.pictures.timeline_rows import Mark, MarkKind

__all__ = ["diamond", "drawn_mark", "fading"]

_STEPS: Final = 8


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
    outside = mark.end if mark.start is None else mark.start
    if mark.kind is MarkKind.STRETCH:
        if mark.start is not None and mark.start > axis.span.end:
            yield _beyond(axis.right, y, right=True)
        elif mark.end is not None and mark.end < axis.span.start:
            yield _beyond(axis.left, y, right=False)
        else:
            yield from _stretch(mark, axis, y, colour)
    elif outside is not None and not axis.holds(outside):
        right = outside > axis.span.end
        yield _beyond(axis.right if right else axis.left, y, right=right)
    elif outside is not None:
        x = (axis.begin(outside) + axis.end(outside)) / 2
        if mark.kind is MarkKind.LAST_DAY:
            yield from fading(max(axis.left, x - 60), x, y, colour, to_left=True)
        yield diamond(x, y, colour, hollow=mark.convention)


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
    yield rectangle(
        left,
        y - 3.5,
        max(axis.end(mark.end) - left, 2),
        7,
        rx=2.0,
        fill=colour,
        fill_opacity=0.35 if mark.convention else 0.75,
        stroke=colour,
        stroke_dasharray="3 2" if mark.convention else None,
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
