"""The programs in examples/ run as they stand there; one of them in a process of its own."""

import contextlib
import io
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(name: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an example as the program, in this process: a process for each call takes a second."""
    program = str(EXAMPLES / f"{name}.py")
    out, err = io.StringIO(), io.StringIO()
    status: object = None
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", [program, *arguments])
        patch.chdir(folder)
        try:
            runpy.run_path(program, run_name="__main__")
        except SystemExit as left:
            status = left.code
    code = status if isinstance(status, int) else int(status is not None)
    return subprocess.CompletedProcess(sys.argv, code, out.getvalue(), err.getvalue())


def test_an_example_is_a_program(tmp_path: Path) -> None:
    program = [sys.executable, "-W", "error", str(EXAMPLES / "link_citations.py")]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == run("link_citations", folder=tmp_path).stdout


def test_every_example_has_a_test_and_opens_with_a_docstring() -> None:
    tests = Path(__file__).read_text(encoding="utf-8")
    for path in EXAMPLES.glob("*.py"):
        assert f'run("{path.stem}"' in tests.replace("(\n        ", "("), path.name
        assert path.read_text(encoding="utf-8").startswith('"""')


def test_roll_over_with_decisions_follows_its_table(tmp_path: Path) -> None:
    done = run("roll_over_with_decisions", "out", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    heads = next(line for line in lines if line.split()[:1] == ["opening"]).split()
    counts = next(line for line in lines if line.startswith("actions ")).split()[1:]
    balance = dict(zip(heads, counts, strict=True))
    assert balance["opening"] == "35"
    assert balance["carried"] == "23"
    assert [balance[word] for word in ("merged", "split", "deferred", "dropped")] == ["1"] * 4
    assert balance["completed"] == "8"
    assert "no trainers before 2009" in done.stdout
    assert (tmp_path / "out" / "ap2.docx").read_bytes()[:2] == b"PK"


def test_calendar_of_a_plan_lists_every_deadline_and_writes_those_with_a_day(
    tmp_path: Path,
) -> None:
    done = run("calendar_of_a_plan", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1.2  2019-04-30  early 2019" in done.stdout
    assert "2.3  no day      to be confirmed" in done.stdout
    calendar = (tmp_path / "work_plan.ics").read_bytes()
    assert b"SUMMARY:1.2 Share the list" in calendar


def test_calendar_of_a_plan_takes_a_plan_and_a_file(tmp_path: Path) -> None:
    done = run("calendar_of_a_plan", str(EXAMPLES / "work_plan.txt"), "other.ics", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "other.ics").exists()
    # The list has a day for each event, and no other one.
    calendar = (tmp_path / "other.ics").read_bytes().decode()
    listed = [line.split()[1] for line in done.stdout.splitlines() if line[0].isdigit()]
    days = [f"{day[:4]}-{day[4:6]}-{day[6:8]}" for day in calendar.split("DTSTART;VALUE=DATE:")[1:]]
    assert sorted(day for day in listed if day != "no") == sorted(days)
    assert [line for line in done.stdout.splitlines() if "Annual" in line][1:]


def test_calendar_of_a_plan_says_what_is_wrong(tmp_path: Path) -> None:
    done = run("calendar_of_a_plan", "no-such-file.txt", "other.ics", folder=tmp_path)
    assert done.returncode == 1
    assert not (tmp_path / "other.ics").exists()
    assert run("calendar_of_a_plan", "plan.txt", folder=tmp_path).returncode == 1


def test_open_actions_by_party_tells_what_is_late_on_the_day(tmp_path: Path) -> None:
    late = run("open_actions_by_party", "2006-10-01", folder=tmp_path).stdout
    assert "[late: 28.02.2006]" in late
    assert run("open_actions_by_party", folder=tmp_path).stdout == late
    early = run("open_actions_by_party", "2004-01-01", folder=tmp_path).stdout
    assert "[late:" not in early
    assert early.splitlines()[0].endswith(" open")


def test_read_and_check_reads_the_plan_beside_it(tmp_path: Path) -> None:
    done = run("read_and_check", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("AP2: Second Work Plan for small parcels")
    assert lines[0].endswith("6 actions")
    assert 'warning CC402 AP2/2.3: "Training Project Group?" is not confirmed' in lines
    assert lines[-1] == "in no field: 'Parcels are many, and officers are few.'"


def test_read_and_check_fails_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run("read_and_check", "nothing.txt", folder=tmp_path)
    assert done.returncode == 1
    assert "CC101" in done.stdout


def test_trace_recommendations_names_who_took_them_up(tmp_path: Path) -> None:
    done = run("trace_recommendations", "AP5", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    taken = lines.index(
        "6285/06: The chairs of the two customs working parties keep in touch and share projects"
    )
    assert lines[taken + 1] == '  AP5/5.7: "recommendations of Action 1.2"'
    assert lines[-1] == "  AP4/4.10: known by mention only"
    assert run("trace_recommendations", folder=tmp_path).stdout == done.stdout


def test_trace_recommendations_asks_several_files_as_one(tmp_path: Path) -> None:
    files = [str(EXAMPLES / "work_plan.txt")] * 2
    done = run("trace_recommendations", "AP2", *files, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("AP2/2.3: ") == 1


def test_link_citations_links_what_has_an_address_and_says_why_not(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("See 14680/05 on it, and 10392/97.\n", encoding="utf-8")
    done = run("link_citations", str(report), folder=tmp_path)
    assert done.returncode == 0, done.stderr
    address = "https://data.consilium.europa.eu/doc/document/ST-14680-2005-INIT/en/pdf"
    assert f"See [14680/05]({address})" in done.stdout
    assert done.stderr == "'10392/97': the public register starts in 1999\n"
    assert run("link_citations", folder=tmp_path).returncode == 0


def test_country_reports_shows_who_said_what_and_who_said_nothing(tmp_path: Path) -> None:
    done = run("country_reports", "2008-06-12", "2008-05-20", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "Silent: BA, MD, ME, MK, RS, TR" in lines
    assert any(line.startswith("P2006/1  I   -!  I*") for line in lines)
    assert any(line.endswith(": 7 of 7 reports came") for line in lines)
