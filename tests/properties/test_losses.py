"""What a format says it carries is what comes back from its file.

The rule: where the readers read a file of ours, what they find differs from what was exported only
in fields that `losses` names. The words are plain: how hostile ones are printed is asked elsewhere.
"""

from collections.abc import Iterator
from typing import TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_coop.deadline import By, parse_deadline
from customs_coop.exporters import export, losses
from customs_coop.exporters.base import MODEL_FIELDS, RECORDS
from customs_coop.loading import read_bytes
from customs_coop.model import (
    Action,
    ActionPlan,
    Approval,
    Document,
    Dossier,
    Event,
    ExtraCell,
    Funding,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Note,
    Objective,
    Party,
    PlanRef,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from customs_coop.testing import days, dossiers

NAMES = {kind: name for name, kind in RECORDS.items()}
NUMBER = DocumentNumber.parse("7011/31")

_SYLLABLES = st.sampled_from(("ba", "ko", "ru", "mi", "la", "po", "vu"))
_WORDS = st.lists(_SYLLABLES, min_size=2, max_size=3).map("".join)
plain = st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: " ".join(words).capitalize())
plain_or_none = st.just("") | plain
times = days().map(By) | st.sampled_from(("June 2006", "within 1 year")).map(parse_deadline)


T = TypeVar("T")


def few(members: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(members, max_size=most).map(tuple)


def actions(code: str) -> st.SearchStrategy[Action]:
    indicators = st.builds(
        Indicator, text=plain, deadlines=few(times, 1), status=st.sampled_from(Status)
    )
    # One role each, as the columns set the roles apart and so keep no order among them.
    involved = st.builds(
        Involvement,
        party=st.sampled_from(("CCWP", "COM")),
        role=st.just(Role.RESPONSIBLE),
        text=plain,
        confirmed=st.booleans(),
    )
    # Of some kinds the table prints the words where the original had them, beside the parties.
    kinds = st.sampled_from((LinkKind.DEPENDS_ON, LinkKind.HANDLED_WITH))
    links = st.builds(Link, kind=kinds, target=st.just(PlanRef("AP9")), text=plain_or_none)
    return st.builds(
        Action,
        code=st.just(code),
        title=plain,
        aliases=st.sampled_from(((), ("7.1",))),
        work_area=st.just("5"),
        objectives=st.sampled_from(((), ("A",), ("A", "B"))),
        priority=st.none() | plain,
        status=st.sampled_from(Status),
        indicators=few(indicators),
        outcomes=few(plain),
        involved=few(involved, 1),
        terms_of_reference=plain_or_none,
        deadlines=few(times, 1),
        references=st.sampled_from(((), (NUMBER,))),
        links=few(links, 1),
        funding=few(st.builds(Funding, programme=plain, state=plain_or_none), 1),
        extra=few(st.builds(ExtraCell, heading=st.just("Budget"), text=plain), 1),
    )


@st.composite
def plain_dossiers(draw: st.DrawFn) -> Dossier:
    plan = draw(
        st.builds(
            ActionPlan,
            id=st.sampled_from(("AP5", "P1997")),
            title=plain,
            number=st.none() | st.integers(1, 9),
            strategy=st.none() | st.just("S2003"),
            document=st.none() | st.just(NUMBER),
            work_areas=st.builds(WorkArea, code=st.just("5"), title=plain).map(lambda one: (one,)),
            actions=st.tuples(actions("5.1"), actions("5.2")),
            status=st.sampled_from(Status),
            approvals=few(st.builds(Approval, party=plain), 1),
            previous=st.sampled_from(((), ("AP4",))),
            notes=few(st.builds(Note, id=st.just("n"), mark=st.just("¹"), text=plain), 1),
        )
    )
    strategy = st.builds(
        Strategy,
        id=st.just("S2003"),
        title=plain,
        adopted=st.none() | days(),
        objectives=few(st.builds(Objective, code=st.just("A"), text=plain), 1),
    )
    cover = st.builds(
        Document,
        reference=st.sampled_from((NUMBER, DocumentNumber.parse("7012/31"))),
        title=plain,
        date=st.none() | days(),
        origin=plain_or_none,
        addressee=plain_or_none,
    )
    return Dossier(
        plans=(plan,),
        strategies=draw(few(strategy, 1)),
        documents=draw(few(cover, 1)),
        parties=draw(few(st.builds(Party, id=plain, name=plain), 1)),
        events=draw(few(st.builds(Event, id=plain, title=plain), 1)),
    )


def again(dossier: Dossier, to: str, **options: object) -> Dossier:
    content = export(dossier, to, **options)
    return read_bytes(content if isinstance(content, bytes) else content.encode()).dossier


def differing(one: Dossier, other: Dossier) -> Iterator[str]:
    """The fields in which two dossiers differ; all fields of a member that only one of them has."""
    for field in attrs.fields(Dossier):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        for number, record in enumerate(mine):
            if number < len(theirs):
                yield from differing_fields(record, theirs[number])
            else:
                yield from (name for name, value in given_fields(record) if value)


def given_fields(record: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    for field in attrs.fields(type(record)):
        name, value = f"{NAMES[type(record)]}.{field.name}", getattr(record, field.name)
        if name in MODEL_FIELDS and value != field.default:
            yield name, value


def differing_fields(one: attrs.AttrsInstance, other: attrs.AttrsInstance) -> Iterator[str]:
    for field in attrs.fields(type(one)):
        name = f"{NAMES[type(one)]}.{field.name}"
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if mine == theirs or name not in MODEL_FIELDS:
            continue
        if field.name == "links":
            # Links are found in the words again; those that were never there are no loss.
            yield from (name for _ in mine[:1])
            continue
        pair = mine if isinstance(mine, tuple) else (mine,)
        others = theirs if isinstance(theirs, tuple) else (theirs,)
        if all(type(record) in NAMES for record in (*pair, *others)) and len(pair) == len(others):
            for inner, found in zip(pair, others, strict=True):
                yield from differing_fields(inner, found)
        else:
            yield name


@pytest.mark.parametrize(
    ("to", "options"),
    [
        ("council-docx", {}),
        ("council-docx", {"cover": False}),
        ("council-html", {}),
        ("council-markdown", {}),
        ("council-csv", {}),
    ],
)
def test_a_council_table_differs_only_in_what_is_told(to: str, options: dict[str, object]) -> None:
    @settings(max_examples=8, deadline=None)
    @given(plain_dossiers())
    def check(dossier: Dossier) -> None:
        found = again(dossier, to, **options)
        told = {one.subject for one in losses(dossier, to, **options)}
        assert set(differing(dossier, found)) <= told

    check()


@settings(max_examples=15, deadline=None)
@given(dossiers())
def test_json_loses_nothing(dossier: Dossier) -> None:
    assert len(losses(dossier, "json")) == 0
    assert again(dossier, "json") == dossier


@settings(max_examples=15, deadline=None)
@given(dossiers(), st.sampled_from(("icalendar", "dot", "graphml", "mermaid", "timeline-svg")))
def test_what_is_told_has_a_value_and_is_not_carried(dossier: Dossier, to: str) -> None:
    report = losses(dossier, to)
    assert report.ok
    # A calendar tells of actions, too.
    told = [one.subject for one in report if one.code == "CC701"]
    assert len(set(told)) == len(told)
    assert set(told) <= MODEL_FIELDS
