"""Phrases looked up in a row of words."""

import functools
import unicodedata
from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from attrs import field, frozen

__all__ = ["Phrases", "phrase_map", "phrase_set", "spelled", "spellings", "word_set"]

T = TypeVar("T")

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Row(Protocol):
    """Words in their order, in lower case."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words."""
        ...


@frozen(eq=False)
class Phrases(Generic[T]):
    """Phrases, each with what it means; the words of a phrase have single spaces between them.

    The table is made when the first word is looked up: a language that nobody writes costs
    nothing.
    """

    meanings: Mapping[str, T] = field(repr=False)

    @functools.cached_property
    def _table(self) -> dict[str, tuple[tuple[int, tuple[str, ...], T], ...]]:
        """The phrases by their first word, the longest first."""
        spelt = (
            (spelling, meaning)
            for phrase, meaning in self.meanings.items()
            for spelling in spellings(phrase)
        )
        table: dict[str, dict[tuple[str, ...], T]] = {}
        # A phrase of its own goes before a spelling of another one.
        for phrase, meaning in (*self.meanings.items(), *spelt):
            split = tuple(phrase.split(" "))
            table.setdefault(split[0], {}).setdefault(split, meaning)
        return {
            first: tuple(
                (len(phrase), phrase, meaning)
                for phrase, meaning in sorted(entries.items(), key=lambda entry: -len(entry[0]))
            )
            for first, entries in table.items()
        }

    def match(self, row: Row, index: int) -> tuple[T, int] | None:
        """Find the longest phrase at a place; give its meaning and the place after it."""
        words = row.words
        if not 0 <= index < len(words) or words[index] not in self._table:
            return None
        for length, phrase, meaning in self._table[words[index]]:
            after = index + length
            if length == 1 or words[index:after] == phrase:
                return meaning, after
        return None

    @functools.cached_property
    def firsts(self) -> frozenset[str]:
        """The words with which a phrase can begin."""
        return frozenset(self._table)

    def behind(self, first: str) -> frozenset[str]:
        """The words that can follow the first word of a phrase; "" where nothing need follow."""
        entries = self._table.get(first, ())
        return frozenset(phrase[1] if length > 1 else "" for length, phrase, _ in entries)

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """All words of all phrases."""
        entries = self._table.values()
        return frozenset(word for entry in entries for _, phrase, _ in entry for word in phrase)

    def skip(self, row: Row, index: int) -> int:
        """Give the place after the phrase, or the same place where there is none."""
        found = self.match(row, index)
        return index if found is None else found[1]


def phrase_map(meanings: Mapping[str, T]) -> Phrases[T]:
    """Make the table of phrases."""
    return Phrases(meanings)


def phrase_set(text: str) -> Phrases[bool]:
    """Make a table of phrases of which only the presence counts; "|" stands between them."""
    return Phrases(dict.fromkeys((" ".join(one.split()) for one in text.split("|")), True))


def spellings(phrase: str) -> tuple[str, ...]:
    """The phrase, and how it is written where accents, umlauts or the sharp s are lost.

    Capitals often stand without accents, and older machines had no umlauts: "DECEMBRE",
    "Maerz". The phrase itself comes first.
    """
    if phrase.isascii():
        return (phrase,)
    ways = [
        way
        for plain in (phrase, phrase.replace("ß", "ss"))
        for way in (plain, plain.translate(_UMLAUTS), _without_marks(plain))
    ]
    return tuple(dict.fromkeys(ways))


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def word_set(text: str) -> frozenset[str]:
    """Single words in all their spellings, with blanks between them."""
    return frozenset(spelling for word in text.split() for spelling in spellings(word))


def spelled(meanings: Mapping[str, T]) -> Mapping[str, T]:
    """Single words in all their spellings, each with what it means."""
    return {
        **{spelling: value for word, value in meanings.items() for spelling in spellings(word)},
        **meanings,
    }
