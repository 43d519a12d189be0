"""Rule: a revision tells every change, loses nothing, and keeps every code that stays."""

from typing import TypeAlias

import attrs
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.comparison import Changed, Merged, Removed, Split, diff
from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Code,
    Indicator,
    Link,
    LinkKind,
    PlanRef,
    Status,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    CAP,
    KEEP,
    Carry,
    Complete,
    DeadlinePolicy,
    Defer,
    Disposition,
    Drop,
    ItemOutcome,
    MergeInto,
    RevisionKind,
    Settle,
    SplitInto,
    ledger_from_json,
    ledger_to_json,
    revise,
)
from customs_coop.validation import validate

_CODES = ("1.1", "1.2", "1.4", "2.1", "2.3", "7", "14a", "A")
# Titles that nobody would take for one another: likeness would pair what is not the same.
_TITLES = dict(zip(_CODES, ("abc", "def", "ghi", "jkl", "mno", "pqr", "stu", "vwx"), strict=True))
_INDICATORS = st.sampled_from(
    [
        (),
        (Indicator(text="Course", deadlines=[parse_deadline("June 2009")]), Indicator(text="Go")),
        (Indicator(text="Report", status=Status.COMPLETED),),
    ]
)
# Times that a cap moves, that it leaves, and those that stand twice.
_DEADLINES = st.sampled_from(
    [
        [parse_deadline(words) for words in texts]
        for texts in ((), ("during 2009",), ("May 2007",), ("tbc", "tbc"), ("May 2007", "tbc"))
    ]
)
_LINKS = st.builds(
    Link,
    kind=st.sampled_from([LinkKind.DEPENDS_ON, LinkKind.AWAITS, LinkKind.HANDLED_WITH]),
    target=st.sampled_from([ActionRef("AP1", code) for code in (*_CODES, "9.9")]),
)
_REASONS = st.sampled_from(["", "no money"])
_End: TypeAlias = Complete | Defer | Drop
_ENDS: st.SearchStrategy[_End] = st.sampled_from(
    [Complete("seen"), Defer("later"), Drop("no money")]
)


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    codes = draw(st.lists(st.sampled_from(_CODES), max_size=5, unique=True))
    actions = [
        Action(
            code=code,
            title=_TITLES[code],
            aliases=draw(st.sampled_from([(), (f"9.{9 + _CODES.index(code)}",)])),
            work_area=code[0] if "." in code else None,
            priority=draw(st.sampled_from(["High", "Defer", None])),
            objectives=draw(st.sampled_from([(), ("A",)])),
            status=draw(st.sampled_from(Status)),
            indicators=draw(_INDICATORS),
            deadlines=draw(_DEADLINES),
            links=draw(st.lists(_LINKS, max_size=2)),
        )
        for code in codes
    ]
    return ActionPlan(
        id="AP1",
        title="Plan",
        period="2004-01-01/2006-12-31",
        document=draw(st.sampled_from([None, DocumentNumber(14680, 2005)])),
        work_areas=[WorkArea(code="1", title="Law"), WorkArea(code="2", title="")],
        actions=actions,
    )


def _kept(action: Action) -> st.SearchStrategy[Disposition]:
    split = st.sampled_from([["xyz"], ["xyz", "zzz"], ["xyz", "zzz", "yyy"]])
    kept: st.SearchStrategy[Disposition] = st.builds(Carry, _REASONS)
    if action.indicators:
        kept |= st.builds(lambda end: Carry(indicators=[Settle(1, end)]), _ENDS)
    first = Action(code="1", title="xyz", deadlines=action.deadlines[:1])
    rest = Action(
        code="1", title="zzz", deadlines=action.deadlines[1:], indicators=action.indicators
    )
    filled = st.sampled_from([[first, rest], [first, rest, "yyy"], ["xyz", rest]])
    return kept | st.builds(SplitInto, split | filled, _REASONS)


@st.composite
def decisions(draw: st.DrawFn, plan: ActionPlan) -> dict[Code, Disposition]:
    chosen: dict[Code, Disposition] = {}
    going_on: list[Action] = []
    for action in plan:
        if going_on and draw(st.integers(0, 3)) == 0:
            chosen[action.code] = MergeInto(draw(st.sampled_from(going_on)).code, draw(_REASONS))
        elif draw(st.booleans()):
            chosen[action.code] = draw(_ENDS)
        else:
            chosen[action.code] = draw(_kept(action))
            going_on.append(action)
    return chosen


