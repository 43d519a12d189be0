"""The command revise with its files: decisions, the cover note, the plan with its document."""

import io
import zipfile
from pathlib import Path

import attrs
import pytest

from customs_coop import load, write
from customs_coop.cli.entry import run
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    DeadlineChange,
    Document,
    Dossier,
    IndicatorRef,
    Marking,
    PlanRef,
    ProgressReport,
)
from customs_coop.references import DocumentNumber

NUMBER = DocumentNumber.parse("1234/05")
PLAN = ActionPlan(
    id="AP1",
    title="First Plan",
    period="2004-01-01/2006-12-31",
    document=NUMBER,
    actions=[
        Action(code="1", title="Count ships", priority="Potential to defer"),
        Action(code="2", title="Map sheds"),
    ],
)
OTHER = ActionPlan(id="AP2", title="Second Plan")
PAPER = Document(reference=NUMBER, title="First Plan", date="2005-11-23")
KEPT = (
    ("--write-decisions", "d.toml"),
    ("--decisions", "d.toml", "--out", "next.json", "--ledger", "ledger.json"),
)
STRANGE = Document(reference=DocumentNumber.parse("99/11"), title="Something else")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(Dossier(plans=[PLAN], documents=[PAPER]), "plan.json")
    write(Dossier(plans=[PLAN, OTHER], documents=[STRANGE, PAPER]), "all.json")
    return tmp_path


def test_a_history_can_be_asked_for_a_day_of_what_was_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["revise", "plan.json", "--date", "2006-03-01", "--out", "new.json"]) == 0
    dossier = load("new.json")
    assert [(str(one.reference), str(one.date)) for one in dossier.documents] == [
        ("1234/1/05 REV 1", "2006-03-01"),
        ("1234/05", "2005-11-23"),
    ]
    for day, number in (("2006-01-31", "1234/05"), ("2006-03-02", "1234/1/05 REV 1")):
        capsys.readouterr()
        assert run(["history", "plan.json", "new.json", "--as-of", day]) == 0
        assert f"\n{number}\n" in capsys.readouterr().out


def test_a_plan_is_exported_with_its_own_document() -> None:
    assert run(["export", "all.json", "--plan", "AP1", "--out", "one.json"]) == 0
    assert load("one.json") == Dossier(plans=[PLAN], documents=[PAPER])
    assert run(["export", "all.json", "--plan", "AP1", "--out", "one.md"]) == 0
    assert "23 November 2005" in Path("one.md").read_text(encoding="utf-8")


