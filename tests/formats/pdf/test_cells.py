"""Cells of PDF files: figures and words that narrow ones cut, and paragraphs that end early."""

from collections.abc import Sequence

import pytest

from customs_coop.formats.pages.content import Grid, paragraphs_of
from customs_coop.formats.pdf.reading import read_pdf
from folded import every_case
from pdf_files import LEADING, lines, pdf_file, ruling, words

pytest.importorskip("pdfplumber", reason="pdfplumber is not there")

LEFT = 90
SIGN = 6.0  # points that each character is wide
INSET = 4.0


def page_of(rows: Sequence[Sequence[str]], width: int, top: float = 100) -> list[str]:
    """A ruled table with a code and one cell of so many characters for each row."""
    right = LEFT + 2 * INSET + SIGN * width
    drawn = [ruling(40, top, right, top)]
    y = top
    for number, held in enumerate(rows, 1):
        drawn += [words(44, y + 12, f"3.{number}"), *lines(LEFT + INSET, y + 12, held)]
        y += len(held) * 10 * LEADING + 6
        drawn.append(ruling(40, y, right, y))
    return [*drawn, *(ruling(x, top, x, y) for x in (40, LEFT, right))]


def read(*rows: Sequence[str], width: int, more: str = "") -> list[str]:
    """What is read from cells that show these lines, their paragraphs parted by "|"."""
    drawn = [*page_of(rows, width), words(40, 700, more)]
    (grid,) = (one for one in read_pdf(pdf_file(drawn)).blocks if isinstance(one, Grid))
    return ["|".join(line.text for line in paragraphs_of(row.cells[1].blocks)) for row in grid.rows]


@every_case(
    ("above", "below", "whole"),
    [
        ("31.12.200", "6", "31.12.2006"),
        ("31/12/20", "06", "31/12/2006"),
        ("1.5.200", "6, so", "1.5.2006, so"),
        ("2006-12-3", "1", "2006-12-31"),
        ("2006-200", "7", "2006-2007"),
        ("14680/0", "5", "14680/05"),
        ("7234/1/1", "3", "7234/1/13"),
        ("10.1", "2", "10.12"),
        ("3.1.", "1", "3.1.1"),
        ("WP-3", "1", "WP-3 1"),  # no such code is known
    ],
)
def test_a_figure_that_fills_a_narrow_cell_goes_on(above: str, below: str, whole: str) -> None:
    assert read((above, below), ("a",), width=len(above)) == [whole, "a"]


@every_case(
    ("above", "below"),
    [
        ("31.12.2006", "15.3.2007"),  # each is a date
        ("2005", "2006"),
        ("3.1", "3.2"),
        ("14680/05", "7"),
        ("1.1.2006", "6"),
        ("4711", "2006"),
        ("by 1.5.200", "6"),  # no program cuts a word that could begin the next line
    ],
)
def test_figures_that_are_whole_stay_two(above: str, below: str) -> None:
    (text, _) = read((above, below), ("a",), width=len(above))
    assert text in (f"{above} {below}", f"{above}|{below}")


def test_a_figure_that_leaves_room_was_not_cut() -> None:
    assert read(("31.12.200", "6 at last"), ("a",), width=13) == ["31.12.200|6 at last", "a"]
    assert read(("31.12.20", "06 or so"), ("a",), width=10) == ["31.12.20 06 or so", "a"]


@every_case(
    ("above", "below", "whole"),
    [
        ("responsibil", "ities of it", "responsibilities of it"),
        ("Inform", "ation", "Information"),
        ("handbook", "s", "handbook s"),  # "s" may be a short form
        ("manageme", "nt of it", "management of it"),
        ("- responsibil", "ity", "- responsibility"),
        ("customs", "control", "customs control"),
        ("customs", "action", "customs action"),
        ("Customs", "nation", "Customs nation"),
        ("Inform", "Ation", "Inform Ation"),
        ("CCWG", "ings", "CCWG ings"),
        ("Questionnai", "re", "Questionnaire"),
        ("Customs", "or", "Customs or"),
        ("data of it", "ities", "data of it ities"),
    ],
)
def test_a_rest_that_is_no_word_belongs_to_the_word_above(
    above: str, below: str, whole: str
) -> None:
    assert read((above, below), ("a",), width=len(above)) == [whole, "a"]


