"""The graph as a drawing for people: plans as columns, and what lies between them."""

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters.pictures.cards import HEAD_COLOUR, WIDTH, Card
from customs_coop.exporters.pictures.columns import columns_of, forward, merged
from customs_coop.exporters.pictures.layout import Box, Line, Placed, Point, placed
from customs_coop.exporters.pictures.lettering import fitted, room_for, wrapped
from customs_coop.exporters.pictures.palette import LINE, PAPER, QUIET, STATUS_PAINT
from customs_coop.exporters.pictures.routing import cleared
from customs_coop.exporters.pictures.selection import GraphOptions, check_kinds
from customs_coop.exporters.pictures.svg import (
    drawing,
    element,
    group,
    label,
    rectangle,
    stroke,
)
from customs_coop.exporters.pictures.things import Arrow, Picture, counted
from customs_coop.model import Dossier

__all__ = ["GraphSvg"]

_MARGIN: Final = 20.0
_HEAD: Final = 86.0
_TITLE: Final = 16.0
_TITLE_LINES: Final = 4
_CAPTION: Final = 26.0
_FOOT: Final = 60.0
_SMALLEST: Final = 640.0
_BAND: Final = "#eef2f7"


def _positive(_exporter: object, _attribute: object, value: int) -> None:
    if value < 1:
        raise InvalidValueError(f"a picture shows at least one thing, not {value}")


@attrs.frozen(kw_only=True)
class GraphSvg(GraphOptions):
    """The graph of what builds on what as one SVG drawing; it needs the extra `graph`.

    Each plan is a column, the earlier left; what the plans rest on, and what comes out of them,
    stands in the gaps. Colours tell the status, which each box says in words as well. Dashed is
    what is only mentioned, and what no sentence says outright. Whoever points at a box or a line
    sees its words in full.

    Args:
        plan: The id of one plan; shown are its actions and what they are linked with.
        kinds: The kinds of things that are shown, such as "action, document"; None shows all.
        links: The kinds of links that are shown, such as "awaits, depends on"; None shows all.
        around: One thing, such as "AP5/5.10"; shown is what can be reached from it.
        depth: How many links away from `around` a thing may be: 2 where None; only with `around`.
        unlinked: Whether things without a link are shown as well.
        labels: Whether each line says its kind.
        most: How many things the picture may hold; more can hardly be read.
    """

    suffix = ".svg"
    media_type = "image/svg+xml"

    kinds: str | None = attrs.field(
        default="action, recommendation, document, plan, strategy",
        validator=check_kinds,
    )
    labels: bool = False
    most: int = attrs.field(default=300, validator=_positive)

    def render(self, subject: Dossier, /) -> str:
        """Draw the graph.

        Args:
            subject: The dossier.

        Returns:
            The text of an .svg file.

        Raises:
            UnknownPlanError: The dossier has no plan of the name that was given.
            ExportOptionError: The library pygraphviz is not installed; the picture would hold
                more than `most` things; or the dossier has nothing of the name in `around`, or
                nothing that fits the other options.
        """
        picture = self.picture(subject)
        if len(picture.things) > self.most:
            raise ExportOptionError(
                f"the picture would hold {len(picture.things)} things; choose fewer with plan,"
                f" kinds, links or around, or set most higher than {self.most}"
            )
        return _Sheet.of(picture, labels=self.labels).drawn()


