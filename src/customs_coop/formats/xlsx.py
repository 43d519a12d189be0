"""Workbooks for spreadsheets: sheets of texts, days and figures, in which nothing is a formula."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.row_heights import height_of, unfixed

__all__ = [
    "LONGEST_TEXT",
    "SheetColumn",
    "SheetRow",
    "SheetValue",
    "WorkSheet",
    "split_long",
    "workbook_bytes",
]

LONGEST_TEXT: Final = 32_767
"""How many UTF-16 units a cell of Excel can hold."""

SheetValue: TypeAlias = str | int | Decimal | dt.date | None
"""What a cell holds; None leaves it empty."""

# Before it, Excel counts a day that never was, so that programs disagree on the day.
_FIRST_DAY: Final = dt.date(1900, 3, 1)
# As many digits as a cell keeps of a number.
_DIGITS: Final = 15
_MOST_ROWS: Final = 1_048_576
_LONGEST_TITLE: Final = 255
_GREY: Final = "D9D9D9"
# Rows below ours in which people still find the lists to choose from.
_SPARE: Final = 500
# What would be a formula once somebody edits the cell, and the apostrophe that editing takes away.
_READ_AGAIN: Final = re.compile(r"[\s\u200b-\u200f\ufeff]{0,99}[=+\-@'\uff1d\uff0b\uff0d\uff20]")


@attrs.frozen
class SheetColumn:
    """One column.

    Args:
        heading: The words above it.
        width: Its width in characters.
        as_text: Whether a spreadsheet is to leave what people type there as they type it, as
            codes such as "5.10".
        is_filled: Whether people are to fill it, so that its heading stands out, and rows that
            they add look like ours.
        choices: The words to choose from, 255 characters together; others can be typed, too.
    """

    heading: str
    width: int
    as_text: bool = attrs.field(default=False, kw_only=True)
    is_filled: bool = attrs.field(default=False, kw_only=True)
    choices: tuple[str, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class SheetRow:
    """One row.

    Args:
        cells: A value for each column.
        greyed: Whether nothing remains to be done, so that the row is grey.
        fills: The colours of the grounds of the cells, as six hexadecimal figures, "" for none;
            empty where no cell has any.
    """

    cells: tuple[SheetValue, ...]
    greyed: bool = attrs.field(default=False, kw_only=True)
    fills: tuple[str, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen(kw_only=True)
class WorkSheet:
    """One sheet.

    Args:
        name: Its name, as it stands on the tab.
        columns: Its columns.
        rows: Its rows, without the headings.
        frozen: How many columns at the left stay in sight.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    frozen: int = 0


