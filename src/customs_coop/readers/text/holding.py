"""Which words of a source stand in the values that were made of it."""

import enum
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

import attrs

from customs_coop.diagnostics import Span

__all__ = ["HeldWords", "printed_texts"]

_LONGEST_KEPT = 400
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


def printed_texts(values: Iterable[object]) -> tuple[str, ...]:
    """Every text in some values: their texts, words of vocabularies, citations in full; no places.

    Example:
        >>> from customs_coop.model import ExtraCell
        >>> printed_texts([ExtraCell(heading="Cost", text="nil"), None, 3])
        ('nil', 'Cost')
    """
    found: dict[str, None] = {}
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found[value] = None
        elif isinstance(value, tuple):
            waiting += value
        elif isinstance(value, enum.Enum):
            waiting.append(value._value_)  # `value` itself is looked up through a descriptor
        elif value is not None and not isinstance(value, Span):
            names, cited = _shape(type(value))  # type: ignore[arg-type]  # classes can be hashed
            if cited and (cite := getattr(value, "cite", None)) is not None:
                found[cite()] = None
            waiting += [getattr(value, name) for name in names]
    return tuple(found)


@functools.cache
def _shape(kind: type) -> tuple[tuple[str, ...], bool]:
    """The fields of a class of values, and whether they can be cited."""
    fields: Iterable[attrs.Attribute[object]] = getattr(kind, "__attrs_attrs__", ())
    return tuple(field.name for field in fields), hasattr(kind, "cite")


@functools.lru_cache(maxsize=256)
def _kept_words(text: str) -> tuple[str, ...]:
    """The words of a text that stands in the values of many rows, such as an objective."""
    return tuple(_TOKEN.findall(text))


class HeldWords:
    """The words of values, for looking up those of their source.

    Two words that follow each other in the source are held where they follow each other in a text
    of the values too; one word alone, where it is a text by itself. Signs count as words. So text
    that was divided among several fields is found, in a time that grows with the text only.

    Example:
        >>> text = "Swim far; swim, CCWG"
        >>> [text[start:end] for start, end in HeldWords(["Swim far", "CCWG"]).spans(text)]
        ['Swim', 'far', 'CCWG']
    """

    def __init__(self, values: Iterable[object]) -> None:
        self._alone: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for text in printed_texts(values):
            words = _kept_words(text) if len(text) <= _LONGEST_KEPT else _TOKEN.findall(text)
            if len(words) == 1:
                self._alone.add(words[0])
            self._pairs.update(itertools.pairwise(words))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of the words of a text that are held."""
        found = list(_TOKEN.finditer(text))
        words = [match[0] for match in found]
        follows = [pair in self._pairs for pair in itertools.pairwise(words)]
        for match, word, behind, ahead in zip(
            found, words, [False, *follows], [*follows, False], strict=False
        ):
            if behind or ahead or word in self._alone:
                yield match.span()
