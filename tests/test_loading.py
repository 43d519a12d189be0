import codecs
from pathlib import Path

import pytest

from customs_coop.diagnostics import ReportError
from customs_coop.errors import InvalidValueError, UnknownPlanError
from customs_coop.loading import load, load_plan, read, read_bytes
from folded import every_case
from real_documents import document
from word_files import archive, cell, paragraph, row, run, table, word_file

PLAN = "Fourth Action Plan (2010 – 2011)\n\nCode\tAction\tPriority\n1\tSwim “far”\tHigh\n"


def codes(path: Path | str) -> list[str]:
    return [finding.code for finding in read(path).report]


@pytest.mark.parametrize(
    "content",
    [
        PLAN.encode(),
        codecs.BOM_UTF8 + PLAN.encode(),
        PLAN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
    ],
)
def test_encodings_with_a_mark_or_utf8(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.dat"
    path.write_bytes(content)
    plan = load_plan(path)
    assert (plan.id, plan["1"].title) == ("AP4", "Swim “far”")
    assert plan == load(str(path)).plan


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.encode("cp1252"))
    assert "CC110" in codes(path)
    assert load_plan(path)["1"].title == "Swim “far”"


@pytest.mark.parametrize(
    "content", [b"\xe9\x81 is neither", codecs.BOM_UTF8 + b"\xff", b"\xff\xfea"]
)
def test_what_no_encoding_explains_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    assert codes(path) == ["CC111"]
    with pytest.raises(ReportError, match="CC111"):
        load(path)


def test_the_line_of_the_byte_is_named_that_no_encoding_explains(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"one\ncaf\xe9\nth\x81ree\n")
    (finding,) = read(path).report
    assert "0x81, in line 3" in finding.message


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path / "missing.txt") == ["CC101"]
    assert codes(tmp_path) == ["CC101"]
    assert codes("no\0name") == ["CC101"]


def test_a_text_is_never_taken_for_a_path() -> None:
    assert codes(PLAN) == ["CC101"]


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("customs_coop.loading.reading.LARGEST_FILE", 10)
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    assert codes(path) == ["CC109"]


def test_wrong_arguments_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="bytes"):
        read(b"plan.txt")  # type: ignore[arg-type]  # the wrong type is the point
    with pytest.raises(ValueError, match="no layout"):
        read(tmp_path / "missing.txt", layout="spreadsheet")


def test_a_file_without_a_plan_has_none_to_load(tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"schema": "customs_coop/1"}', "utf-8")
    with pytest.raises(UnknownPlanError):
        load_plan(path)


def test_the_official_documents_load() -> None:
    assert len(load_plan(document("2005-revised-work-plan.txt"))) == 35
    assert len(load_plan(document("2011-fifth-action-plan.txt"))) == 10


@every_case(
    ("content", "code", "what"),
    [
        (b"%PDF-1.7\n\x00\xff", "CC181", "damaged"),
        (b"PK\x03\x04\x14\x00", "CC181", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "CC184", "an old Word or Excel file"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "CC183", "password"),
        (b"{\\rtf1 Code}", "CC184", "a rich text file"),
        (b"\x89PNG\r\n", "CC184", "a picture"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "CC184", "XML"),
        (b'<?xml version="1.0"?><office:document office:version="1.3"/>', "CC184", "OpenDocument"),
    ],
)
def test_a_file_that_holds_no_text_is_called_by_its_name(
    content: bytes, code: str, what: str
) -> None:
    reading = read_bytes(content)
    assert [found.code for found in reading.report] == [code]
    assert what in str(reading.report)


