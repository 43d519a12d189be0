"""The programme of 1997, counted against what its text prints."""

import pytest

from customs_coop.deadline import Recurring
from customs_coop.model import Action, LinkKind, Marking, PlanRef, Role, Status
from customs_coop.readers import Reading, parse
from real_documents import document

NAME = "1997-strategic-action-programme.txt"

# Of each item: the kind and the last day of all its times, those of the column first.
TIMES: dict[str, list[tuple[str, str | None]]] = {
    "2": [("By", "1998-06-30")],
    "5": [("By", "1998-06-30")],
    "6": [("By", "1998-03-31")],
    "7": [("By", "1998-06-30")],
    "8": [("By", "1998-06-30")],
    "10": [("During", "1998-12-31")],
    "11": [("By", "1998-12-31"), ("Recurring", None)],
    "12": [("By", "1998-12-31")],
    "13": [("By", "1997-12-31"), ("Recurring", None)],
    "14": [("By", "1998-12-31")],
    "16": [("By", "1997-12-31")],
    "18": [("By", "1998-06-30")],
    "19": [("By", "1998-12-31")],
    "20": [("By", "1998-12-31")],
    "22": [("By", "1998-12-31")],
    "23": [("By", "1998-12-31")],
    "24": [("Recurring", None), ("During", "1998-12-31")],
    "25": [("By", "1997-12-31")],
    "26": [("Recurring", None)],
    "27": [("During", "1997-12-31")],
    "28": [("By", "1997-12-31")],
    "29": [("Recurring", None)],
    "30": [("By", "1998-06-30")],
    "31": [("By", "1998-02-28")],
    "35": [("By", "1998-12-31")],
    "37": [("By", "1998-12-31")],
    "38": [("By", "1998-12-31")],
    "39": [("By", "1997-12-31")],
    "40": [("By", "1998-06-30")],
    "41": [("During", "1998-04-30")],
    "42": [("By", "1998-06-30")],
    "43": [("Recurring", None)],
}
FIRST_ITEMS = [1, 3, 8, 9, 12, 16, 21, 25, 26, 35, 36, 37, 39, 40, 42]  # of the sections
FUNDING = {
    "7": ["to consider"],
    "22": ["to consider"],
    "23": ["to consider"],
    "24": ["to consider"],
    "27": ["approved"],
    "28": ["approved"],
    "29": ["to be applied for"],
    "36": ["approved", "to consider"],
    "37": ["to be sought"],
    "38": ["approved"],
}


@pytest.fixture(scope="module")
def programme() -> Reading:
    path = document(NAME)
    return parse(path.read_text("utf-8"), source=path.name)


def action(reading: Reading, code: str) -> Action:
    return reading.dossier.plan[code]


def test_the_cover(programme: Reading) -> None:
    (cover,) = programme.dossier.documents
    assert str(cover.reference) == "9710/1/97 REV 1"
    assert cover.reference.subjects[-1] == ("ENFOCUSTOM", 45)  # type: ignore[union-attr]  # it is a document number
    assert cover.marking is Marking.LIMITE
    assert (cover.origin, cover.addressee) == ("Presidency", "Customs Cooperation Working Party")
    assert [str(number) for number in cover.previous] == ["9710/97"]


def test_the_plan(programme: Reading) -> None:
    plan = programme.dossier.plan
    assert (plan.id, plan.number, plan.title) == ("P1997", None, "TIMETABLE")
    assert str(plan.period) == "1997-07-01/1998-12-31"
    assert plan.strategy == programme.dossier.strategies[0].id == "S1997"
    assert [str(one.code) for one in plan] == [str(number) for number in range(1, 44)]


def test_the_sections_and_their_items(programme: Reading) -> None:
    plan = programme.dossier.plan
    assert [str(area.code) for area in plan.work_areas] == [str(n) for n in range(1, 16)]
    firsts: dict[str, int] = {}
    for one in plan:
        firsts.setdefault(str(one.work_area), int(str(one.code)))
    assert list(firsts.values()) == FIRST_ITEMS
    assert plan.work_areas[0].title == "RISK ANALYSIS – GUIDELINES"


def test_every_time_of_every_item(programme: Reading) -> None:
    found = {
        str(one.code): [
            (type(time).__name__, str(time.latest) if time.latest else None)
            for time in one.all_deadlines
        ]
        for one in programme.dossier.plan
        if one.all_deadlines
    }
    assert found == TIMES


def test_qualified_times_keep_their_words(programme: Reading) -> None:
    words = {code: action(programme, code).deadlines[0].text for code in ("7", "38", "41")}
    assert words["7"].startswith("Consider by")
    assert words["38"].startswith("Report to be circulated")
    assert words["41"] == "Early 1998"


def test_recurrences_keep_their_counts(programme: Reading) -> None:
    minima = {}
    for code in ("24", "26", "29", "43"):
        time = action(programme, code).deadlines[0]
        assert isinstance(time, Recurring)
        assert time.recurrence is not None
        minima[code] = time.recurrence.minimum
    assert minima == {"24": None, "26": None, "29": 4, "43": 1}


