"""A day for an event: whether it can be right, and what is told where nothing changes."""

from pathlib import Path

import attrs
import pytest

from customs_coop.cli.entry import run
from customs_coop.deadline import Relative
from customs_coop.errors import UnknownEventError
from customs_coop.exporters import write
from customs_coop.model import (
    Action,
    ActionPlan,
    Document,
    Dossier,
    Event,
    Indicator,
    Named,
    Obligation,
)
from customs_coop.monitoring import anchor_event
from customs_coop.monitoring.owed.doubts import check_event
from customs_coop.references import DocumentNumber

BEFORE = Relative("the next fair", "-P1M")
NUMBER = DocumentNumber(number=7031, year=2031)


def minutes() -> Dossier:
    """Minutes of 2 May 2031 and an older note; a report is owed before the next fair."""
    documents = [
        Document(reference=Named("Note"), title="Note", date="2029-03-01"),
        Document(reference=NUMBER, title="Minutes", date="2031-05-02"),
    ]
    action = Action(code="1", title="Build the stalls", deadlines=[BEFORE])
    plan = ActionPlan(id="P9", title="Fairs", document=NUMBER, actions=[action])
    return Dossier(
        plans=[plan], documents=documents, events=[Event(id="FAIR", title="The next fair")]
    )


def told(dossier: Dossier, when: str, name: str = "FAIR") -> list[str]:
    return [one.message for one in check_event(anchor_event(dossier, name, when), name)]


def test_a_day_before_the_document_of_the_plan_is_told() -> None:
    assert told(minutes(), "2031-05-01") == [
        "2031-05-01 is before 2031-05-02, the day of the document whose deadlines hang on it"
    ]
    (finding,) = check_event(anchor_event(minutes(), "FAIR", "2030"), "next fair")
    assert (finding.code, finding.subject) == ("CC808", "FAIR")
    assert finding.message.startswith("2030-12-31 is before")


@pytest.mark.parametrize("when", ["2031-05-02", "2031-06-12", "2031", "2030-01-01/2032-01-01"])
def test_a_day_that_may_be_later_is_not(when: str) -> None:
    assert told(minutes(), when) == []


def test_an_indicator_counts_for_its_plan_and_what_has_no_plan_for_the_first_document() -> None:
    whole = minutes()
    indicator = Indicator(text="Stalls", deadlines=[BEFORE])
    action = Action(code="1", title="Build", indicators=[indicator])
    by_indicator = attrs.evolve(whole, plans=[attrs.evolve(whole.plan, actions=[action])])
    assert len(told(by_indicator, "2030-06-12")) == 1
    duty = Obligation(text="Report", deadline=BEFORE)
    loose = attrs.evolve(whole, plans=[], obligations=[duty])
    assert told(loose, "2030-06-12") == []
    assert len(told(loose, "2029-02-01")) == 1
    assert told(attrs.evolve(loose, documents=[]), "2029-02-01") == []


def test_an_event_on_which_nothing_hangs_or_without_a_day_is_not_told() -> None:
    whole = minutes()
    old = Event(id="OLD", title="The first fair", when="1999-06-12")
    assert list(check_event(attrs.evolve(whole, events=[*whole.events, old]), "OLD")) == []
    assert list(check_event(whole, "FAIR")) == []
    with pytest.raises(UnknownEventError):
        check_event(whole, "feast")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    write(minutes(), "minutes.json")
    return "minutes.json"


def test_the_command_warns_of_such_a_day_and_writes_all_the_same(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["anchor", file, "FAIR", "2030-06-12", "--out", "new.json"]) == 0
    assert "warning CC808: FAIR: 2030-06-12 is before 2031-05-02" in capsys.readouterr().err
    assert Path("new.json").exists()
    assert run(["anchor", "new.json", "FAIR", "--release", "--out", "old.json"]) == 0
    assert capsys.readouterr().err == ""


def test_a_reason_alone_is_not_recorded_and_that_is_told(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["anchor", file, "FAIR", "2031-06-12", "--out", "one.json"]) == 0
    capsys.readouterr()
    again = ["anchor", "one.json", "FAIR", "2031-06-12", "--reason", "as the host says"]
    assert run([*again, "--out", "two.json"]) == 0
    assert capsys.readouterr().out == (
        "nothing has changed: FAIR: its time is 2031-06-12 already, and no reason is recorded\n"
    )
    assert Path("two.json").read_bytes() == Path("one.json").read_bytes()
    assert run(["anchor", file, "FAIR", "--release", "--out", "three.json"]) == 0
    assert capsys.readouterr().out == ("nothing has changed: FAIR: it has no day to take back\n")
