"""The subject codes of Council documents."""

import pytest

from customs_coop.references.council import DocumentNumber
from customs_coop.references.council.codes import NO_STEMS, STEM, STEMS, WEAK_STEMS, known_stem


def test_the_table_is_in_order_and_has_each_stem_once() -> None:
    assert list(STEMS) == sorted(set(STEMS))


def test_every_stem_has_the_form_of_one() -> None:
    assert [stem for stem in STEMS if STEM.fullmatch(stem) is None] == []
    assert NO_STEMS.isdisjoint(STEMS)
    assert WEAK_STEMS.issubset(STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_every_stem_proves_a_document(stem: str) -> None:
    number = DocumentNumber.parse(f"14680/2005 {stem} 7")

    assert number.subjects == ((stem, 7),)


@pytest.mark.parametrize(
    ("printed", "stem"),
    [
        ("ENFOCUSTOM", "ENFOCUSTOM"),
        ("E FOCUSTOM", "ENFOCUSTOM"),
        ("EN FOCUSTOM", "ENFOCUSTOM"),
        ("ENFOCUST OM", "ENFOCUSTOM"),
        ("ENFO-\r\nPOL", "ENFOPOL"),
        ("GE VAL", "GENVAL"),
        ("CSDP / PSDC", "CSDP/PSDC"),
        ("SCH-EVAL", "SCH-EVAL"),
        # too short to be sure
        ("CO SI", None),
        ("FRO T", None),
        ("E V", None),
        # a letter is lost, and it may be another
        ("ENFOCUSTM", None),
        ("ENFO USTOM", None),
        ("ENFO-POL", None),
        ("OLAF", None),
        ("", None),
    ],
)
def test_a_torn_stem_is_mended_where_it_is_certain(printed: str, stem: str | None) -> None:
    assert known_stem(printed) == stem
