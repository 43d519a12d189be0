"""The words that people write into a template of progress, and those that are none."""

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.formats.progress import (
    Field,
    field_of,
    fields_of,
    read_applicable,
    read_day,
    read_number,
    read_period,
    read_stage,
    read_state,
)

WORDS = (
    "3 May 2008|May 3, 2008|3rd May 2008|3 mai 2008|3. Mai 2008|le 3 mai 2008|den 3. Mai 2008"
    "|On 3 May 2008|3.V.2008|3. v. 2008|3/V/2008|3 V 2008.|le 3.V.2008"
)
FIGURES = "2008-5-3|2008-05-03T10:00:00|03-05-2008|2008/05/03|2008/5/3|2008.05.03."


@pytest.mark.parametrize("text", [*WORDS.split("|"), *FIGURES.split("|")])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    read = read_day(text)
    assert (str(read.day), read.remark) == ("2008-05-03", "")


@pytest.mark.parametrize(
    "text",
    [
        *("", "2008", "May 2008", "by 3 May 2008", "31.2.2008", "2008-13-01", "3.5", "12345678"),
        *("3.IIII.2008", "3.XIII.2008", "31.II.2008", "3.V/2008", "V.2008", "le mai 2008"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="no day such as"):
        read_day(text)


def test_a_day_that_may_be_another_one_says_how_it_was_read() -> None:
    assert read_day("1/2/2008").remark == "read as 1 February 2008"
    assert read_day("39571").remark.endswith("3 May 2008")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("12", "12"), ("-0,5", "-0.5"), ("12.50", "12.50"), ("1.234,56", "1234.56")),
        *(("1,234.56", "1234.56"), ("1 234 567", "1234567"), ("1\u202f234,5", "1234.5")),
        *(("1'234.5", "1234.5"), ("1.234.567", "1234567"), ("7 %", "7"), ("\u22123", "-3")),
    ],
)
def test_a_number_is_read_with_the_signs_of_each_country(text: str, value: str) -> None:
    assert str(read_number(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", "many", "1,234", "12.345.67", "1,23,456.7", "about 7", "1.2.3", "NaN", "7 8", "1" * 200],
)
def test_what_is_no_number_or_may_be_two_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2008", "2008-01-01/2008-12-31"),
        ("2008-05", "2008-05-01/2008-05-31"),
        ("May 2008", "2008-05-01/2008-05-31"),
        ("2007-2008", "2007-01-01/2008-12-31"),
        ("2008-33", "2008-01-01/2008-03-31"),
        ("2008-05-03 / 2008-05-04", "2008-05-03/2008-05-04"),
        ("3.5.2008", "2008-05-03/2008-05-03"),
    ],
)
def test_a_period_is_a_year_a_part_of_it_or_two_days(text: str, period: str) -> None:
    assert str(read_period(text)) == period


@pytest.mark.parametrize(
    "text", ["", "soon", "by 2008", "since 2008", "2009-05-03/2008-05-03", "7"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="no period such as"):
        read_period(text)


def test_other_words_are_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidValueError, match="there are open, ongoing"):
        read_state("so so")
    with pytest.raises(InvalidValueError, match="there are drafted, presented"):
        read_stage("burnt")
    with pytest.raises(InvalidValueError, match="neither yes nor no"):
        read_applicable("perhaps")
    assert read_stage("-") is None


@pytest.mark.parametrize("tick", ["x", "X", "✓", "✔", "☒", "☑", "✗", " yes. ", "Oui", "sans objet"])
def test_a_tick_says_that_it_is_not_applicable(tick: str) -> None:
    assert not read_applicable(tick)


@pytest.mark.parametrize("box", ["", "no", "☐", "-", "nein"])
def test_an_empty_box_says_that_it_is_applicable(box: str) -> None:
    assert read_applicable(box)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("STATUS", Field.STATUS),
        ("Status (open, ongoing)", Field.STATUS),
        ("Date of the report", Field.ON),
        ("report_date", Field.ON),
        ("Dimensions", Field.DIMENSION),
        ("Bericht:", Field.TEXT),
        ("Named: a thing", None),
        ("Statutory", None),
        ("Unitary", None),
        ("", None),
    ],
)
def test_a_heading_is_known_also_where_it_was_renamed_a_little(
    heading: str, field: Field | None
) -> None:
    assert field_of(heading) is field


def test_of_two_headings_alike_the_one_that_we_wrote_counts() -> None:
    assert fields_of(["Comments", "Subject", "Report", "Date"]) == {
        1: Field.SUBJECT,
        2: Field.TEXT,
        3: Field.ON,
    }
