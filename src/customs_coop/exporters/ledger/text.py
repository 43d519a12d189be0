"""A page with its tables as plain text, for terminals and mails."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from customs_coop.exporters.ledger.sheets import Cell, Line, Page, Sheet
from customs_coop.exporters.text_lines import shown_width, wrapped, written_words

__all__ = ["page_as_text"]

_GAP = "  "
_INDENT = 4


def page_as_text(page: Page, width: int) -> str:
    """A page with its tables, as lines of text.

    A table of figures has its columns side by side where they fit; of any other one, each row is
    a block: the first cell, and below it what the other columns say.

    Args:
        page: The page.
        width: How many columns a line has.
    """
    blocks = [
        [line for text in (page.number, page.marking) if text for line in wrapped(text, width)],
        [*_heading(page.title, "=", width)],
        [
            line
            for label, text in page.head
            for line in wrapped(f"{page.labelled(label)} {text}", width, further="  ")
        ],
    ]
    for sheet in page.sheets:
        blocks.append([*_heading(sheet.heading, "." if sheet.below else "-", width)])
        for one in sheet.paragraphs:
            first = f"{one.number}. "
            blocks.append([*wrapped(one.text, width, first=first, further=" " * len(first))])
        blocks += _table(page, sheet, width)
    blocks.append([*wrapped(page.summary, width)] if page.summary else [])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _heading(text: str, sign: str, width: int) -> Iterator[str]:
    lines = [*wrapped(text, width)]
    yield from lines
    yield sign * max(1, *map(shown_width, lines))


def _table(page: Page, sheet: Sheet, width: int) -> list[list[str]]:
    if any(heading.figures for heading in sheet.headings):
        beside = _beside(sheet, width)
        if beside:
            return [beside]
    return [[*_block(page, sheet, line, width)] for line in sheet.lines]


def _block(page: Page, sheet: Sheet, line: Line, width: int) -> Iterator[str]:
    """A row: its first cell as a line of its own, then the others behind their headings."""
    first, *others = zip(sheet.headings, line.cells, strict=True)
    yield from wrapped(_words(first[1]) or "-", width, further="  ")
    blanks = " " * _INDENT
    # Figures are short: those that stand side by side share a line.
    for _, group in groupby(enumerate(others), key=lambda one: -1 if one[1][0].figures else one[0]):
        told = (
            f"{page.labelled(heading.text) if heading.text else ''} {_words(cell)}".strip()
            for _, (heading, cell) in group
            if cell
        )
        if words := ", ".join(told):
            yield from wrapped(words, width, first=blanks, further=f"{blanks}  ")


def _words(cell: Cell) -> str:
    """The paragraphs of a cell in a line; what a label names stands behind it."""
    told = ""
    for paragraph in cell:
        sign = "" if not told else " " if told.endswith(":") else "; "
        told += f"{sign}{paragraph.text}"
    return told


def _beside(sheet: Sheet, width: int) -> list[str]:
    """A table with its columns side by side; empty where it is too wide."""
    rows = [[written_words(heading.text) for heading in sheet.headings]]
    rows += [[written_words(_words(cell)) for cell in line.cells] for line in sheet.lines]
    figures = [heading.figures for heading in sheet.headings]
    # Headings of figures may take several lines, and the words of other columns, too.
    fixed = [
        max(shown_width(part) for row in rows[1:] for part in (row[at], *rows[0][at].split()))
        if is_figure
        else 0
        for at, is_figure in enumerate(figures)
    ]
    words = [at for at, is_figure in enumerate(figures) if not is_figure]
    room = width - sum(fixed) - len(_GAP) * (len(figures) - 1)
    least = max((len(part) for at in words for row in rows for part in row[at].split()), default=0)
    share = room // max(1, len(words))
    if share < max(12, min(least, 24)):
        return []
    widths = [share if at in words else fixed[at] for at in range(len(figures))]
    return [line for row in rows for line in _lines(row, widths, figures)]


def _lines(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> Iterator[str]:
    cells = [[*wrapped(text, size)] for text, size in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        placed = [
            _blanks(part, size) + part if is_figure else part + _blanks(part, size)
            for part, size, is_figure in zip(parts, widths, figures, strict=True)
        ]
        yield _GAP.join(placed).rstrip()


def _blanks(text: str, width: int) -> str:
    return " " * max(0, width - shown_width(text))
