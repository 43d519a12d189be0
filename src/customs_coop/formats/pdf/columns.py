"""Columns that no rulings part: tables without lines, and texts side by side."""

import bisect
import re
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.grids import begins_with_code, known_columns, label_of
from customs_coop.formats.pdf.lines import Line, Words, split_apart
from customs_coop.formats.pdf.regions import CellLines, PageTable, Region, TableRow

__all__ = ["arrange"]

_GUTTER = 0.8  # of the size of the font
_MOST_COLUMNS = 12
_ON_BOTH_SIDES = 0.3  # of the lines
_HEADING_LINES = 4
_SAME_EDGE = 6.0  # points
_ALIGNED = 1.0  # points
_LEAST_ALIGNED = 5  # lines that begin a word below a heading; no text does that by chance
_LEAD = re.compile(r"(?:[•◦▪‣·\-–—*o]|\(?[0-9]{1,3}[.)]?|\(?[a-z]{1,4}[.)]|[A-Z]\.)")


def arrange(lines: Sequence[Line], earlier: PageTable | None) -> list[Region]:
    """Find columns among the lines of a page.

    Args:
        lines: Lines from top to bottom that no ruled table holds.
        earlier: The table before them; without rulings, it may go on here.

    Returns:
        The lines, with tables for what stands below headings that are known; texts side by side
        come one after the other.
    """
    found: list[Region] = []
    place = 0
    while place < len(lines):
        end = _end_of_columns(lines, place)
        group = lines[place:end]
        if end - place < 2:
            found.append(_whole(lines[place]))
            place += 1
            continue
        made = _as_table(group, earlier)
        if made is not None:
            found.append(made)
            earlier = made
        elif _is_side_by_side(group):
            found += _side_by_side(group)
        else:
            found.append(_whole(lines[place]))
            end = place + 1
        place = end
    return found


def _whole(line: Line) -> Line:
    """A line whose label or number stands apart from its words is one piece."""
    first = line.parts[0].text
    if len(line.parts) > 1 and (
        first.endswith(":") or line.parts[1].text.startswith(":") or _LEAD.fullmatch(first)
    ):
        return _one_piece(line)
    return line


def _one_piece(line: Line) -> Line:
    if len(line.parts) == 1:
        return line
    first, second = line.parts[0].text, line.parts[1].text
    is_label = not _LEAD.fullmatch(first) and (first.endswith(":") or second.startswith(":"))
    whole = attrs.evolve(line.parts[0], text=line.text, x1=line.x1)
    return attrs.evolve(line, parts=(whole,), label=first if is_label else "")


def _gutters(lines: Sequence[Line], known: Sequence[float] = ()) -> list[tuple[float, float]]:
    """The columns that lines leave free between them, by their edges.

    Args:
        lines: The lines.
        known: Where columns begin that leave no gap before them.
    """
    spans: list[list[float]] = []
    for x0, x1 in sorted((part.x0, part.x1) for line in lines for part in line.parts):
        begins = bool(spans) and any(spans[-1][0] < edge - _ALIGNED <= x0 for edge in known)
        if spans and not begins and x0 - spans[-1][1] < _GUTTER * lines[0].size:
            spans[-1][1] = max(spans[-1][1], x1)
        else:
            spans.append([x0, x1])
    return [(x0, x1) for x0, x1 in spans]


def _end_of_columns(lines: Sequence[Line], start: int) -> int:
    """Where the columns that begin at a line end; the line itself where there are none."""
    if len(lines[start].parts) < 2:
        return start
    spans = [(part.x0, part.x1) for part in lines[start].parts]
    end = start + 1
    apart = 1
    last = end
    while end < len(lines):
        line = lines[end]
        if len(line.parts) == 1 and apart > _HEADING_LINES and label_of(line.text) is not None:
            break
        merged = _with(spans, line)
        if len(merged) < 2 or (len(merged) < len(spans) and len(line.parts) < len(merged)):
            break
        spans = merged
        end += 1
        apart += 1
        last = end
    while last > start + 1 and _is_outside(lines[last - 1], lines[start:last]):
        last -= 1
    return last


