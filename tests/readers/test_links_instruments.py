"""Instruments that go by a name: which are cited, under which name, and what is none."""

import pytest

from customs_coop.model import Action, ActionPlan, Event, LinkKind, Named
from customs_coop.readers.conclusions.subject import find_subject
from customs_coop.readers.mentions import PlanContext, find_links, with_event_links
from folded import every_case

AP3 = PlanContext("AP3", 3, frozenset(("3.1", "3.2")))


def cited(text: str) -> list[str]:
    return [str(link.target) for link in find_links(text, AP3) if isinstance(link.target, Named)]


@every_case(
    ("text", "name"),
    [
        ("Count the ropes under the Naples II Convention.", "Naples II Convention"),
        ("ropes (Naples II, Schengen, etc.)", "Naples II Convention"),
        ("Requests under Naples-II are counted.", "Naples II Convention"),
        ("Appliquer la convention Naples II aux cordes", "Naples II Convention"),
        ("Anwendung des Neapel-II-Übereinkommens auf Seile", "Naples II Convention"),
        (
            "the Convention on mutual assistance and cooperation between customs administrations",
            "Naples II Convention",
        ),
        ("Print the Naples II Manual.", "Naples II Manual"),
        ("Print the Naples II Convention Handbook.", "Naples II Handbook"),
        ("Seile im Neapel-II-Handbuch", "Naples II Handbook"),
        ("Ratify the CIS Convention and its Protocols", "CIS Convention"),
        ("Ratifier la convention SID", "CIS Convention"),
        ("Ratifizierung des ZIS-Übereinkommens", "CIS Convention"),
        ("Replace the Naples Convention.", "Naples Convention"),
        ("Remplacer la Convention de Naples.", "Naples Convention"),
        (
            "the Convention on Mutual Assistance in Criminal Matters (2000)",
            "Convention on Mutual Assistance in Criminal Matters",
        ),
        ("Accede to Convention 108 before 2008", "Convention 108 of the Council of Europe"),
        ("Beitritt zur Konvention Nr. 108", "Convention 108 of the Council of Europe"),
        ("as the Stockholm Programme asks", "Stockholm Programme"),
        ("comme le demande le programme de Stockholm", "Stockholm Programme"),
        ("nach dem Haager Programm", "Hague Programme"),
        ("Apply the WCO Framework of Standards (SAFE).", "WCO SAFE Framework of Standards"),
        ("Apply the SAFE Framework.", "WCO SAFE Framework of Standards"),
        ("Appliquer le cadre de normes SAFE.", "WCO SAFE Framework of Standards"),
        ("Use the EU Customs Blueprints.", "EU Customs Blueprints"),
        ("Following the Seville Council Conclusions", "Seville Council Conclusions"),
        ("the conclusions of the European Council in Seville", "Seville Council Conclusions"),
        ("les conclusions du Conseil européen de Séville", "Seville Council Conclusions"),
        ("Report on the Joint Action on ropes and nets.", "Joint Action on ropes and nets"),
        (
            "Joint Action on ropes, nets, etc. (3.4.1998)",
            "Joint Action on ropes (3.4.1998)",
        ),
        (
            "Apply the Council Resolution of 3 April 1998 on ropes by June.",
            "Council Resolution of 3 April 1998 on ropes",
        ),
        ("Report on the Joint Action on port /harbour pacts", "Joint Action on port/harbour pacts"),
        ("A decision was adopted in May 1998 on ropes.", "Decision of May 1998 on ropes"),
        (
            "die Gemeinsame Maßnahme vom 3. April 1998 über Seile",
            "Gemeinsame Maßnahme of 3. April 1998 über Seile",
        ),
        (
            "in view of the Commission Communication on ropes; nets follow",
            "Commission Communication on ropes",
        ),
    ],
)
def test_named_instruments_are_cited(text: str, name: str) -> None:
    assert cited(text) == [name]


