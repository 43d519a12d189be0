"""Words beside the names of a party cell: labels, relations, exceptions, remarks, cut names."""

from pathlib import Path

import pytest

from customs_coop import read, write
from customs_coop.model import ExtraCell, Role
from customs_coop.readers import parse
from customs_coop.readers.parties.cells import Parties, read_concerned_list, read_party_cell
from folded import every_case

BOTH = (read_party_cell, read_concerned_list)


def told(cell: Parties) -> list[str]:
    """Each party, with a mark where it only takes part or is not certain."""
    return [
        f"{one.party}{'' if one.role is Role.RESPONSIBLE else '*'}{'' if one.confirmed else '?'}"
        for one in cell.involved
    ]


def codes(cell: Parties) -> list[str]:
    return [code for code, _ in cell.findings]


@every_case(
    ("text", "expected"),
    [
        ("AT, DE; COM (DG TAXUD); observers: UK, CH", "AT DE COM TAXUD UK* CH*"),
        ("Lead: PL. Support: CZ", "PL CZ*"),
        ("Coordinator: FI; participants: SE, EE", "FI SE* EE*"),
        ("Participants: SE, EE; MS", "SE* EE* MS"),
        ("Observers:\nNO\nLead: MS", "NO* MS"),
        ("Lead MS: FR, BE", "FR BE"),
        ("Driver: NL; co-driver: BE", "NL BE"),
        ("Chef de file : FR ; soutien : BE", "FR BE*"),
        ("Federführung: DE; Unterstützung: AT, PL", "DE AT* PL*"),
        ("MS (observers: NO, CH)", "MS NO* CH*"),
        ("États membres (chef de file : FR)", "MS FR"),
        ("MS (lead: FR; support: DE)", "MS FR DE*"),
        ("MS (FR lead, DE support)", "MS FR DE*"),
        ("Lead FR, support DE", "FR DE*"),
        ("Europol (observer), CCWP (lead)", "EUROPOL* CCWP"),
        # No labels: a name with a colon, and a label without a name.
        ("CCWP: Lamps Group", "CCWP LAMPS-GROUP"),
        ("Support Group", "SUPPORT-GROUP"),
        ("IT support", "IT-SUPPORT"),
        ("Observers", "OBSERVERS"),
        ("Partners Forum, MS", "PARTNERS-FORUM MS"),
    ],
)
def test_labels_tell_the_part_of_those_behind_them(text: str, expected: str) -> None:
    assert told(read_party_cell(text)) == expected.split()


def test_a_list_of_those_who_are_concerned_has_the_same_labels() -> None:
    found = read_concerned_list("AT, DE; COM (DG TAXUD); observers: UK, CH")
    assert [one.party for one in found.involved] == ["AT", "DE", "COM", "TAXUD", "UK", "CH"]
    assert {one.role for one in found.involved} == {Role.CONCERNED}
    assert [one.text for one in found.involved][-2:] == ["observers: UK, CH"] * 2


def test_a_label_with_nobody_behind_it_is_kept() -> None:
    assert read_party_cell("Lead: none. Support: CZ").nobody == ("none",)
    found = read_party_cell("COM; support:")
    assert (told(found), found.unread) == (["COM"], ("support:",))


@every_case(
    ("text", "expected"),
    [
        ("DE, supported by Europol", "DE EUROPOL*"),
        ("DE supported by Europol and Frontex", "DE EUROPOL* FRONTEX*"),
        ("FR in cooperation with DE", "FR DE*"),
        ("FR in close co-operation with the Commission", "FR COM*"),
        ("CCWP, after consultation of CATS", "CCWP CATS*"),
        ("COM in consultation with MS", "COM MS*"),
        ("COM, after consulting the CLS; MS", "COM CLS* MS"),
        ("FR avec le soutien de l'OLAF", "FR OLAF*"),
        ("FR, en coopération avec BE", "FR BE*"),
        ("DE mit Unterstützung von Europol", "DE EUROPOL*"),
        ("Project Group led by PL and SK", "PROJECT-GROUP PL SK"),
        ("CCWP (Project Group led by Poland and Slovakia)", "CCWP PROJECT-GROUP PL SK"),
        # Relations to what is no body stay in the words.
        ("MS with sea borders", "MS"),
        ("CCWP after work in cooperation with ports", "CCWP"),
        ("MS supported by new lamps", "MS"),
    ],
)
def test_a_relation_joins_a_party_on_its_own_footing(text: str, expected: str) -> None:
    found = read_party_cell(text)
    assert told(found) == expected.split()
    assert codes(found) == []


