import json
import re
from pathlib import Path

import pytest

from customs_coop.diagnostics import CATALOGUE, Report, ReportError, Severity, Span, diagnose
from customs_coop.diagnostics.catalogue import ENTRIES
from customs_coop.errors import CustomsCoopError
from folded import every_case

ERROR = diagnose("CC102", "no layout fits", span=Span(source="a b.txt", line=3, column=7))
OTHER = diagnose(
    "CC105",
    'the member "x" is unknown',
    subject="AP1",
    span=Span(source="plan.json", path="$.x"),
    hint="remove it",
)


def test_a_finding_tells_place_severity_code_subject_and_way_out() -> None:
    assert str(ERROR) == "a b.txt:3:7: error CC102: no layout fits"
    assert str(OTHER) == 'plan.json: $.x: error CC105: AP1: the member "x" is unknown (remove it)'
    assert str(Span(source="x", line=2, cell="Priority")) == 'x:2: cell "Priority"'


def test_a_report_adds_up_and_iterates() -> None:
    report = Report([ERROR]) + Report([OTHER])
    assert list(report) == [ERROR, OTHER]
    assert len(report) == 2
    assert report.errors == (ERROR, OTHER)
    assert report.warnings == ()
    assert not report.ok
    assert str(report).count("\n") == 1


def test_an_empty_report_is_a_good_one() -> None:
    assert Report().ok
    assert bool(Report())
    assert str(Report()) == "no findings"
    Report().raise_for_errors()


def test_a_report_raises_on_request_with_every_error_in_the_message() -> None:
    with pytest.raises(ReportError) as caught:
        Report([ERROR, OTHER]).raise_for_errors()
    assert isinstance(caught.value, CustomsCoopError)
    assert caught.value.report == Report([ERROR, OTHER])
    assert str(caught.value).splitlines() == ["2 errors", f"  {ERROR}", f"  {OTHER}"]


def test_a_report_as_json_leaves_out_what_is_empty() -> None:
    assert json.loads(Report([ERROR]).to_json()) == [
        {
            "code": "CC102",
            "severity": "error",
            "message": "no layout fits",
            "span": {"source": "a b.txt", "line": 3, "column": 7},
        }
    ]


def test_a_report_as_sarif_has_rules_levels_and_places() -> None:
    log = json.loads(Report([ERROR, OTHER, ERROR]).to_sarif())
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CC102", "CC105"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b.txt"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert run["results"][1]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "$.x"}]


@every_case("code", CATALOGUE)
def test_an_entry_of_the_catalogue_is_complete(code: str) -> None:
    entry = CATALOGUE[code]
    assert re.fullmatch(r"CC[1-8][0-9]{2}", code)
    assert entry.code == code
    assert isinstance(entry.severity, Severity)
    assert entry.title[0].islower() or entry.title.split()[0].isupper()
    assert entry.meaning.endswith(".")
    assert entry.remedy.endswith(".")


def test_no_code_stands_twice() -> None:
    assert len(ENTRIES) == len(CATALOGUE)
    assert list(CATALOGUE) == sorted(CATALOGUE)


def test_a_code_outside_the_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        diagnose("CC999", "unheard of")


def test_every_code_of_the_catalogue_is_given_in_some_test() -> None:
    """A finding that no test brings about may never be given, or given wrongly."""
    folder = Path(__file__).parent
    sources = [path for path in folder.rglob("*") if path.suffix in {".py", ".txt"}]
    texts = [path.read_text(encoding="utf-8") for path in sources if path != Path(__file__)]
    assert [code for code in CATALOGUE if not any(code in text for text in texts)] == []
