"""Cells of timetables as plans and work programmes print them, and what is near to them."""

import pytest

from customs_coop import (
    By,
    Due,
    During,
    Recurring,
    Relative,
    Undetermined,
    find_deadlines,
    parse_deadline,
)
from folded import every_case


@every_case(
    ("text", "earliest", "latest", "convention"),
    [
        # something goes on from a time on
        ("Ongoing from 2010", "2010-01-01", None, None),
        ("Ongoing (from July 2010)", "2010-07-01", None, None),
        ("continuous, starting 2014", "2014-01-01", None, None),
        ("laufend ab 2012", "2012-01-01", None, None),
        ("en continu à partir de 2012", "2012-01-01", None, None),
        ("Ongoing 2013-2016", "2013-01-01", "2016-12-31", None),
        ("From July 2011 on", "2011-07-01", None, None),
        ("2014+", "2014-01-01", None, None),
        ("2013 and ongoing", "2013-01-01", None, None),
        ("2013 – ongoing", "2013-01-01", None, None),
        ("2014 – present", "2014-01-01", None, None),
        # a start is no last day
        ("Start date: 1 June 2014", "2014-06-01", None, None),
        ("Start: 2014", "2014-01-01", None, None),
        ("Beginn: 2014", "2014-01-01", None, None),
        ("Début : 2014", "2014-01-01", None, None),
        # ranges
        ("01/2014–12/2014", "2014-01-01", "2014-12-31", None),
        ("01/2014-03/2015", "2014-01-01", "2015-03-31", None),
        ("06.2014-08.2014", "2014-06-01", "2014-08-31", None),
        ("2014/2015", "2014-01-01", "2015-12-31", "short-range"),
        ("24 and 25 February 2014", "2014-02-24", "2014-02-25", None),
        ("24 & 25 February 2014", "2014-02-24", "2014-02-25", None),
        ("30 June and 1 July 2014", "2014-06-30", "2014-07-01", None),
        ("Quarter 1 2014", "2014-01-01", "2014-03-31", None),
        ("Quarter 4, 2014", "2014-10-01", "2014-12-31", None),
        ("Q 3 2014", "2014-07-01", "2014-09-30", None),
        ("Quartal 3/2014", "2014-07-01", "2014-09-30", None),
        ("Semester 2 2014", "2014-07-01", "2014-12-31", None),
        ("Expected in Q2 2006", "2006-04-01", "2006-06-30", "provisional"),
    ],
)
def test_a_stretch(text: str, earliest: str, latest: str | None, convention: str | None) -> None:
    assert parse_deadline(text) == During(earliest, latest, text, convention)


@every_case(
    ("text", "latest", "convention"),
    [
        ("Dec/2013", "2013-12-31", "bare-month"),
        ("June/2013", "2013-06-30", "bare-month"),
        ("June-2013", "2013-06-30", "bare-month"),
        ("Jun-13", "2013-06-30", "two-digit-year"),
        ("Ongoing until 2016", "2016-12-31", "by-month"),
        ("laufend bis Ende 2016", "2016-12-31", None),
        ("Planned for June 2006", "2006-06-30", "bare-month"),
        ("Expected June 2006", "2006-06-30", "provisional"),
        ("by close of business on 12 June 2006", "2006-06-12", None),
        ("by the close of 2012", "2012-12-31", None),
    ],
)
def test_a_last_day(text: str, latest: str, convention: str | None) -> None:
    assert parse_deadline(text) == By(latest, text, convention)


@every_case(
    ("text", "rhythm", "convention"),
    [
        ("June 2014, then annually", "every year", "rounds-from-first"),
        ("By end 2014, and every two years thereafter", "every 2 years", "rounds-from-first"),
        ("By June 2014 and annually thereafter", "every year", "rounds-from-first"),
        ("2017-2020, annually", "every year", "rounds-from-first"),
        ("2017 to 2020 (annual)", "every year", "rounds-from-first"),
        ("bis Ende 2014, danach jährlich", "every year", "rounds-from-first"),
        ("Juin 2014 et ensuite tous les ans", "every year", "rounds-from-first"),
        ("jährlich bis 2016", "every year", "by-month"),
        ("During each Presidency", "every Presidency", None),
        ("Once per PRES", "every Presidency", None),
    ],
)
def test_a_rhythm(text: str, rhythm: str, convention: str | None) -> None:
    found = parse_deadline(text)
    assert isinstance(found, Recurring)
    assert (str(found.recurrence), found.convention) == (rhythm, convention)


