import datetime as dt
from pathlib import Path

import pytest

from customs_coop.deadline import By, Relative
from customs_coop.exporters import export
from customs_coop.model import ActionRef, LinkKind, Named, PlanRef, RecommendationRef, Role
from customs_coop.readers import Reading, parse
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.layout import CONCLUSIONS_LAYOUT
from folded import every_case
from real_documents import parsed

HERE = Path(__file__).parent / "documents"


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report]


def read(name: str) -> Reading:
    return parse((HERE / f"{name}-conclusions.txt").read_text("utf-8"), source=name)


# Conclusions of a council: verbs in capitals.


@pytest.fixture(scope="module")
def harbour() -> Reading:
    return read("harbour")


def test_the_points_that_ask_become_recommendations_with_their_printed_numbers(
    harbour: Reading,
) -> None:
    assert [(one.number, one.addressees) for one in harbour.dossier.recommendations] == [
        ("3(a)", ("MS",)),
        ("3(b)", ("MS",)),
        ("3(c)", ("MS",)),
        ("4", ("COM",)),
        ("5", ("MS", "EUROPOL", "FRONTEX")),
        ("8", ("MS",)),
        ("8", ("EUROJUST",)),
    ]
    assert [one.id for one in harbour.dossier.recommendations][-2:] == ["1234/18-8", "1234/18-8~2"]
    assert {str(one.document) for one in harbour.dossier.recommendations} == {"1234/18"}


def test_an_item_reads_on_from_its_verb(harbour: Reading) -> None:
    first, second, third, *_ = harbour.dossier.recommendations
    assert first.text == (
        "INVITES the Member States to: check the boats in their harbours by the end of June 2019"
    )
    assert second.text.endswith("exchange, where appropriate, the results of those checks")
    assert third.text.splitlines()[1:] == ["(i) small boats;", "(ii) large boats."]


def test_the_times_of_recommendations_are_obligations_of_the_addressees(harbour: Reading) -> None:
    timed = [one for one in harbour.dossier.obligations if one.subject is not None]
    assert [(one.party, str(one.subject)) for one in timed] == [
        ("MS", "1234/18-3(a)"),
        ("COM", "1234/18-4"),
    ]
    assert isinstance(timed[0].subject, RecommendationRef)
    assert isinstance(timed[0].deadline, By)
    assert timed[0].deadline.latest == dt.date(2019, 6, 30)


def test_what_binds_is_an_obligation(harbour: Reading) -> None:
    free = [one for one in harbour.dossier.obligations if one.subject is None]
    assert [(one.party, one.to) for one in free] == [("COUNCIL", None), ("CCWP", "COUNCIL")]
    assert free[1].deadline is not None
    assert free[1].deadline.latest == dt.date(2021, 3, 31)


def test_what_is_only_noted_asks_for_nothing(harbour: Reading) -> None:
    assert "CC162" in codes(harbour)
    assert harbour.dossier.plans == ()
    left = [piece.text for piece in harbour.residue]
    assert any(text.startswith("1. WELCOMES") for text in left)
    assert not any("INVITES" in text or "(a)" in text or "REQUESTS" in text for text in left)


# Minutes with agreed actions.


@pytest.fixture(scope="module")
def ferry() -> Reading:
    return read("ferry")


def test_a_numbered_list_of_agreed_actions_is_a_plan(ferry: Reading) -> None:
    plan = ferry.dossier.plan
    assert (plan.id, plan.period) == ("P2011", None)
    assert plan.title == "Minutes of the 12th meeting of the Ferry Working Group"
    assert [(str(one.code), [part.party for part in one.responsible]) for one in plan] == [
        ("1", ["COM"]),
        ("2", ["MS"]),
        ("4", ["EUROPOL"]),
    ]
    assert str(plan["1"].deadlines[0].latest) == "2011-06-30"
    assert [str(found) for found in plan["1"].references] == ["9876/11"]
    assert plan["2"].title.splitlines()[1:] == ["(a) on the list;", "(b) on the form."]
    assert {"CC121", "CC122", "CC163"} <= set(codes(ferry))


