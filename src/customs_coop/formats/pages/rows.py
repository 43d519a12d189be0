"""Rows of a table as lines with tabs, and boxes as labels with their texts."""

import re

import attrs

from customs_coop.formats.columns import Column
from customs_coop.formats.pages.content import Place, Remark, TextLine
from customs_coop.formats.pages.grids import (
    Kind,
    PlainCell,
    PlainRow,
    PlainTable,
    label_of,
)
from customs_coop.formats.pages.writer import TextWriter

__all__ = ["write_boxes", "write_rows"]

_SPLIT = re.compile(
    r"(?P<code>[\[(]?[A-Za-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}[a-z]?[\])]?)[.:]?\s{1,8}"
    r"(?P<rest>\S.*)"
)
_BARE = re.compile(r"[\[(]?(?:[A-Za-z]{1,2}[.\s-]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?[\])]?\.?")
_LABELLED = re.compile(r"(?P<label>References|Funding):\s{1,4}(?=\S)")
_OBJECTIVE = re.compile(r"\((?P<code>[A-Za-z0-9.]{1,6})\)\s{1,4}\S.*")
_CODE_HEADING = "Code"


@attrs.define
class _Action:
    """A row that later rows may add to."""

    place: Place
    cells: dict[int, list[TextLine]]
    boxes: dict[Column, list[TextLine]] = attrs.Factory(dict)


