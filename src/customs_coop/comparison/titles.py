"""How alike two titles are, and which titles of two lists belong together.

The bounds below keep the work in proportion to the number of titles: words that stand in many
titles find no candidates, and only a few candidates of each title are compared in full.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

__all__ = ["SIMILAR", "similar_titles"]

SIMILAR: Final = 0.6
"""The least confidence for a pair; below it, the one was removed and the other added.

It is the share of words in common and in order, as `difflib.SequenceMatcher.ratio` counts them.
"""

Words: TypeAlias = tuple[str, ...]

_WORD = re.compile(r"\w+")
_MOST_WORDS: Final = 60
_MOST_CHARACTERS: Final = 1000
_MOST_TITLES_WITH_A_WORD: Final = 12
_MOST_CANDIDATES: Final = 3


def similar_titles(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pair titles: first those with the same words, then the most alike.

    Args:
        old: Titles of one side.
        new: Titles of the other.

    Returns:
        The positions of both and the confidence; every position comes once at most.

    Example:
        >>> similar_titles(["Train officers", "Fight fraud"], ["Fight tax fraud"])
        [(1, 0, 0.8)]
    """
    old_words, new_words = [_words(title) for title in old], [_words(title) for title in new]
    found = [(before, after, 1.0) for before, after in _same(old_words, new_words)]
    taken_old = {before for before, _, _ in found}
    taken_new = {after for _, after, _ in found}
    index = _index(old_words, taken_old)
    alike = [
        (-ratio, after, before)
        for after, words in enumerate(new_words)
        if after not in taken_new
        for before in _candidates(words, index)
        if (ratio := _ratio(old_words[before], words)) >= SIMILAR
    ]
    for minus_ratio, after, before in sorted(alike):
        if before not in taken_old and after not in taken_new:
            taken_old.add(before)
            taken_new.add(after)
            # Titles with the same words are sure; alike is never quite as sure as that.
            found.append((before, after, min(round(-minus_ratio, 2), 0.99)))
    return found


def _same(old: Sequence[Words], new: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pair titles that have all words in common; where some are equal, in order."""
    left: dict[Words, list[int]] = {}
    for before in reversed(range(len(old))):
        if old[before]:
            left.setdefault(old[before], []).append(before)
    for after, words in enumerate(new):
        if left.get(words):
            yield left[words].pop(), after


def _words(title: str) -> Words:
    found = _WORD.finditer(title[:_MOST_CHARACTERS].casefold())
    return tuple(match[0] for match in itertools.islice(found, _MOST_WORDS))


def _index(titles: Sequence[Words], taken: set[int]) -> dict[str, list[int]]:
    """The titles by their words, without words that tell nothing because many have them."""
    index: dict[str, list[int]] = {}
    for position, words in enumerate(titles):
        if position not in taken:
            for word in dict.fromkeys(words):
                index.setdefault(word, []).append(position)
    return {word: where for word, where in index.items() if len(where) <= _MOST_TITLES_WITH_A_WORD}


def _candidates(words: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    """The few titles that share most of the telling words."""
    shared: Counter[int] = Counter()
    for word in dict.fromkeys(words):
        shared.update(index.get(word, ()))
    ranked = sorted(shared, key=lambda position: (-shared[position], position))
    return ranked[:_MOST_CANDIDATES]


def _ratio(old: Sequence[str], new: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return 0.0
    return matcher.ratio()
