"""The text of PDF files: words, paragraphs, hyphens, notes, heads and feet."""

import textwrap

import pytest

from customs_coop.formats.pages.content import Labels, Opened, TextLine
from customs_coop.formats.pages.textform import text_form
from customs_coop.formats.pdf.reading import read_pdf
from pdf_files import A4, lines, pdf_file, ruling, table, words, wrapped

pytest.importorskip("pdfplumber", reason="pdfplumber is not there")

LONG = (
    "The group looks at the sheds along the coast, counts the boxes in each of them, and tells "
    "the plenary every year what it has found and what it would take to find more of it."
)


def texts(opened: Opened) -> list[str]:
    return [block.text.strip("\f") for block in opened.blocks if isinstance(block, TextLine)]


def told(opened: Opened) -> list[tuple[str, str]]:
    return [(remark.code, remark.message) for remark in opened.remarks]


@pytest.mark.parametrize("packed", [False, True])
def test_wrapped_lines_are_one_paragraph_and_gaps_part_paragraphs(packed: bool) -> None:  # noqa: FBT001 - a case
    drawn = [*wrapped(40, 80, LONG, 400), *wrapped(40, 150, "And so on.", 400)]
    assert texts(read_pdf(pdf_file(drawn, packed=packed))) == [LONG, "And so on."]


def test_lines_that_end_early_stay_apart_without_a_blank_line() -> None:
    drawn = [*lines(40, 80, ["Brussels,", "3 May 2008", "9876/08"]), *wrapped(40, 150, LONG, 400)]
    opened = read_pdf(pdf_file(drawn))
    assert texts(opened) == ["Brussels,", "3 May 2008", "9876/08", LONG]
    assert text_form(opened).text.startswith("Brussels,\n3 May 2008\n9876/08\n\nThe group")


def test_items_of_a_list_stay_apart() -> None:
    items = ["- " + LONG, "(2) " + LONG, "\u2022 " + LONG]
    drawn = []
    for number, item in enumerate(items):
        drawn += wrapped(40, 80 + 60 * number, item, 400)
    close = [*lines(40, 300, ["- Sheds", "- Boxes", "1. Ports"])]
    assert texts(read_pdf(pdf_file(drawn + close))) == [*items, "- Sheds", "- Boxes", "1. Ports"]


def test_a_hyphen_at_the_end_of_a_line_stays_unless_the_file_says_otherwise() -> None:
    def read(first: str, second: str, *more: str) -> str:
        drawn = lines(40, 80, [first, second])
        drawn += [words(40, 200 + 40 * n, text) for n, text in enumerate(more)]
        return texts(read_pdf(pdf_file(drawn)))[0]

    filled = "We want the customs authorities and their co-"
    assert read(filled, "operation to go on") == f"{filled}operation to go on"
    assert read(filled, "operation to go on", "Cooperation is good.") == (
        "We want the customs authorities and their cooperation to go on"
    )
    both = ("Cooperation is good.", "Or co-operation.")
    assert read(filled, "operation to go on", *both) == f"{filled}operation to go on"
    assert read(filled, "and border staff", "coand") == f"{filled} and border staff"
    assert read("All of the customs officers of the year 2004-", "2006 go on").endswith(
        "2004-2006 go on"
    )
    assert read("All of the customs officers and the ports \u2013", "and all").endswith(
        "ports \u2013 and all"
    )


def test_soft_hyphens_and_ligatures_become_plain_words() -> None:
    font = (
        "/Subtype /Type1 /BaseFont /Courier /Encoding << /BaseEncoding /WinAnsiEncoding "
        "/Differences [1 /fi /fl /uni00AD] >>"
    )
    drawn = lines(
        40, 80, ["The \x01rst of the o\x02icers counts the recom\x03", "mendations of it"]
    )
    assert texts(read_pdf(pdf_file(drawn, font=font))) == [
        "The first of the oflicers counts the recommendations of it"
    ]


