"""What `parse_deadline` makes of the wordings of plans in English, and of ISO 8601-2."""

from datetime import date

import pytest

from customs_coop.deadline import (
    By,
    During,
    Recurring,
    Relative,
    Undetermined,
    parse_deadline,
)
from customs_coop.errors import InvalidValueError
from customs_coop.recurrence import Frequency, Recurrence
from folded import every_case

PLAN = "2011-07-01/2012-12-31"
YEARLY = Recurrence(Frequency.YEARLY)

LAST_DAYS = [
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
    # other words for "by"
    ("at latest June 1998", "1998-06-30", "by-month"),
    ("not after June 1998", "1998-06-30", "by-month"),
    ("no later than in June 1998", "1998-06-30", "by-month"),
    ("by 2006 at the latest", "2006-12-31", "by-month"),
    ("end 1997", "1997-12-31", None),
    ("year-end 2006", "2006-12-31", None),
    ("by end of year 2006", "2006-12-31", None),
    ("EoY 2006", "2006-12-31", None),
    ("by the end of the German Presidency in 2020", "2020-12-31", None),
    # figures
    ("28. 02. 2006", "2006-02-28", None),
    ("28 .02.2006", "2006-02-28", None),
    ("28.\u00a002.\u00a02006", "2006-02-28", None),
    ("2006/02/28", "2006-02-28", None),
    ("2006-12-31T00:00:00", "2006-12-31", None),
    ("2006-12-31T00:00:00.000Z", "2006-12-31", None),
    ("31/12/2006 00:00:00", "2006-12-31", None),
    ("31.12.2006 17:00", "2006-12-31", None),
    ("12/2006", "2006-12-31", "bare-month"),
    ("12.2006", "2006-12-31", "bare-month"),
    ("06-2006", "2006-06-30", "bare-month"),
    ("by 06/2006", "2006-06-30", "by-month"),
    ("2005-08", "2005-08-31", "iso-month"),
    ("2005‑08", "2005-08-31", "iso-month"),
    ("by 2005-08", "2005-08-31", "iso-month"),
    # days in words
    ("31st December, 2006", "2006-12-31", None),
    ("1 st July 2011", "2011-07-01", None),
    ("Friday, 30 June 2006", "2006-06-30", None),
    ("by Fri. 30 June 2006", "2006-06-30", None),
    ("30-Jun-2006", "2006-06-30", None),
    ("30-Jun-06", "2006-06-30", "two-digit-year"),
    ("30 Jun 06", "2006-06-30", "two-digit-year"),
    ("Dec. '06", "2006-12-31", "two-digit-year"),
    ("December ’06", "2006-12-31", "two-digit-year"),
    ("Jun-06", "2006-06-30", "two-digit-year"),
    ("June 2006¹", "2006-06-30", "bare-month"),
    # seasons have no day that all agree on
    ("by summer 2006", "2006-08-31", "season"),
    ("by the start of summer 2006", "2006-06-01", "season"),
    ("before summer 2006", "2006-05-31", "season"),
    ("before the end of summer 2006", "2006-08-31", "season"),
    ("before spring 2008", "2008-02-29", "season"),
    ("by spring 2016", "2016-05-31", "season"),
    ("before winter 2006", "2006-11-30", "season"),
    ("before winter 2006/07", "2006-11-30", "season"),
    ("by the end of winter 2006", "2007-02-28", "season"),
    ("June 2013 (extended from December 2012 to September 2013)", "2013-09-30", "by-month"),
    ("June 2013 (moved from June to 30 September 2013)", "2013-09-30", None),
    ("June 2013 (extended from December 2012)", "2013-06-30", "bare-month"),
]
STRETCHES = [
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
    ("during the course of 2006", "2006-01-01", "2006-12-31", "2006", None),
    ("in the year 2006", "2006-01-01", "2006-12-31", "2006", None),
    ("over the period 2004-2006", "2004-01-01", "2006-12-31", "2004/2006", None),
    ("during the 2012 Danish Presidency", "2012-01-01", "2012-06-30", "2012-40", None),
    ("towards the end of 1998", "1998-09-01", "1998-12-31", "1998-39", "about"),
    # parts of a year
    ("third quarter of 1998", "1998-07-01", "1998-09-30", "1998-35", None),
    ("first half-year of 2006", "2006-01-01", "2006-06-30", "2006-40", None),
    ("1st sem. 2006", "2006-01-01", "2006-06-30", "2006-40", None),
    ("S1 2006", "2006-01-01", "2006-06-30", "2006-40", None),
    ("1Q 2006", "2006-01-01", "2006-03-31", "2006-33", None),
    ("4th quarter 05", "2005-10-01", "2005-12-31", "2005-36", "two-digit-year"),
    ("Q4/06", "2006-10-01", "2006-12-31", "2006-36", "two-digit-year"),
    ("I half 2006", "2006-01-01", "2006-06-30", "2006-40", None),
    ("III quarter of 2006", "2006-07-01", "2006-09-30", "2006-35", None),
    ("II/2005", "2005-07-01", "2005-12-31", "2005-41", "roman-half"),
    ("2005 II", "2005-07-01", "2005-12-31", "2005-41", "roman-half"),
    ("Spring 1998", "1998-01-01", "1998-12-31", "1998-21", "season"),
    ("the summer of 1998", "1998-01-01", "1998-12-31", "1998-22", "season"),
    ("2012 (spring)", "2012-01-01", "2012-12-31", "2012-21", "season"),
    ("winter 1998", "1998-01-01", "1999-03-31", "1998-24", "season"),
    ("winter 1998/99", "1998-10-01", "1999-03-31", "1998-10/1999-03", "season"),
    ("winter 1999-2000", "1999-10-01", "2000-03-31", "1999-10/2000-03", "season"),
    # ranges
    ("June/July 2006", "2006-06-01", "2006-07-31", "2006-06/2006-07", None),
    ("May-June 2006", "2006-05-01", "2006-06-30", "2006-05/2006-06", None),
    ("30 June/1 July 2006", "2006-06-30", "2006-07-01", None, None),
    ("June or July 2006", "2006-06-01", "2006-07-31", "2006-06/2006-07", "either"),
    ("late 2006 or early 2007", "2006-09-01", "2007-04-30", "2006-09/2007-04", "either"),
    ("1997-98", "1997-01-01", "1998-12-31", "1997/1998", None),
    ("2014-20", "2014-01-01", "2020-12-31", "2014/2020", None),
    ("2005–08", "2005-01-01", "2008-12-31", "2005/2008", "short-range"),
    ("2006/07", "2006-01-01", "2007-12-31", "2006/2007", "short-range"),
    ("2021-24", "2021-01-01", "2024-12-31", "2021/2024", "short-range"),
    ("1999-00", "1999-01-01", "2000-12-31", "1999/2000", None),
    # without an end
    ("not before June 2006", "2006-06-01", None, "2006-06/..", None),
    ("June 2006 at the earliest", "2006-06-01", None, "2006-06/..", None),
    ("as from 1.1.2007", "2007-01-01", None, "2007-01-01/..", None),
    ("after summer 2006", "2006-01-01", None, "2006/..", "season"),
]
RHYTHMS = [
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
    ("twice a year", Recurrence(Frequency.MONTHLY, 6)),
    ("at least four exercises of that kind each year", Recurrence(Frequency.YEARLY, minimum=4)),
    ("at least one session each year", Recurrence(Frequency.YEARLY, minimum=1)),
    ("by the end of each year", YEARLY),
    ("end of each quarter", Recurrence(Frequency.MONTHLY, 3)),
    ("by 31 March every year", Recurrence(Frequency.YEARLY, month=3, day=31)),
    ("31 March of each year", Recurrence(Frequency.YEARLY, month=3, day=31)),
    ("every year by 31 March", Recurrence(Frequency.YEARLY, month=3, day=31)),
    ("every two years, by 1 May", Recurrence(Frequency.YEARLY, 2, month=5, day=1)),
    ("annually (by the end of March)", Recurrence(Frequency.YEARLY, month=3)),
    ("each year before 1 March", Recurrence(Frequency.YEARLY, month=2)),
    ("every year before 31 March", Recurrence(Frequency.YEARLY, month=3, day=30)),
    ("every third year", Recurrence(Frequency.YEARLY, 3)),
    ("twice yearly", Recurrence(Frequency.MONTHLY, 6)),
    ("2x per year", Recurrence(Frequency.MONTHLY, 6)),
    ("two times a year", Recurrence(Frequency.MONTHLY, 6)),
    ("three times a year", Recurrence(Frequency.MONTHLY, 4)),
    ("four times each year", Recurrence(Frequency.MONTHLY, 3)),
    ("five times a year", Recurrence(Frequency.YEARLY, minimum=5)),
    ("at least twice a year", Recurrence(Frequency.YEARLY, minimum=2)),
    ("twice every two years", Recurrence(Frequency.YEARLY, 2, minimum=2)),
    ("twice a month", Recurrence(Frequency.MONTHLY, minimum=2)),
    ("twice per Presidency", Recurrence(Frequency.PRESIDENCY, minimum=2)),
    ("at each meeting", None),
    ("until further notice", None),
    ("regularly", None),
    ("ongoing", None),
    ("each meeting", None),
]
CUT_RHYTHMS = [
    ("every spring", YEARLY),
    ("1st of each month", Recurrence(Frequency.MONTHLY)),
    ("beginning of each quarter", Recurrence(Frequency.MONTHLY, 3)),
    ("monthly from June 1998", Recurrence(Frequency.MONTHLY)),
]
EVENTS = [
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
    ("under the Polish Presidency", "Polish Presidency", "P0D"),
    ("by the end of the German Presidency", "German Presidency", "P0D"),
    ("by the end of the Presidency", "the Presidency", "P0D"),
    ("end of the project", "the project", "P0D"),
    ("by the end of the fifth Action Plan", "the fifth Action Plan", "P0D"),
    ("at the next meeting of the group", "the next meeting of the group", "P0D"),
    ("within 3 months of adoption", "adoption", "P3M"),
    ("within one month after each meeting", "each meeting", "P1M"),
    ("one month before the next conference", "the next conference", "-P1M"),
    ("upon adoption", "adoption", None),
]
UNREADABLE = [
    *("tbc", "Deadline: tbc", "in the near future", "urgently", "", " ", "Deadline:", "may"),
    *("over a ten-week period", "first eighteen months", "runs for three years", "up to date"),
    *("Spring", "30.02.2006", "13/13/2006", "2004-6", "1.2.3.2004", "8284/1/08"),
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
    *("by June 2010, extended by 6 months", "June 2010 – postponed to December"),
    *("by June 2010 (revised by June 2011)", "June 2010 (revised June 2011)"),
    *("June 2010 (extended to June or later)", "during 2010 (extended to June 2011)"),
    *("Draft June 2010, final by June 2011", "June 2011 (by June 2010 at the latest)"),
    *("June 2012 (draft: March)", "to be determined: June 2010"),
    *("to be determined (June 2010)", "tbc in June 2010", "June 2010 (tbc: May or June 2011)"),
    # less, or more, than was read
    *("2012 (early)", "2012 (Easter)", "June 2012 (mid)", "2012/2014", "end of 2012/2013"),
    *("by the end of 2012/2013", "by June 2012/13", "at most twice a year", "not annually"),
    *("less than once a year", "more than once a year", "twice a year at most"),
    *(
        "no more than annually",
        "at most twice yearly",
        "once only",
        "once in 2012",
        "once, in June",
        "once more",
    ),
    # no time at all, or one that is denied
    *("not by June 2010", "not in 2010", "no deadline", "without deadline", "mid-term"),
    *("immediately", "on a case by case basis", "as soon as possible", "n.a.", "-"),
    # figures that may mean something else
    *("2005/08", "2005-13/14", "III/2005", "Dec 06", "December 06", "week 23", "week 54 of 2006"),
    *("W53 2006", "KW 23/24 2006", "W23-25 2006", "2006-W23-4", "the 23 weeks of 2006"),
    *("summer 1998/99", "Regulation 12/2006", "Regulation (EU) 12/2006", "No 12/2006"),
    *("2.3.XII.2010", "13.2006", "12/206", "Annex II/2005", "28. 02\n. 2006"),
    *("within 10 working days", "Phase I 2005 report"),
]


