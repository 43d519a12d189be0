"""Reading never fails for content, and a bad row never costs another row."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from customs_coop.diagnostics import Report
from customs_coop.readers import Reading, layouts, parse
from customs_coop.readers.text.excerpts import Excerpt
from customs_coop.readers.text.markup import read_cell

DOCUMENTS = tuple(
    (Path(__file__).parents[1] / "readers" / "documents" / name).read_text("utf-8")
    for name in (
        "damaged-work-plan.txt",
        "flow-plan.txt",
        "regional-work-plan.txt",
        "plain-timetable.txt",
        "laid-out-timetable.txt",
        "harbour-conclusions.txt",
        "lighthouse-conclusions.txt",
    )
)
LAYOUT = st.sampled_from([None, *(layout.name for layout in layouts())])
PIECES = ("\t", "\n", "\n\n", "(", ")", "<p>", "¹", "\f", "5.10", "Proposed action\n", "\0", "- ")
CELLS = st.text(st.characters(exclude_characters="\t\n\r", exclude_categories=["Cs"]), max_size=20)


def check(reading: Reading) -> None:
    assert isinstance(reading.report, Report)
    assert all(piece.text.strip() for piece in reading.residue)


@given(st.text(max_size=200), LAYOUT)
def test_any_text_can_be_read(text: str, layout: str | None) -> None:
    check(parse(text, layout=layout))


@given(
    st.sampled_from(DOCUMENTS),
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(0, 40), st.sampled_from(PIECES)), max_size=4
    ),
    st.integers(0, 3000),
    LAYOUT,
)
def test_any_damaged_document_can_be_read(
    text: str, changes: list[tuple[int, int, str]], end: int, layout: str | None
) -> None:
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    check(parse(text[:end] if end < len(text) else text, layout=layout))


@given(st.lists(CELLS, min_size=1, max_size=9).map("\t".join))
def test_a_row_costs_no_other_row(row: str) -> None:
    head = "Fourth Action Plan (2010-2011)\n\nCode\tAction\tPriority\tResponsible party\n"
    good = "4.1\tSwim\tHigh\tCCWG\n"
    other = "4.9\tDive\tLow\tMS\n"
    plan = parse(f"{head}{good}x{row}\n{other}", layout="work-plan").dossier.plan
    for code, title, party in (("4.1", "Swim", "CCWP"), ("4.9", "Dive", "MS")):
        assert plan[code].title == title
        assert plan[code].responsible[0].party == party


@given(CELLS)
def test_every_visible_character_of_a_cell_without_tags_is_kept(cell: str) -> None:
    plain = cell.replace("<", "").replace("&", "")
    found = "".join(read_cell(Excerpt.of(plain)).text.split())
    assert found == "".join(plain.split())
