"""What entries say: summaries, texts, categories, parties, statuses, stamps."""

import datetime as dt
import re
from typing import Any

import attrs
import icalendar
import pytest

from customs_coop.deadline import By, During, Recurring, parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.exporters import export, losses
from customs_coop.exporters.calendars.sentences import sentence_with
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Indicator,
    IndicatorRef,
    Involvement,
    Obligation,
    Party,
    ProgressReport,
    Role,
    Status,
    Subject,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber, parse_reference
from exported_calendars import entries, one, uids
from folded import every_case
from sample_plans import hostile_plan, timetable, work_plan, work_plan_dossier


def text_of(entry: icalendar.Component) -> list[str]:
    return str(entry["DESCRIPTION"]).splitlines()


def test_the_calendar_has_a_name_and_no_identifier_or_method() -> None:
    content = export(work_plan(), "icalendar")
    # Any: the components of the library answer to property names.
    calendar: Any = icalendar.Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Sample Work Plan"
    assert calendar["DESCRIPTION"] == (
        "Plan: AP1, Sample Work Plan, 14680/05 ENFOCUSTOM 74, 1 January 2004 – 31 December 2006"
    )
    assert "UID" not in calendar
    assert calendar["LAST-MODIFIED"].dt == dt.datetime(2005, 1, 1, tzinfo=dt.UTC)
    assert b"METHOD" not in content
    assert b"PRODID:-//customs_coop//" in content
    assert b"SOURCE" not in content
    assert b"COLOR" not in content
    feed = export(work_plan(), "icalendar", feed_url="https://example.org/a.ics", color="navy")
    assert b"\r\nSOURCE;VALUE=URI:https://example.org/a.ics\r\n" in feed
    assert b"\r\nCOLOR:navy\r\n" in feed


def test_a_text_names_all_that_is_known_of_an_item() -> None:
    plan = one(
        title="Study forms",
        indicators=[
            Indicator(
                text="Report adopted",
                code="2",
                deadlines=[parse_deadline("Early 2012")],
                evidence=[DocumentNumber.parse("5472/3/05 REV 3")],
            )
        ],
        outcomes=["Fewer delays", "One form"],
        status=Status.ONGOING,
        status_text="Work has\nstarted.",
        references=[DocumentNumber.parse("8351/2/09 REV 2")],
        involved=[
            Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG", confirmed=False),
            Involvement(party="EUROPOL", role=Role.CONCERNED),
        ],
    )
    (event,) = entries(plan)
    assert event["SUMMARY"] == "5.1 Report adopted – Study forms"
    assert text_of(event) == [
        "Indicator: 2 Report adopted",
        "Deadline: “Early 2012” (taken as: by 30 April 2012)",
        "Possible outcomes: Fewer delays; One form",
        "Status: ongoing – “Work has started.”",
        "Parties: CCWG (responsible, to be confirmed); EUROPOL (concerned)",
        "Documents: 5472/3/05 REV 3; 8351/2/09 REV 2",
        "Plan: AP5, Fifth",
    ]
    assert event["X-CUSTOMS-COOP-WORDING"] == "Early 2012"
    assert event["X-CUSTOMS-COOP-EDTF"] == "2012-37"
    assert event["X-CUSTOMS-COOP-ITEM"] == "AP5/5.1"
    assert event["X-CUSTOMS-COOP-INDICATOR"] == "1"
    assert event["X-CUSTOMS-COOP-STATUS"] == "ongoing"
    assert event["X-CUSTOMS-COOP-PARTY"] == "CCWP"
    assert str(event["URL"]).endswith("ST-5472-2005-REV-3/en/pdf")
    french = text_of(entries(plan, language="fr")[0])
    assert french[1] == (
        "Délai\u00a0: «\u00a0Early 2012\u00a0» (compris comme\u00a0: au plus tard le 30 avril 2012)"
    )
    german = text_of(entries(plan, language="de")[0])
    assert german[3:5] == [
        "Stand: laufend – „Work has started.“",
        "Beteiligte: CCWG (zuständig, noch zu bestätigen); EUROPOL (beteiligt)",
    ]


