"""CELEX numbers."""

import datetime as dt

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import CelexNumber, find_references
from folded import every_case


@every_case(
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
        "32003G1015(01)R(02)",
        "12016E267",
        "12012E/TXT",
        "12012E/PRO/01",
        "02020W/PRO/01-20230325",
        "72014L0024MLT_276277",
        "82003BE0523(51)",
        "92002E003055",
        "E2003C0228(01)",
        "C2009/260/01",
        "C2022/114A/01",
        "C/2026/04668",
        "62008FO0027_SUM",
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


@every_case(
    ("text", "start", "message"),
    [
        ("X2003D0170", 0, "a sector"),
        ("31803D0170", 1, "a year"),
        ("320030170", 5, "capital letters"),
        ("32003D17", 6, "three to six figures"),
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


@every_case(
    ("text", "sector", "year", "descriptor", "number"),
    [
        ("32003D0170", "3", 2003, "D", "0170"),
        ("32003G1015(01)", "3", 2003, "G", "1015"),
        ("52025XC05423", "5", 2025, "XC", "05423"),
        ("62003CJ0105", "6", 2003, "CJ", "0105"),
        ("12012E/TXT", "1", 2012, "E", "TXT"),
        ("12012E/PRO/01", "1", 2012, "E", "PRO/01"),
        ("12016ME/TXT", "1", 2016, "ME", "TXT"),
        ("12016M006", "1", 2016, "M", "006"),
        ("72014L0024MLT_276277", "7", 2014, "L", "0024"),
        ("82003BE0523(51)", "8", 2003, "BE", "0523"),
        ("E2003C0228(01)", "E", 2003, "C", "0228"),
        ("C2009/260/01", "C", 2009, "", "260/01"),
        ("C/2026/04668", "C", 2026, "", "04668"),
        ("02013R0952-20221212", "0", 2013, "R", "0952"),
    ],
)
def test_the_parts_of_each_sector(
    text: str, sector: str, year: int, descriptor: str, number: str
) -> None:
    read = CelexNumber(text)

    assert (read.sector, read.year, read.descriptor, read.number) == (
        sector,
        year,
        descriptor,
        number,
    )


def test_the_second_number_the_corrigendum_the_date_and_the_country() -> None:
    plain = CelexNumber("32003D0170")

    assert (plain.sequence, plain.corrigendum, plain.consolidated, plain.country) == (None,) * 4
    assert CelexNumber("32003G1015(02)R(01)").sequence == 2
    assert CelexNumber("32003G1015(02)R(01)").corrigendum == 1
    assert CelexNumber("02013R0952-20221212").consolidated == dt.date(2022, 12, 12)
    assert CelexNumber("72014L0024MLT_276277").country == "MLT"


@every_case(
    "text",
    [
        *("02013R0952-20221332", "32003G1015%2801%29", "C2009%2F260/01", "32003D01", "32003D0170 "),
        *("72014L024MLT_276277", "32003E/TXT", "c/2026/04668", "3 2003D0170", "32003DXX0170"),
    ],
)
def test_what_is_no_celex_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        CelexNumber(text)


@every_case(
    "address",
    [
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32003G1015(01)",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX%3A32003G1015%2801%29",
        "http://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:32003G1015(01):EN:HTML",
        "http://publications.europa.eu/resource/celex/32003G1015(01)",
        "eur-lex.europa.eu/legal-content/DE/ALL/?uri=celex:32003G1015(01)&qid=1700000000000#d1",
        "https://eur-lex.europa.eu/smartapi/cgi/sga_doc?lg=en&numdoc=32003G1015(01)",
    ],
)
@every_case("frame", ["see {}.", "({}), so", '<a href="{}">', "[here]({})", "{};"])
def test_an_address_is_one_mention(address: str, frame: str) -> None:
    (mention,) = find_references(frame.format(address))

    assert mention.text == address
    assert mention.reference == CelexNumber.parse(address) == CelexNumber("32003G1015(01)")


@every_case(
    "text",
    [
        *("132003D0170", "32003D01701234", "x32003D0170", "32003D0170x", "32003D0170_1"),
        *("A-32003D0170", "1.32003D0170", "32003D0170-77", "32003D0170.5", "/32003D0170"),
        *(
            "32103D0170",
            "31803D0170",
            "IBAN 32003DE0170",
            "32003D017",
            "32003E",
            "2003 20 00",
            "+32 2 281 61 11",
        ),
        *("GB123456789000", "19DE1234567890ABC1", "C/2026/04668", "foo/celex/32003D0170"),
    ],
)
def test_parts_of_longer_strings_and_other_codes_are_left_alone(text: str) -> None:
    assert find_references(f"see {text} there") == ()


def test_three_figures_are_enough_with_the_name_in_front() -> None:
    (mention,) = find_references("see CELEX 32003D017 there")

    assert mention.text == "CELEX 32003D017"
