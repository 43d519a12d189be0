"""Two lists laid upon one another, each in its own order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from customs_coop.comparison.items import pair_items
from customs_coop.comparison.order import moved_places
from customs_coop.formats.tables import Group

__all__ = ["group_pairs", "in_both_orders", "text_pairs"]


def in_both_orders(
    olds: int, news: int, pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int | None, int | None]]:
    """Lay two lists upon one another.

    A pair that crosses others is taken apart: as few as possible are.

    Args:
        olds: How many the old list has.
        news: How many the new list has.
        pairs: The positions of what is in both: first the old one, then the new one.

    Yields:
        The old and the new position of each; None where only the other list has it. The old
        positions ascend, and so do the new ones.

    Example:
        >>> list(in_both_orders(3, 2, [(0, 1), (2, 0)]))
        [(None, 0), (0, 1), (1, None), (2, None)]
    """
    wanted = sorted(pairs, key=lambda pair: pair[1])
    crossing = moved_places([old for old, _ in wanted])
    here = there = 0
    for old, new in [*(pair for pair in wanted if pair[0] not in crossing), (olds, news)]:
        yield from ((at, None) for at in range(here, old))
        yield from ((None, at) for at in range(there, new))
        if old < olds:
            yield old, new
        here, there = old + 1, new + 1


def text_pairs(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The positions of the texts that are the same in two lists, or alike."""
    for pair in pair_items(olds, news):
        if pair.was is not None and pair.place is not None:
            yield pair.was, pair.place


def group_pairs(
    olds: Sequence[Group], news: Sequence[Group], partners: Mapping[int, int]
) -> tuple[tuple[int, int], ...]:
    """Which new group is which old one.

    Those of one code are the same where they share a row or their heading; else the rows that
    they share decide, then the code alone, then the heading.

    Args:
        olds: The old groups.
        news: The new groups.
        partners: The position of each new action that has a partner -> that of its partner.
    """
    home = {place: at for at, group in enumerate(olds) for place in group.places}
    shared = Counter(
        (home[partners[place]], at)
        for at, group in enumerate(news)
        for place in group.places
        if place in partners
    )
    likely = [pair for pair, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]
    codes = list(_of_one_key([g.area for g in olds], [g.area for g in news]))
    heads = list(_of_one_key([g.heading for g in olds], [g.heading for g in news]))
    sure = [pair for pair in codes if pair in shared or pair in heads]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for old, new in (*sure, *likely, *codes, *heads):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return tuple(found.items())


def _of_one_key(olds: Sequence[object], news: Sequence[object]) -> Iterator[tuple[int, int]]:
    here = {key: at for at, key in reversed(list(enumerate(olds)))}
    there = {key: at for at, key in reversed(list(enumerate(news)))}
    return ((at, there[key]) for key, at in here.items() if key in there)
