"""Templates that people filled in: as they really come back, with all that cannot be read told."""

import datetime as dt
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import attrs
import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument

from customs_coop.deadline import By
from customs_coop.diagnostics import Report
from customs_coop.errors import InvalidValueError
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    IndicatorRef,
    Measure,
    Obligation,
    Party,
    ProgressReport,
)
from customs_coop.model.progress import Subject

PLAN = ActionPlan(
    id="P9",
    title="Ninth plan",
    actions=[
        Action(
            code="1",
            title="Cut nets",
            indicators=[Indicator(text="Nets", measure=Measure(unit="nets"))],
        ),
        Action(code="2", title="Count boats", aliases=["2a"]),
    ],
)
ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast")],
    obligations=[
        Obligation(text="Tell", party="COAST", subject=one, deadline=By("2008-05-31"))
        for one in (ONE, TWO)
    ],
)
HEAD = "Party;Subject;Date of report;Status;Report;Documents;Period;Value;Unit;Dimension\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(text: str, name: str = "filled.csv", encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def brief(reports: Sequence[ProgressReport]) -> list[tuple[str, str, str, str]]:
    return [
        (one.party, str(one.subject), str(one.on), one.status.value if one.status else "")
        for one in reports
    ]


def told(report: Report) -> list[str]:
    return [str(one) for one in report]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_sign_and_encoding_of_a_spreadsheet_is_read(sign: str, encoding: str) -> None:
    rows = [HEAD.strip().split(";"), ["HR", "P9/1", "3.5.2008", "Done", "Café, à jour; ça va"]]
    text = "".join(sign.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    (report,) = read_progress(put(text, encoding=encoding), dossier=DOSSIER).reports
    assert report.text == "Café, à jour; ça va"
    assert brief([report]) == [("HR", "P9/1", "2008-05-03", "completed")]


def test_columns_may_be_moved_renamed_and_added() -> None:
    text = (
        "Reporting on the ninth plan\n\n"
        "staus;REPORT DATE;Item (address);Country;Colour;Comments\n"
        "in progress;2008-05-03;p9 / 2;Croatia;blue;Half done\n"
    )
    reading = read_progress(put(text), dossier=DOSSIER)
    assert brief(reading.reports) == [("HR", "P9/2", "2008-05-03", "ongoing")]
    assert reading.reports[0].text == "Half done"
    assert told(reading.report) == [
        (
            'filled.csv:4: cell "Colour": warning CC845: the column "Colour" is none of a template;'
            " what stands there is left out"
        )
    ]


def test_a_row_that_cannot_be_understood_is_told_and_the_others_count() -> None:
    text = HEAD + (
        "HR;P9/1;someday;done;A;;;;;\n"
        "HR;P9/7;3.5.2008;done;B;;;;;\n"
        "Nowhere land;P9/1;3.5.2008;done;C;;;;;\n"
        "HR;P9/1;;done;D;;;;;\n"
        "HR;;3.5.2008;done;E;;;;;\n"
        "HR;P9/1;3.5.2008;sort of;F;;;;;\n"
        "HR;P9/1 indicator 1;3.5.2008;;;;2008;1,234;;\n"
        "HR;P9/1 indicator 1;3.5.2008;;;;;7;;\n"
        ";P9/1;3.5.2008;done;G;;;;;\n"
        "HR;P9/2;3.5.2008;done;H;;;;;\n"
    )
    reading = read_progress(put(text), dossier=DOSSIER)
    assert [one.text for one in reading.reports] == ["H"]
    assert [(one.code, one.span and one.span.line) for one in reading.report] == [
        ("CC844", 2),
        ("CC841", 3),
        ("CC842", 4),
        ("CC843", 5),
        ("CC841", 6),
        ("CC844", 7),
        ("CC844", 8),
        ("CC844", 9),
        ("CC842", 10),
    ]
    messages = " ".join(told(reading.report))
    assert "the dossier has no 'P9/7'; near it are " in messages
    assert "'1,234' may be 1234 or 1.234" in messages
    assert 'cell "Date of report"' in messages


def test_the_party_and_the_day_of_rows_without_any_are_named_by_the_caller() -> None:
    path = put(HEAD + ";P9/1;;done;;;;;;\nHR;P9/2;;done;;;;;;\n")
    reading = read_progress(path, dossier=DOSSIER, party="Albania", on="2008-05-03")
    assert brief(reading.reports) == [
        ("AL", "P9/1", "2008-05-03", "completed"),
        ("HR", "P9/2", "2008-05-03", "completed"),
    ]
    assert told(reading.report) == [
        (
            'filled.csv:2: cell "Date of report": info CC846: 2 rows have no day; they count as of'
            " 2008-05-03"
        )
    ]
    with pytest.raises(InvalidValueError):
        read_progress(path, dossier=DOSSIER, on="tomorrow")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Completed", "completed"),
        ("done.", "completed"),
        ("n/a", "not applicable"),
        ("Sans objet", "not applicable"),
        ("En cours", "ongoing"),
        ("teilweise umgesetzt", "partly completed"),
    ],
)
def test_words_of_a_status_are_those_that_people_use(cell: str, expected: str) -> None:
    path = put(HEAD + f"HR;P9/1;3.5.2008;{cell};;;;;;\n")
    (report,) = read_progress(path, dossier=DOSSIER).reports
    assert report.applicable or report.status is None
    said = report.status.value if report.status else "not applicable"
    assert said == expected


