"""Rule: a rollover loses nothing, doubles nothing, and changes neither plan."""

import functools
from collections import Counter

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Appearance,
    Code,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Recommendation,
    RecommendationRef,
    Role,
    Status,
    Target,
    WorkArea,
)
from customs_coop.model.descent import first_places
from customs_coop.model.numbering import missing_codes
from customs_coop.references import ActionCitation
from customs_coop.rollover import (
    Carry,
    Complete,
    DeadlinePolicy,
    Defer,
    Disposition,
    Drop,
    ItemOutcome,
    MergeInto,
    Policy,
    Reschedule,
    Rollover,
    Settle,
    SplitInto,
    ledger_from_json,
    ledger_to_json,
    roll_over,
)
from customs_coop.rollover.settling import equal_titles

# Codes of all the kinds that plans use, so close together that they get into each other's way.
_CODES = st.sampled_from(
    [
        *("1.1", "1.2", "1.2a", "1.4", "2.1", "2.3", "5.1", "5.2", "5.10"),
        *("2", "7", "14a", "14b", "A"),
    ]
)
_AREAS = st.sampled_from([None, "1", "2", "5"])
_RECOMMENDATION_IDS = st.sampled_from(["R1", "R2"])
_RECOMMENDATIONS = st.lists(
    st.builds(Recommendation, id=_RECOMMENDATION_IDS, text=st.just("Do")),
    max_size=2,
    unique_by=lambda one: one.id,
)
# Whole values are picked from pools: to build them piece by piece takes ten times as long.
_INDICATORS = st.sampled_from(
    [
        (),
        (Indicator(text="Report"), Indicator(text="Report")),
        *(
            (Indicator(text="Course", deadlines=[parse_deadline(text)]), Indicator(text="Guide"))
            for text in ("December 2006", "during 2007", "Annually", "tbc", "June 2009")
        ),
    ]
)
_DEADLINES = st.sampled_from(
    [
        (),
        (parse_deadline("December 2006"),),
        (parse_deadline("during 2009"),),
        (parse_deadline("tbc"), parse_deadline("tbc")),
    ]
)
_INVOLVED = st.sampled_from([(), (Involvement(party="CCWP", role=Role.RESPONSIBLE),)])
_TARGETS: tuple[Target, ...] = (
    *(ActionRef("AP1", code) for code in ("1.1", "1.2", "2.1", "5.2", "7", "14b", "9.9")),
    *(ActionCitation(None, code) for code in ("1.1", "1.3", "5.2", "9.9")),
    ActionCitation(1, "1.2"),
    ActionRef("AP0", "1.1"),
)
_LINKS = st.sampled_from(
    [
        *(
            Link(kind=kind, target=target)
            for kind in (LinkKind.DEPENDS_ON, LinkKind.AWAITS, LinkKind.MERGED_FROM)
            for target in _TARGETS
        ),
        *(Link(kind=LinkKind.TAKES_UP, target=RecommendationRef(name)) for name in ("R1", "R2")),
        *(
            Link(kind=LinkKind.CONTINUES, target=target)
            for target in (ActionRef("AP0", "1.1"), ActionRef("AP0", "7"), ActionCitation(1, "2.1"))
        ),
    ]
)
_ORIGINS = st.sampled_from([None, None, ActionRef("AP0", "1.1"), ActionRef("AP0", "1.2")])
_ACTIONS = st.builds(
    Action,
    code=_CODES,
    title=st.sampled_from(["Train officers", "Fight fraud", "Report"]),
    aliases=st.sampled_from([(), (), ("1.1",), ("9.9",)]),
    origin=_ORIGINS,
    work_area=_AREAS,
    status=st.sampled_from(Status),
    indicators=_INDICATORS,
    involved=_INVOLVED,
    deadlines=_DEADLINES,
    links=st.lists(_LINKS, max_size=2),
)
_PARTS = (
    Action(code="1.1", title="On land", aliases=["5.1"], origin=ActionRef("AP0", "1.1")),
    Action(
        code="14b",
        title="Underground",
        work_area="5",
        indicators=[Indicator(text="Report")],
        links=[Link(kind=LinkKind.DEPENDS_ON, target=ActionRef("AP1", "1.2"))],
    ),
)
_WORK_AREAS = st.just(
    tuple(
        WorkArea(code=code, title=title) for code, title in (("1", "Law"), ("2", ""), ("5", "Risk"))
    )
)


