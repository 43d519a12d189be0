"""Citations of the Official Journal."""

import datetime as dt

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import OJReference, find_references


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("OJ C 247, 15.10.2003, p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ No C 319, 26.10.1996, p. 1", "OJ C 319, 26.10.1996, p. 1"),
        ("OJ L 67 12.3.2003, p.27", "OJ L 67, 12.3.2003, p. 27"),
        ("OJ C 247,\n15.10.2003,\npp. 1-3", "OJ C 247, 15.10.2003, p. 1–3"),
        ("Official Journal C 247 , 15/10/2003 P. 0001 - 0003", "OJ C 247, 15.10.2003, p. 1–3"),
        ("OJ C 193 E, 11.8.2000, p. 4", "OJ C 193 E, 11.8.2000, p. 4"),
        ("OJ CE 193, 11.8.2000", "OJ C 193 E, 11.8.2000"),
        ("OJ L 349 of 31.12.1994, page 1", "OJ L 349, 31.12.1994, p. 1"),
        ("OJ C 247 of 15 October 2003, p. 1", "OJ C 247, 15.10.2003, p. 1"),
        ("OJ C 247,\n1st Sept. 2003, p. 1", "OJ C 247, 1.9.2003, p. 1"),
        ("OJ L 7", "OJ L 7"),
        ("OJ C, C/2024/694, 8.1.2024", "OJ C, C/2024/694, 8.1.2024"),
        ("OJ L, 2024/1234", "OJ L, 2024/1234"),
        ("OJ:C_202604008", "OJ C, C/2026/4008"),
        ("2009/C 260/01", "2009/C 260/01"),
        ("97/C 193/03", "97/C 193/03"),
    ],
)
def test_what_is_printed_is_read_and_printed_in_house_style(printed: str, cited: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.cite() == cited
    assert OJReference.parse(cited) == reference


def test_the_fields_of_an_issue() -> None:
    reference = OJReference.parse("OJ C 260, 30.10.2009, p. 1")

    assert reference == OJReference("C", 260, date=dt.date(2009, 10, 30), page=1)
    assert not reference.act_by_act


def test_the_last_page_is_kept_and_not_compared() -> None:
    first, both = OJReference("C", 247, page=1), OJReference("C", 247, page=1, last_page=3)

    assert first == both
    assert hash(first) == hash(both)
    assert str(both) == "OJ C 247, p. 1"
    assert OJReference.parse(both.cite()).last_page == 3


@pytest.mark.parametrize(
    ("printed", "uri"),
    [
        ("OJ C 247, 15.10.2003, p. 1", "uriserv:OJ.C_.2003.247.01.0001.01.ENG"),
        ("OJ L 67, 12.3.2003, p. 27", "uriserv:OJ.L_.2003.067.01.0027.01.ENG"),
        ("OJ C 193 E, 11.8.2000, p. 4", "uriserv:OJ.CE.2000.193.01.0004.01.ENG"),
        ("OJ C, C/2024/694", "OJ:C_202400694"),
    ],
)
def test_the_address(printed: str, uri: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.unresolvable is None
    assert reference.url() == f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={uri}"


def test_the_address_in_another_language() -> None:
    address = OJReference.parse("OJ C 247, 15.10.2003, p. 1").url("FR")

    assert address is not None
    assert "/FR/" in address
    assert address.endswith(".FRA")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [("OJ C 247, p. 1", "year"), ("OJ C 247, 15.10.2003", "page"), ("2009/C 260/01", "page")],
)
def test_without_year_or_page_there_is_no_address_but_a_reason(printed: str, reason: str) -> None:
    reference = OJReference.parse(printed)

    assert reference.url() is None
    assert reason in (reference.unresolvable or "")


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("C 247", 0, "the title of the journal"),
        ("OJ K 247", 3, "a series"),
        ("OJ C, 15.10.2003", 4, "the number of the issue"),
        ("OJ C 247, 31.2.2003", 8, "too much"),
        ("OJ C 0", 0, "a place in the Official Journal"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        OJReference.parse(text)

    assert caught.value.start == start


@pytest.mark.parametrize(
    "fields",
    [
        {"series": "X"},
        {"number": 0},
        {"number": 10_000},
        {"page": 3, "last_page": 2},
        {"last_page": 2},
        {"notice": 1},
        {"notice": 1, "year": 2009, "date": dt.date(2009, 10, 30)},
        {"year": 2024, "page": 1},
        {"year": 2024, "series": "S"},
        {"year": 1999},
        {"date": dt.date(1900, 1, 1)},
    ],
)
def test_what_no_field_can_hold_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        OJReference(**{"series": "C", "number": 1} | fields)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    "citation",
    [
        "OJ C 247, 31.2.2003, p. 1",
        "OJ C 247, 31 February 2003, p. 1",
        "OJ C 247, 12 Octember 2003",
        "OJ C 247, 2003, p. 1",
        "OJ C 247 (2003), p. 1",
        "OJ C 247 of October 2003",
        "OJ C 247, p. 1, 2003",
    ],
)
def test_an_issue_whose_year_cannot_be_kept_is_not_taken_for_that_of_another_year(
    citation: str,
) -> None:
    assert find_references(f"see {citation}.") == ()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("see OJ L 7; 2003 was early", "OJ L 7"),
        ("see OJ L 7, p. 5 and the plan of 2003", "OJ L 7, p. 5"),
        ("see OJ L 7, 2003/170/JHA", "OJ L 7"),
    ],
)
def test_a_year_of_something_else_does_no_harm(text: str, cited: str) -> None:
    assert find_references(text)[0].text == cited


def test_a_range_that_runs_backwards_is_left_out_and_the_issue_kept() -> None:
    (mention,) = find_references("see OJ C 247, 15.10.2003, p. 9–3.")

    assert mention.text == "OJ C 247, 15.10.2003"
