import json

from customs_coop.exporters import export
from customs_coop.serialization import from_json
from sample_plans import work_plan_dossier


def test_the_dossier_comes_back_as_it_was() -> None:
    text = export(work_plan_dossier(), "json")
    dossier, report = from_json(text)
    assert report.ok
    assert dossier == work_plan_dossier()
    assert json.loads(text)["plans"][0]["id"] == "AP1"
