"""Deadlines: their kinds, how they are read, and how they are found in prose."""

import time
from datetime import date

import pytest

from customs_coop.deadline import (
    CONVENTIONS,
    By,
    Deadline,
    Due,
    During,
    Recurring,
    Relative,
    Undetermined,
    find_deadlines,
    parse_deadline,
)
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Frequency, Recurrence
from real_documents import document

PLAN = "2011-07-01/2012-12-31"
YEARLY = Recurrence(Frequency.YEARLY)


def bare(deadline: Deadline) -> tuple[str, date | None, date | None]:
    return type(deadline).__name__, deadline.earliest, deadline.latest


@pytest.mark.parametrize(
    ("words", "last", "convention"),
    [
        ("June 1998", "1998-06-30", "bare-month"),
        ("Dec. 2006", "2006-12-31", "bare-month"),
        ("Deadline: Dec 2006", "2006-12-31", "bare-month"),
        ("Deadline December 2006.", "2006-12-31", "bare-month"),
        ("Report deadline: December 2006", "2006-12-31", "bare-month"),
        ("Target date of December 1998", "1998-12-31", "bare-month"),
        ("2006", "2006-12-31", "bare-year"),
        ("Consider by June 1998", "1998-06-30", "by-month"),
        ("Report to be circulated by December 1998", "1998-12-31", "by-month"),
        ("finished by December 2012", "2012-12-31", "by-month"),
        ("(at the latest) December 2006", "2006-12-31", "by-month"),
        ("December 2006 at the latest", "2006-12-31", "by-month"),
        ("Conclude discussion by end 1997.", "1997-12-31", None),
        ("(Conclude discussion) by end 1997", "1997-12-31", None),
        ("no later than the end of 1998", "1998-12-31", None),
        ("by the end of the first half of 2011", "2011-06-30", None),
        ("by Q3 2011", "2011-09-30", None),
        ("by mid-1998", "1998-06-30", "by-middle"),
        ("by mid-June 1998", "1998-06-15", "by-middle"),
        ("by early 1998", "1998-04-30", "thirds"),
        ("by the beginning of 1998", "1998-01-01", "by-start"),
        ("before June 1998", "1998-05-31", None),
        ("before 30 June 1997", "1997-06-29", None),
        ("before the end of 1998", "1998-12-31", None),
        ("before the beginning of Q3 2011", "2011-06-30", None),
        ("28.02.2006", "2006-02-28", None),
        ("31.07.2006.", "2006-07-31", None),
        ("30.6.2004", "2004-06-30", None),
        ("1.7.2011", "2011-07-01", None),
        ("Deadline:: 31.12.2006", "2006-12-31", None),
        ("31.12.06", "2006-12-31", "two-digit-year"),
        ("2.XII.2010", "2010-12-02", None),
        ("2006-02-28", "2006-02-28", None),
        ("30 June 1998", "1998-06-30", None),
        ("3 rd of March 2006", "2006-03-03", None),
        ("June 30, 1998", "1998-06-30", None),
        ("June 1998 (interim report)", "1998-06-30", "bare-month"),
        ("Final report: June 1998", "1998-06-30", "bare-month"),
        ("by 30 June 2008 (previously: June 2009)", "2008-06-30", None),
        ("by 30 June 2008 (previously: by May 2008 (was: 2007))", "2008-06-30", None),
        ("June 1998 (was: December 1997)", "1998-06-30", "bare-month"),
        ("June 1998, originally December 1997.", "1998-06-30", "bare-month"),
        ("June 1998 (postponed from June 1997)", "1998-06-30", "bare-month"),
        ("Deadline (previously June 1997): June 1998", "1998-06-30", "bare-month"),
        ("Deadline for the draft: June 1998", "1998-06-30", "bare-month"),
        ("Previously agreed text to be sent by June 1998", "1998-06-30", "by-month"),
        ("Apply the Decision of 12 May 1997 by June 1998", "1998-06-30", "by-month"),
        ("Assess the 1997 operation by June 1998", "1998-06-30", "by-month"),
        ("June 1998 (Decision of 12 May 1997)", "1998-06-30", "bare-month"),
        ("June 1998 (UK Presidency)", "1998-06-30", "bare-month"),
        ("1998 (June)", "1998-06-30", "bare-month"),
        ("Open points: June 1998", "1998-06-30", "bare-month"),
    ],
)
def test_a_last_day(words: str, last: str, convention: str | None) -> None:
    assert parse_deadline(words) == By(last, words, convention)
    assert parse_deadline(words).edtf == f"[..{last}]"


