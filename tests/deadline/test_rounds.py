"""Rhythms with a first day, a last one, or a day of the year."""

import datetime as dt

import pytest

from customs_coop.deadline import (
    By,
    Due,
    During,
    Recurring,
    Undetermined,
    find_deadlines,
    parse_deadline,
)
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

YEARLY = Recurrence(Frequency.YEARLY)


@every_case(
    ("text", "rhythm", "first", "until"),
    [
        ("June 2013 and annually", "every year", "2013-06-30", None),
        ("by 30 June 2013 and every six months thereafter", "every 6 months", "2013-06-30", None),
        ("fin juin 2017 et ensuite chaque année", "every year", "2017-06-30", None),
        ("Ende Juni 2017, danach jährlich", "every year", "2017-06-30", None),
        ("every six months, first report June 2005", "every 6 months", "2005-06-30", None),
        ("for the first time by June 2013 and then annually", "every year", "2013-06-30", None),
        ("by mid-2013 and annually", "every year", "2013-06-30", None),
        ("June 2013, then annually until 2016", "every year", "2013-06-30", "2016-12-31"),
        ("2017-2020, annually", "every year", "2017-12-31", "2020-12-31"),
        ("annually 2013-2016", "every year", "2013-12-31", "2016-12-31"),
        ("monthly from May 2013 to June 2014", "every month", "2013-05-31", "2014-06-30"),
        ("early 2013, then annually", "every year", "2013-04-30", None),
    ],
)
def test_a_time_before_a_rhythm_is_that_of_the_first_round(
    text: str, rhythm: str, first: str, until: str | None
) -> None:
    expected = Recurring(
        Recurrence.parse(rhythm), text, "rounds-from-first", first=first, until=until
    )
    assert parse_deadline(text) == expected


@every_case(
    ("text", "until", "convention"),
    [
        ("monthly until June 2014", "2014-06-30", "by-month"),
        ("annually until 2006", "2006-12-31", "by-month"),
        ("Deadline: annually, until 30 June 2006", "2006-06-30", None),
        ("jährlich bis 2016", "2016-12-31", "by-month"),
        ("tous les ans jusqu'en 2016", "2016-12-31", "by-month"),
    ],
)
def test_a_rhythm_may_have_a_last_day(text: str, until: str, convention: str | None) -> None:
    found = parse_deadline(text)
    assert isinstance(found, Recurring)
    assert (str(found.latest), str(found.until), found.first) == (until, until, None)
    assert found.convention == convention


@every_case(
    ("text", "month", "convention"),
    [
        ("every June", 6, "bare-month"),
        ("in June each year", 6, "bare-month"),
        ("each year by June", 6, "by-month"),
        ("jährlich im Juni", 6, "bare-month"),
        ("chaque année en juin", 6, "bare-month"),
    ],
)
def test_a_month_of_every_year_ends_with_its_last_day(
    text: str, month: int, convention: str
) -> None:
    rhythm = Recurrence(Frequency.YEARLY, month=month)
    assert parse_deadline(text) == Recurring(rhythm, text, convention)


@every_case(
    ("text", "texts"),
    [
        ("It is checked every year by 31 March by all.", ["every year by 31 March"]),
        ("Deadline: annually until 2016", ["Deadline: annually until 2016"]),
        ("It shall meet annually, 2004-2006 figures are given.", ["annually"]),
        ("It meets every year in June and in May.", ["every year"]),
        ("Checked annually, and the group may differ.", ["annually"]),
        ("by 30 June 2013 and annually", ["by 30 June 2013 and annually"]),
        ("by 30 June 2013 and annual checks of boats", ["by 30 June 2013"]),
    ],
)
def test_bounds_in_prose(text: str, texts: list[str]) -> None:
    assert [mention.text for mention in find_deadlines(text)] == texts


@every_case(
    ("text", "first"),
    [
        ("It shall count lamps every six months, for the first time by 31 May 2031.", "2031-05-31"),
        (
            "It is to tell the crew every six months of all lamps, first by 31 May 2031.",
            "2031-05-31",
        ),
        ("Lamps are counted every six months, the first report by May 2031.", "2031-05-31"),
        ("They shall count by 31 May 2031 and every six months thereafter.", "2031-05-31"),
        ("They shall count by 31 May 2031 and then every six months until 2033.", "2031-05-31"),
        ("Ils comptent tous les six mois, pour la première fois d'ici mai 2031.", "2031-05-31"),
        ("Sie zählen alle sechs Monate die Lampen, erstmals bis zum 31. Mai 2031.", "2031-05-31"),
    ],
)
def test_a_rhythm_with_its_first_day_in_prose_is_one_deadline(text: str, first: str) -> None:
    (mention,) = find_deadlines(text)
    rounds = mention.deadline
    assert isinstance(rounds, Recurring)
    assert rounds.recurrence == Recurrence(Frequency.MONTHLY, 6)
    assert (str(rounds.first), rounds.convention) == (first, "rounds-from-first")
    assert rounds.text in text
    days = rounds.last_days(within="2030-01-01/2032-06-30")
    assert [str(day) for day in days] == [first, "2031-11-30", "2032-05-31"]


