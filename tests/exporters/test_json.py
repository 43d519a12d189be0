import json

import attrs

from customs_coop.comparison import diff
from customs_coop.comparison.recording import diff_from_json
from customs_coop.exporters import export
from customs_coop.monitoring import review, state_from_json
from customs_coop.serialization import from_json
from sample_plans import work_plan, work_plan_dossier


def test_the_dossier_comes_back_as_it_was() -> None:
    text = export(work_plan_dossier(), "json")
    dossier, report = from_json(text)
    assert report.ok
    assert dossier == work_plan_dossier()
    assert json.loads(text)["plans"][0]["id"] == "AP1"


def test_differences_come_back_as_they_were() -> None:
    differences = diff(work_plan(), attrs.evolve(work_plan(), title="Another title"))
    again, report = diff_from_json(export(differences, "json"))
    assert report.ok
    assert again == differences
    _, report = from_json(export(differences, "json"))
    assert "a comparison of two plans, which diff_from_json reads" in str(report)


def test_a_state_of_play_comes_back_as_it_was() -> None:
    state = review(work_plan(), on="2006-09-30")
    again, report = state_from_json(export(state, "json"))
    assert report.ok
    assert again == state
    _, report = from_json(export(state, "json"))
    assert "a state of play and holds no plan; state_from_json reads it" in str(report)