class _Rows:
    """Writes a table with a row of headings."""

    def __init__(self, writer: TextWriter, table: PlainTable) -> None:
        self.writer = writer
        self.table = table
        self.columns = table.columns
        self.split = Column.CODE not in self.columns  # the code stands with the title
        self.title = self.columns.index(Column.TITLE)
        self.key = self.title if self.split else self.columns.index(Column.CODE)
        self.header = [cell.text for cell in table.rows[table.header or 0].filled]
        self.boxes = self._boxes()
        self.labelled = self._labelled()
        self.objectives = self._objectives()
        self.action: _Action | None = None
        self.above: dict[int, PlainCell] = {}
        self.merged: Place | None = None

    def write(self) -> None:
        table, header = self.table, self.table.header or 0
        for row in table.rows[:header]:
            _write_plain(self.writer, row)
        for line in self.objectives.values():
            self.writer.line(line)
        if self.objectives:
            self.writer.blank()
        self._write_header(table.rows[header])
        repeated = False
        for row in table.rows[header + 1 :]:
            # On a new page the headings come again, with the row that counts the columns.
            repeated = self._repeats_header(row) or (repeated and _counts_columns(row))
            if not repeated:
                self._take(row)
        self._flush()
        if self.merged is not None:
            message = "merged cells: their text counts for each row, and for their first column"
            self.writer.remarks.append(Remark("CC189", message, self.merged))

    def _boxes(self) -> dict[Column, str]:
        """The labels of what stands in full width below rows."""
        found: dict[Column, str] = {}
        for row in self.table.rows[(self.table.header or 0) + 1 :]:
            column, heading = self._box(row)
            if column is not None:
                found.setdefault(column, heading)
        return found

    def _labelled(self) -> tuple[str, ...]:
        """The labels of further paragraphs below titles, as our own tables print them."""
        found = {
            match["label"]: None
            for row in self.table.rows[(self.table.header or 0) + 1 :]
            if (cell := row.at(self.title)) is not None
            for line in cell.lines[1:]
            if (match := _LABELLED.match(line.text))
        }
        return tuple(found)

    def _objectives(self) -> dict[str, TextLine]:
        """The objectives by code, where the cells print both and mean the strategy's numbers.

        Numbers that begin with 1 in every cell may count the lines of that cell only.
        """
        if Column.OBJECTIVES not in self.columns:
            return {}
        place = self.columns.index(Column.OBJECTIVES)
        found: dict[str, TextLine] = {}
        counted = True
        for row in self.table.rows[(self.table.header or 0) + 1 :]:
            cell = row.at(place)
            if cell is None or self._whole(row) is not None or self._repeats_header(row):
                continue
            matches = [_OBJECTIVE.fullmatch(line.text) for line in cell.lines]
            codes = [match["code"] for match in matches if match]
            if len(codes) != len(matches):
                continue  # other words, which stay as they are
            for code, line in zip(codes, cell.lines, strict=True):
                if found.setdefault(code, line).text != line.text:
                    return {}
            counted = counted and codes == [str(n) for n in range(1, len(codes) + 1)]
        return {} if counted else dict(sorted(found.items()))

    def _box(self, row: PlainRow) -> tuple[Column | None, str]:
        cell = self._whole(row)
        if cell is None:
            return None, ""
        heading = cell.lines[0].text.strip(" :")
        column = label_of(heading)
        return (column, heading) if column not in self.columns else (None, "")

    def _whole(self, row: PlainRow) -> PlainCell | None:
        """The only cell of a row, where it is as wide as the table."""
        filled = row.filled
        if len(filled) != 1 or len(row.cells) != 1:
            return None
        whole = filled[0].column == 0 and filled[0].span >= max(2, self.table.width - 1)
        return filled[0] if whole else None

    def _repeats_header(self, row: PlainRow) -> bool:
        return [cell.text for cell in row.filled] == self.header

    def _write_header(self, row: PlainRow) -> None:
        headings = list(self.table.headings)
        if self.split:
            headings.insert(0, _CODE_HEADING)
        headings += (*self.boxes.values(), *self.labelled)
        self.writer.piece("", row.place)
        for number, heading in enumerate(headings):
            self.writer.raw("\t" if number else "")
            self.writer.cell((TextLine(text=heading, place=row.place),))
        self.writer.raw("\n")

    def _take(self, row: PlainRow) -> None:
        whole = self._whole(row)
        if whole is not None:
            column, _ = self._box(row)
            if column is not None and self.action is not None:
                self.action.boxes.setdefault(column, []).extend(whole.lines[1:])
                return
            self._flush()
            for line in whole.lines:
                self.writer.line(line)
            return
        key = row.at(self.key)
        if key is not None and key.above and self.action is not None:
            for cell in row.filled:
                self.action.cells.setdefault(cell.column, []).extend(cell.lines)
            self.merged = self.merged or row.place
            return
        self._flush()
        self.action = _Action(row.place, {})
        for cell in row.cells:
            held = cell
            if cell.above:
                held = self.above.get(cell.column, cell)
                self.merged = self.merged or cell.place
            elif cell.lines:
                self.above[cell.column] = cell
                if cell.span > 1:
                    self.merged = self.merged or cell.place
            self.action.cells[cell.column] = list(held.lines)

    def _flush(self) -> None:
        if self.action is None:
            return
        cells = [tuple(self.action.cells.get(n, ())) for n in range(self.table.width)]
        title, below = _without_labelled(cells[self.title])
        cells[self.title] = title
        if self.objectives:
            place = self.columns.index(Column.OBJECTIVES)
            cells[place] = _codes_alone(cells[place])
        if Column.CONCERNED in self.columns:
            place = self.columns.index(Column.CONCERNED)
            cells[place] = _listed(cells[place])
        if self.split:
            cells.insert(0, ())
            cells[0], cells[self.title + 1] = _code_and_title(cells[self.title + 1])
        cells += [tuple(self.action.boxes.get(column, ())) for column in self.boxes]
        cells += [tuple(below.get(label, ())) for label in self.labelled]
        self.writer.piece("", self.action.place)
        for number, lines in enumerate(cells):
            self.writer.raw("\t" if number else "")
            self.writer.cell(lines)
        self.writer.raw("\n")
        self.action = None


