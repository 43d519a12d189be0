"""Labels that announce a deadline, with what may stand between a label and its time."""

from typing import Final

from attrs import frozen

from customs_coop.deadline.moments import read_moment
from customs_coop.deadline.remarks import match_provisional, skip_provisional, skip_superseded
from customs_coop.deadline.rhythms import read_unit
from customs_coop.deadline.words import Words

__all__ = ["Label", "read_label", "skip_item", "skip_note", "skip_purpose"]

_LONGEST_LABEL_SIGNS = 6
_LONGEST_NOTE = 8
_LONGEST_ITEM = 2
_OPENING: Final = frozenset("([")
_OPENERS: Final = frozenset(".;,(–—-•[)")
_NOT_IN_A_NOTE: Final = frozenset(".;•<>()[]")


@frozen
class Label:
    """A label, without its words.

    Args:
        after: The place after it and its signs.
        signs: The signs as one text.
        qualified: Whether it says what the deadline is for: "Deadline for comments:".
        provisional: Whether it says that the time is not settled: "Deadline (tbc):".
        loose: Whether it may announce other things than times: "Target:".
        given_up: The place of a time that no longer holds: "Deadline was June 2020".
    """

    after: int
    signs: str
    qualified: bool
    provisional: bool
    loose: bool = False
    given_up: int | None = None


def read_label(words: Words, index: int) -> Label | None:
    """Read a label such as "Report deadline:", "Deadline (draft):" or "Deadline for comments:".

    Args:
        words: The text.
        index: The place of its first word.

    Returns:
        The label, or None without one.
    """
    language = words.language
    label = language.labels.match(words, index)
    qualifier = label is None and words.at(index) in language.label_qualifiers
    if qualifier:
        label = language.labels.match(words, index + 1)
    if label is None:
        return _loose(words, index)
    label = True, _after_number(words, label[1])
    soft = qualifier and match_provisional(words, index) is not None
    noted = skip_provisional(words, label[1]) if words.at(label[1]) == "(" else None
    given_up = None
    if noted is not None:
        soft, first = True, noted
    else:
        dropped = skip_superseded(words, label[1])
        given_up = label[1] if dropped and words.at(label[1]) not in _OPENING else None
        first = dropped or skip_note(words, label[1])
    first = skip_purpose(words, first)
    after = first
    for _ in range(_LONGEST_LABEL_SIGNS):
        after = language.label_signs.skip(words, after)
    return Label(after, words.text(first, after), first > label[1], soft, given_up=given_up)


def _after_number(words: Words, index: int) -> int:
    """Step over the number of a deadline: "Deadline 1:", "Deadline b:"."""
    word = words.at(index)
    number = len(word) <= _LONGEST_ITEM if word.isdecimal() else len(word) == 1 and word.isalpha()
    return index + 1 if number and words.at(index + 1) == ":" else index


def _loose(words: Words, index: int) -> Label | None:
    """A word that is a label only where it opens a statement before a colon: "Due:"."""
    found = words.language.loose_labels.match(words, index)
    opens = words.broken(index) or words.at(index - 1) in _OPENERS
    if found is None or words.at(found[1]) != ":" or not (words.capital(index) and opens):
        return None
    return Label(found[1] + 1, ":", qualified=False, provisional=False, loose=True)


def skip_note(words: Words, index: int) -> int:
    """Step over a short note in brackets that names no time: "(draft)".

    Args:
        words: The text.
        index: The place of the bracket.

    Returns:
        The place after the note, or the same place where there is none.
    """
    # "(at the latest) May 2006" belongs to the time.
    if words.at(index) != "(" or words.language.by.match(words, index):
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
    if words.at(index) not in words.language.label_joints:
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