def test_minutes_also_hold_requests_and_lines_of_action(ferry: Reading) -> None:
    (request,) = ferry.dossier.recommendations
    assert (request.number, request.addressees) == ("", ("COM",))
    last = ferry.dossier.obligations[-1]
    assert (last.party, last.text) == ("PRESIDENCY", "Presidency to book a room by October 2011.")


def test_a_deadline_and_its_meeting_find_each_other(ferry: Reading) -> None:
    hanging = ferry.dossier.obligations[0].deadline
    assert isinstance(hanging, Relative)
    events = {event.id: event.when for event in ferry.dossier.events}
    when = events[hanging.anchor]
    assert when is not None
    assert (str(when.earliest), str(when.latest)) == ("2011-11-01", "2011-11-30")
    assert hanging.anchor_date is None
    assert "Tallinn, 3-4 May 2011" in events


# Conclusions with actions and lines that ask to report on them.


@pytest.fixture(scope="module")
def lighthouse() -> Reading:
    return read("lighthouse")


def test_actions_with_conditions_references_and_the_words_above_them(lighthouse: Reading) -> None:
    plan = lighthouse.dossier.plan
    assert plan.title == "Final conclusions of the lighthouse group on lamps and stairs"
    assert plan.id == "P2012"
    first, second = plan
    assert first.title.startswith("Adopt, if not already done, a plan")
    assert second.title.endswith("begin with the ones of the greater Lights of the north.")
    assert [str(found) for found in first.references] == ["Regulation (EU) No 952/2013"]
    assert [(part.party, part.role) for part in second.involved] == [
        ("COASTAL-COUNTRIES", Role.RESPONSIBLE)
    ]
    assert first.notes == second.notes == (plan.notes[0].id,)
    assert plan.notes[0].text.startswith("As regards coastal countries")
    assert {note.mark for note in plan.notes} == {""}  # a bullet is no mark of a note
    (deadline,) = second.deadlines
    assert isinstance(deadline, Relative)
    assert (deadline.anchor, deadline.offset) == ("the next conference", "-P1D")
    assert deadline.text == "before the next conference, which will take place in 2014"


def test_each_reporting_line_is_owed_with_the_time_that_is_set_for_all(lighthouse: Reading) -> None:
    owed = lighthouse.dossier.obligations
    assert [one.subject for one in owed] == [
        ActionRef("P2012", "1"),
        ActionRef("P2012", "2"),
        PlanRef("P2012"),
    ]
    assert {(one.party, one.to) for one in owed} == {("COASTAL-COUNTRIES", "NEXT-CONFERENCE")}
    for one in owed:
        assert isinstance(one.deadline, Relative)
        assert one.deadline.offset == "-P2M"
    assert owed[1].text == "Provide details on what was polished in 2013."
    assert "CC164" in codes(lighthouse)


def test_findings_are_notes_of_the_plan_and_no_actions(lighthouse: Reading) -> None:
    plan = lighthouse.dossier.plan
    assert [note.text for note in plan.notes[1:]] == [
        "took note that many lamps had been mended",
        "Agreed on the use of brass.",
    ]
    assert [approval.text for approval in plan.approvals] == ["adopted by the Directors of Lamps"]


def test_meetings_are_events_with_what_is_known_of_their_days(lighthouse: Reading) -> None:
    assert [(one.title, str(one.when)) for one in lighthouse.dossier.events] == [
        ("first Conference on lamps", "2010-03-02/2010-03-03"),
        ("2nd meeting", "2012-05-05"),
        ("next conference", "2014-01-01/2014-12-31"),
    ]


# Shapes of lists and leads.


