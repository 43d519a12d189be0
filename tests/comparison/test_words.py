"""Texts compared word by word."""

import pytest

from customs_coop.comparison import Words, WordsKind, word_changes
from folded import every_case

MARKS = {WordsKind.SAME: "{}", WordsKind.DELETED: "[-{}-]", WordsKind.INSERTED: "{{+{}+}}"}


def marked(old: str, new: str) -> str:
    return "".join(MARKS[run.kind].format(run.text) for run in word_changes(old, new))


@every_case(
    ("old", "new", "expected"),
    [
        ("Report by June 2006", "Report by July 2006", "Report by [-June-]{+July+} 2006"),
        ("Train officers", "Train customs officers", "Train {+customs +}officers"),
        ("Train customs officers", "Train officers", "Train [-customs -]officers"),
        ("See 11167/4/03", "See 11167/5/03", "See [-11167/4/03-]{+11167/5/03+}"),
        ("See action 5.1", "See action 5.10", "See action [-5.1-]{+5.10+}"),
        ("the Member States'", "the Member State's", "the Member [-States'-]{+State's+}"),
        ("cross-border", "cross border", "[-cross-border-]{+cross border+}"),
        ("a  b", "a b", "a[-  -]{+ +}b"),
        ("Done", "Done.", "Done{+.+}"),
        ("e\u0301tude", "etude", "[-e\u0301tude-]{+etude+}"),
        # A Hebrew vowel point and a Devanagari vowel sign belong to their words.
        (
            "\u05e7\u05b8\u05e8 x",
            "\u05e7\u05b7\u05e8 x",
            "[-\u05e7\u05b8\u05e8-]{+\u05e7\u05b7\u05e8+} x",
        ),
        ("\u0939\u093f x", "\u0939\u0940 x", "[-\u0939\u093f-]{+\u0939\u0940+} x"),
        ("", "New", "{+New+}"),
        ("Old", "", "[-Old-]"),
        ("", "", ""),
    ],
)
def test_whole_words_are_told(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_text_that_stayed_is_one_run() -> None:
    assert word_changes("As before.", "As before.") == (Words(WordsKind.SAME, "As before."),)


def test_words_that_all_changed_are_one_change() -> None:
    assert marked("one two three", "four five six") == "[-one two three-]{+four five six+}"


def test_a_small_word_that_stayed_by_chance_goes_with_the_change_around_it() -> None:
    assert marked("the red cat and big dog ran", "the old hen and fat cow ran") == (
        "the [-red cat and big dog-]{+old hen and fat cow+} ran"
    )


def test_a_sentence_that_stayed_in_a_long_text_is_kept() -> None:
    old = " ".join(f"old{number}" for number in range(2000))
    new = " ".join(f"new{number}" for number in range(2000))
    runs = word_changes(f"{old}. It stays here. {old}", f"{new}. It stays here. {new}")
    assert [run.text for run in runs if run.kind is WordsKind.SAME] == ["It stays here. "]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 30_000, "b " * 30_000),
        ("a " * 30_000, "a b " * 15_000),
        ("-" * 60_000, "a-" * 30_000),
        ("a. b! " * 10_000, "b! a. " * 10_000),
        (" ".join(f"x{n} the" for n in range(9999)), " ".join(f"y{n} the" for n in range(9999))),
    ],
)
def test_hostile_texts_are_compared_in_bounded_work(old: str, new: str) -> None:
    runs = word_changes(old, new)
    assert "".join(run.text for run in runs if run.kind is not WordsKind.INSERTED) == old
    assert "".join(run.text for run in runs if run.kind is not WordsKind.DELETED) == new