def test_words_without_blanks_between_them_are_parted_by_their_distance() -> None:
    drawn = [words(40, 80, "Watch"), words(40 + 6 * 6, 80, "the"), words(40 + 6 * 10, 80, "sheds")]
    assert texts(read_pdf(pdf_file(drawn))) == ["Watch the sheds"]
    shuffled = pdf_file(drawn[::-1])
    assert texts(read_pdf(shuffled)) == ["Watch the sheds"]


def test_bold_print_made_by_printing_twice_is_read_once() -> None:
    drawn = [words(40, 80, "Watch the sheds"), words(40.3, 80, "Watch the sheds")]
    assert texts(read_pdf(pdf_file(drawn))) == ["Watch the sheds"]


def test_raised_figures_are_marks_of_notes() -> None:
    body = [words(40, 80, "Watch the sheds"), words(130, 76, "1", 6), words(136, 80, "and wait")]
    drawn = [
        *body,
        *wrapped(40, 100, LONG, 400),
        words(40, 780, "1", 5),
        words(45, 783, "If agreed.", 8),
    ]
    opened = read_pdf(pdf_file(drawn))
    assert texts(opened)[0] == "Watch the sheds\u00b9 and wait"
    assert texts(opened)[-1] == "\u00b9 If agreed."
    assert [b.role for b in opened.blocks if isinstance(b, TextLine)][-1] == "note"


def test_notes_at_the_foot_of_a_page_come_behind_the_table_that_goes_on() -> None:
    edges = (40, 90, 300, 550)
    header = ("Code", "Action", "Responsible party")
    first, _ = table(edges, 680, [header, ("3.1", "Watch", "CCWG")])
    note = [words(40, 780, "1", 5), words(45, 783, "If agreed.", 8)]
    second, end = table(edges, 60, [header, ("3.2", "Wait", "CCWG")])
    body = wrapped(40, 60, LONG, 400)
    after = wrapped(40, end + 50, LONG, 400)
    opened = read_pdf(pdf_file([*body, *first, *note], [*second, *after]))
    kinds = [getattr(block, "role", "table") or "text" for block in opened.blocks]
    assert kinds == ["text", "table", "note", "text"]


def test_a_paragraph_goes_on_over_the_page_and_its_note_comes_behind_it() -> None:
    first, *rest = textwrap.wrap(LONG, 66)
    note = [words(40, 780, "1", 5), words(45, 783, "If agreed.", 8)]
    filler = wrapped(40, 400, f"And: {LONG}", 400)
    foot, head = words(40, 740, first), lines(40, 60, rest)
    more = wrapped(40, 300, f"Or: {LONG}", 400)
    opened = read_pdf(pdf_file([*filler, foot, *note], [*head, *more]))
    assert texts(opened) == [f"And: {LONG}", LONG, "\u00b9 If agreed.", f"Or: {LONG}"]


def heads(number: int, *body: str) -> list[str]:
    """A page with head, foot and text."""
    height = A4[1]
    return [
        words(40, 40, "9876/08"), words(450, 40, "LIMITE"),
        *body,
        words(40, height - 30, "9876/08"), words(250, height - 30, f"EB/FR/dk {number}"),
        words(480, height - 30, "EN"),
    ]  # fmt: skip


def test_heads_and_feet_are_left_out_and_told() -> None:
    pages = [heads(n, *wrapped(40, 100, f"Text {n}. {LONG}", 400)) for n in (1, 2, 3)]
    opened = read_pdf(pdf_file(*pages))
    assert texts(opened) == ["9876/08", "LIMITE", *(f"Text {n}. {LONG}" for n in (1, 2, 3))]
    ((code, message),) = told(opened)
    assert opened.left[0] == "9876/08 LIMITE"
    assert code == "CC196"
    assert '"9876/08 LIMITE" on 2 pages' in message
    assert '"9876/08 EB/FR/dk # EN" on 3 pages' in message


def test_a_head_that_the_cover_says_again_is_left_out_there_too() -> None:
    cover = lines(400, 90, ["9876/08", "LIMITE"])
    body = wrapped(40, 200, LONG, 400)
    pages = [heads(1, *cover, *body), heads(2, *body)]
    assert texts(read_pdf(pdf_file(*pages))) == ["9876/08", "LIMITE", LONG, LONG]


