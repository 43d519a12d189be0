"""Presidencies, reporting obligations and periods of plans as entries of their own."""

import attrs

from customs_coop.deadline import By, During, Recurring
from customs_coop.exporters import export, losses
from customs_coop.model import (
    Action,
    ActionRef,
    DeadlineChange,
    Document,
    Dossier,
    Identity,
    Indicator,
    Involvement,
    Link,
    Named,
    Obligation,
    Party,
    PartyRef,
    PlanRef,
    Recommendation,
    RecommendationRef,
    Role,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber
from exported_calendars import entries, one, uids
from folded import every_case
from sample_plans import timetable

YEARLY = Recurring(Recurrence(Frequency.YEARLY), "Annually")
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
        ("5.1 Use of the register", "2011-12-31"),
        ("5.1 Use of the register", "2012-06-30"),
        ("5.1 Use of the register", "2012-12-31"),
    ]
    assert str(found[0]["DESCRIPTION"]).splitlines() == [
        "Deadline: “Six monthly” (taken as: by 31 December 2011)",
        "To: Customs Cooperation Working Party",
        "About: 5.1 Try (AP5, Fifth)",
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


def due_in(dossier: Dossier, **options: object) -> list[str]:
    found = entries(dossier, also="obligations", **options)
    return [str(e["DTSTART"].dt) for e in found if "Reporting obligation" in e.categories]


NUMBER = DocumentNumber.parse("9710/1/97 REV 1")


@every_case(
    ("subject", "days"),
    [
        (PlanRef("P1997"), ["1997-12-31", "1998-12-31"]),
        (RecommendationRef("printed"), ["1997-12-31", "1998-12-31"]),
        (Named("Fifth"), ["2011-12-31", "2012-12-31"]),
        (RecommendationRef("of a report"), []),
        (RecommendationRef("unknown"), []),
        (ActionRef("AP3", "5.1"), []),
        (PartyRef("MS"), []),
        (None, []),
    ],
)
def test_rounds_lie_inside_the_period_of_the_plan_that_an_obligation_is_about(
    subject: Identity | None, days: list[str]
) -> None:
    owed = Obligation(text="Report", deadline=YEARLY, subject=subject)
    prints = Link(kind="prints", target=PlanRef("P1997"))
    dossier = Dossier(
        plans=[one(), attrs.evolve(timetable(), document=None)],
        recommendations=[
            Recommendation(id="printed", text="Count forms", document=NUMBER),
            Recommendation(
                id="of a report", text="", document=DocumentNumber.parse("6026/10"),
                arising_from=ActionRef("AP3", "5.1"),
            ),
        ],
        documents=[
            Document(reference=NUMBER, title="", links=[prints]),
            Document(reference=Named("Fifth"), title="Fifth"),
        ],
        obligations=[owed],
    )  # fmt: skip
    assert due_in(dossier) == days
    told = losses(dossier, "icalendar", also="obligations")
    assert any("belongs to no plan" in one.message for one in told) is (not days)


def test_rounds_without_a_plan_lie_between_the_days_that_are_stated() -> None:
    def told(dossier: Dossier) -> list[str]:
        found = losses(dossier, "icalendar", also="obligations")
        return [one.message for one in found if one.subject == "obligation: Report"]

    stated = attrs.evolve(YEARLY, first="2005-03-01", until="2006-12-31")
    dossier = Dossier(plans=[one()], obligations=[Obligation(text="Report", deadline=stated)])
    assert due_in(dossier) == ["2005-03-01", "2006-03-01"]
    assert told(dossier) == []
    # Without an end, only the first round is known.
    open_end = Obligation(text="Report", deadline=attrs.evolve(stated, until=None))
    dossier = attrs.evolve(dossier, obligations=[open_end])
    assert due_in(dossier) == ["2005-03-01"]
    assert told(dossier) == [
        "the rounds of “Annually” are not listed: it belongs to no plan of the dossier"
    ]


def test_an_obligation_names_parties_and_what_it_is_about() -> None:
    owed = Obligation(
        text="Report", party="FORMS-GROUP", to="NOBODY-KNOWS",
        deadline=By("2012-06-30", "30.6.2012"), subject=RecommendationRef("7-12"),
    )  # fmt: skip
    dossier = Dossier(
        plans=[attrs.evolve(one(), document=NUMBER)],
        parties=[Party(id="FORMS-GROUP", name="Group on\nforms")],
        recommendations=[Recommendation(id="7-12", text="Count\nforms", document=NUMBER)],
        obligations=[owed],
    )
    (event,) = entries(dossier, also="obligations")
    # The words name the day themselves.
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Deadline: “30.6.2012”",
        "By: Group on forms",
        "To: NOBODY-KNOWS",
        f"About: 7-12 Count forms (AP5, Fifth, {NUMBER.cite()})",
    ]
    assert [str(one) for one in event["CONTACT"]] == ["Group on forms", "NOBODY-KNOWS"]
    others: list[tuple[Identity | None, str]] = [
        (PlanRef("AP5"), f"About: AP5, Fifth, {NUMBER.cite()}"),
        (ActionRef("AP5", "9.9"), "About: AP5/9.9"),
        (ActionRef("AP3", "5.1"), "About: AP3/5.1"),
        (PartyRef("BE"), "About: Belgium"),
        (Named("Stockholm Programme"), "About: Stockholm Programme"),
        (None, "To: NOBODY-KNOWS"),
    ]
    for subject, line in others:
        other = attrs.evolve(dossier, obligations=[attrs.evolve(owed, subject=subject)])
        (event,) = entries(other, also="obligations")
        assert str(event["DESCRIPTION"]).splitlines()[-1] == line