@st.composite
def plans(draw: st.DrawFn, *, name: str, numbers: st.SearchStrategy[int | None]) -> ActionPlan:
    """A plan whose codes are unique, as the rule on identity asks."""
    actions = draw(st.lists(_ACTIONS, max_size=6, unique_by=lambda action: action.code.text))
    return ActionPlan(
        id=name,
        title="Plan",
        number=draw(numbers),
        period="2007-01-01/2008-06-30" if name == "AP2" else "2004-01-01/2006-12-31",
        work_areas=draw(_WORK_AREAS),
        actions=actions,
    )


_OLD = plans(name="AP1", numbers=st.sampled_from([None, 1, 5]))
_DRAFTS = plans(name="AP2", numbers=st.sampled_from([None, 2, 6])).map(
    # The links of a draft are its author's business; here it has none that lead nowhere.
    lambda plan: attrs.evolve(plan, actions=[attrs.evolve(a, links=()) for a in plan.actions])
)


def _going_on(action: Action) -> st.SearchStrategy[Disposition]:
    """Carry, with single indicators settled, and splits that leave nothing out."""
    ends = st.sampled_from([Complete("seen"), Defer("later"), Drop("no money")])
    carried: st.SearchStrategy[Disposition] = st.just(Carry())
    if action.indicators:
        carried |= st.builds(lambda end: Carry(indicators=[Settle(1, end)]), ends)
        first = action.indicators[0]
        if not action.status.closed and not first.status.closed:
            number = 1 if first.deadlines else None
            later = Settle(1, Reschedule("by March 2008", "agreed", deadline=number))
            carried |= st.just(Carry(indicators=[later]))
    everything = Action(
        code="1", title="All of it", indicators=action.indicators, deadlines=action.deadlines
    )
    firsts = st.sampled_from(["At sea", "In the air", everything])
    others = st.lists(st.sampled_from(["At sea", "In the air", *_PARTS]), max_size=2)
    splits = st.builds(lambda one, more: SplitInto([one, *more]), firsts, others)
    return carried | splits.filter(lambda split: not [*equal_titles(split.parts)])


@st.composite
def decisions(draw: st.DrawFn, plan: ActionPlan) -> dict[Code, Disposition]:
    """One decision for each action; mergers go only into what is carried or split."""
    ends: st.SearchStrategy[Disposition] = st.sampled_from(
        [Complete(), Defer("later"), Drop("no money")]
    )
    made: dict[Code, Disposition] = {
        action.code: draw(_going_on(action) | ends) for action in plan.actions
    }
    survivors = [code for code, one in made.items() if isinstance(one, Carry | SplitInto)]
    for code in made:
        if code not in survivors and survivors and draw(st.booleans()):
            made[code] = MergeInto(draw(st.sampled_from(survivors)))
    return made


@attrs.frozen(kw_only=True)
class Case:
    """Everything that goes into a rollover."""

    plan: ActionPlan
    into: ActionPlan
    made: dict[Code, Disposition]
    recommendations: list[Recommendation]
    deadlines: DeadlinePolicy
    missing: dict[Code, Disposition]

    @property
    def decide(self) -> Policy:
        return lambda action: self.made[action.code]

    @functools.cached_property
    def rolled(self) -> Rollover:
        return self.roll()

    def roll(self) -> Rollover:
        return roll_over(
            self.plan,
            into=self.into,
            decide=self.decide,
            recommendations=self.recommendations,
            deadlines=self.deadlines,
            missing={**self.missing},
        )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    plan = draw(_OLD)
    return Case(
        plan=plan,
        into=draw(
            _DRAFTS | st.just(ActionPlan(id="AP2", title="Plan", period="2007-01-01/2008-06-30"))
        ),
        made=draw(decisions(plan)),
        recommendations=draw(_RECOMMENDATIONS),
        deadlines=draw(st.sampled_from(DeadlinePolicy)),
        missing={code: Drop("given up") for code in missing_codes(plan) if draw(st.booleans())},
    )