@every_case(
    ("text", "anchor", "offset"),
    [
        ("Within six (6) months of adoption", "adoption", "P6M"),
        ("PL PRES", "PL PRES", "P0D"),
        ("by the end of the CY Presidency", "CY Presidency", "P0D"),
        ("before the end of the CY Presidency", "CY Presidency", "P0D"),
        ("by the beginning of the CY Presidency", "beginning of the CY Presidency", "P0D"),
        ("before the beginning of the CY Presidency", "beginning of the CY Presidency", "-P1D"),
    ],
)
def test_what_hangs_on_an_event(text: str, anchor: str, offset: str) -> None:
    assert parse_deadline(text) == Relative(anchor, offset, text=text)


@every_case(
    "text",
    [
        *("June – 2013", "2014–", "2014-", "2012/2014", "2013/2014(INI)", "01/2014-12/2014-5"),
        *(
            "24 and 27 February 2014",
            "1 June and 30 June 2014",
            "2 May 2014 and 3 May 2014",
            "PL Pres",
        ),
        *("Start 2014, end 2016", "CY/LT PRES"),
        *("Quarter 5 2014", "Quarter 10 2014", "quarter 1", "half 1 June 2014", "Quarter 1-2 2014"),
        *("Within six (7) months", "12/31/2006", "31 June 2014", "29.02.2013", "3O June 2006"),
        *("Decernber 2006", "1 June 1899", "year 0", "31.12.9999", "Ongoing (from 2014, see note)"),
    ],
)
def test_what_words_do_not_settle_is_left_open(text: str) -> None:
    assert parse_deadline(text) == Undetermined(text)


@pytest.mark.parametrize(
    "text", ["in each forthcoming action plan", "At each plenary meeting", "each joint operation"]
)
def test_what_comes_with_each_event_recurs(text: str) -> None:
    assert parse_deadline(text) == Recurring(None, text)


def test_each_of_something_else_is_no_occasion() -> None:
    text = "each officer in the meeting"
    assert parse_deadline(text) == Undetermined(text)


def test_a_report_that_is_annual_is_no_rhythm_behind_a_day() -> None:
    assert parse_deadline("30 June 2014 (annual report)") == By(
        "2014-06-30", "30 June 2014 (annual report)"
    )


@every_case(
    ("text", "mentions"),
    [
        ("Deadlines: 1) June 2006 2) May 2007", ["Deadlines: 1) June 2006", "2) May 2007"]),
        ("Deadline: June 2006 2) Next item", ["Deadline: June 2006"]),
        ("to be carried out from 1 to 10 October 2012", ["from 1 to 10 October 2012"]),
        ("to be held between March and June 2012.", ["between March and June 2012"]),
        ("to be financed from the 2010-2013 budget", []),
        ("to be financed from 2012", []),
        ("to be divided between 10 and 12 officers in June 2012", []),
        ("It meets during each Presidency.", ["each Presidency"]),
        ("The period 2012/2013 was short.", []),
        ("Regulation 01/2004-02/2004", []),
        ("prepared by the PL PRES in 2011", []),
    ],
)
def test_what_is_found_in_prose(text: str, mentions: list[str]) -> None:
    assert [mention.text for mention in find_deadlines(text)] == mentions