@every_case(
    ("language", "party", "summary"),
    [
        ("en", "MS", "5.1 Reporting obligation: Member States"),
        ("fr", "FORMS-GROUP", "5.1 Obligation de rendre compte\u00a0: FORMS-GROUP"),
        ("de", "MS", "5.1 Berichtspflicht: Member States"),
        ("en", None, "5.1 Reporting obligation"),
    ],
)
def test_an_obligation_without_words_is_called_by_its_party(
    language: str, party: str | None, summary: str
) -> None:
    subject = ActionRef("AP5", "5.1")
    owed = Obligation(text=" \n", party=party, subject=subject, deadline=By("2012-06-30"))
    dossier = Dossier(plans=[one()], obligations=[owed])
    (event,) = entries(dossier, also="obligations", language=language)
    assert event["SUMMARY"] == summary


def test_an_obligation_changes_with_the_plan_that_it_is_about() -> None:
    first = ActionRef("P1997", "1")
    action = attrs.evolve(one(By("2012-06-30")).actions[0], origin=first)
    plan = attrs.evolve(one(), document=DocumentNumber.parse("100/3/11 REV 3"), actions=[action])
    owed = [
        Obligation(text="Report", subject=subject, deadline=By("2012-06-30"))
        for subject in (ActionRef("AP5", "5.1"), PlanRef("AP5"), None)
    ]
    before = attrs.evolve(timetable(), actions=[Action(code="1", title="")])
    dossier = Dossier(plans=[before, plan], obligations=owed)
    item, of_action, of_plan, of_none = entries(dossier, also="obligations")
    assert of_action["CREATED"].dt == item["CREATED"].dt < of_plan["CREATED"].dt
    assert of_action["SEQUENCE"] == item["SEQUENCE"] == 103
    assert (of_plan["SEQUENCE"], of_none["SEQUENCE"]) == (3, 0)
    assert "CREATED" not in of_none


def test_a_recorded_change_of_a_day_changes_an_obligation() -> None:
    day = By("2012-06-30")
    owed = [
        Obligation(text="Report", subject=PlanRef("AP5"), deadline=day),
        Obligation(text="Count", party="BE", deadline=day),
        Obligation(text="Count\nagain", deadline=day),
        Obligation(text="Other", deadline=day),
    ]
    subjects: list[Identity] = [PlanRef("AP5"), PartyRef("BE"), Named("Count again", "obligation")]
    changes = [
        DeadlineChange(subject=subject, old=None, new=day, on=f"2012-0{month}-01")
        for month, subject in enumerate(subjects, 1)
    ]
    dossier = Dossier(plans=[one()], obligations=owed, deadline_changes=changes)
    found = entries(dossier, also="obligations")
    assert [(entry["SEQUENCE"], str(entry["DTSTAMP"].dt.date())) for entry in found] == [
        (1, "2012-01-01"),
        (1, "2012-02-01"),
        (1, "2012-03-01"),
        (0, "2011-07-01"),
    ]
    assert b"LAST-MODIFIED:20120301" in export(dossier, "icalendar", also="obligations")


def known_as(*owed: Obligation, **options: object) -> dict[str, str]:
    found = entries(Dossier(plans=[one()], obligations=owed), also="obligations", **options)
    return {str(entry["SUMMARY"]): str(entry["UID"]) for entry in found}


def test_identifiers_of_obligations_do_not_hang_on_words_without_need() -> None:
    owed = Obligation(text="Report", party="MS", deadline=By("2012-06-30"))
    reworded = attrs.evolve(owed, text="The report", deadline=By("2012-07-31"))
    other = attrs.evolve(owed, party="BE")
    assert known_as(owed)["Report"] == known_as(other, reworded)["The report"]


