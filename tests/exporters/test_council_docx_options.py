"""The options of council-docx: language of the headings, cover, page numbers, template."""

import functools
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from customs_coop.errors import ExportOptionError, InvalidValueError
from customs_coop.exporters import export, write
from customs_coop.exporters.council_docx import CouncilDocx
from customs_coop.loading import read_bytes
from customs_coop.model import Dossier, Marking
from customs_coop.readers import Reading
from folded import every_case
from sample_plans import action_plan_dossier, timetable, work_plan_dossier

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(subject: Dossier, **options: object) -> bytes:
    content = export(subject, "council-docx", **options)
    assert isinstance(content, bytes)
    return content


SAMPLES = {
    "work-plan": work_plan_dossier(),
    "action-plan": action_plan_dossier(),
    "timetable": Dossier.of(timetable()),
}


@functools.cache
def in_english(name: str) -> Reading:
    return read_bytes(made(SAMPLES[name]))


@every_case(
    ("name", "language"),
    [("work-plan", "fr"), ("work-plan", "de"), ("action-plan", "de"), ("timetable", "fr")],
)
def test_a_table_under_other_headings_is_the_same_to_readers(name: str, language: str) -> None:
    english = in_english(name)
    other = read_bytes(made(SAMPLES[name], language=language))
    assert other.dossier == english.dossier
    assert not [left.text for left in other.residue]


@pytest.mark.parametrize(
    ("language", "tag", "headings", "label", "area"),
    [
        (
            "fr",
            "fr-FR",
            ["Code", "Action/Activité", "Objectif stratégique", "Priorité"],
            "Période:",
            "Domaine d'action 1. Data on traffic",
        ),
        (
            "de",
            "de-DE",
            ["Code", "Maßnahme/Tätigkeit", "Strategisches Ziel", "Priorität"],
            "Zeitraum:",
            "Arbeitsbereich 1. Data on traffic",
        ),
    ],
)
def test_headings_and_document_are_in_the_language(
    language: str, tag: str, headings: list[str], label: str, area: str
) -> None:
    content = made(work_plan_dossier(), language=language)
    document = docx.Document(io.BytesIO(content))
    assert [cell.text for cell in document.tables[-1].rows[0].cells][:4] == headings
    assert label in [row.cells[0].text for row in document.tables[0].rows]
    assert area in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.language == tag
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert f'<w:lang w:val="{tag}" w:eastAsia="{tag}"' in styles
    assert "en-GB" not in styles


def test_without_a_cover_title_and_period_remain_and_the_rows_are_the_same() -> None:
    dossier = work_plan_dossier()
    content = made(dossier, cover=False)
    document = docx.Document(io.BytesIO(content))
    assert [row.cells[0].text for row in document.tables[0].rows] == ["Period:", "Plan:"]
    # The marking stays on each page.
    assert document.sections[0].header.paragraphs[0].text == "14680/05\tLIMITE"
    plan, whole = read_bytes(content).dossier.plan, read_bytes(made(dossier)).dossier.plan
    assert (plan.id, plan.period, plan.actions) == (whole.id, whole.period, whole.actions)
    assert plan.document == whole.document
    assert "document.origin" not in CouncilDocx(cover=False).carries
    assert "document.origin" in CouncilDocx().carries


def test_pages_are_numbered_unless_somebody_else_does_it() -> None:
    def foot(content: bytes) -> str:
        return str(docx.Document(io.BytesIO(content)).sections[0].footer.paragraphs[0]._p.xml)

    assert " PAGE " in foot(made(work_plan_dossier()))
    assert " PAGE " not in foot(made(work_plan_dossier(), page_numbers=False))


def test_each_table_says_what_it_holds_and_each_row_has_a_bookmark() -> None:
    with zipfile.ZipFile(io.BytesIO(made(work_plan_dossier()))) as archive:
        body = archive.read("word/document.xml").decode()
    assert '<w:tblCaption w:val="Work Area 1. Data on traffic"/>' in body
    assert body.count("<w:bookmarkStart ") == len(work_plan_dossier().plan.actions)


def normal_of(document: Document) -> ParagraphStyle:
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    return style


