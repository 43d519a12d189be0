"""A whole cycle of country reports: what is owed, what comes back, what came of it.

Seven items, eight administrations, of which two say nothing and one contradicts itself; and a
conference of which first the year is known, then the day, and which is put off by a month.
"""

import csv
import datetime as dt
import io
import re
from pathlib import Path
from zipfile import ZipFile

import icalendar
import pytest

import customs_coop as cc
from customs_coop.monitoring import CellState
from real_documents import document

COUNTRIES = ("AL", "BA", "HR", "MD", "ME", "MK", "RS", "TR")
SILENT = ("ME", "TR")
MEMBERS = {"NON-EU-COUNTRIES": COUNTRIES}
MEMBERS_TEXT = f"NON-EU-COUNTRIES={','.join(COUNTRIES)}"
YEARS = "2007-01-01/2008-12-31"
ITEMS = [str(number) for number in range(1, 8)]
CONTRADICTORY = ("HR", "P2006/3")
NOT_APPLICABLE = ("MD", "P2006/7")
EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(params=["example", "real"])
def conclusions(request: pytest.FixtureRequest) -> cc.Dossier:
    name = EXAMPLES / "conference_conclusions.txt"
    path = name if request.param == "example" else document("2006-naples-conclusions.txt")
    return cc.read(path).dossier


def with_day(dossier: cc.Dossier, day: str) -> cc.Dossier:
    return cc.anchor_event(dossier, "the next conference", day, reason="the hosts have invited")


def filled(template: str, party: str) -> str:
    """The template of one administration as it comes back."""
    rows = list(csv.DictReader(io.StringIO(template)))
    heads = {name.split(" (")[0]: name for name in rows[0]}
    back = []
    for number, row in enumerate(rows, start=1):
        row[heads["Date of report"]] = f"{number}.5.2008"
        row[heads["Status"]] = "completed" if number % 2 else "ongoing"
        row[heads["Report"]] = f"What {party} did on point {number}"
        row[heads["Documents"]] = "7001/08" if number == 1 else ""
        if (party, row["Subject"]) == NOT_APPLICABLE:
            row[heads["Status"]], row[heads["Not applicable"]] = "", "yes"
        back.append(row)
        if (party, row["Subject"]) == CONTRADICTORY:
            back.append({**row, heads["Status"]: "ongoing", heads["Report"]: "It goes on"})
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(back)
    return out.getvalue()


def came_back(dossier: cc.Dossier, folder: Path) -> cc.ProgressAddition:
    """What six of eight administrations filled in, added to the dossier."""
    held = dossier
    reports: list[cc.ProgressReport] = []
    for party in COUNTRIES:
        template = cc.export(held, "progress-csv", within=YEARS, members=MEMBERS_TEXT, party=party)
        assert isinstance(template, str)
        if party in SILENT:
            continue
        path = folder / f"{party}.csv"
        path.write_text(filled(template, party), encoding="utf-8")
        reading = cc.read_progress(path, dossier=held)
        assert reading.report.ok, str(reading.report)
        reports += reading.reports
    return cc.add_progress(held, reports)


def items_owed(dossier: cc.Dossier) -> list[cc.DueReport]:
    owed = cc.due_reports(dossier, within=YEARS, members=MEMBERS)
    return [one for one in owed if isinstance(one.subject, cc.ActionRef)]


def test_eight_administrations_owe_seven_reports_each(conclusions: cc.Dossier) -> None:
    owed = items_owed(conclusions)

    assert {(one.party, str(one.subject)) for one in owed} == {
        (party, f"P2006/{item}") for party in COUNTRIES for item in ITEMS
    }
    # Only the year of the conference is known.
    assert {one.due for one in owed} == {dt.date(2008, 11, 30)}
    assert {one.earliest for one in owed} == {dt.date(2007, 12, 1)}

    known = items_owed(with_day(conclusions, "2008-06-12"))
    assert {(one.due, one.earliest) for one in known} == {(dt.date(2008, 5, 12), None)}


