"""Where indicators first stood, which no table holds and no author edits."""

import attrs

from customs_coop.comparison.items import pair_items
from customs_coop.model import Indicator

__all__ = ["with_known_origins"]


def with_known_origins(base: tuple[object, ...], items: tuple[object, ...]) -> tuple[object, ...]:
    """The indicators with the origins that those of the base have and they have lost.

    Args:
        base: The indicators of the base.
        items: What became of them; anything else is left alone.
    """
    known = {one.origin for one in items if isinstance(one, Indicator)}
    kept = list(items)
    for pair in pair_items(base, items):
        old, new = pair.old, pair.new
        if (
            pair.place is not None
            and isinstance(old, Indicator)
            and isinstance(new, Indicator)
            and new.origin is None
            and old.origin not in known
        ):
            kept[pair.place] = attrs.evolve(new, origin=old.origin)
    return tuple(kept)
