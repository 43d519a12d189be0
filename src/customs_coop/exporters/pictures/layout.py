"""Where boxes and lines of a graph go: Graphviz places them, through pygraphviz."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from customs_coop.errors import ExportOptionError

__all__ = ["Box", "Line", "Placed", "Point", "placed"]

Point: TypeAlias = tuple[float, float]


@attrs.frozen
class Box:
    """Something to be placed.

    Args:
        id: Its name: letters and figures.
        width: Its width.
        height: Its height.
    """

    id: str
    width: float
    height: float


@attrs.frozen
class Line:
    """A line from one box to another.

    Args:
        source: The box where it begins.
        target: The box where it ends.
        forward: Whether the target stands further on than the source.
        label: The width and the height of its words; None for a line without words.
    """

    source: str
    target: str
    forward: bool
    label: Point | None = None


@attrs.frozen(kw_only=True)
class Placed:
    """Where all went.

    Args:
        width: The width of the whole.
        height: The height of the whole.
        centres: The centre of each box.
        paths: For each line, the points of its Bézier curve: a start, then three for each part;
            none for a line that leads back to another column.
        labels: For each line, the centre of its words, or None.
    """

    width: float
    height: float
    centres: Mapping[str, Point]
    paths: tuple[tuple[Point, ...], ...]
    labels: tuple[Point | None, ...]


def placed(
    boxes: Sequence[Box],
    columns: Sequence[Sequence[str]],
    between: Sequence[tuple[str, str]],
    lines: Sequence[Line],
) -> Placed:
    """Place boxes in columns and lines between them.

    Args:
        boxes: The boxes, in the order in which they are to stand.
        columns: The boxes of each column; the first of each holds its place.
        between: Pairs of boxes of which the first stands left of the second.
        lines: The lines.

    Returns:
        Where all went, with y downwards.

    Raises:
        ExportOptionError: The library pygraphviz is not installed.
    """
    text = "\n".join(["digraph g {", *_statements(boxes, columns, between, lines), "}"])
    found = json.loads(_graphviz().AGraph(string=text).draw(format="json0", prog="dot"))
    _, _, width, height = _numbers(found["bb"])
    centres = {}
    for item in found.get("objects", ()):
        if "pos" in item and item["name"]:
            x, y = _numbers(item["pos"])
            centres[item["name"]] = (x, height - y)
    paths: list[tuple[Point, ...]] = [()] * len(lines)
    labels: list[Point | None] = [None] * len(lines)
    for edge in found.get("edges", ()):
        if edge.get("id", "").startswith("l") and "pos" in edge:
            number = int(edge["id"][1:])
            paths[number] = tuple((x, height - y) for x, y in _curve(edge["pos"]))
            if "lp" in edge:
                x, y = _numbers(edge["lp"])
                labels[number] = (x, height - y)
    return Placed(
        width=width, height=height, centres=centres, paths=tuple(paths), labels=tuple(labels)
    )


# Any: a module without type hints that may not be there.
def _graphviz() -> Any:  # noqa: ANN401 - see above
    from importlib import import_module

    try:
        return import_module("pygraphviz")
    except ImportError as cause:
        raise ExportOptionError(
            "the format graph-svg needs the library pygraphviz, which is not there; install it"
            ' with: python -m pip install "customs-coop[graph]". The formats dot and mermaid'
            " need nothing, and other programs draw them"
        ) from cause


def _statements(
    boxes: Sequence[Box],
    columns: Sequence[Sequence[str]],
    between: Sequence[tuple[str, str]],
    lines: Sequence[Line],
) -> Iterator[str]:
    # Words on a line get a rank of their own, which divides the room between two others.
    apart = 0.5 if any(line.label is not None for line in lines) else 0.7
    yield f"graph [rankdir=LR, nodesep=0.12, ranksep={apart}, splines=true, dpi=72]"
    # Sizes are fixed, so that nothing depends on the types that a machine has.
    yield 'node [shape=box, fixedsize=true, label=""]'
    for box in boxes:
        yield f"{box.id} [width={box.width / 72:.4f}, height={box.height / 72:.4f}]"
    for column in columns:
        yield f"{{rank=same; {'; '.join(column)}}}"
    for earlier, later in between:
        yield f"{earlier} -> {later} [style=invis, weight=0]"
    place = {name: number for number, names in enumerate(columns) for name in names}
    for number, line in enumerate(lines):
        here = place.get(line.source)
        if not line.forward and (here is None or here != place.get(line.target)):
            continue  # dot leads a line back across boxes, or fails with words on standard error
        words = [f"id=l{number}"]
        words.append("tailport=e, headport=w" if line.forward else "constraint=false")
        # Words on a line inside a column can end dot itself (an assertion in its mincross.c).
        if line.label is not None and line.forward:
            # A table of a fixed size keeps the room for words that are drawn later.
            wide, high = (max(1, round(side)) for side in line.label)
            cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"></TD>'
            words.append(f'label=<<TABLE BORDER="0" CELLPADDING="0"><TR>{cell}</TR></TABLE>>')
        yield f"{line.source} -> {line.target} [{', '.join(words)}]"


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]


def _curve(text: str) -> list[Point]:
    """The points of an edge; what the arrowhead adds comes last, as one more straight part."""
    tip: Point | None = None
    points = []
    for part in text.partition(";")[0].split():
        if part.startswith("s,"):
            continue  # no line begins with an arrowhead
        if part.startswith("e,"):
            x, y = _numbers(part[2:])
            tip = (x, y)
            continue
        x, y = _numbers(part)
        points.append((x, y))
    return [*points, tip] if tip is not None else points
