"""Invented plans in layouts of their own: other codes, columns, gaps and page furniture."""

import attrs

from customs_coop.loading import read_bytes
from customs_coop.model import Priority
from customs_coop.readers import Reading
from folded import every_case


@attrs.frozen(kw_only=True)
class Wanted:
    """What an action holds, as far as its document prints it."""

    code: str
    title: str
    deadlines: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    priority: Priority | str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    area: str | None = None


@attrs.frozen(kw_only=True)
class Example:
    """A document with all that is to be read from it.

    Args:
        text: The document.
        plan: The id of its plan.
        wanted: Its actions.
        encoding: How its characters are written.
        findings: The codes of what there is to say about it.
    """

    text: str
    plan: str
    wanted: tuple[Wanted, ...]
    encoding: str = "utf-8"
    findings: tuple[str, ...] = ()


def read(example: Example) -> Reading:
    return read_bytes(example.text.encode(example.encoding))


def actions_of(reading: Reading) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(
            code=action.code.text,
            title=action.title,
            deadlines=tuple(str(deadline.latest) for deadline in action.all_deadlines),
            parties=tuple(involved.party for involved in action.responsible),
            priority=action.priority,
            extra=tuple((cell.heading, cell.text) for cell in action.extra),
            area=None if action.work_area is None else str(action.work_area),
        )
        for action in reading.dossier.plan
    )


