"""Findings on a value name the cell that holds it, in every kind of file."""

from collections.abc import Sequence

import pytest

from customs_coop.loading import read_bytes
from customs_coop.readers import Reading, parse

HEADINGS = ("Code", "Action", "Priority", "Responsible party", "Deadline", "Status")
ROW = ("3.1", "Train dogs", "High", "Member States except DK", "at a fitting hour", "purple")


def html(rows: Sequence[Sequence[str]]) -> Reading:
    made = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = f"<html><body><p>Third Work Plan (2027-2028)</p><table>{made}</table></body></html>"
    return read_bytes(page.encode(), source="page.html")


def places(reading: Reading) -> dict[str, str]:
    return {finding.code: str(finding.span) for finding in reading.report if finding.subject}


def test_a_page_names_the_cell_of_the_column() -> None:
    found = places(html((HEADINGS, ROW)))
    assert found["CC135"] == 'page.html:1: cell "Responsible party": table 1, row 2, cell 4'
    assert found["CC147"] == 'page.html:1: cell "Deadline": table 1, row 2, cell 5'
    assert found["CC129"] == 'page.html:1: cell "Status": table 1, row 2, cell 6'


def test_a_list_in_a_cell_belongs_to_that_cell() -> None:
    row = (*ROW[:3], "<ul><li>Member States except DK</li></ul>", *ROW[4:])
    assert places(html((HEADINGS, row)))["CC135"].endswith("row 2, cell 4")


def test_a_text_names_the_column_in_which_the_value_begins() -> None:
    text = "Third Work Plan (2027-2028)\n\n" + "\n".join(map("\t".join, (HEADINGS, ROW)))
    found = places(parse(text, source="p.txt"))
    assert found["CC135"] == 'p.txt:4:21: cell "Responsible party"'
    assert found["CC147"] == 'p.txt:4:45: cell "Deadline"'


def test_an_item_of_a_timetable_names_its_cells_too() -> None:
    text = (
        "Third Action Plan (2027-2028)\n\nDOGS\n\nMeasure\tDeadline\tResponsible party\n"
        "1. Train dogs\tat a fitting hour\tMember States except DK\n2. Feed dogs\tJune 2027\tCOM\n"
    )
    found = places(parse(text, source="p.txt", layout="timetable"))
    assert found["CC147"] == 'p.txt:6:15: cell "Deadline"'
    assert found["CC135"] == 'p.txt:6:33: cell "Responsible party"'


def test_a_box_of_a_flow_names_the_line_of_the_words() -> None:
    text = (
        "Proposed action\n\n4.1\n\nTo dive\n\nStatus\n\npurple\n\nPerformance indicator\n\n"
        "Report.\n\nTerms of reference\nDiving is good.\n"
    )
    reading = parse(text, source="p.txt", layout="action-plan")
    (told,) = [finding for finding in reading.report if finding.code == "CC129"]
    assert str(told.span) == 'p.txt:13:1: cell "Status"'
    assert told.message.startswith(f'"{text.splitlines()[12]}"')


SHORT = "Third Work Plan (2027-2028)\n" + "\n".join(
    ";".join(row) for row in (HEADINGS, ("1.3", "Feed dogs", "High", "CCWP", "", ""), ROW[:3])
)


def test_a_row_of_a_sheet_that_ends_too_early_is_told() -> None:
    reading = read_bytes(SHORT.encode(), source="sheet.csv")
    (told,) = [finding for finding in reading.report if finding.code == "CC177"]
    assert str(told.span) == "sheet.csv:4"
    assert "3 of 6 cells" in told.message
    assert reading.report.ok
    assert reading.dossier.plan["3.1"].title == "Train dogs"


def test_a_row_of_a_page_that_ends_too_early_is_told() -> None:
    reading = html((HEADINGS, ROW[:3]))
    (told,) = [finding for finding in reading.report if finding.code == "CC177"]
    assert str(told.span) == "page.html:1: table 1, row 2"


@pytest.mark.parametrize(
    "rows",
    [
        (HEADINGS, (*ROW[:3], "", "", "")),
        ((*HEADINGS, ""), ROW),
        (HEADINGS, ("Dogs",), ROW),
    ],
)
def test_rows_with_empty_cells_and_headings_are_whole(rows: Sequence[Sequence[str]]) -> None:
    assert "CC177" not in [finding.code for finding in html(rows).report]
