"""French and German beside English, and how the language of a text is told."""

from datetime import date

from attrs import evolve

from customs_coop.deadline import (
    By,
    Deadline,
    During,
    Recurring,
    Relative,
    Undetermined,
    find_deadlines,
    parse_deadline,
)
from customs_coop.deadline.languages import told
from customs_coop.deadline.words import Words
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

TRIPLES = (
    ("June 1998", "juin 1998", "Juni 1998"),
    ("1 July 2011", "1er juillet 2011", "1. Juli 2011"),
    ("on 30 June 1998", "le 30 juin 1998", "am 30. Juni 1998"),
    ("by the end of 1997", "d'ici la fin de 1997", "bis zum Ende des Jahres 1997"),
    ("by end 1997", "d'ici fin 1997", "bis Ende 1997"),
    ("by June 1998", "d'ici juin 1998", "bis Juni 1998"),
    ("by 30 June 1998", "d'ici au 30 juin 1998", "bis zum 30. Juni 1998"),
    ("before 30 June 1997", "avant le 30 juin 1997", "vor dem 30. Juni 1997"),
    ("before the end of 1997", "avant fin 1997", "vor Ende 1997"),
    (
        "no later than 31 December 2006",
        "au plus tard le 31 décembre 2006",
        "spätestens am 31. Dezember 2006",
    ),
    ("no later than June 1998", "au plus tard en juin 1998", "spätestens im Juni 1998"),
    ("31.12.2006 at the latest", "31.12.2006 au plus tard", "31.12.2006 spätestens"),
    ("until 30 June 1998", "jusqu'au 30 juin 1998", "bis einschließlich 30. Juni 1998"),
    ("end 1997", "fin 1997", "Ende 1997"),
    ("end of June 1998", "fin juin 1998", "Ende Juni 1998"),
    ("early 1998", "début 1998", "Anfang 1998"),
    ("mid-1998", "mi-1998", "Mitte 1998"),
    ("by mid-1998", "d'ici mi-1998", "bis Mitte 1998"),
    ("in 1997", "en 1997", "im Jahr 1997"),
    ("in June 1998", "en juin 1998", "im Juni 1998"),
    ("during 1997", "pendant l'année 1997", "während 1997"),
    ("in the course of 1997", "dans le courant de 1997", "im Laufe des Jahres 1997"),
    ("first half of 1997", "premier semestre 1997", "erstes Halbjahr 1997"),
    ("1st half of 1997", "1er semestre 1997", "1. Halbjahr 1997"),
    ("second half of 1997", "second semestre de 1997", "zweite Jahreshälfte 1997"),
    ("2nd quarter 2006", "2ème trimestre 2006", "2. Quartal 2006"),
    ("Q2 2006", "T2 2006", "II. Quartal 2006"),
    ("from 1 July 2011", "à partir du 1er juillet 2011", "ab 1. Juli 2011"),
    ("since 15 June 2010", "depuis le 15 juin 2010", "seit 15. Juni 2010"),
    ("not before June 2006", "pas avant juin 2006", "nicht vor Juni 2006"),
    ("after June 1998", "après juin 1998", "nach Juni 1998"),
    (
        "from 1 July 2011 to 31 December 2012",
        "du 1er juillet 2011 au 31 décembre 2012",
        "vom 1. Juli 2011 bis zum 31. Dezember 2012",
    ),
    (
        "July 1997 to December 1998",
        "de juillet 1997 à décembre 1998",
        "Juli 1997 bis Dezember 1998",
    ),
    (
        "between 1 March and 30 June 1998",
        "entre le 1er mars et le 30 juin 1998",
        "zwischen dem 1. März und dem 30. Juni 1998",
    ),
    ("18-24 March 2011", "du 18 au 24 mars 2011", "18.-24. März 2011"),
    ("June or July 2006", "juin ou juillet 2006", "Juni oder Juli 2006"),
    ("annually", "annuellement", "jährlich"),
    ("each year", "chaque année", "jedes Jahr"),
    ("every two years", "tous les deux ans", "alle zwei Jahre"),
    ("every six months", "tous les six mois", "alle sechs Monate"),
    ("half-yearly", "semestriellement", "halbjährlich"),
    ("quarterly", "trimestriel", "vierteljährlich"),
    ("monthly", "mensuel", "monatlich"),
    ("once per Presidency", "une fois par présidence", "einmal je Präsidentschaft"),
    ("twice a year", "deux fois par an", "zweimal jährlich"),
    (
        "at least four exercises each year",
        "au moins quatre exercices par an",
        "mindestens vier Übungen pro Jahr",
    ),
    ("by 31 March each year", "le 31 mars de chaque année", "bis 31. März jedes Jahres"),
    ("ongoing", "en continu", "fortlaufend"),
    ("permanent", "permanent", "ständig"),
    ("regularly", "régulièrement", "regelmäßig"),
    ("spring 1998", "printemps 1998", "Frühjahr 1998"),
    ("summer 1998", "été 1998", "Sommer 1998"),
    ("autumn 1998", "automne 1998", "Herbst 1998"),
    ("winter 1998/99", "hiver 1998/99", "Winter 1998/99"),
    ("Deadline: June 1998", "Échéance : juin 1998", "Frist: Juni 1998"),
    ("Deadline: 30 June 1998", "Date limite : 30 juin 1998", "Termin: 30. Juni 1998"),
    ("Deadline: 30.6.1998", "Délai : 30.6.1998", "Fälligkeit: 30.6.1998"),
    (
        "during the Belgian Presidency in 2010",
        "sous la présidence belge en 2010",
        "unter belgischem Vorsitz 2010",
    ),
    ("June 2010 (tbc)", "juin 2010 (à confirmer)", "Juni 2010 (noch zu bestätigen)"),
    (
        "30.6.2010 (extended to 31.12.2010)",
        "30.6.2010 (prolongé jusqu'au 31.12.2010)",
        "30.6.2010 (verlängert bis 31.12.2010)",
    ),
    (
        "June 1998 (originally: December 1997)",
        "juin 1998 (initialement : décembre 1997)",
        "Juni 1998 (ursprünglich: Dezember 1997)",
    ),
    ("30.6.2010, tbc", "30.6.2010, à confirmer", "30.6.2010, vorläufig"),
    ("within 6 months", "dans un délai de 6 mois", "innerhalb von 6 Monaten"),
    ("within one year", "dans un délai d'un an", "binnen eines Jahres"),
    ("to be determined", "à déterminer", "noch festzulegen"),
    ("not yet known", "à définir", "k. A."),
    ("as soon as possible", "dès que possible", "so bald wie möglich"),
    ("Friday, 30 June 2006", "vendredi 30 juin 2006", "Freitag, 30. Juni 2006"),
    ("year-end 2006", "fin d'année 2006", "Jahresende 2006"),
    ("every June", "chaque mois de juin", "jeden Juni"),
    ("June 1998 (draft: March)", "juin 1998 (projet : mars)", "Juni 1998 (Entwurf: März)"),
    ("about the end of 1998", "vers fin 1998", "gegen Ende 1998"),
)