@every_case(("words", "last", "convention"), LAST_DAYS)
def test_a_last_day(words: str, last: str, convention: str | None) -> None:
    assert parse_deadline(words) == By(last, words, convention)
    assert parse_deadline(words).edtf == f"[..{last}]"


@every_case(("words", "first", "last", "edtf", "convention"), STRETCHES)
def test_a_stretch_of_time(
    words: str, first: str, last: str | None, edtf: str | None, convention: str | None
) -> None:
    assert parse_deadline(words) == During(first, last, words, convention)
    assert parse_deadline(words).edtf == (edtf or f"{first}/{last}")


@every_case(("words", "recurrence"), RHYTHMS)
def test_what_recurs(words: str, recurrence: Recurrence | None) -> None:
    assert parse_deadline(words) == Recurring(recurrence, words)
    assert parse_deadline(words).edtf is None


@every_case(("words", "recurrence"), CUT_RHYTHMS)
def test_a_rhythm_that_loses_its_day_or_its_end_says_so(words: str, recurrence: Recurrence) -> None:
    assert parse_deadline(words) == Recurring(recurrence, words, "rhythm-only")


@every_case(("words", "anchor", "offset"), EVENTS)
def test_what_hangs_on_an_event(words: str, anchor: str, offset: str | None) -> None:
    assert parse_deadline(words) == Relative(anchor, offset, text=words)


