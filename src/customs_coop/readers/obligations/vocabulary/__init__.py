"""The words that lay down duties in French and German, as data: one vocabulary a language.

English has more forms than a table of words can hold; `duties` and `reports` read it themselves.
"""

from customs_coop.readers.obligations.vocabulary.base import DutyWords
from customs_coop.readers.obligations.vocabulary.french import FRENCH
from customs_coop.readers.obligations.vocabulary.german import GERMAN

__all__ = ["VOCABULARIES", "DutyWords"]

VOCABULARIES: tuple[DutyWords, ...] = (FRENCH, GERMAN)
"""Every vocabulary."""
