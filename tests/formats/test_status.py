"""How an action stands: what is a remark about it, and what only describes the task."""

import pytest

from customs_coop.formats.status.reading import read_status
from customs_coop.model import Status
from customs_coop.readers import parse
from customs_coop.references import find_references
from folded import every_case


def status_of(text: str) -> Status:
    return read_status([text], [find_references(text)]).status


@every_case(
    "text",
    [
        "This action should not be deferred.",
        "Count the fees deferred by skippers",
        "Deferred fees counted",
        "Deferred and waived fees are listed",
        "List of non-deferred fees",
        "Ropes no longer needed returned",
        "Rules found to be obsolete in some MS",
        "Rules are obsolete in some MS",
        "Obsolete charts withdrawn from ships",
        "This task is obsolete in some MS",
        "This action is not obsolete",
        "If this task is obsolete, tell the group",
        "Obsolete if the treaty fails",
        "Not ongoing",
        "Assess ongoing dives",
        "Ongoing dives assessed",
        "Report on work in progress",
        "Do not await replies",
        "Divers awaiting a ship",
        "Report will be Completed by 2011",
        "Survey to be Completed.",
        "SURVEY TO BE COMPLETED",
        "Survey not Completed: 1234/05 was rejected",
        "REPORT NOT YET COMPLETED",
        "ALMOST COMPLETED",
        "80 % Completed",
        "Survey Completed. Deadline: tbc",
        "Completed by June 2011",
        "Complete the list",
        "Completed (signed) lists returned",
        "Completed lists: 12",
        "Complete 12 dives",
        "Complete, dry lists kept",
        "Completed?",
        "Survey completed. Deadline: tbc",
        "To be completed (see 1234/05)",
        "The survey is to be completed: 1234/05",
        "Not a standing item",
        "Study the potential to defer fees",
        "Fees may be deferred by skippers",
        "",
    ],
)
def test_what_denies_or_describes_the_task_leaves_it_open(text: str) -> None:
    assert status_of(text) is Status.OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Report. Completed: 1234/05",
        "COMPLETED: 1234/05",
        "REPORT COMPLETED",
        "REPORT ON BUOYS COMPLETED (1234/05)",
        "Survey Completed: 1234/05",
        "Report. Completed in 2005",
        "Report. Completed 2005",
        "Report. Completed by the boat group",
        "Report – Completed 12.3.2005",
        "Report. Completed – 1234/05",
        "Report. Completed (by the boat group).",
        "Completed on 12 May 2005",
        "Completed June 2005",
        "Report; COMPLETE. 1234/05",
        "This action has been completed.",
        "Buoys counted. The work was successfully completed in 2005.",
    ],
)
def test_completed_is_said_in_a_remark(text: str) -> None:
    assert status_of(text) is Status.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "Part 1 Completed: 1234/05. Part 2 not started",
        "Phase 1 (Completed: 1234/05)",
        "Phase 2: Completed 1234/05",
        "2 OF 3 REPORTS COMPLETED",
        "Completed for buoys",
        "COMPLETED FOR BUOYS",
        "Completed, except for ropes",
        "This action has been completed for buoys",
        "Completed: 1234/05. The ropes are not yet started",
        "Completed: 1234/05. Ongoing for ropes",
        "PARTLY COMPLETED",
        "First survey completed in 2005: 1234/05",
    ],
)
def test_what_is_done_in_part_is_partly_completed(text: str) -> None:
    assert status_of(text) is Status.PARTLY_COMPLETED


@every_case(
    ("text", "status"),
    [
        ("Deferred", Status.DEFERRED),
        ("Report. Deferred until 2008", Status.DEFERRED),
        ("Report (deferred)", Status.DEFERRED),
        ("Postponed sine die", Status.DEFERRED),
        ("REPORT. POSTPONED TO 2008", Status.DEFERRED),
        ("This action has been deferred.", Status.DEFERRED),
        ("Work has begun. The task was postponed by the chair.", Status.DEFERRED),
        ("Work has been started on buoys but deferred by the chair", Status.DEFERRED),
        ("Report (deferred?)", Status.TO_DECIDE),
        ("Obsolete (tbc)", Status.TO_DECIDE),
        ("This action may be deferred.", Status.TO_DECIDE),
        ("Report (Obsolete)", Status.OBSOLETE),
        ("OBSOLETE.", Status.OBSOLETE),
        ("This task is no longer needed", Status.OBSOLETE),
        ("Report. Overtaken by events", Status.OBSOLETE),
        ("The action has become obsolete because the boats are sold", Status.OBSOLETE),
        ("Ongoing", Status.ONGOING),
        ("Counting is still ongoing.", Status.ONGOING),
        ("Dives under way and more are planned", Status.ONGOING),
        ("Counted for swans, ongoing for geese", Status.ONGOING),
        ("Await the outcome of 2.1", Status.AWAITING),
        ("The group awaits the decision of the owners", Status.AWAITING),
        ("This is a standing agenda item", Status.STANDING),
    ],
)
def test_remarks_and_unmistakable_wordings(text: str, status: Status) -> None:
    assert status_of(text) is status


def test_an_uncertain_priority_is_to_be_decided() -> None:
    assert read_status([], priority="Defer?").status is Status.TO_DECIDE
    assert read_status([], priority="Defer (tbc)").status is Status.TO_DECIDE
    assert read_status([], priority="Defer").status is Status.DEFERRED
    assert read_status([], priority="Do not defer").status is Status.OPEN