def _counts_columns(row: PlainRow) -> bool:
    texts = [cell.text.strip("() .") for cell in row.filled]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _codes_alone(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Objectives by their codes, where each line begins with one."""
    matches = [_OBJECTIVE.fullmatch(line.text) for line in lines]
    return tuple(
        attrs.evolve(line, text=match["code"] if match and all(matches) else line.text)
        for line, match in zip(lines, matches, strict=True)
    )


def _without_labelled(
    lines: tuple[TextLine, ...],
) -> tuple[tuple[TextLine, ...], dict[str, list[TextLine]]]:
    """The title, and what stands below it with a label of its own."""
    title: list[TextLine] = []
    below: dict[str, list[TextLine]] = {}
    for number, line in enumerate(lines):
        match = _LABELLED.match(line.text) if number else None
        if match is None:
            title.append(line)
        else:
            words = attrs.evolve(line, text=line.text[match.end() :])
            below.setdefault(match["label"], []).append(words)
    return tuple(title), below


def _listed(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """Parties that have a paragraph each, with the bullets of a list."""
    if len(lines) < 2 or any(line.text[-1:] in ",;" or line.text[0] in "-–—•" for line in lines):
        return lines
    return tuple(attrs.evolve(line, text=f"• {line.text}", role="") for line in lines)


def _code_and_title(
    lines: tuple[TextLine, ...],
) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    if not lines:
        return (), ()
    first, rest = lines[0], lines[1:]
    if _BARE.fullmatch(first.text):
        return (first,), rest
    match = _SPLIT.fullmatch(first.text)
    if match is None:
        return (), lines
    title = attrs.evolve(first, text=match["rest"])
    return (attrs.evolve(first, text=match["code"]),), (title, *rest)


def _write_plain(writer: TextWriter, row: PlainRow) -> None:
    writer.piece("", row.place)
    column = 0
    for cell in row.filled:
        writer.raw("\t" * (cell.column - column))
        column = cell.column
        writer.cell(cell.lines)
    writer.raw("\n")


def write_rows(writer: TextWriter, table: PlainTable) -> None:
    """Write a table as lines with tabs.

    Headings are one line, what stands in full width below a row becomes a further column of it,
    and a row whose code is merged with that above adds to it.

    Args:
        writer: The text.
        table: The table.
    """
    if table.header is not None:
        _Rows(writer, table).write()
        return
    for row in table.rows:
        _write_plain(writer, row)


def write_boxes(writer: TextWriter, table: PlainTable) -> None:
    """Write boxes as a flow: each label on a line, and its text below it.

    Args:
        writer: The text.
        table: A table of labels and texts.
    """
    assert table.kind is Kind.BOXES  # noqa: S101 - only these have labels
    box: list[tuple[Column, TextLine, tuple[TextLine, ...]]] = []
    labels: dict[int, tuple[Column, TextLine]] = {}
    for row in table.rows:
        found = _labels(row)
        if found is not None:
            labels = found
            continue
        parts = list(_parts(row, labels))
        if any(column is Column.TITLE for column, _, _ in parts):
            _write_box(writer, box)
            box = []
        box += parts
    _write_box(writer, box)


def _labels(row: PlainRow) -> dict[int, tuple[Column, TextLine]] | None:
    """The labels by column, where a row holds nothing else."""
    found: dict[int, tuple[Column, TextLine]] = {}
    for cell in row.filled:
        column = label_of(cell.text)
        if column is None:
            return None
        heading = attrs.evolve(cell.lines[0], text=cell.text)
        for place in range(cell.column, cell.column + min(cell.span, 64)):
            found[place] = (column, heading)
    return found


def _parts(
    row: PlainRow, labels: dict[int, tuple[Column, TextLine]]
) -> list[tuple[Column, TextLine, tuple[TextLine, ...]]]:
    """Which label each text of a row belongs to: its own, that beside it, or that above it."""
    found: list[tuple[Column, TextLine, tuple[TextLine, ...]]] = []
    beside: tuple[Column, TextLine] | None = None
    for cell in row.filled:
        label, rest = cell.lines[0], cell.lines[1:]
        own = label_of(label.text)
        if own is not None and rest:
            found.append((own, label, rest))
        elif own is not None:
            beside = (own, label)
        elif beside is not None:
            found.append((*beside, cell.lines))
            beside = None
        elif cell.column in labels:
            found.append((*labels[cell.column], cell.lines))
        else:
            above = TextLine(text="", place=cell.place)
            found.append((found[-1][0] if found else Column.TITLE, above, cell.lines))
    return found


def _write_box(
    writer: TextWriter, box: list[tuple[Column, TextLine, tuple[TextLine, ...]]]
) -> None:
    # The title begins a box, wherever its column stands.
    for column, label, lines in sorted(box, key=lambda part: part[0] is not Column.TITLE):
        if label.text:
            text = label.text.strip(" :")
            writer.line(attrs.evolve(label, text=text[:1].upper() + text[1:]))
            writer.blank()
        for line in lines:
            writer.line(line)
            if column is Column.TERMS_OF_REFERENCE:
                writer.blank()
        writer.blank()
