"""Lines that keep clear of boxes: what Graphviz led under a box is led around it.

Graphviz lays a line between two boxes of one column across those in between, and it may cut a
corner on a long way. All boxes are of one width and stand in columns, so a way that changes its
height only between columns, and passes each column where no box stands, meets no box at all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from customs_coop.exporters.pictures.layout import Box, Line, Placed, Point

__all__ = ["cleared", "points_along"]

_CLEAR: Final = 2.0
"""How far a line keeps from a box that it does not belong to."""
_NEAR: Final = 1.0
"""How close to one Graphviz may lead it."""
_SHORT: Final = 20.0
"""How long a straight line inside a column may be."""
_HEAD: Final = 9.0
_LANE: Final = 3.0
_ABOVE: Final = 4.0
_STEPS: Final = 16


def cleared(where: Placed, boxes: Sequence[Box], lines: Sequence[Line]) -> Placed:
    """Lead each line that meets a box of others, or has none of its own, around all boxes.

    Args:
        where: Where Graphviz put all.
        boxes: The boxes that are seen; all have one width.
        lines: The lines, in the order of the paths.

    Returns:
        The same with other paths, and wider where a new path needs room at a side.
    """
    if not boxes:
        return where
    columns = _Columns.of(where, boxes)
    paths, labels = list(where.paths), list(where.labels)
    for number, line in enumerate(lines):
        ends = (line.source, line.target)
        inside = columns.column[line.source] == columns.column[line.target]
        wanting = line.label is not None and labels[number] is None
        # Two straight lines that meet at one box would look like one that runs under it.
        led = inside and (wanting or columns.apart(*ends) > _SHORT)
        if paths[number] and not led and not columns.met(paths[number], ends):
            if wanting:
                points = list(points_along(paths[number]))
                labels[number] = points[len(points) // 2]
            continue
        if inside:
            paths[number], at = columns.beside(*ends, line.label)
        else:
            paths[number], at = columns.around(*ends)
        labels[number] = None if line.label is None else at
    return _widened(attrs.evolve(where, paths=tuple(paths), labels=tuple(labels)), lines)


def points_along(path: Sequence[Point]) -> Iterator[Point]:
    """Points of a Bézier curve that are close together, and its tip.

    Args:
        path: A start, three points for each part, and perhaps a tip.

    Yields:
        Points from the start to the end.
    """
    whole = (len(path) - 1) // 3 * 3 + 1
    for first in range(0, whole - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = path[first : first + 4]
        for step in range(_STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            yield a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy
    yield from path[whole:]


@attrs.define
class _Columns:
    """The boxes by columns, and what was led where so far.

    Args:
        xs: The middle of each column.
        half: Half the width of a box.
        boxes: In each column the upper and the lower side of each box, with its name.
        column: The column of each box.
        centres: The centre of each box.
        height: The height of the whole.
        used: In each column the heights at which lines pass it.
        arcs: At each column how many lines stand beside it.
    """

    xs: list[float]
    half: float
    boxes: list[list[tuple[float, float, str]]]
    column: Mapping[str, int]
    centres: Mapping[str, Point]
    height: float
    used: list[list[float]]
    arcs: list[int]

    @classmethod
    def of(cls, where: Placed, boxes: Sequence[Box]) -> "_Columns":
        half = max(box.width for box in boxes) / 2
        xs: list[float] = []
        found: list[list[tuple[float, float, str]]] = []
        column: dict[str, int] = {}
        for box in sorted(boxes, key=lambda box: where.centres[box.id]):
            x, y = where.centres[box.id]
            if not xs or x - xs[-1] > half:
                xs.append(x)
                found.append([])
            found[-1].append((y - box.height / 2, y + box.height / 2, box.id))
            column[box.id] = len(xs) - 1
        for members in found:
            members.sort()
        return cls(
            xs=xs,
            half=half,
            boxes=found,
            column=column,
            centres=where.centres,
            height=where.height,
            used=[[] for _ in xs],
            arcs=[0 for _ in xs],
        )

    def met(self, path: Sequence[Point], ends: tuple[str, str]) -> bool:
        """Whether a line comes too close to a box that is none of its ends."""
        wide = self.half + _NEAR
        for x, y in points_along(path):
            for number in range(bisect_left(self.xs, x - wide), bisect_right(self.xs, x + wide)):
                members = self.boxes[number]
                place = bisect_left(members, (y - _NEAR, 0.0, ""))
                for upper, lower, name in members[max(place - 1, 0) : place + 1]:
                    if upper - _NEAR < y < lower + _NEAR and name not in ends:
                        return True
        return False

    def apart(self, one: str, other: str) -> float:
        """How much room is between two boxes of one column; below 0 for the same box."""
        upper, lower = sorted(
            side[:2]
            for name in (one, other)
            for side in self.boxes[self.column[name]]
            if side[2] == name
        )
        return lower[0] - upper[1]

    def beside(
        self, source: str, target: str, words: Point | None
    ) -> tuple[tuple[Point, ...], Point]:
        """A line between two boxes of one column, beside it; and where its words stand."""
        number = self.column[source]
        # Arrows come in at the left; only what stands at the outer left has room there.
        side = -1 if number == 0 and len(self.xs) > 1 else 1
        lane = self.arcs[number]
        self.arcs[number] += 1
        out = 18 + 6 * (lane % 4)
        (x, first), (_, last) = self.centres[source], self.centres[target]
        if source == target:
            first, last = first - _LANE, last + _LANE
        edge = x + side * self.half
        path = (
            (edge, first),
            (edge + side * out, first),
            (edge + side * (out + _HEAD), last),
            (edge + side * _HEAD, last),
            (edge, last),
        )
        wide = words[0] if words is not None else 0.0
        return path, (edge + side * (0.75 * out + wide / 2), (first + last) / 2)

    def around(self, source: str, target: str) -> tuple[tuple[Point, ...], Point]:
        """A line between two columns, through what is free in those between them."""
        begin, end = self.column[source], self.column[target]
        on = 1 if begin < end else -1
        y, last = self.centres[source][1], self.centres[target][1]
        at = (self.xs[begin] + on * self.half, y)
        path: list[Point] = [at]
        for number in range(begin + on, end, on):
            share = 1 / (abs(end - number) + 1)
            y = self._free(number, y + (last - y) * share)
            path += _bend(at, (self.xs[number] - on * self.half, y))
            at = (self.xs[number] + on * self.half, y)
            path += _bend(path[-1], at)
        tip = (self.xs[end] - on * self.half, last)
        base = (tip[0] - on * _HEAD, last)
        path += _bend(at, base)
        return (*path, tip), ((at[0] + base[0]) / 2, (at[1] + base[1]) / 2)

    def _free(self, number: int, wanted: float) -> float:
        """The free height of a column that is next to the one wanted."""
        sides = [(-2 * _ABOVE, -_ABOVE), *((one[0], one[1]) for one in self.boxes[number])]
        sides.append((self.height + _ABOVE, self.height + _ABOVE))
        rooms = [
            (above[1] + _CLEAR, below[0] - _CLEAR)
            for above, below in pairwise(sides)
            if below[0] - above[1] >= 2 * _CLEAR
        ]
        low, high = min(
            # Without any room at the outer sides: boxes fill the column, and the line passes it.
            rooms or [(-_ABOVE, -_ABOVE)],
            key=lambda room: max(room[0] - wanted, wanted - room[1], 0.0),
        )
        start = min(max(wanted, low), high)
        # Beside the lines that pass here already, while there is room.
        tries = [start]
        for step in range(1, 1 + int((high - low) / _LANE)):
            tries += (start + step * _LANE, start - step * _LANE)
        used = self.used[number]
        free = (y for y in tries if low <= y <= high and all(abs(y - one) >= _LANE for one in used))
        found = next(free, start)
        used.append(found)
        return found


def _bend(begin: Point, end: Point) -> tuple[Point, Point, Point]:
    middle = (begin[0] + end[0]) / 2
    return (middle, begin[1]), (middle, end[1]), end


def _widened(where: Placed, lines: Sequence[Line]) -> Placed:
    """Room at the sides for all that stands there."""
    across = [x for path in where.paths for x, _ in path]
    for line, at in zip(lines, where.labels, strict=True):
        if line.label is not None and at is not None:
            across += (at[0] - line.label[0] / 2, at[0] + line.label[0] / 2)
    left, right = min([0.0, *across]), max([where.width, *across])
    if left == 0 and right == where.width:
        return where
    return attrs.evolve(
        where,
        width=right - left,
        centres={name: (x - left, y) for name, (x, y) in where.centres.items()},
        paths=tuple(tuple((x - left, y) for x, y in path) for path in where.paths),
        labels=tuple(None if at is None else (at[0] - left, at[1]) for at in where.labels),
    )
