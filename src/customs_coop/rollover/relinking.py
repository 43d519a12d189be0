"""Links of carried actions, which follow what they point at into the new plan."""

from collections.abc import Mapping, Sequence
from typing import Final

from customs_coop.model import ActionRef, Link, LinkKind

__all__ = ["relinked"]

_HISTORY: Final = frozenset(
    {LinkKind.CONTINUES, LinkKind.MERGED_FROM, LinkKind.SPLIT_FROM, LinkKind.SUPERSEDES}
)


def relinked(
    links: Sequence[Link],
    *,
    here: ActionRef,
    plan: str,
    positions: Mapping[str, int],
    successors: Sequence[Sequence[ActionRef]],
) -> tuple[Link, ...]:
    """Point links at the successors of what they pointed at.

    A link to an action without a successor stays, and so does one that tells of the past
    ("continues", "merged from"). A link to an action that was split becomes one to each part.
    A link that would point at its own action, because the two were merged, stays as well.

    Args:
        links: The links of an action.
        here: The address of that action in the new plan.
        plan: The id of the old plan.
        positions: The positions of the old actions, by code and alias.
        successors: The new addresses of each old action.

    Returns:
        The links, none of them twice.
    """
    found: dict[Link, None] = {}
    for link in links:
        target = link.target
        moved: Sequence[ActionRef] = ()
        if (
            isinstance(target, ActionRef)
            and target.plan == plan
            and link.kind not in _HISTORY
            and target.code.text in positions
        ):
            moved = [ref for ref in successors[positions[target.code.text]] if ref != here]
        for ref in moved:
            found[Link(kind=link.kind, target=ref, text=link.text, inferred=link.inferred)] = None
        if not moved:
            found[link] = None
    return tuple(found)
