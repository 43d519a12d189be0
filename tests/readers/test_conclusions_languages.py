"""Conclusions in French and in German."""

from pathlib import Path

import pytest

from customs_coop.readers import Reading, layouts, parse
from customs_coop.readers.base import Source
from customs_coop.readers.conclusions.decisions import capital_verbs, read_decision
from folded import every_case

HERE = Path(__file__).parent / "documents"


def source(name: str) -> Source:
    return Source(name, (HERE / f"{name}-conclusions.txt").read_text("utf-8"))


@pytest.fixture(scope="module", params=["french", "german"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return parse(source(request.param).text)


@pytest.mark.parametrize("name", ["french", "german"])
def test_only_conclusions_fit(name: str) -> None:
    assert [layout.name for layout in layouts() if layout.fits(source(name)).ok] == ["conclusions"]


def test_every_point_that_asks_and_whom(reading: Reading) -> None:
    found = [(one.number, " ".join(one.addressees)) for one in reading.dossier.recommendations]
    assert found == [
        ("3(a)", "MS"),
        ("3(b)", "MS"),
        ("4", "COM"),
        ("5", "MS EUROPOL"),
        ("7", "MS COM"),
        ("9", ""),
    ]
    assert [finding.code for finding in reading.report].count("CC160") == 1


def test_every_duty_and_time(reading: Reading) -> None:
    found = [
        (one.party, one.to, one.deadline and str(one.deadline.latest))
        for one in reading.dossier.obligations
    ]
    assert found == [
        ("MS", None, "2019-12-31"),
        ("MS", None, "2020-02-29"),
        ("CCWP", "COUNCIL", "2021-12-31"),
        ("COUNCIL", None, None),
    ]


def test_what_is_only_noted_is_left_over(reading: Reading) -> None:
    left = "\n".join(piece.text for piece in reading.residue)
    assert "1. " in left
    assert "2. " in left
    assert "3. " not in left
    assert "9. " not in left
    assert reading.report.ok


def test_an_item_reads_on_from_its_verb() -> None:
    texts = [
        parse(source(name).text).dossier.recommendations[0].text for name in ("french", "german")
    ]
    assert texts == [
        "INVITE les États membres à: compter leurs hangars d'ici la fin de 2019",
        "FORDERT die Mitgliedstaaten AUF, bis Ende 2019 ihre Schuppen zu zählen",
    ]


@every_case(
    ("words", "expected"),
    [
        ("Le Conseil invite la Commission à compter.", "REQUEST COM"),
        ("LE CONSEIL INVITE LA COMMISSION À COMPTER.", "REQUEST COM"),
        ("Il encourage également les États membres et Europol à compter.", "REQUEST MS EUROPOL"),
        ("En outre, le Conseil demande instamment à la Commission de compter.", "REQUEST COM"),
        ("PRIE la présidence de compter", "REQUEST PRESIDENCY"),
        ("APPELLE les États membres à compter", "REQUEST MS"),
        ("invite l'OLAF, en coopération avec Europol, à compter", "REQUEST OLAF"),
        ("Le Conseil charge le groupe de travail de compter.", "TASK WORKING-GROUP"),
        ("CHARGE le groupe «Coopération douanière» de compter", "TASK CCWP"),
        ("CONVIENT de revenir sur la question", "COMMITMENT"),
        ("PREND NOTE du rapport de la Commission", "FINDING"),
        ("SE FÉLICITE de la liste", "FINDING"),
        ("Le Conseil rappelle que la Commission compte les hangars.", "FINDING"),
        ("Der Rat ersucht die Kommission, zu zählen.", "REQUEST COM"),
        ("Er fordert die Mitgliedstaaten nachdrücklich auf, die Tore zu zählen.", "REQUEST MS"),
        ("Ferner ersucht der Rat die Kommission und Europol, zu zählen.", "REQUEST COM EUROPOL"),
        ("EMPFIEHLT den Mitgliedstaaten, die Tore zu zählen", "REQUEST MS"),
        ("DEMANDE A LA COMMISSION DE COMPTER", "REQUEST COM"),
        ("INVITE la Commission et l’OLAF, dans le cadre de la loi, à:", "REQUEST COM OLAF"),
        ("INVITE les États membres dans le cadre de la loi à compter", "REQUEST MS"),
        ("FORDERT die Kommission und Europol im Rahmen der Regeln AUF, zu", "REQUEST COM EUROPOL"),
        ("DEMANDE que la liste soit lue", "REQUEST"),
        ("LÄDT die Kommission EIN, zu zählen", "REQUEST COM"),
        ("BEAUFTRAGT die Gruppe „Zusammenarbeit im Zollwesen“ mit der Liste", "TASK CCWP"),
        ("KOMMT ÜBEREIN, auf die Frage zurückzukommen", "COMMITMENT"),
        ("Der Rat nimmt den Bericht zur Kenntnis.", "FINDING"),
        ("RUFT den Mitgliedstaaten die Tore IN ERINNERUNG", "FINDING"),
        ("BETONT, dass die Kommission um Zahlen ersucht wird", "FINDING"),
    ],
)
def test_verbs_and_addressees(words: str, expected: str) -> None:
    found = read_decision(words)
    assert found is not None
    parties = [part.party for part in found.addressees.involved]
    assert " ".join([found.sort.name, *parties]) == expected


@every_case(
    "words",
    [
        "La Commission a invité ses amis à danser.",
        "Une demande de la Commission a été lue.",
        "Les charges de la Commission sont lourdes.",
        "Charge de travail de la Commission",
        "Die Kommission bittet um Ruhe.",
        "Die Bitte der Kommission wurde gelesen.",
        "Auf den Ruf der Kommission folgt Stille.",
    ],
)
def test_what_asks_nobody_for_anything(words: str) -> None:
    assert read_decision(words) is None


def test_the_language_of_a_statement_tells_its_verbs() -> None:
    assert [sort.name for sort in capital_verbs("SALUE le plan et INVITE la Commission")] == [
        "FINDING",
        "REQUEST",
    ]
    # A French title in an English sentence does not make it French.
    found = read_decision("INVITES the Commission to read the text « la liste » with care")
    assert found is not None
    assert [part.party for part in found.addressees.involved] == ["COM"]


@every_case(
    "text",
    [
        (
            "Conclusions du Conseil sur les hangars\n\nLe Conseil invite les États membres à:\n"
            "- compter les hangars;\n- peindre les portes."
        ),
        (
            "Schlussfolgerungen des Rates zu Schuppen\n\nDer Rat fordert die Mitgliedstaaten auf,\n"
            "- die Schuppen zu zählen;\n- die Tore zu streichen."
        ),
        (
            "Conclusions du Conseil\n\n1. Le Conseil invite les États membres à compter.\n"
            "2. Il encourage les États membres à peindre."
        ),
        (
            "Schlussfolgerungen des Rates\n\n1. Der Rat ersucht die Mitgliedstaaten, zu zählen.\n"
            "2. Er ruft die Mitgliedstaaten auf, zu streichen."
        ),
    ],
)
def test_small_verbs_and_lists_are_recognised(text: str) -> None:
    dossier = parse(text).dossier
    assert [one.addressees for one in dossier.recommendations] == [("MS",), ("MS",)]


@every_case(
    "text",
    [
        "Conclusions du voyage\n\n- Il faisait beau.\n- La Commission dormait.",
        "Recommandations de lecture\n\n1. Le phare.\n2. Le hangar.",
        "Schlussfolgerungen der Reise\n\n- Es war warm.\n- Die Kommission schlief.",
        "Cher ami,\n\nJe vous invite à venir:\n- lundi;\n- mardi.",
    ],
)
def test_other_texts_do_not_fit(text: str) -> None:
    assert [layout.name for layout in layouts() if layout.fits(Source("x", text)).ok] == []


@pytest.mark.parametrize(
    "piece",
    ["INVITE la ", "FORDERT die ", "le Conseil et ", "ruft die Mitgliedstaaten und ", "à de à "],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    # Nothing is measured: a pattern that backtracks would not come to an end here.
    assert parse(piece * 800, layout="conclusions").report is not None
