"""What `obligations` and `review` tell apart: reports and duties, a screen and a pipe, members."""

import io
import json
import sys
from pathlib import Path

import pytest

from customs_coop.cli.entry import run
from customs_coop.deadline import By
from customs_coop.exporters import write
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Involvement,
    Obligation,
    Party,
    ProgressReport,
    Role,
)

LONG = "Report on the lamps along the shore and on the piers, and on whoever lights and tends them"
TO_ACT = "The keepers shall paint the lamps"
KINDS = ("report", "duty")
WITHIN = ["--within", "2031-01-01/2031-12-31"]


@pytest.fixture
def lamps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A dossier in which the services of a shore, which nobody names, owe a report."""
    monkeypatch.chdir(tmp_path)
    ref = ActionRef("P9", "1")
    action = Action(
        code="1", title="Lamps", involved=[Involvement(party="SHORE", role=Role.RESPONSIBLE)]
    )
    dossier = Dossier(
        plans=[ActionPlan(id="P9", title="Lamps", actions=[action])],
        parties=[Party(id="SHORE", name="Services of the shore")],
        obligations=[
            Obligation(text=LONG, party="SHORE", to="CCWP", subject=ref, deadline=By("2031-05-12")),
            Obligation(text=TO_ACT, party="KEEPERS", deadline=By("2031-06-12")),
            Obligation(text=f"{LONG}, without a day", party="KEEPERS"),
        ],
        progress=[ProgressReport(party="AL", subject=ref, on="2031-05-02", text="All are lit")],
    )
    write(dossier, "lamps.json")
    return "lamps.json"


def kinds(text: str) -> list[str]:
    return [word for line in text.splitlines() for word in line.split() if word in KINDS]


def test_a_duty_to_act_is_told_from_a_report(
    lamps: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["obligations", lamps, *WITHIN]) == 0
    assert kinds(capsys.readouterr().out) == ["report", "duty", "report"]
    assert run(["obligations", lamps, *WITHIN, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert [(one["text"], one["reports"]) for one in values] == [
        (LONG, True),
        (TO_ACT, False),
        (f"{LONG}, without a day", True),
    ]


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_words_are_cut_on_a_screen_and_nowhere_else(
    lamps: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["obligations", lamps, *WITHIN]) == 0
    piped = capsys.readouterr().out
    assert f"{LONG}\n" in piped
    assert f"{LONG}, without a day  no time is stated" in piped
    assert "…" not in piped
    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(["obligations", lamps, *WITHIN]) == 0
    assert "Report on the lamps along the shore and on the piers" in screen.getvalue()
    assert LONG not in screen.getvalue()


def test_members_whom_nobody_names_are_told_with_the_way_out(
    lamps: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", lamps, "--on", "2031-05-20"]) == 0
    told = capsys.readouterr().err
    assert "AL reported, and the reports that SHORE owes count as not sent" in told
    assert "(--member SHORE=ID,ID)" in told
    assert "1 warning" in told
    assert run(["review", lamps, "--on", "2031-05-20", "--member", "SHORE=AL,BA"]) == 0
    assert "SHORE" not in capsys.readouterr().err


def test_a_member_whom_nobody_names_is_asked_for_with_the_way_out(
    lamps: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", lamps, "--on", "2031-05-20", "--party", "AL"]) == 2
    assert "the members of SHORE are named with --member" in " ".join(
        capsys.readouterr().err.split()
    )
    command = ["review", lamps, "--on", "2031-05-20", "--member", "SHORE=AL,BA", "--party", "AL"]
    assert run(command) == 0
    out = capsys.readouterr().out
    assert "1 thing: 1 open." in out
    assert "  reports   1 of 1: of those due or sent by then came\n" in out