@every_case(
    ("text", "before", "first"),
    [
        ("spring 2010", "2010-01-31", "2010-02-01"),
        ("summer 2010", "2010-04-30", "2010-05-01"),
        ("Herbst 2010", "2010-07-31", "2010-08-01"),
        ("winter 2010", "2009-12-31", "2010-01-01"),
        ("winter 2010/11", "2010-09-30", "2010-10-01"),
        ("2010-22", "2010-04-30", "2010-05-01"),
    ],
)
def test_a_season_is_not_overdue_before_it_can_have_begun(
    text: str, before: str, first: str
) -> None:
    found = parse_deadline(text)
    assert found.latest is not None
    assert found.status_on(before) is Due.NOT_DUE
    assert found.status_on(first) is Due.POSSIBLY_OVERDUE
    assert found.status_on(found.latest) is Due.POSSIBLY_OVERDUE


@pytest.mark.parametrize("text", [5, None, b"June 2006"])
def test_only_text_is_read(text: object) -> None:
    with pytest.raises(TypeError, match="text is needed"):
        parse_deadline(text)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match="text is needed"):
        find_deadlines(text)  # type: ignore[arg-type]  # on purpose


@every_case(
    ("text", "before", "first"),
    [
        ("by spring 2012", "2012-01-31", "2012-02-01"),
        ("no later than summer 2012", "2012-04-30", "2012-05-01"),
        ("bis Herbst 2012", "2012-07-31", "2012-08-01"),
        ("before autumn 2012", "2012-07-31", "2012-08-01"),
        ("by winter 2012", "2011-12-31", "2012-01-01"),
        ("by winter 2012/13", "2012-09-30", "2012-10-01"),
    ],
)
def test_by_a_season_may_be_overdue_once_the_season_can_have_begun(
    text: str, before: str, first: str
) -> None:
    found = parse_deadline(text)
    assert (type(found), found.convention) == (By, "season")
    assert found.status_on(before) is Due.NOT_DUE
    assert found.status_on(first) is Due.POSSIBLY_OVERDUE


def test_by_a_season_of_which_the_words_are_lost_and_other_last_days_are_not_due() -> None:
    assert By("2012-12-31", "x", "season").status_on("2012-12-31") is Due.NOT_DUE
    assert parse_deadline("by June 2012").status_on("2012-06-30") is Due.NOT_DUE
    assert parse_deadline("by mid-2012").status_on("2012-06-30") is Due.NOT_DUE


@every_case(
    ("text", "convention"),
    [
        ("once per Presidency, during the Danish Presidency", "rhythm-only"),
        ("annually, by spring", "rhythm-only"),
        ("every year (Danish Presidency)", "rhythm-only"),
        ("by spring each year", "rhythm-only"),
        ("by mid-June each year", "rhythm-only"),
        ("annually, starting June 2013", "rhythm-only"),
        ("annually by June 2014", "rhythm-only"),
        ("every year in June and in December", "rhythm-only"),
        ("twice a year by 31 March", "rhythm-only"),
        ("monthly by 31 March", "rhythm-only"),
        ("by 30 June 2012; then yearly", "rounds-from-first"),
        ("by end 2014, and every two years thereafter", "rounds-from-first"),
        ("once per Presidency", None),
        ("annually (as the Presidency decides)", None),
        ("monthly, and this may change", None),
    ],
)
def test_a_time_beside_a_rhythm_is_never_dropped_without_a_mark(
    text: str, convention: str | None
) -> None:
    found = parse_deadline(text)
    assert isinstance(found, Recurring)
    assert found.recurrence is not None
    assert found.convention == convention


@pytest.mark.parametrize("text", ["~1998-06", "1998-~06"])
def test_the_notation_for_about_may_stand_before_a_part(text: str) -> None:
    found = parse_deadline(text)
    assert (type(found), found.convention) == (During, "about")
    assert str(found.latest) == "1998-06-30"


@every_case("text", ["/1997", "~", "~19980630", "% 1998"])
def test_what_could_be_something_else_is_no_such_notation(text: str) -> None:
    found = parse_deadline(text)
    assert isinstance(found, Undetermined)


def test_a_whole_document_is_no_cell() -> None:
    assert parse_deadline(" " * 50_000 + "by June 1998").convention == "by-month"
    whole = "by June 1998 " * 400_000
    assert parse_deadline(whole) == Undetermined(whole)
