"""The rule: what is written can be read again, and no text can make the readers fail.

Bounds are compared with a second, independent reader of ISO 8601-2 (the `edtf` package) for the
notations on which readers of it agree, and with the days that the notation itself picks out.
"""

import calendar
import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unittest import mock

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.dates import PartialDate, Period
from customs_coop.deadline import (
    By,
    Deadline,
    Due,
    During,
    Recurring,
    Relative,
    find_deadlines,
    parse_deadline,
)
from customs_coop.deadline.edtf import deadline_from_edtf
from customs_coop.errors import InvalidValueError
from customs_coop.presidency import Presidency, presidencies
from customs_coop.presidency.names import NAMES
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
    assert PartialDate.parse(value.edtf) == value


@given(st.builds(PartialDate, near_days), st.builds(PartialDate, st.none(), near_days))
def test_certainly_before_excludes_possibly_after(late: PartialDate, early: PartialDate) -> None:
    if early.certainly_before(late):
        assert not late.possibly_before(early)


@given(held)
def test_a_presidency_is_read_as_it_was_written(presidency: Presidency) -> None:
    assert Presidency.parse(str(presidency)) == presidency
    assert Presidency.parse(presidency.edtf) == presidency


@given(
    st.builds(
        Presidency, st.integers(1000, 9999), st.sampled_from([1, 2]), st.sampled_from(sorted(NAMES))
    )
)
def test_any_presidency_is_read_as_it_was_written(presidency: Presidency) -> None:
    assert Presidency.parse(str(presidency)) == presidency


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


@given(
    st.builds(Recurrence, st.sampled_from(Frequency), st.sampled_from([1, 1, 1, 2, 3, 5, 6])),
    st.none() | st.dates(dt.date(2010, 1, 1), dt.date(2013, 12, 31)),
    st.none() | st.dates(dt.date(2014, 1, 1), dt.date(2016, 12, 31)),
    st.lists(st.dates(dt.date(2010, 6, 1), dt.date(2016, 6, 1)), min_size=4, max_size=4),
)
def test_the_window_shows_rounds_and_makes_none(
    recurrence: Recurrence, first: dt.date | None, until: dt.date | None, four: list[dt.date]
) -> None:
    rounds = Recurring(recurrence, first=first, until=until)
    wide_start, start, end, wide_end = sorted(four)
    wide = rounds.last_days(within=Period(wide_start, wide_end))
    inside = tuple(day for day in wide if start <= day <= end)
    assert rounds.last_days(within=Period(start, end)) == inside


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


@given(st.builds(By, days) | periods.map(lambda one: During(one.start, one.end)))
def test_a_deadline_goes_through_edtf_with_its_bounds(deadline: By | During) -> None:
    read = deadline_from_edtf(deadline.edtf)
    assert type(read) is type(deadline)
    assert (read.earliest, read.latest) == (deadline.earliest, deadline.latest)


CONVENTION = st.sampled_from([None, "about", "season", "thirds"])


@given(periods, texts | st.sampled_from(["spring", "winter 1998", "1998-24"]), CONVENTION)
def test_whatever_the_words_the_edtf_has_the_bounds(
    period: Period, text: str, convention: str | None
) -> None:
    for end in (period.end, None):
        deadline = During(period.start, end, text, convention)
        read = deadline_from_edtf(deadline.edtf)
        assert (read.earliest, read.latest) == (period.start, end)


@given(texts)
def test_every_printed_deadline_has_an_edtf_with_its_bounds(text: str) -> None:
    deadline = parse_deadline(text)
    if isinstance(deadline, By | During):
        read = deadline_from_edtf(deadline.edtf)
        assert (read.earliest, read.latest) == (deadline.earliest, deadline.latest)