@attrs.frozen(kw_only=True)
class _Sheet:
    """The drawing, laid out."""

    picture: Picture
    heads: tuple[str, ...]
    cards: Mapping[str, Card]
    lines: tuple[tuple[Arrow, ...], ...]
    labels: bool
    where: Placed

    @classmethod
    def of(cls, picture: Picture, *, labels: bool) -> "_Sheet":
        # An empty box at the head of each column keeps its place.
        heads = tuple(f"h{number}" for number, _ in enumerate(picture.plans))
        cards = {thing.id: Card.of(thing) for thing in picture.things}
        columns = columns_of(picture)
        lines = tuple(merged(picture.arrows))
        boxes = [Box(name, WIDTH, card.height) for name, card in cards.items()]
        ways = [
            Line(
                together[0].source,
                together[0].target,
                forward(together[0], columns),
                (room_for(_kinds(together), 8), 10.0) if labels else None,
            )
            for together in lines
        ]
        where = placed(
            [*(Box(head, WIDTH, 1) for head in heads), *boxes],
            [
                [head, *(thing.id for thing in picture.in_plan(plan))]
                for head, plan in zip(heads, picture.plans, strict=True)
            ],
            _between(picture, heads, columns),
            ways,
        )
        return cls(
            picture=picture,
            heads=heads,
            cards=cards,
            lines=lines,
            labels=labels,
            where=cleared(where, boxes, ways),
        )

    def drawn(self) -> str:
        width = max(self.where.width + 2 * _MARGIN, _SMALLEST)
        room = width - 2 * _MARGIN
        title = wrapped(self.picture.title, room / 1.06, _TITLE, _TITLE_LINES)
        about = wrapped(self._about(), room, 10, 3)
        head = _HEAD + (len(title) - 1) * 20 + (len(about) - 1) * 13
        height = self.where.height + head + _FOOT
        left = (width - self.where.width) / 2
        graph = group(
            [*self._bands(), *self._drawn_lines(), *self._drawn_cards()],
            transform=f"translate({left:.2f} {head})",
        )
        return drawing(
            width,
            height,
            title=self.picture.title,
            about=self._about(),
            parts=[*_heading(title, about), graph, *self._legend(height - _FOOT + 26)],
        )

    def _about(self) -> str:
        counts = Counter(thing.kind for thing in self.picture.things)
        told = ", ".join(counted(number, kind) for kind, number in counts.items())
        arrows = counted(len(self.picture.arrows), "link")
        words = f"{told or 'Nothing'} and {arrows}; what comes first stands left."
        if self.picture.left_out:
            words += f" Not shown: {counted(self.picture.left_out, 'thing')}."
        return words[:1].upper() + words[1:]

    def _bands(self) -> Iterator[str]:
        for head, plan in zip(self.heads, self.picture.plans, strict=True):
            x, _ = self.where.centres[head]
            left, wide = x - WIDTH / 2 - 8, WIDTH + 16
            yield rectangle(left, -_CAPTION, wide, self.where.height + _CAPTION + 8, fill=_BAND)
            yield rectangle(left, -_CAPTION, wide, 18, fill=HEAD_COLOUR)
            name = fitted(plan, wide - 12, 11)
            yield label(x, 13 - _CAPTION, name, size=11, fill=PAPER, anchor="middle", bold=True)

    def _drawn_cards(self) -> Iterator[str]:
        for name, card in self.cards.items():
            yield card.drawn(*self.where.centres[name])

    def _drawn_lines(self) -> Iterator[str]:
        names = {thing.id: thing.label for thing in self.picture.things}
        words = []
        for together, path, at in zip(self.lines, self.where.paths, self.where.labels, strict=True):
            tip = _tip(together, names)
            yield group(_curve(together, path), tip=tip)
            if at is not None:
                kinds = _kinds(together)
                wide = room_for(kinds, 8)
                ground = rectangle(at[0] - wide / 2, at[1] - 6, wide, 11, fill=PAPER)
                text = label(at[0], at[1] + 2.5, kinds, size=8, fill=QUIET, anchor="middle")
                words.append(group([ground, text], tip=tip))
        yield from words  # above the lines, for one that crosses words could not be told from them

    def _legend(self, top: float) -> Iterator[str]:
        yield stroke(_MARGIN, top - 12, _MARGIN + 600, top - 12, "#cbd5e1")
        x = _MARGIN
        for status, paint in STATUS_PAINT.items():
            if any(thing.status == status for thing in self.picture.things):
                yield rectangle(x, top - 7, 14, 9, fill=paint.ground, stroke=paint.mark)
                yield rectangle(x, top - 7, 4, 9, fill=paint.mark)
                yield label(x + 19, top + 1, status, size=9)
                x += 34 + room_for(status, 9)
        yield rectangle(x, top - 7, 14, 9, fill=PAPER, stroke=LINE, stroke_dasharray="3 2")
        yield label(x + 19, top + 1, "only mentioned", size=9)
        x, top = _MARGIN, top + 18
        for words, dash, tip in (
            ("stated in words", "", True),
            ("inferred", "5 3", True),
            ("beside: says nothing of order", "", False),
        ):
            yield stroke(x, top - 2, x + 26, top - 2, LINE, width=1.2, dash=dash)
            if tip:
                yield _arrowhead((x + 20, top - 2), (x + 28, top - 2))
            yield label(x + 34, top + 1, words, size=9)
            x += 52 + room_for(words, 9)


