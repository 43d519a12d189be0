"""The boxes of the graph: a card for each thing, with its kind and its status in words."""

from collections.abc import Iterator
from typing import Final

import attrs

from customs_coop.exporters.pictures.lettering import one_line, room_for, wrapped
from customs_coop.exporters.pictures.palette import INK, PAPER, QUIET, paint_of
from customs_coop.exporters.pictures.svg import element, group, label, rectangle
from customs_coop.exporters.pictures.things import Thing

__all__ = ["HEAD_COLOUR", "WIDTH", "Card"]

WIDTH: Final = 176.0
"""How wide a card is."""
HEAD_COLOUR: Final = "#1e3a5f"
"""The ground of a plan and of the head of a column; white on it has 11:1."""

_INSET = 9.0
_PITCH = 11.5
_BOLD = 1.06  # bold letters are a little wider
_RADIUS: Final = {"action": 4.0, "recommendation": 12.0, "party": 18.0, "event": 8.0}


@attrs.frozen
class Card:
    """One thing, laid out.

    Args:
        thing: The thing.
        head: The lines of its name.
        corner: The words in its upper right corner: its status, or its kind.
        body: The lines of its title.
    """

    thing: Thing
    head: tuple[str, ...]
    corner: str
    body: tuple[str, ...]

    @classmethod
    def of(cls, thing: Thing) -> "Card":
        """Break the words of a thing into the lines of its card."""
        inside = WIDTH - 2 * _INSET
        corner = thing.status if thing.kind == "action" else thing.kind
        if thing.mentioned:
            corner = "only mentioned"
        if thing.kind == "recommendation" and thing.status not in ("", "open"):
            corner = f"{thing.kind}, {thing.status}"
        name = one_line(thing.plan) if thing.kind == "plan" and thing.plan else thing.code
        free = inside - room_for(corner, 8) - 6
        head = wrapped(name, free / _BOLD, 10, 1)
        if head != (name,):  # too long to stand beside the corner: the corner gets its own line
            head = (*wrapped(name, inside / _BOLD, 10, 2), "")
        body = wrapped(thing.title, inside, 9, 2) if thing.title else ()
        return cls(thing, head, corner, body)

    @property
    def height(self) -> float:
        """How high the card is."""
        return 8 + _PITCH * (len(self.head) + len(self.body))

    def drawn(self, x: float, y: float) -> str:
        """Draw the card around a centre.

        Args:
            x: The centre.
            y: The centre.

        Returns:
            Its elements, in a group whose title has all words in full.
        """
        left, top = x - WIDTH / 2, y - self.height / 2
        return group([*self._ground(left, top), *self._words(left, top)], tip=self.tip)

    @property
    def tip(self) -> str:
        """All that is known of the thing, in full."""
        thing = self.thing
        told = f"{thing.kind} {thing.label}" + (f": {thing.title}" if thing.title else "")
        return f"{told} ({thing.state})" if thing.state else told

    def _ground(self, left: float, top: float) -> Iterator[str]:
        thing = self.thing
        paint = paint_of(thing.status)
        dash = "4 3" if thing.mentioned else None
        if thing.kind == "plan":
            ground = PAPER if thing.mentioned else HEAD_COLOUR
            yield rectangle(
                left,
                top,
                WIDTH,
                self.height,
                fill=ground,
                stroke=HEAD_COLOUR,
                stroke_dasharray=dash,
            )
        elif thing.kind == "document":
            fold = 8.0
            right, bottom = left + WIDTH, top + self.height
            yield element(
                "path",
                d=f"M{left:.2f} {top:.2f}H{right - fold:.2f}l{fold} {fold}V{bottom:.2f}"
                f"H{left:.2f}Z",
                fill="#fffdf5",
                stroke="#8a6d3b",
                stroke_dasharray=dash,
            )
        else:
            yield rectangle(
                left,
                top,
                WIDTH,
                self.height,
                rx=_RADIUS.get(thing.kind),
                fill=paint.ground,
                stroke=paint.mark,
                stroke_dasharray=dash,
            )
            if thing.kind == "action":
                yield rectangle(left, top, 4, self.height, fill=paint.mark)

    def _words(self, left: float, top: float) -> Iterator[str]:
        dark = self.thing.kind == "plan" and not self.thing.mentioned
        ink, quiet = (PAPER, PAPER) if dark else (INK, QUIET)
        line = top + 13
        for text in self.head:
            if text:
                yield label(left + _INSET, line, text, fill=ink, bold=True)
            line += _PITCH
        right = left + WIDTH - _INSET
        yield label(right, line - _PITCH, self.corner, size=8, fill=quiet, anchor="end")
        for text in self.body:
            yield label(left + _INSET, line, text, size=9, fill=ink)
            line += _PITCH
