"""Rulings as tables: where they cross there are cells, and where one is missing, cells merge."""

import bisect
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pdf.marks import Ruling

__all__ = ["Box", "RuledTable", "find_ruled_tables"]

_NEAR = 3.0  # points that may part what is meant to meet
_OPEN_COLUMNS = 2  # that a row has at least whose other edge a page broke off
_SHORTEST = 4.0  # points; what is shorter is a part of a letter or a pattern
_MOST_RULINGS = 20_000  # on one page, when pieces of a line are joined
_MOST_BOXES = 20_000  # on one page
_MOST_TABLES = 300  # on one page
_MOST_COLUMNS = 200


@attrs.frozen(kw_only=True)
class Box:
    """One cell: its edges, and the rows and columns of the table that it takes."""

    x0: float
    x1: float
    top: float
    bottom: float
    row: int
    rows: int
    column: int
    columns: int


@attrs.frozen(kw_only=True)
class RuledTable:
    """A table that rulings draw.

    Args:
        columns: The edges of its columns.
        rows: The edges of its rows.
        boxes: Its cells by rows.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    boxes: tuple[Box, ...]


def find_ruled_tables(across: Iterable[Ruling], down: Iterable[Ruling]) -> list[RuledTable]:
    """Find the tables that rulings draw.

    A frame without any ruling inside is no table, and neither are rulings that run in one
    direction only.

    Args:
        across: The rulings from left to right.
        down: The rulings from top to bottom.

    Returns:
        The tables from top to bottom.

    Raises:
        RefusedFileError: There are more rulings or cells than on any page.

    Example:
        >>> across = [Ruling(at, 0, 100) for at in (0, 20, 40)]
        >>> down = [Ruling(at, 0, 40) for at in (0, 50, 100)]
        >>> [(len(table.rows), len(table.boxes)) for table in find_ruled_tables(across, down)]
        [(3, 4)]
    """
    level, upright = _merged(across), _merged(down)
    if len(level) + len(upright) > _MOST_RULINGS:
        raise RefusedFileError("CC185", f"a page has more than {_MOST_RULINGS} rulings")
    found: list[RuledTable] = []
    boxes = 0
    for group_across, group_down in _groups(level, upright):
        table = _table(group_across, group_down)
        if table is not None:
            found.append(table)
            boxes += len(table.boxes)
        if boxes > _MOST_BOXES or len(found) > _MOST_TABLES:
            raise RefusedFileError("CC185", f"a page has more than {_MOST_BOXES} cells")
    found.sort(key=lambda table: (table.rows[0], table.columns[0]))
    return [table for table in found if not any(_within(table, other) for other in found)]


def _merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Pieces of one line as one line."""
    lanes: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda one: (one.at, one.start, one.end)):
        if lanes and ruling.at - lanes[-1][0].at <= _NEAR / 2:
            lanes[-1].append(ruling)
        else:
            lanes.append([ruling])
    found: list[Ruling] = []
    for lane in lanes:
        at = sum(one.at for one in lane) / len(lane)
        start = end = None
        for one in sorted(lane, key=lambda piece: piece.start):
            if start is None or end is None:
                start, end = one.start, one.end
            elif one.start <= end + _NEAR:
                end = max(end, one.end)
            else:
                found.append(Ruling(at, start, end))
                start, end = one.start, one.end
        if start is not None and end is not None:
            found.append(Ruling(at, start, end))
    return [one for one in found if one.end - one.start >= _SHORTEST]