EXAMPLES = {
    "plain figures, and no more than three columns": Example(
        text=(
            "Second Action Plan (1 January 2007 - 30 June 2008)\n\n"
            "Code\tAction\tDeadline\n"
            "1\tMap the sheds of all ports\tJune 2007\n"
            "2\tCount the boxes\tby 31.12.2007\n"
            "12\tTrain the divers\tMarch 2008\n"
        ),
        plan="AP2",
        wanted=(
            Wanted(code="1", title="Map the sheds of all ports", deadlines=("2007-06-30",)),
            Wanted(code="2", title="Count the boxes", deadlines=("2007-12-31",)),
            Wanted(code="12", title="Train the divers", deadlines=("2008-03-31",)),
        ),
    ),
    "letters": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Ref.\tActivity\tPriority level\tLead\n"
            "A\tMap the sheds\tHigh\tOLAF\n"
            "B\tCount the boxes\tMedium\tEuropol\n"
            "C\tTrain the divers\tLow\tCOM\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="A", title="Map the sheds", parties=("OLAF",), priority=Priority.HIGH),
            Wanted(code="B", title="Count the boxes", parties=("EUROPOL",),
                   priority=Priority.MEDIUM),
            Wanted(code="C", title="Train the divers", parties=("COM",), priority=Priority.LOW),
        ),
    ),
    "three levels, with cells left empty": Example(
        text=(
            "Fourth Action Plan (2010-2011)\n\n"
            "Work Area 2. Harbours\n\n"
            "No\tAction\tPriority\tPerformance indicator\tResponsible party\n"
            "2.1.1\tMap the sheds\tHigh\tMap printed. Deadline: June 2010\tOLAF\n"
            "2.1.2\tCount the boxes\t\t\tEuropol\n"
            "2.1.10\tTrain the divers\tLow\tCourse held. Deadline: May 2011\t\n"
        ),
        plan="AP4",
        wanted=(
            Wanted(code="2.1.1", title="Map the sheds", deadlines=("2010-06-30",),
                   parties=("OLAF",), priority=Priority.HIGH, area="2"),
            Wanted(code="2.1.2", title="Count the boxes", parties=("EUROPOL",), area="2"),
            Wanted(code="2.1.10", title="Train the divers", deadlines=("2011-05-31",),
                   priority=Priority.LOW, area="2"),
        ),
    ),
    "a word before each code": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Number\tProposed action\tDeadline\tResponsible\n"
            "Action 1\tMap the sheds\tJune 2008\tOLAF\n"
            "Action 2\tCount the boxes\tMay 2009\tEuropol\n"
            "Action 12\tTrain the divers\tDecember 2009\tCOM\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="1", title="Map the sheds", deadlines=("2008-06-30",), parties=("OLAF",)),
            Wanted(code="2", title="Count the boxes", deadlines=("2009-05-31",),
                   parties=("EUROPOL",)),
            Wanted(code="12", title="Train the divers", deadlines=("2009-12-31",),
                   parties=("COM",)),
        ),
    ),
    "codes with a prefix, and further columns": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Code\tAction\tBaseline\tDeadline\tBudget\tLead\tRemarks\n"
            "WP-1\tMap the sheds\t12 maps\tJune 2008\t€ 10 000\tOLAF\tsee the atlas\n"
            "WP-2\tCount the boxes\tnone\tMay 2009\t\tEuropol\t\n"
        ),
        plan="AP3",
        findings=("CC131",),
        wanted=(
            Wanted(code="WP-1", title="Map the sheds", deadlines=("2008-06-30",),
                   parties=("OLAF",),
                   extra=(("Baseline", "12 maps"), ("Budget", "€ 10 000"),
                          ("Remarks", "see the atlas"))),
            Wanted(code="WP-2", title="Count the boxes", deadlines=("2009-05-31",),
                   parties=("EUROPOL",), extra=(("Baseline", "none"),)),
        ),
    ),
    "more unknown columns than known ones": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Code\tAction\tLead\tBudget\tRemarks\tBaseline\tRisk\tSource\n"
            "3.1\tMap the sheds\tOLAF\t10\ta\tb\tc\td\n"
            "3.2\tCount the boxes\tCOM\t20\te\tf\tg\th\n"
        ),
        plan="AP3",
        findings=("CC131",),
        wanted=(
            Wanted(code="3.1", title="Map the sheds", parties=("OLAF",),
                   extra=(("Budget", "10"), ("Remarks", "a"), ("Baseline", "b"), ("Risk", "c"),
                          ("Source", "d"))),
            Wanted(code="3.2", title="Count the boxes", parties=("COM",),
                   extra=(("Budget", "20"), ("Remarks", "e"), ("Baseline", "f"), ("Risk", "g"),
                          ("Source", "h"))),
        ),
    ),
    "headings wrapped over lines": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Action\nCode\tAction /\nActivity\tPerformance\nindicator\tResponsible\nparty\n"
            "3.1\tMap the sheds\tMap printed. Deadline: June 2008\tOLAF\n"
            "3.2\tCount the boxes\tCount made. Deadline: May 2009\tCOM\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="3.1", title="Map the sheds", deadlines=("2008-06-30",),
                   parties=("OLAF",)),
            Wanted(code="3.2", title="Count the boxes", deadlines=("2009-05-31",),
                   parties=("COM",)),
        ),
    ),
    "page furniture between rows, and in the middle of one": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Code\tAction\tPriority\tLead\n"
            "3.1\tMap the sheds\tHigh\tOLAF\n"
            "\n9876/08  AB/cd  2\n\fANNEX  DG H 3  EN\n\n"
            "Code\tAction\tPriority\tLead\n"
            "3.2\tCount the boxes\n\n9876/08  AB/cd  3\n\fANNEX  DG H 3  EN\n\n"
            "of all ports\tLow\tCOM\n"
            "3.3\tTrain the divers\tLow\tCOM\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="3.1", title="Map the sheds", parties=("OLAF",), priority=Priority.HIGH),
            Wanted(code="3.2", title="Count the boxes of all ports", parties=("COM",),
                   priority=Priority.LOW),
            Wanted(code="3.3", title="Train the divers", parties=("COM",), priority=Priority.LOW),
        ),
        findings=("CC116",),
    ),
    "tabs in front, and blanks that do not break": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "\tCode\tAction\tPriority\tLead\n"
            "\t3.1\u00a0\tMap\u00a0the sheds\tHigh\u00a0\tOLAF\n"
            "\t\u00a03.2\tCount the\u2009boxes\tLow\tCOM\u00a0\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="3.1", title="Map the sheds", parties=("OLAF",), priority=Priority.HIGH),
            Wanted(code="3.2", title="Count the boxes", parties=("COM",), priority=Priority.LOW),
        ),
    ),
    "curly quotation marks and dashes in Windows-1252": Example(
        text=(
            "Third Action Plan (2008\u20132009)\r\n\r\n"
            "Code\tAction\tDeadline\tLead\r\n"
            "3.1\tMap the \u201cold\u201d sheds \u2013 all of them\tJune 2008\tOLAF\r\n"
            "3.2\tCount the harbour master\u2019s caf\u00e9s\tMay 2009\tCOM\r\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="3.1", title="Map the \u201cold\u201d sheds \u2013 all of them",
                   deadlines=("2008-06-30",), parties=("OLAF",)),
            Wanted(code="3.2", title="Count the harbour master\u2019s caf\u00e9s",
                   deadlines=("2009-05-31",), parties=("COM",)),
        ),
        encoding="windows-1252",
        findings=("CC110",),
    ),
    "a sheet with semicolons and line breaks in cells": Example(
        text=(
            "Third Action Plan (2008-2009);;;;\r\n"
            "Code;Action;Deadline;Lead;Remarks\r\n"
            'WP-1;"Map the sheds;\nold ones too";June 2008;OLAF;"first line\nsecond line"\r\n'
            "WP-2;Count the boxes;;COM;\r\n"
        ),
        plan="AP3",
        findings=("CC131",),
        wanted=(
            Wanted(code="WP-1", title="Map the sheds; old ones too", deadlines=("2008-06-30",),
                   parties=("OLAF",), extra=(("Remarks", "first line second line"),)),
            Wanted(code="WP-2", title="Count the boxes", parties=("COM",)),
        ),
    ),
    "a flow of labels with plain figures": Example(
        text=(
            "Second Action Plan (2007-2008)\n\n"
            "Action 8\n\n"
            "Proposed action\n\nMap the sheds\n\n"
            "Performance indicator\n\nMap printed by June 2007\n\n"
            "Lead party\n\nOLAF\n\n"
            "Proposed action 12\n\nCount the boxes\n\n"
            "Performance indicator\n\nCount made by May 2008\n\n"
            "Lead party\n\nCOM\n"
        ),
        plan="AP2",
        wanted=(
            Wanted(code="8", title="Map the sheds", deadlines=("2007-06-30",), parties=("OLAF",)),
            Wanted(code="12", title="Count the boxes", deadlines=("2008-05-31",),
                   parties=("COM",)),
        ),
    ),
    "no heading above the codes": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "\tAction\tDeadline\tLead\n"
            "1\tMap the sheds\tJune 2008\tOLAF\n"
            "2\tCount the boxes\tMay 2009\tCOM\n"
        ),
        plan="AP3",
        wanted=(
            Wanted(code="1", title="Map the sheds", deadlines=("2008-06-30",), parties=("OLAF",)),
            Wanted(code="2", title="Count the boxes", deadlines=("2009-05-31",),
                   parties=("COM",)),
        ),
    ),
    "other order, and a column that comes twice": Example(
        text=(
            "Third Action Plan (2008-2009)\n\n"
            "Lead\tDeadline\tCode\tAction\tDeadline\n"
            "OLAF\tJune 2008\t[3.1]\tMap the sheds\twas 2007\n"
            "COM\tMay 2009\t3.2.\tCount the boxes\t\n"
        ),
        plan="AP3",
        findings=("CC131",),
        wanted=(
            Wanted(code="3.1", title="Map the sheds", deadlines=("2008-06-30",),
                   parties=("OLAF",), extra=(("Deadline", "was 2007"),)),
            Wanted(code="3.2", title="Count the boxes", deadlines=("2009-05-31",),
                   parties=("COM",)),
        ),
    ),
}  # fmt: skip


