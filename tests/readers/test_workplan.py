from pathlib import Path

import pytest

from customs_coop.deadline import Recurring, Undetermined
from customs_coop.model import Code, LinkKind, Marking, Priority, Role, Status
from customs_coop.readers import Reading, parse
from real_documents import parsed

HERE = Path(__file__).parent / "documents"
AGREED = "Subject to the agreement of the owners."


def read(name: str) -> Reading:
    return parse((HERE / name).read_text("utf-8"), source=name)


@pytest.fixture(scope="module")
def regional() -> Reading:
    return read("regional-work-plan.txt")


@pytest.fixture(scope="module")
def damaged() -> Reading:
    return read("damaged-work-plan.txt")


def test_the_cover_may_have_any_order(regional: Reading) -> None:
    cover = regional.dossier.documents[0]
    assert str(cover.reference) == "5123/1/07 REV 1"
    assert cover.marking is Marking.LIMITE
    assert (cover.origin, cover.addressee) == ("Chair", "Harbour Group")
    assert [str(number) for number in cover.previous] == ["4999/06"]
    assert str(cover.date) == "2007-03-07"


def test_the_plan_is_named_by_its_ordinal(regional: Reading) -> None:
    plan = regional.dossier.plan
    assert (plan.id, plan.number) == ("AP2", 2)
    assert str(plan.period) == "2007-04-01/2008-09-30"
    assert plan.title == "Draft second work plan for harbour controls"


def test_columns_are_found_in_any_order_and_further_ones_are_kept(regional: Reading) -> None:
    plan = regional.dossier.plan
    assert [str(action.code) for action in plan] == ["A1", "A2", "B.1", "B.2"]
    assert plan["A1"].title == "Count the sheds in each harbour"
    assert [(cell.heading, cell.text) for cell in plan["A1"].extra] == [("Budget", "10 000")]
    assert plan["A2"].extra == ()


def test_columns_that_are_not_recognised_are_told_once_for_tables_of_the_same_kind() -> None:
    head = "No\tAction\tBudget\tAction leader\tWork Area\tTiming\tRisk\n"
    rows = "{0}.1\tMap the sheds\tnone\tMS\t{0}. Borders\tJune 2013\tlow\n\n"
    title = "Sixth Action Plan (2013-2014)\n\n"
    reading = parse(title + head + rows.format(1) + head + rows.format(2))
    (finding,) = [one for one in reading.report if one.code == "CC131"]
    assert finding.message == 'not recognised, and kept as they are: "Budget", "Risk"'
    assert finding.span is not None
    assert finding.span.line == 3
    action = reading.dossier.plans[0].actions[0]
    assert [cell.heading for cell in action.extra] == ["Budget", "Risk"]
    known = parse(title + "No\tAction\tLeader\tDeadline\n1.1\tMap the sheds\tMS\tJune 2013\n")
    assert all(one.code != "CC131" for one in known.report)


def test_a_second_column_for_the_same_is_told_as_that() -> None:
    head = "No\tAction\tDeadline\tTiming\tDEADLINES\tRisk\tAction leader\n"
    row = "1.1\tMap the sheds\tJune 2013\tMay 2013\tlater\tlow\tMS\n"
    reading = parse("Sixth Action Plan (2013-2014)\n\n" + head + row)
    assert [one.message for one in reading.report if one.code == "CC131"] == [
        'not recognised, and kept as it is: "Risk"',
        (
            "hold the same as other columns, which were read, and are kept as they are: "
            '"Timing", "DEADLINES"'
        ),
    ]
    action = reading.dossier.plans[0].actions[0]
    assert [time.text for time in action.deadlines] == ["June 2013"]
    assert [cell.text for cell in action.extra] == ["May 2013", "later", "low"]


def test_priorities_that_are_not_known_stay_text(regional: Reading) -> None:
    plan = regional.dossier.plan
    assert plan["A1"].priority is Priority.HIGH
    assert plan["A2"].priority == "Urgent"


def test_each_paragraph_with_a_deadline_is_an_indicator(regional: Reading) -> None:
    first, second = regional.dossier.plan["A1"].indicators
    assert str(first.deadlines[0].latest) == "2007-06-30"
    assert isinstance(second.deadlines[0], Undetermined)
    assert isinstance(regional.dossier.plan["B.2"].all_deadlines[0], Recurring)


def test_a_note_is_held_once_and_rows_point_at_it(regional: Reading) -> None:
    plan = regional.dossier.plan
    assert [(note.mark, note.text) for note in plan.notes] == [("¹", AGREED)]
    pointing = [str(action.code) for action in plan if action.notes == (plan.notes[0].id,)]
    assert pointing == ["A1", "B.1", "B.2"]