def nothing_is_lost(case: Case) -> None:
    rolled = case.rolled
    ledger = rolled.ledger
    assert [entry.action for entry in ledger] == [case.plan.ref(a) for a in case.plan]
    assert [entry.disposition for entry in ledger] == [case.made[a.code] for a in case.plan]
    for entry, action in zip(ledger, case.plan, strict=True):
        numbered = list(enumerate(action.indicators, 1))
        assert [(one.number, one.indicator) for one in entry.indicators] == numbered
        timed = list(enumerate(action.deadlines, 1))
        assert [(one.number, one.deadline) for one in entry.milestones] == timed
    assert ledger.balance.balanced
    balance = ledger.balance
    assert balance["actions"].opening == len(case.plan)
    assert balance["recommendations"].opening == len(case.recommendations)
    assert [one.code for one in ledger.missing] == list(missing_codes(case.plan))
    assert {one.code: one.disposition for one in ledger.missing if one.disposition} == case.missing
    beyond = len(ledger.added) + len(ledger.waiting)
    assert len(ledger.rows) == sum(row.opening for row in balance) + beyond
    assert sum(count for _, count in ledger.composition) == len(rolled.plan)
    there = {rolled.plan.ref(action) for action in rolled.plan}
    for entry in ledger:
        goes_on = isinstance(entry.disposition, Carry | SplitInto | MergeInto)
        assert bool(entry.successors) == goes_on
        assert there.issuperset(entry.successors)


def what_is_open_stands_where_the_ledger_says(case: Case) -> None:
    rolled = case.rolled
    going_on = (ItemOutcome.CARRIED, ItemOutcome.MERGED, ItemOutcome.SPLIT)
    for entry in rolled.ledger:
        for item in entry.indicators:
            if item.outcome in going_on:
                assert item.successors
            for ref in item.successors:
                there = rolled.plan[ref.code].indicators
                same = [one for one in there if one.text == item.indicator.text]
                assert same
                if item.moved:
                    assert item.moved in [one.deadlines for one in same]
        for timed in entry.milestones:
            if timed.outcome in going_on:
                assert timed.successors
            for ref in timed.successors:
                assert (timed.moved or timed.deadline) in rolled.plan[ref.code].all_deadlines


def what_is_settled_is_taken_out_or_marked(case: Case) -> None:
    rolled = case.rolled
    for entry in rolled.ledger:
        if isinstance(entry.disposition, Carry):
            there = rolled.plan[entry.successors[0].code]
            for settle in entry.disposition.indicators:
                item = entry.indicators[int(settle.item) - 1]
                assert item.reason == settle.disposition.reason
                if isinstance(settle.disposition, Reschedule):
                    # Whatever the policy for deadlines is, the time that somebody set stands.
                    assert (item.outcome, item.moved[0].edtf) == (
                        ItemOutcome.CARRIED,
                        "[..2008-03-31]",
                    )
                    continue
                assert item.outcome.value == settle.disposition.word
                assert bool(item.successors) == isinstance(settle.disposition, Complete)
                if item.successors:
                    done = attrs.evolve(item.indicator, status=Status.COMPLETED)
                    assert done in there.indicators


def a_rollover_into_its_own_result_changes_nothing(case: Case) -> None:
    first = case.rolled
    again = attrs.evolve(case, into=first.plan).roll()
    assert again.plan == first.plan
    assert again.ledger == first.ledger


def every_first_part_knows_where_it_stood(case: Case) -> None:
    rolled = case.rolled
    for action, entry in zip(case.plan, rolled.ledger, strict=True):
        if isinstance(entry.disposition, Carry | SplitInto):
            there = rolled.plan[entry.successors[0].code]
            assert there.earlier[-1] == Appearance(action=entry.action, title=action.title)
            assert there.earlier[0].action == there.origin == entry.first
            assert there.earlier[0].title == entry.first_wording
            assert entry.times_carried == len(entry.earlier) + 1
            for ref in entry.successors[1:]:
                assert rolled.plan[ref.code].earlier == ()


def the_account_reads_back_from_json(case: Case) -> None:
    ledger = case.rolled.ledger
    read, report = ledger_from_json(ledger_to_json(ledger))
    assert read == ledger
    assert report.ok


