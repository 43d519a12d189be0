"""Sentences of duty in French and German."""

import pytest

from customs_coop.deadline import By
from customs_coop.model import ActionRef, Code
from customs_coop.readers import parse
from customs_coop.readers.obligations.duties import find_duties, stated_obligations
from customs_coop.readers.obligations.languages import read_asked
from customs_coop.readers.obligations.reports import is_report
from folded import every_case


def told(text: str) -> str | None:
    """Who is to report, and to whom: "COM > COUNCIL"; a star for what is no report."""
    asked = read_asked(text)
    if asked is None:
        return None
    owed, to = (" ".join(one.id for one in side) for side in (asked.owed_by, asked.to))
    return f"{owed} > {to}" + ("" if asked.report else " *") + (" ?" if asked.soft else "")


@every_case(
    ("text", "found"),
    [
        ("La Commission rend compte au Conseil d'ici fin 2012.", "COM > COUNCIL"),
        ("La Commission rendra également compte au Conseil des résultats.", "COM > COUNCIL"),
        ("D'ici fin 2012, la Commission présentera au GCD un rapport sur les cales.", "COM > CCWP"),
        ("Les États membres présentent chaque année un rapport à la Commission.", "MS > COM"),
        (
            "La Commission et Europol font rapport au groupe «Coopération douanière».",
            "COM EUROPOL > CCWP",
        ),
        ("Le groupe de projet est chargé de présenter un rapport au GCD.", "PROJECT-GROUP > CCWP"),
        (
            "La présidence doit rendre compte à la Commission et au Conseil.",
            "PRESIDENCY > COM COUNCIL",
        ),
        ("Un rapport sera présenté au Conseil en 2012.", " > COUNCIL"),
        ("Il est rendu compte des cales au GCD.", " > CCWP"),
        (
            "La Commission présente un rapport, pas plus tard que juin 2012, au Conseil.",
            "COM > COUNCIL",
        ),
        ("L'OLAF est chargé d'élaborer un guide.", "OLAF >  *"),
        ("Les États membres doivent se réunir avant juin 2012.", "MS >  *"),
        ("La Commission est invitée à présenter un rapport au Parlement européen.", "COM > EP ?"),
        ("Les États membres sont invités à compter les cales.", "MS >  * ?"),
    ],
)
def test_french_duties(text: str, found: str) -> None:
    assert told(text) == found


@every_case(
    ("text", "found"),
    [
        ("Die Kommission berichtet dem Rat bis Ende 2012.", "COM > COUNCIL"),
        ("Bis Ende 2012 legt die Kommission dem Rat einen Bericht vor.", "COM > COUNCIL"),
        ("Die Mitgliedstaaten berichten der Kommission jährlich.", "MS > COM"),
        (
            "Über die Netze berichten die Mitgliedstaaten dem Rat und der Kommission.",
            "MS > COUNCIL COM",
        ),
        (
            "Europol erstattet der Gruppe „Zusammenarbeit im Zollwesen“ Bericht.",
            "EUROPOL > CCWP",
        ),
        ("Europol legt dem Europäischen Parlament einen Jahresbericht vor.", "EUROPOL > EP"),
        ("Der Vorsitz übermittelt einen Bericht an die Kommission.", "PRESIDENCY > COM"),
        ("Die Kommission hat dem Rat bis Ende 2012 zu berichten.", "COM > COUNCIL"),
        ("Der Vorsitz wird beauftragt, dem Rat einen Bericht vorzulegen.", "PRESIDENCY > COUNCIL"),
        (
            "Die Projektgruppe soll nicht später als Juni 2012 Bericht erstatten.",
            "PROJECT-GROUP > ",
        ),
        ("Dem Rat ist bis Ende 2012 ein Bericht vorzulegen.", " > COUNCIL"),
        ("Dem Rat soll ein Bericht vorgelegt werden.", " > COUNCIL"),
        ("Die Mitgliedstaaten werden ersucht, der Kommission zu berichten.", "MS > COM ?"),
        ("Die Mitgliedstaaten müssen die Netze bis Juni 2012 zählen.", "MS >  *"),
    ],
)
def test_german_duties(text: str, found: str) -> None:
    assert told(text) == found


