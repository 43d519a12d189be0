import pytest

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.refusal import RefusedFileError
from customs_coop.formats.html.reading import looks_like_html, read_html
from customs_coop.formats.html.tags import tokenise
from customs_coop.formats.pages.content import Grid, Opened, TextLine, paragraphs_of
from folded import every_case


def lines(text: str) -> list[str]:
    return [line.text for line in paragraphs_of(read_html(text).blocks)]


def grid(opened: Opened) -> Grid:
    (found,) = [block for block in opened.blocks if isinstance(block, Grid)]
    return found


def texts(text: str) -> list[list[str]]:
    return [
        [" / ".join(line.text for line in paragraphs_of(cell.blocks)) for cell in row.cells]
        for row in grid(read_html(text)).rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html>\n<p>x",
        "\n<HTML lang=en>",
        '<?xml version="1.0"?><html>',
        "<!-- saved --><html>",
        "Minutes <table><tr><td>x</table>",
    ],
)
def test_pages_are_known_by_their_tags(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text", ["1.1\t<p>Agreed</p>\t<ul><li>x", "a < b", "", "a <table> is not HTML", "<plan/>"]
)
def test_texts_with_some_tags_are_no_pages(text: str) -> None:
    assert not looks_like_html(text)


def test_blocks_are_paragraphs_and_blanks_are_folded() -> None:
    assert lines("<p>one\n  two</p>three<br>four<div>five <b>six</b></div>") == [
        "one two",
        "three",
        "four",
        "five six",
    ]


def test_what_is_no_text_is_left_out() -> None:
    page = (
        "<head><title>window</title><style>p > b {}</style><script>if (a<b) '</p>'</script></head>"
        "<!-- <p>gone --><p>R&amp;D &lt;i&gt; caf&eacute; re&shy;port</p>"
    )
    assert lines(page) == ["R&D <i> café report"]


def test_raised_figures_are_marks() -> None:
    assert lines("Plan<sup>(1)</sup> the 1<sup>st</sup>") == ["Plan⁽¹⁾ the 1st"]


def test_cells_close_one_another() -> None:
    assert texts("<table><tr><th>Code<th>Action<tr><td>1<td>Swim<li>far</table>") == [
        ["Code", "Action"],
        ["1", "Swim / far"],
    ]


def test_cells_over_several_rows_and_columns() -> None:
    page = (
        "<table><tr><td rowspan=2>1</td><td colspan='2'>wide</td></tr>"
        "<tr><td>a</td><td>b</td></tr></table>"
    )
    first, second = grid(read_html(page)).rows
    assert [cell.span for cell in first.cells] == [1, 2]
    assert [cell.above for cell in second.cells] == [True, False, False]


def test_places_have_the_line_of_the_page() -> None:
    opened = read_html("<p>one\n\n<p>two\n<table>\n<tr><td>x</table>")
    first, second, _ = opened.blocks
    assert isinstance(first, TextLine)
    assert isinstance(second, TextLine)
    assert (first.place.line, second.place.line) == (1, 3)
    row = grid(opened).rows[0]
    assert (row.place.path, row.place.line) == ("table 1, row 1", 5)


def test_a_caption_that_repeats_a_heading_is_left_out() -> None:
    page = "<h2>Area 1</h2><table><caption>{}</caption><tr><td>x</table>"
    assert lines(page.format("Area 1")) == ["Area 1", "x"]
    assert lines(page.format("Area 2")) == ["Area 1", "Area 2", "x"]


def test_words_between_cells_are_not_lost() -> None:
    assert lines("<table>stray<tr>words<td>cell</td>more</tr></table>")[0] == "stray"
    found = " ".join(lines("<table>stray<tr>words<td>cell</td>more</tr></table>"))
    assert found == "stray words cell more"


