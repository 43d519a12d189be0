"""The table of conventions: readings that words alone do not settle.

A deadline that needed one carries its id, so that a report can say which dates were printed and
which were agreed. Every reading that is not in this table follows from the words.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

__all__ = ["CONVENTIONS", "Convention"]


@frozen
class Convention:
    """One agreed reading.

    Args:
        id: The name that `Deadline.convention` holds.
        reads: The wording that it is for.
        how: What is made of it.
        reason: Why so and not otherwise.
    """

    id: str
    reads: str
    how: str
    reason: str


_ROWS: Final = (
    Convention(
        "bare-month",
        "a month and nothing else: June 1998",
        "by the last day of the month",
        "timetables of action plans print it for 'by', and give 'during' in words",
    ),
    Convention(
        "bare-year",
        "a year and nothing else: 2006",
        "by 31 December",
        "as for a bare month",
    ),
    Convention(
        "by-month",
        "by June 1998; no later than 2006",
        "the month or year is still open: by its last day",
        "nobody is called late while the time that was named still runs",
    ),
    Convention(
        "iso-month",
        "2005-08: a year, a hyphen and two figures from 01 to 12",
        "as the month August 2005, and then as a month in words",
        "ISO 8601 writes months so; years in brief have a long dash or a stroke between them",
    ),
    Convention(
        "short-range",
        "2005–08, 2006/07, 2021-24, 2012/2013: years in brief or with a stroke, which could mean "
        "something else",
        "from the one year to the other; with a stroke and a figure up to 12, or four figures, "
        "only where the years follow each other",
        "a long dash stands between the ends of a range, and a stroke joins two years",
    ),
    Convention(
        "thirds",
        "early, mid, late 1998; the beginning, the middle of 1998",
        "January to April, May to August, September to December (1998-37, -38, -39)",
        "the three words share the year evenly; ISO 8601-2 has codes for such thirds",
    ),
    Convention(
        "thirds-of-month",
        "early, mid, late June 1998",
        "days 1 to 10, 11 to 20, 21 to the last",
        "as for a year",
    ),
    Convention(
        "from-end",
        "end of 2014 - mid 2015; from the end of June 2011: an end with which a time begins",
        "from the first day of its last third (of a year September, of a month day 21)",
        "'the end' as a start is as wide as 'late'; the whole year or month is not meant",
    ),
    Convention(
        "by-middle",
        "by mid-1998; by the middle of June 1998",
        "by 30 June; by the 15th of the month",
        "'by the middle' names a point, and the point is half-way",
    ),
    Convention(
        "by-start",
        "by the beginning of 1998",
        "by its first day",
        "'by the beginning' names a point, and the point is the first day",
    ),
    Convention(
        "about",
        "about, around or approximately June 1998",
        "during the time named",
        "how far it may be missed is not said; EDTF marks it with a tilde",
    ),
    Convention(
        "season",
        "spring 1998; winter 1998; winter 1998/99; before summer 1998; by spring 1998",
        "during the year; winter to 31 March of the next one; with two years, from October to "
        "March; 'before' and 'by' it: up to the day before it, or its last day, where it has the "
        "three months of northern meteorologists, spring from 1 March on; spring, summer and "
        "autumn may be overdue from 1 February, May and August on",
        "no two programs agree on the days, so a stretch is the widest that no reading leaves; "
        "'before' and 'by' need one day, which is not later than the season itself",
    ),
    Convention(
        "iso-week",
        "week 23 of 1998; W23 1998; KW 23/1998; 1998-W23",
        "by the Sunday of the week; with 'in' or 'during', from its Monday on",
        "ISO 8601 counts weeks from Monday, the first being that of 4 January; calendars in "
        "Europe do so, but the document does not say it",
    ),
    Convention(
        "roman-half",
        "II/2005; 2005 II: a Roman figure and nothing else",
        "the first or the second half of the year; III and IV are not read",
        "plans count halves so; with its word (II quarter 2005) nothing is in doubt",
    ),
    Convention(
        "either",
        "June or July 2006",
        "from the first day of the one to the last day of the other",
        "which of the two is not said",
    ),
    Convention(
        "provisional",
        "June 2010 (tbc); tbc (June 2010); provisionally June 2010; June 2010?",
        "as the words would be read without the doubt",
        "the time is named, but the document itself does not yet stand by it",
    ),
    Convention(
        "bracketed",
        "Interim report (June 2020), final report (June 2021)",
        "by the last day of the time in brackets",
        "stages of one piece of work are listed so with their times; of a thing that is there "
        "already it would be the day",
    ),
    Convention(
        "rhythm-only",
        "annually, in spring; 1st of each month; annually from June 1998; annually by 2006",
        "the rhythm alone; the time stays in the text",
        "a recurrence has a day of the year, and a first and a last day; which of these is meant, "
        "or on which day it lies, is not said",
    ),
    Convention(
        "biannual",
        "biannually; on a bi-annual basis",
        "every six months",
        "dictionaries have it so, and 'biennial' for every two years; writers confuse the two",
    ),
    Convention(
        "rounds-from-first",
        "June 2013 and annually; by 30 June 2013, then every six months; annually 2013-2016; "
        "annually, starting in 2013",
        "the first round by the last day of the time, each other one a round later, on the last "
        "day of its month if the first is; in a stretch, rounds of the calendar up to its end",
        "the time would be lost if it did not count, and nothing else is said of the other rounds",
    ),
    Convention(
        "lost-dash",
        "July 2008 December 2009: two times with nothing between them",
        "from the one to the other",
        "the dash of a window gets lost when a page is turned into text",
    ),
    Convention(
        "two-digit-year",
        "31.12.06",
        "50 to 99 are 1950 to 1999, 00 to 49 are 2000 to 2049",
        "the rule of Council document numbers",
    ),
    Convention(
        "year-from-window",
        "by June; 30 June: no year is printed",
        "the only such time inside the window that was handed in",
        "an action's dates lie inside its plan unless it says otherwise",
    ),
    Convention(
        "presidency-in-window",
        "during the Belgian Presidency: no year is printed",
        "the only Presidency of that country that touches the window that was handed in",
        "an action's dates lie inside its plan unless it says otherwise",
    ),
)

CONVENTIONS: Final[Mapping[str, Convention]] = MappingProxyType({row.id: row for row in _ROWS})
