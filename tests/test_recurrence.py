"""What comes round again."""

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

PLAN = "2011-07-01/2012-12-31"


@every_case(
    ("recurrence", "rule", "text"),
    [
        (Recurrence(Frequency.WEEKLY), "FREQ=WEEKLY", "every week"),
        (Recurrence(Frequency.MONTHLY), "FREQ=MONTHLY", "every month"),
        (Recurrence(Frequency.MONTHLY, 6), "FREQ=MONTHLY;INTERVAL=6", "every 6 months"),
        (Recurrence(Frequency.YEARLY), "FREQ=YEARLY", "every year"),
        (Recurrence(Frequency.YEARLY, 2), "FREQ=YEARLY;INTERVAL=2", "every 2 years"),
        (Recurrence(Frequency.PRESIDENCY), "FREQ=MONTHLY;INTERVAL=6", "every Presidency"),
        (Recurrence(Frequency.PRESIDENCY, 3), "FREQ=MONTHLY;INTERVAL=18", "every 3 Presidencies"),
        (Recurrence(Frequency.YEARLY, minimum=4), "FREQ=YEARLY", "every year, at least 4 times"),
        (Recurrence(Frequency.YEARLY, minimum=1), "FREQ=YEARLY", "every year, at least 1 time"),
    ],
)
def test_rules_and_words(recurrence: Recurrence, rule: str, text: str) -> None:
    assert recurrence.rrule == rule
    assert str(recurrence) == text
    assert Recurrence.parse(text) == recurrence
    rrulestr(rule)  # a second reader finds no fault


