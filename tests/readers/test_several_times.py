"""Cells with several times, times that cannot be read, and plain figures as marks of notes."""

import pytest

from customs_coop.loading import read_bytes
from customs_coop.model import Action, Indicator, Involvement, Role
from customs_coop.readers import parse
from customs_coop.readers.base import Reading
from customs_coop.readers.indicators.times import read_times
from customs_coop.readers.obligations.rows import row_obligations
from customs_coop.readers.parties.actors import find_actors
from customs_coop.readers.parties.cells import read_party_cell
from folded import every_case

WORK_PLAN = "Sixth Action Plan (2013-2014)\n\nCode\tAction\tResponsible Party\tDeadline\n"


def actions(reading: Reading) -> tuple[Action, ...]:
    return reading.dossier.plans[0].actions


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


@every_case(
    ("cell", "times"),
    [
        ("June 2013; December 2013", ["2013-06-30", "2013-12-31"]),
        ("30 June 2013, 31 December 2013", ["2013-06-30", "2013-12-31"]),
        ("31/12/2013; second edition: end of 2014", ["2013-12-31", "2014-12-31"]),
        ("June 2013 and June 2014", ["2013-06-30", "2014-06-30"]),
        ("2013, 2014", ["2013-12-31", "2014-12-31"]),
        ("juin 2013 et juin 2014", ["2013-06-30", "2014-06-30"]),
        # One time each.
        ("1 June, 2013", ["2013-06-01"]),
        ("30 and 31 May 2013", ["2013-05-31"]),
        ("2013-2014", ["2014-12-31"]),
        # No cut gives times alone.
        ("Lyon and June 2013", ["None"]),
        ("30 June 2013, on the basis of the figures of 2012", ["None"]),
        ("31 June 2013, 31 December 2013", ["None"]),
    ],
)
def test_each_time_of_a_cell_is_a_deadline(cell: str, times: list[str]) -> None:
    assert [str(time.latest) for time in read_times(cell)] == times


@every_case(
    ("cell", "found"),
    [
        ("31.06.2013", ["CC147"]),
        ("31 February 2020", ["CC147"]),
        ("tbc", []),
        ("To be decided", []),
        ("30.06.2013", []),
    ],
)
def test_a_time_that_cannot_be_read_is_reported_with_its_cell(cell: str, found: list[str]) -> None:
    reading = parse(f"{WORK_PLAN}1.1\tMap\tCCWP\t{cell}\n1.2\tCount\tFR\t2013\n")
    reported = [one for one in reading.report if one.code == "CC147"]
    assert [one.code for one in reported] == found
    spans = [(one.span.line, one.span.cell) for one in reported if one.span]
    assert spans == [(4, "Deadline")] * len(found)


def test_a_labelled_time_in_an_indicator_is_reported_too() -> None:
    reading = parse(
        "Seventh Work Plan (2015-2017)\n\nCode\tAction\tPerformance Indicator\tResponsible Party\n"
        "1.1\tMap\tMap drawn. Deadline: 31.06.2015\tCCWP\n1.2\tCount\tDeadline: tbc\tCCWP\n"
    )
    assert codes(reading).count("CC147") == 1


PLAN = (
    "Seventh Work Plan (2015-2017)\n\n"
    "Code\tAction\tPriority\tPerformance Indicator\tResponsible Party\n"
    "1.1\tMap the sheds\tSee note 1\tMap drawn\tCCWP\n"
    "1.2\tCount boats*\tHigh\tCount made\tFR\n"
    "1.3\tReview mutual help 2\tHigh\tReview made\tFR\n"
    "1.4\tPrepare phase 2\tHigh\tPhase begun\tFR\n\n"
)


def test_plain_figures_below_a_table_are_marks_of_notes() -> None:
    reading = parse(f"{PLAN}1 All sheds are meant.\n* If agreed.\n2 Only where boats float.\n")
    plan = reading.dossier.plans[0]
    assert [(note.mark, note.text) for note in plan.notes] == [
        ("1", "All sheds are meant."),
        ("*", "If agreed."),
        ("2", "Only where boats float."),
    ]
    assert [(one.title, one.notes) for one in plan.actions] == [
        ("Map the sheds", ("n1",)),
        ("Count boats", ("n2",)),
        ("Review mutual help", ("n3",)),
        ("Prepare phase 2", ()),
    ]
    assert "CC115" not in codes(reading)


@every_case(
    "line",
    [
        "1 June 2015 was agreed as the first day.",
        "7 Sheds were counted in the harbour.",
        "1 Sheds and boats",
        "1 of the sheds is closed.",
    ],
)
def test_a_figure_that_does_not_count_on_or_opens_no_sentence_is_no_mark(line: str) -> None:
    plan = parse(f"{PLAN}{line}\n").dossier.plans[0]
    assert plan.notes == ()
    assert plan.actions[2].title == "Review mutual help 2"