def test_a_title_that_names_obsolete_things_is_not_obsolete() -> None:
    assert read_status([], title="Obsolete charts to be collected").status is Status.OPEN
    assert read_status([], title="Find rules that are obsolete").status is Status.OPEN
    standing = read_status([], title="Collect charts (this task is obsolete)")
    assert (standing.status, standing.text) == (Status.OBSOLETE, "(this task is obsolete)")


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ("COMPLETED", Status.COMPLETED),
        ("completed (1234/05)", Status.COMPLETED),
        ("Completed in 2005", Status.COMPLETED),
        ("Completed, but the ropes are missing", Status.PARTLY_COMPLETED),
        ("Partially completed", Status.PARTLY_COMPLETED),
        ("Deferred to the next plan", Status.DEFERRED),
        ("Defer", Status.DEFERRED),
        ("Deferred?", Status.TO_DECIDE),
        ("Underway", Status.ONGOING),
        ("Ongoing: boats are counted", Status.ONGOING),
        ("Not started", Status.OPEN),
        ("Buoys not yet completed", Status.OPEN),
        ("-", Status.OPEN),
        ("n/a", Status.OPEN),
    ],
)
def test_words_of_a_status_column(stated: str, status: Status) -> None:
    standing = read_status([], stated=stated)
    assert (standing.status, standing.understood) == (status, True)


@pytest.mark.parametrize(
    "stated",
    [
        "Shelved",
        "Suspended",
        "Cancelled?",
        "Cancelled (tbc)",
        "Cancelled flights",
        "On hold until the report",
        "To be implemented",
        "100 %",
        "no longer deferred",
        "Completed?",
        "Completed by May 2011",
    ],
)
def test_unknown_words_of_a_status_column_are_told(stated: str) -> None:
    standing = read_status([], stated=stated)
    assert (standing.status, standing.understood) == (Status.OPEN, False)


def test_unknown_status_words_of_a_table_are_kept_and_found() -> None:
    text = (
        "Fourth Work Plan 2010-2011\n\nCode\tAction\tStatus\tResponsible party\n"
        "1.1\tCount buoys\tShelved\tMS\n1.2\tCount ropes\tOngoing\tMS\n"
    )
    reading = parse(text)
    action = reading.dossier.plan["1.1"]
    assert (action.status, action.status_text) == (Status.OPEN, "Shelved")
    found = [finding for finding in reading.report if finding.code == "CC129"]
    assert [finding.subject for finding in found] == ["AP4/1.1"]
    assert "Shelved" in found[0].message


@every_case(
    ("stated", "status"),
    [
        ("implemented", Status.COMPLETED),
        ("Implemented in 2016", Status.COMPLETED),
        ("Implemented: 12345/16", Status.COMPLETED),
        ("Closed – see 12345/16", Status.COMPLETED),
        ("mise en œuvre", Status.COMPLETED),
        ("umgesetzt", Status.COMPLETED),
        ("Cancelled", Status.OBSOLETE),
        ("withdrawn.", Status.OBSOLETE),
        ("Cancelled (lack of boats)", Status.OBSOLETE),
        ("annulée", Status.OBSOLETE),
        ("Eingestellt", Status.OBSOLETE),
        ("On hold", Status.DEFERRED),
        ("completed (except for MT)", Status.PARTLY_COMPLETED),
        ("implemented, except in MT", Status.PARTLY_COMPLETED),
        ("Closed - one part remains", Status.PARTLY_COMPLETED),
        ("terminée (sauf MT)", Status.PARTLY_COMPLETED),
        ("abgeschlossen (außer MT)", Status.PARTLY_COMPLETED),
        ("completed (for details see 1234/05)", Status.COMPLETED),
        ("partly implemented", Status.PARTLY_COMPLETED),
        ("not implemented", Status.OPEN),
    ],
)
def test_words_that_end_the_work_in_a_status_column(stated: str, status: Status) -> None:
    standing = read_status([], stated=stated)
    assert standing.understood
    assert standing.status is status


@pytest.mark.parametrize("words", ["Cancelled flights counted", "Withdrawn nets", "Implemented"])
def test_such_words_say_nothing_of_an_indicator(words: str) -> None:
    assert read_status([words]).status is Status.OPEN


def test_unknown_status_words_of_a_box_are_kept_and_found() -> None:
    text = (
        "Eighth Action Plan (2015-2016)\n\nProposed action\n\n8.1\n\nCount buoys\n\n"
        "Performance indicator\n\nReport\n\nStatus\n\nSuspended\n\n"
        "Other concerned parties\n\nEuropol\n"
    )
    reading = parse(text, layout="action-plan")
    action = reading.dossier.plan["8.1"]
    assert (action.status, action.status_text) == (Status.OPEN, "Suspended")
    assert [finding.code for finding in reading.report if finding.subject == "AP8/8.1"] == ["CC129"]


@pytest.mark.parametrize(
    "piece",
    ["ongoing ", "Completed ", "Work has been started and ", "deferred, ", "not ", "(", "this "],
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    found = read_status([piece * (20_000 // len(piece))], stated=piece * (20_000 // len(piece)))
    # To say it again and again does not change what is said.
    assert found.status == read_status([piece * 50], stated=piece * 50).status


def test_a_priority_says_no_more_where_words_say_the_same() -> None:
    remark = "Deferred by the directors in spring."
    assert read_status([remark], priority="Defer").text == remark
    assert read_status([], priority="Defer").text == "Defer"
    # Another status than that of the words is told.
    assert read_status(["Work has started."], priority="Defer").text == "Work has started. Defer"
