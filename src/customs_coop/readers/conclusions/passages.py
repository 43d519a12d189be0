"""Running text as passages: paragraphs and list items, with the item under which each stands.

Blank lines, page breaks and indents of extracted text are no safe guide, so an unfinished sentence
goes on over them, and a mark begins an item only where its place or its count agrees.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.lines import printed_lines
from customs_coop.readers.conclusions.reporting import is_delivery, is_reporting_line
from customs_coop.readers.document.meetings import read_date_line
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.furniture import is_furniture

__all__ = ["Passage", "read_passages"]

_NAMED = r"(?:Recommendation|Action\s{1,3}point|Action|Conclusion|Point)\s{1,3}(?:No\.?\s{1,3})?"
_MARK = re.compile(
    rf"(?P<named>{_NAMED})(?P<count>[0-9]{{1,3}}[a-z]?)\s{{0,3}}(?:[:.)]|[-–—]\s)\s{{0,8}}"
    r"|(?P<levels>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})(?P<levelled>[.)]?)\s{1,12}"
    r"|(?P<open>[(\[]?)(?P<label>[0-9]{1,3}[a-z]?|[ivx]{1,6}|[a-zA-Z])(?P<close>[)\]]|\.\)?)"
    r"(?:\s{1,12}|\Z)"
    r"|(?P<bullet>[•◦▪■●‣➢*\uf0b7\uf0a7\uf02d])(?:\s{0,12})"
    r"|(?P<dash>[-–—−‒o])(?:\s{1,12}|\Z)"
)
_ENDED = re.compile(r"[.;:!?][”’\"')\]]{0,2}\Z")
_OPEN_WORD = re.compile(
    r"(?:[,–—-]|\b(?:Nos?|a|an|and|as|at|by|for|from|in|its|of|on|or|that|the|their|to|with))\Z"
)
_LONGEST_LINE = 160  # characters; where lines are longer, each is a paragraph
_NARROW = 50
_SHORT = 0.7  # of the usual line; a full stop on so short a line ends a paragraph
_FULL = 0.75
_LONG = 1.5
_SELDOM = 20  # of so many lines one has to go on in small letters, else none was wrapped
_NEAR = 5  # lines within which the next words stand
_FEW = 6  # words
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FIGURE = re.compile(r"[1-9][0-9]?")
_NO_TEXT = re.compile(r"[\W_]{1,20}")


@attrs.frozen(kw_only=True)
class Passage:
    """A paragraph or an item.

    Args:
        mark: Its mark as printed, such as "1)" or "•"; empty for a paragraph.
        label: The number or letter of the mark; empty for a bullet.
        content: Its words, folded, without the mark.
        parent: The index of the passage under which it stands, or -1.
        places: All of its characters, the mark included.
        day: Whether it is a line that holds only a place and a day.
    """

    mark: str = ""
    label: str = ""
    content: Excerpt
    parent: int = -1
    places: Excerpt
    day: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.content.text


def read_passages(source: Source, account: Account, first: int = 0) -> tuple[Passage, ...]:
    r"""Sort the lines of a source into passages.

    Args:
        source: The source.
        account: Page furniture is entered here; the passages are not.
        first: The index of the first line.

    Returns:
        The passages in order.

    Example:
        >>> source = Source("list.txt", "Agreed:\n1) to swim,\n  if warm:\n- in boats;\n2) to dive")
        >>> for found in read_passages(source, Account(source)):
        ...     print(found.parent, found.mark, found.text)
        -1  Agreed:
        0 1) to swim, if warm:
        1 - in boats;
        0 2) to dive
    """
    return tuple(_nested(_pieces(source, account, first)))


@attrs.frozen
class _Mark:
    text: str
    label: str
    family: str
    value: int  # 0 for a bullet
    alternative: "_Mark | None" = None  # "i)" is a letter or a Roman figure


_BLANK = Excerpt(" ", (-1,))


class _Piece:
    """A passage while its lines are read."""

    def __init__(self, mark: _Mark | None) -> None:
        self.mark = mark
        self.lines: list[Excerpt] = []
        self.used: list[Excerpt] = []
        self.day = False

    def add(self, line: Excerpt, places: Excerpt) -> None:
        """Add a line, which may be empty, and the characters of the source that it takes."""
        self.used.append(places)
        if line:
            self.lines.append(line)

    @property
    def last(self) -> str:
        return self.lines[-1].text if self.lines else ""

    @property
    def begun(self) -> bool:
        return bool(self.lines)

    def content(self) -> Excerpt:
        parts = [self.lines[0]]
        for before, line in itertools.pairwise(self.lines):
            divided = before.text.endswith("-") and before.text[-2:-1].isalpha()
            if not (divided and line.text[:1].islower()):
                parts.append(_BLANK)
            parts.append(line)
        return Excerpt.join(parts, "")


def _pieces(source: Source, account: Account, first: int) -> Iterator[_Piece]:
    piece: _Piece | None = None
    counts: dict[str, int] = {}
    gap = True
    width = _width(source)
    lines = list(printed_lines(source, first))
    for place, (words, part) in enumerate(lines):
        if not words:
            gap = True
            continue
        mark = _mark(words.text) or _lone(words.text, piece)
        no_content = is_furniture(words.text) and not _is_open_mark(piece)
        # A lone full stop belongs nowhere.
        if mark is None and (no_content or _NO_TEXT.fullmatch(words.text)):
            account.use_furniture(words.start, words.places[-1] + 1)
            continue
        if mark is not None and not _begins(mark[0], piece, counts, gap=gap):
            mark = None
        below = lines[place + 1 : place + _NEAR]
        if (
            piece is not None
            and not (mark or part)
            and (_goes_on(piece, words.text, width, gap=gap) or _is_rest(piece, words.text, below))
        ):
            piece.add(words, words)
        else:
            if piece is not None and piece.begun:
                yield piece
            day = mark is None and _is_day(words.text, piece)
            piece = _Piece(mark[0] if mark else None)
            piece.day = day
            piece.add(words.cut(mark[1]).stripped() if mark else words, words)
            if mark is not None:
                counts[mark[0].family] = mark[0].value
        gap = False
    if piece is not None and piece.begun:
        yield piece


def _is_rest(piece: _Piece, text: str, below: Sequence[tuple[Excerpt, bool]]) -> bool:
    """Whether a few words end a wrapped item: what asks to report on it stands behind them."""
    open_item = piece.mark is not None and len(piece.lines) > 1 and not _ENDED.search(piece.last)
    if not open_item or not text.endswith((".", ";")) or len(text.split()) > _FEW:
        return False
    after = next((words.text for words, _ in below if words), "")
    return is_reporting_line(after) and not is_reporting_line(text)


def _is_day(text: str, piece: _Piece | None) -> bool:
    """Whether a line holds a day by itself, and is not the end of a sentence."""
    if text.endswith(".") or read_date_line(text) is None:
        return False
    return piece is None or not piece.begun or _OPEN_WORD.search(piece.last) is None


def _is_open_mark(piece: _Piece | None) -> bool:
    return piece is not None and not piece.begun


def _mark(text: str) -> tuple[_Mark, int] | None:
    """The mark at the beginning of a folded line, and its length with the blank behind it."""
    match = _MARK.match(text)
    mark = _read_mark(match) if match else None
    return (mark, match.end()) if match and mark else None


def _read_mark(match: "re.Match[str]") -> _Mark | None:
    printed = match[0].strip()
    if match["count"]:
        name = match["named"].split()[0].casefold()
        return _Mark(printed, match["count"], name, _figure(match["count"]))
    if match["levels"]:
        depth, last = match["levels"].count("."), match["levels"].rpartition(".")[2]
        return _Mark(printed, match["levels"], f"1.{depth}", int(last))
    if match["bullet"] or match["dash"]:
        return _Mark(printed, "", match["bullet"] or match["dash"], 0)
    return _labelled(printed, match["label"], match["open"] + "{}" + match["close"])


def _labelled(printed: str, label: str, frame: str) -> _Mark | None:
    """The mark of a figure, a letter or a Roman figure inside its brackets."""
    if label[0].isdecimal():
        return _Mark(printed, label, frame.format("1"), _figure(label))
    roman = _Mark(printed, label, frame.format("i"), _roman(label))
    if len(label) > 1:
        return roman if roman.value else None
    letter = frame.format("a" if label.islower() else "A")
    value = ord(label.casefold()) - ord("a") + 1
    return _Mark(printed, label, letter, value, roman if roman.value else None)


def _lone(text: str, piece: _Piece | None) -> tuple[_Mark, int] | None:
    """A figure alone on its line that counts on in a list; any other is the number of a page."""
    if piece is None or not piece.begun or not _FIGURE.fullmatch(text):
        return None
    before = piece.mark.value if piece.mark and piece.mark.family == "lone" else 0
    if not before and not piece.last.endswith(":"):
        return None
    return (_Mark(text, text, "lone", int(text)), len(text)) if int(text) == before + 1 else None


def _figure(label: str) -> int:
    return int(re.sub(r"[a-z]", "", label))


def _roman(label: str) -> int:
    """The value of a small Roman figure; 0 where the letters are none."""
    values = [_ROMAN.get(letter, 0) for letter in label]
    total = sum(
        -value if value < max(values[place + 1 :], default=0) else value
        for place, value in enumerate(values)
    )
    return total if all(values) and 0 < total < 40 else 0


def _begins(mark: _Mark, piece: _Piece | None, counts: dict[str, int], *, gap: bool) -> bool:
    """Whether a mark at the beginning of a line begins an item, or goes on with a sentence."""
    if gap or piece is None or not piece.begun or piece.day or mark.family == "lone":
        return True
    before = piece.last
    if _ENDED.search(before) or before.endswith(",") or mark.family in "•◦▪■●‣➢\uf0b7\uf0a7":
        return True
    if not mark.value:
        alike = piece.mark is not None and piece.mark.family == mark.family
        return alike or before.endswith(" to")
    if mark.family == "A.":
        return False  # the initial of a name
    first = not _OPEN_WORD.search(before)
    return any(
        first if one.value == 1 else one.value == counts.get(one.family, 0) + 1
        for one in ((mark, mark.alternative) if mark.alternative else (mark,))
    )


def _width(source: Source) -> int:
    """The usual length of a full line; 0 where each paragraph is one line.

    Only lines with which the next one goes on in small letters tell it: in a text from Word or a
    PDF some paragraphs stand on one line each, whatever their length, and others do not.
    """
    lines = [text for line in source.lines if (text := line.text.strip())]
    lengths = sorted(
        len(line)
        for line, below in itertools.pairwise(lines)
        if below[:1].islower() and not _ENDED.search(line) and not _mark(below)
    )
    if not lengths or len(lengths) * _SELDOM < len(lines):
        return 0
    usual = lengths[len(lengths) * 3 // 4]
    return usual if usual <= _LONGEST_LINE else 0


def _goes_on(piece: _Piece, text: str, width: int, *, gap: bool) -> bool:
    """Whether a line without a mark goes on with the passage before it."""
    if not piece.begun:
        return True
    ended = _ENDED.search(piece.last) is not None
    reports = ended and is_reporting_line(text) and piece.mark is not None
    # A line far longer than the others was not wrapped: it is a paragraph of its own.
    whole = not width or len(piece.last) > _LONG * width
    closed = ended and (gap or whole or piece.last.endswith(":"))
    if piece.day or _is_day(text, piece) or reports or closed:
        return False
    if not gap and not whole:
        short = len(piece.last) < _SHORT * width and (ended or _is_headline(piece, text, width))
        return not short
    if text[:1].islower() or _OPEN_WORD.search(piece.last):
        # One below the other, lines in small letters may be the items of a list without marks.
        return gap or piece.mark is not None or not piece.lines[0].text[:1].islower()
    return piece.mark is not None and not whole and _is_broken(piece.last, text, width)


def _is_headline(piece: _Piece, text: str, width: int) -> bool:
    """Whether a short numbered line is the heading of what begins behind it."""
    alone = piece.mark is not None and len(piece.lines) == 1 and width >= _NARROW
    return alone and text[:1].isupper() and _OPEN_WORD.search(piece.last) is None


def _is_broken(last: str, text: str, width: int) -> bool:
    """Whether a page or an extractor broke an item, not its author: a full line, not ended."""
    full = width >= _NARROW and len(last) >= _FULL * width
    return full and _ENDED.search(text) is not None


@attrs.frozen
class _Level:
    family: str
    value: int
    index: int


def _nested(pieces: Iterator[_Piece]) -> Iterator[Passage]:
    """Hang each item under the one that it belongs to, and the first ones under a paragraph."""
    levels: list[_Level] = []
    resting: list[_Level] = []  # a list that a paragraph has interrupted
    base = rest = -1
    for index, piece in enumerate(pieces):
        content = piece.content()
        if piece.mark is None:
            asks = is_reporting_line(content.text) or is_delivery(content.text)
            inside = levels and asks
            parent = levels[-1].index if inside else -1
            if not inside:
                if content.text.endswith(":"):
                    resting = []  # what introduces a list begins another one
                elif levels:
                    resting, rest = levels, base
                levels, base = [], index
            yield Passage(
                content=content, parent=parent, places=Excerpt.join(piece.used), day=piece.day
            )
            continue
        mark = _chosen(piece.mark, levels)
        known = [level.family for level in levels]
        if mark.family in known:
            levels = levels[: known.index(mark.family)]
        elif (back := _resumed(mark, resting)) is not None:
            levels, base = back, rest
        parent = levels[-1].index if levels else base
        levels = [*levels, _Level(mark.family, mark.value, index)]
        yield Passage(
            mark=mark.text,
            label=mark.label,
            content=content,
            parent=parent,
            places=Excerpt.join(piece.used),
        )


def _chosen(mark: _Mark, levels: list[_Level]) -> _Mark:
    """Of a letter that is also a Roman figure, the one that goes on with a list."""
    if mark.alternative is None:
        return mark
    last = {level.family: level.value for level in levels}
    if last.get(mark.family, 0) == mark.value - 1 and mark.value > 1:
        return mark
    fits = mark.alternative.value == last.get(mark.alternative.family, 0) + 1
    return mark.alternative if fits else mark


def _resumed(mark: _Mark, resting: list[_Level]) -> list[_Level] | None:
    """The levels of an interrupted list that a number goes on with."""
    if not mark.value:
        return None
    for depth, level in enumerate(resting):
        if level.family == mark.family and level.value == mark.value - 1:
            return resting[:depth]
    return None
