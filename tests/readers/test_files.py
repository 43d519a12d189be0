"""Files that people have, read whole: our own exports, edited copies, pages and spreadsheets."""

import html
import re

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export
from customs_coop.formats.files.changes import Changes
from customs_coop.loading import read, read_bytes
from customs_coop.model import ActionPlan, Dossier, Priority, known_party
from customs_coop.readers import Reading
from customs_coop.rollover import roll_over
from folded import every_case
from real_documents import document
from word_files import HEADER, cell, paragraph, plan_table, row, run, table, word_file


def bundled(name: str) -> Dossier:
    dossier = bundled_dossier()
    if name == "AP2":
        draft = ActionPlan(id="AP2", title="Second Action Plan", period="2007-01-01/2008-06-30")
        return Dossier.of(roll_over(dossier.plan_by_id("AP1"), into=draft).plan)
    return dossier


def exported(name: str, to: str) -> bytes:
    dossier = bundled(name)
    content = export(dossier, to, plan=name)
    return content if isinstance(content, bytes) else content.encode()


def plan_of(reading: Reading) -> ActionPlan:
    assert reading.report.ok, str(reading.report)
    return reading.dossier.plan


FORMATS = pytest.mark.parametrize("to", ["council-docx", "council-html"])
PLANS = pytest.mark.parametrize("name", ["AP1", "AP2", "AP5"])


@FORMATS
@PLANS
def test_our_own_exports_read_back(name: str, to: str) -> None:
    printed = bundled(name).plan_by_id(name)
    plan = plan_of(read_bytes(exported(name, to)))
    assert (plan.id, plan.period) == (printed.id, printed.period)
    assert [action.code for action in plan] == [action.code for action in printed]
    for one, other in zip(printed, plan, strict=True):
        assert (other.title, other.aliases) == (one.title, one.aliases)
        assert other.objectives == one.objectives
        assert other.priority == one.priority
        assert other.terms_of_reference == one.terms_of_reference
        assert other.outcomes == one.outcomes
        words = " ".join(indicator.text for indicator in other.indicators)
        for indicator in one.indicators:
            assert " ".join(indicator.text.split()) in words
        latest = {deadline.latest for deadline in other.all_deadlines}
        assert {deadline.latest for i in one.indicators for deadline in i.deadlines} <= latest
        parties = {involved.party for involved in other.responsible}
        # Bodies that are not in the table of known ones get their names from the words.
        known = {i.party for i in one.responsible if known_party(i.party) is not None}
        assert known <= parties


@PLANS
def test_the_same_table_as_document_and_as_page_is_the_same_plan(name: str) -> None:
    document = read_bytes(exported(name, "council-docx"))
    page = read_bytes(exported(name, "council-html"))
    assert document.dossier == page.dossier
    assert [left.text for left in document.residue] == [left.text for left in page.residue]


def test_findings_name_table_row_cell_and_heading() -> None:
    body = plan_table(row("3.1", "Watch", "High", "the next meeting"), row("x y", "z", "w", "v"))
    reading = read_bytes(word_file(body), source="plan.docx")
    (error,) = reading.report.errors
    assert error.span is not None
    assert (error.span.line, error.span.path) == (None, "table 1, row 3, cell 1")
    assert str(error).startswith("plan.docx: table 1, row 3")
    span = reading.dossier.plan["3.1"].span
    assert span is not None
    assert span.path == "table 1, row 2, cell 1"


def test_a_column_without_codes_gives_its_codes_with_the_titles() -> None:
    body = paragraph("Sixth Action Plan (2013-2014)") + table(
        row("Performance indicator", "Proposed action", "Possible outcome(s)", "Budget"),
        row("Report", cell(paragraph("6.1") + paragraph("Map the sheds")), "Map", "none"),
        row(cell(paragraph("Terms of reference:") + paragraph("Sheds are many."),
                 '<w:gridSpan w:val="4"/>')),
        row("Survey", "6.2 Count the boxes", "Figures", "some"),
    )  # fmt: skip
    plan = plan_of(read_bytes(word_file(body)))
    assert [(str(a.code), a.title) for a in plan] == [
        ("6.1", "Map the sheds"),
        ("6.2", "Count the boxes"),
    ]
    first, second = plan.actions
    assert (first.terms_of_reference, second.terms_of_reference) == ("Sheds are many.", "")
    assert [extra.text for action in plan for extra in action.extra] == ["none", "some"]


