"""Pages of pdfplumber as characters and rulings, turned so that the text runs from left to right.

Only `reading` imports this module, and late.
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pdfplumber.page import Page

from customs_coop.formats.pdf.drawing import UNREAD
from customs_coop.formats.pdf.marks import Glyph, PageMarks, Ruling

__all__ = ["measure"]

_THIN = 3.0  # points; a box that is not wider is a ruling
_SHORT = 1.0
_STRAIGHT = 1.0  # points that a ruling may be off
_SLANT = 0.1
_LONGEST_GLYPH = 16  # characters that one sign may stand for
_MOST_POINTS = 200  # of a curve that may hold rulings
_LONGEST_NAME = 200  # of a font
# "Arial-BoldMT", "Arial,Bold", "Frutiger-Heavy"; a semi-bold face is bold beside the regular one.
_BOLD = re.compile(r"bold|heavy|black", re.IGNORECASE)

_Object: TypeAlias = Mapping[str, Any]  # what pdfplumber tells of an object; the values differ
_Box: TypeAlias = tuple[float, float, float, float]


def measure(page: Page) -> PageMarks:
    """Measure what stands on a page.

    Where most of the text runs up or down the page, as in a wide table on an upright page, the
    page is turned.

    Args:
        page: The page.

    Returns:
        Its characters and rulings.
    """
    turns = Counter(_turn(char) for char in page.chars if char["text"].strip())
    turns.pop(None, None)
    turn = min(turns, key=lambda one: (-turns[one], one or 0), default=0) or 0
    frame = _Frame(tuple(float(edge) for edge in page.cropbox), turn)
    glyphs: list[Glyph] = []
    unread = outside = other = 0
    for char in page.chars:
        text = str(char["text"])[:_LONGEST_GLYPH].replace("\x00", "")
        if text.strip() and _turn(char) != turn:
            other += 1
            continue
        box = frame.turned(char)
        if not frame.holds(box):
            outside += bool(text.strip())
            continue
        if UNREAD in text or any(ord(sign) < 32 and not sign.isspace() for sign in text):
            unread += 1
            text = UNREAD
        bold = _BOLD.search(str(char["fontname"])[:_LONGEST_NAME]) is not None
        glyphs.append(Glyph(text, *box, size=max(box[3] - box[2], 0.1), bold=bold))
    across, down = _rulings(map(frame.turned, _ruling_boxes(page)))
    return PageMarks(
        number=page.page_number,
        width=frame.width,
        height=frame.height,
        glyphs=tuple(glyphs),
        across=across,
        down=down,
        pictures=len(page.images),
        unread=unread,
        turned=other,
        outside=outside,
    )


class _Frame:
    """A page as it is read: its visible part, turned so that the text runs to the right."""

    def __init__(self, box: tuple[float, ...], turn: int) -> None:
        self.x0, self.top = box[0], box[1]
        self.turn = turn
        wide, high = box[2] - box[0], box[3] - box[1]
        self.width, self.height = (high, wide) if turn in (90, 270) else (wide, high)

    def turned(self, box: _Object) -> _Box:
        """The edges of an object: left, right, upper and lower."""
        left, right = float(box["x0"]) - self.x0, float(box["x1"]) - self.x0
        upper, lower = float(box["top"]) - self.top, float(box["bottom"]) - self.top
        if self.turn == 90:
            return self.width - lower, self.width - upper, left, right
        if self.turn == 270:
            return upper, lower, self.height - right, self.height - left
        if self.turn == 180:
            return (
                self.width - right,
                self.width - left,
                self.height - lower,
                self.height - upper,
            )
        return left, right, upper, lower

    def holds(self, box: _Box) -> bool:
        """Whether the middle of a box is on the page."""
        x0, x1, top, bottom = box
        if not all(map(math.isfinite, box)):
            return False
        return -1 <= (x0 + x1) / 2 <= self.width + 1 and -1 <= (top + bottom) / 2 <= self.height + 1


def _rulings(boxes: Iterable[_Box]) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
    across: list[Ruling] = []
    down: list[Ruling] = []
    for left, right, upper, lower in boxes:
        if not all(map(math.isfinite, (left, right, upper, lower))):
            continue
        if lower - upper <= _THIN and right - left > _SHORT:
            across.append(Ruling((upper + lower) / 2, left, right))
        elif right - left <= _THIN and lower - upper > _SHORT:
            down.append(Ruling((left + right) / 2, upper, lower))
    return tuple(across), tuple(down)


def _turn(char: _Object) -> int | None:
    """In which direction a character runs, in degrees against the clock; None if it slants."""
    a, b = float(char["matrix"][0]), float(char["matrix"][1])
    if abs(b) <= _SLANT * abs(a):
        return 0 if a >= 0 else 180
    if abs(a) <= _SLANT * abs(b):
        return 90 if b > 0 else 270
    return None


def _ruling_boxes(page: Page) -> Iterator[_Object]:
    """What may be a ruling: lines, thin boxes, and the sides of drawn boxes."""
    yield from page.lines
    for box in page.rects:
        thin = min(box["x1"] - box["x0"], box["bottom"] - box["top"]) <= _THIN
        if thin:
            yield box
        elif box["stroke"]:
            yield from _sides(box)
    for curve in page.curves:
        if min(curve["x1"] - curve["x0"], curve["bottom"] - curve["top"]) <= _THIN:
            yield curve
        elif curve["stroke"] and len(curve["pts"]) <= _MOST_POINTS:
            points = curve["pts"]
            for (xa, ya), (xb, yb) in itertools.pairwise(points):
                if abs(xa - xb) <= _STRAIGHT or abs(ya - yb) <= _STRAIGHT:
                    yield {
                        "x0": min(xa, xb),
                        "x1": max(xa, xb),
                        "top": min(ya, yb),
                        "bottom": max(ya, yb),
                    }


def _sides(box: _Object) -> Iterator[_Object]:
    x0, x1, top, bottom = box["x0"], box["x1"], box["top"], box["bottom"]
    yield {"x0": x0, "x1": x1, "top": top, "bottom": top}
    yield {"x0": x0, "x1": x1, "top": bottom, "bottom": bottom}
    yield {"x0": x0, "x1": x0, "top": top, "bottom": bottom}
    yield {"x0": x1, "x1": x1, "top": top, "bottom": bottom}
