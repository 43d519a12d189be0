"""The lines of a column flow: labels, codes and blocks of text, told apart."""

import re
from collections.abc import Iterator, Sequence

import attrs

from customs_coop.formats.columns import Column, column_of
from customs_coop.readers.base import Line, Source
from customs_coop.readers.excerpts import Excerpt
from customs_coop.readers.furniture import is_furniture
from customs_coop.readers.tables import is_code

__all__ = ["Block", "CodeLine", "Furniture", "Label", "Token", "find_label", "tokens"]

_DOTTED = re.compile(r"\[?(?P<code>[A-Za-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?)\]?\.?")
_TRAILING_CODE = re.compile(
    r"(?P<label>.{3,60}?)[\s:]{1,8}\[?(?P<code>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?)\]?"
)
_SLASH = re.compile(r"\s{0,20}/\s{0,20}")
_LONGEST_LABEL = 80  # characters
_MOST_LINES = 3  # of a label
_BLANK = " \f\t\u00a0"


@attrs.frozen
class Label:
    """The heading of a column or box, with its lines.

    Args:
        column: What it announces.
        start: Where it begins in the source.
        end: Where it ends.
        heading: Its words.
        lines: How many lines it takes.
        code: A code that stands on its line, or None.
        rest: Text behind it on its line, or None.
    """

    column: Column
    start: int
    end: int
    heading: str
    lines: int = 1
    code: Excerpt | None = None
    rest: Excerpt | None = None


@attrs.frozen
class CodeLine:
    """A line that holds nothing but a code."""

    code: Excerpt


@attrs.frozen
class Block:
    """Lines of text that stand together.

    Args:
        lines: The lines.
        glued: The label directly above, without a blank line between, or None.
        code_at: Which of the lines is a code amid the text, or None.
    """

    lines: tuple[Excerpt, ...]
    glued: Label | None = None
    code_at: int | None = None

    @property
    def width(self) -> int:
        """The length of the longest line."""
        return max(len(line) for line in self.lines)


@attrs.frozen
class Furniture:
    """A line that is no content."""

    start: int
    end: int


Token = Label | CodeLine | Block | Furniture


def find_label(lines: Sequence[Line], index: int) -> Label | None:
    """Read a label that begins on a line and may run over the next ones.

    A label of one word counts only where it stands between blank lines: in running text any
    line may be the one word "progress".

    Args:
        lines: The lines of a source.
        index: The line, as an index into `lines`.
    """
    first = lines[index]
    text = first.text.strip(" \f*#_")
    if not text or "\t" in text or not text[0].isupper():
        return None
    words = ""
    for count in range(1, _MOST_LINES + 1):
        if index + count > len(lines):
            break
        line = lines[index + count - 1]
        part = line.text.strip(" \f*#_")
        words = f"{words} {part}".strip()
        if not part or len(words) > _LONGEST_LABEL:
            break
        column = column_of(_SLASH.sub("/", words))
        if column is Column.CODE:
            return None
        if column is not None and (" " in words or _stands_alone(lines, index, count)):
            return Label(column, first.start, line.end, words.strip(" :"), count)
    return _label_with_more(first)


def _stands_alone(lines: Sequence[Line], index: int, count: int) -> bool:
    before = lines[index - 1].text.strip() if index else ""
    after = lines[index + count].text.strip() if index + count < len(lines) else ""
    return not before and not after


def _label_with_more(line: Line) -> Label | None:
    """A label with a colon and its text, or with a code, on one line."""
    head, colon, rest = line.text.partition(":")
    bare = head.strip(" \f*#_")
    column = column_of(bare) if colon and " " in bare and len(bare) <= _LONGEST_LABEL else None
    if column is not None and column is not Column.CODE and rest.strip(" *"):
        start = line.start + len(head) + 1
        excerpt = Excerpt(rest, tuple(range(start, line.end))).stripped(" \t*")
        label = Label(column, line.start, start, bare)
        if is_code(excerpt.text) and column is Column.TITLE:
            return attrs.evolve(label, code=excerpt)
        return attrs.evolve(label, rest=excerpt)
    if len(line.text) > _LONGEST_LABEL:
        return None
    match = _TRAILING_CODE.fullmatch(line.text.strip(" \f*#_"))
    if match and " " in match["label"] and column_of(match["label"]) is Column.TITLE:
        offset = line.start + line.text.index(match[0])
        code = Excerpt(
            match["code"],
            tuple(range(offset + match.start("code"), offset + match.end("code"))),
        )
        return Label(Column.TITLE, line.start, line.end, match["label"], code=code)
    return None


def tokens(source: Source, first: int) -> Iterator[Token]:
    """Tell the lines of a column flow apart.

    Args:
        source: The source.
        first: The line to begin with, as an index.

    Yields:
        Labels, codes, blocks and furniture, in order.
    """
    lines = source.lines
    block = _OpenBlock()
    index = first
    while index < len(lines):
        line = lines[index]
        text = line.text.strip(_BLANK)
        if not text or _begins_page(lines, index):
            yield from block.close()
        label = find_label(lines, index) if text else None
        if label is not None:
            yield from block.close()
            yield label
            block.open_below(label)
            index += label.lines
            continue
        index += 1
        if text:
            yield from block.take(source, line)
    yield from block.close()


class _OpenBlock:
    """The lines that stand together so far."""

    def __init__(self) -> None:
        self._lines: list[Excerpt] = []
        self._code_at: int | None = None
        self._glued: Label | None = None
        self._title_above = False  # the last thing that was given out is the label of the title

    def close(self) -> Iterator[Block]:
        """Give the block out, if there is one."""
        if self._lines:
            yield Block(tuple(self._lines), self._glued, self._code_at)
            self._title_above = False
        self._lines.clear()
        self._code_at = self._glued = None

    def open_below(self, label: Label) -> None:
        """Begin a block directly below a label."""
        self._glued = label
        self._title_above = label.column is Column.TITLE
        if label.rest is not None:
            self._lines.append(label.rest)

    def take(self, source: Source, line: Line) -> Iterator[Token]:
        """Add a line; give it out where it is a code of its own or furniture."""
        excerpt = Excerpt.of(source.text, line.start, line.end).stripped(_BLANK)
        code = _own_code(excerpt, plain=self._title_above and not self._lines)
        if code is not None and not self._lines:
            self._title_above = False
            yield CodeLine(code)
        elif code is not None and self._code_at is None:
            self._code_at = len(self._lines)
            self._lines.append(excerpt)
        elif is_furniture(line.text):
            yield Furniture(line.start, line.end)
        else:
            self._lines.append(excerpt)


def _own_code(line: Excerpt, *, plain: bool) -> Excerpt | None:
    """The code that a line consists of; a bare figure only directly below the title's label."""
    match = _DOTTED.fullmatch(line.text)
    if match:
        return line.cut(match.start("code"), match.end("code"))
    bare = line.stripped("[]. ")
    return bare if plain and is_code(bare.text) else None


def _begins_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a page begins: a form feed, or one line that alone is indented."""
    text = lines[index].text
    if text.startswith("\f"):
        return True
    if not text.startswith(" ") or not text.strip():
        return False
    around = [lines[place].text for place in (index - 1, index + 1) if 0 <= place < len(lines)]
    return not any(other.startswith(" ") and other.strip() for other in around)
