"""Documents of the Commission."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import CommissionDocument, find_references
from folded import every_case


@every_case(
    ("printed", "cited"),
    [
        ("COM(2018) 549 final", "COM(2018) 549 final"),
        ("COM (2018)549 FINAL", "COM(2018) 549 final"),
        ("COM/2018/0549", "COM(2018) 549"),
        ("SEC(97) 1234", "SEC(1997) 1234"),
        ("JOIN(2023) 8 final", "JOIN(2023) 8 final"),
        ("C(2016) 849", "C(2016) 849"),
        ("COM/2018/0549 FIN", "COM(2018) 549 final"),
        ("COM/97/0123", "COM(1997) 123"),
        ("COM(2005)0123", "COM(2005) 123"),
        ("COM(2018) 549 final/2", "COM(2018) 549 final/2"),
        ("COM(2010) 748/3", "COM(2010) 748/3"),
        ("KOM(2005) 123 endg.", "COM(2005) 123 final"),
        ("KOM(2005) 123 endgültig", "COM(2005) 123 final"),
        ("SEK(2005) 5", "SEC(2005) 5"),
        ("COM:2018:0549:FIN:EN:PDF", "COM(2018) 549 final"),
        ("COM:2018:549:REV1", "COM(2018) 549"),
        ("COM-2018-549-F1", "COM(2018) 549 final"),
    ],
)
def test_what_is_printed_is_read_and_printed_in_house_style(printed: str, cited: str) -> None:
    document = CommissionDocument.parse(printed)

    assert document.cite() == cited
    assert CommissionDocument.parse(cited).final == document.final


def test_the_word_final_is_kept_and_not_compared() -> None:
    final, short = (
        CommissionDocument("COM", 2018, 549, final=True),
        CommissionDocument("COM", 2018, 549),
    )

    assert final == short
    assert hash(final) == hash(short)
    assert str(final) == str(short)


def test_the_address() -> None:
    document = CommissionDocument("SWD", 2018, 380)

    assert document.unresolvable is None
    assert (document.url() or "").endswith("/EN/TXT/?uri=SWD:2018:380:FIN")


def test_a_decision_of_the_c_series_has_no_address_but_a_reason() -> None:
    document = CommissionDocument("C", 2016, 849)

    assert document.url() is None
    assert document.unresolvable


@every_case(
    ("text", "start", "message"),
    [
        ("DOC(2018) 5", 0, "a series"),
        ("COM 549", 4, "a year in brackets"),
        ("COM(2018)", 9, "a number"),
        ("COM(2018) 549 draft", 14, "too much"),
        ("COM(2018) 0", 0, "a Commission document"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        CommissionDocument.parse(text)

    assert caught.value.start == start


def test_another_series_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="series"):
        CommissionDocument("DOC", 2018, 1)


def test_a_later_version_is_the_same_document() -> None:
    later = CommissionDocument("COM", 2018, 549, final=True, version=2)

    assert later == CommissionDocument("COM", 2018, 549)
    assert hash(later) == hash(CommissionDocument("COM", 2018, 549))
    assert str(later) == "COM(2018) 549"
    assert CommissionDocument.parse(later.cite()).version == 2


@pytest.mark.parametrize("version", [0, 10])
def test_a_version_has_one_figure(version: int) -> None:
    with pytest.raises(InvalidValueError, match="version"):
        CommissionDocument("COM", 2018, 549, version=version)


@every_case(
    ("document", "candidates"),
    [
        ("COM(2018) 549 final", ["52018DC0549", "52018PC0549"]),
        ("SWD(2018) 380 final", ["52018SC0380"]),
        ("SEC(2005) 123", ["52005SC0123"]),
        ("JOIN(2023) 8 final", ["52023JC0008"]),
        ("C(2013) 4216 final", []),
    ],
)
def test_the_celex_numbers_are_candidates(document: str, candidates: list[str]) -> None:
    numbers = CommissionDocument.parse(document).celex_candidates

    assert [str(number) for number in numbers] == candidates


def found_in(text: str) -> list[tuple[str, str]]:
    return [
        (mention.reference.cite(), mention.text)
        for mention in find_references(text)
        if isinstance(mention.reference, CommissionDocument)
    ]


@every_case(
    ("text", "documents"),
    [
        (
            "COM(2018) 549 and 550 final",
            [("COM(2018) 549", "COM(2018) 549"), ("COM(2018) 550 final", "550 final")],
        ),
        (
            "COM(2018) 549, (2019) 550",
            [("COM(2018) 549", "COM(2018) 549"), ("COM(2019) 550", "(2019) 550")],
        ),
        ("COM(2018) 549 and 12 actions", [("COM(2018) 549", "COM(2018) 549")]),
        (
            "COM(2003) 452 final and SEC(2003) 895",
            [
                ("COM(2003) 452 final", "COM(2003) 452 final"),
                ("SEC(2003) 895", "SEC(2003) 895"),
            ],
        ),
        (
            "COM(2018) 549 final - 2018/0123 (COD)",
            [("COM(2018) 549 final", "COM(2018) 549 final")],
        ),
        ("SWD(2018) 380 final - PART 1/2", [("SWD(2018) 380 final", "SWD(2018) 380 final")]),
        ("COM(2018) 549 final1 says", [("COM(2018) 549 final", "COM(2018) 549 final")]),
    ],
)
def test_documents_are_found_in_running_text(text: str, documents: list[tuple[str, str]]) -> None:
    assert found_in(text) == documents


def test_an_address_is_one_mention() -> None:
    address = "https://eur-lex.europa.eu/legal-content/EN/TXT/?qid=15&uri=COM:2018:28:FIN"

    assert found_in(f"see {address}.") == [("COM(2018) 28 final", address)]


def test_only_a_final_version_has_an_address() -> None:
    draft = CommissionDocument.parse("SEC (2009) 1234/2")

    assert draft.url() is None
    assert draft.unresolvable is not None
    assert "version 2" in draft.unresolvable
    assert CommissionDocument.parse("SEC (2009) 1234 final/2").url() is not None