def test_bodies_with_one_printed_name_stand_once_for_each_part() -> None:
    def told(*parties: tuple[str, Role, bool]) -> str:
        involved = [
            Involvement(party=party, role=role, text="Desk (Unit?)", confirmed=is_sure)
            for party, role, is_sure in parties
        ]
        (event,) = entries(one(By("2012-06-30"), involved=involved))
        return next(line for line in text_of(event) if line.startswith("Parties"))

    sure, unsure = ("DESK", Role.RESPONSIBLE, True), ("UNIT", Role.RESPONSIBLE, False)
    for several in ((sure, unsure), (unsure, sure)):
        assert told(*several) == "Parties: Desk (Unit?) (responsible)"
    assert told(unsure, unsure) == "Parties: Desk (Unit?) (responsible, to be confirmed)"
    assert told(unsure, ("DESK", Role.HOST, True)) == (
        "Parties: Desk (Unit?) (responsible, to be confirmed); Desk (Unit?) (host)"
    )


@every_case(
    ("language", "label"), [("en", "See also:"), ("fr", "Voir aussi\u00a0:"), ("de", "Siehe auch:")]
)
def test_an_action_that_is_cited_is_no_document(language: str, label: str) -> None:
    cited = [parse_reference("Action 3.9"), DocumentNumber.parse("8351/2/09 REV 2")]
    (event,) = entries(one(By("2012-06-30"), references=cited), language=language)
    told = text_of(event)
    assert f"{label} Action 3.9" in told
    assert [line for line in told if line.endswith("8351/2/09 REV 2") and "3.9" not in line]


def test_an_exact_day_is_not_explained() -> None:
    (event,) = entries(one(By("2012-06-30", "30.6.2012")))
    assert "Deadline: “30.6.2012”" in text_of(event)


def test_the_event_of_an_action_names_the_indicators_that_have_none() -> None:
    plan = one(By("2012-06-30"), indicators=[Indicator(text="Report"), Indicator(text="Form")])
    (event,) = entries(plan)
    assert text_of(event)[:2] == ["Indicator: Report", "Indicator: Form"]
    first, *_ = entries(plan, profile="tasks")
    assert "Indicator: Report" not in text_of(first)


def test_a_long_summary_is_cut_and_opens_the_text() -> None:
    title = " ".join(["Compare the legal bases"] * 9)
    plan = one(By("2012-06-30"), title=title)
    (event,) = entries(plan)
    assert 100 < len(event["SUMMARY"]) <= 120
    assert event["SUMMARY"].endswith("…")
    assert text_of(event)[0] == f"5.1 {title}"
    (event,) = entries(plan, summary_length=None)
    assert event["SUMMARY"] == f"5.1 {title}"


def test_the_sentence_that_has_the_words_of_a_deadline_is_in_the_text() -> None:
    terms = (
        "Seals differ (Art. 16). The desk counts them  once\na year, No. 5 first. Then it rests."
    )
    yearly = Recurring(Recurrence(Frequency.YEARLY), "once a year")
    plan = one(yearly, By("2012-06-30", "30.6.2012"), terms_of_reference=terms)
    counted, other = entries(plan, recurrence="rule")
    assert "In the text: “The desk counts them once a year, No. 5 first.”" in text_of(counted)
    assert not [line for line in text_of(other) if line.startswith("In the text")]
    (french,) = entries(one(yearly, terms_of_reference=terms), language="fr", recurrence="rule")
    assert [line for line in text_of(french) if line.startswith("Dans le texte\u00a0:")]
    # Of an indicator, its own words tell it.
    own = Indicator(text="Count once a year", deadlines=[yearly])
    (event, *_) = entries(one(indicators=[own], terms_of_reference=terms))
    assert not [line for line in text_of(event) if line.startswith("In the text")]


@every_case(
    ("text", "words", "sentence"),
    [
        ("Once a year.", "once a year", ""),
        ("", "once a year", ""),
        ("It is done.", "", ""),
        ("w " * 400 + "once a year", "once a year", ""),
        ("Is it done once a year? Yes.", "once a year", "Is it done once a year?"),
        ("Report by Dec. 2012. Stop.", "by Dec. 2012.", "Report by Dec. 2012."),
        ("First. Report (“once a year”). Stop.", "once a year", "Report (“once a year”)."),
    ],
)
def test_a_sentence_is_found_whole(text: str, words: str, sentence: str) -> None:
    assert sentence_with(text, words) == sentence


