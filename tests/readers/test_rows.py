"""Rows of work plans: codes, notes, marks, work areas, tables of other kinds."""

import pytest

from customs_coop.model import Code, LinkKind
from customs_coop.readers import Reading, parse
from customs_coop.readers.workplan.codes import read_code
from folded import every_case

HEADER = "Code\tAction\tPriority\tIndicator\tResponsible party\n"
TITLE = "Fourth Work Plan 2010-2011\n\n"


def row(code: str, title: str = "Map", priority: str = "High", indicator: str = "List") -> str:
    return f"{code}\t{title}\t{priority}\t{indicator}\tMS\n"


def plan(*rows: str, below: str = "") -> Reading:
    return parse(f"{TITLE}{HEADER}{''.join(rows)}\n{below}")


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report if finding.code not in ("CC112", "CC120")]


# Marks and notes.


def test_signs_behind_words_find_their_notes() -> None:
    reading = plan(
        row("1.1", "Map *", indicator="List (1)"),
        row("1.2", "**Dig**", indicator="List [2], sent"),
        row("1.3*", "Dive", indicator="List 3)"),
        row("1.4¹", "Swim"),
        below="* Stars.\n(1) One.\n[2] Two.\n3) Three.\n",
    )
    found = reading.dossier.plan
    assert [(note.mark, note.text) for note in found.notes] == [
        ("*", "Stars."),
        ("(1)", "One."),
        ("[2]", "Two."),
        ("3)", "Three."),
    ]
    assert [action.notes for action in found] == [("n1", "n2"), ("n3",), ("n1", "n4"), ("n2",)]
    assert [action.title for action in found] == ["Map", "**Dig**", "Dive", "Swim"]
    assert [action.indicators[0].text for action in found] == ["List", "List, sent", "List", "List"]
    assert codes(reading) == []


def test_signs_without_notes_stay_and_stars_are_told() -> None:
    reading = plan(row("1.1", "Map †", indicator="(see 1)"), row("1.2*", "To (1) map, (2) dig (2)"))
    first, second = reading.dossier.plan
    assert (first.title, second.title) == ("Map †", "To (1) map, (2) dig (2)")
    assert codes(reading) == ["CC115", "CC115"]


def test_figures_in_brackets_do_not_find_raised_notes() -> None:
    reading = plan(row("1.1", "Map (1)"), below="¹ One.\n")
    assert reading.dossier.plan["1.1"].title == "Map (1)"
    assert reading.dossier.plan["1.1"].notes == ()


def test_exponents_are_no_marks() -> None:
    reading = plan(
        row("1.1", "Sheds of 5 km², 10 m³ and 10⁶ by 2010¹, swimm²"), below="¹ One.\n² Two.\n"
    )
    action = reading.dossier.plan["1.1"]
    assert action.title == "Sheds of 5 km², 10 m³ and 10⁶ by 2010, swimm"
    assert action.notes == ("n1", "n2")
    assert codes(reading) == []


def test_a_raised_figure_without_a_note_stays_and_is_told() -> None:
    reading = plan(row("1.1", "Map ²"), below="¹ One.\n")
    assert reading.dossier.plan["1.1"].title == "Map ²"
    assert codes(reading) == ["CC115"]


def test_see_note_points_at_the_note_that_it_names() -> None:
    reading = plan(
        row("1.1", priority="See note"),
        row("1.2", priority="See note 2"),
        row("1.3", priority="See notes"),
        row("1.4", priority="See note 7"),
        row("1.5", priority="See note ¹"),
        below="¹ One.\n² Two.\n",
    )
    found = [action.notes for action in reading.dossier.plan]
    assert found == [(), ("n2",), ("n1", "n2"), (), ("n1",)]
    assert codes(reading) == ["CC128", "CC115"]


def test_the_only_note_is_meant_where_none_is_named() -> None:
    reading = plan(row("1.1", priority="See note"), below="* One.\n")
    assert reading.dossier.plan["1.1"].notes == ("n1",)


def test_many_notes_are_not_given_to_every_row() -> None:
    notes = "".join(
        f"({letter}{figure}) Note {letter}{figure}.\n"
        for letter in "abcdefgh"
        for figure in range(10)
    )
    rows = [row(f"1.{number}", priority="See notes") for number in range(1, 101)]
    reading = plan(*rows, below=notes)
    assert len(reading.dossier.plan.notes) == 80
    assert all(action.notes == () for action in reading.dossier.plan)
    assert codes(reading).count("CC128") == 100


# Text in cells.


@every_case(
    "words",
    ["Keep weights <b and record> 5 kg", "a<b and c>d", "<i or more>", '<p "x">', "<u = 5 or so>"],
)
def test_what_only_looks_like_a_tag_is_text(words: str) -> None:
    assert plan(row("1.1", words)).dossier.plan["1.1"].title == words


def test_tags_with_attributes_are_no_text() -> None:
    words = "<p class=x>One</p ><br/><ol compact start='2'><li>two</ol><td nowrap width=\"5\" >"
    assert plan(row("1.1", words)).dossier.plan["1.1"].title == "One two"


@pytest.mark.parametrize("attribute", ["a=b ", " a", " a=", '"', " a='b' "])
def test_a_tag_of_any_length_is_read(attribute: str) -> None:
    # At this length anything worse than linear would not come to an end.
    reading = plan(row("1.1", ("<p" + attribute * 1500) * 4))
    assert [str(action.code) for action in reading.dossier.plan] == ["1.1"]


