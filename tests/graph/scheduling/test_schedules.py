"""Schedules: dates with bounds, what drives them, the chain with the least slack."""

from datetime import date

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.dates import PartialDate
from customs_coop.deadline import parse_deadline
from customs_coop.errors import InvalidValueError, UnknownActionError
from customs_coop.graph import dependency_graph
from customs_coop.graph.scheduling import (
    Days,
    Move,
    compare_schedules,
    critical_path,
    schedule,
)
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Event, Link, Named
from customs_coop.references import DocumentNumber
from folded import every_case
from linked_plans import link

YEAR = "2004-01-01/2004-12-31"
REPORT = DocumentNumber.parse("8351/2/09 REV 2")


def do(code: str, *words: str, links: tuple[Link, ...] = ()) -> Action:
    deadlines = [parse_deadline(text) for text in words]
    return Action(code=code, title="", deadlines=deadlines, links=links)


def after(*codes: str) -> tuple[Link, ...]:
    return tuple(link("awaits", f"P/{code}", f"await {code}") for code in codes)


def plan(*actions: Action, name: str = "P", period: str | None = YEAR) -> ActionPlan:
    return ActionPlan(id=name, title="", period=period, actions=actions)


def test_no_result_is_finer_than_what_goes_in() -> None:
    found = schedule(plan(do("1"), do("2", "early 2004", links=after("1"))))
    assert found["P/1"].earliest_finish == PartialDate("2004-01-01", None)
    assert found["P/1"].latest_finish == PartialDate(None, "2004-04-30")
    assert found["P/2"].latest_finish == PartialDate("2004-01-01", "2004-04-30")
    assert found["P/2"].slack == Days(None, 120)


def test_durations_make_the_bounds_narrower() -> None:
    found = schedule(
        plan(do("1"), do("2", "by 30.6.2004", links=after("1"))),
        durations={"P/1": Days(10, 20), "P/2": 30},
    )
    assert found["P/1"].earliest_finish == PartialDate("2004-01-11", "2004-01-21")
    assert found["P/1"].latest_finish == PartialDate("2004-05-31", "2004-05-31")
    assert found["P/2"].earliest_finish == PartialDate("2004-02-10", "2004-02-20")
    assert found["P/2"].slack == found["P/1"].slack == Days(131, 141)
    assert found["P/1"].free == Days(0, 0)
    assert found["P/1"].critical == "no"


def test_an_action_starts_within_its_plan_and_may_end_after_it() -> None:
    slot = schedule(plan(do("1", "by 30.6.2005")), durations={"P/1": 0})["P/1"]
    assert slot.latest_finish == PartialDate("2005-06-30", "2005-06-30")
    # It can be put off until the last day of the plan, and no further.
    assert slot.slack == Days(365, 365)
    assert slot.notes == ("may end after P, in which it starts",)
    first, second = (
        plan(do("1")),
        plan(do("1", links=(link("depends on", "P/1"),)), name="Q", period="2005-01-01/2005-12-31"),
    )
    found = schedule(Dossier(plans=[first, second]), durations={"P/1": 0, "Q/1": 0})
    assert found["Q/1"].earliest_finish.earliest == date(2005, 1, 1)
    assert found["P/1"].latest_finish.latest == date(2005, 12, 31)
    assert [str(one) for one in found["P/1"].limits][1:] == [
        "Q/1: Q ends, in which it starts (2005-12-31)"
    ]


def test_an_action_that_runs_over_several_plans_passes_with_a_note() -> None:
    slot = schedule(bundled_dossier())["AP5/5.9"]
    assert slot.latest_finish == PartialDate("2012-12-31", "2012-12-31")
    assert slot.notes == ("runs over several plans: it continues AP3/3.9, AP3, AP4",)
    assert "runs over several plans" in str(slot)


def test_reasons_lead_back_to_the_source() -> None:
    found = schedule(
        plan(
            do("1", "second half of 2004"),
            do("2", links=(link("completed by", REPORT, "done with the report"), *after("1"))),
            do("3", "by 31.12.2004", links=(link("starts from", REPORT, "from the report"),)),
        ),
        durations={"P/3": 5},
    )
    assert [str(one) for one in found["P/3"].drivers] == [
        '8351/2/09 REV 2 -> P/3 (starts from): "from the report"; P/3 takes 5 days',
        'P/2 -> 8351/2/09 REV 2 (completed by): "done with the report"',
        'P/1 -> P/2 (awaits): "await 1"',
        'P/1: "second half of 2004" (2004-07-01)',
    ]
    assert str(found["P/1"].limits[-1]) == 'P/3: "by 31.12.2004" (2004-12-31); P/3 takes 5 days'
    assert str(found["P/3"].limits[-1]) == 'P/3: "by 31.12.2004" (2004-12-31)'
    assert found["P/1"].free.most == 0  # the report does not stand for the actions behind it
    assert found["P/3"].limits[0].kind == "deadline"


