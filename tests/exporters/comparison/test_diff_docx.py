"""Word documents with the changes from one plan to another."""

import functools
import io
import re
import zipfile
from typing import Literal

import attrs
import docx
import pytest

from customs_coop.comparison import PlanDiff, diff
from customs_coop.errors import ExportOptionError, MarkingError, UnsuitableExporterError
from customs_coop.exporters import export
from customs_coop.formats.files.changes import Changes
from customs_coop.loading import read_bytes
from customs_coop.model import ActionPlan, Dossier, Link, LinkKind, Named, PlanRef
from marked_plans import edit, edited_plan, old_plan
from sample_plans import action_plan, hostile_plan, work_plan


@functools.cache
def document(marking: Literal["council", "tracked"]) -> bytes:
    return export(edit(), "diff-docx", marking=marking)


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def of_table(plan: ActionPlan) -> Dossier:
    return read_bytes(export(plan, "council-docx")).dossier


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (old_plan(), edited_plan()),
        (edited_plan(), old_plan()),
        (work_plan(), action_plan()),
        (action_plan(), work_plan()),
        (hostile_plan(), work_plan()),
        (work_plan(), ActionPlan(id="AP1", title="Empty")),
    ],
    ids=["edited", "inverted", "boxes", "without boxes", "hostile", "emptied"],
)
def test_accepted_it_is_the_new_plan_and_rejected_the_old_one(
    old: ActionPlan, new: ActionPlan
) -> None:
    content = export(diff(old, new), "diff-docx", marking="tracked")
    sides: tuple[tuple[Changes, ActionPlan], ...] = (("accept", new), ("reject", old))
    for changes, plan in sides:
        assert read_bytes(content, changes=changes).dossier == of_table(plan)


def test_rows_paragraphs_and_words_are_tracked() -> None:
    body = part(document("tracked"), "document")
    assert re.search(r"<w:trPr><w:cantSplit/><w:ins [^>]*/></w:trPr>", body)
    assert re.search(r"<w:trPr><w:cantSplit/><w:del [^>]*/></w:trPr>", body)
    assert re.search(r"<w:pPr><w:rPr><w:ins [^>]*/></w:rPr></w:pPr>", body)
    assert re.search(r"<w:del [^>]*><w:r><w:delText [^>]*>High</w:delText></w:r></w:del>", body)
    # The row is completed now: its grey is a change of its cells.
    assert re.search(r"<w:shd [^>]*/><w:tcPrChange [^>]*><w:tcPr><w:tcW [^>]*/></w:tcPr>", body)
    # A table of which all is new takes its headings along.
    assert re.search(r"<w:cantSplit/><w:tblHeader/><w:ins ", body)


@pytest.mark.parametrize("marking", ["council", "tracked"])
def test_rows_stay_with_their_boxes_and_widths_follow_the_words(
    marking: Literal["council", "tracked"],
) -> None:
    old = action_plan()
    new = attrs.evolve(old, actions=old.actions[:1])
    found = docx.Document(io.BytesIO(export(diff(old, new), "diff-docx", marking=marking)))
    table = found.tables[-1]._tbl
    kept = {
        len(row.tc_lst): bool(row.xpath("w:tc[1]/w:p[1]/w:pPr/w:keepNext"))
        for row in table.tr_lst
        if row.xpath("following-sibling::w:tr[1][count(w:tc) = 1]") or len(row.tc_lst) == 1
    }
    assert kept == {len(table.tblGrid.gridCol_lst): True, 1: False}
    assert all(row.xpath("w:trPr/w:cantSplit") for row in table.tr_lst)
    # The objectives are codes, and the outcomes are prose.
    widths = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w")]
    assert widths[1] == min(widths)


def test_every_change_has_a_number_of_its_own_and_the_author() -> None:
    content = export(edit(), "diff-docx", marking="tracked", author='DE "& co"', date="2006-03-01")
    text = part(content, "document") + part(content, "header1")
    numbers = re.findall(r'<w:(?:ins|del|tcPrChange) w:id="(\d+)"', text)
    assert len(numbers) == len(set(numbers)) > 50
    authors = set(re.findall(r'w:author="([^"]*)" w:date="([^"]*)"', text))
    assert authors == {("DE &quot;&amp; co&quot;", "2006-03-01T00:00:00Z")}
    assert "w:date" not in part(document("tracked"), "document")


