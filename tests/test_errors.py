"""The message about a text that is no reference: short, and underlined where the fault is."""

import pytest

from customs_coop.errors import ReferenceSyntaxError


def test_a_short_text_is_shown_whole() -> None:
    error = ReferenceSyntaxError("a year is missing", "15315 abc", 6, 9)

    assert str(error) == "a year is missing\n  15315 abc\n        ^^^"


def test_of_a_long_text_the_part_around_the_fault_is_shown() -> None:
    text = "a" * 1000 + "FAULT" + "b" * 1000
    error = ReferenceSyntaxError("this is too much", text, 1000, 1005)

    message, shown, marker = str(error).split("\n")

    assert message == "this is too much"
    assert shown == f"  …{'a' * 60}FAULT{'b' * 55}…"
    assert [c for c, mark in zip(shown, marker, strict=False) if mark == "^"] == list("FAULT")
    assert error.text == text


def test_a_fault_that_runs_to_the_end_of_a_long_text_is_underlined_as_far_as_it_is_shown() -> None:
    error = ReferenceSyntaxError("this is too much", "x" * 5_000_000)

    _, shown, marker = str(error).split("\n")

    assert shown == f"  {'x' * 60}…"
    assert marker == f"  {'^' * 60}"
    assert error.end == 5_000_000


def test_a_fault_at_the_end_of_a_long_text_is_underlined_behind_it() -> None:
    _, shown, marker = str(ReferenceSyntaxError("more", "x" * 200, 200, 200)).split("\n")

    assert shown == f"  …{'x' * 60}"
    assert marker == f"{' ' * 63}^"


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_text_has_no_line_of_its_own(text: str) -> None:
    assert str(ReferenceSyntaxError("a year was expected", text)) == (
        "a year was expected, and the text is empty"
    )
