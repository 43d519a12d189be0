"""What stands above and between the tables of a PDF file, as the Word file behind it has it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from customs_coop.formats.pages.content import Grid, paragraphs_of
from customs_coop.formats.pdf.reading import read_pdf
from customs_coop.loading import read
from customs_coop.readers import Reading

pytest.importorskip("pdfplumber", reason="pdfplumber is not there")

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"  # as test_pdf.py has it
ENGLISH = (
    ("NOTE", "From: Presidency", "To: Customs Cooperation Working Party",
     "Subject: Seventh Action Plan (1 July 2014 - 31 December 2015)",
     "Delegations will find attached the draft plan."),
    ("Code", "Action", "Performance indicator", "Responsible party"),
    (("Work Area 1. Sheds", (("7.1", "Watch the sheds", "Report by June 2015", "CCWP"),
                             ("7.2", "Map the ports", "Annual updates", "Commission"))),
     ("Work Area 2. Boxes", (("7.3", "Count the boxes", "List by end 2014", "Europol"),))),
)  # fmt: skip
FRENCH = (
    ("CONSEIL DE L'UNION EUROPÉENNE", "Bruxelles, le 3 mai 2014", "9876/14", "LIMITE", "NOTE",
     "de : la Présidence", 'à : Groupe "Coopération douanière"',
     ("Objet : Septième plan d'action en matière de coopération douanière "
     "(1er juillet 2014 - 31 mai 2015)"),
     ("Les délégations trouveront ci-joint le projet de plan. Ce plan dit qui regarde les hangars "
     "de la côte, qui compte les caisses dans chacun d'eux, et à qui il en est rendu compte chaque "
     "année avant la fin de l'été.")),
    ("N°", "Action", "Indicateur de performance", "Partie responsable"),
    (("Domaine de travail 1. Hangars", (("7.1", "Voir les hangars", "Rapport en 2015", "GCD"),)),
     ("Domaine de travail 2. Caisses", (("7.2", "Compter les caisses", "Liste en 2014", "OLAF"),))),
)  # fmt: skip
# How far paragraphs stand apart in points, None for what Word takes by itself; how lines are
# set; whether headings are bold; and whether the page lies on its side.
LOOKS = {
    "usual": (None, None, False, False),
    "wide": (None, None, False, True),
    "small-gap": (4, 1.0, False, False),
    "close": (0, 1.0, False, True),
    "close-bold": (0, 1.0, True, False),
    "double": (8, 2.0, False, False),
}

# Every look in one of the languages, and the two that are usual in both.
PRINTED = (
    *(("en", look) for look in ("usual", "small-gap", "close", "double")),
    *(("fr", look) for look in ("usual", "wide", "close-bold", "double")),
)


def save(path: Path, parts: tuple, gap: int | None, leading: float | None,  # type: ignore[type-arg] # nested texts
         *, bold: bool, lying: bool) -> None:  # fmt: skip
    docx = pytest.importorskip("docx")
    made = docx.Document()
    section = made.sections[0]
    if lying:
        section.page_width, section.page_height = section.page_height, section.page_width
    if gap is not None:
        made.styles["Normal"].paragraph_format.space_after = docx.shared.Pt(gap)
    if leading is not None:
        made.styles["Normal"].paragraph_format.line_spacing = leading
    above, headings, areas = parts
    for text in above:
        made.add_paragraph(text)
    for heading, rows in areas:
        made.add_paragraph().add_run(heading).bold = bold
        table = made.add_table(rows=0, cols=len(headings))
        table.style = "Table Grid"
        for row in (headings, *rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    made.save(path)


# Each cell has the paragraphs that "|" parts; the columns are narrower than their words.
NARROW = (
    ("Code", "Action", "Deadline", "Performance indicator", "Responsible party"),
    ("10.11", "Watch the sheds on the coast, and count the boxes in each of them by day|Report",
     "31.12.2014", "Questionnaire sent to all|Report", "CCWP|Europol|Member States"),
    ("10.12", "Map the ports of the Union and the ways that lead to them from the land|Seminar",
     "15.3.2015|31/12/2015", "List of ports|Handbook on the ways", "Commission|OLAF|SE, DK, FI"),
    ("10.13", "Look into what it takes to find the boxes that nobody has counted so far|Survey",
     "1.5.2015", "Survey of the group", "Presidency, Commission|CCWP"),
)  # fmt: skip
CENTIMETRES = (0.9, 5.2, 1.6, 2.1, 2.6)


def save_narrow(path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.styles["Normal"].font.name = "Liberation Serif"
    made.styles["Normal"].font.size = docx.shared.Pt(10)
    made.styles["Normal"].paragraph_format.space_after = docx.shared.Pt(0)
    made.add_paragraph("Tenth Action Plan (2014-2015)")
    table = made.add_table(rows=0, cols=len(CENTIMETRES))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, CENTIMETRES, strict=True):
        column.width = docx.shared.Cm(width)
    for row in NARROW:
        for cell, text, width in zip(table.add_row().cells, row, CENTIMETRES, strict=True):
            cell.width = docx.shared.Cm(width)
            first, *more = text.split("|")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    made.save(path)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not there")
    folder = tmp_path_factory.mktemp("paragraphs")
    for language, look in PRINTED:
        gap, leading, bold, lying = LOOKS[look]
        path = folder / f"{language}-{look}.docx"
        parts = {"en": ENGLISH, "fr": FRENCH}[language]
        save(path, parts, gap, leading, bold=bold, lying=lying)
    save_narrow(folder / "narrow.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    names = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=240)
    return folder


def told(reading: Reading) -> list[tuple[str, str]]:
    # Only pages break rows.
    return [(found.code, found.message) for found in reading.report if found.code != "CC198"]


@pytest.mark.client
@pytest.mark.parametrize(("language", "look"), PRINTED)
def test_a_plan_is_the_same_from_its_document_and_its_pdf(
    language: str, look: str, converted: Path
) -> None:
    printed = read(converted / f"{language}-{look}.docx")
    reading = read(converted / f"{language}-{look}.pdf")
    assert len(printed.dossier.plan.work_areas) == 2
    assert reading.dossier == printed.dossier
    assert [left.text for left in reading.residue] == [left.text for left in printed.residue]
    assert told(reading) == told(printed)


@pytest.mark.client
def test_narrow_cells_have_the_words_and_paragraphs_of_the_document(converted: Path) -> None:
    if os.environ.get("NEW_GOLDEN_FILES"):
        shutil.copy(converted / "narrow.pdf", GOLDEN)
    assert_narrow_cells_are_whole(converted / "narrow.pdf", converted / "narrow.docx")


def test_narrow_cells_of_a_kept_file_have_them_too(tmp_path: Path) -> None:
    save_narrow(tmp_path / "narrow.docx")
    assert_narrow_cells_are_whole(GOLDEN / "narrow.pdf", tmp_path / "narrow.docx")


def assert_narrow_cells_are_whole(made: Path, document: Path) -> None:
    opened = read_pdf(made.read_bytes())
    (grid,) = (block for block in opened.blocks if isinstance(block, Grid))
    assert [
        tuple("|".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells)
        for row in grid.rows
    ] == list(NARROW)
    printed = read(document)
    assert [str(action.code) for action in printed.dossier.plan] == ["10.11", "10.12", "10.13"]
    assert read(made).dossier == printed.dossier
