"""Which tables and which paragraphs between them make up the actions of a document."""

import re
from collections.abc import Iterable, Sequence

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import Block, Grid, Labels, TextLine
from customs_coop.formats.pages.grids import Kind, PlainTable, plain_table, under_headings
from customs_coop.formats.pages.headings import is_code, leading_code
from customs_coop.formats.pages.labels import own_label, take_headings
from customs_coop.formats.pages.records import CODE, Key, Record, Section
from customs_coop.formats.pages.rows import read_section

__all__ = ["Item", "with_sections"]

Item = TextLine | Labels | PlainTable | Section
_LONGEST_HEADING = 120  # characters
_PART = re.compile(
    r"(?:annex|appendix|(?:work|priority)\s{1,4}area|section|chapter|part)\s{1,4}"
    r"(?:[0-9]{1,3}|[IVX]{1,5}|[A-Z])(?![\w])(?!\s{1,4}[a-z])",
    re.IGNORECASE,
)


def with_sections(blocks: Iterable[Block]) -> list[Item]:
    """Read the tables that hold actions, and give each box what stands above and below it.

    A line with a code above a box is its code. Behind a box, a paragraph that begins with a label
    such as "Terms of reference" adds to it, and so do those below until something else begins.

    Args:
        blocks: What stands in a file, in order.

    Returns:
        The same with the tables of actions as sections, in order.
    """
    return _Sorter().sort(list(blocks))


class _Sorter:
    def __init__(self) -> None:
        self.items: list[Item] = []
        self.columns: frozenset[Column] = frozenset()  # of the boxes that have codes
        self.headed: PlainTable | None = None  # the last table with headings
        self.record: Record | None = None  # the last box
        self.section: Section | None = None
        self.open: Key | None = None  # the label whose paragraphs are being read

    def sort(self, blocks: Sequence[Block]) -> list[Item]:
        for number, block in enumerate(blocks):
            if isinstance(block, TextLine):
                follows = blocks[number + 1] if number + 1 < len(blocks) else None
                self._take_line(block, follows)
            elif isinstance(block, Labels):
                self._end()
                self.items.append(block)
            else:
                self._take_table(block)
        return self.items

    def _end(self) -> None:
        self.record = self.section = self.open = None

    def _take_line(self, line: TextLine, follows: Block | None) -> None:
        if self.record is None or self.section is None or line.role in ("note", "title"):
            self.items.append(line)
            return
        label = own_label((line,), inline=True)
        if label is not None and label[0] not in (Column.CODE, Column.TITLE):
            column, heading, rest = label
            self.open = (column, "", 0)
            self.section.headings.setdefault(self.open, heading)
            self.record.texts.setdefault(self.open, []).extend(rest)
        elif self.open is not None and not self._begins_part(line, follows):
            self.record.texts[self.open].append(line)
        else:
            self.open = None
            self.items.append(line)

    def _take_table(self, grid: Grid) -> None:
        above = self.items[-1] if self.items else None
        heading = above if isinstance(above, TextLine) else None
        table = plain_table(grid)
        if self.headed is not None and (going_on := under_headings(table, self.headed)):
            table = going_on
        elif table.kind is Kind.PLAIN and heading is not None and _has_title(heading):
            table = plain_table(grid, titled=True)
        if table.kind is Kind.PLAIN:
            self._end()
            self.items.append(table)
            return
        section = read_section(table)
        if section.boxes and heading is not None:
            section.items.insert(0, heading)
        take_headings(section)
        columns = frozenset(column for column, _, _ in section.headings if column is not None)
        coded = any(record.texts.get(CODE) for record in section.records)
        if section.boxes and not coded and not columns <= self.columns:
            # Nothing can point at them, so they are no actions.
            self.items.append(plain_table(grid))
            self._end()
            return
        if section.boxes and heading is not None:
            self.items.pop()  # it is the first item of the section, or a part of its first action
        first = next((n for n, x in enumerate(section.items) if isinstance(x, Record)), 0)
        self.items += [item for item in section.items[:first] if isinstance(item, TextLine)]
        del section.items[:first]
        self.items.append(section)
        self.columns |= columns if coded else frozenset()
        if table.header is not None:
            self.headed = table
        self._end()
        if section.boxes and section.records:
            self.section, self.record = section, section.records[-1]

    def _begins_part(self, line: TextLine, follows: Block | None) -> bool:
        """Whether a line below a box begins something else: the next box, or another part."""
        if (line.text.isupper() and len(line.text) < _LONGEST_HEADING) or is_code(line.text):
            return True
        if _PART.match(line.text):
            return True
        if not isinstance(follows, Grid) or len(line.text) > _LONGEST_HEADING:
            return False
        if leading_code(line.text) is not None:
            return True
        # A short line above the next table; but the only one below a label is its text.
        held = self.record.texts.get(self.open) if self.record and self.open else None
        return bool(held) and not line.text.endswith((".", ";", ":", ",", ")", "!", "?"))


def _has_title(line: TextLine) -> bool:
    found = leading_code(line.text)
    return found is not None and bool(line.text[found[1] :].strip())
