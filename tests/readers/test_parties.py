"""Party cells: every body that is named, and none that is not."""

import datetime as dt

import pytest

from customs_coop.model import KNOWN_PARTIES, ExtraCell, PartyKind, known_party
from customs_coop.model.party import MEMBER_STATES, customs_administration, member_state
from customs_coop.readers import parse
from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from folded import every_case

KNOWN = {party.id for party in KNOWN_PARTIES}


def names(text: str) -> list[str]:
    return [part.party for part in read_party_cell(text).involved]


@every_case(
    ("text", "expected"),
    [
        ("CCWP and Europol", "CCWP EUROPOL"),
        ("CCWP & Europol", "CCWP EUROPOL"),
        ("COM / OLAF", "COM OLAF"),
        ("COM/OLAF", "COM OLAF"),
        ("CCWP, LEWP + CEPOL", "CCWP LEWP CEPOL"),
        ("CCWP, COM, and Europol", "CCWP COM EUROPOL"),
        ("CCWG, together with Europol", "CCWP EUROPOL"),
        ("Presidency (lead) Europol (support)", "PRESIDENCY EUROPOL"),
        ("Boats Group and Ropes Group", "BOATS-GROUP ROPES-GROUP"),
        ("Europol and harbour masters", "EUROPOL HARBOUR-MASTERS"),
        ("DG TAXUD and OLAF", "TAXUD OLAF"),
    ],
)
def test_names_that_a_word_or_a_slash_joins_are_two_parties(text: str, expected: str) -> None:
    assert names(text) == expected.split()
    assert [part.party for part in read_concerned_list(f"- {text}.").involved] == expected.split()


@every_case(
    ("text", "expected"),
    [
        ("Boats and Ropes Working Group", "BOATS-AND-ROPES-WORKING-GROUP"),
        ("Sea/Land Committee", "SEA-LAND-COMMITTEE"),
        ("Directorate-General for Taxation and Customs Union", "TAXUD"),
        ("CCWG (Sea/Land Group)", "CCWP SEA-LAND-GROUP"),
        ("National Europol Units", "NATIONAL-EUROPOL-UNITS"),
    ],
)
def test_a_name_with_and_or_a_slash_in_it_stays_whole(text: str, expected: str) -> None:
    assert names(text) == expected.split()


def test_or_leaves_open_which_of_two_is_meant() -> None:
    found = read_party_cell("CCWG or COM").involved
    assert [(part.party, part.confirmed) for part in found] == [("CCWP", False), ("COM", False)]


@every_case(
    ("text", "party"),
    [
        ("CCWP*", "CCWP"),
        ("CCWP (lead)", "CCWP"),
        ("CCWP (Chair)", "CCWP"),
        ("MS(2)", "MS"),
        ("all MS", "MS"),
        ("at least 3 MS", "MS"),
        ("FR (leader)", "FR"),
        ("Lead: COM", "COM"),
        ("Europol liaison officers", "EUROPOL"),
        ("CCWG in liaison with COM", "CCWP"),
        ("Hungarian Presidency", "PRESIDENCY"),
        ("HU Presidency", "PRESIDENCY"),
        ("COM (as an observer)", "COM"),
    ],
)
def test_remarks_stay_in_the_words_and_make_no_party(text: str, party: str) -> None:
    (found,) = read_party_cell(text).involved
    assert (found.party, found.text, found.confirmed) == (party, text, True)


def test_a_doubt_makes_no_party_either() -> None:
    for text in ("CCWG tbc", "CCWG (tbc)", "CCWG?", "CCWG (lead, tbc)"):
        (found,) = read_party_cell(text).involved
        assert (found.party, found.text, found.confirmed) == ("CCWP", text, False)


def test_member_states_are_known_by_their_codes() -> None:
    found = read_party_cell("FR, EL and interested MS")
    assert [(party.id, party.kind) for party in found.unknown] == [
        ("FR", PartyKind.MEMBER_STATE),
        ("EL", PartyKind.MEMBER_STATE),
    ]
    assert names("FR DE NL") == ["FR", "DE", "NL"]
    assert names("FR/DE") == ["FR", "DE"]
    assert names("MS (FR, DE)") == ["MS", "FR", "DE"]


def test_letters_that_begin_a_name_are_no_member_state() -> None:
    found = read_party_cell("CCWG (IT Boats Group), IT experts")
    assert [party.id for party in found.unknown] == ["IT-BOATS-GROUP", "IT-EXPERTS"]
    assert all(party.kind is not PartyKind.MEMBER_STATE for party in found.unknown)