def test_an_unusual_priority_is_a_category_unless_it_sends_elsewhere() -> None:
    for priority, is_category in (("To postpone", True), ("See note 3", False)):
        (event,) = entries(one(By("2012-06-30"), priority=priority))
        assert (priority in event.categories) is is_category
        assert f"Priority: “{priority}”" in text_of(event)
    (event,) = entries(one(By("2012-06-30"), priority="High"))
    assert not [line for line in text_of(event) if line.startswith("Priority")]


def test_a_summary_is_as_long_as_is_asked_for() -> None:
    title = "Compare the legal bases of controls in all administrations"
    plan = one(By("2012-06-30"), title=title)
    assert entries(plan)[0]["SUMMARY"] == f"5.1 {title}"
    (event,) = entries(plan, summary_length=30)
    assert event["SUMMARY"] == "5.1 Compare the legal bases…"
    assert text_of(event)[0] == f"5.1 {title}"
    (event,) = entries(one(By("2012-06-30"), title="w" * 80), summary_length=30)
    assert len(event["SUMMARY"]) == 30
    # An indicator that only says the title again adds nothing.
    same = Indicator(text="Try", deadlines=[By("2012-06-30")])
    assert entries(one(indicators=[same]))[0]["SUMMARY"] == "5.1 Try"


@every_case(
    ("title", "words", "summary"),
    [
        ("Customs.", "Report.", "5.1 Report – Customs"),
        (
            "Study\nforms",
            "Draft  before\nthe meeting",
            "5.1 Draft before the meeting – Study forms",
        ),
        ("Study forms", "Lists, maps ...", "5.1 Lists, maps ... – Study forms"),
        ("Study forms.", "study forms", "5.1 Study forms."),
        ("Study forms.", ".", "5.1 Study forms."),
        ("", "Report.", "5.1 Report"),
    ],
)
def test_a_summary_begins_with_what_tells_indicators_apart(
    title: str, words: str, summary: str
) -> None:
    indicator = Indicator(text=words, deadlines=[By("2012-06-30")])
    (event,) = entries(one(title=title, indicators=[indicator]))
    assert event["SUMMARY"] == summary


def test_a_name_that_several_parties_share_is_told_once() -> None:
    shared = [
        Involvement(party=party, role=role, text="French and Dutch\nCustoms")
        for role in (Role.RESPONSIBLE, Role.CONCERNED)
        for party in ("FR-CUSTOMS", "NL-CUSTOMS")
    ]
    (event,) = entries(one(By("2012-06-30"), involved=shared))
    both = "French and Dutch Customs (responsible); French and Dutch Customs (concerned)"
    assert f"Parties: {both}" in text_of(event)


def test_the_categories_are_plan_area_objectives_and_state() -> None:
    event = entries(work_plan())[0]
    assert event.categories == ["AP1", "Data on traffic", "Objective A", "Objective B"]
    assert [str(contact) for contact in event["CONTACT"]] == [
        "CCWG (Project Group?)",
        "Commission",
        "EUROPOL",
    ]
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event


@every_case(
    ("priority", "figure"), [("High", 1), ("Medium", 5), ("Low", 9), ("Defer", None), (None, None)]
)
def test_priorities_are_figures_and_other_words_categories(
    priority: str | None, figure: int | None
) -> None:
    (event,) = entries(one(By("2012-06-30"), priority=priority))
    assert event.get("PRIORITY") == figure
    assert ("Defer" in event.categories) is (priority == "Defer")


@every_case(
    ("status", "task", "event"),
    [
        (Status.OPEN, "NEEDS-ACTION", "CONFIRMED"),
        (Status.ONGOING, "IN-PROCESS", "CONFIRMED"),
        (Status.STANDING, "IN-PROCESS", "CONFIRMED"),
        (Status.AWAITING, "NEEDS-ACTION", "CONFIRMED"),
        (Status.PARTLY_COMPLETED, "IN-PROCESS", "CONFIRMED"),
        (Status.COMPLETED, "COMPLETED", "CONFIRMED"),
        (Status.DEFERRED, "NEEDS-ACTION", "CONFIRMED"),
        (Status.TO_DECIDE, "NEEDS-ACTION", "CONFIRMED"),
        (Status.OBSOLETE, "CANCELLED", "CANCELLED"),
    ],
)
def test_the_status_of_tasks_and_events(status: Status, task: str, event: str) -> None:
    plan = one(By("2012-06-30"), status=status)
    (found,) = entries(plan, profile="tasks")
    assert found["STATUS"] == task
    assert ("PERCENT-COMPLETE" in found) is (task == "COMPLETED")
    assert "COMPLETED" not in found
    assert (status.value in found.categories) is (status is not Status.OPEN)
    (found,) = entries(plan)
    assert found["STATUS"] == event