def test_further_figures_are_further_rows_also_where_somebody_sorted_them() -> None:
    text = HEAD + (
        "HR;P9/1 indicator 1;3.5.2008;ongoing;Counted;;2006;12,5;;\n"
        ";;;;;;2007;1 234;;\n"
        "HR;P9/2;3.5.2008;done;;;;;;\n"
        "HR;P9/1 indicator 1;3.5.2008;;;;2008;7 %;(none);by sea\n"
        "HR;P9/1 indicator 1;;;;;2009;8;tons;\n"
    )
    reading = read_progress(put(text), dossier=DOSSIER)
    assert told(reading.report) == [
        (
            'filled.csv:6: cell "Date of report": error CC843: HR P9/1'
            " indicator 1: the report has no day; --on (on= in Python) names that of all such"
            " rows"
        )
    ]
    counted = next(one for one in reading.reports if one.subject == IndicatorRef(ONE, 1))
    assert [(str(one.value), one.unit, one.dimension) for one in counted.measurements] == [
        ("12.5", "nets", ""),
        ("1234", "nets", ""),
        ("7", "", "by sea"),
    ]


def test_figures_alone_are_one_report() -> None:
    text = HEAD + (
        "HR;P9/1 indicator 1;3.5.2008;;;;2006;12;;\nHR;P9/1 indicator 1;3.5.2008;;;;2007;13;;\n"
    )
    (report,) = read_progress(put(text), dossier=DOSSIER).reports
    assert [str(one.value) for one in report.measurements] == ["12", "13"]


def test_what_is_only_begun_or_interpreted_is_told() -> None:
    text = HEAD + (
        "HR;P9/1;3.5.2008;;;;;;;\n"
        "HR;P9/1 indicator 1;3.5.2008;;;;2006;n/a;;\n"
        "HR;P9/2;03/05/2008;done;;8351/2/09; see the annex;;;\n"
    ).replace("09; see", "09, and / see")
    reading = read_progress(put(text), dossier=DOSSIER)
    assert [one.code for one in reading.report] == ["CC848", "CC848", "CC846"]
    (report,) = reading.reports
    assert [str(one) for one in report.evidence] == ["8351/2/09 REV 2"]
    left = read_progress(put(HEAD + "HR;P9/2;3.5.2008;done;;the annex;;;;\n"), dossier=DOSSIER)
    assert [one.code for one in left.report] == ["CC845"]
    assert len(left.reports) == 1


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ("done;;yes", ["CC845"]),
        ("ongoing;;n/a", ["CC845"]),
        ("n/a;;yes", []),
        ("obsolete;;yes", []),
        (";;yes", []),
        ("n/a;;", []),
        ("done;;no", []),
        ("ongoing;adopted;", []),
    ],
)
def test_a_status_of_what_does_not_apply_is_told(cells: str, codes: list[str]) -> None:
    head = "Party;Subject;Date of report;Status;Stage;Not applicable\n"
    reading = read_progress(put(f"{head}HR;P9/1;3.5.2008;{cells}\n"), dossier=DOSSIER)
    assert [one.code for one in reading.report] == codes
    assert len(reading.reports) == 1
    assert all("counts for nothing" in str(one) for one in reading.report)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("P 9 / 2", TWO),
        ("p 9/ 2", TWO),
        ("P9/1indicator 1", IndicatorRef(ONE, 1)),
        ("P9/1 1", None),
        ("P 9/7", None),
        ("P 9 2", None),
    ],
)
def test_blanks_inside_a_subject_do_no_harm(cell: str, found: Subject | None) -> None:
    eleven = Action(code="11", title="Mend nets")
    dossier = Dossier(plans=[attrs.evolve(PLAN, actions=[*PLAN.actions, eleven])])
    path = put(HEAD + f"HR;{cell};3.5.2008;done;;;;;;\n")
    reading = read_progress(path, dossier=dossier)
    assert [one.subject for one in reading.reports] == ([] if found is None else [found])
    assert [one.code for one in reading.report] == ([] if found else ["CC841"])