@every_case("text", ["-", "–", "- \n-", "", "/"])
def test_marks_of_an_empty_cell_are_nothing(text: str) -> None:
    for found in (read_party_cell(text), read_concerned_list(text)):
        assert (found.involved, found.unknown, found.nobody) == ((), (), ())


@every_case("text", ["none", "N/A", "n.a.", "tbc", "(tbc)", "?", "To be determined"])
def test_words_for_nobody_are_handed_back(text: str) -> None:
    for found in (read_party_cell(text), read_concerned_list(text)):
        assert (found.involved, found.unknown, found.unread) == ((), (), ())
        assert found.nobody == (text,)


@every_case("text", ["See 1.2", "Merged with 1.2", "Dropped", "2", "DELETED", "all"])
def test_words_that_name_no_party_are_handed_back(text: str) -> None:
    for found in (read_party_cell(text), read_concerned_list(text)):
        assert (found.involved, found.unknown, found.nobody) == ((), (), ())
        assert found.unread == (text,)


def test_a_reference_beside_a_party_costs_nothing() -> None:
    found = read_party_cell("CCWG, see 1.2")
    assert [part.party for part in found.involved] == ["CCWP"]
    assert found.unread == ("see 1.2",)


@every_case(
    "text",
    ["CCWP*", "Council!", "COM (DG TAXUD) and OLAF", "Customs-Union-Group", "COM (x) y", "[MS]"],
)
def test_a_known_body_is_never_made_anew(text: str) -> None:
    for found in (read_party_cell(text), read_concerned_list(text)):
        assert {part.party for part in found.involved} & KNOWN
        assert not {party.id for party in found.unknown} & KNOWN


def test_a_plan_keeps_the_words_that_name_nobody() -> None:
    reading = parse(
        "Fourth Work Plan 2010-2011\n\nCode\tAction\tResponsible party\n"
        "1.1\tCount buoys\tMS\n1.2\tCount ropes\ttbc\n1.3\tCount nets\tMerged with 1.2\n"
        "1.4\tCount boats\t-\n"
    )
    plan = reading.dossier.plan
    assert reading.dossier.parties == ()
    assert [len(action.involved) for action in plan] == [1, 0, 0, 0]
    heading = "Responsible party"
    assert plan["1.2"].extra == (ExtraCell(heading=heading, text="tbc"),)
    assert plan["1.3"].extra == (ExtraCell(heading=heading, text="Merged with 1.2"),)
    assert plan["1.4"].extra == ()
    assert [each.subject for each in reading.report if each.code == "CC130"] == ["AP4/1.3"]


def test_a_box_keeps_the_words_that_name_nobody() -> None:
    reading = parse(
        "Eighth Action Plan (2015-2016)\n\nProposed action\n\n8.1\n\nCount buoys\n\n"
        "Performance indicator\n\nReport\n\nOther concerned parties\n\n- Dropped\n",
        layout="action-plan",
    )
    action = reading.dossier.plan["8.1"]
    assert (action.involved, reading.dossier.parties) == ((), ())
    assert [cell.text for cell in action.extra] == ["Dropped"]
    assert [each.code for each in reading.report if each.subject == "AP8/8.1"] == ["CC130"]