@every_case("name", EXAMPLES)
def test_a_plan_that_was_never_seen_is_read_whole(name: str) -> None:
    example = EXAMPLES[name]
    reading = read(example)
    assert reading.report.ok, str(reading.report)
    assert reading.dossier.plan.id == example.plan
    assert actions_of(reading) == example.wanted
    assert [left.text for left in reading.residue] == []
    told = {finding.code for finding in reading.report}
    assert told - {"CC121", "CC122"} == set(example.findings)


def test_where_no_layout_fits_the_report_says_what_was_tried() -> None:
    (finding,) = read_bytes(b"Dear colleague,\n\nthe sheds are closed.\n").report
    assert finding.code == "CC102"
    for name in ("work-plan", "action-plan", "timetable", "conclusions"):
        assert f"{name}: " in finding.message
    assert "json: " not in finding.message


def test_where_two_layouts_fit_the_report_names_both_and_the_way_out() -> None:
    text = (
        "Third Action Plan (2008-2009)\n\n"
        "Code\tAction\tPriority\tLead\n3.1\tMap the sheds\tHigh\tOLAF\n\n"
        "Proposed action\n\n3.2\n\nCount the boxes\n\nPerformance indicator\n\nCount made\n\n"
        "Terms of reference\n\nBoxes are many.\n"
    )
    reading = read_bytes(text.encode())
    (finding,) = reading.report
    assert finding.code == "CC108"
    assert "work-plan and action-plan" in finding.message
    assert finding.hint
    assert 'layout="work-plan"' in finding.hint
    assert reading.residue
    named = read_bytes(text.encode(), layout="work-plan")
    assert named.dossier.plan["3.1"].title == "Map the sheds"
    assert any("Count the boxes" in left.text for left in named.residue)


