"""In which parts of a split each item of an action stands."""

from collections import Counter
from collections.abc import Iterable, Sequence

from customs_coop.model import ActionRef

__all__ = ["Spread"]


class Spread:
    """In which parts of a split each item stands, found by its words.

    Where several items have the same words, each takes one place, and the last one the rest.

    Args:
        items: The words of the items of the old action.
        places: The words of the items of each part.
    """

    def __init__(self, items: Iterable[str], places: Iterable[Sequence[str]]) -> None:
        self._wanted = Counter(items)
        self._parts: dict[str, list[int]] = {}
        for number, words_of_part in enumerate(places):
            for words in words_of_part:
                self._parts.setdefault(words, []).append(number)

    def next(self, words: str, there: Sequence[ActionRef]) -> tuple[ActionRef, ...]:
        """The addresses of the parts in which the next item of these words stands."""
        self._wanted[words] -= 1
        left = self._parts.get(words, [])
        taken = left[:1] if self._wanted[words] else left
        self._parts[words] = left[len(taken) :]
        return tuple(there[number] for number in dict.fromkeys(taken))