TABLE = "<table><tr><th>Code<th>Action<th>Priority<tr><td>1<td>Swim “far”<td>High</table>"
SHEET = "Code;Action;Priority\n1;Swim “far”;High\n"
WORD = word_file(table(row("Code", "Action", "Priority"), row("1", "Swim “far”", "High")))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("plan.docx", WORD, False),
        ("plan.txt", WORD, True),
        ("plan.docx", TABLE.encode(), True),
        ("plan.HTM", TABLE.encode(), False),
        ("plan.doc", TABLE.encode(), False),
        ("plan.csv", SHEET.encode(), False),
        ("plan.txt", SHEET.encode(), True),
        ("plan.csv", PLAN.encode(), False),
        ("plan", WORD, False),
    ],
)
def test_the_content_tells_the_kind_and_a_wrong_name_is_told(
    tmp_path: Path, name: str, content: bytes, *, told: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert load_plan(path)["1"].title == "Swim “far”"
    assert ("CC190" in codes(path)) is told


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    reading = read_bytes(PLAN.encode(encoding))
    assert reading.dossier.plan["1"].title == "Swim “far”"
    assert "CC191" in [found.code for found in reading.report]


def test_zeros_alone_make_no_utf_16() -> None:
    assert "CC191" not in [found.code for found in read_bytes(b"\0\0\0a" * 40).report]
    assert "CC191" not in [found.code for found in read_bytes(b"\0" * 40).report]


def test_line_ends_of_old_macs_are_line_ends() -> None:
    reading = read_bytes(PLAN.replace("\n", "\r").encode())
    assert reading.dossier.plan["1"].title == "Swim “far”"


@every_case(
    ("stated", "encoding"),
    [
        ("windows-1250", "cp1250"),
        ("iso-8859-7", "iso8859-7"),
        ("ISO-8859-1", "cp1252"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_states(stated: str, encoding: str) -> None:
    words = {"cp1250": "Łódź", "iso8859-7": "τελωνεία", "cp1252": "“café”", "koi8-r": "таможня"}
    page = f'<meta charset="{stated}">' + TABLE.replace("Swim “far”", words[encoding])
    reading = read_bytes(page.encode(encoding))
    assert reading.dossier.plan["1"].title == words[encoding]
    assert "CC110" not in [found.code for found in reading.report]


@every_case("stated", ["zip", "unicode_escape", "rot13", "idna", "utf-16", "utf-7"])
def test_what_is_no_encoding_of_pages_is_not_believed(stated: str) -> None:
    page = f'<meta charset="{stated}">{TABLE}'
    assert read_bytes(page.encode()).dossier.plan["1"].title == "Swim “far”"


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 1_000_001,
        b"1\n" * 4_000_001,
        b"Code;Action;Priority\n1;" + b"x" * 140_000 + b";High\n",
        b"Code;Action;Priority\n1;Swim;High" + b";" * 300,
        b"<table><tr><th>Code<th>Action<th>Priority<tr><td>1<td>" + b"x" * 200_001,
        b"<table><tr><td>1<td>" + b"<p>12345678" * 30_000,
        word_file(table(row("Code", "Action", "Priority"), row("1", "x" * 200_001, "High"))),
    ],
    ids=["line", "text", "field", "cells", "cell", "paragraphs", "word"],
)
def test_what_is_longer_than_any_plan_is_refused(content: bytes) -> None:
    assert [found.code for found in read_bytes(content).report] == ["CC185"]


def test_json_may_be_one_long_line() -> None:
    content = b'{"schema": "customs_coop/1", "plans": []' + b" " * 1_000_001 + b"}"
    assert read_bytes(content).report.ok


def test_a_merged_cell_does_not_multiply_its_text() -> None:
    long = cell("x" * 150_000, '<w:vMerge w:val="restart"/>')
    rows = [row(str(n), "Swim", cell("", "<w:vMerge/>")) for n in range(2, 100)]
    body = table(row("Code", "Action", "Priority"), row("1", "Swim", long), *rows)
    assert [found.code for found in read_bytes(word_file(body)).report] == ["CC185"]


def test_hostile_word_files_are_findings_and_no_errors_of_python() -> None:
    prolog = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "lol">]><d>&a;</d>'
    found = {
        name: [finding.code for finding in read_bytes(content).report]
        for name, content in {
            "entities": archive({"word/document.xml": prolog}),
            "deep": word_file("<w:sdt>" * 1000 + "</w:sdt>" * 1000),
            "bomb": archive({"word/document.xml": b" " * 40_000_000}),
        }.items()
    }
    assert found == {"entities": ["CC186"], "deep": ["CC187"], "bomb": ["CC182"]}


def test_changes_are_read_in_a_known_way_only() -> None:
    with pytest.raises(ValueError, match="accept, reject, both"):
        read_bytes(b"", changes="ignore")  # type: ignore[arg-type]  # the wrong value is the point


def test_hidden_text_is_told_with_its_place() -> None:
    hidden = paragraph(run("Swim") + run(" secretly", "<w:vanish/>"))
    body = table(row("Code", "Action", "Priority"), row("1", cell(hidden), "High"))
    reading = read_bytes(word_file(body), source="p.docx")
    (finding,) = [found for found in reading.report if found.code == "CC192"]
    assert "p.docx: table 1, row 2, cell 2" in str(finding)
    assert reading.dossier.plan["1"].title == "Swim"


def test_furniture_and_residue_have_the_places_of_the_file() -> None:
    text = (
        "<h1>Third Action Plan (2008-2009)</h1><table><tr><th>Code<th>Action<th>Priority</tr>"
        "<tr><td>3.1<td>Swim<td>HIGH</tr></table><p>Stray words stand behind it.</p>"
    )
    reading = read_bytes(f"<html><body>{text}</body></html>".encode(), source="p.html")
    assert [(piece.text, piece.span.path) for piece in reading.furniture] == [
        ("Code", "table 1, row 1"),
        ("Action", "table 1, row 1"),
        ("Priority", "table 1, row 1"),
        # The priority is kept as a value, not as it is printed.
        ("HIGH", "table 1, row 2, cell 3"),
    ]
    assert [piece.text for piece in reading.residue] == ["Stray words stand behind it."]
    pieces = (*reading.furniture, *reading.residue)
    assert all(piece.span.start is None and piece.span.line == 1 for piece in pieces)
    assert reading.held == len("ThirdActionPlan(2008-2009)3.1Swim")


@pytest.mark.parametrize("layout", [None, "json", "work-plan"])
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("nothing.txt", b"", "the file is empty"),
        ("nothing.docx", b"", "the file is empty"),
        ("blank.txt", b" \r\n\t\n", "the file holds only blanks"),
        ("mark.txt", codecs.BOM_UTF8, "the text is empty"),
    ],
)
def test_a_file_without_words_is_told_as_such(
    tmp_path: Path, name: str, content: bytes, told: str, layout: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (finding,) = read(path, layout=layout).report
    assert (finding.code, finding.message) == ("CC102", told)


def test_a_folder_is_told_as_such(tmp_path: Path) -> None:
    (finding,) = read(tmp_path).report
    assert (finding.code, finding.message) == ("CC101", "this is a folder, not a file")


def test_a_layout_that_is_nearly_named_is_guessed() -> None:
    with pytest.raises(InvalidValueError, match=r"did you mean work-plan\?"):
        read_bytes(b"", layout="workplan")
    with pytest.raises(InvalidValueError, match=r"conclusions$"):
        read_bytes(b"", layout="xyz")


def test_json_is_not_looked_for_in_a_word_file() -> None:
    (finding,) = read_bytes(word_file(paragraph("Plan")), layout="json").report
    assert finding.code == "CC102"
    assert finding.message == "the file is a Word file, and the layout json is for JSON only"


def test_a_damaged_file_has_a_way_out() -> None:
    (finding,) = read_bytes(b"PK\x03\x04 cut off", source="plan.docx").report
    assert finding.code == "CC181"
    assert "save it anew" in finding.hint
    assert finding.hint in str(finding)
