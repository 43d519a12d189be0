"""Revisions of one document."""

import itertools

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.references.council import DocumentNumber, latest_revision
from customs_coop.references.finder import find_references
from folded import every_case

INIT = DocumentNumber.parse("14680/05")
FIRST = DocumentNumber.parse("14680/1/05 REV 1")
SECOND = DocumentNumber.parse("14680/2/05 REV 2")


@every_case("numbers", tuple(itertools.permutations((INIT, FIRST, SECOND))))
def test_the_latest_revision_is_found_in_any_order(numbers: tuple[DocumentNumber, ...]) -> None:
    assert latest_revision(numbers) is SECOND


def test_the_revision_stands_before_its_corrigendum() -> None:
    corrigendum = DocumentNumber.parse("14680/2/05 REV 2 COR 1")

    assert latest_revision([corrigendum, SECOND]) is SECOND
    assert latest_revision([FIRST, corrigendum]) == SECOND
    assert latest_revision([corrigendum]) == SECOND


def test_of_two_equal_numbers_the_first_is_given() -> None:
    with_code = DocumentNumber.parse("14680/2/05 REV 2 ENFOCUSTOM 74")

    assert latest_revision(iter([with_code, SECOND])).subjects == (("ENFOCUSTOM", 74),)


@every_case(
    "other", ["14681/05", "14680/06", "CM 14680/05", "14680/05 ADD 1", "14680/3/05 REV 3 ADD 1"]
)
def test_another_document_is_refused_and_both_are_named(other: str) -> None:
    number = DocumentNumber.parse(other)

    with pytest.raises(InvalidValueError) as caught:
        latest_revision([INIT, number])
    assert f"{INIT} and {number}" in str(caught.value)


def test_nothing_has_no_latest_revision() -> None:
    with pytest.raises(InvalidValueError, match="no numbers"):
        latest_revision([])


@every_case(
    ("later", "earlier"),
    [
        ("14680/1/05 REV 1", "14680/05"),
        ("14680/2/05", "14680/1/05 REV 1 ENFOCUSTOM 74"),
        ("14680/2/05 REV 2", "14680/1/05 REV 1 COR 1"),
        ("10149/21 ADD 1 REV 2", "10149/21 ADD 1 REV 1"),
        ("10149/21 ADD 1 REV 1", "10149/21 ADD 1"),
        # the figure between the strokes counts, not the stated one
        ("15315/2/03 REV 1", "15315/1/03 REV 1"),
    ],
)
def test_a_later_revision_supersedes(later: str, earlier: str) -> None:
    one, other = DocumentNumber.parse(later), DocumentNumber.parse(earlier)

    assert one.supersedes(other)
    assert not other.supersedes(one)


@every_case(
    "other",
    [
        "14680/2/05 REV 2 ENFOCUSTOM 74",
        "14680/05 ADD 1",
        "14680/05 COR 1",
        "14680/2/05 REV 2 COR 1",
        "14680/3/05 REV 3 COR 1",
        "14680/3/05 REV 3 ADD 1",
        "14681/3/05 REV 3",
        "14680/3/06 REV 3",
        "CM 14680/3/05 REV 3",
    ],
)
def test_nothing_else_supersedes(other: str) -> None:
    assert not DocumentNumber.parse(other).supersedes(SECOND)


def test_only_a_corrigendum_to_the_latest_revision_is_known() -> None:
    texts = ("9874/11", "9874/1/11 REV 1 COR 1")

    latest = latest_revision(DocumentNumber.parse(text) for text in texts)

    assert (latest.revision, latest.corrigendum) == (1, None)


def test_texts_and_mentions_are_refused_with_the_way_out() -> None:
    mention = find_references("9874/11")[0]
    with pytest.raises(TypeError, match=r"not str; DocumentNumber\.parse reads a text"):
        latest_revision(["9874/11"])  # type: ignore[list-item]  # the fault under test
    with pytest.raises(TypeError, match=r"not Mention; the number is its \.reference"):
        latest_revision([mention])  # type: ignore[list-item]  # the fault under test
    with pytest.raises(TypeError, match="DocumentNumber is wanted, not str"):
        INIT.supersedes("9874/11")  # type: ignore[arg-type]  # the fault under test
    with pytest.raises(TypeError, match="DocumentNumber is wanted, not Mention"):
        INIT.is_version_of(mention)  # type: ignore[arg-type]  # the fault under test
    with pytest.raises(TypeError, match="DocumentNumber is wanted, not NoneType"):
        INIT.is_version_of(None)  # type: ignore[arg-type]  # the fault under test
