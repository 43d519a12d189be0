import csv
import io
import re
from html.parser import HTMLParser

import attrs
import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from customs_coop.exporters import export, exporter_for, exporter_names
from customs_coop.formats.characters import replace_illegal
from customs_coop.model import Measurement
from customs_coop.monitoring import CellState, StateOfPlay
from customs_coop.monitoring.matrix.cells import told_cell
from sample_plans import HOSTILE
from sample_states import ADMINISTRATIONS, ITEMS, country_state, plan_state


def rows_of(text: str, separator: str = ",") -> list[list[str]]:
    return [*csv.reader(io.StringIO(text, newline=""), delimiter=separator)]


def opened(state: StateOfPlay, **options: object) -> Workbook:
    return load_workbook(io.BytesIO(export(state, "matrix-xlsx", **options)))


def hostile(words: str) -> StateOfPlay:
    """The matrix with the same words in every title and text."""
    state = country_state()
    matrix = state.matrix
    items = [attrs.evolve(item, title=words) for item in matrix.items]
    cells = [
        attrs.evolve(
            cell,
            text=words,
            reports=tuple(attrs.evolve(report, text=words) for report in cell.reports),
        )
        for cell in matrix.cells
    ]
    changed = attrs.evolve(matrix, items=tuple(items), cells=tuple(cells))
    return attrs.evolve(state, matrix=changed)