def split_long(text: str, most: int) -> tuple[str, ...]:
    """Cut a text into parts that a cell can hold; put together they are the text.

    Args:
        text: The text.
        most: How many UTF-16 units a part can have, at least 2.

    Example:
        >>> split_long("seal broken", 4)
        ('seal', ' bro', 'ken')
    """
    # No character has more than two units.
    if 2 * len(text) <= most or _units(text) <= most:
        return (text,)
    parts: list[str] = []
    start = taken = 0
    for place, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if taken + size > most:
            parts.append(text[start:place])
            start, taken = place, 0
        taken += size
    return (*parts, text[start:])


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def workbook_bytes(
    sheets: Sequence[WorkSheet],
    *,
    title: str,
    day: dt.date,
    rest: WorkSheet,
    continued: str,
    plainer: str,
) -> bytes:
    """Write a workbook; the same sheets give the same bytes.

    Every sheet has a row of headings that stays in sight, and a filter. A text is written as a
    text, also where it begins with an equals sign, and stays one when somebody edits its cell.
    Characters that no XML holds become U+FFFD. A text that is too long for a cell goes on in a
    sheet of its own. Rows are as high as their texts need. A day before March 1900 is written as a
    text, such as "1899-12-31".

    Args:
        sheets: The sheets, in order.
        title: The title, for the properties of the file.
        day: The day for its properties.
        rest: The sheet for what is too long, with its three columns and no rows yet: cell, part
            and text. It is written where something stands in it.
        continued: What stands at the end of a cell that goes on there, with `{row}`.
        plainer: The name of a format for the same, which is written without any library.

    Raises:
        ExportOptionError: The library that writes workbooks is not there.
        InvalidValueError: A sheet has more rows than a workbook can hold.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # it ships no py.typed
    except ImportError as cause:
        raise ExportOptionError(
            "a workbook needs the library xlsxwriter, which is not there; install it with:"
            f' pip install "customs-coop[xlsx]". The format {plainer} needs nothing'
        ) from cause
    content = io.BytesIO()
    # In memory, the parts of the archive bear a fixed time.
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties(
        {
            "title": replace_illegal(title)[:_LONGEST_TITLE],
            "created": dt.datetime.combine(day, dt.time()),
        }
    )
    writer = _Writer(workbook=workbook, continued=continued)
    for sheet in sheets:
        writer.write(sheet)
    if writer.rest:
        writer.write(attrs.evolve(rest, rows=tuple(writer.rest)))
    workbook.close()
    return unfixed(content.getvalue())


@attrs.define(kw_only=True)
class _Writer:
    """Writes sheets into a workbook, and keeps the formats and what was too long."""

    workbook: Any  # Any: the library has no types
    continued: str
    rest: list[SheetRow] = attrs.field(factory=list)
    formats: dict[tuple[object, ...], Any] = attrs.field(factory=dict)  # Any: as above

    def write(self, sheet: WorkSheet) -> None:
        if len(sheet.rows) >= _MOST_ROWS:
            raise InvalidValueError(
                f"a workbook holds {_MOST_ROWS:,} rows a sheet, and {sheet.name} would have"
                f" {len(sheet.rows) + 1:,}"
            )
        page = self.workbook.add_worksheet(sheet.name)
        page.freeze_panes(1, sheet.frozen)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        last = len(sheet.columns) - 1
        page.autofilter(0, 0, len(sheet.rows), last)
        # Codes look like numbers, and are none.
        page.ignore_errors({"number_stored_as_text": f"A1:XFD{_MOST_ROWS}"})
        widths = [column.width for column in sheet.columns]
        for place, column in enumerate(sheet.columns):
            kind = "filled" if column.is_filled else "heading"
            look = self._format("code" if column.as_text else "text") if column.is_filled else None
            page.set_column(place, place, column.width, look)
            page.write_string(0, place, _clean(column.heading), self._format(kind))
            if column.choices:
                page.data_validation(1, place, len(sheet.rows) + _SPARE, place, _list(column))
        _fit(page, 0, [(column.heading, column.width) for column in sheet.columns])
        for number, row in enumerate(sheet.rows, start=1):
            _fit(page, number, zip(map(_shown, row.cells), widths, strict=True))
            grounds = row.fills or (_GREY * row.greyed,) * len(row.cells)
            for place, (value, ground) in enumerate(zip(row.cells, grounds, strict=True)):
                self._write_cell(page, sheet, (number, place), value, ground=ground)

    # Any: a sheet of the library, which has no types.
    def _write_cell(
        self,
        page: Any,  # noqa: ANN401 - see above
        sheet: WorkSheet,
        place: tuple[int, int],
        value: SheetValue,
        *,
        ground: str,
    ) -> None:
        column = sheet.columns[place[1]]
        as_text = column.as_text
        if isinstance(value, dt.date) and value >= _FIRST_DAY:
            page.write_datetime(*place, value, self._format("day", ground=ground))
        elif isinstance(value, int | Decimal) and _fits(Decimal(value)):
            page.write_number(*place, float(value), self._format("figure", ground=ground))
        elif value is None or value == "":
            kind = "code" if as_text and column.is_filled else "text"
            page.write_blank(*place, None, self._format(kind, ground=ground))
        else:
            text = self._shortened(_clean(str(value)), _address(sheet.name, *place))
            quoted = _READ_AGAIN.match(text) is not None
            kind = "code" if as_text else "text"
            page.write_string(*place, text, self._format(kind, ground=ground, quoted=quoted))

    def _shortened(self, text: str, cell: str) -> str:
        """What stands in the cell; the rest goes to the sheet for what is too long."""
        if len(split_long(text, LONGEST_TEXT)) == 1:
            return text
        marker = f"\n{self.continued.format(row=len(self.rest) + 2)}"
        first, *others = split_long(text, LONGEST_TEXT - len(marker))
        self.rest += [SheetRow((cell, number, part)) for number, part in enumerate(others, start=2)]
        return f"{first}{marker}"

    # Any: a format of the library, which has no types.
    def _format(self, kind: str, *, ground: str = "", quoted: bool = False) -> Any:  # noqa: ANN401 - see above
        key = (kind, ground, quoted)
        if key not in self.formats:
            wanted: dict[str, object] = {"text_wrap": True, "valign": "top"}
            wanted |= {"bg_color": f"#{ground}"} if ground else {}
            # A ground hides the lines between the cells; a row that is grey shows that it is one.
            wanted |= {"border": 1, "border_color": "#A6A6A6"} if ground not in ("", _GREY) else {}
            wanted |= {"quote_prefix": True} if quoted else {}
            wanted |= _KINDS[kind]
            self.formats[key] = self.workbook.add_format(wanted)
        return self.formats[key]


def _fit(page: Any, number: int, cells: Iterable[tuple[str, int]]) -> None:  # noqa: ANN401 - as above
    """Make a row as high as its texts need."""
    height = height_of(cells)
    if height is not None:
        page.set_row(number, height)


def _shown(value: SheetValue) -> str:
    return value if isinstance(value, str) else ""


_KINDS: Final[dict[str, dict[str, object]]] = {
    "heading": {"bold": True, "bottom": 1},
    "filled": {"bold": True, "bottom": 1, "bg_color": "#FFF2CC"},
    "text": {},
    "code": {"num_format": "@"},
    "figure": {},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
}


def _list(column: SheetColumn) -> dict[str, object]:
    """The words to choose from; a spreadsheet only asks back where others are typed."""
    return {
        "validate": "list",
        "source": list(column.choices),
        "error_type": "warning",
        "error_title": column.heading,
        "error_message": "This is none of the words to choose from.",
    }


def _fits(value: Decimal) -> bool:
    """Whether a cell keeps all digits of a number."""
    return (
        value.is_finite() and len(value.as_tuple().digits) <= _DIGITS and abs(value) < 10**_DIGITS
    )


def _clean(text: str) -> str:
    # A bare return would be written as "_x000D_", and some programs show that.
    return replace_illegal(text.replace("\r\n", "\n").replace("\r", "\n"))


def _address(sheet: str, row: int, column: int) -> str:
    """The name of a cell, such as "'Work areas'!C5"."""
    name = sheet.replace("'", "''")
    return f"'{name}'!{''.join(_letters(column))}{row + 1}"


def _letters(column: int) -> Iterator[str]:
    if column >= 26:
        yield from _letters(column // 26 - 1)
    yield chr(ord("A") + column % 26)
