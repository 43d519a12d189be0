"""A plan that was loaded from a format without origins has other identifiers: told once."""

from pathlib import Path

import attrs
import pytest

from customs_coop.comparison import merge
from customs_coop.exporters import export, losses, write
from customs_coop.loading import load_plan, read_progress
from customs_coop.model import Action, ActionPlan, Indicator, Involvement, Role
from customs_coop.rollover import next_plan, roll_over

CCWP = Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWP")
PLAN = ActionPlan(
    id="AP1",
    title="First action plan",
    period="2004-01-01/2006-12-31",
    actions=[
        Action(
            code=f"1.{number}",
            title=f"Train {word}",
            indicators=[Indicator(text=f"{word} trained")],
            involved=[CCWP],
            status="completed" if number == 1 else "open",
        )
        for number, word in enumerate(("divers", "pilots", "officers", "drivers"), 1)
    ],
)
# The first one is completed, so that the codes of the others close its gap.
ROLLED = roll_over(PLAN, into=next_plan(PLAN, period="2007-01-01/2008-06-30")).plan


def calendar(tmp_path: Path, *done: int) -> Path:
    """A calendar of the new plan, in which some tasks are completed."""
    content = bytes(export(ROLLED, "icalendar", profile="tasks"))
    head, *tasks = content.split(b"STATUS:NEEDS-ACTION")
    states = [
        b"STATUS:COMPLETED\r\nCOMPLETED:20070507T101500Z" if at in done else b"STATUS:NEEDS-ACTION"
        for at in range(len(tasks))
    ]
    path = tmp_path / "ticked.ics"
    path.write_bytes(head + b"".join(a + b for a, b in zip(states, tasks, strict=True)))
    return path


@pytest.fixture(scope="module")
def reread(tmp_path_factory: pytest.TempPathFactory) -> ActionPlan:
    path = tmp_path_factory.mktemp("plans") / "rolled.csv"
    write(ROLLED, path)
    found = {one.subject for one in losses(ROLLED, "council-csv")}
    assert {"action.origin", "indicator.origin"} <= found
    return load_plan(path)


def test_one_finding_says_what_to_do(tmp_path: Path, reread: ActionPlan) -> None:
    assert [str(one.origin) for one in ROLLED] == ["AP1/1.2", "AP1/1.3", "AP1/1.4"]
    reading = read_progress(calendar(tmp_path, 0, 2), dossier=reread)
    assert reading.reports == ()
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC170", "AP2")
    assert found.message.startswith("3 entries name actions of AP2, which has other identifiers")
    assert "changed in 2 of them is in no report: 1.1 pilots trained – Train pilots; 1.3" in (
        found.message
    )
    assert 'merge(exported, {"me": plan}).plan' in found.hint


def test_the_hint_holds(tmp_path: Path, reread: ActionPlan) -> None:
    edited = attrs.evolve(reread, title="Second action plan, as adopted")
    restored = merge(ROLLED, {"me": edited}).plan
    assert restored.title == edited.title
    reading = read_progress(calendar(tmp_path, 0, 2), dossier=restored)
    assert [one.item for one in reading.ticked] == ["AP2/1.1 indicator 1", "AP2/1.3 indicator 1"]
    assert list(reading.report) == []


def test_it_is_told_before_anything_is_ticked_off(tmp_path: Path, reread: ActionPlan) -> None:
    (found,) = read_progress(calendar(tmp_path), dossier=reread).report
    assert (found.code, found.subject) == ("CC175", "AP2")
    assert "no report" not in found.message
    assert "JSON" in found.hint


def test_what_the_plan_knows_mostly_is_no_lost_plan(tmp_path: Path, reread: ActionPlan) -> None:
    # One action alone has another origin: that is told of its entry.
    first = ROLLED.actions[0]
    new = attrs.evolve(first.indicators[0], origin=None)
    other = attrs.evolve(first, origin=None, earlier=(), indicators=[new])
    plan = attrs.evolve(ROLLED, actions=[other, *ROLLED.actions[1:]])
    (found,) = read_progress(calendar(tmp_path, 0), dossier=plan).report
    assert (found.code, found.subject) == ("CC170", "1.1 pilots trained – Train pilots")
    path = calendar(tmp_path, 0)
    # Identifiers that a server gave are another matter: what the entries say is read.
    path.write_bytes(path.read_bytes().replace(b"UID:", b"UID:server-"))
    reading = read_progress(path, dossier=reread)
    assert [str(one.subject) for one in reading.reports] == ["AP2/1.1 indicator 1", "AP2/1.1"]
    assert [one.code for one in reading.report] == ["CC175"]