@every_case(
    "heading", ["Status", "Possible outcome(s)", "Other concerned parties", "Terms of reference"]
)
def test_one_known_column_beside_code_and_title_is_enough(heading: str) -> None:
    text = (
        f"Third Action Plan (2008-2009)\n\nCode\tAction\t{heading}\n"
        "3.1\tMap the sheds\tOngoing\n3.2\tCount the boxes\tEuropol\n"
    )
    plan = read_bytes(text.encode()).dossier.plan
    assert [(str(action.code), action.title) for action in plan] == [
        ("3.1", "Map the sheds"),
        ("3.2", "Count the boxes"),
    ]


def test_a_glossary_is_no_plan() -> None:
    text = "Abbreviations\n\nNo\tTerm\tMeaning\n1\tCCWP\ta working party\n2\tCIS\ta system\n"
    assert [finding.code for finding in read_bytes(text.encode()).report] == ["CC102"]


def test_a_page_end_within_a_row_is_furniture_and_an_empty_line_is_none() -> None:
    text = (
        "Third Action Plan (2008-2009)\n\nCode\tAction\tPriority\tLead\n"
        "3.1\tMap the\n\n- 2 -\n\nsheds\tHigh\tOLAF\n"
        "3.2\tCount\n\nthe boxes\tLow\tCOM\n"
    )
    reading = read_bytes(text.encode())
    plan = reading.dossier.plan
    assert plan["3.1"].title == "Map the sheds"
    assert [involved.party for involved in plan["3.1"].responsible] == ["OLAF"]
    assert "- 2 -" not in " ".join(left.text for left in reading.residue)
    # What an empty line sets apart is not joined by guessing.
    assert [finding.code for finding in reading.report.errors] == ["CC113", "CC114"]


@every_case(
    ("printed", "codes"),
    [
        (("I", "II", "III"), ("I", "II", "III")),
        (("a)", "b)", "c)"), ("a", "b", "c")),
        (("(1)", "(2)", "(12)"), ("1", "2", "12")),
        (("1a", "1b", "2"), ("1a", "1b", "2")),
        (("Measure 1", "Measure 2", "No. 3"), ("1", "2", "3")),
        (("**3.1**", "3.2 (new)", "<b>3.10</b>"), ("3.1", "3.2", "3.10")),
    ],
)
def test_codes_of_many_kinds(printed: tuple[str, ...], codes: tuple[str, ...]) -> None:
    rows = "".join(f"{code}\tMap the sheds\tHigh\tOLAF\n" for code in printed)
    text = f"Third Action Plan (2008-2009)\n\nNo\tAction\tPriority\tLead\n{rows}"
    reading = read_bytes(text.encode())
    assert reading.report.ok, str(reading.report)
    assert tuple(str(action.code) for action in reading.dossier.plan) == codes


@every_case("words", ["Total", "Actions", "1.5 million", "see above", "III sheds"])
def test_words_in_the_column_of_codes_are_none(words: str) -> None:
    text = (
        "Third Action Plan (2008-2009)\n\nNo\tAction\tPriority\tLead\n"
        f"3.1\tMap the sheds\tHigh\tOLAF\n{words}\tCount\tLow\tCOM\n"
    )
    reading = read_bytes(text.encode())
    assert [finding.code for finding in reading.report.errors] == ["CC114"]
    assert [str(action.code) for action in reading.dossier.plan] == ["3.1"]
