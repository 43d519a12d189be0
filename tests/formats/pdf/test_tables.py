"""Tables of PDF files: rulings, pages, merged cells, and columns without rulings."""

import pytest

from customs_coop.formats.pages.content import Grid, Opened, TextLine, paragraphs_of
from customs_coop.formats.pdf.reading import read_pdf
from folded import every_case
from pdf_files import A4, lines, pdf_file, ruling, table, words

pytest.importorskip("pdfplumber", reason="pdfplumber is not there")

EDGES = (40, 90, 300, 380, 550)
HEADER = ("Code", "Action", "Priority", "Responsible party")
COUNT = ("1", "2", "3", "4")
WORK = ("3.1", "Watch the sheds by day and by night, in every port", "High", "CCWG|Europol")


def grids(opened: Opened) -> list[list[list[str]]]:
    """The tables, with paragraphs parted by "|"; what carries on the cell above is "^"."""
    return [
        [
            [
                "^" if cell.above else "|".join(line.text for line in paragraphs_of(cell.blocks))
                for cell in row.cells
            ]
            for row in block.rows
        ]
        for block in opened.blocks
        if isinstance(block, Grid)
    ]


def texts(opened: Opened) -> list[str]:
    return [block.text.strip("\f") for block in opened.blocks if isinstance(block, TextLine)]


def codes(opened: Opened) -> list[str]:
    return [remark.code for remark in opened.remarks]


def test_rulings_make_cells_and_lines_in_them_make_paragraphs() -> None:
    drawn, _ = table(EDGES, 100, [HEADER, WORK])
    opened = read_pdf(pdf_file([words(40, 80, "Third Action Plan"), *drawn]))
    assert texts(opened) == ["Third Action Plan"]
    assert grids(opened) == [[list(HEADER), list(WORK)]]
    (grid,) = (block for block in opened.blocks if isinstance(block, Grid))
    assert grid.place.path == "page 1, table 1"
    assert grid.rows[1].cells[2].place.path == "page 1, table 1, row 2, cell 3"


def test_boxes_and_thin_bars_are_rulings_and_shading_is_none() -> None:
    bars = [
        f"{x} {{h}}-100 0.5 -40 re f"  # down
        for x in (40, 200, 400)
    ] + [f"40 {{h}}-{y} 360 0.5 re f" for y in (100, 120, 140)]
    shade = ["0.9 g 40 {h}-120 100 20 re f 0 g"]
    cells = [words(45, 114, "Code"), words(205, 114, "Action")]
    cells += [words(45, 134, "3.1"), words(205, 134, "Watch")]
    opened = read_pdf(pdf_file([*shade, *bars, *cells]))
    assert grids(opened) == [[["Code", "Action"], ["3.1", "Watch"]]]
    boxes = [f"{x} {{h}}-{y} 160 -20 re S" for x in (40, 200) for y in (100, 120)]
    assert grids(read_pdf(pdf_file([*boxes, *cells]))) == grids(opened)


def test_a_table_goes_on_over_pages_without_its_repeated_headings() -> None:
    rows = [("3.1", "Watch", "High", "CCWG"), ("3.2", "Wait", "Low", "CCWG")]
    first, _ = table(EDGES, 100, [HEADER, COUNT, rows[0]])
    second, end = table(EDGES, 60, [HEADER, COUNT, rows[1]])
    opened = read_pdf(pdf_file(first, [*second, words(40, end + 40, "Done.")]))
    assert grids(opened) == [[list(HEADER), list(COUNT), *map(list, rows)]]
    assert texts(opened) == ["Done."]
    assert codes(opened) == []


def test_a_row_that_a_page_breaks_is_one_row() -> None:
    first, _ = table(EDGES, 700, [HEADER, ("3.1", "Watch the sheds at", "High", "CCWG,")])
    rest = [HEADER, ("", "night and report", "", "Europol"), ("3.2", "Wait", "Low", "CCWG")]
    second, _ = table(EDGES, 60, rest)
    opened = read_pdf(pdf_file(first, second))
    (rows,) = grids(opened)
    assert [row[0] for row in rows] == ["Code", "3.1", "3.2"]
    assert rows[1][1] == "Watch the sheds at night and report"
    assert rows[1][3] == "CCWG,|Europol"
    assert codes(opened) == ["CC198"]