def _with(spans: Sequence[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """The columns, widened by one line."""
    found: list[tuple[float, float]] = []
    every = [*spans, *((part.x0, part.x1) for part in line.parts)]
    for x0, x1 in sorted(every):
        if found and x0 - found[-1][1] < _GUTTER * line.size:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _is_outside(line: Line, group: Sequence[Line]) -> bool:
    """Whether the last line of columns is rather a heading or label below them."""
    return len(line.parts) == 1 and len(group) > 2 and label_of(line.text) is not None


def _cells(group: Sequence[Line], spans: Sequence[tuple[float, float]]) -> list[list[Line]]:
    """The lines of each column."""
    columns: list[list[Line]] = [[] for _ in spans]
    for line in group:
        for piece in split_apart(line):
            middle = (piece.x0 + piece.x1) / 2
            nearest = min(
                range(len(spans)),
                key=lambda place: (
                    max(spans[place][0] - middle, middle - spans[place][1], 0),
                    place,
                ),
            )
            columns[nearest].append(attrs.evolve(piece, right=spans[nearest][1]))
    return columns


def _as_table(group: Sequence[Line], earlier: PageTable | None) -> PageTable | None:
    spans = _gutters(group)
    if not 1 < len(spans) <= _MOST_COLUMNS:
        return None
    known_edges = [
        part.x0 for part in _crowded(group[0], spans) if _begins_column(group[1:], part.x0)
    ]
    if known_edges:
        group = [_parted_at(line, known_edges) for line in group]
        spans = _gutters(group, known_edges)
    if not 2 < len(spans) <= _MOST_COLUMNS:
        return None
    columns = _cells(group, spans)
    headings = [_heading(lines) for lines in columns]
    texts = tuple(" ".join(line.text for line in lines) for lines in headings)
    known = known_columns(texts)
    edges = [x0 for x0, _ in spans]
    key: int | None = None
    if Column.TITLE in known and sum(column is not None for column in known) > 2:
        key = known.index(Column.CODE if Column.CODE in known else Column.TITLE)
    elif (
        earlier is not None
        and not earlier.ruled
        and earlier.page == group[0].page - 1
        and len(earlier.columns) == len(edges) + 1
        and all(
            abs(one - other) <= _SAME_EDGE
            for one, other in zip(earlier.columns, edges, strict=False)
        )
    ):
        headings, texts, key = [[] for _ in spans], (), 0
    if key is None:
        return None
    right = spans[-1][1]
    bounds = [*edges, right]
    rows: list[TableRow] = []
    if texts:
        rows.append(_row([tuple(lines) for lines in headings], bounds))
    bodies = [lines[len(heading) :] for lines, heading in zip(columns, headings, strict=True)]
    starts = [line.top for line in bodies[key] if begins_with_code(line.text)] or [0.0]
    for number, start in enumerate(starts):
        below = starts[number + 1] if number + 1 < len(starts) else float("inf")
        begin = start if number else 0.0
        rows.append(
            _row(
                [tuple(line for line in lines if begin <= line.middle < below) for lines in bodies],
                bounds,
            )
        )
    return PageTable(
        columns=tuple(bounds),
        rows=tuple(row for row in rows if any(cell.lines for cell in row.cells)),
        top=group[0].top,
        bottom=group[-1].bottom,
        page=group[0].page,
        ruled=False,
        crowded=tuple(part.text for part in _crowded(group[0], spans)) if texts else (),
    )


def _begins_column(lines: Sequence[Line], edge: float) -> bool:
    """Whether a column begins at an edge: many words begin there, and none stands across it."""
    count = 0
    for line in lines:
        words = [span for part in line.parts for span in part.spans]
        if any(x0 < edge - _ALIGNED and x1 > edge + _ALIGNED for x0, x1 in words):
            return False
        if any(not part.spans and part.x0 < edge < part.x1 for part in line.parts):
            return False
        count += any(abs(x0 - edge) <= _ALIGNED for x0, _ in words)
    return count >= _LEAST_ALIGNED


def _parted_at(line: Line, edges: Sequence[float]) -> Line:
    """A line with its words parted where columns begin."""
    parts: list[Words] = []
    for part in line.parts:
        held: list[list[tuple[str, tuple[float, float]]]] = []
        place = -1
        for word, span in zip(part.text.split(), part.spans, strict=False):
            now = bisect.bisect_right(edges, span[0] + _ALIGNED)
            if now != place:
                held.append([])
            held[-1].append((word, span))
            place = now
        if len(held) < 2:
            parts.append(part)
            continue
        for piece in held:
            spans = tuple(span for _, span in piece)
            text = " ".join(word for word, _ in piece)
            parts.append(Words(text=text, x0=spans[0][0], x1=spans[-1][1], spans=spans))
    return attrs.evolve(line, parts=tuple(parts))


def _crowded(first: Line, spans: Sequence[tuple[float, float]]) -> tuple[Words, ...]:
    """The headings of a line that stand in one column with another heading.

    Words that reach up to those of the next column leave no gap that would part the two.
    """
    held: list[list[Words]] = [[] for _ in spans]
    for part in first.parts:
        place = max(0, bisect.bisect_right([x0 for x0, _ in spans], part.x0 + 1) - 1)
        held[place].append(part)
    return tuple(part for parts in held for part in parts[1:] if label_of(part.text) is not None)


def _row(cells: Sequence[tuple[Line, ...]], bounds: Sequence[float]) -> TableRow:
    held = []
    for number, lines in enumerate(cells):
        right = bounds[number + 1]
        held.append(CellLines(lines=lines, x0=bounds[number], x1=right))
    page = next((line.page for lines in cells for line in lines), 0)
    return TableRow(cells=tuple(held), page=page)


def _heading(lines: Sequence[Line]) -> list[Line]:
    """The lines at the head of a column that are a heading, as many as make one."""
    for count in range(min(_HEADING_LINES, len(lines)), 0, -1):
        if label_of(" ".join(line.text for line in lines[:count])) is not None:
            return list(lines[:count])
    return []


def _is_side_by_side(group: Sequence[Line]) -> bool:
    """Whether enough of the lines have words on both sides of a gap."""
    both = sum(len(line.parts) > 1 for line in group)
    return both > 1 and both > _ON_BOTH_SIDES * len(group)


def _side_by_side(group: Sequence[Line]) -> Iterator[Line]:
    """Texts side by side, one after the other; labels and numbers stay with their words."""
    spans = _gutters(group)
    if len(spans) > _MOST_COLUMNS:
        for line in group:
            yield _one_piece(line)
        return
    columns = _cells(group, spans)
    first = [line.text for line in columns[0]]
    labels = sum(text.endswith(":") or _LEAD.fullmatch(text) is not None for text in first)
    colons = len(spans) > 1 and any(line.text.startswith(":") for line in columns[1])
    if len(spans) < 2 or 2 * labels >= len(first) or colons:
        for line in group:
            yield _one_piece(line)
        return
    for lines in columns:
        yield from lines
