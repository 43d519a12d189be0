import os
import subprocess
import sys
from pathlib import Path

import pytest

from customs_coop.errors import (
    AmbiguousExporterError,
    BrokenExporterError,
    UnknownExporterError,
)
from customs_coop.exporters import Exporter, exporter_for, exporter_names, load_exporter
from customs_coop.exporters.base import MODEL_FIELDS
from customs_coop.exporters.registry import unreadable_distributions
from folded import every_case

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
BUILT_IN = (
    "council-csv",
    "council-docx",
    "council-html",
    "council-markdown",
    "council-text",
    "diff-docx",
    "diff-html",
    "diff-markdown",
    "diff-text",
    "dot",
    "graph-svg",
    "graphml",
    "icalendar",
    "json",
    "ledger-csv",
    "ledger-docx",
    "ledger-html",
    "ledger-markdown",
    "ledger-text",
    "matrix-csv",
    "matrix-html",
    "matrix-xlsx",
    "merge-docx",
    "merge-html",
    "merge-markdown",
    "merge-text",
    "mermaid",
    "state-docx",
    "state-html",
    "state-markdown",
    "state-text",
    "timeline-svg",
    "xlsx",
)
FOR_PLANS = tuple(
    name
    for name in BUILT_IN
    if not name.startswith(("diff-", "ledger-", "matrix-", "merge-", "state-"))
)


@pytest.fixture
def good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_good"))


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_broken"))


@pytest.fixture
def clash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_clash"))


def test_the_built_in_formats_come_through_the_same_door() -> None:
    assert set(BUILT_IN) <= set(exporter_names())
    assert list(exporter_names()) == sorted(exporter_names())


@every_case("name", BUILT_IN)
def test_a_built_in_format_keeps_the_contract(name: str) -> None:
    assert isinstance(load_exporter(name)(), Exporter)


@every_case("name", FOR_PLANS)
def test_a_built_in_format_for_plans_names_fields_that_exist(name: str) -> None:
    exporter = load_exporter(name)
    assert isinstance(exporter(), Exporter)
    carries: frozenset[str] = getattr(exporter(), "carries", frozenset())
    assert carries
    assert carries <= MODEL_FIELDS


@pytest.mark.usefixtures("good")
def test_a_plugin_is_found_by_its_metadata_alone() -> None:
    assert "titles" in exporter_names()
    assert load_exporter("titles").__module__ == "customs_titles"
    assert load_exporter("Customs_Titles:titles") is load_exporter("titles")


@pytest.mark.usefixtures("good")
def test_it_is_gone_when_its_distribution_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [p for p in sys.path if not p.startswith(str(FIXTURES))])
    assert "titles" not in exporter_names()


def test_listing_the_names_imports_no_format() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from customs_coop.exporters import exporter_names;"
        "before = set(sys.modules); names = exporter_names();"
        "assert 'raises' in names and 'json' in names, names;"
        "new = set(sys.modules) - before;"
        "assert not [m for m in new if m.startswith('customs')], new"
    )
    subprocess.run([sys.executable, "-c", program, FIXTURES / "plugin_broken"], check=True)


def test_exporters_import_no_heavy_library_until_they_render() -> None:
    program = (
        "import sys; from customs_coop.exporters import load_exporter, exporter_names;"
        "[load_exporter(name) for name in exporter_names()];"
        "heavy = {'cattrs', 'docx', 'icalendar', 'jinja2', 'networkx', 'lxml'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_an_unknown_name_answers_with_the_known_and_the_near_ones() -> None:
    with pytest.raises(UnknownExporterError) as caught:
        load_exporter("council-dox")
    message = str(caught.value)
    assert all(name in message for name in BUILT_IN)
    assert "did you mean council-docx" in message
    with pytest.raises(UnknownExporterError, match=r"did you mean .*council-docx"):
        load_exporter("docx")
    with pytest.raises(LookupError):
        load_exporter("")


def test_a_name_that_is_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="named by a text"):
        load_exporter(None)  # type: ignore[arg-type]  # that is the point


