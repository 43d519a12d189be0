import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.text.paragraph import Paragraph

from customs_coop.exporters import export, write
from customs_coop.exporters.council_docx import CouncilDocx
from customs_coop.formats.characters import replace_illegal
from customs_coop.formats.word.writing import GREY_SHADE, TABLE_WIDTH
from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan, Dossier, Status
from sample_ledgers import long_ledger
from sample_plans import (
    HOSTILE,
    action_plan_dossier,
    hostile_plan,
    timetable,
    work_plan,
    work_plan_dossier,
)


def opened(subject: Dossier | ActionPlan) -> Document:
    return docx.Document(io.BytesIO(export(subject, "council-docx")))


def style_of(paragraph: Paragraph) -> str | None:
    return None if paragraph.style is None else paragraph.style.name


def part(subject: Dossier | ActionPlan, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(export(subject, "council-docx"))) as archive:
        return archive.read(name).decode()


def test_the_page_is_a4_across() -> None:
    section = opened(work_plan()).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert section.orientation == WD_ORIENT.LANDSCAPE


def test_there_is_one_table_for_each_work_area_below_a_heading() -> None:
    document = opened(work_plan())
    grids = [t for t in document.tables if t.style is not None and t.style.name == "Table Grid"]
    assert [len(table.rows) for table in grids] == [2 + 2, 2 + 1]
    found = [p.text for p in document.paragraphs if style_of(p) == "Heading 1"]
    assert found == ["Work Area 1. Data on traffic", "Work Area 2"]
    empty = [p.text for p in document.paragraphs if style_of(p) == "Heading 3"]
    assert empty == ["Work Area 3. Empty area"]
    assert [p.text for p in document.paragraphs if style_of(p) == "Title"] == ["Sample Work Plan"]


