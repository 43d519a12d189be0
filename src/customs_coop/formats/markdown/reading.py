r"""Markdown as paragraphs, labels and tables, as GitHub and our own exports write it.

Only what a plan needs is read: headings, paragraphs, lists, pipe tables, and inside a text the
signs of emphasis, line breaks as `<br>`, tags, entities and characters behind a backslash.
"""

import html
import re
from collections.abc import Iterator, Sequence

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.files.tracked import STRUCK, tracked_changes
from customs_coop.formats.markdown.marks import Marks
from customs_coop.formats.pages.content import (
    Block,
    Count,
    Grid,
    GridCell,
    GridRow,
    Labels,
    LineRole,
    Opened,
    Place,
    Remark,
    TextLine,
    raised,
)

__all__ = ["looks_like_markdown", "read_markdown"]

_MOST_COLUMNS = 200
_RULE = re.compile(
    r"[ \t]{0,3}\|?[ \t]*+:?-{1,200}:?[ \t]*+(?:\|[ \t]*+:?-{1,200}:?[ \t]*+)*+\|?[ \t]*+"
)
_HEADING = re.compile(r"[ ]{0,3}(?P<level>#{1,6})[ \t]{1,20}(?P<text>\S.*)")
_ITEM = re.compile(r"[ ]{0,12}[-*+][ \t]{1,8}(?P<text>\S.*)")
_LABEL = re.compile(r"(?P<label>[A-Z][\w. -]{0,38}):[ \t]{1,8}(?P<text>\S.*)")
_BREAK = re.compile(r"<br[ \t]{0,4}/?>", re.IGNORECASE)
_INLINE = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|<(?P<close>/?)(?P<tag>sup|sub|b|i|em|strong|u|s|strike|del|ins|span|small|p|div)(?:\s[^<>]{0,200})?/?>"
    r"|(?P<stars>\*{1,3}|~~)"
)
# Completed rows are struck through at the code, with the word behind it.
_STATE = re.compile(r"~~(?P<code>(?:\\.|[^~\\|]){1,200})~~[ \t]{1,4}\((?:completed|obsolete)\)")
_BARE_STATE = re.compile(r"\((?:completed|obsolete)\)")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\s\]]{1,40}\]:\s")


def looks_like_markdown(text: str) -> bool:
    r"""Whether a text holds a pipe table: a row of bars, and below it one of dashes.

    Example:
        >>> looks_like_markdown("| Code | Action |\n| --- | --- |\n| 1 | Swim |\n")
        True
        >>> looks_like_markdown("Code | Action\n1 | Swim\n"), looks_like_markdown("a\n---\nb")
        (False, False)
    """
    lines = text.splitlines() if "|" in text else []
    return any(_is_table(lines, index) for index in range(len(lines) - 1))


def _is_table(lines: Sequence[str], index: int) -> bool:
    if index + 1 >= len(lines) or "|" not in lines[index] or "|" not in lines[index + 1]:
        return False
    below = lines[index + 1]
    if "-" not in below or not _RULE.fullmatch(below):
        return False
    return len(_cells(lines[index])) == len(_cells(below))


def read_markdown(text: str, changes: Changes = "accept") -> Opened:
    """Open a text in Markdown.

    Args:
        text: The text.
        changes: How the words in `<del>` and `<ins>` are read.

    Returns:
        Its paragraphs, labels and tables, with a remark on tracked changes and one on words that
        are struck through.

    Raises:
        RefusedFileError: It has too many cells, or a table is too wide.
    """
    reader = _Reader(text, changes)
    return Opened(blocks=tuple(reader.read()), remarks=tuple(reader.remarks()))


