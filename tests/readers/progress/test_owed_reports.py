"""Reports that are owed, exported as tasks and ticked off as sent."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from customs_coop.deadline import By, Recurring
from customs_coop.exporters import export
from customs_coop.loading import read_progress
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Obligation,
    PlanRef,
    Status,
)
from customs_coop.monitoring import DutyState, review
from customs_coop.readers import ProgressReading
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

YEARLY = Recurring(Recurrence(Frequency.YEARLY))
ITEM = ActionRef("AP1", "5.1")
PLAN = ActionPlan(
    id="AP1",
    title="First",
    period="2004-01-01/2006-12-31",
    actions=[Action(code="5.1", title="Train", status="ongoing")],
)
ROUNDS = Obligation(text="Report  on training", party="CCWP", subject=ITEM, deadline=YEARLY)
ONCE = Obligation(
    text="Final report", party="COM", subject=PlanRef("AP1"), deadline=By("2007-01-31")
)
DOSSIER = Dossier(plans=[PLAN], obligations=[ROUNDS, ONCE])
DONE = "STATUS:COMPLETED\r\nCOMPLETED:20050110T101500Z"


def ticked(
    dossier: Dossier,
    state: str = DONE,
    *,
    where: Callable[[str], bool] = lambda _: True,
    party: str | None = None,
    known: bool = True,
    **options: object,
) -> ProgressReading:
    """Read a calendar in which the entries of obligations were changed."""
    content = bytes(
        export(dossier, "icalendar", **({"profile": "tasks", "also": "obligations"} | options))
    )
    first, *tasks = content.decode().split("BEGIN:VTODO")
    changed = [
        task.replace("STATUS:NEEDS-ACTION", state)
        if "X-CUSTOMS-COOP-ITEM" not in task and where(task)
        else task
        for task in tasks
    ]
    Path("plan.ics").write_bytes("BEGIN:VTODO".join([first, *changed]).encode())
    return read_progress("plan.ics", dossier=dossier if known else None, party=party)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_round_that_was_sent_is_a_report_on_what_it_is_about() -> None:
    reading = ticked(DOSSIER, where=lambda task: "DUE;VALUE=DATE:20041231" in task)
    (report,) = reading.reports
    assert (report.party, report.subject, str(report.due)) == ("CCWP", ITEM, "2004-12-31")
    assert (str(report.on), report.status, report.text) == ("2005-01-10", None, "")
    assert list(reading.report) == []
    (entry,) = reading.ticked
    assert (entry.item, entry.before, entry.status) == ("AP1/5.1", Status.OPEN, Status.COMPLETED)
    assert (entry.due, entry.report) == (report.due, report)


def test_it_answers_what_is_owed_and_closes_nothing() -> None:
    reading = ticked(DOSSIER)
    assert [(one.party, str(one.due)) for one in reading.reports] == [
        ("CCWP", "2004-12-31"),
        ("CCWP", "2005-12-31"),
        ("CCWP", "2006-12-31"),
        ("COM", "2007-01-31"),
    ]
    state = review(attrs.evolve(DOSSIER, progress=reading.reports), on="2007-06-30")
    assert [one.state for one in state.owed] == [DutyState.LATE] + [DutyState.SENT] * 3
    assert [one.status for one in state.items] == [Status.ONGOING]
    again = ticked(attrs.evolve(DOSSIER, progress=reading.reports))
    assert again.reports == ()
    assert [one.code for one in again.report] == ["CC175"] * 4


def test_the_order_is_that_of_the_calendar_and_of_the_days() -> None:
    content = bytes(export(DOSSIER, "icalendar", profile="tasks", also="obligations")).decode()
    for day in (7, 6, 5, 4, 3):
        state = f"STATUS:COMPLETED\r\nCOMPLETED:2006050{day}T101500Z"
        old = "STATUS:IN-PROCESS" if "STATUS:IN-PROCESS" in content else "STATUS:NEEDS-ACTION"
        content = content.replace(old, state, 1)
    Path("plan.ics").write_text(content, "utf-8", newline="")
    reading = read_progress("plan.ics", dossier=DOSSIER, party="CCWP")
    assert [one.on.day for one in reading.reports] == [3, 4, 5, 6, 7]
    assert [one.on.day for one in reading.ticked if one.on] == [7, 6, 5, 4, 3]


def test_a_comment_is_the_text_of_the_report() -> None:
    reading = ticked(Dossier(obligations=[ONCE]), f"{DONE}\r\nCOMMENT:Sent as 5123/07")
    assert [one.text for one in reading.reports] == ["Sent as 5123/07"]
    # Without one it says nothing else than that the report was sent.
    (report,) = ticked(Dossier(obligations=[ONCE])).reports
    assert (report.status, report.text) == (None, "")


@every_case(
    ("state", "code", "words"),
    [
        ("STATUS:IN-PROCESS", "CC173", "it is IN-PROCESS, and a report that is owed is sent or"),
        ("STATUS:CANCELLED", "CC173", "it is CANCELLED, and a report"),
        ("STATUS:NEEDS-ACTION\r\nCOMMENT:Soon", "CC173", "a comment was written on it"),
        ("STATUS:FAILED", "CC173", "no task has the status"),
    ],
)
def test_what_was_not_sent_is_no_report(state: str, code: str, words: str) -> None:
    reading = ticked(Dossier(obligations=[ONCE]), state)
    assert (reading.reports, reading.ticked) == ((), ())
    (found,) = reading.report
    assert (found.code, found.subject) == (code, "Final report")
    assert words in found.message


def test_nothing_is_told_of_what_nobody_changed() -> None:
    for profile in ("tasks", "both", "events"):
        reading = ticked(DOSSIER, "STATUS:NEEDS-ACTION", profile=profile)
        assert (reading.reports, reading.ticked) == ((), ())
        assert [one.code for one in reading.report] == ["CC175"] * (profile == "events")
    # An event tells nothing of what was sent.
    Path("plan.ics").write_bytes(
        Path("plan.ics").read_bytes().replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
    )
    assert [one.code for one in read_progress("plan.ics", dossier=DOSSIER).report] == ["CC173"]


def test_who_sent_it_is_asked_for_where_nobody_is_named() -> None:
    dossier = Dossier(obligations=[attrs.evolve(ONCE, party=None)])
    reading = ticked(dossier)
    assert (reading.reports, len(reading.ticked)) == ((), 1)
    assert [(one.code, one.subject) for one in reading.report] == [("CC172", "AP1")]
    assert [one.party for one in ticked(dossier, party="Europol").reports] == ["EUROPOL"]
    states = Dossier(obligations=[attrs.evolve(ONCE, party="MS")])
    assert [one.party for one in ticked(states, party="Belgium").reports] == ["BE"]


def test_what_can_become_no_report_is_told() -> None:
    nothing = Dossier(obligations=[attrs.evolve(ONCE, subject=None)])
    reading = ticked(nothing)
    assert (reading.reports, reading.ticked) == ((), ())
    (found,) = reading.report
    assert (found.code, found.subject) == ("CC170", "Final report")
    assert found.message == "it is COMPLETED, and the obligation is about nothing known"
    undated = ticked(Dossier(obligations=[ONCE]), "STATUS:COMPLETED")
    assert [(one.code, one.subject) for one in undated.report] == [("CC171", "AP1")]
    assert [one.report for one in undated.ticked] == [None]
    alone = ticked(Dossier(obligations=[ONCE]), known=False)
    assert [one.code for one in alone.report] == ["CC170", "CC175"]
    early = ticked(DOSSIER, DONE.replace("2005", "1850"), where=lambda task: "Final" in task)
    assert [(one.code, one.subject) for one in early.report] == [("CC175", "AP1")]
    assert [one.on.year for one in early.reports] == [1850]


def test_words_tell_two_reports_of_one_party_apart() -> None:
    both = [attrs.evolve(ONCE, text=text) for text in ("First report", "Second report")]
    dossier = Dossier(obligations=both)
    first = ticked(dossier, where=lambda task: "First" in task)
    second = ticked(dossier, where=lambda task: "Second" in task)
    assert len(first.reports) == len(second.reports) == 1
    assert [one.uid for one in first.ticked] != [one.uid for one in second.ticked]


@every_case("status", ["completed", "obsolete"])
@every_case("bare", [False, True])
def test_what_was_exported_as_closed_was_ticked_off_by_nobody(status: str, *, bare: bool) -> None:
    plan = attrs.evolve(PLAN, actions=[attrs.evolve(PLAN.actions[0], status=status)])
    dossier = attrs.evolve(DOSSIER, plans=[plan], obligations=[ROUNDS])
    content = bytes(export(dossier, "icalendar", profile="tasks", also="obligations")).decode()
    lines = [one for one in content.splitlines() if not (bare and one.startswith("X-CUSTOMS"))]
    path = Path("closed.ics")
    path.write_text("\r\n".join(lines), newline="")
    reading = read_progress(path, dossier=dossier)
    assert (reading.reports, reading.ticked, list(reading.report)) == ((), (), [])
    # Who had sent it all the same says so with a day.
    closed = {"completed": "STATUS:COMPLETED", "obsolete": "STATUS:CANCELLED"}[status]
    late = "\r\n".join(lines)[::-1].replace(closed[::-1], DONE[::-1], 1)[::-1]
    path.write_text(late, newline="")
    reading = read_progress(path, dossier=dossier)
    assert [str(one.due) for one in reading.reports] == (
        ["2006-12-31"] if bare or status == "obsolete" else []
    )


def test_a_report_that_is_half_done_is_remarked() -> None:
    reading = ticked(Dossier(plans=[PLAN], obligations=[ONCE]), f"{DONE}\r\nPERCENT-COMPLETE:20")
    assert len(reading.reports) == 1
    assert [(one.code, one.message.partition(":")[0]) for one in reading.report] == [
        ("CC175", "PERCENT-COMPLETE 20 says otherwise")
    ]


def test_a_report_without_a_day_takes_the_one_that_is_named() -> None:
    path = Path("undated.ics")
    dossier = Dossier(plans=[PLAN], obligations=[ONCE])
    content = bytes(export(dossier, "icalendar", profile="tasks", also="obligations"))
    path.write_bytes(content.replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED"))
    assert [one.code for one in read_progress(path, dossier=dossier).report] == ["CC171"]
    (report,) = read_progress(path, dossier=dossier, on="2007-01-10").reports
    assert (report.party, str(report.on)) == ("COM", "2007-01-10")
