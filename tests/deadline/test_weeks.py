"""Weeks of the calendar, and strokes between days."""

import datetime as dt

from customs_coop.deadline import By, During, Undetermined, is_left_open, parse_deadline
from folded import every_case


@every_case(
    ("text", "last"),
    [
        ("W23 2027", "2027-06-13"),
        ("w23/2027", "2027-06-13"),
        ("2027-W23", "2027-06-13"),
        ("2027 W23", "2027-06-13"),
        ("week 23 of 2027", "2027-06-13"),
        ("Week 23, 2027", "2027-06-13"),
        ("by calendar week 23 of 2027", "2027-06-13"),
        ("CW 23 2027", "2027-06-13"),
        ("KW 23 2027", "2027-06-13"),
        ("KW23/2027", "2027-06-13"),
        ("23. KW 2027", "2027-06-13"),
        ("bis Ende der 23. Kalenderwoche 2027", "2027-06-13"),
        ("23rd week of 2027", "2027-06-13"),
        ("semaine 23 de 2027", "2027-06-13"),
        ("Deadline: week 53 of 2026", "2027-01-03"),
        ("week 1 of 2027", "2027-01-10"),
    ],
)
def test_the_last_day_of_a_week(text: str, last: str) -> None:
    assert parse_deadline(text) == By(last, text, "iso-week")


def test_during_and_before_a_week() -> None:
    text = "in week 23 of 2027"
    assert parse_deadline(text) == During("2027-06-07", "2027-06-13", text, "iso-week")
    assert parse_deadline(text).edtf == "2027-06-07/2027-06-13"
    assert parse_deadline("before week 23 of 2027").latest == dt.date(2027, 6, 6)


@every_case(
    "text",
    [
        "week 23",
        "KW 23",
        "W54 2027",
        "W53 2027",
        "W0 2027",
        "W123 2027",
        "2027-W23-4",
        "KW 23/24 2027",
        "weeks 23-25 of 2027",
        "the 23 weeks of 2027",
        "AW23 2027",
    ],
)
def test_what_is_no_week(text: str) -> None:
    assert parse_deadline(text) == Undetermined(text)


def test_a_stroke_between_whole_days_makes_no_period() -> None:
    for text in ("30 June 2027 / 31 Dec 2027", "30/06/2027 / 31/12/2027", "1.6.2027/1.7.2027"):
        assert parse_deadline(text) == Undetermined(text)


@every_case(
    ("text", "first", "last"),
    [
        ("2027-06-30/2027-12-31", "2027-06-30", "2027-12-31"),
        ("30 June 2027 - 31 December 2027", "2027-06-30", "2027-12-31"),
        ("June 2027 / December 2027", "2027-06-01", "2027-12-31"),
        ("30 June 2027 / 1 July 2027", "2027-06-30", "2027-07-01"),
    ],
)
def test_what_is_a_period_yet(text: str, first: str, last: str) -> None:
    found = parse_deadline(text)
    assert (str(found.earliest), str(found.latest)) == (first, last)


@every_case("text", ["tbc", "(to be agreed later)", "none", "N/A", "noch offen"])
def test_words_that_leave_a_time_open(text: str) -> None:
    assert is_left_open(text)


@every_case("text", ["ASAP", "sofort", "dès que possible", "soon", "end June", ""])
def test_words_that_nobody_can_date(text: str) -> None:
    assert not is_left_open(text)
