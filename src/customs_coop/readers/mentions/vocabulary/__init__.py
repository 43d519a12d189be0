"""The words that state relations, as data: one vocabulary a language."""

from customs_coop.readers.mentions.vocabulary.base import ALL, ITEMS, OWN, Cue, LinkWords
from customs_coop.readers.mentions.vocabulary.english import ENGLISH
from customs_coop.readers.mentions.vocabulary.french import FRENCH
from customs_coop.readers.mentions.vocabulary.german import GERMAN

__all__ = ["ALL", "ITEMS", "OWN", "VOCABULARIES", "Cue", "LinkWords", "any_of"]

VOCABULARIES: tuple[LinkWords, ...] = (ENGLISH, FRENCH, GERMAN)
"""Every vocabulary; a text is read by all of them, for a table may mix its languages."""


def any_of(name: str) -> str:
    """The words of all languages for one purpose, as one group of a regular expression.

    Args:
        name: The field of `LinkWords`.

    Example:
        >>> any_of("glue")
        '(?:and|or|et|ou|ainsi que|und|oder|sowie)'
    """
    words = (getattr(one, name) for one in VOCABULARIES)
    return f"(?:{'|'.join([piece for piece in words if piece])})"