def test_a_reason_names_the_durations_that_move_the_date() -> None:
    actions = (do("1"), do("2", links=after("1")), do("3", "by 30.6.2004", links=after("2")))
    found = schedule(plan(*actions), durations={"P/1": (60, 90), "P/2": (0, 30), "P/3": (14, None)})
    assert [str(one) for one in found["P/3"].drivers] == [
        'P/2 -> P/3 (awaits): "await 2"; P/3 takes at least 14 days',
        'P/1 -> P/2 (awaits): "await 1"',
        "P/1: P begins (2004-01-01); P/1 takes 60 to 90 days",
    ]
    assert [str(one) for one in found["P/1"].limits] == [
        'P/1 -> P/2 (awaits): "await 1"',
        'P/2 -> P/3 (awaits): "await 2"',
        'P/3: "by 30.6.2004" (2004-06-30); P/3 takes at least 14 days',
    ]
    assert not any(one.length for slot in schedule(plan(*actions)) for one in slot.limits)


def test_a_deadline_hangs_on_the_event_of_its_name() -> None:
    conference = Event(id="C", title="Next conference", when="2004-06-10/2004-06-12")
    action = do("1", "at least one month before the next conference")
    found = schedule(Dossier(plans=[plan(action)], events=[conference]))
    assert found["P/1"].latest_finish == PartialDate("2004-05-10", "2004-05-12")
    unknown = schedule(plan(action))["P/1"]
    assert unknown.latest_finish == PartialDate()
    assert unknown.critical == "possibly"
    twin = attrs.evolve(conference, id="D")
    two = schedule(Dossier(plans=[plan(action)], events=[conference, twin]))
    assert two["P/1"].latest_finish == PartialDate()


def test_an_event_is_waited_for_and_prepared() -> None:
    meeting = Event(id="M", title="Meeting", when="2004-06-10")
    actions = (
        do("1", links=(link("followed up by", Named("M", "event")),)),
        do("2", links=(link("awaits", Named("M", "event"), "after the meeting"),)),
    )
    found = schedule(Dossier(plans=[plan(*actions)], events=[meeting]))
    assert found["P/1"].latest_finish.latest == date(2004, 6, 10)
    assert found["P/2"].earliest_finish.earliest == date(2004, 6, 10)
    assert [one.kind for one in found["P/2"].drivers] == ["link", "event"]


def test_nothing_is_known_of_what_is_only_mentioned() -> None:
    actions = (do("1", links=(link("awaits", "Q/1"),)), do("2", links=(link("cites", "Q/1"),)))
    found = schedule(plan(*actions), durations={"P/1": 5, "P/2": 5})
    assert found["P/1"].earliest_finish == PartialDate("2004-01-06", None)
    assert found["P/2"].earliest_finish == PartialDate("2004-01-06", "2004-01-06")
    with pytest.raises(UnknownActionError, match="no such action"):
        found["Q/1"]


def test_an_action_with_an_open_time_may_be_critical_and_one_without_any_is_not() -> None:
    found = schedule(plan(do("1", "tbc"), do("2"), do("3", "ongoing")))
    assert [slot.critical for slot in found] == ["possibly", "no", "no"]
    assert found["P/2"].slack == Days(365, 365)
    assert schedule(plan(do("1"), period=None))["P/1"].slack == Days()


def test_what_waits_for_itself_is_told_with_its_circle() -> None:
    actions = (do("1", links=after("2")), do("2", links=after("1")), do("3", links=after("2")))
    found = schedule(plan(*actions), durations={"P/3": 5})
    assert [str(one.action) for one in found.unscheduled] == ["P/1", "P/2"]
    assert 'P/1 -> P/2 (awaits): "await 1"' in str(found.unscheduled[0])
    assert [str(slot.action) for slot in found] == ["P/3"]
    assert found["P/3"].earliest_finish == PartialDate("2004-01-06", None)
    with pytest.raises(UnknownActionError, match="waits for itself"):
        found["P/1"]
    assert str(found).splitlines()[1:] == [
        "P/1, P/2: no time, for they wait for themselves: P/1 -> P/2 -> P/1",
        '  P/1 -> P/2 (awaits): "await 1"',
        '  P/2 -> P/1 (awaits): "await 2"',
    ]