def test_the_council_marks_by_print_alone() -> None:
    body = part(document("council"), "document")
    assert not re.search(r"<w:(?:ins|del|delText|tcPrChange)\b", body)
    found = docx.Document(io.BytesIO(document("council")))
    runs = [
        run
        for table in found.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    new = [run.text for run in runs if run.bold and run.underline]
    old = [run.text for run in runs if run.font.strike]
    assert {"close", "all", "Low", "3.1"} <= set(new)
    assert {"High", "1.2", "1.4"} <= set(old)
    assert any(text.startswith("Draw up a manual") for text in old)
    assert not {run.text for run in runs if run.underline and run.font.strike}
    # No line under a blank, and a blank between the old words and the new.
    assert not [text for text in (*new, *old) if text != text.strip()]
    assert "High Low" in [
        paragraph.text
        for table in found.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]


@pytest.mark.parametrize(
    ("marking", "words"), [("council", "bold and underlined"), ("tracked", "tracked")]
)
def test_each_page_says_what_is_compared_and_how(
    marking: Literal["council", "tracked"], words: str
) -> None:
    (section,) = docx.Document(io.BytesIO(document(marking))).sections
    head = [paragraph.text for paragraph in section.header.paragraphs]
    assert "from AP1 (14680/05) to AP1 (14680/1/05 REV 1)" in head[1]
    assert words in head[1]


def test_changes_in_no_column_are_named() -> None:
    plan = work_plan()
    first, *others = plan.actions
    link = Link(kind=LinkKind.AWAITS, target=Named("study"))
    new = attrs.evolve(plan, actions=[attrs.evolve(first, links=[link]), *others])
    lines = docx.Document(io.BytesIO(export(diff(plan, new), "diff-docx"))).paragraphs
    last = [paragraph.text for paragraph in lines][-3:]
    assert last[0] == "Also changed, but in no column of the table"
    assert last[2] == "1.1: links to other actions: + awaits study"
    # The text of a tracked document is that of the plans, so the head of its first page tells it.
    (section,) = docx.Document(
        io.BytesIO(export(diff(plan, new), "diff-docx", marking="tracked"))
    ).sections
    told = "Also changed, but in no column of the table: links to other actions (1.1)."
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[2].text == told
    assert len(section.header.paragraphs) == 2
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text


@pytest.mark.parametrize("marking", ["council", "tracked"])
def test_a_row_that_moved_says_where_it_stood(marking: Literal["council", "tracked"]) -> None:
    remarks = re.findall(r">(\[moved[^<]*)<", part(document(marking), "document"))
    told = ["[moved here from behind 1.3]", "[moved away, now before 1.1]"]
    assert remarks == (told if marking == "council" else [])


def test_what_did_not_change_can_be_left_out() -> None:
    read = docx.Document(io.BytesIO(export(edit(), "diff-docx", only_changes=True)))
    codes = {row.cells[0].text for table in read.tables for row in table.rows}
    full = docx.Document(io.BytesIO(document("council")))
    all_codes = {row.cells[0].text for table in full.tables for row in table.rows}
    assert codes < all_codes
    assert "Rows without a change are left out." in read.sections[0].header.paragraphs[1].text
    # Headings below which nothing is left are gone, and so are objectives that stayed.
    styles = [(one.style, one.text) for one in read.paragraphs]
    headings = [text for style, text in styles if style is not None and style.name == "Heading 1"]
    assert len(headings) <= len(read.tables) - 1


def test_headings_stay_where_only_the_rows_that_are_shown_were_deleted() -> None:
    plan = work_plan()
    first = plan.actions[0].work_area
    assert sum(action.work_area == first for action in plan) > 1
    shorter = attrs.evolve(plan, actions=plan.actions[1:])
    read = docx.Document(io.BytesIO(export(diff(plan, shorter), "diff-docx", only_changes=True)))
    heading, deleted = read.tables[1].rows[0], read.tables[1].rows[-1]
    assert [bool(row.cells[0].paragraphs[0].runs[0].font.strike) for row in (heading, deleted)] == [
        False,
        True,
    ]


def test_without_changes_nothing_is_left_of_the_tables() -> None:
    found = diff(work_plan(), work_plan())
    read = docx.Document(io.BytesIO(export(found, "diff-docx", only_changes=True)))
    assert len(read.tables) == 1  # the lines of the cover
    with pytest.raises(ExportOptionError, match="marking=council alone"):
        export(found, "diff-docx", only_changes=True, marking="tracked")


def test_the_same_plans_give_the_same_bytes() -> None:
    assert export(edit(), "diff-docx", marking="tracked") == document("tracked")


def test_what_cannot_be_done_is_said() -> None:
    with pytest.raises(ExportOptionError, match="author"):
        export(edit(), "diff-docx", author="")
    with pytest.raises(UnsuitableExporterError, match="the differences between two plans"):
        export(work_plan(), "diff-docx")
    with pytest.raises(MarkingError):
        export(PlanDiff(old=PlanRef("A"), new=PlanRef("A")), "diff-docx", public=True)


def test_the_remarks_of_a_marked_table_are_no_words_of_the_plan() -> None:
    old, new = old_plan(), edited_plan()
    link = Link(kind=LinkKind.AWAITS, target=Named("study"))
    new = attrs.evolve(
        new,
        actions=[*new.actions[:2], attrs.evolve(new.actions[2], links=[link]), *new.actions[3:]],
    )
    found = read_bytes(export(diff(old, new), "diff-docx"))
    titles = [action.title for action in found.dossier.plan]
    assert not [title for title in titles if "[" in title]
    assert not [piece for piece in found.residue if "moved" in piece.text]
    told = [piece.text for piece in found.furniture]
    for words in ("[moved here from behind 1.3]", "[changed in no column, see the end]"):
        assert words in told
    assert told[-1] == "1.3: links to other actions: + awaits study"
    # New words are read, and so are struck ones, which is told.
    assert "CC179" in [one.code for one in found.report]
