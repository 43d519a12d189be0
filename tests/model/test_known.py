"""Finding bodies and states by name."""

import datetime as dt

import pytest

from customs_coop.model import known_body, known_party
from customs_coop.model.party import MEMBER_STATES, PARTNER_COUNTRIES
from folded import every_case


@every_case(
    ("text", "party"),
    [
        ("Poland", "PL"),
        ("poland", "PL"),
        ("PL", "PL"),
        ("Pologne", "PL"),
        ("UK", "UK"),
        ("GB", "UK"),
        ("Norway", "NO"),
        ("EEAS", "EEAS"),
        ("European External Action Service", "EEAS"),
        ("EMCDDA", "EUDA"),
        ("European Union Drugs Agency", "EUDA"),
        ("UNODC", "UNODC"),
    ],
)
def test_bodies_and_states_are_known(text: str, party: str) -> None:
    found = known_party(text)
    assert found is not None
    assert found.id == party


@every_case("text", ["pl", "it", "no", "Alpine countries", "", "Polish"])
def test_what_is_no_party(text: str) -> None:
    assert known_party(text) is None


@pytest.mark.parametrize(
    ("text", "day", "known"),
    [
        ("Poland", "2004-04-30", False),
        ("Poland", "2004-05-01", True),
        ("UK", "2020-02-01", False),
        ("EMCDDA", "2024-07-01", True),
        ("EMCDDA", "2024-07-02", False),
        ("European Union Drugs Agency", "2024-07-02", True),
    ],
)
def test_names_and_memberships_have_their_days(text: str, day: str, *, known: bool) -> None:
    assert (known_party(text, on=dt.date.fromisoformat(day)) is not None) is known


def test_the_table_of_bodies_holds_no_states() -> None:
    for state in (*MEMBER_STATES, *PARTNER_COUNTRIES):
        assert known_body(state.id) is None
        assert known_party(state.name) is not None
