"""Questionnaires that come back as Word files: tables of labels with what people wrote beside."""

from collections.abc import Iterator, Sequence

import attrs

from customs_coop.diagnostics import Span, diagnose
from customs_coop.formats.pages.content import Grid, GridCell, GridRow, paragraphs_of
from customs_coop.formats.progress import FIGURES, Field, field_of, fields_of
from customs_coop.formats.word.reading import read_word
from customs_coop.readers.progress.rows import FilledRow, FoundRows

__all__ = ["rows_of_word"]


def rows_of_word(content: bytes, source: str) -> FoundRows:
    """The blocks of a questionnaire, and the rows of tables with headings.

    What stands above a block, such as the party in the head, holds for all blocks below it.

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
    for grid in _grids(opened.blocks):
        form.take(grid)
    return FoundRows(tuple(form.rows), tuple(told))


def _grids(blocks: Sequence[object]) -> Iterator[Grid]:
    """All tables, those inside others after them."""
    for block in blocks:
        if isinstance(block, Grid):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _grids(cell.blocks)


@attrs.define
class _Block:
    """What is said of one subject: the cells beside labels, and the rows of figures."""

    span: Span
    cells: dict[Field, str] = attrs.field(factory=dict)
    figures: list[tuple[dict[Field, str], Span]] = attrs.field(factory=list)


class _Form:
    """The tables of a document, one after the other."""

    def __init__(self, source: str) -> None:
        self.rows: list[FilledRow] = []
        self._source = source
        self._party = ""
        self._block = _Block(Span(source=source))
        self._columns: dict[int, Field] = {}

    def take(self, grid: Grid) -> None:
        """Read one table."""
        self._block = _Block(self._span(grid.place.path))
        self._columns = {}
        is_table = False
        for row in grid.rows:
            texts = [_text(cell) for cell in row.cells]
            headings = fields_of(texts)
            # Of a pair of label and words, no more than the label is the name of a column.
            headings = headings if len(texts) > 4 or 1 in headings else {}
            if headings:
                self._end_block()
                self._columns, is_table = headings, True
            elif is_table:
                if cells := self._below(texts):
                    self._give(cells, self._span(row.place.path))
            else:
                self._take_labels(row, texts)
        self._end_block()

    def _take_labels(self, row: GridRow, texts: Sequence[str]) -> None:
        """A row of a block: labels with what stands at their right, or figures."""
        span = self._span(row.place.path)
        labels = [field_of(text) for text in texts]
        if Field.VALUE in labels and sum(label in FIGURES for label in labels) > 1:
            self._columns = {
                place: label for place, label in enumerate(labels) if label in FIGURES and label
            }
        elif self._columns and labels[:1] == [None]:
            # The unit stands there already.
            if set(cells := self._below(texts)) - {Field.UNIT}:
                self._block.figures.append((cells, span))
        else:
            for place, label in list(enumerate(labels))[::2]:
                if label is Field.SUBJECT:
                    if Field.SUBJECT in self._block.cells:
                        self._end_block()
                    self._block.span, self._columns = span, {}
                if label is not None and place + 1 < len(texts):
                    self._block.cells[label] = texts[place + 1]

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
            self._party = block.cells.get(Field.PARTY, self._party)
            return
        (first, _), *further = block.figures or [({}, block.span)]
        self._give(block.cells | first, block.span)
        kept = (Field.PARTY, Field.SUBJECT, Field.DUE, Field.ON)
        same = {field: block.cells[field] for field in kept if field in block.cells}
        for cells, span in further:
            self._give(same | cells, span)

    def _give(self, cells: dict[Field, str], span: Span) -> None:
        filled = {field: text for field, text in cells.items() if text}
        if self._party:
            filled.setdefault(Field.PARTY, self._party)
        self.rows.append(FilledRow(cells=filled, span=span, table=span.path.partition(",")[0]))

    def _span(self, path: str) -> Span:
        return Span(source=self._source, path=path)


def _text(cell: GridCell) -> str:
    lines = [f"\n{line.text}" if line.gap else line.text for line in paragraphs_of(cell.blocks)]
    return "\n".join(lines).strip()
