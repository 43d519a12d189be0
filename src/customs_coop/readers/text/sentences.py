"""Sentences of running text, for the readers that look for who does what in them."""

import re

__all__ = ["split_sentences", "words_of"]

_END = re.compile(
    r"(?<=[.!?;”])(?<!\bcf\.)(?<!\bNo\.)(?<!\bArt\.)(?<!\bp\.)(?<!e\.g\.)(?<!i\.e\.)\s{1,4}"
    r"(?=[A-Z“‘\"(–-])"
)


def words_of(text: str) -> str:
    """The words of a text with one blank between them."""
    return " ".join(text.split())


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; the items of a list that a semicolon ends count as sentences.

    Example:
        >>> split_sentences("The States shall swim (cf. No. 3). They report to all.")
        ('The States shall swim (cf. No. 3).', 'They report to all.')
    """
    return tuple(words for part in _END.split(text) if (words := words_of(part)))
