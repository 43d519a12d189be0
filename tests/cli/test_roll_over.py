"""The command roll-over with several files: what is read beside the plan, and what is written."""

from pathlib import Path

import attrs
import pytest

from customs_coop import load, load_plan, write
from customs_coop.cli.entry import run
from customs_coop.cli.outputs import write_together
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Link,
    LinkKind,
    Marking,
    Recommendation,
)
from customs_coop.references import DocumentNumber

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


def test_what_rollovers_before_left_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    proposal = ["--write-decisions", "d.toml"]
    assert run(["roll-over", "plan.json", *INTO, *proposal]) == 0
    text = Path("d.toml").read_text(encoding="utf-8")
    put_off = text.replace('"carry"\nreason = ""', '"defer"\nreason = "no money"')
    Path("d.toml").write_text(put_off, encoding="utf-8")
    options = ["--decisions", "d.toml", "--out", "next.json", "--ledger"]
    hint = "only the ledger knows of what is deferred: write it with --ledger FILE.json"
    assert run(["roll-over", "plan.json", *options, "ledger.csv"]) == 0
    assert hint in capsys.readouterr().err
    assert run(["roll-over", "plan.json", *options, "ledger.json", "--force"]) == 0
    assert hint not in capsys.readouterr().err
    again = ["roll-over", "next.json", "--into", "2016-01-01/2017-06-30"]
    assert run([*again, "--earlier-ledger", "ledger.json"]) == 0
    printed = capsys.readouterr().err
    assert "CC630: AP6/6.1: it was deferred" in printed
    assert hint in printed
    more = ["--earlier-ledger", "ledger.json", "--earlier", "plan.json"]
    assert run([*again, *more, "--write-decisions", "e.toml"]) == 0
    text = Path("e.toml").read_text("utf-8")
    assert 'item = "AP6/6.1"\n# deferred when AP6 became AP7, no money' in text
    printed = capsys.readouterr().out
    assert "--earlier plan.json --earlier-ledger ledger.json --dec" in printed
    assert "wrote e.toml: 0 actions, 1 waiting item\n" in printed
    assert run([*again, "--earlier-ledger", "plan.json"]) == 1
    assert "AP6/6.1" not in capsys.readouterr().out


def test_recommendations_come_from_further_files(capsys: pytest.CaptureFixture[str]) -> None:
    further = ["--recommendations-from", "all.json"]
    assert run(["roll-over", "plan.json", *INTO, *further]) == 0
    printed = capsys.readouterr().out
    assert "Buy more" in printed
    assert "Buy none" in printed
    assert run(["roll-over", "plan.json", *INTO, *further, "--recommendations", "R2"]) == 0
    assert "Buy more" not in capsys.readouterr().out
    proposal = ["--write-decisions", "d.toml", "--recommendations", "plan"]
    assert run(["roll-over", "plan.json", *INTO, *further, *proposal]) == 0
    assert run(["roll-over", "plan.json", "--decisions", "d.toml", *further]) == 0
    assert "Buy more" in capsys.readouterr().out


def test_options_that_cannot_be_used_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, message in (
        (("plan.json",), "'--into', or '--decisions'"),
        (("plan.json", "--into", "2014/2015"), "--into: not an ISO date"),
        (("all.json", "--plan", "AP6", *INTO, "--id", "AP5"), "--id: there is a plan 'AP5' alr"),
    ):
        assert run(["roll-over", *arguments]) == 2
        assert message in " ".join(capsys.readouterr().err.split())


def test_a_ledger_from_json_is_exported(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["roll-over", "plan.json", *INTO, "--ledger", "ledger.json"]) == 0
    export = ["export", "ledger.json"]
    assert run([*export, "--out", "ledger.csv"]) == 0
    assert "AP6/6.1" in Path("ledger.csv").read_text(encoding="utf-8")
    capfdbinary.readouterr()
    assert run([*export, "--to", "ledger-markdown", "-O", "items=all"]) == 0
    assert b"Buy scanners" in capfdbinary.readouterr().out
    assert run([*export, "--plan", "AP6", "--to", "json"]) == 2
    content = Path("ledger.json").read_text(encoding="utf-8")
    Path("ledger.json").write_text(content.replace('"AP6"', '""'), encoding="utf-8")
    assert run([*export, "--to", "json"]) == 1


def test_the_new_plan_is_written_with_what_belongs_to_it() -> None:
    command = ["roll-over", "all.json", "--plan", "AP6", *INTO, "--out", "next.json"]
    assert run([*command, "--document", "1/14 LIMITE", "--recommendations", "R1"]) == 0
    dossier = load("next.json")
    assert dossier.plan.document == DocumentNumber.parse("1/14")
    assert [str(one.reference) for one in dossier.documents] == ["1/14"]
    assert [one.id for one in dossier.recommendations] == ["R1"]
    proposal = ["--write-decisions", "d.toml", "--document", "1/14 LIMITE"]
    assert run(["roll-over", "plan.json", *INTO, *proposal]) == 0
    assert 'document = "1/14 LIMITE"' in Path("d.toml").read_text(encoding="utf-8")
    assert run(["roll-over", "plan.json", "--decisions", "d.toml", "--out", "two.json"]) == 0
    assert load_plan("two.json").document == DocumentNumber.parse("1/14")


def test_recommendations_that_are_nowhere_are_told_with_a_way_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["roll-over", "plan.json", *INTO, "--recommendations", "R1"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "there is no recommendation 'R1'; plan.json holds no recommendations, and" in told
    assert "--recommendations-from FILE names a file that does" in told
    further = ["--recommendations-from", "all.json", "--recommendations", "all"]
    assert run(["roll-over", "plan.json", *INTO, *further, "--write-decisions", "d.toml"]) == 0
    capsys.readouterr()
    assert run(["roll-over", "plan.json", "--decisions", "d.toml"]) == 1
    told = capsys.readouterr().err
    assert "no recommendations are handed in, and the file decides on recommendations R1" in told
    assert "--recommendations-from FILE" in told
    assert run(["roll-over", "plan.json", *INTO, "--document", "soon"]) == 2
    assert "--document" in capsys.readouterr().err


def test_a_marking_that_only_the_cover_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    number = DocumentNumber(1234, 2013)
    cover = Document(reference=number, title="Sixth", marking=Marking.LIMITE)
    write(Dossier(plans=[attrs.evolve(PLAN, document=number)], documents=[cover]), "marked.json")
    assert run(["roll-over", "marked.json", *INTO, "--out", "new.json"]) == 0
    assert "CC615" in capsys.readouterr().err