ANY_DEADLINE = st.one_of(
    st.builds(By, near_days, text=st.just("x"), convention=CONVENTION),
    near_periods.map(lambda one: During(one.start, one.end)),
    near_periods.map(lambda one: During(one.start, one.end, "early 1998", "thirds")),
    st.builds(During, near_days, st.none()),
    st.builds(Relative, st.just("adoption"), st.sampled_from(["P1M", "-P1M", "P0D"]), near_days),
    st.builds(Relative, st.just("adoption"), st.just("P1M")),
    texts.map(parse_deadline),
)
SEVERITY = [Due.NOT_DUE, Due.POSSIBLY_OVERDUE, Due.OVERDUE]


@given(ANY_DEADLINE, st.lists(near_days, min_size=2))
def test_a_deadline_never_becomes_less_overdue(deadline: Deadline, asked: list[dt.date]) -> None:
    # The days on which something can change are asked about, too.
    edges = [day for day in (deadline.earliest, deadline.latest) if day is not None]
    around = [day + dt.timedelta(days=n) for day in edges for n in (-1, 0, 1)]
    found = [deadline.status_on(day) for day in sorted([*asked, *around])]
    if Due.UNKNOWN in found:
        assert set(found) == {Due.UNKNOWN}
        assert deadline.latest is None
    else:
        steps = [SEVERITY.index(one) for one in found]
        assert steps == sorted(steps)
        assert deadline.latest is not None
        assert deadline.status_on(deadline.latest) is not Due.OVERDUE


def masked(digits: str, hidden: list[bool]) -> str:
    return "".join("X" if hide else digit for digit, hide in zip(digits, hidden, strict=True))


hiding = st.lists(st.booleans(), min_size=8, max_size=8)


