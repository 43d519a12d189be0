"""Telling the language of a text from its words."""

import functools
from collections.abc import Iterator

from customs_coop.deadline.vocabulary import ENGLISH, Vocabulary
from customs_coop.deadline.words import Words

__all__ = ["by_language", "told", "vocabularies"]


@functools.cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies; where two know as many words of a text, the first one reads it."""
    # Late: few texts need them.
    from customs_coop.deadline.vocabulary.french import FRENCH
    from customs_coop.deadline.vocabulary.german import GERMAN

    return ENGLISH, FRENCH, GERMAN


@functools.cache
def _telling() -> frozenset[str]:
    return frozenset().union(*(one.known for one in vocabularies()))


@functools.cache
def _foreign() -> frozenset[str]:
    """The words that only another language than English knows."""
    return _telling() - ENGLISH.known


def _told(words: tuple[str, ...]) -> Vocabulary:
    """The vocabulary that knows most of the words."""
    if _foreign().isdisjoint(words):
        return ENGLISH
    counts = [sum(map(one.known.__contains__, words)) for one in vocabularies()]
    return vocabularies()[counts.index(max(counts))]


def told(words: Words) -> Words:
    """Have a text read by the vocabulary that knows most of its words.

    Args:
        words: The text.

    Returns:
        The same words with their language; English where several know as many.
    """
    return words.read_by(_told(words.words))


def by_language(words: Words) -> Iterator[Words]:
    """Cut a text where its language changes: between paragraphs or cells, never inside one.

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
    for start, after in words.cells():
        cell = words.words[start:after]
        if _telling().isdisjoint(cell):
            continue
        told_here = _told(cell)
        if language is not None and told_here is not language:
            yield words.part(first, start).read_by(language)
            first = start
        language = told_here
    if first < len(words):
        yield words.part(first, len(words)).read_by(language or ENGLISH)