@every_case(
    ("text", "until"),
    [
        ("It shall report quarterly to the whole crew until May 2031.", "2031-05-31"),
        ("It shall list monthly the permits valid until May 2031.", None),
        ("It shall count monthly. The lamps burn until May 2031.", None),
    ],
)
def test_the_last_day_of_a_rhythm_may_stand_further_on(text: str, until: str | None) -> None:
    found = [one.deadline for one in find_deadlines(text)]
    (rounds,) = (one for one in found if isinstance(one, Recurring))
    assert rounds.until == (None if until is None else dt.date.fromisoformat(until))


@every_case(
    "text",
    [
        "It is counted every six months. The first by 31 May 2031 is Ann.",
        "Counted yearly by A, B, C, D, E, F, G, H, I, J, K, L and M, first by 31 May 2031.",
    ],
)
def test_a_first_day_too_far_from_its_rhythm_is_a_deadline_of_its_own(text: str) -> None:
    found = [one.deadline for one in find_deadlines(text)]
    assert [type(one) for one in found] == [Recurring, By]


def test_a_rhythm_ends_and_may_be_overdue_from_its_first_round_on() -> None:
    ending = parse_deadline("monthly until June 2014")
    assert ending.status_on("2014-06-30") is Due.NOT_DUE
    assert ending.status_on("2014-07-01") is Due.OVERDUE
    endless = parse_deadline("June 2013 and annually")
    assert endless.latest is None
    assert endless.status_on("2013-06-30") is Due.NOT_DUE
    assert endless.status_on("2013-07-01") is Due.POSSIBLY_OVERDUE
    assert parse_deadline("annually").status_on("2013-07-01") is Due.UNKNOWN


def test_the_days_of_the_rounds() -> None:
    window = "2013-01-01/2014-12-31"
    halves = parse_deadline("by 30 June 2013 and every six months thereafter")
    assert isinstance(halves, Recurring)
    days = list(map(str, halves.last_days(within=window)))
    assert days == ["2013-06-30", "2013-12-31", "2014-06-30", "2014-12-31"]
    ending = Recurring(Recurrence(Frequency.MONTHLY), until="2013-02-15")
    assert list(map(str, ending.last_days(within=window))) == ["2013-01-31", "2013-02-15"]
    assert Recurring(YEARLY, until="2012-12-31").last_days(within=window) == ()
    assert Recurring(None, until="2013-12-31").last_days(within=window) == ()
    weekly = Recurring(Recurrence(Frequency.WEEKLY, 2), first="2014-12-10")
    assert list(map(str, weekly.last_days(within=window))) == ["2014-12-10", "2014-12-24"]


def test_what_comes_every_two_years_needs_a_day_that_is_stated() -> None:
    window = "2011-07-01/2014-12-31"
    for words, expected in (
        ("every two years", []),
        ("every two years, by 1 May", []),
        ("every 18 months", []),
        ("by end 2011, and every two years thereafter", ["2011-12-31", "2013-12-31"]),
        ("by June 2010 and every two years thereafter", ["2012-06-30", "2014-06-30"]),
        # What the words bound begins and ends there.
        ("2010-2014, every two years", ["2011-12-31", "2013-12-31"]),
        ("every two years until June 2014", ["2014-06-30"]),
        ("every two years until June 2015", []),
        # The last round of what the calendar tells, too: only what is stated cuts it short.
        ("annually until June 2014", ["2011-12-31", "2012-12-31", "2013-12-31", "2014-06-30"]),
        ("annually until June 2015", ["2011-12-31", "2012-12-31", "2013-12-31", "2014-12-31"]),
        ("every year by 1 May until June 2014", ["2012-05-01", "2013-05-01", "2014-05-01"]),
    ):
        deadline = parse_deadline(words)
        assert isinstance(deadline, Recurring)
        assert list(map(str, deadline.last_days(within=window))) == expected, words


@every_case(
    ("text", "days"),
    [
        ("twice a year", ["2030-06-30", "2030-12-31", "2031-06-30"]),
        ("deux fois par an", ["2030-06-30", "2030-12-31", "2031-06-30"]),
        ("zweimal im Jahr", ["2030-06-30", "2030-12-31", "2031-06-30"]),
        ("three times a year", ["2030-04-30", "2030-08-31", "2030-12-31", "2031-04-30"]),
        ("twice a year until March 2031", ["2030-06-30", "2030-12-31", "2031-03-31"]),
        ("at least twice a year", ["2030-12-31"]),
    ],
)
def test_several_times_a_year_are_rounds_of_months(text: str, days: list[str]) -> None:
    (mention,) = find_deadlines(text)
    for found in (parse_deadline(text), mention.deadline):
        assert isinstance(found, Recurring)
        assert list(map(str, found.last_days(within="2030-01-01/2031-06-30"))) == days