def meaning(text: str) -> Deadline:
    return evolve(parse_deadline(text), text="")


@every_case(("english", "french", "german"), TRIPLES)
def test_the_same_phrase_means_the_same(english: str, french: str, german: str) -> None:
    assert meaning(french) == meaning(german) == meaning(english)
    assert told(Words.of(english)).language.code == "en"


@every_case(
    ("text", "anchor", "offset"),
    [
        ("dans un délai de 3 mois à compter de l'adoption", "l'adoption", "P3M"),
        ("dans les six mois suivant l'adoption", "l'adoption", "P6M"),
        ("au plus tard six mois après l'adoption", "l'adoption", "P6M"),
        ("spätestens sechs Monate nach Annahme", "Annahme", "P6M"),
        ("un mois avant la prochaine conférence", "la prochaine conférence", "-P1M"),
        ("avant la prochaine réunion", "la prochaine réunion", "-P1D"),
        ("sous présidence belge", "présidence belge", "P0D"),
        ("d'ici la fin de la présidence", "la présidence", "P0D"),
        ("fin du projet", "projet", "P0D"),
        ("une fois le rapport adopté", "le rapport adopté", None),
        ("innerhalb von 3 Monaten nach der Annahme", "der Annahme", "P3M"),
        ("innerhalb von 3 Monaten nach Annahme", "Annahme", "P3M"),
        ("einen Monat vor der nächsten Konferenz", "der nächsten Konferenz", "-P1M"),
        ("vor der nächsten Sitzung", "der nächsten Sitzung", "-P1D"),
        ("unter belgischem Vorsitz", "belgischem Vorsitz", "P0D"),
        ("bis Ende des deutschen Vorsitzes", "deutschen Vorsitzes", "P0D"),
        ("bis zum Ende des Projekts", "Projekts", "P0D"),
        ("nach Annahme", "Annahme", None),
    ],
)
def test_what_hangs_on_an_event(text: str, anchor: str, offset: str | None) -> None:
    assert parse_deadline(text) == Relative(anchor, offset, text=text)


