"""Times in short statements of what is to be delivered, as cells of indicators have them."""

import pytest

from customs_coop.deadline import find_deadlines
from folded import every_case

LENGTH = 2_500


@every_case(
    ("text", "words", "earliest", "latest"),
    [
        ("Final report before 30 June 2009", "before 30 June 2009", None, "2009-06-29"),
        ("Final report before the end of 2009.", "before the end of 2009", None, "2009-12-31"),
        ("- Draft guide before May 2009; map", "before May 2009", None, "2009-04-30"),
        ("(1) Guide agreed before June 2009", "before June 2009", None, "2009-05-31"),
        ("List of contact points updated before May 2009", "before May 2009", None, "2009-04-30"),
        ("Report on the results before 1 May 2009", "before 1 May 2009", None, "2009-04-30"),
        ("Prepare a study before 30 June 2009", "before 30 June 2009", None, "2009-06-29"),
        ("Report until 30 June 2009", "until 30 June 2009", None, "2009-06-30"),
        ("Report due 30 June 2009", "due 30 June 2009", None, "2009-06-30"),
        (
            "Report in the second half of 2008",
            "in the second half of 2008",
            "2008-07-01",
            "2008-12-31",
        ),
        (
            "Report to the group in the first half of 2008 (draft)",
            "in the first half of 2008",
            "2008-01-01",
            "2008-06-30",
        ),
        ("Study presented to the group in Q2 2008", "in Q2 2008", "2008-04-01", "2008-06-30"),
        ("Study carried out in Q3 2008", "in Q3 2008", "2008-07-01", "2008-09-30"),
        (
            "First draft of the guide during 2009; list",
            "during 2009",
            "2009-01-01",
            "2009-12-31",
        ),
        ("Output: report in June 2009", "in June 2009", "2009-06-01", "2009-06-30"),
        ("Final report on 30 June 2009", "on 30 June 2009", None, "2009-06-30"),
        (
            "Liste approuvée avant le 31 octobre 2018",
            "avant le 31 octobre 2018",
            None,
            "2018-10-30",
        ),
        ("Rapport avant fin 2018", "avant fin 2018", None, "2018-12-31"),
        ("RAPPORT AVANT LE 31 DECEMBRE 2018", "AVANT LE 31 DECEMBRE 2018", None, "2018-12-30"),
        ("Rapport pour juin 2019", "pour juin 2019", None, "2019-06-30"),
        ("Rapport pour fin 2019", "pour fin 2019", None, "2019-12-31"),
        (
            "Rapport au premier semestre 2019",
            "au premier semestre 2019",
            "2019-01-01",
            "2019-06-30",
        ),
        (
            "Rapport d’évaluation au cours du premier semestre 2019",
            "au cours du premier semestre 2019",
            "2019-01-01",
            "2019-06-30",
        ),
        (
            "Étude réalisée au deuxième semestre 2019",
            "au deuxième semestre 2019",
            "2019-07-01",
            "2019-12-31",
        ),
        ("Projet de guide en juin 2019", "en juin 2019", "2019-06-01", "2019-06-30"),
        ("Rapport final le 30 juin 2019", "le 30 juin 2019", None, "2019-06-30"),
        ("Élaborer une étude avant juin 2019", "avant juin 2019", None, "2019-05-31"),
        ("Bericht vor Ende Juni 2019", "vor Ende Juni 2019", None, "2019-06-30"),
        ("Abschlussbericht vor dem 30. Juni 2019", "vor dem 30. Juni 2019", None, "2019-06-29"),
        ("Liste vor dem 1. Mai 2019 gebilligt", "vor dem 1. Mai 2019", None, "2019-04-30"),
        (
            "Bericht im zweiten Halbjahr 2019",
            "im zweiten Halbjahr 2019",
            "2019-07-01",
            "2019-12-31",
        ),
        (
            "Studie im ersten Halbjahr 2019 durchgeführt",
            "im ersten Halbjahr 2019",
            "2019-01-01",
            "2019-06-30",
        ),
    ],
)
def test_a_time_that_ends_a_statement_is_a_deadline(
    text: str, words: str, earliest: str | None, latest: str
) -> None:
    (mention,) = find_deadlines(text)
    assert mention.text == mention.deadline.text == words
    assert text[mention.start : mention.end] == words
    first, last = mention.deadline.earliest, mention.deadline.latest
    assert (first and first.isoformat(), last and last.isoformat()) == (earliest, latest)


