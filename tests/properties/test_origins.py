"""Rule: whatever becomes of a plan, indicators and deadlines are the ones that they were."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeVar

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.comparison import merge
from customs_coop.deadline import By, Deadline
from customs_coop.exporters.calendars.history import history_of
from customs_coop.formats.occasions import Occasion, occasions_of
from customs_coop.model import (
    Action,
    ActionPlan,
    Code,
    DeadlineChange,
    Dossier,
    Indicator,
    IndicatorRef,
)
from customs_coop.model.descent import first_places
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
    revise,
    roll_over,
)

_CODES = ("1.1", "1.2", "2.1", "7")
# Each has words of its own, by which the test knows it again.
_WORDS = tuple("abcdefgh")


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    words = iter(_WORDS)
    actions = [
        Action(
            code=code,
            title=f"Action {code}",
            indicators=[Indicator(text=next(words)) for _ in range(draw(st.integers(0, 2)))],
        )
        for code in _CODES[: draw(st.integers(1, 4))]
    ]
    return ActionPlan(id="AP1", title="Plan", actions=actions)


def _splits(action: Action, number: int) -> st.SearchStrategy[Disposition]:
    """Parts that are given as titles, and parts among which the indicators are dealt out."""
    items = action.indicators
    halves = [Action(code="1", title=title, indicators=items) for title in ("Whole", "Copy")]
    written = tuple(attrs.evolve(one, origin=None) for one in items)
    anew = Action(
        code="1", title="Anew", indicators=(*written[::-1], Indicator(text=f"new in {number}"))
    )
    last = Action(code="1", title="Last", indicators=items[-1:])
    return st.sampled_from(
        [
            SplitInto(["Whole", "Rest"]),
            SplitInto(["Whole", anew]),
            SplitInto(halves),
            SplitInto([anew, last]),
            SplitInto([attrs.evolve(halves[0], indicators=items[:-1]), last]),
        ]
    )


@st.composite
def decisions(draw: st.DrawFn, plan: ActionPlan, number: int) -> dict[Code, Disposition]:
    ends = (Complete("seen"), Defer("later"), Drop("no money"))
    made: dict[Code, Disposition] = {}
    for action in plan:
        settles = [Carry(), *(Carry(indicators=[Settle(1, end)]) for end in ends)]
        fates: st.SearchStrategy[Disposition] = st.sampled_from(
            [*(settles if action.indicators else settles[:1]), *ends]
        )
        made[action.code] = draw(fates | _splits(action, number))
    survivors = [code for code, one in made.items() if isinstance(one, Carry | SplitInto)]
    for code, one in made.items():
        if not isinstance(one, Carry | SplitInto) and survivors and draw(st.booleans()):
            made[code] = MergeInto(survivors[0])
    return made


def places(plan: ActionPlan) -> dict[IndicatorRef, str]:
    """The words of every indicator by its first place, which is that of no other."""
    found = [
        (place, one.text)
        for action, refs in zip(plan, first_places(plan), strict=True)
        for one, place in zip(action.indicators, refs, strict=True)
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def origins(plan: ActionPlan) -> list[tuple[IndicatorRef, str]]:
    """What a plan itself records."""
    return [
        (one.origin, one.text)
        for action in plan
        for one in action.indicators
        if one.origin is not None
    ]


def _step(
    plan: ActionPlan, made: Mapping[Code, Disposition], number: int | None, name: str = "AP"
) -> ActionPlan:
    if number is None:
        return revise(plan, decide=lambda action: made[action.code]).plan
    into = ActionPlan(id=f"{name}{number}", title="Plan")
    return roll_over(plan, into=into, decide=lambda action: made[action.code]).plan


@given(st.data())
def test_an_origin_never_changes_once_it_is_set(data: st.DataObject) -> None:
    plan = data.draw(plans(), label="plan")
    for number in range(2, 5):
        made = data.draw(decisions(plan, number), label="made")
        is_revised = data.draw(st.booleans(), label="is_revised")
        before = places(plan)
        plan = _step(plan, made, None if is_revised else number)
        after = origins(plan)
        # No two share one, copies in the parts of a split included: one of them is the old one.
        assert len({origin for origin, _ in after}) == len(after)
        assert all(before.get(origin, text) == text for origin, text in after)
        # Whatever is still there is recorded, and without an end for anything all is.
        there = {one.text for action in plan for one in action.indicators}
        recorded = {text for origin, text in after if origin in before}
        assert recorded == there.intersection(before.values())
        if all(one == Carry() or isinstance(one, MergeInto | SplitInto) for one in made.values()):
            assert recorded == set(before.values())


T = TypeVar("T")

_FIRST_DAY = dt.date(2005, 1, 1)


def _time(number: int) -> Deadline:
    """A deadline of its own words."""
    return By(_FIRST_DAY + dt.timedelta(days=number), f"time {number}")


@st.composite
def timed_plans(draw: st.DrawFn) -> ActionPlan:
    numbers = count()

    def times() -> list[Deadline]:
        return [_time(next(numbers)) for _ in range(draw(st.integers(0, 3)))]

    actions = [
        Action(
            code=code,
            title=f"Action {code}",
            deadlines=times(),
            indicators=[
                Indicator(text=f"Report {next(numbers)}", deadlines=times())
                for _ in range(draw(st.integers(0, 2)))
            ],
        )
        for code in _CODES[: draw(st.integers(1, 3))]
    ]
    return ActionPlan(id="AP1", title="Plan", actions=actions)


def _mixed(draw: st.DrawFn, items: Iterable[T], new: Sequence[T]) -> list[T]:
    """The items in another order, with new ones among them."""
    return draw(st.permutations([*items, *new[: draw(st.integers(0, len(new)))]]))


@st.composite
def timed_splits(
    draw: st.DrawFn, action: Action, settles: tuple[Settle, ...], numbers: Iterable[int]
) -> SplitInto:
    """One or two parts, among which everything is dealt out that goes on."""
    new = [_time(number) for number in numbers]
    gone = {one.item for one in settles}
    times = [one for at, one in enumerate(action.deadlines, 1) if at not in gone]
    reports = [
        attrs.evolve(one, origin=None, deadlines=_mixed(draw, one.deadlines, [time]))
        for one, time in zip(action.indicators, new[3:], strict=False)
    ]
    reports = _mixed(draw, reports, [Indicator(text=f"New {new[0].text}", deadlines=[new[0]])])
    times = _mixed(draw, times, new[1:3])
    at, to = draw(st.integers(0, len(times))), draw(st.integers(0, len(reports)))
    return SplitInto(
        [
            attrs.evolve(action, title="Here", deadlines=times[:at], indicators=reports[:to]),
            Action(code="1", title="There", deadlines=times[at:], indicators=reports[to:]),
        ],
        milestones=settles,
    )


@st.composite
def timed_decisions(draw: st.DrawFn, plan: ActionPlan, step: int) -> dict[Code, Disposition]:
    ends: st.SearchStrategy[Complete | Defer | Drop] = st.sampled_from(
        (Complete("seen"), Defer("later"), Drop("no money"))
    )
    made: dict[Code, Disposition] = {}
    for place, action in enumerate(plan.actions):
        places = st.sets(st.integers(1, max(len(action.deadlines), 1)), max_size=2)
        wanted = sorted(draw(places)) if action.deadlines else []
        settles = tuple([Settle(item, draw(ends)) for item in wanted])
        start = 1000 * step + 20 * place
        numbers = range(start, start + 3 + len(action.indicators))
        wholes: tuple[Disposition, ...] = (
            Carry(milestones=settles),
            SplitInto(["Whole", "Rest"], milestones=settles),
        )
        fates: st.SearchStrategy[Disposition] = st.sampled_from(wholes)
        made[action.code] = draw(fates | timed_splits(action, settles, numbers) | ends)
        survivor = next((code for code, one in made.items() if isinstance(one, Carry)), None)
        if survivor not in (None, action.code) and draw(st.booleans()):
            made[action.code] = MergeInto(survivor, milestones=settles)
    return made


def _entries(plan: ActionPlan) -> dict[str, Occasion]:
    """What a calendar of a plan has, by its identifiers, which are different ones."""
    found = {one.uid("tasks"): one for one in occasions_of(plan)}
    assert len(found) == len(occasions_of(plan))
    return found


def _check_entries(before: ActionPlan, after: ActionPlan) -> None:
    """Every deadline that is still there has its identifier, and none has that of another one."""
    old, new = _entries(before), _entries(after)
    there = {one.deadline for one in new.values() if one.deadline is not None}
    for uid, one in old.items():
        if one.deadline is None:
            continue
        if one.deadline in there:
            assert uid in new, one.item
        if uid in new and new[uid].deadline is not None:
            assert new[uid].deadline == one.deadline


@given(st.data())
def test_a_deadline_keeps_its_identifier_and_no_other_one_gets_it(data: st.DataObject) -> None:
    plan = data.draw(timed_plans(), label="plan")
    for step in range(2, 4):
        made = data.draw(timed_decisions(plan, step), label="made")
        is_revised = data.draw(st.booleans(), label="is_revised")
        after = _step(plan, made, None if is_revised else step)
        _check_entries(plan, after)
        plan = after


def _sequences(dossier: Dossier, plan: ActionPlan) -> dict[str, int]:
    history = history_of(dossier, None)
    return {one.uid("tasks"): history.sequence(one, plan) for one in occasions_of(plan)}


@settings(max_examples=15)
@given(st.data())
def test_the_sequence_of_an_entry_never_falls(data: st.DataObject) -> None:
    plan = data.draw(timed_plans(), label="plan")
    # Numbers in the ids tell the order of plans also where each is looked at alone.
    is_counted = data.draw(st.booleans(), label="is_counted")
    dossier = Dossier(plans=[plan])
    before = alone = _sequences(dossier, plan)
    for step in range(2, 5):
        made = data.draw(timed_decisions(plan, step), label="made")
        is_revised = data.draw(st.booleans(), label="is_revised")
        name = "AP" if is_counted else "ABCDE"[step]
        plan = _step(plan, made, None if is_revised else step, name)
        # What went on into another plan was changed by that.
        least = 0 if is_revised else 1
        changes = [
            DeadlineChange(subject=plan.ref(action), old=None, new=_time(step))
            for action in plan
            if data.draw(st.booleans(), label="is_changed")
        ]
        dossier = attrs.evolve(
            dossier,
            plans=[*(one for one in dossier.plans if one.id != plan.id), plan],
            deadline_changes=[*dossier.deadline_changes, *changes],
        )
        after = _sequences(dossier, plan)
        for uid in before.keys() & after.keys():
            assert after[uid] >= before[uid] + least, uid
        before = after
        if is_counted:
            known = _sequences(Dossier(plans=[plan]), plan)
            assert all(known[uid] >= alone[uid] for uid in alone.keys() & known.keys())
            alone = known


@st.composite
def edits(draw: st.DrawFn, plan: ActionPlan) -> ActionPlan:
    """The plan of somebody who moves deadlines and indicators, and adds some or takes some out."""
    adds = draw(st.booleans())
    numbers = count(5000)

    def edited(items: Sequence[T], new: T) -> list[T]:
        if adds:
            return _mixed(draw, items, [new])
        return draw(st.permutations(items))[: draw(st.integers(0, len(items)))]

    actions = [
        attrs.evolve(
            action,
            deadlines=edited(action.deadlines, _time(next(numbers))),
            indicators=edited(
                [
                    attrs.evolve(one, deadlines=edited(one.deadlines, _time(next(numbers))))
                    for one in action.indicators
                ],
                Indicator(text=f"Award {next(numbers)}", deadlines=[_time(next(numbers))]),
            ),
        )
        for action in plan
    ]
    return attrs.evolve(plan, actions=actions)


@given(st.data())
def test_a_merge_of_edits_leaves_each_identifier_to_its_deadline(data: st.DataObject) -> None:
    plan = data.draw(timed_plans(), label="plan")
    if data.draw(st.booleans(), label="is_rolled"):
        plan = _step(plan, data.draw(timed_decisions(plan, 2), label="made"), 2)
    merged = merge(plan, {"DE": data.draw(edits(plan), label="edit"), "FR": plan})
    assert not merged.conflicts
    _check_entries(plan, merged.plan)
