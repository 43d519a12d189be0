"""A calendar holds each dated deadline once for each round, whatever a plan holds.

The rules: no identifier stands twice, every action is at least one task, words and codes change no
identifier, and a rule gives just the days of the rounds.
"""

import datetime as dt
from collections import Counter

import attrs
import icalendar
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import Recurring
from customs_coop.exporters import export, losses
from customs_coop.formats.occasions import occasions_of
from customs_coop.model import Action, ActionPlan, Dossier, Indicator
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.testing import days, deadlines, plans
from exported_calendars import entries, uids

few = settings(max_examples=15, deadline=None)


@st.composite
def small_plans(draw: st.DrawFn) -> ActionPlan:
    times = st.lists(deadlines(), max_size=2).map(tuple)
    indicators = st.lists(st.builds(Indicator, text=st.just("Report"), deadlines=times), max_size=2)
    actions = [
        Action(code=f"5.{n}", title="Try", deadlines=draw(times), indicators=draw(indicators))
        for n in range(draw(st.integers(0, 3)))
    ]
    period = draw(st.none() | st.just("2011-07-01/2012-12-31"))
    return ActionPlan(id="AP5", title="Fifth", period=period, actions=actions)


@few
@given(small_plans(), st.sampled_from(("instances", "rule")), st.sampled_from(("day", "span")))
def test_each_dated_deadline_has_one_entry_for_each_round(
    plan: ActionPlan, recurrence: str, window: str
) -> None:
    wanted = Counter(
        (one.item, one.place, one.time.day)
        for one in occasions_of(plan)
        if one.time.day is not None
    )
    assert set(wanted.values()) <= {1}
    options = {"recurrence": recurrence, "window": window}
    found = entries(plan, **options)
    tasks = entries(plan, profile="tasks", **options)
    assert len({str(e["UID"]) for e in [*found, *tasks]}) == len(found) + len(tasks)
    assert len([task for task in tasks if "DUE" in task]) == len(wanted)
    if recurrence == "instances":
        assert len(found) == len(wanted)
    assert {str(task["X-CUSTOMS-COOP-ITEM"]) for task in tasks} == {
        str(plan.ref(action)) for action in plan
    }
    shown = {str(event["X-CUSTOMS-COOP-ITEM"]) for event in found}
    report = losses(plan, "icalendar", **options)
    # Of an action, or of an indicator of it.
    told = {one.subject.partition(" ")[0] for one in report if one.code == "CC703"}
    assert {str(plan.ref(action)) for action in plan} <= shown | told


@few
@given(small_plans(), st.text(max_size=5))
def test_words_and_codes_change_no_identifier(plan: ActionPlan, words: str) -> None:
    moved = [
        attrs.evolve(
            action,
            code=f"6.{number}",
            title=words,
            origin=plan.ref(action),
            indicators=[attrs.evolve(one, text=words) for one in action.indicators],
        )
        for number, action in enumerate(plan.actions)
    ]
    later = attrs.evolve(plan, id="AP6", actions=moved)
    for profile in ("events", "tasks"):
        assert uids(later, profile=profile) == uids(plan, profile=profile)
    # Together they are the same entries still.
    assert uids(Dossier(plans=[plan, later])) == uids(later)


@few
@given(
    st.sampled_from((Frequency.MONTHLY, Frequency.PRESIDENCY, Frequency.YEARLY)),
    st.integers(1, 8),
    st.none() | days(),
)
def test_a_rule_gives_the_days_of_the_rounds(
    frequency: Frequency, interval: int, first: dt.date | None
) -> None:
    rhythm = Recurring(Recurrence(frequency, interval))
    start = attrs.evolve(rhythm, first=first) if first is not None else rhythm
    plan = ActionPlan(
        id="AP5",
        title="",
        period="2010-01-01/2014-12-31",
        actions=[Action(code="1", title="", deadlines=[start])],
    )
    wanted = sorted(event["DTSTART"].dt for event in entries(plan))
    found = []
    for event in entries(plan, recurrence="rule"):
        day = event["DTSTART"].dt
        if "RRULE" not in event:
            found.append(day)
            continue
        rule = event["RRULE"].to_ical().decode()
        found += [one.date() for one in rrulestr(rule, dtstart=dt.datetime.combine(day, dt.time()))]
    assert sorted(found) == wanted


@few
@given(plans())
def test_any_plan_gives_the_same_calendar_twice(plan: ActionPlan) -> None:
    options = {"profile": "both", "also": ("presidencies", "obligations", "plans")}
    content = export(plan, "icalendar", **options)
    assert content == export(Dossier(plans=[plan]), "icalendar", **options)
    found = icalendar.Calendar.from_ical(content)
    names = [str(one["UID"]) for name in ("VEVENT", "VTODO") for one in found.walk(name)]
    assert len(set(names)) == len(names)
