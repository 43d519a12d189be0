"""The numbered points of a resolution, on two levels whose figures both start again from 1."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.readers.base import Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.furniture import is_furniture

__all__ = ["Point", "number_points", "read_points"]

_POINT = re.compile(
    r"[#*_\s]{0,12}(?:(?:Article|Point)\s{1,3})?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?:[.)](?=[\s*_]|\Z)|(?<=\.[0-9])(?=\s))"
    r"[*_]{0,3}\s{0,8}(?P<text>.*)",
)
_ITEM = re.compile(r"\s{0,12}(?:[-–—•*]\s|\((?:[0-9]{1,2}|[a-z]{1,4})\)\s|[a-z]\)\s)")
_SENTENCE = re.compile(r"\b(?:should|shall|must|will|may)\b")
_MARKS = "#*_ \t\f\u00a0"
_STATES = 8  # readings of the numbering that are followed at a time
_BREAK = 10  # what a figure costs that does not follow
_LONGEST_HEADING = 160


@attrs.frozen
class Point:
    """One numbered point.

    Args:
        number: Its number, with that of the point above it: "4.5".
        heading: Its heading, or empty.
        paragraphs: Its paragraphs, the items of lists among them; without the heading.
        first: The index of the line with its number.
        last: The index of the line after its last one.
    """

    number: str
    heading: Excerpt
    paragraphs: tuple[Excerpt, ...]
    first: int
    last: int

    @property
    def text(self) -> str:
        """The heading and the paragraphs, one on each line."""
        parts = [self.heading.text, *(paragraph.text for paragraph in self.paragraphs)]
        return "\n".join(part for part in parts if part)


def number_points(figures: Sequence[int]) -> tuple[tuple[str, ...], bool]:
    """Tell points from those below them by their figures alone.

    The style of a heading says nothing of its level where a text was taken from a page. Of all
    readings the one is taken in which the fewest figures break the count.

    Args:
        figures: The figures in their printed order.

    Returns:
        The numbers, and whether all figures follow one upon another.

    Example:
        >>> number_points([1, 2, 1, 2, 3, 3, 1])
        (('1', '2', '2.1', '2.2', '2.3', '3', '3.1'), True)
    """
    # What a reading costs, its present figures, and its numbers as a chain of pairs.
    readings: list[tuple[int, int, int, object]] = [(0, 0, 0, None)]
    for figure in figures:
        grown: dict[tuple[int, int], tuple[int, int, int, object]] = {}
        for cost, top, sub, chain in readings:
            ways = [(cost + _BREAK * (figure != top + 1), figure, 0)]
            if top:
                ways.append((cost + _BREAK * (figure != sub + 1), top, figure))
            for way in ways:
                key = way[1:]
                if key not in grown or way[0] < grown[key][0]:
                    grown[key] = (*way, (chain, way[1], way[2]))
        readings = sorted(grown.values(), key=lambda reading: reading[:3])[:_STATES]
    cost, _, _, chain = min(readings, key=lambda reading: reading[0])
    numbers: list[str] = []
    while isinstance(chain, tuple):
        chain, top, sub = chain
        numbers.append(f"{top}.{sub}" if sub else f"{top}")
    return tuple(reversed(numbers)), cost == 0


def read_points(source: Source, start: int, end: int) -> tuple[tuple[Point, ...], bool]:
    """Read the points between two lines.

    Args:
        source: The document.
        start: The first line, as an index into its lines.
        end: The line after the last one.

    Returns:
        The points in order, and whether their figures follow one upon another.
    """
    found: list[tuple[int, re.Match[str]]] = []
    for index in range(start, end):
        match = _POINT.fullmatch(source.lines[index].text)
        if match is not None and "\t" not in match[0]:
            found.append((index, match))
    plain = [int(match["number"]) for _, match in found if "." not in match["number"]]
    numbers, regular = number_points(plain)
    counted = iter(numbers)
    points: list[Point] = []
    for place, (index, match) in enumerate(found):
        last = found[place + 1][0] if place + 1 < len(found) else end
        printed = match["number"]
        number = printed if "." in printed else next(counted)
        line = source.lines[index]
        at = line.start + match.start("text")
        first = Excerpt.of(source.text, at, line.end).folded().stripped(_MARKS)
        paragraphs = _paragraphs(source, index + 1, last)
        heading = first
        below = source.lines[index + 1].text.strip() if index + 1 < last else ""
        if not (paragraphs and _is_heading(first.text, below)):
            heading = Excerpt("", ())
            if below and paragraphs and not _ITEM.match(source.lines[index + 1].text):
                first = Excerpt.join((first, paragraphs.pop(0)))
            paragraphs.insert(0, first)
        points.append(Point(number, heading, tuple(paragraphs), index, last))
    return tuple(points), regular


def _is_heading(text: str, below: str) -> bool:
    """Whether the line with a number is a heading; `below` is the line that follows."""
    return (
        len(text) <= _LONGEST_HEADING
        and not text.endswith((".", ";", ":", ","))
        and _SENTENCE.search(text) is None
        and not below[:1].islower()
    )


def _paragraphs(source: Source, start: int, end: int) -> list[Excerpt]:
    """The paragraphs between two lines; the items of a list are paragraphs of their own."""
    found: list[Excerpt] = []
    lines: list[Excerpt] = []
    for index in range(start, end):
        line = source.lines[index]
        item = _ITEM.match(line.text) is not None
        # "the European Union" in small letters below a line that has not ended goes on with it.
        above = source.lines[index - 1].text.rstrip() if index else ""
        rest = line.text.lstrip()[:1].islower() and above[-1:].isalpha()
        furniture = is_furniture(line.text) and not rest
        if lines and (item or not line.text.strip() or furniture):
            found.append(Excerpt.join(lines).folded().stripped(_MARKS))
            lines = []
        if line.text.strip() and not furniture:
            lines.append(Excerpt.of(source.text, line.start, line.end))
    if lines:
        found.append(Excerpt.join(lines).folded().stripped(_MARKS))
    return [paragraph for paragraph in found if paragraph]