def test_parties_have_roles_and_doubtful_groups_are_not_confirmed(regional: Reading) -> None:
    plan = regional.dossier.plan
    assert [(i.party, i.confirmed) for i in plan["A1"].responsible] == [
        ("CCWP", True),
        ("MAP-GROUP", False),
    ]
    assert [i.party for i in plan["B.1"].concerned] == ["EUROPOL", "OLAF"]
    assert plan["B.1"].responsible[0].role is Role.RESPONSIBLE
    assert [party.id for party in regional.dossier.parties] == ["MAP-GROUP"]


def test_a_disposition_is_a_link_and_no_party(regional: Reading) -> None:
    action = regional.dossier.plan["B.2"]
    assert action.involved == ()
    assert [(link.kind, str(link.target)) for link in action.links] == [
        (LinkKind.TAKEN_FORWARD_IN, "MDG")
    ]


def test_a_former_code_is_an_alias_and_a_link(regional: Reading) -> None:
    action = regional.dossier.plan["A9"]
    assert action.code == Code("A2")
    assert action.links[0].kind is LinkKind.MERGED_FROM


def test_completion_has_its_evidence(regional: Reading) -> None:
    action = regional.dossier.plan["B.1"]
    assert action.status is Status.COMPLETED
    assert [str(found) for found in action.indicators[0].evidence] == ["4321/07"]
    assert action.title == "Register boats & rafts"


def test_everything_but_the_introduction_is_accounted_for(regional: Reading) -> None:
    assert [piece.text[:11] for piece in regional.residue] == ["1. The plan"]
    assert [finding.code for finding in regional.report] == ["CC120", "CC131"]


def test_a_bad_row_costs_only_itself(damaged: Reading) -> None:
    plan = damaged.dossier.plan
    assert [str(action.code) for action in plan] == ["1", "2", "3", "4", "5", "6", "7"]
    assert plan["1"].priority is Priority.HIGH
    assert plan["4"].responsible[0].party == "COM"
    assert plan["2"].title == "Row without a priority"
    assert (plan["2"].priority, plan["2"].involved) == (None, ())


def test_what_a_bad_row_leaves_over_is_residue(damaged: Reading) -> None:
    left = "\n".join(piece.text for piece in damaged.residue)
    for words in ("CCWG", "Row without a code", "many", "Stray words"):
        assert words in left
    assert "Good row" not in left


@pytest.mark.parametrize(
    ("code", "line"),
    [("CC113", 5), ("CC113", 6), ("CC114", 7), ("CC116", 9), ("CC115", 12), ("CC124", 13)],
)
def test_each_fault_is_told_with_its_line(damaged: Reading, code: str, line: int) -> None:
    found = [(finding.code, finding.span.line) for finding in damaged.report if finding.span]
    assert (code, line) in found


def test_a_row_over_several_lines_is_joined(damaged: Reading) -> None:
    action = damaged.dossier.plan["5"]
    assert action.title == "Row that is broken over two lines"
    assert action.priority is Priority.MEDIUM


def test_objectives_that_are_no_codes_are_kept() -> None:
    text = (
        "Plan (2008-2009)\n\nCode\tAction\tStrategic Objective\tPriority\n"
        "1.2.3\tAct\tTo be good and brave\tHigh\n1.2.4\tRest\tA, B and C\tHigh\n"
    )
    reading = parse(text)
    plan = reading.dossier.plan
    assert plan.id == "P2008"
    assert plan["1.2.3"].extra[0].text == "To be good and brave"
    assert plan["1.2.4"].objectives == (Code("A"), Code("B"), Code("C"))
    codes = [finding.code for finding in reading.report]
    assert codes.count("CC118") == 1
    assert {"CC112", "CC121"} <= set(codes)


def test_a_plan_without_a_period_says_so() -> None:
    reading = parse("Fourth Action Plan\n\nCode\tAction\tPriority\n1\tAct\tHigh\n")
    assert "CC122" in [finding.code for finding in reading.report]
    assert reading.dossier.plan.period is None


# The revised work plan of 2005.


@pytest.fixture(scope="module")
def revised() -> Reading:
    return parsed("2005-revised-work-plan.txt")


