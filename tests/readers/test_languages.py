"""Documents in French and German: what they print is read as from those in English."""

from pathlib import Path

import pytest

from customs_coop.deadline import By, Recurring, Undetermined
from customs_coop.model import Action, Priority, Role, Status
from customs_coop.readers import Reading, parse

HERE = Path(__file__).parent / "documents"


def read(name: str) -> Reading:
    return parse((HERE / f"{name}.txt").read_text("utf-8"), source=name)


@pytest.fixture(scope="module")
def work_plan() -> Reading:
    return read("french-work-plan")


@pytest.fixture(scope="module")
def flow() -> Reading:
    return read("french-flow-plan")


@pytest.fixture(scope="module")
def timetable() -> Reading:
    return read("french-timetable")


@pytest.fixture(scope="module")
def german() -> Reading:
    return read("german-work-plan")


def links(action: Action) -> list[str]:
    return [f"{link.kind.value} {link.target}" for link in action.links]


def parties(action: Action) -> list[tuple[str, bool]]:
    return [(one.party, one.confirmed) for one in action.involved]


def deadlines(action: Action) -> list[tuple[type, str, str]]:
    return [(type(one), one.text, str(one.latest)) for one in action.all_deadlines]


def kept(action: Action) -> list[tuple[str, str]]:
    return [(cell.heading, cell.text) for cell in action.extra]


# A work plan in French, with its columns in another order and one that is not known.


def test_a_french_cover(work_plan: Reading) -> None:
    (cover,) = work_plan.dossier.documents
    assert str(cover.reference) == "5321/1/07 REV 1"
    assert str(cover.date) == "2007-03-12"
    assert cover.marking is not None
    assert (cover.origin, cover.addressee) == ("la présidence", 'Groupe "Coopération douanière"')
    assert [str(number) for number in cover.previous] == ["4888/06"]


