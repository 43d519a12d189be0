"""Groups that are named by their kind alone are one body in English, French and German."""

from customs_coop.readers.obligations.duties import find_duties
from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from customs_coop.readers.parties.generic import generic_group
from customs_coop.readers.parties.phrases import phrase_parties
from folded import every_case


@every_case(
    ("name", "party"),
    [
        ("Project Group", "PROJECT-GROUP"),
        ("the project group", "PROJECT-GROUP"),
        ("Its  project group", "PROJECT-GROUP"),
        ("l'équipe de projet", "PROJECT-TEAM"),
        ("Groupe de projet", "PROJECT-GROUP"),
        ("GROUPE DE PROJET", "PROJECT-GROUP"),
        ("le groupe-projet", "PROJECT-GROUP"),
        ("Projektgruppe", "PROJECT-GROUP"),
        ("der Projektgruppe", "PROJECT-GROUP"),
        ("Experts Group", "EXPERTS-GROUP"),
        ("group of experts", "EXPERTS-GROUP"),
        ("groupe d’experts", "EXPERTS-GROUP"),
        ("Sachverständigengruppe", "EXPERTS-GROUP"),
        ("GROUPE DE REDACTION", "DRAFTING-GROUP"),
        ("Ad-hoc-Gruppe", "AD-HOC-GROUP"),
        ("Lenkungsausschuss", "STEERING-COMMITTEE"),
    ],
)
def test_a_kind_of_group_is_one_body_in_every_language(name: str, party: str) -> None:
    found = generic_group(name)
    assert found is not None
    assert found.id == party


@every_case(
    "name",
    [
        "Project Groups",
        "Groupes de projet",
        "Projektgruppen",
        "Projektgruppe Netze",
        "Groupe de projet «Filets»",
        "groupe de projet sur les filets",
        "Nets Project Group",
        "IT Project Group",
        "It Project Group",
        "Project Group 2",
        "Projektgruppenleiter",
        "Groupe",
        "the",
        "",
        "Working Party",
        "Arbeitsgruppe" * 20,
    ],
)
def test_a_name_of_its_own_or_several_groups_are_something_else(name: str) -> None:
    assert generic_group(name) is None


def test_the_words_of_the_group_stay_as_printed() -> None:
    read = [
        read_party_cell("CCWP (Project Group?)"),
        read_party_cell("GCD (Groupe de projet ?)"),
        read_party_cell("GZZ (Projektgruppe?)"),
    ]
    assert [one.involved[1].party for one in read] == ["PROJECT-GROUP"] * 3
    assert [one.involved[1].text for one in read] == [
        "CCWP (Project Group?)",
        "GCD (Groupe de projet ?)",
        "GZZ (Projektgruppe?)",
    ]
    # One body is described once, so that a dossier of all three has no two of one id.
    assert len({party for one in read for party in one.unknown}) == 1


def test_a_named_group_keeps_the_id_of_its_name() -> None:
    found = read_concerned_list("- Projektgruppe Netze\n- Groupe de projet sur les cales")
    assert [(one.id, one.name) for one in found.unknown] == [
        ("PROJEKTGRUPPE-NETZE", "Projektgruppe Netze"),
        ("GROUPE-DE-PROJET-SUR-LES-CALES", "Groupe de projet sur les cales"),
    ]


def test_prose_and_cells_name_the_same_group() -> None:
    (duty,) = find_duties("The group of experts shall report to the Council.")
    ((party, known),) = phrase_parties("the experts group")
    assert (duty.owed_by, known) == ((party,), False)
    assert party.id == "EXPERTS-GROUP"