def test_figures_that_count_are_no_former_codes() -> None:
    reading = plan(
        row("1.1", "Map (previously 3 reports)", indicator="formerly 5 Member States, 9 %"),
        row("1.2", "Dig (previously 4)", indicator="formerly action 6 was it"),
        row("1.3", "Dive (previously 2.1 and 8 lists)"),
    )
    first, second, third = reading.dossier.plan
    assert (first.aliases, first.links) == ((), ())
    assert second.aliases == (Code("4"), Code("6"))
    assert [link.kind for link in second.links] == [LinkKind.MERGED_FROM] * 2
    assert third.aliases == (Code("2.1"),)


def test_in_a_plan_with_plain_figures_words_of_place_may_follow_a_code() -> None:
    found = plan(row("1", "Map (previously 3 in the list)"), row("2", "previously 3 lists"))
    assert [action.aliases for action in found.dossier.plan] == [(Code("3"),), ()]


def test_a_word_is_no_objective() -> None:
    rows = "1.1\tMap\tNo\tHigh\n1.2\tDig\tA, 2 and ii\tHigh\n"
    reading = parse(f"{TITLE}Code\tAction\tObjective\tPriority\n{rows}")
    first, second = reading.dossier.plan
    assert first.objectives == ()
    assert [(cell.heading, cell.text) for cell in first.extra] == [("Objective", "No")]
    assert second.objectives == (Code("A"), Code("2"), Code("ii"))
    assert codes(reading) == ["CC118"]


# Codes.


@every_case(
    ("cell", "found"),
    [
        ("<b>1.10</b>", ("1.10", "")),
        ("**1.8**", ("1.8", "")),
        ("[1.5]", ("1.5", "")),
        ("1.6 (new)", ("1.6", "(new)")),
        ("1.9¹", ("1.9", "")),
        ("(tbc)", None),
        ("[1.5", None),
        ("", None),
    ],
)
def test_codes_in_their_usual_dress(cell: str, found: tuple[str, str] | None) -> None:
    assert read_code(cell) == found


def test_a_remark_behind_a_code_is_kept() -> None:
    reading = plan(row("<b>1.1</b>"), row("[1.2]"), row("1.3 (new)"), row("1.4 (previously 2.2)"))
    found = reading.dossier.plan
    assert [str(action.code) for action in found] == ["1.1", "1.2", "1.3", "1.4"]
    assert [(cell.heading, cell.text) for cell in found["1.3"].extra] == [("Code", "(new)")]
    assert found["1.4"].aliases == (Code("2.2"),)
    assert codes(reading) == []


# Work areas.


def areas(reading: Reading) -> list[str]:
    return [str(action.work_area) for action in reading.dossier.plan]


def test_a_heading_with_another_figure_is_not_taken() -> None:
    rows = row("2.1") + row("3.1") + row("3.2")
    reading = parse(f"{TITLE}Work Area 2. Rail\n\n{HEADER}{rows}\n5. Airports\n\n{row('5.1')}")
    found = [(str(area.code), area.title) for area in reading.dossier.plan.work_areas]
    assert areas(reading) == ["2", "3", "3", "5"]
    assert found == [("2", "Rail"), ("3", ""), ("5", "Airports")]
    told = [finding for finding in reading.report if finding.code == "CC112"]
    assert [(found.subject, found.span and found.span.line) for found in told] == [
        ("work area 3", 7)
    ]


def test_the_number_of_the_plan_is_no_work_area() -> None:
    text = (
        f"Fifth Work Plan 2010-2011\n\nWork Area 2. Rail\n\n{HEADER}{row('5.1')}"
        f"\nWork Area 3. Airports\n\n{HEADER}{row('5.2')}"
    )
    assert areas(parse(text)) == ["2", "3"]


# Tables of other kinds.


@every_case(
    "table",
    [
        "Abbreviation\tMeaning\t\t\t\nMS\tMember State\t\t\t\nA\tAction\t\t\t\n",
        "Abbreviation\tMeaning\nMS\tMember State\nA\tAction\n",
        "MS\tMember State\nA\tAction\n",
        "Year\tSheds\n2005\t100\n2006\t200\n",
        "Annex: words\nMS\tMember State\nA\tAction\n",
    ],
)
def test_a_table_of_another_kind_makes_no_actions(table: str) -> None:
    reading = plan(row("1.1"), row("1.2"), below=table)
    assert [str(action.code) for action in reading.dossier.plan] == ["1.1", "1.2"]
    assert codes(reading) == ["CC127"]
    assert reading.report.ok
    assert reading.residue


def test_the_plan_goes_on_behind_a_table_of_another_kind() -> None:
    reading = plan(row("1.1"), below="MS\tMember State\nA\tAction\n\n" + row("1.2"))
    assert [str(action.code) for action in reading.dossier.plan] == ["1.1", "1.2"]


def test_one_bad_row_ends_no_table() -> None:
    reading = plan(row("1.1"), below=row("tbd") + row("1.2") + row("MS"))
    assert [str(action.code) for action in reading.dossier.plan] == ["1.1", "1.2"]
    assert codes(reading) == ["CC114", "CC114"]
    messages = [finding.message for finding in reading.report.errors]
    assert all(message.startswith('the row "') for message in messages)
    assert all(message.endswith("; add the code") for message in messages)
    assert '"tbd ' in messages[0]


def test_a_bad_row_above_the_next_header_is_an_error() -> None:
    reading = plan(row("1.1"), below=f"{row('tbd')}\n{HEADER}{row('1.2')}")
    assert [str(action.code) for action in reading.dossier.plan] == ["1.1", "1.2"]
    assert codes(reading) == ["CC114"]


def test_letters_are_codes_where_the_plan_has_such() -> None:
    reading = plan(row("A"), row("B"), row("C.1"), below=row("D"))
    assert [str(action.code) for action in reading.dossier.plan] == ["A", "B", "C.1", "D"]
    assert codes(reading) == []
