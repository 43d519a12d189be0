import io

import docx
import pytest
from docx.shared import Pt, Twips
from docx.styles.style import ParagraphStyle

from customs_coop.formats.cells import Paragraph
from customs_coop.formats.word.fitting import PageFitter
from customs_coop.formats.word.keeping import hold_rows, row_height, text_height
from customs_coop.formats.word.measuring import (
    Lettering,
    Measure,
    lettering_of,
    text_length,
    words_of,
)
from customs_coop.formats.word.writing import TableRow, WordCell

ROOM = 8000


@pytest.mark.parametrize(
    ("heights", "keeps", "splits"),
    [
        ([400], [False], [False]),
        ([400, 900], [True, False], [False, False]),
        ([400, 900, 900], [True, True, False], [False, False, False]),
        ([400, 7600], [True, False], [False, False]),  # just a page
        ([400, 7601], [True, False], [False, True]),
        ([400, 4000, 4000], [True, False, False], [False, True, True]),
        ([9000], [False], [True]),
        ([9000, 400], [False, False], [True, False]),
        ([9000, 9000], [False, False], [True, True]),
    ],
)
def test_rows_stay_together_where_a_page_holds_them(
    heights: list[int], keeps: list[bool], splits: list[bool]
) -> None:
    holds = hold_rows(heights, ROOM)
    assert [hold.keeps for hold in holds] == keeps
    assert [hold.splits for hold in holds] == splits


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    measure, lettering = Measure(), Lettering()
    long = (3000, ["word " * 60])
    alone = row_height([long], lettering, measure)
    assert row_height([(3000, []), long, (3000, ["one", "two"])], lettering, measure) == alone
    assert row_height([(3000, ["word " * 120])], lettering, measure) > 1.8 * alone
    assert row_height([(9000, ["word " * 60])], lettering, measure) < alone / 2


def cell(text: str, span: int = 1) -> WordCell:
    return WordCell(paragraphs=(Paragraph(text),), span=span)


def test_a_longer_page_keeps_longer_boxes_whole() -> None:
    heading = TableRow(cells=(cell("No"), cell("Action")), heading=True)
    action = TableRow(cells=(cell("1"), cell("Count the scanners")), code="1")
    box = TableRow(cells=(cell("word " * 1200, span=2),))
    rows = (heading, action, box, action)
    found = {}
    for height in (11_906, 30_000):
        document = docx.Document()
        document.sections[0].page_height = Twips(height)
        fitter = PageFitter(document)
        widths = fitter.widths(rows)
        assert len(widths) == 2
        held = tuple(fitter.held(rows, widths))
        assert [row.cells for row in held] == [row.cells for row in rows]
        assert [row.keeps for row in held] == [False, True, False, False]
        found[height] = [row.splits for row in held]
    assert found == {
        11_906: [False, False, True, False],
        30_000: [False, False, False, False],
    }


def test_the_letters_are_those_of_the_template() -> None:
    document = docx.Document()
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.size, normal.font.name = Pt(14), "Verdana"
    normal.paragraph_format.space_after = Pt(4)
    found = lettering_of(document)
    assert (found.size, found.after) == (28, 80)
    assert found.breadth > 100
    assert found.room(1000) > Lettering(size=28).room(1000)


def test_a_template_that_says_nothing_of_its_letters_has_those_of_the_standard() -> None:
    document = docx.Document()
    for element in document.styles.element.xpath("//w:sz|//w:spacing|//w:tblCellMar"):
        element.getparent().remove(element)
    found = lettering_of(document)
    assert (found.size, found.after, found.margin, found.breadth) == (20, 0, 115, 100)


def test_the_height_is_that_between_the_margins() -> None:
    document = docx.Document(io.BytesIO(_saved(14_000, 1000, -1500)))
    assert text_height(document) == 11_500


def _saved(height: int, top: int, bottom: int) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.page_height, section.top_margin = Twips(height), Twips(top)
    section.bottom_margin = Twips(bottom)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_line_ends_at_blanks_and_hyphens_alone() -> None:
    assert words_of("Co-operation of MS/COM") == ["Co-", "operation", "of", "MS/COM"]
    # A blank and a hyphen that hold words together are no ends of lines.
    assert words_of("EU\u00a0money, e\u2011mail \u2013 2004\u20132006") == [
        "EU\u00a0money,",
        "e\u2011mail",
        "\u2013",
        "2004\u2013",
        "2006",
    ]
    assert words_of("") == []


def test_accents_take_no_room_and_broad_letters_more() -> None:
    assert text_length("priorité") == text_length("priorite") == text_length("priorite\u0301")
    assert text_length("illi") < text_length("mama") < text_length("税関協力")


def test_bold_words_are_longer() -> None:
    measure = Measure()
    plain, bold = measure.of("Strategic Objective"), measure.of("Strategic Objective", bold=True)
    assert bold > plain
    assert measure.of("Strategic Objective") == plain
    assert measure.of("") == (0, 0)
