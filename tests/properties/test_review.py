"""Properties of the review: one standing each, sums that add up, and what time and reports do."""

import datetime as dt
from collections import Counter
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import By, Deadline, During, Recurring, Relative, Undetermined
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Obligation,
    ProgressReport,
    Role,
    Stage,
    Status,
)
from customs_coop.monitoring import (
    Standing,
    TalliedBy,
    review,
    state_from_json,
    state_to_json,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.testing import dossiers

DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2008, 12, 31))
STATUSES = st.sampled_from(Status)
PARTIES = ("CCWP", "PRESIDENCY", "COM", "OLAF", "DE", "MS", "SEE", "AL")
DEADLINES: st.SearchStrategy[Deadline] = st.one_of(
    st.builds(By, DAYS),
    st.builds(lambda day: During(day, day + dt.timedelta(120), convention="early"), DAYS),
    st.builds(
        lambda unit: Recurring(Recurrence(unit)),
        st.sampled_from((Frequency.YEARLY, Frequency.PRESIDENCY)),
    ),
    st.builds(
        lambda offset: Relative("the conference", offset),
        st.sampled_from(("-P1M", "P1M", None)),
    ),
    st.just(Undetermined("tbc")),
)
SUBJECTS = st.sampled_from(
    (
        ActionRef("P", "1"),
        ActionRef("P", "2"),
        ActionRef("P", "0"),
        IndicatorRef(ActionRef("P", "1"), 1),
        IndicatorRef(ActionRef("P", "1"), 2),
    )
)
REPORTS = st.builds(
    ProgressReport,
    party=st.sampled_from(PARTIES),
    subject=SUBJECTS,
    on=DAYS,
    status=STATUSES,
    text=st.sampled_from(("", "we met")),
    stage=st.sampled_from((None, Stage.ADOPTED)),
    applicable=st.sampled_from((True, True, True, False)),
    due=st.sampled_from((None, None, dt.date(2005, 12, 31))),
)


@st.composite
def small_plans(draw: st.DrawFn) -> ActionPlan:
    """Plans of three actions, of which the first may have indicators, and others wait for it."""
    actions = []
    for code in ("0", "1", "2"):
        some = st.lists(DEADLINES, max_size=2)
        indicators = [
            Indicator(
                text="Report adopted by the CCWP", deadlines=draw(some), status=draw(STATUSES)
            )
            for _ in range(draw(st.integers(0, 2)) if code == "1" else 0)
        ]
        parties = draw(st.lists(st.sampled_from(PARTIES), max_size=2, unique=True))
        actions.append(
            Action(
                code=code,
                title="Do it",
                work_area=draw(st.sampled_from((None, "A", "B"))),
                objectives=draw(st.sampled_from(((), ("X",), ("X", "Y")))),
                status=draw(STATUSES),
                deadlines=draw(some),
                indicators=indicators,
                aliases=("9",) if code == "2" else (),
                involved=[Involvement(party=one, role=Role.RESPONSIBLE) for one in parties],
                links=[Link(kind=LinkKind.AWAITS, target=ActionRef("P", "1"))]
                if code == "2"
                else [],
            )
        )
    period = draw(st.sampled_from((None, "2004-01-01/2006-12-31")))
    return ActionPlan(id="P", title="Plan", period=period, actions=actions)


@st.composite
def small_dossiers(draw: st.DrawFn) -> Dossier:
    """Dossiers of one plan, with reports, obligations and an event whose day may be open."""
    when = draw(st.sampled_from((None, "2006", "2006-06-12")))
    duties = [
        Obligation(text="tell", party=party, subject=ActionRef("P", "1"), deadline=draw(DEADLINES))
        for party in draw(st.lists(st.sampled_from(PARTIES), max_size=2))
    ]
    return Dossier(
        plans=[draw(small_plans())],
        events=[Event(id="C", title="Conference", when=when)],
        obligations=duties,
        progress=draw(st.lists(REPORTS, max_size=5)),
    )


# Such dossiers are large, so that a few of them do.
@settings(max_examples=10)
@given(dossiers(), DAYS)
def test_every_item_of_any_dossier_stands_somewhere(dossier: Dossier, on: dt.date) -> None:
    state = review(dossier, on=on, plans={plan.id: None for plan in dossier.plans})
    subjects = Counter(item.subject for item in state.items)
    expected: Counter[ActionRef | IndicatorRef] = Counter()
    for plan in dossier.plans:
        for action in plan.actions:
            ref = plan.ref(action)
            if action.deadlines or not action.indicators:
                expected[ref] += max(len(action.deadlines), 1)
            for number, indicator in enumerate(action.indicators, 1):
                expected[IndicatorRef(ref, number)] += max(len(indicator.deadlines), 1)
    assert subjects == expected
    assert sum(len(state.standing(one)) for one in Standing) == len(state.items)
    assert str(state)


