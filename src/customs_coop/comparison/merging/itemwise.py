"""A plural field that several authors changed, brought together item by item."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

import attrs

from customs_coop.comparison.items import key_of, pair_items, words_of
from customs_coop.comparison.merging.cells import settled

__all__ = ["Items", "JoinedItems", "join_items"]

Items: TypeAlias = tuple[object, ...]


@attrs.frozen
class JoinedItems:
    """A plural field of which each item is a cell.

    Args:
        value: The items; where there is a conflict, that of the base, or of the author who is
            preferred.
        conflicts: The items of the base that authors changed unalike, each with what they make
            of it; None says that the author removed it.
        authors: Those from whom anything was taken.
    """

    value: Items
    conflicts: tuple[tuple[object, tuple[tuple[str, object], ...]], ...]
    authors: tuple[str, ...]


@attrs.frozen
class _List:
    """What one author made of the list: by position in the base, and what is new."""

    author: str
    items: Mapping[int, object]
    new: Items
    order: tuple[int, ...]

    def touched(self, base: Items) -> set[int]:
        return {at for at, item in enumerate(base) if self.items.get(at) != item}

    def gone(self, base: Items) -> set[int]:
        return set(range(len(base))).difference(self.items)


def join_items(
    base: Items,
    values: Sequence[tuple[str, Items]],
    *,
    prefer: str | None = None,
    exclusive: bool = False,
) -> JoinedItems | None:
    """Bring together what several authors made of one plural field.

    Items are paired as `pair_items` pairs them. What only one author changed or removed is
    followed, and what several add is all taken: first the items of the base, then the additions,
    those of one author together. The names of the authors have no say in the order.

    Args:
        base: The items of the base.
        values: The authors and their items.
        prefer: The author who is followed where an item was changed unalike.
        exclusive: The items of the field are alternatives, such as deadlines: only one author
            may add any.

    Returns:
        The items, or None where they cannot be told apart: two give one name to unlike items, put
        the items in unlike orders, or have something else in the place of one item.
    """
    lists = [_read(base, author, items) for author, items in values if items != base]
    if _replace_alike(base, lists) or (exclusive and len({one.new for one in lists} - {()}) > 1):
        return None
    kept: dict[int, object] = {}
    conflicts: list[tuple[object, tuple[tuple[str, object], ...]]] = []
    authors: set[str] = {one.author for one in lists if one.new}
    for at, item in enumerate(base):
        found = [(one.author, one.items.get(at)) for one in lists]
        value, proposals, is_agreed = settled(item, found)
        if not is_agreed:
            conflicts.append((item, proposals))
            value = dict(found).get(prefer, item) if prefer is not None else item
        if value is not None:
            kept[at] = value
        if value != item:
            authors.update(author for author, proposal in proposals if proposal == value)
    order = _order(kept, lists)
    if order is None:
        return None
    # The turned order alone may be all that some authors want.
    authors.update(one.author for one in lists if list(one.order) != sorted(one.order))
    joined = (*(kept[at] for at in order), *_additions(lists))
    if _clashes(joined, [base, *(items for _, items in values)]):
        return None
    return JoinedItems(joined, tuple(conflicts), tuple(sorted(authors)))


def _read(base: Items, author: str, items: Items) -> _List:
    pairs = pair_items(base, items)
    placed = [pair for pair in pairs if pair.place is not None]
    return _List(
        author,
        {pair.was: pair.new for pair in placed if pair.was is not None},
        tuple(pair.new for pair in placed if pair.was is None),
        tuple(pair.was for pair in placed if pair.was is not None),
    )


def _replace_alike(base: Items, lists: Sequence[_List]) -> bool:
    """Whether two touch one item, and one of them may have put something else in its place."""
    for one, other in combinations(lists, 2):
        if one.new == other.new:
            continue
        for first, second in ((one, other), (other, one)):
            if first.new and first.gone(base) & second.touched(base):
                return True
    return False


def _order(kept: Mapping[int, object], lists: Sequence[_List]) -> list[int] | None:
    """The items of the base that stay, in the order of whoever turned it."""
    stay = sorted(kept)
    turned = {
        order
        for one in lists
        if (order := tuple(at for at in one.order if at in kept)) != tuple(sorted(order))
    }
    if not turned:
        return stay
    first = next(iter(turned))
    return list(first) if len(turned) == 1 and len(first) == len(stay) else None


def _additions(lists: Sequence[_List]) -> Iterator[object]:
    """What is new, each once, in an order that is the same whatever the authors are called."""
    runs = sorted({one.new for one in lists if one.new}, key=_rank)
    met: Counter[object] = Counter()
    for run in runs:
        counts = Counter(run)
        for item in run:
            if met[item] < counts[item]:
                met[item] += 1
                yield item


def _rank(run: Items) -> list[tuple[str, str]]:
    return [(words_of(item).casefold(), repr(item)) for item in run]


def _clashes(joined: Items, lists: Sequence[Items]) -> bool:
    """Whether items bear one name that nobody has so often."""
    most: Counter[Hashable] = Counter()
    for items in lists:
        most |= Counter(_key(item) for item in items)
    return bool(Counter(_key(item) for item in joined) - most)


def _key(item: object) -> Hashable:
    key = key_of(item)
    return item if key is None else key