@every_case(
    ("text", "last"),
    [
        ("DECEMBRE 2006", "2006-12-31"),
        ("1er AOUT 2006", "2006-08-01"),
        ("FÉVRIER 2006", "2006-02-28"),
        ("de\u0301cembre 2006", "2006-12-31"),
        ("d’ici fin 2006", "2006-12-31"),
        ("1 er juillet 2006", "2006-07-01"),
        ("Maerz 2006", "2006-03-31"),
        ("MARZ 2006", "2006-03-31"),
        ("spaetestens 31. Maerz 2006", "2006-03-31"),
        ("Jänner 2006", "2006-01-31"),
        ("Feber 2006", "2006-02-28"),
        ("30.Juni 2006", "2006-06-30"),
    ],
)
def test_spellings_of_machines_and_capitals(text: str, last: str) -> None:
    assert parse_deadline(text).latest == date.fromisoformat(last)


def test_a_presidency_takes_its_year_from_the_window() -> None:
    for text in ("sous la présidence danoise", "unter dänischem Vorsitz"):
        found = parse_deadline(text, within="2011-07-01/2012-12-31")
        assert found == During("2012-01-01", "2012-06-30", text, "presidency-in-window")


@every_case(
    "text",
    [
        *("Rapport annuel 2005", "pas d'ici juin 2010", "sans échéance", "fin de matinée"),
        *("Règlement 12/2006", "été", "au moins", "mi-temps", "juin", "première lecture"),
        *(
            "kein Termin",
            "nicht bis Juni 2010",
            "ohne Frist",
            "Ende gut",
            "Juni",
            "Verordnung 12/2006",
        ),
        *("höchstens zweimal jährlich", "au plus une fois par an", "30. Februar 2006"),
    ],
)
def test_what_cannot_be_read_stays_words(text: str) -> None:
    assert parse_deadline(text) == Undetermined(text)


@every_case(
    ("text", "expected"),
    [
        ("Le rapport sera présenté d'ici juin 1998 au groupe.", ["d'ici juin 1998"]),
        (
            "Échéance : 28.02.2006 Fait. Délai : mars 2006.",
            ["Échéance : 28.02.2006", "Délai : mars 2006"],
        ),
        ("Date limite pour les avis : 12 mai 2006", ["Date limite pour les avis : 12 mai 2006"]),
        ("Le guide devrait être revu tous les deux ans.", ["tous les deux ans"]),
        ("Les listes doivent être envoyées en décembre 1998.", ["en décembre 1998"]),
        ("Il parle un mois avant la prochaine réunion.", ["un mois avant la prochaine réunion"]),
        ("Au moins quatre exercices par an sont faits.", ["Au moins quatre exercices par an"]),
        ("Das Papier ist bis Juni 1998 vorzulegen.", ["bis Juni 1998"]),
        (
            "Frist: 28.02.2006 Fertig. Termin: März 2006.",
            ["Frist: 28.02.2006", "Termin: März 2006"],
        ),
        ("Der Leitfaden soll alle zwei Jahre erscheinen.", ["alle zwei Jahre"]),
        ("Die Listen sollen im Dezember 1998 vorliegen.", ["im Dezember 1998"]),
        ("Die Zahlen werden jährlich gemeldet.", ["jährlich"]),
        ("Jährliche Überprüfung der Liste.", ["Jährliche"]),
        ("Frist für Stellungnahmen: 12. Mai 2006", ["Frist für Stellungnahmen: 12. Mai 2006"]),
    ],
)
def test_deadlines_in_prose_are_found_with_their_places(text: str, expected: list[str]) -> None:
    found = find_deadlines(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@every_case(
    "text",
    [
        "Le texte a été adopté en juin 1998 et a été publié d'ici fin 1998.",
        "Un atelier a eu lieu en mars 1997.",
        "Le rapport annuel sur la fraude est lu.",
        "Saisies de 3000 kg par an",
        "Préparé par la présidence belge en 2010.",
        "La décision du 12 mai 2009 est appliquée.",
        "Cela ne sera pas fait, pas avant la prochaine réunion.",
        "Der Text wurde im Juni 1998 angenommen und bis Juli 1998 verteilt.",
        "Der Text ist bis Juni 1998 angenommen worden.",
        "Ein Seminar fand im März 1997 statt.",
        "Der jährliche Bericht über den Schmuggel wird gelesen.",
        "Die Zahl soll bis 2000 Beamte erreichen.",
        "Zum 1. Januar 2007 tritt die Regelung in Kraft.",
        "Vom belgischen Vorsitz 2010 erstellt.",
    ],
)
def test_history_and_description_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text) == ()


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = "To be sent by June 1998.\n\nÀ envoyer d'ici fin 1998.\n\n31.12.2006\tFrist: Mai 2006"
    assert [(one.text, str(one.deadline.latest)) for one in find_deadlines(text)] == [
        ("by June 1998", "1998-06-30"),
        ("d'ici fin 1998", "1998-12-31"),
        ("Frist: Mai 2006", "2006-05-31"),
    ]


