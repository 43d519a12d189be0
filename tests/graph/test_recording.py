"""Baselines as files: nothing is lost, and a wrong file is told with its place."""

import json

import attrs

from customs_coop.datasets import bundled_dossier
from customs_coop.graph import (
    Baseline,
    baseline_from_json,
    baseline_to_json,
    missing_links,
    suspect_links,
)
from customs_coop.graph.fingerprints import fingerprint
from customs_coop.model import ActionPlan, Dossier
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


def test_a_baseline_of_the_earlier_form_is_read_and_asked() -> None:
    """It had fingerprints of both ends and no more; what was only cited had that of its name."""
    cited = plan("P", action("1", title="Swim"), action("2", link("awaits", "P/1", "awaits 1")))
    cited = attrs.evolve(
        cited, actions=[*cited, action("3", link("continues", "O/9", "builds on 9"))]
    )
    records = json.loads(baseline_to_json(Baseline.of(cited)))["links"]
    for record in records:
        for name in ("link_words", "recommendation_words", "has_words"):
            record.pop(name, None)
        for name in ("source_rank", "target_rank"):
            record.pop(name, None)
    records[1]["target_words"] = fingerprint("O/9")
    text = json.dumps({"schema": "customs_coop.baseline/1", "links": records})
    baseline, report = baseline_from_json(text)
    assert report.ok
    assert suspect_links(cited, baseline) == ()
    held = Dossier(plans=[cited, plan("O", action("9", title="Dive"))])
    assert [str(one) for one in suspect_links(held, baseline)] == [
        "P/3 continues O/9: O/9 was known by mention only and has words now"
    ]
    changed = attrs.evolve(cited, actions=[action("1", title="Dive"), *list(cited)[1:]])
    (suspect,) = suspect_links(changed, baseline)
    assert suspect.reason == "the words of P/1 have changed"
    reviewed = baseline.reviewed(suspect, by="A. Smith", on="2011-07-01")
    assert suspect_links(changed, reviewed) == ()
    assert missing_links(changed, reviewed) == ()