@pytest.mark.parametrize(
    ("words", "first", "last", "edtf", "convention"),
    [
        ("Early 1998", "1998-01-01", "1998-04-30", "1998-37", "thirds"),
        ("mid-1998", "1998-05-01", "1998-08-31", "1998-38", "thirds"),
        ("late 1998", "1998-09-01", "1998-12-31", "1998-39", "thirds"),
        ("in early June 1998", "1998-06-01", "1998-06-10", None, "thirds-of-month"),
        ("During 1997", "1997-01-01", "1997-12-31", "1997", None),
        ("In 1998", "1998-01-01", "1998-12-31", "1998", None),
        ("during 1997-98", "1997-01-01", "1998-12-31", "1997/1998", None),
        ("(2004-2006)", "2004-01-01", "2006-12-31", "2004/2006", None),
        ("first half of 1997", "1997-01-01", "1997-06-30", "1997-40", None),
        ("2nd quarter 2006", "2006-04-01", "2006-06-30", "2006-34", None),
        ("Q3 2011", "2011-07-01", "2011-09-30", "2011-35", None),
        ("H2/2011", "2011-07-01", "2011-12-31", "2011-41", None),
        ("during the UK Presidency in 2005", "2005-07-01", "2005-12-31", "2005-41", None),
        ("1.7.2011-31.12.2012", "2011-07-01", "2012-12-31", PLAN, None),
        ("1 July 2011 to 31 December 2012", "2011-07-01", "2012-12-31", PLAN, None),
        ("July 1997 to December 1998", "1997-07-01", "1998-12-31", "1997-07/1998-12", None),
        ("January 2007 - June 2008", "2007-01-01", "2008-06-30", "2007-01/2008-06", None),
        ("July 2008 December 2009", "2008-07-01", "2009-12-31", "2008-07/2009-12", "lost-dash"),
        ("between March and June 1998", "1998-03-01", "1998-06-30", "1998-03/1998-06", None),
        ("18-24 March 2011", "2011-03-18", "2011-03-24", "2011-03-18/2011-03-24", None),
        ("about June 1997", "1997-06-01", "1997-06-30", "1997-06~", "about"),
        ("since 15 June 2010", "2010-06-15", None, "2010-06-15/..", None),
        ("from 1997", "1997-01-01", None, "1997/..", None),
        ("July 2005 onwards", "2005-07-01", None, "2005-07/..", None),
        ("after June 1998", "1998-07-01", None, "1998-07/..", None),
        ("after mid-1998", "1998-07-01", None, "1998-07/..", "by-middle"),
        ("after early 1998", "1998-05-01", None, "1998-05/..", "thirds"),
        ("after the end of 1998", "1999-01-01", None, "1999/..", None),
        ("end of 2014 - mid 2015", "2014-09-01", "2015-08-31", "2014-09/2015-08", "from-end"),
        ("end of 2014 / early 2015", "2014-09-01", "2015-04-30", "2014-09/2015-04", "from-end"),
        (
            *("from the end of 2011 until June 2012", "2011-09-01", "2012-06-30"),
            *("2011-09/2012-06", "from-end"),
        ),
        ("end of March to end of June 2012", "2012-03-21", "2012-06-30", None, "from-end"),
        ("end of Q3 2011 - June 2012", "2011-09-01", "2012-06-30", "2011-09/2012-06", "from-end"),
        ("since the end of 2011", "2011-09-01", None, "2011-09/..", "from-end"),
        ("about the end of 2012", "2012-09-01", "2012-12-31", "2012-39", "about"),
        ("2012, 2nd quarter", "2012-04-01", "2012-06-30", "2012-34", None),
        ("2012 (2nd half)", "2012-07-01", "2012-12-31", "2012-41", None),
        ("in 2012 (Q3)", "2012-07-01", "2012-09-30", "2012-35", None),
        ("Progress to be reported in May 1998", "1998-05-01", "1998-05-31", "1998-05", None),
    ],
)
def test_a_stretch_of_time(
    words: str, first: str, last: str | None, edtf: str | None, convention: str | None
) -> None:
    assert parse_deadline(words) == During(first, last, words, convention)
    assert parse_deadline(words).edtf == (edtf or f"{first}/{last}")


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("annually", YEARLY),
        ("Deadline: Annually.", YEARLY),
        ("on an annual basis", YEARLY),
        ("each year", YEARLY),
        ("Monthly updates", Recurrence(Frequency.MONTHLY)),
        ("Six monthly review", Recurrence(Frequency.MONTHLY, 6)),
        ("at six-monthly intervals", Recurrence(Frequency.MONTHLY, 6)),
        ("quarterly", Recurrence(Frequency.MONTHLY, 3)),
        ("once per Presidency", Recurrence(Frequency.PRESIDENCY)),
        ("every second Presidency", Recurrence(Frequency.PRESIDENCY, 2)),
        ("every two years", Recurrence(Frequency.YEARLY, 2)),
        ("every other year", Recurrence(Frequency.YEARLY, 2)),
        ("twice a year", Recurrence(Frequency.YEARLY, minimum=2)),
        ("at least four exercises of that kind each year", Recurrence(Frequency.YEARLY, minimum=4)),
        ("at least one session each year", Recurrence(Frequency.YEARLY, minimum=1)),
        ("by the end of each year", YEARLY),
        ("by 31 March every year", YEARLY),
        ("regularly", None),
        ("ongoing", None),
        ("each meeting", None),
    ],
)
def test_what_recurs(words: str, recurrence: Recurrence | None) -> None:
    assert parse_deadline(words) == Recurring(recurrence, words)
    assert parse_deadline(words).edtf is None


