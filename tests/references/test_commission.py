"""Documents of the Commission."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import CommissionDocument


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("COM(2018) 549 final", "COM(2018) 549 final"),
        ("COM (2018)549 FINAL", "COM(2018) 549 final"),
        ("COM/2018/0549", "COM(2018) 549"),
        ("SEC(97) 1234", "SEC(1997) 1234"),
        ("JOIN(2023) 8 final", "JOIN(2023) 8 final"),
        ("C(2016) 849", "C(2016) 849"),
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


@pytest.mark.parametrize(
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