def test_the_day_of_completion_is_written_where_a_report_tells_it() -> None:
    plan = one(By("2012-06-30"), status=Status.COMPLETED)
    told = ProgressReport(
        party="BE", subject=ActionRef("AP5", "5.1"), on="2012-05-01", status=Status.COMPLETED
    )
    dossier = Dossier(plans=[plan], progress=[told, attrs.evolve(told, on="2012-06-01")])
    (task,) = entries(dossier, profile="tasks")
    assert task["COMPLETED"].dt == dt.datetime(2012, 5, 1, tzinfo=dt.UTC)
    ongoing = attrs.evolve(dossier, plans=[one(By("2012-06-30"), status=Status.ONGOING)])
    assert "COMPLETED" not in entries(ongoing, profile="tasks")[0]


def test_what_an_indicator_or_a_round_was_reported_on_has_its_own_day() -> None:
    def days_of(plan: ActionPlan, *reports: ProgressReport) -> list[str]:
        found = entries(Dossier(plans=[plan], progress=reports), profile="tasks")
        return [str(task["COMPLETED"].dt.date()) if "COMPLETED" in task else "" for task in found]

    def told(subject: Subject, on: str, due: str | None = None) -> ProgressReport:
        return ProgressReport(party="BE", subject=subject, on=on, status=Status.COMPLETED, due=due)

    action = ActionRef("AP5", "5.1")
    done = Indicator(text="Done", status=Status.COMPLETED)
    plan = one(indicators=[done, attrs.evolve(done, text="Also done")])
    second = told(IndicatorRef(action, 2), "2012-05-01")
    assert days_of(plan, second, told(action, "2012-06-01")) == ["", "2012-05-01"]
    whole = one(indicators=[done, done], status=Status.COMPLETED)
    assert days_of(whole, second, told(action, "2012-06-01")) == ["2012-06-01", "2012-05-01"]
    several = one(By("2012-03-31"), By("2012-06-30"), status=Status.COMPLETED)
    first = told(action, "2012-03-03", "2012-03-31")
    assert days_of(several, first) == ["2012-03-03", ""]
    assert days_of(several, first, told(action, "2012-06-06")) == ["2012-03-03", "2012-06-06"]
    # Of the only deadline, any report speaks.
    assert days_of(one(By("2012-06-30"), status=Status.COMPLETED), first) == ["2012-03-03"]


def test_an_indicator_has_its_own_status_unless_the_action_is_closed() -> None:
    done = Indicator(text="Done", status=Status.COMPLETED, deadlines=[By("2012-06-30")])
    (task,) = entries(one(indicators=[done]), profile="tasks")
    assert task["STATUS"] == "COMPLETED"
    plan = one(indicators=[attrs.evolve(done, status=Status.ONGOING)], status=Status.OBSOLETE)
    (task,) = entries(plan, profile="tasks")
    assert task["STATUS"] == "CANCELLED"


def test_limite_is_confidential_and_nothing_else_is() -> None:
    assert {str(e["CLASS"]) for e in entries(work_plan_dossier())} == {"CONFIDENTIAL"}
    assert not [e for e in entries(work_plan_dossier("PUBLIC")) if "CLASS" in e]


def test_the_stamp_is_that_of_the_plan_or_the_one_given() -> None:
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        stamps = {e[name].dt for e in entries(work_plan_dossier())}
        assert stamps == {dt.datetime(2005, 11, 29, tzinfo=dt.UTC)}
    for given in (dt.date(2006, 1, 2), "2006-01-02"):
        (stamp,) = {e["DTSTAMP"].dt for e in entries(work_plan(), source_date=given)}
        assert stamp == dt.datetime(2006, 1, 2, tzinfo=dt.UTC)
    assert b"DTSTAMP:20110701T000000Z" in export(one(By("2012-06-30")), "icalendar")


