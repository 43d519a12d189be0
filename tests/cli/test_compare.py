"""The merge of edits whose result would not be right."""

from pathlib import Path

import attrs
import docx
import pytest

from customs_coop import Action, ActionPlan, ActionRef, Link, LinkKind, load_plan, write
from customs_coop.cli.entry import run

FIRST = Action(code="1.1", title="Train officers")
SECOND = Action(code="1.2", title="Fight fraud")
BASE = ActionPlan(id="AP1", title="Plan", actions=[FIRST, SECOND])
PROSE = """Fifth Action Plan (2011-2012)

Code\tAction\tPriority\tResponsible party

It goes on and on about boats and sheds, and about those who look after boats and sheds.
"""


def files(folder: Path, **plans: ActionPlan) -> dict[str, str]:
    return {name: str(write(plan, folder / f"{name}.json")) for name, plan in plans.items()}


def test_errors_that_the_base_has_not_stop_a_merge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = attrs.evolve(BASE, actions=[FIRST, attrs.evolve(SECOND, code="1.1")])
    named = files(tmp_path, base=BASE, twice=twice)
    out = tmp_path / "out.json"
    command = ["merge", named["base"], f"DE={named['twice']}", "--out", str(out)]
    assert run(command) == 1
    assert not out.exists()
    assert "CC201: AP1/1.1: two actions have this code" in capsys.readouterr().err
    assert run([*command, "--allow-conflicts"]) == 1
    assert load_plan(out) == twice
    # What the base had already is no news.
    assert run(["merge", named["twice"], f"DE={named['twice']}"]) == 0


def test_links_that_lead_nowhere_since_a_merge_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.2"))
    linked = attrs.evolve(BASE, actions=[attrs.evolve(FIRST, links=[link]), SECOND])
    gone = attrs.evolve(BASE, actions=[FIRST])
    named = files(tmp_path, base=BASE, linked=linked, gone=gone)
    run(["merge", named["base"], f"DE={named['linked']}", f"FR={named['gone']}"])
    assert "CC207" in capsys.readouterr().err


def test_a_row_without_a_code_is_named_by_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full = [attrs.evolve(one, priority="High", objectives=["A"]) for one in BASE]
    plan = attrs.evolve(BASE, actions=full)
    sent = write(plan, tmp_path / "sent.docx")
    document = docx.Document(str(sent))
    cells = document.tables[-1].add_row().cells  # type: ignore[no-untyped-call] # as python-docx has it
    words = ("Train the crews of patrol boats", "B", "Low", "Courses held", "CCWP")
    for cell, text in zip(cells[1:], words, strict=False):
        cell.text = text
    document.save(str(sent))
    base = files(tmp_path, base=plan)["base"]
    for command in (["diff", base, str(sent)], ["merge", base, f"FR={sent}"]):
        assert run(command) == 1
        told = capsys.readouterr().err
        assert 'the row "Train the crews of patrol boats B Low' in told
        assert "; add the code" in told


def test_the_conflicts_are_written_with_the_plan_or_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german, french = (
        attrs.evolve(BASE, actions=[attrs.evolve(FIRST, priority=word), SECOND])
        for word in ("High", "Low")
    )
    named = files(tmp_path, base=BASE, german=german, french=french)
    listed, out = tmp_path / "conflicts.md", tmp_path / "out.json"
    command = ["merge", named["base"], f"DE={named['german']}", f"FR={named['french']}"]
    assert run([*command, "--report", str(listed), "--out", str(out)]) == 1
    assert "*DE:*<br>High<br>*FR:*<br>Low" in listed.read_text(encoding="utf-8")
    assert not out.exists()
    assert "or BASE to keep the base" in capsys.readouterr().err
    settled = [*command, "--prefer", "1.1/priority=BASE", "--out", str(out)]
    assert run([*settled, "--report", str(listed)]) == 2  # it is there already
    assert run([*settled, "--report", str(listed), "--force"]) == 0
    assert "There is no conflict." in listed.read_text(encoding="utf-8")
    assert load_plan(out) == BASE


def test_a_file_without_any_action_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text(PROSE, encoding="utf-8")
    base = files(tmp_path, base=BASE)["base"]
    assert run(["diff", base, str(prose)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "warning CC138: no action was read" in shown.err
    assert "prose.txt, and " in shown.err
    assert "base.json has 2: they cannot be compared" in shown.err
    assert run(["diff", str(prose), base]) == 2
    assert run(["diff", str(prose), str(prose)]) == 0
    assert run(["merge", base, f"DE={prose}"]) == 2
    assert "they cannot be compared" in capsys.readouterr().err


def test_a_plan_as_json_may_have_no_actions_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = files(tmp_path, base=BASE, empty=attrs.evolve(BASE, actions=[]))
    assert run(["diff", named["empty"], named["base"]]) == 0
    assert "1.1" in capsys.readouterr().out