def test_boxes_of_labels_and_texts_read_like_a_flow() -> None:
    def box(code: str, title: str) -> str:
        return table(
            row("Proposed action", "Strategic objectives", "Performance indicator"),
            row(cell(paragraph(code) + paragraph(title)), "To save time", "Report adopted"),
            row("Possible outcome(s)", cell("Other concerned parties", '<w:gridSpan w:val="2"/>')),
            row("Time saved", cell("Europol", '<w:gridSpan w:val="2"/>')),
            row(cell("Terms of reference", '<w:gridSpan w:val="3"/>')),
            row(cell("The group looks at how time is spent.", '<w:gridSpan w:val="3"/>')),
        )

    body = paragraph("Sixth Action Plan (2013-2014)") + box("6.1", "Map the sheds")
    plan = plan_of(read_bytes(word_file(body + paragraph("") + box("6.2", "Count the boxes"))))
    assert [(str(a.code), a.title) for a in plan] == [
        ("6.1", "Map the sheds"),
        ("6.2", "Count the boxes"),
    ]
    for action in plan:
        assert [indicator.text for indicator in action.indicators] == ["Report adopted"]
        assert action.outcomes == ("Time saved",)
        assert [involved.party for involved in action.concerned] == ["EUROPOL"]
        assert action.terms_of_reference == "The group looks at how time is spent."


def test_labels_beside_their_texts_are_a_box_too() -> None:
    body = paragraph("Sixth Action Plan (2013-2014)") + table(
        row("Proposed action", "6.1 Map the sheds"),
        row("Performance indicator", "Report adopted"),
        row("Terms of reference", "The group looks at how time is spent."),
    )
    plan = plan_of(read_bytes(word_file(body)))
    assert plan["6.1"].title == "Map the sheds"
    assert plan["6.1"].terms_of_reference == "The group looks at how time is spent."


def test_merged_cells_count_for_each_row_and_merged_codes_join_rows() -> None:
    above = '<w:vMerge w:val="restart"/>'
    body = paragraph("Third Action Plan (2008-2009)") + table(
        row("Code", "Action", "Performance indicator", "Responsible party"),
        row(cell("3.1", above), cell("Watch", above), "Report", cell("CCWG", above)),
        row(cell("", "<w:vMerge/>"), cell("", "<w:vMerge/>"), "Survey", cell("", "<w:vMerge/>")),
        row("3.2", "Wait", "Review", cell("", "<w:vMerge/>")),
    )
    reading = read_bytes(word_file(body))
    plan = plan_of(reading)
    assert [str(action.code) for action in plan] == ["3.1", "3.2"]
    assert [indicator.text for indicator in plan["3.1"].indicators] == ["Report", "Survey"]
    assert [i.party for action in plan for i in action.responsible] == ["CCWP", "CCWP"]
    assert "CC189" in [finding.code for finding in reading.report]


def test_a_heading_across_the_table_is_a_work_area() -> None:
    body = paragraph("Third Action Plan (2008-2009)") + table(
        HEADER,
        row(cell("Work Area 1. Sheds", '<w:gridSpan w:val="4"/>')),
        row("1.1", "Watch", "High", "CCWG"),
        row(cell("Work Area 2. Boxes", '<w:gridSpan w:val="4"/>')),
        HEADER,
        row("1", "2", "3", "4"),
        row("2.1", "Wait", "Low", "CCWG"),
    )
    plan = plan_of(read_bytes(word_file(body)))
    assert [area.title for area in plan.work_areas] == ["Sheds", "Boxes"]
    assert [str(action.work_area) for action in plan] == ["1", "2"]


def test_a_table_in_a_cell_is_told() -> None:
    inner = paragraph("Watch") + table(row("the", "sheds"))
    reading = read_bytes(word_file(plan_table(row("3.1", cell(inner), "High", "CCWG"))))
    assert plan_of(reading)["3.1"].title == "Watch the sheds"
    assert "CC188" in [finding.code for finding in reading.report]


