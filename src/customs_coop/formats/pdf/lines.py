"""Characters as lines of words, from left to right and from top to bottom."""

import bisect
import re
import unicodedata
from collections.abc import Iterable, Sequence

import attrs

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import raised
from customs_coop.formats.pdf.marks import Glyph

__all__ = ["Line", "Words", "lines_of", "split_apart"]

# In shares of the size of the font.
_BLANK = 0.17
_APART = 1.4
_RAISED_SIZE = 0.82
_RAISED_BY = 0.12
_TWICE = 0.12
_MOST_BANDS = 5000  # lines of one page
_SOFT_HYPHEN = "\u00ad"
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\u25cf\uf076", "•"))
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


@attrs.frozen(kw_only=True)
class Words:
    """Words of a line between which there are only blanks, and no gap as between columns.

    Args:
        text: What they say.
        x0: Where they begin.
        x1: Where they end.
        spans: From where to where each of them reaches; empty where that is not known.
    """

    text: str
    x0: float
    x1: float
    spans: tuple[tuple[float, float], ...] = ()


@attrs.frozen(kw_only=True)
class Line:
    """One printed line of a page, of a cell or of a column.

    Args:
        parts: Its words, in pieces where wide gaps are between them.
        top: Its upper edge.
        bottom: The lower edge of its largest characters.
        size: The size of these.
        first: How wide its first word is.
        page: The number of the page.
        number: Which line of the page it is, from 1; 0 where lines were not counted.
        label: The label with which it begins, where a gap is behind it; else empty.
        right: Where the column ends in which it stands, or 0 where that is told otherwise.
        bold: Whether all its letters are bold.
        letter: How wide its first character is.
        blank: Whether a blank is printed behind its last word; None where that is not known.
    """

    parts: tuple[Words, ...]
    top: float
    bottom: float
    size: float
    first: float
    page: int
    number: int = 0
    label: str = ""
    right: float = 0.0
    bold: bool = False
    letter: float = 0.0
    blank: bool | None = None

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(part.text for part in self.parts)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.parts[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.parts[-1].x1

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@attrs.define
class _Band:
    """The characters of a line that is being found."""

    top: float
    bottom: float
    size: float
    glyphs: list[Glyph] = attrs.Factory(list)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Find the lines in which characters stand.

    Args:
        glyphs: The characters of one page, cell or column, in any order.
        page: The number of the page.

    Returns:
        The lines from top to bottom; raised figures as such.

    Raises:
        RefusedFileError: There are more lines than on any page.

    Example:
        >>> word = [Glyph(text, at, at + 5, 0, 10, 10) for text, at in (("n", 5), ("o", 10))]
        >>> [line.text for line in lines_of(word, 1)]
        ['no']
    """
    seen = [glyph for glyph in glyphs if glyph.text.strip() or glyph.text.isspace()]
    # The largest characters come first, so that raised ones find the line that they belong to.
    ordered = sorted(
        (glyph for glyph in seen if not glyph.text.isspace()),
        key=lambda glyph: (-round(glyph.size, 1), glyph.middle, glyph.x0),
    )
    bands: list[_Band] = []
    middles: list[float] = []
    for glyph in ordered:
        band = _band_at(bands, middles, glyph.middle)
        if band is None:
            if len(bands) == _MOST_BANDS:
                raise RefusedFileError("CC185", f"page {page} has more than {_MOST_BANDS} lines")
            place = bisect.bisect_left(middles, glyph.middle)
            band = _Band(glyph.top, glyph.bottom, glyph.size)
            bands.insert(place, band)
            middles.insert(place, glyph.middle)
        band.glyphs.append(glyph)
    for glyph in seen:
        if glyph.text.isspace():
            band = _band_at(bands, middles, glyph.middle)
            if band is not None:
                band.glyphs.append(glyph)
    found = [line for band in bands if (line := _line(band, page)) is not None]
    return sorted(found, key=lambda line: (line.bottom, line.x0))


def _band_at(bands: Sequence[_Band], middles: Sequence[float], middle: float) -> _Band | None:
    """The band that holds a height, the nearest of several."""
    place = bisect.bisect_left(middles, middle)
    near = [
        number
        for number in range(max(0, place - 2), min(len(bands), place + 2))
        if bands[number].top < middle < bands[number].bottom
    ]
    return bands[min(near, key=lambda n: (abs(middles[n] - middle), n))] if near else None


def _line(band: _Band, page: int) -> Line | None:
    glyphs = sorted(band.glyphs, key=lambda glyph: (glyph.x0, glyph.x1))
    parts: list[Words] = []
    text: list[str] = []
    spans: list[tuple[float, float]] = []
    start = end = 0.0
    first: float | None = None
    blank = False
    before: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = blank or bool(text)
            continue
        if before is not None and _is_twice(before, glyph):
            continue  # bold print that was made by printing twice
        gap = glyph.x0 - end
        if text and gap > _APART * band.size:
            parts.append(_words(text, start, end, spans))
            first = first if first is not None else end - start
            text, spans, blank = [], [], False
        elif text and (blank or gap > _BLANK * min(glyph.size, band.size)):
            first = first if first is not None else end - start
            text.append(" ")
            blank = False
        if not text:
            start = glyph.x0
        begins = not text or text[-1] == " "
        text.append(_shown(glyph, band))
        end = max(end, glyph.x1) if len(text) > 1 else glyph.x1
        if begins:
            spans.append((glyph.x0, end))
        else:
            spans[-1] = (spans[-1][0], end)
        before = glyph
    if text:
        parts.append(_words(text, start, end, spans))
    parts = [part for part in parts if part.text]
    if not parts:
        return None
    return Line(
        parts=tuple(parts),
        top=band.top,
        bottom=band.bottom,
        size=band.size,
        first=first if first is not None else end - start,
        page=page,
        bold=all(glyph.bold for glyph in glyphs if glyph.text.isalnum()),
        letter=next(glyph.x1 - glyph.x0 for glyph in glyphs if not glyph.text.isspace()),
        blank=blank,
    )


def _words(
    text: Sequence[str], x0: float, x1: float, spans: Sequence[tuple[float, float]]
) -> Words:
    shown = _clean("".join(text))
    known = tuple(spans) if len(shown.split()) == len(spans) else ()
    return Words(text=shown, x0=x0, x1=x1, spans=known)


def _is_twice(before: Glyph, glyph: Glyph) -> bool:
    near = abs(glyph.x0 - before.x0) < _TWICE * glyph.size
    return near and glyph.text == before.text and abs(glyph.top - before.top) < glyph.size / 4


def _shown(glyph: Glyph, band: _Band) -> str:
    small = glyph.size < _RAISED_SIZE * band.size
    if small and band.bottom - glyph.bottom > _RAISED_BY * band.size:
        return raised(glyph.text)
    return glyph.text


def _clean(text: str) -> str:
    """Words without ligatures, and with the bullets of symbol fonts as bullets.

    A soft hyphen stays at the end, where it parts a word.
    """
    text = "".join(
        unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char
        for char in text.translate(_BULLETS)
    )
    text = _PRIVATE.sub("\ufffd", text)
    body, last = (text[:-1], text[-1:]) if text.endswith(_SOFT_HYPHEN) else (text, "")
    return " ".join(body.replace(_SOFT_HYPHEN, "").split()) + last


def split_apart(line: Line) -> tuple[Line, ...]:
    """The pieces of a line as lines of their own.

    Example:
        >>> line = Line(parts=(Words(text="a", x0=0, x1=9), Words(text="b", x0=60, x1=70)),
        ...             top=0, bottom=10, size=10, first=9, page=1)
        >>> [piece.text for piece in split_apart(line)]
        ['a', 'b']
    """
    if len(line.parts) == 1:
        return (line,)
    return tuple(
        attrs.evolve(
            line,
            parts=(part,),
            first=(part.x1 - part.x0) * len(part.text.split()[0]) / max(1, len(part.text)),
            letter=line.letter if part is line.parts[0] else 0.0,
            blank=line.blank if part is line.parts[-1] else None,
        )
        for part in line.parts
    )
