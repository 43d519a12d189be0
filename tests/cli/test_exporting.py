"""What `export` tells of what a format cannot carry, and what `formats` tells of the formats."""

from pathlib import Path

import attrs
import pytest

from customs_coop.cli.entry import run
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By
from customs_coop.exporters import write
from customs_coop.model import DeadlineChange

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
TO_CALENDAR = ["export", "--plan", "AP5", "--to", "icalendar"]


def test_a_line_on_standard_error_sums_up_what_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "plan.ics"
    assert run([*TO_CALENDAR, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    shown = capsys.readouterr()
    assert shown.out == ""
    (line,) = shown.err.splitlines()
    # What is no entry at all comes before the fields.
    wanted = "icalendar leaves out 9 things (CC703, no day for a calendar) and does not carry "
    assert line.startswith(wanted)
    assert line.endswith("(--strict tells each and writes nothing)")
    assert run([*TO_CALENDAR, "--out", str(out), "-O", "profile=tasks", "--force"]) == 0
    assert capsys.readouterr().err.startswith("icalendar does not carry ")


def test_strict_tells_each_field_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "plan.ics"
    assert run([*TO_CALENDAR, "--out", str(out), "--strict"]) == 1
    assert list(tmp_path.iterdir()) == []
    shown = capsys.readouterr()
    assert shown.out == ""
    *fields, last = shown.err.splitlines()
    assert {line[:15] for line in fields} == {"warning CC701: ", "warning CC703: "}
    assert any("action.terms_of_reference: 10 values in 10 actions" in line for line in fields)
    assert last.startswith("nothing is written: icalendar leaves out 9 things (CC703, ")
    assert " and does not carry " in last


def test_strict_is_content_where_nothing_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--plan", "AP5", "--to", "json", "--strict"]) == 0
    assert capsys.readouterr().err == ""


def test_things_of_several_kinds_are_counted_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*TO_CALENDAR, "-O", "addresses=EUROPOL=desk@example.org"]) == 0
    wanted = "icalendar leaves out 9 things (CC703, no day for a calendar) and 1 thing (CC704, "
    assert capsys.readouterr().err.startswith(wanted)