def asked(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    reading = parse(text, layout="conclusions")
    return [(one.number, one.addressees, one.text) for one in reading.dossier.recommendations]


def test_a_verb_alone_takes_its_addressees_from_the_items() -> None:
    text = (
        "Council conclusions on boats\n\nINVITES:\n\n- the Member States to:\n  • count boats;\n"
        "  • name boats;\n- the Commission to report on boats.\n\nThe day was warm.\n\n- a bullet\n"
    )
    assert asked(text) == [
        ("", ("MS",), "INVITES: the Member States to: count boats"),
        ("", ("MS",), "INVITES: the Member States to: name boats"),
        ("", ("COM",), "INVITES: the Commission to report on boats."),
    ]
    left = [piece.text for piece in parse(text, layout="conclusions").residue]
    assert left[-1] == "- a bullet"


@every_case(
    ("first", "second", "numbers"),
    [
        ("1.", "2.", ["1", "2"]),
        ("(1)", "(2)", ["1", "2"]),
        ("1)", "2)", ["1", "2"]),
        ("a)", "b)", ["a", "b"]),
        ("(i)", "(ii)", ["i", "ii"]),
        ("i.", "ii.", ["i", "ii"]),
        ("1.1.", "1.2.", ["1.1", "1.2"]),
        ("1\n", "2\n", ["1", "2"]),
        ("•", "•", ["", ""]),
        ("–", "–", ["", ""]),
    ],
)
def test_numbers_are_those_that_are_printed(first: str, second: str, numbers: list[str]) -> None:
    text = f"CALLS ON the Commission to:\n{first} swim;\n{second} dive.\n"
    assert [number for number, _, _ in asked(text)] == numbers
    assert {who for _, who, _ in asked(text)} == {("COM",)}


@every_case(
    ("words", "parties"),
    [
        ("INVITES the Member States and the Commission to swim.", ["MS", "COM"]),
        ("Invites Europol, Eurojust and the Commission to swim.", ["EUROPOL", "EUROJUST", "COM"]),
        ("STRONGLY ENCOURAGES all Member States to swim.", ["MS"]),
        ("REITERATES its call on the Commission to swim.", ["COM"]),
        ("The Council invites the Commission (within its competence) to swim.", ["COM"]),
        ("RECOMMENDS that Member States should swim.", ["MS"]),
        ("Member States are encouraged to swim.", ["MS"]),
        ("RECALLS its wish, and therefore INVITES Frontex to swim.", ["FRONTEX"]),
        ("INVITES THE MEMBER STATES TO SWIM.", ["MS"]),
    ],
)
def test_addressees(words: str, parties: list[str]) -> None:
    ((_, found, text),) = asked(words)
    assert (list(found), text) == (parties, words)


@every_case(
    "words",
    [
        "RECALLS that the Commission invited guests.",
        "WELCOMES the call of the Commission.",
        "The request of the Commission was read.",
        "Supporting documents were lent to the Commission.",
        "Regional swimming should continue.",
        "He invites his aunt to tea.",
        "The Commission presented its report.",
        "COUNCIL DECISION ON THE REQUESTS OF SWIMMERS",
    ],
)
def test_what_asks_nobody_for_anything(words: str) -> None:
    reading = parse(words, layout="conclusions")
    assert reading.dossier.recommendations == ()
    assert reading.dossier.obligations == ()
    # What may be a title is furniture.
    assert "".join(piece.text for piece in (*reading.residue, *reading.furniture)) == words


def test_a_request_without_an_addressee_is_told() -> None:
    reading = parse("INVITES further swimming.", layout="conclusions")
    assert reading.dossier.recommendations[0].addressees == ()
    assert "CC160" in codes(reading)


def test_named_recommendations_name_their_addressees_themselves() -> None:
    text = (
        "Recommendations of the seminar on buoys\n\n"
        "Recommendation 1: The Commission should publish a map of buoys.\n"
        "Recommendation 2: Member States are invited to paint their buoys.\n"
    )
    reading = parse(text)
    found = [(one.number, one.addressees) for one in reading.dossier.recommendations]
    assert found == [("1", ("COM",)), ("2", ("MS",))]


def test_a_list_that_is_not_the_whole_is_told() -> None:
    text = (
        "Council conclusions on buoys\n\n"
        "The conclusions address recommendations to the Member States, including, inter alia:\n"
        "- to paint buoys;\n- to count buoys.\n"
    )
    reading = parse(text)
    assert len(reading.dossier.recommendations) == 2
    assert "CC161" in codes(reading)


# When the layout fits.


@every_case(
    "text",
    [
        "Dear Sir,\n\nIn my conclusions I invite you to come to:\n- the meeting;\n- the dinner.\n",
        "The Commission invites us to think.\n\nConclusions\n\n- It was warm.\n- It rained.",
        "He agreed to the following actions:\n\n1. To swim.\n2. To dive.\n",
        "WELCOME TO THE CITY\n\nIT CALLS ON YOU TO STAY.\n",
        "RECALLS the sun.\n\nWELCOMES the rain.\n",
        "Minutes\n\nThe meeting was short.\n\n- Nobody came.\n- Nobody spoke.\n",
        "Shopping:\n1. apples\n2. pears\n",
    ],
)
def test_other_texts_do_not_fit(text: str) -> None:
    assert not CONCLUSIONS_LAYOUT.fits(Source("x", text)).ok
    assert codes(parse(text)) == ["CC102"]


def test_a_table_is_read_as_a_table() -> None:
    text = (HERE / "harbour-conclusions.txt").read_text("utf-8")
    text += "\nCode\tAction\tPriority\tResponsible party\n3.1\tSwim\tHigh\tCCWG\n"
    assert parse(text).dossier.plan["3.1"].title == "Swim"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("name", ["harbour", "ferry", "lighthouse"])
def test_line_ends_do_not_matter(name: str, ending: str) -> None:
    text = (HERE / f"{name}-conclusions.txt").read_text("utf-8")
    assert parse(text.replace("\n", ending)).dossier == parse(text).dossier


@pytest.mark.parametrize(
    "piece",
    ["INVITES the ", "(a) ", "1. a\n", "the meeting ", "the a, ", "that x should ", "i) ", "- \n"],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    assert parse(piece * 800, layout="conclusions").report is not None


# The conclusions of 2006 and of 2019.


@pytest.fixture(scope="module")
def naples() -> Reading:
    return parsed("2006-naples-conclusions.txt")


def test_the_plan_of_naples(naples: Reading) -> None:
    plan = naples.dossier.plan
    assert (plan.id, plan.number, plan.period) == ("P2006", None, None)
    assert plan.title.startswith("Final conclusions of the working group")
    assert plan.title.endswith("fight against fraud")
    assert [str(action.code) for action in plan] == list("1234567")
    for action in plan:
        assert [part.party for part in action.responsible] == ["NON-EU-COUNTRIES"]
        (deadline,) = action.deadlines
        assert isinstance(deadline, Relative)
        assert (deadline.anchor, deadline.offset) == ("the next conference", "-P1D")
        assert deadline.text.endswith("2008")
    assert [str(found) for action in plan for found in action.references] == [
        "Regulation (EC) No 648/2005"
    ]
    assert plan["1"].title.startswith("Adopt, if not already done")
    assert plan["5"].title.startswith("Where not yet done")
    assert plan["7"].title.endswith("Border Management.")
    assert [approval.party for approval in plan.approvals] == ["DIRECTORS-GENERAL"]
    assert naples.report.ok


def test_the_reports_of_naples(naples: Reading) -> None:
    owed = [one for one in naples.dossier.obligations if isinstance(one.subject, ActionRef)]
    assert [str(one.subject) for one in owed] == [f"P2006/{code}" for code in "1234567"]
    for one in owed:
        assert (one.party, one.to) == ("NON-EU-COUNTRIES", "NEXT-CONFERENCE")
        assert isinstance(one.deadline, Relative)
        assert (one.deadline.anchor, one.deadline.offset) == ("the next conference", "-P1M")
    others = [one for one in naples.dossier.obligations if one not in owed]
    assert [one.party for one in others] == ["ADMINISTRATION", "WORKING-GROUP", "NON-EU-COUNTRIES"]


def test_the_meetings_and_findings_of_naples(naples: Reading) -> None:
    assert [(one.id[:12], str(one.when)) for one in naples.dossier.events] == [
        ("first Confer", "2004-02-25/2004-02-26"),
        ("4th and late", "2006-11-16"),
        ("the next con", "2008-01-01/2008-12-31"),
    ]
    notes = naples.dossier.plan.notes
    assert sum(note.text.startswith("took note") for note in notes) == 7
    assert any("Convention 108" in note.text for note in notes)
    assert [piece.span.line for piece in naples.residue] == [10, 36, 40, 44]


def test_conclusions_without_a_number_are_a_document_by_their_title() -> None:
    text = (
        "Conclusions of the seminar on buoys\n3 May 2011, Riga\n\n"
        "1. INVITES the Commission to publish a map of buoys.\n\n"
        "2. INVITES the Member States to paint their buoys.\n"
    )
    reading = parse(text)
    (document,) = reading.dossier.documents
    assert document.reference == Named("Conclusions of the seminar on buoys", "conclusions")
    assert (document.title, document.date) == (str(document.reference), dt.date(2011, 5, 3))
    (event,) = reading.dossier.events
    assert [(link.target, link.text) for link in document.links] == [
        (Named(event.id, "event"), "3 May 2011, Riga")
    ]
    asked = reading.dossier.recommendations[0]
    assert asked.document is None
    assert (asked.links[0].kind, asked.links[0].target) == (
        LinkKind.ARISES_FROM,
        document.reference,
    )
    assert not any(
        words in piece.text for words in ("buoys", "Riga") for piece in reading.furniture
    )
    assert parse(export(reading.dossier, "json")).dossier == reading.dossier


def test_conclusions_of_several_days_have_no_day_of_their_own() -> None:
    text = (
        "Conclusions of the seminar on buoys\n3-4 May 2011, Riga\n\n"
        "1. INVITES the Commission to publish a map of buoys.\n\n"
        "2. INVITES the Member States to paint their buoys.\n"
    )
    (document,) = parse(text).dossier.documents
    assert document.date is None


def test_a_title_that_names_no_conclusions_and_asks_nothing_is_no_document() -> None:
    assert parse("DECISION ON BUOYS", layout="conclusions").dossier.documents == ()
    called = parse("Council conclusions on buoys", layout="conclusions").dossier.documents
    assert [one.title for one in called] == ["Council conclusions on buoys"]


def test_conclusions_with_a_number_are_a_document_by_it() -> None:
    text = (
        "1234/11\n\nSubject: Conclusions on buoys\n\nConclusions on buoys\n\n"
        "1. INVITES the Commission to publish a map of buoys.\n\n"
        "2. INVITES the Member States to paint their buoys.\n"
    )
    dossier = parse(text).dossier
    assert [str(one.reference) for one in dossier.documents] == ["1234/11"]
    assert [str(one.document) for one in dossier.recommendations] == ["1234/11"] * 2
    assert all(
        link.kind is not LinkKind.ARISES_FROM
        for one in dossier.recommendations
        for link in one.links
    )


def test_the_conclusions_of_2019() -> None:
    reading = parsed("2019-risk-management-conclusions.txt")
    dossier = reading.dossier
    assert [one.addressees for one in dossier.recommendations] == [("MS", "COM")] * 5
    assert {(one.number, one.document) for one in dossier.recommendations} == {("", None)}
    assert [(one.party, one.to) for one in dossier.obligations] == [
        ("COM", None),
        ("NEW-WORKING-GROUP", None),
    ]
    assert all(one.deadline is None for one in dossier.obligations)
    assert dossier.plans == ()
    (document,) = dossier.documents
    assert document.reference == Named(
        "Council Conclusions on Customs Risk Management", "conclusions"
    )
    assert document.date == dt.date(2019, 1, 8)
    strategy = Named("EU Strategy and Action Plan for Customs Risk Management", "document")
    assert [link.target for link in document.links][1:] == [strategy]
    origin = {link.target for one in dossier.recommendations for link in one.links[:1]}
    assert origin == {document.reference}
    assert all(len(piece.text) < 3 for piece in reading.furniture)
    assert [str(one.when) for one in dossier.events] == ["2019-01-08"]
    assert {"CC120", "CC161"} == set(codes(reading))
