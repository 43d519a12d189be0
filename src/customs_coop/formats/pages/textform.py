"""What a file shows as the text that every layout reads, with the place of each piece.

A paragraph becomes a line between blank lines, a row a line whose cells are set apart by tabs,
and a paragraph within a cell begins with a tag, as in texts of the Council that were taken from
the web. Boxes of labels and texts become rows too, each action with its code first.
"""

import bisect
import re
from collections.abc import Sequence

import attrs

from customs_coop.formats.pages.content import (
    Block,
    Grid,
    Labels,
    Opened,
    Place,
    Remark,
    TextLine,
    paragraphs_of,
)
from customs_coop.formats.pages.grids import Kind, PlainRow, PlainTable, as_labels, plain_table
from customs_coop.formats.pages.records import Section, write_section
from customs_coop.formats.pages.sections import with_sections
from customs_coop.formats.pages.writer import TextWriter
from customs_coop.formats.sheet import PLAN_LABEL, SHEET_WORDS, is_period_in_words

__all__ = ["TextForm", "text_form"]

_BEFORE_TITLE = re.compile(
    r"from|to|date|subject|no\.?\s{0,3}prev\.?\s{0,3}doc\.?|previous\s{1,3}documents?"
    r"|no\.?\s{0,3}cion\s{1,3}(?:prop|doc)\.?",
    re.IGNORECASE,
)
# A number with its codes, a marking, or the label of the sender, alone in a paragraph.
_HEAD = re.compile(
    r"(?:(?:ST|CM|DS)\s{1,3})?[0-9]{1,5}(?:/[0-9]{1,2})?/[0-9]{2}(?:\s[A-Z0-9 /+()]{0,200})?"
    r"|LIMITE|PUBLIC|RESTREINT(?: UE)?"
)
_SENDER = re.compile(r"(?:from|to|subject)\s{0,3}:", re.IGNORECASE)
_LONGEST_COVER = 14  # rows
# How documents print what our own tables give a label.
_PHRASES = {"date": "", "datum": "", "period": "For the period "}
_WORDS = tuple(SHEET_WORDS.values())
_PERIODS = frozenset(words.period for words in _WORDS)
_SUBJECTS = frozenset(words.subject.casefold() for words in _WORDS)
_OWN_COVER = frozenset(
    label.rstrip(".").casefold()
    for words in _WORDS
    for label in (words.date, words.sender, words.addressee, words.previous, words.subject)
)
_LONGEST_TITLE = 8  # paragraphs
_LAYERS = 12  # of tables that only arrange a page


@attrs.frozen
class TextForm:
    """A text with the places of its pieces.

    Args:
        text: The text.
        starts: Where each piece begins in it, ascending.
        places: The place of each piece in the file.
        remarks: What is worth telling.
        asides: What stands in the file and not in the text, as it belongs to no plan.
        edges: Heads and feet of pages, which are not in the text either.
        left: The words of heads, feet and menus that were left out, as a remark tells.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    remarks: tuple[Remark, ...]
    asides: tuple[TextLine, ...] = ()
    edges: tuple[TextLine, ...] = ()
    left: tuple[str, ...] = ()

    def place_at(self, index: int) -> Place | None:
        """The place of the piece in which an index of the text lies."""
        found = bisect.bisect_right(self.starts, index) - 1
        return self.places[found] if found >= 0 else None

    def below(self, line: TextLine) -> "TextForm":
        """The form with another line above all others."""
        above = f"{line.text}\n\n"
        return attrs.evolve(
            self,
            text=above + self.text,
            starts=(0, *(start + len(above) for start in self.starts)),
            places=(line.place, *self.places),
        )


def text_form(opened: Opened) -> TextForm:
    r"""Write the blocks of a file as one text.

    Args:
        opened: What stands in the file.

    Returns:
        The text, its places, and the remarks on the file and on its tables.

    Raises:
        RefusedFileError: A cell is longer than any of a document of this kind.

    Example:
        >>> line = TextLine(text="Third Action Plan", place=Place("paragraph 1"))
        >>> form = text_form(Opened(blocks=(line,)))
        >>> form.text, form.place_at(5).path
        ('Third Action Plan\n\n', 'paragraph 1')
    """
    writer = TextWriter()
    blocks = _titled(_arranged(_labelled(_unwrapped(opened.blocks, 0))))
    glued: TextLine | None = None
    for item in with_sections(blocks):
        if isinstance(item, TextLine):
            follows = item.role == "follows"
            if glued is not None and not (follows or (glued.role == item.role and item.role != "")):
                writer.blank()
            writer.line(item)
            glued = item
            continue
        if glued is not None:
            writer.blank()
            glued = None
        _write_item(writer, item)
        writer.blank()
    if glued is not None:
        writer.blank()
    for block in blocks:
        _tell_nested(writer, block)
    return TextForm(
        writer.text,
        tuple(writer.starts),
        tuple(writer.places),
        (*opened.remarks, *writer.remarks),
        opened.asides,
        opened.edges,
        opened.left,
    )


def _write_item(writer: TextWriter, item: Labels | Section | PlainTable) -> None:
    if isinstance(item, Labels):
        _write_labels(writer, item)
    elif isinstance(item, Section):
        write_section(writer, item)
        if item.merged is not None:
            message = "merged cells: their text counts for each row, and for the first column"
            writer.remarks.append(Remark("CC189", message, item.merged))
        for place, held, wanted in item.short:
            message = f"the row ends after {held} of {wanted} cells; the others were read as empty"
            writer.remarks.append(Remark("CC177", message, place))
    else:
        for row in item.rows:
            _write_plain(writer, row)


def _write_plain(writer: TextWriter, row: PlainRow) -> None:
    writer.piece("", row.place)
    column = 0
    for cell in row.filled:
        writer.raw("\t" * (cell.column - column))
        column = cell.column
        writer.cell(cell.lines)
    writer.raw("\n")


def _unwrapped(blocks: Sequence[Block], depth: int) -> list[Block]:
    """Tables that only arrange the page give out what stands in them."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid) and (labels := as_labels(block)) is not None:
            found.append(labels)
        elif isinstance(block, Grid) and _is_cover(block):
            for row in block.rows:
                one = as_labels(Grid(rows=(row,), place=row.place))
                found += [one] if one else [p for c in row.cells for p in paragraphs_of(c.blocks)]
        elif isinstance(block, Grid) and depth < _LAYERS and _only_arranges(block):
            for row in block.rows:
                for cell in row.cells:
                    found += _unwrapped(cell.blocks, depth + 1)
        else:
            found.append(block)
    return found


