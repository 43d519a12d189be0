"""Headings of columns as plans of many kinds print them, with marks, words and two levels."""

import html

import pytest

from customs_coop.loading import read_bytes
from customs_coop.model import Action, Role, Status
from customs_coop.readers import Reading, parse
from folded import every_case

TITLE = "Eighth Action Plan (2016-2017)\n\n"


def plan(*rows: str, below: str = "") -> Reading:
    return parse(TITLE + "\n".join(row.replace("|", "\t") for row in rows) + "\n\n" + below)


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


def first(reading: Reading) -> Action:
    return reading.dossier.plan.actions[0]


def parties(action: Action, role: Role) -> list[str]:
    return [str(one.party) for one in action.involved if one.role is role]


@every_case("mark", ["¹", "1", "[1]", " [1]", "*", " (1)", "<sup>1</sup>"])
def test_the_mark_of_a_note_on_a_heading_does_not_hide_the_column(mark: str) -> None:
    reading = plan(
        f"Code|Action|Responsible party{mark}|Deadline",
        "1.1|Paint the pier|CCWP|June 2016",
        "1.2|Sweep the pier|MS|June 2017",
        below=("* " if mark == "*" else "(1) ") + "If the tide allows.\n",
    )
    action = first(reading)
    assert parties(action, Role.RESPONSIBLE) == ["CCWP"]
    assert action.extra == ()
    (note,) = reading.dossier.plan.notes
    assert action.notes == (note.id,)
    assert "CC131" not in codes(reading)


def test_a_note_on_a_heading_belongs_to_the_rows_that_fill_its_column() -> None:
    reading = plan(
        "Code|Action|Priority|Deadline¹",
        "1.1|Paint the pier|High|June 2016",
        "1.2|Sweep the pier|Low|",
        below="¹ If the tide allows.\n",
    )
    assert [len(action.notes) for action in reading.dossier.plan] == [1, 0]


def test_the_note_of_a_heading_of_a_timetable() -> None:
    reading = plan(
        "No|Measure|Deadline¹",
        "1|Paint the pier|June 2016",
        "2|Sweep the pier|May 2016",
        below="¹ If the tide allows.\n",
    )
    assert [[time.text for time in one.deadlines] for one in reading.dossier.plan] == [
        ["June 2016"],
        ["May 2016"],
    ]
    assert all(action.notes for action in reading.dossier.plan)


def test_a_raised_letter_on_a_heading_of_a_web_page() -> None:
    heading = "".join(
        f"<th>{one}</th>" for one in ("Code", "Action", "Lead<sup>a</sup>", "Deadline")
    )
    row = "".join(f"<td>{one}</td>" for one in ("1.1", "Paint the pier", "CCWP", "June 2016"))
    page = f"<p>{TITLE}</p><table><tr>{heading}</tr><tr>{row}</tr></table>"
    reading = read_bytes(f"<html><body>{page}</body></html>".encode())
    assert parties(first(reading), Role.RESPONSIBLE) == ["CCWP"]


@every_case(
    "heading",
    [
        *("Owner", "Actor(s)", "Actors", "Competent body", "Who is responsible", "Acteurs", "Who"),
        *("By whom", "Responsible MS", "Responsible body", "Responsible service", "Wer"),
        *("Party responsible", "Lead MS", "Organe compétent", "Zuständige Behörde", "Akteure"),
    ],
)
def test_who_acts_is_read_beside_a_time(heading: str) -> None:
    reading = plan(f"Code|Action|{heading}|Due date", "1.1|Paint|CCWP|June 2016", "1.2|Dig|MS|")
    action = first(reading)
    assert parties(action, Role.RESPONSIBLE) == ["CCWP"]
    assert [time.text for time in action.deadlines] == ["June 2016"]
    assert "CC131" not in codes(reading)


@every_case(
    "heading",
    [
        *("Planned deadline", "Target completion date", "Date", "When", "By when", "End date"),
        *("Délai prévu", "Quand", "Geplanter Termin", "Bis wann", "Datum"),
    ],
)
def test_the_time_is_read_beside_who_acts(heading: str) -> None:
    reading = plan(f"Code|Action|Owner|{heading}", "1.1|Paint|CCWP|June 2016", "1.2|Dig|MS|")
    assert [time.text for time in first(reading).deadlines] == ["June 2016"]


