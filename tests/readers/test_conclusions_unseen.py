"""Conclusions of other makes: recitals, points below points, an annex with actions, letters."""

from pathlib import Path

import pytest

from customs_coop.model import Role
from customs_coop.readers import Reading, layouts, parse
from customs_coop.readers.base import Source

HERE = Path(__file__).parent / "documents"


def source(name: str) -> Source:
    return Source(name, (HERE / f"{name}-conclusions.txt").read_text("utf-8"))


@pytest.fixture(scope="module")
def numbered() -> Reading:
    return parse(source("numbered").text)


@pytest.fixture(scope="module")
def letter() -> Reading:
    return parse(source("letter").text)


@pytest.mark.parametrize("name", ["numbered", "letter"])
def test_only_conclusions_fit(name: str) -> None:
    assert [layout.name for layout in layouts() if layout.fits(source(name)).ok] == ["conclusions"]


def asked(reading: Reading) -> list[tuple[str, str]]:
    return [(one.number, " ".join(one.addressees)) for one in reading.dossier.recommendations]


def owed(reading: Reading) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (str(one.subject), one.party, one.to, one.deadline.text if one.deadline else None)
        for one in reading.dossier.obligations
    ]


# Numbered recitals, points with points below them, and a list of actions in an annex.


def test_the_cover_of_the_numbered_conclusions(numbered: Reading) -> None:
    (cover,) = numbered.dossier.documents
    assert str(cover.reference) == "10555/14"
    assert (cover.origin, cover.addressee, str(cover.date)) == (
        "Customs Cooperation Working Party",
        "Council",
        "2014-06-09",
    )


def test_every_point_that_asks_and_whom(numbered: Reading) -> None:
    assert asked(numbered) == [
        ("1.1", "COM"),
        ("1.2", "COM"),
        ("2", "MS"),
        ("3", "EUROPOL FRONTEX"),
        ("4", "MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY"),
    ]
    first = numbered.dossier.recommendations[0]
    assert (
        first.text
        == "The Council invites the Commission: to make a list of ferries by the end of 2014"
    )
    assert [party.id for party in numbered.dossier.parties] == [
        "MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY"
    ]


def test_every_time_of_the_points(numbered: Reading) -> None:
    assert owed(numbered) == [
        ("10555/14-1.1", "COM", None, "by the end of 2014"),
        ("10555/14-1.2", "COM", "COUNCIL", "every year"),
        ("10555/14-2", "MS", None, "not later than 30.9.2015"),
        ("10555/14-4", "MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY", None, "in March 2015"),
    ]


def test_every_action_of_the_annex(numbered: Reading) -> None:
    plan = numbered.dossier.plan
    assert [str(action.code) for action in plan] == ["A", "B", "C"]
    assert [[part.party for part in action.involved] for action in plan] == [
        ["MS"],
        ["COM", "TAXUD", "OLAF"],
        ["PRESIDENCY"],
    ]
    assert {part.role for action in plan for part in action.involved} == {Role.RESPONSIBLE}
    assert [[str(time.latest) for time in action.deadlines] for action in plan] == [
        ["2014-10-01"],
        [],
        [],
    ]
    assert [str(link.target) for action in plan for link in action.links] == ["CCWP"]


def test_recitals_ask_for_nothing_and_are_notes(numbered: Reading) -> None:
    notes = numbered.dossier.plan.notes
    assert [note.mark for note in notes] == ["(1)", "(2)", "(3)"]
    assert notes[1].text.endswith("e.g. ropes, cf. Art. 3")
    assert [event.title for event in numbered.dossier.events] == ["seminar on ropes"]


# A list that goes on below a second heading with other addressees.


def test_each_heading_addresses_its_own_points(letter: Reading) -> None:
    assert asked(letter) == [
        ("a", "COM EUROPOL"),
        ("b", "COM EUROPOL"),
        ("c", "MS"),
        ("d", "MS"),
    ]
    assert letter.dossier.plans == ()


def test_every_time_of_the_letters(letter: Reading) -> None:
    assert owed(letter) == [
        ("C2008-a", "COM", None, "by December 2008"),
        ("C2008-a", "EUROPOL", None, "by December 2008"),
        ("C2008-c", "MS", "COM", "by 31 March 2009"),
        ("C2008-d", "MS", None, "twice a year"),
        ("None", "PRESIDENCY", None, None),
    ]


def test_what_only_tells_is_left_over(letter: Reading) -> None:
    assert [piece.text[:16] for piece in letter.residue] == ["The heads of lab", "Nothing was said"]
    assert [str(event.when) for event in letter.dossier.events] == ["2008-10-14/2008-10-15"]
