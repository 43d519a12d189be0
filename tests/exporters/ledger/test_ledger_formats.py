import io
import re
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table

from customs_coop.exporters import export, write
from customs_coop.formats.characters import replace_illegal
from customs_coop.loading import read
from customs_coop.model import PlanRef
from customs_coop.rollover import Ledger, ledger_from_json
from customs_coop.rollover.ledger.balance import Opening
from sample_ledgers import hostile_ledger, small_ledger
from sample_plans import HOSTILE

MARKDOWN = (Path(__file__).parents[2] / "golden" / "ledger.md").read_text("utf-8")
EMPTY = Ledger(old=PlanRef("AP5"), new=PlanRef("AP6"))


def opened(ledger: Ledger) -> Document:
    return docx.Document(io.BytesIO(export(ledger, "ledger-docx")))


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def without_markup(text: str) -> str:
    """The cells of pipe tables as lists, without emphasis and escapes."""
    plain = text.replace("<br>", "\n").replace("**", "")
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*", "", plain))


def test_markdown_shows_the_whole_account() -> None:
    assert export(small_ledger(), "ledger-markdown") == MARKDOWN


def test_every_item_and_the_words_of_a_merged_action_are_shown_on_request() -> None:
    text = export(small_ledger(), "ledger-markdown", items="all")
    assert "| *indicator 1* | List agreed | carried | 6.1 |" in text
    assert "<br>*Terms of reference:*<br>Posts by the sea first. | merged |" in text


def test_the_web_page_and_the_word_file_hold_the_cells_of_the_markdown() -> None:
    page = export(small_ledger(), "ledger-html")
    shown = re.sub(r"<p [^>]*>|</p>|</?em>", " ", page)
    tables = opened(small_ledger()).tables
    cells = [" ".join(c.split()) for table in tables for row in texts(table) for c in row if c]
    plain = " ".join(without_markup(MARKDOWN).split())
    folded = " ".join(shown.split())
    for cell in cells:
        assert cell.rstrip(":") in plain
        assert cell.rstrip(":") in folded
    assert len(cells) > 60


def test_the_web_page_needs_nothing_else_and_marks_rows() -> None:
    page = export(small_ledger(), "ledger-html")
    assert "http" not in page
    assert "src=" not in page
    assert page.count("<table") == page.count("</table>") == 5
    assert page.count("<tbody>") == page.count("</tbody>")
    assert page.count('class="below done"') == 1
    assert page.count('class="done"') == 1
    assert page.count('class="open"') == 3  # a code, a figure, a recommendation


def test_the_annex_is_a4_across_with_headings_on_each_page() -> None:
    document = opened(small_ledger())
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    _head, *tables = document.tables
    for table in tables:
        repeated = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        assert repeated == [True] + [False] * (len(table.rows) - 1)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [
        "Actions",
        "Codes missing in the numbering",
        "Figures announced",
        "Recommendations",
        "Balance",
    ]
    greyed = [bool(row._tr.xpath("w:tc/w:tcPr/w:shd")) for row in tables[0].rows[1:]]
    assert greyed == [False, True, False, False, True]


def test_the_same_ledger_gives_the_same_bytes() -> None:
    for name in ("ledger-docx", "ledger-html", "ledger-markdown", "ledger-csv", "json"):
        assert export(small_ledger(), name) == export(small_ledger(), name)


def test_hostile_words_stay_words_on_the_web_page() -> None:
    page = export(hostile_ledger(), "ledger-html", items="all")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "49" not in page  # no template was run over the words
    assert page.isprintable() is False  # the words keep their marks of direction,
    assert "\u202e" in page  # each in a paragraph that finds its own direction
    assert 'dir="auto"' in page
    assert replace_illegal(page) == page


def test_hostile_words_stay_in_their_cells_in_markdown() -> None:
    text = export(hostile_ledger(), "ledger-markdown", items="all")
    for block in text.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1
    assert "<script" not in text.replace("\\<", "")
    assert replace_illegal(text) == text


def test_hostile_words_stand_there_as_words_in_word() -> None:
    document = opened(hostile_ledger())
    expected = " ".join(replace_illegal(HOSTILE).split())
    cells = [" ".join(c.split()) for table in document.tables for row in texts(table) for c in row]
    assert cells.count(expected) >= 4
    with zipfile.ZipFile(io.BytesIO(export(hostile_ledger(), "ledger-docx"))) as archive:
        assert archive.testzip() is None


def test_an_empty_account_is_a_document_too() -> None:
    assert export(EMPTY, "ledger-markdown") == (
        "# Ledger: AP5 to AP6\n\n- Old plan: AP5\n- New plan: AP6\n\nThe account balances.\n"
    )
    assert len(opened(EMPTY).tables) == 1
    assert "<table" not in export(EMPTY, "ledger-html")


def test_an_account_that_does_not_balance_says_so() -> None:
    ledger = attrs.evolve(small_ledger(), opening=Opening(actions=4))
    text = export(ledger, "ledger-markdown")
    assert "| **Actions** | 4 | 1 | 1 | 1 | 0 |  |  |  | 3 |" in text
    assert "The account does not balance." in text


def test_json_comes_back_as_it_was() -> None:
    ledger, report = ledger_from_json(export(small_ledger(), "json"))
    assert report.ok
    assert ledger == small_ledger()


def test_a_ledger_that_is_read_as_a_dossier_is_called_a_ledger(tmp_path: Path) -> None:
    path = write(small_ledger(), tmp_path / "ledger.json")
    (fault,) = read(path).report.errors
    assert fault.code == "CC107"
    assert "this is the ledger of a rollover and holds no plan; ledger_from_json" in fault.message


@pytest.mark.parametrize("suffix", ["csv", "docx", "html", "json", "md", "txt"])
def test_a_suffix_means_the_format_for_ledgers(suffix: str, tmp_path: Path) -> None:
    assert write(small_ledger(), tmp_path / f"ledger.{suffix}").stat().st_size > 300
