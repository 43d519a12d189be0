"""Folders that come back: what is in them that is no report is named, with the way out."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from customs_coop.exporters import export, write
from customs_coop.loading import read_progress
from customs_coop.model import Action, ActionPlan, Dossier
from customs_coop.readers.progress.values import ProgressReading
from folded import every_case

PLAN = ActionPlan(id="P9", title="Ninth plan", actions=[Action(code="1", title="Cut nets")])
DOSSIER = Dossier(plans=[PLAN])
ROWS = "Party;Subject;Date of report;Status\nHR;P9/1;3.5.2008;done\n"
OLD = b"\xd0\xcf\x11\xe0" + bytes(60)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("came").mkdir()
    Path("came/hr.csv").write_text(ROWS, "utf-8")


def read() -> ProgressReading:
    return read_progress("came", dossier=DOSSIER)


def told() -> list[tuple[str, str, str]]:
    """The code, the file and the way out of each finding."""
    return [(one.code, one.span.source if one.span else "", one.hint) for one in read().report]


@every_case(
    ("name", "code", "way_out"),
    [
        ("al.doc", "CC184", "save it as DOCX"),
        ("al.odt", "CC184", "save it as DOCX"),
        ("al.rtf", "CC184", "save it as DOCX"),
        ("al.xls", "CC184", "save it as XLSX or CSV"),
        ("al.ODS", "CC184", "save it as XLSX or CSV"),
        ("scan.pdf", "CC852", "copy what it says into a template"),
        ("scan.png", "CC852", "copy what it says into a template"),
        ("letter.eml", "CC852", "save what is attached to it"),
        ("all.zip", "CC852", "unpack it"),
        ("notes.json", "CC852", "if it is a report"),
        ("README", "CC852", "if it is a report"),
        ("readme.txt", "CC852", "leave it if it is no report"),
    ],
)
def test_a_file_that_is_not_read_is_named(name: str, code: str, way_out: str) -> None:
    path = Path("came") / name
    path.write_text("Dear colleagues,\nall is well.\n", "utf-8")
    try:
        ((found, source, hint),) = told()
        assert (found, Path(source)) == (code, path)
        assert way_out in hint
        assert len(read().reports) == 1
    finally:
        path.unlink()


def test_what_programs_keep_for_themselves_is_not_told() -> None:
    for name in ("~$hr.docx", ".hidden.ics", "Thumbs.db", "desktop.ini", "displayname", "color"):
        (Path("came") / name).write_text("x", "utf-8")
    (Path("came") / ".git").mkdir()
    (Path("came") / "empty").mkdir()
    assert told() == []


def test_a_folder_in_a_folder_is_told_and_read_where_it_is_handed_in() -> None:
    late = Path("came/late")
    late.mkdir()
    (late / "al.csv").write_text(ROWS.replace("HR", "AL"), "utf-8")
    assert told() == [("CC852", str(late), "hand it in by itself, beside the other one")]
    assert [one.party for one in read().reports] == ["HR"]
    assert [one.party for one in read_progress(late, dossier=DOSSIER).reports] == ["AL"]


def test_a_table_that_is_called_a_text_is_read() -> None:
    Path("came/al.txt").write_text(ROWS.replace("HR", "AL"), "utf-8")
    assert [one.party for one in read().reports] == ["AL", "HR"]
    assert told() == []


def test_a_folder_with_nothing_to_read_is_told_with_all_its_files() -> None:
    Path("came/hr.csv").rename("came/hr.doc")
    assert [code for code, _, _ in told()] == ["CC168", "CC184"]


def test_of_very_many_files_the_last_finding_counts_the_rest() -> None:
    for number in range(210):
        (Path("came") / f"{number:03}.png").write_bytes(b"")
    found = read().report
    assert len(found) == 201
    assert [*found][-1].message == "10 more files are not read, from 200.png on"


def test_a_folder_of_a_calendar_is_read_as_before() -> None:
    folder = write(PLAN, "plan", to="icalendar", profile="tasks", layout="vdir")
    assert (folder / "displayname").is_file()
    assert list(read_progress(folder, dossier=PLAN).report) == []


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights there")
def test_a_link_that_leads_nowhere_is_told() -> None:
    Path("came/lost.csv").symlink_to("nowhere.csv")
    assert [code for code, _, _ in told()] == ["CC852"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLD + "WordDocument".encode("utf-16-le"), "an old Word file; save it as DOCX"),
        (OLD + "Workbook".encode("utf-16-le"), "an old workbook; save it as XLSX or CSV"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "save it without a password"),
        (OLD, "save it as DOCX, XLSX or CSV"),
        (b"%PDF-1.7 \x8f", "a PDF file; copy what it says into a template"),
        (b"{\\rtf1 Subject", "a Rich Text file; save it as DOCX"),
    ],
)
def test_a_file_of_another_kind_says_what_to_do(content: bytes, words: str) -> None:
    Path("al.docx").write_bytes(content)
    (finding,) = read_progress("al.docx", dossier=DOSSIER).report
    assert finding.code == "CC184"
    assert words in finding.message


@pytest.mark.parametrize(("kind", "way_out"), [("text", "DOCX"), ("spreadsheet", "XLSX or CSV")])
def test_an_opendocument_file_says_what_to_do(kind: str, way_out: str) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<x/>")
    Path("al.docx").write_bytes(written.getvalue())
    (finding,) = read_progress("al.docx", dossier=DOSSIER).report
    assert (finding.code, finding.message) == (
        "CC184",
        f"this is an OpenDocument file; save it as {way_out}",
    )


def test_a_template_of_a_plan_may_lie_beside_what_came() -> None:
    Path("came/empty.csv").write_text(export(DOSSIER, "progress-csv"), "utf-8")
    assert told() == []
