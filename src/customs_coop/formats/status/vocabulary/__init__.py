"""The words that say how an action stands, as data: one vocabulary a language."""

from customs_coop.formats.status.vocabulary.base import StatusWords
from customs_coop.formats.status.vocabulary.english import ENGLISH
from customs_coop.formats.status.vocabulary.french import FRENCH
from customs_coop.formats.status.vocabulary.german import GERMAN

__all__ = ["VOCABULARIES", "StatusWords"]

VOCABULARIES: tuple[StatusWords, ...] = (ENGLISH, FRENCH, GERMAN)
"""Every vocabulary; a cell is read by all of them, for a table may mix its languages."""
