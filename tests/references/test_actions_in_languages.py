"""Citations of the actions of French and German plans."""

import pytest

from customs_coop.references import ActionCitation, find_references
from folded import every_case


def cited(text: str) -> list[tuple[int | None, str]]:
    found = [mention.reference for mention in find_references(text)]
    return [(one.plan, one.code) for one in found if isinstance(one, ActionCitation)]


@every_case(
    "words",
    [
        "Action 3.6 of the Third Action Plan",
        "action 3.6 du troisième plan d'action",
        "ACTION 3.6 DU TROISIEME PLAN D'ACTION",
        "action\u00a03.6 du 3e plan d’action",
        "action 3.6 du 3ème plan de travail",
        "action n° 3.6 du plan d'action n° 3",
        "action 3.6 prévue au troisième plan d'action",
        "action 3.6 figurant dans le troisième plan d'action",
        "mesure 3.6 du troisième plan\nd'action",
        "Maßnahme 3.6 des dritten Aktionsplans",
        "Maßnahme 3.6 des Dritten Aktionsplanes",
        "MASSNAHME 3.6 DES DRITTEN AKTIONSPLANS",
        "Maß\u00adnahme 3.6 des dritten Aktionsplans",
        "Massnahme 3.6 des dritten CCWP-Aktionsplans",
        "Maßnahme 3.6 aus dem dritten Arbeitsplan",
        "Maßnahme Nr. 3.6 des Aktionsplans Nr. 3",
        "Aktion 3.6 des 3. Aktionsplans",
        "Aktion 3.6 des dritten überarbeiteten Aktionsplans",
    ],
)
def test_one_action_is_cited_alike_in_every_language(words: str) -> None:
    (mention,) = find_references(f"wie/comme: {words}; weiter")
    assert (mention.reference, mention.text) == (ActionCitation(3, "3.6"), words)
    assert ActionCitation.parse(words.replace("\u00ad", "")) == ActionCitation(3, "3.6")


@every_case(
    ("ordinal", "number"),
    [
        ("premier", 1),
        ("cinquième", 5),
        ("dix-septième", 17),
        ("ersten", 1),
        ("siebten", 7),
        ("achten", 8),
        ("zwanzigsten", 20),
        ("21.", 21),
    ],
)
def test_the_ordinals_of_both_languages(ordinal: str, number: int) -> None:
    french = f"l'action 3.6 du {ordinal} plan d'action"
    german = f"der Maßnahme 3.6 des {ordinal} Aktionsplans"
    assert cited(german) == [(number, "3.6")]
    assert cited(french) == [(None if "." in ordinal else number, "3.6")]


@every_case(
    ("text", "found"),
    [
        ("les actions 3.1, 3.2 et 3.4 du 3e plan d'action", [(3, "3.1"), (3, "3.2"), (3, "3.4")]),
        ("les actions 3.1 à 3.3", [(None, "3.1"), (None, "3.2"), (None, "3.3")]),
        (
            "Maßnahmen 3.1 bis 3.2 sowie 3.5 des dritten Aktionsplans",
            [(3, "3.1"), (3, "3.2"), (3, "3.5")],
        ),
        ("Maßnahme 3.1 des dritten und 4.1 des vierten Aktionsplans", [(3, "3.1"), (4, "4.1")]),
        ("action 3.1 du troisième et 4.1 du quatrième plan d'action", [(3, "3.1"), (4, "4.1")]),
        ("l'action 8 (filets) du deuxième plan d'action", [(2, "8")]),
        ("Maßnahme 8 „Netze zählen“ des zweiten Aktionsplans", [(2, "8")]),
        ("(voir le deuxième plan d'action, action 8)", [(2, "8")]),
        ("im zweiten Aktionsplan (Maßnahme 3.6)", [(2, "3.6")]),
        ("l'action 8 du plan d'action", [(None, "8")]),
        ("Maßnahme 8 dieses Aktionsplans", [(None, "8")]),
    ],
)
def test_lists_ranges_and_plans(text: str, found: list[tuple[int | None, str]]) -> None:
    assert cited(text) == found


@every_case(
    ("text", "found"),
    [
        # Where an action is to go on, not where it comes from.
        ("reprendre l'action 3.6 dans le quatrième plan d'action", [(None, "3.6")]),
        ("Maßnahme 3.6 im vierten Aktionsplan fortführen", [(None, "3.6")]),
        ("Maßnahme 3.6 in den vierten Aktionsplan übernehmen", [(None, "3.6")]),
        # Not one plan, or none.
        ("l'action 3.6 des deuxième et troisième plans d'action", [(None, "3.6")]),
        ("l'action 3.6 du troisième pilier", [(None, "3.6")]),
        ("Maßnahme 3.6 der dritten Aktionsplanung", [(None, "3.6")]),
        ("Maßnahme 3.6 des 3. Ausschusses", [(None, "3.6")]),
        # No actions.
        ("le troisième plan d'action n° 3.1", []),
        ("le quai mesure 3.6 kilomètres", []),
        ("la mesure 3.6 du règlement", []),
        ("die Maßnahme 8 begann", []),
        ("die Maßnahme 3.6 Mio. Euro", []),
        ("Maßnahme 12 Monate", []),
        ("Sofortmaßnahme 3.6", []),
        ("Reaktion 3.6", []),
        ("Titel\tMaßnahme\n3.6", []),
    ],
)
def test_what_is_no_action_of_a_plan(text: str, found: list[tuple[int | None, str]]) -> None:
    assert cited(text) == found


@pytest.mark.parametrize(
    "piece",
    [
        "Maßnahme 3.6 des dritten ",
        "Maßnahmen 3.1 bis ",
        "Aktion 3.6 „",
        "action 3.6 du plan d' ",
        "mesure 3.6 du troisième plan ",
        "actions 3.1 et ",
        "Maßnahme ",
        "des 3. ",
    ],
)
def test_hostile_text_takes_its_length(piece: str) -> None:
    text = piece * 2000
    assert all(text[one.start : one.end] == one.text for one in find_references(text))
