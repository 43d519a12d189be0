"""Heads and feet of pages, known by standing at the same place of several pages."""

import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.pages.grids import label_of
from customs_coop.formats.pdf.lines import Line

__all__ = ["Furniture", "find_furniture"]

_ZONE = 0.16  # of the height of a page, at either end
_MOST_LINES = 8
_SAME_PLACE = 8.0  # points
_APART = 0.35  # of the size of the font, between furniture and text
_FEW_PAGES = 5
_NUMBER = re.compile(r"[-–—]?\s?(?P<number>[0-9]{1,4})(?P<of>/[0-9]{1,4})?\s?[-–—]?")


@attrs.frozen(kw_only=True)
class Furniture:
    """What is left out of the pages.

    Args:
        lines: The lines that are left out.
        told: Each text that is repeated, with the number of its pages.
    """

    lines: frozenset[Line]
    told: tuple[tuple[str, int], ...]


@attrs.frozen
class _Seen:
    """A line near the edge of a page, with the figures that may count the pages."""

    line: Line
    place: float  # from the edge
    figures: tuple[int, ...]


def find_furniture(
    pages: Sequence[Sequence[Line]],
    heights: Sequence[float],
    inner: Sequence[tuple[float, float] | None],
) -> Furniture:
    """Find the heads and feet.

    A line is one of them where it stands at the same place of several pages, at the outer end of
    the page and apart from the text, and says the same but for the number of the page. The first
    page keeps its head, which belongs to the cover, unless the cover says the same again.

    Args:
        pages: The lines of each page, from top to bottom, without those of tables.
        heights: The heights of the pages.
        inner: Where the tables of each page begin and end, or None.

    Returns:
        The lines to leave out.
    """
    found: list[Line] = []
    told: dict[str, list[Line]] = {}
    for head in (True, False):
        groups = _groups(pages, heights, head=head)
        repeated = {
            seen.line
            for group in groups.values()
            for seen in _repeated(group, len(pages))
            if not (head and seen.line.page == 1 and not _is_said_again(seen.line, pages[0]))
        }
        for number, lines in enumerate(pages):
            outer = _outermost(lines if head else list(reversed(lines)), repeated)
            if outer and _is_apart(outer[-1], lines, inner[number], head=head):
                found += outer
                for line in outer:
                    told.setdefault(_masked(line.text)[0], []).append(line)
    shown = tuple((_common(lines), len(lines)) for lines in told.values())
    return Furniture(lines=frozenset(found), told=shown)


def _common(lines: Sequence[Line]) -> str:
    """What lines say, with a sign for each word that is not the same in all."""
    words = zip(*(line.text.split() for line in lines), strict=False)
    return " ".join(held[0] if len(set(held)) == 1 else "#" for held in words)


def _masked(text: str) -> tuple[str, tuple[int, ...]]:
    """A text with a sign for each figure that may count pages, and those figures."""
    words: list[str] = []
    figures: list[int] = []
    for word in text.split():
        match = _NUMBER.fullmatch(word)
        if match is None:
            words.append(word)
        else:
            figures.append(int(match["number"]))
            words.append("#" + (match["of"] or ""))
    return " ".join(words), tuple(figures)


def _groups(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], *, head: bool
) -> dict[str, list[_Seen]]:
    groups: dict[str, list[_Seen]] = {}
    for lines, height in zip(pages, heights, strict=True):
        near = lines[:_MOST_LINES] if head else lines[-_MOST_LINES:]
        for line in near:
            place = line.top if head else height - line.bottom
            # The headings of columns may stand at the head of every page, too.
            heads = any(label_of(part.text) is not None for part in line.parts)
            if place > _ZONE * height or heads or label_of(line.text) is not None:
                continue
            masked, figures = _masked(line.text)
            groups.setdefault(masked, []).append(_Seen(line, place, figures))
    return groups


def _repeated(group: Sequence[_Seen], pages: int) -> list[_Seen]:
    """The lines of a group that stand at one place and count no more than pages."""
    best: list[_Seen] = []
    for one in group[:20]:
        same = [
            seen
            for seen in group
            if abs(seen.place - one.place) <= _SAME_PLACE and _counts_pages(one, seen)
        ]
        if len({seen.line.page for seen in same}) > len({seen.line.page for seen in best}):
            best = same
    enough = 2 if pages <= _FEW_PAGES else 3
    return best if len({seen.line.page for seen in best}) >= enough else []


def _counts_pages(one: _Seen, other: _Seen) -> bool:
    """Whether each figure is the same, or the number of the page, wherever that begins."""
    step = other.line.page - one.line.page
    if one.line.text == other.line.text:
        return not (_masked(one.line.text)[0] == "#" and step)
    return all(
        second in (first, first + step)
        for first, second in zip(one.figures, other.figures, strict=True)
    )


def _is_said_again(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the cover has every word of a head as well."""
    words = {word for other in lines if other is not line for word in other.text.split()}
    return words.issuperset(line.text.split())


def _outermost(lines: Sequence[Line], repeated: set[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        if line not in repeated:
            break
        found.append(line)
    return found


def _is_apart(
    last: Line, lines: Sequence[Line], inner: tuple[float, float] | None, *, head: bool
) -> bool:
    """Whether a gap parts the innermost line of the furniture from the text."""
    if head:
        nearest = [line.top - last.bottom for line in lines if line.bottom > last.bottom + 1]
        nearest += [inner[0] - last.bottom] if inner else []
    else:
        nearest = [last.top - line.bottom for line in lines if line.bottom < last.bottom - 1]
        nearest += [last.top - inner[1]] if inner else []
    return not nearest or min(nearest) > _APART * last.size
