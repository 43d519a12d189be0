from pathlib import Path

import pytest

from customs_coop.model import Code, LinkKind, PlanRef
from customs_coop.readers import Reading, parse
from folded import every_case
from real_documents import parsed

HERE = Path(__file__).parent / "documents"


@pytest.fixture(scope="module")
def harbours() -> Reading:
    return parse((HERE / "flow-plan.txt").read_text("utf-8"), source="flow-plan.txt")


def test_the_plan_and_its_strategy(harbours: Reading) -> None:
    plan = harbours.dossier.plan
    assert (plan.id, plan.number, str(plan.period)) == ("AP7", 7, "2015-01-01/2016-06-30")
    assert plan.previous == ("AP6",)
    strategy = harbours.dossier.strategies[0]
    assert (strategy.id, str(strategy.adopted)) == ("S2014", "2014-05-04")
    assert str(strategy.reference) == "OJ C 100, 6.5.2014, p. 3"
    assert [str(objective.code) for objective in strategy.objectives] == ["1", "2"]
    assert plan.strategy == strategy.id


def test_labels_before_and_after_their_texts(harbours: Reading) -> None:
    first, second = harbours.dossier.plan
    assert (str(first.code), first.title) == ("7.1", "To count lost containers")
    assert (str(second.code), second.title) == ("7.2", "To find divers who also swim")
    assert [(str(i.code), i.text) for i in first.indicators] == [
        ("1", "List printed by June 2015"),
        ("2", "Report sent."),
    ]
    assert first.outcomes == ("Fewer lost containers.",)
    assert second.outcomes == ("Wetter divers.",)
    assert [i.party for i in first.concerned] == ["COM", "TAXUD", "OLAF", "HARBOUR-MASTERS"]
    assert [i.party for i in second.concerned] == ["EUROPOL", "WCO"]


def test_objectives_are_mapped_by_their_words(harbours: Reading) -> None:
    first, second = harbours.dossier.plan
    assert first.objectives == (Code("1"), Code("2"))
    assert [cell.text for cell in first.extra] == ["To train dogs."]
    assert second.objectives == ()
    assert [cell.text for cell in second.extra] == ["To buy many balloons."]
    codes = [finding.code for finding in harbours.report]
    assert (codes.count("CC118"), codes.count("CC119")) == (1, 1)


def test_prose_gives_deadlines_links_and_references(harbours: Reading) -> None:
    first, second = harbours.dossier.plan
    assert [str(found) for found in first.references] == ["Action 6.2", "9002/13"]
    assert [(link.kind, str(link.target)) for link in first.links] == [
        (LinkKind.USES_RECOMMENDATIONS_OF, "Action 6.2"),
        (LinkKind.STARTS_FROM, "Action 6.2"),
        # The report of the action stands in the bracket behind it.
        (LinkKind.USES_RECOMMENDATIONS_OF, "9002/13"),
        (LinkKind.STARTS_FROM, "9002/13"),
    ]
    assert [str(found.latest) for found in second.deadlines] == ["None", "2016-03-31"]
    assert str(first.indicators[0].deadlines[0].latest) == "2015-06-30"


def test_the_residue_is_the_prose_of_the_introduction(harbours: Reading) -> None:
    assert [piece.span.line for piece in harbours.residue] == [3, 9, 15]


def test_a_box_without_a_code_stays_in_the_residue() -> None:
    text = (
        "Eighth Action Plan (2017-2018)\n\n"
        "Proposed action\n\nTo swim\n\nPerformance indicator\n\nReport.\n\n"
        "Terms of reference\nSwimming is good.\n"
    )
    reading = parse(text)
    assert reading.dossier.plan.actions == ()
    (fault,) = [finding for finding in reading.report if finding.code == "CC114"]
    assert fault.message.startswith('the box "To swim" has no code;')
    assert "To swim" in [piece.text for piece in reading.residue]


def test_text_that_no_label_announces_is_told() -> None:
    text = (
        "Eighth Action Plan (2017-2018)\n\n"
        "Proposed action\n\n8.1\n\nTo swim.\n\nTo dive.\n\nPerformance indicator\n\nReport.\n\n"
        "Terms of reference\nSwimming is good.\n"
    )
    reading = parse(text)
    assert reading.dossier.plan["8.1"].title == "To swim. To dive."
    assert "CC123" in [finding.code for finding in reading.report]


def test_interleaved_columns_are_pulled_apart_and_told() -> None:
    text = (
        "Eighth Action Plan (2017-2018)\n\n"
        "Proposed action\n\nStrategic objectives\n\nPerformance indicator\n\n"
        "Teaching all divers\nof the coast how\n8.4\nTo lend boats\nto read maps\n"
        "to young divers and to mend the holes in\nold wet\nmaps.\n"
        "Terms of reference\n\nReport.\n\nPossible outcome(s)\n\nGood maps.\n\n"
        "A long line of the box that is as wide as the whole page, so it belongs to its terms.\n"
    )
    reading = parse(text)
    action = reading.dossier.plan["8.4"]
    assert action.title.startswith("To lend boats to young divers")
    assert action.extra[0].text.startswith("Teaching all divers of the coast how to read maps")
    assert action.outcomes == ("Good maps.",)
    assert action.indicators[0].text == "Report."
    assert action.terms_of_reference.startswith("A long line")
    assert "CC117" in [finding.code for finding in reading.report]


