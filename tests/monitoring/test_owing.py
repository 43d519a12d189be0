"""What is owed in a window: rounds, members of collectives, events, and what has no day."""

import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.dates import PartialDate
from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Dossier,
    Event,
    Named,
    Obligation,
    Party,
    PartyKind,
    PlanRef,
)
from customs_coop.monitoring import check_obligations, due_reports, members_of
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case
from real_documents import parsed

WINDOW = "2011-07-01/2012-12-31"
ITEM = ActionRef("P9", "1")
PRESIDENCY = Recurring(Recurrence(Frequency.PRESIDENCY), text="once per Presidency")


def duty(deadline: Deadline | None = None, **fields: object) -> Obligation:
    values = {"text": "Report", "party": "CCWP", "subject": ITEM, "deadline": deadline}
    return Obligation(**(values | fields))  # type: ignore[arg-type]  # a table of fields


def days(*duties: Obligation, within: str = WINDOW, **fields: object) -> list[str]:
    dossier = Dossier(obligations=duties, **fields)  # type: ignore[arg-type]  # a table of fields
    return [str(one.due) for one in due_reports(dossier, within=within)]


# Rounds.


@every_case(
    ("deadline", "expected"),
    [
        (PRESIDENCY, "2011-12-31 2012-06-30 2012-12-31"),
        (Recurring(Recurrence(Frequency.YEARLY)), "2011-12-31 2012-12-31"),
        (Recurring(Recurrence(Frequency.YEARLY, month=3, day=31)), "2012-03-31"),
        (
            Recurring(Recurrence(Frequency.MONTHLY, 6), first="2011-10-31"),
            "2011-10-31 2012-04-30 2012-10-31",
        ),
        (Recurring(Recurrence(Frequency.YEARLY), until="2012-03-31"), "2011-12-31 2012-03-31"),
        (Recurring(Recurrence(Frequency.YEARLY), until="2011-03-31"), ""),
        (Recurring(Recurrence(Frequency.YEARLY), first="2013-03-31"), ""),
        (Recurring(Recurrence(Frequency.YEARLY, 2)), "None"),
        (Recurring(Recurrence(Frequency.YEARLY, 2), until="2010-12-31"), ""),
        (Recurring(None, text="regularly"), "None"),
    ],
)
def test_what_recurs_is_owed_round_by_round(deadline: Deadline, expected: str) -> None:
    assert days(duty(deadline)) == expected.split()


def test_a_round_tells_the_time_about_which_it_reports() -> None:
    yearly = Recurring(Recurrence(Frequency.YEARLY, month=3, day=31))
    owed = due_reports(
        Dossier(obligations=[duty(PRESIDENCY), duty(yearly)]), within="2011-10-01/2012-06-30"
    )
    assert [(str(one.period), one.number) for one in owed] == [
        ("2011-07-01/2011-12-31", 1),
        ("2011-04-01/2012-03-31", 1),
        ("2012-01-01/2012-06-30", 2),
    ]


def test_the_first_round_of_all_is_as_long_as_the_others() -> None:
    weekly = Recurring(Recurrence(Frequency.WEEKLY, 2), first="2012-01-15")
    owed = due_reports(Dossier(obligations=[duty(weekly)]), within="2012-01-01/2012-01-31")
    assert [str(one.period) for one in owed] == ["2012-01-02/2012-01-15", "2012-01-16/2012-01-29"]
    ancient = Recurring(Recurrence(Frequency.YEARLY), first="0001-03-31")
    owed = due_reports(Dossier(obligations=[duty(ancient)]), within="0001-01-01/0001-12-31")
    assert [str(one.period) for one in owed] == ["0001-03-31/0001-03-31"]


def test_the_rounds_of_a_plan_lie_inside_its_period() -> None:
    plan = ActionPlan(id="P9", title="", period="2012-01-01/2013-12-31")
    assert days(duty(PRESIDENCY), plans=[plan]) == ["2012-06-30", "2012-12-31"]
    assert days(duty(PRESIDENCY, subject=PlanRef("P9")), plans=[plan]) == [
        "2012-06-30",
        "2012-12-31",
    ]
    over = ActionPlan(id="P9", title="", period="2004-01-01/2006-12-31")
    assert days(duty(PRESIDENCY), duty(), plans=[over]) == []
    # A day that is stated is one, whatever the plan.
    assert days(duty(By("2012-03-31")), plans=[over]) == ["2012-03-31"]


# Single times.


