"""The words of French and German: what each must mean, and what must mean nothing."""

from customs_coop.formats.status.reading import read_status
from customs_coop.formats.status.words import read_priority
from customs_coop.formats.titles.ordinals import draft_ordinal, plan_ordinals
from customs_coop.formats.titles.strategies import find_strategy
from customs_coop.model import Priority, Status, known_party
from customs_coop.model.party import member_state
from customs_coop.readers import parse
from customs_coop.readers.document.planning import find_approvals, find_period
from customs_coop.readers.mentions import PlanContext, find_aliases, find_links, read_disposition
from customs_coop.readers.parties.cells import read_party_cell
from customs_coop.references import find_references
from folded import every_case

AP3 = PlanContext("AP3", 3, frozenset(("3.1", "3.2", "3.3", "3.4", "3.16")))


def links(text: str) -> str:
    return "; ".join(f"{link.kind.value} {link.target}" for link in find_links(text, AP3))


def status_of(text: str) -> Status:
    return read_status([text], [find_references(text)]).status


@every_case(
    ("text", "expected"),
    [
        # Dependence and waiting.
        ("En attente des résultats de 3.1 ci-dessus", "awaits AP3/3.1"),
        ("Dans l'attente de 1234/08", "awaits 1234/08"),
        ("Dépend de l'issue de 3.1 et 3.2", "depends on AP3/3.1; depends on AP3/3.2"),
        ("Subordonnée à l’achèvement de l’action 3.2", "depends on AP3/3.2"),
        ("Sous réserve de l'achèvement de 3.2", "depends on AP3/3.2"),
        ("Commence une fois 3.1 achevé", "awaits AP3/3.1"),
        ("Former les équipes à la suite de 3.1", "depends on AP3/3.1"),
        # Together.
        ("(aussi 3.2 et 3.4)", "handled with AP3/3.2; handled with AP3/3.4"),
        (
            "Examine également 3.1 à 3.3",
            "handled with AP3/3.1; handled with AP3/3.2; handled with AP3/3.3",
        ),
        ("À traiter avec 3.2", "handled with AP3/3.2"),
        ("Fusionné avec 3.2", "handled with AP3/3.2"),
        # Descent.
        ("Fusionnée avec 3.9", "merged from AP3/3.9"),
        ("(anciennement 5.3)", "merged from AP3/5.3"),
        ("(auparavant 3.9)", "merged from AP3/3.9"),
        ("Fait suite à l'action 2.4", "continues Action 2.4"),
        ("Repris sous 3.4", "taken forward in AP3/3.4"),
        ("Repris dans le domaine de travail 4", "taken forward in domaine de travail 4"),
        ("Remplace 3.9", "supersedes AP3/3.9"),
        ("Remplace la décision 2006/960/JAI", "supersedes Decision 2006/960/JHA"),
        # What is used, put into effect or only cited.
        ("Fondée sur les travaux de 3.2", "starts from AP3/3.2"),
        (
            "Fondé sur les recommandations de l'action 3.6",
            "uses the recommendations of Action 3.6",
        ),
        (
            "Fondé sur les recommandations du document 1234/05",
            "uses the recommendations of 1234/05",
        ),
        (
            "Mise en oeuvre de la résolution du Conseil du 2.10.2003 (JO C 247 du 15.10.2003)",
            "implements OJ C 247, 15.10.2003",
        ),
        (
            "Mettre en œuvre les conclusions du Conseil du 5 mai 2009",
            "implements conclusions du Conseil du 5 mai 2009",
        ),
        ("Voir 3.2", "cites AP3/3.2"),
        ("voir également 3.2 et 3.4", "cites AP3/3.2; cites AP3/3.4"),
        # Reports, agreement, money, completion.
        ("Rapport à présenter au Conseil et à la Commission", "reports to COUNCIL; reports to COM"),
        ("Rapport au GCD. Achevé: 1234/05", "reports to CCWP; completed by 1234/05"),
        ("Étude achevée (voir document 1234/05)", "completed by 1234/05"),
        (
            "Nécessite l'accord de la Commission et du Conseil",
            "requires agreement of COM; requires agreement of COUNCIL",
        ),
        ("Financé par le programme OISIN II", "funded by OISIN II"),
    ],
)
def test_relations_in_french(text: str, expected: str) -> None:
    assert links(text) == expected


