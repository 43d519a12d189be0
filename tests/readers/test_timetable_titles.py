"""The title of a small table of codes, actions and deadlines without an annex or a cover."""

from pathlib import Path

import pytest

from customs_coop.loading import read
from customs_coop.readers import Reading, parse

ROWS = (("1", "Map the sheds", "June 2008"), ("2", "Paint the sheds", "May 2009"))
TABLE = "Code\tAction\tDeadline\n" + "".join("\t".join(row) + "\n" for row in ROWS)
TITLE = "Draft plan for the harbours from 1 January 2008 to 30 June 2009"


def _told(reading: Reading) -> tuple[str, str, str | None, list[str]]:
    plan = reading.dossier.plan
    left = [" ".join(piece.text.split()) for piece in reading.residue]
    return plan.title, plan.id, str(plan.period) if plan.period else None, left


@pytest.mark.parametrize(
    ("head", "title", "plan", "period", "left"),
    [
        (TITLE, TITLE, "P2008", "2008-01-01/2009-06-30", []),
        (
            "What the harbours do,\nfrom 1 January 2008\nto 30 June 2009",
            "What the harbours do, from 1 January 2008 to 30 June 2009",
            "P2008",
            "2008-01-01/2009-06-30",
            [],
        ),
        # What describes a plan is its title, not what stands above it.
        (
            f"Note by the chair\n\n{TITLE}",
            TITLE,
            "P2008",
            "2008-01-01/2009-06-30",
            ["Note by the chair"],
        ),
        ("Sheds of the coast", "Sheds of the coast", "P", None, []),
        (
            "The masters met in May. They wish to map all sheds.",
            "",
            "P",
            None,
            ["The masters met in May. They wish to map all sheds."],
        ),
        (
            (
                "Third Action Plan of the harbours of the coast and the masters of sheds and\n"
                "of all others who paint\n(2008-2009)"
            ),
            (
                "Third Action Plan of the harbours of the coast and the masters of sheds and "
                "of all others who paint (2008-2009)"
            ),
            "AP3",
            "2008-01-01/2009-12-31",
            [],
        ),
    ],
    ids=["one line", "three lines", "below a note", "no period", "sentences", "an action plan"],
)
def test_the_first_paragraph_that_describes_a_plan(
    head: str, title: str, plan: str, period: str | None, left: list[str]
) -> None:
    assert _told(parse(f"{head}\n\n{TABLE}")) == (title, plan, period, left)


def test_a_sentence_below_the_title_stays_out_of_it() -> None:
    head = "Third Action Plan (2008-2009)\nThe masters of the sheds wish to know where they are."
    title, plan, _, left = _told(parse(f"{head}\n\n{TABLE}"))
    assert (title, plan) == ("Third Action Plan (2008-2009)", "AP3")
    assert left == ["The masters of the sheds wish to know where they are."]


def test_the_subject_of_a_cover_stays_the_title() -> None:
    cover = "5123/07\nBrussels, 7 March 2007\nSubject: List of sheds\n\n"
    reading = parse(f"{cover}{TITLE.replace('Draft plan', 'What is due')}\n\n{TABLE}")
    assert reading.dossier.plan.title == "List of sheds"


def test_a_table_in_a_file(tmp_path: Path) -> None:
    csv = tmp_path / "sheds.csv"
    csv.write_text(f"{TITLE},,\n{TABLE.replace(chr(9), ',')}", encoding="utf-8")
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in (("Code", "Action", "Deadline"), *ROWS)
    )
    page = tmp_path / "sheds.html"
    page.write_text(f"<html><body><h1>{TITLE}</h1><table>{cells}</table></body></html>", "utf-8")
    for path in (csv, page):
        assert _told(read(path)) == (TITLE, "P2008", "2008-01-01/2009-06-30", [])


def test_a_word_file(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    written = docx.Document()
    written.add_heading(TITLE, 1)
    table = written.add_table(rows=0, cols=3)
    for row in (("Code", "Action", "Deadline"), *ROWS):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    path = tmp_path / "sheds.docx"
    written.save(str(path))
    assert _told(read(path)) == (TITLE, "P2008", "2008-01-01/2009-06-30", [])
