import io
import re

import attrs
import docx
import pytest
from docx.document import Document as WordDocument

from customs_coop.datasets import bundled_dossier
from customs_coop.diagnostics import Report
from customs_coop.errors import ExportOptionError, MarkingError
from customs_coop.exporters import export
from customs_coop.model import ActionPlan, Document, Dossier, Marking
from customs_coop.monitoring import StateOfPlay, review
from customs_coop.references import DocumentNumber
from sample_plans import HOSTILE, hostile_plan
from sample_states import country_state, plan_state

NOTE = export(plan_state(), "state-text", width=120)
HEADING = re.compile(r"^([IVX]+)\. (.+?)(?: \([^)]+\))?$", re.MULTILINE)
NUMBER = re.compile(r"^([0-9]+)\. ", re.MULTILINE)


def block(text: str, heading: str, key: str) -> list[str]:
    """The lines of a row below a heading, without their blanks."""
    found = re.search(rf"{re.escape(heading)}.*?\n\n({re.escape(key)}\n.*?)\n\n", text, re.DOTALL)
    assert found is not None
    return [line.strip() for line in found[1].splitlines()]


def opened(state: StateOfPlay, **options: object) -> WordDocument:
    return docx.Document(io.BytesIO(export(state, "state-docx", **options)))


def test_the_sections_that_hold_something_are_numbered_through() -> None:
    assert HEADING.findall(NOTE) == [
        ("I", "Overview"),
        ("II", "Overdue"),
        ("III", "Due"),
        ("IV", "Waiting"),
        ("V", "Reports that did not come"),
        ("VI", "Progress"),
        ("VII", "Indicators against target"),
        ("VIII", "Deliverables, stage by stage"),
        ("IX", "Deadlines changed"),
        ("X", "Nothing known"),
    ]
    numbers = [int(number) for number in NUMBER.findall(NOTE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_head_names_day_horizon_and_plans() -> None:
    head = NOTE.partition("\n\nI. ")[0]
    assert "Plan: AP9: Ninth (7022/30, 1 January 2031 – 30 June 2032)" in head
    assert "State of play on 15 October 2031" in head
    assert "what falls due by 13 January 2032" in head


def test_what_is_overdue_has_its_words_and_their_reading() -> None:
    assert block(NOTE, "II. Overdue (2)", "2.2") == [
        "2.2",
        "What is to be done: Meet",
        "Deadline: “early 2031”; taken as: from 1 January 2031 to 30 April 2031",
    ]
    (_, what, deadline, responsible, state) = block(NOTE, "II. Overdue (2)", "1.1")
    assert what.endswith("Indicator 1: Report presented to and adopted by the CCWP")
    assert deadline == "Deadline: “June 2031”; taken as: by 30 June 2031"
    assert responsible == "Responsible: CCWP"
    assert state.endswith("ongoing; CCWP, 20 June 2031: “The draft was sent round”; 7023/31")


def test_what_may_be_overdue_stands_apart() -> None:
    text = export(review(bundled_dossier(), on="2006-09-30"), "state-text", sections="overdue")
    assert [text.count(f"\n{words}") for words in ("I. Overdue (8)", "Possibly overdue (3)")] == [
        1,
        1,
    ]
    assert "first round without a report: by 31 January 2004; 32 rounds" in " ".join(text.split())


def test_what_waits_says_for_what() -> None:
    assert "Waits for: 1.1 (open)" in block(NOTE, "IV. Waiting", "1.2")


def test_reports_that_did_not_come_stand_by_party_with_their_days() -> None:
    assert block(NOTE, "V. Reports", "MT")[1:] == [
        "Report: “A report on the lists”",
        "About: 1.1",
        "Due: “by 1 July 2031”",  # the words say the day
    ]
    text = export(country_state(), "state-text", width=120, sections="reports")
    assert "I. Reports that did not come (17)" in text
    told = block(text, "I. Reports", "ME")
    assert told[1].startswith("Report: 1: “Report on item 1”; 2: “Report on item 2”;")
    assert told[-3:] == [
        "About: 1; 2; 3; 4; 5; 6; 7",
        "To: CCWP",
        "Due: “one month before the next conference”; by 10 November 2031",
    ]


def test_progress_names_what_it_counts_against() -> None:
    text = export(plan_state(), "state-markdown", sections="progress")
    assert "| S9: B Know the roads | 1 | 0 | 1 | 0 | 0 of 1 | 0 of 1 | n/a | n/a |" in text
    assert "| MT Malta | 0 | n/a | n/a | n/a | n/a | n/a | n/a | 0 of 1 |" in text
    assert [text.count(f"### By {what}\n") for what in ("plan", "work area", "party")] == [0, 1, 1]


def test_indicators_stand_against_their_targets() -> None:
    text = export(plan_state(), "state-text", sections="indicators")
    told = " ".join(block(text, "I. Indicators", "1.1, indicator 2"))
    assert "Baseline: 2, Value: 5" in told
    assert "Target: target of the period 4, met; target at the end 6" in told
    assert "Reached: 150%" in told
    assert "Target met: yes (target of the period)" in told


def test_a_deliverable_is_told_stage_by_stage_with_its_documents() -> None:
    assert block(NOTE, "VIII. Deliverables", "1.1, indicator 1")[2:] == [
        "Drafted: reached, 20 June 2031; 7023/31",
        "Presented: not reached (next), CCWP",
        "Adopted: not reached, CCWP",
    ]


def test_a_changed_deadline_has_both_wordings_document_and_reason() -> None:
    assert block(NOTE, "IX. Deadlines", "1.1, indicator 1")[1:] == [
        "Old wording: “March 2031”; taken as: by 31 March 2031",
        "New wording: “June 2031”; taken as: by 30 June 2031",
        "Moved by: +91 days",
        "Day: 20 March 2031",
        "Document: 7024/31",
        "Reason: the group began late",
    ]


def test_deadlines_that_one_event_moved_stand_in_one_row() -> None:
    text = export(country_state(), "state-markdown", sections="deadlines")
    assert (
        "| 1; 2; 3; 4; 5; 6; 7 | “one month before the next conference” | “one month before the"
        " next conference”<br>taken as: by 10 November 2031 | day set |" in text
    )
    assert "| CONF | (none) | on 10 December 2031 | day set |" in text


def test_what_is_in_doubt_is_told() -> None:
    text = export(review(bundled_dossier(), on="2006-09-30"), "state-text", sections="doubts")
    assert "AP5\n    What is in doubt: Its period" in text
    assert "I. In doubt (1)" in text
    assert "(--plan" not in text


def test_a_plan_without_anything_to_do_says_so() -> None:
    state = review(ActionPlan(id="AP0", title=""), on="2031-07-01")
    text = export(attrs.evolve(state, report=Report()), "state-text")
    assert text.endswith("1. The plans that were reviewed hold nothing to be done.\n")


def test_several_plans_are_told_from_each_other() -> None:
    state = review(bundled_dossier(), on="2006-09-30", plans=["AP1", "AP5"])
    text = export(state, "state-markdown", sections=("progress",))
    assert "### By plan" in text
    assert "| AP1: 1 Customs information systems |" in text


def test_sections_stand_in_the_order_that_is_asked_for() -> None:
    text = export(plan_state(), "state-text", sections=("silent", "due"))
    assert [title for _, title in HEADING.findall(text)] == ["Nothing known", "Due"]
    with pytest.raises(ExportOptionError, match=r"no section 'late'; the sections are overview"):
        export(plan_state(), "state-text", sections="due,late")


def test_title_and_number_are_printed() -> None:
    text = export(plan_state(), "state-markdown", title="Note to the group", document="7030/31")
    assert text.startswith("**7030/31**\n\n# Note to the group\n\n- Plan: AP9")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("II. En retard (2)", "compris comme : au plus tard le 30 juin 2031", "s.o.")),
        ("de", ("II. Überfällig (2)", "verstanden als: spätestens am 30. Juni 2031", "entfällt")),
    ],
)
def test_labels_are_there_in_three_languages(language: str, words: tuple[str, ...]) -> None:
    text = export(plan_state(), "state-markdown", language=language)
    for told in (*words, "Report presented to and adopted by the CCWP"):
        assert told in text
    assert "Overdue" not in text
    page = export(plan_state(), "state-html", language=language)
    assert f'<html lang="{language}-{language.upper()}">' in page


