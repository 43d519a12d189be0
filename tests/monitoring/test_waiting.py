"""What things wait for: links to what is not there yet; what is done is not waited for."""

import datetime as dt

import attrs
import pytest

from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Event,
    Indicator,
    IndicatorRef,
    Link,
    LinkKind,
    Named,
    PartyRef,
    PlanRef,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Status,
    Strategy,
    Target,
)
from customs_coop.monitoring import Awaited, Standing, StateItem, review
from customs_coop.references import DocumentNumber, LegalAct

AWAITS, DEPENDS_ON = LinkKind.AWAITS, LinkKind.DEPENDS_ON
AGREEMENT = LinkKind.REQUIRES_AGREEMENT_OF
FIRST, SECOND = ActionRef("AP1", "1"), ActionRef("AP1", "2")
PAPER = DocumentNumber(number=7011, year=2006)


def item_of(
    target: Target,
    *reports: ProgressReport,
    kind: LinkKind = AWAITS,
    status: Status = Status.OPEN,
    first: Action | None = None,
    on: str = "2006-09-30",
    **dossier: object,
) -> StateItem:
    """The second of two actions, which has a link."""
    first = first or Action(code="1", title="Count the sheds")
    link = Link(kind=kind, target=target, text="as the row says")
    second = Action(code="2", title="Paint the sheds", status=status, links=[link])
    plan = ActionPlan(id="AP1", title="Plan", actions=[first, second])
    # The members of a dossier are of many types.
    whole = Dossier(plans=[plan], progress=reports, **dossier)  # type: ignore[arg-type]
    return next(one for one in review(whole, on=on).items if one.action == SECOND)


def is_waited_for(target: Target, **given: object) -> bool:
    item = item_of(target, **given)  # type: ignore[arg-type] # as above
    assert (item.standing is Standing.WAITING) is bool(item.waiting_on) is item.waiting
    return item.waiting


def completed(subject: ActionRef | IndicatorRef, status: str = "completed") -> ProgressReport:
    return ProgressReport(party="CCWP", subject=subject, on="2006-05-01", status=status)


@pytest.mark.parametrize("kind", [AWAITS, DEPENDS_ON])
def test_an_action_is_waited_for_until_it_is_done(kind: LinkKind) -> None:
    item = item_of(FIRST, kind=kind)
    assert item.standing is Standing.WAITING
    assert item.waiting_on == (
        Awaited(target=FIRST, text="as the row says", status=Status.OPEN, kind=kind),
    )
    assert str(item.waiting_on[0]) == "AP1/1 (open)"
    assert not item_of(FIRST, completed(FIRST), kind=kind).waiting
    assert not item_of(FIRST, completed(FIRST, "obsolete"), kind=kind).waiting
    started = item_of(FIRST, completed(FIRST, "ongoing"), kind=kind)
    assert [one.status for one in started.waiting_on] == [Status.ONGOING]
    # A report of a later day is not there yet.
    assert item_of(FIRST, completed(FIRST), kind=kind, on="2006-04-30").waiting


def test_an_action_is_done_when_its_indicators_are() -> None:
    two = Action(code="1", title="Count", indicators=[Indicator(text="a"), Indicator(text="b")])
    reports = [completed(IndicatorRef(FIRST, number)) for number in (1, 2)]
    assert item_of(FIRST, reports[0], first=two).waiting
    assert not item_of(FIRST, *reports, first=two).waiting


def test_other_links_are_nothing_to_wait_for() -> None:
    for kind in LinkKind:
        waits = kind in (AWAITS, DEPENDS_ON, AGREEMENT)
        assert bool(item_of(FIRST, kind=kind).waiting_on) is waits


def test_an_action_of_another_plan_is_waited_for_as_far_as_anybody_knows() -> None:
    item = item_of(ActionRef("AP7", "1"))
    assert [(str(one.target), one.status) for one in item.waiting_on] == [("AP7/1", None)]


@pytest.mark.parametrize(
    ("status", "waits"),
    [
        (Status.OPEN, True),
        (Status.AWAITING, True),
        (Status.TO_DECIDE, True),
        (Status.ONGOING, False),
        (Status.PARTLY_COMPLETED, False),
        (Status.STANDING, False),
    ],
)
def test_an_agreement_is_waited_for_until_the_work_begins(status: Status, *, waits: bool) -> None:
    item = item_of(PartyRef("EUROPOL"), kind=AGREEMENT, status=status)
    assert [str(one) for one in item.waiting_on] == ["agreement of EUROPOL"] * waits


@pytest.mark.parametrize(
    ("date", "waits"), [("2006-09-30", False), ("2006-10-01", True), (None, True)]
)
def test_a_document_is_there_from_its_day_on(date: str | None, *, waits: bool) -> None:
    day = None if date is None else dt.date.fromisoformat(date)
    known = [Document(reference=PAPER, title="Report", date=day)]
    assert is_waited_for(PAPER, documents=known) is waits


