"""The rule: however its parts are printed, it is the same document."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.errors import ReferenceSyntaxError
from customs_coop.references import find_references
from customs_coop.references.council import (
    CitationStyle,
    DocumentNumber,
    find_document_numbers,
    latest_revision,
)
from customs_coop.references.council.codes import STEMS, WEAK_STEMS

FIGURES = st.none() | st.integers(1, 99)
SUBJECTS = st.lists(
    st.tuples(st.sampled_from(STEMS), st.integers(1, 9999)), max_size=4, unique=True
).map(tuple)
NUMBERS = st.builds(
    DocumentNumber,
    number=st.integers(1, 99999),
    year=st.integers(1950, 2049),
    series=st.sampled_from(["ST", "CM", "DS", "AD", "SN", "PE-CONS"]),
    revision=FIGURES,
    stated_revision=FIGURES,
    addendum=FIGURES,
    corrigendum=FIGURES,
    subjects=SUBJECTS,
    limite=st.booleans(),
)
STYLES: st.SearchStrategy[CitationStyle] = st.sampled_from(["codes-last", "codes-first"])
BLANKS = st.sampled_from([" ", "\n", "\u00a0", " \n", "\r\n", "  \n\n", ", ", " + ", " – "])
GLUE = st.sampled_from(["", " ", ". ", "\u00a0", "-"])


def parts_of(number: DocumentNumber) -> list[str]:
    """The parts behind the number, each as it is printed."""
    figures = (
        ("REV", number.stated_revision),
        ("ADD", number.addendum),
        ("COR", number.corrigendum),
    )
    return [
        *(f"{name} {figure}" for name, figure in figures if figure),
        *(f"{stem} {figure}" for stem, figure in number.subjects),
        *(["LIMITE"] if number.limite else []),
    ]


def head_of(number: DocumentNumber) -> str:
    """The number and the year as printed, with the series."""
    return DocumentNumber(
        number=number.number, year=number.year, series=number.series, revision=number.revision
    ).cite()


def fields(number: DocumentNumber) -> tuple[object, ...]:
    return (number, number.stated_revision, sorted(number.subjects), number.limite)


@given(NUMBERS, st.randoms(use_true_random=False), BLANKS)
def test_every_order_of_the_parts_is_the_same_document(
    number: DocumentNumber, chance: random.Random, blank: str
) -> None:
    parts = parts_of(number)
    chance.shuffle(parts)
    text = blank.join((head_of(number), *parts))

    assert fields(DocumentNumber.parse(text)) == fields(number)


@given(NUMBERS, STYLES)
def test_a_citation_in_every_style_gives_the_same_fields(
    number: DocumentNumber, style: CitationStyle
) -> None:
    read = DocumentNumber.parse(number.cite(style))

    assert fields(read) == fields(number)
    assert read.subjects == number.subjects
    assert read.cite(style) == number.cite(style)


@given(NUMBERS)
def test_the_name_and_the_address_in_the_register_are_those_of_the_document(
    number: DocumentNumber,
) -> None:
    assert DocumentNumber.parse(number.register_id) == number
    assert DocumentNumber.parse(number.register_id.lower()) == number
    assert DocumentNumber.parse(number.register_id.replace("-", "_")) == number
    address = number.url("fr")
    assert (address is None) == (number.year < 1999)
    if address is not None:
        assert DocumentNumber.parse(address) == number


@given(NUMBERS, GLUE)
def test_the_blank_before_a_revision_changes_nothing(number: DocumentNumber, glue: str) -> None:
    parts = [part.replace("REV ", f"REV{glue}") for part in parts_of(number)]

    assert DocumentNumber.parse(" ".join((head_of(number), *parts))) == number


@given(NUMBERS, st.sampled_from([s for s in STEMS if len(s) >= 6]), st.integers(1, 999), st.data())
def test_damage_to_a_code_never_changes_the_number(
    number: DocumentNumber, stem: str, figure: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(stem) - 1))
    damaged = data.draw(
        st.sampled_from(
            [
                f"{stem[:at]} {stem[at:]}",
                f"{stem[:at]} {stem[at + 1 :]}",
                f"{stem[:at]}-\n{stem[at:]}",
                stem[:at] + stem[at + 1 :],
            ]
        )
    )
    text = f"{number.cite()} {damaged} {figure}"
    found = list(find_document_numbers(f"see ST {text}" if number.series == "ST" else text))

    assert [fields(read)[0] for read, _, _ in found][:1] == [number]
    assert found[0][0].subjects[: len(number.subjects)] == number.subjects


@given(st.integers(1000, 99999), st.integers(1950, 2049), st.sampled_from(STEMS))
def test_what_stands_for_the_stroke_changes_nothing_where_it_is_certain(
    figure: int, year: int, stem: str
) -> None:
    number = DocumentNumber(figure, year)
    for printed in (f"{figure}-{year % 100:02d}", f"{figure} / {year % 100:02d}"):
        found = [read for read, _, _ in find_document_numbers(f"see {printed} {stem} 7")]
        assert found == ([] if 1900 <= figure <= 2100 else [number])
    printed = f"see {figure}/{year} {stem} 7"
    doubtful = stem in WEAK_STEMS and 1900 <= figure <= 2100
    assert [read for read, _, _ in find_document_numbers(printed)] == ([] if doubtful else [number])


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1), NUMBERS)
def test_nothing_supersedes_the_latest_revision(
    versions: list[tuple[int | None, int | None]], number: DocumentNumber
) -> None:
    family = [
        DocumentNumber(
            number.number,
            number.year,
            number.series,
            revision,
            addendum=number.addendum,
            corrigendum=corrigendum,
        )
        for revision, corrigendum in versions
    ]
    latest = latest_revision(family)

    assert latest.corrigendum is None
    assert latest.revision in {version.revision for version in family}
    assert not any(member.supersedes(latest) for member in family)
    assert all(
        latest.supersedes(member)
        for member in family
        if latest.corrigendum is None and (member.revision or 0) < (latest.revision or 0)
    )


@given(NUMBERS, NUMBERS)
def test_a_number_never_supersedes_what_supersedes_it(
    one: DocumentNumber, other: DocumentNumber
) -> None:
    assert not (one.supersedes(other) and other.supersedes(one))
    assert not one.supersedes(one)


@given(NUMBERS, st.sampled_from(["RV", "REVV", "RE", "ADDEND", "KORR", "CORRIG", "XQ"]), FIGURES)
def test_a_mistyped_part_never_passes_for_a_subject_code(
    number: DocumentNumber, word: str, figure: int | None
) -> None:
    text = f"{number.cite()} {word} {figure or 1}"

    with pytest.raises(ReferenceSyntaxError):
        DocumentNumber.parse(text)
    assert [m.end <= len(number.cite()) for m in find_references(f"{text}, as")] in ([True], [])