def test_a_french_work_plan_as_a_whole(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert (plan.id, str(plan.period)) == ("AP2", "2007-04-01/2008-09-30")
    assert [(area.code.text, area.title) for area in plan.work_areas] == [
        ("1", "Ports et quais"),
        ("2", "Navires"),
    ]
    assert [action.code.text for action in plan] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert [action.title for action in plan][:2] == [
        "Compter les hangars de chaque port",
        "Repeindre les hangars (anciennement 1.9)",
    ]
    assert [str(action.work_area) for action in plan] == ["1", "1", "1", "2", "2"]
    assert [[code.text for code in action.objectives] for action in plan] == [
        *(["1", "3"], ["2"], ["2"], ["1", "2"], ["3"]),
    ]
    assert not work_plan.residue
    assert work_plan.report.ok


def test_french_parties(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert [parties(action) for action in plan] == [
        [("CCWP", True), ("PROJECT-GROUP", False)],
        [("MS", True), ("WCO", True), ("EUROPOL", True), ("OLAF", True)],
        [("COM", True), ("PRESIDENCY", True)],
        [("GSC", True)],
        [],
    ]
    assert [one.role for one in plan["1.2"].involved] == [
        *(Role.RESPONSIBLE, Role.RESPONSIBLE, Role.CONCERNED, Role.CONCERNED),
    ]


def test_french_deadlines(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert deadlines(plan["1.1"]) == [
        (By, "30 juin 2007", "2007-06-30"),
        (Undetermined, "à confirmer", "None"),
    ]
    assert deadlines(plan["2.1"]) == [(By, "fin 2007", "2007-12-31")]
    assert deadlines(plan["2.2"]) == [(Recurring, "Une fois par présidence", "None")]
    assert deadlines(plan["1.2"]) == deadlines(plan["1.3"]) == []


def test_french_indicators(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert [one.text for one in plan["1.1"].indicators] == [
        "Liste établie. Échéance: 30 juin 2007",
        "Carte imprimée. Échéance: à confirmer",
    ]
    (report,) = plan["1.3"].indicators
    assert report.status is Status.COMPLETED
    assert [str(document) for document in report.evidence] == ["4999/07"]


def test_french_states_and_priorities(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert [action.status for action in plan] == [
        *(Status.OPEN, Status.ONGOING, Status.COMPLETED, Status.AWAITING, Status.DEFERRED),
    ]
    assert [action.priority for action in plan] == [
        *(Priority.HIGH, Priority.MEDIUM, Priority.LOW, "Urgente", "À reporter"),
    ]
    # The words of a priority that has a value, and a column that is not known.
    assert kept(plan["1.1"]) == [("Observations", "Crédits à trouver"), ("Priorité", "Élevée")]
    assert kept(plan["2.1"]) == []


def test_french_links(work_plan: Reading) -> None:
    plan = work_plan.dossier.plan
    assert [links(action) for action in plan] == [
        [],
        ["merged from AP2/1.9", "handled with AP2/2.1"],
        ["depends on AP2/1.1", "reports to CCWP", "completed by 4999/07"],
        [
            "implements Framework Decision 2006/960/JHA",
            "awaits AP2/1.1",
            "requires agreement of COM",
        ],
        ["taken forward in AP2/1.2"],
    ]
    assert [code.text for code in plan["1.2"].aliases] == ["1.9"]


# An action plan in French, in column flow with boxes.


def test_a_french_flow_as_a_whole(flow: Reading) -> None:
    plan = flow.dossier.plan
    (strategy,) = flow.dossier.strategies
    assert (plan.id, str(plan.period), plan.strategy) == ("AP7", "2015-01-01/2016-06-30", "S2014")
    assert plan.previous == ("AP6",)
    assert (str(strategy.adopted), str(strategy.reference)) == (
        "2014-05-04",
        "OJ C 100, 6.5.2014, p. 3",
    )
    assert [aim.text for aim in strategy.objectives] == [
        "Échanger rapidement les listes de conteneurs perdus",
        "Former les plongeurs et les chiens dans tous les ports de la côte",
    ]


def test_the_boxes_of_a_french_flow(flow: Reading) -> None:
    first, second = flow.dossier.plan
    assert (first.title, second.title) == (
        "Compter les conteneurs perdus",
        "Trouver des plongeurs qui nagent aussi",
    )
    assert [code.text for code in first.objectives] == ["1", "2"]
    assert [one.text for one in first.indicators] == [
        "Liste imprimée d'ici à juin 2015",
        "Rapport envoyé.",
    ]
    assert deadlines(first) == [(By, "d'ici à juin 2015", "2015-06-30")]
    assert first.outcomes == ("Moins de conteneurs perdus.",)
    assert [party for party, _ in parties(first)] == ["COM", "TAXUD", "OLAF", "CAPITAINES-DE-PORT"]
    assert [party for party, _ in parties(second)] == ["EUROPOL", "WCO"]
    assert second.terms_of_reference.startswith("Le groupe fait rapport au GCD")
    assert deadlines(second) == [
        (Recurring, "une fois par présidence", "None"),
        (By, "au plus tard en mars 2016", "2016-03-31"),
    ]
    assert links(first) == [
        "uses the recommendations of Action 6.2",
        "uses the recommendations of 9002/13",
    ]
    assert links(second) == ["reports to CCWP", "supersedes AP7/7.1"]
    assert (second.status, second.status_text) == (Status.ONGOING, "en cours")
    assert second.priority is Priority.HIGH
    assert ("Priorité", "Élevée") in kept(second)


def test_only_the_introduction_of_a_french_flow_may_be_left_over(flow: Reading) -> None:
    box = flow.dossier.plan["7.1"].span
    assert box is not None
    assert box.line is not None
    assert [p for p in flow.residue if p.span.line is None or p.span.line >= box.line] == []


def test_a_box_without_a_blank_below_its_label_of_one_word() -> None:
    text = (
        "Action proposée\n9.1\nCompter les bouées\n\nObjectifs stratégiques\nVoir clair\n\n"
        "Résultats possibles\nUne liste\n\nMandat\nLe groupe compte.\nMandat\nIl repeint.\n"
    )
    (action,) = parse(text).dossier.plan
    words = " ".join(action.terms_of_reference.split())
    assert words == "Le groupe compte. Mandat Il repeint."


# A timetable in French.


def test_a_french_timetable(timetable: Reading) -> None:
    plan = timetable.dossier.plan
    assert (plan.number, str(plan.period)) == (3, "1998-02-01/1999-12-31")
    assert [(area.code.text, area.title) for area in plan.work_areas] == [
        ("A", "PHARES"),
        ("B", "BOUÉES"),
    ]
    assert [(action.code.text, str(action.work_area)) for action in plan] == [
        *(("1", "A"), ("2", "A"), ("3", "B"), ("4", "B")),
    ]
    assert [deadlines(action) for action in plan] == [
        [(By, "30 juin 1998", "1998-06-30")],
        [(By, "Fin 1998", "1998-12-31")],
        [(By, "au plus tard en mars 1999", "1999-03-31")],
        [(Recurring, "Une fois par an", "None")],
    ]
    assert links(plan["2"]) == ["handled with AP3/1"]
    assert links(plan["3"]) == ["reports to CCWP"]
    assert links(plan["4"]) == ["merged from AP3/7"]
    assert timetable.report.ok


# A work plan in German.


def test_a_german_cover(german: Reading) -> None:
    (cover,) = german.dossier.documents
    assert (str(cover.reference), str(cover.date)) == ("5400/07", "2007-03-12")
    assert (cover.origin, cover.addressee) == (
        "Vorsitz",
        'Gruppe "Zusammenarbeit im Zollwesen"',
    )
    assert [str(number) for number in cover.previous] == ["4888/06"]


def test_a_german_work_plan(german: Reading) -> None:
    plan = german.dossier.plan
    assert (plan.id, str(plan.period)) == ("AP3", "2007-04-01/2008-09-30")
    assert [(area.code.text, area.title) for area in plan.work_areas] == [("1", "Häfen")]
    assert [action.title for action in plan] == [
        "Schuppen in jedem Hafen zählen",
        "Schuppen streichen (ehemals 1.9)",
        "Boote wiegen, im Anschluss an 1.1",
    ]
    assert [action.status for action in plan] == [
        *(Status.ONGOING, Status.DEFERRED, Status.COMPLETED),
    ]
    assert [action.priority for action in plan] == [Priority.HIGH, Priority.MEDIUM, Priority.LOW]
    assert [parties(action) for action in plan] == [
        [("COM", True), ("PROJECT-GROUP", False), ("EUROPOL", True), ("OLAF", True)],
        [("MS", True), ("PRESIDENCY", True)],
        [("CCWP", True), ("WCO", True)],
    ]
    assert [deadlines(action) for action in plan] == [
        [(By, "30. Juni 2007", "2007-06-30")],
        [(By, "bis Ende 2007", "2007-12-31")],
        [],
    ]
    assert [links(action) for action in plan] == [
        [],
        ["merged from AP3/1.9", "depends on AP3/1.1"],
        ["continues AP3/1.1", "reports to CCWP", "completed by 4999/07"],
    ]
    assert kept(plan["1.1"]) == [("Bemerkungen", "Mittel fehlen"), ("Priorität", "Hoch")]
    assert not german.residue
    assert german.report.ok
