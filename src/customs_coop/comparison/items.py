"""The members of a plural field: which of the new ones is which old one."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

import attrs

from customs_coop.comparison.titles import similar_titles
from customs_coop.model import ActionRef, Code, Link

__all__ = ["ItemPair", "key_of", "name_of", "pair_items", "words_of"]

# What names an item within its list, the most telling first.
_NAMES: Final = ("id", "code", "party", "programme", "heading", "plan", "text", "title")
# What a reader knows an item by, beside its words.
_LABELS: Final = ("code", "mark", "party", "programme", "heading", "action")


@attrs.frozen
class ItemPair:
    """An item of a plural field as it was and as it is.

    Args:
        old: The old item; None where it was added.
        new: The new item; None where it was removed.
        was: The position of the old item in its list, from 0, or None.
        place: The position of the new item in its list, or None.
    """

    old: object | None
    new: object | None
    was: int | None = None
    place: int | None = None

    @property
    def unchanged(self) -> bool:
        """Both sides have it, and it is the same."""
        return None not in (self.was, self.place) and self.old == self.new


def pair_items(old: Sequence[object], new: Sequence[object]) -> tuple[ItemPair, ...]:
    """Pair the items of two plural fields, such as the indicators of an action.

    Equal items are paired first, then those of one name (a code, a party, the same words), then
    those whose words are alike, as titles of actions are. What is left was removed or added.

    Args:
        old: The old items.
        new: The new items.

    Returns:
        Every item once, in the new order; what was removed stands where it stood.

    Example:
        >>> for pair in pair_items(("Draft of a report", "Study"), ("Final draft of a report",)):
        ...     print(pair.old, "->", pair.new)
        Draft of a report -> Final draft of a report
        Study -> None
    """
    olds: dict[int, int] = {}
    for key in (_itself, key_of, _words):
        _pair_by(key, old, new, olds)
    _pair_alike(old, new, olds)
    return tuple(_in_order(old, new, olds))


def words_of(item: object) -> str:
    """The words by which a reader knows an item; empty where it has none."""
    if isinstance(item, str | Code | ActionRef):
        return str(item)
    if isinstance(item, Link):
        return name_of(item)
    return _values(item, (*_LABELS, "text", "title"))


def name_of(item: object) -> str:
    """What a reader knows an item by beside its words, such as its code; empty where nothing."""
    return f"{item.kind.value} {item.target}" if isinstance(item, Link) else _values(item, _LABELS)


def key_of(item: object) -> Hashable:
    """What tells an item from the others of its list; None where nothing does."""
    if isinstance(item, Link):
        return item.kind, item.target
    if not isinstance(item, str):
        for name in _NAMES:
            value: object = getattr(item, name, None)
            if value is not None and value != "":
                return name, value, getattr(item, "role", None)
    return None


def _values(item: object, names: tuple[str, ...]) -> str:
    values = (getattr(item, name, None) for name in names)
    words = [str(value) for value in values if value is not None and value != ""]
    # Of a party whose words are its id, one is enough.
    return " ".join({word.casefold(): word for word in words}.values())


def _itself(item: object) -> Hashable:
    return item


def _words(item: object) -> Hashable:
    # The role of a party may change, and nothing but the role; then the words are the same.
    return " ".join(words_of(item).casefold().split()) or None


def _pair_by(
    key: Callable[[object], Hashable],
    old: Sequence[object],
    new: Sequence[object],
    olds: dict[int, int],
) -> None:
    """Pair what has the same key; where several have it, in order."""
    taken = set(olds.values())
    left: dict[Hashable, list[int]] = {}
    for at in reversed(range(len(old))):
        if at not in taken:
            left.setdefault(key(old[at]), []).append(at)
    left.pop(None, None)
    for at, item in enumerate(new):
        if at not in olds:
            found = left.get(key(item))
            if found:
                olds[at] = found.pop()


def _pair_alike(old: Sequence[object], new: Sequence[object], olds: dict[int, int]) -> None:
    taken = set(olds.values())
    here = [at for at in range(len(old)) if at not in taken]
    there = [at for at in range(len(new)) if at not in olds]
    if here and there:
        found = similar_titles(
            [words_of(old[at]) for at in here], [words_of(new[at]) for at in there]
        )
        for before, after, _ in found:
            olds[there[after]] = here[before]


def _in_order(
    old: Sequence[object], new: Sequence[object], olds: dict[int, int]
) -> Iterator[ItemPair]:
    paired = set(olds.values())
    told = 0
    for place, item in enumerate(new):
        was = olds.get(place)
        if was is None:
            # What went at this place stands before what came.
            while told < len(old) and told not in paired:
                yield ItemPair(old[told], None, told, None)
                told += 1
            yield ItemPair(None, item, None, place)
            continue
        yield from _removed(old, paired, told, was)
        told = max(told, was + 1)
        yield ItemPair(old[was], item, was, place)
    yield from _removed(old, paired, told, len(old))


def _removed(old: Sequence[object], paired: set[int], start: int, end: int) -> Iterator[ItemPair]:
    for was in range(start, end):
        if was not in paired:
            yield ItemPair(old[was], None, was, None)