def texts_and_indicators_of_what_is_carried_or_merged_arrive(case: Case) -> None:
    rolled = case.rolled
    for action, entry in zip(case.plan, rolled.ledger, strict=True):
        if isinstance(entry.disposition, Carry | MergeInto):
            there = rolled.plan[entry.successors[0].code]
            assert action.title in there.title
            arrived = Counter(indicator.text for indicator in there.indicators)
            kept = [
                one
                for place, one in enumerate(action.indicators, 1)
                if not any(
                    settle.item == place and not isinstance(settle.disposition, Complete)
                    for settle in entry.disposition.indicators
                )
            ]
            assert not Counter(indicator.text for indicator in kept) - arrived
            assert set(action.involved) <= set(there.involved)


def nothing_is_doubled(case: Case) -> None:
    rolled = case.rolled
    own = [
        ref
        for entry in rolled.ledger
        if not isinstance(entry.disposition, MergeInto)
        for ref in entry.successors
    ]
    assert len(set(own)) == len(own)
    assert len(rolled.plan) == len(case.into) + len(own)
    old_origins = [entry.first for entry in rolled.ledger]
    if len(set(old_origins)) == len(old_origins):
        carried = [rolled.plan[ref.code].origin for ref in own]
        of_old = [origin for origin in carried if origin in set(old_origins)]
        assert len(set(of_old)) == len(of_old)


def codes_are_unique_and_those_of_the_draft_stay(case: Case) -> None:
    rolled = case.rolled
    codes = [action.code for action in rolled.plan]
    assert len(set(codes)) == len(codes)
    for action in case.into:
        assert rolled.plan[action.code] == action
    aliases = {alias for action in case.into for alias in action.aliases}
    mine = {action.code for action in case.into}
    assert not aliases & (set(codes) - mine)


def no_link_dangles_inside_the_new_plan(case: Case) -> None:
    rolled = case.rolled
    for action in rolled.plan:
        assert len(set(action.links)) == len(action.links)
        for link in action.links:
            if isinstance(link.target, ActionRef) and link.target.plan == rolled.plan.id:
                assert link.target.code in rolled.plan
                assert link.target != rolled.plan.ref(action)


def links_to_what_goes_on_follow(case: Case) -> None:
    rolled = case.rolled
    goes_on = {entry.action for entry in rolled.ledger if entry.successors}
    for entry in rolled.ledger:
        for ref in entry.successors:
            for link in rolled.plan[ref.code].links:
                if link.kind is LinkKind.DEPENDS_ON and link.target in goes_on:
                    (there,) = (e.successors for e in rolled.ledger if e.action == link.target)
                    assert set(there) == {ref}  # else the action would wait for itself


def no_code_without_its_plan_gets_another_meaning(case: Case) -> None:
    rolled = case.rolled
    codes = {code for action in rolled.plan for code in (action.code, *action.aliases)}
    for entry in rolled.ledger:
        for ref in entry.successors:
            for link in rolled.plan[ref.code].links:
                if isinstance(link.target, ActionCitation) and link.target.plan is None:
                    assert Code(link.target.code) not in codes


def the_next_rollover_knows_the_first_words(case: Case) -> None:
    rolled = case.rolled
    after = roll_over(
        rolled.plan, into=ActionPlan(id="AP3", title="Plan"), decide=lambda _: Carry()
    )
    firsts = {entry.action: (entry.first, entry.first_wording) for entry in after.ledger}
    for entry in rolled.ledger:
        if isinstance(entry.disposition, Carry | SplitInto):
            assert firsts[entry.successors[0]] == (entry.first, entry.first_wording)


def the_old_order_is_kept_where_the_draft_is_empty(case: Case) -> None:
    rolled = attrs.evolve(case, into=attrs.evolve(case.into, actions=())).roll()
    own = [
        (ref.code, rolled.plan[ref.code].work_area == old.work_area)
        for old, entry in zip(case.plan, rolled.ledger, strict=True)
        if not isinstance(entry.disposition, MergeInto)
        for ref in entry.successors
    ]
    # A part of a split that comes into another work area stands there.
    staying = [code for code, stays in own if stays]
    new = [action.code for action in rolled.plan]
    assert staying == [code for code in new if code in staying]
    assert sorted(new) == sorted(code for code, _ in own)


def old_and_new_codes_belong_together_one_to_one(case: Case) -> None:
    rolled = case.rolled
    pairs = {
        entry.action: entry.successors[0]
        for entry in rolled.ledger
        if isinstance(entry.disposition, Carry)
    }
    assert len(set(pairs.values())) == len(pairs)
    for old, new in pairs.items():
        assert rolled.plan[new.code].earlier[-1].action == old


