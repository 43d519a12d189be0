"""Workbooks as sheets of texts: days, numbers, merged cells, and files that are none."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.workbook import read_workbook


def content_of(book: "openpyxl.Workbook") -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_cells_are_texts_as_people_see_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    day, time = dt.date(2008, 5, 3), dt.datetime(2008, 5, 3, 10, 30)  # noqa: DTZ001 - a cell has no zone
    sheet.append(["text", 7, 0.1, 1e20, day, time, True, "=B1+1", day])
    sheet["I1"].number_format = "mmm-yy"
    sheet["B3"] = 39571
    sheet["B3"].number_format = '"about" 0.0'
    first, third = read_workbook(content_of(book))[0].lines
    days = ("2008-05-03", "2008-05-03", "yes", "=B1+1", "2008-05")
    assert first.cells == ("text", "7", "0.1", "1e+20", *days)
    assert (third.number, third.cells) == (3, ("", "39571"))


def test_days_may_count_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append([dt.date(2008, 5, 3)])
    assert read_workbook(content_of(book))[0].lines[0].cells == ("2008-05-03",)


def test_what_covers_several_rows_stands_in_each_of_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["HR", 1], [None, 2], ["AL", 3]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("A3:A9")
    lines = read_workbook(content_of(book))[0].lines
    assert [line.cells for line in lines] == [("HR", "1"), ("HR", "2"), ("AL", "3")]


def archive(**parts: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return written.getvalue()


BOOK = "<workbook><sheets><sheet name='A' r:id='1' xmlns:r='r'/></sheets></workbook>"
RELATIONS = "<Relationships><Relationship Id='1' Target='worksheets/a.xml'/></Relationships>"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "CC184"),
        ({"xl/workbook.xml": "<workbook>"}, "CC181"),
        ({"xl/workbook.xml": "<!DOCTYPE a><workbook/>"}, "CC186"),
        ({"xl/worksheets/a.xml": "<c r='ZZZ1'><v>1</v></c>", "xl/workbook.xml": BOOK}, "CC185"),
    ],
)
def test_what_is_no_sound_workbook_is_refused(parts: dict[str, str], code: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_workbook(archive(**parts, **{"xl/_rels/workbook.xml.rels": RELATIONS}))
    assert refused.value.code == code
