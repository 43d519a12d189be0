"""Text as a row of words with their places, and phrases looked up in it.

Everything that the grammar does is a look at a bounded number of words from a given place, so
the work grows with the length of the text and not faster, whatever the text.
"""

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

from attrs import field, frozen

__all__ = ["Phrases", "Words", "phrase_set", "phrases"]

T = TypeVar("T")

# Figures, letters, or any other single sign; the three never overlap.
_WORD = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_LONGEST_NUMBER = 4


@frozen
class Words:
    """The words and signs of a text, in lower case, with their places in it."""

    source: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> "Words":
        """Cut a text into words, figures and single signs."""
        found = list(_WORD.finditer(source))
        return cls(
            source,
            tuple(match[0].lower() for match in found),
            tuple(match.start() for match in found),
            tuple(match.end() for match in found),
        )

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, after: int) -> "Words":
        """The words from `first` up to, not including, `after`, with their places unchanged."""
        cut = slice(first, after)
        return Words(self.source, self.words[cut], self.starts[cut], self.ends[cut])

    def at(self, index: int) -> str:
        """The word at a place; "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def number(self, index: int) -> int | None:
        """The figure at a place, None where there is none or one of more than four digits."""
        word = self.at(index)
        # isdecimal alone would also take the figures of other scripts.
        if 0 < len(word) <= _LONGEST_NUMBER and word.isascii() and word.isdecimal():
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

    def text(self, first: int, after: int) -> str:
        """The source from the word `first` up to, not including, the word `after`."""
        return self.source[self.starts[first] : self.ends[after - 1]] if after > first else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= index < len(self.words) and self.source[self.starts[index]].isupper()


@frozen
class Phrases(Generic[T]):
    """Phrases by their first word, the longest first, each with what it means."""

    table: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]] = field(repr=False)

    def match(self, words: Words, index: int) -> tuple[T, int] | None:
        """Find the longest phrase at a place; give its meaning and the place after it."""
        for phrase, meaning in self.table.get(words.at(index), ()):
            after = index + len(phrase)
            if words.words[index:after] == phrase:
                return meaning, after
        return None

    @property
    def firsts(self) -> frozenset[str]:
        """The words with which a phrase can begin."""
        return frozenset(self.table)

    def skip(self, words: Words, index: int) -> int:
        """Give the place after the phrase, or the same place where there is none."""
        found = self.match(words, index)
        return index if found is None else found[1]


def phrases(meanings: Mapping[str, T]) -> Phrases[T]:
    """Make the table of phrases; the words of a phrase have single spaces between them."""
    table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, meaning in meanings.items():
        split = tuple(phrase.split(" "))
        table.setdefault(split[0], []).append((split, meaning))
    return Phrases(
        {
            first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
            for first, entries in table.items()
        },
    )


def phrase_set(*entries: str) -> Phrases[bool]:
    """Make a table of phrases of which only the presence counts."""
    return phrases(dict.fromkeys(entries, True))