class Tags(HTMLParser):
    """The start tags of a page, by name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [told for name, told in self.found if name == tag]


def test_csv_has_one_row_for_each_cell_and_one_for_each_side_of_a_contradiction() -> None:
    head, *rows = rows_of(export(country_state(), "matrix-csv"))
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(cells) == 57
    items = [f"P9/{code}" for code in range(1, 8)]
    assert [cell["item"] for cell in cells if cell["party"] == "XK"] == items
    late = next(one for one in cells if one["party"] == "RS")
    assert (late["state"], late["on"], late["due"], late["late"]) == (
        *("implemented", "2031-11-15", "2031-11-10", "true"),
    )
    silent = next(one for one in cells if one["party"] == "XK")
    assert (silent["state"], silent["missing"], silent["reports"]) == ("no report", "true", "0")
    conflict = [one for one in cells if one["state"] == "contradictory"]
    assert {(one["item"], one["party"], one["on"]) for one in conflict} == {
        ("P9/2", "AL", "2031-11-03"),
    }
    assert sorted((one["status"], one["text"]) for one in conflict) == [
        ("completed", "Item 2 is done"),
        ("ongoing", "Item 2 goes on as planned in all ports"),
    ]
    (nothing,) = [one for one in cells if one["state"] == "not applicable"]
    assert (nothing["item"], nothing["party"], nothing["status"]) == ("P9/3", "MK", "")


def contradicting(*pairs: dict[str, object]) -> StateOfPlay:
    """The matrix in which AL says these things of item 1 on one day."""
    state = country_state()
    cell = state.matrix.cell("P9/1", "AL")
    (report,) = cell.reports
    said = [attrs.evolve(report, text="", **fields) for fields in pairs]  # type: ignore[arg-type]
    told = told_cell(attrs.evolve(cell, state=CellState.NO_REPORT), said)
    cells = tuple(told if one == cell else one for one in state.matrix.cells)
    return attrs.evolve(state, matrix=attrs.evolve(state.matrix, cells=cells))


def lanterns(value: int) -> list[Measurement]:
    return [Measurement(period="2031-10", value=value, unit="lanterns")]


@pytest.mark.parametrize(
    ("pairs", "status", "stage", "values"),
    [
        (
            ({"status": "completed"}, {"applicable": False}),
            *(["completed", "not applicable"], ["", ""], ["", ""]),
        ),
        (
            ({"status": None, "stage": "drafted"}, {"status": None, "stage": "adopted"}),
            *(["", ""], ["drafted", "adopted"], ["", ""]),
        ),
        (
            (
                {"status": None, "measurements": lanterns(3)},
                {"status": None, "measurements": lanterns(4)},
            ),
            *(["", ""], ["", ""]),
            ["3 lanterns 2031-10-01/2031-10-31", "4 lanterns 2031-10-01/2031-10-31"],
        ),
    ],
    ids=["status", "stage", "value"],
)
def test_each_side_of_a_contradiction_says_what_it_says(
    pairs: tuple[dict[str, object], ...], status: list[str], stage: list[str], values: list[str]
) -> None:
    state = contradicting(*pairs)
    head, *rows = rows_of(export(state, "matrix-csv"))
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    sides = [one for one in cells if (one["item"], one["party"]) == ("P9/1", "AL")]
    assert {one["state"] for one in sides} == {"contradictory"}
    found = [[one[name] for one in sides] for name in ("status", "stage", "values")]
    assert found == [status, stage, values]
    book = opened(state)
    said = [row[4] for row in book["Cells"].iter_rows(2, 3, values_only=True)]
    shown = "; ".join(map(str, said))
    facts = [row[1] for row in book["About"].iter_rows(values_only=True)]
    assert f"AL Customs of AL, 1: {shown}" in facts
    assert book["Matrix"]["C2"].value == f"contradictory: {shown}\n3 November 2031"


def test_csv_can_be_printed_as_the_matrix() -> None:
    text = export(country_state(), "matrix-csv", layout="matrix", language="fr", separator=";")
    head, *rows = rows_of(text, ";")
    assert head == ["Point", "Intitulé", *(f"{one} Customs of {one}" for one in ADMINISTRATIONS)]
    assert [row[1] for row in rows] == list(ITEMS)
    assert rows[0][5] == "pas de rapport\nétait attendu au plus tard le 10 novembre 2031"
    assert export(country_state(), "matrix-csv", bom=True).startswith("\ufeff")


def test_no_cell_is_a_formula() -> None:
    for layout in ("cells", "matrix"):
        rows = rows_of(export(hostile("=1+1"), "matrix-csv", layout=layout))
        assert {row[1] for row in rows[1:]} == {"'=1+1"}
    for sheet in opened(hostile("=1+1")):
        assert {cell.data_type for row in sheet.rows for cell in row} <= {"s", "d", "n"}


def test_the_workbook_has_the_matrix_its_cells_and_what_is_missing() -> None:
    book = opened(country_state())
    assert book.sheetnames == ["Matrix", "Cells", "Missing", "About"]
    matrix, cells, missing, about = book
    assert matrix.freeze_panes == "C2"
    named = [f"{one} Customs of {one}" for one in ADMINISTRATIONS]
    assert [cell.value for cell in matrix[1]] == ["Item", "Name", *named]
    assert matrix["F2"].value == "no report\nwas due by 10 November 2031"
    grounds = {
        str(cell.value).split("\n")[0].split(":")[0]: cell.fill.fgColor.rgb
        for row in matrix.iter_rows(2, 8, 3)
        for cell in row
    }
    assert sorted(grounds) == [
        *("contradictory", "implemented", "no report", "not applicable", "reported"),
    ]
    assert len(set(grounds.values())) == 5
    assert matrix.max_row == 8
    facts = [(row[0], row[1]) for row in about.iter_rows(2, values_only=True)]
    assert ("Marking", "LIMITE") in facts
    assert [told for fact, told in facts if fact == "Key"][:2] == ["no report", "reported"]
    assert ("No report at all from", "ME Customs of ME; XK Customs of XK") in facts
    assert [told for fact, told in facts if fact == "Contradictions"] == [
        "AL Customs of AL, 2: completed; ongoing",
    ]
    assert (cells.max_row, missing.max_row) == (58, 18)
    assert {cell.value for cell in cells["D"]} >= {"contradictory", "not applicable"}
    assert [missing["A2"].value, missing["B2"].value] == ["ME", "1"]
    assert missing["F2"].value.isoformat()[:10] == "2031-11-10"
    assert export(country_state(), "matrix-xlsx") == export(country_state(), "matrix-xlsx")


def test_the_web_page_can_be_read_out_and_scrolled() -> None:
    page = export(country_state(), "matrix-html")
    tags = Tags(page)
    matrix = page[page.index('<table class="matrix">') : page.index("</table>")]
    assert matrix.count('<th scope="col"') == 9
    assert matrix.count('<th scope="row">') == 7
    assert len(re.findall(r"<td[ >]", matrix)) == 56
    assert "<caption>Reports by administration</caption>" in matrix
    assert page.count("position: sticky") == 2
    assert "http" not in page
    assert all("src" not in told and "href" not in told for _, told in tags.found)
    assert [told["lang"] for told in tags.of("html")] == ["en-GB"]
    legend = page[page.index('<ul class="key"') : page.index("</ul>")]
    for word in ("no report", "reported", "implemented", "not applicable", "contradictory"):
        assert f">{word}</li>" in legend
    assert "LIMITE" in page


def test_the_web_page_tells_both_sides_of_a_contradiction() -> None:
    page = export(country_state(), "matrix-html")
    assert page.count('<tr class="open">') == 2
    assert page.count("(contradictory)") == 2
    assert "No report on any item came from: ME, XK." in page


def test_hostile_words_stay_words() -> None:
    page = export(hostile(HOSTILE), "matrix-html", title=HOSTILE)
    assert "<script" not in page
    assert replace_illegal(page) == page
    assert {told.get("class") for told in Tags(page).of("td")} <= {
        *(None, "tone-good", "tone-plain", "tone-warn", "tone-bad", "tone-clash", "tone-none"),
    }
    assert len(rows_of(export(hostile(HOSTILE), "matrix-csv"))) == 58
    assert opened(hostile(HOSTILE)).sheetnames[0] == "Matrix"


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_without_administrations_there_is_a_matrix_without_rows(language: str) -> None:
    state = plan_state()
    empty = attrs.evolve(
        state, matrix=attrs.evolve(state.matrix, items=(), parties=(), cells=(), owed=())
    )
    page = export(empty, "matrix-html", language=language)
    assert "<table" not in page
    assert len(rows_of(export(empty, "matrix-csv"))) == 1
    assert opened(empty, language=language).worksheets[0].max_row == 1


def test_a_workbook_without_silence_and_contradiction_says_so() -> None:
    matrix = country_state().matrix
    cells = tuple(attrs.evolve(one, state=CellState.REPORTED) for one in matrix.cells)
    state = attrs.evolve(country_state(), matrix=attrs.evolve(matrix, cells=cells))
    facts = [(row[0], row[1]) for row in opened(state)["About"].iter_rows(2, values_only=True)]
    assert ("No report at all from", "(none)") in facts
    assert ("Contradictions", "(none)") in facts


def test_words_of_states_are_not_broken_on_a_screen() -> None:
    page = str(export(country_state(), "matrix-html"))
    rule = page[page.index(".matrix td p:first-child") :].partition("}")[0]
    assert "overflow-wrap: break-word" in rule


def test_suffixes_mean_formats_for_states() -> None:
    names = exporter_names("state")
    assert {"matrix-csv", "matrix-html", "matrix-xlsx", "state-docx", "state-html"} <= {*names}
    assert exporter_for("x.xlsx", "state") == "matrix-xlsx"
    assert exporter_for("x.docx", "state") == "state-docx"
