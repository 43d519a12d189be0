"""EDTF (ISO 8601-2:2019, annex A), levels 0 to 2: dates and deadlines out of it."""

import re
from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf

from customs_coop.dates import PartialDate
from customs_coop.dates.edtf import EdtfForm, read_edtf
from customs_coop.deadline import By, Deadline, During, parse_deadline
from customs_coop.deadline.edtf import deadline_from_edtf
from customs_coop.errors import InvalidValueError
from folded import every_case

# The text, the first and the last day; "" for none.
BOUNDS = [
    # Level 0
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2005/2005-02", "2005-01-01", "2005-02-28"),
    # Level 1: qualifiers, unspecified digits, open and unknown ends, negative years are below
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", ""),
    ("1985/..", "1985-01-01", ""),
    ("../1985-04", "", "1985-04-30"),
    ("1985-04/", "1985-04-01", ""),
    ("/1985", "", "1985-12-31"),
    ("../..", "", ""),
    ("1984~/2004-06?", "1984-01-01", "2004-06-30"),
    # Level 2: qualifiers of a part, sets, digits anywhere, parts of a year
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("~2004-06/2005", "2004-06-01", "2005-12-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[1670..1672, 1667]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", "", "1760-12-03"),
    ("[1760-12..]", "1760-12-01", ""),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", ""),
    ("[..1760,1790]", "", "1790-12-31"),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("[1998]", "1998-01-01", "1998-12-31"),
    ("[2006-33,2006-36]", "2006-01-01", "2006-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", "", "1984-12-31"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-XX", "1500-12-01", "1599-12-31"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("1984-X1", "1984-01-01", "1984-11-30"),
    ("1998-06-X1", "1998-06-01", "1998-06-21"),
    ("1998-05-X1", "1998-05-01", "1998-05-31"),
    ("1998-XX-31", "1998-01-31", "1998-12-31"),
    ("199X-02-29", "1992-02-29", "1996-02-29"),
    ("000X", "0001-01-01", "0009-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("1998S3~", "1990-01-01", "1999-12-31"),
    ("1998S4", "1998-01-01", "1998-12-31"),
    ("2001-33", "2001-01-01", "2001-03-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("2001-35", "2001-07-01", "2001-09-30"),
    ("2001-36", "2001-10-01", "2001-12-31"),
    ("2001-37", "2001-01-01", "2001-04-30"),
    ("2001-38", "2001-05-01", "2001-08-31"),
    ("2001-39", "2001-09-01", "2001-12-31"),
    ("2001-40", "2001-01-01", "2001-06-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    ("2001-37/2002-40", "2001-01-01", "2002-06-30"),
    # Seasons: no days are agreed
    ("2001-21", "2001-01-01", "2001-12-31"),
    ("2001-22", "2001-01-01", "2001-12-31"),
    ("2001-23", "2001-01-01", "2001-12-31"),
    ("2001-24", "2001-01-01", "2002-03-31"),
    ("2001-28", "2001-01-01", "2002-03-31"),
    ("2001-30", "2001-01-01", "2002-03-31"),
    ("2001-32", "2001-01-01", "2001-12-31"),
    ("9999-24", "9999-01-01", "9999-12-31"),
    # No digit of the year
    ("XXXX", "", ""),
    ("XXXX-12-XX", "", ""),
    ("XXXX-02-29", "", ""),
]

# Where the edtf package says something else, and why we do not follow.
NOT_THE_SECOND_READER = {
    "1985-04/": "an unknown end: it adds ten years",
    "/1985": "an unknown start: it takes ten years off",
    "[1998]": "a set of one is refused",
    "[2006-33,2006-36]": "parts of a year are refused in sets",
    "2001-37/2002-40": "and in intervals",
    "1984-1X": "one unspecified digit of a month or a day fails",
    "1984-X1": "the same",
    "1998-06-X1": "the same",
    "1998-05-X1": "the same",
    "199X-02-29": "1990-02-29 and 1999-02-29 do not exist",
    "000X": "it begins with the year 0000",
    "1950S2": "the strict bounds leave the significant digits out",
    "1998S3~": "the same",
    "2001-21": "spring is March to May",
    "2001-22": "summer is June to August",
    "2001-23": "autumn is September to November",
    "2001-24": "winter is December only",
    "2001-28": "the same",
    "2001-30": "the same",
    "2001-32": "winter in the south is June to August",
    "9999-24": "winter is December only",
    "XXXX": "from the year 0000 to 9999",
    "XXXX-12-XX": "the same",
    "XXXX-02-29": "the same",
}


def second(text: str) -> tuple[str, str]:
    """What the edtf package says: an infinite float is no day."""
    found: Any = parse_edtf(text)  # Any: its annotations do not tell
    days = (found.lower_strict(), found.upper_strict())
    first, last = (
        "" if isinstance(day, float) else "{:04}-{:02}-{:02}".format(*day) for day in days
    )
    return first, last


@every_case(("text", "first", "last"), BOUNDS)
def test_bounds(text: str, first: str, last: str) -> None:
    expected = PartialDate(first or None, last or None)
    assert PartialDate.parse(text) == expected


@every_case(
    ("text", "first", "last"), [row for row in BOUNDS if row[0] not in NOT_THE_SECOND_READER]
)
def test_a_second_reader_finds_the_same_bounds(text: str, first: str, last: str) -> None:
    assert second(text) == (first, last)


@every_case(("text", "first", "last"), [row for row in BOUNDS if row[0] in NOT_THE_SECOND_READER])
def test_the_known_exceptions_are_exceptions(text: str, first: str, last: str) -> None:
    try:
        found = second(text)
    except Exception:  # noqa: BLE001 - it fails in many ways
        return
    assert found != (first, last)


@every_case(
    ("text", "fault"),
    [
        ("", "is empty"),
        ("1998-13", "has the number 13"),
        ("1998-20", "has the number 20"),
        ("1998-42", "has the number 42"),
        ("1998-99", "has the number 99"),
        ("1998-00", "no such month"),
        ("1998-2X", "no such month"),
        ("1998-06-31", "no such day"),
        ("1999-02-29", "no such day"),
        ("XXX1-02-29", "no such day"),
        ("XXXX-02-30", "no such day"),
        ("1998-06-00", "no such day"),
        ("1998-02-3X", "no such day"),
        ("1998-33-01", "has no days"),
        ("1998-33~", "takes no qualifier"),
        ("1998-21?", "takes no qualifier"),
        ("199X-33", "takes no qualifier and no X"),
        ("Y170000002", "ends with the year 9999"),
        ("Y17E8", "ends with the year 9999"),
        ("Y171010000S3", "ends with the year 9999"),
        ("-1985", "begins with the year 0001"),
        ("-1985-04/1998", "begins with the year 0001"),
        ("0000", "begins with the year 0001"),
        ("0000-06", "begins with the year 0001"),
        ("1985-04-12T23:20:30Z", "a time of day"),
        ("1998-06-30T10:00:00", "a time of day"),
        ("199x", "capital X"),
        ("199u", "capital X"),
        ("?1998?", "not on both sides"),
        ("1998S2-06", "a whole year"),
        ("199XS2", "a whole year"),
        ("1998S0", "one to four"),
        ("1998S5", "one to four"),
        ("1999/1998", "the end comes before the start"),
        ("[1999..1998]", "the end comes before the start"),
        ("1997/1998/1999", "one slash"),
        ("/", "a date on one side"),
        ("/..", "a date on one side"),
        ("../", "a date on one side"),
        ("[1998", "not closed by ]"),
        ("{1998]", "not closed by }"),
        ("[", "not closed by ]"),
        ("[]", "is empty"),
        ("[1998,]", "is empty"),
        ("[,1998]", "is empty"),
        ("[..]", "is empty"),
        ("[1997,..1998]", "only the first"),
        ("[1997..,1998]", "only the last"),
        ("1998]", "stands alone"),
        ("1997/[1998]", "stands alone"),
        ("[[1998]]", "stands alone"),
        ("1997..1998", "beside a slash"),
        (" 1998", "a blank"),
        ("1998-06 ", "a blank"),
        ("[ 1998]", "a blank"),
        ("1998\n", "a blank"),
        ("98", "not a date"),
        ("1998-6", "not a date"),
        ("19980630", "not a date"),
        ("1998-06-30-01", "not a date"),
        ("1998--06", "not a date"),
        ("1998~~", "not a date"),
        ("30.6.1998", "not a date"),
        ("１９９８", "not a date"),
        ("June 1998", "not a date"),
        ("1998 " * 1000, "longer than any date"),
        ("[" * 100_000, "longer than any date"),
        ("[" + "XXX1-02-XX," * 90, "not closed"),
    ],
)
def test_other_text_is_refused_and_the_fault_is_named(text: str, fault: str) -> None:
    with pytest.raises(InvalidValueError, match=fault.replace("[", r"\[")):
        PartialDate.parse(text)
    with pytest.raises(InvalidValueError, match=fault.replace("[", r"\[")):
        deadline_from_edtf(text)


def test_a_refusal_shows_how_edtf_is_written() -> None:
    with pytest.raises(InvalidValueError, match=r"1998-37, \[\.\.1998-06-30\], 1997/\.\."):
        PartialDate.parse("mid 1998")


@every_case(
    ("text", "form", "approximate", "uncertain"),
    [
        ("1998", EdtfForm.DATE, False, False),
        ("1998~", EdtfForm.DATE, True, False),
        ("1998-?06", EdtfForm.DATE, False, True),
        ("1998%/1999", EdtfForm.INTERVAL, True, True),
        ("1998-21", EdtfForm.DATE, False, False),
        ("[1998,1999~]", EdtfForm.ONE_OF, True, False),
        ("{1998,1999}", EdtfForm.ALL_OF, False, False),
    ],
)
def test_the_form_and_the_qualifiers(
    text: str,
    form: EdtfForm,
    approximate: bool,  # noqa: FBT001 - a column of the table
    uncertain: bool,  # noqa: FBT001 - the same
) -> None:
    found = read_edtf(text)
    assert (found.form, found.approximate, found.uncertain) == (form, approximate, uncertain)


@every_case(
    ("text", "expected"),
    [
        ("[..1998-06-30]", By("1998-06-30", "[..1998-06-30]")),
        ("[..1998-06]", By("1998-06-30", "[..1998-06]")),
        ("[..1998~]", By("1998-12-31", "[..1998~]", "about")),
        ("1998-06-30", By("1998-06-30", "1998-06-30")),
        ("1998-06-30?", By("1998-06-30", "1998-06-30?")),
        ("../1998-06-30", By("1998-06-30", "../1998-06-30")),
        ("/1998", By("1998-12-31", "/1998")),
        ("1998-06-30~", During("1998-06-30", "1998-06-30", "1998-06-30~", "about")),
        ("1998-06-30/1998-06-30", During("1998-06-30", "1998-06-30", "1998-06-30/1998-06-30")),
        ("1998-06", During("1998-06-01", "1998-06-30", "1998-06")),
        ("1998-06~", During("1998-06-01", "1998-06-30", "1998-06~", "about")),
        ("1998", During("1998-01-01", "1998-12-31", "1998")),
        ("199X", During("1990-01-01", "1999-12-31", "199X")),
        ("1998-37", During("1998-01-01", "1998-04-30", "1998-37")),
        ("1998-21", During("1998-01-01", "1998-12-31", "1998-21", "season")),
        ("1998-24", During("1998-01-01", "1999-03-31", "1998-24", "season")),
        ("1998-21/1998-23", During("1998-01-01", "1998-12-31", "1998-21/1998-23", "season")),
        ("[1998-22,1999]", During("1998-01-01", "1999-12-31", "[1998-22,1999]", "season")),
        ("[..1998-24]", By("1999-03-31", "[..1998-24]", "season")),
        ("1997-07/1998-12", During("1997-07-01", "1998-12-31", "1997-07/1998-12")),
        ("1997~/1998", During("1997-01-01", "1998-12-31", "1997~/1998", "about")),
        ("1997/..", During("1997-01-01", None, "1997/..")),
        ("1997/", During("1997-01-01", None, "1997/")),
        ("[1997..]", During("1997-01-01", None, "[1997..]")),
        ("[1997,1999]", During("1997-01-01", "1999-12-31", "[1997,1999]")),
    ],
)
def test_deadlines_from_edtf(text: str, expected: Deadline) -> None:
    assert deadline_from_edtf(text) == expected


@every_case(
    ("text", "fault"),
    [
        ("../..", "neither a first nor a last day"),
        ("XXXX", "neither a first nor a last day"),
        ("{1997,1999}", "several dates"),
        ("tbc", "not a date"),
        ("by June 1998", "not a date"),
    ],
)
def test_what_sets_no_deadline_is_refused(text: str, fault: str) -> None:
    with pytest.raises(InvalidValueError, match=fault):
        deadline_from_edtf(text)


@every_case(
    ("text", "edtf"),
    [
        ("spring 1998", "1998-21"),
        ("in the Spring of 1998", "1998-21"),
        ("summer 1998", "1998-22"),
        ("autumn 1998", "1998-23"),
        ("Fall 1998", "1998-23"),
        ("au printemps 1998", "1998-21"),
        ("à l'été 1998", "1998-22"),
        ("ÉTÉ 1998", "1998-22"),
        ("automne 1998", "1998-23"),
        ("Frühjahr 1998", "1998-21"),
        ("im Frühling 1998", "1998-21"),
        ("Sommer 1998", "1998-22"),
        ("im Herbst 1998", "1998-23"),
        ("1998-25", "1998-25"),
        # Nothing, or too much, says which season it is.
        ("between spring and autumn 1998", "1998"),
        ("Easter 1998", "1998"),
        ("1998-33", "1998"),
    ],
)
def test_a_season_is_written_with_its_code(text: str, edtf: str) -> None:
    assert During("1998-01-01", "1998-12-31", text, "season").edtf == edtf


@every_case("text", ["winter 1998", "hiver 1998", "im Winter 1998", "1998-24"])
def test_a_winter_reaches_into_the_next_year(text: str) -> None:
    written = During("1998-01-01", "1999-03-31", text, "season")
    assert written.edtf == "1998-24"
    assert deadline_from_edtf("1998-24").latest == written.latest
    # Without the convention, or with other bounds, it is a stretch like any other.
    assert During("1998-01-01", "1999-03-31", text).edtf != "1998-24"
    assert During("1998-01-01", "1998-12-31", text, "season").edtf == "1998"


@every_case(
    ("deadline", "edtf"),
    [
        (During("1998-06-30", "1998-06-30"), "1998-06-30/1998-06-30"),
        (During("1998-06-30", "1998-06-30", "about 30 June 1998", "about"), "1998-06-30~"),
        (During("1998-06-01", "1998-06-30", "around June 1998", "about"), "1998-06~"),
        (During("1998-01-01", "1998-12-31", "about 1998", "about"), "1998~"),
        (During("1998-04-01", "1998-06-30", "about Q2 1998", "about"), "1998-34"),
        (During("1997-07-01", "1998-12-31", "from July 1997 to December 1998"), "1997-07/1998-12"),
        (During("1997-01-01", "1998-12-31", "1er janvier 1997 - 31 décembre 1998"), None),
        (During("1997-01-01", "1998-12-31", "1. Januar 1997 bis 31. Dezember 1998"), None),
        (During("1997-01-01", "1998-12-31", "1 January 1997 to 31 December 1998"), None),
        (During("1997-01-01", "1998-12-31", "janvier 1997 à décembre 1998"), "1997-01/1998-12"),
        (During("1997-01-01", "1998-12-31", "Januar 1997 bis Dezember 1998"), "1997-01/1998-12"),
        (During("1997-01-01", "1998-12-31", "1997-98"), "1997/1998"),
        (During("1997-01-01", None, "from 1997 onwards"), "1997/.."),
        (By(date(1998, 6, 30)), "[..1998-06-30]"),
    ],
)
def test_what_is_written_is_as_precise_as_the_words(
    deadline: By | During, edtf: str | None
) -> None:
    assert deadline.edtf == (edtf or "1997-01-01/1998-12-31")
    found = deadline_from_edtf(deadline.edtf)
    assert (found.earliest, found.latest) == (deadline.earliest, deadline.latest)


def test_a_printed_deadline_goes_through_edtf_with_its_bounds() -> None:
    for text in ("June 1998", "Early 1998", "about June 1998", "by end 1997", "from 1997 onwards"):
        printed = parse_deadline(text)
        assert isinstance(printed, By | During)
        found = deadline_from_edtf(printed.edtf)
        assert (type(found), found.earliest, found.latest) == (
            type(printed),
            printed.earliest,
            printed.latest,
        )


@every_case(
    ("text", "advice"),
    [
        ("30/06/1998", "ISO dates are written 1998-06-30"),
        ("30.6.1998", "ISO dates are written 1998-06-30"),
        ("1998/06/30", "ISO dates are written 1998-06-30"),
        ("19980630", "ISO dates are written 1998-06-30"),
        ("1998/06", "ISO dates are written 1998-06"),
        ("06/1998", "ISO dates are written 1998-06"),
        ("1998-W23", "by its days, 1998-06-01/1998-06-07"),
        ("1998-06-30/P3M", "name both ends"),
        ("31/31/1998", "EDTF is written as in"),
        ("1998-W60", "EDTF is written as in"),
        ("0000-W01", "EDTF is written as in"),
        ("9999-W52", "EDTF is written as in"),
    ],
)
def test_the_message_names_the_likely_notation(text: str, advice: str) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(advice)):
        read_edtf(text)