def test_a_table_that_only_arranges_the_page_is_looked_through() -> None:
    body = table(row(cell(plan_table(row("3.1", "Watch", "High", "CCWG")))))
    assert plan_of(read_bytes(word_file(body)))["3.1"].title == "Watch"


def test_a_cover_made_of_tables_is_a_cover() -> None:
    right = "".join(map(paragraph, ("Brussels, 3 May 2008", "9876/1/08", "REV 1", "LIMITE")))
    cover = table(row("COUNCIL OF THE EUROPEAN UNION", cell(right))) + table(
        row(cell("NOTE", '<w:gridSpan w:val="2"/>')),
        row("from :", "Presidency"),
        row("to :", "Customs Cooperation Working Party"),
        row("Subject :", cell(paragraph("Third Action Plan") + paragraph("(2008-2009)"))),
    )
    body = cover + table(HEADER, row("3.1", "Watch", "High", "CCWG"))
    reading = read_bytes(word_file(body))
    plan = plan_of(reading)
    assert (plan.id, str(plan.document), plan.title) == (
        "AP3",
        "9876/1/08 REV 1",
        "Third Action Plan (2008-2009)",
    )
    (found,) = reading.dossier.documents
    assert (found.origin, found.addressee) == ("Presidency", "Customs Cooperation Working Party")
    assert found.date is not None
    assert found.date.isoformat() == "2008-05-03"


def test_tags_and_entities_in_words_are_words() -> None:
    body = plan_table(row("3.1", "Use &lt;b&gt; &amp;amp; a &lt; b, R&amp;D", "High", "CCWG"))
    assert plan_of(read_bytes(word_file(body)))["3.1"].title == "Use <b> &amp; a < b, R&D"


TRACKED = plan_table(
    row("3.1", cell(f"<w:p>{run('Watch the ')}<w:del>{run('sheds')}</w:del>"
                    f"<w:ins>{run('boxes')}</w:ins></w:p>"), "High", "CCWG"),
    row("3.2", "Gone", "Low", "CCWG", properties="<w:del/>"),
    row("3.3", "Come", "Low", "CCWG", properties="<w:ins/>"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("accept", ["3.1 Watch the boxes", "3.3 Come"]),
        ("reject", ["3.1 Watch the sheds", "3.2 Gone"]),
        ("both", ["3.1 Watch the sheds | boxes", "3.2 Gone", "3.3 Come"]),
    ],
)
def test_tracked_changes_give_the_plan_before_or_after(
    changes: Changes, expected: list[str]
) -> None:
    reading = read_bytes(word_file(TRACKED), changes=changes)
    assert [f"{action.code} {action.title}" for action in plan_of(reading)] == expected
    assert next(iter(reading.report)).code == "CC180"


def test_a_deleted_and_an_inserted_time_are_two_times_and_no_period() -> None:
    header = ("Code", "Action", "Performance indicator", "Responsible party")
    changed = (
        f"<w:p>{run('Deadline: ')}<w:del>{run('June 2008').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{run('December 2008')}</w:ins></w:p>"
    )
    body = table(row(*header), row("3.1", "Watch", cell(changed), "CCWG"))
    content = word_file(paragraph("Third Action Plan (2008-2009)") + body)
    reading = read_bytes(content, changes="both")
    (indicator,) = plan_of(reading)["3.1"].indicators
    assert indicator.text == "Deadline: June 2008 | December 2008"
    assert [(str(one.latest), one.convention) for one in indicator.deadlines] == [
        ("2008-06-30", "bare-month"),
        ("2008-12-31", "bare-month"),
    ]
    (finding,) = (one for one in reading.report if one.code == "CC180")
    assert "values may come from either" in finding.message


def test_footnotes_of_a_table_are_notes_of_its_rows() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = plan_table(
        row("3.1", cell(paragraph(run("Watch") + mark)), "High", "CCWG"),
        row("3.2", "Wait", "High", "CCWG"),
    )
    note = f'<w:footnote w:id="2">{paragraph("If the ministers agree.")}</w:footnote>'
    plan = plan_of(read_bytes(word_file(body, footnotes=note)))
    assert plan["3.1"].title == "Watch"
    (found,) = plan.notes
    assert (found.text, plan["3.1"].notes) == ("If the ministers agree.", (found.id,))
    assert plan["3.2"].notes == ()


