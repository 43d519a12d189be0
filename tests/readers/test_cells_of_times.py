"""Cells of times: what is read of them, and what is told of those that cannot be read."""

from customs_coop.dates import Period
from customs_coop.model import Priority
from customs_coop.readers import parse
from customs_coop.readers.base import Reading
from customs_coop.readers.indicators.times import read_times, unread_times
from folded import every_case


@every_case(
    ("text", "last_days"),
    [
        ("30 June 2027 / 31 Dec 2027", ["2027-06-30", "2027-12-31"]),
        ("30.06.2027/31.12.2027", ["2027-06-30", "2027-12-31"]),
        ("30 June 2027/31 December 2027", ["2027-06-30", "2027-12-31"]),
        ("2027-06-30/2027-12-31", ["2027-12-31"]),
        ("2027 and 2028", ["2027-12-31", "2028-12-31"]),
        ("Q3 | Q4 2027", ["2027-09-30", "2027-12-31"]),
        ("15 | 30 June 2027", ["2027-06-15", "2027-06-30"]),
        ("June 2027 | December 2027", ["2027-06-30", "2027-12-31"]),
    ],
)
def test_the_last_days_of_a_cell(text: str, last_days: list[str]) -> None:
    times = read_times(text)
    assert [str(time.latest) for time in times] == last_days
    assert unread_times(times) == ()


@every_case(
    "text",
    [
        "sometime soon, when officers permit",
        "ASAP",
        "end June",
        "dès que possible",
        "31 June 2027",
        "FR | Q4 2027",
        "duration of the plan",
    ],
)
def test_what_cannot_be_read_is_told(text: str) -> None:
    assert unread_times(read_times(text)) == (f'no time could be read from "{text}"',)


@every_case(
    "text",
    ["tbc", "TBD.", "-", "n/a", "none", "ongoing", "continuous", "to be decided later", "offen"],
)
def test_words_that_say_all_are_not_told(text: str) -> None:
    assert unread_times(read_times(text)) == ()


def plan(row: str) -> Reading:
    head = "Code\tAction\tPriority\tResponsible party\tDeadline"
    return parse(f"Third Action Plan (January 2027 - December 2027)\n\n{head}\n{row}")


def test_the_year_comes_from_a_period_in_which_only_one_fits() -> None:
    year = Period("2027-01-01", "2027-12-31")
    (time,) = read_times("end June", within=year)
    assert (str(time.latest), time.convention) == ("2027-06-30", "year-from-window")
    (time,) = read_times("end June", within=Period("2027-01-01", "2028-12-31"))
    assert time.latest is None


def test_a_plan_gives_its_year_to_its_cells_and_tells_those_it_cannot_read() -> None:
    reading = plan("3.1\tCount boats\tHigh\tCCWP\tend June\n3.2\tWatch\tHigh\tCCWP\tASAP")
    found = reading.dossier.plan
    assert [str(time.latest) for time in found["3.1"].deadlines] == ["2027-06-30"]
    assert [one.subject for one in reading.report if one.code == "CC147"] == [f"{found.id}/3.2"]


def test_of_two_priorities_the_inserted_one_counts_and_both_are_told() -> None:
    reading = plan("3.1\tCount boats\tLow | High\tCCWP\tJune 2027")
    action = reading.dossier.plan["3.1"]
    assert action.priority is Priority.HIGH
    assert "Low | High" in [cell.text for cell in action.extra]
    (finding,) = (one for one in reading.report if one.code == "CC180")
    assert '"Low | High"' in finding.message


def test_a_stroke_in_other_words_of_a_priority_stays() -> None:
    reading = plan("3.1\tCount boats\t1 | High\tCCWP\tJune 2027")
    assert reading.dossier.plan["3.1"].priority == "1 | High"
    assert all(one.code != "CC180" for one in reading.report)
