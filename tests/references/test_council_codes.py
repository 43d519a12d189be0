"""The subject codes of Council documents."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references.council import DocumentNumber
from customs_coop.references.council.codes import (
    STEM,
    STEMS,
    WEAK_STEMS,
    WORDS,
    is_stem,
    known_stem,
    resembled_part,
)
from folded import every_case


def test_the_table_is_in_order_and_has_each_stem_once() -> None:
    assert list(STEMS) == sorted(set(STEMS))


def test_every_stem_has_the_form_of_one() -> None:
    assert [stem for stem in STEMS if STEM.fullmatch(stem) is None] == []
    assert [stem for stem in STEMS if resembled_part(stem)] == []
    assert WORDS.isdisjoint(STEMS)
    assert WEAK_STEMS.issubset(STEMS)


@every_case("stem", STEMS)
def test_every_stem_proves_a_document(stem: str) -> None:
    number = DocumentNumber.parse(f"14680/2005 {stem} 7")

    assert number.subjects == ((stem, 7),)


@every_case(
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


@every_case(
    ("printed", "part"),
    [
        ("RV", "REV"),
        ("RE", "REV"),
        ("REVV", "REV"),
        ("RREV", "REV"),
        ("RVE", "REV"),
        ("REVIS", "REV"),
        ("REVISED", "REV"),
        ("AD", "ADD"),
        ("ADDD", "ADD"),
        ("ADDEND", "ADD"),
        ("ADENDUM", "ADD"),
        ("CO", "COR"),
        ("CRO", "COR"),
        ("CORRIG", "COR"),
        ("CORIGENDUM", "COR"),
        ("KOR", "COR"),
        ("KORR", "COR"),
        ("KORRIGENDUM", "COR"),
    ],
)
def test_a_mistyped_part_is_no_subject_code(printed: str, part: str) -> None:
    assert not is_stem(printed)
    with pytest.raises(ReferenceSyntaxError, match=f"did you mean {part} 2") as caught:
        DocumentNumber.parse(f"9874/11 {printed} 2")
    assert (caught.value.start, caught.value.end) == (8, len(f"9874/11 {printed} 2"))
    with pytest.raises(InvalidValueError, match="not a subject code"):
        DocumentNumber(9874, 2011, subjects=((printed, 2),))


@every_case(
    "printed",
    ["REGIO", "RECH", "RELEX", "CORDROGUE", "CORLX", "ADRIATIC", "COREE", "AG", "SM", "COEST"],
)
def test_other_words_that_begin_alike_are_subject_codes(printed: str) -> None:
    assert DocumentNumber.parse(f"9874/11 {printed} 2").subjects == ((printed, 2),)


def test_an_unknown_code_has_three_letters_at_least() -> None:
    with pytest.raises(ReferenceSyntaxError, match="too much"):
        DocumentNumber.parse("9874/11 XY 2")
