"""Footnotes: marks find their notes, and a condition in a note reaches the rows that bear it."""

from customs_coop.formats.notes import plain_mark
from customs_coop.model import LinkKind
from customs_coop.readers import Reading, parse
from customs_coop.readers.document.footnotes import Footnotes
from folded import every_case

HEADER = "Code\tAction\tPriority\tIndicator\tResponsible party\n"
NOTE = "Needs prior agreement of the other interested parties in column 2 and/or column 5."


def plan(*rows: str, below: str) -> Reading:
    return parse(f"Fourth Work Plan 2010-2011\n\n{HEADER}{''.join(rows)}\n{below}")


def agreement(reading: Reading, code: str) -> list[str]:
    return [
        str(link.target)
        for link in reading.dossier.plan[code].links
        if link.kind is LinkKind.REQUIRES_AGREEMENT_OF
    ]


def test_a_condition_reaches_the_rows_that_bear_its_mark_and_no_others() -> None:
    reading = plan(
        "1.1\tMap with OLAF ¹\tHigh\tList\tCCWP Other interested parties: Europol\n",
        "1.2\tDig with OLAF\tHigh\tList\tCCWP Other interested parties: Europol\n",
        "1.3\tDive ²\tHigh\tList\tCCWP Other interested parties: Europol\n",
        below=f"¹ {NOTE}\n² Boats only.\n",
    )
    assert [agreement(reading, code) for code in ("1.1", "1.2", "1.3")] == [
        ["OLAF", "EUROPOL"],
        [],
        [],
    ]
    (first, *_) = [
        link
        for link in reading.dossier.plan["1.1"].links
        if link.kind is LinkKind.REQUIRES_AGREEMENT_OF
    ]
    assert (first.text, first.inferred) == (NOTE, False)


def test_a_row_with_two_marks_of_one_note_says_it_once() -> None:
    reading = plan("1.1\tMap ¹ and dig ¹\tHigh\tList\tCCWP, Europol\n", below=f"¹ {NOTE}\n")
    assert agreement(reading, "1.1") == ["the other interested parties"]


def test_see_note_brings_the_condition_too() -> None:
    reading = plan(
        "1.1\tMap\tSee note\tList\tCCWP Other interested parties: COM\n", below=f"* {NOTE}\n"
    )
    assert agreement(reading, "1.1") == ["COM"]


def test_a_box_bears_marks_as_well() -> None:
    reading = parse(
        "Eighth Action Plan (2015-2016)\n\n¹ Not a note of this kind\n\nProposed action\n\n8.1\n\n"
        "Count buoys\n\nPerformance indicator\n\nReport to the CCWP\n\n"
        "Other concerned parties\n\n- Europol.\n",
        layout="action-plan",
    )
    assert [str(link.target) for link in reading.dossier.plan["8.1"].links] == ["CCWP"]


@every_case("mark", ["¹", "(1)", "[1]", "1"])
def test_a_mark_without_its_form(mark: str) -> None:
    assert plain_mark(mark) == "1"


def test_the_text_of_a_note_by_its_id() -> None:
    notes = Footnotes()
    notes.add(0, "¹", "One.")
    notes.add(1, "*", "Two.")
    found = notes.find(1, "*")
    assert found is not None
    assert notes.text(found) == "Two."
    assert notes.text("n9") == ""


def test_all_marks_at_the_end_of_a_cell_are_taken() -> None:
    table = "1.1\tMap the sheds * **\tHigh\tReport\tMS\n\n* All of them.\n\n** By day.\n"
    plan = parse(HEADER + table).dossier.plan
    assert plan["1.1"].title == "Map the sheds"
    assert len(plan["1.1"].notes) == 2


def test_a_letter_before_a_mark_that_has_no_note_stays() -> None:
    table = "1.1\tMap the sheds of (a) (b)\tHigh\tReport\tMS\n\n(b) By day.\n"
    assert parse(HEADER + table).dossier.plan["1.1"].title == "Map the sheds of (a)"


@every_case(
    ("codes", "note", "read"),
    [
        (("8(a)", "8(b)"), "", ["8(a)", "8(b)"]),
        (("8 (a)", "8 (b)"), "", ["8 (a)", "8 (b)"]),
        (("8 (a)", "9"), "", ["8", "9"]),
        (("8 (new)", "9"), "", ["8", "9"]),
        (("8(a)", "9"), "(a) By day.\n", ["8", "9"]),
        (("8 (a)", "9 (a)"), "(a) By day.\n", ["8", "9"]),
        (("8(1)", "9"), "(1) By day.\n", ["8", "9"]),
    ],
)
def test_a_letter_behind_a_code_is_a_part_or_the_mark_of_a_note(
    codes: tuple[str, str], note: str, read: list[str]
) -> None:
    rows = "".join(f"{code}\tMap shed {code[0]}\tHigh\tReport\tMS\n" for code in codes)
    plan = parse(f"{HEADER}{rows}\n{note}").dossier.plan
    assert [action.code.text for action in plan] == read
    assert [bool(action.notes) for action in plan] == [bool(note) and code != "9" for code in codes]