def test_a_date_beside_a_deadline_is_none_and_is_told() -> None:
    reading = plan("Code|Action|Owner|Date|Deadline", "1.1|Paint|CCWP|May 2015|June 2016")
    action = first(reading)
    assert [time.text for time in action.deadlines] == ["June 2016"]
    assert [(cell.heading, cell.text) for cell in action.extra] == [("Date", "May 2015")]
    assert codes(reading).count("CC131") == 1


def test_the_end_is_the_deadline_and_the_start_is_told() -> None:
    reading = plan("Code|Action|Lead|Start|End", "1.1|Paint|CCWP|May 2016|June 2016")
    action = first(reading)
    assert [time.text for time in action.deadlines] == ["June 2016"]
    assert [(cell.heading, cell.text) for cell in action.extra] == [("Start", "May 2016")]
    (told,) = (finding for finding in reading.report if finding.code == "CC131")
    assert '"Start"' in told.message


@every_case(
    "heading", ["Partners", "Participants", "Involved parties", "Co-leader", "Beteiligte Akteure"]
)
def test_those_beside_the_lead_are_concerned(heading: str) -> None:
    reading = plan(f"Code|Action|Lead|{heading}|Deadline", "1.1|Paint|CCWP|Europol|June 2016")
    assert parties(first(reading), Role.CONCERNED) == ["EUROPOL"]
    assert "CC131" not in codes(reading)


@every_case(
    "heading",
    [
        *("Title", "Description of the action", "Activities", "Task", "Action point", "Titel"),
        *("Titre", "Intitulé de l'action", "Aufgabe", "Beschreibung der Maßnahme"),
    ],
)
def test_titles_of_actions(heading: str) -> None:
    reading = plan(f"Code|{heading}|Responsible|Deadline", "1.1|Paint|CCWP|June 2016")
    assert first(reading).title == "Paint"


@every_case("heading", ["Action No", "Action No.", "Lfd. Nr.", "N°"])
def test_headings_of_codes(heading: str) -> None:
    reading = plan(f"{heading}|Action|Responsible|Deadline", "1.1|Paint|CCWP|June 2016")
    assert [action.code for action in reading.dossier.plan] == ["1.1"]


@every_case(
    "headings",
    [
        ("No", "Title", "Status", "Author"),
        ("Ref", "Title", "Partners", "Budget"),
        ("No", "Description", "Who", "Price"),
        ("Code", "Date", "Place", "Start", "End"),
    ],
)
def test_a_table_that_is_no_plan_stays_none(headings: tuple[str, ...]) -> None:
    cells = "|".join(["pier"] * (len(headings) - 1))
    reading = plan("|".join(headings), f"1|{cells}", f"2|{cells}")
    assert "CC102" in codes(reading)
    assert not reading.dossier.plans


def test_a_timetable_tells_its_further_columns_and_reads_its_states() -> None:
    reading = plan(
        "No.|Measure|Colour|Due date|State of play",
        "I|Paint the pier|red|June 2016|done",
        "II|Sweep the pier|red|June 2016|cancelled",
        "III|Wash the pier|red|June 2016|soaked",
        "VII|Dry the pier|red|June 2016|",
    )
    actions = reading.dossier.plan.actions
    assert [str(action.code) for action in actions] == ["I", "II", "III", "VII"]
    assert [action.status for action in actions] == [
        Status.COMPLETED,
        Status.OBSOLETE,
        Status.OPEN,
        Status.OPEN,
    ]
    assert [action.status_text for action in actions] == ["done", "cancelled", "soaked", ""]
    told = [finding for finding in reading.report if finding.code in ("CC129", "CC131")]
    assert [finding.code for finding in told] == ["CC131", "CC129"]
    assert '"Colour"' in told[0].message
    assert reading.residue == ()


@every_case("heading", ["Deadline", "Priority"])
@every_case(
    ("printed", "code"),
    [
        ("1. 2", "1.2"),
        ("Action 5", "5"),
        ("(6)", "6"),
        ("8°", "8"),
        ("1.10 bis", "1.10 bis"),
        ("1,3", "1,3"),
        ("4-1", "4-1"),
        ("1.8-1.9", "1.8-1.9"),
    ],
)
def test_no_row_is_lost_for_the_spelling_of_its_code(heading: str, printed: str, code: str) -> None:
    head = "No|Measure|Deadline" if heading == "Deadline" else "Code|Action|Priority|Owner"
    tail = "June 2016" if heading == "Deadline" else "High|MS"
    reading = plan(head, f"1.1|Paint|{tail}", f"{printed}|Sweep|{tail}", f"2.7|Dry|{tail}")
    actions = reading.dossier.plan.actions
    assert [str(action.code) for action in actions] == ["1.1", code, "2.7"]
    assert actions[1].title == "Sweep"
    doubtful = code in ("1,3", "4-1", "1.8-1.9")
    told = [finding for finding in reading.report if finding.code == "CC134"]
    assert [finding.subject for finding in told] == ([code] if doubtful else [])