def test_a_table_in_a_cell_stays_in_the_cell() -> None:
    page = "<table><tr><td>out<table><tr><td>in<td>side</table></table>"
    (cell,) = grid(read_html(page)).rows[0].cells
    assert [type(block).__name__ for block in cell.blocks] == ["TextLine", "Grid"]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<table><tr><td>" * 13, "CC187"),
        ("<table><tr>" + "<td>x" * 201, "CC185"),
        ("<table><tr><td colspan=999>x</table>", "CC185"),
        ("<table><tr>" + "<td rowspan=60000>" * 100 + "<tr><td>" * 1300, "CC185"),
        ("x<br>" * 100_001, "CC185"),
    ],
    ids=["deep", "wide", "span", "down", "long"],
)
def test_pages_that_would_fill_the_memory_are_refused(page: str, code: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_html(page)
    assert refused.value.code == code


@every_case(
    "unit",
    [
        "<!--",
        "<a href='",
        '<a href="',
        "<",
        "</",
        "<!",
        "<script",
        "<script>",
        "&#",
        "<td ",
        "<p><",
    ],
)
def test_tags_that_are_never_closed_take_linear_time(unit: str) -> None:
    assert len(list(tokenise(unit * 20_000))) <= 60_000


@every_case("name", ["dt", "dd", "caption", "tbody", "tr", "td", "pre", "sup", "h1"])
def test_tags_in_any_order_do_no_harm(name: str) -> None:
    for page in (
        f"<{name}>a<table><{name}>b</table></{name}>c",
        f"</{name}><table></{name}><td><{name}>b<table></{name}>x</table></table>kept",
    ):
        assert set("abckept") & set("".join(lines(page)))


def test_the_rest_of_a_page_behind_an_open_quote_is_text() -> None:
    assert lines('<p>one<a href="x>two') == ['one<a href="x>two']


def codes(opened: Opened) -> list[str]:
    return [remark.code for remark in opened.remarks]


def test_menus_and_the_foot_of_a_page_are_left_out_and_told() -> None:
    page = "<nav>Home | About</nav><header><h1>Plan</h1></header><p>one</p><footer>Imprint</footer>"
    opened = read_html(page)
    assert lines(page) == ["Plan", "one"]
    assert codes(opened) == ["CC196"]
    assert codes(read_html("<nav></nav><p>one</p>")) == []
    assert lines("<footer class=footnotes>(1) Only at night.</footer>") == ["(1) Only at night."]


@pytest.mark.parametrize("how", ['style="color:red; Display: none"', "hidden"])
def test_hidden_rows_and_cells_are_left_out_and_told(how: str) -> None:
    page = (
        f"<table><tr><td>1<td>a<tr {how}><td>2<td>b<table><tr><td>x</table>"
        f"<tr><td {how}>no<td>3<td>c</td></tr><tr><td>4<td>d <span {how}>e<i>f</i></span></table>"
        f"<ul><li>one<li {how}>two<ul><li>three</ul><li>four</ul><div {how}><div>g</div>h</div>end"
    )
    opened = read_html(page)
    assert texts(page) == [["1", "a"], ["3", "c"], ["4", "d"]]
    assert lines(page)[-3:] == ["one", "four", "end"]
    assert codes(opened) == ["CC192"]


def test_a_cell_that_is_only_unseen_keeps_its_place() -> None:
    page = '<table><tr><td style="visibility:hidden">1<td>a</table>'
    assert texts(page) == [["", "a"]]
    assert codes(read_html(page)) == ["CC192"]


def test_a_page_that_a_script_would_show_is_read() -> None:
    page = '<body style="display:none"><p style="visibility: visible">one</p>'
    assert lines(page) == ["one"]
    assert codes(read_html(page)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [("accept", "Send new forms"), ("reject", "Send old forms"), ("both", "Send old | new forms")],
)
def test_marked_changes_are_read_in_the_way_that_is_wanted(changes: Changes, expected: str) -> None:
    opened = read_html("<p>Send <del>old</del> <ins>new</ins> forms", changes)
    assert [" ".join(line.text.split()) for line in paragraphs_of(opened.blocks)] == [expected]
    assert codes(opened) == ["CC180"]


def test_a_deletion_that_is_never_closed_ends_with_its_cell() -> None:
    assert texts("<table><tr><td>1<td>a <del>b<td>c</table>") == [["1", "a", "c"]]


def test_words_struck_through_stay_and_are_told() -> None:
    opened = read_html("<p>one</p>\n<p><s>two</s> <strike>three</strike>")
    assert [line.text for line in paragraphs_of(opened.blocks)] == ["one", "two three"]
    (remark,) = opened.remarks
    assert remark.place is not None
    assert (remark.code, remark.place.line) == ("CC179", 2)


def test_the_first_paragraph_of_an_item_is_the_item() -> None:
    blocks = read_html("<ul><li><p>one</p><p>two</p><li>three</ul><p>four").blocks
    roles = [(line.text, line.role) for line in paragraphs_of(blocks)]
    assert roles == [("one", "item"), ("two", ""), ("three", "item"), ("four", "")]


@pytest.mark.parametrize("piece", ["<del>a", "<s>a", "<div hidden>", "<td hidden>a", "<nav><p>a"])
def test_marks_that_are_never_closed_do_not_hang(piece: str) -> None:
    read_html(f"<table><tr><td>{piece * 10_000}")


def test_a_title_that_only_the_window_names_is_the_title() -> None:
    page = (
        "<html><head><title>Third  plan</title></head><body>"
        '<div title="header"><p>1234/05 LIMITE</p></div><p>Third\n plan</p><h1>Dogs</h1>'
        '<p>Third plan</p><div title="footer"><p>1/4</p></div></body></html>'
    )
    opened = read_html(page)
    blocks = [block for block in opened.blocks if isinstance(block, TextLine)]
    assert [(line.text, line.role) for line in blocks] == [
        ("Third plan", "title"),
        ("Dogs", ""),
        ("Third plan", ""),
    ]
    assert [remark.code for remark in opened.remarks] == ["CC196"]


def test_a_heading_above_the_title_of_the_window_is_the_title() -> None:
    page = "<html><head><title>Third plan</title></head><h1>Dogs</h1><p>Third plan</p>"
    blocks = [block for block in read_html(page).blocks if isinstance(block, TextLine)]
    assert [line.role for line in blocks] == ["title", ""]


def test_what_our_own_pages_say_beside_the_words_is_set_aside() -> None:
    aside = 'data-customs-coop="aside"'
    text = (
        f"<p>one</p><section {aside}><section>a <ins>b</ins></section> c</section>"
        f"<table><caption {aside}>d</caption><tr><td>1<td>e<p {aside}>f<tr><td>2<td>g</table>"
        f'<p data-customs-coop="other">two</p><br {aside}>three'
    )
    opened = read_html(text)
    assert [one.text for one in opened.asides] == ["a", "b", "c", "d", "f"]
    assert texts(text) == [["1", "e"], ["2", "g"]]
    assert lines(text)[0] == "one"
    assert lines(text)[-2:] == ["two", "three"]
    assert codes(opened) == []