def test_a_note_on_a_marked_plan_bears_the_marking_and_is_not_for_the_public() -> None:
    assert export(country_state(), "state-text").startswith("LIMITE\n\nState of play")
    (header,) = opened(country_state()).sections[0].header.paragraphs
    assert header.text.endswith("LIMITE")
    assert not NOTE.startswith("LIMITE")
    assert export(plan_state(), "state-text", marking="LIMITE").startswith("LIMITE\n")
    for name in ("state-docx", "matrix-csv"):
        with pytest.raises(MarkingError, match="does not know how the papers"):
            export(country_state(), name, public=True)


def test_a_marking_that_only_the_cover_has_is_kept() -> None:
    number = DocumentNumber(number=7025, year=2031)
    plan = ActionPlan(id="AP9", title="Ninth", document=number)
    cover = Document(reference=number, title="Ninth", marking=Marking.LIMITE)
    state = review(Dossier(plans=[plan], documents=[cover]), on="2031-07-01")
    assert export(state, "state-text").startswith("LIMITE\n")


def test_the_word_file_is_across_and_repeats_the_headings_of_its_tables() -> None:
    document = opened(country_state())
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    _head, *tables = document.tables
    for table in tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        assert sum(table.columns[at].width or 0 for at in range(len(table.columns))) <= (
            (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        )
    captions = [table._tbl.xpath("string(w:tblPr/w:tblCaption/@w:val)") for table in tables]
    assert captions[:3] == [
        "II. Contradictions (1)",
        "III. Reports that did not come (17)",
        "IV. Reports by administration",
    ]
    assert export(country_state(), "state-docx") == export(country_state(), "state-docx")


def test_many_administrations_are_cut_to_the_width_of_the_page() -> None:
    matrix = country_state().matrix
    parties = tuple(f"C{number:02}" for number in range(27))
    cells = tuple(
        attrs.evolve(cell, party=party)
        for item in matrix.items
        for cell in matrix.row(item.subject)[:1]
        for party in parties
    )
    state = attrs.evolve(
        country_state(), matrix=attrs.evolve(matrix, parties=parties, cells=cells, owed=())
    )
    _head, *tables = opened(state, sections=("matrix",)).tables
    headings = [[cell.text for cell in table.rows[0].cells[1:]] for table in tables[:4]]
    assert [name for part in headings for name in part] == list(parties)
    assert [len(part) for part in headings] == [7, 7, 7, 6]


def test_colours_never_stand_alone() -> None:
    _head, matrix, *_ = opened(country_state(), sections=("matrix",)).tables
    filled = [
        (cell._tc.xpath("string(w:tcPr/w:shd/@w:fill)"), cell.text.split("\n")[0].split(":")[0])
        for row in matrix.rows[1:]
        for cell in row.cells[1:]
    ]
    assert {*filled} == {
        ("D9EFD9", "implemented"),
        ("E3ECF8", "reported"),
        ("F8D7D3", "no report"),
        ("ECECEC", "not applicable"),
        ("E9D8F5", "contradictory"),
    }


def test_the_web_page_needs_nothing_else_and_can_be_read_out() -> None:
    page = export(country_state(), "state-html")
    assert "http" not in page
    assert page.count("<table") == page.count("<caption>") == page.count("</table>")
    assert page.count("<th scope=row") == page.count("<tr") - page.count("<thead>")
    assert '<ol start="3"><li dir="auto">' in page


def test_hostile_words_stay_words() -> None:
    state = review(hostile_plan(), on="2006-09-30")
    assert state.items
    page = export(state, "state-html", title=HOSTILE, document=HOSTILE)
    assert "<script" not in page
    assert "49" not in page.replace("490", "")  # no template was run over the words
    text = export(state, "state-markdown", title=HOSTILE)
    for part in text.split("\n\n"):
        rows = [line for line in part.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1
    assert "\x1b" not in export(state, "state-text", title=HOSTILE, document=HOSTILE)
    assert opened(state, title=HOSTILE, document=HOSTILE).tables
