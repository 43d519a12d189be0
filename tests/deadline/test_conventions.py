"""The table of conventions."""

from customs_coop.deadline import CONVENTIONS, parse_deadline

PLAN = "2011-07-01/2012-12-31"


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
        "iso-month": "2005-08",
        "short-range": "2005–08",
        "season": "spring 1998",
        "iso-week": "week 23 of 1998",
        "roman-half": "II/2005",
        "either": "June or July 2006",
        "provisional": "June 2010 (tbc)",
        "rhythm-only": "by spring each year",
        "biannual": "on a bi-annual basis",
        "rounds-from-first": "June 1998 and annually",
        "bracketed": "Final report (June 1998)",
        "presidency-in-window": "during the Danish Presidency",
    }
    assert words.keys() == CONVENTIONS.keys()
    for row, text in words.items():
        assert parse_deadline(text, within=PLAN).convention == row
        assert CONVENTIONS[row].id == row
