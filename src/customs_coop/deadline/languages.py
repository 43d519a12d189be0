"""Telling the language of a text from its words."""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from customs_coop.deadline.words import Words

if TYPE_CHECKING:
    from customs_coop.deadline.vocabulary import Vocabulary

__all__ = ["by_language", "told", "vocabularies"]

# A line of one language that names a time has two words of it at least ("by end 1999").
_CLEARLY = 2
_LONGEST_SHORT_LINE = 60
_LONGEST_LATEST = 4
_SENTENCE_ENDS: Final = frozenset(".;!?")
_BULLETS: Final = frozenset("-–—•·*▪●◦‣►➢✓")
_LONGEST_MARK = 2


@functools.cache
def vocabularies() -> tuple["Vocabulary", ...]:
    """The vocabularies; where two know as many words of a text, the first one reads it."""
    # Late: to make the tables takes longer than to import the rest of this package.
    from customs_coop.deadline.vocabulary import ENGLISH
    from customs_coop.deadline.vocabulary.french import FRENCH
    from customs_coop.deadline.vocabulary.german import GERMAN

    return ENGLISH, FRENCH, GERMAN


@functools.cache
def _telling() -> frozenset[str]:
    return frozenset().union(*(one.known for one in vocabularies()))


@functools.cache
def _foreign() -> frozenset[str]:
    """The words that only another language than English knows."""
    return _telling() - vocabularies()[0].known


def _told(words: tuple[str, ...]) -> "Vocabulary":
    """The vocabulary that knows most of the words."""
    if _foreign().isdisjoint(words):
        return vocabularies()[0]
    counts = [_known(one, words) for one in vocabularies()]
    return vocabularies()[counts.index(max(counts))]


def told(words: Words) -> Words:
    """Have a text read by the vocabulary that knows most of its words.

    Args:
        words: The text.

    Returns:
        The same words with their language; English where several know as many.
    """
    return words.read_by(_told(words.words))


@functools.cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)


def _is_item(words: Words, index: int) -> bool:
    """Whether a line that begins at a place begins with the mark of an item: "-", "2.", "(a)"."""
    if words.at(index) in _BULLETS:
        return True
    opened = words.at(index) == "("
    mark, sign = words.at(index + opened), words.at(index + opened + 1)
    return (
        mark.isalnum()
        and len(mark) <= (_LONGEST_MARK if mark.isdecimal() else 1)
        and (sign == ")" or (not opened and sign == "."))
        and words.glued(index, index + opened + 1)
    )


def _is_complete(words: Words, first: int, after: int) -> bool:
    """Whether a line ends a sentence, or is short and ends with a year or "at the latest"."""
    if words.at(after - 1) in _SENTENCE_ENDS:
        return True
    if words.ends[after - 1] - words.starts[first] > _LONGEST_SHORT_LINE:
        return False
    return _year().fullmatch(words.at(after - 1)) is not None or any(
        (found := one.at_the_latest.match(words, place)) is not None and found[1] == after
        for one in vocabularies()
        for place in range(max(first, after - _LONGEST_LATEST), after)
    )


def _units(words: Words, first: int, after: int) -> Iterator[tuple[int, int]]:
    """What stands by itself in a cell: items of a list, sentences and entries on lines."""
    start = line = first
    for place in words.lines(first, after):
        if _is_item(words, place) or _is_complete(words, line, place):
            yield start, place
            start = place
        line = place
    yield start, after


def _cells(words: Words) -> Iterator[tuple[int, int, "Vocabulary"]]:
    """The cells in which a language is told, or the parts of one that are plainly of another."""
    for start, after in words.cells():
        cell = words.words[start:after]
        if _telling().isdisjoint(cell):
            continue
        of_cell = _told(cell)
        for first, end in _units(words, start, after):
            unit = words.words[first:end]
            here = _told(unit)
            lead = _known(here, unit) - _known(of_cell, unit)
            yield first, end, here if lead >= _CLEARLY else of_cell


def _known(language: "Vocabulary", words: tuple[str, ...]) -> int:
    return sum(map(language.known.__contains__, words))


def by_language(words: Words) -> Iterator[Words]:
    """Cut a text where its language changes: between paragraphs, cells, or lines that are whole.

    A line is whole that begins with the mark of an item, or follows one that ends a sentence or
    is a short entry of a list ("bis Ende 1998"). Lines of wrapped prose go together.

    Args:
        words: The text.

    Yields:
        Its parts in order, each with its language. A cell in which no language is told, such as
        one of figures, goes with what stands before it.
    """
    if _foreign().isdisjoint(words.words):
        yield words
        return
    first, language = 0, None
    for start, _, told_here in _cells(words):
        if language is not None and told_here is not language:
            yield words.part(first, start).read_by(language)
            first = start
        language = told_here
    if first < len(words):
        yield words.part(first, len(words)).read_by(language or vocabularies()[0])