@pytest.mark.parametrize(
    ("words", "anchor", "offset"),
    [
        ("Within 1 year", "", "P1Y"),
        ("Within 1 year check results", "", "P1Y"),
        ("within six months of adoption", "adoption", "P6M"),
        ("3 weeks after the entry into force", "the entry into force", "P3W"),
        ("at least one month before the next conference", "the next conference", "-P1M"),
        ("before the next conference, held in 2008", "the next conference", "-P1D"),
        ("by the next meeting", "the next meeting", "P0D"),
        ("once the study is finished", "the study is finished", None),
        ("once adopted", "adopted", None),
        ("Await outcome of 2.1 above", "outcome of 2.1 above", None),
        ("after the next conference", "the next conference", None),
        ("during the Belgian Presidency", "Belgian Presidency", "P0D"),
    ],
)
def test_what_hangs_on_an_event(words: str, anchor: str, offset: str | None) -> None:
    assert parse_deadline(words) == Relative(anchor, offset, text=words)


@pytest.mark.parametrize(
    "words",
    [
        *("tbc", "Deadline: tbc", "in the near future", "urgently", "", " ", "Deadline:", "may"),
        *("over a ten-week period", "first eighteen months", "runs for three years", "up to date"),
        *("Spring 1998", "30.02.2006", "13/13/2006", "2004-06", "1.2.3.2004", "8284/1/08"),
        *("by June", "by 31 December", "June 1998; December 1998", "December 200910"),
        *("Work Plan 2004", "by the CCWG", "2003/170/JHA", "second reading of 1998 report"),
        *("31.12.2012-1.7.2011", "December 2006 to March 2006"),
        # several times, or one that no longer holds
        "to be determined (previously: December 2006)",
        "to be determined (previously: to be determined (previously: December 2006))",
        "Report to be determined (previously: by December 2006)",
        *("to be determined; previously by December 2006", "previously: December 2006"),
        *("originally by June 2010", "31.12.2012 (interim report: 30.6.2012)"),
        *("Phase 1: June 2010 Phase 2: June 2011", "Start: January 2010 End: June 2010"),
        *("Draft: June 2010. Final: June 2011", "Draft: March. Final: June 2011"),
        *("30.6.2010 (extended to 31.12.2010)", "by June 2010 (extended to June 2011)"),
        *("by June 2010, extended by 6 months", "June 2010 – postponed to December"),
        *("June 2010 (new deadline: June 2011)", "June 2010, now June 2011"),
        *("Draft June 2010, final by June 2011", "June 2011 (by June 2010 at the latest)"),
        *("June 2012 (draft: March)", "to be determined: June 2010", "tbc (June 2010)"),
        # less, or more, than was read
        *("2012 (early)", "2012 (spring)", "June 2012 (mid)", "2012/2013", "end of 2012/2013"),
        *("by the end of 2012/2013", "by June 2012/13", "at most twice a year", "not annually"),
        *("less than once a year", "more than once a year", "twice a year at most"),
        *("no more than annually", "once only", "once in 2012", "once, in June", "once more"),
    ],
)
def test_what_cannot_be_read_stays_words(words: str) -> None:
    assert parse_deadline(words) == Undetermined(words)


