"""CC5xx: what is cited."""

from customs_coop.diagnostics import Severity
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Indicator,
    Link,
    LinkKind,
    PlanRef,
    Recommendation,
    RecommendationRef,
)
from customs_coop.references import DocumentNumber
from customs_coop.validation import validate
from customs_coop.validation.citations import plans_are_held, recommendations_are_held
from customs_coop.validation.identity import links_lead_somewhere

AT_ODDS = DocumentNumber.parse("5472/3/05 ENFOCUSTOM 6 REV 2")
AGREED = DocumentNumber.parse("11993/1/05 REV 1")


def test_revision_figures_that_disagree_are_told_once_for_each_place() -> None:
    action = Action(
        code="1",
        title="One",
        references=[AT_ODDS, AGREED, AT_ODDS],
        indicators=[Indicator(text="Report", evidence=[AT_ODDS])],
        links=[Link(kind=LinkKind.COMPLETED_BY, target=AT_ODDS)],
    )
    plan = ActionPlan(
        id="AP1",
        title="Plan",
        period="2004-01-01/2006-12-31",
        document=AT_ODDS,
        actions=[action],
    )
    dossier = Dossier(
        plans=[plan],
        documents=[Document(reference=AGREED, title="Review", previous=[AT_ODDS])],
        recommendations=[Recommendation(id="R1", text="Do", document=AT_ODDS)],
    )
    report = validate(dossier)
    assert [(finding.code, finding.subject) for finding in report] == [
        ("CC501", "AP1"),
        ("CC501", "AP1/1"),
        ("CC501", "R1"),
        ("CC501", str(AGREED)),
    ]
    assert report.ok
    assert "revision 3 against 2" in str(report)


def test_links_of_recommendations_and_documents_are_followed_as_well() -> None:
    links = [
        Link(kind=LinkKind.ARISES_FROM, target=ActionRef("AP4", "4.10"), text="from\nAction 4.10"),
        Link(kind=LinkKind.CITES, target=PlanRef("AP4")),
        Link(kind=LinkKind.CITES, target=RecommendationRef("R2"), text="see R2"),
        Link(kind=LinkKind.CITES, target=RecommendationRef("R1")),
        Link(kind=LinkKind.CITES, target=ActionRef("AP5", "5.9"), text="in 5.9"),
        Link(kind=LinkKind.CITES, target=ActionRef("AP5", "5.1")),
    ]
    report = DocumentNumber(7, 2009)
    dossier = Dossier(
        plans=[
            ActionPlan(
                id="AP5",
                title="Plan",
                period="2011-07-01/2012-12-31",
                actions=[Action(code="5.1", title="One")],
            )
        ],
        recommendations=[Recommendation(id="R1", text="Do", links=links)],
        documents=[Document(reference=report, title="", links=links[1:3])],
    )
    asked = (links_lead_somewhere, plans_are_held, recommendations_are_held)
    assert [str(finding) for finding in validate(dossier, rules=asked)] == [
        'warning CC207: R1: cites AP5/5.9, which is not in the plan: "in 5.9"',
        'info CC502: R1: links point at AP4, which is not in the dossier: "from Action 4.10"',
        'info CC503: R1: cites R2, which is not in the dossier: "see R2"',
        "info CC502: 7/09: links point at AP4, which is not in the dossier",
        'info CC503: 7/09: cites R2, which is not in the dossier: "see R2"',
    ]


def test_links_to_what_the_dossier_does_not_hold_are_worth_knowing() -> None:
    links = [
        Link(kind=LinkKind.CONTINUES, target=ActionRef("AP4", "4.10")),
        Link(kind=LinkKind.STARTS_FROM, target=PlanRef("AP4")),
        Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("R1")),
        Link(kind=LinkKind.TAKES_UP, target=RecommendationRef("R2")),
    ]
    plan = ActionPlan(
        id="AP5",
        title="Plan",
        period="2011-07-01/2012-12-31",
        actions=[Action(code="5.1", title="One", links=links)],
    )
    dossier = Dossier(plans=[plan], recommendations=[Recommendation(id="R1", text="Do")])
    report = validate(dossier)
    assert [(finding.code, finding.subject) for finding in report] == [
        ("CC502", "AP5"),
        ("CC503", "AP5/5.1"),
    ]
    assert {finding.severity for finding in report} == {Severity.INFO}
    assert "R2" in report.diagnostics[1].message