@pytest.mark.usefixtures("good", "clash")
def test_two_distributions_with_one_name_are_an_error_that_names_both() -> None:
    with pytest.raises(AmbiguousExporterError) as caught:
        load_exporter("titles")
    assert "Customs.Clash:titles" in str(caught.value)
    assert "customs-titles:titles" in str(caught.value)
    assert load_exporter("customs-clash:titles").__module__ == "customs_clash"
    assert load_exporter("customs-titles:titles").__module__ == "customs_titles"
    assert "titles" not in exporter_names()
    assert {"Customs.Clash:titles", "customs-titles:titles"} <= set(exporter_names())


@pytest.mark.usefixtures("clash")
def test_no_plugin_takes_the_place_of_a_built_in_format_in_silence() -> None:
    with pytest.raises(AmbiguousExporterError, match="customs-coop:json"):
        load_exporter("json")
    assert load_exporter("customs-coop:json").__module__ == "customs_coop.exporters.json"
    assert exporter_for("plan.json") == "customs-coop:json"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent", "No module named 'customs_nowhere'"),
        ("raises", "RuntimeError: no driver for the printer (customs_raises.py, line 3)"),
        ("quits", "SystemExit: licence expired"),
        ("nameless", "AttributeError"),
        ("function", "an exporter is a class"),
        ("annotated", "without an annotation"),
        ("no-render", "needs a method render"),
        ("no-dot", "begins with a full stop"),
        ("odd-carries", "carries is a tuple or a set of texts"),
        ("twice", "stands twice"),
        ("bare", 'needs an attribute suffix = ".csv"'),
        ("other-version", "version 2 of the contract (api = 2), and this host supports version 1"),
        ("odd-version", "api is a whole number"),
        ("takes-to", "no option can be called to"),
        ("stops", "Stopped: no tests here (customs_stops.py, line 8)"),
        ("grumbles", "LookupError: who asks? (customs_broken.py, line "),
        ("names-nothing", "does not name a class, as "),
        ("takes-nothing", "render(self) -> str cannot be called as render(self, subject, /)"),
    ],
)
def test_a_broken_plugin_fails_under_its_own_name_with_its_reason(name: str, reason: str) -> None:
    for _ in range(2):  # and the same on every call
        with pytest.raises(BrokenExporterError) as caught:
            load_exporter(name)
        message = str(caught.value)
        assert reason in message
        assert repr(name) in message
        assert "customs-broken" in message
    assert name in exporter_names()
    assert load_exporter("json").suffix == ".json"


@pytest.mark.usefixtures("broken")
def test_the_cause_of_a_broken_import_is_kept() -> None:
    with pytest.raises(BrokenExporterError) as caught:
        load_exporter("absent")
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)


def test_what_a_module_prints_at_its_import_is_no_part_of_the_file(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "customs_coop", "export", "--plan", "AP1", "--to", "prints"]
    done = subprocess.run(
        program,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(FIXTURES / "plugin_broken")},
        check=True,
    )
    assert done.stdout == "content"
    assert "a licence is needed" in done.stderr
    assert "rendering" in done.stderr


@pytest.mark.usefixtures("good")
def test_the_switch_leaves_plugins_out_and_is_read_on_each_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CUSTOMS_COOP_NO_PLUGINS", "1")
    assert "titles" not in exporter_names()
    assert set(BUILT_IN) <= set(exporter_names())
    with pytest.raises(UnknownExporterError, match=r"as CUSTOMS_COOP_NO_PLUGINS is set\."):
        load_exporter("titles")
    monkeypatch.setenv("CUSTOMS_COOP_NO_PLUGINS", "0")
    assert "titles" in exporter_names()


def write_distribution(folder: Path, name: str, entry_points: bytes) -> None:
    metadata = folder / f"{name}-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
    (metadata / "entry_points.txt").write_bytes(entry_points)