@every_case(
    "text",
    [
        "Report of 30 June 2008",
        "The report of 30 June 2008 and the guide of May 2008",
        "Report adopted on 12 May 2009",
        "Guide adopted in May 2009",
        "Guide adopted in the second half of 2008",
        "Study completed in the second half of 2008",
        "Report presented on 12 May 2009",
        "Report presented to the group in May 2009",
        "The meeting of March 1997",
        "Meeting in March 1997",
        "Report on the meeting in March 1997",
        "Report on Regulation 515/97 of 13 March 1997",
        "Survey since 2004",
        "Completed: report in 2005",
        "Report in 2005: 12784/05",
        "Report in 2005 (12784/05)",
        "Report in 2005 12784/05",
        "Report on seizures in 2005",
        "Statistics on seizures before 2005",
        "Overview of cases before 2005",
        "List of agreements concluded before 1 May 2004",
        "Reports received before 1 May 2004",
        "List of seizures that were made before 1 May 2004",
        "Report on June 2009",
        "Report on 2009",
        "Reports in 2005 and 2006 showed little",
        "The report in the second half of 2008",
        "A report was read before 30 June 2009",
        "Report before 30 June 2009 was read",
        "The group read its report in May 2009",
        "The situation before 1 May 2004",
        "Report in May",
        "Report not before 30 June 2009",
        "Review in 2005 of the 2004 plan",
        "Rapport du 30 juin 2008",
        "Rapport adopté le 12 mai 2009",
        "Rapport présenté le 12 mai 2009",
        "Rapport sur les saisies au premier semestre 2019",
        "Rapport des opérations au premier semestre 2019",
        "Rapport pour 2019",
        "Statistiques pour juin 2019",
        "Réunion de mars 1997",
        "Règlement du 13 mars 1997",
        "Étude depuis 2004",
        "Le rapport a été lu avant le 30 juin 2019",
        "Le rapport annuel a été lu",
        "Rapport sur le plan annuel",
        "Mise à jour du programme annuel",
        "Rapport annuel 2005",
        "Bericht vom 30. Juni 2008",
        "Bericht über die Fälle im Jahr 2005",
        "Auswertung der Fälle im ersten Halbjahr 2005",
        "Leitfaden am 12. Mai 2009 angenommen",
        "Der Bericht wurde vor dem 30. Juni 2009 vorgelegt",
        "Die Sitzung im März 1997",
        "Liste seit 2004",
    ],
)
def test_history_and_what_a_thing_is_about_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text) == ()


@every_case(
    ("text", "rule"),
    [
        ("Mises à jour annuelles", "FREQ=YEARLY"),
        ("Rapport annuel", "FREQ=YEARLY"),
        ("- Rapport annuel au groupe", "FREQ=YEARLY"),
        ("Rapport d'évaluation annuel", "FREQ=YEARLY"),
        ("Rapports semestriels", "FREQ=MONTHLY;INTERVAL=6"),
        ("Réunions trimestrielles", "FREQ=MONTHLY;INTERVAL=3"),
        ("Statistiques bimestrielles", "FREQ=MONTHLY;INTERVAL=2"),
        ("Annual updates", "FREQ=YEARLY"),
        ("Jährliche Aktualisierung", "FREQ=YEARLY"),
    ],
)
def test_an_adjective_behind_its_noun_is_a_rhythm(text: str, rule: str) -> None:
    (mention,) = find_deadlines(text)
    recurrence = getattr(mention.deadline, "recurrence", None)
    assert recurrence is not None
    assert recurrence.rrule == rule


@pytest.mark.parametrize(
    "unit",
    [
        *("Report in ", "Report before ", "report of the report ", "Rapport d'", "Rapport pour "),
        *("Bericht im zweiten ", "Report before June 2009 ", "annuel ", "mises à jour "),
    ],
)
def test_hostile_statements_are_read_to_their_end(unit: str) -> None:
    # Anything worse than linear would be felt at this length.
    text = (unit * LENGTH)[:LENGTH]
    assert all(text[one.start : one.end] == one.text for one in find_deadlines(text))