def test_blanks_that_make_one_of_two_things_are_not_taken() -> None:
    plans = [attrs.evolve(PLAN, id="A B"), attrs.evolve(PLAN, id="AB")]
    path = put(HEAD + "HR;A  B/1;3.5.2008;done;;;;;;\nHR;a b / 1;3.5.2008;done;;;;;;\n")
    reading = read_progress(path, dossier=Dossier(plans=plans))
    assert {str(one.subject) for one in reading.reports} == {"A B/1"}
    path = put(HEAD + "HR;A B /1i ndicator 1;3.5.2008;done;;;;;;\n")
    reading = read_progress(path, dossier=Dossier(plans=plans))
    assert [one.code for one in reading.report] == ["CC841"]


def test_a_subject_is_known_by_an_old_code_and_by_its_title() -> None:
    path = put(
        "Subject;Title;Date;Status;Party\n2a;;3.5.2008;done;HR\n;Cut  nets;3.5.2008;done;HR\n"
    )
    reading = read_progress(path, dossier=DOSSIER)
    assert [one.subject for one in reading.reports] == [TWO, ONE]
    assert [one.code for one in reading.report] == ["CC846"]


def test_without_a_dossier_addresses_count_as_they_are_written() -> None:
    path = put(HEAD + "HR;P9 / 1, indicator 2;3.5.2008;done;;;;;;\nHR;nets;3.5.2008;done;;;;;;\n")
    reading = read_progress(path)
    assert [str(one.subject) for one in reading.reports] == ["P9/1 indicator 2"]
    assert [one.code for one in reading.report] == ["CC841"]


def test_nothing_filled_and_nothing_new_are_told() -> None:
    empty = put(export(DOSSIER, "progress-csv"))
    assert told(read_progress(empty, dossier=DOSSIER).report) == [
        "filled.csv: info CC847: no row is filled"
    ]
    (report,) = read_progress(put(HEAD + "HR;P9/1;3.5.2008;done;;;;;;\n"), dossier=DOSSIER).reports
    again = read_progress("filled.csv", dossier=attrs.evolve(DOSSIER, progress=[report]))
    assert again.reports == ()
    assert told(again.report) == [
        "filled.csv: info CC847: the dossier has 1 of these reports already"
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Dear colleagues,\nall is well.\n", "CC840"),
        (b"", "CC840"),
        (b"PK\x03\x04 cut off", "CC181"),
        (b"\xd0\xcf\x11\xe0 old", "CC184"),
        (b"Subject;Status;Report\n" + b";" * 300, "CC185"),
    ],
)
def test_files_of_other_kinds_are_told(content: bytes, code: str) -> None:
    Path("filled.xlsx").write_bytes(content)
    reading = read_progress("filled.xlsx", dossier=DOSSIER)
    assert [one.code for one in reading.report if one.severity.name == "ERROR"] == [code]