@every_case(
    "text",
    [
        "A meeting in Naples in June",
        "The group met in Naples, 2 March 2006.",
        "The Naples II conference on ropes",
        "Boats of the port of Naples, Convention Centre",
        "Trade with the CIS countries",
        "The CIS is used for ropes by each Member State.",
        "Share ropes between CIS/Europol/SIS.",
        "Keep the ropes safe within a framework.",
        "A safe framework of ropes",
        "the Stockholm programme of visits",
        "A programme was held in Stockholm.",
        "Ropes of The Hague; Programme follows",
        "a blueprint of the boat",
        "the Council Conclusions on ropes",
        "a joint action against ropes",
        "eine gemeinsame Maßnahme zur Bekämpfung der Seile",
        "une action commune sur les cordes",
        "By decision of the Council ropes are bought.",
        "Convention, 108 boats",
        "the Seville office of customs",
        "Council decision on ropes",
        "The report was adopted in May 1998 on ropes.",
    ],
)
def test_what_is_no_instrument(text: str) -> None:
    assert cited(text) == []


def test_an_act_with_a_number_is_cited_by_it_alone() -> None:
    links = find_links("the Council Decision on ropes (2003/170/JHA of 27.2.2003)", AP3)
    assert not any(isinstance(link.target, Named) for link in links)


def test_an_instrument_is_cited_once_in_a_text_with_its_words() -> None:
    (link,) = find_links("Apply Naples II. All of the Naples II Convention counts.", AP3)
    assert (link.kind, link.text) == (LinkKind.CITES, "Apply Naples II.")
    assert link.target == Named("Naples II Convention", "act")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A study of ropes was made. The recommendations from this study count.", "study of ropes"),
        (
            "The survey on nets at sea ended. Recommendations of that survey count.",
            "survey on nets",
        ),
    ],
)
def test_the_recommendations_of_a_study_that_was_told_of(text: str, name: str) -> None:
    (link,) = find_links(text, AP3)
    assert (link.kind, str(link.target)) == (LinkKind.USES_RECOMMENDATIONS_OF, name)


@pytest.mark.parametrize(
    "text",
    [
        "The recommendations from this study count.",
        "A study of ropes and a study of nets were made. The recommendations of this study count.",
        "A survey of ropes was made. The recommendations of this study count.",
    ],
)
def test_which_study_is_not_guessed(text: str) -> None:
    assert find_links(text, AP3) == ()


def test_meetings_that_an_action_names_are_cited() -> None:
    events = [
        Event(id="seminar on ropes", title="seminar on ropes"),
        Event(id="next meeting", title="next meeting"),
    ]
    plan = ActionPlan(
        id="AP3",
        title="",
        actions=[
            Action(code="3.1", title="Ropes. All attend the seminar on\nropes in Bonn."),
            Action(code="3.2", title="Report at the next meeting."),
        ],
    )
    found = with_event_links(plan, events)
    assert [(link.kind, link.text) for link in found["3.1"].links] == [
        (LinkKind.CITES, "All attend the seminar on ropes in Bonn.")
    ]
    assert found["3.2"].links == ()


@every_case(
    ("words", "target"),
    [
        (
            "The Council adopted conclusions on the second report on ropes.",
            "Second report on ropes",
        ),
        ("Council conclusions on the Commission's report on nets", "Commission's report on nets"),
        (
            "The Council approved conclusions on the Commission report on nets (COM(2014) 527).",
            "COM(2014) 527",
        ),
        (
            "Schlussfolgerungen des Rates zum Fortschrittsbericht über Seile",
            "Fortschrittsbericht über Seile",
        ),
        ("Conclusions du Conseil sur le rapport sur les cordes", "Rapport sur les cordes"),
        ("Council conclusions on ropes. Recalling its conclusions on the report on nets", None),
        ("The working group took note of the report on ropes.", None),
    ],
)
def test_the_report_that_conclusions_are_on(words: str, target: str | None) -> None:
    found = find_subject(words)
    assert [str(link.target) for link in found] == ([] if target is None else [target])
    assert all("onclusions" in link.text or "chluss" in link.text for link in found)


@pytest.mark.parametrize(
    "piece",
    [
        "Joint Action on ",
        "Joint Action on a, ",
        "Council Resolution of 3 April 1998 on ropes ",
        "A resolution was adopted in May 1998 on ",
        "Naples II ",
        "conclusions of the European Council ",
        "A study of ropes. The recommendations of this study. ",
        "adopted conclusions on the a ",
    ],
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    for link in find_links(text, AP3):
        assert len(link.text) < 4000
    find_subject(text)
