"""Heads and feet of the pages of Word files: number and marking, where no cover tells them."""

import io
import re

import docx
import pytest
from docx.document import Document
from docx.section import _Footer, _Header

from customs_coop.errors import MarkingError
from customs_coop.exporters import export
from customs_coop.formats.provenance import marking_of
from customs_coop.loading import read_bytes
from customs_coop.model import Marking, Named
from customs_coop.readers import Reading
from customs_coop.readers.document.edges import edge_words
from customs_coop.references import DocumentNumber
from folded import every_case
from sample_plans import work_plan_dossier
from word_files import HEADER, cell, paragraph, row, table, word_file

OWN = DocumentNumber.parse("14680/05")


@every_case(
    ("line", "number", "marking"),
    [
        ("14680/05\tLIMITE", "14680/05", "LIMITE"),
        ("14680/05   JPW/kg   3", "14680/05", ""),
        ("14680/1/05 REV 1 ENFOCUSTOM 74 LIMITE EN", "14680/1/05 REV 1", "LIMITE"),
        ("ST 815 2011", "", ""),
        ("ST 815/11 – Draft plan", "ST 815/11", ""),
        ("Doc. No. 14680/05 | Page 3 of 12", "14680/05", ""),
        ("Draft plan • 14680/05", "14680/05", ""),
        ("DG H 2B LIMITE EN", "", "LIMITE"),
        ("Marking: Limite", "", "LIMITE"),
        ("RESTREINT UE/EU RESTRICTED", "", "RESTREINT UE/EU RESTRICTED"),
        ("PUBLIC", "", "PUBLIC"),
        # A marking in capitals counts beside any words, also beside the number.
        ("Council of the European Union 14680/05 LIMITE", "14680/05", "LIMITE"),
        ("LIMITE 14680/05", "14680/05", "LIMITE"),
        ("Marking: LIMITE 14680/05", "14680/05", "LIMITE"),
        ("14680/05LIMITE", "14680/05", "LIMITE"),
        ("ENFOCUSTOM 74 LIMITE", "", "LIMITE"),
        ("Draft LIMITE", "", "LIMITE"),
        ("DRAFT – LIMITE", "", "LIMITE"),
        ("WORK PLAN LIMITE", "", "LIMITE"),
        ("DOCUMENT L I M I T E", "", "LIMITE"),
        ("DG A LIMITE DE 3", "", "LIMITE"),
        ("Our house, EU RESTRICTED", "", "EU RESTRICTED"),
        ("Distribution: limite, Group of Harbours", "", "LIMITE"),
        ("SECRET UE/EU SECRET", "", "SECRET UE/EU SECRET"),
        ("LIMITE " * 60, "", "LIMITE"),
        ("2004/06 LIMITE", "2004/06", "LIMITE"),
        ("2004/06 JPW/kg 3", "2004/06", ""),
        # None of these is the number of the document, or its marking.
        ("3/12", "", ""),
        ("12/05/2006", "", ""),
        ("2011/12", "", ""),
        ("2011/2012", "", ""),
        ("2004/06", "", ""),
        ("2004/2006", "", ""),
        ("DATE LIMITE: 3 MAI", "", ""),
        ("Délai LIMITE", "", ""),
        ("the limite of the area", "", ""),
        ("COMITÉ RESTREINT", "", ""),
        ("14680/05 VALEUR LIMITE", "14680/05", ""),
        ("Regulation 2913/92", "", ""),
        ("as in 14680/05", "", ""),
        ("14680/05 was discussed", "", ""),
        ("PLAN LIMITE DES CONTROLES", "", ""),
        ("A PUBLIC HEALTH MATTER", "", ""),
        ("Limited access", "", ""),
        ("14680/05.2", "", ""),
    ],
)
def test_number_and_marking_are_told_from_other_words(line: str, number: str, marking: str) -> None:
    found = edge_words([line])
    assert (found.number, found.marking) == (number, marking)


def test_the_first_number_counts_and_what_keeps_back_goes_before_public() -> None:
    found = edge_words(["PUBLIC", "14680/05", "1234/06", "LIMITE"])
    assert (found.number, found.marking) == ("14680/05", "LIMITE")


