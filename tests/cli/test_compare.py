"""The merge of edits whose result would not be right."""

from pathlib import Path

import attrs
import pytest

from customs_coop import Action, ActionPlan, ActionRef, Link, LinkKind, load_plan, write
from customs_coop.cli.entry import run

FIRST = Action(code="1.1", title="Train officers")
SECOND = Action(code="1.2", title="Fight fraud")
BASE = ActionPlan(id="AP1", title="Plan", actions=[FIRST, SECOND])


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