def test_the_work_plan_of_2005_as_a_whole(revised: Reading) -> None:
    plan = revised.dossier.plan
    assert (plan.id, plan.number, str(plan.period)) == ("AP1", 1, "2004-01-01/2006-12-31")
    assert str(plan.document) == "14680/05"
    assert revised.report.ok
    assert len(plan) == 35
    assert [str(area.code) for area in plan.work_areas] == [str(n) for n in range(1, 11)]
    assert plan.work_areas[0].title == ""
    assert [str(n) for n in revised.dossier.documents[0].previous] == [
        "11993/1/05 REV 1",
        "15315/2/03 REV 2",
        "11167/5/03 REV 5",
        "16212/03",
    ]
    assert len(plan.notes) == 2
    assert all(piece.span.line in (32, 33, 35, 38) for piece in revised.residue)


def test_the_codes_of_2005_are_the_printed_ones(revised: Reading) -> None:
    printed = (
        "1.1 1.2 1.3 2.1 2.2 2.3 3.1 4.1 4.2 5.1 5.2 6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8 6.9 7.2 7.3 "
        "8.2 8.3 8.5 8.7 9.1 9.2 9.3 9.4 9.6 9.7 10.1 10.2 10.3"
    )
    assert [str(action.code) for action in revised.dossier.plan] == printed.split()


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        (Status.COMPLETED, "2.1 2.3 6.1 6.3 6.6 7.2 7.3 9.2"),
        (Status.PARTLY_COMPLETED, "1.2 3.1 4.2 8.3"),
        (Status.STANDING, "1.1 9.1"),
        (Status.AWAITING, "2.2"),
        (Status.DEFERRED, "4.1 9.3"),
        (Status.TO_DECIDE, "5.2"),
        (Status.OBSOLETE, "8.5"),
    ],
)
def test_the_status_of_2005_follows_the_words(revised: Reading, status: Status, codes: str) -> None:
    found = [str(action.code) for action in revised.dossier.plan if action.status is status]
    assert found == codes.split()


@pytest.mark.parametrize(
    ("code", "latest"),
    [
        ("5.1", ["2006-02-28", "2006-07-31", "2006-12-31"]),
        ("6.6", ["2004-06-30"]),
        ("6.9", ["2006-12-31", "2006-12-31"]),
        ("3.1", ["2006-12-31", "None"]),
        ("8.7", ["2006-12-31"]),
        ("9.3", ["None"]),
        ("7.2", []),
    ],
)
def test_the_deadlines_of_2005(revised: Reading, code: str, latest: list[str]) -> None:
    found = revised.dossier.plan[code].all_deadlines
    assert [str(deadline.latest) for deadline in found] == latest


@pytest.mark.parametrize(
    ("code", "links"),
    [
        ("2.2", [(LinkKind.AWAITS, "AP1/2.1"), (LinkKind.AWAITS, "Experts Group")]),
        ("5.1", [(LinkKind.MERGED_FROM, "AP1/5.3")]),
        (
            "5.2",
            [
                (LinkKind.MERGED_FROM, "AP1/8.6"),
                (LinkKind.DEPENDS_ON, "AP1/5.1"),
                (LinkKind.DEPENDS_ON, "evaluation of CEPOL"),
            ],
        ),
        ("6.4", [(LinkKind.HANDLED_WITH, "AP1/6.2")]),
        (
            "8.3",
            [
                (LinkKind.COMPLETED_BY, "13775/2/04 REV 2"),
                (LinkKind.TAKEN_FORWARD_IN, "Work Area 6"),
            ],
        ),
        ("8.5", [(LinkKind.TAKEN_FORWARD_IN, "MDG")]),
    ],
)
def test_the_links_of_2005(revised: Reading, code: str, links: list[tuple[LinkKind, str]]) -> None:
    found = [
        (link.kind, str(link.target))
        for link in revised.dossier.plan[code].links
        if link.kind not in (LinkKind.REPORTS_TO, LinkKind.REQUIRES_AGREEMENT_OF, LinkKind.CITES)
    ]
    assert found == links


def test_notes_and_groups_of_2005(revised: Reading) -> None:
    plan = revised.dossier.plan
    agreement = plan["2.2"].notes
    assert [str(a.code) for a in plan if a.notes == agreement] == ["2.2", "3.1", "5.2", "6.3"]
    assert plan["1.1"].notes == (plan.notes[0].id,)
    assert plan["8.3"].involved == ()
    assert [one.party for one in plan["8.5"].responsible] == ["NORDIC-COUNTRIES"]
    unconfirmed = [i.party for i in plan["9.6"].responsible if not i.confirmed]
    assert unconfirmed == ["PROJECT-GROUP", "EXPERTS-GROUP"]
    assert not plan["6.8"].responsible[0].confirmed
    assert [i.party for i in plan["8.2"].concerned] == ["EUROPOL", "EUROJUST", "TWG"]
