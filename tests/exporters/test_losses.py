from pathlib import Path

import attrs
import pytest

from customs_coop.comparison import diff
from customs_coop.datasets import bundled_dossier
from customs_coop.diagnostics import Severity
from customs_coop.errors import (
    BrokenExporterError,
    MarkingError,
    UnknownPlanError,
    UnsuitableExporterError,
)
from customs_coop.exporters import load_exporter, losses
from customs_coop.exporters.base import MODEL_FIELDS
from customs_coop.model import Action, ActionPlan, Dossier, Link, LinkKind, PlanRef
from customs_coop.references import DocumentNumber
from folded import every_case
from sample_ledgers import small_ledger
from sample_plans import work_plan, work_plan_dossier

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    for plugin in ("plugin_good", "plugin_broken"):
        monkeypatch.syspath_prepend(str(FIXTURES / plugin))


def plan_with_links() -> ActionPlan:
    links = [
        Link(kind=LinkKind.DEPENDS_ON, target=PlanRef("AP1"), text="after it"),
        Link(kind=LinkKind.DEPENDS_ON, target=PlanRef("AP2"), inferred=True),
    ]
    actions = [
        Action(code="1", title="Count", links=links),
        Action(code="2", title="Map", links=links[:1]),
        Action(code="3", title=""),
    ]
    return ActionPlan(id="AP3", title="Third", actions=actions)


def test_each_field_is_told_once_with_how_often_it_has_a_value() -> None:
    report = losses(plan_with_links(), "council-markdown")
    assert [str(one) for one in report] == [
        "warning CC701: action.links: 3 values in 2 actions are not carried"
    ]
    (finding,) = report
    assert (finding.code, finding.subject) == ("CC701", "action.links")
    assert report.ok


def test_what_is_empty_is_no_loss() -> None:
    plan = ActionPlan(id="AP3", title="Third", actions=[Action(code="1", title="Count")])
    assert len(losses(plan, "council-html")) == 0


def test_a_field_inside_a_record_that_is_carried_is_told_by_itself() -> None:
    report = losses(plan_with_links(), "mermaid")
    told = {one.subject: one.message for one in report}
    assert "action.links" not in told
    assert told["link.text"] == "2 values in 2 links are not carried"


def test_what_a_format_does_not_look_at_is_lost_whatever_it_carries() -> None:
    dossier = work_plan_dossier(None)
    other = attrs.evolve(dossier.documents[0], reference=DocumentNumber.parse("7011/31"))
    both = attrs.evolve(dossier, documents=[*dossier.documents, other])
    assert not {one.subject for one in losses(dossier, "council-docx")} & {"document.title"}
    told = {one.subject: one.message for one in losses(both, "council-docx")}
    assert told["document.title"] == "1 value in 1 document is not carried"


def test_the_plan_that_an_option_names_is_what_is_asked_for() -> None:
    whole = bundled_dossier()
    told = {one.subject for one in losses(whole, "council-docx", plan="AP5")}
    assert "action.links" in told
    assert "recommendation.text" not in told
    assert "recommendation.text" in {one.subject for one in losses(whole, "icalendar")}
    with pytest.raises(UnknownPlanError):
        losses(whole, "council-docx")


def test_json_loses_nothing_of_any_kind() -> None:
    for subject in (bundled_dossier(), small_ledger(), diff(work_plan(), plan_with_links())):
        assert len(losses(subject, "json")) == 0


def test_a_format_that_says_nothing_gives_a_remark() -> None:
    (finding,) = losses(work_plan(), "titles-latin")
    assert (finding.code, finding.severity) == ("CC702", Severity.INFO)
    assert str(finding) == "info CC702: the format titles-latin does not say what it carries"
    (finding,) = losses(small_ledger(), "ledger-csv")
    assert finding.message.endswith("what it carries of the ledger of a rollover")


def test_what_goes_wrong_is_told_as_by_export() -> None:
    with pytest.raises(MarkingError):
        losses(work_plan_dossier(), "titles", public=True)
    with pytest.raises(UnsuitableExporterError):
        losses(work_plan(), "ledger-csv")
    with pytest.raises(BrokenExporterError, match="does not tell what it carries: KeyError"):
        losses(work_plan(), "no-telling-what")


def test_a_container_is_implied_by_what_is_carried_of_its_records() -> None:
    carries = load_exporter("titles")().carries  # type: ignore[attr-defined] # it has it
    assert set(carries) == {"action.code", "action.title"}
    told = {one.subject for one in losses(work_plan(), "titles")}
    assert "plan.actions" not in told
    assert {"plan.title", "action.indicators"} <= told <= MODEL_FIELDS


def test_an_empty_dossier_loses_nothing() -> None:
    assert len(losses(Dossier(), "icalendar")) == 0


def test_what_a_picture_leaves_out_because_nothing_is_linked_with_it_is_lost() -> None:
    lonely = Action(code="4", title="Paint the gate")
    plan = attrs.evolve(plan_with_links(), actions=[*plan_with_links(), lonely])
    for name in ("mermaid", "dot"):
        told = {one.subject: one.message for one in losses(plan, name)}
        # Action 3 has no title, so that of two actions two codes and one title are lost.
        assert told["action.code"] == "2 values in 2 actions are not carried"
        assert told["action.title"] == "1 value in 1 action is not carried"
        assert "action.code" not in {one.subject for one in losses(plan, name, unlinked=True)}
        # What the user asked for is no loss of the rest.
        asked = losses(plan, name, around="AP3/1", depth=1)
        assert "action.code" not in {one.subject for one in asked}


@every_case("name", ["no-telling-what", "exits-telling", "odd-part"])
def test_what_fails_while_it_tells_is_broken_and_named(name: str) -> None:
    with pytest.raises(BrokenExporterError, match=r"customs-broken .* does not tell what it carr"):
        losses(work_plan(), name)


def test_an_option_of_a_plugin_that_is_no_plan_is_none() -> None:
    assert losses(work_plan(), "own-plan").warnings