def test_both_heading_rows_are_repeated_and_no_row_is_torn() -> None:
    table = opened(work_plan()).tables[-2]
    repeated = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert repeated == [True, True, False, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert [cell.text for cell in table.rows[1].cells] == ["1", "2", "3", "4", "5", "6"]


def test_completed_rows_are_grey_in_every_cell_and_others_in_none() -> None:
    table = opened(work_plan()).tables[-2]
    shaded = [
        [bool(cell._tc.xpath("w:tcPr/w:shd")) for cell in row.cells] for row in table.rows[2:]
    ]
    assert shaded == [[False] * 6, [True] * 6]


def test_the_cells_hold_the_words_in_paragraphs() -> None:
    row = opened(work_plan()).tables[-2].rows[2].cells
    assert row[0].text == "1.1"
    assert row[1].text == "Keep watch over the use of the register\u00a0¹"
    assert [p.text for p in row[5].paragraphs][:2] == [
        "CCWG (Project Group?)",
        "Other interested parties:",
    ]
    assert row[5].paragraphs[1].runs[0].italic
    assert not row[5].paragraphs[0].runs[0].italic


def test_notes_stand_below_their_table() -> None:
    texts = [p.text for p in opened(work_plan()).paragraphs if style_of(p) == "Note"]
    assert texts == [
        "Note: Figures are those of the year before.",
        "¹ Others have to agree before this begins.",
        "",  # no document ends with a table
    ]


def test_the_objectives_stand_above_the_table() -> None:
    found = [(style_of(p), p.text) for p in opened(action_plan_dossier()).paragraphs]
    at = found.index(("Heading 2", "Strategic objectives"))
    assert found[at + 1 : at + 3] == [
        ("Objective", "(1) Try new forms"),
        ("Objective", "(2) Go on"),
    ]


def test_terms_of_reference_take_the_full_width() -> None:
    table = opened(action_plan_dossier()).tables[-1]
    box = table.rows[2]
    assert box.cells[0]._tc is box.cells[-1]._tc
    assert box.cells[0].text.splitlines() == [
        "Terms of reference",
        "Consignments grow in number.",
        "Nobody counts them yet.",
    ]


def test_the_cover_and_the_edges_of_the_page_have_number_and_marking() -> None:
    document = opened(work_plan_dossier())
    top = [p.text for p in document.paragraphs if style_of(p) == "Document Number"]
    assert top == ["14680/05", "LIMITE", "ENFOCUSTOM 74"]
    lines = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert lines["Subject:"] == "Sample plan, as revised"
    assert lines["From:"] == "Presidency"
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "14680/05\tLIMITE"
    footer = section.footer.paragraphs[0]._p.xml
    assert "14680/05" in footer
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_the_file_is_small_and_in_british_english_without_a_picture() -> None:
    content = export(work_plan(), "council-docx")
    assert len(content) < 20_000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert not [n for n in names if "thumbnail" in n or "stylesWithEffects" in n]
        styles = archive.read("word/styles.xml").decode()
        assert not [n for n in names if b"en-US" in archive.read(n)]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert 'w:val="en-GB"' in styles
    assert "Liberation Sans" in part(work_plan(), "word/fontTable.xml")


def test_the_properties_come_from_the_plan_and_not_from_the_clock() -> None:
    properties = opened(work_plan_dossier()).core_properties
    assert properties.title == "Sample Work Plan"
    assert properties.created is not None
    assert properties.modified is not None
    assert properties.created.date().isoformat() == "2005-11-29"
    assert properties.modified.date().isoformat() == "2005-11-29"
    assert properties.author == ""


def test_hostile_words_stand_there_as_words() -> None:
    document = opened(hostile_plan())
    expected = " ".join(replace_illegal(HOSTILE).split())
    cells = [" ".join(cell.text.split()) for row in document.tables[-1].rows for cell in row.cells]
    assert expected in cells
    assert not [cell for cell in cells if "\x00" in cell]


def test_a_plan_without_actions_and_a_very_long_title_are_documents_too() -> None:
    (cover,) = opened(ActionPlan(id="E", title="")).tables
    assert [cell.text for cell in cover.rows[0].cells] == ["Plan:", "E"]
    plan = ActionPlan(id="E", title="t" * 1000, actions=[Action(code="1", title="")])
    assert len(opened(plan).core_properties.title) == 255


def test_the_columns_can_be_named() -> None:
    content = CouncilDocx(columns="timetable").render(Dossier.of(work_plan()))
    table = docx.Document(io.BytesIO(content)).tables[-1]
    assert [cell.text for cell in table.rows[0].cells][:3] == ["No", "Action", "Deadlines"]


def test_a_thousand_actions_take_linear_time() -> None:
    actions = [Action(code=str(i), title="x", priority="High") for i in range(1000)]
    document = opened(ActionPlan(id="L", title="Long", actions=actions))
    assert len(document.tables[-1]._tbl.tr_lst) == 1002


def test_an_action_stays_on_one_page_with_its_boxes() -> None:
    table = opened(action_plan_dossier()).tables[-1]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    # Word goes by all paragraphs of a row, LibreOffice by the first one.
    kept = [
        {bool(p._p.xpath("w:pPr/w:keepNext")) for cell in row.cells for p in cell.paragraphs}
        for row in table.rows
    ]
    actions = [len(row._tr.tc_lst) > 1 for row in table.rows]
    boxes_below = [not below for below in actions[1:]] + [False]
    assert kept == [{True}, *({below} for below in boxes_below[1:])]
    assert True in boxes_below


def test_only_what_is_longer_than_a_page_may_be_torn() -> None:
    actions = [
        Action(code=str(at), title="Read", terms_of_reference="word " * words)
        for at, words in enumerate((100, 3000), start=1)
    ]
    table = opened(ActionPlan(id="L", title="Long", actions=actions)).tables[-1]
    torn = [not row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows]
    assert torn == [False, False, False, False, True]


def test_the_widths_follow_the_words_in_all_tables_alike() -> None:
    content = CouncilDocx(columns="timetable").render(Dossier.of(work_plan()))
    document = docx.Document(io.BytesIO(content))
    grids = [
        [int(width) for width in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        for table in document.tables
        if table._tbl.tblStyle_val == "TableGrid"
    ]
    assert len(grids) > 1
    assert all(grid == grids[0] for grid in grids)
    assert sum(grids[0]) == TABLE_WIDTH
    headings = [cell.text for cell in document.tables[-1].rows[0].cells]
    widths = dict(zip(headings, grids[0], strict=True))
    # No action has a deadline, and all have indicators.
    assert widths["Deadlines"] < TABLE_WIDTH // 12
    assert widths["Performance Indicator (incl. timescale)"] > 2 * widths["Deadlines"]


def test_the_headings_of_a_template_stay_with_their_table(tmp_path: Path) -> None:
    template = docx.Document()
    for kept in template.styles.element.xpath("//w:keepNext"):
        kept.getparent().remove(kept)
    template.save(str(tmp_path / "house.docx"))
    content = CouncilDocx(template=tmp_path / "house.docx").render(Dossier.of(work_plan()))
    found = docx.Document(io.BytesIO(content)).paragraphs
    headings = [one for one in found if (style_of(one) or "").startswith("Heading")]
    assert headings
    assert all(one.paragraph_format.keep_with_next for one in headings)


def plan_with_boxes() -> ActionPlan:
    """Terms of reference of several lines each, which do not go up in pages."""
    actions = [
        Action(
            code=str(number),
            title=f"Begin{number}",
            outcomes=["Things are better"] * (number % 3),
            terms_of_reference="\n".join(
                [*(["Terms " * 90] * (number % 4 + 1)), f"Finish{number} " * 60]
            ),
            work_area="1",
        )
        for number in range(1, 13)
    ]
    return ActionPlan(id="B", title="Boxes", actions=actions)


@pytest.mark.client
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice is not there"
)
def test_libreoffice_shows_the_headings_on_each_page(tmp_path: Path) -> None:
    actions = [
        Action(
            code=str(i),
            title="Word " * 60,
            priority="High",
            work_area="1",
            # Nothing but the grey tells that the last rows are completed.
            status=Status.COMPLETED if i > 30 else Status.OPEN,
        )
        for i in range(1, 41)
    ]
    plan = ActionPlan(id="L", title="Long", actions=actions, period=timetable().period)
    path = write(plan, tmp_path / "long.docx")
    annex = write(long_ledger(), tmp_path / "annex.docx")  # in one call: it takes seconds
    boxes = write(plan_with_boxes(), tmp_path / "boxes.docx")
    narrow = write(work_plan(), tmp_path / "narrow.docx", columns="timetable")
    files = (path, annex, boxes, narrow)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=100,
    )
    lengths: dict[str, int] = {}
    for name, heading in (("long.pdf", "Action/Activity"), ("annex.pdf", "What became of it")):
        info = subprocess.run(
            ["pdfinfo", tmp_path / name], check=True, capture_output=True, text=True
        ).stdout
        pages = lengths[name] = int(info.split("Pages:")[1].split()[0])
        text = subprocess.run(
            ["pdftotext", "-layout", tmp_path / name, "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        assert "841.89 x 595" in info
        assert pages > 1
        assert text.count(heading) == pages
        assert "[Status" not in text
    first, last = (grey_share(tmp_path / "long.pdf", page) for page in (1, lengths["long.pdf"]))
    assert first < 0.01
    assert last > 0.05
    # Each action with the end of its box, and the heading with the first of them.
    pages_of_boxes = [set(page.split()) for page in text_of(tmp_path / "boxes.pdf").split("\f")]
    begun, ended = (
        {
            number: at
            for number in range(1, 13)
            for at, words in enumerate(pages_of_boxes)
            if f"{name}{number}" in words
        }
        for name in ("Begin", "Finish")
    )
    assert begun == ended
    assert len(begun) == 12
    assert len(set(begun.values())) > 2
    (headed,) = (at for at, words in enumerate(pages_of_boxes) if {"Work", "Area"} <= words)
    assert headed == begun[1]
    assert {"Objective", "Deadlines", "Priority", "Performance"} <= set(
        text_of(tmp_path / "narrow.pdf").split()
    )


def text_of(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", path, "-"], check=True, capture_output=True, text=True
    ).stdout


def grey_share(path: Path, page: int) -> float:
    """How much of a page is in the grey of completed rows."""
    numbers = ["-f", str(page), "-l", str(page), "-r", "20"]
    drawn = subprocess.run(["pdftoppm", *numbers, path], check=True, capture_output=True).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    grey = bytes.fromhex(GREY_SHADE)
    return sum(pixels[at : at + 3] == grey for at in range(0, len(pixels), 3)) / (width * height)


def test_words_from_right_to_left_run_that_way() -> None:
    title = "\u05d1\u05d3\u05d9\u05e7\u05d4 5.1 and English"
    plan = ActionPlan(id="P", title="Plan", actions=[Action(code="1", title=title)])
    cells = opened(plan).tables[-1].rows[-1].cells
    assert [bool(cell.paragraphs[0]._p.xpath("w:pPr/w:bidi")) for cell in cells][:2] == [
        False,
        True,
    ]
    assert read_bytes(export(plan, "council-docx")).dossier.plan.actions[0].title == title


def test_the_last_row_stays_with_the_notes_below_it() -> None:
    noted = attrs.evolve(work_plan(), actions=work_plan().actions[:1])
    row = opened(noted).tables[-1].rows[-1]
    assert noted.actions[0].notes
    assert all(p._p.xpath("w:pPr/w:keepNext") for cell in row.cells for p in cell.paragraphs)
