"""An indicator that is ticked off in a calendar is done to the review, and the others are not."""

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar

from customs_coop import bundled_dossier, write
from customs_coop.loading import read_progress
from customs_coop.model import ActionRef, Dossier, IndicatorRef, Status
from customs_coop.monitoring import Standing, StateOfPlay, add_progress, review

TRAINING = ActionRef("AP1", "5.1")
EXCHANGE = ActionRef("AP5", "5.9")


def of(plan: str) -> Dossier:
    return Dossier.of(bundled_dossier().plan_by_id(plan))


def ticked(folder: Path, dossier: Dossier, ref: ActionRef, *chosen: object) -> Path:
    """The tasks of a plan, of which some indicators, or rounds by their day, are ticked off."""
    path = write(dossier, folder / "list.ics", plan=ref.plan, profile="tasks")
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    tasks: list[Any] = calendar.walk("VTODO")  # a component answers to names
    for task in tasks:
        number = task.get("X-CUSTOMS-COOP-INDICATOR")
        key = task["DUE"].dt if number is None and "DUE" in task else number and int(number)
        if task["X-CUSTOMS-COOP-ITEM"] == str(ref) and key in chosen:
            task["STATUS"] = "COMPLETED"
            task.add("COMPLETED", dt.datetime(2006, 8, 7, 10, tzinfo=dt.UTC))
    path.write_bytes(calendar.to_ical())
    return path


def standings(state: StateOfPlay, ref: ActionRef) -> list[str]:
    return [one.standing.value for one in state.items if one.action == ref]


def test_a_ticked_indicator_is_completed_and_the_others_stay_overdue(tmp_path: Path) -> None:
    dossier = of("AP1")
    before = review(dossier, on="2007-02-01", plans=["AP1"])
    assert standings(before, TRAINING) == ["overdue"] * 3
    reading = read_progress(ticked(tmp_path, dossier, TRAINING, 2), dossier=dossier)
    (report,) = reading.reports
    assert report.subject == IndicatorRef(TRAINING, 2)
    assert (report.party, report.status, report.due) == ("CCWP", Status.COMPLETED, None)
    known = add_progress(dossier, reading).dossier
    state = review(known, on="2007-02-01", plans=["AP1"])
    assert standings(state, TRAINING) == ["overdue", "completed", "overdue"]
    (tally,) = [one for one in state.tallies("action") if one.key == str(TRAINING)]
    assert (tally.total, dict(tally.standings)[Standing.COMPLETED]) == (3, 1)
    # With the last of them, the action is completed, and that is reported as well.
    path = ticked(tmp_path, dossier, TRAINING, 1, 2, 3)
    addition = add_progress(known, read_progress(path, dossier=dossier))
    assert [str(one.subject) for one in addition.added] == [
        "AP1/5.1",
        "AP1/5.1 indicator 1",
        "AP1/5.1 indicator 3",
    ]
    state = review(addition.dossier, on="2007-02-01", plans=["AP1"])
    assert standings(state, TRAINING) == ["completed"] * 3
    assert addition.conflicts == ()


def test_a_ticked_round_answers_that_round(tmp_path: Path) -> None:
    dossier = of("AP5")
    path = ticked(tmp_path, dossier, EXCHANGE, dt.date(2012, 6, 30))
    reading = read_progress(path, dossier=dossier, party="CCWP")
    (report,) = reading.reports
    assert (report.subject, report.due) == (EXCHANGE, dt.date(2012, 6, 30))
    state = review(add_progress(dossier, reading).dossier, on="2012-10-01", plans=["AP5"])
    rounds, *_ = [one for one in state.items if one.action == EXCHANGE]
    # That of 2011 is left.
    assert (rounds.missed, rounds.due) == (1, dt.date(2011, 12, 31))
    assert not rounds.status.closed
