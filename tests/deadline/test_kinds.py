"""The kinds of deadline: their canonical words, their bounds, how they stand on a day."""

from datetime import date

import pytest

from customs_coop.deadline import (
    By,
    Deadline,
    Due,
    During,
    Recurring,
    Relative,
    Undetermined,
    parse_deadline,
)
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case


@every_case(
    ("deadline", "text"),
    [
        (By("1998-06-30"), "by 30 June 1998"),
        (During("1997-01-01", "1997-12-31"), "during 1997"),
        (During("1998-01-01", "1998-04-30"), "early 1998"),
        (During("1998-06-01", "1998-06-30"), "during June 1998"),
        (During("1998-07-01", "1998-12-31"), "during the second half of 1998"),
        (During("1997-07-01", "1998-12-31"), "from 1 July 1997 to 31 December 1998"),
        (During("2010-06-15", None), "since 15 June 2010"),
        (Recurring(), "ongoing"),
        (Recurring(Recurrence(Frequency.MONTHLY, 6)), "every 6 months"),
        (Relative("the conference", "-P1M"), "1 month before the conference"),
        (Relative("the conference", "-P1D"), "before the conference"),
        (Relative("adoption", "P1Y6M"), "within 1 year 6 months of adoption"),
        (Relative("", "P1Y"), "within 1 year"),
        (Relative("the visit", None), "after the visit"),
        (Relative("the visit", "P0D"), "by the visit"),
        (Undetermined(), "to be determined"),
    ],
)
def test_canonical_words_stand_in_where_none_are_given(deadline: Deadline, text: str) -> None:
    assert deadline.text == text


def test_the_words_belong_to_the_value() -> None:
    assert By("1998-06-30", "June 1998") != By("1998-06-30")


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InvalidValueError):
        During("1998-06-30", "1998-06-29")


def test_an_anchor_can_be_given_and_taken_back() -> None:
    report = parse_deadline("at least one month before the next conference")
    assert isinstance(report, Relative)
    known = report.anchored("2008-03-31")
    assert isinstance(known, Relative)
    assert (known.earliest, known.latest) == (None, date(2008, 2, 29))
    assert known.edtf == "[..2008-02-29]"
    assert known.anchored(None) == report
    assert report.edtf is None


def test_bounds_after_an_anchor() -> None:
    within = Relative("adoption", "P1Y", "2006-01-15")
    assert (within.earliest, within.latest) == (date(2006, 1, 15), date(2007, 1, 15))
    assert within.edtf == "2006-01-15/2007-01-15"
    later = Relative("the conference", None, "2006-01-15")
    assert (later.earliest, later.latest, later.edtf) == (date(2006, 1, 15), None, "2006-01-15/..")


@every_case("offset", ["", "P", "1M", "P1H", "-P", "PT1H", "P1M1Y", "P" + "9" * 9 + "D"])
def test_an_offset_is_an_iso_duration(offset: str) -> None:
    with pytest.raises(InvalidValueError):
        Relative("the conference", offset)


def test_an_anchor_that_leads_out_of_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        Relative("the conference", "P9999Y").anchored("2008-01-01")


@every_case(
    ("deadline", "day", "due"),
    [
        (parse_deadline("Early 1998"), "1997-12-31", Due.NOT_DUE),
        (parse_deadline("Early 1998"), "1998-03-15", Due.POSSIBLY_OVERDUE),
        (parse_deadline("Early 1998"), "1998-05-01", Due.OVERDUE),
        (parse_deadline("During 1997"), "1997-12-31", Due.NOT_DUE),
        (parse_deadline("During 1997"), "1998-01-01", Due.OVERDUE),
        (parse_deadline("June 1998"), "1998-06-30", Due.NOT_DUE),
        (parse_deadline("June 1998"), "1998-07-01", Due.OVERDUE),
        (parse_deadline("since June 1998"), "2026-01-01", Due.UNKNOWN),
        (parse_deadline("annually"), "2026-01-01", Due.UNKNOWN),
        (parse_deadline("tbc"), "2026-01-01", Due.UNKNOWN),
        (Relative("adoption", "P1Y"), "2026-01-01", Due.UNKNOWN),
        (Relative("adoption", "P1Y", "2006-01-01"), "2005-12-31", Due.NOT_DUE),
        (Relative("adoption", "P1Y", "2006-01-01"), "2006-01-01", Due.POSSIBLY_OVERDUE),
        (Relative("adoption", "P1Y", "2006-01-01"), "2007-01-02", Due.OVERDUE),
        (Relative("the visit", "-P1M", "2006-03-01"), "2006-02-01", Due.NOT_DUE),
        (Relative("the visit", "-P1M", "2006-03-01"), "2006-02-02", Due.OVERDUE),
    ],
)
def test_how_a_deadline_stands(deadline: Deadline, day: str, due: Due) -> None:
    assert deadline.status_on(day) is due
