"""How things stand on a day: what closes them, what is overdue for certain, and what may be."""

import datetime as dt
import itertools

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By, Deadline, Recurring, Relative, Undetermined, parse_deadline
from customs_coop.errors import InvalidValueError, UnknownPlanError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Document,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Involvement,
    Obligation,
    Party,
    PlanRef,
    ProgressReport,
    Role,
    Status,
)
from customs_coop.monitoring import (
    DutyState,
    Standing,
    StateItem,
    StateOfPlay,
    anchor_event,
    contradictions_in,
    review,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber

YEARLY = Recurring(Recurrence(Frequency.YEARLY))
REF = ActionRef("AP1", "5.1")


def action(
    *deadlines: Deadline,
    code: str = "5.1",
    by: tuple[str, ...] = ("CCWP",),
    status: Status = Status.OPEN,
    indicators: tuple[Indicator, ...] = (),
) -> Action:
    return Action(
        code=code,
        title="Count the sheds",
        status=status,
        deadlines=deadlines,
        indicators=indicators,
        involved=[Involvement(party=party, role=Role.RESPONSIBLE) for party in by],
    )


def plan(*actions: Action, period: str | None = "2004-01-01/2006-12-31") -> ActionPlan:
    return ActionPlan(id="AP1", title="First Action Plan", period=period, actions=actions)


def report(
    status: Status | str | None = Status.COMPLETED,
    *,
    on: str = "2006-05-01",
    party: str = "CCWP",
    subject: ActionRef | IndicatorRef = REF,
    due: str | None = None,
    text: str = "",
    applicable: bool = True,
) -> ProgressReport:
    return ProgressReport(
        party=party,
        subject=subject,
        on=on,
        status=status,
        due=due,
        text=text,
        applicable=applicable,
    )


def state_of(
    one: Action, *reports: ProgressReport, on: str = "2006-09-30", **dossier: object
) -> StateOfPlay:
    # The members of a dossier are of many types.
    whole = Dossier(plans=[plan(one)], progress=reports, **dossier)  # type: ignore[arg-type]
    return review(whole, on=on)


def item_of(
    one: Action, *reports: ProgressReport, on: str = "2006-09-30", **dossier: object
) -> StateItem:
    (item,) = state_of(one, *reports, on=on, **dossier).items
    return item


# Deadlines.


@pytest.mark.parametrize(
    ("words", "on", "standing"),
    [
        ("June 2006", "2006-06-30", Standing.DUE),
        ("June 2006", "2006-07-01", Standing.OVERDUE),
        ("June 2006", "2006-04-01", Standing.DUE),
        ("June 2006", "2006-03-31", Standing.OPEN),
        ("31.07.2006", "2006-08-01", Standing.OVERDUE),
        ("Early 1998", "1998-03-15", Standing.POSSIBLY_OVERDUE),
        ("Early 1998", "1998-05-01", Standing.OVERDUE),
        ("During 1997", "1997-06-01", Standing.OPEN),
        ("During 1997", "1998-01-01", Standing.OVERDUE),
        ("tbc", "2030-01-01", Standing.OPEN),
        ("in the near future", "2030-01-01", Standing.OPEN),
        ("ongoing", "2030-01-01", Standing.OPEN),
        ("within one year", "2030-01-01", Standing.OPEN),
    ],
)
def test_a_thing_is_overdue_only_where_its_last_day_has_passed(
    words: str, on: str, standing: Standing
) -> None:
    assert item_of(action(parse_deadline(words)), on=on).standing is standing


def test_a_thing_without_a_deadline_has_no_day() -> None:
    item = item_of(action(), on="2030-01-01")
    assert (item.standing, item.due, item.deadline) == (Standing.OPEN, None, None)
    assert item.silent


@pytest.mark.parametrize(
    ("when", "on", "standing", "waits"),
    [
        (None, "2008-06-01", Standing.WAITING, True),
        ("2008", "2007-06-01", Standing.OPEN, False),
        ("2008", "2007-12-02", Standing.POSSIBLY_OVERDUE, False),
        ("2008", "2008-11-30", Standing.POSSIBLY_OVERDUE, False),
        ("2008", "2008-12-01", Standing.OVERDUE, False),
        ("2008-06-12", "2008-05-12", Standing.DUE, False),
        ("2008-06-12", "2008-05-13", Standing.OVERDUE, False),
    ],
)
def test_what_hangs_on_an_event_is_bounded_by_it(
    when: str | None, on: str, standing: Standing, *, waits: bool
) -> None:
    before = Relative("the next conference", "-P1M")
    event = Event(id="C", title="Next conference", when=when)
    item = item_of(action(before), on=on, events=[event])
    assert item.standing is standing
    assert [str(one) for one in item.waiting_on] == (["C"] if waits else [])


def test_what_comes_after_an_event_waits_for_it_until_it_took_place() -> None:
    after = Relative("the review", "P6M")
    events = [Event(id="R", title="The review", when="2006")]
    assert [str(one) for one in item_of(action(after), events=events).waiting_on] == ["R"]
    assert item_of(action(after), on="2006-12-31", events=events).waiting_on == ()
    # An event that nobody lists has the words of the deadline.
    assert [str(one) for one in item_of(action(after)).waiting_on] == ["the review"]
    assert item_of(action(after.anchored("2006-01-01")), events=events).waiting_on == ()


def test_each_deadline_is_an_item_of_its_own() -> None:
    two = Indicator(text="Sheds counted", deadlines=[By("2006-03-31"), By("2006-12-31")])
    one = action(By("2006-06-30"), indicators=(two, Indicator(text="List printed")))
    found = state_of(one).items
    assert [(str(item.subject), item.due, item.text) for item in found] == [
        ("AP1/5.1", dt.date(2006, 6, 30), ""),
        ("AP1/5.1 indicator 1", dt.date(2006, 3, 31), "Sheds counted"),
        ("AP1/5.1 indicator 1", dt.date(2006, 12, 31), "Sheds counted"),
        ("AP1/5.1 indicator 2", None, "List printed"),
    ]
    # Without a deadline of its own an action is what its indicators are.
    alone = state_of(action(indicators=(two,))).items
    assert [str(item.subject) for item in alone] == ["AP1/5.1 indicator 1"] * 2


# What recurs.


def test_rounds_without_a_report_are_possibly_overdue() -> None:
    item = item_of(action(YEARLY))
    assert item.standing is Standing.POSSIBLY_OVERDUE
    assert (item.due, item.missed) == (dt.date(2004, 12, 31), 2)


def test_a_report_answers_the_earliest_round_that_had_begun() -> None:
    first = report("ongoing", on="2004-12-01")
    again = report("ongoing", on="2005-03-01")
    item = item_of(action(YEARLY), first)
    assert (item.due, item.missed) == (dt.date(2005, 12, 31), 1)
    item = item_of(action(YEARLY), again, first)
    assert (item.standing, item.due, item.missed) == (
        Standing.ONGOING,
        dt.date(2006, 12, 31),
        0,
    )
    assert item_of(action(YEARLY), again, first, on="2006-11-01").standing is Standing.DUE


def test_a_report_that_names_its_round_closes_that_round_alone() -> None:
    late = report(due="2005-12-31", on="2006-02-01")
    item = item_of(action(YEARLY), late)
    assert (item.status, item.due, item.missed) == (Status.OPEN, dt.date(2004, 12, 31), 1)
    both = report(due="2004-12-31", on="2006-02-01")
    assert item_of(action(YEARLY), late, both).missed == 0


def test_reports_can_make_it_certain_that_a_round_was_missed() -> None:
    left = report("ongoing", due="2005-12-31", on="2006-02-01")
    item = item_of(action(YEARLY), left)
    assert (item.standing, item.due) == (Standing.OVERDUE, dt.date(2005, 12, 31))
    # Before the last day it is no news that something is left.
    early = report("ongoing", due="2005-12-31", on="2005-11-01")
    assert item_of(action(YEARLY), early).standing is Standing.POSSIBLY_OVERDUE
    done = report(due="2005-12-31", on="2006-03-01")
    assert item_of(action(YEARLY), left, done).standing is Standing.POSSIBLY_OVERDUE


def test_a_standing_duty_ends_when_somebody_says_so() -> None:
    duty = action(YEARLY, status=Status.STANDING)
    assert item_of(duty).standing is Standing.POSSIBLY_OVERDUE
    assert item_of(duty, report()).standing is Standing.COMPLETED


def test_nothing_recurs_for_ever_in_a_plan_without_a_period() -> None:
    one = attrs.evolve(plan(action(YEARLY)), period=None)
    (item,) = review(one, on="2006-09-30").items
    assert (item.standing, item.missed) == (Standing.OPEN, 0)
    (item,) = review(one, on="2006-11-30").items
    assert (item.standing, item.due) == (Standing.DUE, dt.date(2006, 12, 31))


def test_a_rhythm_with_its_first_day_is_counted_from_there() -> None:
    rhythm = Recurring(YEARLY.recurrence, first="2005-05-31")
    one = attrs.evolve(plan(action(rhythm)), period=None)
    (item,) = review(one, on="2006-09-30").items
    assert (item.due, item.missed) == (dt.date(2005, 5, 31), 2)


# Whose word counts.


@pytest.mark.parametrize(
    ("party", "responsible", "counts"),
    [
        ("CCWP", "IT-PROJECT-GROUP", True),
        ("CCWG", "CCWP", True),
        ("PRESIDENCY", "EUROPOL", True),
        ("COM", "OLAF", True),
        ("OLAF", "COM", False),
        ("EUROPOL", "CCWP", False),
        ("IT-PROJECT-GROUP", "CCWP", False),
        ("DE-CUSTOMS", "DE", True),
        ("DE", "DE-CUSTOMS", True),
        ("FR-CUSTOMS", "DE", False),
    ],
)
def test_the_last_word_is_that_of_the_responsible_party_or_its_body(
    party: str, responsible: str, *, counts: bool
) -> None:
    one = action(By("2006-06-30"), by=(responsible,))
    found = state_of(one, report(party=party))
    assert (found.items[0].standing is Standing.COMPLETED) is counts
    assert found.items[0].reports == (report(party=party),)
    assert [one.code for one in found.report] == ([] if counts else ["CC813"])


def test_anybody_is_heard_where_nobody_answers() -> None:
    assert item_of(action(by=()), report(party="EUROPOL")).standing is Standing.COMPLETED


def test_those_who_are_addressed_answer_where_nobody_is_responsible() -> None:
    addressed = Involvement(party="COM", role=Role.ADDRESSEE)
    one = attrs.evolve(action(by=()), involved=[addressed])
    assert item_of(one).parties == ("COM",)
    assert item_of(one, report(party="EUROPOL")).standing is Standing.OPEN


def test_the_last_report_counts_and_those_of_later_days_do_not() -> None:
    first = report("ongoing", on="2006-04-01")
    done = report("completed", on="2006-06-01")
    later = report("obsolete", on="2006-10-01")
    item = item_of(action(), later, done, first)
    assert (item.status, item.source, item.reports) == (Status.COMPLETED, done, (first, done))
    assert item_of(action(), later, done, first, on="2006-05-01").status is Status.ONGOING
    assert item_of(action(), on="2006-03-01").source is None


def test_a_report_without_a_status_opens_nothing_again() -> None:
    done = report()
    words = report(None, on="2006-06-01", text="The list is on the web")
    assert item_of(action(), done, words).standing is Standing.COMPLETED


@pytest.mark.parametrize("text", ["", "We were wrong: it is not even begun"])
def test_a_report_that_says_open_opens_a_thing_again(text: str) -> None:
    again = report("open", on="2006-06-01", text=text)
    assert item_of(action(), report(), again).standing is Standing.OPEN


def test_open_and_completed_of_one_day_contradict_each_other() -> None:
    reports = report(), report("open", text="Not begun")
    (finding,) = [one for one in state_of(action(), *reports).report if one.code == "CC812"]
    assert "CCWP says open" in finding.message
    (found,) = contradictions_in(reports)
    assert found.words == "completed and open"


def test_what_does_not_concern_the_only_party_is_obsolete() -> None:
    item = item_of(action(By("2006-06-30")), report("open", applicable=False))
    assert (item.standing, item.status) == (Standing.OBSOLETE, Status.OBSOLETE)


def test_contradictory_reports_of_one_day_are_told_and_the_cautious_one_is_taken() -> None:
    done, not_done = report("completed"), report("ongoing")
    for reports in itertools.permutations([done, not_done]):
        found = state_of(action(), *reports)
        assert found.items[0].status is Status.ONGOING
        assert [one.code for one in found.report] == ["CC812"]
    # A later report settles it.
    settled = state_of(action(), done, not_done, report(on="2006-06-01"))
    assert settled.items[0].standing is Standing.COMPLETED
    assert list(settled.report) == []


# Collectives.

THREE = {"NON-EU-COUNTRIES": ("AL", "BA", "MK")}


def test_several_have_done_a_thing_when_each_has() -> None:
    shared = plan(action(By("2006-06-30"), by=("NON-EU-COUNTRIES",)))
    reports = [report(party=party) for party in ("AL", "BA")]

    def standing(*more: ProgressReport) -> tuple[Standing, Status]:
        dossier = Dossier(plans=[shared], progress=[*reports, *more])
        (item,) = review(dossier, on="2006-09-30", members=THREE).items
        return item.standing, item.status

    assert standing() == (Standing.OVERDUE, Status.PARTLY_COMPLETED)
    assert standing(report(party="MK"))[0] is Standing.COMPLETED
    assert standing(report("open", party="MK", applicable=False))[0] is Standing.COMPLETED
    assert standing(report("ongoing", party="MK")) == (
        Standing.OVERDUE,
        Status.PARTLY_COMPLETED,
    )
    # Whoever speaks for all of them speaks later.
    for_all = report(party="NON-EU-COUNTRIES", on="2006-06-01")
    assert standing(for_all)[0] is Standing.COMPLETED


def test_the_parties_of_the_dossier_are_members_too() -> None:
    parties = [
        Party(id="SEE", name="Countries of the region"),
        Party(id="AL", name="Albania", part_of="SEE"),
    ]
    item = item_of(action(by=("SEE",)), report(party="AL"), parties=parties)
    assert item.standing is Standing.COMPLETED


def test_one_of_those_of_whom_nobody_has_a_list_has_done_a_part() -> None:
    found = state_of(action(by=("MS",)), report(party="DE"))
    assert found.items[0].status is Status.PARTLY_COMPLETED
    assert list(found.report) == []
    assert item_of(action(by=("MS",)), report(party="EUROPOL")).status is Status.OPEN


# Actions and indicators.


def test_a_report_on_the_action_closes_its_indicators() -> None:
    first, second = (Indicator(text=text, deadlines=[By("2006-06-30")]) for text in "ab")
    one = action(indicators=(first, second))
    assert [item.standing for item in state_of(one, report()).items] == [Standing.COMPLETED] * 2
    # What is said of an indicator later holds for that indicator.
    again = report("ongoing", on="2006-06-01", subject=IndicatorRef(REF, 2))
    found = state_of(one, report(), again).items
    assert [item.standing for item in found] == [Standing.COMPLETED, Standing.OVERDUE]
    of_one = report(subject=IndicatorRef(REF, 1))
    found = state_of(one, of_one).items
    assert [item.standing for item in found] == [Standing.COMPLETED, Standing.OVERDUE]
    put_off = report("deferred", on="2006-06-01")
    found = state_of(one, of_one, put_off).items
    assert [item.standing for item in found] == [Standing.COMPLETED, Standing.DEFERRED]


def test_an_indicator_stays_closed_as_it_was_where_its_action_is_closed_later() -> None:
    one = action(indicators=(Indicator(text="Guide"), Indicator(text="Course")))
    given_up = report("obsolete", subject=IndicatorRef(REF, 1))
    for on in (str(given_up.on), "2006-06-01"):
        found = state_of(one, given_up, report(on=on)).items
        assert [item.standing for item in found] == [Standing.OBSOLETE, Standing.COMPLETED]


def test_what_is_printed_counts_as_in_a_calendar() -> None:
    done = Indicator(text="Sheds counted", status=Status.COMPLETED)
    left = Indicator(text="List printed")
    found = state_of(action(indicators=(done, left), status=Status.ONGOING)).items
    assert [item.status for item in found] == [Status.COMPLETED, Status.ONGOING]
    found = state_of(action(indicators=(done, left), status=Status.OBSOLETE)).items
    assert [item.standing for item in found] == [Standing.OBSOLETE] * 2


@pytest.mark.parametrize(
    ("printed", "reported", "status"),
    [
        ("open", "ongoing", Status.ONGOING),
        ("ongoing", "awaiting", Status.AWAITING),
        ("deferred", "ongoing", Status.ONGOING),
        ("completed", "ongoing", Status.COMPLETED),
        ("obsolete", "deferred", Status.OBSOLETE),
        ("completed", "obsolete", Status.OBSOLETE),
    ],
)
def test_a_report_on_the_action_is_newer_than_what_is_printed_of_its_indicator(
    printed: str, reported: str, status: Status
) -> None:
    one = action(indicators=(Indicator(text="Sheds counted", status=printed),))
    assert item_of(one, report(reported)).status is status


def test_an_action_that_was_put_off_stays_so_whatever_is_said_of_its_indicators() -> None:
    one = action(
        By("2006-06-30"), status=Status.DEFERRED, indicators=(Indicator(text="Sheds counted"),)
    )
    own, part = state_of(one, report(subject=IndicatorRef(REF, 1))).items
    assert (own.standing, part.standing) == (Standing.DEFERRED, Standing.COMPLETED)


def test_an_action_with_a_day_of_its_own_is_not_closed_by_its_indicators() -> None:
    one = action(By("2006-06-30"), indicators=(Indicator(text="Sheds counted"),))
    found = state_of(one, report(subject=IndicatorRef(REF, 1))).items
    assert [(item.standing, item.status) for item in found] == [
        (Standing.OVERDUE, Status.PARTLY_COMPLETED),
        (Standing.COMPLETED, Status.COMPLETED),
    ]


def test_a_report_for_one_milestone_leaves_the_others() -> None:
    one = action(By("2006-03-31"), By("2006-06-30"))
    found = state_of(one, report(due="2006-03-31")).items
    assert [item.standing for item in found] == [Standing.COMPLETED, Standing.OVERDUE]
    # A day that is that of no milestone is that of an obligation to report.
    found = state_of(one, report(due="2006-05-31")).items
    assert [item.standing for item in found] == [Standing.COMPLETED] * 2


def test_a_day_that_a_round_and_a_milestone_share_is_that_of_both() -> None:
    one = action(YEARLY, By("2005-12-31"))
    rounds, milestone = state_of(one, report(due="2005-12-31")).items
    assert (rounds.status, rounds.missed) == (Status.OPEN, 1)
    assert milestone.standing is Standing.COMPLETED


def test_an_action_is_reported_on_under_its_former_code() -> None:
    one = attrs.evolve(action(), aliases=["5.3"])
    found = state_of(one, report(subject=ActionRef("AP1", "5.3")))
    assert found.items[0].standing is Standing.COMPLETED
    assert list(found.report) == []


# Which plans, and what is told of them.


def later_plan(**fields: object) -> ActionPlan:
    given = {"id": "AP2", "title": "Second", "period": "2007-01-01/2008-06-30", **fields}
    return ActionPlan(**given)  # type: ignore[arg-type] # values of many types


@pytest.mark.parametrize(
    ("on", "reviewed", "told"),
    [
        ("2006-09-30", ["AP1"], ["AP2"]),
        ("2007-01-01", ["AP2"], ["AP1"]),
        ("2009-01-01", ["AP2"], ["AP1", "AP2"]),
        ("2003-12-31", ["AP1"], ["AP1", "AP2"]),
    ],
)
def test_the_plans_in_force_are_reviewed(on: str, reviewed: list[str], told: list[str]) -> None:
    dossier = Dossier(plans=[plan(action()), later_plan()])
    state = review(dossier, on=on)
    assert [one.id for one in state.plans] == reviewed
    assert [(one.code, one.subject) for one in state.report] == [("CC810", name) for name in told]


def test_a_plan_that_is_named_is_reviewed_whatever_its_period() -> None:
    dossier = Dossier(plans=[plan(action()), later_plan()])
    state = review(dossier, on="2006-09-30", plans=["AP2", "AP1"])
    assert [one.id for one in state.plans] == ["AP1", "AP2"]
    assert "reviewed all the same" in str(state.report)
    with pytest.raises(UnknownPlanError, match="no plan 'AP9'"):
        review(dossier, on="2006-09-30", plans=["AP9"])
    with pytest.raises(TypeError, match="bare text"):
        review(dossier, on="2006-09-30", plans="AP1")
    # A plan without a period is in force whenever it is.
    timeless = Dossier(plans=[plan(action()), later_plan(period=None)])
    assert [one.id for one in review(timeless, on="2012-01-01").plans] == ["AP2"]


def test_a_plan_that_was_printed_after_the_day_is_told() -> None:
    number = DocumentNumber(number=7011, year=2005)
    dossier = Dossier(
        plans=[attrs.evolve(plan(action()), document=number)],
        documents=[Document(reference=number, title="Plan", date=dt.date(2005, 11, 29))],
    )
    early, late = (review(dossier, on=day) for day in ("2005-11-28", "2005-11-29"))
    assert [(one.code, one.subject) for one in early.report] == [("CC811", "AP1")]
    assert list(late.report) == []
    assert late.plans[0].printed == dt.date(2005, 11, 29)
    undated = attrs.evolve(dossier, documents=())
    assert [one.code for one in review(undated, on="2004-06-01").report] == ["CC811"]
    assert list(review(undated, on="2005-06-01").report) == []


def test_reports_on_what_is_not_there_are_told() -> None:
    strange = [
        report(subject=ActionRef("AP1", "9.9")),
        report(subject=IndicatorRef(REF, 2)),
        attrs.evolve(report(), subject=PlanRef("AP7")),
        attrs.evolve(report(), subject=PlanRef("AP1")),
    ]
    found = state_of(action(indicators=(Indicator(text="a"),)), *strange)
    assert [(one.code, one.subject) for one in found.report] == [
        ("CC814", "AP1/9.9"),
        ("CC814", "AP1/5.1 indicator 2"),
        ("CC814", "AP7"),
    ]


def test_members_of_a_party_that_has_nothing_to_do_are_told() -> None:
    duty = Obligation(text="tell", party="COAST", subject=REF)
    dossier = Dossier(plans=[plan(action(by=("MS",)))], obligations=[duty])
    members = {"MS": ["DE"], "COAST": ["AL"], "COST": ["AL"]}
    state = review(dossier, on="2006-09-30", members=members)
    (told,) = state.report
    assert (told.code, told.subject, told.hint) == ("CC816", "COST", "there is COAST, MS")


def test_a_deadline_that_may_hang_on_several_events_is_told() -> None:
    twice = [Event(id=name, title="Conference", when="2006-01-01") for name in ("C1", "C2")]
    found = state_of(action(Relative("the conference", "P0D")), events=twice)
    assert [one.code for one in found.report] == ["CC801"]
    (item,) = found.items
    assert (item.standing, item.due, item.waiting_on) == (Standing.OPEN, None, ())


def test_a_deadline_that_was_changed_later_is_as_it_was() -> None:
    old, new = By("2006-03-31"), By("2006-07-31")
    change = DeadlineChange(subject=REF, old=old, new=new, on="2006-04-15", reason="late")
    before = state_of(action(new), on="2006-04-14", deadline_changes=[change])
    assert [(one.due, one.standing) for one in before.items] == [
        (dt.date(2006, 3, 31), Standing.OVERDUE)
    ]
    assert before.slippage == ()
    assert [one.code for one in before.report] == ["CC815"]
    after = state_of(action(new), on="2006-04-15", deadline_changes=[change])
    assert [one.standing for one in after.items] == [Standing.OPEN]
    assert after.slippage == (change,)
    gone = DeadlineChange(subject=REF, old=old, new=None, on="2006-04-15")
    assert state_of(action(), on="2006-04-14", deadline_changes=[gone]).items[0].deadline == old
    come = DeadlineChange(subject=REF, old=None, new=new, on="2006-04-15")
    assert state_of(action(new), on="2006-04-14", deadline_changes=[come]).items[0].due is None


def test_an_event_that_got_its_day_later_has_none_before() -> None:
    before = Relative("the next conference", "-P1M")
    dossier = Dossier(
        plans=[plan(action(before), period=None)],
        events=[Event(id="C", title="The next conference", when="2008")],
        obligations=[Obligation(text="tell", party="AL", deadline=before)],
    )
    fixed = anchor_event(dossier, "C", "2008-06-12", on="2008-02-01")
    for day in ("2008-01-31", "2008-02-01"):
        known = dossier if day < "2008-02-01" else fixed
        now, then = (review(one, on=day) for one in (fixed, known))
        assert (now.items, now.owed) == (then.items, then.owed)
    assert [one.standing for one in review(fixed, on="2008-01-31").items] == [
        Standing.POSSIBLY_OVERDUE
    ]
    assert [one.due for one in review(fixed, on="2008-02-01").items] == [dt.date(2008, 5, 12)]
    moved = anchor_event(fixed, "C", "2008-07-12", on="2008-03-01", reason="elections")
    assert [one.due for one in review(moved, on="2008-02-15").owed] == [dt.date(2008, 5, 12)]
    assert [one.due for one in review(moved, on="2008-03-15").owed] == [dt.date(2008, 6, 12)]
    assert len(review(moved, on="2008-03-15").slippage) == 6


def test_what_is_owed_is_that_of_the_plans_under_review() -> None:
    duties = [
        Obligation(text="tell", party="CCWP", subject=PlanRef("AP1"), deadline=By("2006-06-30")),
        Obligation(text="tell", party="CCWP", subject=PlanRef("AP2"), deadline=By("2006-06-30")),
        Obligation(text="tell", party="CCWP", deadline=YEARLY),
    ]
    dossier = Dossier(plans=[plan(action()), later_plan()], obligations=duties)
    state = review(dossier, on="2006-09-30")
    assert [(one.due, one.state) for one in state.owed] == [
        (dt.date(2004, 12, 31), DutyState.POSSIBLY_MISSING),
        (dt.date(2005, 12, 31), DutyState.POSSIBLY_MISSING),
        (dt.date(2006, 6, 30), DutyState.MISSING),
        (dt.date(2006, 12, 31), DutyState.NOT_DUE),
    ]
    assert len(state.missing) == 1


def test_what_sums_up_is_missed_once() -> None:
    of_plan, of_action = PlanRef("AP1"), REF
    duties = [
        Obligation(text="tell", party="AL", to="CCWP", subject=one, deadline=By("2006-06-30"))
        for one in (of_plan, of_action)
    ]
    state = state_of(action(by=("AL",)), obligations=duties)
    assert len(state.owed) == 2
    assert [one.subject for one in state.missing] == [of_action]


@pytest.mark.parametrize(
    ("horizon", "error"),
    [
        (dt.timedelta(days=-1), InvalidValueError),
        (dt.timedelta(hours=30), InvalidValueError),
        (90, TypeError),
    ],
)
def test_a_horizon_is_a_number_of_days(horizon: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        review(plan(action()), on="2006-09-30", horizon=horizon)  # type: ignore[arg-type]


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    both = plan(action(By("9999-12-31")), action(YEARLY, code="5.2"), period=None)
    for day in (dt.date.min, dt.date.max):
        assert len(review(both, on=day).items) == 2


def test_the_bundled_plan_of_2006_has_its_known_standings() -> None:
    state = review(bundled_dossier(), on="2006-09-30")
    assert [one.id for one in state.plans] == ["AP1"]
    assert [str(item.subject) for item in state.overdue] == [
        "AP1/5.1 indicator 1",
        "AP1/5.1 indicator 2",
        "AP1/6.2 indicator 1",
        "AP1/6.4 indicator 1",
        "AP1/6.5 indicator 1",
        "AP1/10.1 indicator 1",
        "AP1/10.2 indicator 1",
        "AP1/10.3 indicator 1",
    ]
    assert [str(item.action) for item in state.possibly_overdue] == [
        "AP1/1.1",
        "AP1/3.1",
        "AP1/9.1",
    ]
    obsolete = [str(item.action) for item in state.standing(Standing.OBSOLETE)]
    assert obsolete == ["AP1/8.5"]
    waiting = {str(item.action): [str(one) for one in item.waiting_on] for item in state.waiting}
    assert waiting["AP1/5.2"][:2] == ["AP1/5.1 (open)", "evaluation of CEPOL"]
    # 2.1 is completed, so that 2.2 waits for the experts alone, and for two agreements.
    assert waiting["AP1/2.2"] == ["EXPERTS-GROUP", "agreement of OLAF", "agreement of EUROPOL"]


def test_what_is_undetermined_is_never_overdue() -> None:
    assert item_of(action(Undetermined("tbc")), on="9999-12-31").standing is Standing.OPEN
