"""The boxes of a column flow: which text belongs to which label.

In a flow the labels of a box may all come before the texts, or each before its own. So labels
wait, in their order, for the texts. A box of full width waits until all columns have theirs,
and takes what is too wide for a column. Where neither order nor shape settles it, a finding says
so.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from customs_coop.diagnostics import Diagnostic, diagnose
from customs_coop.formats.columns import Column
from customs_coop.model import known_body
from customs_coop.readers.flow.interleaving import pull_apart
from customs_coop.readers.flow.labels import Block, CodeLine, Furniture, Label, Token, split_code
from customs_coop.readers.text.excerpts import Account, Excerpt

__all__ = ["Box", "read_box", "segments"]

_WIDE = 85  # characters; a column of a page is narrower
_DASH = re.compile(r"[-–—•](?:\s|\Z)")
_NUMBER = re.compile(r"\((?P<number>[0-9]{1,2})\)\s")
_ENDED = (".", "!", "?", ".”", ".’", '."', ".)")
_LONGEST_NAME = 60  # characters of one party
_BOXES = (Column.TERMS_OF_REFERENCE,)


@attrs.frozen(kw_only=True)
class Box:
    """The texts of one action.

    Args:
        start: Where it begins in the source.
        code: Its code, or None.
        texts: The blocks of lines of each column, in order.
        headings: The label of each column, as printed.
        findings: What was not certain.
    """

    start: int
    code: Excerpt | None
    texts: dict[Column, list[tuple[Excerpt, ...]]]
    headings: dict[Column, str]
    findings: tuple[Diagnostic, ...] = ()


def segments(found: Iterable[Token]) -> list[list[Token]]:
    """Cut a flow at the labels of titles; a code just above such a label goes with it.

    What stands before the first of them is left out.
    """
    parts: list[list[Token]] = []
    held: list[Token] = []
    for token in found:
        if isinstance(token, Label) and token.column is Column.TITLE:
            parts.append([token])
            if len(parts) == 1:
                code = _code_alone(held[-1]) if held else None
                if code is not None:
                    parts[0].insert(0, code)
        elif parts:
            parts[-1].append(token)
        else:
            held.append(token)
    for before, after in itertools.pairwise(parts):
        last = before[-1]
        if isinstance(last, CodeLine) and (_codes(before) > 1 or not _codes(after)):
            after.insert(0, before.pop())
        elif not _codes(after) and (code := _code_alone(last)) is not None:
            before.pop()
            after.insert(0, code)
        elif _codes(before) > 1 and not _codes(after) and (split := _code_below(last)) is not None:
            before[-1] = split[0]
            after.insert(0, split[1])
    return parts


def _code_below(token: Token) -> tuple[Block, CodeLine] | None:
    """The code of the next box directly below a text, taken off it; a full stop ends a sentence."""
    if not isinstance(token, Block) or token.code_at in (None, 0):
        return None
    last = token.lines[-1]
    if token.code_at != len(token.lines) - 1 or last.text.endswith("."):
        return None
    code = last.stripped("[] ")
    return attrs.evolve(token, lines=token.lines[:-1], code_at=None), CodeLine(code, last)


def _code_alone(token: Token) -> CodeLine | None:
    """A code above the label of a title: alone, or behind a word as in "Action 8"."""
    if isinstance(token, Block) and len(token.lines) == 1:
        found = split_code(token.lines[0])
        return found if found is not None and found.printed.text == token.lines[0].text else None
    return token if isinstance(token, CodeLine) else None


def _codes(part: Sequence[Token]) -> int:
    return sum(
        isinstance(token, CodeLine)
        or (isinstance(token, Block) and token.code_at is not None)
        or (isinstance(token, Label) and token.code is not None)
        for token in part
    )


def read_box(part: Sequence[Token], account: Account, *, wrapped: bool = True) -> Box:
    """Give each text of a box to its label.

    Args:
        part: The tokens of one action.
        account: Labels, codes and furniture are entered here; texts by whoever keeps them.
        wrapped: Whether the lines of the flow are those of the page, whose width tells a box
            from a column. Where each is a paragraph, only the widest of the texts that follow
            the label of a box tells it.

    Returns:
        The texts by column.
    """
    reader = _BoxReader(part, account, wrapped=wrapped)
    for token in part:
        reader.take(token)
    return reader.box()


class _BoxReader:
    def __init__(self, part: Sequence[Token], account: Account, *, wrapped: bool) -> None:
        self.part = part
        self.account = account
        self.wrapped = wrapped
        self._to_come = _widest_from(part)
        self.code: Excerpt | None = None
        self.texts: dict[Column, list[tuple[Excerpt, ...]]] = {}
        self.headings: dict[Column, str] = {}
        self.findings: list[Diagnostic] = []
        self._columns: list[Column] = []
        self._boxes: list[Column] = []
        self._last: Column | None = None
        self._start: int | None = None
        self._row: list[Column] = []  # labels that came together, for which texts were to come
        self._label: Column | None = None  # what the last token announces, if it is a label
        self._items: dict[Column, int] = {}  # the number of the last item of each column
        self._codes = 0
        self._melted = False  # it is told that two actions stand in the box

    def take(self, token: Token) -> None:
        if isinstance(token, Furniture):
            self.account.use_furniture(token.start, token.end)
            return
        if isinstance(token, Label):
            self._note_start(token.start)
            self._take_label(token)
            self._label = token.column
            return
        if isinstance(token, CodeLine):
            self._note_start(token.code.start)
            self._use_code(token)
        else:
            self._take_block(token)
            self._label = None

    def box(self) -> Box:
        if self._columns and any(column is not Column.CONCERNED for column in self._columns):
            names = ", ".join(f'"{self.headings[column]}"' for column in self._columns)
            self._doubt(f"no text was left for {names}", self._start or 0)
        return Box(
            start=self._start or 0,
            code=self.code,
            texts=self.texts,
            headings=self.headings,
            findings=tuple(self.findings),
        )

    def _note_start(self, start: int) -> None:
        if self._start is None:
            self._start = start

    def _take_label(self, label: Label) -> None:
        self.account.use_furniture(label.start, label.end)
        self.headings.setdefault(label.column, label.heading)
        if label.code is not None:
            self._take_code(label.code)
        if label.column in self.texts and label.column is not Column.TITLE:
            self._take_second(label)
        if label.column in _BOXES:
            self._boxes.append(label.column)
        elif label.column not in self._columns:
            if self._label is None:
                self._row.clear()
            self._columns.append(label.column)
            self._row.append(label.column)

    def _take_second(self, label: Label) -> None:
        """A label whose column has its text: the box goes on, or one that lost its title began."""
        if self._melted:
            return
        if self._codes > 1:
            message = f'"{label.heading}" comes again behind a second code; two actions are in one'
            subject = self.code.text if self.code else ""
            span = self.account.source.span(label.start, label.end)
            self.findings.append(diagnose("CC126", message, subject=subject, span=span))
            self._melted = True
        else:
            self._doubt(f'"{label.heading}" comes again in the same box', label.start)

    def _use_code(self, line: CodeLine) -> None:
        """Take a code; the words and signs around it are a label."""
        places = line.printed.places
        self.account.use_furniture(places[0], places[-1] + 1)
        self._take_code(line.code)

    def _take_code(self, code: Excerpt) -> None:
        self._codes += 1
        if self.code is None:
            self.code = code
        else:
            # A second code is text: nothing says what it stands for.
            if code.text != self.code.text:
                self._doubt(f"a second code, {code.text}, stands in the box", code.start)
            self._give(self._last or Column.TITLE, (code,))

    def _take_block(self, block: Block) -> None:
        widest = next(self._to_come)
        if block.code_at is not None and self.code is None:
            self._take_interleaved(block, block.code_at)
            return
        if block.code_at is not None:
            self._codes += 1
        if block.glued is not None and block.glued.column in (*self._columns, *self._boxes):
            self._assign(block.glued.column, block.lines)
        elif self._is_wide(block, widest) and (self._boxes or self._last in _BOXES):
            self._assign(self._boxes[0] if self._boxes else self._last or _BOXES[0], block.lines)
        elif self._goes_on(block):
            self._give(self._last or Column.TITLE, block.lines)
        elif (column := self._waiting(block)) is not None:
            self._assign(column, block.lines)
        elif self._boxes and self._columns in ([], [Column.CONCERNED]):
            self._take_narrow(block)
        elif self._last in _BOXES:
            self._give(_BOXES[0], block.lines)
        else:
            self._left_over(block)

    def _is_wide(self, block: Block, widest: int) -> bool:
        """Whether a text is too wide for a column; a paragraph on one line only beside others."""
        if block.width <= _WIDE or self.wrapped:
            return block.width > _WIDE
        if block.width == widest and self._boxes:
            return True
        if self._boxes and self._columns and self._label in _BOXES:
            name = self.headings[self._columns[0]]
            message = f'only its place tells that a text belongs to "{name}"'
            self._doubt(message, block.lines[0].start)
        return False

    def _take_interleaved(self, block: Block, code_at: int) -> None:
        evidence = " ".join(
            line.text
            for token in self.part
            if isinstance(token, Block) and token is not block
            for line in token.lines
        )
        found = pull_apart(block.lines, code_at, evidence)
        self.code = found.code
        title = Column.TITLE if Column.TITLE in self._columns else None
        others = [column for column in self._columns if column is not Column.TITLE]
        start = block.lines[0].start
        if title is None or not others:
            self._doubt("a code stands amid a text", start)
            rest = block.lines[:code_at] + block.lines[code_at + 1 :]
            self._assign(self._columns[0] if self._columns else Column.TITLE, rest)
            return
        self._assign(Column.TITLE, found.title)
        self._assign(others[0], found.beside)
        self._last = others[0]
        names = f'"{self.headings[Column.TITLE]}" and "{self.headings[others[0]]}"'
        message = f"the lines of {names} alternate"
        span = self.account.source.span(start, block.lines[-1].start)
        self.findings.append(diagnose("CC117", message, subject=found.code.text, span=span))

    def _goes_on(self, block: Block) -> bool:
        """Whether a block carries on the last one: its list, or its sentence."""
        if self._last is None or self._last in _BOXES:
            return False
        before = self.texts.get(self._last)
        if not before:
            return False
        number = _NUMBER.match(block.lines[0].text)
        if number is not None:
            # A cell does not begin with "(2)".
            item = int(number["number"])
            if item > 1 and item != self._items.get(self._last, 0) + 1:
                self._doubt(f"({item}) follows no item before it", block.lines[0].start)
            return item > 1
        if all(not line.text.strip("-–—• ") for line in before[-1]):
            return True  # a dash whose text was set apart from it
        if self._last is Column.CONCERNED and _is_party_list(block):
            return not self._columns
        ended = before[-1][-1].text.rstrip().endswith(_ENDED)
        return not ended and block.lines[0].text[:1].islower()

    def _waiting(self, block: Block) -> Column | None:
        """Which waiting column takes a block: parties by their shape, else the first.

        A sentence is taken for parties only where their label alone stands directly above it.
        """
        concerned = Column.CONCERNED
        if concerned in self._columns and _is_party_list(block):
            return concerned
        others = [column for column in self._columns if column is not concerned]
        if others or not self._columns:
            return others[0] if others else None
        if self._label is concerned and len(self._row) == 1:
            return concerned
        if not _may_be_names(block):
            return None
        name = self.headings[concerned]
        self._doubt(f'only its place tells that a text belongs to "{name}"', block.lines[0].start)
        return concerned

    def _take_narrow(self, block: Block) -> None:
        """A text as narrow as a cell below the labels of cells and of a box of full width."""
        box = self._boxes[0]
        if self._label is not box and len(self._row) > 1:
            name = self.headings[box]
            message = f'only its place tells that a text belongs to "{name}"{self._shifted()}'
            self._doubt(message, block.lines[0].start)
        self._assign(box, block.lines)

    def _shifted(self) -> str:
        """The cells whose texts came in the order of their labels, which one text too many ends."""
        names = [f'"{self.headings[column]}"' for column in self._row if column in self.texts]
        return f"; the texts of {', '.join(names)} may have shifted" if len(names) > 1 else ""

    def _left_over(self, block: Block) -> None:
        column = self._last or Column.TITLE
        start = block.lines[0].start
        name = self.headings.get(column, column.value)
        if not (column is Column.CONCERNED and _is_party_list(block)):
            message = f'a text follows that no label announces; it was added to "{name}"'
            self._doubt(f"{message}{self._shifted()}", start)
        self._give(column, block.lines)

    def _assign(self, column: Column, lines: tuple[Excerpt, ...]) -> None:
        if column in self._columns:
            self._columns.remove(column)
        if column in self._boxes:
            self._boxes.remove(column)
        if column is Column.TITLE and self.code is None:
            leading = split_code(lines[0])
            if leading is not None:
                self._use_code(leading)
                rest = lines[0].cut(len(leading.printed))
                lines = (rest, *lines[1:]) if rest else lines[1:]
        if lines:
            self._give(column, lines)

    def _give(self, column: Column, lines: tuple[Excerpt, ...]) -> None:
        self.texts.setdefault(column, []).append(lines)
        for line in lines:
            if number := _NUMBER.match(line.text):
                self._items[column] = int(number["number"])
        self._last = column

    def _doubt(self, message: str, start: int) -> None:
        subject = self.code.text if self.code else ""
        span = self.account.source.span(start)
        self.findings.append(diagnose("CC123", message, subject=subject, span=span))


def _widest_from(part: Sequence[Token]) -> Iterator[int]:
    """For each text of a box the width of the widest one from there on."""
    widths = [token.width for token in reversed(part) if isinstance(token, Block)]
    return reversed([*itertools.accumulate(widths, max)])


def _may_be_names(block: Block) -> bool:
    """Whether a block that names no known party may still name some: no sentence, short words."""
    names = re.split(r"[,;]", " ".join(line.text.strip() for line in block.lines))
    return not names[-1].rstrip().endswith(_ENDED) and all(
        len(name) <= _LONGEST_NAME for name in names
    )


def _is_party_list(block: Block) -> bool:
    """Whether a block has the shape of a list of parties: dashes, or known names only."""
    lines = [line.text.strip() for line in block.lines]
    if _DASH.match(lines[0]):
        return True
    names = [name.strip(" .") for name in re.split(r"[,;]", " ".join(lines)) if name.strip(" .")]
    return bool(names) and all(
        known_body(name) is not None or known_body(name.partition("(")[0]) is not None
        for name in names
    )
