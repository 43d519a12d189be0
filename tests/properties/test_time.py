"""The rule: what is written can be read again, and no text can make the readers fail.

Bounds are compared with a second, independent reader of ISO 8601-2 (the `edtf` package) for the
notations on which readers of it agree.
"""

import datetime as dt
from itertools import pairwise
from typing import Any
from unittest import mock

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import By, During, Recurring, Relative, find_deadlines, parse_deadline
from customs_coop.presidency import Presidency, presidencies
from customs_coop.recurrence import Frequency, Recurrence

days = st.dates()
# What the grammar reads: years from 1900 to 2099.
near_days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
periods = st.tuples(days, days).map(lambda pair: Period(*sorted(pair)))
near_periods = st.tuples(near_days, near_days).map(lambda pair: Period(*sorted(pair)))
held = st.sampled_from(presidencies("1997-01-01/2030-12-31"))
rhythms = st.builds(
    Recurrence,
    st.sampled_from(Frequency),
    st.integers(1, 9999),
    st.none() | st.integers(1, 999_999),
)
# Words of the trade in any order come nearer to the grammar's corners than any characters do.
_WORDS = (
    "by before the end of early mid - late in during 1997 98 June May December 30 31 . / , ( "
    ") : first half quarter Q3 H1 Deadline annually each every two years months Presidency "
    "Belgian UK within 1 year at latest least least four no later than since to and between "
    "next conference after 28.02.2006 0000 99999 tbc was shall be 1.7.2011 once per 3 rd "
)
jumbles = st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join)
texts = st.text() | jumbles


def second_reader(text: str) -> Any:  # noqa: ANN401 - the annotations of edtf do not tell
    return parse_edtf(text)


@given(periods)
def test_a_period_is_read_as_it_was_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(near_periods, st.integers(1, 240))
def test_the_next_period_has_the_months_asked_for_and_no_gap(period: Period, months: int) -> None:
    following = period.next(months)
    assert following.start - period.end == dt.timedelta(days=1)
    assert following.months == months


@given(st.none() | days, st.none() | days)
def test_a_partial_date_is_read_as_it_was_written(one: dt.date | None, two: dt.date | None) -> None:
    if one and two and two < one:
        one, two = two, one
    value = PartialDate(one, two)
    assert PartialDate.parse(str(value)) == value


@given(st.builds(PartialDate, near_days), st.builds(PartialDate, st.none(), near_days))
def test_certainly_before_excludes_possibly_after(late: PartialDate, early: PartialDate) -> None:
    if early.certainly_before(late):
        assert not late.possibly_before(early)


@given(held)
def test_a_presidency_is_read_as_it_was_written(presidency: Presidency) -> None:
    assert Presidency.parse(str(presidency)) == presidency
    assert Presidency.parse(presidency.edtf) == presidency


@given(rhythms)
def test_a_recurrence_is_read_as_it_was_written(recurrence: Recurrence) -> None:
    assert Recurrence.parse(str(recurrence)) == recurrence


@given(rhythms, near_days, st.integers(0, 2000))
def test_the_rounds_cover_the_window_once(
    recurrence: Recurrence, start: dt.date, length: int
) -> None:
    window = Period(start, start + dt.timedelta(days=length))
    rounds = recurrence.occurrences(within=window)
    assert (rounds[0].start, rounds[-1].end) == (window.start, window.end)
    for one, two in pairwise(rounds):
        assert two.start - one.end == dt.timedelta(days=1)


@given(texts, st.none() | near_periods)
def test_no_text_is_refused_and_every_text_is_kept(text: str, within: Period | None) -> None:
    deadline = parse_deadline(text, within=within)
    assert deadline.text == text
    if deadline.earliest is not None and deadline.latest is not None:
        assert deadline.earliest <= deadline.latest


@given(texts)
def test_mentions_stand_in_order_and_where_they_say(text: str) -> None:
    end = 0
    for mention in find_deadlines(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.deadline.text in mention.text
        end = mention.end


@pytest.mark.parametrize("today", ["1970-01-01", "2026-11-21", "2099-12-31"])
@given(text=jumbles)
def test_no_result_depends_on_the_day(today: str, text: str) -> None:
    expected = parse_deadline(text), find_deadlines(text)
    noon = dt.datetime.fromisoformat(f"{today}T12:00:00+00:00").timestamp()
    with mock.patch("time.time", return_value=noon):
        assert str(dt.date.today()) == today  # noqa: DTZ011 - shows that the clock is moved
        assert (parse_deadline(text), find_deadlines(text)) == expected


@given(near_days)
def test_the_canonical_words_of_a_last_day_are_read_back(day: dt.date) -> None:
    assert parse_deadline(By(day).text) == By(day)


@given(near_periods)
def test_the_canonical_words_of_a_stretch_are_read_back(period: Period) -> None:
    written = During(period.start, period.end)
    read = parse_deadline(written.text)
    assert (read.earliest, read.latest, read.edtf) == (period.start, period.end, written.edtf)


@given(rhythms.filter(lambda one: one.minimum is None))
def test_the_canonical_words_of_a_rhythm_are_read_back(recurrence: Recurrence) -> None:
    assert parse_deadline(Recurring(recurrence).text) == Recurring(recurrence)


@given(st.sampled_from("DWMY"), st.integers(1, 999), st.booleans())
def test_the_canonical_words_of_an_offset_are_read_back(
    unit: str,
    count: int,
    before: bool,  # noqa: FBT001 - Hypothesis hands it over
) -> None:
    written = Relative("the next conference", f"{'-' if before else ''}P{count}{unit}")
    read = parse_deadline(written.text)
    assert isinstance(read, Relative)
    assert (read.anchor, read.offset) == (written.anchor, written.offset)


YEARS = st.integers(1000, 9998)
PARTS = [(1, 12), (1, 6), (7, 12), *((n, n) for n in range(1, 13))]
PARTS += [(3 * n - 2, 3 * n) for n in range(1, 5)] + [(4 * n - 3, 4 * n) for n in range(1, 4)]


@given(YEARS, st.sampled_from(PARTS))
def test_parts_of_a_year_have_the_bounds_that_a_second_reader_finds(
    year: int, months: tuple[int, int]
) -> None:
    period = Period.of_months(year, *months)
    other = second_reader(During(period.start, period.end).edtf)
    assert other.lower_strict()[:3] == period.start.timetuple()[:3]
    assert other.upper_strict()[:3] == period.end.timetuple()[:3]


@given(near_periods)
def test_ranges_have_the_bounds_that_a_second_reader_finds(period: Period) -> None:
    other = second_reader(During(period.start, period.end).edtf)
    assert other.lower_strict()[:3] == period.start.timetuple()[:3]
    assert other.upper_strict()[:3] == period.end.timetuple()[:3]


@given(near_days)
def test_a_last_day_is_one_date_on_or_before_it_to_a_second_reader(day: dt.date) -> None:
    other = second_reader(By(day).edtf)
    assert other.lower_strict() == float("-inf")
    assert other.upper_strict()[:3] == day.timetuple()[:3]