def test_a_party_with_an_address_attends_and_others_are_contacts() -> None:
    involved = [
        Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG"),
        Involvement(party="BE", role=Role.CONCERNED),
        Involvement(party="DE", role=Role.CONCERNED, text="Germany?", confirmed=False),
        Involvement(party="FR", role=Role.ADDRESSEE),
    ]
    plan = one(By("2012-06-30"), involved=involved, status=Status.ONGOING)
    addresses = tuple(f"{party}={party.lower()}@example.org" for party in ("CCWP", "BE", "DE"))
    (task,) = entries(plan, profile="tasks", addresses=addresses)
    assert task["ORGANIZER"] == "mailto:ccwp@example.org"
    assert task["ORGANIZER"].params["CN"] == "CCWG"
    assert task["ATTENDEE"] == "mailto:be@example.org"
    assert dict(task["ATTENDEE"].params) == {
        "CN": "BE",
        "CUTYPE": "GROUP",
        "ROLE": "OPT-PARTICIPANT",
        "RSVP": "FALSE",
        "PARTSTAT": "IN-PROCESS",
    }
    assert [str(contact) for contact in task["CONTACT"]] == ["Germany?", "FR"]


def test_nobody_attends_what_nobody_organizes() -> None:
    involved = [
        Involvement(party="BE", role=Role.CONCERNED),
        Involvement(party="CCWP", role=Role.RESPONSIBLE),
        Involvement(party="FR", role=Role.ADDRESSEE),
    ]
    plan = one(By("2012-06-30"), involved=involved)
    (event,) = entries(plan, addresses=("FR=fr@example.org", "BE=be@example.org"))
    assert "ATTENDEE" not in event
    assert "ORGANIZER" not in event
    assert [str(contact) for contact in event["CONTACT"]] == ["BE", "CCWP", "FR"]


def test_an_address_is_given_to_a_party_by_its_id_or_any_name() -> None:
    involved = [
        Involvement(party="EUROPOL", role=Role.RESPONSIBLE),
        Involvement(party="COM", role=Role.CONCERNED),
        Involvement(party="UNIT", role=Role.CONCERNED),
    ]
    dossier = Dossier(
        plans=[one(By("2012-06-30"), involved=involved)],
        parties=[Party(id="UNIT", name="The unit")],
    )
    addresses = ("Europol=a@example.org", "European Commission=b@example.org", "the unit=c@d.eu")
    (event,) = entries(dossier, addresses=addresses)
    assert event["ORGANIZER"] == "mailto:a@example.org"
    assert event["ATTENDEE"] == ["mailto:b@example.org", "mailto:c@d.eu"]
    assert "CONTACT" not in event
    for wrong, words in (
        ("Atlantis=a@example.org", "no party 'Atlantis'.*EUROPOL, COM, UNIT"),
        ("EUROPOL=b@example.org", "EUROPOL has two addresses, a@example.org and b@example.org"),
    ):
        with pytest.raises(InvalidValueError, match=words):
            entries(dossier, addresses=(*addresses, wrong))


def test_a_party_gets_what_it_or_a_part_of_it_takes_part_in() -> None:
    parties = [Party(id="UNIT", name="A unit", part_of="COM")]
    actions = [
        Action(
            code=str(number),
            title=party,
            involved=[Involvement(party=party, role=Role.CONCERNED)],
            deadlines=[By("2012-06-30")],
        )
        for number, party in enumerate(("COM", "BE", "UNIT"), 1)
    ]
    dossier = Dossier(plans=[attrs.evolve(one(), actions=actions)], parties=parties)
    for named in ("COM", "European Commission"):
        found = entries(dossier, party=named)
        assert [str(e["SUMMARY"]) for e in found] == ["1: COM", "3: UNIT"]
    assert found[0]["X-CUSTOMS-COOP-PARTY"] == "COM"
    assert b"NAME:Fifth (BE)\r\n" in export(dossier, "icalendar", party="Belgium")
    # Also with an article.
    assert entries(dossier, party="The European  commission") == found
    with pytest.raises(InvalidValueError, match=r"no party 'Blegium'; .* are COM, BE, UNIT"):
        entries(dossier, party="Blegium")


