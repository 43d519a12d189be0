"""Verbs that ask, wish, charge and recommend in English conclusions, and whom they name."""

import pytest

from customs_coop.readers import Reading, parse
from folded import every_case


def read(words: str, first: str = "1. INVITES Europol to rest.") -> Reading:
    return parse(f"Council conclusions on sheds\n\n{first}\n\n2. {words}\n", layout="conclusions")


@every_case(
    ("words", "parties"),
    [
        ("EXPECTS the Commission to count sheds.", ["COM"]),
        ("The Council expects the Commission and Frontex to count sheds.", ["COM", "FRONTEX"]),
        ("SUGGESTS that the Commission count sheds.", ["COM"]),
        ("SUGGESTS to the Presidency to count sheds.", ["PRESIDENCY"]),
        ("CALLS FOR the Member States to count sheds.", ["MS"]),
        ("CALLS FOR cooperation between the Member States and Frontex.", []),
        ("CALLS on all Member States and EU agencies to act.", ["MS", "EU-AGENCIES"]),
        ("CALLS upon Frontex to act.", ["FRONTEX"]),
        ("RECOMMENDS that the Presidency count sheds.", ["PRESIDENCY"]),
        ("RECOMMENDS that the Member States and Frontex share keys.", ["MS", "FRONTEX"]),
        ("RECOMMENDS that the Presidency should count sheds.", ["PRESIDENCY"]),
        ("RECOMMENDS that the Commission be thanked.", []),
        ("RECOMMENDS that sheds of the Commission remain.", []),
    ],
)
def test_who_is_asked(words: str, parties: list[str]) -> None:
    _, found = read(words).dossier.recommendations
    assert (list(found.addressees), found.text, found.number) == (parties, words, "2")


@every_case(
    "words",
    [
        "EXPECTS better sheds.",
        "LOOKS FORWARD to the report of the Commission on sheds.",
        "The Council looks forward to the report.",
        "The Commission expects the Member States to dance.",
        "The report suggests that the Commission count sheds.",
        "The Council suggests better sheds.",
    ],
)
def test_what_is_only_expected_or_said_by_others_is_asked_of_nobody(words: str) -> None:
    reading = read(words)
    assert len(reading.dossier.recommendations) == 1
    assert words in " ".join(piece.text for piece in reading.residue)


@every_case(
    ("words", "party"),
    [
        ("TASKS the CCWP with a plan by June 2019.", "CCWP"),
        ("ENTRUSTS Frontex with the keys by June 2019.", "FRONTEX"),
        ("INSTRUCTS the CCWP, in cooperation with Frontex, to plan by June 2019.", "CCWP"),
        ("TASKS everybody with a plan by June 2019.", None),
    ],
)
def test_who_is_charged(words: str, party: str | None) -> None:
    (duty,) = read(words).dossier.obligations
    assert (duty.party, duty.to) == (party, "COUNCIL")
    assert duty.deadline is not None
    assert str(duty.deadline.latest) == "2019-06-30"


@pytest.mark.parametrize(
    "text",
    [
        "1. EXPECTS the Commission to count sheds.\n\n2. CALLS on Frontex to act.",
        (
            "Council conclusions on sheds\n\n1. The Council invites Europol to rest.\n"
            "2. It also encourages Frontex to rest."
        ),
    ],
)
def test_such_verbs_make_conclusions(text: str) -> None:
    assert "CC102" not in [finding.code for finding in parse(text).report]


@pytest.mark.parametrize(
    "piece", ["SUGGESTS that the ", "EXPECTS a and ", "CALLS FOR the, ", "before 20"]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    assert parse(piece * 400, layout="conclusions").report is not None