@every_case(
    ("text", "rhythm", "first", "until"),
    [
        ("every year, starting in 2031", "every year", "2031-12-31", None),
        ("annually from 2031", "every year", "2031-12-31", None),
        ("tous les ans à partir de 2031", "every year", "2031-12-31", None),
        ("quarterly from 2031 onwards", "every 3 months", "2031-03-31", None),
        ("monthly, beginning in the second quarter of 2031", "every month", "2031-04-30", None),
        ("every two years, starting in 2031", "every 2 years", "2031-12-31", None),
        (
            "every year by 31 March, starting in 2031",
            "every year, by 31 March",
            "2031-03-31",
            None,
        ),
        ("annually from 2031, until 2033", "every year", "2031-12-31", "2033-12-31"),
    ],
)
def test_rounds_begin_with_the_year_in_which_they_start(
    text: str, rhythm: str, first: str, until: str | None
) -> None:
    (mention,) = find_deadlines(f"{text}.")
    assert mention.text == text
    for found in (parse_deadline(text), mention.deadline):
        assert isinstance(found, Recurring)
        assert (str(found.recurrence), str(found.first)) == (rhythm, first)
        assert found.until == (until and dt.date.fromisoformat(until))
        assert found.convention == "rounds-from-first"


@every_case(
    ("text", "rhythm", "text_of_it"),
    [
        # Whether the rounds end in June or begin there is not said.
        ("Lamps are counted annually, starting in June 2031.", "every year", "annually"),
        ("Lamps are counted every 18 months from 2031.", "every 18 months", "every 18 months"),
        ("Lamps are counted annually from 2031 lists.", "every year", "annually"),
    ],
)
def test_a_start_that_gives_no_first_round_is_left_out(
    text: str, rhythm: str, text_of_it: str
) -> None:
    (mention,) = find_deadlines(text)
    assert isinstance(mention.deadline, Recurring)
    assert (str(mention.deadline.recurrence), mention.deadline.first) == (rhythm, None)
    assert mention.deadline.text == text_of_it


@every_case(
    ("text", "found"),
    [
        (
            "on 1 June and 1 December each year",
            {"on 1 June": (6, 1), "1 December each year": (12, 1)},
        ),
        (
            "each year on 1 June and on 1 December",
            {"each year on 1 June": (6, 1), "on 1 December": (12, 1)},
        ),
        (
            "by 31 March, 30 June and 30 September of each year",
            {"by 31 March": (3, 31), "30 June": (6, 30), "30 September of each year": (9, 30)},
        ),
        (
            "before 2 June and 2 July every year",
            {"before 2 June": (6, 1), "2 July every year": (7, 1)},
        ),
        (
            "Deadline: each year (on 1 June and 1 July)",
            {"each year (on 1 June": (6, 1), "1 July": (7, 1)},
        ),
        (
            "le 1er juin et le 1er décembre de chaque année",
            {"le 1er juin": (6, 1), "le 1er décembre de chaque année": (12, 1)},
        ),
        (
            "jedes Jahr am 1. Juni und am 1. Dezember",
            {"jedes Jahr am 1. Juni": (6, 1), "am 1. Dezember": (12, 1)},
        ),
    ],
)
def test_each_of_several_days_of_the_year_has_its_own_rounds(
    text: str, found: dict[str, tuple[int, int]]
) -> None:
    assert [mention.deadline for mention in find_deadlines(text)] == [
        Recurring(Recurrence(Frequency.YEARLY, month=month, day=day), words)
        for words, (month, day) in found.items()
    ]
    assert parse_deadline(text) == Undetermined(text)


@every_case(
    ("text", "texts"),
    [
        ("The crew met each year on 1 June and 1 July.", []),
        ("It meets between 1 June and 1 July each year.", ["each year"]),
        ("It meets on 1 June or 1 July each year.", ["each year"]),
        ("It meets monthly on 1 June and 1 July.", ["monthly"]),
        ("It meets each year on 30 February and 1 July.", ["each year"]),
        ("It is counted not on 1 June and 1 July each year.", ["each year"]),
    ],
)
def test_days_that_are_no_days_of_rounds(text: str, texts: list[str]) -> None:
    assert [mention.text for mention in find_deadlines(text)] == texts


