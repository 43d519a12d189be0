"""CELEX numbers."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import CelexNumber


@pytest.mark.parametrize(
    "text",
    [
        "32003D0170",
        "32003G1015(01)",
        "31998G0115",
        "52019XG0121(01)",
        "52025XC05423",
        "62003CJ0176",
        "02013R0952-20200101",
        "32005R0648R(01)",
    ],
)
def test_an_identifier_is_its_own_text(text: str) -> None:
    number = CelexNumber.parse(f"CELEX: {text}")

    assert number == CelexNumber(text)
    assert str(number) == text
    assert CelexNumber.parse(number.cite()) == number


def test_the_parts() -> None:
    number = CelexNumber("52008XG1220(01)")

    assert (number.sector, number.year, number.descriptor) == ("5", 2008, "XG")
    assert CelexNumber("32003D0170").descriptor == "D"


def test_brackets_are_encoded_in_the_address() -> None:
    number = CelexNumber("32003G1015(01)")

    assert number.unresolvable is None
    assert (number.url("de") or "").endswith("/DE/TXT/?uri=CELEX:32003G1015%2801%29")


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("X2003D0170", 0, "a sector"),
        ("31803D0170", 1, "a year"),
        ("320030170", 5, "capital letters"),
        ("32003D17", 6, "three to five figures"),
        ("32003D0170 (EC)", 11, "too much"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        CelexNumber.parse(text)

    assert caught.value.start == start


def test_another_form_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="CELEX"):
        CelexNumber("2003/170/JHA")