def test_what_else_stands_there_is_told() -> None:
    found = edge_words(["14680/05\tLIMITE", "Page 3 of 12", "3/12", "14680/05 JPW/kg", "Our house"])
    assert found.others(OWN, "LIMITE") == ("14680/05 JPW/kg", "Our house")
    assert found.others(OWN, "PUBLIC")[0] == "14680/05\tLIMITE"
    assert edge_words(["1234/06"]).others(OWN, "") == ("1234/06",)
    assert edge_words(["Draft LIMITE", "2004/06"]).others(None, "LIMITE") == (
        "Draft LIMITE",
        "2004/06",
    )


def test_hostile_lines_are_read_in_linear_time() -> None:
    assert edge_words(["14680/05 " + "A " * 100_000, " " * 100_000, "n." * 100_000]).number == ""
    assert edge_words(["DATE LIMITE " * 20_000]).marking == ""


def plain() -> Document:
    document = docx.Document()
    document.add_paragraph("Fourth Work Plan 2010-2011")
    held = document.add_table(rows=0, cols=4)
    for cells in (
        ("Code", "Action", "Priority", "Responsible party"),
        ("3.1", "W", "High", "CCWG"),
    ):
        for place, words in zip(held.add_row().cells, cells, strict=True):
            place.text = words
    return document


def read(document: Document) -> Reading:
    made = io.BytesIO()
    document.save(made)
    return read_bytes(made.getvalue())


def told(reading: Reading) -> list[str]:
    return [found.message for found in reading.report if found.code == "CC196"]


def test_an_export_without_a_cover_keeps_its_number_and_its_marking() -> None:
    content = export(work_plan_dossier(), "council-docx", cover=False)
    reading = read_bytes(content)
    (document,) = reading.dossier.documents
    assert (str(document.reference), document.marking) == ("14680/05", Marking.LIMITE)
    assert reading.dossier.plan.document == document.reference
    assert not reading.residue
    assert told(reading) == [
        '"14680/05 LIMITE" was taken from the heads and feet of pages, as no cover tells it'
    ]
    with pytest.raises(MarkingError):
        export(reading.dossier, "council-html", public=True)


def test_a_cover_goes_before_the_heads_of_its_pages() -> None:
    reading = read_bytes(export(work_plan_dossier(), "council-docx"))
    assert told(reading) == []
    document = plain()
    document.paragraphs[0].insert_paragraph_before("1234/10")
    document.sections[0].header.paragraphs[0].text = "5678/11\tLIMITE\tOur house"
    reading = read(document)
    (found,) = reading.dossier.documents
    assert (str(found.reference), found.marking) == ("1234/10", Marking.LIMITE)
    assert told(reading)[1:] == [
        'heads and feet of pages were left out: "5678/11 LIMITE Our house"'
    ]


@pytest.mark.parametrize("edge", ["header", "footer", "first", "even", "second section"])
def test_heads_and_feet_of_every_kind_are_looked_at(edge: str) -> None:
    document = plain()
    section = document.sections[0]
    place: _Header | _Footer
    if edge == "first":
        section.different_first_page_header_footer = True
        place = section.first_page_header
    elif edge == "even":
        document.settings.odd_and_even_pages_header_footer = True
        place = section.even_page_footer
    elif edge == "second section":
        place = document.add_section().header
        place.is_linked_to_previous = False
    else:
        place = section.header if edge == "header" else section.footer
    place.paragraphs[0].text = "1234/10 LIMITE"
    reading = read(document)
    assert [str(one.reference) for one in reading.dossier.documents] == ["1234/10"]
    assert reading.dossier.documents[0].marking is Marking.LIMITE


@pytest.mark.parametrize("kind", ["first_page_header", "even_page_header"])
def test_heads_that_no_page_shows_are_not_read(kind: str) -> None:
    document = plain()
    getattr(document.sections[0], kind).paragraphs[0].text = "1234/10 LIMITE"
    reading = read(document)
    assert not reading.dossier.documents
    assert told(reading) == []