def test_a_quoted_title_does_not_change_the_language() -> None:
    text = "The report on the « Plan d'action d'ici fin 1997 » shall be sent to all by June 1998."
    assert [mention.text for mention in find_deadlines(text)] == ["by June 1998"]


@every_case("text", ["", "30.6.2006", "2006", "Europol", "April 1998", "31/12/2006"])
def test_a_text_that_tells_nothing_is_english(text: str) -> None:
    assert told(Words.of(text)).language.code == "en"


@every_case(
    ("text", "code"),
    [
        ("mars 1998", "fr"),
        ("Deadline: juin 1998", "fr"),
        ("Deadline: Juni 1998", "de"),
        ("am 30. April 1998", "de"),
        ("12 avril", "fr"),
        ("can't be told", "en"),
    ],
)
def test_the_language_is_told_from_most_words(text: str, code: str) -> None:
    assert told(Words.of(text)).language.code == code


def test_mentions_keep_the_words_of_their_language() -> None:
    (mention,) = find_deadlines("Échéance : décembre 2006")
    assert mention.deadline == By("2006-12-31", "décembre 2006", "bare-month")
    yearly = Recurrence(Frequency.YEARLY)
    assert parse_deadline("tous les ans") == Recurring(yearly, "tous les ans")


@every_case(
    ("text", "found"),
    [
        ("bis Ende 1998\nd'ici fin 1998", ["bis Ende 1998", "d'ici fin 1998"]),
        (
            "- by end 1999\n- bis Ende 1998\n- fin 1997 au plus tard",
            ["by end 1999", "bis Ende 1998", "fin 1997 au plus tard"],
        ),
        (
            "(a) by end 1999\n(b) bis Ende 1998\n(c) d'ici fin 1997",
            ["by end 1999", "bis Ende 1998", "d'ici fin 1997"],
        ),
        (
            "fin 1997 au plus tard\nbis Ende 1998\nby end 1999",
            ["fin 1997 au plus tard", "bis Ende 1998", "by end 1999"],
        ),
        (
            "The report is to be sent by end 1999.\nDer Bericht soll bis Ende 1998 vorliegen.",
            ["by end 1999", "bis Ende 1998"],
        ),
    ],
)
def test_lines_that_stand_by_themselves_have_their_own_language(
    text: str, found: list[str]
) -> None:
    assert [one.text for one in find_deadlines(text)] == found


@every_case(
    ("text", "found"),
    [
        # Wrapped prose, with a title of another language in it.
        ("The report on the Konferenz bis Ende\n1998 shall come by June 2000.", ["by June 2000"]),
        ("Der Bericht der Gruppe ist bis\nEnde 1998 vorzulegen.", ["bis\nEnde 1998"]),
        ("Der Bericht ist vorzulegen bis\n30. Juni 1998.", ["bis\n30. Juni 1998"]),
        ("Le rapport est attendu d'ici fin\n1998 par le groupe.", ["d'ici fin\n1998"]),
        (
            "The report shall come by end\n1998, and by June\n1999.",
            ["by end\n1998", "by June\n1999"],
        ),
    ],
)
def test_lines_of_wrapped_prose_go_together(text: str, found: list[str]) -> None:
    assert [one.text for one in find_deadlines(text)] == found
