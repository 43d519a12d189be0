"""Properties of what is owed, of what answers it, and of events that get and lose their day."""

import datetime as dt
from itertools import pairwise

import attrs
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import Deadline, Recurring, Relative
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Event,
    Indicator,
    Obligation,
    PlanRef,
    ProgressReport,
)
from customs_coop.monitoring import (
    DueReport,
    DutyState,
    anchor_event,
    answered,
    due_reports,
    hanging_on,
    release_event,
    window_of,
)
from customs_coop.recurrence import Recurrence
from customs_coop.serialization import from_json, to_json
from customs_coop.testing import (
    days,
    deadlines,
    obligations,
    partial_dates,
    periods,
    progress_reports,
    recurrences,
)

NAMES = st.sampled_from(("the next regatta", "Next Regatta", "R9", "the storm", "a visit"))
OFFSETS = st.sampled_from(("-P1M", "P1Y", "P0D", "P2W", None))
# Nothing that hangs on an event has a day yet: so it is in what readers give.
LIMP = st.builds(Relative, NAMES, OFFSETS)
ALL = st.one_of(LIMP, deadlines())
TIMES = st.none() | partial_dates()


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Small dossiers in which much hangs on one event."""
    some = st.lists(ALL, max_size=2)
    count = draw(st.integers(0, 2))
    indicators = [Indicator(text=str(n), deadlines=draw(some)) for n in range(count)]
    action = Action(code="1", title="", deadlines=draw(some), indicators=indicators)
    kinds = (("a", None), ("a", None), ("b", PlanRef("P9")))
    duties = [
        Obligation(text=text, subject=subject, deadline=draw(ALL))
        for text, subject in kinds[: draw(st.integers(0, 3))]
    ]
    return Dossier(
        plans=[ActionPlan(id="P9", title="", actions=[action])],
        events=[
            Event(id="R9", title="The next regatta", when=draw(TIMES)),
            Event(id="S", title="Storm", when=draw(TIMES)),
        ],
        obligations=duties,
    )


def reached(dossier: Dossier, when: PartialDate | dt.date) -> Dossier:
    """A dossier with its event anchored, where that does not lead out of the calendar."""
    try:
        return anchor_event(dossier, "R9", when)
    except InvalidValueError:
        reject()


@settings(max_examples=40)
@given(before=dossiers(), first=days(), second=partial_dates())
def test_release_undoes_whatever_was_anchored(
    before: Dossier, first: dt.date, second: PartialDate
) -> None:
    for anchored in (reached(before, first), reached(reached(before, first), second)):
        back = release_event(anchored, "R9")
        assert attrs.evolve(back, deadline_changes=()) == before
        assert back.deadline_changes[: len(anchored.deadline_changes)] == anchored.deadline_changes


@settings(max_examples=40)
@given(before=dossiers(), day=days())
def test_all_that_hangs_on_an_event_and_nothing_else_gets_its_day(
    before: Dossier, day: dt.date
) -> None:
    after = reached(before, day)
    hangs, hung = hanging_on(before, "R9"), hanging_on(after, "R9")
    assert [one.deadline.anchored(day) for one in hangs] == [one.deadline for one in hung]
    changed = sum(
        old != new for old, new in zip(_deadlines(before), _deadlines(after), strict=True)
    )
    assert changed <= len(hangs)
    assert after.events[1] == before.events[1]
    # What is recorded survives a file.
    assert from_json(to_json(after))[0] == after


def _deadlines(dossier: Dossier) -> list[Deadline | None]:
    (plan,) = dossier.plans
    return [*plan.actions[0].all_deadlines, *(duty.deadline for duty in dossier.obligations)]


@given(deadline=LIMP, when=partial_dates(), day=days())
def test_the_bounds_hold_wherever_the_event_lies(
    deadline: Relative, when: PartialDate, day: dt.date
) -> None:
    assume(when.earliest is None or when.earliest <= day)
    assume(when.latest is None or day <= when.latest)
    event = Event(id="R9", title="The next regatta", when=when)
    deadline = attrs.evolve(deadline, anchor="R9")
    first, last = window_of(deadline, [event])
    try:
        exact = deadline.anchored(day).latest
    except InvalidValueError:
        return
    if exact is not None:
        assert last is None or exact <= last
        assert first is None or first <= exact


@settings(max_examples=30)
@given(duties=st.lists(obligations(), max_size=3), window=periods())
def test_each_obligation_is_owed_in_its_window_and_not_twice(
    duties: list[Obligation], window: Period
) -> None:
    owed = due_reports(Dossier(obligations=duties), within=window)
    assert {one.obligation for one in owed} <= set(duties)
    assert [one.due or dt.date.max for one in owed] == sorted(
        one.due or dt.date.max for one in owed
    )
    for one in owed:
        assert one.due is None or one.due >= window.start
        assert (one.earliest or one.due or window.start) <= window.end
        assert bool(one.undated_because) is (one.due is None)
        if one.period is not None:
            assert one.due == one.period.end


@given(rhythm=recurrences(), window=periods())
def test_rounds_follow_each_other_without_gaps(rhythm: Recurrence, window: Period) -> None:
    duty = Obligation(text="", deadline=Recurring(rhythm))
    owed = due_reports(Dossier(obligations=[duty]), within=window)
    stretches = [one.period for one in owed if one.period]
    for before, after in pairwise(stretches):
        assert after.start == before.end + dt.timedelta(1)


@settings(max_examples=20)
@given(data=st.data(), on=days(), window=periods())
def test_a_report_answers_only_what_it_is_asked_for(
    data: st.DataObject, on: dt.date, window: Period
) -> None:
    duties = data.draw(st.lists(obligations(), max_size=2))
    owed = due_reports(Dossier(obligations=duties), within=window)
    reports = data.draw(st.lists(progress_reports() | _answers(owed), max_size=3))
    found = answered(owed, reports, on=on)
    assert [attrs.evolve(one, answers=(), state=None) for one in found] == list(owed)
    for one in found:
        assert all(one.party in (report.party, None) for report in one.answers)
        assert all(report.on <= on for report in one.answers)
        assert set(one.answers) <= set(reports)
        assert one.state is not None
        assert one.state.open is not bool(one.answers)
        if one.state is DutyState.MISSING:
            assert one.due is not None
            assert one.due < on


def _answers(owed: tuple[DueReport, ...]) -> st.SearchStrategy[ProgressReport]:
    asked = [(one.party, one.subject) for one in owed if one.party and one.subject]
    if not asked:
        return st.nothing()
    return st.builds(
        lambda one, day: ProgressReport(party=one[0], subject=one[1], on=day),
        st.sampled_from(asked),
        days(),
    )