@pytest.mark.parametrize(
    "content",
    [
        b"[customs_coop.exporters]\nno equals sign\n",
        b"[customs_coop.exporters]\n\xff\xfe = x:Y\n",
        b"",
        b"[customs_coop.exporters]\n",
    ],
)
def test_metadata_that_cannot_be_read_harms_nobody(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_distribution(tmp_path, "garbled", content)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert set(BUILT_IN) <= set(exporter_names())


def test_metadata_that_change_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_distribution(tmp_path, "changing", b"[customs_coop.exporters]\nformer = y:Z\n")
    points = tmp_path / "changing-1.dist-info" / "entry_points.txt"
    monkeypatch.syspath_prepend(str(tmp_path))
    for _ in range(2):
        assert "former" in exporter_names()
    points.write_text("[console_scripts]\nformer = y:Z\n")
    assert "former" not in exporter_names()
    points.write_text("[customs_coop.exporters]\nlatter = y:Z\n")
    assert "latter" in exporter_names()
    (points.parent / "METADATA").write_text("Name: renamed\n")
    assert unreadable_distributions() == ()
    with pytest.raises(BrokenExporterError, match="renamed"):
        load_exporter("latter")
    points.unlink()
    assert "latter" not in exporter_names()


def test_metadata_without_a_name_still_offers_its_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_distribution(tmp_path, "anonymous", b"[customs_coop.exporters]\nx = y:Z\n")
    (tmp_path / "anonymous-1.dist-info" / "METADATA").unlink()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "x" in exporter_names()


def test_an_older_copy_of_a_distribution_further_down_the_path_is_no_second_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("new", "old"):
        entry = f"[customs_coop.exporters]\ncopy = copy_{folder}:Z\n".encode()
        write_distribution(tmp_path / folder, "copied", entry)
    monkeypatch.syspath_prepend(str(tmp_path / "old"))
    monkeypatch.syspath_prepend(str(tmp_path / "new"))
    with pytest.raises(BrokenExporterError, match="copy_new"):
        load_exporter("copy")


@every_case(
    ("file_name", "name"),
    [
        ("ap2.docx", "council-docx"),
        ("AP2.HTML", "council-html"),
        ("a.b.md", "council-markdown"),
        ("ap2.ics", "icalendar"),
        ("ap2.json", "json"),
    ],
)
def test_a_suffix_means_the_built_in_format(file_name: str, name: str) -> None:
    assert exporter_for(file_name) == name


@pytest.mark.usefixtures("good")
def test_else_a_suffix_means_the_only_plugin_that_has_it() -> None:
    assert exporter_for("plan.titles") == "titles"


@pytest.mark.usefixtures("good", "clash")
def test_two_plugins_with_one_suffix_are_an_error() -> None:
    with pytest.raises(AmbiguousExporterError, match=r"Customs\.Clash:titles"):
        exporter_for("plan.titles")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("file_name", ["plan.xyz", "plan", ".json", ""])
def test_an_unknown_suffix_answers_with_the_known_ones(file_name: str) -> None:
    with pytest.raises(UnknownExporterError) as caught:
        exporter_for(file_name)
    message = str(caught.value)
    assert all(s in message for s in (".docx", ".html", ".ics", ".json", ".md"))
    assert "not usable: customs-broken:absent" in message


@pytest.mark.usefixtures("broken", "clash")
def test_no_plugin_can_pass_for_a_built_in_format() -> None:
    # One plugin offers "json" too, another one "customs-coop:json".
    assert exporter_for("plan.json") == "customs-coop:json"
    assert load_exporter("customs-coop:json").__module__ == "customs_coop.exporters.json"
    with pytest.raises(BrokenExporterError, match="its name has a colon"):
        load_exporter("customs-broken:customs-coop:json")


@pytest.mark.usefixtures("broken")
def test_a_plugin_that_cannot_be_used_does_not_stand_in_the_way_of_others() -> None:
    assert "stops" not in exporter_names("dossier")
    with pytest.raises(UnknownExporterError, match=r"not usable: .*customs-broken:grumbles"):
        exporter_for("plan.nowhere")


def test_a_distribution_whose_names_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in (("text", b"[customs_coop.exporters]\nx"), ("bytes", b"\xff[x]")):
        folder = tmp_path / f"customs_{name}-1.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: customs-{name}\n")
        (folder / "entry_points.txt").write_bytes(content)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert unreadable_distributions() == ("customs-bytes", "customs-text")
    assert "json" in exporter_names()


@every_case(
    ("value", "left_out"), [("", False), ("0", False), ("No", False), ("1", True), ("yes", True)]
)
def test_a_word_for_no_leaves_plugins_in(value: str, *, left_out: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FIXTURES / "plugin_good"))
        patch.setenv("CUSTOMS_COOP_NO_PLUGINS", value)
        assert ("titles" not in exporter_names()) is left_out


def test_a_suffix_that_no_format_has_is_answered_with_the_way_round() -> None:
    with pytest.raises(UnknownExporterError, match=r"for a PDF, write \.docx or \.html and print"):
        exporter_for("plan.PDF")