def test_a_paragraph_that_ends_with_the_page_is_not_joined() -> None:
    first, _ = table(EDGES, 700, [HEADER, ("3.1", "Watch. Then", "High", "Report.")])
    second, _ = table(EDGES, 60, [("", "Wait, and report", "", "plus a survey")])
    ((_, row),) = grids(read_pdf(pdf_file(first, second)))
    assert row[1:] == ["Watch. Then|Wait, and report", "High", "Report.|plus a survey"]


def test_tables_with_text_between_them_stay_apart() -> None:
    first, end = table(EDGES, 100, [HEADER, WORK])
    second, _ = table(EDGES, end + 60, [HEADER, ("4.1", "Wait", "Low", "CCWG")])
    heading = words(40, end + 40, "Work Area 2. Boxes")
    opened = read_pdf(pdf_file([words(40, 80, "Work Area 1. Sheds"), *first, heading, *second]))
    kinds = [type(block).__name__ for block in opened.blocks]
    assert kinds == ["TextLine", "Grid", "TextLine", "Grid"]
    assert texts(opened) == ["Work Area 1. Sheds", "Work Area 2. Boxes"]


def test_a_table_of_other_columns_on_the_next_page_is_another_table() -> None:
    first, _ = table(EDGES, 700, [HEADER, WORK])
    second, _ = table((60, 200, 500), 60, [("Party", "Name"), ("CCWG", "Customs")])
    assert len(grids(read_pdf(pdf_file(first, second)))) == 2


def test_missing_rulings_merge_cells() -> None:
    drawn = [ruling(x, 100, x, 160) for x in (40, 100, 300)]
    drawn += [ruling(40, y, 300, y) for y in (100, 120, 160)]
    drawn += [ruling(100, 140, 300, 140)]  # none below the code
    held = [(45, 114, "Code"), (105, 114, "Action"), (45, 144, "3.1"), (105, 134, "Watch")]
    drawn += [words(*one) for one in (*held, (105, 154, "Report"))]
    drawn += [ruling(40, 180, 300, 180), ruling(40, 160, 40, 180), ruling(300, 160, 300, 180)]
    drawn += [words(45, 174, "Work Area 2. Boxes")]
    opened = read_pdf(pdf_file(drawn))
    assert grids(opened) == [
        [["Code", "Action"], ["3.1", "Watch"], ["^", "Report"], ["Work Area 2. Boxes"]]
    ]
    (grid,) = (block for block in opened.blocks if isinstance(block, Grid))
    assert grid.rows[3].cells[0].span == 2


def test_a_table_may_lack_its_outer_sides() -> None:
    drawn = [ruling(x, 100, x, 140) for x in (100, 300)]
    drawn += [ruling(40, y, 500, y) for y in (100, 120, 140)]
    drawn += [words(x, 114, text) for x, text in ((45, "Code"), (105, "Action"), (305, "Priority"))]
    drawn += [words(x, 134, text) for x, text in ((45, "3.1"), (105, "Watch"), (305, "High"))]
    assert grids(read_pdf(pdf_file(drawn))) == [
        [["Code", "Action", "Priority"], ["3.1", "Watch", "High"]]
    ]


def test_a_frame_and_a_single_ruling_are_no_tables() -> None:
    drawn = [f"20 {{h}}-20 550 -800 re S {words(40, 80, 'Framed words')}", ruling(40, 90, 200, 90)]
    opened = read_pdf(pdf_file(drawn))
    assert (texts(opened), grids(opened)) == (["Framed words"], [])