def test_a_heading_in_capitals_directly_below_the_title_is_a_section() -> None:
    reading = parse(
        "Plan (2013-2014)\n\nTIMETABLE\n\nBOATS AND RAFTS\n1. France shall row.\tMid 1999\n"
        "2. Spain shall sail.\tMay 1999\nHARBOURS\n3. Italy shall swim.\tJune 1999\n"
    )
    plan = reading.dossier.plans[0]
    assert plan.title == "TIMETABLE"
    assert [area.title for area in plan.work_areas] == ["BOATS AND RAFTS", "HARBOURS"]
    assert [str(one.work_area) for one in plan.actions] == ["1", "1", "2"]


@pytest.mark.parametrize("title", ["TIMETABLE", "WORK PROGRAMME", "ANNEX"])
def test_the_title_of_the_table_is_no_section(title: str) -> None:
    reading = parse(
        f"{title}\n1. France shall row.\tMid 1999\n2. Spain shall sail.\tMay 1999\n"
        "3. Italy shall swim.\tJune 1999\n"
    )
    assert reading.dossier.plans[0].work_areas == ()


TIMED = "TIMETABLE\n\nNo\tAction\tDeadlines\n1.\tFrance shall row.\tJanuary 1999\n"


def test_a_time_on_a_line_of_its_own_behind_a_full_stop_goes_on_with_the_times() -> None:
    reading = parse(f"{TIMED}2.\tSpain shall sail.\tJune 1999\n\tand annually\n")
    assert actions(reading)[1].title == "Spain shall sail."
    assert "annually" in actions(reading)[1].deadlines[0].text


@pytest.mark.parametrize(
    ("first", "more"),
    [("Spain shall sail", "and annually"), ("Spain shall sail.", "and row to the shore.")],
)
def test_any_other_words_go_on_with_the_title(first: str, more: str) -> None:
    reading = parse(f"{TIMED}2.\t{first}\tJune 1999\n\t{more}\n")
    assert actions(reading)[1].title == f"{first} {more}"


def test_plain_words_at_the_head_of_columns_are_no_work_area() -> None:
    reading = parse(
        "Action plan 2020-2021\n\nRef.\tWhat\tWho\tWhen\n1\tMap sheds\tCCWP\tJune 2020\n"
        "2\tTrace boats\tMS\t2021\n"
    )
    assert reading.dossier.plans[0].work_areas == ()
    assert [one.title for one in actions(reading)] == ["Map sheds", "Trace boats"]
    assert [one.involved[0].party for one in actions(reading)] == ["CCWP", "MS"]


@every_case(
    ("sentence", "parties"),
    [
        ("Europol, UCLAF and the WCO shall meet.", ["EUROPOL", "OLAF", "WCO"]),
        ("In 1998, Europol, France and Italy shall meet.", ["EUROPOL", "FR", "IT"]),
        ("In agreement with France, Spain and Italy shall meet.", ["ES", "IT"]),
        ("To help Europol, the Commission shall meet.", ["COM"]),
    ],
)
def test_a_list_of_subjects_is_read_whole(sentence: str, parties: list[str]) -> None:
    assert [one.party for one in find_actors(sentence).involved] == parties


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("Member States, in particular FR and DE; the Commission", ["MS", "FR", "DE", "COM"]),
        ("MS, particularly FR", ["MS", "FR"]),
        ("MS, especially FR and DE", ["MS", "FR", "DE"]),
    ],
)
def test_those_who_are_meant_in_particular_are_parties(cell: str, parties: list[str]) -> None:
    assert [one.party for one in read_party_cell(cell).involved] == parties


@pytest.mark.parametrize(
    ("owners", "debtors"),
    [(["CCWP", "BOAT-GROUP"], ["BOAT-GROUP"]), (["CCWP"], ["CCWP"]), (["FR", "DE"], ["FR", "DE"])],
)
def test_the_recipient_of_a_report_owes_none_where_another_body_does(
    owners: list[str], debtors: list[str]
) -> None:
    action = Action(
        code="1",
        title="Count boats",
        indicators=[Indicator(text="Report to the CCWP")],
        involved=[Involvement(party=one, role=Role.RESPONSIBLE) for one in owners],
    )
    found = row_obligations(action, "AP1").obligations
    assert [(one.party, one.to) for one in found] == [(debtor, "CCWP") for debtor in debtors]


@every_case(
    ("cell", "times"),
    [
        ("June 2017<br>(first)<br>June 2018<br>(second)", ["2017-06-30", "2018-06-30"]),
        ("June 2017<br>(extended to June 2019)", ["2019-06-30"]),
        ("June 2017<br>(June 2018)", ["2017-06-30", "2018-06-30"]),
        ("June 2017<br>June 2018", ["2017-06-30", "2018-06-30"]),
        ("(first)<br>June 2017", ["None", "2017-06-30"]),
    ],
)
def test_a_remark_in_brackets_belongs_to_the_time_above_it(cell: str, times: list[str]) -> None:
    page = (
        "<p>Third Action Plan (2008-2009)</p><table><tr><th>Code</th><th>Action</th>"
        f"<th>Deadline</th></tr><tr><td>1.1</td><td>Swim</td><td>{cell}</td></tr></table>"
    )
    action = read_bytes(page.encode()).dossier.plan["1.1"]
    assert [str(time.latest) for time in action.deadlines] == times