def test_a_window_gives_the_year_where_only_one_fits() -> None:
    assert parse_deadline("by June", within=PLAN) == By("2012-06-30", "by June", "year-from-window")
    assert parse_deadline("30 June", within=PLAN).latest == date(2012, 6, 30)
    assert isinstance(parse_deadline("by December", within=PLAN), Undetermined)
    assert isinstance(parse_deadline("by June", within="2011-07-01/2011-12-31"), Undetermined)


def test_a_window_gives_a_presidency_its_half_year_where_only_one_fits() -> None:
    words = "during the Belgian Presidency"
    found = parse_deadline(words, within="2010-01-01/2011-06-30")
    assert found == During("2010-07-01", "2010-12-31", words, "presidency-in-window")
    assert isinstance(parse_deadline(words, within=PLAN), Relative)


def test_a_window_must_be_a_period() -> None:
    with pytest.raises(InvalidValueError):
        parse_deadline("by June", within="2011")


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "offset", ["", "P", "1M", "P1H", "-P", "PT1H", "P1M1Y", "P" + "9" * 9 + "D"]
)
def test_an_offset_is_an_iso_duration(offset: str) -> None:
    with pytest.raises(InvalidValueError):
        Relative("the conference", offset)


def test_an_anchor_that_leads_out_of_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        Relative("the conference", "P9999Y").anchored("2008-01-01")


@pytest.mark.parametrize(
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


def test_every_convention_that_is_used_has_a_row() -> None:
    words = {
        "bare-month": "June 1998",
        "bare-year": "1998",
        "by-month": "by 1998",
        "thirds": "early 1998",
        "thirds-of-month": "late June 1998",
        "from-end": "from the end of 1998",
        "by-middle": "by mid-1998",
        "by-start": "by the start of 1998",
        "about": "circa 1998",
        "lost-dash": "July 1997 December 1998",
        "two-digit-year": "1.2.98",
        "year-from-window": "by June",
        "presidency-in-window": "during the Danish Presidency",
    }
    assert words.keys() == CONVENTIONS.keys()
    for row, text in words.items():
        assert parse_deadline(text, within=PLAN).convention == row
        assert CONVENTIONS[row].id == row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Form agreed by the group Deadline: 28.02.2006 Results issued. Deadline:: March 2006.",
            ["Deadline: 28.02.2006", "Deadline:: March 2006"],
        ),
        ("List ready. Deadline June 2006", ["Deadline June 2006"]),
        (
            "They were given a deadline of (at the latest) May 2006",
            ["deadline of (at the latest) May 2006"],
        ),
        ("Impact measured. Deadline: tbc", ["Deadline: tbc"]),
        ("Deadline: after the summer. Then rest.", ["Deadline: after the summer"]),
        ("Deadline: 28.2.2006 and 31.7.2006", ["Deadline: 28.2.2006", "31.7.2006"]),
        ("Deadline: 28.2.2006, and 31.7.2006", ["Deadline: 28.2.2006", "31.7.2006"]),
        ("Deadlines: May 2006 (draft) and June 2007", ["Deadlines: May 2006", "June 2007"]),
        ("Deadline: (a) May 2006; (b) June 2007", ["Deadline: (a) May 2006", "(b) June 2007"]),
        ("Deadline: 1) 2006, 2) tbc", ["Deadline: 1) 2006", "2) tbc"]),
        (
            "Deadline for the map: May 2006, for the list: June 2006",
            ["Deadline for the map: May 2006", "for the list: June 2006"],
        ),
        ("Deadline (draft): May 2006", ["Deadline (draft): May 2006"]),
        ("Deadline (draft) May 2006", ["Deadline (draft) May 2006"]),
        ("Deadline (May 2006): the map", ["Deadline (May 2006)"]),
        ("Deadline for comments: 12 May 2006", ["Deadline for comments: 12 May 2006"]),
        ("Deadline of the report: spring", ["Deadline of the report: spring"]),
        ("Deadline: (when ready)", ["Deadline: (when ready"]),
        (
            "Deadline: 30.6.2006 (extended to 31.12.2006) Map",
            ["Deadline: 30.6.2006 (extended to 31.12.2006)"],
        ),
        (
            "Deadline: May 2006 (was: by May 2005). Map by June 2006.",
            ["Deadline: May 2006 (was: by May 2005)", "by June 2006"],
        ),
        ("Deadline: May 2006. Extended in 2007 to all", ["Deadline: May 2006"]),
        ("Monthly updates are given.", ["Monthly"]),
        ("A\tSix monthly review\tB", ["Six monthly"]),
        ("The guide should be revised every two years", ["every two years"]),
        ("States shall tell the group once per Presidency.", ["once per Presidency"]),
        ("It is meant to be finished by\nDecember 2012.", ["by\nDecember 2012"]),
        ("Within 1 year test it", ["Within 1 year"]),
        ("The list shall be sent by March 2006 at the latest.", ["by March 2006 at the latest"]),
        ("Results are due by 2006.", ["due by 2006"]),
        ("Send it before the next meeting, please", ["before the next meeting"]),
        ("Findings to be shown in May 1998", ["in May 1998"]),
        ("The figures shall be sent annually and by May 1998.", ["annually", "by May 1998"]),
    ],
)
def test_deadlines_in_prose_are_found_with_their_places(text: str, expected: list[str]) -> None:
    found = find_deadlines(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize(
    "text",
    [
        "A workshop took place in March 1997.",
        "In 1997 funds were granted, in 1998 they were spent.",
        "The text was agreed by June 1998.",
        "The group has met annually since 1992.",
        "Completed by December 2004",
        "The annual report on crime was read.",
        "They use the annual situation report.",
        "Seizures of 3000 kg per year",
        "The files were sent by 2000 officers. Staff will grow by 2000 people.",
        "Deadlines and Priorities are listed; the deadline has passed.",
        "prepared by the Belgian Presidency and by the UK Presidency in 2005",
        "Council Decision 2003/170 of 27.2.2003, OJ L 67, 12.3.2003, p. 27",
        "Work is ongoing and goes on regularly.",
        "It met in May and was closed by June 1998.",
        "The list is sent at most twice a year and not annually.",
        "The deadlines for the groups are: see below",
    ],
)
def test_history_and_description_are_no_deadlines(text: str) -> None:
    assert find_deadlines(text) == ()


def test_the_label_is_in_the_mention_and_not_in_the_deadline() -> None:
    (mention,) = find_deadlines("Report deadline: December 2006")
    assert mention.text == "Report deadline: December 2006"
    assert mention.deadline == By("2006-12-31", "December 2006", "bare-month")


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Deadline: 30.6.2006 (extended to 31.12.2006)", "30.6.2006 (extended to 31.12.2006)"),
        ("Deadline May 2006 – postponed to May 2007", "May 2006 – postponed to May 2007"),
        ("Deadline: May 2006, extended by 6 months", "May 2006, extended by 6 months"),
        ("Deadline: 2006/2007", "2006/2007"),
        ("Deadline: June 2012 - March 2011", "June 2012 - March 2011"),
        ("Deadline: at most twice a year", "at most twice a year"),
        ("Report by June 2006/2007", "by June 2006/2007"),
        ("Report by June 2006 (now June 2007)", "by June 2006 (now June 2007)"),
        ("Deadline: tbc (previously: by May 2006)", "tbc (previously: by May 2006)"),
    ],
)
def test_a_time_that_a_remark_changes_is_not_read_alone(text: str, deadline: str) -> None:
    (mention,) = find_deadlines(text)
    assert mention.deadline == Undetermined(deadline)


