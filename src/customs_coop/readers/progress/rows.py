"""Rows of tables that people filled in: found by their headings, in text, workbooks and Word."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from customs_coop.diagnostics import Diagnostic, Span, diagnose
from customs_coop.diagnostics.shortening import shortened
from customs_coop.formats.files.encodings import decode
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.formulas import rearmed
from customs_coop.formats.pages.content import Count
from customs_coop.formats.progress import Field, fields_of
from customs_coop.formats.workbook import read_workbook

__all__ = [
    "FilledRow",
    "FoundRows",
    "column_left_out",
    "rows_of_text",
    "rows_of_workbook",
    "without_table",
]

_HEADINGS_WITHIN: Final = 40  # rows
_MOST_COLUMNS: Final = 200
_LONGEST_TEXT: Final = 8_000_000  # characters
_REST: Final = "Long texts"
_GOES_ON: Final = re.compile(r"\n\[goes on in row ([1-9][0-9]{0,6}) of Long texts\]\Z")
_SIGNS: Final = (";", ",", "\t", "|")


@attrs.frozen(kw_only=True)
class FilledRow:
    """A row of a table, or a block of a form.

    Args:
        cells: What stands in the columns that are known; empty ones are left out.
        span: Where it stands.
        headings: The columns as the file calls them.
        places: Where single cells stand, as far as they stand elsewhere.
        table: The table, by which a row knows the one above it.
    """

    cells: Mapping[Field, str]
    span: Span
    headings: Mapping[Field, str] = attrs.field(factory=dict)
    places: Mapping[Field, Span] = attrs.field(factory=dict)
    table: str = ""

    def at(self, field: Field) -> Span:
        """The place of one of its cells."""
        span = self.places.get(field, self.span)
        return attrs.evolve(span, cell=self.headings.get(field, field.value))


@attrs.frozen
class FoundRows:
    """The rows of a file, and what is to be told of it.

    Args:
        rows: The rows.
        told: The findings.
    """

    rows: tuple[FilledRow, ...]
    told: tuple[Diagnostic, ...] = ()


@attrs.frozen
class _Line:
    """The cells of a row, with their place."""

    cells: Sequence[str]
    span: Span


def rows_of_text(content: bytes, source: str) -> FoundRows:
    """The rows of a table that was saved as text.

    Args:
        content: The bytes of the file: UTF-8, UTF-16 or Windows-1252, with commas, semicolons,
            tabs or bars between the cells.
        source: The name of the file.

    Raises:
        RefusedFileError: It is no text, or too large.
    """
    decoded = decode(content)
    text = decoded.text.removeprefix("\ufeff")
    if len(text) > _LONGEST_TEXT:
        raise RefusedFileError("CC185", f"the text has more than {_LONGEST_TEXT} characters")
    first, _, rest = text.partition("\n")
    skipped = first.strip().casefold().startswith("sep=") and len(first.strip()) == 5
    sign = first.strip()[4] if skipped else _sign_of(text)
    body = rest if skipped else text
    lines = _lines_of(body, sign, source, 1 + skipped)
    found = _tables(lines, source)
    told = [diagnose(one.code, one.message, span=Span(source=source)) for one in decoded.remarks]
    rows = [
        attrs.evolve(row, cells={field: rearmed(cell) for field, cell in row.cells.items()})
        for row in found.rows
    ]
    return FoundRows(tuple(rows), (*told, *found.told))


def _sign_of(text: str) -> str:
    """The sign between cells by which the best row of headings is found."""
    head = "\n".join(text.splitlines()[:_HEADINGS_WITHIN])
    best, known = _SIGNS[1], 0
    for sign in _SIGNS:
        try:
            rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=sign))
        except csv.Error:
            continue
        count = max((len(fields_of(row)) for row in rows[:_HEADINGS_WITHIN]), default=0)
        if count > known:
            best, known = sign, count
    return best


def _lines_of(text: str, sign: str, source: str, first: int) -> Iterator[_Line]:
    count, line = Count(), first
    number = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for cells in reader:
            for _ in cells:
                count.cell()
            if len(cells) > _MOST_COLUMNS:
                message = f"a row has more than {_MOST_COLUMNS} cells"
                raise RefusedFileError("CC185", message)
            # Cells with several lines, and the signs of a row count one less in a spreadsheet.
            path = "" if number == line else f"row {number} of the spreadsheet"
            yield _Line(cells, Span(source=source, line=line, path=path))
            line = reader.line_num + first
            number += 1
    except csv.Error as error:
        message = f"line {line} cannot be read as a row of a spreadsheet: {error}"
        raise RefusedFileError("CC185", message) from error


def rows_of_workbook(content: bytes, source: str) -> FoundRows:
    """The rows of all sheets of a workbook that are filled templates.

    Args:
        content: The bytes of an .xlsx file.
        source: The name of the file.

    Raises:
        RefusedFileError: It is damaged, hostile, protected or no workbook.
    """
    rows: list[FilledRow] = []
    told: list[Diagnostic] = []
    sheets = read_workbook(content)
    rest = {sheet.name: sheet for sheet in sheets}.get(_REST)
    parts = {} if rest is None else {line.number: line.cells for line in rest.lines}
    for sheet in sheets:
        name = f"sheet {sheet.name}"
        lines = (
            _Line(
                [_whole(cell, parts) for cell in line.cells],
                Span(source=source, path=f"{name}, row {line.number}"),
            )
            for line in sheet.lines
        )
        found = _tables(lines, source, name)
        rows += found.rows
        told += found.told if found.rows else ()
    return FoundRows(tuple(rows), tuple(told))


def _whole(cell: str, parts: Mapping[int, Sequence[str]]) -> str:
    """A text that was too long for its cell, with what stands of it in the sheet for the rest."""
    mark = _GOES_ON.search(cell)
    if mark is None or not parts:
        return cell
    row, pieces = int(mark[1]), [cell[: mark.start()]]
    first = parts.get(row, ("",))[0]
    while len(part := parts.get(row, ())) == 3 and part[:2] == (first, str(len(pieces) + 1)):
        pieces.append(part[2])
        row += 1
    return "".join(pieces)


def _tables(lines: Iterable[_Line], source: str, name: str = "") -> FoundRows:
    """The rows below each row of headings."""
    rows: list[FilledRow] = []
    fields: dict[int, Field] = {}
    headings: Sequence[str] = ()
    unknown: dict[str, list[_Line]] = {}
    for number, line in enumerate(lines):
        found = fields_of(line.cells, exactly=bool(fields) or number > _HEADINGS_WITHIN)
        # A report may say "Date", but no row of reports has the name of a column in most cells.
        if found and (not fields or 2 * len(found) > sum(map(bool, map(str.strip, line.cells)))):
            fields, headings = found, line.cells
            continue
        if not fields:
            continue
        cells = {
            field: text
            for place, field in fields.items()
            if place < len(line.cells) and (text := _clean(line.cells[place]))
        }
        for place, cell in enumerate(line.cells):
            if place not in fields and cell.strip():
                heading = headings[place].strip() if place < len(headings) else ""
                unknown.setdefault(heading, []).append(line)
        if cells:
            # What stands in brackets explains how to fill it.
            named = {
                field: shortened(headings[place].partition(" (")[0].strip(), 40)
                for place, field in fields.items()
            }
            table = f"{source} {name}"
            rows.append(FilledRow(cells=cells, span=line.span, headings=named, table=table))
    told = [column_left_out(name, [one.span for one in found]) for name, found in unknown.items()]
    return FoundRows(tuple(rows), tuple(told))


def column_left_out(heading: str, spans: Sequence[Span]) -> Diagnostic:
    """The finding for a column that is none of a template.

    Args:
        heading: Its heading, or empty.
        spans: The places of its cells in which something stands.
    """
    named = f'the column "{shortened(heading, 40)}"' if heading else "a column without a heading"
    more = f", and {len(spans) - 1} more rows" if len(spans) > 1 else ""
    message = f"{named} is none of a template; what stands there is left out{more}"
    return diagnose("CC845", message, span=attrs.evolve(spans[0], cell=heading))


def _clean(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def without_table(source: str) -> Diagnostic:
    """The finding for a file without a table of progress.

    Args:
        source: The name of the file.
    """
    named = ", ".join(f'"{field.value}"' for field in (Field.SUBJECT, Field.ON, Field.STATUS))
    message = f"no row of headings was found that names what is reported on, such as {named}"
    return diagnose("CC840", message, span=Span(source=source))
