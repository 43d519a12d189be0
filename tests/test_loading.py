import codecs
from pathlib import Path

import pytest

from customs_coop import loading
from customs_coop.diagnostics import ReportError
from customs_coop.errors import UnknownPlanError
from customs_coop.loading import load, load_plan, read, read_bytes
from real_documents import document

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


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path / "missing.txt") == ["CC101"]
    assert codes(tmp_path) == ["CC101"]
    assert codes("no\0name") == ["CC101"]


def test_a_text_is_never_taken_for_a_path() -> None:
    assert codes(PLAN) == ["CC101"]


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LARGEST_FILE", 10)
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


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n\x00\xff", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a Word, Excel or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
    ],
)
def test_a_file_that_holds_no_text_is_called_by_its_name(content: bytes, what: str) -> None:
    reading = read_bytes(content)
    assert [found.code for found in reading.report] == ["CC102"]
    assert what in str(reading.report)