@every_case(
    "text",
    [
        "La Commission a rendu compte au Conseil.",
        "La Commission a présenté un rapport au Conseil.",
        "Un rapport a été présenté au Conseil.",
        "La Commission ne rend pas compte au Conseil.",
        "Le chapitre 2 présente un rapport sur les cales.",
        "La présente stratégie porte sur les cales.",
        "La Commission doit être informée.",
        "Ce rapport rend compte des résultats.",
        "Die Kommission berichtete dem Rat.",
        "Die Kommission hat dem Rat einen Bericht vorgelegt.",
        "Die Kommission hat beschlossen, dem Rat die Netze zu zeigen.",
        "Der Rat hat beschlossen, jährlich zu tagen.",
        "Die Kommission muss nicht berichten.",
        "Die Kommission legt keinen Bericht vor.",
        "Die Kommission legt Wert auf den Bericht.",
        "Die Kommission soll informiert werden.",
        "Wie berichtet, sind die Netze alt.",
        "Die Zeitung berichtet dem Rat.",
        "In den Berichten der Kommission steht viel.",
        "The Commission shall report to the Council.",
        "",
    ],
)
def test_what_lays_nothing_on_anybody(text: str) -> None:
    assert told(text) is None


@every_case(
    ("text", "found"),
    [
        ("La Commission rend compte de l'accès à la Commission.", "COM > "),
        ("La Commission rend compte au Conseil d'administration.", "COM > "),
        ("La Commission rend compte des mesures relatives aux États membres.", "COM > "),
        ("Die Kommission berichtet gemeinsam mit dem Rat.", "COM > "),
        ("Die Kommission berichtet über die Netze der Mitgliedstaaten.", "COM > "),
    ],
)
def test_a_body_that_is_only_named_is_no_recipient(text: str, found: str) -> None:
    assert told(text) == found


def test_a_duty_has_its_time_and_its_words() -> None:
    subject = ActionRef("AP3", Code("3.1"))
    text = "Les cales sont vieilles. La Commission rend compte au Conseil d'ici fin 2012."
    ((duty,), unknown) = stated_obligations(text, subject, reports_only=True)
    assert (duty.party, duty.to, duty.subject, unknown) == ("COM", "COUNCIL", subject, ())
    assert duty.text == "La Commission rend compte au Conseil d'ici fin 2012."
    assert isinstance(duty.deadline, By)
    assert str(duty.deadline.latest) == "2012-12-31"
    assert is_report(text)


def test_duties_that_are_no_reports_count_where_they_have_a_time() -> None:
    words = "Die Mitgliedstaaten müssen die Netze bis Ende 2012 zählen."
    assert [one.owed_by[0].id for one in find_duties(words)] == ["MS"]
    ((duty,), _) = stated_obligations(words, None)
    assert str(getattr(duty.deadline, "latest", None)) == "2012-12-31"
    assert stated_obligations(words, None, reports_only=True) == ((), ())


def test_a_timetable_in_german_lays_down_who_reports() -> None:
    reading = parse(
        "Arbeitsprogramm, Januar 2010 bis Juni 2011\n\n"
        "SCHUPPEN\tFristen\n"
        "1. Die Kommission legt dem Rat bis Ende 2010 einen Bericht über die Schuppen vor.\t\n"
        "2. Schuppen streichen.\tMai 2011\n",
        layout="timetable",
    )
    (duty,) = reading.dossier.obligations
    assert (duty.party, duty.to, str(duty.subject)[-2:]) == ("COM", "COUNCIL", "/1")
    assert str(getattr(duty.deadline, "latest", None)) == "2010-12-31"


@pytest.mark.parametrize(
    "piece",
    [
        "Die Kommission legt einen Bericht ",
        "ist Bericht ",
        "la Commission, ",
        "présente à la ",
        "soll Bericht ",
        "dem Rat und ",
        "un rapport sera ",
    ],
)
def test_hostile_sentences_take_their_length(piece: str) -> None:
    for end in ("", "."):
        found = find_duties((piece + end) * 1200)
        assert all(duty.text for duty in found)