BYS: tuple[TalliedBy, ...] = ("action", "party", "objective", "work_area", "plan")


@given(small_dossiers(), DAYS)
def test_counts_add_up(dossier: Dossier, on: dt.date) -> None:
    state = review(dossier, on=on)
    for by in BYS:
        tallies = state.tallies(by)
        for tally in tallies:
            assert sum(count for _, count in tally.standings) == tally.total
            assert tally.silent.whole == tally.total
            for count in (tally.waiting, tally.measured, tally.silent, tally.reported):
                assert 0 <= count.part <= count.whole
        assert len({(tally.within, tally.key) for tally in tallies}) == len(tallies)
        if by in ("action", "work_area", "plan"):
            assert sum(tally.total for tally in tallies) == len(state.items)
            assert sum(tally.silent.part for tally in tallies) == len(state.silent)
            missing = sum(one.reported.whole - one.reported.part for one in tallies)
            # Of a dossier without any report nobody knows what came.
            assert missing == (len(state.missing) if state.has_reports else 0)


LATE = (Standing.OVERDUE, Standing.POSSIBLY_OVERDUE)


@given(small_dossiers(), DAYS, st.integers(0, 900))
def test_without_a_report_no_time_heals(dossier: Dossier, on: dt.date, more: int) -> None:
    later = on + dt.timedelta(more)
    told = tuple(one for one in dossier.progress if one.on <= on)
    silent = attrs.evolve(dossier, progress=told)
    before, after = (review(silent, on=day).items for day in (on, later))
    for old, new in zip(before, after, strict=True):
        assert old.standing is not Standing.OVERDUE or new.standing is Standing.OVERDUE
        assert old.standing not in LATE or new.standing in LATE
        assert old.missed <= new.missed


@given(small_dossiers(), DAYS, st.data())
def test_a_report_of_completion_by_whoever_answers_closes(
    dossier: Dossier, on: dt.date, data: st.DataObject
) -> None:
    earlier = [one for one in dossier.progress if one.on < on]
    items = review(attrs.evolve(dossier, progress=earlier), on=on).items
    item = data.draw(st.sampled_from(items))
    party = data.draw(st.sampled_from(item.parties or PARTIES))
    done = ProgressReport(party=party, subject=item.subject, on=on, status=Status.COMPLETED)
    found = review(attrs.evolve(dossier, progress=[*earlier, done]), on=on).items
    for one in found:
        if one.subject == item.subject:
            assert one.standing is Standing.COMPLETED
            assert one.source == done
            assert not one.waiting


@given(small_dossiers(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_reports_counts_for_nothing(
    dossier: Dossier, on: dt.date, chance: Random
) -> None:
    shuffled = list(dossier.progress)
    chance.shuffle(shuffled)
    other = attrs.evolve(dossier, progress=shuffled)
    one, again = (state_to_json(review(each, on=on)) for each in (dossier, other))
    assert one == again
    # Nor does it count when a report comes twice, or after the day.
    twice = attrs.evolve(
        dossier, progress=[*dossier.progress, *(r for r in dossier.progress if r.on <= on)]
    )
    assert state_to_json(review(twice, on=on)) == one
    known = attrs.evolve(dossier, progress=[r for r in dossier.progress if r.on <= on])
    assert state_to_json(review(known, on=on)) == one


@given(small_dossiers(), DAYS)
def test_a_state_of_play_is_read_as_it_was_written(dossier: Dossier, on: dt.date) -> None:
    state = review(dossier, on=on)
    text = state_to_json(state)
    again, report = state_from_json(text)
    assert report.ok
    assert again is not None
    assert again == state
    assert state_to_json(again) == text


@given(small_dossiers(), DAYS)
def test_what_is_done_waits_for_nothing_and_is_not_waited_for(
    dossier: Dossier, on: dt.date
) -> None:
    state = review(dossier, on=on)
    of_first = [item for item in state.items if item.action.code == Code("1")]
    done = all(item.standing in (Standing.COMPLETED, Standing.OBSOLETE) for item in of_first)
    # A standing task goes on, whatever of it is delivered.
    said = [dossier.plan["1"].status, *(one.status for one in dossier.progress)]
    done = done and Status.STANDING not in said
    for item in state.items:
        assert item.standing.open or not item.waiting_on
        if done:
            assert ActionRef("P", "1") not in [one.target for one in item.waiting_on]