@every_case("words", UNREADABLE)
def test_what_cannot_be_read_stays_words(words: str) -> None:
    assert parse_deadline(words) == Undetermined(words)


def test_english_is_read_as_if_there_were_no_other_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = (*LAST_DAYS, *STRETCHES, *RHYTHMS, *CUT_RHYTHMS, *EVENTS)
    texts = [*(str(row[0]) for row in rows), *UNREADABLE]
    read = [parse_deadline(text) for text in texts]
    monkeypatch.setattr("customs_coop.deadline.parsing.told", lambda words: words)
    assert [parse_deadline(text) for text in texts] == read


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


def test_a_window_does_not_give_a_season_its_year() -> None:
    assert isinstance(parse_deadline("by autumn", within=PLAN), Undetermined)


@every_case(
    ("notation", "first", "last", "convention"),
    [
        ("[..1998-06-30]", None, "1998-06-30", None),
        ("1998-37", "1998-01-01", "1998-04-30", None),
        ("1998-21", "1998-01-01", "1998-12-31", "season"),
        ("2011-07-01/2012-12-31", "2011-07-01", "2012-12-31", None),
        ("2011-07/2012-12", "2011-07-01", "2012-12-31", None),
        ("1997/..", "1997-01-01", None, None),
        ("1998-06~", "1998-06-01", "1998-06-30", "about"),
        (" 199X ", "1990-01-01", "1999-12-31", None),
    ],
)
def test_iso_8601_2_is_read(
    notation: str, first: str | None, last: str | None, convention: str | None
) -> None:
    found = parse_deadline(notation)
    assert found.text == notation
    assert found.convention == convention
    assert (found.earliest, found.latest) == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )


@every_case("notation", ["{1997,1999}", "../..", "1998-42", "XXXX"])
def test_notation_that_sets_no_deadline_stays_words(notation: str) -> None:
    assert parse_deadline(notation) == Undetermined(notation)


def test_a_window_must_be_a_period() -> None:
    with pytest.raises(InvalidValueError):
        parse_deadline("by June", within="2011")
