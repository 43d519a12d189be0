"""A format that makes several files, and one that tells what it leaves out by itself."""

from pathlib import Path

import attrs
import pytest

from customs_coop.cli.entry import run
from customs_coop.deadline import parse_deadline
from customs_coop.errors import BrokenExporterError
from customs_coop.exporters import export, losses, write
from customs_coop.model import Action, ActionPlan

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
DUE = parse_deadline("June 2031")
PLAN = ActionPlan(
    id="AP7",
    title="Seventh",
    actions=[
        Action(code="7.1", title="Count the sheds", deadlines=[DUE]),
        Action(code="7.2", title="Paint them"),
        Action(code="7.3", title="Sell them", deadlines=[DUE]),
    ],
)


@pytest.fixture(autouse=True)
def plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_good"))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return write(PLAN, tmp_path / "plan.json")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_files_go_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = write(PLAN, tmp_path / "dated", to="title-files", several=True)
    assert names(folder) == ["7.1.txt", "7.3.txt"]
    assert (folder / "7.1.txt").read_text() == "Count the sheds\n"
    one = write(PLAN, tmp_path / "all.dated")
    assert one.read_text() == export(PLAN, "title-files") == "Count the sheds\nSell them\n"


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "7.1.txt").write_text("old")
    write(PLAN, tmp_path, to="title-files", several=True)
    assert names(tmp_path) == ["7.1.txt", "7.3.txt", "mine.txt"]
    assert (tmp_path / "7.1.txt").read_text() == "Count the sheds\n"


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "7.3.txt").mkdir()
    with pytest.raises(IsADirectoryError):
        write(PLAN, tmp_path, to="title-files", several=True)
    assert names(tmp_path) == ["7.3.txt"]
    with pytest.raises(FileNotFoundError):
        write(PLAN, tmp_path / "nowhere" / "dated", to="title-files", several=True)


@pytest.mark.parametrize("naming", ["../{}", "a/{}", ".{}", "", "{}\n"])
def test_a_name_that_leads_elsewhere_is_a_fault_of_the_format(naming: str) -> None:
    with pytest.raises(BrokenExporterError, match="gave a file the name"):
        write(PLAN, Path("never"), to="title-files", several=True, naming=naming)
    assert not Path("never").exists()


def test_names_that_are_one_on_other_machines_are_refused(tmp_path: Path) -> None:
    alike = [attrs.evolve(PLAN.actions[0], code=code) for code in ("A", "a")]
    plan = attrs.evolve(PLAN, actions=alike)
    with pytest.raises(BrokenExporterError, match=r"the names A\.txt and a\.txt"):
        write(plan, tmp_path / "dated", to="title-files", several=True)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "dated").write_text("mine")
    with pytest.raises(NotADirectoryError, match="is a file, and a folder is wanted"):
        write(PLAN, tmp_path / "dated", to="title-files", several=True)


def test_a_format_tells_what_it_leaves_out() -> None:
    found = [finding for finding in losses(PLAN, "title-files") if finding.code == "CC703"]
    assert [(one.subject, one.message) for one in found] == [("7.2", "it has no deadline")]
    assert not [one for one in losses(PLAN, "titles") if one.code == "CC703"]


def test_the_command_writes_a_folder(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "dated"
    command = ["export", str(plan), "--to", "title-files", "-O", "several=yes"]
    assert run(command) == 2
    assert "makes several files; name a folder with --out" in capsys.readouterr().err
    command += ["--out", str(folder)]
    assert run(command) == 0
    assert names(folder) == ["7.1.txt", "7.3.txt"]
    told = capsys.readouterr().err
    assert "leaves out 1 thing (CC703, no day for a calendar) and does not carry " in told
    assert run(command) == 2
    assert "holds files already; --force writes among them" in capsys.readouterr().err
    assert run([*command, "--force"]) == 0
    assert run([*command, "--strict", "--force"]) == 1
    assert "warning CC703: 7.2: it has no deadline" in capsys.readouterr().err
    assert run(["export", str(plan), "--to", "titles", "--out", str(folder), "--force"]) == 2
    assert "is a folder, not a file" in capsys.readouterr().err


def test_a_plan_without_such_actions_makes_an_empty_folder(tmp_path: Path) -> None:
    empty = attrs.evolve(PLAN, actions=())
    assert names(write(empty, tmp_path / "none", to="title-files", several=True)) == []
