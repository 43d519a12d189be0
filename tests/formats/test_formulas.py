"""Cells that a spreadsheet would take for formulas are made harmless, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.formats.formulas import defused, rearmed
from folded import every_case


@every_case(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(1)", "\t1", "\r1", "\n1", " =1", "\xa0\u200b=1", "\ufeff-1"),
        *("\uff1d1", '"=1"', '" =1', "==1"),
    ],
)
def test_a_text_that_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert defused(text)[0] == "'"
    assert defused(text).replace("'", "") == text


@every_case(
    "text",
    [
        *("", "Survey", "by mid-1998", "1 = 1", "a+b", "mail@example.org", "(=1)", "it's", "5.1"),
        *("cost, 5-10 a year", "ports; then airports"),
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize("text", ["x;=1", "x,=1", "x\t=1", "x|=1", "x\n- y", "x\r\n=1", 'x; "=1'])
def test_no_formula_begins_inside_a_text_where_a_program_splits_elsewhere(text: str) -> None:
    assert "'" in defused(text)
    assert defused(text).replace("'", "") == text


@given(st.text(alphabet="'\"=+-@;,| \t\nab\uff1d\u200b", max_size=12))
def test_every_text_comes_back(text: str) -> None:
    assert rearmed(defused(text)) == text


def test_a_long_text_of_signs_is_no_burden() -> None:
    assert len(defused(" ;" * 100_000)) == 200_000
    assert len(defused(" " * 200_000)) == 200_000
    assert rearmed(defused("'- " * 50_000)) == "'- " * 50_000