def test_the_cover_note_is_what_its_suffix_says(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("note.docx", "note.html", "note.md", "note.txt"):
        assert run(["revise", "plan.json", "--date", "2006-03-01", "--cover-note", name]) == 0
    with zipfile.ZipFile(io.BytesIO(Path("note.docx").read_bytes())) as word:
        body = word.read("word/document.xml").decode()
    assert ">First Plan<" in body
    assert ">\u2013 1: &quot;" in body.replace('"', "&quot;")
    assert 'w:w="11906" w:h="16838"' in body  # upright
    page = Path("note.html").read_text(encoding="utf-8")
    assert "<h1" in page
    assert '<dd dir="auto">1 March 2006</dd>' in page
    markdown = Path("note.md").read_text(encoding="utf-8")
    assert markdown.startswith("# First Plan\n\n- Document: 1234/1/05 REV 1\n- Date: 1 March")
    assert '\n   - 1: "Potential to defer"\n' in markdown
    assert Path("note.txt").read_text(encoding="utf-8").startswith("First Plan\nDocument: 1234/1")
    capsys.readouterr()
    assert run(["revise", "plan.json", "--cover-note", "note.pdf"]) == 2
    assert "to a file in .docx, .html, .md, .txt, not note.pdf" in capsys.readouterr().err
    assert not Path("note.pdf").exists()


def test_the_marking_of_a_cover_stays_and_nothing_marked_is_for_the_public(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cover = attrs.evolve(PAPER, marking=Marking.LIMITE)
    write(Dossier(plans=[PLAN], documents=[cover]), "secret.json")
    assert run(["revise", "secret.json", "--out", "new.json"]) == 0
    assert capsys.readouterr().out.startswith("LIMITE\n\nFirst Plan\nDocument: 1234/1/05 REV 1\n")
    assert load("new.json").documents[0].marking is Marking.LIMITE
    for given in ([], ["--document", "4711/06"]):
        files = ["--cover-note", "note.md", "--out", "public.json"]
        assert run(["revise", "secret.json", *given, *files, "--public"]) == 1
        assert "not for the public: 1234/05 (LIMITE)" in capsys.readouterr().err
    assert not Path("note.md").exists()
    assert not Path("public.json").exists()
    assert run(["revise", "plan.json", "--document", "4711/06 LIMITE", "--public"]) == 1
    assert "not for the public: 4711/06 (LIMITE)" in capsys.readouterr().err
    assert run(["revise", "plan.json", "--public", "--cover-note", "note.md"]) == 0
    assert Path("note.md").read_text(encoding="utf-8").startswith("# First Plan\n")


def test_decisions_come_from_a_file_that_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (["revise"], ["roll-over", "--into", "2007-01-01/2008-06-30"]):
        assert run([*command, "plan.json", "--write-decisions", "review.docx"]) == 2
        assert "to a file in .toml, not to review.docx" in capsys.readouterr().err
        assert run([*command, "plan.json", "--decisions", "nix.toml"]) == 1
        assert capsys.readouterr().err == "customs-coop: nix.toml: the file does not exist\n"
        assert run([*command, "plan.json", "--decisions", "plan.json"]) != 0
        assert run([*command, "plan.json", "--decisions", "all.json"]) == 1
        assert "all.json: this is no decisions file" in capsys.readouterr().err
        assert run([*command, "-", "--decisions", "-"]) == 2
        assert "holds one file" in capsys.readouterr().err
    assert run(["revise", "plan.json", "--write-decisions", "r.toml", "--deadlines", "cap"]) == 0
    content = Path("r.toml").read_bytes()
    decided = content.replace(b'"carry"\nreason = ""', b'"defer"\nreason = "no ships"', 1)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(decided)))
    capsys.readouterr()
    assert run(["revise", "plan.json", "--decisions", "-"]) == 0
    assert "1 (until now Potential to defer; no ships)" in capsys.readouterr().out
    assert run(["revise", "plan.json", "--decisions", "r.toml", "--deadlines", "keep"]) == 1
    assert 'deadlines = "cap" here, and "keep" is asked for' in capsys.readouterr().err
    assert run(
        ["roll-over", "plan.json", "--into", "2007-01-01/2008-06-30", "--decisions", "r.toml"]
    )
    assert 'purpose = "revision" here, and this is a rollover' in capsys.readouterr().err


def test_what_waits_goes_through_a_review(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roll-over", "plan.json", "--into", "2007-01-01/2008-06-30", *KEPT[0]]) == 0
    text = Path("d.toml").read_text(encoding="utf-8")
    changed = text.replace('"carry"\nreason = ""', '"defer"\nreason = "no"', 1)
    Path("d.toml").write_text(changed, encoding="utf-8")
    assert run(["roll-over", "plan.json", *KEPT[1]]) == 0
    capsys.readouterr()
    review = ["revise", "next.json", "--earlier-ledger", "ledger.json", "--out", "rev.json"]
    assert run([*review, "--ledger", "second.json"]) == 0
    waits = "CC630: AP1/1: it was deferred when AP1 became AP2, and nothing has become of it"
    assert waits in capsys.readouterr().err
    last = ["roll-over", "rev.json", "--into", "2009-01-01/2010-06-30"]
    assert run([*last, "--earlier-ledger", "second.json"]) == 0
    assert waits in capsys.readouterr().err
    assert run([*review, "--ledger", "ledger.json", "--force"]) == 2
    assert "ledger.json is read" in capsys.readouterr().err
    assert run([*review[:-2], "--write-decisions", "e.toml"]) == 2
    assert "it goes without --earlier-ledger" in " ".join(capsys.readouterr().err.split())


def test_what_was_reported_on_a_plan_and_moved_in_it_stays_with_its_revision(
    tmp_path: Path,
) -> None:
    dossier = bundled_dossier()
    ref = ActionRef("AP5", "5.9")
    moved = DeadlineChange(subject=ref, old=By("2011-12-31"), new=By("2012-01-31"))
    reports = [
        ProgressReport(party="CCWP", subject=one, on="2012-03-01", text="We met")
        for one in (ref, IndicatorRef(ref, 1), PlanRef("AP5"), ActionRef("AP1", "1.1"))
    ]
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    write(attrs.evolve(dossier, progress=reports, deadline_changes=[moved]), before)
    assert run(["revise", str(before), "--plan", "AP5", "--out", str(after)]) == 0
    written = load(after)
    assert written.progress == tuple(reports[:3])
    assert moved in written.deadline_changes
