"""Plans as columns of a picture, and all else in the gaps between them."""

from collections.abc import Mapping, Sequence

from customs_coop.exporters.pictures.things import Arrow, Picture

__all__ = ["columns_of", "forward", "merged"]


def columns_of(picture: Picture) -> Mapping[str, int]:
    """Choose the column of each thing.

    The first plan is column 1, the second column 3; even columns are the gaps. What a plan rests
    on stands in the gap before the first such plan, what comes out of a plan in the gap after
    the last; a thing that touches no plan stands with its neighbours.

    Args:
        picture: The picture.

    Returns:
        The column of each thing, by its id.
    """
    places = {plan: 2 * number + 1 for number, plan in enumerate(picture.plans)}
    found = {thing.id: places[thing.plan] for thing in picture.things if thing.plan}
    earlier: dict[str, list[str]] = {}
    later: dict[str, list[str]] = {}
    for arrow in picture.arrows:
        later.setdefault(arrow.source, []).append(arrow.target)
        earlier.setdefault(arrow.target, []).append(arrow.source)
    waiting = [thing.id for thing in picture.things if not thing.plan]
    while waiting:
        new = {}
        for name in waiting:
            after = [found[other] for other in later.get(name, ()) if other in found]
            before = [found[other] for other in earlier.get(name, ()) if other in found]
            if after:
                new[name] = min(after) // 2 * 2
            elif before:
                new[name] = (max(before) + 1) // 2 * 2
        if not new:
            break
        found |= new
        waiting = [name for name in waiting if name not in new]
    return found | dict.fromkeys(waiting, 0)


def forward(arrow: Arrow, columns: Mapping[str, int]) -> bool:
    """Whether an arrow leads further on: to a later column, or inside one gap."""
    source, target = columns[arrow.source], columns[arrow.target]
    return source < target or (source == target and source % 2 == 0)


def merged(arrows: Sequence[Arrow]) -> list[tuple[Arrow, ...]]:
    """Put together the arrows that have the same ends, in order."""
    found: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        found.setdefault((arrow.source, arrow.target), []).append(arrow)
    return [tuple(together) for together in found.values()]
