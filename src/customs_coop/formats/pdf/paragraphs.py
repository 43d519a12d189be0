"""Lines as paragraphs: what runs on, what begins anew, and what a hyphen at the end means."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from customs_coop.formats.pdf.line_ends import LineEnds
from customs_coop.formats.pdf.lines import Line
from customs_coop.formats.word_breaks import PARTED, Vocabulary

__all__ = ["LIST_MARK", "Paragraph", "ends_of", "leading_of", "paragraphs_in", "runs_over"]

# In shares of the size of the font.
_WIDE = 1.75  # from line to line, where nothing tells how far lines are apart here
_INDENT = 0.9
_DEEPEST_INDENT = 5.0
_ROOM = 0.9  # that a word must find besides its own width
_WIDER = 1.22  # times what is usual between lines
_LONGEST = 20_000  # characters; what is longer is no paragraph
_BLANK = 0.3
_MANY = 3  # lines that tell more than chance
_DOUBLE = 2.6  # from line to line of a text with room for remarks between its lines
_TAIL = 100  # characters of a text in which its end is looked for
_LOOSER = 0.14  # of the size, that a new paragraph stands lower than a line that runs on
_OTHER_SIZE = 0.12
_LETTER = 0.5  # where it is not known how wide a letter is
_NEAR = 0.25  # by which the edge of a cell may be off
_CENTRED = 1.5  # points
_MEASURED = 0.6  # as _ROOM, where the edge is known from the lines of a whole column

LIST_MARK = re.compile(
    r"(?:[•◦▪‣·\-–—*]|o(?=\s[A-Z“\"])|\(?[0-9]{1,2}[.)]|\([a-z]{1,4}\)|[a-z]\))\s{1,8}(?=\S)"
)
"""What begins an item of a list."""

_ENDED = re.compile(r"[.:;!?][\"'”’)\]]{0,2}[⁰¹²³⁴-⁹]{0,3}$")
# "Work Area 2. Boxes", behind the end of a sentence.
_HEADING = re.compile(r"[A-Z]\w{1,20}(?:\s\w{1,20}){0,4}\s[0-9]{1,2}[.:]\s{1,3}[^\W\d_]")
_FIGURE = re.compile(r"\(?(?P<figure>[0-9]{1,2})[.)]\s")
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|januar|februar|märz|juni|juli|oktober|dezember)$",
    re.IGNORECASE,
)
# What no sentence ends with.
_UNENDED = re.compile(
    r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with|within|between|under|into|as"
    r"|à|au|aux|de|des|du|en|et|la|le|les|ou|par|pour|sur|der|die|das|den|dem|und|oder|von|zu|zur"
    r"|zum|im|mit)$"
)
_INNER = re.compile(r"[(“\"'„«]?[0-9]|[(“„«]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\b")


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph.

    Args:
        text: Its words.
        first: Its first line.
        last: Its last line.
        directly: Whether it stands directly below the one before it, without a gap.
    """

    text: str
    first: Line
    last: Line
    directly: bool = False


def paragraphs_in(
    lines: Sequence[Line],
    right: float | Mapping[int, float],
    words: Vocabulary,
    leading: float = 0.0,
    *,
    left: float | None = None,
    ends: LineEnds | None = None,
) -> list[Paragraph]:
    """Join lines that run on.

    Args:
        lines: Lines below one another; those of the next page follow.
        right: Where the column ends, or where it ends on each page.
        words: What tells the hyphens.
        leading: How far lines are apart in the text around, or 0 where that is not known.
        left: Where a cell begins inside; it tells lines that are centred.
        ends: What blanks at the ends of lines tell in this file.

    Returns:
        The paragraphs.
    """
    column = _Column(lines, right, leading, left, (ends or LineEnds(), words))
    found: list[Paragraph] = []
    above: Line | None = None
    item = 0  # the number of the last item of a list
    for line in lines:
        gap = above is not None and column.has_gap(above, line)
        held = found[-1] if found else None
        if held and above and not gap and column.runs_on(held, above, line, item):
            cut = column.is_cut(above, line)
            text = held.text + line.text if cut else words.joined(held.text, line.text)
            found[-1] = attrs.evolve(held, text=text, last=line)
        else:
            directly = above is not None and not gap
            found.append(Paragraph(text=line.text, first=line, last=line, directly=directly))
            item = _figure_of(line) or item
        above = line
    return [attrs.evolve(one, text=one.text.rstrip("\u00ad")) for one in found]