@every_case(
    ("text", "rest"),
    [
        ("All MS except DK", []),
        ("MS, except FR", []),
        ("MS except DK, IE and UK, COM", ["COM"]),
        ("MS (except DK and SE)", []),
        ("MS, sauf DK ; COM", ["COM"]),
        ("alle Mitgliedstaaten außer DK", []),
        ("Member States with the exception of the Netherlands", []),
        ("MS except small ones", []),
    ],
)
def test_an_exception_stays_in_the_words(text: str, rest: list[str]) -> None:
    for reader in BOTH:
        found = reader(text)
        assert [one.party for one in found.involved] == ["MS", *rest]
        assert codes(found) == ["CC135"]
        first = found.involved[0].text
        assert first == text[: len(first)]
        assert any(word in first for word in ("except", "sauf", "außer"))


def test_no_exception() -> None:
    for text in ("Exceptions Group", "MS and DK", "Excluding Group"):
        assert codes(read_party_cell(text)) == []


@every_case("text", ["no", "No", "none", "nil", "n/a", "-", "nobody yet", "open"])
def test_none_is_no_party(text: str) -> None:
    for reader in BOTH:
        found = reader(text)
        assert (found.involved, found.unread, found.findings) == ((), (), ())


@every_case("text", ["is", "it", "at", "be", "It", "us", "me", "by"])
def test_short_words_are_no_country(text: str) -> None:
    for reader in BOTH:
        found = reader(text)
        assert (found.involved, found.unread, codes(found)) == ((), (text,), ["CC130"])


@every_case(
    ("text", "expected"),
    [
        ("NO", "NO"),
        ("IT, AT", "IT AT"),
        ("Norway and the USA", "NO US"),
        ("Switzerland, Norway and Turkey", "CH NO TR"),
        ("GB/GR", "UK EL"),
        ("Western Balkans", "WESTERN-BALKANS"),
        ("BE-NL-LU", "BE NL LU"),
        ("FR – DE", "FR DE"),
        ("PL 2011, DK 2012", "PL DK"),
        ("PL (2011) and DK 2012-2013", "PL DK"),
        ("PL Presidency 2011", "PRESIDENCY"),
        ("Each MS", "MS"),
        ('"NL"', "NL"),
        ("It is for the MS", "MS"),
        # Names all the same.
        ("FR-EU Lamps Group", "FR-EU-LAMPS-GROUP"),
        ("IT experts", "IT-EXPERTS"),
        ("Group 2011", "GROUP-2011"),
    ],
)
def test_states_and_countries_beside_their_codes(text: str, expected: str) -> None:
    found = read_party_cell(text)
    assert [one.party for one in found.involved] == expected.split()
    for one in found.involved:
        assert one.text in text


@pytest.mark.parametrize(
    "text", ["to be decided by the CCWP", "To be agreed in the group", "(to be determined by COM)"]
)
def test_who_decides_is_not_who_is_responsible(text: str) -> None:
    for reader in BOTH:
        found = reader(text)
        assert (found.involved, found.nobody) == ((), (text,))


@every_case(
    "text",
    [
        "Every port should send one expert",
        "It is not known who comes",
        "The work has begun",
        "By agreement in the group",
        "As 1.2",
        "Es ist noch offen",
    ],
)
def test_a_sentence_is_no_party(text: str) -> None:
    for reader in BOTH:
        found = reader(text)
        assert (found.involved, found.unread, codes(found)) == ((), (text,), ["CC130"])


@every_case(
    "text",
    [
        "COM, where appropriate",
        "Lamps Group, nominated by the ports",
        "Lamps Group, after agreement in the harbour",
        "MS, acting within their powers",
    ],
)
def test_a_remark_behind_a_comma_belongs_to_the_party_before_it(text: str) -> None:
    for reader in BOTH:
        (found,) = reader(text).involved
        assert found.text == text


def test_a_description_is_told_and_a_name_is_not() -> None:
    for text in ("harbour masters", "authorities which are in charge"):
        found = read_party_cell(text)
        assert codes(found) == ["CC132"]
        assert found.involved[0].text == text
    assert [one.party for one in read_party_cell("authorities which are in charge").involved] == [
        "AUTHORITIES"
    ]
    for text in ("border guards", "Harbour masters", "its project group", "experts from all ports"):
        assert codes(read_party_cell(text)) == []