def test_a_long_circle_is_told_once_and_shortened() -> None:
    size = 400
    circle = [do(str(n), links=after(str((n - 2) % size + 1))) for n in range(1, size + 1)]
    pair = [do("a", links=after("b")), do("b", links=after("a"))]
    found = schedule(plan(*circle, *pair))
    lines = str(found).splitlines()
    assert lines[0] == (
        "P/1, P/2, P/3, P/4, P/5, ... 394 more ..., P/400: no time, for they wait for themselves: "
        "P/1 -> P/2 -> P/3 -> P/4 -> P/5 -> ... 394 more ... -> P/400 -> P/1"
    )
    assert len(lines) == 1 + 7 + 1 + 2
    assert "  ... 394 more ..." in lines
    assert all(len(str(one).splitlines()) <= 8 for one in found.unscheduled)


def test_what_waits_may_wait_for_the_first_of_several_parts() -> None:
    study = do("1", "by 31.3.2004", "second half of 2004")
    act = do("2", "by 30.6.2004", links=after("1"))
    found = schedule(plan(study, act), durations={"P/1": 10, "P/2": 5})
    assert found["P/1"].earliest_finish == PartialDate("2004-07-01", "2004-07-01")
    assert found["P/1"].latest_finish == PartialDate("2004-06-25", "2004-12-31")
    assert found["P/2"].earliest_finish == PartialDate("2004-01-16", "2004-07-06")
    assert found["P/2"].slack == Days(-6, 166)
    assert found["P/2"].critical == "possibly"
    assert [str(one) for one in found["P/2"].drivers] == [
        'P/1 -> P/2 (awaits): "await 1"; P/2 takes 5 days',
        "P/1: P begins (2004-01-01); P/1 takes 10 days",
    ]
    assert [str(one) for one in found["P/1"].limits] == ['P/1: "second half of 2004" (2004-12-31)']
    assert found["P/1"].slack == Days(-6, 166)
    assert found["P/1"].free == Days(-6, 0)


def test_two_times_that_are_the_same_are_one() -> None:
    study = do("1", "second half of 2004", "second half of 2004")
    act = do("2", "by 30.6.2004", links=after("1"))
    assert schedule(plan(study, act))["P/2"].critical == "certainly"


def test_what_goes_on_after_the_last_day_has_none() -> None:
    slot = schedule(plan(do("1", "by 31.3.2004", "since July 2004")))["P/1"]
    assert slot.earliest_finish.earliest == date(2004, 7, 1)
    assert slot.latest_finish == PartialDate()
    assert slot.critical == "no"


def test_nothing_has_more_free_days_than_slack() -> None:
    actions = (
        do("1", "between 1.2.2004 and 1.3.2004"),
        do("2", "by 10.1.2004", links=after("1")),
        do("3", "since March 2004", links=after("2")),
    )
    slots = schedule(plan(*actions))
    assert slots["P/2"].slack == slots["P/2"].free == Days(None, -22)
    for slot in slots:
        assert slot.free.most is not None
        assert slot.slack.most is None or slot.free.most <= slot.slack.most


def test_two_texts_may_cite_each_other() -> None:
    one, two = do("1", links=(link("cites", "P/2"),)), do("2", links=(link("cites", "P/1"),))
    assert schedule(plan(one, two)).unscheduled == ()


def test_a_missing_day_is_slack_below_zero() -> None:
    found = schedule(plan(do("1", "by 10.1.2004")), durations={"P/1": (30, 40)})
    assert found["P/1"].slack == Days(-31, -21)
    assert found["P/1"].critical == "certainly"


def test_what_leads_out_of_the_calendar_has_no_day() -> None:
    last = plan(do("1"), do("2", links=after("1")), period="9999-01-01/9999-12-31")
    found = schedule(last, durations={"P/1": 400, "P/2": 10**12})
    assert found["P/2"].earliest_finish == PartialDate()
    assert found["P/1"].drivers == ()
    assert found["P/1"].latest_finish == PartialDate("9999-12-31", "9999-12-31")