class _Reader:
    def __init__(self, text: str, changes: Changes) -> None:
        self.lines = text.lstrip("\ufeff").splitlines()
        self._marks = Marks(changes)
        self._count = Count()
        self._tables = 0
        self._paragraph: list[tuple[int, str]] = []
        self._labels: list[tuple[str, str, Place]] = []

    def read(self) -> Iterator[Block]:
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if _is_table(self.lines, index):
                yield from self._flush()
                count, grid = self._table(index)
                yield grid
                index += count
                continue
            heading = _HEADING.fullmatch(line)
            item = _ITEM.fullmatch(line)
            if not line.strip():
                yield from self._flush()
            elif heading:
                yield from self._flush()
                role: LineRole = "title" if len(heading["level"]) == 1 else ""
                words = self._marks.read(_without_closing(heading["text"]), index)
                yield self._line(index, words, role)
            elif item:
                yield from self._item(index, self._marks.read(item["text"], index))
            else:
                if self._labels or _FOOTNOTE.match(line):
                    yield from self._flush()
                self._paragraph.append((index, line))
                # Two blanks at its end, or a backslash, break a line.
                if line.endswith(("  ", "\\")):
                    yield from self._flush()
            index += 1
        yield from self._flush()

    def remarks(self) -> Iterator[Remark]:
        """What is worth telling of the marks in the text, once it has been read."""
        yield from tracked_changes(self._marks.changed, self._marks.changes)
        if self._marks.struck is not None:
            yield Remark("CC179", STRUCK, self._place(self._marks.struck))

    def _flush(self) -> Iterator[Block]:
        """What has been gathered: a list of labels, or a paragraph."""
        if self._labels:
            yield Labels(pairs=tuple(self._labels))
            self._labels.clear()
        if self._paragraph:
            words = " ".join(line.strip().removesuffix("\\") for _, line in self._paragraph)
            first = self._paragraph[0][0]
            self._paragraph.clear()
            words = self._marks.read(words, first)
            # A note of several paragraphs has them on one line.
            parts = [part for part in _BREAK.split(words) if plain_text(part)]
            for part in parts:
                yield self._line(first, part, "note" if len(parts) > 1 else "")

    def _item(self, index: int, text: str) -> Iterator[Block]:
        label = _LABEL.fullmatch(text)
        if self._paragraph:
            yield from self._flush()
        if label is None:
            yield from self._flush()
            yield self._line(index, text, "")
            return
        self._count.line()
        pair = (plain_text(label["label"]), plain_text(label["text"]), self._place(index))
        self._labels.append(pair)

    def _line(self, index: int, text: str, role: LineRole) -> TextLine:
        self._count.line()
        return TextLine(text=plain_text(text), place=self._place(index), role=role)

    def _place(self, index: int, path: str = "") -> Place:
        return Place(path, index + 1)

    def _table(self, index: int) -> tuple[int, Grid]:
        """How many lines a table takes, and the table."""
        self._tables += 1
        name = f"table {self._tables}"
        width = len(_cells(self.lines[index]))
        if width > _MOST_COLUMNS:
            raise RefusedFileError("CC185", f"a table has more than {_MOST_COLUMNS} columns")
        rows = [self._row(index, name, 1, width)]
        at = index + 2
        while at < len(self.lines) and "|" in self.lines[at] and self.lines[at].strip():
            rows.append(self._row(at, name, len(rows) + 1, width))
            at += 1
        return at - index, Grid(rows=tuple(rows), place=self._place(index, name))

    def _row(self, index: int, table: str, number: int, width: int) -> GridRow:
        texts = [*_cells(self.lines[index]), *([""] * width)][:width]
        path = f"{table}, row {number}"
        if texts:
            texts[0] = _STATE.sub(lambda match: match["code"], texts[0])
            texts[0] = "" if _BARE_STATE.fullmatch(texts[0].strip()) else texts[0]
        texts = [self._marks.read(text, index) for text in texts]
        cells: list[GridCell] = []
        # A box of full width stands in the first cell, with its label in bold.
        whole = texts[0].startswith("**") and ":**" in texts[0] and not any(texts[1:])
        for column, text in enumerate(texts[:1] if whole else texts, start=1):
            self._count.cell()
            place = self._place(index, f"{path}, cell {column}")
            parts = _BREAK.split(text.replace(":** ", ":**<br>", 1) if whole else text)
            lines: list[TextLine] = []
            gap = False
            for part in parts:
                if words := plain_text(part):
                    self._count.line()
                    lines.append(TextLine(text=words, place=place, gap=gap and bool(lines)))
                gap = not words
            cells.append(GridCell(blocks=tuple(lines), place=place, span=width if whole else 1))
        return GridRow(cells=tuple(cells), place=self._place(index, path))


def _without_closing(heading: str) -> str:
    """The words of a heading without the signs that may close it."""
    bare = heading.rstrip()
    open_end = bare.rstrip("#")
    return open_end if open_end.endswith((" ", "\t")) else bare


def _cells(line: str) -> list[str]:
    """The cells between the bars of a line; a bar behind a backslash is none."""
    cells: list[str] = []
    start = at = 0
    while at < len(line):
        if line[at] == "\\":
            at += 1
        elif line[at] == "|":
            cells.append(line[start:at].strip())
            start = at + 1
        at += 1
    cells.append(line[start:].strip())
    if not cells[0]:
        cells.pop(0)
    # The bar at the end closes the row.
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def plain_text(text: str) -> str:
    r"""The words of a text without the signs of Markdown.

    Example:
        >>> plain_text(r"**Agreed** \[Deadline: May\] 5\*3 R&amp;D<sup>1</sup>")
        'Agreed [Deadline: May] 5*3 R&D¹'
    """
    parts: list[str] = []
    end = 0
    up = False
    for match in _INLINE.finditer(text):
        words = text[end : match.start()]
        parts.append(raised(words) if up else words)
        end = match.end()
        if match["sign"]:
            parts.append(match["sign"])
        elif match["entity"]:
            parts.append(html.unescape(match["entity"]))
        elif match["tag"] == "sup":
            up = not match["close"]
        elif match["stars"] and not _is_emphasis(text, match):
            parts.append(match["stars"])
    parts.append(text[end:])
    return " ".join("".join(parts).split())


def _is_emphasis(text: str, match: re.Match[str]) -> bool:
    """Whether stars stand at a word, and not alone between blanks."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return bool(before.strip() or after.strip())