@given(near_days, hiding, st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_unspecified_digits_leave_the_days_that_fit(
    day: dt.date, hidden: list[bool], length: int, sign: str
) -> None:
    # Of the year only the last two digits, so that all its days can be looked at.
    hidden = [False, False, *hidden[2:]]
    iso = day.isoformat()
    text = "-".join(
        (masked(iso[:4], hidden[:4]), masked(iso[5:7], hidden[4:6]), masked(iso[8:], hidden[6:]))
    )[:length]
    century = day.year // 100 * 100
    years = [y for y in range(century, century + 100) if fits(f"{y:04}", text[:4])]
    found = PartialDate.parse(text + sign)
    assert found.earliest == next(one for year in years for one in fitting(year, text))
    assert found.latest == next(
        one for year in years[::-1] for one in reversed(list(fitting(year, text)))
    )


def fits(digits: str, mask: str) -> bool:
    return all(m in {"X", d} for d, m in zip(digits, mask, strict=False))


def fitting(year: int, mask: str) -> Iterator[dt.date]:
    first = dt.date(year, 1, 1)
    for n in range(366 if calendar.isleap(year) else 365):
        day = first + dt.timedelta(days=n)
        if fits(day.isoformat(), mask):
            yield day


@given(st.integers(1, 9999), st.integers(33, 41))
def test_a_part_of_a_year_has_the_days_that_its_code_counts(year: int, code: int) -> None:
    base, months = next((b, m) for b, m in ((40, 6), (37, 4), (33, 3)) if code >= b)
    inside = [
        one for one in fitting(year, f"{year:04}") if (one.month - 1) // months == code - base
    ]
    found = PartialDate.parse(f"{year:04}-{code}")
    assert (found.earliest, found.latest) == (inside[0], inside[-1])
    assert found.edtf == f"{year:04}-{code}"


# What both readers take: a day, a month or a year, qualified as a whole or in one part.
signs = st.sampled_from(["", "?", "~", "%"])
plain_dates = st.builds(
    lambda day, length: day.isoformat()[:length], near_days, st.sampled_from([4, 7, 10])
)
whole_dates = st.builds("{}{}".format, plain_dates, signs)
left_signed = st.builds(
    lambda day, sign: f"{day:%Y}-{sign}{day:%m}-{day:%d}", near_days, st.sampled_from("?~%")
)
right_signed = st.builds(
    lambda day, sign: f"{day:%Y}-{day:%m}{sign}-{day:%d}", near_days, st.sampled_from("?~%")
)
hidden_ends = st.builds(
    lambda day, mask: mask.format(day.isoformat()[:3], day),
    near_days,
    st.sampled_from(["{0}X", "{1:%Y}-XX", "{1:%Y}-{1:%m}-XX", "{1:%Y}-XX-XX"]),
)
parts = st.builds(lambda day, code: f"{day.year}-{code}", near_days, st.integers(33, 41))
intervals = near_periods.flatmap(
    lambda one: st.sampled_from(
        [
            *(
                f"{one.start}/{one.end}",
                f"{one.start:%Y}/{one.end}",
                f"{one.start:%Y-%m}/{one.end:%Y}",
            ),
            *(f"{one.start}/..", f"../{one.end}", f"{one.start:%Y}~/{one.end:%Y-%m}?"),
            *(f"[{one.start}..{one.end}]", f"[{one.start:%Y}..{one.end:%Y}]"),
            *(f"[..{one.end}]", f"[{one.start}..]", f"{{{one.start},{one.end}}}"),
            f"[{one.end},{one.start:%Y-%m}..{one.end:%Y-%m}]",
        ]
    )
)


@given(st.one_of(whole_dates, left_signed, right_signed, hidden_ends, parts, intervals))
def test_edtf_has_the_bounds_that_a_second_reader_finds(text: str) -> None:
    found, other = PartialDate.parse(text), second_reader(text)
    bounds = (other.lower_strict(), other.upper_strict())
    expected = [None if isinstance(day, float) else dt.date(*day[:3]) for day in bounds]
    assert [found.earliest, found.latest] == expected


# Each message names the notation, or how the date is written in it.
WAYS_OUT = ("EDTF", "ISO dates are written", "is written by its days", "name both ends")


@given(st.text("0123456789X-/.[]{},?~%SYT ", max_size=24) | st.text(max_size=24))
def test_no_text_makes_the_reader_of_edtf_fail_otherwise(text: str) -> None:
    try:
        found = PartialDate.parse(text)
    except InvalidValueError as refused:
        assert any(way in str(refused) for way in WAYS_OUT)  # noqa: PT017 - either way is right
    else:
        assert PartialDate.parse(found.edtf) == found


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


_TOLD_APART = """
import datetime, os, sys, time
sys.path[:0] = {path!r}
moved = float(os.environ["SECONDS"])
time.time = lambda: moved
import locale
locale.setlocale(locale.LC_ALL, "")
time.tzset()
from customs_coop.dates import PartialDate
from customs_coop.deadline import find_deadlines, parse_deadline
from customs_coop.presidency import Presidency
from customs_coop.recurrence import Recurrence
for text in {texts!r}:
    print(parse_deadline(text), find_deadlines(text), parse_deadline(text).edtf)
print(Presidency.parse("présidence belge en 2010"), PartialDate.parse("1998-37"))
print(*Recurrence.parse("every 6 months").occurrences(within="2011-10-15/2012-12-31"))
"""
_PHRASES = (
    *("by June 1998", "Early 1998", "28.02.2006", "1.7.2011-31.12.2012", "31.12.06", "by May"),
    *(
        "UK Presidency in 2005",
        "within 1 year",
        "every six months",
        "by 1 April",
        "tbc",
        "MAI 1998",
    ),
)


def test_no_result_depends_on_clock_locale_or_time_zone() -> None:
    program = _TOLD_APART.format(path=sys.path, texts=_PHRASES)
    surroundings = (
        {"SECONDS": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"SECONDS": "4070908800", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    )
    printed = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program],
            env={**os.environ, **surrounding},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for surrounding in surroundings
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) == len(_PHRASES) + 2


@given(near_days)
def test_a_last_day_is_one_date_on_or_before_it_to_a_second_reader(day: dt.date) -> None:
    other = second_reader(By(day).edtf)
    assert other.lower_strict() == float("-inf")
    assert other.upper_strict()[:3] == day.timetuple()[:3]