@every_case(
    ("text", "expected"),
    [
        ("Abhängig vom Ergebnis von 3.1 und 3.2", "depends on AP3/3.1; depends on AP3/3.2"),
        ("Wartet auf das Ergebnis von 3.1", "awaits AP3/3.1"),
        ("Sobald 3.1 abgeschlossen ist", "awaits AP3/3.1"),
        ("Im Anschluss an Maßnahme 3.1", "continues AP3/3.1"),
        ("auch 3.2", "handled with AP3/3.2"),
        ("Gemeinsam mit 3.2 zu behandeln", "handled with AP3/3.2"),
        ("(ehemals 5.3)", "merged from AP3/5.3"),
        ("Zusammengelegt mit 3.9", "merged from AP3/3.9"),
        ("Übernommen in 3.4", "taken forward in AP3/3.4"),
        ("Ersetzt 3.9", "supersedes AP3/3.9"),
        ("Empfehlungen aus 3.2", "uses the recommendations of AP3/3.2"),
        ("Gestützt auf die Arbeiten zu 3.2", "starts from AP3/3.2"),
        (
            "In Umsetzung der Entschließung des Rates vom 2. Oktober 2003",
            "implements Entschließung des Rates vom 2. Oktober 2003",
        ),
        ("Siehe auch 3.2", "cites AP3/3.2"),
        ("Bericht an den Rat und die Kommission", "reports to COUNCIL; reports to COM"),
        ("Bedarf der vorherigen Zustimmung der Kommission", "requires agreement of COM"),
        ("Finanziert aus dem Programm OISIN", "funded by OISIN"),
        ("Studie abgeschlossen: 1234/05", "completed by 1234/05"),
    ],
)
def test_relations_in_german(text: str, expected: str) -> None:
    assert links(text) == expected


@every_case(
    ("text", "expected"),
    [
        ("It implements Framework Decision 2006/960/JHA", "implements Framework Decision"),
        ("To implement Regulation (EC) No 515/97", "implements Regulation"),
        (
            "It implements the Council Resolution of 4 March 2002 (OJ C 57, 5.3.2002, p. 1).",
            "implements OJ C 57, 5.3.2002, p. 1",
        ),
        (
            "Giving effect to the Council Conclusions of 5 May 2009",
            "implements Council Conclusions of 5 May 2009",
        ),
        ("In implementation of document 1234/05", "implements 1234/05"),
    ],
)
def test_what_an_action_implements(text: str, expected: str) -> None:
    assert links(text).startswith(expected)


@every_case(
    "text",
    [
        "It does not implement the Council Resolution of 2 October 2003",
        "Not to implement 3.1",
        "Implementing Regulation (EU) 2015/2447 applies",
        "States implement 3 projects",
        "The implementing rules of 3.1",
        "Ne met pas en œuvre la résolution du Conseil du 2 octobre 2003",
        "Mise en œuvre de 3 projets",
    ],
)
def test_what_is_not_implemented(text: str) -> None:
    assert "implements" not in links(text)


@every_case(
    "text",
    [
        "Ne dépend pas de 3.1",
        "N'est pas fondée sur 3.1",
        "Indépendamment de 3.1",
        "aussi 10 bateaux",
        "auparavant 3 rapports",
        "voir 3 navires",
        "Repris par 3 ports",
        "Remplace 12 bouées",
        "remplacé par 3.2",
        "Un rapport a été présenté à la Commission",
        "Le rapport sur les conclusions du Conseil",
        "Nicht abhängig von 3.1",
        "früher 3 Berichte",
        "auch 3 Boote",
        "ersetzt durch 3.2",
        "unabhängig von 3.1",
    ],
)
def test_words_that_state_no_relation(text: str) -> None:
    assert links(text) == ""


def test_what_is_yet_to_be_done_proves_nothing() -> None:
    assert links("Étude à achever: 1234/05") == "cites 1234/05"
    assert links("Une fois achevée: 1234/05") == "cites 1234/05"
    assert links("Nicht abgeschlossen: 1234/05") == "cites 1234/05"


def test_former_codes_in_french_and_german() -> None:
    texts = ["Compter (anciennement 5.3)", "auparavant action 5.4", "vormals 5.5", "ex 5.6"]
    assert [code.text for code in find_aliases(texts, AP3)] == ["5.3", "5.4", "5.5", "5.6"]


@every_case(
    ("text", "target"),
    [
        ("Repris sous 3.4", "AP3/3.4"),
        ("Repris par Europol", "EUROPOL"),
        ("Poursuivi dans le cadre du plan d'action de 2008", "plan d'action de 2008"),
        ("Übernommen in Arbeitsbereich 4", "Arbeitsbereich 4"),
    ],
)
def test_dispositions(text: str, target: str) -> None:
    (link,) = read_disposition(text, AP3)
    assert str(link.target) == target


