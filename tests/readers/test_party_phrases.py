"""Bodies in prose: names with commas, phrases that name somebody, and who receives what."""

import pytest

from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from customs_coop.readers.parties.phrases import (
    is_actor,
    phrase_parties,
    read_actor,
    read_actors,
    read_addressees,
)
from customs_coop.readers.parties.prose import bodies_in, find_recipients
from customs_coop.readers.parties.titles import find_titles
from folded import every_case

ECONOMY = "MINISTRY-OF-ECONOMY-FINANCE-AND-INDUSTRY"


@every_case(
    ("cell", "parties"),
    [
        ("Ministry of Economy, Finance and Industry", ECONOMY),
        ("FR, Ministry of Economy, Finance and Industry, Europol", f"FR {ECONOMY} EUROPOL"),
        ("Ministry of Economy,\nFinance and Industry; OLAF", f"{ECONOMY} OLAF"),
        ("Directorate-General for Justice, Freedom and Security", "JLS"),
        ("COM (Directorate-General for Justice, Freedom and Security), CCWG", "COM JLS CCWP"),
        (
            "Department of Enterprise, Trade and Employment and Europol",
            "DEPARTMENT-OF-ENTERPRISE-TRADE-AND-EMPLOYMENT EUROPOL",
        ),
        # These are several bodies.
        ("Ministry of Finance, Coast Guard and Navy", "MINISTRY-OF-FINANCE COAST-GUARD-AND-NAVY"),
        ("Ministry of Finance, Europol and OLAF", "MINISTRY-OF-FINANCE EUROPOL OLAF"),
        ("Ministry of Finance, Poland and Hungary", "MINISTRY-OF-FINANCE PL HU"),
        ("Ministry of Finance, Customs Service", "MINISTRY-OF-FINANCE CUSTOMS-SERVICE"),
    ],
)
def test_names_with_commas_in_cells(cell: str, parties: str) -> None:
    assert [one.party for one in read_party_cell(cell).involved] == parties.split()
    if "(" not in cell and "\n" not in cell:
        assert [one.party for one in read_concerned_list(cell).involved] == parties.split()


@every_case(
    "text",
    [
        "Finance, Economy and Industry",
        "Ministry of Finance",
        "Ministry of Finance and Industry",
        "the office of boats, the Council and all States",
        "Committee on ropes, OLAF and nets",
    ],
)
def test_no_name_with_commas(text: str) -> None:
    assert find_titles(text) == ()


@every_case(
    ("phrase", "parties"),
    [
        ("the Commission and Europol", "COM EUROPOL"),
        ("each of the Member States", "MS"),
        ("the competent authorities of the Member States", "MS"),
        ("Dutch and French customs administrations", "NL-CUSTOMS FR-CUSTOMS"),
        ("the customs administrations of the Member States", "CUSTOMS-ADMINISTRATIONS"),
        ("customs officers of the Member States", "MS"),
        ("a new rope group", "NEW-ROPE-GROUP"),
        ("the Ministry of Economy, Finance and Industry", ECONOMY),
        ("this group", ""),
        ("they", ""),
        ("the nets", ""),
        ("French Nets", ""),
    ],
)
def test_phrases(phrase: str, parties: str) -> None:
    assert [party.id for party, _ in phrase_parties(phrase)] == parties.split()


def test_a_service_of_a_state_points_at_it() -> None:
    found = phrase_parties("the Rope Service (Italy) and Net Service (Ireland)", proper=True)
    assert [(party.id, party.name, party.part_of, known) for party, known in found] == [
        ("ROPE-SERVICE-ITALY", "Rope Service", "IT", False),
        ("NET-SERVICE-IRELAND", "Net Service", "IE", False),
    ]
    ((party, _),) = phrase_parties("the Rope Service (Part Two)", proper=True)
    assert (party.id, party.part_of) == ("ROPE-SERVICE", None)


