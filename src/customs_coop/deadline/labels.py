"""Labels that announce a deadline, with what may stand between a label and its time."""

from typing import Final

from attrs import frozen

from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.remarks import skip_superseded
from customs_coop.deadline.rhythms import read_unit
from customs_coop.deadline.vocabulary import ENGLISH
from customs_coop.deadline.words import Words, phrase_set

__all__ = ["LABEL_FIRSTS", "Label", "read_label", "skip_item", "skip_note", "skip_purpose"]

_LABELS: Final = phrase_set(*ENGLISH.labels)
# Emphasis may open between a label and its time: "Deadline: <i>June 2006</i>".
_SIGNS: Final = phrase_set(*ENGLISH.label_signs, "< i >", "< b >", "< em >", "< strong >")
# "(at the latest) May 2006" belongs to the time.
_BY: Final = phrase_set(*ENGLISH.by)

_LONGEST_LABEL_SIGNS = 6
_LONGEST_NOTE = 8
_LONGEST_ITEM = 2
_NOT_IN_A_NOTE: Final = frozenset(".;•<>()[]")

# The words with which a label can begin.
LABEL_FIRSTS: Final = _LABELS.firsts | ENGLISH.label_qualifiers


@frozen
class Label:
    """A label, without its words.

    Args:
        after: The place after it and its signs.
        signs: The signs as one text.
        qualified: Whether it says what the deadline is for: "Deadline for comments:".
    """

    after: int
    signs: str
    qualified: bool


def read_label(words: Words, index: int) -> Label | None:
    """Read a label such as "Report deadline:", "Deadline (draft):" or "Deadline for comments:".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The label, or None without one.
    """
    label = _LABELS.match(words, index)
    if label is None and words.at(index) in ENGLISH.label_qualifiers:
        label = _LABELS.match(words, index + 1)
    if label is None:
        return None
    first = skip_superseded(words, label[1]) or skip_note(words, label[1])
    first = skip_purpose(words, first)
    after = first
    for _ in range(_LONGEST_LABEL_SIGNS):
        after = _SIGNS.skip(words, after)
    return Label(after, words.text(first, after), first > label[1])


def skip_note(words: Words, index: int) -> int:
    """Step over a short note in brackets that names no time: "(draft)".

    Args:
        words: The text.
        index: The place of the bracket.

    Returns:
        The place after the note, or the same place where there is none.
    """
    if words.at(index) != "(" or _BY.match(words, index):
        return index
    for place in range(index + 1, index + 2 + _LONGEST_NOTE):
        if words.at(place) == ")":
            return place + 1
        if _ends_a_note(words, place):
            break
    return index


def skip_purpose(words: Words, index: int) -> int:
    """Step over what a deadline is for, up to the colon: "for comments".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The place of the colon, or the same place where there is none.
    """
    if words.at(index) not in ENGLISH.label_joints:
        return index
    for place in range(index + 1, index + 2 + _LONGEST_NOTE):
        if words.at(place) == ":":
            return place
        if _ends_a_note(words, place):
            break
    return index


def _ends_a_note(words: Words, place: int) -> bool:
    """Whether a note cannot go on here: a cell or sentence ends, or a time or a length begins."""
    return (
        words.broken(place)
        or words.at(place) in _NOT_IN_A_NOTE
        or read_unit(words, place) is not None
        or read_moment(words, place) is not None
    )


def skip_item(words: Words, index: int) -> int:
    """Step over the mark of an item: "(a)", "2)".

    Args:
        words: The text.
        index: The place where it may stand.

    Returns:
        The place after the mark, or the same place where there is none.
    """
    place = index + (words.at(index) == "(")
    mark = words.at(place)
    is_mark = mark.isdecimal() or (mark.isalpha() and len(mark) == 1)
    if is_mark and len(mark) <= _LONGEST_ITEM and words.at(place + 1) == ")":
        return place + 2
    return index
