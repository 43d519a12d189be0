"""Nothing is left out silently: what has no day, cannot be written, or is not looked for."""

import attrs
import pytest

from customs_coop.deadline import By, Recurring, Undetermined
from customs_coop.errors import ExportOptionError
from customs_coop.exporters import losses
from customs_coop.model import ActionPlan, Dossier, Indicator, Involvement, Obligation, Party, Role
from customs_coop.recurrence import Frequency, Recurrence
from exported_calendars import entries, one
from folded import every_case

NO_ENTRY = (
    "CC704 calendar: the calendar has no entry, as nothing has a day; with profile=tasks it has"
    " tasks without one"
)
YEARLY = Recurring(Recurrence(Frequency.YEARLY), "Annually")
DATED = Indicator(text="Dated", deadlines=[By("2012-06-30")])
BARE = Indicator(text="Bare")


def told(subject: Dossier | ActionPlan, **options: object) -> list[str]:
    """What is told of entries, without the fields that no calendar carries."""
    found = losses(subject, "icalendar", **options)
    return [f"{one.code} {one.subject}: {one.message}" for one in found if one.code != "CC701"]


@every_case(
    ("plan", "expected"),
    [
        (one(), ["CC703 AP5/5.1: it has no day, so that it is no event"]),
        (one(indicators=[BARE]),
         ["CC703 AP5/5.1: it has no day, nor has its indicator, so that it is no event"]),
        (one(Undetermined("tbc"), indicators=[BARE, BARE]),
         ["CC703 AP5/5.1: it has no day, nor have its 2 indicators, so that it is no event"]),
        (one(indicators=[DATED, BARE]),
         ["CC703 AP5/5.1 indicator 2: it has no day, so that it is no event"]),
        # the event of the action names it
        (one(By("2012-06-30"), indicators=[BARE]), []),
        (one(By("2012-06-30"), Undetermined("tbc")),
         ["CC703 AP5/5.1: “tbc” has no day, so that it is no event"]),
        (one(YEARLY), []),
    ],
)  # fmt: skip
def test_what_has_no_day_is_told_once(plan: ActionPlan, expected: list[str]) -> None:
    assert told(plan) == [*expected, *([] if entries(plan) else [NO_ENTRY])]
    assert told(plan, profile="tasks") == told(plan, profile="both") == []


def test_rounds_that_no_period_bounds_are_told() -> None:
    from_first = attrs.evolve(YEARLY, first="2012-06-30")
    plan = attrs.evolve(one(from_first), period=None)
    assert len(entries(plan)) == 1
    message = "CC703 AP5/5.1: the rounds of “Annually” are not listed: the plan has no period"
    for profile in ("events", "tasks", "both"):
        assert told(plan, profile=profile) == [message]
    # Without any day, as a task, or told once and not also as what has no day.
    bare = attrs.evolve(one(YEARLY), period=None)
    assert told(bare, profile="tasks") == [message]
    no_event = message.replace(" listed:", " listed, so that it is no event:")
    assert told(bare) == [no_event, NO_ENTRY]
    several = one(YEARLY, Undetermined("tbc"), indicators=[BARE])
    assert told(attrs.evolve(several, period=None)) == [
        no_event,
        "CC703 AP5/5.1: “tbc” has no day, so that it is no event",
        "CC703 AP5/5.1 indicator 1: it has no day, so that it is no event",
        NO_ENTRY,
    ]


def test_a_calendar_without_any_entry_is_told() -> None:
    empty = attrs.evolve(one(), actions=[])
    for profile in ("events", "tasks"):
        assert told(empty, profile=profile) == [
            "CC704 calendar: the calendar has no entry: there is no action in it"
        ]
    assert told(empty, also="plans") == []


def test_a_calendar_without_a_plan_is_told_whatever_else_it_might_have() -> None:
    no_plan = "CC704 calendar: the calendar has no entry: there is no plan in it"
    hint = "; also=obligations adds the reports that are asked for"
    every = ("obligations", "plans", "presidencies")
    # Of nothing, nothing is missing.
    assert told(Dossier()) == []
    bare = Dossier(parties=[Party(id="DESK", name="Desk")])
    assert told(bare) == told(bare, profile="tasks", also=every) == [no_plan]
    owed = Dossier(obligations=[Obligation(text="Count the seals")])
    assert told(owed, profile="tasks") == [no_plan + hint]
    assert told(owed, profile="tasks", also=every) == []
    assert told(owed) == [no_plan]
    assert told(owed, also=every) == [
        "CC703 obligation: Count the seals: it has no day, so that it is no event",
        NO_ENTRY,
    ]
    dated = Dossier(obligations=[Obligation(text="Count the seals", deadline=By("2012-06-30"))])
    assert told(dated) == [no_plan + hint]
    assert told(dated, also=every) == []


def test_addresses_that_nobody_could_invite_are_told_once() -> None:
    involved = [
        Involvement(party="CCWP", role=Role.RESPONSIBLE),
        Involvement(party="BE", role=Role.CONCERNED),
        Involvement(party="FR", role=Role.CONCERNED),
    ]
    plan = one(By("2012-06-30"), By("2012-09-30"), involved=involved)
    addresses = ("BE=be@example.org", "France=fr@example.org")
    message = (
        "CC704 calendar: not all that have an address are attendees: in 2 entries nobody"
        " responsible has one, so that these stay contacts: BE, FR"
    )
    assert told(plan, addresses=addresses) == [message]
    assert told(plan, addresses=(*addresses, "CCWP=group@example.org")) == []