@every_case(
    ("words", "parties"),
    [
        ("the Commission (DG TAXUD, OLAF)", "COM TAXUD OLAF"),
        ("the Member States (each within its competence)", "MS"),
        ("the Ministry of Economy, Finance and Industry", ECONOMY),
        ("regional cooperation", ""),
    ],
)
def test_addressees(words: str, parties: str) -> None:
    assert [one.party for one in read_addressees(words).involved] == parties.split()


@every_case(
    ("text", "wanted"),
    [
        ("Results are reported to the Council.", "COUNCIL!"),
        ("Lists are sent to all Member States and to Europol.", "MS EUROPOL"),
        ("Send the list (in two parts, cf. No. 3) to OLAF.", "OLAF!"),
        ("A report shall be made to the Harbour Working Party.", "HARBOUR-WORKING-PARTY"),
        ("They are communicated to the departments in the Member States.", "MS"),
        ("The Council will each year be informed.", "COUNCIL!"),
        ("Nets were reported to the Council in 2001.", "COUNCIL"),
        ("They have access to the Commission.", ""),
        ("The team went to Europol.", ""),
        ("A report to all.", ""),
    ],
)
def test_recipients(text: str, wanted: str) -> None:
    # An exclamation mark stands behind those to whom it is a report.
    found = [f"{one.party.id}{'!' * one.reported}" for one in find_recipients(text)]
    assert found == wanted.split()
    for one in find_recipients(text):
        assert text[one.start : one.end] in one.text


def test_a_known_name_with_commas_in_prose() -> None:
    text = "with the Directorate-General for Justice, Freedom and Security and Europol"
    assert [found.party.id for found in bodies_in(text)] == ["JLS", "EUROPOL"]


@pytest.mark.parametrize(
    "piece", ["Ministry of A, B and C, ", "Ministry of ", "to the ", "reported to ", "sent (", ", "]
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (10_000 // len(piece))
    find_titles(text)
    find_recipients(text)
    read_party_cell(text)


# States that are named one by one.


@every_case(
    ("phrase", "parties"),
    [
        ("Austria, Switzerland, Italy and Hungary", "AT CH IT HU"),
        ("the administrations of Austria, Switzerland, Italy, and Hungary", "AT CH IT HU"),
        ("each of the administrations of Austria and the Netherlands", "AT NL"),
        ("the competent authorities of Bosnia and Herzegovina and of Croatia", "BA HR"),
        ("the delegations from Italy, Bosnia and Herzegovina and Albania", "IT BA AL"),
        ("the governments of Italy, Austria as well as Italy", "IT AT"),
        ("the countries of Norway & Iceland", "NO IS"),
        ("the administration of Austria", "AT"),
        ("the customs authorities of Austria and Norway", "AT-CUSTOMS NO-CUSTOMS"),
    ],
)
def test_states_that_are_named_one_by_one_are_a_party_each(phrase: str, parties: str) -> None:
    expected = parties.split()
    assert [found.id for found, _ in phrase_parties(phrase)] == expected
    assert [name for name, _ in read_actors(phrase)] == expected
    assert is_actor(phrase)
    assert (read_actor(phrase) is None) == (len(expected) > 1)
    assert [part.party for part in read_addressees(phrase).involved] == expected


@every_case(
    "phrase",
    [
        "the administrations of Austria and the ports",
        "the administrations of the coastal countries",
        "the customs administrations of the Member States",
        "the Commission and Europol",
        "administrations of turkey and chad",
        "the history of Austria and Italy",
    ],
)
def test_other_phrases_name_no_states(phrase: str) -> None:
    assert not {name for name, _ in read_actors(phrase)} & {"AT", "IT", "TR", "TD"}


def test_a_customs_administration_outside_the_union_is_part_of_its_state() -> None:
    (one, known), *_ = phrase_parties("customs administrations of Norway and Iceland")
    assert (one.name, one.part_of, known) == ("customs administration of Norway", "NO", False)


@pytest.mark.parametrize("piece", ["Austria, ", "Austria and ", "the administrations of ", "& "])
def test_long_lists_of_states_are_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    assert len(phrase_parties(piece * 3000)) < 2
