"""The Presidencies of the Council."""

from datetime import date
from itertools import pairwise

import pytest

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.presidency import ROTATIONS, Presidency, presidencies, presidency_on


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("1997-01-01", "NL"),
        ("1997-12-31", "LU"),
        ("1998-03-31", "UK"),
        ("2003-06-30", "EL"),
        ("2005-12-01", "UK"),
        ("2006-12-31", "FI"),
        ("2007-01-01", "DE"),
        ("2010-07-01", "BE"),
        ("2011-01-01", "HU"),
        ("2016-12-31", "SK"),
        ("2017-01-01", "MT"),
        ("2017-07-01", "EE"),
        ("2020-01-01", "HR"),
        ("2024-06-30", "BE"),
        ("2030-12-31", "MT"),
    ],
)
def test_who_held_the_presidency(day: str, country: str) -> None:
    found = presidency_on(day)
    assert found.country == country
    assert day in found.period


@pytest.mark.parametrize("day", ["1996-12-31", "2031-01-01"])
def test_outside_the_table_nothing_is_guessed(day: str) -> None:
    with pytest.raises(UnknownPresidencyError, match="1997 to 2030"):
        presidency_on(day)


def test_the_table_has_no_gaps() -> None:
    table = presidencies("1997-01-01/2030-12-31")
    assert len(table) == 68
    assert all(one.period.next(6) == two.period for one, two in pairwise(table))
    assert [rotation.act is None for rotation in ROTATIONS] == [True, False, False]


def test_the_presidencies_that_a_window_touches() -> None:
    assert [one.country for one in presidencies("2011-07-01/2012-12-31")] == ["PL", "DK", "CY"]
    assert [one.country for one in presidencies(Period("2011-06-30", "2011-07-01"))] == ["HU", "PL"]
    with pytest.raises(UnknownPresidencyError):
        presidencies("1996-12-31/1997-12-31")


def test_period_notation_and_name() -> None:
    hungary = Presidency(2011, 1, "HU")
    assert hungary.period == Period("2011-01-01", "2011-06-30")
    assert hungary.edtf == "2011-40"
    assert Presidency(2011, 2, "PL").edtf == "2011-41"
    assert str(hungary) == "Hungarian Presidency, first half of 2011"
    assert Presidency(2011, 2, "PL").period.start == date(2011, 7, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UK Presidency in 2005", "2005-41"),
        ("the UK Presidency in 2005", "2005-41"),
        ("United Kingdom Presidency 1998", "1998-40"),
        ("British presidency of 1998", "1998-40"),
        ("Hungarian Presidency, first half of 2011", "2011-40"),
        ("Hungarian Presidency (first half of 2011)", "2011-40"),
        ("2010 Belgian  Presidency", "2010-41"),
        ("Dutch Presidency (2004)", "2004-41"),
        ("Czech Republic Presidency 2009", "2009-40"),
        ("Croatian Presidency", "2020-40"),
        ("2011-40", "2011-40"),
    ],
)
def test_names_of_presidencies(text: str, expected: str) -> None:
    assert Presidency.parse(text).edtf == expected


def test_a_name_that_fits_several_is_refused_and_they_are_listed() -> None:
    with pytest.raises(UnknownPresidencyError, match="2001-H2, 2010-H2, 2024-H1"):
        Presidency.parse("Belgian Presidency")
    assert Presidency.parse("Belgian Presidency", within="2010-01-01/2011-06-30").year == 2010
    with pytest.raises(UnknownPresidencyError, match="2010-H2"):
        Presidency.parse("Belgian Presidency", within="2011-07-01/2012-12-31")


def test_a_year_in_which_the_country_had_no_turn_is_refused() -> None:
    with pytest.raises(UnknownPresidencyError, match="1998-H1, 2005-H2"):
        Presidency.parse("UK Presidency in 2006")


def test_what_a_document_states_in_full_is_kept() -> None:
    assert Presidency.parse("UK Presidency, second half of 2017").country == "UK"


@pytest.mark.parametrize("text", ["", "Presidency", "Martian Presidency", "Belgian", "x" * 100_000])
def test_other_text_is_no_presidency(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Presidency.parse(text)


@pytest.mark.parametrize(
    ("year", "half", "country"),
    [(2011, 0, "HU"), (2011, 3, "HU"), (11, 1, "HU"), (2011, 1, "XX"), (2011, 1, "hu")],
)
def test_values_that_cannot_be_are_refused(year: int, half: int, country: str) -> None:
    with pytest.raises(InvalidValueError):
        Presidency(year, half, country)


@pytest.mark.parametrize(("iso", "code"), [("GB", "UK"), ("GR", "EL")])
def test_iso_codes_are_refused_with_the_eu_code(iso: str, code: str) -> None:
    with pytest.raises(InvalidValueError, match=code):
        Presidency(2005, 2, iso)