@every_case(
    ("text", "expected"),
    [
        ("EUROP OL", "EUROPOL"),
        ("CEPO L", "CEPOL"),
        ("Presid ency, Front ex", "PRESIDENCY FRONTEX"),
        ("Presid\nency", "PRESIDENCY"),
        ("Custo ms Cooperation Working Party", "CCWP"),
        ("Ger many", "DE"),
    ],
)
def test_a_name_that_a_narrow_cell_cuts_is_read(text: str, expected: str) -> None:
    for reader in BOTH:
        found = reader(text)
        assert [one.party for one in found.involved] == expected.split()
        assert set(codes(found)) == {"CC133"}
        assert ", ".join(one.text for one in found.involved) == " ".join(text.split())


@every_case("text", ["Europol", "FR DE", "CO M", "Euro Group", "EU MS", "Council\nCOM"])
def test_other_words_are_not_joined(text: str) -> None:
    assert "CC133" not in codes(read_party_cell(text))


@every_case(
    "text",
    [
        "AT; COM (DG TAXUD); observers: UK, CH",
        "DE, supported by Europol; MS except DK, SE",
        "CCWP (Project Group led by PL and SK), PL 2011",
        "Lead FR, support DE; COM, where appropriate",
        "EUROP OL; FR in cooperation with DE",
    ],
)
def test_the_words_of_a_party_name_it_when_they_are_read_again(text: str) -> None:
    for reader in BOTH:
        for one in reader(text).involved:
            again = reader(one.text, one.role)
            assert one in again.involved


@pytest.mark.parametrize(
    "piece",
    [
        *("lead: ", "MS except ", "except DK, ", "supported by ", "x in cooperation with y "),
        *("observers: FR, ", "Presid ency ", "BE-", "PL 2011 ", "after ", "(lead: ", "a who "),
    ],
)
def test_words_beside_names_are_read_at_any_length(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (6_000 // len(piece))
    for reader in BOTH:
        assert isinstance(reader(text), Parties)


def test_a_helper_in_a_bracket_has_its_own_words() -> None:
    found = read_party_cell("MS (lead: FR; support: DE, NL)").involved
    whole = "MS (lead: FR; support: DE, NL)"
    assert [one.text for one in found] == [whole, whole, *["support: DE, NL"] * 2]


PLAN = (
    "Fourth Work Plan 2010-2011\n\nCode\tAction\tResponsible party\n"
    "1.1\tCount buoys\tMS except DK\n1.2\tCount ropes\tThe work is open\n"
    "1.3\tCount nets\tharbour masters\n1.4\tCount boats\tCEPO L\n1.5\tCount oars\tno\n"
)


def test_a_plan_tells_what_was_made_of_the_words() -> None:
    reading = parse(PLAN)
    plan = reading.dossier.plan
    assert [len(action.involved) for action in plan] == [1, 0, 1, 1, 0]
    heading = "Responsible party"
    assert plan["1.2"].extra == (ExtraCell(heading=heading, text="The work is open"),)
    assert plan["1.5"].extra == (ExtraCell(heading=heading, text="no"),)
    found = [(one.subject, one.code) for one in reading.report if "AP4/" in (one.subject or "")]
    assert found == [
        ("AP4/1.1", "CC135"),
        ("AP4/1.2", "CC130"),
        ("AP4/1.3", "CC132"),
        ("AP4/1.4", "CC133"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "AT, DE; COM (DG TAXUD); observers: UK, CH",
        "DE, supported by Europol",
        "MS, except FR",
        "It is for the MS",
        "CCWP (Project Group led by Poland and Slovakia)",
        "MS (FR lead, DE support)",
        "COM, where appropriate",
        "CEPO L",
    ],
)
def test_an_exported_table_tells_the_same_parties(cell: str, tmp_path: Path) -> None:
    text = (
        "Fourth Work Plan 2010-2011\n\nCode\tAction\tResponsible party\n"
        f"1.1\tCount buoys\t{cell}\n1.2\tCount ropes\tMS\n"
    )
    dossier = parse(text).dossier
    again = read(write(dossier, tmp_path / "plan.md", to="council-markdown")).dossier
    assert again.plan["1.1"].involved == dossier.plan["1.1"].involved