def the_order_of_decisions_does_not_matter(case: Case) -> None:
    backwards = attrs.evolve(
        case,
        made=dict(reversed(case.made.items())),
        missing=dict(reversed(case.missing.items())),
    ).roll()
    assert backwards.plan == case.rolled.plan
    assert backwards.ledger == case.rolled.ledger
    assert backwards.report == case.rolled.report


def both_plans_stay_and_the_result_is_the_same_again(case: Case) -> None:
    before = repr((case.plan, case.into))
    first, second = case.rolled, case.roll()
    assert first == second
    assert str(first.ledger) == str(second.ledger)
    assert first.report == second.report
    assert repr((case.plan, case.into)) == before


def every_recommendation_has_one_entry(case: Case) -> None:
    rolled = case.rolled
    entries = rolled.ledger.recommendations
    assert [str(entry.recommendation) for entry in entries] == [r.id for r in case.recommendations]
    for entry in entries:
        takers = {
            rolled.plan.ref(action)
            for action in rolled.plan
            if action.status is not Status.OBSOLETE
            and any(
                link.target == entry.recommendation and link.kind is LinkKind.TAKES_UP
                for link in action.links
            )
        }
        assert set(entry.successors) == takers


def deadlines_stay_unless_a_choice_is_named(case: Case) -> None:
    kept = attrs.evolve(case, deadlines=DeadlinePolicy.KEEP).roll()
    for action, entry in zip(case.plan, kept.ledger, strict=True):
        if isinstance(entry.disposition, Carry):
            there = kept.plan[entry.successors[0].code]
            if entry.disposition.indicators:
                continue
            assert set(action.all_deadlines) <= set(there.all_deadlines)
    moved = case.rolled
    assert len(moved.plan) == len(kept.plan)
    for one, other in zip(kept.plan, moved.plan, strict=True):
        assert len(one.all_deadlines) == len(other.all_deadlines)


def every_indicator_that_goes_on_keeps_its_place_and_shares_it_with_none(case: Case) -> None:
    rolled = case.rolled
    drafted = {action.code for action in case.into}
    made = [action for action in rolled.plan if action.code not in drafted]
    known = [one.origin for action in made for one in action.indicators if one.origin is not None]
    assert len(set(known)) == len(known)
    words = {one.origin: one.text for action in made for one in action.indicators}
    going_on = set()
    for entry, places in zip(rolled.ledger, first_places(case.plan), strict=True):
        for item, place in zip(entry.indicators, places, strict=True):
            if item.successors:
                # A part that has a copy of it is among them, but only one is the old one.
                assert words[place] == item.indicator.text
                going_on.add(place)
    assert going_on == set(known)
    # Where a part holds what the old action has not, that is new: it first stands there.
    for action, places in zip(rolled.plan, first_places(rolled.plan), strict=True):
        for one, place in zip(action.indicators, places, strict=True):
            assert place == one.origin or (one.origin is None and place not in known)


RULES = (
    every_indicator_that_goes_on_keeps_its_place_and_shares_it_with_none,
    nothing_is_lost,
    what_is_open_stands_where_the_ledger_says,
    what_is_settled_is_taken_out_or_marked,
    a_rollover_into_its_own_result_changes_nothing,
    every_first_part_knows_where_it_stood,
    the_account_reads_back_from_json,
    texts_and_indicators_of_what_is_carried_or_merged_arrive,
    nothing_is_doubled,
    codes_are_unique_and_those_of_the_draft_stay,
    no_link_dangles_inside_the_new_plan,
    links_to_what_goes_on_follow,
    no_code_without_its_plan_gets_another_meaning,
    the_next_rollover_knows_the_first_words,
    the_old_order_is_kept_where_the_draft_is_empty,
    old_and_new_codes_belong_together_one_to_one,
    the_order_of_decisions_does_not_matter,
    both_plans_stay_and_the_result_is_the_same_again,
    every_recommendation_has_one_entry,
    deadlines_stay_unless_a_choice_is_named,
)


# To make a case takes longer than to check it, so each case is asked for every rule.
@settings(max_examples=60)
@given(case=cases())
def test_every_rule_holds(case: Case) -> None:
    for rule in RULES:
        rule(case)
