"""PDF files read whole: what LibreOffice makes of our documents, and plain pages of text.

The files in golden/pdf are of LibreOffice too, so that its PDF is read where it is not installed.
NEW_GOLDEN_FILES=1 in the environment makes them anew by the tests of clients.
"""

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export
from customs_coop.formats.pages.content import Grid, paragraphs_of
from customs_coop.formats.pdf.reading import read_pdf
from customs_coop.loading import read, read_bytes
from customs_coop.model import ActionPlan, Dossier
from customs_coop.readers import Reading
from pdf_files import LEADING, lines, pdf_file, table, words
from real_documents import document, parsed
from sample_plans import action_plan_dossier, work_plan_dossier

pytest.importorskip("pdfplumber", reason="pdfplumber is not there")

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"
PLANS = ("AP1", "AP5", "work", "action")
KEPT = ("work", "action")
EDGES = (40, 90, 300, 380, 550)
HEADER = ("Code", "Action", "Priority", "Responsible party")


def plan_of(reading: Reading) -> ActionPlan:
    assert reading.report.ok, str(reading.report)
    return reading.dossier.plan


@functools.cache
def read_once(path: Path) -> Reading:
    """What LibreOffice makes takes a second to read, and several tests ask it."""
    return read(path)


def sources() -> dict[str, tuple[Dossier, str]]:
    return {
        "AP1": (bundled_dossier(), "AP1"),
        "AP5": (bundled_dossier(), "AP5"),
        "work": (work_plan_dossier(), "AP1"),
        "action": (action_plan_dossier(), "AP5"),
    }


def written(name: str) -> bytes:
    dossier, plan = sources()[name]
    # No text can be hidden in a PDF.
    content = export(dossier, "council-docx", plan=plan, remarks="brackets")
    assert isinstance(content, bytes)
    return content


def assert_same_plan(reading: Reading, printed: Reading) -> None:
    assert plan_of(reading).actions == printed.dossier.plan.actions
    assert reading.dossier == printed.dossier
    # A page has no properties: its title stands on it once more, as in the document.
    assert sorted(left.text for left in reading.residue) == sorted(
        left.text for left in printed.residue
    )


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our documents, each as DOCX and as the PDF that LibreOffice made of it."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not there")
    folder = tmp_path_factory.mktemp("pdf")
    for name in PLANS:
        (folder / f"{name}.docx").write_bytes(written(name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(folder / f"{name}.docx") for name in PLANS]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=240)
    if os.environ.get("NEW_GOLDEN_FILES"):
        for name in KEPT:
            shutil.copy(folder / f"{name}.pdf", GOLDEN)
    return folder


@pytest.mark.client
@pytest.mark.parametrize("name", PLANS)
def test_a_document_and_the_pdf_made_of_it_are_the_same_plan(name: str, converted: Path) -> None:
    assert_same_plan(read_once(converted / f"{name}.pdf"), read(converted / f"{name}.docx"))


@pytest.mark.parametrize("name", KEPT)
def test_a_document_and_the_pdf_that_was_made_of_it_are_the_same_plan(name: str) -> None:
    assert_same_plan(read(GOLDEN / f"{name}.pdf"), read_bytes(written(name)))


@pytest.mark.client
def test_findings_and_actions_name_page_table_row_and_cell(converted: Path) -> None:
    plan = plan_of(read_once(converted / "AP1.pdf"))
    spans = [action.span for action in plan]
    assert all(
        span is not None
        and re.fullmatch(r"page [1-9], table [0-9]{1,2}, row [0-9]{1,2}, cell 1", span.path or "")
        for span in spans
    )


@pytest.mark.client
def test_heads_and_feet_are_told(converted: Path) -> None:
    report = read_once(converted / "AP1.pdf").report
    (finding,) = (found for found in report if found.code == "CC196")
    assert "14680/05 LIMITE" in finding.message


def test_the_name_may_promise_another_kind() -> None:
    drawn, _ = table(EDGES, 120, [HEADER, ("3.1", "Watch", "High", "CCWG")])
    content = pdf_file([words(40, 60, "Third Action Plan (2008-2009)"), *drawn])
    reading = read_bytes(content, source="plan.docx")
    assert plan_of(reading)["3.1"].title == "Watch"
    (finding,) = reading.report
    assert finding.code == "CC190"
    assert finding.message == "the name promises a Word file, and the content is a PDF file"
    assert not list(read_bytes(content, source="plan.pdf").report)


def test_a_plan_in_a_ruled_table_over_pages_reads_with_its_work_areas() -> None:
    rows = [
        HEADER,
        ("1", "2", "3", "4"),
        ("Work Area 1. Sheds",),
        ("1.1", "Watch the sheds by day and", "High", "CCWG,"),
    ]
    more = [
        HEADER,
        ("1", "2", "3", "4"),
        ("", "by night", "", "Europol"),
        ("Work Area 2. Boxes",),
        ("2.1", "Count the boxes", "Low", "Commission"),
    ]
    first, _ = table(EDGES, 620, rows)
    second, _ = table(EDGES, 60, more)
    head = words(40, 60, "Third Action Plan (2008-2009)")
    reading = read_bytes(pdf_file([head, *first], second), source="plan.pdf")
    plan = plan_of(reading)
    assert [str(action.code) for action in plan] == ["1.1", "2.1"]
    assert [area.title for area in plan.work_areas] == ["Sheds", "Boxes"]
    assert " ".join(plan["1.1"].title.split()) == "Watch the sheds by day and by night"
    assert [involved.party for involved in plan["1.1"].responsible] == ["CCWP", "EUROPOL"]
    assert [found.code for found in reading.report] == ["CC198"]


