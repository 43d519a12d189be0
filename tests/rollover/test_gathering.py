"""The dossier of a new plan."""

import attrs
import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Link,
    LinkKind,
    Marking,
    Party,
    ProgressReport,
    Recommendation,
    RecommendationRef,
    Strategy,
)
from customs_coop.references import DocumentNumber
from customs_coop.rollover import next_plan, roll_over
from customs_coop.validation import validate

REPORT = DocumentNumber.parse("8351/2/09")
CITED = DocumentNumber.parse("7863/05")
OLD = ActionPlan(
    id="AP1",
    title="First Action Plan",
    strategy="S1",
    document=DocumentNumber.parse("14680/05 LIMITE"),
    actions=[
        Action(
            code="5.1",
            title="Train officers",
            references=[CITED],
            links=[Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("R1"))],
        )
    ],
)
DOSSIER = Dossier(
    strategies=[Strategy(id="S1", title="The strategy"), Strategy(id="S2", title="Another")],
    plans=[OLD],
    recommendations=[
        Recommendation(id="R1", text="Train", document=REPORT),
        Recommendation(id="R2", text="Buy"),
        Recommendation(id="R3", text="Sell"),
    ],
    documents=[
        Document(reference=REPORT, title="The report"),
        Document(reference=CITED, title="The study"),
        Document(reference=DocumentNumber.parse("1/99"), title="Something else"),
    ],
    parties=[Party(id="X", name="A body")],
)


def test_the_dossier_holds_what_the_new_plan_needs() -> None:
    into = next_plan(
        OLD, period="2007-01-01/2008-06-30", document=DocumentNumber.parse("1/07 LIMITE")
    )
    rolled = roll_over(OLD, into=into, recommendations=DOSSIER.recommendations[1:2])
    whole = rolled.dossier_with(DOSSIER)
    assert whole.plan == rolled.plan
    assert [one.id for one in whole.strategies] == ["S1"]
    assert [one.id for one in whole.recommendations] == ["R2", "R1"]
    assert [str(one.reference) for one in whole.documents] == ["1/07", "8351/2/09 REV 2", "7863/05"]
    cover = whole.documents[0]
    assert (cover.title, cover.marking) == ("Second Action Plan", Marking.LIMITE)
    assert [one.cite() for one in cover.previous] == ["14680/05"]
    assert whole.parties == DOSSIER.parties
    told = {one.code for one in validate(whole)}
    assert "CC503" not in told
    assert "CC503" in {one.code for one in validate(rolled.plan)}


def test_without_the_old_dossier_it_holds_what_was_handed_in() -> None:
    rolled = roll_over(
        OLD,
        into=next_plan(OLD, period="2007-01-01/2008-06-30"),
        recommendations=DOSSIER.recommendations[:1],
    )
    assert rolled.dossier == Dossier(
        plans=[rolled.plan], recommendations=DOSSIER.recommendations[:1]
    )
    # Plans of one id may differ in the dossiers: none of them is taken.
    other = ActionPlan(id="AP1", title="Another version")
    assert rolled.dossier_with(DOSSIER, other).plans == (rolled.plan,)


def test_the_old_plan_stays_on_request() -> None:
    number = DocumentNumber.parse("1/07")
    into = next_plan(OLD, period="2007-01-01/2008-06-30", document=number)
    rolled = roll_over(OLD, into=into, recommendations=DOSSIER.recommendations[1:2])
    report = ProgressReport(
        party="X", subject=ActionRef("AP1", "5.1"), on="2006-05-07", status="completed"
    )
    old = attrs.evolve(DOSSIER, progress=[report])
    both = rolled.dossier_with(old, plans=True)
    assert both.plans == (OLD, rolled.plan)
    assert (both.strategies, both.parties, both.progress) == (
        old.strategies,
        old.parties,
        (report,),
    )
    assert [one.id for one in both.recommendations] == ["R3", "R2", "R1"]
    papers = [str(one.reference) for one in both.documents]
    assert papers == ["8351/2/09 REV 2", "7863/05", "1/99", "1/07"]
    # Nothing stands there twice, nor does the draft of the plan, whichever way it was found.
    for others in ((old, OLD), (both,), (both, into)):
        again = rolled.dossier_with(*others, plans=True)
        assert again.plans == both.plans
        assert set(again.documents) == set(both.documents)
        assert len(again.recommendations) == 3
    with pytest.raises(InvalidValueError, match="two different plans 'AP1'"):
        rolled.dossier_with(old, ActionPlan(id="AP1", title="Another version"), plans=True)
    assert rolled.dossier_with(plans=True) == rolled.dossier