@every_case(
    ("text", "status"),
    [
        ("Rapport au GCD. (Achevé: 1234/05)", Status.COMPLETED),
        ("Liste établie. Achevée en mars 2005", Status.COMPLETED),
        ("ACHEVE", Status.COMPLETED),
        ("TERMINÉE", Status.COMPLETED),
        ("Les travaux ont été achevés.", Status.COMPLETED),
        ("Enquête achevée: 1234/05", Status.PARTLY_COMPLETED),
        ("Partiellement achevé", Status.PARTLY_COMPLETED),
        ("Travaux en cours", Status.ONGOING),
        ("L'élaboration du guide est en cours", Status.ONGOING),
        ("Différé", Status.DEFERRED),
        ("Action reportée", Status.DEFERRED),
        ("Reporté ?", Status.TO_DECIDE),
        ("Cette action est devenue sans objet.", Status.OBSOLETE),
        ("Obsolète", Status.OBSOLETE),
        ("Point permanent à l'ordre du jour du GCD", Status.STANDING),
        ("En attente des résultats de 2.1", Status.AWAITING),
        ("Abgeschlossen: 1234/05", Status.COMPLETED),
        ("Die Arbeiten sind inzwischen abgeschlossen.", Status.COMPLETED),
        ("Teilweise abgeschlossen", Status.PARTLY_COMPLETED),
        ("Laufend", Status.ONGOING),
        ("Arbeiten im Gange", Status.ONGOING),
        ("Zurückgestellt", Status.DEFERRED),
        ("Zurückgestellt (noch zu bestätigen)", Status.TO_DECIDE),
        ("Daueraufgabe", Status.STANDING),
        ("Überholt", Status.OBSOLETE),
    ],
)
def test_states_in_french_and_german(text: str, status: Status) -> None:
    assert status_of(text) is status


@every_case(
    "text",
    [
        "Étude achevée. Échéance: à confirmer",
        "Achevé d'ici fin 2005",
        "À achever",
        "non achevé",
        "Rapport sera Achevé",
        "N'a pas encore commencé",
        "Rapport sur les travaux en cours",
        "Au cours de l'année",
        "Navires reportés sur la carte",
        "Fees REPORTED to all",
        "Cette action n'est pas reportée",
        "Studie abgeschlossen. Frist: Juni 2005",
        "Laufende Arbeiten bewerten",
        "Noch nicht begonnen",
        "Nicht verschoben",
        "Verschobene Boote zählen",
    ],
)
def test_words_that_only_describe_the_task(text: str) -> None:
    assert status_of(text) is Status.OPEN


@every_case(
    ("stated", "status"),
    [
        ("achevé", Status.COMPLETED),
        ("Terminée.", Status.COMPLETED),
        ("Achevé (voir 1234/05)", Status.COMPLETED),
        ("En cours", Status.ONGOING),
        ("reporté", Status.DEFERRED),
        ("Permanent", Status.STANDING),
        ("non commencé", Status.OPEN),
        ("laufend", Status.ONGOING),
        ("abgeschlossen (siehe 1234/05)", Status.COMPLETED),
        ("zurückgestellt", Status.DEFERRED),
    ],
)
def test_the_cells_of_a_status_column(stated: str, status: Status) -> None:
    standing = read_status([], stated=stated)
    assert (standing.status, standing.understood) == (status, True)


@every_case(
    ("word", "priority"),
    [
        ("Élevée", Priority.HIGH),
        ("ELEVEE", Priority.HIGH),
        ("haute", Priority.HIGH),
        ("Moyenne.", Priority.MEDIUM),
        ("Basse", Priority.LOW),
        ("Faible", Priority.LOW),
        ("Hoch", Priority.HIGH),
        ("Mittel", Priority.MEDIUM),
        ("Niedrig", Priority.LOW),
        ("Moyenne à élevée", "Moyenne à élevée"),
        ("Haute mer", "Haute mer"),
        ("", None),
    ],
)
def test_priorities(word: str, priority: Priority | str | None) -> None:
    assert read_priority(word) == priority


@every_case(
    ("name", "party"),
    [
        ("Groupe Coopération douanière", "CCWP"),
        ("Groupe «Coopération douanière»", "CCWP"),
        ('Gruppe "Zusammenarbeit im Zollwesen"', "CCWP"),
        ("GCD", "CCWP"),
        ("ETATS MEMBRES", "MS"),
        ("Mitgliedstaaten", "MS"),
        ("Comité de l’article 36", "CATS"),
        ("Présidence", "PRESIDENCY"),
        ("Vorsitz", "PRESIDENCY"),
        ("Conseil", "COUNCIL"),
        ("Rat", "COUNCIL"),
        ("Conseil européen", "EUROPEAN-COUNCIL"),
        ("Conseil de l'Europe", "COE"),
        ("Secrétariat général du Conseil", "GSC"),
        ("OMD", "WCO"),
        ("Office européen de lutte antifraude", "OLAF"),
    ],
)
def test_bodies_by_their_french_and_german_names(name: str, party: str) -> None:
    found = known_party(name)
    assert found is not None
    assert found.id == party