class _Column:
    """Where lines may end and how far they are apart, which tells whether one runs on."""

    def __init__(
        self,
        lines: Sequence[Line],
        right: float | Mapping[int, float],
        usual: float,
        inner: float | None,
        told: tuple[LineEnds, Vocabulary],
    ) -> None:
        self.ends, self.words = told
        self.right = right
        self.left = min((line.x0 for line in lines), default=0.0)
        self.inner = inner if inner is not None and self._is_centred(lines, inner) else None
        self.room = _ROOM if inner is None else _MEASURED
        self.usual = usual or self._leading(lines)

    def _leading(self, lines: Sequence[Line]) -> float:
        """How far lines are apart, told by those that were wrapped where there are some.

        Lines that all end early are paragraphs: how far they are apart tells nothing.
        """
        pairs = [
            (above, below)
            for above, below in itertools.pairwise(lines)
            if self.is_full(above, below) and not begins_list(below)
        ]
        wide = _WIDE * max((line.size for line in lines), default=0.0)
        full = leading_of(pairs, least=1)
        if full and (full <= wide or len(pairs) >= _MANY):
            return full
        every = leading_of([lines])
        return every if every <= wide else 0.0

    def _is_centred(self, lines: Sequence[Line], inner: float) -> bool:
        """Whether the lines of a cell are centred, or set to the right."""
        middles = [(line.x0 + line.x1 - inner - self.right_of(line)) / 2 for line in lines]
        ends = [self.right_of(line) - line.x1 for line in lines]
        return any(all(abs(off) < _CENTRED for off in offs) for offs in (middles, ends))

    def room_of(self, line: Line) -> float:
        """How much room a line leaves."""
        before = 0.0 if self.inner is None else max(0.0, line.x0 - self.inner)
        return self.right_of(line) - line.x1 + before

    def is_full(self, above: Line, below: Line) -> bool:
        """Whether the first word of a line would not have found room in the line above."""
        more = _ROOM if self.ends.goes_on(above) else self.room
        return self.room_of(above) <= below.first + more * below.size

    def may_be_cut(self, above: Line, below: Line) -> bool:
        """Whether a line is one word and leaves no room for the first letter of the next.

        No program breaks inside of a word elsewhere: a word that is wider than its cell begins on
        a line of its own, and as much of it is printed as the line holds.
        """
        text = above.text
        mark = LIST_MARK.match(text)
        if " " in (text[mark.end() :] if mark else text) or PARTED.search(text[-2:]):
            return False
        letter = below.letter or _LETTER * below.size
        return self.room_of(above) < letter + _NEAR * above.size

    def is_cut(self, above: Line, below: Line) -> bool:
        """Whether a word goes on in the next line that a narrow cell cut."""
        if above.blank or not self.may_be_cut(above, below):
            return False
        if self.words.is_cut(above.text, below.text):
            return True
        told = self.ends.is_last(above, self.room_of(above))
        return told and self.words.may_be_cut(above.text, below.text)

    def is_last(self, above: Line, below: Line) -> bool:
        """Whether a paragraph ends with a line, as a blank tells that is not printed there."""
        if self.may_be_cut(above, below) and self.words.may_be_cut(above.text, below.text):
            return False
        return self.ends.is_last(above, self.room_of(above))

    def right_of(self, line: Line) -> float:
        if line.right:
            return line.right
        return self.right if isinstance(self.right, float | int) else self.right[line.page]

    def has_gap(self, above: Line, below: Line) -> bool:
        """Whether a blank line's height is between them."""
        if above.page != below.page:
            return False
        step = below.bottom - above.bottom
        if step <= 0:
            return True  # the head of another column
        if self.usual:
            return step > _WIDER * self.usual and step > 1.2 * below.size
        return step > _WIDE * max(above.size, below.size)

    def runs_on(self, paragraph: Paragraph, above: Line, below: Line, item: int) -> bool:
        """Whether a line goes on with the paragraph above it, after the item of that number."""
        size = below.size
        if paragraph.first.label and not below.label and above.page == below.page:
            return below.x0 - paragraph.first.x0 > _INDENT * size  # below the text of a label
        begins = (
            bool(below.label)
            or (begins_list(below) and not _is_figure_of(paragraph.text, above, below, item))
            or abs(above.size - size) > _OTHER_SIZE * max(above.size, size)
            or (above.bold is not below.bold and not runs_over(above, below))
            or (_is_ended(above) and _HEADING.match(below.text) is not None)
            or len(paragraph.text) > _LONGEST
        )
        if begins:
            return False
        if above.page != below.page:
            more = _needs_more(paragraph.text, below) or self.ends.goes_on(above)
            goes_on = self.is_full(above, below) and more
            return goes_on or runs_over(above, below) or _is_date(above, below)
        if not self.is_full(above, below) or self.is_last(above, below):
            return False
        if self.usual and below.bottom - above.bottom - self.usual > _LOOSER * size:
            return False
        return self._is_aligned(paragraph.first, above, below)

    def _is_aligned(self, first: Line, above: Line, below: Line) -> bool:
        """Whether a line begins where the next one of a paragraph begins."""
        size, step = below.size, below.x0 - above.x0
        middle = (self.left + self.right_of(above)) / 2
        if min(above.x0, below.x0) > middle and not below.right:
            return False  # set to the right, each by itself
        if abs(above.x0 + above.x1 - below.x0 - below.x1) < size:
            return True  # centred
        is_item = LIST_MARK.match(first.text) is not None
        if step > _INDENT * size:
            return above is first and is_item
        if step < -_INDENT * size:
            return -step < _DEEPEST_INDENT * size and above is first and not is_item
        return True