def test_a_word_goes_on_where_the_file_has_it_or_a_heading_is_called_so() -> None:
    assert read(("FRONT", "EX"), ("a",), width=5, more="Ask FRONTEX") == ["FRONTEX", "a"]
    assert read(("FRONT", "EX"), ("a",), width=5) == ["FRONT EX", "a"]
    assert read(("Cod", "e"), ("a",), width=3) == ["Code", "a"]


WRAPPED = ("the boxes in ", "sheds and on ", "coasts of the ", "sea by night")
TIGHT = ("all of the boxes ", "in every one of ", "these ports, and ", "in all the sheds ",
         "of these coasts, ", "and in the boats ", "and by the sea")  # fmt: skip


def test_a_line_without_a_blank_ends_a_paragraph_where_blanks_are_printed() -> None:
    short = ("Europol and", "Presidency", "Commission of ", "all states")
    told, text = read(short, WRAPPED, width=16)
    assert told == "Europol and|Presidency|Commission of all states"
    assert text == "the boxes in sheds and on coasts of the sea by night"
    # Files that print no blanks at the ends of lines tell nothing by them.
    bare = [tuple(line.rstrip() for line in held) for held in (short, WRAPPED)]
    assert read(*bare, width=16)[0] == "Europol and Presidency Commission of all states"


def test_a_blank_behind_a_line_does_not_make_it_go_on() -> None:
    """Who writes may type one at the end of a paragraph."""
    assert read(("Europol ", "CCWG"), WRAPPED, width=16)[0] == "Europol|CCWG"


def test_a_word_without_a_blank_was_cut_where_blanks_are_always_printed() -> None:
    cut = ("continuouslylong", "ago")  # fills its line
    assert read(cut, TIGHT, width=16)[0] == "continuouslylongago"
    assert read((f"{cut[0]} ", "ago"), TIGHT, width=16)[0] == "continuouslylong ago"
    assert read(cut, WRAPPED, width=16)[0] == "continuouslylong ago"
    # A capital begins a paragraph, and words that the file has are whole.
    assert read((cut[0], "Ago"), TIGHT, width=16)[0] == "continuouslylong|Ago"
    known = read(cut, TIGHT, width=16, more="Not continuouslylong ago")[0]
    assert known == "continuouslylong|ago"


def test_paragraphs_that_end_early_stay_apart() -> None:
    party = ("CCWG,", "Europol", "Member States")
    assert read(party, ("a",), width=18) == ["CCWG,|Europol|Member States", "a"]
    # None of the words that follow would have found room.
    assert read(party, ("a",), width=12) == ["CCWG, Europol Member States", "a"]