@every_case("rotate", [0, 90, 180, 270])
def test_a_rotated_page_reads_like_an_upright_one(rotate: int) -> None:
    width, height = A4
    drawn, _ = table(EDGES, 100, [HEADER, WORK])
    turned = {
        0: "1 0 0 1 0 0 cm",
        90: f"0 1 -1 0 {width} 0 cm",
        180: f"-1 0 0 -1 {width} {height} cm",
        270: f"0 -1 1 0 0 {height} cm",
    }[rotate]
    size = A4 if rotate in (0, 180) else (height, width)
    upright = "\n".join(_upright(one) for one in drawn)
    if rotate in (90, 270):
        turned = {90: f"0 1 -1 0 {height} 0 cm", 270: f"0 -1 1 0 0 {width} cm"}[rotate]
    content = pdf_file([f"{turned}\n{upright}"], size=size, rotate=rotate)
    assert grids(read_pdf(content)) == [[list(HEADER), list(WORK)]]


def _upright(drawn: str) -> str:
    """What is drawn on an upright page, with places from its lower edge."""
    return " ".join(
        f"{A4[1] - float(word[4:]):.2f}" if word.startswith("{h}-") else word
        for word in drawn.split(" ")
    )


@pytest.mark.parametrize(("matrix", "size"), [("0 1 -1 0 595 0 cm", A4), ("0 -1 1 0 0 842 cm", A4)])
def test_a_table_that_was_drawn_sideways_is_turned(matrix: str, size: tuple[float, float]) -> None:
    """A wide table on an upright page, as scanners and binders like it."""
    drawn, _ = table(EDGES, 100, [HEADER, WORK])
    upright = "\n".join(
        " ".join(
            f"{size[0] - float(word[4:]):.2f}" if word.startswith("{h}-") else word
            for word in one.split(" ")
        )
        for one in drawn
    )
    content = pdf_file([f"{matrix}\n{upright}"], size=size)
    assert grids(read_pdf(content)) == [[list(HEADER), list(WORK)]]


def test_columns_below_known_headings_are_a_table_without_rulings() -> None:
    rows = [HEADER, WORK, ("3.2", "Count the boxes in each of them", "Low", "CCWG")]
    drawn, _ = table(EDGES, 100, rows, ruled=False)
    opened = read_pdf(pdf_file([words(40, 60, "Third Action Plan"), *drawn]))
    assert grids(opened) == [[list(row) for row in rows]]


def test_columns_without_rulings_go_on_over_pages() -> None:
    first, _ = table(EDGES, 600, [HEADER, WORK], ruled=False)
    second, _ = table(EDGES, 60, [("3.2", "Wait", "Low", "CCWG")] * 2, ruled=False)
    (rows,) = grids(read_pdf(pdf_file(first, second)))
    assert [row[0] for row in rows] == ["Code", "3.1", "3.2", "3.2"]


def test_boxes_of_labels_without_rulings_are_told_apart_by_their_columns() -> None:
    edges = (30, 160, 300, 440, 570)
    drawn, end = table(
        edges,
        100,
        [
            ("Proposed action", "Strategic objectives", "Performance indicator",
             "Other concerned parties"),
            ("6.1|Map the sheds along the coast", "(1) To save time", "Report adopted", "Europol"),
        ],
        size=9, ruled=False,
    )  # fmt: skip
    first = "The group looks at how time is spent in sheds, and at what it would take to spend less"
    below = [words(30, end + 20, "Terms of reference"), *lines(30, end + 32, [first, "of it."], 9)]
    opened = read_pdf(pdf_file([*drawn, *below]))
    ((header, body),) = grids(opened)
    assert header[0] == "Proposed action"
    assert body == ["6.1|Map the sheds along the coast", "(1) To save time", "Report adopted",
                    "Europol"]  # fmt: skip
    assert texts(opened) == ["Terms of reference", f"{first} of it."]


def test_texts_side_by_side_are_read_one_after_the_other() -> None:
    left = ["The first column says", "something about sheds", "and stops."]
    right = ["The second one is", "about boxes, and it", "stops too."]
    drawn = [*lines(40, 100, left), *lines(300, 100, right)]
    assert texts(read_pdf(pdf_file(drawn))) == [" ".join(left), " ".join(right)]


def broken_row(first: str, second: str, width: int = 30) -> str:
    """A cell whose lines a page parts; each character is 6 points wide."""
    edges = (40, 90, 90 + 8 + 6 * width, 500)
    header = ("Code", "Action", "Party")
    above, _ = table(edges, 700, [header, ("3.1", first, "CCWG")])
    below, _ = table(edges, 60, [header, ("", second, ""), ("3.2", "Wait", "CCWG")])
    ((_, row, _),) = grids(read_pdf(pdf_file(above, below)))
    return row[1]