@pytest.mark.parametrize("printed", ["tbd", "-", "1.1 and so on"])
def test_a_row_without_any_code_is_told_and_kept(printed: str) -> None:
    reading = plan("Code|Action|Priority", "1.1|Paint|High", f"{printed}|Sweep|High")
    assert len(reading.dossier.plan.actions) == 1
    assert "CC114" in codes(reading)
    assert any("Sweep" in piece.text for piece in reading.residue)


def test_a_sheet_with_a_title_of_one_word_is_read() -> None:
    reading = read_bytes(b"Code;Title;Responsible;Deadline\n1.1;Paint;CCWP;June 2016\n")
    assert first(reading).title == "Paint"


def test_a_sheet_that_cannot_be_read_names_its_headings_and_what_is_missing() -> None:
    reading = read_bytes(b"Code;Subject;Responsible;Deadline\n1.1;Paint;CCWP;June 2016\n")
    (finding,) = reading.report
    assert finding.code == "CC102"
    assert '"Code", "Subject", "Responsible", "Deadline"' in finding.message
    assert "no column for titles was found" in finding.message
    assert [(piece.span.line, piece.text) for piece in reading.residue] == [
        (1, "Code;Subject;Responsible;Deadline"),
        (2, "1.1;Paint;CCWP;June 2016"),
    ]


def page(*rows: str) -> Reading:
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return read_bytes(f"<html><body><p>{html.escape(TITLE)}</p><table>{table}</table>".encode())


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def test_two_rows_of_headings_are_read_as_one() -> None:
    reading = page(
        "<th rowspan=2>No</th><th rowspan=2>Action</th><th colspan=2>Parties</th>"
        "<th colspan=2>Period</th>",
        "<th>Lead</th><th>Participants</th><th>Start</th><th>End</th>",
        cells("1", "Paint", "CCWP", "Europol", "May 2016", "June 2016"),
        cells("2", "Sweep", "MS", "COM", "May 2016", "July 2016"),
    )
    action = first(reading)
    assert parties(action, Role.RESPONSIBLE) == ["CCWP"]
    assert parties(action, Role.CONCERNED) == ["EUROPOL"]
    assert [time.text for time in action.deadlines] == ["June 2016"]
    assert [cell.heading for cell in action.extra] == ["Period / Start"]


def test_a_row_of_texts_below_merged_headings_is_no_heading() -> None:
    reading = page(
        "<th>No</th><th>Action</th><th>Owner</th><th colspan=2>Deadline</th>",
        cells("1", "Paint", "CCWP", "June 2016", "Pier"),
        cells("2", "Sweep", "MS", "July 2016", "Pier"),
    )
    assert [str(action.code) for action in reading.dossier.plan] == ["1", "2"]


BLANKS = """Eighth Action Plan (2016-2017)

 Code   Action                     Responsible      Deadline
                                   party
 1.1    Paint the pier along       CCWP, Europol    June 2016
        the northern shore
 1.2    Sweep the pier             MS               July 2017
"""


def test_columns_that_blanks_set_apart() -> None:
    reading = parse(BLANKS)
    action = first(reading)
    assert action.title == "Paint the pier along the northern shore"
    assert parties(action, Role.RESPONSIBLE) == ["CCWP", "EUROPOL"]
    assert [one.deadlines[0].text for one in reading.dossier.plan] == ["June 2016", "July 2017"]
    assert reading.residue == ()


def test_columns_that_are_narrow_are_told_apart() -> None:
    reading = parse(
        "Plan of the pier 2016-2017\n\n"
        "No    Action             Owner    Deadline\n"
        "1     Paint the pier     CCWP     June 2016\n"
        "2     Sweep the pier     MS       July 2016\n"
    )
    assert [str(action.code) for action in reading.dossier.plan] == ["1", "2"]
    assert [action.title for action in reading.dossier.plan] == ["Paint the pier", "Sweep the pier"]


def test_words_set_apart_by_blanks_are_no_table() -> None:
    reading = parse(
        "The code    of the pier\n\n1.1     Paint     tomorrow\n1.2     Sweep     soon\n"
    )
    assert "CC102" in codes(reading)
