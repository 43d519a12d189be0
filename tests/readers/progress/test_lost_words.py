"""Words that people write where a questionnaire does not ask for any: each is told and quoted."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.table import Table

from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    Measure,
    Obligation,
    Party,
)
from customs_coop.readers.progress.values import ProgressReading

PLAN = ActionPlan(
    id="P9",
    title="Ninth plan",
    actions=[
        Action(
            code="1",
            title="Cut nets",
            indicators=[Indicator(text="Nets", measure=Measure(unit="nets"))],
        ),
        Action(code="2", title="Count boats by colour"),
    ],
)
ONE, TWO = ActionRef("P9", "1"), ActionRef("P9", "2")
DOSSIER = Dossier(
    plans=[PLAN],
    parties=[Party(id="COAST", name="Coast")],
    obligations=[
        Obligation(text=words, party="COAST", subject=one, deadline=By("2008-05-31"))
        for words, one in (("Tell of the nets", ONE), ("Tell of the boats", TWO))
    ],
)
LABELS = ("Title", "What is asked", "Report")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def form(**options: object) -> WordDocument:
    given = {"members": "COAST=AL,HR", "party": "AL"} | options
    return docx.Document(io.BytesIO(export(DOSSIER, "questionnaire-docx", **given)))


def block(document: WordDocument, number: int = 1) -> Table:
    """A table of the form: 0 is its head."""
    return document.tables[number]


def write_into(table: Table, label: str, text: str) -> None:
    for row in table.rows:
        for place, cell in enumerate(row.cells[:-1]):
            if cell.text == label:
                row.cells[place + 1].text = text


def add_row(table: Table, label: str, text: str) -> None:
    cells = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx has no types there
    cells[0].text, cells[1].text = label, text


def answer(table: Table) -> None:
    write_into(table, "Date of report", "3.5.2008")
    write_into(table, "Status", "completed")


def read(document: WordDocument) -> ProgressReading:
    document.save("al.docx")
    return read_progress("al.docx", dossier=DOSSIER)


def told(reading: ProgressReading) -> list[tuple[str, str, str]]:
    """The code, the place and the words of each finding."""
    return [(one.code, str(one.span), one.message) for one in reading.report]


def test_what_a_form_has_itself_is_not_told() -> None:
    assert [code for code, _, _ in told(read(form()))] == ["CC847"]
    open_items = form(items="open", members="", party=None)
    assert [code for code, _, _ in told(read(open_items))] == ["CC847"]


@pytest.mark.parametrize(
    ("label", "words", "quoted"),
    [
        ("What is asked", "Tell of the nets. We cut 14 in April.", "We cut 14 in April."),
        ("What is asked", "We cut 14 in May.", "We cut 14 in May."),
        ("Title", "CUT  NETS – all of them", "all of them"),
        ("Title", "Cut nets.", None),
        ("What is asked", "Tell of the net...", None),
        ("What is asked", "", None),
    ],
)
@pytest.mark.parametrize("is_answered", [True, False])
def test_words_in_a_printed_cell_are_told(
    label: str, words: str, quoted: str | None, *, is_answered: bool
) -> None:
    document = form()
    if is_answered:
        answer(block(document))
    write_into(block(document), label, words)
    reading = read(document)
    assert len(reading.reports) == is_answered
    place = f'al.docx: cell "{label}": table 2, row {LABELS.index(label) + 2}'
    message = f"“{quoted}” was not printed there, and is in no report"
    expected = [("CC845", place, message)] if quoted else []
    assert [one for one in told(reading) if one[0] != "CC847"] == expected


def test_words_of_another_thing_are_told_as_such() -> None:
    document = form()
    answer(block(document))
    write_into(block(document), "Title", "Count boats by colour")
    write_into(block(document), "What is asked", "Tell of the boats")
    reading = read(document)
    assert [str(one.subject) for one in reading.reports] == ["P9/1"]
    assert [(one.code, one.message) for one in reading.report] == [
        ("CC850", "it is that of P9/2, and the subject is P9/1, which counts")
    ] * 2


def behind(document: WordDocument) -> None:
    document.add_paragraph("Boats: we counted 7 (Tirana).")


def between(document: WordDocument) -> None:
    paragraph = document.add_paragraph("Boats: we counted 7 (Tirana).")
    block(document, 1)._tbl.addnext(paragraph._p)


def into_the_help(document: WordDocument) -> None:
    help_text = next(one for one in document.paragraphs if one.text.startswith("Status is one"))
    help_text.add_run(" Boats: we counted 7 (Tirana).")


def into_an_own_row(document: WordDocument) -> None:
    add_row(block(document), "Boats", "we counted 7 (Tirana).")


def into_a_label(document: WordDocument) -> None:
    for row in block(document).rows:
        if row.cells[0].text == "Documents":
            row.cells[0].text = "Documents: Boats: we counted 7 (Tirana)."


def into_a_second_report(document: WordDocument) -> None:
    write_into(block(document), "Report", "All is well")
    add_row(block(document), "Report", "Boats: we counted 7 (Tirana).")


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (behind, "it stands outside the tables, where nothing is read"),
        (between, "it stands outside the tables, where nothing is read"),
        (into_the_help, "it stands outside the tables, where nothing is read"),
        (into_an_own_row, "no label of a questionnaire stands before it"),
        (into_a_second_report, "no label of a questionnaire stands before it"),
        (into_a_label, "it stands in the cell of a label"),
    ],
)
def test_words_at_another_place_are_told(put: Callable[[WordDocument], None], why: str) -> None:
    document = form()
    answer(block(document))
    put(document)
    (finding,) = read(document).report
    assert finding.code == "CC845"
    assert finding.message.startswith("“Boats: we counted 7 (Tirana)")
    assert finding.message.endswith(f"” is in no report: {why}")
    assert "beside the label" in finding.hint


def test_of_two_answers_to_one_label_the_first_one_counts() -> None:
    document = form()
    answer(block(document))
    into_a_second_report(document)
    (report,) = read(document).reports
    assert report.text == "All is well"


def test_what_stands_behind_the_labels_of_all_tables_explains() -> None:
    document = form()
    for number in (1, 2):
        answer(block(document, number))
        for row in block(document, number).rows:
            if row.cells[0].text == "Documents":
                row.cells[0].text = "Documents: with their numbers"
    assert told(read(document)) == []


def test_a_comment_in_the_margin_is_told() -> None:
    document = form()
    answer(block(document))
    paragraph = block(document).rows[0].cells[0].paragraphs[0]
    document.add_comment(paragraph.runs, text="Seven boats are red", author="A", initials="A")
    (finding,) = read(document).report
    assert (finding.code, str(finding.span)) == ("CC845", "al.docx: comment")
    assert "“Seven boats are red”" in finding.message


def test_of_very_many_words_the_last_finding_counts_the_rest() -> None:
    document = form()
    for number in range(50):
        document.add_paragraph(f"Boat {number} is red")
    found = [one for one in read(document).report if one.code == "CC845"]
    assert len(found) == 21
    assert found[-1].message == "30 more pieces of text are in no report"


def test_a_text_that_is_no_form_is_told_as_that_and_nothing_else() -> None:
    document = docx.Document()
    document.add_paragraph("Boats are red")
    assert [code for code, _, _ in told(read(document))] == ["CC840"]


def test_a_column_that_nobody_knows_is_told_in_word_too() -> None:
    document = docx.Document()
    rows = (
        ("Subject", "Date", "Status", "Party", "Colour"),
        ("P9/2", "3 May 2008", "done", "HR", "red"),
    )
    table = document.add_table(2, 5)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    reading = read(document)
    assert len(reading.reports) == 1
    assert [code for code, _, _ in told(reading)] == ["CC845"]
    assert 'the column "Colour" is none of a template' in str(reading.report)


def test_a_table_in_the_cell_of_a_report_is_its_text_and_not_told_again() -> None:
    document = form()
    answer(block(document))
    for row in block(document).rows:
        if row.cells[0].text == "Report":
            inner = row.cells[1].add_table(1, 2)
            inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Boats", "red"
    reading = read(document)
    assert reading.reports[0].text == "Boats red"
    assert told(reading) == []


def test_words_below_a_table_of_a_spreadsheet_are_told() -> None:
    rows = (
        "Party;Subject;Title;Date of report;Status;Report\n"
        "HR;P9/1;Cut nets;3.5.2008;done;A\n"
        "HR;;;;;\n"
        "Signed by the skipper;;;;;\n"
    )
    Path("hr.csv").write_text(rows, "utf-8")
    reading = read_progress("hr.csv", dossier=DOSSIER)
    assert len(reading.reports) == 1
    assert [(one.code, one.span and one.span.line) for one in reading.report] == [("CC845", 4)]
    assert "“Signed by the skipper” stands in a row without a subject" in str(reading.report)


def test_a_damaged_part_of_comments_is_told() -> None:
    document = form()
    answer(block(document))
    document.save("al.docx")
    with zipfile.ZipFile("al.docx", "a") as archive:
        archive.writestr("word/comments.xml", "<w:comments")
    assert [one.code for one in read_progress("al.docx", dossier=DOSSIER).report] == ["CC181"]


def test_the_name_in_the_head_of_a_form_may_be_that_of_another() -> None:
    document = form()
    write_into(block(document, 0), "Party name:", "Serbia")
    for number in (1, 2):
        answer(block(document, number))
    reading = read(document)
    assert [one.party for one in reading.reports] == ["AL", "AL"]
    assert [code for code, _, _ in told(reading)] == ["CC850"]
    write_into(block(document, 0), "Party:", "")
    reading = read(document)
    assert [one.party for one in reading.reports] == ["RS", "RS"]
    assert told(reading) == []


def test_places_in_word_are_those_of_the_cells() -> None:
    document = form()
    write_into(block(document, 2), "Date of report", "soon")
    write_into(block(document, 2), "Not applicable", "perhaps")
    write_into(block(document, 2), "Report", "All is well")
    assert [one.span and one.span.path for one in read(document).report] == [
        "table 3, row 4",
        "table 3, row 5",
    ]
