"""Text as a row of words with their places.

Everything that the grammar does is a look at a bounded number of words from a given place, so
the work grows with the length of the text and not faster, whatever the text.
"""

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from customs_coop.deadline.vocabulary import Vocabulary

__all__ = ["Words"]

_LONGEST_NUMBER = 4
_LONGEST_WORD = 40
# Signs that are typed in several ways.
_SAME = {
    **dict.fromkeys("’‘ʼ´`", "'"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("−‒", "–"),
    "―": "—",
}


@functools.cache
def _word() -> re.Pattern[str]:
    """Figures, letters with marks that stand on their own, or any other single sign."""
    return re.compile(r"[0-9]+|[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*|\S")


@functools.cache
def _gap() -> re.Pattern[str]:
    """The white space from its first tab or end of line on."""
    return re.compile(r"[\t\n]\s*")


def _english() -> "Vocabulary":
    from customs_coop.deadline.vocabulary import ENGLISH  # late: keeps import light

    return ENGLISH


@frozen
class Words:
    """The words and signs of a text, in lower case, with their places in it.

    Args:
        source: The text.
        words: Its words; signs that are typed in several ways are written in one.
        starts: Where each begins.
        ends: Where each ends.
        language: The vocabulary by which they are read.
    """

    source: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    language: "Vocabulary" = field(factory=_english)

    @classmethod
    def of(cls, source: str) -> "Words":
        """Cut a text into words, figures and single signs."""
        found = list(_word().finditer(source))
        words = [match[0].lower() for match in found]
        if not source.isascii():
            words = [_SAME.get(word, word) for word in words]
            # Marks that stand on their own; a word that bears very many is none, and to sort them
            # would take its time.
            words = [
                unicodedata.normalize("NFC", word)
                if 1 < len(word) <= _LONGEST_WORD and not word.isascii()
                else word
                for word in words
            ]
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        return cls(source, tuple(words), tuple(starts), tuple(ends))

    def __len__(self) -> int:
        return len(self.words)

    def read_by(self, language: "Vocabulary") -> "Words":
        """The same words, to be read by another vocabulary."""
        return self if language is self.language else evolve(self, language=language)

    def part(self, first: int, after: int) -> "Words":
        """The words from `first` up to, not including, `after`, with their places unchanged."""
        cut = slice(first, after)
        return Words(self.source, self.words[cut], self.starts[cut], self.ends[cut], self.language)

    def at(self, index: int) -> str:
        """The word at a place; "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def number(self, index: int) -> int | None:
        """The figure at a place, None where there is none or one of more than four digits."""
        words = self.words
        word = words[index] if 0 <= index < len(words) else ""
        # isdecimal alone would also take the figures of other scripts.
        if word.isdecimal() and len(word) <= _LONGEST_NUMBER and word.isascii():
            return int(word)
        return None

    def glued(self, first: int, last: int) -> bool:
        """Whether no space stands between these words."""
        return last < len(self.words) and all(
            self.ends[index] == self.starts[index + 1] for index in range(first, last)
        )

    def broken(self, index: int) -> bool:
        """Whether a tab or a blank line stands before the word: a new cell or paragraph."""
        if not 0 < index < len(self.words):
            return True
        gap = self.source[self.ends[index - 1] : self.starts[index]]
        return "\t" in gap or gap.count("\n") > 1

    def cells(self) -> Iterator[tuple[int, int]]:
        """The places between which no cell or paragraph ends, from the first to the last."""
        first = 0
        for gap in _gap().finditer(self.source):
            if "\t" in gap[0] or gap[0].count("\n") > 1:
                index = bisect_left(self.starts, gap.end())
                if first < index < len(self):
                    yield first, index
                    first = index
        if first < len(self):
            yield first, len(self)

    def lines(self, first: int, after: int) -> Iterator[int]:
        """The places of the words with which lines begin, the first one left out."""
        place = first
        while (end := self.source.find("\n", self.ends[place], self.starts[after - 1])) >= 0:
            place = bisect_left(self.starts, end)
            yield place

    def text(self, first: int, after: int) -> str:
        """The source from the word `first` up to, not including, the word `after`."""
        return self.source[self.starts[first] : self.ends[after - 1]] if after > first else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= index < len(self.words) and self.source[self.starts[index]].isupper()