PAGE = """<!DOCTYPE html><html><head><meta charset="{0}"><title>x</title></head><body>
<h1>Third Action Plan (2008-2009)</h1>
<table><thead><tr><th>Code</th><th>Action</th><th>Priority</th>
<th>Responsible&nbsp;party</th></tr></thead>
<tr><td>3.1</td><td>Watch <i>the</i> caf\u00e9s</td><td rowspan="2">High</td><td>CCWG</td></tr>
<tr><td>3.2</td><td>Wait<br>and see</td><td>CCWG<!-- or not --></td></tr></table>"""


@every_case("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-8-sig", "utf-16"])
def test_an_ordinary_page_in_its_own_encoding(encoding: str) -> None:
    reading = read_bytes(PAGE.format(encoding).encode(encoding), source="page.html")
    plan = plan_of(reading)
    assert [action.title for action in plan] == ["Watch the caf\u00e9s", "Wait and see"]
    assert [action.priority for action in plan] == [Priority.HIGH, Priority.HIGH]
    span = plan["3.2"].span
    assert span is not None
    assert (span.line, span.path) == (6, "table 1, row 3, cell 1")


SHEET = (
    "Third Action Plan (2008-2009){0}{0}{0}\r\n\r\n"
    "Code{0}Action{0}Priority{0}Responsible party\r\n"
    "Work Area 3. Sheds{0}{0}{0}\r\n"
    '3.1{0}"Watch{0} ""then"" wait"{0}High{0}CCWG\r\n'
    '3.2{0}"Count\nthe boxes"{0}Low{0}CCWG\r\n'
)


@every_case("sign", [";", ",", "\t", "|"])
def test_a_sheet_is_read_whatever_sets_its_cells_apart(sign: str) -> None:
    reading = read_bytes(SHEET.format(sign).encode(), source="plan.csv")
    plan = plan_of(reading)
    watched = plan["3.1"].title.replace(sign, "").split()
    assert watched == ["Watch", '"then"', "wait"]
    assert plan["3.2"].title == "Count the boxes"
    assert (plan.id, plan.work_areas[0].title) == ("AP3", "Sheds")
    span = plan["3.2"].span
    assert span is not None
    assert span.line == 6


def test_excel_says_its_sign_in_a_line_of_its_own() -> None:
    content = "sep=;\r\nCode;Action;Priority\r\n3.1;Watch, then wait;High\r\n"
    plan = plan_of(read_bytes(content.encode()))
    assert plan["3.1"].title == "Watch, then wait"
    assert plan["3.1"].span is not None
    assert plan["3.1"].span.line == 3


def test_words_in_quotation_marks_between_tabs_keep_them() -> None:
    content = 'Third Action Plan\n\nCode\tAction\tPriority\n3.1\t"Swim" far\tHigh\n'
    assert plan_of(read_bytes(content.encode()))["3.1"].title == '"Swim" far'


def test_a_document_of_tables_reads_like_the_text_with_tabs() -> None:
    text = read(document("2005-revised-work-plan.txt"))
    body, rows = "", []
    for line in document("2005-revised-work-plan.txt").read_text("utf-8").splitlines():
        if "\t" in line.strip():
            rows.append(row(*[cell(_paragraphs(part)) for part in line.split("\t")]))
        elif line.strip():
            body += (table(*rows) if rows else "") + _paragraphs(line)
            rows.clear()
    reading = read_bytes(word_file(body + table(*rows)))
    for one, other in zip(reading.dossier.plan, text.dossier.plan, strict=True):
        # The second paragraph of a note stands in the text right below its first line only.
        assert set(one.links) <= set(other.links)
        assert attrs.evolve(one, links=other.links) == other
    beyond = sum(len(action.links) for action in text.dossier.plan)
    assert sum(len(action.links) for action in reading.dossier.plan) == beyond - 1


def _paragraphs(text: str) -> str:
    """The blocks of a cell with tags as paragraphs."""
    bare = re.sub(r"</?(?:b|i|u|sup)>", "", text)
    blocks = [html.unescape(block) for block in re.split(r"<[^<>]+>", bare) if block.strip()]
    return "".join(paragraph(run(html.escape(block, quote=False))) for block in blocks or [""])