def workbook() -> "openpyxl.Workbook":
    content = export(DOSSIER, "progress-xlsx", members="COAST=AL,HR")
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_workbook_is_read_as_people_fill_it() -> None:
    book = workbook()
    sheet = book["Progress"]
    places = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
    for row, day in ((2, dt.date(2008, 5, 3)), (3, "4.5.2008"), (4, 39573), (5, None)):
        sheet.cell(row, places["Date of report"], day)
        sheet.cell(row, places["Date of report"]).number_format = (
            "General" if row == 4 else "DD/MM/YY"
        )
        sheet.cell(row, places["Status"], "completed")
        sheet.cell(row, places["Report"], "=1+1 nets" if row == 3 else f"Row {row}")
    sheet.merge_cells(
        start_row=4, end_row=5, start_column=places["Party"], end_column=places["Party"]
    )
    sheet.insert_cols(2)
    sheet.delete_rows(2)
    book.save("filled.xlsx")
    reading = read_progress("filled.xlsx", dossier=DOSSIER)
    assert [(one.party, str(one.on), one.text) for one in reading.reports] == [
        ("AL", "2008-05-04", "=1+1 nets"),
        ("HR", "2008-05-05", "Row 4"),
    ]
    assert [(one.code, one.span and one.span.path) for one in reading.report] == [
        ("CC846", "sheet Progress, row 3"),
        ("CC843", "sheet Progress, row 4"),
    ]


def answer(document: WordDocument, words: dict[str, str]) -> None:
    """Fill the cells beside labels, as people do; "{n}" is the number of the table."""
    number = 0
    for table in document.tables:
        number += table.rows[0].cells[0].text == "Subject"
        for row in table.rows:
            cells = row.cells
            for place in range(0, len(cells) - 1, 2):
                if cells[place].text in words and table.rows[0].cells[0].text == "Subject":
                    cells[place + 1].text = words[cells[place].text].format(n=number)


FILE = "al.docx"
FILLED = {
    "Date of report": "{n}.5.2008",
    "Status": "Done",
    "Documents": "8351/2/09",
    "Report": "We cut {n}\n\n- nets",
}
ANSWERS = [
    ("AL", "P9/1", "2008-05-01", "completed"),
    ("AL", "P9/2", "2008-05-02", "completed"),
]


@pytest.fixture(scope="module")
def answered() -> bytes:
    content = export(DOSSIER, "questionnaire-docx", members="COAST=AL,HR", party="AL")
    document = docx.Document(io.BytesIO(content))
    answer(document, FILLED)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_questionnaire_is_read(answered: bytes) -> None:
    Path("al.docx").write_bytes(answered)
    reading = read_progress("al.docx", dossier=DOSSIER)
    assert brief(reading.reports) == ANSWERS
    assert reading.reports[0].text == "We cut 1\n\n- nets"
    assert str(reading.reports[0].due) == "2008-05-31"
    assert told(reading.report) == []


def test_a_table_with_headings_is_read_from_word() -> None:
    document = docx.Document()
    rows = (
        ("Subject", "Date", "Status", "Report", "Party"),
        ("P9/2", "3 May 2008", "done", "x", "HR"),
    )
    table = document.add_table(2, 5)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.save("own.docx")
    reading = read_progress("own.docx", dossier=DOSSIER)
    assert brief(reading.reports) == [("HR", "P9/2", "2008-05-03", "completed")]


def test_a_folder_may_hold_a_mixture(answered: bytes) -> None:
    folder = Path("came")
    folder.mkdir()
    (folder / "al.docx").write_bytes(answered)
    (folder / "~$al.docx").write_bytes(b"what Word keeps")
    put(HEAD + "HR;P9/1;3.5.2008;done;;;;;;\n", "came/hr.csv")
    content = export(PLAN, "icalendar", profile="tasks")
    (folder / "plan.ics").write_bytes(content)
    reading = read_progress(folder, dossier=DOSSIER)
    assert brief(reading.reports) == [*ANSWERS, ("HR", "P9/1", "2008-05-03", "completed")]


@pytest.mark.client
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_a_questionnaire_comes_back_from_libreoffice(answered: bytes, tmp_path: Path) -> None:
    Path(FILE).write_bytes(answered)
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            "saved",
            FILE,
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=200,
    )
    reading = read_progress("saved/al.docx", dossier=DOSSIER)
    assert brief(reading.reports) == ANSWERS
    assert reading.reports[1].text == "We cut 2\n\n- nets"