@every_case(
    ("first", "second"),
    [
        ("Report. Deadline: June", "2015 at the latest"),
        ("Rapport. Échéance : juin", "2015"),
        ("Watch all of the sheds with the", "Commission"),
        ("Report of one group (the group", "Sheds) adopted"),
        ("Watch the sheds, as decided in", "7234/13"),
    ],
)
def test_a_sentence_that_a_page_breaks_is_one_paragraph(first: str, second: str) -> None:
    assert broken_row(first, second, 31) == f"{first} {second}"


@every_case(
    ("first", "second"),
    [
        ("Report. Deadline: 1 June 2015", "Report to CCWG"),  # full, and yet at its end
        ("Report on each of the sheds.", "2015 at the latest"),
        ("Count sheds", "2015 at the latest"),
        ("Deadline: June", "(2) Report"),
        ("Deadline: June", "20 boxes"),
    ],
)
def test_paragraphs_that_a_page_parts_stay_two(first: str, second: str) -> None:
    assert broken_row(first, second) == f"{first}|{second}"


def cell_of(*held: str, width: int, more: str = "") -> str:
    """What is read from the lines of a cell of so many characters."""
    right = 90 + 8 + 6 * width
    drawn = [ruling(x, 100, x, 300) for x in (40, 90, right)]
    drawn += [ruling(40, y, right, y) for y in (100, 120, 300)]
    drawn += [words(44, 114, "Code"), words(94, 114, "Action"), words(44, 134, "3.1")]
    drawn += lines(94, 134, held)
    ((_, row),) = grids(read_pdf(pdf_file([*drawn, words(40, 400, more)])))
    return row[1]


def test_a_number_at_the_head_of_a_line_is_an_item_only_where_it_counts_on() -> None:
    full = "Report (see ENFOCUSTOM"
    assert cell_of(full, "32) adopted", width=24) == f"{full} 32) adopted"
    # Even a 1 closes a bracket that is open.
    assert cell_of(full, "1) adopted", width=24) == f"{full} 1) adopted"
    items = ("1) Watch the sheds and", "2) count the boxes and", "3) report")
    assert cell_of(*items, width=24) == "|".join(items)
    assert cell_of("Watch all of the sheds", "1) by day", width=24).count("|") == 1
    # A list may begin behind others, where the sentence before it has ended.
    assert cell_of("Watch all the sheds:", "4) by day", width=24).count("|") == 1


def test_a_word_that_a_narrow_cell_cut_is_joined_where_the_file_has_it() -> None:
    more = "Its effectiveness is high"
    assert cell_of("effectiven", "ess of it", width=10, more=more) == "effectiveness of it"
    assert cell_of("effectiven", "us of it", width=10, more="No") == "effectiven us of it"
    # Both are words, whatever they make together.
    more = "The database has data on base metals"
    assert cell_of("data", "base", width=4, more=more) == "data base"
    # There was room for another letter.
    assert cell_of("effectiven", "ess", width=13, more="of effectiveness now") == "effectiven ess"


def test_a_heading_whose_column_runs_into_another_one_is_told() -> None:
    heads = ((40, "Code"), (90, "Action"), (240, "Responsible"), (400, "Deadline"))
    row = ((40, "3.1"), (90, "Watch the sheds of them all CCWG"), (400, "June 2015"))
    drawn = [words(x, 100, text) for x, text in heads]
    crowded = [*drawn, *(words(x, 130, text) for x, text in row)]
    opened = read_pdf(pdf_file(crowded))
    told = (
        'the column "Responsible" could not be told from the one before it, whose words leave '
        "no gap"
    )
    assert [(one.code, one.message) for one in opened.remarks] == [
        ("CC178", f"{told}: draw the lines of the table, or compare the rows with the document")
    ]
    apart = [*drawn, *(words(x, 130, text[:20]) for x, text in row), words(240, 130, "CCWG")]
    assert codes(read_pdf(pdf_file(apart))) == []
