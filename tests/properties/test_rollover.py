"""Rule: a rollover loses nothing, doubles nothing, and changes neither plan."""

from collections import Counter

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
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
from customs_coop.rollover import (
    Carry,
    Complete,
    DeadlinePolicy,
    Defer,
    Disposition,
    Drop,
    MergeInto,
    Policy,
    Rollover,
    SplitInto,
    roll_over,
)

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
    st.builds(Recommendation, id=_RECOMMENDATION_IDS, text=st.just("Do")), max_size=3
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
    [(), (parse_deadline("December 2006"),), (parse_deadline("during 2009"),)]
)
_INVOLVED = st.sampled_from([(), (Involvement(party="CCWP", role=Role.RESPONSIBLE),)])
_TARGETS: tuple[Target, ...] = (
    *(ActionRef("AP1", code) for code in ("1.1", "1.2", "2.1", "5.2", "7", "14b", "9.9")),
    ActionRef("AP0", "1.1"),
    RecommendationRef("R1"),
    RecommendationRef("R2"),
)
_LINKS = st.sampled_from(
    [
        Link(kind=kind, target=target)
        for kind in (LinkKind.DEPENDS_ON, LinkKind.AWAITS, LinkKind.MERGED_FROM)
        for target in _TARGETS
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


@st.composite
def decisions(draw: st.DrawFn, plan: ActionPlan) -> dict[Code, Disposition]:
    """One decision for each action; mergers go only into what is carried or split."""
    ends: st.SearchStrategy[Disposition] = st.sampled_from(
        [Complete(), Defer("later"), Drop("no money")]
    )
    parts = st.lists(st.sampled_from(["At sea", "In the air", *_PARTS]), min_size=1, max_size=3)
    goes_on: st.SearchStrategy[Disposition] = st.just(Carry()) | st.builds(SplitInto, parts)
    made: dict[Code, Disposition] = {action.code: draw(goes_on | ends) for action in plan.actions}
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

    @property
    def decide(self) -> Policy:
        return lambda action: self.made[action.code]

    def roll(self) -> Rollover:
        return roll_over(
            self.plan,
            into=self.into,
            decide=self.decide,
            recommendations=self.recommendations,
            deadlines=self.deadlines,
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
    )


def nothing_is_lost(case: Case) -> None:
    rolled = case.roll()
    ledger = rolled.ledger
    assert [entry.action for entry in ledger] == [case.plan.ref(a) for a in case.plan]
    assert [entry.disposition for entry in ledger] == [case.made[a.code] for a in case.plan]
    assert [entry.indicators for entry in ledger] == [a.indicators for a in case.plan]
    assert sum(ledger.balance.values()) == len(case.plan)
    there = {rolled.plan.ref(action) for action in rolled.plan}
    for entry in ledger:
        goes_on = isinstance(entry.disposition, Carry | SplitInto | MergeInto)
        assert bool(entry.successors) == goes_on
        assert there.issuperset(entry.successors)


def texts_and_indicators_of_what_is_carried_or_merged_arrive(case: Case) -> None:
    rolled = case.roll()
    for action, entry in zip(case.plan, rolled.ledger, strict=True):
        if isinstance(entry.disposition, Carry | MergeInto):
            there = rolled.plan[entry.successors[0].code]
            assert action.title in there.title
            arrived = Counter(indicator.text for indicator in there.indicators)
            assert not Counter(indicator.text for indicator in action.indicators) - arrived
            assert set(action.involved) <= set(there.involved)


def nothing_is_doubled(case: Case) -> None:
    rolled = case.roll()
    own = [
        ref
        for entry in rolled.ledger
        if not isinstance(entry.disposition, MergeInto)
        for ref in entry.successors
    ]
    assert len(set(own)) == len(own)
    assert len(rolled.plan) == len(case.into) + len(own)
    old_origins = [action.origin or case.plan.ref(action) for action in case.plan]
    if len(set(old_origins)) == len(old_origins):
        carried = [rolled.plan[ref.code].origin for ref in own]
        of_old = [origin for origin in carried if origin in set(old_origins)]
        assert len(set(of_old)) == len(of_old)


def codes_are_unique_and_those_of_the_draft_stay(case: Case) -> None:
    rolled = case.roll()
    codes = [action.code for action in rolled.plan]
    assert len(set(codes)) == len(codes)
    for action in case.into:
        assert rolled.plan[action.code] == action
    aliases = {alias for action in case.into for alias in action.aliases}
    mine = {action.code for action in case.into}
    assert not aliases & (set(codes) - mine)


def no_link_dangles_inside_the_new_plan(case: Case) -> None:
    rolled = case.roll()
    for action in rolled.plan:
        assert len(set(action.links)) == len(action.links)
        for link in action.links:
            if isinstance(link.target, ActionRef) and link.target.plan == rolled.plan.id:
                assert link.target.code in rolled.plan
                assert link.target != rolled.plan.ref(action)


def links_to_what_goes_on_follow(case: Case) -> None:
    rolled = case.roll()
    goes_on = {entry.action for entry in rolled.ledger if entry.successors}
    for entry in rolled.ledger:
        for ref in entry.successors:
            for link in rolled.plan[ref.code].links:
                if link.kind is LinkKind.DEPENDS_ON and link.target in goes_on:
                    (there,) = (e.successors for e in rolled.ledger if e.action == link.target)
                    assert set(there) == {ref}  # else the action would wait for itself


def the_old_order_is_kept_where_the_draft_is_empty(case: Case) -> None:
    rolled = attrs.evolve(case, into=attrs.evolve(case.into, actions=())).roll()
    own = [
        ref.code
        for entry in rolled.ledger
        if not isinstance(entry.disposition, MergeInto)
        for ref in entry.successors
    ]
    assert own == [action.code for action in rolled.plan]


def both_plans_stay_and_the_result_is_the_same_again(case: Case) -> None:
    before = repr((case.plan, case.into))
    first, second = case.roll(), case.roll()
    assert first == second
    assert str(first.ledger) == str(second.ledger)
    assert first.report == second.report
    assert repr((case.plan, case.into)) == before


def every_recommendation_has_one_entry(case: Case) -> None:
    rolled = case.roll()
    entries = rolled.ledger.recommendations
    assert [str(entry.recommendation) for entry in entries] == [r.id for r in case.recommendations]
    for entry in entries:
        takers = {
            rolled.plan.ref(action)
            for action in rolled.plan
            if any(link.target == entry.recommendation for link in action.links)
        }
        assert set(entry.successors) == takers


def deadlines_stay_unless_a_choice_is_named(case: Case) -> None:
    kept = attrs.evolve(case, deadlines=DeadlinePolicy.KEEP).roll()
    for action, entry in zip(case.plan, kept.ledger, strict=True):
        if isinstance(entry.disposition, Carry):
            there = kept.plan[entry.successors[0].code]
            assert set(action.all_deadlines) <= set(there.all_deadlines)
    moved = case.roll()
    assert len(moved.plan) == len(kept.plan)
    for one, other in zip(kept.plan, moved.plan, strict=True):
        assert len(one.all_deadlines) == len(other.all_deadlines)


RULES = (
    nothing_is_lost,
    texts_and_indicators_of_what_is_carried_or_merged_arrive,
    nothing_is_doubled,
    codes_are_unique_and_those_of_the_draft_stay,
    no_link_dangles_inside_the_new_plan,
    links_to_what_goes_on_follow,
    the_old_order_is_kept_where_the_draft_is_empty,
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