@pytest.mark.parametrize(
    "firsts",
    [
        ("Proposed action", "Proposed action", "Proposed action"),  # a label of each page
        ("5.1", "5.2", "5.3"),  # codes, not the numbers of pages
        ("Sheds", "Boxes", "Ports"),
    ],
)
def test_what_begins_pages_and_is_no_head_stays(firsts: tuple[str, ...]) -> None:
    pages = [[words(40, 60, first), *wrapped(40, 200, LONG, 400)] for first in firsts]
    opened = read_pdf(pdf_file(*pages))
    assert texts(opened) == [text for first in firsts for text in (first, LONG)]
    assert told(opened) == []


def test_a_repeated_line_in_the_text_stays() -> None:
    pages = [[*wrapped(40, 200, LONG, 400), words(40, 400, "Report to the plenary")]] * 3
    assert texts(read_pdf(pdf_file(*pages))).count("Report to the plenary") == 3


def test_a_line_that_touches_the_text_is_no_head() -> None:
    long = wrapped(40, 200, LONG, 400)
    pages = [[*lines(40, 60, ["Watch the sheds", n]), *long] for n in ("one", "two", "three")]
    assert texts(read_pdf(pdf_file(*pages))).count("Watch the sheds") == 3


def test_bare_page_numbers_are_furniture_and_bare_years_are_not() -> None:
    pages = [[*wrapped(40, 200, LONG, 400), words(290, 800, str(n))] for n in (4, 5, 6)]
    assert texts(read_pdf(pdf_file(*pages))) == [LONG, LONG, LONG]
    pages = [[*wrapped(40, 200, LONG, 400), words(290, 800, str(n))] for n in (2004, 2006, 2009)]
    assert texts(read_pdf(pdf_file(*pages)))[1] == "2004"


def test_labels_of_a_cover_are_labels() -> None:
    drawn = [words(40, 80, "From:"), words(150, 80, "Presidency"), words(40, 96, "Subject:")]
    drawn += lines(150, 96, ["Draft plan on the sheds along the coast of the", "Union"])
    drawn += [ruling(40, 130, 500, 130), words(40, 170, "Delegations will find the plan below.")]
    opened = read_pdf(pdf_file(drawn))
    (labels,) = (block for block in opened.blocks if isinstance(block, Labels))
    assert [pair[:2] for pair in labels.pairs] == [
        ("From", "Presidency"),
        ("Subject", "Draft plan on the sheds along the coast of the Union"),
    ]
    assert labels.pairs[1][2].path == "page 1, line 2"


def test_text_in_other_directions_and_outside_of_the_page_is_told() -> None:
    drawn = [*wrapped(40, 100, LONG, 400), words(580, 400, "up", 10, "0 1 -1 0"),
             words(900, 100, "off")]  # fmt: skip
    opened = read_pdf(pdf_file(drawn))
    assert texts(opened) == [LONG]
    assert [message for _, message in told(opened)] == [
        "2 characters were not read: they run in another direction than the page",
        "3 characters were not read: they lie outside of the page",
    ]


def test_a_character_without_a_meaning_is_told() -> None:
    font = (
        "/Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        "/Subtype /CIDFontType2 /BaseFont /X /DW 600 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>]"
    )
    opened = read_pdf(pdf_file([words(40, 80, "ABCD")], font=font))
    assert texts(opened) == ["\ufffd\ufffd"]
    assert [code for code, _ in told(opened)] == ["CC197"]


def test_a_page_without_text_is_told_and_an_empty_one_is_not() -> None:
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    opened = read_pdf(pdf_file([words(40, 80, "Text")], [picture], []))
    assert texts(opened) == ["Text"]
    ((code, _),) = told(opened)
    assert code == "CC195"
    assert opened.remarks[0].place is not None
    assert opened.remarks[0].place.path == "page 2"