@every_case("text", ["", "yearly", "every 0 months", "every day", "every  year"])
def test_other_text_is_no_recurrence(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Recurrence.parse(text)


@every_case(
    ("recurrence", "within", "expected"),
    [
        (
            Recurrence(Frequency.PRESIDENCY),
            PLAN,
            ["2011-07-01/2011-12-31", "2012-01-01/2012-06-30", "2012-07-01/2012-12-31"],
        ),
        (Recurrence(Frequency.YEARLY), PLAN, ["2011-07-01/2011-12-31", "2012-01-01/2012-12-31"]),
        (Recurrence(Frequency.YEARLY, 2), PLAN, [PLAN]),
        (
            Recurrence(Frequency.MONTHLY, 6),
            "2011-10-15/2012-02-10",
            ["2011-10-15/2011-12-31", "2012-01-01/2012-02-10"],
        ),
        (
            Recurrence(Frequency.MONTHLY, 5),
            "2011-10-15/2012-08-10",
            ["2011-10-15/2012-02-29", "2012-03-01/2012-07-31", "2012-08-01/2012-08-10"],
        ),
        (
            Recurrence(Frequency.MONTHLY),
            "2012-01-31/2012-03-01",
            ["2012-01-31/2012-01-31", "2012-02-01/2012-02-29", "2012-03-01/2012-03-01"],
        ),
        (
            Recurrence(Frequency.WEEKLY),
            "2026-11-18/2026-11-30",
            ["2026-11-18/2026-11-22", "2026-11-23/2026-11-29", "2026-11-30/2026-11-30"],
        ),
    ],
)
def test_rounds_lie_as_the_calendar_has_them(
    recurrence: Recurrence, within: str, expected: list[str]
) -> None:
    assert [str(one) for one in recurrence.occurrences(within=within)] == expected


@pytest.mark.parametrize("within", [PLAN, "2011-08-17/2013-02-10", "2012-02-29/2020-02-29"])
@pytest.mark.parametrize(
    "recurrence",
    [
        Recurrence(Frequency.WEEKLY),
        Recurrence(Frequency.WEEKLY, 2),
        Recurrence(Frequency.MONTHLY),
        Recurrence(Frequency.MONTHLY, 3),
        Recurrence(Frequency.MONTHLY, 5),
        Recurrence(Frequency.MONTHLY, 6),
        Recurrence(Frequency.YEARLY),
        Recurrence(Frequency.YEARLY, 2),
        Recurrence(Frequency.PRESIDENCY),
        Recurrence(Frequency.PRESIDENCY, 3),
        Recurrence(Frequency.YEARLY, minimum=4),
    ],
    ids=str,
)
def test_the_rule_gives_the_same_starts_to_a_second_reader(
    recurrence: Recurrence, within: str
) -> None:
    window = Period.parse(within)
    rounds = recurrence.occurrences(within=window)
    # The first round may have begun before the window, so the rule runs from the second.
    starts = [one.start for one in rounds[1:]]
    if not starts:
        assert recurrence in {Recurrence(Frequency.YEARLY, 2), Recurrence(Frequency.PRESIDENCY, 3)}
        return
    since = datetime.combine(starts[0], time())
    until = datetime.combine(window.end, time())
    expected = rrulestr(recurrence.rrule, dtstart=since).between(since, until, inc=True)
    assert starts == [one.date() for one in expected]


def test_a_window_that_starts_inside_a_round_cuts_it() -> None:
    for recurrence in (Recurrence(Frequency.YEARLY), Recurrence(Frequency.PRESIDENCY)):
        first, second = recurrence.occurrences(within="2011-11-20/2012-01-10")
        assert str(first) == "2011-11-20/2011-12-31"
        assert str(second) == "2012-01-01/2012-01-10"


def test_a_minimum_does_not_change_the_rounds() -> None:
    plain, four = Recurrence(Frequency.YEARLY), Recurrence(Frequency.YEARLY, minimum=4)
    assert four.occurrences(within=PLAN) == plain.occurrences(within=PLAN)


@every_case("frequency", list(Frequency))
def test_the_ends_of_the_calendar_can_be_reached(frequency: Frequency) -> None:
    for window in ("0001-01-01/0001-01-20", "9999-12-01/9999-12-31"):
        rounds = Recurrence(frequency, 9999).occurrences(within=window)
        assert rounds == (Period.parse(window),)


@every_case(("interval", "minimum"), [(0, None), (-1, None), (10_000, None), (1, 0)])
def test_counts_that_cannot_be_are_refused(interval: int, minimum: int | None) -> None:
    with pytest.raises(InvalidValueError):
        Recurrence(Frequency.YEARLY, interval, minimum)


def test_a_count_is_a_whole_number() -> None:
    with pytest.raises(TypeError):
        Recurrence(Frequency.YEARLY, 1.5)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(TypeError):
        Recurrence(Frequency.YEARLY, True)  # noqa: FBT003 - that is the test


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("every months", "it is written every month"),
        ("every 2 year", "it is written every 2 years"),
        ("twice a year", "parse_deadline"),
    ],
)
def test_a_slip_is_refused_with_the_way_out(text: str, hint: str) -> None:
    with pytest.raises(InvalidValueError, match=hint):
        Recurrence.parse(text)


@pytest.mark.parametrize("value", [None, b"every year", 1])
def test_what_is_no_text_is_no_recurrence(value: object) -> None:
    with pytest.raises(TypeError, match="a text is wanted, not"):
        Recurrence.parse(value)  # type: ignore[arg-type]  # the point of the test


def test_rounds_of_years_may_have_their_day() -> None:
    march = Recurrence(Frequency.YEARLY, month=3, day=31)
    assert str(march) == "every year, by 31 March"
    assert march.rrule == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"
    june = Recurrence(Frequency.YEARLY, 2, 3, month=6)
    assert str(june) == "every 2 years, at least 3 times, by the end of June"
    assert june.rrule == "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=-1"
    leap = Recurrence(Frequency.YEARLY, month=2, day=29)
    assert leap.rrule == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    for one in (march, june, leap):
        assert Recurrence.parse(str(one)) == one
    assert list(map(str, leap.last_days(within="2011-01-01/2012-12-31"))) == [
        "2011-02-28",
        "2012-02-29",
    ]
    # Of two years, nobody knows which one it is; a stretch that is stated begins with a round.
    assert june.last_days(within="2011-07-01/2014-12-31") == ()
    assert list(map(str, june.rounds_inside("2011-07-01/2014-12-31"))) == [
        "2012-06-30",
        "2014-06-30",
    ]


def test_without_a_day_each_round_is_due_at_its_end() -> None:
    days = Recurrence(Frequency.PRESIDENCY).last_days(within=PLAN)
    assert list(map(str, days)) == ["2011-12-31", "2012-06-30", "2012-12-31"]


