"""The lines of a column flow: labels, codes and blocks of text, told apart."""

import re
from collections.abc import Callable, Iterator, Sequence

import attrs

from customs_coop.formats.columns import Column, column_of
from customs_coop.readers.base import Line, Source
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.furniture import is_bare_number, is_furniture
from customs_coop.readers.workplan.codes import is_code

__all__ = ["Block", "CodeLine", "Furniture", "Label", "Token", "find_label", "split_code", "tokens"]

_DOTTED_CODE = r"[A-Za-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?"
# What was put in later: "5.1ter". In German, "5.1 bis Ende" has another word behind its code.
_LATER = r"(?:[\s-]?(?:bis|ter|quater))?"
_LATER_BEFORE_WORDS = (
    r"(?:-?(?:bis|ter|quater)\b|\s(?:ter|quater)\b|\sbis(?=\]?(?:[.:)]|\s{1,3}[:–—-])))?"
)
_DOTTED = re.compile(rf"\[?(?P<code>{_DOTTED_CODE}{_LATER})\]?\.?")
_NUMBERED = (
    "(?:Action|Activity|Measure|Item|Activité|Mesure|Point|Maßnahme|Aktion|Punkt"
    r"|No\.?|N[°º]|Nr\.?)"
)
_BEHIND_CODE = r"\s{0,3}:\s{0,3}|\s{1,3}[–—-]\s{1,3}"
# A code before the words of the title; a title may also begin with a figure, as "1.5 million".
_LEADING_CODE = re.compile(
    rf"(?:{_NUMBERED}\s{{1,4}}\[?(?P<named>(?:{_DOTTED_CODE}|[0-9]{{1,3}}[a-z]?){_LATER})"
    rf"\]?(?:\.?\Z|{_BEHIND_CODE})"
    rf"|\[?(?P<bare>{_DOTTED_CODE}{_LATER_BEFORE_WORDS})\]?(?:{_BEHIND_CODE}|[.)]?\s{{1,8}}(?=[“„«\"‘'(]?\s?[A-ZÀ-ÖØ-Þ])))"
)
_TRAILING_CODE = re.compile(
    r"(?P<label>.{3,60}?)[\s:]{1,8}\[?"
    rf"(?P<code>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}[a-z]?{_LATER})\]?"
)
_LONGEST_LABEL = 80  # characters
_MOST_LINES = 3  # of a label
_BLANK = " \f\t\u00a0\u202f"  # French sets a colon off with a blank that does not break
_MARKS = " \f*#_\u00a0\u202f"


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
    """A code that stands on a line of its own, or before the words of a title.

    Args:
        code: The code.
        printed: The code with the word, brackets or colon around it.
    """

    code: Excerpt
    printed: Excerpt


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


def find_label(
    lines: Sequence[Line], index: int, wanted: Callable[[Column], bool] | None = None
) -> Label | None:
    """Read a label that begins on a line and may run over the next ones.

    A label of one word counts only where it stands between blank lines, or is wanted and ends
    with a colon or is that of the box: in running text any line may be the one word "progress".

    Args:
        lines: The lines of a source.
        index: The line, as an index into `lines`.
        wanted: Whether a column may have a label of one word so; none may without it.
    """
    first = lines[index]
    text = first.text.strip(_MARKS)
    if not text or "\t" in text or not text[0].isupper():
        return None
    words = ""
    for count in range(1, _MOST_LINES + 1):
        if index + count > len(lines):
            break
        line = lines[index + count - 1]
        part = line.text.strip(_MARKS)
        words = f"{words} {part}".strip()
        if not part or len(words) > _LONGEST_LABEL:
            break
        column = column_of(words)
        if column is Column.CODE:
            return None
        if column is not None and (
            " " in words
            or _stands_alone(lines, index, count)
            or (wanted is not None and wanted(column) and _announces(lines, index, words, column))
        ):
            return Label(column, first.start, line.end, words.strip(f"{_BLANK}:"), count)
    return _label_with_more(first, wanted)


def _announces(lines: Sequence[Line], index: int, words: str, column: Column) -> bool:
    """Whether one word announces a text: by a colon, or above the box that ends an action.

    English prints "Terms of reference" there, but "Mandat" is one word.
    """
    if words.endswith(":"):
        return True
    opens = not index or not lines[index - 1].text.strip()
    return opens and column is Column.TERMS_OF_REFERENCE


def _stands_alone(lines: Sequence[Line], index: int, count: int) -> bool:
    before = lines[index - 1].text.strip() if index else ""
    after = lines[index + count].text.strip() if index + count < len(lines) else ""
    return not before and not after