def test_reports_come_back_and_the_matrix_tells_who_said_what(
    conclusions: cc.Dossier, tmp_path: Path
) -> None:
    dossier = with_day(conclusions, "2008-06-12")
    added = came_back(dossier, tmp_path)

    assert len(added.added) == 6 * 7 + 1
    assert [(one.party, str(one.subject)) for one in added.conflicts] == [CONTRADICTORY]
    assert "CC830" in [finding.code for finding in added.report]

    state = cc.review(added.dossier, on="2008-05-20", members=MEMBERS)
    matrix = state.matrix
    assert matrix.parties == COUNTRIES
    assert [str(one.subject) for one in matrix.items] == [f"P2006/{item}" for item in ITEMS]
    cells = {(cell.party, str(cell.subject)): cell for cell in matrix.cells}
    assert len(cells) == 56
    for (party, subject), cell in cells.items():
        number = int(subject.removeprefix("P2006/"))
        if party in SILENT:
            expected = CellState.NO_REPORT
        elif (party, subject) == CONTRADICTORY:
            expected = CellState.CONTRADICTORY
        elif (party, subject) == NOT_APPLICABLE:
            expected = CellState.NOT_APPLICABLE
        else:
            expected = CellState.IMPLEMENTED if number % 2 else CellState.REPORTED
        assert (cell.state, cell.due) == (expected, dt.date(2008, 5, 12)), (party, subject)
        assert cell.missing == (party in SILENT)
    assert matrix.silent_parties == SILENT
    assert {party: {one.due for one in owed} for party, owed in matrix.missing.items()} == {
        party: {dt.date(2008, 5, 12)} for party in SILENT
    }
    said = cells["AL", "P2006/1"]
    assert said.text == "What AL did on point 1"
    assert str(said.on) == "2008-05-01"
    assert [one.cite() for one in said.evidence] == ["7001/08"]


def test_the_note_names_the_silent_and_the_contradiction(
    conclusions: cc.Dossier, tmp_path: Path
) -> None:
    dossier = came_back(with_day(conclusions, "2008-06-12"), tmp_path).dossier
    state = cc.review(dossier, on="2008-05-20", members=MEMBERS)

    page = cc.export(state, "state-html")
    note = cc.export(state, "state-docx")
    rows = cc.export(state, "matrix-csv")

    assert isinstance(note, bytes)
    assert isinstance(page, str)
    assert isinstance(rows, str)
    with ZipFile(io.BytesIO(note)) as opened:
        body = opened.read("word/document.xml").decode()
    words = re.sub("<[^>]*>", " ", body)
    for text in (words, re.sub("<[^>]*>", " ", page)):
        assert "contradictory" in text.casefold()
        assert "Montenegro" in text or "ME" in text.split()
        assert "What AL did on point 1" in text
    table = list(csv.reader(io.StringIO(rows)))
    # A row for each side.
    assert sum("contradictory" in cell.casefold() for row in table for cell in row) == 2
    assert sum("no report" in cell.casefold() for row in table for cell in row) == 7 * len(SILENT)
    assert cc.state_from_json(cc.state_to_json(state)) == (state, cc.Report())


def reminded(state: cc.StateOfPlay) -> dict[str, tuple[dt.date, int]]:
    """The reminders by their identifiers: the last day of each, and its revision."""
    content = cc.export(state, "reminders")
    calendar = icalendar.Calendar.from_ical(content)
    return {
        str(event["UID"]): (event.decoded("DTSTART"), int(event.get("SEQUENCE", 0)))
        for event in calendar.walk("VEVENT")
    }


def test_a_conference_that_is_put_off_moves_every_reminder_and_can_be_brought_back(
    conclusions: cc.Dossier, tmp_path: Path
) -> None:
    before = came_back(with_day(conclusions, "2008-06-12"), tmp_path).dossier
    after = cc.anchor_event(
        before, "the next conference", "2008-07-12", reason="the hall is not ready"
    )

    first = reminded(cc.review(before, on="2008-05-01", members=MEMBERS))
    second = reminded(cc.review(after, on="2008-05-01", members=MEMBERS))

    # What is to be done before the conference itself is due on the day before it.
    assert {day for day, _ in first.values()} <= {dt.date(2008, 5, 12), dt.date(2008, 6, 11)}
    assert {day for day, _ in second.values()} <= {dt.date(2008, 6, 12), dt.date(2008, 7, 11)}
    assert sum(day == dt.date(2008, 5, 12) for day, _ in first.values()) >= 7 * len(SILENT)
    assert first.keys() == second.keys()
    assert all(second[uid][1] > first[uid][1] for uid in first)
    moved = [
        one for one in after.deadline_changes if one.reason == "the hall is not ready" and one.days
    ]
    assert {one.days for one in moved} == {30, 31}
    assert {str(one.subject) for one in moved if isinstance(one.subject, cc.ActionRef)} == {
        f"P2006/{item}" for item in ITEMS
    }

    back = cc.release_event(after, "the next conference", reason="it is not certain any more")
    again = cc.release_event(before, "the next conference")
    assert back.obligations == again.obligations == conclusions.obligations