def _labelled(blocks: Sequence[Block]) -> list[Block]:
    """Terms with their definitions are labels with their texts."""
    found: list[Block] = []
    pairs: list[tuple[TextLine, list[str]]] = []
    for block in blocks:
        role = block.role if isinstance(block, TextLine) else ""
        if isinstance(block, TextLine) and role == "term":
            pairs.append((block, []))
        elif isinstance(block, TextLine) and role == "definition" and pairs:
            pairs[-1][1].append(block.text)
        else:
            found += _made(pairs)
            pairs = []
            found.append(block)
    return found + _made(pairs)


def _made(pairs: Sequence[tuple[TextLine, list[str]]]) -> list[Block]:
    made = tuple((term.text.rstrip(": "), " ".join(texts), term.place) for term, texts in pairs)
    return [Labels(pairs=made)] if made else []


def _is_cover(grid: Grid) -> bool:
    """Whether a small table holds the head of a document: its number, marking or sender."""
    if len(grid.rows) > _LONGEST_COVER or plain_table(grid).kind is not Kind.PLAIN:
        return False
    lines = [p for row in grid.rows for cell in row.cells for p in paragraphs_of(cell.blocks)]
    return any(_HEAD.fullmatch(line.text) or _SENDER.fullmatch(line.text) for line in lines)


def _only_arranges(grid: Grid) -> bool:
    cells = [cell for row in grid.rows for cell in row.cells]
    nested = any(isinstance(block, Grid) for cell in cells for block in cell.blocks)
    one_column = all(sum(bool(cell.blocks) for cell in row.cells) <= 1 for row in grid.rows)
    return (nested or one_column) and plain_table(grid).kind is Kind.PLAIN


def _arranged(blocks: Sequence[Block]) -> list[Block]:
    """The cover before the title, as documents print it, and other labels behind the title."""
    found: list[Block] = []
    waiting: list[Labels] = []
    for block in blocks:
        if isinstance(block, Labels):
            cover = tuple(pair for pair in block.pairs if _is_before_title(pair[0]))
            other = tuple(pair for pair in block.pairs if not _is_before_title(pair[0]))
            place = len(found)
            while place > max(0, len(found) - _LONGEST_TITLE) and _is_title(found[place - 1]):
                place -= 1
            if cover:
                found.insert(place, Labels(pairs=cover))
            if other:
                waiting.append(Labels(pairs=other))
            continue
        if not _is_title(block):
            found += waiting
            waiting.clear()
        found.append(block)
    return [*found, *waiting]


def _titled(blocks: Sequence[Block]) -> Sequence[Block]:
    """The title marked as one, where the labels are those of a table of ours."""
    pairs = [pair for block in blocks if isinstance(block, Labels) for pair in block.pairs]
    if not any(
        label == PLAN_LABEL or (label in _PERIODS and is_period_in_words(text))
        for label, text, _ in pairs
    ):
        return blocks
    return [
        attrs.evolve(block, text=f"# {block.text}")
        if isinstance(block, TextLine) and block.role == "title"
        else block
        for block in blocks
    ]


def _is_before_title(label: str) -> bool:
    bare = label.strip().rstrip(".").casefold()
    return _BEFORE_TITLE.fullmatch(label) is not None or bare in _OWN_COVER


def _is_title(block: Block) -> bool:
    return isinstance(block, TextLine) and block.role == "title"


def _write_labels(writer: TextWriter, labels: Labels) -> None:
    # The subject ends a cover.
    for label, text, place in sorted(
        labels.pairs, key=lambda pair: pair[0].strip().casefold() in _SUBJECTS
    ):
        name = label.casefold()
        words = f"{label}: {text}" if name not in _PHRASES else f"{_PHRASES[name]}{text}"
        writer.line(TextLine(text=words, place=place))
        writer.blank()


def _tell_nested(writer: TextWriter, block: Block) -> None:
    if not isinstance(block, Grid):
        return
    for row in block.rows:
        for cell in row.cells:
            if any(isinstance(inner, Grid) for inner in cell.blocks):
                message = "a table stands in a cell; each of its rows was read as one paragraph"
                writer.remarks.append(Remark("CC188", message, cell.place))
