"""The words that the grammar of deadlines knows, as data: one `Vocabulary` a language.

The grammar itself holds no word of any language. French and German are loaded when a text has
words that English does not know; see the module `languages`.
"""

from customs_coop.deadline.vocabulary.base import Vocabulary
from customs_coop.deadline.vocabulary.english import ENGLISH

__all__ = ["ENGLISH", "Vocabulary"]
