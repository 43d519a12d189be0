"""Meetings that running text names with a date, in any layout."""

import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.model import Action, ActionPlan
from customs_coop.readers.base import Source
from customs_coop.readers.document.meetings import find_meetings, plan_events
from customs_coop.readers.text.excerpts import Account
from folded import every_case


@every_case(
    ("text", "found"),
    [
        (
            "as drawn up at its meetings on 3 May and 24 June 2011",
            ["2011-05-03", "2011-06-24"],
        ),
        ("the meetings of 3, 4 and 5 May 2010", ["2010-05-03", "2010-05-04", "2010-05-05"]),
        ("the meeting of 3 and 4 May 2010", ["2010-05-03/2010-05-04"]),
        ("following the Lamp Makers meeting on 15 July 1997.", ["1997-07-15"]),
        ("A seminar on ropes took place in March 1997", ["1997-03-01/1997-03-31"]),
        ("In May 1997 a seminar on ropes was held", ["1997-05-01/1997-05-31"]),
        ("On 3 May 1997 the Dutch held a seminar on ropes", ["1997-05-03"]),
        ("are running during 1997-98 a closed meeting", ["1997-01-01/1998-12-31"]),
        ("the conference to be held in early 1998", ["1998-01-01/1998-04-30"]),
        # Without a day, or without a meeting that it is the day of.
        ("decided in the Riga meeting. New action in 2005", []),
        ("On 3 May 1997 the Council decided to hold a seminar", []),
        ("conclusions adopted on 11-12 April 2011 on lamps", []),
        ("evaluation of meetings in 1997/2010", []),
        ("Reports of meetings, 24 June 2011", []),
    ],
)
def test_meetings_have_their_days(text: str, found: list[str]) -> None:
    assert [str(event.when) for event in find_meetings(text)] == found


def events(action: Action, introduction: str = "") -> list[tuple[str, str]]:
    plan = ActionPlan(id="P", title="Plan", actions=[action])
    account = Account(Source("plan.txt", introduction))
    return [(event.id, str(event.when)) for event in plan_events(plan, introduction, account)]


@pytest.mark.parametrize(
    ("title", "time", "found"),
    [
        ("Send a chair to the seminar on ropes", "Early 1998", ["seminar on ropes"]),
        ("Attend the seminar on ropes held by all", "Early 1998", ["seminar on ropes"]),
        ("Attend a seminar on ropes", "Early 1998", []),
        ("Prepare the seminar on ropes", "Early 1998", []),
        ("Attend the seminar on ropes", "by June 1998", []),
        ("Attend the seminar on ropes", "regularly", []),
    ],
)
def test_a_meeting_to_be_attended_is_at_the_time_of_the_row(
    title: str, time: str, found: list[str]
) -> None:
    action = Action(code="1", title=title, deadlines=[parse_deadline(time)])
    assert [name for name, _ in events(action)] == found


def test_each_meeting_is_told_once_and_deadlines_find_it() -> None:
    action = Action(
        code="1",
        title="Prepare the Riga conference on 3 May 2011",
        deadlines=[parse_deadline("one month before the Riga conference")],
    )
    anchor = getattr(action.deadlines[0], "anchor", None)
    assert events(action, "See the Riga conference on 3 May 2011.") == [(anchor, "2011-05-03")]


def test_the_sentence_of_a_meeting_is_accounted_for() -> None:
    text = "Ropes are long. It was drawn up at its meetings on 3 May and 24 June 2011.\n"
    account = Account(Source("plan.txt", text))
    plan_events(None, text, account)
    assert [piece.text for piece in account.residue()] == ["Ropes are long."]


@pytest.mark.parametrize("piece", ["the meeting ", "its meetings on 1, ", "in 1997 a ", "of the "])
def test_a_text_of_any_length_is_read(piece: str) -> None:
    assert find_meetings(piece * (20_000 // len(piece))) == ()