def begins_list(line: Line) -> bool:
    """Whether a line begins an item of a list."""
    return LIST_MARK.match(line.text) is not None


def _figure_of(line: Line) -> int:
    """The number of an item of a list, or 0."""
    found = _FIGURE.match(line.text)
    return int(found["figure"]) if found else 0


def _is_figure_of(text: str, above: Line, below: Line, item: int) -> bool:
    """Whether a number at the head of a line belongs to the words above, as in "(ENFO|32)"."""
    figure = _figure_of(below)
    if not figure or _is_ended(above):
        return False
    bracket = text.count("(") > text.count(")") and not below.text.startswith("(")
    return bracket or figure not in (1, item + 1)


def _needs_more(text: str, below: Line) -> bool:
    """Whether words that fill their line are no whole sentence without the next line.

    A new paragraph on the next page may begin with a capital behind words of any length.
    """
    end = text[-_TAIL:]
    if _ENDED.search(end) is not None:
        return False
    if _INNER.match(below.text):
        return True
    return text.count("(") > text.count(")") or _UNENDED.search(end) is not None


def _is_date(above: Line, below: Line) -> bool:
    """Whether a line begins with the year of a month that ends the line above."""
    return _YEAR.match(below.text) is not None and _MONTH.search(above.text[-_TAIL:]) is not None


def runs_over(above: Line, below: Line) -> bool:
    """Whether the words of two lines are one sentence, as far as words can tell.

    Example:
        >>> from customs_coop.formats.pdf.lines import Words
        >>> lines = [Line(parts=(Words(text=text, x0=0, x1=90),), top=0, bottom=10, size=10,
        ...               first=9, page=1) for text in ("The draft", "plan.", "Sheds")]
        >>> runs_over(lines[0], lines[1]), runs_over(lines[1], lines[2])
        (True, False)
    """
    return not _is_ended(above) and below.text[0].islower()


def _is_ended(line: Line) -> bool:
    return _ENDED.search(line.text[-_TAIL:]) is not None


def ends_of(lines: Sequence[Line], middle: float) -> float:
    """Where a text ends on the right that was set in the middle of pages of this width.

    The margins are taken to be the same on both sides, unless lines were wrapped before that: then
    the longest line tells it.

    Args:
        lines: The lines of the pages, in order.
        middle: The middle of the pages.

    Returns:
        The place in points from the left edge.
    """
    # A line with gaps in it, as on a cover, may end anywhere.
    whole = [line for line in lines if len(line.parts) == 1]
    if not whole:
        return 0.0
    longest = max(line.x1 for line in whole)
    margin = 2 * middle - min(line.x0 for line in whole)
    if longest >= margin:
        return longest
    support = 0
    for above, below in itertools.pairwise(whole):
        step = below.bottom - above.bottom
        near = above.page == below.page and 0 < step <= _DOUBLE * below.size
        if not near or longest - above.x1 > below.first + _ROOM * below.size:
            continue
        if not (runs_over(above, below) or PARTED.search(above.text[-_TAIL:])):
            support += 1
        elif above.x1 + below.first + _BLANK * below.size < margin:
            return longest
    return longest if support >= _MANY else margin


def leading_of(texts: Iterable[Sequence[Line]], least: int = 2) -> float:
    """How far lines are apart that run on: among the smallest distances in texts.

    Args:
        texts: The lines of cells of a table, or of a text.
        least: How many distances it takes to tell.

    Returns:
        The distance in points, or 0 where there are too few lines to tell.
    """
    steps = sorted(
        step
        for lines in texts
        for above, below in itertools.pairwise(lines)
        if above.page == below.page
        and abs(above.size - below.size) < _OTHER_SIZE * above.size
        and (step := below.bottom - above.bottom) > above.size / 2
    )
    return steps[len(steps) // 8] if len(steps) >= least else 0.0
