import pytest

from customs_coop.formats.columns import Column, column_of, same_heading


@pytest.mark.parametrize(
    "heading", ["Action/Activity", "Action / Activity", "ACTION/ activities", "Action\n/Activity:"]
)
def test_blanks_around_a_slash_do_not_matter(heading: str) -> None:
    assert column_of(heading) is Column.TITLE


def test_headings_are_the_same_but_for_case_number_and_brackets() -> None:
    assert same_heading("Possible outcome(s)", "POSSIBLE OUTCOMES")
    assert not same_heading("Possible outcome", "Outcome")
    assert column_of("Budget") is None
