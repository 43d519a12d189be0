"""A cell of a plan, what its authors made of it, and where they do not agree."""

from collections.abc import Sequence

import attrs

from customs_coop.comparison.changes import Change
from customs_coop.comparison.merging.preferences import address_of
from customs_coop.model import ActionRef, PlanRef

__all__ = ["Conflict", "Taken", "settled"]


@attrs.frozen(kw_only=True)
class Conflict:
    """One thing that several authors changed in different ways; the value of the base stays.

    Args:
        place: The address in the base; of an action that is new, the one it was to have.
        field: The name of the field; "action" for the presence of an action, "order" for the
            order of several, "move" for where one stands that several moved, "place" for where
            a new one stands.
        base: The value in the base; None for an action that is new and for its place, and
            nothing for the order of new ones.
        proposals: The authors and their values, by author. Of an action, None says that the
            author removed it; of an order, the values are addresses in that order; of a move and
            of the place of a new action, the address of the one that it follows, or None.
        item: The item of the base that is in conflict, where only one item of a field is, such as
            an indicator; then the proposals are what the authors make of it.
    """

    place: ActionRef | PlanRef
    field: str
    base: object
    proposals: tuple[tuple[str, object], ...]
    item: object = None

    @property
    def address(self) -> str:
        """The address of the cell within the plan, as `merge(..., prefer=...)` takes it."""
        return address_of(self.place, self.field)


@attrs.frozen(kw_only=True)
class Taken:
    """One change that the merged plan has.

    Args:
        change: What has changed from the base.
        authors: Those who made it, in order.
    """

    change: Change
    authors: tuple[str, ...]


def settled(
    base: object, values: Sequence[tuple[str, object]]
) -> tuple[object, tuple[tuple[str, object], ...], bool]:
    """What becomes of a cell: its value, the authors who changed it, and whether they agree.

    Args:
        base: The value in the base.
        values: The authors and their values, by author.

    Returns:
        The value, the proposals that differ from the base, and whether these are one.
    """
    proposals = tuple((author, value) for author, value in values if value != base)
    if not proposals:
        return base, (), True
    first = proposals[0][1]
    if all(value == first for _, value in proposals):
        return first, proposals, True
    return base, proposals, False
