import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings

from customs_coop.datasets import bundled_dossier
from customs_coop.errors import ExportOptionError, UnknownPlanError
from customs_coop.exporters import export
from customs_coop.model import ActionPlan, Dossier
from customs_coop.testing import dossiers
from drawn_files import hostile_dossier, small_dossier, turned

needs_dot = pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not there")


def layout_of(text: str) -> str:
    done = subprocess.run(
        ["dot", "-Tplain"], input=text.encode(), capture_output=True, check=True, timeout=100
    )
    assert done.stderr == b""
    return done.stdout.decode()


def line_of(text: str, words: str) -> str:
    (line,) = [line for line in text.splitlines() if words in line]
    return line


def test_a_node_says_its_name_its_title_and_its_status() -> None:
    line = line_of(export(small_dossier(), "dot"), "Survey the courses")
    assert r'label="AP1/1.1\nSurvey the courses\n(completed)"' in line


def test_an_edge_runs_from_the_earlier_to_the_later_with_its_sentence() -> None:
    text = export(small_dossier(), "dot")
    earlier = line_of(text, "Survey the courses").split()[0]
    later = line_of(text, "Hold a seminar").split()[0]
    edge = line_of(text, "Await outcome of 1.1")
    assert edge.split("[")[0].strip() == f"{earlier} -> {later}"
    assert 'tooltip="awaits: “Await outcome of 1.1”"' in edge


def test_what_is_only_mentioned_or_inferred_is_dashed() -> None:
    text = export(small_dossier(), "dot")
    assert 'style="filled,dashed,rounded"' in line_of(text, "AP0/9\\n")
    assert 'style="dashed"' in line_of(text, 'tooltip="continues", style')
    assert "dashed" not in line_of(text, "Survey the courses")


def test_what_says_nothing_of_order_has_no_arrowhead() -> None:
    text = export(small_dossier(), "dot")
    assert 'arrowhead="none", constraint="false"' in line_of(text, "handled with")
    assert "arrowhead" not in line_of(text, "Await outcome")


def test_each_plan_is_a_cluster() -> None:
    text = export(small_dossier(), "dot")
    assert text.count("subgraph cluster_") == 3


def test_what_has_no_link_is_shown_when_asked_for() -> None:
    assert "Nobody waits" not in export(small_dossier(), "dot")
    assert "Nobody waits" in export(small_dossier(), "dot", unlinked=True)


def test_a_choice_of_kinds_and_links() -> None:
    text = export(small_dossier(), "dot", kinds="action", links="awaits, handled with", labels=True)
    assert "7001/04" not in text
    assert text.count(" -> ") == 2
    assert 'label="awaits"' in text


def test_around_one_thing() -> None:
    near = export(small_dossier(), "dot", around="AP2/1", depth=1)
    assert "7001/04" in near
    assert "AP1/1.1" not in near
    assert "AP1/1.1" in export(small_dossier(), "dot", around="AP2/1", depth=2)
    assert "AP1/2.2" in export(small_dossier(), "dot", around="AP1/2.2", depth=0)


def test_around_what_is_not_there() -> None:
    with pytest.raises(ExportOptionError, match="AP2/7"):
        export(small_dossier(), "dot", around="AP2/7")


def test_one_plan_and_what_it_is_linked_with() -> None:
    text = export(small_dossier(), "dot", plan="AP2")
    assert "Repeat the survey" in text
    assert "Survey the courses" not in text
    with pytest.raises(UnknownPlanError):
        export(small_dossier(), "dot", plan="AP7")


@pytest.mark.parametrize(
    ("option", "value"), [("kinds", "deed"), ("links", "waits"), ("depth", -1)]
)
def test_an_unknown_choice_is_refused(option: str, value: object) -> None:
    with pytest.raises(ExportOptionError):
        export(small_dossier(), "dot", **{option: value})


def test_the_order_of_the_plans_in_the_dossier_does_not_matter() -> None:
    assert export(small_dossier(), "dot") == export(turned(small_dossier()), "dot")


def test_direction() -> None:
    assert 'rankdir="LR"' in export(small_dossier(), "dot")
    assert 'rankdir="TB"' in export(small_dossier(), "dot", direction="down")


@pytest.mark.client
@needs_dot
def test_graphviz_draws_every_thing_and_every_link_of_the_bundled_dossier() -> None:
    text = export(bundled_dossier(), "dot")
    plain = layout_of(text)
    assert plain.count("\nnode ") == len(re.findall(r"^ +n[0-9]+ \[", text, re.MULTILINE)) > 100
    assert plain.count("\nedge ") == text.count(" -> ") > 100


def test_hostile_words_stand_in_quotation_marks() -> None:
    text = export(hostile_dossier(), "dot")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\u2028\u202a-\u202e]", text)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert not re.search("script|alert|quoted", bare)
    assert "<script>alert('x')</script> &amp; \\\"quoted" in text


@pytest.mark.client
@needs_dot
def test_hostile_words_are_words() -> None:
    plain = layout_of(export(hostile_dossier(), "dot"))
    assert plain.count("\nnode ") == 2
    assert plain.count("\nedge ") == 1
    assert "<script>alert('x')</script> & \\\"quoted" in plain


@settings(max_examples=12)
@given(dossiers())
def test_every_dossier_can_be_written(dossier: Dossier) -> None:
    text = export(dossier, "dot", unlinked=True)
    assert text == export(dossier, "dot", unlinked=True)
    # Outside of quoted words there is nothing but the language itself.
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert re.fullmatch(r'[a-z0-9_ \n\[\]{}=,>"-]*', bare)


def test_an_empty_dossier_is_a_graph_too() -> None:
    assert export(ActionPlan(id="E", title=""), "dot").startswith("digraph plans {")