def test_names_that_are_no_body() -> None:
    assert known_party("Conseil d'État") is None
    assert known_party("Groupe Coopération") is None
    assert member_state("Pays") is None
    assert [member_state(name) for name in ("Allemagne", "Griechenland", "Royaume-Uni")] == [
        member_state(code) for code in ("DE", "EL", "UK")
    ]


@every_case(
    ("text", "parties"),
    [
        ("GCD ou OMD", "CCWP? WCO?"),
        ("Commission, OLAF et Europol", "COM OLAF EUROPOL"),
        ("Tous les États membres", "MS"),
        ("FR (chef de file), Pays-Bas", "FR NL"),
        ("GCD (Groupe de projet ?)", "CCWP PROJECT-GROUP?"),
        ("Groupe de projet (à confirmer)", "PROJECT-GROUP?"),
        ("Groupe Police et douanes", "GROUPE-POLICE-ET-DOUANES"),
        ("Kommission und alle Mitgliedstaaten", "COM MS"),
        ("Vorsitz (Projektgruppe?)", "PRESIDENCY PROJECT-GROUP?"),
        ("Présidence hongroise", "PRESIDENCY"),
        ("Néant", ""),
        ("à confirmer", ""),
        ("Voir 1.2", ""),
        ("Entfällt", ""),
    ],
)
def test_party_cells(text: str, parties: str) -> None:
    found = read_party_cell(text).involved
    assert " ".join(f"{one.party}{'' if one.confirmed else '?'}" for one in found) == parties


@every_case(
    ("text", "ordinals"),
    [
        ("Projet de cinquième plan d'action", (5,)),
        ("le 5e plan d’action", (5,)),
        ("TROISIÈME PLAN D'ACTION", (3,)),
        ("Troisième et quatrième plans d'action", (3, 4)),
        ("le premier plan de travail de 36 mois", (1,)),
        ("Entwurf des fünften Aktionsplans", (5,)),
        ("der 5. Aktionsplan", (5,)),
        ("1. Aktionsplan der Gruppe", ()),
        ("le plan d'action", ()),
        ("la troisième réunion", ()),
    ],
)
def test_plans_by_their_ordinals(text: str, ordinals: tuple[int, ...]) -> None:
    assert plan_ordinals(text) == ordinals


@every_case(
    ("text", "period"),
    [
        ("du 1er janvier 2008 au 30 juin 2009", "2008-01-01/2009-06-30"),
        ("de janvier 2015 à juin 2016", "2015-01-01/2016-06-30"),
        ("vom 1. Januar 2008 bis zum 30. Juni 2009", "2008-01-01/2009-06-30"),
        ("März 2008 bis Juni 2009", "2008-03-01/2009-06-30"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert str(find_period([text])) == period


def test_a_draft_of_two_plans_its_strategy_and_approval() -> None:
    title = "Rapport sur le quatrième plan d'action et projet de cinquième plan d'action"
    assert draft_ordinal(title) == (5, title.index("cinquième"))
    strategy = find_strategy(
        "Entschließung des Rates vom 23. Oktober 2009 über eine Strategie", {}, None
    )
    assert strategy is not None
    assert str(strategy.adopted) == "2009-10-23"
    (approval,) = find_approvals("Le CATS est invité à approuver le plan.")
    assert approval.party == "CATS"


@every_case(
    ("heading", "area"),
    [
        ("Domaine de travail 3. Formation", ("3", "Formation")),
        ("DOMAINE D'ACTION 3: FORMATION", ("3", "FORMATION")),
        ("Arbeitsbereich 3 – Ausbildung", ("3", "Ausbildung")),
        ("3. Équipes", ("3", "Équipes")),
    ],
)
def test_headings_of_work_areas(heading: str, area: tuple[str, str]) -> None:
    text = f"{heading}\n\nCode\tAction\tPriorité\n3.1\tCompter les bouées\tFaible\n"
    (found,) = parse(text).dossier.plan.work_areas
    assert (found.code.text, found.title) == area


def test_sentences_in_the_domain_of_words_are_no_headings() -> None:
    text = "Domaine de travail 3 est terminé\n\nCode\tAction\tPriorité\n3.1\tCompter\tFaible\n"
    (found,) = parse(text).dossier.plan.work_areas
    assert found.title == ""