def _label_with_more(line: Line, wanted: Callable[[Column], bool] | None) -> Label | None:
    """A label with a colon and its text, or with a code, on one line."""
    head, colon, rest = line.text.partition(":")
    bare = head.strip(_MARKS)
    column = column_of(bare) if colon and bare and len(bare) <= _LONGEST_LABEL else None
    if column is not None and " " not in bare and not (wanted is not None and wanted(column)):
        column = None
    if column is not None and column is not Column.CODE and rest.strip(f"{_BLANK}*"):
        start = line.start + len(head) + 1
        excerpt = Excerpt(rest, tuple(range(start, line.end))).stripped(f"{_BLANK}*")
        label = Label(column, line.start, start, bare)
        if is_code(excerpt.text) and column is Column.TITLE:
            return attrs.evolve(label, code=excerpt)
        if column is Column.TITLE and (leading := split_code(excerpt)) is not None:
            code, after = leading.code, excerpt.cut(len(leading.printed))
            end = after.start if after else line.end
            return attrs.evolve(label, end=end, code=code, rest=after or None)
        return attrs.evolve(label, rest=excerpt)
    if len(line.text) > _LONGEST_LABEL:
        return None
    match = _TRAILING_CODE.fullmatch(line.text.strip(_MARKS))
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
    box = _OpenBox()
    index = first
    while index < len(lines):
        line = lines[index]
        text = line.text.strip(_BLANK)
        if not text or _begins_page(lines, index):
            yield from block.close()
        label = find_label(lines, index, box.wants) if text else None
        if label is not None:
            box.take(label)
            yield from block.close()
            yield label
            block.open_below(label)
            index += label.lines
            continue
        index += 1
        if text:
            # In the midst of a page a figure alone is a cell or a line that was broken there.
            text_figure = is_bare_number(text) and not _ends_page(lines, index)
            yield from block.take(source, line, furniture=not text_figure)
    yield from block.close()


class _OpenBox:
    """Which labels have come since the last one of a title."""

    def __init__(self) -> None:
        self._seen: set[Column] = set()
        self._prose = False

    def take(self, label: Label) -> None:
        """Note a label."""
        if label.column is Column.TITLE:
            self._seen.clear()
        self._seen.add(label.column)
        # Below a heading on a line of its own the paragraphs may have headings themselves.
        self._prose = label.column is Column.TERMS_OF_REFERENCE and label.rest is None

    def wants(self, column: Column) -> bool:
        """Whether a word with a colon can be the label of a column."""
        return bool(self._seen) and column not in self._seen and not self._prose


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
        self._title_above = label.column is Column.TITLE and label.code is None
        if label.rest is not None:
            self._lines.append(label.rest)

    def take(self, source: Source, line: Line, *, furniture: bool) -> Iterator[Token]:
        """Add a line; give it out where it is a code of its own, or furniture if it may be."""
        excerpt = Excerpt.of(source.text, line.start, line.end).stripped(_BLANK)
        first = self._title_above and not self._lines
        code = _own_code(excerpt, plain=first)
        leading = split_code(excerpt) if first and code is None else None
        if leading is not None:
            self._title_above = False
            yield leading
            if rest := excerpt.cut(len(leading.printed)):
                self._lines.append(rest)
        elif code is not None and not self._lines:
            self._title_above = False
            yield CodeLine(code, excerpt)
        elif code is not None and self._code_at is None:
            self._code_at = len(self._lines)
            self._lines.append(excerpt)
        elif furniture and is_furniture(line.text):
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


def split_code(line: Excerpt) -> CodeLine | None:
    """The code with which a title begins, as in "8.1 To map" and "Action 8.1"; None without one.

    Example:
        >>> found = split_code(Excerpt.of("8.1 To map the sheds"))
        >>> found.code.text, split_code(Excerpt.of("1.5 million sheds"))
        ('8.1', None)
    """
    match = _LEADING_CODE.match(line.text)
    if match is None:
        return None
    name = "named" if match["named"] else "bare"
    return CodeLine(line.cut(match.start(name), match.end(name)), line.cut(0, match.end()))


def _ends_page(lines: Sequence[Line], index: int) -> bool:
    """Whether no more text comes from a line on, or the next text begins a page."""
    while index < len(lines) and not lines[index].text.strip(_BLANK):
        if lines[index].text.startswith("\f"):
            return True
        index += 1
    return index == len(lines) or _begins_page(lines, index)


def _begins_page(lines: Sequence[Line], index: int) -> bool:
    """Whether a page begins: a form feed, or one line that alone is indented."""
    text = lines[index].text
    if text.startswith("\f"):
        return True
    if not text.startswith(" ") or not text.strip():
        return False
    around = [lines[place].text for place in (index - 1, index + 1) if 0 <= place < len(lines)]
    return not any(other.startswith(" ") and other.strip() for other in around)
