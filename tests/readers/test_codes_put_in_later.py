"""Codes of what was put in later, as the Council and French texts print them."""

from customs_coop.loading import read_bytes
from customs_coop.model import ActionPlan
from folded import every_case

TABLE = """Third Work Plan 2004-2006

Code\tAction\tObjective\tPriority\tIndicator\tResponsible
1.1\tMap the sheds\tA\tHigh\tReport\tFR
{code}\tCount the nets\tA\tHigh\tReport\tDE
2.1\tPaint the boats\tA\tHigh\tReport\tES
"""
TIMETABLE = """Third Work Plan 2004-2006

No.\tAction\tDeadline
1\tMap the sheds\tJune 2004
{code}\tCount the nets\tJune 2005
2\tPaint the boats\tJune 2006
"""


def plan_of(text: str) -> ActionPlan:
    return read_bytes(text.encode()).dossier.plan


@every_case("code", ["1.1bis", "3 bis", "5.1 ter", "B.2bis", "1 quater", "1-bis", "1.1.2ter"])
@every_case("table", [TABLE, TIMETABLE])
def test_a_code_that_was_put_in_is_a_code(table: str, code: str) -> None:
    plan = plan_of(table.format(code=code))
    assert [action.code.text for action in plan][1] == code
    assert len(plan) == 3
    assert plan[code].title == "Count the nets"


@every_case("code", ["bis", "Total bis", "1bisect", "biscuits", "3 terms"])
def test_other_words_are_none(code: str) -> None:
    assert [action.code.text for action in plan_of(TABLE.format(code=code))] == ["1.1", "2.1"]


def test_in_german_it_means_up_to() -> None:
    plan = plan_of(TABLE.format(code="1.2 bis 1.4"))
    assert [action.code.text for action in plan] == ["1.1", "1.2 bis 1.4", "2.1"]


@every_case(
    ("heading", "code", "title"),
    [
        ("1.1bis Count the nets", "1.1bis", "Count the nets"),
        ("1.1 ter Count the nets", "1.1 ter", "Count the nets"),
        ("1.1 bis: Count the nets", "1.1 bis", "Count the nets"),
        ("Action 3 bis – Count the nets", "3 bis", "Count the nets"),
        ("1.1 Bis Ende Juni zählen", "1.1", "Bis Ende Juni zählen"),
        ("1.1 bis Ende Juni zählen", "1.1", "bis Ende Juni zählen"),
    ],
)
def test_before_the_words_of_a_title(heading: str, code: str, title: str) -> None:
    page = (
        "<h1>Third Work Plan 2004-2006</h1><table>"
        "<tr><th>Action</th><th>Indicator</th><th>Responsible</th></tr>"
        f"<tr><td>{heading}</td><td>Report</td><td>FR</td></tr>"
        "<tr><td>2.1 Paint the boats</td><td>Report</td><td>FR</td></tr></table>"
    )
    first, second = plan_of(page)
    assert (first.code.text, first.title) == (code, title)
    assert second.code.text == "2.1"


@every_case(
    ("line", "code"),
    [
        ("1. Map the sheds", "1"),
        ("1 bis. Count the nets", "1 bis"),
        ("1ter Paint the boats", "1ter"),
    ],
)
def test_items_of_a_timetable_without_a_column_of_codes(line: str, code: str) -> None:
    text = (
        "Third Work Plan 2004-2006\n\nAction\tDeadline\n"
        f"{line}\tJune 2004\n2. Mend the nets\tJune 2005\n3. Sail\tJune 2006\n"
    )
    assert [action.code.text for action in plan_of(text)] == [code, "2", "3"]