def test_funding_with_state_and_amount(programme: Reading) -> None:
    found = {
        str(one.code): [funding.state for funding in one.funding]
        for one in programme.dossier.plan
        if one.funding
    }
    assert found == FUNDING
    every = [funding for one in programme.dossier.plan for funding in one.funding]
    assert {funding.programme for funding in every} == {"Oisin"}
    assert [funding.amount for funding in every if funding.amount] == ["ECU 99 000"]
    assert "Oisir" in action(programme, "7").funding[0].text


def test_parties_that_the_sentences_name(programme: Reading) -> None:
    def roles(code: str) -> list[tuple[str, Role]]:
        return [(one.party, one.role) for one in action(programme, code).involved]

    assert roles("3") == [("MS", Role.RESPONSIBLE)]
    assert roles("5")[0] == ("COUNCIL-WORKING-PARTY", Role.RESPONSIBLE)
    assert ("WCO", Role.ORGANISER) in roles("28")
    assert ("COM", Role.FUNDER) in roles("28")
    assert ("COUNCIL", Role.ADDRESSEE) in roles("42")
    assert roles("38") == [
        ("FR-CUSTOMS", Role.RESPONSIBLE),
        ("NL-CUSTOMS", Role.RESPONSIBLE),
    ]
    assert roles("10")[:2] == [
        ("NATIONAL-CRIMINAL-INTELLIGENCE-SERVICE-UK", Role.ORGANISER),
        ("CENTRALE-RECHERCHE-INFORMATIE-NETHERLANDS", Role.ORGANISER),
    ]
    assert roles("15")[1:] == [(name, Role.CONCERNED) for name in ("EUROPOL", "INTERPOL", "WCO")]
    assert roles("4") == [("MS", Role.CONCERNED)]
    assert [code for code in ("2", "39", "40") if roles(code)] == []


def test_what_comes_round_or_goes_on_is_standing(programme: Reading) -> None:
    found = {str(one.code): one.status_text for one in programme.dossier.plan if one.status_text}
    assert list(found) == ["17", "24", "26", "29", "43"]
    assert all(action(programme, code).status is Status.STANDING for code in found)
    assert "up to date" in found["17"]
    assert "each year" in found["24"]


def test_the_strategy_and_its_objectives(programme: Reading) -> None:
    (strategy,) = programme.dossier.strategies
    assert [str(one.code) for one in strategy.objectives] == list("1234567")
    assert strategy.objectives[6].text.endswith("which so request.")
    assert (strategy.adopted, str(strategy.reference)) == (None, "9710/1/97 REV 1")


def test_the_measures_of_the_resolution(programme: Reading) -> None:
    found = {one.number: one for one in programme.dossier.recommendations}
    measures = "3.1 3.2 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 6.1 6.2 7 8 9.1 9.2 9.3"
    assert list(found) == measures.split()
    assert found["3.1"].addressees == ("MS",)
    assert found["5.1"].addressees == ("CUSTOMS-ADMINISTRATIONS",)
    assert found["4.2"].addressees == ("CUSTOMS-ADMINISTRATIONS",)
    assert (found["4.4"].addressees, found["4.5"].addressees) == (("MS",), ("TEAMS",))
    assert found["5.2"].addressees == ()
    assert "[who may" in found["4.4"].text


def test_duties_to_report(programme: Reading) -> None:
    duties = {str(one.subject): one for one in programme.dossier.obligations}
    assert (duties["P1997"].to, duties["P1997"].subject) == ("COUNCIL", PlanRef("P1997"))
    assert isinstance(duties["P1997"].deadline, Recurring)
    items = [6, 13, 14, 20, 23, 26, 27, 28, 37, 38, 39, 40, 42]
    assert [name for name in duties if name.startswith("P1997/")] == [f"P1997/{n}" for n in items]
    assert (duties["P1997/6"].party, duties["P1997/42"].to) == ("MS", "COUNCIL")
    assert str(getattr(duties["P1997/42"].deadline, "latest", None)) == "1998-06-30"


def test_links_have_their_evidence(programme: Reading) -> None:
    links = [(link.kind, str(link.target)) for link in action(programme, "28").links]
    assert (LinkKind.REPORTS_TO, "COUNCIL") in links
    assert (LinkKind.FUNDED_BY, "Oisin") in links
    assert all(link.text for one in programme.dossier.plan for link in one.links)


def test_a_misprint_of_a_programme_is_no_second_programme(programme: Reading) -> None:
    links = [link for link in action(programme, "7").links if link.kind is LinkKind.FUNDED_BY]
    assert [(str(link.target), "Oisir" in link.text) for link in links] == [("Oisin", True)]
    findings = [one.subject for one in programme.report if one.code == "CC142"]
    assert findings == ["P1997/7"]


def test_footnotes_and_remarks_are_notes(programme: Reading) -> None:
    marks = [note.mark for note in programme.dossier.plan.notes]
    assert marks == ["(i)", "(ii)", "(iii)", "(1)", "(1)", "(2)", "(3)", "(4)"]


def test_only_recitals_and_headings_are_left_over(programme: Reading) -> None:
    assert programme.report.ok
    assert programme.residue
    assert max(piece.span.line or 0 for piece in programme.residue) < 215