def test_centred_lines_are_measured_on_both_sides() -> None:
    def centred(*held: str, width: int) -> list[str]:
        rows = [tuple(" " * ((width - len(line)) // 2) + line for line in held)]
        return read(*rows, ("a" * width,), width=width)

    assert centred("CCWG", "Europe", width=16)[0] == "CCWG|Europe"
    assert centred("Member States,", "Commission", width=16)[0] == "Member States, Commission"


def test_the_heading_of_a_narrow_column_may_be_cut_and_rows_still_go_on_over_pages() -> None:
    def page(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
        drawn = [ruling(40, 60, 250, 60)]
        y = 60.0
        for code, title in rows:
            drawn += [*lines(44, y + 12, code), *lines(70, y + 12, title)]
            y += max(len(code), len(title)) * 12 + 6
            drawn.append(ruling(40, y, 250, y))
        return [*drawn, *(ruling(x, 60, x, y) for x in (40, 66, 250))]

    first = page([(("Cod", "e"), ("Action",)), (("3.1",), ("Watch the sheds and",))])
    second = page([((), ("boxes.",)), (("3.1", "2"), ("Wait",))])
    (grid,) = (b for b in read_pdf(pdf_file(first, second)).blocks if isinstance(b, Grid))
    read_rows = [
        ["|".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells]
        for row in grid.rows
    ]
    assert read_rows[0] == ["Code", "Action"]
    assert [row[0] for row in read_rows] == ["Code", "3.1", "3.12"]


def test_a_row_whose_last_edge_is_on_the_page_before_is_a_table() -> None:
    """Browsers draw no edge where a page breaks a row."""
    right = 300
    first = [ruling(40, 600, right, 600), ruling(40, 620, right, 620)]
    first += [ruling(x, 600, x, 800) for x in (40, 90, 200, right)]
    first += [words(44, 614, "Code"), words(94, 614, "Action"), words(204, 614, "Party")]
    first += [words(44, 634, "3.1"), words(94, 634, "Watch the sheds"), words(204, 634, "CCWG")]
    second = [ruling(x, 40, x, 80) for x in (40, 90, 200, right)]
    second += [ruling(40, 80, right, 80), words(94, 54, "and the boxes")]
    (grid,) = (b for b in read_pdf(pdf_file(first, second)).blocks if isinstance(b, Grid))
    assert len(grid.rows) == 2
    cell = grid.rows[1].cells[1]
    assert " ".join(line.text for line in paragraphs_of(cell.blocks)) == (
        "Watch the sheds and the boxes"
    )


def test_a_ruling_with_ticks_below_it_is_no_table() -> None:
    drawn = [ruling(40, 100, 300, 100), ruling(40, 100, 40, 140), ruling(300, 100, 300, 120)]
    drawn += [words(50, 115, "Watch the sheds"), ruling(90, 100, 90, 160)]
    assert not any(isinstance(b, Grid) for b in read_pdf(pdf_file(drawn)).blocks)


HEADS = ((40, "Code"), (90, "Action"), (240, "Responsible"), (400, "Deadline"))


def crowded(*rows: tuple[str, str, str]) -> tuple[list[list[str]], list[str]]:
    """A table without rulings: codes, lines of two columns that touch, and deadlines."""
    drawn = [words(x, 100, text) for x, text in HEADS]
    for number, (title, party, deadline) in enumerate(rows):
        y = 130 + 24 * number
        texts = ((40, f"3.{number + 1}"), (90, title), (240, party), (400, deadline))
        drawn += [words(x, y, text) for x, text in texts if text]
    opened = read_pdf(pdf_file(drawn))
    (grid,) = (block for block in opened.blocks if isinstance(block, Grid))
    found = [
        ["|".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells]
        for row in grid.rows
    ]
    return found, [remark.code for remark in opened.remarks]


FULL = "Watch all of the sheds x"  # 24 characters, of which the gap leaves room for 25


def test_columns_without_a_gap_are_parted_where_many_words_begin_below_a_heading() -> None:
    rows = [(FULL, f"CCWG {number}", "June 2015") for number in range(6)]
    found, codes = crowded(*rows)
    assert codes == []
    assert found[0] == ["Code", "Action", "Responsible", "Deadline"]
    assert found[1:] == [[f"3.{n}", *row] for n, row in enumerate(rows, 1)]


def test_columns_stay_one_where_a_word_stands_across_their_edge_or_few_begin_there() -> None:
    across = ("Watch the sheds on all coasts", "", "June 2015")
    rows = [(FULL, "CCWG", "June 2015")] * 6
    assert crowded(*rows, across)[1] == ["CC178"]
    assert crowded(*rows[:4])[1] == ["CC178"]