def test_labels_with_codes_and_texts_on_their_lines() -> None:
    text = (
        "Eighth Action Plan (2017-2018)\n\n"
        "Proposed action 8.2\nTo swim\n\nPerformance indicator: Report.\n\n"
        "Terms of reference: Swimming is good.\n"
    )
    action = parse(text).dossier.plan["8.2"]
    assert (action.title, action.indicators[0].text) == ("To swim", "Report.")
    assert action.terms_of_reference == "Swimming is good."


# The fifth action plan of 2011.


@pytest.fixture(scope="module")
def fifth() -> Reading:
    return parsed("2011-fifth-action-plan.txt")


def test_the_fifth_plan_as_a_whole(fifth: Reading) -> None:
    plan = fifth.dossier.plan
    assert (plan.id, plan.number, str(plan.period)) == ("AP5", 5, "2011-07-01/2012-12-31")
    assert plan.previous == ("AP4", "AP3", "AP2", "AP1")
    assert [str(action.code) for action in plan] == [f"5.{n}" for n in range(1, 11)]
    assert [note.mark for note in plan.notes] == [str(n) for n in range(1, 11)]
    assert fifth.report.ok
    assert str(fifth.dossier.strategies[0].reference) == "OJ C 260, 30.10.2009, p. 1"
    # All that is left over stands in the introduction.
    assert all((piece.span.line or 0) < 145 for piece in fifth.residue)


@every_case(
    ("code", "words", "objectives", "counts", "parties"),
    [
        ("5.1", "To improve the possibilities", "1 2 3", (5, 4), "COM TAXUD OLAF EUROPOL"),
        ("5.2", "To examine the working/", "1 2 3", (1, 4), "EUROPOL COM LEWP"),
        ("5.3", "To explore available", "2 3", (1, 3), "CEPOL COM TAXUD OLAF EUROPOL FRONTEX WCO"),
        ("5.4", "To examine the use", "3", (2, 4), "COM OLAF EUROPOL"),
        ("5.5", "To identify and share", "1 2", (1, 1), ""),
        (
            "5.6",
            "To explore in greater",
            "1 2 3",
            (1, 1),
            "COM TAXUD PARTIES-AT-THE-EXTERNAL-BORDERS BORDER-GUARDS FRONTEX",
        ),
        ("5.7", "Improvement of the", "1 2 3", (1, 1), "COM JHA-AGENCIES"),
        ("5.8", "The role of customs", "1 2 3", (1, 1), "COM HOME TAXUD OLAF EUROPOL"),
        ("5.9", "Improve the exchange", "1 2 3", (2, 2), "COM COPEN EUROJUST EUROPOL LEWP"),
        ("5.10", "To find and recommend", "", (1, 1), "COM OLAF EUROPOL EUROJUST FRONTEX CEPOL"),
    ],
)
def test_the_boxes_of_the_fifth_plan(
    *,
    fifth: Reading,
    code: str,
    words: str,
    objectives: str,
    counts: tuple[int, int],
    parties: str,
) -> None:
    action = fifth.dossier.plan[code]
    assert action.title.startswith(words)
    assert [str(objective) for objective in action.objectives] == objectives.split()
    assert (len(action.indicators), len(action.outcomes)) == counts
    assert [involvement.party for involvement in action.concerned] == parties.split()
    assert action.terms_of_reference


def test_the_interleaved_cells_of_the_fifth_plan(fifth: Reading) -> None:
    action = fifth.dossier.plan["5.10"]
    assert action.title.endswith("for customs cooperation in criminal matters")
    assert action.extra[0].text.startswith("Comparing the legal base of special forms")
    assert action.extra[0].text.endswith("Schengen, etc.).")


def test_the_deadlines_and_links_of_the_fifth_plan(fifth: Reading) -> None:
    plan = fifth.dossier.plan
    assert [deadline.text for deadline in plan["5.9"].deadlines] == [
        "once per Presidency",
        "by December 2012",
    ]
    assert all(not action.deadlines for action in plan if str(action.code) != "5.9")
    ninth = [(link.kind, link.target) for link in plan["5.9"].links]
    assert (LinkKind.CONTINUES, PlanRef("AP3")) in ninth
    assert (LinkKind.CONTINUES, PlanRef("AP4")) in ninth
    used = [
        str(link.target)
        for link in plan["5.10"].links
        if link.kind is LinkKind.USES_RECOMMENDATIONS_OF
    ]
    assert used == [
        "Action 6.6 of the first Action Plan",
        "7863/05",
        "8282/3/08 REV 3",
        "Action 8 of the second Action Plan",
        "Action 3.16",
        "6026/1/10 REV 1",
    ]
    started = [str(x.target) for x in plan["5.3"].links if x.kind is LinkKind.STARTS_FROM]
    assert len(started) == 6
