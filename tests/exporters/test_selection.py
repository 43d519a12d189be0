import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import ExportOptionError, MarkingError, UnknownPlanError
from customs_coop.exporters import export
from customs_coop.exporters.pictures.selection import GraphOptions
from customs_coop.formats.provenance import restricted_papers, without_restricted
from customs_coop.model import Action, ActionPlan, Dossier
from customs_coop.references import DocumentNumber
from drawn_files import small_dossier
from folded import every_case


@every_case("to", ["dot", "mermaid", "graphml", "graph-svg"])
def test_a_choice_that_nothing_fits_is_refused_with_what_there_is(to: str) -> None:
    with pytest.raises(
        ExportOptionError, match=r"nothing fits kinds='event'; there are 6 actions, 1 rec"
    ):
        export(small_dossier(), to, kinds="event")


@every_case(
    ("choice", "there_is"),
    [
        ({"kinds": "strategy, party"}, "nothing fits kinds='strategy, party'; there are"),
        ({"links": "supersedes"}, "fits links='supersedes' .* the links are .*1 awaits"),
        ({"kinds": "recommendation"}, "unlinked=true shows 1 thing without links"),
        ({"kinds": "recommendation", "plan": "AP1"}, "plan='AP1' and kinds='recommendation'"),
    ],
)
def test_the_refusal_names_the_choice(choice: dict[str, str], there_is: str) -> None:
    with pytest.raises(ExportOptionError, match=there_is):
        export(small_dossier(), "dot", **choice)


def test_what_the_refusal_offers_is_shown() -> None:
    assert "Repeat it" in export(small_dossier(), "dot", kinds="recommendation", unlinked=True)


def test_a_list_that_names_nothing_is_refused() -> None:
    for option in ("kinds", "links"):
        with pytest.raises(ExportOptionError, match=r"no kind of .* is named; there are"):
            export(small_dossier(), "dot", **{option: " , "})


@every_case("to", ["dot", "mermaid", "graphml", "graph-svg"])
def test_a_depth_without_a_thing_to_count_from_is_refused(to: str) -> None:
    with pytest.raises(ExportOptionError, match="thing in around; name one"):
        export(small_dossier(), to, depth="2")


def test_two_steps_are_shown_around_a_thing() -> None:
    bare, told = GraphOptions(around="AP2/1"), GraphOptions(around="AP2/1", depth=2)
    assert bare.picture(small_dossier()) == told.picture(small_dossier())
    assert told.picture(small_dossier()) != GraphOptions(around="AP2/1", depth=1).picture(
        small_dossier()
    )


def test_what_was_asked_for_is_shown_whatever_else_was_chosen() -> None:
    picture = GraphOptions(around="AP2/1", plan="AP1", kinds="event").picture(small_dossier())
    assert [thing.label for thing in picture.things] == ["AP2/1"]


def test_an_empty_dossier_is_an_empty_picture() -> None:
    picture = GraphOptions(kinds="event").picture(Dossier())
    assert (picture.things, picture.title) == ((), "What builds on what")


def test_nothing_linked_is_said_where_nothing_was_chosen() -> None:
    plan = ActionPlan(id="P", title="Plan", actions=[Action(code="1", title="Train")])
    title = GraphOptions().picture(Dossier.of(plan)).title
    assert title.endswith(": nothing is linked; unlinked=true shows 2 things")
    assert "unlinked=true" in export(plan, "dot")
    assert "unlinked=true" in export(plan, "mermaid")


def test_a_picture_for_the_public_leaves_away_what_is_restricted() -> None:
    dossier = bundled_dossier()
    assert restricted_papers(dossier) == ("14680/05 (LIMITE)",)
    whole = export(dossier, "dot", around="AP5/5.10")
    public = export(dossier, "dot", around="AP5/5.10", public=True)
    (title,) = [action.title for action in dossier.plan_by_id("AP1") if action.code.text == "6.6"]
    first = title.split()[0]
    assert f"AP1/6.6: {title}" in whole
    assert title not in public
    assert f"AP1/6.6\\n{first}" not in public
    assert "AP5/5.10" in public
    assert export(dossier, "dot", plan="AP5", public=True)


def test_a_restricted_thing_is_refused_for_the_public() -> None:
    dossier = bundled_dossier()
    for choice in ({"around": "AP1/6.6"}, {"around": "AP1"}, {"plan": "AP1"}, {}):
        with pytest.raises(MarkingError, match="14680/05"):
            export(dossier, "dot", public=True, **choice)
    with pytest.raises(MarkingError, match="14680/05"):
        export(dossier, "dot", public=True, around="AP5/5.10", plan="AP1")
    with pytest.raises(MarkingError, match="14680/05"):
        export(dossier, "dot", public=True, around="document 14680/05")


def test_unknown_names_are_told_for_the_public_too() -> None:
    with pytest.raises(ExportOptionError, match="around what"):
        export(bundled_dossier(), "dot", around="AP5/9.99", public=True)
    with pytest.raises(UnknownPlanError):
        export(bundled_dossier(), "dot", plan="AP9", public=True)


def test_a_timeline_of_a_public_plan_is_for_the_public() -> None:
    dossier = bundled_dossier()
    whole = export(dossier, "timeline-svg", plan="AP5")
    assert export(dossier, "timeline-svg", plan="AP5", public=True) == whole
    for choice in ({"plan": "AP1"}, {}):
        with pytest.raises(MarkingError, match="14680/05"):
            export(dossier, "timeline-svg", public=True, **choice)


def test_what_is_known_from_a_restricted_paper_only_is_refused() -> None:
    # AP0/9 is named by the second plan only.
    first, second = small_dossier().plans
    limite = DocumentNumber(number=1, year=2006, limite=True)
    dossier = Dossier(plans=[first, attrs.evolve(second, document=limite)])
    with pytest.raises(MarkingError, match="AP0/9 is not for the public"):
        export(dossier, "dot", around="AP0/9", public=True)
    assert "AP1/1.1" in export(dossier, "dot", around="AP1/1.2", public=True)


def test_a_dossier_without_restricted_papers_stays_the_same() -> None:
    assert without_restricted(small_dossier()) == small_dossier()
