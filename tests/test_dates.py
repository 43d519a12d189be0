"""Days, windows and partial dates."""

import operator
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from customs_coop.dates import PartialDate, Period, as_date, as_partial_date, as_period
from customs_coop.deadline import deadline_from_edtf
from customs_coop.errors import InvalidValueError
from folded import every_case

PLAN = Period("2011-07-01", "2012-12-31")


def test_a_period_takes_dates_and_iso_text_by_place_or_by_name() -> None:
    assert Period(date(2011, 7, 1), "2012-12-31") == Period(start="2011-07-01", end="2012-12-31")


def test_both_ends_of_a_period_belong_to_it() -> None:
    assert date(2011, 7, 1) in PLAN
    assert "2012-12-31" in PLAN
    assert date(2011, 6, 30) not in PLAN
    assert date(2013, 1, 1) not in PLAN


def test_a_period_is_written_and_read_as_an_iso_interval() -> None:
    assert str(PLAN) == "2011-07-01/2012-12-31"
    assert Period.parse("2011-07-01/2012-12-31") == PLAN == as_period(str(PLAN)) == as_period(PLAN)
    assert eval(repr(PLAN)) == PLAN  # noqa: S307 - the text is our own


@every_case(
    "text",
    [
        *("", "2011-07-01", "2011-07-01/", "2011-07-01/..", "2012-12-31/2011-07-01"),
        *("2011-7-1/2012-12-31", "20110701/20121231", "2011-07-01/2012-12-31/2013-01-01"),
        *(" 2011-07-01/2012-12-31", "2011-02-30/2012-12-31", "1.7.2011/31.12.2012"),
    ],
)
def test_other_text_is_no_period(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Period.parse(text)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(InvalidValueError, match="ends before"):
        Period("2012-12-31", "2012-12-30")


@every_case("text", ["1.7.2011", "2011-W26-5", "٢٠١١-٠٧-٠١", "2011-07-32", "2011-07-1"])
def test_only_iso_text_is_a_date(text: str) -> None:
    with pytest.raises(InvalidValueError):
        as_date(text)


@pytest.mark.parametrize("value", [datetime(2011, 7, 1, tzinfo=UTC), 20110701, None])
def test_a_date_of_another_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        as_date(value)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(TypeError):
        as_period(value)  # type: ignore[arg-type]  # that is the test


@every_case(
    ("period", "months"),
    [
        (PLAN, 18),
        (Period("2004-01-01", "2006-12-31"), 36),
        (Period("2011-07-01", "2012-12-30"), 17),
        (Period("2011-07-15", "2011-08-14"), 1),
        (Period("2011-07-15", "2011-07-20"), 0),
        (Period("2008-02-01", "2008-02-29"), 1),
        (Period("2008-02-01", "2008-02-28"), 0),
        (Period("9999-01-01", "9999-12-31"), 12),
        (Period("9999-01-02", "9999-12-31"), 11),
    ],
)
def test_months_counts_complete_months(period: Period, months: int) -> None:
    assert period.months == months


def test_the_next_period_starts_the_day_after() -> None:
    first = Period("2004-01-01", "2006-12-31")
    second = first.next(18)
    assert second == Period("2007-01-01", "2008-06-30")
    assert second.next(18) == Period("2008-07-01", "2009-12-31")
    assert Period("2011-01-01", "2011-01-14").next(1) == Period("2011-01-15", "2011-02-14")
    assert Period("9998-12-01", "9998-12-31").next(12).end == date.max


@pytest.mark.parametrize(
    ("end", "months"), [("2006-12-31", 0), ("2006-12-31", -1), ("9999-12-31", 1)]
)
def test_a_next_period_that_cannot_be_is_refused(end: str, months: int) -> None:
    with pytest.raises(InvalidValueError):
        Period("2004-01-01", end).next(months)


def test_periods_of_months() -> None:
    assert Period.of_months(2008, 2) == Period("2008-02-01", "2008-02-29")
    assert Period.of_months(9999, 7, 12) == Period("9999-07-01", "9999-12-31")
    for months in ((0, 1), (5, 4), (12, 13)):
        with pytest.raises(InvalidValueError):
            Period.of_months(2008, *months)


def test_a_partial_date_may_lack_either_bound() -> None:
    assert PartialDate().earliest is None
    assert PartialDate("2004-02-25").latest is None
    assert PartialDate(latest="2004-02-26").earliest is None
    with pytest.raises(InvalidValueError, match="reversed"):
        PartialDate("2004-02-26", "2004-02-25")


@every_case(
    ("value", "text"),
    [
        (PartialDate("2004-02-25", "2004-02-26"), "2004-02-25/2004-02-26"),
        (PartialDate("2004-02-25", "2004-02-25"), "2004-02-25"),
        (PartialDate("2004-02-25"), "2004-02-25/.."),
        (PartialDate(latest="2004-02-25"), "../2004-02-25"),
        (PartialDate(), "../.."),
    ],
)
def test_a_partial_date_is_written_as_an_open_interval(value: PartialDate, text: str) -> None:
    assert str(value) == text
    assert PartialDate.parse(text) == value == as_partial_date(text)
    assert eval(repr(value)) == value  # noqa: S307 - the text is our own


def test_a_year_and_a_month_are_partial_dates() -> None:
    assert PartialDate.parse("2008") == PartialDate("2008-01-01", "2008-12-31")
    assert PartialDate.parse("2008-06") == PartialDate("2008-06-01", "2008-06-30")
    assert as_partial_date(date(2008, 6, 1)) == PartialDate.parse("2008-06-01")
    for text in ("", "08", "2008-13", "2009/2008", "..", "2008-06-30/2008-06-01"):
        with pytest.raises(InvalidValueError):
            PartialDate.parse(text)


@every_case(
    ("value", "edtf"),
    [
        (PartialDate("2004-02-25", "2004-02-25"), "2004-02-25"),
        (PartialDate("2008-06-01", "2008-06-30"), "2008-06"),
        (PartialDate("2008-01-01", "2008-12-31"), "2008"),
        (PartialDate("0007-01-01", "0007-12-31"), "0007"),
        (PartialDate("1998-07-01", "1998-09-30"), "1998-35"),
        (PartialDate("1998-01-01", "1998-04-30"), "1998-37"),
        (PartialDate("1998-07-01", "1998-12-31"), "1998-41"),
        (PartialDate("9999-12-01", "9999-12-31"), "9999-12"),
        (PartialDate("2004-02-25", "2004-02-26"), "[2004-02-25..2004-02-26]"),
        (PartialDate("2004-01-01", "2005-12-31"), "[2004-01-01..2005-12-31]"),
        (PartialDate("2004-02-01", "2004-03-31"), "[2004-02-01..2004-03-31]"),
        (PartialDate("2004-02-25"), "[2004-02-25..]"),
        (PartialDate(latest="1998-06-30"), "[..1998-06-30]"),
        (PartialDate(), "XXXX"),
    ],
)
def test_a_partial_date_is_one_date_in_edtf(value: PartialDate, edtf: str) -> None:
    assert value.edtf == edtf
    assert PartialDate.parse(edtf) == value


def test_what_qualifies_a_date_moves_no_bound() -> None:
    assert (
        PartialDate.parse("2008-06~") == PartialDate.parse("2008-06") == as_partial_date("2008-06?")
    )


def test_before_is_certain_or_possible() -> None:
    conference = PartialDate.parse("2008")
    assert conference.certainly_before(date(2009, 1, 1))
    assert not conference.certainly_before("2008-12-31")
    assert conference.possibly_before("2008-12-31")
    assert not conference.possibly_before("2008-01-01")
    assert not PartialDate().certainly_before(conference)
    assert PartialDate().possibly_before(conference)
    assert conference.possibly_before(PartialDate())
    assert not conference.certainly_before(PartialDate())


def test_partial_dates_have_no_order() -> None:
    with pytest.raises(TypeError):
        operator.lt(
            PartialDate("2004-01-01"),  # pyright: ignore[reportArgumentType]  # what is refused
            PartialDate("2005-01-01"),  # pyright: ignore[reportArgumentType]  # the same
        )


@pytest.mark.parametrize("value", [None, b"2011-07-01", 2011])
@pytest.mark.parametrize(
    "read",
    [Period.parse, PartialDate.parse, deadline_from_edtf, as_date],
    ids=["period", "partial date", "edtf", "day"],
)
def test_what_is_no_text_is_refused_in_plain_words(
    read: Callable[[object], object], value: object
) -> None:
    with pytest.raises(TypeError, match=rf"text is (wanted|needed), not {type(value).__name__}$"):
        read(value)