@every_case(
    ("deadline", "expected"),
    [
        (By("2012-06-30"), "2012-06-30"),
        (By("2011-06-30"), ""),
        (By("2013-01-01"), ""),
        (During("2012-01-01", "2013-06-30", "early", "early"), "2013-06-30"),
        (During("2012-01-01", "2013-06-30"), ""),
        (During("2011-01-01", None, "since 2011"), "None"),
        (Undetermined("tbc"), "None"),
        (None, "None"),
    ],
)
def test_one_time_is_listed_where_it_may_be_due_in_the_window(
    deadline: Deadline | None, expected: str
) -> None:
    assert days(duty(deadline)) == expected.split()


def test_the_order_is_that_of_the_days_and_undated_ones_come_last() -> None:
    found = days(duty(), duty(By("2012-06-30")), duty(PRESIDENCY))
    assert found == ["2011-12-31", "2012-06-30", "2012-06-30", "2012-12-31", "None"]


def test_a_bare_plan_owes_nothing_and_what_stands_twice_is_owed_once() -> None:
    assert due_reports(ActionPlan(id="P9", title=""), within=WINDOW) == ()
    assert days(duty(By("2012-06-30")), duty(By("2012-06-30"))) == ["2012-06-30"]


@every_case(
    ("deadline", "why"),
    [
        (None, "no time is stated"),
        (Undetermined("tbc"), '"tbc" names no last day'),
        (Recurring(None, text="regularly"), '"regularly" names no rhythm'),
        (
            Recurring(Recurrence(Frequency.YEARLY, 2)),
            'nothing tells when a round of "every 2 years" ends',
        ),
        (Relative("the storm", None), '"after the storm" sets no term'),
        (Relative("", "P1Y"), '"within 1 year" does not say from when'),
        (Relative("the storm", "-P1M"), "no event, or more than one, is known as 'the storm'"),
        (Relative("the regatta", "-P1M"), "the day of 'R9' is not known"),
    ],
)
def test_why_something_has_no_day(deadline: Deadline | None, why: str) -> None:
    dossier = Dossier(obligations=[duty(deadline)], events=[Event(id="R9", title="Regatta")])
    (one,) = due_reports(dossier, within=WINDOW)
    assert not one.is_dated
    assert one.undated_because == why


# Events.


def test_an_event_that_is_known_by_its_year_gives_two_days() -> None:
    event = Event(id="R9", title="The next regatta", when=PartialDate("2012-01-01", "2012-12-31"))
    hangs = duty(Relative("the next regatta", "-P1M"))
    (one,) = due_reports(Dossier(obligations=[hangs], events=[event]), within=WINDOW)
    assert (str(one.earliest), str(one.due), one.event) == ("2011-12-01", "2012-11-30", "R9")
    # Also where only the first of the two lies in the window.
    assert days(hangs, events=[event], within="2011-12-01/2011-12-31") == ["2012-11-30"]
    assert days(hangs, events=[event], within="2013-01-01/2013-12-31") == []


def test_the_day_of_an_event_stands_in_the_deadline() -> None:
    event = Event(id="R9", title="The next regatta", when="2012-06-12")
    hangs = duty(Relative("next regatta", "-P1M"))
    (one,) = due_reports(Dossier(obligations=[hangs], events=[event]), within=WINDOW)
    assert (one.due, one.earliest) == (one.deadline and one.deadline.latest, None)
    assert str(one.due) == "2012-05-12"
    assert one.obligation is hangs


# Collectives.


SEE = [
    Party(id="BB", name="Beland", part_of="SEE"),
    Party(id="AA", name="Aland", part_of="SEE"),
    Party(id="CC", name="Celand"),
]


def owing(dossier: Dossier, **members: list[str]) -> list[str | None]:
    return [one.party for one in due_reports(dossier, within=WINDOW, members=members)]


def test_a_collective_is_expanded_to_its_members() -> None:
    dossier = Dossier(obligations=[duty(party="SEE")], parties=SEE)
    assert owing(dossier) == ["BB", "AA"]
    assert owing(dossier, SEE=["CC", "AA", "CC"]) == ["CC", "AA"]
    assert owing(Dossier(obligations=[duty(party="SEE")])) == ["SEE"]
    assert owing(dossier, MS=["FR"]) == ["BB", "AA"]
    assert owing(Dossier(obligations=[duty(party=None)])) == [None]


@every_case(
    ("party", "part"),
    [
        # Groups below a body, and the administration of one state, are no members.
        ("CCWP", Party(id="ROPE-GROUP", name="", kind=PartyKind.GROUP, part_of="CCWP")),
        ("CCWP", Party(id="NET-UNIT", name="", part_of="CCWP")),
        ("COM", Party(id="OLAF", name="", kind=PartyKind.SERVICE, part_of="COM")),
        ("FR", Party(id="FR-CUSTOMS", name="", kind=PartyKind.SERVICE, part_of="FR")),
        ("NO", Party(id="NO-CUSTOMS", name="", kind=PartyKind.SERVICE, part_of="NO")),
    ],
)
def test_a_body_is_no_collective(party: str, part: Party) -> None:
    dossier = Dossier(parties=[part])
    assert members_of(dossier, party) == (party,)
    assert members_of(dossier, party, {party: [part.id]}) == (part.id,)