@every_case(
    ("recurrence", "known"),
    [
        (Recurrence(Frequency.WEEKLY), True),
        (Recurrence(Frequency.WEEKLY, 2), False),
        *((Recurrence(Frequency.MONTHLY, n), n in {1, 2, 3, 4, 6, 12}) for n in range(1, 25)),
        (Recurrence(Frequency.PRESIDENCY), True),
        # They may begin with either half of a year; a trio of Presidencies with any of them.
        (Recurrence(Frequency.PRESIDENCY, 2), False),
        (Recurrence(Frequency.PRESIDENCY, 3), False),
        (Recurrence(Frequency.YEARLY, minimum=4), True),
        (Recurrence(Frequency.YEARLY, 2), False),
        (Recurrence(Frequency.YEARLY, 2, month=3, day=31), False),
    ],
)
def test_only_what_the_calendar_tells_has_last_days(recurrence: Recurrence, *, known: bool) -> None:
    assert bool(recurrence.last_days(within="2011-01-01/2020-12-31")) is known


@every_case(
    ("recurrence", "within", "expected"),
    [
        (Recurrence(Frequency.YEARLY), "2007-01-01/2008-06-30", ["2007-12-31"]),
        (Recurrence(Frequency.YEARLY), "2008-01-01/2008-12-30", []),
        (Recurrence(Frequency.PRESIDENCY), "2011-08-01/2012-11-30", ["2011-12-31", "2012-06-30"]),
        (Recurrence(Frequency.MONTHLY, 3), "2012-01-01/2012-05-31", ["2012-03-31"]),
        (Recurrence(Frequency.MONTHLY), "2012-01-31/2012-02-28", ["2012-01-31"]),
        (Recurrence(Frequency.WEEKLY), "2026-11-18/2026-11-30", ["2026-11-22", "2026-11-29"]),
        (Recurrence(Frequency.MONTHLY), "9999-11-01/9999-12-31", ["9999-11-30", "9999-12-31"]),
        (Recurrence(Frequency.WEEKLY), "9999-12-20/9999-12-31", ["9999-12-26"]),
        (Recurrence(Frequency.YEARLY), "0001-01-01/0001-12-31", ["0001-12-31"]),
    ],
)
def test_a_round_that_the_window_cuts_short_is_due_behind_it(
    recurrence: Recurrence, within: str, expected: list[str]
) -> None:
    assert list(map(str, recurrence.last_days(within=within))) == expected


@every_case(
    ("frequency", "month", "day"),
    [
        (Frequency.YEARLY, None, 3),
        (Frequency.MONTHLY, 3, None),
        (Frequency.YEARLY, 13, None),
        (Frequency.YEARLY, 0, None),
        (Frequency.YEARLY, 2, 30),
        (Frequency.YEARLY, 6, 31),
    ],
)
def test_days_that_no_year_has_are_refused(
    frequency: Frequency, month: int | None, day: int | None
) -> None:
    with pytest.raises(InvalidValueError):
        Recurrence(frequency, month=month, day=day)


@every_case(
    "text",
    [
        "every year, by 31 June",
        "every year, by 31 Marz",
        "every month, by 31 March",
        "every year, by March",
    ],
)
def test_texts_with_other_days_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Recurrence.parse(text)


def test_rounds_from_a_first_day_keep_to_the_ends_of_months() -> None:
    monthly = Recurrence(Frequency.MONTHLY)
    days = monthly.rounds_after(date(2011, 11, 30))
    assert [str(next(days)) for _ in range(4)] == [
        "2011-11-30",
        "2011-12-31",
        "2012-01-31",
        "2012-02-29",
    ]
    days = monthly.rounds_after(date(2012, 1, 30))
    assert [str(next(days)) for _ in range(3)] == ["2012-01-30", "2012-02-29", "2012-03-30"]
    assert list(Recurrence(Frequency.YEARLY).rounds_after(date(9998, 5, 1))) == [
        date(9998, 5, 1),
        date(9999, 5, 1),
    ]
    assert list(Recurrence(Frequency.WEEKLY).rounds_after(date(9999, 12, 30))) == [
        date(9999, 12, 30)
    ]