def _heading(title: Sequence[str], about: Sequence[str]) -> Iterator[str]:
    y = 28.0
    for line in title:
        yield label(_MARGIN, y, line, size=_TITLE, bold=True)
        y += 20
    y -= 3
    for line in about:
        yield label(_MARGIN, y, line, fill=QUIET)
        y += 13


def _between(
    picture: Picture, heads: Sequence[str], columns: Mapping[str, int]
) -> list[tuple[str, str]]:
    """What stands left of what: plan by plan, and each gap between its two plans."""
    found = list(itertools.pairwise(heads))
    for thing in picture.alone():
        gap = columns[thing.id] // 2
        if gap > 0:
            found.append((heads[gap - 1], thing.id))
        if gap < len(heads):
            found.append((thing.id, heads[gap]))
    return found


def _kinds(together: tuple[Arrow, ...]) -> str:
    return ", ".join(arrow.kind for arrow in together)


def _tip(together: tuple[Arrow, ...], names: Mapping[str, str]) -> str:
    ends = f"{names[together[0].source]} → {names[together[0].target]}"
    told = []
    for arrow in together:
        words = "; ".join(f"“{text}”" for text in arrow.evidence)
        by = f" ({', '.join(arrow.stated_by)})" if arrow.stated_by else ""
        mark = ", inferred" if arrow.inferred else ""
        told.append(f"{arrow.kind}{mark}" + (f": {words}{by}" if words else ""))
    return "\n".join([ends, *told])


def _curve(together: tuple[Arrow, ...], path: Sequence[Point]) -> Iterator[str]:
    """The line, and the arrowhead where it says what comes first."""
    # Three points for each part of the curve; what is left over is the tip of the arrow.
    whole = (len(path) - 1) // 3 * 3 + 1
    data = f"M{_at(path[0])}C" + " ".join(_at(point) for point in path[1:whole])
    beside = all(arrow.beside for arrow in together)
    if beside and len(path) > whole:
        data += f"L{_at(path[whole])}"
    yield element(
        "path",
        d=data,
        fill="none",
        stroke=LINE,
        stroke_width=1.2,
        stroke_dasharray="5 3" if all(arrow.inferred for arrow in together) else None,
    )
    if not beside and len(path) > whole:
        yield _arrowhead(path[whole - 1], path[whole])


def _arrowhead(begin: Point, tip: Point) -> str:
    length = math.hypot(tip[0] - begin[0], tip[1] - begin[1]) or 1.0
    right, down = (tip[0] - begin[0]) / length, (tip[1] - begin[1]) / length
    corners = (
        tip,
        (begin[0] - 3.5 * down, begin[1] + 3.5 * right),
        (begin[0] + 3.5 * down, begin[1] - 3.5 * right),
    )
    return element("path", d="M" + "L".join(_at(corner) for corner in corners) + "Z", fill=LINE)


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