@every_case("party", ["MS", None])
def test_identifiers_of_obligations_do_not_hang_on_their_places(party: str | None) -> None:
    owed = Obligation(text="Report", party=party, deadline=By("2012-06-30", "30.6.2012"))
    other = attrs.evolve(owed, text="Another report")
    found = known_as(owed, other)
    assert len(set(found.values())) == 2
    new = attrs.evolve(owed, text="New duty")
    assert known_as(new, other, attrs.evolve(owed, text="Report ")).items() >= found.items()
    # The same words twice: those of the deadline tell, and nothing where they are the same, too.
    twice = attrs.evolve(owed, deadline=By("2012-07-31", "31.7.2012"))
    dossiers = [Dossier(obligations=[*ones, owed]) for ones in ((owed, twice), (twice, owed))]
    first, second = ([*uids(one_of, also="obligations")] for one_of in dossiers)
    assert len(set(first)) == 3
    assert set(first) == set(second)
    assert first[1] == second[0]


def test_an_obligation_of_nobody_is_not_one_of_another_dossier() -> None:
    report = Obligation(text="Report", deadline=By("2012-06-30"))
    assert known_as(report)["Report"] == known_as(attrs.evolve(report, text="report."))["report"]
    assert known_as(report)["Report"] != known_as(attrs.evolve(report, text="Count"))["Count"]


def test_obligations_with_the_same_words_on_one_day_are_told_apart() -> None:
    owed = Obligation(text="Report", party="BE", deadline=By("2012-06-30", "30.6.2012"))
    later = attrs.evolve(owed, party="DE", deadline=By("2012-07-31"))
    assert set(known_as(owed, later)) == {"Report"}
    french = attrs.evolve(owed, party="FR")
    assert [*known_as(owed, french)] == ["Belgium – Report", "France – Report"]
    # A choice changes no line.
    assert [*known_as(owed, french, party="FR")] == ["France – Report"]
    of_plan = attrs.evolve(owed, subject=PlanRef("AP5"))
    of_next = attrs.evolve(owed, subject=PlanRef("AP6"))
    of_action = attrs.evolve(owed, subject=ActionRef("AP5", "5.1"))
    # The code of an action tells apart already, and a full stop does not.
    assert [*known_as(of_plan, of_action)] == ["Report", "5.1 Report"]
    stop = attrs.evolve(owed, text="Report.", party="FR")
    assert [*known_as(owed, stop)] == ["Belgium – Report", "France – Report"]
    both = [of_action, attrs.evolve(of_action, party="FR")]
    assert [*known_as(*both)] == ["5.1 Belgium – Report", "5.1 France – Report"]
    assert [*known_as(of_plan, of_next)] == ["AP5 – Report", "AP6 – Report"]
    assert [*known_as(of_plan, of_next, french)] == ["AP5 – Report", "AP6 – Report", "Report"]
    assert [*known_as(of_plan, of_next, attrs.evolve(of_plan, party="FR"))] == [
        "Belgium, AP5 – Report",
        "Belgium, AP6 – Report",
        "France, AP5 – Report",
    ]
    to_europol = attrs.evolve(owed, to="EUROPOL")
    assert [*known_as(owed, to_europol)] == ["Belgium – Report", "Belgium, Europol – Report"]
    again = attrs.evolve(owed, deadline=By("2012-06-30", "end of June"))
    assert [*known_as(owed, again)] == [
        "Belgium, 30.6.2012 – Report",
        "Belgium, end of June – Report",
    ]
    assert [*known_as(owed, owed)] == [
        "(1) Belgium, 30.6.2012 – Report",
        "(2) Belgium, 30.6.2012 – Report",
    ]


@every_case(
    ("language", "line"),
    [
        ("en", "Deadline: “Twice a year” (taken as: by 31 December 2011, 2 times in each round)"),
        ("fr", "2 fois par période)"),
        ("de", "2-mal je Zeitraum)"),
    ],
)
def test_what_is_due_twice_in_each_round_says_so(language: str, line: str) -> None:
    twice = Recurring(Recurrence(Frequency.YEARLY, minimum=2), "Twice a year")
    owed = Obligation(text="Report", subject=PlanRef("AP5"), deadline=twice)
    dossier = Dossier(plans=[one(twice)], obligations=[owed])
    for entry in entries(dossier, also="obligations", language=language)[::2]:
        assert str(entry["DESCRIPTION"]).splitlines()[0].endswith(line)
    (series, _) = entries(dossier, also="obligations", recurrence="rule", language=language)
    assert "2" in str(series["DESCRIPTION"]).splitlines()[0]
    once = one(Recurring(Recurrence(Frequency.YEARLY, minimum=1), "At least once a year"))
    assert "each round" not in str(entries(once)[0]["DESCRIPTION"])


LATE = By("2012-06-30", "30.6.2012")
GROUP = Involvement(party="GROUP", role=Role.RESPONSIBLE)


