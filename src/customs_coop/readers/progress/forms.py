"""Questionnaires that come back as Word files: tables of labels with what people wrote beside."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from customs_coop.diagnostics import Span, diagnose
from customs_coop.formats.files.archives import Archive
from customs_coop.formats.pages.content import Grid, GridCell, GridRow, Labels, paragraphs_of
from customs_coop.formats.progress import FIGURES, Field, field_of, fields_of
from customs_coop.formats.word.notes import read_notes
from customs_coop.formats.word.reading import read_word
from customs_coop.readers.progress.rows import FilledRow, FoundRows, column_left_out
from customs_coop.readers.progress.strays import Strays

__all__ = ["rows_of_word"]

_COMMENTS: Final = "word/comments.xml"


def rows_of_word(content: bytes, source: str) -> FoundRows:
    """The blocks of a questionnaire, and the rows of tables with headings.

    What stands above a block, such as the party in the head, holds for all blocks below it. Words
    that stand where nothing is read are told.

    Args:
        content: The bytes of a .docx file; its tracked changes are read as accepted.
        source: The name of the file.

    Raises:
        RefusedFileError: It is damaged, hostile, protected or no Word file.
    """
    opened = read_word(content)
    told = [
        diagnose(
            one.code,
            one.message,
            span=Span(source=source, path="" if one.place is None else one.place.path),
        )
        for one in opened.remarks
    ]
    form = _Form(source)
    for block in opened.blocks:
        if isinstance(block, Grid):
            form.take(block)
            for grid in _inner_grids(block):
                form.take(grid, is_inner=True)
        elif isinstance(block, Labels):
            for label, text, place in block.pairs:
                form.strays.paragraph(f"{label} {text}", place.path)
        else:
            form.strays.paragraph(block.text, block.place.path)
    for text in _comments(content):
        form.strays.comment(text)
    # Of what is no form at all, that is told and nothing else.
    lost = form.strays.told() if form.rows else ()
    return FoundRows(tuple(form.rows), (*told, *lost))


def _comments(content: bytes) -> Iterator[str]:
    """The words of the comments in the margin."""
    archive = Archive(content)
    if _COMMENTS in archive:
        for lines in read_notes(archive.read(_COMMENTS), "comment", "accept").texts.values():
            yield " ".join(line.text for line in lines)


def _inner_grids(grid: Grid) -> Iterator[Grid]:
    """All tables inside another one."""
    for row in grid.rows:
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Grid):
                    yield block
                    yield from _inner_grids(block)


@attrs.define
class _Block:
    """What is said of one subject: the cells beside labels, and the rows of figures."""

    span: Span
    cells: dict[Field, str] = attrs.field(factory=dict)
    places: dict[Field, Span] = attrs.field(factory=dict)
    figures: list[tuple[dict[Field, str], Span]] = attrs.field(factory=list)


class _Form:
    """The tables of a document, one after the other."""

    def __init__(self, source: str) -> None:
        self.rows: list[FilledRow] = []
        self.strays = Strays(source)
        self._source = source
        self._head: dict[Field, str] = {}
        self._block = _Block(Span(source=source))
        self._columns: dict[int, Field] = {}

    def take(self, grid: Grid, *, is_inner: bool = False) -> None:
        """Read one table.

        Args:
            grid: The table.
            is_inner: Whether it stands in a cell, with which its words are read already.
        """
        self._block = _Block(self._span(grid.place.path))
        self._columns = {}
        is_table = False
        strays = Strays(self._source) if is_inner else self.strays
        headings: Sequence[str] = ()
        unknown: dict[str, list[Span]] = {}
        for row in grid.rows:
            texts = [_text(cell) for cell in row.cells]
            found = fields_of(texts)
            # Of a pair of label and words, no more than the label is the name of a column.
            found = found if len(texts) > 4 or 1 in found else {}
            span = self._span(row.place.path)
            if found:
                self._end_block()
                self._columns, is_table, headings = found, True, texts
            elif is_table:
                for place in self._beyond(row):
                    heading = headings[place] if place < len(headings) else ""
                    unknown.setdefault(heading, []).append(span)
                if cells := self._below(texts):
                    self._give(cells, span)
            else:
                self._take_labels(row, texts, strays)
        self._end_block()
        for heading, spans in unknown.items():
            strays.add(column_left_out(heading, spans))

    def _take_labels(self, row: GridRow, texts: Sequence[str], strays: Strays) -> None:
        """A row of a block: labels with what stands at their right, or figures."""
        span = self._span(row.place.path)
        labels = [field_of(text) for text in texts]
        if Field.VALUE in labels and sum(label in FIGURES for label in labels) > 1:
            self._columns = {
                place: label for place, label in enumerate(labels) if label in FIGURES and label
            }
        elif self._columns and labels[:1] == [None]:
            for place in self._beyond(row):
                strays.cell(_own_text(row.cells[place]), span)
            # The unit stands there already.
            if set(cells := self._below(texts)) - {Field.UNIT}:
                self._block.figures.append((cells, span))
        else:
            for place, label in list(enumerate(labels))[::2]:
                self._take_pair(label, row.cells[place : place + 2], span, strays)

    def _take_pair(
        self, label: Field | None, pair: Sequence[GridCell], span: Span, strays: Strays
    ) -> None:
        """A label with the cell at its right, where there is one."""
        if label is None:
            strays.beside(*map(_own_text, pair), span=span)
            return
        if label is Field.SUBJECT:
            if Field.SUBJECT in self._block.cells:
                self._end_block()
            self._block.span, self._columns = span, {}
        strays.label(_text(pair[0]), span)
        if len(pair) == 1:
            return
        if self._block.cells.get(label):
            # Of two alike the first one counts.
            strays.cell(_own_text(pair[1]), span)
        else:
            self._block.cells[label] = _text(pair[1])
            self._block.places[label] = span

    def _beyond(self, row: GridRow) -> Iterator[int]:
        """The cells of a row below no heading that is known, in which something stands."""
        for place, cell in enumerate(row.cells):
            if place not in self._columns and not cell.above and _own_text(cell):
                yield place

    def _below(self, texts: Sequence[str]) -> dict[Field, str]:
        """The cells of a row below headings."""
        return {
            field: texts[place]
            for place, field in self._columns.items()
            if place < len(texts) and texts[place]
        }

    def _end_block(self) -> None:
        block, self._block = self._block, _Block(self._block.span)
        if Field.SUBJECT not in block.cells:
            # The head of a questionnaire, whose party holds for all that follows.
            if block.cells.get(Field.PARTY) or block.cells.get(Field.PARTY_NAME):
                head = (Field.PARTY, Field.PARTY_NAME)
                self._head = {field: block.cells.get(field, "") for field in head}
            return
        (first, span), *further = block.figures or [({}, block.span)]
        places = block.places | dict.fromkeys(first, span)
        # The value that is missing belongs into the row of what stands there.
        places |= dict.fromkeys(FIGURES, span) if first else {}
        self._give(block.cells | first, block.span, places)
        kept = (Field.PARTY, Field.SUBJECT, Field.DUE, Field.ON)
        same = {field: block.cells[field] for field in kept if field in block.cells}
        for cells, other in further:
            self._give(same | cells, other, {})

    def _give(
        self, cells: dict[Field, str], span: Span, places: dict[Field, Span] | None = None
    ) -> None:
        filled = {field: text for field, text in cells.items() if text}
        if Field.PARTY not in filled and Field.PARTY_NAME not in filled:
            filled |= {field: text for field, text in self._head.items() if text}
        table = span.path.partition(",")[0]
        self.rows.append(FilledRow(cells=filled, span=span, places=places or {}, table=table))

    def _span(self, path: str) -> Span:
        return Span(source=self._source, path=path)


def _text(cell: GridCell) -> str:
    lines = [f"\n{line.text}" if line.gap else line.text for line in paragraphs_of(cell.blocks)]
    return "\n".join(lines).strip()


def _own_text(cell: GridCell) -> str:
    """The words of a cell without those of tables in it, which are looked at themselves."""
    blocks = tuple(block for block in cell.blocks if not isinstance(block, Grid))
    return " ".join(line.text for line in paragraphs_of(blocks) if line.text.strip())
