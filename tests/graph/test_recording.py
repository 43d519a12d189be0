"""Baselines as files: nothing is lost, and a wrong file is told with its place."""

import json

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import (
    Baseline,
    baseline_from_json,
    baseline_to_json,
    suspect_links,
)
from customs_coop.model import ActionPlan
from linked_plans import action, link, plan


def waiting(title: str = "") -> ActionPlan:
    return plan("P", action("1", title=title), action("2", link("awaits", "P/1")))


def test_a_baseline_survives_the_way_through_its_file() -> None:
    baseline = Baseline.of(bundled_dossier())
    (suspect,) = suspect_links(waiting("Swim"), Baseline.of(waiting()))
    reviewed = baseline.reviewed(suspect, by="A. Smith", on="2011-07-01")
    for one in (baseline, reviewed, Baseline()):
        read, report = baseline_from_json(baseline_to_json(one))
        assert (read, len(report)) == (one, 0)
    assert '"by": "A. Smith"' in baseline_to_json(reviewed)


def test_no_words_of_the_plan_are_in_the_file() -> None:
    text = baseline_to_json(Baseline.of(waiting("Swim across")))
    assert "Swim" not in text
    assert json.loads(text)["schema"] == "customs_coop.baseline/1"


def test_each_fault_has_its_place() -> None:
    record = {"kind": "hopes for", "source": "P/2", "target": "P/1", "source_words": 1}
    text = json.dumps({"schema": "customs_coop.baseline/1", "links": [record], "more": 0})
    baseline, report = baseline_from_json(text, "links.json")
    assert baseline == Baseline()
    assert [(finding.code, str(finding).split(": ")[1]) for finding in report] == [
        ("CC104", "$.links[0].kind"),
        ("CC104", "$.links[0].source_words"),
        ("CC106", "$.links[0].target_words"),
        ("CC105", "$.more"),
    ]


def test_a_dossier_is_no_baseline() -> None:
    baseline, report = baseline_from_json('{"schema": "customs_coop/1"}', "plan.json")
    assert baseline == Baseline()
    assert [finding.code for finding in report] == ["CC107"]


def test_several_links_are_reviewed_at_once() -> None:
    found = suspect_links(bundled_dossier(), Baseline())
    baseline = Baseline().reviewed(*found, by="A. Smith", on="2011-07-01")
    assert suspect_links(bundled_dossier(), baseline) == ()
    one_by_one = Baseline()
    for suspect in found:
        one_by_one = one_by_one.reviewed(suspect, by="A. Smith", on="2011-07-01")
    assert one_by_one == baseline