@every_case(
    ("text", "convention", "until"),
    [
        ("biannually", "biannual", None),
        ("bi-annually", "biannual", None),
        ("biannually until 30 June 2031", "biannual", "2031-06-30"),
        ("semi-annually", None, None),
        ("twice a year", None, None),
    ],
)
def test_a_word_for_six_months_that_may_mean_two_years_is_marked(
    text: str, convention: str | None, until: str | None
) -> None:
    (mention,) = find_deadlines(f"It is counted {text}.")
    for found in (parse_deadline(text), mention.deadline):
        assert isinstance(found, Recurring)
        assert found.recurrence == Recurrence(Frequency.MONTHLY, 6)
        assert found.convention == convention
        assert found.until == (until and dt.date.fromisoformat(until))


def test_it_cannot_end_before_it_begins() -> None:
    with pytest.raises(InvalidValueError, match="comes before"):
        Recurring(YEARLY, first="2013-06-30", until="2013-06-29")


def test_canonical_words_are_read_back() -> None:
    for written in (
        Recurring(YEARLY, first="2013-06-30"),
        Recurring(YEARLY, until="2016-12-31"),
        Recurring(Recurrence(Frequency.MONTHLY, 6), first="2013-06-30", until="2016-12-31"),
        Recurring(Recurrence(Frequency.YEARLY, month=3, day=31)),
    ):
        read = parse_deadline(written.text)
        assert isinstance(read, Recurring)
        assert (read.recurrence, read.first, read.until) == (
            written.recurrence,
            written.first,
            written.until,
        )


@every_case(
    ("text", "anchor", "latest"),
    [
        ("at the latest 3 months before 31.12.2014", "2014-12-31", "2014-09-30"),
        ("within 6 months of 1 January 2013", "2013-01-01", "2013-07-01"),
        ("dans un délai de 6 mois à compter du 1er janvier 2013", "2013-01-01", "2013-07-01"),
        ("innerhalb von 6 Monaten nach dem 1. Januar 2013", "2013-01-01", "2013-07-01"),
        ("within 6 months of adoption", None, None),
        ("within 6 months of the 1 January 2013 meeting", None, None),
        ("within 6 months of the Decision of 1 January 2013", None, None),
        ("within 9999 years of 1 January 2013", None, None),
    ],
)
def test_a_day_that_is_printed_is_an_anchor(
    text: str, anchor: str | None, latest: str | None
) -> None:
    found = parse_deadline(text)
    assert getattr(found, "anchor_date", "") == (anchor and By(anchor).latest)
    assert found.latest == (latest and By(latest).latest)


@every_case(
    ("text", "found"),
    [
        ("Deadline 1: June 2020. Deadline 2: December 2020", ["2020-06-30", "2020-12-31"]),
        ("Deadline 30 June 2020", ["2020-06-30"]),
        ("Map. Due: June 2020", ["2020-06-30"]),
        ("Map. Target: end 2020", ["2020-12-31"]),
        ("Carte. Cible : fin 2020", ["2020-12-31"]),
        ("Karte. Ziel: Ende 2020", ["2020-12-31"]),
        ("Dead-line: June 2020", ["2020-06-30"]),
        ("Deadline was extended to June 2020", ["2020-06-30"]),
        ("Deadline was June 2020, now June 2021", ["2021-06-30"]),
        ("Interim report (June 2020), final report (June 2021)", ["2020-06-30", "2021-06-30"]),
        (
            "Rapport intermédiaire (juin 2020), rapport final (mai 2021)",
            ["2020-06-30", "2021-05-31"],
        ),
        ("Zwischenbericht (Juni 2020), Abschlussbericht (Juni 2021)", ["2020-06-30", "2021-06-30"]),
        # what they must not match
        ("Target: 2000 officers", []),
        ("Target: 50 reports", []),
        ("the target: June 2020", []),
        ("The deadline was June 2020", []),
        ("see its final report (June 2020)", []),
        ("Report on seizures (June 2020)", []),
        ("Final report (June 2020) was adopted", []),
        ("Final report (1234/20)", []),
        ("Final report (2020)", []),
        ("It runs for two years.", []),
    ],
)
def test_deadlines_of_indicators(text: str, found: list[str]) -> None:
    assert [str(mention.deadline.latest) for mention in find_deadlines(text)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Deadline was June 2020", "was June 2020"),
        ("Deadline June 2020, later December 2020", "June 2020, later December 2020"),
    ],
)
def test_what_may_no_longer_hold_is_undetermined(text: str, words: str) -> None:
    assert [mention.deadline for mention in find_deadlines(text)] == [Undetermined(words)]


def test_a_time_with_which_rounds_begin_is_no_end() -> None:
    found = find_deadlines("Every six months a report, beginning in January 2001.")
    assert [mention.deadline for mention in found] == [
        Recurring(Recurrence(Frequency.MONTHLY, 6), "Every six months"),
        During("2001-01-01", None, "beginning in January 2001"),
    ]
