"""Conclusions of conferences: their next one, and the states that act until then."""

import attrs
import pytest

from customs_coop.deadline import Relative
from customs_coop.model import Dossier, PlanRef
from customs_coop.monitoring import anchor_event, release_event
from customs_coop.readers import Reading, parse
from customs_coop.readers.conclusions.decisions import Sort, read_decision
from customs_coop.readers.conclusions.topics import find_topic
from customs_coop.readers.document.meetings import find_meetings, meetings_of_paragraphs
from folded import every_case

BODY = """
As regards Austria, Switzerland, Italy and Hungary, agreed on the following actions:

1. To mend the sheds that leak.

Report on the state of the roofs.

2. To count the sheds.

Agreed that the administrations of Austria, Switzerland, Italy and Hungary should report on each of
these points at least one month before the next conference.
"""
STATES = ["AT", "CH", "IT", "HU"]


def read(head: str) -> Reading:
    return parse(f"{head}\n{BODY}")


def dated(dossier: Dossier) -> set[str]:
    hanging = [one.deadline for one in dossier.obligations if one.deadline]
    assert all(isinstance(one, Relative) for one in hanging)
    return {str(one.latest) for one in hanging}


# The title and the events.


@every_case(
    "head",
    [
        "Conclusions of the conference on sheds\n3 March 2009, Innsberg\n",
        "CONCLUSIONS OF THE CONFERENCE ON SHEDS\n\nInnsberg, 3 March 2009\n",
        "Conclusions of the High-Level Meeting on sheds\n3 March 2009, Innsberg\n",
        "# Conclusions of the High-Level Meeting on sheds\n\n3 March 2009, Innsberg\n\n## Plans\n",
    ],
)
def test_no_event_goes_on_from_the_title_into_the_text(head: str) -> None:
    dossier = read(f"{head}\nThe next conference will take place in 2010.\n").dossier
    assert [(one.id, str(one.when)) for one in dossier.events if "March" not in one.id] == [
        ("the next conference", "2010-01-01/2010-12-31")
    ]
    assert dated(anchor_event(dossier, "the next conference", "2010-05-01")) == {"2010-04-01"}


def test_a_title_that_names_its_own_day_is_a_meeting_still() -> None:
    head = "Conclusions of the conference on sheds\nheld in Innsberg on 3 March 2009\n"
    (event,) = read(head).dossier.events
    assert (event.id, str(event.when)) == ("conference on sheds", "2009-03-03")


def test_a_meeting_ends_with_its_paragraph() -> None:
    lines = ["Report on the meeting on ropes", "in 2009 nobody came", "the regatta", "in May 2010"]
    assert meetings_of_paragraphs(lines) == ()
    assert [one.title for one in find_meetings(" ".join(lines))] == ["meeting on ropes"]


@every_case(
    ("text", "title"),
    [
        ("The meeting noted that the next conference will be held in 2010.", "next conference"),
        ("The meeting decided to hold the Next Conference in 2010.", "Next Conference"),
        (
            "The meeting before the next conference was held in 2010.",
            "meeting before the next conference",
        ),
        ("The seminar and the next conference in 2010", "seminar and the next conference"),
    ],
)
def test_the_event_on_which_deadlines_hang_is_found_behind_another(text: str, title: str) -> None:
    (event,) = find_meetings(text, [Relative("the next conference", "-P1M")])
    assert event.title == title
    assert (event.id == "the next conference") == (title.casefold() == "next conference")


@every_case(
    "sentence",
    ["", "The next conference will take place in spring 2010 in Bled.\n", "It was warm.\n"],
)
def test_an_event_that_the_text_does_not_date_gets_its_day(sentence: str) -> None:
    before = read(f"Conclusions of the conference on sheds\n3 March 2009, Innsberg\n\n{sentence}")
    dossier = before.dossier
    assert dated(dossier) == {"None"}
    after = anchor_event(dossier, "the next conference", "2010-05-01")
    assert dated(after) == {"2010-04-01"}
    back = release_event(after, "the next conference")
    assert attrs.evolve(back, deadline_changes=()) == dossier


# The states.


@pytest.fixture(scope="module")
def sheds() -> Dossier:
    return read("Conclusions of the conference on sheds\n3 March 2009, Innsberg\n").dossier


def test_each_state_that_is_named_is_to_carry_out_the_actions(sheds: Dossier) -> None:
    for action in sheds.plan:
        assert [part.party for part in action.responsible] == STATES


def test_each_state_that_is_named_is_to_report(sheds: Dossier) -> None:
    whole = [one for one in sheds.obligations if isinstance(one.subject, PlanRef)]
    single = [one for one in sheds.obligations if str(one.subject) == "P2009/1"]
    assert [one.party for one in whole] == [one.party for one in single] == STATES
    assert {one.to for one in sheds.obligations} == {"NEXT-CONFERENCE"}
    assert len(sheds.obligations) == 8


def test_states_as_the_subject_of_a_sentence_owe_it_each() -> None:
    text = BODY.replace("Agreed that the", "The")
    dossier = parse(
        f"Conclusions of the conference on sheds\n3 March 2009, Innsberg\n{text}"
    ).dossier
    assert [one.party for one in dossier.obligations if "points" in one.text] == STATES


@every_case(
    ("words", "topic"),
    [
        (
            "As regards Austria, Italy and Hungary, agreed on these actions:",
            "Austria, Italy and Hungary",
        ),
        ("With respect to Austria and Italy, these actions were agreed:", "Austria and Italy"),
        (
            "The conference agreed on the following actions for Bosnia and Herzegovina and Italy:",
            "Bosnia and Herzegovina and Italy",
        ),
        (
            "Agreed, as regards the administrations of Austria, Italy and Malta, on these actions:",
            "the administrations of Austria, Italy and Malta",
        ),
        ("As regards the coastal countries, agreed on these actions:", "the coastal countries"),
        # What else stands between commas is no part of the topic.
        ("As regards ports, the Council, in 2009, agreed on these actions:", "ports"),
        ("As regards ports, sheds and nets, the group agreed on these actions:", "ports"),
        ("For this purpose, Ministers agreed on these actions:", "this purpose"),
        ("The conference agreed on the following actions for better sheds:", ""),
        ("The conference agreed on the following actions for the harbours:", ""),
    ],
)
def test_whom_the_words_above_a_list_are_about(words: str, topic: str) -> None:
    decision = read_decision(words)
    assert decision is not None
    assert (decision.sort, decision.topic) == (Sort.ACTIONS, topic)


@pytest.mark.parametrize("piece", ["as regards A, ", "for Bb, Cc ", "for the Aa and Bb ", ", Aa"])
def test_topics_are_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    assert find_topic("As regards " + piece * 2000) is not None
    assert find_topic(piece * 2000) is not None
