"""The command roll-over with several files: what is read beside the plan, and what is written."""

from pathlib import Path

import pytest

from customs_coop import load_plan, write
from customs_coop.cli.entry import run
from customs_coop.cli.outputs import write_together
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Link,
    LinkKind,
    Recommendation,
)

OLDER = ActionPlan(
    id="AP5",
    title="Fifth",
    period="2011-07-01/2012-12-31",
    actions=[Action(code="5.1", title="Study the scanners")],
)
PLAN = ActionPlan(
    id="AP6",
    title="Sixth",
    number=6,
    period="2013-01-01/2014-06-30",
    actions=[
        Action(
            code="6.1",
            title="Buy scanners",
            links=[Link(kind=LinkKind.CONTINUES, target=ActionRef("AP5", "5.1"))],
        )
    ],
)
LATER = ActionPlan(id="AP7", title="Seventh", period="2014-07-01/2015-12-31")
ASKED = [
    Recommendation(id="R1", text="Buy more", arising_from=ActionRef("AP6", "6.1")),
    Recommendation(id="R2", text="Buy none"),
]
INTO = ("--into", "2014-07-01/2015-12-31")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(OLDER, "older.json")
    write(PLAN, "plan.json")
    write(Dossier(plans=[OLDER, PLAN, LATER], recommendations=ASKED), "all.json")
    return tmp_path


def test_older_plans_tell_the_first_wording() -> None:
    for arguments in (
        ("plan.json", "--earlier", "older.json"),
        ("all.json", "--plan", "AP6", "--earlier", "all.json"),
        ("all.json", "--plan", "AP6"),
    ):
        assert run(["roll-over", *arguments, *INTO, "--ledger", "ledger.csv", "--force"]) == 0
        assert "Study the scanners" in Path("ledger.csv").read_text(encoding="utf-8")
    assert run(["roll-over", "plan.json", *INTO, "--ledger", "alone.csv"]) == 0
    assert "Study the scanners" not in Path("alone.csv").read_text(encoding="utf-8")


def test_recommendations_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    given = {
        (): (False, False),
        ("none",): (False, False),
        ("plan",): (True, False),
        ("all",): (True, True),
        ("R2",): (False, True),
        ("R2", "plan"): (True, True),
    }
    for chosen, there in given.items():
        options = [part for word in chosen for part in ("--recommendations", word)]
        assert run(["roll-over", "all.json", "--plan", "AP6", *INTO, *options]) == 0
        printed = capsys.readouterr().out
        assert ("Buy more" in printed, "Buy none" in printed) == there, chosen


def test_the_file_alone_gives_the_new_plan_again() -> None:
    command = ["roll-over", "all.json", "--plan", "AP6"]
    proposal = ["--write-decisions", "d.toml", "--recommendations", "all", "--deadlines", "cap"]
    assert run([*command, *INTO, "--id", "NEXT", *proposal]) == 0
    text = Path("d.toml").read_text(encoding="utf-8")
    changed = text.replace('"open"', '"draft"', 1)
    draft = '[[draft]]\ntitle = "Buy more of them"\nrecommendations = ["R1"]\n'
    Path("d.toml").write_text(f"{changed}\n{draft}", encoding="utf-8")
    assert run([*command, "--decisions", "d.toml", "--out", "one.json"]) == 0
    plan = load_plan("one.json")
    assert [(plan.id, str(one.code), one.title) for one in plan] == [
        ("NEXT", "7.1", "Buy scanners"),
        ("NEXT", "7.2", "Buy more of them"),
    ]
    assert run([*command, "--decisions", "d.toml", "--out", "two.json"]) == 0
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_where_one_file_cannot_be_written_none_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("kept.json").write_text("kept", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        write_together({Path("kept.json"): b"new", Path("none/ledger.csv"): b""})
    assert Path("kept.json").read_text(encoding="utf-8") == "kept"
    before = sorted(path.name for path in Path().iterdir())
    for options in (
        ("--out", "kept.json", "--ledger", "ledger.csv"),
        ("--out", "next.json", "--ledger", "ledger.unknown"),
        ("--out", "next.json", "--to", "unknown", "--ledger", "ledger.csv"),
        ("--out", "next.json", "--ledger", "./plan.json", "--force"),
        ("--out", "next.json", "--ledger", "none/ledger.csv"),
    ):
        assert run(["roll-over", "plan.json", *INTO, *options]) != 0, options
        assert capsys.readouterr().out == ""
    assert sorted(path.name for path in Path().iterdir()) == before


def test_a_dry_run_prints_and_writes_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    before = sorted(path.name for path in Path().iterdir())
    command = ["roll-over", "plan.json", *INTO, "--dry-run"]
    assert run([*command, "--out", "next.json", "--ledger", "ledger.csv"]) == 0
    printed = capfdbinary.readouterr().out.decode()
    assert printed.endswith(
        "would write next.json: AP7 as json\nwould write ledger.csv: the ledger as ledger-csv\n"
    )
    assert run([*command, "--to", "json"]) == 0
    assert run(["roll-over", "plan.json", *INTO, "--to", "json"]) == 0
    assert capfdbinary.readouterr().out.count(b'"id": "AP7"') == 2  # once for each command
    assert sorted(path.name for path in Path().iterdir()) == before
    assert load_plan("plan.json") == PLAN
