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
from customs_coop.monitoring import StateOfPlay
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


def test_csv_has_one_row_for_each_cell() -> None:
    head, *rows = rows_of(export(country_state(), "matrix-csv"))
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(cells) == 56
    assert [cell["item"] for cell in cells[::8]] == [f"P9/{code}" for code in range(1, 8)]
    late = next(one for one in cells if one["party"] == "RS")
    assert (late["state"], late["on"], late["due"], late["late"]) == (
        *("implemented", "2031-11-15", "2031-11-10", "true"),
    )
    silent = next(one for one in cells if one["party"] == "XK")
    assert (silent["state"], silent["missing"], silent["reports"]) == ("no report", "true", "0")
    (conflict,) = [one for one in cells if one["state"] == "contradictory"]
    assert (conflict["item"], conflict["party"], conflict["status"]) == ("P9/2", "AL", "")
    assert "Item 2 is done" in conflict["text"]


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
    assert (cells.max_row, missing.max_row) == (57, 18)
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
    assert len(rows_of(export(hostile(HOSTILE), "matrix-csv"))) == 57
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


def test_suffixes_mean_formats_for_states() -> None:
    names = exporter_names("state")
    assert {"matrix-csv", "matrix-html", "matrix-xlsx", "state-docx", "state-html"} <= {*names}
    assert exporter_for("x.xlsx", "state") == "matrix-xlsx"
    assert exporter_for("x.docx", "state") == "state-docx"
