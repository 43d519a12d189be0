"""Reminders of what is owed: khal lists each on its day, and libical finds no fault."""

from pathlib import Path

import attrs
import pytest

from calendar_clients import client, khal_list
from customs_coop.deadline import By, parse_deadline
from customs_coop.exporters import export
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier, Obligation
from customs_coop.monitoring import StateOfPlay, review
from libical import look

DAYS = ("2032-04-30", "2032-06-30", "2032-12-31")


def state() -> StateOfPlay:
    """What two neighbours owe: two reports on one action, and one in each Presidency."""
    action = Action(code="1", title="Build gates", deadlines=[By("2032-09-30")])
    plan = ActionPlan(id="P9", title="Gates", period="2032-01-01/2032-12-31", actions=[action])
    duty = Obligation(
        text="Report; with a comma, and \\ more " + "é" * 60,
        party="SEE",
        subject=ActionRef("P9", "1"),
        deadline=By("2032-04-30"),
    )
    rounds = attrs.evolve(duty, text="Count", deadline=parse_deadline("once per Presidency"))
    dossier = Dossier(plans=[plan], obligations=[duty, rounds])
    return review(dossier, on="2032-06-01", members={"SEE": ("AL", "HR")})


def test_each_report_is_listed_on_its_day(tmp_path: Path) -> None:
    client("khal")
    content = export(state(), "reminders")
    # A folder of khal has a file for each entry.
    head, *entries = content.removesuffix(b"END:VCALENDAR\r\n").split(b"BEGIN:VEVENT")
    folder = tmp_path / "plan"
    folder.mkdir()
    for number, entry in enumerate(entries):
        whole = head + b"BEGIN:VEVENT" + entry + b"END:VCALENDAR\r\n"
        (folder / f"{number}.ics").write_bytes(whole)
    rows = khal_list({"plan": folder}, tmp_path, DAYS[0], DAYS[-1])
    assert sorted(row["start-date"] for row in rows) == sorted(DAYS * 2)
    assert {row["all-day"] for row in rows} == {"True"}
    late = sorted(row["title"].split(": ")[:2] for row in rows if row["start-date"] == DAYS[0])
    assert late == [["Overdue", "1 Albania"], ["Overdue", "1 Croatia"]]


@pytest.mark.parametrize("profile", ["events", "tasks"])
def test_all_is_taken_and_allowed(profile: str) -> None:
    content = export(state(), "reminders", profile=profile, items=True, color="teal")
    looked = look(content)
    assert (looked.errors, looked.restrictions) == ((), True)
    assert len(looked.uids) == 7 + content.count(b"BEGIN:VALARM")
