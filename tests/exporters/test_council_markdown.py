import re

from customs_coop.exporters import export
from customs_coop.exporters.council_markdown import _notes
from customs_coop.formats.tables import Footnote, Paragraph
from customs_coop.model import Action, ActionPlan, Note
from folded import every_case
from sample_plans import action_plan_dossier, hostile_plan, timetable, work_plan, work_plan_dossier


def rows(text: str) -> list[list[str]]:
    """The cells of all lines that begin with a pipe, split where a pipe is not escaped."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]


def test_there_is_a_table_for_each_work_area() -> None:
    text = export(work_plan_dossier(), "council-markdown")
    assert text.startswith("# Sample Work Plan\n\n**14680/05**  \n**LIMITE**  \n")
    assert "\n## Work Area 1. Data on traffic\n\n| Code | Action/Activity |" in text
    assert text.count("\n| --- | --- | --- | --- | --- | --- |\n") == 2
    assert text.endswith("\n")
    assert "- No. prev. doc.: 11993/1/05 REV 1\n" in text


def test_every_row_has_as_many_cells_as_the_heading() -> None:
    for subject in (work_plan(), action_plan_dossier(), timetable(), hostile_plan()):
        assert len({len(row) for row in rows(export(subject, "council-markdown"))}) == 1


def test_completed_rows_are_marked() -> None:
    text = export(work_plan(), "council-markdown")
    assert "| ~~1.2~~ (completed) |" in text
    assert "| ~~2.1~~ (obsolete) |" in text
    assert "| 1.1 |" in text


def test_paragraphs_labels_boxes_and_notes_are_kept() -> None:
    text = export(work_plan(), "council-markdown")
    assert "CCWG (Project Group?)<br>*Other interested parties:*<br>Commission" in text
    assert "\n\n¹ Others have to agree before this begins.\n" in text
    text = export(action_plan_dossier(), "council-markdown")
    box = "| **Terms of reference:** Consignments grow in number.<br>Nobody counts them yet. |  |"
    assert box in text


@every_case(
    ("title", "written"),
    [
        ("a | b", r"a \| b"),
        ("a\\|b", r"a\\\|b"),
        ("two\nlines", "two<br>lines"),
        ("two\r\nlines\u2028more", "two<br>lines<br>more"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("*x* _y_ `z` [a](b) ~~c~~", r"\*x\* \_y\_ \`z\` \[a\](b) \~\~c\~\~"),
        ("&lt;", r"\&lt;"),
        ("nul\x00", "nul\ufffd"),
    ],
)
def test_nothing_in_a_text_is_markup(title: str, written: str) -> None:
    plan = ActionPlan(id="P", title="Plan", actions=[Action(code="1", title=title)])
    assert rows(export(plan, "council-markdown"))[-1][1].strip() == written


@every_case(
    ("mark", "written"),
    [("1.", "1\\. word"), ("-", "\\- word"), ("#", "\\# word"), ("12)", "12\\) word")],
)
def test_a_note_begins_no_list_and_no_heading(mark: str, written: str) -> None:
    assert list(_notes([Footnote(mark=mark, paragraphs=(Paragraph("word"),))])) == [written]


def test_a_note_to_which_no_row_points_stands_above_the_table() -> None:
    plan = ActionPlan(
        id="P",
        title="Plan",
        actions=[Action(code="1", title="x")],
        notes=[Note(id="n", mark="(i)", text="A *word*"), Note(id="m", text="Another")],
    )
    text = export(plan, "council-markdown")
    assert "\n\nNote (i): A \\*word\\*\n\nNote: Another\n\n| No |" in text


def test_the_objectives_are_a_list_above_the_table() -> None:
    text = export(action_plan_dossier(), "council-markdown")
    assert "\n\n## Strategic objectives\n\n- (1) Try new forms\n- (2) Go on\n\n" in text


def test_hostile_words_stay_inside_their_cells() -> None:
    text = export(hostile_plan(), "council-markdown")
    assert not re.search(r"(?<!\\)<(?!br>)", text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", text)