def test_a_document_without_a_day_is_there_when_the_year_of_its_number_is_over() -> None:
    assert is_waited_for(PAPER)
    assert not is_waited_for(PAPER, on="2007-01-01")
    # What is built on has been written; it is of no later year.
    assert not is_waited_for(PAPER, kind=DEPENDS_ON)
    assert is_waited_for(PAPER, kind=DEPENDS_ON, on="2005-12-31")
    act = LegalAct.parse("Regulation (EC) No 648/2005")
    assert not is_waited_for(act, kind=DEPENDS_ON)


def test_a_document_that_a_report_names_is_there() -> None:
    shown = attrs.evolve(completed(FIRST), evidence=[PAPER])
    assert not item_of(PAPER, shown).waiting


def test_an_event_is_waited_for_until_it_took_place() -> None:
    named = Named("Great Regatta", "event")
    for when, waits in (("2006-09-30", False), ("2006", True), (None, True), ("2005", False)):
        events = [Event(id="R", title="Great Regatta", when=when)]
        assert is_waited_for(named, events=events) is waits
    item = item_of(named, events=[Event(id="R", title="Great Regatta")])
    assert item.waiting_on[0].target == Named("R", "event")


def test_recommendations_plans_and_strategies_are_waited_for_until_they_are_there() -> None:
    asked = RecommendationRef("7011/06-1")
    for status, waits in ((Status.OPEN, True), (Status.COMPLETED, False)):
        known = [Recommendation(id="7011/06-1", text="Paint", status=status)]
        assert is_waited_for(asked, recommendations=known) is waits
    assert is_waited_for(asked)
    assert is_waited_for(PlanRef("AP9"))
    strategy = Named("S2006", "strategy")
    for day, waits in (("2006-09-30", False), ("2006-10-01", True)):
        adopted = dt.date.fromisoformat(day)
        strategies = [Strategy(id="S2006", title="Strategy", adopted=adopted)]
        assert is_waited_for(strategy, strategies=strategies) is waits


def test_a_plan_is_waited_for_until_it_is_printed() -> None:
    link = Link(kind=AWAITS, target=PlanRef("AP2"))
    first = ActionPlan(id="AP1", title="", actions=[Action(code="1", title="", links=[link])])
    second = ActionPlan(
        id="AP2", title="", document=PAPER, period="2007-01-01/2008-06-30", actions=[]
    )
    cover = Document(reference=PAPER, title="Plan", date=dt.date(2006, 8, 1))

    def waits(on: str, *documents: Document) -> bool:
        dossier = Dossier(plans=[first, second], documents=documents)
        return review(dossier, on=on, plans=["AP1"]).items[0].waiting

    assert (waits("2006-07-31", cover), waits("2006-08-01", cover)) == (True, False)
    assert (waits("2006-12-31"), waits("2007-01-01")) == (True, False)


def test_a_former_code_of_the_action_itself_is_nothing_to_wait_for() -> None:
    link = Link(kind=DEPENDS_ON, target=ActionRef("AP1", "9"))
    one = Action(code="1", title="", aliases=["9"], links=[link])
    (item,) = review(ActionPlan(id="AP1", title="", actions=[one]), on="2006-01-01").items
    assert item.waiting_on == ()


def test_what_is_awaited_without_a_name_still_waits() -> None:
    one = Action(code="1", title="", status=Status.AWAITING)
    (item,) = review(ActionPlan(id="AP1", title="", actions=[one]), on="2006-01-01").items
    assert (item.standing, item.waiting_on) == (Standing.WAITING, ())
    assert item.waiting


def test_each_thing_is_named_once_and_what_is_done_waits_for_nothing() -> None:
    links = [Link(kind=kind, target=ActionRef("AP7", "1")) for kind in (AWAITS, DEPENDS_ON)]
    one = Action(code="1", title="", links=links)
    plan = ActionPlan(id="AP1", title="", actions=[one])
    (item,) = review(plan, on="2006-09-30").items
    assert len(item.waiting_on) == 1
    done = Dossier(plans=[plan], progress=[completed(FIRST)])
    assert review(done, on="2006-09-30").items[0].waiting_on == ()


def test_things_that_wait_for_each_other_are_told_as_such() -> None:
    both = [
        Action(code=own, title="", links=[Link(kind=AWAITS, target=ActionRef("AP1", other))])
        for own, other in (("1", "2"), ("2", "1"))
    ]
    state = review(ActionPlan(id="AP1", title="", actions=both), on="2006-09-30")
    assert [str(one.waiting_on[0].target) for one in state.waiting] == ["AP1/2", "AP1/1"]