def test_an_address_of_a_party_that_takes_part_in_nothing_is_told() -> None:
    plan = one(By("2012-06-30"), involved=[Involvement(party="BE", role=Role.RESPONSIBLE)])
    other = attrs.evolve(one(involved=[Involvement(party="FR", role=Role.HOST)]), id="AP6")
    addresses = ("DE=de@example.org", "Italy=it@example.org", "FR=fr@example.org")
    (found,) = told(Dossier(plans=[plan, other]), plan="AP5", addresses=addresses)
    assert found == (
        "CC704 calendar: not all that have an address are in the calendar: these take part in no"
        " action of any plan: DE, IT"
    )


def test_parties_with_one_address_are_told_once() -> None:
    involved = [
        Involvement(party="EUROPOL", role=Role.CONCERNED),
        Involvement(party="CCWP", role=Role.RESPONSIBLE),
        Involvement(party="CCWP", role=Role.CONCERNED),
        Involvement(party="BE", role=Role.CONCERNED),
        Involvement(party="FR", role=Role.CONCERNED),
        Involvement(party="BE", role=Role.HOST),
    ]
    plan = one(By("2012-06-30"), By("2012-09-30"), involved=involved)
    addresses = (
        "CCWP=desk@example.org",
        "EUROPOL=Desk@example.org",
        "BE=two@example.org",
        "FR=two@example.org",
    )
    message = (
        "CC704 calendar: not all that have an address are attendees: in 2 entries another party"
        " has the same one, so that these stay contacts: EUROPOL, FR"
    )
    assert told(plan, addresses=addresses) == [message]
    event, _ = entries(plan, addresses=addresses)
    assert event["ORGANIZER"] == "mailto:desk@example.org"
    assert event["ATTENDEE"] == "mailto:two@example.org"
    assert [str(name) for name in event["CONTACT"]] == ["EUROPOL", "FR"]


def test_what_is_said_of_a_whole_calendar_is_lost_in_a_folder() -> None:
    plan = one(By("2012-06-30"))
    options = {"color": "navy", "feed_url": "https://example.org/a.ics"}
    found = losses(plan, "icalendar", layout="vdir", **options)
    assert [f"{one.code} {one.subject}: {one.message}" for one in found] == [
        "CC701 plan.period: 1 value in 1 plan is not carried",
        "CC704 calendar: a folder of entries has no place for feed_url",
    ]
    # The entry of the plan itself has its period.
    assert told(plan, layout="vdir", also="plans", color="navy") == []
    for kept in ({}, {"layout": "vdir", "also": "plans"}):
        assert len(losses(plan, "icalendar", **kept)) == 0


def test_what_cannot_be_written_spoils_nothing_and_is_told() -> None:
    plan = one(By("2012-06-30"), title="Count\x00 sheds")
    assert len(entries(plan)) == 1
    (line,) = told(plan)
    assert line.startswith("CC704 AP5/5.1: not all of its characters")


@every_case(
    "address",
    ["notaurl", "javascript:1", "mailto:a@example.org", "plan.ics", "https://", "http:// a", "",
     "https://example.org/a b.ics"],
)  # fmt: skip
def test_a_calendar_is_subscribed_to_where_it_can_be_fetched(address: str) -> None:
    with pytest.raises(ExportOptionError, match="subscribed to at an address such as"):
        entries(one(By("2012-06-30")), feed_url=address)
    for kept in ("https://example.org", "WEBCAL://example.org/plan.ics", "http://[::1]:80/a?b#c"):
        assert told(one(By("2012-06-30")), feed_url=kept) == []


def test_further_entries_that_cannot_be_placed_are_told() -> None:
    plan = attrs.evolve(one(By("2012-06-30")), period="1990-01-01/1997-06-30")
    owed = [Obligation(text="Report"), Obligation(text="Review", deadline=YEARLY)]
    dossier = Dossier(plans=[plan], obligations=owed[:1])
    assert told(dossier, also="presidencies,obligations,plans") == [
        "CC704 AP5: not all Presidencies are shown: they are known from 1997 to 2030",
        "CC703 obligation: Report: it has no day, so that it is no event",
    ]
    bare = Dossier(plans=[attrs.evolve(plan, period=None)], obligations=owed[1:])
    assert told(bare, also="presidencies,obligations,plans") == [
        "CC703 AP5: the plan has no period, so that it is no event",
        "CC704 AP5: not all Presidencies are shown: the plan has no period",
        (
            "CC703 obligation: Review: the rounds of “Annually” are not listed, so that it is no"
            " event: it belongs to no plan of the dossier"
        ),
    ]
    assert told(bare, plan="AP5") == []


def test_obligations_are_carried_where_they_are_asked_for() -> None:
    owed = Obligation(text="Report", party="MS", deadline=By("2012-06-30"))
    dossier = Dossier(plans=[one(By("2012-06-30"))], obligations=[owed])
    lost = {found.subject for found in losses(dossier, "icalendar")}
    assert {"obligation.text", "obligation.party", "obligation.deadline"} <= lost
    assert not {
        found.subject
        for found in losses(dossier, "icalendar", also="obligations")
        if found.subject.startswith("obligation.")
    }