def test_states_are_members_of_the_member_states() -> None:
    parties = [Party(id=code, name=code, part_of="MS") for code in ("FR", "DE")]
    assert members_of(Dossier(parties=parties), "MS") == ("FR", "DE")


def test_members_are_no_bare_text() -> None:
    dossier = Dossier(obligations=[duty(party="SEE")])
    with pytest.raises(TypeError, match="bare text 'AA'"):
        due_reports(dossier, within=WINDOW, members={"SEE": "AA"})


def test_the_window_is_a_period() -> None:
    with pytest.raises(InvalidValueError, match="not a period"):
        due_reports(Dossier(), within="2012")


# What is asked twice.


def test_what_is_asked_of_the_plan_and_of_its_actions_is_marked() -> None:
    by = By("2012-06-30")
    whole = duty(by, subject=PlanRef("P9"))
    owed = due_reports(Dossier(obligations=[duty(by), whole]), within=WINDOW)
    assert [(str(one.subject), one.sums_up) for one in owed] == [("P9/1", False), ("P9", True)]
    for other in (duty(by, party="COM"), duty(by, to="COM"), duty(), duty(by, subject=None)):
        owed = due_reports(Dossier(obligations=[other, whole]), within=WINDOW)
        assert not any(one.sums_up for one in owed)


# Findings.


def found(dossier: Dossier, **members: list[str]) -> list[tuple[str, str]]:
    owed = due_reports(dossier, within=WINDOW, members=members)
    return [(one.code, one.subject) for one in check_obligations(dossier, owed, members=members)]


def test_what_is_in_doubt() -> None:
    by = By("2012-06-30")
    events = [
        Event(id="R1", title="Regatta"),
        Event(id="R2", title="the regatta"),
        Event(id="S", title="Storm"),
    ]
    duties = [
        duty(Relative("regatta", "-P1M")),
        duty(Relative("each storm", None), subject=None),
        duty(Relative("the storm", "-P1M"), subject=Named("Nets")),
        duty(by, party=None, subject=ActionRef("P9", "2")),
        duty(Recurring(Recurrence(Frequency.YEARLY, 2)), subject=ActionRef("P9", "3")),
        duty(by, subject=ActionRef("P9", "4")),
        duty(by, subject=PlanRef("P9")),
        duty(Relative("the storm", None)),
    ]
    dossier = Dossier(obligations=duties, events=events)
    assert found(dossier, SEE=["AA"]) == [
        ("CC801", "P9/1"),
        ("CC802", "P9/1"),
        ("CC802", "CCWP"),
        ("CC803", "Nets"),
        ("CC804", "P9/2"),
        ("CC806", "P9/3"),
        ("CC807", "P9"),
        ("CC805", "SEE"),
    ]
    (ambiguous,) = (one for one in check_obligations(dossier) if one.code == "CC801")
    assert ambiguous.message == "'regatta' can be any of 'R1', 'R2'"


def test_nothing_is_in_doubt_of_what_is_not_owed_in_the_window() -> None:
    assert found(Dossier(obligations=[duty(By("1998-06-30"), party=None)])) == []


# Real documents.


def test_the_fifth_plan_has_its_steering_group_report_in_each_half_year() -> None:
    owed = due_reports(bundled_dossier(), within=WINDOW)
    rounds = [one for one in owed if one.subject == ActionRef("AP5", "5.9")]
    assert [(one.party, one.to, str(one.due)) for one in rounds] == [
        ("CCU-STEERING-GROUP", "CCWP", "2011-12-31"),
        ("CCU-STEERING-GROUP", "CCWP", "2012-06-30"),
        ("CCU-STEERING-GROUP", "CCWP", "2012-12-31"),
    ]
    assert [str(one.due) for one in owed if one not in rounds] == ["None", "None"]


def test_each_administration_owes_each_item_before_the_conference() -> None:
    dossier = parsed("2006-naples-conclusions.txt").dossier
    members = {"NON-EU-COUNTRIES": ["AL", "RS"]}
    owed = due_reports(dossier, within="2008-01-01/2008-12-31", members=members)
    items = [one for one in owed if isinstance(one.subject, ActionRef)]
    assert len(items) == 14
    assert {(str(one.earliest), str(one.due)) for one in items} == {("2007-12-01", "2008-11-30")}
    assert {one.party for one in items} == {"AL", "RS"}
    assert [one.party for one in owed if one.sums_up] == ["AL", "RS"]
