"""Workbooks of spreadsheets (.xlsx) as sheets of texts: what stands in the cells, no formulas.

The parts are walked by events and with bounds, as those of Word files are. What a cell shows
depends on its format only where it is a day: numbers come as they are stored.
"""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping
from typing import Final

import attrs

from customs_coop.formats.files.archives import Archive
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.pages.content import Count
from customs_coop.formats.word.parts import walk

__all__ = ["Sheet", "SheetLine", "read_workbook"]

_MOST_COLUMNS: Final = 200
_MOST_SHEETS: Final = 100
_MOST_MERGED: Final = 10_000
_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})")
# What is no sign of a format: quoted words, colours and conditions, what stands behind a stroke.
_QUOTED: Final = re.compile(r"\"[^\"]{0,255}\"|\[[^\]]{0,255}\]|\\.|_.|\*.")
_DAYS: Final = frozenset((14, 15, 16, 22, *range(27, 37), *range(50, 59)))
_MONTHS: Final = frozenset((17,))
_UNIX_1900: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - days of a spreadsheet have no zone
_UNIX_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - the same
_LAST_SERIAL: Final = 2_958_465  # the last day of the year 9999
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@attrs.frozen
class SheetLine:
    """One row.

    Args:
        number: Its number in the sheet, from 1.
        cells: The texts of its cells, from column A on; a day is "2008-05-03", and a day of which
            only the month is shown "2008-05".
    """

    number: int
    cells: tuple[str, ...]


@attrs.frozen
class Sheet:
    """One sheet with the rows in which something stands.

    Args:
        name: The name on its tab.
        lines: Its rows; a cell that covers several rows stands in each of them.
    """

    name: str
    lines: tuple[SheetLine, ...]


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a workbook.

    Args:
        content: The bytes of an .xlsx file.

    Returns:
        The sheets in their order.

    Raises:
        RefusedFileError: The file is damaged, hostile, protected or no workbook.
    """
    archive = Archive(content)
    if "xl/workbook.xml" not in archive:
        kind = "an OpenDocument file" if "mimetype" in archive else "an archive without a workbook"
        raise RefusedFileError("CC184", f"this is {kind}; save it as XLSX or CSV")
    book = _Book()
    _walk(archive.read("xl/workbook.xml"), "workbook", book)
    targets = _Targets()
    if "xl/_rels/workbook.xml.rels" in archive:
        _walk(archive.read("xl/_rels/workbook.xml.rels"), "workbook relations", targets)
    texts, styles, count = _Texts(), _Styles(), Count()
    for name, handler in (("xl/sharedStrings.xml", texts), ("xl/styles.xml", styles)):
        if name in archive:
            _walk(archive.read(name), name, handler)
    sheets: list[Sheet] = []
    for name, relation in book.sheets[:_MOST_SHEETS]:
        path = targets.paths.get(relation, "")
        if path in archive and "/worksheets/" in f"/{path}":
            cells = _Cells(texts.found, styles, count, base=book.base)
            _walk(archive.read(path), path, cells)
            sheets.append(Sheet(name, cells.lines()))
    return tuple(sheets)


def _walk(content: bytes, part: str, handler: "_Handler") -> None:
    walk(content, part, handler, name_of=lambda name: name.rpartition("\n")[2])


class _Handler:
    """What is told of nothing; each handler takes what it needs."""

    def start(self, _name: str, _values: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, _name: str) -> None:
        """It ends."""

    def text(self, _text: str) -> None:
        """Text inside an element."""


class _Book(_Handler):
    """The names of the sheets with their relations, and the day on which days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.base = _UNIX_1900

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "sheet":
            self.sheets.append((values.get("name", ""), values.get("id", "")))
        elif name == "workbookPr" and values.get("date1904", "0") in ("1", "true"):
            self.base = _UNIX_1904