@pytest.mark.parametrize(
    "piece",
    ["CCWP and ", "x and ", "A / ", "(", ") A", "see ", "Group/", "FR ", "x ", "X "],
)
def test_a_cell_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (6_000 // len(piece))
    for cell in (read_party_cell(text), read_concerned_list(text)):
        words = [one.text for one in cell.involved] + list(cell.nobody) + list(cell.unread)
        assert all(part in text for part in words)


# The table of known bodies.


@every_case(
    ("names", "party"),
    [
        ("CCWP|CCWG|Customs Cooperation Working Group|GCD|ccwp", "CCWP"),
        ("CATS|Article 36 Committee|the former Article 36 Committee|K.4 Committee", "CATS"),
        ("OLAF|UCLAF|European Anti-Fraud Office", "OLAF"),
        ("Europol|EUROPOL|europol|EDU", "EUROPOL"),
        ("DG TAXUD|DG Taxud|TAXUD", "TAXUD"),
        ("DG Home|DG HOME", "HOME"),
        ("DG JLS|DG JAI", "JLS"),
        ("Frontex|FRONTEX", "FRONTEX"),
        ("eu-LISA|EU-LISA", "EU-LISA"),
        ("World Customs Organisation|WCO|World Customs Organization", "WCO"),
        ("Interpol|INTERPOL", "INTERPOL"),
        ("Member States|MS|the Member States|EU MS", "MS"),
        ("Council of Europe", "COE"),
        ("European Council", "EUROPEAN-COUNCIL"),
        ("European Parliament|EP", "EP"),
        ("COSI|Standing Committee on Operational Cooperation on Internal Security", "COSI"),
    ],
)
def test_one_body_has_many_names(names: str, party: str) -> None:
    for name in names.split("|"):
        (found,) = read_party_cell(name).involved
        assert (found.party, found.text) == (party, name)


def test_every_name_of_the_table_means_one_body() -> None:
    ids = [party.id for party in KNOWN_PARTIES]
    assert len(set(ids)) == len(ids)
    for party in KNOWN_PARTIES:
        assert party.part_of is None or party.part_of in ids
        for name in (party.id, party.name, *(other.text for other in party.names)):
            assert known_party(name) is party


@every_case(
    ("name", "day", "known"),
    [
        ("UCLAF", "1998-01-01", True),
        ("UCLAF", "2005-11-29", False),
        ("OLAF", "2005-11-29", True),
        ("Article 36 Committee", "2005-11-29", True),
        ("Article 36 Committee", "2011-06-01", False),
        ("K.4 Committee", "1997-07-15", True),
        ("DG JLS", "2011-06-01", False),
        ("European Union Agency for Law Enforcement Training", "2011-06-01", False),
    ],
)
def test_names_have_their_days(name: str, day: str, *, known: bool) -> None:
    assert (known_party(name, on=dt.date.fromisoformat(day)) is not None) is known
    assert known_party(name) is not None


def test_member_states_have_names_and_days() -> None:
    assert len(MEMBER_STATES) == 28
    united = member_state("UK")
    assert united is not None
    assert (united.name, str(united.names[0].until)) == ("United Kingdom", "2020-01-31")
    assert [member_state(word) for word in ("it", "GR", "GB", "Norway", "")] == [None] * 5
    (found,) = read_party_cell("France").unknown
    assert (found.id, found.name) == ("FR", "France")


@every_case(
    ("text", "ids"),
    [
        ("French Customs", "FR FR-CUSTOMS"),
        ("Dutch customs administration", "NL NL-CUSTOMS"),
        ("HM Customs and Excise", "UK UK-CUSTOMS"),
        ("UK Customs", "UK UK-CUSTOMS"),
        ("customs authorities of the Netherlands", "NL NL-CUSTOMS"),
        ("French and Dutch Customs", "FR FR-CUSTOMS NL NL-CUSTOMS"),
    ],
)
def test_a_customs_administration_is_a_part_of_its_state(text: str, ids: str) -> None:
    found = read_party_cell(text)
    assert [party.id for party in found.unknown] == ids.split()
    for party in found.unknown:
        if party.id.endswith("-CUSTOMS"):
            assert (party.kind, party.part_of) == (PartyKind.SERVICE, party.id[:2])
    assert [part.party for part in found.involved] == [i for i in ids.split() if "-" in i]


@every_case("text", ["national customs", "Nordic customs", "Customs", "EU customs"])
def test_other_customs_are_no_administration_of_a_state(text: str) -> None:
    assert customs_administration(text) is None


@every_case(
    ("cell", "parties"),
    [
        ("Agencies such as Europol, Eurojust etc.", "AGENCIES EUROPOL EUROJUST"),
        (
            "Parties at sea (including coast guards, FRONTEX etc.)",
            "PARTIES-AT-SEA COAST-GUARDS FRONTEX",
        ),
        ("Other bodies, such as WCO and Interpol", "OTHER-BODIES WCO INTERPOL"),
        ("Member States, notably FR and NL", "MS FR NL"),
        ("Services (e.g. border police, OLAF)", "SERVICES BORDER-POLICE OLAF"),
        ("autorités telles que la police, Europol", "AUTORITES POLICE EUROPOL"),
        ("agences telles que Europol et Eurojust", "AGENCES EUROPOL EUROJUST"),
        ("Stellen, z. B. Europol und Eurojust", "STELLEN EUROPOL EUROJUST"),
        # What follows is a remark, or a part of a name.
        ("Project Group (including the chair)", "PROJECT-GROUP"),
        ("Project Group (including experts from all ports)", "PROJECT-GROUP"),
        ("MS (including new ones)", "MS"),
        ("Group on Lamps", "GROUP-ON-LAMPS"),
    ],
)
def test_parties_that_are_named_as_examples_are_parties_too(cell: str, parties: str) -> None:
    found = read_concerned_list(f"- {cell}").involved
    assert " ".join(one.party for one in found) == parties
