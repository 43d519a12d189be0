"""The verbs of conclusions in each language, as data: one vocabulary a language.

English has more forms than a table of words can hold; `decisions` reads its sentences itself.
"""

from customs_coop.readers.conclusions.vocabulary.base import LanguageWords, VerbWords
from customs_coop.readers.conclusions.vocabulary.english import ENGLISH, WISHES
from customs_coop.readers.conclusions.vocabulary.french import FRENCH
from customs_coop.readers.conclusions.vocabulary.german import GERMAN

__all__ = ["ENGLISH", "LANGUAGES", "WISHES", "LanguageWords", "VerbWords"]

LANGUAGES: tuple[LanguageWords, ...] = (FRENCH, GERMAN)
"""Every vocabulary but that of English."""
