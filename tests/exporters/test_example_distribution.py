"""The example of a distribution: built, installed by pip, found by its entry point, and tested."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "csv_exporter"


def pip() -> list[str]:
    """How pip is called: that of this interpreter, or of the one below its environment."""
    for python in (sys.executable, getattr(sys, "_base_executable", sys.executable)):
        # To ask for its version would load the whole of pip.
        asked = subprocess.run([python, "-c", "import pip"], capture_output=True, check=False)
        if asked.returncode == 0:
            return [python, "-m", "pip"]
    return pytest.skip("there is no pip")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment in which the example is installed; its python, with the copy beside it."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("the example is built by hatchling")
    folder = tmp_path_factory.mktemp("fresh")
    copy = folder / "csv_exporter"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(
        subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    )
    # What the library needs is taken from the environment of these tests: nothing is downloaded.
    places = [str(ROOT / "src"), sysconfig.get_path("purelib")]
    places += [path for path in sys.path if path.endswith("site-packages")]
    (packages / "parent.pth").write_text("\n".join(dict.fromkeys(places)) + "\n", encoding="utf-8")
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    options += ["--disable-pip-version-check", "--no-cache-dir"]
    subprocess.run([*pip(), "--python", python, "install", *options, copy], check=True, cwd=folder)
    return python


def ask(fresh: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    copy = fresh.parents[2] / "csv_exporter"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [fresh, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=copy,
        env={
            **environment,
            "PYTHONUTF8": "1",
            # What Hypothesis found in the modules of the library is there already.
            "HYPOTHESIS_STORAGE_DIRECTORY": str(ROOT / ".hypothesis"),
        },
        check=False,
    )


def test_the_installed_format_is_found_by_its_entry_point(fresh: Path) -> None:
    done = ask(fresh, "-m", "customs_coop", "formats", "action-csv")
    assert done.returncode == 0, done.stderr
    assert "action-csv: text/csv, .csv" in done.stdout
    assert "-O columns: texts with commas between them" in done.stdout
    assert "Whether the first row has the names of the columns." in done.stdout


def test_it_writes_a_plan_and_tells_what_it_cannot_carry(fresh: Path) -> None:
    options = ["--plan", "AP5", "--to", "action-csv", "-O", "separator=;", "-O", "columns=code"]
    done = ask(fresh, "-m", "customs_coop", "export", *options)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[:2] == ["code", "5.1"]
    assert "action-csv does not carry" in done.stderr


def test_its_own_tests_pass_where_it_is_installed(fresh: Path) -> None:
    done = ask(fresh, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_its_class_comes_from_the_new_environment(fresh: Path) -> None:
    done = ask(fresh, "-c", "import action_csv; print(action_csv.__file__)")
    assert str(fresh.parents[1]) in done.stdout