@every_case(
    ("durations", "error"),
    [
        ({"P/9": 3}, UnknownActionError),
        ({"P/1": -1}, InvalidValueError),
        ({"P/1": 10**400}, InvalidValueError),
        ({"P/1": (0, 10**400)}, InvalidValueError),
        ({"P/1": (3, 2)}, InvalidValueError),
        ({"P/1": (1, 2, 3)}, TypeError),
        ({"P/1": 1.5}, TypeError),
        ({"P/1": True}, TypeError),
        ({"P/1": (0.5, None)}, TypeError),
        ({"P/1": "a week"}, TypeError),
    ],
)
def test_durations_that_make_no_sense_are_refused(
    durations: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        schedule(plan(do("1")), durations=durations)  # type: ignore[arg-type]  # on purpose


def test_the_critical_path_prefers_the_longer_of_equal_chains() -> None:
    actions = (
        do("1"),
        do("2", links=after("1")),
        do("3", "by 31.3.2004", links=after("2")),
        do("4", "by 30.6.2004"),
    )
    path = critical_path(plan(*actions))
    assert [str(node) for node in path.nodes] == ["P/1", "P/2", "P/3"]
    assert path.slack == Days(None, 90)
    assert str(path).splitlines() == [
        "P/1 -> P/2 -> P/3: slack at most 90 days",
        '  P/1 -> P/2 (awaits): "await 1"',
        '  P/2 -> P/3 (awaits): "await 2"',
    ]


def test_the_critical_path_ends_where_the_window_is_what_limits() -> None:
    later = plan(
        do("1", links=(link("depends on", "P/1"),)), name="Q", period="2005-01-01/2009-12-31"
    )
    path = critical_path(Dossier(plans=[plan(do("1")), later]), durations={"P/1": 1, "Q/1": 1})
    assert [str(node) for node in path.nodes] == ["P/1"]
    assert path.slack == Days(365, 365)


def test_without_any_limit_there_is_no_critical_path() -> None:
    path = critical_path(plan(do("1"), period=None))
    assert (path.nodes, path.steps, path.slack) == ((), (), Days())
    assert str(path) == "nothing sets a limit"
    assert schedule(plan()).slots == ()


def test_a_chain_of_any_length_is_followed() -> None:
    size = 3000
    actions = [do(str(n), links=after(str(n - 1)) if n > 1 else ()) for n in range(1, size)]
    actions.append(do(str(size), "by 31.12.2004", links=after(str(size - 1))))
    subject = plan(*actions)
    graph = dependency_graph(subject)
    found = schedule(subject, graph=graph, durations={"P/1": 5})
    assert len(found["P/1"].limits) == size
    assert len(critical_path(subject, graph=graph, durations={"P/1": 5}).nodes) == size


def test_counts_of_days_are_told_in_words() -> None:
    told = [Days(1, 1), Days(0, 1), Days(3, None), Days(None, -1), Days()]
    assert [str(one) for one in told] == [
        "1 day",
        "0 to 1 day",
        "at least 3 days",
        "at most -1 day",
        "no telling",
    ]
    with pytest.raises(InvalidValueError):
        Days(2, 1)


def test_schedules_that_say_the_same_have_no_moves() -> None:
    one = schedule(bundled_dossier())
    assert compare_schedules(one, schedule(bundled_dossier())) == ()


def test_a_move_reaches_what_waits() -> None:
    study, act = do("1", "by 30.6.2004"), do("2", links=after("1"))
    old = schedule(plan(study, act), durations={"P/1": 5, "P/2": 3})
    new = schedule(plan(study, act), durations={"P/1": 20, "P/2": 3})
    assert [str(move) for move in compare_schedules(old, new)] == [
        "P/1: earliest finish 2004-01-06 -> 2004-01-21, slack 176 days -> 161 days",
        (
            "P/2: earliest finish 2004-01-09 -> 2004-01-24, slack 360 days -> 345 days, "
            "free 360 days -> 345 days"
        ),
    ]


def test_what_comes_and_goes_is_a_move() -> None:
    old = schedule(plan(do("1"), do("2"), do("3", links=after("4")), do("4", links=after("3"))))
    new = schedule(plan(do("2"), do("3"), do("5")))
    moves = compare_schedules(old, new)
    assert [(str(one.action), one.old is None, one.new is None) for one in moves] == [
        ("P/3", True, False),
        ("P/5", True, False),
        ("P/1", False, True),
    ]
    assert str(moves[0]).startswith("now has a time: P/3: earliest finish 2004-01-01 or later")
    assert str(moves[2]).startswith("no longer has a time: P/1: ")


def test_a_move_has_a_side() -> None:
    with pytest.raises(InvalidValueError, match="nothing can have moved where P/1 has no time"):
        Move(action=ActionRef("P", "1"), old=None, new=None)


def test_what_waits_for_a_circle_says_so() -> None:
    found = schedule(
        plan(
            do("1", links=after("2")),
            do("2", links=after("1")),
            do("3", links=after("2")),
            do("4", links=after("3")),
            do("5"),
        )
    )
    note = "waits for P/2, which waits for itself and has no time"
    assert [(str(slot.action), slot.notes) for slot in found] == [
        ("P/3", (note,)),
        ("P/4", (note,)),
        ("P/5", ()),
    ]