def _groups(
    across: Sequence[Ruling], down: Sequence[Ruling]
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """The rulings that meet one another, table by table."""
    parent = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    heights = [ruling.at for ruling in across]
    crossings = 0
    for number, upright in enumerate(down, len(across)):
        begin = bisect.bisect_left(heights, upright.start - _NEAR)
        end = bisect.bisect_right(heights, upright.end + _NEAR)
        crossings += end - begin
        if crossings > 50 * _MOST_BOXES:
            raise RefusedFileError("CC185", "the rulings of a page cross too often")
        for place in range(begin, end):
            level = across[place]
            if level.start - _NEAR <= upright.at <= level.end + _NEAR:
                parent[root(number)] = root(place)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number in range(len(parent)):
        held = groups.setdefault(root(number), ([], []))
        if number < len(across):
            held[0].append(across[number])
        else:
            held[1].append(down[number - len(across)])
    return list(groups.values())


def _edges(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _table(across: Sequence[Ruling], down: Sequence[Ruling]) -> RuledTable | None:
    if not down or (len(across) < 2 and not _is_open(across, down)):
        return None
    # A table may have no rulings on its outer sides.
    left = min(ruling.start for ruling in across)
    right = max(ruling.end for ruling in across)
    upper = min(ruling.start for ruling in down)
    lower = max(ruling.end for ruling in down)
    columns = _edges([*(ruling.at for ruling in down), left, right])
    rows = _edges([*(ruling.at for ruling in across), upper, lower])
    width, height = len(columns) - 1, len(rows) - 1
    if width > _MOST_COLUMNS:
        raise RefusedFileError("CC185", f"a table has more than {_MOST_COLUMNS} columns")
    if width * height > _MOST_BOXES:
        raise RefusedFileError("CC185", f"a page has more than {_MOST_BOXES} cells")
    if width * height < 2:
        return None
    boxes = _boxes(columns, rows, _walls(columns, rows, down), _walls(rows, columns, across))
    if len(boxes) < 2:
        return None
    return RuledTable(columns=tuple(columns), rows=tuple(rows), boxes=tuple(boxes))


def _is_open(across: Sequence[Ruling], down: Sequence[Ruling]) -> bool:
    """Whether a page broke the only row: columns that end at one ruling, and all at one height."""
    if len(across) != 1 or len(down) < _OPEN_COLUMNS + 1:
        return False
    (level,) = across
    uppers = [ruling.start for ruling in down]
    lowers = [ruling.end for ruling in down]
    sides = [ruling.at for ruling in down]
    return (
        max(uppers) - min(uppers) <= _NEAR
        and max(lowers) - min(lowers) <= _NEAR
        and min(abs(level.at - uppers[0]), abs(level.at - lowers[0])) <= _NEAR
        and abs(min(sides) - level.start) <= _NEAR
        and abs(max(sides) - level.end) <= _NEAR
    )


def _walls(
    edges: Sequence[float], steps: Sequence[float], rulings: Iterable[Ruling]
) -> set[tuple[int, int]]:
    """Which edge is drawn beside which step."""
    found: set[tuple[int, int]] = set()
    for ruling in rulings:
        edge = bisect.bisect_left(edges, ruling.at)
        if edge == len(edges) or (edge and ruling.at - edges[edge - 1] < edges[edge] - ruling.at):
            edge -= 1
        first = max(0, bisect.bisect_right(steps, ruling.start) - 1)
        for step in range(first, len(steps) - 1):
            middle = (steps[step] + steps[step + 1]) / 2
            if middle > ruling.end:
                break
            if middle >= ruling.start:
                found.add((edge, step))
    return found


def _boxes(
    columns: Sequence[float],
    rows: Sequence[float],
    upright: set[tuple[int, int]],
    level: set[tuple[int, int]],
) -> list[Box]:
    """Each cell as far as no ruling stops it, first to the right and then down."""
    taken: set[tuple[int, int]] = set()
    found: list[Box] = []
    width, height = len(columns) - 1, len(rows) - 1
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < width and (right, row) not in upright and (row, right) not in taken:
                right += 1
            below = row + 1
            while below < height and _goes_on_down(column, right, below, upright, level):
                below += 1
            taken.update((r, c) for r in range(row, below) for c in range(column, right))
            found.append(
                Box(
                    x0=columns[column],
                    x1=columns[right],
                    top=rows[row],
                    bottom=rows[below],
                    row=row,
                    rows=below - row,
                    column=column,
                    columns=right - column,
                )
            )
    return found


def _goes_on_down(
    column: int, right: int, below: int, upright: set[tuple[int, int]], level: set[tuple[int, int]]
) -> bool:
    """Whether a cell goes on below: no ruling under it, and none that parts what comes."""
    inside = any((place, below) in upright for place in range(column + 1, right))
    return not inside and not any((below, place) in level for place in range(column, right))


def _within(table: RuledTable, other: RuledTable) -> bool:
    """Whether a table stands in a cell of another one."""
    return other is not table and any(
        box.x0 - 1 <= table.columns[0]
        and table.columns[-1] <= box.x1 + 1
        and box.top - 1 <= table.rows[0]
        and table.rows[-1] <= box.bottom + 1
        for box in other.boxes
    )