def test_a_party_is_known_by_the_words_that_are_printed_for_it() -> None:
    def plan(*parties: str) -> Dossier:
        involved = [
            Involvement(party=party, role=Role.RESPONSIBLE, text="the seal\ndesk")
            for party in parties
        ]
        return Dossier(plans=[one(By("2012-06-30"), involved=involved)])

    for named in ("the seal desk", "The Seal desk", "seal desk"):
        assert len(entries(plan("DESK"), party=named)) == 1
        (event,) = entries(plan("DESK"), addresses=(f"{named}=desk@example.org",))
        assert event["ORGANIZER"] == "mailto:desk@example.org"
    with pytest.raises(InvalidValueError, match="'seal desk' are 2 parties: DESK, UNIT"):
        entries(plan("DESK", "UNIT"), party="seal desk")


def test_a_party_without_any_part_gets_no_empty_calendar() -> None:
    involved = [Involvement(party="MS", role=Role.CONCERNED)]
    dossier = Dossier(plans=[one(By("2012-06-30"), involved=involved)])
    words = r"'Belgium' \(BE\) takes part in nothing here; parties that take part are MS$"
    for function in (export, losses):
        with pytest.raises(InvalidValueError, match=words):
            function(dossier, "icalendar", party="Belgium")
    with pytest.raises(InvalidValueError, match=r"^EUROPOL takes part in nothing here; .* MS$"):
        export(dossier, "jcal", party="EUROPOL", also=("presidencies",))
    with pytest.raises(InvalidValueError, match="parties that take part are nobody"):
        export(one(By("2012-06-30")), "icalendar", party="BE")
    # What it owes is something, where that is asked for; a part of it may take part for it.
    owes = attrs.evolve(dossier, obligations=[Obligation(text="Report", party="BE")])
    assert entries(owes, "VTODO", profile="tasks", party="BE", also="obligations") != []
    with pytest.raises(InvalidValueError, match="takes part in nothing"):
        entries(owes, party="BE")
    unit = attrs.evolve(dossier, parties=[Party(id="MS", name="A unit", part_of="BE")])
    assert len(entries(unit, party="BE")) == 1


def test_all_plans_are_taken_unless_one_is_named() -> None:
    dossier = Dossier(plans=[timetable(), one(By("2012-06-30"))])
    assert len(entries(dossier)) == 2
    assert len(entries(dossier, plan="AP5")) == 1
    assert b"\r\nNAME:Sample Timetable\\; Fifth\r\n" in export(dossier, "icalendar")


def test_a_calendar_is_called_after_the_document_of_a_plan_with_a_common_heading() -> None:
    number = DocumentNumber.parse("8351/2/09 REV 2")
    paper = Document(reference=number, title="Programme\non seals")
    for title, name in (("TIMETABLE", b"Programme on seals"), ("Seals", b"Seals")):
        plan = attrs.evolve(one(By("2012-06-30")), title=title, document=number)
        content = bytes(export(Dossier(plans=[plan], documents=[paper]), "icalendar"))
        assert b"\r\nNAME:" + name + b"\r\n" in content
    assert b"\r\nNAME:TIMETABLE\r\n" in export(attrs.evolve(plan, title="TIMETABLE"), "icalendar")


def test_lines_end_with_cr_lf_and_hold_at_most_75_octets() -> None:
    content = export(hostile_plan(), "icalendar", alarm_days=1)
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
    for line in lines:
        line.decode("utf-8")  # no character is torn


def test_hostile_words_come_back_as_words() -> None:
    (event,) = entries(hostile_plan(), summary_length=None)
    assert "<script>alert('x')</script>" in event["SUMMARY"]
    assert "שלום مرحبا 😀" in event["SUMMARY"]
    text = "a\r\nEND:VEVENT\rBEGIN:VALARM\n;,\\n"
    (event,) = entries(one(By("2012-06-30", text), title=text))
    assert event["SUMMARY"] == "5.1 a END:VEVENT BEGIN:VALARM ;,\\n"
    assert event.walk("VALARM") == []


def test_jcal_holds_the_same_entries() -> None:
    plan = one(During("2012-01-01", "2012-04-30"), priority="High")
    calendar = icalendar.Calendar.from_jcal(export(plan, "jcal", profile="both"))
    for name in ("VEVENT", "VTODO"):
        assert [str(found["UID"]) for found in calendar.walk(name)] == uids(
            plan, name, profile="both"
        )