@given(plan=plans(), data=st.data(), deadlines=st.sampled_from([KEEP, CAP]))
def test_every_change_is_told_and_nothing_is_lost(
    plan: ActionPlan, data: st.DataObject, deadlines: DeadlinePolicy
) -> None:
    chosen = data.draw(decisions(plan))
    needed = {
        str(plan[decided.code].work_area)
        for decided in chosen.values()
        if isinstance(decided, MergeInto)
    }
    split = {str(plan[code].work_area) for code, d in chosen.items() if not isinstance(d, Carry)}
    area = data.draw(st.sampled_from([None, "1", "2"]))
    settled = {str(plan[code].work_area) for code, d in chosen.items() if d != Carry(d.reason)}
    areas: dict[str, str] = {}
    if area is not None and area not in needed | split | settled:
        areas[area] = "standard"
    revision = revise(
        plan, decide=lambda action: chosen[action.code], deadlines=deadlines, drop_areas=areas
    )
    new = revision.plan

    differences = set()
    for change in diff(plan, new):
        match change:
            case Changed(after=after, field=field):
                differences.add(("AP1" if isinstance(after, PlanRef) else str(after), field))
            case Removed(before=place) | Merged(before=place) | Split(after=place):
                differences.add((str(place), ""))
            case _:
                raise AssertionError(change)
    changes = [change for change in revision if change.kind is not RevisionKind.DECIDED]
    assert {(str(change.place), change.field) for change in changes} == differences
    # Each reason that somebody gave is told, as data and in the note.
    note = str(revision)
    for action in plan:
        decided = chosen[action.code]
        if decided.reason == "no money" and not isinstance(decided, Complete | Drop):
            place = plan.ref(action)
            assert any(one.place == place and one.reason == "no money" for one in revision) or (
                action.work_area is not None and action.work_area.text in areas
            )
            assert "no money" in note or areas

    assert [entry.action for entry in revision.ledger] == [plan.ref(action) for action in plan]
    assert revision.ledger.balance.balanced
    assert ledger_from_json(ledger_to_json(revision.ledger))[0] == revision.ledger
    assert sum(count for _, count in revision.ledger.composition) == len(new)
    for entry in revision.ledger:
        assert all(ref.code in new for ref in entry.successors)
        items = [(one.successors, one.outcome) for one in entry.indicators]
        items += [(one.successors, one.outcome) for one in entry.milestones]
        for there, outcome in items:
            assert set(there) <= set(entry.successors)
            if outcome is ItemOutcome.CARRIED:
                assert there

    stayed = [action.code for action in new if action.code in {one.code for one in plan}]
    assert stayed == [action.code for action in plan if action.code in set(stayed)]
    assert len({action.code for action in new}) == len(new)
    # A link that led nowhere stands in the row that its own was merged into.
    known = {found.code for found in validate(plan).errors}
    assert {found.code for found in validate(new).errors} <= known
    assert str(revision)
    again = revise(
        plan, decide=lambda action: chosen[action.code], deadlines=deadlines, drop_areas=areas
    )
    assert again == revision


@given(plan=plans())
def test_what_is_carried_and_kept_is_the_same(plan: ActionPlan) -> None:
    new = revise(plan, decide=lambda _: Carry()).plan
    assert attrs.evolve(new, document=plan.document) == plan


@given(plan=plans(), data=st.data(), deadlines=st.sampled_from([KEEP, CAP]))
def test_marks_that_are_there_are_not_set_again(
    plan: ActionPlan, data: st.DataObject, deadlines: DeadlinePolicy
) -> None:
    choices: st.SearchStrategy[Disposition] = st.one_of(_ENDS, st.just(Carry()))
    ends = {action.code: data.draw(choices) for action in plan}
    once = revise(plan, decide=lambda action: ends[action.code], deadlines=deadlines).plan
    twice = revise(once, decide=lambda action: ends[action.code], deadlines=deadlines).plan
    assert twice.actions == once.actions
    assert twice.revision == once.revision