def stamp(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.partition("\nDTSTAMP:")[2][:16]


def test_the_day_of_the_sources_is_that_of_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1136214245")
    assert run(TO_CALENDAR) == 0
    assert stamp(capsys) == "20060102T000000Z"
    # What is given counts more, and other formats ask for no day.
    assert run([*TO_CALENDAR, "-O", "source_date=2007-03-04"]) == 0
    assert stamp(capsys) == "20070304T000000Z"
    assert run(["export", "--plan", "AP5", "--to", "json"]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", " ")
    assert run(TO_CALENDAR) == 0
    assert stamp(capsys) == "20110701T000000Z"


@pytest.mark.parametrize("told", ["yesterday", "-1", "1.5", "9" * 12, "1" * 5000, "٣"])
def test_an_environment_without_a_number_of_seconds_is_refused(
    told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    assert run(TO_CALENDAR) == 2
    assert "SOURCE_DATE_EPOCH is a number of seconds since 1970, not" in capsys.readouterr().err


def test_a_format_that_does_not_say_what_it_carries_is_written_with_a_remark(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_good"))
    assert run(["export", "--plan", "AP5", "--to", "titles-latin", "--strict"]) == 0
    assert "info CC702: the format titles-latin does not say" in capsys.readouterr().err


def test_few_fields_are_all_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(
        '{"schema": "customs_coop/1", "plans": [{"id": "AP2", "title": "Second", "number": 2}]}',
        encoding="utf-8",
    )
    assert run(["export", str(plan), "--to", "icalendar"]) == 0
    assert " and does not carry plan.number (--strict" in capsys.readouterr().err


def test_the_file_that_is_read_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.json"
    assert run(["export", "--plan", "AP5", "--to", "json", "--out", str(plan)]) == 0
    before = plan.read_bytes()
    link = tmp_path / "link.json"
    link.symlink_to(plan)
    for out in (plan, link):
        assert run(["export", str(plan), "--out", str(out), "--force"]) == 2
        assert "is read; write to another file" in capsys.readouterr().err
    assert plan.read_bytes() == before


def test_an_argument_of_the_command_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["export", "--plan", "AP5", "--to", "council-text", "-O", "public=false"]
    assert run(command) == 2
    assert "'public' is no option of a format" in capsys.readouterr().err


def test_formats_shows_what_each_option_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["formats", "icalendar"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  -O alarm_days"))
    assert lines[at] == "  -O alarm_days: a whole number or none (default none)"
    assert (
        lines[at + 1]
        == "       How many days before the day a reminder is shown; None for no reminder."
    )


def test_formats_tells_which_cannot_be_used(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["formats", "--check"]) == 0
    capsys.readouterr()
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_broken"))
    assert run(["formats"]) == 0
    assert "absent" in capsys.readouterr().out.splitlines()
    assert run(["formats", "--check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "json" in lines
    (absent,) = (line for line in lines if line.startswith("absent: "))
    assert "the distribution customs-broken" in absent
    assert "No module named 'customs_nowhere'" in absent
    assert [line for line in lines if line.startswith("odd-names: ")] == [
        (
            "odd-names: probably a mistake: accepts names weather;"
            " the kinds are dossier, ledger, diff, merge, state"
        ),
        "odd-names: probably a mistake: carries names action.tilte, which is no field of the model",
        (
            "odd-names: probably a mistake: the option place has no default,"
            " so that the name of the format is not enough"
        ),
        "odd-names: probably a mistake: the option limit would not take its own default, 'three'",
    ]
    assert run(["formats", "json", "--check"]) == 2


def test_a_file_that_an_option_names_is_not_written_onto(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tmp_path / "house.docx"
    house.write_bytes(b"the house's own")
    export = ["export", "--plan", "AP5", "-O", f"template={house}", "--out", str(house)]
    assert run([*export, "--force"]) == 2
    assert "house.docx is read, as the option template of the format council-docx" in (
        capsys.readouterr().err
    )
    assert house.read_bytes() == b"the house's own"
    assert run(["export", "--plan", "AP5", "--to", "council-docx", "-O", "template="]) == 2
    assert "the option template of the format council-docx is empty" in capsys.readouterr().err


def test_a_marking_without_a_number_is_refused_by_the_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table = "Fourth Work Plan 2010-2011\n\nCode\tAction\tPriority\n3.1\tSwim\tHigh\n"
    Path("secret.txt").write_text(f"Draft LIMITE\n\n{table}", encoding="utf-8")
    Path("open.txt").write_text(table, encoding="utf-8")
    assert run(["export", "open.txt", "--to", "council-text", "--public"]) == 0
    assert "Swim" in capsys.readouterr().out
    for command in (
        ["export", "secret.txt", "--to", "council-text"],
        ["diff", "open.txt", "secret.txt", "--to", "diff-text"],
    ):
        assert run([*command, "--public"]) == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "not for the public: Fourth Work Plan 2010-2011 (LIMITE)" in shown.err


def test_what_is_owed_about_a_plan_stays_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    entries = []
    for chosen in (["--plan", "AP5"], ["-O", "plan=AP5"]):
        assert run(["export", *chosen, "--to", "icalendar", "-O", "also=obligations"]) == 0
        shown = capsys.readouterr().out
        entries.append(
            {line for line in shown.splitlines() if line.startswith(("UID:", "DTSTART"))}
        )
    assert entries[0] == entries[1]
    assert run(["export", "--plan", "AP5", "--to", "icalendar"]) == 0
    without = capsys.readouterr().out
    assert without.count("BEGIN:VEVENT") < shown.count("BEGIN:VEVENT")


def test_a_plan_that_is_chosen_keeps_what_the_calendar_needs_of_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = bundled_dossier()
    plan = dossier.plan_by_id("AP5")
    change = DeadlineChange(
        subject=plan.ref(plan["5.9"]),
        old=By("2011-12-31"),
        new=By("2012-02-29"),
        on="2012-03-01",
        reason="the group began late",
    )
    path = tmp_path / "dossier.json"
    write(attrs.evolve(dossier, deadline_changes=[change]), path)
    printed = []
    for chosen in (["--plan", "AP5"], ["-O", "plan=AP5"], ["--plan", "AP5", "-O", "plan=AP5"]):
        assert run(["export", str(path), *chosen, "--to", "icalendar"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] == printed[2]
    assert "\nSEQUENCE:1" in printed[0]


def test_two_plans_are_not_chosen_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--plan", "AP5", "--to", "icalendar", "-O", "plan=AP1"]) == 2
    assert "--plan AP5 and -O plan=AP1 name two plans" in capsys.readouterr().err