def kept(owed: Obligation, *, involved: bool = True, **options: object) -> int:
    """How many entries an obligation has beside the one of an indicator with the same words."""
    texts = [owed.text if owed.text.endswith(".") else f"{owed.text}."]
    indicators = [Indicator(text=text, deadlines=[LATE]) for text in texts]
    plan = one(indicators=indicators, involved=[GROUP] if involved else [])
    dossier = Dossier(plans=[plan], obligations=[owed])
    found = entries(dossier, **{"also": "obligations"} | options)
    told = [one.message for one in losses(dossier, "icalendar", also="obligations", **options)]
    left_out = "its entry is left out: AP5/5.1 indicator 1 has the same words on the same day"
    assert (left_out in told) is (len(found) == 1)
    return len(found) - 1


def test_an_obligation_that_an_entry_of_its_action_says_already_has_none() -> None:
    subject = ActionRef("AP5", "5.1")
    owed = Obligation(text="Seals counted for the CCWG", subject=subject, deadline=LATE)
    same = [
        owed,
        attrs.evolve(owed, party="GROUP"),
        attrs.evolve(owed, to="CCWP"),  # whom the words name
        attrs.evolve(owed, to="GROUP"),
    ]
    for profile in ("events", "tasks"):
        assert [kept(each, profile=profile) for each in same] == [0] * 4
    # What says more stays, and what stands on another day, or is of something else.
    more = [
        attrs.evolve(owed, party="BE"),
        attrs.evolve(owed, to="COM"),
        attrs.evolve(owed, deadline=By("2012-07-31")),
        attrs.evolve(owed, subject=PlanRef("AP5")),
    ]
    assert [kept(each) for each in more] == [1] * 4
    assert kept(attrs.evolve(owed, party="GROUP"), involved=False) == 1


def test_rounds_that_entries_of_the_action_have_are_left_out_together() -> None:
    owed = Obligation(text="Count", subject=ActionRef("AP5", "5.1"), deadline=TWICE)
    plan = one(indicators=[Indicator(text="Count", deadlines=[TWICE])])
    dossier = Dossier(plans=[plan], obligations=[owed])
    for options, number in (({}, 3), ({"recurrence": "rule"}, 1)):
        assert len(entries(dossier, also="obligations", **options)) == number
        (told,) = [
            one.message
            for one in losses(dossier, "icalendar", also="obligations", **options)
            if one.code == "CC705"
        ]
        assert told.startswith("its 3 entries are" if number == 3 else "its entry is")


@every_case(
    ("action", "indicator", "event", "task", "word"),
    [
        ("obsolete", "open", "CANCELLED", "CANCELLED", "obsolete"),
        ("completed", "open", "CONFIRMED", "COMPLETED", "completed"),
        ("open", "completed", "CONFIRMED", "COMPLETED", "completed"),
        ("open", "open", "CONFIRMED", "NEEDS-ACTION", ""),
        ("ongoing", "open", "CONFIRMED", "NEEDS-ACTION", ""),
    ],
)
def test_what_the_plan_closes_shows_in_the_obligation(
    action: str, indicator: str, event: str, task: str, word: str
) -> None:
    own = Indicator(text="Count.", status=indicator)
    plan = one(status=action, indicators=[own, Indicator(text="Other")])
    owed = Obligation(text="Count", subject=ActionRef("AP5", "5.1"), deadline=LATE)
    dossier = Dossier(plans=[plan], obligations=[owed])
    (found,) = entries(dossier, also="obligations", alarm_days=7)
    *_, as_task = entries(dossier, profile="tasks", also="obligations", alarm_days=7)
    assert (found["STATUS"], as_task["STATUS"]) == (event, task)
    for entry in (found, as_task):
        assert bool(entry.walk("VALARM")) is not bool(word)
        assert (f"Status: {word}" in str(entry["DESCRIPTION"]).splitlines()) is bool(word)
        assert (word in entry.categories) is bool(word)


def test_the_deadline_at_the_end_of_an_obligation_is_not_in_its_line() -> None:
    owed = Obligation(
        text="Seals counted. Deadline: 30.6.2012.",
        subject=ActionRef("AP5", "5.1"),
        deadline=LATE,
    )
    assert [*known_as(owed)] == ["5.1 Seals counted"]


def test_an_obligation_names_the_plan_where_codes_are_shared() -> None:
    owed = [Obligation(text="Count", subject=ActionRef(plan, "5.1"), deadline=LATE)
            for plan in ("AP5", "AP6")]  # fmt: skip
    plans = [one(), attrs.evolve(one(), id="AP6")]
    found = entries(Dossier(plans=plans, obligations=owed), also="obligations")
    assert [str(entry["SUMMARY"]) for entry in found] == ["AP5/5.1 Count", "AP6/5.1 Count"]