class _Targets(_Handler):
    """Where the relations of the workbook lead."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "Relationship" and values.get("TargetMode", "Internal") == "Internal":
            path = posixpath.normpath(posixpath.join("/xl", values.get("Target", "")))
            self.paths[values.get("Id", "")] = path.lstrip("/")


class _Texts(_Handler):
    """The texts that cells share, without the readings of East Asian words."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._within: list[str] = []

    def start(self, name: str, _values: Mapping[str, str]) -> None:
        self._within.append(name)
        if name == "si":
            self._pieces = []

    def end(self, name: str) -> None:
        self._within.pop()
        if name == "si":
            self.found.append(_unescaped("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._within[-1:] == ["t"] and "rPh" not in self._within:
            self._pieces.append(text)


class _Styles(_Handler):
    """Which formats of cells show days, and which of them only months."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._in_cells = False

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._codes[values.get("numFmtId", "")] = values.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._formats.append(values.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def shows(self, style: str) -> str:
        """What a format shows of a number: "day", "month", or nothing of either."""
        place = int(style[:6]) if style.isdecimal() else 0
        identity = self._formats[place] if place < len(self._formats) else "0"
        code = self._codes.get(identity)
        if code is None:
            number = int(identity[:6]) if identity.isdecimal() else 0
            return "day" if number in _DAYS else "month" if number in _MONTHS else ""
        signs = _QUOTED.sub("", code).casefold().partition(";")[0]
        if "d" in signs or ("y" in signs and "m" not in signs):
            return "day"
        return "month" if "y" in signs else ""


class _Cells(_Handler):
    """The cells of a sheet."""

    def __init__(
        self, texts: list[str], styles: _Styles, count: Count, *, base: dt.datetime
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._count = count
        self._base = base
        self._rows: dict[int, dict[int, str]] = {}
        self._row = 0
        self._column = -1
        self._kind = ""
        self._style = ""
        self._pieces: list[str] = []
        self._formula: list[str] = []
        self._within: list[str] = []
        self._merged: list[tuple[int, int, int, int]] = []

    def start(self, name: str, values: Mapping[str, str]) -> None:
        self._within.append(name)
        if name == "row":
            stated = values.get("r", "")
            self._row = int(stated[:7]) if stated.isdecimal() else self._row + 1
            self._column = -1
        elif name == "c":
            found = _CELL.fullmatch(values.get("r", ""))
            self._column = self._column + 1 if found is None else _place(found[1])
            if found is not None:
                self._row = int(found[2])
            self._kind, self._style = values.get("t", "n"), values.get("s", "0")
            self._pieces, self._formula = [], []
        elif name == "mergeCell":
            area = _RANGE.fullmatch(values.get("ref", ""))
            if area is not None and len(self._merged) < _MOST_MERGED:
                top, bottom = int(area[2]), int(area[4])
                self._merged.append((top, _place(area[1]), bottom, _place(area[3])))

    def end(self, name: str) -> None:
        self._within.pop()
        if name != "c":
            return
        text = self._shown("".join(self._pieces))
        if not self._pieces and self._formula:
            # Nobody has worked it out; mostly somebody's words that begin with an equals sign.
            text = f"={''.join(self._formula)}"
        if text:
            self._put(self._row, self._column, text)

    def text(self, text: str) -> None:
        if self._within[-1:] == ["v"] or (self._within[-1:] == ["t"] and "rPh" not in self._within):
            self._pieces.append(text)
        elif self._within[-1:] == ["f"]:
            self._formula.append(text)

    def _put(self, row: int, column: int, text: str) -> None:
        self._count.cell()
        if column >= _MOST_COLUMNS:
            message = f"a sheet has more than {_MOST_COLUMNS} columns"
            raise RefusedFileError("CC185", message)
        self._rows.setdefault(row, {})[column] = text

    def _shown(self, stored: str) -> str:
        if self._kind == "s":
            place = int(stored) if stored.strip().isdecimal() and len(stored) < 9 else -1
            return self._texts[place] if 0 <= place < len(self._texts) else ""
        if self._kind in ("str", "inlineStr"):
            return _unescaped(stored)
        if self._kind == "b":
            return "yes" if stored.strip() == "1" else "no"
        if self._kind in ("d", "e"):
            return stored
        return self._number(stored.strip())

    def _number(self, stored: str) -> str:
        try:
            number = float(stored)
        except ValueError:
            return stored
        shows = self._styles.shows(self._style)
        if shows and 1 <= number <= _LAST_SERIAL:
            try:
                day = (self._base + dt.timedelta(days=int(number))).date().isoformat()
            except OverflowError:
                return stored
            return day if shows == "day" else day[:7]
        # What is stored with 17 figures was typed with fewer.
        return repr(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)

    def lines(self) -> tuple[SheetLine, ...]:
        """The rows in which something stands, with what cells share that lie below one another."""
        for top, left, bottom, _ in self._merged:
            text = self._rows.get(top, {}).get(left, "")
            for row in [row for row in self._rows if text and top < row <= bottom]:
                self._put(row, left, text)
        return tuple(
            SheetLine(number, tuple(cells.get(place, "") for place in range(max(cells) + 1)))
            for number, cells in sorted(self._rows.items())
        )


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _unescaped(text: str) -> str:
    """Characters as they were before they were written as "_x000D_" (ST_Xstring of OOXML)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