def test_words_in_full_width_go_on_over_a_page() -> None:
    rows = [HEADER, ("1.1", "Watch the sheds", "High", "CCWG"), ("Seen by day, and in winter",)]
    first, _ = table(EDGES, 620, rows)
    second, _ = table(EDGES, 60, [("also by night.",), ("1.2", "Count the boxes", "Low", "COM")])
    head = words(40, 60, "Third Action Plan (2008-2009)")
    opened = read_pdf(pdf_file([head, *first], second))
    (grid,) = (block for block in opened.blocks if isinstance(block, Grid))
    assert [
        [paragraph.text for cell in row.cells for paragraph in paragraphs_of(cell.blocks)]
        for row in grid.rows
    ][2:] == [
        ["Seen by day, and in winter also by night."],
        ["1.2", "Count the boxes", "Low", "COM"],
    ]


def test_a_plan_without_rulings_reads_like_the_ruled_one() -> None:
    rows = [
        HEADER,
        ("3.1", "Watch the sheds by day and by night, in every port", "High", "CCWG"),
        ("3.2", "Count the boxes", "Low", "Commission"),
    ]
    head = words(40, 60, "Third Action Plan (2008-2009)")
    plans = [
        plan_of(read_bytes(pdf_file([head, *table(EDGES, 120, rows, ruled=ruled)[0]])))
        for ruled in (True, False)
    ]
    assert plans[0] == plans[1]
    assert [action.title for action in plans[1]] == [rows[1][1], rows[2][1]]


def test_boxes_of_labels_without_rulings_are_actions() -> None:
    def page(code: str, title: str) -> list[str]:
        edges = (30, 160, 300, 440, 570)
        labels = ("Proposed action", "Strategic objectives", "Performance indicator",
                  "Other concerned parties")  # fmt: skip
        texts = (f"{code}|{title}", "To save time", "Report adopted", "- Europol,|- COM.")
        drawn, end = table(edges, 100, [labels, texts], size=9, ruled=False)
        first = "The group looks at how time is spent in sheds, and at what it takes to spend less"
        terms = [first, "of it."]
        return [
            *drawn,
            words(30, end + 20, "Terms of reference", 9),
            *lines(30, end + 34, terms, 9),
        ]

    head = words(30, 60, "Sixth Action Plan (2013-2014)")
    content = pdf_file(
        [head], page("6.1", "Map the sheds along the coast"), page("6.2", "Count the boxes")
    )
    plan = plan_of(read_bytes(content))
    assert [(str(action.code), action.title) for action in plan] == [
        ("6.1", "Map the sheds along the coast"),
        ("6.2", "Count the boxes"),
    ]
    for action in plan:
        assert [indicator.text for indicator in action.indicators] == ["Report adopted"]
        assert [involved.party for involved in action.concerned] == ["EUROPOL", "COM"]
        assert action.terms_of_reference.endswith("to spend less of it.")


def pages_of(text: str, size: float = 5) -> bytes:
    """A text as plain pages; a line that alone is indented begins a page, as a form feed does."""
    pages: list[list[str]] = [[]]
    before = ""
    for line in text.split("\n"):
        if line.startswith((" ", "\f")) and line.strip() and not before.startswith(" "):
            pages.append([])
        pages[-1].append(line.strip().encode("cp1252", "replace").decode("cp1252"))
        before = line
    longest = max(len(line) for page in pages for line in page)
    deepest = max(len(page) for page in pages)
    paper = (80 + longest * size * 0.6, 400 + deepest * size * LEADING)
    return pdf_file(*(lines(40, 160, page, size) for page in pages), size=paper)


def test_the_fifth_action_plan_as_plain_pages_is_the_same_plan() -> None:
    path = document("2011-fifth-action-plan.txt")
    printed = parsed(path.name).dossier.plan
    reading = read_bytes(pages_of(path.read_text(encoding="utf-8")))
    plan = reading.dossier.plan
    assert (plan.id, plan.period) == (printed.id, printed.period)
    for one, other in zip(printed, plan, strict=True):
        assert (other.code, other.title) == (one.code, one.title)
        assert other.indicators == one.indicators
        assert other.outcomes == one.outcomes
        assert other.deadlines == one.deadlines
        assert other.involved == one.involved
        assert other.references == one.references
        assert other.terms_of_reference.split() == one.terms_of_reference.split()


def test_conclusions_as_plain_pages_are_the_same_conclusions() -> None:
    path = document("2019-risk-management-conclusions.txt")
    printed = parsed(path.name).dossier
    found = read_bytes(pages_of(path.read_text(encoding="utf-8"))).dossier
    assert [one.text for one in found.recommendations] == [
        one.text.replace("\u2212", "?") for one in printed.recommendations
    ]
