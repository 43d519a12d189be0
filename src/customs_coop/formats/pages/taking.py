"""What the readers of tables share: the action that is being read, and rows in full width."""

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import TextLine
from customs_coop.formats.pages.grids import Kind, PlainCell, PlainRow, PlainTable
from customs_coop.formats.pages.headings import is_code
from customs_coop.formats.pages.labels import own_label
from customs_coop.formats.pages.records import Key, Record, Section

__all__ = ["ActionTaker"]


class ActionTaker:
    """Takes the actions of a table apart, row by row."""

    def __init__(self, table: PlainTable) -> None:
        self.table = table
        place = table.rows[table.header or 0].place
        self.section = Section(place=place, boxes=table.kind is Kind.BOXES)
        self.header = table.rows[table.header] if table.header is not None else None
        self.record: Record | None = None
        self.seen: set[Key] = set()  # the labels of the record, with text or without
        self.whole: Key | None = None  # the label in full width whose text is to come

    def key(self, column: Column | None, heading: str) -> Key:
        """What a label announces; its words become a heading of the section."""
        key: Key = (column, "" if column is not None else heading, 0)
        self.section.headings.setdefault(key, heading.strip(" *_:"))
        return key

    def add_line(self, row: PlainRow) -> None:
        """Keep a row that belongs to no action."""
        self.record = None
        self.whole = None
        cells = row.filled
        if len(cells) == 1:
            self.section.items += cells[0].lines
        else:
            text = "\t".join(cell.text for cell in cells)
            self.section.items.append(TextLine(text=text, place=row.place))

    def begin(self, row: PlainRow) -> Record:
        """Begin an action."""
        self.record = Record(row.place)
        self.section.items.append(self.record)
        self.seen = set()
        return self.record

    def take_whole(self, row: PlainRow, cell: PlainCell) -> None:
        """Take a cell in full width: a label with its text, the text of one, or a line."""
        if cell.lines[0].role == "note":
            self.add_line(row)
            return
        label = own_label(cell.lines, inline=True, remarks=self.header is not None)
        if label is not None and label[0] is not Column.CODE:
            column, heading, rest = label
            if column is Column.TITLE and self.header is None:
                self.begin(row)
            if self.record is not None:
                key = self.key(column, heading)
                self.record.texts.setdefault(key, []).extend(rest)
                self.seen.add(key)
                self.whole = None if rest else key
                return
        elif self.record is not None and self.whole is not None and not is_code(cell.text):
            self.record.texts.setdefault(self.whole, []).extend(cell.lines)
            return
        self.add_line(row)
