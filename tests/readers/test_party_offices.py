"""Offices side by side, units of services, persons, and those who only work along."""

import pytest

from customs_coop.model import Role
from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from customs_coop.readers.parties.prose import find_recipients
from folded import every_case


@every_case(
    ("text", "expected"),
    [
        ("Ministry of Nets and Ministry of Ports", ["MINISTRY-OF-NETS", "MINISTRY-OF-PORTS"]),
        ("Customs of Freedonia and Customs of Sylvania", ["FREEDONIA", "SYLVANIA"]),
        ("Police of Freedonia & Coast Guard of Sylvania", ["FREEDONIA", "SYLVANIA"]),
        ("Ministère des Ports et Ministère des Phares", ["PORTS", "PHARES"]),
        ("Fischereiministerium und Hafenministerium", ["FISCHEREIMINIST", "HAFENMINIST"]),
        ("National Police and National Customs", ["NATIONAL-POLICE", "NATIONAL-CUSTOMS"]),
        ("Ministry of Nets, Ministry of Ports and Ministry of Piers", ["NETS", "PORTS", "PIERS"]),
    ],
)
def test_offices_side_by_side_are_several(text: str, expected: list[str]) -> None:
    found = read_party_cell(text)
    assert len(found.involved) == len(expected)
    for one, words in zip(found.involved, expected, strict=True):
        assert words in one.party
    assert found.findings == ()


@every_case(
    "text",
    [
        "Ministry of Nets and Ports",
        "Customs and Excise Board",
        "Maritime Police and Customs Service",
        "Border and Coast Guard Authority",
    ],
)
def test_what_may_be_one_office_is_one_and_is_told(text: str) -> None:
    found = read_party_cell(text)
    assert [one.text for one in found.involved] == [text]
    assert found.findings == (("CC132", f'"{text}" was read as one party'),)


def test_a_group_for_two_things_and_a_title_with_commas_need_no_finding() -> None:
    for text in ("Police and Customs Group", "Ministry of Trade, Nets and Ports"):
        found = read_party_cell(text)
        assert len(found.involved) == 1
        assert found.findings == ()


@every_case(
    ("text", "expected"),
    [
        ("TAXUD B2", "TAXUD"),
        ("DG TAXUD B.2", "TAXUD"),
        ("DG TAXUD/B2", "TAXUD"),
        ("OLAF C.3", "OLAF"),
        ("Europol O21", "EUROPOL"),
        ("TAXUD Unit B", "TAXUD"),
        ("OLAF Referat C3", "OLAF"),
    ],
)
def test_the_unit_of_a_service_is_the_service(text: str, expected: str) -> None:
    for read in (read_party_cell, read_concerned_list):
        found = read(text)
        assert [(one.party, one.text) for one in found.involved] == [(expected, text)]
        assert found.unknown == ()


def test_a_unit_in_a_bracket_and_behind_a_comma() -> None:
    found = read_party_cell("COM (TAXUD B2), FR")
    assert [one.party for one in found.involved] == ["COM", "TAXUD", "FR"]
    (one,) = read_party_cell("OLAF, Unit C3").involved
    assert (one.party, one.text) == ("OLAF", "OLAF, Unit C3")


@every_case(
    ("text", "parties"),
    [
        ("FR B2", ["FR-B2"]),
        ("TAXUD Q2", ["TAXUD", "Q2"]),
        ("TAXUD Boats", ["TAXUD", "BOATS"]),
        ("CCWP B2", ["CCWP", "B2"]),
    ],
)
def test_what_is_no_unit_of_a_service(text: str, parties: list[str]) -> None:
    assert [one.party for one in read_party_cell(text).involved] == parties


@every_case(
    "text", ["Mr Buoy", "Mrs. Anna Buoy", "Ms Buoy", "M. de Rade", "Dr Boje", "Frau von Boje"]
)
def test_a_person_is_no_body(text: str) -> None:
    for read in (read_party_cell, read_concerned_list):
        found = read(text)
        assert (found.involved, found.unknown, found.unread) == ((), (), (text,))
        assert found.findings == (("CC130", f'"{text}" names no party'),)


@every_case(
    ("text", "party"),
    [
        ("Mr J. Buoy (PL)", "PL"),
        ("PL (Mr Buoy)", "PL"),
        ("Europol, Mr Buoy", "EUROPOL"),
        ("Europol Mr Buoy", "EUROPOL"),
    ],
)
def test_a_person_stays_in_the_words_of_the_body(text: str, party: str) -> None:
    found = read_party_cell(text)
    assert [(one.party, one.text) for one in found.involved] == [(party, text)]
    assert found.findings == ()


@every_case(
    ("text", "party"),
    [("MS", "MS"), ("Ms", "MS"), ("Dr Buoy Group", "DR-BUOY-GROUP"), ("MR", "MR"), ("M", "M")],
)
def test_what_only_looks_like_a_person(text: str, party: str) -> None:
    assert [one.party for one in read_party_cell(text).involved] == [party]


@every_case(
    "words",
    [
        "in cooperation with",
        "in close co-operation with",
        "in collaboration with",
        "en coopération avec",
        "in Zusammenarbeit mit",
    ],
)
@every_case("sign", [", ", " "])
def test_one_who_works_along_is_concerned(words: str, sign: str) -> None:
    found = read_party_cell(f"Europol{sign}{words} Frontex")
    assert [(one.party, one.role) for one in found.involved] == [
        ("EUROPOL", Role.RESPONSIBLE),
        ("FRONTEX", Role.CONCERNED),
    ]
    assert found.involved[1].text == f"{words} Frontex"


@pytest.mark.parametrize("words", ["together with", "jointly with", "and"])
def test_one_on_the_same_footing_is_responsible(words: str) -> None:
    found = read_party_cell(f"Europol {words} Frontex")
    assert {one.role for one in found.involved} == {Role.RESPONSIBLE}


def test_a_leader_keeps_the_word_for_it() -> None:
    found = read_party_cell("PL (lead), SE")
    assert [(one.party, one.role, one.text) for one in found.involved] == [
        ("PL", Role.RESPONSIBLE, "PL (lead)"),
        ("SE", Role.RESPONSIBLE, "SE"),
    ]


@every_case(
    ("text", "reported"),
    [
        ("Questionnaire to the Member States", []),
        ("Questionnaire and report to the Member States", ["MS"]),
        ("Questionnaire submitted to the CCWP", ["CCWP"]),
        ("Report to the Member States", ["MS"]),
    ],
)
def test_a_questionnaire_to_those_who_fill_it_in_is_no_report(
    text: str, reported: list[str]
) -> None:
    assert [one.party.id for one in find_recipients(text) if one.reported] == reported


def test_hostile_lists_of_offices_take_linear_time() -> None:
    for piece in ("Ministry of and ", "Mr Buoy and ", "TAXUD/B2/", "Ministry of Nets and "):
        assert read_party_cell(piece * 800) is not None