def test_a_time_that_was_given_up_is_kept_in_the_words_alone() -> None:
    (mention,) = find_deadlines("Report by June 2007 (previously: by June 2006)")
    assert mention.deadline.text == "by June 2007 (previously: by June 2006)"
    assert mention.deadline.latest == date(2007, 6, 30)


def test_all_labels_of_an_official_document_are_read() -> None:
    text = document("2005-revised-work-plan.txt").read_text(encoding="utf-8")
    labelled = [one for one in find_deadlines(text) if "eadline" in one.text]
    assert len(labelled) == text.count("eadline:") + text.count("Deadline December") + text.count(
        "Deadline June"
    ) + text.count("deadline of")
    assert [one.text for one in labelled if one.deadline.latest is None] == [
        "Deadline: Annually",
        "Deadline: tbc",
    ]


@pytest.mark.parametrize(
    "unit",
    [
        *("1", " ", "by ", "1.", "Deadline: ", "deadline ", "by June ", "within 1 ", "each ", "("),
        *(
            "at least four ",
            "by the end of the ",
            "Belgian Presidency ",
            "before the next ",
            "1998-",
            "by June 2010 (previously ",
            "; (a) June 2010 ",
            "Deadline for (a) ",
        ),
    ],
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        find_deadlines(text)
        parse_deadline(text)
        return time.process_time() - start

    # Eight times the text; a quadratic reader would need 64 times as long.
    assert cost(24_000) < 24 * max(min(cost(3_000) for _ in range(3)), 0.002)
