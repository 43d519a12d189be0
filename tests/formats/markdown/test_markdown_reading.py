"""Markdown with pipe tables, opened."""

import pytest

from customs_coop.formats.files.changes import Changes
from customs_coop.formats.files.opening import open_content
from customs_coop.formats.markdown.reading import looks_like_markdown, plain_text, read_markdown
from customs_coop.formats.pages.content import Grid, Labels, TextLine
from customs_coop.loading import read_bytes
from folded import every_case

TABLE = "| Code | Action | Priority |\n|:---|---|---:|\n| 1.1 | Swim \\| dive<br>Float | High |\n"


@pytest.mark.parametrize("text", [TABLE, "Code | Action\n--- | ---\n1 | Swim\n"])
def test_a_pipe_table_makes_markdown(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text", ["a | b\nc | d\n", "Title\n-----\n", "| a | b |\n| - |\n", "", "a\tb\n--\t--\n"]
)
def test_other_texts_are_none(text: str) -> None:
    assert not looks_like_markdown(text)


def test_blocks() -> None:
    text = f"# Title #\n\n**14/05**  \n**LIMITE**\n\n- Plan: AP1\n- From: Chair\n\n{TABLE}\nend\n"
    title, number, marking, labels, grid, end = read_markdown(text).blocks
    assert isinstance(title, TextLine)
    assert (title.text, title.role) == ("Title", "title")
    assert isinstance(labels, Labels)
    assert [pair[:2] for pair in labels.pairs] == [("Plan", "AP1"), ("From", "Chair")]
    assert isinstance(grid, Grid)
    cells = [[line.text for line in cell.blocks] for cell in grid.rows[1].cells]  # type: ignore[union-attr] # cells of this table hold lines only
    assert cells == [["1.1"], ["Swim | dive", "Float"], ["High"]]
    assert [one.text for one in (number, marking, end) if isinstance(one, TextLine)] == [
        "14/05",
        "LIMITE",
        "end",
    ]


def test_emphasis_is_taken_off_and_stars_stay() -> None:
    assert plain_text("**a** *b* ~~c~~ 2 * 3 \\*d\\*") == "a b c 2 * 3 *d*"


def test_a_table_of_somebody_else_is_a_plan() -> None:
    plan = read_bytes(f"Third Action Plan (2008-2009)\n\n{TABLE}".encode()).dossier.plan
    assert (plan.id, plan["1.1"].title) == ("AP3", "Swim | dive Float")


@pytest.mark.parametrize(
    "piece", ["# ", "*", "|", "\\", "~~", "<br", "- ", "a ", "|-", "[x](", "&#"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    open_content((f"# {piece * 15_000}x\n" + TABLE + f"| {piece * 15_000} | b | c |\n").encode())


MARKED = "| Code | Action | Deadline |\n| --- | --- | --- |\n| 1.1 | Swim | {} |\n"


@every_case(
    ("cell", "changes", "words", "codes"),
    [
        ("~~June 2020~~ June 2021", "accept", "June 2020 June 2021", ["CC179"]),
        ("<s>FR</s> ES", "accept", "FR ES", ["CC179"]),
        ("<strike>FR</strike> ES", "accept", "FR ES", ["CC179"]),
        ("<del>FR</del><ins>ES</ins>", "accept", "ES", ["CC180"]),
        ("<del>FR</del><ins>ES</ins>", "reject", "FR", ["CC180"]),
        ("<del>FR</del> <ins>ES</ins>", "both", "FR | ES", ["CC180"]),
        # nothing is marked
        ("\\~\\~FR\\~\\~ ES", "accept", "~~FR~~ ES", []),
        ("~~FR", "accept", "FR", []),
        ("<del>FR", "accept", "FR", []),
        ("<delta> FR", "accept", "<delta> FR", []),
        ("~~ ~~ FR", "accept", "~~ ~~ FR", []),
    ],
)
def test_marked_words(cell: str, changes: Changes, words: str, codes: list[str]) -> None:
    opened = read_markdown(MARKED.format(cell), changes)
    (grid,) = opened.blocks
    assert isinstance(grid, Grid)
    (line,) = grid.rows[1].cells[2].blocks
    assert isinstance(line, TextLine)
    assert line.text == words
    assert [remark.code for remark in opened.remarks] == codes


def test_a_completed_row_of_ours_is_not_struck_through() -> None:
    opened = read_markdown(MARKED.replace("1.1", "~~1.1~~ (completed)").format("June 2021"))
    assert opened.remarks == ()


def test_struck_words_are_told_with_their_line() -> None:
    result = read_bytes(
        f"Third Action Plan (2008-2009)\n\n{MARKED.format('~~May~~ June')}".encode()
    )
    (finding,) = [one for one in result.report if one.code == "CC179"]
    assert finding.span is not None
    assert finding.span.line == 5


@pytest.mark.parametrize("piece", ["~~a", "<del>", "<ins>a</ins>", "</del>", "<s>a", "<del "])
def test_hostile_marks_take_linear_time(piece: str) -> None:
    read_markdown(MARKED.format(piece * 10_000))
