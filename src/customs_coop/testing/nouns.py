"""Strategies for the nouns of the model, up to whole dossiers.

The large ones are composite, so that Hypothesis does not print their every part, and draw from
a strategy that is built once, because building it costs more than drawing from it.
"""

import functools
from typing import TypeVar

from hypothesis import strategies as st

from customs_coop.deadline import Deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    Appearance,
    Approval,
    DeadlineChange,
    DeadlineRef,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Marking,
    Measure,
    Measurement,
    Named,
    Note,
    Objective,
    Obligation,
    Party,
    PartyKind,
    PartyName,
    PeriodTarget,
    PlanRef,
    PlanRevision,
    Priority,
    ProgressReport,
    Recommendation,
    Role,
    Stage,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.testing.values import (
    action_refs,
    codes,
    days,
    deadlines,
    decimals,
    document_numbers,
    identities,
    names,
    partial_dates,
    periods,
    plan_ids,
    references,
    texts,
)

__all__ = [
    "actions",
    "appearances",
    "deadline_changes",
    "documents",
    "dossiers",
    "events",
    "indicators",
    "involvements",
    "links",
    "obligations",
    "parties",
    "plans",
    "progress_reports",
    "recommendations",
    "strategies",
]

T = TypeVar("T")


def _few(members: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """Tuples, mostly short: a dossier of full ones would be too large to be of use."""
    return st.lists(members, max_size=most).map(tuple)


def _deadline_origins() -> st.SearchStrategy[tuple[DeadlineRef | None, ...]]:
    """Mostly none: deadlines stand as they first stood, unless a rollover says otherwise."""
    items = action_refs() | st.builds(IndicatorRef, action_refs(), st.integers(1, 9))
    return st.just(()) | _few(st.none() | st.builds(DeadlineRef, items, st.integers(1, 9)))


def indicators() -> st.SearchStrategy[Indicator]:
    """Performance indicators, qualitative and quantitative."""
    measures = st.builds(
        Measure,
        unit=names(),
        baseline=st.none() | decimals(),
        target=st.none() | decimals(),
        targets=_few(st.builds(PeriodTarget, period=periods(), value=decimals()), 1),
        ascending=st.booleans(),
    )
    return st.builds(
        Indicator,
        text=texts(),
        code=st.none() | codes(),
        deadlines=_few(deadlines()),
        status=st.sampled_from(Status),
        evidence=_few(references()),
        measure=st.none() | measures,
        origin=st.none() | st.builds(IndicatorRef, action_refs(), st.integers(1, 9)),
        deadline_origins=_deadline_origins(),
    )


def involvements() -> st.SearchStrategy[Involvement]:
    """Parts that parties have in actions."""
    return st.builds(
        Involvement,
        party=st.sampled_from(("CCWP", "COM", "EUROPOL", "MS")) | names(),
        role=st.sampled_from(Role),
        text=texts(),
        confirmed=st.booleans(),
    )


def links() -> st.SearchStrategy[Link]:
    """Links to identities and to references."""
    return st.builds(
        Link,
        kind=st.sampled_from(LinkKind),
        target=identities() | references(),
        text=texts(),
        inferred=st.booleans(),
    )


def appearances() -> st.SearchStrategy[Appearance]:
    """Places where an action stood before, with its title there or without."""
    return st.builds(Appearance, action=action_refs() | plan_ids().map(PlanRef), title=texts())


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """Actions with every field in use."""
    return draw(_actions())


@functools.cache
def _actions() -> st.SearchStrategy[Action]:
    return st.builds(
        Action,
        code=codes(),
        title=texts(),
        aliases=_few(codes()),
        origin=st.none() | action_refs(),
        earlier=_few(appearances(), 1),
        work_area=st.none() | codes(),
        objectives=_few(codes()),
        priority=st.none() | st.sampled_from(Priority) | texts(),
        status=st.sampled_from(Status),
        status_text=texts(),
        indicators=_few(indicators()),
        outcomes=_few(texts()),
        involved=_few(involvements()),
        terms_of_reference=texts(),
        deadlines=_few(deadlines()),
        deadline_origins=_deadline_origins(),
        references=_few(references()),
        links=_few(links()),
        funding=_few(
            st.builds(Funding, programme=texts(), state=texts(), amount=texts(), text=texts()),
            1,
        ),
        notes=_few(names(), 1),
        extra=_few(st.builds(ExtraCell, heading=texts(), text=texts()), 1),
    )


@st.composite
def plans(draw: st.DrawFn) -> ActionPlan:
    """Action plans whose actions have distinct codes, as real ones have."""
    return draw(_plans())


@functools.cache
def _plans() -> st.SearchStrategy[ActionPlan]:
    return st.builds(
        ActionPlan,
        id=plan_ids(),
        title=texts(),
        number=st.none() | st.integers(1, 20),
        period=st.none() | periods(),
        strategy=st.none() | names(),
        document=st.none() | document_numbers(),
        work_areas=_few(st.builds(WorkArea, code=codes(), title=texts())),
        actions=st.lists(actions(), max_size=3, unique_by=lambda action: action.code).map(tuple),
        status=st.sampled_from(Status),
        approvals=_few(
            st.builds(Approval, party=names(), on=st.none() | partial_dates(), text=texts()), 1
        ),
        previous=_few(plan_ids()),
        notes=_few(st.builds(Note, id=names(), mark=texts(), text=texts()), 1),
        revision=st.none()
        | st.builds(
            PlanRevision,
            actions=st.none() | st.integers(0, 99),
            work_areas=st.none() | st.integers(0, 20),
            deleted_areas=_few(texts(), 1),
            text=texts(),
        ),
    )


def strategies() -> st.SearchStrategy[Strategy]:
    """Strategies with objectives."""
    return st.builds(
        Strategy,
        id=names(),
        title=texts(),
        adopted=st.none() | days(),
        reference=st.none() | references(),
        objectives=_few(st.builds(Objective, code=codes(), text=texts())),
    )


def recommendations() -> st.SearchStrategy[Recommendation]:
    """Recommendations, with and without a report."""
    return st.builds(
        Recommendation,
        id=names(),
        text=texts(),
        number=texts(),
        document=st.none() | document_numbers(),
        arising_from=st.none() | action_refs(),
        addressees=_few(names()),
        status=st.sampled_from(Status),
        links=_few(links()),
    )


def obligations() -> st.SearchStrategy[Obligation]:
    """Duties, with and without a bearer."""
    return st.builds(
        Obligation,
        text=texts(),
        party=st.none() | names(),
        to=st.none() | names(),
        subject=st.none() | identities(),
        deadline=st.none() | deadlines(),
    )


def documents() -> st.SearchStrategy[Document]:
    """Documents with their covers."""
    return st.builds(
        Document,
        reference=references() | st.builds(Named, names(), st.just("conclusions")),
        title=texts(),
        date=st.none() | days(),
        marking=st.none() | st.sampled_from(Marking) | texts(),
        origin=texts(),
        addressee=texts(),
        previous=_few(document_numbers()),
        links=_few(links()),
    )


def parties() -> st.SearchStrategy[Party]:
    """Parties with names that they bore for a time."""
    return st.builds(
        Party,
        id=names(),
        name=texts(),
        kind=st.none() | st.sampled_from(PartyKind),
        part_of=st.none() | names(),
        names=_few(
            st.builds(PartyName, text=texts(), since=st.none() | days(), until=st.none() | days())
        ),
    )


def events() -> st.SearchStrategy[Event]:
    """Events with certain and uncertain dates."""
    return st.builds(Event, id=names(), title=texts(), when=st.none() | partial_dates())


def progress_reports() -> st.SearchStrategy[ProgressReport]:
    """Reports on progress, with measurements."""
    measurements = st.builds(
        Measurement, period=periods(), value=decimals(), unit=names(), dimension=texts()
    )
    return st.builds(
        ProgressReport,
        party=names(),
        subject=identities() | _indicator_refs(),
        on=days(),
        status=st.sampled_from(Status),
        text=texts(),
        evidence=_few(references()),
        measurements=_few(measurements, 1),
        stage=st.none() | st.sampled_from(Stage),
        applicable=st.booleans(),
        due=st.none() | days(),
    )


def deadline_changes() -> st.SearchStrategy[DeadlineChange]:
    """Deadlines that were changed; the two of a change differ."""
    return (
        st.tuples(st.none() | deadlines(), st.none() | deadlines())
        .filter(_differ)
        .flatmap(
            lambda both: st.builds(
                DeadlineChange,
                subject=identities() | _indicator_refs(),
                old=st.just(both[0]),
                new=st.just(both[1]),
                document=st.none() | document_numbers(),
                on=st.none() | days(),
                reason=texts(),
                event=st.just("") | names(),
            )
        )
    )


def _differ(both: tuple[Deadline | None, Deadline | None]) -> bool:
    return both[0] != both[1]


def _indicator_refs() -> st.SearchStrategy[IndicatorRef]:
    return st.builds(IndicatorRef, action_refs(), st.integers(1, 30))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Whole dossiers, with every kind of member."""
    return draw(_dossiers())


@functools.cache
def _dossiers() -> st.SearchStrategy[Dossier]:
    return st.builds(
        Dossier,
        strategies=_few(strategies(), 1),
        plans=_few(plans(), 2),
        recommendations=_few(recommendations(), 1),
        documents=_few(documents(), 1),
        parties=_few(parties(), 1),
        events=_few(events(), 1),
        obligations=_few(obligations(), 1),
        progress=_few(progress_reports(), 1),
        deadline_changes=_few(deadline_changes(), 1),
    )