def template(folder: Path, *, words: str = "", head: str = "", name: str = "house.docx") -> Path:
    """A document upright, in another font, as Word in German writes it."""
    document = docx.Document()
    normal_of(document).font.name = "Georgia"
    heading = document.styles["Heading 1"].element
    heading.set(next(key for key in heading.attrib if key.endswith("styleId")), "berschrift1")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    if words:
        document.add_paragraph(words)
    if head:
        section.header.paragraphs[0].text = head
    path = folder / name
    document.save(str(path))
    return path


def test_styles_page_and_head_are_those_of_the_template(tmp_path: Path) -> None:
    content = made(work_plan_dossier(), template=str(template(tmp_path, head="Our house")))
    document = docx.Document(io.BytesIO(content))
    assert normal_of(document).font.name == "Georgia"
    section = document.sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    assert section.header.paragraphs[0].text == "Our house"
    assert "14680/05" in section.footer.paragraphs[0].text
    # The table is as wide as the margins allow: 170 mm, in twentieths of a point.
    assert document.tables[-1]._tbl.xpath("string(w:tblPr/w:tblW/@w:w)") in ("9637", "9638", "9639")
    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Document Number"} <= names
    plain = read_bytes(made(work_plan_dossier())).dossier
    assert read_bytes(content).dossier == plain


def test_a_template_of_word_itself_does_too(tmp_path: Path) -> None:
    source, target = template(tmp_path), tmp_path / "house.dotx"
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(b"document.main+xml", b"template.main+xml"))
    content = made(work_plan_dossier(), template=str(target))
    assert normal_of(docx.Document(io.BytesIO(content))).font.name == "Georgia"


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no archive")
    for path, reason in (
        (tmp_path / "none.docx", "cannot be read: No such file"),
        (broken, "is no Word document"),
        (template(tmp_path, words="Dear all"), "holds the words 'Dear all'"),
    ):
        with pytest.raises(InvalidValueError, match=reason):
            made(work_plan_dossier(), template=str(path))


@every_case(
    ("head", "apart", "above"),
    [
        ("Our house", False, ["14680/05 LIMITE"]),
        ("", False, []),
        # The first page has a head of its own, which tells nothing.
        ("", True, ["14680/05 LIMITE"]),
    ],
)
def test_number_and_marking_stand_above_the_title_where_no_head_tells_them(
    head: str, above: list[str], *, apart: bool, tmp_path: Path
) -> None:
    house = template(tmp_path, head=head)
    if apart:
        opened = docx.Document(str(house))
        opened.sections[0].different_first_page_header_footer = True
        opened.save(str(house))
    content = made(work_plan_dossier(), template=house, cover=False)
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]
    assert words[: words.index(work_plan_dossier().plan.title)] == above
    reading = read_bytes(content)
    assert [one.marking for one in reading.dossier.documents] == [Marking.LIMITE]
    assert not reading.residue


def test_a_plan_without_a_number_has_no_line_above_its_title(tmp_path: Path) -> None:
    content = made(SAMPLES["timetable"], template=template(tmp_path, head="House"), cover=False)
    first = docx.Document(io.BytesIO(content)).paragraphs[0].text
    assert first == SAMPLES["timetable"].plan.title


def test_a_footer_that_only_counts_pages_is_kept(tmp_path: Path) -> None:
    house = template(tmp_path)
    opened = docx.Document(str(house))
    run = opened.sections[0].footer.paragraphs[0].add_run()
    run._r.append(run._r.makeelement(f"{W}instrText", {}))
    opened.save(str(house))
    content = made(work_plan_dossier(), template=str(house))
    assert docx.Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text == ""


def test_a_template_may_be_a_path_or_a_text_and_an_empty_one_is_told(tmp_path: Path) -> None:
    house = template(tmp_path)
    assert made(work_plan_dossier(), template=house) == made(
        work_plan_dossier(), template=str(house)
    )
    with pytest.raises(ExportOptionError, match="format council-docx is empty"):
        made(work_plan_dossier(), template="")


def test_the_template_is_not_written_onto_by_whatever_link(tmp_path: Path) -> None:
    house = template(tmp_path)
    before = house.read_bytes()
    soft, hard = tmp_path / "soft.docx", tmp_path / "hard.docx"
    soft.symlink_to(house)
    hard.hardlink_to(house)
    for place in (house, tmp_path / "." / "house.docx", soft, hard):
        with pytest.raises(InvalidValueError, match="is read, as the option template"):
            write(work_plan_dossier(), place, template=house)
    assert house.read_bytes() == before
    assert write(work_plan_dossier(), tmp_path / "new.docx", template=house).exists()
