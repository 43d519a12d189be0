"""Presidencies, reporting obligations and periods of plans as entries of their own."""

import attrs

from customs_coop.deadline import By, During, Recurring
from customs_coop.model import ActionRef, Dossier, Obligation, PlanRef
from customs_coop.recurrence import Frequency, Recurrence
from exported_calendars import entries, one, uids
from sample_plans import timetable

TWICE = Recurring(Recurrence(Frequency.MONTHLY, 6), "Six monthly")


def spans(dossier: Dossier, **options: object) -> list[tuple[str, str, str]]:
    return [
        (str(e["SUMMARY"]), e["DTSTART"].dt.isoformat(), e["DTEND"].dt.isoformat())
        for e in entries(dossier, **options)
    ]


def test_presidencies_that_meet_a_plan_are_shown_whole() -> None:
    dossier = Dossier(plans=[one(), attrs.evolve(one(), id="AP6", period="2012-03-01/2013-06-30")])
    assert spans(dossier, also="presidencies") == [
        ("Presidency: Poland", "2011-07-01", "2012-01-01"),
        ("Presidency: Denmark", "2012-01-01", "2012-07-01"),
        ("Presidency: Cyprus", "2012-07-01", "2013-01-01"),
        ("Presidency: Ireland", "2013-01-01", "2013-07-01"),
    ]
    french = spans(dossier, plan="AP5", also="presidencies", language="fr")
    assert [name for name, *_ in french] == [
        "Présidence de la Pologne",
        "Présidence du Danemark",
        "Présidence de Chypre",
    ]
    german = spans(dossier, plan="AP5", also="presidencies", language="de")
    assert german[0][0] == "Ratsvorsitz Polens"
    assert (
        uids(dossier, plan="AP5", also="presidencies")
        == uids(dossier, also="presidencies", language="de")[:3]
    )


def test_the_period_of_a_plan_is_an_event_from_its_first_to_its_last_day() -> None:
    dossier = Dossier(plans=[one(), timetable()])
    assert spans(dossier, also="plans")[-2:] == [
        ("AP5: Fifth", "2011-07-01", "2013-01-01"),
        ("P1997: Sample Timetable", "1997-07-01", "1999-01-01"),
    ]


def test_obligations_have_entries_of_their_own_in_the_profile() -> None:
    owed = [
        Obligation(text="Use of the register", to="CCWP", deadline=TWICE,
                   subject=ActionRef("AP5", "5.1")),
        Obligation(text="Final report", party="MS", deadline=During("2012-01-01", "2012-04-30")),
        Obligation(text="Old report", party="MS", subject=PlanRef("P1997")),
    ]  # fmt: skip
    dossier = Dossier(plans=[one(), timetable()], obligations=owed)
    found = entries(dossier, plan="AP5", also="obligations")
    assert [(str(e["SUMMARY"]), e["DTSTART"].dt.isoformat()) for e in found] == [
        ("Use of the register", "2011-12-31"),
        ("Use of the register", "2012-06-30"),
        ("Use of the register", "2012-12-31"),
    ]
    assert str(found[0]["DESCRIPTION"]).splitlines() == [
        "Deadline: “Six monthly” – taken as: by 31 December 2011",
        "To: CCWP",
        "AP5/5.1",
    ]
    (series,) = entries(dossier, plan="AP5", also="obligations", recurrence="rule")
    assert series["RRULE"]["BYMONTH"] == [6, 12]
    # What is ticked off is the report, and not the action.
    assert "X-CUSTOMS-COOP-ITEM" not in found[0]
    tasks = entries(dossier, profile="tasks", also="obligations")
    assert [str(task["SUMMARY"]) for task in tasks][-2:] == ["Final report", "Old report"]
    assert tasks[-2]["DTSTART"].dt.isoformat() == "2012-01-01"
    both = entries(dossier, "VTODO", profile="both", also="obligations")
    assert [str(task["UID"]) for task in both] == [str(task["UID"]) for task in tasks]
    mine = entries(dossier, profile="tasks", also="obligations", party="MS")
    assert [str(task["SUMMARY"]) for task in mine] == ["Final report", "Old report"]
    # Rounds without a plan of their own lie inside the periods of all.
    free = attrs.evolve(dossier, obligations=[attrs.evolve(owed[0], subject=None)])
    assert len([e for e in entries(free, also="obligations") if e["SUMMARY"] == owed[0].text]) == 6


def test_identifiers_of_obligations_do_not_hang_on_their_words() -> None:
    owed = Obligation(text="Report", party="MS", deadline=By("2012-06-30"))
    again = attrs.evolve(owed, text="Another report")
    dossier = Dossier(plans=[one()], obligations=[owed, again])
    found = uids(dossier, also="obligations")
    assert len(set(found)) == 2
    reworded = attrs.evolve(owed, text="The report", deadline=By("2012-07-31"))
    assert uids(Dossier(plans=[one()], obligations=[reworded]), also="obligations") == found[:1]