def test_cells_and_text_boxes_of_a_head_are_looked_at_one_by_one() -> None:
    body = paragraph("Fourth Work Plan 2010-2011") + table(HEADER, row("3.1", "W", "High", "CCWG"))
    points = (
        '<w:sectPr><w:headerReference xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships" w:type="default" r:id="r0"/></w:sectPr>'
    )
    head = table(row(cell("Plan of the house"), cell("1234/10"), cell("LIMITE")))
    reading = read_bytes(word_file(body + points, header=head))
    (found,) = reading.dossier.documents
    assert (str(found.reference), found.marking) == ("1234/10", Marking.LIMITE)
    assert [action.title for action in reading.dossier.plan] == ["W"]
    assert told(reading)[1:] == ['heads and feet of pages were left out: "Plan of the house"']


@pytest.mark.parametrize("words", ["LIMITE", "RESTREINT UE/EU RESTRICTED"])
def test_a_marking_without_any_number_is_that_of_the_plan(words: str) -> None:
    document = plain()
    document.sections[0].header.paragraphs[0].text = words
    reading = read(document)
    (found,) = reading.dossier.documents
    plan = reading.dossier.plan
    assert found.reference == Named("Fourth Work Plan 2010-2011", "document")
    wanted = Marking.LIMITE if words == "LIMITE" else words
    assert marking_of(plan, reading.dossier) == found.marking == wanted
    assert (plan.title, plan.document) == ("Fourth Work Plan 2010-2011", None)
    assert not reading.residue
    assert told(reading) == [
        f'"{words}" was taken from the heads and feet of pages, as no cover tells it'
    ]
    name = re.escape(f"not for the public: Fourth Work Plan 2010-2011 ({words})")
    for wanted_plan in (None, plan.id):
        with pytest.raises(MarkingError, match=name):
            export(reading.dossier, "council-text", public=True, plan=wanted_plan)


@pytest.mark.parametrize("to", ["council-text", "council-docx", "council-html", "council-csv"])
def test_a_marking_without_any_number_is_printed_and_read_back(to: str) -> None:
    document = plain()
    document.sections[0].header.paragraphs[0].text = "LIMITE"
    content = export(read(document).dossier, to)
    data = content if isinstance(content, bytes) else content.encode()
    assert b"LIMITE" in data or to == "council-docx"
    if to != "council-text":  # which is written for people alone
        back = read_bytes(data)
        assert [one.marking for one in back.dossier.documents] == [Marking.LIMITE]
        assert not back.residue


def test_the_head_of_a_page_is_stricter_than_a_cover_for_the_public() -> None:
    document = plain()
    document.paragraphs[0].insert_paragraph_before("1234/10 PUBLIC")
    document.sections[0].header.paragraphs[0].text = "1234/10 LIMITE"
    (found,) = read(document).dossier.documents
    assert (str(found.reference), found.marking) == ("1234/10", Marking.LIMITE)


def test_a_marking_in_the_foot_of_a_web_page_counts() -> None:
    page = (
        "<html><body><nav>Home</nav><h1>Fourth Work Plan 2010-2011</h1><table>"
        "<tr><th>Code</th><th>Action</th><th>Priority</th></tr>"
        "<tr><td>3.1</td><td>Swim</td><td>High</td></tr></table>"
        "<footer>Public | {}</footer></body></html>"
    )
    marked = read_bytes(page.format("DG H LIMITE").encode())
    (found,) = marked.dossier.documents
    assert (found.title, found.marking) == ("Fourth Work Plan 2010-2011", Marking.LIMITE)
    plain_page = page.format("DATE LIMITE")
    assert not read_bytes(plain_page.encode()).dossier.documents


def test_years_in_a_foot_are_no_number() -> None:
    document = plain()
    document.sections[0].footer.paragraphs[0].text = "2010/12"
    reading = read(document)
    assert not reading.dossier.documents
    assert told(reading) == ['heads and feet of pages were left out: "2010/12"']


def test_many_heads_are_told_in_short() -> None:
    document = plain()
    for number in range(7):
        document.sections[0].header.add_paragraph(f"House rule {'abcdefg'[number] * 100}")
    (message,) = told(read(document))
    assert message.endswith('…", 3 more')
    assert len(message) < 500
